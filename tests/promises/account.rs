//! One's own account: another password, where somebody is signed in, the digits of an app, being asked again, and being told.

use kinfolio::person::Person;
use kinfolio::person::second_step::NewStep;
use kinfolio::session::devices::CONFIRMED_FOR;
use kinfolio::store::{StoreError, one, run};

use crate::coming_in::{code_on, username, with_password};
use crate::promise;
use crate::world::{AFile, Page, Visitor, World};

const SECOND: i64 = 1000;
const OLD: &str = "my own password";
const NEW: &str = "three blue kites";

async fn sign_in<'w>(world: &'w World, person: &Person, password: &str) -> (Visitor<'w>, Page) {
    let mut visitor = world.visitor();
    let page = visitor.post("/sign-in", &[("username", username(person)), ("password", password)]).await;
    (visitor, page)
}

/// The digits that an app with this secret shows now.
fn digits(world: &World, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(world.services.clock.now().0 / SECOND).unwrap()).to_string()
}

/// What the page says of the languages somebody reads.
fn languages_on(page: &Page) -> String {
    let before = page.text.split("href=\"/account/languages\"").next().unwrap();
    before.rsplit("<h2>").next().unwrap().to_owned()
}

/// Sets up the digits of an app; gives its secret, and the codes for when the phone is not there.
async fn set_up_digits(world: &World, visitor: &mut Visitor<'_>) -> (String, Vec<String>) {
    let form = visitor.get("/account/second-step").await.ok();
    let written = form.hidden("secret").unwrap();
    let secret = written.split('.').next().unwrap().to_owned();
    let sent = [("secret", written.as_str()), ("digits", &digits(world, &secret))];
    let page = visitor.post("/account/second-step", &sent).await.ok().see("keep these ten codes");
    // The same once more shows the same once more.
    let again = visitor.post("/account/second-step", &sent).await.ok();
    let codes = |page: &Page| -> Vec<String> {
        page.text.split("code--small\">").skip(1).map(|rest| rest[..9].to_owned()).collect()
    };
    assert_eq!(codes(&page), codes(&again));
    assert_eq!(codes(&page).len(), 10);
    (secret, codes(&page))
}

promise!(a_password_is_changed_by_whoever_knows_it_and_ends_every_other_session, |world| {
    let student = world.people.student.clone();
    let mut here = with_password(&world, &student, OLD).await;
    let (mut elsewhere, page) = sign_in(&world, &student, OLD).await;
    page.leads_to("/");
    here.get("/account").await.ok().has("href=\"/account/password\"").has_no("<script");
    let change = async |visitor: &mut Visitor<'_>, now: &str, new: &str, again: &str| {
        let form = [("password_now", now), ("password", new), ("password_again", again)];
        visitor.post("/account/password", &form).await
    };
    for (now, new, again, said) in [
        ("", NEW, NEW, "Please write something here"),
        ("not my password", NEW, NEW, "not the password you have now"),
        (OLD, "short", "short", "at least 10"),
        (OLD, NEW, "three blue kytes", "not the same"),
        (OLD, "Password2026!", "Password2026!", "easy to guess"),
        (OLD, "Riverbend2026", "Riverbend2026", "easy to guess"),
        (OLD, "marisol.reyes1", "marisol.reyes1", "easy to guess"),
    ] {
        change(&mut here, now, new, again).await.is(422).see(said).has_no("three blue").has_no(OLD);
    }
    elsewhere.get("/account").await.ok();
    let once = here.get("/account/password").await.ok().hidden("once").unwrap();
    let form = [("once", once.as_str()), ("password_now", OLD), ("password", NEW), ("password_again", NEW)];
    here.post("/account/password", &form).await.leads_to("/account?said=password_changed");
    // The same form once more is done already.
    here.post("/account/password", &form).await.leads_to("/account?said=password_changed");
    here.get("/account?said=password_changed")
        .await
        .ok()
        .see("Everywhere else you are signed out")
        .see("was changed on");
    elsewhere.get("/account").await.is(401);
    sign_in(&world, &student, OLD).await.1.is(422);
    sign_in(&world, &student, NEW).await.1.leads_to("/");
    // Guessing the one that somebody has is slowed down, and changes nothing.
    for _ in 0..4 {
        change(&mut here, "guessed at random", "another three kites", "another three kites").await.is(422);
    }
    change(&mut here, "guessed at random", "x", "x").await.is(422);
    for _ in 0..3 {
        change(&mut here, "guessed at random", "another three kites", "another three kites").await;
    }
    change(&mut here, NEW, "another three kites", "another three kites").await.is(422).see("Try again in");
    world.family().await.get("/account/password").await.is(403);
    world.family().await.post("/account/password", &[]).await.is(403);
    world.visitor().post("/account/password", &[]).await.is(401);
});

