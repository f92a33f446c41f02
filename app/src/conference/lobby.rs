//! `/conference/{conference}/present`: getting ready to lead, and the overview while leading: every moment with its time,
//! who is there, the phone for the cues, and what the family opens to follow.

use kinfolio::conference::live::Now;
use kinfolio::conference::moment::Moment;
use kinfolio::field;
use kinfolio::grant::Key;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::offline::Offline;
use super::readable::Readable;
use super::{found, place};
use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::islands::{DeviceRole, Here, Live, LiveWords};
use crate::parts::{Back, Hidden, Icon, Qr, ShortCode};
use crate::refusal::Answer;
use crate::shell::{Main, Page};
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let now = conference.now(&mut conn).await?.filter(|now| now.is_on(asking.now()));
    let readable = Readable::of(&mut conn, conference, student).await?;
    drop(conn);
    if readable.plan.moments.is_empty() {
        return go(format!("/conference/{id}"));
    }
    let follow = format!("{}/conference/{id}/follow", asking.services.settings.public_url);
    let title = say_in!(asking.locale, live.ready_title);
    let page = Page::titled(title.clone()).at(place(&readable.student)).with_islands();
    Ok(asking
        .page(page, move || {
            let here = format!("/conference/{}", readable.conference.id);
            view! {
                <Main>
                    <header>
                        <Back to=here words=say!(conference.title)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(live.ready_lead)}</p>
                    </header>
                    <Begin readable=readable.clone() now/>
                    <Offline conference=readable.conference.id.clone()/>
                    <Overview readable=readable.clone() now/>
                    <section class="flow">
                        <h2>{say!(live.cues_phone)}</h2>
                        <p>{say!(live.cues_phone_do)}</p>
                        <CuesForm conference=readable.conference.id.clone()/>
                    </section>
                    <section class="flow">
                        <h2>{say!(live.follow_title)}</h2>
                        <p>{say!(live.follow_do)}</p>
                        <p class="letter__link" dir="ltr" translate="no">{follow}</p>
                    </section>
                    <section class="flow">
                        <h2>{say!(live.here)}</h2>
                        <p class="soft">{say!(live.here_note)}</p>
                        <Live conference=readable.conference.id.to_string() part=DeviceRole::Lobby words=LiveWords::here()/>
                    </section>
                </Main>
            }
        })
        .await)
}

/// To begin, or to go on where the conference is.
#[component]
fn Begin(readable: Readable, now: Option<Now>) -> impl IntoView {
    let step = format!("/conference/{}/step", readable.conference.id);
    let go_on = now.map(|now| {
        view! {
            <button class="btn btn--primary btn--big" name=field::TO.wire() value=now.place.to_string()>
                <Icon name="play" flip=true/> {say!(live.go_on)}
            </button>
        }
    });
    let class = if now.is_some() { "btn" } else { "btn btn--primary btn--big" };
    view! {
        <div class="actions">
            {go_on.map(|button| view! { <form method="post" action=step.clone()>{button}</form> })}
            <form method="post" action=step>
                <Hidden name=field::ANEW value="yes"/>
                <button class=class name=field::TO.wire() value="1">
                    {now.is_none().then(|| view! { <Icon name="play" flip=true/> " " })}
                    {if now.is_some() { say!(live.begin_anew) } else { say!(live.begin) }}
                </button>
            </form>
        </div>
    }
}

/// Every moment, with a way to it.
#[component]
fn Overview(readable: Readable, now: Option<Now>) -> impl IntoView {
    let rows = readable.plan.moments.iter().enumerate().map(|(at, moment)| overview_row(&readable, at, moment, now));
    view! {
        <section class="flow">
            <h2>{say!(live.overview)}</h2>
            <form method="post" action=format!("/conference/{}/step", readable.conference.id)>
                <ol class="plan">{rows.collect_view()}</ol>
            </form>
        </section>
    }
}

fn overview_row(readable: &Readable, at: usize, moment: &Moment, now: Option<Now>) -> impl IntoView + use<> {
    let words = &moment.words;
    let works = readable.works_of(moment).iter().map(|card| card.work.title.clone()).collect::<Vec<_>>().join(" · ");
    let here = now.is_some_and(|now| now.place == at as i64 + 1);
    // Cue notes stay away from here: this page may well be on the big screen.
    view! {
        <li aria-current=here.then_some("step")>
            <p class="plan__min"><strong>{words.minutes}</strong> " " {say!(conference.minutes_word, count = words.minutes)}</p>
            <div class="lobby__moment">
                <div>
                    <h3 lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h3>
                    <p class="soft small" dir="auto">{works}</p>
                </div>
                <button class="btn btn--small" name=field::TO.wire() value=(at + 1).to_string()
                    aria-label=format!("{}: {}", say!(live.jump), apart(&words.name))>{say!(live.jump)}</button>
            </div>
        </li>
    }
}

/// Asks for the way in for the phone with the cues.
#[component]
fn CuesForm(conference: ConferenceId) -> impl IntoView {
    view! {
        <form method="post" action=format!("/conference/{conference}/cues/pass")>
            <Hidden name=field::KEY value=Key::new().token()/>
            <button class="btn">{say!(live.cues_pass)}</button>
        </form>
    }
}

/// `/conference/{conference}/cues/pass`: makes the way in; the answer is the QR code. An older one ends with it.
pub async fn pass_cues(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write_again().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let Some(key) = Key::parse(fields.get(field::KEY)) else { return go(format!("/conference/{id}/present")) };
    conference.pass_cues(&mut tx, &asking.services.secrets, &key, asking.now()).await?;
    tx.commit().await?;
    let site = asking.services.settings.public_url.clone();
    let link = format!("{site}/cues/{}", key.token());
    let code = key.code();
    let title = say_in!(asking.locale, live.cues_phone);
    let page = Page::titled(title.clone()).working();
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=crate::shell::Width::Narrow>
                    <header>
                        <Back to=format!("/conference/{id}/present") words=say!(live.overview)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(live.cues_scan)}</p>
                    </header>
                    <figure class="qr"><Qr content=link.clone() title=say!(live.cues_phone)/></figure>
                    <section class="flow">
                        <h2>{say!(live.cues_type)}</h2>
                        <p>{say!(live.cues_code, address = apart(format!("{site}/grant")))}</p>
                        <ShortCode code/>
                        <details class="fold">
                            <summary>{say!(live.cues_address)}</summary>
                            <p class="letter__link" dir="ltr" translate="no">{link}</p>
                        </details>
                    </section>
                    <p class="soft">{say!(live.cues_only)}</p>
                </Main>
            }
        })
        .await)
}
