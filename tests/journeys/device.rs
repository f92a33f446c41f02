//! One device, many hands: whoever comes after reads nothing of whoever was there before, and nothing that somebody wrote
//! is lost because they left.

use std::time::Duration;

use kinfolio_testkit::browser::{Browser, Look};
use serde_json::Value;

use crate::house::House;

/// Signs out by the button in the header.
async fn sign_out(browser: &Browser) {
    let press = "const form = document.querySelector('form[action=\"/sign-out\"]');
        form.closest('details').open = true; form.querySelector('button').click()";
    browser.run(press).await;
}

/// Signs in as somebody of the demo school (the second student is of another advisory: classmates show each other works), on a device that is there already.
async fn sign_in(browser: &Browser, name: &str) {
    browser.goto("/sign-in").await;
    browser.click(name).await;
    while browser.path().await == "/sign-in" {
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// Waits until a script gives this.
async fn gives(browser: &Browser, script: &str, wanted: Value) {
    let mut last = Value::Null;
    for _ in 0..200 {
        last = browser.run(script).await;
        if last == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{script} gives {last}, not {wanted}");
}

/// The copies of conferences that the device keeps.
const COPIES: &str = "return (async () => (await caches.keys()).filter(name => name.startsWith('kinfolio')).length)()";
/// The workers that look after them.
const WORKERS: &str = "return (async () => (await navigator.serviceWorker.getRegistrations()).length)()";
/// Everything that pages keep on the device.
const STORED: &str = "return JSON.stringify(localStorage) + JSON.stringify(sessionStorage)";

/// A student looks at a picture and has their conference kept to present it. Gives a work's page, the picture's address
/// and the conference's.
async fn a_student_presents(browser: &Browser) -> (String, String, String) {
    browser.click("My conference").await;
    browser.see("Present").await;
    let conference = browser.path().await;
    browser.goto(&format!("{conference}/present")).await;
    browser.see("You can present even if the network goes away.").await;
    gives(browser, COPIES, 1.into()).await;
    browser.goto("/work").await;
    let work = browser
        .run(
            "return [...document.querySelectorAll('a[href^=\"/work/\"]')].map(way => way.getAttribute('href'))
            .find(way => /^\\/work\\/[0-9a-f-]{36}$/.test(way))",
        )
        .await;
    let work = work.as_str().expect("a work").to_owned();
    browser.goto(&work).await;
    let picture = browser.run("return document.querySelector('img[src^=\"/picture/\"]').getAttribute('src')").await;
    let picture = picture.as_str().expect("a picture").to_owned();
    assert!(browser.goes(&picture).await, "the student sees the picture");
    browser.goto(&work).await;
    (work, picture, conference)
}

/// Nothing of the first student's can be read any more, with the server or without.
async fn reads_nothing(house: &mut House, browser: &Browser, (work, picture, conference): &(String, String, String)) {
    let present = format!("{conference}/present/1");
    for address in [picture, work, &present] {
        browser.goto(address).await;
        browser.see("There is nothing here").await;
    }
    house.kill();
    for address in [picture, work, &present, conference, "/"] {
        assert!(!browser.goes(address).await, "{address} is given out without a server");
    }
    for _ in 0..4 {
        browser.run("history.back()").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        browser.dont_see("Moment 1 of").await;
        browser.dont_see("Marisol").await;
    }
}

#[tokio::test]
async fn whoever_comes_after_on_the_same_device_reads_nothing_of_whoever_signed_out() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    let there = a_student_presents(&browser).await;
    sign_out(&browser).await;
    browser.see("You are signed out").await;
    gives(&browser, COPIES, 0.into()).await;
    gives(&browser, WORKERS, 0.into()).await;
    browser.run("history.back()").await;
    browser.see("Please sign in").await;

    sign_in(&browser, "Caleb").await;
    browser.see("Caleb").await;
    reads_nothing(&mut house, &browser, &there).await;
    browser.close().await;
}

#[tokio::test]
async fn whoever_signs_in_over_somebody_reads_nothing_of_theirs() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    let there = a_student_presents(&browser).await;
    // The first student goes on without signing out: presenting works without the network, for them.
    house.kill();
    assert!(browser.goes(&format!("{}/present/1", there.2)).await, "the student presents without a server");
    browser.see("Moment 1 of").await;
    house.start_again().await;

    sign_in(&browser, "Caleb").await;
    gives(&browser, COPIES, 0.into()).await;
    gives(&browser, WORKERS, 0.into()).await;
    reads_nothing(&mut house, &browser, &there).await;
    browser.close().await;
}

#[tokio::test]
async fn a_reply_that_was_never_sent_waits_for_its_author_alone_and_is_sent_once() {
    const WORDS: &str = "Me gustó cómo explicaste la lámpara.";
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Ofelia Lara", Look::PHONE.reading("es")).await;
    let student = browser.link("/student/").await.expect("the family finds the student");
    let student = student.split('/').take(3).collect::<Vec<_>>().join("/");
    browser.goto(&format!("{student}/conference")).await;
    let conference = browser.path().await;
    browser.goto(&format!("{conference}/follow")).await;
    browser.see("Todavía no empieza").await;
    house.kill();
    browser.click("Responder").await;
    browser.fill("Sus palabras", WORDS).await;
    browser.click("Enviarlo").await;
    browser.see("Ahora no hay red").await;
    // She leaves all the same, and is told what becomes of her words.
    sign_out(&browser).await;
    browser.see("Todavía no se ha enviado todo").await;
    browser.see("Quedarme").await;
    browser.run("document.querySelector('.leaving button').click()").await;
    browser.see("Ha salido de este dispositivo").await;
    let stored = browser.run(STORED).await.to_string();
    assert!(stored.contains("sealed:") && !stored.contains("lámpara"), "{stored}");

    // Somebody else comes: nobody is signed in, and nothing of hers is there.
    house.start_again().await;
    browser.goto("/").await;
    browser.see("Escriba el código de su carta").await;
    sign_in(&browser, "Marisol").await;
    browser.goto(&format!("{conference}/follow")).await;
    browser.run("if (!document.body.dataset.key) throw 'asleep'; window.dispatchEvent(new Event('online'))").await;
    browser.dont_see("lámpara").await;
    browser.goto(&conference).await;
    browser.dont_see("lámpara").await;
    let stored = browser.run(STORED).await.to_string();
    assert!(stored.contains("sealed:") && !stored.contains("lámpara"), "{stored}");
    sign_out(&browser).await;
    browser.see("La sesión está cerrada").await;

    // She comes back: wherever she goes first, it is sent, and it is there once.
    sign_in(&browser, "Ofelia Lara").await;
    gives(&browser, "return Object.keys(localStorage).filter(name => name.includes('outbox')).length", 0.into()).await;
    browser.goto(&conference).await;
    browser.see(WORDS).await;
    let times = browser.run(&format!("return document.body.textContent.split({WORDS:?}).length - 1")).await;
    assert_eq!(times.as_u64(), Some(1));
    // Nothing waits any more: she leaves at once, and a page that only reads runs nothing.
    browser.goto("/").await;
    assert_eq!(browser.run("return document.scripts.length").await.as_u64(), Some(0));
    sign_out(&browser).await;
    browser.see("La sesión está cerrada").await;
    browser.close().await;
}

#[tokio::test]
async fn a_draft_is_sent_before_its_student_leaves() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    browser.goto("/work/new").await;
    browser.fill("Title", "What the river said").await;
    browser.see("not saved yet").await;
    sign_out(&browser).await;
    browser.see("You are signed out").await;
    assert_eq!(browser.run("return localStorage.length").await.as_u64(), Some(0));
    sign_in(&browser, "Marisol").await;
    browser.goto("/work").await;
    browser.see("What the river said").await;
    browser.close().await;
}
