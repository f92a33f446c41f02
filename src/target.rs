//! A learning target: a skill, with its criteria in the open and the targets it builds on.

pub mod aim;
pub mod gathering;
pub mod import;
pub mod map;
pub mod standing;
pub mod unit;

use std::collections::{BTreeMap, BTreeSet};

use crate::field;
use crate::id::TargetId;
use crate::words::{self, Problem, Problems, limit};

/// The most criteria one target has.
pub const MOST_CRITERIA: usize = 20;

/// A learning target of a school.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Target {
    pub id: TargetId,
    /// "Mathematics".
    pub subject: String,
    /// The skill, as a student says it: "I can compare fractions".
    pub statement: String,
    /// One criterion a line.
    criteria: String,
    /// Goes up with every change.
    pub version: i64,
    /// Whether it is not offered any more. Where it was chosen before, it stays.
    pub is_withdrawn: bool,
    /// The targets it builds on.
    #[sqlx(skip)]
    pub builds_on: Vec<TargetId>,
}

impl Target {
    /// What it looks like when it is mastered, one after the other.
    pub fn criteria(&self) -> Vec<String> {
        self.criteria.lines().map(str::to_owned).collect()
    }

    /// The same, one a line.
    pub fn criteria_text(&self) -> &str {
        &self.criteria
    }
}

/// A target as somebody wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    pub subject: String,
    pub statement: String,
    /// One criterion a line.
    pub criteria: String,
}

impl Wording {
    /// Checks what was typed; the problems carry the names of the fields.
    pub fn checked(subject: &str, statement: &str, criteria: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let subject = problems.take(field::SUBJECT, words::line(subject));
        let statement = problems.take(field::STATEMENT, words::line(statement));
        let criteria = problems.take(field::CRITERIA, lines_of(criteria));
        problems.or(Self { subject, statement, criteria })
    }
}

/// Criteria as they are kept: one a line, none of them empty.
fn lines_of(typed: &str) -> Result<String, Problem> {
    let text = words::text(typed, limit::WORDS)?;
    let lines: Vec<String> = text.lines().map(words::optional_line).collect::<Result<_, _>>()?;
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(Problem::Missing);
    }
    if lines.len() > MOST_CRITERIA {
        return Err(Problem::TooManyLines { max: MOST_CRITERIA });
    }
    Ok(lines.join("\n"))
}

/// A way from a target over those it builds on and back to itself, if there is one: first and last are the same.
///
/// `builds_on` holds, for each target, the targets it builds on.
pub fn cycle_in<K: Ord + Clone>(builds_on: &BTreeMap<K, Vec<K>>) -> Option<Vec<K>> {
    let mut done = BTreeSet::new();
    for start in builds_on.keys() {
        // The way walked so far: each target, and how many of those it builds on have been looked at.
        let mut way: Vec<(&K, usize)> = vec![(start, 0)];
        while let Some((here, looked_at)) = way.last_mut() {
            let next = builds_on.get(*here).and_then(|below| below.get(*looked_at));
            *looked_at += 1;
            match next {
                None => {
                    done.insert(*here);
                    way.pop();
                }
                Some(next) => {
                    if let Some(place) = way.iter().position(|(passed, _)| *passed == next) {
                        let around = way[place..].iter().map(|(passed, _)| *passed).chain([next]);
                        return Some(around.cloned().collect());
                    }
                    if !done.contains(next) {
                        way.push((next, 0));
                    }
                }
            }
        }
    }
    None
}

