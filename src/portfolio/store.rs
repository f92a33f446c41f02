//! The portfolio in the database, as whoever looks may see it.

use super::statement::{Behind, Open};
use super::*;
use crate::id::{PictureId, TargetId};
use crate::person::Student;
use crate::policy::{Action, Audience};
use crate::store::{Conn, StoreError, all, maybe};
use crate::work::{Mastery, TargetRoad};

/// The audiences whose works are shown; see [`Standing::audiences`](crate::policy::Standing::audiences).
type OpenAudiences = [Audience; Audience::ALL.len()];

/// What stands at the head of it.
#[derive(sqlx::FromRow)]
struct HeadRow {
    welcome: Option<String>,
    welcome_language: Option<Language>,
    accent: Option<Accent>,
    #[sqlx(flatten)]
    front: FrontRow,
}

/// A picture, where there is one.
#[derive(sqlx::FromRow)]
struct FrontRow {
    picture_id: Option<PictureId>,
    description: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
}

impl FrontRow {
    fn picture(self) -> Option<Picture> {
        Some(Picture {
            id: self.picture_id?,
            description: self.description.unwrap_or_default(),
            width: self.width.unwrap_or_default(),
            height: self.height.unwrap_or_default(),
            is_decorative: false,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ShelfOfWork {
    id: ShelfId,
    name: String,
    about: String,
    #[sqlx(flatten)]
    behind: Behind,
}

/// A work on one of its shelves.
#[derive(sqlx::FromRow)]
struct ShelvedWorkRow {
    shelf_id: Option<ShelfId>,
    work_id: WorkId,
    title: String,
    language: Language,
    roads: Option<String>,
    beginning: Option<String>,
    #[sqlx(flatten)]
    front: FrontRow,
}

impl ShelvedWorkRow {
    fn stand(self) -> ShelvedWork {
        ShelvedWork {
            work: self.work_id,
            title: self.title,
            language: self.language,
            state: state(self.roads.as_deref()),
            picture: self.front.picture(),
            beginning: self.beginning.unwrap_or_default(),
        }
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
          LEFT JOIN mastery_check ON mastery_check.work_id = work_target.work_id AND mastery_check.withdrawn_at IS NULL
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
    /// A student's portfolio, as far as it is open to whoever looks. Few queries: families open it on old phones.
    pub async fn seen(conn: &mut Conn, student: &Student) -> Result<Self, StoreError> {
        let Some(open) = student.standing.audiences(Action::SeeWork) else { return Ok(Self::default()) };
        let mut portfolio = Self::head(conn, student, open).await?;
        portfolio.put_all(conn, student, open).await?;
        for told in Testimony::standing(conn, student).await? {
            let shelf = told.answer.shelf_id.clone();
            match portfolio.shelves.iter_mut().find(|known| Some(&known.id) == shelf.as_ref()) {
                Some(shelf) => shelf.told.push(told),
                None => portfolio.told.push(told),
            }
        }
        portfolio.shelves.retain(|shelf| !shelf.works.is_empty() || !shelf.told.is_empty());
        portfolio.mastered_on_no_shelf();
        Ok(portfolio)
    }

    /// The mastered works that stand on no shelf, as in [`Portfolio::seen`], and nothing else of it.
    pub async fn loose(conn: &mut Conn, student: &Student) -> Result<Vec<ShelvedWork>, StoreError> {
        let Some(open) = student.standing.audiences(Action::SeeWork) else { return Ok(Vec::new()) };
        let mut portfolio = Self::default();
        portfolio.put_all(conn, student, open).await?;
        portfolio.mastered_on_no_shelf();
        Ok(portfolio.mastered)
    }

    /// Puts every work on its shelf.
    async fn put_all(&mut self, conn: &mut Conn, student: &Student, open: OpenAudiences) -> Result<(), StoreError> {
        self.shelves = shelves(conn, student).await?;
        for row in stands(conn, student, open).await? {
            let shelf = row.shelf_id.clone();
            self.put(shelf, row.stand());
        }
        Ok(())
    }

    async fn head(conn: &mut Conn, student: &Student, open: OpenAudiences) -> Result<Self, StoreError> {
        let head: Option<HeadRow> = maybe!(
            conn,
            "SELECT portfolio.welcome, portfolio.language AS welcome_language, cover.accent,
                picture.id AS picture_id, picture.description, picture.width, picture.height
             FROM person
             LEFT JOIN portfolio ON portfolio.student_id = person.id
             LEFT JOIN cover ON cover.student_id = person.id
             LEFT JOIN picture ON picture.id = cover.picture_id
                AND EXISTS (SELECT 1 FROM work WHERE work.id = picture.work_id AND work.student_id = person.id
                    AND work.kept_at IS NOT NULL AND work.binned_at IS NULL AND work.audience IN ($3, $4, $5, $6))
                AND EXISTS (SELECT 1 FROM revision_picture
                    JOIN revision ON revision.id = revision_picture.revision_id
                    WHERE revision_picture.picture_id = picture.id AND revision.number = (
                        SELECT max(newest.number) FROM revision newest WHERE newest.work_id = picture.work_id))
             WHERE person.school_id = $1 AND person.id = $2",
            &student.school_id,
            &student.id,
            open[0],
            open[1],
            open[2],
            open[3]
        )?;
        let Some(head) = head else { return Ok(Self::default()) };
        let welcome = head.welcome.filter(|words| !words.is_empty()).zip(head.welcome_language);
        let accent = head.accent.unwrap_or_default();
        Ok(Self { welcome, accent, cover: head.front.picture(), ..Self::default() })
    }

    /// Puts a work on its shelf, or, for now, with the works that stand on none.
    fn put(&mut self, shelf: Option<ShelfId>, stand: ShelvedWork) {
        match self.shelves.iter_mut().find(|known| Some(&known.id) == shelf.as_ref()) {
            Some(shelf) => shelf.works.push(stand),
            None => self.mastered.push(stand),
        }
    }

    /// Of the works on no shelf that is shown, only the mastered ones are, and each once.
    fn mastered_on_no_shelf(&mut self) {
        let mut shown: std::collections::HashSet<WorkId> =
            self.shelves.iter().flat_map(|shelf| &shelf.works).map(|stand| stand.work.clone()).collect();
        self.mastered.retain(|stand| stand.state == WorkState::Mastered && shown.insert(stand.work.clone()));
    }
}

/// The shelves that whoever looks may see, empty still, in the student's order.
async fn shelves(conn: &mut Conn, student: &Student) -> Result<Vec<Shelf>, StoreError> {
    let rows: Vec<ShelfOfWork> = all!(
        conn,
        "SELECT shelf.id, shelf.name, shelf.description AS about, shelf.statement_id, statement.text AS statement_text,
            statement.language AS statement_language, (statement.set_aside_at IS NOT NULL) AS statement_aside, section,
            definition_id
         FROM shelf LEFT JOIN statement ON statement.id = shelf.statement_id
         WHERE shelf.school_id = $1 AND shelf.student_id = $2 ORDER BY shelf.position, shelf.id",
        &student.school_id,
        &student.id
    )?;
    let mut sections = Open::default();
    let mut shelves = Vec::new();
    for row in rows {
        if sections.may_see(conn, &student.school_id, (&student.id, student.standing), &row.behind).await? {
            shelves.push(Shelf {
                id: row.id,
                name: row.behind.statement_text.unwrap_or(row.name),
                language: row.behind.statement_language,
                about: row.about,
                statement: row.behind.statement_id,
                works: Vec::new(),
                told: Vec::new(),
            });
        }
    }
    Ok(shelves)
}

/// Every work that whoever looks may see, once for each shelf it stands on.
async fn stands(conn: &mut Conn, student: &Student, open: OpenAudiences) -> Result<Vec<ShelvedWorkRow>, StoreError> {
    all!(
        conn,
        concat!(
            "SELECT shelf_work.shelf_id, work.id AS work_id, work.title, work.language, ",
            roads!(),
            " AS roads, substr(revision.text, 1, 400) AS beginning, picture.id AS picture_id,
                picture.description, picture.width, picture.height
             FROM work
             LEFT JOIN shelf_work ON shelf_work.work_id = work.id
             LEFT JOIN revision ON revision.work_id = work.id AND revision.number = (
                SELECT max(newest.number) FROM revision newest WHERE newest.work_id = work.id)
             LEFT JOIN picture ON picture.id = (
                SELECT picture_id FROM revision_picture
                WHERE revision_id = revision.id ORDER BY position LIMIT 1)
             WHERE work.school_id = $1 AND work.student_id = $2 AND work.kept_at IS NOT NULL
                AND work.binned_at IS NULL AND work.audience IN ($3, $4, $5, $6)
             ORDER BY shelf_work.position, work.kept_at DESC, work.id"
        ),
        &student.school_id,
        &student.id,
        open[0],
        open[1],
        open[2],
        open[3]
    )
}
