//! Files as students bring them from phones and other programs: what is kept, shown and said of each. The files are in
//! `tests/files`.

use image::RgbImage;

use super::Written;
use crate::promise;
use crate::things::a_jpeg;
use crate::world::{AFile, Page, Visitor};

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../files/", $name)).as_slice())
    };
}

/// Brings a file with a new work that is kept.
async fn bring(who: &mut Visitor<'_>, (name, bytes): (&str, &[u8])) -> (Written, Page) {
    let work = Written::new("River").with("keep", "yes");
    let files = [AFile { field: "pictures", name, bytes }];
    let page = who.post_files("/work/new", &work.fields(), &files).await;
    (work, page)
}

/// The largest picture on a work's page, as it is given out.
async fn shown(who: &mut Visitor<'_>, work: &Written) -> RgbImage {
    let page = who.get(&work.page()).await.ok();
    let small = page.link("/picture/").expect("a picture");
    let (place, _) = small.rsplit_once('/').expect("a width");
    let bytes = who.get(&format!("{place}/1600")).await.ok().bytes;
    image::load_from_memory(&bytes).expect("a JPEG").into_rgb8()
}

/// A PDF of so many empty pages, as thin as a line: they are drawn quickly, unoptimised too.
fn pages(count: usize) -> Vec<u8> {
    let kids: String = (0..count).map(|page| format!("{} 0 R ", page + 3)).collect();
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {count} >>\nendobj\n"
    );
    for page in 0..count {
        pdf.push_str(&format!("{} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 160 10] >>\nendobj\n", page + 3));
    }
    pdf.push_str("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    pdf.into_bytes()
}

promise!(a_phones_largest_picture_is_shown, |world| {
    let mut student = world.student().await;
    let (work, page) = bring(&mut student, file!("pixel-8160x6144-gray.png")).await;
    page.leads_to(&work.page());
    let picture = shown(&mut student, &work).await;
    assert_eq!((picture.width(), picture.height().abs_diff(1204) <= 1), (1600, true));
});

promise!(a_picture_in_the_colors_of_a_camera_is_shown_in_those_of_a_screen, |world| {
    let mut student = world.student().await;
    let (work, page) = bring(&mut student, file!("adobergb.jpg")).await;
    page.leads_to(&work.page());
    let seen = *shown(&mut student, &work).await.get_pixel(100, 60);
    assert!(seen.0.iter().zip([200, 60, 60]).all(|(seen, wanted)| seen.abs_diff(wanted) <= 3), "{seen:?}");
});

promise!(a_photo_as_an_iphone_takes_it_is_shown_and_a_broken_one_says_the_way_out, |world| {
    let mut student = world.student().await;
    let photo = file!("IMG_4021.HEIC");
    let (work, page) = bring(&mut student, photo).await;
    page.leads_to(&work.page());
    assert_eq!(shown(&mut student, &work).await.dimensions(), (640, 480));
    let (_, page) = bring(&mut student, (photo.0, &photo.1[..500])).await;
    page.is(422).see("“IMG_4021.HEIC”").see("Most Compatible");
});

promise!(a_document_is_read_to_its_last_page_or_is_given_whole, |world| {
    let (mut student, mut family) = (world.student().await, world.family().await);
    let short = pages(75);
    let (work, page) = bring(&mut student, ("short.pdf", &short)).await;
    page.leads_to(&work.page());
    let page = family.get(&work.page()).await.ok().has("página 75 de 75").dont_see("Guardar el documento entero");
    let id = page.link("/document/").expect("a page").split('/').nth(2).expect("an id").to_owned();
    family.get(&format!("/file/{id}")).await.is(404);

    let long = pages(160);
    let (work, page) = bring(&mut student, ("long.pdf", &long)).await;
    page.leads_to(&work.page());
    let page = family.get(&work.page()).await.ok().has("página 150 de 160");
    let page = page
        .see("El documento tiene 160 páginas. Aquí se muestran las primeras 150.")
        .see("Guardar el documento entero");
    let whole = family.get(&page.link("/file/").expect("the document")).await.ok();
    assert_eq!((whole.header("content-type"), whole.bytes.len()), (Some("application/octet-stream"), long.len()));
    let place = page.link("/file/").expect("the document");
    world.as_(&world.people.classmates_family).await.get(&place).await.is(404);
});

promise!(a_page_on_which_something_is_missing_says_so, |world| {
    let (mut student, mut family) = (world.student().await, world.family().await);
    let (work, page) = bring(&mut student, file!("cjk-not-embedded.pdf")).await;
    page.leads_to(&work.page());
    let page =
        family.get(&work.page()).await.ok().see("Algunas letras, campos de formulario o comentarios de esta página");
    family.get(&page.link("/file/").expect("the document")).await.ok();
});

promise!(a_file_of_another_program_says_what_it_is_and_the_way_out_and_the_rest_is_kept, |world| {
    let mut student = world.student().await;
    let google = br#"{"url":"https://docs.google.com/open?id=1x","doc_id":"1x"}"#.as_slice();
    for (file, words) in [
        (file!("essay.docx"), "File → Download → PDF"),
        (file!("user-password.pdf"), "locked with a password"),
        (("talk.pptx", b"PK\x03\x04 ppt/presentation.xml".as_slice()), "File → Export → PDF"),
        (("story.pages", b"PK\x03\x04 Index/Document.iwa"), "File → Export To → PDF"),
        (("plan.gdoc", google), "where your Google document is"),
    ] {
        let work = Written::new("River").with("keep", "yes");
        let picture = a_jpeg(60, 40);
        let files = [
            AFile { field: "pictures", name: file.0, bytes: file.1 },
            AFile { field: "pictures", name: "river.jpg", bytes: &picture },
        ];
        let page = student.post_files("/work/new", &work.fields(), &files).await.is(422);
        page.see(&format!("“{}”", file.0)).see(words).has("/picture/");
    }
});

promise!(a_link_in_a_file_is_written_among_the_links, |world| {
    let mut student = world.student().await;
    let work = Written::new("River").with("links", "");
    let shortcut = b"[InternetShortcut]\r\nURL=https://river.example/map\r\n".as_slice();
    let files = [AFile { field: "pictures", name: "map.url", bytes: shortcut }];
    let page = student.post_files("/work/new", &work.fields(), &files).await.is(422);
    page.see("This file only holds a link").has("\nhttps://river.example/map</textarea>");
});

promise!(the_words_of_a_text_with_looks_are_read_as_words, |world| {
    let (mut student, mut family) = (world.student().await, world.family().await);
    let (work, page) = bring(&mut student, file!("textedit.rtf")).await;
    page.leads_to(&work.page());
    let words = family.get(&work.page()).await.ok().link("/file/").expect("the words");
    family.get(&words).await.ok().see("My essay about the river").dont_see("rtf1");
});
