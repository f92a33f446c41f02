//! The frame of a page that is a form, and what is unseen in it.

use leptos::children::ViewFnOnce;
use leptos::prelude::*;

use super::{Back, Hidden, Icon, ProblemSummary};
use crate::form::{Form, Identity};
use crate::shell::{Main, Width};

/// A page that is a form: the way back, what it is called, what is wrong with it, how what it changes reads now when that
/// has changed in the meantime, the fields, and the button that sends them.
#[component]
pub fn FormPage(
    /// Where it leads back to.
    #[prop(into)]
    back: String,
    /// What is there.
    back_words: String,
    /// What it is called.
    title: String,
    /// Whether the title is a person's own words.
    #[prop(optional)]
    said: bool,
    /// Beneath the title.
    #[prop(optional, into)]
    lead: Option<String>,
    /// Beneath the title, where it is more than a sentence.
    #[prop(optional)]
    about: Option<AnyView>,
    /// What is read before the form is filled in.
    #[prop(optional)]
    above: Option<AnyView>,
    /// How what it changes reads now: shown only when the form is stale.
    #[prop(optional, into)]
    reads_now: Option<ViewFnOnce>,
    /// What that is called, where it is not how something reads.
    #[prop(optional, into)]
    reads_now_title: Option<String>,
    /// What stands in the form's place where there is nothing to fill in.
    #[prop(optional_no_strip)]
    instead: Option<AnyView>,
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// The version of what it changes, or the id of what it adds.
    #[prop(optional)]
    identity: Option<Identity>,
    /// Whether files can come with it.
    #[prop(optional)]
    files: bool,
    /// The words of the button; none where it cannot be sent, and keeps what was typed.
    #[prop(into)]
    save: Option<String>,
    /// How the button looks.
    #[prop(default = "btn btn--primary")]
    button: &'static str,
    /// Other ways out, beside the button.
    #[prop(optional)]
    beside: Option<AnyView>,
    /// What is said of it beneath the button.
    #[prop(optional)]
    note: Option<AnyView>,
    /// What stands beneath the form: what else can be done.
    #[prop(optional)]
    beneath: Option<AnyView>,
    /// How wide the page is.
    #[prop(default = Width::Narrow)]
    width: Width,
    /// How the form is styled beyond what every form has.
    #[prop(optional)]
    form_class: Option<&'static str>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let (class, dir) = if said { (Some("said"), Some("auto")) } else { (None, None) };
    let form = instead.unwrap_or_else(|| {
        let button = save.map(|save| view! { <button class=button>{save}</button> });
        let actions =
            (button.is_some() || beside.is_some()).then(|| view! { <div class="actions">{button} {beside}</div> });
        view! {
            <form class=form_class method="post" action=action enctype=files.then_some("multipart/form-data")>
                {identity.map(|identity| view! { <Unseen identity/> })}
                {children()}
                {actions}
                {note}
            </form>
        }
        .into_any()
    });
    view! {
        <Main width>
            <header>
                <Back to=back words=back_words/>
                <h1 class=class dir=dir>{title}</h1>
                {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
                {about}
            </header>
            {above}
            <ProblemSummary/>
            {reads_now.map(|now| view! { <ReadsNow title=reads_now_title>{now.run()}</ReadsNow> })}
            {form}
            {beneath}
        </Main>
    }
}

/// What a form is about, unseen in it.
#[component]
pub fn Unseen(identity: Identity) -> impl IntoView {
    view! { <Hidden name=identity.name value=identity.value/> }
}

/// How something reads now, beside what was typed: on a form that came back because somebody changed it in the meantime,
/// and nowhere else.
#[component]
pub fn ReadsNow(
    /// What it is called, where that is not how something reads.
    #[prop(optional_no_strip, into)]
    title: Option<String>,
    /// How it reads.
    children: Children,
) -> impl IntoView {
    use_context::<Form>().is_some_and(|form| form.is_stale()).then(|| {
        let title = title.unwrap_or_else(|| say!(form.reads_now));
        view! {
            <div class="notice notice--info"><Icon name="info"/><div class="flow"><h2>{title}</h2>{children()}</div></div>
        }
    })
}
