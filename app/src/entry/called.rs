//! `/called`: everybody says for themselves what they like to be called.

use kinfolio::field;
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems, composed, optional_line};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, Hidden, TextField};
use crate::refusal::Answer;
use crate::shell::{Done, Page};
use crate::wording::apart;

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::SayOwnName)?;
    show(&asking, Form::default()).await
}

/// Keeps it. Nothing at all is an answer too: the whole name.
pub async fn keep(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::SayOwnName)?;
    let called = match optional_line(&composed(fields.get(field::CALLED))) {
        Ok(called) => called,
        Err(problem) => {
            let mut problems = Problems::default();
            problems.note(field::CALLED, problem);
            return show(&asking, Form::again(&fields, problems)).await;
        }
    };
    let mut tx = asking.write().await?;
    if viewer.call_me(&mut tx, &called, fields.get(field::MADE_FROM), asking.now()).await?.is_kept() {
        tx.commit().await?;
        return go_saying("/called", Done::Called);
    }
    drop(tx);
    let mut values = fields.values.clone();
    values.set(field::MADE_FROM, viewer.called.clone().unwrap_or_default());
    show(&asking, Form::stale_as(values, [(field::CALLED, Problem::Stale)].into())).await
}

async fn show(asking: &Asking, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, called.title);
    let made_from = match form.values().has(field::MADE_FROM) {
        true => form.value(field::MADE_FROM),
        false => viewer.called.clone().unwrap_or_default(),
    };
    let page = Page::titled(title.clone()).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let now = viewer.called().to_owned();
            let lead = say!(called.lead, name = apart(&viewer.name));
            view! {
                <FormPage back="/" back_words=say!(shell.home) title lead action="/called" save=say!(work.save)
                    reads_now=move || view! { <p class="said"><bdi>{now}</bdi></p> }>
                    <Hidden name=field::MADE_FROM value=made_from/>
                    <TextField name=field::CALLED label=say!(called.label) hint=say!(called.hint) value=viewer.called
                        autocomplete="nickname" optional=true/>
                </FormPage>
            }
        })
        .await)
}
