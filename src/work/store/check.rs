//! Mastery checks in the database.

use super::save::hold;
use super::*;
use crate::id::WishAnswerId;
use crate::person::accompanied::accompanied;
use crate::saved::Saved;
use crate::store::{Tx, run};

/// A check that waits for an advisor.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct WaitingCheck {
    pub work_id: WorkId,
    pub title: String,
    pub language: Language,
    pub student_id: PersonId,
    pub student: String,
    pub asked_at: At,
}

/// One target of a check, as its tables have it.
#[derive(sqlx::FromRow)]
struct CheckRow {
    id: CheckId,
    revision_id: RevisionId,
    asked_at: At,
    answered_at: Option<At>,
    answered_by: Option<String>,
    answerer_id: Option<PersonId>,
    withdrawn_at: Option<At>,
    check_version: i64,
    target_id: TargetId,
    statement: String,
    criteria: String,
    version: i64,
    answer: Option<Mastery>,
    next_step: String,
    wish: Option<String>,
    wish_language: Option<Language>,
}

impl Work {
    /// Its mastery checks, the oldest first.
    pub async fn checks(&self, conn: &mut Conn) -> Result<Vec<Check>, StoreError> {
        let rows: Vec<CheckRow> = all!(
            conn,
            "SELECT mastery_check.id, revision_id, asked_at, answered_at, person.name AS answered_by,
                mastery_check.answered_by AS answerer_id, mastery_check.withdrawn_at, mastery_check.version AS check_version, target_id,
                statement, criteria, learning_target.version, answer, next_step, check_wish.words AS wish,
                check_wish.language AS wish_language
             FROM mastery_check
             JOIN check_answer ON check_answer.check_id = mastery_check.id
             JOIN learning_target ON learning_target.id = check_answer.target_id
             LEFT JOIN person ON person.id = mastery_check.answered_by
             LEFT JOIN check_wish ON check_wish.check_id = mastery_check.id
             WHERE mastery_check.school_id = $1 AND work_id = $2 ORDER BY asked_at, mastery_check.id, subject, statement",
            &self.school_id,
            &self.id
        )?;
        let mut checks: Vec<Check> = Vec::new();
        for row in rows {
            if checks.last().is_none_or(|check| check.id != row.id) {
                let wish = row.wish.zip(row.wish_language);
                checks.push(Check {
                    id: row.id,
                    revision_id: row.revision_id,
                    asked_at: row.asked_at,
                    answered: row.answered_by.zip(row.answered_at),
                    answered_by: row.answerer_id,
                    answers: Vec::new(),
                    wish: wish.map(|(words, language)| Wish { words, language, answers: Vec::new() }),
                    withdrawn_at: row.withdrawn_at,
                    version: row.check_version,
                    earlier: Vec::new(),
                });
            }
            if let Some(check) = checks.last_mut() {
                check.answers.push(CheckAnswer {
                    target_id: row.target_id,
                    statement: row.statement,
                    criteria: row.criteria,
                    version: row.version,
                    answer: row.answer,
                    next_step: row.next_step,
                    said: Vec::new(),
                    waved: Vec::new(),
                });
            }
        }
        self.words_of_checks(conn, &mut checks).await?;
        if checks.iter().any(|check| check.version > 1) {
            self.earlier_answers(conn, &mut checks).await?;
        }
        Ok(checks)
    }

    async fn earlier_answers(&self, conn: &mut Conn, checks: &mut [Check]) -> Result<(), StoreError> {
        let rows: Vec<(CheckId, String, String, At)> = all!(
            conn,
            "SELECT check_id, answers, person.name, check_earlier.answered_at FROM check_earlier
             JOIN mastery_check ON mastery_check.id = check_id JOIN person ON person.id = check_earlier.answered_by
             WHERE check_earlier.school_id = $1 AND work_id = $2 ORDER BY check_earlier.version DESC",
            &self.school_id,
            &self.id
        )?;
        for (id, kept, author, at) in rows {
            let targets: Vec<EarlierTarget> = serde_json::from_str(&kept).unwrap_or_default();
            if let Some(check) = checks.iter_mut().find(|check| check.id == id) {
                check.earlier.push(EarlierAnswer { author, at, targets });
            }
        }
        Ok(())
    }

