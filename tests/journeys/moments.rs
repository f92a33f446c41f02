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
        (-7, "12:00", ["لقاؤك قريب", "جواب مطلوب منكم", "Answer the check on", "Hand out"]),
        (-1, "19:00", ["غدًا", "غدًا", "Tomorrow", "Hand out"]),
        (0, "15:40", ["اليوم", "اليوم", "Today", "Hand out"]),
        (0, "18:40", ["ما وعدك", "قولوا شيئًا", "Answer the check on", "Hand out"]),
        (2, "12:00", ["ما وعدك", "قولوا شيئًا", "Answer the check on", "Hand out"]),
        (35, "12:00", ["التخطيط للقاء", "جواب مطلوب منكم", "Answer the check on", "Hand out"]),
        (280, "12:00", ["التخطيط للقاء", "جواب مطلوب منكم", "Answer the check on", "Hand out"]),
    ];
    for (number, (days, time, firsts)) in moments.into_iter().enumerate() {
        house.move_to(at(day.plus_days(days), time));
        let look = if number % 2 == 0 { Look::PHONE } else { SMALL_LAPTOP };
        for (name, right) in ["Salma", "Hanan Darwish", "Ruth Adeyemi", "Yvonne Marchetti"].into_iter().zip(firsts) {
            let browser = house.sign_in_as(name, look).await;
            if name == "Hanan Darwish" {
                crate::go_to_pages_of(&browser, "Salma").await;
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

/// What is cut, or lies beyond the screen, on this moment: every line of words, and every picture, has to be whole in its
/// piece. What belongs to a further piece lies beside the screen, never above or below it.
const CUT: &str = "const root = document.documentElement, wrong = [];
    const high = innerHeight, wide = innerWidth;
    if (root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth) wrong.push('the page scrolls');
    const foot = document.querySelector('.room__foot').getBoundingClientRect();
    if (foot.bottom > high + 1) wrong.push('the foot lies below the screen');
    const main = document.querySelector('main');
    if (main.scrollHeight > main.clientHeight) wrong.push(`main ${main.scrollHeight} > ${main.clientHeight}`);
    for (const words of document.querySelectorAll('.room__words')) {
        const box = words.getBoundingClientRect();
        if (words.scrollHeight > words.clientHeight + 1) wrong.push(`words ${words.scrollHeight} > ${words.clientHeight}`);
        const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            if (!walk.currentNode.parentElement.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(walk.currentNode);
            for (const line of range.getClientRects()) {
                if (line.bottom > box.bottom + 2 || line.top < box.top - 2) wrong.push(`a line: ${walk.currentNode.data.slice(0, 40)}`);
                if (line.bottom > foot.top + 1) wrong.push(`under the foot: ${walk.currentNode.data.slice(0, 40)}`);
            }
        }
    }
    for (const seen of document.querySelectorAll('.room__show img, .room__foot button, .room__foot a')) {
        const box = seen.getBoundingClientRect();
        if (box.width && (box.bottom > high + 1 || box.top < -1)) wrong.push(`${seen.outerHTML.slice(0, 60)} ${box.top}–${box.bottom}`);
    }
    return [...new Set(wrong)].join('; ')";

#[tokio::test]
async fn no_moment_is_cut_on_a_small_screen_however_much_there_is_to_say() {
    let house = House::open().await;
    let browser = house.sign_in_as("Marisol", SMALL_LAPTOP.without_javascript()).await;
    browser.goto("/work/new").await;
    let (title, sentence) = ("Everything about the bench", "We asked again, and again, politely and with numbers. ");
    browser.fill("Title", title).await;
    browser.fill("In words", &format!("{}\n\n## Then\n\n{}", sentence.repeat(40), sentence.repeat(40))).await;
    browser.click("Something made").await;
    browser.click("Keep in my work").await;
    let work = browser.path().await;
    browser.goto("/").await;
    browser.click("My conference").await;
    let conference = browser.link("/conference/").await.expect("a conference");
    let conference = conference.split('/').take(3).collect::<Vec<_>>().join("/");
    browser.goto(&format!("{conference}/moment/new")).await;
    browser.fill("Name", "The whole story").await;
    browser.tick(title).await;
    browser.click("Save").await;
    browser.see("The whole story").await;
    // The longest words that can be agreed on, spoken for by a moment of their own.
    let student = browser.link("/student/").await.expect("a student").split('/').take(3).collect::<Vec<_>>().join("/");
    browser.goto(&format!("{student}/definition")).await;
    let statement = browser.link("/statement/").await.expect("a statement");
    let statement = statement.split('/').take(3).collect::<Vec<_>>().join("/");
    browser.goto(&statement).await;
    browser
        .run("document.querySelector('textarea[name=text]').value = 'We ask the people who decide. '.repeat(16)")
        .await;
    browser.click("Save").await;
    let id = statement.rsplit('/').next().unwrap_or_default().to_owned();
    browser.goto(&format!("{conference}/moment/new?statement={id}")).await;
    browser.fill("Name", "What we say in one long breath").await;
    browser.click("Save").await;
    let mut seen = 0;
    for (width, height) in [(1366, 768), (1280, 720)] {
        browser.resize(width, height).await;
        for place in 0.. {
            browser.goto(&format!("{conference}/present/{place}")).await;
            let cut = browser.run(&format!("if (!document.querySelector('.room__foot')) return 'none'; {CUT}")).await;
            match cut.as_str().unwrap_or_default() {
                "none" => break,
                cut => assert!(cut.is_empty(), "moment {place} at {width} × {height}: {cut}"),
            }
            seen += 1;
        }
    }
    assert!(seen >= 2 * 11, "{seen} moments were seen, after {work}");
    // At 200 % a laptop is as wide as a phone: one moment runs down the page then, whole.
    browser.resize(640, 360).await;
    for place in 1..seen / 2 {
        browser.goto(&format!("{conference}/present/{place}")).await;
        let hidden = "const main = document.querySelector('main');
            return [main, ...main.querySelectorAll('.room__words')].some(e => getComputedStyle(e).overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1)";
        assert_eq!(browser.sticks_out().await, 0, "moment {place} at 200 % scrolls sideways");
        assert_eq!(browser.run(hidden).await, false, "moment {place} at 200 % is cut");
    }
    browser.close().await;
}
