//! A student's steps, in words.

use kinfolio::agenda::student::StudentStep;
use kinfolio::commitment::Commitment;
use kinfolio::id::{PersonId, WorkId};
use kinfolio::work::WorkCard;

use super::StepWords;
use crate::work::title_of;

/// What a step says and leads to. `works` and `asked` are the student's own.
pub(crate) fn step_words(
    step: &StudentStep,
    student: &PersonId,
    works: &[WorkCard],
    asked: &[Commitment],
) -> StepWords {
    let title = |id: &WorkId| {
        works.iter().find(|card| card.work.id == *id).map(|card| title_of(&card.work)).unwrap_or_default()
    };
    let own = |page: &str| format!("/student/{student}/{page}");
    let words = StepWords::new;
    match step {
        StudentStep::Lead(id) => words(say!(agenda.lead), format!("/conference/{id}/present"), say!(agenda.lead_do)),
        StudentStep::PlanTheDay => words(say!(agenda.plan_the_day), own("conference"), say!(home.plan_moments_do)),
        StudentStep::PlanMoments(id) => {
            words(say!(home.plan_moments), format!("/conference/{id}"), say!(home.plan_moments_do))
        }
        StudentStep::GetReady(id) => {
            words(say!(home.look_through), format!("/conference/{id}"), say!(home.look_through_do))
        }
        StudentStep::AnswerReply(id) => {
            words(say!(agenda.answer_reply), format!("/reply/{id}/letter"), say!(agenda.answer_reply_do))
        }
        StudentStep::Promise(id) => {
            words(say!(agenda.promise), format!("/conference/{id}/commitment"), say!(agenda.promise_do))
        }
        StudentStep::LookBack(id) => {
            words(say!(agenda.look_back), format!("/conference/{id}/afterword"), say!(agenda.look_back_do))
        }
        StudentStep::SayHowItWent(id) => {
            let what = asked.iter().find(|promise| promise.id == *id).map(|promise| promise.what.clone());
            let what = crate::wording::apart(what.unwrap_or_default());
            words(say!(agenda.i_promised, what = what), format!("/commitment/{id}/how"), say!(commitment.say_how))
        }
        StudentStep::Revise(id) => {
            words(say!(home.revise, title = title(id)), format!("/work/{id}#answer"), say!(home.revise_do))
        }
        StudentStep::AskAgain(id) => {
            words(say!(home.ask_again, title = title(id)), format!("/work/{id}"), say!(home.open))
        }
        StudentStep::ReadFeedback(id) => {
            words(say!(home.read_feedback, title = title(id)), format!("/work/{id}#road"), say!(home.read_feedback_do))
        }
        StudentStep::PutOnShelf(id) => {
            words(say!(home.put_on_shelf, title = title(id)), own("portfolio/arrange"), say!(home.put_on_shelf_do))
        }
        StudentStep::Answer(id) => words(say!(home.answer), format!("/version/{id}/answer"), say!(home.answer_do)),
        StudentStep::LookAtWording(id) => {
            words(say!(agenda.wording), format!("{}#s-{id}", own("definition")), say!(agenda.wording_do))
        }
        StudentStep::ReadAgain => words(say!(home.read_again), own("definition"), say!(home.read_again_do)),
        StudentStep::AddFirst => words(say!(home.add_first), "/work/new".to_owned(), say!(work.add)),
        StudentStep::FinishDraft(id) => {
            words(say!(home.finish_draft, title = title(id)), format!("/work/{id}/edit"), say!(home.finish_draft_do))
        }
        StudentStep::StartDefinition => {
            words(say!(home.start_definition), own("definition"), say!(home.start_definition_do))
        }
        StudentStep::AskForCheck(id) => {
            words(say!(home.ask_for_check, title = title(id)), format!("/work/{id}"), say!(home.open))
        }
        StudentStep::PlanConference => {
            words(say!(home.plan_conference), own("conference"), say!(home.plan_conference_do))
        }
        StudentStep::AddWork => words(say!(home.all_in_hand), "/work/new".to_owned(), say!(work.add)),
    }
}
