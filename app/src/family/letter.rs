//! Making a family link: the form, and the letter it gives.

use kinfolio::at::At;
use kinfolio::field;
use kinfolio::grant::{DAYS, DAYS_BY_DEFAULT, Grant, Key, NewGrant};
use kinfolio::id::{GrantId, PersonId};
use kinfolio::language::Language;
use kinfolio::person::{Kin, Student};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Back, Choice, FormPage, Hidden, Qr, Radios, ShortCode, Ticks};
use crate::refusal::Answer;
use crate::shell::{Done, Main, Page, Place};
use crate::when;
use crate::wording::{Locale, apart, direction, locale_tagged, locales};

/// `/student/{student}/grants`: for whom, and how long.
pub async fn form(asking: Asking, In(student): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &student, Action::OpenToFamily).await?;
    let kin = student.kin(&mut conn).await?;
    let has_open = open_links(&student.grants(&mut conn).await?, asking.now());
    form_page(&asking, student, kin, has_open, Form::default(), asking.query().get(field::PERSON).to_owned()).await
}

/// Who has a link that is open now.
fn open_links(grants: &[Grant], now: At) -> Vec<PersonId> {
    grants.iter().filter(|grant| grant.is_open(now)).map(|grant| grant.person_id.clone()).collect()
}

async fn form_page(
    asking: &Asking,
    student: Student,
    kin: Vec<Kin>,
    has_open: Vec<PersonId>,
    form: Form,
    person: String,
) -> Answer {
    let (now, zone) = (asking.now(), asking.viewer()?.time_zone.clone());
    let chosen = kin.iter().find(|kin| kin.id.as_str() == person).or_else(|| kin.first().filter(|_| kin.len() == 1));
    let title = match chosen {
        Some(kin) => say_in!(asking.locale, family.link_for, name = apart(kin.called())),
        None => say_in!(asking.locale, family.link_title),
    };
    let chosen = chosen.cloned();
    let page = Page::titled(title.clone()).at(Place::Family).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, GrantId::new);
            let key = Key::parse(form.values().get(field::KEY)).unwrap_or_default();
            let whom = match &chosen {
                Some(kin) => view! { <Hidden name=field::PERSON value=kin.id.to_string()/> }.into_any(),
                None => {
                    let choices =
                        kin.iter().map(|kin| Choice::new(kin.id.as_str(), &kin.name).noted(&kin.kinship)).collect();
                    view! { <Radios name=field::PERSON label=say!(family.link_whom) choices/> }.into_any()
                }
            };
            let durations = DAYS.map(|days| duration(days, now, &zone)).to_vec();
            let older = chosen.as_ref().map_or(!has_open.is_empty(), |kin| has_open.contains(&kin.id));
            let older = older.then(|| {
                let choice = Choice::new("yes", say!(family.end_older)).noted(say!(family.end_older_note));
                view! { <Ticks name=field::END_OLDER label=say!(family.older) choices=vec![choice]/> }
            });
            let nobody = kin.is_empty().then(|| view! { <Nobody/> }.into_any());
            view! {
                <FormPage back=format!("/student/{}/family", student.id) back_words=say!(family.back) title
                    lead=say!(family.link_lead, name = apart(student.called())) instead=nobody
                    action=format!("/student/{}/grants", student.id) identity save=say!(family.make_letter)>
                    <Hidden name=field::KEY value=key.token()/>
                    {whom}
                    <Radios name=field::DAYS label=say!(family.how_long) value=DAYS_BY_DEFAULT.to_string() choices=durations/>
                    {older}
                </FormPage>
            }
        })
        .await)
}

fn duration(days: i64, now: At, zone: &str) -> Choice {
    let words = match days {
        30 => say!(family.days_30),
        120 => say!(family.days_120),
        _ => say!(family.days_300),
    };
    let day = when::day(now.plus_days(days), zone);
    Choice::new(days.to_string(), words).noted(say!(family.until, day = day))
}

/// Nobody is connected with the student yet.
#[component]
pub fn Nobody() -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{say!(family.nobody)}</h2>
            <p>{say!(family.nobody_do)}</p>
        </div>
    }
}

