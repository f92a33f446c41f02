//! A student brings what is long: a video over a bad line, a document, a sound.

use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

/// A box of an MP4.
fn a_box(kind: &[u8; 4], inside: &[&[u8]]) -> Vec<u8> {
    let inside = inside.concat();
    let length = u32::try_from(inside.len() + 8).expect("a short film");
    [&length.to_be_bytes()[..], kind, &inside].concat()
}

/// Something that is a film by all that is in it, of so many megabytes.
fn a_film(megabytes: usize) -> Vec<u8> {
    let handler = a_box(b"hdlr", &[&[0; 8], b"vide", &[0; 13]]);
    let track = a_box(b"trak", &[&a_box(b"mdia", &[&handler])]);
    let samples = vec![7; megabytes * 1024 * 1024];
    [a_box(b"ftyp", &[b"isom\0\0\0\0isomavc1"]), a_box(b"moov", &[&track]), a_box(b"mdat", &[&samples])].concat()
}

/// A document of one page, with a black square on it.
const A_PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
    2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
    3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>\nendobj\n\
    4 0 obj\n<< /Length 18 >>\nstream\n50 50 100 100 re f\nendstream\nendobj\n\
    trailer\n<< /Root 1 0 R >>\n%%EOF\n";

const FILES: &str = "Take or choose pictures and files";

async fn begins(browser: &Browser, title: &str) {
    browser.goto("/work/new").await;
    browser.fill("Title", title).await;
}

#[tokio::test]
async fn a_video_goes_on_when_the_server_was_gone() {
    let mut house = House::open().await;
    if !house.has_client() {
        return;
    }
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    begins(&student, "Shade at noon, filmed").await;
    let film = house.file("shade.mp4", &a_film(16));
    student.slow_down(2_000_000).await;
    student.attach(FILES, &film).await;
    student.see("Sending “shade.mp4”").await;
    student.look_over().await;
    student.run("if (!(document.querySelector('.files progress').value > 0.05)) throw 'not yet'").await;
    student.click("Pause").await;
    student.see("What came is kept.").await;
    house.picture(&student, "video-paused", Look::LAPTOP).await;
    student.click("Go on").await;
    house.kill();
    student.see("no connection. It goes on by itself.").await;
    house.start_again().await;
    student.see("“shade.mp4” is saved").await;
    student.fill("What is in this file?", "The shade of the bus sign, from noon to one").await;
    student.look_over().await;
    student.click("Save as draft").await;
    student.see("shade.mp4").await;
    student.click("Add captions").await;
    student.see("What is said in").await;
    student.fill("Or type them", "WEBVTT\n\n00:00.000 --> 00:02.000\nAquí no hay sombra.").await;
    student.look_over().await;
    student.click("Keep these captions").await;
    student.see("Shade at noon, filmed").await;
    let shown = student.run("return document.querySelector('video track').srclang").await;
    assert!(shown.is_string(), "{shown}");
    student.look_over().await;
    house.picture(&student, "video", Look::LAPTOP).await;
    student.close().await;
}

#[tokio::test]
async fn a_document_and_words_come_with_a_plain_form_from_a_phone() {
    let house = House::open().await;
    let look = Look::PHONE.without_javascript();
    let student = house.sign_in_as("Marisol", look).await;
    begins(&student, "Letter to the Transit Board, signed").await;
    student.attach(FILES, &house.file("letter.pdf", A_PDF.as_bytes())).await;
    student.attach(FILES, &house.file("notes.txt", "A las doce no hay sombra.".as_bytes())).await;
    student.look_over().await;
    student.click("Save as draft").await;
    student.see("Your draft is safe").await;
    student.look_over().await;
    student.close().await;
}

/// Talks (hums) into the page's recorder for a second.
async fn hums(browser: &Browser) {
    browser.see("Press and talk").await;
    browser.click("Talk").await;
    browser.see("0:01").await;
    browser.click("Stop").await;
}

