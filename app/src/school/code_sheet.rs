//! The sheet of sign-in codes, to be printed and cut: a page an advisory, and staff on one of their own.

use http::StatusCode;
use kinfolio::person::code::Slip;
use kinfolio::person::{Role, in_order_of_names};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::parts::Qr;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place};
use crate::when;

/// Whose sheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SheetFor {
    /// The lead's, of many.
    School,
    /// An advisor's, of one student.
    Student,
}

/// The slips of one page of paper.
struct SheetPart {
    title: String,
    slips: Vec<Slip>,
}

/// Students by advisory, in the order of its name; then those who are in none; then staff.
fn parts(slips: Vec<Slip>) -> Vec<SheetPart> {
    let (students, staff): (Vec<Slip>, Vec<Slip>) = slips.into_iter().partition(|slip| slip.role == Role::Student);
    let mut parts: Vec<SheetPart> = Vec::new();
    let mut alone = Vec::new();
    for slip in students {
        let title = slip.advisories.join(", ");
        match parts.iter_mut().find(|part| part.title == title) {
            _ if title.is_empty() => alone.push(slip),
            Some(part) => part.slips.push(slip),
            None => parts.push(SheetPart { title, slips: vec![slip] }),
        }
    }
    in_order_of_names(&mut parts, |part| &part.title);
    let others = [(say!(people.no_advisory), alone), (say!(people.staff), staff)];
    parts.extend(
        others.into_iter().filter(|(_, slips)| !slips.is_empty()).map(|(title, slips)| SheetPart { title, slips }),
    );
    parts
}

/// The page to print. When it is left, the codes are nowhere else. It leads back to where it was asked for.
pub(crate) async fn show_sheet(asking: &Asking, slips: Vec<Slip>, (back, whose): (&str, SheetFor)) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let whole = format!("{}/sign-in/code", asking.services.settings.public_url);
    let back = back.to_owned();
    let place = if whose == SheetFor::School { Place::People } else { Place::Elsewhere };
    let page = Page::titled(say_in!(asking.locale, people.sheet_title)).working().at(place).status(StatusCode::OK);
    Ok(asking
        .page(page, move || {
            let body = if slips.is_empty() {
                view! {
                    <div class="empty">
                        <h2>{say!(people.sheet_empty)}</h2>
                        <p>{say!(people.sheet_empty_do)}</p>
                        <a class="btn" href=back.clone()>{say!(people.codes_title)}</a>
                    </div>
                }
                .into_any()
            } else {
                parts(slips).into_iter().map(|part| sheet(part, &whole, &zone)).collect_view().into_any()
            };
            view! {
                <Main>
                    <header class="noprint">
                        <h1>{say!(people.sheet_title)}</h1>
                        <p class="lead">{say!(people.sheet_lead)}</p>
                        <p class="soft">{say!(people.sheet_print)}</p>
                        <p class="soft">{say!(people.sheet_told)}</p>
                    </header>
                    {body}
                    <p class="actions noprint"><a class="btn" href=back>{say!(people.sheet_done)}</a></p>
                </Main>
            }
        })
        .await)
}

fn sheet(part: SheetPart, whole: &str, zone: &str) -> impl IntoView + use<> {
    let slips = part.slips.into_iter().map(|slip| paper(slip, whole, zone)).collect_view();
    view! { <section class="sheet"><h2><bdi>{part.title}</bdi></h2><ul class="slips">{slips}</ul></section> }
}

/// One slip of paper.
fn paper(slip: Slip, whole: &str, zone: &str) -> impl IntoView + use<> {
    let until = when::day(slip.until, zone);
    let address = whole.split_once("://").map_or(whole, |(_, address)| address).to_owned();
    let (code, card) = match slip.code {
        None => (view! { <p class="soft">{say!(people.slip_used)}</p> }.into_any(), None),
        Some((code, card)) => {
            let groups: Vec<_> = code.split('-').map(|group| view! { <span>{group.to_owned()}</span> " " }).collect();
            let words = view! {
                <p class="code code--small"><span class="sr">{say!(people.slip_code)}</span> {groups}</p>
                <p class="small">{say!(people.slip_where)} " " <bdi class="strong">{address}</bdi></p>
                <p class="soft tiny">{say!(people.slip_until, day = until)}</p>
            };
            (words.into_any(), Some(format!("{whole}/{card}")))
        }
    };
    let picture = card.map(|content| {
        view! { <figure class="slip__qr"><Qr content title=say!(people.slip_qr)/></figure> }
    });
    view! {
        <li class="slip">
            <div class="slip__words">
                <p class="slip__name"><bdi>{slip.name}</bdi></p>
                <p class="small">{say!(people.slip_username)} ": " <bdi class="strong">{slip.username}</bdi></p>
                {code}
            </div>
            {picture}
        </li>
    }
}
