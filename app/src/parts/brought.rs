//! What is brought as a file: a recording and a picture of something on paper, with their words; and how they are heard
//! and seen again.

use std::sync::{Arc, Mutex};

use kinfolio::field::{self, FieldName};
use kinfolio::id::{PhotoId, SoundId};
use kinfolio::photo::{self, Photo};
use kinfolio::sound;
use kinfolio::sound::LONGEST_SECONDS;
use kinfolio::work::PictureWidth;
use leptos::prelude::*;

use super::{Icon, TextArea};
use crate::form::Form;
use crate::islands::{Here, Recorder, RecorderWords};
use crate::limits::{PICTURE_MB, SOUND_MB};
use crate::media::{PHOTO, SOUND};
use crate::wording::{locale, problem};

/// A recording of somebody, to be listened to.
#[component]
pub fn Player(sound: SoundId, #[prop(into)] name: String) -> impl IntoView {
    RecordingsHere::note(&sound, &name);
    let label = say!(voice.heard, name = name);
    view! { <audio controls preload="none" src=sound::address(&sound) aria-label=label></audio> }
}

/// The recordings that stand on the page at hand, for whoever cannot have it read aloud.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecordingsHere(Arc<Mutex<Vec<(SoundId, String)>>>);

impl RecordingsHere {
    fn note(sound: &SoundId, name: &str) {
        if let Some(Ok(mut all)) = use_context::<Self>().as_ref().map(|here| here.0.lock()) {
            all.push((sound.clone(), name.to_owned()));
        }
    }

    /// Those that were made so far.
    pub(crate) fn taken(&self) -> Vec<(SoundId, String)> {
        self.0.lock().map(|mut all| std::mem::take(&mut *all)).unwrap_or_default()
    }
}

/// A picture of something on paper. What it shows stands beneath it, for everybody: handwriting is hard to read.
#[component]
pub fn OnPaper(photo: Photo, #[prop(into)] name: String) -> impl IntoView {
    let words = photo.words.clone();
    // The picture is what the link to the large one says, so it is named even where its words stand beneath it.
    let alt = say!(voice.on_paper, name = name);
    view! {
        <figure>
            <a href=photo.address(PictureWidth::Large)>
                <img src=photo.address(PictureWidth::Small) alt=alt loading="lazy" width=photo.width.to_string()
                    height=photo.height.to_string()/>
            </a>
            {(!words.is_empty()).then(|| view! { <figcaption dir="auto">{words}</figcaption> })}
        </figure>
    }
}

/// What is wrong with a field, and what it is described by.
fn state(file: FieldName) -> (Option<String>, String) {
    let form = use_context::<Form>().unwrap_or_default();
    let wrong = form.problem(&file).map(|wrong| problem(locale(), wrong));
    let hint = format!("field-{file}-hint");
    let described = if wrong.is_some() { format!("{hint} field-{file}-problem") } else { hint };
    (wrong, described)
}

/// The thing that came before: with the form that is here again, or with what is being changed.
fn before<T: std::str::FromStr>(kept: FieldName, leave: FieldName, own: Option<T>) -> Option<T> {
    let form = use_context::<Form>().unwrap_or_default();
    if form.values().has(leave) {
        return None;
    }
    if form.values().has(&kept) { form.values().parsed(kept) } else { own }
}

fn wrong_words(file: FieldName, wrong: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("field-{file}-problem");
    wrong.map(|wrong| view! { <p class="error" id=id><Icon name="warning"/> {wrong}</p> })
}

/// A recording: made on the page, or chosen where the page cannot record; and what is said in it, in words.
#[component]
pub fn SoundField(
    /// The recording there is.
    #[prop(optional_no_strip)]
    own: Option<SoundId>,
    /// What is said in it.
    #[prop(optional_no_strip, into)]
    transcript: Option<String>,
    /// Whether its words stand elsewhere already.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let (wrong, described) = state(SOUND.file);
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    let form = use_context::<Form>().unwrap_or_default();
    let there = before(SOUND.kept, SOUND.leave, own);
    let open =
        there.is_some() || !form.value(field::TRANSCRIPT).is_empty() || form.problem(field::TRANSCRIPT).is_some();
    let kept = there.map(|sound: SoundId| {
        view! {
            <input type="hidden" name=SOUND.kept.wire() value=sound.to_string()/>
            <p>{say!(voice.kept)}</p>
            <audio controls preload="none" src=sound::address(&sound) aria-label=say!(voice.sound)></audio>
            <label class="choice"><input type="checkbox" name=SOUND.leave.wire() value="yes"/> <span>{say!(voice.leave_sound)}</span></label>
        }
    });
    let words = (!bare).then(|| {
        view! {
            <details class="fold" open=open>
                <summary>{say!(voice.transcript)}</summary>
                <TextArea name=field::TRANSCRIPT label=say!(voice.transcript) hint=say!(voice.transcript_hint) value=transcript rows=3 optional=true/>
            </details>
        }
    });
    view! {
        <div class=class>
            {wrong_words(SOUND.file, wrong)}
            {kept}
            <Recorder field=SOUND.file.wire() longest=LONGEST_SECONDS words=RecorderWords::here()/>
            <div id="plain-sound">
                <label for="field-sound">{say!(voice.sound)}</label>
                <p class="hint" id="field-sound-hint">{say!(voice.sound_hint, max = SOUND_MB.to_string())}</p>
                <input type="file" id="field-sound" name=SOUND.file.wire() accept="audio/*" capture="user" aria-describedby=described/>
            </div>
        </div>
        {words}
    }
}

/// A picture of something on paper, and what it shows or says.
#[component]
pub fn PhotoField(
    /// The picture there is.
    #[prop(optional_no_strip)]
    own: Option<Photo>,
) -> impl IntoView {
    let (wrong, described) = state(PHOTO.file);
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    let words = own.as_ref().map(|photo| photo.words.clone());
    let kept = before(PHOTO.kept, PHOTO.leave, own.map(|photo| photo.id)).map(|id: PhotoId| {
        view! {
            <input type="hidden" name=PHOTO.kept.wire() value=id.to_string()/>
            <p>{say!(voice.photo_kept)}</p>
            <img class="thumb" src=photo::address(&id, PictureWidth::Small) alt="" width="160" height="120"/>
            <label class="choice"><input type="checkbox" name=PHOTO.leave.wire() value="yes"/> <span>{say!(voice.leave_photo)}</span></label>
        }
    });
    view! {
        <div class=class>
            {wrong_words(PHOTO.file, wrong)}
            {kept}
            <label class="drop" for="field-photo">
                <Icon name="camera"/>
                <strong>{say!(voice.photo_take)}</strong>
                <span class="soft small" id="field-photo-hint">{say!(voice.photo_hint, max = PICTURE_MB.to_string())}</span>
                <input type="file" id="field-photo" name=PHOTO.file.wire() accept="image/jpeg,image/png,image/webp,image/gif"
                    aria-describedby=described/>
            </label>
        </div>
        <TextArea name=field::PHOTO_WORDS label=say!(voice.photo_words) hint=say!(voice.photo_words_hint) value=words rows=2 optional=true/>
    }
}
