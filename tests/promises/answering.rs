//! Answering the words that were agreed: three voices, none assumed, none written over; on paper, by voice, and again when
//! the day has come.

use crate::promise;
use crate::things::{YEAR, a_jpeg, a_wav, one_of_everything};
use crate::world::{AFile, Page, Visitor};
use crate::writing::{agrees, answers, begun, says};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Sends what somebody answered on paper.
async fn on_paper(who: &mut Visitor<'_>, address: &str, answer: &str, photo: Option<&[u8]>) -> Page {
    let files: Vec<AFile> = photo.map(|bytes| AFile { field: "photo", name: "page.jpg", bytes }).into_iter().collect();
    let fields = [("answer", answer), ("text", "Con gusto."), ("photo_words", "Her name, signed"), ("language", "es")];
    who.post_files(address, &fields, &files).await
}

promise!(a_version_is_affirmed_by_three_voices_and_kept_for_good, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    let id = agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.get(&page).await.see("Nobody has been asked yet");
    for _ in 0..2 {
        advisor.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    }
    student.get(&format!("{definition}/version/2")).await.is(404);
    student.get(&page).await.see("has not answered").see("Version 1 waits for answers");

    answers(&mut student, &page, "affirm", "").await.leads_to(&page);
    let silent = answers(&mut family, &page, "with_note", " ").await.is(422);
    silent.has("field--error");
    answers(&mut family, &page, "", "Algo").await.is(422).see("Algo");
    answers(&mut family, &page, "not_yet", "Falta su tío.").await.leads_to(&page);
    answers(&mut advisor, &page, "affirm", "").await.leads_to(&page);
    student.get(&page).await.see("Falta su tío.").see("not yet").dont_see("affirmed by all three voices");

    answers(&mut family, &page, "with_note", "Y que venga su tío.").await.leads_to(&page);
    student.get(&page).await.see("affirmed by all three voices").see("Y que venga su tío.").dont_see("Falta su tío.");

    let address = format!("/statement/{id}");
    let version = student.get(&address).await.hidden("version").expect("a version");
    let change = [("version", version.as_str()), ("text", "We bring all of it home."), ("language", "en")];
    student.post(&address, &change).await.leads_to(&page);
    let read = student.get(&page).await.see("Changed since version 1").see("We bring it home.");
    read.see("We bring all of it home.").see("Ask everyone again");
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let kept = family.get(&format!("{definition}/version/1")).await.ok();
    kept.see("We bring it home.").dont_see("all of it").see("Y que venga su tío.");
    let asked = student.get(&page).await.see("Version 2 waits for answers").see("Affirmed versions");
    // Whoever answered is asked again, and told what has changed since.
    let again = student.get(&asked.link("/version/").expect("a question")).await.ok().see("You answered version 1.");
    again.see("We bring it home.").see("We bring all of it home.");
});

promise!(an_answer_to_older_words_is_asked_again_and_its_note_is_kept, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let older = family.get(&page).await.link("/version/").expect("a question");
    agrees(&mut student, &definition, "values", "And we ask about it.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let answer = [("answer", "with_note"), ("text", "Y su tío."), ("language", "es")];
    let again = family.post(&older, &answer).await.is(422).see("And we ask about it.").see("Y su tío.");
    let newer = again.link("/version/").expect("the newer question");
    assert_ne!(newer, older);
    family.post(&newer, &answer).await.leads_to(&page);
});

