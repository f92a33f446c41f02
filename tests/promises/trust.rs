//! Who is let in is who they say they are: guesses are slowed down without keeping anybody else out, a name and a password
//! are the same from every keyboard, the database alone opens nothing, and a link changes nobody without being asked to.

use kinfolio::grant::{self, Key};
use kinfolio::id::PersonId;
use kinfolio::person::deed::Deed;
use kinfolio::person::roster::Roster;
use kinfolio::person::{Person, code, credentials};
use kinfolio::secret::{HashSlot, SecretKey, fingerprint, typed_code};
use kinfolio::store::{StoreError, one, run};
use kinfolio::throttle::{NAMES_FROM_AN_ADDRESS, Try};

use crate::coming_in::{code_for, username, with_password};
use crate::promise;
use crate::world::{AFile, Page, Visitor, World};

const SECOND: i64 = 1000;

async fn sign_in(visitor: &mut Visitor<'_>, name: &str, password: &str) -> Page {
    visitor.post("/sign-in", &[("username", name), ("password", password)]).await
}

/// A letter for the student's family: the link's token and the code.
async fn a_letter(world: &World) -> Key {
    let student = world.people.student.id.to_string();
    let person = world.people.family.id.to_string();
    let mut asks = world.student().await;
    let form = asks.get(&format!("/student/{student}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", &key), ("person", &person), ("days", "120")];
    asks.post(&format!("/student/{student}/grants"), &make).await.ok();
    Key::parse(&key).unwrap()
}

/// So many tries, each as soon as it may be made.
async fn patiently(world: &World, trying: &Try, tries: usize) {
    let (db, clock) = (&world.services.db, &world.services.clock);
    let mut made = 0;
    while made < tries {
        match trying.begin(db, clock.now()).await.unwrap() {
            Ok(()) => made += 1,
            Err(wait) => clock.move_on(wait.seconds * SECOND),
        }
    }
    trying.was_wrong(db, clock.now()).await.unwrap();
}

promise!(one_password_over_many_names_is_slowed_down_and_keeps_nobody_else_out, |world| {
    let mut known = with_password(&world, &world.people.student, "my own password").await.coming_from("198.51.100.9");
    known.post("/sign-out", &[]).await.leads_to("/sign-in");
    let name = username(&world.people.student).to_owned();
    let spray =
        |number: i64| Try::at_account(&world.services.secrets, "password", &format!("name.{number}"), "198.51.100.9");
    for number in 0..NAMES_FROM_AN_ADDRESS - 5 {
        patiently(&world, &spray(number), 1).await;
    }
    let mut sprayed = 0;
    for number in 0..60 {
        let mut attacker = world.visitor().coming_from("198.51.100.9");
        let answer = sign_in(&mut attacker, &format!("another.{number}"), "Summer of 2026").await;
        if answer.status.as_u16() == 429 {
            answer.see("Try again in");
            break;
        }
        answer.is(422);
        sprayed += 1;
    }
    assert!((5..20).contains(&sprayed), "{sprayed}");
    for number in 60..80 {
        patiently(&world, &spray(number), 1).await;
    }
    // Meanwhile, at the very same address, whoever was here before comes in; and so does a stranger from elsewhere.
    sign_in(&mut known, &name, "my own password").await.leads_to("/");
    let mut stranger = world.visitor().coming_from("198.51.100.9");
    sign_in(&mut stranger, &name, "my own password").await.is(429);
    let mut elsewhere = world.visitor().coming_from("203.0.113.80");
    sign_in(&mut elsewhere, &name, "my own password").await.leads_to("/");
    // A stranger from there waits no longer than seconds.
    world.services.clock.move_on(10 * SECOND);
    sign_in(&mut stranger, &name, "my own password").await.leads_to("/");
});

