//! Somebody of the staff is let in to one work, or stands in for some days: to that and nothing beside it, and out at once.

use std::collections::HashMap;

use kinfolio::day::Day;
use kinfolio::id::{TargetId, WorkId};
use kinfolio::person::Person;
use kinfolio::store::run;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Page, Visitor, World};

const DAY: i64 = 24 * 60 * 60 * 1000;
const TITLE: &str = "Fractions, my way";

/// Another work of the student's, for these targets and this audience.
async fn another_work(world: &World, title: &str, audience: &str, targets: &[&str]) -> String {
    let id = WorkId::new().to_string();
    let mut words = vec![
        ("id", id.as_str()),
        ("title", title),
        ("text", "I wrote it down."),
        ("form", "writing"),
        ("language", "en"),
        ("audience", audience),
        ("keep", "yes"),
    ];
    words.extend(targets.iter().map(|target| ("target", *target)));
    world.student().await.post("/work/new", &words).await.leads_to("/work/");
    id
}

/// A target of a subject.
async fn a_target(world: &World, subject: &str) -> String {
    let id = TargetId::new().to_string();
    let words = [("id", id.as_str()), ("subject", subject), ("statement", "I can do it."), ("criteria", "I do it.")];
    world.lead().await.post("/targets/new", &words).await.leads_to("/targets");
    id
}

/// Says what somebody teaches.
async fn teaches(world: &World, person: &Person, subject: &str) {
    let page = format!("/person/{}", person.id);
    let fields = [("sure", "yes"), ("subject", subject)];
    world.lead().await.post(&format!("{page}/subjects"), &fields).await.leads_to(&page);
}

/// The student asks somebody about a work.
async fn ask(world: &World, work: &str, teacher: &Person, asks: &str) -> Page {
    let fields = [
        ("teacher", teacher.id.as_str()),
        ("teacher_asks", asks),
        ("teacher_question", "Is the whole clear?"),
        ("teacher_language", "en"),
    ];
    world.student().await.post(&format!("/work/{work}/teacher"), &fields).await
}

/// What ends who is let in to a work, as the student's page has it.
async fn way_out(world: &World, work: &str) -> String {
    let page = world.student().await.get(&format!("/work/{work}")).await.ok();
    let at = page.text.find("action=\"/permit/").expect("somebody is let in") + "action=\"".len();
    page.text[at..].split('"').next().unwrap_or_default().to_owned()
}

/// Nothing of the work opens for them.
async fn is_out(visitor: &mut Visitor<'_>, things: &HashMap<&'static str, String>, work: &str) {
    let doors = [
        format!("/work/{work}"),
        format!("/work/{work}/compare"),
        format!("/work/{work}/revision/1"),
        format!("/picture/{}/320", things["picture"]),
        format!("/file/{}", things["file"]),
    ];
    for path in doors {
        visitor.get(&path).await.is(404).dont_see(TITLE);
    }
    visitor.post(&format!("/work/{work}/feedback"), &[("feedback", "Hm."), ("language", "en")]).await.is(404);
    visitor.get("/").await.ok().dont_see(TITLE);
}

