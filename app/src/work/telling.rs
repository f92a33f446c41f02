//! What a work's page tells: everything it shows, loaded for whoever looks.

use std::collections::BTreeMap;

use kinfolio::at::At;
use kinfolio::id::{PersonId, TargetId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::rendition::WordsOf;
use kinfolio::store::Conn;
use kinfolio::target::Target;
use kinfolio::work::{Check, Feedback, PeerAsk, Revision, Shows, Work, WorkState};
use leptos::prelude::AnyView;

use super::let_in::{LetIn, is_let_in};
use crate::asking::Asking;
use crate::evidence::lines::SpokenFor;
use crate::evidence::work::spoken_for;
use crate::refusal::Refusal;
use crate::rendition::{Rendered, Renditions};

/// Everything a work's page shows.
pub(super) struct Telling {
    pub work: Work,
    pub student: Student,
    pub state: WorkState,
    pub revisions: Vec<Revision>,
    pub feedback: Vec<Feedback>,
    pub checks: Vec<Check>,
    pub targets: Vec<Target>,
    /// For each of its targets, those it builds on that the student has not mastered.
    pub below: BTreeMap<TargetId, Vec<Target>>,
    pub shows: Shows,
    /// Whether the student asks the advisory, and what about.
    pub peer_ask: Option<PeerAsk>,
    /// Who is let in to it.
    pub let_in: LetIn,
    /// The statements it speaks for.
    pub spoken: Vec<SpokenFor>,
    pub zone: String,
    /// Whoever looks.
    pub reader: PersonId,
    pub now: At,
    pub own_languages: kinfolio::language::Languages,
    /// What stands beside its words and what was said about it.
    pub renditions: Renditions,
}

impl Telling {
    /// The check that waits for an answer.
    pub fn waiting(&self) -> Option<&Check> {
        self.checks.iter().find(|check| check.waits())
    }

    /// Whether whoever looks may do this with the work.
    pub fn may(&self, action: Action) -> bool {
        self.work.may(self.student.standing, action)
    }

    /// Whether whoever looks may walk its road.
    pub fn shows_road(&self) -> bool {
        self.work.may_see(self.student.standing, self.shows, None) == Some(Shows::Road)
    }

    /// What stands beneath feedback: it in other languages, and read aloud.
    pub fn beneath_feedback(&self, feedback: &Feedback) -> Option<AnyView> {
        if feedback.hidden.is_some() || feedback.withdrawn_at.is_some() {
            return None;
        }
        self.renditions.beneath(&Rendered {
            of: WordsOf::Feedback,
            id: feedback.id.as_str(),
            words: &feedback.text,
            language: &feedback.language,
            author: Some(&feedback.author_id),
            may: self.may(Action::Translate),
        })
    }

    /// Whether whoever looks is its student.
    pub fn is_own(&self) -> bool {
        self.student.standing.role == Role::Student
    }
}

/// Loads what a work's page shows.
pub(super) async fn telling(
    asking: &Asking,
    conn: &mut Conn,
    work: Work,
    student: Student,
) -> Result<Telling, Refusal> {
    let chosen = work.targets(conn).await?;
    let feedback = work.feedback(conn).await?;
    // Whoever is let in reads what the student wrote and what was said to it, and no words that a family put beside it.
    let renditions = match is_let_in(&student) {
        true => Renditions::default(),
        false => {
            let things = feedback.iter().map(|one| one.id.as_str()).chain([work.id.as_str()]);
            Renditions::beside(conn, asking.viewer()?, things).await?
        }
    };
    let checks = work.checks(conn).await?;
    let mut targets = Target::all(conn, &work.school_id).await?;
    let missing = work.missing_below(conn, &chosen).await?;
    let named = |ids: Vec<TargetId>| targets.iter().filter(|target| ids.contains(&target.id)).cloned().collect();
    let below = missing.into_iter().map(|(target, ids)| (target, named(ids))).collect();
    targets.retain(|target| chosen.contains(&target.id));
    Ok(Telling {
        below,
        shows: work.shows(conn).await?,
        peer_ask: work.peer_ask(conn).await?,
        state: work.state(conn).await?,
        revisions: {
            let mut revisions = work.revisions(conn).await?;
            Revision::make_readable(&mut revisions).await;
            revisions
        },
        feedback,
        renditions,
        let_in: LetIn::of(conn, asking.viewer()?, (&work, &student), &checks).await?,
        checks,
        targets,
        spoken: spoken_for(conn, &work, &student).await?,
        zone: asking.viewer()?.time_zone.clone(),
        reader: asking.viewer()?.person_id.clone(),
        now: asking.now(),
        own_languages: asking.viewer()?.languages.clone(),
        work,
        student,
    })
}
