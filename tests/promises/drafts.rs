//! A machine's draft of a translation, from a server that the school runs itself: asked for by a press, marked until a person
//! has checked it, and never in the way of what somebody typed.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kinfolio::secret::SecretKey;
use kinfolio_app::services::{Everything, Services, Settings};
use kinfolio_app::translator::Translator;
use kinfolio_server::router::router;

use crate::promise;
use crate::things::one_of_everything;
use crate::visitor::Page;
use crate::world::World;

/// What a translation server answers.
#[derive(Clone, Debug)]
enum Says {
    /// Whole HTTP.
    Bytes(Vec<u8>),
    /// Nothing, for so long.
    Nothing(Duration),
    /// A beginning, and then more and more, without an end.
    EverMore,
}

/// A server on this machine, and what it was asked.
struct FakeServer {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl FakeServer {
    fn saying(says: Says) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (says, heard) = (says.clone(), heard.clone());
                std::thread::spawn(move || answer(stream, &says, &heard));
            }
        });
        Self { url, asked }
    }

    fn translating(text: &str) -> Self {
        let text = serde_json::json!({ "translatedText": text }).to_string();
        Self::saying(Says::Bytes(ok(&text)))
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("what was asked").clone()
    }
}

fn ok(json: &str) -> Vec<u8> {
    let length = json.len();
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{json}").into_bytes()
}

fn answer(mut stream: TcpStream, says: &Says, heard: &Mutex<Vec<String>>) {
    let (mut request, mut piece) = (Vec::new(), [0; 4096]);
    let is_whole = |request: &[u8]| {
        let text = String::from_utf8_lossy(request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
        let length =
            head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:").map(str::to_owned));
        body.len() >= length.and_then(|length| length.trim().parse().ok()).unwrap_or(0)
    };
    while !is_whole(&request) {
        match stream.read(&mut piece) {
            Ok(read) if read > 0 => request.extend_from_slice(&piece[..read]),
            _ => break,
        }
    }
    heard.lock().expect("what was asked").push(String::from_utf8_lossy(&request).into_owned());
    match says {
        Says::Bytes(bytes) => {
            let _ = stream.write_all(bytes);
        }
        Says::Nothing(pause) => std::thread::sleep(*pause),
        Says::EverMore => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n{\"translatedText\": \"");
            while stream.write_all(&[b'a'; 65_536]).is_ok() {}
        }
    }
}

/// The same school, with a translation server of its own.
fn with_server(world: &mut World, url: &str, patience: Duration) {
    let translator = Translator::within(url, Some("the key".into()), patience).expect("a server");
    let services = world.services.clone();
    let settings = Settings { translator: Some(translator), ..services.settings.clone() };
    world.services = Services::new(Everything {
        db: services.db.clone(),
        media: services.media.clone(),
        clock: services.clock.clone(),
        secrets: SecretKey::random(),
        hub: services.hub.clone(),
        rooms: services.rooms.clone(),
        halls: services.halls.clone(),
        assets: kinfolio_server::site::names(),
        settings,
    });
    world.router = router(world.services.clone());
}

const PATIENCE: Duration = Duration::from_secs(10);
const ASK: &str = "Ask for a draft";
const MARK: &str = "A machine’s draft, brought by";
const FAILED: &str = "There is no draft just now. What you typed is still here.";

