//! The definition of success: everybody's words, what is agreed, and what stays private.

use crate::promise;
use crate::world::Page;
use crate::writing::{after, agrees, begun, pairs, says};

promise!(a_definition_begins_with_the_student_and_only_once, |world| {
    let page = format!("/student/{}/definition", world.people.student.id);
    world.student().await.get(&page).await.ok().see("Start our definition");
    for mut adult in [world.family().await, world.advisor().await] {
        adult.get(&page).await.ok().has_no("Start our definition").has_no("Empezar nuestra definición");
        adult.post(&page, &[]).await.is(404);
    }
    let mut student = world.student().await;
    student.post(&page, &[]).await.leads_to(&page);
    let first = student.get(&page).await.link("/definition/");
    student.post(&page, &[]).await.leads_to(&page);
    assert_eq!(student.get(&page).await.link("/definition/"), first);
    student.get(&page).await.see("Our values").see("Nobody has spoken here yet");
});

promise!(three_voices_bring_words_of_their_own_in_their_own_language, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family, mut advisor) = (world.student().await, world.family().await, world.advisor().await);
    says(&mut family, &definition, "values", "«El que aprende, enseña.»", "es").await;
    says(&mut student, &definition, "values", "Someone stands taller.", "en").await;
    says(&mut advisor, &definition, "values", "You taught fractions.", "en").await;
    for mut reader in [student, family, advisor] {
        let read = reader.get(&page).await.ok();
        let read = read.has("voice--family").has("voice--student").has("voice--school").has("lang=\"es\"");
        read.see("«El que aprende, enseña.»").see("Rosa Reyes (abuela)").see("Someone stands taller.");
    }
});

promise!(what_somebody_said_can_be_written_down_by_somebody_else_and_says_so, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let rosa = world.people.family.id.to_string();
    let fields = [("section", "values"), ("question", "good_life"), ("text", "Cuida a los tuyos."), ("language", "es")];
    let mut written_down = fields.to_vec();
    written_down.push(("author", &rosa));
    student.post(&format!("{definition}/contribute"), &written_down).await.leads_to(&page);
    let read = student.get(&page).await.see("Said by Rosa Reyes (abuela), written down by Marisol Reyes");
    read.see("What does a good life look like in our family?");

    // Nobody speaks for somebody who is not this student's family, and family members speak for themselves.
    for stranger in [&world.people.classmates_family, &world.people.advisor, &world.people.other_school_family] {
        let stranger = stranger.id.to_string();
        let mut foreign = fields.to_vec();
        foreign.push(("author", &stranger));
        let answer = student.post(&format!("{definition}/contribute"), &foreign).await.is(422);
        answer.see("Please choose one of these.").see("Cuida a los tuyos.");
    }
    let marisol = world.people.student.id.to_string();
    let mut family = world.family().await;
    let mut foreign = fields.to_vec();
    foreign.push(("author", &marisol));
    family.post(&format!("{definition}/contribute"), &foreign).await.is(422);
});

promise!(what_is_private_appears_to_nobody_else_anywhere, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    says(&mut student, &definition, "values", "Open words.", "en").await;
    let words = says(&mut student, &definition, "community", "The bus stop has no shelter.", "en").await;
    agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    let statement = agrees(&mut student, &definition, "community", "We ask for a shelter.", &[&words]).await;
    student.get(&page).await.see("The bus stop has no shelter.").see("Only you can see this");
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);

    for mut other in [world.family().await, world.advisor().await] {
        for place in [page.clone(), format!("{definition}/version/1")] {
            let read = other.get(&place).await.ok();
            let read = read.dont_see("shelter").has_no(&words).has_no(&statement).has_no("community");
            read.has_no("For our community").has_no("Por nuestra comunidad").see("We bring it home.");
        }
        let way = other.get(&page).await.link("/version/").expect("a question to answer");
        other.get(&way).await.ok().dont_see("shelter").see("We bring it home.");
        other.get(&format!("{definition}/contribute")).await.ok().has_no("community");
        let said = [("section", "community"), ("question", "other"), ("text", "I guess."), ("language", "en")];
        other.post(&format!("{definition}/contribute"), &said).await.is(404);
    }
    let mut advisor = world.advisor().await;
    advisor.get(&format!("/statement/{statement}")).await.is(404);
    advisor.get(&format!("{definition}/statement/new?section=community")).await.is(404);
    for deed in ["", "/place", "/set-aside"] {
        advisor.post(&format!("/statement/{statement}{deed}"), &[("text", "Mine."), ("language", "en")]).await.is(404);
    }
    student.get(&page).await.see("We ask for a shelter.");
});