promise!(everybody_sees_where_they_are_signed_in_and_ends_it_there, |world| {
    let student = world.people.student.clone();
    let mut here = with_password(&world, &student, OLD).await;
    let phone = "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/131.0 Mobile Safari/537.36";
    let mut other = world.visitor();
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("username", username(&student)), ("password", OLD)])
        .finish();
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("user-agent", phone)];
    other.send_bytes("POST", "/sign-in", &headers, body.as_bytes()).await.leads_to("/");
    let (mut third, page) = sign_in(&world, &student, OLD).await;
    page.leads_to("/");
    let page = here.get("/account").await.ok().see("A phone with Android").see("This device").see("Last used");
    let page = page.dont_see("Pixel").dont_see("Chrome").see("Sign out everywhere else");
    // A classmate's are not among them, and a name from elsewhere ends nothing.
    world.as_(&world.people.classmate).await.get("/account").await.ok().dont_see("A phone with Android");
    let named = page.hidden("device").unwrap();
    let mut classmate = world.as_(&world.people.classmate).await;
    for hostile in [named.as_str(), "", "x", "' OR 1=1", &"f".repeat(10_000)] {
        classmate.post("/account/devices/end", &[("device", hostile)]).await.leads_to("/account#devices");
    }
    for visitor in [&mut here, &mut other, &mut third] {
        visitor.get("/account").await.ok();
    }
    here.post("/account/devices/end", &[("device", &named)]).await.leads_to("/account?said=signed_out_there#devices");
    let left = [third.get("/account").await.status.as_u16(), other.get("/account").await.status.as_u16()];
    assert_eq!(left.iter().filter(|status| **status == 401).count(), 1, "{left:?}");
    here.post("/account/devices/end", &[("others", "yes")]).await.leads_to("/account?said=");
    third.get("/account").await.is(401);
    other.get("/account").await.is(401);
    here.get("/account").await.ok().dont_see("Sign out there");
    // When it was used last is known by the day, and no closer.
    world.services.clock.move_on(3 * 24 * 60 * 60 * SECOND);
    here.get("/").await.ok();
    for _ in 0..100 {
        let mut conn = world.services.db.read().await.unwrap();
        let used: Result<(i64,), StoreError> =
            one!(&mut conn, "SELECT max(used_at - started_at) FROM session WHERE person_id = $1", &student.id);
        drop(conn);
        if used.unwrap().0 > 2 * 24 * 60 * 60 * SECOND {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the use was never noted");
});

promise!(a_family_sees_its_devices_and_languages_and_no_password, |world| {
    let mut family = world.family().await;
    family.keep_cookie("kinfolio-language", "es");
    let page = family
        .get("/account")
        .await
        .ok()
        .see("Su nombre, idiomas y dispositivos")
        .dont_see("cuenta")
        .see("Rosa Reyes")
        .see("Este dispositivo");
    page.dont_see("contraseña").has("href=\"/called\"").has("href=\"/account/languages\"").has_no("<script");
    for path in ["/account/second-step", "/account/confirm"] {
        family.get(path).await.is(403);
    }
    family
        .post("/account/languages", &[("best", "ar"), ("languages", "es"), ("languages", "ar")])
        .await
        .leads_to("/account");
    let said = languages_on(&family.get("/account").await.ok());
    assert!(said.find("العربية") < said.find("spañol") && said.contains("العربية"), "{said}");
});

