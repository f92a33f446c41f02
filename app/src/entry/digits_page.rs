//! The page between a password and being in: it asks for the digits of an app.

use kinfolio::field;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Values;
use crate::form::Form;
use crate::parts::{Hidden, ProblemSummary, TextField};
use crate::refusal::Answer;
use crate::shell::{Main, Page, Width};

/// Asks for the digits; carries on where signing in was to lead, with the words of the form that was interrupted.
pub(super) async fn ask(asking: &Asking, half: String, carried: &Values, form: Form) -> Answer {
    let (then, kept) = (carried.get(field::THEN).to_owned(), carried.get(field::KEPT).to_owned());
    let page = Page::titled(say_in!(asking.locale, account.door_title)).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let enctype = (!kept.is_empty()).then_some("multipart/form-data");
            let kept = (!kept.is_empty()).then(|| view! { <Hidden name=field::KEPT value=kept/> });
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(account.door_title)}</h1>
                        <p class="lead">{say!(account.door_lead)}</p>
                    </header>
                    <ProblemSummary/>
                    <form method="post" action="/sign-in/digits" enctype=enctype>
                        <Hidden name=field::HALF_WAY value=half/>
                        <Hidden name=field::THEN value=then/>
                        {kept}
                        <TextField name=field::DIGITS label=say!(account.door_digits) words=false
                            autocomplete="one-time-code"/>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.come_in)}</button>
                            <a class="btn btn--quiet" href="/sign-in">{say!(entry.back_not)}</a>
                        </div>
                    </form>
                    <p class="soft small">
                        {say!(account.door_lost)} " " <a href="/sign-in/code">{say!(entry.have_code)}</a>
                    </p>
                </Main>
            }
        })
        .await)
}
