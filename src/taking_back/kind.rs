//! What can be thrown away, and what goes along.

use crate::store::RowsOf;

kinds! {
    /// What lies in a bin; works have a bin of their own (see [`Work::put_into_bin`](crate::work::Work::put_into_bin)).
    pub enum BinKind {
        /// The latest version of a work, as long as nobody has answered it.
        Version = "version",
        /// The question for a mastery check.
        Check = "check",
        /// What was said about a version of a work.
        Feedback = "feedback",
        /// What somebody brought to a section of the definition.
        Contribution = "contribution",
        /// Something said beside a statement or a contribution.
        Remark = "remark",
        /// A run-through.
        Rehearsal = "rehearsal",
        /// What a partner said about a run-through.
        PartnerFeedback = "partner-feedback",
        /// Something said about a plan.
        Comment = "comment",
        /// A shelf, with the order of what stood on it.
        Shelf = "shelf",
        /// One moment of a plan.
        Moment = "moment",
        /// All moments of a plan.
        Plan = "plan",
        /// A learning target that nobody uses yet.
        Target = "target",
        /// How a contribution read before; the thing is the contribution's id, a dot, and the version.
        Wording = "wording",
        /// What a family member said back to a conference.
        Reply = "reply",
        /// What a family member told about the student.
        Testimony = "testimony",
        /// A promise.
        Commitment = "commitment",
        /// Words in another language or read aloud, beside others.
        Rendition = "rendition",
    }
}

