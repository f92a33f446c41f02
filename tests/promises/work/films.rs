//! Films and sounds as phones, cameras and recorders write them: kept, played where browsers play them, and said where not.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kinfolio::media::Queue;
use kinfolio::upload::{Upload, UploadState, UploadWorker};

use super::Written;
use crate::promise;
use crate::things::{a_jpeg, a_wav};
use crate::world::{AFile, Page, Visitor, World};

pub const IPHONE: &[u8] = include_bytes!("../../files/films/iphone-hevc.MOV");
pub const OLD_PHONE: &[u8] = include_bytes!("../../files/films/old-android.3gp");
const DRONE: &[u8] = include_bytes!("../../files/films/dji-drone.mp4");
const PROVIDENCE: &[u8] = include_bytes!("../../files/sounds/Providence Rd.m4a");
const VORBIS: &[u8] = include_bytes!("../../files/sounds/old.ogg");

/// Brings files with a new work that others may see.
async fn bring(student: &mut Visitor<'_>, work: &Written, files: &[(&str, &[u8])]) -> Page {
    let files: Vec<AFile<'_>> = files.iter().map(|(name, bytes)| AFile { field: "pictures", name, bytes }).collect();
    student.post_files("/work/new", &work.fields(), &files).await
}

/// Sends a file piece by piece, and gives its address.
pub async fn announced(student: &mut Visitor<'_>, work: &Written, name: &str, bytes: &[u8]) -> String {
    let (size, name) = (bytes.len().to_string(), format!("filename {}", STANDARD.encode(name)));
    let headers = [("tus-resumable", "1.0.0"), ("upload-length", size.as_str()), ("upload-metadata", name.as_str())];
    let page = student.send_bytes("POST", &work.at("arrival"), &headers, b"").await.is(201);
    let address = page.header("location").expect("an address").to_owned();
    let headers = [("content-type", "application/offset+octet-stream"), ("upload-offset", "0")];
    student.send_bytes("PATCH", &address, &headers, bytes).await.is(204);
    address
}

/// Sends a file piece by piece, has it made ready, and gives what is told of it.
async fn send(world: &World, student: &mut Visitor<'_>, work: &Written, name: &str, bytes: &[u8]) -> (Upload, Page) {
    let address = announced(student, work, name, bytes).await;
    let (services, worker) = (&world.services, UploadWorker::on(&world.services.db));
    let made =
        Upload::make_next_ready(&services.db, &services.media, &worker, Queue::Others, services.clock.now()).await;
    (made.expect("it is looked at").expect("it waits"), student.get(&address).await.ok())
}

promise!(a_film_that_browsers_do_not_play_is_kept_said_at_once_and_given_to_whoever_may_see_it, |world| {
    let mut student = world.student().await;
    for (name, film, advice) in [
        ("IMG_4021.MOV", IPHONE, "Settings → Camera → Formats → Most Compatible"),
        ("VID.3gp", OLD_PHONE, "send it from the phone’s share sheet as an MP4"),
    ] {
        let work = Written::new("Garden").with("keep", "yes");
        bring(&mut student, &work, &[(name, film)]).await.leads_to(&work.page());
        let page = student.get(&work.page()).await.ok().see(name).see(advice).has_no("<video");
        let file = page.link("/file/").expect("the film");
        student.get(&work.at("edit")).await.ok().see(name).see(advice);
        // Those who read are told too, and get the film, and nothing about how to record.
        let mut family = world.family().await;
        family
            .get(&work.page())
            .await
            .ok()
            .see("no se reproduce en páginas web")
            .has_no("<video")
            .dont_see(advice)
            .has(&file);
        let saved = family.get(&file).await.ok();
        assert!(saved.header("content-disposition").is_some_and(|how| how.contains(name)), "it is saved");
        assert_eq!(saved.bytes.len(), film.len());
        world.as_(&world.people.classmates_family).await.get(&file).await.is(404);
        let other = Written::new("Again").with("keep", "yes");
        other.sent(&mut student, "keep").await;
        let (upload, told) = send(&world, &mut student, &other, name, film).await;
        assert_eq!(upload.state, UploadState::Done);
        told.see(&format!("done {}", upload.outcome)).see(name).see(advice);
    }
});

