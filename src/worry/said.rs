//! Saying that one worries about a child because of words one reads.

use crate::at::At;
use crate::hidden::HiddenKind;
use crate::id::{PersonId, WorryId};
use crate::language::Language;
use crate::person::{Role, Student, Viewer};
use crate::policy::Action;
use crate::store::{StoreError, Tx, run};

/// The longest reason, in characters: a sentence or two.
pub const LONGEST_WHY: usize = 1_000;

/// Whether whoever looks at a student may say that they worry because of words of this author: the student, their family and
/// their advisor, about whatever somebody else said. Words of their own they take back.
pub fn may_worry(student: &Student, author: &PersonId) -> bool {
    *author != student.looked_at_by && student.standing.may_at_all(Action::SayWorry)
}

/// A worry as somebody says it, with the words as they stand now.
#[derive(Clone, Debug)]
pub struct NewWorry<'a> {
    pub id: &'a WorryId,
    pub kind: HiddenKind,
    /// The id of the words.
    pub thing: &'a str,
    pub student: &'a PersonId,
    pub author: &'a PersonId,
    pub author_role: Role,
    pub author_name: &'a str,
    pub language: &'a Language,
    pub text: &'a str,
    pub had_sound: bool,
    pub had_photo: bool,
    pub why: &'a str,
}

impl NewWorry<'_> {
    /// Keeps it, apart from where the words are. What has this id already stays as it is.
    pub async fn keep(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO worry (id, school_id, kind, thing_id, student_id, author_id, author_role, author_name, language,
                text, had_sound, had_photo, why, reported_by, reported_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING",
            self.id,
            &by.school_id,
            self.kind,
            self.thing,
            self.student,
            self.author,
            self.author_role,
            self.author_name,
            self.language,
            self.text,
            i64::from(self.had_sound),
            i64::from(self.had_photo),
            self.why,
            &by.person_id,
            now
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::SchoolId;
    use crate::language::Languages;
    use crate::policy::{Relation, Standing};

    fn looked_at(role: Role, relation: Relation) -> Student {
        let id = PersonId::new();
        Student {
            looked_at_by: if relation == Relation::Own { id.clone() } else { PersonId::new() },
            id,
            school_id: SchoolId::new(),
            name: "Marisol".into(),
            called: None,
            languages: Languages::default(),
            standing: Standing::new(role, relation),
            last_visit_at: None,
        }
    }

    #[test]
    fn whoever_reads_words_beside_a_student_may_worry_and_never_about_their_own() {
        let other = PersonId::new();
        for (role, relation) in [
            (Role::Student, Relation::Own),
            (Role::Advisor, Relation::SameAdvisory),
            (Role::Family, Relation::LinkedFamily),
        ] {
            let student = looked_at(role, relation);
            assert!(may_worry(&student, &other), "{role:?}");
            assert!(!may_worry(&student, &student.looked_at_by), "{role:?}");
            // What the student wrote is what an adult worries about most.
            assert_eq!(may_worry(&student, &student.id), role != Role::Student, "{role:?}");
        }
        for (role, relation) in [
            (Role::Family, Relation::UnlinkedFamily),
            (Role::Family, Relation::Invited),
            (Role::Student, Relation::SameAdvisory),
            (Role::Advisor, Relation::OtherAdvisory),
            (Role::Lead, Relation::OtherAdvisory),
        ] {
            assert!(!may_worry(&looked_at(role, relation), &other), "{role:?} {relation:?}");
        }
    }
}
