//! Mastery checks: the student asks, the advisor answers in words, target by target.

use super::{Written, a_target, a_work, check_form};
use crate::promise;
use crate::world::{Visitor, World};

/// The advisor answers the check that waits, the same for every one of these targets.
async fn answered(world: &World, work: &Written, targets: &[&str], word: &str, next: &str) {
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, work).await;
    let names: Vec<_> = targets.iter().map(|id| (format!("answer-{id}"), format!("next-{id}"))).collect();
    let mut fields = Vec::new();
    for (answer, words) in &names {
        fields.push((answer.as_str(), word));
        fields.push((words.as_str(), next));
    }
    advisor.post(&form, &fields).await.leads_to("/");
}

async fn revised(student: &mut Visitor<'_>, work: &Written, text: &str) {
    let id = student.get(&work.at("revision/new")).await.ok().hidden("id").unwrap();
    student.post(&work.at("revision/new"), &[("id", &id), ("text", text)]).await.leads_to(&work.page());
}

promise!(from_the_first_draft_over_not_yet_to_mastered, |world| {
    let mut student = world.student().await;
    let (work, target) = a_work(&world, "Half of the garden").await;
    student.get(&work.page()).await.see("Ask for a mastery check");
    student.post_and_follow(&work.at("check"), &[]).await.ok().see("Your advisor can see that you asked");
    student.get(&work.page()).await.see("Waiting for a check");
    world.advisor().await.get("/").await.ok().see("Half of the garden").see("Marisol Reyes");

    answered(&world, &work, &[&target], "not_yet", "Show where the half went.").await;
    student.get(&work.page()).await.see("Not yet").see("Show where the half went.").see("Add a revision, and you can");
    student.get("/").await.see("not yet, and what would get it there").see("Thomas Byrne");

    revised(&mut student, &work, "Now the half has a name.").await;
    student.get(&work.page()).await.see("Now the half has a name.").see("Ask for a mastery check");
    student.get(&work.at("revision/1")).await.ok().see("At first I only counted the beds.").see("There is a later one");
    student.post(&work.at("check"), &[]).await;
    answered(&world, &work, &[&target], "mastered", "It is all there.").await;
    student.get(&work.page()).await.see("Mastered").dont_see("Ask for a mastery check");
    world.family().await.get(&work.page()).await.ok().see("Dominado").has_no("<script");
});

promise!(feedback_never_stands_in_the_way_of_a_check, |world| {
    let (work, _) = a_work(&world, "Half of the garden").await;
    let mut advisor = world.advisor().await;
    let form = advisor.get(&work.page()).await;
    let (id, revision) = (form.hidden("id").unwrap(), form.hidden("revision").unwrap());
    let fields = [("id", id.as_str()), ("revision", &revision), ("feedback", "The map is clear."), ("language", "en")];
    advisor.post(&work.at("feedback"), &fields).await.leads_to(&work.page());
    let mut student = world.student().await;
    student.get("/").await.see("Somebody wrote about").see("The map is clear.");
    student.get(&work.page()).await.see("The map is clear.").see("Ask for a mastery check");
    student.post(&work.at("check"), &[]).await.leads_to(&work.page());
    student.get(&work.page()).await.see("Your advisor has it");
});

promise!(a_check_asks_for_what_is_not_mastered_yet, |world| {
    let mut student = world.student().await;
    let (work, halves) = a_work(&world, "Half of the garden").await;
    student.post(&work.at("check"), &[]).await;
    answered(&world, &work, &[&halves], "mastered", "It is all there.").await;
    let words = a_target(&world, "I can say it in words").await;
    let both = work.with("target", &words);
    both.changed(&mut student, "keep").await.leads_to(&both.page());
    student.post(&both.at("check"), &[]).await;
    let form = world.advisor().await.get(&both.page()).await.ok();
    form.has(&format!("answer-{words}")).has_no(&format!("answer-{halves}"));
    answered(&world, &both, &[&words], "mastered", "It is all there.").await;
    student.get(&both.page()).await.dont_see("Waiting").dont_see("Ask for a mastery check");
});

promise!(asking_many_times_at_once_asks_once, |world| {
    let student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let address = work.at("check");
    let clicks = vec![student; 6];
    let asked = clicks.into_iter().map(async |mut student| student.post(&address, &[]).await.leads_to(&work.page()));
    futures::future::join_all(asked).await;
    let board = world.advisor().await.get("/").await.ok();
    assert_eq!(board.words().matches("Open the check").count(), 1);
});