    /// What was said in checks about criteria, prerequisites and wishes.
    async fn words_of_checks(&self, conn: &mut Conn, checks: &mut [Check]) -> Result<(), StoreError> {
        if checks.is_empty() {
            return Ok(());
        }
        let said: Vec<(CheckId, TargetId, String, String)> = all!(
            conn,
            "SELECT check_id, target_id, criterion, words FROM check_criterion
             JOIN mastery_check ON mastery_check.id = check_criterion.check_id
             WHERE mastery_check.school_id = $1 AND work_id = $2 ORDER BY check_id, target_id, position",
            &self.school_id,
            &self.id
        )?;
        for (check, target, criterion, words) in said {
            if let Some(answer) = answer_of(checks, &check, &target) {
                answer.said.push(CriterionWords { criterion, words });
            }
        }
        let waved: Vec<(CheckId, TargetId, TargetId, String, String)> = all!(
            conn,
            "SELECT check_id, target_id, below_id, statement, reason FROM waved_through
             JOIN mastery_check ON mastery_check.id = waved_through.check_id
             JOIN learning_target ON learning_target.id = waved_through.below_id
             WHERE mastery_check.school_id = $1 AND work_id = $2 ORDER BY check_id, target_id, statement",
            &self.school_id,
            &self.id
        )?;
        for (check, target, below_id, statement, reason) in waved {
            if let Some(answer) = answer_of(checks, &check, &target) {
                answer.waved.push(Waved { below_id, statement, reason });
            }
        }
        #[derive(sqlx::FromRow)]
        struct CriterionRow {
            check_id: CheckId,
            #[sqlx(flatten)]
            said: WishAnswered,
        }
        let answered: Vec<CriterionRow> = all!(
            conn,
            "SELECT check_id, person.name AS author, answer, words, wish_answer.answered_at AS at FROM wish_answer
             JOIN mastery_check ON mastery_check.id = wish_answer.check_id
             JOIN person ON person.id = wish_answer.author_id
             WHERE mastery_check.school_id = $1 AND work_id = $2 ORDER BY wish_answer.answered_at, wish_answer.id",
            &self.school_id,
            &self.id
        )?;
        for answered in answered {
            let check = checks.iter_mut().find(|check| check.id == answered.check_id);
            if let Some(wish) = check.and_then(|check| check.wish.as_mut()) {
                wish.answers.push(answered.said);
            }
        }
        Ok(())
    }

    /// Asks for a mastery check of the latest revision, or says why not now. Asking twice asks once. `wish` is how the
    /// student would rather show it.
    pub async fn ask_for_check(
        &self,
        tx: &mut Tx,
        wish: Option<(&str, &Language)>,
        now: At,
    ) -> Result<Result<(), NotNow>, StoreError> {
        self.ask_for_check_of(tx, None, wish, now).await
    }

    /// The same, of these targets alone where some are named: what a teacher of these subjects can answer.
    pub async fn ask_for_check_of(
        &self,
        tx: &mut Tx,
        only: Option<&[TargetId]>,
        wish: Option<(&str, &Language)>,
        now: At,
    ) -> Result<Result<(), NotNow>, StoreError> {
        hold(tx, &self.school_id, &self.id).await?;
        let Some(latest) = self.latest(tx).await? else { return Ok(Err(NotNow::Draft)) };
        let asked = match to_ask_for(self, &self.targets(tx).await?, &self.checks(tx).await?, &latest.id) {
            Ok(asked) => asked,
            Err(why) => return Ok(Err(why)),
        };
        let asked: Vec<TargetId> =
            asked.into_iter().filter(|target| only.is_none_or(|only| only.contains(target))).collect();
        if asked.is_empty() {
            return Ok(Err(NotNow::NoTargets));
        }
        let id = CheckId::new();
        run!(
            tx,
            "INSERT INTO mastery_check (id, school_id, work_id, revision_id, asked_at) VALUES ($1, $2, $3, $4, $5)",
            &id,
            &self.school_id,
            &self.id,
            &latest.id,
            now
        )?;
        for target in &asked {
            run!(
                tx,
                "INSERT INTO check_answer (school_id, check_id, target_id, next_step) VALUES ($1, $2, $3, '')",
                &self.school_id,
                &id,
                target
            )?;
        }
        if let Some((words, language)) = wish {
            run!(
                tx,
                "INSERT INTO check_wish (check_id, school_id, words, language) VALUES ($1, $2, $3, $4)",
                &id,
                &self.school_id,
                words,
                language
            )?;
        }
        self.touched(tx, now).await?;
        Ok(Ok(()))
    }

