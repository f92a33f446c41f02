//! Who belongs to a school is put right by hand, and whoever is out is out at the next request: ties, leaving, roles, names.

use kinfolio::grant::Key;
use kinfolio::id::PersonId;
use kinfolio::person::card::PersonCard;
use kinfolio::person::{Person, Viewer};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{AFile, Visitor, World};

/// What the lead sees of somebody.
async fn card(world: &World, id: &PersonId) -> PersonCard {
    let mut conn = world.services.db.read().await.expect("a connection");
    let lead = Viewer::of(&mut conn, &world.school, &world.people.lead.id).await.expect("the lead").expect("the lead");
    PersonCard::seen_by(&mut conn, &lead, id, world.services.clock.now()).await.expect("a card").expect("a card")
}

/// A link for somebody of the student's family, as it stands in their letter.
async fn a_link(world: &World, person: &Person) -> String {
    let mut student = world.student().await;
    let path = format!("/student/{}/grants", world.people.student.id);
    let form = student.get(&format!("{path}?person={}", person.id)).await.ok();
    let key = Key::new();
    let id = form.hidden("id").expect("an id");
    let make = [("id", id.as_str()), ("key", key.token()), ("person", person.id.as_str()), ("days", "120")];
    student.post(&path, &make).await.ok();
    format!("/grant/{}", key.token())
}

/// Brings a table in, of which something stays as it was set by hand.
async fn import(lead: &mut Visitor<'_>, table: &str) {
    let files = [AFile { field: "file", name: "people.csv", bytes: table.as_bytes() }];
    lead.post_files("/people/import", &[], &files).await.ok().see("was set by hand here. That stays.");
    lead.post_files("/people/import", &[("text", table), ("apply", "yes")], &[]).await.leads_to("/people");
}

promise!(whoever_is_untied_is_out_at_the_next_request_and_no_import_ties_them_again, |world| {
    let things = one_of_everything(&world).await;
    let (student, family) = (&world.people.student, &world.people.family);
    let link = a_link(&world, family).await;
    let mut by_link = world.visitor();
    by_link.get(&link).await.leads_to("/");
    let mut signed_in = world.family().await;
    let portfolio = format!("/student/{}/portfolio", student.id);
    by_link.get(&portfolio).await.ok();
    signed_in.get(&portfolio).await.ok();
    let contribute = format!("/definition/{}/contribute", things["definition"]);
    let id = signed_in.get(&format!("{contribute}?section=values")).await.ok().hidden("id").expect("an id");
    let said = [("id", id.as_str()), ("section", "values"), ("text", "Nadie come solo."), ("language", "es")];
    signed_in.post(&contribute, &said).await.leads_to("/");
    let untie = format!("/student/{}/untie/{}", student.id, family.id);
    let mut advisor = world.advisor().await;
    advisor.get(&format!("/person/{}", student.id)).await.ok().see(&family.name);
    advisor.get(&untie).await.ok().see("every link that was made for it ends");
    // Nothing ends by an address alone.
    advisor.post(&untie, &[]).await.leads_to(&untie);
    by_link.get(&portfolio).await.ok();
    for _ in 0..2 {
        advisor.post(&untie, &[("sure", "yes"), ("no_contact", "yes")]).await;
    }
    for visitor in [&mut by_link, &mut signed_in] {
        for path in [portfolio.clone(), format!("/work/{}", things["work"]), format!("/student/{}", student.id)] {
            let page = visitor.get(&path).await;
            assert!(matches!(page.status.as_u16(), 401 | 404 | 410), "{} from {path}", page.status);
            page.dont_see("Fractions, my way");
        }
    }
    world.visitor().get(&link).await.is(410);
    // What they said stays.
    world.student().await.get(&format!("/student/{}/definition", student.id)).await.ok().see("Nadie come solo.");
    // No import ties them, under this name or as somebody else, and the preview says so.
    let mut lead = world.lead().await;
    let table = format!(
        "role,name,username,students,kinship\nfamily,{},,{},abuela\n",
        family.name,
        student.username.as_deref().unwrap_or_default()
    );
    import(&mut lead, &table).await;
    let after = card(&world, &student.id).await;
    assert!(after.kin.iter().all(|kin| kin.name != family.name), "{:?}", after.kin);
    // The advisor cannot tie again what is no contact; the lead can.
    let tie = format!("/student/{}/tie", student.id);
    let again = [("person", family.id.as_str()), ("kinship", "abuela"), ("name", ""), ("languages", "")];
    advisor.get(&format!("/person/{}", student.id)).await.ok().see("no contact").dont_see("Connect again");
    advisor.post(&tie, &again).await.is(422).see("Only the lead can change that");
    lead.get(&format!("/person/{}", student.id)).await.ok().see("Connect again");
    lead.post(&tie, &again).await.leads_to("/person/");
    signed_in.get(&portfolio).await.ok();
    // The old link stays ended.
    world.visitor().get(&link).await.is(410);
});

