//! The portfolio: mastered, or otherwise chosen, work on shelves that the student names.

mod arrange;

use crate::id::{ShelfId, WorkId};
use crate::language::Language;
use crate::work::{Picture, WorkState};

#[cfg(feature = "store")]
pub use arrange::{Arrangement, NewShelf, ShelfRow, Welcome, WorkRow};

/// How much fits, in characters.
pub mod limit {
    /// The words that welcome whoever opens the portfolio, and what a shelf is about.
    pub const WELCOME: usize = 2_000;
    pub const ABOUT: usize = 600;
    /// Shelves of one student.
    pub const SHELVES: usize = 30;
}

/// A portfolio, as far as it is open to whoever looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    /// The student's words to whoever opens it.
    pub welcome: Option<(String, Language)>,
    /// In the student's order; only those on which something stands.
    pub shelves: Vec<Shelf>,
    /// Mastered work that stands on no shelf, the newest first.
    pub mastered: Vec<Stand>,
}

/// A shelf, with what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    pub id: ShelfId,
    pub name: String,
    pub about: String,
    pub works: Vec<Stand>,
}

/// A work as it stands on a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub work: WorkId,
    pub title: String,
    pub language: Language,
    pub state: WorkState,
    /// The picture it shows first.
    pub picture: Option<Picture>,
    /// The beginning of its text, as it was written.
    pub beginning: String,
}

#[cfg(feature = "store")]
mod store {
    use super::*;
    use crate::id::{PictureId, TargetId};
    use crate::person::Student;
    use crate::policy::Audience;
    use crate::store::{Conn, StoreError, all};
    use crate::work::{Mastery, TargetRoad};

    /// A work on one of its shelves; and, in every row, the welcome.
    #[derive(sqlx::FromRow)]
    struct Row {
        welcome: Option<String>,
        welcome_language: Option<Language>,
        shelf_id: Option<ShelfId>,
        shelf_name: Option<String>,
        shelf_about: Option<String>,
        work_id: Option<WorkId>,
        title: Option<String>,
        language: Option<Language>,
        roads: Option<String>,
        beginning: Option<String>,
        picture_id: Option<PictureId>,
        description: Option<String>,
        width: Option<i64>,
        height: Option<i64>,
    }

    impl Row {
        fn stand(&self) -> Option<Stand> {
            let picture = self.picture_id.clone().map(|id| Picture {
                id,
                description: self.description.clone().unwrap_or_default(),
                width: self.width.unwrap_or_default(),
                height: self.height.unwrap_or_default(),
                is_decorative: false,
            });
            Some(Stand {
                work: self.work_id.clone()?,
                title: self.title.clone()?,
                language: self.language.clone()?,
                state: state(self.roads.as_deref()),
                picture,
                beginning: self.beginning.clone().unwrap_or_default(),
            })
        }
    }

