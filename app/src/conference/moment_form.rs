//! The form of a moment: essentials first, the rest folded away.

use kinfolio::conference::MomentChoices;
use kinfolio::conference::moment::{Moment, MomentWords, Purpose, Support};
use kinfolio::field;
use kinfolio::id::{ConferenceId, MomentId, WorkId};
use kinfolio::language::Language;
use kinfolio::markdown::glimpse;
use kinfolio::policy::{Action, Audience};
use kinfolio::store::Conn;
use kinfolio::work::Picture;
use leptos::prelude::*;

use super::readable::Readable;
use super::words::{purpose_words, starters, support_words};
use super::{found, place};
use crate::asking::Asking;
use crate::form::{Form, Identity};
use crate::media::SOUND;
use crate::parts::{
    Choice, FormPage, Hidden, LanguageField, Radios, SelectField, SoundField, TextArea, TextField, Ticks,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::Page;
use crate::wording::{Locale, apart, direction, locale, locale_tagged};

/// What the form is made from.
pub(super) struct Desk {
    pub readable: Readable,
    pub moment: Option<Moment>,
    /// The pictures of the works that the moment shows.
    pub pictures: Vec<(WorkId, Vec<Picture>)>,
    /// The languages of the house, the family's first.
    pub house: Vec<Language>,
    /// Adults who might speak along.
    pub adults: Vec<String>,
}

impl Desk {
    /// For a moment that is to be.
    pub async fn for_new(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<Self, Refusal> {
        let (conference, student) = found(asking, conn, id, Action::LeadConference).await?;
        let readable = Readable::of(conn, conference, student).await?;
        Self::of(conn, readable, None).await
    }

    /// For a moment of this plan, or a new one.
    pub async fn of(conn: &mut Conn, readable: Readable, moment: Option<Moment>) -> Result<Self, Refusal> {
        let mut pictures = Vec::new();
        for card in moment.iter().flat_map(|moment| readable.works_of(moment)) {
            if let Some(revision) = card.work.latest(conn).await? {
                pictures.push((card.work.id.clone(), revision.pictures));
            }
        }
        let student = &readable.student;
        let kin = student.kin(conn).await?;
        let mut house: Vec<Language> = kin.iter().filter_map(|kin| kin.languages.first().cloned()).collect();
        house.extend(student.languages.0.iter().cloned());
        let advisors = student.advisors(conn).await?.into_iter().map(|advisor| advisor.name);
        let adults = kin.into_iter().map(|kin| kin.name).chain(advisors).collect();
        Ok(Self { readable, moment, pictures, house, adults })
    }

    /// What the moment can speak for and show.
    pub fn choices(&self) -> MomentChoices<'_> {
        MomentChoices {
            statements: self.readable.statements.iter().map(|statement| &statement.id).collect(),
            works: self.readable.works.iter().map(|card| &card.work.id).collect(),
            pictures: self.pictures.iter().flat_map(|(work, all)| all.iter().map(move |one| (work, &one.id))).collect(),
        }
    }
}

/// The form, of a moment or for a new one.
pub(super) async fn show(asking: &Asking, desk: Desk, form: Form) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let heading = match &desk.moment {
        Some(moment) => moment.words.name.clone(),
        None => say_in!(asking.locale, conference.new_moment),
    };
    let wanted = asking.query().get(field::STATEMENT).to_owned();
    let page = Page::titled(heading.clone()).at(place(&desk.readable.student)).with_islands().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let Desk { readable, moment, pictures, house, adults } = desk;
            let words = moment.as_ref().map(|moment| moment.words.clone());
            let (action, identity) = identity(&readable, moment.as_ref(), &form);
            let stands = words.clone();
            let reads_now = move || stands.map(|words| view! { <Stands words/> });
            let language = words.as_ref().map_or(&readable.conference.facts.language, |words| &words.language).clone();
            let purpose = words.as_ref().map_or(Purpose::Work, |words| words.purpose);
            let purpose_now = Purpose::named(form.values().get(field::PURPOSE)).unwrap_or(purpose);
            let minutes = words.as_ref().map_or(3, |words| words.minutes);
            let removal = moment.as_ref().map(|moment| view! { <Removal moment=moment.clone()/> });
            let is_there = moment.is_some();
            view! {
                <FormPage back=format!("/conference/{}", readable.conference.id) back_words=say!(conference.title) title=heading
                    said=is_there reads_now action identity files=true save=say!(conference.save) beneath=removal.into_any()>
                    <TextField name=field::NAME label=say!(conference.name) hint=say!(conference.name_hint) said=true
                        value=words.as_ref().map(|words| words.name.clone())/>
                    <TextField name=field::MINUTES label=say!(conference.minutes_field) hint=say!(conference.minutes_hint)
                        kind="number" words=false value=minutes.to_string()/>
                    <Radios name=field::PURPOSE label=say!(conference.purpose) choices=purposes() value=purpose.as_str().to_owned()/>
                    {shows(&readable, moment.as_ref(), &wanted)}
                    {parts(&readable, moment.as_ref(), &pictures, &form)}
                    <Starters purpose=purpose_now languages=two_languages(&language, &house)/>
                    <TextArea name=field::CUE_NOTES label=say!(conference.cue_notes) hint=say!(conference.cue_notes_hint)
                        optional=true rows=4 value=words.as_ref().map(|words| words.cue_notes.clone())/>
                    <Help words=words.clone() adults form=form.clone()/>
                    <LanguageField label=say!(conference.moment_language) own value=language.tag().to_owned()/>
                </FormPage>
            }
        })
        .await)
}

