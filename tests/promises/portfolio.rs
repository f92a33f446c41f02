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
    advisor.post(&check, &answers).await.leads_to("/");
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

promise!(a_picture_on_the_front_is_seen_by_those_who_see_its_work, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let photo = crate::things::a_jpeg(640, 480);
    let with_picture = |id: String, audience: &'static str| {
        vec![
            ("id".to_owned(), id),
            ("title".to_owned(), "Star".to_owned()),
            ("form".to_owned(), "making".to_owned()),
            ("language".to_owned(), "en".to_owned()),
            ("audience".to_owned(), audience.to_owned()),
            ("keep".to_owned(), "yes".to_owned()),
        ]
    };
    let (mut pictures, mut works) = (Vec::new(), Vec::new());
    for audience in ["advisor", "family"] {
        let id = WorkId::new().to_string();
        let fields = with_picture(id.clone(), audience);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let files = [crate::world::AFile { field: "pictures", name: "star.jpg", bytes: &photo }];
        let sent = student.post_files("/work/new", &fields, &files).await;
        assert!(sent.goes_to().is_some(), "{}", sent.text);
        let page = student.get(&format!("/work/{id}")).await.ok();
        let link = page.link("/picture/").expect("a picture");
        pictures.push(link.split('/').nth(2).expect("its id").to_owned());
        works.push(id);
    }
    let cover = format!("{}/cover", at.portfolio);
    let form = student.get(&cover).await.ok().see("Lagoon").see("No picture");
    assert_eq!(form.hidden("version").as_deref(), Some("0"));
    let choose = |version: &'static str, picture: &str, accent: &'static str| {
        [("version", version.to_owned()), ("picture", picture.to_owned()), ("accent", accent.to_owned())]
    };
    let send = async |student: &mut Visitor<'_>, fields: [(&str, String); 3]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        student.post(&cover, &fields).await
    };
    // Sent twice it is chosen once.
    for _ in 0..2 {
        send(&mut student, choose("0", &pictures[0], "plum")).await.leads_to(&at.portfolio);
    }
    student.get(&at.portfolio).await.has("accent--plum").has(&pictures[0]);
    world.advisor().await.get(&at.portfolio).await.has("accent--plum").has("class=\"front\"");
    world.family().await.get(&at.portfolio).await.has("accent--plum").has_no("class=\"front\"").has_no(&pictures[0]);
    send(&mut student, choose("0", &pictures[1], "moss")).await.is(422);
    send(&mut student, choose("1", &pictures[1], "moss")).await.leads_to(&at.portfolio);
    world.family().await.get(&at.portfolio).await.has("accent--moss").has("class=\"front\"").has(&pictures[1]);

    // Somebody else's picture, and colours that there are not, change nothing.
    let mut classmate = world.as_(&world.people.classmate).await;
    let theirs = format!("/student/{}/portfolio/cover", world.people.classmate.id);
    let fields = [("version", "0"), ("picture", pictures[1].as_str()), ("accent", "moss")];
    classmate.post(&theirs, &fields).await.is(422);
    for (picture, accent) in [("x", "moss"), ("none", "red; }"), ("none", "")] {
        send(&mut student, choose("2", picture, accent)).await.is(422);
    }
    send(&mut student, choose("2", "none", "oak")).await.leads_to(&at.portfolio);
    student.get(&at.portfolio).await.has_no("class=\"front\"");

    // A picture that is taken out of its work is not on the front either.
    send(&mut student, choose("3", &pictures[1], "oak")).await.leads_to(&at.portfolio);
    student.get(&at.portfolio).await.has("class=\"front\"");
    let edit = format!("/work/{}/edit", works[1]);
    let version = student.get(&edit).await.ok().hidden("version").expect("a version");
    let mut fields = with_picture(works[1].clone(), "family");
    fields.extend([("version".to_owned(), version), ("take_out".to_owned(), pictures[1].clone())]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    student.post(&edit, &fields).await.leads_to("/work/");
    student.get(&at.portfolio).await.ok().has_no("class=\"front\"").has_no(&pictures[1]);
});

