//! `/digest`: whether somebody of a family is told by e-mail that there is something new, where and how often;
//! `/digest/stop/{stop}`: no more of it, from the mail itself (RFC 8058).

use kinfolio::digest::{self, DigestOften, MailWish, NewMailWish};
use kinfolio::field;
use kinfolio::language::Languages;
use kinfolio::policy::Action;
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, Radios, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::wording::{apart, locale_tagged};

/// Where a mail leads that is to be the last. Whoever posts there shows a token of ours, so it need not be from a page of ours:
/// the programs that people read mail with do it in their place.
pub const STOP: &str = "/digest/stop/";

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::BeTold)?;
    show(&asking, Form::default()).await
}

/// Keeps what they choose. Who says it here says that the address is theirs.
pub async fn choose(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::BeTold)?;
    let new = NewMailWish::checked(fields.get(field::EMAIL), fields.get(field::OFTEN), fields.has(field::SENDS_TIMES));
    let new = match new {
        Ok(new) => new,
        Err(problems) => return show(&asking, Form::again(&fields, problems)).await,
    };
    let mut tx = asking.write().await?;
    if MailWish::choose(&mut tx, viewer, fields.version(), &new, asking.now()).await?.is_kept() {
        tx.commit().await?;
        return go_saying("/digest", Done::Saved);
    }
    let version = MailWish::of(&mut tx, viewer).await?.map_or(0, |wish| wish.version);
    drop(tx);
    show(&asking, Form::stale(&fields, version, field::EMAIL)).await
}

/// On a family's first page: whether an address that somebody else gave is theirs.
#[component]
pub(super) fn IsItYours(
    /// Whether there is one.
    asked: bool,
) -> impl IntoView {
    asked
        .then(|| view! { <p class="nudge">{say!(digest.asked)} " " <a href="/digest">{say!(digest.yours_way)}</a></p> })
}

/// How often, in words.
fn often_words(often: DigestOften) -> String {
    match often {
        DigestOften::Weekly => say!(digest.weekly),
        DigestOften::Monthly => say!(digest.monthly),
        DigestOften::Never => say!(digest.never),
    }
}

async fn show(asking: &Asking, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let mut conn = asking.read().await?;
    let wish = MailWish::of(&mut conn, viewer).await?;
    let given = MailWish::to_be_confirmed(&mut conn, viewer).await?;
    drop(conn);
    let sends = asking.services.settings.mails;
    let title = say_in!(asking.locale, digest.title);
    let page = Page::titled(title.clone()).at(Place::Home).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, wish.as_ref().map_or(0, |wish| wish.version));
            // Somebody else gave it: it counts once its owner says so.
            let asks = given.as_ref().map(|address| {
                view! { <p class="nudge">{say!(digest.yours, address = apart(address))}</p> }
            });
            let none = (!sends).then(|| view! { <p class="nudge">{say!(digest.no_server)}</p> });
            let stands = wish.clone();
            let reads_now = move || {
                stands.map(|wish| view! { <p><bdi>{wish.address}</bdi> " · " {often_words(wish.often)}</p> })
            };
            let address = wish.as_ref().map(|wish| wish.address.clone()).or(given).unwrap_or_default();
            let often = wish.as_ref().map(|wish| wish.often.as_str().to_owned());
            let times = match wish.as_ref().is_none_or(|wish| wish.sends_times) {
                true => vec!["yes".to_owned()],
                false => Vec::new(),
            };
            let choices =
                DigestOften::ALL.iter().map(|often| Choice::new(often.as_str(), often_words(*often))).collect();
            view! {
                <FormPage back="/" back_words=say!(shell.home) title lead=say!(digest.lead) reads_now
                    above=view! { {none} {asks} }.into_any()
                    action="/digest" identity save=say!(work.save) button="btn btn--family btn--big">
                    <TextField name=field::EMAIL kind="email" label=say!(digest.email) hint=say!(digest.email_hint)
                        value=address words=false autocomplete="email" optional=true/>
                    <Radios name=field::OFTEN label=say!(digest.often) choices value=often/>
                    <Ticks name=field::SENDS_TIMES label=say!(digest.times) choices=vec![Choice::new("yes", say!(digest.times_yes))]
                        values=times/>
                </FormPage>
            }
        })
        .await)
}

/// Where a mail leads: a robot that looks at links stops nothing.
pub async fn stop_page(asking: Asking, In(token): In<String>) -> Answer {
    digest::stopped_by(&asking.services.secrets, &token).ok_or(Refusal::NotFound)?;
    let title = say_in!(asking.locale, digest.stop);
    Ok(asking
        .page(Page::titled(title.clone()), move || {
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(digest.stop_lead)}</p></header>
                    <form method="post" action=format!("{STOP}{token}")>
                        <button class="btn btn--primary btn--big">{say!(digest.stop_do)}</button>
                    </form>
                </Main>
            }
        })
        .await)
}

/// Stops it, at once and however often it is asked: the answer is the page itself, since those who post for somebody else go
/// nowhere from there.
pub async fn stop(asking: Asking, In(token): In<String>) -> Answer {
    let person = digest::stopped_by(&asking.services.secrets, &token).ok_or(Refusal::NotFound)?;
    let mut tx = asking.write_again().await?;
    digest::stop(&mut tx, &person).await?;
    tx.commit().await?;
    let title = say_in!(asking.locale, digest.stopped);
    Ok(asking
        .page(Page::titled(title.clone()), move || {
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(digest.stopped_lead)}</p></header>
                </Main>
            }
        })
        .await)
}

/// The mail that says there is something new, in the first of somebody's languages that we speak: subject and text. It names no
/// student, and nobody comes in by it.
pub fn mail_words(languages: &Languages, name: &str, school: &str, (address, stop): (&str, &str)) -> (String, String) {
    let locale = languages.0.iter().find_map(|language| locale_tagged(language.tag())).unwrap_or_default();
    let subject = say_in!(locale, digest.mail_subject, school = school);
    (subject, say_in!(locale, digest.mail, name = name, school = school, address = address, stop = stop))
}
