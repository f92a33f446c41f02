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
        };
        let planned = facts.starts_at.plus_days(-20);
        student.plan_conference(tx, &id, &facts, planned).await?;
        let find = Conference::find(tx, &self.school.id, &id).await?;
        let conference = find.ok_or("the conference that was just planned is not there")?;
        for told in &told.moments {
            let words = moment::MomentWords {
                name: told.name.clone(),
                purpose: named(moment::Purpose::named(&told.purpose), &told.purpose)?,
                minutes: told.minutes,
                language: language(&told.language)?,
                cue_notes: told.cue_notes.clone(),
            };
            let statements = self.ids(&self.statements, &told.statements)?;
            let works = self.ids(&self.works, &told.works)?;
            conference.add_moment(tx, &MomentId::new(), &NewMoment { words, statements, works }).await?;
        }
        for reply in &told.replies {
            let author = self.viewer(&reply.author)?;
            let tongue = language(&reply.language)?;
            let words = (named(Starter::named(&reply.starter), &reply.starter)?, reply.text.as_str(), &tongue);
            conference.reply(tx, &author, &ReplyId::new(), words, self.at(&reply.when)).await?;
        }
        Ok(())
    }
}
