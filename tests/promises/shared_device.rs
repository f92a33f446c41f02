//! On a device that several people use: a form says whose words it sends, and what somebody began goes into no other mouth.

use crate::coming_in::{username, with_password};
use crate::promise;
use crate::things::a_jpeg;
use crate::world::{AFile, Visitor, World};

const WORDS: &str = "We eat together on Sundays, and whoever is there is family.";

/// A letter of the family's: the link's token and the code.
pub async fn a_letter(world: &World, person: &kinfolio::person::Person) -> kinfolio::grant::Key {
    let student = world.people.student.id.to_string();
    let person = person.id.to_string();
    let mut asks = world.student().await;
    let form = asks.get(&format!("/student/{student}/grants?person={person}")).await.ok();
    let (id, key) = (form.hidden("id").unwrap(), form.hidden("key").unwrap());
    let make = [("id", id.as_str()), ("key", &key), ("person", &person), ("days", "120")];
    asks.post(&format!("/student/{student}/grants"), &make).await.ok();
    kinfolio::grant::Key::parse(&key).unwrap()
}

/// What the family begins to tell: the form's hidden fields and the words.
async fn begun(visitor: &mut Visitor<'_>, to: &str) -> Vec<(String, String)> {
    let page = visitor.get(to).await.ok();
    let hidden = ["id", "once", "opened_by"].map(|name| (name.to_owned(), page.hidden(name).expect(name)));
    let mut form = hidden.to_vec();
    form.extend(
        [("kind", "told"), ("text", WORDS), ("language", "es"), ("audience", "family")]
            .map(|(a, b)| (a.to_owned(), b.to_owned())),
    );
    form
}