promise!(whoever_leaves_is_out_at_once_everywhere_and_comes_back_without_the_old_ways_in, |world| {
    one_of_everything(&world).await;
    let advisor = &world.people.advisor;
    let mut theirs = world.advisor().await;
    let student = format!("/student/{}", world.people.student.id);
    theirs.get(&student).await.ok();
    theirs.post("/times/calendar", &[]).await;
    let mut lead = world.lead().await;
    let here = format!("/person/{}", advisor.id);
    lead.get(&format!("{here}/leave")).await.ok().see("nothing lets them in");
    lead.post(&format!("{here}/leave"), &[]).await.leads_to(&format!("{here}/leave"));
    theirs.get(&student).await.ok();
    lead.post(&format!("{here}/leave"), &[("sure", "yes")]).await.leads_to(&here);
    theirs.get(&student).await.is(401);
    lead.get(&here).await.ok().see("Left the school on").see("They are back");
    lead.get("/people").await.ok().dont_see(&advisor.name);
    lead.get("/people?show=gone").await.ok().see(&advisor.name);
    // An import does not bring them back.
    let username = advisor.username.as_deref().unwrap_or_default();
    let table = format!("role,name,username\nadvisor,{},{username}\n", advisor.name);
    let files = [AFile { field: "file", name: "people.csv", bytes: table.as_bytes() }];
    lead.post_files("/people/import", &[], &files).await.ok().see("Somebody wrote down here that they have left");
    assert!(card(&world, &advisor.id).await.left_at.is_some());
    lead.post(&format!("{here}/come-back"), &[]).await.leads_to(&here);
    theirs.get(&student).await.is(401);
    assert!(card(&world, &advisor.id).await.left_at.is_none());
    world.advisor().await.get(&student).await.ok();
});

promise!(a_school_is_never_left_without_a_lead, |world| {
    let lead = &world.people.lead;
    let mut theirs = world.lead().await;
    let here = format!("/person/{}", lead.id);
    theirs.post(&format!("{here}/leave"), &[("sure", "yes")]).await.leads_to(&format!("{here}?said=only_lead"));
    let version = theirs.get(&format!("{here}/role")).await.ok().hidden("version").expect("a version");
    theirs
        .post(&format!("{here}/role"), &[("role", "advisor"), ("version", &version)])
        .await
        .is(422)
        .see("Nobody else runs");
    theirs.get("/people").await.ok();
    // With another one it is possible, and whoever has another role signs in again.
    let other = format!("/person/{}", world.people.other_advisor.id);
    let version = theirs.get(&format!("{other}/role")).await.ok().hidden("version").expect("a version");
    let mut others = world.as_(&world.people.other_advisor).await;
    others.get("/").await.ok();
    theirs.post(&format!("{other}/role"), &[("role", "lead"), ("version", &version)]).await.leads_to(&other);
    others.get("/people").await.is(401);
    theirs.post(&format!("{here}/leave"), &[("sure", "yes")]).await.leads_to(&here);
    theirs.get("/people").await.is(401);
});

