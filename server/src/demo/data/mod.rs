//! The demo school's files, as they are written in `server/demo`. Days count from today.

mod definitions;
mod mastery;
mod pace;
mod planning;
mod testimonies;
mod times;
mod worries;

pub use definitions::*;
pub use mastery::*;
pub use pace::*;
pub use planning::*;
pub use testimonies::*;
pub use times::*;
pub use worries::*;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A file of the demo school that cannot be read as what it should be.
#[derive(Debug, thiserror::Error)]
#[error("the demo school's {file}: {problem}")]
pub struct DemoUnreadable {
    file: &'static str,
    problem: serde_json::Error,
}

fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, DemoUnreadable> {
    serde_json::from_str(text).map_err(|problem| DemoUnreadable { file, problem })
}

/// Everything.
pub struct Data {
    pub people: People,
    pub targets: Vec<DemoTarget>,
    pub works: Vec<DemoWork>,
    pub aims: Vec<DemoAim>,
    pub pace: DemoPace,
    pub portfolios: Vec<DemoPortfolio>,
    pub testimonies: Vec<DemoTestimony>,
    pub definitions: Vec<DemoDefinition>,
    pub conferences: Vec<DemoConference>,
    pub visits: Vec<DemoVisit>,
    pub templates: Vec<Template>,
    pub readiness: Vec<ReadinessItem>,
    pub times: Vec<Times>,
    pub worries: DemoWorries,
}

impl Data {
    /// Reads what is compiled in.
    pub fn read() -> Result<Self, DemoUnreadable> {
        Ok(Self {
            people: read("people.json", include_str!("../../../demo/people.json"))?,
            targets: read("targets.json", include_str!("../../../demo/targets.json"))?,
            works: read("works.json", include_str!("../../../demo/works.json"))?,
            aims: read("aims.json", include_str!("../../../demo/aims.json"))?,
            pace: read("pace.json", include_str!("../../../demo/pace.json"))?,
            portfolios: read("portfolio.json", include_str!("../../../demo/portfolio.json"))?,
            testimonies: read("testimonies.json", include_str!("../../../demo/testimonies.json"))?,
            definitions: read("definitions.json", include_str!("../../../demo/definitions.json"))?,
            conferences: read("conferences.json", include_str!("../../../demo/conferences.json"))?,
            templates: read("plans.json", include_str!("../../../demo/plans.json"))?,
            readiness: read("readiness.json", include_str!("../../../demo/readiness.json"))?,
            times: read("times.json", include_str!("../../../demo/times.json"))?,
            worries: read("worries.json", include_str!("../../../demo/worries.json"))?,
            visits: read("visits.json", include_str!("../../../demo/visits.json"))?,
        })
    }
}

/// A day, counted from today, and a time on the school's wall.
#[derive(Clone, Debug, Deserialize)]
pub struct When {
    pub day: i64,
    #[serde(default = "afternoon")]
    pub time: String,
}

fn afternoon() -> String {
    "15:00".into()
}

#[derive(Deserialize)]
pub struct People {
    pub school: DemoSchool,
    pub people: Vec<DemoPerson>,
    pub stand_ins: Vec<DemoStandIn>,
}

#[derive(Deserialize)]
pub struct DemoSchool {
    pub name: String,
    pub time_zone: String,
    pub languages: String,
}

#[derive(Deserialize)]
pub struct DemoPerson {
    pub key: String,
    pub role: String,
    pub name: String,
    pub username: Option<String>,
    pub languages: String,
    pub advisory: Option<String>,
    #[serde(default)]
    pub kin_of: Vec<KinOf>,
    /// The subjects they teach.
    #[serde(default)]
    pub teaches: Vec<String>,
}

/// Who stands in for an advisory. Days count from today.
#[derive(Deserialize)]
pub struct DemoStandIn {
    pub advisory: String,
    pub person: String,
    pub named_by: String,
    pub from: i64,
    pub until: i64,
}

#[derive(Deserialize)]
pub struct KinOf {
    pub student: String,
    pub kinship: String,
}

#[derive(Deserialize)]
pub struct DemoTarget {
    pub key: String,
    pub subject: String,
    pub statement: String,
    pub criteria: Vec<String>,
    pub builds_on: Vec<String>,
}

