//! The portfolio: what stands on shelves, for whom, and in which order.

use kinfolio::id::{TargetId, WorkId};
use kinfolio::store::run;

use crate::promise;
use crate::world::{Page, Visitor, World};

/// A work of the visitor's, kept for this audience.
async fn work(who: &mut Visitor<'_>, title: &str, audience: &str) -> String {
    work_on(who, title, audience, "keep", "").await
}

async fn work_on(who: &mut Visitor<'_>, title: &str, audience: &str, button: &str, target: &str) -> String {
    let id = WorkId::new().to_string();
    let fields = [
        ("id", id.as_str()),
        ("title", title),
        ("text", "At first I only drew pizzas."),
        ("form", "story"),
        ("language", "en"),
        ("audience", audience),
        ("target", target),
        (button, "yes"),
    ];
    let answer = who.post("/work/new", &fields).await;
    assert!(answer.goes_to().is_some(), "{title} was not taken:\n{}", answer.text);
    id
}

/// A learning target of the school.
async fn target(world: &World) -> String {
    let id = TargetId::new();
    let mut tx = world.services.db.write().await.expect("a transaction");
    run!(
        &mut tx,
        "INSERT INTO learning_target (id, school_id, subject, statement, criteria, version, added_at)
         VALUES ($1, $2, 'Mathematics', 'I can halve anything', 'Halves are equal', 1, 0)",
        &id,
        &world.school
    )
    .expect("a target");
    tx.commit().await.expect("kept");
    id.to_string()
}

struct Addresses {
    portfolio: String,
    arrange: String,
    shelf: String,
    welcome: String,
}

fn addresses(world: &World) -> Addresses {
    let student = format!("/student/{}", world.people.student.id);
    Addresses {
        portfolio: format!("{student}/portfolio"),
        arrange: format!("{student}/portfolio/arrange"),
        shelf: format!("{student}/shelf"),
        welcome: format!("{student}/portfolio/welcome"),
    }
}

/// A shelf with these works on it.
async fn shelf(who: &mut Visitor<'_>, at: &Addresses, name: &str, works: &[&str]) -> String {
    let mut fields = vec![("name", name), ("about", "")];
    fields.extend(works.iter().map(|work| ("works", *work)));
    let answer = who.post(&at.shelf, &fields).await.leads_to(&at.arrange);
    answer.goes_to().expect("a place").split("#shelf-").nth(1).expect("the shelf").to_owned()
}

