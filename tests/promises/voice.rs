//! Voices: recordings and photos of something on paper that come with words, who may hear and see them, the words there
//! were before, and translations that never take their place.

use crate::promise;
use crate::things::{a_jpeg, a_wav};
use crate::world::{AFile, Page, Visitor};
use crate::writing::begun;

/// Something said in a section, as a form without a script sends it.
struct Saying<'a> {
    section: &'a str,
    fields: Vec<(&'a str, &'a str)>,
    files: Vec<AFile<'a>>,
}

impl<'a> Saying<'a> {
    fn in_section(section: &'a str) -> Self {
        Self { section, fields: vec![("question", "other"), ("language", "es")], files: Vec::new() }
    }

    fn with(mut self, name: &'a str, value: &'a str) -> Self {
        self.fields.retain(|(known, _)| *known != name);
        self.fields.push((name, value));
        self
    }

    fn file(mut self, field: &'a str, name: &'a str, bytes: &'a [u8]) -> Self {
        self.files.push(AFile { field, name, bytes });
        self
    }

    async fn sent(&self, who: &mut Visitor<'_>, definition: &str) -> Page {
        let form = who.get(&format!("{definition}/contribute?section={}", self.section)).await.ok();
        let id = form.hidden("id").expect("an id");
        let mut fields = vec![("section", self.section)];
        if !self.fields.iter().any(|(name, _)| *name == "id") {
            fields.push(("id", id.as_str()));
        }
        fields.extend(&self.fields);
        who.post_files(&format!("{definition}/contribute"), &fields, &self.files).await
    }
}

/// The id of the words an answer leads to.
fn words_of(answer: &Page) -> String {
    let place = answer.goes_to().unwrap_or_else(|| panic!("{} was not taken:\n{}", answer.path, answer.text));
    place.split("#c-").nth(1).expect("a place on the page").to_owned()
}

/// Somebody's recording in the section of values; gives the id of the words and the address of the recording.
async fn recorded(who: &mut Visitor<'_>, page: &str, definition: &str, bytes: &[u8]) -> (String, String) {
    let saying = Saying::in_section("values").with("transcript", "Se reparte calientito.").file("sound", "v", bytes);
    let id = words_of(&saying.sent(who, definition).await);
    let sound = who.get(page).await.ok().link("/sound/").expect("a recording");
    (id, sound)
}

promise!(a_recording_goes_in_by_a_plain_form_and_is_heard_from_any_place_on, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let form = family.get(&format!("{definition}/contribute?section=values")).await.ok();
    form.has("multipart/form-data").has("name=\"sound\" accept=\"audio/*\" capture").has("name=\"photo\"");

    let wav = a_wav(300);
    let (_, sound) = recorded(&mut family, &page, &definition, &wav).await;
    let read = world.student().await.get(&page).await.ok().see("Se reparte calientito.").see("Rosa Reyes (abuela)");
    let read = read.has("<audio controls preload=\"none\"").has_no("<script");
    assert_eq!(read.link("/sound/"), Some(sound.clone()));

    let mut student = world.student().await;
    let whole = student.get_with(&sound, &[("accept-encoding", "br, gzip")]).await.ok();
    assert_eq!(whole.bytes, wav);
    assert_eq!(whole.header("content-type"), Some("audio/wav"));
    assert_eq!(whole.header("content-encoding"), None);
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    assert_eq!(whole.header("x-content-type-options"), Some("nosniff"));
    assert!(whole.header("content-security-policy").is_some_and(|policy| policy.contains("sandbox")));
    assert!(whole.header("cache-control").is_some_and(|cache| cache.starts_with("private")));
    let etag = whole.header("etag").expect("an etag").to_owned();

    let length = wav.len();
    for (range, from, to) in
        [("bytes=0-1", 0, 1), ("bytes=100-", 100, length - 1), ("bytes=-44", length - 44, length - 1)]
    {
        let part = student.get_with(&sound, &[("range", range)]).await.is(206);
        assert_eq!(part.bytes, wav[from..=to], "{range}");
        assert_eq!(part.header("content-range"), Some(&*format!("bytes {from}-{to}/{length}")));
        assert_eq!(part.header("content-length"), Some(&*(to - from + 1).to_string()));
    }
    let past = student.get_with(&sound, &[("range", "bytes=999999-")]).await.is(416);
    assert_eq!(past.header("content-range"), Some(&*format!("bytes */{length}")));
    for whole in [[("range", "bytes=0-1,5-6")], [("range", "rows=1-2")], [("range", "bytes=x")]] {
        assert_eq!(student.get_with(&sound, &whole).await.ok().bytes, wav);
    }
    // A part of what the player has no more would not fit.
    let other = student.get_with(&sound, &[("range", "bytes=0-1"), ("if-range", "\"other\"")]).await.ok();
    assert_eq!(other.bytes, wav);
    student.get_with(&sound, &[("range", "bytes=0-1"), ("if-range", etag.as_str())]).await.is(206);
    student.get_with(&sound, &[("if-none-match", etag.as_str())]).await.is(304);
});

