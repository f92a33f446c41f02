//! Mastery checks: asking for one, answering how the student would rather show it, and answering target by target.

use kinfolio::id::{CheckId, RevisionId, WishAnswerId, WorkId};
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::{Answering, Check, CheckAnswer, NotNow, WishAnswer, Work, checked, checked_wish_answer};
use leptos::prelude::*;

use super::found;
use super::page::{Telling, show, telling};
use super::road::WishSaid;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, Hidden, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::Said;
use crate::wording::apart;

/// The student asks for a check of the latest revision, and may say how they would rather show it.
pub async fn ask(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, student) = found(&asking, &mut tx, &id, Action::AskForCheck).await?;
    let mut problems = Problems::default();
    let wish = problems.take("wish", optional_text(fields.get("wish"), limit::WORDS));
    let language = Language::tagged(fields.get("wish_language"));
    if language.is_none() && !wish.is_empty() {
        problems.note("wish_language", Problem::Choose);
    }
    if !problems.is_empty() {
        let telling = telling(&asking, &mut tx, work, student).await?;
        drop(tx);
        return show(&asking, telling, None, Form::again(&fields, problems)).await;
    }
    let wish = language.as_ref().filter(|_| !wish.is_empty()).map(|language| (wish.as_str(), language));
    match work.ask_for_check(&mut tx, wish, asking.now()).await? {
        Ok(()) => tx.commit().await?,
        // Sent twice.
        Err(NotNow::Waiting) => {}
        // The page says why not; a form that comes all the same changes nothing.
        Err(_) => return go(format!("/work/{id}")),
    }
    go_saying(format!("/work/{id}"), Said::CheckAsked)
}

/// A check that whoever asks may answer.
async fn to_answer(asking: &Asking, conn: &mut Conn, id: &CheckId) -> Result<(Check, Work, Student), Refusal> {
    let found = Check::find(conn, asking.viewer()?, id).await?;
    let found = found.filter(|(_, work, student)| student.standing.may(Action::GiveFeedback, work.audience));
    found.ok_or(Refusal::NotFound)
}

/// The advisor answers, target by target.
pub async fn answer(asking: Asking, In(id): In<CheckId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (check, work, student) = to_answer(&asking, &mut tx, &id).await?;
    let asked = check.asked(&mut tx, &work).await?;
    let (problems, feedback) = match checked(&asked, |name| fields.get(name)) {
        Ok(answers) if check.answer(&mut tx, &work, &viewer.person_id, &answers, asking.now()).await? => {
            tx.commit().await?;
            return go_saying(format!("/work/{}", work.id), Said::CheckAnswered);
        }
        // Somebody was faster: their words go back to whoever typed them.
        Ok(answers) => already_answered(&asking, &answers),
        Err(problems) => (reworded(&asking, problems), None),
    };
    let mut values = fields.values.clone();
    if let Some(feedback) = feedback {
        values.set("feedback", feedback);
    }
    let telling = telling(&asking, &mut tx, work, student).await?;
    drop(tx);
    show(&asking, telling, None, Form::again(&values, problems)).await
}

fn already_answered(asking: &Asking, answers: &[Answering]) -> (Problems, Option<String>) {
    let words = answers.iter().flat_map(Answering::words).filter(|words| !words.is_empty());
    let feedback = words.collect::<Vec<_>>().join("\n\n");
    let said = Problem::Said(say_in!(asking.locale, work.check_answered));
    (Problems::from([("feedback", said)]), Some(feedback))
}

/// That criteria were changed while somebody wrote beside them is said in so many words.
fn reworded(asking: &Asking, problems: Problems) -> Problems {
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
    match checked_wish_answer(fields.get("wish-answer"), fields.get("wish-words")) {
        Ok((answer, words)) => {
            let said = fields.id_or(WishAnswerId::new);
            let author = &asking.viewer()?.person_id;
            if !check.answer_wish(&mut tx, &work, &said, author, (answer, &words), asking.now()).await? {
                return Err(Refusal::NotFound);
            }
            tx.commit().await?;
            go_saying(format!("/work/{}#check", work.id), Said::WishAnswered)
        }
        Err(problems) => {
            let telling = telling(&asking, &mut tx, work, student).await?;
            drop(tx);
            show(&asking, telling, None, Form::again(&fields, problems)).await
        }
    }
}

/// The forms that answer the check that waits, where one does.
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
    let targets = check.answers.iter().cloned().map(|answer| target_fields(answer, telling)).collect_view();
    Some(
        view! {
            <section class="card noprint" id="check">
                <h2>{say!(work.check)}</h2>
                <p class="lead">{say!(work.check_do, name = name)}</p>
                {older}
                {wish(check, telling)}
                <form method="post" action=format!("/check/{}/answer", check.id) class="flow">
                    {targets}
                    <div class="actions"><button class="btn btn--primary">{say!(work.check_answer)}</button></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// How the student would rather show it, and the form to say something to that.
fn wish(check: &Check, telling: &Telling) -> Option<AnyView> {
    let wish = check.wish.clone()?;
    let choices = vec![
        Choice::new(WishAnswer::Agreed.as_str(), say!(mastery.wish_agreed)),
        Choice::new(WishAnswer::Talk.as_str(), say!(mastery.wish_talk)),
    ];
    let student = telling.student.name.clone();
    Some(
        view! {
            <div class="flow">
                <WishSaid wish student/>
                <form method="post" action=format!("/check/{}/wish", check.id) class="flow">
                    <Hidden name="id" value=WishAnswerId::new().to_string()/>
                    <Radios name="wish-answer" label=say!(mastery.wish_answer) choices/>
                    <TextArea name="wish-words" label=say!(mastery.wish_answer_words) hint=say!(mastery.wish_answer_hint) rows=2/>
                    <div class="actions"><button class="btn">{say!(mastery.wish_send)}</button></div>
                </form>
                <hr class="seam"/>
            </div>
        }
        .into_any(),
    )
}

/// One target: every criterion with room for words, what it builds on, the answer, the next step.
fn target_fields(answer: CheckAnswer, telling: &Telling) -> AnyView {
    let target = answer.target_id.clone();
    let choices =
        vec![Choice::new("mastered", say!(work.check_mastered)), Choice::new("not_yet", say!(work.check_not_yet))];
    let criteria = answer
        .criteria
        .lines()
        .enumerate()
        .map(|(place, criterion)| {
            let name = format!("said-{target}-{place}");
            view! { <TextArea name label=criterion.to_owned() rows=2 optional=true/> }
        })
        .collect_view();
    let below = telling.below.get(&target).cloned().unwrap_or_default();
    let waves = below
        .into_iter()
        .map(|below| {
            let name = format!("wave-{target}-{}", below.id);
            let label = say!(mastery.wave, below = apart(below.statement));
            view! { <TextArea name label hint=say!(mastery.wave_hint) rows=2/> }
        })
        .collect_view();
    view! {
        <div class="flow">
            <h3 dir="auto">{answer.statement.clone()}</h3>
            <Hidden name=format!("version-{target}") value=answer.version.to_string()/>
            <fieldset class="choices flow">
                <legend>{say!(work.criteria)}</legend>
                <p class="hint">{say!(mastery.criteria_hint)}</p>
                {criteria}
            </fieldset>
            <Radios name=format!("answer-{target}") label=say!(mastery.answer_target) choices/>
            <TextArea name=format!("next-{target}") label=say!(work.check_words) hint=say!(work.check_words_hint) rows=3/>
            {waves}
        </div>
    }
    .into_any()
}
