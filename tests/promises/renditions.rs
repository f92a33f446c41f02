//! Words in another language, and words read aloud: beside what somebody said, by somebody with a name.

use kinfolio::day::Day;
use kinfolio::id::PersonId;
use kinfolio::language::Languages;
use kinfolio::person::deed::Deed;
use kinfolio::person::{Person, Role};

use crate::promise;
use crate::things::{a_wav, id_in, one_of_everything};
use crate::world::AFile;

promise!(whatever_is_said_can_be_put_into_another_language_and_the_original_stays_first, |world| {
    let things = one_of_everything(&world).await;
    let mut advisor = world.advisor().await;
    let (definition, work) =
        (format!("/student/{}/definition", things["student"]), format!("/work/{}", things["work"]));
    let (feedback, conference) = (&things["feedback"], format!("/conference/{}", things["conference"]));
    let cases = [
        ("statement", &things["statement"], &definition, "es", "We look after our elders."),
        ("work", &things["work"], &work, "es", "At first I only drew pizzas."),
        ("feedback", feedback, &work, "es", ""),
        // The conference is led in Spanish.
        ("moment", &things["moment"], &conference, "en", ""),
    ];
    for (kind, thing, page, language, original) in cases {
        let beside = format!("/words/{kind}/{thing}/beside");
        let words = format!("Palabras en español: {kind}.");
        advisor.get(&beside).await.ok().see("Translate or read aloud").see(original);
        advisor.post(&beside, &[("text", &words), ("language", language)]).await.leads_to(page.as_str());
        let read = world.family().await.get(page).await.ok().see(&words).see(original);
        let at = |text: &str| read.text.find(text).unwrap_or_default();
        assert!(at(original) < at(&words), "{kind}: the original stands first");
        let nearest = read.text[..at(&words)].rsplit(" lang=\"").next().and_then(|rest| rest.split('"').next());
        assert_eq!(nearest, Some(language), "{kind}");
    }
    // The school's targets are for every family: only the school's own people put something beside them.
    let target = format!("/targets/{}/beside", things["target"]);
    let words = [("text", "Puedo comparar fracciones."), ("language", "es")];
    for mut other in [world.student().await, world.family().await] {
        assert_ne!(other.get(&target).await.status, 200);
        assert_ne!(other.post(&target, &words).await.status, 303);
        other.get(&format!("/words/target/{}/beside", things["target"])).await.is(404);
    }
    advisor.post(&target, &words).await.leads_to("/targets");
    world.student().await.get("/targets").await.ok().see("I can compare fractions.").see("Puedo comparar fracciones.");
});

promise!(a_translation_is_checked_by_whoever_said_it_and_says_when_the_words_have_changed, |world| {
    let things = one_of_everything(&world).await;
    let page = format!("/student/{}/definition", things["student"]);
    let check = format!("/rendition/{}/check", things["rendition"]);
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    advisor.get(&page).await.ok().see("Not checked yet").has_no(&check);
    advisor.post(&check, &[("read_at", "0")]).await.is(404);
    world.as_(&world.people.classmates_family).await.post(&check, &[("read_at", "0")]).await.is(404);
    student.post(&check, &[("read_at", "0")]).await.leads_to(&format!("{page}?said=translation_changed"));
    let read_at = student.get(&page).await.ok().see("I checked this").hidden("read_at").expect("what was read");
    student.post(&check, &[("read_at", &read_at)]).await.leads_to(&format!("{page}?said=translation_checked"));
    advisor.get(&page).await.ok().dont_see("Not checked yet").dont_see("made from earlier words");
    let statement = format!("/statement/{}", things["statement"]);
    let version = student.get(&statement).await.ok().hidden("version").expect("a version");
    let words = [("version", version.as_str()), ("text", "We look after each other."), ("language", "en")];
    student.post(&statement, &words).await.leads_to(&page);
    advisor.get(&page).await.ok().see("made from earlier words").see("Cuidamos a nuestros mayores.");
});

