//! What was reported as a worry about a child before its author took it back is held for the people whom the school names,
//! recorded, released by two.

use kinfolio::id::{ReplyId, TestimonyId, WorryId};
use kinfolio::worry::LONGEST_WHY;

use crate::promise;
use crate::things::{a_wav, one_of_everything};
use crate::world::{AFile, Page, Visitor, World};
use crate::worrying::{named, worries};
use crate::writing::{begun, says};

const SAID: &str = "Quiero irme y no volver.";
const MINUTE: i64 = 60 * 1000;

async fn lead(world: &World) -> Visitor<'_> {
    world.as_(&world.people.lead).await
}

/// Somebody else of the staff, who does not accompany the student.
async fn other_advisor(world: &World) -> Visitor<'_> {
    world.as_(&world.people.other_advisor).await
}

/// Words of the student for their family, and a worry of the family's about them; lead and another advisor are named.
async fn a_worry(world: &World) -> (String, String, String) {
    let (page, definition) = begun(world).await;
    let mut student = world.student().await;
    let id = says(&mut student, &definition, "values", SAID, "es").await;
    named(world, &[&world.people.lead, &world.people.other_advisor]).await;
    let words = format!("/contribution/{id}");
    let mut family = world.family().await;
    family.get(&page).await.ok().has(&format!("{words}/worry"));
    let (worry, answer) = worries(&mut family, &words, "Ella no duerme.").await;
    answer.leads_to(&page);
    (page, words, format!("/worry/{worry}"))
}

/// There is nothing here for whoever asked.
fn refused(page: Page) {
    assert!(matches!(page.status.as_u16(), 401 | 403 | 404), "{} answers {}", page.path, page.status);
}

/// The form that the student's advisor reads before saying that they worry.
async fn says_who_reads(world: &World, words: &str) -> Page {
    world.advisor().await.get(&format!("{words}/worry")).await.ok()
}

/// Everybody who does not hear of a worry here.
async fn everybody_else(world: &World) -> Vec<Visitor<'_>> {
    let people = &world.people;
    let mut others = Vec::new();
    for person in [
        &people.student,
        &people.family,
        &people.advisor,
        &people.classmate,
        &people.classmates_family,
        &people.other_student,
        &people.other_school_lead,
        &people.other_school_advisor,
        &people.other_school_family,
    ] {
        others.push(world.as_(person).await);
    }
    others
}

promise!(words_that_somebody_worried_about_are_held_when_they_are_taken_back_changed_and_deleted, |world| {
    let (page, words, worry) = a_worry(&world).await;
    let mut student = world.student().await;
    let version = student.get(&words).await.hidden("version").expect("a version");
    let other = [("version", version.as_str()), ("language", "es"), ("text", "Estoy bien.")];
    student.post(&words, &other).await.leads_to(&page);
    lead(&world).await.get(&worry).await.ok().see(SAID).dont_see("Estoy bien.");
    student.post(&format!("{words}/take-back"), &[("sure", "yes")]).await.leads_to(&page);
    student.get("/bin").await.ok().see("a few people whom the school names");
    let binned = student.get("/bin").await.ok().link("/bin/").expect("it is in the bin");
    let binned = binned.trim_end_matches("/bring-back").trim_end_matches("/delete").to_owned();
    student.post(&format!("{binned}/delete"), &[("sure", "yes")]).await;
    world.family().await.get(&page).await.ok().dont_see(SAID);
    other_advisor(&world).await.get(&worry).await.ok().see(SAID).see("Ella no duerme.").see("Marisol");
    // Nobody is told, neither that nor by whom.
    for mut other in everybody_else(&world).await {
        for path in ["/", "/bin", "/hidden", page.as_str()] {
            let page = other.get(path).await;
            assert!(!page.text.contains("/worry/") && !page.text.contains("duerme"), "{path}");
        }
    }
});