promise!(a_recording_is_heard_by_those_who_see_the_words_and_by_nobody_else, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let wav = a_wav(100);
    let (_, sound) = recorded(&mut family, &page, &definition, &wav).await;
    for mut one in [world.student().await, world.family().await, world.advisor().await] {
        assert_eq!(one.get(&sound).await.ok().bytes, wav);
    }
    let people = &world.people;
    for stranger in [
        &people.classmate,
        &people.classmates_family,
        &people.other_advisor,
        &people.other_student,
        &people.lead,
        &people.other_school_lead,
        &people.other_school_advisor,
        &people.other_school_family,
    ] {
        let mut stranger = world.as_(stranger).await;
        let refused = stranger.get_with(&sound, &[("range", "bytes=0-1")]).await.is(404);
        assert_eq!(refused.header("content-range"), None);
    }
    world.visitor().get(&sound).await.is(401);
    for nowhere in ["/sound/x".to_owned(), format!("/sound/{}", kinfolio::id::SoundId::new())] {
        family.get(&nowhere).await.is(404);
    }
});

promise!(what_is_said_in_a_private_section_is_heard_and_seen_by_nobody_else, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let (wav, jpeg) = (a_wav(100), a_jpeg(60, 40));
    let saying = Saying::in_section("community").file("sound", "v.wav", &wav).file("photo", "p.jpg", &jpeg);
    words_of(&saying.sent(&mut student, &definition).await);
    let own = student.get(&page).await.ok();
    let (sound, photo) = (own.link("/sound/").expect("a recording"), own.link("/photo/").expect("a photo"));
    student.get(&sound).await.ok();
    student.get(&photo).await.ok();
    for mut other in [world.family().await, world.advisor().await] {
        other.get(&page).await.ok().has_no("/sound/").has_no("/photo/");
        other.get(&sound).await.is(404);
        other.get(&photo).await.is(404);
    }
    // Opened, it is heard; closed again, even whoever brought it for somebody hears it no more.
    let section = format!("{definition}/section/community");
    student.post(&section, &[("audience", "family")]).await.leads_to(&page);
    let mut advisor = world.advisor().await;
    advisor.get(&sound).await.ok();
    let rosa = world.people.family.id.to_string();
    let other_wav = a_wav(120);
    let written_down =
        Saying::in_section("community").with("author", &rosa).with("text", "Marca.").file("sound", "r.wav", &other_wav);
    words_of(&written_down.sent(&mut advisor, &definition).await);
    let heard: Vec<String> = sounds_on(&advisor.get(&page).await.ok());
    assert_eq!(heard.len(), 2);
    student.post(&section, &[("audience", "me")]).await.leads_to(&page);
    for sound in &heard {
        advisor.get(sound).await.is(404);
        student.get(sound).await.ok();
    }
});

/// The addresses of the recordings on a page.
fn sounds_on(page: &Page) -> Vec<String> {
    page.text
        .split("src=\"/sound/")
        .skip(1)
        .map(|rest| format!("/sound/{}", &rest[..rest.find('"').unwrap()]))
        .collect()
}

