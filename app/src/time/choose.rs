//! `/student/{student}/time`: a family chooses a time; an advisor enters what was said on the phone or on paper.

use kinfolio::id::{PersonId, TimeId};
use kinfolio::language::Language;
use kinfolio::person::{Kin, Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::time::{Booked, Choice, Choosing, Time, Way, nearest};
use kinfolio::words::{Problem, Problems, limit, optional_text};
use leptos::prelude::*;

use super::{Comes, about, language_name, span, way_words};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{self, Back, Hidden, ProblemSummary, Radios, SelectField, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::when;
use crate::wording::apart;

/// How many other times are offered when one is gone.
const OTHERS: usize = 5;

/// What is needed to choose.
struct Table {
    student: Student,
    kin: Vec<Kin>,
    free: Vec<Time>,
    own: Option<Choice>,
    /// What the family has chosen for brothers and sisters.
    siblings: Vec<Choice>,
    zone: String,
    /// Who chooses: the family member, or nobody where an advisor enters it.
    chooser: Option<PersonId>,
    now: kinfolio::at::At,
}

impl Table {
    async fn of(asking: &Asking, conn: &mut Conn, id: &PersonId) -> Result<Self, Refusal> {
        let viewer = asking.viewer()?.clone();
        let student = asking.student(conn, id, Action::ChooseTime).await?;
        let now = asking.now();
        let own = student.chosen_time(conn, now).await?;
        let mut siblings = match viewer.role {
            Role::Family => Choice::of_person(conn, &viewer, now).await?,
            _ => Vec::new(),
        };
        siblings.retain(|choice| choice.student_id != student.id);
        Ok(Self {
            kin: student.kin(conn).await?,
            free: student.free_times(conn, now).await?,
            own,
            siblings,
            zone: viewer.time_zone,
            chooser: (viewer.role == Role::Family).then_some(viewer.person_id),
            now,
            student,
        })
    }

    fn here(&self) -> String {
        format!("/student/{}/time", self.student.id)
    }

    fn named(&self, id: &str) -> Option<&Time> {
        let own = self.own.iter().map(|own| &own.time);
        self.free.iter().chain(own).find(|time| time.id.as_str() == id)
    }

    fn place(&self) -> Place {
        Place::Elsewhere
    }
}

/// The free times; with `?time=` one of them, to be chosen.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let table = Table::of(&asking, &mut conn, &id).await?;
    drop(conn);
    let wanted = asking.query().get("time").to_owned();
    match table.named(&wanted).cloned() {
        Some(time) => confirm(&asking, table, vec![time], Form::default()).await,
        None => list(&asking, table).await,
    }
}

/// Chooses a time, in place of the one there was. Who comes too late is offered the nearest ones, with all they typed.
pub async fn choose(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let table = Table::of(&asking, &mut tx, &id).await?;
    let (choosing, mut problems) = choosing(&fields, &table);
    if let Some(choosing) = choosing.filter(|_| problems.is_empty()) {
        let by = asking.viewer()?.person_id.clone();
        match table.student.choose(&mut tx, &choosing, &by, asking.now()).await? {
            Booked::Yes => {
                table.student.meet_at_chosen_time(&mut tx, asking.now()).await?;
                tx.commit().await?;
                return go_saying(table.here(), "time_chosen");
            }
            Booked::Taken => problems.note("time", Problem::Said(say_in!(asking.locale, time.taken))),
            Booked::Elsewhere => problems.note("time", Problem::Said(say_in!(asking.locale, time.elsewhere))),
        }
    }
    drop(tx);
    let times = offered_instead(&table, &fields, &problems);
    confirm(&asking, table, times, Form::again(&fields, problems)).await
}

/// The time that was asked for, or, where it is gone, those nearest to it.
fn offered_instead(table: &Table, fields: &Fields, problems: &Problems) -> Vec<Time> {
    let wanted = table.named(fields.get("time"));
    if let (Some(time), None) = (wanted, problems.of("time")) {
        return vec![time.clone()];
    }
    let at = wanted.map(|time| time.starts_at).or_else(|| Some(kinfolio::at::At(fields.parsed("at")?)));
    let free: Vec<Time> =
        table.free.iter().filter(|time| Some(&time.id) != wanted.map(|time| &time.id)).cloned().collect();
    nearest(&free, at.unwrap_or(table.now), OTHERS).into_iter().cloned().collect()
}

fn choosing(fields: &Fields, table: &Table) -> (Option<Choosing>, Problems) {
    let mut problems = Problems::default();
    let time = fields.parsed::<TimeId>("time");
    if time.is_none() {
        problems.note("time", Problem::Choose);
    }
    let way = Way::named(fields.get("way"));
    let held_so = time
        .as_ref()
        .and_then(|id| table.named(id.as_str()))
        .is_none_or(|time| way.is_some_and(|way| time.ways.0.contains(&way)));
    if way.is_none() || !held_so {
        problems.note("way", Problem::Choose);
    }
    let person = match &table.chooser {
        Some(chooser) => Some(chooser.clone()),
        None => table.kin.iter().find(|kin| kin.id.as_str() == fields.get("person")).map(|kin| kin.id.clone()),
    };
    if person.is_none() {
        problems.note("person", Problem::Choose);
    }
    let needs = match fields.get("needs") {
        "" => String::new(),
        tag => Language::tagged(tag).map(|language| language.tag().to_owned()).unwrap_or_else(|| {
            problems.note("needs", Problem::Choose);
            String::new()
        }),
    };
    let note = problems.take("note", optional_text(fields.get("note"), limit::WORDS));
    let choosing = time.zip(way).zip(person).map(|((time, way), person)| Choosing { time, person, way, needs, note });
    (choosing, problems)
}

/// `/student/{student}/time/give-back`: somebody else can have it.
pub async fn give_back(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ChooseTime).await?;
    let time: TimeId = fields.parsed("time").ok_or(Refusal::NotFound)?;
    student.give_back_time(&mut tx, &time).await?;
    tx.commit().await?;
    go_saying(format!("/student/{id}/time"), "time_given_back")
}

