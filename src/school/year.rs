//! How far a school year is: counts about the school's own work, never about one student or another.

use super::School;
use crate::at::At;
use crate::day::Day;
use crate::definition::school_year;
use crate::store::{Conn, StoreError, one};

/// How far a school year is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct SchoolYear {
    /// Students who have come in.
    pub students_in: i64,
    /// Students whose family has no link that opens.
    pub families_without_a_way_in: i64,
    /// Definitions of this school year.
    pub definitions: i64,
    /// Conferences of this school year that are over, or on.
    pub held: i64,
    /// Conferences that are planned.
    pub ahead: i64,
}

impl SchoolYear {
    /// Of a school now.
    pub async fn of(conn: &mut Conn, school: &School, now: At) -> Result<Self, StoreError> {
        one!(
            conn,
            "SELECT
                (SELECT count(*) FROM person WHERE school_id = $1 AND left_at IS NULL AND role = 'student'
                    AND (password_hash IS NOT NULL
                        OR EXISTS (SELECT 1 FROM session WHERE session.person_id = person.id)
                        OR EXISTS (SELECT 1 FROM work WHERE work.student_id = person.id))) AS students_in,
                (SELECT count(*) FROM person WHERE school_id = $1 AND left_at IS NULL AND role = 'student'
                    AND NOT EXISTS (SELECT 1 FROM family_grant WHERE family_grant.student_id = person.id
                        AND ended_at IS NULL AND expires_at > $2)) AS families_without_a_way_in,
                (SELECT count(*) FROM definition WHERE school_id = $1 AND period = $3) AS definitions,
                (SELECT count(*) FROM conference WHERE school_id = $1 AND called_off_at IS NULL
                    AND starts_at > $4 AND starts_at <= $2) AS held,
                (SELECT count(*) FROM conference WHERE school_id = $1 AND called_off_at IS NULL
                    AND starts_at > $2) AS ahead",
            &school.id,
            now,
            school_year(now, &school.time_zone),
            began(now, &school.time_zone)
        )
    }
}

/// When the school year of an instant began: on the first of July.
fn began(now: At, zone: &str) -> At {
    let year = school_year(now, zone);
    let first = year.split('–').next().and_then(|first| format!("{first}-07-01").parse::<Day>().ok());
    first.and_then(|day| day.noon(zone)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_begins_in_july() {
        let zone = "America/New_York";
        let at = |day: &str| day.parse::<Day>().unwrap().noon(zone).unwrap();
        for (day, first) in [("2026-07-01", "2026-07-01"), ("2026-06-30", "2025-07-01"), ("2027-01-15", "2026-07-01")] {
            assert_eq!(began(at(day), zone), at(first), "{day}");
        }
    }
}
