//! Sockets, on a real server: how many there may be, what may be said over them, and when they end.

use std::time::{Duration, Instant};

use axum::body::Bytes;
use futures::{SinkExt, StreamExt};
use http::StatusCode;
use kinfolio::day::Day;
use kinfolio::id::StandInId;
use kinfolio::live::MOST_OF_A_PERSON_HERE;
use kinfolio::session;
use kinfolio::together::message::{ClientMessage, ServerMessage};
use kinfolio::together::{ClientId, LONGEST_EDIT, SharedText, one_splice};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message, protocol::frame::coding::CloseCode};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::promise;
use crate::things::one_of_everything;
use crate::world::{Visitor, World};

type Line = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A server on a door of its own.
async fn serve(world: &World) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let door = listener.local_addr().unwrap().to_string();
    tokio::spawn(axum::serve(listener, world.router.clone()).into_future());
    tokio::spawn(world.services.rooms.clone().keep_on());
    door
}

/// A line to a room, or the status that is answered instead.
async fn open(door: &str, path: &str, visitor: &Visitor<'_>) -> Result<Line, StatusCode> {
    let mut request = format!("ws://{door}{path}").into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("host", "kinfolio.test".parse().unwrap());
    headers.insert("origin", "http://kinfolio.test".parse().unwrap());
    headers.insert("cookie", visitor.cookie_header().parse().unwrap());
    match connect_async(request).await {
        Ok((line, _)) => Ok(line),
        Err(Error::Http(answer)) => Err(answer.status()),
        Err(other) => panic!("{other}"),
    }
}

/// What is heard next in a statement's room; the close code when that is the end.
async fn hear(line: &mut Line) -> Result<ServerMessage, Option<CloseCode>> {
    loop {
        let next = tokio::time::timeout(Duration::from_secs(10), line.next()).await.expect("something is heard");
        match next {
            Some(Ok(Message::Binary(bytes))) => return Ok(ServerMessage::read(&bytes).unwrap()),
            Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code)),
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return Err(None),
        }
    }
}

/// Reads on until the line ends, and gives what was heard and the code.
async fn to_the_end(line: &mut Line) -> (Vec<ServerMessage>, Option<CloseCode>) {
    let mut all = Vec::new();
    loop {
        match hear(line).await {
            Ok(heard) => all.push(heard),
            Err(code) => return (all, code),
        }
    }
}

async fn say(line: &mut Line, said: &ClientMessage) {
    let _ = line.send(Message::Binary(said.written().into())).await;
}

async fn rooms_of(world: &World) -> (String, [String; 2]) {
    let things = one_of_everything(world).await;
    let statement = things["statement"].clone();
    let rooms = [format!("/statement/{statement}/room"), format!("/conference/{}/room", things["conference"])];
    (serve(world).await, rooms)
}

