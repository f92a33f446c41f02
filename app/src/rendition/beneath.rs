//! What stands beneath words: them in other languages, and people who read them aloud.

use kinfolio::field;
use kinfolio::id::PersonId;
use kinfolio::language::{Language, Languages};
use kinfolio::person::{Role, Viewer};
use kinfolio::rendition::{Rendition, WordsOf};
use kinfolio::store::{Conn, StoreError};
use leptos::prelude::*;

use super::address;
use crate::definition::words::Paragraphs;
use crate::parts::{Hidden, Icon, Player, way_about};
use crate::taking_back::TakeBack;
use crate::wording::{apart, language_name, written};

/// What others have put beside the words of a page, and who looks.
#[derive(Clone, Debug, Default)]
pub struct Renditions {
    all: Vec<Rendition>,
    viewer: Option<(PersonId, Role)>,
    languages: Languages,
}

/// Words on a page, to which something may belong.
pub struct Rendered<'w> {
    pub of: WordsOf,
    pub id: &'w str,
    /// As [`Original`](kinfolio::rendition::Original) has them.
    pub words: &'w str,
    /// What the words are in.
    pub language: &'w Language,
    pub author: Option<&'w PersonId>,
    /// Whether whoever looks may add to it.
    pub may: bool,
}

impl Renditions {
    /// What stands beside these things.
    pub async fn beside<T: AsRef<str>>(
        conn: &mut Conn,
        viewer: &Viewer,
        things: impl IntoIterator<Item = T>,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            all: Rendition::beside(conn, &viewer.school_id, things).await?,
            viewer: Some((viewer.person_id.clone(), viewer.role)),
            languages: viewer.languages.clone(),
        })
    }

    /// All of them.
    pub fn all(&self) -> &[Rendition] {
        &self.all
    }

    /// Beneath these words: what there is, and the way to add to it. What is in the reader's language stands open, where the
    /// words themselves are in none of theirs.
    pub fn beneath(&self, words: &Rendered<'_>) -> Option<AnyView> {
        let mine: Vec<&Rendition> =
            self.all.iter().filter(|one| one.kind == words.of && one.thing_id == words.id).collect();
        let way = words.may.then(|| {
            let label = way_about(&say!(rendition.way), words.words);
            view! { <p class="small noprint"><a href=address(words.of, words.id) aria-label=label>{say!(rendition.way)}</a></p> }
        });
        if mine.is_empty() {
            return way.map(IntoAny::into_any);
        }
        let here = written(crate::wording::locale());
        let reads = |language: &Language| *language == here || self.languages.0.contains(language);
        let open = !reads(words.language) && mine.iter().any(|one| reads(&one.language));
        let mut names: Vec<String> = mine.iter().map(|one| language_name(&one.language)).collect();
        names.dedup();
        let summary = say!(rendition.also, languages = apart(names.join(", ")));
        let lines: Vec<_> = mine.into_iter().map(|one| self.line(one, words)).collect();
        Some(
            view! {
                <details class="fold fold--quiet fold--paper" open=open>
                    <summary>{summary}</summary>
                    <div class="flow">{lines}{way}</div>
                </details>
            }
            .into_any(),
        )
    }

    fn line(&self, one: &Rendition, words: &Rendered<'_>) -> AnyView {
        let name = apart(&one.maker_name);
        let is_own = self.viewer.as_ref().is_some_and(|(person, _)| *person == one.made_by);
        let is_author = |person: &PersonId| words.author == Some(person);
        let older = one.is_of_earlier(words.words);
        // Others are asked only where they speak the language; whose words they are can always say so.
        let checks = self.viewer.as_ref().is_some_and(|(person, role)| {
            let speaks = is_author(person) || (one.is_draft && is_own) || self.languages.0.contains(&one.language);
            speaks && !older && one.is_checked_by(words.author, person, *role)
        });
        let text = (!one.text.is_empty()).then(|| {
            let checked = match &one.checker_name {
                Some(checker) if one.checker_role == Some(Role::Family) => say!(voice.checked, name = apart(checker)),
                Some(checker) => say!(voice.checked_by_author, name = apart(checker)),
                None if one.is_draft => say!(rendition.draft_mark, name = name.clone()),
                None if is_author(&one.made_by) => String::new(),
                None => say!(rendition.unchecked),
            };
            // Nobody has translated a machine's draft.
            let by = match one.is_draft {
                true => language_name(&one.language),
                false => {
                    format!("{} · {}", language_name(&one.language), say!(voice.translated_by, name = name.clone()))
                }
            };
            let icon = one.is_draft.then_some("warning").or(one.checker_name.is_some().then_some("check"));
            let is_checked = icon.map(|name| view! { <Icon name/> });
            view! {
                <div lang=one.language.tag().to_owned() dir="auto"><Paragraphs text=one.text.clone()/></div>
                <p class="voice__foot"><span>{by}</span> <span>{is_checked} {checked}</span></p>
            }
        });
        let heard = one.sound_id.clone().map(|sound| {
            let by = say!(rendition.read_by, name = name.clone());
            view! { <div><p class="small">{by} " · " {language_name(&one.language)}</p> <Player sound name=name/></div> }
        });
        let older = older.then(|| view! { <p class="soft small">{say!(rendition.of_earlier)}</p> });
        let check = checks.then(|| {
            let words = if one.is_draft && is_own { say!(rendition.draft_check) } else { say!(rendition.check) };
            view! {
                <form class="noprint" method="post" action=format!("/rendition/{}/check", one.id)>
                    <Hidden name=field::READ_AT value=one.made_at.0.to_string()/>
                    <button class="btn btn--small">{words}</button>
                </form>
            }
        });
        let back = is_own.then(|| {
            view! { <TakeBack to=format!("/rendition/{}/take-back", one.id) words=say!(rendition.take_back)/> }
        });
        view! { <div class="translation">{text} {heard} {older} {check} {back}</div> }.into_any()
    }
}
