//! How a school words the definition: it names the sections and asks its own questions; what somebody answered keeps the
//! question they were asked.

use crate::promise;
use crate::world::{Page, Visitor, World};

const VALUES: &str = "/school/prompts/values";
const OURS: &str = "What does a good life look like in our family?";

/// Starts the student's definition and gives where words are added to it.
async fn a_definition(world: &World) -> String {
    let mut student = world.student().await;
    let here = format!("/student/{}/definition", world.people.student.id);
    student.post(&here, &[]).await.leads_to(&here);
    let page = student.get(&here).await.ok();
    let address = page.link("/definition/").expect("the definition is there");
    format!("{}/contribute", address.split('/').take(3).collect::<Vec<_>>().join("/"))
}

fn read_at(world: &World) -> String {
    format!("/student/{}/definition", world.people.student.id)
}

/// Adds a question of the school's own and gives its id.
async fn ask(lead: &mut Visitor<'_>, section: &str, words: &[(&str, &str)]) -> String {
    let new = format!("/school/prompts/{section}/new");
    let id = lead.get(&new).await.ok().hidden("id").expect("the form carries an id");
    let mut form = vec![("id", id.as_str())];
    form.extend(words);
    lead.post(&new, &form).await.leads_to(&format!("/school/prompts/{section}"));
    id
}

/// Gives the sections names in English, from this version.
async fn name(lead: &mut Visitor<'_>, version: &str, name: &str) -> Page {
    lead.post(VALUES, &[("version", version), ("name_en", name), ("name_es", ""), ("name_ar", "")]).await
}

/// Answers a question as it is asked in the form that is shown now.
async fn answer(visitor: &mut Visitor<'_>, contribute: &str, question: &str, text: &str) -> Page {
    let form = visitor.get(&format!("{contribute}?section=values")).await.ok();
    let id = form.hidden("id").expect("the form carries an id");
    let words =
        [("id", id.as_str()), ("section", "values"), ("question", question), ("text", text), ("language", "en")];
    visitor.post(contribute, &words).await
}

promise!(a_school_that_changes_nothing_reads_and_asks_what_kinfolio_comes_with, |world| {
    let contribute = a_definition(&world).await;
    world.student().await.get(&read_at(&world)).await.ok().see("Our values").see("For our community");
    world.student().await.get(&format!("{contribute}?section=values")).await.ok().see(OURS).see("hope");
    let page = world.lead().await.get("/school/prompts").await.ok().see("Our values").see("5 questions");
    page.has_no("<script").dont_see("Kinfolio calls it");
});

promise!(a_name_a_school_gives_a_section_stands_wherever_the_section_is_named_in_that_language, |world| {
    let contribute = a_definition(&world).await;
    let mut lead = world.lead().await;
    let form = [("version", "0"), ("name_en", "  What our  people hold dear "), ("name_es", "Nuestras raíces")];
    lead.post(VALUES, &form).await.leads_to(VALUES);
    lead.get(VALUES).await.ok().see("What our people hold dear").see("Kinfolio calls it");
    answer(&mut world.student().await, &contribute, "admired", "My uncle").await.leads_to(&read_at(&world));
    let definition = contribute.trim_end_matches("/contribute");
    for path in [read_at(&world), contribute.clone(), format!("{contribute}?section=values")] {
        world.student().await.get(&path).await.ok().see("What our people hold dear").dont_see("Our values");
        world.advisor().await.get(&path).await.ok().see("What our people hold dear");
    }
    let who_sees = format!("{definition}/section/values");
    world.student().await.get(&who_sees).await.ok().see("What our people hold dear");
    world
        .student()
        .await
        .get(&format!("{definition}/statement/new?section=values"))
        .await
        .ok()
        .see("our people hold dear");
    // The family reads Spanish; Arabic has no name of its own, and keeps ours.
    let mut family = world.family().await;
    family.get(&read_at(&world)).await.ok().see("Nuestras raíces").dont_see("Nuestros valores");
    family.post("/language", &[("language", "ar"), ("back", "/")]).await;
    family.get(&read_at(&world)).await.ok().see("قِيَمنا").dont_see("Nuestras raíces");
    // Another school has its own.
    let mut others = world.as_(&world.people.other_school_lead).await;
    others.get("/school/prompts").await.ok().see("Our values").dont_see("our people hold dear");
    // Emptied, the name it comes with is back.
    name(&mut lead, "1", "\u{200B}").await.leads_to(VALUES);
    world.student().await.get(&read_at(&world)).await.ok().see("Our values").dont_see("our people hold dear");
});

