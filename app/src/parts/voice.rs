//! Whose words these are: mark, label and edge, the same three everywhere.

use kinfolio::language::Language;
pub use kinfolio::voice::Voice;
use leptos::prelude::*;

use super::way_about;
use crate::wording::Worded;

/// A voice's mark beside a name: round, diamond or triangle.
#[component]
pub fn VoiceMark(
    voice: Voice,
    #[prop(into)] name: String,
    /// In smaller type behind the name: a language, a kinship.
    #[prop(optional_no_strip, into)]
    note: Option<String>,
) -> impl IntoView {
    view! {
        <p class=format!("who who--{}", voice.as_str())>
            <bdi>{name}</bdi> {note.map(|note| view! { " " <small>"· " <bdi>{note}</bdi></small> })}
        </p>
    }
}

/// Somebody's words, with their mark, their name and their edge: a patch of the quilt.
#[component]
pub fn VoiceCard(
    voice: Voice,
    /// Who says it: "Abuela Rosa".
    #[prop(into)]
    name: String,
    /// The language of the words, named when it is not the page's.
    language: Language,
    /// At the foot: a day, "said by X, written down by Y".
    #[prop(optional_no_strip, into)]
    note: Option<String>,
    /// At the foot: ways on, each with its words. One without an address is there to be seen, and leads nowhere.
    #[prop(optional)]
    ways: Vec<(String, String)>,
    /// The words themselves, whose beginning tells these ways from those of another voice; the name does, where there are none.
    #[prop(optional, into)]
    about: String,
    /// An anchor for links from statements.
    #[prop(optional_no_strip, into)]
    id: Option<String>,
    /// What the words answer, above them.
    #[prop(optional_no_strip, into)]
    asked: Option<Worded>,
    /// Beneath the words: translations.
    #[prop(optional_no_strip)]
    beneath: Option<AnyView>,
    /// In a thread of feedback or replies: the edge only.
    #[prop(optional)]
    line: bool,
    children: Children,
) -> impl IntoView {
    let other = (language.tag() != crate::wording::locale().as_str() && !language.is_none())
        .then(|| language.own_name().to_owned());
    let line = if line { " voice--line" } else { "" };
    let about = match (about.trim().is_empty(), &note) {
        (false, _) => about,
        (true, Some(note)) => format!("{name} · {note}"),
        (true, None) => name.clone(),
    };
    view! {
        <article class=format!("voice voice--{}{line}", voice.as_str()) id=id>
            <VoiceMark voice name note=other/>
            {asked.map(|asked| view! { <p class="voice__other" lang=asked.lang() dir="auto">{asked.words.clone()}</p> })}
            <div class="said" lang=language.tag().to_owned() dir="auto">{children()}</div>
            {beneath}
            {(note.is_some() || !ways.is_empty()).then(|| {
                let ways = ways.into_iter().map(|(to, words)| {
                    let label = way_about(&words, &about);
                    view! { <a class="noprint" href=(!to.is_empty()).then_some(to) aria-label=label>{words}</a> }
                });
                view! {
                    <p class="voice__foot">{note.map(|note| view! { <span>{note}</span> })} {ways.collect_view()}</p>
                }
            })}
        </article>
    }
}