promise!(a_teacher_sees_the_work_they_are_asked_about_and_not_its_neighbour, |world| {
    let things = one_of_everything(&world).await;
    let (work, teacher) = (things["work"].as_str(), &world.people.other_advisor);
    let neighbour = another_work(&world, "The neighbour", "conference", &[]).await;
    // A family's words stand beside the work.
    let beside = format!("/words/work/{work}/beside");
    let mut family = world.family().await;
    let said = [("language", "es"), ("text", "Fracciones, como yo las veo")];
    family.post(&beside, &said).await.leads_to("/work/");
    family.get(&format!("/work/{work}")).await.ok().see("Fracciones, como yo las veo");
    let mut theirs = world.as_(teacher).await;
    is_out(&mut theirs, &things, work).await;

    ask(&world, work, teacher, "feedback").await.leads_to(&format!("/work/{work}"));
    theirs.get("/").await.ok().see("Asked of you").see(TITLE).dont_see("The neighbour");
    let page = theirs.get(&format!("/work/{work}")).await.ok();
    let page = page.see(TITLE).see("Is the whole clear?").see("every patch has a name.");
    let page = page.dont_see("Fracciones, como yo").dont_see("We look after our elders.").dont_see("grandmother");
    assert!(page.link("/student/").is_none(), "no other page of the student's is theirs");
    theirs.get(&format!("/picture/{}/320", things["picture"])).await.ok();
    let student = &world.people.student.id;
    for path in [
        format!("/work/{neighbour}"),
        format!("/student/{student}"),
        format!("/student/{student}/portfolio"),
        format!("/student/{student}/definition"),
        format!("/student/{student}/targets"),
        format!("/person/{student}"),
        format!("/conference/{}", things["conference"]),
        format!("/contribution/{}", things["contribution"]),
        beside,
    ] {
        theirs.get(&path).await.is(404);
    }
    // They say something, and the student reads it; the record says who opened it, and who was let in.
    let form = theirs.get(&format!("/work/{work}")).await.ok();
    let revision = form.hidden("revision").expect("the form says which version");
    let words = [
        ("id", "0190b2f0-0000-7000-8000-00000000aaaa"),
        ("revision", revision.as_str()),
        ("feedback", "Say what the whole is first."),
        ("language", "en"),
    ];
    for _ in 0..2 {
        theirs.post(&format!("/work/{work}/feedback"), &words).await.leads_to(&format!("/work/{work}"));
    }
    theirs.post(&format!("/work/{neighbour}/feedback"), &words).await.is(404);
    theirs.get("/").await.ok().see("You have answered");
    world.services.settled().await;
    let mut student = world.student().await;
    student.get(&format!("/work/{work}")).await.ok().see("Say what the whole is first.").see("Who is let in");
    student.get("/record").await.ok().see("was let in to a work").see("A work was opened").see(&teacher.name);
    world.advisor().await.get(&format!("/work/{work}")).await.ok().see("Who is let in").see(&teacher.name);
    world.family().await.get(&format!("/work/{work}")).await.ok().dont_see("Who is let in");
    // Nobody else of the staff, of the families or of another school gains anything.
    for person in [&world.people.other_school_advisor, &world.people.classmate, &world.people.classmates_family] {
        world.as_(person).await.get(&format!("/work/{work}")).await.is(404);
    }
});

promise!(what_lets_somebody_in_is_ended_at_once_by_student_advisor_bin_and_leaving, |world| {
    let things = one_of_everything(&world).await;
    let (work, teacher) = (things["work"].as_str(), &world.people.other_advisor);
    let here = format!("/work/{work}");
    let mut theirs = world.as_(teacher).await;
    for person in [&world.people.student, &world.people.advisor] {
        ask(&world, work, teacher, "feedback").await.leads_to(&here);
        theirs.get(&here).await.ok();
        let out = way_out(&world, work).await;
        // Whoever was let in, and whoever has nothing to do with it, ends nothing.
        for nobody in [teacher, &world.people.family, &world.people.classmate, &world.people.other_school_advisor] {
            world.as_(nobody).await.post(&out, &[]).await.is(404);
        }
        world.visitor().post(&out, &[]).await.is(401);
        theirs.get(&here).await.ok();
        for _ in 0..2 {
            world.as_(person).await.post(&out, &[]).await.leads_to(&here);
        }
        is_out(&mut theirs, &things, work).await;
        world.student().await.get("/record").await.ok().see("What let somebody in to a work was ended");
    }
    // What they said stays theirs to take back, and they are led to where they can see it.
    ask(&world, work, teacher, "feedback").await.leads_to(&here);
    let said = [("id", "0190b2f0-0000-7000-8000-00000000aaab"), ("feedback", "Count again."), ("language", "en")];
    let revision = theirs.get(&here).await.ok().hidden("revision").expect("the form says which version");
    let said = [&said[..], &[("revision", revision.as_str())]].concat();
    theirs.post(&format!("{here}/feedback"), &said).await.leads_to(&here);
    world.student().await.post(&way_out(&world, work).await, &[]).await.leads_to(&here);
    let back = "/feedback/0190b2f0-0000-7000-8000-00000000aaab/take-back";
    theirs.post(back, &[("sure", "yes")]).await.leads_to("/bin");
    world.student().await.get(&here).await.ok().dont_see("Count again.");
    // What is set aside is closed, and stays so when it is back.
    ask(&world, work, teacher, "feedback").await.leads_to(&here);
    let mut student = world.student().await;
    student.post(&format!("{here}/bin"), &[("sure", "yes")]).await.leads_to("/work");
    is_out(&mut theirs, &things, work).await;
    student.post(&format!("{here}/bring-back"), &[]).await.leads_to(&here);
    student.get(&here).await.ok().see(TITLE);
    is_out(&mut theirs, &things, work).await;
    // Whoever leaves is out, and out when they are back.
    ask(&world, work, teacher, "feedback").await.leads_to(&here);
    theirs.get(&here).await.ok();
    let mut lead = world.lead().await;
    lead.post(&format!("/person/{}/leave", teacher.id), &[("sure", "yes")]).await.leads_to("/person/");
    theirs.get(&here).await.is(401);
    ask(&world, work, teacher, "feedback").await.is(422);
    lead.post(&format!("/person/{}/come-back", teacher.id), &[]).await.leads_to("/person/");
    is_out(&mut world.as_(teacher).await, &things, work).await;
});

