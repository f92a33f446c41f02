//! The language of one's own words: remembered from the last time, known by the words where that is sure, said otherwise with
//! one tap; and never another person's.

use crate::filled::forms_on;
use crate::promise;
use crate::things::a_jpeg;
use crate::world::{AFile, Page, Visitor};
use crate::writing::begun;

const SPANISH: &str = "En nuestra familia comemos juntos todos los domingos";
const ENGLISH: &str = "Our family eats together every Sunday";

/// The form of a page, filled in: these fields as they are said here, everything else as it stands.
async fn sent(who: &mut Visitor<'_>, page: &str, typed: &[(&str, &str)]) -> Page {
    let shown = who.get(page).await.ok();
    let form = forms_on(page, &shown.text)
        .into_iter()
        .find(|form| form.fields.iter().any(|field| field.name == "text"))
        .expect("a form with words in it");
    let mut fields = form.filled(0, false);
    fields.retain(|(name, _)| !["text", "transcript", "photo_words", "own_question"].contains(&name.as_str()));
    for (name, value) in typed {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    who.post(&form.action, &fields).await
}

fn preselected(page: &Page, path: &str) -> String {
    let forms = forms_on(path, &page.text);
    let fields = forms.iter().flat_map(|form| &form.fields);
    let chosen = fields.into_iter().find(|field| field.kind == "option" && field.name == "language" && field.is_on);
    chosen.map(|field| field.value.clone()).unwrap_or_default()
}

promise!(words_say_their_language_themselves_and_one_tap_says_it_otherwise, |world| {
    let (_, definition) = begun(&world).await;
    let mut family = world.family().await;
    let page = format!("{definition}/contribute?section=values");
    assert_eq!(preselected(&family.get(&page).await, &page), "es");
    let led_to = sent(&mut family, &page, &[("text", ENGLISH)]).await.goes_to().expect("kept");
    let said = family.get(&led_to).await.ok().see("Las palabras parecen estar en").see("Están en").has("lang=\"en\"");
    let form = forms_on(&led_to, &said.text).into_iter().find(|form| form.action == "/words/language").expect("a tap");
    let tap = form.filled(0, false);
    let tap: Vec<(&str, &str)> = tap.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();

    // Nobody else's tap does anything, and none that was made up.
    let reads = |page: &Page, lang: &str| {
        page.text.contains(&format!(
            "lang=\"{lang}\" dir=\"auto\" class=\"said\"><div class=\"flow\"><p dir=\"auto\">{ENGLISH}"
        ))
    };
    for mut other in [world.student().await, world.advisor().await, world.as_(&world.people.other_school_family).await]
    {
        let _ = other.post("/words/language", &tap).await;
    }
    for made_up in ["", "contribution", "person.1.en.es", "'; DROP TABLE person; --"] {
        let answer =
            family.post("/words/language", &[("language_guess", made_up), ("then", "https://evil.example")]).await;
        answer.leads_to("/");
    }
    assert!(reads(&family.get(&led_to).await, "en"), "it is still as it was guessed");
    family.post("/words/language", &tap).await.leads_to("/student/");
    assert!(reads(&family.get(&led_to).await, "es"), "one tap has said it");
    assert!(!reads(&family.get(&led_to).await, "en"));
    // Saying so is no going on: they can still be undone.
    let bin = family.get("/bin").await.ok();
    let undo = forms_on("/bin", &bin.text).into_iter().find(|form| form.action.starts_with("/undo/")).expect("undo");
    let undone = family.post(&undo.action, &[]).await.goes_to().expect("undone");
    assert!(undone.contains("said=undone"), "{undone}");
    family.get(&led_to).await.dont_see(ENGLISH);
});

promise!(what_somebody_chose_stands_and_is_remembered_for_them_alone, |world| {
    let (_, definition) = begun(&world).await;
    let (mut family, mut student) = (world.family().await, world.student().await);
    let page = format!("{definition}/contribute?section=values");
    let before = preselected(&student.get(&page).await, &page);
    let led_to = sent(&mut family, &page, &[("text", SPANISH), ("language", "wo")]).await.goes_to().expect("kept");
    family.get(&led_to).await.ok().dont_see("Las palabras parecen").has("lang=\"wo\"");
    assert_eq!(preselected(&family.get(&page).await, &page), "wo");
    // On whatever device, and nobody else's.
    assert_eq!(preselected(&world.family().await.get(&page).await, &page), "wo");
    assert_eq!(preselected(&student.get(&page).await, &page), before);
    // The same browser, somebody else in it.
    assert_eq!(preselected(&world.as_(&world.people.advisor).await.get(&page).await, &page), before);
});

promise!(a_photo_without_words_is_in_no_language, |world| {
    let (path, definition) = begun(&world).await;
    let mut family = world.family().await;
    let photo = a_jpeg(320, 200);
    let file = AFile { field: "photo", name: "page.jpg", bytes: &photo };
    let fields = [("section", "values"), ("question", "other"), ("author", &*world.people.family.id.to_string())];
    let sent = family.post_files(&format!("{definition}/contribute"), &fields, &[file]).await;
    sent.leads_to(&path);
    family.get(&path).await.ok().has("lang=\"zxx\"").dont_see("· zxx");
});
