//! Times for conferences, as the demo school's files tell of them.

use serde::Deserialize;

/// A row of times, and who has chosen from it.
#[derive(Deserialize)]
pub struct Times {
    pub advisor: String,
    /// 0 is today; 1 is Monday of next week, 2 its Tuesday.
    pub day: i64,
    pub from: String,
    pub until: String,
    pub minutes: i64,
    pub pause: i64,
    pub rest_from: Option<String>,
    pub rest_until: Option<String>,
    pub place: String,
    #[serde(default)]
    pub host: String,
    pub ways: String,
    pub interpreter: String,
    pub choices: Vec<DemoChosen>,
}

/// One that is chosen.
#[derive(Deserialize)]
pub struct DemoChosen {
    pub at: String,
    pub student: String,
    pub person: String,
    pub way: String,
    pub needs: String,
    pub note: String,
    /// Who entered it, where that was not the family.
    pub entered_by: Option<String>,
}
