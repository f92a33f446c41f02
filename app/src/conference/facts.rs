//! When, where and how: planning a conference, and changing that.

use kinfolio::agenda::Over;
use kinfolio::at::At;
use kinfolio::conference::{self, Conference, Facts, GUIDE_MINUTES, TypedFacts};
use kinfolio::field;
use kinfolio::id::{ConferenceId, PersonId};
use kinfolio::language::Languages;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::ChosenTime;
use leptos::prelude::*;

use super::words::{form_words, minutes, title};
use super::{found, place};
use crate::asking::{Asking, In, go};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, LanguageField, ProblemSummary, Radios, StudentTabs, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::time::{Comes, chosen_for};
use crate::when;
use crate::wording::apart;

/// `/student/{student}/conference`: on to the next one; the form for a new one, where there is none or another is asked
/// for.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::SeeConference).await?;
    let all = student.conferences(&mut conn).await?;
    let new = asking.query().has(field::ANOTHER) && student.standing.may_at_all(Action::LeadConference);
    let (now, zone) = (asking.now(), &asking.viewer()?.time_zone);
    let next = conference::next(&all, now).map(|next| next.id.clone());
    let chosen = unplanned(&mut conn, &student, &all, now).await?;
    // For two weeks it is the one that was: what was said back, and promised. A time that is chosen is for the next one.
    let lately = Over::of(&all, now, zone).filter(|over| over.is_fresh() && chosen.is_none());
    if let Some(conference) = next.or(lately.map(|over| over.conference)).filter(|_| !new) {
        return go(format!("/conference/{conference}"));
    }
    let form = chosen.as_ref().map_or_else(Form::default, |chosen| {
        let mut values = Values::default();
        values.set(field::PLACE, &chosen.time.place);
        Form::filled(values)
    });
    start_page(&asking, student, all, chosen, form).await
}

/// The time that the family has chosen, where no conference is planned for it: it is the day of the next one.
async fn unplanned(
    conn: &mut Conn,
    student: &Student,
    all: &[Conference],
    now: At,
) -> Result<Option<ChosenTime>, Refusal> {
    let chosen = student.chosen_time(conn, now).await?;
    Ok(chosen.filter(|chosen| chosen.about(all, now).is_none()))
}

async fn start_page(
    asking: &Asking,
    student: Student,
    all: Vec<Conference>,
    chosen: Option<ChosenTime>,
    form: Form,
) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, own) = (viewer.time_zone.clone(), viewer.languages.clone());
    let leads = student.standing.may_at_all(Action::LeadConference);
    let heading = if leads { say_in!(asking.locale, conference.start) } else { title(asking.locale, &student) };
    let page = Page::titled(heading.clone()).at(place(&student)).with_form(form.clone());
    let page = if student.standing.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let earlier = super::page::earlier_ones(all, &zone);
            let body = if leads {
                let id = form.values().id_or(ConferenceId::new);
                view! {
                    <ProblemSummary/>
                    <form method="post" action=format!("/student/{}/conference", student.id)>
                        <Hidden name=field::ID value=id.to_string()/>
                        <FactsFields own zone=zone.clone() chosen/>
                        <div class="actions"><button class="btn btn--primary">{say!(conference.save)}</button></div>
                    </form>
                }
                .into_any()
            } else if let Some(choice) = chosen {
                // There is a day, if no plan yet: nobody reads that there is nothing.
                let name = apart(student.called());
                view! {
                    <Comes choice zone=zone.clone()/>
                    <p class="soft">{say!(conference.plan_comes, name = name)}</p>
                }
                .into_any()
            } else {
                let name = apart(student.called());
                view! {
                    <div class="empty">
                        <h2>{say!(conference.none)}</h2>
                        <p>{say!(conference.none_do, name = name)}</p>
                    </div>
                }
                .into_any()
            };
            let lead = leads.then(|| view! { <p class="lead">{say!(conference.start_lead)}</p> });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <StudentTabs student here=Place::Conference/>
                        <h1>{heading}</h1>
                        {lead}
                    </header>
                    {body}
                    {earlier}
                </Main>
            }
        })
        .await)
}

