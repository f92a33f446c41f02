//! A family at home, on a phone without JavaScript, from the code on a letter to two weeks after the conference: they read, are
//! told what listening needs, answer, take the answer back, choose a time, follow, reply and come back; in Arabic, and in
//! Haitian Creole.

use kinfolio::at::At;
use kinfolio::conference::starts_at;
use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

const ZONE: &str = "America/New_York";

/// A family member, whose student it is, in which language they read, and what they say.
struct Home {
    family: &'static str,
    student: &'static str,
    language: &'static str,
    direction: &'static str,
    has_one_student: bool,
    answer: &'static str,
    reply: &'static str,
}

/// A sentence of the pages in a language, up to the first thing it is told.
fn said(language: &str, file: &str, key: &str) -> String {
    let path = format!("{}/app/locales/{language}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file of words");
    let line = text.lines().find_map(|line| line.strip_prefix(&format!("{key} = "))).expect("a sentence");
    line.split('{').next().unwrap_or_default().trim().to_owned()
}

/// Presses the first button of the form that is sent there.
async fn send(browser: &Browser, form: &str) {
    let before = browser.path().await;
    let script = format!(
        "const form = [...document.querySelectorAll('main form')].find(form => form.getAttribute('action').match({form:?}));
        if (!form) throw 'no form'; form.requestSubmit(); return true"
    );
    browser.run(&script).await;
    // The answer is another page, or the same one anew.
    for _ in 0..200 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        if browser.path().await != before {
            return;
        }
    }
}

/// The code on the letter that an advisor makes.
async fn letter(advisor: &Browser, page: &str) -> String {
    advisor.goto(page).await;
    send(advisor, "/grants$").await;
    advisor.look_over().await;
    let code = "return [...document.querySelectorAll('.code span:not(.sr)')].map(part => part.textContent).join('-')";
    let code = advisor.run(code).await.as_str().unwrap_or_default().to_owned();
    assert_eq!(code.len(), 14, "a code: {code:?}");
    code
}

/// When the conference begins, as the student's page says it.
async fn begins(student: &Browser) -> At {
    let at = student.run("return document.querySelector('main time').getAttribute('datetime')").await;
    let at = at.as_str().unwrap_or_default().to_owned();
    let (day, time) = at.split_once('T').expect("a day and a time");
    starts_at(day, time, ZONE).expect("a time")
}

/// The student plans the conference where nothing is planned.
async fn plan(student: &Browser, own: &str) -> String {
    student.goto(&format!("{own}/conference")).await;
    if !student.path().await.starts_with("/conference/") {
        send(student, "/conference$").await;
        send(student, "/guide$").await;
    }
    student.path().await.split('/').take(3).collect::<Vec<_>>().join("/")
}