promise!(nobody_but_those_who_are_named_finds_a_worry, |world| {
    let (_, _, worry) = a_worry(&world).await;
    for mut other in everybody_else(&world).await {
        refused(other.get(&worry).await);
        refused(other.get(&format!("{worry}/release")).await);
        refused(other.post(&worry, &[("note", "I was here.")]).await);
        refused(other.post(&format!("{worry}/release"), &[("answer", "ask")]).await);
        // The lead of another school has a list, with nothing of ours on it.
        assert!(!other.get("/worries").await.text.contains("/worry/"));
    }
    for mut hearer in [lead(&world).await, other_advisor(&world).await] {
        hearer.get("/worries").await.ok().has(&worry).dont_see(SAID);
        hearer.get(&worry).await.ok().see(SAID).dont_see("I was here.");
    }
    // Who is named no more hears no more; who is named now reads what is held.
    named(&world, &[&world.people.advisor, &world.people.other_advisor]).await;
    lead(&world).await.get(&worry).await.is(404);
    world.advisor().await.get(&worry).await.ok().see(SAID);
    for hostile in ["/worry/1", "/worry/%00", "/worry/'%20OR%201=1%20--", "/worry/00000000-0000-7000-8000-000000000000"]
    {
        lead(&world).await.get(hostile).await.is(404);
    }
});

promise!(until_two_are_named_the_leads_hear_of_it_and_the_form_says_so, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let words = format!("/contribution/{}", says(&mut student, &definition, "values", SAID, "es").await);
    let (form, boss) = (format!("{words}/worry"), world.people.lead.name.clone());
    let mut advisor = world.advisor().await;
    let says_who = advisor.get(&form).await.ok().see("has not named anyone").see(&boss).see("not an emergency line");
    says_who.see("call the emergency number").see("They see your name");
    let (worry, answer) = worries(&mut advisor, &words, "").await;
    answer.leads_to(&page);
    let worry = format!("/worry/{worry}");
    lead(&world).await.get(&worry).await.ok().see(SAID);
    other_advisor(&world).await.get(&worry).await.is(404);
    // One is not enough; nobody is.
    let (one, other) = (world.people.advisor.id.to_string(), world.people.other_advisor.id.to_string());
    let mut boss = lead(&world).await;
    boss.post("/school/worries", &[("person", one.as_str())]).await.is(422).see("at least two");
    let outsider = world.people.other_school_advisor.id.to_string();
    let family = world.people.family.id.to_string();
    for nobody in [outsider.as_str(), family.as_str(), "", "' OR 1=1 --"] {
        boss.post("/school/worries", &[("person", one.as_str()), ("person", nobody)]).await.is(422);
    }
    boss.get(&worry).await.ok();
    boss.post("/school/worries", &[("person", one.as_str()), ("person", other.as_str())]).await.leads_to("/school/");
    student.get(&form).await.is(404);
    let form = says_who_reads(&world, &words).await.see(&world.people.other_advisor.name);
    form.dont_see(&world.people.lead.name).see("The school named them");
    boss.get(&worry).await.is(404);
    boss.post("/school/worries", &[]).await.leads_to("/school/worries");
    boss.get(&worry).await.ok();
    for mut nobody in [world.advisor().await, world.student().await, world.family().await] {
        nobody.get("/school/worries").await.is(403);
        nobody.post("/school/worries", &[("person", one.as_str()), ("person", other.as_str())]).await.is(403);
    }
});

