//! `/conference/{conference}/follow`: for whoever looks on, in the room or far away: what is shown now, in their own
//! language, with everything said in words that can be seen. It keeps step, and lets everybody look back.

use kinfolio::commitment::Commitment;
use kinfolio::conference::live::Now;
use kinfolio::conference::moment::Moment;
use kinfolio::conference::reply::Starter;
use kinfolio::field;
use kinfolio::id::{ConferenceId, ReplyId};
use kinfolio::person::Viewer;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::present::{opening, opening_of};
use super::readable::Readable;
use super::shown::{Shown, pictures, story};
use super::words::{starter_words, title};
use super::{found, place};
use crate::asking::{Asking, In};
use crate::commitment::LastTime;
use crate::definition::words::Agreed;
use crate::islands::{DeviceRole, Here, Live, LiveWords, Outbox, OutboxWords};
use crate::parts::{Choice, Hidden, Icon, LanguageField, Radios, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
use crate::when;
use crate::wording::apart;

/// What is shown now.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    follow(&asking, &id, None).await
}

/// `/conference/{conference}/follow/{number}`: another moment, to look back at.
pub async fn look_back(asking: Asking, In((id, number)): In<(ConferenceId, usize)>) -> Answer {
    follow(&asking, &id, Some(number)).await
}

/// What whoever follows sees.
struct Seen {
    readable: Readable,
    now: Option<Now>,
    /// Whether the conference goes on.
    on: bool,
    moment: Option<(usize, Moment, Vec<Shown>)>,
    /// What was promised last time, where the first moment is shown.
    last_time: Vec<Commitment>,
    looks_back: bool,
    /// Whether its time has passed: nobody waits for it to begin.
    is_over: bool,
    /// Whether whoever follows can say something back now.
    may_reply: bool,
}

impl Seen {
    /// The place the conference is at, as pages count: 0 before and after.
    fn live_place(&self) -> usize {
        let now = self.now.filter(|_| self.on);
        now.and_then(|now| usize::try_from(now.place).ok()).unwrap_or_default()
    }

    fn is_dark(&self) -> bool {
        self.on && !self.looks_back && self.now.is_some_and(|now| now.dark == 1)
    }
}

async fn follow(asking: &Asking, id: &ConferenceId, number: Option<usize>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(asking, &mut conn, id, Action::SeeConference).await?;
    let now = conference.now(&mut conn).await?;
    let on = now.is_some_and(|now| now.is_on(asking.now()));
    let is_over = !on && conference.is_over(asking.now());
    let may_reply = student.standing.may_at_all(Action::Reply)
        && conference.is_open_for_replies(asking.now(), &asking.viewer()?.time_zone);
    let readable = Readable::of(&mut conn, conference, student).await?;
    let looks_back = number.is_some();
    let mut seen = Seen { readable, now, on, moment: None, last_time: Vec::new(), looks_back, is_over, may_reply };
    let shown = number.unwrap_or_else(|| seen.live_place());
    if let Some(at) = shown.checked_sub(1) {
        let moment = seen.readable.plan.moments.get(at).cloned();
        match moment {
            Some(moment) => {
                let works = Shown::of(&mut conn, &seen.readable, &moment).await?;
                seen.last_time = opening(&mut conn, &seen.readable, at).await?;
                seen.moment = Some((at, moment, works));
            }
            None if seen.looks_back => return Err(Refusal::NotFound),
            None => {}
        }
    } else if seen.looks_back {
        return Err(Refusal::NotFound);
    }
    drop(conn);
    let heading = title(asking.locale, &seen.readable.student);
    let viewer = asking.viewer()?.clone();
    let opened = super::reply::opened_now(asking, id)?;
    let page = Page::titled(heading.clone()).at(place(&seen.readable.student)).with_islands().heard().looked_at_again();
    Ok(asking
        .page(page, move || {
            let conference = seen.readable.conference.id.clone();
            let reply = seen.may_reply.then(|| {
                view! { <QuickReply conference viewer=viewer.clone() opened/> }
            });
            view(seen, heading, viewer.time_zone, reply)
        })
        .await)
}

fn view(seen: Seen, heading: String, zone: String, reply: Option<impl IntoView + 'static>) -> impl IntoView {
    let conference = seen.readable.conference.id.clone();
    let (at, dark) = (seen.live_place(), seen.is_dark());
    let body = match &seen.moment {
        Some(_) if dark => view! { <Waiting heading words=say!(live.look_up)/> }.into_any(),
        Some((place, moment, works)) => {
            let last_time = seen.last_time.clone();
            view! { {shown(&seen, *place, moment, works)} <LastTime commitments=last_time zone=zone.clone()/> }
                .into_any()
        }
        None if seen.is_over || seen.now.is_some_and(|now| now.place == 0) => after(&seen, heading).into_any(),
        None => {
            let day = when::day_and_time(seen.readable.conference.facts.starts_at, &zone);
            view! { <Waiting heading words=say!(live.waiting, day = day)/> }.into_any()
        }
    };
    view! {
        <Main width=Width::Narrow place=at.to_string() dark>
            {body}
        </Main>
        <aside class="page page--narrow follow__aside" aria-label=say!(live.beside)>
            {reply}
            <Live conference=conference.to_string() part=DeviceRole::Follow words=LiveWords::here()/>
        </aside>
    }
}

