//! No more of a form is taken than its address says, whoever sends it and however it is cut up; and its words come back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::{Body, Bytes};
use kinfolio_app::limits::Takes;
use kinfolio_server::router::routes;

use crate::promise;
use crate::things::a_jpeg;
use crate::world::{AFile, World};

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data; boundary=b";
const MB: u64 = 1024 * 1024;

/// A body that begins like this and goes on like that without an end, and how much of it was read.
fn endless(beginning: &str, on: &str) -> (Body, Arc<AtomicU64>) {
    let read = Arc::new(AtomicU64::new(0));
    let on = Bytes::from(on.repeat(64 * 1024 / on.len()));
    let pieces = std::iter::once(Bytes::from(beginning.to_owned())).chain(std::iter::repeat(on));
    let counted = read.clone();
    let pieces = pieces.map(move |piece| {
        counted.fetch_add(piece.len() as u64, Ordering::Relaxed);
        Ok::<_, std::io::Error>(piece)
    });
    (Body::from_stream(futures::stream::iter(pieces)), read)
}

fn part(name: &str, value: &str) -> String {
    format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

promise!(no_door_reads_without_an_end, |world| {
    let (mut asked, id) = (0, kinfolio::id::WorkId::new().to_string());
    for door in routes().into_iter().filter(|door| door.posting.is_some()) {
        // Things that are not there are asked for: the form is looked at first.
        let path = door.path.replace("{section}", "values").replace("{number}", "1").replace("{width}", "320");
        let path: Vec<_> = path.split('/').map(|part| if part.starts_with('{') { id.as_str() } else { part }).collect();
        let path = path.join("/");
        let (body, read) = endless("", "a=1&");
        let answer = world.visitor().send_body(&path, URLENCODED, body).await;
        let status = answer.status.as_u16();
        let (read, most) = (read.load(Ordering::Relaxed), door.takes.whole_body().min(18 * MB));
        assert!(matches!(status, 401 | 404 | 413) || read == 0, "{path} answers {status}");
        // A piece more than is taken is looked at before it is known to be one.
        assert!(read <= most + 256 * 1024, "{path} read {read}");
        asked += 1;
        if door.takes == Takes::Piece {
            assert!(read <= 256 * 1024, "nobody's piece of a file was read: {read}");
        }
    }
    assert!(asked > 90, "{asked}");
    assert_eq!(world.services.waiting_room().words_of_strangers.held(), 0);
});

promise!(names_and_headers_count_and_fields_are_counted, |world| {
    let mut student = world.student().await;
    let head = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nX-";
    let tiny = part("a", "");
    for (kind, beginning, on, most) in [
        (URLENCODED, "", "aaaaaaaa", 18 * MB),
        (URLENCODED, "", "a&", 18 * MB),
        (MULTIPART, "--b\r\nContent-Disposition: form-data; name=\"", "aaaaaaaa", 2 * 256 * 1024),
        (MULTIPART, head, "a: a\r\nX-", 2 * 256 * 1024),
        (MULTIPART, "", "no boundary ever ", 2 * 256 * 1024),
        (MULTIPART, "", tiny.as_str(), 2 * MB),
    ] {
        for nobody in [true, false] {
            for path in ["/sign-in", "/work/new", "/set-up", "/language", "/grant"] {
                let mut nobody_known = world.visitor();
                let who = if nobody { &mut nobody_known } else { &mut student };
                let (body, read) = endless(beginning, on);
                let answer = who.send_body(path, kind, body).await;
                let (status, read) = (answer.status.as_u16(), read.load(Ordering::Relaxed));
                assert!(matches!(status, 400 | 401 | 404 | 413), "{path} answers {status} to {beginning:?} {on:?}");
                assert!(read <= most + 256 * 1024, "{path} read {read} of {beginning:?} {on:?}");
            }
        }
    }
    let room = world.services.waiting_room();
    assert_eq!((room.words.held(), room.words_of_strangers.held()), (0, 0));
});

promise!(what_was_typed_before_too_much_comes_back, |world| {
    let mut student = world.student().await;
    let words = "A bridge of sticks and string, and why it held.";
    let body = part("text", words) + &part(&"n".repeat(3 * MB as usize), "") + "--b--\r\n";
    student.send_body("/work/new", MULTIPART, Body::from(body)).await.is(413).see(words);
    let long = format!("{words} {}", "So long. ".repeat(300_000));
    let body = part("title", "It held up well") + &part("text", &long) + "--b--\r\n";
    student.send_body("/work/new", MULTIPART, Body::from(body)).await.is(413).see("It held up well").see(words);
});

promise!(files_of_nobody_touch_no_disk_and_their_words_wait_for_whoever_signs_in, |world| {
    // Where nothing can be written, nothing is.
    std::fs::remove_dir_all(&world.services.settings.waiting_room).expect("the folder goes");
    let mut student = world.student().await;
    student.forget_session();
    let photo = AFile { field: "pictures", name: "photo.jpg", bytes: &vec![7; 3 * MB as usize] };
    let mut body = part("title", "My bridge").into_bytes();
    body.extend(b"--b\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"photo.jpg\"\r\n\r\n");
    body.extend(photo.bytes);
    body.extend(b"\r\n");
    body.extend(part("text", "The words that came after the photo").bytes());
    body.extend(b"--b--\r\n");
    student
        .send_body("/work/new", MULTIPART, Body::from(body))
        .await
        .is(401)
        .see("The words that came after the photo");
    // Also as many words as the longest work has are carried through the sign-in form itself.
    let longest = "مهما طال ".repeat(11_000);
    let answer = student.post_files("/work/new", &[("title", "طويل"), ("text", &longest)], &[]).await.is(401);
    let kept = answer.hidden("kept").expect("words are carried along");
    let wrong = [("username", "marisol"), ("password", "not this one"), ("kept", &kept), ("then", "/work/new")];
    let again = student.post_files("/sign-in", &wrong, &[]).await.is(422);
    assert_eq!(again.hidden("kept").expect("they are carried on"), kept);
});

promise!(files_on_their_way_share_one_room, |world| {
    let mut student = world.student().await;
    let room = world.services.waiting_room().files.clone();
    let others: Vec<_> = ["a", "b", "c", "d"]
        .map(|name| {
            let mut share = room.share(name);
            assert!(share.hold(1024 * MB));
            share
        })
        .into();
    let photo = a_jpeg(200, 100);
    let files = [AFile { field: "pictures", name: "bridge.jpg", bytes: &photo }];
    let form = student.get("/work/new").await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("title", "A bridge that held"), ("language", "en")];
    student.post_files("/work/new", &fields, &files).await.is(507).see("A bridge that held");
    assert_eq!(waiting(&world), 0);
    drop(others);
    let answer = student.post_files("/work/new", &fields, &files).await;
    assert_ne!(answer.status, 507);
    assert_eq!((room.held(), waiting(&world)), (0, 0), "what is done holds nothing");
});

/// How many files wait on disk.
fn waiting(world: &World) -> usize {
    std::fs::read_dir(&world.services.settings.waiting_room).expect("the folder").count()
}
