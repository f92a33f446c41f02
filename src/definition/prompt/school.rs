//! How a school words the definition: its own names for the sections, its own prompts, and those of ours that it does not
//! ask.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::{Posed, Prompt, Question};
use crate::definition::Section;
use crate::field::{self, FieldName};
use crate::id::SchoolPromptId;
use crate::language::{Language, Languages};
use crate::voice::Voice;
use crate::words::{Problem, Problems, optional_line};

/// How much fits.
pub mod limit {
    /// The name of a section, in characters: it stands in the margin of a page.
    pub const NAME: usize = 60;
    /// How many prompts of its own a school asks in one section.
    pub const PROMPTS: usize = 12;
}

/// What stands in a prompt for the name of the student.
pub const STUDENT: &str = "{name}";

/// What a school calls a section, in each language in which it has a name of its own for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionNames(pub BTreeMap<Language, String>);

impl SectionNames {
    /// The names as they were typed; the field of a language is `name_` with its tag. A language without a name has ours.
    /// Names in languages that were not asked for stay.
    pub fn checked<'a>(&self, typed: impl IntoIterator<Item = (Language, &'a str)>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut names = self.clone();
        for (language, typed) in typed {
            let field = Self::field(&language);
            // What is too long for a line is too long for a name, which has less room.
            let name = optional_line(typed).ok().filter(|name| name.chars().count() <= limit::NAME);
            match problems.take(field, name.ok_or(Problem::TooLong { max: limit::NAME })) {
                name if name.is_empty() => names.0.remove(&language),
                name => names.0.insert(language, name),
            };
        }
        problems.or(names)
    }

    /// The field of a language.
    pub fn field(language: &Language) -> FieldName {
        field::NAME.row(language.tag())
    }
}

/// What a prompt says to each voice it asks, in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PromptWords(BTreeMap<Voice, BTreeMap<Language, String>>);

impl PromptWords {
    /// The words as they were typed. Whoever has none is not asked; somebody has to be. Words in languages that were not
    /// asked for stay.
    pub fn checked<'a>(&self, typed: impl IntoIterator<Item = (Voice, Language, &'a str)>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut words = self.clone();
        let mut first = None;
        for (voice, language, typed) in typed {
            let field = Self::field(voice, &language);
            first.get_or_insert_with(|| field.clone());
            words.set(voice, language, problems.take(field, optional_line(typed)));
        }
        if words.0.is_empty() && problems.is_empty() {
            problems.note(first.unwrap_or_else(|| Self::field(Voice::Student, &Language::english())), Problem::Missing);
        }
        problems.or(words)
    }

    /// The field for a voice in a language.
    pub fn field(voice: Voice, language: &Language) -> FieldName {
        FieldName::of_kind(voice.as_str()).row(language.tag())
    }

    /// Says this to a voice, or nothing.
    pub fn set(&mut self, voice: Voice, language: Language, words: String) {
        let said = self.0.entry(voice).or_default();
        if words.is_empty() {
            said.remove(&language);
        } else {
            said.insert(language, words);
        }
        self.0.retain(|_, said| !said.is_empty());
    }

    /// What it says to a voice in this very language.
    pub fn get(&self, voice: Voice, language: &Language) -> Option<&str> {
        self.0.get(&voice)?.get(language).map(String::as_str)
    }

    /// Whether it asks this voice.
    pub fn asks(&self, voice: Voice) -> bool {
        self.0.contains_key(&voice)
    }

    /// What it says to a voice, to be read in this language: in that language, else in the first of the school's in which
    /// it says anything, else in any.
    fn read(&self, voice: Voice, language: &Language, schools: &Languages) -> Option<(&Language, &str)> {
        let said = self.0.get(&voice)?;
        [language]
            .into_iter()
            .chain(&schools.0)
            .find_map(|language| said.get_key_value(language))
            .or_else(|| said.first_key_value())
            .map(|(language, words)| (language, words.as_str()))
    }
}

/// A school's own prompt.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SchoolPrompt {
    pub id: SchoolPromptId,
    pub section: Section,
    /// The wording that is asked now.
    pub version: i64,
    pub is_put_away: bool,
}

impl SchoolPrompt {
    /// As it is asked now.
    pub fn posed(&self) -> Posed {
        Posed { id: self.id.clone(), version: self.version }
    }
}