promise!(nobody_worries_about_words_they_do_not_read_or_said_themselves, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let own = format!("/contribution/{}", says(&mut student, &definition, "values", SAID, "es").await);
    let home = format!("/contribution/{}", says(&mut family, &definition, "values", "Antes era mejor.", "es").await);
    student.get(&format!("{own}/worry")).await.is(404);
    student.post(&format!("{own}/worry"), &[("why", "x")]).await.is(404);
    family.post(&format!("{home}/worry"), &[("why", "x")]).await.is(404);
    for stranger in [
        &world.people.classmate,
        &world.people.classmates_family,
        &world.people.other_advisor,
        &world.people.lead,
        &world.people.other_school_advisor,
    ] {
        let mut stranger = world.as_(stranger).await;
        refused(stranger.get(&format!("{own}/worry")).await);
        refused(stranger.post(&format!("{own}/worry"), &[("why", "x")]).await);
    }
    // The student too may worry about what was said at home.
    worries(&mut student, &home, "").await.1.leads_to(&page);
    // What is for the student alone nobody else reads: there is nothing to report.
    let mine = says(&mut student, &definition, "helps", "Solo mío.", "es").await;
    student.post(&format!("{definition}/section/helps"), &[("audience", "me")]).await.leads_to(&page);
    let mine = format!("/contribution/{mine}/worry");
    for mut other in [world.family().await, world.advisor().await] {
        other.get(&page).await.ok().dont_see("Solo mío.");
        other.get(&mine).await.is(404);
        other.post(&mine, &[("why", "x")]).await.is(404);
    }
    let long = "a".repeat(LONGEST_WHY + 1);
    let back = student.post(&format!("{home}/worry"), &[("why", long.as_str())]).await.is(422);
    assert!(back.text.contains(&long), "the words are given back");
    let hostile = "<script>alert(1)</script>\u{0000}' OR 1=1 --";
    let (worry, answer) = worries(&mut student, &home, hostile).await;
    answer.leads_to(&page);
    let read = lead(&world).await.get(&format!("/worry/{worry}")).await.ok();
    read.see("<script>alert(1)</script>").has_no("<script>alert(1)");
    let rows = world.rows().await["worry"];
    let again = [("id", worry.as_str()), ("why", "otra vez")];
    student.post(&format!("{home}/worry"), &again).await.leads_to(&page);
    assert_eq!(world.rows().await["worry"], rows, "what has this id is there already");
    lead(&world).await.get(&format!("/worry/{worry}")).await.ok().dont_see("otra vez");
    family.post(&format!("{own}/worry"), &[("id", "no id"), ("why", "")]).await.leads_to(&page);
});

promise!(whatever_can_be_hidden_can_be_worried_about, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    let conference = format!("/conference/{}", things["conference"]);
    let reply = ReplyId::new().to_string();
    let words = [("id", reply.as_str()), ("starter", "own"), ("text", "Te vas a arrepentir."), ("language", "es")];
    family.post(&format!("{conference}/reply"), &words).await.leads_to(&conference);
    let reply = format!("/reply/{reply}");
    advisor.get(&conference).await.ok().has(&format!("{reply}/worry"));
    let (of_reply, answer) = worries(&mut advisor, &reply, "").await;
    answer.leads_to(&conference);
    family.get(&conference).await.ok().has_no(&format!("{reply}/worry"));

    let told = TestimonyId::new().to_string();
    let words =
        [("id", told.as_str()), ("kind", "told"), ("text", "Lloró mucho."), ("title", "Anoche"), ("language", "es")];
    family.post(&format!("/student/{}/testimony", things["student"]), &words).await;
    let inbox = format!("/student/{}/testimonies", things["student"]);
    let told = format!("/testimony/{told}");
    student.get(&inbox).await.ok().has(&format!("{told}/worry"));
    let (of_told, answer) = worries(&mut student, &told, "").await;
    answer.leads_to(&inbox);
    // Not yet anybody's to read but theirs.
    advisor.get(&format!("{told}/worry")).await.is(404);

    let remark = format!("/remark/{}", things["remark"]);
    let talk = format!("/statement/{}/talk", things["statement"]);
    family.get(&talk).await.ok().has(&format!("{remark}/worry"));
    let (of_remark, answer) = worries(&mut family, &remark, "").await;
    answer.leads_to(&talk);

    let feedback = format!("/feedback/{}", things["feedback"]);
    let work = format!("/work/{}", things["work"]);
    student.get(&work).await.ok().has(&format!("{feedback}/worry"));
    let (of_feedback, answer) = worries(&mut student, &feedback, "").await;
    answer.leads_to(&work);

    let mut boss = lead(&world).await;
    boss.get(&format!("/worry/{of_reply}")).await.ok().see("Te vas a arrepentir.");
    boss.get(&format!("/worry/{of_told}")).await.ok().see("Lloró mucho.").see("Anoche");
    boss.get(&format!("/worry/{of_remark}")).await.ok().see("And our neighbors?");
    boss.get(&format!("/worry/{of_feedback}")).await.ok();
});

