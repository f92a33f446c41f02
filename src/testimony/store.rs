//! Testimonies in the database.

use super::*;
use crate::hidden::in_sight;
use crate::id::{PhotoId, SoundId};
use crate::person::{Student, Viewer};
use crate::saved::Saved;
use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};

/// Something new that is told.
#[derive(Clone, Debug)]
pub struct NewTestimony {
    /// Made when the form was shown, so that sending it twice tells it once.
    pub id: TestimonyId,
    pub told: Told,
}

/// What the student says to it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Whether it stands on the portfolio; kept between the two otherwise.
    pub stands: bool,
    pub shelf: Option<ShelfId>,
    pub audience: Audience,
    pub thanks: String,
    pub language: Language,
}

/// Testimonies, chosen and ordered as the words after say.
macro_rules! testimonies {
    ($rest:literal) => {
        concat!(
            "SELECT testimony.id, testimony.school_id, testimony.student_id, author_id, person.name AS author,
                COALESCE(kinship.words, '') AS kinship, kind, title, place, text, transcript, testimony.language,
                sound_id, photo_id, photo.width AS photo_width, photo.height AS photo_height, photo_words,
                testimony.version, told_at, withdrawn_at, accepted_version, left_off_at, shelf_id, audience, thanks,
                thanks_language, answers
             FROM testimony JOIN person ON person.id = author_id
             LEFT JOIN photo ON photo.id = photo_id
             LEFT JOIN kinship ON kinship.person_id = author_id AND kinship.student_id = testimony.student_id ",
            $rest
        )
    };
}