promise!(somebody_reads_words_aloud_and_takes_that_back, |world| {
    let things = one_of_everything(&world).await;
    let page = format!("/student/{}/definition", things["student"]);
    let beside = format!("/words/statement/{}/beside", things["statement"]);
    let mut family = world.family().await;
    let read = a_wav(700);
    let file = || AFile { field: "sound", name: "voice.wav", bytes: &read };
    // Read as it is, without a word typed; nothing at all is no reading, and the same words again are no translation.
    family.post(&beside, &[("language", "en"), ("text", "")]).await.is(422);
    family.post(&beside, &[("language", "en"), ("text", "We look.")]).await.is(422).see("We look.");
    family.post_files(&beside, &[("language", "en"), ("text", "")], &[file()]).await.leads_to(&page);
    let heard = family.get(&page).await.ok().see("Leído en voz alta por");
    let voices: Vec<String> = heard.text.split("src=\"/sound/").skip(1).map(|rest| id_in(rest, "")).collect();
    let mut sounds = Vec::new();
    for sound in voices {
        let path = format!("/sound/{sound}");
        let is_heard = world.student().await.get(&path).await.status == 200;
        assert!(is_heard && world.advisor().await.get(&path).await.status == 200, "{path}");
        for other in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_student] {
            world.as_(other).await.get(&path).await.is(404);
        }
        sounds.push(path);
    }
    assert_eq!(sounds.len(), 3, "one in a contribution, one of the advisor's, one of the family's");
    // Only whoever read it takes it back; then nobody hears it.
    let mut ways = heard.text.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let take_back = ways.find(|to| to.starts_with("/rendition/") && to.ends_with("/take-back"));
    let take_back = take_back.expect("a way to take it back").to_owned();
    world.student().await.post(&take_back, &[("sure", "yes")]).await.is(404);
    family.post(&take_back, &[("sure", "yes")]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("Leído en voz alta por \u{2068}Rosa");
    let still = world.advisor().await;
    let mut open = 0;
    for path in &sounds {
        open += usize::from(still.clone().get(path).await.status == 200);
    }
    assert_eq!(open, 2);
    let binned = family.get("/bin").await.ok().see("Una traducción o una lectura").link("/bin/").expect("in the bin");
    family.post(&binned, &[]).await.leads_to("/bin?said=is_back");
    family.get(&page).await.ok().see("Leído en voz alta por \u{2068}Rosa");
});