promise!(the_student_opens_a_section_and_closes_it_again_in_every_version, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    agrees(&mut student, &definition, "helps", "The library helps us.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    family.get(&page).await.see("The library helps us.");
    family.get(&format!("{definition}/version/1")).await.ok().see("The library helps us.");

    let address = format!("{definition}/section/helps");
    student.get(&address).await.ok().see("Who may see");
    student.post(&address, &[("audience", "everybody")]).await.is(422).see("Please choose one of these.");
    student.post(&address, &[("audience", "advisor")]).await.leads_to(&page);
    family.get(&page).await.ok().dont_see("library");
    family.get(&format!("{definition}/version/1")).await.ok().dont_see("library");
    world.advisor().await.get(&page).await.ok().see("The library helps us.");
    for mut adult in [world.family().await, world.advisor().await] {
        adult.get(&address).await.is(404);
        adult.post(&address, &[("audience", "conference")]).await.is(404);
    }
    student.get(&format!("{definition}/section/wishes")).await.is(404);
    student.post(&address, &[("audience", "family")]).await.leads_to(&page);
    family.get(&page).await.see("The library helps us.");
});

promise!(words_are_added_once_and_none_are_lost, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let address = format!("{definition}/contribute");
    let id = student.get(&format!("{address}?section=values")).await.hidden("id").expect("an id");
    let said = |words: &'static str| {
        vec![
            ("id", id.clone()),
            ("section", "values".into()),
            ("question", "other".into()),
            ("text", words.into()),
            ("language", "en".into()),
        ]
    };
    for words in ["Once.", "Once.", "Then something else, from the page before."] {
        let fields = said(words);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        student.post(&address, &fields).await.leads_to(&page);
    }
    let read = student.get(&page).await;
    assert_eq!(read.words().matches("Once.").count(), 1);
    read.see("Then something else, from the page before.");

    // An id that is somebody else's keeps theirs, and these words too.
    let fields = said("From a classmate's id.");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut advisor = world.advisor().await;
    advisor.post(&address, &fields).await.leads_to(&page);
    advisor.get(&page).await.see("Once.").see("From a classmate's id.");
});

promise!(words_that_cannot_be_taken_come_back, |world| {
    let (_, definition) = begun(&world).await;
    let mut student = world.student().await;
    let address = format!("{definition}/contribute");
    let million = "a".repeat(1_000_000);
    let with = |text: &'static str, question: &'static str, language: &'static str| {
        vec![("section", "values"), ("question", question), ("text", text), ("language", language)]
    };
    student.post(&address, &with("\u{200B}\u{2060}", "other", "en")).await.is(422).see("Please write something here.");
    student.post(&address, &with("Kept words.", "unfair", "en")).await.is(422).see("Kept words.");
    student.post(&address, &with("Kept words.", "other", "<b>")).await.is(422).see("Kept words.");
    let long = [("section", "values"), ("question", "other"), ("text", million.as_str()), ("language", "en")];
    student.post(&address, &long).await.is(422).see("There is room for");
    student.post(&address, &[("section", "elsewhere"), ("text", "Words.")]).await.is(404);

    let hostile = "<script>alert(1)</script></textarea><img src=x>";
    let answer = student.post(&address, &with(hostile, "unfair", "en")).await.is(422);
    answer.has_no("<script>alert").has_no("<img src=x>").see(hostile);
    let taken = student.post_and_follow(&address, &with(hostile, "other", "en")).await.ok();
    taken.has_no("<script>alert").has_no("<img src=x>").see(hostile);
});