promise!(nothing_that_is_for_me_opens_and_nobody_is_asked_who_is_no_teacher_here, |world| {
    let things = one_of_everything(&world).await;
    let teacher = &world.people.other_advisor;
    let secret = another_work(&world, "Only mine", "me", &[]).await;
    ask(&world, &secret, teacher, "feedback")
        .await
        .is(422)
        .see("Is the whole clear?")
        .see("Only you can see this work");
    let mut theirs = world.as_(teacher).await;
    theirs.get(&format!("/work/{secret}")).await.is(404);
    // What becomes theirs alone after it was asked about is closed.
    let work = things["work"].as_str();
    ask(&world, work, teacher, "feedback").await.leads_to("/work/");
    theirs.get(&format!("/work/{work}")).await.ok();
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(&mut tx, "UPDATE work SET audience = 'me' WHERE id = $1", work).expect("changed");
    tx.commit().await.expect("kept");
    is_out(&mut theirs, &things, work).await;
    // Nobody else can be asked: who accompanies them anyway, a family, a student, another school's, nobody.
    let other = another_work(&world, "Open", "advisor", &[]).await;
    let people = &world.people;
    for person in [&people.advisor, &people.family, &people.classmate, &people.lead, &people.other_school_advisor] {
        ask(&world, &other, person, "feedback").await.is(422).see("Is the whole clear?");
        ask(&world, &other, person, "everything").await.is(422);
    }
    let hostile =
        [("teacher", "' OR 1=1 --"), ("teacher_asks", "feedback"), ("teacher_question", "<script>x</script>")];
    world.student().await.post(&format!("/work/{other}/teacher"), &hostile).await.is(422).has_no("<script>x");
    // And nobody asks in the student's place.
    let fields = [("teacher", teacher.id.as_str()), ("teacher_asks", "feedback")];
    for person in [&people.advisor, &people.family, &people.classmate, teacher, &people.other_school_student] {
        world.as_(person).await.post(&format!("/work/{other}/teacher"), &fields).await.is(404);
    }
    theirs.get(&format!("/work/{other}")).await.is(404);
    // A teacher who is kin as well gains nothing as either.
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(
        &mut tx,
        "INSERT INTO kinship (school_id, student_id, person_id, words) VALUES ($1, $2, $3, 'aunt')",
        &world.school,
        &people.student.id,
        &teacher.id
    )
    .expect("tied");
    tx.commit().await.expect("kept");
    for path in [format!("/work/{other}"), format!("/student/{}", people.student.id)] {
        theirs.get(&path).await.is(404);
    }
});

