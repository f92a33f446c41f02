//! Whom the demo school names to hear of worries, and the worry that is held there.

use serde::Deserialize;

use super::When;

/// Who hears of worries, and what is held.
#[derive(Deserialize)]
pub struct DemoWorries {
    pub named_by: String,
    pub named: Vec<String>,
    #[serde(flatten)]
    pub when: When,
    pub worries: Vec<DemoWorry>,
}

/// Words that were said and taken back, and that somebody worried about in between.
#[derive(Deserialize)]
pub struct DemoWorry {
    pub by: String,
    pub student: String,
    pub author: String,
    pub language: String,
    pub text: String,
    pub why: String,
    #[serde(flatten)]
    pub when: When,
    pub opened: Vec<String>,
    pub notes: Vec<DemoWorryNote>,
}

/// What was done since.
#[derive(Deserialize)]
pub struct DemoWorryNote {
    pub by: String,
    pub text: String,
    #[serde(flatten)]
    pub when: When,
}
