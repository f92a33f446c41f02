//! A conference while it goes on: every device is in the right place, a phone with cues opens nothing else, and what was
//! noted arrives once.

use std::collections::HashMap;
use std::time::Duration;

use kinfolio::conference::Conference;
use kinfolio::conference::live::{CUES_LAST, Guest, Halls, Step};
use kinfolio::grant::Key;
use kinfolio::id::{ConferenceId, NoteId};
use kinfolio::live::Hub;
use kinfolio_server::router::{Requires, routes};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

async fn conference(world: &World) -> (String, HashMap<&'static str, String>) {
    let things = one_of_everything(world).await;
    (format!("/conference/{}", things["conference"]), things)
}

async fn goes_to(student: &mut Visitor<'_>, here: &str, place: &str) {
    student.post(&format!("{here}/step"), &[("to", place)]).await.leads_to(&format!("{here}/present/{place}"));
}

/// A phone that has just read the QR code.
async fn a_phone<'w>(world: &'w World, here: &str) -> (Visitor<'w>, String) {
    let mut student = world.student().await;
    let key = student.get(&format!("{here}/present")).await.ok().hidden("key").expect("a key");
    let code = student.post(&format!("{here}/cues/pass"), &[("key", &key)]).await.ok();
    let way = format!("/cues/{key}");
    code.has(&way);
    let mut phone = world.visitor();
    phone.get(&way).await.leads_to(&format!("{here}/cues"));
    (phone, way)
}

promise!(cues_opened_where_somebody_else_is_signed_in_ask_first, |world| {
    let (here, _) = conference(&world).await;
    let (mut phone, way) = a_phone(&world, &here).await;
    let mut classmate = world.as_(&world.people.classmate).await;
    let glued = format!("{way}.");
    classmate.get(&glued).await.ok().see("Open this link?").see("Amina Diallo").has(&format!("action=\"{way}\""));
    classmate.get("/targets").await.ok();
    let mut copy = classmate.clone();
    classmate.post(&way, &[]).await.leads_to(&format!("{here}/cues"));
    classmate.get(&format!("{here}/cues")).await.ok();
    copy.get("/targets").await.is(401);
    // The phone that holds them already, and the one who leads, are not asked.
    phone.get(&way).await.leads_to(&format!("{here}/cues"));
    let mut student = world.student().await;
    student.get(&way).await.leads_to(&format!("{here}/cues"));
    student.get("/targets").await.ok();
});

promise!(a_code_that_is_typed_gives_a_phone_the_cues_and_nothing_else, |world| {
    let (here, _) = conference(&world).await;
    let mut student = world.student().await;
    let pass = async |student: &mut Visitor<'_>| {
        let key = Key::parse(&student.get(&format!("{here}/present")).await.ok().hidden("key").expect("a key"));
        let key = key.expect("the shape of one");
        let shown = student.post(&format!("{here}/cues/pass"), &[("key", key.token())]).await.ok();
        let groups: Vec<String> = key.code().split('-').map(str::to_owned).collect();
        assert!(groups.iter().all(|group| shown.text.contains(&format!("<span>{group}</span>"))), "the code is there");
        key.code()
    };
    let code = pass(&mut student).await;
    let mut phone = world.visitor();
    // As a hurried thumb types it.
    let typed = code.replace('-', " ").to_lowercase();
    phone.post("/grant", &[("code", &typed)]).await.leads_to(&format!("{here}/cues"));
    phone.get(&format!("{here}/cues")).await.ok();
    for elsewhere in ["/", "/work", "/targets", &format!("{here}/present"), &here] {
        phone.get(elsewhere).await.is(401);
    }
    // A newer code ends it; so does time; and what is made up opens nothing.
    let newer = pass(&mut student).await;
    phone.get(&format!("{here}/cues")).await.is(401);
    let mut second = world.visitor();
    for hostile in [code.as_str(), "AAAA-AAAA-AAAA", "' OR 1=1 --", "", "🧵🧵🧵🧵"] {
        second.post("/grant", &[("code", hostile)]).await.is(422);
    }
    second.post("/grant", &[("code", &newer)]).await.leads_to(&format!("{here}/cues"));
    world.services.clock.move_on(CUES_LAST + 1);
    second.get(&format!("{here}/cues")).await.is(401);
    world.visitor().post("/grant", &[("code", &newer)]).await.is(422);
    // Guesses at how it goes on are slowed down like those at a family's.
    let mut statuses = Vec::new();
    for guess in 0..8 {
        statuses.push(
            second.post("/grant", &[("code", &format!("{}-{guess:04}-0000", &newer[..4]))]).await.status.as_u16(),
        );
    }
    assert!(statuses.contains(&429), "{statuses:?}");
});

