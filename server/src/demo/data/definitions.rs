//! The demo school's definitions of success, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{DemoPicture, When};

#[derive(Deserialize)]
pub struct DemoDefinition {
    pub student: String,
    pub day: i64,
    /// How many school years ago the year was that it is for.
    #[serde(default)]
    pub years_ago: i64,
    /// What was said of the year before when it began.
    pub look_back: Option<LookBack>,
    #[serde(default)]
    pub sections: BTreeMap<String, String>,
    #[serde(default)]
    pub contributions: Vec<DemoContribution>,
    #[serde(default)]
    pub statements: Vec<DemoStatement>,
    #[serde(default)]
    pub versions: Vec<DemoVersion>,
    #[serde(default)]
    pub evidence: Vec<DemoEvidence>,
    #[serde(default)]
    pub views: Vec<View>,
    #[serde(default)]
    pub talks: Vec<Talk>,
    #[serde(default)]
    pub renditions: Vec<DemoRendition>,
}

/// A statement in another language, by somebody with a name.
#[derive(Deserialize)]
pub struct DemoRendition {
    pub statement: String,
    pub by: String,
    pub text: String,
    pub language: String,
    /// Who said, a day later, that it says what is meant.
    pub checked_by: Option<String>,
    #[serde(flatten)]
    pub when: When,
}

#[derive(Deserialize)]
pub struct LookBack {
    pub language: String,
    pub statements: Vec<DemoLookedAt>,
}

#[derive(Deserialize)]
pub struct DemoLookedAt {
    pub statement: String,
    pub became: String,
    pub why: String,
    pub reworded: Option<String>,
    /// What it is called from now on, when it comes along.
    pub key: Option<String>,
}

#[derive(Deserialize)]
pub struct DemoContribution {
    pub key: String,
    pub section: String,
    pub author: String,
    pub written_by: Option<String>,
    pub prompt: Option<String>,
    /// A question of their own, in place of a prompt.
    pub question: Option<String>,
    #[serde(default)]
    pub text: String,
    pub language: String,
    /// A file of `demo/sounds`.
    pub sound: Option<String>,
    /// What is said in it.
    #[serde(default)]
    pub transcript: String,
    /// What they wrote or drew by hand, and what is to be read on it.
    pub paper: Option<DemoPicture>,
    #[serde(default)]
    pub translations: Vec<DemoTranslation>,
    #[serde(flatten)]
    pub when: When,
}

#[derive(Deserialize)]
pub struct DemoTranslation {
    pub by: String,
    pub text: String,
    pub language: String,
    /// Who of the family said that it is right, a day later.
    pub checked_by: Option<String>,
    #[serde(flatten)]
    pub when: When,
}

#[derive(Deserialize)]
pub struct DemoStatement {
    pub key: String,
    pub section: String,
    pub language: String,
    pub cites: Vec<String>,
    #[serde(flatten)]
    pub wording: DemoWording,
    /// Wordings before this one. Words that stay from one to the next stay whose they were.
    #[serde(default)]
    pub earlier: Vec<DemoWording>,
}

#[derive(Deserialize)]
pub struct DemoWording {
    pub text: String,
    pub by: String,
    #[serde(flatten)]
    pub when: When,
}

#[derive(Deserialize)]
pub struct DemoEvidence {
    pub statement: String,
    #[serde(flatten)]
    pub source: DemoSource,
    pub kind: String,
    #[serde(default)]
    pub why: String,
    pub language: String,
    #[serde(flatten)]
    pub when: When,
}

/// What speaks for a statement.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DemoSource {
    Work(String),
    Story(String),
}

/// *We see this differently.*
#[derive(Deserialize)]
pub struct View {
    pub statement: String,
    #[serde(flatten)]
    pub said: DemoSaid,
}

#[derive(Deserialize)]
pub struct Talk {
    /// A statement or a contribution.
    pub beside: String,
    pub said: Vec<DemoSaid>,
    /// When it came to its end, if it did.
    pub settled: Option<When>,
}

#[derive(Deserialize)]
pub struct DemoSaid {
    pub by: String,
    pub text: String,
    pub language: String,
    #[serde(flatten)]
    pub when: When,
}

#[derive(Deserialize)]
pub struct DemoVersion {
    pub by: String,
    #[serde(flatten)]
    pub when: When,
    pub answers: Vec<Affirmation>,
}

#[derive(Deserialize)]
pub struct Affirmation {
    pub person: String,
    pub answer: String,
    pub note: Option<String>,
    pub language: Option<String>,
    #[serde(flatten)]
    pub when: When,
}
