//! Texts and captions in whatever letters they were written; and what any program that speaks tus is told.

use super::Written;
use crate::promise;
use crate::things::a_wav;
use crate::world::{AFile, Page, Visitor};

/// Adds a work with this file, and gives its page.
async fn with_file(student: &mut Visitor<'_>, title: &str, name: &str, bytes: &[u8]) -> (Written, Page) {
    let work = Written::new(title).with("keep", "yes");
    let files = [AFile { field: "pictures", name, bytes }];
    student.post_files("/work/new", &work.fields(), &files).await.leads_to(&work.page());
    let page = student.get(&work.page()).await.ok();
    (work, page)
}

fn in_letters(letters: &str, text: &str) -> Vec<u8> {
    encoding_rs::Encoding::for_label(letters.as_bytes()).expect("letters").encode(text).0.into_owned()
}

promise!(a_text_is_read_in_whatever_letters_it_was_written, |world| {
    let mut student = world.student().await;
    let said = "Mi abuela cosía después de la cena – «así, despacio», decía.\r\nEl año pasado aprendí.\r\n";
    for (name, bytes, words) in [
        ("notepad.txt", include_bytes!("../../files/notepad-utf16.txt").to_vec(), "Mi diario: el año pasado"),
        ("bmx.txt", include_bytes!("../../files/bmx.txt").to_vec(), "BMX is my sport."),
        ("seat.txt", b"P1 is my seat in the lab.\n".to_vec(), "P1 is my seat"),
        ("pdf.txt", b"A PDF begins with %PDF-1.7, says the book.\n".to_vec(), "begins with %PDF-1.7"),
        ("windows.txt", in_letters("windows-1252", said), "«así, despacio»"),
        ("mac.txt", in_letters("macintosh", said), "«así, despacio»"),
        ("old.txt", b"The end of my story.\r\n\x1A".to_vec(), "The end of my story."),
    ] {
        let (_, page) = with_file(&mut student, name, name, &bytes).await;
        let file = page.link("/file/").expect("the text");
        let read = student.get(&file).await.ok();
        assert_eq!(read.header("content-type"), Some("text/plain; charset=utf-8"), "{name}");
        assert!(read.text.contains(words), "{name}: {}", read.text);
    }
});

promise!(captions_are_read_in_whatever_letters_and_what_has_no_cue_says_so, |world| {
    let mut student = world.student().await;
    let (work, page) = with_file(&mut student, "Drum", "drum.wav", &a_wav(300)).await;
    let file = page.link("/file/").expect("the sound");
    let captions = format!("{file}/captions");
    let said = "1\n00:00:01,000 --> 00:00:02,00\nHola, abuela - ¿qué tal? <3\n";
    let sixteen: Vec<u8> = [0xFF, 0xFE].into_iter().chain(said.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes) in [
        ("win1252.srt", include_bytes!("../../files/win1252.srt").to_vec()),
        ("mac.srt", in_letters("macintosh", said)),
        ("sixteen.srt", sixteen),
        ("marked.vtt", format!("\u{FEFF}WEBVTT\n\n{said}").replace(',', ".").into_bytes()),
    ] {
        let files = [AFile { field: "captions", name, bytes: &bytes }];
        student.post_files(&captions, &[("language", "es"), ("text", "")], &files).await.leads_to(&work.page());
        let read = student.get(&format!("{file}/caption/es")).await.ok();
        assert!(read.text.contains("¿qué tal?") && read.text.contains("&lt;3"), "{name}: {}", read.text);
        assert!(read.text.contains("00:00:01.000 --> 00:00:02.000"), "{name}: {}", read.text);
    }
    let before = student.get(&format!("{file}/caption/es")).await.ok().text;
    for nothing in
        [&b"Just words.\n"[..], b"WEBVTT\n\nNOTE nothing yet\n", b" \n", b"\x89PNG\0\0", b"1\n00:00 -> 00:01\nHi\n"]
    {
        let files = [AFile { field: "captions", name: "c.srt", bytes: nothing }];
        let refused = student.post_files(&captions, &[("language", "es"), ("text", "")], &files).await.is(422);
        refused.see("These are no captions we can read").has("field-captions-problem");
    }
    let big = vec![b'a'; 3 * 1024 * 1024];
    let files = [AFile { field: "captions", name: "c.srt", bytes: &big }];
    student.post_files(&captions, &[("language", "es"), ("text", "")], &files).await.is(422).see("2 MB");
    assert_eq!(student.get(&format!("{file}/caption/es")).await.ok().text, before, "what was there stays");
});