/// How a school words the definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolWords {
    /// The school's languages, for words that are missing in the one that is wanted.
    pub(super) languages: Languages,
    /// With the version of each.
    pub(super) names: BTreeMap<Section, (SectionNames, i64)>,
    /// In order.
    pub(super) prompts: Vec<SchoolPrompt>,
    /// Every wording of every prompt.
    pub(super) wordings: HashMap<Posed, PromptWords>,
    pub(super) put_away: BTreeSet<Prompt>,
}

impl SchoolWords {
    /// The school's own name for a section in a language, if it has one.
    pub fn section_name(&self, section: Section, language: &str) -> Option<&str> {
        let (names, _) = self.names.get(&section)?;
        names.0.iter().find(|(known, _)| known.tag() == language).map(|(_, name)| name.as_str())
    }

    /// The school's own names for a section, and the version that changing them has to come from.
    pub fn section_names(&self, section: Section) -> (SectionNames, i64) {
        self.names.get(&section).cloned().unwrap_or_default()
    }

    /// The school's own prompts of a section, in order, those that are put away among them.
    pub fn prompts(&self, section: Section) -> impl Iterator<Item = &SchoolPrompt> {
        self.prompts.iter().filter(move |prompt| prompt.section == section)
    }

    /// The prompt with this id.
    pub fn prompt(&self, id: &SchoolPromptId) -> Option<&SchoolPrompt> {
        self.prompts.iter().find(|prompt| prompt.id == *id)
    }

    /// Whether there is room for one more prompt in a section.
    pub fn has_room(&self, section: Section) -> bool {
        self.prompts(section).filter(|prompt| !prompt.is_put_away).count() < limit::PROMPTS
    }

    /// Whether the school asks this one of ours.
    pub fn asks(&self, prompt: Prompt) -> bool {
        !self.put_away.contains(&prompt)
    }

    /// What a section asks a voice: the school's own prompts first, then ours.
    pub fn questions(&self, section: Section, voice: Voice) -> Vec<Question> {
        let asks = |posed: &Posed| self.wording(posed).is_some_and(|words| words.asks(voice));
        let own = self.prompts(section).filter(|prompt| !prompt.is_put_away).map(SchoolPrompt::posed).filter(asks);
        let ours = Prompt::of(section).filter(|prompt| self.asks(*prompt));
        own.map(Question::Schools).chain(ours.map(Question::Ours)).collect()
    }

    /// The question of a section that a form or an address names. One that was put away while somebody wrote, or worded
    /// differently, is still the one they were asked.
    pub fn question(&self, section: Section, word: &str) -> Option<Question> {
        let question = Question::named(word)?;
        let of_section = match &question {
            Question::Ours(prompt) => prompt.section() == section,
            Question::Schools(posed) => {
                self.wording(posed).is_some() && self.prompts(section).any(|prompt| prompt.id == posed.id)
            }
        };
        of_section.then_some(question)
    }

    /// All that a prompt says, in one of its wordings.
    pub fn wording(&self, posed: &Posed) -> Option<&PromptWords> {
        self.wordings.get(posed)
    }