promise!(of_a_recording_it_is_kept_that_there_was_one, |world| {
    let (page, definition) = begun(&world).await;
    let (mut family, mut student) = (world.family().await, world.student().await);
    let form = family.get(&format!("{definition}/contribute?section=values")).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("section", "values"), ("question", "other"), ("language", "es"), ("text", "")];
    let wav = a_wav(120);
    let files = [AFile { field: "sound", name: "r.wav", bytes: &wav }];
    family.post_files(&format!("{definition}/contribute"), &fields, &files).await;
    let words = format!("/contribution/{id}");
    student.get(&format!("{words}/worry")).await.ok().see("only kept that there was one");
    let (worry, answer) = worries(&mut student, &words, "").await;
    answer.leads_to(&page);
    lead(&world).await.get(&format!("/worry/{worry}")).await.ok().see("There was a recording");
});

promise!(every_opening_is_recorded_and_what_is_noted_is_read_by_all_who_are_named, |world| {
    let (_, _, worry) = a_worry(&world).await;
    let (mut boss, mut other) = (lead(&world).await, other_advisor(&world).await);
    let openings = async || world.rows().await["worry_opening"];
    // The list opens nothing.
    boss.get("/worries").await.ok().see("You have not opened it since.");
    assert_eq!(openings().await, 0);
    boss.get(&worry).await.ok().see("Who opened it").see(&world.people.lead.name);
    boss.get(&worry).await.ok();
    assert_eq!(openings().await, 1, "a page that is loaded anew is no second opening");
    boss.get("/worries").await.ok().dont_see("You have not opened it since.");
    world.services.clock.move_on(11 * MINUTE);
    boss.get(&worry).await.ok();
    other.get(&worry).await.ok().see(&world.people.lead.name);
    assert_eq!(openings().await, 3);
    boss.post(&worry, &[("note", "Spoke with <b>her</b> aunt.")]).await.leads_to(&worry);
    other.get(&worry).await.ok().see("Spoke with <b>her</b> aunt.").has_no("<b>her");
    let long = "a".repeat(kinfolio::words::limit::WORDS + 1);
    for bad in ["", " \u{200B}", long.as_str()] {
        boss.post(&worry, &[("note", bad)]).await.is(422);
    }
    assert_eq!(world.rows().await["worry_note"], 1);
});

promise!(what_is_held_is_released_only_by_two, |world| {
    let (_, _, worry) = a_worry(&world).await;
    let (mut boss, mut other) = (lead(&world).await, other_advisor(&world).await);
    let release = format!("{worry}/release");
    boss.post(&worry, &[("note", "Her aunt knows.")]).await.leads_to(&worry);
    boss.get(&release).await.ok().see("cannot be undone");
    // Nobody agrees to what nobody else asks for.
    boss.post(&release, &[("answer", "agree")]).await.leads_to(&worry);
    boss.post(&release, &[("answer", "ask")]).await.leads_to(&worry);
    boss.post(&release, &[("answer", "ask")]).await.leads_to(&worry);
    boss.post(&release, &[("answer", "agree")]).await.leads_to(&worry);
    boss.get(&worry).await.ok().see(SAID);
    for nothing in ["", "yes", "AGREE", "' OR 1=1 --"] {
        other.post(&release, &[("answer", nothing)]).await.is(400);
    }
    // Whoever asked takes it back.
    boss.get(&release).await.ok().see("You asked.");
    boss.post(&release, &[("back", "yes")]).await.leads_to(&worry);
    other.post(&release, &[("answer", "agree")]).await.leads_to(&worry);
    other.get(&worry).await.ok().see(SAID);
    // Who asked and is named no more counts no more.
    boss.post(&release, &[("answer", "ask")]).await.leads_to(&worry);
    named(&world, &[&world.people.advisor, &world.people.other_advisor]).await;
    other.post(&release, &[("answer", "agree")]).await.leads_to(&worry);
    other.get(&worry).await.ok().see(SAID).dont_see("asks to release");
    other.post(&release, &[("answer", "ask")]).await.leads_to(&worry);
    let mut advisor = world.advisor().await;
    advisor.get("/worries").await.ok().see("asks to release it");
    advisor.get(&release).await.ok().see(&world.people.other_advisor.name);
    advisor.post(&release, &[("answer", "agree")]).await.leads_to(&worry);
    // The words are gone, everywhere; that there was one stays.
    for mut hearer in [world.advisor().await, other_advisor(&world).await] {
        let page = hearer.get(&worry).await.ok().dont_see(SAID).dont_see("duerme").dont_see("Her aunt knows.");
        page.see("What was held is erased.").see(&world.people.other_advisor.name);
        hearer.post(&worry, &[("note", "More.")]).await.is(422);
        hearer.post(&release, &[("back", "yes")]).await.leads_to(&worry);
        hearer.get("/worries").await.ok().has(&worry);
    }
    let contents = world.contents(&[]).await;
    for table in ["worry", "worry_note"] {
        let rows = contents[table].join("\n");
        assert!(!rows.contains(SAID) && !rows.contains("duerme") && !rows.contains("aunt"), "{rows}");
    }
});

