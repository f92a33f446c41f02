//! Choosing a time, moving to another one, giving it back. Whoever does holds the people and the time first, one after
//! the other: two who choose at once come here one by one.

use super::store::choices;
use super::{ChosenTime, Time, Way};
use crate::at::At;
use crate::conference::Conference;
use crate::field;
use crate::id::{ChoiceId, PersonId, SchoolId, TimeId};
use crate::language::Language;
use crate::person::{Kin, Student};
use crate::store::{StoreError, Tx, all, run};
use crate::words::{Problems, limit, optional_text};

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
    /// The [`ChosenTime::mark`] of the choice they have seen; empty where there was none.
    pub made_from: String,
}

/// What was typed when somebody chose a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedChoosing<'a> {
    pub time: &'a str,
    pub way: &'a str,
    pub person: &'a str,
    pub needs: &'a str,
    pub note: &'a str,
    pub made_from: &'a str,
}

impl Choosing {
    /// What was typed, checked. Family members choose for themselves: then it is the `chooser` who comes; otherwise one of
    /// the student's `kin` does.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(typed: &TypedChoosing<'_>, chooser: Option<&PersonId>, kin: &[Kin]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let time = problems.chosen(field::TIME, TimeId::parse(typed.time));
        let way = problems.chosen(field::WAY, Way::named(typed.way));
        let person = chooser.or_else(|| kin.iter().map(|kin| &kin.id).find(|id| id.as_str() == typed.person));
        let person = problems.chosen(field::PERSON, person);
        let needs = match typed.needs {
            "" => None,
            tag => problems.chosen(field::NEEDS, Language::tagged(tag)),
        };
        let needs = needs.map(|language| language.tag().to_owned()).unwrap_or_default();
        let note = problems.take(field::NOTE, optional_text(typed.note, limit::WORDS));
        let made_from = typed.made_from.to_owned();
        match (time, way, person) {
            (Some(time), Some(way), Some(person)) => {
                problems.or(Self { time, person: person.clone(), way, needs, note, made_from })
            }
            _ => Err(problems),
        }
    }
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Booked {
    /// It is theirs.
    Yes,
    /// The time stays as it was; the words beside it are others now.
    Noted,
    /// Somebody else was quicker, or it is offered no longer.
    Taken,
    /// It is not held in this way.
    NotThisWay,
    /// Somebody who would come is there at that time.
    Elsewhere(Box<ChosenTime>),
    /// Somebody else of the family has chosen in the meantime; nothing was changed.
    Stale(Box<ChosenTime>),
}

impl Student {
    /// Chooses a time, in place of the one there was. The caller has made sure that the person is kin.
    pub async fn choose(&self, tx: &mut Tx, choosing: &Choosing, by: &PersonId, now: At) -> Result<Booked, StoreError> {
        hold(tx, &self.school_id, &mut [self.id.clone(), choosing.person.clone()]).await?;
        let own = self.chosen_time(tx, now).await?;
        let held = own.as_ref().map(|own| own.time.id.clone());
        hold_times(tx, &self.school_id, held.into_iter().chain([choosing.time.clone()]).collect()).await?;
        if let Some(own) = &own {
            if choosing.is_what_is_there(own) {
                return Ok(Booked::Yes);
            }
            if choosing.made_from != own.mark() {
                return Ok(Booked::Stale(Box::new(own.clone())));
            }
        }
        if let Some(own) = own.as_ref().filter(|own| choosing.says_only_else(own)) {
            own.note_beside(tx, &self.school_id, &choosing.note).await?;
            return Ok(Booked::Noted);
        }
        let same = own.as_ref().filter(|own| own.time.id == choosing.time).map(|own| own.time.clone());
        let time = match same {
            Some(time) => time,
            None => match self.free_times(tx, now).await?.into_iter().find(|time| time.id == choosing.time) {
                Some(time) => time,
                None => return Ok(Booked::Taken),
            },
        };
        if !time.ways.0.contains(&choosing.way) {
            return Ok(Booked::NotThisWay);
        }
        if let Some(other) = self.elsewhere(tx, choosing, &time, own.as_ref()).await? {
            return Ok(Booked::Elsewhere(Box::new(other)));
        }
        // Who comes alone does not move a conference that the student has moved since.
        let says_the_same =
            |own: &ChosenTime| own.time.id == choosing.time && own.way == choosing.way && own.needs == choosing.needs;
        let is_news = !own.as_ref().is_some_and(says_the_same);
        match own {
            Some(own) => own.move_to(tx, &self.school_id, choosing, by).await?,
            None => self.book(tx, choosing, by, now).await?,
        }
        if is_news {
            self.tell_conference(tx, choosing, &time, by, now).await?;
        }
        Ok(Booked::Yes)
    }

