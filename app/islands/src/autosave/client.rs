//! The half of it that is in the browser.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use kinfolio_browser::device;
use leptos::ev;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlElement, HtmlFormElement, RequestInit, RequestRedirect, Response, SubmitEvent};

use super::SaveState;
use super::draft::{Draft, forget, hidden, holds, now, served, write, written};
use crate::listen::listen;
use crate::network::{headers, pause, post};
use crate::unsaved::SAFE;

/// How long after the last letter words are kept on the device, and sent to the server.
const ON_DEVICE: Duration = Duration::from_millis(300);
const ON_SERVER: Duration = Duration::from_secs(2);
/// How often the server is tried again.
const AGAIN: Duration = Duration::from_secs(10);
/// How long a form that is sent waits for a save that is under way.
const PATIENCE: Duration = Duration::from_secs(6);

/// What happens at the window when somebody is about to leave the device.
const LEAVING: &str = "kinfolio-leaving";

thread_local! {
    /// How many saves of this page are under way.
    static UNDER_WAY: Cell<u32> = const { Cell::new(0) };
}

/// Sends the words that wait for whoever this page is: those of its own form first. What the server does not take stays on
/// the device, to be offered in its form.
pub(crate) async fn send_drafts() {
    if let Ok(event) = Event::new(LEAVING) {
        let _ = window().dispatch_event(&event);
    }
    let until = now() + PATIENCE.as_millis() as i64;
    while UNDER_WAY.get() > 0 && now() < until {
        pause(100).await;
    }
    for name in device::own() {
        let Some(kept) = Draft::under(&name) else { continue };
        let Some(address) = &kept.address else { continue };
        let version = if kept.version > 0 { format!("&version={}", kept.version) } else { String::new() };
        if post(address, &format!("{}{version}", kept.body)).await == Some(200) {
            forget(&name);
        }
    }
}

/// What the form is about, and where it is saved.
pub struct About {
    pub address: Option<String>,
    pub then_at: Option<String>,
    /// How the names begin under which the device keeps this person's words.
    pub mark: String,
    pub version: i64,
    pub already: bool,
}

/// A form with everything that watches over its words.
#[derive(Clone)]
pub struct Drafting(Rc<Drafts>);

struct Drafts {
    form: HtmlFormElement,
    about: About,
    /// The name under which the device keeps the words.
    key: RefCell<String>,
    news: RwSignal<SaveState>,
    is_offering: RwSignal<bool>,
    /// What the server has, as far as it said so.
    safe: RefCell<String>,
    /// What was sent and not answered: it is sent again first, from the same version, so that it is known what stands.
    unanswered: RefCell<Option<String>>,
    is_sending: Cell<bool>,
    /// What the form was sent with while a save was under way.
    held: RefCell<Option<Option<HtmlElement>>>,
    timers: RefCell<Vec<TimeoutHandle>>,
    /// Nothing is tried again that was refused, before something else is typed.
    refused: RefCell<Option<String>>,
}

/// What became of a save.
enum DraftAnswer {
    Saved {
        version: String,
        time: String,
    },
    Refused(String),
    /// There was nothing in it to begin something with.
    Nothing,
    SignedOut,
    Waits,
}

/// Begins to watch the form that this stands in; `name` is what its words are about.
pub fn open(
    place: &HtmlElement,
    about: About,
    name: String,
    (news, is_offering): (RwSignal<SaveState>, RwSignal<bool>),
) -> Option<Drafting> {
    let form: HtmlFormElement = place.closest("form").ok()??.dyn_into().ok()?;
    let desk = Drafting(Rc::new(Drafts {
        safe: RefCell::new(if about.already { String::new() } else { served(&form)? }),
        form,
        key: RefCell::new(format!("{}{name}", about.mark)),
        about,
        news,
        is_offering,
        unanswered: RefCell::new(None),
        is_sending: Cell::new(false),
        held: RefCell::new(None),
        timers: RefCell::new(Vec::new()),
        refused: RefCell::new(None),
    }));
    match desk.0.about.already {
        // They stand in the form.
        true => desk.lay_by(false),
        false => desk.look_for_words(),
    }
    desk.listen();
    if desk.unsaved().is_some() {
        // Typed before the script was there.
        desk.typed();
    }
    Some(desk)
}

