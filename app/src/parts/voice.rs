//! Whose words these are: mark, label and edge, the same three everywhere.

use kinfolio::language::Language;
use kinfolio::person::Role;
use leptos::prelude::*;

/// The three voices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Round mark, running stitch.
    Student,
    /// Diamond mark, woven edge.
    Family,
    /// Triangle mark, double line.
    School,
}

impl Voice {
    /// The voice of somebody with this role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Student => Self::Student,
            Role::Family => Self::Family,
            Role::Advisor | Role::Lead => Self::School,
        }
    }

    /// For class names: `voice--student`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Family => "family",
            Self::School => "school",
        }
    }
}

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
    /// At the foot: ways on, each with its words.
    #[prop(optional)]
    ways: Vec<(String, String)>,
    /// An anchor for links from statements.
    #[prop(optional_no_strip, into)]
    id: Option<String>,
    /// What the words answer, above them.
    #[prop(optional_no_strip, into)]
    asked: Option<String>,
    /// Beneath the words: translations.
    #[prop(optional_no_strip)]
    beneath: Option<AnyView>,
    /// In a thread of feedback or replies: the edge only.
    #[prop(optional)]
    line: bool,
    children: Children,
) -> impl IntoView {
    use leptos_i18n::Locale as _;
    let other = (language.tag() != crate::wording::locale().as_str()).then(|| language.own_name().to_owned());
    let line = if line { " voice--line" } else { "" };
    view! {
        <article class=format!("voice voice--{}{line}", voice.as_str()) id=id>
            <VoiceMark voice name note=other/>
            {asked.map(|asked| view! { <p class="voice__other" dir="auto">{asked}</p> })}
            <div class="said" lang=language.tag().to_owned() dir="auto">{children()}</div>
            {beneath}
            {(note.is_some() || !ways.is_empty()).then(|| {
                let ways = ways.into_iter().map(|(to, words)| view! { <a class="noprint" href=to>{words}</a> });
                view! {
                    <p class="voice__foot">{note.map(|note| view! { <span>{note}</span> })} {ways.collect_view()}</p>
                }
            })}
        </article>
    }
}
