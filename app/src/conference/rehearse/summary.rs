//! `/rehearsal/{rehearsal}`: how a run-through went, planned beside spoken; taking its minutes over; the recording and who
//! hears it; the partner and what they say.

use kinfolio::conference::rehearsal::{PartnerFeedback, Ran, Recorded, Rehearsal};
use kinfolio::field;
use kinfolio::id::{RehearsalId, WorkId};
use kinfolio::person::Person;
use kinfolio::policy::Audience;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::{Work, WorkFile};
use leptos::prelude::*;

use super::partner::{Said, starter_words};
use super::run::{felt_words, name_of, took};
use super::{RunThrough, address};
use crate::asking::{Asking, In, go_saying};
use crate::conference::place;
use crate::conference::words::{minutes, stitch_class};
use crate::fields::Fields;
use crate::form::Form;
use crate::media::{Bytes, SOUND};
use crate::parts::{Back, Choice, ProblemSummary, Radios, SelectField, SoundField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::work::files::Files;

/// Everything the page shows.
struct Summary {
    run: RunThrough,
    feedback: Vec<PartnerFeedback>,
    fellows: Vec<Person>,
    /// The student's works that hold a video.
    films: Vec<Work>,
    /// The videos of this run-through.
    videos: Vec<WorkFile>,
    zone: String,
}

impl Summary {
    async fn of(asking: &Asking, conn: &mut kinfolio::store::Conn, id: &RehearsalId) -> Result<Self, Refusal> {
        let run = RunThrough::of(asking, conn, id).await?;
        let feedback = run.rehearsal.feedback(conn, &run.student.school_id).await?;
        let fellows = run.student.classmates(conn).await?;
        let films = Work::films(conn, &run.student).await?;
        let videos = run.rehearsal.videos(conn, &run.student).await?;
        Ok(Self { run, feedback, fellows, films, videos, zone: asking.viewer()?.time_zone.clone() })
    }
}

/// The page.
pub async fn page(asking: Asking, In(id): In<RehearsalId>) -> Answer {
    let summary = Summary::of(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, summary, Form::default()).await
}

/// `/rehearsal/{rehearsal}/minutes`: the plan takes over the minutes that were spoken.
pub async fn take_over(asking: Asking, In(id): In<RehearsalId>) -> Answer {
    let mut tx = asking.write().await?;
    let run = RunThrough::of(&asking, &mut tx, &id).await?;
    run.conference.take_over(&mut tx, &run.ran).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{}#plan", run.conference.id), Done::MinutesTakenOver)
}

/// `/rehearsal/{rehearsal}/recording`: keeps a recording, and says who hears it.
pub async fn record(asking: Asking, In(id): In<RehearsalId>, fields: Fields) -> Answer {
    if Bytes::come_with(&fields) {
        RunThrough::of(&asking, &mut asking.read().await?, &id).await?;
    }
    let mut problems = Problems::default();
    let bytes = Bytes::of(&asking, &fields, &mut problems).await;
    let mut tx = asking.write().await?;
    let summary = Summary::of(&asking, &mut tx, &id).await?;
    let run = &summary.run;
    let (sound, _) = bytes.brought(&mut tx, &asking, &fields, (run.rehearsal.sound_id.as_ref(), None)).await?;
    let transcript = problems.take(field::TRANSCRIPT, optional_text(fields.get(field::TRANSCRIPT), limit::WORDS));
    let audience = Audience::named(fields.get(field::HEARD_BY)).filter(|audience| *audience != Audience::Conference);
    if audience.is_none() {
        problems.note(field::HEARD_BY, Problem::Choose);
    }
    let film: Option<WorkId> = fields.parsed(field::FILM);
    if !fields.get(field::FILM).is_empty() && !summary.films.iter().any(|work| Some(&work.id) == film.as_ref()) {
        problems.note(field::FILM, Problem::Choose);
    }
    if let (Some(audience), true) = (audience, problems.is_empty()) {
        let recorded = Recorded { sound, transcript, film, audience };
        let before = asking.before(&mut tx, SeenAct::ShareRehearsal, &id).await?;
        run.rehearsal.record(&mut tx, &run.student.school_id, &recorded).await?;
        return asking.done(tx, before, format!("{}#recording", address(&id)), Done::Saved).await;
    }
    // A recording that came with it is not made twice.
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    let mut values = fields.values.clone();
    if let Some(sound) = sound {
        values.set(SOUND.kept, sound.to_string());
        values.forget(SOUND.leave);
    }
    show(&asking, summary, Form::again(&values, problems)).await
}

/// `/rehearsal/{rehearsal}/partner`: asks a fellow student to listen, or nobody.
pub async fn ask_partner(asking: Asking, In(id): In<RehearsalId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let summary = Summary::of(&asking, &mut tx, &id).await?;
    let wanted = fields.parsed(field::PARTNER);
    let before = asking.before(&mut tx, SeenAct::ShareRehearsal, &id).await?;
    let asked = summary.run.rehearsal.ask_partner(&mut tx, &summary.run.student, wanted.as_ref()).await?;
    if !asked && !fields.get(field::PARTNER).is_empty() {
        drop(tx);
        let problems = Problems::from([(field::PARTNER, Problem::Choose)]);
        return show(&asking, summary, Form::again(&fields, problems)).await;
    }
    let said = if asked { Done::PartnerAsked } else { Done::Saved };
    asking.done(tx, before, format!("{}#partner", address(&id)), said).await
}

/// `/rehearsal/{rehearsal}/take-back`: the student takes it back; what a partner said about it stays.
pub async fn take_back(asking: Asking, In(id): In<RehearsalId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let run = RunThrough::of(&asking, &mut tx, &id).await?;
    if run.rehearsal.withdrawn_at.is_some() {
        return Err(Refusal::NotFound);
    }
    seen(&fields)?;
    let name = when::day_and_time(run.rehearsal.started_at, &asking.viewer()?.time_zone);
    let became = BinKind::Rehearsal.throw_away(&mut tx, asking.viewer()?, &id, &name, asking.now()).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{}/rehearse", run.conference.id), thrown(&became))
}

async fn show(asking: &Asking, summary: Summary, form: Form) -> Answer {
    let title = say_in!(asking.locale, rehearse.how_it_went);
    let page = Page::titled(title.clone()).at(place(&summary.run.student)).with_islands().with_form(form);
    Ok(asking
        .page(page, move || {
            let Summary { run, feedback, fellows, films, videos, zone } = summary;
            let back = format!("/conference/{}", run.conference.id);
            let day = when::day_and_time(run.rehearsal.started_at, &zone);
            let kept = if run.rehearsal.withdrawn_at.is_some() {
                view! { <p class="nudge">{say!(rehearse.withdrawn)}</p> }.into_any()
            } else {
                view! {
                    {moments(&run)}
                    <Recording run=address(&run.rehearsal.id) rehearsal=run.rehearsal.clone() films videos/>
                    <TakeBack to=format!("{}/take-back", address(&run.rehearsal.id)) words=say!(rehearse.take_back)/>
                }
                .into_any()
            };
            view! {
                <Main>
                    <header>
                        <Back to=back words=say!(conference.title)/>
                        <h1>{title}</h1>
                        <p class="soft">{day}</p>
                    </header>
                    <ProblemSummary/>
                    {kept}
                    <Partner run=address(&run.rehearsal.id) chosen=run.rehearsal.partner_id.map(|id| id.to_string()) fellows feedback zone/>
                </Main>
            }
        })
        .await)
}

/// Planned beside spoken, moment by moment, in words and stitches; and the way to take the minutes over.
fn moments(run: &RunThrough) -> impl IntoView + use<> {
    let here = address(&run.rehearsal.id);
    let rows = run.ran.iter().enumerate().map(|(place, ran)| row(&here, place, ran)).collect_view();
    let spoken: Vec<i64> = run.ran.iter().filter_map(Ran::spoken).collect();
    let planned: i64 = run.ran.iter().map(|ran| ran.minutes).sum();
    let whole = if spoken.len() == run.ran.len() && !spoken.is_empty() {
        took(planned, spoken.iter().sum())
    } else {
        say!(rehearse.not_all)
    };
    let take = (!spoken.is_empty()).then(|| {
        view! {
            <form class="flow" method="post" action=format!("{here}/minutes")>
                <button class="btn">{say!(rehearse.take_over)}</button>
                <p class="soft small">{say!(rehearse.take_over_note)}</p>
            </form>
        }
    });
    view! { <section class="flow"><p class="lead">{whole}</p><ol class="ran">{rows}</ol>{take}</section> }
}

fn row(here: &str, place: usize, ran: &Ran) -> impl IntoView + use<> {
    let to = format!("{here}/moment/{}", place + 1);
    let said = match ran.spoken() {
        Some(spoken) => took(ran.minutes, spoken),
        None => say!(rehearse.not_gone_through, minutes = minutes(ran.minutes)),
    };
    let felt = ran.felt.map(|felt| format!(" · {}", felt_words(felt)));
    let note = (!ran.note.is_empty()).then(|| view! { <p class="said small" dir="auto">{ran.note.clone()}</p> });
    let label = say!(rehearse.open_moment, name = name_of(ran));
    let stitch = |minutes: i64, class: &'static str| {
        let length = stitch_class(minutes);
        view! { <li class=format!("{length} {class}")><span><i></i></span></li> }
    };
    let spoken = ran.spoken().map(|spoken| view! { <ol class="stitches ran__row" aria-hidden="true">{stitch(spoken, "was")}<li class=rest(spoken)></li></ol> });
    view! {
        <li>
            <h2 lang=ran.language.tag().to_owned() dir="auto"><a href=to aria-label=label>{ran.name.clone()}</a></h2>
            <div class="ran__both">
                <ol class="stitches ran__row" aria-hidden="true">{stitch(ran.minutes, "")}<li class=rest(ran.minutes)></li></ol>
                {spoken}
            </div>
            <p class="soft small">{said} {felt}</p>
            {note}
        </li>
    }
}

