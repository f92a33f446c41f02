//! What the family tells: their words, the student's portfolio, and nobody in between.

use kinfolio::id::{ShelfId, TestimonyId};

use crate::promise;
use crate::things::{a_jpeg, a_wav};
use crate::world::{AFile, Page, Visitor, World};

struct Addresses {
    tell: String,
    inbox: String,
    portfolio: String,
}

fn addresses(world: &World) -> Addresses {
    let student = format!("/student/{}", world.people.student.id);
    Addresses {
        tell: format!("{student}/testimony"),
        inbox: format!("{student}/testimonies"),
        portfolio: format!("{student}/portfolio"),
    }
}

const TOLD: &str = "Tradujo para su abuela en la clínica.";

/// Tells something, and gives its id.
async fn told(who: &mut Visitor<'_>, at: &Addresses, text: &str) -> String {
    let id = TestimonyId::new().to_string();
    let words = [("id", id.as_str()), ("kind", "told"), ("text", text), ("title", "En la clínica"), ("language", "es")];
    who.post(&at.tell, &words).await.leads_to(&at.tell);
    id
}

/// What the form of an answer carries along.
fn made_from(form: &Page) -> (String, String) {
    (form.hidden("version").expect("a version"), form.hidden("answers").expect("how often it was answered"))
}

/// The student answers what stands there now.
async fn answers(who: &mut Visitor<'_>, id: &str, fields: &[(&str, &str)]) -> Page {
    let address = format!("/testimony/{id}/answer");
    let (version, answers) = made_from(&who.get(&address).await.ok());
    let mut all = vec![("version", version.as_str()), ("answers", answers.as_str()), ("language", "en")];
    all.extend_from_slice(fields);
    who.post(&address, &all).await
}

const ACCEPT: [(&str, &str); 4] = [("stands", "portfolio"), ("audience", "family"), ("shelf", ""), ("thanks", "")];

promise!(what_the_family_tells_stands_on_the_portfolio_in_their_words, |world| {
    let at = addresses(&world);
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    family.get(&format!("/student/{}", world.people.student.id)).await.ok().has(&at.tell);
    let id = told(&mut family, &at, TOLD).await;

    // Until the student says so, it is between the two.
    advisor.get(&at.portfolio).await.ok().dont_see(TOLD);
    family.get(&at.portfolio).await.ok().dont_see(TOLD);
    student.get(&at.portfolio).await.ok().see("Rosa Reyes").see("told something about you").dont_see(TOLD);
    student.get(&at.inbox).await.ok().see(TOLD).see("waits for your answer").has_no("<script");

    let thanks = [("stands", "portfolio"), ("audience", "family"), ("shelf", ""), ("thanks", "Gracias, abuela.")];
    answers(&mut student, &id, &thanks).await.leads_to(&at.inbox);
    for reader in [&mut family, &mut advisor, &mut student] {
        let read = reader.get(&at.portfolio).await.ok().see(TOLD).see("En la clínica").see("Rosa Reyes (abuela)");
        read.has("lang=\"es\" dir=\"auto\"").has("voice--family").has_no("<script").dont_see("Gracias, abuela.");
    }
    // The thanks is the teller's alone.
    family.get(&at.tell).await.ok().see("Gracias, abuela.").see("Está en el portafolio de");
});

promise!(what_the_student_leaves_off_stays_between_the_two, |world| {
    let at = addresses(&world);
    let (mut family, mut student) = (world.family().await, world.student().await);
    let id = told(&mut family, &at, TOLD).await;
    let between = [("stands", "between"), ("thanks", "Eso fue nuestro."), ("shelf", ""), ("audience", "family")];
    answers(&mut student, &id, &between).await.leads_to(&at.inbox);
    family.get(&at.tell).await.ok().see("Eso fue nuestro.").see("lo guarda entre ustedes dos");
    for mut reader in [family, world.advisor().await] {
        reader.get(&at.portfolio).await.ok().dont_see(TOLD);
    }
    student.get(&at.portfolio).await.ok().dont_see(TOLD);
    // And can still be put on it later.
    answers(&mut student, &id, &ACCEPT).await.leads_to(&at.inbox);
    world.family().await.get(&at.portfolio).await.see(TOLD);
});

