//! The demo school's conferences, and what was said back.

use kinfolio::commitment::{Commitment, NewCommitment, Outcome};
use kinfolio::conference::reply::{Reply, Said, Starter};
use kinfolio::conference::{self, Conference, NewMoment, moment};
use kinfolio::day::Day;
use kinfolio::id::*;
use kinfolio::store::Tx;

use super::{Filling, Seeded, kept, language, named};
use crate::demo::data;

impl Filling {
    pub(super) async fn conference(&self, tx: &mut Tx, told: &data::DemoConference) -> Seeded {
        let student = self.student(tx, &told.student).await?;
        let id = ConferenceId::new();
        let facts = conference::Facts {
            form: named(conference::ConferenceForm::named(&told.form), &told.form)?,
            starts_at: self.at(&told.when),
            place: told.place.clone(),
            language: language(&told.language)?,
            minutes: told.length,
            interpreter: told.interpreter,
        };
        let planned = facts.starts_at.plus_days(-20);
        kept(student.plan_conference(tx, &id, &facts, planned).await?)?;
        let find = Conference::find(tx, &self.school.id, &id).await?;
        let conference = find.ok_or("the conference that was just planned is not there")?;
        for told in &told.moments {
            let purpose = named(moment::Purpose::named(&told.purpose), &told.purpose)?;
            let words = moment::MomentWords {
                cue_notes: told.cue_notes.clone(),
                others_do: told.others_do.clone(),
                supports: moment::Supports::named(told.supports.split_whitespace()),
                co_speaker: told.co_speaker.clone(),
                ..moment::MomentWords::new(&told.name, purpose, told.minutes, language(&told.language)?)
            };
            let statements = self.ids(&self.statements, &told.statements)?;
            let mut works = Vec::new();
            for key in &told.works {
                let part = told.parts.get(key).cloned().unwrap_or_default();
                works.push(moment::Showing { part, ..moment::Showing::whole(self.id(&self.works, key)?) });
            }
            kept(conference.add_moment(tx, &MomentId::new(), &NewMoment { words, statements, works }).await?)?;
        }
        self.planning(tx, &conference, &told.planning).await?;
        for reply in &told.replies {
            let author = self.viewer(&reply.author)?;
            let tongue = language(&reply.language)?;
            let starter = named(Starter::named(&reply.starter), &reply.starter)?;
            let (id, said) = (ReplyId::new(), Said::typed(reply.text.as_str(), tongue));
            kept(conference.reply(tx, &author, &id, (starter, &said), self.at(&reply.when)).await?)?;
            if let (Some((_, kept)), Some(letter)) = (Reply::find(tx, &author, &id).await?, &reply.letter) {
                let written = self.at(&reply.when).plus_days(2);
                kept.write_back(tx, &letter.text, &language(&letter.language)?, written).await?;
            }
        }
        self.keeping(tx, &conference, told).await?;
        Ok(())
    }

    /// What was promised, how it went, and what was written afterwards.
    async fn keeping(&self, tx: &mut Tx, conference: &Conference, told: &data::DemoConference) -> Seeded {
        let at = conference.facts.starts_at;
        for commitment in &told.commitments {
            let author = self.viewer(&commitment.author)?;
            let new = NewCommitment {
                what: commitment.what.clone(),
                sign: commitment.sign.clone(),
                by_day: commitment.by.map(|days| Day::of(at, &self.school.time_zone).plus_days(days)),
                language: language(&commitment.language)?,
            };
            let id = CommitmentId::new();
            let writer = commitment.written_by.as_ref().map(|writer| self.viewer(writer)).transpose()?;
            let writer = writer.as_ref().unwrap_or(&author);
            kept(conference.commit(tx, &author.person_id, &writer.person_id, &id, &new, at).await?)?;
            let kept = Commitment::find(tx, &self.school.id, &id).await?;
            if let (Some(kept), Some(outcome)) = (kept, &commitment.outcome) {
                let outcome = named(Outcome::named(outcome), outcome)?;
                kept.say_how_it_went(tx, outcome, &commitment.how, &author.person_id, at.plus_days(31)).await?;
            }
        }
        for word in &told.afterwords {
            let author = self.viewer(&word.author)?;
            let words = (word.text.as_str(), &language(&word.language)?);
            kept(conference.look_back(tx, &author, 0, words, at.plus_days(1)).await?)?;
        }
        Ok(())
    }
}
