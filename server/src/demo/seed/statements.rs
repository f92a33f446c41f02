//! The demo school's statements: who worded them, what speaks for them, and what is said beside them.

use kinfolio::at::At;
use kinfolio::definition::{
    self, Beside, Definition, Evidence, EvidenceKind, NewRemark, Remark, RemarkKind, Section, Statement, Tie, Tied,
};
use kinfolio::id::*;
use kinfolio::rendition::{Original, Rendition, WordsOf};
use kinfolio::store::Tx;

use super::definitions::STUDENT;
use super::{Filling, Seeded, kept, language, named};
use crate::demo::data::{self, DemoSource};

impl Filling {
    /// Adds a statement, or puts the one that is there in these words. What stays of the words before stays whose it was.
    pub(super) async fn wording(
        &mut self,
        tx: &mut Tx,
        definition: &Definition,
        statement: &data::DemoStatement,
        wording: &data::DemoWording,
        at: At,
    ) -> Seeded {
        let writing = definition::StatementWriting {
            text: wording.text.clone(),
            language: language(&statement.language)?,
            cites: self.ids(&self.contributions, &statement.cites)?,
            cited_before: Vec::new(),
            written_by: self.person(&wording.by)?.id.clone(),
        };
        let section = named(Section::named(&statement.section), &statement.section)?;
        if let Some(id) = self.statements.get(&statement.key) {
            let all = Statement::of_definition(tx, definition, STUDENT).await?;
            let there = all.into_iter().find(|there| there.id == *id).ok_or("a statement went missing")?;
            let words = definition::Words::Typed { from_version: there.version };
            return kept(there.rewrite(tx, definition, words, &writing, at).await?);
        }
        let id = kept(Statement::add(tx, definition, section, &StatementId::new(), &writing, at).await?)?;
        self.statements.insert(statement.key.clone(), id);
        Ok(())
    }

    pub(super) async fn rendition(&self, tx: &mut Tx, told: &data::DemoRendition) -> Seeded {
        let (by, at) = (self.viewer(&told.by)?, self.at(&told.when));
        let statement = self.id(&self.statements, &told.statement)?;
        let original = Original::seen_by(tx, &by, WordsOf::Statement, statement.as_str()).await?;
        let original = original.ok_or("a statement cannot be read by whoever translates it")?;
        let words = (told.text.as_str(), None, &language(&told.language)?, false);
        original.render(tx, (&by.school_id, &by.person_id), words, at).await?;
        let Some(checker) = &told.checked_by else { return Ok(()) };
        let beside = Rendition::beside(tx, &by.school_id, [statement.as_str()]).await?;
        let there = beside.into_iter().find(|one| one.made_by == by.person_id).ok_or("a translation went missing")?;
        kept(there.check(tx, &self.viewer(checker)?, there.made_at.0, at.plus_days(1)).await?)
    }

    pub(super) async fn evidence(&self, tx: &mut Tx, definition: &Definition, told: &data::DemoEvidence) -> Seeded {
        let (work, story) = match &told.source {
            DemoSource::Work(work) => (Some(self.id(&self.works, work)?), String::new()),
            DemoSource::Story(story) => (None, story.clone()),
        };
        let tie = Tie {
            work,
            story,
            kind: named(EvidenceKind::named(&told.kind), &told.kind)?,
            why: told.why.clone(),
            language: language(&told.language)?,
        };
        let statement = self.id(&self.statements, &told.statement)?;
        match Evidence::add(tx, definition, &statement, &EvidenceId::new(), &tie, self.at(&told.when)).await? {
            Tied::Kept(_) => Ok(()),
            Tied::Already(_) => Err(format!("a work speaks for {} twice", told.statement).into()),
        }
    }

    /// Somebody sees it differently: both stay side by side.
    pub(super) async fn view(&self, tx: &mut Tx, definition: &Definition, told: &data::View) -> Seeded {
        let beside = Beside::Statement(self.id(&self.statements, &told.statement)?);
        self.say(tx, definition, RemarkKind::View, beside, &told.said).await
    }

    pub(super) async fn talk(&self, tx: &mut Tx, definition: &Definition, told: &data::Talk) -> Seeded {
        let beside = match self.statements.get(&told.beside) {
            Some(statement) => Beside::Statement(statement.clone()),
            None => Beside::Contribution(self.id(&self.contributions, &told.beside)?),
        };
        for said in &told.said {
            self.say(tx, definition, RemarkKind::Talk, beside.clone(), said).await?;
        }
        if let Some(when) = &told.settled {
            Remark::settle(tx, definition, &beside, self.at(when)).await?;
        }
        Ok(())
    }

    async fn say(
        &self,
        tx: &mut Tx,
        definition: &Definition,
        kind: RemarkKind,
        beside: Beside,
        said: &data::DemoSaid,
    ) -> Seeded {
        let new = NewRemark {
            id: RemarkId::new(),
            kind,
            beside,
            author_id: self.person(&said.by)?.id.clone(),
            text: said.text.clone(),
            language: language(&said.language)?,
        };
        Ok(Remark::say(tx, definition, &new, self.at(&said.when)).await?)
    }
}
