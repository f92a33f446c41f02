//! Input that nobody means well, or that comes by accident: it changes nothing, and is never trouble.

use kinfolio::id::WorkId;

use super::{Written, a_work, check_form};
use crate::promise;
use crate::world::AFile;

promise!(scripts_in_any_field_are_words, |world| {
    let mut student = world.student().await;
    let script = "</textarea></title><script>alert(1)</script>";
    let work = Written::new(script).with("text", script).with("reflection", script).with("reflection_prompt", script);
    work.sent(&mut student, "keep").await.leads_to(&work.page());
    for page in [work.page(), work.at("revision/new"), work.at("edit"), "/work".to_owned(), "/".to_owned()] {
        student.get(&page).await.ok().has_no("<script>alert");
    }
    world.family().await.get(&work.page()).await.ok().has_no("<script>alert");
    world.advisor().await.get(&work.page()).await.ok().has_no("<script>alert");
});

promise!(ids_of_others_in_hidden_fields_change_nothing, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut other = world.as_(&world.people.other_school_student).await;
    let theirs = Written::new("Their own").with("target", &target).with("target", "not an id");
    theirs.sent(&mut other, "keep").await.leads_to(&theirs.page());
    other.get(&theirs.page()).await.ok().dont_see("I can halve anything");

    let mut student = world.student().await;
    let mine = Written::new("Another").with("take_out", &work.id).with(&format!("describe-{}", work.id), "x");
    mine.sent(&mut student, "keep").await.leads_to(&mine.page());
    let revision = student.get(&mine.at("revision/new")).await.hidden("id").unwrap();
    student.post(&mine.at("revision/new"), &[("id", &revision), ("text", "Mine")]).await;
    student.post(&work.at("revision/new"), &[("id", &revision), ("text", "Twice")]).await.is(404);

    let mut advisor = world.advisor().await;
    let fields = [("revision", revision.as_str()), ("feedback", "For the wrong one"), ("language", "en")];
    advisor.post(&work.at("feedback"), &fields).await.is(422).see("For the wrong one");
    student.get(&mine.page()).await.dont_see("For the wrong one");
});

promise!(unknown_words_in_choices_are_asked_for_again, |world| {
    let mut student = world.student().await;
    for (field, word) in [("form", "dance<"), ("audience", "everyone"), ("language", "\u{0}xx-not-a-language")] {
        let work = Written::new("Garden").with(field, word);
        work.sent(&mut student, "keep").await.is(422).see("At first I only counted");
        world.family().await.get(&work.page()).await.is(404);
    }
});

promise!(odd_versions_numbers_and_ids_are_no_trouble, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    for version in ["-1", "0", "9223372036854775807", "9223372036854775808", "one", ""] {
        let odd = Written::new("Other").with("id", &work.id).with("version", version).with("text", "Other words");
        let mut fields = odd.fields();
        fields.push(("keep", "yes"));
        student.post(&work.at("edit"), &fields).await.is(422).see("Other words").see("At first I only counted");
    }
    for number in ["0", "-1", "99", "9223372036854775808", "1e3", "%00"] {
        student.get(&work.at(&format!("revision/{number}"))).await.is(404);
    }
    let nowhere = WorkId::new().to_string();
    for place in ["", "/edit", "/revision/new", "/revision/1"] {
        student.get(&format!("/work/{nowhere}{place}")).await.is(404);
        student.get(&format!("/work/nonsense{place}")).await.is(404);
    }
    student.post(&format!("/work/{nowhere}/edit"), &Written::new("x").fields()).await.is(404);
    world.advisor().await.post(&format!("/check/{nowhere}/answer"), &[]).await.is(404);
});

promise!(nul_bytes_and_endless_lines_are_taken_or_said, |world| {
    let mut student = world.student().await;
    let work = Written::new("Gar\u{0}den").with("text", "one\u{0}two").with("reflection", "\u{0}");
    work.sent(&mut student, "keep").await.leads_to(&work.page());
    student.get(&work.page()).await.see("Garden").see("onetwo");
    let long = "a".repeat(1_000_000);
    for field in ["title", "reflection"] {
        let work = Written::new("Garden").with(field, &long);
        let page = work.sent(&mut student, "keep").await.is(422);
        assert!(page.text.contains(&long));
    }
    let work = Written::new("Garden").with("reflection_prompt", &long);
    work.sent(&mut student, "keep").await.leads_to(&work.page());
});

promise!(a_picture_that_claims_to_be_huge_is_refused_with_its_name, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let mut png = vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
    png.extend([0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, 8, 2, 0, 0, 0, 0x27, 0xE3, 0xF0, 0x8D]);
    png.extend([0, 0, 0, 0, b'I', b'D', b'A', b'T', 0x35, 0xAF, 0x06, 0x1E]);
    let file = AFile { field: "pictures", name: "../../huge.png", bytes: &png };
    student.post_files("/work/new", &work.fields(), &[file]).await.is(422).see("huge.png").see("saved as a draft");
});

promise!(a_check_is_answered_only_by_those_who_accompany_the_student, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    world.student().await.post(&work.at("check"), &[]).await;
    let form = check_form(&mut world.advisor().await, &work).await;
    let answer = format!("answer-{target}");
    let people = &world.people;
    for person in [&people.student, &people.family, &people.other_advisor, &people.other_school_advisor, &people.lead] {
        world.as_(person).await.post(&form, &[(&answer, "mastered")]).await.is(404);
    }
    world.student().await.get(&work.page()).await.see("Your advisor has it");
});
