//! Every form of the program, sent twice: nothing exists twice.

mod story;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use axum::Router;
use axum::routing::post;
use kinfolio_app::asking::Asking;
use kinfolio_app::fields::Fields;
use kinfolio_app::refusal::{Answer, Refusal};
use kinfolio_server::router::routes;

use crate::filled::{AForm, forms_on};
use crate::promise;
use crate::things::{a_jpeg, one_of_everything};
use crate::world::{AFile, Page, Visitor, World};
use story::STORY;

/// What grows with every request and is no thing of anybody's.
const NO_THINGS: [&str; 4] = ["session", "entry_try", "form_sent", "record_line"];

/// What takes away what others are about comes last.
const LAST: [&str; 11] = [
    "/remove",
    "/take-away",
    "/put-away",
    "/end",
    "/withdraw",
    "/give-back",
    "/take-back",
    "/forget",
    "/choice/",
    "/untie/",
    "/leave",
];

/// What no filled form of a page can show here, each with the test that does.
const ELSEWHERE: [&str; 29] = [
    // Shows a form again, and does nothing (switching.rs).
    "/language/kept",
    // Only where a link has run out (links.rs).
    "/grant/ask",
    // Stops all mail, however often (digest.rs).
    "/digest/stop/{stop}",
    // The button that stands where something was just done (below).
    "/undo/{undo}",
    // Keeps nothing (rendering.rs); a specimen, in the demo school alone.
    "/preview",
    "/components/form",
    // Nobody is signed in: what comes of it is a session (coming_in.rs, people.rs).
    "/language",
    "/set-up",
    "/sign-in",
    "/sign-in/code",
    "/sign-in/digits",
    "/sign-out",
    "/grant",
    "/demo/sign-in",
    // They ask for what only their person knows, or for what was told them (account.rs).
    "/account/password",
    "/account/second-step",
    "/account/second-step/off",
    "/account/confirm",
    "/account/notices",
    // Only where words were taken to be in another language (own_language.rs).
    "/words/language",
    // Sent by a script, piece by piece or as it is typed: known by its version or its place (work/).
    "/work/{work}/draft",
    "/work/{work}/pictures",
    "/work/{work}/arrival",
    "/arrival/{arrival}",
    // A look first, and then what was looked at (people.rs, targets.rs, times.rs).
    "/people/import",
    "/targets/import",
    "/times/new",
    // A table that was filled in elsewhere (translations.rs).
    "/translations/{language}",
    "/translations/{language}/take-back",
];

fn matches(pattern: &str, action: &str) -> bool {
    let path = action.split(['?', '#']).next().unwrap_or_default();
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern.iter().zip(path).all(|(wanted, part)| wanted.starts_with('{') || *wanted == part)
}

/// Pages that somebody can come to: the addresses of everything, and what they link to.
pub async fn pages(visitor: &mut Visitor<'_>, things: &HashMap<&'static str, String>) -> Vec<(String, Vec<AForm>)> {
    let mut paths: Vec<String> = Vec::new();
    for door in routes().into_iter().filter(|door| door.reading.is_some() && !door.path.ends_with("}/room")) {
        let path =
            things.iter().fold(door.path.to_owned(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id));
        let is_page = !["/grant/", "/cues/", "/calendar/", "/picture/", "/sound/", "/photo/", "/file/", "/document/"]
            .iter()
            .any(|kind| path.starts_with(kind) && !path.ends_with("/captions"));
        if is_page {
            paths.push(path);
        }
    }
    let mut found = Vec::new();
    let mut seen: BTreeSet<String> = paths.iter().cloned().collect();
    let mut next = 0;
    let first = paths.len();
    while next < paths.len() {
        let path = paths[next].clone();
        let page = visitor.get(&path).await;
        next += 1;
        if page.status != 200 || !page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        if next <= first {
            for link in page.text.split("href=\"").skip(1) {
                let link = link.split(['"', '#']).next().unwrap_or_default().replace("&amp;", "&");
                let asks_something = link.starts_with('/') && link.contains('?') && !link.contains("said=");
                if asks_something && paths.len() < first + 60 && seen.insert(link.clone()) {
                    paths.push(link);
                }
            }
        }
        found.push((path.clone(), forms_on(&path, &page.text)));
    }
    found
}

