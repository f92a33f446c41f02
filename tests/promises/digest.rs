//! Mail says that there is something new, never what; to whom who asked for it, once, and no more once they said so.

use std::collections::HashMap;

use kinfolio::at::At;
use kinfolio::digest::{Digest, MailWish};
use kinfolio_server::mail::Post;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::coming_back::keeps;
use crate::mail::{a_mail_server, post};
use crate::promise;
use crate::things::one_of_everything;
use crate::ways_in::a_way_in;
use crate::world::World;

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;
const ZONE: &str = "America/New_York";
const ASKED: [(&str, &str); 3] = [("email", "rosa@Example.org"), ("often", "weekly"), ("version", "0")];

/// Noon of the day in so many days.
fn to_noon_in(world: &World, days: i64) {
    let now = world.services.clock.now();
    let wall = now.in_zone(ZONE);
    let noon = now.0 + days * DAY + (12 - i64::from(wall.hour())) * 60 * MINUTE;
    world.services.clock.move_on(At(noon).0 - now.0);
}

/// A letter as it is read, whatever the wire made of it.
fn read(letter: &str) -> String {
    letter.replace("=\r\n", "").replace("\r\n ", " ").replace("=3D", "=")
}

async fn sent(post: &Post, world: &World) -> usize {
    post.send_digests(&world.services).await.unwrap()
}

fn no_more(letters: &mut UnboundedReceiver<String>) {
    assert!(letters.try_recv().is_err(), "nobody is written to");
}

/// A world in which Rosa has a way in, was there, and asked for a mail a week; and what there is.
async fn asked(world: &World) -> HashMap<&'static str, String> {
    let things = one_of_everything(world).await;
    a_way_in(world).await;
    let mut family = world.family().await;
    family.get(&format!("/student/{}", things["student"])).await.ok();
    family.post("/digest", &ASKED).await.leads_to("/digest?said=saved");
    things
}

promise!(a_digest_says_that_there_is_something_once_and_nothing_of_it, |world| {
    let things = asked(&world).await;
    let (address, mut letters) = a_mail_server(0).await;
    let (one, other) = (post(&address), post(&address));
    assert_eq!(sent(&one, &world).await, 0, "a week has not passed");
    to_noon_in(&world, 8);
    assert_eq!(sent(&one, &world).await, 0, "nothing is new");
    keeps(&mut world.student().await, "A lamp", "family").await;
    keeps(&mut world.student().await, "My diary", "advisor").await;
    world.services.clock.move_on(9 * MINUTE);
    assert_eq!(sent(&one, &world).await, 0, "it can still be undone");
    world.services.clock.move_on(2 * MINUTE);
    let (here, there) = tokio::join!(sent(&one, &world), sent(&other, &world));
    assert_eq!(here + there, 1);
    assert_eq!(sent(&one, &world).await, 0);
    let letter = read(&letters.recv().await.expect("a letter"));
    assert!(letter.contains("To: rosa@example.org") && letter.contains("http://kinfolio.test"), "{letter}");
    assert!(letter.contains("List-Unsubscribe: <http://kinfolio.test/digest/stop/"), "{letter}");
    for secret in ["Marisol", "lamp", "diary", "/grant/", "/work/", "/student/", things["student"].as_str()] {
        assert!(!letter.contains(secret), "{secret} is in {letter}");
    }
    // The next week nothing is new, and then she has read it.
    to_noon_in(&world, 8);
    assert_eq!(sent(&one, &world).await, 0);
    keeps(&mut world.student().await, "A kite", "family").await;
    world.services.clock.move_on(20 * MINUTE);
    world.family().await.get(&format!("/student/{}", things["student"])).await.ok();
    world.services.clock.move_on(20 * MINUTE);
    assert_eq!(sent(&one, &world).await, 0, "she knows");
    no_more(&mut letters);
});

promise!(a_server_that_ends_in_the_middle_writes_to_nobody_twice, |world| {
    asked(&world).await;
    to_noon_in(&world, 8);
    keeps(&mut world.student().await, "A lamp", "family").await;
    world.services.clock.move_on(11 * MINUTE);
    let now = world.services.clock.now();
    let due = Digest::due(&mut world.services.db.read().await.unwrap(), now).await.unwrap();
    assert_eq!(due.len(), 1);
    // One server takes it on, and is gone.
    let mut tx = world.services.db.write().await.unwrap();
    assert!(due[0].claim(&mut tx, now).await.unwrap());
    tx.commit().await.unwrap();
    let (address, mut letters) = a_mail_server(0).await;
    assert_eq!(sent(&post(&address), &world).await, 0);
    no_more(&mut letters);
});

