//! What waits on this device until the server has it, under its writer's name and sealed ([`kinfolio_wire::device`]). Whose
//! pages these are, and their key, stands at the page's `<body>`; where it does not, the device keeps nothing.

use kinfolio_wire::device::{
    LEFT_COOKIE, LETTERS, MARK_COOKIE, NONCE, SHARED_TEXT, UNSENT_COOKIE, WORDS, seal, short, unseal,
};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlDocument, Storage};

/// What waits.
const KINDS: [&str; 3] = [LETTERS, WORDS, SHARED_TEXT];
/// How long cookies of the device stay, in seconds: as long as words wait.
const SIX_WEEKS: &str = "3628800";

/// Whose pages these are.
pub fn person() -> Option<String> {
    of_page("data-person")
}

/// Keeps something under this name. Says whether the device does.
pub fn lay_by(name: &str, open: &[u8]) -> bool {
    let kept = sealed(name, open).zip(store()).is_some_and(|(sealed, store)| store.set_item(name, &sealed).is_ok());
    say_whose();
    kept
}

/// What is kept under this name, as words.
pub fn laid_words(name: &str) -> Option<String> {
    String::from_utf8(laid(name)?).ok()
}

/// What is kept under this name.
pub fn laid(name: &str) -> Option<Vec<u8>> {
    let sealed = store()?.get_item(name).ok()??;
    of_page("data-key")?.split(' ').find_map(|key| unseal(key, name, &sealed))
}

/// Forgets it.
pub fn forget(name: &str) {
    if let Some(store) = store() {
        let _ = store.remove_item(name);
    }
    say_whose();
}

/// The names under which something waits for whoever these pages are.
pub fn own() -> Vec<String> {
    let person = person().unwrap_or_default();
    let mut names = names();
    names.retain(|name| owner(name) == Some(person.as_str()));
    names
}

/// Whether nothing waits for anybody.
pub fn is_bare() -> bool {
    !names().iter().any(|name| owner(name).is_some())
}

/// Forgets what only made things quicker: the conference that was kept to present it, and how far files are on their way.
pub fn clear() {
    if let Some(caches) = window().and_then(|window| window.caches().ok()) {
        let _ = caches.delete(&["kinfolio-", &of_page("data-session").unwrap_or_default()].concat());
    }
    for name in names() {
        if name.starts_with("kinfolio-arrival") {
            forget(&name);
        }
    }
}

/// Leaves the session while there is no network: it is over with the next request that reaches the server.
pub fn leave() {
    set_cookie(LEFT_COOKIE, &of_page("data-session").unwrap_or_default(), SIX_WEEKS);
    set_cookie(MARK_COOKIE, "", "0");
}

fn sealed(name: &str, open: &[u8]) -> Option<String> {
    let mut nonce = [0; NONCE];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut nonce).ok()?;
    seal(of_page("data-key")?.split(' ').next()?, name, nonce, open)
}

/// Tells the server for whom something waits: it has their pages send it.
fn say_whose() {
    let mut unsent = String::new();
    for (kind, owner) in names().iter().filter_map(|name| said(name)) {
        let one = [".", kind, short(owner)].concat();
        if !unsent.contains(&one) {
            unsent.push_str(&one);
        }
    }
    set_cookie(UNSENT_COOKIE, &unsent, if unsent.is_empty() { "0" } else { SIX_WEEKS });
}

/// The name under which something of this kind waits for a person: `kinfolio-words-{person}-{about}`.
pub fn name(kind: &str, person: &str, about: &str) -> String {
    ["kinfolio", kind, person, about].join("-")
}

/// What a name says: what it is, and for whom.
fn said(name: &str) -> Option<(&str, &str)> {
    let (kind, rest) = name.strip_prefix("kinfolio-")?.split_once('-')?;
    KINDS.contains(&kind).then_some((kind, rest.get(..36)?))
}

fn owner(name: &str) -> Option<&str> {
    said(name).map(|(_, owner)| owner)
}

fn names() -> Vec<String> {
    let mut names = Vec::new();
    if let Some(store) = store() {
        while let Ok(Some(name)) = store.key(names.len() as u32) {
            names.push(name);
        }
    }
    names
}

fn of_page(attribute: &str) -> Option<String> {
    document()?.body()?.get_attribute(attribute)
}

fn set_cookie(name: &str, value: &str, seconds: &str) {
    if let Some(document) = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok()) {
        let _ = document.set_cookie(&[name, "=", value, "; path=/; samesite=lax; max-age=", seconds].concat());
    }
}

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn store() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
