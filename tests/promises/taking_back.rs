//! What somebody takes back lies in their bin, theirs alone, comes back as it was, and is gone after thirty days. What others
//! answered stays. What was just done is undone for ten minutes.

use std::collections::HashMap;

use kinfolio::taking_back::forget;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;

type Things = HashMap<&'static str, String>;

/// Whether words stand in any table but these.
async fn stand_anywhere(world: &World, words: &str, but: &[&str]) -> Vec<String> {
    let contents = world.contents(&[]).await.into_iter().filter(|(table, _)| !but.contains(&table.as_str()));
    let found = contents.filter(|(_, rows)| rows.iter().any(|row| row.contains(words)));
    found.map(|(table, _)| table).collect()
}

/// The advisor's feedback on the student's work.
async fn feedback(world: &World, things: &Things, words: &str) -> String {
    let mut advisor = world.advisor().await;
    let work = format!("/work/{}", things["work"]);
    let page = advisor.get(&work).await.ok();
    let id = kinfolio::id::FeedbackId::new().to_string();
    let revision = page.hidden("revision").expect("a version");
    let fields = [("id", id.as_str()), ("revision", revision.as_str()), ("feedback", words), ("language", "en")];
    advisor.post(&format!("{work}/feedback"), &fields).await.leads_to(&work);
    format!("/feedback/{id}")
}

/// The way to bring back what lies in somebody's bin.
async fn in_bin(visitor: &mut Visitor<'_>, words: &str) -> String {
    let page = visitor.get("/bin").await.ok().see(words);
    let link = page.link("/bin/").expect("it lies in the bin");
    link.trim_end_matches("/bring-back").to_owned()
}

promise!(feedback_that_nobody_answered_is_gone_until_it_is_brought_back, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    let said = feedback(&world, &things, "Say where the half went.").await;
    student.get(&work).await.ok().see("Say where the half went.");
    for nobody in [&world.people.student, &world.people.family, &world.people.classmate, &world.people.lead] {
        world.as_(nobody).await.post(&format!("{said}/take-back"), &[("sure", "yes")]).await.is(404);
    }
    advisor.post(&format!("{said}/take-back"), &[("sure", "yes")]).await.leads_to(&format!("{work}?said=in_bin"));
    student.get(&work).await.ok().dont_see("Say where the half went.");
    assert_eq!(stand_anywhere(&world, "Say where the half went.", &["binned", "undoable"]).await, [] as [String; 0]);
    let binned = in_bin(&mut advisor, "Say where the half went.").await;
    for nobody in [&world.people.student, &world.people.family, &world.people.classmate, &world.people.lead] {
        let mut nobody = world.as_(nobody).await;
        nobody.get("/bin").await.ok().dont_see("Say where the half went.");
        nobody.post(&format!("{binned}/bring-back"), &[]).await.is(404);
        nobody.post(&format!("{binned}/delete"), &[("sure", "yes")]).await.is(404);
    }
    advisor.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&work).await.ok().see("Say where the half went.");
    // Deleted for good it is in no table.
    advisor.post(&format!("{said}/take-back"), &[("sure", "yes")]).await.leads_to(&work);
    let binned = in_bin(&mut advisor, "Say where the half went.").await;
    advisor.post(&format!("{binned}/delete"), &[]).await.is(400);
    advisor.post(&format!("{binned}/delete"), &[("sure", "yes")]).await.leads_to("/bin?said=deleted");
    assert_eq!(stand_anywhere(&world, "Say where the half went.", &[]).await, ["undoable"], "for ten minutes at most");
});

promise!(what_the_student_answered_to_feedback_stays_beside_a_mark, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    let said = feedback(&world, &things, "Draw it bigger.").await;
    let answer = [("use", "differently"), ("reason", "It would not fit on the wall."), ("language", "en")];
    student.post(&format!("{said}/answer"), &answer).await.leads_to(&work);
    advisor.post(&format!("{said}/take-back"), &[("sure", "yes")]).await.leads_to(&format!("{work}?said=withdrawn"));
    let page = student.get(&work).await.ok().dont_see("Draw it bigger.");
    page.see("It would not fit on the wall.").see("took these words back");
    let binned = in_bin(&mut advisor, "Draw it bigger.").await;
    advisor.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&work).await.ok().see("Draw it bigger.").see("It would not fit on the wall.");
});

