//! A conference: when and where, the plan, and what was said back.

use kinfolio::arranging::Side;
use kinfolio::conference::Conference;
use kinfolio::conference::moment::{Moment, Plan};
use kinfolio::conference::reply::Reply;
use kinfolio::definition::Statement;
use kinfolio::id::{ConferenceId, ReplyId};
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::names::{form_name, purpose_name, starter_words, starters};
use super::{found, statements};
use crate::asking::{Asking, In};
use crate::form::Form;
use crate::parts::{
    Hidden, Icon, LanguageField, ProblemSummary, Radios, StudentTabs, TextArea, Voice, VoiceCard, Words,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place};
use crate::when;

/// Everything the page shows.
pub(super) struct Telling {
    pub conference: Conference,
    pub student: Student,
    pub plan: Plan,
    pub statements: Vec<Statement>,
    pub works: Vec<WorkCard>,
    pub replies: Vec<Reply>,
    pub zone: String,
    pub own: kinfolio::language::Languages,
}

/// The conference.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::SeeConference).await?;
    let telling = load(&asking, &mut conn, conference, student).await?;
    drop(conn);
    show(&asking, telling, Form::default()).await
}

/// Loads it, as far as whoever asks may see it.
pub(super) async fn load(
    asking: &Asking,
    conn: &mut Conn,
    conference: Conference,
    student: Student,
) -> Result<Telling, Refusal> {
    let viewer = asking.viewer()?;
    Ok(Telling {
        plan: conference.plan(conn).await?,
        statements: statements(conn, &student).await?,
        works: Work::of_student(conn, &student).await?,
        replies: conference.replies(conn).await?,
        zone: viewer.time_zone.clone(),
        own: viewer.languages.clone(),
        conference,
        student,
    })
}

/// The page.
pub(super) async fn show(asking: &Asking, telling: Telling, form: Form) -> Answer {
    let is_own = telling.student.standing.role == Role::Student;
    let title = if is_own {
        say_in!(asking.locale, conference.title)
    } else {
        say_in!(asking.locale, conference.theirs, name = telling.student.first_name().to_owned())
    };
    let page = Page::titled(title.clone()).at(Place::Conference).with_form(form);
    let page = if is_own { page.working() } else { page };
    Ok(asking.page(page, move || view! { <Main>{body(telling, title)}</Main> }).await)
}

fn body(telling: Telling, title: String) -> AnyView {
    let Telling { conference, student, plan, statements, works, replies, zone, own } = telling;
    let leads = student.standing.may_at_all(Action::LeadConference);
    let answers = student.standing.may_at_all(Action::Reply);
    let id = conference.id.clone();
    let facts = &conference.facts;
    let at = facts.starts_at;
    let about = format!("{} · {}", form_name(facts.form), facts.language.own_name());
    let place = facts.place.clone();
    let present = (leads && !plan.moments.is_empty()).then(|| {
        view! { <a class="btn btn--primary" href=format!("/conference/{id}/present/1")><Icon name="play"/> {say!(conference.present)}</a> }
    });
    let tools = leads.then(|| {
        view! {
            <div class="actions noprint">
                {present}
                <a class="btn" href=format!("/conference/{id}/edit")><Icon name="pencil"/> {say!(conference.edit)}</a>
                <a class="btn btn--quiet" href=format!("/student/{}/conference?another", student.id)>{say!(conference.another)}</a>
            </div>
        }
    });
    let unspoken: Vec<Statement> =
        statements.iter().filter(|statement| !plan.speaks_for(&statement.id)).cloned().collect();
    view! {
        <header>
            <StudentTabs student here=Place::Conference/>
            <h1>{title}</h1>
            <p class="when">
                <span>{about}</span>
                <strong><time datetime=when::machine(at, &zone)>{when::day_and_time(at, &zone)}</time></strong>
                <bdi>{place}</bdi>
            </p>
        </header>
        {tools}
        {the_plan(&conference, &plan, &statements, &works, leads)}
        {leads.then(|| nudges(unspoken, &plan))}
        {said_back(&conference, replies, &zone, answers.then_some(own))}
    }
    .into_any()
}

fn the_plan(
    conference: &Conference,
    plan: &Plan,
    statements: &[Statement],
    works: &[WorkCard],
    leads: bool,
) -> AnyView {
    let id = &conference.id;
    if plan.moments.is_empty() {
        return leads
            .then(|| {
                view! {
                    <div class="empty"><h2>{say!(conference.empty)}</h2><p>{say!(conference.empty_do)}</p>
                        <div class="actions">
                            <form method="post" action=format!("/conference/{id}/guide")><button class="btn btn--primary">{say!(conference.from_guide)}</button></form>
                            <a class="btn" href=format!("/conference/{id}/moment/new")><Icon name="plus"/> {say!(conference.add)}</a>
                        </div>
                    </div>
                }
            })
            .into_any();
    }
    let rows = plan.moments.iter().map(|moment| row(moment, plan, statements, works, leads)).collect_view();
    let minutes = say!(conference.minutes, count = plan.minutes());
    let more = say!(conference.minutes, count = plan.minutes_with_interpreter());
    let add = leads.then(|| {
        view! { <p class="noprint"><a class="btn" href=format!("/conference/{id}/moment/new")><Icon name="plus"/> {say!(conference.add)}</a></p> }
    });
    view! {
        <section>
            <h2>{say!(conference.plan)}</h2>
            <p class="soft">{say!(conference.in_all, minutes = minutes, more = more)}</p>
            <ol class="plan">{rows}</ol>
            {add}
        </section>
    }
    .into_any()
}