/// Whether one stands before the other on a page.
fn in_order(page: &Page, words: &[&str]) -> bool {
    let places: Vec<Option<usize>> = words.iter().map(|words| page.text.find(words)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

promise!(an_empty_portfolio_teaches_what_it_will_be, |world| {
    let at = addresses(&world);
    world.student().await.get(&at.portfolio).await.ok().see("shelves with names you choose").see("Add work");
    world.family().await.get(&at.portfolio).await.ok().see("Todavía no hay nada que ver aquí").has_no("/work/new");
});

promise!(a_portfolio_shows_each_reader_what_is_open_to_them, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let open = work(&mut student, "Pan de Rosa", "family").await;
    let advisors = work(&mut student, "Clinic words", "advisor").await;
    let private = work(&mut student, "A poem", "me").await;
    let draft = work_on(&mut student, "A draft", "conference", "draft", "").await;
    let loose = work(&mut student, "On no shelf", "conference").await;
    shelf(&mut student, &at, "From home", &[&open, &advisors, &private, &draft]).await;
    shelf(&mut student, &at, "Mine alone", &[&private]).await;

    let own = student.get(&at.portfolio).await.ok().see("Pan de Rosa").see("Clinic words").see("A poem");
    own.see("Mine alone").see("3 works").dont_see("A draft").dont_see("On no shelf");
    let advisor = world.advisor().await.get(&at.portfolio).await.ok().see("Pan de Rosa").see("Clinic words");
    advisor.see("2 works").dont_see("A poem").dont_see("Mine alone").has_no(&private);
    let family = world.family().await.get(&at.portfolio).await.ok().see("Pan de Rosa").see("1 trabajo");
    let family = family.dont_see("Clinic words").dont_see("A poem").dont_see("Mine alone").has_no(&advisors);
    family.has_no(&draft).has_no(&loose).has_no("arrange").has_no("<script").has_no(".wasm");
});

promise!(mastered_work_finds_its_way_into_the_portfolio, |world| {
    let at = addresses(&world);
    let (mut student, mut advisor) = (world.student().await, world.advisor().await);
    let target = target(&world).await;
    let id = work_on(&mut student, "Fractions, my way", "family", "keep", &target).await;
    student.post(&format!("/work/{id}/check"), &[]).await.leads_to("/work/");
    world.family().await.get(&at.portfolio).await.dont_see("Fractions, my way");
    let check = advisor.get(&format!("/work/{id}")).await.link("/check/").expect("a check that waits");
    let answers = [(format!("answer-{target}"), "mastered"), (format!("next-{target}"), "Equal halves, and why.")];
    let answers: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    advisor.post(&check, &answers).await.leads_to("/work/");
    world.family().await.get(&at.portfolio).await.ok().see("Fractions, my way").has("state--mastered");

    let name = "Hardest won";
    shelf(&mut student, &at, name, &[&id]).await;
    let read = world.family().await.get(&at.portfolio).await.see(name).has("state--mastered");
    assert_eq!(read.text.matches(">Fractions, my way<").count(), 1, "on its shelf, and not once more below");
});

promise!(works_and_shelves_move_beside_a_neighbour_and_nothing_is_lost, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let one = work(&mut student, "Work one", "family").await;
    let two = work(&mut student, "Work two", "family").await;
    let three = work(&mut student, "Work three", "family").await;
    let home = shelf(&mut student, &at, "From home", &[&one, &two, &three]).await;
    let won = shelf(&mut student, &at, "Hardest won", &[&two]).await;

    // The newest first, until the student says otherwise.
    assert!(in_order(&student.get(&at.portfolio).await, &["Work three", "Work two", "Work one"]));
    let elsewhere = WorkId::new().to_string();
    let place = format!("/shelf/{home}/work/{one}/place");
    // Sent twice it moves once; a foreign neighbour, or none, moves nothing.
    for neighbour in [&three, &three, &elsewhere, &one] {
        student.post(&place, &[("before", neighbour)]).await.leads_to(&at.arrange);
        assert!(in_order(&student.get(&at.portfolio).await, &["Work one", "Work three", "Work two"]));
    }
    student.post(&place, &[("before", "x")]).await.leads_to(&at.arrange);
    student.post(&format!("/shelf/{home}/work/{elsewhere}/place"), &[("after", &two)]).await.leads_to(&at.arrange);
    student.post(&format!("/shelf/{won}/work/{one}/place"), &[("after", &two)]).await.leads_to(&at.arrange);
    student.post(&format!("/shelf/{won}/place"), &[("before", &home)]).await.leads_to(&at.arrange);
    let read = student.get(&at.portfolio).await;
    assert!(in_order(&read, &["Hardest won", "Work two", "From home", "Work one", "Work three"]));

    // Taking a shelf away takes no work away.
    student.post(&format!("/shelf/{won}/remove"), &[]).await.leads_to(&at.arrange);
    student.get(&at.portfolio).await.dont_see("Hardest won").see("Work two");
    student.get(&format!("/work/{two}")).await.ok();
});

promise!(a_shelf_takes_only_the_students_own_works, |world| {
    let at = addresses(&world);
    let mut classmate = world.as_(&world.people.classmate).await;
    let foreign = work(&mut classmate, "A classmate's work", "conference").await;
    let mut student = world.student().await;
    let own = work(&mut student, "My work", "family").await;
    shelf(&mut student, &at, "From home", &[&own, &own, &foreign, "x"]).await;
    student.get(&at.portfolio).await.see("1 work").dont_see("A classmate's work");
});

