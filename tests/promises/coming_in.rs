//! Coming in: the school is set up once; people come in by password or by a code from paper; nothing tells a guesser
//! anything; words that an expired session interrupted are given back.

use kinfolio::throttle::Try;

use crate::promise;
use crate::world::{Page, Visitor, World};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn set_up_form<'a>() -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Bronx River <b>Academy</b>"),
        ("languages", "en"),
        ("languages", "es"),
        ("first_language", "es"),
        ("time_zone", "America/Chicago"),
        ("your_name", "Tomás Rivera"),
        ("username", "Tomas"),
        ("password", "three blue kites"),
        ("password_again", "three blue kites"),
    ]
}

async fn a_school_is_set_up_once(world: World) {
    let mut lead = world.visitor();
    lead.get("/").await.leads_to("/set-up");
    lead.get("/sign-in").await.leads_to("/set-up");
    lead.get("/set-up").await.ok().see("Set up your school").see("Eastern Time: New York");
    lead.post("/set-up", &set_up_form()).await.leads_to("/");
    lead.get("/").await.ok().see("Bronx River <b>Academy</b>").has_no("<b>Academy").see("Tomás Rivera");
    for mut visitor in [lead, world.visitor()] {
        visitor.get("/set-up").await.is(404);
        visitor.post("/set-up", &set_up_form()).await.is(404);
    }
    world.visitor().get("/sign-in").await.ok();
    let mut again = world.visitor();
    again.post("/sign-in", &[("username", "TOMAS"), ("password", "three blue kites")]).await.leads_to("/");
}

async fn of_two_who_set_up_at_once_one_wins(world: World) {
    let form = set_up_form();
    let tries = (0..4).map(|_| {
        let (mut visitor, form) = (world.visitor(), form.clone());
        async move { visitor.post("/set-up", &form).await.status.as_u16() }
    });
    let mut answers = futures::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [303, 404, 404, 404]);
}

async fn what_is_wrong_is_said_and_what_was_typed_stays(world: World) {
    let million = "a".repeat(20_000);
    let mut visitor = world.visitor();
    for (field, typed, said) in [
        ("name", "\u{200B}\u{200B}", "Please write something here"),
        ("name", million.as_str(), "room for 200"),
        ("username", "two words", "leave out the spaces"),
        ("password", "short", "at least 10 characters"),
        ("password_again", "three blue kytes", "not the same"),
        ("time_zone", "Mars/Olympus", "choose one of these"),
        ("first_language", "tlh", "choose one of these"),
    ] {
        let mut form = set_up_form();
        form.retain(|(name, _)| *name != field);
        form.push((field, typed));
        let page = visitor.post("/set-up", &form).await.is(422).see(said).has_no("three blue");
        page.has("value=\"Tomás Rivera\"");
    }
    visitor.get("/set-up").await.ok();
}

macro_rules! on_both {
    ($($promise:ident),+ $(,)?) => {
        mod at_first {
            use crate::world::World;
            $(
                mod $promise {
                    use super::World;
                    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn sqlite() { super::super::$promise(World::empty().await).await; }
                    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn postgres() { super::super::$promise(World::empty_on_postgres().await).await; }
                }
            )+
        }
    };
}

on_both!(a_school_is_set_up_once, of_two_who_set_up_at_once_one_wins, what_is_wrong_is_said_and_what_was_typed_stays,);

/// The code on the first slip of a sheet.
pub fn code_on(sheet: &Page) -> String {
    let slip = sheet.text.split("code--small").nth(1).expect("a slip with a code");
    let groups: Vec<&str> = slip.split("<span>").skip(1).take(2).map(|rest| &rest[..4]).collect();
    groups.join("-")
}

/// A sheet for one person, made by the lead.
pub async fn code_for(world: &World, person: &kinfolio::person::Person) -> String {
    let mut lead = world.lead().await;
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").expect("a sheet");
    let id = person.id.to_string();
    let page = lead.post("/people/codes", &[("sheet", &sheet), ("person", &id)]).await.ok().see(&person.name);
    code_on(&page)
}

pub fn username(person: &kinfolio::person::Person) -> &str {
    person.username.as_deref().expect("a username")
}

/// Gives a person this password, by way of a code.
pub async fn with_password<'w>(world: &'w World, person: &kinfolio::person::Person, password: &str) -> Visitor<'w> {
    let code = code_for(world, person).await;
    let mut visitor = world.visitor();
    let form = [("username", username(person)), ("code", &code), ("password", password), ("password_again", password)];
    visitor.post("/sign-in/code", &form).await.leads_to("/");
    visitor
}

