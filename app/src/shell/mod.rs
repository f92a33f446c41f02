//! The page around every page: head, header, navigation, footer; and the pages for what could not be answered.

pub mod assets;
mod client;
pub mod csp;
mod document;
mod forms;
mod keyed;
mod listening;
mod named;
mod refill;
mod refused;
mod tags;

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Request, StatusCode};
use kinfolio::definition::SchoolWords;
use kinfolio::field;
use kinfolio::id::{PersonId, UndoId};
use kinfolio::person::DeviceKey;
use kinfolio::person::notice::AccountNotice;
use leptos::prelude::*;

pub(crate) use crate::said::Done;
pub(crate) use refill::{Refill, Refilled};
pub use refused::error_pages;

use crate::account::last_used::UseToNote;
use crate::asking::{Asking, SESSION};
use crate::cookies::without_traces;
use crate::family::visiting::VisitToNote;
use crate::form::Form;
use crate::own_words::GuessedLanguage;
use crate::refusal::Refusal;
use crate::wording::Worded;

/// A page to be made.
#[derive(Clone, Debug)]
pub struct Page {
    title: String,
    status: StatusCode,
    tier: Tier,
    place: Place,
    room: Frame,
    form: Form,
    /// What those see who are shown what is behind a link.
    preview: Option<String>,
    script: Option<Script>,
    /// Whether a browser without scripts loads it anew now and then.
    again: bool,
    /// Whether it is offered to be read aloud although people work on it.
    heard: bool,
}

/// The frame a page's body stands in. Every body begins with one of these (presenting with its own `<main id="page">`).
#[component]
pub fn Main(
    /// How wide it may get.
    #[prop(optional)]
    width: Width,
    /// Where a conference is that this page follows.
    #[prop(optional, into)]
    place: Option<String>,
    /// Whether its screen is dark.
    #[prop(optional)]
    dark: bool,
    children: Children,
) -> impl IntoView {
    let class = match width {
        Width::Text => "page",
        Width::Narrow => "page page--narrow",
        Width::Wide => "page page--wide",
    };
    let focus = place.as_ref().map(|_| "-1");
    view! { <main class=class id="page" tabindex=focus data-place=place data-dark=dark.then_some("1")>{children()}</main> }
}

/// How wide a page's column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// For reading.
    #[default]
    Text,
    /// For a form, or one thing.
    Narrow,
    /// For boards and tables.
    Wide,
}

/// What a page costs to load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Core styles only: what families read.
    Reading,
    /// And the styles of forms, boards and print.
    Working,
    /// And the client, for a page that holds an island.
    Island,
}

/// What runs on a page that is not an island.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// People write together on it.
    Editor,
    /// Its form for files is sent as soon as something is in it (`public/quick.js`).
    QuickAdd,
    /// A link on it is sent on, by what the device has for that (`public/share.js`).
    Share,
    /// It reads itself aloud (`public/listen.js`).
    Listen,
}

impl Script {
    fn address(self, assets: &assets::AssetNames) -> Option<&'static str> {
        match self {
            Self::Editor => assets.editor,
            Self::QuickAdd => Some("/quick.js"),
            Self::Share => Some("/share.js"),
            Self::Listen => Some("/listen.js"),
        }
    }
}

/// Where in the product a page is, for the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// None of the named places.
    Elsewhere,
    Home,
    Works,
    Portfolio,
    Definition,
    Conference,
    Family,
    People,
    Targets,
    Board,
    Times,
}

/// What stands around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Header, navigation, one column.
    House,
    /// Nothing but the page: a letter to print.
    Bare,
    /// Presenting: a dark room.
    Dark,
}

impl Frame {
    fn class(self) -> Option<&'static str> {
        (self == Self::Dark).then_some("room")
    }
}

