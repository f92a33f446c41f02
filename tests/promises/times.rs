//! Times for conferences: one time, one family; nobody in two places; nothing typed is lost; calendars that tell no secrets.

use std::sync::LazyLock;

use kinfolio::at::At;
use kinfolio::id::{AdvisoryId, PersonId, TimeId};
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::{Advisory, Person, Role, Student, Viewer};
use kinfolio::policy::{Relation, Standing};
use kinfolio::store::Db;
use kinfolio::time::{Booked, Choosing, Offered, Time, Way, Ways};
use tokio::task::JoinSet;

use crate::promise;
use crate::things::YEAR;
use crate::ways_in::a_way_in;
use crate::world::{Page, Visitor, World};

static DAY: LazyLock<String> = LazyLock::new(|| format!("{}-03-04", *YEAR));

pub static AFTERNOON: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    vec![
        ("day", DAY.as_str()),
        ("from", "15:00"),
        ("until", "17:00"),
        ("minutes", "25"),
        ("pause", "5"),
        ("place", "Room 204"),
        ("ways", "in-person"),
        ("ways", "video"),
        ("interpreter", "es"),
    ]
});

/// With some fields in place of those of the same name.
fn with<'a>(fields: &[(&'a str, &'a str)], others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> =
        fields.iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name)).copied().collect();
    all.extend(others);
    all
}

/// Looks at what would be offered, and offers it.
pub async fn offer(advisor: &mut Visitor<'_>, fields: &[(&str, &str)]) -> Page {
    let seen = advisor.post("/times/new", fields).await.ok();
    let (ids, print) = (hidden(&seen, "id"), seen.hidden("seen").expect("what was looked at"));
    let mut all: Vec<(&str, &str)> = fields.to_vec();
    all.extend(ids.iter().map(|id| ("id", id.as_str())));
    all.extend([("seen", print.as_str()), ("offer", "yes")]);
    advisor.post("/times/new", &all).await
}

fn hidden(page: &Page, name: &str) -> Vec<String> {
    let beginning = format!("name=\"{name}\" value=\"");
    page.text.split(&beginning).skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}

pub fn here(world: &World) -> String {
    format!("/student/{}/time", world.people.student.id)
}

/// The free times, as their ids.
pub async fn free(visitor: &mut Visitor<'_>, here: &str) -> Vec<String> {
    let page = visitor.get(here).await.ok();
    let beginning = format!("href=\"{here}?time=");
    let mut ids: Vec<String> = page
        .text
        .split(&beginning)
        .skip(1)
        .filter_map(|rest| rest.split(['"', '&']).next().map(str::to_owned))
        .collect();
    ids.dedup();
    ids
}

/// Chooses on the page of a time, as it is shown now.
pub async fn take(visitor: &mut Visitor<'_>, here: &str, time: &str, note: &str) -> Page {
    let made_from = visitor.get(&format!("{here}?time={time}")).await.ok().hidden("made_from").expect("a mark");
    visitor.post(here, &with(&choosing(time, note), &[("made_from", &made_from)])).await
}

pub fn choosing<'a>(time: &'a str, note: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("time", time), ("way", "in-person"), ("needs", "es"), ("note", note)]
}

promise!(an_afternoon_is_seen_before_it_is_offered_and_offered_once, |world| {
    let mut advisor = world.advisor().await;
    let seen = advisor.post("/times/new", &AFTERNOON).await.ok().see("4 times");
    assert_eq!(hidden(&seen, "id").len(), 4);
    assert!(free(&mut world.family().await, &here(&world)).await.is_empty(), "only looked at");
    let (ids, print) = (hidden(&seen, "id"), seen.hidden("seen").expect("what was looked at"));
    let mut fields = AFTERNOON.to_vec();
    fields.extend(ids.iter().map(|id| ("id", id.as_str())));
    fields.extend([("seen", print.as_str()), ("offer", "yes")]);
    for _ in 0..2 {
        advisor.post("/times/new", &fields).await.leads_to("/times");
    }
    assert_eq!(free(&mut world.family().await, &here(&world)).await.len(), 4);
    // Another row of the same person at the same time is not possible; one in somebody else's room is.
    offer(&mut advisor, &AFTERNOON).await.is(422).see("holds the one on");
    offer(&mut advisor, &with(&AFTERNOON, &[("host", "Thomas  byrne")])).await.is(422).see("holds the one on");
    offer(&mut advisor, &with(&AFTERNOON, &[("host", "Priya")])).await.leads_to("/times");
    // Nor can another advisor have somebody hold a room who is in one already.
    let mut other = world.as_(&world.people.other_advisor).await;
    for host in ["priya", "Thomas Byrne"] {
        offer(&mut other, &with(&AFTERNOON, &[("host", host)])).await.is(422).see("holds the one on");
    }
    // What is changed after the look is looked at again, and the ids of something else are nobody's to use.
    let changed = with(&fields, &[("from", "16:00")]);
    other.post("/times/new", &changed).await.is(422).see("Look again");
    other.post("/times/new", &fields).await.is(404);
    assert_eq!(free(&mut world.family().await, &here(&world)).await.len(), 8);
    world.family().await.get(&here(&world)).await.see("con \u{2068}Priya\u{2069}");
});

