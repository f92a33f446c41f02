//! Writing what is agreed: new wording, other wording, its order, setting it aside.

use kinfolio::arranging::Side;
use kinfolio::definition::{Contribution, Definition, Section, Statement, StatementWriting, Words, limit};
use kinfolio::field::{self};
use kinfolio::id::{ContributionId, DefinitionId, StatementId};
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::together::edit_from;
use kinfolio::words::{Problem, Problems, text};
use leptos::prelude::*;

use super::blanks::own_words;
use super::words::{Agreed, author, in_short, section_about, section_name};
use super::{found, let_in, may_in, place, section_path};
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Hidden, Icon, LanguageField, TextArea, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::number;

/// A statement that is being written.
struct StatementForm {
    definition: Definition,
    student: Student,
    section: Section,
    /// The words of the section, to be cited.
    voices: Vec<Contribution>,
    /// The statement, when it is there already.
    statement: Option<Statement>,
    /// The statements of the section in their order.
    order: Vec<Statement>,
}

/// The form for new wording.
pub async fn fresh(asking: Asking, In(id): In<DefinitionId>) -> Answer {
    let mut conn = asking.read().await?;
    let (definition, student) = found(&asking, &mut conn, &id, Action::WriteStatement).await?;
    let query = asking.query();
    let section = may_in(&definition, &student, query.get(field::SECTION), Action::WriteStatement);
    let desk = desk(&mut conn, definition, student, section.ok_or(Refusal::NotFound)?, None).await?;
    show(&asking, desk, Form::default()).await
}

/// Adds new wording.
pub async fn add(asking: Asking, In(id): In<DefinitionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (definition, student) = found(&asking, &mut tx, &id, Action::WriteStatement).await?;
    let section = may_in(&definition, &student, fields.get(field::SECTION), Action::WriteStatement);
    let section = section.ok_or(Refusal::NotFound)?;
    let mut problems = Problems::default();
    let writing = writing(&fields, viewer, &mut problems);
    if problems.is_empty() {
        let id = fields.id_or(StatementId::new);
        match Statement::add(&mut tx, &definition, section, &id, &writing, asking.now()).await? {
            Saved::Kept(id) => {
                tx.commit().await?;
                return go_saying(format!("{}#s-{id}", super::path(&definition)), Done::Saved);
            }
            _ => {
                let full = say_in!(asking.locale, definition.full, max = number(limit::STATEMENTS as i64));
                problems.note(field::TEXT, Problem::Said(full));
            }
        }
    }
    let desk = desk(&mut tx, definition, student, section, None).await?;
    drop(tx);
    show(&asking, desk, Form::again(&fields, problems)).await
}

/// The form for other wording.
pub async fn page(asking: Asking, In(id): In<StatementId>) -> Answer {
    let mut conn = asking.read().await?;
    let desk = at_desk(&asking, &mut conn, &id, Action::WriteStatement).await?;
    show(&asking, desk, Form::default()).await
}

/// Changes the wording, together with whatever others have written in the meantime.
pub async fn rewrite(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let desk = at_desk(&asking, &mut tx, &id, Action::WriteStatement).await?;
    let statement = desk.statement.as_ref().ok_or(Refusal::NotFound)?;
    let mut problems = Problems::default();
    let writing = writing(&fields, viewer, &mut problems);
    let form = if problems.is_empty() {
        let edit = edit_from(fields.get(field::EDIT));
        let words = match &edit {
            Some(edit) => Words::Edited(edit),
            None => Words::Typed { from_version: fields.version() },
        };
        let rewritten = statement.rewrite(&mut tx, &desk.definition, words.clone(), &writing, asking.now()).await?;
        if rewritten.is_kept() {
            tx.commit().await?;
            // Those who are writing it see what came by the form.
            asking.services.rooms.changed(&id).await;
            return go_saying(format!("{}#s-{id}", super::path(&desk.definition)), Done::Saved);
        }
        let blanked = matches!(words, Words::Typed { .. })
            && statement.is_blanked_since(&mut tx, &viewer.school_id, fields.version()).await?;
        not_rewritten(&asking, &fields, statement, rewritten, blanked)
    } else {
        Form::again(&fields, problems)
    };
    drop(tx);
    show(&asking, desk, form).await
}