impl BinKind {
    /// Its rows; what points at others comes before them.
    pub(super) fn parts(self) -> &'static [RowsOf] {
        const fn of(table: &'static str) -> RowsOf {
            RowsOf::new(table, "id = $2")
        }
        const WORK: (&str, &str) = ("work_id", "work");
        const STATEMENT: (&str, &str) = ("statement_id", "statement");
        const CONFERENCE: &[(&str, &str)] = &[("conference_id", "conference")];
        // The student may have written another letter since: it is theirs.
        const LETTER: &[(&str, &str)] =
            &[("letter", "letter"), ("letter_language", "letter_language"), ("letter_at", "letter_at")];
        // What comes back waits for the student to answer anew.
        const ANSWERED: &[(&str, &str)] =
            &[("accepted_version", "NULL"), ("left_off_at", "NULL"), ("shelf_id", "NULL"), ("withdrawn_at", "NULL")];
        match self {
            Self::Version => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("revision_picture", "revision_id = $2").beside(&[("picture_id", "picture")]),
                    RowsOf::new("revision_file", "revision_id = $2").beside(&[("file_id", "work_file")]),
                    RowsOf::new(
                        "rendition",
                        "kind = 'work' AND thing_id IN (SELECT work_id FROM revision WHERE id = $2)
                         AND made_at >= (SELECT made_at FROM revision WHERE id = $2)",
                    ),
                    of("revision").beside(&[WORK]).but(&[("html", "''"), ("html_version", "0")]),
                ];
                PARTS
            }
            Self::Check => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("check_wish", "check_id = $2"),
                    RowsOf::new("check_answer", "check_id = $2"),
                    of("mastery_check").beside(&[WORK, ("revision_id", "revision")]),
                ];
                PARTS
            }
            Self::Feedback => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("rendition", "kind = 'feedback' AND thing_id = $2"),
                    RowsOf::new("feedback_wording", "feedback_id = $2").beside(&[("feedback_id", "feedback")]),
                    of("feedback").beside(&[("revision_id", "revision")]),
                ];
                PARTS
            }
            Self::Contribution => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("translation", "contribution_id = $2"),
                    RowsOf::new("contribution_wording", "contribution_id = $2"),
                    of("contribution").beside(&[("definition_id", "definition")]),
                ];
                PARTS
            }
            Self::Remark => {
                const PARTS: &[RowsOf] = &[of("remark").beside(&[STATEMENT, ("contribution_id", "contribution")])];
                PARTS
            }
            Self::Rehearsal => {
                const PARTS: &[RowsOf] =
                    &[RowsOf::new("rehearsal_moment", "rehearsal_id = $2"), of("rehearsal").beside(CONFERENCE)];
                PARTS
            }
            Self::PartnerFeedback => {
                const PARTS: &[RowsOf] = &[of("rehearsal_feedback").beside(&[("rehearsal_id", "rehearsal")])];
                PARTS
            }
            Self::Comment => {
                const PARTS: &[RowsOf] = &[of("plan_comment").beside(CONFERENCE)];
                PARTS
            }
            Self::Shelf => {
                const PARTS: &[RowsOf] =
                    &[RowsOf::new("shelf_work", "shelf_id = $2").beside(&[WORK]), of("shelf").beside(&[STATEMENT])];
                PARTS
            }
            Self::Moment => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("rendition", "kind = 'moment' AND thing_id = $2"),
                    RowsOf::new("moment_statement", "moment_id = $2").beside(&[STATEMENT]),
                    RowsOf::new("moment_work", "moment_id = $2").beside(&[WORK]),
                    of("moment").beside(CONFERENCE),
                ];
                PARTS
            }
            Self::Plan => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new(
                        "rendition",
                        "kind = 'moment' AND thing_id IN (SELECT id FROM moment WHERE conference_id = $2)",
                    ),
                    RowsOf::new("moment_statement", "moment_id IN (SELECT id FROM moment WHERE conference_id = $2)")
                        .beside(&[STATEMENT]),
                    RowsOf::new("moment_work", "moment_id IN (SELECT id FROM moment WHERE conference_id = $2)")
                        .beside(&[WORK]),
                    RowsOf::new("moment", "conference_id = $2").beside(CONFERENCE),
                ];
                PARTS
            }
            Self::Target => {
                const PARTS: &[RowsOf] = &[
                    RowsOf::new("rendition", "kind = 'target' AND thing_id = $2"),
                    RowsOf::new("target_builds_on", "(target_id = $2 OR builds_on_id = $2)")
                        .beside(&[("target_id", "learning_target"), ("builds_on_id", "learning_target")]),
                    of("learning_target"),
                ];
                PARTS
            }
            Self::Wording => {
                // The first half finds it by its key: 36 letters are an id.
                const PARTS: &[RowsOf] = &[RowsOf::new(
                    "contribution_wording",
                    "contribution_id = substr($2, 1, 36) AND contribution_id || '.' || version = $2",
                )
                .beside(&[("contribution_id", "contribution")])];
                PARTS
            }
            Self::Reply => {
                const PARTS: &[RowsOf] = &[of("reply").but(LETTER).beside(CONFERENCE)];
                PARTS
            }
            Self::Testimony => {
                const PARTS: &[RowsOf] = &[of("testimony").but(ANSWERED)];
                PARTS
            }
            Self::Commitment => {
                const PARTS: &[RowsOf] =
                    &[RowsOf::new("follow_up_mail", "commitment_id = $2"), of("commitment").beside(CONFERENCE)];
                PARTS
            }
            Self::Rendition => {
                const PARTS: &[RowsOf] = &[of("rendition")];
                PARTS
            }
        }
    }

    /// In SQL: whether somebody else has answered it ($1 is the school, $2 the thing).
    pub(super) fn answered(self) -> Option<&'static str> {
        Some(match self {
            Self::Version => {
                "SELECT id FROM feedback WHERE school_id = $1 AND revision_id = $2
                 UNION SELECT id FROM mastery_check WHERE school_id = $1 AND revision_id = $2"
            }
            Self::Check => "SELECT id FROM wish_answer WHERE school_id = $1 AND check_id = $2",
            Self::Feedback => {
                "SELECT feedback_id FROM feedback_answer WHERE school_id = $1 AND feedback_id = $2
                 UNION SELECT feedback_id FROM feedback_hidden WHERE school_id = $1 AND feedback_id = $2"
            }
            Self::Contribution => {
                "SELECT statement_id FROM statement_contribution WHERE school_id = $1 AND contribution_id = $2
                 UNION SELECT id FROM remark WHERE school_id = $1 AND contribution_id = $2"
            }
            Self::Rehearsal => "SELECT id FROM rehearsal_feedback WHERE school_id = $1 AND rehearsal_id = $2",
            Self::Target => {
                "SELECT work_id FROM work_target WHERE school_id = $1 AND target_id = $2
                 UNION SELECT check_id FROM check_answer WHERE school_id = $1 AND target_id = $2
                 UNION SELECT check_id FROM waved_through WHERE school_id = $1 AND below_id = $2
                 UNION SELECT id FROM aim WHERE school_id = $1 AND target_id = $2
                 UNION SELECT check_id FROM check_criterion WHERE school_id = $1 AND target_id = $2
                 UNION SELECT unit_id FROM unit_target WHERE school_id = $1 AND target_id = $2
                 UNION SELECT id FROM gathering WHERE school_id = $1 AND target_id = $2"
            }
            Self::Reply => "SELECT id FROM reply WHERE school_id = $1 AND id = $2 AND letter <> ''",
            Self::Testimony => "SELECT id FROM testimony WHERE school_id = $1 AND id = $2 AND thanks <> ''",
            Self::Remark
            | Self::PartnerFeedback
            | Self::Comment
            | Self::Shelf
            | Self::Moment
            | Self::Plan
            | Self::Wording
            | Self::Commitment
            | Self::Rendition => return None,
        })
    }

    /// What is done where somebody has answered it: its words go, the answers stay beside a mark ($1 is the school, $2 the
    /// thing, $3 now). None for what stays as it is.
    pub(super) fn withdrawing(self) -> Option<&'static str> {
        Some(match self {
            Self::Feedback => {
                "UPDATE feedback SET text = '', passage = '', picture_id = NULL, spot = NULL, file_id = NULL,
                    at_second = NULL, withdrawn_at = $3 WHERE school_id = $1 AND id = $2"
            }
            Self::Contribution => {
                "UPDATE contribution SET text = '', transcript = '', sound_id = NULL, photo_id = NULL, photo_words = '',
                    prompt = '', school_prompt_id = NULL, school_prompt_version = NULL, withdrawn_at = $3
                 WHERE school_id = $1 AND id = $2"
            }
            Self::Rehearsal => {
                "UPDATE rehearsal SET sound_id = NULL, transcript = '', film_id = NULL, withdrawn_at = $3
                 WHERE school_id = $1 AND id = $2"
            }
            Self::Reply => {
                "UPDATE reply SET starter = 'own', text = '', sound_id = NULL, transcript = '', withdrawn_at = $3
                 WHERE school_id = $1 AND id = $2"
            }
            Self::Testimony => {
                "UPDATE testimony SET title = '', place = '', text = '', transcript = '', sound_id = NULL,
                    photo_id = NULL, photo_words = '', accepted_version = NULL, left_off_at = NULL, shelf_id = NULL,
                    withdrawn_at = $3
                 WHERE school_id = $1 AND id = $2"
            }
            _ => return None,
        })
    }

    /// Whether the rows that hang on it go into the bin also where it stays, withdrawn.
    pub(super) fn last_part(self) -> usize {
        self.parts().len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is taken off a shelf before the shelf goes into the bin.
    const ELSEWHERE: &[(&str, &str)] = &[("shelf", "testimony")];

    #[test]
    fn whatever_points_at_a_thing_goes_along_or_makes_it_stay() {
        let migrations = crate::store::migrations_text();
        let mut table = String::new();
        let mut pointing: Vec<(String, String)> = Vec::new();
        for line in migrations.lines() {
            for head in ["CREATE TABLE ", "ALTER TABLE "] {
                if let Some(rest) = line.strip_prefix(head) {
                    table = rest.split([' ', '(']).next().unwrap_or_default().to_owned();
                }
            }
            if let Some(at) = line.split("REFERENCES ").nth(1) {
                pointing.push((table.clone(), at.split([' ', '(']).next().unwrap_or_default().to_owned()));
            }
        }
        for kind in BinKind::ALL {
            let parts: Vec<&str> = kind.parts().iter().map(|part| part.table).collect();
            let answered = kind.answered().unwrap_or_default();
            for (from, at) in pointing.iter().filter(|(_, at)| parts.contains(&at.as_str())) {
                let is_known = parts.contains(&from.as_str())
                    || answered.contains(&format!("FROM {from} "))
                    || ELSEWHERE.contains(&(at.as_str(), from.as_str()));
                // What hangs on an answer is there only where there is an answer.
                let hangs_on = ["check_criterion", "waved_through", "wish_answer", "check_earlier", "feedback_wording"];
                assert!(is_known || hangs_on.contains(&from.as_str()), "{kind}: {from} points at {at}");
            }
        }
    }
}
