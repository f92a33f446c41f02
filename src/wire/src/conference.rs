//! What the devices in a conference and the server say to each other, as JSON.

use serde::{Deserialize, Serialize};

/// What whoever leads wants next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// To this moment, from 1; 0 ends the conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    /// The screen dark, or light again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dark: Option<bool>,
}

/// Somebody who is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    pub name: String,
    /// How their voice is marked: `student`, `family`, `school`.
    pub voice: String,
}

/// All that a device in a conference is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// Where it is; none before it begins.
    pub now: Option<NowShown>,
    pub people: Vec<Guest>,
}

/// Where a conference is, as a device hears it: times count from when it was said, since no two clocks agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NowShown {
    pub place: i64,
    pub dark: bool,
    pub version: i64,
    /// How long this moment has lasted, in milliseconds.
    pub here: i64,
    /// How long the conference has lasted, in milliseconds.
    pub whole: i64,
}
