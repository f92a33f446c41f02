//! After signing in again in the middle of something: the words of the form that was interrupted, ready to be sent on.

use kinfolio::field::{self, FieldName};
use leptos::prelude::*;

use super::another::begun_by_another;
use super::kept_form::KeptForm;

use crate::asking::Asking;
use crate::fields::Typed;
use crate::parts::{Hidden, TextArea, is_written};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Width};

/// Words longer than this are shown; shorter ones, and what a form says of itself, travel unseen.
const WORTH_SHOWING: usize = 40;

/// "You are back. What you wrote is still here." One button sends it on, through every check there is, like the form it
/// was typed into. Words that somebody else began are not theirs to send on without a word.
pub(crate) async fn welcome_back(asking: &Asking, then: &str, kept: KeptForm) -> Answer {
    let then = then.to_owned();
    if let Some(viewer) = asking.on_this_device() {
        let mark = kept.values().get(field::OPENED_BY);
        if let Some(writer) = asking.services.another_writer(mark, viewer).await? {
            return Ok(begun_by_another(asking, writer, then, Typed::of(kept.into_values())).await);
        }
    }
    let page = Page::titled(say_in!(asking.locale, entry.back_title)).working();
    let answer = asking.page(page, move || {
        let fields = kept
            .values()
            .iter()
            .map(|(sent, value)| {
                let name = FieldName::as_sent(sent);
                if is_written(value) && value.chars().count() > WORTH_SHOWING {
                    view! { <TextArea name label=say!(shell.typed_words) value=value.to_owned() rows=8/> }.into_any()
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
    });
    Ok(answer.await)
}
