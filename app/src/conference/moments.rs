//! The moments of a plan: adding, changing, putting in order, taking out; and the guide to start from.

use kinfolio::arranging::Side;
use kinfolio::conference::moment::{GUIDE, MOST_MINUTES, MOST_MOMENTS, Moment, MomentWords, Purpose};
use kinfolio::conference::{Added, NewMoment};
use kinfolio::id::{ConferenceId, MomentId};
use kinfolio::language::Language;
use kinfolio::policy::{Action, Audience};
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems, limit, line, optional_text};
use leptos::prelude::*;

use super::plan::Readable;
use super::words::{guide_name, purpose_words, starters};
use super::{found, place};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Back, Choice, Hidden, Icon, LanguageField, ProblemSummary, Radios, TextArea, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
use crate::wording::{locale_tagged, number};

/// `/conference/{conference}/moment/new`. The address can name a statement for it to speak for.
pub async fn fresh(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    drop(conn);
    show(&asking, readable, None, Form::default()).await
}

/// Adds a moment.
pub async fn add(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut tx, conference, student).await?;
    let problems = match moment_of(&fields, &readable) {
        Ok(new) => {
            let moment = fields.parsed("id").unwrap_or_else(MomentId::new);
            match readable.conference.add_moment(&mut tx, &moment, &new).await? {
                Added::Yes => {
                    tx.commit().await?;
                    return go_saying(format!("/conference/{id}#m-{moment}"), "moment_added");
                }
                Added::Foreign => return Err(Refusal::NotFound),
                Added::Full => {
                    let full = say_in!(asking.locale, conference.full, max = number(MOST_MOMENTS as i64));
                    Problems::from([("name", Problem::Said(full))])
                }
            }
        }
        Err(problems) => problems,
    };
    drop(tx);
    show(&asking, readable, None, Form::again(&fields, problems)).await
}

/// `/moment/{moment}`.
pub async fn page(asking: Asking, In(id): In<MomentId>) -> Answer {
    let mut conn = asking.read().await?;
    let (moment, readable) = moment(&asking, &mut conn, &id).await?;
    drop(conn);
    show(&asking, readable, Some(moment), Form::default()).await
}

/// Changes a moment. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (moment, readable) = moment(&asking, &mut tx, &id).await?;
    let mut values = fields.values.clone();
    let problems = match moment_of(&fields, &readable) {
        Ok(new) => {
            let made_from: i64 = fields.parsed("version").unwrap_or_default();
            // A form that was sent twice has changed nothing but the version.
            let again = moment.words == new.words && made_from.checked_add(1) == Some(moment.version);
            if again || readable.conference.change_moment(&mut tx, &id, made_from, &new).await? == Saved::Kept {
                tx.commit().await?;
                return go_saying(format!("/conference/{}#m-{id}", readable.conference.id), "saved");
            }
            values.set("version", moment.version.to_string());
            values.set("stale", "yes");
            Problems::from([("name", Problem::Said(say_in!(asking.locale, conference.stale)))])
        }
        Err(problems) => problems,
    };
    drop(tx);
    show(&asking, readable, Some(moment), Form::again(&values, problems)).await
}

/// Puts a moment before or after its neighbour.
pub async fn put_beside(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (_, readable) = moment(&asking, &mut tx, &id).await?;
    let beside = Side::ALL.iter().find_map(|side| Some((*side, fields.parsed::<MomentId>(side.as_str())?)));
    if let Some((side, other)) = beside {
        readable.conference.put_moment(&mut tx, &id, side, &other).await?;
        tx.commit().await?;
    }
    go(format!("/conference/{}#m-{id}", readable.conference.id))
}

/// Takes a moment out. Sent twice, the second finds it gone, which is what was asked for.
pub async fn remove(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let gone = Moment::find(&mut tx, &asking.viewer()?.school_id, &id).await?.is_none();
    let conference = if gone {
        let of: ConferenceId = fields.parsed("conference").ok_or(Refusal::NotFound)?;
        found(&asking, &mut tx, &of, Action::LeadConference).await?.0
    } else {
        moment(&asking, &mut tx, &id).await?.1.conference
    };
    conference.remove_moment(&mut tx, &id).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{}#plan", conference.id), "moment_removed")
}

