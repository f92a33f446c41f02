//! `/rehearsal/{rehearsal}/moment/{number}`: one moment of a run-through. It is started and stopped by a button each; how
//! long it took is measured between the two.

use kinfolio::conference::moment::Moment;
use kinfolio::conference::rehearsal::{Felt, Pace, Ran, Stage, beside};
use kinfolio::field;
use kinfolio::id::RehearsalId;
use kinfolio::words::{Problems, limit, optional_text};
use leptos::prelude::*;

use super::{RunThrough, address};
use crate::asking::{Asking, In, go, go_saying};
use crate::conference::plan::part_words;
use crate::conference::readable::Readable;
use crate::conference::words::{minutes, starters};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, Icon, ProblemSummary, Radios, TextArea, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::when;
use crate::wording::{Locale, apart, locale_tagged};

/// One moment.
struct RunningMoment {
    run: RunThrough,
    place: usize,
    ran: Ran,
    readable: Readable,
    /// As it is planned now; gone when it was taken out since.
    moment: Option<Moment>,
    zone: String,
}

impl RunningMoment {
    async fn of(
        asking: &Asking,
        conn: &mut kinfolio::store::Conn,
        id: &RehearsalId,
        n: usize,
    ) -> Result<Self, Refusal> {
        let run = RunThrough::of(asking, conn, id).await?;
        let place = n.checked_sub(1).ok_or(Refusal::NotFound)?;
        let ran = run.ran.get(place).cloned().ok_or(Refusal::NotFound)?;
        let readable = Readable::of(conn, run.conference.clone(), run.student.clone()).await?;
        let moment = readable.plan.moments.iter().find(|moment| moment.id == ran.moment_id).cloned();
        Ok(Self { run, place, ran, readable, moment, zone: asking.viewer()?.time_zone.clone() })
    }

    /// Where this moment is, counted from 1.
    fn address(&self, n: usize) -> String {
        format!("{}/moment/{n}", address(&self.run.rehearsal.id))
    }

    /// Where it goes on: the next moment, or how it went.
    fn next(&self) -> String {
        if self.place + 1 < self.run.ran.len() { self.address(self.place + 2) } else { address(&self.run.rehearsal.id) }
    }
}

/// The page.
pub async fn page(asking: Asking, In((id, n)): In<(RehearsalId, usize)>) -> Answer {
    let desk = RunningMoment::of(&asking, &mut asking.read().await?, &id, n).await?;
    show(&asking, desk, Form::default()).await
}

/// Starts, stops, or keeps how it felt.
pub async fn step(asking: Asking, In((id, n)): In<(RehearsalId, usize)>, fields: Fields) -> Answer {
    let now = asking.now();
    let mut tx = asking.write().await?;
    let desk = RunningMoment::of(&asking, &mut tx, &id, n).await?;
    let (school, moment) = (&desk.run.student.school_id, &desk.ran.moment_id);
    let rehearsal = &desk.run.rehearsal;
    match fields.get(field::STEP) {
        "start" => rehearsal.start(&mut tx, school, moment, now).await?,
        "stop" => rehearsal.stop(&mut tx, school, moment, now).await?,
        "keep" => {
            let mut problems = Problems::default();
            let note = problems.take(field::NOTE, optional_text(fields.get(field::NOTE), limit::WORDS));
            if !problems.is_empty() {
                drop(tx);
                return show(&asking, desk, Form::again(&fields, problems)).await;
            }
            rehearsal.note(&mut tx, school, moment, (Felt::named(fields.get(field::FELT)), &note)).await?;
            let to_cues = fields.has(field::TO_CUES) && !note.is_empty();
            let added = to_cues && desk.run.conference.add_to_cues(&mut tx, moment, &note).await?;
            tx.commit().await?;
            return match (to_cues, added) {
                (true, false) => go_saying(desk.next(), Done::NoteNotInCues),
                (true, true) => go_saying(desk.next(), Done::NoteInCues),
                (false, _) => go(desk.next()),
            };
        }
        _ => {}
    }
    tx.commit().await?;
    go(desk.address(n))
}

async fn show(asking: &Asking, desk: RunningMoment, form: Form) -> Answer {
    let page = Page::titled(desk.ran.name.clone()).working().in_the_dark().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let all = desk.run.ran.len().to_string();
            let position = say!(conference.moment_of, n = (desk.place + 1).to_string(), all = all);
            // Once it was spoken, how it went comes first.
            let speaks = !matches!(desk.ran.stage(), Stage::Spoken(_));
            let words = desk.moment.as_ref().filter(|_| speaks).map(|moment| at_hand(&desk.readable, moment));
            let gone = desk.moment.is_none().then(|| view! { <p class="soft">{say!(rehearse.moment_gone)}</p> });
            let language = desk.ran.language.tag().to_owned();
            let stage = desk.ran.stage();
            let name = desk.ran.name.clone();
            let foot = if speaks { "room__foot" } else { "room__foot rehearse__foot--still" };
            view! {
                <main id="page" tabindex="-1" class="room__page">
                    <section class="room__one room__one--words"><div class="room__words">
                        <p class="room__where">{position} " · " {say!(conference.time_for_this, minutes = minutes(desk.ran.minutes))}</p>
                        <h1 lang=language dir="auto">{name}</h1>
                        {gone}
                        {words}
                        <ProblemSummary/>
                        {after(&desk, stage)}
                    </div></section>
                </main>
                <footer class=foot>{clock(&desk, stage)}</footer>
            }
        })
        .await)
}

