//! Somebody's words are theirs: how they read before is theirs alone, and what they take back is gone for everybody at once.

use kinfolio::id::{CommitmentId, ReplyId};
use kinfolio::person::deed::Deed;

use crate::promise;
use crate::things::{a_wav, one_of_everything};
use crate::world::{AFile, Visitor, World};
use crate::writing::{agrees, begun, says};

/// Another relative of the student, beside the one who is there.
pub async fn another_relative(world: &World) -> Visitor<'_> {
    let tia = world.people.classmates_family.clone();
    let tie = Deed::Tie { student: world.people.student.id.clone(), person: tia.id.clone(), words: "tía".into() };
    let mut tx = world.services.db.write().await.expect("a transaction");
    tie.carry_out(&mut tx, &world.school, world.services.clock.now()).await.expect("kin");
    tx.commit().await.expect("kept");
    world.as_(&tia).await
}

/// Everybody but the family member whose words these are: student, advisor, another relative, a classmate.
async fn others(world: &World) -> [Visitor<'_>; 4] {
    [
        world.student().await,
        world.advisor().await,
        another_relative(world).await,
        world.as_(&world.people.classmate).await,
    ]
}

/// The way to bring back what lies in somebody's bin.
async fn in_bin(visitor: &mut Visitor<'_>, words: &str) -> String {
    let page = visitor.get("/bin").await.ok().see(words);
    page.link("/bin/").expect("it lies in the bin").trim_end_matches("/bring-back").to_owned()
}

/// In which tables words still stand, but for the bin and what can be undone.
async fn stands_in(world: &World, words: &str) -> Vec<String> {
    let contents = world.contents(&[]).await.into_iter();
    let held = contents.filter(|(table, _)| !["binned", "undoable"].contains(&table.as_str()));
    held.filter(|(_, rows)| rows.iter().any(|row| row.contains(words))).map(|(table, _)| table).collect()
}

/// A conference that the family can say something back to.
async fn a_conference(world: &World) -> String {
    let things = one_of_everything(world).await;
    format!("/conference/{}", things["conference"])
}

const SURE: [(&str, &str); 1] = [("sure", "yes")];

promise!(how_something_read_before_is_its_authors_alone, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let id = says(&mut family, &definition, "values", "Su papá no tiene papeles.", "es").await;
    let (address, earlier) = (format!("/contribution/{id}"), format!("/contribution/{id}/earlier"));
    // Somebody translated them while they read so.
    let mut advisor = world.advisor().await;
    let english = [("text", "His father has no papers."), ("language", "en")];
    advisor.post(&format!("{address}/translation"), &english).await.leads_to(&page);
    let form = family.get(&address).await.ok().see("queda solo con usted");
    let version = form.hidden("version").expect("a version");
    let other = [("version", version.as_str()), ("text", "Nos cuidamos."), ("language", "es")];
    family.post(&address, &other).await.leads_to(&page);

    let secrets = ["Su papá no tiene papeles.", "His father has no papers."];
    for mut reader in others(&world).await {
        let read = reader.get(&page).await.has_no(&earlier).dont_see(secrets[0]);
        if read.status == 200 {
            read.see("Nos cuidamos.");
        }
        reader.get(&earlier).await.is(404).dont_see("papeles");
        reader.post(&format!("{earlier}/1/take-back"), &SURE).await.is(404);
    }
    // A translation of what it said before would tell it: whoever made it still has it, and whose words these were.
    for mut reader in [world.student().await, another_relative(&world).await] {
        reader.get(&page).await.ok().dont_see(secrets[1]);
    }
    advisor.get(&page).await.ok().see(secrets[1]);
    family.get(&page).await.ok().see(secrets[1]).has(&earlier);
    family.get(&earlier).await.ok().see(secrets[0]).see("Nadie más puede leerlo");

    // Its author throws it away, for good.
    for hostile in ["0", "2", "-1", "99999999999999999999", "1.1", "%00"] {
        let answer = family.post(&format!("{earlier}/{hostile}/take-back"), &SURE).await;
        assert!([400, 404].contains(&answer.status.as_u16()), "{hostile}");
    }
    family.post(&format!("{earlier}/1/take-back"), &[]).await.is(400);
    family.post(&format!("{earlier}/1/take-back"), &SURE).await.leads_to(&page);
    family.get(&earlier).await.ok().dont_see(secrets[0]);
    let binned = in_bin(&mut family, secrets[0]).await;
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    family.get(&earlier).await.ok().see(secrets[0]);
    family.post(&format!("{earlier}/1/take-back"), &SURE).await.leads_to(&page);
    let binned = in_bin(&mut family, secrets[0]).await;
    family.post(&format!("{binned}/delete"), &SURE).await.leads_to("/bin?said=deleted");
    assert_eq!(stands_in(&world, secrets[0]).await, [] as [String; 0]);
});

