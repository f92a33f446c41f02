//! How somebody says that they worry about a child, and who is named to hear of it.

use kinfolio::id::WorryId;
use kinfolio::person::Person;

use crate::world::{Page, Visitor, World};

/// Says it of these words (`/contribution/…`), and gives back the worry's id and the answer.
pub async fn worries(who: &mut Visitor<'_>, words: &str, why: &str) -> (String, Page) {
    let id = WorryId::new().to_string();
    let answer = who.post(&format!("{words}/worry"), &[("id", id.as_str()), ("why", why)]).await;
    (id, answer)
}

/// The lead names these people.
pub async fn named(world: &World, people: &[&Person]) {
    let mut lead = world.as_(&world.people.lead).await;
    let ids: Vec<String> = people.iter().map(|person| person.id.to_string()).collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("person", id.as_str())).collect();
    lead.post("/school/worries", &fields).await.leads_to("/school/worries");
}
