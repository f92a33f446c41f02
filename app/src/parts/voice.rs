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
pub fn VoiceMark(voice: Voice, #[prop(into)] name: String) -> impl IntoView {
    view! {
        <span class=format!("voice__mark voice__mark--{}", voice.as_str())>
            <span class="voice__sign" aria-hidden="true"></span>
            <bdi>{name}</bdi>
        </span>
    }
}

/// Somebody's words, with their mark, their name and their edge.
#[component]
pub fn VoiceCard(
    voice: Voice,
    /// Who says it: "Abuela Rosa".
    #[prop(into)]
    name: String,
    /// The language of the words, shown when it is not the page's.
    language: Language,
    /// Beside the name: a day, "said by X, written down by Y".
    #[prop(optional, into)]
    note: Option<String>,
    /// An anchor for links from statements.
    #[prop(optional, into)]
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    use leptos_i18n::Locale as _;
    let other = (language.tag() != crate::wording::locale().as_str()).then(|| language.own_name().to_owned());
    view! {
        <article class=format!("voice voice--{}", voice.as_str()) id=id>
            <header class="voice__head">
                <VoiceMark voice name/>
                {other.map(|name| view! { <span class="voice__language" lang=language.tag().to_owned()>{name}</span> })}
                {note.map(|note| view! { <span class="voice__note">{note}</span> })}
            </header>
            <div class="voice__words" lang=language.tag().to_owned() dir="auto">{children()}</div>
        </article>
    }
}