promise!(the_languages_somebody_said_stay_when_a_table_says_others, |world| {
    let mut student = world.student().await;
    for hostile in ["", "tlh", "<script>", &"e".repeat(10_000)] {
        student.post("/account/languages", &[("best", hostile)]).await.is(422).see("choose one").has_no("<script>");
    }
    student.post("/account/languages", &[("best", "es"), ("languages", "fr")]).await.leads_to("/account");
    let table = "role,name,username,advisory,languages\nstudent,Marisol Reyes,marisol.reyes,Room 204,ar\n";
    let file = AFile { field: "file", name: "people.csv", bytes: table.as_bytes() };
    let mut lead = world.lead().await;
    lead.post_files("/people/import", &[], &[file]).await.ok().see("which languages they read").see("1 the same");
    let said = languages_on(&student.get("/account").await.ok());
    assert!(said.contains("Español") && said.contains("Français") && !said.contains("العربية"), "{said}");
});

promise!(digits_of_an_app_are_asked_for_after_the_password_and_taken_once, |world| {
    let lead = world.people.lead.clone();
    let mut here = with_password(&world, &lead, OLD).await;
    for (secret, typed) in [("", "123456"), ("JBSWY3DPEHPK3PXP.seed.seal", "123456"), ("'", "")] {
        here.post("/account/second-step", &[("secret", secret), ("digits", typed)]).await.is(400);
    }
    let form = here.get("/account/second-step").await.ok().has("<svg").has_no("<script");
    let written = form.hidden("secret").unwrap();
    for wrong in ["", "000000", "abcdef", "' OR 1=1"] {
        let page = here.post("/account/second-step", &[("secret", &written), ("digits", wrong)]).await.is(422);
        assert_eq!(page.hidden("secret").as_deref(), Some(written.as_str()), "the same picture stays");
    }
    // Nobody sets up what was made for somebody else.
    let theirs = world.advisor().await.get("/account/second-step").await.ok().hidden("secret").unwrap();
    let digits_of = |written: &str| digits(&world, written.split('.').next().unwrap());
    here.post("/account/second-step", &[("secret", &theirs), ("digits", &digits_of(&theirs))]).await.is(400);
    let (secret, codes) = set_up_digits(&world, &mut here).await;
    here.get("/account").await.ok().see("On since").see("was set up on");
    // What is kept opens nothing without the key, and no code is kept.
    let rows = world.contents(&[]).await;
    let kept = format!("{:?} {:?}", rows["second_step"], rows["spare_code"]);
    assert!(!kept.contains(&secret) && !kept.contains(&codes[0]) && !kept.contains(&codes[0].replace('-', "")));
    // The digits that set it up were used.
    let (mut there, page) = sign_in(&world, &lead, OLD).await;
    let half = page.ok().see("One more step").has_no(OLD).hidden("half_way").unwrap();
    there.get("/people").await.is(401);
    let step = async |visitor: &mut Visitor<'_>, half: &str, typed: &str| {
        visitor.post("/sign-in/digits", &[("half_way", half), ("digits", typed), ("then", "/people")]).await
    };
    step(&mut there, &half, &digits(&world, &secret)).await.is(422).see("do not fit, or were used already");
    step(&mut there, &half, "").await.is(422);
    world.services.clock.move_on(60 * SECOND);
    let shown = digits(&world, &secret);
    let spaced = format!("{} {}", &shown[..3], &shown[3..]);
    step(&mut there, &half, &spaced).await.leads_to("/people");
    there.get("/people").await.ok();
    let (mut third, page) = sign_in(&world, &lead, OLD).await;
    let half = page.ok().hidden("half_way").unwrap();
    step(&mut third, &half, &shown).await.is(422);
    // One of the ten codes, once; and it is told.
    step(&mut third, &half, &codes[3].to_lowercase().replace('-', " ")).await.leads_to("/people");
    third.get("/account").await.ok().see("One of your ten codes was used");
    step(&mut world.visitor(), &half, &codes[3]).await.is(422);
    // Half a way in ends by itself, is nobody else's, and ends with the password.
    for hostile in ["", "x", "..", &half[1..], &format!("{half}0"), &"9.".repeat(10_000)] {
        step(&mut world.visitor(), hostile, &codes[4]).await.is(422).see("password once more");
    }
    world.services.clock.move_on(11 * 60 * SECOND);
    step(&mut world.visitor(), &half, &codes[4]).await.is(422).see("password once more");
    // Guessing is slowed down.
    let (_, page) = sign_in(&world, &lead, OLD).await;
    let half = page.ok().hidden("half_way").unwrap();
    let mut answers = Vec::new();
    for number in 0..8 {
        answers.push(step(&mut world.visitor(), &half, &format!("00000{number}")).await.status.as_u16());
    }
    assert!(answers.contains(&429), "{answers:?}");
    // It is taken off by whoever is in, and the password alone is enough again.
    third.post("/account/confirm", &[("password", OLD), ("then", "/account")]).await.leads_to("/account");
    third.post("/account/second-step/off", &[]).await.leads_to("/account");
    third.get("/account").await.ok().see("was taken off");
    world.services.clock.move_on(10 * 60 * SECOND);
    sign_in(&world, &lead, OLD).await.1.leads_to("/");
});

