//! What is about now, and who gathers around what: help that never counts, compares or looks back, and that ends by itself.

use kinfolio::day::Day;
use kinfolio_server::router::routes;

use crate::promise;
use crate::things::{id_in, one_of_everything};
use crate::world::{Visitor, World};

fn day(world: &World, days: i64) -> String {
    Day::of(world.services.clock.now(), "America/New_York").plus_days(days).to_string()
}

const PACE: &str = "/advisory/pace";

async fn unit(world: &World, advisor: &mut Visitor<'_>, target: &str, (first, weeks): (i64, &str)) {
    let id = advisor.get(PACE).await.ok().hidden("id").expect("an id");
    let first = day(world, first);
    let fields = [("id", &*id), ("name", "Fair tests"), ("from", &*first), ("weeks", weeks), ("target", target)];
    advisor.post(PACE, &fields).await.leads_to(PACE);
}

promise!(what_is_about_now_is_shown_in_its_weeks_as_help_and_never_about_the_past, |world| {
    let things = one_of_everything(&world).await;
    let (mut advisor, mut student) = (world.advisor().await, world.student().await);
    let map = format!("/student/{}/targets", world.people.student.id);
    let target = &things["target"];
    student.get(&map).await.ok().dont_see("about now");
    unit(&world, &mut advisor, target, (14, "2")).await;
    student.get(&map).await.ok().dont_see("about now").dont_see("Fair tests");
    world.services.clock.move_on(15 * 24 * 60 * 60 * 1000);
    let mut student = world.student().await;
    let seen = student.get(&map).await.ok().see("about now").see("Fair tests");
    for word in ["late", "overdue", "behind", "missed"] {
        assert!(!seen.words().to_lowercase().contains(word), "{word}");
    }
    // Another advisory has a pace of its own.
    let other = format!("/student/{}/targets", world.people.other_student.id);
    world.as_(&world.people.other_student).await.get(&other).await.ok().dont_see("about now");
    world.services.clock.move_on(20 * 24 * 60 * 60 * 1000);
    world.student().await.get(&map).await.ok().dont_see("about now").dont_see("Fair tests");
});

promise!(a_unit_is_its_advisors_to_change_and_hostile_input_changes_nothing, |world| {
    let things = one_of_everything(&world).await;
    let mut advisor = world.advisor().await;
    unit(&world, &mut advisor, &things["target"], (0, "3")).await;
    let way = advisor.get(PACE).await.ok().link("/advisory/pace?id=").expect("a way to it");
    let id = id_in(&way, "id=");
    let form = advisor.get(&way).await.ok().see("Fair tests");
    let version = form.hidden("version").expect("a version");
    let today = day(&world, 0);
    let change = |name: &'static str| {
        [
            ("from_unit", id.as_str()),
            ("version", version.as_str()),
            ("name", name),
            ("from", today.as_str()),
            ("weeks", "2"),
            ("target", things["target"].as_str()),
        ]
    };
    let mut other = world.as_(&world.people.other_advisor).await;
    other.get(&way).await.is(404);
    other.post(PACE, &change("Mine")).await.is(404);
    other.post("/advisory/pace/remove", &[("from_unit", &id)]).await.is(404);
    advisor.post(PACE, &change("Fairer tests")).await.leads_to(PACE);
    let stale = advisor.post(PACE, &change("Too late")).await.is(422);
    stale.see("Fairer tests").see("Too late");
    for (field, value) in [
        ("weeks", "0"),
        ("weeks", "-3"),
        ("weeks", "1e9"),
        ("from", "0000-00-00"),
        ("from", "'; DROP TABLE unit; --"),
        ("name", "\u{200B}"),
        ("target", "01910000-0000-7000-8000-000000000000"),
    ] {
        let mut fields: Vec<(&str, &str)> = change("Hostile").to_vec();
        fields.retain(|(name, _)| *name != field && *name != "version" && *name != "from_unit");
        fields.push((field, value));
        advisor.post(PACE, &fields).await.is(422);
    }
    advisor.get(PACE).await.ok().see("Fairer tests").dont_see("Hostile");
    advisor.post("/advisory/pace/remove", &[("from_unit", &id)]).await.leads_to(PACE);
    advisor.get(PACE).await.ok().dont_see("Fairer tests");
});

