//! The browser does what the journeys trust it to do.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

use kinfolio_testkit::browser::{Browser, Look};

const PAGE: &str = "<!DOCTYPE html><html lang=en><meta name=viewport content='width=device-width'><title>T</title>
    <link rel=icon href=data:,><style>.narrow, .night, .forced, .contrast { display: none }
    .tall { height: 2500px } .unseen { position: absolute; opacity: 0 }
    @media (max-width: 400px) { .narrow { display: inline } .wide { display: none } }
    @media (prefers-color-scheme: dark) { .night { display: inline } }
    @media (forced-colors: active) { .forced { display: inline } }
    @media (prefers-contrast: more) { .contrast { display: inline } }</style>
    <main><h1>Hello <span class=night>at night</span></h1>
    <p><span class=wide>wide</span><span class=narrow>narrow</span> <span class=forced>forced</span>
    <span class=contrast>contrast</span></p>
    <form method=post><label for=s>Subtitle of it</label><input id=s name=s><label for=a>Title</label><input id=a name=a>
    <label><input type=checkbox name=public class=unseen> For my family</label>
    <label>Kind<select name=kind><option value=1>Essay<option value=2>Film</select></label>
    <label>A file<input type=file name=file></label>
    <button>Keep</button></form><div id=js>no script</div><div class=tall></div></main>
    <script>document.getElementById('js').textContent = 'a script ran'</script>";

/// A server with one page, which shows what was posted and the language asked for.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut stream = stream;
                let mut request = vec![0; 16384];
                let read = stream.read(&mut request).unwrap_or(0);
                let request = String::from_utf8_lossy(&request[..read]).into_owned();
                let posted = request.rsplit_once("\r\n\r\n").map_or("", |(_, body)| body);
                let language = request.lines().find(|line| line.starts_with("Accept-Language")).unwrap_or_default();
                let extra = match request.split(' ').nth(1).unwrap_or_default() {
                    "/barrier" => "<img src=data:,>",
                    "/wide" => "<p style='width: 2000px'>wider than any screen</p>",
                    "/script" => "<script src=/more.js></script>",
                    "/trouble" => "<script>console.error('trouble')</script>",
                    _ => "",
                };
                let page = PAGE.replace("</main>", &format!("<p>{posted}</p><p>{language}</p>{extra}</main>"));
                let head = format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                    page.len()
                );
                let _ = stream.write_all(format!("{head}{page}").as_bytes());
            });
        }
    });
    address
}

async fn at(path: &str, look: Look) -> Browser {
    let browser = Browser::open(&server(), look).await;
    browser.goto(path).await;
    browser
}

#[tokio::test]
async fn a_person_fills_ticks_chooses_and_sees() {
    let browser = at("/", Look::LAPTOP).await;
    browser.see("a script ran").await;
    browser.see("wide").await;
    browser.dont_see("at night").await;
    browser.fill("Title", "quilt").await;
    browser.tick("For my family").await;
    browser.tick("For my family").await;
    browser.choose("Kind", "Film").await;
    assert_eq!(browser.value("Title").await, "quilt");
    browser.click("Keep").await;
    browser.see("s=&a=quilt&public=on&kind=2").await;
    browser.attach("A file", Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser.rs"))).await;
    assert!(browser.value("A file").await.ends_with("browser.rs"));
    browser.close().await;
}

#[tokio::test]
async fn keys_do_what_they_do_for_a_person() {
    let browser = at("/", Look::LAPTOP).await;
    browser.fill("Title", "quil").await;
    browser.press("t").await;
    browser.press("Shift+Tab").await;
    browser.press("s").await;
    assert_eq!(browser.value("Title").await, "quilt");
    assert_eq!(browser.value("Subtitle").await, "s");
    browser.press("Enter").await;
    browser.see("s=s&a=quilt").await;
    browser.close().await;
}

#[tokio::test]
async fn without_javascript_no_script_runs_and_forms_still_work() {
    let browser = at("/script", Look::PHONE.without_javascript().dark()).await;
    browser.see("no script").await;
    browser.see("narrow").await;
    browser.see("Hello at night").await;
    assert!(browser.barriers().await.is_empty(), "axe works here too");
    browser.fill("Title", "quilt").await;
    browser.click("Keep").await;
    browser.see("a=quilt").await;
    browser.see("no script").await;
    browser.dont_see("a script ran").await;
    browser.close().await;
}

#[tokio::test]
async fn barriers_overflow_and_errors_are_found_and_a_good_page_has_none() {
    let browser = at("/barrier", Look::PHONE).await;
    let found = browser.barriers().await;
    assert!(found.iter().any(|line| line.starts_with("image-alt")), "{found:?}");
    browser.goto("/wide").await;
    assert!(browser.sticks_out().await > 1000);
    browser.goto("/trouble").await;
    let errors = browser.console_errors().await;
    assert!(errors.iter().any(|line| line.contains("trouble")), "{errors:?}");
    browser.goto("/").await;
    browser.look_over().await;
    browser.close().await;
}

#[tokio::test]
async fn what_a_page_loads_is_known_with_its_weight() {
    let browser = at("/script", Look::PHONE).await;
    let resources = browser.resources().await;
    assert!(resources.iter().any(|it| it.kind == "navigation" && it.bytes > 1000), "{resources:?}");
    assert!(resources.iter().any(|it| it.kind == "script" && it.address.ends_with("/more.js")), "{resources:?}");
    browser.close().await;
}

#[tokio::test]
async fn settings_reach_the_page() {
    let look = Look { forced_colors: true, more_contrast: true, ..Look::PHONE.reading("ar") };
    let browser = at("/", look).await;
    browser.see("forced").await;
    browser.see("contrast").await;
    browser.see("Accept-Language: ar").await;
    assert_eq!(browser.run("return innerWidth").await, 360);
    browser.resize(320, 600).await;
    assert_eq!(browser.run("return innerWidth").await, 320);
    browser.close().await;
}

#[tokio::test]
async fn the_network_can_be_taken_away_and_given_back() {
    let browser = at("/", Look::PHONE).await;
    browser.cut_off(true).await;
    let fetched = "return fetch('/').then(() => true, () => false)";
    assert_eq!(browser.run(fetched).await, false);
    browser.cut_off(false).await;
    assert_eq!(browser.run(fetched).await, true);
    browser.close().await;
}

#[tokio::test]
async fn a_picture_has_the_whole_page() {
    for look in [Look::PHONE, Look::LAPTOP] {
        let browser = at("/", look).await;
        let file = std::env::temp_dir().join(format!("kinfolio-picture-{}.png", std::process::id()));
        browser.screenshot(&file).await;
        let png = std::fs::read(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        // The width and the height stand at the beginning of a PNG.
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(number(16), look.width);
        assert!(number(20) > 2500, "{} px", number(20));
        browser.close().await;
    }
}

#[tokio::test]
async fn several_people_are_there_at_once() {
    let (one, other) = tokio::join!(at("/", Look::PHONE), at("/", Look::LAPTOP.dark()));
    one.fill("Title", "one").await;
    other.fill("Title", "other").await;
    one.click("Keep").await;
    other.click("Keep").await;
    one.see("a=one").await;
    other.see("a=other").await;
    one.dont_see("at night").await;
    other.see("at night").await;
    one.close().await;
    other.close().await;
}