async fn send(
    visitor: &mut Visitor<'_>,
    form: &AForm,
    filled: &[(String, String)],
    photo_in: Option<&'static str>,
) -> Page {
    let fields: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if let Some(field) = photo_in.or(form.takes_files().then_some("pictures")) {
        let photo = a_jpeg(64, 48);
        let files = [AFile { field, name: "patch.jpg", bytes: &photo }];
        visitor.post_files(&form.action, &fields, &files).await
    } else {
        visitor.post(&form.action, &fields).await
    }
}

pub async fn things_there(world: &World) -> BTreeMap<String, i64> {
    let mut rows = world.rows().await;
    rows.retain(|table, _| !NO_THINGS.contains(&table.as_str()));
    rows
}

/// What changes with every form, or is brought for good: no part of what is undone. A version only goes up.
const NOT_UNDONE: [&str; 9] =
    ["form_sent", "session", "entry_try", "undoable", "visit", "sound", "photo", "picture", "work_file"];
const NOT_COMPARED: [&str; 6] = ["version", "changed_at", "html", "html_version", "answers", "writes_in"];

async fn everything_there(world: &World) -> BTreeMap<String, Vec<String>> {
    let mut contents = world.contents(&NOT_COMPARED).await;
    contents.retain(|table, _| !NOT_UNDONE.contains(&table.as_str()));
    contents
}

/// Sends a form, undoes it, and gives which act that was; none where it is not taken or offers no undoing. What is not as
/// it was before is the error.
async fn undone(
    world: &World,
    visitor: &mut Visitor<'_>,
    form: &AForm,
    filled: &[(String, String)],
    photo_in: Option<&'static str>,
) -> Result<Option<String>, String> {
    let before = everything_there(world).await;
    let done = send(visitor, form, filled, photo_in).await;
    let place = done.goes_to().unwrap_or_default();
    let Some((_, undo)) = place.split_once("undo=") else { return Ok(None) };
    let undo = undo.split(['&', '#']).next().unwrap_or_default().to_owned();
    if everything_there(world).await == before {
        return Err(format!("{}: nothing was done, and it can be undone", form.action));
    }
    let page = visitor.get(&place).await;
    if !page.text.contains(&format!("/undo/{undo}")) {
        return Err(format!("{place} offers no undoing ({})", page.status));
    }
    let acts = world.contents(&[]).await.remove("undoable").unwrap_or_default();
    let act = acts.iter().find(|row| row.contains(&undo)).and_then(|row| row.split("act=").nth(1)?.split(' ').next());
    let act = act.unwrap_or_default().to_owned();
    let back = visitor.post(&format!("/undo/{undo}"), &[]).await;
    let says = back.goes_to().unwrap_or_default();
    if !says.contains("said=undone") {
        return Err(format!("{act} ({}) is not undone: {} {says}", form.action, back.status));
    }
    let after = everything_there(world).await;
    let differs = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows));
    let differs: Vec<String> = differs
        .map(|(table, rows)| {
            let was = before.get(table).cloned().unwrap_or_default();
            let came: Vec<_> = rows.iter().filter(|row| !was.contains(row)).collect();
            let went: Vec<_> = was.iter().filter(|row| !rows.contains(row)).collect();
            format!("{table}: {went:?} became {came:?}")
        })
        .collect();
    if differs.is_empty() { Ok(Some(act)) } else { Err(format!("{act} ({}): {}", form.action, differs.join("; "))) }
}

/// What sending twice can end with that is not as it should be.
enum Fault {
    /// It was not taken the first time.
    Refused(Box<Page>),
    /// Something came to be twice.
    Twice(String),
}

