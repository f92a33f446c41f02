//! `/school/readiness`: what the school wants looked at before a conference. Ours can be put away; the school adds its own.

use kinfolio::conference::ready::{ItemWords, Ours, SchoolItem, SchoolList};
use kinfolio::field::{self, FieldName};
use kinfolio::id::ReadinessItemId;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use super::prompts::languages;
use crate::asking::{Asking, In, go_saying};
use crate::conference::ready::{item_words, ours_words};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Back, FormPage, Hidden, Icon, TextArea, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place};
use crate::wording::{apart, number};

/// The list.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let list = SchoolList::of(&mut asking.read().await?, &viewer.school_id).await?;
    let page = Page::titled(say_in!(asking.locale, ready.school_title)).working().at(Place::Home);
    Ok(asking
        .page(page, move || {
            let ours = |away: bool| {
                let of = Ours::ALL.iter().filter(|item| list.put_away.contains(item) == away);
                of.map(|item| ours_row(*item, away)).collect::<Vec<_>>()
            };
            let own = |away: bool| {
                list.own.iter().filter(|item| item.is_put_away == away).map(own_row).collect::<Vec<_>>()
            };
            let (ours_asked, own_asked, ours_away, own_away) = (ours(false), own(false), ours(true), own(true));
            let away = (!ours_away.is_empty() || !own_away.is_empty()).then(|| {
                view! { <section class="flow"><h2>{say!(template.put_away)}</h2><ul class="lines">{ours_away}{own_away}</ul></section> }
            });
            view! {
                <Main>
                    <header>
                        <Back to="/" words=say!(shell.school)/>
                        <h1>{say!(ready.school_title)}</h1>
                        <p class="lead">{say!(ready.school_lead)}</p>
                    </header>
                    <ul class="lines">{ours_asked}{own_asked}</ul>
                    <p><a class="btn" href="/school/readiness/new"><Icon name="plus"/> {say!(ready.add)}</a></p>
                    {away}
                </Main>
            }
        })
        .await)
}

fn ours_row(item: Ours, away: bool) -> AnyView {
    let (what, why) = ours_words(crate::wording::locale(), item);
    let own_words = (!away).then(|| {
        view! { <p class="small"><a href=format!("/school/readiness/new?from={item}")>{say!(ready.own_words)}</a></p> }
    });
    view! {
        <li>
            <div><p class="strong">{what.clone()}</p><p class="soft small">{why}</p>{own_words}</div>
            {switch(item.as_str(), away, &what)}
        </li>
    }
    .into_any()
}

fn own_row(item: &SchoolItem) -> AnyView {
    let (what, why) = item_words(&kinfolio::conference::ready::Item::Schools(item.clone()));
    let to = format!("/readiness/{}", item.id);
    let away = item.is_put_away;
    view! {
        <li id=format!("i-{}", item.id)>
            <div>
                <a class="strong" href=to lang=what.lang() dir="auto">{what.words.clone()}</a>
                <p class="soft small" dir="auto">{why}</p>
            </div>
            {switch(item.id.as_str(), away, &what.words)}
        </li>
    }
    .into_any()
}

/// The button that puts an item away, or brings it back.
fn switch(word: &str, away: bool, what: &str) -> impl IntoView + use<> {
    let button = if away { say!(template.bring_back) } else { say!(template.away) };
    let label = format!("{button}: {}", apart(what));
    let back = away.then(|| view! { <Hidden name=field::BACK value="yes"/> });
    view! {
        <form class="push" method="post" action=format!("/readiness/{word}/put-away")>
            {back}
            <button class="btn btn--small" aria-label=label>{button}</button>
        </form>
    }
}

/// `/readiness/{item}/put-away`: asks for it no more, or again. The address names one of ours by its word.
pub async fn put_away(asking: Asking, In(word): In<String>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let away = !fields.has(field::BACK);
    let mut tx = asking.write().await?;
    match Ours::named(&word) {
        Some(ours) => SchoolList::put_ours_away(&mut tx, &viewer.school_id, ours, away).await?,
        None => {
            let id = ReadinessItemId::parse(&word).ok_or(Refusal::NotFound)?;
            let item = SchoolItem::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
            item.put_away(&mut tx, &viewer.school_id, away.then(|| asking.now())).await?;
        }
    }
    tx.commit().await?;
    go_saying("/school/readiness", Done::Saved)
}

/// What the form is about.
struct ReadinessForm {
    item: Option<SchoolItem>,
    /// One of ours that a new one takes the place of.
    instead: Option<Ours>,
    words: ItemWords,
}

/// The form for a new one; for one of ours in the school's words, when the address names it.
pub async fn page_for_new(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let instead = Ours::named(asking.query().get(field::FROM));
    let mut words = ItemWords::default();
    if let Some(ours) = instead {
        for (locale, language) in languages(viewer, asking.locale) {
            let (what, why) = ours_words(locale, ours);
            words = words.with(&language, &what, &why);
        }
    }
    show(&asking, ReadinessForm { item: None, instead, words }, Form::default()).await
}

