//! What the demo school's portfolios look like, and what families tell.

use kinfolio::definition::Saying;
use kinfolio::id::{ShelfId, TestimonyId};
use kinfolio::policy::Audience;
use kinfolio::portfolio::{Accent, Arrangement, Cover};
use kinfolio::store::Tx;
use kinfolio::testimony::{Decision, Kind, NewTestimony, Testimony, Told};
use kinfolio::work::Work;

use super::{Filling, Or, Seeded, kept, language, named};
use crate::demo::data;

impl Filling {
    /// A portfolio's front, its accent, and the statements that are shelves.
    pub(super) async fn look(&self, tx: &mut Tx, portfolio: &data::DemoPortfolio) -> Seeded {
        let student = self.student(tx, &portfolio.student).await?;
        let mut picture_id = None;
        if let Some(cover) = &portfolio.cover {
            let viewer = self.viewer(&portfolio.student)?;
            let id = self.id(&self.works, &cover.work)?;
            let (work, _) = Work::find(tx, &viewer, &id).await?.ok_or("the work on the front is there")?;
            let latest = work.latest(tx).await?.ok_or("a work has a revision")?;
            let picture = latest.pictures.get(cover.place).ok_or("the picture on the front is there")?;
            picture_id = Some(picture.id.clone());
        }
        let accent = named(Accent::named(&portfolio.accent), &portfolio.accent)?;
        kept(Cover { picture_id, accent, version: 0 }.keep(tx, &self.school.id, &student.id).await?)?;
        for key in &portfolio.statements {
            let id = self.id(&self.statements, key)?;
            let arrangement = Arrangement::held(tx, &self.school.id, &student.id).await?;
            let statements = Arrangement::statements(tx, &student).await?;
            let statement = statements.iter().find(|statement| statement.id == id);
            kept(arrangement.add_statement(tx, statement.ok_or("the statement is there")?).await?)?;
        }
        Ok(())
    }

    /// Somebody's words about a student, and what the student said to them.
    pub(super) async fn testimony(&self, tx: &mut Tx, told: &data::DemoTestimony) -> Seeded {
        let student = self.student(tx, &told.student).await?;
        let author = self.viewer(&told.by)?;
        let new = NewTestimony {
            id: TestimonyId::new(),
            told: Told {
                kind: named(Kind::named(&told.kind), &told.kind)?,
                title: told.title.clone(),
                place: told.place.clone(),
                said: Saying::typed(&told.text, language(&told.language)?),
            },
        };
        let at = self.at(&told.when);
        let id = kept(Testimony::tell(tx, &student, &author, &new, at).await?)?;
        let Some(answer) = &told.answer else { return Ok(()) };
        let decision = Decision {
            stands: answer.stands,
            shelf: self.shelf(tx, &told.student, answer.shelf.as_deref()).await?,
            audience: named(Audience::named(&answer.audience), &answer.audience)?,
            thanks: answer.thanks.clone(),
            language: language(&answer.language)?,
        };
        let kept = Testimony::find(tx, &author, &id).await?.ok_or("what was told is there")?;
        super::kept(kept.answer(tx, (kept.version, kept.answer.answers), &decision, at.plus_days(1)).await?)?;
        Ok(())
    }

    /// A student's shelf, by name.
    async fn shelf(&self, tx: &mut Tx, student: &str, name: Option<&str>) -> Or<Option<ShelfId>> {
        let Some(name) = name else { return Ok(None) };
        let student = &self.person(student)?.id;
        let arrangement = Arrangement::of(tx, &self.school.id, student).await?;
        let shelf = arrangement.shelves.into_iter().find(|shelf| shelf.name == name);
        Ok(Some(named(shelf, name)?.id))
    }
}
