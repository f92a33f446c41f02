//! As the day of a conference comes and goes: what each person sees first, on a phone and on a small laptop.

use kinfolio::at::At;
use kinfolio::conference::starts_at;
use kinfolio::day::Day;
use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

const ZONE: &str = "America/New_York";
/// What many schools hand out.
const SMALL_LAPTOP: Look = Look { width: 1366, height: 768, ..Look::LAPTOP };

/// What stands first on the page: the day, a step, a question or what waits.
async fn first(browser: &Browser) -> String {
    let script = "const first = document.querySelector('main :is(.day, .next, .ask, .today)');
        return first ? first.innerText.replace(/\\s+/g, ' ') : ''";
    browser.run(script).await.as_str().unwrap_or_default().to_owned()
}

/// The day of the next conference of somebody, as their home has it.
async fn the_day(house: &House, name: &str) -> Day {
    let browser = house.sign_in_as(name, Look::PHONE).await;
    let at = browser.run("return document.querySelector('.day time').getAttribute('datetime')").await;
    browser.close().await;
    let at = at.as_str().unwrap_or_default().to_owned();
    at.split('T').next().and_then(|day| day.parse().ok()).expect("a day")
}

fn at(day: Day, time: &str) -> At {
    starts_at(&day.to_string(), time, ZONE).expect("a time")
}

#[tokio::test]
async fn everybody_sees_first_what_matters_as_the_day_comes_and_goes() {
    let house = House::open().await;
    // Salma's, at 4:40 PM.
    let day = the_day(&house, "Salma").await;
    // When; and what Salma, her aunt, her advisor and the lead see first.
    let moments = [
        (-7, "12:00", ["لقاؤك قريب", "جوابكم", "Answer the check on", "Hand out"]),
        (-1, "19:00", ["غدًا", "غدًا", "Tomorrow", "Hand out"]),
        (0, "15:40", ["اليوم", "اليوم", "Today", "Hand out"]),
        (0, "18:40", ["بماذا تعد", "قولوا شيئًا", "Answer the check on", "Hand out"]),
        (2, "12:00", ["بماذا تعد", "قولوا شيئًا", "Answer the check on", "Hand out"]),
        (35, "12:00", ["خطط للقاء", "جوابكم", "Answer the check on", "Hand out"]),
        (280, "12:00", ["خطط للقاء", "جوابكم", "Answer the check on", "Hand out"]),
    ];
    for (number, (days, time, firsts)) in moments.into_iter().enumerate() {
        house.move_to(at(day.plus_days(days), time));
        let look = if number % 2 == 0 { Look::PHONE } else { SMALL_LAPTOP };
        for (name, right) in ["Salma", "Hanan Darwish", "Ruth Adeyemi", "Yvonne Marchetti"].into_iter().zip(firsts) {
            let browser = house.sign_in_as(name, look).await;
            if name == "Hanan Darwish" {
                browser.click("Salma Haddad").await;
            }
            let first = first(&browser).await;
            assert!(first.contains(right), "{days} days, {time}: {name} sees first {first:?}, and not {right:?}");
            if number == 1 {
                browser.look_over().await;
            }
            browser.close().await;
        }
    }
}
