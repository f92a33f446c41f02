//! What the demo school's students learn and make: targets, works with feedback and checks, portfolios.

use kinfolio::at::At;
use kinfolio::id::*;
use kinfolio::person::Viewer;
use kinfolio::policy::Audience;
use kinfolio::portfolio::{Arrangement, NewShelf, Welcome};
use kinfolio::store::Tx;
use kinfolio::target::{self, Target};
use kinfolio::work::{Work, WorkForm, Writing, web_vtt};

use super::{Filling, Or, Seeded, kept, language, named};
use crate::demo::data;

impl Filling {
    pub(super) async fn targets(&mut self, tx: &mut Tx, targets: &[data::DemoTarget]) -> Seeded {
        for target in targets {
            let id = TargetId::new();
            let wording = target::Wording::checked(&target.subject, &target.statement, &target.criteria.join("\n"))
                .map_err(|_| format!("the target {} is not worded well", target.key))?;
            let builds_on = self.ids(&self.targets, &target.builds_on)?;
            Target::add(tx, &self.school.id, &id, &wording, &builds_on, self.today.plus_days(-190))
                .await
                .map_err(|why| format!("the target {} was not kept: {why:?}", target.key))?;
            self.targets.insert(target.key.clone(), id);
        }
        Ok(())
    }

    pub(super) async fn work(&mut self, tx: &mut Tx, work: &data::DemoWork) -> Seeded {
        let id = WorkId::new();
        self.works.insert(work.key.clone(), id.clone());
        // Revisions and events in the order in which they happened.
        enum WorkStep<'a> {
            Version(usize, &'a data::DemoRevision),
            Event(&'a data::Event),
        }
        let versions =
            work.revisions.iter().enumerate().map(|(place, r)| (self.at(&r.when), WorkStep::Version(place, r)));
        let events = work.events.iter().map(|event| (self.at(&event.when), WorkStep::Event(event)));
        let mut steps: Vec<(At, WorkStep)> = versions.chain(events).collect();
        steps.sort_by_key(|(at, _)| *at);
        for (at, step) in steps {
            match step {
                WorkStep::Version(place, revision) => self.version(tx, &id, work, place, revision, at).await?,
                WorkStep::Event(event) => self.event(tx, &id, work, &event.what, at).await?,
            }
        }
        Ok(())
    }

    async fn version(
        &self,
        tx: &mut Tx,
        id: &WorkId,
        work: &data::DemoWork,
        place: usize,
        revision: &data::DemoRevision,
        at: At,
    ) -> Seeded {
        let viewer = self.viewer(&work.student)?;
        if place == 0 {
            let writing = Writing {
                title: work.title.clone(),
                form: named(WorkForm::named(&work.form), &work.form)?,
                language: language(&work.language)?,
                audience: named(Audience::named(&work.audience), &work.audience)?,
                targets: self.ids(&self.targets, &work.targets)?,
                text: Some(revision.text.clone()),
                links: Some(revision.links.join("\n")),
                reflection_prompt: revision.reflection_prompt.clone().unwrap_or_default(),
                reflection: revision.reflection.clone().unwrap_or_default(),
            };
            kept(Work::save(tx, &viewer, id, &writing, None, !work.draft, at).await?)?;
        }
        let kept = self.find_work(tx, &viewer, id).await?;
        if place > 0 {
            let looking_back = (
                revision.reflection_prompt.as_deref().unwrap_or_default(),
                revision.reflection.as_deref().unwrap_or_default(),
            );
            kept.add_revision(tx, &RevisionId::new(), (&revision.text, &revision.links.join("\n")), looking_back, at)
                .await?;
        }
        let latest = kept.latest(tx).await?.ok_or("a work has a revision")?;
        if !revision.pictures.is_empty() {
            for picture in &latest.pictures {
                kept.take_out_picture(tx, &latest.id, &picture.id).await?;
            }
        }
        for picture in &revision.pictures {
            if let Some(bytes) = self.pictures.get(&picture.file) {
                let added = kept.add_picture(tx, &latest.id, bytes, at).await?;
                kept.describe_picture(tx, &added.id, &picture.description).await?;
            }
        }
        for file in &revision.files {
            if let Some(bytes) = self.files.get(&file.file) {
                let added = kept.add_file(tx, &latest.id, &file.file, bytes, at).await?;
                kept.describe_file(tx, &added, &file.description).await?;
                if let Some(captions) = &file.captions {
                    let text = web_vtt(&captions.text).ok_or("captions are not WebVTT")?;
                    kept.caption_file(tx, &added, &language(&captions.language)?, &text, at).await?;
                }
            }
        }
        Ok(())
    }

    pub(super) async fn find_work(&self, tx: &mut Tx, viewer: &Viewer, id: &WorkId) -> Or<Work> {
        Ok(Work::find(tx, viewer, id).await?.ok_or("the work that was just saved is not there")?.0)
    }

    pub(super) async fn portfolio(&self, tx: &mut Tx, portfolio: &data::DemoPortfolio) -> Seeded {
        let student = &self.person(&portfolio.student)?.id;
        let welcome =
            Welcome { welcome: portfolio.welcome.clone(), language: language(&portfolio.language)?, version: 0 };
        kept(welcome.keep(tx, &self.school.id, student).await?)?;
        for shelf in &portfolio.shelves {
            let new = NewShelf {
                name: shelf.name.clone(),
                about: shelf.description.clone(),
                works: self.ids(&self.works, &shelf.works)?,
            };
            let arrangement = Arrangement::held(tx, &self.school.id, student).await?;
            kept(arrangement.add_shelf(tx, &ShelfId::new(), &new).await?)?;
        }
        Ok(())
    }
}
