//! Words in another language: beneath the words they come from, with the name of whoever made them.

use kinfolio::definition::{Contribution, Definition, Translation};
use kinfolio::field;
use kinfolio::id::{ContributionId, TranslationId};
use kinfolio::language::{Language, Languages};
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{Problem, Problems, limit, text};
use leptos::prelude::*;

use super::around::Around;
use super::saying::Said;
use super::words::{Paragraphs, author};
use super::{path, place, words_seen};
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, Hidden, Icon, LanguageField, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::rendition::draft::{self, DraftPart};
use crate::shell::{Done, Page};
use crate::wording::apart;

/// Words of somebody else, to be translated.
struct TranslationForm {
    definition: Definition,
    student: Student,
    words: Contribution,
    viewer: Viewer,
}

/// The form.
pub async fn page(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let desk = desk(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, desk, Form::default()).await
}

/// Adds a translation, or mends one's own.
pub async fn add(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let desk = desk(&asking, &mut tx, &id).await?;
    let mut problems = Problems::default();
    if draft::asked(&fields) {
        // The form comes again with the draft: nothing is kept yet.
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        let said = &desk.words.said;
        let form = draft::drafted(&asking, fields.values.clone(), problems, (said.in_words(), &said.language)).await?;
        return show(&asking, desk, form).await;
    }
    let words = problems.take(field::TEXT, text(fields.get(field::TEXT), limit::WORDS));
    let language = problems.language(fields.get(field::LANGUAGE));
    if language == desk.words.said.language {
        problems.note(field::LANGUAGE, Problem::Said(say_in!(asking.locale, voice.same_language)));
    }
    if !problems.is_empty() {
        drop(tx);
        return show(&asking, desk, Form::again(&fields, problems)).await;
    }
    let by = &desk.viewer.person_id;
    let before = asking.before(&mut tx, SeenAct::Translate, &id).await?;
    let kept = (words.as_str(), &language, draft::is_unchecked(&fields));
    desk.words.translate(&mut tx, &desk.definition, by, kept, asking.now()).await?;
    asking.done(tx, before, place_of(&desk.definition, &id), Done::Translated).await
}

/// Says that a translation is right.
pub async fn check(asking: Asking, In(id): In<TranslationId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let found = Translation::contribution_of(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let (definition, _, words) = words_seen(&asking, &mut tx, &found, Action::Contribute).await?;
    let translations = Translation::of(&mut tx, &definition, std::slice::from_ref(&words)).await?;
    let translation = translations.into_iter().find(|translation| translation.id == id).ok_or(Refusal::NotFound)?;
    if !translation.is_checked_by(&words.author_id, &viewer.person_id, viewer.role) {
        return Err(Refusal::NotFound);
    }
    let read_at = fields.parsed(field::READ_AT).unwrap_or_default();
    let before = asking.before(&mut tx, SeenAct::Translate, &found).await?;
    let checked = translation.check(&mut tx, &viewer.school_id, read_at, &viewer.person_id, asking.now()).await?;
    let said = if checked.is_kept() { Done::TranslationChecked } else { Done::TranslationChanged };
    asking.done(tx, before, place_of(&definition, &found), said).await
}

/// Where words stand.
fn place_of(definition: &Definition, id: &ContributionId) -> String {
    format!("{}#c-{id}", path(definition))
}

/// Words are translated by somebody else than whoever said them.
async fn desk(asking: &Asking, conn: &mut Conn, id: &ContributionId) -> Result<TranslationForm, Refusal> {
    let viewer = asking.viewer()?.clone();
    let (definition, student, words) = words_seen(asking, conn, id, Action::Contribute).await?;
    if words.author_id == viewer.person_id {
        return Err(Refusal::NotFound);
    }
    Ok(TranslationForm { definition, student, words, viewer })
}

async fn show(asking: &Asking, desk: TranslationForm, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, voice.translate)).at(place(&desk.student)).working().with_form(form);
    let translator = asking.services.settings.translator.clone();
    Ok(asking
        .page(page, move || {
            let TranslationForm { definition, words, viewer, .. } = desk;
            let name = author(&words);
            // A machine reads no recordings.
            let translator = translator.filter(|_| !words.said.in_words().is_empty());
            let (ask, note) = (draft::ask(translator.as_ref()), draft::ask_note(translator.as_ref()));
            let own = Languages(other_languages(&viewer.languages, &words.said.language).cloned().collect());
            view! {
                <FormPage back=place_of(&definition, &words.id) back_words=say!(definition.title) title=say!(voice.translate)
                    lead=say!(voice.translate_lead, name = apart(&name))
                    above=view! { <VoiceCard voice=Voice::of(words.author_role) name=name.clone() language=words.said.language.clone()>
                    <Said said=words.said name/>
                    </VoiceCard> }.into_any()
                    action=format!("/contribution/{}/translation", words.id) save=say!(voice.translation_add)
                    beside=ask note=note>
                    <TextArea name=field::TEXT label=say!(voice.translation)/>
                    <DraftPart/>
                    <LanguageField label=say!(voice.into) own/>
                </FormPage>
            }
        })
        .await)
}

