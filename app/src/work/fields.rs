//! The fields of a work, for adding, changing and revising it.

use kinfolio::field;
use kinfolio::markdown::glimpse;
use kinfolio::sound::LONGEST_SECONDS;
use kinfolio::target::Target;
use kinfolio::words::{Problem, Problems};
use kinfolio::work::{LONGEST_FILM_SECONDS, Picture, PictureWidth, TypedWork, WorkFile, WorkForm, no_link};
use leptos::prelude::*;

use super::form_name;
use crate::fields::Fields;
use crate::form::Form;
use crate::islands::{Camera, CameraWords, Here, Recorder, RecorderWords};
use crate::own_words::school_lang;
use crate::parts::{Choice, Icon, Radios, SelectField, TextArea, TextField};
use crate::wording::{Locale, apart};

/// What a work is made of, as browsers name it. Without HEIC: phones then send a JPEG.
pub(super) const ACCEPTED: &str =
    "image/jpeg,image/png,image/webp,image/gif,application/pdf,audio/*,video/*,text/plain,.md";

/// What was typed into them.
pub(super) fn typed(fields: &Fields) -> TypedWork<'_> {
    TypedWork {
        title: fields.get(field::TITLE),
        form: fields.get(field::FORM),
        language: fields.get(field::LANGUAGE),
        audience: fields.get(field::AUDIENCE),
        targets: fields.all_parsed(field::TARGET),
        text: fields.has(field::TEXT).then(|| fields.get(field::TEXT)),
        links: fields.has(field::LINKS).then(|| fields.get(field::LINKS)),
        reflection_prompt: fields.get(field::REFLECTION_PROMPT),
        reflection: fields.get(field::REFLECTION),
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
        <SelectField name=field::REFLECTION_PROMPT label=say!(work.prompt) choices value=prompt/>
        <TextArea name=field::REFLECTION label=say!(work.reflection) hint=say!(work.reflection_hint) value=reflection rows=4 optional=true/>
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
                <strong>{say!(file.take)}</strong>
                <span class="soft small" id="field-pictures-hint">{say!(file.hint)}</span>
                <input type="file" id="field-pictures" name=field::PICTURES.wire() multiple accept=ACCEPTED
                    aria-describedby=described/>
            </label>
        </div>
        <Camera field="pictures".to_owned() longest=LONGEST_FILM_SECONDS words=CameraWords::here()/>
        <div class="field record">
            <label for="field-recording">{say!(file.record)}</label>
            <Recorder field="recording".to_owned() longest=LONGEST_SECONDS words=RecorderWords::here()/>
            <div id="plain-recording">
                <input type="file" id="field-recording" name=field::PICTURES.wire() accept="audio/*" capture="user"/>
            </div>
        </div>
    }
}

/// Pages elsewhere that belong to it.
#[component]
pub(super) fn LinksField(#[prop(into)] value: String) -> impl IntoView {
    view! { <TextArea name=field::LINKS label=say!(file.links) hint=say!(file.links_hint) value rows=2 optional=true/> }
}

/// Notes the first line that is no link: others will want to follow it.
pub(super) fn check_links(locale: Locale, written: &str, problems: &mut Problems) {
    if let Some(line) = no_link(written) {
        let line = glimpse(line, 60);
        problems.note(field::LINKS, Problem::Said(say_in!(locale, file.no_link, line = apart(line))));
    }
}