promise!(what_is_no_recording_is_refused_and_the_words_are_kept, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let wav = a_wav(100);
    let html = b"<!DOCTYPE html><script>alert(1)</script>".repeat(50);
    for bytes in [&html[..], &wav[..wav.len() / 2], b"ID3\x03\0\0\0\0\0\0<script>", b"OggS", &a_jpeg(20, 20)] {
        let saying = Saying::in_section("values").with("text", "Palabras.").file("sound", "voice.mp3", bytes);
        let again = saying.sent(&mut family, &definition).await.is(422);
        again.see("No pudimos abrirlo como grabación").see("Palabras.").has_no("<script>alert");
    }
    let saying = Saying::in_section("values").with("text", "Palabras.").file("sound", "voice.mp3", b"");
    saying.sent(&mut family, &definition).await.is(422).see("Este archivo está vacío").see("Palabras.");
    let mut huge = wav.clone();
    huge.resize(26 * 1024 * 1024, 0);
    let saying = Saying::in_section("values").with("text", "Palabras.").file("sound", "voice.wav", &huge);
    saying.sent(&mut family, &definition).await.is(422).see("Este archivo es muy grande").see("Palabras.");
    let saying = Saying::in_section("values").with("text", "Palabras.").file("photo", "p.jpg", &html);
    saying.sent(&mut family, &definition).await.is(422).see("No pudimos abrirlo como imagen");
    family.get(&page).await.ok().has_no("/sound/").has_no("/photo/").dont_see("Palabras.");

    // Nothing typed, nothing said, nothing on paper.
    Saying::in_section("values").sent(&mut family, &definition).await.is(422).see("Escriba algo aquí");
    // Nobody sends a recording to where they may not add words.
    for stranger in [&world.people.classmates_family, &world.people.other_school_family] {
        let mut stranger = world.as_(stranger).await;
        let files = [AFile { field: "sound", name: "v.wav", bytes: &wav }];
        stranger.post_files(&format!("{definition}/contribute"), &[("section", "values")], &files).await.is(404);
    }
});

promise!(a_form_that_comes_again_brings_the_recording_along, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let (wav, jpeg) = (a_wav(100), a_jpeg(50, 30));
    let saying = Saying::in_section("values").with("language", "").file("sound", "v.wav", &wav);
    let again = saying.file("photo", "p.jpg", &jpeg).sent(&mut family, &definition).await.is(422);
    let (sound, photo) = (again.hidden("kept_sound").expect("kept"), again.hidden("kept_photo").expect("kept"));
    assert_eq!(family.get(&format!("/sound/{sound}")).await.ok().bytes, wav);
    // Nobody else hears what has not been said yet, or says it as theirs.
    let mut advisor = world.advisor().await;
    advisor.get(&format!("/sound/{sound}")).await.is(404);
    world.student().await.get(&format!("/photo/{photo}/320")).await.is(404);
    let stolen =
        Saying::in_section("values").with("text", "Mine.").with("kept_sound", &sound).with("kept_photo", &photo);
    stolen.sent(&mut advisor, &definition).await.leads_to(&page);
    family.get(&page).await.ok().has_no("/sound/").has_no("/photo/");

    let now = Saying::in_section("values").with("kept_sound", &sound).with("kept_photo", &photo);
    words_of(&now.sent(&mut family, &definition).await);
    let read = advisor.get(&page).await.ok();
    assert_eq!(read.link("/sound/"), Some(format!("/sound/{sound}")));
    assert_eq!(read.link("/photo/"), Some(format!("/photo/{photo}/1600")));
    assert_eq!(advisor.get(&format!("/sound/{sound}")).await.ok().bytes, wav);

    // Another question keeps it too; ticked, it is left out.
    let other_wav = a_wav(130);
    let another = Saying::in_section("values").with("question", "good_life").with("another", "yes");
    let next = another.file("sound", "v.wav", &other_wav).sent(&mut family, &definition).await.ok();
    let kept = next.hidden("kept_sound").expect("kept");
    let left = Saying::in_section("values").with("kept_sound", &kept).with("leave_sound", "yes");
    left.sent(&mut family, &definition).await.is(422);
});