promise!(a_shelf_and_a_welcome_changed_elsewhere_show_both_texts, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let id = shelf(&mut student, &at, "From home", &[]).await;
    let address = format!("/shelf/{id}");
    let version = student.get(&address).await.ok().hidden("version").expect("a version");
    student
        .post(&address, &[("version", &version), ("name", "Brought home"), ("about", "")])
        .await
        .leads_to(&at.arrange);
    let fields = [("version", version.as_str()), ("name", "Taken home"), ("about", "")];
    let stale = student.post(&address, &fields).await.is(422).see("Brought home").see("Taken home");
    let newer = stale.hidden("version").expect("the newer version");
    student.post(&address, &[("version", &newer), ("name", "Taken home"), ("about", "")]).await.leads_to(&at.arrange);

    let welcome =
        |version: &'static str, words: &'static str| [("version", version), ("welcome", words), ("language", "en")];
    student.post(&at.welcome, &welcome("0", "Start with the bread.")).await.leads_to(&at.arrange);
    student.post(&at.welcome, &welcome("0", "Start with the bread.")).await.leads_to(&at.arrange);
    let stale = student.post(&at.welcome, &welcome("0", "Start anywhere.")).await.is(422);
    stale.see("Start with the bread.").see("Start anywhere.");
    world.family().await.get(&at.portfolio).await.see("Start with the bread.").dont_see("Start anywhere.");
});

promise!(hostile_words_on_shelves_harm_nobody, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let id = work(&mut student, "<script>alert(1)</script>", "family").await;
    let hostile = "<script>alert(2)</script>";
    shelf(&mut student, &at, hostile, &[&id]).await;
    student
        .post(&at.welcome, &[("version", "0"), ("welcome", hostile), ("language", "en")])
        .await
        .leads_to(&at.arrange);
    for page in [&at.portfolio, &at.arrange] {
        student.get(page).await.ok().has_no("<script>").see(hostile);
    }
    let million = "a".repeat(1_000_000);
    student.post(&at.shelf, &[("name", "\u{200B}"), ("about", "Kept.")]).await.is(422).see("Kept.");
    student.post(&at.shelf, &[("name", &million), ("about", "")]).await.is(422).see("There is room for");
    student.post(&at.welcome, &[("version", "0"), ("welcome", &million), ("language", "en")]).await.is(422);
    student.post(&at.welcome, &[("version", "0"), ("welcome", "Kept."), ("language", "?")]).await.is(422).see("Kept.");
});

promise!(a_shelf_sent_twice_is_there_once, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let own = work(&mut student, "My work", "family").await;
    let form = student.get(&at.arrange).await.ok();
    let id = form.hidden("id").expect("an id");
    for _ in 0..2 {
        let fields = [("id", id.as_str()), ("name", "From home"), ("about", ""), ("works", own.as_str())];
        student.post(&at.shelf, &fields).await.leads_to(&at.arrange);
    }
    assert_eq!(student.get(&at.portfolio).await.text.matches("From home").count(), 1);
});

promise!(nobody_else_arranges_a_portfolio, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let own = work(&mut student, "My work", "family").await;
    let id = shelf(&mut student, &at, "From home", &[&own]).await;
    let deeds = [
        at.welcome.clone(),
        at.shelf.clone(),
        format!("/shelf/{id}"),
        format!("/shelf/{id}/place"),
        format!("/shelf/{id}/remove"),
        format!("/shelf/{id}/work/{own}/place"),
    ];
    let people = &world.people;
    let strangers = [&people.classmate, &people.classmates_family, &people.other_advisor, &people.other_school_student];
    for other in strangers.into_iter().chain([&people.advisor, &people.family, &people.lead]) {
        let mut visitor = world.as_(other).await;
        visitor.get(&at.arrange).await.is(404);
        visitor.get(&format!("/shelf/{id}")).await.is(404);
        for deed in &deeds {
            let fields =
                [("name", "Theirs"), ("about", ""), ("version", "1"), ("welcome", "Theirs"), ("language", "en")];
            visitor.post(deed, &fields).await.is(404);
        }
        if strangers.contains(&other) || other.id == people.lead.id {
            visitor.get(&at.portfolio).await.is(404);
        }
    }
    student.get(&at.portfolio).await.see("From home").see("My work").dont_see("Theirs");
});
