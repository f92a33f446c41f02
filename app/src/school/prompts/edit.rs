//! A question of the school's own: for each voice it asks, in each language of the school.

use kinfolio::definition::{Posed, Prompt, PromptWords, STUDENT, SchoolPrompt, SchoolWords, Section, prompt_limit};
use kinfolio::field::{self, FieldName};
use kinfolio::id::SchoolPromptId;
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::voice::Voice;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::{address, asked_by, languages, ours_to_change, to, voices};
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::{section_about, section_name};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{FormPage, Hidden, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};
use crate::wording::{Locale, number};

/// What the form is about.
struct PromptForm {
    section: Section,
    /// The one that is changed; a new one has none.
    prompt: Option<SchoolPrompt>,
    /// One of ours that a new one takes the place of.
    instead: Option<Prompt>,
    /// What the fields start with.
    words: PromptWords,
    /// How the one that is changed stands.
    stands: Option<(SchoolWords, Posed)>,
}

/// The form for a new one; for one of ours in the school's words, when the address names it.
pub async fn page_for_new(asking: Asking, In(section): In<Section>) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let instead = instead(section, asking.query().get(field::FROM));
    let languages = languages(viewer, asking.locale);
    let words = instead.map(|prompt| ours_to_change(prompt, &languages)).unwrap_or_default();
    show(&asking, PromptForm { section, prompt: None, instead, words, stands: None }, Form::default()).await
}

/// Adds it.
pub async fn add(asking: Asking, In(section): In<Section>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let id = fields.id_or(SchoolPromptId::new);
    let instead = instead(section, fields.get(field::INSTEAD));
    let mut tx = asking.write().await?;
    let school = SchoolWords::held(&mut tx, &viewer.school_id).await?;
    let problems = match typed(&asking, &fields, &PromptWords::default())? {
        Err(problems) => problems,
        Ok(words) => {
            if let Saved::Kept(id) = school.add(&mut tx, &viewer.school_id, &id, section, &words).await? {
                if let Some(prompt) = instead {
                    SchoolWords::put_ours_away(&mut tx, &viewer.school_id, prompt, true).await?;
                }
                tx.commit().await?;
                return go_saying(format!("{}#p-{id}", address(section)), Done::PromptSaved);
            }
            let full = say_in!(asking.locale, shaping.full, max = number(prompt_limit::PROMPTS as i64));
            let mut problems = Problems::default();
            problems.note(first_field(&asking)?, Problem::Said(full));
            problems
        }
    };
    drop(tx);
    let sheet = PromptForm { section, prompt: None, instead, words: PromptWords::default(), stands: None };
    show(&asking, sheet, Form::again(&fields.values, problems)).await
}

/// The form for one that is there.
pub async fn page(asking: Asking, In(id): In<SchoolPromptId>) -> Answer {
    asking.may_here(Action::ShapePrompts)?;
    let sheet = PromptForm::of(&asking.school_words, &id).ok_or(Refusal::NotFound)?;
    show(&asking, sheet, Form::default()).await
}

/// Words it differently.
pub async fn change(asking: Asking, In(id): In<SchoolPromptId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePrompts)?;
    let mut tx = asking.write().await?;
    let school = SchoolWords::held(&mut tx, &viewer.school_id).await?;
    let prompt = school.prompt(&id).ok_or(Refusal::NotFound)?.clone();
    let mut sheet = PromptForm::of(&school, &id).ok_or(Refusal::NotFound)?;
    let form = match typed(&asking, &fields, &sheet.words)? {
        Err(problems) => Form::again(&fields, problems),
        Ok(words) => {
            let from = fields.version();
            if school.reword(&mut tx, &viewer.school_id, &prompt, from, &words).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("{}#p-{id}", address(prompt.section)), Done::PromptSaved);
            }
            sheet.stands = Some((school, prompt.posed()));
            Form::stale(&fields, prompt.version, first_field(&asking)?)
        }
    };
    drop(tx);
    show(&asking, sheet, form).await
}

impl PromptForm {
    fn of(words: &SchoolWords, id: &SchoolPromptId) -> Option<Self> {
        let prompt = words.prompt(id)?.clone();
        let wording = words.wording(&prompt.posed())?.clone();
        Some(Self { section: prompt.section, prompt: Some(prompt), instead: None, words: wording, stands: None })
    }
}

