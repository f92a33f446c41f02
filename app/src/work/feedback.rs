//! An advisor's written words on a revision.

use kinfolio::id::{FeedbackId, RevisionId, WorkId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::words::{self, Problem, Problems, limit};

use super::found;
use super::page::{show, telling};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::Answer;

/// Gives feedback on one revision of a work.
pub async fn give(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::GiveFeedback).await?;
    let mut problems = Problems::default();
    let text = problems.take("feedback", words::text(fields.get("feedback"), limit::WORDS));
    let language = Language::tagged(fields.get("language")).unwrap_or_else(|| {
        problems.note("language", Problem::Choose);
        Language::english()
    });
    let revisions = work.revisions(&mut tx).await?;
    let wanted: Option<RevisionId> = fields.parsed("revision");
    let revision = revisions.iter().find(|revision| Some(&revision.id) == wanted.as_ref());
    if revision.is_none() {
        problems.note("feedback", Problem::Choose);
    }
    let (true, Some(revision)) = (problems.is_empty(), revision) else {
        let telling = telling(&asking, &mut tx, work, student).await?;
        drop(tx);
        return show(&asking, telling, None, Form::again(&fields, problems)).await;
    };
    let feedback = fields.parsed("id").unwrap_or_else(FeedbackId::new);
    let author = &asking.viewer()?.person_id;
    work.give_feedback(&mut tx, &feedback, &revision.id, author, (&text, &language), asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/work/{id}"), "feedback")
}
