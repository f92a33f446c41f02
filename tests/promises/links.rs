//! A family's links: one that ran out asks for a new one, one that was ended says nothing, and what fetches a link for others
//! learns and changes nothing.

use crate::promise;
use crate::shared_device::a_letter;
use crate::world::World;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// What no page for a stranger says.
fn says_nothing(page: &crate::world::Page) {
    for name in ["Marisol", "Reyes", "Rosa", "Riverbend", "Byrne", "Thomas"] {
        assert!(!page.text.contains(name), "{name} is on {}:\n{}", page.path, page.text);
    }
}

async fn today(world: &World) -> String {
    world.advisor().await.get("/").await.ok().text
}

promise!(a_link_that_ran_out_asks_for_a_new_one_with_one_button, |world| {
    let student = world.people.student.id.clone();
    let letter = a_letter(&world, &world.people.family).await;
    let mut family = world.visitor();
    family.get(&format!("/grant/{}", letter.token())).await.leads_to(&format!("/student/{student}"));
    world.services.clock.move_on(121 * DAY);
    let page = world.visitor().get(&format!("/grant/{}", letter.token())).await.is(410).see("This link has run out");
    says_nothing(&page);
    let key = page.hidden("key").expect("the key");
    let by_code = world.visitor().post("/grant", &[("code", &letter.code())]).await.is(410).see("Ask for a new link");
    says_nothing(&by_code);
    // Whoever was in through it is asked the same, wherever they go.
    let page = family.get(&format!("/student/{student}")).await.is(410);
    says_nothing(&page);
    assert!(!today(&world).await.contains("ran out"));
    for (mut visitor, key) in [(world.visitor(), key), (family, String::new()), (world.visitor(), letter.code())] {
        let asked = visitor.post("/grant/ask", &[("key", &key)]).await.ok();
        says_nothing(&asked);
    }
    let step = format!("/student/{student}/grants?person={}", world.people.family.id);
    let today_says = today(&world).await;
    let read = world.advisor().await.get("/").await.ok().words();
    assert_eq!(read.matches("ran out; they ask for a new one").count(), 1, "{read}");
    assert!(today_says.contains(&step));
    world.advisor().await.get(&format!("/student/{student}/family")).await.ok().see("They asked for a new one on");
    // A new one answers it.
    a_letter(&world, &world.people.family).await;
    world.services.clock.move_on(1000);
    assert!(!today(&world).await.contains("they ask for a new one"));
});

promise!(a_link_that_was_ended_and_one_that_never_was_look_the_same, |world| {
    let letter = a_letter(&world, &world.people.family).await;
    let mut advisor = world.advisor().await;
    let page = advisor.get(&format!("/student/{}/family", world.people.student.id)).await.ok();
    let end = page.link("/grant/").expect("a way to end it");
    let mut inside = world.visitor();
    inside.get(&format!("/grant/{}", letter.token())).await.leads_to("/student/");
    advisor.post(&end, &[("student", world.people.student.id.as_str())]).await.leads_to("/student/");
    let never = "0".repeat(48);
    let ended = world.visitor().get(&format!("/grant/{}", letter.token())).await.is(410);
    let unknown = world.visitor().get(&format!("/grant/{never}")).await.is(410);
    says_nothing(&ended);
    assert_eq!(ended.text.replace(letter.token(), &never), unknown.text);
    says_nothing(&inside.get("/").await.is(410));
    // Neither asks for anything.
    for key in [letter.token(), never.as_str(), &letter.code(), "", "<script>", "\u{0}"] {
        world.visitor().post("/grant/ask", &[("key", key)]).await.is(410);
    }
    // Long after it would have run out, it is still one that was ended.
    world.services.clock.move_on(200 * DAY);
    world.visitor().get(&format!("/grant/{}", letter.token())).await.is(410).dont_see("run out");
    assert!(!today(&world).await.contains("they ask for a new one"));
});