promise!(nobody_has_more_lines_to_a_room_than_windows, |world| {
    let (door, rooms) = rooms_of(&world).await;
    let (family, student) = (world.family().await, world.student().await);
    for room in &rooms {
        let mut lines = Vec::new();
        for _ in 0..MOST_OF_A_PERSON_HERE {
            lines.push(open(&door, room, &family).await.unwrap());
        }
        for _ in 0..5 {
            assert_eq!(open(&door, room, &family).await.err(), Some(StatusCode::TOO_MANY_REQUESTS));
        }
        let others = open(&door, room, &student).await;
        assert!(others.is_ok(), "nobody else is kept out");
        // Whoever closes a window can open another one.
        lines.pop().unwrap().close(None).await.unwrap();
        let deadline = Instant::now() + Duration::from_secs(10);
        while open(&door, room, &family).await.is_err() {
            assert!(Instant::now() < deadline);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
});

promise!(a_line_ends_soon_after_its_session_whatever_it_is_doing, |world| {
    let (door, rooms) = rooms_of(&world).await;
    for room in &rooms {
        let family = world.family().await;
        let mut lines = Vec::new();
        for _ in 0..2 {
            lines.push(open(&door, room, &family).await.unwrap());
        }
        let mut tx = world.services.db.write().await.unwrap();
        session::end_all(&mut tx, &world.people.family.id).await.unwrap();
        tx.commit().await.unwrap();
        let ended = Instant::now();
        for line in &mut lines {
            let code = loop {
                match tokio::time::timeout(Duration::from_secs(10), line.next()).await.expect("an end") {
                    Some(Ok(Message::Close(frame))) => break frame.map(|frame| frame.code),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => break None,
                }
            };
            assert_eq!(code, Some(CloseCode::Policy));
        }
        assert!(ended.elapsed() < Duration::from_millis(2_500), "{:?}", ended.elapsed());
        assert_eq!(open(&door, room, &family).await.err(), Some(StatusCode::UNAUTHORIZED));
    }
});

promise!(a_line_of_whoever_stands_in_ends_when_that_is_over_and_when_the_lead_ends_it, |world| {
    let things = one_of_everything(&world).await;
    let (door, room) = (serve(&world).await, format!("/statement/{}/room", things["statement"]));
    let stand_in = &world.people.other_advisor;
    let here = format!("/advisory/{}/stand-in", things["advisory"]);
    let mut lead = world.lead().await;
    for ends_by_itself in [false, true] {
        assert_eq!(open(&door, &room, &world.as_(stand_in).await).await.err(), Some(StatusCode::NOT_FOUND));
        let today = Day::of(world.services.clock.now(), "America/New_York").to_string();
        let id = StandInId::new().to_string();
        let fields = [("id", id.as_str()), ("person", stand_in.id.as_str()), ("from", &today), ("until", &today)];
        lead.post(&here, &fields).await.leads_to(&here);
        let mut line = open(&door, &room, &world.as_(stand_in).await).await.unwrap();
        let begun = Instant::now();
        if ends_by_itself {
            world.services.clock.move_on(24 * 60 * 60 * 1000);
        } else {
            lead.post(&format!("/stand-in/{id}/end"), &[]).await.leads_to(&here);
        }
        assert_eq!(to_the_end(&mut line).await.1, Some(CloseCode::Policy));
        assert!(begun.elapsed() < Duration::from_millis(2_500), "{:?}", begun.elapsed());
    }
});

promise!(a_line_that_nobody_listens_to_ends_with_its_session_too, |world| {
    let (door, [room, _]) = rooms_of(&world).await;
    let (family, student) = (world.family().await, world.student().await);
    // Takes nothing of what it is told, while somebody fills the line.
    let deaf = open(&door, &room, &family).await.unwrap();
    let mut writer = open(&door, &room, &student).await.unwrap();
    let Ok(ServerMessage::Welcome { client_id, whole, .. }) = hear(&mut writer).await else { panic!("no welcome") };
    let shared = SharedText::new(ClientId(client_id));
    shared.take(&whole).unwrap();
    for number in 1..40 {
        let text = if number % 2 == 0 { "a".repeat(9_000) } else { "b".repeat(9_000) };
        let Some(edit) = shared.write(&one_splice(&shared.text(), &text)) else { continue };
        say(&mut writer, &ClientMessage::Edit { number, edit }).await;
    }
    assert_eq!(world.services.hub.connections().count(), 2);
    let mut tx = world.services.db.write().await.unwrap();
    session::end_all(&mut tx, &world.people.family.id).await.unwrap();
    tx.commit().await.unwrap();
    let deadline = Instant::now() + Duration::from_secs(4);
    while world.services.hub.connections().count() > 1 {
        assert!(Instant::now() < deadline, "they are still there");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    drop(deaf);
});

promise!(every_line_ends_when_the_program_closes_and_nothing_is_lost, |world| {
    let (door, rooms) = rooms_of(&world).await;
    let student = world.student().await;
    let mut writing = open(&door, &rooms[0], &student).await.unwrap();
    let mut following = open(&door, &rooms[1], &student).await.unwrap();
    let Ok(ServerMessage::Welcome { client_id, whole, .. }) = hear(&mut writing).await else { panic!("no welcome") };
    let shared = SharedText::new(ClientId(client_id));
    shared.take(&whole).unwrap();
    let edit = shared.write(&one_splice(&shared.text(), "The last words of the day.")).unwrap();
    say(&mut writing, &ClientMessage::Edit { number: 1, edit }).await;
    // It has arrived when it is acknowledged.
    while !matches!(hear(&mut writing).await, Ok(ServerMessage::Kept { number: 1 })) {}
    world.services.hub.close();
    assert_eq!(to_the_end(&mut writing).await.1, Some(CloseCode::Restart));
    let end = loop {
        match following.next().await {
            Some(Ok(Message::Close(frame))) => break frame.map(|frame| frame.code),
            Some(Ok(_)) => {}
            _ => break None,
        }
    };
    assert_eq!(end, Some(CloseCode::Restart));
    world.services.rooms.keep_all().await.unwrap();
    // Whoever comes while it closes is sent away again.
    if let Ok(mut late) = open(&door, &rooms[0], &student).await {
        assert_eq!(to_the_end(&mut late).await.1, Some(CloseCode::Restart));
    }
});

promise!(what_nobody_could_mean_is_not_passed_on, |world| {
    let (door, [room, conference]) = rooms_of(&world).await;
    let (family, student) = (world.family().await, world.student().await);
    let mut other = open(&door, &room, &student).await.unwrap();
    // Marks as long as an edit, again and again.
    let mut line = open(&door, &room, &family).await.unwrap();
    for _ in 0..30 {
        say(&mut line, &ClientMessage::At { mark: vec![7; LONGEST_EDIT] }).await;
    }
    to_the_end(&mut line).await;
    // More than any message has; a frame that says it will be.
    let mut line = open(&door, &room, &family).await.unwrap();
    let _ = line.send(Message::Binary(Bytes::from(vec![0; LONGEST_EDIT + 1024]))).await;
    to_the_end(&mut line).await;
    // What would have ended the program.
    let nested = [&[1, 1, 7, 0, 8, 1, 5][..], b"words", &[1], &[117, 1].repeat(5_000), &[126, 0]].concat();
    for edit in [nested, vec![0xff, 0xff, 0xff, 0xff, 0x07]] {
        let mut line = open(&door, &room, &family).await.unwrap();
        say(&mut line, &ClientMessage::Edit { number: 1, edit }).await;
        to_the_end(&mut line).await;
    }
    let mut line = open(&door, &conference, &student).await.unwrap();
    let _ = line.send(Message::Binary(Bytes::from(vec![b' '; 1_000_000]))).await;
    while matches!(line.next().await, Some(Ok(_))) {}
    // Somebody who moves without pause: the others are told where they are now and then.
    let mut line = open(&door, &room, &family).await.unwrap();
    let Ok(ServerMessage::Welcome { client_id, whole, .. }) = hear(&mut line).await else { panic!("no welcome") };
    let shared = SharedText::new(ClientId(client_id));
    shared.take(&whole).unwrap();
    let (here, there) = (shared.mark(1), shared.mark(2));
    assert_ne!(here, there);
    for _ in 0..100 {
        say(&mut line, &ClientMessage::At { mark: here.clone() }).await;
        say(&mut line, &ClientMessage::At { mark: there.clone() }).await;
    }
    say(&mut line, &ClientMessage::At { mark: shared.mark(3) }).await;
    let (mut told, last) = (0, shared.mark(3));
    loop {
        match hear(&mut other).await {
            Ok(ServerMessage::People { people }) => {
                told += 1;
                assert!(people.iter().all(|person| person.mark.len() < 30));
                if people.iter().any(|person| person.mark == last) {
                    break;
                }
            }
            Ok(_) => {}
            Err(code) => panic!("the other line ended: {code:?}"),
        }
    }
    assert!(told < 60, "{told} times");
});
