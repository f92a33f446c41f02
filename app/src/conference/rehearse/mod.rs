//! Rehearsing: a run-through, moment by moment, with the time measured here; what to change; and a partner's ear.

pub mod partner;
pub mod run;
pub mod summary;

use kinfolio::conference::Conference;
use kinfolio::conference::rehearsal::{Ran, Rehearsal};
use kinfolio::field;
use kinfolio::id::{ConferenceId, RehearsalId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use leptos::prelude::*;

use super::readable::Readable;
use super::{found, place};
use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::parts::{Back, Hidden, Icon};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
use crate::when;

/// A run-through, found through whoever asks.
struct RunThrough {
    rehearsal: Rehearsal,
    conference: Conference,
    student: Student,
    ran: Vec<Ran>,
}

impl RunThrough {
    /// For the one who leads: nobody else sees it.
    async fn of(asking: &Asking, conn: &mut Conn, id: &RehearsalId) -> Result<Self, Refusal> {
        let school = &asking.viewer()?.school_id;
        let rehearsal = Rehearsal::find(conn, school, id).await?.ok_or(Refusal::NotFound)?;
        let (conference, student) = found(asking, conn, &rehearsal.conference_id, Action::LeadConference).await?;
        let ran = rehearsal.moments(conn, school).await?;
        Ok(Self { rehearsal, conference, student, ran })
    }
}

/// Where a run-through is summed up.
fn address(id: &RehearsalId) -> String {
    format!("/rehearsal/{id}")
}

/// `/conference/{conference}/rehearse`: what it is, and the run-throughs there were.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    let earlier = readable.conference.rehearsals(&mut conn).await?;
    drop(conn);
    let zone = asking.viewer()?.time_zone.clone();
    let page = Page::titled(say_in!(asking.locale, rehearse.title)).at(place(&readable.student)).working();
    Ok(asking
        .page(page, move || {
            let here = format!("/conference/{}", readable.conference.id);
            let begin = if readable.plan.moments.is_empty() {
                view! { <p class="nudge">{say!(rehearse.no_moments)} " " <a href=here.clone()>{say!(conference.plan)}</a></p> }.into_any()
            } else {
                view! {
                    <form class="actions" method="post" action=format!("{here}/rehearse")>
                        <Hidden name=field::ID value=RehearsalId::new().to_string()/>
                        <button class="btn btn--primary btn--big"><Icon name="play" flip=true/> {say!(rehearse.begin)}</button>
                    </form>
                }
                .into_any()
            };
            let rows: Vec<_> = earlier
                .into_iter()
                .map(|run| {
                    let at = run.started_at;
                    let withdrawn = run.withdrawn_at.map(|_| view! { " " <span class="soft small">{say!(rehearse.withdrawn)}</span> });
                    view! { <li><a href=address(&run.id)><time datetime=when::machine(at, &zone)>{when::day_and_time(at, &zone)}</time></a>{withdrawn}</li> }
                })
                .collect();
            let earlier = (!rows.is_empty()).then(|| {
                view! { <section class="flow"><h2>{say!(rehearse.earlier)}</h2><ul class="lines">{rows}</ul></section> }
            });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=here.clone() words=say!(conference.title)/>
                        <h1>{say!(rehearse.title)}</h1>
                        <p class="lead">{say!(rehearse.lead)}</p>
                    </header>
                    <p class="soft">{say!(rehearse.how)}</p>
                    {begin}
                    {earlier}
                </Main>
            }
        })
        .await)
}

/// Begins a run-through.
pub async fn begin(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    if conference.plan(&mut tx).await?.moments.is_empty() {
        return go(format!("/conference/{id}/rehearse"));
    }
    let rehearsal = fields.id_or(RehearsalId::new);
    if !conference.rehearse(&mut tx, &rehearsal, asking.now()).await?.is_kept() {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go(format!("{}/moment/1", address(&rehearsal)))
}