impl Page {
    /// A reading page with this title, as plain text.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            status: StatusCode::OK,
            tier: Tier::Reading,
            place: Place::Elsewhere,
            room: Frame::House,
            form: Form::default(),
            preview: None,
            script: None,
            again: false,
            heard: false,
        }
    }

    /// Where it is.
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// A page that people work on.
    pub fn working(self) -> Self {
        Self { tier: self.tier.max(Tier::Working), ..self }
    }

    /// A page that holds an island.
    pub fn with_islands(self) -> Self {
        Self { tier: Tier::Island, ..self }
    }

    /// A page on which people write together: it loads the editor, and nothing else that runs.
    pub fn with_editor(self) -> Self {
        Self { script: Some(Script::Editor), ..self }
    }

    /// A page with the form that is sent as soon as something is chosen.
    pub fn with_quick_add(self) -> Self {
        Self { script: Some(Script::QuickAdd), ..self }.working()
    }

    /// A page with a link that is sent on.
    pub(crate) fn with_share(self) -> Self {
        Self { script: Some(Script::Share), ..self }.working()
    }

    /// A page that changes while it is looked at: a browser without scripts loads it anew now and then.
    pub fn looked_at_again(self) -> Self {
        Self { again: true, ..self }
    }

    /// With a sentence for those who are shown what is behind a link.
    pub(crate) fn previewed(self, words: String) -> Self {
        Self { preview: Some(words), ..self }
    }

    /// A page that people work on, and that is offered to be read aloud like one they read.
    pub fn heard(self) -> Self {
        Self { heard: true, ..self }
    }

    /// Without header and navigation.
    pub fn bare(self) -> Self {
        Self { room: Frame::Bare, ..self }
    }

    /// Presenting: a dark room, without header and navigation.
    pub fn in_the_dark(self) -> Self {
        Self { room: Frame::Dark, ..self }
    }

    /// With this status.
    pub fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// With a form: what was typed, and what is wrong with it. When something is, the page's status is 422.
    pub fn with_form(self, form: Form) -> Self {
        let status = if form.problems().is_empty() { self.status } else { StatusCode::UNPROCESSABLE_ENTITY };
        Self { form, status, ..self }
    }
}

/// Who and where, for the header.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    pub page: Page,
    pub viewer: Option<kinfolio::person::Viewer>,
    pub assets: assets::AssetNames,
    pub path: String,
    pub said: Option<Worded>,
    /// What was said to be done, while it can be undone.
    pub undo: Option<UndoId>,
    /// The language that words were taken to be in, to be said.
    pub guess: Option<GuessedLanguage>,
    /// What is said of ways in that were changed.
    pub notices: Vec<AccountNotice>,
    pub demo: bool,
    /// Whose words may wait on this device, on pages that run something.
    pub holder: Option<DeviceHolder>,
    /// Whether it is read aloud; none where that is not offered.
    pub listening: Option<listening::Listening>,
}

/// Whoever holds the device, as what runs on a page has to know them: it lays their words by and seals them.
#[derive(Clone, Debug)]
pub(crate) struct DeviceHolder {
    pub person: PersonId,
    /// What seals and, after it, what opens as well: notes may wait from when this phone held cues only.
    pub keys: Vec<DeviceKey>,
    /// The session's mark.
    pub mark: String,
}