promise!(a_row_of_times_that_makes_no_sense_is_not_offered_and_nothing_typed_is_lost, |world| {
    let mut advisor = world.advisor().await;
    for wrong in [
        ("day", "2020-01-01"),
        ("day", "<script>"),
        ("day", "9999-12-31"),
        ("from", "25:00"),
        ("until", "14:00"),
        ("minutes", "0"),
        ("minutes", "99999999999999999999"),
        ("pause", "-1"),
        ("rest_from", "x"),
        ("ways", "teleport"),
        ("interpreter", "<script>"),
        ("place_2", "Room 11"),
        ("host_3", "Priya"),
    ] {
        let answer = advisor.post("/times/new", &with(&AFTERNOON, &[wrong])).await.is(422).has("Room 204");
        answer.has_no("<script>");
    }
    let many = with(&AFTERNOON, &[("from", "00:00"), ("until", "23:59"), ("minutes", "5"), ("pause", "0")]);
    advisor.post("/times/new", &many).await.is(422).see("more than 60 times");
    advisor.post("/times/new", &[]).await.is(422);
    let long = "a".repeat(1_000_000);
    advisor.post("/times/new", &with(&AFTERNOON, &[("place", &long)])).await.is(422);
    for day in ["2026-02-30", "x", "0001-01-01", "-9999-01-01"] {
        let status = advisor.get(&format!("/times/day/{day}")).await.status.as_u16();
        assert!(status == 404 || status == 200, "{day}: {status}");
    }
});

promise!(a_family_chooses_moves_and_gives_back_without_an_account, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let (mut family, here) = (world.family().await, here(&world));
    let home = format!("/student/{}", world.people.student.id);
    family.get(&home).await.ok().see("¿Cuándo le gustaría venir?").has_no("<script");
    let times = free(&mut family, &here).await;
    family.get(&format!("{here}?time={}", times[1])).await.ok().see("15:30").see("Room 204");
    family.post(&here, &choosing(&times[1], "Vengo con mi hermana.")).await.leads_to(&here);
    family.get(&home).await.ok().see("15:30").see("Cambiarlo");
    advisor.get("/times").await.ok().see("Vengo con mi hermana.").see("asks for an interpreter: \u{2068}Español");
    advisor.get(&format!("/times/day/{}", *DAY)).await.ok().see("Vengo con mi hermana.");
    advisor.get("/").await.ok().see("comes · in person");

    // Moved, the first is free again.
    take(&mut family, &here, &times[3], "Mejor más tarde.").await.leads_to(&here);
    // Their own stands first.
    assert_eq!(free(&mut family, &here).await, [times[3].as_str(), &times[0], &times[1], &times[2]]);
    // The same one again, with other words.
    take(&mut family, &here, &times[3], "Con mi hermana.").await.leads_to(&here);
    // Sent twice, it is one.
    family.post(&here, &choosing(&times[3], "Con mi hermana.")).await.leads_to(&here);
    family.get(&here).await.ok().see("Con mi hermana.").dont_see("Mejor más tarde.");
    // A chosen time does not vanish; a free one does.
    advisor.post(&format!("/time/{}/take-back", times[3]), &[]).await.leads_to("/choice/");
    advisor.post(&format!("/time/{}/take-back", times[0]), &[]).await.leads_to("/times?said=time_taken_back");
    for _ in 0..2 {
        family.post(&format!("{here}/give-back"), &[("time", &times[3])]).await.leads_to(&here);
    }
    assert_eq!(free(&mut family, &here).await.len(), 3);
});