fn lent(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

promise!(a_form_says_whose_words_it_sends, |world| {
    let tell = format!("/student/{}/testimony", world.people.student.id);
    let page = world.family().await.get(&tell).await.ok();
    page.see("Escribe usted como \u{2068}Rosa\u{2069}.").has_no("<script src");
    world.student().await.get("/work/new").await.ok().see("You are writing as \u{2068}Marisol\u{2069}.");
    // Who writes for the school knows who they are; a button alone sends no words.
    world.advisor().await.get("/times/new").await.ok().dont_see("You are writing as");
    world.visitor().get("/sign-in").await.ok().dont_see("You are writing as");
});

promise!(what_somebody_began_never_goes_into_anothers_mouth, |world| {
    let tell = format!("/student/{}/testimony", world.people.student.id);
    let mut family = world.family().await;
    let form = begun(&mut family, &tell).await;
    let before = crate::twice::things_there(&world).await;
    // Somebody else has come in on the same device since.
    let mut student = world.student().await;
    let page = student.post(&tell, &lent(&form)).await.is(409);
    let page = page
        .see("This was begun as \u{2068}Rosa\u{2069}")
        .see("You are here as \u{2068}Marisol\u{2069} now")
        .see(WORDS);
    assert_eq!(page.hidden("opened_by"), Some(form[2].1.clone()), "to be sent on as what it was");
    assert_eq!(crate::twice::things_there(&world).await, before, "nothing was done");
    // With files as well, and where whoever is here may do it themselves.
    let aims = format!("/student/{}/aims", world.people.student.id);
    let aim = student.get(&aims).await.ok();
    let mark = aim.hidden("opened_by").expect("a mark");
    let mut classmate = world.as_(&world.people.classmate).await;
    let theirs = format!("/student/{}/aims", world.people.classmate.id);
    let photo = a_jpeg(8, 8);
    let file = AFile { field: "photo", name: "home.jpg", bytes: &photo };
    let fields = [("opened_by", mark.as_str()), ("what", "Ask my aunt about the river.")];
    let page = classmate.post_files(&theirs, &fields, &[file]).await.is(409);
    page.see("Ask my aunt about the river.").see("home.jpg");
    // Only when they say so: the second form is their own.
    let own = page_as_me(&mut classmate, &theirs, &fields).await;
    classmate.post(&theirs, &lent(&own)).await.leads_to(&theirs);
    classmate.get(&theirs).await.ok().see("Ask my aunt about the river.");
    // A mark that nobody made is none.
    let made_up = [("opened_by", "0.0"), ("what", "Ask my uncle.")];
    classmate.post(&theirs, &made_up).await.leads_to(&theirs);
});

/// The form that sends it as whoever is here.
async fn page_as_me(visitor: &mut Visitor<'_>, to: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = visitor.post(to, fields).await.is(409);
    let forms = crate::filled::forms_on(to, &page.text);
    let own = forms.iter().rev().find(|form| form.action == to).expect("a form");
    let filled = own.filled(0, false);
    assert!(filled.iter().any(|(name, value)| name == "opened_by" && value != fields[0].1), "{filled:?}");
    filled
}

promise!(whoever_began_it_comes_in_again_and_sends_it, |world| {
    let tell = format!("/student/{}/testimony", world.people.student.id);
    let letter = a_letter(&world, &world.people.family).await;
    let mut device = world.visitor();
    device.get(&format!("/grant/{}", letter.token())).await.leads_to("/student/");
    let form = begun(&mut device, &tell).await;
    // A student signs in on the same device, in another window.
    with_password(&world, &world.people.student, "my own password").await;
    let sign_in = [("username", username(&world.people.student)), ("password", "my own password")];
    device.post("/sign-in", &sign_in).await.leads_to("/");
    let page = device.post(&tell, &lent(&form)).await.is(409).has("action=\"/grant\"");
    let (then, kept) = (page.hidden("then").unwrap(), page.hidden("kept").unwrap());
    // A wrong code loses nothing.
    let wrong = [("code", "7KQ2MNB4XH9T"), ("then", &then), ("kept", &kept)];
    assert_eq!(device.post("/grant", &wrong).await.is(422).hidden("kept"), Some(kept.clone()));
    let code = letter.code();
    let back = device.post("/grant", &[("code", code.as_str()), ("then", &then), ("kept", &kept)]).await.ok();
    let back = back.see("sigue aquí").see(WORDS);
    let again =
        crate::filled::forms_on(&tell, &back.text).into_iter().find(|form| form.action == tell).expect("a form");
    device.post(&tell, &lent(&again.filled(0, false))).await.leads_to(&tell);
    world.student().await.get(&format!("/student/{}/testimonies", world.people.student.id)).await.ok().see(WORDS);
});

promise!(words_that_waited_for_signing_in_are_nobody_elses_either, |world| {
    let tell = format!("/student/{}/testimony", world.people.student.id);
    let letter = a_letter(&world, &world.people.family).await;
    let mut device = world.visitor();
    device.get(&format!("/grant/{}", letter.token())).await.leads_to("/student/");
    let form = begun(&mut device, &tell).await;
    device.post("/sign-out", &[]).await.leads_to("/grant?said=signed_out");
    // A family has a code, and no password; the page is in their language.
    let page =
        device.post(&tell, &lent(&form)).await.is(401).see("Escriba el código de su carta").has("action=\"/grant\"");
    let (then, kept) = (page.hidden("then").unwrap(), page.hidden("kept").unwrap());
    with_password(&world, &world.people.classmate, "my own password").await;
    let sign_in = [
        ("username", username(&world.people.classmate)),
        ("password", "my own password"),
        ("then", &then),
        ("kept", &kept),
    ];
    let page = device.reading("en").post("/sign-in", &sign_in).await.is(409);
    page.see("This was begun as \u{2068}Rosa\u{2069}").see(WORDS);
});

promise!(a_device_where_a_family_was_last_meets_the_page_for_families_in_their_language, |world| {
    let letter = a_letter(&world, &world.people.family).await;
    let mut device = world.visitor();
    device.get("/").await.is(401).see("Sign in").dont_see("código");
    device.get(&format!("/grant/{}", letter.token())).await.leads_to("/student/");
    device.get(&format!("/student/{}", world.people.student.id)).await.ok();
    assert_eq!(device.cookie("kinfolio-family"), Some("es"), "a language, and nothing else");
    device.post("/sign-out", &[]).await.leads_to("/grant?said=signed_out");
    device
        .get("/")
        .await
        .is(401)
        .see("Escriba el código de su carta")
        .has("action=\"/grant\"")
        .has_no("type=\"password\"");
    device
        .get(&format!("/student/{}", world.people.student.id))
        .await
        .is(401)
        .see("Escriba el código")
        .has_no("Marisol");
    // Somebody else was here since.
    with_password(&world, &world.people.advisor, "my own password").await;
    let sign_in = [("username", username(&world.people.advisor)), ("password", "my own password")];
    device.post("/sign-in", &sign_in).await.leads_to("/");
    device.get("/").await.ok();
    device.post("/sign-out", &[]).await.leads_to("/sign-in");
    device.get("/").await.is(401).has("type=\"password\"");
});
