//! Everybody is called as they like it: they say so themselves, and nobody guesses it from their name.

use kinfolio::person::import::applying;
use kinfolio::person::import::reading;
use kinfolio::school::School;

use crate::promise;
use crate::world::World;

const NAME: &str = "Ruiz Peña, Ana María";

/// Somebody of the student's family, whose whole name has its parts in another order.
async fn a_grandmother(world: &World) -> kinfolio::person::Person {
    let username = world.people.student.username.clone().expect("a username");
    let table =
        format!("role,name,username,languages,students,kinship\nfamily,\"{NAME}\",ana,en,{username},grandmother\n");
    let mut tx = world.services.db.write().await.expect("a transaction");
    let school = School::find(&mut tx, &world.school).await.expect("a school").expect("a school");
    let now = world.services.clock.now();
    applying::apply(&mut tx, &school, &reading::read(&table).expect("a table"), now).await.expect("people");
    let roster = kinfolio::person::roster::Roster::of(&mut tx, &world.school, now).await.expect("people");
    tx.commit().await.expect("kept");
    roster.members.into_iter().find(|member| member.person.name == NAME).expect("her").person
}

promise!(greetings_use_what_somebody_wants_to_be_called_else_the_whole_name, |world| {
    let ana = a_grandmother(&world).await;
    let mut family = world.as_(&ana).await;
    let home = format!("/student/{}", world.people.student.id);
    family.get(&home).await.ok().see(&format!(", \u{2068}{NAME}\u{2069}."));
    let form = family.get("/called").await.ok().see("How you’d like to be called").see(NAME).has_no("<script");
    assert_eq!(form.hidden("made_from").as_deref(), Some(""));
    family.post("/called", &[("made_from", ""), ("called", "  Anita ")]).await.leads_to("/called?said=called");
    family.get(&home).await.ok().see(", \u{2068}Anita\u{2069}.").see(NAME);
    family.get("/called").await.ok().has("value=\"Anita\"");
    // Nothing is an answer too.
    family.post("/called", &[("made_from", "Anita"), ("called", "")]).await.leads_to("/called");
    family.get(&home).await.ok().see(&format!(", \u{2068}{NAME}\u{2069}."));
});

promise!(everybody_says_it_for_themselves, |world| {
    let people = &world.people;
    for person in [&people.lead, &people.advisor, &people.student, &people.family, &people.other_school_student] {
        let mut visitor = world.as_(person).await;
        visitor.get("/").await;
        let made_from = visitor.get("/called").await.ok().hidden("made_from").expect("how it stood");
        let form = [("made_from", made_from.as_str()), ("called", "Zuzu <b>Z</b>")];
        visitor.post("/called", &form).await.leads_to("/called");
        visitor.get("/called").await.ok().has_no("<b>Z").see("Zuzu <b>Z</b>");
    }
    // Said of one, it is said of nobody else.
    let mut classmate = world.as_(&people.classmate).await;
    classmate.get("/called").await.ok().has("value=\"Amina\"");
    world.visitor().get("/called").await.is(401);
    world.visitor().post("/called", &[("called", "X")]).await.is(401);
});

promise!(a_family_member_says_it_through_their_own_link, |world| {
    let student = world.people.student.id.to_string();
    let person = world.people.family.id.to_string();
    let mut asks = world.student().await;
    let form = asks.get(&format!("/student/{student}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", &key), ("person", &person), ("days", "120")];
    asks.post(&format!("/student/{student}/grants"), &make).await.ok();
    let mut family = world.visitor().reading("es");
    family.get(&format!("/grant/{key}")).await.leads_to("/");
    let page = family.get(&format!("/student/{student}")).await.ok().has("href=\"/account\"");
    page.see("Su nombre, idiomas y dispositivos");
    family.get("/account").await.ok().has("href=\"/called\"").see("Cómo le gusta que le llamen");
    family.post("/called", &[("made_from", "Rosa"), ("called", "Abuela Rosa")]).await.leads_to("/called");
    family.get(&format!("/student/{student}")).await.ok().see(", \u{2068}Abuela Rosa\u{2069}.");
});

promise!(what_changed_in_the_meantime_is_said_and_what_was_typed_stays, |world| {
    let mut student = world.student().await;
    let here = world.people.student.called().to_owned();
    student.post("/called", &[("made_from", &here), ("called", "Mari")]).await.leads_to("/called");
    let stale = student.post("/called", &[("made_from", &here), ("called", "Sol")]).await.is(422);
    stale.see("Mari").has("value=\"Sol\"").has("name=\"made_from\" value=\"Mari\"");
    // The same once more is done already.
    student.post("/called", &[("made_from", &here), ("called", "Mari")]).await.leads_to("/called");
    let long = "a".repeat(201);
    student.post("/called", &[("made_from", "Mari"), ("called", &long)]).await.is(422).see("room for 200").has(&long);
    student
        .post("/called", &[("made_from", "Mari"), ("called", "So\u{301}l\u{200B}\n\u{202E}")])
        .await
        .leads_to("/called");
    student.get("/called").await.ok().has("Sól");
});
