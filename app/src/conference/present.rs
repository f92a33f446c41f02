//! `/conference/{conference}/present/{n}`: one moment at a time, in a dark room. Every moment has an address of its own
//! and plain links lead from one to the next; the [`Presenter`] makes it quicker and keeps the time.

use kinfolio::conference::moment::Moment;
use kinfolio::id::ConferenceId;
use kinfolio::markdown::glimpse;
use kinfolio::policy::Action;
use kinfolio::work::{Picture, Revision, Width, WorkCard};
use leptos::prelude::*;

use super::plan::Readable;
use super::words::{minutes, stitch_class};
use super::{Presenter, PresenterWords, found};
use crate::asking::{Asking, In, go};
use crate::definition::words::{Agreed, Paragraphs};
use crate::parts::{Icon, Prose};
use crate::refusal::{Answer, Refusal};
use crate::shell::Page;
use crate::wording::apart;

/// One work of a moment, as it is shown.
struct Shown {
    card: WorkCard,
    revision: Revision,
}

/// One moment.
pub async fn page(asking: Asking, In((id, n)): In<(ConferenceId, usize)>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    if readable.plan.moments.is_empty() {
        return go(format!("/conference/{id}"));
    }
    let place = n.checked_sub(1).ok_or(Refusal::NotFound)?;
    let moment = readable.plan.moments.get(place).cloned().ok_or(Refusal::NotFound)?;
    let mut works = Vec::new();
    for card in readable.works_of(&moment) {
        if let Some(revision) = card.work.latest(&mut conn).await? {
            works.push(Shown { card: card.clone(), revision });
        }
    }
    drop(conn);
    let page = Page::titled(moment.words.name.clone()).with_islands().in_the_dark();
    Ok(asking.page(page, move || room(readable, place, moment, works)).await)
}

fn room(readable: Readable, place: usize, moment: Moment, works: Vec<Shown>) -> impl IntoView {
    let head = head(&readable, place, &moment, works.is_empty());
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
            view! { <section class=class>{show}<div class="room__words">{story(shown, false)}</div></section> }
        })
        .collect_view();
    view! {
        <main id="page" tabindex="-1" class="room__page" data-moment=(place + 1).to_string() data-minutes=moment.words.minutes.to_string()>
            <section class=class>{show}<div class="room__words">{head}{beside}</div></section>
            {more}
        </main>
        {foot(&readable, place, &moment)}
        <Presenter conference=readable.conference.id.to_string() words=PresenterWords::here()/>
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
        {large}
    }
}

/// A work at its best: its first picture big, the others beneath.
fn pictures(pictures: &[Picture]) -> Option<impl IntoView + use<>> {
    (!pictures.is_empty()).then(|| {
        let figures = pictures
            .iter()
            .map(|picture| {
                view! {
                    <img src=picture.address(Width::Large) srcset=picture.addresses() sizes="(min-width: 60rem) 60vw, 100vw"
                        width=picture.width.to_string() height=picture.height.to_string() alt=picture.description.clone()/>
                }
            })
            .collect_view();
        view! { <div class="room__show">{figures}</div> }
    })
}

/// What the student says about a work. Beside its pictures the reflection comes first, and the whole text unfolds;
/// without pictures the text is the work.
fn story(shown: &Shown, named: bool) -> impl IntoView + use<> {
    let work = &shown.card.work;
    let Revision { text, reflection, pictures, .. } = &shown.revision;
    let language = work.language.clone();
    let tag = language.tag().to_owned();
    let title = (!named).then(|| view! { <h2 class="said" lang=tag.clone() dir="auto">{work.title.clone()}</h2> });
    let reflection = (!reflection.is_empty()).then(|| {
        view! { <div class="said" lang=tag dir="auto"><Paragraphs text=reflection.clone()/></div> }
    });
    let prose = (!text.is_empty()).then(|| view! { <Prose text=text.clone() language/> });
    if pictures.is_empty() {
        return view! { {title} {prose} {reflection} }.into_any();
    }
    let prose = prose.map(|prose| {
        view! { <details class="fold"><summary>{say!(conference.read)}</summary>{prose}</details> }
    });
    view! { {title} {reflection} {prose} }.into_any()
}

/// Time, as a row of stitches; and the ways on and back.
fn foot(readable: &Readable, place: usize, moment: &Moment) -> impl IntoView + use<> {
    let here = format!("/conference/{}", readable.conference.id);
    let last = readable.plan.moments.len().saturating_sub(1);
    let at = |n: usize| format!("{here}/present/{n}");
    let stitches = readable
        .plan
        .moments
        .iter()
        .enumerate()
        .map(|(other, moment)| stitch(moment, other, place, &here))
        .collect_view();
    let previous = (place > 0).then(|| {
        view! { <a class="btn btn--big" rel="prev" data-room href=at(place)><Icon name="arrow-start" flip=true/> {say!(conference.back)}</a> }
    });
    let next = if place < last {
        view! { <a class="btn btn--big" rel="next" data-room href=at(place + 2)>{say!(conference.next)} <Icon name="arrow-end" flip=true/></a> }
            .into_any()
    } else {
        view! { <a class="btn btn--big" rel="next" href=here.clone()>{say!(conference.done)} <Icon name="check"/></a> }
            .into_any()
    };
    let back_side = (place > 0).then(|| side("room__side--back", at(place)));
    let next_side = (place < last).then(|| side("room__side--next", at(place + 2)));
    let words = &moment.words;
    let cues = (!words.cue_notes.is_empty()).then(|| {
        view! {
            <details class="fold room__cues">
                <summary>{say!(conference.my_cues)}</summary>
                <div class="cues said" lang=words.language.tag().to_owned() dir="auto"><Paragraphs text=words.cue_notes.clone()/></div>
            </details>
        }
    });
    let left = (0..=words.minutes).map(|left| view! { <li>{left_words(left)}</li> }).collect_view();
    let whole = say!(conference.whole, spent = "{spent}", minutes = minutes(readable.plan.minutes()));
    view! {
        {back_side}
        {next_side}
        <footer class="room__foot">
            <ol class="stitches" aria-label=say!(conference.row)>{stitches}</ol>
            <p class="room__time" data-whole=whole>{say!(conference.time_for_this, minutes = minutes(words.minutes))}</p>
            <ol hidden data-left>{left}</ol>
            <div class="room__go">
                <a class="room__leave" href=here.clone()>{say!(conference.leave)}</a>
                {previous}
                {next}
            </div>
            {cues}
        </footer>
    }
}

fn left_words(left: i64) -> String {
    if left == 0 { say!(conference.left_none) } else { say!(conference.left, count = left) }
}

fn stitch(moment: &Moment, place: usize, now: usize, here: &str) -> impl IntoView + use<> {
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
            <a href=format!("{here}/present/{}", place + 1) data-room aria-label=label.clone() title=label>{thread}</a>
        </li>
    }
}

/// A side of the screen to tap. The buttons say the same, so nobody has to be told of it twice.
fn side(class: &'static str, to: String) -> impl IntoView {
    view! { <a class=format!("room__side {class}") data-room href=to tabindex="-1" aria-hidden="true"></a> }
}
