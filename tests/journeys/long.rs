//! Long pages on a phone: at most six screens with nothing unfolded, and what is folded is one tap away and is printed.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

/// The most screens of 360 × 740 that a page is long.
const MOST: f64 = 6.0;

/// Whether the page is too long, and how long it is.
async fn too_long(browser: &Browser, page: &str) -> Option<String> {
    browser.goto(page).await;
    browser.look_over().await;
    let screens = browser.screens().await;
    (screens > MOST).then(|| format!("{page} is {screens:.1} screens long"))
}

#[tokio::test]
async fn no_long_page_is_longer_than_six_screens_of_a_phone() {
    let house = House::open().await;
    let mut long = Vec::new();
    for (name, look) in [("Marisol", Look::PHONE), ("Salma", Look::PHONE.reading("ar"))] {
        let browser = house.sign_in_as(name, look).await;
        browser.goto("/").await;
        let own = browser.link("/student/").await.expect("a student has pages of their own");
        let own = own.split('/').take(3).collect::<Vec<_>>().join("/");
        browser.goto(&format!("{own}/conference")).await;
        let conference = browser.path().await;
        browser.goto("/work").await;
        let works = browser
            .run("return [...document.querySelectorAll('.works a[href^=\"/work/\"]')].map(a => a.getAttribute('href'))")
            .await;
        let mut pages = vec![format!("{own}/definition"), conference.clone(), format!("{conference}/keepsake")];
        // Those that are over have more to keep.
        browser.goto(&format!("{own}/conference?another=yes")).await;
        let over = browser
            .run("return [...document.querySelectorAll('main a[href^=\"/conference/\"]')].map(a => a.getAttribute('href'))")
            .await;
        let over = over.as_array().into_iter().flatten().filter_map(|way| way.as_str()?.split('/').nth(2));
        pages.extend(over.map(|id| format!("/conference/{id}/keepsake")));
        pages.extend(works.as_array().into_iter().flatten().filter_map(|way| way.as_str()).map(str::to_owned));
        pages.retain(|page| !page.ends_with("/edit"));
        for page in pages {
            long.extend(too_long(&browser, &page).await);
        }
        browser.close().await;
    }
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::PHONE).await;
    long.extend(too_long(&advisor, "/").await);
    advisor.close().await;
    house.days_go_by(370);
    let student = house.sign_in_as("Marisol", Look::PHONE).await;
    student.click("What success means").await;
    student.click("Look back and go on").await;
    let page = student.path().await;
    long.extend(too_long(&student, &page).await);
    student.close().await;
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[tokio::test]
async fn what_is_folded_in_the_definition_unfolds_for_whoever_is_led_there_and_is_printed() {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", Look::PHONE).await;
    browser.click("What success means").await;
    let page = browser.path().await;
    let voice = "document.querySelector('.quilt .voice')";
    let is_seen = |of: &str| format!("return {of}.checkVisibility({{ contentVisibilityAuto: true }})");
    assert_eq!(browser.run(&is_seen(voice)).await, false, "a voice is folded at first");
    let id = browser.run(&format!("return {voice}.id")).await;
    browser.goto(&format!("{page}#{}", id.as_str().expect("a voice has an id"))).await;
    assert_eq!(browser.run(&is_seen(voice)).await, true, "a voice that is named in the address unfolds");
    browser.goto("/").await;
    browser.goto(&page).await;
    browser.as_printed().await;
    let all = "return [...document.querySelectorAll('.quilt .voice')].every(voice => voice.getBoundingClientRect().height > 0 \
        && voice.checkVisibility())";
    assert_eq!(browser.run(all).await, true, "every voice is printed");
    browser.close().await;
}
