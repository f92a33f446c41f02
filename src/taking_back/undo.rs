//! Undoing: for ten minutes, whatever somebody did that others see can be undone by them, unless somebody has gone on from it.

use crate::at::At;
use crate::id::UndoId;
use crate::language::{Language, Spoken};
use crate::person::Viewer;
use crate::store::{Conn, KeptRows, RowChange, RowsOf, StoreError, Tx, all, maybe, run};

/// For how many minutes something can be undone; mail about it waits that long.
pub const UNDO_MINUTES: i64 = 10;

kinds! {
    /// What somebody does that others see. Each has a test that does it and undoes it.
    pub enum SeenAct {
        /// Keeps a work, or changes whom it is for and what it says. The thing is the work.
        KeepWork = "keep-work",
        /// Adds a version, says what feedback went into it, and may ask for a check of it. The thing is the work.
        Revise = "revise",
        /// Gives feedback on a version, as advisor or fellow student. The thing is the work.
        GiveFeedback = "give-feedback",
        /// Says what became of feedback. The thing is the feedback.
        SayWhatBecame = "say-what-became",
        /// Takes a fellow student's words out of sight. The thing is the feedback.
        HideFeedback = "hide-feedback",
        /// Hides words that were said to or about a student. The thing is the words.
        HideWords = "hide-words",
        /// Asks for a check. The thing is the work.
        AskForCheck = "ask-for-check",
        /// Answers a check, or corrects the answer. The thing is the work.
        AnswerCheck = "answer-check",
        /// Answers how the student would rather show it. The thing is the check.
        AnswerWish = "answer-wish",
        /// Asks fellow students about a work. The thing is the work.
        AskPeers = "ask-peers",
        /// Says which statement a work speaks for, or takes that away. The thing is the statement.
        TieEvidence = "tie-evidence",
        /// Brings something to a section, or says it in other words. The thing is the contribution.
        Contribute = "contribute",
        /// Translates somebody's words, or says that a translation is right. The thing is the contribution.
        Translate = "translate",
        /// Puts words into another language or reads them aloud, or says that this is right. The thing is what it belongs to.
        Render = "render",
        /// Says something beside a statement or a contribution. The thing is that.
        Remark = "remark",
        /// Puts a statement before or after another. The thing is the definition.
        PlaceStatement = "place-statement",
        /// Sets a statement aside, or brings it back. The thing is the statement.
        SetAside = "set-aside",
        /// Says who sees a section. The thing is the definition.
        OpenSection = "open-section",
        /// Asks everybody to answer. The thing is the definition.
        AskForAnswers = "ask-for-answers",
        /// Answers a version, or writes down an answer on paper. The thing is the version.
        Affirm = "affirm",
        /// Plans a conference, or changes its facts, or moves it. The thing is the conference.
        PlanConference = "plan-conference",
        /// Begins a plan, puts a moment into it, changes one, or puts it elsewhere. The thing is the conference.
        ShapePlan = "shape-plan",
        /// Calls a conference off. The thing is the conference.
        CallOff = "call-off",
        /// Says something about a plan. The thing is the conference.
        CommentOnPlan = "comment-on-plan",
        /// Lets others hear a run-through, or asks somebody to listen. The thing is the run-through.
        ShareRehearsal = "share-rehearsal",
        /// Says something about somebody's run-through. The thing is the run-through.
        HelpRehearse = "help-rehearse",
        /// Says something back. The thing is the conference.
        Reply = "reply",
        /// Promises something, or says how it went. The thing is the promise.
        Commit = "commit",
        /// Writes the letter back to the family. The thing is the reply.
        WriteBack = "write-back",
        /// Looks back on a conference. The thing is the conference.
        LookBack = "look-back",
        /// Tells something about the student, or tells it in other words. The thing is what is told.
        Testify = "testify",
        /// Says where what was told stands. The thing is what was told.
        AnswerTestimony = "answer-testimony",
        /// Chooses a time, or ends one that was chosen. The thing is the student.
        ChooseTime = "choose-time",
        /// Offers times. The thing is the advisor.
        OfferTimes = "offer-times",
        /// Arranges the portfolio: its welcome, its cover, its shelves and what stands on them. The thing is the student.
        ArrangePortfolio = "arrange-portfolio",
        /// Gathers students around a target, or calls that off. The thing is the gathering.
        Gather = "gather",
        /// Says what an advisory is about, and in which weeks. The thing is the unit.
        SetPace = "set-pace",
    }
}