/// The part of a page that is the portfolio, with links that lead nowhere and without the banner.
fn portfolio_of(page: &Page) -> String {
    let main =
        page.text.split("<main").nth(1).expect("a page has a main part").split("</main>").next().unwrap_or_default();
    let main = match main.split_once("<aside ") {
        Some((head, rest)) => format!("{head}{}", rest.split_once("</aside>").expect("the banner ends").1),
        None => main.to_owned(),
    };
    let mut plain = String::new();
    for (place, part) in main.split(" href=\"").enumerate() {
        plain.push_str(if place == 0 { part } else { part.split_once('"').map_or("", |(_, rest)| rest) });
    }
    plain
}

promise!(seen_as_somebody_is_exactly_what_they_see, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let mut works = Vec::new();
    for audience in ["me", "advisor", "family", "conference"] {
        works.push(work(&mut student, &format!("For {audience}"), audience).await);
    }
    let all: Vec<&str> = works.iter().map(String::as_str).collect();
    shelf(&mut student, &at, "From home", &all).await;
    let mine = all.first().copied().unwrap_or_default();
    shelf(&mut student, &at, "Mine alone", &[mine]).await;
    student
        .post(&at.welcome, &[("version", "0"), ("welcome", "Start with the bread."), ("language", "en")])
        .await
        .leads_to(&at.arrange);
    let tell = format!("/student/{}/testimony", world.people.student.id);
    for (audience, text) in [("advisor", "For the advisor's ears."), ("conference", "For the whole room.")] {
        let id = kinfolio::id::TestimonyId::new().to_string();
        let told = [("id", id.as_str()), ("kind", "told"), ("text", text), ("language", "en")];
        world.family().await.post(&tell, &told).await.leads_to(&tell);
        let answer = [
            ("version", "1"),
            ("answers", "0"),
            ("stands", "portfolio"),
            ("audience", audience),
            ("shelf", ""),
            ("thanks", ""),
            ("language", "en"),
        ];
        student.post(&format!("/testimony/{id}/answer"), &answer).await.leads_to("/student/");
    }

    for (eyes, person) in [("family", &world.people.family), ("advisor", &world.people.advisor)] {
        let mut theirs = world.as_(person).await;
        // Both read in one language.
        theirs.post("/language", &[("language", "en"), ("back", "/")]).await;
        let really = theirs.get(&at.portfolio).await.ok();
        let as_if = student.get(&format!("{}/as/{eyes}", at.portfolio)).await.ok().see("with the eyes of");
        assert_eq!(portfolio_of(&really), portfolio_of(&as_if), "as {eyes}");
        // Nothing beneath the banner leads anywhere.
        let beneath =
            as_if.text.split("</aside>").nth(1).expect("the banner ends").split("</main>").next().expect("main");
        let mut links = beneath.split("<a ").skip(1).filter_map(|link| link.split('>').next());
        assert!(links.all(|link| !link.contains("href=")), "{beneath}");
    }
    let room = student.get(&format!("{}/as/conference", at.portfolio)).await.ok();
    let room = room.see("For conference").see("For the whole room.").see("Start with the bread.");
    room.dont_see("For family").dont_see("For advisor").dont_see("For me").dont_see("Mine alone");
    student.get(&format!("{}/as/somebody", at.portfolio)).await.is(404);
    for other in [&world.people.family, &world.people.advisor, &world.people.classmate, &world.people.lead] {
        world.as_(other).await.get(&format!("{}/as/family", at.portfolio)).await.is(404);
    }
});

