//! What is said back stays, what is promised is asked about, and everybody can look back on it.

use kinfolio::commitment::ASKED_AFTER_DAYS;
use kinfolio::conference::REPLIES_DAYS;
use kinfolio::day::Day;
use kinfolio::id::{CommitmentId, ReplyId};

use crate::promise;
use crate::things::{a_wav, one_of_everything};
use crate::world::{AFile, Visitor, World};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The conference of the world, in three days.
async fn conference(world: &World) -> String {
    format!("/conference/{}", one_of_everything(world).await["conference"])
}

/// Moves the clock to so many days after the conference.
async fn days_after(world: &World, here: &str, days: i64) {
    let page = world.student().await.get(here).await.ok();
    let at = page.text.split("datetime=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a day").to_owned();
    let (day, time) = at.split_once('T').expect("a time");
    let starts = kinfolio::conference::starts_at(day, time, "America/New_York").expect("a time");
    let now = world.services.clock.now();
    world.services.clock.move_on(starts.0 - now.0 + days * DAY + DAY / 24);
}

/// The day in so many days, as a form has it.
fn in_days(world: &World, days: i64) -> String {
    Day::of(world.services.clock.now(), "America/New_York").plus_days(days).to_string()
}

async fn promises(who: &mut Visitor<'_>, here: &str, what: &str) -> String {
    let id = CommitmentId::new().to_string();
    let words = [("id", id.as_str()), ("what", what), ("language", "en"), ("sign", "You will see it.")];
    for _ in 0..2 {
        who.post(&format!("{here}/commitment"), &words).await.leads_to(&format!("{here}?said=promised"));
    }
    id
}

