//! `/account/languages`: everybody says for themselves which languages they read.

use kinfolio::field;
use kinfolio::language::{Language, Languages, OFFERED};
use kinfolio::policy::Action;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Choice, FormPage, SelectField, Ticks};
use crate::refusal::Answer;
use crate::shell::{Done, Page};
use crate::wording::language_name;

/// The form.
pub async fn page(asking: Asking) -> Answer {
    asking.may_here(Action::KeepAccount)?;
    show(&asking, Form::default()).await
}

/// Keeps them.
pub async fn keep(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepAccount)?;
    let offered = offered(&viewer.languages);
    let chosen = |tag: &str| offered.iter().find(|language| language.tag() == tag).cloned();
    let Some(best) = chosen(fields.get(field::BEST)) else {
        let mut problems = Problems::default();
        problems.note(field::BEST, Problem::Choose);
        return show(&asking, Form::again(&fields, problems)).await;
    };
    let languages = Languages::read_by(best, fields.all(field::LANGUAGES).filter_map(chosen));
    let mut tx = asking.write().await?;
    viewer.read_in(&mut tx, &languages, asking.now()).await?;
    tx.commit().await?;
    go_saying("/account", Done::Saved)
}

/// The languages that can be chosen: those they have, and those that are offered.
fn offered(own: &Languages) -> Vec<Language> {
    let mut languages = own.0.clone();
    for language in OFFERED.iter().filter_map(|(tag, _)| Language::tagged(tag)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

async fn show(asking: &Asking, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let own = viewer.languages.clone();
    let back = super::title(asking.locale, viewer.role);
    let title = say_in!(asking.locale, account.languages);
    let page = Page::titled(title.clone()).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let offered = offered(&own);
            let best = own.first().map(|language| language.tag().to_owned());
            let choices = offered.iter().map(|language| (language.tag().to_owned(), language_name(language))).collect();
            let others = offered.iter().map(|language| Choice::new(language.tag(), language_name(language))).collect();
            let values = own.0.iter().skip(1).map(|language| language.tag().to_owned()).collect();
            view! {
                <FormPage back="/account" back_words=back title lead=say!(account.languages_lead)
                    action="/account/languages" save=say!(work.save)>
                    <SelectField name=field::BEST label=say!(account.best_language) choices value=best/>
                    <Ticks name=field::LANGUAGES label=say!(account.other_languages) choices=others values/>
                </FormPage>
            }
        })
        .await)
}
