//! What of a page could not be drawn: letters of a font that is not in the document, pictures that cannot be read, fields and
//! comments of which the document does not say how they look.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::FontQuery;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object};
use hayro::hayro_syntax::page::Page;

/// Notices what could not be drawn while a page is.
#[derive(Default)]
pub struct Lacking(Arc<AtomicBool>);

impl Lacking {
    /// How to draw, so that it is noticed.
    pub fn settings(&self) -> InterpreterSettings {
        let usual = InterpreterSettings::default();
        let (by_font, by_warning, fonts) = (self.0.clone(), self.0.clone(), usual.font_resolver.clone());
        InterpreterSettings {
            font_resolver: Arc::new(move |query| {
                // One of many letters (Chinese, Japanese, Korean; or unnamed ones): the fonts at hand have few of them.
                if matches!(query, FontQuery::Fallback(wanted) if wanted.character_collection.is_some()) {
                    by_font.store(true, Ordering::Relaxed);
                }
                fonts(query)
            }),
            warning_sink: Arc::new(move |_| by_warning.store(true, Ordering::Relaxed)),
            ..usual
        }
    }

    /// Whether something was noticed.
    pub fn noticed(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether a page has fields that are filled in, or comments, of which the document does not say how they look.
pub fn has_undrawn_notes(page: &Page<'_>) -> bool {
    const HIDDEN: u32 = 1 << 1 | 1 << 5;
    let Some(notes) = page.raw().get::<Array<'_>>(b"Annots") else { return false };
    notes.iter::<Dict<'_>>().any(|note| {
        let kind = note.get::<Name<'_>>(b"Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let is_seen = note.get::<u32>(b"F").unwrap_or(0) & HIDDEN == 0;
        let has_words = |key: &[u8]| match note.get::<Object<'_>>(key) {
            Some(Object::String(words)) => !words.as_bytes().is_empty(),
            _ => false,
        };
        let says_something = match kind.as_str() {
            "Widget" => has_words(b"V"),
            "Text" => has_words(b"Contents"),
            // These show nothing of their own.
            "Link" | "Popup" | "" => false,
            _ => true,
        };
        is_seen && says_something && note.get::<Dict<'_>>(b"AP").is_none()
    })
}
