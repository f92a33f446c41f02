//! How far a definition is, for whoever looks: the one thing that comes next in it, and what is still open before everybody
//! is asked about it.

use super::{Contribution, Section, Statement};
use crate::id::{PersonId, StatementId};
use crate::person::Role;
use crate::voice::Voice;

/// What stands in a definition, as far as whoever looks may see it.
#[derive(Clone, Copy, Debug)]
pub struct DefinitionSoFar<'d> {
    /// In their order.
    pub sections: &'d [Section],
    pub statements: &'d [Statement],
    pub contributions: &'d [Contribution],
}

/// Who looks, and what they may do.
#[derive(Clone, Copy, Debug)]
pub struct Looks<'d> {
    pub person: &'d PersonId,
    pub role: Role,
    /// Whether they may write what is agreed.
    pub may_agree: bool,
    /// Whether they may ask everybody, and let the family in.
    pub may_ask: bool,
    /// What has been asked, if anything.
    pub asked: Option<AskedSoFar>,
}

/// How far the answers are.
#[derive(Clone, Copy, Debug)]
pub struct AskedSoFar {
    /// Whether the words are still those that were asked about.
    pub is_current: bool,
    /// Whether whoever looks has an answer to give, and has not given it.
    pub waits_for_me: bool,
    pub is_affirmed: bool,
    /// Whether a conference is planned already.
    pub has_conference: bool,
}

/// The one thing that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextInDefinition {
    /// To say something of one's own, in this section.
    Speak(Section),
    /// To ask the family for its words.
    AskFamily,
    /// To say what the voices of this section have in common.
    Agree(Section),
    /// To ask everybody whether these are their words.
    Ask,
    /// To answer.
    Answer,
    /// To plan the conference from it.
    Plan,
}

/// What is still open before everybody is asked. It never stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StillOpen {
    /// These sections say nothing together yet.
    Sections(Vec<Section>),
    /// These statements grew from no words of the family's.
    NoFamily(Vec<StatementId>),
    /// The school has said nothing.
    NoSchool,
}

