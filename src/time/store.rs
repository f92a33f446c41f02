//! Times in the database. Everything that chooses a time holds it and the people first, one after the other.

use super::{Choice, Time, Way};
use crate::at::At;
use crate::conference;
use crate::grant::Key;
use crate::id::{ChoiceId, PersonId, SchoolId, TimeId};
use crate::person::{Student, Viewer};
use crate::store::{Conn, StoreError, Tx, all, maybe, run};

/// Times, chosen and ordered as the words after say.
macro_rules! times {
    ($rest:literal) => {
        concat!(
            "SELECT offered_time.id, advisor_id, advisor.name AS advisor, starts_at, ends_at, place, host, ways,
                offered_time.interpreter
             FROM offered_time JOIN person advisor ON advisor.id = advisor_id ",
            $rest
        )
    };
}

/// Chosen times, chosen and ordered as the words after say.
macro_rules! choices {
    ($rest:literal) => {
        concat!(
            "SELECT chosen_time.id AS choice_id, offered_time.id, advisor_id, advisor.name AS advisor, starts_at, ends_at,
                place, host, ways, offered_time.interpreter, student_id, student.name AS student, person_id,
                family.name AS person, way, chosen_time.interpreter AS needs, note, entered_by,
                entrant.name AS entered_name, sequence
             FROM chosen_time
             JOIN offered_time ON offered_time.id = time_id
             JOIN person advisor ON advisor.id = advisor_id
             JOIN person student ON student.id = student_id
             JOIN person family ON family.id = person_id
             JOIN person entrant ON entrant.id = entered_by ",
            $rest
        )
    };
}

/// What somebody wants when they choose a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosing {
    pub time: TimeId,
    /// Who comes: one of the student's family.
    pub person: PersonId,
    pub way: Way,
    /// The tag of the language they ask an interpreter for; may be empty.
    pub needs: String,
    pub note: String,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Booked {
    /// It is theirs.
    Yes,
    /// Somebody else was quicker, or it is offered no longer.
    Taken,
    /// Somebody who would come is elsewhere at that time.
    Elsewhere,
}

/// What became of a time that was to be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawn {
    Yes,
    /// A family has chosen it: they are to be told first.
    Chosen,
    /// There is no such time of theirs.
    Unknown,
}

impl Time {
    /// Times an advisor offers, from an instant on.
    pub async fn offered_by(conn: &mut Conn, advisor: &Viewer, from: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            times!(
                "WHERE offered_time.school_id = $1 AND advisor_id = $2 AND ends_at > $3 ORDER BY starts_at, offered_time.id"
            ),
            &advisor.school_id,
            &advisor.person_id,
            from
        )
    }

    /// Offers times. Sent twice, they are offered once. None is offered when one of them overlaps another that the same
    /// person holds: that one is given.
    pub async fn offer(tx: &mut Tx, advisor: &Viewer, new: &[Self], now: At) -> Result<Result<(), Self>, StoreError> {
        hold(tx, &advisor.school_id, &mut [advisor.person_id.clone()]).await?;
        let there = Self::offered_by(tx, advisor, At(0)).await?;
        let clash = |time: &Self| {
            let same = |other: &&Self| other.id != time.id && other.host == time.host && other.overlaps(time);
            there.iter().find(same).cloned()
        };
        if let Some(other) = new.iter().find_map(clash) {
            return Ok(Err(other));
        }
        for time in new {
            run!(
                tx,
                "INSERT INTO offered_time
                    (id, school_id, advisor_id, starts_at, ends_at, place, host, ways, interpreter, offered_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
                &time.id,
                &advisor.school_id,
                &advisor.person_id,
                time.starts_at,
                time.ends_at,
                &time.place,
                &time.host,
                &time.ways,
                &time.interpreter,
                now
            )?;
        }
        Ok(Ok(()))
    }

    /// Takes back a time nobody has chosen.
    pub async fn withdraw(tx: &mut Tx, advisor: &Viewer, id: &TimeId) -> Result<Withdrawn, StoreError> {
        let held = run!(
            tx,
            "UPDATE offered_time SET place = place WHERE school_id = $1 AND advisor_id = $2 AND id = $3",
            &advisor.school_id,
            &advisor.person_id,
            id
        )?;
        if held == 0 {
            return Ok(Withdrawn::Unknown);
        }
        let gone = run!(
            tx,
            "DELETE FROM offered_time WHERE school_id = $1 AND id = $2
                AND NOT EXISTS (SELECT 1 FROM chosen_time WHERE time_id = $2)",
            &advisor.school_id,
            id
        )?;
        Ok(if gone == 1 { Withdrawn::Yes } else { Withdrawn::Chosen })
    }
}

