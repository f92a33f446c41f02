//! A browser with the editor in it, as far as a server can tell.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use kinfolio::together::message::{ClientMessage, ServerMessage};
use kinfolio::together::{ClientId, SharedText, one_splice};
use kinfolio_testkit::outside::Or;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// The line to a room.
pub type Line = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A line to the room of a statement (`/statement/…`).
///
/// # Errors
/// When the server does not let in.
pub async fn line(server: &str, statement: &str, cookie: &str) -> Or<Line> {
    let mut request = format!("{}{statement}/room", server.replace("http://", "ws://")).into_client_request()?;
    request.headers_mut().insert("Cookie", cookie.parse()?);
    request.headers_mut().insert("Origin", server.parse()?);
    Ok(connect_async(request).await?.0)
}

/// Somebody who writes a statement, and comes back by themselves when the line breaks.
pub struct Window {
    server: String,
    statement: String,
    cookie: String,
    line: Option<Line>,
    shared: Option<SharedText>,
    number: u32,
}

impl Window {
    /// Somebody who is to write this statement of this server.
    pub fn of(server: &str, statement: &str, cookie: &str) -> Self {
        let (server, statement, cookie) = (server.to_owned(), statement.to_owned(), cookie.to_owned());
        Self { server, statement, cookie, line: None, shared: None, number: 0 }
    }

    /// Comes into the room, and brings along what was not heard there yet.
    ///
    /// # Errors
    /// When the server does not let in.
    pub async fn come_in(&mut self) -> Or<()> {
        let mut line = line(&self.server, &self.statement, &self.cookie).await?;
        while let Some(message) = line.next().await {
            let Ok(ServerMessage::Welcome { client_id, whole, seen, .. }) = ServerMessage::read(&message?.into_data())
            else {
                continue;
            };
            let shared = self.shared.get_or_insert_with(|| SharedText::new(ClientId(client_id)));
            shared.take(&whole)?;
            let missing = shared.missing(&seen)?;
            self.line = Some(line);
            // Two bytes say that nothing is missing.
            return if missing.len() > 2 { self.say(missing).await } else { Ok(()) };
        }
        Err("the room closed".into())
    }

    /// The same, as whoever is signed in with this cookie.
    ///
    /// # Errors
    /// When the server does not let in.
    pub async fn comes_in_as(&mut self, cookie: String) -> Or<()> {
        self.cookie = cookie;
        self.come_in().await
    }

    /// Whether there is a line, as far as anybody here has noticed.
    pub fn is_in(&self) -> bool {
        self.line.is_some()
    }

    /// Hears what is said for so long.
    pub async fn listens(&mut self, how_long: Duration) {
        let listening = async { while self.hears().await.is_ok() {} };
        if tokio::time::timeout(how_long, listening).await.is_ok() {
            self.line = None;
        }
    }

    async fn say(&mut self, edit: Vec<u8>) -> Or<()> {
        self.number += 1;
        let said = ClientMessage::Edit { number: self.number, edit };
        let line = self.line.as_mut().ok_or("the line is down")?;
        Ok(line.send(Message::Binary(said.written().into())).await?)
    }

    /// Puts these words in place of all others; they go out now, or when the line is there again.
    pub async fn writes(&mut self, words: &str) {
        let edit = self.shared.as_ref().and_then(|shared| shared.write(&one_splice(&shared.text(), words)));
        if let Some(edit) = edit
            && self.say(edit).await.is_err()
        {
            self.line = None;
        }
        if self.line.is_none() {
            let _ = self.come_in().await;
        }
    }

    /// Whether these words are all there is, before long.
    pub async fn reads(&mut self, words: &str, before: Duration) -> bool {
        let reading = async {
            while self.shared.as_ref().is_none_or(|shared| shared.text() != words) {
                if self.hears().await.is_err() {
                    self.line = None;
                    let _ = self.come_in().await;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        };
        tokio::time::timeout(before, reading).await.is_ok()
    }

    async fn hears(&mut self) -> Or<()> {
        let line = self.line.as_mut().ok_or("the line is down")?;
        let message = line.next().await.ok_or("the room closed")??;
        if let (Ok(ServerMessage::Edit { edit }), Some(shared)) =
            (ServerMessage::read(&message.into_data()), &self.shared)
        {
            shared.take(&edit)?;
        }
        Ok(())
    }
}