impl Drafting {
    /// Words that were kept here and that the form does not hold are offered.
    fn look_for_words(&self) {
        let key = self.0.key.borrow().clone();
        let Some(kept) = Draft::under(&key) else { return };
        // What was sent has arrived, if there is a new version since.
        let arrived = kept.is_sent && self.0.about.version > kept.version;
        if arrived || written(&self.0.form).is_some_and(|form| holds(&form, &kept.body)) {
            return forget(&key);
        }
        if self.0.about.then_at.is_none() {
            return self.0.is_offering.set(true);
        }
        // They began something new, and the server may have got it: then they belong to that.
        let desk = self.clone();
        spawn_local(async move {
            let address = desk.0.about.then_at.as_deref().unwrap_or_default().replace("{id}", &kept.id);
            if is_there(&address).await {
                kept.lay_by(&format!("{}{}", desk.0.about.mark, kept.id));
                forget(&key);
            } else {
                desk.0.is_offering.set(true);
            }
        });
    }

    /// Puts the words that were kept here back into the form.
    pub fn put_back(&self) {
        self.0.is_offering.set(false);
        let Some(kept) = Draft::under(&self.0.key.borrow()) else { return };
        if let Some(id) = hidden(&self.0.form, "id").filter(|_| self.0.about.then_at.is_some()) {
            // The same new thing.
            id.set_value(&kept.id);
        }
        write(&self.0.form, &kept.body);
    }

    /// Forgets them.
    pub fn let_go(&self) {
        self.0.is_offering.set(false);
        forget(&self.0.key.borrow());
    }

    fn listen(&self) {
        for event in ["input", "change"] {
            let desk = self.clone();
            listen(&self.0.form, event, move |_: Event| desk.typed());
        }
        let desk = self.clone();
        listen(&self.0.form, "submit", move |event: SubmitEvent| desk.is_sent(&event));
        let desk = self.clone();
        listen(&document(), "visibilitychange", move |_: Event| {
            if document().hidden() {
                desk.save_now();
            }
        });
        let desk = self.clone();
        window_event_listener(ev::pagehide, move |_| desk.save_now());
        let desk = self.clone();
        window_event_listener(ev::online, move |_| desk.save_now());
        let desk = self.clone();
        window_event_listener_untyped(LEAVING, move |_| desk.save_now());
    }

    fn typed(&self) {
        for timer in self.0.timers.take() {
            timer.clear();
        }
        let (device, server) = (self.clone(), self.clone());
        let timers = [
            set_timeout_with_handle(move || device.lay_by(false), ON_DEVICE),
            set_timeout_with_handle(move || server.save(), ON_SERVER),
        ];
        self.0.timers.replace(timers.into_iter().flatten().collect());
    }

    fn save_now(&self) {
        self.lay_by(false);
        self.save();
    }

    /// What is in the form and nowhere else yet.
    fn unsaved(&self) -> Option<String> {
        written(&self.0.form).filter(|body| *body != *self.0.safe.borrow())
    }

    /// Keeps the words on the device, whatever becomes of them on their way.
    fn lay_by(&self, is_sent: bool) {
        // While old words are offered, new ones do not take their place unasked.
        if self.0.is_offering.get_untracked() {
            return;
        }
        let Some(body) = self.unsaved() else { return };
        let id = hidden(&self.0.form, "id").map(|id| id.value()).unwrap_or_default();
        let version = hidden(&self.0.form, "version").and_then(|field| field.value().parse().ok());
        let version = version.unwrap_or(self.0.about.version);
        let address = self.0.about.address.as_ref().map(|address| address.replace("{id}", &id));
        let kept = Draft { body, address, id, version, is_sent, at: now() };
        let is_safe = kept.lay_by(&self.0.key.borrow());
        if is_safe && !is_sent && self.0.about.address.is_none() {
            self.0.news.set(SaveState::OnDevice);
            self.is_safe();
        }
    }

    fn is_safe(&self) {
        if let Ok(event) = Event::new(SAFE) {
            let _ = window().dispatch_event(&event);
        }
    }

    /// Sends what is typed, one after the other.
    fn save(&self) {
        let Some(address) = self.0.about.address.clone() else { return };
        // What was begun on the page before keeps its id.
        let id = hidden(&self.0.form, "id").map(|id| id.value()).unwrap_or_default();
        let address = address.replace("{id}", &id);
        let again = self.0.unanswered.borrow().clone();
        let Some(body) = again.or_else(|| self.unsaved()) else { return };
        let is_known = self.0.refused.borrow().as_ref() == Some(&body);
        if is_known || self.0.is_sending.replace(true) {
            return;
        }
        self.0.unanswered.replace(Some(body.clone()));
        UNDER_WAY.set(UNDER_WAY.get() + 1);
        let desk = self.clone();
        spawn_local(async move {
            let version = hidden(&desk.0.form, "version").map(|field| field.value());
            let became = sent(&address, &body, version.as_deref()).await;
            desk.0.is_sending.set(false);
            desk.answered(body, became);
            UNDER_WAY.set(UNDER_WAY.get() - 1);
            desk.go_on();
        });
    }

