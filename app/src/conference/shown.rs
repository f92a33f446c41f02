//! A work as a conference shows it, to whoever leads and to those who follow: its pictures, sounds and words, and the road
//! it came.

use kinfolio::conference::moment::{Moment, Showing};
use kinfolio::markdown::glimpse;
use kinfolio::store::Conn;
use kinfolio::work::{Picture, PictureWidth, Revision, Shows, WorkCard, WorkState};
use leptos::prelude::*;

use super::plan::part_words;
use super::readable::Readable;
use crate::definition::words::Paragraphs;
use crate::parts::Prose;
use crate::refusal::Refusal;
use crate::work::Shown as Drawn;

/// How much of an earlier version's words stands on the road.
const BEGINNING: usize = 240;

/// One work of a moment, as it is shown.
pub(super) struct Shown {
    pub card: WorkCard,
    pub revision: Revision,
    /// Which part of it.
    pub showing: Option<Showing>,
    /// The versions before it, the first draft first, where the student shows the road.
    pub earlier: Vec<Revision>,
}

impl Shown {
    /// The works of a moment, each as it is now.
    pub async fn of(conn: &mut Conn, readable: &Readable, moment: &Moment) -> Result<Vec<Self>, Refusal> {
        let mut works = Vec::new();
        for card in readable.works_of(moment) {
            let mut earlier = card.work.revisions(conn).await?;
            if let Some(mut revision) = earlier.pop() {
                Revision::make_readable(std::slice::from_mut(&mut revision)).await;
                let showing = readable.plan.showings_of(&moment.id).find(|one| one.work_id == card.work.id).cloned();
                // The picture that the student chose comes first.
                let chosen = showing.as_ref().and_then(|showing| showing.picture_id.clone());
                revision.pictures.sort_by_key(|picture| Some(&picture.id) != chosen.as_ref());
                // On the big screen too: the student chose, and everybody in the room sees the same.
                let shows = card.work.shows(conn).await?;
                let sees = card.work.may_see(readable.student.standing, shows, None);
                if (shows, sees) != (Shows::Road, Some(Shows::Road)) {
                    earlier.clear();
                }
                works.push(Self { card: card.clone(), revision, showing, earlier });
            }
        }
        Ok(works)
    }

    /// What an earlier version looked like, where it looked different.
    pub fn picture_of<'a>(&self, earlier: &'a Revision) -> Option<&'a Picture> {
        let there = |picture: &Picture| self.revision.pictures.iter().any(|now| now.id == picture.id);
        earlier.pictures.iter().find(|picture| !there(picture))
    }
}

/// A work at its best: its first picture big, the others beneath.
pub(super) fn pictures(pictures: &[Picture]) -> Option<impl IntoView + use<>> {
    (!pictures.is_empty()).then(|| {
        let figures = pictures
            .iter()
            .map(|picture| {
                view! {
                    <img src=picture.address(PictureWidth::Large) srcset=picture.addresses() sizes="(min-width: 60rem) 60vw, 100vw"
                        width=picture.width.to_string() height=picture.height.to_string() alt=picture.description.clone()/>
                }
            })
            .collect_view();
        view! { <div class="room__show">{figures}</div> }
    })
}

/// What the student says about a work. Beside its pictures the reflection comes first, and the whole text unfolds;
/// without pictures the text is the work.
pub(super) fn story(shown: &Shown, named: bool) -> impl IntoView + use<> {
    let work = &shown.card.work;
    let Revision { text, reflection, pictures, .. } = &shown.revision;
    let language = work.language.clone();
    let tag = language.tag().to_owned();
    let title = (!named).then(|| view! { <h2 class="said" lang=tag.clone() dir="auto">{work.title.clone()}</h2> });
    let part = shown.showing.as_ref().and_then(part_words).map(|part| view! { <p class="soft">{part}</p> });
    let reflection = (!reflection.is_empty()).then(|| {
        view! { <div class="said" lang=tag dir="auto"><Paragraphs text=reflection.clone()/></div> }
    });
    let prose = (!text.is_empty()).then(|| view! { <Prose html=shown.revision.prose() language/> });
    let films = crate::work::files::shown(&shown.revision);
    let road = road(shown);
    if pictures.is_empty() {
        return view! { {title} {part} {films} {prose} {reflection} {road} }.into_any();
    }
    let prose = prose.map(|prose| {
        view! { <details class="fold"><summary>{say!(conference.read)}</summary>{prose}</details> }
    });
    view! { {title} {part} {films} {reflection} {prose} {road} }.into_any()
}

/// The versions before this one, from the first draft on: what each looked like and what the student saw in it.
fn road(shown: &Shown) -> Option<impl IntoView + use<>> {
    let (language, now) = (shown.card.work.language.tag().to_owned(), shown.revision.text.as_str());
    let steps: Vec<_> = shown
        .earlier
        .iter()
        .map(|version| {
            let number = version.number.to_string();
            let name = if version.number == 1 { say!(work.first) } else { say!(work.nth, number = number) };
            let picture = shown.picture_of(version).cloned();
            let picture = picture.map(|picture| view! { <Drawn picture sizes="(min-width: 60rem) 25vw, 80vw"/> });
            let words = (version.text != now).then(|| glimpse(&version.text, BEGINNING)).filter(|words| !words.is_empty());
            let words = words.map(|words| view! { <p class="said" dir="auto">{words}</p> });
            let saw = (!version.reflection.is_empty())
                .then(|| view! { <p class="said soft" dir="auto">{version.reflection.clone()}</p> });
            view! { <li><p class="strong">{name}</p>{picture}<div class="flow" lang=language.clone()>{words}{saw}</div></li> }
        })
        .collect();
    let mastered = (shown.card.state == WorkState::Mastered)
        .then(|| view! { <li class="road__mastered"><p class="strong">{say!(work.state_mastered)}</p></li> });
    (!steps.is_empty()).then(|| {
        view! {
            <details class="fold room__road">
                <summary>{say!(live.road)}</summary>
                <ol class="road">{steps}{mastered}</ol>
            </details>
        }
    })
}
