//! `/conference/{conference}/roles`: who welcomes, who interprets, who takes notes, who keeps time, and what the advisor
//! does.

use kinfolio::conference::Conference;
use kinfolio::conference::duty::{Duties, Duty, checked};
use kinfolio::id::ConferenceId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::words::duty_words;
use super::{found, place};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, Icon, ProblemSummary, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Said, Width};

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
    let mut values = fields.values.clone();
    let problems = match checked(|duty| fields.get(duty.as_str()), &children, &never) {
        Ok(who) => {
            let made_from = fields.version();
            let mut now = sheet.duties.who.clone();
            now.sort();
            // A form that was sent twice has changed nothing but the version.
            let again = now == who && made_from.checked_add(1) == Some(sheet.duties.version);
            if again || sheet.conference.give_duties(&mut tx, made_from, &who).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/conference/{id}#roles"), Said::Saved);
            }
            values.set("version", sheet.duties.version.to_string());
            values.set("stale", "yes");
            Problems::from([(Duty::Welcomes.as_str(), Problem::Said(say_in!(asking.locale, conference.stale)))])
        }
        Err(problems) => problems,
    };
    drop(tx);
    show(&asking, sheet, Form::again(&values, problems)).await
}

async fn show(asking: &Asking, sheet: RolesForm, form: Form) -> Answer {
    let title = say_in!(asking.locale, plan.roles);
    let page = Page::titled(title.clone()).at(place(&sheet.student)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let RolesForm { conference, duties, adults, .. } = sheet;
            let here = format!("/conference/{}", conference.id);
            let version: i64 = form.values().parsed("version").unwrap_or(duties.version);
            let now = form.values().has("stale").then(|| reads_now(&duties));
            let fields = Duty::ALL.iter().map(|duty| field(*duty, &duties, &adults)).collect_view();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=here.clone() words=say!(conference.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(plan.roles_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    {now}
                    <form method="post" action=format!("{here}/roles")>
                        <Hidden name="version" value=version.to_string()/>
                        {fields}
                        <div class="actions"><button class="btn btn--primary">{say!(conference.save)}</button></div>
                    </form>
                </Main>
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
    view! { <TextField name=duty.as_str() label=duty_words(duty) hint value optional=true suggested/> }
}

/// How it reads when it was changed in the meantime.
fn reads_now(duties: &Duties) -> impl IntoView + use<> {
    let rows = Duty::ALL
        .iter()
        .filter_map(|duty| Some((duty_words(*duty), duties.of(*duty)?.to_owned())))
        .map(|(words, who)| view! { <dt>{words}</dt><dd><bdi>{who}</bdi></dd> })
        .collect_view();
    view! {
        <div class="notice notice--info"><Icon name="info"/><div>
            <h2>{say!(conference.reads_now)}</h2>
            <dl class="facts">{rows}</dl>
        </div></div>
    }
}
