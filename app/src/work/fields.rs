//! The fields of a work, for adding, changing and revising it.

use kinfolio::target::Target;
use kinfolio::work::{Picture, Typed, Width, WorkForm};
use leptos::prelude::*;

use super::form_name;
use crate::fields::{Fields, PICTURE_MB};
use crate::parts::{Choice, Icon, Radios, SelectField, TextArea, TextField, Ticks};

/// What was typed into them.
pub(super) fn typed(fields: &Fields) -> Typed<'_> {
    Typed {
        title: fields.get("title"),
        form: fields.get("form"),
        language: fields.get("language"),
        audience: fields.get("audience"),
        targets: fields.all_parsed("target"),
        text: fields.get("text"),
        reflection_prompt: fields.get("reflection_prompt"),
        reflection: fields.get("reflection"),
    }
}

/// The prompts to look back with; what is kept is the student's choice of words.
pub(super) fn prompts() -> Vec<String> {
    vec![
        say!(work.prompt_chose),
        say!(work.prompt_changed),
        say!(work.prompt_learned),
        say!(work.prompt_not_there),
        say!(work.prompt_helps),
        say!(work.prompt_helped),
    ]
}

/// Looking back: a prompt and the words.
#[component]
pub(super) fn LookingBack(#[prop(into)] prompt: String, #[prop(into)] reflection: String) -> impl IntoView {
    let mut choices: Vec<(String, String)> = vec![(String::new(), say!(work.prompt_free))];
    choices.extend(prompts().into_iter().map(|words| (words.clone(), words)));
    if !choices.iter().any(|(value, _)| *value == prompt) {
        choices.push((prompt.clone(), prompt.clone()));
    }
    view! {
        <SelectField name="reflection_prompt" label=say!(work.prompt) choices value=prompt/>
        <TextArea name="reflection" label=say!(work.reflection) hint=say!(work.reflection_hint) value=reflection rows=4 optional=true/>
    }
}

/// The field for new pictures.
#[component]
pub(super) fn NewPictures(wrong: Option<String>) -> impl IntoView {
    let described = if wrong.is_some() { "field-pictures-hint field-pictures-problem" } else { "field-pictures-hint" };
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    view! {
        <div class=class>
            {wrong.map(|wrong| view! { <p class="error" id="field-pictures-problem"><Icon name="warning"/> {wrong}</p> })}
            <label class="drop" for="field-pictures">
                <Icon name="camera"/>
                <strong>{say!(work.pictures_take)}</strong>
                <span class="soft small" id="field-pictures-hint">{say!(work.pictures_hint, max = PICTURE_MB.to_string())}</span>
                <input type="file" id="field-pictures" name="pictures" multiple accept="image/jpeg,image/png,image/webp,image/gif"
                    aria-describedby=described/>
            </label>
        </div>
    }
}

/// The pictures that are there: what they show, and taking them out.
#[component]
pub(super) fn PicturesThere(pictures: Vec<Picture>) -> impl IntoView {
    let rows = pictures
        .into_iter()
        .map(|picture| {
            let name = format!("describe-{}", picture.id);
            view! {
                <li>
                    <img class="thumb" src=picture.address(Width::Small) alt="" width=picture.width.to_string() height=picture.height.to_string()/>
                    <TextField name label=say!(work.describe) hint=say!(work.describe_hint) value=picture.description.clone()/>
                    <button class="btn btn--small btn--quiet" name="take_out" value=picture.id.to_string()>{say!(work.take_out)}</button>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="files files--described">{rows}</ul> }
}

/// The form a work takes.
#[component]
pub(super) fn FormField(#[prop(into)] value: String) -> impl IntoView {
    let choices = WorkForm::ALL.iter().map(|form| Choice::new(form.as_str(), form_name(*form))).collect();
    view! { <Radios name="form" label=say!(work.form) choices value/> }
}

/// The learning targets of the school, by subject.
#[component]
pub(super) fn TargetsField(targets: Vec<Target>, chosen: Vec<String>) -> impl IntoView {
    if targets.is_empty() {
        return view! { <p class="nudge">{say!(work.targets_none)}</p> }.into_any();
    }
    let choices = targets
        .into_iter()
        .map(|target| Choice::new(target.id.to_string(), target.statement).noted(target.subject))
        .collect();
    view! { <Ticks name="target" label=say!(work.targets) hint=say!(work.targets_hint) choices values=chosen/> }
        .into_any()
}