async fn two_weeks_at_home(home: Home) {
    let house = House::open().await;
    let words = |file: &str, key: &str| said(home.language, file, key);
    let student = house.sign_in_as(home.student, Look::LAPTOP.without_javascript()).await;
    let own =
        student.link("/student/").await.expect("pages of their own").split('/').take(3).collect::<Vec<_>>().join("/");
    let conference = plan(&student, &own).await;
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP.without_javascript()).await;
    advisor.goto(&format!("{own}/family")).await;
    let make = format!(
        "return [...document.querySelectorAll('main li, main section')].filter(one => one.textContent.includes({:?}))
            .map(one => one.querySelector('a[href*=\"/grants?person=\"]')).filter(Boolean).at(-1).getAttribute('href')",
        home.family
    );
    let make = advisor.run(&make).await.as_str().unwrap_or_default().to_owned();
    let code = letter(&advisor, &make).await;

    let family = Browser::open(house.address(), Look::PHONE.reading(home.language).without_javascript()).await;
    family.goto("/grant").await;
    family.fill(&words("family", "family-code_label"), &code).await;
    family.click(&words("family", "family-code_open")).await;
    family.see(home.student.split(' ').next().unwrap_or_default()).await;
    // Who has one student at the school is there at once; else all of them stand on one page.
    let is_there = family.path().await == own;
    assert_eq!(is_there, home.has_one_student);
    family.look_over().await;
    family.goto(&own).await;
    let page = family.run("return [document.documentElement.lang, document.documentElement.dir].join()").await;
    assert_eq!(page.as_str(), Some(format!("{},{}", home.language, home.direction).as_str()));
    family.look_over().await;
    for room in ["portfolio", "definition"] {
        family.goto(&format!("{own}/{room}")).await;
        assert_eq!(family.run("return document.scripts.length").await, 0, "{room} has a script");
        family.look_over().await;
    }
    family.click(&words("shell", "listen-listen")).await;
    family.see(&words("shell", "listen-needs_script")).await;
    family.look_over().await;

    // An answer, and the answer taken back: nobody reads it any more.
    family.goto(&format!("{own}/definition")).await;
    let way = family.run("return document.querySelector('main a[href*=\"/contribute?\"]').getAttribute('href')").await;
    family.goto(way.as_str().expect("a way to answer")).await;
    family.run(&format!("document.querySelector('textarea[name=text]').value = {:?}", home.answer)).await;
    send(&family, "/contribute").await;
    family.goto(&format!("{own}/definition")).await;
    let mine = format!(
        "return [...document.querySelectorAll('.voice')].find(one => one.textContent.includes({:?}))
            .querySelector('a[href^=\"/contribution/\"]').getAttribute('href')",
        home.answer
    );
    let mine = family.run(&mine).await.as_str().unwrap_or_default().to_owned();
    family.goto(&mine).await;
    family.look_over().await;
    send(&family, "/take-back$").await;
    family.goto(&format!("{own}/definition")).await;
    family.dont_see(home.answer).await;
    student.goto(&format!("{own}/definition")).await;
    student.dont_see(home.answer).await;
    family.goto("/bin").await;
    family.see(home.answer).await;
    family.look_over().await;

    // Another time.
    family.goto(&format!("{own}/time")).await;
    family.look_over().await;
    let other =
        "return [...document.querySelectorAll('main a[href*=\"time?time=\"]')].at(-1)?.getAttribute('href') ?? ''";
    let other = family.run(other).await.as_str().unwrap_or_default().to_owned();
    assert!(!other.is_empty(), "there are times to choose");
    family.goto(&other).await;
    family.run("document.querySelector('input[name=way]').checked = true").await;
    family.look_over().await;
    send(&family, "/time$").await;
    family.see(&words("time", "time-yours")).await;

    // The day.
    student.goto(&conference).await;
    house.move_to(begins(&student).await);
    student.goto(&format!("{conference}/present")).await;
    send(&student, "/step$").await;
    // Without a script it loads itself anew now and then.
    family.goto(&format!("{conference}/follow")).await;
    assert_eq!(family.run("return document.querySelectorAll('main h1').length").await, 1);
    let live = family.run("return document.querySelector('main').textContent.trim().length").await;
    assert!(live.as_u64().unwrap_or_default() > 40, "something is shown: {live}");
    family.goto(&format!("{conference}/reply")).await;
    family.run(&format!("document.querySelector('textarea[name=text]').value = {:?}", home.reply)).await;
    family.look_over().await;
    send(&family, "/reply$").await;
    family.see(home.reply).await;

    // Two weeks later.
    house.days_go_by(14);
    family.goto("/").await;
    family.see(home.student.split(' ').next().unwrap_or_default()).await;
    family.look_over().await;
    family.goto(&conference).await;
    family.see(home.reply).await;
    for browser in [student, advisor, family] {
        browser.close().await;
    }
}

#[tokio::test]
async fn an_aunt_at_home_reads_answers_follows_and_comes_back_in_arabic() {
    two_weeks_at_home(Home {
        family: "Hanan Darwish",
        student: "Salma Haddad",
        language: "ar",
        direction: "rtl",
        has_one_student: false,
        answer: "في بيتنا يسأل الكبير الصغير عن رأيه قبل أن يقرر.",
        reply: "أعجبني كيف شرحتِ النجمة، وأفتخر بك.",
    })
    .await;
}

#[tokio::test]
async fn a_grandmother_at_home_reads_answers_follows_and_comes_back_in_haitian_creole() {
    two_weeks_at_home(Home {
        family: "Marie-Lourdes Estimé",
        student: "Widline Estimé",
        language: "ht",
        direction: "ltr",
        has_one_student: true,
        answer: "Lakay nou, moun ki kuit manje a manje an dènye.",
        reply: "Mwen tande ritm lan, pitit mwen. M fyè de ou.",
    })
    .await;
}
