//! What a family member says back.

use kinfolio::conference::reply::Starter;
use kinfolio::id::{ConferenceId, ReplyId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::words::{self, Problem, Problems, limit};

use super::found;
use super::page::{load, show};
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::refusal::{Answer, Refusal};

/// Says it.
pub async fn say_back(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::Reply).await?;
    let mut problems = Problems::default();
    let text = problems.take("text", words::text(fields.get("text"), limit::WORDS));
    let starter = Starter::named(fields.get("starter")).unwrap_or(Starter::Own);
    let language = Language::tagged(fields.get("language"));
    if language.is_none() {
        problems.note("language", Problem::Choose);
    }
    let (true, Some(language)) = (problems.is_empty(), language) else {
        let telling = load(&asking, &mut tx, conference, student).await?;
        drop(tx);
        return show(&asking, telling, Form::again(&fields, problems)).await;
    };
    let reply = fields.parsed("id").unwrap_or_else(ReplyId::new);
    if !conference.reply(&mut tx, viewer, &reply, (starter, &text, &language), asking.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    go_saying(format!("/conference/{id}#replies"), "replied")
}
