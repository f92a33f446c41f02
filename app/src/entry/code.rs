//! Coming in with a one-time code from a slip of paper, and choosing a password with it.

use http::StatusCode;
use kinfolio::at::At;
use kinfolio::field;
use kinfolio::person::notice::{self, ToldBy, WayChange};
use kinfolio::person::{Person, code, credentials, guessable, second_step};
use kinfolio::school::School;
use kinfolio::store::{Conn, Tx};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::Entered;
use super::attempt::SignInAttempt;
use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Hidden, ProblemSummary, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Width};

/// The page for a code.
pub async fn page(asking: Asking) -> Answer {
    show(&asking, StatusCode::OK, Form::default(), None).await
}

/// The same, opened by the QR code of a slip: the name and the code need not be typed. Reading uses nothing up.
pub async fn page_by_card(asking: Asking, In(card): In<String>) -> Answer {
    let card = Card::read(&asking, &card).await?;
    let mut problems = Problems::default();
    if card.is_none() {
        problems.note(field::CODE, Problem::Said(say_in!(asking.locale, entry.wrong_code)));
    }
    let status = if card.is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    show(&asking, status, Form::again(&Values::default(), problems), card).await
}

/// The QR code of a slip, as long as the code beside it works.
struct Card {
    token: String,
    username: String,
}

impl Card {
    async fn read(asking: &Asking, token: &str) -> Result<Option<Self>, Refusal> {
        let holder = code::holder_of_card(&mut asking.read().await?, token, asking.now()).await?;
        let username = holder.and_then(|person| person.username);
        Ok(username.map(|username| Self { token: token.to_owned(), username }))
    }
}

/// Takes a code and a new password, and signs in.
pub async fn come_in_with_code(asking: Asking, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let typed = fields.get(field::CODE).trim().to_owned();
    let scanned = fields.get(field::CARD).to_owned();
    let card = if scanned.is_empty() { None } else { Card::read(&asking, &scanned).await? };
    let username = match &card {
        Some(card) => card.username.clone(),
        None => problems.take(field::USERNAME, credentials::username(fields.get(field::USERNAME))),
    };
    if card.is_none() && typed.is_empty() {
        let used = Problem::Said(say_in!(asking.locale, entry.wrong_code));
        problems.note(field::CODE, if scanned.is_empty() { Problem::Missing } else { used });
    }
    let again = |problems| Form::again(&fields.values, problems);
    let chosen =
        match credentials::password(fields.get(field::PASSWORD), fields.get(field::PASSWORD_AGAIN), &[&username]) {
            Err(Problem::Different) => problems.take(field::PASSWORD_AGAIN, Err(Problem::Different)),
            checked => problems.take(field::PASSWORD, checked),
        };
    if !problems.is_empty() {
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems), card).await;
    }
    let SignInAttempt { trying, slot, .. } = match SignInAttempt::at(&asking, "code", &username).await? {
        Ok(attempt) => attempt,
        Err(throttled) => {
            let field = if card.is_some() { field::PASSWORD } else { field::USERNAME };
            problems.note(field, Problem::Said(throttled.said(asking.locale)));
            let page = show(&asking, StatusCode::TOO_MANY_REQUESTS, again(problems), card).await?;
            return Ok(throttled.answer(page));
        }
    };
    // The new password is hashed whether the code fits or not, so that the time it takes says nothing.
    let hash = slot.hash(chosen.clone()).await.map_err(Refusal::trouble)?;
    drop(slot);
    let (secrets, now) = (&asking.services.secrets, asking.now());
    let mut tx = asking.write_again().await?;
    let holder = match &card {
        Some(card) => code::holder_of_card(&mut tx, &card.token, now).await?,
        None => code::holder(&mut tx, secrets, &username, &typed, now).await?,
    };
    if let Some(person) = &holder
        && is_about_them(&mut tx, person, &chosen).await?
    {
        // The code was right, and still is.
        trying.got_in(&mut tx).await?;
        tx.commit().await?;
        problems.note(field::PASSWORD, Problem::Guessable);
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems), card).await;
    }
    let used = match (&holder, &card) {
        (Some(person), Some(card)) => code::use_up_card(&mut tx, &person.id, &card.token, now).await?,
        (Some(person), None) => code::use_up(&mut tx, secrets, &person.id, &typed, now).await?,
        (None, _) => false,
    };
    let Some(person) = holder.filter(|_| used) else {
        drop(tx);
        trying.was_wrong(&asking.services.db, now).await?;
        problems.note(field::CODE, Problem::Said(say_in!(asking.locale, entry.wrong_code)));
        return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, again(problems), None).await;
    };
    trying.got_in(&mut tx).await?;
    changed_by_code(&mut tx, &person, &hash, now).await?;
    let entered = Entered::now(&asking, &mut tx, &person).await?;
    tx.commit().await?;
    Ok(entered.answer(&asking, go_saying("/", Done::PasswordChosen)?))
}

