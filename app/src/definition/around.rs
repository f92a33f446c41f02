//! What a page of a definition needs to know beside its words: whose it is, and who looks.

use std::collections::HashMap;

use kinfolio::definition::{Definition, Section, Statement, Translation};
use kinfolio::id::PersonId;
use kinfolio::language::Languages;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;

use crate::parts::Voice;
use crate::rendition::Renditions;

/// What a section's page needs to know beside its words.
#[derive(Clone)]
pub struct Around {
    pub definition: Definition,
    pub student: Student,
    /// Who looks.
    pub viewer: PersonId,
    /// The languages of whoever looks.
    pub languages: Languages,
    pub zone: String,
    /// The voices of those who write here.
    pub voices: HashMap<PersonId, Voice>,
    /// What stands beside the words in other languages.
    pub translations: Vec<Translation>,
    /// What stands beside the statements.
    pub renditions: Renditions,
}

impl Around {
    /// A definition, for somebody who looks at it.
    pub fn of(definition: Definition, student: Student, viewer: &Viewer) -> Self {
        Self {
            definition,
            student,
            viewer: viewer.person_id.clone(),
            languages: viewer.languages.clone(),
            zone: viewer.time_zone.clone(),
            voices: HashMap::new(),
            translations: Vec::new(),
            renditions: Renditions::default(),
        }
    }

    /// Agreed words in pieces, each with its voice.
    pub fn pieces(&self, statement: &Statement) -> Vec<(Option<Voice>, String)> {
        let pieces = statement.pieces.0.iter();
        pieces.map(|(writer, words)| (self.voices.get(writer).copied(), words.clone())).collect()
    }

    /// Whether whoever looks may do this in a section now.
    pub fn may(&self, action: Action, section: Section) -> bool {
        self.definition.takes(action) && self.definition.may(self.student.standing, action, section)
    }
}
