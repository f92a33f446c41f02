//! `/conference/{conference}/reply`: a family member says something back.

use kinfolio::conference::reply::Starter;
use kinfolio::id::{ConferenceId, ReplyId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems, limit, text};

use super::found;
use super::page::{Told, show};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::{Answer, Refusal};

/// Takes a reply.
pub async fn say_back(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::Reply).await?;
    let mut problems = Problems::default();
    let words = problems.take("text", text(fields.get("text"), limit::WORDS));
    let starter = Starter::named(fields.get("starter"));
    if starter.is_none() {
        problems.note("starter", Problem::Choose);
    }
    let language = Language::tagged(fields.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    if let (Some(starter), Some(language), true) = (starter, language, problems.is_empty()) {
        let reply = fields.parsed("id").unwrap_or_else(ReplyId::new);
        if !conference.reply(&mut tx, viewer, &reply, (starter, &words, &language), asking.now()).await? {
            return Err(Refusal::NotFound);
        }
        tx.commit().await?;
        return go_saying(format!("/conference/{id}#r-{reply}"), "replied");
    }
    let told = Told::of(&mut tx, conference, student, asking.now()).await?;
    drop(tx);
    show(&asking, told, Form::again(&fields, problems)).await
}