promise!(a_statement_can_be_a_shelf_and_stays_as_private_as_it_is, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let one = work(&mut student, "Clinic words", "family").await;
    let home = format!("/student/{}", world.people.student.id);
    student.post(&format!("{home}/definition"), &[]).await.leads_to(&home);
    let page = student.get(&format!("{home}/definition")).await.ok();
    let definition = page.link("/definition/").expect("a definition").split('/').nth(2).expect("its id").to_owned();
    let definition = definition.split(['?', '#']).next().expect("its id").to_owned();
    let mut statements = Vec::new();
    for (section, words) in [("values", "We look after our elders."), ("community", "We speak up at the bus stop.")] {
        let id = kinfolio::id::StatementId::new().to_string();
        let fields = [("id", id.as_str()), ("section", section), ("text", words), ("language", "en")];
        student.post(&format!("/definition/{definition}/statement/new"), &fields).await.leads_to("/student/");
        statements.push(id);
    }
    let evidence = kinfolio::id::EvidenceId::new().to_string();
    let tie = [
        ("id", evidence.as_str()),
        ("work", one.as_str()),
        ("kind", "shown"),
        ("why", "I did it for her."),
        ("language", "en"),
    ];
    for statement in &statements {
        student.post(&format!("/statement/{statement}/evidence/new"), &tie).await;
    }
    let make = format!("{home}/shelf/statement");
    student.get(&make).await.ok().see("We look after our elders.").see("We speak up at the bus stop.");
    for statement in statements.iter().chain(&statements) {
        student.post(&make, &[("statement", statement)]).await.leads_to(&at.arrange);
    }
    student.post(&make, &[("statement", "x")]).await.is(422);
    let mut classmate = world.as_(&world.people.classmate).await;
    let theirs = format!("/student/{}/shelf/statement", world.people.classmate.id);
    classmate.post(&theirs, &[("statement", &statements[0])]).await.is(422).dont_see("elders");

    // What speaks for it stands on it from the start.
    let own = student.get(&at.portfolio).await.ok().see("We look after our elders.").see("Clinic words");
    assert_eq!(own.text.matches("We look after our elders.").count(), 1);
    own.see("We speak up at the bus stop.");
    let family = world.family().await.get(&at.portfolio).await.ok();
    family.see("We look after our elders.").see("Clinic words").dont_see("bus stop");
    student.get(&format!("{}/as/family", at.portfolio)).await.ok().dont_see("bus stop");
    world.family().await.get(&format!("{}/print", at.portfolio)).await.ok().see("elders").dont_see("bus stop");

    // The name follows the statement; a form cannot give it another.
    let arrange = student.get(&at.arrange).await.ok();
    let shelf =
        arrange.text.split("id=\"shelf-").nth(1).expect("a shelf").split('"').next().expect("its id").to_owned();
    let address = format!("/shelf/{shelf}");
    let fields = [("version", "1"), ("name", "Another name"), ("about", "With love."), ("works", one.as_str())];
    student.post(&address, &fields).await.leads_to(&at.arrange);
    world.family().await.get(&at.portfolio).await.see("elders").see("With love.").dont_see("Another name");
    let words = [("version", "1"), ("text", "We look after each other."), ("language", "en")];
    student.post(&format!("/statement/{}", statements[0]), &words).await.leads_to("/student/");
    world.family().await.get(&at.portfolio).await.see("We look after each other.").dont_see("elders");

    // Set aside, it is on nobody else's page; with a name of its own it is there again.
    student.post(&format!("/statement/{}/set-aside", statements[0]), &[]).await;
    world.family().await.get(&at.portfolio).await.dont_see("We look after each other.");
    student.get(&address).await.ok().see("set aside");
    student.post(&format!("{address}/name"), &[]).await.leads_to(&address);
    world.family().await.get(&at.portfolio).await.see("We look after each other.");
    let version = student.get(&address).await.ok().hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("name", "Each other"), ("about", ""), ("works", one.as_str())];
    student.post(&address, &fields).await.leads_to(&at.arrange);
    world.family().await.get(&at.portfolio).await.see("Each other").dont_see("We look after each other.");
});

promise!(a_printed_portfolio_shows_what_its_reader_may_see_and_no_address, |world| {
    let at = addresses(&world);
    let mut student = world.student().await;
    let open = work(&mut student, "Pan de Rosa", "family").await;
    let private = work(&mut student, "A poem", "me").await;
    shelf(&mut student, &at, "From home", &[&open, &private]).await;
    shelf(&mut student, &at, "Hardest won", &[&open]).await;
    let print = format!("{}/print", at.portfolio);
    let own = student.get(&print).await.ok().see("A poem").see("At first I only drew pizzas.").see("What is in it");
    own.has_no("<script");
    let family = world.family().await.get(&print).await.ok().see("Pan de Rosa").dont_see("A poem");
    assert_eq!(family.text.matches("<article class=\"bound__work\"").count(), 1, "on two shelves, and bound once");
    assert_eq!(
        family.text.matches("<a ").count(),
        2,
        "the way back and the way past the header, which are not printed"
    );
    family.has_no("/grant").has_no("loading=\"lazy\"");
    world.as_(&world.people.classmate).await.get(&print).await.is(404);
});
