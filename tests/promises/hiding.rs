//! Words that were said to or about a student are hidden by the student, silently or with a reason, or by an advisor, with one:
//! nobody reads them but whoever said them, and whoever hid them shows them again.

use kinfolio::id::{ReplyId, TestimonyId};

use crate::promise;
use crate::their_words::another_relative;
use crate::things::{a_wav, one_of_everything};
use crate::world::{AFile, Visitor, World};
use crate::writing::{begun, says};

const SAID: &str = "Antes era más obediente.";

async fn show_again(who: &mut Visitor<'_>, id: &str) {
    who.get("/hidden").await.ok().has(id);
    who.post("/hidden", &[("id", id)]).await.leads_to("/hidden?said=shown_again");
}

promise!(a_student_hides_what_was_said_silently_and_shows_it_again, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    let mut tia = another_relative(&world).await;
    let id = says(&mut family, &definition, "values", SAID, "es").await;
    let hide = format!("/contribution/{id}/hide");
    student.get(&page).await.ok().has(&hide);
    student.get(&hide).await.ok().see(SAID);
    for mut nobody in [world.family().await, another(&world).await, world.as_(&world.people.classmate).await] {
        nobody.get(&hide).await.is(404);
        nobody.post(&hide, &[("reason", "No.")]).await.is(404);
    }
    student.post(&hide, &[("reason", "")]).await.leads_to(&page);

    // Gone for everybody; whoever said it reads it as before and hears of nothing.
    for reader in [&mut student, &mut advisor, &mut tia] {
        reader.get(&page).await.ok().dont_see(SAID).dont_see("taken back");
        reader.get(&format!("/contribution/{id}/talk")).await.is(404);
        reader.get(&format!("/contribution/{id}/translation")).await.is(404);
    }
    advisor.get("/hidden").await.ok().dont_see(SAID).has_no(&id);
    family.get(&page).await.ok().see(SAID);
    family.get("/hidden").await.ok().dont_see(SAID).has_no(&id);
    // Nobody asks its author the same question again, and nobody else shows it.
    for mut other in [world.family().await, world.advisor().await, another(&world).await] {
        other.post("/hidden", &[("id", &id)]).await.is(404);
    }
    student.get("/hidden").await.ok().see(SAID);
    for hostile in ["", "\u{0000}", "' OR 1=1 --", "../etc", &"a".repeat(10_000)] {
        student.post("/hidden", &[("id", hostile)]).await.is(404);
    }
    show_again(&mut student, &id).await;
    for reader in [&mut student, &mut advisor, &mut tia] {
        reader.get(&page).await.ok().see(SAID);
    }
});

async fn another(world: &World) -> Visitor<'_> {
    world.as_(&world.people.classmates_family).await
}

promise!(an_advisor_says_why_and_never_hides_the_students_own, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    let id = says(&mut family, &definition, "values", SAID, "es").await;
    let own = says(&mut student, &definition, "values", "I read to my cousins.", "en").await;
    let schools = says(&mut advisor, &definition, "values", "She teaches others.", "en").await;
    for (is_advisor, id) in [(true, &own), (true, &schools), (false, &own)] {
        let who = if is_advisor { &mut advisor } else { &mut student };
        let hide = format!("/contribution/{id}/hide");
        who.get(&hide).await.is(404);
        who.post(&hide, &[("reason", "No.")]).await.is(404);
    }
    for stranger in [&world.people.other_advisor, &world.people.other_school_advisor, &world.people.lead] {
        world.as_(stranger).await.post(&format!("/contribution/{id}/hide"), &[("reason", "No.")]).await.is(404);
    }
    let hide = format!("/contribution/{id}/hide");
    for empty in ["", " \u{200B}"] {
        advisor.post(&hide, &[("reason", empty)]).await.is(422).see(SAID);
    }
    let long = "a".repeat(kinfolio::words::limit::WORDS + 1);
    advisor.post(&hide, &[("reason", &long)]).await.is(422);
    advisor.post(&hide, &[("reason", "It hurts <b>her</b>.")]).await.leads_to(&page);
    // The student and whoever said it read the reason; the student does not read the words.
    student.get(&page).await.ok().dont_see(SAID);
    student.get("/hidden").await.ok().see("It hurts <b>her</b>.").has_no("<b>her").dont_see(SAID);
    family.get("/hidden").await.ok().see("It hurts <b>her</b>.").see(SAID);
    family.get(&page).await.ok().see(SAID);
    let mut tia = another_relative(&world).await;
    tia.get("/hidden").await.ok().dont_see("It hurts");
    student.post("/hidden", &[("id", &id)]).await.is(404);
    family.post("/hidden", &[("id", &id)]).await.is(404);
    show_again(&mut advisor, &id).await;
    student.get(&page).await.ok().see(SAID);
    // The student may hide what the school said.
    student.post(&format!("/contribution/{schools}/hide"), &[("reason", "Not me.")]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("She teaches others.");
    advisor.get(&page).await.ok().see("She teaches others.");
    advisor.get("/hidden").await.ok().see("Not me.");
});

