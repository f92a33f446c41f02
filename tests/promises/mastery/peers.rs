//! Fellow students: only where the student asks, about the work, and hidden only with a reason.

use kinfolio::id::FeedbackId;

use crate::promise;
use crate::work::a_work;
use crate::world::{AFile, World};

async fn asked(world: &World) -> crate::work::Written {
    let (work, _) = a_work(world, "Half of the garden").await;
    let mut student = world.student().await;
    let question = [("question", "Where did you read twice?"), ("question_language", "en")];
    student.post(&work.at("peers/ask"), &question).await.leads_to(&work.page());
    work
}

/// What a classmate says; its id.
async fn said(world: &World, work: &crate::work::Written, words: &str) -> String {
    let mut classmate = world.as_(&world.people.classmate).await;
    let form = classmate.get(&work.at("peers")).await.ok();
    let (id, revision) = (form.hidden("id").unwrap(), form.hidden("revision").unwrap());
    let fields = [
        ("id", id.as_str()),
        ("revision", &revision),
        ("starter", "wonder"),
        ("feedback", words),
        ("passage", "counted the beds"),
        ("language", "en"),
    ];
    for _ in 0..2 {
        classmate.post(&work.at("peers"), &fields).await.leads_to(&work.at("peers"));
    }
    id
}

promise!(classmates_see_a_work_only_while_they_are_asked, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    let photo = crate::things::a_jpeg(64, 48);
    let files = [AFile { field: "pictures", name: "garden.jpg", bytes: &photo }];
    student.post_files(&work.at("pictures"), &[], &files).await;
    let picture = student.get(&work.page()).await.link("/picture/").expect("the picture is there");
    let people = &world.people;
    let mut classmate = world.as_(&people.classmate).await;
    classmate.get(&work.at("peers")).await.is(404);
    classmate.get(&picture).await.is(404);
    classmate.get("/").await.ok().dont_see("asks what you think of “");
    student.post(&work.at("peers/ask"), &[("question", ""), ("question_language", "en")]).await.leads_to(&work.page());
    classmate.get("/").await.ok().see("asks what you think of “");
    classmate.get(&work.at("peers")).await.ok().see("At first I only counted the beds.").dont_see("Mastery check");
    classmate.get(&picture).await.ok();
    for path in [work.page(), work.at("revision/1"), work.at("compare"), work.at("edit")] {
        classmate.get(&path).await.is(404);
    }
    for person in [&people.other_student, &people.other_school_student, &people.classmates_family, &people.lead] {
        world.as_(person).await.get(&work.at("peers")).await.is(404);
    }
    student.post(&work.at("peers/ask"), &[("stop", "yes")]).await.leads_to(&work.page());
    classmate.get(&work.at("peers")).await.is(404);
    classmate.get(&picture).await.is(404);
});

promise!(a_classmates_words_begin_with_the_work_and_are_answered_like_any_other, |world| {
    let work = asked(&world).await;
    let id = said(&world, &work, "what the beds hold in winter.").await;
    let mut student = world.student().await;
    let page =
        student.get(&work.page()).await.ok().see("The work makes me wonder").see("what the beds hold in winter.");
    assert_eq!(page.words().matches("what the beds hold in winter.").count(), 1, "sent twice, said once");
    student.post(&format!("/feedback/{id}/answer"), &[("use", "used")]).await.leads_to(&work.page());
    world.as_(&world.people.classmate).await.get(&work.at("peers")).await.ok().see("Used it");
    student.get("/").await.see("what the beds hold in winter.");
});

promise!(an_advisor_hides_with_a_reason_that_is_kept, |world| {
    let work = asked(&world).await;
    let id = said(&world, &work, "why you are so slow.").await;
    let address = format!("/feedback/{id}/hide");
    let mut advisor = world.advisor().await;
    advisor.post(&address, &[("reason", " \u{200B}")]).await.is(422).see("Please write something here.");
    let reason = "Say it about the work: which part is slow?";
    advisor.post(&address, &[("reason", reason)]).await.leads_to(&work.page());
    advisor.post(&address, &[("reason", "Another reason")]).await.leads_to(&work.page());
    advisor.get(&work.page()).await.see(reason).see("why you are so slow.").dont_see("Another reason");
    let mut student = world.student().await;
    student.get(&work.page()).await.dont_see("why you are so slow.").dont_see(reason);
    student.get("/").await.dont_see("why you are so slow.");
    student.get(&format!("/feedback/{id}/answer")).await.is(404);
    world.family().await.get(&work.page()).await.dont_see("why you are so slow.");
    let page = world.as_(&world.people.classmate).await.get(&work.at("peers")).await.ok();
    page.see(reason).see("why you are so slow.");
    for person in [&world.people.student, &world.people.classmate, &world.people.other_advisor] {
        world.as_(person).await.post(&address, &[("reason", "x")]).await.is(404);
    }
});

promise!(an_advisors_own_feedback_is_not_hidden, |world| {
    let work = asked(&world).await;
    let (id, _) = crate::mastery::feedback::given(&world, &work, &[]).await;
    world.advisor().await.post(&format!("/feedback/{id}/hide"), &[("reason", "x")]).await.is(404);
});

promise!(odd_words_of_classmates_are_no_trouble, |world| {
    let work = asked(&world).await;
    let mut classmate = world.as_(&world.people.classmate).await;
    let form = classmate.get(&work.at("peers")).await.ok();
    let revision = form.hidden("revision").unwrap();
    let million = "a".repeat(1_000_000);
    let foreign = FeedbackId::new().to_string();
    for (starter, feedback, revision) in [
        ("rank", "Words", revision.as_str()),
        ("noticed", "\u{200B}", &revision),
        ("noticed", &million, &revision),
        ("noticed", "Words", &foreign),
        ("noticed", "Words", "<script>alert(1)</script>"),
    ] {
        let fields = [("starter", starter), ("feedback", feedback), ("revision", revision), ("language", "en")];
        classmate.post(&work.at("peers"), &fields).await.is(422).has_no("<script>alert");
    }
    let mut student = world.student().await;
    student.get(&work.page()).await.ok().dont_see("Feedback from Amina");
    student.post(&work.at("peers/ask"), &[("question", &million), ("question_language", "en")]).await.is(422);
    student.post(&work.at("peers/ask"), &[("question", "Why?"), ("question_language", "<")]).await.is(422).see("Why?");
});
