//! Files that come to a work piece by piece: nothing that came is lost, nothing comes twice, and nobody else sees any of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kinfolio::arrival::{Arrival, ArrivalState, MB, WAITS_DAYS};
use kinfolio::store::run;

use super::Written;
use crate::promise;
use crate::things::{a_jpeg, a_pdf, a_wav};
use crate::world::{AFile, Page, Visitor, World};

/// Says that a file wants to come, and gives where its pieces go.
async fn expect(who: &mut Visitor<'_>, work: &Written, name: &str, size: usize) -> String {
    let page = announce(who, work, name, size as i64).await.is(201);
    page.header("location").expect("an address").to_owned()
}

async fn announce(who: &mut Visitor<'_>, work: &Written, name: &str, size: i64) -> Page {
    let (size, name) = (size.to_string(), format!("filename {}", STANDARD.encode(name)));
    let headers = [("tus-resumable", "1.0.0"), ("upload-length", size.as_str()), ("upload-metadata", name.as_str())];
    who.send_bytes("POST", &work.at("arrival"), &headers, b"").await
}

async fn piece(who: &mut Visitor<'_>, address: &str, from: usize, bytes: &[u8]) -> Page {
    let from = from.to_string();
    let headers = [("content-type", "application/offset+octet-stream"), ("upload-offset", from.as_str())];
    who.send_bytes("PATCH", address, &headers, bytes).await
}

async fn make_ready(world: &World) -> Option<Arrival> {
    let services = &world.services;
    Arrival::make_next_ready(&services.db, &services.media, services.clock.now()).await.expect("it is looked at")
}

fn offset(page: &Page) -> &str {
    page.header("upload-offset").expect("an offset")
}

promise!(a_file_comes_in_pieces_and_goes_on_where_it_stopped, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let sound = a_wav(500);
    let address = expect(&mut student, &work, "tambor de abuelo.wav", sound.len()).await;
    piece(&mut student, &address, 0, &sound[..3000]).await.is(204);
    // The line breaks; the device asks where it was.
    let page = student.send_bytes("HEAD", &address, &[], b"").await.is(200);
    assert_eq!((offset(&page), page.header("upload-length")), ("3000", Some(sound.len().to_string().as_str())));
    student.get(&work.at("edit")).await.ok().see("tambor de abuelo.wav").see("Choose the same file again");
    // What came already does not come again, and nothing is left out.
    for wrong in [0, 2999, 3001, 1_000_000] {
        let refused = piece(&mut student, &address, wrong, &sound[3000..]).await.is(409);
        assert_eq!(offset(&refused), "3000");
    }
    assert!(make_ready(&world).await.is_none(), "it is not all here");
    piece(&mut student, &address, 3000, &sound[3000..]).await.is(204);
    student.get(&address).await.ok().see("waiting");
    piece(&mut student, &address, sound.len(), b"more").await.is(409);
    let ready = make_ready(&world).await.expect("it is made ready");
    assert_eq!(ready.state, ArrivalState::Done);
    student.get(&address).await.ok().see(&format!("done {}", ready.outcome));
    assert!(make_ready(&world).await.is_none(), "once is enough");
    let page = student.get(&work.page()).await.ok().has("<audio").has(&format!("/file/{}", ready.outcome));
    assert_eq!(page.text.matches("<audio").count(), 1);
    let heard = student.get_with(&format!("/file/{}", ready.outcome), &[("range", "bytes=0-3")]).await.is(206);
    assert_eq!(heard.bytes, b"RIFF");
});

promise!(more_than_was_announced_is_not_taken, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum");
    let address = expect(&mut student, &work, "a.wav", 10).await;
    let page = piece(&mut student, &address, 0, &[7; 25]).await.is(400);
    assert_eq!(offset(&page), "10");
    for size in ["", "0", "-1", "many", "99999999999999999999"] {
        student.send_bytes("POST", &work.at("arrival"), &[("upload-length", size)], b"").await.is(400);
    }
});

promise!(what_cannot_be_opened_says_so_on_the_work_and_stays_its_authors, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let junk = b"\x00\x01 <script>alert(1)</script>";
    let address = expect(&mut student, &work, "<b>song</b>.xyz", junk.len()).await;
    piece(&mut student, &address, 0, junk).await.is(204);
    assert_eq!(make_ready(&world).await.expect("it is looked at").state, ArrivalState::Failed);
    let page = student.get(&work.at("edit")).await.ok().see("<b>song</b>.xyz").see("We could not open this file");
    page.has_no("<b>song").has_no("<script>alert");
    let original = student.get(&format!("{address}/original")).await.ok();
    assert_eq!(original.bytes, junk);
    assert!(original.header("content-disposition").is_some_and(|how| how.starts_with("attachment;")));
    assert_eq!(original.header("content-type"), Some("application/octet-stream"));
    for other in [&world.people.advisor, &world.people.family, &world.people.classmate] {
        let mut other = world.as_(other).await;
        let answers = [
            other.get(&address).await,
            other.get(&format!("{address}/original")).await,
            other.send_bytes("DELETE", &address, &[], b"").await,
            piece(&mut other, &address, 0, b"mine").await,
        ];
        assert!(answers.iter().all(|answer| matches!(answer.status.as_u16(), 403 | 404)));
    }
    student.post(&format!("{address}/forget"), &[]).await.leads_to(&work.at("edit"));
    student.get(&format!("{address}/original")).await.is(404);
    student.get(&work.at("edit")).await.ok().dont_see("song");
});

