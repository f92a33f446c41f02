//! Setting up the school: once, by whoever comes first. After that there is no such page.

use http::StatusCode;
use kinfolio::field;
use kinfolio::id::{PersonId, SchoolId};
use kinfolio::language::{Language, Languages};
use kinfolio::person::{Person, Role, credentials};
use kinfolio::school::{School, time_zones};
use kinfolio::secret::HashSlot;
use kinfolio::words::{self, Problem, Problems};
use leptos::prelude::*;

use super::Entered;
use super::attempt::{Throttled, origin};
use crate::asking::{Asking, go};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Choice, ProblemSummary, SelectField, TextField, Ticks};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};
use crate::wording::{Locale, locales};

/// The page, as long as there is no school.
pub async fn page(asking: Asking) -> Answer {
    if School::first(&mut asking.read().await?).await?.is_some() {
        return Err(Refusal::NotFound);
    }
    show(&asking, StatusCode::OK, Form::default()).await
}

/// Sets the school up, and signs its lead in.
pub async fn set_up(asking: Asking, fields: Fields) -> Answer {
    if School::first(&mut asking.read().await?).await?.is_some() {
        return Err(Refusal::NotFound);
    }
    let (school, lead, password) = match checked(&fields) {
        Ok(checked) => checked,
        Err(problems) => {
            return show(&asking, StatusCode::UNPROCESSABLE_ENTITY, Form::again(&fields.values, problems)).await;
        }
    };
    let Ok(slot) = HashSlot::from_address(&origin(&asking)) else {
        let problems = Problems::from([(field::NAME, Problem::Said(Throttled::Busy.said(asking.locale)))]);
        let form = Form::again(&fields.values, problems);
        return Ok(Throttled::Busy.answer(show(&asking, StatusCode::TOO_MANY_REQUESTS, form).await?));
    };
    let hash = slot.hash(password).await.map_err(Refusal::trouble)?;
    drop(slot);
    let mut tx = asking.write_again().await?;
    if !school.set_up(&mut tx, &lead, &hash, asking.now()).await? {
        // Somebody was quicker by the blink of an eye.
        return Err(Refusal::NotFound);
    }
    let entered = Entered::now(&asking, &mut tx, &lead).await?;
    tx.commit().await?;
    Ok(entered.answer(&asking, go("/")?))
}

/// The school and its lead as they were typed, with the password.
fn checked(typed: &Values) -> Result<(School, Person, String), Problems> {
    let mut problems = Problems::default();
    let name = problems.take(field::NAME, words::line(typed.get(field::NAME)));
    let languages = problems.take(field::LANGUAGES, languages(typed));
    let time_zone = typed.get(field::TIME_ZONE).to_owned();
    if !time_zones().contains(&time_zone) {
        problems.note(field::TIME_ZONE, Problem::Choose);
    }
    let your_name = problems.take(field::YOUR_NAME, words::line(typed.get(field::YOUR_NAME)));
    let username = problems.take(field::USERNAME, credentials::username(typed.get(field::USERNAME)));
    let about = [name.as_str(), your_name.as_str(), username.as_str()];
    let password = match credentials::password(typed.get(field::PASSWORD), typed.get(field::PASSWORD_AGAIN), &about) {
        Err(Problem::Different) => problems.take(field::PASSWORD_AGAIN, Err(Problem::Different)),
        checked => problems.take(field::PASSWORD, checked),
    };
    let school = School { id: SchoolId::new(), name, time_zone, languages };
    let lead = Person {
        id: PersonId::new(),
        school_id: school.id.clone(),
        role: Role::Lead,
        name: your_name,
        called: None,
        username: Some(username),
        languages: school.first_language(),
    };
    problems.or((school, lead, password))
}