promise!(whoever_follows_lands_where_the_conference_is, |world| {
    let (here, _) = conference(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let follow = format!("{here}/follow");
    family.get(&follow).await.ok().see("Todavía no empieza").has("http-equiv=\"refresh\"");
    student.post(&format!("{here}/step"), &[("anew", "yes"), ("to", "1")]).await.leads_to(&format!("{here}/present/1"));
    family.get(&follow).await.ok().see("Momento 1 de 7");
    goes_to(&mut student, &here, "4").await;
    world.advisor().await.get(&follow).await.ok().see("Moment 4 of 7");
    // Looking back is one's own affair, and there is a way to return.
    family.get(&format!("{follow}/2")).await.ok().see("Momento 2 de 7").has(&format!("href=\"{follow}\""));
    family.get(&follow).await.ok().see("Momento 4 de 7");
    student.get(&format!("{here}/present")).await.ok().see("Go on where we are");
    student.post(&format!("{here}/step"), &[("to", "0")]).await.leads_to(&format!("{here}/present/0"));
    family.get(&follow).await.ok().see("La conferencia terminó").has(&format!("href=\"{here}#reply\""));
    student.get(&format!("{here}/present/0")).await.ok().see("Thank you");
});

promise!(a_place_that_is_not_in_the_plan_moves_nothing, |world| {
    let (here, _) = conference(&world).await;
    let mut student = world.student().await;
    goes_to(&mut student, &here, "3").await;
    for place in ["8", "-1", "9223372036854775807", "", "<script>", "3.5", "99999999999999999999"] {
        student.post(&format!("{here}/step"), &[("to", place)]).await.is(303);
        world.family().await.get(&format!("{here}/follow")).await.ok().see("Momento 3 de 7");
    }
    for place in ["0", "8", "18446744073709551615", "x"] {
        student.get(&format!("{here}/follow/{place}")).await.is(404);
    }
    student.get(&format!("{here}/present/8")).await.is(404);
});

promise!(nobody_but_who_leads_moves_a_conference, |world| {
    let (here, _) = conference(&world).await;
    let mut student = world.student().await;
    goes_to(&mut student, &here, "2").await;
    let people = &world.people;
    for other in [&people.advisor, &people.family, &people.classmate, &people.lead, &people.other_school_student] {
        let mut other = world.as_(other).await;
        other.post(&format!("{here}/step"), &[("to", "5")]).await.is(404);
        other.post(&format!("{here}/note"), &[("id", NoteId::new().as_str()), ("text", "Mine.")]).await.is(404);
        other.post(&format!("{here}/cues/pass"), &[("key", &"a".repeat(48))]).await.is(404);
        other.get(&format!("{here}/cues")).await.is(404);
    }
    student.get(&format!("{here}/follow")).await.ok().see("Moment 2 of 7");
});

promise!(a_phone_with_cues_moves_the_conference_and_opens_nothing_else, |world| {
    let (here, things) = conference(&world).await;
    let mut student = world.student().await;
    goes_to(&mut student, &here, "1").await;
    let (mut phone, way) = a_phone(&world, &here).await;
    phone.get(&format!("{here}/cues")).await.ok().see("Bienvenida").see("Next:");
    phone.post(&format!("{here}/step"), &[("to", "2"), ("then", "cues")]).await.leads_to(&format!("{here}/cues"));
    world.family().await.get(&format!("{here}/follow")).await.ok().see("Momento 2 de 7");

    for door in routes() {
        let path =
            things.iter().fold(door.path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        for (posts, asks) in [(false, door.reading), (true, door.posting)] {
            let opens = ["/cues", "/room", "/step", "/note"].iter().any(|own| path == format!("{here}{own}"));
            // Choosing a language shows a form again, and does nothing.
            if opens || path == "/language/kept" || asks.is_none_or(|asks| asks == Requires::Nothing) {
                continue;
            }
            let answer = if posts { phone.post(&path, &[]).await } else { phone.get(&path).await };
            assert_eq!(answer.status.as_u16(), 401, "a phone with cues, {path}, posting {posts}");
        }
    }
    // The cues of this conference, and of no other.
    let other = ConferenceId::new();
    phone.get(&format!("/conference/{other}/cues")).await.is(401);

    // A newer code ends it; so does time.
    let (mut newer, _) = a_phone(&world, &here).await;
    phone.get(&format!("{here}/cues")).await.is(401);
    phone.get(&way).await.is(410);
    newer.get(&format!("{here}/cues")).await.ok();
    world.services.clock.move_on(CUES_LAST + 1);
    newer.get(&format!("{here}/cues")).await.is(401);
    world.visitor().get("/cues/x").await.is(410);
});

promise!(a_code_that_is_asked_for_twice_is_one_code, |world| {
    let (here, _) = conference(&world).await;
    let mut student = world.student().await;
    let key = student.get(&format!("{here}/present")).await.hidden("key").expect("a key");
    let pass = format!("{here}/cues/pass");
    student.post(&pass, &[("key", &key)]).await.ok();
    let mut phone = world.visitor();
    phone.get(&format!("/cues/{key}")).await.leads_to(&format!("{here}/cues"));
    student.post(&pass, &[("key", &key)]).await.ok();
    phone.get(&format!("{here}/cues")).await.ok();
    // Whoever leads and reads the code with their own phone stays signed in.
    student.get(&format!("/cues/{key}")).await.leads_to(&format!("{here}/cues"));
    student.get("/work").await.ok();
    student.post(&pass, &[("key", "<script>")]).await.leads_to(&format!("{here}/present"));
});

promise!(a_note_is_kept_once_and_for_the_one_who_leads, |world| {
    let (here, _) = conference(&world).await;
    let mut student = world.student().await;
    let note = NoteId::new().to_string();
    let words = [("id", note.as_str()), ("place", "3"), ("text", "Abuela asked about <b>the star</b>.")];
    for _ in 0..3 {
        student.post(&format!("{here}/note"), &words).await.leads_to(&format!("{here}/present/3"));
    }
    let page = student.get(&here).await.ok().see("Abuela asked about <b>the star</b>.").has_no("<b>the star");
    assert_eq!(page.words().matches("Abuela asked").count(), 1);
    for other in [&world.people.advisor, &world.people.family] {
        world.as_(other).await.get(&here).await.ok().dont_see("Abuela asked");
    }
    // Nothing is a note without words; nothing that was typed is lost.
    student.post(&format!("{here}/note"), &[("id", NoteId::new().as_str()), ("text", " ")]).await.is(422);
    student
        .post(&format!("{here}/note"), &[("text", "No id, all the same.")])
        .await
        .is(422)
        .see("No id, all the same.");
    let long = "a".repeat(1_000_000);
    student.post(&format!("{here}/note"), &[("id", NoteId::new().as_str()), ("text", &long)]).await.is(422);
    student
        .post(&format!("{here}/note"), &[("id", NoteId::new().as_str()), ("place", "99"), ("text", "Late.")])
        .await
        .is(303);
    // Somebody else's note is not written over.
    let mut other = world.as_(&world.people.classmate).await;
    other.post(&format!("{here}/note"), &words).await.is(404);
});

promise!(what_has_to_be_kept_for_presenting_offline_is_all_there_and_nobody_elses, |world| {
    let (here, things) = conference(&world).await;
    let mut student = world.student().await;
    let form = format!("/moment/{}", things["moment"]);
    let version = student.get(&form).await.hidden("version").expect("a version");
    let words = [
        ("version", version.as_str()),
        ("name", "The star"),
        ("purpose", "work"),
        ("minutes", "3"),
        ("language", "en"),
        ("works", things["work"].as_str()),
    ];
    student.post(&form, &words).await.is(303);
    let list = student.get(&format!("{here}/offline")).await.ok();
    let list: serde_json::Value = serde_json::from_str(&list.text).expect("a list");
    let addresses: Vec<&str> =
        list["addresses"].as_array().expect("addresses").iter().filter_map(|a| a.as_str()).collect();
    for address in [format!("{here}/present"), format!("{here}/present/0"), format!("{here}/present/7")] {
        assert!(addresses.contains(&address.as_str()), "{address} is not in {addresses:?}");
    }
    assert!(addresses.iter().any(|address| address.starts_with("/picture/")), "{addresses:?}");
    for address in addresses {
        student.get(address).await.ok();
    }
    world.family().await.get(&format!("{here}/offline")).await.is(404);
});

promise!(everybody_in_a_conference_hears_every_step_on_every_server, |world| {
    let (_, things) = conference(&world).await;
    let id: ConferenceId = things["conference"].parse().expect("an id");
    let conference =
        Conference::find(&mut world.services.db.read().await.unwrap(), &world.school, &id).await.unwrap().unwrap();
    // Two servers on one database; on SQLite there is one.
    let here = &world.services.halls;
    let hub = Hub::new(world.services.db.clone());
    let elsewhere = Halls::new(hub.clone());
    let listening = tokio::spawn(hub.listen(vec![Box::new(elsewhere.clone())]));
    let several = world.services.db.listen().is_some();
    let guest = |name: &str| Guest { name: name.into(), voice: "family".into() };
    let people = &world.people;
    let mut near = here.enter(&id, &people.family.id, guest("Rosa")).await.unwrap();
    let mut again = here.enter(&id, &people.family.id, guest("Rosa")).await.unwrap();
    let mut far = elsewhere.enter(&id, &people.advisor.id, guest("Thomas")).await.unwrap();
    assert_eq!(near.inside().people(), vec![guest("Rosa")], "with two windows she is one person");
    assert_eq!(near.inside().now, None);
    let _ = (again.inside(), far.inside());

    let mut told = None;
    for place in 1..=7 {
        let mut tx = world.services.db.write().await.unwrap();
        told =
            conference.step(&mut tx, Step { to: Some(place), dark: None }, world.services.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        here.moved(&id, told.unwrap()).await;
    }
    let mut last = near.inside().now;
    while last != told {
        last = near.news().await.now;
    }
    if several {
        let arrives = async {
            while far.inside().now != told {
                far.news().await;
            }
        };
        // On the first steps the other server may not have been listening yet: somebody steps again until it does.
        let again = async {
            loop {
                tokio::time::sleep(Duration::from_millis(200)).await;
                here.moved(&id, told.unwrap()).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), async {
            tokio::select! { () = arrives => {}, () = again => {} }
        })
        .await
        .expect("the other server hears it");
    }
    // Whoever comes late lands in the right place, wherever they come in.
    let mut late = elsewhere.enter(&id, &people.student.id, guest("Amina")).await.unwrap();
    assert_eq!(late.inside().now, told);
    drop((near, again));
    assert_eq!(here.count(), 0, "an empty hall is closed");
    listening.abort();
});