promise!(words_of_a_form_that_was_interrupted_come_along_through_the_digits, |world| {
    let student = world.people.student.clone();
    let mut here = with_password(&world, &student, OLD).await;
    let (secret, _) = set_up_digits(&world, &mut here).await;
    let kept = "[[\"title\",\"A drum that I made out of a bucket and two sticks, with my uncle\"]]";
    let mut later = world.visitor();
    let form = [("username", username(&student)), ("password", OLD), ("then", "/work/new"), ("kept", kept)];
    let page = later.post_files("/sign-in", &form, &[]).await.ok();
    let (half, carried) = (page.hidden("half_way").unwrap(), page.hidden("kept").unwrap());
    world.services.clock.move_on(60 * SECOND);
    let shown = digits(&world, &secret);
    let form = [("half_way", half.as_str()), ("digits", &shown), ("then", "/work/new"), ("kept", &carried)];
    later.post_files("/sign-in/digits", &form, &[]).await.ok().see("You are back").see("out of a bucket");
    later.get("/work").await.ok();
});

promise!(a_school_asks_its_staff_for_digits_from_their_next_sign_in_on, |world| {
    let advisor = world.people.advisor.clone();
    let mut before = with_password(&world, &advisor, OLD).await;
    for visitor in [&mut world.advisor().await, &mut world.student().await, &mut world.family().await] {
        visitor.get("/school/sign-in").await.is(403);
        visitor.post("/school/sign-in", &[("asks", "yes")]).await.is(403);
    }
    let mut lead = world.lead().await;
    world.services.clock.move_on(SECOND);
    lead.post("/school/sign-in", &[("asks", "yes")]).await.leads_to("/school/sign-in?said=saved");
    world.services.clock.move_on(SECOND);
    // Nobody is thrown out of what they are doing; students and families are not asked.
    before.get("/").await.ok();
    world.student().await.get("/").await.ok();
    world.family().await.get("/account").await.ok();
    let (mut here, page) = sign_in(&world, &advisor, OLD).await;
    page.leads_to("/");
    for path in ["/", "/account", "/times", "/called"] {
        here.get(path).await.leads_to("/account/second-step");
    }
    here.post("/called", &[("called", "Tom of the long river")]).await.is(403).see("Tom of the long river");
    here.get("/account/second-step").await.ok().see("Your school asks for a second step");
    set_up_digits(&world, &mut here).await;
    here.get("/").await.ok();
    here.post("/account/second-step/off", &[]).await.leads_to("/account");
    here.get("/account").await.ok().see("On since").see("Your school asks its staff").dont_see("Take it off");
    // Whoever loses the phone comes in with a code that the lead makes, and sets it up anew.
    let sheet = kinfolio::person::code::Sheet::new_token();
    let code = code_on(&lead.post("/people/codes", &[("sheet", &sheet), ("person", advisor.id.as_str())]).await.ok());
    let mut lost = world.visitor();
    let form = [("username", username(&advisor)), ("code", &code), ("password", NEW), ("password_again", NEW)];
    lost.post("/sign-in/code", &form).await.leads_to("/");
    lost.get("/").await.leads_to("/account/second-step");
    set_up_digits(&world, &mut lost).await;
    let told = lost.get("/").await.ok().see("Denise Okafor").see("made a sign-in code for you on");
    told.see("was taken off on").see("was changed on");
    // Another school asks nobody.
    world.as_(&world.people.other_school_advisor).await.get("/").await.ok();
    lead.post("/school/sign-in", &[]).await.leads_to("/school/sign-in");
    world.as_(&world.people.other_advisor).await.get("/").await.ok();
});