promise!(nobody_changes_the_words_but_their_teller, |world| {
    let at = addresses(&world);
    let mut family = world.family().await;
    let id = told(&mut family, &at, TOLD).await;
    let mut student = world.student().await;
    answers(&mut student, &id, &ACCEPT).await.leads_to(&at.inbox);
    let people = &world.people;
    let words = [("version", "1"), ("kind", "told"), ("text", "Other words."), ("language", "en")];
    for person in
        [&people.student, &people.advisor, &people.lead, &people.classmates_family, &people.other_school_family]
    {
        let mut other = world.as_(person).await;
        other.get(&format!("/testimony/{id}")).await.is(404);
        other.post(&format!("/testimony/{id}"), &words).await.is(404);
        other.post(&format!("/testimony/{id}/take-back"), &[("sure", "yes")]).await.is(404);
        if person.id != people.student.id {
            other.post(&format!("/testimony/{id}/answer"), &ACCEPT).await.is(404);
            other.get(&at.inbox).await.is(404);
        }
        other.post(&at.tell, &words).await.is(404);
    }
    family.get(&at.portfolio).await.see(TOLD).dont_see("Other words.");
});

promise!(words_changed_after_they_were_accepted_wait_for_the_student_again, |world| {
    let at = addresses(&world);
    let (mut family, mut student) = (world.family().await, world.student().await);
    let id = told(&mut family, &at, TOLD).await;
    answers(&mut student, &id, &ACCEPT).await.leads_to(&at.inbox);
    let change = |version: &'static str, text: &'static str| {
        [("version", version), ("kind", "told"), ("text", text), ("title", ""), ("language", "es")]
    };
    let address = format!("/testimony/{id}");
    family.post(&address, &change("1", "Tradujo dos veces.")).await.leads_to(&at.tell);
    // Sent twice, it is changed once; from an old page, both texts are there.
    family.post(&address, &change("1", "Tradujo dos veces.")).await.leads_to(&at.tell);
    let stale = family.post(&address, &change("1", "Tradujo tres veces.")).await.is(422);
    assert_eq!(stale.hidden("version").as_deref(), Some("2"));
    stale.see("Tradujo dos veces.").see("Tradujo tres veces.");

    // Neither the old words nor the new ones are shown to others now.
    let mut advisor = world.advisor().await;
    advisor.get(&at.portfolio).await.ok().dont_see(TOLD).dont_see("Tradujo dos veces.");
    student.get(&at.inbox).await.see("Tradujo dos veces.").see("other words");
    // An answer that was made looking at the words before does not let the new ones stand.
    let old = [("version", "1"), ("answers", "1"), ("language", "en"), ("stands", "portfolio"), ("audience", "family")];
    let again = [&old[..], &[("thanks", "Me alegra.")]].concat();
    student.post(&format!("/testimony/{id}/answer"), &again).await.is(422).see("Tradujo dos veces.").see("Me alegra.");
    advisor.get(&at.portfolio).await.dont_see("Tradujo dos veces.");
    answers(&mut student, &id, &ACCEPT).await.leads_to(&at.inbox);
    advisor.get(&at.portfolio).await.see("Tradujo dos veces.");
});

