//! `/conference/{conference}/print`: the plan on paper, a full substitute for the screen. Cue notes are on the student's
//! own print and on nobody else's.

use kinfolio::conference::moment::Moment;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::beneath::Roles;
use super::found;
use super::plan::part_words;
use super::readable::Readable;
use super::words::{form_words, minutes, purpose_words, support_words, title};
use crate::asking::{Asking, In};
use crate::definition::words::Paragraphs;
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::Page;
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::SeeConference).await?;
    let duties = conference.duties(&mut conn).await?;
    let readable = Readable::of(&mut conn, conference, student).await?;
    drop(conn);
    let zone = asking.viewer()?.time_zone.clone();
    let heading = title(asking.locale, &readable.student);
    let page = Page::titled(heading).working().bare();
    Ok(asking
        .page(page, move || {
            let facts = &readable.conference.facts;
            let here = format!("/conference/{}", readable.conference.id);
            let rows = readable.plan.moments.iter().map(|moment| row(&readable, moment)).collect_view();
            let in_all = readable.tells_of_interpreter().then(|| {
                let minutes = minutes(readable.plan.minutes_with_interpreter());
                format!(" · {}", say!(plan.with_interpreter, minutes = minutes))
            });
            view! {
                <main class="page sheet" id="page">
                    <header class="noprint">
                        <Back to=here.clone() words=say!(conference.plan)/>
                        <p class="soft">{say!(plan.print_lead)}</p>
                    </header>
                    <h1><bdi>{readable.student.name.clone()}</bdi></h1>
                    <p>
                        <strong>{when::day_and_time(facts.starts_at, &zone)}</strong>
                        {(!facts.place.is_empty()).then(|| view! { " · " <bdi>{facts.place.clone()}</bdi> })}
                        " · " {form_words(facts.form).0} " · " {facts.language.own_name().to_owned()}
                        " · " {minutes(readable.plan.minutes())} {in_all}
                    </p>
                    <Roles duties here leads=false interpreter=readable.tells_of_interpreter()/>
                    <ol class="plan plan--paper">{rows}</ol>
                </main>
            }
        })
        .await)
}

fn row(readable: &Readable, moment: &Moment) -> impl IntoView + use<> {
    let words = &moment.words;
    let count = words.minutes;
    let statements = readable
        .statements_of(moment)
        .into_iter()
        .map(|line| view! { <p class="said" lang=line.language.tag().to_owned() dir="auto">{line.text.clone()}</p> })
        .collect_view();
    let works = readable
        .works_of(moment)
        .into_iter()
        .map(|card| {
            let showing = readable.plan.showings_of(&moment.id).find(|of| of.work_id == card.work.id);
            let part = showing.and_then(part_words).map(|part| format!(" · {part}"));
            view! { <p><strong class="said" lang=card.work.language.tag().to_owned() dir="auto">{card.work.title.clone()}</strong> {part}</p> }
        })
        .collect_view();
    let others = (!words.others_do.is_empty())
        .then(|| view! { <p>{say!(plan.others_do_short)} " " <bdi lang=words.language.tag().to_owned()>{words.others_do.clone()}</bdi></p> });
    let with = (!words.co_speaker.is_empty()).then(|| say!(plan.with, name = apart(&words.co_speaker)));
    let supports: Vec<String> = words.supports.0.iter().map(|support| support_words(*support).0).chain(with).collect();
    let supports = (!supports.is_empty()).then(|| view! { <p class="soft">{supports.join(" · ")}</p> });
    let opening = (!words.opening_words.is_empty()).then(
        || view! { <p class="said" lang=words.language.tag().to_owned() dir="auto">{words.opening_words.clone()}</p> },
    );
    let cues = (readable.leads() && !words.cue_notes.is_empty()).then(|| {
        view! { <div class="cue said" lang=words.language.tag().to_owned() dir="auto"><Paragraphs text=words.cue_notes.clone()/></div> }
    });
    view! {
        <li>
            <p class="plan__min"><strong>{count}</strong> " " {say!(conference.minutes_word, count = count)}</p>
            <div>
                <h2 lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h2>
                <p class="soft">{purpose_words(words.purpose).0}</p>
                {statements} {works} {others} {supports} {opening} {cues}
            </div>
        </li>
    }
}
