//! In the demo school, and only there, the sign-in page lists the people.

use kinfolio::id::PersonId;
use kinfolio::person::Person;
use kinfolio::session;
use leptos::prelude::*;

use super::SignInForm;
use crate::asking::{Asking, go, with_session};
use crate::fields::Fields;
use crate::parts::{Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// The sign-in page.
pub async fn page(asking: Asking) -> Answer {
    let people: Vec<Person> = if asking.services.settings.demo {
        kinfolio::founding::everyone(&mut asking.read().await?).await?
    } else {
        Vec::new()
    };
    Ok(asking
        .page(Page::titled(say_in!(asking.locale, entry.sign_in)).working(), move || {
            let people = people
                .into_iter()
                .map(|person| {
                    view! {
                        <li><button class="folk" name="person" value=person.id.to_string()>
                            <VoiceMark voice=Voice::of(person.role) name=person.name/>
                        </button></li>
                    }
                })
                .collect_view();
            view! {
                <Main width=Width::Narrow>
                <h1>{say!(entry.sign_in)}</h1>
                <form method="post" action="/demo/sign-in"><ul class="folks">{people}</ul></form>
                <SignInForm then="/"/>
                </Main>
            }
        })
        .await)
}

/// Signs in as one of the demo school's people.
pub async fn sign_in(asking: Asking, fields: Fields) -> Answer {
    if !asking.services.settings.demo {
        return Err(Refusal::NotFound);
    }
    let id: PersonId = fields.parsed("person").ok_or(Refusal::NotFound)?;
    let mut tx = asking.write().await?;
    let person = kinfolio::founding::person(&mut tx, &id).await?;
    let person = person.ok_or(Refusal::NotFound)?;
    let token = session::start(&mut tx, &person.school_id, &person.id, None, asking.now()).await?;
    tx.commit().await?;
    Ok(with_session(go("/")?, &asking.services, Some(&token)))
}
