//! Arranging the portfolio: the welcome, the shelves, what stands on them and in which order. The student alone does it.

mod store {
    use crate::arranging::{Side, put};
    use crate::id::{PersonId, SchoolId, ShelfId, StatementId, WorkId};
    use crate::language::Language;
    use crate::policy::Audience;
    use crate::portfolio::{limit, roads, state};
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, one, run};
    use crate::work::WorkState;

    /// The student's words to whoever opens the portfolio.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct Welcome {
        pub welcome: String,
        pub language: Language,
        /// What a change must have been made from; 0 before there are any words.
        pub version: i64,
    }

    /// A shelf to be arranged, with the works on it in order.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct ShelfRow {
        pub id: ShelfId,
        /// A statement's words, where the shelf is one.
        pub name: String,
        pub about: String,
        /// The statement it is, when it is one.
        pub statement_id: Option<StatementId>,
        /// Whether that statement is set aside: then nobody sees the shelf.
        pub is_aside: bool,
        pub version: i64,
        #[sqlx(skip)]
        pub works: Vec<WorkId>,
    }

    /// A work that can stand on a shelf: any that is no draft any more.
    #[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
    pub struct WorkRow {
        pub id: WorkId,
        pub title: String,
        pub language: Language,
        pub audience: Audience,
        roads: Option<String>,
    }

    impl WorkRow {
        /// Where it is on its road.
        pub fn state(&self) -> WorkState {
            state(self.roads.as_deref())
        }
    }

    /// What a shelf is called, what it is about, and what is to stand on it.
    #[derive(Clone, Debug)]
    pub struct NewShelf {
        pub name: String,
        pub about: String,
        pub works: Vec<WorkId>,
    }

    /// Everything the student arranges.
    #[derive(Clone, Debug)]
    pub struct Arrangement {
        pub school_id: SchoolId,
        pub student_id: PersonId,
        pub shelves: Vec<ShelfRow>,
        /// Every work that can stand on a shelf, the newest first.
        pub works: Vec<WorkRow>,
    }

    impl Welcome {
        /// A student's welcome, if they wrote one.
        pub async fn of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Option<Self>, StoreError> {
            maybe!(
                conn,
                "SELECT welcome, language, version FROM portfolio WHERE school_id = $1 AND student_id = $2",
                school,
                student
            )
        }

        /// Keeps these words, when the ones there are still those they were made from (`version`).
        pub async fn keep(&self, tx: &mut Tx, school: &SchoolId, student: &PersonId) -> Result<Saved, StoreError> {
            // The first words are made from nothing, and nothing else.
            let kept = if self.version == 0 {
                run!(
                    tx,
                    "INSERT INTO portfolio (student_id, school_id, welcome, language, version)
                     VALUES ($1, $2, $3, $4, 1) ON CONFLICT (student_id) DO NOTHING",
                    student,
                    school,
                    &self.welcome,
                    &self.language
                )?
            } else {
                run!(
                    tx,
                    "UPDATE portfolio SET welcome = $3, language = $4, version = version + 1
                     WHERE student_id = $1 AND school_id = $2 AND version = $5",
                    student,
                    school,
                    &self.welcome,
                    &self.language,
                    self.version
                )?
            };
            Ok(Saved::unless_stale(kept))
        }
    }

    impl Arrangement {
        /// What there is to arrange.
        pub async fn of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Self, StoreError> {
            let mut shelves: Vec<ShelfRow> = all!(
                conn,
                "SELECT shelf.id, COALESCE(statement.text, shelf.name) AS name, shelf.description AS about, statement_id,
                    (statement.set_aside_at IS NOT NULL) AS is_aside, shelf.version
                 FROM shelf LEFT JOIN statement ON statement.id = shelf.statement_id
                 WHERE shelf.school_id = $1 AND shelf.student_id = $2 ORDER BY shelf.position, shelf.id",
                school,
                student
            )?;
            let stands: Vec<(ShelfId, WorkId)> = all!(
                conn,
                "SELECT shelf_id, work_id FROM shelf_work JOIN shelf ON shelf.id = shelf_id
                 JOIN work ON work.id = work_id
                 WHERE shelf_work.school_id = $1 AND shelf.student_id = $2 AND work.kept_at IS NOT NULL
                    AND work.binned_at IS NULL
                 ORDER BY shelf_work.position, work.kept_at DESC, work_id",
                school,
                student
            )?;
            for (shelf, work) in stands {
                if let Some(shelf) = shelves.iter_mut().find(|known| known.id == shelf) {
                    shelf.works.push(work);
                }
            }
            let works = all!(
                conn,
                concat!(
                    "SELECT work.id, title, language, audience, ",
                    roads!(),
                    " AS roads FROM work WHERE school_id = $1 AND student_id = $2 AND kept_at IS NOT NULL
                        AND binned_at IS NULL
                     ORDER BY kept_at DESC, work.id"
                ),
                school,
                student
            )?;
            Ok(Self { school_id: school.clone(), student_id: student.clone(), shelves, works })
        }

        /// Like [`Arrangement::of`], holding up every other change to this student's shelves until the transaction ends.
        pub async fn held(tx: &mut Tx, school: &SchoolId, student: &PersonId) -> Result<Self, StoreError> {
            run!(tx, "UPDATE person SET name = name WHERE school_id = $1 AND id = $2", school, student)?;
            Self::of(tx, school, student).await
        }

        /// Whose shelf this is.
        pub async fn student_of(
            conn: &mut Conn,
            school: &SchoolId,
            shelf: &ShelfId,
        ) -> Result<Option<PersonId>, StoreError> {
            let found: Option<(PersonId,)> =
                maybe!(conn, "SELECT student_id FROM shelf WHERE school_id = $1 AND id = $2", school, shelf)?;
            Ok(found.map(|(student,)| student))
        }

        /// The shelf with this id.
        pub fn shelf(&self, id: &ShelfId) -> Option<&ShelfRow> {
            self.shelves.iter().find(|shelf| shelf.id == *id)
        }

        /// The work with this id.
        pub fn work(&self, id: &WorkId) -> Option<&WorkRow> {
            self.works.iter().find(|work| work.id == *id)
        }

        /// The works that stand on no shelf.
        pub fn loose(&self) -> impl Iterator<Item = &WorkRow> {
            self.works.iter().filter(|work| !self.shelves.iter().any(|shelf| shelf.works.contains(&work.id)))
        }

        /// Adds a shelf below the others. One whose id is there already is not added again.
        pub async fn add_shelf(&self, tx: &mut Tx, id: &ShelfId, new: &NewShelf) -> Result<Saved<ShelfId>, StoreError> {
            if self.shelves.iter().any(|shelf| shelf.id == *id && shelf.name == new.name) {
                return Ok(Saved::Kept(id.clone()));
            }
            if self.shelves.len() >= limit::SHELVES {
                return Ok(Saved::Full);
            }
            let mut id = id.clone();
            if !self.insert_shelf(tx, &id, new).await? {
                // Somebody else's id, or an old form with other words: a new shelf all the same.
                id = ShelfId::new();
                self.insert_shelf(tx, &id, new).await?;
            }
            self.stand(tx, &id, &[], &new.works).await?;
            Ok(Saved::Kept(id))
        }

        async fn insert_shelf(&self, tx: &mut Tx, id: &ShelfId, new: &NewShelf) -> Result<bool, StoreError> {
            let (last,): (i64,) = one!(
                tx,
                "SELECT coalesce(max(position), 0) FROM shelf WHERE school_id = $1 AND student_id = $2",
                &self.school_id,
                &self.student_id
            )?;
            let added = run!(
                tx,
                "INSERT INTO shelf (id, school_id, student_id, name, description, position, version)
                 VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (id) DO NOTHING",
                id,
                &self.school_id,
                &self.student_id,
                &new.name,
                &new.about,
                last + 1
            )?;
            Ok(added == 1)
        }

        /// Changes a shelf, when it is still the version the change was made from. What stays keeps its place; what
        /// comes stands at the end.
        pub async fn change_shelf(
            &self,
            tx: &mut Tx,
            shelf: &ShelfRow,
            from_version: i64,
            new: &NewShelf,
        ) -> Result<Saved, StoreError> {
            let changed = run!(
                tx,
                "UPDATE shelf SET name = $4, description = $5, version = version + 1
                 WHERE school_id = $1 AND id = $2 AND version = $3",
                &self.school_id,
                &shelf.id,
                from_version,
                &new.name,
                &new.about
            )?;
            if changed == 0 {
                return Ok(Saved::Stale);
            }
            self.stand(tx, &shelf.id, &shelf.works, &new.works).await?;
            Ok(Saved::Kept(()))
        }

        /// Puts on a shelf the works that are named, and no others; only the student's own are.
        async fn stand(
            &self,
            tx: &mut Tx,
            shelf: &ShelfId,
            before: &[WorkId],
            named: &[WorkId],
        ) -> Result<(), StoreError> {
            let stays = before.iter().filter(|work| named.contains(work));
            let comes = self.works.iter().map(|work| &work.id);
            let comes = comes.filter(|work| named.contains(work) && !before.contains(work));
            let order: Vec<WorkId> = stays.chain(comes).cloned().collect();
            run!(tx, "DELETE FROM shelf_work WHERE school_id = $1 AND shelf_id = $2", &self.school_id, shelf)?;
            for (place, work) in order.iter().enumerate() {
                run!(
                    tx,
                    "INSERT INTO shelf_work (school_id, shelf_id, work_id, position) VALUES ($1, $2, $3, $4)",
                    &self.school_id,
                    shelf,
                    work,
                    place as i64 + 1
                )?;
            }
            Ok(())
        }

        /// What a family tells stands on no shelf any more that is taken away.
        pub async fn clear_shelf(&self, tx: &mut Tx, shelf: &ShelfId) -> Result<(), StoreError> {
            run!(
                tx,
                "UPDATE testimony SET shelf_id = NULL WHERE school_id = $1 AND student_id = $2 AND shelf_id = $3",
                &self.school_id,
                &self.student_id,
                shelf
            )?;
            Ok(())
        }

        /// Puts a shelf before or after another. One that is not there moves nothing.
        pub async fn put_shelf(
            &self,
            tx: &mut Tx,
            shelf: &ShelfId,
            side: Side,
            other: &ShelfId,
        ) -> Result<(), StoreError> {
            let order: Vec<ShelfId> = self.shelves.iter().map(|shelf| shelf.id.clone()).collect();
            for (place, id) in put(&order, shelf, side, other).iter().enumerate() {
                run!(
                    tx,
                    "UPDATE shelf SET position = $3 WHERE school_id = $1 AND id = $2",
                    &self.school_id,
                    id,
                    place as i64 + 1
                )?;
            }
            Ok(())
        }

        /// Puts a work before or after another on the same shelf. One that is not there moves nothing.
        pub async fn put_work(
            &self,
            tx: &mut Tx,
            shelf: &ShelfRow,
            work: &WorkId,
            side: Side,
            other: &WorkId,
        ) -> Result<(), StoreError> {
            for (place, id) in put(&shelf.works, work, side, other).iter().enumerate() {
                run!(
                    tx,
                    "UPDATE shelf_work SET position = $4 WHERE school_id = $1 AND shelf_id = $2 AND work_id = $3",
                    &self.school_id,
                    &shelf.id,
                    id,
                    place as i64 + 1
                )?;
            }
            Ok(())
        }
    }
}

pub use store::{Arrangement, NewShelf, ShelfRow, Welcome, WorkRow};