promise!(what_stands_beside_words_goes_with_them, |world| {
    let things = one_of_everything(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let moment = &things["moment"];
    let words = [("text", "A secret welcome."), ("language", "en")];
    advisor.post(&format!("/words/moment/{moment}/beside"), &words).await.leads_to("/conference/");
    student.post(&format!("/moment/{moment}/remove"), &[("sure", "yes")]).await.leads_to("/conference/");
    let rows = world.contents(&["binned", "undoable"]).await;
    assert!(rows["rendition"].iter().all(|row| !row.contains("A secret welcome.")), "{:?}", rows["rendition"]);
    advisor.get(&format!("/words/moment/{moment}/beside")).await.is(404);
});

promise!(hostile_words_beside_others_are_words, |world| {
    let things = one_of_everything(&world).await;
    let beside = format!("/words/statement/{}/beside", things["statement"]);
    let mut family = world.family().await;
    let hostile = "<script>alert(1)</script></textarea>";
    family.post(&beside, &[("text", hostile), ("language", "<b>")]).await.is(422).has_no("<script>alert");
    family.post(&beside, &[("text", hostile), ("language", "es")]).await.leads_to("/student/");
    let page = family.get(&format!("/student/{}/definition", things["student"])).await.ok();
    page.has_no("<script>alert").see(hostile);
    let million = "a".repeat(200_000);
    family.post(&beside, &[("text", &million), ("language", "es")]).await.is(422).see(&million);
    for odd in ["/words/person/x/beside", "/words/statement/x/beside", "/words/work/%00/beside"] {
        family.get(odd).await.is(404);
    }
});

promise!(an_advisor_is_told_today_whom_agreed_words_do_not_reach_until_somebody_translates_them, |world| {
    let things = one_of_everything(&world).await;
    let page = format!("/student/{}/definition", things["student"]);
    let (mut advisor, told) = (world.advisor().await, "cannot read what was agreed with");
    // Somebody has put it into Spanish, which the family reads.
    advisor.get("/").await.ok().dont_see(told);
    let take_back = format!("/rendition/{}/take-back", things["rendition"]);
    advisor.post(&take_back, &[("sure", "yes")]).await.leads_to(&page);
    let way = format!("{page}#s-{}", things["statement"]);
    let board = advisor.get("/").await.ok().see("Rosa Reyes (abuela)").see(told).has(&way);
    assert_eq!(board.words().matches(told).count(), 1, "one line for each student");
    advisor.get(&page).await.ok().has(&format!("/words/statement/{}/beside", things["statement"]));
    // It is put off like everything else, by whom it waits for; nobody else is told.
    let step = format!("unread:{}", things["student"]);
    let today = Day::of(world.services.clock.now(), "America/New_York");
    let until = today.plus_days(7).to_string();
    advisor.post("/today/put-off", &[("step", &step), ("day", &until)]).await.leads_to("/");
    let board = advisor.get("/").await.ok();
    let before = board.text.split("Put off, or read").next().unwrap_or_default().to_owned();
    assert!(!before.contains(told) && board.text.contains(told), "out of sight, and not lost");
    world.as_(&world.people.other_advisor).await.get("/").await.ok().dont_see(told);
    world.student().await.get("/").await.ok().dont_see(told);
    // A recording or a translation by anybody, in a language they read, is enough; nobody has to say so.
    advisor.post("/today/put-off", &[("step", &step), ("back", "yes")]).await.leads_to("/");
    advisor.get("/").await.ok().see(told).dont_see("Put off, or read");
    let words = [("text", "Cuidamos a nuestros mayores."), ("language", "es")];
    advisor.post(&format!("/words/statement/{}/beside", things["statement"]), &words).await.leads_to(&page);
    advisor.get("/").await.ok().dont_see(told);
});

promise!(nobody_is_asked_in_a_language_they_do_not_read_without_being_told_who_can_read_it_to_them, |world| {
    let things = one_of_everything(&world).await;
    let answer = format!("/version/{}/answer", things["version"]);
    let page = format!("/student/{}/definition", things["student"]);
    let (mut family, mut advisor) = (world.family().await, world.advisor().await);
    // Somebody has put it into Spanish: it stands beneath the words, and nothing more is said.
    family.get(&answer).await.ok().see("Cuidamos a nuestros mayores.").dont_see("No es uno de sus idiomas");
    advisor.get(&page).await.ok().dont_see("cannot read yet");
    let take_back = format!("/rendition/{}/take-back", things["rendition"]);
    advisor.post(&take_back, &[("sure", "yes")]).await.leads_to(&page);
    family.get(&answer).await.ok().see("inglés · English").see("No es uno de sus idiomas").see("Pida a su asesor");
    advisor.get(&page).await.ok().see("cannot read yet").see("Rosa Reyes (abuela)").see("English");
    world.student().await.get(&answer).await.ok().dont_see("not one of your languages");
    // An uncle speaks both. The student does too, and is nobody's interpreter.
    let uncle = Person {
        id: PersonId::new(),
        school_id: world.school.clone(),
        role: Role::Family,
        name: "Julián Reyes".into(),
        called: None,
        username: None,
        languages: Languages::written("en es").expect("languages"),
    };
    let now = world.services.clock.now();
    let mut tx = world.services.db.write().await.expect("a transaction");
    let tie =
        Deed::Tie { student: world.people.student.id.clone(), person: uncle.id.clone(), words: "tío".to_owned() };
    for deed in [Deed::Add(uncle), tie] {
        deed.carry_out(&mut tx, &world.school, now).await.expect("an uncle");
    }
    tx.commit().await.expect("kept");
    let told = family.get(&answer).await.ok().see("Julián Reyes (tío)").dont_see("Pida a su asesor");
    let notice =
        told.text.split("id=\"unread\"").nth(1).and_then(|rest| rest.split("</div>").next()).expect("a notice");
    assert!(!notice.contains("Marisol"), "{notice}");
});
