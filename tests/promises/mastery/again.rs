//! Trying again: the answer stands at the top, the revision says what it used and asks for the next check; and the advisor
//! goes on to the check that waits next.

use super::feedback::given;
use crate::promise;
use crate::work::{Written, a_target, a_work, check_form};
use crate::world::{Page, World};

/// The advisor says *not yet* to the check that waits.
async fn not_yet(world: &World, work: &Written, target: &str, next: &str) -> Page {
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, work).await;
    let fields = [(format!("answer-{target}"), "not_yet"), (format!("next-{target}"), next)];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    advisor.post(&form, &fields).await
}

promise!(a_new_answer_stands_at_the_top_until_there_is_a_revision, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    student.get(&work.page()).await.has_no("id=\"answer\"");
    student.post(&work.at("check"), &[]).await;
    not_yet(&world, &work, &target, "Show where the half went.").await;
    student.get("/").await.ok().has(&format!("/work/{}#answer", work.id));
    let page = student.get(&work.page()).await.ok().see("Show where the half went.").has("id=\"answer\"");
    assert!(page.text.find("id=\"answer\"") < page.text.find("id=\"road\""), "it stands above the road");
    assert_eq!(page.words().matches("Show where the half went.").count(), 1, "and not once more on it");
    world.family().await.get(&work.page()).await.ok().see("Show where the half went.").has_no("id=\"answer\"");
    let id = student.get(&work.at("revision/new")).await.ok().hidden("id").unwrap();
    student.post(&work.at("revision/new"), &[("id", &id), ("text", "Now it has.")]).await.leads_to(&work.page());
    student.get(&work.page()).await.see("Show where the half went.").has_no("id=\"answer\"");
});

promise!(a_revision_stands_beside_what_was_said_and_tells_what_it_used, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let (used, _) = given(&world, &work, &[]).await;
    let (left, _) = given(&world, &work, &[("feedback", "Why no cucumbers?")]).await;
    let mut student = world.student().await;
    student.post(&work.at("check"), &[]).await;
    not_yet(&world, &work, &target, "Show where the half went.").await;
    let form = student.get(&work.at("revision/new")).await.ok();
    let form = form.see("The map is clear.").see("Why no cucumbers?").see("Show where the half went.");
    let form = form.see("Both halves are equal").see("I can halve anything");
    let id = form.hidden("id").unwrap();
    // Of another work, and nothing at all: nothing becomes of it.
    let other = Written::new("Another garden");
    other.sent(&mut student, "keep").await.leads_to(&other.page());
    let (foreign, _) = given(&world, &other, &[("feedback", "Not about this one.")]).await;
    let fields = [("id", id.as_str()), ("text", "Now the half has a name.")];
    let ticks = [("used", used.as_str()), ("used", foreign.as_str()), ("used", "<script>")];
    let too_long = "a".repeat(300_000);
    let wrong = [&[("id", id.as_str()), ("text", too_long.as_str())], &ticks[..]].concat();
    let again = student.post(&work.at("revision/new"), &wrong).await.is(422);
    assert!(again.text.contains(&format!("value=\"{used}\" checked")), "what was ticked stays ticked");
    student.post(&work.at("revision/new"), &[&fields[..], &ticks[..]].concat()).await.leads_to(&work.page());
    let page = student.get(&work.page()).await.ok();
    assert_eq!(page.words().matches("Used it").count(), 1, "one says so");
    page.has(&format!("/feedback/{left}/answer")).see("I used it");
    student.get(&other.page()).await.ok().has("value=\"used\"");
    student.get(&work.at("revision/new")).await.ok().dont_see("The map is clear.").see("Why no cucumbers?");
    world.advisor().await.get(&work.page()).await.ok().see("Used it");
});

promise!(a_revision_asks_for_the_next_check_in_the_same_step, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    student.post(&work.at("check"), &[]).await;
    // While one waits there is nothing to ask for.
    student.get(&work.at("revision/new")).await.ok().has_no("ask_check");
    not_yet(&world, &work, &target, "Show where the half went.").await;
    let form = student.get(&work.at("revision/new")).await.ok().has("name=\"ask_check\"").see("I can halve anything");
    let id = form.hidden("id").unwrap();
    let fields = [("id", id.as_str()), ("text", "Now the half has a name."), ("ask_check", "yes")];
    for _ in 0..2 {
        student.post(&work.at("revision/new"), &fields).await.leads_to(&work.page());
    }
    student.get(&work.page()).await.see("Your advisor has it");
    let page = world.advisor().await.get(&work.page()).await.ok().see("Now the half has a name.");
    assert_eq!(page.text.matches("/answer\"").count(), 1, "it is asked once");
    // A revision that asks for nothing asks for nothing.
    not_yet(&world, &work, &target, "And where did it go?").await;
    let id = student.get(&work.at("revision/new")).await.hidden("id").unwrap();
    student.post(&work.at("revision/new"), &[("id", &id), ("text", "There.")]).await.leads_to(&work.page());
    student.get(&work.page()).await.see("Ask for a mastery check").dont_see("Your advisor has it");
});

promise!(an_advisor_goes_on_to_the_next_check_that_waits_and_then_back_to_today, |world| {
    let (first, target) = a_work(&world, "Half of the garden").await;
    let second = Written::new("Half of the river").with("target", &a_target(&world, "I can count").await);
    let mut student = world.student().await;
    second.sent(&mut student, "keep").await.leads_to(&second.page());
    for work in [&first, &second] {
        student.post(&work.at("check"), &[]).await;
    }
    let next = not_yet(&world, &first, &target, "Show where the half went.").await;
    let place = next.leads_to(&format!("{}?said=check_answered_next", second.page())).goes_to();
    assert!(place.is_some_and(|place| place.ends_with("#check")));
    let mut advisor = world.advisor().await;
    advisor.get(&format!("{}?said=check_answered_next", second.page())).await.ok().see("the next check that waits");
    let form = check_form(&mut advisor, &second).await;
    let page = advisor.get(&second.page()).await.text;
    let target = page.split("name=\"answer-").nth(1).and_then(|rest| rest.split('"').next()).expect("a target");
    let fields = [(format!("answer-{target}"), "mastered"), (format!("next-{target}"), "You counted it all.")];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    advisor.post(&form, &fields).await.leads_to("/?said=check_answered");
});
