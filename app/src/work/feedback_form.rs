//! The form for feedback: words, and the place in a work that they are about.

use kinfolio::field;
use kinfolio::id::FeedbackId;
use kinfolio::work::{Revision, Spot};
use leptos::prelude::*;

use super::said::spot_words;
use super::telling::Telling;
use crate::form::Form;
use crate::parts::{Hidden, Icon, LanguageField, SelectField, TextArea, TextField};
use crate::wording::problem;

/// Feedback on the latest revision.
pub(super) fn feedback_form(telling: &Telling, revision: &Revision) -> AnyView {
    view! {
        <section class="split noprint" id="feedback">
            <div class="split__side"><h2>{say!(work.feedback)}</h2></div>
            <form method="post" action=format!("/work/{}/feedback", telling.work.id) class="split__main flow">
                <Hidden name=field::ID value=FeedbackId::new().to_string()/>
                <Hidden name=field::REVISION value=revision.id.to_string()/>
                <TextArea name=field::FEEDBACK label=say!(work.feedback) hint=say!(work.feedback_hint) rows=5/>
                {pointing_fields(revision)}
                <LanguageField own=telling.own_languages.clone() guess=true/>
                <div class="actions"><button class="btn">{say!(work.feedback_give)}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Pointing at a place: words, a picture, a minute. It stands open when something in it was typed.
pub(super) fn pointing_fields(revision: &Revision) -> AnyView {
    let form = use_context::<Form>().unwrap_or_default();
    let open = [field::PASSAGE, field::PICTURE, field::SPOT, field::RECORDING, field::MINUTE]
        .iter()
        .any(|field| !form.value(field).is_empty());
    let pictures = (!revision.pictures.is_empty()).then(|| {
        let mut choices = vec![(String::new(), say!(mastery.picture_none))];
        for (place, picture) in revision.pictures.iter().enumerate() {
            let number = (place + 1).to_string();
            let words = match picture.description.is_empty() {
                true => say!(mastery.picture_nth, number = number),
                false => say!(mastery.picture_nth_shows, number = number, shows = glimpse(&picture.description)),
            };
            choices.push((picture.id.to_string(), words));
        }
        view! { <SelectField name=field::PICTURE label=say!(mastery.picture) choices optional=true/> {spots(&form)} }
    });
    let recordings = (revision.recordings().next().is_some()).then(|| {
        let all = revision.recordings().map(|file| (file.id.to_string(), glimpse(file.known_as()))).collect::<Vec<_>>();
        // Where there is one only, the minute says it all.
        let which = (all.len() > 1).then(|| {
            let choices = [(String::new(), say!(mastery.recording_none))].into_iter().chain(all).collect();
            view! { <SelectField name=field::RECORDING label=say!(mastery.recording) choices optional=true/> }
        });
        view! {
            {which}
            <TextField name=field::MINUTE label=say!(mastery.minute) hint=say!(mastery.minute_hint) words=false optional=true/>
        }
    });
    view! {
        <details class="fold" open=open>
            <summary>{say!(mastery.point)}</summary>
            <TextArea name=field::PASSAGE label=say!(mastery.passage) hint=say!(mastery.passage_hint) rows=2 optional=true/>
            {pictures}
            {recordings}
        </details>
    }
    .into_any()
}

fn glimpse(words: &str) -> String {
    kinfolio::markdown::glimpse(words, 60)
}

/// The places of a picture, three by three, as they lie on it.
fn spots(form: &Form) -> AnyView {
    let chosen = form.value(field::SPOT);
    let wrong = form.problem(field::SPOT).map(|wrong| problem(crate::wording::locale(), wrong));
    let wrong = wrong.map(|wrong| view! { <p class="error"><Icon name="warning"/> {wrong}</p> });
    let places = Spot::ALL
        .iter()
        .enumerate()
        .map(|(place, spot)| {
            let id = if place == 0 { "field-spot".to_owned() } else { format!("field-spot-{place}") };
            view! {
                <label class="choice">
                    <input type="radio" id=id name=field::SPOT.wire() value=spot.as_str() checked=chosen == spot.as_str()/>
                    <span dir="auto">{spot_words(*spot)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices"><legend>{say!(mastery.spot)}</legend>{wrong}<div class="spots" dir="ltr">{places}</div></fieldset>
    }
    .into_any()
}