    /// For each of these targets that builds on something its student has not mastered, in whatever work: what that is.
    pub async fn missing_below(
        &self,
        conn: &mut Conn,
        targets: &[TargetId],
    ) -> Result<BTreeMap<TargetId, Vec<TargetId>>, StoreError> {
        let pairs: Vec<(TargetId, TargetId)> = all!(
            conn,
            "SELECT target_id, builds_on_id FROM target_builds_on
             JOIN learning_target ON learning_target.id = builds_on_id
             WHERE target_builds_on.school_id = $1 ORDER BY target_id, subject, statement",
            &self.school_id
        )?;
        // The last answer of each work counts.
        let answers: Vec<(TargetId, WorkId, Mastery)> = all!(
            conn,
            "SELECT target_id, work.id, answer FROM check_answer
             JOIN mastery_check ON mastery_check.id = check_answer.check_id
             JOIN work ON work.id = mastery_check.work_id
             WHERE work.school_id = $1 AND work.student_id = $2 AND answer IS NOT NULL
             ORDER BY mastery_check.asked_at, mastery_check.id",
            &self.school_id,
            &self.student_id
        )?;
        let last: BTreeMap<(TargetId, WorkId), Mastery> =
            answers.into_iter().map(|(target, work, answer)| ((target, work), answer)).collect();
        let is_mastered =
            |id: &TargetId| last.iter().any(|((target, _), answer)| target == id && *answer == Mastery::Mastered);
        let mut missing: BTreeMap<TargetId, Vec<TargetId>> = BTreeMap::new();
        for (target, below) in pairs {
            if targets.contains(&target) && !is_mastered(&below) {
                missing.entry(target).or_default().push(below);
            }
        }
        Ok(missing)
    }
}

fn answer_of<'c>(checks: &'c mut [Check], check: &CheckId, target: &TargetId) -> Option<&'c mut CheckAnswer> {
    let check = checks.iter_mut().find(|known| known.id == *check)?;
    check.answers.iter_mut().find(|answer| answer.target_id == *target)
}

impl Check {
    /// The work a check belongs to, with its student, when the viewer may see it.
    pub async fn find(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &CheckId,
    ) -> Result<Option<(Self, Work, Student)>, StoreError> {
        let work: Option<(WorkId,)> =
            maybe!(conn, "SELECT work_id FROM mastery_check WHERE school_id = $1 AND id = $2", &viewer.school_id, id)?;
        let Some((work,)) = work else { return Ok(None) };
        let Some((work, student)) = Work::find(conn, viewer, &work).await? else { return Ok(None) };
        let check = work.checks(conn).await?.into_iter().find(|check| check.id == *id);
        Ok(check.map(|check| (check, work, student)))
    }

    /// What an answer is asked for, target by target.
    pub async fn asked(&self, conn: &mut Conn, work: &Work) -> Result<Vec<AskedTarget>, StoreError> {
        let targets: Vec<TargetId> = self.answers.iter().map(|answer| answer.target_id.clone()).collect();
        let mut missing = work.missing_below(conn, &targets).await?;
        let asked = self.answers.iter().map(|answer| AskedTarget {
            target_id: answer.target_id.clone(),
            version: answer.version,
            criteria: answer.criteria.lines().map(str::to_owned).collect(),
            below: missing.remove(&answer.target_id).unwrap_or_default(),
        });
        Ok(asked.collect())
    }

    /// Answers a check, once: `false` when somebody has answered it already.
    pub async fn answer(
        &self,
        tx: &mut Tx,
        work: &Work,
        advisor: &PersonId,
        answers: &[Answering],
        now: At,
    ) -> Result<bool, StoreError> {
        let first = run!(
            tx,
            "UPDATE mastery_check SET answered_by = $1, answered_at = $2
             WHERE school_id = $3 AND id = $4 AND answered_at IS NULL AND withdrawn_at IS NULL",
            advisor,
            now,
            &work.school_id,
            &self.id
        )?;
        if first == 0 {
            return Ok(false);
        }
        self.write_answers(tx, work, answers).await?;
        work.touched(tx, now).await?;
        Ok(true)
    }