promise!(a_session_lasts_as_long_as_the_letter_says, |world| {
    let letter = a_letter(&world, &world.people.family).await;
    let home = format!("/student/{}", world.people.student.id);
    let mut family = world.visitor();
    let came = family.get(&format!("/grant/{}", letter.token())).await.leads_to(&home);
    let kept = came.headers.get_all("set-cookie").iter().any(|cookie| {
        let cookie = cookie.to_str().unwrap_or_default();
        let age = cookie.split("Max-Age=").nth(1).and_then(|age| age.split(';').next()?.parse::<i64>().ok());
        cookie.starts_with("kinfolio=") && age.is_some_and(|age| age >= 120 * DAY / 1000)
    });
    assert!(kept, "{:?}", came.headers);
    world.services.clock.move_on(119 * DAY);
    family.get(&home).await.ok();
    world.services.clock.move_on(2 * DAY);
    family.get(&home).await.is(410);
});

promise!(a_familys_other_session_goes_on_with_every_visit, |world| {
    let home = format!("/student/{}", world.people.student.id);
    let (mut comes, mut stays_away, mut advisor) = (world.family().await, world.family().await, world.advisor().await);
    for _ in 0..4 {
        world.services.clock.move_on(20 * DAY);
        let page = comes.get(&home).await.ok();
        assert!(
            page.headers
                .get_all("set-cookie")
                .iter()
                .any(|cookie| cookie.to_str().is_ok_and(|c| c.starts_with("kinfolio=")))
        );
    }
    stays_away.get(&home).await.is(401);
    advisor.get("/times").await.is(401);
});

promise!(what_looks_ahead_at_a_link_learns_nothing_and_is_no_visit, |world| {
    let letter = a_letter(&world, &world.people.family).await;
    let link = format!("/grant/{}", letter.token());
    let never = format!("/grant/{}", "0".repeat(48));
    let sessions = world.rows().await["session"];
    for robot in [
        "WhatsApp/2.23.20.0",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 (compatible; Twitterbot/1.0)",
        "Slackbot-LinkExpanding",
    ] {
        let mut robot_ = world.visitor();
        let page = robot_.get_with(&link, &[("user-agent", robot)]).await.ok();
        says_nothing(&page);
        let page =
            page.has("property=\"og:title\" content=\"A link for you\"").has("noindex").has("name=\"description\"");
        assert!(page.header("set-cookie").is_none());
        let none = world.visitor().get_with(&never, &[("user-agent", robot)]).await.ok();
        assert_eq!(page.text.replace(letter.token(), &"0".repeat(48)), none.text, "nobody tells by it which there is");
    }
    world.visitor().get_with(&link, &[("sec-purpose", "prefetch;prerender")]).await.ok().see("A link for you");
    world.visitor().send_bytes("HEAD", &link, &[], b"").await;
    assert_eq!(world.rows().await["session"], sessions);
    assert_eq!(world.rows().await["visit"], 0);
    // A person who is taken for one comes in by the button.
    let mut person = world.visitor();
    let page = person.get_with(&link, &[("user-agent", "Mozilla/5.0 (Linux; Android 9; CUBOT X19)")]).await.ok();
    let open = page.link("/grant/").expect("a button");
    person.post(&open, &[]).await.leads_to("/student/");
});

promise!(the_letter_is_sent_on_from_a_phone, |world| {
    let student = world.people.student.id.to_string();
    let person = world.people.family.id.to_string();
    let mut asks = world.student().await;
    let form = asks.get(&format!("/student/{student}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", &key), ("person", &person), ("days", "120")];
    let letter = asks.post(&format!("/student/{student}/grants"), &make).await.ok();
    // In the language of whoever it is for.
    let letter = letter.has("href=\"sms:?&amp;body=Este%20enlace").has("href=\"mailto:?subject=Un%20enlace");
    letter.has(&format!("%2Fgrant%2F{key}")).has("data-share=").has("src=\"/share.js\"").has_no("\u{2068}http");
});