/// `/conference/{conference}/guide`: fills an empty plan with the seven moments of the guide.
pub async fn start_from_guide(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let language = &conference.facts.language;
    let locale = locale_tagged(language.tag()).unwrap_or(asking.locale);
    let moments = GUIDE.map(|(purpose, minutes)| MomentWords {
        name: guide_name(locale, purpose),
        purpose,
        minutes,
        language: language.clone(),
        cue_notes: String::new(),
    });
    conference.start_plan(&mut tx, moments.to_vec()).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{id}#plan"), "plan_started")
}

/// A moment, found through whoever leads its conference.
async fn moment(asking: &Asking, conn: &mut Conn, id: &MomentId) -> Result<(Moment, Readable), Refusal> {
    let moment = Moment::find(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let (conference, student) = found(asking, conn, &moment.conference_id, Action::LeadConference).await?;
    Ok((moment, Readable::of(conn, conference, student).await?))
}

/// The moment a form holds.
fn moment_of(values: &Values, readable: &Readable) -> Result<NewMoment, Problems> {
    let mut problems = Problems::default();
    let name = problems.take("name", line(values.get("name")));
    let cue_notes = problems.take("cue_notes", optional_text(values.get("cue_notes"), limit::WORDS));
    let minutes = values.parsed::<i64>("minutes").filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    if minutes.is_none() {
        problems.note("minutes", Problem::NotANumber { min: 1, max: MOST_MINUTES });
    }
    let purpose = Purpose::named(values.get("purpose"));
    if purpose.is_none() {
        problems.note("purpose", Problem::Choose);
    }
    let language = Language::tagged(values.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    // Only what was offered: somebody else's work, or one that is gone, is neither shown nor kept.
    let mut statements = Vec::new();
    for ticked in values.all("statements") {
        match readable.statements.iter().find(|statement| statement.id.as_str() == ticked) {
            Some(statement) => statements.push(statement.id.clone()),
            None => problems.note("statements", Problem::Choose),
        }
    }
    let mut works = Vec::new();
    for ticked in values.all("works") {
        match readable.works.iter().find(|card| card.work.id.as_str() == ticked) {
            Some(card) => works.push(card.work.id.clone()),
            None => problems.note("works", Problem::Choose),
        }
    }
    match (purpose, minutes, language) {
        (Some(purpose), Some(minutes), Some(language)) if problems.is_empty() => {
            Ok(NewMoment { words: MomentWords { name, purpose, minutes, language, cue_notes }, statements, works })
        }
        _ => Err(problems),
    }
}

async fn show(asking: &Asking, readable: Readable, moment: Option<Moment>, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let heading = match &moment {
        Some(moment) => moment.words.name.clone(),
        None => say_in!(asking.locale, conference.new_moment),
    };
    let wanted = asking.query().get("statement").to_owned();
    let page = Page::titled(heading.clone()).at(place(&readable.student)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let words = moment.as_ref().map(|moment| moment.words.clone());
            let (action, identity) = identity(&readable, moment.as_ref(), form.values());
            let now = words.clone().filter(|_| form.values().has("stale")).map(|words| view! { <ReadsNow words/> });
            let language = words.as_ref().map_or(&readable.conference.facts.language, |words| &words.language);
            let language = language.tag().to_owned();
            let purpose = words.as_ref().map_or(Purpose::Work, |words| words.purpose);
            let minutes = words.as_ref().map_or(3, |words| words.minutes);
            let removal = moment.as_ref().map(|moment| view! { <Removal moment=moment.clone()/> });
            let class = if moment.is_some() { "said" } else { "" };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=format!("/conference/{}", readable.conference.id) words=say!(conference.title)/>
                        <h1 class=class dir="auto">{heading}</h1>
                    </header>
                    <ProblemSummary/>
                    {now}
                    <form method="post" action=action>
                        {identity}
                        <TextField name="name" label=say!(conference.name) hint=say!(conference.name_hint) said=true
                            value=words.as_ref().map(|words| words.name.clone())/>
                        <Radios name="purpose" label=say!(conference.purpose) choices=purposes() value=purpose.as_str().to_owned()/>
                        <TextField name="minutes" label=say!(conference.minutes_field) hint=say!(conference.minutes_hint)
                            kind="number" words=false value=minutes.to_string()/>
                        {shows(&readable, moment.as_ref(), &wanted)}
                        <LanguageField label=say!(conference.moment_language) own value=language/>
                        <Starters/>
                        <TextArea name="cue_notes" label=say!(conference.cue_notes) hint=say!(conference.cue_notes_hint)
                            optional=true rows=4 value=words.as_ref().map(|words| words.cue_notes.clone())/>
                        <div class="actions"><button class="btn btn--primary">{say!(conference.save)}</button></div>
                    </form>
                    {removal}
                </Main>
            }
        })
        .await)
}

