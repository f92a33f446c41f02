//! A student's conferences: the next one, or the start of one.

use kinfolio::conference::{self, Conference, Facts, Form as Shape, starts_at};
use kinfolio::id::{ConferenceId, PersonId};
use kinfolio::language::{Language, Languages};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::words::{self, Problem, Problems};
use leptos::prelude::*;

use super::names::forms;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Hidden, LanguageField, ProblemSummary, Radios, StudentTabs, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::when;

/// The next conference; without one, the student's form for a new one, or kind words.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeConference).await?;
    let all = student.conferences(&mut conn).await?;
    let leads = student.standing.may_at_all(Action::LeadConference);
    let shown = conference::next(&all, asking.now()).or(all.last().filter(|_| !leads));
    if let Some(shown) = shown.filter(|_| !asking.query().has("another")) {
        return go(format!("/conference/{}", shown.id));
    }
    drop(conn);
    show(&asking, student, all, Form::default()).await
}

/// Starts a conference.
pub async fn start(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::LeadConference).await?;
    let facts = match facts(&fields, &asking.viewer()?.time_zone) {
        Ok(facts) => facts,
        Err(problems) => {
            let all = student.conferences(&mut tx).await?;
            drop(tx);
            return show(&asking, student, all, Form::again(&fields, problems)).await;
        }
    };
    let id = fields.parsed("id").unwrap_or_else(ConferenceId::new);
    if !student.plan_conference(&mut tx, &id, &facts, asking.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go_saying(format!("/conference/{id}"), "planned")
}

/// What was typed about a conference.
pub(super) fn facts(fields: &Fields, zone: &str) -> Result<Facts, Problems> {
    let mut problems = Problems::default();
    let starts_at = starts_at(fields.get("day"), fields.get("time"), zone);
    if let Err(problem) = &starts_at {
        problems.note("day", problem.clone());
    }
    let place = problems.take("place", words::optional_line(fields.get("place")));
    let form = Shape::named(fields.get("form"));
    if form.is_none() {
        problems.note("form", Problem::Choose);
    }
    let language = Language::tagged(fields.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    match (starts_at, form, language) {
        (Ok(starts_at), Some(form), Some(language)) => problems.or(Facts { form, starts_at, place, language }),
        _ => Err(problems),
    }
}

/// The fields about a conference.
#[component]
pub(super) fn FactFields(facts: Option<Facts>, own: Languages, zone: String) -> impl IntoView {
    let wall = facts.as_ref().map(|facts| when::machine(facts.starts_at, &zone));
    let (day, time) =
        wall.as_deref().and_then(|wall| wall.split_once('T')).map(|(d, t)| (d.to_owned(), t.to_owned())).unzip();
    let form = facts.as_ref().map(|facts| facts.form.to_string());
    let language = facts.as_ref().map(|facts| facts.language.tag().to_owned());
    view! {
        <div class="fields">
            <TextField name="day" label=say!(conference.day) kind="date" words=false value=day/>
            <TextField name="time" label=say!(conference.time) kind="time" words=false value=time/>
        </div>
        <TextField name="place" label=say!(conference.place) hint=say!(conference.place_hint) optional=true value=facts.map(|facts| facts.place)/>
        <Radios name="form" label=say!(conference.form) choices=forms() value=form.unwrap_or_else(|| Shape::Circle.to_string())/>
        <LanguageField label=say!(conference.language) own value=language/>
    }
}

async fn show(asking: &Asking, student: Student, all: Vec<Conference>, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, own) = (viewer.time_zone.clone(), viewer.languages.clone());
    let is_own = student.standing.role == Role::Student;
    let title = if is_own {
        say_in!(asking.locale, conference.start)
    } else {
        say_in!(asking.locale, conference.theirs, name = student.first_name().to_owned())
    };
    let page = Page::titled(title.clone()).at(Place::Conference).with_form(form);
    let page = if is_own { page.working() } else { page };
    Ok(asking
        .page(page, move || {
            if !is_own {
                return view! {
                    <Main><header><StudentTabs student here=Place::Conference/><h1>{title}</h1></header>
                        <p class="empty">{say!(conference.none_yet)}</p></Main>
                }
                .into_any();
            }
            let others = all
                .into_iter()
                .map(|c| view! { <li><a href=format!("/conference/{}", c.id)>{when::day_and_time(c.facts.starts_at, &zone)}</a></li> })
                .collect_view();
            let zone = zone.clone();
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(conference.start_lead)}</p></header>
                    <form method="post" action=format!("/student/{}/conference", student.id) class="flow">
                        <ProblemSummary/>
                        <Hidden name="id" value=ConferenceId::new().to_string()/>
                        <FactFields facts=None own zone/>
                        <div class="actions"><button class="btn btn--primary">{say!(conference.begin)}</button></div>
                    </form>
                    <ul class="lines">{others}</ul>
                </Main>
            }
            .into_any()
        })
        .await)
}