promise!(a_family_member_is_asked_one_question_at_a_time_and_keeps_what_was_typed, |world| {
    let (_, definition) = begun(&world).await;
    let mut family = world.family().await;
    let address = format!("{definition}/contribute");
    let first = family.get(&format!("{address}?section=values")).await.ok();
    let first = first.see("¿Cómo es una buena vida en nuestra familia?").has_no("type=\"radio\"");
    let id = first.hidden("id").expect("an id");
    let fields = [
        ("id", id.as_str()),
        ("section", "values"),
        ("question", "good_life"),
        ("text", "Mi mamá decía"),
        ("language", "es"),
        ("another", "yes"),
    ];
    let second = family.post(&address, &fields).await.ok();
    let second = second.see("¿A quién le gustaría que se pareciera Marisol, y por qué?").see("Mi mamá decía");
    assert_eq!(second.hidden("id"), Some(id));
    says(&mut family, &definition, "values", "Palabras.", "es").await;
});

promise!(two_who_change_a_statement_at_once_by_forms_both_find_their_words, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let id = agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    let address = format!("/statement/{id}");
    let version = student.get(&address).await.hidden("version").expect("a version");
    let change = |version: &str, text: &str| {
        vec![("version".to_owned(), version.to_owned()), ("text".into(), text.into()), ("language".into(), "en".into())]
    };
    advisor.post(&address, &pairs(&change(&version, "We always bring it home."))).await.leads_to(&page);
    student.post(&address, &pairs(&change(&version, "We bring it home, warm."))).await.leads_to(&page);
    let read = student.get(&page).await.ok();
    let read = read.has("<span class=\"cite by--school\">always </span>");
    assert!(read.words().contains("We always bring it home, warm."), "{}", read.words());
    // The same form once more brings nothing twice.
    student.post(&address, &pairs(&change(&version, "We bring it home."))).await.leads_to(&page);
    assert!(student.get(&page).await.words().contains("We always bring it home, warm."));
    // What was made from nothing that was kept is shown beside what is kept.
    student.post(&address, &pairs(&change("99999999999999999999", "No."))).await.is(422).see("No.");

    let long = "we ".repeat(400);
    let fields = change(&version, &long);
    student.post(&address, &pairs(&fields)).await.is(422).see("There is room for 500 characters.");
});

promise!(a_statement_cites_only_words_of_its_own_section, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let private = says(&mut student, &definition, "community", "The bus stop.", "en").await;
    let own = says(&mut student, &definition, "values", "Someone stands taller.", "en").await;
    let nowhere = kinfolio::id::ContributionId::new().to_string();
    let id = agrees(&mut student, &definition, "values", "We lift each other.", &[&own, &private, &nowhere, "x"]).await;
    let desk = student.get(&format!("/statement/{id}")).await.ok().has_no(&private);
    assert_eq!(desk.text.matches("checked").count(), 1, "{}", desk.text);
    world.family().await.get(&page).await.ok().dont_see("The bus stop.").see("Someone stands taller.");
});

promise!(statements_are_put_in_order_set_aside_and_brought_back, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let one = agrees(&mut student, &definition, "values", "We go first.", &[]).await;
    let two = agrees(&mut student, &definition, "values", "We go second.", &[]).await;
    let order = |page: &Page| page.text.find("We go first.") < page.text.find("We go second.");
    assert!(order(&student.get(&page).await));
    // Sent twice it moves once; a foreign or broken neighbour moves nothing.
    let elsewhere = kinfolio::id::StatementId::new().to_string();
    for neighbour in [one.as_str(), one.as_str(), elsewhere.as_str(), "x", two.as_str()] {
        let answer = student.post(&format!("/statement/{two}/place"), &[("before", neighbour)]).await;
        answer.leads_to(&format!("/statement/{two}"));
        assert!(!order(&student.get(&page).await));
    }
    student.post(&format!("/statement/{one}/set-aside"), &[]).await.leads_to(&page);
    student.post(&format!("/statement/{one}/set-aside"), &[]).await.leads_to(&page);
    family.get(&page).await.dont_see("We go first.").see("We go second.");
    student.get(&page).await.see("Set aside").see("We go first.");
    student.post(&format!("/statement/{one}/set-aside"), &[("back", "yes")]).await.leads_to(&page);
    family.get(&page).await.see("We go first.");
    family.post(&format!("/statement/{one}/set-aside"), &[]).await.is(404);
});