/// How a thing was before somebody did something to it.
#[must_use = "what was done can be undone once it is noted"]
#[derive(Debug)]
pub struct BeforeAct {
    act: SeenAct,
    thing: String,
    rows: KeptRows,
}

/// Something that can still be undone.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Undoable {
    pub id: UndoId,
    pub act: SeenAct,
    /// Where it was done.
    pub path: String,
    pub done_at: At,
}

/// What became of undoing.
#[must_use = "what was not undone has to be said"]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// It is as it was before; and where it was done.
    Undone(String),
    /// It is more than ten minutes ago, or was undone already.
    TooLate,
    /// Somebody has gone on from there; where it was done.
    GoneOn(String),
    /// Somebody else did it, or it was so long ago that nobody knows.
    NotTheirs,
}

/// Rows of one table that belong to this column's thing.
const fn of(table: &'static str, of: &'static str) -> RowsOf {
    RowsOf::new(table, of)
}

impl SeenAct {
    /// The rows that it may change; what points at others comes before them.
    fn parts(self) -> &'static [RowsOf] {
        const CHECKS: &str = "check_id IN (SELECT id FROM mastery_check WHERE work_id = $2)";
        const VERSIONS: &str = "revision_id IN (SELECT id FROM revision WHERE work_id = $2)";
        const FILES: &str = "file_id IN (SELECT id FROM work_file WHERE work_id = $2)";
        /// What is rendered of a version's words.
        const RENDERED: &[(&str, &str)] = &[("html", "''"), ("html_version", "0")];
        const WORK: &[RowsOf] = &[
            of("revision_picture", VERSIONS),
            of("revision_file", VERSIONS),
            of("caption", FILES),
            of("file_page", FILES),
            of("work_target", "work_id = $2"),
            of("revision", "work_id = $2").but(RENDERED),
            of("picture", "work_id = $2"),
            of("work_file", "work_id = $2"),
            of("work", "id = $2"),
        ];
        const REVISED: &[RowsOf] = &[
            of(
                "feedback_answer",
                "feedback_id IN (SELECT feedback.id FROM feedback JOIN revision ON revision.id = revision_id WHERE work_id = $2)",
            ),
            of("check_answer", CHECKS),
            of("mastery_check", "work_id = $2"),
            of("revision_picture", VERSIONS),
            of("revision_file", VERSIONS),
            of("revision", "work_id = $2").but(RENDERED),
        ];
        const FEEDBACK: &[RowsOf] = &[
            of(
                "feedback_wording",
                "feedback_id IN (SELECT feedback.id FROM feedback JOIN revision ON revision.id = revision_id WHERE work_id = $2)",
            ),
            of("feedback", VERSIONS),
        ];
        const BECAME: &[RowsOf] = &[of("feedback_answer", "feedback_id = $2")];
        const HIDDEN: &[RowsOf] = &[of("feedback_hidden", "feedback_id = $2")];
        const OUT_OF_SIGHT: &[RowsOf] = &[of("words_hidden", "thing_id = $2")];
        const CHECK: &[RowsOf] = &[
            of("check_wish", CHECKS),
            of("check_criterion", CHECKS),
            of("waved_through", CHECKS),
            of("check_earlier", CHECKS),
            of("check_answer", CHECKS),
            of("mastery_check", "work_id = $2"),
        ];
        const WISH: &[RowsOf] = &[of("wish_answer", "check_id = $2")];
        const PEERS: &[RowsOf] = &[of("peer_ask", "work_id = $2")];
        const EVIDENCE: &[RowsOf] = &[of("evidence", "statement_id = $2")];
        const CONTRIBUTION: &[RowsOf] =
            &[of("contribution_wording", "contribution_id = $2"), of("contribution", "id = $2")];
        const TRANSLATION: &[RowsOf] = &[of("translation", "contribution_id = $2")];
        const RENDITION: &[RowsOf] = &[of("rendition", "thing_id = $2")];
        const REMARK: &[RowsOf] = &[of("remark", "(statement_id = $2 OR contribution_id = $2)")];
        const STATEMENT: &[RowsOf] = &[of("statement", "id = $2")];
        const STATEMENTS: &[RowsOf] = &[of("statement", "definition_id = $2")];
        const PLAN: &[RowsOf] = &[
            of("moment_statement", "moment_id IN (SELECT id FROM moment WHERE conference_id = $2)"),
            of("moment_work", "moment_id IN (SELECT id FROM moment WHERE conference_id = $2)"),
            of("moment", "conference_id = $2"),
        ];
        const SECTION: &[RowsOf] =
            &[of("section_chosen", "definition_id = $2"), of("section_audience", "definition_id = $2")];
        const VERSION: &[RowsOf] = &[of("definition_version", "definition_id = $2")];
        const ANSWER: &[RowsOf] = &[of("affirmation", "version_id = $2"), of("definition_version", "id = $2")];
        const CONFERENCE: &[RowsOf] = &[of("conference", "id = $2")];
        const CALLED_OFF: &[RowsOf] = &[
            of("ended_time", "student_id IN (SELECT student_id FROM conference WHERE id = $2)"),
            of("chosen_time", "student_id IN (SELECT student_id FROM conference WHERE id = $2)"),
            of("conference", "id = $2"),
        ];
        const COMMENT: &[RowsOf] = &[of("plan_comment", "conference_id = $2")];
        const REHEARSAL: &[RowsOf] = &[of("rehearsal", "id = $2")];
        const PARTNER: &[RowsOf] = &[of("rehearsal_feedback", "rehearsal_id = $2")];
        const REPLY: &[RowsOf] = &[of("late_reply", "conference_id = $2"), of("reply", "conference_id = $2")];
        const COMMITMENT: &[RowsOf] = &[of("commitment", "id = $2")];
        const LETTER: &[RowsOf] = &[of("reply", "id = $2")];
        const AFTERWORD: &[RowsOf] = &[of("afterword", "conference_id = $2")];
        const TESTIMONY: &[RowsOf] = &[of("testimony", "id = $2")];
        const TIME: &[RowsOf] = &[of("ended_time", "student_id = $2"), of("chosen_time", "student_id = $2")];
        const OFFERED: &[RowsOf] = &[of("offered_time", "advisor_id = $2")];
        const SHELVES: &[RowsOf] = &[
            of("shelf_work", "shelf_id IN (SELECT id FROM shelf WHERE student_id = $2)"),
            of("shelf", "student_id = $2"),
            of("portfolio", "student_id = $2"),
            of("cover", "student_id = $2"),
        ];
        const GATHERED: &[RowsOf] = &[of("gathering_student", "gathering_id = $2"), of("gathering", "id = $2")];
        const UNIT: &[RowsOf] = &[of("unit_target", "unit_id = $2"), of("unit", "id = $2")];
        match self {
            Self::KeepWork => WORK,
            Self::Revise => REVISED,
            Self::GiveFeedback => FEEDBACK,
            Self::SayWhatBecame => BECAME,
            Self::HideFeedback => HIDDEN,
            Self::HideWords => OUT_OF_SIGHT,
            Self::AskForCheck | Self::AnswerCheck => CHECK,
            Self::AnswerWish => WISH,
            Self::AskPeers => PEERS,
            Self::TieEvidence => EVIDENCE,
            Self::Contribute => CONTRIBUTION,
            Self::Translate => TRANSLATION,
            Self::Render => RENDITION,
            Self::Remark => REMARK,
            Self::PlaceStatement => STATEMENTS,
            Self::ShapePlan => PLAN,
            Self::SetAside => STATEMENT,
            Self::OpenSection => SECTION,
            Self::AskForAnswers => VERSION,
            Self::Affirm => ANSWER,
            Self::PlanConference => CONFERENCE,
            Self::CallOff => CALLED_OFF,
            Self::CommentOnPlan => COMMENT,
            Self::ShareRehearsal => REHEARSAL,
            Self::HelpRehearse => PARTNER,
            Self::Reply => REPLY,
            Self::Commit => COMMITMENT,
            Self::WriteBack => LETTER,
            Self::LookBack => AFTERWORD,
            Self::Testify | Self::AnswerTestimony => TESTIMONY,
            Self::ChooseTime => TIME,
            Self::OfferTimes => OFFERED,
            Self::ArrangePortfolio => SHELVES,
            Self::Gather => GATHERED,
            Self::SetPace => UNIT,
        }
    }

    /// Remembers how a thing is, before this is done to it in the same transaction.
    pub async fn begin(
        self,
        tx: &mut Tx,
        by: &Viewer,
        thing: &(impl AsRef<str> + ?Sized),
    ) -> Result<BeforeAct, StoreError> {
        let thing = thing.as_ref().to_owned();
        let rows = KeptRows::of(tx, self.parts(), by.school_id.as_str(), &thing).await?;
        Ok(BeforeAct { act: self, thing, rows })
    }
}

