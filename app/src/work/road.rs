//! The road of a work: versions, feedback, checks and answers in the order in which they came.

use kinfolio::at::At;
use kinfolio::work::{Check, Feedback, Mastery, Revision, Work};
use leptos::prelude::*;

use super::page::Telling;
use crate::parts::{Voice, VoiceCard, Words};
use crate::when;

/// One step of the road.
pub(super) enum Step {
    Version(Revision),
    Said(Feedback),
    Asked(At),
    Answered(Check),
}

impl Step {
    /// Every step of a work, the first one first.
    pub fn of(telling: &Telling) -> Vec<Self> {
        let versions = telling.revisions.iter().cloned().map(Self::Version);
        let said = telling.feedback.iter().cloned().map(Self::Said);
        let asked = telling.checks.iter().map(|check| Self::Asked(check.asked_at));
        let answered = telling.checks.iter().filter(|check| check.answered.is_some()).cloned().map(Self::Answered);
        let mut steps: Vec<Self> = versions.chain(said).chain(asked).chain(answered).collect();
        steps.sort_by_key(Self::at);
        steps
    }

    fn at(&self) -> At {
        match self {
            Self::Version(revision) => revision.made_at,
            Self::Said(feedback) => feedback.made_at,
            Self::Asked(at) => *at,
            Self::Answered(check) => check.answered.as_ref().map_or(check.asked_at, |(_, at)| *at),
        }
    }
}

/// The road, as a list.
#[component]
pub(super) fn Road(steps: Vec<Step>, work: Work, zone: String) -> impl IntoView {
    let rows = steps.into_iter().map(|step| row(step, &work, &zone)).collect_view();
    view! { <ol class="road">{rows}</ol> }
}

fn row(step: Step, work: &Work, zone: &str) -> AnyView {
    let at = step.at();
    let day = view! { " " <time datetime=when::machine(at, zone)>{when::short_day(at, zone)}</time> };
    match step {
        Step::Version(revision) => {
            let name = if revision.number == 1 { say!(work.first) } else { say!(work.nth, number = revision.number.to_string()) };
            let number = revision.number.to_string();
            let look = format!("/work/{}/revision/{number}", work.id);
            let words = (!revision.reflection.is_empty())
                .then(|| view! { <Words text=revision.reflection language=work.language.clone()/> });
            view! { <li><h3>{name}{day}</h3>{words}<p><a class="go small" href=look>{say!(work.look_at, number = number)}</a></p></li> }
                .into_any()
        }
        Step::Said(feedback) => view! {
            <li class="road__school">
                <h3>{say!(work.feedback_from, name = feedback.author.clone())}{day}</h3>
                <VoiceCard voice=Voice::of(feedback.role) name=feedback.author language=feedback.language.clone() line=true>
                    <Words text=feedback.text language=feedback.language/>
                </VoiceCard>
            </li>
        }
        .into_any(),
        Step::Asked(_) => view! { <li><h3>{say!(work.asked)}{day}</h3></li> }.into_any(),
        Step::Answered(check) => answered(check, day.into_any()),
    }
}

fn answered(check: Check, day: AnyView) -> AnyView {
    let mastered = check.is_mastered();
    let class = if mastered { "road__mastered" } else { "road__school" };
    let name = check.answered.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
    let title = if mastered { say!(work.mastered_from) } else { say!(work.answer_from, name = name.clone()) };
    let answers = check
        .answers
        .into_iter()
        .map(|answer| {
            let (state, words) = match answer.answer {
                Some(Mastery::Mastered) => ("state state--mastered", say!(work.check_mastered)),
                _ => ("state state--notyet", say!(work.check_not_yet)),
            };
            let next = (!answer.next_step.is_empty()).then(|| {
                let lines = answer.next_step.lines().map(|line| view! { {line.to_owned()} <br/> }).collect_view();
                view! { <p class="said" dir="auto">{lines}</p> }
            });
            view! { <li><p><span class=state>{words}</span> " " <span dir="auto">{answer.statement}</span></p>{next}</li> }
        })
        .collect_view();
    view! {
        <li class=class>
            <h3>{title}{day}</h3>
            <div class="voice voice--line voice--school"><p class="who who--school"><bdi>{name}</bdi></p><ul class="lines">{answers}</ul></div>
        </li>
    }
    .into_any()
}