promise!(nobody_else_comes_near_a_definition, |world| {
    let (page, definition) = begun(&world).await;
    let mut student = world.student().await;
    let id = agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    student.post(&format!("{definition}/version"), &[]).await.leads_to(&page);
    let question = student.get(&page).await.link("/version/").expect("a question");
    let places = [
        page.clone(),
        format!("{definition}/contribute?section=values"),
        format!("{definition}/statement/new?section=values"),
        format!("{definition}/section/values"),
        format!("{definition}/version/1"),
        format!("/statement/{id}"),
        question.clone(),
    ];
    let deeds = [
        page.clone(),
        format!("{definition}/contribute"),
        format!("{definition}/statement/new"),
        format!("{definition}/section/values"),
        format!("{definition}/version"),
        format!("/statement/{id}"),
        format!("/statement/{id}/place"),
        format!("/statement/{id}/set-aside"),
        question,
    ];
    let people = &world.people;
    for stranger in [
        &people.classmate,
        &people.classmates_family,
        &people.other_advisor,
        &people.other_student,
        &people.lead,
        &people.other_school_lead,
        &people.other_school_advisor,
        &people.other_school_student,
        &people.other_school_family,
    ] {
        let mut stranger = world.as_(stranger).await;
        for place in &places {
            stranger.get(place).await.is(404).dont_see("We bring it home.");
        }
        for deed in &deeds {
            let fields = [
                ("section", "values"),
                ("text", "Mine."),
                ("language", "en"),
                ("answer", "affirm"),
                ("audience", "me"),
            ];
            stranger.post(deed, &fields).await.is(404);
        }
    }
    for place in &places {
        world.visitor().get(place).await.is(401);
    }
    student.get(&page).await.see("We bring it home.").see("has not answered").dont_see("Mine.");
});

promise!(words_are_their_authors_and_nobody_else_changes_them, |world| {
    let (page, definition) = begun(&world).await;
    let mut family = world.family().await;
    let id = says(&mut family, &definition, "values", "El que aprende, enseña.", "es").await;
    let address = format!("/contribution/{id}");
    let version = family.get(&address).await.ok().hidden("version").expect("a version");
    let change =
        |version: &str, words: &str| [("version".to_owned(), version.to_owned()), ("text".into(), words.into())];
    let fields = |change: &[(String, String)]| {
        let mut fields: Vec<(String, String)> = change.to_vec();
        fields.push(("language".into(), "es".into()));
        fields
    };
    let strangers = [&world.people.student, &world.people.advisor, &world.people.classmates_family, &world.people.lead];
    for other in strangers {
        let mut other = world.as_(other).await;
        other.get(&address).await.is(404);
        other.post(&address, &[("version", "1"), ("text", "Otra cosa."), ("language", "es")]).await.is(404);
    }
    let first = fields(&change(&version, "El que enseña, aprende."));
    family.post(&address, &pairs(&first)).await.leads_to(&page);
    world.student().await.get(&page).await.see("El que enseña, aprende.").has_no(&format!("href=\"{address}\""));
    let stale = family.post(&address, &pairs(&fields(&change(&version, "Aprender es enseñar.")))).await.is(422);
    stale.see("El que enseña, aprende.").see("Aprender es enseñar.");
    family.post(&address, &pairs(&fields(&change(&version, "\u{200B}")))).await.is(422);

    // What somebody wrote down for her becomes her own once she says it herself.
    let rosa = world.people.family.id.to_string();
    let mut student = world.student().await;
    let written =
        [("section", "values"), ("question", "other"), ("text", "Cuida."), ("language", "es"), ("author", &rosa)];
    let id = after(&student.post(&format!("{definition}/contribute"), &written).await, "#c-");
    student.get(&format!("/contribution/{id}")).await.is(404);
    let own = [("version", "1"), ("text", "Cuida a los tuyos."), ("language", "es")];
    family.post(&format!("/contribution/{id}"), &own).await.leads_to(&page);
    student.get(&page).await.see("Cuida a los tuyos.").dont_see("written down by");
});

