//! Presenting: a dark room with one moment in it. One address a moment, so that it works with links alone.

use kinfolio::conference::Conference;
use kinfolio::conference::moment::{Moment, Plan};
use kinfolio::definition::Statement;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::work::{Revision, Width, Work};
use leptos::prelude::*;

use super::{Presenter, PresenterWords, found, statements};
use crate::asking::{Asking, In};
use crate::parts::{Prose, Words};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Page, Place};

/// What a moment shows.
struct Showing {
    conference: Conference,
    plan: Plan,
    number: usize,
    statements: Vec<Statement>,
    works: Vec<(Work, Revision)>,
}

/// One moment of the conference, counted from 1.
pub async fn page(asking: Asking, In((id, number)): In<(ConferenceId, usize)>) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::LeadConference).await?;
    let plan = conference.plan(&mut conn).await?;
    let moment = number.checked_sub(1).and_then(|place| plan.moments.get(place)).cloned().ok_or(Refusal::NotFound)?;
    let mut statements = statements(&mut conn, &student).await?;
    statements.retain(|statement| plan.statements_of(&moment.id).any(|spoken| *spoken == statement.id));
    let mut works = Vec::new();
    for work in plan.works_of(&moment.id) {
        if let Some((work, _)) = Work::find(&mut conn, &viewer, work).await?
            && let Some(latest) = work.latest(&mut conn).await?
        {
            works.push((work, latest));
        }
    }
    drop(conn);
    let page = Page::titled(moment.words.name.clone()).at(Place::Conference).with_islands().in_the_dark();
    let showing = Showing { conference, plan, number, statements, works };
    Ok(asking.page(page, move || room(showing, moment)).await)
}

fn room(showing: Showing, moment: Moment) -> AnyView {
    let Showing { conference, plan, number, statements, works } = showing;
    let all = plan.moments.len();
    let words = moment.words.clone();
    let place = say!(conference.moment_of, number = number.to_string(), all = all.to_string());
    let pictures: Vec<AnyView> = works
        .iter()
        .flat_map(|(_, revision)| revision.pictures.first())
        .take(2)
        .map(|picture| {
            view! {
                <img src=picture.address(Width::Large) alt=picture.description.clone()
                    width=picture.width.to_string() height=picture.height.to_string()/>
            }
            .into_any()
        })
        .collect();
    let shows_pictures = !pictures.is_empty();
    // Beside a work, the words it speaks for are small; alone they are the moment.
    let beside: String = match works.is_empty() {
        true => String::new(),
        false => statements.iter().map(|statement| format!(" · “{}”", statement.text)).collect(),
    };
    let statements = if works.is_empty() { statements } else { Vec::new() };
    let told = works
        .into_iter()
        .map(|(work, revision)| {
            let title = view! { <h2 class="said" lang=work.language.tag().to_owned() dir="auto">{work.title}</h2> };
            let body = match revision.reflection.is_empty() {
                false => view! { <Words text=revision.reflection language=work.language.clone()/> }.into_any(),
                true => view! { <Prose text=kinfolio::markdown::glimpse(&revision.text, 240) language=work.language.clone()/> }.into_any(),
            };
            // The pictures say the rest; without any, the words are what is shown.
            let whole = (!shows_pictures).then(|| view! { <Prose text=revision.text language=work.language/> });
            view! { {title} {body} {whole} }
        })
        .collect_view();
    let spoken = statements
        .into_iter()
        .map(|statement| view! { <blockquote class="statement" lang=statement.language.tag().to_owned() dir="auto">{statement.text}</blockquote> })
        .collect_view();
    let cue = (!words.cue_notes.is_empty()).then(|| {
        view! { <details class="fold"><summary>{say!(conference.cue)}</summary><p class="cues" dir="auto">{words.cue_notes.clone()}</p></details> }
    });
    view! {
        <main id="page">
            {shows_pictures.then(|| view! { <div class="room__show">{pictures}</div> })}
            <div class="room__words">
                <p class="room__where">{place} <span dir="auto">{beside}</span></p>
                <h1 lang=words.language.tag().to_owned() dir="auto">{words.name}</h1>
                {spoken}
                {told}
            </div>
        </main>
        {foot(&conference, &plan, number)}
        <div class="room__cue">{cue}</div>
    }
    .into_any()
}

fn foot(conference: &Conference, plan: &Plan, number: usize) -> AnyView {
    let to = |number: usize| format!("/conference/{}/present/{number}", conference.id);
    let out = format!("/conference/{}", conference.id);
    let all = plan.moments.len();
    let stitches = plan
        .moments
        .iter()
        .enumerate()
        .map(|(place, moment)| {
            let minutes = say!(conference.minutes, count = moment.words.minutes);
            let name = format!("{}. {}, {minutes}", place + 1, moment.words.name);
            let class = format!("{}{}", if place + 1 < number { "was " } else { "" }, length(moment.words.minutes));
            let current = (place + 1 == number).then_some("step");
            view! { <li class=class aria-current=current><a href=to(place + 1) aria-label=name><i></i></a></li> }
        })
        .collect_view();
    let back = if number > 1 { to(number - 1) } else { out.clone() };
    let on = if number < all { to(number + 1) } else { out.clone() };
    let on_words = if number < all { say!(conference.later) } else { say!(conference.finish) };
    let minutes = plan.moments.get(number.saturating_sub(1)).map_or(0, |moment| moment.words.minutes);
    view! {
        <footer class="room__foot">
            <ol class="stitches" aria-label=say!(conference.plan)>{stitches}</ol>
            <Presenter key=format!("{}/{number}", conference.id) minutes=minutes words=PresenterWords::here()/>
            <nav class="room__go" aria-label=say!(conference.present)>
                <a class="btn btn--big" rel="prev" href=back>{say!(conference.earlier)}</a>
                <a class="btn btn--big btn--primary" rel="next" href=on>{on_words}</a>
                <a class="btn btn--big btn--quiet" href=out>{say!(conference.leave)}</a>
            </nav>
        </footer>
    }
    .into_any()
}

/// The stitch's length: the nearest of those the styles know.
fn length(minutes: i64) -> &'static str {
    match minutes {
        ..=1 => "m-1",
        2 => "m-2",
        3 => "m-3",
        4 => "m-4",
        5 => "m-5",
        6 => "m-6",
        7 => "m-7",
        8 => "m-8",
        9 => "m-9",
        10 | 11 => "m-10",
        12 | 13 => "m-12",
        14..=17 => "m-15",
        18.. => "m-20",
    }
}
