//! Finding somebody among the people of a school, and the ways from page to page.

use kinfolio::field;
use kinfolio::person::listing::{Group, Label, Listing, ShownPeople, Span, Wanted};
use leptos::prelude::*;

use crate::asking::Asking;

/// How many pages on either side of this one have a way to them, beside the first and the last.
const NEAR: usize = 3;

/// What the address asks for.
pub(super) fn wanted(asking: &Asking) -> Wanted {
    let query = asking.query();
    let page = query.get(field::PAGE).parse::<usize>().unwrap_or(1).saturating_sub(1);
    Wanted { find: query.get(field::FIND).trim().to_owned(), show: ShownPeople::named(query.get(field::SHOW)), page }
}

/// What a group is called.
pub(super) fn title(group: &Group, wanted: &Wanted) -> String {
    match group {
        Group::Of(advisory) => advisory.name.clone(),
        Group::InNone => say!(people.no_advisory),
        Group::Staff => say!(people.staff),
        Group::Found if wanted.find.is_empty() => wanted.show.map(shown_words).unwrap_or_default(),
        Group::Found => wanted.find.clone(),
    }
}

/// A field to find somebody by, the ways to other pages, and, where nobody was found, that.
#[component]
pub(super) fn Finder(
    /// The page it is on.
    to: &'static str,
    wanted: Wanted,
    is_empty: bool,
) -> impl IntoView {
    let looks = !wanted.find.is_empty() || wanted.show.is_some();
    let shown = wanted.show;
    let everybody = view! { <option value="">{say!(people.show_everybody)}</option> };
    let choices = ShownPeople::ALL.iter().map(|one| {
        view! { <option value=one.as_str() selected=shown == Some(*one)>{shown_words(*one)}</option> }
    });
    let choices = choices.collect::<Vec<_>>();
    view! {
        <form class="row" method="get" action=to role="search">
            <label for="find">{say!(people.find)}</label>
            <input type="search" id="find" name=field::FIND.wire() value=wanted.find dir="auto" autocomplete="off"/>
            <label for="show">{say!(people.show)}</label>
            <select id="show" name=field::SHOW.wire()>{everybody} {choices}</select>
            <button class="btn btn--small">{say!(people.find_do)}</button>
            {looks.then(|| view! { <a href=to>{say!(people.find_all)}</a> })}
        </form>
        {(looks && is_empty).then(|| view! { <p role="status">{say!(people.find_none)}</p> })}
    }
}

/// Some of the people, by name.
fn shown_words(shown: ShownPeople) -> String {
    match shown {
        ShownPeople::Students => say!(people.show_students),
        ShownPeople::Families => say!(people.show_families),
        ShownPeople::Staff => say!(people.staff),
        ShownPeople::NoWayIn => say!(people.cannot_sign_in),
        ShownPeople::Gone => say!(people.show_gone),
    }
}

/// The ways to the other pages, by what stands on them; nothing where there is one page.
pub(super) fn ways(to: &'static str, wanted: &Wanted, listing: &Listing) -> Option<AnyView> {
    let last = listing.pages.len().checked_sub(1).filter(|last| *last > 0)?;
    let here = listing.here;
    let mut before = None;
    let ways: Vec<_> = listing
        .pages
        .iter()
        .enumerate()
        .filter(|(page, _)| *page == 0 || *page == last || page.abs_diff(here) <= NEAR)
        .map(|(page, span)| {
            let gap = before.is_some_and(|before| before + 1 < page).then_some("… ");
            before = Some(page);
            let current = (page == here).then_some("page");
            view! { <li>{gap}<a href=address(to, wanted, page) aria-current=current><bdi>{words(span)}</bdi></a></li> }
        })
        .collect();
    Some(view! { <nav class="small" aria-label=say!(people.pages)><ul class="inline">{ways}</ul></nav> }.into_any())
}

fn address(to: &str, wanted: &Wanted, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !wanted.find.is_empty() {
        query.append_pair("find", &wanted.find);
    }
    if let Some(show) = wanted.show {
        query.append_pair(field::SHOW.as_str(), show.as_str());
    }
    if page > 0 {
        query.append_pair("page", &(page + 1).to_string());
    }
    match query.finish() {
        query if query.is_empty() => to.to_owned(),
        query => format!("{to}?{query}"),
    }
}

fn words(span: &Span) -> String {
    let name = |label: &Label| match label {
        Label::Named(name) => name.clone(),
        Label::InNone => say!(people.no_advisory),
        Label::Staff => say!(people.staff),
    };
    match span.part {
        Some(part) => format!("{} · {}", name(&span.first), crate::wording::number(part as i64)),
        None if span.first == span.last => name(&span.first),
        None => format!("{} – {}", name(&span.first), name(&span.last)),
    }
}