promise!(feedback_is_corrected_by_its_author_and_how_it_read_before_is_kept, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    let said = feedback(&world, &things, "Name the hole.").await;
    let correct = format!("{said}/correct");
    for nobody in [&world.people.student, &world.people.family, &world.people.classmate] {
        world.as_(nobody).await.get(&correct).await.is(404);
    }
    let page = advisor.get(&correct).await.ok().see("Name the hole.");
    let version = page.hidden("version").expect("a version");
    let words = |text| [("version", version.as_str()), ("feedback", text), ("language", "en")];
    advisor.post(&correct, &words(" \u{200B}")).await.is(422);
    advisor.post(&correct, &words("Name the <b>whole</b>.")).await.leads_to(&work);

    student.get(&work).await.ok().see("Name the <b>whole</b>.").see("Name the hole.").has_no("<b>whole");
    // From a page that was opened before.
    advisor.post(&correct, &words("Say what the whole is.")).await.is(422).see("Say what the whole is.");
});

promise!(the_answer_to_a_check_is_corrected_by_whoever_gave_it, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let (work, check) = (format!("/work/{}", things["work"]), format!("/check/{}", things["check"]));
    let (answer, next) = (format!("answer-{}", things["target"]), format!("next-{}", things["target"]));
    advisor.get(&format!("{check}/correct")).await.is(404);
    let not_yet = [(answer.as_str(), "not_yet"), (next.as_str(), "Name the whole.")];
    advisor.post(&format!("{check}/answer"), &not_yet).await.leads_to("/");
    student.get(&work).await.ok().see("Name the whole.");
    for nobody in [&world.people.student, &world.people.family, &world.people.classmate, &world.people.lead] {
        world.as_(nobody).await.get(&format!("{check}/correct")).await.is(404);
    }
    let page = advisor.get(&format!("{check}/correct")).await.ok().see("Name the whole.");
    let from = page.hidden("from").expect("a version");
    let empty = [("from", from.as_str()), (answer.as_str(), "mastered"), (next.as_str(), "")];
    advisor.post(&format!("{check}/correct"), &empty).await.is(422);
    let fields = [("from", from.as_str()), (answer.as_str(), "mastered"), (next.as_str(), "Both maps agree.")];
    advisor.post(&format!("{check}/correct"), &fields).await.leads_to(&work);
    student.get(&work).await.ok().see("Both maps agree.").see("Name the whole.").see("Mastered");
    advisor.post(&format!("{check}/correct"), &not_yet).await.is(422);
});

promise!(a_version_that_nobody_answered_is_taken_back_and_comes_back_behind_a_newer_one, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let work = format!("/work/{}", things["work"]);
    let new = format!("{work}/revision/new");
    // The one that a check is asked for stays.
    student.post(&format!("{work}/version/take-back"), &[("sure", "yes")]).await.leads_to(&work);
    let add = async |student: &mut Visitor<'_>, text: &str| {
        student.get(&new).await.ok();
        student.post(&new, &[("text", text), ("links", "")]).await.leads_to(&work);
    };
    add(&mut student, "Now with a paper strip.").await;
    let taken = student.post(&format!("{work}/version/take-back"), &[("sure", "yes")]).await;
    taken.leads_to(&format!("{work}?said=in_bin"));
    student.get(&work).await.ok().dont_see("Now with a paper strip.").see("At first I only drew pizzas.");
    add(&mut student, "Now with string.").await;
    let binned = in_bin(&mut student, "Fractions, my way").await;
    student.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&work).await.ok().see("Now with a paper strip.");
    student.get(&format!("{work}/revision/2")).await.ok().see("Now with string.");
});

