//! Looking back when the school year has turned: what held, what changed, what stays; and the next definition begins.

use kinfolio::definition::{
    Became, Carried, Definition, Looked, LookedAt, Looking, Section, Statement, looked_back, school_year,
};
use kinfolio::field;
use kinfolio::id::{DefinitionId, StatementId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::words::{Agreed, section_name};
use super::{found, path};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Choice, FormPage, Hidden, Icon, LanguageField, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};

/// The definition that is looked back on, with its statements.
struct Past {
    definition: Definition,
    student: Student,
    statements: Vec<Statement>,
    /// The school year it is now.
    next: String,
}

/// The form. There is nothing to look back on while the year goes on, or when the next definition has begun.
pub async fn page(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let past = past(&asking, &mut asking.read().await?, &id).await?;
    if past.definition.is_earlier || past.definition.period >= past.next {
        return go(format!("/student/{}/definition", past.student.id));
    }
    show(&asking, past, Form::default()).await
}

/// Starts the next definition, with what comes along or with nothing.
pub async fn carry(asking: Asking, In(id): In<DefinitionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let past = past(&asking, &mut tx, &id).await?;
    let now = format!("/student/{}/definition", past.student.id);
    if past.definition.period >= past.next {
        return go(now);
    }
    if fields.has(field::FRESH) {
        past.definition.start_afresh(&mut tx, &past.next, asking.now()).await?;
        tx.commit().await?;
        return go_saying(now, Done::Begun);
    }
    let mut problems = Problems::default();
    let language = problems.language(fields.get(field::LANGUAGE));
    let stale = Problem::Said(say_in!(asking.locale, look_back.stale));
    match looked_back(&past.statements, |id| typed(&fields, id), &stale) {
        Err(found) => found.iter().for_each(|(field, problem)| problems.note(field, problem.clone())),
        Ok(looked) if problems.is_empty() => {
            let who = (&viewer.person_id, &language);
            let carried = past.definition.carry_forward(&mut tx, &past.next, &looked, who, asking.now()).await?;
            if let Carried::Begun(_) = carried {
                tx.commit().await?;
                return go_saying(now, Done::Carried);
            }
            if said_already(&mut tx, &past, &looked).await? {
                return go_saying(now, Done::Carried);
            }
            let next = past.next.as_str();
            problems.note(field::LANGUAGE, Problem::Said(say_in!(asking.locale, look_back.before, next = next)));
        }
        Ok(_) => {}
    }
    drop(tx);
    // What is read again is read as it stands now.
    let mut values = fields.values.clone();
    for statement in &past.statements {
        values.set(field::VERSION.about(&statement.id), statement.version.to_string());
    }
    show(&asking, past, Form::again(&values, problems)).await
}

/// What a form says about one statement.
fn typed<'a>(fields: &'a Fields, id: &StatementId) -> Looking<'a> {
    Looking {
        version: fields.parsed(field::VERSION.about(id)).unwrap_or_default(),
        became: fields.get(field::BECAME.about(id)),
        why: fields.get(field::WHY.about(id)),
        reworded: fields.get(field::TEXT.about(id)),
    }
}

/// Whether this was said when the next definition began: the same form, sent twice.
async fn said_already(conn: &mut Conn, past: &Past, looked: &[LookedAt]) -> Result<bool, Refusal> {
    let student = &past.student;
    let Some(now) = Definition::current_of(conn, &student.school_id, &student.id).await? else { return Ok(false) };
    let earlier = std::slice::from_ref(&past.definition);
    let said = Looked::of_definition(conn, &now, earlier, student.standing).await?;
    Ok(looked.iter().all(|at| {
        said.iter().any(|said| said.statement_id == at.statement && said.became == at.became && said.why == at.why)
    }))
}

async fn past(asking: &Asking, conn: &mut Conn, id: &DefinitionId) -> Result<Past, Refusal> {
    let (definition, student) = found(asking, conn, id, Action::ShapeDefinition).await?;
    let mut statements = Statement::of_definition(conn, &definition, student.standing).await?;
    statements.sort_by_key(|statement| statement.section);
    let next = school_year(asking.now(), &asking.viewer()?.time_zone);
    Ok(Past { definition, student, statements, next })
}

async fn show(asking: &Asking, past: Past, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let title = say_in!(asking.locale, look_back.title, period = past.definition.period.as_str());
    let page = Page::titled(title.clone()).at(Place::Definition).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let Past { definition, statements, next, .. } = past;
            let here = format!("/definition/{}/look-back", definition.id);
            let lead = say!(look_back.lead, next = next.as_str(), period = definition.period.as_str());
            let none = statements.is_empty().then(|| view! { <p class="nudge">{say!(look_back.none)}</p> }.into_any());
            let mut before = None;
            let rows = statements
                .into_iter()
                .map(|statement| {
                    let heading =
                        (before.replace(statement.section) != Some(statement.section)).then_some(statement.section);
                    row(statement, heading, form.values())
                })
                .collect_view();
            let legend = view! {
                <dl class="facts small">
                    <dt>{say!(look_back.held)}</dt><dd>{say!(look_back.held_note)}</dd>
                    <dt>{say!(look_back.changed)}</dt><dd>{say!(look_back.changed_note)}</dd>
                    <dt>{say!(look_back.left)}</dt><dd>{say!(look_back.left_note)}</dd>
                </dl>
            };
            let afresh = view! {
                <form class="flow" method="post" action=here.clone()>
                    <hr class="seam"/>
                    <button class="btn" name=field::FRESH.wire() value="yes">{say!(look_back.fresh)}</button>
                    <p class="soft small">{say!(look_back.fresh_note)}</p>
                </form>
            };
            view! {
                <FormPage back=path(&definition) back_words=say!(definition.title) title lead instead=none
                    action=here save=say!(look_back.carry, next = next.as_str()) beneath=afresh.into_any()>
                    {legend}
                    {rows}
                    <LanguageField own/>
                </FormPage>
            }
        })
        .await)
}