promise!(who_could_not_come_goes_through_it_at_home_and_answers_at_the_end, |world| {
    let here = conference(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    family.get(&here).await.ok().has(&format!("href=\"{here}/follow\"")).has_no(&format!("{here}/follow/1"));
    days_after(&world, &here, 1).await;
    family.get(&here).await.ok().see("Recorrerla paso a paso").has(&format!("href=\"{here}/follow/1\""));
    family.get(&format!("{here}/follow/1")).await.ok().see("Momento 1 de 7").has(&format!("href=\"{here}/follow/2\""));
    let last = family.get(&format!("{here}/follow/7")).await.ok().has(&format!("href=\"{here}#reply\""));
    last.has_no(&format!("{here}/follow/8"));
    student.get(&format!("{here}/follow/7")).await.ok().has_no(&format!("{here}#reply"));
});

promise!(a_recorded_conference_is_watched_at_home_from_the_first_day_on, |world| {
    let things = one_of_everything(&world).await;
    let here = format!("/conference/{}", things["conference"]);
    let run = format!("/rehearsal/{}", things["rehearsal"]);
    let (mut student, mut family) = (world.student().await, world.family().await);
    let facts = student.get(&format!("{here}/edit")).await.ok();
    let version = facts.hidden("version").unwrap_or_default();
    let facts = [("version", version.as_str()), ("day", "2026-12-03"), ("time", "17:00"), ("language", "es")];
    let facts = [&facts[..], &[("form", "recorded"), ("place", "At home"), ("minutes", "25")]].concat();
    student.post(&format!("{here}/edit"), &facts).await.is(303);
    family.get(&here).await.ok().see("Recorrerla paso a paso").dont_see("como la grabó");
    student.get(&here).await.ok().see("Your family watches this conference at home.");
    let sound = a_wav(300);
    let files = [AFile { field: "sound", name: "all-of-it.wav", bytes: &sound }];
    student.post_files(&format!("{run}/recording"), &[("heard_by", "family")], &files).await.leads_to(&run);
    let page = family.get(&here).await.ok().see("como la grabó");
    let (watched, plan) = (page.text.find("<audio"), page.text.find("id=\"plan\""));
    assert!(watched.is_some() && watched < plan, "the recording comes before the plan");
    student.get(&here).await.ok().see("What your family hears and sees").has("<audio");
});

promise!(each_promises_for_themself_and_nobody_for_another, |world| {
    let here = conference(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    student.get(&here).await.ok().see("No promise of the family yet. It does not have to be today.");
    let theirs = promises(&mut family, &here, "Domingos <b>sin prisa</b>.").await;
    promises(&mut advisor, &here, "An afternoon without a bell.").await;
    let page =
        student.get(&here).await.ok().see("Domingos <b>sin prisa</b>.").has_no("<b>sin").dont_see("of the family yet");
    assert_eq!(page.words().matches("An afternoon without a bell.").count(), 1);
    for other in [&mut student, &mut advisor] {
        other.get(&format!("/commitment/{theirs}")).await.is(404);
        let words = [("version", "1"), ("what", "Mine now."), ("language", "en")];
        other.post(&format!("/commitment/{theirs}"), &words).await.is(404);
    }
    // Somebody else's id is nobody's to take.
    student
        .post(&format!("{here}/commitment"), &[("id", theirs.as_str()), ("what", "Mine."), ("language", "en")])
        .await
        .is(404);
    for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        let mut stranger = world.as_(stranger).await;
        stranger.post(&format!("{here}/commitment"), &[("what", "Mine."), ("language", "en")]).await.is(404);
    }
});

promise!(a_family_says_a_promise_on_the_phone_and_the_advisor_writes_it_down_in_their_name, |world| {
    let here = conference(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    let form = advisor.get(&format!("{here}/commitment")).await.ok().see("Whose promise is this?");
    let (id, grandmother) = (form.hidden("id").expect("an id"), world.people.family.id.to_string());
    let words = [("id", id.as_str()), ("author", grandmother.as_str()), ("what", "Los domingos."), ("language", "es")];
    for _ in 0..2 {
        advisor.post(&format!("{here}/commitment"), &words).await.leads_to(&format!("{here}?said=promised"));
    }
    let page = family.get(&here).await.ok().see("Los domingos.").see("Dicho por");
    assert_eq!(page.words().matches("Los domingos.").count(), 1);
    // Both may put it in other words; the student may not.
    let own = format!("/commitment/{id}");
    for (who, from, what) in [(&mut family, "1", "Los domingos y los lunes."), (&mut advisor, "2", "Los domingos, sí.")]
    {
        who.post(&own, &[("version", from), ("what", what), ("language", "es")]).await.leads_to(&here);
    }
    student.get(&own).await.is(404);
    // Nobody else speaks in somebody's name, and nobody in a stranger's.
    student.get(&format!("{here}/commitment")).await.ok().dont_see("Whose promise is this?");
    let stranger = world.people.classmates_family.id.to_string();
    let not_mine = |author| [("author", author), ("what", "Not mine to say."), ("language", "es")];
    let here = format!("{here}/commitment");
    student.post(&here, &not_mine(&grandmother)).await.is(422).see("Not mine to say.");
    for author in [stranger.as_str(), "<x>"] {
        advisor.post(&here, &not_mine(author)).await.is(422).see("Not mine to say.");
    }
});

promise!(a_promise_is_put_in_other_words_by_its_author_and_none_is_lost, |world| {
    let here = conference(&world).await;
    let mut family = world.family().await;
    let id = promises(&mut family, &here, "Domingos.").await;
    let own = format!("/commitment/{id}");
    let version = family.get(&own).await.ok().hidden("version").expect("a version");
    let sundays = [("version", version.as_str()), ("what", "Domingos y lunes."), ("language", "es"), ("sign", "x")];
    family.post(&own, &sundays).await.leads_to(&here);
    let late = [("version", version.as_str()), ("what", "Solo lunes."), ("language", "es")];
    family.post(&own, &late).await.is(422).see("Solo lunes.").see("Domingos y lunes.");
    // The same words, said to be in another language, are another change.
    let sundays = [("version", "2"), ("what", "Domingos y lunes."), ("language", "pt"), ("sign", "x")];
    family.post(&own, &sundays).await.leads_to(&here);
    assert_eq!(family.get(&own).await.ok().hidden("version").as_deref(), Some("3"));
    for wrong in
        [("what", " "), ("by_day", "2020-01-01"), ("by_day", "<x>"), ("language", "?"), ("by_day", "9999-12-31")]
    {
        let mut fields = vec![("version", "2"), ("what", "Bien."), ("language", "es")];
        fields.retain(|(name, _)| *name != wrong.0);
        fields.push(wrong);
        family.post(&own, &fields).await.is(422);
    }
    let long = "a".repeat(1_000_000);
    family.post(&format!("{here}/commitment"), &[("what", &long), ("language", "es")]).await.is(422);
});

promise!(after_four_weeks_each_is_asked_how_it_went_until_they_say, |world| {
    let here = conference(&world).await;
    let (mut family, mut advisor) = (world.family().await, world.advisor().await);
    let theirs = promises(&mut family, &here, "Domingos.").await;
    let schools = promises(&mut advisor, &here, "No bell.").await;
    let home = format!("/student/{}", world.people.student.id);
    days_after(&world, &here, ASKED_AFTER_DAYS - 1).await;
    let mut family = world.family().await;
    family.get(&home).await.ok().dont_see("Prometió esto");
    world.services.clock.move_on(2 * DAY);
    // Each is asked where they look first, once they are back.
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    family.get(&home).await.ok().see("Prometió esto").see("Domingos.").has_no("<script");
    student.get("/").await.ok().see("How did it go?").see("I measure the sun.");
    advisor.get("/").await.ok().see("How did it go?").see("No bell.");
    // The family says it on paper: the advisor writes it down. Nobody writes the student's down.
    advisor.get(&format!("{here}/slips")).await.ok().see("Domingos.").see("☐");
    let answer = [("outcome", "partly"), ("words", "Dos domingos <i>de cuatro</i>.")];
    student.post(&format!("/commitment/{theirs}/how"), &answer).await.is(404);
    family.post(&format!("/commitment/{schools}/how"), &answer).await.is(404);
    advisor
        .post(&format!("/commitment/{theirs}/how"), &[("outcome", "well"), ("words", "Kept these.")])
        .await
        .is(422)
        .see("Kept these.");
    advisor.post(&format!("/commitment/{theirs}/how"), &answer).await.leads_to(&here);
    family.get(&home).await.ok().dont_see("Prometió esto");
    family.get(&here).await.ok().see("Una parte").see("Dos domingos <i>de cuatro</i>.").has_no("<i>de");
    // Once it is said how it went, the promise itself stays as it was.
    family.get(&format!("/commitment/{theirs}")).await.is(404);
});

promise!(the_next_conference_opens_with_what_was_promised, |world| {
    let here = conference(&world).await;
    promises(&mut world.family().await, &here, "Domingos.").await;
    let mut student = world.student().await;
    let own = format!("/student/{}/conference", world.people.student.id);
    let id = student.get(&format!("{own}?another")).await.ok().hidden("id").expect("an id");
    let facts = [
        ("id", id.as_str()),
        ("day", "2027-05-03"),
        ("time", "17:40"),
        ("form", "circle"),
        ("language", "es"),
        ("minutes", "25"),
    ];
    student.post(&own, &facts).await.leads_to("/conference/");
    let next = format!("/conference/{id}");
    student.get(&next).await.ok().see("What we promised last time").see("Domingos.");
    student.post(&format!("{next}/guide"), &[]).await.is(303);
    student.get(&format!("{next}/present/1")).await.ok().see("Domingos.");
    student.get(&format!("{next}/present/2")).await.ok().dont_see("Domingos.");
    world.family().await.get(&format!("{next}/follow/1")).await.ok().see("Domingos.");
});

promise!(a_family_says_something_back_by_voice_and_the_student_writes_a_letter, |world| {
    let here = conference(&world).await;
    let mut family = world.family().await;
    family.get(&format!("{here}/reply")).await.ok().has("name=\"sound\"").has("multipart/form-data");
    let reply = ReplyId::new().to_string();
    let wav = a_wav(200);
    let words = [
        ("id", reply.as_str()),
        ("starter", "proud"),
        ("text", ""),
        ("transcript", "Qué <u>bonito</u>."),
        ("language", "es"),
    ];
    let sound = [AFile { field: "sound", name: "v.wav", bytes: &wav }];
    family.post_files(&format!("{here}/reply"), &words, &sound).await.leads_to(&here);
    let mut student = world.student().await;
    let page = student.get(&here).await.ok().see("Qué <u>bonito</u>.").has_no("<u>bonito").has("<audio");
    let heard = page.link("/sound/").expect("a recording");
    for who in [&world.people.student, &world.people.advisor, &world.people.family] {
        world.as_(who).await.get(&heard).await.ok();
    }
    for who in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_student] {
        world.as_(who).await.get(&heard).await.is(404);
    }
    // In other words, by its author only.
    let own = format!("/reply/{reply}");
    let version = family.get(&own).await.ok().hidden("version").expect("a version");
    let other = [("version", version.as_str()), ("starter", "home"), ("text", "En casa cosemos."), ("language", "es")];
    family.post(&own, &other).await.leads_to(&here);
    family
        .post(&own, &[("version", "1"), ("starter", "home"), ("text", "Otra cosa."), ("language", "es")])
        .await
        .is(422)
        .see("Otra cosa.")
        .see("En casa cosemos.");
    student.get(&own).await.is(404);
    world.as_(&world.people.classmates_family).await.get(&own).await.is(404);
    // A letter back, by the student only.
    let letter = format!("/reply/{reply}/letter");
    student.post(&letter, &[("text", " "), ("language", "es")]).await.is(422);
    student.post(&letter, &[("text", "Gracias, <s>abuela</s>."), ("language", "es")]).await.leads_to(&here);
    family.get(&here).await.ok().see("Gracias, <s>abuela</s>.").has_no("<s>abuela");
    family.post(&letter, &[("text", "Mine."), ("language", "es")]).await.is(404);
    world.advisor().await.get(&letter).await.is(404);
    family.post(&format!("{here}/reply"), &[("starter", "own"), ("text", ""), ("language", "es")]).await.is(422);
    family
        .post(&format!("{here}/reply"), &[("starter", "?"), ("text", "Se queda."), ("language", "es")])
        .await
        .is(422)
        .see("Se queda.");
});

promise!(replies_are_taken_for_two_weeks_and_what_was_begun_in_time_is_taken_later, |world| {
    let here = conference(&world).await;
    let mut family = world.family().await;
    days_after(&world, &here, REPLIES_DAYS - 1).await;
    let opened = family.get(&format!("{here}/reply")).await.ok().hidden("opened").expect("when it was opened");
    family.get(&here).await.ok().see("Puede responder hasta el");
    world.services.clock.move_on(3 * DAY);
    family.get(&here).await.ok().see("Las respuestas se recibieron hasta el").see("Qué orgullo.");
    let late = [("starter", "own"), ("text", "Llego tarde."), ("language", "es")];
    family.post(&format!("{here}/reply"), &late).await.is(422).see("Llego tarde.");
    // The student can give it longer.
    let window = format!("{here}/window");
    let mut student = world.student().await;
    let later = in_days(&world, 40);
    for wrong in ["2020-01-01", "<x>", "9999-12-31"] {
        student.post(&window, &[("day", wrong)]).await.is(422);
    }
    world.advisor().await.post(&window, &[("day", &later)]).await.is(404);
    student.post(&window, &[("day", &later)]).await.leads_to(&here);
    family.get(&here).await.ok().see("Puede responder hasta el");
    student.post(&window, &[("day", "")]).await.leads_to(&here);
    let mut begun = late.to_vec();
    begun.push(("opened", &opened));
    family.post(&format!("{here}/reply"), &begun).await.leads_to(&here);
});

promise!(when_a_reply_was_begun_is_what_we_know_and_not_what_a_form_says, |world| {
    let here = conference(&world).await;
    let mut family = world.family().await;
    days_after(&world, &here, REPLIES_DAYS - 1).await;
    let to = format!("{here}/reply");
    let opened = family.get(&to).await.ok().hidden("opened").expect("when it was opened");
    let classmates = world.as_(&world.people.classmates_family).await.get(&to).await.is(404);
    assert!(classmates.hidden("opened").is_none());
    world.services.clock.move_on(3 * DAY);
    let (at, seal) = opened.split_once('.').expect("a seal");
    let later = format!("{}.{seal}", at.parse::<i64>().unwrap() + 1);
    // There is no form any more that could be sent.
    let closed =
        family.get(&to).await.ok().has_no(&format!("action=\"{to}\"")).see("Las respuestas se recibieron hasta");
    assert!(closed.hidden("opened").is_none());
    for forged in ["0", at, "0.", &format!("{at}."), &format!("{at}.{}", "0".repeat(64)), &later, "\u{200B}"] {
        let id = kinfolio::id::ReplyId::new().to_string();
        let form = [("id", id.as_str()), ("starter", "own"), ("text", "Ayer."), ("language", "es"), ("opened", forged)];
        family.post(&to, &form).await.is(422).see("Ayer.");
    }
    // Even what was begun in time is not taken for ever.
    let begun = [("starter", "own"), ("text", "Por fin."), ("language", "es"), ("opened", opened.as_str())];
    world.services.clock.move_on(30 * DAY);
    let mut family = world.family().await;
    family.post(&to, &begun).await.is(422).see("Por fin.");
    let page = family.get(&here).await.ok();
    assert!(!page.text.contains("Ayer.") && !page.text.contains("Por fin."));
});

promise!(words_that_came_too_late_are_kept_for_their_author_alone, |world| {
    let here = conference(&world).await;
    days_after(&world, &here, REPLIES_DAYS + 20).await;
    let (mut family, mut student) = (world.family().await, world.student().await);
    let to = format!("{here}/reply");
    let id = ReplyId::new().to_string();
    let words = "Lo que quise decir <i>siempre</i>.";
    let late = [("id", id.as_str()), ("starter", "home"), ("text", words), ("language", "es")];
    for _ in 0..2 {
        let kept = family.post(&to, &late).await.is(422).see(words).see("Sus palabras quedan guardadas");
        kept.has_no(&format!("action=\"{to}\""));
    }
    family.get(&here).await.ok().see("Solo usted puede verlo").has(&format!("href=\"{to}\"")).dont_see(words);
    let kept = family.get(&to).await.ok().see(words).has_no("<i>siempre").see("Solo usted puede verlo");
    kept.has_no(&format!("action=\"{to}\"")).has(&format!("href=\"{here}/commitment\""));
    for mut other in [student.clone(), world.advisor().await] {
        other.get(&here).await.ok().dont_see(words).dont_see("too late");
        other.get(&to).await.is(404);
    }
    // Nobody writes into what another one keeps.
    let mut classmates = world.as_(&world.people.classmates_family).await;
    classmates.post(&to, &[("id", &id), ("starter", "own"), ("text", "x"), ("language", "es")]).await.is(404);
    // The student moves the day: what was kept is offered, sent, and kept no longer.
    let later = in_days(&world, 40);
    student.post(&format!("{here}/window"), &[("day", &later)]).await.leads_to(&here);
    let again = family.get(&to).await.ok().see(words).see("Ahora sí");
    assert_eq!(again.hidden("id").as_deref(), Some(id.as_str()));
    family.post(&to, &late).await.leads_to(&here);
    student.get(&here).await.ok().see(words);
    family.get(&to).await.ok().dont_see(words);
});

promise!(a_conference_is_looked_back_on_and_kept_for_home, |world| {
    let here = conference(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    days_after(&world, &here, 1).await;
    let mine = [("version", "0"), ("text", "I'm glad I showed <em>the star</em>."), ("language", "en")];
    for _ in 0..2 {
        student.post(&format!("{here}/afterword"), &mine).await.leads_to(&here);
    }
    let stale = [("version", "0"), ("text", "Other words."), ("language", "en")];
    student.post(&format!("{here}/afterword"), &stale).await.is(422).see("Other words.").see("the star");
    advisor
        .post(&format!("{here}/afterword"), &[("version", "0"), ("text", "Ask about the bell."), ("language", "en")])
        .await
        .leads_to(&here);
    family.get(&format!("{here}/afterword")).await.is(404);
    promises(&mut family, &here, "Domingos.").await;
    family.get(&here).await.ok().has(&format!("href=\"{here}/keepsake\""));
    let keepsake = family.get(&format!("{here}/keepsake")).await.ok().has_no("<script");
    for words in
        ["Bienvenida", "Qué orgullo.", "Domingos.", "I'm glad I showed <em>the star</em>.", "Ask about the bell."]
    {
        assert!(keepsake.words().contains(words) || keepsake.text.contains(words), "{words}");
    }
    keepsake.has_no("<em>the star");
    world.as_(&world.people.classmate).await.get(&format!("{here}/keepsake")).await.is(404);
});