/// Sends what somebody filled in twice, when it is taken at all. Gives the first answer.
async fn sent_twice(
    world: &World,
    visitor: &mut Visitor<'_>,
    form: &AForm,
    filled: &[(String, String)],
    photo_in: Option<&'static str>,
) -> Result<Page, Fault> {
    let first = send(visitor, form, filled, photo_in).await;
    if first.status != 303 && first.status != 200 {
        return Err(Fault::Refused(Box::new(first)));
    }
    let before = things_there(world).await;
    let again = send(visitor, form, filled, photo_in).await;
    let after = things_there(world).await;
    if before != after {
        let grown = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows));
        let grown: Vec<String> = grown.map(|(table, rows)| format!("{table} {:?}→{rows}", before.get(table))).collect();
        return Err(Fault::Twice(format!("{}: {}", form.action, grown.join(", "))));
    }
    if (first.status, first.goes_to()) != (again.status, again.goes_to()) {
        return Err(Fault::Twice(format!(
            "{} led to {} {:?} and then to {} {:?}",
            form.action,
            first.status,
            first.goes_to(),
            again.status,
            again.goes_to()
        )));
    }
    Ok(first)
}

promise!(every_form_that_is_sent_twice_is_done_once, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let everybody = [&people.student, &people.family, &people.advisor, &people.lead, &people.classmate];
    let mut walks = Vec::new();
    for person in everybody {
        let mut visitor = world.as_(person).await;
        let pages = pages(&mut visitor, &things).await;
        walks.push((visitor, pages));
    }
    let mut posting: Vec<&'static str> =
        routes().iter().filter(|door| door.posting.is_some()).map(|door| door.path).collect();
    posting.sort_by_key(|path| LAST.iter().any(|last| path.contains(last)));
    let (mut missing, mut twice) = (Vec::new(), Vec::new());
    let told = |path: &str| STORY.iter().any(|sends| sends.to == path);
    for pattern in posting.iter().filter(|path| !ELSEWHERE.contains(path) && !told(path)) {
        let mut is_taken = false;
        'found: for (visitor, pages) in &mut walks {
            let there: Vec<String> = pages
                .iter()
                .filter(|(_, forms)| forms.iter().any(|form| matches(pattern, &form.action)))
                .map(|(path, _)| path.clone())
                .take(6)
                .collect();
            for path in there {
                let page = visitor.get(&path).await;
                let forms = forms_on(&path, &page.text);
                for form in forms.into_iter().filter(|form| matches(pattern, &form.action)).take(3) {
                    for (button, ticks) in
                        (0..form.buttons().min(3)).flat_map(|button| [(button, false), (button, true)])
                    {
                        let filled = form.filled(button, ticks);
                        assert!(filled.iter().any(|(name, _)| name == "once"), "no key in {form:?} on {path}");
                        match sent_twice(&world, visitor, &form, &filled, None).await {
                            Ok(_) => {
                                is_taken = true;
                                without_its_id(&world, visitor, &path, pattern, (button, ticks), &mut twice).await;
                                break 'found;
                            }
                            Err(Fault::Refused(_)) => {}
                            Err(Fault::Twice(what)) => {
                                is_taken = true;
                                twice.push(what);
                                break 'found;
                            }
                        }
                    }
                }
            }
        }
        if !is_taken {
            missing.push(*pattern);
        }
    }
    assert!(twice.is_empty(), "sent twice:\n{}", twice.join("\n"));
    assert!(missing.is_empty(), "no form was found, or taken, for:\n{}", missing.join("\n"));
});

