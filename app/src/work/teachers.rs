//! A student asks a teacher about one work, and lets them in to it; student or advisor ends that.

use kinfolio::field;
use kinfolio::id::{PermitId, WorkId};
use kinfolio::language::Language;
use kinfolio::permit::{AskedTeacher, NewPermit, Permit, PermitAsk};
use kinfolio::person::teaches::teaches_all_of;
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Tx;
use kinfolio::target::Target;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::Work;

use super::found;
use super::page::show;
use super::telling::telling;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// The student asks a teacher: for words on the work, or for a check of what is of their subjects.
pub async fn ask(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    if work.kept_at.is_none() {
        // A draft is its student's alone; the page has no form for it.
        return Err(Refusal::NotFound);
    }
    let teachers = AskedTeacher::of(&mut tx, &student).await?;
    let mut problems = Problems::default();
    let wanted = fields.get(field::TEACHER);
    let teacher = problems.chosen(field::TEACHER, teachers.iter().find(|teacher| teacher.id.as_str() == wanted));
    let asks = problems.chosen(field::TEACHER_ASKS, PermitAsk::named(fields.get(field::TEACHER_ASKS)));
    let typed = optional_text(fields.get(field::TEACHER_QUESTION), limit::WORDS);
    let question = problems.take(field::TEACHER_QUESTION, typed);
    let language = Language::tagged(fields.get(field::TEACHER_LANGUAGE));
    if language.is_none() && !question.is_empty() {
        problems.note(field::TEACHER_LANGUAGE, Problem::Choose);
    }
    if work.audience == Audience::Me {
        problems.note(field::TEACHER, Problem::Said(say_in!(asking.locale, work.ask_needs_audience)));
    }
    if let (Some(teacher), Some(asks), true) = (teacher, asks, problems.is_empty()) {
        if asks == PermitAsk::Feedback || check_for(&asking, &mut tx, &work, teacher).await? {
            let new = NewPermit {
                id: &fields.id_or(PermitId::new),
                work: &work.id,
                student: &student.id,
                holder: &teacher.id,
                asks,
                question: &question,
                language: &language.unwrap_or_else(Language::english),
            };
            new.give(&mut tx, asking.viewer()?, asking.now()).await?;
            tx.commit().await?;
            return go_saying(format!("/work/{id}#let-in"), Done::TeacherAsked);
        }
        problems.note(field::TEACHER_ASKS, Problem::Said(say_in!(asking.locale, mastery.teacher_no_target)));
    }
    let telling = telling(&asking, &mut tx, work, student).await?;
    drop(tx);
    show(&asking, telling, None, Form::again(&fields, problems)).await
}

/// Has a check wait that this teacher can answer: one that waits already, or a new one of the targets of their subjects.
async fn check_for(asking: &Asking, tx: &mut Tx, work: &Work, teacher: &AskedTeacher) -> Result<bool, Refusal> {
    if let Some(waiting) = work.checks(tx).await?.into_iter().find(|check| check.waits()) {
        return Ok(teaches_all_of(tx, &work.school_id, &teacher.id, &waiting.id).await?);
    }
    let targets = Target::all(tx, &work.school_id).await?.into_iter();
    let theirs = targets.filter(|target| teacher.subjects.contains(&target.subject));
    let theirs: Vec<_> = theirs.map(|target| target.id).collect();
    Ok(work.ask_for_check_of(tx, Some(&theirs), None, asking.now()).await?.is_ok())
}

/// Student or advisor ends it: whoever was let in is out at the next request.
pub async fn end(asking: Asking, In(id): In<PermitId>) -> Answer {
    let mut tx = asking.write().await?;
    let viewer = asking.viewer()?;
    let (permit, _) = Permit::find(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    permit.end(&mut tx, viewer, asking.now()).await?;
    // An advisor may end what lets somebody in to a work that they do not see themselves.
    let sees = Work::find(&mut tx, viewer, &permit.work_id).await?.is_some();
    tx.commit().await?;
    asking.services.hub.connections().ask_again();
    let to = if sees { format!("/work/{}", permit.work_id) } else { "/".to_owned() };
    go_saying(to, Done::TeacherOut)
}
