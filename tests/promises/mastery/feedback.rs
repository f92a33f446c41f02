//! Feedback points at a place, and the student says what became of it.

use kinfolio::id::{FeedbackId, PictureId};

use crate::promise;
use crate::work::{Written, a_work};
use crate::world::{AFile, Page, World};

/// An advisor's feedback on a work's latest revision, with these fields besides.
pub async fn given(world: &World, work: &Written, more: &[(&str, &str)]) -> (String, Page) {
    let mut advisor = world.advisor().await;
    let form = advisor.get(&work.page()).await.ok();
    let id = FeedbackId::new().to_string();
    let revision = form.hidden("revision").expect("the form names its revision");
    let mut fields = vec![("id", id.as_str()), ("revision", revision.as_str()), ("language", "en")];
    if !more.iter().any(|(name, _)| *name == "feedback") {
        fields.push(("feedback", "The map is clear."));
    }
    fields.extend(more);
    let answer = advisor.post(&work.at("feedback"), &fields).await;
    (id, answer)
}

promise!(feedback_quotes_words_of_its_own_revision_for_ever, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let quoted = "I only counted the beds";
    given(&world, &work, &[("passage", quoted)]).await.1.leads_to(&work.page());
    let mut student = world.student().await;
    let revision = student.get(&work.at("revision/new")).await.hidden("id").unwrap();
    student.post(&work.at("revision/new"), &[("id", &revision), ("text", "Now the half has a name.")]).await;
    let page = student.get(&work.page()).await.ok().see(quoted).see("First version").has("class=\"passage\"");
    page.has("/revision/1#:~:text=I%20only%20counted%20the%20beds");
    world.family().await.get(&work.page()).await.ok().see(quoted).has_no("<script");

    let (_, wrong) = given(&world, &work, &[("passage", quoted)]).await;
    wrong.is(422).see("not in this version").see("The map is clear.").see(quoted);
});

promise!(feedback_points_at_a_place_on_a_picture_and_at_a_second, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    let photo = crate::things::a_jpeg(64, 48);
    let files = [AFile { field: "pictures", name: "garden.jpg", bytes: &photo }];
    student.post_files(&work.at("pictures"), &[], &files).await;
    let picture = crate::work::pictures_on(&student.get(&work.page()).await).pop().expect("the picture is there");
    let place = [("picture", picture.as_str()), ("spot", "top-right"), ("minute", "1:05")];
    let (_, nothing_to_hear) = given(&world, &work, &place).await;
    nothing_to_hear.is(422);
    let files = [AFile { field: "pictures", name: "song.wav", bytes: &crate::things::a_wav(200) }];
    student.post_files(&work.at("pictures"), &[], &files).await;
    given(&world, &work, &place).await.1.leads_to(&work.page());
    let page = student.get(&work.page()).await.ok();
    page.has("spot spot--top-right").see("On this picture: top right").see("At minute 1:05").has("#t=65");

    let foreign = PictureId::new().to_string();
    for wrong in [("picture", foreign.as_str()), ("picture", "<script>"), ("spot", "above"), ("minute", "25:61")] {
        let (_, answer) = given(&world, &work, &[wrong, ("feedback", "Kept words")]).await;
        answer.is(422).see("Kept words").has_no("<script>");
    }
    student.get(&work.page()).await.dont_see("Kept words");
});

promise!(a_student_says_what_became_of_feedback, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let (id, answer) = given(&world, &work, &[]).await;
    answer.leads_to(&work.page());
    let address = format!("/feedback/{id}/answer");
    let mut student = world.student().await;
    student.get(&work.page()).await.see("I used it").has(&address);
    student.post_and_follow(&address, &[("use", "used")]).await.ok().see("Your answer is part of the road now");
    world.advisor().await.get(&work.page()).await.see("Used it");

    let form = student.get(&address).await.ok();
    let version = form.hidden("version").expect("it is answered already");
    let fields =
        |reason| [("use", "differently"), ("reason", reason), ("language", "en"), ("version", version.as_str())];
    student.post(&address, &fields("\u{200B}")).await.is(422).see("Please write something here.");
    let because = "My aunt says the gate is the whole.";
    student.post(&address, &fields(because)).await.leads_to(&work.page());
    // Sent twice, it stands once; something else from the older page comes back with both.
    student.post(&address, &fields(because)).await.leads_to(&work.page());
    student.post(&address, &fields("Other words")).await.is(422).see(because).see("Other words");
    world.family().await.get(&work.page()).await.see(because).dont_see("Other words");
});

promise!(nobody_but_the_student_answers_feedback_and_odd_answers_are_no_trouble, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let (id, _) = given(&world, &work, &[]).await;
    let address = format!("/feedback/{id}/answer");
    let people = &world.people;
    for person in [&people.advisor, &people.family, &people.classmate, &people.other_school_student] {
        world.as_(person).await.post(&address, &[("use", "used")]).await.is(404);
    }
    let mut student = world.student().await;
    student.post(&address, &[("use", "ignored"), ("reason", "x\0y"), ("language", "en")]).await.is(422);
    let million = "a".repeat(1_000_000);
    student.post(&address, &[("use", "differently"), ("reason", &million), ("language", "en")]).await.is(422);
    student.post(&address, &[("use", "used"), ("language", "<nothing>")]).await.is(422);
    student.post(&address, &[("use", "used"), ("language", "en"), ("version", "99999999999999999999")]).await;
    student.get(&work.page()).await.see("Used it");
    student.post(&format!("/feedback/{}/answer", FeedbackId::new()), &[("use", "used")]).await.is(404);
});

promise!(a_feedback_id_of_somebody_else_writes_nothing, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let other = Written::new("Another half");
    other.sent(&mut world.student().await, "keep").await.leads_to(&other.page());
    let (id, _) = given(&world, &work, &[]).await;
    let (_, twice) = given(&world, &work, &[("id", &id), ("feedback", "Other words")]).await;
    twice.leads_to(&work.page());
    let mut advisor = world.advisor().await;
    let revision = advisor.get(&other.page()).await.hidden("revision").unwrap();
    let fields = [("id", id.as_str()), ("revision", &revision), ("feedback", "Other words"), ("language", "en")];
    advisor.post(&other.at("feedback"), &fields).await.is(404);
    world.student().await.get(&other.page()).await.dont_see("Other words");
});
