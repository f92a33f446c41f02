//! Run-throughs in the database.

use super::*;
use crate::conference::Conference;
use crate::conference::moment::Moment;
use crate::id::SchoolId;
use crate::person::{Person, Student, Viewer};
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, run};
use crate::words::limit;
use crate::work::{FileKind, Work, WorkFile};

/// Rehearsals, chosen and ordered as the words after say.
macro_rules! rehearsals {
    ($rest:literal) => {
        concat!(
            "SELECT rehearsal.id, conference_id, started_at, sound_id, transcript, film_id, heard_by,
                rehearsal.withdrawn_at, partner_id,
                partner.name AS partner_name FROM rehearsal LEFT JOIN person partner ON partner.id = partner_id ",
            $rest
        )
    };
}

impl Conference {
    /// Its run-throughs, the latest first.
    pub async fn rehearsals(&self, conn: &mut Conn) -> Result<Vec<Rehearsal>, StoreError> {
        all!(
            conn,
            rehearsals!("WHERE rehearsal.school_id = $1 AND conference_id = $2 ORDER BY started_at DESC, rehearsal.id"),
            &self.school_id,
            &self.id
        )
    }

    /// Whether it was gone through once, a moment at least.
    pub async fn is_rehearsed(&self, conn: &mut Conn) -> Result<bool, StoreError> {
        let one: Option<(String,)> = maybe!(
            conn,
            "SELECT rehearsal_id FROM rehearsal_moment JOIN rehearsal ON rehearsal.id = rehearsal_id
             WHERE rehearsal.school_id = $1 AND conference_id = $2 AND ended_at IS NOT NULL LIMIT 1",
            &self.school_id,
            &self.id
        )?;
        Ok(one.is_some())
    }

    /// Begins a run-through of the moments as they are planned now. Sent twice, it begins once.
    pub async fn rehearse(&self, tx: &mut Tx, id: &RehearsalId, now: At) -> Result<Saved, StoreError> {
        let begun = run!(
            tx,
            "INSERT INTO rehearsal (id, school_id, conference_id, started_at, transcript, heard_by)
             VALUES ($1, $2, $3, $4, '', $5) ON CONFLICT (id) DO NOTHING",
            id,
            &self.school_id,
            &self.id,
            now,
            Audience::Me
        )?;
        if begun == 1 {
            for moment in self.moments(tx).await? {
                add(tx, &self.school_id, id, &moment).await?;
            }
        }
        let found = Rehearsal::find(tx, &self.school_id, id).await?;
        Ok(Saved::if_theirs(found.is_some_and(|rehearsal| rehearsal.conference_id == self.id)))
    }

    /// Sets the plan's minutes to those that were spoken, of the moments that are still in it.
    pub async fn take_over(&self, tx: &mut Tx, ran: &[Ran]) -> Result<(), StoreError> {
        self.hold(tx).await?;
        for ran in ran {
            let Some(minutes) = ran.to_take_over() else { continue };
            run!(
                tx,
                "UPDATE moment SET minutes = $1, version = version + 1
                 WHERE school_id = $2 AND conference_id = $3 AND id = $4 AND minutes <> $1",
                minutes,
                &self.school_id,
                &self.id,
                &ran.moment_id
            )?;
        }
        Ok(())
    }

    /// Adds a note to the end of a moment's cue notes, once. Says whether it is there: a moment may be gone, or its notes
    /// full.
    pub async fn add_to_cues(&self, tx: &mut Tx, id: &MomentId, note: &str) -> Result<bool, StoreError> {
        self.hold(tx).await?;
        let Some(moment) = self.moments(tx).await?.into_iter().find(|moment| moment.id == *id) else {
            return Ok(false);
        };
        let cues = &moment.words.cue_notes;
        if cues.split("\n\n").any(|part| part == note) {
            return Ok(true);
        }
        let cues = if cues.is_empty() { note.to_owned() } else { format!("{cues}\n\n{note}") };
        if cues.chars().count() > limit::WORDS {
            return Ok(false);
        }
        run!(
            tx,
            "UPDATE moment SET cue_notes = $3, version = version + 1 WHERE school_id = $1 AND id = $2",
            &self.school_id,
            id,
            &cues
        )?;
        Ok(true)
    }
}