promise!(whoever_comes_too_late_is_offered_the_nearest_with_all_they_typed, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let (mut family, mut other) = (world.family().await, world.as_(&world.people.classmates_family).await);
    let others = format!("/student/{}/time", world.people.classmate.id);
    let times = free(&mut family, &here(&world)).await;
    other.post(&others, &choosing(&times[1], "First.")).await.leads_to(&others);
    let at = "1804000000000";
    let mut late = choosing(&times[1], "I come <b>straight</b> from work.");
    late.push(("at", at));
    let told = family.post(&here(&world), &late).await.is(422).see("Alguien eligió este horario un momento antes");
    told.see("I come <b>straight</b> from work.").has_no("<b>straight").has(&times[0]).has(&times[2]).has_no("First.");
    family.post(&here(&world), &choosing(&times[2], "I come straight from work.")).await.leads_to(&here(&world));
    // Neither sees who the other is.
    family.get(&here(&world)).await.ok().dont_see("First.");
});

promise!(nobody_is_asked_to_be_in_two_places_and_brothers_and_sisters_come_one_after_the_other, |world| {
    let (mut advisor, mut other_advisor) = (world.advisor().await, world.as_(&world.people.other_advisor).await);
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    offer(&mut other_advisor, &with(&AFTERNOON, &[("place", "The wood shop")])).await.leads_to("/times");
    let sibling = connect(&world, &world.people.family, &world.people.other_student).await;
    let mut family = world.family().await;
    let mine = free(&mut family, &here(&world)).await;
    family.post(&here(&world), &choosing(&mine[1], "")).await.leads_to(&here(&world));

    let page = family.get(&sibling).await.ok().see("Junto al horario de").see("The wood shop");
    let page = page.see("justo después del de").see("justo antes del de");
    // What stands beside comes first; the one they cannot come to is not there at all.
    let theirs = free(&mut family, &sibling).await;
    let free_for_all = free(&mut other_advisor, &sibling).await;
    assert_eq!((theirs.len(), free_for_all.len()), (2 + 3, 4), "{}", page.text);
    assert_eq!(&theirs[..2], [free_for_all[0].as_str(), &free_for_all[2]]);
    assert!(!theirs.contains(&free_for_all[1]));
    // Whoever sends it anyway is told, by name, and keeps their words.
    let at = with(&choosing(&free_for_all[1], "Con los dos."), &[("at", "1804000000000")]);
    let told = family.post(&sibling, &at).await.is(422).see("ya está en la conferencia de").see("Con los dos.");
    told.see("Marisol").has_no(&free_for_all[1]);
    family.post(&sibling, &choosing(&free_for_all[2], "")).await.leads_to(&sibling);
    family.get(&here(&world)).await.ok().dont_see("También viene por");
});

promise!(those_who_want_an_interpreter_see_the_times_with_one_first, |world| {
    let mut advisor = world.advisor().await;
    let rooms = [("interpreter", ""), ("place_2", "Room 11"), ("host_2", "Priya"), ("interpreter_2", "ar")];
    offer(&mut advisor, &with(&AFTERNOON, &rooms)).await.leads_to("/times");
    let (mut family, here) = (world.family().await.reading("ar"), here(&world));
    let all = free(&mut family, &here).await;
    assert_eq!(all.len(), 8, "both rooms");
    let page = family.get(&format!("{here}?needs=ar")).await.ok().has("needs=ar");
    let place = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words} is not there"));
    assert!(place("Room 11") < place("Room 204"));
    let wished = page.link(&format!("{here}?time=")).expect("a time");
    family.get(&wished).await.ok().has("<option selected value=\"ar\"");
    for junk in ["zz-zz", "<script>", "tlh", "", "a b"] {
        let wish = form_urlencoded::byte_serialize(junk.as_bytes()).collect::<String>();
        family.get(&format!("{here}?needs={wish}")).await.ok().has_no("<script>");
    }
});