promise!(a_digest_that_could_not_be_sent_is_sent_later, |world| {
    asked(&world).await;
    let (address, mut letters) = a_mail_server(1).await;
    to_noon_in(&world, 8);
    keeps(&mut world.student().await, "A lamp", "family").await;
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(sent(&post(&address), &world).await, 0);
    assert_eq!(sent(&post(&address), &world).await, 1);
    assert!(letters.recv().await.is_some());
});

promise!(one_click_in_the_mail_stops_it_and_nothing_else_does, |world| {
    asked(&world).await;
    let (address, mut letters) = a_mail_server(0).await;
    let post = post(&address);
    to_noon_in(&world, 8);
    keeps(&mut world.student().await, "A lamp", "family").await;
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(sent(&post, &world).await, 1);
    let letter = read(&letters.recv().await.expect("a letter"));
    let stop = letter.split("List-Unsubscribe: <http://kinfolio.test").nth(1).and_then(|rest| rest.split('>').next());
    let stop = stop.expect("a way to stop").to_owned();
    let mut anybody = world.visitor();
    // A robot that looks at links stops nothing.
    anybody.get(&stop).await.ok().has(&format!("action=\"{stop}\"")).dont_see("rosa@example.org").dont_see("Rosa");
    let own = || async { world.family().await.get("/digest").await.ok() };
    own().await.has("value=\"weekly\" checked");
    for forged in ["x", "..", &stop[13..60], &format!("{}0", &stop[13..]), "%00"] {
        let forged = format!("/digest/stop/{forged}");
        anybody.get(&forged).await.is(404);
        anybody.post_from_elsewhere(&forged, &[("List-Unsubscribe", "One-Click")]).await.is(404);
    }
    own().await.has("value=\"weekly\" checked");
    // As the program does that she reads mail with; twice is once.
    for _ in 0..2 {
        anybody.post_from_elsewhere(&stop, &[("List-Unsubscribe", "One-Click")]).await.ok();
    }
    own().await.has("value=\"never\" checked").has("rosa@example.org");
    // It opened nothing.
    anybody.get("/digest").await.is(401);
    to_noon_in(&world, 8);
    keeps(&mut world.student().await, "A kite", "family").await;
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(sent(&post, &world).await, 0);
});

promise!(an_address_that_somebody_else_gave_is_asked_about_first, |world| {
    let things = one_of_everything(&world).await;
    a_way_in(&world).await;
    let (family, advisor) = (&world.people.family.id, &world.people.advisor.id);
    let give = |address: &'static str| {
        let world = &world;
        async move {
            let mut tx = world.services.db.write().await.unwrap();
            MailWish::give(&mut tx, &world.school, (family, address), advisor).await.unwrap();
            tx.commit().await.unwrap();
        }
    };
    give("rosa@example.org").await;
    let here = format!("/student/{}", things["student"]);
    let mut rosa = world.family().await;
    rosa.get(&here).await.ok().see("Alguien de la escuela").has("href=\"/digest\"");
    let (address, mut letters) = a_mail_server(0).await;
    let post = post(&address);
    to_noon_in(&world, 8);
    keeps(&mut world.student().await, "A lamp", "family").await;
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(sent(&post, &world).await, 0, "nobody has said that it is hers");
    let asked = world.family().await.get("/digest").await.ok().see("rosa@example.org").see("podemos escribirle");
    let version = asked.hidden("version").expect("a version");
    let yes = [("email", "rosa@example.org"), ("often", "weekly"), ("version", version.as_str())];
    world.family().await.post("/digest", &yes).await.leads_to("/digest?said=saved");
    world.family().await.get(&here).await.ok().dont_see("Alguien de la escuela");
    // What she has said is hers to change.
    give("somebody@example.org").await;
    world.family().await.get("/digest").await.ok().has("rosa@example.org").has_no("somebody@example.org");
    no_more(&mut letters);
});

