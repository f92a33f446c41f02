//! What the demo school's families tell.

use serde::Deserialize;

use super::When;

/// Somebody's words about a student.
#[derive(Deserialize)]
pub struct DemoTestimony {
    pub by: String,
    pub student: String,
    pub kind: String,
    pub title: String,
    pub place: String,
    pub text: String,
    pub language: String,
    #[serde(flatten)]
    pub when: When,
    /// None while it waits.
    pub answer: Option<DemoTestimonyAnswer>,
}

/// What the student said to it.
#[derive(Deserialize)]
pub struct DemoTestimonyAnswer {
    pub stands: bool,
    pub audience: String,
    /// By name; at the end of the portfolio when there is none.
    pub shelf: Option<String>,
    pub thanks: String,
    pub language: String,
}