promise!(nobody_undoes_what_somebody_else_of_the_family_has_just_chosen, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    connect(&world, &world.people.classmates_family, &world.people.student).await;
    let (mut abuela, mut tante) = (world.family().await, world.as_(&world.people.classmates_family).await);
    let here = here(&world);
    let times = free(&mut abuela, &here).await;
    tante.post(&here, &choosing(&times[2], "Je viens à pied.")).await.leads_to(&here);
    // Their page still shows that nobody has chosen.
    let told = abuela.post(&here, &choosing(&times[0], "A mí me conviene.")).await.is(422);
    let told = told.see("Alguien de su familia eligió mientras tanto").see("Fatou Diallo").see("A mí me conviene.");
    let told = told.dont_see("Je viens à pied.");
    let made_from = told.hidden("made_from").expect("a mark");
    let again = choosing(&times[0], "A mí me conviene.");
    abuela.post(&here, &with(&again, &[("made_from", &made_from)])).await.leads_to(&here);
    tante.get(&here).await.ok().see("Rosa Reyes").dont_see("A mí me conviene.");
    // Nor with a page of before.
    tante.post(&here, &with(&choosing(&times[2], "Non."), &[("made_from", &made_from)])).await.is(422).see("Non.");
});

promise!(a_chosen_time_never_just_vanishes, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let (mut family, here) = (world.family().await, here(&world));
    let times = free(&mut family, &here).await;
    family.post(&here, &choosing(&times[1], "")).await.leads_to(&here);
    let kept = family.get(&format!("{here}/calendar")).await.ok().text;
    let uid = |file: &str| file.lines().find(|line| line.starts_with("UID:")).map(str::to_owned).expect("a UID");

    let choice = advisor.post(&format!("/time/{}/take-back", times[1]), &[]).await.leads_to("/choice/");
    let choice = choice.goes_to().and_then(|to| to.split('?').next().map(str::to_owned)).expect("a page");
    advisor.get(&choice).await.ok().see("Rosa Reyes");
    for stranger in [&world.people.family, &world.people.student, &world.people.other_advisor, &world.people.lead] {
        world.as_(stranger).await.get(&choice).await.is(404);
        world
            .as_(stranger)
            .await
            .post(&choice, &[("why", "advisor"), ("words", "Off."), ("language", "en")])
            .await
            .is(404);
    }
    // Taking it back needs words, and a language.
    advisor.post(&choice, &[("why", "advisor"), ("words", "\u{200B}"), ("language", "es")]).await.is(422);
    advisor
        .post(&choice, &[("why", "advisor"), ("words", "Perdón."), ("language", "<x>")])
        .await
        .is(422)
        .see("Perdón.");
    let words = [("why", "advisor"), ("words", "Perdón, la <b>escuela</b> cierra ese día."), ("language", "es")];
    advisor.post(&choice, &words).await.leads_to("/times");
    advisor.post(&choice, &words).await.is(404);
    let home = format!("/student/{}", world.people.student.id);
    for page in [&home, &here] {
        family.get(page).await.ok().see("Perdón, la <b>escuela</b> cierra ese día.").has_no("<b>escuela");
    }
    assert_eq!(free(&mut family, &here).await.len(), 3, "it is nobody's any more");
    // Calendars that hold it are told, by the id they know.
    let off = family.get(&format!("{here}/calendar")).await.ok().text;
    assert!(off.contains("STATUS:CANCELLED") && off.contains("SEQUENCE:1"), "{off}");
    assert_eq!(uid(&off), uid(&kept));
    // With another time, that is over.
    family.post(&here, &choosing(&times[2], "")).await.leads_to(&here);
    family.get(&here).await.ok().dont_see("Perdón");

    // They called and cannot come: the time is free again, and an advisor never gives it back unseen.
    let asked = advisor.post(&format!("{here}/give-back"), &[("time", &times[2])]).await.leads_to("/choice/");
    let choice = asked.goes_to().expect("a page");
    advisor.post(&choice, &[("why", "family")]).await.leads_to("/times");
    assert_eq!(free(&mut family, &here).await.len(), 3);
    assert!(family.get(&format!("{here}/calendar")).await.ok().text.contains("STATUS:CANCELLED"));
});

promise!(an_advisor_enters_what_was_said_on_the_phone_and_it_says_so, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let here = here(&world);
    let times = free(&mut advisor, &here).await;
    advisor.post(&here, &choosing(&times[0], "")).await.is(422);
    let stranger = world.people.classmates_family.id.to_string();
    let mut fields = choosing(&times[0], "");
    fields.push(("person", &stranger));
    advisor.post(&here, &fields).await.is(422);
    let kin = world.people.family.id.to_string();
    let mut fields = choosing(&times[0], "Called on Tuesday.");
    fields.push(("person", &kin));
    advisor.post(&here, &fields).await.leads_to(&here);
    world.family().await.get(&here).await.ok().see("anotado por").see("Called on Tuesday.");
});

