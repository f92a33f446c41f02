//! How long the longest pages are on a phone, in screens of 360 × 740, with nothing unfolded.

use std::collections::BTreeMap;

use kinfolio::id::WorkId;
use kinfolio_testkit::browser::{Browser, Look};
use kinfolio_testkit::outside::{Or, addresses};
use kinfolio_testkit::rows::change_sqlite;

use super::growing::Growing;
use super::{Figure, Goal, Measured};

/// The students of one advisor.
const STUDENTS: usize = 17;

/// The longest of definition, plan, keepsake, work and look back in the demo school, and of *Today* with seventeen students.
pub fn on_a_phone() -> Measured {
    let school = Growing::open()?;
    school.grow(0..STUDENTS, STUDENTS)?;
    let people = school.people()?;
    for (name, id) in people.iter().filter(|(name, _)| name.starts_with("Pupil")) {
        ask_and_begin(&school, id).map_err(|error| format!("{name}: {error}"))?;
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let mut screens = runtime.block_on(seen(&school, &people))?;
    screens.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (long, page) in &screens {
        eprintln!("  {long:.1} {page}");
    }
    let value = screens.first().ok_or("no page was read")?.0;
    Ok(vec![Figure { name: "phone_screens", value, unit: "screens", goal: Goal::AtMost(6.0) }])
}

/// A student begins a draft, and asks for a check of another work.
fn ask_and_begin(school: &Growing, student: &str) -> Or<()> {
    let cookie = school.sign_in(student)?;
    let page = school.program.get_text("/work/new", &cookie)?;
    let target = addresses(&page, "name=\"target\" value=\"").into_iter().next().ok_or("there are no targets")?;
    for (title, keep) in [("What I will bring", ""), ("What I counted", "yes")] {
        let id = WorkId::new().to_string();
        let mut fields = vec![
            ("id", id.as_str()),
            ("title", title),
            ("text", "At first I only counted the boats."),
            ("form", "story"),
            ("language", "en"),
            ("audience", "conference"),
            ("target", target.as_str()),
        ];
        fields.push(if keep.is_empty() { ("draft", "yes") } else { ("keep", keep) });
        school.program.post("/work/new", &cookie, &fields)?;
        if !keep.is_empty() {
            school.program.post(&format!("/work/{id}/check"), &cookie, &[])?;
        }
    }
    Ok(())
}

/// Every page, with how long it is.
async fn seen(school: &Growing, people: &BTreeMap<String, String>) -> Or<Vec<(f64, String)>> {
    let mut screens = Vec::new();
    let address = school.program.address("");
    let named = |name: &str| people.get(name).cloned().ok_or_else(|| format!("there is no {name}"));
    for (name, id) in people {
        let own = format!("/student/{id}");
        let cookie = school.sign_in(id)?;
        if school.program.get(&format!("{own}/definition"), &cookie)?.status != 200 || name.starts_with("Pupil") {
            continue;
        }
        let browser = sign_in(&address, name).await;
        let mut pages = vec![format!("{own}/definition"), format!("{own}/conference")];
        let works = school.program.get_text("/work", &cookie)?;
        let of_works = addresses(&works, "href=\"/work/").into_iter().filter(|work| WorkId::parse(work).is_some());
        pages.extend(of_works.map(|work| format!("/work/{work}")));
        let home = school.program.get_text("/", &cookie)?;
        let of_conferences = addresses(&home, "href=\"/conference/").into_iter();
        pages.extend(of_conferences.filter_map(|way| Some(format!("/conference/{}", way.split('/').next()?))));
        let kept: Vec<String> = pages.iter().filter(|page| page.starts_with("/conference/")).cloned().collect();
        pages.extend(kept.into_iter().map(|page| format!("{page}/keepsake")));
        pages.sort();
        pages.dedup();
        for page in pages {
            screens.push((long(&browser, &page).await, format!("{name} {page}")));
        }
        browser.close().await;
    }
    let advisor = sign_in(&address, "Guide 0000").await;
    screens.push((long(&advisor, "/").await, format!("Today with {STUDENTS} students")));
    advisor.close().await;
    // The school year turns.
    let turned = "UPDATE definition SET period = '2025–2026'";
    change_sqlite(&school.program.data().join("kinfolio.db"), turned).await;
    let (name, id) = ("Marisol Cuevas Lara", named("Marisol Cuevas Lara")?);
    let page = school.program.get_text(&format!("/student/{id}/definition"), &school.sign_in(&id)?)?;
    let way = addresses(&page, "href=\"").into_iter().find(|way| way.ends_with("/look-back")).ok_or("no look back")?;
    let browser = sign_in(&address, name).await;
    screens.push((long(&browser, &way).await, "look back".to_owned()));
    browser.close().await;
    Ok(screens)
}

async fn sign_in(address: &str, name: &str) -> Browser {
    let browser = Browser::open(address.trim_end_matches('/'), Look::PHONE).await;
    browser.goto("/sign-in").await;
    browser.click(name).await;
    while browser.path().await == "/sign-in" {
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    browser
}

async fn long(browser: &Browser, page: &str) -> f64 {
    browser.goto(page).await;
    browser.screens().await
}
