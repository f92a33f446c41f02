//! The right thing at the right moment: as the day of a conference comes and goes, everybody sees first what matters now. A
//! time that is chosen is the day; whoever moves a conference or calls it off, everybody who comes hears of it.

use kinfolio::at::At;
use kinfolio::conference::starts_at;
use kinfolio::day::Day;
use kinfolio::id::ConferenceId;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

const ZONE: &str = "America/New_York";

/// The day of the conference: far enough ahead for everything before it.
fn the_day(world: &World) -> Day {
    Day::of(world.services.clock.now(), ZONE).plus_days(20)
}

fn at(day: Day, time: &str) -> At {
    starts_at(&day.to_string(), time, ZONE).expect("a time")
}

fn move_to(world: &World, then: At) {
    world.services.clock.move_on(then.0 - world.services.clock.now().0);
}

/// A conference on this day, with the guide's moments.
async fn planned(world: &World, student: &mut Visitor<'_>, day: Day) -> String {
    let id = ConferenceId::new().to_string();
    let day = day.to_string();
    let facts = [
        ("id", id.as_str()),
        ("day", day.as_str()),
        ("time", "17:40"),
        ("place", "Room 204"),
        ("form", "circle"),
        ("language", "en"),
        ("minutes", "25"),
    ];
    student.post(&format!("/student/{}/conference", world.people.student.id), &facts).await.leads_to("/conference/");
    student.post(&format!("/conference/{id}/guide"), &[]).await.leads_to("/conference/");
    format!("/conference/{id}")
}

promise!(as_the_day_comes_and_goes_each_sees_first_what_matters_now, |world| {
    let day = the_day(&world);
    let mut student = world.student().await;
    let here = planned(&world, &mut student, day).await;
    let diary = [
        ("title", "Diary of the well"),
        ("text", "Mine."),
        ("form", "writing"),
        ("language", "en"),
        ("audience", "me"),
    ];
    student.post("/work/new", &diary).await.leads_to("/work/");
    let about = format!("/student/{}", world.people.student.id);
    // When, what the student's home says, the family's page, and the advisor's Today; and what none of them says then.
    let moments = [
        (-7, "12:00", "Walk through your plan once.", "Ver el plan", "Under way.", "Follow it live"),
        (-1, "19:00", "Tomorrow, ", "Seguirla en vivo", "Follow it live", "Make a promise"),
        (0, "16:40", "Today, ", "Seguirla en vivo", "Follow it live", "Make a promise"),
        (0, "19:40", "What do you promise after this", "Hablar o escribir", "Today", "Follow it live"),
        (2, "12:00", "What do you promise after this", "Hablar o escribir", "Today", "Lead it"),
        (35, "12:00", "what success means to you", "No hay nada nuevo desde su visita", "Today", "Lead it"),
        (286, "12:00", "what success means to you", "No hay nada nuevo desde su visita", "Today", "Lead it"),
    ];
    let row = format!("<p class=\"board__name\"><a href=\"{about}\"");
    for (days, time, students, familys, advisors, nobodys) in moments {
        move_to(&world, at(day.plus_days(days), time));
        let is_ahead = days < 0 || time == "16:40";
        let home = world.student().await.get("/").await.ok().see(students).dont_see(nobodys);
        let family = world.family().await.get(&about).await.ok().see(familys).dont_see(nobodys);
        let mut advisor = world.advisor().await;
        let board = advisor.get("/").await.ok().see(advisors).dont_see(nobodys);
        world.lead().await.get("/").await.ok().dont_see("Lead it").dont_see("Marisol");
        // What is for the student alone is nobody else's news, and nobody is asked to come to what is over.
        family.dont_see("Diary of the well").dont_see("¿Cuándo le gustaría venir?");
        board.dont_see("Diary of the well");
        // My conference is the one that was, for two weeks.
        let own = world.student().await.get(&format!("{about}/conference")).await;
        assert_eq!(own.goes_to().is_some_and(|to| to.starts_with(&here)), is_ahead || days == 0 || days == 2, "{days}");
        let without_a_day = advisor.get("/?missing=day").await.ok();
        assert_eq!(!without_a_day.text.contains(&row), is_ahead, "{days} {time}");
        if is_ahead {
            home.has(&here);
        }
    }
});