promise!(a_teacher_answers_checks_of_their_subjects_and_of_no_others, |world| {
    let things = one_of_everything(&world).await;
    let (work, target, check) = (things["work"].as_str(), &things["target"], &things["check"]);
    let teacher = &world.people.other_advisor;
    let mut theirs = world.as_(teacher).await;
    let answer = format!("/check/{check}/answer");
    let (mastered, next) = (format!("answer-{target}"), format!("next-{target}"));
    let words = [(mastered.as_str(), "mastered"), (next.as_str(), "You say what the whole is.")];
    // Let in for words only, they teach nothing yet: no check is theirs.
    ask(&world, work, teacher, "check").await.is(422).see("nothing in this work now that this teacher can check");
    theirs.get(&format!("/work/{work}")).await.is(404);
    ask(&world, work, teacher, "feedback").await.leads_to("/work/");
    theirs.get(&format!("/work/{work}")).await.ok().has_no(&answer);
    theirs.post(&answer, &words).await.is(404);
    // With the subject it is, as soon as they are asked about it.
    let subjects = format!("/person/{}/subjects", teacher.id);
    let mut lead = world.lead().await;
    lead.post(&subjects, &[("sure", "yes"), ("subject", "Alchemy")]).await.is(422);
    teaches(&world, teacher, "Mathematics").await;
    lead.get(&subjects).await.ok().see("Mathematics");
    ask(&world, work, teacher, "check").await.leads_to("/work/");
    theirs.get(&format!("/work/{work}")).await.ok().see("whether this work is mastered").has(&answer);
    theirs.post(&answer, &words).await.leads_to("/");
    let mut student = world.student().await;
    student.get(&format!("/work/{work}")).await.ok().see("You say what the whole is.").see(&teacher.name);
    // Of a work of two subjects they are asked for theirs alone, and the advisor for the rest.
    let writing = a_target(&world, "Writing").await;
    let both = another_work(&world, "Both", "advisor", &[target, &writing]).await;
    ask(&world, &both, teacher, "check").await.leads_to("/work/");
    let page = theirs.get(&format!("/work/{both}")).await.ok();
    let page = page.has(&format!("name=\"answer-{target}\"")).has_no(&format!("name=\"answer-{writing}\""));
    let at = page.text.find("action=\"/check/").expect("the check waits") + "action=\"".len();
    let answer = page.text[at..].split('"').next().unwrap_or_default().to_owned();
    theirs.post(&answer, &words).await.leads_to("/");
    student.post(&format!("/work/{both}/check"), &[]).await.leads_to("/work/");
    theirs.get(&format!("/work/{both}")).await.ok().has_no(&format!("name=\"answer-{writing}\""));
    let page = world.advisor().await.get(&format!("/work/{both}")).await.ok();
    let page = page.has(&format!("name=\"answer-{writing}\""));
    let at = page.text.find("action=\"/check/").expect("the check waits") + "action=\"".len();
    let rest = page.text[at..].split('"').next().unwrap_or_default().to_owned();
    theirs.post(&rest, &[(format!("answer-{writing}").as_str(), "not_yet")]).await.is(404);
});

