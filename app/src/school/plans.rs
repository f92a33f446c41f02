//! `/school/plans`: the school's own plans to start a conference from.

use kinfolio::conference::ConferenceForm;
use kinfolio::conference::moment::Purpose;
use kinfolio::conference::template::{MOST_ROWS, PlanTemplate, TypedRow, checked};
use kinfolio::field::{self, FieldName};
use kinfolio::id::PlanTemplateId;
use kinfolio::language::Languages;
use kinfolio::policy::Action;
use kinfolio::words::Problems;
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::conference::words::{form_words, minutes, purpose_words};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::parts::{Back, FormPage, Hidden, Icon, LanguageField, SelectField, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place};
use crate::wording::apart;

/// How many empty rows a form offers beyond those that are filled.
const EMPTY_ROWS: usize = 3;
/// How many rows a new one starts with.
const FIRST_ROWS: usize = 8;

/// The list.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let templates = PlanTemplate::all(&mut asking.read().await?, &viewer.school_id).await?;
    let page = Page::titled(say_in!(asking.locale, template.title)).working().at(Place::Home);
    Ok(asking
        .page(page, move || {
            let (away, offered): (Vec<_>, Vec<_>) = templates.into_iter().partition(|template| template.is_put_away);
            let none = offered.is_empty().then(|| view! { <p class="nudge">{say!(template.none)}</p> });
            let offered = offered.into_iter().map(row).collect_view();
            let away: Vec<_> = away.into_iter().map(row).collect();
            let away = (!away.is_empty()).then(|| {
                view! { <section class="flow"><h2>{say!(template.put_away)}</h2><ul class="lines">{away}</ul></section> }
            });
            view! {
                <Main>
                    <header>
                        <Back to="/" words=say!(shell.school)/>
                        <h1>{say!(template.title)}</h1>
                        <p class="lead">{say!(template.lead)}</p>
                    </header>
                    {none}
                    <ul class="lines">{offered}</ul>
                    <p><a class="btn" href="/school/plans/new"><Icon name="plus"/> {say!(template.add)}</a></p>
                    {away}
                </Main>
            }
        })
        .await)
}

fn row(template: PlanTemplate) -> impl IntoView {
    let to = format!("/plan-template/{}", template.id);
    let words = template.words;
    let about = format!("{} · {}", form_words(words.form).0, minutes(words.minutes()));
    let button = if template.is_put_away { say!(template.bring_back) } else { say!(template.away) };
    let label = format!("{button}: {}", apart(&words.name));
    let back = template.is_put_away.then(|| view! { <Hidden name=field::BACK value="yes"/> });
    view! {
        <li id=format!("t-{}", template.id)>
            <div>
                <a class="strong" href=to.clone() lang=words.language.tag().to_owned() dir="auto">{words.name}</a>
                <p class="soft small">{about}</p>
            </div>
            <form class="push" method="post" action=format!("{to}/put-away")>
                {back}
                <button class="btn btn--small" aria-label=label>{button}</button>
            </form>
        </li>
    }
}

/// The form for a new one.
pub async fn page_for_new(asking: Asking) -> Answer {
    asking.may_here(Action::ShapePlans)?;
    show(&asking, None, Form::default()).await
}

/// Adds one.
pub async fn add(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    match template_of(&fields) {
        Ok(words) => {
            let id = fields.id_or(PlanTemplateId::new);
            let mut tx = asking.write().await?;
            if !PlanTemplate::add(&mut tx, &viewer.school_id, &id, &words).await?.is_kept() {
                return Err(Refusal::NotFound);
            }
            tx.commit().await?;
            go_saying(format!("/school/plans#t-{id}"), Done::Saved)
        }
        Err(problems) => show(&asking, None, Form::again(&fields, problems)).await,
    }
}

/// `/plan-template/{template}`.
pub async fn edit(asking: Asking, In(id): In<PlanTemplateId>) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let found = PlanTemplate::find(&mut asking.read().await?, &viewer.school_id, &id).await?;
    show(&asking, Some(found.ok_or(Refusal::NotFound)?), Form::default()).await
}

/// Changes one. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<PlanTemplateId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let mut tx = asking.write().await?;
    let template = PlanTemplate::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let form = match template_of(&fields) {
        Ok(words) => {
            let made_from = fields.version();
            // A form that was sent twice has changed nothing but the version.
            let again = template.words == words && made_from.checked_add(1) == Some(template.version);
            if again || template.change(&mut tx, &viewer.school_id, made_from, &words).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/school/plans#t-{id}"), Done::Saved);
            }
            Form::stale(&fields, template.version, field::NAME)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, Some(template), form).await
}