promise!(a_check_is_asked_for_no_more_and_what_was_said_to_the_wish_stays, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    student.post(&format!("/check/{}/withdraw", things["check"]), &[("sure", "yes")]).await.leads_to(&work);
    advisor.get("/").await.ok().dont_see("Fractions, my way");
    let wish = [("wish", "As a story, in Spanish"), ("wish_language", "en")];
    student.post(&format!("{work}/check"), &wish).await.leads_to(&work);
    let page = advisor.get(&work).await.ok();
    let check =
        page.link("/check/").expect("it waits").trim_end_matches("/wish").trim_end_matches("/answer").to_owned();
    let yes = [("wish-answer", "talk"), ("wish-words", "With whom?")];
    advisor.post(&format!("{check}/wish"), &yes).await.leads_to(&work);
    student.post(&format!("{check}/withdraw"), &[("sure", "yes")]).await.leads_to(&work);
    let page = student.get(&work).await.ok().see("With whom?").see("As a story, in Spanish");
    page.see("Not asked any more").dont_see("Stop asking for this check");
    advisor.get("/").await.ok().dont_see("Fractions, my way");
    let answer = format!("answer-{}", things["target"]);
    let next = format!("next-{}", things["target"]);
    let late = [(answer.as_str(), "mastered"), (next.as_str(), "There.")];
    advisor.post(&format!("{check}/answer"), &late).await.is(422);
});

promise!(words_for_the_definition_go_for_everybody_and_the_statement_says_so, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor, mut family) = (world.student().await, world.advisor().await, world.family().await);
    let definition = format!("/student/{}/definition", things["student"]);
    let statement = format!("/statement/{}", things["statement"]);
    let words = format!("/contribution/{}", things["contribution"]);
    let version = student.get(&statement).await.ok().hidden("version").expect("a version");
    let cited = [
        ("version", version.as_str()),
        ("text", "We look after our elders."),
        ("language", "en"),
        ("cites", things["contribution"].as_str()),
    ];
    student.post(&statement, &cited).await.leads_to("/student/");
    let version = student.get(&words).await.ok().hidden("version").expect("a version");
    let other = [("version", version.as_str()), ("text", "We eat together, on Sundays."), ("language", "en")];
    student.post(&words, &other).await.leads_to("/student/");
    for visitor in [&mut advisor, &mut family] {
        visitor.post(&format!("{words}/take-back"), &[("sure", "yes")]).await.is(404);
        visitor.get(&definition).await.ok().see("We eat together, on Sundays.");
    }
    student.post(&format!("{words}/take-back"), &[("sure", "yes")]).await.leads_to("/student/");
    for visitor in [&mut student, &mut advisor, &mut family] {
        let page = visitor.get(&definition).await.ok();
        page.dont_see("We eat together").dont_see("Comemos juntos.").see("We look after our elders.");
        assert_eq!(visitor.get(&format!("{words}/earlier")).await.status, 404);
    }
    student.get(&definition).await.ok().see("A voice was taken back");
    for visitor in [&mut advisor, &mut family] {
        visitor.get(&format!("/sound/{}", things["sound"])).await.is(404);
        visitor.get(&format!("/photo/{}/320", things["photo"])).await.is(404);
    }
    let but = ["binned", "undoable"];
    assert_eq!(stand_anywhere(&world, "We eat together", &but).await, [] as [String; 0]);
    assert_eq!(stand_anywhere(&world, "Comemos juntos", &but).await, [] as [String; 0]);
    let binned = in_bin(&mut student, "We eat together").await;
    student.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    // The translation was made from earlier words: it is for whose words these are, and for whoever made it.
    let page = family.get(&definition).await.ok().see("We eat together, on Sundays.").dont_see("Comemos juntos.");
    page.dont_see("A voice was taken back");
    student.get(&definition).await.ok().see("Comemos juntos.");
});