promise!(who_sees_it_differently_says_so_beside_the_words_and_both_stay, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut family) = (world.student().await, world.family().await);
    let id = agrees(&mut student, &definition, "values", "We bring it home.", &[]).await;
    let address = format!("/statement/{id}/view");
    let form = family.get(&address).await.ok();
    let remark = form.hidden("id").expect("an id");
    let say = |text: &'static str| {
        vec![("id".to_owned(), remark.clone()), ("text".into(), text.into()), ("language".into(), "es".into())]
    };
    family.post(&address, &pairs(&say("\u{200B}"))).await.is(422);
    for _ in 0..2 {
        family.post(&address, &pairs(&say("Yo digo <script>que no</script>."))).await.leads_to(&page);
    }
    let read =
        student.get(&page).await.ok().see("We bring it home.").has_no("<script>que").see("We see this differently");
    assert_eq!(read.words().matches("Yo digo").count(), 1);
    // Nobody else changes it: the same address is their own view.
    student.get(&address).await.ok().has_no("Yo digo");
    student.post(&address, &[("take_back", "yes"), ("text", ""), ("language", "en")]).await.is(422);
    student.get(&page).await.ok().see("Yo digo");
    let version = family.get(&address).await.hidden("version").expect("their own");
    let other = [("version", version.as_str()), ("text", "Lo pensé mejor."), ("language", "es")];
    family.post(&address, &other).await.leads_to(&page);
    family.post(&address, &other).await.is(422).see("Lo pensé mejor.");
    family.post(&address, &[("take_back", "yes")]).await.leads_to(&page);
    student.get(&page).await.ok().dont_see("Lo pensé mejor.").see("We bring it home.");
    for person in [&world.people.classmate, &world.people.classmates_family, &world.people.other_school_advisor] {
        world.as_(person).await.get(&address).await.is(404);
    }
});

promise!(talk_is_for_those_who_see_the_words_and_ends_when_those_who_talked_say_so, |world| {
    let (page, definition) = begun(&world).await;
    let (mut student, mut advisor, mut family) = (world.student().await, world.advisor().await, world.family().await);
    let own = says(&mut family, &definition, "values", "Que no le falte la palabra.", "es").await;
    let private = says(&mut student, &definition, "community", "The bus stop.", "en").await;
    let talk = format!("/contribution/{own}/talk");
    for mut adult in [world.advisor().await, world.family().await] {
        adult.get(&format!("/contribution/{private}/talk")).await.is(404);
        adult.post(&format!("/contribution/{private}/talk"), &[("text", "x"), ("language", "en")]).await.is(404);
    }
    let id = advisor.get(&talk).await.ok().hidden("id").expect("an id");
    let question = [("id", id.as_str()), ("text", "Which word?"), ("language", "en")];
    for _ in 0..2 {
        advisor.post(&talk, &question).await.leads_to(&talk);
    }
    let thread = student.get(&talk).await.ok().see("Que no le falte la palabra.");
    assert_eq!(thread.words().matches("Which word?").count(), 1);
    student.post(&talk, &[("settle", "yes")]).await.is(403);
    student.get(&page).await.ok().see("talks about it");
    advisor.post(&talk, &[("settle", "yes")]).await.leads_to(&page);
    student.get(&talk).await.ok().see("Which word?").see("talked about");
});