promise!(a_draft_is_asked_for_by_a_press_alone_and_marked_until_a_person_has_checked_it, |world| {
    let mut world = world;
    let things = one_of_everything(&world).await;
    let server = FakeServer::translating("Palabras de la máquina.");
    with_server(&mut world, &server.url, PATIENCE);
    let (beside, page) = (format!("/words/work/{}/beside", things["work"]), format!("/work/{}", things["work"]));
    let (mut advisor, mut family) = (world.advisor().await, world.family().await);
    advisor.get(&beside).await.ok().see(ASK).see("a server that your school runs itself, and nowhere else");
    let before = world.contents(&[]).await["rendition"].clone();
    assert_eq!(server.asked(), [] as [String; 0], "nothing is sent before somebody asks");

    let asking = [("text", ""), ("language", "es"), ("ask_draft", "yes")];
    let form = advisor.post(&beside, &asking).await.ok().see("Palabras de la máquina.");
    let form = form.see("A machine made this draft.").see("I read both languages and put this right");
    assert_eq!(form.hidden("drafted").as_deref(), Some("yes"));
    assert_eq!(world.contents(&[]).await["rendition"], before, "nothing is kept");
    let asked = server.asked();
    let [asked] = &asked[..] else { panic!("asked once: {asked:?}") };
    let (head, body) = asked.split_once("\r\n\r\n").expect("a request");
    assert!(head.starts_with("POST /translate HTTP/1.1"), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).expect("a question");
    assert!(body["q"].as_str().is_some_and(|words| words.contains("pizza")), "{body}");
    let rest = ["source", "target", "format", "api_key"].map(|name| body[name].as_str().unwrap_or_default());
    assert_eq!(rest, ["en", "es", "text", "the key"]);

    // What is sent without the tick keeps the mark, wherever it is read, until somebody has checked it.
    let sent = [("text", "Palabras de la máquina."), ("language", "es"), ("drafted", "yes")];
    advisor.post(&beside, &sent).await.leads_to(&page);
    advisor.get(&page).await.ok().see(MARK).dont_see("Translated by");
    let read = family.get(&page).await.ok().see("Borrador de una máquina, traído por").see("Palabras de la máquina.");
    let check = read.link("/rendition/").expect("it waits for a check");
    let read_at = read.hidden("read_at").expect("what was read");
    world.as_(&world.people.classmates_family).await.post(&check, &[("read_at", &read_at)]).await.is(404);
    family.post(&check, &[("read_at", &read_at)]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("Borrador de una máquina").see("Palabras de la máquina.");
    advisor.get(&page).await.ok().dont_see(MARK).see("Translated by");
    // To look at pages, to send and to check asks for nothing.
    assert_eq!(server.asked().len(), 1);
});

promise!(whoever_brought_a_draft_and_reads_both_takes_the_mark_away_and_nobody_else_by_any_other_way, |world| {
    let mut world = world;
    let things = one_of_everything(&world).await;
    let server = FakeServer::translating("Palabras de la máquina.");
    with_server(&mut world, &server.url, PATIENCE);
    let (beside, page) = (format!("/words/work/{}/beside", things["work"]), format!("/work/{}", things["work"]));
    let (mut advisor, mut student) = (world.advisor().await, world.student().await);
    // With the tick, it is theirs.
    let right = [("text", "Mis palabras."), ("language", "es"), ("drafted", "yes"), ("put_right", "yes")];
    advisor.post(&beside, &right).await.leads_to(&page);
    advisor.get(&page).await.ok().dont_see(MARK).see("Mis palabras.").see("Not checked yet");
    // A draft in its place is one again; to read it aloud, to look at it and to come back leaves the mark.
    let draft = [("text", "Otra vez."), ("language", "es"), ("drafted", "yes")];
    advisor.post(&beside, &draft).await.leads_to(&page);
    let read = advisor.get(&page).await.ok().see(MARK).see("I read both languages: this says what is meant");
    let check = read.link("/rendition/").expect("a check");
    let read_at = read.hidden("read_at").expect("what was read");
    // Of what was read before it was mended, nothing is said.
    advisor.post(&check, &[("read_at", "0")]).await.leads_to(&format!("{page}?said=translation_changed"));
    advisor.get(&page).await.ok().see(MARK);
    advisor.post(&check, &[("read_at", &read_at)]).await.leads_to(&format!("{page}?said=translation_checked"));
    advisor.get(&page).await.ok().dont_see(MARK).see("Not checked yet");
    // Whose words they are checks the translation still; the one who made it never their own.
    advisor.post(&check, &[("read_at", &read_at)]).await.is(404);
    student.post(&check, &[("read_at", &read_at)]).await.leads_to(&page);
    student.get(&page).await.ok().dont_see("Not checked yet");
});

promise!(a_draft_of_what_somebody_brought_to_a_definition_is_marked_too, |world| {
    let mut world = world;
    let things = one_of_everything(&world).await;
    let server = FakeServer::translating("نأكل معًا.");
    with_server(&mut world, &server.url, PATIENCE);
    let form = format!("/contribution/{}/translation", things["contribution"]);
    let page = format!("/student/{}/definition", things["student"]);
    let (mut advisor, mut student) = (world.advisor().await, world.student().await);
    advisor.get(&form).await.ok().see(ASK);
    let asking = [("text", "Mine."), ("language", "ar"), ("ask_draft", "yes")];
    let came = advisor.post(&form, &asking).await.ok().see("Mine.").see("نأكل معًا.");
    assert_eq!(came.hidden("drafted").as_deref(), Some("yes"));
    let sent = [("text", "نأكل معًا."), ("language", "ar"), ("drafted", "yes")];
    advisor.post(&form, &sent).await.leads_to(&page);
    let read = student.get(&page).await.ok().see(MARK).see("نأكل معًا.");
    let at = read.text.find("نأكل معًا.").expect("it is there");
    let after = Page { text: read.text[at..].to_owned(), ..read };
    let check = after.link("/translation/").expect("it waits for a check");
    let read_at = after.hidden("read_at").expect("what was read");
    student.post(&check, &[("read_at", &read_at)]).await.leads_to(&page);
    advisor.get(&page).await.ok().dont_see(MARK);
    // The same words again with the tick: theirs from the beginning.
    advisor.post(&form, &sent).await.leads_to(&page);
    let right = [("text", "نأكل معًا."), ("language", "ar"), ("drafted", "yes"), ("put_right", "yes")];
    advisor.post(&form, &right).await.leads_to(&page);
    advisor.get(&page).await.ok().dont_see(MARK);
});

promise!(without_a_server_of_the_schools_no_machine_is_asked, |world| {
    let things = one_of_everything(&world).await;
    let mut advisor = world.advisor().await;
    for form in [
        format!("/words/statement/{}/beside", things["statement"]),
        format!("/targets/{}/beside", things["target"]),
        format!("/contribution/{}/translation", things["contribution"]),
    ] {
        advisor.get(&form).await.ok().dont_see(ASK).has_no("ask_draft");
        // Somebody may have opened the form while there was one.
        let asking = [("text", "My own words."), ("language", "ar"), ("ask_draft", "yes")];
        advisor.post(&form, &asking).await.is(422).see(FAILED).see("My own words.");
    }
});

promise!(whatever_the_machine_answers_what_was_typed_is_there_and_nothing_is_kept, |world| {
    let mut world = world;
    let things = one_of_everything(&world).await;
    let elsewhere = FakeServer::translating("From elsewhere.");
    let bytes = |text: String| Says::Bytes(text.into_bytes());
    let leading = format!("HTTP/1.1 307 Go\r\nlocation: {}/translate\r\ncontent-length: 0\r\n\r\n", elsewhere.url);
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let patience = Duration::from_millis(1500);
    let cases = [
        ("slow", Says::Nothing(Duration::from_secs(30))),
        ("huge", Says::EverMore),
        ("no JSON", Says::Bytes(ok("<html>"))),
        ("another JSON", Says::Bytes(ok("{\"translatedText\": {\"a\": 1}}"))),
        ("deep JSON", Says::Bytes(ok(&format!("{{\"translatedText\": {deep}}}")))),
        ("nothing in it", Says::Bytes(ok("{\"translatedText\": \" \\u0000 \"}"))),
        ("500", bytes("HTTP/1.1 500 No\r\ncontent-length: 2\r\n\r\nno".into())),
        ("redirect", bytes(leading)),
        ("no HTTP", bytes("\0\0\0\0\r\n\r\n".into())),
        ("hangs up", bytes(String::new())),
    ];
    let beside = format!("/words/statement/{}/beside", things["statement"]);
    let asking = [("text", "What I typed."), ("language", "ar"), ("ask_draft", "yes")];
    let before = world.contents(&[]).await["rendition"].clone();
    for (case, says) in cases {
        let server = FakeServer::saying(says);
        with_server(&mut world, &server.url, patience);
        let begun = Instant::now();
        let form = world.advisor().await.post(&beside, &asking).await;
        assert!(form.text.contains(FAILED), "{case}: {}", form.status);
        form.is(422).see("What I typed.").has_no("name=\"drafted\"");
        assert!(begun.elapsed() < Duration::from_secs(10), "{case}");
        assert_eq!(server.asked().len(), 1, "{case}");
    }
    // A port where nobody listens.
    with_server(&mut world, "http://127.0.0.1:9", patience);
    world.advisor().await.post(&beside, &asking).await.is(422).see(FAILED).see("What I typed.");
    assert_eq!(elsewhere.asked(), [] as [String; 0], "words go nowhere else");
    assert_eq!(world.contents(&[]).await["rendition"], before);
});

promise!(hostile_words_of_a_machine_are_words_and_have_an_end, |world| {
    let mut world = world;
    let things = one_of_everything(&world).await;
    let beside = format!("/words/statement/{}/beside", things["statement"]);
    let asking = [("text", "What I typed."), ("language", "ar"), ("ask_draft", "yes")];
    let server = FakeServer::translating("</textarea><script>alert(1)</script>");
    with_server(&mut world, &server.url, PATIENCE);
    let form = world.advisor().await.post(&beside, &asking).await.ok().see("What I typed.");
    form.has_no("<script>alert").see("</textarea><script>alert(1)</script>");
    let server = FakeServer::translating(&"a".repeat(10_001));
    with_server(&mut world, &server.url, PATIENCE);
    let form = world.advisor().await.post(&beside, &asking).await.is(422);
    form.see("The draft is too long to stand here.").see("What I typed.");
    // A language that is none, or the words' own, is asked of nobody; and nobody asks about what they may not see.
    for language in ["<b>", "en", ""] {
        let asking = [("text", "What I typed."), ("language", language), ("ask_draft", "yes")];
        world.advisor().await.post(&beside, &asking).await.is(422).see("What I typed.");
    }
    world.as_(&world.people.other_school_advisor).await.post(&beside, &asking).await.is(404);
    world.as_(&world.people.classmates_family).await.post(&beside, &asking).await.is(404);
    world.visitor().post(&beside, &asking).await;
    assert_eq!(server.asked().len(), 1, "{:?}", server.asked());
});