promise!(words_are_taken_back_also_from_where_their_author_does_not_look_any_more, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let mut student = world.student().await;
    let id = says(&mut family, &definition, "values", "Su papá no tiene papeles.", "es").await;
    student.post(&format!("{definition}/section/values"), &[("audience", "me")]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("papeles");
    for mut other in others(&world).await {
        other.post(&format!("/contribution/{id}/take-back"), &SURE).await.is(404);
    }
    family.post(&format!("/contribution/{id}/take-back"), &SURE).await.leads_to("/bin?said=in_bin");
    student.get(&page).await.ok().dont_see("papeles");
    assert_eq!(stands_in(&world, "papeles").await, [] as [String; 0]);
});

promise!(what_was_written_down_for_somebody_is_theirs_to_take_back_and_nobody_else_hears_it, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut advisor) = (world.family().await, world.advisor().await);
    let (wav, rosa) = (a_wav(120), world.people.family.id.to_string());
    let form = advisor.get(&format!("{definition}/contribute?section=values")).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [
        ("id", id.as_str()),
        ("section", "values"),
        ("question", "other"),
        ("author", rosa.as_str()),
        ("language", "es"),
        ("text", "Lo dije por teléfono."),
    ];
    let files = [AFile { field: "sound", name: "r.wav", bytes: &wav }];
    advisor.post_files(&format!("{definition}/contribute"), &fields, &files).await.leads_to(&page);
    let sound = advisor.get(&page).await.ok().link("/sound/").expect("a recording");
    advisor.post(&format!("/contribution/{id}/take-back"), &SURE).await.is(404);
    family.post(&format!("/contribution/{id}/take-back"), &SURE).await.leads_to(&page);
    // The advisor brought the recording; that opens nothing now, nor once it is deleted for good.
    advisor.get(&sound).await.is(404);
    let binned = in_bin(&mut family, "Lo dije por teléfono.").await;
    family.post(&format!("{binned}/delete"), &SURE).await.leads_to("/bin?said=deleted");
    advisor.get(&sound).await.is(404);
});

promise!(a_statement_that_grew_from_a_voice_that_is_gone_is_asked_about_until_it_is_answered, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    let id = says(&mut family, &definition, "values", "Comemos juntos.", "es").await;
    let statement = agrees(&mut student, &definition, "values", "We eat together.", &[&id]).await;
    let (address, stands) = (format!("/statement/{statement}"), format!("/statement/{statement}/stands"));
    student.get(&page).await.ok().has_no(&stands);
    world.services.clock.move_on(1000);
    family.post(&format!("/contribution/{id}/take-back"), &SURE).await.leads_to(&page);

    // Student and advisor are asked, wherever they begin; nobody else is.
    family.get(&page).await.ok().see("Se retiró una voz.").has_no(&stands);
    for reader in [&mut student, &mut advisor] {
        reader.get(&page).await.ok().see("A voice was taken back.").has(&stands);
        reader.get("/").await.ok().has(&format!("#s-{statement}"));
    }
    family.post(&stands, &[]).await.is(404);
    for nobody in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_student] {
        world.as_(nobody).await.post(&stands, &[]).await.is(404);
    }
    advisor.post(&stands, &[]).await.leads_to(&page);
    for reader in [&mut student, &mut advisor] {
        reader.get(&page).await.ok().see("A voice was taken back.").see("We eat together.").has_no(&stands);
    }
    student.get("/").await.ok().has_no(&format!("#s-{statement}"));
    advisor.get("/").await.ok().dont_see("Do the agreed words still stand?");
    // Brought back and taken back once more, it is asked again; other words are an answer too, and what was cited stays cited.
    let binned = in_bin(&mut family, "Comemos juntos.").await;
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&page).await.ok().dont_see("A voice was taken back.").has_no(&stands);
    world.services.clock.move_on(1000);
    family.post(&format!("/contribution/{id}/take-back"), &SURE).await.leads_to(&page);
    student.get(&page).await.ok().has(&stands);
    world.services.clock.move_on(1000);
    let version = student.get(&address).await.ok().hidden("version").expect("a version");
    let reworded = [("version", version.as_str()), ("text", "We cook together."), ("language", "en")];
    student.post(&address, &reworded).await.leads_to(&page);
    student.get(&page).await.ok().see("A voice was taken back.").has_no(&stands);
    let binned = in_bin(&mut family, "Comemos juntos.").await;
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&page).await.ok().see("Comemos juntos.").dont_see("A voice was taken back.");
});