promise!(names_that_get_in_do_not_count_against_their_schools_address, |world| {
    let (key, db, now) = (SecretKey::random(), &world.services.db, world.services.clock.now());
    for number in 0..NAMES_FROM_AN_ADDRESS * 3 {
        let trying = Try::at_account(&key, "password", &format!("pupil.{number}"), "192.0.2.1");
        trying.begin(db, now).await.unwrap().expect("no wait");
        // Mistyped once, right the second time.
        trying.was_wrong(db, now).await.unwrap();
        trying.begin(db, now).await.unwrap().expect("no wait");
        let mut tx = db.write().await.unwrap();
        trying.got_in(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
});

promise!(nobody_is_locked_out_by_the_guesses_of_others, |world| {
    let mut known = with_password(&world, &world.people.student, "my own password").await;
    known.post("/sign-out", &[]).await.leads_to("/sign-in");
    assert!(known.cookie("kinfolio-device").is_some() && known.cookie("kinfolio").is_none());
    let name = username(&world.people.student).to_owned();
    // From one address and from many: all of them together are slowed down.
    for number in 0..30 {
        let trying = Try::at_account(&world.services.secrets, "password", &name, &format!("203.0.113.{number}"));
        patiently(&world, &trying, 1).await;
    }
    sign_in(&mut known, &name, "my own password").await.leads_to("/");
    // A device that is new waits, for a minute at most; nothing is locked.
    let mut new = world.visitor().coming_from("192.0.2.44");
    sign_in(&mut new, &name, "my own password").await.is(429).see("Try again in");
    world.services.clock.move_on(60 * SECOND);
    sign_in(&mut new, &name, "my own password").await.leads_to("/");
});

promise!(a_clock_that_was_wrong_keeps_nobody_out_once_it_is_right, |world| {
    with_password(&world, &world.people.student, "my own password").await;
    let name = username(&world.people.student).to_owned();
    let clock = &world.services.clock;
    const YEARS: i64 = 3 * 365 * 24 * 60 * 60 * SECOND;
    clock.move_on(YEARS);
    let mut stranger = world.visitor().coming_from("192.0.2.60");
    for _ in 0..5 {
        sign_in(&mut stranger, &name, "guessed at random").await.is(422);
    }
    sign_in(&mut stranger, &name, "my own password").await.is(429);
    clock.move_on(-YEARS);
    sign_in(&mut stranger, &name, "my own password").await.leads_to("/");
    // And where the right one is further back still.
    for _ in 0..5 {
        sign_in(&mut world.visitor().coming_from("192.0.2.61"), &name, "guessed at random").await.is(422);
    }
    clock.move_on(-YEARS);
    sign_in(&mut world.visitor().coming_from("192.0.2.61"), &name, "my own password").await.leads_to("/");
});

promise!(many_guesses_at_once_are_counted_one_by_one, |world| {
    let (db, now) = (&world.services.db, world.services.clock.now());
    let trying = Try::at_account(&world.services.secrets, "password", "somebody", "192.0.2.9");
    let begun = futures::future::join_all((0..14).map(|_| trying.begin(db, now))).await;
    assert_eq!(begun.into_iter().filter(|begun| matches!(begun, Ok(Ok(())))).count(), 5);
});

promise!(a_device_is_known_to_its_own_people_only_and_is_slowed_down_too, |world| {
    let student = with_password(&world, &world.people.student, "my own password").await;
    let device = student.cookie("kinfolio-device").unwrap().to_owned();
    with_password(&world, &world.people.classmate, "another password").await;
    let (own, others) = (username(&world.people.student), username(&world.people.classmate));
    let mut visitor = world.visitor().coming_from("192.0.2.7");
    visitor.keep_cookie("kinfolio-device", &device);
    let secrets = &world.services.secrets;
    // A stranger to others: what failed from here counts.
    patiently(&world, &Try::at_account(secrets, "password", others, "192.0.2.7"), 10).await;
    sign_in(&mut visitor, others, "another password").await.is(429);
    // Its own guesses count for itself.
    patiently(&world, &Try::at_account(secrets, "password", own, "192.0.2.7"), 10).await;
    sign_in(&mut visitor, own, "guessed at random").await.is(422);
    patiently(&world, &Try::by_known_device(secrets, own, &device), 10).await;
    sign_in(&mut visitor, own, "my own password").await.is(429);
    for hostile in ["' OR 1=1", "x", &"f".repeat(100_000)] {
        let mut hostile_device = world.visitor();
        hostile_device.keep_cookie("kinfolio-device", hostile);
        sign_in(&mut hostile_device, "nobody.here", "guessed at random").await.is(422);
    }
    // A new password forgets every device but the one it was chosen on.
    let mut again = with_password(&world, &world.people.student, "yet another password").await;
    assert_ne!(again.cookie("kinfolio-device"), Some(device.as_str()));
    again.get("/targets").await.ok();
    let known: Result<(i64,), StoreError> = one!(
        world.services.db.read().await.unwrap(),
        "SELECT count(*) FROM known_device WHERE person_id = $1",
        &world.people.student.id
    );
    assert_eq!(known.unwrap().0, 1);
});

promise!(a_flood_of_sign_ins_is_refused_plainly_and_a_known_device_gets_in, |world| {
    let mut known = with_password(&world, &world.people.student, "my own password").await.coming_from("198.51.100.30");
    let name = username(&world.people.student).to_owned();
    let flood = (0..500).map(|number| {
        let mut visitor = world.visitor().coming_from("198.51.100.30");
        // Every other one has made up that their device is known.
        if number % 2 == 0 {
            visitor.keep_cookie("kinfolio-device", &format!("{number:048x}"));
        }
        async move { sign_in(&mut visitor, &format!("unknown.{number}"), "a wrong password").await.status.as_u16() }
    });
    // That it does not wait behind the others is `secret::queue`'s promise.
    let ahead = async {
        tokio::task::yield_now().await;
        sign_in(&mut known, &name, "my own password").await.leads_to("/");
    };
    let (statuses, ()) = tokio::join!(futures::future::join_all(flood), ahead);
    assert!(statuses.iter().all(|status| matches!(status, 422 | 429)), "{statuses:?}");
    assert!(statuses.iter().filter(|status| **status == 429).count() >= 40, "{statuses:?}");
});

promise!(wrong_codes_keep_no_family_out_and_the_rest_of_a_code_is_not_tried_out, |world| {
    let letter = a_letter(&world).await;
    let code = letter.code();
    let enter =
        async |address: &str, code: &str| world.visitor().coming_from(address).post("/grant", &[("code", code)]).await;
    // One address tries codes at random …
    let mut refused = 0;
    for number in 0..320 {
        let answer = enter("198.51.100.66", &format!("{number:04}-ABCD-EFGH")).await;
        match answer.status.as_u16() {
            429 => refused += 1,
            status => assert_eq!(status, 422),
        }
    }
    assert!((10..=20).contains(&refused), "{refused}");
    // … and a family's own code opens from there all the same.
    enter("198.51.100.66", &code.to_lowercase().replace('-', " ")).await.leads_to("/");
    // Somebody who saw the beginning of a code is slowed down wherever they come from, …
    let beginning = &code[..4];
    let secrets = &world.services.secrets;
    for number in 0..27 {
        patiently(&world, &Try::at_wrong_code(secrets, beginning, &format!("203.0.113.{number}")), 1).await;
    }
    enter("203.0.113.99", &format!("{beginning}-2222-2222")).await.is(429);
    enter("192.0.2.5", &code).await.is(429).see("Try again in");
    // … and the family waits for a minute at most.
    world.services.clock.move_on(60 * SECOND);
    enter("192.0.2.5", &code).await.leads_to("/");
    for hostile in ["' OR '1'='1", "<script>alert(1)</script>", "\u{200B}", &"é".repeat(2_000), "٧٧٧٧"] {
        enter("192.0.2.6", hostile).await.is(422).has_no("<script>alert");
    }
});

promise!(a_username_with_something_unseen_in_it_is_the_same_person, |world| {
    let table = "role,name,username,advisory,languages,students,kinship\n\
        student,Zed One,zed@x.org\u{200B},9A,en,,\n\
        student,Zed Two,\u{202A}zed2@x.org\u{202C},9A,en,,\n\
        student,José Núñez,jose\u{301},9A,es,,\n\
        family,Rosa Peña,,,es,jose\u{301},ti\u{301}a\n";
    let again = "role,name,username,advisory,languages,students,kinship\n\
        student,Zed One,zed@x.org,9A,en,,\n\
        student,Zed Two,ZED2@x.org\u{A0},9A,en,,\n\
        student,Jose\u{301} Nu\u{301}n\u{303}ez,josé,9A,es,,\n\
        family,Rosa Pen\u{303}a,,,es,josé,tía\n";
    let mut lead = world.lead().await;
    for (table, said) in [(table, "4 added, 0 changed, 0 the same"), (again, "0 added, 0 changed, 4 the same")] {
        let file = AFile { field: "file", name: "people.csv", bytes: table.as_bytes() };
        let page = lead.post_files("/people/import", &[], &[file]).await.ok().see(said);
        // Where nothing would change there is nothing to bring in.
        if let Some(text) = page.hidden("text") {
            lead.post_files("/people/import", &[("text", &text), ("apply", "yes")], &[]).await;
        }
    }
    let mut conn = world.services.db.read().await.unwrap();
    let roster = Roster::of(&mut conn, &world.school, world.services.clock.now()).await.unwrap();
    drop(conn);
    let jose = &roster.members.iter().find(|member| member.person.name == "José Núñez").unwrap().person;
    with_password(&world, jose, "tres cometas azules").await;
    for typed in ["josé", "jose\u{301}", "\u{FEFF}JOSÉ\u{200B}"] {
        sign_in(&mut world.visitor(), typed, "tres cometas azules").await.leads_to("/");
    }
});

promise!(usernames_from_before_are_put_right_unless_somebody_has_them, |world| {
    let db = &world.services.db;
    let like = |username: &str| Person {
        id: PersonId::new(),
        username: Some(username.to_owned()),
        ..world.people.student.clone()
    };
    let (zed, twin) = (like("zed@x.org\u{200B}"), like(&format!("{}\u{200B}", username(&world.people.student))));
    let mut tx = db.write().await.unwrap();
    for person in [&zed, &twin] {
        Deed::Add(person.clone()).carry_out(&mut tx, &world.school, world.services.clock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(credentials::tidy_usernames(db).await.unwrap(), (1, 1));
    assert_eq!(credentials::tidy_usernames(db).await.unwrap(), (0, 1));
    let zed = Person { username: Some("zed@x.org".into()), ..zed };
    with_password(&world, &zed, "my own password").await;
});

promise!(a_password_is_the_same_from_every_keyboard_also_one_from_before, |world| {
    let (composed, apart) = ("tres años después", "tres an\u{303}os despue\u{301}s");
    with_password(&world, &world.people.classmate, apart).await;
    let other = username(&world.people.classmate).to_owned();
    sign_in(&mut world.visitor(), &other, composed).await.leads_to("/");
    sign_in(&mut world.visitor(), &other, &format!("\u{200B}{apart}\u{FEFF}")).await.leads_to("/");
    // Hashed as it was typed, by an earlier version.
    let (student, name) = (&world.people.student, username(&world.people.student).to_owned());
    let hash = HashSlot::for_known().hash(apart.to_owned()).await.unwrap();
    let mut tx = world.services.db.write().await.unwrap();
    credentials::change(&mut tx, &student.school_id, &student.id, &hash).await.unwrap();
    tx.commit().await.unwrap();
    sign_in(&mut world.visitor(), &name, composed).await.is(422);
    sign_in(&mut world.visitor(), &name, apart).await.leads_to("/");
    sign_in(&mut world.visitor(), &name, composed).await.leads_to("/");
});

promise!(a_password_that_is_guessed_first_is_not_taken, |world| {
    let student = world.people.student.clone();
    let code = code_for(&world, &student).await;
    let choose = async |language: &'static str, code: &str, password: &str| {
        let form =
            [("username", username(&student)), ("code", code), ("password", password), ("password_again", password)];
        world.visitor().reading(language).post("/sign-in/code", &form).await
    };
    for (language, said) in [("en", "easy to guess"), ("es", "se adivina pronto"), ("ar", "سهلة التخمين")] {
        choose(language, &code, "1234567890").await.is(422).see(said).has_no("1234567890");
    }
    for guessable in ["marisol.reyes1", "Riverbend2026", "riverbend school", "Password2026!"] {
        choose("en", &code, guessable).await.is(422).see("easy to guess");
    }
    // A wrong code is what is said first: whoever guesses codes learns no name.
    choose("en", "WRNG-C0DE", "Riverbend2026").await.is(422).see("do not fit together").dont_see("easy to guess");
    choose("en", &code, "three blue kites").await.leads_to("/");
});

promise!(the_database_alone_opens_no_code, |world| {
    let (db, ours, now) = (&world.services.db, &world.services.secrets, world.services.clock.now());
    let letter = a_letter(&world).await;
    let student_code = code_for(&world, &world.people.student).await;
    let kept: Result<(String,), StoreError> =
        one!(db.read().await.unwrap(), "SELECT code_hash FROM family_grant WHERE ended_at IS NULL");
    let kept = kept.unwrap().0;
    let bare = fingerprint(&typed_code(&letter.code()));
    assert!(!kept.contains(&bare) && kept == ours.keyed(&bare));
    let other = SecretKey::random();
    let mut conn = db.read().await.unwrap();
    assert!(grant::opened_by_code(&mut conn, &other, &letter.code(), now).await.unwrap().is_none());
    let name = username(&world.people.student);
    assert!(code::holder(&mut conn, &other, name, &student_code, now).await.unwrap().is_none());
    // A lost key is noticed, and what it opened can be made anew.
    assert_eq!(grant::under_another_key(&mut conn, ours, now).await.unwrap(), 0);
    assert_eq!(grant::under_another_key(&mut conn, &other, now).await.unwrap(), 1);
    assert_eq!(code::under_another_key(&mut conn, &other, now).await.unwrap(), 1);
    drop(conn);
    // Links are long enough to need no key.
    world.visitor().get(&format!("/grant/{}", letter.token())).await.leads_to("/");
});

promise!(codes_on_paper_from_before_there_was_a_key_go_on_working, |world| {
    let (db, ours) = (&world.services.db, &world.services.secrets);
    let letter = a_letter(&world).await;
    let student = world.people.student.clone();
    let paper = code_for(&world, &student).await;
    // As an earlier version kept them.
    let mut tx = db.write().await.unwrap();
    let bare = fingerprint(&typed_code(&letter.code()));
    run!(&mut tx, "UPDATE family_grant SET code_hash = $1", &bare).unwrap();
    let bare = fingerprint(&format!("{}:{}", student.id, typed_code(&paper)));
    run!(&mut tx, "UPDATE sign_in_code SET code_hash = $1", &bare).unwrap();
    tx.commit().await.unwrap();
    world.visitor().post("/grant", &[("code", &letter.code())]).await.is(422);
    let now = world.services.clock.now();
    for _ in 0..2 {
        kinfolio_server::secrets::bring_up_to_date(db, ours, now).await.unwrap();
    }
    world.visitor().post("/grant", &[("code", &letter.code())]).await.leads_to("/");
    let form = [
        ("username", username(&student)),
        ("code", &paper),
        ("password", "my own password"),
        ("password_again", "my own password"),
    ];
    world.visitor().post("/sign-in/code", &form).await.leads_to("/");
});

promise!(a_link_opened_where_somebody_is_signed_in_asks_first, |world| {
    let letter = a_letter(&world).await;
    let link = format!("/grant/{}", letter.token());
    for (language, title, button) in [
        ("en", "Open this link?", "Stay signed in as"),
        ("es", "¿Abrir este enlace?", "Seguir como"),
        ("ar", "فتح هذا الرابط؟", "البقاء باسم"),
    ] {
        let mut classmate = world.as_(&world.people.classmate).await.reading(language);
        classmate.keep_cookie("kinfolio-language", language);
        let page = classmate.get(&link).await.ok().see(title).see(button).see("Amina Diallo");
        let page = page.dont_see("Rosa").dont_see("Marisol").has(&format!("action=\"{link}\"")).has_no("<script");
        assert_eq!(page.header("cache-control"), Some("no-store"));
        classmate.get("/targets").await.ok().see("Amina Diallo");
        // Another site cannot press the button.
        classmate.post_from_elsewhere(&link, &[]).await.is(403);
        classmate.get("/targets").await.ok().see("Amina Diallo");
        let mut copy = classmate.clone();
        classmate.post(&link, &[]).await.leads_to("/");
        let portfolio = format!("/student/{}/portfolio", world.people.student.id);
        classmate.get(&portfolio).await.ok().dont_see("Amina Diallo");
        // The session from before is over, for every copy of its cookie.
        copy.get("/targets").await.is(401);
        // Whoever is in by this link is not asked again.
        classmate.get(&link).await.leads_to("/");
    }
    // Nobody here: straight in, as on any phone.
    world.visitor().get(&link).await.leads_to("/");
    for ended in ["0".repeat(48), "x".into(), "é".repeat(48)] {
        world.as_(&world.people.classmate).await.get(&format!("/grant/{}", encoded(&ended))).await.is(410);
        world.visitor().post(&format!("/grant/{}", encoded(&ended)), &[]).await.is(410);
    }
});

promise!(every_way_in_ends_the_session_before_it, |world| {
    let letter = a_letter(&world).await;
    let mut visitor = with_password(&world, &world.people.lead, "my own password").await;
    let mut before = visitor.clone();
    visitor.post("/grant", &[("code", &letter.code())]).await.leads_to("/");
    before.get("/people").await.is(401);
    let mut before = visitor.clone();
    let name = username(&world.people.lead);
    sign_in(&mut visitor, name, "my own password").await.leads_to("/");
    before.get("/").await.is(401);
    visitor.get("/people").await.ok();
});

/// As an address carries it.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

promise!(a_link_opens_with_what_a_messenger_glued_to_it, |world| {
    let letter = a_letter(&world).await;
    for glued in [
        ".", ",", ")", ">", "»", "\"", "'", "\u{201D}", " ", "\u{200B}", "\u{2069}", "…", "!", "?", "*", "_", "abc",
        ").", "\n",
    ] {
        let link = format!("/grant/{}{}", letter.token(), encoded(glued));
        world.visitor().get(&link).await.leads_to("/");
    }
    let link = format!("/grant/{}{}", encoded("«\u{200B}"), letter.token());
    world.visitor().get(&link).await.leads_to("/");
    // Part of a token is none.
    world.visitor().get(&format!("/grant/{}.", &letter.token()[..47])).await.is(410);
});