promise!(a_voice_that_is_hidden_is_heard_by_nobody_but_whoever_it_is, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    let (wav, rosa) = (a_wav(120), world.people.family.id.to_string());
    let form = advisor.get(&format!("{definition}/contribute?section=values")).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [
        ("id", id.as_str()),
        ("section", "values"),
        ("question", "other"),
        ("author", rosa.as_str()),
        ("language", "es"),
        ("text", SAID),
    ];
    let files = [AFile { field: "sound", name: "r.wav", bytes: &wav }];
    advisor.post_files(&format!("{definition}/contribute"), &fields, &files).await.leads_to(&page);
    let sound = student.get(&page).await.ok().link("/sound/").expect("a recording");
    student.post(&format!("/contribution/{id}/hide"), &[("reason", "")]).await.leads_to(&page);
    // Also not by whoever brought it for her.
    for reader in [&mut student, &mut advisor] {
        reader.get(&sound).await.is(404);
    }
    family.get(&sound).await.ok();
    show_again(&mut student, &id).await;
    advisor.get(&sound).await.ok();
    // Put in other words without the recording, it is hers alone again.
    let version = family.get(&format!("/contribution/{id}")).await.hidden("version").expect("a version");
    let typed = [("version", version.as_str()), ("language", "es"), ("text", "Nada."), ("leave_sound", "yes")];
    family.post(&format!("/contribution/{id}"), &typed).await.leads_to(&page);
    for reader in [&mut student, &mut advisor] {
        reader.get(&sound).await.is(404);
    }
    family.get(&sound).await.ok();
});

promise!(replies_testimonies_and_talk_are_hidden_like_words_of_the_definition, |world| {
    let things = one_of_everything(&world).await;
    let (mut family, mut student, mut advisor) = (world.family().await, world.student().await, world.advisor().await);
    let conference = format!("/conference/{}", things["conference"]);
    let reply = ReplyId::new().to_string();
    let words = [("id", reply.as_str()), ("starter", "own"), ("text", "Pudiste hablar más."), ("language", "es")];
    family.post(&format!("{conference}/reply"), &words).await.leads_to(&conference);
    student.get(&conference).await.ok().has(&format!("/reply/{reply}/hide"));
    student.post(&format!("/reply/{reply}/hide"), &[("reason", "")]).await.leads_to(&conference);
    student.get(&conference).await.ok().dont_see("Pudiste hablar");
    student.get(&format!("/reply/{reply}/letter")).await.is(404);
    advisor.get(&conference).await.ok().dont_see("Pudiste hablar");
    advisor.get("/").await.ok().dont_see("Pudiste hablar");
    family.get(&conference).await.ok().see("Pudiste hablar");
    show_again(&mut student, &reply).await;
    advisor.get(&conference).await.ok().see("Pudiste hablar");

    let (tell, inbox) =
        (format!("/student/{}/testimony", things["student"]), format!("/student/{}/testimonies", things["student"]));
    let told = TestimonyId::new().to_string();
    let words = [("id", told.as_str()), ("kind", "told"), ("text", "Lloró mucho."), ("title", ""), ("language", "es")];
    family.post(&tell, &words).await.leads_to(&tell);
    advisor.post(&format!("/testimony/{told}/hide"), &[("reason", "No.")]).await.is(404);
    student.post(&format!("/testimony/{told}/hide"), &[("reason", "")]).await.leads_to(&inbox);
    student.get(&inbox).await.ok().dont_see("Lloró mucho.");
    student.get(&format!("/testimony/{told}/answer")).await.is(404);
    family.get(&tell).await.ok().see("Lloró mucho.");
    show_again(&mut student, &told).await;
    student.get(&inbox).await.ok().see("Lloró mucho.");

    let talk = format!("/statement/{}/talk", things["statement"]);
    let words = [("text", "Ella exagera."), ("language", "es")];
    let remark = family.post(&talk, &words).await.goes_to().expect("said");
    let remark = remark.split("#r-").nth(1).expect("its place").to_owned();
    advisor.get(&talk).await.ok().has(&format!("/remark/{remark}/hide"));
    advisor.post(&format!("/remark/{remark}/hide"), &[("reason", "Unkind.")]).await.leads_to(&talk);
    student.get(&talk).await.ok().dont_see("Ella exagera.");
    student.get("/hidden").await.ok().see("Unkind.").dont_see("Ella exagera.");
    advisor.get(&talk).await.ok().dont_see("Ella exagera.");
    family.get(&talk).await.ok().see("Ella exagera.");
    show_again(&mut advisor, &remark).await;
    student.get(&talk).await.ok().see("Ella exagera.");
});

promise!(a_student_hides_feedback_and_its_author_hears_of_it_only_with_a_reason, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let work = format!("/work/{}", things["work"]);
    let page = advisor.get(&work).await.ok();
    let id = kinfolio::id::FeedbackId::new().to_string();
    let revision = page.hidden("revision").expect("a version");
    let words = [("id", id.as_str()), ("revision", revision.as_str()), ("feedback", "Too small."), ("language", "en")];
    advisor.post(&format!("{work}/feedback"), &words).await.leads_to(&work);
    let hide = format!("/feedback/{id}/hide");
    advisor.get(&hide).await.is(404);
    family_may_not(&world, &hide).await;
    student.post(&hide, &[("reason", "")]).await.leads_to(&work);
    advisor.get(&work).await.ok().see("Too small.").dont_see("Hidden by");
    world.family().await.get(&work).await.ok().dont_see("Too small.");
    show_again(&mut student, &id).await;
    student.post(&hide, &[("reason", "It is meant to be.")]).await.leads_to(&work);
    advisor.get(&work).await.ok().see("It is meant to be.");
    advisor.get("/hidden").await.ok().see("It is meant to be.").see("Too small.");
});

async fn family_may_not(world: &World, hide: &str) {
    for mut nobody in [world.family().await, world.as_(&world.people.classmate).await] {
        nobody.get(hide).await.is(404);
        nobody.post(hide, &[("reason", "No.")]).await.is(404);
    }
}
