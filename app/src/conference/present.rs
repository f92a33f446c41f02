//! `/conference/{conference}/present/{n}`: one moment at a time, in a dark room. Every moment has an address of its own, and
//! buttons lead from one to the next; [`Live`] makes it quicker, keeps the time and the others in step.

use kinfolio::commitment::Commitment;
use kinfolio::conference::moment::{Moment, Support};
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::markdown::glimpse;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::work::Revision;
use leptos::prelude::*;

use super::found;
use super::note::NoteForm;
use super::readable::Readable;
use super::shown::{Shown, pictures, story};
use super::words::{minutes, stitch_class};
use crate::asking::{Asking, In, go};
use crate::commitment::LastTime;
use crate::definition::words::{Agreed, Paragraphs};
use crate::islands::{DeviceRole, Here, Live, LiveWords};
use crate::parts::{Icon, Player};
use crate::refusal::{Answer, Refusal};
use crate::shell::Page;
use crate::wording::apart;

/// One moment; the 0th is the end.
pub async fn page(asking: Asking, In((id, n)): In<(ConferenceId, usize)>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    if readable.plan.moments.is_empty() {
        return go(format!("/conference/{id}"));
    }
    let Some(place) = n.checked_sub(1) else {
        drop(conn);
        let page = Page::titled(say_in!(asking.locale, live.thanks)).with_islands().in_the_dark();
        return Ok(asking.page(page, move || the_end(readable)).await);
    };
    let moment = readable.plan.moments.get(place).cloned().ok_or(Refusal::NotFound)?;
    let works = Shown::of(&mut conn, &readable, &moment).await?;
    let last_time = opening(&mut conn, &readable, place).await?;
    drop(conn);
    let (leader, zone) = (asking.viewer()?.person_id.clone(), asking.viewer()?.time_zone.clone());
    let page = Page::titled(moment.words.name.clone()).with_islands().in_the_dark();
    Ok(asking
        .page(page, move || {
            let conference = readable.conference.id.clone();
            view! {
                {room(&readable, place, moment, works, view! { <LastTime commitments=last_time zone/> }.into_any())}
                <aside class="room__aside" aria-label=say!(live.beside)>
                    <NoteForm conference=conference.clone() leader place=place + 1/>
                    <super::offline::Offline conference=conference.clone()/>
                    <Live conference=conference.to_string() part=DeviceRole::Present words=LiveWords::here()/>
                </aside>
            }
        })
        .await)
}

/// After the last moment: nothing but thanks, and the way out.
fn the_end(readable: Readable) -> impl IntoView {
    let here = format!("/conference/{}", readable.conference.id);
    let last = readable.plan.moments.len().to_string();
    view! {
        <main id="page" tabindex="-1" class="room__page" data-place="0">
            <section class="room__one room__one--words"><div class="room__words">
                <h1>{say!(live.thanks)}</h1>
                <p class="said">{say!(live.thanks_more)}</p>
            </div></section>
        </main>
        <div class="room__ends"><footer class="room__foot">
            <form class="room__go" method="post" action=format!("{here}/step")>
                <a class="room__leave" href=here.clone()>{say!(conference.leave)}</a>
                <button class="btn btn--big" name=field::TO.wire() value=last data-room data-way="back">
                    <Icon name="arrow-start" flip=true/> {say!(conference.back)}
                </button>
            </form>
        </footer></div>
        <aside class="room__aside" aria-label=say!(live.beside)>
            <Live conference=readable.conference.id.to_string() part=DeviceRole::Present words=LiveWords::here()/>
        </aside>
    }
}

/// The first moment opens with what was promised last time.
pub(super) async fn opening(conn: &mut Conn, readable: &Readable, place: usize) -> Result<Vec<Commitment>, Refusal> {
    if place > 0 { Ok(Vec::new()) } else { Ok(readable.conference.commitments_of_last_time(conn).await?) }
}

