//! What stands around the demo school's plans: who does what, what was ticked, said and rehearsed; and what the school
//! keeps for planning.

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::conference::duty::{Duties, Duty};
use kinfolio::conference::ready::{Item, ItemWords, Ours, SchoolItem};
use kinfolio::conference::rehearsal::{Felt, Recorded, Rehearsal, Starter};
use kinfolio::conference::template::{PlanTemplate, TemplateWords};
use kinfolio::id::*;
use kinfolio::policy::Audience;
use kinfolio::store::Tx;

use super::{Filling, Seeded, kept, language, named};
use crate::demo::data;

impl Filling {
    /// Everything around one plan.
    pub(super) async fn planning(&self, tx: &mut Tx, conference: &Conference, told: &data::DemoPlanning) -> Seeded {
        let mut who = Vec::new();
        for (word, name) in &told.duties {
            who.push((named(Duty::named(word), word)?, name.clone()));
        }
        let Duties { version, .. } = conference.duties(tx).await?;
        kept(conference.give_duties(tx, version, &who).await?)?;
        conference.ask_classmates(tx, told.asks_classmates).await?;
        let mut ticks = Vec::new();
        for word in &told.ticks {
            ticks.push((Item::Ours(named(Ours::named(word), word)?), true));
        }
        conference.tick(tx, &ticks).await?;
        for comment in &told.comments {
            let author = self.viewer(&comment.author)?;
            let words = (comment.text.as_str(), &language(&comment.language)?);
            kept(conference.comment(tx, &author, &CommentId::new(), words, self.at(&comment.when)).await?)?;
        }
        if let Some(rehearsal) = &told.rehearsal {
            self.rehearsal(tx, conference, rehearsal).await?;
        }
        Ok(())
    }

    async fn rehearsal(&self, tx: &mut Tx, conference: &Conference, told: &data::DemoRehearsal) -> Seeded {
        let id = RehearsalId::new();
        let mut now = self.at(&told.when);
        kept(conference.rehearse(tx, &id, now).await?)?;
        let found = Rehearsal::find(tx, &self.school.id, &id).await?;
        let rehearsal = found.ok_or("the run-through that has just begun is not there")?;
        let moments = rehearsal.moments(tx, &self.school.id).await?;
        for (moment, spoken) in moments.iter().zip(&told.spoken) {
            rehearsal.start(tx, &self.school.id, &moment.moment_id, now).await?;
            now = At(now.0 + spoken.minutes * 60_000);
            rehearsal.stop(tx, &self.school.id, &moment.moment_id, now).await?;
            let felt = spoken.felt.as_deref().and_then(Felt::named);
            rehearsal.note(tx, &self.school.id, &moment.moment_id, (felt, &spoken.note)).await?;
        }
        let student = self.people.iter().find(|(_, person)| person.id == conference.student_id);
        let student = student.map_or("", |(key, _)| key);
        if let Some(recording) = &told.recording {
            let recorded = Recorded {
                sound: Some(self.recording(tx, student, &recording.sound, now).await?),
                transcript: recording.transcript.clone(),
                film: None,
                audience: named(Audience::named(&recording.heard_by), &recording.heard_by)?,
            };
            rehearsal.record(tx, &self.school.id, &recorded).await?;
        }
        let Some(partner) = &told.partner else { return Ok(()) };
        let partner = self.viewer(partner)?;
        let student = self.student(tx, student).await?;
        rehearsal.ask_partner(tx, &student, Some(&partner.person_id)).await?;
        for said in &told.feedback {
            let starter = named(Starter::named(&said.starter), &said.starter)?;
            let words = (starter, said.text.as_str(), &language(&said.language)?);
            kept(rehearsal.say(tx, &partner, &RehearsalFeedbackId::new(), words, now.plus_millis(600_000)).await?)?;
        }
        Ok(())
    }

    /// A plan of the school's.
    pub(super) async fn template(&self, tx: &mut Tx, told: &data::Template) -> Seeded {
        let words = TemplateWords {
            name: told.name.clone(),
            form: named(kinfolio::conference::ConferenceForm::named(&told.form), &told.form)?,
            language: language(&told.language)?,
            moments: told.moments.clone(),
        };
        kept(PlanTemplate::add(tx, &self.school.id, &PlanTemplateId::new(), &words).await?)?;
        Ok(())
    }

    /// An item of the school's list.
    pub(super) async fn readiness(&self, tx: &mut Tx, told: &data::ReadinessItem) -> Seeded {
        let mut words = ItemWords::default();
        for (tag, (what, why)) in &told.words {
            words = words.with(&language(tag)?, what, why);
        }
        kept(SchoolItem::add(tx, &self.school.id, &ReadinessItemId::new(), &words).await?)?;
        Ok(())
    }
}