/// Where the form goes, and what it says it is about.
fn identity(readable: &Readable, moment: Option<&Moment>, values: &Values) -> (String, AnyView) {
    match moment {
        Some(moment) => {
            let version: i64 = values.parsed("version").unwrap_or(moment.version);
            (format!("/moment/{}", moment.id), view! { <Hidden name="version" value=version.to_string()/> }.into_any())
        }
        None => {
            let id = values.parsed("id").unwrap_or_else(MomentId::new);
            let action = format!("/conference/{}/moment/new", readable.conference.id);
            (action, view! { <Hidden name="id" value=id.to_string()/> }.into_any())
        }
    }
}

/// How a moment reads that was changed in the meantime.
#[component]
fn ReadsNow(words: MomentWords) -> impl IntoView {
    let count = words.minutes;
    view! {
        <div class="notice notice--info"><Icon name="info"/><div>
            <h2>{say!(conference.reads_now)}</h2>
            <p class="said" dir="auto">{words.name}</p>
            <p>{purpose_words(words.purpose).0} " · " {say!(conference.minutes, count = count)} " · " {words.language.own_name().to_owned()}</p>
            <p class="said" dir="auto">{words.cue_notes}</p>
        </div></div>
    }
}

fn purposes() -> Vec<Choice> {
    let choice = |purpose: &Purpose| {
        let (name, note) = purpose_words(*purpose);
        Choice::new(purpose.as_str(), name).noted(note)
    };
    Purpose::ALL.iter().map(choice).collect()
}

/// What the moment speaks for and shows, to be ticked.
fn shows(readable: &Readable, moment: Option<&Moment>, wanted: &str) -> impl IntoView + use<> {
    let spoken: Vec<String> = match moment {
        Some(moment) => readable.plan.statements_of(&moment.id).map(ToString::to_string).collect(),
        None => vec![wanted.to_owned()],
    };
    let shown = moment.iter().flat_map(|moment| readable.plan.works_of(&moment.id)).map(ToString::to_string).collect();
    let statements: Vec<Choice> = readable
        .statements
        .iter()
        .map(|statement| Choice {
            language: Some(statement.language.clone()),
            ..Choice::new(statement.id.to_string(), statement.text.clone())
        })
        .collect();
    let statements = (!statements.is_empty()).then(|| {
        view! {
            <Ticks name="statements" label=say!(conference.statements) hint=say!(conference.statements_hint)
                choices=statements values=spoken/>
        }
    });
    let works: Vec<Choice> = readable
        .works
        .iter()
        .map(|card| {
            let choice = Choice::new(card.work.id.to_string(), card.work.title.clone());
            let narrow = card.work.audience < Audience::Family;
            let note = narrow.then(|| say!(conference.work_narrow));
            Choice { language: Some(card.work.language.clone()), note, ..choice }
        })
        .collect();
    let works = if works.is_empty() {
        view! { <p class="nudge">{say!(conference.works_none)}</p> }.into_any()
    } else {
        view! {
            <Ticks name="works" label=say!(conference.works) hint=say!(conference.works_hint) choices=works values=shown/>
        }
        .into_any()
    };
    view! { {statements} {works} }
}

/// Ways to begin, folded away until somebody looks for one.
#[component]
fn Starters() -> impl IntoView {
    let rows = starters().map(|words| view! { <li class="said">{words}</li> }).collect_view();
    view! { <details class="fold"><summary>{say!(conference.starters)}</summary><ul class="lines">{rows}</ul></details> }
}

#[component]
fn Removal(moment: Moment) -> impl IntoView {
    view! {
        <form class="flow" method="post" action=format!("/moment/{}/remove", moment.id)>
            <Hidden name="conference" value=moment.conference_id.to_string()/>
            <hr class="seam"/>
            <button class="btn btn--small btn--danger">{say!(conference.remove)}</button>
            <p class="soft small">{say!(conference.remove_note)}</p>
        </form>
    }
}
