//! The two forms by which somebody comes in: a name and a password; a code from a letter. Each carries the words of a form that
//! was interrupted, if one was.

use kinfolio::field;
use leptos::prelude::*;

use super::kept_form::KeptForm;
use crate::fields::Values;
use crate::parts::{Hidden, TextField, TypedWordsBack};

/// The sign-in form; carries on to `then`, with the words of the form that was interrupted, if one was.
#[component]
pub fn SignInForm(#[prop(into)] then: String, #[prop(optional_no_strip)] kept: Option<Values>) -> impl IntoView {
    let kept = kept.map(KeptForm::of);
    // Written in this way, words are not three times as long as they were typed.
    let enctype = kept.is_some().then_some("multipart/form-data");
    let carried = kept.clone().map(|kept| view! { <Hidden name=field::KEPT value=kept.written()/> });
    let back = kept.map(|kept| {
        view! {
            <details class="fold">
                <summary>{say!(entry.kept)}</summary>
                <TypedWordsBack typed=kept.into_values()/>
            </details>
        }
    });
    view! {
        <form method="post" action="/sign-in" enctype=enctype>
            <Hidden name=field::THEN value=then/>
            {carried}
            <TextField name=field::USERNAME label=say!(entry.username) autocomplete="username"/>
            <TextField name=field::PASSWORD label=say!(entry.password) kind="password" autocomplete="current-password"/>
            <div class="actions">
                <button class="btn btn--primary">{say!(entry.sign_in)}</button>
                <a class="btn btn--quiet" href="/sign-in/code">{say!(entry.have_code)}</a>
            </div>
        </form>
        <p class="soft small">{say!(entry.forgot)}</p>
        {back}
    }
}

/// Where a family types the code from their letter; carries on to `then`, with the words of the form that was interrupted.
#[component]
pub(crate) fn CodeForm(#[prop(into)] then: String, #[prop(optional_no_strip)] kept: Option<Values>) -> impl IntoView {
    let kept = kept.map(KeptForm::of);
    // Written in this way, words are not three times as long as they were typed.
    let enctype = kept.is_some().then_some("multipart/form-data");
    let then = (then != "/").then(|| view! { <Hidden name=field::THEN value=then/> });
    let carried = kept.map(|kept| view! { <Hidden name=field::KEPT value=kept.written()/> });
    view! {
        <form method="post" action="/grant" class="flow" enctype=enctype>
            {then}
            {carried}
            <TextField name=field::CODE label=say!(family.code_label) hint=say!(family.code_hint) words=false
                autocomplete="off"/>
            <div class="actions"><button class="btn btn--primary btn--big">{say!(family.code_open)}</button></div>
        </form>
    }
}