    fn answered(&self, body: String, became: DraftAnswer) {
        let news = match became {
            DraftAnswer::Saved { version, time } => {
                self.0.unanswered.replace(None);
                self.is_version(&version);
                self.0.safe.replace(body);
                if self.unsaved().is_none() {
                    if !self.0.is_offering.get_untracked() {
                        forget(&self.0.key.borrow());
                    }
                    self.is_safe();
                } else {
                    self.typed();
                }
                SaveState::Saved(time)
            }
            DraftAnswer::Refused(why) => {
                self.0.unanswered.replace(None);
                self.0.refused.replace(Some(body));
                SaveState::Refused(why)
            }
            DraftAnswer::Nothing => {
                self.0.unanswered.replace(None);
                return;
            }
            DraftAnswer::SignedOut | DraftAnswer::Waits => {
                if Draft::under(&self.0.key.borrow()).is_some() {
                    self.is_safe();
                }
                let is_signed_out = matches!(became, DraftAnswer::SignedOut);
                let desk = self.clone();
                if let Ok(timer) = set_timeout_with_handle(move || desk.save(), AGAIN) {
                    self.0.timers.borrow_mut().push(timer);
                }
                if is_signed_out { SaveState::SignedOut } else { SaveState::Waits }
            }
        };
        // Said once, not after every sentence.
        self.0.news.maybe_update(|was| {
            let is_new = *was != news;
            *was = news;
            is_new
        });
    }

    /// The form is now about this version; a form for something new is about something that is there.
    fn is_version(&self, version: &str) {
        let form = &self.0.form;
        if let Some(field) = hidden(form, "version") {
            field.set_value(version);
            return;
        }
        let Ok(field) = document().create_element("input") else { return };
        for (name, value) in [("type", "hidden"), ("name", "version"), ("value", version)] {
            let _ = field.set_attribute(name, value);
        }
        let _ = form.append_child(&field);
        if let Some(address) = &self.0.about.then_at {
            let id = hidden(form, "id").map(|id| id.value()).unwrap_or_default();
            forget(&self.0.key.replace(format!("{}{id}", self.0.about.mark)));
            let address = address.replace("{id}", &id);
            form.set_action(&address);
            // So that loading the page again finds what was begun.
            if let Ok(history) = window().history() {
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
            }
        }
    }

    /// The form is sent: a save that is under way ends first, or it would look like somebody else's.
    fn is_sent(&self, event: &SubmitEvent) {
        if event.default_prevented() {
            return;
        }
        for timer in self.0.timers.take() {
            timer.clear();
        }
        if self.0.is_sending.get() && self.0.held.borrow().is_none() {
            event.prevent_default();
            self.0.held.replace(Some(event.submitter()));
            let desk = self.clone();
            set_timeout(move || desk.go_on(), PATIENCE);
        } else {
            // What the form carries now is the server's to answer for; should it never arrive, the device has the words.
            self.lay_by(true);
        }
    }

    fn go_on(&self) {
        let Some(button) = self.0.held.borrow().clone() else { return };
        // It stays held, so that it is not held a second time.
        let form = &self.0.form;
        let _ = match button {
            Some(button) => form.request_submit_with_submitter(Some(&button)),
            None => form.request_submit(),
        };
        self.0.held.replace(None);
    }
}

/// Whether the server has something at this address of ours.
async fn is_there(address: &str) -> bool {
    let request = RequestInit::new();
    request.set_method("HEAD");
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await;
    answer.ok().and_then(|answer| answer.dyn_into::<Response>().ok()).is_some_and(|answer| answer.ok())
}

async fn sent(address: &str, body: &str, version: Option<&str>) -> DraftAnswer {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_redirect(RequestRedirect::Manual);
    request.set_headers(&headers(&[("content-type", "application/x-www-form-urlencoded"), ("accept", "text/plain")]));
    let body = match version {
        Some(version) => format!("{body}&version={version}"),
        None => body.to_owned(),
    };
    // A page that is closed lets it go on; the browser allows that for as much as fits.
    if body.len() < 60_000 {
        let _ = Reflect::set(&request, &"keepalive".into(), &true.into());
    }
    request.set_body(&JsValue::from(&body));
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await;
    let Some(answer) = answer.ok().and_then(|answer| answer.dyn_into::<Response>().ok()) else {
        return DraftAnswer::Waits;
    };
    let words = match answer.text() {
        Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()).unwrap_or_default(),
        Err(_) => String::new(),
    };
    match (answer.status(), words.split_once('\n')) {
        (200, Some((version, time))) => DraftAnswer::Saved { version: version.to_owned(), time: time.to_owned() },
        (404, _) => DraftAnswer::Nothing,
        (409 | 422, _) => DraftAnswer::Refused(words),
        (401 | 403 | 410, _) => DraftAnswer::SignedOut,
        _ => DraftAnswer::Waits,
    }
}
