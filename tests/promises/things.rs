//! One of everything that is the student's, made the way the student makes it: by sending forms.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::LazyLock;

use kinfolio::day::Day;
use kinfolio::media::Queue;
use kinfolio::store::run;
use kinfolio::upload::{Upload, UploadWorker};
use kinfolio_app::services::Services;

use crate::world::{AFile, Page, Visitor, World};
use crate::worrying::worries;

/// What stands in the address between `beginning` and the next end.
pub fn id_in(address: &str, beginning: &str) -> String {
    let at = address.find(beginning).unwrap_or_else(|| panic!("{beginning:?} is not in {address:?}")) + beginning.len();
    address[at..].split(['/', '?', '#', '"']).next().unwrap_or_default().to_owned()
}

fn goes(page: &Page) -> String {
    page.goes_to().unwrap_or_else(|| panic!("{} leads nowhere ({}):\n{}", page.path, page.status, page.text))
}

/// The year of the next March that is ahead, as addresses have it: times are offered for days to come, and not too far.
pub static YEAR: LazyLock<String> = LazyLock::new(|| {
    let today = kinfolio::day::Day::of(kinfolio::at::Clock::default().now(), "UTC").to_string();
    let year: i32 = today[..4].parse().expect("a year");
    if today[5..] < *"03-01" { year.to_string() } else { (year + 1).to_string() }
});

/// A picture of this size, as a camera sends it.
pub fn a_jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
        .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg)
        .expect("a picture in memory can be written");
    bytes
}

/// A recording of this many milliseconds of silence, as a plain recorder writes it.
pub fn a_wav(millis: u32) -> Vec<u8> {
    let length = millis * 8 * 2;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + length).to_le_bytes());
    // One channel, 8,000 samples a second, two bytes each.
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0data");
    bytes.extend(length.to_le_bytes());
    bytes.extend((0..length).map(|place| (place % 251) as u8));
    bytes
}

/// A film of no length: the boxes that say it is one.
pub fn a_film() -> Vec<u8> {
    let a_box = |kind: &[u8; 4], inside: &[u8]| [&(inside.len() as u32 + 8).to_be_bytes(), &kind[..], inside].concat();
    let handler = a_box(b"hdlr", &[&[0; 8][..], b"vide", &[0; 13]].concat());
    let track = a_box(b"trak", &a_box(b"mdia", &handler));
    [a_box(b"ftyp", b"isom\0\0\0\0isomavc1"), a_box(b"moov", &track), a_box(b"mdat", &[7; 64])].concat()
}

/// A document of one page.
pub fn a_pdf() -> Vec<u8> {
    let drawing = "0 0 100 100 re f";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()),
    ];
    let objects = (1..).zip(objects).map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"));
    format!("%PDF-1.4\n{}trailer\n<< /Root 1 0 R >>\n%%EOF\n", objects.collect::<String>()).into_bytes()
}