async fn list(asking: &Asking, table: Table) -> Answer {
    let title = say_in!(asking.locale, time.choose_title);
    let page = Page::titled(title.clone()).at(table.place());
    let page = if table.chooser.is_some() { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let name = apart(table.student.first_name());
            let own =
                table.own.clone().map(|own| view! { <Own choice=own here=table.here() zone=table.zone.clone()/> });
            let beside = beside(&table);
            let free = if table.free.is_empty() {
                view! { <div class="empty"><h2>{say!(time.none)}</h2><p>{say!(time.none_do)}</p></div> }.into_any()
            } else {
                days(&table, &table.free, false).into_any()
            };
            let lead = if table.own.is_some() { say!(time.move_lead) } else { say!(time.choose_lead, name = name) };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/student/{}", table.student.id) words=apart(&table.student.name)/>
                        <h1>{title}</h1>
                    </header>
                    {own}
                    {(!table.free.is_empty()).then(|| view! { <p class="lead">{lead}</p> })}
                    {beside}
                    {free}
                </Main>
            }
        })
        .await)
}

/// The time they have, and the ways to keep it in a calendar or to give it back.
#[component]
fn Own(choice: Choice, here: String, zone: String) -> impl IntoView {
    let entered = (choice.entered_by != choice.person_id)
        .then(|| view! { <p class="soft small">{say!(time.entered, name = apart(&choice.entered_name))}</p> });
    let note = (!choice.note.is_empty()).then(|| view! { <p class="said" dir="auto">{choice.note.clone()}</p> });
    let id = choice.time.id.to_string();
    view! {
        <section class="flow">
            <h2>{say!(time.yours)}</h2>
            <Comes choice zone/>
            {note}
            {entered}
            <div class="actions">
                <a class="btn" href=format!("{here}?time={id}")>{say!(time.change)}</a>
                <a class="btn" href=format!("{here}/calendar")>{say!(time.to_calendar)}</a>
                <form method="post" action=format!("{here}/give-back")>
                    <Hidden name="time" value=id/>
                    <button class="btn btn--quiet">{say!(time.give_back)}</button>
                </form>
            </div>
        </section>
    }
}

/// For brothers and sisters: times next to one another.
fn beside(table: &Table) -> Option<impl IntoView + use<>> {
    let sibling = table.siblings.first()?;
    let next: Vec<Time> = table
        .free
        .iter()
        .filter(|time| table.siblings.iter().any(|other| other.time.is_next_to(time)))
        .cloned()
        .collect();
    let name = apart(kinfolio::person::first_name(&sibling.student));
    let at = format!("{}, {}", when::day(sibling.time.starts_at, &table.zone), span(&sibling.time, &table.zone));
    let rows = if next.is_empty() {
        view! { <p class="soft">{say!(time.beside_none)}</p> }.into_any()
    } else {
        days(table, &next, true).into_any()
    };
    Some(view! {
        <section class="flow ask voice voice--family">
            <h2>{say!(time.beside, name = name.clone())}</h2>
            <p class="soft">{say!(time.beside_when, name = name, at = at)}</p>
            {rows}
        </section>
    })
}

