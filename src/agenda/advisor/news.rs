//! What others said lately that an advisor may want to read: back to a conference, about a plan, beside a definition, about
//! a work; also what children say to each other.

use std::collections::HashMap;

use crate::at::At;
use crate::definition::{Definition, Section};
use crate::hidden::in_sight;
use crate::id::PersonId;
use crate::person::{Student, Viewer};
use crate::policy::Action;
use crate::store::{Conn, Ids, StoreError, all, ids_in};

kinds! {
    /// What somebody said.
    pub enum NewsKind {
        /// The family said something back to a conference.
        Reply = "reply",
        /// Somebody said something about a plan.
        Comment = "comment",
        /// Somebody talks beside the words of a definition.
        Talk = "talk",
        /// A family member or a fellow student wrote about a work.
        Feedback = "feedback",
        /// A conference was moved to another day.
        Moved = "moved",
        /// A conference was called off.
        CalledOff = "called-off",
    }
}

/// Something that was said lately: the newest of its kind about one thing.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct LatelyHeard {
    pub kind: NewsKind,
    /// The id of what was said.
    pub id: String,
    /// The id of the conference, the definition or the work it is about.
    pub about: String,
    pub author: String,
    pub at: At,
    /// Of the definition, where it was said beside its words.
    pub section: Option<Section>,
}

impl LatelyHeard {
    /// Whether the advisor may read it: what stands beside words that are not for them is not for them.
    pub(super) fn may_be_read(&self, definition: Option<&Definition>, student: &Student) -> bool {
        let Some(section) = self.section else { return true };
        definition
            .is_some_and(|one| one.id.as_str() == self.about && one.may(student.standing, Action::SeeSection, section))
    }

    /// What others said to and about each of these students since then, the newest of each.
    pub(super) async fn lately(
        conn: &mut Conn,
        advisor: &Viewer,
        students: impl IntoIterator<Item = &PersonId>,
        since: At,
        now: At,
    ) -> Result<HashMap<PersonId, Vec<Self>>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct NewsRow {
            student_id: PersonId,
            #[sqlx(flatten)]
            news: LatelyHeard,
        }
        let rows: Vec<NewsRow> = all!(
            conn,
            concat!(
                "SELECT kind, said.id, about, student_id, person.name AS author, section, at FROM (
                    SELECT 'reply' AS kind, reply.id, conference_id AS about, student_id, author_id, NULL AS section,
                        made_at AS at
                    FROM reply JOIN conference ON conference.id = conference_id
                    WHERE reply.school_id = $1 AND reply.withdrawn_at IS NULL AND ",
                in_sight!("reply", "$4"),
                "
                    UNION ALL
                    SELECT 'comment', plan_comment.id, conference_id, student_id, author_id, NULL, made_at
                    FROM plan_comment JOIN conference ON conference.id = conference_id
                    WHERE plan_comment.school_id = $1 AND settled_at IS NULL
                    UNION ALL
                    SELECT 'talk', remark.id, remark.definition_id, student_id, remark.author_id,
                        COALESCE(statement.section, contribution.section), remark.made_at
                    FROM remark JOIN definition ON definition.id = remark.definition_id
                    LEFT JOIN statement ON statement.id = remark.statement_id
                    LEFT JOIN contribution ON contribution.id = remark.contribution_id
                    WHERE remark.school_id = $1 AND remark.kind = 'talk' AND remark.settled_at IS NULL AND ",
                in_sight!("remark", "$4"),
                "
                    UNION ALL
                    SELECT 'feedback', feedback.id, work.id, student_id, feedback.author_id, NULL, feedback.made_at
                    FROM feedback JOIN revision ON revision.id = revision_id JOIN work ON work.id = revision.work_id
                    WHERE feedback.school_id = $1 AND work.audience <> 'me' AND feedback.withdrawn_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM feedback_hidden WHERE feedback_hidden.feedback_id = feedback.id)
                    UNION ALL
                    SELECT 'moved', id || '-' || moved_at, id, student_id, moved_by, NULL, moved_at FROM conference
                    WHERE school_id = $1 AND moved_at IS NOT NULL AND called_off_at IS NULL AND starts_at > $5
                    UNION ALL
                    SELECT 'called-off', id || '-' || called_off_at, id, student_id, called_off_by, NULL, called_off_at
                    FROM conference WHERE school_id = $1 AND called_off_at IS NOT NULL AND starts_at > $5
                 ) said JOIN person ON person.id = said.author_id
                 WHERE at >= $3 AND said.author_id <> $4
                    AND (person.role IN ('student', 'family') OR kind IN ('moved', 'called-off'))
                    AND (said.author_id <> said.student_id OR kind IN ('moved', 'called-off'))
                    AND said.student_id IN ",
                ids_in!("$2"),
                " ORDER BY at DESC, said.id"
            ),
            &advisor.school_id,
            Ids::of(students),
            since,
            &advisor.person_id,
            now
        )?;
        let mut news: HashMap<PersonId, Vec<Self>> = HashMap::new();
        for row in rows {
            let of_student = news.entry(row.student_id).or_default();
            if !of_student.iter().any(|one| one.kind == row.news.kind && one.about == row.news.about) {
                of_student.push(row.news);
            }
        }
        Ok(news)
    }
}
