//! What is wrong with a form is said at its head, by the name of the field, with a link that leads there.

use std::collections::BTreeSet;

use crate::promise;
use crate::things::one_of_everything;
use crate::twice::pages;
use crate::world::Page;

/// What is wrong with how a page says what is wrong.
fn faults(page: &Page) -> Vec<String> {
    let Some(head) = page.text.split("class=\"errors\"").nth(1).and_then(|rest| rest.split("</ul>").next()) else {
        return vec!["nothing stands at its head".to_owned()];
    };
    let mut faults = Vec::new();
    for line in head.split("<a href=\"#").skip(1) {
        let (id, line) = line.split_once('"').unwrap_or_default();
        if !page.text.contains(&format!("id=\"{id}\"")) {
            faults.push(format!("{id} leads nowhere"));
        }
        let name = line.split("<strong>").nth(1).and_then(|rest| rest.split("</strong>").next()).unwrap_or_default();
        if name.trim_end_matches(':').trim().is_empty() {
            faults.push(format!("{id} has no name"));
        }
    }
    faults
}

promise!(every_problem_of_every_form_names_its_field_and_leads_there, |world| {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let long = "a".repeat(120_000);
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for person in [&people.student, &people.family, &people.advisor, &people.lead] {
        let mut visitor = world.as_(person).await;
        for (_, forms) in pages(&mut visitor, &things).await {
            for form in forms {
                let action = form.action.split(['?', '#']).next().unwrap_or_default();
                let shape: Vec<&str> =
                    action.split('/').map(|part| if part.len() == 36 { "…" } else { part }).collect();
                let ends = action.contains("/untie/") || action.ends_with("/leave");
                if ends || ["/sign-out", "/language"].contains(&action) || !seen.insert((person.role, shape.join("/")))
                {
                    continue;
                }
                // Nothing at all, and too much of everything; with what the form has unseen, so that it is about something.
                for typed in ["", long.as_str()] {
                    let unseen = form.fields.iter().filter(|field| field.kind == "hidden");
                    let mut fields: Vec<(&str, &str)> =
                        unseen.map(|field| (field.name.as_str(), field.value.as_str())).collect();
                    let open = form
                        .fields
                        .iter()
                        .filter(|field| !["hidden", "submit", "file", "checkbox"].contains(&field.kind.as_str()));
                    fields.extend(open.map(|field| (field.name.as_str(), typed)));
                    let answer = visitor.post(&form.action, &fields).await;
                    if answer.status == 422 {
                        wrong.extend(faults(&answer).into_iter().map(|fault| format!("{action}: {fault}")));
                    }
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
});