promise!(a_gathering_is_seen_by_those_who_are_in_it_and_gone_after_its_end, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let (mut advisor, mut student) = (world.advisor().await, world.student().await);
    let target = &things["target"];
    let page = format!("/advisory/gather?target={target}");
    let form = advisor.get(&page).await.ok().see("Marisol").see("Amina");
    let id = form.hidden("id").expect("an id");
    let (on, until, me, far) = (day(&world, 2), day(&world, 9), people.student.id.to_string(), day(&world, 90));
    let stranger = people.other_student.id.to_string();
    let whole = [("id", &*id), ("target", target), ("student", &*me), ("day", &*on), ("until", &*until)];
    // Nobody of another advisory, no day that was, no group without an end.
    for (field, value) in [
        ("student", stranger.as_str()),
        ("student", "<script>"),
        ("day", "2001-01-01"),
        ("day", ""),
        ("until", far.as_str()),
        ("until", "' OR 1=1"),
    ] {
        let mut fields = whole.to_vec();
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        advisor.post("/advisory/gather", &fields).await.is(422);
    }
    let mut elsewhere = whole.to_vec();
    elsewhere[1] = ("target", "01910000-0000-7000-8000-000000000000");
    advisor.post("/advisory/gather", &elsewhere).await.is(404);
    student.get("/").await.ok().dont_see("Gathering about");

    advisor.post("/advisory/gather", &whole).await.leads_to("/advisory/targets");
    advisor.get("/advisory/targets").await.ok().see("Gathered");
    student.get("/").await.ok().see("Gathering about");
    student.get(&format!("/student/{me}/targets")).await.ok().see("Gathering about").dont_see("Amina");
    // Whoever is not in it learns nothing of it: a classmate, the family, another advisor.
    world.as_(&people.classmate).await.get("/").await.ok().dont_see("Gathering about");
    world.family().await.get(&format!("/student/{me}")).await.ok().dont_see("Gathering about");
    let mut other = world.as_(&people.other_advisor).await;
    other.get("/advisory/targets").await.ok().dont_see("Call it off");
    other.post("/advisory/gather/end", &[("gathering", &id)]).await.is(404);
    other.post("/advisory/gather", &whole).await.is(422);

    world.services.clock.move_on(10 * 24 * 60 * 60 * 1000);
    world.student().await.get("/").await.ok().dont_see("Gathering about");
    world.advisor().await.get("/advisory/targets").await.ok().dont_see("Call it off");
    // Nor can anybody look it up later.
    world.services.clock.move_on(2 * 24 * 60 * 60 * 1000);
    let now = world.services.clock.now();
    kinfolio::target::gathering::Gathering::forget_over(&world.services.db, now).await.expect("forgotten");
    let rows = world.rows().await;
    assert_eq!((rows.get("gathering"), rows.get("gathering_student")), (Some(&0), Some(&0)));
    assert!(routes().iter().any(|door| door.path == "/advisory/gather"));
});

promise!(a_gathering_that_is_called_off_is_off, |world| {
    let things = one_of_everything(&world).await;
    let (mut advisor, mut student) = (world.advisor().await, world.student().await);
    let page = format!("/advisory/gather?target={}", things["target"]);
    let id = advisor.get(&page).await.ok().hidden("id").expect("an id");
    let (on, me) = (day(&world, 1), world.people.student.id.to_string());
    let whole = [("id", &*id), ("target", &*things["target"]), ("student", &*me), ("day", &*on)];
    advisor.post("/advisory/gather", &whole).await.leads_to("/advisory/targets");
    student.get("/").await.ok().see("Gathering about");
    for person in [&world.people.student, &world.people.family, &world.people.lead] {
        world.as_(person).await.post("/advisory/gather/end", &[("gathering", &id)]).await.is(403);
    }
    advisor.post("/advisory/gather/end", &[("gathering", &id)]).await.leads_to("/advisory/targets");
    student.get("/").await.ok().dont_see("Gathering about");
});

promise!(a_target_that_is_about_now_or_gathered_around_is_in_use_and_stays, |world| {
    let things = one_of_everything(&world).await;
    let (mut lead, mut advisor) = (world.lead().await, world.advisor().await);
    let new_target = async |lead: &mut Visitor<'_>, statement: &str| {
        let id = kinfolio::id::TargetId::new().to_string();
        let wording = [("id", id.as_str()), ("subject", "Music"), ("statement", statement), ("criteria", "It swings.")];
        lead.post("/targets/new", &wording).await.leads_to("/targets");
        id
    };
    let about = new_target(&mut lead, "I can drum.").await;
    unit(&world, &mut advisor, &about, (0, "2")).await;
    let around = new_target(&mut lead, "I can sing.").await;
    let id = advisor.get(&format!("/advisory/gather?target={around}")).await.ok().hidden("id").expect("an id");
    let (on, student) = (day(&world, 1), &things["student"]);
    let whole = [("id", &*id), ("target", &*around), ("student", student.as_str()), ("day", &*on)];
    advisor.post("/advisory/gather", &whole).await.leads_to("/advisory/targets");
    for target in [about, around] {
        let gone = lead.post(&format!("/targets/{target}/take-back"), &[("sure", "yes")]).await;
        gone.leads_to("/targets?said=target_withdrawn");
    }
    // What is offered no more is nothing to gather around.
    advisor.get("/advisory/gather").await.ok().dont_see("I can drum.").dont_see("I can sing.");
    advisor.get("/advisory/targets").await.ok().see("Gathered");
});
