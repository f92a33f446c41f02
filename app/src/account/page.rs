//! `/account`: what is one's own here, each with the way to change it.

use kinfolio::at::At;
use kinfolio::person::{Role, Viewer, second_step};
use kinfolio::policy::Action;
use kinfolio::session::devices::OpenSession;
use leptos::prelude::*;

use super::devices::Devices;
use crate::asking::Asking;
use crate::refusal::Answer;
use crate::shell::{Main, Page};
use crate::when;
use crate::wording::language_name;

/// The page.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::KeepAccount)?.clone();
    let has_password = asking.may_here(Action::KeepPassword).is_ok();
    let mut conn = asking.read().await?;
    let token = asking.token().unwrap_or_default();
    let sessions = OpenSession::all(&mut conn, &viewer, token, asking.now()).await?;
    let step = match has_password {
        true => Some(StepNow {
            since: second_step::since(&mut conn, &viewer.person_id).await?,
            asked: viewer.role != Role::Student && second_step::is_asked_of_staff(&mut conn, &viewer.school_id).await?,
        }),
        false => None,
    };
    drop(conn);
    asking.tell_notices(&viewer).await?;
    let title = super::title(asking.locale, viewer.role);
    let page = Page::titled(title.clone()).working();
    Ok(asking
        .page(page, move || {
            let zone = viewer.time_zone.clone();
            view! {
                <Main>
                    <header><h1>{title}</h1></header>
                    {name(&viewer)}
                    {step.map(|step| password(step, &zone))}
                    <Devices sessions zone/>
                </Main>
            }
        })
        .await)
}

/// The second step of signing in, as it is now.
struct StepNow {
    since: Option<At>,
    /// Whether the school asks for it.
    asked: bool,
}

/// What they are called, and what they read.
fn name(viewer: &Viewer) -> impl IntoView + use<> {
    let called = (viewer.called() != viewer.name).then(|| view! { " · " <bdi>{viewer.called().to_owned()}</bdi> });
    let languages: Vec<String> = viewer.languages.0.iter().map(language_name).collect();
    view! {
        <section class="flow">
            <h2>{say!(account.name)}</h2>
            <p><bdi>{viewer.name.clone()}</bdi> {called}</p>
            <p><a class="btn btn--small" href="/called">{say!(called.title)}</a></p>
        </section>
        <section class="flow">
            <h2>{say!(account.languages)}</h2>
            <p><bdi>{languages.join(", ")}</bdi></p>
            <p><a class="btn btn--small" href="/account/languages">{say!(account.languages_change)}</a></p>
        </section>
    }
}

fn password(step: StepNow, zone: &str) -> impl IntoView + use<> {
    let since = step.since.map(|since| when::day(since, zone));
    let is_on = since.is_some();
    let state = since.map(|day| view! { <p>{say!(account.step_on, day = day)}</p> });
    let asked = step.asked.then(|| view! { <p class="soft">{say!(account.step_asked)}</p> });
    let off = (is_on && !step.asked).then(|| {
        view! {
            <form method="post" action="/account/second-step/off">
                <button class="btn btn--small">{say!(account.step_off)}</button>
            </form>
        }
    });
    let set_up = if is_on { say!(account.step_anew) } else { say!(account.step_set_up) };
    view! {
        <section class="flow">
            <h2>{say!(entry.password)}</h2>
            <p><a class="btn btn--small" href="/account/password">{say!(account.password_change)}</a></p>
        </section>
        <section class="flow" id="second-step">
            <h2>{say!(account.step)}</h2>
            <p>{say!(account.step_what)}</p>
            {state}
            {asked}
            <div class="row"><a class="btn btn--small" href="/account/second-step">{set_up}</a> {off}</div>
        </section>
    }
}
