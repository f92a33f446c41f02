//! Connections, as they come over a network: slow ones, silent ones, too many, and how all of them end.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::body::Body;
use futures::StreamExt;
use http::Request;
use kinfolio_app::services::{Everything, Services, Settings};
use kinfolio_server::hosts::Hosts;
use kinfolio_server::listener::Doorway;
use kinfolio_server::proxies::Proxies;
use kinfolio_server::{files_open, router, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tower::ServiceExt;

use crate::things::one_of_everything;
use crate::world::World;

/// What is waited for at most, where something has to happen.
const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(300);

/// A world that listens on a real address.
struct Open {
    world: World,
    at: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<()>,
}

impl Open {
    async fn with(change: impl FnOnce(&mut Doorway)) -> Self {
        let world = World::on_sqlite().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let at = listener.local_addr().expect("its address");
        let mut doorway = Doorway::new(Hosts::at(&world.services.settings.public_url), Proxies::default());
        change(&mut doorway);
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(serve::run_at(listener, world.services.clone(), doorway, async move {
            let _ = stopped.await;
        }));
        Self { world, at, stop: Some(stop), running }
    }

    async fn line(&self) -> TcpStream {
        TcpStream::connect(self.at).await.expect("a connection")
    }

    /// Says this on a connection of its own.
    async fn says(&self, words: &str) -> TcpStream {
        let mut line = self.line().await;
        line.write_all(words.as_bytes()).await.expect("it is taken");
        line
    }

    /// Reads a page on a connection of its own, and how long that took.
    async fn reads(&self, path: &str) -> (String, Duration) {
        let began = Instant::now();
        let request = format!("GET {path} HTTP/1.1\r\nHost: kinfolio.test\r\nConnection: close\r\n\r\n");
        let mut line = self.says(&request).await;
        let mut answer = Vec::new();
        timeout(LONG, line.read_to_end(&mut answer)).await.expect("an answer in time").expect("an answer");
        (String::from_utf8_lossy(&answer).into_owned(), began.elapsed())
    }

    /// Is told to stop, and how long it took to end.
    async fn ends(&mut self) -> Duration {
        let began = Instant::now();
        let _ = self.stop.take().expect("it runs").send(());
        timeout(LONG, &mut self.running).await.expect("it ends in time").expect("it ends well");
        began.elapsed()
    }
}

/// Waits until the other side has closed.
async fn closed(line: &mut TcpStream) {
    let mut bytes = [0; 4096];
    let over = async { while line.read(&mut bytes).await.is_ok_and(|read| read > 0) {} };
    timeout(LONG, over).await.expect("the other side closes");
}

async fn answered(line: &mut TcpStream) -> String {
    let mut bytes = vec![0; 64 * 1024];
    let read = timeout(LONG, line.read(&mut bytes)).await.expect("an answer in time").expect("an answer");
    String::from_utf8_lossy(&bytes[..read]).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_that_does_not_come_whole_is_given_up() {
    let open = Open::with(|doorway| doorway.head = SHORT).await;
    closed(&mut open.line().await).await;
    let mut line = open.says("GET / HTTP/1.1\r\nX-A: ").await;
    let dripping = async {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        loop {
            tick.tick().await;
            if line.write_all(b"a").await.is_err() {
                return;
            }
        }
    };
    timeout(LONG, dripping).await.expect("a head that comes letter by letter is no head");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_is_done_is_closed_after_a_while() {
    let open = Open::with(|doorway| doorway.idle = SHORT).await;
    let mut line = open.says("GET /healthz HTTP/1.1\r\nHost: kinfolio.test\r\n\r\n").await;
    assert!(answered(&mut line).await.starts_with("HTTP/1.1 200"));
    closed(&mut line).await;
    // The head of a second request is as pressing as that of the first.
    let open = Open::with(|doorway| doorway.head = SHORT).await;
    let mut line = open.says("GET /healthz HTTP/1.1\r\nHost: kinfolio.test\r\n\r\n").await;
    assert!(answered(&mut line).await.starts_with("HTTP/1.1 200"));
    tokio::time::sleep(2 * SHORT).await;
    line.write_all(b"GET /healthz HTTP/1.1\r\nHost: kinfolio.test\r\n\r\nGE").await.expect("it waited");
    assert!(answered(&mut line).await.starts_with("HTTP/1.1 200"));
    line.write_all(b"T /hea").await.expect("it is there");
    closed(&mut line).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_does_not_read_is_not_waited_for() {
    let open = Open::with(|doorway| doorway.stall = SHORT).await;
    let mut line = open.line().await;
    let style = kinfolio_server::site::names().core_css;
    let request = format!("GET {style} HTTP/1.1\r\nHost: kinfolio.test\r\n\r\n");
    let asking = async { while line.write_all(request.as_bytes()).await.is_ok() {} };
    timeout(LONG, asking).await.expect("asking on and on, without reading, ends");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_half_open_connections_slow_nobody_down() {
    files_open::raise_limit();
    let open = Open::with(|doorway| (doorway.most, doorway.head) = (2_000, LONG)).await;
    open.reads("/sign-in").await;
    let mut half = Vec::new();
    for _ in 0..1_000 {
        half.push(open.says("POST /sign-in HTTP/1.1\r\nHost: kin").await);
    }
    let (page, took) = open.reads("/sign-in").await;
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(took < Duration::from_secs(1), "{took:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_all_places_are_taken_those_who_only_wait_make_room() {
    let proxies = || Proxies::new(vec!["127.0.0.1".parse().expect("an address")]);
    let open = Open::with(|doorway| {
        (doorway.most, doorway.head, doorway.proxies) = (3, Duration::from_secs(600), proxies());
    })
    .await;
    let mut waiting = Vec::new();
    for _ in 0..3 {
        waiting.push(open.says("GET / HT").await);
    }
    assert!(open.reads("/healthz").await.0.starts_with("HTTP/1.1 200"));
    // From one address, where it is no proxy's, come only three quarters: others still get in.
    let open = Open::with(|doorway| (doorway.most, doorway.head) = (4, Duration::from_secs(600))).await;
    let mut first = Vec::new();
    for _ in 0..3 {
        first.push(open.says("GET /healthz HTTP/1.1\r\nHost: kinfolio.test\r\n\r\n").await);
    }
    for line in &mut first {
        assert!(answered(line).await.starts_with("HTTP/1.1 200"));
    }
    closed(&mut open.line().await).await;
}

async fn socket(
    open: &Open,
    path: &str,
    cookies: &str,
) -> tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<TcpStream>> {
    let mut request = format!("ws://{}{path}", open.at).into_client_request().expect("a request");
    let headers = request.headers_mut();
    headers.insert("host", "kinfolio.test".parse().expect("a host"));
    headers.insert("cookie", cookies.parse().expect("cookies"));
    headers.insert("origin", "http://kinfolio.test".parse().expect("an origin"));
    tokio_tungstenite::connect_async(request).await.expect("a socket").0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_socket_stays_and_everything_ends_in_time_all_the_same() {
    let mut open = Open::with(|doorway| {
        (doorway.head, doorway.idle, doorway.stall, doorway.grace) = (SHORT, SHORT, SHORT, SHORT);
    })
    .await;
    let things = one_of_everything(&open.world).await;
    let conference = things["conference"].clone();
    let cookies = open.world.student().await.cookie_header();
    let mut socket = socket(&open, &format!("/conference/{conference}/room"), &cookies).await;
    assert!(socket.next().await.expect("a first word").is_ok());
    // It is still there when any other connection would be gone.
    let quiet = timeout(4 * SHORT, async { while socket.next().await.is_some_and(|said| said.is_ok()) {} }).await;
    assert!(quiet.is_err(), "nothing ends a socket");
    // A form that never comes whole, and a connection that waits.
    let form = format!(
        "POST /work/new HTTP/1.1\r\nHost: kinfolio.test\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookies}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntitle="
    );
    let mut stuck = open.says(&form).await;
    let mut idle = open.says("GET /healthz HTTP/1.1\r\nHost: kinfolio.test\r\n\r\n").await;
    assert!(answered(&mut idle).await.starts_with("HTTP/1.1 200"));
    let took = open.ends().await;
    assert!(took < Duration::from_secs(8), "{took:?}");
    closed(&mut stuck).await;
    closed(&mut idle).await;
    let over = async { while socket.next().await.is_some_and(|said| said.is_ok()) {} };
    timeout(LONG, over).await.expect("the socket is over");
    assert!(open.world.services.db.read().await.is_err(), "the database is closed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_under_way_is_finished_before_the_end() {
    let mut open = Open::with(|doorway| doorway.grace = LONG).await;
    let cookies = open.world.student().await.cookie_header();
    let body = "username=somebody&password=a+long+enough+one";
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: kinfolio.test\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookies}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        body.len()
    );
    let mut line = open.says(&head).await;
    // The form is being read now.
    assert!(answered(&mut line).await.starts_with("HTTP/1.1 100"));
    line.write_all(&body.as_bytes()[..10]).await.expect("it is taken");
    let rest = async {
        tokio::time::sleep(SHORT).await;
        line.write_all(&body.as_bytes()[10..]).await.expect("it goes on");
        answered(&mut line).await
    };
    let (answer, took) = tokio::join!(rest, open.ends());
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(took < Duration::from_secs(8), "it does not wait longer than it has to: {took:?}");
}

#[tokio::test]
async fn only_our_own_names_are_answered_to_and_https_is_remembered() {
    let world = World::on_sqlite().await;
    let asked = |router: axum::Router, host: &'static str, method: &'static str| async move {
        let request = Request::builder().method(method).uri("/sign-in").header("host", host);
        let request = request.header("origin", format!("http://{host}")).body(Body::empty()).expect("a request");
        router.oneshot(request).await.expect("an answer")
    };
    for host in ["evil.example", "kinfolio.test.evil.example", ""] {
        let answer = asked(world.router.clone(), host, "GET").await;
        assert_eq!(answer.status(), 421, "{host}");
        // A page under a name that was pointed here is no page of ours.
        assert_eq!(asked(world.router.clone(), host, "POST").await.status(), 421, "{host}");
    }
    let answer = asked(world.router.clone(), "kinfolio.test:80", "GET").await;
    assert_eq!(answer.status(), 200);
    assert!(!answer.headers().contains_key("strict-transport-security"));
    let well = Request::get("/healthz").header("host", "10.1.2.3").body(Body::empty()).expect("a request");
    assert_eq!(world.router.clone().oneshot(well).await.expect("an answer").status(), 200);

    let (services, assets) = (&world.services, kinfolio_server::site::names());
    let settings = Settings { public_url: "https://kinfolio.test".into(), ..services.settings.clone() };
    let secure = router::router(Services::new(Everything {
        db: services.db.clone(),
        media: services.media.clone(),
        clock: services.clock.clone(),
        secrets: kinfolio::secret::SecretKey::random(),
        hub: services.hub.clone(),
        rooms: services.rooms.clone(),
        halls: services.halls.clone(),
        assets,
        settings,
    }));
    let answer = asked(secure, "kinfolio.test", "GET").await;
    assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");
}
