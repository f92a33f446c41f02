//! The main job, once, over HTTP with JavaScript off: from a work to a family reading at home.

use crate::promise;
use crate::things::{a_jpeg, one_of_everything};
use crate::world::{AFile, World};

promise!(not_yet_comes_with_words_and_the_earlier_revision_stays_readable, |world| {
    let things = one_of_everything(&world).await;
    let (work, check, target) = (&things["work"], &things["check"], &things["target"]);
    let mut advisor = world.advisor().await;
    advisor.get("/").await.ok().see("Fractions, my way");
    let (answer, next) = (format!("answer-{target}"), format!("next-{target}"));
    let check = format!("/check/{check}/answer");
    advisor.post(&check, &[(&answer, "not_yet"), (&next, " ")]).await.is(422).see("Please write something here.");
    advisor.post(&check, &[(&answer, "100%"), (&next, "x")]).await.is(422).see("Please choose one of these.");
    let said = "Say what happens to the half when the whole changes.";
    advisor.post(&check, &[(&answer, "not_yet"), (&next, said)]).await.leads_to("/");

    let mut student = world.student().await;
    student.get("/").await.ok().see("not yet");
    student.get(&format!("/work/{work}")).await.ok().see(said).see("Not yet");
    let form = student.get(&format!("/work/{work}/revision/new")).await.ok().see("At first I only drew pizzas.");
    let id = form.hidden("id").unwrap();
    let revised = [("id", id.as_str()), ("text", "Every patch is a part of something.")];
    for _ in 0..2 {
        student.post(&format!("/work/{work}/revision/new"), &revised).await.leads_to("/work/");
    }
    student.get(&format!("/work/{work}")).await.ok().see("Every patch is a part of something.");
    student.get(&format!("/work/{work}/revision/1")).await.ok().see("At first I only drew pizzas.");
    student.get(&format!("/work/{work}/revision/3")).await.is(404);
});

promise!(a_family_comes_in_by_link_reads_replies_and_is_out_once_the_link_ends, |world| {
    let things = one_of_everything(&world).await;
    let student_id = &things["student"];
    let mut student = world.student().await;
    let person = world.people.family.id.to_string();
    let form = student.get(&format!("/student/{student_id}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", key.as_str()), ("person", person.as_str()), ("days", "120")];
    let letter = student.post(&format!("/student/{student_id}/grants"), &make).await.ok().has("<svg");
    let link = letter.text.split("/grant/").nth(1).unwrap();
    let token: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();

    let mut family = world.visitor().reading("es");
    family.get(&format!("/grant/{token}")).await.leads_to("/");
    let portfolio = family.get(&format!("/student/{student_id}/portfolio")).await.ok();
    portfolio.has("lang=\"es\"").has_no("<script").has_no(".wasm");
    family.get(&format!("/student/{student_id}/definition")).await.ok().see("We look after our elders.");
    let conference = format!("/conference/{}", things["conference"]);
    let page = family.get(&format!("{conference}/reply")).await.ok();
    let id = page.hidden("id").unwrap();
    let words = "Me da orgullo que lo cuente en español.";
    let reply = [("id", id.as_str()), ("starter", "proud"), ("text", words), ("language", "es")];
    for _ in 0..2 {
        family.post(&format!("{conference}/reply"), &reply).await.leads_to(&conference);
    }
    let page = student.get(&conference).await.ok().see(words);
    assert_eq!(page.text.matches(words).count(), 1, "sent twice, said once");
    student.get(&format!("/student/{student_id}/family")).await.ok().see("Rosa Reyes");

    let page = student.get(&format!("/student/{student_id}/family")).await.ok();
    let end = page.link("/grant/").unwrap();
    student.post(&end, &[]).await;
    family.get(&format!("/student/{student_id}/portfolio")).await.is(410);
    family.post(&format!("{conference}/reply"), &reply).await.is(410).see(words);
    world.visitor().get(&format!("/grant/{token}")).await.is(410);
});

promise!(what_is_only_for_me_is_found_by_nobody_else, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let form = student.get("/work/new").await.ok();
    let work = form.hidden("id").unwrap();
    let words = [
        ("id", work.as_str()),
        ("title", "For nobody yet"),
        ("form", "story"),
        ("language", "en"),
        ("audience", "me"),
        ("keep", "yes"),
    ];
    student.post_files("/work/new", &words, &[]).await.leads_to("/work/");
    let photo = a_jpeg(320, 240);
    let files = [AFile { field: "pictures", name: "a.jpg", bytes: &photo }];
    student.post_files(&format!("/work/{work}/pictures"), &[], &files).await;
    let page = student.get(&format!("/work/{work}")).await.ok();
    let picture = page.link("/picture/").unwrap();
    for person in [&world.people.family, &world.people.advisor, &world.people.lead, &world.people.classmate] {
        let mut visitor = world.as_(person).await;
        visitor.get(&format!("/work/{work}")).await.is(404);
        visitor.get(&picture).await.is(404);
    }
    for person in [&world.people.family, &world.people.advisor] {
        let mut visitor = world.as_(person).await;
        visitor.get(&format!("/student/{}/portfolio", things["student"])).await.ok().dont_see("For nobody yet");
    }
});

