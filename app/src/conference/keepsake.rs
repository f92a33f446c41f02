//! `/conference/{conference}/keepsake`: what was shown, said and promised, to be read at home and printed.

use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use kinfolio::work::PictureWidth;
use leptos::prelude::*;

use super::afterword::Word;
use super::page::ConferenceSight;
use super::replies::ReplyCard;
use super::shown::Shown;
use super::{found, place};
use crate::asking::{Asking, In};
use crate::commitment::CommitmentCard;
use crate::definition::words::{Agreed, Paragraphs};
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::{Main, Page, Width};
use crate::when;
use crate::wording::apart;

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::SeeConference).await?;
    let told = ConferenceSight::of(&mut conn, asking.viewer()?, conference, student, asking.now()).await?;
    let mut shown = Vec::new();
    for moment in &told.readable.plan.moments {
        shown.push(Shown::of(&mut conn, &told.readable, moment).await?);
    }
    drop(conn);
    let zone = asking.viewer()?.time_zone.clone();
    let name = apart(told.readable.student.called());
    let title = say_in!(asking.locale, commitment.keepsake_of, name = name);
    let page = Page::titled(title.clone()).at(place(&told.readable.student));
    Ok(asking.page(page, move || view(told, shown, title, zone)).await)
}

fn view(told: ConferenceSight, shown: Vec<Vec<Shown>>, title: String, zone: String) -> impl IntoView {
    let ConferenceSight { readable, replies, commitments, afterwords, renditions, .. } = told;
    let conference = readable.conference.clone();
    let moments = readable
        .plan
        .moments
        .iter()
        .zip(shown)
        .map(|(moment, works)| {
            let words = &moment.words;
            let statements = readable.statements_of(moment).into_iter().map(|line| {
                view! { <Agreed text=line.text.clone() language=line.language.clone()/> }
            });
            let works = works.iter().map(work).collect_view();
            view! {
                <section class="flow keepsake__moment">
                    <h2 class="said" lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h2>
                    {statements.collect_view()}
                    {works}
                </section>
            }
        })
        .collect_view();
    let replies = replies
        .into_iter()
        .map(|reply| view! { <ReplyCard reply zone=zone.clone() renditions=renditions.clone()/> })
        .collect::<Vec<_>>();
    let replies = (!replies.is_empty())
        .then(|| view! { <section class="flow"><h2>{say!(conference.replies)}</h2>{replies}</section> });
    let cards = commitments
        .into_iter()
        .map(|commitment| view! { <CommitmentCard commitment zone=zone.clone()/> })
        .collect::<Vec<_>>();
    let cards = (!cards.is_empty()).then(|| view! { <Folded title=say!(commitment.title)>{cards}</Folded> });
    let words = afterwords.into_iter().map(|word| view! { <Word word/> }).collect::<Vec<_>>();
    let words = (!words.is_empty()).then(|| view! { <Folded title=say!(commitment.afterwards)>{words}</Folded> });
    view! {
        <Main width=Width::Narrow>
            <header>
                <div class="noprint"><Back to=format!("/conference/{}", conference.id) words=say!(conference.title)/></div>
                <h1>{title}</h1>
                <p class="lead">{when::day(conference.facts.starts_at, &zone)} " · " <bdi>{conference.facts.place}</bdi></p>
            </header>
            {moments}
            {replies}
            {cards}
            {words}
        </Main>
    }
}

/// What a phone's screen has no room for at once; on paper it stands open.
#[component]
fn Folded(title: String, children: Children) -> impl IntoView {
    view! {
        <details class="fold fold--paper"><summary><h2>{title}</h2></summary><div class="flow">{children()}</div></details>
    }
}

/// A work as it was shown: its first picture, and what the student said about it.
fn work(shown: &Shown) -> impl IntoView + use<> {
    let work = &shown.card.work;
    let picture = shown.revision.pictures.first().map(|picture| {
        view! {
            <img src=picture.address(PictureWidth::Medium) srcset=picture.addresses() sizes="(min-width: 40rem) 36rem, 92vw" loading="lazy"
                width=picture.width.to_string() height=picture.height.to_string() alt=picture.description.clone()/>
        }
    });
    let tag = work.language.tag().to_owned();
    let reflection = shown.revision.reflection.clone();
    let words = (!reflection.is_empty()).then(|| {
        let label = format!("{}: {}", say!(commitment.keepsake_words), apart(&work.title));
        view! {
            <details class="fold fold--paper fold--quiet"><summary aria-label=label>{say!(commitment.keepsake_words)}</summary>
                <div class="said small" lang=tag.clone() dir="auto"><Paragraphs text=reflection/></div></details>
        }
    });
    view! {
        <figure class="keepsake__work">
            {picture}
            <figcaption>
                <a class="said" href=format!("/work/{}", work.id) lang=tag dir="auto">{work.title.clone()}</a>
                {words}
            </figcaption>
        </figure>
    }
}
