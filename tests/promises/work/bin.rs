//! What a student takes back lies in their bin, comes back as it was, and is gone after thirty days; nobody's words are lost
//! by it.

use kinfolio::work::Work;

use super::*;
use crate::promise;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A kept work for the family, and its address.
async fn a_work(student: &mut Visitor<'_>, title: &str, keep: bool) -> String {
    let id = WorkId::new().to_string();
    let fields = [
        ("id", id.as_str()),
        ("title", title),
        ("text", "Cold, and loud."),
        ("form", "writing"),
        ("language", "en"),
        ("audience", "family"),
        if keep { ("keep", "yes") } else { ("draft", "yes") },
    ];
    student.post("/work/new", &fields).await.leads_to("/work/");
    format!("/work/{id}")
}

promise!(a_draft_that_is_thrown_away_is_gone_from_the_lists_and_comes_back, |world| {
    let mut student = world.student().await;
    let work = a_work(&mut student, "The river", false).await;
    student.get("/work").await.ok().see("The river");
    student.get(&format!("{work}/edit")).await.ok().see("Throw this draft away");
    // A form that was never seen throws nothing away.
    student.post(&format!("{work}/bin"), &[]).await.is(400);
    for _ in 0..2 {
        student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    }
    student.get("/work").await.ok().dont_see("The river");
    student.get("/").await.ok().dont_see("The river");
    student.get("/bin").await.ok().see("The river").see("Gone for good on");
    student.post(&format!("{work}/bring-back"), &[]).await.leads_to(&work);
    student.get("/work").await.ok().see("The river");
    student.get("/bin").await.ok().see("Your bin is empty.");
    let mut classmate = world.as_(&world.people.classmate).await;
    classmate.post(&format!("{work}/delete"), &[("sure", "yes")]).await.is(404);
    classmate.get("/bin").await.ok().dont_see("The river");
    for nobody in [classmate, world.family().await, world.advisor().await] {
        let mut nobody = nobody;
        nobody.post(&format!("{work}/bin"), &[("sure", "yes")]).await.is(404);
        nobody.post(&format!("{work}/bring-back"), &[]).await.is(404);
    }
});

promise!(an_empty_form_makes_nothing, |world| {
    let mut student = world.student().await;
    let before = world.rows().await["work"];
    let id = WorkId::new().to_string();
    let empty = [("id", id.as_str()), ("title", " "), ("text", "\r\n"), ("form", "writing"), ("language", "en")];
    for more in [vec![("draft", "yes")], vec![]] {
        student.post("/work/new", &[&empty[..], &more].concat()).await.leads_to("/work?said=nothing_yet");
    }
    student.post("/work/new", &[&empty[..], &[("keep", "yes"), ("audience", "family")]].concat()).await.is(422);
    assert_eq!(world.rows().await["work"], before);
});

promise!(what_is_in_the_bin_is_nobody_elses_and_comes_back_for_whom_it_was, |world| {
    let mut student = world.student().await;
    let work = a_work(&mut student, "The <b>river</b>", true).await;
    let asks = [("question", "What do you hear?"), ("question_language", "en")];
    student.post(&format!("{work}/peers/ask"), &asks).await.is(303);
    let mut classmate = world.as_(&world.people.classmate).await;
    classmate.get(&format!("{work}/peers")).await.ok();
    world.family().await.get(&work).await.ok();
    student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    world.family().await.get(&work).await.is(404);
    world.advisor().await.get(&work).await.is(404);
    classmate.get(&format!("{work}/peers")).await.is(404);
    let about = format!("/student/{}", world.people.student.id);
    world.family().await.get(&format!("{about}/portfolio")).await.ok().dont_see("river");
    student.get(&format!("{about}/portfolio")).await.ok().dont_see("river");
    student.get(&work).await.leads_to("/bin");
    student.get("/bin").await.ok().see("The <b>river</b>").has_no("<b>river");
    student.post(&format!("{work}/bring-back"), &[]).await.leads_to(&work);
    world.family().await.get(&work).await.ok().see("The <b>river</b>");
    classmate.get(&format!("{work}/peers")).await.ok();
    // Whoever goes on writing in another window wants it back.
    let version = student.get(&format!("{work}/edit")).await.ok().hidden("version").expect("a version");
    student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    let id = work.rsplit('/').next().unwrap_or_default().to_owned();
    let more = [
        ("id", id.as_str()),
        ("version", version.as_str()),
        ("title", "The river"),
        ("text", "Warm, in August."),
        ("form", "writing"),
        ("language", "en"),
        ("audience", "family"),
        ("keep", "yes"),
    ];
    student.post(&format!("{work}/edit"), &more).await.leads_to(&work);
    world.family().await.get(&work).await.ok().see("Warm, in August.");
});

promise!(after_thirty_days_it_is_gone_unless_somebody_wrote_about_it, |world| {
    let mut student = world.student().await;
    let (alone, answered) = (a_work(&mut student, "Alone", true).await, a_work(&mut student, "Answered", true).await);
    let mut advisor = world.advisor().await;
    let revision = advisor.get(&answered).await.ok().hidden("revision").expect("a revision");
    let said = [("revision", revision.as_str()), ("feedback", "I hear the cold."), ("language", "en")];
    advisor.post(&format!("{answered}/feedback"), &said).await.is(303);
    for work in [&alone, &answered] {
        student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    }
    student.get("/bin").await.ok().see("Somebody has written about it");
    student.post(&format!("{answered}/delete"), &[("sure", "yes")]).await.leads_to("/bin?said=stays_in_bin");
    student.post(&format!("{alone}/delete"), &[]).await.is(400);
    let now = world.services.clock.now();
    assert_eq!(Work::empty_bins(&world.services.db, now.plus_days(29)).await.unwrap(), 0);
    world.services.clock.move_on(30 * DAY + DAY / 24);
    assert_eq!(Work::empty_bins(&world.services.db, world.services.clock.now()).await.unwrap(), 1);
    let mut student = world.student().await;
    student.get("/bin").await.ok().see("Answered").dont_see("Alone");
    student.get(&alone).await.is(404);
    student.post(&format!("{answered}/bring-back"), &[]).await.leads_to(&answered);
    student.get(&answered).await.ok().see("I hear the cold.");
});

promise!(one_of_everything_can_be_deleted_for_good, |world| {
    let things = crate::things::one_of_everything(&world).await;
    let mut student = world.student().await;
    let work = a_work(&mut student, "For the bin", true).await;
    student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    student.post(&format!("{work}/delete"), &[("sure", "yes")]).await.leads_to("/bin?said=deleted");
    student.get(&work).await.is(404);
    // The one that others wrote about, that stands on a shelf and is shown at a conference, stays.
    let work = format!("/work/{}", things["work"]);
    student.post(&format!("{work}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    student.post(&format!("{work}/delete"), &[("sure", "yes")]).await.leads_to("/bin?said=stays_in_bin");
    student.get(&format!("/conference/{}", things["conference"])).await.ok();
});
