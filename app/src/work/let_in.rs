//! Who is let in to a work beside those who see it anyway: what student, advisor and whoever was let in are told of it.

use kinfolio::field;
use kinfolio::id::PermitId;
use kinfolio::language::Languages;
use kinfolio::permit::{AskedTeacher, Permit, PermitAsk};
use kinfolio::person::teaches::teaches_all_of;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Relation};
use kinfolio::store::{Conn, StoreError};
use kinfolio::work::{Check, Work};
use leptos::prelude::*;

use crate::form::Form;
use crate::parts::{Choice, Hidden, LanguageField, Radios, SelectField, TextArea, Voice, VoiceCard, Words};
use crate::when;
use crate::wording::apart;

/// Who is let in, and whom the student could ask.
#[derive(Clone, Debug, Default)]
pub(super) struct LetIn {
    /// Those who are let in now, for student and advisor; for whoever was let in, what they are asked.
    permits: Vec<Permit>,
    /// For the student of a work that is kept.
    teachers: Vec<AskedTeacher>,
    /// Whether whoever looks answers the check that waits, where they give feedback at all.
    pub answers_check: bool,
}

/// Whether whoever looks was let in to this work, and is nothing else to its student.
pub(super) fn is_let_in(student: &Student) -> bool {
    student.standing.relation == Relation::Permitted
}

/// Whether somebody who may give feedback answers this check: whoever was let in only where it is all of their subjects.
pub(super) async fn answers(
    conn: &mut Conn,
    viewer: &Viewer,
    student: &Student,
    check: &Check,
) -> Result<bool, StoreError> {
    if !is_let_in(student) {
        return Ok(true);
    }
    teaches_all_of(conn, &viewer.school_id, &viewer.person_id, &check.id).await
}

impl LetIn {
    /// What whoever looks is told.
    pub(super) async fn of(
        conn: &mut Conn,
        viewer: &Viewer,
        (work, student): (&Work, &Student),
        checks: &[Check],
    ) -> Result<Self, StoreError> {
        let permits = match () {
            () if is_let_in(student) => {
                Permit::held(conn, &work.school_id, &work.id, &viewer.person_id).await?.into_iter().collect()
            }
            () if student.standing.may_at_all(Action::EndPermit) => {
                Permit::of_work(conn, &work.school_id, &work.id).await?
            }
            () => Vec::new(),
        };
        let asks = viewer.role == Role::Student && work.kept_at.is_some();
        let teachers = if asks { AskedTeacher::of(conn, student).await? } else { Vec::new() };
        let answers_check = match checks.iter().find(|check| check.waits()) {
            Some(check) => answers(conn, viewer, student, check).await?,
            None => false,
        };
        Ok(Self { permits, teachers, answers_check })
    }

    /// What whoever was let in is asked.
    pub(super) fn asked(&self, student: &Student) -> Option<AnyView> {
        let permit = self.permits.first().filter(|_| is_let_in(student))?.clone();
        let name = apart(student.called());
        let lead = match permit.asks {
            PermitAsk::Feedback => say!(board.let_in_feedback, name = name),
            PermitAsk::Check => say!(board.let_in_check, name = name),
        };
        let question = (!permit.question.is_empty()).then(|| {
            view! {
                <VoiceCard voice=Voice::Student name=student.name.clone() language=permit.language.clone() line=true>
                    <Words text=permit.question language=permit.language/>
                </VoiceCard>
            }
        });
        Some(
            view! {
                <section class="flow" id="asked">
                    <p class="lead">{lead}</p>
                    {question}
                    <p class="soft small">{say!(board.let_in_note)}</p>
                </section>
            }
            .into_any(),
        )
    }

    /// Who is let in, each with the way to end it: for student and advisor.
    pub(super) fn shown(&self, student: &Student, zone: &str) -> Option<AnyView> {
        if self.permits.is_empty() || is_let_in(student) {
            return None;
        }
        let rows = self.permits.iter().cloned().map(|permit| row(permit, zone)).collect::<Vec<_>>();
        Some(
            view! {
                <section class="flow noprint" id="let-in">
                    <h2>{say!(mastery.open_to)}</h2>
                    <ul class="lines">{rows}</ul>
                </section>
            }
            .into_any(),
        )
    }

    /// The form on which the student asks somebody; none where there is nobody to ask.
    pub(super) fn form(&self, work: &Work, own: &Languages) -> Option<AnyView> {
        if self.teachers.is_empty() {
            return None;
        }
        let form = use_context::<Form>().unwrap_or_default();
        let asked = [field::TEACHER, field::TEACHER_ASKS, field::TEACHER_QUESTION];
        let open = asked.iter().any(|name| !form.value(name).is_empty() || form.problem(name).is_some());
        let teachers = self.teachers.iter().map(|teacher| {
            let subjects = teacher.subjects.join(", ");
            let words =
                if subjects.is_empty() { teacher.name.clone() } else { format!("{} · {subjects}", teacher.name) };
            (teacher.id.to_string(), apart(words))
        });
        let choices = std::iter::once((String::new(), String::new())).chain(teachers).collect();
        let asks = vec![
            Choice::new(PermitAsk::Feedback.as_str(), say!(mastery.teacher_feedback)),
            Choice::new(PermitAsk::Check.as_str(), say!(mastery.teacher_check)).noted(say!(mastery.teacher_check_note)),
        ];
        Some(
            view! {
                <details class="fold noprint" open=open>
                    <summary>{say!(mastery.teacher)}</summary>
                    <form method="post" action=format!("/work/{}/teacher", work.id) class="flow" id="teacher">
                        <Hidden name=field::ID value=PermitId::new().to_string()/>
                        <p class="soft">{say!(mastery.teacher_note)}</p>
                        <SelectField name=field::TEACHER label=say!(mastery.teacher_who) choices/>
                        <Radios name=field::TEACHER_ASKS label=say!(mastery.teacher_asks) choices=asks
                            value=PermitAsk::Feedback.to_string()/>
                        <TextArea name=field::TEACHER_QUESTION label=say!(mastery.peers_question)
                            hint=say!(mastery.peers_question_hint) rows=2 optional=true/>
                        <LanguageField name=field::TEACHER_LANGUAGE own=own.clone()/>
                        <div class="actions"><button class="btn">{say!(mastery.teacher_send)}</button></div>
                    </form>
                </details>
            }
            .into_any(),
        )
    }
}

fn row(permit: Permit, zone: &str) -> impl IntoView + use<> {
    let label = format!("{}: {}", say!(mastery.open_end), apart(&permit.holder));
    let since = say!(mastery.open_since, day = when::short_day(permit.asked_at, zone));
    let what = match permit.asks {
        PermitAsk::Feedback => say!(mastery.teacher_feedback),
        PermitAsk::Check => say!(mastery.teacher_check),
    };
    view! {
        <li>
            <div>
                <p><bdi>{permit.holder}</bdi> " " <span class="soft small">{since}</span></p>
                <p class="soft small">{what}</p>
            </div>
            <form class="push" method="post" action=format!("/permit/{}/end", permit.id)>
                <button class="btn btn--small" aria-label=label>{say!(mastery.open_end)}</button>
            </form>
        </li>
    }
}
