//! The moments of a plan: adding, changing, ordering, taking out.

use kinfolio::arranging::Side;
use kinfolio::conference::moment::{GUIDE, Moment, MomentWords, Purpose};
use kinfolio::conference::{Added, Conference, NewMoment};
use kinfolio::definition::Statement;
use kinfolio::id::{ConferenceId, MomentId};
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::{Action, Audience};
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::words::{self, Problem, Problems, limit};
use kinfolio::work::{Work, WorkCard};
use leptos::prelude::*;

use super::names::purpose_name;
use super::{found, statements};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Choice, Hidden, LanguageField, ProblemSummary, SelectField, TextArea, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};

/// A moment takes this many minutes at most.
const MOST_MINUTES: i64 = 60;

/// What the form is about.
struct Editing {
    conference: Conference,
    moment: Option<Moment>,
    chosen_statements: Vec<String>,
    chosen_works: Vec<String>,
    statements: Vec<Statement>,
    works: Vec<WorkCard>,
    own: kinfolio::language::Languages,
    stale: bool,
}

/// A new moment.
pub async fn fresh(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let editing = editing(&asking, &mut conn, conference, &student, None).await?;
    drop(conn);
    show(&asking, editing, Form::default()).await
}

/// Adds it at the end of the plan.
pub async fn add(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let moment = fields.parsed("id").unwrap_or_else(MomentId::new);
    let problems = match typed(&mut tx, &student, &fields).await? {
        Ok(new) => match conference.add_moment(&mut tx, &moment, &new).await? {
            Added::Yes => {
                tx.commit().await?;
                return go_saying(format!("/conference/{id}#m-{moment}"), "moment_kept");
            }
            Added::Full => Problems::from([("name", Problem::Said(say_in!(asking.locale, conference.full)))]),
            Added::Foreign => return Err(Refusal::NotFound),
        },
        Err(problems) => problems,
    };
    let editing = editing(&asking, &mut tx, conference, &student, None).await?;
    drop(tx);
    show(&asking, editing, Form::again(&fields, problems)).await
}

/// A moment that is there.
pub async fn page(asking: Asking, In(id): In<MomentId>) -> Answer {
    let mut conn = asking.read().await?;
    let (moment, conference, student) = found_moment(&asking, &mut conn, &id).await?;
    let editing = editing(&asking, &mut conn, conference, &student, Some(moment)).await?;
    drop(conn);
    show(&asking, editing, Form::default()).await
}

/// Changes it; from an older form, shows both.
pub async fn change(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (moment, conference, student) = found_moment(&asking, &mut tx, &id).await?;
    let mut stale = false;
    let problems = match typed(&mut tx, &student, &fields).await? {
        Ok(new) => {
            let from = fields.parsed("version").ok_or(Refusal::Broken)?;
            if conference.change_moment(&mut tx, &id, from, &new).await? == Saved::Kept {
                tx.commit().await?;
                return go_saying(format!("/conference/{}#m-{id}", conference.id), "moment_kept");
            }
            stale = true;
            Problems::from([("name", Problem::Said(say_in!(asking.locale, conference.stale)))])
        }
        Err(problems) => problems,
    };
    let mut editing = editing(&asking, &mut tx, conference, &student, Some(moment)).await?;
    drop(tx);
    editing.stale = stale;
    show(&asking, editing, Form::again(&fields, problems)).await
}

/// Puts it before or after another moment of the plan.
pub async fn place(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (_, conference, _) = found_moment(&asking, &mut tx, &id).await?;
    let side = Side::named(fields.get("side")).ok_or(Refusal::Broken)?;
    let other: MomentId = fields.parsed("other").ok_or(Refusal::Broken)?;
    conference.put_moment(&mut tx, &id, side, &other).await?;
    tx.commit().await?;
    go(format!("/conference/{}#m-{id}", conference.id))
}

/// Takes it out of the plan.
pub async fn remove(asking: Asking, In(id): In<MomentId>) -> Answer {
    let mut tx = asking.write().await?;
    let (_, conference, _) = found_moment(&asking, &mut tx, &id).await?;
    conference.remove_moment(&mut tx, &id).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{}", conference.id), "moment_out")
}

