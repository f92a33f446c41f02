//! The form of a reply: how it begins, and what is said, spoken or typed.

use kinfolio::conference::reply::{Said, Starter};
use kinfolio::field;
use kinfolio::language::Languages;
use leptos::prelude::*;

use super::words::starter_words;
use crate::parts::{Choice, LanguageField, Radios, SoundField, TextArea};

/// The fields of a reply.
#[component]
pub(super) fn ReplyFields(
    #[prop(optional_no_strip)] own: Option<(Starter, Said)>,
    languages: Languages,
) -> impl IntoView {
    let starters = Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect();
    let starter = own.as_ref().map(|(starter, _)| starter.as_str().to_owned());
    let said = own.map(|(_, said)| said);
    let (sound, transcript) = match &said {
        Some(said) => (said.sound.clone(), Some(said.transcript.clone())),
        None => (None, None),
    };
    let language = said.as_ref().map(|said| said.language.tag().to_owned());
    view! {
        <Radios name=field::STARTER label=say!(conference.reply_starter) choices=starters value=starter/>
        <SoundField own=sound transcript/>
        <TextArea name=field::TEXT label=say!(voice.or_type) rows=5 value=said.map(|said| said.text)/>
        <LanguageField own=languages value=language guess=true/>
        <p class="soft small">{say!(conference.reply_readers)}</p>
    }
}
