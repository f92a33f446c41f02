//! Files that come to a work piece by piece: nothing that came is lost, nothing comes twice, and nobody else sees any of it.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kinfolio::media::{Drawer, MediaStore, Queue};
use kinfolio::quota::MB;
use kinfolio::store::run;
use kinfolio::upload::{Upload, UploadFailure, UploadState, UploadWorker, WAITS_DAYS};

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

async fn make_ready(world: &World) -> Option<Upload> {
    for queue in [Queue::Documents, Queue::Others] {
        if let Some(made) =
            make_queue_ready(world, &world.services.media, &UploadWorker::on(&world.services.db), queue).await
        {
            return Some(made);
        }
    }
    None
}

async fn make_queue_ready(world: &World, media: &MediaStore, worker: &UploadWorker, queue: Queue) -> Option<Upload> {
    let services = &world.services;
    Upload::make_next_ready(&services.db, media, worker, queue, services.clock.now()).await.expect("it is looked at")
}

/// Sends all of a file, and gives where it is.
async fn send(who: &mut Visitor<'_>, work: &Written, name: &str, bytes: &[u8]) -> String {
    let address = expect(who, work, name, bytes.len()).await;
    piece(who, &address, 0, bytes).await.is(204);
    address
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
    assert_eq!(ready.state, UploadState::Done);
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
    assert_eq!(make_ready(&world).await.expect("it is looked at").state, UploadState::Failed);
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
        assert_eq!(make_ready(&world).await.map(|upload| upload.state), Some(UploadState::Done));
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

const HOUR: i64 = 60 * 60 * 1000;
const TEN_YEARS: i64 = 3652 * 24 * HOUR;

/// What a server does that has been running for one more hour.
async fn an_hour_passes(world: &World) -> usize {
    world.services.clock.move_on(HOUR);
    look_for_idle_ones(world).await
}

async fn look_for_idle_ones(world: &World) -> usize {
    let mut tx = world.services.db.write().await.expect("a transaction");
    let gone = Upload::sweep(&mut tx, world.services.clock.now()).await.expect("a sweep");
    tx.commit().await.expect("it is kept");
    gone.len()
}

promise!(what_does_not_come_on_is_forgotten_after_a_week, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench");
    let address = expect(&mut student, &work, "film.mp4", 100).await;
    piece(&mut student, &address, 0, b"ftyp").await.is(204);
    for _ in 1..WAITS_DAYS * 24 {
        assert_eq!(an_hour_passes(&world).await, 0);
        // Another server on the same database looks too.
        assert_eq!(look_for_idle_ones(&world).await, 0);
    }
    assert_eq!(an_hour_passes(&world).await + an_hour_passes(&world).await, 1);
    world.student().await.get(&address).await.is(404);
});

promise!(a_wrong_clock_forgets_no_file_that_is_on_its_way, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let sound = a_wav(500);
    let address = expect(&mut student, &work, "a.wav", sound.len()).await;
    piece(&mut student, &address, 0, &sound[..3000]).await.is(204);
    for _ in 0..3 {
        // The server starts with a clock that is ten years ahead, then with one that is ten years behind, then with the right
        // one; it runs for a day each time.
        for wrong in [TEN_YEARS, -2 * TEN_YEARS, TEN_YEARS] {
            world.services.clock.move_on(wrong);
            for _ in 0..18 {
                assert_eq!(an_hour_passes(&world).await, 0, "a clock that is {wrong} off");
            }
        }
    }
    let mut student = world.student().await;
    student.get(&address).await.ok().see("coming");
    piece(&mut student, &address, 3000, &sound[3000..]).await.is(204);
    assert_eq!(make_ready(&world).await.map(|upload| upload.state), Some(UploadState::Done));
    // While its clock is wrong, it still forgets what nobody sends.
    expect(&mut student, &work, "b.wav", 100).await;
    world.services.clock.move_on(-TEN_YEARS);
    let mut hours = 0;
    while an_hour_passes(&world).await == 0 || hours < WAITS_DAYS * 24 - 1 {
        hours += 1;
        assert!(hours <= WAITS_DAYS * 24, "it is never forgotten");
    }
});

