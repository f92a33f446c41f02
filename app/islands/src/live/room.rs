//! A device's place in its conference.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use kinfolio_browser::Connection;
use kinfolio_wire::conference::{Heard, NowShown, Step};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Storage, js_sys};

use super::DeviceRole;
use super::clock::MomentClock;
use super::keys::{self, KeyWish};
use super::speech;
pub use super::stage::fill_screen;
use super::stage::{exchange, find, is_dark, number, show_dark, zoom_one};

/// How often the time is looked at.
const TICK: Duration = Duration::from_secs(1);
/// How long an own step may be on its way before the others' word is taken.
const ON_ITS_WAY: Duration = Duration::from_millis(1500);

thread_local! {
    /// The page's own room, for its buttons.
    static ROOM: RefCell<Option<Rc<LiveRoom>>> = const { RefCell::new(None) };
}

struct LiveRoom {
    /// `/conference/{conference}`
    here: String,
    part: DeviceRole,
    connection: Connection,
    people: RwSignal<Vec<(String, String)>>,
    away: RwSignal<bool>,
    heard: Cell<Option<NowShown>>,
    /// Whether anything was heard since the connection was last there.
    greeted: Cell<bool>,
    clock: Cell<MomentClock>,
}

/// Takes the device's place.
pub fn open(conference: &str, part: DeviceRole, people: RwSignal<Vec<(String, String)>>, away: RwSignal<bool>) {
    let here = format!("/conference/{conference}");
    let room = Rc::new(LiveRoom {
        connection: Connection::to(format!("{here}/room")),
        here,
        part,
        people,
        away,
        heard: Cell::default(),
        greeted: Cell::new(false),
        clock: Cell::default(),
    });
    room.clock.set(MomentClock::read(&room.kept("clock").unwrap_or_default(), now()));
    ROOM.with(|own| *own.borrow_mut() = Some(room.clone()));
    if matches!(part, DeviceRole::Present | DeviceRole::Cues) {
        speech::wake();
        let wishing = room.clone();
        keys::listen(part == DeviceRole::Present, move |wish| wishing.grant(wish));
        let going = room.clone();
        window_event_listener(ev::popstate, move |_| {
            let path = window().location().pathname().unwrap_or_default();
            if let Some(to) = path.rsplit('/').next().and_then(|to| to.parse().ok()) {
                going.say(Step { to: Some(to), dark: None });
            }
            going.clone().show(None);
        });
    }
    let ticking = room.clone();
    let _ = set_interval_with_handle(move || ticking.tell_time(), TICK);
    let (hearing, broken) = (room.clone(), room.clone());
    room.connection.keep_open(
        move |bytes| {
            if let Ok(heard) = serde_json::from_slice(&bytes) {
                hearing.clone().hear(heard);
            }
        },
        move || {
            broken.greeted.set(false);
            broken.people.set(Vec::new());
            broken.away.set(true);
        },
    );
}

/// Dark, or light again.
pub fn darken() {
    // After the tap that asked for it has passed.
    set_timeout(
        || {
            let room = ROOM.with(|own| own.borrow().clone());
            if let Some(room) = room {
                room.grant(KeyWish::Dark);
            }
        },
        Duration::ZERO,
    );
}

impl LiveRoom {
    /// Does what a key or a tap stands for.
    fn grant(self: &Rc<Self>, wish: KeyWish) -> bool {
        if self.part == DeviceRole::Present && is_dark() {
            self.set_dark(false);
            return true;
        }
        match wish {
            KeyWish::FullScreen => fill_screen(),
            KeyWish::Dark => self.set_dark(true),
            KeyWish::Zoom => zoom_one(),
            KeyWish::Turned => {}
            KeyWish::To(to) => return self.go(to),
        }
        true
    }

    fn set_dark(&self, dark: bool) {
        show_dark(dark);
        self.say(Step { to: None, dark: Some(dark) });
    }

    /// Goes to another moment. The big screen goes at once, connected or not; the phone says so, and goes when it hears it.
    fn go(self: &Rc<Self>, to: i64) -> bool {
        if self.part == DeviceRole::Cues {
            return self.say(Step { to: Some(to), dark: None });
        }
        self.keep("wants", Some(&to.to_string()));
        self.set_clock(self.clock.get().moved(now()));
        self.say(Step { to: Some(to), dark: None });
        self.clone().show(Some(to));
        let room = self.clone();
        set_timeout(
            move || {
                // Others have gone elsewhere since: theirs is where the conference is.
                if room.connection.is_open() && room.kept("wants") == Some(to.to_string()) {
                    room.keep("wants", None);
                    room.keep_step();
                }
            },
            ON_ITS_WAY,
        );
        true
    }