promise!(a_time_that_is_not_theirs_to_choose_is_no_time, |world| {
    let mut other_advisor = world.as_(&world.people.other_advisor).await;
    offer(&mut other_advisor, &AFTERNOON).await.leads_to("/times");
    let others = format!("/student/{}/time", world.people.other_student.id);
    let foreign = free(&mut other_advisor, &others).await;
    let mut family = world.family().await;
    for time in [foreign[0].as_str(), "x", "", TimeId::new().as_str()] {
        family.post(&here(&world), &choosing(time, "Mine, please.")).await.is(422).see("Mine, please.");
    }
    family.post(&here(&world), &[("time", foreign[0].as_str()), ("way", "teleport"), ("needs", "<x>")]).await.is(422);
    family.post(&others, &choosing(&foreign[0], "")).await.is(404);
    world.advisor().await.post(&format!("/time/{}/take-back", foreign[0]), &[]).await.is(404);
    let mut student = world.student().await;
    student.post(&here(&world), &choosing(&foreign[0], "")).await.is(404);
});

promise!(the_conference_takes_the_time_the_family_has_chosen, |world| {
    let things = crate::things::one_of_everything(&world).await;
    let conference = format!("/conference/{}", things["conference"]);
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let mut family = world.family().await;
    let times = free(&mut family, &here(&world)).await;
    let last = times.last().expect("a time");
    take(&mut family, &here(&world), last, "").await.leads_to(&here(&world));
    let mut student = world.student().await;
    student.get(&conference).await.ok().see("comes · in person").has(&format!("{}T16:30", *DAY));
    student.get("/").await.ok().see("Rosa Reyes\u{2069} comes").dont_see("another time");
    let file = student.get(&format!("{conference}/calendar")).await.ok();
    assert!(file.text.contains(&format!("DTSTART:{}0304T213000Z", *YEAR)), "{}", file.text);
    let own = family.get(&format!("{}/calendar", here(&world))).await.ok();
    assert!(
        own.text.contains("SEQUENCE:1")
            && own.header("content-type").is_some_and(|kind| kind.starts_with("text/calendar"))
    );

    // What the family has chosen is the day: the plan has no other one.
    let edit = format!("{conference}/edit");
    let form = student.get(&edit).await.ok().see("Your family chose this time").has_no("name=\"day\"");
    let version = form.hidden("version").expect("a version");
    let facts = [
        ("version", version.as_str()),
        ("day", DAY.as_str()),
        ("time", "16:45"),
        ("place", "Under the stairs"),
        ("form", "circle"),
        ("language", "es"),
    ];
    student.post(&edit, &facts).await.leads_to(&conference);
    take(&mut family, &here(&world), last, "Llevo pan.").await.leads_to(&here(&world));
    for page in [&conference, "/"] {
        let page = student.get(page).await.ok().see("Under the stairs").has(&format!("{}T16:30", *DAY));
        page.has_no(&format!("{}T16:45", *DAY));
    }
    let advisor = advisor.get(&format!("{conference}/move")).await;
    advisor.leads_to(&here(&world));
});

promise!(a_time_that_is_chosen_is_a_day_also_where_nothing_is_planned, |world| {
    let conference = format!("/student/{}/conference", world.people.student.id);
    let mut family = world.family().await;
    family.get(&conference).await.ok().see("Todavía no hay una conferencia planeada");
    offer(&mut world.advisor().await, &AFTERNOON).await.leads_to("/times");
    let times = free(&mut family, &here(&world)).await;
    family.post(&here(&world), &choosing(&times[0], "")).await.leads_to(&here(&world));
    let read = family.get(&conference).await.ok().dont_see("Todavía no hay una conferencia planeada");
    read.see("Ya hay un día").see("Room 204");
    // Whoever leads still plans it there.
    world.student().await.get(&conference).await.ok().has("name=\"form\"");
});

