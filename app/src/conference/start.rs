//! Starting an empty plan: from a proposal, from the guide, or from one of the school's own. A plan that has moments stays
//! as it is.

use kinfolio::conference::guide::GUIDE;
use kinfolio::conference::moment::{MomentWords, Purpose, Showing};
use kinfolio::conference::propose::{Candidate, ProposalFacts, Proposed, Stated, propose};
use kinfolio::conference::school_plan::PlanTemplate;
use kinfolio::conference::{Conference, NewMoment};
use kinfolio::definition::{Definition, Evidence, Source, Statement};
use kinfolio::field;
use kinfolio::id::{ConferenceId, PlanTemplateId};
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::work::WorkState;
use leptos::prelude::*;

use super::found;
use super::readable::Readable;
use super::words::{form_words, guide_name, minutes, part_name};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::parts::Hidden;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::taking_back::{seen, thrown};
use crate::wording::{Locale, apart, locale_tagged};

/// `/conference/{conference}/guide`: fills an empty plan with the seven moments of the guide.
pub async fn from_guide(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let language = &conference.facts.language;
    let locale = locale_of(&asking, &conference);
    let moments = GUIDE.map(|(purpose, minutes)| {
        NewMoment::from(MomentWords::new(guide_name(locale, purpose), purpose, minutes, language.clone()))
    });
    let before = asking.before(&mut tx, SeenAct::ShapePlan, &id).await?;
    conference.start_plan(&mut tx, &moments).await?;
    asking.done(tx, before, format!("/conference/{id}#plan"), Done::PlanStarted).await
}

/// `/conference/{conference}/plan/take-back`: all moments go into the bin, and the plan begins anew.
pub async fn take_back(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    seen(&fields)?;
    conference.hold(&mut tx).await?;
    let moments = conference.moments(&mut tx).await?;
    let name: Vec<&str> = moments.iter().map(|moment| moment.words.name.as_str()).collect();
    let became = BinKind::Plan.throw_away(&mut tx, asking.viewer()?, &id, &name.join(", "), asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{id}#plan"), thrown(&became))
}

/// `/conference/{conference}/proposal`: fills an empty plan with what grows out of the definition.
pub async fn from_proposal(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut tx, conference, student).await?;
    let statements = stated(&mut tx, &readable).await?;
    // What only the student sees at home is for the student alone to put in.
    let works: Vec<Candidate> = readable
        .works
        .iter()
        .filter(|card| card.work.audience >= Audience::Family)
        .map(|card| Candidate { id: card.work.id.clone(), is_mastered: card.state == WorkState::Mastered })
        .collect();
    let facts = &readable.conference.facts;
    let wish = ProposalFacts { form: facts.form, minutes: facts.minutes, statements: &statements, works: &works };
    let locale = locale_of(&asking, &readable.conference);
    let moments: Vec<NewMoment> = propose(&wish).into_iter().map(|moment| named(locale, &readable, moment)).collect();
    let before = asking.before(&mut tx, SeenAct::ShapePlan, &id).await?;
    readable.conference.start_plan(&mut tx, &moments).await?;
    asking.done(tx, before, format!("/conference/{id}#plan"), Done::PlanProposed).await
}

/// `/conference/{conference}/template`: fills an empty plan with a plan of the school's.
pub async fn from_template(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let template: PlanTemplateId = fields.parsed(field::TEMPLATE).ok_or(Refusal::NotFound)?;
    let found = PlanTemplate::find(&mut tx, &conference.school_id, &template).await?;
    let template = found.filter(|template| !template.is_put_away).ok_or(Refusal::NotFound)?;
    let moments: Vec<NewMoment> = template.words.starting().map(NewMoment::from).collect();
    let before = asking.before(&mut tx, SeenAct::ShapePlan, &id).await?;
    conference.start_plan(&mut tx, &moments).await?;
    asking.done(tx, before, format!("/conference/{id}#plan"), Done::PlanFromSchool).await
}

fn locale_of(asking: &Asking, conference: &Conference) -> Locale {
    locale_tagged(conference.facts.language.tag()).unwrap_or(asking.locale)
}