promise!(a_code_from_paper_lets_in_once, |world| {
    let student = world.people.student.clone();
    let code = code_for(&world, &student).await;
    let sloppy = code.to_lowercase().replace('-', " ");
    let mut visitor = world.visitor();
    let form = |code: &str, password: &str| -> Vec<(&'static str, String)> {
        vec![
            ("username", username(&student).to_uppercase()),
            ("code", code.to_owned()),
            ("password", password.to_owned()),
            ("password_again", password.to_owned()),
        ]
    };
    let post = |form: Vec<(&'static str, String)>| form;
    for (typed, password, status, said) in
        [("WRNG-C0DE", "my own password", 422, "do not fit together"), (sloppy.as_str(), "short", 422, "at least 10")]
    {
        let form = post(form(typed, password));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        visitor.post("/sign-in/code", &form).await.is(status).see(said).has_no(password);
    }
    let good = form(&sloppy, "my own password");
    let good: Vec<(&str, &str)> = good.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post("/sign-in/code", &good).await.leads_to("/?said=password_chosen");
    world.visitor().post("/sign-in/code", &good).await.is(422).see("do not fit together");
    let mut later = world.visitor();
    later.post("/sign-in", &[("username", username(&student)), ("password", "my own password")]).await.leads_to("/");
    later.get("/targets").await.ok().see(&student.name);
});

promise!(a_code_is_too_old_after_thirty_days, |world| {
    let code = code_for(&world, &world.people.student).await;
    world.services.clock.move_on(31 * DAY);
    let form = [
        ("username", username(&world.people.student)),
        ("code", code.as_str()),
        ("password", "my own password"),
        ("password_again", "my own password"),
    ];
    world.visitor().post("/sign-in/code", &form).await.is(422).see("too old");
});

promise!(a_code_is_its_persons_only, |world| {
    let code = code_for(&world, &world.people.student).await;
    let form = [
        ("username", username(&world.people.classmate)),
        ("code", code.as_str()),
        ("password", "my own password"),
        ("password_again", "my own password"),
    ];
    world.visitor().post("/sign-in/code", &form).await.is(422);
});

promise!(an_unknown_name_and_a_wrong_password_look_the_same, |world| {
    with_password(&world, &world.people.student, "my own password").await;
    let known = username(&world.people.student).to_owned();
    let wrong = world.visitor().post("/sign-in", &[("username", &known), ("password", "not my password")]).await;
    let unknown =
        world.visitor().post("/sign-in", &[("username", "nobody.here"), ("password", "not my password")]).await;
    let wrong = wrong.is(422).see("do not fit together").text.replace(&known, "NAME");
    let unknown = unknown.is(422).text.replace("nobody.here", "NAME");
    assert_eq!(wrong, unknown);
});

promise!(guessing_is_slowed_down_and_never_for_longer_than_it_says, |world| {
    with_password(&world, &world.people.student, "my own password").await;
    let name = username(&world.people.student).to_owned();
    let trying = Try::at_account(&world.services.secrets, "password", &name, "somewhere");
    let mut guessed = 0;
    while guessed < 11 {
        match trying.begin(&world.services.db, world.services.clock.now()).await.unwrap() {
            Ok(()) => guessed += 1,
            Err(wait) => world.services.clock.move_on(wait.seconds * 1000),
        }
    }
    let right = [("username", name.as_str()), ("password", "my own password")];
    let refused = world.visitor().post("/sign-in", &right).await.is(429).see("Try again in");
    let seconds: i64 = refused.header("retry-after").and_then(|seconds| seconds.parse().ok()).expect("when");
    assert!((20..=64).contains(&seconds), "{seconds}");
    // Somebody else at the same address is not held up.
    with_password(&world, &world.people.classmate, "another password").await;
    world.services.clock.move_on(seconds * 1000);
    world.visitor().post("/sign-in", &right).await.leads_to("/");
    // Whoever got in begins anew.
    let wrong = [("username", name.as_str()), ("password", "not this one")];
    for _ in 0..2 {
        world.visitor().post("/sign-in", &wrong).await.is(422);
    }
});

promise!(two_schools_may_share_a_username, |world| {
    let here = world.people.student.clone();
    let mut tx = world.services.db.write().await.unwrap();
    let there = kinfolio::person::Person {
        id: kinfolio::id::PersonId::new(),
        username: here.username.clone(),
        name: "A namesake".into(),
        ..world.people.other_school_student.clone()
    };
    let joining = kinfolio::person::deed::Deed::Add(there.clone());
    joining.carry_out(&mut tx, &there.school_id, world.services.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    with_password(&world, &here, "the password here").await;
    let mut lead = world.as_(&world.people.other_school_lead).await;
    let sheet = lead.get("/people/codes").await.hidden("sheet").unwrap();
    let page = lead.post("/people/codes", &[("sheet", &sheet), ("person", there.id.as_str())]).await.ok();
    let (name, code) = (username(&here), code_on(&page));
    let form = [
        ("username", name),
        ("code", &code),
        ("password", "the other password"),
        ("password_again", "the other password"),
    ];
    world.visitor().post("/sign-in/code", &form).await.leads_to("/");
    for (password, who) in [("the password here", here.name.as_str()), ("the other password", "A namesake")] {
        let mut visitor = world.visitor();
        visitor.post("/sign-in", &[("username", name), ("password", password)]).await.leads_to("/");
        visitor.get("/targets").await.ok().see(who);
    }
});

promise!(a_session_is_new_at_each_sign_in_and_ends_with_signing_out, |world| {
    let mut visitor = with_password(&world, &world.people.lead, "my own password").await;
    let mut before = visitor.clone();
    before.get("/people").await.ok();
    let form = [("username", username(&world.people.lead)), ("password", "my own password")];
    visitor.post("/sign-in", &form).await.leads_to("/");
    before.get("/people").await.is(401);
    let mut copy = visitor.clone();
    visitor.get("/people").await.ok();
    visitor.post("/sign-out", &[]).await.leads_to("/sign-in");
    copy.get("/people").await.is(401);
    visitor.get("/sign-in?said=signed_out").await.ok().see("You are signed out");
});

promise!(words_that_an_expired_session_interrupted_are_given_back, |world| {
    let mut lead = with_password(&world, &world.people.lead, "my own password").await;
    let id = lead.get("/targets/new").await.ok().hidden("id").unwrap();
    lead.forget_session();
    let long = "I can explain <script>alert(1)</script> what I did, step by step, to somebody younger";
    let form = [
        ("id", id.as_str()),
        ("version", "0"),
        ("subject", "Science"),
        ("statement", "I can explain"),
        ("criteria", long),
    ];
    let refused =
        lead.post("/targets/new", &form).await.is(401).see("Please sign in").see(long).has_no("<script>alert");
    let (then, kept) = (refused.hidden("then").unwrap(), refused.hidden("kept").unwrap());
    assert_eq!(then, "/targets/new");
    let sign_in = |password: &'static str| {
        vec![
            ("username", username(&world.people.lead)),
            ("password", password),
            ("then", then.as_str()),
            ("kept", kept.as_str()),
        ]
    };
    // A wrong password loses nothing.
    lead.post("/sign-in", &sign_in("not my password")).await.is(422).see(long).has_no("not my password");
    let back = lead.post("/sign-in", &sign_in("my own password")).await.ok();
    let back =
        back.see("What you wrote is still here").see(long).has("action=\"/targets/new\"").has_no("<script>alert");
    assert_eq!(back.hidden("id").as_deref(), Some(id.as_str()));
    lead.post("/targets/new", &form).await.leads_to("/targets");
    lead.get("/targets").await.ok().see(long);
});

promise!(signing_in_sends_nobody_to_another_site, |world| {
    with_password(&world, &world.people.student, "my own password").await;
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/sign-in"] {
        let form = [
            ("username", username(&world.people.student)),
            ("password", "my own password"),
            ("then", elsewhere),
            ("kept", "{not json"),
        ];
        let answer = world.visitor().post("/sign-in", &form).await;
        assert_eq!(answer.goes_to().as_deref(), Some("/"));
    }
});

promise!(hostile_names_and_passwords_are_words_like_any_other, |world| {
    let (million, long) = ("a".repeat(1_000_000), "a".repeat(5_000));
    for name in ["<script>alert(1)</script>", "' OR 1=1 --", "\u{200B}", "a\0b", million.as_str()] {
        world
            .visitor()
            .post("/sign-in", &[("username", name), ("password", &million)])
            .await
            .is(422)
            .has_no("<script>a");
        let name = if name.len() > 5_000 { long.as_str() } else { name };
        let form = [("username", name), ("code", &long), ("password", &long), ("password_again", &long)];
        world.visitor().post("/sign-in/code", &form).await.is(422).has_no("<script>a");
    }
});

promise!(one_click_sign_in_is_for_the_demo_school_only, |world| {
    let id = world.people.student.id.to_string();
    world.visitor().post("/demo/sign-in", &[("person", &id)]).await.is(404);
    world.visitor().get("/sign-in").await.ok().dont_see(&world.people.student.name);
});
