//! A student goes through a plan and rehearses it; a lead keeps what helps to plan.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

/// The first address on the page that begins like this.
async fn way(browser: &Browser, beginning: &str) -> String {
    browser.link(beginning).await.unwrap_or_else(|| panic!("there is no way to {beginning}"))
}

async fn a_rehearsal(look: Look) {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", look).await;
    browser.goto("/").await;
    browser.click("My conference").await;
    browser.look_over().await;
    let conference = way(&browser, "/conference/").await.split('/').take(3).collect::<Vec<_>>().join("/");
    let moment = way(&browser, "/moment/").await;
    for page in [moment, format!("{conference}/roles"), format!("{conference}/talk"), format!("{conference}/print")] {
        browser.goto(&page).await;
        browser.look_over().await;
    }
    browser.goto(&format!("{conference}/rehearse")).await;
    browser.look_over().await;
    browser.click("Begin a run-through").await;
    browser.see("Moment 1 of 9").await;
    browser.look_over().await;
    browser.click("Start").await;
    browser.see("Since").await;
    browser.click("Stop").await;
    browser.see("How did it feel?").await;
    browser.look_over().await;
    browser.fill("What would you change?", "Wait until everybody sits.").await;
    browser.click("Add this to my cue notes").await;
    browser.click("Next moment").await;
    browser.see("Moment 2 of 9").await;
    browser.see("Your note is in your cue notes.").await;
    browser.click("How it went").await;
    browser.see("Wait until everybody sits.").await;
    browser.look_over().await;
    house.picture(&browser, "rehearsal", look).await;
    browser.close().await;
}

#[tokio::test]
async fn a_student_rehearses_on_a_laptop() {
    a_rehearsal(Look::LAPTOP).await;
}

#[tokio::test]
async fn a_student_rehearses_on_a_phone_without_javascript_in_the_dark() {
    a_rehearsal(Look::PHONE.without_javascript().dark()).await;
}

/// Waits until the names stand in this order.
async fn stand(browser: &Browser, names: &[String]) {
    for _ in 0..200 {
        if moments(browser).await == names {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(moments(browser).await, names);
}

/// Waits until the page that answers the form is there: it leads to the moment.
async fn arrives(browser: &Browser) {
    browser.run("if (!location.hash.startsWith('#m-')) throw 'not yet'; history.replaceState(null, '', ' ')").await;
}

async fn moments(browser: &Browser) -> Vec<String> {
    let names = browser
        .run("return [...document.querySelectorAll('.plan > li summary > h3')].map(name => name.textContent)")
        .await;
    serde_json::from_value(names).expect("names")
}

#[tokio::test]
async fn a_student_puts_moments_in_order_with_the_keys_and_by_dragging() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    browser.click("My conference").await;
    let ready = "document.querySelector('.plan > li:nth-child(2) .arrange__grip:not([hidden])').focus()";
    browser.run(ready).await;
    let mut names = moments(&browser).await;
    browser.press("ArrowDown").await;
    browser.press("ArrowDown").await;
    browser.see("is now number 4 of").await;
    browser.press("Escape").await;
    browser.see("Back where it was.").await;
    stand(&browser, &names).await;
    browser.press("ArrowUp").await;
    browser.press("Enter").await;
    names.swap(0, 1);
    arrives(&browser).await;
    stand(&browser, &names).await;

    // All of it is on the screen.
    browser.resize(1280, 2400).await;
    browser.run(ready).await;
    house.picture(&browser, "arrange", Look::LAPTOP).await;
    browser.drag(".plan > li:nth-child(1) .arrange__grip", ".plan > li:nth-child(3)").await;
    names[..3].rotate_left(1);
    arrives(&browser).await;
    stand(&browser, &names).await;
    browser.close().await;
}

#[tokio::test]
async fn a_lead_keeps_what_helps_to_plan() {
    let house = House::open().await;
    let browser = house.sign_in_as("Yvonne", Look::PHONE).await;
    for page in ["/school/plans", "/school/plans/new", "/school/readiness", "/school/readiness/new?from=promise"] {
        browser.goto(page).await;
        browser.look_over().await;
    }
    browser.close().await;
}
