//! Rooms over WebSockets: people who write a statement together, or are in a conference. What happens inside is
//! `kinfolio`'s; here it is put on the wire, and policy is asked again and again while it lasts.

pub mod conference;
pub mod statement;
mod wire;

use std::time::Duration;

use axum::extract::ws::{CloseFrame, WebSocketUpgrade, close_code, rejection::WebSocketUpgradeRejection};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use kinfolio::live::ConnectionSlot;
use kinfolio::person::Viewer;
use kinfolio::session::{self, SessionState};
use kinfolio::store::Conn;
use kinfolio_app::asking::{Asking, go};
use kinfolio_app::refusal::Refusal;
use kinfolio_app::services::Services;

use crate::metrics::OpenSocket;
use crate::middleware;

/// How long somebody may stay without policy being asked anew: a link that is ended ends here within two seconds.
const LEAVE: Duration = Duration::from_millis(1_500);
/// How long asking may take.
const ASKING: Duration = Duration::from_secs(5);

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

/// A way to a place for somebody who has been let in, and whose connection counts. The answer instead is for whoever asks
/// without a WebSocket, and is to be sent to the page that opens one; or has too many of them.
fn way_in(
    asking: &Asking,
    viewer: &Viewer,
    upgrade: Upgrade,
    place: &str,
    page: String,
) -> Result<Result<(WebSocketUpgrade, ConnectionSlot), Response>, Refusal> {
    let Ok(upgrade) = upgrade else { return go(page).map(Err) };
    if !middleware::is_same_origin(asking.headers(), &asking.services.settings.public_url) {
        return Err(Refusal::Foreign);
    }
    Ok(match asking.services.hub.connections().open(&viewer.person_id, place) {
        Ok(connection) => Ok((upgrade.read_buffer_size(wire::BUFFER), connection)),
        Err(_) => Err(StatusCode::TOO_MANY_REQUESTS.into_response()),
    })
}

/// Why a visit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// One side has enough.
    Left,
    /// They may not be here any more.
    NotWelcome,
    /// The program closes. Whoever wants to comes back by themselves.
    Closing,
}

impl End {
    fn frame(self) -> Option<CloseFrame> {
        let (code, reason) = match self {
            Self::Left => return None,
            Self::NotWelcome => (close_code::POLICY, "not welcome any more"),
            Self::Closing => (close_code::RESTART, "closing"),
        };
        Some(CloseFrame { code, reason: reason.into() })
    }
}

/// A place that not everybody may be in.
trait MayStay: Sync {
    /// Whether somebody may be in it now.
    fn may_stay(&self, conn: &mut Conn, viewer: &Viewer) -> impl Future<Output = Result<bool, Refusal>> + Send;
}

/// Somebody's being welcome, which is asked again while they stay.
struct Visitor {
    services: Services,
    token: String,
    _counted: OpenSocket,
}

impl Visitor {
    fn of(asking: &Asking) -> Self {
        let token = asking.token().unwrap_or_default().to_owned();
        Self { services: asking.services.clone(), token, _counted: OpenSocket::new() }
    }

    /// Lets somebody stay until one side has enough, they may not be here any more, or the program closes: whatever they are
    /// just saying or being told.
    async fn until_the_end(&self, stay: impl Future<Output = Option<()>>, place: &impl MayStay) -> End {
        let connections = self.services.hub.connections();
        let mut asked_again = connections.asked_again();
        let ends = async {
            loop {
                tokio::time::sleep(LEAVE).await;
                if !self.lasts(place).await {
                    return;
                }
            }
        };
        tokio::pin!(stay, ends);
        loop {
            tokio::select! {
                biased;
                () = connections.closed() => return End::Closing,
                // Somebody was untied, or left: until it is known that it is not this one, they are told nothing.
                Ok(()) = asked_again.changed() => if !self.lasts(place).await { return End::NotWelcome },
                () = &mut ends => return End::NotWelcome,
                _ = &mut stay => return End::Left,
            }
        }
    }

    /// Whether they still may be here; trouble with asking ends the visit too.
    async fn lasts(&self, place: &impl MayStay) -> bool {
        let asked = async {
            let mut conn = self.services.db.read().await?;
            match session::authenticate(&mut conn, &self.token, self.services.clock.now()).await? {
                SessionState::Open(viewer) => place.may_stay(&mut conn, &viewer).await,
                _ => Ok(false),
            }
        };
        matches!(tokio::time::timeout(ASKING, asked).await, Ok(Ok(true)))
    }
}
