//! The demo school's statements: who worded them, what speaks for them, and what is said beside them.

use kinfolio::at::At;
use kinfolio::definition::{
    self, Beside, Definition, Evidence, EvidenceKind, NewRemark, Remark, RemarkKind, Section, Statement, Tie, Tied,
};
use kinfolio::id::*;
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