/// `/plan-template/{template}/put-away`: offers it no more, or again.
pub async fn put_away(asking: Asking, In(id): In<PlanTemplateId>, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::ShapePlans)?;
    let mut tx = asking.write().await?;
    let template = PlanTemplate::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    let away = (!fields.has(field::BACK)).then(|| asking.now());
    template.put_away(&mut tx, &viewer.school_id, away).await?;
    tx.commit().await?;
    go_saying(format!("/school/plans#t-{id}"), Done::Saved)
}

fn template_of(values: &Values) -> Result<kinfolio::conference::template::TemplateWords, Problems> {
    let names: Vec<[FieldName; 3]> =
        (1..=MOST_ROWS).map(|n| [field::NAME.row(n), field::PURPOSE.row(n), field::MINUTES.row(n)]).collect();
    let typed: Vec<TypedRow> = names
        .iter()
        .map(|[name, purpose, minutes]| TypedRow {
            name: values.get(name),
            purpose: values.get(purpose),
            minutes: values.get(minutes),
        })
        .collect();
    checked(values.get(field::NAME), values.get(field::FORM), values.get(field::LANGUAGE), &typed)
}

async fn show(asking: &Asking, template: Option<PlanTemplate>, form: Form) -> Answer {
    let own = asking.viewer()?.school_languages.clone();
    let title = match template {
        None => say_in!(asking.locale, template.add),
        Some(_) => say_in!(asking.locale, template.change),
    };
    let page = Page::titled(title.clone()).working().at(Place::Home).with_form(form.clone());
    Ok(asking.page(page, move || view! { <Sheet title template form own/> }).await)
}

#[component]
fn Sheet(title: String, template: Option<PlanTemplate>, form: Form, own: Languages) -> impl IntoView {
    let action = match &template {
        Some(template) => format!("/plan-template/{}", template.id),
        None => "/school/plans/new".to_owned(),
    };
    let identity = Identity::of(&form, template.as_ref().map(|template| template.version), PlanTemplateId::new);
    let now_stands = template.clone();
    let words = template.map(|template| template.words);
    let forms = ConferenceForm::ALL.iter().map(|form| (form.as_str().to_owned(), form_words(*form).0)).collect();
    let chosen = words.as_ref().map_or(ConferenceForm::Circle, |words| words.form);
    let language = words.as_ref().map(|words| words.language.tag().to_owned());
    let filled = words.as_ref().map_or(0, |words| words.moments.0.len());
    let typed = (1..=MOST_ROWS).filter(|n| form.values().has(field::NAME.row(n))).count();
    let count = (filled + EMPTY_ROWS).max(FIRST_ROWS).max(typed).min(MOST_ROWS);
    let rows = (0..count)
        .map(|place| {
            let row = words.as_ref().and_then(|words| words.moments.0.get(place));
            let n = place + 1;
            let purposes =
                Purpose::ALL.iter().map(|purpose| (purpose.as_str().to_owned(), purpose_words(*purpose).0)).collect();
            let purpose = row.map_or(Purpose::Work, |row| row.purpose).as_str().to_owned();
            let minutes = row.map_or_else(|| "3".to_owned(), |row| row.minutes.to_string());
            view! {
                <fieldset class="form-part">
                    <legend>{say!(template.moment, n = n.to_string())}</legend>
                    <TextField name=field::NAME.row(n) label=say!(conference.name) said=true optional=true value=row.map(|row| row.name.clone())/>
                    <div class="fields">
                        <SelectField name=field::PURPOSE.row(n) label=say!(conference.purpose) choices=purposes value=purpose/>
                        <TextField name=field::MINUTES.row(n) label=say!(conference.minutes_field) kind="number" words=false value=minutes/>
                    </div>
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <FormPage back="/school/plans" back_words=say!(template.title) title
            about=view! { <p class="soft">{say!(template.rows)}</p> }.into_any()
            reads_now=move || now_stands.map(|template| stands(&template)) action identity save=say!(conference.save)>
            <TextField name=field::NAME label=say!(template.name) hint=say!(template.name_hint) said=true value=words.as_ref().map(|words| words.name.clone())/>
            <SelectField name=field::FORM label=say!(conference.form) choices=forms value=chosen.as_str().to_owned()/>
            <LanguageField own value=language/>
            {rows}
        </FormPage>
    }
}

/// A template as it stands.
fn stands(template: &PlanTemplate) -> impl IntoView + use<> {
    let rows = template
        .words
        .moments
        .0
        .iter()
        .map(|row| {
            let about = format!("{} · {}", purpose_words(row.purpose).0, minutes(row.minutes));
            view! { <li><bdi class="said">{row.name.clone()}</bdi> " " <span class="soft small">{about}</span></li> }
        })
        .collect_view();
    view! {
        <p class="said" dir="auto">{template.words.name.clone()}</p>
        <ol>{rows}</ol>
    }
}