promise!(only_the_lead_shapes_what_is_asked, |world| {
    let mut lead = world.lead().await;
    let id = ask(&mut lead, "values", &[("student_en", "Who sings at home?")]).await;
    let paths = [
        "/school/prompts".to_owned(),
        VALUES.to_owned(),
        format!("{VALUES}/new"),
        format!("/prompt/{id}"),
        format!("/prompt/{id}/put-away"),
        format!("/prompt/{id}/place"),
        "/prompt/hope/put-away".to_owned(),
    ];
    for path in &paths {
        for mut visitor in [world.student().await, world.family().await, world.advisor().await] {
            let form = [("student_en", "Mine"), ("name_en", "Mine"), ("version", "0")];
            assert!(matches!(visitor.post(path, &form).await.status.as_u16(), 403 | 404), "{path}");
        }
        world.visitor().post(path, &[("student_en", "Mine")]).await.is(if path == "/school/prompts" {
            404
        } else {
            401
        });
    }
    let mut others = world.as_(&world.people.other_school_lead).await;
    others.get(&format!("/prompt/{id}")).await.is(404);
    for path in [format!("/prompt/{id}"), format!("/prompt/{id}/put-away"), format!("/prompt/{id}/place")] {
        others.post(&path, &[("student_en", "Ours now"), ("version", "1")]).await.is(404);
    }
    // An id of another school's is not taken over: the words become a question of one's own.
    others.post(&format!("{VALUES}/new"), &[("id", id.as_str()), ("student_en", "Ours now")]).await.leads_to(VALUES);
    others.get(VALUES).await.ok().see("Ours now");
    others.post("/prompt/hope/put-away", &[]).await.leads_to(VALUES);
    lead.get(VALUES).await.ok().see("Who sings at home?").dont_see("Ours now").dont_see("Mine").dont_see("Bring back");
});

promise!(a_schools_own_question_is_asked_of_those_it_has_words_for_in_their_language_or_another, |world| {
    let contribute = a_definition(&world).await;
    let mut lead = world.lead().await;
    let words = [
        ("student_en", "Who sings at home, {name}?"),
        ("student_ar", "من يغنّي في البيت؟"),
        ("family_en", "Who sang for {name}?"),
    ];
    let id = ask(&mut lead, "values", &words).await;
    let values = format!("{contribute}?section=values");
    world.student().await.get(&values).await.ok().see("Who sings at home, Marisol?").see(OURS);
    world.advisor().await.get(&values).await.ok().dont_see("Who sings").dont_see("Who sang");
    // It comes first; the family's phone is Spanish, the words are English, and say so.
    let mut family = world.family().await;
    let hub = family.get(&format!("/student/{}", world.people.student.id)).await.ok();
    let hub = hub.see("Who sang for").has("<h2 lang=\"en\"").has_no("<script");
    let asked = hub.link(&contribute).expect("the question leads to its answer");
    assert!(asked.contains(&format!("prompt={id}.1")), "{asked}");
    family.get(&asked).await.ok().see("Who sang for Rosa?".replace("Rosa", "Marisol").as_str()).has("<h1 lang=\"en\"");
    // Answered, the next one is asked.
    answer(&mut family, &contribute, &format!("{id}.1"), "Mi mamá").await.leads_to(&read_at(&world));
    let hub = family.get(&format!("/student/{}", world.people.student.id)).await.ok();
    hub.dont_see("Who sang for").see("¿Cómo es una buena vida en nuestra familia?");
});

