//! What is looked at before a conference: a list from the guides, which the school shapes. Some of it the plan knows
//! itself; the rest the student ticks. It helps and never holds anybody back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Facts;
use super::duty::{Duties, Duty};
use super::moment::{Purpose, family_speaks_early};
use crate::field;
use crate::id::ReadinessItemId;
use crate::language::Language;
use crate::words::{Problem, Problems, limit, optional_line, optional_text};

kinds! {
    /// What we look at, unless a school puts it away.
    pub enum Ours {
        /// The plan has moments.
        Moments = "moments",
        /// The family is heard before the first work.
        FamilyEarly = "family-early",
        /// Where one is needed, it is said who interprets.
        Interpreter = "interpreter",
        /// There is a moment for what is not there yet.
        NotYet = "not-yet",
        /// It was gone through once.
        Rehearsed = "rehearsed",
        FamilyKnows = "family-knows",
        WorksAtHand = "works-at-hand",
        WhoCannotCome = "who-cannot-come",
        Commitment = "promise",
    }
}

/// What the plan knows about one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Knows {
    Done,
    Open,
    /// It is no question here.
    NotAsked,
    /// Only the student knows.
    Nothing,
}

/// What the list is made from.
pub struct ChecklistFacts<'a> {
    pub facts: &'a Facts,
    /// What each moment of the plan is for, in their order.
    pub purposes: &'a [Purpose],
    pub duties: &'a Duties,
    pub is_rehearsed: bool,
}

impl ChecklistFacts<'_> {
    fn about(&self, item: Ours) -> Knows {
        let done = |done: bool| if done { Knows::Done } else { Knows::Open };
        match item {
            Ours::Moments => done(!self.purposes.is_empty()),
            Ours::FamilyEarly => done(family_speaks_early(self.purposes.iter().copied())),
            Ours::Interpreter if !self.facts.interpreter => Knows::NotAsked,
            Ours::Interpreter => done(self.duties.of(Duty::Interprets).is_some()),
            Ours::NotYet => done(self.purposes.contains(&Purpose::NotYet)),
            Ours::Rehearsed => done(self.is_rehearsed),
            Ours::FamilyKnows | Ours::WorksAtHand | Ours::WhoCannotCome | Ours::Commitment => Knows::Nothing,
        }
    }
}

/// An item of the list: one of ours, or of the school's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Ours(Ours),
    Schools(SchoolItem),
}

impl Item {
    /// As forms and ticks name it.
    pub fn word(&self) -> &str {
        match self {
            Self::Ours(item) => item.as_str(),
            Self::Schools(item) => item.id.as_str(),
        }
    }
}

/// An item of a school's own.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SchoolItem {
    pub id: ReadinessItemId,
    pub words: ItemWords,
    /// What a change must have been made from.
    pub version: i64,
    /// Kept, and not asked any more.
    pub is_put_away: bool,
}

/// What an item says and why, by the tag of the language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemWords(BTreeMap<String, (String, String)>);

kept_as_text!(ItemWords, |words: &ItemWords| serde_json::to_string(words).unwrap_or_default(), |text: &str| Ok(
    serde_json::from_str(text)?
));

impl ItemWords {
    /// With what and why in one language; a language with neither is left out.
    pub fn with(mut self, language: &Language, what: &str, why: &str) -> Self {
        if what.is_empty() && why.is_empty() {
            self.0.remove(language.tag());
        } else {
            self.0.insert(language.tag().to_owned(), (what.to_owned(), why.to_owned()));
        }
        self
    }

    /// What and why in this language, as far as they are written.
    pub fn of(&self, language: &Language) -> Option<(&str, &str)> {
        self.0.get(language.tag()).map(|(what, why)| (what.as_str(), why.as_str()))
    }

    /// In this language, else in another one, which is named.
    pub fn read_in(&self, language: &Language) -> Option<(Language, &str, &str)> {
        if let Some((what, why)) = self.of(language) {
            return Some((language.clone(), what, why));
        }
        let (tag, (what, why)) = self.0.iter().next()?;
        Some((Language::tagged(tag)?, what, why))
    }

    /// What was typed, checked: each language in which something is said says what and why, and one at least does. A
    /// language that did not come stays as it was.
    ///
    /// # Errors
    /// What is wrong, by field: `what_en`, `why_en`.
    pub fn checked<'t>(&self, typed: impl IntoIterator<Item = (Language, &'t str, &'t str)>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut words = self.clone();
        let mut first = None;
        for (language, what, why) in typed {
            let (what_field, why_field) = (field::WHAT.row(language.tag()), field::WHY.row(language.tag()));
            let what = problems.take(what_field.clone(), optional_line(what));
            let why = problems.take(why_field.clone(), optional_text(why, limit::WORDS));
            if what.is_empty() != why.is_empty() {
                problems.note(if what.is_empty() { &what_field } else { &why_field }, Problem::Missing);
            }
            first.get_or_insert(what_field);
            words = words.with(&language, &what, &why);
        }
        if words.0.is_empty() {
            problems.note(first.unwrap_or_else(|| field::WHAT.row(Language::english().tag())), Problem::Missing);
        }
        problems.or(words)
    }
}