promise!(a_picture_a_document_and_words_that_arrive_become_what_they_are, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let (picture, document) = (a_jpeg(300, 200), a_pdf());
    for bytes in [&picture[..], &document, "Así medimos la sombra.".as_bytes()] {
        // Whatever it is called.
        let address = expect(&mut student, &work, "video.mp4", bytes.len()).await;
        piece(&mut student, &address, 0, bytes).await.is(204);
        assert_eq!(make_ready(&world).await.map(|arrival| arrival.state), Some(ArrivalState::Done));
    }
    let page = student.get(&work.page()).await.ok().has("/picture/").has("/document/").see("Read");
    let drawn = page.link("/document/").expect("a page");
    let (mut family, words) = (world.family().await, page.link("/file/").expect("the words"));
    assert!(family.get(&drawn).await.ok().bytes.starts_with(&[0xFF, 0xD8]));
    let read = family.get(&words).await.ok();
    assert_eq!(read.header("content-type"), Some("text/plain; charset=utf-8"));
    // Nobody but the student gets a document itself: something in it might run.
    let id = drawn.split('/').nth(2).expect("an id").to_owned();
    family.get(&format!("/file/{id}")).await.is(404);
    assert_eq!(student.get(&format!("/file/{id}")).await.ok().header("content-type"), Some("application/octet-stream"));
    family.get(&format!("/document/{id}/2/320")).await.is(404);
    world.as_(&world.people.classmates_family).await.get(&drawn).await.is(404);
});

promise!(a_file_for_which_there_is_no_room_is_told_with_figures, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench");
    let page = announce(&mut student, &work, "film.mp4", 3000 * MB).await.is(413);
    page.see("“film.mp4”").see("2\u{202F}048");
    announce(&mut student, &work, "film.mp4", 2048 * MB).await.is(201);
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(&mut tx, "UPDATE school SET student_mb = $1", 2050_i64).expect("less room");
    tx.commit().await.expect("it is kept");
    let page = announce(&mut student, &work, "film.mp4", 3 * MB).await.is(413);
    page.see("All your files together can have 2\u{202F}050 MB, and 2 MB are left");
    announce(&mut student, &work, "film.mp4", 2 * MB).await.is(201);
});

promise!(what_does_not_come_on_is_forgotten_after_a_week, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench");
    let address = expect(&mut student, &work, "film.mp4", 100).await;
    piece(&mut student, &address, 0, b"ftyp").await.is(204);
    let sweep = async || {
        let mut tx = world.services.db.write().await.expect("a transaction");
        let gone = Arrival::sweep(&mut tx, world.services.clock.now()).await.expect("a sweep");
        tx.commit().await.expect("it is kept");
        gone.len()
    };
    assert_eq!(sweep().await, 0);
    world.services.clock.move_on((WAITS_DAYS + 1) * 24 * 60 * 60 * 1000);
    assert_eq!(sweep().await, 1);
    world.student().await.get(&address).await.is(404);
});

promise!(what_one_program_began_to_make_ready_another_one_ends, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum");
    let sound = a_wav(100);
    let address = expect(&mut student, &work, "a.wav", sound.len()).await;
    piece(&mut student, &address, 0, &sound).await.is(204);
    // Somebody took it on, and was ended.
    let now = world.services.clock.now();
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(&mut tx, "UPDATE arrival SET taken_until = $1", now.0 + 60_000).expect("it is taken on");
    tx.commit().await.expect("it is kept");
    assert!(make_ready(&world).await.is_none(), "it is in somebody's hands");
    world.services.clock.move_on(61_000);
    assert_eq!(make_ready(&world).await.map(|arrival| arrival.state), Some(ArrivalState::Done));
});

promise!(captions_are_read_along_by_whoever_sees_the_work, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum").with("keep", "yes");
    let sound = a_wav(300);
    let files = [AFile { field: "pictures", name: "drum.wav", bytes: &sound }];
    student.post_files("/work/new", &work.fields(), &files).await.leads_to(&work.page());
    let file = student.get(&work.page()).await.ok().link("/file/").expect("the sound");
    let captions = format!("{file}/captions");
    for wrong in ["no times here", "a --> b"] {
        student.post(&captions, &[("language", "es"), ("text", wrong)]).await.is(422);
    }
    student.post(&captions, &[("language", "klingon?"), ("text", "x")]).await.is(422);
    let srt = "1\r\n00:00:00,100 --> 00:00:00,200\r\nEl <b>tambor</b> de mi abuelo\r\n".as_bytes();
    let files = [AFile { field: "captions", name: "c.srt", bytes: srt }];
    student.post_files(&captions, &[("language", "es"), ("text", "")], &files).await.leads_to(&work.page());
    let track = format!("{file}/caption/es");
    student.get(&work.page()).await.ok().has("<track").has(&track);
    let read = world.family().await.get(&track).await.ok();
    assert_eq!(read.header("content-type"), Some("text/vtt; charset=utf-8"));
    assert!(read.text.starts_with("WEBVTT") && read.text.contains("00:00:00.100 --> 00:00:00.200"));
    for other in [&world.people.classmates_family, &world.people.other_school_family] {
        world.as_(other).await.get(&track).await.is(404);
    }
    world.advisor().await.post(&captions, &[("language", "es"), ("text", "")]).await.is(404);
    student.post(&captions, &[("language", "es"), ("text", "")]).await.leads_to(&work.page());
    student.get(&track).await.is(404);
});
