//! The form that puts a translation beside words, or a recording of somebody who reads them aloud; and what becomes of these.

use kinfolio::field;
use kinfolio::id::{RenditionId, SoundId, TargetId};
use kinfolio::language::Languages;
use kinfolio::rendition::{Original, Rendition, WordsOf};
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::{Problem, Problems, limit, optional_text};
use leptos::prelude::*;

use super::address;
use super::draft::{self, DraftPart};
use crate::asking::{Asking, In, go_saying};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::Form;
use crate::media::{Bytes, SOUND};
use crate::parts::{FormPage, LanguageField, SoundField, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{seen, thrown};
use crate::wording::apart;

/// The form, for words of a student's.
pub async fn page(asking: Asking, In((of, thing)): In<(String, String)>) -> Answer {
    let original = found(&asking, &mut asking.read().await?, named(&of)?, &thing).await?;
    show(&asking, original, Form::default()).await
}

/// The form, for a target of the school's.
pub async fn page_of_target(asking: Asking, In(target): In<TargetId>) -> Answer {
    let original = found(&asking, &mut asking.read().await?, WordsOf::Target, target.as_str()).await?;
    show(&asking, original, Form::default()).await
}

/// Puts it beside them.
pub async fn add(asking: Asking, In((of, thing)): In<(String, String)>, fields: Fields) -> Answer {
    keep(&asking, named(&of)?, &thing, &fields).await
}

/// Puts it beside a target.
pub async fn add_to_target(asking: Asking, In(target): In<TargetId>, fields: Fields) -> Answer {
    keep(&asking, WordsOf::Target, target.as_str(), &fields).await
}

/// A target has an address of its own: other people may do this.
fn named(of: &str) -> Result<WordsOf, Refusal> {
    WordsOf::named(of).filter(|of| *of != WordsOf::Target).ok_or(Refusal::NotFound)
}

/// The words, when whoever asks may put something beside them.
async fn found(asking: &Asking, conn: &mut Conn, of: WordsOf, thing: &str) -> Result<Original, Refusal> {
    let original = Original::seen_by(conn, asking.viewer()?, of, thing).await?;
    original.filter(|original| original.may_render).ok_or(Refusal::NotFound)
}

async fn keep(asking: &Asking, of: WordsOf, thing: &str, fields: &Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut problems = Problems::default();
    let bytes = Bytes::of(asking, fields, &mut problems).await;
    let mut tx = asking.write().await?;
    let original = found(asking, &mut tx, of, thing).await?;
    let (sound, _) = bytes.brought(&mut tx, asking, fields, (None, None)).await?;
    if draft::asked(fields) {
        // The form comes again with the draft, and with what was recorded: nothing is kept beside the words yet.
        let values = carried_along(fields, sound.as_ref());
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        let form = draft::drafted(asking, values, problems, (&original.text, &original.language)).await?;
        return show(asking, original, form).await;
    }
    let words = problems.take(field::TEXT, optional_text(fields.get(field::TEXT), limit::WORDS));
    let language = problems.language(fields.get(field::LANGUAGE));
    if words.is_empty() && sound.is_none() && problems.is_empty() {
        problems.note(field::TEXT, Problem::Missing);
    }
    if !words.is_empty() && language == original.language {
        problems.note(field::LANGUAGE, Problem::Said(say_in!(asking.locale, voice.same_language)));
    }
    if !problems.is_empty() {
        let values = carried_along(fields, sound.as_ref());
        // What was recorded is kept, so that nobody has to read it twice.
        asking.not_done(&mut tx).await?;
        tx.commit().await?;
        return show(asking, original, Form::again(&values, problems)).await;
    }
    let before = asking.before(&mut tx, SeenAct::Render, &original.id).await?;
    let by = (&viewer.school_id, &viewer.person_id);
    let kept = (words.as_str(), sound.as_ref(), &language, draft::is_unchecked(fields));
    original.render(&mut tx, by, kept, asking.now()).await?;
    asking.done(tx, before, &original.path, Done::Rendered).await
}

/// The values of a form that has to come again, with the recording it brought.
fn carried_along(fields: &Fields, sound: Option<&SoundId>) -> crate::fields::Values {
    let mut values = fields.values.clone();
    if let Some(sound) = sound {
        values.set(SOUND.kept, sound.to_string());
        values.forget(SOUND.leave);
    }
    values
}

/// Says that a translation is right.
pub async fn check(asking: Asking, In(id): In<RenditionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let found = Rendition::seen_by(&mut tx, viewer, &id).await?;
    let (rendition, original) = found.ok_or(Refusal::NotFound)?;
    if !rendition.is_checked_by(original.author.as_ref(), &viewer.person_id, viewer.role) {
        return Err(Refusal::NotFound);
    }
    let read_at = fields.parsed(field::READ_AT).unwrap_or_default();
    let before = asking.before(&mut tx, SeenAct::Render, &original.id).await?;
    let checked = rendition.check(&mut tx, viewer, read_at, asking.now()).await?;
    let said = if checked.is_kept() { Done::TranslationChecked } else { Done::TranslationChanged };
    asking.done(tx, before, &original.path, said).await
}

/// Its maker takes it back: into their bin, with the recording.
pub async fn take_back(asking: Asking, In(id): In<RenditionId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let rendition = Rendition::of_maker(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    let original = Original::seen_by(&mut tx, viewer, rendition.kind, &rendition.thing_id).await?;
    seen(&fields)?;
    let gone = BinKind::Rendition.throw_away(&mut tx, viewer, &id, &rendition.text, asking.now()).await?;
    tx.commit().await?;
    go_saying(original.map_or_else(|| "/bin".to_owned(), |original| original.path), thrown(&gone))
}

async fn show(asking: &Asking, original: Original, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let page = Page::titled(say_in!(asking.locale, rendition.title)).with_islands().with_form(form);
    let translator = asking.services.settings.translator.clone();
    Ok(asking
        .page(page, move || {
            // Whoever speaks another language translates; whoever does not reads aloud.
            let other = languages.0.iter().find(|language| **language != original.language);
            let value = other.unwrap_or(&original.language).tag().to_owned();
            let own = languages.clone().and([&Languages(vec![original.language.clone()])]);
            let name = apart(&original.author_name);
            let above = view! {
                <div class="voice voice--line">
                    <div class="said" lang=original.language.tag().to_owned() dir="auto"><Paragraphs text=original.text.clone()/></div>
                </div>
            };
            let (ask, note) = (draft::ask(translator.as_ref()), draft::ask_note(translator.as_ref()));
            view! {
                <FormPage back=original.path.clone() back_words=say!(rendition.back) title=say!(rendition.title)
                    lead=say!(rendition.lead, name = name) above=above.into_any() files=true
                    action=address(original.of, &original.id) save=say!(rendition.add)
                    beside=ask note=note>
                    <LanguageField label=say!(rendition.language) own value/>
                    <TextArea name=field::TEXT label=say!(voice.translation) hint=say!(rendition.words_hint) optional=true/>
                    <DraftPart/>
                    <h2>{say!(rendition.read_aloud)}</h2>
                    <p class="soft small">{say!(rendition.read_aloud_note)}</p>
                    <SoundField bare=true/>
                </FormPage>
            }
        })
        .await)
}