/// The list as a school shapes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolList {
    /// Ours that are not asked.
    pub put_away: Vec<Ours>,
    /// The school's own, those that are put away too.
    pub own: Vec<SchoolItem>,
}

impl SchoolList {
    /// How many of its own a school can have.
    pub const MOST: usize = 20;

    /// What is asked.
    pub fn items(&self) -> Vec<Item> {
        let ours = Ours::ALL.iter().filter(|item| !self.put_away.contains(item)).map(|item| Item::Ours(*item));
        let own = self.own.iter().filter(|item| !item.is_put_away).cloned().map(Item::Schools);
        ours.chain(own).collect()
    }
}

/// The list of one conference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    pub lines: Vec<ChecklistLine>,
}

/// How far a plan is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub checklist: Checklist,
    /// Whether the plan has moments.
    pub is_begun: bool,
}

/// One line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistLine {
    pub item: Item,
    pub is_done: bool,
    /// Whether the plan knows it itself, and nobody ticks it.
    pub knows_itself: bool,
}

impl Checklist {
    /// The list, with what is known and what was ticked.
    pub fn of(list: &SchoolList, known: &ChecklistFacts<'_>, ticked: &[String]) -> Self {
        let line = |item: Item| {
            let knows = match &item {
                Item::Ours(ours) => known.about(*ours),
                Item::Schools(_) => Knows::Nothing,
            };
            let by_hand = ticked.iter().any(|word| word == item.word());
            match knows {
                Knows::NotAsked => None,
                Knows::Done => Some(ChecklistLine { item, is_done: true, knows_itself: true }),
                Knows::Open => Some(ChecklistLine { item, is_done: false, knows_itself: true }),
                Knows::Nothing => Some(ChecklistLine { item, is_done: by_hand, knows_itself: false }),
            }
        };
        Self { lines: list.items().into_iter().filter_map(line).collect() }
    }

    /// What is still open.
    pub fn open(&self) -> impl Iterator<Item = &ChecklistLine> {
        self.lines.iter().filter(|line| !line.is_done)
    }

    /// Whether nothing is open any more.
    pub fn is_ready(&self) -> bool {
        self.open().next().is_none()
    }
}

mod store;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at::At;
    use crate::conference::ConferenceForm;

    fn facts(interpreter: bool) -> Facts {
        Facts {
            form: ConferenceForm::Circle,
            starts_at: At(0),
            place: String::new(),
            language: Language::english(),
            minutes: 25,
            interpreter,
        }
    }

    fn word_of(line: &ChecklistLine) -> &str {
        line.item.word()
    }

    #[test]
    fn an_interpreter_is_asked_for_only_where_one_is_needed() {
        let (duties, list) = (Duties::default(), SchoolList::default());
        for needed in [true, false] {
            let facts = facts(needed);
            let known = ChecklistFacts { facts: &facts, purposes: &[], duties: &duties, is_rehearsed: false };
            let checklist = Checklist::of(&list, &known, &[]);
            assert_eq!(checklist.lines.iter().any(|line| word_of(line) == "interpreter"), needed);
        }
    }

    #[test]
    fn what_the_plan_knows_cannot_be_ticked_by_hand() {
        let (duties, list) = (Duties::default(), SchoolList::default());
        let facts = facts(false);
        let known = ChecklistFacts { facts: &facts, purposes: &[], duties: &duties, is_rehearsed: true };
        let checklist = Checklist::of(&list, &known, &["moments".into(), "promise".into()]);
        let open: Vec<&str> = checklist.open().map(word_of).collect();
        assert_eq!(open, ["moments", "family-early", "not-yet", "family-knows", "works-at-hand", "who-cannot-come"]);
        assert!(!checklist.is_ready());
    }

    #[test]
    fn what_a_school_puts_away_is_asked_no_more_and_its_own_is() {
        let own = SchoolItem {
            id: ReadinessItemId::new(),
            words: ItemWords::default().with(&Language::english(), "Tea is ready", "It begins with tea."),
            version: 1,
            is_put_away: false,
        };
        let away = SchoolItem { id: ReadinessItemId::new(), is_put_away: true, ..own.clone() };
        let list = SchoolList { put_away: vec![Ours::Commitment], own: vec![own.clone(), away] };
        let items = list.items();
        assert_eq!(items.len(), Ours::ALL.len());
        assert_eq!(items.last(), Some(&Item::Schools(own)));
    }

    #[test]
    fn an_item_says_what_and_why_in_each_language_in_which_it_says_anything() {
        let (en, es) = (Language::english(), Language::tagged("es").unwrap());
        let words = ItemWords::default().checked([(en.clone(), "Tea", "It begins with tea."), (es.clone(), "", " ")]);
        let words = words.unwrap();
        assert_eq!(words.read_in(&es).map(|(language, what, _)| (language, what)), Some((en.clone(), "Tea")));
        let problems = ItemWords::default().checked([(en.clone(), "Tea", ""), (es.clone(), "", "Así")]).unwrap_err();
        assert_eq!(problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["what_es", "why_en"]);
        assert!(ItemWords::default().checked([(en, "\u{200B}", "")]).is_err());
    }
}
