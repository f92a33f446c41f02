//! Every kind of page, as everybody, looked at closely: what axe-core finds or doubts, and what scrolls sideways in large text.

use kinfolio_testkit::browser::{Browser, Look};
use kinfolio_testkit::outside::Or;

use super::school::School;
use super::{Figure, Goal, Measured};

const READERS: [&str; 5] = ["Marisol Cuevas Lara", "Ofelia Lara", "Ziad Haddad", "Ruth Adeyemi", "Yvonne Marchetti"];
const LANGUAGES: [&str; 3] = ["en", "ar", "zh-TW"];
/// Nobody speaks it: a third longer than English. No browser asks for it, it has to be chosen.
const PSEUDO: &str = "en-XA";

/// In English, Arabic and the language that nobody speaks, in the light, the dark and forced colours, 320 and 1280 pixels wide.
pub fn axe() -> Measured {
    let school = School::open()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let mut found = 0;
    let mut pages = 0;
    for language in ["en", "ar", PSEUDO] {
        let light = Look { width: 320, ..Look::PHONE.reading(language) };
        let dark = light.dark();
        let forced = Look { forced_colors: true, ..light };
        for look in [light, dark, forced].into_iter().flat_map(|look| [look, Look { width: 1280, height: 800, ..look }])
        {
            for name in READERS {
                let (seen, lines) = runtime.block_on(doubts(&school, name, look))?;
                pages += seen;
                found += lines.len();
                lines.iter().for_each(|line| eprintln!("  {line}"));
            }
        }
    }
    eprintln!("  {pages} pages");
    Ok(vec![Figure { name: "axe_findings", value: found as f64, unit: "findings", goal: Goal::AtMost(0.0) }])
}

async fn doubts(school: &School, name: &str, look: Look) -> Or<(usize, Vec<String>)> {
    let browser = open(school, name, look).await?;
    let pages = browser.kinds_of_pages().await;
    let mut found = Vec::new();
    for path in pages.values() {
        browser.goto(path).await;
        let lines = browser.barriers_and_doubts().await;
        found.extend(lines.into_iter().map(|line| format!("{name} {path} {look:?}: {line}")));
    }
    browser.close().await;
    Ok((pages.len(), found))
}

/// The pages that scroll sideways on a phone with text twice as large, in three languages.
pub fn large_text() -> Measured {
    let school = School::open()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let mut wide = 0;
    for (language, name) in LANGUAGES.into_iter().flat_map(|language| READERS.map(|name| (language, name))) {
        wide += runtime.block_on(sideways(&school, name, Look::PHONE.reading(language)))?;
    }
    Ok(vec![Figure { name: "sideways_pages", value: wide as f64, unit: "pages", goal: Goal::AtMost(0.0) }])
}

async fn sideways(school: &School, name: &str, look: Look) -> Or<usize> {
    let browser = open(school, name, look).await?;
    let mut wide = 0;
    for path in browser.kinds_of_pages().await.values() {
        browser.goto(path).await;
        browser.enlarge_text(200).await;
        let wider = browser.sticks_out().await;
        if wider > 0 {
            eprintln!("  {name} {path} in {}: {wider} px", look.language);
            wide += 1;
        }
    }
    browser.close().await;
    Ok(wide)
}

/// A browser in which somebody of the demo school is signed in.
async fn open(school: &School, name: &str, look: Look) -> Or<Browser> {
    let address = school.address("");
    let browser = Browser::open(address.trim_end_matches('/'), look).await;
    browser.goto("/sign-in").await;
    browser.click(name).await;
    while browser.path().await == "/sign-in" {
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    if look.language == PSEUDO {
        browser
            .run(
                "const form = Object.assign(document.createElement('form'), { method: 'post', action: '/language' });
                form.append(Object.assign(document.createElement('input'), { name: 'language', value: 'en-XA' }));
                document.body.append(form);
                form.submit()",
            )
            .await;
        while browser.run("return document.documentElement.lang").await != PSEUDO {
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
    }
    Ok(browser)
}
