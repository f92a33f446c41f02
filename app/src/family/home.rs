//! `/` for family: straight to their student; a choice, where there are several.

use kinfolio::at::At;
use kinfolio::person::{Person, Student};
use leptos::prelude::*;

use super::letter::Nobody;
use crate::asking::{Asking, go};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Place, Width};
use crate::wording::{Locale, apart};

/// Home.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.viewer()?;
    let students = Student::of_viewer(&mut asking.read().await?, viewer).await?;
    if let [only] = students.as_slice() {
        return go(format!("/student/{}", only.id));
    }
    let greeting = greeting(asking.locale, asking.now(), &viewer.time_zone, viewer.called());
    let page = Page::titled(greeting.clone()).at(Place::Home);
    Ok(asking.page(page, move || choice(greeting, students)).await)
}

fn choice(greeting: String, students: Vec<Person>) -> impl IntoView {
    let nobody = students.is_empty();
    let rows = students
        .into_iter()
        .map(|student| {
            view! {
                <li><a class="btn btn--big" href=format!("/student/{}", student.id)><bdi>{student.name}</bdi></a></li>
            }
        })
        .collect_view();
    view! {
        <Main width=Width::Narrow>
            <header><h1>{greeting}</h1></header>
            {if nobody {
                view! { <Nobody/> }.into_any()
            } else {
                view! { <p class="lead">{say!(family.choose)}</p><ul class="flow">{rows}</ul> }.into_any()
            }}
        </Main>
    }
}

/// "Good afternoon, Rosa."
pub fn greeting(locale: Locale, now: At, zone: &str, name: &str) -> String {
    let name = apart(name);
    match now.in_zone(zone).hour() {
        4..12 => say_in!(locale, family.good_morning, name = name),
        12..18 => say_in!(locale, family.good_afternoon, name = name),
        _ => say_in!(locale, family.good_evening, name = name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_knows_what_time_it_is_at_school() {
        let at = |hour| At::on_the_wall(kinfolio::at::wall(2026, 12, 3, hour, 0).unwrap(), "America/New_York").unwrap();
        let greet = |hour| greeting(Locale::tagged("es").unwrap(), at(hour), "America/New_York", "Rosa");
        assert_eq!(greet(9), "Buenos días, \u{2068}Rosa\u{2069}.");
        assert_eq!(greet(17), "Buenas tardes, \u{2068}Rosa\u{2069}.");
        assert_eq!(greet(22), "Buenas noches, \u{2068}Rosa\u{2069}.");
    }
}