/// What is left of a row that is twenty minutes long, so that rows can be compared.
fn rest(minutes: i64) -> String {
    stitch_class((20 - minutes).clamp(1, 20))
}

#[component]
fn Recording(run: String, rehearsal: Rehearsal, films: Vec<Work>, videos: Vec<WorkFile>) -> impl IntoView {
    let choices = [
        Choice::new(Audience::Me.as_str(), say!(rehearse.heard_me)),
        Choice::new(Audience::Advisor.as_str(), say!(rehearse.heard_advisor)),
        Choice::new(Audience::Family.as_str(), say!(rehearse.heard_family)),
    ];
    let transcript = (!rehearsal.transcript.is_empty()).then_some(rehearsal.transcript);
    view! {
        <section class="flow" id="recording">
            <h2>{say!(rehearse.recording)}</h2>
            <p class="soft">{say!(rehearse.recording_lead)}</p>
            <form method="post" action=format!("{run}/recording") enctype="multipart/form-data">
                <SoundField own=rehearsal.sound_id transcript/>
                <Files files=videos/>
                <FilmField films chosen=rehearsal.film_id/>
                <Radios name=field::HEARD_BY label=say!(rehearse.heard_by) choices=choices.to_vec() value=rehearsal.audience.as_str().to_owned()/>
                <div class="actions"><button class="btn">{say!(conference.save)}</button></div>
            </form>
        </section>
    }
}