impl Asking {
    /// Makes a page. `body` is called once.
    pub async fn page<V>(&self, page: Page, body: impl FnOnce() -> V + Send + 'static) -> Response
    where
        V: IntoView + 'static,
    {
        let locale = self.locale;
        let form = page.form.clone();
        let words = self.school_words.clone();
        let status = page.status;
        // A letter that waits on the device is sent from wherever its author goes; a page that runs nothing could not.
        let sends = page.room == Frame::House && page.script != Some(Script::Editor) && self.has_unsent(true);
        let page = if sends { page.with_islands() } else { page };
        let pass = self.form_pass(&form, page.tier == Tier::Island);
        let refill = self.parts.extensions.get::<Refill>().cloned();
        let listening = listening::Listening::of(self, &page);
        let page = Page { script: listening.as_ref().and_then(listening::Listening::script).or(page.script), ..page };
        let surroundings = Surroundings {
            viewer: self.somebody().cloned(),
            assets: self.services.assets.clone(),
            path: pass.here.clone(),
            said: crate::said::sentence(locale, self.query().get(field::SAID)),
            undo: self.viewer().ok().and_then(|_| UndoId::parse(self.query().get(field::UNDO))),
            guess: GuessedLanguage::read(self.query().get(field::LANGUAGE_GUESS)).filter(|_| self.somebody().is_some()),
            notices: self.notices.get().cloned().unwrap_or_default(),
            demo: self.services.settings.demo,
            holder: self.device_holder().filter(|_| page.script == Some(Script::Editor) || page.tier == Tier::Island),
            listening,
            page,
        };
        let finish = move |html: String| forms::finished(html, &pass, locale, refill.as_ref());
        let mut response = if surroundings.page.tier == Tier::Island {
            with_client(surroundings, locale, form, words, self.parts.uri.clone(), (body, finish)).await
        } else {
            plain(surroundings, locale, form, words, (body, finish))
        };
        *response.status_mut() = status;
        // What a page shows depends on who asks, so no shared cache may keep it; nor may the device, past signing out.
        response.headers_mut().insert(http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let mark = self.mark().and_then(|mark| HeaderValue::from_str(&mark).ok());
        response.headers_mut().insert(SESSION, mark.unwrap_or(HeaderValue::from_static("none")));
        if let Some(visit) = VisitToNote::of(self).filter(|_| status.is_success()) {
            response.extensions_mut().insert(visit);
        }
        if let Some(opening) = self.opening().filter(|_| status.is_success()) {
            response.extensions_mut().insert(opening);
        }
        if let Some(used) = UseToNote::of(self).filter(|_| status.is_success()) {
            response.extensions_mut().insert(used);
        }
        let response = self.with_door(response);
        // A session that ended by itself leaves as little behind as one that was ended.
        let is_opened = self.header("sec-fetch-mode").is_none_or(|mode| mode == "navigate");
        if self.is_over() && is_opened { without_traces(response) } else { response }
    }

    fn device_holder(&self) -> Option<DeviceHolder> {
        let viewer = self.holder()?;
        let key = viewer.device_key.clone()?;
        let cues = key.for_cues();
        let keys = if viewer.cues_of.is_some() { vec![cues] } else { vec![key, cues] };
        Some(DeviceHolder { person: viewer.person_id.clone(), keys, mark: self.mark()? })
    }
}

/// A page as an answer.
fn answered(mut response: Response, (html, refilled): (String, Option<Refilled>)) -> Response {
    *response.body_mut() = Body::from(html);
    if let Some(refilled) = refilled {
        response.extensions_mut().insert(refilled);
    }
    response
}

/// A page that is nothing but HTML: rendered at once, without what hydration would need.
fn plain<V: IntoView + 'static>(
    surroundings: Surroundings,
    locale: crate::wording::Locale,
    form: Form,
    words: Arc<SchoolWords>,
    (body, finish): (impl FnOnce() -> V, impl FnOnce(String) -> (String, Option<Refilled>)),
) -> Response {
    let policy = match surroundings.page.script {
        None => csp::NO_SCRIPTS,
        Some(Script::QuickAdd | Script::Share | Script::Listen) => csp::OWN_SCRIPTS,
        Some(Script::Editor) => csp::EDITOR,
    };
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(locale);
        provide_context(form);
        provide_context(words);
        document::document(surroundings, || body().into_any()).to_html()
    });
    owner.unset_with_forced_cleanup();
    let mut response = answered(Response::new(Body::empty()), finish(html));
    let headers = response.headers_mut();
    headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(http::header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

/// A page with islands: rendered by leptos_axum, with the nonce and the scripts that wake them.
async fn with_client<V: IntoView + 'static>(
    surroundings: Surroundings,
    locale: crate::wording::Locale,
    form: Form,
    words: Arc<SchoolWords>,
    uri: http::Uri,
    (body, finish): (impl FnOnce() -> V + Send + 'static, impl FnOnce(String) -> (String, Option<Refilled>)),
) -> Response {
    let body = Arc::new(Mutex::new(Some(body)));
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(locale);
            provide_context(form.clone());
            provide_context(words.clone());
        },
        move || {
            document::guard_scripts();
            let body = body.lock().ok().and_then(|mut body| body.take());
            document::document(surroundings.clone(), move || body.map(|body| body()).into_any())
        },
    );
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = uri;
    let (parts, body) = render(request).await.into_parts();
    match axum::body::to_bytes(body, usize::MAX).await {
        Ok(html) => {
            let html = String::from_utf8_lossy(&html).into_owned();
            answered(Response::from_parts(parts, Body::empty()), finish(html))
        }
        Err(error) => Refusal::trouble(error).into_response(),
    }
}