/// Starts an empty plan from the guide.
pub async fn from_guide(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let locale = asking.locale;
    let moments = GUIDE.iter().map(|(purpose, minutes)| {
        let (name, cue_notes) = guide_words(locale, *purpose);
        MomentWords {
            name,
            purpose: *purpose,
            minutes: *minutes,
            language: conference.facts.language.clone(),
            cue_notes,
        }
    });
    conference.start_plan(&mut tx, moments.collect()).await?;
    tx.commit().await?;
    go(format!("/conference/{id}"))
}

fn guide_words(locale: crate::wording::Locale, purpose: Purpose) -> (String, String) {
    match purpose {
        Purpose::Welcome => (say_in!(locale, conference.p_welcome), say_in!(locale, conference.c_welcome)),
        Purpose::Definition => (say_in!(locale, conference.p_definition), say_in!(locale, conference.c_definition)),
        Purpose::Work => (say_in!(locale, conference.p_work), say_in!(locale, conference.c_work)),
        Purpose::Action => (say_in!(locale, conference.p_action), say_in!(locale, conference.c_action)),
        Purpose::NotYet => (say_in!(locale, conference.p_not_yet), say_in!(locale, conference.c_not_yet)),
        Purpose::Family => (say_in!(locale, conference.p_family), say_in!(locale, conference.c_family)),
        Purpose::Commitments => (say_in!(locale, conference.p_commitments), say_in!(locale, conference.c_commitments)),
        Purpose::Own => (say_in!(locale, conference.p_own), String::new()),
    }
}

async fn found_moment(
    asking: &Asking,
    conn: &mut Conn,
    id: &MomentId,
) -> Result<(Moment, Conference, Student), Refusal> {
    let moment = Moment::find(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let (conference, student) = found(asking, conn, &moment.conference_id, Action::LeadConference).await?;
    Ok((moment, conference, student))
}

/// What was typed, checked. Statements and works that are not the student's own count as not chosen.
async fn typed(conn: &mut Conn, student: &Student, fields: &Fields) -> Result<Result<NewMoment, Problems>, Refusal> {
    let mut problems = Problems::default();
    let name = problems.take("name", words::line(fields.get("name")));
    let minutes: Option<i64> = fields.parsed("minutes").filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    if minutes.is_none() {
        problems.note("minutes", Problem::NotANumber { min: 1, max: MOST_MINUTES });
    }
    let purpose = Purpose::named(fields.get("purpose"));
    if purpose.is_none() {
        problems.note("purpose", Problem::Choose);
    }
    let language = Language::tagged(fields.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    let cue_notes = problems.take("cue_notes", words::optional_text(fields.get("cue_notes"), limit::WORDS));
    let own_statements = statements(conn, student).await?;
    let own_works = Work::of_student(conn, student).await?;
    let statements =
        own_statements.into_iter().map(|s| s.id).filter(|id| fields.all("statement").any(|s| s == id.as_str()));
    let works = own_works.into_iter().filter(|card| card.work.kept_at.is_some()).map(|card| card.work.id);
    let works = works.filter(|id| fields.all("work").any(|work| work == id.as_str()));
    let (statements, works) = (statements.collect(), works.collect());
    Ok(match (minutes, purpose, language) {
        (Some(minutes), Some(purpose), Some(language)) => problems.or(NewMoment {
            words: MomentWords { name, purpose, minutes, language, cue_notes },
            statements,
            works,
        }),
        _ => Err(problems),
    })
}

async fn editing(
    asking: &Asking,
    conn: &mut Conn,
    conference: Conference,
    student: &Student,
    moment: Option<Moment>,
) -> Result<Editing, Refusal> {
    let plan = conference.plan(conn).await?;
    let (mut chosen_statements, mut chosen_works) = (Vec::new(), Vec::new());
    if let Some(moment) = &moment {
        chosen_statements = plan.statements_of(&moment.id).map(ToString::to_string).collect();
        chosen_works = plan.works_of(&moment.id).map(ToString::to_string).collect();
    }
    let statements = statements(conn, student).await?;
    let mut works = Work::of_student(conn, student).await?;
    works.retain(|card| card.work.kept_at.is_some());
    let own = asking.viewer()?.languages.clone();
    Ok(Editing { conference, moment, chosen_statements, chosen_works, statements, works, own, stale: false })
}

async fn show(asking: &Asking, editing: Editing, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, conference.moment)).at(Place::Conference).working().with_form(form);
    Ok(asking.page(page, move || view! { <Main width=Width::Narrow>{the_form(editing)}</Main> }).await)
}

