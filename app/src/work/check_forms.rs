//! The forms that answer a mastery check: how the student would rather show it, and target by target.

use kinfolio::field;
use kinfolio::id::{RevisionId, WishAnswerId};
use kinfolio::work::{Check, CheckAnswer, WishAnswer};
use leptos::prelude::*;

use super::road::WishSaid;
use super::telling::Telling;
use crate::own_words::school_lang;
use crate::parts::{Choice, Hidden, Radios, TextArea};
use crate::wording::apart;

/// The forms that answer the check that waits, where one does.
pub(super) fn forms(telling: &Telling) -> Option<AnyView> {
    let check = telling.waiting()?;
    let name = telling.student.called().to_owned();
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
                    <Hidden name=field::ID value=WishAnswerId::new().to_string()/>
                    <Radios name=field::WISH_ANSWER label=say!(mastery.wish_answer) choices/>
                    <TextArea name=field::WISH_WORDS label=say!(mastery.wish_answer_words) hint=say!(mastery.wish_answer_hint) rows=2/>
                    <div class="actions"><button class="btn">{say!(mastery.wish_send)}</button></div>
                </form>
                <hr class="seam"/>
            </div>
        }
        .into_any(),
    )
}

/// One target: every criterion with room for words, what it builds on, the answer, the next step; with what was answered
/// before, where that is corrected.
pub(super) fn target_fields(answer: CheckAnswer, telling: &Telling) -> AnyView {
    let target = answer.target_id.clone();
    let choices =
        vec![Choice::new("mastered", say!(work.check_mastered)), Choice::new("not_yet", say!(work.check_not_yet))];
    let criteria = answer
        .criteria
        .lines()
        .enumerate()
        .map(|(place, criterion)| {
            let name = field::SAID.about(&target).about(place);
            let said = answer.said.iter().find(|said| said.criterion == criterion).map(|said| said.words.clone());
            view! { <TextArea name label=criterion.to_owned() rows=2 optional=true value=said/> }
        })
        .collect_view();
    let chosen = answer.answer.map(|mastery| mastery.to_string()).unwrap_or_default();
    let next = Some(answer.next_step.clone()).filter(|next| !next.is_empty());
    let below = telling.below.get(&target).cloned().unwrap_or_default();
    let waves = below
        .into_iter()
        .map(|below| {
            let name = field::WAVE.about(&target).about(&below.id);
            let label = say!(mastery.wave, below = apart(below.statement));
            let waved = answer.waved.iter().find(|waved| waved.below_id == below.id).map(|waved| waved.reason.clone());
            view! { <TextArea name label hint=say!(mastery.wave_hint) rows=2 value=waved/> }
        })
        .collect_view();
    view! {
        <div class="flow">
            <h3 lang=school_lang() dir="auto">{answer.statement.clone()}</h3>
            <Hidden name=field::VERSION.about(&target) value=answer.version.to_string()/>
            <fieldset class="choices flow">
                <legend>{say!(work.criteria)}</legend>
                <p class="hint">{say!(mastery.criteria_hint)}</p>
                {criteria}
            </fieldset>
            <Radios name=field::ANSWER.about(&target) label=say!(mastery.answer_target) choices value=chosen/>
            <TextArea name=field::NEXT.about(&target) label=say!(work.check_words) hint=say!(work.check_words_hint) rows=3 value=next/>
            {waves}
        </div>
    }
    .into_any()
}
