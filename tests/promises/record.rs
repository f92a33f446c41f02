//! The record: whoever it is about can read who opened a student's things and who changed what opens them; nobody's words, and
//! nobody's own reading, are in it.

use kinfolio::record;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::Page;

promise!(a_student_reads_who_opened_their_work_and_never_their_own_reading, |world| {
    let things = one_of_everything(&world).await;
    let work = format!("/work/{}", things["work"]);
    let mut student = world.student().await;
    let title = "Fractions, my way";
    let read = |page: Page| page.text.matches("A work was opened").count();
    let before = read(student.get("/record").await.ok());
    // The next day they, and their family, read it themselves.
    world.services.clock.move_on(24 * 60 * 60 * 1000);
    let mut student = world.student().await;
    student.get(&work).await.ok();
    world.family().await.get(&work).await.ok();
    world.services.settled().await;
    assert_eq!(read(student.get("/record").await.ok()), before);
    let mut advisor = world.advisor().await;
    for _ in 0..3 {
        advisor.get(&work).await.ok().see(title);
        world.services.settled().await;
    }
    let page = student.get("/record").await.ok().see(&world.people.advisor.name).dont_see(title);
    assert_eq!(read(page), before + 1, "once a day");
    // Another advisor who asks for it is not let in, and that is read too.
    world
        .as_(&world.people.other_advisor)
        .await
        .get(&format!("/student/{}/portfolio", world.people.student.id))
        .await
        .is(404);
    world.services.settled().await;
    student.get("/record").await.ok().see("since it was not for them").see(&world.people.other_advisor.name);
    // Family reads nothing of it; nor do others.
    for person in [&world.people.family, &world.people.classmate, &world.people.advisor] {
        world.as_(person).await.get("/record").await.ok().dont_see("A work was opened").dont_see("not for them");
    }
    world.lead().await.get("/record").await.ok().see("A work was opened").dont_see(title);
    world.as_(&world.people.other_school_lead).await.get("/record").await.ok().dont_see("A work was opened");
});

promise!(kin_read_lines_about_themselves_alone, |world| {
    one_of_everything(&world).await;
    let (student, family) = (&world.people.student, &world.people.family);
    let mut lead = world.lead().await;
    let untie = format!("/student/{}/untie/{}", student.id, family.id);
    lead.post(&untie, &[("sure", "yes")]).await.leads_to("/person/");
    world.family().await.get("/record").await.ok().see("Se desconectó").see(&world.people.lead.name);
    world.as_(&world.people.classmates_family).await.get("/record").await.ok().dont_see("was disconnected");
    world.student().await.get("/record").await.ok().see("was disconnected").see(&family.name);
    lead.get(&format!("/record?person={}", family.id)).await.ok().see("was disconnected");
    lead.get(&format!("/record?person={}", world.people.classmate.id)).await.ok().dont_see("was disconnected");
    // Whoever is not the lead asks for somebody else's in vain.
    world
        .as_(&world.people.classmate)
        .await
        .get(&format!("/record?person={}", family.id))
        .await
        .ok()
        .dont_see("was disconnected");
    lead.get("/record?person=%27+OR+1%3D1&page=-7").await.ok();
    lead.get("/record?page=99999999999999999999").await.ok();
});

promise!(the_record_is_kept_as_long_as_the_school_says, |world| {
    let mut lead = world.lead().await;
    let here = format!("/person/{}", world.people.other_advisor.id);
    lead.post(&format!("{here}/leave"), &[("sure", "yes")]).await.leads_to(&here);
    lead.get("/record").await.ok().see("Left the school").see("kept for 2 years");
    lead.post("/record/keep", &[("days", "12")]).await.is(400);
    lead.post("/record/keep", &[("days", "365")]).await.leads_to("/record");
    world.advisor().await.post("/record/keep", &[("days", "730")]).await.is(403);
    let mut tx = world.services.db.write().await.expect("a transaction");
    record::forget_old(&mut tx, world.services.clock.now().plus_days(364)).await.expect("kept");
    tx.commit().await.expect("kept");
    lead.get("/record").await.ok().see("Left the school").see("kept for 1 year");
    let mut tx = world.services.db.write().await.expect("a transaction");
    record::forget_old(&mut tx, world.services.clock.now().plus_days(366)).await.expect("forgotten");
    tx.commit().await.expect("kept");
    lead.get("/record").await.ok().dont_see("Left the school");
});