/// The moment's language and the first other one of the house that the pages are written in.
fn two_languages(moment: &Language, house: &[Language]) -> Vec<Locale> {
    let mut locales = Vec::new();
    let all = std::iter::once(moment).chain(house).filter_map(|language| locale_tagged(language.tag()));
    for locale in all.chain([locale()]) {
        if !locales.contains(&locale) && locales.len() < 2 {
            locales.push(locale);
        }
    }
    locales
}

/// Where the form goes, and what it says it is about.
fn identity(readable: &Readable, moment: Option<&Moment>, form: &Form) -> (String, Identity) {
    let action = match moment {
        Some(moment) => format!("/moment/{}", moment.id),
        None => format!("/conference/{}/moment/new", readable.conference.id),
    };
    (action, Identity::of(form, moment.map(|moment| moment.version), MomentId::new))
}

/// How a moment reads that was changed in the meantime.
#[component]
fn Stands(words: MomentWords) -> impl IntoView {
    let count = words.minutes;
    view! {
            <p class="said" dir="auto">{words.name}</p>
            <p>{purpose_words(words.purpose).0} " · " {say!(conference.minutes, count = count)} " · " {words.language.own_name().to_owned()}</p>
            <p class="said" dir="auto">{words.cue_notes}</p>
    }
}

fn purposes() -> Vec<Choice> {
    let choice = |purpose: &Purpose| {
        let (name, note) = purpose_words(*purpose);
        Choice::new(purpose.as_str(), name).noted(note)
    };
    Purpose::ALL.iter().map(choice).collect()
}

/// What the moment speaks for and shows, to be ticked.
fn shows(readable: &Readable, moment: Option<&Moment>, wanted: &str) -> impl IntoView + use<> {
    let spoken: Vec<String> = match moment {
        Some(moment) => readable.plan.statements_of(&moment.id).map(ToString::to_string).collect(),
        None => vec![wanted.to_owned()],
    };
    let shown = moment.iter().flat_map(|moment| readable.plan.works_of(&moment.id)).map(ToString::to_string).collect();
    let statements: Vec<Choice> = readable
        .statements
        .iter()
        .map(|statement| Choice {
            language: Some(statement.language.clone()),
            ..Choice::new(statement.id.to_string(), statement.text.clone())
        })
        .collect();
    let statements = (!statements.is_empty()).then(|| {
        view! {
            <Ticks name=field::STATEMENTS label=say!(conference.statements) hint=say!(conference.statements_hint)
                choices=statements values=spoken/>
        }
    });
    let works: Vec<Choice> = readable
        .works
        .iter()
        .map(|card| {
            let choice = Choice::new(card.work.id.to_string(), card.work.title.clone());
            let narrow = card.work.audience < Audience::Family;
            let note = narrow.then(|| say!(conference.work_narrow));
            Choice { language: Some(card.work.language.clone()), note, ..choice }
        })
        .collect();
    let works = if works.is_empty() {
        view! { <p class="nudge">{say!(conference.works_none)}</p> }.into_any()
    } else {
        view! {
            <Ticks name=field::WORKS label=say!(conference.works) hint=say!(conference.works_hint) choices=works values=shown/>
        }
        .into_any()
    };
    view! { {statements} {works} }
}

/// Which part of each work is shown: a fold for the works that the moment shows already.
fn parts(
    readable: &Readable,
    moment: Option<&Moment>,
    pictures: &[(WorkId, Vec<Picture>)],
    form: &Form,
) -> Option<impl IntoView + use<>> {
    let moment = moment?;
    let works = readable.works_of(moment);
    let mut open = false;
    let rows: Vec<_> = works
        .into_iter()
        .map(|card| {
            let id = &card.work.id;
            let showing = readable.plan.showings_of(&moment.id).find(|showing| showing.work_id == *id);
            let (part, picture) = (field::PART.row(id), field::PICTURE.row(id));
            open |= form.problem(&part).is_some() || form.problem(&picture).is_some();
            let label = say!(plan.part, title = apart(&card.work.title));
            let value = showing.map(|showing| showing.part.clone());
            let of = pictures.iter().find(|(of, _)| of == id).map(|(_, pictures)| pictures.as_slice());
            let choices = picture_choices(of.unwrap_or_default());
            let chosen = showing.and_then(|showing| showing.picture_id.as_ref()).map(ToString::to_string);
            let pictures = (choices.len() > 1).then(|| {
                let label = say!(plan.picture, title = apart(&card.work.title));
                view! { <SelectField name=picture label choices value=chosen optional=true/> }
            });
            view! { <TextField name=part label hint=say!(plan.part_hint) value optional=true/> {pictures} }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <details class="fold" open=open><summary>{say!(plan.parts)}</summary>{rows}</details> }
    })
}

