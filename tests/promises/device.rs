//! On a shared device nobody reads what is somebody else's: what is private is asked for again each time, every change of
//! person clears what the device keeps, a page says whose session it is, and what waits for one person is sent by nobody
//! else.

use std::collections::HashMap;

use kinfolio_server::router::routes;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Page, Visitor, World};

/// Where the bytes are that people brought, and who may have them.
fn private_bytes(things: &HashMap<&'static str, String>) -> [String; 4] {
    [
        format!("/picture/{}/800", things["picture"]),
        format!("/photo/{}/800", things["photo"]),
        format!("/document/{}/1/800", things["document"]),
        format!("/sound/{}", things["sound"]),
    ]
}

promise!(what_people_brought_is_asked_for_again_each_time_and_fetched_once, |world| {
    let things = one_of_everything(&world).await;
    let file = format!("/file/{}", things["file"]);
    for address in private_bytes(&things).iter().chain([&file]) {
        let mut student = world.student().await;
        let whole = student.get(address).await.ok();
        assert_eq!(whole.header("cache-control"), Some("private, no-cache"), "{address}");
        let etag = whole.header("etag").expect("an etag").to_owned();
        for known in [etag.clone(), format!("W/{etag}"), format!("\"other\", {etag}"), "*".to_owned()] {
            let again = student.get_with(address, &[("if-none-match", &known)]).await.is(304);
            assert!(again.bytes.is_empty() && again.header("etag") == Some(&etag), "{address} {known}");
            assert_eq!(again.header("cache-control"), Some("private, no-cache"), "{address}");
        }
        student.get_with(address, &[("if-none-match", "\"other\"")]).await.ok();
        // Whoever comes after them on the same device has the etag, and no right to what it stands for.
        for stranger in [&world.people.other_student, &world.people.other_school_student] {
            let answer = world.as_(stranger).await.get_with(address, &[("if-none-match", &etag)]).await.is(404);
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{address}");
        }
        student.post("/sign-out", &[]).await.leads_to("/sign-in");
        student.get_with(address, &[("if-none-match", &etag)]).await.is(401);
    }
    let captions = world.student().await.get(&format!("{file}/caption/es")).await.ok();
    assert_eq!(captions.header("cache-control"), Some("private, no-cache"));
});

promise!(a_player_goes_on_from_where_it_was_and_only_in_the_same_recording, |world| {
    let things = one_of_everything(&world).await;
    let sound = format!("/sound/{}", things["sound"]);
    let mut student = world.student().await;
    let whole = student.get(&sound).await.ok();
    let etag = whole.header("etag").expect("an etag").to_owned();
    let part = student.get_with(&sound, &[("range", "bytes=0-9"), ("if-range", &etag)]).await.is(206);
    assert_eq!(part.bytes, whole.bytes[..10]);
    assert_eq!(part.header("cache-control"), Some("private, no-cache"));
    let other = student.get_with(&sound, &[("range", "bytes=0-9"), ("if-range", "\"other\"")]).await.ok();
    assert_eq!(other.bytes, whole.bytes);
});

promise!(nothing_that_is_answered_stays_on_the_device_unasked, |world| {
    let things = one_of_everything(&world).await;
    let mut walked = 0;
    for door in routes().iter().filter(|door| door.reading.is_some()) {
        let mut path = door.path.to_owned();
        for (name, id) in &things {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        for mut visitor in [world.student().await, world.family().await, world.lead().await, world.visitor()] {
            let answer = visitor.get(&path).await;
            let kept = answer.header("cache-control").unwrap_or("nothing");
            assert!(["no-store", "private, no-cache"].contains(&kept), "{path} ({}) says {kept}", answer.status);
            walked += 1;
        }
    }
    assert!(walked > 200, "{walked}");
});

/// An answer after which somebody else is there, or nobody.
#[track_caller]
fn clears(answer: &Page) {
    let header = answer.header("clear-site-data");
    assert_eq!(header, Some("\"cache\""), "{} ({})", answer.path, answer.status);
}

/// A letter's link and code for the student's family.
async fn letter(world: &World, things: &HashMap<&'static str, String>) -> (String, String, Page) {
    let (student_id, person) = (&things["student"], world.people.family.id.to_string());
    let mut student = world.student().await;
    let form = student.get(&format!("/student/{student_id}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", key.as_str()), ("person", person.as_str()), ("days", "120")];
    let letter = student.post(&format!("/student/{student_id}/grants"), &make).await.ok();
    let link = letter.text.split("/grant/").nth(1).unwrap();
    let token: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();
    (id, token, letter)
}

/// Somebody with a password, who has just chosen it with a code from paper.
async fn with_password<'w>(world: &'w World, name: &str, id: &str) -> (Visitor<'w>, Page) {
    let mut lead = world.lead().await;
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").expect("a sheet");
    let page = lead.post("/people/codes", &[("sheet", &sheet), ("person", id)]).await.ok();
    let code = crate::coming_in::code_on(&page);
    let mut visitor = world.visitor();
    let form = [("username", name), ("code", &code), ("password", "my own password")];
    let form = [&form[..], &[("password_again", "my own password")]].concat();
    let answer = visitor.post("/sign-in/code", &form).await;
    (visitor, answer)
}

