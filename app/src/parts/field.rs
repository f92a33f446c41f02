//! The fields of forms. Each finds what was typed into it, and what is wrong with it, in the page's [`Form`]; an
//! explicit `value` is what it starts with when nothing was typed yet.

use kinfolio::field::{self, FieldName};
use kinfolio::language::{Language, Languages, OFFERED};
use kinfolio::policy::Audience;
use leptos::prelude::*;

use super::{Icon, escaped};
use crate::form::Form;
use crate::own_words::WritesIn;
use crate::wording::{language_name, locale, problem};

/// What stands in a field, and what is wrong with it.
fn state(name: &FieldName, value: Option<String>) -> (String, Option<String>) {
    let form = use_context::<Form>().unwrap_or_default();
    let typed = form.values().has(name).then(|| form.value(name));
    (typed.or(value).unwrap_or_default(), form.problem(name).map(|wrong| problem(locale(), wrong)))
}

fn id_of(name: &FieldName) -> String {
    format!("field-{name}")
}

/// `aria-describedby`: the hint and the problem, as far as there are any.
fn described(id: &str, hint: bool, wrong: bool) -> Option<String> {
    let parts = [hint.then(|| format!("{id}-hint")), wrong.then(|| format!("{id}-problem"))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Label, hint, problem, and the field between them.
#[component]
fn FieldFrame(
    name: FieldName,
    label: String,
    hint: Option<String>,
    wrong: Option<String>,
    optional: bool,
    children: Children,
) -> impl IntoView {
    let id = id_of(&name);
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    let optional = optional.then(|| view! { " " <span class="optional">{say!(shell.optional)}</span> });
    view! {
        <div class=class>
            <label for=id.clone()>{label}{optional}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {wrong.map(|wrong| view! { <p class="error" id=format!("{id}-problem")><Icon name="warning"/> {wrong}</p> })}
            {children()}
        </div>
    }
}

/// One line: text, a password, a number, a date.
#[component]
pub fn TextField(
    name: FieldName,
    label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] value: Option<String>,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    /// For the browser's memory: `username`, `current-password`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    #[prop(optional)] optional: bool,
    /// Whether the words are a person's own, in whatever direction they are written.
    #[prop(default = true)]
    words: bool,
    /// Whether it is a title or something else that a person says: set in the type of people's words.
    #[prop(optional)]
    said: bool,
    /// The language that is written in it, where it can be only one.
    #[prop(optional)]
    language: Option<Language>,
    /// Names that somebody may want to type.
    #[prop(optional)]
    suggested: Vec<String>,
) -> impl IntoView {
    let (value, wrong) = state(&name, value);
    let language = language.map(|language| language.tag().to_owned());
    // A password is typed again rather than sent back.
    let value = if kind == "password" { String::new() } else { value };
    let class = said.then_some("said");
    let id = id_of(&name);
    let described = described(&id, hint.is_some(), wrong.is_some());
    let invalid = wrong.is_some().then_some("true");
    let list = (!suggested.is_empty()).then(|| format!("{id}-list"));
    let suggested = list.clone().map(|list| {
        let names = suggested.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
        view! { <datalist id=list>{names}</datalist> }
    });
    view! {
        <FieldFrame name=name.clone() label hint wrong optional>
            <input class=class id=id name=name.wire() type=kind value=value autocomplete=autocomplete lang=language list=list
                dir=words.then_some("auto") aria-describedby=described aria-invalid=invalid/>
            {suggested}
        </FieldFrame>
    }
}

/// Several lines. The one way to a `<textarea>`: leptos 0.8 does not escape its text.
#[component]
pub fn TextArea(
    name: FieldName,
    label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] value: Option<String>,
    #[prop(default = 6)] rows: u32,
    #[prop(optional)] optional: bool,
    /// The language that is written in it, where it can be only one.
    #[prop(optional)]
    language: Option<Language>,
) -> impl IntoView {
    let (value, wrong) = state(&name, value);
    let language = language.map(|language| language.tag().to_owned());
    let id = id_of(&name);
    let described = described(&id, hint.is_some(), wrong.is_some());
    let invalid = wrong.is_some().then_some("true");
    // A line break right after the tag is not part of the text; without it, one of the text's own would be lost.
    let inner = format!("\n{}", escaped(&value));
    view! {
        <FieldFrame name=name.clone() label hint wrong optional>
            <textarea id=id name=name.wire() rows=rows.to_string() dir="auto" lang=language
                aria-describedby=described aria-invalid=invalid inner_html=inner></textarea>
        </FieldFrame>
    }
}

