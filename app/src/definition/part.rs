//! What stands in a definition and in each of its sections, as far as it was opened to whoever looks.

use std::collections::HashSet;

use kinfolio::definition::{Contribution, Definition, Evidence, Remark, Section, Statement};
use kinfolio::id::PersonId;

/// What stands in a definition, as far as it was opened to whoever looks.
pub struct QuiltParts {
    pub statements: Vec<Statement>,
    pub contributions: Vec<Contribution>,
    /// What is said beside them.
    pub remarks: Vec<Remark>,
    /// What speaks for the statements.
    pub evidence: Vec<Evidence>,
}

/// One section, as far as it was opened to whoever looks.
#[derive(Clone)]
pub struct QuiltPart {
    pub section: Section,
    pub statements: Vec<Statement>,
    pub contributions: Vec<Contribution>,
    /// What is said beside them.
    pub remarks: Vec<Remark>,
    /// What speaks for the statements.
    pub evidence: Vec<Evidence>,
    /// The definition that statements were brought along from, where this section of it may be read.
    pub earlier: Option<Definition>,
}

impl QuiltPart {
    /// What stands in a section.
    pub fn of(section: Section, everything: &QuiltParts, earlier: Option<&Definition>) -> Self {
        let statements: Vec<Statement> =
            everything.statements.iter().filter(|statement| statement.section == section).cloned().collect();
        let speaks = |evidence: &&Evidence| statements.iter().any(|statement| statement.id == evidence.statement_id);
        Self {
            section,
            contributions: everything.contributions.iter().filter(|words| words.section == section).cloned().collect(),
            remarks: everything.remarks.clone(),
            evidence: everything.evidence.iter().filter(speaks).cloned().collect(),
            earlier: earlier.cloned(),
            statements,
        }
    }

    /// How many people have spoken here.
    pub fn voices(&self) -> i64 {
        self.contributions.iter().map(|words| &words.author_id).collect::<HashSet<&PersonId>>().len() as i64
    }
}
