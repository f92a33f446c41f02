//! Checks: criterion by criterion in words, over what builds on what, and in another form where that is agreed.

use kinfolio::id::{TargetId, WishAnswerId};
use kinfolio::store::run;

use crate::promise;
use crate::work::{Written, a_target, a_work, check_form};
use crate::world::World;

/// Says that one target builds on another.
async fn builds(world: &World, target: &str, below: &str) {
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(
        &mut tx,
        "INSERT INTO target_builds_on (school_id, target_id, builds_on_id) VALUES ($1, $2, $3)",
        &world.school,
        TargetId::parse(target).unwrap(),
        TargetId::parse(below).unwrap()
    )
    .expect("a tie");
    tx.commit().await.expect("kept");
}

promise!(each_criterion_is_answered_in_words_beside_the_work, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    student.post(&work.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = advisor.get(&work.page()).await.ok().see("Both halves are equal");
    let address = form.link("/check/").unwrap();
    let (said, answer, version) = (format!("said-{target}-0"), format!("answer-{target}"), format!("version-{target}"));
    let read = form.hidden(&version).expect("the wording that was read");
    let mut fields = vec![(said.as_str(), "You folded them <b>to show it</b>."), (answer.as_str(), "mastered")];
    fields.push((version.as_str(), "99"));
    let again = advisor.post(&address, &fields).await.is(422).see("reworded while you wrote").see("You folded them");
    assert_eq!(again.hidden(&version).as_deref(), Some(read.as_str()));
    fields.pop();
    fields.push((version.as_str(), &read));
    advisor.post(&address, &fields).await.leads_to("/");
    for page in [student.get(&work.page()).await, world.family().await.get(&work.page()).await] {
        page.ok().see("Both halves are equal").see("You folded them <b>to show it</b>.").has_no("<b>to show");
    }
});

promise!(what_builds_on_something_not_mastered_can_be_asked_for_and_waved_through_with_a_reason, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let below = a_target(&world, "I can name the whole").await;
    builds(&world, &target, &below).await;
    let mut student = world.student().await;
    student.get(&work.page()).await.see("which you have not mastered yet").see("I can name the whole");
    student.post(&work.at("check"), &[]).await.leads_to(&work.page());
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    let (answer, wave) = (format!("answer-{target}"), format!("wave-{target}-{below}"));
    advisor.post(&form, &[(&answer, "mastered")]).await.is(422).see("I can name the whole");
    student.get(&work.page()).await.see("Your advisor has it");
    let reason = "Her quilt names the whole on every patch.";
    advisor.post(&form, &[(&answer, "mastered"), (&wave, reason)]).await.leads_to("/");
    student.get(&work.page()).await.see("Accepted anyway").see(reason);
});

promise!(what_is_mastered_in_any_work_needs_no_waving_through, |world| {
    let (first, below) = a_work(&world, "The whole").await;
    let mut student = world.student().await;
    student.post(&first.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &first).await;
    advisor
        .post(&form, &[(&format!("answer-{below}"), "mastered"), (&format!("next-{below}"), "It is there.")])
        .await
        .leads_to("/");
    let target = a_target(&world, "I can halve a half").await;
    builds(&world, &target, &below).await;
    let second = Written::new("Half of the half").with("target", &target);
    second.sent(&mut student, "keep").await.leads_to(&second.page());
    student.get(&second.page()).await.dont_see("not mastered yet");
    student.post(&second.at("check"), &[]).await;
    let form = check_form(&mut advisor, &second).await;
    advisor
        .post(&form, &[(&format!("answer-{target}"), "mastered"), (&format!("next-{target}"), "It is there.")])
        .await
        .leads_to("/");
});

promise!(a_student_proposes_another_form_and_the_answer_stays_with_the_check, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    let wish = "I would rather tell it as a story, in Spanish.";
    student.post(&work.at("check"), &[("wish", wish), ("wish_language", "xx<")]).await.is(422).see(wish);
    student.post(&work.at("check"), &[("wish", wish), ("wish_language", "en")]).await.leads_to(&work.page());
    let mut advisor = world.advisor().await;
    let page = advisor.get(&work.page()).await.ok().see(wish);
    let address = page.text.split("/check/").map(|part| part.split('"').next().unwrap_or_default());
    let address = address.filter(|part| part.ends_with("/wish")).map(|part| format!("/check/{part}")).next().unwrap();
    advisor.post(&address, &[("wish-answer", "talk"), ("wish-words", "")]).await.is(422);
    advisor.post(&address, &[("wish-answer", "never"), ("wish-words", "x")]).await.is(422);
    let id = WishAnswerId::new().to_string();
    let talk = [("id", id.as_str()), ("wish-answer", "talk"), ("wish-words", "Who will listen to it?")];
    for _ in 0..2 {
        advisor.post(&address, &talk).await.leads_to(&work.page());
    }
    advisor.post(&address, &[("wish-answer", "agreed"), ("wish-words", "")]).await.leads_to(&work.page());
    world.as_(&world.people.other_advisor).await.post(&address, &talk).await.is(404);
    student.post(&address, &talk).await.is(404);
    let form = advisor.get(&work.page()).await.text;
    let form = form.split("action=\"").find(|part| part.contains("/answer\"")).unwrap();
    let form = form.split('"').next().unwrap().to_owned();
    advisor
        .post(&form, &[(&format!("answer-{target}"), "mastered"), (&format!("next-{target}"), "It is there.")])
        .await
        .leads_to("/");
    let page =
        student.get(&work.page()).await.see(wish).see("Who will listen to it?").see("Yes, let us do it this way");
    assert_eq!(page.text.matches("Who will listen to it?").count(), 1, "sent twice, said once");
    advisor.post(&address, &[("wish-answer", "agreed")]).await.is(404);
});