/// One of several, in a list that opens.
#[component]
pub fn SelectField(
    name: FieldName,
    label: String,
    /// Value and words of each choice.
    choices: Vec<(String, String)>,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] value: Option<String>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let (value, wrong) = state(&name, value);
    let id = id_of(&name);
    let described = described(&id, hint.is_some(), wrong.is_some());
    let invalid = wrong.is_some().then_some("true");
    let choices = choices
        .into_iter()
        .map(|(choice, words)| view! { <option selected=choice == value value=choice dir="auto">{words}</option> })
        .collect_view();
    view! {
        <FieldFrame name=name.clone() label hint wrong optional>
            <select id=id name=name.wire() aria-describedby=described aria-invalid=invalid>{choices}</select>
        </FieldFrame>
    }
}

/// One choice of a group.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub words: String,
    /// A line below, in smaller type.
    pub note: Option<String>,
    /// The language the words are in, where that is not the page's.
    pub language: Option<Language>,
}

impl Choice {
    /// A choice with these words.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into(), note: None, language: None }
    }

    /// With a note below.
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }
}

/// One of several, all in sight.
#[component]
pub fn Radios(
    name: FieldName,
    label: String,
    choices: Vec<Choice>,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional_no_strip, into)] value: Option<String>,
) -> impl IntoView {
    let (value, wrong) = state(&name, value);
    group("radio", name, label, choices, hint, vec![value], wrong)
}

/// Any of several.
#[component]
pub fn Ticks(
    name: FieldName,
    label: String,
    choices: Vec<Choice>,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional)] values: Vec<String>,
) -> impl IntoView {
    let form = use_context::<Form>().unwrap_or_default();
    let posted = form.values().iter().next().is_some();
    let values = if posted { form.values().all(&name).map(str::to_owned).collect() } else { values };
    let wrong = form.problem(&name).map(|wrong| problem(locale(), wrong));
    group("checkbox", name, label, choices, hint, values, wrong)
}

fn group(
    kind: &'static str,
    name: FieldName,
    label: String,
    choices: Vec<Choice>,
    hint: Option<String>,
    chosen: Vec<String>,
    wrong: Option<String>,
) -> impl IntoView {
    let id = id_of(&name);
    let described = described(&id, hint.is_some(), wrong.is_some());
    // The first one carries the group's own id, so that the list of problems can lead there; where there is none, the group.
    let own = choices.is_empty().then(|| id.clone());
    let rows = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let row = if place == 0 { id.clone() } else { format!("{id}-{place}") };
            let checked = chosen.contains(&choice.value);
            view! {
                <label class="choice">
                    <input type=kind id=row name=name.clone().wire() value=choice.value checked=checked/>
                    <span>
                        <span dir="auto" lang=choice.language.map(|language| language.tag().to_owned())>{choice.words}</span>
                        {choice.note.map(|note| view! { " " <small dir="auto">{note}</small> })}
                    </span>
                </label>
            }
        })
        .collect_view();
    let class = if wrong.is_some() { "choices field--error" } else { "choices" };
    view! {
        <fieldset class=class id=own aria-describedby=described>
            <legend>{label}</legend>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {wrong.map(|wrong| view! { <p class="error" id=format!("{id}-problem")><Icon name="warning"/> {wrong}</p> })}
            {rows}
        </fieldset>
    }
}

