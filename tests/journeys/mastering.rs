//! The road to mastered: a student answers feedback, compares versions and looks at the map; an advisor checks and gathers.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

/// The first address on the page that begins like this.
async fn way(browser: &Browser, beginning: &str) -> String {
    browser.link(beginning).await.unwrap_or_else(|| panic!("there is no way to {beginning}"))
}

async fn a_road(look: Look) {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", look).await;
    browser.goto("/work").await;
    browser.click("A shelter out of popsicle sticks, and what it shades").await;
    browser.see("The road").await;
    browser.look_over().await;
    let work = browser.path().await;
    browser.goto(&format!("{work}/compare")).await;
    browser.see("Compare two versions").await;
    browser.look_over().await;
    browser.goto(&format!("{work}/compare?view=beside")).await;
    browser.look_over().await;
    browser.goto(&work).await;
    // A check was answered since: the feedback is folded, and whoever is led to it finds it unfolded.
    let waits =
        "return [...document.querySelectorAll('main a')].find(a => a.textContent.includes('I did it differently'))
        .closest('[id^=\"f-\"]').id";
    let waits = browser.run(waits).await;
    browser.goto(&format!("{work}#{}", waits.as_str().expect("feedback that waits has a place"))).await;
    browser.click("I did it differently because…").await;
    browser.see("What became of this feedback").await;
    browser.look_over().await;
    browser.fill("In your words", "The bell will ring again, so I taped the heights to the wall.").await;
    browser.click("Save my answer").await;
    browser.see("Your answer is part of the road now.").await;
    browser.see("so I taped the heights to the wall.").await;
    browser.goto("/work").await;
    browser.click("See my map: what builds on what, and what is open next").await;
    browser.see("My map").await;
    browser.look_over().await;
    house.picture(&browser, "map", look).await;
    browser.click("Plan what I do next").await;
    browser.see("One more step").await;
    browser.fill("What will you do?", "Borrow the lamp again").await;
    browser.click("Add it to my list").await;
    browser.see("It is on your list.").await;
    browser.see("Borrow the lamp again").await;
    browser.look_over().await;
    browser.close().await;
}

#[tokio::test]
async fn a_student_walks_the_road_on_a_laptop() {
    a_road(Look::LAPTOP).await;
}

#[tokio::test]
async fn a_student_walks_the_road_on_a_phone_without_javascript_in_the_dark() {
    a_road(Look::PHONE.without_javascript().dark()).await;
}

#[tokio::test]
async fn an_advisor_sees_whom_to_gather_and_answers_how_it_could_be_shown() {
    let house = House::open().await;
    let browser = house.sign_in_as("Ruth", Look::LAPTOP).await;
    browser.goto("/advisory/targets").await;
    browser.see("Whom to bring together for what").await;
    browser.look_over().await;
    house.picture(&browser, "advisory-targets", Look::LAPTOP).await;
    browser.goto("/").await;
    browser.click("Teaching fractions to sixth grade with a bag of scraps").await;
    browser.see("Mastery check").await;
    browser.look_over().await;
    browser.tick("Yes, let us do it this way").await;
    browser.click("Answer this wish").await;
    browser.see("Your answer is with the student.").await;
    browser.look_over().await;
    browser.goto(&way(&browser, "/feedback/").await).await;
    browser.see("Hide this feedback").await;
    browser.look_over().await;
    browser.close().await;
}

#[tokio::test]
async fn a_classmate_is_asked_in_arabic() {
    let house = House::open().await;
    let browser = house.sign_in_as("Salma", Look::PHONE).await;
    browser.goto("/").await;
    browser.goto(&way(&browser, "/work/").await).await;
    browser.look_over().await;
    browser.goto("/targets").await;
    browser.goto(&way(&browser, "/student/").await).await;
    browser.look_over().await;
    browser.close().await;
}
