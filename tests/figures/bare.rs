//! The least that a page of this size could cost: axum and sqlx alone, the same statements, and a page that is finished
//! already. The bench starts itself anew for it, so that it stands on a core of its own like the school does.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as InAddress, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kinfolio::at::Clock;
use kinfolio::id::PersonId;
use kinfolio::person::Student;
use kinfolio::portfolio::Portfolio;
use kinfolio::session::{self, SessionState};
use kinfolio::store::{Db, counted};
use kinfolio_testkit::outside::Or;

/// The word that makes the bench this server.
pub const BARE: &str = "bare";

/// The bare server, on core 0; it ends when this is dropped.
pub struct Bare {
    process: Child,
    pub address: String,
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Bare {
    /// Serves a page of so many bytes at `/student/{student}/portfolio`, from the database in this file.
    pub fn open(database: &Path, bytes: usize) -> Or<Self> {
        let mut bench = Command::new("taskset");
        bench.args(["-c", "0"]).arg(std::env::current_exe()?).arg(BARE).arg(database).arg(bytes.to_string());
        let mut process = bench.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().ok_or("it says nothing")?).read_line(&mut line)?;
        Ok(Self { process, address: line.trim().to_owned() })
    }
}

#[derive(Clone)]
struct Everything {
    db: Db,
    cookie: &'static str,
    page: Arc<str>,
}

/// Runs until it is killed.
pub fn serve(database: &str, bytes: &str) -> Or<()> {
    let page = "a".repeat(bytes.parse()?).into();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let all = Everything { db: Db::in_file(Path::new(database)).await?, cookie: "kinfolio", page };
        let router = Router::new().route("/student/{student}/portfolio", get(portfolio)).with_state(all);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        Ok(axum::serve(listener, router).await?)
    })
}

async fn portfolio(State(all): State<Everything>, InAddress(id): InAddress<PersonId>, headers: HeaderMap) -> Response {
    let (read, statements) = counted(read(&all, &id, &headers)).await;
    match read {
        Ok(()) => {
            let head = [(header::CONTENT_TYPE, "text/html"), (header::CACHE_CONTROL, "no-store")];
            (head, [("x-statements", statements.to_string())], all.page.to_string()).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// What the page of a portfolio asks the database, from who is there to the last shelf.
async fn read(all: &Everything, id: &PersonId, headers: &HeaderMap) -> Or<()> {
    let cookies = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = cookies.split(';').filter_map(|pair| pair.trim().split_once('=')).find(|(name, _)| *name == all.cookie);
    let (_, token) = token.ok_or("there is no cookie")?;
    let mut conn = all.db.read().await?;
    let now = Clock::default().now();
    let SessionState::Open(viewer) = session::authenticate(&mut conn, token, now).await? else {
        return Err("nobody is in".into());
    };
    let student = Student::seen_by(&mut conn, &viewer, id).await?.ok_or("there is no such student")?;
    Portfolio::seen(&mut conn, &student).await?;
    Ok(())
}
