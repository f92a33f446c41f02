//! How far the answers to a definition are: what has changed since everybody was asked, who answered what, and what comes
//! next.

use kinfolio::definition::{
    AskedSoFar, Change, DefinitionSoFar, Looks, NextInDefinition, Section, VersionWording, changes,
};
use kinfolio::person::Role;
use kinfolio::policy::{Action, Audience};
use leptos::prelude::*;

use super::part::QuiltParts;
use super::review::ReadAgain;
use super::sight::Sight;
use super::strip::{Answers, Changes};
use super::way_in::WayToAsk;

/// What was asked, and how far the answers are.
pub(super) struct AnswersSight {
    changed: Vec<Change>,
    /// Whether there is wording to ask about.
    is_worded: bool,
    may_ask: bool,
    may_answer: bool,
    /// Whether something is still open: before everybody is asked for the first time, it is said.
    pub is_open: bool,
}

impl AnswersSight {
    pub fn of(sight: &Sight) -> Self {
        let around = &sight.around;
        let standing = around.student.standing;
        let wording = VersionWording::of(&around.definition, &sight.everything.statements);
        let now = wording.lines(&around.definition, standing);
        let then = sight.newest.as_ref().map(|version| version.wording.lines(&around.definition, standing));
        let takes = |action| around.definition.takes(action);
        let sections = around.definition.sections(standing);
        Self {
            is_open: !so_far(sight, &sections).still_open().is_empty(),
            changed: then.as_deref().map(|then| changes(then, &now)).unwrap_or_default(),
            is_worded: !now.is_empty(),
            may_ask: takes(Action::AskForAnswers) && standing.may_at_all(Action::AskForAnswers) && !now.is_empty(),
            may_answer: takes(Action::Affirm) && then.is_some_and(|then| !then.is_empty()),
        }
    }

    /// The one thing that comes next for whoever looks.
    pub fn step(&self, sight: &Sight) -> Option<NextInDefinition> {
        let (definition, student) = (&sight.around.definition, &sight.around.student);
        let may = |action| definition.takes(action) && student.standing.may_at_all(action);
        if !may(Action::Contribute) {
            return None;
        }
        let person = &sight.viewer.person_id;
        let mine = sight.people.iter().find(|answered| answered.person_id == *person);
        let sections = definition.sections(student.standing);
        so_far(sight, &sections).step(Looks {
            person,
            role: student.standing.role,
            may_agree: may(Action::WriteStatement) && student.standing.role != Role::Family,
            may_ask: may(Action::AskForAnswers),
            asked: sight.newest.as_ref().map(|version| AskedSoFar {
                is_current: self.changed.is_empty(),
                waits_for_me: self.may_answer && mine.is_some_and(|mine| mine.answer.is_none()),
                is_affirmed: version.affirmed_at.is_some(),
                has_conference: sight.has_conference,
            }),
        })
    }
}

fn so_far<'d>(sight: &'d Sight, sections: &'d [Section]) -> DefinitionSoFar<'d> {
    let QuiltParts { statements, contributions, .. } = &sight.everything;
    DefinitionSoFar { sections, statements, contributions }
}

/// What has changed since everybody was asked, who answered what, and what can be done next, where it does not stand above.
pub(super) fn answering(sight: &Sight, answers: AnswersSight, step: Option<NextInDefinition>) -> impl IntoView + use<> {
    let around = &sight.around;
    let standing = around.student.standing;
    let AnswersSight { changed, is_worded, may_ask, may_answer, is_open } = answers;
    let takes = |action| around.definition.takes(action);
    let has_private = sight.everything.statements.iter().any(|s| around.definition.audience(s.section) == Audience::Me);
    let ask = format!("/definition/{}/version", around.definition.id);
    match &sight.newest {
        None if !is_worded => ().into_any(),
        None => {
            let private =
                (may_ask && has_private).then(|| view! { <p class="soft small">{say!(definition.private_not_asked)}</p> });
            let asks = (step != Some(NextInDefinition::Ask)).then(|| {
                let way = may_ask.then(|| view! { <WayToAsk to=ask is_open class="btn"/> });
                view! { <p class="strong">{say!(definition.nobody_asked)}</p> {way} }
            });
            (private.is_some() || asks.is_some())
                .then(|| view! { <section class="affirm noprint" aria-label=say!(definition.answers)>{asks} {private}</section> })
                .into_any()
        }
        Some(version) => view! {
            <section class="flow">
                <Changes number=version.number changes=changed.clone() ask=may_ask.then_some(ask)/>
                <Answers
                    people=sight.people.clone() version=version.clone() viewer=sight.viewer.person_id.clone()
                    may_answer is_next={step == Some(NextInDefinition::Answer)} settled=changed.is_empty()
                    may_record={takes(Action::RecordAnswer) && standing.may_at_all(Action::RecordAnswer)} zone=around.zone.clone()
                />
                <ReadAgain definition=around.definition.clone() today=sight.today zone=around.zone.clone() may_choose={
                    takes(Action::AskForAnswers) && standing.may_at_all(Action::AskForAnswers)
                }/>
            </section>
        }
        .into_any(),
    }
}
