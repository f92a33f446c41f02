//! `/conference/{conference}/roles`: who welcomes, who interprets, who takes notes, who keeps time, and what the advisor
//! does.

use kinfolio::conference::Conference;
use kinfolio::conference::duty::{Duties, Duty, checked};
use kinfolio::id::ConferenceId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use leptos::prelude::*;

use super::words::duty_words;
use super::{found, place};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};

/// What the form is made from.
struct RolesForm {
    conference: Conference,
    student: Student,
    duties: Duties,
    /// Names to choose from: kin and advisors.
    adults: Vec<String>,
}

impl RolesForm {
    async fn of(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<Self, Refusal> {
        let (conference, student) = found(asking, conn, id, Action::LeadConference).await?;
        let duties = conference.duties(conn).await?;
        let kin = student.kin(conn).await?.into_iter().map(|kin| kin.name);
        let adults = kin.chain(student.advisors(conn).await?.into_iter().map(|advisor| advisor.name)).collect();
        Ok(Self { conference, student, duties, adults })
    }
}

/// The form.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let sheet = RolesForm::of(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, sheet, Form::default()).await
}

/// Keeps who does what.
pub async fn keep(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let sheet = RolesForm::of(&asking, &mut tx, &id).await?;
    let children = sheet.conference.names_of_children(&mut tx).await?;
    let never = say_in!(asking.locale, plan.never_a_child);
    let form = match checked(|duty| fields.get(duty.field()), &children, &never) {
        Ok(who) => {
            let made_from = fields.version();
            let mut now = sheet.duties.who.clone();
            now.sort();
            // A form that was sent twice has changed nothing but the version.
            let again = now == who && made_from.checked_add(1) == Some(sheet.duties.version);
            if again || sheet.conference.give_duties(&mut tx, made_from, &who).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/conference/{id}#roles"), Done::Saved);
            }
            Form::stale(&fields, sheet.duties.version, Duty::Welcomes.field())
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, sheet, form).await
}

async fn show(asking: &Asking, sheet: RolesForm, form: Form) -> Answer {
    let title = say_in!(asking.locale, plan.roles);
    let page = Page::titled(title.clone()).at(place(&sheet.student)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let RolesForm { conference, duties, adults, .. } = sheet;
            let here = format!("/conference/{}", conference.id);
            let identity = Identity::changes(&form, duties.version);
            let stand = duties.clone();
            let fields = Duty::ALL.iter().map(|duty| field(*duty, &duties, &adults)).collect_view();
            view! {
                <FormPage back=here.clone() back_words=say!(conference.title) title
                    lead=say!(plan.roles_lead)
                    reads_now=move || stands(&stand) action=format!("{here}/roles") identity save=say!(conference.save)>
                    {fields}
                </FormPage>
            }
        })
        .await)
}

fn field(duty: Duty, duties: &Duties, adults: &[String]) -> impl IntoView + use<> {
    let hint = match duty {
        Duty::Welcomes => say!(plan.duty_welcomes_hint),
        Duty::Interprets => say!(plan.duty_interprets_hint),
        Duty::TakesNotes => say!(plan.duty_notes_hint),
        Duty::KeepsTime => say!(plan.duty_time_hint),
        Duty::Advisor => say!(plan.duty_advisor_hint),
    };
    let suggested = if duty == Duty::Advisor { Vec::new() } else { adults.to_vec() };
    let value = duties.of(duty).map(str::to_owned);
    view! { <TextField name=duty.field() label=duty_words(duty) hint value optional=true suggested/> }
}

/// How it reads when it was changed in the meantime.
fn stands(duties: &Duties) -> impl IntoView + use<> {
    let rows = Duty::ALL
        .iter()
        .filter_map(|duty| Some((duty_words(*duty), duties.of(*duty)?.to_owned())))
        .map(|(words, who)| view! { <dt>{words}</dt><dd><bdi>{who}</bdi></dd> })
        .collect_view();
    view! {
        <dl class="facts">{rows}</dl>
    }
}
