//! `/account/second-step`: setting up the digits of an app, and taking them off again.

use kinfolio::field;
use kinfolio::person::notice::{self, ToldBy, WayChange};
use kinfolio::person::second_step::{self, NewStep};
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, Hidden, Qr, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// The form, with a secret that is nobody's yet.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::KeepPassword)?;
    asking.confirmed().await?;
    show(&asking, NewStep::random(), Form::default()).await
}

/// Keeps it once the app's digits fit; the answer is the page with the spare codes. Sent twice, it is the same page again.
pub async fn set_up(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepPassword)?.clone();
    asking.confirmed().await?;
    let (secrets, now) = (&asking.services.secrets, asking.now());
    let Some(new) = NewStep::read(secrets, &viewer.person_id, fields.get(field::SECRET)) else {
        return Err(Refusal::Broken);
    };
    if second_step::is_set_up(&mut asking.read().await?, secrets, &viewer.person_id, &new).await? {
        return spare_codes(&asking, &new).await;
    }
    let Some(step) = new.fits(fields.get(field::DIGITS), now) else {
        let wrong = match fields.get(field::DIGITS).trim() {
            "" => Problem::Missing,
            _ => Problem::Said(say_in!(asking.locale, account.step_wrong)),
        };
        return show(&asking, new, Form::again(&fields, Problems::from([(field::DIGITS, wrong)]))).await;
    };
    let mut tx = asking.write_again().await?;
    second_step::set_up(&mut tx, secrets, &viewer, &new, step, now).await?;
    notice::tell(&mut tx, (&viewer.school_id, &viewer.person_id), WayChange::StepOn, ToldBy::default(), now).await?;
    tx.commit().await?;
    spare_codes(&asking, &new).await
}

/// Takes it off, unless the school asks for it.
pub async fn take_off(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::KeepPassword)?.clone();
    asking.confirmed().await?;
    let mut tx = asking.write().await?;
    let asked = viewer.role != Role::Student && second_step::is_asked_of_staff(&mut tx, &viewer.school_id).await?;
    if !asked && second_step::take_off(&mut tx, &viewer.person_id).await? {
        let whose = (&viewer.school_id, &viewer.person_id);
        notice::tell(&mut tx, whose, WayChange::StepOff, ToldBy::default(), asking.now()).await?;
    }
    tx.commit().await?;
    go_saying("/account", Done::Saved)
}

/// What an app reads off the screen: the secret, and what it is for.
fn address(viewer: &Viewer, new: &NewStep) -> String {
    let encoded =
        |words: &str| form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>().replace('+', "%20");
    // A colon parts the two names, and belongs to neither.
    let plain = |words: &str| encoded(&words.replace(':', " ").chars().take(60).collect::<String>());
    format!("otpauth://totp/Kinfolio:{}?secret={}&issuer=Kinfolio", plain(&viewer.name), new.secret())
}

async fn show(asking: &Asking, new: NewStep, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (address, letters) = (address(viewer, &new), new.letters());
    let written = new.written(&asking.services.secrets, &viewer.person_id);
    let owes = viewer.session.owes_second_step;
    let title = say_in!(asking.locale, account.step);
    let page = Page::titled(title.clone()).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let lead = if owes { say!(account.step_first) } else { say!(account.step_what) };
            let (back, back_words) =
                if owes { ("/sign-in", say!(entry.sign_in_title)) } else { ("/account", say!(account.title)) };
            view! {
                <FormPage back=back back_words title lead action="/account/second-step" save=say!(account.step_switch_on)>
                    <Hidden name=field::SECRET value=written/>
                    <p>{say!(account.step_scan)}</p>
                    <figure class="qr"><Qr content=address title=say!(account.step_picture)/></figure>
                    <p>{say!(account.step_type)}</p>
                    <p class="code code--small" translate="no"><bdi>{letters}</bdi></p>
                    <TextField name=field::DIGITS label=say!(account.step_digits) words=false
                        autocomplete="one-time-code"/>
                </FormPage>
            }
        })
        .await)
}

/// The codes for when the phone is not there: shown once.
async fn spare_codes(asking: &Asking, new: &NewStep) -> Answer {
    let codes = new.spare_codes();
    let page = Page::titled(say_in!(asking.locale, account.spare_title)).working();
    Ok(asking
        .page(page, move || {
            let rows = codes.into_iter().map(|code| view! { <li class="code code--small">{code}</li> }).collect_view();
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(account.spare_title)}</h1>
                        <p class="lead">{say!(account.spare_lead)}</p>
                    </header>
                    <ul class="lines" translate="no">{rows}</ul>
                    <p class="actions"><a class="btn btn--primary" href="/">{say!(account.spare_kept)}</a></p>
                </Main>
            }
        })
        .await)
}