promise!(what_is_typed_about_mail_is_given_back_and_harms_nobody, |world| {
    let mut family = world.family().await;
    for wrong in ["rosa", "rosa@example.org\r\nBcc: all@example.org", "<script>@x.y", "", "a@b@c.d", "\u{202E}x@y.zz"] {
        let form = [("email", wrong), ("often", "monthly"), ("version", "0")];
        family.post("/digest", &form).await.is(422).has_no("<script>@").has("value=\"monthly\" checked");
    }
    family.post("/digest", &[("email", "rosa@example.org"), ("often", "hourly")]).await.is(422).has("rosa@example.org");
    for _ in 0..2 {
        family.post("/digest", &ASKED).await.leads_to("/digest?said=saved");
    }
    // Made from what has changed since: both are shown.
    let stale = [("email", "other@example.org"), ("often", "never"), ("version", "0")];
    family.post("/digest", &stale).await.is(422).has("other@example.org").see("rosa@example.org");
    family.post("/digest", &[("email", ""), ("often", "never"), ("version", "1")]).await.is(303);
    for mut other in [world.student().await, world.advisor().await, world.lead().await] {
        other.get("/digest").await.is(403);
        other.post("/digest", &ASKED).await.is(403);
    }
});

promise!(a_time_that_is_chosen_comes_by_mail_moves_and_goes, |world| {
    let things = one_of_everything(&world).await;
    let (address, mut letters) = a_mail_server(0).await;
    let (one, other) = (post(&address), post(&address));
    let told = async |post: &Post| post.tell_calendars(&world.services).await.unwrap();
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(told(&one).await, 0, "nobody has asked for it");
    let mut family = world.family().await;
    family.post("/digest", &[&ASKED[..], &[("sends_times", "yes")]].concat()).await.is(303);
    let both = tokio::join!(told(&one), told(&other));
    assert_eq!(both.0 + both.1, 1);
    assert_eq!(told(&one).await, 0);
    let letter = read(&letters.recv().await.expect("a letter"));
    let uid = format!("UID:time-{}@kinfolio", things["choice"]);
    for part in ["text/calendar", "method=REQUEST", "METHOD:REQUEST", &uid, "ATTENDEE", "TRIGGER:-P1D", "SEQUENCE:0"] {
        assert!(letter.contains(part), "{part} is not in {letter}");
    }
    assert!(!letter.contains("Marisol") && !letter.contains("/student/"), "{letter}");
    let here = format!("/student/{}/time", things["student"]);
    let page = family.get(&here).await.ok();
    let time = page.hidden("time").expect("the time");
    family.post(&format!("{here}/give-back"), &[("time", &time)]).await.is(303);
    assert_eq!(told(&one).await, 0, "it can still be undone");
    world.services.clock.move_on(11 * MINUTE);
    assert_eq!(told(&one).await, 1);
    assert_eq!(told(&other).await, 0);
    let letter = read(&letters.recv().await.expect("a letter"));
    for part in ["METHOD:CANCEL", "STATUS:CANCELLED", &uid, "SEQUENCE:1"] {
        assert!(letter.contains(part), "{part} is not in {letter}");
    }
});

promise!(what_is_new_goes_home_on_paper_to_those_who_are_not_told_by_mail, |world| {
    let things = one_of_everything(&world).await;
    world.services.clock.move_on(DAY);
    keeps(&mut world.student().await, "A <b>lamp</b>", "family").await;
    keeps(&mut world.student().await, "My diary", "me").await;
    let mut advisor = world.advisor().await;
    let paper = advisor.get("/advisory/news").await.ok().see("A <b>lamp</b>").has_no("<b>lamp").dont_see("My diary");
    let paper = paper.has("lang=\"es\"").see("Hola, \u{2068}Rosa\u{2069}").see("con su enlace").has_no("/grant/");
    assert_eq!(paper.text.matches("<article").count(), 1, "nothing is new for another family");
    // Another advisor prints nothing of it, and nobody else prints.
    world.as_(&world.people.other_advisor).await.get("/advisory/news").await.ok().dont_see("lamp").dont_see("Rosa");
    for mut other in [world.student().await, world.family().await, world.lead().await] {
        other.get("/advisory/news").await.is(403);
    }
    world.family().await.post("/digest", &ASKED).await.is(303);
    advisor.get("/advisory/news").await.ok().dont_see("Rosa").see("nothing new");
    assert!(!things.is_empty());
});
