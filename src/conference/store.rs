//! Conferences, their plans and the replies to them in the database.

use std::collections::HashMap;

use super::moment::{MOST_MOMENTS, Moment, Plan, Purpose, Showing};
use super::{Conference, Facts, NewMoment};
use crate::arranging::{Side, put};
use crate::at::At;
use crate::id::{ConferenceId, MomentId, PersonId, SchoolId};
use crate::person::Student;
use crate::saved::Saved;
use crate::store::{Conn, Ids, StoreError, Tx, all, ids_in, maybe, one, run};

/// Conferences, chosen and ordered as the words after say.
macro_rules! conferences {
    ($($rest:expr),+ $(,)?) => {
        concat!(
            "SELECT id, school_id, student_id, form, starts_at, place, language, minutes, interpreter = 1 AS interpreter,
                version, asks_classmates = 1 AS asks_classmates, replies_until, moved_from, moved_at, moved_by,
                called_off_at, called_off_words, called_off_language FROM conference ",
            $($rest),+
        )
    };
}

/// Moments, chosen and ordered as the words after say.
macro_rules! moments {
    ($rest:literal) => {
        concat!(
            "SELECT id, conference_id, position, name, purpose, minutes, language, cue_notes, others_do, supports,
                co_speaker, opening_id, opening_words, version FROM moment ",
            $rest
        )
    };
}

impl Student {
    /// Their conferences, in the order of their start; without those that were called off.
    pub async fn conferences(&self, conn: &mut Conn) -> Result<Vec<Conference>, StoreError> {
        all!(
            conn,
            conferences!("WHERE school_id = $1 AND student_id = $2 AND called_off_at IS NULL ORDER BY starts_at, id"),
            &self.school_id,
            &self.id
        )
    }

    /// Plans a conference. Sent twice, there is one.
    pub async fn plan_conference(
        &self,
        tx: &mut Tx,
        id: &ConferenceId,
        facts: &Facts,
        now: At,
    ) -> Result<Saved, StoreError> {
        run!(
            tx,
            "INSERT INTO conference (id, school_id, student_id, form, starts_at, place, language, version, planned_at,
                minutes, interpreter)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            facts.form,
            facts.starts_at,
            &facts.place,
            &facts.language,
            now,
            facts.minutes,
            i64::from(facts.interpreter)
        )?;
        let conference = Conference::find(tx, &self.school_id, id).await?;
        Ok(Saved::if_theirs(conference.is_some_and(|conference| conference.student_id == self.id)))
    }
}

impl Conference {
    /// The conferences of each of these students, in the order of their start; without those that were called off.
    pub async fn of_each(
        conn: &mut Conn,
        school: &SchoolId,
        students: impl IntoIterator<Item = &PersonId>,
    ) -> Result<HashMap<PersonId, Vec<Self>>, StoreError> {
        let all: Vec<Self> = all!(
            conn,
            conferences!(
                "WHERE school_id = $1 AND called_off_at IS NULL AND student_id IN ",
                ids_in!("$2"),
                " ORDER BY starts_at, id"
            ),
            school,
            Ids::of(students)
        )?;
        let mut conferences: HashMap<PersonId, Vec<Self>> = HashMap::new();
        for conference in all {
            conferences.entry(conference.student_id.clone()).or_default().push(conference);
        }
        Ok(conferences)
    }

    /// What each moment of the plan is for, in their order: as much of it as says how far it is.
    pub async fn purposes(&self, conn: &mut Conn) -> Result<Vec<Purpose>, StoreError> {
        let mut purposes = Self::purposes_of_each(conn, &self.school_id, [&self.id]).await?;
        Ok(purposes.remove(&self.id).unwrap_or_default())
    }

    /// The same for each of these conferences.
    pub(super) async fn purposes_of_each(
        conn: &mut Conn,
        school: &SchoolId,
        conferences: impl IntoIterator<Item = &ConferenceId>,
    ) -> Result<HashMap<ConferenceId, Vec<Purpose>>, StoreError> {
        let all: Vec<(ConferenceId, Purpose)> = all!(
            conn,
            concat!(
                "SELECT conference_id, purpose FROM moment WHERE school_id = $1 AND conference_id IN ",
                ids_in!("$2"),
                " ORDER BY position, id"
            ),
            school,
            Ids::of(conferences)
        )?;
        let mut purposes: HashMap<ConferenceId, Vec<Purpose>> = HashMap::new();
        for (conference, purpose) in all {
            purposes.entry(conference).or_default().push(purpose);
        }
        Ok(purposes)
    }

