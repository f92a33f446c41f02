//! `/person/{person}`: all that the school keeps of somebody, with the ways to put it right.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::person::card::PersonCard;
use kinfolio::person::tie::EndedTie;
use kinfolio::person::{Advisory, Kin, Role};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use leptos::prelude::*;

use crate::asking::{Asking, In};
use crate::parts::{Back, Hidden, Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::school::people::{role_words, signs_in_words};
use crate::shell::{Main, Page, Place};
use crate::when;
use crate::wording::{apart, language_name};

/// The person with this id, when whoever asks may do this with what the school keeps of them.
pub(super) async fn found(
    asking: &Asking,
    conn: &mut Conn,
    id: &PersonId,
    action: Action,
) -> Result<PersonCard, Refusal> {
    let card = PersonCard::seen_by(conn, asking.viewer()?, id, asking.now()).await?;
    card.filter(|card| card.may(action)).ok_or(Refusal::NotFound)
}

/// Whether it can be said what they teach.
pub(super) fn can_teach(card: &PersonCard) -> bool {
    card.person.role == Role::Advisor && card.left_at.is_none()
}

/// Which part of the house a person's page belongs to.
pub(super) fn place(asking: &Asking) -> Place {
    match asking.viewer() {
        Ok(viewer) if viewer.role == Role::Lead => Place::People,
        _ => Place::Board,
    }
}

/// The page.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let card = found(&asking, &mut conn, &id, Action::SeePerson).await?;
    let viewer = asking.viewer()?;
    let (zone, is_lead) = (viewer.time_zone.clone(), viewer.role == Role::Lead);
    let page = Page::titled(card.person.name.clone()).working().at(place(&asking));
    Ok(asking.page(page, move || view! { <Card card zone is_lead/> }).await)
}

#[component]
fn Card(card: PersonCard, zone: String, is_lead: bool) -> impl IntoView {
    let id = card.person.id.clone();
    let (back, back_words) = if is_lead { ("/people", say!(people.title)) } else { ("/", say!(shell.home)) };
    let left = card.left_at.map(|at| {
        let day = when::day(at, &zone);
        let back_again = is_lead.then(|| {
            view! {
                <form method="post" action=format!("/person/{id}/come-back")>
                    <button class="btn">{say!(person.come_back)}</button>
                </form>
            }
        });
        view! { <div class="notice notice--info"><div class="flow"><p>{say!(person.left, day = day)}</p>{back_again}</div></div> }
    });
    let is_here = card.left_at.is_none();
    let role = role_words(card.person.role);
    let called = card
        .person
        .called
        .clone()
        .map(|called| view! { <p class="lead">{say!(person.called, name = apart(called))}</p> });
    let edit = (is_here && card.may(Action::PutPersonRight))
        .then(|| view! { <a class="btn" href=format!("/person/{id}/edit")>{say!(person.edit)}</a> });
    let ways = (card.person.role == Role::Student && is_here && !is_lead)
        .then(|| view! { <a class="btn" href=format!("/student/{id}/family")>{say!(person.family_links)}</a> });
    let record = is_lead.then(|| view! { <a class="btn" href=format!("/record?person={id}")>{say!(record.title)}</a> });
    let belonging = (is_lead && is_here).then(|| view! { <Belonging card=card.clone()/> });
    view! {
        <Main>
            <header>
                <Back to=back words=back_words/>
                <h1><bdi>{card.person.name.clone()}</bdi></h1>
                {called}
                <p class="soft">{role}</p>
                <div class="actions">{edit} {ways} {record}</div>
            </header>
            {left}
            <Facts card=card.clone() zone=zone.clone()/>
            {(card.person.role != Role::Family)
                .then(|| view! { <Advisories id=id.clone() advisories=card.advisories.clone() can_move=is_lead && is_here
                    can_be_stood_in=is_lead && is_here && card.person.role == Role::Advisor/> })}
            <Ties card=card.clone() zone is_lead/>
            {belonging}
        </Main>
    }
}

/// One line of what is kept: what it is, and how it stands.
fn fact(label: String, value: Option<String>) -> impl IntoView {
    let value = match value {
        Some(value) => view! { <dd><bdi>{value}</bdi></dd> }.into_any(),
        None => view! { <dd class="soft">{say!(person.nothing)}</dd> }.into_any(),
    };
    view! { <dt>{label}</dt>{value} }
}

#[component]
fn Facts(card: PersonCard, zone: String) -> impl IntoView {
    let languages = card.person.languages.0.iter().map(language_name).collect::<Vec<_>>().join(", ");
    let signs_in = (card.person.role != Role::Family || card.person.username.is_some())
        .then(|| fact(say!(person.signs_in), Some(signs_in_words(card.signs_in, &zone))));
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(person.facts)}</h2></div>
            <div class="split__main">
                <dl class="facts">
                    {fact(say!(people.name), Some(card.person.name))}
                    {fact(say!(person.called_label), card.person.called)}
                    {fact(say!(person.languages), (!languages.is_empty()).then_some(languages))}
                    {fact(say!(person.username), card.person.username)}
                    {fact(say!(person.email), card.email)}
                    {fact(say!(person.phone), card.phone)}
                    {signs_in}
                </dl>
            </div>
        </section>
    }
}