impl BeforeAct {
    /// Notes that it was done, so that it can be undone; `path` is where. None when nothing has changed.
    pub async fn done(self, tx: &mut Tx, by: &Viewer, path: &str, now: At) -> Result<Option<UndoId>, StoreError> {
        let after = KeptRows::of(tx, self.act.parts(), by.school_id.as_str(), &self.thing).await?;
        let change = self.rows.changed_to(&after);
        if change.is_empty() {
            return Ok(None);
        }
        let id = UndoId::new();
        run!(
            tx,
            "INSERT INTO undoable (id, school_id, person_id, act, thing_id, path, change_kept, done_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &id,
            &by.school_id,
            &by.person_id,
            self.act,
            &self.thing,
            path,
            change.kept()?,
            now
        )?;
        Ok(Some(id))
    }
}

/// What is kept of something that was done.
#[derive(sqlx::FromRow)]
struct DoneRow {
    act: SeenAct,
    thing_id: String,
    path: String,
    change_kept: String,
}

impl Undoable {
    /// What somebody can still undo, the last first.
    pub async fn of(conn: &mut Conn, by: &Viewer, now: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT id, act, path, done_at FROM undoable WHERE school_id = $1 AND person_id = $2 AND done_at > $3
             ORDER BY done_at DESC, id DESC",
            &by.school_id,
            &by.person_id,
            now.plus_millis(-UNDO_MINUTES * 60_000)
        )
    }

    /// Whoever says that their own words are in another language has not gone on from them: what they did can be undone still.
    pub async fn is_in_another_language(
        tx: &mut Tx,
        by: &Viewer,
        (spoken, thing): (Spoken, &str),
        (before, after): (&Language, &Language),
        now: At,
    ) -> Result<(), StoreError> {
        for done in Self::of(tx, by, now).await? {
            let kept: Option<(String,)> = maybe!(tx, "SELECT change_kept FROM undoable WHERE id = $1", &done.id)?;
            let change = kept.and_then(|(kept,)| serde_json::from_str::<RowChange>(&kept).ok());
            let part = done.act.parts().iter().position(|part| part.table == spoken.table());
            let (Some(mut change), Some(part)) = (change, part) else { continue };
            if change.now_says(part, thing, "language", (before.tag(), after.tag())) {
                run!(tx, "UPDATE undoable SET change_kept = $1 WHERE id = $2", change.kept()?, &done.id)?;
            }
        }
        Ok(())
    }

    /// Undoes what somebody did. Whoever calls drops the transaction unless it was undone.
    pub async fn undo(tx: &mut Tx, by: &Viewer, id: &UndoId, now: At) -> Result<Undone, StoreError> {
        let theirs: Option<(UndoId,)> =
            maybe!(tx, "SELECT id FROM undoable WHERE id = $1 AND person_id = $2", id, &by.person_id)?;
        if theirs.is_none() {
            return Ok(Undone::NotTheirs);
        }
        let done: Option<DoneRow> = maybe!(
            tx,
            "SELECT act, thing_id, path, change_kept FROM undoable
             WHERE school_id = $1 AND person_id = $2 AND id = $3 AND done_at > $4",
            &by.school_id,
            &by.person_id,
            id,
            now.plus_millis(-UNDO_MINUTES * 60_000)
        )?;
        let Some(done) = done else { return Ok(Undone::TooLate) };
        let Ok(change) = serde_json::from_str::<RowChange>(&done.change_kept) else { return Ok(Undone::TooLate) };
        match change.undo(tx, done.act.parts(), by.school_id.as_str(), &done.thing_id).await {
            Ok(true) => {}
            // Somebody's words hang on it by now.
            Ok(false) | Err(StoreError::Tied(_) | StoreError::Taken(_)) => return Ok(Undone::GoneOn(done.path)),
            Err(trouble) => return Err(trouble),
        }
        // What is undone is undone once; the row goes with the others that are too old.
        run!(tx, "UPDATE undoable SET done_at = 0 WHERE id = $1", id)?;
        Ok(Undone::Undone(done.path))
    }
}
