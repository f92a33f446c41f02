//! What forms and states are called, and small views of a work.

use kinfolio::language::Language;
use kinfolio::work::{Picture, PictureWidth, Work, WorkCard, WorkForm, WorkState};
use leptos::prelude::*;

use crate::parts::Icon;

/// What a work is, in short: its form and, where there are words in it, their language.
pub fn facts(form: WorkForm, language: &Language) -> String {
    match language.is_none() {
        true => form_name(form),
        false => format!("{} · {}", form_name(form), language.own_name()),
    }
}

/// A form, by name.
pub fn form_name(form: WorkForm) -> String {
    match form {
        WorkForm::Story => say!(work.form_story),
        WorkForm::Demonstration => say!(work.form_demonstration),
        WorkForm::Performance => say!(work.form_performance),
        WorkForm::WalkThrough => say!(work.form_walk_through),
        WorkForm::Teaching => say!(work.form_teaching),
        WorkForm::Making => say!(work.form_making),
        WorkForm::Writing => say!(work.form_writing),
    }
}

/// A state, as a word with its mark.
#[component]
pub fn State(state: WorkState) -> impl IntoView {
    let (class, words) = match state {
        WorkState::Draft => ("state--draft", say!(work.state_draft)),
        WorkState::Kept => ("state--shown", say!(work.state_kept)),
        WorkState::Waiting => ("state--waiting", say!(work.state_waiting)),
        WorkState::NotYet => ("state--notyet", say!(work.state_not_yet)),
        WorkState::Mastered => ("state--mastered", say!(work.state_mastered)),
    };
    view! { <span class=format!("state {class}")>{words}</span> }
}

/// A title, or the words for having none yet.
pub fn title_of(work: &Work) -> String {
    if work.title.is_empty() { say!(work.untitled) } else { work.title.clone() }
}

/// A picture at the width its place needs, with its size, so that nothing jumps while it loads.
#[component]
pub fn Shown(
    picture: Picture,
    /// As in `sizes`: how wide it stands on the page.
    sizes: &'static str,
    /// Whether it may wait until it is scrolled to.
    #[prop(optional)]
    lazy: bool,
    /// Whether it is what is looked at first, so that it comes before everything else.
    #[prop(optional)]
    first: bool,
    /// Whether the words beside it say what it shows.
    #[prop(optional)]
    beside_words: bool,
) -> impl IntoView {
    let description = if beside_words { String::new() } else { picture.description.clone() };
    view! {
        <img src=picture.address(PictureWidth::Medium) srcset=picture.addresses() sizes=sizes alt=description
            width=picture.width.to_string() height=picture.height.to_string()
            loading=lazy.then_some("lazy") fetchpriority=first.then_some("high") decoding="async"/>
    }
}

/// A work in a list: thumbnail, title, state.
#[component]
pub fn WorkRow(
    card: WorkCard,
    #[prop(into)] to: String,
    #[prop(optional)] note: Option<String>,
    /// What its student can still add.
    #[prop(optional_no_strip)]
    open: Option<String>,
) -> impl IntoView {
    let thumb = match card.picture {
        Some(picture) => view! {
            <img class="thumb" src=picture.address(PictureWidth::Small) width=picture.width.to_string()
                height=picture.height.to_string() alt="" loading="lazy" decoding="async"/>
        }
        .into_any(),
        None => view! { <span class="thumb thumb--form"><Icon name="book"/></span> }.into_any(),
    };
    let language = card.work.language.tag().to_owned();
    view! {
        <li>
            {thumb}
            <h3><a href=to lang=language dir="auto">{title_of(&card.work)}</a></h3>
            <p>
                <State state=card.state/> {note.map(|note| format!(" · {note}"))}
                {open.map(|open| view! { <span class="still__line">{open}</span> })}
            </p>
        </li>
    }
}
