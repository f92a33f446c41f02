//! The browser does what the journeys trust it to do.

use std::io::{Read, Write};
use std::net::TcpListener;

use kinfolio_testkit::browser::{Browser, Look};

const PAGE: &str = "<!DOCTYPE html><html lang=en><meta name=viewport content='width=device-width'><title>T</title>
    <style>.narrow, .night { display: none }
    @media (max-width: 400px) { .narrow { display: inline } .wide { display: none } }
    @media (prefers-color-scheme: dark) { .night { display: inline } }</style>
    <main><h1>Hello <span class=night>at night</span></h1><p><span class=wide>wide</span><span class=narrow>narrow</span></p><form method=post><label for=a>Title</label><input id=a name=a>
    <button>Keep</button></form><div id=js>no script</div></main>
    <script>document.getElementById('js').textContent = 'a script ran'</script>";

/// A server with one page, which shows what was posted.
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
                let barrier = if request.starts_with("GET /barrier") { "<img src=data:,>" } else { "" };
                let page = format!("{PAGE}<main>{posted}{barrier}");
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

#[tokio::test]
async fn a_person_fills_clicks_and_sees() {
    let browser = Browser::open(&server(), Look::LAPTOP).await;
    browser.goto("/").await;
    browser.see("a script ran").await;
    browser.see("wide").await;
    browser.fill("Title", "quilt").await;
    browser.click("Keep").await;
    browser.see("a=quilt").await;
    browser.close().await;
}

#[tokio::test]
async fn without_javascript_no_script_runs_and_forms_still_work() {
    let browser = Browser::open(&server(), Look::PHONE.without_javascript().dark()).await;
    browser.goto("/").await;
    browser.see("no script").await;
    browser.see("narrow").await;
    browser.see("Hello at night").await;
    browser.fill("Title", "quilt").await;
    browser.click("Keep").await;
    browser.see("a=quilt").await;
    browser.close().await;
}

#[tokio::test]
async fn a_barrier_is_found() {
    let browser = Browser::open(&server(), Look::LAPTOP).await;
    browser.goto("/barrier").await;
    let found = browser.barriers().await;
    assert!(found.iter().any(|line| line.starts_with("image-alt")), "{found:?}");
    assert_eq!(browser.sticks_out().await, 0);
    browser.close().await;
}