promise!(what_was_said_back_is_taken_back_by_whoever_said_it, |world| {
    let conference = a_conference(&world).await;
    let (mut family, mut student) = (world.family().await, world.student().await);
    let id = ReplyId::new().to_string();
    let words = [("id", id.as_str()), ("starter", "proud"), ("text", "Lloré de orgullo."), ("language", "es")];
    family.post(&format!("{conference}/reply"), &words).await.leads_to(&conference);
    student.get(&conference).await.ok().see("Lloré de orgullo.");
    let back = format!("/reply/{id}/take-back");
    family.get(&format!("/reply/{id}")).await.ok().has(&back).see("nadie ve cómo era antes");
    for mut other in others(&world).await {
        other.post(&back, &SURE).await.is(404);
    }
    family.post(&back, &[]).await.is(400);
    family.post(&back, &SURE).await.leads_to(&format!("{conference}?said=in_bin"));
    family.post(&back, &SURE).await.is(404);
    assert_eq!(stands_in(&world, "Lloré de orgullo.").await, [] as [String; 0]);
    let binned = in_bin(&mut family, "Lloré de orgullo.").await;
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    student.get(&conference).await.ok().see("Lloré de orgullo.");

    // What the student wrote back is the student's, and stays beside a mark; also what they write later.
    let letter = |text| [("text", text), ("language", "en")];
    student.post(&format!("/reply/{id}/letter"), &letter("Thank you, abuela.")).await.leads_to(&conference);
    family.post(&back, &SURE).await.leads_to(&format!("{conference}?said=withdrawn"));
    let page = student.get(&conference).await.ok().dont_see("Lloré de orgullo.").see("Thank you, abuela.");
    page.see("These words were taken back.");
    family.get(&format!("/reply/{id}")).await.is(404);
    family.post(&format!("/reply/{id}"), &words).await.is(404);
    student.post(&format!("/reply/{id}/letter"), &letter("Thank you so much.")).await.leads_to(&conference);
    let binned = in_bin(&mut family, "Lloré de orgullo.").await;
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    let page = student.get(&conference).await.ok().see("Lloré de orgullo.").see("Thank you so much.");
    page.dont_see("These words were taken back.");
});

promise!(a_promise_is_taken_back_by_whoever_made_it_also_once_it_was_said_how_it_went, |world| {
    let conference = a_conference(&world).await;
    let (mut family, mut advisor) = (world.family().await, world.advisor().await);
    let id = CommitmentId::new().to_string();
    let rosa = world.people.family.id.to_string();
    let words =
        [("id", id.as_str()), ("author", rosa.as_str()), ("what", "Sunday is for the machine."), ("language", "en")];
    // The advisor writes it down; it is hers all the same.
    advisor.post(&format!("{conference}/commitment"), &words).await.leads_to(&conference);
    let back = format!("/commitment/{id}/take-back");
    for mut other in others(&world).await {
        other.post(&back, &SURE).await.is(404);
    }
    let how = [("outcome", "partly"), ("words", "Two Sundays of four.")];
    advisor.post(&format!("/commitment/{id}/how"), &how).await.leads_to(&conference);
    family.get(&format!("/commitment/{id}/how")).await.ok().has(&back);
    family.post(&back, &[]).await.is(400);
    family.post(&back, &SURE).await.leads_to(&format!("{conference}?said=in_bin"));
    advisor.get(&conference).await.ok().dont_see("Sunday is for the machine.").dont_see("Two Sundays of four.");
    assert_eq!(stands_in(&world, "Sunday").await, [] as [String; 0]);
    let binned = in_bin(&mut family, "Sunday is for the machine.").await;
    advisor.post(&format!("{binned}/bring-back"), &[]).await.is(404);
    family.post(&format!("{binned}/bring-back"), &[]).await.leads_to("/bin?said=is_back");
    advisor.get(&conference).await.ok().see("Sunday is for the machine.").see("Two Sundays of four.");
});
