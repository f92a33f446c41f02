//! What speaks for a statement, and what comes along into the next school year.

use crate::promise;
use crate::world::{Page, Visitor, World};
use crate::writing::after;

const YEAR: i64 = 366 * 24 * 60 * 60 * 1000;

/// The student's definition with one statement in a section: the address of its page, its own, and the statement's id.
async fn agreed(world: &World, section: &str, words: &str) -> (String, String, String) {
    let page = format!("/student/{}/definition", world.people.student.id);
    let mut student = world.student().await;
    student.post(&page, &[]).await.leads_to(&page);
    let own = own_address(&mut student, &page).await;
    let statement = agrees(&mut student, &own, section, words).await;
    (page, own, statement)
}

/// Where the definition of now is, by itself.
async fn own_address(student: &mut Visitor<'_>, page: &str) -> String {
    let way = student.get(page).await.ok().link("/definition/").expect("a way on");
    way.split(['/', '#']).take(3).collect::<Vec<_>>().join("/")
}

async fn agrees(who: &mut Visitor<'_>, definition: &str, section: &str, words: &str) -> String {
    let new = format!("{definition}/statement/new");
    let fields = [("section", section), ("text", words), ("language", "en")];
    after(&who.post(&new, &fields).await, "#s-")
}

/// A work of somebody's with this audience; a draft, when it is not kept.
async fn work(who: &mut Visitor<'_>, title: &str, audience: &str, keep: bool) -> String {
    let id = who.get("/work/new").await.ok().hidden("id").expect("an id");
    let mut fields = vec![
        ("id", id.as_str()),
        ("title", title),
        ("text", "Words."),
        ("form", "making"),
        ("language", "en"),
        ("audience", audience),
    ];
    if keep {
        fields.push(("keep", "yes"));
    }
    who.post("/work/new", &fields).await.leads_to("/work");
    id
}

/// Ties a work to a statement.
async fn ties(student: &mut Visitor<'_>, statement: &str, work: &str, kind: &str, why: &str) -> Page {
    let new = format!("/statement/{statement}/evidence/new");
    student.post(&new, &[("work", work), ("kind", kind), ("why", why), ("language", "en")]).await
}

/// The id of what was tied: it is on the student's page of the definition.
async fn tied_id(student: &mut Visitor<'_>, page: &str) -> String {
    let way = student.get(page).await.link("/evidence/").expect("something is tied");
    way.trim_start_matches("/evidence/").to_owned()
}