/// What the one who leads has at hand: statements, works, cue notes, ways to begin.
fn at_hand(readable: &Readable, moment: &Moment) -> impl IntoView + use<> {
    let words = &moment.words;
    let statements = readable
        .statements_of(moment)
        .into_iter()
        .map(|line| view! { <p class="said" lang=line.language.tag().to_owned() dir="auto">{line.text.clone()}</p> })
        .collect_view();
    let works = readable.works_of(moment).into_iter().map(|card| {
        let part = readable.plan.showings_of(&moment.id).find(|of| of.work_id == card.work.id).and_then(part_words);
        let to = format!("/work/{}", card.work.id);
        view! { <li><div><a class="said" lang=card.work.language.tag().to_owned() dir="auto" href=to>{card.work.title.clone()}</a> {part.map(|part| view! { <p class="soft small">{part}</p> })}</div></li> }
    });
    let works: Vec<_> = works.collect();
    let works = (!works.is_empty()).then(|| view! { <ul class="lines">{works}</ul> });
    let language = words.language.tag().to_owned();
    let cues = (!words.cue_notes.is_empty()).then(|| {
        view! { <div class="cues said" lang=language dir="auto"><Paragraphs text=words.cue_notes.clone()/></div> }
    });
    let begin = locale_tagged(words.language.tag()).unwrap_or_else(crate::wording::locale);
    let begin = view! { <Ways language=begin moment=moment.clone()/> };
    view! { {statements} {works} {cues} {begin} }
}

#[component]
fn Ways(language: Locale, moment: Moment) -> impl IntoView {
    let rows = starters(language, moment.words.purpose)
        .into_iter()
        .map(|words| view! { <li class="said" lang=language.as_str()>{words}</li> })
        .collect_view();
    view! { <details class="fold"><summary>{say!(conference.starters)}</summary><ul class="lines">{rows}</ul></details> }
}

/// The button for now, and the ways on.
fn clock(desk: &RunningMoment, stage: Stage) -> impl IntoView + use<> {
    let here = desk.address(desk.place + 1);
    let button = |step: &'static str, class: &'static str, words: String| {
        view! { <button class=class name=field::STEP.wire() value=step>{words}</button> }
    };
    let (time, now) = match stage {
        Stage::Waiting => {
            (say!(rehearse.waiting), button("start", "btn btn--primary btn--big", say!(rehearse.start)).into_any())
        }
        Stage::Running(since) => {
            let time = when::time(since, &desk.zone);
            (
                say!(rehearse.running, time = time),
                button("stop", "btn btn--primary btn--big", say!(rehearse.stop)).into_any(),
            )
        }
        Stage::Spoken(spoken) => {
            (took(desk.ran.minutes, spoken), button("start", "btn", say!(rehearse.again)).into_any())
        }
    };
    let leave = address(&desk.run.rehearsal.id);
    let skip = (stage == Stage::Waiting).then(|| view! { <a class="btn" href=desk.next()>{say!(rehearse.skip)}</a> });
    view! {
        <p class="room__time" role="status">{time}</p>
        <form class="room__go" method="post" action=here>
            <a class="room__leave" href=leave>{say!(rehearse.finish)}</a>
            {skip}
            {now}
        </form>
    }
}

/// How long it took, beside what was planned: it informs, and nothing about it is wrong.
pub(super) fn took(planned: i64, spoken: i64) -> String {
    let time = minutes(spoken);
    match beside(planned, spoken) {
        Pace::AsPlanned => say!(rehearse.as_planned, spoken = time),
        Pace::Longer(more) => say!(rehearse.longer, spoken = time, more = minutes(more)),
        Pace::Shorter(less) => say!(rehearse.shorter, spoken = time, less = minutes(less)),
    }
}

/// After a moment was spoken: how it felt, and what to change.
fn after(desk: &RunningMoment, stage: Stage) -> Option<impl IntoView + use<>> {
    let Stage::Spoken(_) = stage else { return None };
    let felt = Felt::ALL.iter().map(|felt| Choice::new(felt.as_str(), felt_words(*felt))).collect();
    let value = desk.ran.felt.map(|felt| felt.as_str().to_owned());
    let note = (!desk.ran.note.is_empty()).then(|| desk.ran.note.clone());
    let to_cues = desk
        .moment
        .is_some()
        .then(|| view! { <Ticks name=field::TO_CUES label=say!(rehearse.and_then) choices=vec![Choice::new("yes", say!(rehearse.to_cues))]/> });
    let next = if desk.place + 1 < desk.run.ran.len() { say!(rehearse.next) } else { say!(rehearse.finish) };
    Some(view! {
        <form class="flow rehearse__after" method="post" action=desk.address(desk.place + 1)>
            <Radios name=field::FELT label=say!(rehearse.felt) choices=felt value/>
            <TextArea name=field::NOTE label=say!(rehearse.note) hint=say!(rehearse.note_hint) value=note rows=2 optional=true/>
            {to_cues}
            <div class="actions">
                <button class="btn btn--primary btn--big" name=field::STEP.wire() value="keep">{next} " " <Icon name="arrow-end" flip=true/></button>
            </div>
        </form>
    })
}

/// How a moment felt, in words.
pub(super) fn felt_words(felt: Felt) -> String {
    match felt {
        Felt::TooLong => say!(rehearse.felt_too_long),
        Felt::JustRight => say!(rehearse.felt_just_right),
        Felt::TooShort => say!(rehearse.felt_too_short),
    }
}

/// A moment's name, set apart.
pub(super) fn name_of(ran: &Ran) -> String {
    apart(&ran.name)
}