promise!(an_answer_on_paper_is_kept_with_its_page_and_never_over_ones_own, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let question = advisor.get(&page).await.link("/version/").expect("a question");
    let address = format!("{question}/{}", world.people.family.id);
    let jpeg = a_jpeg(320, 200);

    // Only who accompanies the student writes it down, and only from a page.
    student.get(&address).await.is(404);
    family.get(&address).await.is(404);
    on_paper(&mut student, &address, "affirm", Some(&jpeg)).await.is(404);
    advisor.get(&address).await.ok().see("on paper").see("We bring it home.");
    on_paper(&mut advisor, &address, "affirm", None).await.is(422).see("Please add a picture of the page");
    for nobody in
        [&world.people.advisor, &world.people.lead, &world.people.classmate, &world.people.other_school_family]
    {
        advisor.get(&format!("{question}/{}", nobody.id)).await.is(404);
    }

    on_paper(&mut advisor, &address, "with_note", Some(&jpeg)).await.leads_to(&page);
    let read = student.get(&page).await.ok().see("on paper, written down by").see("Con gusto.").see("Her name, signed");
    let photo = read.link("/photo/").expect("the page is there");
    student.get(&photo).await.ok();
    world.as_(&world.people.classmate).await.get(&photo).await.is(404);
    // Written down once more: it is still the advisor's to mend, and the family's to change.
    on_paper(&mut advisor, &address, "affirm", Some(&jpeg)).await.leads_to(&page);
    answers(&mut family, &page, "not_yet", "Primero quiero leerlo.").await.leads_to(&page);
    student.get(&page).await.see("Primero quiero leerlo.").dont_see("written down by").dont_see("Con gusto.");
    advisor.get(&address).await.is(404);
    on_paper(&mut advisor, &address, "affirm", Some(&jpeg)).await.is(404);
    student.get(&page).await.see("Primero quiero leerlo.");
});

promise!(an_answer_is_given_by_voice, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let question = family.get(&page).await.link("/version/").expect("a question");
    let wav = a_wav(200);
    let file = AFile { field: "sound", name: "voice.wav", bytes: &wav };
    // Sent with nothing chosen, the recording comes back with the form, and is not made again.
    let again = family.post_files(&question, &[("language", "es")], &[file]).await.is(422);
    let kept = again.hidden("kept_sound").expect("the recording is kept");
    let fields = [("answer", "with_note"), ("kept_sound", kept.as_str()), ("language", "es")];
    family.post_files(&question, &fields, &[]).await.leads_to(&page);
    let sound = student.get(&page).await.ok().link("/sound/").expect("it is heard by who reads the definition");
    student.get(&sound).await.ok();
    world.as_(&world.people.other_student).await.get(&sound).await.is(404);
    family.get(&question).await.ok().has(&kept);
});

promise!(a_day_is_chosen_to_read_it_again_and_says_so_when_it_comes, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    for person in [&mut student, &mut family, &mut advisor] {
        answers(person, &page, "affirm", "").await.leads_to(&page);
    }
    let address = format!("{definition}/review");
    student.get(&page).await.see("We read it again on").has(&address);
    family.get(&page).await.ok().has_no(&address);
    family.post(&address, &[("day", "2099-01-01")]).await.is(404);
    for wrong in ["yesterday", "1999-01-01", "2999-01-01", "2027-02-30", "<script>", "\u{200B}9"] {
        advisor.post(&address, &[("day", wrong)]).await.is(422).has("field--error");
    }
    student.get("/").await.dont_see("ready to be read again");

    world.services.clock.move_on(57 * DAY);
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    student.get(&page).await.see("Today is a good day to read it again together.");
    advisor.get("/").await.see("again together");
    student.post(&address, &[("day", "")]).await.leads_to(&page);
    student.get(&page).await.dont_see("We read it again on").dont_see("Today is a good day");
});

