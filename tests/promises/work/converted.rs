//! Films and documents of other programs, made into ones that everybody can open, where the machine can and the school lets it.
//! On a machine without ffmpeg or LibreOffice, there is nothing to see of what they make.

use kinfolio::media::Queue;
use kinfolio::media::{Conversion, Converters, MediaStore};
use kinfolio::upload::{Upload, UploadWorker};
use kinfolio::work::{FilmConversion, WorkFile};

use super::Written;
use super::films::{IPHONE, OLD_PHONE, announced};
use crate::promise;
use crate::world::{AFile, Visitor, World, media_in};

const LETTER: &[u8] = include_bytes!("../../files/letter.docx");

/// The same store, with what converts on this machine; `None` where nothing does.
async fn converting(world: &World, conversion: Conversion) -> Option<MediaStore> {
    let media = media_in(&world.folder).with_converters(Converters::on_this_machine().await);
    media.can_convert(conversion).then_some(media)
}

/// The school lets files be converted, or does not any more.
async fn lets_convert(world: &World, lets: bool) {
    let mut fields = vec![("file_mb", "100"), ("student_mb", "1000")];
    fields.extend(lets.then_some(("converts", "yes")));
    world.lead().await.post("/school/room", &fields).await.leads_to("/school/room");
}

async fn bring(student: &mut Visitor<'_>, work: &Written, name: &str, bytes: &[u8]) {
    let files = [AFile { field: "pictures", name, bytes }];
    student.post_files("/work/new", &work.fields(), &files).await.leads_to(&work.page());
}

async fn make_next_playable(world: &World, media: &MediaStore) -> Option<FilmConversion> {
    let made = WorkFile::make_next_playable(&world.services.db, media, world.services.clock.now()).await;
    made.expect("it is looked at").map(|(_, conversion)| conversion)
}

promise!(a_film_that_browsers_do_not_play_is_made_into_one_that_they_do_once_the_school_lets_it, |world| {
    let Some(media) = converting(&world, Conversion::Film).await else { return };
    let (mut student, mut family) = (world.student().await, world.family().await);
    for (name, film) in [("IMG_4021.MOV", IPHONE), ("VID.3gp", OLD_PHONE)] {
        lets_convert(&world, false).await;
        let work = Written::new("Garden").with("keep", "yes");
        bring(&mut student, &work, name, film).await;
        assert_eq!(make_next_playable(&world, &media).await, None, "nobody has let it");
        lets_convert(&world, true).await;
        assert_eq!(make_next_playable(&world, &media).await, Some(FilmConversion::Done));
        assert_eq!(make_next_playable(&world, &media).await, None);
        let page =
            family.get(&work.page()).await.ok().has("<video").see("Guardar este video").dont_see("no se reproduce");
        student.get(&work.page()).await.ok().dont_see("browsers do not play it");
        let (came, played) = (
            page.link("/file/").expect("the film"),
            format!("{}/film", page.link("/file/").expect("it").trim_end_matches("/film")),
        );
        let film_now = family.get(&played).await.ok();
        assert_eq!(film_now.header("content-type"), Some("video/mp4"));
        assert!(film_now.bytes.windows(4).any(|codec| codec == b"avc1"), "as every browser plays it");
        let whole = family.get(came.trim_end_matches("/film")).await.ok();
        assert_eq!(whole.bytes.len(), film.len(), "the film as it came stays");
        world.as_(&world.people.classmates_family).await.get(&played).await.is(404);
    }
});

promise!(a_film_that_cannot_be_made_playable_stays_as_it_came_and_is_not_tried_for_ever, |world| {
    let Some(media) = converting(&world, Conversion::Film).await else { return };
    let mut student = world.student().await;
    lets_convert(&world, true).await;
    let work = Written::new("Garden").with("keep", "yes");
    // Its heads are whole, and nothing of what they lead to.
    let mut broken = IPHONE.to_vec();
    let samples = broken.windows(4).position(|name| name == b"mdat").expect("samples") + 4;
    let end =
        broken.windows(4).position(|name| name == b"moov").filter(|at| *at > samples).map_or(broken.len(), |at| at - 4);
    broken[samples..end].fill(0);
    bring(&mut student, &work, "broken.mov", &broken).await;
    assert_eq!(make_next_playable(&world, &media).await, Some(FilmConversion::Failed));
    assert_eq!(make_next_playable(&world, &media).await, None);
    let page = student.get(&work.page()).await.ok().see("Most Compatible").has_no("<video");
    let whole = student.get(&page.link("/file/").expect("the film")).await.ok();
    assert_eq!(whole.bytes.len(), broken.len());
    student.get(&format!("{}/film", page.link("/file/").expect("the film"))).await.is(404);
});

promise!(a_film_whose_making_is_cut_off_is_begun_once_more_and_then_given_up, |world| {
    use kinfolio::store::run;

    let Some(media) = converting(&world, Conversion::Film).await else { return };
    let (db, clock) = (&world.services.db, &world.services.clock);
    let mut student = world.student().await;
    lets_convert(&world, true).await;
    let work = Written::new("Garden").with("keep", "yes");
    bring(&mut student, &work, "IMG_4021.MOV", IPHONE).await;
    let running = "UPDATE work_file SET conversion = 'running', conversion_tries = $1, conversion_at = $2";
    for tries in [1, 2] {
        // As a program leaves it that is ended.
        let mut tx = db.write().await.expect("a transaction");
        run!(&mut tx, running, tries, clock.now()).expect("it was begun");
        tx.commit().await.expect("kept");
        student.get(&work.page()).await.ok().see("making it playable right now");
        assert_eq!(make_next_playable(&world, &media).await, None, "another program may be at it");
        clock.move_on(4 * 60 * 60 * 1000);
        let mut tx = db.write().await.expect("a transaction");
        let given_up = WorkFile::give_up_conversions(&mut tx, clock.now()).await.expect("it is looked at");
        tx.commit().await.expect("kept");
        assert_eq!(given_up, u64::from(tries == 2));
    }
    assert_eq!(make_next_playable(&world, &media).await, None);
    student.get(&work.page()).await.ok().see("Most Compatible").dont_see("right now");
});

promise!(a_document_of_another_program_is_made_a_pdf_once_the_school_lets_it, |world| {
    let Some(media) = converting(&world, Conversion::Document).await else { return };
    let (mut student, mut family) = (world.student().await, world.family().await);
    let worker = UploadWorker::on(&world.services.db);
    for lets in [false, true] {
        lets_convert(&world, lets).await;
        let work = Written::new("River").with("keep", "yes");
        work.sent(&mut student, "keep").await;
        let address = announced(&mut student, &work, "letter.docx", LETTER).await;
        let now = world.services.clock.now();
        let made = Upload::make_next_ready(&world.services.db, &media, &worker, Queue::Documents, now).await;
        made.expect("it is looked at").expect("it waits");
        let told = student.get(&address).await.ok();
        if lets {
            told.see("done ");
            family.get(&work.page()).await.ok().has("página 1 de 1");
        } else {
            told.see("File → Download → PDF");
        }
    }
});