/// Makes the link; the answer is the letter. Sent twice, it is the same letter again.
pub async fn make(asking: Asking, In(student): In<PersonId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write_again().await?;
    let student = asking.student(&mut tx, &student, Action::OpenToFamily).await?;
    let kin = student.kin(&mut tx).await?;
    if kin.is_empty() {
        return go(format!("/student/{}/family", student.id));
    }
    let person = kin.iter().find(|kin| kin.id.as_str() == fields.get(field::PERSON));
    let days = fields.parsed::<i64>(field::DAYS).filter(|days| DAYS.contains(days));
    let made_with = fields.parsed::<GrantId>(field::ID).zip(Key::parse(fields.get(field::KEY)));
    let (Some(person), Some(days), Some((id, key))) = (person, days, made_with) else {
        let mut problems = Problems::default();
        if person.is_none() {
            problems.note(field::PERSON, Problem::Choose);
        }
        if days.is_none() {
            problems.note(field::DAYS, Problem::Choose);
        }
        let has_open = open_links(&student.grants(&mut tx).await?, asking.now());
        drop(tx);
        // A form without its id and key was not made by us; it is shown once more, whole.
        let mut values = fields.values.clone();
        values.set(field::ID, "");
        values.set(field::KEY, "");
        let form = if problems.is_empty() { Form::filled(values) } else { Form::again(&values, problems) };
        return form_page(&asking, student, kin, has_open, form, fields.get(field::PERSON).to_owned()).await;
    };
    let new =
        NewGrant { id: &id, key: &key, person: &person.id, days, ends_older: fields.get(field::END_OLDER) == "yes" };
    let Ok(grant) = student.open_to(&mut tx, &asking.services.secrets, viewer, &new, asking.now()).await? else {
        return go_saying(format!("/student/{}/family", student.id), Done::LinkNotMade);
    };
    tx.commit().await?;
    let letter = WayInLetter {
        name: apart(person.called()),
        student: apart(student.called()),
        school: viewer.school_name.clone(),
        link: format!("{}/grant/{}", asking.services.settings.public_url, key.token()),
        door: format!("{}/grant", asking.services.settings.public_url),
        code: key.code(),
        until: grant.expires_at,
        zone: viewer.time_zone.clone(),
    };
    let by_hand = lacking(person);
    let languages = languages_of(person, viewer.school_languages.first().map(|language| language.tag()));
    let back = format!("/student/{}/family", student.id);
    let page = Page::titled(say_in!(asking.locale, family.letter_title, name = apart(&person.name))).working().bare();
    let page = page.with_share();
    Ok(asking.page(page, move || letter_page(letter, languages, by_hand, back)).await)
}

/// The family's language first, the school's beside it; once, where they are the same.
fn languages_of(person: &Kin, schools: Option<&str>) -> Vec<Locale> {
    let own = person.languages.0.iter().find_map(|language| locale_tagged(language.tag()));
    let mut languages: Vec<Locale> = own.into_iter().chain(schools.and_then(locale_tagged)).collect();
    languages.dedup();
    if languages.is_empty() {
        languages.extend(locales().map(|(locale, _)| locale).take(1));
    }
    languages
}

/// What somebody reads, where the program has no words in any of it: the letter leaves room to write a few by hand.
fn lacking(person: &Kin) -> Option<Language> {
    let languages = &person.languages.0;
    let reads_ours = languages.iter().any(|language| locale_tagged(language.tag()).is_some());
    languages.first().filter(|_| !reads_ours).cloned()
}

#[derive(Clone)]
struct WayInLetter {
    name: String,
    student: String,
    school: String,
    link: String,
    door: String,
    code: String,
    until: At,
    zone: String,
}