promise!(a_recording_that_is_sent_twice_is_said_once, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let wav = a_wav(100);
    let id = kinfolio::id::ContributionId::new().to_string();
    for _ in 0..2 {
        let saying = Saying::in_section("values").with("id", &id).file("sound", "v.wav", &wav);
        assert_eq!(words_of(&saying.sent(&mut family, &definition).await), id);
    }
    assert_eq!(sounds_on(&family.get(&page).await.ok()).len(), 1);
});

promise!(something_on_paper_stands_upright_and_tells_nothing_about_where_it_was_taken, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let mut jpeg = a_jpeg(80, 40);
    // Exif: taken with the phone turned, at a place.
    let mut tiff = b"II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0".to_vec();
    tiff.extend(b"\x0F\x01\x02\0\x10\0\0\0\x26\0\0\0\0\0\0\x0040.7N 73.9W here");
    let mut segment = vec![0xFF, 0xE1];
    segment.extend((tiff.len() as u16 + 8).to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    jpeg.splice(2..2, segment);
    let rosa = world.people.family.id.to_string();
    let saying = Saying::in_section("values").with("author", &rosa).with("photo_words", "La receta de mi mamá");
    words_of(&saying.file("photo", "p.jpg", &jpeg).sent(&mut student, &definition).await);
    let mut family = world.family().await;
    let read = family.get(&page).await.ok().see("La receta de mi mamá");
    let read = read.see("Dicho por").see("Rosa Reyes (abuela)").see("Marisol Reyes");
    let photo = read.link("/photo/").expect("a photo");
    let kept = family.get(&photo).await.ok();
    assert!(!kept.bytes.windows(5).any(|bytes| bytes == b"40.7N"));
    let size = image::load_from_memory(&kept.bytes).expect("a picture");
    assert_eq!((size.width(), size.height()), (40, 80));
    for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_lead] {
        world.as_(stranger).await.get(&photo).await.is(404);
    }
});

promise!(earlier_words_are_kept_for_whoever_said_them, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let (first, second) = (a_wav(100), a_wav(150));
    let (id, sound) = recorded(&mut family, &page, &definition, &first).await;
    let address = format!("/contribution/{id}");
    let earlier = format!("{address}/earlier");
    family.get(&page).await.ok().has_no(&earlier);

    let version = family.get(&address).await.ok().see("Se reparte calientito.").hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("language", "es"), ("transcript", "Se comparte.")];
    let files = [AFile { field: "sound", name: "v.wav", bytes: &second }];
    family.post_files(&address, &fields, &files).await.leads_to(&page);
    let version = family.get(&address).await.hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("language", "en"), ("text", "Shared while it is warm.")];
    family.post(&address, &fields).await.leads_to(&page);

    for mut reader in [world.student().await, world.advisor().await] {
        let read = reader.get(&page).await.ok().see("Shared while it is warm.").dont_see("Se comparte.");
        read.see("put in other words since").has_no(&earlier);
        reader.get(&earlier).await.is(404);
        reader.get(&sound).await.is(404);
    }
    family.get(&page).await.ok().see("Shared while it is warm.").dont_see("Se comparte.").has(&earlier);
    let read = family.get(&earlier).await.ok().see("Se comparte.").see("Se reparte calientito.");
    let places = ["Shared while it is warm.", "Se comparte.", "Se reparte calientito."];
    let places = places.map(|words| read.text.find(words).expect("there"));
    assert!(places.is_sorted(), "the latest first");
    assert_eq!(sounds_on(&read).len(), 2);
    assert_eq!(family.get(&sound).await.ok().bytes, first);
    // Sent again as it is, it has not been put in other words.
    let version = family.get(&address).await.hidden("version").expect("a version");
    let same = [("version", version.as_str()), ("language", "en"), ("text", "Shared while it is warm.")];
    family.post(&address, &same).await.leads_to(&page);
    assert_eq!(family.get(&address).await.hidden("version").as_deref(), Some(version.as_str()));

    for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        world.as_(stranger).await.get(&earlier).await.is(404);
    }
    world.student().await.post(&format!("{definition}/section/values"), &[("audience", "me")]).await;
    world.advisor().await.get(&earlier).await.is(404);
    world.advisor().await.get(&sound).await.is(404);
});

