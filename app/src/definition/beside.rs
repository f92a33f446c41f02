//! What is said beside the words: *we see this differently*, and talk.

use kinfolio::definition::{
    Beside, Contribution, Definition, NewRemark, Remark, RemarkKind, Section, Statement, may_settle,
};
use kinfolio::field;
use kinfolio::hidden::may_hide;
use kinfolio::id::{ContributionId, PersonId, RemarkId, StatementId};
use kinfolio::language::{Language, Spoken};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words;
use kinfolio::worry::may_worry;
use leptos::prelude::*;

use super::saying::Said;
use super::words::{Agreed, Paragraphs, author, named, section_name};
use super::{let_in, path, place, section_path};
use crate::asking::{Asking, In, go_saying, in_words};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, LanguageField, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::wording::apart;

/// The words something is said beside.
#[derive(Clone)]
enum BesideWords {
    Agreed(String, Language),
    /// Somebody's own.
    Own(Box<Contribution>),
}

impl BesideWords {
    fn shown(self) -> AnyView {
        match self {
            Self::Agreed(text, language) => view! { <Agreed text language/> }.into_any(),
            Self::Own(own) => {
                let (name, language) = (author(&own), own.said.language.clone());
                view! {
                    <VoiceCard voice=Voice::of(own.author_role) name=name.clone() language>
                        <Said said=own.said name/>
                    </VoiceCard>
                }
                .into_any()
            }
        }
    }
}

/// What is talked about, found through whoever asks.
struct BesidePage {
    definition: Definition,
    student: Student,
    section: Section,
    beside: Beside,
    words: BesideWords,
    /// What was said beside them.
    remarks: Vec<Remark>,
}

impl BesidePage {
    /// Where its talk is.
    fn address(&self) -> String {
        match &self.beside {
            Beside::Statement(id) => format!("/statement/{id}/talk"),
            Beside::Contribution(id) => format!("/contribution/{id}/talk"),
        }
    }

    /// Where the words stand in the definition.
    fn anchor(&self) -> String {
        let here = path(&self.definition);
        match &self.beside {
            Beside::Statement(id) => format!("{here}#s-{id}"),
            Beside::Contribution(id) => format!("{here}#c-{id}"),
        }
    }
}

async fn by_statement(
    asking: &Asking,
    conn: &mut Conn,
    id: &StatementId,
    action: Action,
) -> Result<BesidePage, Refusal> {
    let definition = Statement::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, action).await?;
    let statements = Statement::of_definition(conn, &definition, student.standing).await?;
    let statement = statements.into_iter().find(|statement| statement.id == *id).ok_or(Refusal::NotFound)?;
    let beside = Beside::Statement(id.clone());
    let words = BesideWords::Agreed(statement.text, statement.language);
    table(conn, definition, student, statement.section, beside, words).await
}

async fn by_contribution(asking: &Asking, conn: &mut Conn, id: &ContributionId) -> Result<BesidePage, Refusal> {
    let definition = Contribution::definition_of(conn, &asking.viewer()?.school_id, id).await?;
    let (definition, student) = let_in(asking, conn, definition, Action::Contribute).await?;
    let contributions = Contribution::of_definition(conn, &definition, student.standing).await?;
    let own = contributions.into_iter().find(|words| words.id == *id).ok_or(Refusal::NotFound)?;
    let beside = Beside::Contribution(id.clone());
    table(conn, definition, student, own.section, beside, BesideWords::Own(Box::new(own))).await
}

async fn table(
    conn: &mut Conn,
    definition: Definition,
    student: Student,
    section: Section,
    beside: Beside,
    words: BesideWords,
) -> Result<BesidePage, Refusal> {
    let mut remarks = Remark::of_definition(conn, &definition).await?;
    remarks.retain(|remark| remark.is_beside(&beside));
    Ok(BesidePage { definition, student, section, beside, words, remarks })
}