/// Which language somebody's words are in. Their own languages come first.
#[component]
pub fn LanguageField(
    #[prop(default = field::LANGUAGE)] name: FieldName,
    #[prop(optional_no_strip, into)] label: Option<String>,
    /// The writer's languages, the preferred one first.
    #[prop(optional)]
    own: Languages,
    #[prop(optional_no_strip, into)] value: Option<String>,
    /// Whether the words may say it themselves where nobody chooses: its handler goes on with `in_words`.
    #[prop(optional)]
    guess: bool,
) -> impl IntoView {
    // One with a label of its own is not about somebody's words: what they wrote in last says nothing of it.
    let is_of_words = label.is_none();
    let WritesIn { last, schools } = use_context().filter(|_| is_of_words).unwrap_or_default();
    let own = last.and([&own]);
    let value = value.filter(|tag| *tag != Language::none().tag());
    let mut choices: Vec<(String, String)> =
        own.0.iter().map(|own| (own.tag().to_owned(), language_name(own))).collect();
    for language in OFFERED.iter().filter_map(|(tag, _)| Language::tagged(tag)) {
        if !choices.iter().any(|(known, _)| known == language.tag()) {
            choices.push((language.tag().to_owned(), language_name(&language)));
        }
    }
    // What stands was chosen once: only fresh words say it themselves.
    let guess = guess && value.is_none();
    let value = value.or_else(|| choices.first().map(|(tag, _)| tag.clone()));
    let form = use_context::<Form>().unwrap_or_default();
    let among = Languages(value.as_deref().and_then(Language::tagged).into_iter().collect()).and([&own]);
    let shown = match form.value(field::LANGUAGE_SHOWN) {
        typed if typed.is_empty() => among.and([&schools]).tags(),
        typed => typed,
    };
    let hint = form.values().has(field::LANGUAGE_GUESSED).then(|| say!(shell.words_language_guessed));
    view! {
        <SelectField name label=label.unwrap_or_else(|| say!(shell.words_language)) hint choices value/>
        {is_of_words.then(|| view! { <Hidden name=field::LANGUAGE_SHOWN value=shown/> })}
        {guess.then(|| view! { <Hidden name=field::LANGUAGE_GUESS value="yes"/> })}
    }
}

/// Who may see a thing.
#[component]
pub fn AudienceField(
    #[prop(optional_no_strip, into)] value: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    let choices = Audience::ALL
        .iter()
        .map(|audience| Choice::new(audience.as_str(), audience_words(*audience)).noted(audience_note(*audience)))
        .collect();
    view! { <Radios name=field::AUDIENCE label=say!(shell.audience) choices value hint/> }
}

/// An audience, by name.
pub fn audience_words(audience: Audience) -> String {
    match audience {
        Audience::Me => say!(shell.audience_me),
        Audience::Advisor => say!(shell.audience_advisor),
        Audience::Family => say!(shell.audience_family),
        Audience::Conference => say!(shell.audience_conference),
    }
}

fn audience_note(audience: Audience) -> String {
    match audience {
        Audience::Me => say!(shell.audience_me_note),
        Audience::Advisor => say!(shell.audience_advisor_note),
        Audience::Family => say!(shell.audience_family_note),
        Audience::Conference => say!(shell.audience_conference_note),
    }
}

/// A value that travels with the form unseen.
#[component]
pub fn Hidden(name: FieldName, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name.wire() value=value/> }
}

/// At the head of a form that came back: how many places to look at, each a link to its field that says what the field is
/// called and what is wrong with it.
#[component]
pub fn ProblemSummary() -> impl IntoView {
    let form = use_context::<Form>().unwrap_or_default();
    let problems: Vec<(FieldName, String)> =
        form.problems().iter().map(|(field, wrong)| (field.clone(), problem(locale(), wrong))).collect();
    (!problems.is_empty()).then(|| {
        let count = problems.len() as i64;
        let links = problems
            .into_iter()
            .map(|(field, words)| {
                let id = id_of(&field);
                // `shell::named` puts the field's name in, as it stands beside the field.
                let to = format!("#{id}");
                view! { <li><a href=to><strong data-names=id></strong> " " {words}</a></li> }
            })
            .collect_view();
        view! {
            <div class="errors" role="alert">
                <h2>{say!(problem.places, count = count)}</h2>
                <ul>{links}</ul>
            </div>
        }
    })
}
