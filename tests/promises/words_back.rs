//! Whatever fails, what somebody typed comes back to them, whole and ready to be sent once more.

use std::time::{Duration, Instant};

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::post;
use http::header::CONTENT_TYPE;
use kinfolio_app::fields::Fields;

use crate::filled::forms_on;
use crate::promise;
use crate::world::{AFile, Page, World};

const ENGLISH: &str = "At first I only drew pizzas.\r\n\r\nThen </textarea><script>alert('1')</script> & \"more\".";
const ARABIC: &str = "في البداية رسمت فطائر فقط، ثم فهمت الكسور.";
const JAPANESE: &str = "最初はピザだけを描いていました";

/// A long text, so that nothing of it can be cut.
fn long() -> String {
    (0..4000).map(|line| format!("line {line} كلمة")).collect::<Vec<_>>().join("\r\n")
}

/// Every word stands in a form that goes where it was sent, and in nothing else that a browser would run.
fn comes_back(page: &Page, to: &str, words: &[(&str, &str)]) {
    assert!(!page.text.contains("<script>alert"), "{}", page.text);
    let form = forms_on(to, &page.text).into_iter().find(|form| form.action == to);
    let form = form.unwrap_or_else(|| panic!("nothing to send again on {}:\n{}", page.path, page.text));
    let again = form.filled(0, false);
    for (name, value) in words {
        let there = again.iter().find(|(there, _)| there == name).map(|(_, value)| value.replace("\r\n", "\n"));
        assert_eq!(there.as_deref(), Some(value.replace("\r\n", "\n").as_str()), "{name} on {}", page.path);
    }
}

promise!(words_come_back_when_the_database_is_gone, |world| {
    let mut student = world.student().await.expecting_trouble();
    let key = student.get("/work/new").await.ok().hidden("once").expect("a key");
    world.services.db.close().await;
    let long = long();
    let words = [
        ("id", "0190b2f0-0000-7000-8000-000000000001"),
        ("title", "Fractions"),
        ("text", ENGLISH),
        ("reflection", ARABIC),
        ("links", JAPANESE),
        ("more", long.as_str()),
        ("once", key.as_str()),
    ];
    let begun = Instant::now();
    let page = student.post("/work/new?from=home", &words).await.is(500);
    comes_back(&page, "/work/new?from=home", &words);
    let photo = [9_u8; 4096];
    let files = [AFile { field: "pictures", name: "quilt.jpg", bytes: &photo }];
    let page = student.post_files("/work/new", &words, &files).await.is(500);
    comes_back(&page, "/work/new", &words);
    let page = page.see("quilt.jpg").has("type=\"file\" name=\"pictures\"");
    assert!(page.text.contains("lang=\"en\""), "{}", page.text);
    // In whatever language they read, and without anybody's name.
    let mut student = student.reading("ar");
    let page = student.post("/work/new", &words).await.is(500).has("dir=\"rtl\"").dont_see("Marisol");
    comes_back(&page, "/work/new", &words);
    student.get("/work").await.is(500).has("dir=\"rtl\"").see("حدث خطأ");
    assert!(begun.elapsed() < Duration::from_secs(8), "four answers took {:?}", begun.elapsed());
    // A password is never sent back.
    let keys = [("username", "marisol.reyes"), ("password", "a patch of green cloth"), ("then", "/work")];
    let page = world.visitor().expecting_trouble().post("/sign-in", &keys).await.is(500).dont_see("green cloth");
    comes_back(&page, "/sign-in", &[("username", "marisol.reyes"), ("then", "/work")]);
    assert!(page.text.contains("type=\"password\""));
});

promise!(words_come_back_when_a_file_cannot_be_kept, |world| {
    let mut student = world.student().await;
    let waiting = &world.services.settings.waiting_room;
    std::fs::remove_dir_all(waiting).expect("it was there");
    std::fs::write(waiting, b"no folder").expect("a file in its place");
    let before = world.rows().await;
    let words = [("title", "Fractions, my way"), ("text", ENGLISH), ("reflection", ARABIC)];
    let boundary = "----kinfolio-boundary";
    let part = |head: &str, body: &[u8]| {
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        [head.as_bytes(), body, b"\r\n"].concat()
    };
    // The file stands in the middle of the words.
    let body = [
        part("name=\"title\"", words[0].1.as_bytes()),
        part("name=\"pictures\"; filename=\"quilt.jpg\"", &[7; 300_000]),
        part("name=\"text\"", words[1].1.as_bytes()),
        part("name=\"reflection\"", words[2].1.as_bytes()),
        format!("--{boundary}--\r\n").into_bytes(),
    ]
    .concat();
    let kind = format!("multipart/form-data; boundary={boundary}");
    let page = student.send_bytes("POST", "/work/new", &[(CONTENT_TYPE.as_str(), &kind)], &body).await.is(507);
    comes_back(&page, "/work/new", &words);
    let page = page.see("The file could not be kept").see("quilt.jpg").see("Marisol");
    assert!(page.text.contains("type=\"file\" name=\"pictures\""));
    assert_eq!(world.rows().await, before, "nothing is half done");
    // Without the file they are taken.
    let sent =
        [("title", words[0].1), ("text", words[1].1), ("form", "making"), ("language", "en"), ("audience", "me")];
    student.post("/work/new", &sent).await.leads_to("/work/");
    // A form of that kind in which no file was chosen needs no room for one.
    student
        .post_files("/work/new", &sent, &[AFile { field: "pictures", name: "", bytes: b"" }])
        .await
        .leads_to("/work/");
});

promise!(what_came_of_a_form_comes_back_when_its_line_breaks, |world| {
    let mut student = world.student().await;
    let boundary = "----kinfolio-boundary";
    let head = |name: &str| format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
    let body =
        format!("{}Fractions, my way\r\n{}{ARABIC}\r\n{}At first I on", head("title"), head("text"), head("links"));
    let kind = format!("multipart/form-data; boundary={boundary}");
    let headers = [(CONTENT_TYPE.as_str(), kind.as_str())];
    let page = student.send_bytes("POST", "/work/new", &headers, body.as_bytes()).await.is(400);
    comes_back(&page, "/work/new", &[("title", "Fractions, my way"), ("text", ARABIC)]);
});

promise!(what_is_more_than_fits_does_not_take_the_other_words_along, |world| {
    let mut student = world.student().await;
    let much = "patch ".repeat(2_000_000);
    let page = student.post_files("/work/new", &[("title", ARABIC), ("text", &much)], &[]).await.is(413);
    assert!(page.text.contains(ARABIC));
});

async fn panics(_fields: Fields) -> axum::response::Response {
    if std::env::args().next().is_some() {
        panic!("as a handler might that nobody has thought through");
    }
    ().into_response()
}

promise!(words_come_back_when_a_handler_panics, |world| {
    let mut world: World = world;
    let router = Router::new().route("/work/new", post(panics));
    world.router = kinfolio_server::router::answering(router, &world.services).with_state(world.services.clone());
    let mut student = world.student().await.expecting_trouble();
    let words = [("title", "Fractions, my way"), ("text", ENGLISH)];
    let page = student.post("/work/new", &words).await.is(500);
    comes_back(&page, "/work/new", &words);
});