/// Sends a file piece by piece that nobody can open, and has it looked at.
async fn a_failed_upload(student: &mut Visitor<'_>, services: &Services, work: &str) -> String {
    let expected = student.send_bytes("POST", &format!("/work/{work}/arrival"), &[("upload-length", "4")], b"").await;
    let address = expected.is(201).header("location").expect("an address").to_owned();
    let piece = [("content-type", "application/offset+octet-stream"), ("upload-offset", "0")];
    student.send_bytes("PATCH", &address, &piece, b"\0\x01\x02\x03").await.is(204);
    let worker = UploadWorker::on(&services.db);
    let now = services.clock.now();
    Upload::make_next_ready(&services.db, &services.media, &worker, Queue::Others, now).await.expect("it is looked at");
    // Where a server runs as well, that one may have been quicker.
    for _ in 0..500 {
        if student.get(&address).await.text.starts_with("failed") {
            return id_in(&address, "/arrival/");
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("nobody looked at it");
}

/// Makes one of everything, open to the family, and gives what its id is called in addresses.
pub async fn one_of_everything(world: &World) -> HashMap<&'static str, String> {
    let student_id = world.people.student.id.to_string();
    let mut lead = world.lead().await;
    let form = lead.get("/targets/new").await.ok();
    let target = form.hidden("id").expect("the form carries an id");
    let wording = [
        ("id", target.as_str()),
        ("subject", "Mathematics"),
        ("statement", "I can compare fractions."),
        ("criteria", "I say what the whole is."),
    ];
    goes(&lead.post("/targets/new", &wording).await);

    let new = "/school/prompts/values/new";
    let prompt = lead.get(new).await.ok().hidden("id").expect("the form carries an id");
    goes(&lead.post(new, &[("id", prompt.as_str()), ("student_en", "Who sings at home?")]).await);

    let mut student = world.student().await;
    let form = student.get("/work/new").await.ok();
    let work = form.hidden("id").expect("the form carries an id");
    let words = [
        ("id", work.as_str()),
        ("title", "Fractions, my way"),
        ("text", "At first I only drew pizzas."),
        ("form", "making"),
        ("language", "en"),
        ("audience", "family"),
        ("target", target.as_str()),
        ("keep", "yes"),
    ];
    let photo = a_jpeg(640, 480);
    let (sound, paper) = (a_wav(300), a_pdf());
    let files = [
        AFile { field: "pictures", name: "quilt.jpg", bytes: &photo },
        AFile { field: "pictures", name: "drum.wav", bytes: &sound },
        AFile { field: "pictures", name: "letter.pdf", bytes: &paper },
    ];
    goes(&student.post_files("/work/new", &words, &files).await);
    let page = student.get(&format!("/work/{work}")).await.ok();
    let picture = id_in(&page.link("/picture/").expect("the picture is there"), "/picture/");
    let document = id_in(&page.link("/document/").expect("its pages are drawn"), "/document/");
    let file = id_in(&page.link("/file/").expect("the sound is there"), "/file/");
    let captions = [("language", "es"), ("text", "WEBVTT\n\n00:00.000 --> 00:00.300\n(un tambor)\n")];
    goes(&student.post(&format!("/file/{file}/captions"), &captions).await);
    // As if it had been a film that was made playable.
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(&mut tx, "UPDATE work_file SET played_hash = hash, played_size = size WHERE id = $1", &file)
        .expect("it plays");
    tx.commit().await.expect("kept");
    let upload = a_failed_upload(&mut student, &world.services, &work).await;
    goes(&student.post(&format!("/work/{work}/check"), &[]).await);
    let mut advisor = world.advisor().await;
    let page = advisor.get(&format!("/work/{work}")).await.ok();
    let check = id_in(&page.link("/check/").expect("the check waits"), "/check/");

    let feedback = peer_feedback(world, &work).await;
    let aims = format!("/student/{student_id}/aims");
    let aim = student.get(&aims).await.ok().hidden("id").expect("the form carries an id");
    goes(&student.post(&aims, &[("id", aim.as_str()), ("what", "Ask my grandmother.")]).await);

    let portfolio = format!("/student/{student_id}/portfolio/arrange");
    let shelf = shelf(world, &student_id, &portfolio).await;
    let definition = format!("/student/{student_id}/definition");
    goes(&student.post(&definition, &[]).await);
    let page = student.get(&definition).await.ok();
    let definition = id_in(&page.link("/definition/").expect("the definition is there"), "/definition/");
    let form = student.get(&format!("/definition/{definition}/contribute?section=values")).await.ok();
    let contribution = form.hidden("id").expect("the form carries an id");
    let words = [
        ("id", contribution.as_str()),
        ("section", "values"),
        ("question", "other"),
        ("text", "We eat together."),
        ("language", "en"),
    ];
    let (spoken, drawn) = (a_wav(200), a_jpeg(320, 200));
    let files = [
        AFile { field: "sound", name: "voice.wav", bytes: &spoken },
        AFile { field: "photo", name: "recipe.jpg", bytes: &drawn },
    ];
    goes(&student.post_files(&format!("/definition/{definition}/contribute"), &words, &files).await);
    let page = student.get(&format!("/student/{student_id}/definition")).await.ok();
    let sound = id_in(&page.link("/sound/").expect("the recording is there"), "/sound/");
    let photo = id_in(&page.link("/photo/").expect("the photo is there"), "/photo/");
    let words = [("text", "Comemos juntos."), ("language", "es")];
    goes(&advisor.post(&format!("/contribution/{contribution}/translation"), &words).await);
    let page = student.get(&format!("/student/{student_id}/definition")).await.ok();
    let translation = id_in(&page.link("/translation/").expect("the translation waits for a check"), "/translation/");
    let new = format!("/definition/{definition}/statement/new?section=values");
    let form = student.get(&new).await.ok();
    let statement = form.hidden("id").expect("the form carries an id");
    let words =
        [("id", statement.as_str()), ("section", "values"), ("text", "We look after our elders."), ("language", "en")];
    goes(&student.post(&format!("/definition/{definition}/statement/new"), &words).await);
    let rendition = rendition(world, &student_id, &statement).await;
    let new = format!("/statement/{statement}/evidence/new");
    let evidence = student.get(&new).await.ok().hidden("id").expect("the form carries an id");
    let words = [
        ("id", evidence.as_str()),
        ("work", work.as_str()),
        ("kind", "growing"),
        ("why", "My grandmother cut every piece."),
        ("language", "en"),
    ];
    goes(&student.post(&new, &words).await);
    goes(&student.post(&format!("/definition/{definition}/version"), &[]).await);
    let page = student.get(&format!("/student/{student_id}/definition")).await.ok();
    let version = id_in(&page.link("/version/").expect("the version waits for an answer"), "/version/");

    let choice = choice(world, &student_id).await;
    let conference = format!("/student/{student_id}/conference");
    let form = student.get(&conference).await.ok();
    let id = form.hidden("id").expect("the form carries an id");
    let facts = [
        ("id", id.as_str()),
        ("day", "2026-12-03"),
        ("time", "17:40"),
        ("place", "Room 204"),
        ("form", "circle"),
        ("language", "es"),
    ];
    let conference = id_in(&goes(&student.post(&conference, &facts).await), "/conference/");
    goes(&student.post(&format!("/conference/{conference}/guide"), &[]).await);
    let page = student.get(&format!("/conference/{conference}")).await.ok();
    let moment = id_in(&page.link("/moment/").expect("the plan has moments"), "/moment/");
    let rehearse = format!("/conference/{conference}/rehearse");
    let rehearsal = student.get(&rehearse).await.ok().hidden("id").expect("the form carries an id");
    goes(&student.post(&rehearse, &[("id", rehearsal.as_str())]).await);
    let template = lead.get("/school/plans/new").await.ok().hidden("id").expect("the form carries an id");
    let words = [
        ("id", template.as_str()),
        ("name", "Harvest circle"),
        ("form", "circle"),
        ("language", "en"),
        ("name_1", "Welcome"),
        ("purpose_1", "welcome"),
        ("minutes_1", "2"),
    ];
    goes(&lead.post("/school/plans/new", &words).await);
    let item = lead.get("/school/readiness/new").await.ok().hidden("id").expect("the form carries an id");
    let words = [("id", item.as_str()), ("what_en", "Tea is ready"), ("why_en", "It begins with tea.")];
    goes(&lead.post("/school/readiness/new", &words).await);
    let reply = kinfolio::id::ReplyId::new().to_string();
    let words = [("id", reply.as_str()), ("starter", "proud"), ("text", "Qué orgullo."), ("language", "es")];
    goes(&world.family().await.post(&format!("/conference/{conference}/reply"), &words).await);
    let testimony = kinfolio::id::TestimonyId::new().to_string();
    let words = [("id", testimony.as_str()), ("kind", "told"), ("text", "Tradujo en la clínica."), ("language", "es")];
    goes(&world.family().await.post(&format!("/student/{student_id}/testimony"), &words).await);
    let commitment = kinfolio::id::CommitmentId::new().to_string();
    let words = [("id", commitment.as_str()), ("what", "I measure the sun."), ("language", "en")];
    goes(&student.post(&format!("/conference/{conference}/commitment"), &words).await);
    let (comment, undo) = comment(world, &conference).await;
    let remark = remark(world, &statement).await;
    let binned = binned(world, &student_id, &portfolio).await;
    let (worry, _) = worries(&mut world.advisor().await, &format!("/remark/{remark}"), "").await;
    let permit = permit(world, &work).await;
    let (advisory, stand_in) = stand_in(world).await;
    HashMap::from([
        ("permit", permit),
        ("advisory", advisory),
        ("stand_in", stand_in),
        ("teacher", world.people.other_advisor.id.to_string()),
        ("comment", comment),
        ("undo", undo),
        ("remark", remark),
        ("worry", worry),
        ("binned", binned),
        ("said", "00000000-0000-7000-8000-000000000000".to_owned()),
        ("student", student_id),
        ("target", target),
        ("prompt", prompt),
        ("work", work),
        ("picture", picture),
        ("document", document),
        ("file", file),
        ("language", "es".to_owned()),
        ("arrival", upload),
        ("check", check),
        ("feedback", feedback),
        ("aim", aim),
        ("shelf", shelf),
        ("definition", definition),
        ("section", "values".to_owned()),
        ("contribution", contribution),
        ("sound", sound),
        ("photo", photo),
        ("translation", translation),
        ("words_of", "statement".to_owned()),
        ("thing", statement.clone()),
        ("rendition", rendition),
        ("statement", statement),
        ("evidence", evidence),
        ("version", version),
        ("conference", conference),
        ("moment", moment),
        ("rehearsal", rehearsal),
        ("template", template),
        ("item", item),
        ("choice", choice),
        ("person", world.people.family.id.to_string()),
        ("number", "1".to_owned()),
        ("width", "320".to_owned()),
        ("reply", reply),
        ("testimony", testimony),
        ("eyes", "family".to_owned()),
        ("commitment", commitment),
        ("cues", "0".repeat(48)),
        ("card", "0".repeat(48)),
        ("stop", kinfolio::digest::stop_token(&world.services.secrets, &world.people.family.id)),
        ("calendar", "0".repeat(48)),
        ("time", "00000000-0000-7000-8000-000000000000".to_owned()),
        ("day", "2027-03-04".to_owned()),
        ("grant", "00000000-0000-7000-8000-000000000000".to_owned()),
    ])
}

/// What let somebody of the staff in to the work: it has ended.
async fn permit(world: &World, work: &str) -> String {
    let mut student = world.student().await;
    let id = kinfolio::id::PermitId::new().to_string();
    let teacher = world.people.other_advisor.id.to_string();
    let asks = [("id", id.as_str()), ("teacher", teacher.as_str()), ("teacher_asks", "feedback")];
    goes(&student.post(&format!("/work/{work}/teacher"), &asks).await);
    goes(&student.post(&format!("/permit/{id}/end"), &[]).await);
    id
}

/// The student's advisory, and who will stand in for its advisor, far from now.
async fn stand_in(world: &World) -> (String, String) {
    let mut lead = world.lead().await;
    let page = lead.get(&format!("/person/{}", world.people.advisor.id)).await.ok();
    let advisory = id_in(&page.link("/advisory/").expect("its advisor can be stood in for"), "/advisory/");
    let day = Day::of(world.services.clock.now(), "America/New_York").plus_days(395).to_string();
    let id = kinfolio::id::StandInId::new().to_string();
    let teacher = world.people.other_advisor.id.to_string();
    let fields = [("id", id.as_str()), ("person", &teacher), ("from", &day), ("until", &day)];
    goes(&lead.post(&format!("/advisory/{advisory}/stand-in"), &fields).await);
    (advisory, id)
}

/// What the student said about the plan, and the way to undo it.
async fn comment(world: &World, conference: &str) -> (String, String) {
    let mut student = world.student().await;
    let id = kinfolio::id::CommentId::new().to_string();
    let words = [("id", id.as_str()), ("text", "Who brings the drum?"), ("language", "en")];
    let place = goes(&student.post(&format!("/conference/{conference}/talk"), &words).await);
    let undo = place.split("undo=").nth(1).expect("it can be undone").split(['&', '#']).next().unwrap_or_default();
    (id, undo.to_owned())
}

/// What the advisor put beside a statement: the words in another language, and read aloud.
async fn rendition(world: &World, student_id: &str, statement: &str) -> String {
    let read = a_wav(400);
    let words = [("text", "Cuidamos a nuestros mayores."), ("language", "es")];
    let file = AFile { field: "sound", name: "read.wav", bytes: &read };
    let beside = format!("/words/statement/{statement}/beside");
    goes(&world.advisor().await.post_files(&beside, &words, &[file]).await);
    let page = world.student().await.get(&format!("/student/{student_id}/definition")).await.ok();
    id_in(&page.link("/rendition/").expect("it waits for a check"), "/rendition/")
}

/// What the student said beside a statement.
async fn remark(world: &World, statement: &str) -> String {
    let mut student = world.student().await;
    let id = kinfolio::id::RemarkId::new().to_string();
    let words = [("id", id.as_str()), ("text", "And our neighbors?"), ("language", "en")];
    goes(&student.post(&format!("/statement/{statement}/talk"), &words).await);
    id
}

/// A shelf in the student's bin.
async fn binned(world: &World, student_id: &str, arrange: &str) -> String {
    let shelf = kinfolio::id::ShelfId::new().to_string();
    let mut student = world.student().await;
    let new = [("id", shelf.as_str()), ("name", "Songs"), ("about", "")];
    goes(&student.post(&format!("/student/{student_id}/shelf"), &new).await);
    student.get(arrange).await.ok().see("Songs");
    goes(&student.post(&format!("/shelf/{shelf}/remove"), &[]).await);
    let page = student.get("/bin").await.ok();
    id_in(&page.link("/bin/").expect("it lies in the bin"), "/bin/")
}

/// What a classmate said about the work, while they were asked.
async fn peer_feedback(world: &World, work: &str) -> String {
    let mut student = world.student().await;
    let ask = format!("/work/{work}/peers/ask");
    goes(&student.post(&ask, &[("question", "Is it clear?"), ("question_language", "en")]).await);
    let mut classmate = world.as_(&world.people.classmate).await;
    let peers = format!("/work/{work}/peers");
    let form = classmate.get(&peers).await.ok();
    let (id, revision) = (form.hidden("id").expect("an id"), form.hidden("revision").expect("a revision"));
    let words = [
        ("id", id.as_str()),
        ("revision", revision.as_str()),
        ("starter", "noticed"),
        ("feedback", "every patch has a name."),
        ("language", "en"),
    ];
    goes(&classmate.post(&peers, &words).await);
    goes(&student.post(&ask, &[("stop", "yes")]).await);
    id
}

async fn shelf(world: &World, student_id: &str, arrange: &str) -> String {
    let mut student = world.student().await;
    let form = student.get(arrange).await.ok();
    let id = form.hidden("id").expect("the form carries an id");
    let new = [("id", id.as_str()), ("name", "Things I brought home"), ("about", "")];
    goes(&student.post(&format!("/student/{student_id}/shelf"), &new).await);
    let page = student.get(arrange).await.ok();
    id_in(&page.link("/shelf/").expect("the shelf is there"), "/shelf/")
}

/// A time the advisor offers and the family chooses.
async fn choice(world: &World, student_id: &str) -> String {
    let mut advisor = world.advisor().await;
    // Near enough that whoever came in before it is still in after it.
    let day = Day::of(world.services.clock.now(), "America/New_York").plus_days(3).to_string();
    let fields = [
        ("day", day.as_str()),
        ("from", "15:00"),
        ("minutes", "25"),
        ("pause", "0"),
        ("place", "Room 204"),
        ("ways", "in-person"),
    ];
    let seen = advisor.post("/times/new", &fields).await.ok();
    let id = seen.hidden("id").expect("the look carries an id");
    let print = seen.hidden("seen").expect("the look says what it was");
    let mut fields = fields.to_vec();
    fields.extend([("id", id.as_str()), ("seen", print.as_str()), ("offer", "yes")]);
    goes(&advisor.post("/times/new", &fields).await);
    let mut family = world.family().await;
    goes(&family.post(&format!("/student/{student_id}/time"), &[("time", &id), ("way", "in-person")]).await);
    let page = advisor.get("/times").await.ok();
    id_in(&page.link("/choice/").expect("the choice is there"), "/choice/")
}
