//! Pictures of works: taken one by one, described, taken out, and seen by those who may see the work.

use super::{Written, a_jpeg, a_work, pictures_on};
use crate::promise;
use crate::world::AFile;

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> AFile<'a> {
    AFile { field: "pictures", name, bytes }
}

promise!(pictures_come_with_the_form_and_a_bad_one_is_named, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let good = a_jpeg(200);
    let files = [file("beds.jpg", &good), file("homework.pdf", b"%PDF-1.7"), file("<i>.png", b"\x89PNG\r\n")];
    let page = student.post_files("/work/new", &work.fields(), &files).await.is(422);
    assert_eq!(pictures_on(&page).len(), 1, "the good one is kept");
    page.see("“homework.pdf”").see("saved as a draft").has_no("<i>.png");
    work.changed(&mut student, "keep").await.leads_to(&work.page());
    assert_eq!(pictures_on(&student.get(&work.page()).await.ok()).len(), 1);
});

promise!(a_form_with_pictures_sent_twice_adds_them_once, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let (one, other) = (a_jpeg(10), a_jpeg(240));
    for _ in 0..2 {
        let files = [file("one.jpg", &one), file("other.jpg", &other)];
        student.post_files("/work/new", &work.fields(), &files).await.leads_to(&work.page());
    }
    assert_eq!(pictures_on(&student.get(&work.page()).await.ok()).len(), 2);
});

promise!(pictures_of_a_form_that_is_out_of_date_are_kept, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden");
    work.sent(&mut student, "draft").await;
    let stale = work.with("version", "0").with("text", "Other words").with("draft", "yes");
    let picture = a_jpeg(200);
    let page = student.post_files(&stale.at("edit"), &stale.fields(), &[file("a.jpg", &picture)]).await.is(422);
    assert_eq!(pictures_on(&page).len(), 1);
});

promise!(a_picture_sent_ahead_begins_the_draft_and_the_words_join_it, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden");
    let picture = a_jpeg(200);
    student.post_files(&work.at("pictures"), &[], &[file("a.jpg", &picture)]).await.leads_to(&work.at("edit"));
    work.sent(&mut student, "keep").await.leads_to(&work.page());
    let page = student.get(&work.page()).await.ok().see("At first I only counted");
    assert_eq!(pictures_on(&page).len(), 1);
});

promise!(pictures_are_described_and_taken_out, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let (one, other) = (a_jpeg(10), a_jpeg(240));
    let files = [file("one.jpg", &one), file("other.jpg", &other)];
    student.post_files("/work/new", &work.fields(), &files).await;
    let [first, second] = &pictures_on(&student.get(&work.page()).await.ok())[..] else { panic!("two pictures") };
    let described =
        work.with(&format!("describe-{first}"), "Two beds, one in the \"shade\" <script>").with("take_out", second);
    described.changed(&mut student, "keep").await.leads_to(&described.page());
    let page = world.family().await.get(&described.page()).await.ok().see("one in the \"shade\" <script>");
    assert_eq!(pictures_on(&page), std::slice::from_ref(first));
    student.get(&format!("/picture/{second}/320")).await.is(404);
});

promise!(earlier_revisions_keep_the_pictures_a_later_one_leaves_out, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let picture = a_jpeg(10);
    student.post_files("/work/new", &work.fields(), &[file("one.jpg", &picture)]).await;
    let form = student.get(&work.at("revision/new")).await.ok();
    let (id, there) = (form.hidden("id").unwrap(), pictures_on(&form));
    let fields = [("id", id.as_str()), ("text", "Without it"), ("take_out", &there[0])];
    student.post(&work.at("revision/new"), &fields).await.leads_to(&work.page());
    assert!(pictures_on(&student.get(&work.page()).await.ok()).is_empty());
    assert_eq!(pictures_on(&student.get(&work.at("revision/1")).await.ok()), there);
    student.get(&format!("/picture/{}/320", there[0])).await.ok();
});

promise!(a_revision_is_kept_when_one_of_its_pictures_is_bad, |world| {
    let mut student = world.student().await;
    let (work, target) = a_work(&world, "Half of the garden").await;
    let id = student.get(&work.at("revision/new")).await.hidden("id").unwrap();
    let picture = a_jpeg(10);
    let files = [file("good.jpg", &picture), file("bad.jpg", b"\x00not a picture")];
    let fields = [("id", id.as_str()), ("text", "Now the half has a name.")];
    let page = student.post_files(&work.at("revision/new"), &fields, &files).await.is(422);
    assert_eq!(pictures_on(&page).len(), 1);
    page.see("“bad.jpg”").see("Half of the garden").has(&format!("value=\"{target}\" checked"));
    student.get(&work.at("revision/2")).await.ok().see("Now the half has a name.");
});

promise!(a_work_holds_twenty_pictures_and_says_when_there_is_no_room, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("draft", "yes");
    let pictures: Vec<Vec<u8>> = (0..20).map(|number| a_jpeg(number * 12)).collect();
    let files: Vec<_> = pictures.iter().map(|bytes| file("a.jpg", bytes)).collect();
    student.post_files("/work/new", &work.fields(), &files).await.leads_to(&work.at("edit"));
    let one_more = image_of_its_own();
    let refused = student.post_files(&work.at("pictures"), &[], &[file("b.jpg", &one_more)]).await;
    refused.leads_to(&work.at("edit"));
    let version = student.get(&work.at("edit")).await.hidden("version").unwrap();
    let again = work.with("version", &version);
    let page = student.post_files(&again.at("edit"), &again.fields(), &[file("b.jpg", &one_more)]).await.is(422);
    assert_eq!(pictures_on(&page).len(), 20);
});

fn image_of_its_own() -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_fn(40, 30, |x, _| image::Rgb([x as u8 * 6, 0, 255]))
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg)
        .unwrap();
    bytes
}

promise!(a_picture_is_given_out_as_a_jpeg_to_those_who_may_see_it, |world| {
    let mut student = world.student().await;
    let work = Written::new("Garden").with("keep", "yes");
    let picture = a_jpeg(10);
    student.post_files("/work/new", &work.fields(), &[file("one.jpg", &picture)]).await;
    let id = pictures_on(&student.get(&work.page()).await).remove(0);
    for width in ["320", "800", "1600"] {
        let page = student.get(&format!("/picture/{id}/{width}")).await.ok();
        assert_eq!(page.headers["content-type"], "image/jpeg");
        assert_eq!(page.headers["cache-control"], "private, no-cache");
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
        assert!(page.headers.contains_key("etag") && page.bytes.starts_with(&[0xFF, 0xD8]));
    }
    for address in [format!("/picture/{id}/321"), format!("/picture/{id}/-1"), "/picture/1/320".to_owned()] {
        student.get(&address).await.is(404);
    }
    world.family().await.get(&format!("/picture/{id}/320")).await.ok();
    for stranger in [&world.people.classmate, &world.people.other_advisor, &world.people.other_school_lead] {
        world.as_(stranger).await.get(&format!("/picture/{id}/320")).await.is(404);
    }
    world.visitor().get(&format!("/picture/{id}/320")).await.is(401);
});
