//! A form that somebody opened and somebody else would send: on a device that several people use, words never go into another's
//! mouth. They are all here, and nothing was done.

use axum::response::Response;
use http::StatusCode;
use kinfolio::field::{self, FieldName};
use kinfolio::person::{Opener, Role};
use leptos::prelude::*;

use super::ways_in::{CodeForm, SignInForm};
use crate::asking::Asking;
use crate::fields::{Typed, Values};
use crate::parts::{FilesAgain, Hidden, TypedWordsBack};
use crate::shell::{Main, Page, Width};
use crate::wording::apart;

/// "This was begun as Fatma. You are here as Samir now." It is sent as whoever is here only if they say so, or as whoever
/// began it once they are here again.
pub(crate) async fn begun_by_another(asking: &Asking, writer: Opener, then: String, typed: Typed) -> Response {
    let me = apart(asking.on_this_device().map(|viewer| viewer.called()).unwrap_or_default());
    let name = apart(&writer.called);
    let title = say_in!(asking.locale, another.title, name = name.clone());
    let page = Page::titled(title.clone()).working().status(StatusCode::CONFLICT);
    let values = typed.values.clone().only(|name| !name.starts_with("password"));
    asking
        .page(page, move || {
            let mut own = values.clone();
            own.forget(field::OPENED_BY);
            let kept = Some(values.clone());
            let way_in = match writer.role {
                Role::Family => view! { <CodeForm then=then.clone() kept/> }.into_any(),
                _ => view! { <SignInForm then=then.clone() kept/> }.into_any(),
            };
            let is_here = say!(another.is_here, name = name.clone());
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{title}</h1>
                        <p class="lead">{say!(another.lead, name = me.clone())}</p>
                    </header>
                    <TypedWordsBack typed=values.clone()/>
                    <section class="flow">
                        <h2>{say!(another.as_them, name = name.clone())}</h2>
                        <p>{say!(another.as_them_do, name = name)}</p>
                        {way_in}
                        <WholeForm to=then.clone() values=values files=typed.files.clone() words=is_here class="btn"/>
                    </section>
                    <section class="flow">
                        <h2>{say!(another.as_me, name = me.clone())}</h2>
                        <p>{say!(another.as_me_do)}</p>
                        <WholeForm to=then values=own files=typed.files words=say!(another.send_as_me, name = me) class="btn"/>
                    </section>
                    <p class="actions"><a class="btn btn--quiet" href="/">{say!(entry.back_not)}</a></p>
                </Main>
            }
        })
        .await
}

/// The whole form with nothing to see of it but the button, and the fields of its files.
#[component]
fn WholeForm(
    to: String,
    values: Values,
    files: Vec<(String, String)>,
    words: String,
    class: &'static str,
) -> impl IntoView {
    let fields =
        values.iter().map(|(sent, value)| view! { <Hidden name=FieldName::as_sent(sent) value/> }).collect_view();
    view! {
        <form method="post" action=to enctype="multipart/form-data">
            {fields}
            <FilesAgain files/>
            <div class="actions"><button class=class>{words}</button></div>
        </form>
    }
}
