//! People who are in a conference: whoever leads it moves it, everybody is told where it is and who is there.

use std::time::Duration;

use axum::extract::ws::WebSocket;
use axum::response::IntoResponse;
use kinfolio::conference::Conference;
use kinfolio::conference::live::{Guest, Heard, Inside, Seat, Step};
use kinfolio::id::ConferenceId;
use kinfolio::live::ConnectionSlot;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio_app::asking::{Asking, In};
use kinfolio_app::parts::Voice;
use kinfolio_app::refusal::{Answer, Refusal};

use super::wire::Wire;
use super::{MayStay, Upgrade, Visitor, way_in};

/// The longest message that is read, in bytes: a step is far shorter.
const LONGEST: usize = 256;
/// How long there is between two times that somebody is told something.
const BREATH: Duration = Duration::from_millis(20);

/// `/conference/{conference}/room`: the way in.
pub async fn enter(asking: Asking, In(id): In<ConferenceId>, upgrade: Upgrade) -> Answer {
    let viewer = asking.with_cues_of(&id)?.clone();
    let mut conn = asking.read().await?;
    let (conference, student) = admitted(&mut conn, &viewer, &id).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    let way = way_in(&asking, &viewer, upgrade, id.as_str(), format!("/conference/{id}/follow"))?;
    let (upgrade, _connection) = match way {
        Ok(way) => way,
        Err(answer) => return Ok(answer),
    };
    let leads = student.standing.may_at_all(Action::LeadConference);
    let visit = ConferenceVisit { visitor: Visitor::of(&asking), viewer, conference, leads, _connection };
    let upgrade = upgrade.max_message_size(LONGEST).max_frame_size(LONGEST);
    Ok(upgrade.on_upgrade(|socket| visit.last(socket)).into_response())
}

/// The conference and its student, when whoever asks may be in it.
async fn admitted(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &ConferenceId,
) -> Result<Option<(Conference, Student)>, Refusal> {
    let Some(conference) = Conference::find(conn, &viewer.school_id, id).await? else { return Ok(None) };
    let Some(student) = Student::seen_by(conn, viewer, &conference.student_id).await? else { return Ok(None) };
    let may = student.standing.may_at_all(Action::SeeConference) && !conference.is_called_off();
    Ok(may.then_some((conference, student)))
}

/// Somebody in a conference.
struct ConferenceVisit {
    visitor: Visitor,
    viewer: Viewer,
    conference: Conference,
    leads: bool,
    /// Counts as long as they are here.
    _connection: ConnectionSlot,
}

impl ConferenceVisit {
    /// Lasts until one side has enough.
    async fn last(self, socket: WebSocket) {
        let guest = Guest { name: self.viewer.name.clone(), voice: Voice::of(self.viewer.role).as_str().to_owned() };
        let halls = &self.visitor.services.halls;
        let mut wire = Wire::new(socket);
        let seat = match halls.enter(&self.conference.id, &self.viewer.person_id, guest).await {
            Ok(seat) => seat,
            Err(error) => {
                tracing::warn!(%error, "a conference could not be entered");
                return wire.close(None, None).await;
            }
        };
        let end = self.visitor.until_the_end(self.stay(&mut wire, seat), &self).await;
        wire.close(None, end.frame()).await;
    }

    /// Passes on what is said and heard. `None` when it has ended.
    async fn stay(&self, wire: &mut Wire, mut seat: Seat) -> Option<()> {
        self.tell(wire, &seat.inside()).await?;
        loop {
            tokio::select! {
                said = wire.next() => self.hear(&said?).await?,
                news = seat.news() => {
                    self.tell(wire, &news).await?;
                    // However many come and go, nobody is told of each.
                    tokio::time::sleep(BREATH).await;
                }
            }
        }
    }

    /// What a device said. `None` when it is nothing that it could say here.
    async fn hear(&self, said: &[u8]) -> Option<()> {
        if !self.leads {
            return None;
        }
        let step: Step = serde_json::from_slice(said).ok()?;
        if let Err(error) = self.go(step).await {
            tracing::warn!(?error, "a conference could not move");
        }
        Some(())
    }

    async fn go(&self, step: Step) -> Result<(), Refusal> {
        let services = &self.visitor.services;
        let mut tx = services.db.write().await?;
        let moved = self.conference.step(&mut tx, step, services.clock.now()).await?;
        tx.commit().await?;
        if let Some(now) = moved {
            services.halls.moved(&self.conference.id, now).await;
        }
        Ok(())
    }

    async fn tell(&self, wire: &mut Wire, inside: &Inside) -> Option<()> {
        let now = self.visitor.services.clock.now();
        let heard = Heard { now: inside.now.map(|known| known.shown(now)), people: inside.people() };
        wire.tell(serde_json::to_vec(&heard).ok()?).await
    }
}

impl MayStay for ConferenceVisit {
    async fn may_stay(&self, conn: &mut Conn, viewer: &Viewer) -> Result<bool, Refusal> {
        let id = &self.conference.id;
        let bound_elsewhere = viewer.cues_of.as_ref().is_some_and(|cues| cues != id);
        Ok(!bound_elsewhere && admitted(conn, viewer, id).await?.is_some())
    }
}
