//! What each person does here, in a real Chromium, through the demo school: at 360 and 1280 pixels, with JavaScript and
//! without, with axe-core looking over every page on the way.

mod adding;
mod at_home;
mod bringing;
mod composing;
mod conference;
mod device;
mod from_nothing;
mod house;
mod long;
mod mastering;
mod moments;
mod paper;
mod planning;
mod portfolio;
mod screens;
mod together;

use house::House;
use kinfolio_testkit::browser::{Browser, Look};

/// From a family's home to the pages of one of their students.
async fn go_to_pages_of(browser: &Browser, name: &str) {
    let way = format!(
        "return [...document.querySelectorAll('main a[href^=\"/student/\"]')]
            .find(way => way.textContent.includes({name:?})).getAttribute('href')"
    );
    let way = browser.run(&way).await.as_str().unwrap_or_default().to_owned();
    browser.goto(&way.split(['/', '?', '#']).take(3).collect::<Vec<_>>().join("/")).await;
}

/// A student opens every room that is theirs, adds a work, and leads the conference.
async fn a_students_day(look: Look) {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", look).await;
    browser.see("Your conference").await;
    browser.look_over().await;
    house.picture(&browser, "student-home", look).await;
    for room in ["My work", "Portfolio", "What success means", "My conference", "My family"] {
        browser.goto("/").await;
        browser.click(room).await;
        browser.look_over().await;
        house.picture(&browser, &room.to_lowercase().replace(' ', "-"), look).await;
    }
    browser.goto("/work/new").await;
    browser.fill("Title", "The river in five drawings").await;
    browser.fill("In words", "At first I only drew the water. What changed was the people beside it.").await;
    browser.look_over().await;
    browser.click("Save as draft").await;
    browser.see("Your draft is safe").await;
    assert_eq!(browser.value("Title").await, "The river in five drawings");
    browser.goto("/work").await;
    browser.see("The river in five drawings").await;

    browser.goto("/").await;
    browser.click("My conference").await;
    browser.click("Present").await;
    browser.look_over().await;
    house.picture(&browser, "ready", look).await;
    browser.click("Begin").await;
    browser.see("Moment 1 of").await;
    browser.look_over().await;
    // What does not fit on the screen goes on to a further piece first, where a script is awake to turn it.
    let more = "return typeof window.__hydrateIsland === 'function'
        && [...document.querySelectorAll('main.room__page, .room__words')].some(piece =>
            getComputedStyle(piece).overflowX !== 'visible'
            && piece.scrollWidth - piece.clientWidth - Math.abs(piece.scrollLeft) >= 4)";
    for _ in 0..20 {
        if browser.run(more).await.as_bool() != Some(true) {
            break;
        }
        browser.click("Next").await;
    }
    browser.click("Next").await;
    browser.see("Moment 2 of").await;
    house.picture(&browser, "present", look).await;
    browser.close().await;
}

/// A family member reads from home, in their own language, and says something back.
async fn a_familys_evening(look: Look) {
    let house = House::open().await;
    let browser = house.sign_in_as("Ofelia Lara", look.reading("es")).await;
    browser.look_over().await;
    house.picture(&browser, "family-home", look).await;
    let student = browser.link("/student/").await.expect("the family finds the student");
    let student = student.split('/').take(3).collect::<Vec<_>>().join("/");
    for room in ["portfolio", "definition", "conference"] {
        browser.goto(&format!("{student}/{room}")).await;
        browser.look_over().await;
        let scripts: Vec<String> =
            browser.loaded().await.into_iter().filter(|name| name.contains(".js") || name.contains(".wasm")).collect();
        assert!(scripts.is_empty(), "{room} loads {scripts:?}");
        house.picture(&browser, &format!("family-{room}"), look).await;
    }
    browser.click("Hablar o escribir").await;
    browser.look_over().await;
    browser.fill("O por escrito", "Me da orgullo que lo cuente con sus propias palabras.").await;
    browser.click("Enviarlo").await;
    browser.see("Sus palabras llegaron.").await;
    browser.see("Me da orgullo que lo cuente con sus propias palabras.").await;
    browser.close().await;
}

#[tokio::test]
async fn a_student_collects_and_leads_on_a_phone() {
    a_students_day(Look::PHONE).await;
}

#[tokio::test]
async fn a_student_collects_and_leads_on_a_laptop() {
    a_students_day(Look::LAPTOP).await;
}

#[tokio::test]
async fn a_student_collects_and_leads_without_javascript() {
    a_students_day(Look::PHONE.without_javascript()).await;
}

#[tokio::test]
async fn a_family_reads_from_home_on_a_phone() {
    a_familys_evening(Look::PHONE).await;
}

#[tokio::test]
async fn a_family_reads_from_home_on_a_laptop() {
    a_familys_evening(Look::LAPTOP).await;
}

#[tokio::test]
async fn a_family_reads_from_home_without_javascript() {
    a_familys_evening(Look::PHONE.without_javascript()).await;
}

#[tokio::test]
async fn an_advisor_sees_what_waits_and_answers_a_check() {
    let house = House::open().await;
    for look in [Look::PHONE, Look::LAPTOP] {
        let browser = house.sign_in_as("Ruth Adeyemi", look).await;
        browser.see("Today first").await;
        browser.look_over().await;
        house.picture(&browser, "advisor-board", look).await;
        browser.click("Open the check").await;
        browser.see("Mastery check").await;
        browser.look_over().await;
        house.picture(&browser, "advisor-check", look).await;
        browser.close().await;
    }
}

#[tokio::test]
async fn a_lead_sees_the_school() {
    let house = House::open().await;
    for look in [Look::PHONE, Look::LAPTOP] {
        let browser = house.sign_in_as("Yvonne Marchetti", look).await;
        for (path, name) in
            [("/", "lead-home"), ("/people", "people"), ("/people/import", "import"), ("/targets", "targets")]
        {
            browser.goto(path).await;
            browser.look_over().await;
            house.picture(&browser, name, look).await;
        }
        browser.close().await;
    }
}

#[tokio::test]
async fn every_part_has_no_barrier_in_any_theme_or_direction() {
    let house = House::open().await;
    for look in [
        Look::LAPTOP,
        Look::LAPTOP.dark(),
        Look::PHONE,
        Look::PHONE.dark().reading("ar"),
        Look { forced_colors: true, ..Look::LAPTOP },
    ] {
        let browser = Browser::open(house.address(), look).await;
        for page in ["/components", "/components/form"] {
            browser.goto(page).await;
            browser.look_over().await;
        }
        browser.goto("/nowhere").await;
        browser.look_over().await;
        browser.close().await;
    }
}

#[tokio::test]
async fn the_client_wakes_on_a_page_with_an_island() {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", Look::LAPTOP).await;
    browser.goto("/work/new").await;
    let loaded = browser.loaded().await;
    if house.has_client() {
        assert!(loaded.iter().any(|name| name.ends_with(".wasm")), "{loaded:?}");
        browser.fill("Title", "Half a title").await;
        browser.see("not saved yet").await;
    }
    assert_eq!(browser.console_errors().await, Vec::<String>::new());
    browser.close().await;
}