promise!(a_translation_stands_beneath_the_words_and_never_in_their_place, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let wav = a_wav(100);
    let (id, _) = recorded(&mut family, &page, &definition, &wav).await;
    let address = format!("/contribution/{id}/translation");
    let mut advisor = world.advisor().await;
    advisor.get(&address).await.ok().see("Se reparte calientito.");
    advisor
        .post(&address, &[("text", "You share it <b>warm</b>."), ("language", "es")])
        .await
        .is(422)
        .has_no("<b>warm");
    advisor.post(&address, &[("text", " "), ("language", "en")]).await.is(422);
    for _ in 0..2 {
        advisor.post(&address, &[("text", "You share it warm."), ("language", "en")]).await.leads_to(&page);
    }
    let read = family.get(&page).await.ok().see("Se reparte calientito.").see("You share it warm.");
    let read = read.see("Traducción de \u{2068}Thomas Byrne\u{2069}");
    assert!(read.text.find("Se reparte calientito.") < read.text.find("You share it warm."));
    assert_eq!(read.text.matches("You share it warm.").count(), 1);

    // Whoever said it does not translate it, and nobody from elsewhere does.
    family.get(&address).await.is(404);
    for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        let mut stranger = world.as_(stranger).await;
        stranger.get(&address).await.is(404);
        stranger.post(&address, &[("text", "Mine."), ("language", "en")]).await.is(404);
    }

    // The family checks it: not the translator, not the student whose words these are not.
    let check = read.link("/translation/").expect("a check");
    let read_at = read.hidden("read_at").expect("when it was read");
    for other in [&world.people.advisor, &world.people.student, &world.people.classmates_family] {
        let mut other = world.as_(other).await;
        other.get(&page).await.has_no(&check);
        other.post(&check, &[("read_at", &read_at)]).await.is(404);
    }
    advisor.post(&address, &[("text", "Share it warm."), ("language", "en")]).await.leads_to(&page);
    family.post_and_follow(&check, &[("read_at", &read_at)]).await.ok().dont_see("Revisada por la familia");
    let read_at = family.get(&page).await.hidden("read_at").expect("when it was read");
    let checked = family.post_and_follow(&check, &[("read_at", &read_at)]).await.ok();
    checked.see("Revisada por la familia: \u{2068}Rosa Reyes\u{2069}").see("Share it warm.");
    advisor.get(&page).await.see("Checked by the family").dont_see("You share it warm.");

    // Mended, or of words that have changed since, it has to be checked again.
    advisor.post(&address, &[("text", "Hand it round warm."), ("language", "en")]).await.leads_to(&page);
    advisor.get(&page).await.dont_see("Checked by the family").see("Hand it round warm.");
    let version = family.get(&format!("/contribution/{id}")).await.hidden("version").expect("a version");
    let other = [("version", version.as_str()), ("language", "es"), ("text", "Se comparte.")];
    family.post(&format!("/contribution/{id}"), &other).await.leads_to(&page);
    let read = advisor.get(&page).await.ok().see("Se comparte.").see("Hand it round warm.").see("from earlier words");
    assert!(read.text.find("Se comparte.") < read.text.find("Hand it round warm."));
    family.get(&page).await.has_no(&check);
});

promise!(a_private_sections_translations_are_read_by_nobody_else, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    student.post(&format!("{definition}/section/community"), &[("audience", "family")]).await.leads_to(&page);
    let said = Saying::in_section("community").with("text", "La parada no tiene techo.");
    let id = words_of(&said.sent(&mut student, &definition).await);
    let address = format!("/contribution/{id}/translation");
    let mut advisor = world.advisor().await;
    advisor.post(&address, &[("text", "The stop has no roof."), ("language", "en")]).await.leads_to(&page);
    let check = student.get(&page).await.link("/translation/").expect("a check");
    student.post(&format!("{definition}/section/community"), &[("audience", "me")]).await.leads_to(&page);
    for mut other in [world.family().await, world.advisor().await] {
        other.get(&page).await.ok().dont_see("roof").has_no("/translation/");
        other.get(&address).await.is(404);
        other.post(&check, &[]).await.is(404);
    }
    student.get(&page).await.see("The stop has no roof.");
});