/// Plans a conference.
pub async fn plan(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::LeadConference).await?;
    let zone = &asking.viewer()?.time_zone;
    let all = student.conferences(&mut tx).await?;
    let chosen = unplanned(&mut tx, &student, &all, asking.now()).await?;
    let day = chosen_day(chosen.as_ref(), zone);
    match Facts::checked(&typed(&fields, &day), zone) {
        Ok(facts) => {
            let id = fields.id_or(ConferenceId::new);
            let before = asking.before(&mut tx, SeenAct::PlanConference, &id).await?;
            if !student.plan_conference(&mut tx, &id, &facts, asking.now()).await?.is_kept() {
                return Err(Refusal::NotFound);
            }
            // Undone, it is planned by nobody: the page it leads to would not be there.
            asking.done(tx, before, format!("/conference/{id}"), said(&asking, &facts, Done::Planned)).await
        }
        Err(problems) => {
            drop(tx);
            start_page(&asking, student, all, chosen, Form::again(&fields, problems)).await
        }
    }
}

/// `/conference/{conference}/edit`.
pub async fn edit(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let chosen = chosen_for(&mut conn, &student, &conference, asking.now()).await?;
    edit_page(&asking, conference, student, chosen, Form::default()).await
}

/// Changes the facts. Those that were changed in the meantime are answered with both readings.
pub async fn change(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let viewer = asking.viewer()?;
    let chosen = chosen_for(&mut tx, &student, &conference, asking.now()).await?;
    let day = chosen_day(chosen.as_ref(), &viewer.time_zone);
    let form = match Facts::checked(&typed(&fields, &day), &viewer.time_zone) {
        Ok(facts) => {
            let made_from = fields.version();
            let before = asking.before(&mut tx, SeenAct::PlanConference, &id).await?;
            // A form that was sent twice has changed nothing but the version.
            let again = conference.facts == facts && made_from.checked_add(1) == Some(conference.version);
            let by = &viewer.person_id;
            if again || conference.change(&mut tx, made_from, &facts, by, asking.now()).await?.is_kept() {
                let said = said(&asking, &facts, Done::Saved);
                return asking.done(tx, before, format!("/conference/{id}"), said).await;
            }
            Form::stale(&fields, conference.version, field::DAY)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    edit_page(&asking, conference, student, chosen, form).await
}

async fn edit_page(
    asking: &Asking,
    conference: Conference,
    student: Student,
    chosen: Option<ChosenTime>,
    form: Form,
) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, own) = (viewer.time_zone.clone(), viewer.languages.clone());
    let page = Page::titled(say_in!(asking.locale, conference.change_facts)).at(place(&student)).working();
    Ok(asking
        .page(page.with_form(form.clone()), move || {
            let here = format!("/conference/{}", conference.id);
            let identity = Identity::changes(&form, conference.version);
            let (stand, at) = (conference.facts.clone(), zone.clone());
            let reads_now = move || view! {
                <p>{when::day_and_time(stand.starts_at, &at)}</p>
                <p><bdi>{stand.place}</bdi></p>
                <p>{form_words(stand.form).0} " · " {stand.language.own_name().to_owned()} " · " {minutes(stand.minutes)}</p>
                {stand.interpreter.then(|| view! { <p>{say!(plan.interpreter_yes)}</p> })}
            };
            view! {
                <FormPage back=here.clone() back_words=say!(conference.title) title=say!(conference.change_facts)
                    reads_now action=format!("{here}/edit") identity save=say!(conference.save)>
                    <FactsFields own facts=conference.facts.clone() zone=zone.clone() chosen/>
                </FormPage>
            }
        })
        .await)
}