/// Times under their days, each one a big way on. `beneath`: under a heading of their own.
fn days(table: &Table, times: &[Time], beneath: bool) -> impl IntoView + use<> {
    let zone = table.zone.clone();
    let mut days: Vec<(String, Vec<Time>)> = Vec::new();
    for time in times {
        let day = when::day(time.starts_at, &zone);
        match days.last_mut() {
            Some((last, times)) if *last == day => times.push(time.clone()),
            _ => days.push((day, vec![time.clone()])),
        }
    }
    let here = table.here();
    days.into_iter()
        .map(|(day, times)| {
            let heading = if beneath {
                view! { <h3>{day}</h3> }.into_any()
            } else {
                view! { <h2 class="times__day">{day}</h2> }.into_any()
            };
            let rows = times.into_iter().map(|time| {
                let to = format!("{here}?time={}", time.id);
                view! {
                    <li><a class="time" href=to>
                        <strong>{span(&time, &zone)}</strong>
                        <span class="soft small">{about(&time)}</span>
                    </a></li>
                }
            });
            view! { <section class="flow">{heading}<ul class="times">{rows.collect_view()}</ul></section> }
        })
        .collect_view()
}

/// One time, to be chosen; several, where the one that was asked for is gone.
async fn confirm(asking: &Asking, table: Table, times: Vec<Time>, form: Form) -> Answer {
    let title = say_in!(asking.locale, time.confirm_title);
    let page = Page::titled(title.clone()).at(table.place()).with_form(form).working();
    let own_languages = asking.viewer()?.languages.clone();
    Ok(asking
        .page(page, move || {
            let zone = table.zone.clone();
            let which = match times.as_slice() {
                [] => view! { <p class="nudge">{say!(time.none_do)}</p> }.into_any(),
                [time] => view! {
                    <div class="when">
                        <strong>{when::day(time.starts_at, &zone)}", "{span(time, &zone)}</strong>
                        <p>{about(time)}</p>
                    </div>
                    <Hidden name="time" value=time.id.to_string()/>
                    <Hidden name="at" value=time.starts_at.0.to_string()/>
                }
                .into_any(),
                several => {
                    let words = |time: &Time| format!("{}, {}", when::day(time.starts_at, &zone), span(time, &zone));
                    let choices = several.iter().map(|time| parts::Choice::new(time.id.to_string(), words(time)).noted(about(time))).collect();
                    view! { <Radios name="time" label=say!(time.nearest) choices/> }.into_any()
                }
            };
            let mut ways: Vec<Way> = times.iter().flat_map(|time| time.ways.0.clone()).collect();
            ways.sort();
            ways.dedup();
            let own = table.own.clone();
            let way = own.as_ref().map(|own| own.way).filter(|way| ways.contains(way)).or_else(|| ways.first().copied());
            let ways = ways.into_iter().map(|way| parts::Choice::new(way.as_str(), way_words(way))).collect();
            let there: Vec<String> = times.iter().map(|time| time.interpreter.clone()).filter(|tag| !tag.is_empty()).collect();
            let person = table.chooser.is_none().then(|| {
                let choices = table.kin.iter().map(|kin| parts::Choice::new(kin.id.as_str(), &kin.name).noted(&kin.kinship)).collect();
                view! { <Radios name="person" label=say!(time.who_comes) choices value=own.as_ref().map(|own| own.person_id.to_string())/> }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=table.here() words=say!(time.choose_title)/>
                        <h1>{title}</h1>
                    </header>
                    <ProblemSummary/>
                    <form class="flow" method="post" action=table.here()>
                        {which}
                        {person}
                        <Radios name="way" label=say!(time.how) choices=ways value=way.map(|way| way.as_str().to_owned())/>
                        <Needs own=own_languages there value=own.as_ref().map(|own| own.needs.clone())/>
                        <TextArea name="note" label=say!(time.note) hint=say!(time.note_hint) rows=3 optional=true
                            value=own.as_ref().map(|own| own.note.clone())/>
                        <div class="actions"><button class="btn btn--primary btn--big">{say!(time.take)}</button></div>
                    </form>
                </Main>
            }
        })
        .await)
}

/// Whether they want an interpreter, and in which language.
#[component]
fn Needs(own: kinfolio::language::Languages, there: Vec<String>, value: Option<String>) -> impl IntoView {
    let mut tags: Vec<String> = there.clone();
    tags.extend(own.0.iter().map(|language| language.tag().to_owned()));
    tags.extend(kinfolio::language::OFFERED.iter().map(|(tag, _)| (*tag).to_owned()));
    let mut choices = vec![(String::new(), say!(time.needs_none))];
    for tag in tags {
        let known = choices.iter().any(|(other, _)| *other == tag);
        if let Some(name) = language_name(&tag).filter(|_| !known) {
            choices.push((tag, name));
        }
    }
    view! { <SelectField name="needs" label=say!(time.needs_label) hint=say!(time.needs_hint) choices value/> }
}
