//! A family comes back: what is new is said, what is asked is one thing, and what is over is over.

use kinfolio::id::{CommitmentId, WorkId};
use kinfolio::person::deed::Deed;
use kinfolio::person::{Person, Student, Viewer};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;

/// The student keeps a work for this audience.
pub async fn keeps(student: &mut Visitor<'_>, title: &str, audience: &str) {
    let id = WorkId::new().to_string();
    let words = [("id", id.as_str()), ("title", title), ("text", "By hand."), ("form", "making"), ("language", "en")];
    let words = [&words[..], &[("audience", audience), ("keep", "yes")]].concat();
    student.post("/work/new", &words).await.is(303);
}

/// Ties a family member to one more student.
async fn tie(world: &World, family: &Person, student: &Person) {
    let mut tx = world.services.db.write().await.unwrap();
    let tie = Deed::Tie { student: student.id.clone(), person: family.id.clone(), words: "tía".into() };
    tie.carry_out(&mut tx, &world.school, world.services.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

promise!(a_family_reads_what_is_new_since_they_came_last_and_a_reload_makes_nothing_old, |world| {
    let things = one_of_everything(&world).await;
    let here = format!("/student/{}", world.people.student.id);
    let mut family = world.family().await;
    // On a first visit nothing is newer than anything else.
    family.get(&here).await.ok().dont_see("Novedades desde").dont_see("No hay nada nuevo");
    world.services.clock.move_on(DAY);
    family.get(&here).await.ok().see("No hay nada nuevo desde su visita");
    world.services.clock.move_on(DAY);
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    keeps(&mut student, "A <b>lamp</b>", "family").await;
    keeps(&mut student, "My diary", "advisor").await;
    let promise = CommitmentId::new().to_string();
    let words = [("id", promise.as_str()), ("what", "A key to the workshop."), ("language", "en")];
    advisor.post(&format!("/conference/{}/commitment", things["conference"]), &words).await.is(303);
    for _ in 0..3 {
        let read =
            family.get(&here).await.ok().see("Novedades desde su visita").see("A <b>lamp</b>").dont_see("My diary");
        read.has(&format!("#p-{promise}")).has("lang=\"en\"").has_no("<b>lamp");
        world.services.clock.move_on(HOUR);
    }
    // Another family hears of nothing.
    world.as_(&world.people.classmates_family).await.get(&here).await.is(404);
    world.services.clock.move_on(5 * HOUR);
    family.get(&here).await.ok().see("No hay nada nuevo desde su visita");
    // For whoever is not family, nothing is new or old.
    advisor.get(&here).await.ok().dont_see("since you were here");
});

promise!(of_several_students_each_has_their_own_and_one_thing_is_asked_first, |world| {
    one_of_everything(&world).await;
    let (family, classmate) = (&world.people.family, &world.people.classmate);
    tie(&world, family, classmate).await;
    let mut rosa = world.as_(family).await;
    for student in [&world.people.student, classmate] {
        rosa.get(&format!("/student/{}", student.id)).await.ok();
    }
    world.services.clock.move_on(DAY);
    keeps(&mut world.as_(classmate).await, "Seven kites", "family").await;
    let home = rosa.get("/").await.ok().see(&world.people.student.name).see(&classmate.name).see("Seven kites");
    let home = home.see("No hay nada nuevo desde su visita");
    assert_eq!(home.text.matches("voice voice--family ask").count(), 1, "one thing is asked");
    // Looking at all of them makes nothing old.
    world.services.clock.move_on(DAY);
    rosa.get("/").await.ok().see("Seven kites");
    let mut conn = world.services.db.read().await.unwrap();
    let viewer = Viewer::of(&mut conn, &world.school, &family.id).await.unwrap().expect("Rosa");
    assert_eq!(Student::of_family(&mut conn, &viewer).await.unwrap().len(), 2);
});

promise!(what_is_over_is_not_waited_for, |world| {
    let things = one_of_everything(&world).await;
    let here = format!("/conference/{}", things["conference"]);
    let mut family = world.family().await;
    family.get(&format!("{here}/follow")).await.ok().see("Todavía no empieza").has(&format!("action=\"{here}/reply\""));
    family.get(&format!("{here}/talk")).await.ok().has(&format!("action=\"{here}/talk\""));
    // A year later nobody has led it here, and it is over all the same.
    world.services.clock.move_on(365 * DAY);
    let mut family = world.family().await;
    let followed = family.get(&format!("{here}/follow")).await.ok().see("La conferencia terminó");
    followed.dont_see("Todavía no empieza").has_no(&format!("action=\"{here}/reply\""));
    family.get(&format!("{here}/follow/7")).await.ok().has_no(&format!("{here}#reply"));
    let talked = family.get(&format!("{here}/talk")).await.ok().see("ya terminó").see("Who brings the drum?");
    talked.has_no(&format!("action=\"{here}/talk\""));
    family.get(&format!("{here}/reply")).await.ok().has_no(&format!("action=\"{here}/reply\""));
    // Words that were typed before are not lost.
    let words = [("text", ""), ("language", "es")];
    family.post(&format!("{here}/talk"), &words).await.is(422).has(&format!("action=\"{here}/talk\""));
});
