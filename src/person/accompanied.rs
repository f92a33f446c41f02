//! Which advisories somebody accompanies, for queries: one way to ask it, so that whoever stands in is never forgotten.

/// The advisories that somebody accompanies at an instant, as a subquery: of which they are, or where they stand in.
macro_rules! accompanied {
    ($who:literal, $now:literal) => {
        concat!(
            "(SELECT advisory_id FROM advisory_member WHERE person_id = ",
            $who,
            " UNION SELECT advisory_id FROM stand_in WHERE person_id = ",
            $who,
            " AND ended_at IS NULL AND from_at <= ",
            $now,
            " AND until_at > ",
            $now,
            ")"
        )
    };
}
pub(crate) use accompanied;
