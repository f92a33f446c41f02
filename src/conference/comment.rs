//! Talk beside a conference's plan: what advisor, family and, where the student asks them, fellow students think of it.

use crate::at::At;
use crate::id::{CommentId, PersonId};
use crate::language::Language;
use crate::person::Role;

/// Something said about a plan. It is its author's.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub author_id: PersonId,
    pub author_name: String,
    /// What they like to be called.
    pub author_called: String,
    pub author_role: Role,
    /// How a family member stands to the student, in their own words.
    pub author_kinship: Option<String>,
    pub text: String,
    pub language: Language,
    pub made_at: At,
    /// Since when the talk has come to its end.
    pub settled_at: Option<At>,
}

/// Whether somebody may say that the talk has come to its end: whoever took part in it, and whose plan it is.
pub fn may_settle(talk: &[Comment], person: &PersonId, leads: bool) -> bool {
    let mut open = talk.iter().filter(|comment| comment.settled_at.is_none());
    if leads { open.next().is_some() } else { open.any(|comment| comment.author_id == *person) }
}

impl Comment {
    /// Whether this person may read it: fellow students read their own words and the student's, not what adults say.
    pub fn may_be_read(&self, role: Role, person: &PersonId, student: &PersonId) -> bool {
        role != Role::Student || person == student || self.author_role == Role::Student
    }
}

mod store {
    use super::*;
    use crate::conference::Conference;
    use crate::id::ConferenceId;
    use crate::person::Viewer;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    impl Comment {
        /// What the viewer said themselves, and about which conference's plan.
        pub async fn of_author(
            conn: &mut Conn,
            viewer: &Viewer,
            id: &CommentId,
        ) -> Result<Option<(String, ConferenceId)>, StoreError> {
            maybe!(
                conn,
                "SELECT text, conference_id FROM plan_comment WHERE school_id = $1 AND id = $2 AND author_id = $3",
                &viewer.school_id,
                id,
                &viewer.person_id
            )
        }
    }

    impl Conference {
        /// Asks those of the same advisory what they think of the plan, or asks them no more.
        pub async fn ask_classmates(&self, tx: &mut Tx, ask: bool) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE conference SET asks_classmates = $3 WHERE school_id = $1 AND id = $2",
                &self.school_id,
                &self.id,
                i64::from(ask)
            )?;
            Ok(())
        }

        /// What was said about the plan, the oldest first.
        pub async fn comments(&self, conn: &mut Conn) -> Result<Vec<Comment>, StoreError> {
            all!(
                conn,
                "SELECT plan_comment.id, author_id, person.name AS author_name,
                    COALESCE(person.called, person.name) AS author_called, person.role AS author_role,
                    kinship.words AS author_kinship, text, language, made_at, settled_at
                 FROM plan_comment JOIN person ON person.id = author_id
                 LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = $3
                 WHERE plan_comment.school_id = $1 AND conference_id = $2 ORDER BY made_at, plan_comment.id",
                &self.school_id,
                &self.id,
                &self.student_id
            )
        }

        /// Says something about the plan. Sent twice, it is said once.
        pub async fn comment(
            &self,
            tx: &mut Tx,
            author: &Viewer,
            id: &CommentId,
            (text, language): (&str, &Language),
            now: At,
        ) -> Result<Saved, StoreError> {
            run!(
                tx,
                "INSERT INTO plan_comment (id, school_id, conference_id, author_id, text, language, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
                id,
                &self.school_id,
                &self.id,
                &author.person_id,
                text,
                language,
                now
            )?;
            let there: Option<(ConferenceId, PersonId)> = maybe!(
                tx,
                "SELECT conference_id, author_id FROM plan_comment WHERE school_id = $1 AND id = $2",
                &self.school_id,
                id
            )?;
            Ok(Saved::if_theirs(there.is_some_and(|(conference, by)| conference == self.id && by == author.person_id)))
        }

        /// The talk comes to its end. What is said afterwards begins anew.
        pub async fn settle_comments(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE plan_comment SET settled_at = $3
                 WHERE school_id = $1 AND conference_id = $2 AND settled_at IS NULL",
                &self.school_id,
                &self.id,
                now
            )?;
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(author_role: Role, settled: bool) -> Comment {
        Comment {
            id: CommentId::new(),
            author_id: PersonId::new(),
            author_name: "Rosa".into(),
            author_called: "Rosa".into(),
            author_role,
            author_kinship: None,
            text: "Begin with the tortilla.".into(),
            language: Language::english(),
            made_at: At(0),
            settled_at: settled.then_some(At(1)),
        }
    }

    #[test]
    fn talk_is_settled_by_those_who_talked_and_by_whose_plan_it_is() {
        let talk = [said(Role::Advisor, false), said(Role::Family, true)];
        assert!(may_settle(&talk, &talk[0].author_id, false));
        assert!(!may_settle(&talk, &talk[1].author_id, false));
        assert!(may_settle(&talk, &PersonId::new(), true));
        assert!(!may_settle(&talk[1..], &PersonId::new(), true));
    }

    #[test]
    fn what_adults_say_is_not_read_by_fellow_students() {
        let talk = [said(Role::Advisor, false), said(Role::Family, false), said(Role::Student, false)];
        let (student, classmate) = (PersonId::new(), PersonId::new());
        let read = |role, person| talk.iter().filter(|comment| comment.may_be_read(role, person, &student)).count();
        assert_eq!(read(Role::Student, &classmate), 1);
        assert_eq!(read(Role::Student, &student), 3);
        assert_eq!(read(Role::Family, &classmate), 3);
    }
}