mod store {
    use super::*;
    use crate::at::At;
    use crate::id::SchoolId;
    use crate::school::School;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};

    /// Why a target was not kept.
    #[derive(Debug)]
    pub enum NotKept {
        /// The school has another target with these words.
        Taken,
        /// It would build on itself, by this way.
        Cycle(Vec<Target>),
        /// Somebody changed it in the meantime; this is how it stands now.
        Stale(Box<Target>),
        /// There is no such target, or one it builds on is not of this school.
        NotThere,
        /// Something else.
        Store(StoreError),
    }

    impl From<StoreError> for NotKept {
        fn from(error: StoreError) -> Self {
            match error {
                StoreError::Taken(_) => Self::Taken,
                other => Self::Store(other),
            }
        }
    }

    impl Target {
        /// Every target of a school, by subject and wording.
        pub async fn all(conn: &mut Conn, school: &SchoolId) -> Result<Vec<Self>, StoreError> {
            let mut targets: Vec<Self> = all!(
                conn,
                "SELECT id, subject, statement, criteria, version, withdrawn_at IS NOT NULL AS is_withdrawn
                 FROM learning_target WHERE school_id = $1
                 ORDER BY subject, statement",
                school
            )?;
            let mut builds_on = builds_on(conn, school).await?;
            for target in &mut targets {
                target.builds_on = builds_on.remove(&target.id).unwrap_or_default();
            }
            Ok(targets)
        }

        /// Whether a school has any.
        pub async fn are_there(conn: &mut Conn, school: &SchoolId) -> Result<bool, StoreError> {
            let one: Option<(TargetId,)> =
                maybe!(conn, "SELECT id FROM learning_target WHERE school_id = $1 LIMIT 1", school)?;
            Ok(one.is_some())
        }

        /// The target with this id, if the school has it.
        pub async fn find(conn: &mut Conn, school: &SchoolId, id: &TargetId) -> Result<Option<Self>, StoreError> {
            let found: Option<Self> = maybe!(
                conn,
                "SELECT id, subject, statement, criteria, version, withdrawn_at IS NOT NULL AS is_withdrawn
                 FROM learning_target WHERE school_id = $1 AND id = $2",
                school,
                id
            )?;
            let Some(mut target) = found else { return Ok(None) };
            let builds_on: Vec<(TargetId,)> = all!(
                conn,
                "SELECT builds_on_id FROM target_builds_on WHERE school_id = $1 AND target_id = $2 ORDER BY builds_on_id",
                school,
                id
            )?;
            target.builds_on = builds_on.into_iter().map(|(id,)| id).collect();
            Ok(Some(target))
        }

        /// Offers it no more, where it is in use; or again.
        pub async fn withdraw(
            tx: &mut Tx,
            school: &SchoolId,
            id: &TargetId,
            since: Option<At>,
        ) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE learning_target SET withdrawn_at = $1 WHERE school_id = $2 AND id = $3",
                since,
                school,
                id
            )?;
            Ok(())
        }

        /// Adds a target. Adding it again under the same id changes nothing, so that a form sent twice adds one.
        pub async fn add(
            tx: &mut Tx,
            school: &SchoolId,
            id: &TargetId,
            wording: &Wording,
            builds_on: &[TargetId],
            now: At,
        ) -> Result<(), NotKept> {
            School::one_after_another(tx, school).await?;
            if wording.insert(tx, school, id, now).await? == 0 {
                return Self::find(tx, school, id).await?.map(|_| ()).ok_or(NotKept::NotThere);
            }
            build(tx, school, id, builds_on).await
        }

        /// Changes a target, when it is still as it was read.
        pub async fn change(
            tx: &mut Tx,
            school: &SchoolId,
            id: &TargetId,
            read_version: i64,
            wording: &Wording,
            builds_on: &[TargetId],
        ) -> Result<(), NotKept> {
            School::one_after_another(tx, school).await?;
            let now_stands = Self::find(tx, school, id).await?.ok_or(NotKept::NotThere)?;
            if now_stands.version != read_version {
                return Err(NotKept::Stale(Box::new(now_stands)));
            }
            wording.update(tx, school, id).await?;
            build(tx, school, id, builds_on).await
        }
    }

    impl Wording {
        /// Keeps it as a new target, unless there is one with this id; says how many are new.
        pub(in crate::target) async fn insert(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            id: &TargetId,
            now: At,
        ) -> Result<u64, StoreError> {
            run!(
                tx,
                "INSERT INTO learning_target (id, school_id, subject, statement, criteria, version, added_at)
                 VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (id) DO NOTHING",
                id,
                school,
                &self.subject,
                &self.statement,
                &self.criteria,
                now
            )
        }

        /// Keeps it in place of what a target said before.
        pub(in crate::target) async fn update(
            &self,
            tx: &mut Tx,
            school: &SchoolId,
            id: &TargetId,
        ) -> Result<u64, StoreError> {
            run!(
                tx,
                "UPDATE learning_target SET subject = $3, statement = $4, criteria = $5, version = version + 1
                 WHERE school_id = $1 AND id = $2",
                school,
                id,
                &self.subject,
                &self.statement,
                &self.criteria
            )
        }
    }

    /// What every target of a school builds on.
    async fn builds_on(conn: &mut Conn, school: &SchoolId) -> Result<BTreeMap<TargetId, Vec<TargetId>>, StoreError> {
        let pairs: Vec<(TargetId, TargetId)> = all!(
            conn,
            "SELECT target_id, builds_on_id FROM target_builds_on WHERE school_id = $1 ORDER BY target_id, builds_on_id",
            school
        )?;
        let mut builds_on: BTreeMap<TargetId, Vec<TargetId>> = BTreeMap::new();
        for (target, below) in pairs {
            builds_on.entry(target).or_default().push(below);
        }
        Ok(builds_on)
    }

    /// Notes what a target builds on, in place of what was noted before; says whether all of that is there.
    pub(in crate::target) async fn note_below(
        tx: &mut Tx,
        school: &SchoolId,
        id: &TargetId,
        below: &[TargetId],
    ) -> Result<bool, StoreError> {
        run!(tx, "DELETE FROM target_builds_on WHERE school_id = $1 AND target_id = $2", school, id)?;
        let mut all_there = true;
        for below in below.iter().collect::<BTreeSet<_>>() {
            let noted = run!(
                tx,
                "INSERT INTO target_builds_on (school_id, target_id, builds_on_id)
                 SELECT school_id, $2, id FROM learning_target WHERE school_id = $1 AND id = $3",
                school,
                id,
                below
            )?;
            all_there &= noted == 1;
        }
        Ok(all_there)
    }

    /// The same, but refuses what is not there, and a cycle.
    async fn build(tx: &mut Tx, school: &SchoolId, id: &TargetId, below: &[TargetId]) -> Result<(), NotKept> {
        if !note_below(tx, school, id, below).await? {
            return Err(NotKept::NotThere);
        }
        match cycle_in(&builds_on(tx, school).await?) {
            None => Ok(()),
            Some(way) => Err(NotKept::Cycle(named(tx, school, &way).await?)),
        }
    }

    /// The targets with these ids, in this order.
    async fn named(conn: &mut Conn, school: &SchoolId, ids: &[TargetId]) -> Result<Vec<Target>, StoreError> {
        let targets: BTreeMap<TargetId, Target> =
            Target::all(conn, school).await?.into_iter().map(|target| (target.id.clone(), target)).collect();
        Ok(ids.iter().filter_map(|id| targets.get(id).cloned()).collect())
    }
}