promise!(a_conference_that_is_moved_is_news_for_everybody_else, |world| {
    let day = the_day(&world);
    let here = planned(&world, &mut world.student().await, day).await;
    let mut advisor = world.advisor().await;
    advisor.get(&here).await.ok().see("Move it to another day");
    let form = advisor.get(&format!("{here}/move")).await.ok();
    let version = form.hidden("version").expect("a version");
    let later = day.plus_days(1).to_string();
    let fields =
        |day| [("version", version.clone()), ("day", day), ("time", "16:10".into()), ("place", "Room 7 <b>".into())];
    fn sent<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    for wrong in ["", "2026-02-30", "never", "\u{0000}", "9999-01-01"] {
        let wrong = fields(wrong.to_owned());
        advisor.post(&format!("{here}/move"), &sent(&wrong)).await.is(422).see("Room 7 <b>");
    }
    let fields = fields(later);
    for _ in 0..2 {
        advisor.post(&format!("{here}/move"), &sent(&fields)).await.leads_to(&here);
    }
    world.student().await.get("/").await.ok().see("The day was moved.").see("Room 7 <b>").has_no("Room 7 <b>");
    let about = format!("/student/{}", world.people.student.id);
    world.family().await.get(&about).await.ok().see("Se cambió el día.");
    // Somebody who moves it from what they saw before sees both.
    let mut student = world.student().await;
    let stale: Vec<_> =
        fields.iter().map(|(name, value)| (*name, if *name == "time" { "15:00" } else { value.as_str() })).collect();
    student.post(&format!("{here}/move"), &stale).await.is(422);
    for nobody in [world.family().await, world.lead().await] {
        let mut nobody = nobody;
        nobody.post(&format!("{here}/move"), &sent(&fields)).await.is(404);
    }
    // It is no news for ever.
    world.services.clock.move_on(8 * 24 * 60 * 60 * 1000);
    world.student().await.get("/").await.ok().dont_see("The day was moved.");
});

promise!(a_conference_that_is_called_off_is_kept_told_and_can_come_back, |world| {
    let day = the_day(&world);
    let mut student = world.student().await;
    let here = planned(&world, &mut student, day).await;
    let (off, about) = (format!("{here}/call-off"), format!("/student/{}", world.people.student.id));
    student.get(&off).await.ok().see("Cancel this conference");
    let million = "a".repeat(1_000_000);
    student.post(&off, &[("sure", "yes"), ("words", &million), ("language", "en")]).await.is(422);
    student.post(&off, &[("words", "I am sick."), ("language", "en")]).await.is(422).see("I am sick.");
    let sick = |language| [("sure", "yes"), ("words", "I am sick <i>today</i>."), ("language", language)];
    student.post(&off, &sick("<nothing>")).await.is(422).see("I am sick");
    for _ in 0..2 {
        student.post(&off, &sick("en")).await.is(303);
    }
    world.family().await.get(&about).await.ok().see("se canceló");
    world.family().await.get(&here).await.ok().see("se canceló").see("I am sick <i>today</i>.").has_no("<i>today");
    world.advisor().await.get("/").await.ok().see("canceled");
    // Nothing is to be led, nothing to be planned.
    student.get("/").await.ok().dont_see("Open the plan");
    student.get(&format!("{here}/present")).await.is(404);
    student.post(&format!("{here}/step"), &[("to", "1")]).await.is(404);
    student.post(&format!("{here}/edit"), &[("version", "1")]).await.is(404);
    for nobody in [world.family().await, world.advisor().await, world.lead().await] {
        let mut nobody = nobody;
        nobody.post(&format!("{here}/bring-back"), &[]).await.is(404);
    }
    student.post(&format!("{here}/bring-back"), &[]).await.leads_to(&here);
    student.get(&here).await.ok().see("Room 204").dont_see("canceled");
    // Once its day has come, it took place or it did not: it is not called off any more.
    move_to(&world, at(day, "17:41"));
    world.student().await.post(&off, &[]).await.is(404);
});