#[derive(Deserialize)]
pub struct DemoWork {
    pub key: String,
    pub student: String,
    pub title: String,
    pub form: String,
    pub language: String,
    pub audience: String,
    #[serde(default)]
    pub draft: bool,
    pub targets: Vec<String>,
    pub revisions: Vec<DemoRevision>,
    #[serde(default)]
    pub events: Vec<Event>,
}

#[derive(Deserialize)]
pub struct DemoRevision {
    #[serde(flatten)]
    pub when: When,
    pub text: String,
    pub reflection_prompt: Option<String>,
    pub reflection: Option<String>,
    #[serde(default)]
    pub pictures: Vec<DemoPicture>,
    #[serde(default)]
    pub files: Vec<DemoFile>,
    /// Pages elsewhere: an address, and words behind it.
    #[serde(default)]
    pub links: Vec<String>,
}

#[derive(Deserialize)]
pub struct DemoPicture {
    pub file: String,
    pub description: String,
}

/// A file of a work that is no picture.
#[derive(Deserialize)]
pub struct DemoFile {
    pub file: String,
    pub description: String,
    /// What is said in it, as WebVTT.
    pub captions: Option<Captions>,
}

#[derive(Deserialize)]
pub struct Captions {
    pub language: String,
    pub text: String,
}

#[derive(Deserialize)]
pub struct Event {
    #[serde(flatten)]
    pub when: When,
    #[serde(flatten)]
    pub what: What,
}

#[derive(Deserialize)]
pub struct DemoPortfolio {
    pub student: String,
    pub welcome: String,
    pub language: String,
    pub shelves: Vec<DemoShelf>,
    pub accent: String,
    pub cover: Option<DemoCover>,
    /// The statements that are shelves.
    pub statements: Vec<String>,
}

/// A picture of a work: which one of its latest revision.
#[derive(Deserialize)]
pub struct DemoCover {
    pub work: String,
    pub place: usize,
}

#[derive(Deserialize)]
pub struct DemoShelf {
    pub name: String,
    pub description: String,
    pub works: Vec<String>,
}

#[derive(Deserialize)]
pub struct DemoConference {
    pub student: String,
    pub form: String,
    #[serde(flatten)]
    pub when: When,
    pub place: String,
    pub language: String,
    /// In minutes.
    #[serde(default = "guide")]
    pub length: i64,
    #[serde(default)]
    pub interpreter: bool,
    pub moments: Vec<DemoMoment>,
    #[serde(default)]
    pub replies: Vec<DemoReply>,
    #[serde(default)]
    pub commitments: Vec<DemoCommitment>,
    #[serde(default)]
    pub afterwords: Vec<DemoLetter>,
    #[serde(default)]
    pub planning: DemoPlanning,
}

fn guide() -> i64 {
    kinfolio::conference::GUIDE_MINUTES
}

#[derive(Deserialize)]
pub struct DemoMoment {
    pub name: String,
    pub purpose: String,
    pub minutes: i64,
    pub language: String,
    pub statements: Vec<String>,
    pub works: Vec<String>,
    pub cue_notes: String,
    /// Which part of a work, by the work's key.
    #[serde(default)]
    pub parts: std::collections::HashMap<String, String>,
    #[serde(default)]
    pub others_do: String,
    /// Words with spaces between them.
    #[serde(default)]
    pub supports: String,
    #[serde(default)]
    pub co_speaker: String,
}

#[derive(Deserialize)]
pub struct DemoReply {
    pub author: String,
    pub starter: String,
    pub text: String,
    pub language: String,
    #[serde(flatten)]
    pub when: When,
    /// What the student wrote back.
    pub letter: Option<DemoLetter>,
}

/// Words with an author, where it is not plain whose they are.
#[derive(Deserialize)]
pub struct DemoLetter {
    #[serde(default)]
    pub author: String,
    pub text: String,
    pub language: String,
}

/// What somebody promised, and how it went.
#[derive(Deserialize)]
pub struct DemoCommitment {
    pub author: String,
    /// Who wrote it down, where it was said.
    pub written_by: Option<String>,
    pub what: String,
    pub sign: String,
    /// In days after the conference.
    pub by: Option<i64>,
    pub language: String,
    pub outcome: Option<String>,
    #[serde(default)]
    pub how: String,
}

#[derive(Deserialize)]
pub struct DemoVisit {
    pub person: String,
    pub student: String,
    #[serde(flatten)]
    pub when: When,
}