/// The fields of a conference's facts.
#[component]
fn FactsFields(
    own: Languages,
    #[prop(optional_no_strip, into)] facts: Option<Facts>,
    #[prop(into)] zone: String,
    /// The time that the family has chosen for it: then that is the day.
    chosen: Option<ChosenTime>,
) -> impl IntoView {
    let forms = conference::ConferenceForm::ALL
        .iter()
        .map(|form| {
            let (name, note) = form_words(*form);
            Choice::new(form.as_str(), name).noted(note)
        })
        .collect();
    let form = facts.as_ref().map_or(conference::ConferenceForm::Circle, |facts| facts.form);
    let language = facts.as_ref().map(|facts| facts.language.tag().to_owned());
    let minutes = facts.as_ref().map_or(GUIDE_MINUTES, |facts| facts.minutes);
    let ticked: Vec<String> = facts.iter().filter(|facts| facts.interpreter).map(|_| "yes".to_owned()).collect();
    let needed = vec![Choice::new("yes", say!(plan.interpreter_yes)).noted(say!(plan.interpreter_note))];
    let day = match chosen {
        Some(choice) => view! { <Comes choice zone/> <p class="hint">{say!(conference.day_is_chosen)}</p> }.into_any(),
        None => view! { <DayFields starts=facts.as_ref().map(|facts| facts.starts_at) zone/> }.into_any(),
    };
    view! {
        {day}
        <TextField name=field::PLACE label=say!(conference.place) hint=say!(conference.place_hint) optional=true
            value=facts.as_ref().map(|facts| facts.place.clone())/>
        <Radios name=field::FORM label=say!(conference.form) choices=forms value=form.as_str().to_owned()/>
        <LanguageField label=say!(conference.language) own value=language/>
        <TextField name=field::MINUTES label=say!(plan.length) hint=say!(plan.length_hint) kind="number" words=false
            value=minutes.to_string()/>
        <Ticks name=field::INTERPRETER label=say!(plan.interpreter) choices=needed values=ticked/>
    }
}

/// The day and the time of a chosen time, as fields carry them.
fn chosen_day(chosen: Option<&ChosenTime>, zone: &str) -> Option<(String, String)> {
    on_the_wall(chosen?.time.starts_at, zone)
}

/// A day and a time, as fields carry them.
fn on_the_wall(at: At, zone: &str) -> Option<(String, String)> {
    when::machine(at, zone).split_once('T').map(|(day, time)| (day.to_owned(), time.to_owned()))
}

/// The fields for when a conference begins.
#[component]
pub(super) fn DayFields(
    /// As it is now, where it is.
    starts: Option<At>,
    zone: String,
) -> impl IntoView {
    let (day, time) = starts.and_then(|at| on_the_wall(at, &zone)).unzip();
    view! {
        <div class="fields">
            <TextField name=field::DAY label=say!(conference.day) kind="date" value=day words=false/>
            <TextField name=field::TIME label=say!(conference.time) kind="time" value=time words=false/>
        </div>
        <p class="hint">{say!(conference.time_hint)} " " {say!(conference.day_hint)}</p>
    }
}

/// What a form says of the facts; a time that is chosen is the day, whatever it says. An older page asked for no length.
fn typed<'a>(values: &'a Values, chosen: &'a Option<(String, String)>) -> TypedFacts<'a> {
    let (day, time) = match chosen {
        Some((day, time)) => (day.as_str(), time.as_str()),
        None => (values.get(field::DAY), values.get(field::TIME)),
    };
    TypedFacts {
        day,
        time,
        place: values.get(field::PLACE),
        form: values.get(field::FORM),
        language: values.get(field::LANGUAGE),
        minutes: values.has(field::MINUTES).then(|| values.get(field::MINUTES)),
        interpreter: values.has(field::INTERPRETER),
    }
}

/// What to say once the facts are kept: a day that has passed is no mistake, but worth a word.
fn said(asking: &Asking, facts: &Facts, otherwise: Done) -> Done {
    if facts.starts_at.plus_days(1) < asking.now() { Done::ConferencePast } else { otherwise }
}