impl Testimony {
    /// The testimony of the viewer's school with this id, unless it is hidden from them.
    pub async fn find(conn: &mut Conn, viewer: &Viewer, id: &TestimonyId) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            concat!(
                testimonies!("WHERE testimony.school_id = $1 AND testimony.id = $2 AND "),
                in_sight!("testimony", "$3")
            ),
            &viewer.school_id,
            id,
            &viewer.person_id
        )
    }

    /// What was told about a student and not taken back, the oldest first; what is hidden only for whoever told it.
    pub async fn about(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            concat!(
                testimonies!(
                    "WHERE testimony.school_id = $1 AND testimony.student_id = $2 AND withdrawn_at IS NULL AND "
                ),
                in_sight!("testimony", "$3"),
                " ORDER BY told_at, testimony.id"
            ),
            &student.school_id,
            &student.id,
            &student.looked_at_by
        )
    }

    /// What was taken back and had been answered, the oldest first: what the student said to it stays, beside a mark.
    pub async fn taken_back(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            testimonies!(
                "WHERE testimony.school_id = $1 AND testimony.student_id = $2 AND withdrawn_at IS NOT NULL
                    AND thanks <> ''
                 ORDER BY told_at, testimony.id"
            ),
            &student.school_id,
            &student.id
        )
    }

    /// What one person told about a student, the newest first.
    pub async fn told_by(conn: &mut Conn, student: &Student, author: &PersonId) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            testimonies!(
                "WHERE testimony.school_id = $1 AND testimony.student_id = $2 AND author_id = $3
                 ORDER BY told_at DESC, testimony.id DESC"
            ),
            &student.school_id,
            &student.id,
            author
        )
    }

    /// What stands on the portfolio for whoever stands so to the student.
    pub async fn standing(conn: &mut Conn, student: &Student) -> Result<Vec<Self>, StoreError> {
        let mut told = Self::about(conn, student).await?;
        told.retain(|told| {
            told.whereabouts() == Whereabouts::Standing && student.standing.may(Action::SeePortfolio, told.audience())
        });
        Ok(told)
    }

    /// Tells something. The same words under the same id are told once; other words under an id that is taken are told
    /// under a new one. Full: this person has told as much as there is room for.
    pub async fn tell(
        tx: &mut Tx,
        student: &Student,
        author: &Viewer,
        new: &NewTestimony,
        now: At,
    ) -> Result<Saved<TestimonyId>, StoreError> {
        let there = Self::find(tx, author, &new.id).await?;
        let is_same = there.is_some_and(|there| {
            there.author_id == author.person_id && there.student_id == student.id && there.told == new.told
        });
        if is_same {
            return Ok(Saved::Kept(new.id.clone()));
        }
        let (count,): (i64,) = one!(
            tx,
            "SELECT count(*) FROM testimony WHERE school_id = $1 AND student_id = $2 AND author_id = $3",
            &student.school_id,
            &student.id,
            &author.person_id
        )?;
        if count as usize >= limit::OF_ONE {
            return Ok(Saved::Full);
        }
        if insert(tx, student, author, &new.id, &new.told, now).await? {
            return Ok(Saved::Kept(new.id.clone()));
        }
        let id = TestimonyId::new();
        insert(tx, student, author, &id, &new.told, now).await?;
        Ok(Saved::Kept(id))
    }

    /// Puts it in other words, when it still is the version that the change was made from. What stood on the portfolio
    /// waits for the student to look at it again.
    pub async fn reword(&self, tx: &mut Tx, made_from: i64, told: &Told) -> Result<Saved, StoreError> {
        if self.told == *told {
            return Ok(Saved::Kept(()));
        }
        let changed = run!(
            tx,
            "UPDATE testimony SET kind = $1, title = $2, place = $3, text = $4, transcript = $5, language = $6,
                sound_id = $7, photo_id = $8, photo_words = $9, version = version + 1
             WHERE school_id = $10 AND id = $11 AND version = $12",
            told.kind,
            &told.title,
            &told.place,
            &told.said.text,
            &told.said.transcript,
            &told.said.language,
            &told.said.sound,
            told.said.photo_id(),
            told.said.photo_words(),
            &self.school_id,
            &self.id,
            made_from
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// Whether the student has said just this already: a form sent twice answers once.
    pub fn answers_like(&self, decision: &Decision) -> bool {
        let stands = self.whereabouts() == Whereabouts::Standing;
        let between = self.whereabouts() == Whereabouts::Between;
        let answer = &self.answer;
        let Decision { stands: is_to_stand, shelf, audience, thanks, language } = decision;
        (if *is_to_stand { stands && answer.shelf_id == *shelf } else { between })
            && answer.audience == *audience
            && answer.thanks == *thanks
            && answer.thanks_language == language.tag()
    }

    /// The student answers, when the words and the answer still are those they were looking at.
    pub async fn answer(
        &self,
        tx: &mut Tx,
        (words, answers): (i64, i64),
        decision: &Decision,
        now: At,
    ) -> Result<Saved, StoreError> {
        let changed = run!(
            tx,
            "UPDATE testimony SET accepted_version = $1, left_off_at = $2, shelf_id = $3, audience = $4, thanks = $5,
                thanks_language = $6, answers = answers + 1
             WHERE school_id = $7 AND id = $8 AND version = $9 AND answers = $10 AND withdrawn_at IS NULL",
            decision.stands.then_some(words),
            (!decision.stands).then_some(now),
            decision.shelf.as_ref().filter(|_| decision.stands),
            decision.audience,
            &decision.thanks,
            &decision.language,
            &self.school_id,
            &self.id,
            words,
            answers
        )?;
        Ok(Saved::unless_stale(changed))
    }

    /// Whether the viewer may see something told that holds this recording; `None` when nothing does.
    pub(crate) async fn may_hear(conn: &mut Conn, viewer: &Viewer, id: &SoundId) -> Result<Option<bool>, StoreError> {
        let told = all!(conn, testimonies!("WHERE testimony.school_id = $1 AND sound_id = $2"), &viewer.school_id, id)?;
        may_see_any(conn, viewer, told).await
    }

    /// Whether the viewer may see something told that holds this photo; `None` when nothing does.
    pub(crate) async fn may_see_photo(
        conn: &mut Conn,
        viewer: &Viewer,
        id: &PhotoId,
    ) -> Result<Option<bool>, StoreError> {
        let told = all!(conn, testimonies!("WHERE testimony.school_id = $1 AND photo_id = $2"), &viewer.school_id, id)?;
        may_see_any(conn, viewer, told).await
    }
}

async fn may_see_any(conn: &mut Conn, viewer: &Viewer, told: Vec<Testimony>) -> Result<Option<bool>, StoreError> {
    if told.is_empty() {
        return Ok(None);
    }
    for told in told {
        // Words that are hidden are there for nobody but whoever said them.
        if Testimony::find(conn, viewer, &told.id).await?.is_none() {
            continue;
        }
        let student = Student::seen_by(conn, viewer, &told.student_id).await?;
        if student.is_some_and(|student| told.may_see(&viewer.person_id, student.standing)) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}

async fn insert(
    tx: &mut Tx,
    student: &Student,
    author: &Viewer,
    id: &TestimonyId,
    told: &Told,
    now: At,
) -> Result<bool, StoreError> {
    let added = run!(
        tx,
        "INSERT INTO testimony (id, school_id, student_id, author_id, kind, title, place, text, transcript, language,
            sound_id, photo_id, photo_words, version, told_at, audience, thanks, thanks_language, answers)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15, '', '', 0)
         ON CONFLICT (id) DO NOTHING",
        id,
        &student.school_id,
        &student.id,
        &author.person_id,
        told.kind,
        &told.title,
        &told.place,
        &told.said.text,
        &told.said.transcript,
        &told.said.language,
        &told.said.sound,
        told.said.photo_id(),
        told.said.photo_words(),
        now,
        Audience::Family
    )?;
    Ok(added == 1)
}