promise!(what_is_taken_back_is_nowhere_but_with_its_teller, |world| {
    let at = addresses(&world);
    let (mut family, mut student) = (world.family().await, world.student().await);
    let sound = a_wav(200);
    let photo = a_jpeg(320, 200);
    let id = TestimonyId::new().to_string();
    let words =
        [("id", id.as_str()), ("kind", "made"), ("text", TOLD), ("language", "es"), ("photo_words", "La colcha.")];
    let files = [
        AFile { field: "sound", name: "voice.wav", bytes: &sound },
        AFile { field: "photo", name: "quilt.jpg", bytes: &photo },
    ];
    family.post_files(&at.tell, &words, &files).await.leads_to(&at.tell);
    let page = student.get(&at.inbox).await.ok();
    let (sound, photo) = (page.link("/sound/").expect("a recording"), page.link("/photo/").expect("a picture"));
    student.get(&sound).await.ok();
    student.get(&photo).await.ok();
    let mut advisor = world.advisor().await;
    advisor.get(&sound).await.is(404);
    advisor.get(&photo).await.is(404);
    answers(&mut student, &id, &ACCEPT).await.leads_to(&at.inbox);
    advisor.get(&sound).await.ok();
    advisor.get(&photo).await.ok();
    world.as_(&world.people.classmates_family).await.get(&sound).await.is(404);

    let form = made_from(&student.get(&format!("/testimony/{id}/answer")).await.ok());
    let back = format!("/testimony/{id}/take-back");
    family.post(&back, &[]).await.is(400);
    family.post(&back, &[("sure", "yes")]).await.leads_to(&at.tell);
    family.post(&back, &[("sure", "yes")]).await.is(404);
    for path in [&sound, &photo] {
        advisor.get(path).await.is(404);
        student.get(path).await.is(404);
        family.get(path).await.ok();
    }
    student.get(&at.portfolio).await.ok().dont_see(TOLD);
    student.get(&at.inbox).await.ok().dont_see(TOLD);
    let told_again = family.get("/bin").await.ok().link("/bin/").expect("it lies in the bin");
    // What the student was writing meanwhile is given back.
    let typed = [
        ("version", form.0.as_str()),
        ("answers", form.1.as_str()),
        ("language", "en"),
        ("stands", "portfolio"),
        ("audience", "family"),
        ("thanks", "Thank you for the quilt."),
    ];
    let answer = format!("/testimony/{id}/answer");
    student.post(&answer, &typed).await.is(422).see("Thank you for the quilt.").dont_see(TOLD);
    world.as_(&world.people.classmate).await.post(&answer, &typed).await.is(404);
    advisor.get(&at.portfolio).await.dont_see(TOLD);
    // Told again, it waits again.
    family.post(&told_again, &[]).await.leads_to("/bin?said=is_back");
    advisor.get(&at.portfolio).await.dont_see(TOLD);
    student.get(&at.inbox).await.see(TOLD).see("waits for your answer");
    // What the student had said to it stays, beside a mark.
    answers(&mut student, &id, &[("stands", "between"), ("thanks", "Gracias, abuela.")]).await.leads_to(&at.inbox);
    family.post(&back, &[("sure", "yes")]).await.leads_to(&format!("{}?said=withdrawn", at.tell));
    student.get(&at.inbox).await.ok().dont_see(TOLD).see("Gracias, abuela.").see("These words were taken back.");
    student.get(&format!("/testimony/{id}/answer")).await.is(404);
    family.get(&format!("/testimony/{id}")).await.is(404);
    family.get(&at.tell).await.ok().dont_see(TOLD).see("Gracias, abuela.");
    family.post(&told_again.clone(), &[]).await.is(404);
});

promise!(a_testimony_stands_for_those_the_student_chose_and_on_their_shelf, |world| {
    let at = addresses(&world);
    let (mut family, mut student) = (world.family().await, world.student().await);
    let shelf = ShelfId::new().to_string();
    let new = [("id", shelf.as_str()), ("name", "From home"), ("about", "")];
    student.post(&format!("/student/{}/shelf", world.people.student.id), &new).await.leads_to("/student/");
    let id = told(&mut family, &at, TOLD).await;
    let on = [("stands", "portfolio"), ("audience", "advisor"), ("shelf", shelf.as_str()), ("thanks", "")];
    answers(&mut student, &id, &on).await.leads_to(&at.inbox);
    world.advisor().await.get(&at.portfolio).await.ok().see(TOLD).see("From home");
    family.get(&at.portfolio).await.ok().dont_see(TOLD).dont_see("From home");
    // A shelf that is taken away leaves what stood on it.
    student.post(&format!("/shelf/{shelf}/remove"), &[]).await.leads_to("/student/");
    world.advisor().await.get(&at.portfolio).await.ok().see(TOLD).dont_see("From home");
});

promise!(a_foreign_shelf_or_word_in_an_answer_changes_nothing, |world| {
    let at = addresses(&world);
    let (mut family, mut student) = (world.family().await, world.student().await);
    let mut classmate = world.as_(&world.people.classmate).await;
    let theirs = ShelfId::new().to_string();
    let new = [("id", theirs.as_str()), ("name", "Theirs"), ("about", "")];
    classmate.post(&format!("/student/{}/shelf", world.people.classmate.id), &new).await.leads_to("/student/");
    let id = told(&mut family, &at, TOLD).await;
    for (field, value) in [
        ("shelf", theirs.as_str()),
        ("shelf", "x"),
        ("audience", "everybody"),
        ("audience", ""),
        ("stands", "maybe"),
        ("language", "?"),
        ("version", "x"),
        ("version", "99999999999999999999"),
        ("answers", "7"),
    ] {
        let address = format!("/testimony/{id}/answer");
        let well = [
            ("version", "1"),
            ("answers", "0"),
            ("language", "en"),
            ("stands", "portfolio"),
            ("audience", "family"),
            ("thanks", "Kept."),
        ];
        let well = well.into_iter().filter(|(name, _)| *name != field);
        let fields: Vec<(&str, &str)> = [(field, value)].into_iter().chain(well).collect();
        student.post(&address, &fields).await.is(422).see("Kept.");
        family.get(&at.portfolio).await.dont_see(TOLD);
    }
    // Sent twice, the answer is given once.
    let fields = [
        ("version", "1"),
        ("answers", "0"),
        ("language", "en"),
        ("stands", "portfolio"),
        ("audience", "family"),
        ("thanks", "Kept."),
    ];
    for _ in 0..2 {
        student.post(&format!("/testimony/{id}/answer"), &fields).await.leads_to(&at.inbox);
    }
    family.get(&at.portfolio).await.see(TOLD);
});

