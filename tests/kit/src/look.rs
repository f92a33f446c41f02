//! What kind of browser somebody has.

use serde_json::{Value, json};

/// A screen, and what its owner has set.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    pub javascript: bool,
    pub language: &'static str,
    pub forced_colors: bool,
    pub more_contrast: bool,
    /// Whether things may move. Off unless a test is about motion: a page at rest is steadier to test.
    pub motion: bool,
}

impl Look {
    /// A phone: 360 px wide.
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
        dark: false,
        javascript: true,
        language: "en",
        forced_colors: false,
        more_contrast: false,
        motion: false,
    };
    /// A laptop: 1280 px wide.
    pub const LAPTOP: Self = Self { width: 1280, height: 800, ..Self::PHONE };

    /// With JavaScript off.
    pub const fn without_javascript(self) -> Self {
        Self { javascript: false, ..self }
    }

    /// With a dark screen.
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// In this language.
    pub const fn reading(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// The settings as CSS media features.
    pub(crate) fn media(&self) -> Value {
        let set =
            |name: &str, on: bool, yes: &str, no: &str| json!({ "name": name, "value": if on { yes } else { no } });
        json!([
            set("prefers-color-scheme", self.dark, "dark", "light"),
            set("prefers-reduced-motion", self.motion, "no-preference", "reduce"),
            set("prefers-contrast", self.more_contrast, "more", "no-preference"),
            set("forced-colors", self.forced_colors, "active", "none"),
        ])
    }
}