/// The pictures of a work, by what they show; the first choice is none of them.
fn picture_choices(pictures: &[Picture]) -> Vec<(String, String)> {
    let named = pictures.iter().enumerate().map(|(place, picture)| {
        let number = (place + 1).to_string();
        let words = match picture.description.as_str() {
            "" => say!(plan.picture_number, n = number),
            description => format!("{number}. {}", glimpse(description, 60)),
        };
        (picture.id.to_string(), words)
    });
    std::iter::once((String::new(), say!(plan.picture_none))).chain(named).collect()
}

/// Ways to begin, side by side in two languages, folded away until somebody looks for one.
#[component]
fn Starters(purpose: Purpose, languages: Vec<Locale>) -> impl IntoView {
    let mut columns = languages.into_iter().map(|language| (language, starters(language, purpose)));
    let (first, beside) = (columns.next(), columns.next());
    let (language, first) = first.unwrap_or_else(|| (locale(), starters(locale(), purpose)));
    let rows = first
        .into_iter()
        .enumerate()
        .map(|(place, words)| {
            let beside = beside.as_ref().and_then(|(language, words)| Some((*language, words.get(place)?.clone())));
            let beside = beside.map(|(language, words)| {
                view! { <p class="said soft" lang=language.as_str() dir=direction(language)>{words}</p> }
            });
            view! { <li><div><p class="said" lang=language.as_str() dir=direction(language)>{words}</p>{beside}</div></li> }
        })
        .collect_view();
    view! {
        <details class="fold"><summary>{say!(conference.starters)}</summary>
            <ul class="lines">{rows}</ul>
            <p class="hint">{say!(plan.starters_hint)}</p>
        </details>
    }
}

/// What others do, and what helps the one who leads: folded away until something of it is used.
#[component]
fn Help(words: Option<MomentWords>, adults: Vec<String>, form: Form) -> impl IntoView {
    let supports = Support::ALL
        .iter()
        .map(|support| {
            let (name, note) = support_words(*support);
            Choice::new(support.as_str(), name).noted(note)
        })
        .collect::<Vec<_>>();
    let used = words
        .as_ref()
        .is_some_and(|words| !words.others_do.is_empty() || !words.supports.0.is_empty() || words.opening_id.is_some());
    let wrong = [field::OTHERS_DO, field::CO_SPEAKER, field::TRANSCRIPT, SOUND.file]
        .iter()
        .any(|field| form.problem(field).is_some());
    let typed = [field::OTHERS_DO, field::SUPPORTS, field::CO_SPEAKER, SOUND.kept]
        .iter()
        .any(|field| !form.value(field).is_empty());
    let ticked: Vec<String> =
        words.iter().flat_map(|words| &words.supports.0).map(|support| support.as_str().to_owned()).collect();
    let (others_do, co_speaker, own, transcript) = match words {
        Some(words) => (words.others_do, words.co_speaker, words.opening_id, words.opening_words),
        None => Default::default(),
    };
    view! {
        <details class="fold" open=used || wrong || typed>
            <summary>{say!(plan.help)}</summary>
            <TextArea name=field::OTHERS_DO label=say!(plan.others_do) hint=say!(plan.others_do_hint) value=others_do rows=2 optional=true/>
            <Ticks name=field::SUPPORTS label=say!(plan.supports) hint=say!(plan.supports_hint) choices=supports values=ticked/>
            <TextField name=field::CO_SPEAKER label=say!(plan.co_speaker) hint=say!(plan.co_speaker_hint) value=co_speaker
                optional=true suggested=adults/>
            <p class="strong">{say!(plan.opening)}</p>
            <p class="hint">{say!(plan.opening_hint)}</p>
            <SoundField own transcript/>
        </details>
    }
}

#[component]
fn Removal(moment: Moment) -> impl IntoView {
    view! {
        <form class="flow" method="post" action=format!("/moment/{}/remove", moment.id)>
            <Hidden name=field::CONFERENCE value=moment.conference_id.to_string()/>
            <hr class="seam"/>
            <button class="btn btn--small btn--danger">{say!(conference.remove)}</button>
            <p class="soft small">{say!(conference.remove_note)}</p>
        </form>
    }
}