    /// In SQL, what was answered for each target of `work`, the oldest first: "target:answer target:answer". `-` stands
    /// for a check that did not ask about this target (or for no check), `?` for an answer that is awaited.
    macro_rules! roads {
        () => {
            "(SELECT string_agg(work_target.target_id || ':' ||
                CASE WHEN check_answer.target_id IS NULL THEN '-' ELSE coalesce(check_answer.answer, '?') END, ' '
                ORDER BY work_target.target_id, mastery_check.asked_at)
              FROM work_target
              LEFT JOIN mastery_check ON mastery_check.work_id = work_target.work_id
              LEFT JOIN check_answer
                ON check_answer.check_id = mastery_check.id AND check_answer.target_id = work_target.target_id
              WHERE work_target.work_id = work.id)"
        };
    }
    pub(super) use roads;

    /// The state of a kept work that came this far (see `roads!`).
    pub(super) fn state(roads: Option<&str>) -> WorkState {
        let mut targets: Vec<TargetRoad> = Vec::new();
        for (target, answer) in roads.unwrap_or_default().split(' ').filter_map(|step| step.split_once(':')) {
            let Some(target_id) = TargetId::parse(target) else { continue };
            if targets.last().is_none_or(|road| road.target_id != target_id) {
                targets.push(TargetRoad { target_id, answers: Vec::new() });
            }
            if let (Some(road), true) = (targets.last_mut(), answer != "-") {
                road.answers.push(Mastery::named(answer));
            }
        }
        WorkState::of(true, &targets)
    }

    impl Portfolio {
        /// A student's portfolio, as far as it is open to whoever looks. One query: families open it on old phones.
        pub async fn seen(conn: &mut Conn, student: &Student) -> Result<Self, StoreError> {
            let Some(from) = student.standing.sees_from() else { return Ok(Self::default()) };
            let seen: Vec<Audience> = Audience::ALL.iter().copied().filter(|audience| *audience >= from).collect();
            let audience = |place: usize| seen.get(place).copied().unwrap_or(Audience::Conference);
            let rows: Vec<Row> = all!(
                conn,
                concat!(
                    "SELECT portfolio.welcome, portfolio.language AS welcome_language, shelf.id AS shelf_id,
                        shelf.name AS shelf_name, shelf.description AS shelf_about, work.id AS work_id, work.title,
                        work.language, ",
                    roads!(),
                    " AS roads, substr(revision.text, 1, 400) AS beginning, picture.id AS picture_id,
                        picture.description, picture.width, picture.height
                     FROM person
                     LEFT JOIN portfolio ON portfolio.student_id = person.id
                     LEFT JOIN work ON work.student_id = person.id AND work.school_id = $1
                        AND work.kept_at IS NOT NULL AND work.audience IN ($3, $4, $5, $6)
                     LEFT JOIN shelf_work ON shelf_work.work_id = work.id
                     LEFT JOIN shelf ON shelf.id = shelf_work.shelf_id
                     LEFT JOIN revision ON revision.work_id = work.id AND revision.number = (
                        SELECT max(newest.number) FROM revision newest WHERE newest.work_id = work.id)
                     LEFT JOIN picture ON picture.id = (
                        SELECT picture_id FROM revision_picture
                        WHERE revision_id = revision.id ORDER BY position LIMIT 1)
                     WHERE person.school_id = $1 AND person.id = $2
                     ORDER BY shelf.position, shelf.id, shelf_work.position, work.kept_at DESC, work.id"
                ),
                &student.school_id,
                &student.id,
                audience(0),
                audience(1),
                audience(2),
                audience(3)
            )?;
            Ok(Self::sorted(rows))
        }

        fn sorted(rows: Vec<Row>) -> Self {
            let mut portfolio = Self::default();
            for row in rows {
                if portfolio.welcome.is_none() {
                    let words = row.welcome.clone().filter(|welcome| !welcome.is_empty());
                    portfolio.welcome = words.zip(row.welcome_language.clone());
                }
                let Some(stand) = row.stand() else { continue };
                match (row.shelf_id, row.shelf_name) {
                    (Some(id), Some(name)) => match portfolio.shelves.last_mut() {
                        Some(shelf) if shelf.id == id => shelf.works.push(stand),
                        _ => {
                            let about = row.shelf_about.unwrap_or_default();
                            portfolio.shelves.push(Shelf { id, name, about, works: vec![stand] });
                        }
                    },
                    _ if stand.state == WorkState::Mastered => portfolio.mastered.push(stand),
                    _ => {}
                }
            }
            portfolio
        }
    }
}

#[cfg(feature = "store")]
use store::{roads, state};

impl Portfolio {
    /// Whether there is nothing to see in it yet.
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty() && self.mastered.is_empty()
    }

    /// How many works there are to see, each counted once.
    pub fn count(&self) -> usize {
        let works = self.shelves.iter().flat_map(|shelf| &shelf.works).chain(&self.mastered);
        works.map(|stand| &stand.work).collect::<std::collections::HashSet<_>>().len()
    }
}