/// The form again, when other wording was not kept: with what is kept now. `blanked`: somebody took words back meanwhile, which
/// may stand in what was typed.
fn not_rewritten(asking: &Asking, fields: &Fields, statement: &Statement, rewritten: Saved, blanked: bool) -> Form {
    let mut values = fields.values.clone();
    let why = match rewritten {
        // What did not fit comes again as it was made, a little shorter.
        Saved::Full => {
            let full = say_in!(asking.locale, definition.no_room_together, max = number(limit::STATEMENT as i64));
            return Form::stale_as(values, [(field::TEXT, Problem::Said(full))].into());
        }
        Saved::Foreign => Problem::Said(say_in!(asking.locale, definition.not_joined)),
        Saved::Stale if blanked => Problem::Said(say_in!(asking.locale, blank.meanwhile)),
        Saved::Stale | Saved::Kept(()) => Problem::Stale,
    };
    // What is in the field now is made from what is kept now.
    values.set(field::VERSION, statement.version.to_string());
    values.forget(field::EDIT);
    Form::stale_as(values, [(field::TEXT, why)].into())
}

/// Sets a statement aside, or brings it back.
pub async fn set_aside(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let desk = at_desk(&asking, &mut tx, &id, Action::ArrangeStatements).await?;
    let statement = desk.statement.as_ref().ok_or(Refusal::NotFound)?;
    let back = fields.has(field::BACK);
    let aside = (!back).then(|| statement.set_aside_at.unwrap_or_else(|| asking.now()));
    let before = asking.before(&mut tx, SeenAct::SetAside, &id).await?;
    if aside.is_some() != statement.set_aside_at.is_some() {
        statement.set_aside(&mut tx, &desk.definition, aside).await?;
    }
    let said = if back { Done::Back } else { Done::Aside };
    asking.done(tx, before, section_path(&desk.definition, desk.section), said).await
}

/// `/statement/{statement}/stands`: student or advisor say that it stands, also without the voice that was taken back.
pub async fn stands(asking: Asking, In(id): In<StatementId>) -> Answer {
    let mut tx = asking.write().await?;
    let desk = at_desk(&asking, &mut tx, &id, Action::ArrangeStatements).await?;
    let statement = desk.statement.as_ref().ok_or(Refusal::NotFound)?;
    statement.stand(&mut tx, &desk.definition, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("{}#s-{id}", super::path(&desk.definition)), Done::Saved)
}

/// Puts a statement before or after its neighbour.
pub async fn put_beside(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let desk = at_desk(&asking, &mut tx, &id, Action::ArrangeStatements).await?;
    let statement = desk.statement.as_ref().ok_or(Refusal::NotFound)?;
    let there = format!("/statement/{id}#order");
    let Some((side, other)) = neighbour(&fields) else { return go(there) };
    let before = asking.before(&mut tx, SeenAct::PlaceStatement, &desk.definition.id).await?;
    statement.put_beside(&mut tx, &desk.definition, side, &other).await?;
    asking.done(tx, before, there, Done::Saved).await
}

/// Where something is to go: before or after what.
fn neighbour(fields: &Fields) -> Option<(Side, StatementId)> {
    Side::ALL.iter().find_map(|side| Some((*side, fields.parsed(side.field())?)))
}

/// A statement, found through whoever asks.
async fn at_desk(asking: &Asking, conn: &mut Conn, id: &StatementId, action: Action) -> Result<StatementForm, Refusal> {
    let definition = Statement::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, action).await?;
    let statements = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let statement = statements.into_iter().find(|statement| statement.id == *id).ok_or(Refusal::NotFound)?;
    desk(conn, definition, student, statement.section, Some(statement)).await
}

