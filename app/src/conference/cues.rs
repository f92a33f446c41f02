//! `/conference/{conference}/cues`: the phone in the presenter's hand. It shows where the conference is, what the presenter
//! wanted to say there, what comes next and how much time is left, and moves it.

use http::HeaderValue;
use http::header::CACHE_CONTROL;
use kinfolio::conference::live::{CuePass, Now};
use kinfolio::field;
use kinfolio::grant::Key;
use kinfolio::id::ConferenceId;
use leptos::prelude::*;

use super::note::NoteForm;
use super::present::{TimeLeft, stitches};
use super::readable::Readable;
use super::step::led;
use crate::asking::{Asking, In, go};
use crate::cookies::with_session;
use crate::definition::words::Paragraphs;
use crate::entry::{end_session, instead};
use crate::islands::{DeviceRole, Here, Live, LiveWords};
use crate::parts::{Hidden, Icon};
use crate::refusal::{Answer, Refusal};
use crate::shell::Page;

/// `/cues/{cues}`, from the QR code: changes its token for a cookie and leaves the address at once. Where somebody else is
/// signed in, it asks first.
pub async fn by_pass(asking: Asking, In(token): In<String>) -> Answer {
    let (key, pass) = passed(&asking, &token).await?;
    match asking.on_this_device() {
        Some(viewer) if !is_own(&asking, &pass) => {
            instead::page(&asking, viewer, format!("/cues/{}", key.token())).await
        }
        _ => take(&asking, &pass).await,
    }
}

/// The button on that page.
pub async fn by_pass_instead(asking: Asking, In(token): In<String>) -> Answer {
    let (_, pass) = passed(&asking, &token).await?;
    take(&asking, &pass).await
}

async fn passed(asking: &Asking, token: &str) -> Result<(Key, CuePass), Refusal> {
    let key = Key::within(token).ok_or(Refusal::LinkEnded)?;
    let pass = CuePass::opened_by(&mut asking.read().await?, &key, asking.now()).await?.ok_or(Refusal::LinkEnded)?;
    Ok((key, pass))
}

/// Whoever leads on this very phone stays who they are.
fn is_own(asking: &Asking, pass: &CuePass) -> bool {
    asking.with_cues_of(&pass.conference_id).is_ok_and(|viewer| viewer.person_id == pass.person_id)
}

/// Makes this device the one that holds the cues.
pub(crate) async fn take(asking: &Asking, pass: &CuePass) -> Answer {
    let mut response = go(format!("/conference/{}/cues", pass.conference_id))?;
    if !is_own(asking, pass) {
        let mut tx = asking.write_again().await?;
        end_session(asking, &mut tx).await?;
        let token = pass.start(&mut tx, asking.now()).await?;
        tx.commit().await?;
        response = with_session(response, &asking.services, Some(&token));
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = led(&asking, &mut conn, &id).await?;
    let leader = asking.with_cues_of(&id)?.person_id.clone();
    let now = conference.now(&mut conn).await?.filter(|now| now.is_on(asking.now()));
    let readable = Readable::of(&mut conn, conference, student).await?;
    drop(conn);
    let page = Page::titled(say_in!(asking.locale, live.cues)).with_islands().in_the_dark();
    Ok(asking
        .page(page, move || {
            let conference = readable.conference.id.clone();
            let at = usize::try_from(now.map_or(0, |now| now.place)).unwrap_or_default();
            view! {
                {cues(&readable, now)}
                <aside class="room__aside" aria-label=say!(live.beside)>
                    <NoteForm conference=conference.clone() leader place=at cues=true/>
                    <Live conference=conference.to_string() part=DeviceRole::Cues words=LiveWords::here()/>
                </aside>
            }
        })
        .await)
}

fn cues(readable: &Readable, now: Option<Now>) -> impl IntoView + use<> {
    let moments = &readable.plan.moments;
    let place = now.and_then(|now| usize::try_from(now.place).ok()?.checked_sub(1));
    let here = place.and_then(|place| moments.get(place));
    let next = moments.get(place.map_or(0, |place| place + 1));
    let next_name = next.map(|moment| {
        view! { <p class="soft">{say!(live.next_is)} " " <bdi lang=moment.words.language.tag().to_owned()>{moment.words.name.clone()}</bdi></p> }
    });
    let body = match here {
        Some(moment) => {
            let words = &moment.words;
            let notes = if words.cue_notes.is_empty() {
                view! { <p class="soft">{say!(live.no_cues)}</p> }.into_any()
            } else {
                view! { <div class="cues said" lang=words.language.tag().to_owned() dir="auto"><Paragraphs text=words.cue_notes.clone()/></div> }.into_any()
            };
            view! {
                <h1 lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h1>
                <TimeLeft minutes_here=words.minutes minutes_all=readable.plan.minutes()/>
                {notes}
            }
            .into_any()
        }
        None => view! { <h1>{say!(live.not_begun)}</h1> }.into_any(),
    };
    let minutes = here.map_or(0, |moment| moment.words.minutes);
    view! {
        <main id="page" tabindex="-1" class="room__page cues__page" data-place=place.map_or(0, |place| place + 1).to_string() data-minutes=minutes.to_string()>
            <div class="flow">{body} {next_name}</div>
        </main>
        <div class="room__ends">{ends(readable, place)}</div>
    }
}

fn ends(readable: &Readable, place: Option<usize>) -> impl IntoView + use<> {
    let all = readable.plan.moments.len();
    let back = place.filter(|place| *place > 0).map(|place| {
        view! {
            <button class="btn btn--big" name=field::TO.wire() value=place.to_string() data-room data-way="back">
                <Icon name="arrow-start" flip=true/> {say!(conference.back)}
            </button>
        }
    });
    let (to, words) = match place {
        None => (1, say!(live.begin)),
        Some(place) if place + 1 < all => (place + 2, say!(conference.next)),
        Some(_) => (0, say!(conference.done)),
    };
    view! {
        <footer><form class="room__foot" method="post" action=format!("/conference/{}/step", readable.conference.id)>
            <Hidden name=field::THEN value="cues"/>
            {place.map(|place| stitches(readable, place))}
            <div class="room__go">
                {back}
                <button class="btn btn--primary btn--big" name=field::TO.wire() value=to.to_string() data-room data-way="next">{words}</button>
            </div>
        </form></footer>
    }
}
