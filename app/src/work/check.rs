//! Mastery checks: asking for one, answering how the student would rather show it, and answering target by target.

use kinfolio::field;
use kinfolio::id::{CheckId, WishAnswerId, WorkId};
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::{Conn, Tx};
use kinfolio::taking_back::{BeforeAct, SeenAct};
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::{Answering, Check, NotNow, Work, checked, checked_wish_answer};

use super::found;
use super::let_in::answers;
use super::page::show;
use super::telling::telling;
use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;

/// The student asks for a check of the latest revision, and may say how they would rather show it.
pub async fn ask(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::AskForCheck).await?;
    let mut problems = Problems::default();
    let wish = problems.take(field::WISH, optional_text(fields.get(field::WISH), limit::WORDS));
    let language = Language::tagged(fields.get(field::WISH_LANGUAGE));
    if language.is_none() && !wish.is_empty() {
        problems.note(field::WISH_LANGUAGE, Problem::Choose);
    }
    if !problems.is_empty() {
        let telling = telling(&asking, &mut tx, work, student).await?;
        drop(tx);
        return show(&asking, telling, None, Form::again(&fields, problems)).await;
    }
    let wish = language.as_ref().filter(|_| !wish.is_empty()).map(|language| (wish.as_str(), language));
    let before = asking.before(&mut tx, SeenAct::AskForCheck, &work.id).await?;
    match work.ask_for_check(&mut tx, wish, asking.now()).await? {
        // Or sent twice.
        Ok(()) | Err(NotNow::Waiting) => {}
        // The page says why not; a form that comes all the same changes nothing.
        Err(_) => return go(format!("/work/{id}")),
    }
    asking.done(tx, before, format!("/work/{id}"), Done::CheckAsked).await
}

/// A check that whoever asks may answer.
pub(super) async fn to_answer(
    asking: &Asking,
    conn: &mut Conn,
    id: &CheckId,
) -> Result<(Check, Work, Student), Refusal> {
    let found = Check::find(conn, asking.viewer()?, id).await?;
    let found = found.filter(|(_, work, student)| work.may(student.standing, Action::GiveFeedback));
    let (check, work, student) = found.ok_or(Refusal::NotFound)?;
    if !answers(conn, asking.viewer()?, &student, &check).await? {
        return Err(Refusal::NotFound);
    }
    Ok((check, work, student))
}

/// The advisor answers, target by target.
pub async fn answer(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (check, work, student) = to_answer(&asking, &mut tx, &id).await?;
    let asked = check.asked(&mut tx, &work).await?;
    let before = asking.before(&mut tx, SeenAct::AnswerCheck, &work.id).await?;
    let (problems, feedback) = match checked(&asked, |name| fields.get(name)) {
        Ok(answers) if check.answer(&mut tx, &work, &viewer.person_id, &answers, asking.now()).await? => {
            return on_to_the_next(&asking, (tx, before), &work).await;
        }
        // Somebody was faster: their words go back to whoever typed them.
        Ok(answers) => already_answered(&asking, &answers),
        Err(problems) => (reworded(&asking, problems), None),
    };
    let mut values = fields.values.clone();
    if let Some(feedback) = feedback {
        values.set(field::FEEDBACK, feedback);
    }
    let telling = telling(&asking, &mut tx, work, student).await?;
    drop(tx);
    show(&asking, telling, None, Form::again(&values, problems)).await
}

/// To the check that waits the longest; where none does, to what else waits.
async fn on_to_the_next(asking: &Asking, (mut tx, before): (Tx, BeforeAct), answered: &Work) -> Answer {
    let waiting = Check::waiting_for(&mut tx, asking.viewer()?).await?;
    let (to, said) = match waiting.iter().find(|check| check.work_id != answered.id) {
        Some(next) => (format!("/work/{}#check", next.work_id), Done::CheckAnsweredNext),
        None => ("/".to_owned(), Done::CheckAnswered),
    };
    asking.done_at(tx, before, format!("/work/{}", answered.id), to, said).await
}

fn already_answered(asking: &Asking, answers: &[Answering]) -> (Problems, Option<String>) {
    let words = answers.iter().flat_map(Answering::words).filter(|words| !words.is_empty());
    let feedback = words.collect::<Vec<_>>().join("\n\n");
    let said = Problem::Said(say_in!(asking.locale, work.check_answered));
    (Problems::from([(field::FEEDBACK, said)]), Some(feedback))
}

/// That criteria were changed while somebody wrote beside them is said in so many words.
pub(super) fn reworded(asking: &Asking, problems: Problems) -> Problems {
    let mut said = Problems::default();
    for (field, problem) in problems.iter() {
        let problem = match problem {
            Problem::Different => Problem::Said(say_in!(asking.locale, mastery.criteria_changed)),
            other => other.clone(),
        };
        said.note(field, problem);
    }
    said
}

/// The advisor says something to how the student would rather show it.
pub async fn answer_wish(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (check, work, student) = to_answer(&asking, &mut tx, &id).await?;
    match checked_wish_answer(fields.get(field::WISH_ANSWER), fields.get(field::WISH_WORDS)) {
        Ok((answer, words)) => {
            let said = fields.id_or(WishAnswerId::new);
            let before = asking.before(&mut tx, SeenAct::AnswerWish, &id).await?;
            let author = &asking.viewer()?.person_id;
            if !check.answer_wish(&mut tx, &work, &said, author, (answer, &words), asking.now()).await? {
                return Err(Refusal::NotFound);
            }
            asking.done(tx, before, format!("/work/{}#check", work.id), Done::WishAnswered).await
        }
        Err(problems) => {
            let telling = telling(&asking, &mut tx, work, student).await?;
            drop(tx);
            show(&asking, telling, None, Form::again(&fields, problems)).await
        }
    }
}
