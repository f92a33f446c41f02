//! What somebody says in a form: typed, spoken, on paper; and how it is read, heard and seen.

use kinfolio::definition::Saying;
use kinfolio::field::{self, FieldName};
use kinfolio::language::Language;
use kinfolio::store::Tx;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use leptos::prelude::*;

use super::words::Paragraphs;
use crate::asking::Asking;
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::media::{Bytes, PHOTO, SOUND};
use crate::parts::{OnPaper, PhotoField, Player, SoundField, TextArea};
use crate::refusal::Refusal;
use crate::wording::apart;

/// What a form says, and what is wrong with it: it has to say something. `before` is what is being put in other words.
pub(crate) async fn said(
    asking: &Asking,
    tx: &mut Tx,
    fields: &Fields,
    bytes: &Bytes,
    before: Option<&Saying>,
    problems: &mut Problems,
) -> Result<Saying, Refusal> {
    let said = said_if_any(asking, tx, fields, bytes, before, problems).await?;
    let has_problem = [field::TEXT, SOUND.file, PHOTO.file].iter().any(|field| problems.of(field).is_some());
    if said.is_empty() && !has_problem {
        problems.note(field::TEXT, Problem::Missing);
    }
    Ok(said)
}

/// Like [`said`], for a form that may say nothing.
pub(super) async fn said_if_any(
    asking: &Asking,
    tx: &mut Tx,
    fields: &Fields,
    bytes: &Bytes,
    before: Option<&Saying>,
    problems: &mut Problems,
) -> Result<Saying, Refusal> {
    let own = (before.and_then(|said| said.sound.as_ref()), before.and_then(|said| said.photo.as_ref()));
    let (sound, photo) = bytes.brought(tx, asking, fields, own).await?;
    let mut words = |field: FieldName| problems.take(&field, optional_text(fields.get(&field), limit::WORDS));
    let (text, transcript, photo_words) = (words(field::TEXT), words(field::TRANSCRIPT), words(field::PHOTO_WORDS));
    let is_wordless = sound.is_none() && [&text, &transcript, &photo_words].iter().all(|words| words.is_empty());
    // A photo alone is in no language.
    let language = if is_wordless { Language::none() } else { problems.language(fields.get(field::LANGUAGE)) };
    Ok(Saying::of(&text, (sound, &transcript), (photo, &photo_words), language))
}

/// The values of a form that has to come again, with what it brought: a recording is not made twice.
pub(crate) fn carried_along(values: &mut Values, said: &Saying) {
    let ids = [
        (SOUND, said.sound.as_ref().map(ToString::to_string)),
        (PHOTO, said.photo.as_ref().map(|photo| photo.id.to_string())),
    ];
    for (names, id) in ids {
        if let Some(id) = id {
            values.set(names.kept, id);
            values.forget(names.leave);
        }
    }
}

/// The three ways to say something, talking first or typing first.
#[component]
pub(crate) fn ThreeWays(
    /// What is being put in other words.
    #[prop(optional_no_strip)]
    own: Option<Saying>,
    /// For families.
    #[prop(optional)]
    talking_first: bool,
    label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
) -> impl IntoView {
    let (text, sound, transcript, photo) = match own {
        Some(said) => (Some(said.text), said.sound, Some(said.transcript), said.photo),
        None => (None, None, None, None),
    };
    let form = use_context::<Form>().unwrap_or_default();
    let is_open = |names: &crate::media::Names, there: bool, words: FieldName| {
        let asked = [&names.kept, &names.leave].into_iter().any(|name| form.values().has(name));
        there || asked || form.problem(&names.file).is_some() || !form.value(words).is_empty()
    };
    let open = is_open(&PHOTO, photo.is_some(), field::PHOTO_WORDS);
    let paper = view! {
        <details class="fold" open=open>
            <summary>{say!(voice.or_paper)}</summary>
            <PhotoField own=photo/>
        </details>
    };
    if talking_first {
        return view! {
            <SoundField own=sound transcript/>
            <TextArea name=field::TEXT label=say!(voice.or_type) hint value=text/>
            {paper}
        }
        .into_any();
    }
    let open = is_open(&SOUND, sound.is_some(), field::TRANSCRIPT);
    view! {
        <TextArea name=field::TEXT label hint value=text/>
        <details class="fold" open=open>
            <summary>{say!(voice.or_talk)}</summary>
            <SoundField own=sound transcript/>
        </details>
        {paper}
    }
    .into_any()
}

/// What somebody said: heard, read and seen. `name` is who says it.
#[component]
pub(crate) fn Said(said: Saying, #[prop(into)] name: String) -> impl IntoView {
    let name = apart(name);
    let heard = said.sound.map(|sound| view! { <Player sound name=name.clone()/> });
    let transcript = (!said.transcript.is_empty()).then(|| view! { <Paragraphs text=said.transcript/> });
    let text = (!said.text.is_empty()).then(|| view! { <Paragraphs text=said.text/> });
    let seen = said.photo.map(|photo| view! { <OnPaper photo name/> });
    view! { {heard} {transcript} {text} {seen} }
}