promise!(a_work_speaks_for_a_statement_on_both_their_pages, |world| {
    let (page, _, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    student.get(&page).await.see("None of your work shows this yet. It does not have to.");
    world.family().await.get(&page).await.ok().has_no("evidence/new").dont_see("Ningún trabajo");
    student.get(&format!("/statement/{statement}/evidence/new")).await.ok().see("We bring it home.").see("Fractions");
    ties(&mut student, &statement, &quilt, "growing", "The quilt is my grandmother’s.").await.leads_to(&page);
    let read = student.get(&page).await.ok().see("The quilt is my grandmother’s.").see("growing");
    read.dont_see("None of your work shows this yet").has_no("<script");
    for mut adult in [world.family().await, world.advisor().await] {
        adult.get(&page).await.ok().see("Fractions, my way").see("The quilt is my grandmother’s.").has_no("/evidence/");
        let read = adult.get(&format!("/work/{quilt}")).await.ok().see("We bring it home.");
        read.see("The quilt is my grandmother’s.").has_no("/evidence");
    }

    // The other way round, from the work.
    let other = work(&mut student, "A bus stop", "family", true).await;
    let form = format!("/work/{other}/evidence");
    student.get(&format!("/work/{other}")).await.ok().see("It shows none of your words yet").has(&form);
    student.get(&form).await.ok().see("We bring it home.").has(&statement);
    let fields = [("statement", statement.as_str()), ("kind", "not_yet"), ("why", "It will."), ("language", "en")];
    student.post(&form, &fields).await.leads_to(&format!("/work/{other}"));
    student.get(&page).await.see("A bus stop").see("It will.").see("not yet");
    student.get(&form).await.ok().see("This work shows all of your words already.");
});

promise!(a_short_story_speaks_as_well, |world| {
    let (page, _, statement) = agreed(&world, "becoming", "We are also fifteen.").await;
    let mut student = world.student().await;
    let new = format!("/statement/{statement}/evidence/new");
    let told = [("story", "On Sunday I slept until noon."), ("kind", "shown"), ("why", ""), ("language", "en")];
    student.post(&new, &told).await.leads_to(&page);
    world.family().await.get(&page).await.see("On Sunday I slept until noon.");
    // One of the two, not both, and never neither: what was typed is still there.
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    let both =
        [("work", quilt.as_str()), ("story", "And a story."), ("kind", "shown"), ("why", "So."), ("language", "en")];
    student.post(&new, &both).await.is(422).see("Please choose a work or tell a story.").see("And a story.");
    let neither = [("kind", "shown"), ("why", "Only why."), ("language", "en")];
    student.post(&new, &neither).await.is(422).see("Only why.").see("Please write something here.");
});

promise!(a_family_never_learns_of_a_work_that_is_not_open_to_them, |world| {
    let (page, own, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let private = work(&mut student, "Secret song", "me", true).await;
    let advisors = work(&mut student, "Half a poem", "advisor", true).await;
    let draft = work(&mut student, "Unready letter", "conference", false).await;
    let open = work(&mut student, "Open quilt", "family", true).await;
    for (id, why) in [(&private, "Sung."), (&advisors, "Rhymed."), (&draft, "Begun."), (&open, "Sewn.")] {
        ties(&mut student, &statement, id, "growing", why).await.leads_to(&page);
    }
    student.get(&page).await.see("Secret song").see("Half a poem").see("Unready letter").see("Open quilt");
    let read = world.family().await.get(&page).await.ok().see("Open quilt").see("Sewn.");
    let read = read.dont_see("Secret song").dont_see("Sung.").dont_see("Half a poem").dont_see("Rhymed.");
    read.dont_see("Unready letter").dont_see("Begun.").has_no(&private).has_no(&advisors).has_no(&draft);
    let read = world.advisor().await.get(&page).await.ok().see("Half a poem").see("Rhymed.").see("Open quilt");
    read.dont_see("Secret song").dont_see("Sung.").dont_see("Unready letter").has_no(&private).has_no(&draft);

    // And a section that is closed is not on the page of an open work.
    student.post(&format!("{own}/section/values"), &[("audience", "advisor")]).await.leads_to(&page);
    let read = world.family().await.get(&format!("/work/{open}")).await.ok();
    read.dont_see("We bring it home.").dont_see("Sewn.").has_no(&statement).has_no("speaks-for");
    world.advisor().await.get(&format!("/work/{open}")).await.ok().see("We bring it home.").see("Sewn.");
    student.post(&format!("/statement/{statement}/set-aside"), &[]).await.leads_to(&page);
    world.advisor().await.get(&format!("/work/{open}")).await.ok().dont_see("We bring it home.");
});

promise!(only_the_student_ties_and_takes_away, |world| {
    let (page, _, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    ties(&mut student, &statement, &quilt, "growing", "Mine to say.").await.leads_to(&page);
    let id = tied_id(&mut student, &page).await;
    let people = &world.people;
    for other in [&people.family, &people.advisor, &people.classmate, &people.lead, &people.other_school_student] {
        let mut other = world.as_(other).await;
        let new = format!("/statement/{statement}/evidence/new");
        for place in [new, format!("/work/{quilt}/evidence"), format!("/evidence/{id}")] {
            other.get(&place).await.is(404).dont_see("Mine to say.");
            let fields = [
                ("work", quilt.as_str()),
                ("statement", statement.as_str()),
                ("version", "1"),
                ("story", "Theirs."),
                ("kind", "shown"),
                ("why", "Theirs."),
                ("language", "en"),
            ];
            other.post(&place, &fields).await.is(404);
        }
        other.post(&format!("/evidence/{id}/take-away"), &[]).await.is(404);
    }
    student.get(&page).await.see("Mine to say.").dont_see("Theirs.");
    for _ in 0..2 {
        let answer = student.post(&format!("/evidence/{id}/take-away"), &[]).await;
        assert!(matches!(answer.status.as_u16(), 303 | 404));
    }
    student.get(&page).await.dont_see("Mine to say.").see("None of your work shows this yet.");
    student.get(&format!("/work/{quilt}")).await.ok();
});

promise!(what_is_tied_twice_is_tied_once_and_no_words_are_lost, |world| {
    let (page, _, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    let new = format!("/statement/{statement}/evidence/new");
    let id = student.get(&new).await.hidden("id").expect("an id");
    let tie = |why: &'static str| {
        vec![
            ("id", id.clone()),
            ("work", quilt.clone()),
            ("kind", "shown".into()),
            ("why", why.into()),
            ("language", "en".into()),
        ]
    };
    let sent = |fields: &[(&'static str, String)]| fields.to_vec();
    for _ in 0..2 {
        let fields = sent(&tie("Once."));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        student.post(&new, &fields).await.leads_to(&page);
    }
    assert_eq!(student.get(&page).await.text.matches("Once.").count(), 1);
    let fields = sent(&tie("Other words."));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    student.post(&new, &fields).await.is(422).see("shows these words already").see("Other words.");
    let from_work =
        [("statement", statement.as_str()), ("kind", "shown"), ("why", "From the work."), ("language", "en")];
    student.post(&format!("/work/{quilt}/evidence"), &from_work).await.is(422).see("From the work.");

    // Stories can be many, and an id that is taken loses none of them.
    for story in ["One story.", "One story.", "Another story."] {
        let told = [("id", id.as_str()), ("story", story), ("kind", "shown"), ("language", "en")];
        student.post(&new, &told).await.leads_to(&page);
    }
    student.get(&page).await.see("One story.").see("Another story.").see("Once.");
});

promise!(evidence_that_cannot_be_taken_comes_back, |world| {
    let (page, _, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    let theirs = work(&mut world.as_(&world.people.classmate).await, "Not hers", "conference", true).await;
    let million = "a".repeat(1_000_000);
    ties(&mut student, &statement, &quilt, "shown", "\u{200B}\u{2060}")
        .await
        .is(422)
        .see("Please write something here.");
    ties(&mut student, &statement, &quilt, "best", "Kept words.").await.is(422).see("Kept words.");
    ties(&mut student, &statement, &quilt, "shown", &million).await.is(422).see("There is room for");
    for foreign in [theirs.as_str(), "x", "00000000-0000-7000-8000-000000000000"] {
        let answer = ties(&mut student, &statement, foreign, "shown", "Kept words.").await.is(422);
        answer.see("Kept words.").dont_see("Not hers");
        student.post(&format!("/work/{foreign}/evidence"), &[("why", "Mine.")]).await.is(404);
    }
    let nowhere = [("statement", "x"), ("kind", "shown"), ("why", "Kept words."), ("language", "<b>")];
    student.post(&format!("/work/{quilt}/evidence"), &nowhere).await.is(422).see("Kept words.");
    student.get("/statement/00000000-0000-7000-8000-000000000000/evidence/new").await.is(404);
    student.get("/evidence/x").await.is(404);

    let hostile = "<script>alert(1)</script></textarea><img src=x>";
    let answer = ties(&mut student, &statement, &quilt, "", hostile).await.is(422);
    answer.has_no("<script>alert").has_no("<img src=x>").see(hostile);
    ties(&mut student, &statement, &quilt, "shown", hostile).await.leads_to(&page);
    for place in [page, format!("/work/{quilt}")] {
        student.get(&place).await.ok().has_no("<script>alert").has_no("<img src=x>").see(hostile);
    }
});

promise!(what_was_said_in_another_window_shows_both, |world| {
    let (page, _, statement) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let quilt = work(&mut student, "Fractions, my way", "family", true).await;
    ties(&mut student, &statement, &quilt, "growing", "First words.").await.leads_to(&page);
    let address = format!("/evidence/{}", tied_id(&mut student, &page).await);
    let version = student.get(&address).await.ok().see("First words.").hidden("version").expect("a version");
    let say = |why: &'static str| [("version", version.clone()), ("kind", "shown".into()), ("why", why.to_owned())];
    let fields = |said: &[(&'static str, String); 3]| {
        let mut fields: Vec<(String, String)> =
            said.iter().map(|(name, value)| ((*name).into(), value.clone())).collect();
        fields.push(("language".into(), "en".into()));
        fields
    };
    let second = fields(&say("Second words."));
    let second: Vec<(&str, &str)> = second.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    student.post(&address, &second).await.leads_to(&page);
    let third = fields(&say("Third words."));
    let third: Vec<(&str, &str)> = third.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let stale = student.post(&address, &third).await.is(422).see("Second words.").see("Third words.");
    let newer = stale.hidden("version").expect("the newer version");
    let again = [("version", newer.as_str()), ("kind", "shown"), ("why", "Third words."), ("language", "en")];
    student.post(&address, &again).await.leads_to(&page);
    student.get(&page).await.see("Third words.").dont_see("Second words.");
});

/// The form of a look back, as it is shown, with what is said of each statement in its order: what became of it, why,
/// and how it reads now.
fn look_back<'a>(form: &Page, statements: &[(&str, [&'a str; 3])]) -> Vec<(String, &'a str)> {
    let mut fields = vec![("language".to_owned(), "en")];
    for (id, [became, why, text]) in statements {
        assert_eq!(form.hidden(&format!("version-{id}")).as_deref(), Some("1"), "{}", form.text);
        fields.push((format!("version-{id}"), "1"));
        fields.push((format!("became-{id}"), became));
        fields.push((format!("why-{id}"), why));
        fields.push((format!("text-{id}"), text));
    }
    fields
}

fn pairs<'a>(fields: &'a [(String, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (name.as_str(), *value)).collect()
}

promise!(what_holds_comes_along_into_the_next_year_with_why, |world| {
    let (page, own, held) = agreed(&world, "values", "We bring it home.").await;
    let mut student = world.student().await;
    let said = [("section", "values"), ("question", "other"), ("text", "My abuela says so."), ("language", "en")];
    student.post(&format!("{own}/contribute"), &said).await.leads_to(&page);
    let changed = agrees(&mut student, &own, "learning", "We count twice.").await;
    let left = agrees(&mut student, &own, "values", "We run for the bus.").await;
    let private = agrees(&mut student, &own, "community", "We ask for a shelter.").await;
    student.post(&format!("{own}/section/values"), &[("audience", "conference")]).await.leads_to(&page);
    let address = format!("{own}/look-back");
    student.get(&page).await.ok().has_no("look-back");
    student.get(&address).await.is(303).leads_to(&page);
    student.post(&address, &[("fresh", "yes")]).await.leads_to(&page);
    assert_eq!(own_address(&mut student, &page).await, own);

    world.services.clock.move_on(YEAR);
    let mut student = world.student().await;
    student.get(&page).await.ok().has(&address).see("A new school year has begun.");
    for mut adult in [world.family().await, world.advisor().await] {
        adult.get(&page).await.ok().has_no("look-back");
        adult.get(&address).await.is(404);
        adult.post(&address, &[("fresh", "yes")]).await.is(404);
    }
    let form = student.get(&address).await.ok().see("We bring it home.").see("We ask for a shelter.");
    let said = [
        (held.as_str(), ["held", "It is still true.", ""]),
        (changed.as_str(), ["changed", "Twice was not enough.", "We count until we agree."]),
        (left.as_str(), ["left", "There is a bench now.", ""]),
        (private.as_str(), ["held", "Nobody else knows.", ""]),
    ];
    let fields = look_back(&form, &said);
    for _ in 0..2 {
        student.post(&address, &pairs(&fields)).await.leads_to(&page);
    }
    let read = student.get(&page).await.ok();
    for words in ["It is still true.", "Twice was not enough.", "There is a bench now.", "Nobody else knows."] {
        assert_eq!(read.text.matches(words).count(), 1, "{words}");
    }
    assert_eq!(read.text.matches(">We count until we agree.<").count(), 1, "what is sent twice comes along once");
    let read = read.see("Only you can see this").has(&own).dont_see("My abuela says so.");
    assert_eq!(read.text.matches("class=\"statement\"").count(), 3);

    // What was private stays private, in the statement and in the look back; what was open is.
    for mut adult in [world.family().await, world.advisor().await] {
        let read = adult.get(&page).await.ok().see("We bring it home.").see("There is a bench now.");
        read.dont_see("shelter").dont_see("Nobody else knows.").has_no(&private);
        let read = adult.get(&own).await.ok().see("We run for the bus.").see("My abuela says so.").dont_see("shelter");
        read.has_no(&private).has_no("statement/new").has_no("/contribute");
    }
    // Opening the section this year does not open what was private then.
    let now = student.get(&page).await.link("/definition/").expect("a way on");
    let now = now.split(['/', '#']).take(3).collect::<Vec<_>>().join("/");
    assert_ne!(now, own);
    student.post(&format!("{now}/section/community"), &[("audience", "family")]).await.leads_to(&page);
    let read = world.family().await.get(&page).await.ok().see("We ask for a shelter.");
    read.dont_see("Nobody else knows.").has_no(&private);
    student.get(&now).await.is(303).leads_to(&page);
});

promise!(an_earlier_definition_stays_as_it_was, |world| {
    let (page, own, statement) = agreed(&world, "values", "We bring it home.").await;
    world.student().await.post(&format!("{own}/version"), &[]).await.leads_to(&page);
    world.services.clock.move_on(YEAR);
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    let question = family.get(&page).await.link("/version/").expect("a question");
    student.post(&format!("{own}/look-back"), &[("fresh", "yes")]).await.leads_to(&page);
    student.get(&page).await.ok().dont_see("We bring it home.").has(&own).see("Earlier school years");
    for who in [&mut student, &mut family, &mut advisor] {
        let words = [("text", "Mine."), ("language", "en"), ("version", "1"), ("section", "values")];
        who.get(&own).await.ok().see("We bring it home.").has_no(&question).has_no("evidence/new");
        for deed in [format!("{own}/contribute"), format!("{own}/version"), question.clone()] {
            who.post(&deed, &words).await.is(404);
        }
        for deed in ["", "/place", "/set-aside", "/evidence/new"] {
            who.post(&format!("/statement/{statement}{deed}"), &words).await.is(404);
        }
        who.get(&format!("{own}/version/1")).await.ok().see("We bring it home.");
    }
    // It can still be closed.
    student.post(&format!("{own}/section/values"), &[("audience", "me")]).await.leads_to(&own);
    family.get(&own).await.ok().dont_see("We bring it home.");
    for stranger in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        world.as_(stranger).await.get(&own).await.is(404);
    }
    world.visitor().get(&own).await.is(401);
});

promise!(a_fresh_start_keeps_closed_what_was_closed, |world| {
    let (page, own, _) = agreed(&world, "helps", "Quiet helps.").await;
    let mut student = world.student().await;
    for (section, audience) in [("helps", "me"), ("community", "conference")] {
        student.post(&format!("{own}/section/{section}"), &[("audience", audience)]).await.leads_to(&page);
    }
    world.services.clock.move_on(YEAR);
    let mut student = world.student().await;
    student.post(&format!("{own}/look-back"), &[("fresh", "yes")]).await.leads_to(&page);
    let now = own_address(&mut student, &page).await;
    for section in ["helps", "community"] {
        let form = student.get(&format!("{now}/section/{section}")).await.ok();
        let chosen = form.text.split("<input").find(|input| input.contains(" checked")).expect("one is chosen");
        assert!(chosen.contains("value=\"me\""), "{section}: {chosen}");
    }
});

promise!(a_look_back_that_cannot_be_taken_comes_back, |world| {
    let (page, own, statement) = agreed(&world, "values", "We bring it home.").await;
    world.services.clock.move_on(YEAR);
    let mut student = world.student().await;
    let address = format!("{own}/look-back");
    let form = student.get(&address).await.ok();
    let million = "a".repeat(1_000_000);
    let hostile = "<script>alert(1)</script></textarea>";
    let tries = [
        (["", hostile, ""], "Please choose one of these."),
        (["forgotten", hostile, ""], "Please choose one of these."),
    ];
    for (said, problem) in tries {
        let fields = look_back(&form, &[(&statement, said)]);
        let answer = student.post(&address, &pairs(&fields)).await.is(422).see(problem).see(hostile);
        answer.has_no("<script>alert");
    }
    for said in [["held", million.as_str(), ""], ["changed", "", million.as_str()]] {
        let fields = look_back(&form, &[(&statement, said)]);
        student.post(&address, &pairs(&fields)).await.is(422).see("There is room for");
    }
    student.post(&address, &[]).await.is(422).see("Please choose one of these.");

    // The advisor puts it in other words while the student looks back: it is read once more.
    let reworded = [("version", "1"), ("text", "We bring all of it home."), ("language", "en")];
    world.advisor().await.post(&format!("/statement/{statement}"), &reworded).await.leads_to(&page);
    let fields = look_back(&form, &[(&statement, ["held", hostile, ""])]);
    let stale = student.post(&address, &pairs(&fields)).await.is(422);
    let stale =
        stale.see("We bring all of it home.").see("These words changed while you were looking back.").see(hostile);
    let version = stale.hidden(&format!("version-{statement}")).expect("a version");
    let mut again = fields.clone();
    again.retain(|(name, _)| !name.starts_with("version-"));
    again.push((format!("version-{statement}"), &version));
    student.post(&address, &pairs(&again)).await.leads_to(&page);
    student.get(&page).await.ok().see(hostile).has_no("<script>alert").see("We bring all of it home.");

    // Other words from another window are not lost.
    let late = [("why", "From another window.")];
    let mut late: Vec<(String, &str)> = late.map(|(name, why)| (format!("{name}-{statement}"), why)).into();
    late.extend([(format!("version-{statement}"), version.as_str()), (format!("became-{statement}"), "left")]);
    late.push(("language".into(), "en"));
    let answer = student.post(&address, &pairs(&late)).await.is(422).see("From another window.");
    answer.see("has begun in another window");
});