promise!(an_answer_keeps_the_question_it_was_given_to, |world| {
    let contribute = a_definition(&world).await;
    let mut lead = world.lead().await;
    let id = ask(&mut lead, "values", &[("student_en", "Who sings at home?"), ("student_es", "¿Quién canta en casa?")])
        .await;
    let (path, first) = (format!("/prompt/{id}"), format!("{id}.1"));
    let mut student = world.student().await;
    answer(&mut student, &contribute, &first, "My aunt Luz").await.leads_to(&read_at(&world));
    // Somebody has the form open while the question is worded differently, and then put away.
    let open = student.get(&format!("{contribute}?section=values")).await.ok().hidden("id").unwrap();
    lead.post(&path, &[("version", "1"), ("student_en", "Who dances?")]).await.leads_to(VALUES);
    student.get(&read_at(&world)).await.ok().see("Who sings at home?").dont_see("Who dances?");
    student.get(&format!("{contribute}?section=values")).await.ok().see("Who dances?").dont_see("Who sings at home?");
    // Read in another language, it is still the one that was asked.
    world.family().await.get(&read_at(&world)).await.ok().see("¿Quién canta en casa?");
    lead.post(&format!("{path}/put-away"), &[]).await.leads_to(VALUES);
    let words = [
        ("id", open.as_str()),
        ("section", "values"),
        ("question", first.as_str()),
        ("text", "And Abu"),
        ("language", "en"),
    ];
    // Nothing that was chosen is lost when the words are missing…
    let without = words.map(|(field, value)| if field == "text" { (field, "\u{200B}") } else { (field, value) });
    let page = student.post(&contribute, &without).await.is(422).see("Who sings at home?");
    page.has(&format!("value=\"{first}\" checked"));
    // … and they are an answer to what was read.
    student.post(&contribute, &words).await.leads_to(&read_at(&world));
    let page = student.get(&read_at(&world)).await.ok().see("And Abu");
    assert_eq!(page.text.matches("Who sings at home?").count(), 2);
    student.get(&format!("{contribute}?section=values")).await.ok().dont_see("Who dances?").dont_see("Who sings");
    // Ours, when it is put away, stays with its answers too.
    answer(&mut student, &contribute, "good_life", "Time for each other").await.leads_to(&read_at(&world));
    lead.post("/prompt/good_life/put-away", &[]).await.leads_to(VALUES);
    student.get(&read_at(&world)).await.ok().see(OURS);
});

promise!(what_is_put_away_is_not_asked_until_it_is_brought_back, |world| {
    let contribute = a_definition(&world).await;
    let values = format!("{contribute}?section=values");
    let (mut lead, mut student, mut family) = (world.lead().await, world.student().await, world.family().await);
    let hub = format!("/student/{}", world.people.student.id);
    let ours = "¿Cómo es una buena vida en nuestra familia?";
    family.get(&hub).await.ok().see(ours);
    for _ in 0..2 {
        lead.post("/prompt/good_life/put-away", &[]).await.leads_to(VALUES);
    }
    lead.get(VALUES).await.ok().see("Bring back");
    student.get(&values).await.ok().dont_see(OURS);
    family.get(&hub).await.ok().dont_see(ours);
    // Before there is a definition, what it will ask is shown: not that either.
    let mut classmate = world.as_(&world.people.classmate).await;
    classmate.get(&format!("/student/{}/definition", world.people.classmate.id)).await.ok().dont_see(OURS);
    for _ in 0..2 {
        lead.post("/prompt/good_life/put-away", &[("back", "yes")]).await.leads_to(VALUES);
    }
    student.get(&values).await.ok().see(OURS);
    // All of them away: one's own words are still welcome, with a question of one's own.
    for prompt in ["good_life", "admired", "passed_on", "hope", "stand_by"] {
        lead.post(&format!("/prompt/{prompt}/put-away"), &[]).await.leads_to(VALUES);
    }
    lead.get(VALUES).await.ok().see("All of them are put away.");
    let page = family.get(&values).await.ok().has("name=\"own_question\"").has_no("name=\"another\"");
    let id = page.hidden("id").unwrap();
    let words = [
        ("id", id.as_str()),
        ("section", "values"),
        ("question", "other"),
        ("own_question", "¿Y la abuela?"),
        ("text", "Canta"),
        ("language", "es"),
    ];
    family.post(&contribute, &words).await.leads_to(&read_at(&world));
    family.get(&read_at(&world)).await.ok().see("¿Y la abuela?");
});