    /// The conference of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &ConferenceId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, conferences!("WHERE school_id = $1 AND id = $2"), school, id)
    }

    /// Changes the facts, when they still are the ones that the change was made from. That it begins at another time is
    /// noted: everybody hears of it.
    pub async fn change(
        &self,
        tx: &mut Tx,
        made_from: i64,
        facts: &Facts,
        by: &PersonId,
        now: At,
    ) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE conference SET form = $1, starts_at = $2, place = $3, language = $4, minutes = $8,
                interpreter = $9, version = version + 1,
                moved_from = CASE WHEN starts_at <> $2 THEN starts_at ELSE moved_from END,
                moved_at = CASE WHEN starts_at <> $2 THEN $10 ELSE moved_at END,
                moved_by = CASE WHEN starts_at <> $2 THEN $11 ELSE moved_by END
             WHERE school_id = $5 AND id = $6 AND version = $7",
            facts.form,
            facts.starts_at,
            &facts.place,
            &facts.language,
            &self.school_id,
            &self.id,
            made_from,
            facts.minutes,
            i64::from(facts.interpreter),
            now,
            by
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// The plan as it stands.
    pub async fn plan(&self, conn: &mut Conn) -> Result<Plan, StoreError> {
        let moments = self.moments(conn).await?;
        let speaks = all!(
            conn,
            "SELECT moment_id, statement_id FROM moment_statement JOIN moment ON moment.id = moment_id
             WHERE moment.school_id = $1 AND conference_id = $2 ORDER BY moment_id, statement_id",
            &self.school_id,
            &self.id
        )?;
        let shows: Vec<ShownRow> = all!(
            conn,
            "SELECT moment_id, work_id, part, picture_id FROM moment_work JOIN moment ON moment.id = moment_id
             WHERE moment.school_id = $1 AND conference_id = $2 ORDER BY moment_id, work_id",
            &self.school_id,
            &self.id
        )?;
        let shows = shows.into_iter().map(|shown| (shown.moment_id, shown.showing)).collect();
        Ok(Plan { moments, speaks, shows })
    }

    pub async fn moments(&self, conn: &mut Conn) -> Result<Vec<Moment>, StoreError> {
        all!(
            conn,
            moments!("WHERE school_id = $1 AND conference_id = $2 ORDER BY position, id"),
            &self.school_id,
            &self.id
        )
    }

    /// Keeps everybody else from the plan until the transaction ends, so that places are given out one after another.
    pub async fn hold(&self, tx: &mut Tx) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE conference SET version = version WHERE school_id = $1 AND id = $2",
            &self.school_id,
            &self.id
        )?;
        Ok(())
    }

    /// Adds a moment at the end. Sent twice, there is one.
    pub async fn add_moment(&self, tx: &mut Tx, id: &MomentId, moment: &NewMoment) -> Result<Saved, StoreError> {
        self.hold(tx).await?;
        if let Some(there) = Moment::find(tx, &self.school_id, id).await? {
            return Ok(if there.conference_id == self.id { Saved::Kept(()) } else { Saved::Foreign });
        }
        let (moments,): (i64,) = one!(
            tx,
            "SELECT count(*) FROM moment WHERE school_id = $1 AND conference_id = $2",
            &self.school_id,
            &self.id
        )?;
        if moments >= MOST_MOMENTS as i64 {
            return Ok(Saved::Full);
        }
        let words = &moment.words;
        let added = run!(
            tx,
            "INSERT INTO moment (id, school_id, conference_id, position, name, purpose, minutes, language, cue_notes,
                version, others_do, supports, co_speaker, opening_id, opening_words)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            moments,
            &words.name,
            words.purpose,
            words.minutes,
            &words.language,
            &words.cue_notes,
            &words.others_do,
            &words.supports,
            &words.co_speaker,
            &words.opening_id,
            &words.opening_words
        )?;
        if added == 0 {
            return Ok(Saved::Foreign);
        }
        self.tie(tx, id, moment).await?;
        Ok(Saved::Kept(()))
    }

    /// Starts an empty plan with these moments. One that is not empty stays as it is.
    pub async fn start_plan(&self, tx: &mut Tx, moments: &[NewMoment]) -> Result<(), StoreError> {
        self.hold(tx).await?;
        if !self.moments(tx).await?.is_empty() {
            return Ok(());
        }
        for moment in moments {
            if !self.add_moment(tx, &MomentId::new(), moment).await?.is_kept() {
                break;
            }
        }
        Ok(())
    }

    /// Changes a moment, when it still is the one that the change was made from.
    pub async fn change_moment(
        &self,
        tx: &mut Tx,
        id: &MomentId,
        made_from: i64,
        moment: &NewMoment,
    ) -> Result<Saved, StoreError> {
        let words = &moment.words;
        let changed = run!(
            tx,
            "UPDATE moment SET name = $1, purpose = $2, minutes = $3, language = $4, cue_notes = $5, others_do = $10,
                supports = $11, co_speaker = $12, opening_id = $13, opening_words = $14, version = version + 1
             WHERE school_id = $6 AND conference_id = $7 AND id = $8 AND version = $9",
            &words.name,
            words.purpose,
            words.minutes,
            &words.language,
            &words.cue_notes,
            &self.school_id,
            &self.id,
            id,
            made_from,
            &words.others_do,
            &words.supports,
            &words.co_speaker,
            &words.opening_id,
            &words.opening_words
        )?;
        if changed == 0 {
            return Ok(Saved::Stale);
        }
        self.tie(tx, id, moment).await?;
        Ok(Saved::Kept(()))
    }

    /// Puts a moment before or after another one of this conference.
    pub async fn put_moment(&self, tx: &mut Tx, id: &MomentId, side: Side, other: &MomentId) -> Result<(), StoreError> {
        self.hold(tx).await?;
        let ids: Vec<MomentId> = self.moments(tx).await?.into_iter().map(|moment| moment.id).collect();
        self.put_in_order(tx, &put(&ids, id, side, other)).await
    }

    /// Counts the moments anew, after one was taken out.
    pub async fn close_ranks(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let ids: Vec<MomentId> = self.moments(tx).await?.into_iter().map(|moment| moment.id).collect();
        self.put_in_order(tx, &ids).await
    }

    async fn put_in_order(&self, tx: &mut Tx, ids: &[MomentId]) -> Result<(), StoreError> {
        for (place, id) in ids.iter().enumerate() {
            run!(
                tx,
                "UPDATE moment SET position = $1 WHERE school_id = $2 AND conference_id = $3 AND id = $4",
                place as i64,
                &self.school_id,
                &self.id,
                id
            )?;
        }
        Ok(())
    }

    /// Ties a moment to what it speaks for and shows: only what is the student's own, whatever the form said.
    async fn tie(&self, tx: &mut Tx, id: &MomentId, moment: &NewMoment) -> Result<(), StoreError> {
        self.untie(tx, id).await?;
        for statement in &moment.statements {
            run!(
                tx,
                "INSERT INTO moment_statement (school_id, moment_id, statement_id)
                 SELECT statement.school_id, $1, statement.id FROM statement
                 JOIN definition ON definition.id = statement.definition_id
                 WHERE statement.school_id = $2 AND definition.student_id = $3 AND statement.id = $4
                 ON CONFLICT DO NOTHING",
                id,
                &self.school_id,
                &self.student_id,
                statement
            )?;
        }
        for showing in &moment.works {
            run!(
                tx,
                "INSERT INTO moment_work (school_id, moment_id, work_id, part, picture_id)
                 SELECT school_id, $1, id, $5, (SELECT id FROM picture WHERE school_id = $2 AND work_id = $4 AND id = $6)
                 FROM work
                 WHERE school_id = $2 AND student_id = $3 AND id = $4 AND kept_at IS NOT NULL AND binned_at IS NULL
                 ON CONFLICT DO NOTHING",
                id,
                &self.school_id,
                &self.student_id,
                &showing.work_id,
                &showing.part,
                &showing.picture_id
            )?;
        }
        Ok(())
    }

    async fn untie(&self, tx: &mut Tx, id: &MomentId) -> Result<(), StoreError> {
        run!(
            tx,
            "DELETE FROM moment_statement WHERE school_id = $1 AND moment_id IN
                (SELECT id FROM moment WHERE id = $2 AND conference_id = $3)",
            &self.school_id,
            id,
            &self.id
        )?;
        run!(
            tx,
            "DELETE FROM moment_work WHERE school_id = $1 AND moment_id IN
                (SELECT id FROM moment WHERE id = $2 AND conference_id = $3)",
            &self.school_id,
            id,
            &self.id
        )?;
        Ok(())
    }
}

impl Moment {
    /// The moment of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &MomentId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, moments!("WHERE school_id = $1 AND id = $2"), school, id)
    }
}

#[derive(sqlx::FromRow)]
struct ShownRow {
    moment_id: MomentId,
    #[sqlx(flatten)]
    showing: Showing,
}