promise!(hostile_words_in_a_testimony_harm_nobody, |world| {
    let at = addresses(&world);
    let mut family = world.family().await;
    let hostile = "<script>alert(1)</script>";
    let id = TestimonyId::new().to_string();
    let all = [
        ("id", id.as_str()),
        ("kind", "told"),
        ("title", hostile),
        ("place", hostile),
        ("text", hostile),
        ("language", "en"),
    ];
    for _ in 0..2 {
        family.post(&at.tell, &all).await.leads_to(&at.tell);
    }
    let read = family.get(&at.tell).await.ok().has_no("<script>alert");
    assert_eq!(read.text.matches(&format!("/testimony/{id}\"")).count(), 1, "told twice, it is there once");
    let mut student = world.student().await;
    let thanks = [("stands", "portfolio"), ("audience", "family"), ("shelf", ""), ("thanks", hostile)];
    answers(&mut student, &id, &thanks).await.leads_to(&at.inbox);
    for page in [&at.inbox, &at.portfolio, &format!("{}/print", at.portfolio)] {
        student.get(page).await.ok().has_no("<script>").see(hostile);
    }

    let million = "a".repeat(1_000_000);
    for (fields, kept) in [
        (vec![("kind", "told".into()), ("text", "\u{200B}\0".into()), ("title", "Kept.".into())], "Kept."),
        (vec![("kind", "told".into()), ("text", million.clone()), ("title", "Kept.".into())], "Kept."),
        (vec![("kind", "told".into()), ("title", million.clone()), ("text", "Kept.".into())], "Kept."),
        (vec![("kind", "?".into()), ("text", "Kept.".into())], "Kept."),
    ] {
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).chain([("language", "es")]).collect();
        family.post(&at.tell, &fields).await.is(422).see(kept);
    }
    family.post(&at.tell, &[("kind", "told"), ("text", "Kept."), ("language", "?")]).await.is(422).see("Kept.");
    let mut fields = ACCEPT.to_vec();
    fields.retain(|(name, _)| *name != "thanks");
    fields.push(("thanks", million.as_str()));
    answers(&mut student, &id, &fields).await.is(422);

    // Somebody else's id tells something new, and leaves theirs as it is.
    let mut other = world.as_(&world.people.classmates_family).await;
    let theirs = format!("/student/{}/testimony", world.people.classmate.id);
    let words = [("id", id.as_str()), ("kind", "told"), ("text", "Elle aide."), ("language", "fr")];
    other.post(&theirs, &words).await.leads_to(&theirs);
    other.get(&theirs).await.see("Elle aide.").has_no(&format!("/testimony/{id}\""));
    family.get(&at.portfolio).await.see(hostile);
});

promise!(a_family_comes_by_its_link_and_tells, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let grants = format!("/student/{}/grants", world.people.student.id);
    let kin = world.people.family.id.to_string();
    let form = student.get(&format!("{grants}?person={kin}")).await.ok();
    let (id, key) = (form.hidden("id").expect("an id"), form.hidden("key").expect("a key"));
    let make = [("id", id.as_str()), ("key", key.as_str()), ("person", kin.as_str()), ("days", "30")];
    let letter = student.post(&grants, &make).await.ok();
    let link = letter.text.split("/grant/").nth(1).expect("a link");
    let token: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();
    let mut grandmother = world.visitor();
    grandmother.get(&format!("/grant/{token}")).await.leads_to("/");
    told(&mut grandmother, &at, TOLD).await;
    student.get(&at.inbox).await.see(TOLD).see("Rosa Reyes");
});