promise!(what_waits_is_put_off_until_a_day_and_is_there_again, |world| {
    let things = one_of_everything(&world).await;
    let mut advisor = world.advisor().await;
    let board = advisor.get("/").await.ok();
    let key = board.hidden("step").expect("something waits");
    let today = Day::of(world.services.clock.now(), ZONE);
    for wrong in ["never", "2020-01-01", "\u{0000}", &today.plus_days(400).to_string()] {
        advisor.post("/today/put-off", &[("step", &key), ("day", wrong)]).await.is(400);
    }
    advisor.post("/today/put-off", &[("step", &"a".repeat(100_000)), ("day", "")]).await.is(400);
    let until = today.plus_days(7).to_string();
    for _ in 0..2 {
        advisor.post("/today/put-off", &[("step", &key), ("day", &until)]).await.leads_to("/");
    }
    // Out of sight, and not lost: it can be brought back, and put off again.
    let off = format!("value=\"{key}\"");
    let before = |board: &str| board.split("Put off, or read").next().is_some_and(|board| board.contains(&off));
    assert!(!before(&advisor.get("/").await.ok().see("Put off, or read").text));
    advisor.post("/today/put-off", &[("step", &key), ("back", "yes")]).await.leads_to("/");
    advisor.get("/").await.ok().dont_see("Put off, or read").has(&off);
    advisor.post("/today/put-off", &[("step", &key), ("day", &until)]).await.leads_to("/");
    assert!(!before(&advisor.get("/").await.ok().text));
    world.services.clock.move_on(8 * 24 * 60 * 60 * 1000);
    let mut advisor = world.advisor().await;
    advisor.get("/").await.ok().has(&format!("value=\"{key}\""));
    assert!(!things.is_empty());
});

promise!(the_board_shows_whom_something_is_missing_for, |world| {
    let mut advisor = world.advisor().await;
    let row = format!("<p class=\"board__name\"><a href=\"/student/{}\"", world.people.student.id);
    let board = advisor.get("/").await.ok().has(&row);
    let none = board.link("/?missing=definition").expect("a way to those without a definition");
    advisor.get(&none).await.ok().has(&row);
    planned(&world, &mut world.student().await, the_day(&world)).await;
    advisor.get("/?missing=plan").await.ok().has_no(&row);
    for nonsense in ["/?missing=%00", "/?missing=everything", "/?missing=%3Cscript%3E"] {
        advisor.get(nonsense).await.ok().has(&row).has_no("<script");
    }
});

promise!(first_pages_say_nothing_that_is_not_for_whoever_reads_them, |world| {
    let things = crate::things::one_of_everything(&world).await;
    let mut student = world.student().await;
    let id = kinfolio::id::WorkId::new().to_string();
    let draft = [
        ("id", id.as_str()),
        ("title", "What I do not show"),
        ("text", "Mine alone."),
        ("form", "writing"),
        ("language", "en"),
        ("audience", "me"),
        ("draft", "yes"),
    ];
    student.post("/work/new", &draft).await.leads_to("/work/");
    // What the family told waits for the student's answer; the draft is the student's alone.
    let secret = ["What I do not show", "Mine alone.", "Tradujo en la clínica."];
    let people = &world.people;
    for person in [&people.advisor, &people.lead, &people.classmate, &people.family] {
        let mut visitor = world.as_(person).await;
        for page in ["/".to_owned(), format!("/student/{}", things["student"])] {
            let page = visitor.get(&page).await;
            // Whoever told it reads it on their own page.
            for words in &secret[..if person.id == people.family.id { 2 } else { 3 }] {
                assert!(!page.text.contains(words), "{}: {words}", person.name);
            }
        }
    }
    world.student().await.get("/").await.ok();
});
