//! Mastery checks: asking for one, and answering it target by target.

use kinfolio::id::{CheckId, RevisionId, WorkId};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use kinfolio::work::{Check, CheckAnswer, NotNow, checked_answers};
use leptos::prelude::*;

use super::found;
use super::page::{Telling, show, telling};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, Radios, TextArea};
use crate::refusal::{Answer, Refusal};

/// The student asks for a check of the latest revision.
pub async fn ask(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::AskForCheck).await?;
    match work.ask_for_check(&mut tx, asking.now()).await? {
        Ok(()) => tx.commit().await?,
        // Sent twice.
        Err(NotNow::Waiting) => {}
        // The page says why not; a form that comes all the same changes nothing.
        Err(_) => return go(format!("/work/{id}")),
    }
    go_saying(format!("/work/{id}"), "check_asked")
}

/// The advisor answers, target by target.
pub async fn answer(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (check, work, student) = Check::find(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    if !student.standing.may(Action::GiveFeedback, work.audience) {
        return Err(Refusal::NotFound);
    }
    let asked: Vec<_> = check.answers.iter().map(|answer| answer.target_id.clone()).collect();
    let names: Vec<(String, String)> = asked.iter().map(|id| (format!("answer-{id}"), format!("next-{id}"))).collect();
    let answers = checked_answers(&asked, |target| {
        let place = asked.iter().position(|asked| asked == target).and_then(|place| names.get(place));
        place.map_or(("", ""), |(answer, next)| (fields.get(answer), fields.get(next)))
    });
    let problems = match answers {
        Ok(answers) if check.answer(&mut tx, &work, &viewer.person_id, &answers, asking.now()).await? => {
            tx.commit().await?;
            return go_saying(format!("/work/{}", work.id), "check_answered");
        }
        // Somebody was faster: their words go back to whoever typed them.
        Ok(answers) => already_answered(&asking, answers),
        Err(problems) => (problems, None),
    };
    let (problems, feedback) = problems;
    let mut values = fields.values.clone();
    if let Some(feedback) = feedback {
        values.set("feedback", feedback);
    }
    let telling = telling(&asking, &mut tx, work, student).await?;
    drop(tx);
    show(&asking, telling, None, Form::again(&values, problems)).await
}

fn already_answered(
    asking: &Asking,
    answers: Vec<(kinfolio::id::TargetId, kinfolio::work::Mastery, String)>,
) -> (Problems, Option<String>) {
    let words = answers.into_iter().map(|(_, _, words)| words).filter(|words| !words.is_empty());
    let feedback = words.collect::<Vec<_>>().join("\n\n");
    let said = Problem::Said(say_in!(asking.locale, work.check_answered));
    (Problems::from([("feedback", said)]), Some(feedback))
}

/// The form that answers the check that waits, where one does.
pub(super) fn forms(telling: &Telling) -> Option<AnyView> {
    let check = telling.waiting()?;
    let name = telling.student.first_name().to_owned();
    let number =
        |id: &RevisionId| telling.revisions.iter().find(|revision| revision.id == *id).map(|revision| revision.number);
    let asked = number(&check.revision_id).unwrap_or_default();
    let is_older = telling.revisions.last().is_some_and(|latest| latest.number > asked);
    let older = is_older.then(|| {
        let look = format!("/work/{}/revision/{asked}", telling.work.id);
        view! {
            <p class="nudge">{say!(work.check_of, number = asked.to_string())} " "
                <a href=look>{say!(work.look_at, number = asked.to_string())}</a></p>
        }
    });
    let targets = check.answers.iter().cloned().map(target_fields).collect_view();
    Some(
        view! {
            <section class="card noprint" id="check">
                <h2>{say!(work.check)}</h2>
                <p class="lead">{say!(work.check_do, name = name)}</p>
                {older}
                <form method="post" action=format!("/check/{}/answer", check.id) class="flow">
                    {targets}
                    <div class="actions"><button class="btn btn--primary">{say!(work.check_answer)}</button></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

fn target_fields(answer: CheckAnswer) -> AnyView {
    let criteria = answer.criteria.lines().map(|line| view! { <li dir="auto">{line.to_owned()}</li> }).collect_view();
    let choices =
        vec![Choice::new("mastered", say!(work.check_mastered)), Choice::new("not_yet", say!(work.check_not_yet))];
    view! {
        <div class="flow">
            <Radios name=format!("answer-{}", answer.target_id) label=answer.statement choices/>
            <details class="fold" open><summary>{say!(work.criteria)}</summary><ul>{criteria}</ul></details>
            <TextArea name=format!("next-{}", answer.target_id) label=say!(work.check_words) hint=say!(work.check_words_hint) rows=3/>
        </div>
    }
    .into_any()
}