promise!(a_check_needs_something_to_check_and_says_so, |world| {
    let mut student = world.student().await;
    let work = Written::new("Half of the garden");
    work.sent(&mut student, "keep").await;
    student.get(&work.page()).await.see("choose what it shows you can do").dont_see("Ask for a mastery check");
    student.post(&work.at("check"), &[]).await.leads_to(&work.page());
    world.advisor().await.get("/").await.dont_see("Half of the garden");
    let target = a_target(&world, "I can halve anything").await;
    let mine = work.with("target", &target).with("audience", "me");
    mine.changed(&mut student, "keep").await.leads_to(&mine.page());
    student.get(&mine.page()).await.see("Only you can see this work");
});

promise!(not_yet_needs_words_and_keeps_what_was_typed, |world| {
    let mut student = world.student().await;
    let (work, first) = a_work(&world, "Half of the garden").await;
    let second = a_target(&world, "I can say it in words").await;
    let work = work.with("target", &second);
    work.changed(&mut student, "keep").await;
    student.post(&work.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    let names = [&first, &second].map(|id| (format!("answer-{id}"), format!("next-{id}")));
    let fields = [
        (names[0].0.as_str(), "mastered"),
        (names[0].1.as_str(), "The two maps <agree>."),
        (names[1].0.as_str(), "not_yet"),
        (names[1].1.as_str(), "\u{200B}"),
    ];
    let page = advisor.post(&form, &fields).await.is(422).see("The two maps <agree>.");
    assert_eq!(page.text.matches("role=\"alert\"").count(), 1, "what is wrong is said once");
    student.get(&work.page()).await.see("Your advisor has it").dont_see("The two maps");
});

promise!(whoever_answers_second_is_told_and_keeps_the_words, |world| {
    let mut student = world.student().await;
    let (work, target) = a_work(&world, "Half of the garden").await;
    student.post(&work.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    let (answer, next) = (format!("answer-{target}"), format!("next-{target}"));
    advisor.post(&form, &[(&answer, "mastered"), (&next, "It is all there.")]).await.leads_to("/");
    let second = advisor.post(&form, &[(&answer, "not_yet"), (&next, "Say where the half went.")]).await.is(422);
    second.see("Somebody has answered this check already").see("Say where the half went.");
    student.get(&work.page()).await.see("Mastered").dont_see("Say where the half went.");
});

promise!(an_answer_counts_for_the_checks_own_targets_only, |world| {
    let mut student = world.student().await;
    let (work, target) = a_work(&world, "Half of the garden").await;
    let other = a_target(&world, "I can fly").await;
    student.post(&work.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    advisor.post(&form, &[(&format!("answer-{other}"), "mastered")]).await.is(422);
    let (answer, other) = (format!("answer-{target}"), format!("answer-{other}"));
    let next = format!("next-{target}");
    let fields = [(answer.as_str(), "mastered"), (other.as_str(), "mastered"), (next.as_str(), "It is all there.")];
    advisor.post(&form, &fields).await.leads_to("/");
    student.get(&work.page()).await.see("Mastered").dont_see("I can fly");
});

promise!(an_advisor_is_told_when_a_later_version_is_there, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    student.post(&work.at("check"), &[]).await;
    revised(&mut student, &work, "Now the half has a name.").await;
    student.post(&work.at("check"), &[]).await;
    let page = world.advisor().await.get(&work.page()).await.ok().see("The question is about version 1");
    assert_eq!(page.text.matches("/answer\"").count(), 1);
});

promise!(a_revision_sent_many_times_at_once_is_added_once, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let address = work.at("revision/new");
    let id = student.get(&address).await.hidden("id").unwrap();
    let fields = [("id", id.as_str()), ("text", "Now the half has a name.")];
    let clicks = vec![student.clone(); 6];
    let sent = clicks.into_iter().map(async |mut student| student.post(&address, &fields).await.leads_to(&work.page()));
    futures::future::join_all(sent).await;
    student.get(&work.at("revision/2")).await.ok();
    student.get(&work.at("revision/3")).await.is(404);
});

promise!(revisions_written_in_several_windows_at_once_are_all_kept, |world| {
    let mut student = world.student().await;
    let (work, _) = a_work(&world, "Half of the garden").await;
    let address = work.at("revision/new");
    let windows = vec![student.clone(); 6].into_iter().enumerate().map(async |(window, mut student)| {
        let id = student.get(&address).await.hidden("id").unwrap();
        let text = format!("Written in window {window}");
        student.post(&address, &[("id", &id), ("text", &text)]).await.leads_to(&work.page())
    });
    futures::future::join_all(windows).await;
    for number in 2..=7 {
        student.get(&work.at(&format!("revision/{number}"))).await.ok().see("Written in window");
    }
    student.get(&work.at("revision/8")).await.is(404);
});