promise!(talk_rehearsals_shelves_moments_and_plans_are_taken_back_and_come_back, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let (conference, arrange) =
        (format!("/conference/{}", things["conference"]), format!("/student/{}/portfolio/arrange", things["student"]));
    let moments = world.rows().await["moment"];
    let rows = world.contents(&[]).await.remove("moment").unwrap_or_default();
    let row = rows.into_iter().find(|row| row.contains(&things["moment"])).expect("it is there");
    let name = row.split(" name=").nth(1).and_then(|rest| rest.split(" purpose=").next());
    let moment = name.expect("it has a name").to_owned();
    let version = student.get(&format!("/shelf/{}", things["shelf"])).await.ok().hidden("version").expect("a version");
    let named = [("version", version.as_str()), ("name", "Things I brought home. My own"), ("about", "")];
    student.post(&format!("/shelf/{}", things["shelf"]), &named).await.leads_to(&arrange);
    let cases = [
        (format!("/comment/{}/take-back", things["comment"]), format!("{conference}/talk"), "Who brings the drum?"),
        (
            format!("/remark/{}/take-back", things["remark"]),
            format!("/statement/{}/talk", things["statement"]),
            "And our neighbors?",
        ),
        (format!("/shelf/{}/remove", things["shelf"]), arrange, "Things I brought home. My own"),
        (format!("/moment/{}/remove", things["moment"]), conference.clone(), moment.as_str()),
        (format!("{conference}/plan/take-back"), conference.clone(), moment.as_str()),
    ];
    for (take_back, page, words) in cases {
        let rows = world.rows().await;
        student.get(&page).await.ok().see(words);
        student.post(&take_back, &[("sure", "yes")]).await.leads_to("/");
        student.get(&page).await.ok().dont_see(words);
        let name = if take_back.contains("/plan/") { "A plan" } else { words };
        let binned = in_bin(&mut student, name).await;
        student.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
        student.get(&page).await.ok().see(words);
        let now = world.rows().await;
        for table in ["plan_comment", "remark", "shelf", "shelf_work", "moment", "moment_statement", "moment_work"] {
            assert_eq!(rows[table], now[table], "{take_back}: {table}");
        }
    }
    assert_eq!(world.rows().await["moment"], moments);
    // A plan that was begun anew stands in the place of the one that was taken back.
    student.post(&format!("{conference}/plan/take-back"), &[("sure", "yes")]).await.leads_to(&conference);
    student.post(&format!("{conference}/guide"), &[]).await.leads_to(&conference);
    let binned = in_bin(&mut student, "A plan").await;
    student.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=not_back");
    assert_eq!(world.rows().await["moment"], moments);
});

promise!(a_rehearsal_is_taken_back_and_what_a_partner_said_stays, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut classmate) = (world.student().await, world.as_(&world.people.classmate).await);
    let rehearsal = format!("/rehearsal/{}", things["rehearsal"]);
    let partner = world.people.classmate.id.to_string();
    student.post(&format!("{rehearsal}/partner"), &[("partner", partner.as_str())]).await.leads_to(&rehearsal);
    let id = kinfolio::id::RehearsalFeedbackId::new().to_string();
    let words = [("id", id.as_str()), ("starter", "stayed"), ("text", "The part about the drum."), ("language", "en")];
    classmate.post(&format!("{rehearsal}/feedback"), &words).await.leads_to(&rehearsal);
    student.post(&format!("{rehearsal}/take-back"), &[("sure", "yes")]).await.leads_to("/conference/");
    student.get(&rehearsal).await.ok().see("You took this rehearsal back").see("The part about the drum.");
    assert_eq!(world.rows().await["rehearsal_moment"], 0);
    let page = student.get("/bin").await.ok().see("A rehearsal");
    let binned = page.link("/bin/").expect("it lies in the bin");
    student.post(&binned, &[]).await.leads_to("/bin?said=is_back");
    student.get(&rehearsal).await.ok().dont_see("You took this rehearsal back").see("The part about the drum.");
    // The partner takes their words back as well.
    student.post(&format!("/rehearsal-feedback/{id}/take-back"), &[("sure", "yes")]).await.is(404);
    classmate.post(&format!("/rehearsal-feedback/{id}/take-back"), &[("sure", "yes")]).await.leads_to(&rehearsal);
    student.get(&rehearsal).await.ok().dont_see("The part about the drum.");
});

promise!(a_target_that_is_in_use_stays_where_it_was_chosen_and_is_offered_no_more, |world| {
    let things = one_of_everything(&world).await;
    let (mut lead, mut student) = (world.lead().await, world.student().await);
    let used = format!("/targets/{}", things["target"]);
    world.advisor().await.post(&format!("{used}/take-back"), &[("sure", "yes")]).await.is(403);
    lead.post(&format!("{used}/take-back"), &[("sure", "yes")]).await.leads_to("/targets?said=target_withdrawn");
    student.get("/work/new").await.ok().dont_see("I can compare fractions.");
    student.get("/targets").await.ok().dont_see("I can compare fractions.");
    student.get(&format!("/work/{}/edit", things["work"])).await.ok().see("I can compare fractions.");
    student.get(&format!("/work/{}", things["work"])).await.ok().see("I can compare fractions.");
    student.get(&format!("/student/{}/targets", things["student"])).await.ok().see("I can compare fractions.");
    lead.get("/targets").await.ok().see("Not offered any more");
    lead.post(&format!("{used}/bring-back"), &[]).await.leads_to("/targets");
    student.get("/work/new").await.ok().see("I can compare fractions.");
    // One that nobody uses goes into the bin.
    let id = kinfolio::id::TargetId::new().to_string();
    let wording = [("id", id.as_str()), ("subject", "Music"), ("statement", "I can drum."), ("criteria", "It swings.")];
    lead.post("/targets/new", &wording).await.leads_to("/targets");
    lead.post(&format!("/targets/{id}/take-back"), &[("sure", "yes")]).await.leads_to("/targets?said=in_bin");
    lead.get("/targets").await.ok().dont_see("I can drum.");
    let binned = in_bin(&mut lead, "I can drum.").await;
    lead.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    lead.get("/targets").await.ok().see("I can drum.");
});