/// The statements whose section the family may see, with what speaks for each: a plan is read by the family. What a
/// student keeps for themself is theirs to bring in.
async fn stated(conn: &mut Conn, readable: &Readable) -> Result<Vec<Stated>, Refusal> {
    let (student, day) = (&readable.student, readable.conference.facts.starts_at);
    let Some(definition) = Definition::at(conn, &student.school_id, &student.id, day).await? else {
        return Ok(Vec::new());
    };
    let evidence = Evidence::of_definition(conn, &definition, student.standing).await?;
    let works_of = |statement: &Statement| {
        let of = evidence.iter().filter(|evidence| evidence.statement_id == statement.id);
        let work = |evidence: &Evidence| match &evidence.source {
            Source::Work { id, .. } => Some((id.clone(), evidence.kind)),
            Source::Story(_) => None,
        };
        of.filter_map(work).collect()
    };
    let open = |statement: &&Statement| definition.audience(statement.section) >= Audience::Family;
    let stated = readable.statements.iter().filter(open).map(|statement| Stated {
        id: statement.id.clone(),
        section: statement.section,
        works: works_of(statement),
    });
    Ok(stated.collect())
}

/// A proposed moment, with its name: a moment that shows one work is called as the work is.
fn named(locale: Locale, readable: &Readable, proposed: Proposed) -> NewMoment {
    let purpose = proposed.part.purpose();
    let title = |id| readable.works.iter().find(|card| card.work.id == id).map(|card| card.work.title.clone());
    let own = proposed.works.first().cloned().filter(|_| purpose == Purpose::Work).and_then(title);
    let name = own.filter(|title| !title.is_empty()).unwrap_or_else(|| part_name(locale, proposed.part));
    let language = readable.conference.facts.language.clone();
    let words =
        MomentWords { supports: proposed.supports, ..MomentWords::new(name, purpose, proposed.minutes, language) };
    let works = proposed.works.into_iter().map(Showing::whole).collect();
    NewMoment { words, statements: proposed.statements, works }
}

/// A plan with nothing in it teaches what it will be, and offers ways to start.
#[component]
pub fn Empty(readable: Readable, templates: Vec<PlanTemplate>) -> impl IntoView {
    if !readable.leads() {
        let name = apart(readable.student.called());
        return view! {
            <div class="empty" id="plan">
                <h2>{say!(conference.empty_others)}</h2>
                <p>{say!(conference.empty_others_do, name = name)}</p>
            </div>
        }
        .into_any();
    }
    let here = format!("/conference/{}", readable.conference.id);
    let facts = &readable.conference.facts;
    let (form, length) = (form_words(facts.form).0, minutes(facts.minutes));
    let templates = (!templates.is_empty()).then(|| {
        let rows = templates.into_iter().map(|template| offered(&here, template)).collect_view();
        view! { <h3>{say!(plan.from_school)}</h3><ul class="lines">{rows}</ul> }
    });
    view! {
        <section class="empty flow" id="plan">
            <h2>{say!(conference.empty)}</h2>
            <p>{say!(plan.propose_lead, form = form, minutes = length)}</p>
            <form class="actions" method="post" action=format!("{here}/proposal")>
                <button class="btn btn--primary btn--big">{say!(plan.propose)}</button>
            </form>
            <p class="soft">{say!(plan.or_else)}</p>
            <form class="actions" method="post" action=format!("{here}/guide")>
                <button class="btn">{say!(conference.guide)}</button>
                <a class="btn" href=format!("{here}/moment/new")>{say!(plan.blank)}</a>
            </form>
            <p class="soft small">{say!(plan.guide_note)}</p>
            {templates}
        </section>
    }
    .into_any()
}

/// A plan of the school's, to start from.
fn offered(here: &str, template: PlanTemplate) -> impl IntoView + use<> {
    let words = template.words;
    let about = format!("{} · {}", form_words(words.form).0, minutes(words.minutes()));
    let label = say!(plan.start_from_named, name = apart(&words.name));
    view! {
        <li>
            <div>
                <p class="strong" lang=words.language.tag().to_owned() dir="auto">{words.name}</p>
                <p class="soft small">{about}</p>
            </div>
            <form class="push" method="post" action=format!("{here}/template")>
                <Hidden name=field::TEMPLATE value=template.id.to_string()/>
                <button class="btn btn--small" aria-label=label>{say!(plan.start_from)}</button>
            </form>
        </li>
    }
}
