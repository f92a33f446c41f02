//! What an advisory is about, and who gathers around what.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct DemoPace {
    pub units: Vec<DemoUnit>,
    pub gatherings: Vec<DemoGathering>,
}

/// Days count from today.
#[derive(Deserialize)]
pub struct DemoUnit {
    pub advisor: String,
    pub name: String,
    pub first: i64,
    pub weeks: i64,
    pub targets: Vec<String>,
}

#[derive(Deserialize)]
pub struct DemoGathering {
    pub advisor: String,
    pub target: String,
    pub students: Vec<String>,
    pub day: i64,
    pub until: i64,
}