/// `/statement/{statement}/view`: somebody's own view of agreed words.
pub async fn view_page(asking: Asking, In(id): In<StatementId>) -> Answer {
    let table = by_statement(&asking, &mut asking.read().await?, &id, Action::WriteStatement).await?;
    show_view(&asking, table, Form::default()).await
}

/// Keeps a view, in other words when there is one already, or takes it back.
pub async fn keep_view(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let table = by_statement(&asking, &mut tx, &id, Action::WriteStatement).await?;
    let own = own_view(&table.remarks, &viewer.person_id);
    if let Some(own) = own.filter(|_| fields.has(field::TAKE_BACK)) {
        let before = asking.before(&mut tx, SeenAct::Remark, &id).await?;
        own.take_back(&mut tx, &table.definition, asking.now()).await?;
        return asking.done(tx, before, table.anchor(), Done::TakenBack).await;
    }
    let before = asking.before(&mut tx, SeenAct::Remark, &id).await?;
    let form = match words::said(fields.get(field::TEXT), fields.get(field::LANGUAGE)) {
        Ok((words, language)) => {
            let saved = match own {
                // The same form once more.
                Some(own) if fields.parsed(field::ID).as_ref() == Some(&own.id) && own.text == words => Saved::Kept(()),
                Some(own) => {
                    let from = fields.version();
                    own.reword(&mut tx, &table.definition, from, &words, &language).await?
                }
                None => {
                    let new = said(&fields, RemarkKind::View, &table, &viewer.person_id, words, language);
                    Remark::say(&mut tx, &table.definition, &new, asking.now()).await?;
                    Saved::Kept(())
                }
            };
            if saved.is_kept() {
                return asking.done(tx, before, table.anchor(), Done::Saved).await;
            }
            Form::stale(&fields, own.map_or(0, |own| own.version), field::TEXT)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show_view(&asking, table, form).await
}

fn said(
    fields: &Fields,
    kind: RemarkKind,
    table: &BesidePage,
    author: &PersonId,
    text: String,
    language: Language,
) -> NewRemark {
    let id = fields.id_or(RemarkId::new);
    NewRemark { id, kind, beside: table.beside.clone(), author_id: author.clone(), text, language }
}

fn own_view<'r>(remarks: &'r [Remark], person: &PersonId) -> Option<&'r Remark> {
    remarks.iter().find(|remark| remark.kind == RemarkKind::View && remark.author_id == *person)
}

async fn show_view(asking: &Asking, table: BesidePage, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, definition.differ);
    let page = Page::titled(title.clone()).at(place(&table.student)).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let own = own_view(&table.remarks, &viewer.person_id).cloned();
            let identity = Identity::of(&form, own.as_ref().map(|own| own.version), RemarkId::new);
            let (stands, zone) = (own.clone(), viewer.time_zone.clone());
            let reads_now = move || stands.map(|remark| view! { <Remarked remark zone/> });
            let language = own.as_ref().map(|own| own.language.tag().to_owned());
            let take_back = own.as_ref().map(|_| {
                view! { <button class="btn" name=field::TAKE_BACK.wire() value="yes" formnovalidate>{say!(definition.take_back)}</button> }
            });
            let words = table.words.clone().shown();
            let Beside::Statement(id) = &table.beside else { return ().into_any() };
            let action = format!("/statement/{id}/view");
            view! {
                <FormPage back=section_path(&table.definition, table.section) back_words=section_name(table.section) title
                    lead=say!(definition.differ_lead)
                    above=words reads_now action identity save=say!(definition.save) beside=take_back.into_any()>
                    <TextArea name=field::TEXT label=say!(definition.my_view) value=own.map(|own| own.text)/>
                    <LanguageField own=viewer.languages value=language/>
                </FormPage>
            }
            .into_any()
        })
        .await)
}

/// `/statement/{statement}/talk`
pub async fn statement_talk(asking: Asking, In(id): In<StatementId>) -> Answer {
    let table = by_statement(&asking, &mut asking.read().await?, &id, Action::Contribute).await?;
    show_talk(&asking, table, Form::default()).await
}

