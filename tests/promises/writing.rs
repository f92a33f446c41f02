//! A definition of success, as the promises about it begin one and write in it.

use crate::world::{Page, Visitor, World};

/// The student's definition, begun: the address of its page, and its own.
pub async fn begun(world: &World) -> (String, String) {
    let page = format!("/student/{}/definition", world.people.student.id);
    let mut student = world.student().await;
    student.post(&page, &[]).await.leads_to(&page);
    let own = student.get(&page).await.ok().link("/definition/").expect("a way on");
    let own = own.split('/').take(3).collect::<Vec<_>>().join("/");
    (page, own)
}

/// Adds words to a section, and gives back their id.
pub async fn says(who: &mut Visitor<'_>, definition: &str, section: &str, words: &str, language: &str) -> String {
    let form = who.get(&format!("{definition}/contribute?section={section}")).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields =
        [("id", id.as_str()), ("section", section), ("question", "other"), ("text", words), ("language", language)];
    let answer = who.post(&format!("{definition}/contribute"), &fields).await;
    after(&answer, "#c-")
}

/// Writes a statement that cites these words, and gives back its id.
pub async fn agrees(who: &mut Visitor<'_>, definition: &str, section: &str, words: &str, cites: &[&str]) -> String {
    let form = who.get(&format!("{definition}/statement/new?section={section}")).await.ok();
    let id = form.hidden("id").expect("an id");
    let mut fields = vec![("id", id.as_str()), ("section", section), ("text", words), ("language", "en")];
    fields.extend(cites.iter().map(|cite| ("cites", *cite)));
    let answer = who.post(&format!("{definition}/statement/new"), &fields).await;
    after(&answer, "#s-")
}

pub fn after(answer: &Page, mark: &str) -> String {
    let place = answer.goes_to().unwrap_or_else(|| panic!("{} was not taken:\n{}", answer.path, answer.text));
    place.split(mark).nth(1).expect("a place on the page").to_owned()
}

pub fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// Answers the version that was asked last.
pub async fn answers(who: &mut Visitor<'_>, page: &str, answer: &str, note: &str) -> Page {
    let way = who.get(page).await.ok().link("/version/").expect("a question to answer");
    who.post(&way, &[("answer", answer), ("text", note), ("language", "en")]).await
}