promise!(a_familys_own_calendar_reads_what_they_chose_until_they_end_it, |world| {
    offer(&mut world.advisor().await, &AFTERNOON).await.leads_to("/times");
    let mut family = world.family().await;
    let times = free(&mut family, &here(&world)).await;
    family.post(&here(&world), &choosing(&times[0], "A secret wish.")).await.leads_to(&here(&world));
    let key = family.get("/own-calendar").await.ok().hidden("key").expect("a key");
    family.post("/own-calendar", &[("key", &key)]).await.ok().has(&format!("/calendar/{key}"));
    let feed = format!("/calendar/{key}");
    let mut calendar = world.visitor();
    // Without a way in, an address is none.
    calendar.get(&feed).await.is(404);
    a_way_in(&world).await;
    let read = calendar.get(&feed).await.ok().text;
    let student = &world.people.student;
    assert!(
        read.contains("METHOD:PUBLISH") && read.contains("TRIGGER:-P1D") && read.contains(student.called()),
        "{read}"
    );
    assert!(!read.contains("secret") && !read.contains(student.name.as_str()), "{read}");
    // The file for the same time is the same to a calendar, and moves and goes by it.
    let uid = read.lines().find(|line| line.starts_with("UID:")).expect("an id").to_owned();
    let file = family.get(&format!("{}/calendar", here(&world))).await.ok().text;
    assert!(file.contains("METHOD:REQUEST") && file.contains(&uid) && file.contains("SEQUENCE:0"), "{file}");
    family.post(&format!("{}/give-back", here(&world)), &[("time", &times[0])]).await.leads_to(&here(&world));
    let off = family.get(&format!("{}/calendar", here(&world))).await.ok().text;
    assert!(off.contains("METHOD:CANCEL") && off.contains(&uid) && off.contains("SEQUENCE:1"), "{off}");
    assert!(calendar.get(&feed).await.ok().text.contains("STATUS:CANCELLED"));
    // Another family's shows nothing of it.
    let mut others = world.as_(&world.people.classmates_family).await;
    let other = others.get("/own-calendar").await.ok().hidden("key").expect("a key");
    others.post("/own-calendar", &[("key", &other)]).await.ok();
    calendar.get(&format!("/calendar/{other}")).await.is(404);
    // A new address ends the old one, and ending it ends all.
    let newer = family.get("/own-calendar").await.ok().hidden("key").expect("a key");
    family.post("/own-calendar", &[("key", &newer)]).await.ok();
    calendar.get(&feed).await.is(404);
    calendar.get(&format!("/calendar/{newer}")).await.ok();
    for _ in 0..2 {
        family.post("/own-calendar/end", &[]).await.leads_to("/own-calendar");
    }
    calendar.get(&format!("/calendar/{newer}")).await.is(404);
    for mut nobody in [world.student().await, world.advisor().await, world.lead().await] {
        nobody.get("/own-calendar").await.is(403);
        nobody.post("/own-calendar", &[("key", &key)]).await.is(403);
    }
});

promise!(an_advisors_calendar_reads_what_students_are_called_until_a_new_address_is_made, |world| {
    let mut advisor = world.advisor().await;
    offer(&mut advisor, &AFTERNOON).await.leads_to("/times");
    let mut family = world.family().await;
    let times = free(&mut family, &here(&world)).await;
    family.post(&here(&world), &choosing(&times[0], "A secret wish.")).await.leads_to(&here(&world));
    let key = advisor.get("/times").await.ok().hidden("key").expect("a key");
    advisor.post("/times/calendar", &[("key", &key)]).await.ok().has(&format!("/calendar/{key}"));
    let mut calendar = world.visitor();
    let feed = calendar.get(&format!("/calendar/{key}")).await.ok();
    let student = &world.people.student;
    assert!(feed.text.contains(student.called()) && !feed.text.contains(student.name.as_str()), "{}", feed.text);
    assert!(!feed.text.contains("secret"));
    let give_back = format!("{}/give-back", here(&world));
    family.post(&give_back, &[("time", &times[0])]).await.leads_to(&here(&world));
    let off = calendar.get(&format!("/calendar/{key}")).await.ok().text;
    assert!(off.contains("STATUS:CANCELLED") && !off.contains(student.name.as_str()), "{off}");
    let newer = advisor.get("/times").await.hidden("key").expect("a key");
    advisor.post("/times/calendar", &[("key", &newer)]).await.ok();
    calendar.get(&format!("/calendar/{key}")).await.is(404);
    calendar.get(&format!("/calendar/{newer}.ics")).await.ok();
    calendar.get("/calendar/x").await.is(404);
    family.post("/times/calendar", &[("key", &key)]).await.is(403);
});