fn room(
    readable: &Readable,
    place: usize,
    moment: Moment,
    works: Vec<Shown>,
    opening: AnyView,
) -> impl IntoView + use<> {
    let head = head(readable, place, &moment, works.is_empty());
    let spoken = readable.statements_of(&moment);
    let lines: usize = spoken.iter().map(|line| line.text.chars().count()).sum();
    let words = words_class(works.first().map_or(lines, amount) + moment.words.opening_words.chars().count());
    let lone = works.len() == 1;
    let mut works = works.iter();
    let first = works.next();
    let beside = first.map(|shown| story(shown, lone && shown.card.work.title == moment.words.name));
    let show = first.and_then(|shown| pictures(&shown.revision.pictures));
    let class = if show.is_some() { "room__one" } else { "room__one room__one--words" };
    let more = works
        .map(|shown| {
            let show = pictures(&shown.revision.pictures);
            let class = if show.is_some() { "room__one" } else { "room__one room__one--words" };
            view! { <section class=class>{show}{pieces(words_class(amount(shown)), story(shown, false))}</section> }
        })
        .collect_view();
    view! {
        <main id="page" tabindex="-1" class="room__page" data-place=(place + 1).to_string() data-minutes=moment.words.minutes.to_string()>
            <section class=class>{show}{pieces(words, view! { {head}{beside}{opening} })}</section>
            {more}
        </main>
        <div class="room__ends">{ends(readable, place, &moment)}</div>
    }
}

/// Words that go on to a further piece where they do not fit.
fn pieces(class: &'static str, words: impl IntoView) -> impl IntoView {
    view! { <div class=class tabindex="0" data-more=say!(live.piece_next) data-before=say!(live.piece_before)>{words}</div> }
}

/// How much there is to read of a work.
fn amount(shown: &Shown) -> usize {
    let Revision { text, reflection, pictures, .. } = &shown.revision;
    // Beside pictures the text unfolds.
    reflection.chars().count() + if pictures.is_empty() { text.chars().count() } else { 0 }
}

/// Much to read is set smaller; what still does not fit goes on to a further piece (`present.css`).
fn words_class(characters: usize) -> &'static str {
    match characters {
        0..=160 => "room__words",
        161..=420 => "room__words room__words--much",
        _ => "room__words room__words--most",
    }
}

/// Where we are, and the moment's name. Without a work to look at, what the moment speaks for is the thing to look at.
fn head(readable: &Readable, place: usize, moment: &Moment, alone: bool) -> impl IntoView + use<> {
    let all = readable.plan.moments.len().to_string();
    let position = say!(conference.moment_of, n = (place + 1).to_string(), all = all);
    let statements = readable.statements_of(moment);
    let spoken = |line: &&kinfolio::definition::Statement| {
        format!(" · {}", say!(conference.speaks_for, words = apart(glimpse(&line.text, 60))))
    };
    let small: String = if alone { String::new() } else { statements.iter().map(spoken).collect() };
    let large = alone.then(|| {
        let lines =
            statements.iter().map(|line| view! { <Agreed text=line.text.clone() language=line.language.clone()/> });
        lines.collect_view()
    });
    let language = moment.words.language.tag().to_owned();
    view! {
        <p class="room__where" dir="auto">{position} {small}</p>
        <h1 lang=language dir="auto">{moment.words.name.clone()}</h1>
        {opening_of(moment)}
        {speech_of(moment)}
        {large}
    }
}

/// The recording a moment opens with, and what is said in it.
pub(super) fn opening_of(moment: &Moment) -> Option<impl IntoView + use<>> {
    let words = &moment.words;
    let said = (!words.opening_words.is_empty()).then(
        || view! { <p class="said" lang=words.language.tag().to_owned() dir="auto">{words.opening_words.clone()}</p> },
    );
    let sound = words.opening_id.clone()?;
    Some(view! { <Player sound name=apart(&words.name)/> {said} })
}

/// Where the student chose that the device speaks: what it says, behind a button that shows once there is a script.
pub(super) fn speech_of(moment: &Moment) -> Option<impl IntoView + use<>> {
    let words = &moment.words;
    let spoken = if words.opening_words.is_empty() { &words.cue_notes } else { &words.opening_words };
    let speaks = words.supports.0.contains(&Support::DeviceSpeech) && !spoken.is_empty();
    speaks.then(|| {
        let language = words.language.tag().to_owned();
        view! {
            <button type="button" class="btn room__speak" data-speak=spoken.clone() data-lang=language>
                <Icon name="speak"/> {say!(live.speak)}
            </button>
        }
    })
}

