//! What happens to the demo school's works between their versions, and what its students mean to do next.

use serde::Deserialize;

/// What happened.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    Feedback {
        by: String,
        text: String,
        language: Option<String>,
        #[serde(flatten)]
        place: DemoPlace,
    },
    /// What became of feedback, counted from the work's first.
    Became {
        feedback: usize,
        #[serde(rename = "use")]
        use_made: String,
        reason: String,
        language: String,
    },
    /// The student asks the advisory.
    Peers {
        question: String,
        language: String,
    },
    /// The student asks a teacher, who is let in to this work.
    Teacher {
        who: String,
        asks: String,
        question: String,
        language: String,
    },
    /// A fellow student answers.
    Peer {
        by: String,
        starter: String,
        text: String,
        language: String,
        #[serde(flatten)]
        place: DemoPlace,
    },
    /// Its author puts feedback in other words; how it read before is kept.
    Corrected {
        feedback: usize,
        text: String,
    },
    /// Its author takes feedback back, into their bin.
    TakenBack {
        feedback: usize,
        by: String,
    },
    /// Its student puts the work into their bin.
    Binned,
    Hide {
        feedback: usize,
        by: String,
        reason: String,
    },
    Ask {
        wish: Option<String>,
        wish_language: Option<String>,
    },
    WishAnswer {
        by: String,
        answer: String,
        words: String,
    },
    Answer {
        by: String,
        answers: Vec<DemoAnswer>,
    },
    Shows {
        shows: String,
    },
}

/// Where feedback points.
#[derive(Deserialize)]
pub struct DemoPlace {
    #[serde(default)]
    pub passage: String,
    /// Which picture of the version, counted from its first.
    pub picture: Option<usize>,
    #[serde(default)]
    pub spot: String,
    /// When in its recording: "0:05".
    #[serde(default)]
    pub minute: String,
}

#[derive(Deserialize)]
pub struct DemoAnswer {
    pub target: String,
    pub answer: String,
    pub next_step: Option<String>,
    /// What is said about each criterion, in their order; empty where nothing is.
    #[serde(default)]
    pub said: Vec<String>,
    #[serde(default)]
    pub waved: Vec<DemoWaved>,
}

#[derive(Deserialize)]
pub struct DemoWaved {
    pub below: String,
    pub reason: String,
}

/// What a student means to do next. Days count from today.
#[derive(Deserialize)]
pub struct DemoAim {
    pub student: String,
    pub what: String,
    pub target: Option<String>,
    pub by: Option<i64>,
    pub made: i64,
    pub done: Option<i64>,
}
