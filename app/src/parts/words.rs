//! Words that people wrote, and small signs.

use kinfolio::field::FieldName;
use kinfolio::language::Language;
use leptos::prelude::*;

use super::{Hidden, TextArea, TextField};
use crate::fields::{Typed, Values};
use crate::shell::assets::AssetNames;
use crate::wording::apart;

/// Text as HTML shows it, for the two elements that leptos 0.8 fills wrongly: the text of `<textarea>` is not escaped, and
/// `<title>` gets a marker in it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// An icon of the sprite, beside words that say the same.
#[component]
pub fn Icon(
    /// The file's name in `style/icons`, without its ending.
    name: &'static str,
    /// Whether it points along the line, and so turns with the direction of the language.
    #[prop(optional)]
    flip: bool,
) -> impl IntoView {
    let icons = use_context::<AssetNames>().map_or("", |assets| assets.icons);
    let class = if flip { "icon icon--flip" } else { "icon" };
    view! { <svg class=class width="24" height="24" aria-hidden="true"><use href=format!("{icons}#{name}")></use></svg> }
}

/// A person's text that was written in Markdown, as `markdown.rs` made it into HTML.
#[component]
pub fn Prose(
    /// What [`Revision::prose`](kinfolio::work::Revision::prose) gives.
    html: String,
    /// The language they wrote it in.
    language: Language,
) -> impl IntoView {
    view! { <div class="prose" lang=language.tag().to_owned() dir="auto" inner_html=html></div> }
}

/// A person's words, plain, with their line breaks.
#[component]
pub fn Words(
    /// What they wrote.
    text: String,
    /// The language they wrote it in.
    language: Language,
) -> impl IntoView {
    let paragraphs = text
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph.lines().map(|line| view! { {line.to_owned()} <br/> }).collect_view();
            view! { <p dir="auto">{lines}</p> }
        })
        .collect_view();
    view! { <div class="said" lang=language.tag().to_owned()>{paragraphs}</div> }
}

/// Where somebody's words stand in a sentence of ours, for [`WithTheirs`].
pub const THEIRS: &str = "\u{FFFC}";

/// A sentence of ours with somebody's words in it, set apart in their own language.
#[component]
pub fn WithTheirs(
    /// Made with [`THEIRS`] where their words stand.
    sentence: String,
    #[prop(into)] words: String,
    language: Language,
) -> impl IntoView {
    let (before, after) = sentence.split_once(THEIRS).unwrap_or((&sentence, ""));
    let (before, after) = (before.to_owned(), after.to_owned());
    view! { {before} <bdi lang=language.tag().to_owned()>{words}</bdi> {after} }
}

/// Whether a value is what somebody wrote, rather than what a form says of itself: languages that set no spaces between
/// words have letters beyond ASCII.
pub(crate) fn is_written(value: &str) -> bool {
    let value = value.trim();
    value.contains(char::is_whitespace) || !value.is_ascii()
}

/// What somebody typed into a form that could not be taken, to be copied.
#[component]
pub fn TypedWordsBack(typed: Values) -> impl IntoView {
    let long: Vec<String> =
        typed.iter().filter(|(name, value)| !is_secret(name) && is_written(value)).map(|(_, v)| v.to_owned()).collect();
    (!long.is_empty()).then(|| {
        let areas = long
            .into_iter()
            .map(|words| {
                view! {
                    <textarea rows="8" readonly dir="auto" aria-label=say!(shell.typed_words)
                        inner_html=format!("\n{}", escaped(&words))></textarea>
                }
            })
            .collect_view();
        view! { <section class="flow"><h2>{say!(shell.typed_words)}</h2><p>{say!(shell.typed_words_do)}</p>{areas}</section> }
    })
}

/// Whether a field holds what is never sent back.
fn is_secret(name: &str) -> bool {
    name.starts_with("password")
}

/// A form that could not be taken, to be sent to the same place once more: with the words it came with, to be read and
/// changed. Passwords are typed again, and files chosen again.
#[component]
pub fn SendAgain(to: String, typed: Typed) -> impl IntoView {
    let words = typed.values.iter().map(|(name, value)| field_again(name, value)).collect_view();
    view! {
        <form class="flow" method="post" action=to enctype="multipart/form-data">
            <h2>{say!(shell.typed_words)}</h2>
            <p>{say!(refused.again_do)}</p>
            {words}
            <FilesAgain files=typed.files/>
            <div class="actions"><button class="btn btn--primary">{say!(refused.again)}</button></div>
        </form>
    }
}

/// The files of a form that came back, to be chosen again.
#[component]
pub fn FilesAgain(files: Vec<(String, String)>) -> impl IntoView {
    files
        .into_iter()
        .map(|(field, name)| {
            view! {
                <div class="field"><label>
                    {say!(refused.file_again, name = apart(&name))} " " <input type="file" name=field/>
                </label></div>
            }
        })
        .collect_view()
}

fn field_again(sent: &str, value: &str) -> AnyView {
    let name = FieldName::as_sent(sent);
    match () {
        () if is_secret(sent) => view! { <TextField name label=say!(entry.password) kind="password"/> }.into_any(),
        () if is_written(value) => {
            let rows = if value.chars().count() > 80 { 8 } else { 2 };
            view! { <TextArea name label=say!(shell.typed_words) value=value.to_owned() rows/> }.into_any()
        }
        () => view! { <Hidden name value/> }.into_any(),
    }
}

/// A patch that has come loose: for the pages that have nothing else to show.
#[component]
pub fn TroubleDrawing() -> impl IntoView {
    view! {
        <svg class="trouble__drawing" viewBox="0 0 120 72" width="180" height="108" fill="none" aria-hidden="true">
            <path d="M14 12h42v42H14z" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4"/>
            <path d="m66 20 40-8 8 40-40 8z" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4"/>
            <path d="M56 40c6 12 8 18 2 24s-14 2-10-4 14-4 24 2" stroke="currentColor" stroke-width="2"/>
        </svg>
    }
}