promise!(what_a_drone_notes_about_places_is_in_no_film_that_is_given_out, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    bring(&mut student, &work, &[("DJI_0042.MP4", DRONE)]).await.leads_to(&work.page());
    let page = world.family().await.get(&work.page()).await.ok().has("<video");
    let film = world.family().await.get(&page.link("/file/").expect("the film")).await.ok();
    assert_eq!((film.bytes.len(), film.header("content-type")), (DRONE.len(), Some("video/mp4")));
    let has = |bytes: &[u8], told: &[u8]| bytes.windows(told.len()).any(|window| window == told);
    for told in [&b"GPS("[..], b"40.7128", b"DJI.Subtitle"] {
        assert!(has(DRONE, told) && !has(&film.bytes, told), "{}", String::from_utf8_lossy(told));
    }
});

/// What recorders and programs write, each as small as can be.
fn sounds() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let mp3 = [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat().repeat(6);
    let aac = [&[0xFF, 0xF1, 0x50, 0x80, 0x04, 0x1F, 0xFC][..], &[3; 25]].concat().repeat(5);
    let flac = [&b"fLaC\x80\0\0\x22"[..], &[1; 34], &[0xFF, 0xF8, 0xC9, 0x18], &[5; 40]].concat();
    let mut piped = a_wav(50);
    [4, 40].into_iter().for_each(|at| piped[at..at + 4].fill(0xFF));
    vec![
        ("Providence Rd.m4a", PROVIDENCE.to_vec(), "audio/mp4"),
        ("old.ogg", VORBIS.to_vec(), "audio/ogg"),
        ("cut.mp3", [&mp3[100..417], &mp3].concat(), "audio/mpeg"),
        ("padded.mp3", [&b"ID3\x03\0\0\0\0\0\x05title"[..], &[0; 2048], &mp3].concat(), "audio/mpeg"),
        ("voice.aac", aac, "audio/aac"),
        ("choir.flac", flac, "audio/flac"),
        ("piped.wav", piped, "audio/wav"),
    ]
}

promise!(sounds_that_browsers_play_are_played_whatever_they_are_called, |world| {
    let mut student = world.student().await;
    for (name, sound, content_type) in sounds() {
        let work = Written::new("Song").with("keep", "yes");
        bring(&mut student, &work, &[(name, &sound)]).await.leads_to(&work.page());
        let page = world.family().await.get(&work.page()).await.ok().has("<audio");
        let heard = student.get(&page.link("/file/").expect("the sound")).await.ok();
        assert_eq!((heard.header("content-type"), heard.bytes.len()), (Some(content_type), sound.len()), "{name}");
    }
});

promise!(what_cannot_be_taken_says_why_and_what_to_do_with_its_name_and_the_rest_is_kept, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let picture = a_jpeg(60, 40);
    let avi = [&b"RIFF\x10\0\0\0AVI LIST"[..], &[0, 0xFF, 9, 9]].concat();
    let files: [(&str, &[u8]); 4] =
        [("empty.mp4", b""), ("memo.amr", b"#!AMR\n\x3C\x91\0"), ("MVI_1.AVI", &avi), ("bench.jpg", &picture)];
    let page = bring(&mut student, &work, &files).await.is(422);
    page.see("“empty.mp4”: There is nothing in this file")
        .see("“memo.amr”: We could not open this as a recording")
        .see("“MVI_1.AVI”: This video is in a form that web pages do not play")
        .see("At first I only counted the beds.")
        .has("/picture/");
    // By pieces it is the same.
    let name = format!("filename {}", STANDARD.encode("empty.mp4"));
    let headers = [("upload-length", "0"), ("upload-metadata", name.as_str())];
    student.send_bytes("POST", &work.at("arrival"), &headers, b"").await.is(400).see("There is nothing in this file");
    let (upload, told) = send(&world, &mut student, &work, "memo.amr", b"#!AMR\n\x3C\x91\0").await;
    assert_eq!(upload.state, UploadState::Failed);
    told.see("memo.amr").see("M4A or MP3");
});

promise!(a_file_keeps_its_name_whole_however_long_and_whatever_is_in_it, |world| {
    let mut student = world.student().await;
    let work = Written::new("Song").with("keep", "yes");
    let long = format!("{}.wav", "ñ".repeat(300));
    // As browsers write quotes in a form.
    let (one, other) = (a_wav(20), a_wav(30));
    bring(&mut student, &work, &[(&long, &one), ("my %22best%22 song.wav", &other)]).await.leads_to(&work.page());
    student.get(&work.at("edit")).await.ok().see(&long).see("my \"best\" song.wav");
});