impl DefinitionSoFar<'_> {
    /// The one thing that comes next for whoever looks; none where they wait for others.
    pub fn step(&self, looks: Looks) -> Option<NextInDefinition> {
        if let Some(asked) = looks.asked {
            // What has changed since is said by itself, with the way to ask again.
            return match asked {
                AskedSoFar { is_current: false, .. } => None,
                AskedSoFar { waits_for_me: true, .. } => Some(NextInDefinition::Answer),
                AskedSoFar { is_affirmed: true, has_conference: false, .. } if looks.role == Role::Student => {
                    Some(NextInDefinition::Plan)
                }
                _ => None,
            };
        }
        let has_spoken = self.contributions.iter().any(|words| words.author_id == *looks.person);
        if !has_spoken && self.statements.is_empty() {
            return self.sections.first().map(|first| NextInDefinition::Speak(*first));
        }
        if looks.may_ask && self.statements.is_empty() && !self.has_voice(Voice::Family) {
            return Some(NextInDefinition::AskFamily);
        }
        if !has_spoken && looks.role != Role::Student {
            return self.sections.first().map(|first| NextInDefinition::Speak(*first));
        }
        let agreed = |section: &&Section| !self.is_agreed(**section);
        let spoken = |section: &&Section| self.contributions.iter().any(|words| words.section == **section);
        match self.sections.iter().filter(agreed).find(spoken) {
            Some(section) if looks.may_agree => Some(NextInDefinition::Agree(*section)),
            _ if looks.may_ask && !self.statements.is_empty() => Some(NextInDefinition::Ask),
            _ => None,
        }
    }

    /// What is still open. What around us should change may stay unsaid: nobody is reminded of it.
    pub fn still_open(&self) -> Vec<StillOpen> {
        let mut open = Vec::new();
        let missing = |section: &&Section| **section != Section::Community && !self.is_agreed(**section);
        let sections: Vec<Section> = self.sections.iter().filter(missing).copied().collect();
        if !sections.is_empty() {
            open.push(StillOpen::Sections(sections));
        }
        let without = |statement: &&Statement| !self.grew_from(statement, Voice::Family);
        let statements: Vec<StatementId> =
            self.statements.iter().filter(without).map(|statement| statement.id.clone()).collect();
        if !statements.is_empty() {
            open.push(StillOpen::NoFamily(statements));
        }
        if !self.has_voice(Voice::School) {
            open.push(StillOpen::NoSchool);
        }
        open
    }

    /// Whether somebody of this voice has said something.
    pub fn has_voice(&self, voice: Voice) -> bool {
        self.contributions.iter().any(|words| Voice::of(words.author_role) == voice)
    }

    fn is_agreed(&self, section: Section) -> bool {
        self.statements.iter().any(|statement| statement.section == section)
    }

    fn grew_from(&self, statement: &Statement, voice: Voice) -> bool {
        let cited = |words: &Contribution| statement.cites.contains(&words.id);
        self.contributions.iter().any(|words| cited(words) && Voice::of(words.author_role) == voice)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, Pieces, Saying};
    use super::*;
    use crate::at::At;
    use crate::id::ContributionId;
    use crate::language::Language;

    fn words(section: Section, role: Role, author: &PersonId) -> Contribution {
        Contribution {
            id: ContributionId::new(),
            section,
            author_id: author.clone(),
            author_name: "Rosa".into(),
            author_role: role,
            author_kinship: None,
            written_by: author.clone(),
            writer_name: "Rosa".into(),
            asked: Asked::Nothing,
            said: Saying::typed("Words.", Language::english()),
            version: 1,
            made_at: At(1),
        }
    }

    fn agreed(section: Section, cites: &[&Contribution]) -> Statement {
        let author = PersonId::new();
        Statement {
            id: StatementId::new(),
            section,
            text: "We bring it home.".into(),
            pieces: Pieces::default(),
            language: Language::english(),
            version: 1,
            written_by: author,
            writer_name: "Marisol".into(),
            changed_at: At(1),
            set_aside_at: None,
            copied_from: None,
            stands_at: None,
            voice_gone_at: None,
            cites: cites.iter().map(|words| words.id.clone()).collect(),
        }
    }

    fn student(person: &PersonId) -> Looks<'_> {
        Looks { person, role: Role::Student, may_agree: true, may_ask: true, asked: None }
    }

    #[test]
    fn one_question_then_the_family_then_what_is_agreed_then_everybody() {
        let (me, family) = (PersonId::new(), PersonId::new());
        let mut said = Vec::new();
        let mut wording = Vec::new();
        let step = |said: &[Contribution], wording: &[Statement]| {
            DefinitionSoFar { sections: Section::ALL, statements: wording, contributions: said }.step(student(&me))
        };
        assert_eq!(step(&said, &wording), Some(NextInDefinition::Speak(Section::Values)));
        said.push(words(Section::Values, Role::Student, &me));
        assert_eq!(step(&said, &wording), Some(NextInDefinition::AskFamily));
        said.push(words(Section::Becoming, Role::Family, &family));
        assert_eq!(step(&said, &wording), Some(NextInDefinition::Agree(Section::Values)));
        wording.push(agreed(Section::Values, &[&said[0]]));
        assert_eq!(step(&said, &wording), Some(NextInDefinition::Agree(Section::Becoming)));
        wording.push(agreed(Section::Becoming, &[&said[1]]));
        assert_eq!(step(&said, &wording), Some(NextInDefinition::Ask));
    }

    #[test]
    fn whoever_has_answered_waits_for_the_others_and_then_plans() {
        let me = PersonId::new();
        let so_far = DefinitionSoFar { sections: Section::ALL, statements: &[], contributions: &[] };
        let after = |is_current, waits_for_me, is_affirmed, has_conference| {
            so_far.step(Looks {
                asked: Some(AskedSoFar { is_current, waits_for_me, is_affirmed, has_conference }),
                ..student(&me)
            })
        };
        let asked = |is_current, waits_for_me, is_affirmed| after(is_current, waits_for_me, is_affirmed, false);
        assert_eq!(asked(true, true, false), Some(NextInDefinition::Answer));
        assert_eq!(asked(true, false, false), None);
        assert_eq!(asked(true, false, true), Some(NextInDefinition::Plan));
        assert_eq!(asked(false, true, false), None);
        assert_eq!(after(true, false, true, true), None, "it is planned already");
    }

    #[test]
    fn what_is_open_is_what_nobody_agreed_on_and_whose_voice_is_missing() {
        let (me, family, advisor) = (PersonId::new(), PersonId::new(), PersonId::new());
        let said = [words(Section::Values, Role::Student, &me), words(Section::Values, Role::Family, &family)];
        let wording = [agreed(Section::Values, &[&said[0]]), agreed(Section::Values, &[&said[1]])];
        let sections = [Section::Values, Section::Community, Section::Learning];
        let so_far = DefinitionSoFar { sections: &sections, statements: &wording, contributions: &said };
        assert_eq!(
            so_far.still_open(),
            [
                StillOpen::Sections(vec![Section::Learning]),
                StillOpen::NoFamily(vec![wording[0].id.clone()]),
                StillOpen::NoSchool,
            ]
        );
        let [own, home] = said;
        let said = [own, home, words(Section::Learning, Role::Advisor, &advisor)];
        let wording = [agreed(Section::Values, &[&said[1]]), agreed(Section::Learning, &[&said[1], &said[2]])];
        let whole = DefinitionSoFar { sections: &sections, statements: &wording, contributions: &said };
        assert_eq!(whole.still_open(), [], "what around us should change may stay unsaid");
    }
}
