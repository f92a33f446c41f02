//! How a student stands to the learning targets: what is mastered, what is asked about, what could come next.

use std::collections::BTreeMap;

use super::Target;
use crate::id::{TargetId, WorkId};
use crate::language::Language;
use crate::work::{Mastery, TargetRoad};

kinds! {
    /// How a student stands to a target. None of them is less than another: all are places on a road.
    pub enum TargetStanding {
        /// It is there.
        Mastered = "mastered",
        /// An advisor is asked.
        InCheck = "in-check",
        /// Looked at; the next step is written down.
        NotYet = "not-yet",
        /// A work is meant to show it.
        Begun = "begun",
        /// Nothing yet, and all it builds on is there.
        Open = "open",
        /// Nothing yet, and something it builds on comes first.
        Ahead = "ahead",
    }
}

/// A work that is meant to show a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetShowing {
    pub work_id: WorkId,
    pub title: String,
    pub language: Language,
    pub standing: TargetStanding,
}

/// How a student stands to one target, with the works that say so: the one that decides comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub target_id: TargetId,
    pub standing: TargetStanding,
    pub works: Vec<TargetShowing>,
}

/// Where one work stands to a target.
fn of_road(road: &TargetRoad) -> TargetStanding {
    match road.now() {
        _ if road.waits() => TargetStanding::InCheck,
        Some(Mastery::Mastered) => TargetStanding::Mastered,
        Some(Mastery::NotYet) => TargetStanding::NotYet,
        None => TargetStanding::Begun,
    }
}

/// How a student stands to every target, in the order of the targets. `shown` are their works with the road of each
/// target they are meant to show.
pub fn stands(targets: &[Target], shown: Vec<(WorkId, String, Language, TargetRoad)>) -> Vec<Stand> {
    let mut works: BTreeMap<TargetId, Vec<TargetShowing>> = BTreeMap::new();
    for (work_id, title, language, road) in shown {
        let showing = TargetShowing { work_id, title, language, standing: of_road(&road) };
        works.entry(road.target_id).or_default().push(showing);
    }
    for works in works.values_mut() {
        // What is mastered once stays so, whatever else is tried.
        works.sort_by_key(|work| work.standing);
    }
    let is_mastered = |id: &TargetId| {
        works.get(id).and_then(|works| works.first()).is_some_and(|work| work.standing == TargetStanding::Mastered)
    };
    targets
        .iter()
        .map(|target| {
            let of_target = works.get(&target.id).cloned().unwrap_or_default();
            let standing = match of_target.first() {
                Some(work) => work.standing,
                None if target.builds_on.iter().all(is_mastered) => TargetStanding::Open,
                None => TargetStanding::Ahead,
            };
            Stand { target_id: target.id.clone(), standing, works: of_target }
        })
        .collect()
}

mod store {
    use std::collections::HashMap;

    use super::*;
    use crate::at::At;
    use crate::id::{CheckId, PersonId, SchoolId};
    use crate::person::Student;
    use crate::policy::{Action, Audience};
    use crate::store::{Conn, Ids, StoreError, all, ids_in};
    use crate::work::Work;

    #[derive(sqlx::FromRow)]
    struct StandRow {
        student_id: PersonId,
        work_id: WorkId,
        title: String,
        language: Language,
        audience: Audience,
        kept_at: Option<At>,
        target_id: TargetId,
        check_id: Option<CheckId>,
        answer: Option<Mastery>,
    }

    impl Student {
        /// How they stand to these targets, by the works that whoever looks may see.
        pub async fn stands(&self, conn: &mut Conn, targets: &[Target]) -> Result<Vec<Stand>, StoreError> {
            let mut stands = Stand::of_each(conn, &self.school_id, std::slice::from_ref(self), targets).await?;
            Ok(stands.remove(&self.id).unwrap_or_default())
        }
    }