/// Nothing to look at just now.
#[component]
fn Waiting(heading: String, words: String) -> impl IntoView {
    view! {
        <header><h1>{heading}</h1><p class="lead" role="status">{words}</p></header>
        <p class="soft">{say!(live.by_itself)}</p>
    }
}

/// The conference is over: thanks, and the ways to answer.
fn after(seen: &Seen, heading: String) -> impl IntoView + use<> {
    let here = format!("/conference/{}", seen.readable.conference.id);
    let answers = seen.may_reply;
    let name = apart(seen.readable.student.called());
    view! {
        <header>
            <h1>{heading}</h1>
            <p class="lead" role="status">{say!(live.over)}</p>
        </header>
        <p class="actions">
            {answers.then(|| view! { <a class="btn btn--family btn--big" href=format!("{here}#reply")>{say!(live.answer_now, name = name)}</a> })}
            <a class="btn" href=format!("{here}/follow/1")>{say!(live.step_by_step)}</a>
            <a class="btn" href=here.clone()>{say!(live.whole_plan)}</a>
        </p>
    }
}

/// A moment, in light, with all that is said about it.
fn shown(seen: &Seen, at: usize, moment: &Moment, works: &[Shown]) -> impl IntoView + use<> {
    let here = format!("/conference/{}/follow", seen.readable.conference.id);
    let all = seen.readable.plan.moments.len();
    let position = say!(conference.moment_of, n = (at + 1).to_string(), all = all.to_string());
    let statements = seen
        .readable
        .statements_of(moment)
        .into_iter()
        .map(|line| view! { <Agreed text=line.text.clone() language=line.language.clone()/> })
        .collect_view();
    let works = works
        .iter()
        .map(|shown| {
            let described: Vec<_> = shown
                .revision
                .pictures
                .iter()
                .filter(|picture| !picture.description.is_empty())
                .map(|picture| view! { <p class="soft small" dir="auto">{picture.description.clone()}</p> })
                .collect();
            view! { <section class="follow__work flow">{pictures(&shown.revision.pictures)} {described} {story(shown, false)}</section> }
        })
        .collect_view();
    let elsewhere = (seen.on && seen.live_place() != at + 1).then(|| {
        view! {
            <p class="notice notice--info"><Icon name="info"/>
                <span>{say!(live.is_at, n = seen.live_place().to_string())} " " <a href=here.clone()>{say!(live.go_there)}</a></span>
            </p>
        }
    });
    let back = (at > 0).then(|| view! { <a class="btn" href=format!("{here}/{at}")>{say!(live.look_back)}</a> });
    let live = seen.live_place();
    let on = (seen.looks_back && at + 1 < all && (at + 2 <= live || !seen.on))
        .then(|| view! { <a class="btn btn--primary" href=format!("{here}/{}", at + 2)>{say!(conference.next)}</a> });
    // Who went through it at home has come to where the family answers.
    let answer = (at + 1 == all && !seen.on && seen.may_reply).then(|| {
        let (name, to) =
            (apart(seen.readable.student.called()), format!("/conference/{}#reply", seen.readable.conference.id));
        view! { <a class="btn btn--family" href=to>{say!(live.answer_now, name = name)}</a> }
    });
    let return_ = (seen.looks_back && seen.on)
        .then(|| view! { <a class="btn btn--primary" href=here.clone()>{say!(live.return_)}</a> });
    let words = &moment.words;
    let meanwhile = (!words.others_do.is_empty()).then(|| {
        view! { <p><span class="soft">{say!(plan.others_do_short)}</span> " " <bdi lang=words.language.tag().to_owned() class="said">{words.others_do.clone()}</bdi></p> }
    });
    view! {
        {elsewhere}
        <header>
            <p class="soft" role="status">{position}</p>
            <h1 class="said" lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h1>
        </header>
        {opening_of(moment)}
        {meanwhile}
        {statements}
        {works}
        <p class="actions">{back} {on} {answer} {return_}</p>
    }
}

/// A few words while it goes on; without the network they wait on the device. Talking has a page of its own.
#[component]
fn QuickReply(conference: ConferenceId, viewer: Viewer, opened: String) -> impl IntoView {
    let starters = Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect();
    let here = format!("/conference/{conference}/reply");
    view! {
        <details class="fold">
            <summary>{say!(conference.reply)}</summary>
            <form class="flow" method="post" action=here.clone()>
                <Hidden name=field::ID value=ReplyId::new().to_string()/>
                <Hidden name=field::OPENED value=opened/>
                <Radios name=field::STARTER label=say!(conference.reply_starter) choices=starters/>
                <TextArea name=field::TEXT label=say!(conference.reply_text) rows=3/>
                <LanguageField own=viewer.languages.clone() guess=true/>
                <div class="actions">
                    <button class="btn btn--family">{say!(conference.reply_send)}</button>
                    <a class="btn btn--quiet" href=here.clone()>{say!(commitment.talk_or_write)}</a>
                </div>
                <Outbox person=viewer.person_id.to_string() words=OutboxWords::here()/>
            </form>
        </details>
    }
}
