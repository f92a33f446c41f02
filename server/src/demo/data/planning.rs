//! Planning a conference, as the demo school's files tell it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::When;

/// What stands around a plan.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct DemoPlanning {
    pub duties: BTreeMap<String, String>,
    pub asks_classmates: bool,
    pub ticks: Vec<String>,
    pub comments: Vec<DemoComment>,
    pub rehearsal: Option<DemoRehearsal>,
}

#[derive(Deserialize)]
pub struct DemoComment {
    pub author: String,
    pub text: String,
    pub language: String,
    #[serde(flatten)]
    pub when: When,
}

/// A run-through: for each moment, how many minutes were spoken.
#[derive(Deserialize)]
pub struct DemoRehearsal {
    #[serde(flatten)]
    pub when: When,
    pub spoken: Vec<DemoSpoken>,
    pub partner: Option<String>,
    #[serde(default)]
    pub feedback: Vec<PartnerWords>,
    pub recording: Option<DemoRecording>,
}

/// What was recorded of it, and for whom.
#[derive(Deserialize)]
pub struct DemoRecording {
    /// A file of `demo/sounds`.
    pub sound: String,
    pub transcript: String,
    pub heard_by: String,
}

#[derive(Deserialize)]
pub struct DemoSpoken {
    pub minutes: i64,
    pub felt: Option<String>,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub struct PartnerWords {
    pub starter: String,
    pub text: String,
    pub language: String,
}

/// A plan of the school's to start from.
#[derive(Deserialize)]
pub struct Template {
    pub name: String,
    pub form: String,
    pub language: String,
    pub moments: kinfolio::conference::school_plan::Rows,
}

/// What the school wants looked at: what and why, by language.
#[derive(Deserialize)]
pub struct ReadinessItem {
    pub words: BTreeMap<String, (String, String)>,
}