promise!(a_question_that_comes_with_kinfolio_can_be_asked_in_the_schools_own_words, |world| {
    let mut lead = world.lead().await;
    let page = lead.get(&format!("{VALUES}/new?from=admired")).await.ok().see("Whom do you admire?");
    let page = page.see("Whom would you like {name} to take after").see("¿A quién admiras?");
    assert_eq!(page.hidden("instead").as_deref(), Some("admired"));
    let id = page.hidden("id").unwrap();
    let form = [("id", id.as_str()), ("instead", "admired"), ("student_en", "Who is your hero on our block?")];
    for _ in 0..2 {
        lead.post(&format!("{VALUES}/new"), &form).await.leads_to(VALUES);
    }
    let page = lead.get(VALUES).await.ok().see("Who is your hero on our block?");
    assert_eq!(page.text.matches("action=\"/prompt/admired/put-away\"").count(), 1);
    assert_eq!(page.words().matches("Who is your hero on our block?").count(), 1);
    // One of another section is not put away from here.
    lead.get(&format!("{VALUES}/new?from=unfair")).await.ok().has_no("name=\"instead\"");
});

promise!(questions_stand_in_the_order_the_school_puts_them, |world| {
    let mut lead = world.lead().await;
    let one = ask(&mut lead, "helps", &[("student_en", "Question one?")]).await;
    let two = ask(&mut lead, "helps", &[("student_en", "Question two?")]).await;
    let elsewhere = ask(&mut lead, "values", &[("student_en", "Elsewhere?")]).await;
    let place = format!("/prompt/{two}/place");
    let order = |page: &Page| (page.words().find("Question one?"), page.words().find("Question two?"));
    let (first, second) = order(&lead.get("/school/prompts/helps").await.ok());
    assert!(first < second);
    for _ in 0..2 {
        lead.post(&place, &[("before", one.as_str())]).await.leads_to("/school/prompts/helps");
    }
    let (first, second) = order(&lead.get("/school/prompts/helps").await.ok());
    assert!(second < first);
    for other in [elsewhere.as_str(), "nonsense", ""] {
        lead.post(&place, &[("after", other)]).await.leads_to("/school/prompts/helps");
        assert_eq!(order(&lead.get("/school/prompts/helps").await.ok()), (first, second));
    }
});