fn instead(section: Section, word: &str) -> Option<Prompt> {
    Prompt::named(word).filter(|prompt| prompt.section() == section)
}

/// The words of the form. A field that did not come leaves its words as they were.
fn typed(asking: &Asking, fields: &Fields, before: &PromptWords) -> Result<Result<PromptWords, Problems>, Refusal> {
    let languages = languages(asking.viewer()?, asking.locale);
    let mut came = Vec::new();
    for (_, language) in &languages {
        for voice in Voice::ALL {
            let field = PromptWords::field(*voice, language);
            let was = before.get(*voice, language).unwrap_or_default();
            came.push((*voice, language.clone(), if fields.has(&field) { fields.get(&field) } else { was }));
        }
    }
    Ok(before.checked(came))
}

/// The first field: where it is said what is wrong with the words as a whole.
fn first_field(asking: &Asking) -> Result<FieldName, Refusal> {
    let languages = languages(asking.viewer()?, asking.locale);
    Ok(languages.first().map(|(_, language)| PromptWords::field(Voice::Student, language)).unwrap_or(field::TEXT))
}

async fn show(asking: &Asking, sheet: PromptForm, form: Form) -> Answer {
    let languages = languages(asking.viewer()?, asking.locale);
    let locale = asking.locale;
    let title = match sheet.prompt {
        None => say_in!(locale, shaping.new_title),
        Some(_) => say_in!(locale, shaping.edit_title),
    };
    let page = Page::titled(title.clone()).working().at(Place::Home).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let PromptForm { section, prompt, instead, words, stands } = sheet;
            let back = address(section);
            let action = match &prompt {
                None => format!("{back}/new"),
                Some(prompt) => format!("/prompt/{}", prompt.id),
            };
            let identity = Identity::of(&form, prompt.as_ref().map(|prompt| prompt.version), SchoolPromptId::new);
            let note = match (&prompt, instead) {
                (Some(_), _) => Some(say!(shaping.kept)),
                (None, Some(_)) => Some(say!(shaping.instead)),
                (None, None) => None,
            };
            let instead = instead.map(|prompt| view! { <Hidden name=field::INSTEAD value=prompt.as_str()/> });
            let reads_now = move || stands.map(|(school, posed)| voices(&asked_by(&school, &posed)));
            let parts = languages
                .iter()
                .enumerate()
                .map(|(place, language)| in_language(language, place == 0, &words, &form))
                .collect_view();
            let languages = (languages.len() > 1).then(|| say!(shaping.languages));
            view! {
                <FormPage back=back.clone() back_words=section_name(section) title
                    about=view! { <p class="soft">{section_about(section)}</p> }.into_any()
                    form_class="prompt-form" reads_now action identity save=say!(shaping.save)
                    beside=view! { <a class="btn btn--quiet" href=back.clone()>{say!(shaping.cancel)}</a> }.into_any()>
                    {instead}
                    <div class="flow">
                        <p>{say!(shaping.who)} " " {languages}</p>
                        <p>{say!(shaping.placeholder, mark = STUDENT)}</p>
                        {note.map(|note| view! { <p class="soft">{note}</p> })}
                    </div>
                    {parts}
                </FormPage>
            }
        })
        .await)
}

/// The words in one language: the one of the page in sight, the others behind their name until there is something in them.
fn in_language(
    (_, language): &(Locale, Language),
    first: bool,
    words: &PromptWords,
    form: &Form,
) -> impl IntoView + use<> {
    let mut open = first;
    let fields = Voice::ALL
        .iter()
        .map(|voice| {
            let field = PromptWords::field(*voice, language);
            let value = words.get(*voice, language).map(str::to_owned);
            open |= value.is_some() || !form.value(&field).is_empty() || form.problem(&field).is_some();
            let label = to(*voice);
            view! { <TextArea name=field label value rows=2 language=language.clone()/> }
        })
        .collect_view();
    view! {
        <details class="fold" open=open>
            <summary lang=language.tag().to_owned()>{language.own_name().to_owned()}</summary>
            <div class="flow">{fields}</div>
        </details>
    }
}
