//! Many rooms at once: how long a keystroke takes to the other browser.

use std::time::{Duration, Instant};

use kinfolio_testkit::outside::Or;

use futures::{SinkExt, StreamExt};
use kinfolio::together::message::{ClientMessage, ServerMessage};
use kinfolio::together::{ClientId, SharedText, one_splice};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How often somebody in a busy room types a letter.
const TYPING: Duration = Duration::from_millis(300);
/// How many keystrokes are measured.
const MEASURED: usize = 60;

/// A browser with the editor in it.
struct Window {
    line: WebSocketStream<MaybeTlsStream<TcpStream>>,
    shared: SharedText,
    written: u32,
}

impl Window {
    async fn open(server: &str, statement: &str, cookie: &str) -> Or<Self> {
        let address = format!("{}/statement/{statement}/room", server.replace("http://", "ws://"));
        let mut request = address.into_client_request()?;
        request.headers_mut().insert("Cookie", cookie.parse()?);
        request.headers_mut().insert("Origin", server.parse()?);
        let (mut line, _) = connect_async(request).await?;
        loop {
            let Some(message) = line.next().await else { return Err("the room closed".into()) };
            if let Ok(ServerMessage::Welcome { client_id, whole, .. }) = ServerMessage::read(&message?.into_data()) {
                let shared = SharedText::new(ClientId(client_id));
                shared.take(&whole)?;
                return Ok(Self { line, shared, written: 0 });
            }
        }
    }

    /// Types a letter at the end; where it gets long, the sentence begins anew.
    async fn type_a_letter(&mut self) -> Or<()> {
        let now = self.shared.text();
        let next = if now.len() > 120 { "We ".to_owned() } else { format!("{now}a") };
        if let Some(edit) = self.shared.write(&one_splice(&now, &next)) {
            self.written += 1;
            let said = ClientMessage::Edit { number: self.written, edit };
            self.line.send(Message::Binary(said.written().into())).await?;
        }
        Ok(())
    }

    /// Waits for somebody else's edit.
    async fn hear(&mut self) -> Or<()> {
        loop {
            let Some(message) = self.line.next().await else { return Err("the room closed".into()) };
            if let Ok(ServerMessage::Edit { edit }) = ServerMessage::read(&message?.into_data()) {
                self.shared.take(&edit)?;
                return Ok(());
            }
        }
    }
}

/// The median time in milliseconds from a keystroke in one window to the other, in the first of these rooms, while two
/// people type in each of the others.
pub fn keystroke(server: &str, statements: &[String], one: &str, other: &str) -> Or<f64> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let (first, busy) = statements.split_first().ok_or("there is no statement")?;
        let mut tasks = Vec::new();
        for (number, statement) in busy.iter().enumerate() {
            for cookie in [one, other] {
                let window = Window::open(server, statement, cookie).await?;
                tasks.push(tokio::spawn(keep_typing(window, number as u32)));
            }
        }
        let (mut here, mut there) =
            (Window::open(server, first, one).await?, Window::open(server, first, other).await?);
        tokio::time::sleep(TYPING * 3).await;
        let mut times = Vec::new();
        for _ in 0..MEASURED {
            let started = Instant::now();
            here.type_a_letter().await?;
            tokio::time::timeout(Duration::from_secs(10), there.hear()).await??;
            times.push(started.elapsed().as_secs_f64() * 1000.0);
            tokio::time::sleep(Duration::from_millis(47)).await;
        }
        tasks.iter().for_each(tokio::task::JoinHandle::abort);
        times.sort_by(f64::total_cmp);
        Ok(times[times.len() / 2])
    })
}

/// Types, and hears what the other one types, until it is told to stop.
async fn keep_typing(mut window: Window, number: u32) {
    // Not all at the same moment.
    tokio::time::sleep(TYPING * (number % 10) / 10).await;
    let mut beat = tokio::time::interval(TYPING);
    loop {
        tokio::select! {
            _ = beat.tick() => if window.type_a_letter().await.is_err() { return },
            heard = window.hear() => if heard.is_err() { return },
        }
    }
}