fn letter_page(letter: WayInLetter, languages: Vec<Locale>, by_hand: Option<Language>, back: String) -> impl IntoView {
    let greetings = languages.iter().map(|locale| greeting(*locale, &letter)).collect_view();
    let ways = languages.iter().map(|locale| way(*locale, &letter)).collect_view();
    let endings = languages.iter().map(|locale| ending(*locale, &letter)).collect_view();
    let sent_on = languages.first().map(|locale| sent_on(*locale, &letter));
    view! {
        <Main>
            <header class="letter__aside noprint">
                <Back to=back words=say!(family.letter_back)/>
                <h1>{say!(family.letter_once)}</h1>
                <p class="lead">{say!(family.letter_once_do)}</p>
            </header>
            <article class="letter">
                <p class="letter__school"><bdi>{letter.school}</bdi></p>
                <div class="letter__both">{greetings}</div>
                {by_hand.map(|language| view! { <LinesByHand language/> })}
                <div class="letter__way">
                    <figure class="qr"><Qr content=letter.link.clone() title=say!(family.qr)/></figure>
                    <div class="flow">
                        {ways}
                        <ShortCode code=letter.code.clone()/>
                    </div>
                </div>
                <div class="letter__both">{endings}</div>
            </article>
            <section class="letter__aside noprint flow">
                <h2>{say!(family.letter_send)}</h2>
                <p>{say!(family.letter_send_do)}</p>
                {sent_on}
                <p class="letter__link" dir="ltr" translate="no">{letter.link}</p>
            </section>
        </Main>
    }
}

/// Lines to write on, for a language that the program does not have.
#[component]
fn LinesByHand(language: Language) -> impl IntoView {
    let label = say!(family.letter_by_hand, language = apart(language.own_name()));
    view! {
        <div class="letter__lines">
            <p class="small soft">{label}</p>
            <div></div>
            <div></div>
            <div></div>
        </div>
    }
}

/// The ways to send the link on from this device: a message, a mail, and whatever else it has (`public/share.js`). What is sent
/// is in the language of whoever it is for.
fn sent_on(locale: Locale, letter: &WayInLetter) -> impl IntoView + use<> {
    let text = say_in!(locale, family.letter_message, student = letter.student.clone(), link = letter.link.clone());
    let text = plain(&text);
    let subject = plain(&say_in!(locale, family.preview_title));
    let (sms, mail) = (format!("sms:?&body={}", encoded(&text)), {
        format!("mailto:?subject={}&body={}", encoded(&subject), encoded(&text))
    });
    view! {
        <p class="actions">
            <a class="btn" href=sms>{say!(family.letter_sms)}</a>
            <a class="btn" href=mail>{say!(family.letter_mail)}</a>
            <button type="button" class="btn" hidden data-share=text>{say!(family.letter_share)}</button>
        </p>
    }
}

/// Without what keeps the directions of a page's words apart: elsewhere these may show as boxes.
fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

/// As an address carries it: programs for messages show a `+` as it is.
fn encoded(words: &str) -> String {
    form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>().replace('+', "%20")
}

fn greeting(locale: Locale, letter: &WayInLetter) -> impl IntoView + use<> {
    let opens = say_in!(locale, family.letter_opens, student = letter.student.clone());
    view! {
        <div class="flow" lang=locale.as_str() dir=direction(locale)>
            <h2>{say_in!(locale, family.letter_dear, name = letter.name.clone())}</h2>
            <p>{opens}</p>
            <p>{say_in!(locale, family.letter_free)}</p>
        </div>
    }
}

fn way(locale: Locale, letter: &WayInLetter) -> impl IntoView + use<> {
    view! {
        <p lang=locale.as_str() dir=direction(locale)>
            {say_in!(locale, family.letter_how)} " " <strong dir="ltr" translate="no">{letter.door.clone()}</strong>
        </p>
    }
}

fn ending(locale: Locale, letter: &WayInLetter) -> impl IntoView + use<> {
    let day = when::day_in(locale, letter.until, &letter.zone);
    let student = || letter.student.clone();
    view! {
        <div class="flow small" lang=locale.as_str() dir=direction(locale)>
            <p>{say_in!(locale, family.letter_key, name = letter.name.clone())}</p>
            <p>{say_in!(locale, family.letter_until, day = day)} " " {say_in!(locale, family.letter_ends, student = student())}</p>
            <p>{say_in!(locale, family.letter_visits, student = student())}</p>
        </div>
    }
}