fn row(moment: &Moment, plan: &Plan, statements: &[Statement], works: &[WorkCard], leads: bool) -> AnyView {
    let words = moment.words.clone();
    let spoken: Vec<AnyView> = statements
        .iter()
        .filter(|statement| plan.statements_of(&moment.id).any(|spoken| *spoken == statement.id))
        .map(|s| {
            view! { <li class="said" lang=s.language.tag().to_owned() dir="auto">{s.text.clone()}</li> }.into_any()
        })
        .collect();
    let shown: Vec<AnyView> = works
        .iter()
        .filter(|card| plan.works_of(&moment.id).any(|shown| *shown == card.work.id))
        .map(|card| view! { <li><a class="said" dir="auto" href=format!("/work/{}", card.work.id)>{card.work.title.clone()}</a></li> }.into_any())
        .collect();
    let list = |name: String, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| view! { <p class="soft small">{name}</p><ul>{items}</ul> })
    };
    let cue = (leads && !words.cue_notes.is_empty())
        .then(|| view! { <p class="cue" dir="auto">{words.cue_notes.clone()}</p> });
    let tools = leads.then(|| order_tools(moment, plan));
    let minutes = words.minutes.to_string();
    let unit = say!(conference.minutes, count = words.minutes).replacen(&minutes, "", 1);
    view! {
        <li id=format!("m-{}", moment.id)>
            <p class="plan__min"><strong>{minutes}</strong> {unit}</p>
            <div>
                <h3 lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h3>
                <p class="soft small">{purpose_name(words.purpose)} " · " {words.language.own_name().to_owned()}</p>
                {list(say!(conference.speaks_for), spoken)}
                {list(say!(conference.shows), shown)}
                {cue}
                {tools}
            </div>
        </li>
    }
    .into_any()
}

/// Changing and moving a moment: plain buttons.
fn order_tools(moment: &Moment, plan: &Plan) -> AnyView {
    let name = moment.words.name.clone();
    let place = plan.moments.iter().position(|other| other.id == moment.id).unwrap_or(0);
    let action = format!("/moment/{}/place", moment.id);
    let step = |side: Side, other: Option<&Moment>, icon: &'static str, label: String| {
        let action = action.clone();
        other.map(|other| {
            view! {
                <form method="post" action=action>
                    <input type="hidden" name="side" value=side.as_str()/>
                    <input type="hidden" name="other" value=other.id.to_string()/>
                    <button class="btn btn--icon btn--small" aria-label=label><Icon name=icon/></button>
                </form>
            }
        })
    };
    let above = place.checked_sub(1).and_then(|above| plan.moments.get(above));
    let below = plan.moments.get(place + 1);
    view! {
        <div class="row noprint">
            <a class="btn btn--small" href=format!("/moment/{}", moment.id)>{say!(conference.change)}<span class="sr">" " {name.clone()}</span></a>
            {step(Side::Before, above, "up", say!(conference.up, name = name.clone()))}
            {step(Side::After, below, "down", say!(conference.down, name = name))}
        </div>
    }
    .into_any()
}

/// The statements no moment speaks for: a nudge, not a gate.
fn nudges(unspoken: Vec<Statement>, plan: &Plan) -> Option<AnyView> {
    if unspoken.is_empty() || plan.moments.is_empty() {
        return None;
    }
    let rows = unspoken
        .into_iter()
        .map(|statement| {
            view! { <li><p class="said" lang=statement.language.tag().to_owned() dir="auto">{statement.text}</p><p class="nudge">{say!(conference.unspoken)}</p></li> }
        })
        .collect_view();
    Some(view! { <section class="noprint"><h2>{say!(conference.unspoken_title)}</h2><ul class="lines">{rows}</ul></section> }.into_any())
}

fn said_back(
    conference: &Conference,
    replies: Vec<Reply>,
    zone: &str,
    answers: Option<kinfolio::language::Languages>,
) -> AnyView {
    let none =
        (replies.is_empty() && answers.is_none()).then(|| view! { <p class="soft">{say!(conference.no_replies)}</p> });
    let cards = replies
        .into_iter()
        .map(|reply| {
            let name =
                if reply.kinship.is_empty() { reply.author } else { format!("{} · {}", reply.author, reply.kinship) };
            let note = format!("{} · {}", starter_words(reply.starter), when::short_day(reply.made_at, zone));
            view! {
                <VoiceCard voice=Voice::Family name language=reply.language.clone() note>
                    <Words text=reply.text language=reply.language/>
                </VoiceCard>
            }
        })
        .collect_view();
    let form = answers.map(|own| {
        view! {
            <form method="post" action=format!("/conference/{}/reply", conference.id) class="voice voice--family ask flow">
                <h3>{say!(conference.reply)}</h3>
                <p class="soft">{say!(conference.reply_lead)}</p>
                <ProblemSummary/>
                <Hidden name="id" value=ReplyId::new().to_string()/>
                <Radios name="starter" label=say!(conference.starter) choices=starters() value="noticed".to_owned()/>
                <TextArea name="text" label=say!(conference.reply_words) rows=5/>
                <LanguageField own/>
                <div class="actions"><button class="btn btn--family btn--big">{say!(conference.reply_send)}</button></div>
            </form>
        }
    });
    view! { <section id="replies"><h2>{say!(conference.replies)}</h2>{none}<div class="quilt">{cards}</div>{form}</section> }.into_any()
}
