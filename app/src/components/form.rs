//! A page that is a form, as it comes back when somebody has changed the same in the meantime.

use http::StatusCode;
use kinfolio::field;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::parts::{FormPage, LanguageField, TextArea, Voice, VoiceMark};
use crate::refusal::{Answer, Refusal};
use crate::shell::Page;

/// The version that is there, whatever a form was made from.
const VERSION: i64 = 2;

/// The page; only in the demo school.
pub async fn page(asking: Asking) -> Answer {
    let typed: Values =
        [(field::TEXT, "We look after our elders, and bring home what we learn.")].into_iter().collect();
    show(&asking, Form::stale(&typed, VERSION, field::TEXT), StatusCode::OK).await
}

/// Whatever is sent comes back, and changes nothing.
pub async fn again(asking: Asking, fields: Fields) -> Answer {
    show(&asking, Form::stale(&fields, VERSION, field::TEXT), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn show(asking: &Asking, form: Form, status: StatusCode) -> Answer {
    if !asking.services.settings.demo {
        return Err(Refusal::NotFound);
    }
    let page = Page::titled("A page with a form").working().with_form(form.clone()).status(status);
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, VERSION);
            view! {
                <FormPage back="/components" back_words="Components".to_owned() title="A page with a form".to_owned()
                    lead="What it is for, in a sentence."
                    above=view! { <VoiceMark voice=Voice::Family name="Abuela Rosa"/> }.into_any()
                    reads_now=|| view! { <p class="said">"We look after our elders."</p> }
                    action="/components/form" identity save="Keep".to_owned()
                    beside=view! { <a class="btn btn--quiet" href="/components">"Not now"</a> }.into_any()
                    note=view! { <p class="soft small">"Who reads it."</p> }.into_any()
                    beneath=view! { <p class="soft">"What else can be done."</p> }.into_any()>
                    <TextArea name=field::TEXT label="In your words".to_owned() rows=3/>
                    <LanguageField/>
                </FormPage>
            }
        })
        .await)
}