promise!(hostile_words_are_refused_beside_their_field_or_shown_as_they_are, |world| {
    let contribute = a_definition(&world).await;
    let mut lead = world.lead().await;
    let million = "a".repeat(1_000_000);
    let script = "</title><script>alert(1)</script>";
    name(&mut lead, "0", script).await.leads_to(VALUES);
    let id = ask(&mut lead, "values", &[("student_en", script), ("family_es", script)]).await;
    for path in ["/school/prompts".to_owned(), VALUES.to_owned(), format!("/prompt/{id}")] {
        lead.get(&path).await.ok().has_no("<script>alert").see("<script>alert(1)");
    }
    let values = format!("{contribute}?section=values");
    world.student().await.get(&values).await.ok().has_no("<script>alert").see("<script>alert(1)");
    world.family().await.get(&values).await.ok().has_no("<script>alert").see("<script>alert(1)");
    let page =
        world.student().await.get(&format!("{}/section/values", contribute.trim_end_matches("/contribute"))).await;
    page.ok().has_no("<script>alert").see("<script>alert(1)");

    name(&mut lead, "1", &million).await.is(422).see("room for 60").see(&million);
    let new = format!("{VALUES}/new");
    for (words, said) in
        [(million.as_str(), "room for 200"), ("\u{200B}\u{2060}", "write something"), ("", "write something")]
    {
        lead.post(&new, &[("student_en", words), ("student_es", "")]).await.is(422).see(said).see(words);
        lead.post(&format!("/prompt/{id}"), &[("version", "1"), ("student_en", words), ("family_es", "")])
            .await
            .is(422);
    }
    lead.post(&format!("/prompt/{id}"), &[("version", "99999999999999999999"), ("student_en", "x")]).await.is(422);
    for path in
        ["/school/prompts/nonsense", "/school/prompts/nonsense/new", "/prompt/nonsense", "/prompt/%00", "/prompt/%FF"]
    {
        lead.get(path).await.is(404);
    }
    lead.post("/prompt/nonsense/put-away", &[]).await.is(404);
    lead.post("/prompt/%00/put-away", &[]).await.is(404);
    // Questions that are not this school's, or not this section's, are no choice.
    let mut others = world.as_(&world.people.other_school_lead).await;
    let theirs = ask(&mut others, "values", &[("student_en", "Theirs?")]).await;
    let elsewhere = ask(&mut lead, "helps", &[("student_en", "Elsewhere?")]).await;
    let mut student = world.student().await;
    for question in
        [format!("{theirs}.1"), format!("{elsewhere}.1"), format!("{id}.2"), id.clone(), "unfair".to_owned()]
    {
        answer(&mut student, &contribute, &question, "Words").await.is(422).see("choose one").dont_see("Theirs?");
        student.get(&format!("{contribute}?section=values&prompt={question}")).await.ok().dont_see("Theirs?");
    }
});

promise!(a_stale_form_shows_both_texts_and_changes_nothing, |world| {
    let mut lead = world.lead().await;
    name(&mut lead, "0", "The first name").await.leads_to(VALUES);
    name(&mut lead, "0", "The first name").await.leads_to(VALUES);
    let page = name(&mut lead, "0", "The second name").await.is(422).see("The first name").see("The second name");
    assert_eq!(page.hidden("version").as_deref(), Some("1"));
    lead.get("/school/prompts").await.ok().see("The first name");
    name(&mut lead, "1", "The second name").await.leads_to(VALUES);

    let id = ask(&mut lead, "values", &[("student_en", "One?"), ("school_es", "¿Uno?")]).await;
    let path = format!("/prompt/{id}");
    for _ in 0..2 {
        lead.post(&path, &[("version", "1"), ("student_en", "Two?")]).await.leads_to(VALUES);
    }
    let page = lead.post(&path, &[("version", "1"), ("student_en", "Three?")]).await.is(422).see("Two?").see("Three?");
    assert_eq!(page.hidden("version").as_deref(), Some("2"));
    // A field that did not come keeps its words.
    lead.post(&path, &[("version", "2"), ("student_en", "Three?")]).await.leads_to(VALUES);
    lead.get(&path).await.ok().see("Three?").see("¿Uno?");
});

promise!(a_form_sent_twice_adds_one_and_a_section_holds_so_many, |world| {
    let mut lead = world.lead().await;
    let new = format!("{VALUES}/new");
    let mut last = String::new();
    for number in 0..12 {
        last = ask(&mut lead, "values", &[("student_en", &format!("Question {number}?"))]).await;
    }
    lead.post(&new, &[("student_en", "One too many?")]).await.is(422).see("room for 12").see("One too many?");
    lead.post(&new, &[("id", last.as_str()), ("student_en", "Question 11?")]).await.leads_to(VALUES);
    let page = lead.get(VALUES).await.ok();
    assert_eq!(page.words().matches("Question 11?").count(), 1);
    lead.post(&format!("/prompt/{last}/put-away"), &[]).await.leads_to(VALUES);
    ask(&mut lead, "values", &[("student_en", "Room again?")]).await;
    lead.post_and_follow(&format!("/prompt/{last}/put-away"), &[("back", "yes")]).await.ok().see("no room");
    world.lead().await.get("/school/prompts").await.ok().see("17 questions");
});