/// The pictures that are there: what they show, and taking them out. A tick rather than a button: the first button of a
/// form is the one that the enter key presses.
#[component]
pub(super) fn PicturesThere(pictures: Vec<Picture>) -> impl IntoView {
    let rows = pictures
        .into_iter()
        .map(|picture| {
            let name = field::DESCRIBE.about(&picture.id);
            view! {
                <li>
                    <Thumb picture=picture.clone()/>
                    <TextField name label=say!(work.describe) hint=say!(work.describe_hint) value=picture.description/>
                    <TakeOut picture=picture.id.to_string() words=say!(work.take_out)/>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="files files--described">{rows}</ul> }
}

/// The pictures that a new version begins with, and leaving them out.
#[component]
pub(super) fn FilesAlong(pictures: Vec<Picture>, files: Vec<WorkFile>) -> impl IntoView {
    (!pictures.is_empty() || !files.is_empty()).then(|| {
        let pictures = pictures
            .into_iter()
            .map(|picture| {
                let shows = picture.description.clone();
                view! {
                    <li>
                        <Thumb picture=picture.clone()/>
                        <p dir="auto">{shows}</p>
                        <TakeOut picture=picture.id.to_string() words=say!(work.leave_out)/>
                    </li>
                }
            })
            .collect_view();
        let files = files
            .into_iter()
            .map(|file| {
                view! {
                    <li>
                        <p class="strong" dir="auto">{file.known_as().to_owned()}</p>
                        <TakeOut picture=file.id.to_string() words=say!(file.leave_out)/>
                    </li>
                }
            })
            .collect_view();
        view! {
            <fieldset class="choices">
                <legend>{say!(work.files_along)}</legend>
                <ul class="files files--described">{pictures}{files}</ul>
            </fieldset>
        }
    })
}

#[component]
fn Thumb(picture: Picture) -> impl IntoView {
    view! {
        <img class="thumb" src=picture.address(PictureWidth::Small) alt="" width=picture.width.to_string()
            height=picture.height.to_string()/>
    }
}

#[component]
fn TakeOut(picture: String, words: String) -> impl IntoView {
    view! { <label class="choice"><input type="checkbox" name=field::TAKE_OUT.wire() value=picture/> <span>{words}</span></label> }
}

/// The form a work takes.
#[component]
pub(super) fn FormField(#[prop(into)] value: String) -> impl IntoView {
    let choices = WorkForm::ALL.iter().map(|form| Choice::new(form.as_str(), form_name(*form))).collect();
    view! { <Radios name=field::FORM label=say!(work.form) choices value/> }
}

/// The learning targets of the school, subject by subject; a subject in which something is chosen stands open.
#[component]
pub(super) fn TargetsField(targets: Vec<Target>, chosen: Vec<String>) -> impl IntoView {
    if targets.is_empty() {
        return view! { <p class="nudge">{say!(work.targets_none)}</p> }.into_any();
    }
    let form = use_context::<Form>().unwrap_or_default();
    let was_sent = form.values().iter().next().is_some();
    let chosen = if was_sent { form.values().all(field::TARGET).map(str::to_owned).collect() } else { chosen };
    let few = targets.len() <= FEW_TARGETS;
    let subjects = by_subject(targets)
        .into_iter()
        .map(|(subject, targets)| {
            let open = few || targets.iter().any(|target| chosen.contains(&target.id.to_string()));
            let ticks = targets
                .into_iter()
                .map(|target| {
                    let id = target.id.to_string();
                    let checked = chosen.contains(&id);
                    view! {
                        <label class="choice">
                            <input type="checkbox" name=field::TARGET.wire() value=id checked=checked/>
                            <span lang=school_lang() dir="auto">{target.statement}</span>
                        </label>
                    }
                })
                .collect_view();
            view! { <details class="fold" open=open><summary><bdi lang=school_lang()>{subject}</bdi></summary>{ticks}</details> }
        })
        .collect_view();
    view! {
        <fieldset class="choices" id="field-target">
            <legend>{say!(work.targets)}</legend>
            <p class="hint">{say!(work.targets_hint)}</p>
            {subjects}
        </fieldset>
    }
    .into_any()
}

/// Up to this many targets are all in sight.
const FEW_TARGETS: usize = 8;

/// Subject by subject, both in the order in which they come.
fn by_subject(targets: Vec<Target>) -> Vec<(String, Vec<Target>)> {
    let mut subjects: Vec<(String, Vec<Target>)> = Vec::new();
    for target in targets {
        match subjects.iter_mut().find(|(subject, _)| *subject == target.subject) {
            Some((_, targets)) => targets.push(target),
            None => subjects.push((target.subject.clone(), vec![target])),
        }
    }
    subjects
}