impl Choice {
    /// Who has chosen which of an advisor's times, from an instant on.
    pub async fn with(
        conn: &mut Conn,
        school: &SchoolId,
        advisor: &PersonId,
        from: At,
    ) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            choices!(
                "WHERE chosen_time.school_id = $1 AND advisor_id = $2 AND ends_at > $3 ORDER BY starts_at, chosen_time.id"
            ),
            school,
            advisor,
            from
        )
    }

    /// What somebody of a family has chosen, for all their students, from an instant on.
    pub async fn of_person(conn: &mut Conn, viewer: &Viewer, from: At) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            choices!(
                "WHERE chosen_time.school_id = $1 AND ends_at > $3 AND EXISTS (SELECT 1 FROM kinship
                    WHERE kinship.student_id = chosen_time.student_id AND kinship.person_id = $2)
                 ORDER BY starts_at, chosen_time.id"
            ),
            &viewer.school_id,
            &viewer.person_id,
            from
        )
    }
}

impl Student {
    /// The times of this student's advisors that nobody has chosen, from an instant on.
    pub async fn free_times(&self, conn: &mut Conn, from: At) -> Result<Vec<Time>, StoreError> {
        all!(
            conn,
            times!(
                "WHERE offered_time.school_id = $1 AND starts_at > $3
                    AND NOT EXISTS (SELECT 1 FROM chosen_time WHERE time_id = offered_time.id)
                    AND advisor_id IN (SELECT mine.person_id FROM advisory_member mine
                        JOIN advisory_member theirs ON theirs.advisory_id = mine.advisory_id
                        WHERE theirs.person_id = $2)
                 ORDER BY starts_at, offered_time.id"
            ),
            &self.school_id,
            &self.id,
            from
        )
    }

    /// The time that is chosen for this student, until it is over.
    pub async fn chosen_time(&self, conn: &mut Conn, now: At) -> Result<Option<Choice>, StoreError> {
        maybe!(
            conn,
            choices!("WHERE chosen_time.school_id = $1 AND student_id = $2 AND ends_at > $3 ORDER BY starts_at"),
            &self.school_id,
            &self.id,
            now
        )
    }

    /// Chooses a time, in place of the one there was. The caller has made sure that the person is kin. Two who choose the
    /// same at once come here one after the other.
    pub async fn choose(&self, tx: &mut Tx, choosing: &Choosing, by: &PersonId, now: At) -> Result<Booked, StoreError> {
        hold(tx, &self.school_id, &mut [self.id.clone(), choosing.person.clone()]).await?;
        run!(
            tx,
            "UPDATE offered_time SET place = place WHERE school_id = $1 AND id = $2",
            &self.school_id,
            &choosing.time
        )?;
        let own = self.chosen_time(tx, now).await?;
        if own.as_ref().is_some_and(|own| own.time.id == choosing.time && own.person_id == choosing.person) {
            self.reword(tx, choosing, by).await?;
            return Ok(Booked::Yes);
        }
        let is_own = |id: &TimeId| own.as_ref().is_some_and(|own| own.time.id == *id);
        let free = self.free_times(tx, now).await?;
        let Some(time) = free
            .iter()
            .find(|time| time.id == choosing.time)
            .cloned()
            .or_else(|| own.as_ref().filter(|own| own.time.id == choosing.time).map(|own| own.time.clone()))
        else {
            return Ok(Booked::Taken);
        };
        // At most one place per person and time: the one who comes, and the student.
        let others: Vec<Choice> = all!(
            tx,
            choices!(
                "WHERE chosen_time.school_id = $1 AND (student_id = $2 OR person_id = $3) AND starts_at < $5
                    AND ends_at > $4"
            ),
            &self.school_id,
            &self.id,
            &choosing.person,
            time.starts_at,
            time.ends_at
        )?;
        if others.iter().any(|other| !is_own(&other.time.id)) {
            return Ok(Booked::Elsewhere);
        }
        match own {
            Some(own) => {
                run!(
                    tx,
                    "UPDATE chosen_time SET time_id = $1, person_id = $2, sequence = sequence + 1
                     WHERE school_id = $3 AND id = $4",
                    &choosing.time,
                    &choosing.person,
                    &self.school_id,
                    &own.choice_id
                )?;
                self.reword(tx, choosing, by).await?;
            }
            None => self.book(tx, choosing, by, now).await?,
        }
        Ok(Booked::Yes)
    }