/// Time, as a row of stitches; and the ways on and back.
fn ends(readable: &Readable, place: usize, moment: &Moment) -> impl IntoView + use<> {
    let here = format!("/conference/{}", readable.conference.id);
    let last = readable.plan.moments.len().saturating_sub(1);
    let stitches = stitches(readable, place);
    let previous = (place > 0).then(|| {
        view! {
            <button class="btn btn--big" name=field::TO.wire() value=place.to_string() data-room data-way="back">
                <Icon name="arrow-start" flip=true/> {say!(conference.back)}
            </button>
        }
    });
    let next = if place < last {
        view! {
            <button class="btn btn--big" name=field::TO.wire() value=(place + 2).to_string() data-room data-way="next">
                {say!(conference.next)} <Icon name="arrow-end" flip=true/>
            </button>
        }
        .into_any()
    } else {
        view! {
            <button class="btn btn--big" name=field::TO.wire() value="0" data-room data-way="next">
                {say!(conference.done)} <Icon name="check"/>
            </button>
        }
        .into_any()
    };
    let back_side = (place > 0).then(|| side("back", place));
    let next_side = (place < last).then(|| side("next", place + 2));
    let words = &moment.words;
    let cues = (!words.cue_notes.is_empty()).then(|| {
        view! {
            <details class="fold room__cues">
                <summary>{say!(conference.my_cues)}</summary>
                <div class="cues said" lang=words.language.tag().to_owned() dir="auto"><Paragraphs text=words.cue_notes.clone()/></div>
            </details>
        }
    });
    view! {
        <form method="post" action=format!("{here}/step")>
            {back_side}
            {next_side}
            <footer class="room__foot">
                {stitches}
                <TimeLeft minutes_here=words.minutes minutes_all=readable.plan.minutes()/>
                <div class="room__go">
                    <a class="room__leave" data-overview href=format!("{here}/present")>{say!(live.overview)}</a>
                    {previous}
                    {next}
                </div>
                {cues}
            </footer>
        </form>
    }
}

/// How much time is left: said in whole minutes, and never with an alarm.
#[component]
pub(super) fn TimeLeft(minutes_here: i64, minutes_all: i64) -> impl IntoView {
    let left = (0..=minutes_here).map(|left| view! { <li>{left_words(left)}</li> }).collect_view();
    let whole = say!(conference.whole, spent = "{spent}", minutes = minutes(minutes_all));
    view! {
        <p class="room__time" data-whole=whole>{say!(conference.time_for_this, minutes = minutes(minutes_here))}</p>
        <ol hidden data-left>{left}</ol>
    }
}

fn left_words(left: i64) -> String {
    if left == 0 { say!(conference.left_none) } else { say!(conference.left, count = left) }
}

/// The moments as a row of stitches, each a way to jump.
pub(super) fn stitches(readable: &Readable, now: usize) -> impl IntoView + use<> {
    let row = readable.plan.moments.iter().enumerate().map(|(place, moment)| stitch(moment, place, now)).collect_view();
    view! { <ol class="stitches" aria-label=say!(conference.row)>{row}</ol> }
}

fn stitch(moment: &Moment, place: usize, now: usize) -> impl IntoView + use<> {
    let was = if place < now { " was" } else { "" };
    let class = format!("{}{was}", stitch_class(moment.words.minutes));
    let time = minutes(moment.words.minutes);
    let label = say!(conference.stitch, n = (place + 1).to_string(), name = apart(&moment.words.name), minutes = time);
    let thread = if place == now {
        view! { <progress value="0" max=(moment.words.minutes * 60).to_string() aria-hidden="true"></progress> }
            .into_any()
    } else {
        view! { <i></i> }.into_any()
    };
    view! {
        <li class=class aria-current=(place == now).then_some("step")>
            <button name=field::TO.wire() value=(place + 1).to_string() data-room aria-label=label.clone() title=label>{thread}</button>
        </li>
    }
}

/// A side of the screen to tap. The buttons say the same, so nobody has to be told of it twice.
fn side(way: &'static str, to: usize) -> impl IntoView {
    let class = if way == "next" { "room__side room__side--next" } else { "room__side room__side--back" };
    view! { <button class=class name=field::TO.wire() value=to.to_string() data-room data-way=way tabindex="-1" aria-hidden="true"></button> }
}