#[component]
fn Advisories(
    id: PersonId,
    advisories: Vec<Advisory>,
    can_move: bool,
    /// Whether somebody can be named who stands in for them.
    can_be_stood_in: bool,
) -> impl IntoView {
    let none = advisories.is_empty().then(|| view! { <p class="soft">{say!(people.no_advisory)}</p> });
    let rows = advisories.into_iter().map(|advisory| {
        let stand_in = can_be_stood_in.then(|| {
            let label = format!("{}: {}", say!(person.stand_in), apart(&advisory.name));
            let to = format!("/advisory/{}/stand-in", advisory.id);
            view! { <a class="btn btn--small push" href=to aria-label=label>{say!(person.stand_in)}</a> }
        });
        view! { <li><bdi>{advisory.name}</bdi> {stand_in}</li> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(person.advisories)}</h2></div>
            <div class="split__main">
                {none}
                <ul class="lines">{rows}</ul>
                {can_move.then(|| view! {
                    <p><a class="btn" href=format!("/person/{id}/advisories")>{say!(person.move_on)}</a></p>
                })}
            </div>
        </section>
    }
}

#[component]
fn Ties(card: PersonCard, zone: String, is_lead: bool) -> impl IntoView {
    let is_student = card.person.role == Role::Student;
    if !is_student && card.person.role != Role::Family {
        return None;
    }
    let title = if is_student { say!(person.kin) } else { say!(person.kin_of) };
    let note = (!is_student).then(|| view! { <p class="soft small">{say!(person.kin_of_note)}</p> });
    let may = card.may(Action::TieFamily) && card.left_at.is_none();
    let id = card.person.id.clone();
    let (kin, kin_of) = (card.kin, card.kin_of);
    let none = (kin.is_empty() && kin_of.is_empty()).then(|| view! { <p class="soft">{say!(person.no_ties)}</p> });
    let rows = kin.into_iter().chain(kin_of).map(|other| {
        let pair = if is_student { (id.clone(), other.id.clone()) } else { (other.id.clone(), id.clone()) };
        tie_row(other, pair, may)
    });
    let rows = rows.collect::<Vec<_>>();
    let ended = (!card.ended.is_empty()).then(|| {
        let rows = card.ended.into_iter().map(|tie| ended_row(tie, &zone, is_lead, may)).collect::<Vec<_>>();
        view! { <h3>{say!(person.ended_title)}</h3><ul class="lines">{rows}</ul> }
    });
    let connect = (is_student && may).then(|| {
        view! { <p><a class="btn" href=format!("/student/{id}/tie")>{say!(person.tie)}</a></p> }
    });
    Some(view! {
        <section class="split" id="ties">
            <div class="split__side"><h2>{title}</h2>{note}</div>
            <div class="split__main">{none}<ul class="lines">{rows}</ul>{connect}{ended}</div>
        </section>
    })
}

fn tie_row(other: Kin, (student, person): (PersonId, PersonId), may: bool) -> impl IntoView {
    let untie = may.then(|| {
        let label = format!("{}: {}", say!(person.untie), apart(&other.name));
        view! {
            <a class="btn btn--small push" href=format!("/student/{student}/untie/{person}") aria-label=label>
                {say!(person.untie)}
            </a>
        }
    });
    view! {
        <li>
            <div>
                <p><a href=format!("/person/{}", other.id)><bdi>{other.name}</bdi></a></p>
                <p class="soft small said" dir="auto">{other.kinship}</p>
            </div>
            {untie}
        </li>
    }
}

fn ended_row(tie: EndedTie, zone: &str, is_lead: bool, may: bool) -> impl IntoView + use<> {
    let day = when::day(tie.ended_at, zone);
    let words = match tie.no_contact {
        true => say!(person.no_contact_since, name = apart(&tie.name), day = day),
        false => say!(person.untied_since, name = apart(&tie.name), day = day),
    };
    let again = (may && (is_lead || !tie.no_contact)).then(|| {
        let label = format!("{}: {}", say!(person.tie_again), apart(&tie.name));
        view! {
            <form class="push" method="post" action=format!("/student/{}/tie", tie.student_id)>
                <Hidden name=field::PERSON value=tie.person_id.to_string()/>
                <Hidden name=field::KINSHIP value=tie.words.clone()/>
                <button class="btn btn--small" aria-label=label>{say!(person.tie_again)}</button>
            </form>
        }
    });
    view! { <li><div><p>{words}</p><p class="soft small said" dir="auto">{tie.words}</p></div>{again}</li> }
}

/// What the lead says of somebody's belonging: what they do here, and that they leave.
#[component]
fn Belonging(card: PersonCard) -> impl IntoView {
    let teaches = can_teach(&card);
    let id = card.person.id;
    let role = card.person.role.is_staff().then(|| {
        view! { <a class="btn" href=format!("/person/{id}/role")>{say!(person.role_change)}</a> }
    });
    let subjects =
        teaches.then(|| view! { <a class="btn" href=format!("/person/{id}/subjects")>{say!(person.subjects)}</a> });
    view! {
        <section class="split">
            <div class="split__side"><h2>{say!(person.belonging)}</h2></div>
            <div class="split__main">
                <p class="soft">{say!(person.belonging_note)}</p>
                <div class="actions">
                    {role}
                    {subjects}
                    <a class="btn" href=format!("/person/{id}/leave")>{say!(person.leave)}</a>
                </div>
            </div>
        </section>
    }
}

/// A person with their mark, at the head of a form about them.
pub(super) fn about(card: &PersonCard) -> AnyView {
    let voice = Voice::of(card.person.role);
    let name = card.person.name.clone();
    view! { <VoiceMark voice name note=role_words(card.person.role)/> }.into_any()
}
