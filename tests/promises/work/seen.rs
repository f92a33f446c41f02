//! Who sees a work, and who does what with it.

use super::{Written, a_jpeg, a_work, pictures_on};
use crate::promise;
use crate::world::AFile;

promise!(a_work_is_seen_by_those_it_is_meant_for, |world| {
    let mut student = world.student().await;
    for (audience, advisor, family) in [("me", 404, 404), ("advisor", 200, 404), ("family", 200, 200)] {
        let work = Written::new("Half of the garden").with("audience", audience);
        work.sent(&mut student, "keep").await.leads_to(&work.page());
        world.advisor().await.get(&work.page()).await.is(advisor);
        world.family().await.get(&work.page()).await.is(family);
        let people = &world.people;
        for stranger in [&people.classmate, &people.classmates_family, &people.other_advisor, &people.lead] {
            world.as_(stranger).await.get(&work.page()).await.is(404);
        }
        for stranger in [&people.other_school_student, &people.other_school_advisor, &people.other_school_lead] {
            world.as_(stranger).await.get(&work.page()).await.is(404);
        }
    }
});

promise!(a_draft_is_its_students_alone, |world| {
    let draft = Written::new("Half of the garden").with("audience", "conference");
    draft.sent(&mut world.student().await, "draft").await;
    world.advisor().await.get(&draft.page()).await.is(404);
    world.family().await.get(&draft.page()).await.is(404);
});

promise!(nobody_else_changes_a_work, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let taken = Written::new("Taken").with("id", &work.id).with("text", "Mine now");
    let people = &world.people;
    for person in [&people.classmate, &people.advisor, &people.family, &people.other_school_student, &people.lead] {
        let mut somebody = world.as_(person).await;
        let picture = a_jpeg(10);
        let file = AFile { field: "pictures", name: "mine.jpg", bytes: &picture };
        let mut refused = vec![
            taken.sent(&mut somebody, "keep").await,
            somebody.post_files(&work.at("pictures"), &[], &[file]).await,
        ];
        for place in ["edit", "revision/new", "check"] {
            refused.push(somebody.post(&work.at(place), &taken.fields()).await);
        }
        for answer in refused {
            let status = answer.status.as_u16();
            assert!([403, 404].contains(&status), "{status} for {} at {}", person.name, answer.path);
        }
    }
    let page = world.student().await.get(&work.page()).await.ok();
    assert!(pictures_on(&page).is_empty());
    page.see("Half of the garden").dont_see("Mine now").dont_see("Your advisor has it");
});

promise!(feedback_is_the_advisors_and_reaches_the_student_once, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut advisor = world.advisor().await;
    let form = advisor.get(&work.page()).await.ok();
    let (id, revision) = (form.hidden("id").unwrap(), form.hidden("revision").unwrap());
    let fields = [
        ("id", id.as_str()),
        ("revision", &revision),
        ("feedback", "Which <b>half</b> is shaded?"),
        ("language", "en"),
    ];
    world.student().await.post(&work.at("feedback"), &fields).await.is(404);
    world.family().await.post(&work.at("feedback"), &fields).await.is(404);
    world.as_(&world.people.other_advisor).await.post(&work.at("feedback"), &fields).await.is(404);
    for _ in 0..2 {
        advisor.post(&work.at("feedback"), &fields).await.leads_to(&work.page());
    }
    let page = world.student().await.get(&work.page()).await.ok();
    assert_eq!(page.words().matches("is shaded?").count(), 1);
    page.see("Which <b>half</b> is shaded?").see("Thomas Byrne");
});

promise!(the_list_teaches_when_it_is_empty_and_begins_with_drafts, |world| {
    let mut student = world.student().await;
    student.get("/work").await.ok().see("Your first work can be anything");
    student.get("/").await.ok().see("Collect your first work");
    let draft = Written::new("A draft");
    draft.sent(&mut student, "draft").await;
    Written::new("A kept one").sent(&mut student, "keep").await;
    let list = student.get("/work").await.ok();
    assert!(list.text.find("A draft") < list.text.find("A kept one"));
    student.get("/").await.see("Your draft “A draft” waits for you");
});

promise!(the_board_is_in_the_order_of_names_and_tells_no_one_apart_by_number, |world| {
    let board = world.advisor().await.get("/").await.ok().see("Amina Diallo").see("Marisol Reyes");
    assert!(board.text.find("Amina Diallo") < board.text.find("Marisol Reyes"));
    board.dont_see("Yusuf Haddad").dont_see("%");
});