/// One statement: what became of it; why, and how it reads now, unfold.
fn row(statement: Statement, heading: Option<Section>, values: &Values) -> impl IntoView + use<> {
    let id = statement.id;
    let form = use_context::<Form>().unwrap_or_default();
    let open = [field::WHY.about(&id), field::TEXT.about(&id)]
        .iter()
        .any(|name| form.problem(name).is_some() || !values.get(name).is_empty());
    let version: i64 = values.parsed(field::VERSION.about(&id)).unwrap_or(statement.version);
    let choices = vec![
        Choice::new(Became::Held.as_str(), say!(look_back.held)),
        Choice::new(Became::Changed.as_str(), say!(look_back.changed)),
        Choice::new(Became::Left.as_str(), say!(look_back.left)),
    ];
    view! {
        <section class="agreed looked" role="group" aria-labelledby=format!("s-{id}")>
            {heading.map(|section| view! { <h2>{section_name(section)}</h2> })}
            <Agreed id=format!("s-{id}") text=statement.text language=statement.language/>
            <Hidden name=field::VERSION.about(&id) value=version.to_string()/>
            <Radios name=field::BECAME.about(&id) label=say!(look_back.became) choices/>
            <details class="fold fold--quiet" open=open>
                <summary>{say!(look_back.in_words)}</summary>
                <TextArea name=field::WHY.about(&id) label=say!(look_back.why) hint=say!(look_back.why_hint) rows=2 optional=true/>
                <TextArea name=field::TEXT.about(&id) label=say!(look_back.reworded) hint=say!(look_back.reworded_hint) rows=2 optional=true/>
            </details>
        </section>
    }
}

/// For the student, when the year has turned: the way to look back.
#[component]
pub fn Turned(definition: Definition) -> impl IntoView {
    let words = say!(look_back.turned, period = definition.period.as_str());
    view! {
        <div class="notice notice--info noprint"><Icon name="info"/><div class="flow">
            <p>{words}</p>
            <p class="actions">
                <a class="btn btn--primary" href=format!("/definition/{}/look-back", definition.id)>{say!(look_back.start)}</a>
            </p>
        </div></div>
    }
}

/// What was said of the year before when this definition began.
#[component]
pub fn Told(looked: Vec<Looked>, earlier: Vec<Definition>) -> impl IntoView {
    let from = looked.first().and_then(|first| earlier.iter().find(|earlier| earlier.id == first.definition_id));
    from.cloned().map(|from| {
        let address = format!("/definition/{}", from.id);
        let period = from.period.as_str();
        let lines = looked.into_iter().map(|looked| told(looked, &address)).collect_view();
        view! {
            <details class="fold fold--paper">
                <summary><h2>{say!(look_back.title, period = period)}</h2></summary>
                <div class="flow" id="look-back">
                    <ul class="evidence">{lines}</ul>
                    <p class="small noprint"><a href=address>{say!(look_back.read_earlier, period = period)}</a></p>
                </div>
            </details>
        }
    })
}

fn told(looked: Looked, address: &str) -> impl IntoView + use<> {
    let (class, became) = match looked.became {
        Became::Held => ("state state--shown", say!(look_back.said_held)),
        Became::Changed => ("state state--growing", say!(look_back.said_changed)),
        Became::Left => ("state", say!(look_back.said_left)),
    };
    let to = format!("{address}#s-{}", looked.statement_id);
    let why = (!looked.why.is_empty()).then(|| {
        view! { " " <span class="said soft" lang=looked.language.tag().to_owned() dir="auto">{looked.why}</span> }
    });
    view! {
        <li>
            <span class=class>{became}</span> " "
            <a class="said" href=to lang=looked.text_language.tag().to_owned() dir="auto">{looked.text}</a>
            {why}
        </li>
    }
}

/// The definitions of earlier school years, to be read.
#[component]
pub fn Earlier(all: Vec<Definition>) -> impl IntoView {
    (!all.is_empty()).then(|| {
        let lines = all
            .into_iter()
            .map(|earlier| {
                let words = say!(definition.year, period = earlier.period.as_str());
                view! { <li><a href=format!("/definition/{}", earlier.id)>{words}</a></li> }
            })
            .collect_view();
        view! {
            <details class="fold noprint">
                <summary>{say!(look_back.earlier)}</summary>
                <ul class="lines">{lines}</ul>
            </details>
        }
    })
}