promise!(every_change_of_person_clears_what_the_device_keeps, |world| {
    let things = one_of_everything(&world).await;
    let id = world.people.student.id.to_string();
    let (mut visitor, by_code) = with_password(&world, "marisol.reyes", &id).await;
    clears(&by_code);
    let form = [("username", "marisol.reyes"), ("password", "my own password")];
    clears(&visitor.post("/sign-in", &form).await.leads_to("/"));
    // With the words of a form that was interrupted.
    let form = [&form[..], &[("kept", "[[\"text\",\"words\"]]")]].concat();
    clears(&visitor.post("/sign-in", &form).await.ok());
    clears(&visitor.post("/sign-out", &[]).await.leads_to("/sign-in"));

    let (grant, token, _) = letter(&world, &things).await;
    clears(&visitor.get(&format!("/grant/{token}")).await.leads_to("/"));
    // Nobody else is there: nothing is fetched twice for nothing.
    let page = visitor.get(&format!("/student/{}", things["student"])).await.ok();
    assert_eq!(page.header("clear-site-data"), None);
    world.student().await.post(&format!("/grant/{grant}/end"), &[]).await.is(303);
    clears(&visitor.get("/").await.is(410));
    // A picture, or a save in the background, clears nothing: whoever is there is told by a page.
    let fetched = visitor.get_with("/", &[("sec-fetch-mode", "cors")]).await.is(410);
    assert_eq!(fetched.header("clear-site-data"), None);

    let mut gone = world.student().await;
    world.services.clock.move_on(31 * 24 * 60 * 60 * 1000);
    clears(&gone.get("/").await.is(401));
    assert_eq!(world.visitor().get("/").await.is(401).header("clear-site-data"), None);
});

promise!(a_phone_that_takes_the_cues_forgets_who_was_there, |world| {
    let things = one_of_everything(&world).await;
    let here = format!("/conference/{}", things["conference"]);
    let mut student = world.student().await;
    let key = student.get(&format!("{here}/present")).await.ok().hidden("key").expect("a key");
    student.post(&format!("{here}/cues/pass"), &[("key", &key)]).await.ok();
    let mut phone = world.family().await;
    phone.get(&format!("/cues/{key}")).await.ok();
    clears(&phone.post(&format!("/cues/{key}"), &[]).await.leads_to(&format!("{here}/cues")));
});

promise!(a_school_that_is_set_up_begins_with_an_empty_device, |world| {
    drop(world);
    let world = World::empty().await;
    let form = [
        ("name", "Bronx River Academy"),
        ("languages", "en"),
        ("first_language", "en"),
        ("time_zone", "America/Chicago"),
        ("your_name", "Tomás Rivera"),
        ("username", "tomas"),
        ("password", "three blue kites"),
        ("password_again", "three blue kites"),
    ];
    clears(&world.visitor().post("/set-up", &form).await.leads_to("/"));
});

/// Whose session a page says it is.
async fn whose(visitor: &mut Visitor<'_>, path: &str) -> String {
    visitor.get(path).await.header("kinfolio-session").expect("every page says it").to_owned()
}

promise!(a_page_says_whose_session_it_is, |world| {
    let (mut first, mut second) = (world.student().await, world.student().await);
    let mark = whose(&mut first, "/").await;
    assert!(mark.len() == 16 && mark != whose(&mut second, "/").await, "{mark}");
    assert_eq!(mark, whose(&mut first, "/nowhere").await);
    assert_eq!(whose(&mut world.visitor(), "/sign-in").await, "none");
    first.post("/sign-out", &[]).await.leads_to("/sign-in");
    assert_eq!(whose(&mut first, "/sign-in").await, "none");
    // Whoever was there is gone, whatever the device still says.
    let mut gone = world.student().await;
    world.services.clock.move_on(31 * 24 * 60 * 60 * 1000);
    assert_eq!(whose(&mut gone, "/sign-in").await, "none");
});

promise!(what_a_device_keeps_to_present_says_for_whom, |world| {
    let things = one_of_everything(&world).await;
    let mut student = world.student().await;
    let mark = whose(&mut student, "/").await;
    let list = student.get(&format!("/conference/{}/offline", things["conference"])).await.ok();
    list.has(&format!("\"mark\":\"{mark}\""));
});

