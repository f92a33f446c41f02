//! Nothing a student wrote is lost.

use super::{Written, a_jpeg, a_work, pictures_on};
use crate::promise;
use crate::world::AFile;

promise!(a_draft_takes_anything_even_no_title, |world| {
    let mut student = world.student().await;
    let draft = Written::new("").without("form").without("audience");
    draft.sent(&mut student, "draft").await.leads_to(&draft.at("edit"));
    student.get(&draft.at("edit")).await.ok().see("At first I only counted the beds.");
    student.get("/work").await.see("Without a title yet").see("Draft");
});

promise!(what_is_missing_is_said_and_the_words_are_saved_all_the_same, |world| {
    let mut student = world.student().await;
    let unnamed = Written::new("\u{200B}").with("text", "The beds\nare <b>mine</b>");
    let page = unnamed.sent(&mut student, "keep").await.is(422);
    page.see("saved as a draft").see("The beds\nare <b>mine</b>").has_no("<b>mine");
    student.get(&unnamed.at("edit")).await.ok().see("The beds\nare <b>mine</b>");
    world.family().await.get(&unnamed.page()).await.is(404);
    let named = unnamed.with("title", "My beds");
    named.changed(&mut student, "keep").await.leads_to(&named.page());
    world.family().await.get(&named.page()).await.ok().see("My beds");
});

promise!(sending_twice_makes_one_work, |world| {
    let mut student = world.student().await;
    let work = Written::new("Half of the garden");
    let mut again = student.clone();
    let (first, second) = tokio::join!(work.sent(&mut student, "keep"), work.sent(&mut again, "keep"));
    first.leads_to(&work.page());
    second.leads_to(&work.page());
    let list = student.get("/work").await.ok();
    assert_eq!(list.text.matches("Half of the garden").count(), 1);
});

promise!(saving_the_same_twice_is_no_quarrel, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let version = student.get(&work.at("edit")).await.hidden("version").unwrap();
    let changed = work.with("title", "Half of our garden").with("version", &version).with("keep", "yes");
    student.post(&changed.at("edit"), &changed.fields()).await.leads_to(&changed.page());
    student.post(&changed.at("edit"), &changed.fields()).await.leads_to(&changed.page());
});

promise!(of_two_windows_the_second_sees_both_texts, |world| {
    let mut student = world.student().await;
    let draft = Written::new("Garden");
    draft.sent(&mut student, "draft").await;
    let version = student.get(&draft.at("edit")).await.hidden("version").unwrap();
    let first = draft.with("text", "What the first window says").with("version", &version).with("draft", "yes");
    student.post(&first.at("edit"), &first.fields()).await.leads_to(&first.at("edit"));
    let second = first.with("text", "What the second window says");
    let page = student.post(&second.at("edit"), &second.fields()).await.is(422);
    let version = page.hidden("version").unwrap();
    page.see("What the first window says").see("What the second window says");
    student.get(&second.at("edit")).await.see("What the first window says");
    let third = second.with("version", &version);
    student.post(&third.at("edit"), &third.fields()).await.leads_to(&third.at("edit"));
    student.get(&third.at("edit")).await.see("What the second window says");
});

promise!(going_back_to_add_work_does_not_write_over_what_was_saved_since, |world| {
    let mut student = world.student().await;
    let first = Written::new("Garden");
    first.sent(&mut student, "draft").await;
    let longer = first.with("text", "A whole evening of writing");
    longer.changed(&mut student, "draft").await.leads_to(&longer.at("edit"));
    let old_page = longer.with("text", "At first, and a bit");
    old_page.sent(&mut student, "draft").await.is(422).see("A whole evening of writing").see("At first, and a bit");
    student.get(&old_page.at("edit")).await.see("A whole evening of writing").dont_see("and a bit");
});

promise!(words_written_while_an_advisor_answered_become_a_revision, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let version = student.get(&work.at("edit")).await.hidden("version").unwrap();
    let mut advisor = world.advisor().await;
    let form = advisor.get(&work.page()).await.ok();
    let (id, revision) = (form.hidden("id").unwrap(), form.hidden("revision").unwrap());
    let fields =
        [("id", id.as_str()), ("revision", &revision), ("feedback", "Which half is shaded?"), ("language", "en")];
    advisor.post(&work.at("feedback"), &fields).await.leads_to(&work.page());

    let late = work.with("text", "The shaded half is hers.").with("version", &version).with("keep", "yes");
    let kept = student.post(&late.at("edit"), &late.fields()).await.leads_to(&late.page());
    student.get(&kept.goes_to().unwrap()).await.ok().see("kept as a new version").see("The shaded half is hers.");
    student.get(&late.at("revision/1")).await.ok().see("At first I only counted the beds.");
});

promise!(a_work_that_others_see_keeps_its_title_when_a_form_comes_without, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let nameless = work.with("title", "").with("text", "New words");
    nameless.changed(&mut student, "draft").await.is(422).see("New words");
    world.family().await.get(&nameless.page()).await.ok().see("Half of the garden").dont_see("New words");
});

promise!(a_million_characters_come_back_whole_and_the_picture_beside_them_is_kept, |world| {
    let mut student = world.student().await;
    let million = "a".repeat(1_000_000);
    let work = Written::new("Garden").with("text", &million).with("keep", "yes");
    let picture = [AFile { field: "pictures", name: "beds.jpg", bytes: &a_jpeg(200) }];
    let page = student.post_files("/work/new", &work.fields(), &picture).await.is(422);
    assert!(page.text.contains(&million), "what was typed is in the form");
    assert_eq!(pictures_on(&page).len(), 1);
    page.dont_see("saved as a draft");
    assert_eq!(pictures_on(&student.get(&work.at("edit")).await.ok()).len(), 1);
    let shorter = work.with("text", "The beds");
    shorter.changed(&mut student, "keep").await.leads_to(&shorter.page());
});

promise!(an_expired_session_gives_the_words_back, |world| {
    let mut student = world.student().await;
    student.forget_session();
    let work = Written::new("Garden").with("text", "A long evening of writing, which nobody wants to do again.");
    work.sent(&mut student, "keep").await.is(401).see("A long evening of writing");
});

promise!(looking_back_is_possible_after_the_answer_came, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    student.post(&work.at("check"), &[]).await;
    let looking_back = work.without("text").with("reflection", "I learned it from my aunt.");
    looking_back.changed(&mut student, "keep").await.leads_to(&looking_back.page());
    student.get(&looking_back.page()).await.see("I learned it from my aunt.").see("At first I only counted the beds.");
});