promise!(nobody_hears_of_a_worry_about_their_own_words, |world| {
    let (page, definition) = begun(&world).await;
    let mut advisor = world.advisor().await;
    let words =
        format!("/contribution/{}", says(&mut advisor, &definition, "values", "She should be ashamed.", "en").await);
    named(&world, &[&world.people.lead, &world.people.advisor]).await;
    let mut student = world.student().await;
    let names = student.get(&format!("{words}/worry")).await.ok().see(&world.people.lead.name).words();
    let above = names.split("They see your name").next().unwrap_or_default().to_owned();
    let who = above.rsplit("will read this").next().unwrap_or_default().to_owned();
    assert!(!who.contains(&world.people.advisor.name), "{who}");
    let (worry, answer) = worries(&mut student, &words, "").await;
    answer.leads_to(&page);
    let worry = format!("/worry/{worry}");
    advisor.get(&worry).await.is(404);
    advisor.get("/worries").await.ok().has_no(&worry);
    advisor.get("/").await.ok().has_no(&worry);
    lead(&world).await.get(&worry).await.ok().see("She should be ashamed.");
});

promise!(a_new_worry_comes_first_to_those_who_are_named_and_goes_into_no_mail, |world| {
    let (_, _, worry) = a_worry(&world).await;
    let (mut boss, mut other) = (lead(&world).await, other_advisor(&world).await);
    boss.get("/").await.ok().has(&worry).see("A worry about a child waits for you.").dont_see(SAID);
    let today = other.get("/").await.ok().has(&worry).dont_see(SAID);
    assert!(today.text.contains("A worry about"), "{}", today.path);
    // It is not put off.
    let id = worry.trim_start_matches("/worry/");
    let step = world.contents(&[]).await["worry"][0].split("reported_at=").nth(1).map(str::to_owned);
    let since = step.and_then(|at| at.split([' ', ',']).next().map(str::to_owned)).unwrap_or_default();
    let key = format!("worry:{id}:{since}");
    other.post("/today/put-off", &[("step", key.as_str()), ("day", "")]).await;
    other.get("/").await.ok().has(&worry);
    for hearer in [&mut boss, &mut other] {
        hearer.get(&worry).await.ok();
        hearer.get("/").await.ok().has_no(&worry);
    }
    // Somebody asks for its release: it waits for the other one again, and not for whoever asks.
    world.services.clock.move_on(MINUTE);
    boss.post(&format!("{worry}/release"), &[("answer", "ask")]).await.leads_to(&worry);
    boss.get("/").await.ok().has_no(&worry);
    other.get("/").await.ok().has(&worry);
    other.get(&worry).await.ok();
    other.get("/").await.ok().has_no(&worry);
    world.advisor().await.get("/").await.ok().has_no("/worry/");
    world.advisor().await.get("/advisory/news").await.ok().dont_see(SAID).has_no("/worry/");
    // A made-up one is nobody's.
    let nobodys = WorryId::new();
    boss.get(&format!("/worry/{nobodys}")).await.is(404);
});
