//! Words out of sight: what somebody said to or about a student, hidden by that student, silently or with a reason, or by an
//! advisor, with one. Nobody reads them any more but whoever said them; whoever hid them can show them again.

use crate::at::At;
use crate::id::PersonId;
use crate::person::{Role, Student};
use crate::policy::Action;

kinds! {
    /// What can be hidden.
    pub enum HiddenKind {
        /// Words for the definition.
        Contribution = "contribution",
        /// Something said beside the definition's words.
        Remark = "remark",
        /// Something said back to a conference.
        Reply = "reply",
        /// Something told about the student.
        Testimony = "testimony",
        /// What was said about a version of a work.
        Feedback = "feedback",
    }
}

/// In SQL: whether the words of the row at hand are there for this person: they are not hidden, or it is they who said them.
macro_rules! in_sight {
    ($table:literal, $person:literal) => {
        concat!(
            "(",
            $table,
            ".author_id = ",
            $person,
            " OR NOT EXISTS (SELECT 1 FROM words_hidden WHERE words_hidden.thing_id = ",
            $table,
            ".id))"
        )
    };
}
pub(crate) use in_sight;

/// Whether whoever looks at a student may hide what this person said: a student what others said, an advisor what a family
/// or a fellow student said. Nobody hides the student's own words, nor their own: those they take back.
pub fn may_hide(student: &Student, author: &PersonId, role: Role) -> bool {
    let is_own = *author == student.looked_at_by || *author == student.id;
    let leads = student.standing.role == Role::Student;
    !is_own && student.standing.may_at_all(Action::HideWords) && (leads || matches!(role, Role::Family | Role::Student))
}

/// Words that are out of sight.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct HiddenWords {
    /// The id of what was said.
    pub thing_id: String,
    pub kind: HiddenKind,
    pub author_id: PersonId,
    pub author: String,
    pub hidden_by: PersonId,
    pub hider: String,
    /// Empty where they were hidden silently.
    pub reason: String,
    pub hidden_at: At,
    /// For whoever said them, and the student who hid them; empty for everybody else.
    pub words: String,
}

mod store {
    use super::*;
    use crate::person::Viewer;
    use crate::record::{NewLine, RecordedAct};
    use crate::store::{Conn, StoreError, Tx, all, run};

    /// Words to be hidden.
    #[derive(Clone, Copy, Debug)]
    pub struct Hiding<'a> {
        pub kind: HiddenKind,
        pub thing: &'a str,
        pub student: &'a PersonId,
        pub author: &'a PersonId,
        pub reason: &'a str,
    }

    impl Hiding<'_> {
        /// Takes them out of sight. What is hidden already stays so, with its first reason.
        pub async fn keep(&self, tx: &mut Tx, by: &Viewer, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "INSERT INTO words_hidden (thing_id, school_id, kind, student_id, author_id, hidden_by, reason, hidden_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (thing_id) DO NOTHING",
                self.thing,
                &by.school_id,
                self.kind,
                self.student,
                self.author,
                &by.person_id,
                self.reason,
                now
            )?;
            // What a student hides is theirs, and nobody's to read.
            if by.role != Role::Student {
                let line = NewLine {
                    what: RecordedAct::WordsHidden,
                    by: Some(&by.person_id),
                    about: self.student,
                    student: None,
                };
                line.write(tx, &by.school_id, now).await?;
            }
            Ok(())
        }
    }

    impl HiddenWords {
        /// What somebody hid; what others hid on a student's pages, with a reason that they read; and what somebody said
        /// that was hidden with a reason. The last hidden first.
        pub async fn told_to(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
            all!(
                conn,
                "SELECT thing_id, out.kind, out.author_id, author.name AS author, hidden_by, hider.name AS hider, reason,
                    hidden_at, CASE WHEN out.author_id = $2 OR (student_id = $2 AND hidden_by = $2)
                        THEN COALESCE(words, '') ELSE '' END AS words
                 FROM (
                    SELECT thing_id, kind, author_id, student_id, hidden_by, reason, hidden_at,
                        CASE kind
                            WHEN 'contribution' THEN (SELECT COALESCE(NULLIF(text, ''), transcript) FROM contribution
                                WHERE contribution.id = thing_id)
                            WHEN 'remark' THEN (SELECT text FROM remark WHERE remark.id = thing_id)
                            WHEN 'reply' THEN (SELECT COALESCE(NULLIF(text, ''), transcript) FROM reply
                                WHERE reply.id = thing_id)
                            ELSE (SELECT COALESCE(NULLIF(text, ''), transcript) FROM testimony
                                WHERE testimony.id = thing_id)
                        END AS words
                    FROM words_hidden WHERE school_id = $1
                    UNION ALL
                    SELECT feedback.id, 'feedback', feedback.author_id, student_id, hidden_by, feedback_hidden.reason,
                        hidden_at, feedback.text
                    FROM feedback_hidden JOIN feedback ON feedback.id = feedback_id
                    JOIN revision ON revision.id = revision_id JOIN work ON work.id = work_id
                    WHERE feedback_hidden.school_id = $1) out
                 JOIN person author ON author.id = out.author_id
                 JOIN person hider ON hider.id = hidden_by
                 WHERE hidden_by = $2 OR (reason <> '' AND (student_id = $2 OR out.author_id = $2))
                 ORDER BY hidden_at DESC, thing_id LIMIT 200",
                &viewer.school_id,
                &viewer.person_id
            )
        }

        /// Shows words again that the viewer hid. `false` when they hid no such thing.
        pub async fn show_again(tx: &mut Tx, viewer: &Viewer, thing: &str) -> Result<bool, StoreError> {
            let (school, by) = (&viewer.school_id, &viewer.person_id);
            let shown = run!(
                tx,
                "DELETE FROM words_hidden WHERE school_id = $1 AND thing_id = $2 AND hidden_by = $3",
                school,
                thing,
                by
            )?;
            let feedback = run!(
                tx,
                "DELETE FROM feedback_hidden WHERE school_id = $1 AND feedback_id = $2 AND hidden_by = $3",
                school,
                thing,
                by
            )?;
            Ok(shown + feedback > 0)
        }
    }
}

pub use store::Hiding;

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
    fn a_student_hides_what_others_said_and_an_advisor_what_families_and_classmates_said() {
        let other = PersonId::new();
        let student = looked_at(Role::Student, Relation::Own);
        let advisor = looked_at(Role::Advisor, Relation::SameAdvisory);
        for role in Role::ALL {
            assert!(may_hide(&student, &other, *role), "{role:?}");
            let said_by_a_child_or_at_home = matches!(role, Role::Family | Role::Student);
            assert_eq!(may_hide(&advisor, &other, *role), said_by_a_child_or_at_home, "{role:?}");
            for (role_of, relation) in [
                (Role::Family, Relation::LinkedFamily),
                (Role::Student, Relation::SameAdvisory),
                (Role::Lead, Relation::OtherAdvisory),
                (Role::Advisor, Relation::OtherAdvisory),
            ] {
                assert!(!may_hide(&looked_at(role_of, relation), &other, *role), "{role_of:?} {relation:?}");
            }
        }
    }

    #[test]
    fn no_adult_hides_the_students_own_words_and_nobody_hides_their_own() {
        let student = looked_at(Role::Student, Relation::Own);
        let advisor = looked_at(Role::Advisor, Relation::SameAdvisory);
        assert!(!may_hide(&student, &student.id, Role::Student));
        assert!(!may_hide(&advisor, &advisor.id, Role::Student));
        assert!(!may_hide(&advisor, &advisor.looked_at_by, Role::Advisor));
    }
}
