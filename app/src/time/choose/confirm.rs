//! One time, to be chosen: how to come together, whether somebody interprets, what the school should know.

use kinfolio::field;
use kinfolio::language::{Languages, OFFERED};
use kinfolio::time::{Time, Way};
use leptos::prelude::*;

use super::ChoosePage;
use crate::asking::Asking;
use crate::form::Form;
use crate::parts::{self, FormPage, Hidden, Radios, SelectField, TextArea};
use crate::refusal::Answer;
use crate::shell::{Page, Place};
use crate::time::{Comes, about, day_and_span, language_name, way_words};
use crate::wording::apart;

/// The page; with several times, where the one that was asked for is gone.
pub(super) async fn show(asking: &Asking, table: ChoosePage, times: Vec<Time>, form: Form) -> Answer {
    let title = say_in!(asking.locale, time.confirm_title);
    let page = Page::titled(title.clone()).at(Place::Elsewhere).with_form(form.clone());
    let page = if table.chooser.is_some() { page } else { page.working() };
    let languages = asking.viewer()?.languages.clone();
    Ok(asking
        .page(page, move || {
            let own = table.own.clone();
            let name = || apart(table.student.called());
            let about = table.others().map(|other| {
                let words = say!(time.others_chose, name = apart(&other.person), student = name());
                view! { <p class="nudge">{words}</p> }
            });
            // What stands beside it is theirs who wrote it.
            let note = own.as_ref().filter(|_| table.others().is_none()).map(|own| own.note.clone());
            let lead = say!(time.confirm_for, name = name());
            let mut ways: Vec<Way> = times.iter().flat_map(|time| time.ways.0.clone()).collect();
            ways.sort();
            ways.dedup();
            // What they chose before, or where there is nothing to choose; nothing is chosen for them.
            let only = ways.first().copied().filter(|_| ways.len() == 1);
            let way = own.as_ref().map(|own| own.way).filter(|way| ways.contains(way)).or(only);
            let ways = ways.into_iter().map(|way| parts::Choice::new(way.as_str(), way_words(way))).collect();
            let there: Vec<String> = times.iter().map(|time| time.interpreter.clone()).collect();
            let made_from = form.values().has(field::MADE_FROM).then(|| form.value(field::MADE_FROM));
            let made_from = made_from.unwrap_or_else(|| table.mark());
            let meanwhile = own.clone().map(|choice| {
                let note = choice.note.clone();
                view! { <Comes choice zone=table.zone.clone()/> <p class="said" dir="auto">{note}</p> }
            });
            let none = times.is_empty();
            let interpreters = interpreters(&languages, &there);
            view! {
                <FormPage back=table.here() back_words=say!(time.choose_title) title lead
                    reads_now=move || meanwhile reads_now_title=say!(time.meanwhile)
                    action=table.here() save=(!none).then(|| say!(time.take)) button="btn btn--primary btn--big">
                    {about}
                    <Hidden name=field::MADE_FROM value=made_from/>
                    {which(&table, &times, &form)}
                    {person(&table)}
                    <Radios name=field::WAY label=say!(time.how) choices=ways value=way.map(|way| way.as_str().to_owned())/>
                    <SelectField name=field::NEEDS label=say!(time.needs_label) hint=say!(time.needs_hint)
                        choices=interpreters value=table.needs.clone()/>
                    <TextArea name=field::NOTE label=say!(time.note) hint=say!(time.note_hint) rows=3 optional=true
                        value=note/>
                </FormPage>
            }
        })
        .await)
}

/// The time it is about; a choice of others, where it is gone.
fn which(table: &ChoosePage, times: &[Time], form: &Form) -> AnyView {
    match times {
        [] => view! { <p class="nudge">{say!(time.none_do)}</p> }.into_any(),
        [time] if form.problem(field::TIME).is_none() => view! {
            <div class="when">
                <strong>{day_and_span(time, &table.zone)}</strong>
                <p>{about(time)}</p>
            </div>
            <Hidden name=field::TIME value=time.id.to_string()/>
            <Hidden name=field::AT value=time.starts_at.0.to_string()/>
        }
        .into_any(),
        several => {
            let choices = several
                .iter()
                .map(|time| parts::Choice::new(time.id.to_string(), day_and_span(time, &table.zone)).noted(about(time)))
                .collect();
            view! { <Radios name=field::TIME label=say!(time.nearest) choices/> }.into_any()
        }
    }
}

/// For an advisor: who it was that said so.
fn person(table: &ChoosePage) -> Option<AnyView> {
    table.chooser.is_none().then(|| {
        let choices =
            table.kin.iter().map(|kin| parts::Choice::new(kin.id.as_str(), &kin.name).noted(&kin.kinship)).collect();
        let value = table.own.as_ref().map(|own| own.person_id.to_string());
        view! { <Radios name=field::PERSON label=say!(time.who_comes) choices value/> }.into_any()
    })
}

/// Languages to ask an interpreter for: those that are there, their own, then all the others.
pub(super) fn interpreters(own: &Languages, there: &[String]) -> Vec<(String, String)> {
    let own = own.0.iter().map(|language| language.tag().to_owned());
    let offered = OFFERED.iter().map(|(tag, _)| (*tag).to_owned());
    let mut choices = vec![(String::new(), say!(time.needs_open))];
    for tag in there.iter().cloned().chain(own).chain(offered) {
        let known = choices.iter().any(|(other, _)| *other == tag);
        if let Some(name) = language_name(&tag).filter(|_| !known) {
            choices.push((tag, name));
        }
    }
    choices
}