/// Says something about agreed words, or that there is nothing more to say.
pub async fn talk_of_statement(asking: Asking, In(id): In<StatementId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let table = by_statement(&asking, &mut tx, &id, Action::Contribute).await?;
    talk(&asking, tx, table, fields).await
}

/// `/contribution/{contribution}/talk`
pub async fn contribution_talk(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let table = by_contribution(&asking, &mut asking.read().await?, &id).await?;
    show_talk(&asking, table, Form::default()).await
}

/// Says something about somebody's own words, or that there is nothing more to say.
pub async fn talk_of_contribution(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let table = by_contribution(&asking, &mut tx, &id).await?;
    talk(&asking, tx, table, fields).await
}

async fn talk(asking: &Asking, mut tx: kinfolio::store::Tx, table: BesidePage, fields: Fields) -> Answer {
    let me = &asking.viewer()?.person_id;
    let thing = match &table.beside {
        Beside::Statement(id) => id.as_str(),
        Beside::Contribution(id) => id.as_str(),
    };
    if fields.has(field::SETTLE) {
        if !may_settle(&table.remarks, me) {
            return Err(Refusal::NotAllowed);
        }
        let before = asking.before(&mut tx, SeenAct::Remark, thing).await?;
        Remark::settle(&mut tx, &table.definition, &table.beside, asking.now()).await?;
        return asking.done(tx, before, table.anchor(), Done::Settled).await;
    }
    match words::said(fields.get(field::TEXT), fields.get(field::LANGUAGE)) {
        Ok((words, language)) => {
            let before = asking.before(&mut tx, SeenAct::Remark, thing).await?;
            let new = said(&fields, RemarkKind::Talk, &table, me, words, language);
            Remark::say(&mut tx, &table.definition, &new, asking.now()).await?;
            let to = in_words(format!("{}#r-{}", table.address(), new.id), &fields, (Spoken::Remark, &new.id));
            asking.done(tx, before, to, Done::Spoken).await
        }
        Err(problems) => {
            drop(tx);
            show_talk(asking, table, Form::again(&fields, problems)).await
        }
    }
}

/// A remark, found by somebody who sees what it stands beside; with the student, and where it is read.
pub(crate) async fn remark_seen(
    asking: &Asking,
    conn: &mut Conn,
    id: &RemarkId,
) -> Result<(Remark, Student, String), Refusal> {
    let place = Remark::place_of(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let table = match &place {
        Beside::Statement(id) => by_statement(asking, conn, id, Action::Contribute).await?,
        Beside::Contribution(id) => by_contribution(asking, conn, id).await?,
    };
    let remark = table.remarks.iter().find(|remark| remark.id == *id).cloned().ok_or(Refusal::NotFound)?;
    let back = if remark.kind == RemarkKind::Talk { table.address() } else { table.anchor() };
    Ok((remark, table.student, back))
}

/// `/remark/{remark}/take-back`: whoever said it takes it back.
pub async fn take_remark_back(asking: Asking, In(id): In<RemarkId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::TakeBack)?;
    let mut tx = asking.write().await?;
    let (remark, beside) = Remark::of_author(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    seen(&fields)?;
    let became = BinKind::Remark.throw_away(&mut tx, viewer, &id, &remark, asking.now()).await?;
    tx.commit().await?;
    go_saying(talk_way(&beside, &[]).0, thrown(&became))
}

async fn show_talk(asking: &Asking, table: BesidePage, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, definition.talk);
    let page = Page::titled(title.clone()).at(place(&table.student)).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, RemarkId::new);
            let talk: Vec<Remark> =
                table.remarks.iter().filter(|remark| remark.kind == RemarkKind::Talk).cloned().collect();
            let open = talk.iter().any(|remark| remark.settled_at.is_none());
            let address = table.address();
            let settle = (open && may_settle(&talk, &viewer.person_id)).then(|| {
                view! {
                    <form class="actions" method="post" action=address.clone()>
                        <button class="btn btn--small" name=field::SETTLE.wire() value="yes">{say!(definition.settle)}</button>
                        <p class="soft small">{say!(definition.settle_note)}</p>
                    </form>
                }
            });
            let zone = viewer.time_zone.clone();
            let (me, student) = (viewer.person_id.clone(), table.student.clone());
            let talk = talk
                .into_iter()
                .map(|remark| {
                    let own = (remark.author_id == me).then(|| {
                        view! { <TakeBack to=format!("/remark/{}/take-back", remark.id) words=say!(definition.take_words_back)/> }
                    });
                    let hide = may_hide(&student, &remark.author_id, remark.author_role).then(|| {
                        let to = format!("/remark/{}/hide", remark.id);
                        view! { <p class="small noprint"><a class="soft" href=to>{say!(hiding.title)}</a></p> }
                    });
                    let worry = may_worry(&student, &remark.author_id).then(|| {
                        let to = format!("/remark/{}/worry", remark.id);
                        view! { <p class="small noprint"><a class="soft" href=to>{say!(worry.link)}</a></p> }
                    });
                    view! { <div><Remarked remark zone=zone.clone()/>{own}{hide}{worry}</div> }
                })
                .collect_view();
            let words = table.words.clone().shown();
            view! {
                <FormPage back=table.anchor() back_words=section_name(table.section) title
                    above=view! { {words} <section class="flow" id="talk">{talk} {settle}</section> }.into_any()
                    action=address identity save=say!(definition.say_send)>
                    <TextArea name=field::TEXT label=say!(definition.say) hint=say!(definition.say_hint) rows=3/>
                    <LanguageField own=viewer.languages guess=true/>
                </FormPage>
            }
        })
        .await)
}

