//! People who write a statement together.

use axum::extract::ws::{Message, WebSocket};
use axum::response::IntoResponse;
use kinfolio::definition::Statement;
use kinfolio::id::StatementId;
use kinfolio::person::{Student, Viewer};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::together::note::{Heard, Said};
use kinfolio::together::{News, NotTaken, Seat};
use kinfolio_app::asking::{Asking, In, go};
use kinfolio_app::parts::Voice;
use kinfolio_app::refusal::{Answer, Refusal};
use tokio::sync::broadcast::error::RecvError;

use super::{Upgrade, Welcome, wire};

/// The longest message that is read.
const LONGEST: usize = kinfolio::together::LONGEST_EDIT + 64;

/// `/statement/{statement}/room`: the way in.
pub async fn enter(asking: Asking, In(id): In<StatementId>, upgrade: Upgrade) -> Answer {
    let viewer = asking.viewer()?.clone();
    let mut conn = asking.read().await?;
    if !may_write(&mut conn, &viewer, &id).await? {
        return Err(Refusal::NotFound);
    }
    drop(conn);
    let Some(upgrade) = wire(&asking, upgrade)? else { return go(format!("/statement/{id}")) };
    let visit = Visit { welcome: Welcome::of(&asking), viewer, statement: id };
    Ok(upgrade.max_message_size(LONGEST).on_upgrade(|socket| visit.last(socket)).into_response())
}

/// Whether somebody may write this statement now, found through them.
async fn may_write(conn: &mut Conn, viewer: &Viewer, id: &StatementId) -> Result<bool, Refusal> {
    let Some(definition) = Statement::definition_of(conn, &viewer.school_id, id).await? else { return Ok(false) };
    let Some(student) = Student::seen_by(conn, viewer, &definition.student_id).await? else { return Ok(false) };
    let definition = definition.looked_at_by(&viewer.person_id);
    let statements = Statement::all_of_definition(conn, &definition, student.standing).await?;
    let here = statements.iter().find(|statement| statement.id == *id);
    let may = |section| {
        definition.takes(Action::WriteStatement) && definition.lets(student.standing, Action::WriteStatement, section)
    };
    Ok(here.is_some_and(|statement| may(statement.section)))
}

/// Somebody in the room.
struct Visit {
    welcome: Welcome,
    viewer: Viewer,
    statement: StatementId,
}

impl Visit {
    /// Lasts until one side has enough.
    async fn last(mut self, mut socket: WebSocket) {
        let (viewer, voice) = (&self.viewer, Voice::of(self.viewer.role).as_str());
        let rooms = &self.welcome.services.rooms;
        let entered = rooms.enter(&viewer.school_id, &self.statement, &viewer.person_id, &viewer.name, voice).await;
        match entered {
            Ok(seat) => {
                if self.stay(&mut socket, seat).await.is_none() {
                    let _ = socket.send(Message::Close(None)).await;
                }
            }
            Err(error) => tracing::warn!(%error, "a room could not be entered"),
        }
    }

    /// Passes on what is said and heard. `None` when it has ended.
    async fn stay(&mut self, socket: &mut WebSocket, mut seat: Seat) -> Option<()> {
        let (whole, seen) = seat.whole();
        tell(socket, &Heard::Welcome { pen: seat.pen.0, seat: seat.number, whole, seen }).await?;
        tell(socket, &Heard::People { people: seat.people() }).await?;
        loop {
            tokio::select! {
                said = socket.recv() => {
                    let said = said?.ok()?;
                    self.still_welcome(socket).await?;
                    if let Some(answer) = self.hear(&seat, said)? {
                        tell(socket, &answer).await?;
                    }
                }
                news = seat.news.recv() => {
                    self.still_welcome(socket).await?;
                    let heard = match news {
                        Ok(news) => heard(&seat, news),
                        // Too far behind to be told one by one: all of it again.
                        Err(RecvError::Lagged(_)) => Some(Heard::Edit { edit: seat.whole().0 }),
                        Err(RecvError::Closed) => return None,
                    };
                    if let Some(heard) = heard {
                        tell(socket, &heard).await?;
                    }
                }
            }
        }
    }

    /// What a browser said, and what there is to answer at once. `None` when it is nothing that a browser of ours would say.
    fn hear(&self, seat: &Seat, said: Message) -> Option<Option<Heard>> {
        match said {
            Message::Binary(bytes) => match Said::read(&bytes).ok()? {
                Said::Edit { number, edit } => match seat.write(number, edit) {
                    Ok(()) => Some(None),
                    Err(NotTaken::Full) => Some(Some(Heard::Full { number, seen: seat.seen() })),
                    Err(NotTaken::Bad) => None,
                },
                Said::At { mark } => {
                    seat.stand_at(mark);
                    Some(None)
                }
            },
            Message::Ping(_) | Message::Pong(_) => Some(None),
            Message::Text(_) | Message::Close(_) => None,
        }
    }

    /// Asks again whether they may be here. `None`, and a last word, when not.
    async fn still_welcome(&mut self, socket: &mut WebSocket) -> Option<()> {
        let statement = &self.statement;
        if self.welcome.lasts(async |conn, viewer| may_write(conn, viewer, statement).await).await {
            return Some(());
        }
        tell(socket, &Heard::Over).await;
        None
    }
}

/// What somebody hears of the news: not their own words, and only of their own that they are kept.
fn heard(seat: &Seat, news: News) -> Option<Heard> {
    match news {
        News::Edit { by, edit } => (by != Some(seat.number)).then_some(Heard::Edit { edit }),
        News::Kept { seat: whose, number } => (whose == seat.number).then_some(Heard::Kept { number }),
        News::People(people) => Some(Heard::People { people }),
    }
}

async fn tell(socket: &mut WebSocket, heard: &Heard) -> Option<()> {
    super::tell(socket, heard.written()).await
}
