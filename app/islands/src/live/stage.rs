//! What stands on the screen: finding it, and putting another page's in its place.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Document, DomParser, Element, HtmlElement, HtmlInputElement, Response, SupportedType};
use wasm_bindgen_futures::JsFuture;

/// The first element like this.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element like this.
pub fn each(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(found) = document.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// A number that the page's main part says about itself.
pub fn number(name: &str) -> Option<i64> {
    find("main")?.get_attribute(name)?.parse().ok()
}

/// Puts the page at that address in the place of this one: its main part, and what stands at its foot. What somebody is
/// typing stands in neither. None when it could not be had.
pub async fn exchange(to: &str, keep_in_history: bool) -> Option<()> {
    let response: Response = JsFuture::from(window().fetch_with_str(to)).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    let other = DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?;
    let document = document();
    // Signed out, or the plan is gone: that page is loaded as it is.
    let new = other.query_selector("main[data-place]").ok()??;
    if let (Some(old), Ok(Some(new))) = (find(".room__ends"), other.query_selector(".room__ends")) {
        old.replace_with_with_node_1(&new).ok()?;
    }
    find("main")?.replace_with_with_node_1(&new).ok()?;
    document.set_title(&other.title());
    let place = new.get_attribute("data-place").unwrap_or_default();
    for field in each(&document, "input[name=place]") {
        if let Ok(field) = field.dyn_into::<HtmlInputElement>() {
            field.set_value(&place);
        }
    }
    if keep_in_history {
        window().history().ok()?.push_state_with_url(&JsValue::NULL, "", Some(to)).ok()?;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let typing = document.active_element().is_some_and(|active| active.matches("textarea, input").unwrap_or(false));
    if !typing {
        let _ = new.dyn_into::<HtmlElement>().ok()?.focus();
    }
    Some(())
}

/// Whether there is more below than the screen shows.
pub fn has_more() -> bool {
    let Some(root) = document().document_element() else { return false };
    f64::from(root.scroll_height()) > f64::from(root.client_height()) + window().scroll_y().unwrap_or_default() + 4.0
}

/// Turns to the next piece of what does not fit on the screen at once, or to the one before. False where there is none.
pub fn turn(on: bool) -> bool {
    let Some(page) = find("main.room__page") else { return false };
    let screen = f64::from(page.client_width()).max(1.0);
    let here = (f64::from(page.scroll_left()).abs() / screen).round() as usize;
    let words = each(&document(), "main.room__page > .room__one > .room__words").into_iter().nth(here);
    words.is_some_and(|words| turn_in(&words, on)) || turn_in(&page, on)
}

fn turn_in(piece: &Element, on: bool) -> bool {
    let style = window().get_computed_style(piece).ok().flatten();
    let gap = style.and_then(|style| style.get_property_value("column-gap").ok());
    let gap: f64 = gap.and_then(|gap| gap.trim_end_matches("px").parse().ok()).unwrap_or_default();
    // Where a line runs from the right, what is further on lies to the left, below nought.
    let (at, wide) = (f64::from(piece.scroll_left()), f64::from(piece.client_width()));
    let left = f64::from(piece.scroll_width()) - wide - at.abs();
    if if on { left < 4.0 } else { at.abs() < 4.0 } {
        return false;
    }
    let is_rtl = piece.closest("[dir=rtl]").ok().flatten().is_some();
    let step = if on == is_rtl { -(wide + gap) } else { wide + gap };
    piece.scroll_by_with_x_and_y(step, 0.0);
    true
}

/// The whole screen, or the window again.
pub fn fill_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Where the browser refuses, the window stays as it is.
        let _ = root.request_fullscreen();
    }
}

/// A dark screen, so that everybody looks at one another; or the light again.
pub fn show_dark(dark: bool) {
    if let Some(body) = document().body() {
        let _ = body.class_list().toggle_with_force("room--blank", dark);
    }
}

/// Whether the screen is dark.
pub fn is_dark() -> bool {
    document().body().is_some_and(|body| body.class_list().contains("room--blank"))
}

/// A picture as large as the screen, or as it was.
pub fn zoom(picture: &Element) {
    let _ = picture.class_list().toggle("room__zoom");
    // Where it stood small, more of it is fetched.
    let _ = picture.set_attribute("sizes", "100vw");
}

/// The same for the picture that is large already, else for the first one.
pub fn zoom_one() {
    if let Some(picture) = find(".room__zoom").or_else(|| find(".room__show img, .film__pages img")) {
        zoom(&picture);
    }
}