    /// At most one place per person and time: the one who comes, and the student.
    async fn elsewhere(
        &self,
        tx: &mut Tx,
        choosing: &Choosing,
        time: &Time,
        own: Option<&ChosenTime>,
    ) -> Result<Option<ChosenTime>, StoreError> {
        let others: Vec<ChosenTime> = all!(
            tx,
            choices!(
                "WHERE chosen_time.school_id = $1 AND (student_id = $2 OR person_id = $3) AND starts_at < $5
                    AND ends_at > $4 ORDER BY starts_at"
            ),
            &self.school_id,
            &self.id,
            &choosing.person,
            time.starts_at,
            time.ends_at
        )?;
        Ok(others.into_iter().find(|other| own.is_none_or(|own| own.choice_id != other.choice_id)))
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

    /// The student's next conference takes the time and the place, unless it is one that is watched at home; without one,
    /// they wait for it to be planned.
    async fn tell_conference(
        &self,
        tx: &mut Tx,
        choosing: &Choosing,
        time: &Time,
        by: &PersonId,
        now: At,
    ) -> Result<(), StoreError> {
        let all = self.conferences(tx).await?;
        let Some(mut next) = all.into_iter().find(|conference| conference.waits_for_a_time(now)) else { return Ok(()) };
        // Somebody may be changing it right now: theirs first, then ours.
        for _ in 0..3 {
            let mut facts = next.facts.clone();
            facts.starts_at = time.starts_at;
            facts.interpreter = facts.interpreter || !choosing.needs.is_empty();
            if !time.place.is_empty() && choosing.way != Way::HomeVisit {
                facts.place.clone_from(&time.place);
            }
            if facts == next.facts || next.change(tx, next.version, &facts, by, now).await?.is_kept() {
                break;
            }
            match Conference::find(tx, &self.school_id, &next.id).await? {
                Some(newer) => next = newer,
                None => break,
            }
        }
        Ok(())
    }
}

impl Choosing {
    /// Whether it is what is there but for the words beside it.
    fn says_only_else(&self, own: &ChosenTime) -> bool {
        let noted = Self { note: own.note.clone(), ..self.clone() };
        noted.is_what_is_there(own)
    }

    fn is_what_is_there(&self, own: &ChosenTime) -> bool {
        let Self { time, person, way, needs, note, made_from: _ } = self;
        *time == own.time.id && *person == own.person_id && *way == own.way && *needs == own.needs && *note == own.note
    }
}

impl ChosenTime {
    /// Changes what is noted beside it, and nothing else.
    async fn note_beside(&self, tx: &mut Tx, school: &SchoolId, note: &str) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE chosen_time SET note = $1, sequence = sequence + 1 WHERE school_id = $2 AND id = $3",
            note,
            school,
            &self.choice_id
        )?;
        Ok(())
    }

    /// Moves to what was chosen in its place: calendars go on knowing it by the same id.
    async fn move_to(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        choosing: &Choosing,
        by: &PersonId,
    ) -> Result<(), StoreError> {
        run!(
            tx,
            "UPDATE chosen_time SET time_id = $1, person_id = $2, way = $3, interpreter = $4, note = $5, entered_by = $6,
                sequence = sequence + 1
             WHERE school_id = $7 AND id = $8",
            &choosing.time,
            &choosing.person,
            choosing.way,
            &choosing.needs,
            &choosing.note,
            by,
            school,
            &self.choice_id
        )?;
        Ok(())
    }

    /// Ends it: somebody else can have the time. Whoever takes it back in the family's place says why.
    pub async fn end(
        &self,
        tx: &mut Tx,
        school: &SchoolId,
        by: &PersonId,
        (words, language): (&str, &Language),
        now: At,
    ) -> Result<bool, StoreError> {
        let gone = run!(tx, "DELETE FROM chosen_time WHERE school_id = $1 AND id = $2", school, &self.choice_id)?;
        if gone == 0 {
            return Ok(false);
        }
        run!(
            tx,
            "INSERT INTO ended_time (id, school_id, advisor_id, student_id, person_id, starts_at, ends_at, place, sequence,
                ended_by, words, language, ended_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (id) DO NOTHING",
            &self.choice_id,
            school,
            &self.time.advisor_id,
            &self.student_id,
            &self.person_id,
            self.time.starts_at,
            self.time.ends_at,
            &self.time.place,
            self.sequence + 1,
            by,
            words,
            language,
            now
        )?;
        Ok(true)
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

/// Keeps others from these times until the transaction ends; in one order, too.
async fn hold_times(tx: &mut Tx, school: &SchoolId, mut times: Vec<TimeId>) -> Result<(), StoreError> {
    times.sort();
    for time in times {
        run!(tx, "UPDATE offered_time SET place = place WHERE school_id = $1 AND id = $2", school, &time)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Languages;
    use crate::words::Problem;

    #[test]
    fn who_comes_is_whoever_chooses_or_somebody_of_the_family() {
        let (time, rosa) = (TimeId::new(), PersonId::new());
        let kin = Kin {
            id: rosa.clone(),
            name: "Rosa".into(),
            called: None,
            languages: Languages::default(),
            kinship: "abuela".into(),
        };
        let kin = std::slice::from_ref(&kin);
        let typed =
            TypedChoosing { time: time.as_str(), way: "phone", needs: "es", note: " Late\r\n", ..Default::default() };
        let own = Choosing::checked(&TypedChoosing { person: "somebody else", ..typed }, Some(&rosa), kin).unwrap();
        assert_eq!((own.person, own.needs.as_str(), own.note.as_str()), (rosa.clone(), "es", "Late"));
        let entered = Choosing::checked(&TypedChoosing { person: rosa.as_str(), ..typed }, None, kin).unwrap();
        assert_eq!((entered.person, entered.time), (rosa, time.clone()));
        for nobody in ["", PersonId::new().as_str(), "\u{0000}", "' OR 1 = 1"] {
            let problems = Choosing::checked(&TypedChoosing { person: nobody, ..typed }, None, kin).unwrap_err();
            assert_eq!(problems, Problems::from([(field::PERSON, Problem::Choose)]), "{nobody}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let note = "a".repeat(limit::WORDS + 1);
        let typed = TypedChoosing { time: "noon", way: "by boat", needs: "<b>", note: &note, ..Default::default() };
        let problems = Choosing::checked(&typed, None, &[]).unwrap_err();
        let wrong: Vec<&str> = problems.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(wrong, ["needs", "note", "person", "time", "way"]);
    }
}
