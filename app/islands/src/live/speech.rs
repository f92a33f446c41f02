//! A moment's words, spoken by the device for somebody who would rather not, or cannot, say them aloud.

use leptos::prelude::*;
use leptos::web_sys::{Element, SpeechSynthesis, SpeechSynthesisUtterance};

fn voice() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok()
}

/// Shows the buttons that speak, where the device can.
pub fn wake() {
    if let (Some(_), Some(body)) = (voice(), document().body()) {
        let _ = body.class_list().add_1("room--speaks");
    }
}

/// Says what the button holds, in the language of the moment; a second tap stops it.
pub fn say_or_stop(button: &Element) {
    let Some(voice) = voice() else { return };
    if voice.speaking() {
        voice.cancel();
        return;
    }
    let words = button.get_attribute("data-speak").unwrap_or_default();
    let Ok(speech) = SpeechSynthesisUtterance::new_with_text(&words) else { return };
    speech.set_lang(&button.get_attribute("data-lang").unwrap_or_default());
    voice.speak(&speech);
}

/// Nothing is spoken into the next moment.
pub fn hush() {
    if let Some(voice) = voice() {
        voice.cancel();
    }
}