async fn add_work(world: &World, words: &[(&str, &str)]) -> crate::world::Page {
    let mut student = world.student().await;
    student.post_files("/work/new", words, &[]).await
}

promise!(whatever_is_typed_into_add_work_is_kept_and_answered_beside_the_field, |world| {
    let million = "a".repeat(1_000_000);
    let base = [("form", "story"), ("language", "en"), ("audience", "advisor"), ("keep", "yes")];
    let with = |extra: &[(&'static str, &'static str)]| {
        base.iter().copied().chain(extra.iter().copied()).collect::<Vec<(&'static str, &'static str)>>()
    };
    let invisible = with(&[("title", "\u{200B}\u{200B}"), ("text", "My words stay.")]);
    add_work(&world, &invisible).await.is(422).see("Please write something here.").see("My words stay.");
    let script = with(&[("title", "<script>alert(1)</script>"), ("text", "</textarea><script>alert(2)</script>")]);
    let page = add_work(&world, &script).await;
    let mut student = world.student().await;
    let shown = student.get(&page.goes_to().unwrap()).await.ok();
    shown.has_no("<script>alert").see("<script>alert(1)</script>");
    let mut long: Vec<(&str, &str)> = base.to_vec();
    long.extend([("title", "A long one"), ("text", million.as_str())]);
    let page = add_work(&world, &long).await.is(422).see("This is longer than fits.");
    assert!(page.text.contains(&million), "a million characters come back to be shortened");
});

promise!(files_that_are_no_pictures_are_said_by_name_and_the_words_stay, |world| {
    let mut student = world.student().await;
    let photo = a_jpeg(320, 240);
    let form = student.get("/work/new").await.ok();
    let work = form.hidden("id").unwrap();
    let words = [
        ("id", work.as_str()),
        ("title", "Mixed"),
        ("text", "Still here."),
        ("form", "story"),
        ("language", "en"),
        ("audience", "advisor"),
        ("keep", "yes"),
    ];
    let files = [
        AFile { field: "pictures", name: "virus.jpg", bytes: b"\x00<script>not a picture</script>" },
        AFile { field: "pictures", name: "cut.jpg", bytes: &photo[..photo.len() / 3] },
        AFile { field: "pictures", name: "good.jpg", bytes: &photo },
    ];
    student.post_files("/work/new", &words, &files).await.is(422).see("virus.jpg").see("Still here.");
    student.get(&format!("/work/{work}/edit")).await.ok().see("Still here.").has("/picture/");
});

promise!(a_foreign_id_changes_nothing, |world| {
    let things = one_of_everything(&world).await;
    let mut other = world.as_(&world.people.classmate).await;
    let work = things["work"].as_str();
    let words = [
        ("id", work),
        ("title", "Mine now"),
        ("text", "x"),
        ("form", "story"),
        ("language", "en"),
        ("audience", "family"),
        ("keep", "yes"),
    ];
    other.post_files("/work/new", &words, &[]).await.is(404);
    other.post_files(&format!("/work/{work}/edit"), &words, &[]).await.is(404);
    let mut student = world.student().await;
    student.get(&format!("/work/{work}")).await.ok().see("Fractions, my way").dont_see("Mine now");
});

promise!(a_stale_form_shows_both_texts_and_loses_neither, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let form = student.get("/work/new").await.ok();
    let work = form.hidden("id").unwrap();
    let base = [("id", work.as_str()), ("form", "story"), ("language", "en"), ("audience", "advisor"), ("keep", "yes")];
    let with = |title: &'static str, text: &'static str, version: Option<String>| {
        let mut fields: Vec<(String, String)> = base.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        fields.extend([("title".to_owned(), title.to_owned()), ("text".to_owned(), text.to_owned())]);
        fields.extend(version.map(|version| ("version".to_owned(), version)));
        fields
    };
    let post = |fields: Vec<(String, String)>, path: String| {
        let mut student = student.clone();
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            student.post_files(&path, &fields, &[]).await
        }
    };
    post(with("One", "first words", None), "/work/new".into()).await.leads_to("/work/");
    let edit = format!("/work/{work}/edit");
    let version = student.clone().get(&edit).await.ok().hidden("version").unwrap();
    post(with("One", "words from the other window", Some(version.clone())), edit.clone()).await.leads_to("/work/");
    let both = post(with("One", "words typed meanwhile", Some(version)), edit).await.is(422);
    both.see("words from the other window").see("words typed meanwhile");
    assert!(!things.is_empty());
});

promise!(an_expired_session_keeps_the_words_through_signing_in, |world| {
    let things = one_of_everything(&world).await;
    let mut visitor = world.visitor();
    let words = "A long text that took all of recess to write.";
    let feedback = format!("/work/{}/feedback", things["work"]);
    let page = visitor.post(&feedback, &[("feedback", words), ("language", "en")]).await.is(401);
    assert!(page.hidden("kept").is_some_and(|kept| kept.contains(words)), "{}", page.text);
    assert_eq!(page.hidden("then").as_deref(), Some(feedback.as_str()));
});
