//! The islands, and what each of them says, in the language of the page that is being made. The islands themselves are in
//! `app/islands`.

use kinfolio::words::Problem;
pub use kinfolio_islands::*;

/// What an island says.
pub trait Here {
    /// In the language of the page that is being made.
    fn here() -> Self;
}

impl Here for ArrangeWords {
    fn here() -> Self {
        Self { now: say!(arrange.now, name = "{name}", n = "{n}", all = "{all}"), back: say!(arrange.back) }
    }
}

impl Here for AutosaveWords {
    fn here() -> Self {
        Self {
            saved: say!(adding.saved_at, time = "{time}"),
            waits: say!(adding.waits),
            signed_out: say!(adding.signed_out),
            on_device: say!(adding.on_device),
            found: say!(adding.found),
            put_back: say!(adding.put_back),
            let_go: say!(adding.let_go),
        }
    }
}

impl Here for CameraWords {
    fn here() -> Self {
        Self {
            open: say!(camera.open),
            asking: say!(camera.asking),
            picture: say!(camera.picture),
            film: say!(camera.film),
            stop: say!(camera.stop),
            close: say!(camera.close),
            taken: say!(camera.taken),
            no_camera: say!(camera.no_camera),
            seen: say!(camera.seen),
        }
    }
}

impl Here for LiveWords {
    fn here() -> Self {
        Self {
            here: say!(live.here),
            away: say!(live.away),
            full_screen: say!(conference.full_screen),
            blank: say!(conference.blank),
            keys: say!(conference.keys),
        }
    }
}

impl Here for OutboxWords {
    fn here() -> Self {
        Self { sent: say!(live.sent), waits: say!(live.waits), refused: say!(live.refused) }
    }
}

impl Here for RecorderWords {
    fn here() -> Self {
        Self {
            talk: say!(voice.talk),
            stop: say!(voice.stop),
            again: say!(voice.again),
            hint: say!(voice.talk_hint),
            asking: say!(voice.asking),
            listening: say!(voice.listening),
            ready: say!(voice.ready),
            longest: say!(voice.longest),
            no_microphone: say!(voice.no_microphone),
            drop: say!(voice.drop),
            choose: say!(voice.choose),
        }
    }
}

impl Here for UploadWords {
    fn here() -> Self {
        let max_mb = crate::limits::PICTURE_MB;
        let why = crate::wording::problem(crate::wording::locale(), &Problem::FileTooBig { max_mb });
        Self {
            sending: say!(work.up_wait, name = "{name}"),
            saved: say!(work.up_done, name = "{name}"),
            failed: say!(work.up_failed, name = "{name}"),
            too_big: say!(work.bad_file, name = "{name}", why = why),
            hold: say!(work.up_hold),
            describe: say!(work.describe),
            take_out: say!(work.take_out),
            describe_file: say!(file.describe),
            take_out_file: say!(file.take_out),
            pause: say!(file.up_pause),
            go_on: say!(file.up_go_on),
            stop: say!(file.up_stop),
            paused: say!(file.up_paused, name = "{name}"),
            lost: say!(file.up_lost, name = "{name}"),
            ready: say!(file.up_ready, name = "{name}"),
        }
    }
}
