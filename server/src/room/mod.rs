//! Rooms over WebSockets: people who write a statement together, or are in a conference. What happens inside is
//! `kinfolio`'s; here it is put on the wire, and policy is asked again and again while it lasts.

pub mod conference;
pub mod statement;

use std::time::{Duration, Instant};

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade, rejection::WebSocketUpgradeRejection};
use kinfolio::person::Viewer;
use kinfolio::session::{self, Door};
use kinfolio::store::Conn;
use kinfolio_app::asking::Asking;
use kinfolio_app::refusal::Refusal;
use kinfolio_app::services::Services;

use crate::guard;
use crate::metrics::OpenSocket;

/// How long somebody may stay without policy being asked anew: a link that is ended ends here too.
const LEAVE: Duration = Duration::from_secs(2);

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

/// The wire for somebody who has been let in; none for whoever asks without a WebSocket, and is to be sent to the page that
/// opens one.
fn wire(asking: &Asking, upgrade: Upgrade) -> Result<Option<WebSocketUpgrade>, Refusal> {
    let Ok(upgrade) = upgrade else { return Ok(None) };
    if !guard::from_here(asking.headers(), &asking.services.settings.public_url) {
        return Err(Refusal::Foreign);
    }
    Ok(Some(upgrade))
}

/// Somebody's being welcome, which is asked again while they stay.
struct Welcome {
    services: Services,
    token: String,
    asked: Instant,
    _counted: OpenSocket,
}

impl Welcome {
    fn of(asking: &Asking) -> Self {
        let token = asking.token().unwrap_or_default().to_owned();
        Self { services: asking.services.clone(), token, asked: Instant::now(), _counted: OpenSocket::new() }
    }

    /// Whether they still may be here; trouble with asking ends the visit too.
    async fn lasts(&mut self, may: impl AsyncFnOnce(&mut Conn, &Viewer) -> Result<bool, Refusal>) -> bool {
        if self.asked.elapsed() < LEAVE {
            return true;
        }
        self.asked = Instant::now();
        let asked: Result<bool, Refusal> = async {
            let mut conn = self.services.db.read().await?;
            match session::who(&mut conn, &self.token, self.services.clock.now()).await? {
                Door::Open(viewer) => may(&mut conn, &viewer).await,
                _ => Ok(false),
            }
        }
        .await;
        asked.unwrap_or(false)
    }
}

async fn tell(socket: &mut WebSocket, words: Vec<u8>) -> Option<()> {
    socket.send(Message::Binary(words.into())).await.ok()
}
