//! Choosing another language keeps what was typed, on every form, and does nothing else.

use std::collections::BTreeSet;

use crate::filled::{AForm, forms_and_searches_on};
use crate::promise;
use crate::things::one_of_everything;
use crate::twice::{pages, things_there};
use crate::world::{Page, Visitor};

fn readable(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&amp;", "&")
}

/// Where the buttons of a page send a form to be shown in another language: each with the form's own address and place.
fn switches(page: &Page) -> Vec<(String, String, usize)> {
    let mut found = BTreeSet::new();
    for part in page.text.split(" formaction=\"").skip(1) {
        let to = readable(part.split('"').next().unwrap_or_default());
        let question = to.split_once('?').map(|(_, question)| question.to_owned()).unwrap_or_default();
        let asked: Vec<(String, String)> = form_urlencoded::parse(question.as_bytes()).into_owned().collect();
        let get = |name: &str| asked.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let (Some(form), Some(number)) = (get("form"), get("number")) else { continue };
        found.insert((to, form, number.parse().expect("a place")));
    }
    found.into_iter().collect()
}

fn is_typed(form: &AForm) -> bool {
    let kinds = ["hidden", "submit", "button", "file"];
    form.fields.iter().any(|field| !kinds.contains(&field.kind.as_str()))
}

fn nth(forms: &[AForm], action: &str, number: usize) -> Option<AForm> {
    forms.iter().filter(|form| form.action == action).nth(number).cloned()
}

/// Switches one form, and says what is not as it was.
async fn switched(
    visitor: &mut Visitor<'_>,
    path: &str,
    forms: &[AForm],
    switch: &(String, String, usize),
) -> Vec<String> {
    let (to, action, number) = switch;
    let action = if action.is_empty() { path } else { action };
    let Some(form) = nth(forms, action, *number) else { return vec![format!("{path} has no form for {to}")] };
    let mut filled = form.filled(0, true);
    let buttons: Vec<_> = form.fields.iter().filter(|field| field.kind == "submit").map(|field| &field.name).collect();
    filled.retain(|(name, _)| !buttons.contains(&name));
    filled.push(("in_language".to_owned(), "es".to_owned()));
    let sent: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = visitor.post(to, &sent).await;
    if page.status != 200 || !page.text.contains("<html lang=\"es\"") {
        return vec![format!("{path}: {action} is answered with {}:\n{}", page.status, page.words())];
    }
    let Some(shown) = nth(&forms_and_searches_on(path, &page.text), action, *number) else {
        return vec![format!("{path}: {action} is not there in Spanish")];
    };
    let again = shown.filled(0, false);
    let lost = filled.iter().filter(|(name, value)| {
        let is_secret = name.starts_with("password") || name == "in_language";
        !is_secret && !again.contains(&(name.clone(), value.clone()))
    });
    lost.map(|(name, value)| format!("{path}: {action} lost {name} = {value:?}; {again:?}")).collect()
}

promise!(every_form_is_shown_in_another_language_with_everything_kept, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for person in [&people.student, &people.family, &people.advisor, &people.lead, &people.classmate] {
        let mut visitor = world.as_(person).await;
        for (path, _) in pages(&mut visitor, &things).await {
            let page = visitor.get(&path).await;
            let forms = forms_and_searches_on(&path, &page.text);
            let typed = forms.iter().filter(|form| is_typed(form) && form.action != "/language").count();
            let switches = switches(&page);
            // Presenting has no head, and nothing to choose a language with.
            if page.text.contains("action=\"/language\"") && switches.len() != typed {
                wrong.push(format!("{path} has {typed} forms, and {} ways to another language", switches.len()));
            }
            for switch in switches {
                let kind: String = switch.1.split('/').filter(|part| part.len() < 30).collect::<Vec<_>>().join("/");
                if !seen.insert((kind, path.contains('?'))) {
                    continue;
                }
                let before = things_there(&world).await;
                wrong.extend(switched(&mut visitor.clone(), &path, &forms, &switch).await);
                let after = things_there(&world).await;
                if before != after {
                    wrong.push(format!("{path}: {} changed something: {before:?} became {after:?}", switch.0));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(seen.len() > 40, "{seen:?}");
});

promise!(a_form_that_came_back_or_went_away_keeps_its_words_too, |world| {
    let mut student = world.student().await;
    let aims = format!("/student/{}/aims", world.people.student.id);
    let page = student.get(&aims).await.ok();
    let key = page.hidden("once").expect("a key");
    let (to, ..) = switches(&page).into_iter().next().expect("a switch");
    let typed = "Ask my aunt </textarea><script>alert(1)</script> about the river";
    let form = [("once", key.as_str()), ("what", typed), ("in_language", "ar"), ("of_no_field", "kept \"too\"")];
    let shown = student.post(&to, &form).await.ok().see(typed).has_no("<script>alert").has("dir=\"rtl\"");
    assert_eq!(shown.hidden("once").as_deref(), Some(key.as_str()), "it is still the same form");
    assert_eq!(shown.hidden("of_no_field").as_deref(), Some("kept \"too\""));
    // It is done once, afterwards, as it stands.
    student.post(&aims, &[("once", key.as_str()), ("what", "Ask my aunt.")]).await.leads_to(&aims);
    // Its page is gone, or never was.
    for gone in ["/nowhere", "//evil.example", "/work/1"] {
        let to = format!("/language/kept?then={gone}&form=/student/1/aims&number=0");
        student.post(&to, &form).await.ok().see(typed).has_no("\"//evil");
    }
    // What is no language changes nothing.
    let to = format!("/language/kept?then={aims}&form={aims}&number=0");
    student.post(&to, &[("in_language", "tlh")]).await.leads_to(&aims);
    world.visitor().post(&to, &form).await.is(401).see(typed);
});

promise!(whoever_is_nobody_keeps_what_they_typed_but_their_password, |world| {
    let mut visitor = world.visitor();
    let page = visitor.get("/sign-in").await.ok();
    let (to, ..) = switches(&page).into_iter().next().expect("a switch");
    let form = [("username", "rosa.reyes"), ("password", "three blue kites"), ("in_language", "es")];
    let page = visitor.post(&to, &form).await.ok();
    page.has("<html lang=\"es\"").has("value=\"rosa.reyes\"").has_no("three blue");
    assert_eq!(visitor.cookie("kinfolio-language"), Some("es"));
});
