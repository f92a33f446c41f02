//! What the student can do next with a work, and what they choose about it.

use kinfolio::field;
use kinfolio::work::{NotNow, Shows, to_ask_for};
use leptos::prelude::*;

use super::telling::Telling;
use crate::form::Form;
use crate::parts::{Choice, Icon, LanguageField, Radios, TextArea};
use crate::taking_back::TakeBack;
use crate::wording::apart;

/// What the student can do next with it; what cannot be done now says why.
pub(super) fn doing(telling: &Telling) -> Option<AnyView> {
    let id = &telling.work.id;
    let edit = format!("/work/{id}/edit");
    let latest = telling.revisions.last()?;
    let targets: Vec<_> = telling.targets.iter().map(|target| target.id.clone()).collect();
    let answer_stands_above = super::road::new_answer(telling).is_some_and(|check| !check.is_mastered());
    let (mut revise_first, mut look_back_first) = (false, false);
    let ask = match to_ask_for(&telling.work, &targets, &telling.checks, &latest.id) {
        Ok(_) => ask_form(telling),
        Err(NotNow::Draft) => ().into_any(),
        Err(NotNow::Mastered) => {
            look_back_first = true;
            ().into_any()
        }
        Err(NotNow::Waiting) => {
            let withdraw = telling.waiting().map(|check| {
                view! { <TakeBack to=format!("/check/{}/withdraw", check.id) words=say!(mastery.withdraw_check)/> }
            });
            view! { <p class="nudge">{say!(work.ask_waits)}</p> {withdraw} }.into_any()
        }
        // An answer that stands at the top says it there.
        Err(NotNow::SameRevision) if answer_stands_above => ().into_any(),
        Err(NotNow::SameRevision) => {
            revise_first = true;
            view! { <p class="nudge">{say!(work.ask_needs_revision)}</p> }.into_any()
        }
        Err(NotNow::NoTargets) => {
            let choose = format!("{edit}#field-target");
            view! { <p class="nudge">{say!(work.ask_needs_target)} " " <a href=choose>{say!(work.choose_targets)}</a></p> }.into_any()
        }
        Err(NotNow::OnlyMine) => {
            let choose = format!("{edit}#field-audience");
            view! { <p class="nudge">{say!(work.ask_needs_audience)} " " <a href=choose>{say!(work.edit)}</a></p> }
                .into_any()
        }
    };
    let revise = telling.work.kept_at.filter(|_| !answer_stands_above).map(|_| {
        let class = if revise_first { "btn btn--primary" } else { "btn" };
        view! { <a class=class href=format!("/work/{id}/revision/new")><Icon name="pencil"/> {say!(work.revise)}</a> }
    });
    let look_back = (latest.reflection.is_empty() && telling.work.kept_at.is_some()).then(|| {
        let class = if look_back_first { "btn btn--primary" } else { "btn btn--quiet" };
        view! { <a class=class href=format!("{edit}#field-reflection")>{say!(work.look_back)}</a> }
    });
    let change = if telling.work.kept_at.is_none() { "btn btn--primary" } else { "btn btn--quiet" };
    let change = view! { <a class=change href=edit>{say!(work.edit)}</a> };
    let into_bin = if telling.work.kept_at.is_none() { say!(work.throw_away) } else { say!(work.into_bin) };
    let version_back = (latest.number > 1 && !latest.is_answered).then(|| {
        view! {
            <TakeBack to=format!("/work/{id}/version/take-back") words=say!(work.take_version_back)
                note=say!(work.take_version_back_note)/>
        }
    });
    Some(
        view! {
            <div class="flow noprint">
                {ask}
                <div class="actions">{revise}{look_back}{change}</div>
                {version_back}
                <TakeBack to=format!("/work/{id}/bin") words=into_bin/>
            </div>
        }
        .into_any(),
    )
}

/// Asking for a check: what it builds on that is not there yet, and how it could be shown instead.
fn ask_form(telling: &Telling) -> AnyView {
    let form = use_context::<Form>().unwrap_or_default();
    let open = form.problem(field::WISH).is_some() || !form.value(field::WISH).is_empty();
    let below = telling
        .targets
        .iter()
        .filter_map(|target| Some((target, telling.below.get(&target.id)?)))
        .flat_map(|(target, below)| below.iter().map(move |below| (target, below)))
        .map(|(target, below)| {
            let words =
                say!(mastery.builds_on_open, target = apart(&target.statement), below = apart(&below.statement));
            view! { <li>{words}</li> }
        })
        .collect::<Vec<_>>();
    let below = (!below.is_empty()).then(|| {
        view! {
            <div class="notice notice--info"><Icon name="info"/> <div>
                <ul>{below}</ul><p>{say!(mastery.builds_on_do)}</p>
            </div></div>
        }
    });
    view! {
        <form method="post" action=format!("/work/{}/check", telling.work.id) class="flow">
            <p class="soft">{say!(work.ask_do)}</p>
            {below}
            <details class="fold" open=open>
                <summary>{say!(mastery.wish)}</summary>
                <TextArea name=field::WISH label=say!(mastery.wish_words) hint=say!(mastery.wish_hint) rows=3 optional=true/>
                <LanguageField name=field::WISH_LANGUAGE own=telling.own_languages.clone()/>
            </details>
            <button class="btn btn--primary"><Icon name="check"/> {say!(work.ask)}</button>
        </form>
    }
    .into_any()
}

/// What the student chooses about a kept work: whether others see its road, whether the advisory is asked, and which teacher.
pub(super) fn settings(telling: &Telling) -> AnyView {
    let id = &telling.work.id;
    let choices = vec![
        Choice::new(Shows::Road.as_str(), say!(mastery.shows_road)).noted(say!(mastery.shows_road_note)),
        Choice::new(Shows::Result.as_str(), say!(mastery.shows_result)).noted(say!(mastery.shows_result_note)),
    ];
    let asks = telling.peer_ask.clone();
    let stop = asks.is_some().then(|| {
        view! { <button class="btn btn--quiet" name=field::STOP.wire() value="yes">{say!(mastery.peers_stop)}</button> }
    });
    let (now, save) = match &asks {
        Some(_) => (say!(mastery.peers_asked), say!(mastery.peers_again)),
        None => (say!(mastery.peers_note), say!(mastery.peers_ask)),
    };
    let language = asks.as_ref().map(|asks| asks.language.tag().to_owned());
    view! {
        <details class="fold noprint">
            <summary>{say!(mastery.shows)}</summary>
            <form method="post" action=format!("/work/{id}/road") class="flow" id="shows">
                <Radios name=field::SHOWS label=say!(mastery.shows_label) choices value=telling.shows.to_string()/>
                <div class="actions"><button class="btn">{say!(mastery.shows_save)}</button></div>
            </form>
        </details>
        <details class="fold noprint">
            <summary>{say!(mastery.peers)}</summary>
            <form method="post" action=format!("/work/{id}/peers/ask") class="flow" id="peers">
                <p class="soft">{now}</p>
                <TextArea name=field::QUESTION label=say!(mastery.peers_question) hint=say!(mastery.peers_question_hint) rows=2
                    optional=true value=asks.map(|asks| asks.question)/>
                <LanguageField name=field::QUESTION_LANGUAGE own=telling.own_languages.clone() value=language/>
                <div class="actions"><button class="btn">{save}</button> {stop}</div>
            </form>
        </details>
        {telling.let_in.form(&telling.work, &telling.own_languages)}
    }
    .into_any()
}
