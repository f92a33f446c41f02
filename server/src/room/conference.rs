//! People who are in a conference: whoever leads it moves it, everybody is told where it is and who is there.

use axum::extract::ws::{Message, WebSocket};
use axum::response::IntoResponse;
use kinfolio::conference::Conference;
use kinfolio::conference::live::{Guest, Heard, Inside, Seat, Step};
use kinfolio::id::ConferenceId;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio_app::asking::{Asking, In, go};
use kinfolio_app::parts::Voice;
use kinfolio_app::refusal::{Answer, Refusal};

use super::{Upgrade, Welcome, wire};

/// The longest message that is read, in bytes: a step is far shorter.
const LONGEST: usize = 256;

/// `/conference/{conference}/room`: the way in.
pub async fn enter(asking: Asking, In(id): In<ConferenceId>, upgrade: Upgrade) -> Answer {
    let viewer = asking.with_cues_of(&id)?.clone();
    let mut conn = asking.read().await?;
    let (conference, student) = admitted(&mut conn, &viewer, &id).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    let Some(upgrade) = wire(&asking, upgrade)? else { return go(format!("/conference/{id}/follow")) };
    let leads = student.standing.may_at_all(Action::LeadConference);
    let visit = Visit { welcome: Welcome::of(&asking), viewer, conference, leads };
    Ok(upgrade.max_message_size(LONGEST).on_upgrade(|socket| visit.last(socket)).into_response())
}

/// The conference and its student, when whoever asks may be in it.
async fn admitted(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &ConferenceId,
) -> Result<Option<(Conference, Student)>, Refusal> {
    let Some(conference) = Conference::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let Some(student) = Student::seen_by(conn, viewer, &conference.student_id).await? else { return Ok(None) };
    Ok(student.standing.may_at_all(Action::SeeConference).then_some((conference, student)))
}

/// Somebody in a conference.
struct Visit {
    welcome: Welcome,
    viewer: Viewer,
    conference: Conference,
    leads: bool,
}

impl Visit {
    /// Lasts until one side has enough.
    async fn last(mut self, mut socket: WebSocket) {
        let guest = Guest { name: self.viewer.name.clone(), voice: Voice::of(self.viewer.role).as_str().to_owned() };
        let halls = &self.welcome.services.halls;
        match halls.enter(&self.conference.id, &self.viewer.person_id, guest).await {
            Ok(seat) => {
                if self.stay(&mut socket, seat).await.is_none() {
                    let _ = socket.send(Message::Close(None)).await;
                }
            }
            Err(error) => tracing::warn!(%error, "a conference could not be entered"),
        }
    }

    /// Passes on what is said and heard. `None` when it has ended.
    async fn stay(&mut self, socket: &mut WebSocket, mut seat: Seat) -> Option<()> {
        self.tell(socket, &seat.inside()).await?;
        loop {
            tokio::select! {
                said = socket.recv() => {
                    let said = said?.ok()?;
                    self.still_welcome().await?;
                    self.hear(said).await?;
                }
                news = seat.news() => {
                    self.still_welcome().await?;
                    self.tell(socket, &news).await?;
                }
            }
        }
    }

    /// What a device said. `None` when it is nothing that it could say here.
    async fn hear(&self, said: Message) -> Option<()> {
        match said {
            Message::Binary(bytes) if self.leads => {
                let step: Step = serde_json::from_slice(&bytes).ok()?;
                if let Err(error) = self.go(step).await {
                    tracing::warn!(?error, "a conference could not move");
                }
                Some(())
            }
            Message::Ping(_) | Message::Pong(_) => Some(()),
            Message::Binary(_) | Message::Text(_) | Message::Close(_) => None,
        }
    }

    async fn go(&self, step: Step) -> Result<(), Refusal> {
        let services = &self.welcome.services;
        let mut tx = services.db.write().await?;
        let moved = self.conference.step(&mut tx, step, services.clock.now()).await?;
        tx.commit().await?;
        if let Some(now) = moved {
            services.halls.moved(&self.conference.id, now).await?;
        }
        Ok(())
    }

    async fn tell(&self, socket: &mut WebSocket, inside: &Inside) -> Option<()> {
        let now = self.welcome.services.clock.now();
        let heard = Heard { now: inside.now.map(|known| known.shown(now)), people: inside.people() };
        super::tell(socket, serde_json::to_vec(&heard).ok()?).await
    }

    /// Asks again whether they may be here.
    async fn still_welcome(&mut self) -> Option<()> {
        let id = &self.conference.id;
        let may = async |conn: &mut Conn, viewer: &Viewer| {
            let bound_elsewhere = viewer.cues_of.as_ref().is_some_and(|cues| cues != id);
            Ok(!bound_elsewhere && admitted(conn, viewer, id).await?.is_some())
        };
        self.welcome.lasts(may).await.then_some(())
    }
}