const TUS: (&str, &str) = ("tus-resumable", "1.0.0");

/// An upload of ten bytes, announced, and where its pieces go.
async fn announced(student: &mut Visitor<'_>) -> (Written, String) {
    let work = Written::new("Drum").with("keep", "yes");
    work.sent(student, "keep").await;
    let page = student.send_bytes("POST", &work.at("arrival"), &[TUS, ("upload-length", "10")], b"").await.is(201);
    let address = page.header("location").expect("an address").to_owned();
    (work, address)
}

promise!(whoever_asks_is_told_what_of_tus_is_spoken, |world| {
    let mut student = world.student().await;
    let (work, address) = announced(&mut student).await;
    for place in [work.at("arrival"), address] {
        for visitor in [&mut student, &mut world.visitor()] {
            let told = visitor.send_bytes("OPTIONS", &place, &[], b"").await.is(204);
            assert_eq!(told.header("tus-resumable"), Some("1.0.0"));
            assert_eq!(told.header("tus-version"), Some("1.0.0"));
            assert_eq!(told.header("tus-extension"), Some("creation,termination"));
        }
    }
});

promise!(another_version_of_tus_is_refused_before_anything_is_done, |world| {
    let mut student = world.student().await;
    let (work, address) = announced(&mut student).await;
    let other = ("tus-resumable", "0.2.2");
    let kind = ("content-type", "application/offset+octet-stream");
    for (verb, place, headers) in [
        ("POST", work.at("arrival"), vec![other, ("upload-length", "10")]),
        ("HEAD", address.clone(), vec![other]),
        ("PATCH", address.clone(), vec![other, kind, ("upload-offset", "0")]),
        ("DELETE", address.clone(), vec![other]),
    ] {
        let refused =
            student.send_bytes(verb, &place, &headers, if verb == "PATCH" { b"12345" } else { b"" }).await.is(412);
        assert_eq!(refused.header("tus-version"), Some("1.0.0"), "{verb}");
    }
    let here = student.send_bytes("HEAD", &address, &[TUS], b"").await.is(200);
    assert_eq!(here.header("upload-offset"), Some("0"));
});

promise!(a_piece_of_another_kind_is_refused, |world| {
    let mut student = world.student().await;
    let (_, address) = announced(&mut student).await;
    for kind in ["", "text/plain", "application/octet-stream", "multipart/form-data; boundary=x"] {
        let headers = [TUS, ("content-type", kind), ("upload-offset", "0")];
        student.send_bytes("PATCH", &address, &headers, b"12345").await.is(415);
    }
    let kind = ("content-type", "Application/Offset+Octet-Stream; charset=x");
    student.send_bytes("PATCH", &address, &[TUS, kind, ("upload-offset", "0")], b"12345").await.is(204);
    // Where something on the way knows no such verb.
    let instead = ("x-http-method-override", "PATCH");
    student.send_bytes("POST", &address, &[TUS, kind, instead, ("upload-offset", "5")], b"67890").await.is(204);
    let instead = ("x-http-method-override", "DELETE");
    student.send_bytes("POST", &address, &[TUS, instead], b"").await.is(204);
    student.send_bytes("HEAD", &address, &[TUS], b"").await.is(404);
});