    impl Stand {
        /// How each of these students stands to these targets, by the works that whoever looks may see.
        pub async fn of_each(
            conn: &mut Conn,
            school: &SchoolId,
            students: &[Student],
            targets: &[Target],
        ) -> Result<HashMap<PersonId, Vec<Self>>, StoreError> {
            let rows: Vec<StandRow> = all!(
                conn,
                concat!(
                    "SELECT work.student_id, work.id AS work_id, work.title, work.language, work.audience, work.kept_at,
                        work_target.target_id, check_answer.check_id, check_answer.answer
                     FROM work JOIN work_target ON work_target.work_id = work.id
                     LEFT JOIN mastery_check ON mastery_check.work_id = work.id AND mastery_check.withdrawn_at IS NULL
                     LEFT JOIN check_answer
                        ON check_answer.check_id = mastery_check.id AND check_answer.target_id = work_target.target_id
                     WHERE work.school_id = $1 AND work.binned_at IS NULL AND work.student_id IN ",
                    ids_in!("$2"),
                    " ORDER BY work.started_at, work.id, work_target.target_id, mastery_check.asked_at, mastery_check.id"
                ),
                school,
                Ids::of(students.iter().map(|student| &student.id))
            )?;
            let mut of_student: HashMap<PersonId, Vec<StandRow>> = HashMap::new();
            for row in rows {
                of_student.entry(row.student_id.clone()).or_default().push(row);
            }
            let stands = students.iter().map(|student| {
                let rows = of_student.remove(&student.id).unwrap_or_default();
                (student.id.clone(), super::stands(targets, works_seen(student, rows)))
            });
            Ok(stands.collect())
        }
    }

    /// A student's works, as far as whoever looks may see them, with the road of each target they are meant to show.
    fn works_seen(student: &Student, rows: Vec<StandRow>) -> Vec<(WorkId, String, Language, TargetRoad)> {
        let mut shown: Vec<(WorkId, String, Language, TargetRoad)> = Vec::new();
        for row in rows {
            let audience = Work::audience_of(row.audience, row.kept_at.is_some());
            if !student.standing.may(Action::SeeWork, audience) {
                continue;
            }
            let is_same = |(work, _, _, road): &(WorkId, String, Language, TargetRoad)| {
                *work == row.work_id && road.target_id == row.target_id
            };
            if !shown.last().is_some_and(is_same) {
                let road = TargetRoad { target_id: row.target_id, answers: Vec::new() };
                shown.push((row.work_id, row.title, row.language, road));
            }
            if let (Some(_), Some((_, _, _, road))) = (row.check_id, shown.last_mut()) {
                road.answers.push(row.answer);
            }
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_target(builds_on: &[&Target]) -> Target {
        Target {
            id: TargetId::new(),
            subject: "Mathematics".into(),
            statement: "I can halve anything".into(),
            criteria: "Both halves are equal".into(),
            version: 1,
            is_withdrawn: false,
            builds_on: builds_on.iter().map(|below| below.id.clone()).collect(),
        }
    }

    fn shown(target: &Target, answers: &[Option<Mastery>]) -> (WorkId, String, Language, TargetRoad) {
        let road = TargetRoad { target_id: target.id.clone(), answers: answers.to_vec() };
        (WorkId::new(), "Half of the garden".into(), Language::english(), road)
    }

    fn standings(targets: &[Target], works: Vec<(WorkId, String, Language, TargetRoad)>) -> Vec<TargetStanding> {
        stands(targets, works).into_iter().map(|stand| stand.standing).collect()
    }

    #[test]
    fn what_builds_on_something_is_open_when_that_is_mastered() {
        use TargetStanding::{Ahead, Begun, Mastered, Open};
        let first = a_target(&[]);
        let targets = [first.clone(), a_target(&[&first])];
        assert_eq!(standings(&targets, vec![]), [Open, Ahead]);
        assert_eq!(standings(&targets, vec![shown(&first, &[])]), [Begun, Ahead]);
        let mastered = shown(&first, &[Some(Mastery::NotYet), Some(Mastery::Mastered)]);
        assert_eq!(standings(&targets, vec![mastered]), [Mastered, Open]);
    }

    #[test]
    fn what_is_mastered_in_one_work_stays_so_whatever_else_is_tried() {
        let target = a_target(&[]);
        let works = vec![
            shown(&target, &[Some(Mastery::NotYet)]),
            shown(&target, &[None]),
            shown(&target, &[Some(Mastery::Mastered)]),
        ];
        let stands = stands(&[target], works);
        let standings: Vec<_> = stands[0].works.iter().map(|work| work.standing).collect();
        assert_eq!(standings, [TargetStanding::Mastered, TargetStanding::InCheck, TargetStanding::NotYet]);
    }
}