pub use store::NotKept;
use store::note_below;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph(edges: &[(u8, u8)]) -> BTreeMap<u8, Vec<u8>> {
        let mut graph: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
        for (target, below) in edges {
            graph.entry(*target).or_default().push(*below);
        }
        graph
    }

    #[test]
    fn the_way_around_is_named() {
        assert_eq!(cycle_in(&graph(&[(1, 2), (2, 1)])), Some(vec![1, 2, 1]));
        assert_eq!(cycle_in(&graph(&[(1, 1)])), Some(vec![1, 1]));
        assert_eq!(cycle_in(&graph(&[(1, 2), (2, 3), (3, 2)])), Some(vec![2, 3, 2]));
        assert_eq!(cycle_in(&graph(&[(1, 2), (1, 3), (2, 4), (3, 4)])), None);
    }

    proptest! {
        #[test]
        fn what_builds_only_on_what_came_before_is_taken(edges in prop::collection::vec((0u8..40, 0u8..40), 0..200)) {
            let forwards: Vec<(u8, u8)> = edges.into_iter().filter(|(target, below)| target > below).collect();
            prop_assert_eq!(cycle_in(&graph(&forwards)), None);
        }

        #[test]
        fn a_named_way_is_really_there(edges in prop::collection::vec((0u8..12, 0u8..12), 0..40)) {
            let graph = graph(&edges);
            if let Some(way) = cycle_in(&graph) {
                prop_assert!(way.len() >= 2);
                prop_assert_eq!(way.first(), way.last());
                for step in way.windows(2) {
                    prop_assert!(graph[&step[0]].contains(&step[1]));
                }
            }
        }

        #[test]
        fn a_cycle_is_always_found(
            edges in prop::collection::vec((0u8..30, 0u8..30), 0..60),
            around in prop::collection::btree_set(0u8..30, 1..8),
        ) {
            let around: Vec<u8> = around.into_iter().collect();
            let closing = around.iter().zip(around.iter().cycle().skip(1)).map(|(a, b)| (*a, *b));
            let edges: Vec<(u8, u8)> = edges.into_iter().chain(closing.take(around.len())).collect();
            prop_assert!(cycle_in(&graph(&edges)).is_some());
        }
    }

    #[test]
    fn criteria_are_one_a_line_and_none_is_empty() {
        let wording = Wording::checked("Math", "I can", "one\r\n\r\n  two  \n\u{200B}\n").unwrap();
        assert_eq!(wording.criteria, "one\ntwo");
        assert!(Wording::checked("", "\u{200B}", "\n").is_err());
    }
}