promise!(everything_that_others_see_is_undone_within_ten_minutes, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let (mut acts, mut wrong) = (BTreeSet::new(), Vec::new());
    let mut posting: Vec<&'static str> =
        routes().iter().filter(|door| door.posting.is_some()).map(|door| door.path).collect();
    // What takes things away is told in the story.
    let last = |path: &str| LAST.iter().any(|last| path.contains(last)) || path.ends_with("/bin");
    posting.retain(|path| !last(path) && !ELSEWHERE.contains(path));
    for person in [&people.student, &people.family, &people.advisor, &people.classmate] {
        let mut visitor = world.as_(person).await;
        for (path, _) in pages(&mut visitor, &things).await {
            let page = visitor.get(&path).await;
            for form in forms_on(&path, &page.text) {
                let Some(place) = posting.iter().position(|pattern| matches(pattern, &form.action)) else { continue };
                let filled = form.filled(0, false);
                match undone(&world, &mut visitor, &form, &filled, None).await {
                    Ok(None) => {}
                    Ok(Some(act)) => {
                        acts.insert(act);
                        posting.remove(place);
                    }
                    Err(what) => {
                        wrong.push(what);
                        posting.remove(place);
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(acts.len() >= 12, "{acts:?}");
});

/// The same, for a form that does not say what its thing is to be called: the key alone tells.
async fn without_its_id(
    world: &World,
    visitor: &mut Visitor<'_>,
    path: &str,
    pattern: &str,
    (button, ticks): (usize, bool),
    twice: &mut Vec<String>,
) {
    let page = visitor.get(path).await;
    let Some(form) = forms_on(path, &page.text).into_iter().find(|form| matches(pattern, &form.action)) else { return };
    let mut filled = form.filled(button, ticks);
    let fields = filled.len();
    filled.retain(|(name, _)| name != "id");
    if filled.len() < fields
        && let Err(Fault::Twice(what)) = sent_twice(world, visitor, &form, &filled, None).await
    {
        twice.push(format!("without its id, {what}"));
    }
}

/// A statement in one section, and its address.
async fn a_statement(world: &World, student: &mut Visitor<'_>, words: &str) -> String {
    let definition = format!("/student/{}/definition", world.people.student.id);
    student.post(&definition, &[]).await;
    let page = student.get(&definition).await.ok();
    let definition = page.link("/definition/").expect("a definition");
    let definition = definition.split('/').nth(2).expect("an id").split(['?', '#']).next().expect("an id").to_owned();
    let new = format!("/definition/{definition}/statement/new");
    let form = student.get(&format!("{new}?section=values")).await.ok();
    let id = form.hidden("id").expect("an id");
    let fields = [("id", id.as_str()), ("section", "values"), ("text", words), ("language", "en")];
    student.post(&new, &fields).await.leads_to("/student/");
    format!("/statement/{id}")
}

promise!(a_statement_that_is_sent_twice_has_its_words_once, |world| {
    let mut student = world.student().await;
    let address = a_statement(&world, &mut student, "We eat together.").await;
    let form = student.get(&address).await.ok();
    let version = form.hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("text", "We cook and eat together."), ("language", "en")];
    let reader = student.clone();
    let words = async || reader.clone().get(&address).await.ok().text;
    // As a form of an older page comes, without a key.
    student.post(&address, &fields).await.leads_to("/student/");
    student.post(&address, &fields).await.leads_to("/student/");
    assert!(words().await.contains(">\nWe cook and eat together.</textarea>"), "{}", words().await);
    // Somebody else's words came in between, and the answer was lost.
    let form = student.get(&address).await.ok();
    let version = form.hidden("version").expect("a version");
    let fields = [("version", version.as_str()), ("text", "We cook and eat together, slowly."), ("language", "en")];
    student.post(&address, &fields).await.leads_to("/student/");
    let newer = student.get(&address).await.ok().hidden("version").expect("a version");
    let others = [("version", newer.as_str()), ("text", "Today we cook and eat together, slowly."), ("language", "en")];
    world.advisor().await.post(&address, &others).await;
    student.post(&address, &fields).await.leads_to("/student/");
    let text = words().await;
    assert!(text.contains(">\nToday we cook and eat together, slowly.</textarea>"), "{text}");
});

promise!(two_of_the_same_form_at_the_same_moment_are_one, |world| {
    let mut student = world.student().await;
    let aims = format!("/student/{}/aims", world.people.student.id);
    let page = student.get(&aims).await.ok();
    let form = forms_on(&aims, &page.text).into_iter().find(|form| form.action == aims).expect("the form");
    let mut filled = form.filled(0, false);
    filled.retain(|(name, _)| name != "id");
    let before = things_there(&world).await["aim"];
    let taps = (0..6).map(|_| {
        let (mut visitor, form, filled) = (student.clone(), &form, &filled);
        async move { send(&mut visitor, form, filled, None).await.leads_to(&form.action).goes_to() }
    });
    let led_to: BTreeSet<Option<String>> = futures::future::join_all(taps).await.into_iter().collect();
    assert_eq!(led_to.len(), 1, "{led_to:?}");
    assert_eq!(things_there(&world).await["aim"], before + 1);
});

promise!(a_form_that_was_not_taken_is_still_free, |world| {
    let mut student = world.student().await;
    let aims = format!("/student/{}/aims", world.people.student.id);
    let page = student.get(&aims).await.ok();
    let key = page.hidden("once").expect("a key");
    let before = world.rows().await["form_sent"];
    let empty = [("once", key.as_str()), ("what", "")];
    let again = student.post(&aims, &empty).await.is(422);
    // It is still the same form, and none of it is kept.
    assert_eq!(again.hidden("once").as_deref(), Some(key.as_str()));
    student.post(&aims, &empty).await.is(422);
    assert_eq!(world.rows().await["form_sent"], before);
    let filled = [("once", key.as_str()), ("what", "Ask my aunt.")];
    let led_to = student.post(&aims, &filled).await.leads_to(&aims).goes_to();
    assert_eq!(student.post(&aims, &filled).await.goes_to(), led_to);
    // Going back and writing something else is another form.
    student.post(&aims, &[("once", key.as_str()), ("what", "Ask my uncle.")]).await.leads_to(&aims);
    student.get(&aims).await.ok().see("Ask my aunt.").see("Ask my uncle.");
    // Somebody else's key is nobody's.
    let mut other = world.as_(&world.people.classmate).await;
    let theirs = format!("/student/{}/aims", world.people.classmate.id);
    other.post(&theirs, &[("once", key.as_str()), ("what", "Ask my aunt.")]).await.leads_to(&theirs);
    other.get(&theirs).await.ok().see("Ask my aunt.");
});

promise!(a_form_is_still_the_same_after_signing_in_again, |world| {
    let mut student = world.student().await;
    let aims = format!("/student/{}/aims", world.people.student.id);
    let page = student.get(&aims).await.ok();
    let key = page.hidden("once").expect("a key");
    let filled = [("what", "Ask my aunt\r\nand my uncle, both of them, on Sunday."), ("once", key.as_str())];
    let led_to = student.post(&aims, &filled).await.leads_to(&aims).goes_to();
    // The answer never came, and the session is over.
    student.forget_session();
    let refused = student.post(&aims, &filled).await.is(401);
    let kept = refused.hidden("kept").expect("the words are carried along");
    assert!(kept.contains(&key));
    let values: Vec<(String, String)> = serde_json::from_str(&kept).expect("they are read");
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut student = world.student().await.reading("es");
    let before = things_there(&world).await;
    assert_eq!(student.post_files(&aims, &values, &[]).await.goes_to(), led_to);
    assert_eq!(things_there(&world).await, before);
});

/// A handler that saves everything, and then comes upon something.
async fn saves_and_stumbles(asking: Asking, _fields: Fields) -> Answer {
    asking.write().await?.commit().await?;
    Err(Refusal::trouble("after everything was saved"))
}

promise!(trouble_after_everything_was_saved_saves_nothing_twice, |world| {
    let mut world: World = world;
    let key = world.student().await.get("/work/new").await.ok().hidden("once").expect("a key");
    let router = Router::new().route("/stumbles", post(saves_and_stumbles));
    world.router = kinfolio_server::router::answering(router, &world.services).with_state(world.services.clone());
    let mut student = world.student().await.expecting_trouble();
    let body = format!("once={key}&text=We+eat+together.");
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("referer", "http://kinfolio.test/work/new?from=home&said=saved"),
    ];
    let first = student.send_bytes("POST", "/stumbles", &headers, body.as_bytes()).await.is(500);
    assert_eq!(first.hidden("once").as_deref(), Some(key.as_str()), "to be sent again as the same form");
    let again = student.send_bytes("POST", "/stumbles", &headers, body.as_bytes()).await;
    assert_eq!(again.goes_to().as_deref(), Some("/work/new?from=home&said=already"));
});

#[test]
fn every_exception_is_an_address_that_is_posted_to() {
    for path in ELSEWHERE.into_iter().chain(STORY.iter().map(|sends| sends.to)) {
        let door = routes().into_iter().find(|door| door.path == path);
        assert!(door.is_some_and(|door| door.posting.is_some()), "{path}");
    }
}
