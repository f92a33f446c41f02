//! People who write a statement together.

use std::time::Duration;

use axum::extract::ws::WebSocket;
use axum::response::IntoResponse;
use kinfolio::definition::Statement;
use kinfolio::id::StatementId;
use kinfolio::live::ConnectionSlot;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::together::message::{ClientMessage, ServerMessage};
use kinfolio::together::{News, NotTaken, Seat};
use kinfolio_app::asking::{Asking, In};
use kinfolio_app::parts::Voice;
use kinfolio_app::refusal::{Answer, Refusal};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep_until};

use super::wire::Wire;
use super::{End, MayStay, Upgrade, Visitor, way_in};

/// The longest message that is read.
const LONGEST: usize = kinfolio::together::LONGEST_EDIT + 64;

/// How often at most somebody is told who is here and where they are.
const PEOPLE: Duration = Duration::from_millis(100);
/// So many bytes of a shared text are as much work as one byte of a message.
const AS_MUCH_WORK: usize = 4;
/// How many marks that are none somebody may send before it is enough.
const MOST_BAD_MARKS: u32 = 10;

/// `/statement/{statement}/room`: the way in.
pub async fn enter(asking: Asking, In(id): In<StatementId>, upgrade: Upgrade) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    if !may_write(&mut conn, &viewer, &id).await? {
        return Err(Refusal::NotFound);
    }
    drop(conn);
    let way = way_in(&asking, &viewer, upgrade, id.as_str(), format!("/statement/{id}"))?;
    let (upgrade, _connection) = match way {
        Ok(way) => way,
        Err(answer) => return Ok(answer),
    };
    let visit = StatementVisit { visitor: Visitor::of(&asking), viewer, statement: id, _connection };
    let upgrade = upgrade.max_message_size(LONGEST).max_frame_size(LONGEST);
    Ok(upgrade.on_upgrade(|socket| visit.last(socket)).into_response())
}

/// Whether somebody may write this statement now, found through them.
async fn may_write(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> Result<bool, Refusal> {
    let Some(definition) = Statement::definition_of(conn, &viewer.school_id, id).await? else { return Ok(false) };
    let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { return Ok(false) };
    let definition = definition.looked_at_by(&viewer.person_id);
    let statements = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let here = statements.iter().find(|statement| statement.id == *id);
    let may = |section| {
        definition.takes(Action::WriteStatement) && definition.may(student.standing, Action::WriteStatement, section)
    };
    Ok(here.is_some_and(|statement| may(statement.section)))
}

/// Somebody in the room.
struct StatementVisit {
    visitor: Visitor,
    viewer: Viewer,
    statement: StatementId,
    /// Counts as long as they are here.
    _connection: ConnectionSlot,
}

impl StatementVisit {
    /// Lasts until one side has enough.
    async fn last(self, socket: WebSocket) {
        let (viewer, voice) = (&self.viewer, Voice::of(self.viewer.role).as_str());
        let rooms = &self.visitor.services.rooms;
        let entered = rooms.enter(&viewer.school_id, &self.statement, &viewer.person_id, &viewer.name, voice).await;
        let mut wire = Wire::new(socket);
        let mut seat = match entered {
            Ok(seat) => seat,
            Err(error) => {
                tracing::warn!(%error, "a room could not be entered");
                return wire.close(None, None).await;
            }
        };
        let end = self.visitor.until_the_end(stay(&mut wire, &mut seat), &self).await;
        drop(seat);
        wire.close((end == End::NotWelcome).then(|| ServerMessage::Over.written()), end.frame()).await;
    }
}

impl MayStay for StatementVisit {
    async fn may_stay(&self, conn: &mut Conn, viewer: &Viewer) -> Result<bool, Refusal> {
        may_write(conn, viewer, &self.statement).await
    }
}

/// Passes on what is said and heard. `None` when it has ended.
async fn stay(wire: &mut Wire, seat: &mut Seat) -> Option<()> {
    let (whole, seen) = seat.whole();
    tell(wire, &ServerMessage::Welcome { client_id: seat.client_id.0, seat: seat.number, whole, seen }).await?;
    if seat.is_blanked() {
        tell(wire, &ServerMessage::Blanked).await?;
    }
    tell(wire, &ServerMessage::People { people: seat.people() }).await?;
    let mut next_people = Instant::now() + PEOPLE;
    let mut bad_marks = 0;
    loop {
        // However many move, everybody is told where they are now and then.
        let people = async {
            sleep_until(next_people).await;
            seat.people.changed().await
        };
        tokio::select! {
            said = wire.next() => match ClientMessage::read(&said?).ok()? {
                ClientMessage::Edit { number, edit } => {
                    match seat.write(number, edit) {
                        Ok(()) => {}
                        Err(NotTaken::Full) => tell(wire, &ServerMessage::Full { number, seen: seat.seen() }).await?,
                        Err(NotTaken::Bad) => return None,
                    }
                    wire.charge(seat.size() / AS_MUCH_WORK);
                }
                ClientMessage::At { mark } => {
                    bad_marks += u32::from(seat.set_cursor(mark).is_err());
                    if bad_marks > MOST_BAD_MARKS {
                        return None;
                    }
                }
            },
            news = seat.news.recv() => {
                let heard = match news {
                    Ok(News::Over) => return None,
                    Ok(news) => heard(seat, news),
                    // Too far behind to be told one by one: all of it again.
                    Err(RecvError::Lagged(_)) => Some(ServerMessage::Edit { edit: seat.whole().0 }),
                    Err(RecvError::Closed) => return None,
                };
                if let Some(heard) = heard {
                    tell(wire, &heard).await?;
                }
            }
            changed = people => {
                changed.ok()?;
                next_people = Instant::now() + PEOPLE;
                tell(wire, &ServerMessage::People { people: seat.people() }).await?;
            }
        }
    }
}

/// What somebody hears of the news: not their own words, and only of their own that they are kept.
fn heard(seat: &Seat, news: News) -> Option<ServerMessage> {
    match news {
        News::Edit { by, edit } => (by != Some(seat.number)).then_some(ServerMessage::Edit { edit }),
        News::Kept { seat: whose, number } => (whose == seat.number).then_some(ServerMessage::Kept { number }),
        News::Blanked => Some(ServerMessage::Blanked),
        News::Over => None,
    }
}

async fn tell(wire: &mut Wire, heard: &ServerMessage) -> Option<()> {
    wire.tell(heard.written()).await
}
