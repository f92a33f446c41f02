//! After signing in again in the middle of something: the words of the form that was interrupted, ready to be sent on.

use axum::response::Response;
use kinfolio::field::FieldName;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Values;
use crate::parts::{Hidden, TextArea};
use crate::shell::{Main, Page, Width};

/// Words longer than this are shown, shorter ones travel unseen.
const WORTH_SHOWING: usize = 40;

/// The words of a form that was interrupted.
#[derive(Clone, Debug)]
pub struct KeptForm(Values);

impl KeptForm {
    /// The words of a form, without its passwords: those are never sent back.
    pub fn of(values: Values) -> Self {
        Self(values.only(|name| !name.starts_with("password")))
    }

    /// What a sign-in form carried along, if it did.
    pub fn read(carried: &str) -> Option<Self> {
        let values: Values = serde_json::from_str(carried).ok()?;
        values.iter().next()?;
        Some(Self::of(values))
    }

    /// As a sign-in form carries it along.
    pub fn written(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The words.
    pub fn into_values(self) -> Values {
        self.0
    }
}

/// "You are back. What you wrote is still here." One button sends it on, through every check there is, like the form it
/// was typed into.
pub async fn page(asking: &Asking, then: &str, kept: KeptForm) -> Response {
    let then = then.to_owned();
    let page = Page::titled(say_in!(asking.locale, entry.back_title)).working();
    asking
        .page(page, move || {
            let fields = kept
                .0
                .iter()
                .map(|(sent, value)| {
                    let name = FieldName::as_sent(sent);
                    if value.chars().count() > WORTH_SHOWING {
                        view! { <TextArea name label=say!(shell.typed_words) value=value.to_owned() rows=8/> }
                            .into_any()
                    } else {
                        view! { <Hidden name value/> }.into_any()
                    }
                })
                .collect_view();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(entry.back_title)}</h1>
                        <p class="lead">{say!(entry.back_lead)}</p>
                    </header>
                    <form method="post" action=then enctype="multipart/form-data">
                        {fields}
                        <p class="soft small">{say!(entry.back_files)}</p>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.back_send)}</button>
                            <a class="btn btn--quiet" href="/">{say!(entry.back_not)}</a>
                        </div>
                    </form>
                </Main>
            }
        })
        .await
}
