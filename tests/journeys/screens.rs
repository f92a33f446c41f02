//! Pages of every kind: with large text on a phone, and looked at closely in several languages and colours.

use kinfolio_testkit::browser::Look;
use kinfolio_testkit::pages::is_chosen;

use crate::house::House;

/// One kind of page of so many is looked at closely here; `make bench only=axe_findings` looks at all. `KINFOLIO_SEED` chooses
/// others.
const ONE_OF: u64 = 9;

fn seed() -> u64 {
    std::env::var("KINFOLIO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(17)
}

/// Text twice as large on the narrowest phone, for everybody.
#[tokio::test]
async fn no_page_scrolls_sideways_with_text_twice_as_large() {
    let house = House::open().await;
    let mut wide = Vec::new();
    let seed = seed();
    let readers = [
        ("Marisol", Look::PHONE),
        ("Ofelia Lara", Look::PHONE.reading("es")),
        ("Ziad Haddad", Look::PHONE.reading("ar")),
        ("Ruth Adeyemi", Look::PHONE),
        ("Yvonne Marchetti", Look::PHONE),
    ];
    for (nth, (name, look)) in readers.into_iter().enumerate() {
        let browser = house.sign_in_as(name, look).await;
        let pages = browser.kinds_of_pages().await;
        for (_, path) in pages.iter().filter(|(kind, _)| is_chosen(kind, seed + nth as u64, ONE_OF / 3)) {
            browser.goto(path).await;
            browser.enlarge_text(200).await;
            let wider = browser.sticks_out().await;
            if wider > 0 {
                wide.push(format!("{name} {path}: {wider} px"));
            }
        }
        browser.close().await;
    }
    assert!(wide.is_empty(), "{} pages scroll sideways:\n{}", wide.len(), wide.join("\n"));
}

#[tokio::test]
async fn nothing_is_a_barrier_or_in_doubt_on_pages_of_every_kind() {
    let house = House::open().await;
    let seed = seed();
    let mut found = Vec::new();
    let narrow = Look { width: 320, ..Look::PHONE };
    let looks = [
        ("Marisol", Look::LAPTOP),
        ("Ofelia Lara", narrow.reading("es").dark()),
        ("Ziad Haddad", narrow.reading("ar")),
        ("Ruth Adeyemi", Look { forced_colors: true, ..narrow }),
        ("Yvonne Marchetti", Look::LAPTOP.dark()),
    ];
    for (nth, (name, look)) in looks.into_iter().enumerate() {
        let browser = house.sign_in_as(name, look).await;
        let pages = browser.kinds_of_pages().await;
        // A family's pages are few: every third.
        let one_of = if pages.len() < 40 { ONE_OF / 3 } else { ONE_OF };
        for (_, path) in pages.iter().filter(|(kind, _)| is_chosen(kind, seed + nth as u64, one_of)) {
            browser.goto(path).await;
            let lines = browser.barriers_and_doubts().await;
            found.extend(lines.into_iter().map(|line| format!("{name} {path} ({look:?}): {line}")));
        }
        browser.close().await;
    }
    assert!(found.is_empty(), "with the seed {seed}:\n{}", found.join("\n"));
}