promise!(what_opens_doors_for_others_asks_again_and_goes_on_with_what_was_sent, |world| {
    let mut lead = with_password(&world, &world.people.lead, OLD).await;
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").unwrap();
    let student = world.people.student.id.to_string();
    let codes = [("sheet", sheet.as_str()), ("person", student.as_str())];
    let table = "role,name,username\nstudent,Zora Bell,zora.bell\n";
    let import = [("text", table), ("apply", "yes")];
    let targets = [("text", "subject,statement,criteria\nMath,I can add.,I say how.\n"), ("apply", "yes")];
    world.services.clock.move_on(CONFIRMED_FOR + SECOND);
    let people = world.rows().await["person"];
    for (path, form) in [
        ("/people/codes", codes.as_slice()),
        ("/people/import", &import),
        ("/targets/import", &targets),
        ("/school/sign-in", &[("asks", "yes")]),
    ] {
        let page = lead.post(path, form).await.is(403).see("Your password once more").has_no("<script");
        assert_eq!(page.hidden("then").as_deref(), Some(path));
        for (name, value) in form {
            assert!(page.hidden("kept").unwrap().contains(&serde_json::to_string(value).unwrap()), "{name} is gone");
        }
    }
    assert_eq!(world.rows().await["person"], people);
    let asked = lead.post("/people/import", &import).await;
    let kept = asked.hidden("kept").unwrap();
    let sent = |password: &'static str| -> Vec<(&'static str, String)> {
        vec![("password", password.into()), ("then", "/people/import".into()), ("kept", kept.clone())]
    };
    let send = async |visitor: &mut Visitor<'_>, form: Vec<(&'static str, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        visitor.post_files("/account/confirm", &form, &[]).await
    };
    for wrong in ["", "not my password", "Password2026!"] {
        let page = send(&mut lead, sent(wrong)).await.is(422).has_no("not my password");
        assert!(page.hidden("kept").unwrap().contains("Zora Bell"));
    }
    lead.post("/people/codes", &codes).await.is(403);
    let page = send(&mut lead, sent(OLD)).await.ok().see("Send it now").see("Zora Bell");
    page.has("action=\"/people/import\"");
    lead.post("/people/import", &import).await.leads_to("/people?said=imported");
    lead.post("/people/codes", &codes).await.ok().see("Marisol Reyes");
    // Nowhere else than here.
    let form = [("password", OLD), ("then", "https://elsewhere.example")];
    lead.post("/account/confirm", &form).await.leads_to("/");
    world.visitor().post("/account/confirm", &form).await.is(401);
    world.family().await.post("/account/confirm", &form).await.is(403);
});

promise!(an_advisor_makes_a_code_for_their_own_students_who_are_told, |world| {
    let student = world.people.student.clone();
    with_password(&world, &student, OLD).await;
    let path = format!("/student/{}/code", student.id);
    let mut advisor = world.advisor().await;
    advisor.get(&format!("/student/{}", student.id)).await.ok().has(&format!("href=\"{path}\""));
    let sheet = advisor.get(&path).await.ok().see("A sign-in code for").hidden("sheet").unwrap();
    let slip = advisor.post(&path, &[("sheet", &sheet)]).await.ok().see("Marisol Reyes").dont_see("Amina");
    let again = advisor.post(&path, &[("sheet", &sheet)]).await.ok();
    assert_eq!((code_on(&slip), slip.header("cache-control")), (code_on(&again), Some("no-store")));
    advisor.post(&path, &[("sheet", "x")]).await.is(400);
    // A sheet of the lead's, of everybody, shows an advisor their student alone.
    let whole = kinfolio::person::code::Sheet::new_token();
    world.lead().await.post("/people/codes", &[("sheet", &whole), ("for", "everyone")]).await.ok().see("Amina Diallo");
    advisor.post(&path, &[("sheet", &whole)]).await.ok().dont_see("Amina Diallo");
    for other in [&world.people.other_student, &world.people.family, &world.people.other_school_student] {
        let path = format!("/student/{}/code", other.id);
        advisor.get(&path).await.is(404);
        advisor.post(&path, &[("sheet", &sheet)]).await.is(404);
    }
    for mut nobody in
        [world.student().await, world.as_(&world.people.classmate).await, world.family().await, world.lead().await]
    {
        nobody.post(&path, &[("sheet", &kinfolio::person::code::Sheet::new_token())]).await.is(404);
    }
    world.services.clock.move_on(CONFIRMED_FOR + SECOND);
    advisor.post(&path, &[("sheet", &sheet)]).await.is(403).see("Your password once more");
    // Whoever it was made for reads so, also without using it, until they say that they have seen it.
    let mut told = world.student().await;
    let page = told.get("/").await.ok().see("Thomas Byrne").see("made a sign-in code for you on");
    let notice = page.hidden("notice").unwrap();
    told.get("/work").await.ok().dont_see("made a sign-in code");
    world
        .as_(&world.people.classmate)
        .await
        .post("/account/notices", &[("notice", &notice), ("then", "/")])
        .await
        .leads_to("/");
    told.get("/account").await.ok().see("made a sign-in code for you on");
    told.post("/account/notices", &[("notice", &notice), ("then", "//elsewhere.example")]).await.leads_to("/");
    told.get("/").await.ok().dont_see("made a sign-in code");
});