/// One remark, in a thread or beside the agreed words.
#[component]
fn Remarked(remark: Remark, zone: String) -> impl IntoView {
    let name = named(&remark.author_name, remark.author_kinship.as_deref());
    let day = when::short_day(remark.made_at, &zone);
    let note = match remark.settled_at {
        Some(_) => format!("{day} · {}", say!(definition.settled)),
        None => day,
    };
    view! {
        <VoiceCard voice=Voice::of(remark.author_role) name language=remark.language note line=true
            id=format!("r-{}", remark.id)><Paragraphs text=remark.text/></VoiceCard>
    }
}

/// Beneath agreed words: who sees them differently, and what they say, side by side.
#[component]
pub fn Differing(statement: StatementId, remarks: Vec<Remark>, zone: String) -> impl IntoView {
    let beside = Beside::Statement(statement);
    let views: Vec<Remark> =
        remarks.into_iter().filter(|remark| remark.kind == RemarkKind::View && remark.is_beside(&beside)).collect();
    (!views.is_empty()).then(|| {
        let whose: Vec<_> = views
            .iter()
            .map(|remark| {
                let class = format!("who who--{}", Voice::of(remark.author_role).as_str());
                view! { <span class=class><bdi>{named(&remark.author_name, remark.author_kinship.as_deref())}</bdi></span> }
            })
            .collect();
        let views = views.into_iter().map(|remark| view! { <Remarked remark zone=zone.clone()/> }).collect_view();
        view! {
            <details class="fold fold--paper fold--voices differs">
                <summary><span class="marks small"><strong>{say!(definition.differ_title)}</strong> " " {whose}</span></summary>
                <div class="differ">{views}</div>
            </details>
        }
    })
}

/// The way to the talk beside something, which says whether it is open, and with whom.
pub fn talk_way(beside: &Beside, remarks: &[Remark]) -> (String, String) {
    let to = match beside {
        Beside::Statement(id) => format!("/statement/{id}/talk"),
        Beside::Contribution(id) => format!("/contribution/{id}/talk"),
    };
    let open = remarks
        .iter()
        .rfind(|remark| remark.kind == RemarkKind::Talk && remark.settled_at.is_none() && remark.is_beside(beside));
    let words = match open {
        Some(last) => say!(definition.talk_open, name = apart(&last.author_called)),
        None => say!(definition.talk),
    };
    (to, words)
}