async fn desk(
    conn: &mut Conn,
    definition: Definition,
    student: Student,
    section: Section,
    statement: Option<Statement>,
) -> Result<StatementForm, Refusal> {
    let mut voices = Contribution::of_definition(conn, &definition, student.standing).await?;
    voices.retain(|words| words.section == section);
    let mut order = Statement::of_definition(conn, &definition, student.standing).await?;
    order.retain(|statement| statement.section == section);
    Ok(StatementForm { definition, student, section, voices, statement, order })
}

fn writing(fields: &Fields, viewer: &Viewer, problems: &mut Problems) -> StatementWriting {
    StatementWriting {
        text: problems.take(field::TEXT, text(fields.get(field::TEXT), limit::STATEMENT)),
        language: problems.language(fields.get(field::LANGUAGE)),
        cites: fields.all_parsed(field::CITES),
        cited_before: fields.all_parsed(field::CITED_BEFORE),
        written_by: viewer.person_id.clone(),
    }
}

async fn show(asking: &Asking, desk: StatementForm, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let own = viewer.languages.clone();
    let title = match &desk.statement {
        Some(_) => say_in!(asking.locale, definition.statement_change),
        None => say_in!(asking.locale, definition.statement_new),
    };
    let page = Page::titled(title.clone()).at(place(&desk.student)).working().with_form(form.clone());
    // A first wording is written alone; others come to it once it is there. A form that came back without the editor's own
    // edit is put right by hand: the editor could not tell what in it is new.
    let came_back = !form.problems().is_empty();
    let edit = form.value(field::EDIT);
    let live = desk.statement.is_some() && (!came_back || !edit.is_empty());
    let page = if live { page.with_editor() } else { page };
    Ok(asking
        .page(page, move || {
            let section = desk.section;
            let (action, identity) = identity(&desk, &form);
            let hint = say!(definition.statement_hint, max = number(limit::STATEMENT as i64));
            let start = desk.statement.as_ref();
            let text = start.map(|statement| statement.text.clone());
            let language = start.map(|statement| statement.language.tag().to_owned());
            let stands = start.cloned();
            let reads_now =
                move || stands.map(|statement| view! { <Agreed text=statement.text language=statement.language/> });
            let unseen = unseen(&desk);
            let together = start.filter(|_| live).map(|statement| table(statement, edit));
            let arranges = desk.student.standing.may_at_all(Action::ArrangeStatements);
            let own_words = start.and_then(|statement| own_words(statement, &viewer));
            let around = (start.is_some() && arranges).then(|| {
                let statement = desk.statement.clone();
                view! { {order(&desk)} {statement.map(|statement| aside(&statement))} }
            });
            let around = view! { {own_words} {around} };
            view! {
                <FormPage back=section_path(&desk.definition, section) back_words=section_name(section) title
                    lead=section_about(section) reads_now action identity save=say!(definition.save)
                    beneath=around.into_any()>
                    {unseen}
                    <TextArea name=field::TEXT label=say!(definition.statement) hint value=text rows=3/>
                    {together}
                    <LanguageField own value=language/>
                    {cites(&desk)}
                </FormPage>
            }
        })
        .await)
}

/// Where the editor shows who is here and whether everything is kept; empty without it. `edit` is what it put into a form
/// that came back.
fn table(statement: &Statement, edit: String) -> impl IntoView + use<> {
    let full = say!(definition.no_room, max = number(limit::STATEMENT as i64));
    view! {
        <div class="together" id="together" hidden data-room=format!("/statement/{}/room", statement.id)
            data-began=statement.text.clone() data-left=edit
            data-here=say!(definition.here) data-alone=say!(definition.alone) data-kept=say!(definition.kept_now)
            data-keeping=say!(definition.keeping) data-away=say!(definition.away) data-over=say!(definition.over)
            data-full=full data-you=say!(definition.you)>
            <p class="together__people"></p>
            <p class="together__state soft small" role="status"></p>
        </div>
    }
}