/// The chosen languages, the one that comes first in front; every one of them a language the pages are written in.
fn languages(typed: &Values) -> Result<Languages, Problem> {
    let written = |tag: &str| locales().any(|(locale, _)| locale.as_str() == tag);
    let first = typed.get(field::FIRST_LANGUAGE);
    let chosen: Vec<&str> = [first].into_iter().chain(typed.all(field::LANGUAGES)).filter(|tag| written(tag)).collect();
    if typed.all(field::LANGUAGES).next().is_none() || !written(first) {
        return Err(Problem::Choose);
    }
    let mut languages: Vec<Language> = Vec::new();
    for language in chosen.into_iter().filter_map(Language::tagged) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    Ok(Languages(languages))
}

async fn show(asking: &Asking, status: StatusCode, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, set_up.title)).working().with_form(form).status(status);
    Ok(asking.page(page, || view! { <Main width=Width::Narrow><SetUp/></Main> }).await)
}

#[component]
fn SetUp() -> impl IntoView {
    let tags: Vec<(String, String)> =
        locales().map(|(locale, name)| (locale.as_str().to_owned(), name.to_owned())).collect();
    let choices = tags
        .iter()
        .map(|(tag, name)| Choice { language: Language::tagged(tag), ..Choice::new(tag.clone(), name.clone()) })
        .collect();
    let every_one = tags.iter().map(|(tag, _)| tag.clone()).collect();
    view! {
        <header>
            <h1>{say!(set_up.title)}</h1>
            <p class="lead">{say!(set_up.lead)}</p>
        </header>
        <ProblemSummary/>
        <form method="post">
            <fieldset class="form-part">
                <legend>{say!(set_up.school)}</legend>
                <TextField name=field::NAME label=say!(set_up.name) hint=say!(set_up.name_hint) autocomplete="organization"/>
                <Ticks name=field::LANGUAGES label=say!(set_up.languages) hint=say!(set_up.languages_hint) choices
                    values=every_one/>
                <SelectField name=field::FIRST_LANGUAGE label=say!(set_up.first_language)
                    hint=say!(set_up.first_language_hint) choices=tags value=Some(crate::wording::locale().as_str().to_owned())/>
                <SelectField name=field::TIME_ZONE label=say!(set_up.time_zone) hint=say!(set_up.time_zone_hint)
                    choices=zones(crate::wording::locale()) value=Some("America/New_York".to_owned())/>
            </fieldset>
            <fieldset class="form-part">
                <legend>{say!(set_up.you)}</legend>
                <p class="hint">{say!(set_up.you_hint)}</p>
                <TextField name=field::YOUR_NAME label=say!(set_up.your_name) autocomplete="name"/>
                <TextField name=field::USERNAME label=say!(entry.username) hint=say!(set_up.username_hint)
                    autocomplete="username"/>
                <TextField name=field::PASSWORD label=say!(entry.password) hint=say!(entry.new_password_hint) kind="password"
                    autocomplete="new-password"/>
                <TextField name=field::PASSWORD_AGAIN label=say!(entry.password_again) kind="password"
                    autocomplete="new-password"/>
            </fieldset>
            <div class="actions"><button class="btn btn--primary">{say!(set_up.open)}</button></div>
        </form>
    }
}

/// The time zones, those of most schools first.
fn zones(locale: Locale) -> Vec<(String, String)> {
    let mut zones: Vec<(String, String)> = [
        ("America/New_York", say_in!(locale, set_up.zone_eastern)),
        ("America/Chicago", say_in!(locale, set_up.zone_central)),
        ("America/Denver", say_in!(locale, set_up.zone_mountain)),
        ("America/Phoenix", say_in!(locale, set_up.zone_arizona)),
        ("America/Los_Angeles", say_in!(locale, set_up.zone_pacific)),
        ("America/Anchorage", say_in!(locale, set_up.zone_alaska)),
        ("Pacific/Honolulu", say_in!(locale, set_up.zone_hawaii)),
        ("America/Puerto_Rico", say_in!(locale, set_up.zone_puerto_rico)),
    ]
    .map(|(zone, words)| (zone.to_owned(), words))
    .into();
    let common: Vec<String> = zones.iter().map(|(zone, _)| zone.clone()).collect();
    let others = time_zones().into_iter().filter(|zone| !common.contains(zone));
    zones.extend(others.map(|zone| (zone.clone(), zone.replace('_', " ").replace('/', " / "))));
    zones
}