fn the_form(editing: Editing) -> AnyView {
    let Editing { conference, moment, chosen_statements, chosen_works, statements, works, own, stale } = editing;
    let action = match &moment {
        Some(moment) => format!("/moment/{}", moment.id),
        None => format!("/conference/{}/moment/new", conference.id),
    };
    let remove = moment.as_ref().map(|moment| format!("/moment/{}/remove", moment.id));
    let words = moment.as_ref().map(|moment| moment.words.clone());
    let stands = words.clone().filter(|_| stale).map(|words| {
        view! { <div class="notice notice--warning"><div><p>{say!(conference.stands)}</p><p class="said" dir="auto">{words.name} " · " {words.cue_notes}</p></div></div> }
    });
    let purposes = Purpose::ALL.iter().map(|purpose| (purpose.to_string(), purpose_name(*purpose))).collect();
    let statements: Vec<Choice> = statements
        .into_iter()
        .map(|statement| Choice {
            language: Some(statement.language),
            ..Choice::new(statement.id.to_string(), statement.text)
        })
        .collect();
    let works: Vec<Choice> = works
        .into_iter()
        .map(|card| {
            let choice = Choice::new(card.work.id.to_string(), card.work.title);
            if card.work.audience < Audience::Family { choice.noted(say!(conference.not_open)) } else { choice }
        })
        .collect();
    let value = |pick: fn(&MomentWords) -> String| words.as_ref().map(pick);
    let language =
        value(|words| words.language.tag().to_owned()).unwrap_or_else(|| conference.facts.language.tag().to_owned());
    let hidden = match &moment {
        Some(moment) => view! { <input type="hidden" name="version" value=moment.version.to_string()/> }.into_any(),
        None => view! { <Hidden name="id" value=MomentId::new().to_string()/> }.into_any(),
    };
    let remove = remove.map(|to| {
        view! { <form method="post" action=to class="noprint"><button class="btn btn--danger btn--small">{say!(conference.moment_remove)}</button></form> }
    });
    view! {
        <header><Back to=format!("/conference/{}", conference.id) words=say!(conference.plan)/><h1>{say!(conference.moment)}</h1></header>
        <form method="post" class="flow" action=action>
            <ProblemSummary/>
            {stands}
            {hidden}
            <TextField name="name" label=say!(conference.moment_name) said=true value=value(|words| words.name.clone())/>
            <TextField name="minutes" label=say!(conference.moment_minutes) kind="number" words=false value=value(|words| words.minutes.to_string()).unwrap_or_else(|| "3".to_owned())/>
            <SelectField name="purpose" label=say!(conference.moment_purpose) choices=purposes value=value(|words| words.purpose.to_string())/>
            {(!works.is_empty()).then(|| view! { <Ticks name="work" label=say!(conference.moment_works) choices=works values=chosen_works/> })}
            {(!statements.is_empty()).then(|| view! { <Ticks name="statement" label=say!(conference.moment_statements) choices=statements values=chosen_statements/> })}
            <TextArea name="cue_notes" label=say!(conference.moment_cue) hint=say!(conference.moment_cue_hint) rows=4 optional=true value=value(|words| words.cue_notes.clone())/>
            <LanguageField label=say!(conference.moment_language) own value=language/>
            <div class="actions"><button class="btn btn--primary">{say!(conference.moment_keep)}</button></div>
        </form>
        {remove}
    }
    .into_any()
}
