//! Who does what at a conference: names, as the student writes them. A child is never the interpreter.

use crate::field::FieldName;
use crate::person::plain_name;
use crate::words::{Problem, Problems, optional_line};

kinds! {
    /// Something that somebody takes care of.
    pub enum Duty {
        Welcomes = "welcomes",
        /// An adult who is trained for it, or whom the family chooses; never a child.
        Interprets = "interprets",
        TakesNotes = "takes-notes",
        KeepsTime = "keeps-time",
        /// What the advisor does: written down, and small.
        Advisor = "advisor",
    }
}

impl Duty {
    /// The field for whoever takes care of it.
    pub fn field(self) -> FieldName {
        FieldName::of_kind(self.as_str())
    }
}

/// Who does what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duties {
    /// As far as somebody is named.
    pub who: Vec<(Duty, String)>,
    /// What a change must have been made from.
    pub version: i64,
}

impl Duties {
    /// Who takes care of this, if somebody does.
    pub fn of(&self, duty: Duty) -> Option<&str> {
        self.who.iter().find(|(known, _)| *known == duty).map(|(_, who)| who.as_str())
    }
}

/// What was typed for each, checked. `students` are the names of the school's students, the one who leads first;
/// `never` is what to say when a child is named as the interpreter.
///
/// # Errors
/// What is wrong, by the duty's word.
pub fn checked<'t>(
    typed: impl Fn(Duty) -> &'t str,
    students: &[String],
    never: &str,
) -> Result<Vec<(Duty, String)>, Problems> {
    let mut problems = Problems::default();
    let mut who = Vec::new();
    for duty in Duty::ALL {
        let name = problems.take(duty.field(), optional_line(typed(*duty)));
        if *duty == Duty::Interprets && is_a_child(&name, students) {
            problems.note(duty.field(), Problem::Said(never.to_owned()));
        }
        if !name.is_empty() {
            who.push((*duty, name));
        }
    }
    problems.or(who)
}

/// Words that mean the one who writes them, in the languages of the pages.
const MYSELF: [&str; 9] = ["i", "me", "myself", "i will", "yo", "yo misma", "yo mismo", "انا", "أنا"];

/// Whether these words name a student: the one who leads by any of their names, or another by the whole name.
fn is_a_child(words: &str, students: &[String]) -> bool {
    let words = plain_name(words);
    let padded = format!(" {words} ");
    let names_whole = |name: &String| {
        let name = plain_name(name);
        // A name of one word may be anybody's, as long as it does not stand alone.
        if name.contains(' ') { padded.contains(&format!(" {name} ")) } else { !name.is_empty() && name == words }
    };
    // Which of its words is the first name, nobody can tell from where it stands.
    let leads = students.first().map(|name| plain_name(name)).unwrap_or_default();
    let names_who_leads = leads.split(' ').any(|word| !word.is_empty() && word == words);
    MYSELF.contains(&words.as_str()) || names_who_leads || students.iter().any(names_whole)
}

mod store {
    use super::*;
    use crate::conference::Conference;
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, one, run};

    impl Conference {
        /// Who does what.
        pub async fn duties(&self, conn: &mut Conn) -> Result<Duties, StoreError> {
            let who: Vec<(Duty, String)> = all!(
                conn,
                "SELECT duty, who FROM conference_duty WHERE school_id = $1 AND conference_id = $2",
                &self.school_id,
                &self.id
            )?;
            let (version,): (i64,) = one!(
                conn,
                "SELECT duties_version FROM conference WHERE school_id = $1 AND id = $2",
                &self.school_id,
                &self.id
            )?;
            Ok(Duties { who, version })
        }

        /// Says who does what, when it still reads as it did when that was thought out.
        pub async fn give_duties(
            &self,
            tx: &mut Tx,
            made_from: i64,
            who: &[(Duty, String)],
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE conference SET duties_version = duties_version + 1
                 WHERE school_id = $1 AND id = $2 AND duties_version = $3",
                &self.school_id,
                &self.id,
                made_from
            )?;
            if changed == 0 {
                return Ok(Saved::Stale);
            }
            run!(
                tx,
                "DELETE FROM conference_duty WHERE school_id = $1 AND conference_id = $2",
                &self.school_id,
                &self.id
            )?;
            for (duty, who) in who {
                run!(
                    tx,
                    "INSERT INTO conference_duty (school_id, conference_id, duty, who) VALUES ($1, $2, $3, $4)",
                    &self.school_id,
                    &self.id,
                    *duty,
                    who
                )?;
            }
            Ok(Saved::Kept(()))
        }

        /// The names of the school's students, the one who leads first.
        pub async fn names_of_children(&self, conn: &mut Conn) -> Result<Vec<String>, StoreError> {
            let names: Vec<(String,)> = all!(
                conn,
                "SELECT name FROM person WHERE school_id = $1 AND role = 'student'
                 ORDER BY CASE WHEN id = $2 THEN 0 ELSE 1 END, id",
                &self.school_id,
                &self.student_id
            )?;
            Ok(names.into_iter().map(|(name,)| name).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_never_the_interpreter_however_the_name_is_written() {
        let students = ["Marisol Reyes", "Yusuf Haddad", "Zoë Ng", "Rosa"].map(str::to_owned);
        for child in [
            "Marisol",
            "MARISOL reyes",
            "  marísol   Reyes ",
            "my friend Yusuf Haddad",
            "Yusuf-Haddad (10th grade)",
            "me",
            "Yo",
            "أنا",
            "rosa",
            "zoe ng",
        ] {
            let typed = |duty| if duty == Duty::Interprets { child } else { "" };
            let problems = checked(typed, &students, "Never a child.").unwrap_err();
            assert_eq!(problems.of(Duty::Interprets.field()), Some(&Problem::Said("Never a child.".into())), "{child}");
        }
        for adult in ["", "Lucía Barrera", "Tía Rebe", "somebody from the district", "Yusuf", "Rosa Reyes"] {
            let typed = |duty| if duty == Duty::Interprets { adult } else { "" };
            assert!(checked(typed, &students, "").is_ok(), "{adult}");
        }
    }

    #[test]
    fn a_student_may_do_everything_else() {
        let students = ["Marisol Reyes".to_owned()];
        let typed = |duty| if duty == Duty::Interprets { "" } else { "Marisol" };
        assert_eq!(checked(typed, &students, "").unwrap().len(), Duty::ALL.len() - 1);
    }
}