async fn add(tx: &mut Tx, school: &SchoolId, id: &RehearsalId, moment: &Moment) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO rehearsal_moment (school_id, rehearsal_id, moment_id, position, name, language, minutes, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '')",
        school,
        id,
        &moment.id,
        moment.position,
        &moment.words.name,
        &moment.words.language,
        moment.words.minutes
    )?;
    Ok(())
}

/// A fellow student who asks somebody to listen.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ListenRequest {
    pub rehearsal_id: RehearsalId,
    pub student_name: String,
}

impl Rehearsal {
    /// The run-through of this school with this id.
    pub async fn find(conn: &mut Conn, school: &SchoolId, id: &RehearsalId) -> Result<Option<Self>, StoreError> {
        maybe!(conn, rehearsals!("WHERE rehearsal.school_id = $1 AND rehearsal.id = $2"), school, id)
    }

    /// Its moments, in their order.
    pub async fn moments(&self, conn: &mut Conn, school: &SchoolId) -> Result<Vec<Ran>, StoreError> {
        all!(
            conn,
            "SELECT moment_id, name, language, minutes, started_at, ended_at, felt, note FROM rehearsal_moment
             WHERE school_id = $1 AND rehearsal_id = $2 ORDER BY position, moment_id",
            school,
            &self.id
        )
    }

    /// A moment begins, or begins again. One that is running runs on: the button was pressed twice.
    pub async fn start(&self, tx: &mut Tx, school: &SchoolId, id: &MomentId, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE rehearsal_moment SET started_at = $4, ended_at = NULL
             WHERE school_id = $1 AND rehearsal_id = $2 AND moment_id = $3
                AND (started_at IS NULL OR ended_at IS NOT NULL)",
            school,
            &self.id,
            id,
            now
        )?;
        Ok(())
    }

    /// A moment ends. One that has ended stays as it is.
    pub async fn stop(&self, tx: &mut Tx, school: &SchoolId, id: &MomentId, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE rehearsal_moment SET ended_at = $4
             WHERE school_id = $1 AND rehearsal_id = $2 AND moment_id = $3
                AND started_at IS NOT NULL AND ended_at IS NULL",
            school,
            &self.id,
            id,
            now
        )?;
        Ok(())
    }

    /// Notes how a moment felt, and what to change.
    pub async fn note(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        id: &MomentId,
        (felt, note): (Option<Felt>, &str),
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE rehearsal_moment SET felt = $4, note = $5
             WHERE school_id = $1 AND rehearsal_id = $2 AND moment_id = $3",
            school,
            &self.id,
            id,
            felt,
            note
        )?;
        Ok(())
    }

    /// Keeps a recording, and says who hears it.
    pub async fn record(&self, tx: &mut Tx, school: &SchoolId, recorded: &Recorded) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE rehearsal SET sound_id = $3, transcript = $4, film_id = $5, heard_by = $6
             WHERE school_id = $1 AND id = $2",
            school,
            &self.id,
            recorded.sound.as_ref(),
            &recorded.transcript,
            recorded.film.as_ref(),
            recorded.audience
        )?;
        Ok(())
    }

    /// The videos of it, as far as whoever looks at the student may see them.
    pub async fn videos(&self, conn: &mut Conn, student: &Student) -> Result<Vec<WorkFile>, StoreError> {
        let Some(film) = &self.film_id else { return Ok(Vec::new()) };
        let films = Work::films(conn, student).await?;
        let Some(film) = films.into_iter().find(|work| work.id == *film) else { return Ok(Vec::new()) };
        let files = film.latest(conn).await?.map(|latest| latest.files).unwrap_or_default();
        Ok(files.into_iter().filter(|file| file.kind == FileKind::Video).collect())
    }

    /// Asks a fellow student of the same advisory to listen, or nobody. Somebody else is nobody.
    pub async fn ask_partner(
        &self,
        tx: &mut Tx,
        student: &Student,
        partner: Option<&PersonId>,
    ) -> Result<bool, StoreError> {
        let fellows = student.classmates(tx).await?;
        let partner = partner.filter(|id| fellows.iter().any(|fellow| fellow.id == **id));
        run!(
            tx,
            "UPDATE rehearsal SET partner_id = $3 WHERE school_id = $1 AND id = $2",
            &student.school_id,
            &self.id,
            partner
        )?;
        Ok(partner.is_some())
    }

    /// What a partner said, the oldest first.
    pub async fn feedback(&self, conn: &mut Conn, school: &SchoolId) -> Result<Vec<PartnerFeedback>, StoreError> {
        all!(
            conn,
            "SELECT rehearsal_feedback.id, author_id, person.name AS author_name, starter, text, language, made_at
             FROM rehearsal_feedback JOIN person ON person.id = author_id
             WHERE rehearsal_feedback.school_id = $1 AND rehearsal_id = $2 ORDER BY made_at, rehearsal_feedback.id",
            school,
            &self.id
        )
    }

    /// Says something about it. Sent twice, it is said once.
    pub async fn say(
        &self,
        tx: &mut Tx,
        author: &Viewer,
        id: &RehearsalFeedbackId,
        (starter, text, language): (Starter, &str, &Language),
        now: At,
    ) -> Result<Saved, StoreError> {
        run!(
            tx,
            "INSERT INTO rehearsal_feedback (id, school_id, rehearsal_id, author_id, starter, text, language, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING",
            id,
            &author.school_id,
            &self.id,
            &author.person_id,
            starter,
            text,
            language,
            now
        )?;
        let said = self.feedback(tx, &author.school_id).await?;
        Ok(Saved::if_theirs(said.iter().any(|said| said.id == *id && said.author_id == author.person_id)))
    }

    /// What the viewer said about a run-through themselves, and about which.
    pub async fn feedback_of_author(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &RehearsalFeedbackId,
    ) -> Result<Option<(String, RehearsalId)>, StoreError> {
        maybe!(
            conn,
            "SELECT text, rehearsal_id FROM rehearsal_feedback WHERE school_id = $1 AND id = $2 AND author_id = $3",
            &viewer.school_id,
            id,
            &viewer.person_id
        )
    }

    /// Who asks this student to listen, and has heard nothing from them yet.
    pub async fn asking(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<ListenRequest>, StoreError> {
        all!(
            conn,
            "SELECT rehearsal.id AS rehearsal_id, COALESCE(person.called, person.name) AS student_name FROM rehearsal
             JOIN conference ON conference.id = conference_id JOIN person ON person.id = conference.student_id
             WHERE rehearsal.school_id = $1 AND partner_id = $2 AND person.left_at IS NULL
                AND rehearsal.withdrawn_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM rehearsal_feedback WHERE rehearsal_id = rehearsal.id AND author_id = $2)
             ORDER BY rehearsal.started_at DESC, rehearsal.id LIMIT 5",
            &viewer.school_id,
            &viewer.person_id
        )
    }
}