    /// Answers once more, in place of what was answered; that is kept. `read` is the version it was corrected from.
    pub async fn correct(
        &self,
        tx: &mut Tx,
        work: &Work,
        author: &PersonId,
        (read, answers): (i64, &[Answering]),
        now: At,
    ) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE mastery_check SET version = version + 1, answered_at = $1
             WHERE school_id = $2 AND id = $3 AND version = $4 AND answered_by = $5",
            now,
            &work.school_id,
            &self.id,
            read,
            author
        )?;
        let Some((_, answered_at)) = self.answered.as_ref().filter(|_| changed == 1) else { return Ok(Saved::Stale) };
        run!(
            tx,
            "INSERT INTO check_earlier (school_id, check_id, version, answers, answered_by, answered_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            &work.school_id,
            &self.id,
            read,
            serde_json::to_string(&self.as_earlier()).unwrap_or_default(),
            author,
            *answered_at
        )?;
        run!(tx, "DELETE FROM check_criterion WHERE school_id = $1 AND check_id = $2", &work.school_id, &self.id)?;
        run!(tx, "DELETE FROM waved_through WHERE school_id = $1 AND check_id = $2", &work.school_id, &self.id)?;
        self.write_answers(tx, work, answers).await?;
        work.touched(tx, now).await?;
        Ok(Saved::Kept(()))
    }

    /// The student asks no more, though somebody has said something to how they would rather show it: that stays.
    pub async fn withdraw(&self, tx: &mut Tx, work: &Work, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE mastery_check SET withdrawn_at = $1
             WHERE school_id = $2 AND id = $3 AND answered_at IS NULL AND withdrawn_at IS NULL",
            now,
            &work.school_id,
            &self.id
        )?;
        Ok(())
    }

    async fn write_answers(&self, tx: &mut Tx, work: &Work, answers: &[Answering]) -> Result<(), StoreError> {
        for answering in answers {
            run!(
                tx,
                "UPDATE check_answer SET answer = $1, next_step = $2
                 WHERE school_id = $3 AND check_id = $4 AND target_id = $5",
                answering.mastery,
                &answering.next_step,
                &work.school_id,
                &self.id,
                &answering.target_id
            )?;
            for (position, said) in &answering.said {
                run!(
                    tx,
                    "INSERT INTO check_criterion (school_id, check_id, target_id, position, criterion, words)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    &work.school_id,
                    &self.id,
                    &answering.target_id,
                    *position,
                    &said.criterion,
                    &said.words
                )?;
            }
            for (below, reason) in &answering.waved {
                run!(
                    tx,
                    "INSERT INTO waved_through (school_id, check_id, target_id, below_id, reason)
                     VALUES ($1, $2, $3, $4, $5)",
                    &work.school_id,
                    &self.id,
                    &answering.target_id,
                    below,
                    reason
                )?;
            }
        }
        Ok(())
    }

    /// Says something to the student's wish, while the check waits. Sent twice, it is said once. `false` when there is
    /// no wish to answer any more.
    pub async fn answer_wish(
        &self,
        tx: &mut Tx,
        work: &Work,
        id: &WishAnswerId,
        author: &PersonId,
        (answer, words): (WishAnswer, &str),
        now: At,
    ) -> Result<bool, StoreError> {
        hold(tx, &work.school_id, &work.id).await?;
        run!(
            tx,
            "INSERT INTO wish_answer (id, school_id, check_id, author_id, answer, words, answered_at)
             SELECT $1, mastery_check.school_id, mastery_check.id, $2, $3, $4, $5 FROM mastery_check
             JOIN check_wish ON check_wish.check_id = mastery_check.id
             WHERE mastery_check.school_id = $6 AND mastery_check.id = $7 AND answered_at IS NULL
                AND mastery_check.withdrawn_at IS NULL
             ON CONFLICT (id) DO NOTHING",
            id,
            author,
            answer,
            words,
            now,
            &work.school_id,
            &self.id
        )?;
        let there: Option<(i64,)> = maybe!(
            tx,
            "SELECT answered_at FROM wish_answer WHERE school_id = $1 AND check_id = $2 AND id = $3 AND author_id = $4",
            &work.school_id,
            &self.id,
            id,
            author
        )?;
        Ok(there.is_some())
    }

    /// The checks that wait for an advisor, the oldest first.
    pub async fn waiting_for(conn: &mut Conn, advisor: &Viewer) -> Result<Vec<WaitingCheck>, StoreError> {
        all!(
            conn,
            concat!(
            "SELECT work.id AS work_id, work.title, work.language, person.id AS student_id, person.name AS student,
                mastery_check.asked_at
             FROM mastery_check JOIN work ON work.id = mastery_check.work_id JOIN person ON person.id = work.student_id
             WHERE mastery_check.school_id = $1 AND mastery_check.answered_at IS NULL AND mastery_check.withdrawn_at IS NULL
                AND work.audience <> 'me'
                AND person.left_at IS NULL
                AND work.student_id IN (SELECT theirs.person_id FROM advisory_member theirs WHERE theirs.advisory_id IN ",
            accompanied!("$2", "$3"),
            ") ORDER BY mastery_check.asked_at, mastery_check.id"
            ),
            &advisor.school_id,
            &advisor.person_id,
            advisor.looks_at()
        )
    }
}
