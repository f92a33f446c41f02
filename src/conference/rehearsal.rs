//! A run-through: how long each moment really took, how that felt, and what a partner says about its substance.

use crate::at::At;
use crate::id::{ConferenceId, MomentId, PersonId, RehearsalFeedbackId, RehearsalId, SoundId, WorkId};
use crate::language::Language;
use crate::policy::Audience;

use super::moment::MOST_MINUTES;

kinds! {
    /// How long a moment felt.
    pub enum Felt {
        TooLong = "too-long",
        JustRight = "just-right",
        TooShort = "too-short",
    }
}

kinds! {
    /// How a partner's words begin: about what was said, never about how somebody stands, looks or sounds.
    pub enum Starter {
        /// "What stayed with me…"
        Stayed = "stayed",
        /// "I would like to hear more about…"
        More = "more",
        /// "I understood it when…"
        Understood = "understood",
        /// "Your family might ask…"
        Ask = "ask",
    }
}

/// A run-through.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Rehearsal {
    pub id: RehearsalId,
    pub conference_id: ConferenceId,
    pub started_at: At,
    /// A recording of it.
    pub sound_id: Option<SoundId>,
    /// What is said in it.
    pub transcript: String,
    /// A video of it: a work of the student's. Whoever sees it may hear this, and see that work.
    pub film_id: Option<WorkId>,
    /// Who hears it: the student alone, unless the student says otherwise.
    #[sqlx(rename = "heard_by")]
    pub audience: Audience,
    /// A fellow student who was asked to listen.
    pub partner_id: Option<PersonId>,
    pub partner_name: Option<String>,
    /// Since when it is taken back; what a partner said about it stays.
    pub withdrawn_at: Option<At>,
}

/// What a student keeps of a run-through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub sound: Option<SoundId>,
    pub transcript: String,
    pub film: Option<WorkId>,
    pub audience: Audience,
}

/// A moment of a run-through, as it was planned that day.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Ran {
    pub moment_id: MomentId,
    pub name: String,
    pub language: Language,
    /// As they were planned.
    pub minutes: i64,
    pub started_at: Option<At>,
    pub ended_at: Option<At>,
    pub felt: Option<Felt>,
    pub note: String,
}

/// Where a moment of a run-through is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Waiting,
    /// Since then.
    Running(At),
    /// This many minutes were spoken.
    Spoken(i64),
}

impl Ran {
    /// Where it is.
    pub fn stage(&self) -> Stage {
        match (self.started_at, self.ended_at) {
            (None, _) => Stage::Waiting,
            (Some(since), None) => Stage::Running(since),
            (Some(since), Some(until)) => Stage::Spoken(minutes_between(since, until)),
        }
    }

    /// How many minutes were spoken, when it was gone through.
    pub fn spoken(&self) -> Option<i64> {
        match self.stage() {
            Stage::Spoken(minutes) => Some(minutes),
            _ => None,
        }
    }

    /// The minutes the plan takes over from it: what was spoken, as far as a moment can be that long.
    pub fn to_take_over(&self) -> Option<i64> {
        self.spoken().map(|minutes| minutes.clamp(1, MOST_MINUTES))
    }
}

/// Whole minutes, to the nearest; something that was said takes one at least.
fn minutes_between(since: At, until: At) -> i64 {
    let millis = until.0.saturating_sub(since.0).max(0);
    (millis.saturating_add(30_000) / 60_000).max(1)
}

/// How what was spoken stands beside what was planned. It informs; none of it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    AsPlanned,
    /// By so many minutes.
    Longer(i64),
    Shorter(i64),
}

/// Spoken minutes beside planned ones.
pub fn beside(planned: i64, spoken: i64) -> Pace {
    match spoken.saturating_sub(planned) {
        0 => Pace::AsPlanned,
        more @ 1.. => Pace::Longer(more),
        less => Pace::Shorter(-less),
    }
}

/// What a partner says.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PartnerFeedback {
    pub id: RehearsalFeedbackId,
    pub author_id: PersonId,
    pub author_name: String,
    pub starter: Starter,
    pub text: String,
    pub language: Language,
    pub made_at: At,
}

mod store;

pub use store::ListenRequest;

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(started: Option<i64>, ended: Option<i64>) -> Ran {
        Ran {
            moment_id: MomentId::new(),
            name: "Welcome".into(),
            language: Language::english(),
            minutes: 3,
            started_at: started.map(At),
            ended_at: ended.map(At),
            felt: None,
            note: String::new(),
        }
    }

    #[test]
    fn minutes_are_counted_to_the_nearest_and_a_word_takes_one() {
        let minutes = |seconds: i64| ran(Some(0), Some(seconds * 1000)).spoken();
        assert_eq!([minutes(2), minutes(89), minutes(90), minutes(240)], [Some(1), Some(1), Some(2), Some(4)]);
        assert_eq!(ran(None, None).stage(), Stage::Waiting);
        assert_eq!(ran(Some(5), None).stage(), Stage::Running(At(5)));
    }

    #[test]
    fn a_clock_that_was_forgotten_breaks_nothing() {
        let forgotten = ran(Some(0), Some(i64::MAX));
        assert_eq!(forgotten.to_take_over(), Some(MOST_MINUTES));
        assert_eq!(ran(Some(i64::MAX), Some(i64::MIN)).spoken(), Some(1));
    }

    #[test]
    fn longer_and_shorter_are_said_in_minutes() {
        assert_eq!(beside(3, 3), Pace::AsPlanned);
        assert_eq!(beside(3, 5), Pace::Longer(2));
        assert_eq!(beside(3, 1), Pace::Shorter(2));
    }
}