impl Conference {
    /// Whose plan is open to fellow students who may say what they think, from `since` on: the conference, and the
    /// student's name.
    pub async fn asking(
        conn: &mut Conn,
        student: &Student,
        since: At,
    ) -> Result<Vec<(ConferenceId, String)>, StoreError> {
        all!(
            conn,
            "SELECT DISTINCT conference.id, COALESCE(person.called, person.name) AS name FROM conference
             JOIN person ON person.id = conference.student_id
             JOIN advisory_member theirs ON theirs.person_id = person.id
             JOIN advisory_member mine ON mine.advisory_id = theirs.advisory_id
             WHERE conference.school_id = $1 AND mine.person_id = $2 AND person.id <> $2 AND person.left_at IS NULL
                AND asks_classmates = 1 AND starts_at > $3 AND called_off_at IS NULL
             ORDER BY name, conference.id",
            &student.school_id,
            &student.id,
            since
        )
    }
}

impl Student {
    /// The fellow students of the same advisory, in the order of their names.
    pub async fn classmates(&self, conn: &mut Conn) -> Result<Vec<Person>, StoreError> {
        all!(
            conn,
            "SELECT DISTINCT person.id, person.school_id, role, name, called, username, languages FROM person
             JOIN advisory_member theirs ON theirs.person_id = person.id
             JOIN advisory_member mine ON mine.advisory_id = theirs.advisory_id
             WHERE person.school_id = $1 AND mine.person_id = $2 AND person.id <> $2 AND role = 'student'
                AND left_at IS NULL
             ORDER BY name",
            &self.school_id,
            &self.id
        )
    }
}