promise!(a_chosen_person_reads_and_writes_what_is_closed_to_the_others, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    agrees(&mut student, &definition, "community", "We ask for a shelter.", &[]).await;
    says(&mut student, &definition, "community", "Nobody asked us.", "en").await;
    let opening = format!("{definition}/section/community");
    student.get(&opening).await.ok().see("And people you choose");
    let chosen = world.people.family.id.to_string();
    let strangers: Vec<String> =
        [&world.people.classmates_family, &world.people.other_school_family, &world.people.lead]
            .iter()
            .map(|person| person.id.to_string())
            .collect();
    let mut fields = vec![("audience", "me"), ("chosen", chosen.as_str()), ("chosen", "<script>")];
    fields.extend(strangers.iter().map(|stranger| ("chosen", stranger.as_str())));
    // Undone, nobody is chosen any more.
    let place = student.post(&opening, &fields).await.leads_to(&page).goes_to().expect("a place");
    let undo = place.split("undo=").nth(1).and_then(|rest| rest.split('#').next()).expect("it can be undone");
    family.get(&page).await.ok().see("We ask for a shelter.");
    student.post(&format!("/undo/{undo}"), &[]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("We ask for a shelter.");
    student.post(&opening, &fields).await.leads_to(&page);

    family.get(&page).await.ok().see("We ask for a shelter.").see("Nobody asked us.");
    says(&mut family, &definition, "community", "Yo también esperé ahí.", "es").await;
    student.get(&page).await.see("Yo también esperé ahí.");
    advisor.get(&page).await.ok().dont_see("shelter").dont_see("Yo también");
    for stranger in [&world.people.classmates_family, &world.people.other_school_family, &world.people.lead] {
        let read = world.as_(stranger).await.get(&page).await;
        assert!(!read.text.contains("shelter"), "{} was never somebody to choose", stranger.name);
    }
    // Nobody is asked to affirm what only the student and one other can read.
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    assert!(family.get(&page).await.link("/version/").is_none());

    student.post(&opening, &[("audience", "me")]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("shelter").dont_see("Nobody asked us.");
});

promise!(an_answer_is_one_page_on_which_nothing_is_chosen_for_anybody, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    agrees(&mut student, &definition, "becoming", "We ask about it.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let question = family.get(&page).await.ok().link("/version/").expect("a question");
    // Read here, answered here, without anything that runs.
    let asked = family.get(&question).await.ok().see("We bring it home.").see("We ask about it.");
    let asked = asked.has(&format!("action=\"{question}\"")).has("value=\"affirm\"").has("value=\"not_yet\"");
    assert_nothing_chosen(&asked);
    // Silence, and a form with nothing in it, are no yes.
    family.post(&question, &[]).await.is(422);
    student.get(&page).await.ok().see("has not answered");
    for hostile in ["yes", "AFFIRM", "affirm\u{0}", "' OR 1=1"] {
        family.post(&question, &[("answer", hostile), ("language", "es")]).await.is(422);
    }
    // A yes without words is in no language; nobody is held to have said in which.
    family.post(&question, &[("answer", "affirm")]).await.leads_to(&page);
    student.get(&page).await.ok().dont_see("Rosa Reyes (abuela) has not answered");
});

/// No radio button or box of the page is on.
#[track_caller]
fn assert_nothing_chosen(page: &Page) {
    let chosen = page.text.split("<input").skip(1).map(|input| input.split('>').next().unwrap_or_default());
    let chosen: Vec<&str> = chosen.filter(|input| input.contains(" checked")).collect();
    assert!(chosen.is_empty(), "chosen already on {}: {chosen:?}", page.path);
}

promise!(a_reply_and_a_time_choose_nothing_for_a_family, |world| {
    let things = one_of_everything(&world).await;
    let mut family = world.family().await;
    let conference = &things["conference"];
    let reply = format!("/conference/{conference}/reply");
    let shown = family.get(&reply).await.ok();
    assert_nothing_chosen(&shown);
    let id = shown.hidden("id").expect("an id");
    let sent = family.post(&reply, &[("id", &id), ("text", "Nos gustó."), ("language", "es")]).await;
    sent.leads_to(&format!("/conference/{conference}"));
    family.get(&format!("/conference/{conference}")).await.ok().see("Nos gustó.");
    family.post(&reply, &[("starter", "<script>"), ("text", "Hola"), ("language", "es")]).await.is(422);
    family.get(&format!("/conference/{conference}/follow")).await.ok().has("<select id=\"field-language\"");

    let mut advisor = world.advisor().await;
    let day = format!("{}-03-24", *YEAR);
    let afternoon = [
        ("day", day.as_str()),
        ("from", "15:00"),
        ("until", "15:30"),
        ("minutes", "25"),
        ("pause", "5"),
        ("place", "Room 204"),
        ("ways", "in-person"),
        ("ways", "video"),
    ];
    let seen = advisor.post("/times/new", &afternoon).await.ok();
    let (time, print) = (seen.hidden("id").expect("a time"), seen.hidden("seen").expect("what was seen"));
    let mut offer = afternoon.to_vec();
    offer.extend([("id", time.as_str()), ("seen", print.as_str()), ("offer", "yes")]);
    advisor.post("/times/new", &offer).await.leads_to("/times");
    let here = format!("/student/{}/time", world.people.classmate.id);
    let mut other = world.as_(&world.people.classmates_family).await;
    let choosing = other.get(&format!("{here}?time={time}")).await.ok();
    assert_nothing_chosen(&choosing);
    other.post(&here, &[("time", &time)]).await.is(422);
    other.post(&here, &[("time", &time), ("way", "video")]).await.leads_to(&here);
});