    async fn book(&self, tx: &mut Tx, choosing: &Choosing, by: &PersonId, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO chosen_time
                (id, school_id, time_id, student_id, person_id, way, interpreter, note, entered_by, chosen_at, sequence)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)",
            ChoiceId::new(),
            &self.school_id,
            &choosing.time,
            &self.id,
            &choosing.person,
            choosing.way,
            &choosing.needs,
            &choosing.note,
            by,
            now
        )?;
        Ok(())
    }

    /// The same time, to be held in another way or with another note.
    async fn reword(&self, tx: &mut Tx, choosing: &Choosing, by: &PersonId) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE chosen_time SET way = $1, interpreter = $2, note = $3, entered_by = $4
             WHERE school_id = $5 AND student_id = $6 AND time_id = $7",
            choosing.way,
            &choosing.needs,
            &choosing.note,
            by,
            &self.school_id,
            &self.id,
            &choosing.time
        )?;
        Ok(())
    }

    /// The student's next conference takes the chosen time and its place; without one, they wait for it to be planned.
    pub async fn meet_at_chosen_time(&self, tx: &mut Tx, now: At) -> Result<(), StoreError> {
        let Some(choice) = self.chosen_time(tx, now).await? else { return Ok(()) };
        let all = self.conferences(tx).await?;
        let Some(next) = conference::next(&all, now).filter(|next| next.facts.starts_at > now) else { return Ok(()) };
        let mut facts = next.facts.clone();
        facts.starts_at = choice.time.starts_at;
        facts.interpreter = facts.interpreter || !choice.needs.is_empty();
        if !choice.time.place.is_empty() {
            facts.place.clone_from(&choice.time.place);
        }
        next.change(tx, next.version, &facts).await?;
        Ok(())
    }

    /// Gives the chosen time back. Says whether there was one.
    pub async fn give_back_time(&self, tx: &mut Tx, time: &TimeId) -> Result<bool, StoreError> {
        let gone = run!(
            tx,
            "DELETE FROM chosen_time WHERE school_id = $1 AND student_id = $2 AND time_id = $3",
            &self.school_id,
            &self.id,
            time
        )?;
        Ok(gone == 1)
    }
}

/// Keeps others from these people's times until the transaction ends; always in one order, so that no two wait for each
/// other.
async fn hold(tx: &mut Tx, school: &SchoolId, people: &mut [PersonId]) -> Result<(), StoreError> {
    people.sort();
    for person in people {
        run!(tx, "UPDATE person SET role = role WHERE school_id = $1 AND id = $2", school, &*person)?;
    }
    Ok(())
}

/// A calendar's own address for an advisor's times.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Feed {
    pub school_id: SchoolId,
    pub person_id: PersonId,
    pub name: String,
}

impl Feed {
    /// Makes the address, in place of the one there was.
    pub async fn make(tx: &mut Tx, viewer: &Viewer, key: &Key, now: At) -> Result<(), StoreError> {
        run!(
            tx,
            "INSERT INTO calendar_feed (person_id, school_id, token_hash, made_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at",
            &viewer.person_id,
            &viewer.school_id,
            key.token_print(),
            now
        )?;
        Ok(())
    }

    /// Whose it is, while they are at the school.
    pub async fn opened_by(conn: &mut Conn, key: &Key) -> Result<Option<Self>, StoreError> {
        maybe!(
            conn,
            "SELECT calendar_feed.school_id, person_id, person.name FROM calendar_feed
             JOIN person ON person.id = person_id AND left_at IS NULL WHERE token_hash = $1",
            key.token_print()
        )
    }
}