promise!(a_hundred_families_choose_from_sixty_times_at_once_and_nobody_is_lost, |world| {
    let (families, viewer) = a_crowd(&world, 100).await;
    // Two rows side by side, thirty each: every time overlaps one of the other row.
    let times: Vec<Time> = (0..60).map(|at| a_time(&viewer, at % 30, if at < 30 { "" } else { "Priya" })).collect();
    let mut tx = world.services.db.write().await.unwrap();
    assert_eq!(Time::offer(&mut tx, &viewer, &times, At(0)).await.unwrap(), Offered::Yes);
    tx.commit().await.unwrap();

    let mut choosing = JoinSet::new();
    for (number, (student, person)) in families.into_iter().enumerate() {
        let (db, times) = (world.services.db.clone(), times.clone());
        choosing.spawn(async move { insist(&db, &student, &person, &times, number).await });
    }
    let mut booked = Vec::new();
    let mut told = 0;
    while let Some(outcome) = choosing.join_next().await {
        match outcome.unwrap() {
            Some(time) => booked.push(time),
            None => told += 1,
        }
    }
    assert_eq!((booked.len(), told), (60, 40), "every time is somebody's, and everybody was told");
    booked.sort();
    booked.dedup();
    assert_eq!(booked.len(), 60, "no time is two families'");
});

