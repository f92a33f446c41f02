//! The map, what the student does next, and the advisory's grid.

use kinfolio::id::{AimId, TargetId};

use crate::promise;
use crate::things::YEAR;
use crate::work::{a_target, a_work, check_form};

promise!(the_map_says_what_is_mastered_and_what_is_open_next, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let map = format!("/student/{}/targets", world.people.student.id);
    let mut student = world.student().await;
    student.get("/targets").await.ok().has(&map);
    student.get(&map).await.ok().see("Begun").has("role=\"img\"").has_no("<script");
    student.post(&work.at("check"), &[]).await;
    student.get(&map).await.ok().see("In check");
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    advisor
        .post(&form, &[(&format!("answer-{target}"), "mastered"), (&format!("next-{target}"), "It is there.")])
        .await
        .leads_to("/");
    a_target(&world, "I can fly").await;
    student.get(&map).await.ok().see("Mastered").see("Half of the garden").see("Open next");
    advisor.get(&map).await.ok().see("Half of the garden");
    for person in [&world.people.family, &world.people.classmate, &world.people.lead, &world.people.other_advisor] {
        world.as_(person).await.get(&map).await.is(404);
    }
    // What is for the student alone is nowhere on the advisor's map.
    work.with("audience", "me").changed(&mut student, "keep").await;
    student.get(&map).await.see("Half of the garden");
    advisor.get(&map).await.ok().dont_see("Half of the garden");
    advisor.get("/advisory/targets").await.ok().dont_see("Half of the garden");
});

promise!(a_student_plans_what_comes_next_with_days_of_their_own, |world| {
    let target = a_target(&world, "I can halve anything").await;
    let aims = format!("/student/{}/aims", world.people.student.id);
    let mut student = world.student().await;
    let id = student.get(&format!("{aims}?target={target}")).await.ok().hidden("id").unwrap();
    let day = format!("{}-03-04", *YEAR);
    let fields = [("id", id.as_str()), ("what", "Ask <b>Beto</b> to listen"), ("by_day", &day), ("target", &target)];
    for _ in 0..2 {
        student.post(&aims, &fields).await.leads_to(&aims);
    }
    let page = student.get(&aims).await.ok().see("Ask <b>Beto</b> to listen").see("Mar 4").has_no("<b>Beto");
    assert_eq!(page.text.matches(&format!("action=\"/aim/{id}/done\"")).count(), 1, "sent twice, noted once");
    world.advisor().await.get(&aims).await.ok().see("to listen").has_no("/done\"");

    let one = format!("/aim/{id}");
    let version = student.get(&one).await.ok().hidden("version").unwrap();
    let changed = [("version", version.as_str()), ("what", "Ask Rosa"), ("by_day", ""), ("target", "")];
    student.post(&one, &changed).await.leads_to(&aims);
    student.post(&one, &changed).await.leads_to(&aims);
    let stale = [("version", version.as_str()), ("what", "Ask nobody"), ("by_day", ""), ("target", "")];
    student.post(&one, &stale).await.is(422).see("Ask Rosa").see("Ask nobody");
    student.post(&format!("{one}/done"), &[("mark", "done")]).await.leads_to(&aims);
    student.get(&aims).await.see("Back on my list");
    student.post(&format!("{one}/done"), &[("mark", "again")]).await.leads_to(&aims);
    for person in
        [&world.people.advisor, &world.people.family, &world.people.classmate, &world.people.other_school_student]
    {
        let mut visitor = world.as_(person).await;
        visitor.post(&one, &changed).await.is(404);
        visitor.post(&format!("{one}/done"), &[]).await.is(404);
        visitor.post(&aims, &fields).await.is(404);
    }
});

promise!(odd_plans_are_no_trouble, |world| {
    let aims = format!("/student/{}/aims", world.people.student.id);
    let mut student = world.student().await;
    let foreign = TargetId::new().to_string();
    let million = "a".repeat(1_000_000);
    for (what, day, target) in [
        ("\u{200B}", "", ""),
        (million.as_str(), "", ""),
        ("Words", "2027-02-30", ""),
        ("Words", "99999-01-01", ""),
        ("Words", "-009999-01-01", ""),
        ("Words", "", foreign.as_str()),
        ("Words", "", "<script>alert(1)</script>"),
    ] {
        let fields = [("what", what), ("by_day", day), ("target", target)];
        student.post(&aims, &fields).await.is(422).has_no("<script>alert");
    }
    student.get(&aims).await.ok().dont_see("Words");
    let mine = AimId::new().to_string();
    student.post(&aims, &[("id", &mine), ("what", "Mine")]).await.leads_to(&aims);
    let other = format!("/student/{}/aims", world.people.classmate.id);
    let mut classmate = world.as_(&world.people.classmate).await;
    classmate.post(&other, &[("id", &mine), ("what", "Theirs")]).await.is(404);
    student.get(&aims).await.see("Mine").dont_see("Theirs");
    student.get(&format!("{aims}?target=%3Cscript%3Ealert(1)%3C/script%3E")).await.ok().has_no("<script>alert");
});

promise!(the_grid_gathers_by_need_and_ranks_nobody, |world| {
    let (work, target) = a_work(&world, "Half of the garden").await;
    let mut student = world.student().await;
    student.post(&work.at("check"), &[]).await;
    let mut advisor = world.advisor().await;
    let form = check_form(&mut advisor, &work).await;
    let (answer, next) = (format!("answer-{target}"), format!("next-{target}"));
    advisor.post(&form, &[(&answer, "not_yet"), (&next, "Say where the half went.")]).await.leads_to("/");
    advisor.get("/").await.ok().has("/advisory/targets");
    let page = advisor.get("/advisory/targets").await.ok().see("Not yet, with a next step").has(&work.page());
    let rows: Vec<usize> =
        ["Amina Diallo", "Marisol Reyes"].iter().map(|name| page.text.rfind(name).unwrap()).collect();
    assert!(rows.is_sorted(), "from A to Z");
    page.dont_see("Yusuf Haddad").has("scope=\"row\"").has("scope=\"col\"");
    for person in [&world.people.student, &world.people.family, &world.people.lead] {
        world.as_(person).await.get("/advisory/targets").await.is(403);
    }
    world.as_(&world.people.other_advisor).await.get("/advisory/targets").await.ok().dont_see("Half of the garden");
});