promise!(whoever_signs_in_on_a_new_device_is_told_and_the_first_device_is_none, |world| {
    let student = world.people.student.clone();
    let mut first = with_password(&world, &student, OLD).await;
    first.get("/").await.ok().dont_see("new device").dont_see("was changed").dont_see("made a sign-in code");
    let (mut second, page) = sign_in(&world, &student, OLD).await;
    page.leads_to("/");
    first.get("/").await.ok().see("Somebody signed in as you on a new device");
    for language in ["es", "ar", "ur", "zh-Hans"] {
        second.keep_cookie("kinfolio-language", language);
        second.get("/").await.ok().dont_see("Somebody signed in").has(&format!("lang=\"{language}\""));
    }
    // A device that was here before is none.
    first.post("/sign-out", &[]).await.leads_to("/sign-in");
    first.post("/sign-in", &[("username", username(&student)), ("password", OLD)]).await.leads_to("/");
    let page = first.get("/account").await.ok();
    assert_eq!(page.text.matches("Somebody signed in as you").count(), 1);
});

promise!(a_slips_picture_opens_the_page_with_the_code_filled_in_once, |world| {
    let student = world.people.student.clone();
    let mut lead = world.lead().await;
    let sheet = lead.get("/people/codes").await.ok().hidden("sheet").unwrap();
    let everyone = [("sheet", sheet.as_str()), ("for", "everyone")];
    let page =
        lead.post("/people/codes", &everyone).await.ok().see("Room 204").see("Room 207").see("School lead and staff");
    // Students by advisory, staff on a sheet of its own.
    let at = |words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Room 204") < at("Amina Diallo") && at("Marisol Reyes") < at("Room 207"));
    assert!(at("Yusuf Haddad") < at("School lead and staff") && at("School lead and staff") < at("Thomas Byrne"));
    assert_eq!(page.text.matches("<svg role=\"img\"").count(), page.text.matches("class=\"slip\"").count());
    assert_eq!(page.text.matches("class=\"sheet\"").count(), 3);
    let mut conn = world.services.db.read().await.unwrap();
    let token = kinfolio::person::code::Sheet::named(&sheet).unwrap();
    let slips = kinfolio::person::code::slips(&mut conn, &world.school, &token).await.unwrap();
    drop(conn);
    let (code, card) = slips.into_iter().find(|slip| slip.person == student.id).unwrap().code.unwrap();
    assert!(!card.contains(&code.replace('-', "").to_lowercase()));
    let opened = format!("/sign-in/code/{card}");
    let mut phone = world.visitor();
    let form = phone.get(&opened).await.ok().see("marisol.reyes").see("are filled in").has_no("<script").has_no(&code);
    assert_eq!(form.header("cache-control"), Some("no-store"));
    // Looking uses nothing up, and changes nobody.
    world.visitor().get(&opened).await.ok();
    let send = async |card: &str, password: &str| {
        let form = [("card", card), ("password", password), ("password_again", password)];
        world.visitor().post("/sign-in/code", &form).await
    };
    send(&card, "short").await.is(422).see("at least 10").see("marisol.reyes");
    send(&card, "marisol.reyes1").await.is(422).see("easy to guess");
    send(&card, NEW).await.leads_to("/");
    send(&card, NEW).await.is(422).see("do not fit together");
    world.visitor().get(&opened).await.is(422).see("do not fit together");
    for hostile in ["0", &"0".repeat(48), &"f".repeat(4_000), "%27%20OR%201%3D1"] {
        world.visitor().get(&format!("/sign-in/code/{hostile}")).await.is(422);
        send(hostile, NEW).await.is(422);
    }
    sign_in(&world, &student, NEW).await.1.leads_to("/");
});