    /// What a prompt asks a voice, to be read in this language, and the language it is in. What only another voice was asked
    /// is read as it asked that one: somebody may have written down an answer for somebody else. `name` is what the student
    /// is called.
    pub fn words(&self, posed: &Posed, voice: Voice, language: &Language, name: &str) -> Option<(Language, String)> {
        let words = self.wording(posed)?;
        let mut voices = [voice].into_iter().chain(Voice::ALL.iter().copied());
        let (language, words) = voices.find_map(|voice| words.read(voice, language, &self.languages))?;
        Some((language.clone(), words.replace(STUDENT, name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::tagged(tag).unwrap()
    }

    fn worded(words: &[(Voice, &str, &str)]) -> PromptWords {
        let typed = words.iter().map(|(voice, tag, words)| (*voice, language(tag), *words));
        PromptWords::default().checked(typed).unwrap()
    }

    /// A school that writes English and Arabic, with one prompt of its own.
    fn school(words: &[(Voice, &str, &str)]) -> (SchoolWords, Posed) {
        let prompt =
            SchoolPrompt { id: SchoolPromptId::new(), section: Section::Values, version: 1, is_put_away: false };
        let posed = prompt.posed();
        let words = SchoolWords {
            languages: Languages::written("en ar").unwrap(),
            wordings: HashMap::from([(posed.clone(), worded(words))]),
            prompts: vec![prompt],
            ..SchoolWords::default()
        };
        (words, posed)
    }

    #[test]
    fn a_school_that_says_nothing_asks_what_kinfolio_asks() {
        let silent = SchoolWords::default();
        for section in Section::ALL {
            let ours: Vec<Question> = Prompt::of(*section).map(Question::Ours).collect();
            for voice in Voice::ALL {
                assert_eq!(silent.questions(*section, *voice), ours);
            }
            assert_eq!(silent.section_name(*section, "en"), None);
        }
    }

    #[test]
    fn its_own_prompts_come_first_and_ask_only_whom_they_have_words_for() {
        let (words, posed) = school(&[(Voice::Family, "en", "Who taught {name} to cook?")]);
        let asked = words.questions(Section::Values, Voice::Family);
        assert_eq!(asked[0], Question::Schools(posed.clone()));
        assert_eq!(asked.len(), Prompt::of(Section::Values).count() + 1);
        assert!(!words.questions(Section::Values, Voice::Student).contains(&Question::Schools(posed.clone())));
        assert!(!words.questions(Section::Helps, Voice::Family).contains(&Question::Schools(posed)));
    }

    #[test]
    fn what_is_put_away_is_not_asked_and_still_known() {
        let (mut words, posed) = school(&[(Voice::Student, "en", "Who sings at home?")]);
        words.prompts[0].is_put_away = true;
        words.put_away.insert(Prompt::Hope);
        let asked = words.questions(Section::Values, Voice::Student);
        assert_eq!(asked.len(), Prompt::of(Section::Values).count() - 1);
        for question in [Question::Schools(posed), Question::Ours(Prompt::Hope)] {
            assert!(!asked.contains(&question));
            assert_eq!(words.question(Section::Values, &question.word()), Some(question.clone()));
            assert_eq!(words.question(Section::Helps, &question.word()), None);
        }
    }

    #[test]
    fn words_that_are_missing_in_a_language_are_read_in_another_that_is_named() {
        let (words, posed) = school(&[(Voice::Student, "ar", "مرحبا {name}"), (Voice::Student, "es", "Hola {name}")]);
        let read = |tag| words.words(&posed, Voice::Student, &language(tag), "Ana").unwrap();
        assert_eq!(read("es"), (language("es"), "Hola Ana".to_owned()));
        // The school's own languages before any other.
        assert_eq!(read("en"), (language("ar"), "مرحبا Ana".to_owned()));
        // What was asked of a student reads the same beneath words that were written down for somebody else.
        assert!(words.words(&posed, Voice::Family, &language("es"), "Ana").is_some());
        let other = Posed { version: 2, ..posed };
        assert_eq!(words.words(&other, Voice::Student, &language("es"), "Ana"), None);
    }

    #[test]
    fn a_prompt_says_something_to_somebody() {
        let nothing = [(Voice::Student, language("en"), "\u{200B}"), (Voice::Family, language("en"), " ")];
        let problems = PromptWords::default().checked(nothing).unwrap_err();
        assert_eq!(problems.of(field::STUDENT.row("en")), Some(&Problem::Missing));
        let long = "a".repeat(1_000_000);
        let problems = PromptWords::default().checked([(Voice::School, language("es"), long.as_str())]).unwrap_err();
        assert!(matches!(problems.of(FieldName::of_kind("school").row("es")), Some(Problem::TooLong { .. })));
    }

    #[test]
    fn emptying_words_takes_them_away_and_leaves_other_languages_alone() {
        let before = worded(&[(Voice::Student, "en", "One"), (Voice::Student, "fr", "Un")]);
        let after = before.checked([(Voice::Student, language("en"), "")]).unwrap();
        assert_eq!(after, worded(&[(Voice::Student, "fr", "Un")]));
    }

    #[test]
    fn an_empty_name_gives_back_ours_and_a_long_one_is_refused() {
        let english = language("en");
        let names = SectionNames::default().checked([(english.clone(), " Our  roots ")]).unwrap();
        assert_eq!(names.0.get(&english).map(String::as_str), Some("Our roots"));
        assert_eq!(names.checked([(english.clone(), "\u{2060}")]).unwrap(), SectionNames::default());
        let problems = names.checked([(english, "a".repeat(limit::NAME + 1).as_str())]).unwrap_err();
        assert_eq!(problems.of(field::NAME.row("en")), Some(&Problem::TooLong { max: limit::NAME }));
    }
}