promise!(what_is_put_right_by_hand_stays_when_a_table_is_imported, |world| {
    let student = &world.people.student;
    let mut lead = world.lead().await;
    let here = format!("/person/{}", student.id);
    let form = lead.get(&format!("{here}/edit")).await.ok().see(&student.name);
    let version = form.hidden("version").expect("a version");
    let username = student.username.as_deref().unwrap_or_default();
    let new = [
        ("version", version.as_str()),
        ("name", "Marisol Reyes Peña"),
        ("called", ""),
        ("languages", "es, mixtec, en"),
        ("username", username),
        ("email", "not an address"),
        ("phone", "555 0100, evenings"),
    ];
    let edit = format!("{here}/edit");
    lead.post(&edit, &new).await.is(422).see("mixtec").see("Marisol Reyes Peña");
    let mut new = new;
    new[3].1 = "es, en";
    new[5].1 = "marisol@home.example";
    lead.post(&edit, &new).await.leads_to(&here);
    lead.get(&here).await.ok().see("Marisol Reyes Peña").see("marisol@home.example").see("555 0100, evenings");
    // Made from a version that is gone.
    new[1].1 = "Somebody else";
    lead.post(&edit, &new).await.is(422).see("Somebody else");
    let table = format!("role,name,username,languages\nstudent,Marisol R.,{username},en\n");
    import(&mut lead, &table).await;
    let after = card(&world, &student.id).await;
    assert_eq!(after.person.name, "Marisol Reyes Peña");
    assert_eq!(after.person.languages.tags(), "es en");
    // Her advisor puts names right too, but not what she signs in with.
    let mut advisor = world.advisor().await;
    let version = after.version.to_string();
    let theirs =
        [("version", version.as_str()), ("name", "Marisol Reyes"), ("languages", "es"), ("username", "stolen")];
    advisor.post(&edit, &theirs).await.leads_to(&here);
    assert_eq!(card(&world, &student.id).await.person.username.as_deref(), Some(username));
    advisor.get(&format!("/person/{}", world.people.other_student.id)).await.is(404);
    advisor.get(&format!("/person/{}", world.people.lead.id)).await.is(404);
});

promise!(somebody_is_added_once_connected_and_found_by_name, |world| {
    let mut lead = world.lead().await;
    let form = lead.get("/people/new").await.ok();
    let id = form.hidden("id").expect("an id");
    let new = [
        ("id", id.as_str()),
        ("role", "student"),
        ("name", "Ñusta Quispe"),
        ("languages", "es"),
        ("username", "nusta"),
    ];
    let here = format!("/person/{id}");
    for _ in 0..2 {
        lead.post("/people/new", &new).await.leads_to(&here);
    }
    let other = form.hidden("id").map(|_| PersonId::new().to_string()).expect("an id");
    let taken =
        [("id", other.as_str()), ("role", "student"), ("name", "N. Q."), ("languages", "es"), ("username", "NUSTA")];
    lead.post("/people/new", &taken).await.is(422).see("N. Q.");
    let family = [("id", other.as_str()), ("role", "family"), ("name", "X"), ("languages", "es")];
    lead.post("/people/new", &family).await.is(422);
    lead.get("/people?find=quispe+NUSTA").await.ok().see("Ñusta Quispe");
    lead.get("/people?find=nusta&show=families").await.ok().dont_see("Ñusta Quispe");
    // A mother who is new, and an aunt who is known.
    let tie = format!("/student/{id}/tie");
    let form = lead.get(&tie).await.ok();
    let kin = form.hidden("id").expect("an id");
    let mother = [
        ("id", kin.as_str()),
        ("person", "new"),
        ("kinship", "mamay"),
        ("name", "Sonqo Quispe"),
        ("languages", "qu, es"),
    ];
    for _ in 0..2 {
        lead.post(&tie, &mother).await.leads_to(&here);
    }
    lead.post(&tie, &[("id", &kin), ("person", "new"), ("kinship", ""), ("name", ""), ("languages", "")]).await.is(422);
    let found = lead.get(&format!("{tie}?find={}", world.people.family.name.replace(' ', "+"))).await.ok();
    found.see(&world.people.family.name);
    lead.post(&tie, &[("person", world.people.family.id.as_str()), ("kinship", "tía")]).await.leads_to(&here);
    lead.get(&here).await.ok().see("Sonqo Quispe").see("mamay").see(&world.people.family.name);
    lead.get(&format!("/person/{kin}")).await.ok().see("Ñusta Quispe");
    let advisories = format!("{here}/advisories");
    let form = lead.get(&advisories).await.ok();
    let version = form.hidden("version").unwrap_or_default();
    let card_of_student = card(&world, &world.people.student.id).await;
    let advisory = card_of_student.advisories[0].id.to_string();
    lead.post(&advisories, &[("version", &version), ("advisory", &advisory)]).await.leads_to(&here);
    world.advisor().await.get(&here).await.ok().see("Sonqo Quispe");
    lead.post(&advisories, &[("version", &version)]).await.leads_to(&here);
    world.advisor().await.get(&here).await.is(404);
    lead.post(&advisories, &[("advisory", "' OR 1 = 1")]).await.is(422);
});
