//! A conference is led on a big screen, with the cues on a phone; a grandmother follows on hers; the server is killed in
//! the middle, and nothing is lost.

use std::time::Duration;

use kinfolio_testkit::browser::{Browser, Look};
use serde_json::Value;

use crate::adding::{TAKE, a_photo};
use crate::house::House;

/// Waits until the page's heading is another one than `not`, and gives it.
async fn heading(browser: &Browser, not: &str) -> String {
    let read = "return document.querySelector('main h1')?.textContent ?? ''";
    for _ in 0..200 {
        let heading = browser.run(read).await.as_str().unwrap_or_default().to_owned();
        if !heading.is_empty() && heading != not {
            return heading;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the heading still is {not:?}");
}

/// Every picture of the page, once it is there or not to be had: how many, and how many cannot be seen.
async fn pictures(browser: &Browser) -> (usize, usize) {
    let seen = "const all = [...document.querySelectorAll('main img')];
         all.forEach(image => { image.loading = 'eager'; });
         await Promise.all(all.map(image => image.decode().catch(() => 0)));
         return [all.length, all.filter(image => image.naturalWidth === 0).length]";
    let counted = browser.run(&format!("return (async () => {{ {seen} }})()")).await;
    let count = |at: usize| counted.get(at).and_then(Value::as_u64).unwrap_or_default() as usize;
    (count(0), count(1))
}

/// Two more works than the demo school's student has: ten.
async fn add_works(house: &House, student: &Browser) {
    for name in ["The notebook, page one.jpg", "The notebook, page two.jpg"] {
        student.goto("/work").await;
        student.run("if (!document.querySelector('.quick--at-once')) throw 'asleep'").await;
        student.attach(TAKE, &house.file(name, &a_photo())).await;
        student.see("Added. Only you can see it so far.").await;
    }
}

/// Has one moment of the plan show every work there is: ten.
async fn show_everything(student: &Browser) {
    let ways = student
        .run("return [...document.querySelectorAll('a[href^=\"/moment/\"]')].map(way => way.getAttribute('href'))")
        .await;
    let moment = ways.get(2).and_then(Value::as_str).expect("a plan with moments").to_owned();
    student.goto(&moment).await;
    let all = "const works = [...document.querySelectorAll('input[name=works]')];
        works.forEach(box => { box.checked = true; }); return works.length";
    assert_eq!(student.run(all).await.as_u64(), Some(10), "works to show");
    student.click("Save").await;
    student.see("Present").await;
}

/// Looks at a picture closer, and puts it back: nobody leaves the room for it, and nothing lies over it.
async fn look_closer(student: &Browser, picture: &str) {
    let click = format!("document.querySelector('{picture}').click()");
    student.run(&click).await;
    let covers = "const closer = document.querySelector('.room__zoom').getBoundingClientRect();
        return closer.width === innerWidth && [20, innerHeight - 20].every(
            y => document.elementFromPoint(innerWidth / 2, y).matches('.room__zoom'))";
    assert_eq!(student.run(covers).await.as_bool(), Some(true), "{picture}");
    student.run(&click).await;
    assert_eq!(student.run("return document.querySelector('.room__zoom')").await, Value::Null);
}

/// Goes through every piece of a moment that does not fit on one screen.
async fn turn_all_pieces(student: &Browser) {
    let more = "return [...document.querySelectorAll('main.room__page, .room__words')].some(piece =>
        getComputedStyle(piece).overflowX !== 'visible'
        && piece.scrollWidth - piece.clientWidth - Math.abs(piece.scrollLeft) >= 4)";
    for _ in 0..200 {
        if student.run(more).await.as_bool() != Some(true) {
            return;
        }
        student.press("ArrowRight").await;
    }
}

/// Reads on in English: Nabila and her mother have their pages in Bangla.
async fn in_english(browser: &Browser) {
    browser.goto("/").await;
    browser.run("document.cookie = 'kinfolio-language=en; path=/'").await;
    browser.goto("/").await;
}

/// Has the device of the one who leads keep the conference, and another one hold the cues.
async fn a_phone_with_cues(house: &House, student: &Browser, conference: &str) -> Browser {
    student.goto(&format!("{conference}/present")).await;
    student.see("You can present even if the network goes away.").await;
    student.click("Show the code for the phone").await;
    student.see("Open the camera of the phone").await;
    let code = student.run("return document.querySelector('.letter__link').textContent").await;
    let phone = Browser::open(house.address(), Look::PHONE).await;
    in_english(&phone).await;
    phone.goto(code.as_str().expect("a link")).await;
    phone.see("Ready when you are").await;
    phone
}

#[tokio::test]
async fn a_conference_goes_on_when_the_server_is_killed_and_loses_nothing() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    add_works(&house, &student).await;
    student.click("My conference").await;
    let conference = student.path().await;
    show_everything(&student).await;
    let phone = a_phone_with_cues(&house, &student, &conference).await;
    let family = house.sign_in_as("Ofelia Lara", Look::PHONE.reading("es")).await;
    family.see("Marisol").await;
    family.goto(&format!("{conference}/follow")).await;
    family.see("Todavía no empieza").await;
    family.look_over().await;

    student.goto(&format!("{conference}/present")).await;
    student.click("Begin").await;
    student.see("Moment 1 of").await;
    family.see("Momento 1 de").await;
    student.see("Ofelia Lara").await;
    phone.see("left here").await;
    phone.look_over().await;
    house.picture(&phone, "cues", Look::PHONE).await;
    phone.click("Next").await;
    student.see("Moment 2 of").await;
    family.see("Momento 2 de").await;
    family.look_over().await;
    house.picture(&family, "follow", Look::PHONE).await;
    student.press("b").await;
    family.see("La pantalla se queda a oscuras").await;
    student.press("b").await;
    family.see("Momento 2 de").await;

    // The server is gone. The student goes on to the end, sees every work, and notes five things.
    house.kill();
    let moments =
        student.run("return document.querySelectorAll('.stitches li').length").await.as_u64().unwrap_or_default();
    let (mut works, mut closer) = (0, 0);
    let mut before = heading(&student, "").await;
    for moment in 3..=moments {
        turn_all_pieces(&student).await;
        student.press("ArrowRight").await;
        student.see(&format!("Moment {moment} of")).await;
        before = heading(&student, &before).await;
        let (all, missing) = pictures(&student).await;
        assert_eq!(missing, 0, "pictures of moment {moment} are not there");
        works += all;
        if student.run("return document.querySelector('.film__pages img') !== null").await == true {
            for picture in [".room__show img", ".film__pages img"] {
                look_closer(&student, picture).await;
            }
            closer += 1;
        }
        if moment < 8 {
            if moment == 3 {
                student.click("Add a note").await;
            }
            student.fill("Add a note", &format!("Noted in moment {moment}.")).await;
            student.click("Keep it").await;
            student.see("No network right now").await;
            student.run("document.activeElement.blur()").await;
        }
    }
    assert!(works >= 10, "{works} pictures were shown");
    assert!(closer > 0, "a document was looked at");
    // Even a page that is loaded anew is there.
    student.goto(&format!("{conference}/present/{moments}")).await;
    student.see(&format!("Moment {moments} of")).await;

    house.start_again().await;
    for browser in [&student, &family, &phone] {
        browser.run("window.dispatchEvent(new Event('online'))").await;
    }
    student.see("Kept.").await;
    // Whoever follows is where the student went in the meantime.
    family.see(&format!("Momento {moments} de")).await;
    student.run("document.activeElement.blur()").await;
    turn_all_pieces(&student).await;
    student.click("Done").await;
    student.see("Thank you").await;
    family.see("La conferencia terminó").await;
    // What the browser said while there was no server is no mistake of ours.
    let _ = family.console_errors().await;
    family.look_over().await;
    student.goto(&conference).await;
    for moment in 3..8 {
        let note = format!("Noted in moment {moment}.");
        student.see(&note).await;
        let times = student.run(&format!("return document.body.textContent.split({note:?}).length - 1")).await;
        assert_eq!(times.as_u64(), Some(1), "{note}");
    }
    for browser in [student, family, phone] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_whole_conference_from_choosing_a_time_to_promises_kept() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    // The family chooses a time from its own page.
    let family = house.sign_in_as("Shirin", Look::PHONE).await;
    family.see("Nabila").await;
    in_english(&family).await;
    family.click("Choose a time").await;
    family.look_over().await;
    house.picture(&family, "times", Look::PHONE).await;
    family.run("document.querySelector('a.time').click()").await;
    family.see("Is this the one?").await;
    family.fill("Anything we should know", "My brother comes along.").await;
    family.look_over().await;
    // Nothing is chosen for a family: how it is to be, and whether they want an interpreter.
    family
        .run(
            "document.querySelector('input[name=way]').click();
            const needs = document.querySelector('select[name=needs]');
            if (needs.value === '') needs.selectedIndex = needs.options[0].value === '' ? 1 : 0;",
        )
        .await;
    family.click("Take this time").await;
    family.see("The time is yours.").await;
    family.look_over().await;

    // The student plans it from the definition, and rehearses.
    let student = house.sign_in_as("Nabila", Look::LAPTOP).await;
    in_english(&student).await;
    student.click("My conference").await;
    student.see("Your family chose this time").await;
    student.click("Save").await;
    student.see("Shirin").await;
    student.look_over().await;
    student.click("Propose a plan").await;
    student.see("Here is a proposal").await;
    student.look_over().await;
    house.picture(&student, "proposed", Look::LAPTOP).await;
    let conference = student.path().await.split(['?', '#']).next().unwrap_or_default().to_owned();
    student.goto(&format!("{conference}/rehearse")).await;
    student.click("Begin a run-through").await;
    student.click("Start").await;
    student.click("Stop").await;
    student.click("How it went").await;
    student.see("It took").await;

    // It is led on one device, with cues on a second, and followed on a third; the network goes in the middle.
    let phone = a_phone_with_cues(&house, &student, &conference).await;
    student.goto(&format!("{conference}/present")).await;
    student.click("Begin").await;
    family.goto(&format!("{conference}/follow")).await;
    family.see("Moment 1 of").await;
    phone.see("left here").await;
    phone.click("Next").await;
    student.see("Moment 2 of").await;
    family.see("Moment 2 of").await;
    house.kill();
    family.click("Say something back").await;
    family.fill("Your words", "I noticed that you waited for my answer.").await;
    family.click("Send").await;
    family.see("No network right now").await;
    student.press("ArrowRight").await;
    student.see("Moment 3 of").await;
    house.start_again().await;
    for browser in [&student, &family, &phone] {
        browser.run("window.dispatchEvent(new Event('online'))").await;
    }
    family.see("Moment 3 of").await;
    family.see("Kept.").await;

    // Everybody promises something of their own.
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP).await;
    advisor.see("Nabila").await;
    let promises =
        [(&student, "I read to my cousin."), (&family, "We cook the slow one."), (&advisor, "A bench by the window.")];
    for (browser, words) in promises {
        let _ = browser.console_errors().await;
        browser.goto(&format!("{conference}/commitment")).await;
        browser.look_over().await;
        browser.fill("I promise", words).await;
        browser.run("document.querySelector('form button.btn--big').click()").await;
        browser.see("Your promise is here.").await;
    }
    family.see("I noticed that you waited for my answer.").await;
    family.look_over().await;
    house.picture(&family, "promises", Look::PHONE).await;

    // Six weeks after, each is asked how it went.
    house.days_go_by(10 + 42);
    for (name, words) in [
        ("Nabila", "I read to my cousin."),
        ("Shirin", "We cook the slow one."),
        ("Ruth Adeyemi", "A bench by the window."),
    ] {
        let browser = house.sign_in_as(name, Look::PHONE).await;
        in_english(&browser).await;
        browser.see(words).await;
        if name == "Shirin" {
            house.picture(&browser, "asked", Look::PHONE).await;
        }
        browser.look_over().await;
        browser.click("Say how it went").await;
        browser.see(words).await;
        browser.tick("Part of it").await;
        browser.fill("In your own words", "It grew on us.").await;
        browser.look_over().await;
        browser.click("That is how it went").await;
        browser.see("Thank you for saying how it went.").await;
        browser.goto(&format!("{conference}/keepsake")).await;
        // What was promised is folded there.
        browser.run("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })").await;
        browser.see("It grew on us.").await;
        browser.look_over().await;
        browser.close().await;
    }
    for browser in [student, family, phone, advisor] {
        browser.close().await;
    }
}