promise!(whoever_left_without_the_network_is_out_at_the_next_request, |world| {
    let mut student = world.student().await;
    let mut copy = student.clone();
    let mark = whose(&mut student, "/").await;
    let somebody_elses = [("cookie", "kinfolio-left=0000000000000000")];
    student.get_with("/", &somebody_elses).await.ok();
    student.get_with("/", &[("cookie", &format!("kinfolio-left={mark}"))]).await.is(401);
    copy.get("/").await.is(401);
});

promise!(leaving_asks_when_words_wait_on_the_device_and_only_then, |world| {
    let mut student = world.student().await;
    let id = world.people.student.id.to_string();
    let other = format!("kinfolio-unsent=words{}", &world.people.classmate.id.to_string()[24..]);
    let waits = format!("kinfolio-unsent=outbox{}.words{}", "0".repeat(12), &id[24..]);
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let mut asked = student.clone();
    let page = asked.send_bytes("POST", "/sign-out", &[form[0], ("cookie", &waits)], b"").await.ok();
    page.see("is sent yet").has("action=\"/sign-out\"").has("name=\"sure\"");
    asked.get("/").await.ok();
    // What waits for somebody else is theirs to hear of.
    let mut alone = world.student().await;
    alone.send_bytes("POST", "/sign-out", &[form[0], ("cookie", &other)], b"").await.leads_to("/sign-in");
    let sure = student.send_bytes("POST", "/sign-out", &[form[0], ("cookie", &waits)], b"sure=yes").await;
    clears(&sure.leads_to("/sign-in"));
    student.get("/").await.is(401);
    // A device that holds nothing of anybody keeps nothing at all.
    let clean = world.student().await.post("/sign-out", &[("sure", "yes"), ("clean", "yes")]).await;
    assert_eq!(clean.leads_to("/sign-in").header("clear-site-data"), Some("\"cache\", \"storage\""));
});

promise!(what_waits_for_one_person_is_sent_by_nobody_else, |world| {
    let things = one_of_everything(&world).await;
    let reply = format!("/conference/{}/reply", things["conference"]);
    let id = kinfolio::id::ReplyId::new().to_string();
    let body = format!("id={id}&starter=proud&text=Only+mine.&language=es");
    let form = ("content-type", "application/x-www-form-urlencoded");
    let author = world.people.family.id.to_string();
    let mut second = world.student().await;
    second.send_bytes("POST", &reply, &[form, ("kinfolio-person", &author)], body.as_bytes()).await.is(401);
    let mut family = world.family().await;
    let here = format!("/conference/{}", things["conference"]);
    family.get(&here).await.ok().dont_see("Only mine.");
    for _ in 0..2 {
        family.send_bytes("POST", &reply, &[form, ("kinfolio-person", &author)], body.as_bytes()).await.is(303);
    }
    let page = family.get(&here).await.ok();
    assert_eq!(page.words().matches("Only mine.").count(), 1);
});

promise!(the_key_to_what_waits_is_given_to_its_author_alone, |world| {
    let things = one_of_everything(&world).await;
    let follow = format!("/conference/{}/follow", things["conference"]);
    let key = |page: &Page| {
        let at = page.text.split("data-key=\"").nth(1).expect("a page that may lay words by has the key");
        at.split('"').next().unwrap_or_default().to_owned()
    };
    let first = key(&world.student().await.get(&follow).await.ok());
    let (own, cues) = first.split_once(' ').expect("a key, and the one for cues");
    assert!(own.len() == 64 && cues.len() == 64 && own != cues, "{first}");
    // The same at the next sign-in, or what waits could not be read any more.
    assert_eq!(first, key(&world.student().await.get(&follow).await.ok()));
    assert_ne!(first, key(&world.family().await.get(&follow).await.ok()));
    // The code for a phone may be read off the screen by anybody in the room.
    let here = format!("/conference/{}", things["conference"]);
    let mut student = world.student().await;
    let pass = student.get(&format!("{here}/present")).await.ok().hidden("key").expect("a pass");
    student.post(&format!("{here}/cues/pass"), &[("key", &pass)]).await.ok();
    let mut phone = world.visitor();
    phone.get(&format!("/cues/{pass}")).await.leads_to(&format!("{here}/cues"));
    let phones = phone.get(&format!("{here}/cues")).await.ok().has_no(own);
    assert_eq!(key(&phones), cues);
    world.visitor().get(&follow).await.is(401).has_no("data-key");
    // A page that runs nothing has no use for it.
    world.student().await.get("/targets").await.ok().has_no("<script").has_no("data-key");
});