promise!(what_many_people_use_opens_no_account_and_a_school_comes_in_all_the_same, |world| {
    const COMMON: [&str; 10] = [
        "123456",
        "password",
        "1234567890",
        "qwertyuiop",
        "Password1234",
        "iloveyou123",
        "1q2w3e4r5t",
        "letmein2026",
        "aaaaaaaaaa",
        "Summer2026!!",
    ];
    let mut people = Vec::new();
    let slot = kinfolio::secret::HashSlot::for_known();
    let mut tx = world.services.db.write().await.unwrap();
    for number in 0..40 {
        let person = Person {
            id: kinfolio::id::PersonId::new(),
            username: Some(format!("pupil.{number}")),
            ..world.people.student.clone()
        };
        let deed = kinfolio::person::deed::Deed::Add(person.clone());
        deed.carry_out(&mut tx, &world.school, world.services.clock.now()).await.unwrap();
        people.push(person);
    }
    tx.commit().await.unwrap();
    for (number, person) in people.iter().enumerate() {
        // Ten have one from before it was refused; the others have their own.
        let password =
            COMMON.get(number).map_or_else(|| format!("kite {number} over the river"), |common| (*common).into());
        let hash = slot.hash(password).await.unwrap();
        let mut tx = world.services.db.write().await.unwrap();
        run!(&mut tx, "UPDATE person SET password_hash = $2 WHERE id = $1", &person.id, hash).unwrap();
        tx.commit().await.unwrap();
    }
    let address = "198.51.100.77";
    let spray = async {
        let mut opened = 0;
        for common in COMMON {
            for person in &people {
                let mut attacker = world.visitor().coming_from(address);
                let page = attacker.post("/sign-in", &[("username", username(person)), ("password", common)]).await;
                opened += usize::from(page.status.as_u16() != 422);
            }
        }
        opened
    };
    // At the same address, at the same time, on devices that are new.
    let school = people[10..].iter().enumerate().map(|(number, person)| {
        let mut visitor = world.visitor().coming_from(address);
        let password = format!("kite {} over the river", number + 10);
        async move {
            let form = [("username", username(person)), ("password", password.as_str())];
            visitor.post("/sign-in", &form).await.status.as_u16()
        }
    });
    let (opened, came_in) = tokio::join!(spray, futures::future::join_all(school));
    assert_eq!(opened, 0);
    assert!(came_in.iter().all(|status| *status == 303), "{came_in:?}");
    // Whoever has such a password is told what to do, in words that fit nobody in particular.
    let said = sign_in(&world, &people[2], COMMON[2]).await.1.is(422).see("Many people use this password");
    let unknown = world.visitor().post("/sign-in", &[("username", "pupil.2"), ("password", "qwertyuiop")]).await;
    assert_eq!(said.text, unknown.text);
});

promise!(whoever_runs_the_server_makes_a_code_for_somebody_who_is_locked_out, |world| {
    let (db, key) = (&world.services.db, &world.services.secrets);
    let student = world.people.student.clone();
    with_password(&world, &student, OLD).await;
    let said = kinfolio_server::person::make(db, key, " Marisol.Reyes ", None).await.unwrap();
    assert!(said.contains("Marisol Reyes") && said.contains("Riverbend School"), "{said}");
    let code = said.lines().find_map(|line| line.strip_prefix("Code: ")).unwrap();
    for nobody in ["nobody.here", "rosa.reyes", "two words", "", "' OR 1=1"] {
        assert!(kinfolio_server::person::make(db, key, nobody, None).await.is_err(), "{nobody}");
    }
    assert!(kinfolio_server::person::make(db, key, "marisol.reyes", Some("Hillcrest School")).await.is_err());
    let mut there = world.student().await;
    there.get("/").await.ok().see("by whoever runs the server");
    let form = [("username", username(&student)), ("code", code), ("password", NEW), ("password_again", NEW)];
    world.visitor().post("/sign-in/code", &form).await.leads_to("/");
});

#[test]
fn what_a_form_carries_of_a_second_step_is_told_to_nobody() {
    assert_eq!(format!("{:?}", NewStep::random()), "NewStep");
}