promise!(whoever_stands_in_is_the_advisor_from_day_to_day_and_not_a_day_longer, |world| {
    let things = one_of_everything(&world).await;
    let (people, clock) = (&world.people, &world.services.clock);
    let stand_in = &people.other_advisor;
    let today = Day::of(clock.now(), "America/New_York");
    let day = |days: i64| today.plus_days(days).to_string();
    let (first, last, far) = (day(1), day(2), day(1000));
    let here = format!("/advisory/{}/stand-in", things["advisory"]);
    let fields = [("person", stand_in.id.as_str()), ("from", first.as_str()), ("until", last.as_str())];
    // The lead alone names them, and nobody of another school.
    for person in [&people.advisor, stand_in, &people.student, &people.family, &people.other_school_lead] {
        let status = world.as_(person).await.post(&here, &fields).await.status.as_u16();
        assert!(matches!(status, 403 | 404), "{} gets {status}", person.name);
    }
    let mut lead = world.lead().await;
    for (name, value) in [
        ("person", people.other_school_advisor.id.as_str()),
        ("person", people.family.id.as_str()),
        ("person", people.advisor.id.as_str()),
        ("from", "2020-01-01"),
        ("from", "' OR 1=1 --"),
        ("until", today.to_string().as_str()),
        ("until", far.as_str()),
    ] {
        let fields = fields.map(|(field, typed)| if field == name { (field, value) } else { (field, typed) });
        lead.post(&here, &fields).await.is(422);
    }
    for _ in 0..2 {
        lead.post(&here, &fields).await.leads_to(&here);
    }
    lead.get(&here).await.ok().see(&stand_in.name);
    let student = format!("/student/{}", people.student.id);
    let mine = another_work(&world, "For my advisor", "advisor", &[]).await;
    let secret = another_work(&world, "Only mine", "me", &[]).await;
    let doors = [student.clone(), format!("/work/{mine}"), format!("/person/{}", people.student.id)];
    let mut theirs = world.as_(stand_in).await;
    for path in &doors {
        theirs.get(path).await.is(404);
    }
    clock.move_on(DAY);
    for path in &doors {
        theirs.get(path).await.ok();
    }
    theirs.get(&format!("/work/{secret}")).await.is(404);
    theirs.get("/").await.ok().see("You stand in for").see(&people.student.name);
    world.services.settled().await;
    world.student().await.get("/record").await.ok().see("A work was opened").see(&stand_in.name);
    // Their own advisory is theirs as before, and the advisor on leave keeps theirs.
    theirs.get(&format!("/student/{}", people.other_student.id)).await.ok();
    world.advisor().await.get(&student).await.ok();
    clock.move_on(2 * DAY);
    for path in &doors {
        theirs.get(path).await.is(404);
    }
    theirs.get("/").await.ok().dont_see("You stand in").dont_see(&people.student.name);
    // It ends before its last day where the lead says so, and with leaving.
    let (now, later) = (day(3), day(20));
    let fields = [("person", stand_in.id.as_str()), ("from", now.as_str()), ("until", later.as_str())];
    for ends in ["lead", "leaving"] {
        lead.post(&here, &fields).await.leads_to(&here);
        let mut theirs = world.as_(stand_in).await;
        theirs.get(&student).await.ok();
        if ends == "lead" {
            let page = lead.get(&here).await.ok();
            let out = page.text.split("action=\"/stand-in/").nth(1).expect("a way out");
            let out = format!("/stand-in/{}", out.split('"').next().unwrap_or_default());
            world.as_(&people.other_school_lead).await.post(&out, &[]).await.is(404);
            theirs.post(&out, &[]).await.is(403);
            lead.post(&out, &[]).await.leads_to(&here);
            theirs.get(&student).await.is(404);
        } else {
            lead.post(&format!("/person/{}/leave", stand_in.id), &[("sure", "yes")]).await.leads_to("/person/");
            lead.post(&format!("/person/{}/come-back", stand_in.id), &[]).await.leads_to("/person/");
            world.as_(stand_in).await.get(&student).await.is(404);
        }
    }
});

promise!(an_advisory_has_as_many_advisors_as_are_of_it, |world| {
    let things = one_of_everything(&world).await;
    let (people, advisory) = (&world.people, things["advisory"].as_str());
    let student = format!("/student/{}", people.student.id);
    let mut theirs = world.as_(&people.other_advisor).await;
    theirs.get(&student).await.is(404);
    let place = format!("/person/{}/advisories", people.other_advisor.id);
    world.lead().await.post(&place, &[("advisory", advisory)]).await.leads_to("/person/");
    for person in [&people.advisor, &people.other_advisor] {
        world.as_(person).await.get(&student).await.ok();
        world.as_(person).await.get(&format!("/work/{}", things["work"])).await.ok().see(TITLE);
    }
    world.lead().await.post(&place, &[]).await.leads_to("/person/");
    theirs.get(&student).await.is(404);
    world.advisor().await.get(&student).await.ok();
});