/// Adds one.
pub async fn add(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let instead = Ours::named(fields.get(field::INSTEAD));
    let problems = match typed(&asking, &fields, &ItemWords::default())? {
        Ok(words) => {
            let id = fields.id_or(ReadinessItemId::new);
            let mut tx = asking.write().await?;
            match SchoolItem::add(&mut tx, &viewer.school_id, &id, &words).await? {
                Saved::Kept(()) => {
                    if let Some(ours) = instead {
                        SchoolList::put_ours_away(&mut tx, &viewer.school_id, ours, true).await?;
                    }
                    tx.commit().await?;
                    return go_saying(format!("/school/readiness#i-{id}"), Done::Saved);
                }
                Saved::Full => {
                    let full = say_in!(asking.locale, ready.full, max = number(SchoolList::MOST as i64));
                    let mut problems = Problems::default();
                    problems.note(first_field(&asking)?, Problem::Said(full));
                    problems
                }
                Saved::Foreign | Saved::Stale => return Err(Refusal::NotFound),
            }
        }
        Err(problems) => problems,
    };
    let sheet = ReadinessForm { item: None, instead, words: ItemWords::default() };
    show(&asking, sheet, Form::again(&fields, problems)).await
}

/// `/readiness/{item}`.
pub async fn edit(asking: Asking, In(id): In<ReadinessItemId>) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let item = SchoolItem::find(&mut asking.read().await?, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let words = item.words.clone();
    show(&asking, ReadinessForm { item: Some(item), instead: None, words }, Form::default()).await
}

/// Words one differently. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<ReadinessItemId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let mut tx = asking.write().await?;
    let item = SchoolItem::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let form = match typed(&asking, &fields, &item.words)? {
        Ok(words) => {
            let made_from = fields.version();
            // A form that was sent twice has changed nothing but the version.
            let again = item.words == words && made_from.checked_add(1) == Some(item.version);
            if again || item.change(&mut tx, &viewer.school_id, made_from, &words).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/school/readiness#i-{id}"), Done::Saved);
            }
            Form::stale(&fields, item.version, first_field(&asking)?)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    let words = item.words.clone();
    show(&asking, ReadinessForm { item: Some(item), instead: None, words }, form).await
}

/// The words of the form. A field that did not come leaves its words as they were.
fn typed(asking: &Asking, fields: &Fields, before: &ItemWords) -> Result<Result<ItemWords, Problems>, Refusal> {
    let languages = languages(asking.viewer()?, asking.locale);
    let came = languages.into_iter().filter_map(|(_, language)| {
        let (what, why) = (field::WHAT.row(language.tag()), field::WHY.row(language.tag()));
        let came = fields.has(&what) || fields.has(&why);
        came.then(|| (language, fields.get(&what).to_owned(), fields.get(&why).to_owned()))
    });
    let came: Vec<_> = came.collect();
    Ok(before.checked(came.iter().map(|(language, what, why)| (language.clone(), what.as_str(), why.as_str()))))
}

/// The first field: where it is said what is wrong with the words as a whole.
fn first_field(asking: &Asking) -> Result<FieldName, Refusal> {
    let languages = languages(asking.viewer()?, asking.locale);
    Ok(languages.first().map(|(_, language)| field::WHAT.row(language.tag())).unwrap_or(field::WHAT))
}

async fn show(asking: &Asking, sheet: ReadinessForm, form: Form) -> Answer {
    let languages = languages(asking.viewer()?, asking.locale);
    let title = match sheet.item {
        None => say_in!(asking.locale, ready.add),
        Some(_) => say_in!(asking.locale, ready.change),
    };
    let page = Page::titled(title.clone()).working().at(Place::Home).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let ReadinessForm { item, instead, words } = sheet;
            let action = match &item {
                Some(item) => format!("/readiness/{}", item.id),
                None => "/school/readiness/new".to_owned(),
            };
            let identity = Identity::of(&form, item.as_ref().map(|item| item.version), ReadinessItemId::new);
            let stand = words.clone();
            let spoken: Vec<_> = languages.iter().map(|(_, language)| language.clone()).collect();
            let reads_now = move || {
                let rows = spoken.iter().map(|language| {
                    let (what, why) = stand.of(language).unwrap_or_default();
                    view! { <p><bdi class="said">{what.to_owned()}</bdi> " · " <bdi class="said">{why.to_owned()}</bdi></p> }
                });
                rows.collect_view()
            };
            let parts = languages
                .iter()
                .map(|(_, language)| {
                    let tag = language.tag();
                    let (what, why) = words.of(language).unwrap_or_default();
                    view! {
                        <fieldset class="form-part">
                            <legend>{language.own_name().to_owned()}</legend>
                            <TextField name=field::WHAT.row(tag) label=say!(ready.what) value=what.to_owned() language=language.clone()/>
                            <TextArea name=field::WHY.row(tag) label=say!(ready.why) hint=say!(ready.why_hint) value=why.to_owned() rows=2 language=language.clone()/>
                        </fieldset>
                    }
                })
                .collect_view();
            let note = instead.map(|_| view! { <p class="soft">{say!(ready.instead)}</p> });
            let instead = instead.map(|ours| view! { <Hidden name=field::INSTEAD value=ours.as_str()/> });
            view! {
                <FormPage back="/school/readiness" back_words=say!(ready.school_title) title
                    about=note.into_any() reads_now action identity save=say!(conference.save)>
                    {instead}
                    {parts}
                </FormPage>
            }
        })
        .await)
}