#[tokio::test]
async fn a_song_is_recorded_into_a_work_and_sent_at_once() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let student = house.sign_in_as("Marisol", Look::PHONE).await;
    begins(&student, "The song my uncle taught me").await;
    hums(&student).await;
    student.see("“recording.webm” is saved").await;
    // There is room for another, and what came is heard beneath.
    student.see("Press and talk").await;
    student.look_over().await;
    house.picture(&student, "recorded", Look::PHONE).await;
    student.fill("What is in this file?", "I sing three lines, my uncle claps.").await;
    student.tick("A performance").await;
    student.click("Keep in my work").await;
    student.see("I sing three lines, my uncle claps.").await;
    let plays = "return (async () => { const sound = document.querySelector('main audio'); sound.muted = true;
        await sound.play(); return sound.error === null; })()";
    assert_eq!(student.run(plays).await.as_bool(), Some(true));
    student.look_over().await;

    // With the form of a revision it goes along, once it is heard.
    student.click("Add a revision").await;
    hums(&student).await;
    student.see("Your recording is ready.").await;
    student.click("Keep this revision").await;
    student.see("The song my uncle taught me").await;
    assert_eq!(student.console_errors().await, Vec::<String>::new());
    student.close().await;
}

#[tokio::test]
async fn a_laptops_camera_takes_a_picture_and_a_film_in_place() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    begins(&student, "Where the bench would stand").await;
    student.click("Use the camera").await;
    student.see("Take a picture").await;
    // The camera has to see something first.
    let sees = "return (async () => { const sight = document.querySelector('.camera video');
        while (sight.videoWidth === 0) await new Promise(done => setTimeout(done, 50)); return true; })()";
    assert_eq!(student.run(sees).await.as_bool(), Some(true));
    student.click("Take a picture").await;
    student.see("“picture.jpg” is saved").await;
    student.click("Film").await;
    student.see("Stop filming").await;
    let filmed = "return new Promise(done => setTimeout(done, 1500, true))";
    assert_eq!(student.run(filmed).await.as_bool(), Some(true));
    student.look_over().await;
    house.picture(&student, "camera", Look::LAPTOP).await;
    student.click("Stop filming").await;
    // It is a file like any other once it is all here.
    student.see("What is in this file?").await;
    student.click("Close the camera").await;
    student.see("Use the camera").await;
    student.click("Save as draft").await;
    student.see("Your draft is safe").await;
    student.see("film.").await;
    assert_eq!(student.run("return document.querySelectorAll('main img').length").await.as_i64(), Some(1));
    student.look_over().await;
    assert_eq!(student.console_errors().await, Vec::<String>::new());
    student.close().await;
}

/// A client that others wrote for the protocol of resumable uploads.
const TUS: &str = include_str!("../kit/vendor/tus.min.js");

#[tokio::test]
async fn another_program_that_speaks_tus_goes_on_where_it_was_cut() {
    let house = House::open().await;
    let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
    student.goto("/work/new").await;
    student.run(TUS).await;
    let sends = "return (async () => {
        const work = document.querySelector('main [name=id]').value;
        const samples = 1000000, sound = new DataView(new ArrayBuffer(44 + samples));
        const words = (at, text) => [...text].forEach((one, place) => sound.setUint8(at + place, one.charCodeAt(0)));
        words(0, 'RIFF'); sound.setUint32(4, 36 + samples, true); words(8, 'WAVEfmt '); sound.setUint32(16, 16, true);
        sound.setUint16(20, 1, true); sound.setUint16(22, 1, true); sound.setUint32(24, 16000, true);
        sound.setUint32(28, 32000, true); sound.setUint16(32, 2, true); sound.setUint16(34, 16, true);
        words(36, 'data'); sound.setUint32(40, samples, true);
        const send = (uploadUrl, cutAt) => new Promise((done, fail) => {
            const upload = new tus.Upload(new Blob([sound]), {
                endpoint: `/work/${work}/arrival`, uploadUrl, chunkSize: 200000, storeFingerprintForResuming: false,
                metadata: { filename: 'song.wav' }, onError: error => fail(String(error)),
                onProgress: sent => { if (cutAt && sent > cutAt) upload.abort().then(() => done(upload.url)); },
                onSuccess: () => done(upload.url),
            });
            upload.start();
        });
        const cut = await send(null, 500000);
        await send(cut, null);
        for (;;) {
            const told = await (await fetch(cut)).text();
            if (!/^(waiting|coming)/.test(told)) return told;
            await new Promise(done => setTimeout(done, 100));
        }
    })()";
    let told = student.run(sends).await;
    assert!(told.as_str().is_some_and(|told| told.starts_with("done ")), "{told}");
    student.close().await;
}