promise!(what_one_program_began_to_make_ready_another_one_ends, |world| {
    let mut student = world.student().await;
    let work = Written::new("Drum");
    send(&mut student, &work, "a.wav", &a_wav(100)).await;
    begin_and_be_ended(&world, Queue::Others, "another start").await;
    let media = &world.services.media;
    // One of several sees whether it still lives.
    let patient = UploadWorker::with_patience(Duration::from_secs(3600));
    assert!(make_queue_ready(&world, media, &patient, Queue::Others).await.is_none(), "it is in somebody's hands");
    assert!(make_queue_ready(&world, media, &patient, Queue::Others).await.is_none(), "it is in somebody's hands");
    world.services.clock.move_on(TEN_YEARS);
    assert!(make_queue_ready(&world, media, &patient, Queue::Others).await.is_none(), "whatever a clock says");
    let less = UploadWorker::with_patience(Duration::from_nanos(1));
    let mut made = None;
    for _ in 0..2 {
        made = made.or(make_queue_ready(&world, media, &less, Queue::Others).await);
    }
    assert_eq!(made.map(|upload| upload.state), Some(UploadState::Done), "it did not move on");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_only_server_goes_on_at_once_with_what_it_began_before_it_was_killed() {
    let world = World::on_sqlite().await;
    let mut student = world.student().await;
    send(&mut student, &Written::new("Drum"), "a.wav", &a_wav(100)).await;
    begin_and_be_ended(&world, Queue::Others, "the start before").await;
    assert_eq!(make_ready(&world).await.map(|upload| upload.state), Some(UploadState::Done));
}

/// As if a program had taken on what waits in a queue, and was killed.
async fn begin_and_be_ended(world: &World, queue: Queue, start: &str) {
    let queue = if queue == Queue::Documents { "document" } else { "other" };
    let mut tx = world.services.db.write().await.expect("a transaction");
    let taken = run!(
        &mut tx,
        "UPDATE arrival SET lane = $1, taken_by = $2, beat = beat + 1, tries = tries + 1 WHERE state = 'waiting'",
        queue,
        start
    );
    assert_eq!(taken.expect("it is taken on"), 1);
    tx.commit().await.expect("it is kept");
}

promise!(a_document_that_ends_programs_comes_back_twice_and_not_for_ever, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let document = a_pdf();
    let address = send(&mut student, &work, "<b>shadow</b>.pdf", &document).await;
    for start in ["first", "second"] {
        student.get(&address).await.ok().see("waiting");
        begin_and_be_ended(&world, Queue::Documents, start).await;
    }
    let worker = UploadWorker::with_patience(Duration::ZERO);
    let ended =
        make_queue_ready(&world, &world.services.media, &worker, Queue::Documents).await.expect("it is looked at");
    assert_eq!((ended.state, ended.why()), (UploadState::Failed, Some(UploadFailure::NotDrawn)));
    assert!(
        make_queue_ready(&world, &world.services.media, &worker, Queue::Documents).await.is_none(),
        "that is final"
    );
    let page = student.get(&work.at("edit")).await.ok().see("<b>shadow</b>.pdf").see("We could not draw the pages");
    page.has_no("<b>shadow");
    assert_eq!(student.get(&format!("{address}/original")).await.ok().bytes, document);
});

promise!(a_server_that_is_told_to_stop_does_not_use_up_a_try, |world| {
    let mut student = world.student().await;
    send(&mut student, &Written::new("Drum"), "a.pdf", &a_pdf()).await;
    for _ in 0..3 {
        let worker = UploadWorker::on(&world.services.db);
        // It is in the middle of it when it is told.
        let stuck = a_stuck_drawer(&world);
        let making = make_queue_ready(&world, &stuck, &worker, Queue::Documents);
        assert!(tokio::time::timeout(Duration::from_millis(300), making).await.is_err(), "it is stuck");
        Upload::give_back(&world.services.db, &worker).await.expect("it is given back");
    }
    assert_eq!(make_ready(&world).await.map(|upload| upload.state), Some(UploadState::Done));
});

/// The same store, with a program that draws nothing and does not end.
fn a_stuck_drawer(world: &World) -> MediaStore {
    use std::os::unix::fs::PermissionsExt;

    let program = world.folder.join("stuck");
    std::fs::write(&program, "#!/bin/sh\nexec /bin/sleep 1000\n").expect("a program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).expect("it may run");
    let drawer = Drawer::program(program).with_patience(Duration::from_secs(4));
    MediaStore::in_folder(&world.folder.join("media")).expect("a store").with_drawer(drawer)
}

promise!(a_stuck_document_is_refused_with_words_and_a_picture_is_done_meanwhile, |world| {
    let mut student = world.student().await;
    let work = Written::new("Bench").with("keep", "yes");
    work.sent(&mut student, "keep").await;
    let document = send(&mut student, &work, "stuck.pdf", &a_pdf()).await;
    let picture = send(&mut student, &work, "bench.jpg", &a_jpeg(300, 200)).await;
    let media = a_stuck_drawer(&world);
    let [documents, others] = [(); 2].map(|()| UploadWorker::on(&world.services.db));
    let drawing = async {
        let first = make_queue_ready(&world, &media, &documents, Queue::Documents).await.map(|upload| upload.state);
        assert_eq!(first, Some(UploadState::Waiting), "it is tried once more");
        make_queue_ready(&world, &media, &documents, Queue::Documents).await
    };
    let opening = async {
        let made = make_queue_ready(&world, &media, &others, Queue::Others).await;
        // The document is still being tried.
        (made, world.student().await.get(&document).await.ok().text)
    };
    let (drawn, (opened, meanwhile)) = tokio::join!(drawing, opening);
    assert_eq!(opened.map(|upload| upload.state), Some(UploadState::Done));
    assert!(meanwhile.starts_with("waiting"), "{meanwhile}");
    assert_eq!(drawn.and_then(|upload| upload.why()), Some(UploadFailure::NotDrawn));
    student.get(&picture).await.ok().see("done");
    student.get(&document).await.ok().see("failed").see("We could not draw the pages of this document");
    student.get(&work.at("edit")).await.ok().see("stuck.pdf").see("We could not draw the pages of this document");
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
