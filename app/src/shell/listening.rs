//! Hearing a page: a link asks for it, and the page that answers reads itself aloud with the device's own voices
//! (`public/listen.js`). Where nobody asks, nothing runs.

use http::StatusCode;
use kinfolio::field;
use kinfolio::person::Role;
use leptos::prelude::*;

use super::{Frame, Page, Script, Tier};
use crate::asking::Asking;
use crate::parts::{Icon, Player, RecordingsHere};

/// Whether a page is read aloud, and the address where it is the other way round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listening {
    /// Whether it is asked for.
    pub now: bool,
    /// The page with it, or without.
    pub other: String,
    /// Whether the way to it stands at the foot of the page: a student's pages have what they are for at their head.
    pub is_at_foot: bool,
}

impl Listening {
    /// How it is with this page. Students and families are offered it, wherever they read: not on the answer to a form, which
    /// has words in it that the way there would lose.
    pub fn of(asking: &Asking, page: &Page) -> Option<Self> {
        let role = asking.somebody()?.role;
        let reads = matches!(role, Role::Family | Role::Student);
        let is_read = page.status == StatusCode::OK && page.room == Frame::House && page.script.is_none();
        if !reads || !is_read || !(page.tier == Tier::Reading || page.heard) || !asking.parts.method.is_safe() {
            return None;
        }
        let query = asking.query();
        let now = query.has(field::LISTEN);
        let of_this_moment = [field::LISTEN, field::SAID, field::UNDO, field::LANGUAGE_GUESS];
        let mut asked = form_urlencoded::Serializer::new(String::new());
        asked.extend_pairs(query.iter().filter(|(name, _)| of_this_moment.iter().all(|other| other.as_str() != *name)));
        if !now {
            asked.append_pair(field::LISTEN.as_str(), "1");
        }
        let (path, asked) = (asking.path(), asked.finish());
        let other = if asked.is_empty() { path.to_owned() } else { format!("{path}?{asked}") };
        Some(Self { now, other, is_at_foot: role == Role::Student && !now })
    }

    /// What runs on such a page.
    pub fn script(&self) -> Option<Script> {
        self.now.then_some(Script::Listen)
    }
}

/// Above a page: the way to hear it, or the buttons while it is heard.
pub(super) fn bar(listening: Listening, recordings: &RecordingsHere) -> AnyView {
    let other = listening.other;
    if !listening.now {
        return view! {
            <aside class="listen noprint" aria-label=say!(listen.title)>
                <a class="btn btn--big" href=other><Icon name="play"/> {say!(listen.listen)}</a>
            </aside>
        }
        .into_any();
    }
    let buttons = [
        ("play", say!(listen.play), "btn btn--primary btn--big"),
        ("pause", say!(listen.pause), "btn btn--primary btn--big"),
        ("back", say!(listen.back), "btn btn--big"),
        ("next", say!(listen.next), "btn btn--big"),
    ]
    .map(|(does, words, class)| view! { <button type="button" class=class data-does=does hidden>{words}</button> });
    let recordings = recordings.taken();
    let recordings = match recordings.is_empty() {
        true => view! { <p>{say!(listen.no_recordings)}</p> }.into_any(),
        false => {
            let players =
                recordings.into_iter().map(|(sound, name)| view! { <li>{name.clone()} <Player sound name/></li> });
            view! { <p>{say!(listen.recordings)}</p> <ul class="lines">{players.collect_view()}</ul> }.into_any()
        }
    };
    // The language's name is put in where the voice is missed.
    let voiceless = say!(listen.voiceless, language = "%");
    view! {
        <section class="listen listen--on noprint" id="listen" aria-label=say!(listen.title) data-voiceless=voiceless
            data-end=say!(listen.end) data-mute=say!(listen.mute)>
            <div class="actions">{buttons} <a class="btn btn--quiet" href=other>{say!(listen.stop)}</a></div>
            <p id="listen-news" role="status"></p>
            <noscript><p>{say!(listen.needs_script)}</p> {recordings}</noscript>
        </section>
    }
    .into_any()
}