promise!(after_thirty_days_what_lay_in_the_bin_is_gone_and_so_are_its_bytes, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let words = format!("/contribution/{}", things["contribution"]);
    student.post(&format!("{words}/take-back"), &[("sure", "yes")]).await.leads_to("/student/");
    student.get("/bin").await.ok().see("We eat together.");
    let sweep = async || {
        let (db, media, now) = (&world.services.db, &world.services.media, world.services.clock.now());
        forget(db, media, now).await.expect("it is swept")
    };
    let kept = world.rows().await;
    world.services.clock.move_on(29 * DAY);
    sweep().await;
    let now = world.rows().await;
    assert_eq!((now["sound"], now["photo"]), (kept["sound"], kept["photo"]), "the bin holds them");
    world.services.clock.move_on(2 * DAY);
    let (binned, recordings, bytes) = sweep().await;
    assert_eq!((binned, recordings), (2, 2), "the words and a shelf; a recording and a photo");
    assert!(bytes >= 2, "{bytes}: a recording, and a photo");
    assert_eq!(stand_anywhere(&world, "We eat together", &[]).await, [] as [String; 0]);
    let mut student = world.student().await;
    student.get("/bin").await.ok().see("Your bin is empty.");
    // What somebody holds is all there.
    student.get(&format!("/picture/{}/320", things["picture"])).await.ok();
    student.get(&format!("/document/{}/1/320", things["document"])).await.ok();
    assert_eq!(sweep().await, (0, 0, 0));
});

promise!(what_was_done_is_undone_by_whoever_did_it_for_ten_minutes, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let talk = format!("/conference/{}/talk", things["conference"]);
    let say = async |student: &mut Visitor<'_>, words: &str| {
        let id = kinfolio::id::CommentId::new().to_string();
        let fields = [("id", id.as_str()), ("text", words), ("language", "en")];
        let place = student.post(&talk, &fields).await.leads_to(&talk).goes_to().expect("a place");
        let undo = place.split("undo=").nth(1).expect("it can be undone").split(['&', '#']).next().unwrap_or_default();
        format!("/undo/{undo}")
    };
    let undo = say(&mut student, "Bring the drum.").await;
    for nobody in [&world.people.family, &world.people.advisor, &world.people.classmate] {
        world.as_(nobody).await.post(&undo, &[]).await.is(404);
    }
    student.get("/bin").await.ok().see("You said something about a plan");
    student.post(&undo, &[]).await.leads_to(&format!("{talk}?said=undone"));
    student.get(&talk).await.ok().dont_see("Bring the drum.");
    student.post(&undo, &[]).await.leads_to("/bin?said=too_late");
    let undo = say(&mut student, "Bring the drum.").await;
    world.services.clock.move_on(10 * MINUTE);
    student.get("/bin").await.ok().dont_see("You said something about a plan");
    student.post(&undo, &[]).await.leads_to("/bin?said=too_late");
    student.get(&talk).await.ok().see("Bring the drum.");
});

promise!(what_somebody_has_gone_on_from_is_not_undone, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    let said = feedback(&world, &things, "Say where the half went.").await;
    let page = advisor.get("/bin").await.ok().see("You gave feedback");
    let undo = page.link("/undo/").expect("it can be undone");
    let answer = [("use", "used"), ("reason", ""), ("language", "en")];
    student.post(&format!("{said}/answer"), &answer).await.leads_to(&work);
    advisor.post(&undo, &[]).await.leads_to(&format!("{work}?said=not_undone"));
    student.get(&work).await.ok().see("Say where the half went.");
});