/// A video comes as a work does, in pieces, and is the student's alone until they say otherwise; here it is chosen.
#[component]
fn FilmField(films: Vec<Work>, chosen: Option<WorkId>) -> impl IntoView {
    let add = view! { <p class="soft small">{say!(rehearse.film_add_note)} " " <a href="/work/quick">{say!(rehearse.film_add)}</a></p> };
    let field = (!films.is_empty()).then(|| {
        let none = std::iter::once((String::new(), say!(rehearse.film_none)));
        let choices: Vec<_> = none.chain(films.into_iter().map(|work| (work.id.to_string(), work.title))).collect();
        let value = chosen.map(|id| id.to_string());
        view! { <SelectField name=field::FILM label=say!(rehearse.film) hint=say!(rehearse.film_hint) choices value optional=true/> }
    });
    view! { <div>{field} {add}</div> }
}

#[component]
fn Partner(
    run: String,
    chosen: Option<String>,
    fellows: Vec<Person>,
    feedback: Vec<PartnerFeedback>,
    zone: String,
) -> impl IntoView {
    let nobody = std::iter::once((String::new(), say!(rehearse.nobody)));
    let choices: Vec<(String, String)> =
        nobody.chain(fellows.into_iter().map(|fellow| (fellow.id.to_string(), fellow.name))).collect();
    let said = feedback
        .into_iter()
        .map(|feedback| {
            let asked = starter_words(feedback.starter);
            view! { <Said feedback asked zone=zone.clone()/> }
        })
        .collect_view();
    let alone = choices.len() == 1;
    let ask = if alone {
        view! { <p class="nudge">{say!(rehearse.no_fellows)}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=format!("{run}/partner")>
                <SelectField name=field::PARTNER label=say!(rehearse.partner_who) choices value=chosen/>
                <div class="actions"><button class="btn">{say!(rehearse.partner_ask)}</button></div>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="flow" id="partner">
            <h2>{say!(rehearse.partner)}</h2>
            <p class="soft">{say!(rehearse.partner_lead)}</p>
            {said}
            {ask}
        </section>
    }
}