/// Where the form goes, and what it says it is about: a new statement's id, or the version a change is made from.
fn identity(desk: &StatementForm, form: &Form) -> (String, Identity) {
    let action = match &desk.statement {
        Some(statement) => format!("/statement/{}", statement.id),
        None => format!("/definition/{}/statement/new", desk.definition.id),
    };
    (action, Identity::of(form, desk.statement.as_ref().map(|statement| statement.version), StatementId::new))
}

/// What else travels with the form: what was cited when the writing began, or the section it is for.
fn unseen(desk: &StatementForm) -> AnyView {
    match &desk.statement {
        Some(statement) => {
            // A voice that was taken back, or is not for whoever writes, stays cited: it may come back.
            let is_there = |id: &&ContributionId| desk.voices.iter().any(|words| words.id == **id);
            let cites = statement.cites.iter().filter(is_there);
            cites
                .map(|words| view! { <Hidden name=field::CITED_BEFORE value=words.to_string()/> })
                .collect_view()
                .into_any()
        }
        None => view! { <Hidden name=field::SECTION value=desk.section.as_str()/> }.into_any(),
    }
}

/// The words of the section, to be ticked.
fn cites(desk: &StatementForm) -> AnyView {
    if desk.voices.is_empty() {
        return view! { <p class="nudge">{say!(definition.cites_none)}</p> }.into_any();
    }
    let choices = desk
        .voices
        .iter()
        .map(|words| Choice {
            language: Some(words.said.language.clone()),
            ..Choice::new(words.id.to_string(), in_short(&words.said)).noted(author(words))
        })
        .collect();
    let cited = desk.statement.iter().flat_map(|statement| &statement.cites).map(ToString::to_string).collect();
    view! {
        <Ticks name=field::CITES label=say!(definition.cites) hint=say!(definition.cites_hint) choices values=cited/>
    }
    .into_any()
}

/// The statements of the section, with buttons to put them in order.
fn order(desk: &StatementForm) -> Option<impl IntoView + use<>> {
    (desk.order.len() > 1).then(|| {
        let rows = desk
            .order
            .iter()
            .enumerate()
            .map(|(place, statement)| {
                let action = format!("/statement/{}/place", statement.id);
                let above = place.checked_sub(1).and_then(|above| desk.order.get(above));
                let below = desk.order.get(place + 1);
                let up = above.map(|above| {
                    mover(Side::Before, above.id.to_string(), say!(arrange.up), &statement.text, "up")
                });
                let down = below.map(|below| {
                    mover(Side::After, below.id.to_string(), say!(arrange.down), &statement.text, "down")
                });
                view! {
                    <li>
                        <span class="said" lang=statement.language.tag().to_owned() dir="auto">{statement.text.clone()}</span>
                        <form class="row" method="post" action=action>{up} {down}</form>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="flow" id="order">
                <h2>{say!(definition.order)}</h2>
                <ul class="arrange">{rows}</ul>
            </section>
        }
    })
}

/// A button that puts something beside its neighbour.
fn mover(side: Side, other: String, words: String, what: &str, icon: &'static str) -> impl IntoView + use<> {
    let label = format!("{words}: {}", kinfolio::markdown::glimpse(what, 40));
    view! {
        <button class="btn btn--icon btn--small" name=side.field().wire() value=other aria-label=label><Icon name=icon/></button>
    }
}

/// Setting the statement aside, or bringing it back.
fn aside(statement: &Statement) -> impl IntoView + use<> {
    let action = format!("/statement/{}/set-aside", statement.id);
    if statement.set_aside_at.is_some() {
        view! {
            <form class="flow" method="post" action=action>
                <p class="soft small">{say!(definition.aside_note)}</p>
                <button class="btn" name=field::BACK.wire() value="yes">{say!(definition.bring_back)}</button>
            </form>
        }
        .into_any()
    } else {
        view! {
            <form class="flow" method="post" action=action>
                <hr class="seam"/>
                <button class="btn btn--small">{say!(definition.set_aside)}</button>
                <p class="soft small">{say!(definition.set_aside_note)}</p>
            </form>
        }
        .into_any()
    }
}
