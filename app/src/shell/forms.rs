//! What the forms of a page have beyond their fields, once the page is written.

use kinfolio::field;
use kinfolio::person::{Opener, Role};

use super::keyed::{self, FormPass};
use super::refill::{self, Refill, Refilled};
use super::{document, named};
use crate::asking::Asking;
use crate::cookies::{FAMILY_COOKIE, cookie, with_family_language};
use crate::form::Form;
use crate::idempotency;
use crate::own_path::own_path;
use crate::parts::escaped;
use crate::wording::{Locale, apart};
use axum::response::Response;

impl Asking {
    /// What the forms of a page have. Nobody's form is held to anything: it has no thing to make, and pages that tell nothing
    /// apart look the same.
    pub(super) fn form_pass(&self, form: &Form, hydrates: bool) -> FormPass {
        let (holder, locale) = (self.on_this_device(), self.locale);
        let writer = self.somebody().filter(|viewer| matches!(viewer.role, Role::Family | Role::Student));
        let whose = writer.map(|viewer| {
            let words = say_in!(locale, form.writing_as, name = apart(viewer.called()));
            format!("<p class=\"soft small\">{}</p>", escaped(&words))
        });
        FormPass {
            key: holder.map(|_| key_of(form)),
            opened_by: holder.map(|viewer| Opener::mark(&self.services.secrets, &viewer.person_id)),
            whose,
            here: self.page_address(),
            switch: if holder.is_some() { "/language/kept" } else { "/language" },
            hydrates,
        }
    }

    /// Remembers on the device in which language a family reads here, as long as they were the last.
    pub(super) fn with_door(&self, response: Response) -> Response {
        let known = cookie(self.headers(), FAMILY_COOKIE);
        let door = match self.somebody() {
            Some(viewer) => (viewer.role == Role::Family).then_some(self.locale),
            None => return response,
        };
        match door.map(Locale::as_str) == known {
            true => response,
            false => with_family_language(response, &self.services, door),
        }
    }

    /// The address of the page at hand: of one that answers a form, the page that the form stood on.
    fn page_address(&self) -> String {
        let here = self.parts.uri.path_and_query().map_or("/", |here| here.as_str());
        let referer = self.header("referer").filter(|_| self.parts.method == http::Method::POST);
        let page = referer.and_then(|page| page.split_once("://")).and_then(|(_, page)| Some(&page[page.find('/')?..]));
        page.map_or(here, own_path).to_owned()
    }
}

/// A page once it is written, with what its forms have, and what was typed in the one that is shown again.
pub(super) fn finished(
    html: String,
    pass: &FormPass,
    locale: Locale,
    refill: Option<&Refill>,
) -> (String, Option<Refilled>) {
    let page = named::named(keyed::keyed(html, pass, &|| document::languages_of_form(locale)));
    match refill.and_then(|refill| refill::refilled(&page, refill)) {
        Some(page) => (page, Some(Refilled)),
        None => (page, None),
    }
}

/// The key of a page's forms. One that came back keeps its own, so that it is still the same form.
fn key_of(form: &Form) -> String {
    match form.value(field::ONCE) {
        key if idempotency::is_key(&key) => key,
        _ => kinfolio::secret::token(),
    }
}
