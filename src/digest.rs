//! The digest: mail that says that there is something new, never what. Who gets one said so from inside; nothing goes out that can
//! still be undone, nor what somebody has read; and whichever server sends it, nobody gets two.

mod store;

pub use store::{Digest, MailWish, stop};

use crate::agenda::family::{FamilyNews, new_since};
use crate::at::At;
use crate::field;
use crate::id::PersonId;
use crate::secret::SecretKey;
use crate::taking_back::UNDO_MINUTES;
use crate::words::{Problem, Problems};

/// The hours of the day at which somebody is written to, on the wall of the school.
const HOURS: std::ops::Range<i8> = 8..20;
/// The longest address that mail is sent to (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

kinds! {
    /// How often somebody wants to be told that there is something new.
    pub enum DigestOften {
        Weekly = "weekly",
        Monthly = "monthly",
        Never = "never",
    }
}

impl DigestOften {
    fn days(self) -> Option<i64> {
        match self {
            Self::Weekly => Some(7),
            Self::Monthly => Some(30),
            Self::Never => None,
        }
    }

    /// Whether somebody who was written to last at `last` can be written to now: by day, and not before the time has come.
    pub fn is_due(self, last: At, now: At, zone: &str) -> bool {
        self.days().is_some_and(|days| last.plus_days(days) <= now) && HOURS.contains(&now.in_zone(zone).hour())
    }
}

/// What somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMailWish {
    /// Empty where they want no mail.
    pub address: String,
    pub often: DigestOften,
    /// Whether the times they choose come by mail.
    pub sends_times: bool,
}

impl NewMailWish {
    /// What was typed, checked. Who wants no mail needs no address.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(email: &str, often: &str, sends_times: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let often = problems.chosen(field::OFTEN, DigestOften::named(often));
        let wants = sends_times || often != Some(DigestOften::Never);
        let address = match mail_address(email) {
            Some(address) => Ok(address),
            None if email.trim().is_empty() && !wants => Ok(String::new()),
            None if email.trim().is_empty() => Err(Problem::Missing),
            None => Err(Problem::NotAnAddress),
        };
        let address = problems.take(field::EMAIL, address);
        match often {
            Some(often) => problems.or(Self { address, often, sends_times }),
            None => Err(problems),
        }
    }
}

/// Whether there is something new to a reader who was there, or was told, `since` then: what can still be undone may yet not
/// have happened, and what could be when they were told last was not told.
pub fn is_worth_a_mail(happened: Vec<FamilyNews>, reader: &PersonId, since: At, now: At) -> bool {
    let settled = now.plus_millis(-UNDO_MINUTES * 60_000);
    new_since(happened.into_iter().filter(|news| news.at <= settled).collect(), reader, since)
        .into_iter()
        .next()
        .is_some()
}

/// An address that mail can be sent to, as it was typed; none, where it is none.
pub fn mail_address(typed: &str) -> Option<String> {
    let address = typed.trim();
    let (name, host) = address.rsplit_once('@')?;
    let is_plain = |c: char| c.is_ascii_graphic() && !"()<>[]:;,\\\"@".contains(c);
    let is_dotted = |text: &str| text.split('.').all(|part| !part.is_empty());
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let fits = address.len() <= LONGEST && name.len() <= 64;
    let is_one = fits && name.chars().all(is_plain) && is_dotted(name) && host.chars().all(is_host) && is_dotted(host);
    (is_one && host.contains('.')).then(|| format!("{name}@{}", host.to_ascii_lowercase()))
}

/// What a mail carries that stops mail to somebody (RFC 8058), and opens nothing.
pub fn stop_token(secrets: &SecretKey, person: &PersonId) -> String {
    format!("{person}.{}", secrets.seal(&stop_words(person)))
}

/// To whom mail stops by it, when it is one of ours.
pub fn stopped_by(secrets: &SecretKey, token: &str) -> Option<PersonId> {
    let (person, seal) = token.split_once('.')?;
    let person = PersonId::parse(person)?;
    secrets.sealed(&stop_words(&person), seal).then_some(person)
}

fn stop_words(person: &PersonId) -> String {
    format!("no more mail to {person}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "America/New_York";

    #[test]
    fn nobody_is_written_to_at_night_or_too_often() {
        let at = |day, hour| At::on_the_wall(crate::at::wall(2026, 12, day, hour, 0).unwrap(), ZONE).unwrap();
        let last = at(1, 12);
        for (often, now, due) in [
            (DigestOften::Weekly, at(8, 11), false),
            (DigestOften::Weekly, at(8, 12), true),
            (DigestOften::Weekly, at(8, 23), false),
            (DigestOften::Weekly, at(9, 3), false),
            (DigestOften::Weekly, at(9, 8), true),
            (DigestOften::Monthly, at(30, 12), false),
            (DigestOften::Monthly, at(31, 12), true),
            (DigestOften::Never, at(31, 12), false),
        ] {
            assert_eq!(often.is_due(last, now, ZONE), due, "{often} {now:?}");
        }
    }

    #[test]
    fn an_address_is_one_that_mail_can_be_sent_to() {
        for (typed, address) in [
            (" rosa@Example.ORG ", Some("rosa@example.org")),
            ("rosa+school@mail.example.org", Some("rosa+school@mail.example.org")),
            ("Rosa.Reyes@example.org", Some("Rosa.Reyes@example.org")),
        ] {
            assert_eq!(mail_address(typed).as_deref(), address);
        }
        let long = format!("{}@example.org", "a".repeat(250));
        for wrong in [
            "",
            "rosa",
            "rosa@",
            "@example.org",
            "rosa@localhost",
            "ro sa@example.org",
            "rosa@example.org, alma@example.org",
            "rosa@example.org\r\nBcc: everybody@example.org",
            "Rosa <rosa@example.org>",
            "rosa@exa_mple.org",
            "rosa@.org",
            "a..b@example.org",
            "ро́за@пример.рф",
            "rosa@example.org\u{0000}",
            &long,
        ] {
            assert_eq!(mail_address(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn who_wants_no_mail_needs_no_address_and_all_that_is_wrong_is_said_at_once() {
        let none = NewMailWish::checked("", "never", false).unwrap();
        assert_eq!((none.address.as_str(), none.often), ("", DigestOften::Never));
        let missing = Err(Problems::from([(field::EMAIL, Problem::Missing)]));
        assert_eq!(NewMailWish::checked(" ", "never", true), missing);
        assert_eq!(NewMailWish::checked(" ", "weekly", false), missing);
        let both = Problems::from([(field::EMAIL, Problem::NotAnAddress), (field::OFTEN, Problem::Choose)]);
        assert_eq!(NewMailWish::checked("<b>", "hourly", false), Err(both));
    }

    #[test]
    fn a_token_stops_mail_to_one_person_and_is_made_by_nobody_else() {
        let (ours, theirs) = (SecretKey::random(), SecretKey::random());
        let rosa = PersonId::new();
        let token = stop_token(&ours, &rosa);
        assert_eq!(stopped_by(&ours, &token), Some(rosa.clone()));
        let other = token.replace(rosa.as_str(), PersonId::new().as_str());
        for forged in ["", ".", rosa.as_str(), &format!("{rosa}."), &other, &stop_token(&theirs, &rosa), &token[..80]] {
            assert_eq!(stopped_by(&ours, forged), None, "{forged}");
        }
    }
}