/// Gives somebody the password they chose with a code, which stands for everything that may have been lost: the second step
/// is taken off as well. Who had a way in before is told.
async fn changed_by_code(tx: &mut Tx, person: &Person, hash: &str, now: At) -> Result<(), Refusal> {
    let whose = (&person.school_id, &person.id);
    let had_one = credentials::has_password(tx, &person.id).await?;
    credentials::change(tx, &person.school_id, &person.id, hash).await?;
    if had_one {
        notice::tell(tx, whose, WayChange::Password, ToldBy::default(), now).await?;
    }
    if second_step::take_off(tx, &person.id).await? {
        notice::tell(tx, whose, WayChange::StepOff, ToldBy::default(), now).await?;
    }
    Ok(())
}

/// Whether a password is made of a person's own name or their school's.
async fn is_about_them(conn: &mut Conn, person: &Person, chosen: &str) -> Result<bool, Refusal> {
    let school = School::find(conn, &person.school_id).await?.map(|school| school.name).unwrap_or_default();
    let username = person.username.as_deref().unwrap_or_default();
    Ok(guessable::is_guessable(chosen, &[&person.name, &school, username]))
}

async fn show(asking: &Asking, status: StatusCode, form: Form, card: Option<Card>) -> Answer {
    let page = Page::titled(say_in!(asking.locale, entry.code_title)).working().with_form(form).status(status);
    Ok(asking
        .page(page, move || {
            let lead = if card.is_some() { say!(entry.card_lead) } else { say!(entry.code_lead) };
            let way = match card {
                Some(Card { token, username }) => view! {
                    <Hidden name=field::CARD value=token/>
                    <p>{say!(entry.username)} ": " <bdi class="strong">{username}</bdi></p>
                }
                .into_any(),
                None => view! {
                    <TextField name=field::USERNAME label=say!(entry.username) autocomplete="username"/>
                    <TextField name=field::CODE label=say!(entry.code) hint=say!(entry.code_hint) autocomplete="one-time-code"/>
                }
                .into_any(),
            };
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <h1>{say!(entry.code_title)}</h1>
                        <p class="lead">{lead}</p>
                    </header>
                    <ProblemSummary/>
                    <form method="post" action="/sign-in/code">
                        {way}
                        <TextField name=field::PASSWORD label=say!(entry.new_password) hint=say!(entry.new_password_hint)
                            kind="password" autocomplete="new-password"/>
                        <TextField name=field::PASSWORD_AGAIN label=say!(entry.password_again) kind="password"
                            autocomplete="new-password"/>
                        <div class="actions">
                            <button class="btn btn--primary">{say!(entry.come_in)}</button>
                            <a class="btn btn--quiet" href="/sign-in">{say!(entry.other_way)}</a>
                        </div>
                    </form>
                    <p class="soft small">
                        {say!(entry.code_family)} " " <a href="/grant">{say!(entry.code_family_do)}</a> "."
                    </p>
                </Main>
            }
        })
        .await)
}