/// Somebody's languages, but for the one the words are in already.
fn other_languages<'a>(own: &'a Languages, words: &'a Language) -> impl Iterator<Item = &'a Language> {
    own.0.iter().filter(move |language| *language != words)
}

/// What stands beneath words: their translations.
pub(super) fn beneath(words: &Contribution, around: &Around) -> Option<AnyView> {
    let lines: Vec<_> = around
        .translations
        .iter()
        .filter(|translation| translation.contribution_id == words.id)
        .map(|translation| {
            // Others are asked only where they speak both languages; whose words they are can always say so.
            let is_own = translation.is_draft && translation.translated_by == around.viewer;
            let can_tell =
                is_own || words.author_id == around.viewer || around.languages.0.contains(&translation.language);
            let checks = translation.checker_name.is_none()
                && can_tell
                && translation.is_checked_by(&words.author_id, &around.viewer, around.student.standing.role)
                && translation.of_version == words.version;
            line(translation.clone(), words.version, checks)
        })
        .collect();
    (!lines.is_empty()).then(|| lines.into_any())
}

/// The ways on from words: to translate them, and to the words there were before.
pub(super) fn ways(words: &Contribution, around: &Around) -> Vec<(String, String)> {
    let speaks_another = other_languages(&around.languages, &words.said.language).next().is_some();
    let translates = words.author_id != around.viewer
        && speaks_another
        && !words.said.in_words().is_empty()
        && around.definition.takes(Action::Contribute);
    let translate = translates.then(|| (format!("/contribution/{}/translation", words.id), say!(voice.translate)));
    let is_own = words.author_id == around.viewer;
    let earlier =
        (is_own && words.version > 1).then(|| (format!("/contribution/{}/earlier", words.id), say!(voice.earlier)));
    translate.into_iter().chain(earlier).collect()
}

/// One translation. `version` is the version of the words as they are now.
fn line(translation: Translation, version: i64, checks: bool) -> impl IntoView {
    let name = apart(&translation.translator_name);
    let by = match translation.is_draft {
        true => say!(rendition.draft_mark, name = name),
        false => say!(voice.translated_by, name = name),
    };
    let older = (translation.of_version != version).then(|| format!(" · {}", say!(voice.of_earlier)));
    let is_draft = translation.is_draft.then(|| view! { <Icon name="warning"/> " " });
    let words = if translation.is_draft { say!(rendition.draft_check) } else { say!(voice.check) };
    let about = format!("{} · {by}", translation.language.own_name());
    let by_family = translation.checker_role == Some(Role::Family);
    let checked = translation.checker_name.map(|name| {
        let words = match by_family {
            true => say!(voice.checked, name = apart(name)),
            false => say!(voice.checked_by_author, name = apart(name)),
        };
        view! { <span><Icon name="check"/> {words}</span> }
    });
    let check = checks.then(|| {
        view! {
            <form class="noprint" method="post" action=format!("/translation/{}/check", translation.id)>
                <Hidden name=field::READ_AT value=translation.translated_at.0.to_string()/>
                <button class="btn btn--small">{words}</button>
            </form>
        }
    });
    view! {
        <div class="translation">
            <div lang=translation.language.tag().to_owned() dir="auto"><Paragraphs text=translation.text/></div>
            <p class="voice__foot"><span>{is_draft} {about} {older}</span> {checked}</p>
            {check}
        </div>
    }
}