    fn say(&self, step: Step) -> bool {
        serde_json::to_vec(&step).is_ok_and(|words| self.connection.say(&words))
    }

    /// Hears where the conference is and who is there.
    fn hear(self: Rc<Self>, heard: Heard) {
        self.away.set(false);
        self.people.set(heard.people.into_iter().map(|guest| (guest.name, guest.voice)).collect());
        let first = !self.greeted.replace(true);
        let Some(shown) = heard.now else { return };
        let known = self.heard.replace(Some(shown));
        let wants = self.kept("wants").and_then(|wants| wants.parse::<i64>().ok());
        match wants {
            Some(wants) if wants == shown.place => self.keep("wants", None),
            // It went on by itself while the connection was down.
            Some(wants) => {
                if first {
                    self.say(Step { to: Some(wants), dark: None });
                }
                return;
            }
            None => {}
        }
        self.set_clock(MomentClock::set(shown.here, shown.whole, now()));
        if self.part == DeviceRole::Present {
            show_dark(shown.dark);
        }
        // The page itself says where it was when it was made.
        let moved = known.is_none_or(|known| (known.place, known.dark) != (shown.place, shown.dark));
        if moved || first {
            self.keep_step();
        }
    }

    /// Shows the place that was last heard of, where this page shows another one.
    fn keep_step(self: &Rc<Self>) {
        let Some(shown) = self.heard.get() else { return };
        let dark = shown.dark && self.part == DeviceRole::Follow;
        let here = (number("data-place"), number("data-dark").unwrap_or_default() == 1);
        // A plan that is presented for the first time is not led to an end that was another day's.
        let ended = shown.place == 0 && self.part == DeviceRole::Present && here.0.is_none();
        if here != (Some(shown.place), dark) && !ended && self.part != DeviceRole::Lobby {
            self.clone().show(Some(shown.place));
        }
    }

    /// Shows a place in this very page where that works, else by loading it; without one, the place of the address.
    fn show(self: Rc<Self>, to: Option<i64>) {
        // Whoever looks back is not torn away: the page says where the conference is now.
        let address = match (self.part, to) {
            (DeviceRole::Present, Some(to)) => format!("{}/present/{to}", self.here),
            (DeviceRole::Present, None) => window().location().pathname().unwrap_or_default(),
            (DeviceRole::Cues, _) => format!("{}/cues", self.here),
            (DeviceRole::Follow, _) => window().location().pathname().unwrap_or_default(),
            (DeviceRole::Lobby, _) => return,
        };
        let keep_in_history = self.part == DeviceRole::Present && to.is_some();
        speech::hush();
        spawn_local(async move {
            if exchange(&address, keep_in_history).await.is_none() && self.connection.is_open() {
                let _ = window().location().set_href(&address);
            }
            self.tell_time();
        });
    }

    fn set_clock(&self, clock: MomentClock) {
        self.clock.set(clock);
        self.keep("clock", Some(&clock.written()));
    }

    /// Says how much time is left for this moment, and how much has passed.
    fn tell_time(&self) {
        let (Some(place), Some(minutes)) = (find(".room__time"), number("data-minutes")) else { return };
        let (clock, minutes) = (self.clock.get(), u64::try_from(minutes).unwrap_or_default());
        if let Some(thread) = find(".stitches progress") {
            let _ = thread.set_attribute("value", &(clock.here(now()) / 1000).to_string());
        }
        let left = clock.minutes_left(minutes, now());
        let words = find(&format!("[data-left] > :nth-child({})", left + 1)).and_then(|words| words.text_content());
        let whole = place.get_attribute("data-whole").unwrap_or_default();
        let whole = whole.replace("{spent}", &clock.minutes_spent(now()).to_string());
        let words = format!("{} · {whole}", words.unwrap_or_default());
        if place.text_content().as_deref() != Some(&words) {
            place.set_text_content(Some(&words));
        }
    }

    /// What this window keeps of the conference, across its pages.
    fn kept(&self, what: &str) -> Option<String> {
        store()?.get_item(&format!("kinfolio-{what}-{}", self.here)).ok().flatten()
    }

    fn keep(&self, what: &str, value: Option<&str>) {
        let key = format!("kinfolio-{what}-{}", self.here);
        if let Some(store) = store() {
            let _ = match value {
                Some(value) => store.set_item(&key, value),
                None => store.remove_item(&key),
            };
        }
    }
}

fn now() -> u64 {
    js_sys::Date::now() as u64
}

fn store() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
