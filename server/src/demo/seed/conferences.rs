//! The demo school's conferences, and what was said back.

use kinfolio::conference::reply::Starter;
use kinfolio::conference::{self, Conference, NewMoment, moment};
use kinfolio::id::*;
use kinfolio::store::Tx;

use super::{Done, Filling, language, named};
use crate::demo::data;

impl Filling {
    pub(super) async fn conference(&self, tx: &mut Tx, told: &data::Conference) -> Done {
        let student = self.student(tx, &told.student).await?;
        let id = ConferenceId::new();
        let facts = conference::Facts {
            form: named(conference::Form::named(&told.form), &told.form)?,
            starts_at: self.at(&told.when),
            place: told.place.clone(),
            language: language(&told.language)?,
            minutes: told.length,
            interpreter: told.interpreter,
        };
        let planned = facts.starts_at.plus_days(-20);
        student.plan_conference(tx, &id, &facts, planned).await?;
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
            conference.add_moment(tx, &MomentId::new(), &NewMoment { words, statements, works }).await?;
        }
        self.planning(tx, &conference, &told.planning).await?;
        for reply in &told.replies {
            let author = self.viewer(&reply.author)?;
            let tongue = language(&reply.language)?;
            let words = (named(Starter::named(&reply.starter), &reply.starter)?, reply.text.as_str(), &tongue);
            conference.reply(tx, &author, &ReplyId::new(), words, self.at(&reply.when)).await?;
        }
        Ok(())
    }
}