promise!(somebody_of_two_students_who_chooses_for_both_at_once_is_in_one_place, |world| {
    let (families, viewer) = a_crowd(&world, 20).await;
    let times: Vec<Time> = (0..40).map(|at| a_time(&viewer, at / 4, &format!("Host {at}"))).collect();
    let mut tx = world.services.db.write().await.unwrap();
    assert_eq!(Time::offer(&mut tx, &viewer, &times, At(0)).await.unwrap(), Offered::Yes);
    tx.commit().await.unwrap();
    // Two students each, and one who comes for both; all at once, and both times at the same hour.
    let mut choosing = JoinSet::new();
    for (number, pair) in families.chunks(2).enumerate() {
        let person = pair[0].1.clone();
        for (which, (student, _)) in pair.iter().enumerate() {
            let (db, student, person) = (world.services.db.clone(), student.clone(), person.clone());
            let time = times[number * 4 + which].clone();
            choosing.spawn(async move { try_one(&db, &student, &person, &time).await });
        }
    }
    let (mut yes, mut elsewhere) = (0, 0);
    while let Some(outcome) = choosing.join_next().await {
        match outcome.unwrap() {
            Booked::Yes => yes += 1,
            Booked::Elsewhere(_) => elsewhere += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((yes, elsewhere), (10, 10), "one of the two each, and the other was told");
});

promise!(two_who_swap_their_times_at_once_do_not_wait_for_each_other_for_ever, |world| {
    let (families, viewer) = a_crowd(&world, 12).await;
    let times: Vec<Time> = (0..12).map(|at| a_time(&viewer, at, "")).collect();
    let mut tx = world.services.db.write().await.unwrap();
    assert_eq!(Time::offer(&mut tx, &viewer, &times, At(0)).await.unwrap(), Offered::Yes);
    tx.commit().await.unwrap();
    for ((student, person), time) in families.iter().zip(&times) {
        assert_eq!(try_one(&world.services.db, student, person, time).await, Booked::Yes);
    }
    let mut choosing = JoinSet::new();
    for (number, (student, person)) in families.into_iter().enumerate() {
        let (db, time) = (world.services.db.clone(), times[number ^ 1].clone());
        choosing.spawn(async move { try_one(&db, &student, &person, &time).await });
    }
    while let Some(outcome) = choosing.join_next().await {
        assert_eq!(outcome.unwrap(), Booked::Taken);
    }
});

/// Chooses a time, or moves to it, from what is there now.
async fn try_one(db: &Db, student: &Student, person: &PersonId, time: &Time) -> Booked {
    let own = student.chosen_time(&mut db.read().await.unwrap(), At(0)).await.unwrap();
    let choosing = Choosing {
        time: time.id.clone(),
        person: person.clone(),
        way: Way::InPerson,
        needs: String::new(),
        note: String::new(),
        made_from: own.map(|own| own.mark()).unwrap_or_default(),
    };
    let mut tx = db.write().await.unwrap();
    let booked = student.choose(&mut tx, &choosing, person, At(0)).await.unwrap();
    tx.commit().await.unwrap();
    booked
}

/// Tries one time after the other until one is theirs; none when all are gone.
async fn insist(db: &Db, student: &Student, person: &PersonId, times: &[Time], first: usize) -> Option<TimeId> {
    for at in 0..times.len() {
        let time = &times[(first * 7 + at) % times.len()];
        let choosing = Choosing {
            time: time.id.clone(),
            person: person.clone(),
            way: Way::InPerson,
            needs: String::new(),
            note: String::new(),
            made_from: String::new(),
        };
        let mut tx = db.write().await.unwrap();
        let booked = student.choose(&mut tx, &choosing, person, At(0)).await.unwrap();
        tx.commit().await.unwrap();
        if booked == Booked::Yes {
            return Some(time.id.clone());
        }
    }
    None
}

fn a_time(viewer: &Viewer, row: i64, host: &str) -> Time {
    // Twenty-five minutes each, beginning every twenty: each overlaps the next.
    let starts_at = At(4_000_000_000_000 + row * 25 * 60_000);
    Time {
        id: TimeId::new(),
        advisor_id: viewer.person_id.clone(),
        advisor: viewer.name.clone(),
        starts_at,
        ends_at: starts_at.plus_millis(25 * 60_000),
        place: String::new(),
        host: host.into(),
        ways: Ways(vec![Way::InPerson]),
        interpreter: String::new(),
    }
}

/// Ties a family member to one more student, and gives the page on which a time is chosen for that one.
async fn connect(world: &World, family: &Person, student: &Person) -> String {
    let mut tx = world.services.db.write().await.unwrap();
    let tie = Deed::Tie { student: student.id.clone(), person: family.id.clone(), words: "tía".into() };
    tie.carry_out(&mut tx, &world.school, world.services.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    format!("/student/{}/time", student.id)
}

/// So many students of one advisory, each with somebody who comes; and their advisor.
async fn a_crowd(world: &World, size: usize) -> (Vec<(Student, PersonId)>, Viewer) {
    let now = world.services.clock.now();
    let mut tx = world.services.db.write().await.unwrap();
    let person = |role, name: String| Person {
        id: PersonId::new(),
        school_id: world.school.clone(),
        role,
        name,
        called: None,
        username: None,
        languages: Languages::written("en").unwrap(),
    };
    let advisory = Advisory { id: AdvisoryId::new(), name: "The crowd".into() };
    Deed::Start(advisory.clone()).carry_out(&mut tx, &world.school, now).await.unwrap();
    let mut crowd = Vec::new();
    let advisor = person(Role::Advisor, "Grace".into());
    let mut deeds = vec![Deed::Add(advisor.clone()), Deed::Join(advisor.id.clone(), advisory.id.clone())];
    for number in 0..size {
        let (student, family) =
            (person(Role::Student, format!("S {number}")), person(Role::Family, format!("F {number}")));
        deeds.push(Deed::Add(student.clone()));
        deeds.push(Deed::Add(family.clone()));
        deeds.push(Deed::Join(student.id.clone(), advisory.id.clone()));
        deeds.push(Deed::Tie { student: student.id.clone(), person: family.id.clone(), words: "kin".into() });
        let standing = Standing::new(Role::Family, Relation::LinkedFamily);
        let Person { id, school_id, name, called, languages, .. } = student;
        let looked_at_by = family.id.clone();
        let student = Student { id, school_id, name, called, languages, standing, looked_at_by, last_visit_at: None };
        crowd.push((student, family.id));
    }
    for deed in deeds {
        deed.carry_out(&mut tx, &world.school, now).await.unwrap();
    }
    tx.commit().await.unwrap();
    let viewer = Viewer {
        person_id: advisor.id,
        school_id: world.school.clone(),
        role: Role::Advisor,
        name: advisor.name,
        called: None,
        languages: advisor.languages.clone(),
        grant_id: None,
        cues_of: None,
        school_name: String::new(),
        time_zone: "America/New_York".into(),
        school_languages: advisor.languages,
        school_words_version: 0,
        writes_in: Default::default(),
        device_key: None,
        session: Default::default(),
    };
    (crowd, viewer)
}
