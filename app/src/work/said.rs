//! Feedback as it is read: where it points, the words, and what the student made of them.

use kinfolio::work::{Feedback, Pointing, Revision, Spot, Starter, UseMade, Work, minute_of};
use leptos::prelude::*;

use super::Shown;
use crate::parts::{Voice, VoiceCard, Words};
use crate::when;
use crate::wording::apart;

/// How a fellow student's sentence begins.
pub(super) fn starter_words(starter: Starter) -> String {
    match starter {
        Starter::Noticed => say!(mastery.starter_noticed),
        Starter::Works => say!(mastery.starter_works),
        Starter::Wonder => say!(mastery.starter_wonder),
        Starter::Try => say!(mastery.starter_try),
    }
}

/// A place on a picture, by name.
pub(super) fn spot_words(spot: Spot) -> String {
    match spot {
        Spot::TopLeft => say!(mastery.spot_top_left),
        Spot::Top => say!(mastery.spot_top),
        Spot::TopRight => say!(mastery.spot_top_right),
        Spot::Left => say!(mastery.spot_left),
        Spot::Middle => say!(mastery.spot_middle),
        Spot::Right => say!(mastery.spot_right),
        Spot::BottomLeft => say!(mastery.spot_bottom_left),
        Spot::Bottom => say!(mastery.spot_bottom),
        Spot::BottomRight => say!(mastery.spot_bottom_right),
    }
}

/// Feedback, with what it points at in its own revision.
#[component]
pub(super) fn FeedbackCard(
    feedback: Feedback,
    work: Work,
    /// The revision it is about.
    revision: Option<Revision>,
    #[prop(into)] zone: String,
) -> impl IntoView {
    if feedback.withdrawn_at.is_some() {
        return view! { <p class="soft small">{say!(mastery.withdrawn, name = apart(feedback.author))}</p> }.into_any();
    }
    let earlier = feedback
        .earlier
        .iter()
        .map(|words| {
            let day = when::short_day(words.worded_at, &zone);
            let (text, language) = (words.text.clone(), words.language.clone());
            view! {
                <details class="fold"><summary>{say!(mastery.earlier_words)} " · " {day}</summary><Words text language/></details>
            }
        })
        .collect_view();
    let pointing = revision.map(|revision| pointed_at(&feedback.pointing, &revision, &work));
    let starter = feedback.starter.map(|starter| view! { <p class="soft small">{starter_words(starter)}</p> });
    view! {
        <VoiceCard voice=Voice::of(feedback.role) name=feedback.author language=feedback.language.clone() line=true>
            {pointing}
            {starter}
            <Words text=feedback.text language=feedback.language/>
            {earlier}
        </VoiceCard>
    }
    .into_any()
}

fn pointed_at(pointing: &Pointing, revision: &Revision, work: &Work) -> AnyView {
    if pointing.is_at_the_whole() {
        return ().into_any();
    }
    let language = work.language.tag().to_owned();
    let passage = (!pointing.passage.is_empty()).then(
        || view! { <blockquote class="passage" lang=language dir="auto">{pointing.passage.clone()}</blockquote> },
    );
    let picture = pointing.picture.as_ref().and_then(|(id, spot)| {
        let picture = revision.pictures.iter().find(|picture| picture.id == *id)?.clone();
        // The picture as a whole has no mark on it.
        let mark = spot.map(|spot| view! { <span class=format!("spot spot--{spot}")></span> });
        let words =
            spot.map_or_else(|| say!(mastery.on_picture), |spot| say!(mastery.on_picture_at, place = spot_words(spot)));
        Some(view! {
            <figure class="pointed">
                <span class="pointed__at" dir="ltr"><Shown picture sizes="16rem" lazy=true/>{mark}</span>
                <figcaption>{words}</figcaption>
            </figure>
        })
    });
    let second = pointing.second.as_ref().and_then(|(id, second)| {
        let file = revision.recordings().find(|file| file.id == *id)?;
        // A player begins there; no script is needed for it.
        let there = format!("{}#t={second}", file.address());
        let which = (revision.recordings().count() > 1).then(|| view! { " · " <bdi>{file.known_as().to_owned()}</bdi> });
        Some(view! { <p class="small"><a href=there>{say!(mastery.at_minute, minute = minute_of(*second))}</a>{which}</p> })
    });
    view! { {passage} {picture} {second} }.into_any()
}

/// What the student made of it.
#[component]
pub(super) fn Became(feedback: Feedback, student: String) -> impl IntoView {
    feedback.answer.map(|answer| {
        let words = match answer.use_made {
            UseMade::Used => say!(mastery.became_used),
            UseMade::Differently => say!(mastery.became_differently),
        };
        view! {
            <VoiceCard voice=Voice::Student name=student language=answer.language.clone() line=true>
                <p class="strong">{words}</p>
                {(!answer.reason.is_empty()).then(|| view! { <Words text=answer.reason language=answer.language/> })}
            </VoiceCard>
        }
    })
}
