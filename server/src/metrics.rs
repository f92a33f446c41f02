//! `/metrics`, for Prometheus and its kin: on a listener of its own, which nobody outside can reach.
//!
//! Written by hand: the text format is a line a figure, and what is counted here is little. Addresses are counted by their
//! pattern, as the log names them, so that no id or token becomes a label.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{Method, header};
use kinfolio::upload::Upload;
use kinfolio_app::services::Services;
use tokio::net::TcpListener;

/// Up to how many seconds a request took, step by step.
const STEPS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
/// How long the database may take to say what waits.
const PATIENCE: Duration = Duration::from_secs(1);

static SINCE_START: LazyLock<Figures> = LazyLock::new(Figures::default);

/// What is counted since the program started.
#[derive(Default)]
struct Figures {
    requests: Mutex<BTreeMap<(String, &'static str), Requests>>,
    sockets: AtomicI64,
}

#[derive(Default)]
struct Requests {
    by_status: BTreeMap<u16, u64>,
    /// Of each step of [`STEPS`], those that took no longer.
    within: [u64; STEPS.len()],
    seconds: f64,
    /// What they asked the database.
    statements: u64,
}

/// Counts a request: by the pattern of its address, its method and its status, how long it took, and what it asked the
/// database.
pub async fn count_requests(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", MatchedPath::as_str).to_owned();
    let method = name_of(request.method());
    let (response, statements) = kinfolio::store::counted(next.run(request)).await;
    let took = began.elapsed().as_secs_f64();
    let mut requests = SINCE_START.requests.lock().unwrap_or_else(PoisonError::into_inner);
    let counted = requests.entry((route, method)).or_default();
    *counted.by_status.entry(response.status().as_u16()).or_default() += 1;
    counted.seconds += took;
    counted.statements += statements;
    for (step, within) in STEPS.iter().zip(&mut counted.within) {
        *within += u64::from(took <= *step);
    }
    response
}

/// Methods come from outside: there are only so many labels.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// A WebSocket that is open; it is counted until this is dropped.
#[derive(Debug)]
pub struct OpenSocket(());

impl OpenSocket {
    /// One more.
    pub fn new() -> Self {
        SINCE_START.sockets.fetch_add(1, Ordering::Relaxed);
        Self(())
    }
}

impl Default for OpenSocket {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for OpenSocket {
    fn drop(&mut self) {
        SINCE_START.sockets.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Answers `/metrics` on its own listener, until the program ends.
pub async fn serve(listener: TcpListener, services: Services) -> std::io::Result<()> {
    let router = Router::new().route("/metrics", get(page)).with_state(services);
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await
}

async fn page(State(services): State<Services>) -> Response {
    let text = written(&services).await;
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

/// All figures, as Prometheus reads them.
pub async fn written(services: &Services) -> String {
    let mut text = String::new();
    gauge(&mut text, "kinfolio_build_info", "The version that runs.");
    say(&mut text, "kinfolio_build_info", &[("version", env!("CARGO_PKG_VERSION"))], 1.0);
    requests(&mut text);
    gauge(&mut text, "kinfolio_open_rooms", "Statements that somebody has open to write.");
    say(&mut text, "kinfolio_open_rooms", &[], services.rooms.count() as f64);
    gauge(&mut text, "kinfolio_open_halls", "Conferences that somebody is in.");
    say(&mut text, "kinfolio_open_halls", &[], services.halls.count() as f64);
    gauge(&mut text, "kinfolio_open_sockets", "WebSockets that are open.");
    say(&mut text, "kinfolio_open_sockets", &[], SINCE_START.sockets.load(Ordering::Relaxed) as f64);
    pools(&mut text, services);
    uploads(&mut text, services).await;
    machine(&mut text);
    text
}

fn requests(text: &mut String) {
    let requests = SINCE_START.requests.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = writeln!(text, "# HELP kinfolio_http_requests_total Requests answered.");
    let _ = writeln!(text, "# TYPE kinfolio_http_requests_total counter");
    for ((route, method), counted) in requests.iter() {
        for (status, times) in &counted.by_status {
            let labels = [("route", route.as_str()), ("method", method), ("status", &status.to_string())];
            say(text, "kinfolio_http_requests_total", &labels, *times as f64);
        }
    }
    let name = "kinfolio_database_statements_total";
    let _ = writeln!(text, "# HELP {name} What answers asked the database.");
    let _ = writeln!(text, "# TYPE {name} counter");
    for ((route, method), counted) in requests.iter() {
        say(text, name, &[("route", route.as_str()), ("method", method)], counted.statements as f64);
    }
    let name = "kinfolio_http_request_duration_seconds";
    let _ = writeln!(text, "# HELP {name} How long answers took.");
    let _ = writeln!(text, "# TYPE {name} histogram");
    for ((route, method), counted) in requests.iter() {
        let all = counted.by_status.values().sum::<u64>() as f64;
        let here = [("route", route.as_str()), ("method", *method)];
        let bucket = format!("{name}_bucket");
        for (step, within) in STEPS.iter().zip(counted.within) {
            let step = step.to_string();
            say(text, &bucket, &[here[0], here[1], ("le", &step)], within as f64);
        }
        say(text, &bucket, &[here[0], here[1], ("le", "+Inf")], all);
        say(text, &format!("{name}_sum"), &here, counted.seconds);
        say(text, &format!("{name}_count"), &here, all);
    }
}

fn pools(text: &mut String, services: &Services) {
    gauge(text, "kinfolio_database_connections", "Connections to the database, by what they do.");
    for pool in services.db.pool_use() {
        let busy = pool.open.saturating_sub(pool.idle);
        for (state, number) in [("busy", busy), ("idle", pool.idle), ("most", pool.most)] {
            let labels = [("pool", pool.name), ("state", state)];
            say(text, "kinfolio_database_connections", &labels, f64::from(number));
        }
    }
}

/// Left out while the database does not answer: the other figures are wanted most just then.
async fn uploads(text: &mut String, services: &Services) {
    let asked = async { Upload::how_many_wait(&mut services.db.read().await?).await };
    if let Ok(Ok(waiting)) = tokio::time::timeout(PATIENCE, asked).await {
        gauge(text, "kinfolio_waiting_arrivals", "Files that wait to be made ready.");
        say(text, "kinfolio_waiting_arrivals", &[], waiting as f64);
    }
}

/// Memory and open files, where the machine tells them as Linux does.
fn machine(text: &mut String) {
    let kilobytes = std::fs::read_to_string("/proc/self/status").ok().and_then(|status| {
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    });
    if let Some(kilobytes) = kilobytes {
        gauge(text, "process_resident_memory_bytes", "Memory in use.");
        say(text, "process_resident_memory_bytes", &[], kilobytes * 1024.0);
    }
    if let Ok(files) = std::fs::read_dir("/proc/self/fd") {
        gauge(text, "process_open_fds", "Open files and connections.");
        say(text, "process_open_fds", &[], files.count() as f64);
    }
}

fn gauge(text: &mut String, name: &str, help: &str) {
    let _ = writeln!(text, "# HELP {name} {help}");
    let _ = writeln!(text, "# TYPE {name} gauge");
}

fn say(text: &mut String, name: &str, labels: &[(&str, &str)], value: f64) {
    let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let labels: Vec<String> = labels.iter().map(|(label, value)| format!("{label}=\"{}\"", quoted(value))).collect();
    let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
    let _ = writeln!(text, "{name}{labels} {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_label_stays_in_it() {
        let mut text = String::new();
        say(&mut text, "figure", &[("route", "/a\"b\\c\n")], 2.0);
        assert_eq!(text, "figure{route=\"/a\\\"b\\\\c\\n\"} 2\n");
    }
}
