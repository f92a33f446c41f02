//! Head, header, navigation, footer.

use kinfolio::field;
use kinfolio::person::{Role, Viewer};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos_axum::ResponseOptions;

use super::tags::quoted;
use super::{Frame, Place, Surroundings, Tier};
use crate::account::notices;
use crate::own_words::{GuessSaid, WritesIn};
use crate::parts::{Icon, Leaving, RecordingsHere, escaped};
use crate::wording::{Locale, direction, locale, locales};

/// The whole document around a page's body.
pub(super) fn document(at: Surroundings, body: impl FnOnce() -> AnyView) -> impl IntoView {
    provide_context(at.assets.clone());
    provide_context(at.viewer.as_ref().map(WritesIn::of).unwrap_or_default());
    let recordings = RecordingsHere::default();
    if at.listening.as_ref().is_some_and(|listening| listening.now) {
        provide_context(recordings.clone());
    }
    // Made first: what stands above it tells of the recordings in it.
    let body = body();
    let listen = at.listening.clone().filter(|listening| !listening.is_at_foot);
    let listen = listen.map(|listening| super::listening::bar(listening, &recordings));
    let zone = at.viewer.as_ref().map(|viewer| viewer.time_zone.clone()).unwrap_or_default();
    let told = notices::strip(&at.notices, &zone, &at.path);
    let title = format!("{} · Kinfolio", at.page.title);
    let script = (at.page.tier == Tier::Island).then(|| super::client::client(&at.assets)).flatten();
    let (header, footer) = match at.page.room {
        Frame::House => (Some(header(&at)), Some(footer(&at))),
        Frame::Bare | Frame::Dark => (None, None),
    };
    let holder = at.holder.clone();
    let keys = holder.as_ref().map(|holder| holder.keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join(" "));
    let said = at.said.clone().map(|said| {
        let here = at.path.split('?').next().unwrap_or("/").to_owned();
        let (lang, dir) = (said.lang(), said.dir());
        let guess = at.guess.clone().map(|guess| view! { <GuessSaid guess here=here.clone()/> });
        view! {
            <div class="flash" role="status" id="said">
                <Icon name="check"/>
                <div lang=lang dir=dir>{said.words} {guess}</div>
                {at.undo.clone().map(|undo| view! {
                    <form method="post" action=format!("/undo/{undo}")>
                        <button class="btn btn--small">{say!(undo.undo)}</button>
                    </form>
                })}
                <a class="btn btn--quiet btn--small" href=here>{say!(shell.close)}</a>
            </div>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang=locale().as_str() dir=direction(locale()) data-theme=(at.page.room == Frame::Dark).then_some("dark")>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title inner_html=escaped(&title)></title>
                {at.page.preview.as_deref().map(|words| preview_tags(&at.page.title, words))}
                <link rel="stylesheet" href=at.assets.core_css/>
                {(at.page.tier > Tier::Reading).then(|| view! { <link rel="stylesheet" href=at.assets.more_css/> })}
                <link rel="icon" href=at.assets.favicon type="image/svg+xml"/>
                {script}
                {at.page.again.then(|| view! { <noscript><meta http-equiv="refresh" content="10"/></noscript> })}
                {at.page.script.and_then(|script| script.address(&at.assets)).map(|address| {
                    let nonce = use_nonce().map(|nonce| nonce.to_string());
                    view! { <script type="module" src=address nonce=nonce></script> }
                })}
            </head>
            <body class=at.page.room.class() data-person=holder.as_ref().map(|holder| holder.person.to_string())
                data-key=keys data-session=holder.map(|holder| holder.mark)>
                <a class="skip" href="#page">{say!(shell.skip)}</a>
                {header}
                {said}
                {told}
                {listen}
                {body}
                {footer}
            </body>
        </html>
    }
}

/// What those see who are shown what is behind a link: the same behind each.
fn preview_tags(title: &str, words: &str) -> InertElement {
    let (title, words) = (quoted(title), quoted(words));
    InertElement::new(format!(
        "<meta name=\"description\" content=\"{words}\"><meta name=\"robots\" content=\"noindex, nofollow\">\
         <meta property=\"og:site_name\" content=\"Kinfolio\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{words}\">"
    ))
}

/// On a page with islands, no script runs but this very page's.
pub(super) fn guard_scripts() {
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let policy = super::csp::islands(&nonce);
    if let (Some(response), Ok(policy)) = (use_context::<ResponseOptions>(), policy.parse()) {
        response.insert_header(http::header::CONTENT_SECURITY_POLICY, policy);
    }
}

fn header(at: &Surroundings) -> impl IntoView + use<> {
    let home = if at.viewer.is_some() { "/" } else { "/sign-in" };
    let runs = at.page.tier == Tier::Island;
    let person = at.viewer.clone().map(|viewer| {
        let leaving = runs.then(|| view! { <Leaving/> });
        // A phone that has the cue notes is nobody's own.
        let account = viewer.cues_of.is_none().then(|| crate::account::title(locale(), viewer.role));
        let way_out = if viewer.grant_id.is_some() { say!(shell.leave) } else { say!(leaving.go) };
        view! {
            <details class="menu">
                <summary><bdi class="menu__name">{viewer.name}</bdi></summary>
                <form class="menu__list" method="post" action="/sign-out">
                    {account.map(|account| view! { <a href="/account">{account}</a> <a href="/translations">{say!(shell.words)}</a> })}
                    <button>{way_out}</button>
                    {leaving}
                </form>
            </details>
        }
    });
    view! {
        <header class="top">
            <a class="brand" href=home>"Kinfolio"</a>
            {at.viewer.as_ref().map(|viewer| navigation(viewer, at.page.place))}
            <div class="top__end">{languages(&at.path)} {person}</div>
        </header>
    }
}

/// The places somebody goes to, by what they do here.
fn navigation(viewer: &Viewer, here: Place) -> impl IntoView + use<> {
    let own = |page: &str| format!("/student/{}/{page}", viewer.person_id);
    let places: Vec<(Place, String, String)> = match viewer.role {
        Role::Student => vec![
            (Place::Home, "/".to_owned(), say!(shell.home)),
            (Place::Works, "/work".to_owned(), say!(work.title)),
            (Place::Targets, own("targets"), say!(shell.targets)),
            (Place::Portfolio, own("portfolio"), say!(portfolio.title)),
            (Place::Definition, own("definition"), say!(shell.definition)),
            (Place::Conference, own("conference"), say!(conference.title)),
            (Place::Family, own("family"), say!(family.title)),
        ],
        Role::Family => vec![(Place::Home, "/".to_owned(), say!(shell.home))],
        Role::Advisor => vec![
            (Place::Board, "/".to_owned(), say!(shell.board)),
            (Place::Times, "/times".to_owned(), say!(time.title)),
            (Place::Targets, "/targets".to_owned(), say!(target.title)),
        ],
        Role::Lead => vec![
            (Place::Home, "/".to_owned(), say!(shell.school)),
            (Place::People, "/people".to_owned(), say!(people.title)),
            (Place::Targets, "/targets".to_owned(), say!(target.title)),
        ],
    };
    let links = places
        .into_iter()
        .map(|(place, path, name)| {
            view! { <a href=path aria-current=(place == here).then_some("page")>{name}</a> }
        })
        .collect_view();
    view! { <nav class="nav" aria-label=say!(shell.navigation)>{links}</nav> }
}

/// Choosing the language of the pages: a form, so that it works everywhere and stays on this device.
fn languages(path: &str) -> impl IntoView + use<> {
    let here = locale();
    let own_name = locales().find(|(other, _)| *other == here).map_or("", |(_, name)| name);
    view! {
        <details class="menu">
            <summary><Icon name="globe"/> <span class="sr">{say!(shell.language)} ": "</span>{own_name}</summary>
            <form class="menu__list" method="post" action="/language">
                <input type="hidden" name=field::THEN.wire() value=path.to_owned()/>
                <LanguageButtons/>
            </form>
        </details>
    }
}

/// A button for each language. On a page where something is typed, it takes that along (`keyed`).
#[component]
fn LanguageButtons() -> impl IntoView {
    let here = locale();
    locales()
        .map(|(other, name)| {
            let current = (other == here).then_some("true");
            view! {
                <button data-switch="yes" name=field::LANGUAGE.wire() value=other.as_str() lang=other.as_str()
                    dir=direction(other) aria-current=current>
                    {name}
                </button>
            }
        })
        .collect_view()
}

/// The same, at the end of a form that is not the first one of its page.
pub(super) fn languages_of_form(locale: Locale) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(locale);
        view! {
            <details class="fold">
                <summary>{say!(shell.language)}</summary>
                <div class="actions"><LanguageButtons/></div>
            </details>
        }
        .to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

fn footer(at: &Surroundings) -> impl IntoView + use<> {
    let school = at.viewer.as_ref().map(|viewer| viewer.school_name.clone());
    let demo = at.demo.then(|| say!(shell.demo));
    let bin = at.viewer.as_ref().map(|_| view! { <a class="soft" href="/bin">{say!(bin.title)}</a> });
    let record = at.viewer.as_ref().map(|_| view! { <a class="soft" href="/record">{say!(record.title)}</a> });
    let words = at.viewer.as_ref().map(|_| {
        // Where somebody has read them through, the menu is way enough.
        (!locale().is_read_through()).then(|| {
            let to = format!("/translations/{}", locale().as_str());
            let own_name = locales().find(|(other, _)| *other == locale()).map_or("", |(_, name)| name);
            let label = format!("{}: {own_name}", say!(shell.words));
            view! { <span><a class="soft" href=to aria-label=label>{say!(shell.words)}</a> " " <span class="soft">{say!(shell.words_unread)}</span></span> }
        })
    });
    let listen = at.listening.clone().filter(|listening| listening.is_at_foot);
    let listen = listen.map(|listening| view! { <a class="soft" href=listening.other>{say!(listen.listen)}</a> });
    view! { <footer class="foot"><bdi>{school}</bdi> {listen} {bin} {record} {words} <span>{demo}</span></footer> }
}
