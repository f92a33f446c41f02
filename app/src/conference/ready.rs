//! What is looked at before a conference, and ticking it.

use kinfolio::conference::ready::{Checklist, ChecklistLine, Item, Ours, SchoolList};
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::found;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::parts::{Hidden, Icon};
use crate::refusal::Answer;
use crate::said::Done;
use crate::wording::{Locale, Worded, apart, locale, written};

/// `/conference/{conference}/ready`: ticks what is done. Only what the form offered is changed.
pub async fn tick(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, _) = found(&asking, &mut tx, &id, Action::LeadConference).await?;
    let list = SchoolList::of(&mut tx, &conference.school_id).await?;
    let offered = |item: &Item| fields.all(field::OFFERED).any(|word| word == item.word());
    let ticked = |item: &Item| fields.all(field::DONE).any(|word| word == item.word());
    let items: Vec<(Item, bool)> = list
        .items()
        .into_iter()
        .filter(offered)
        .map(|item| {
            let done = ticked(&item);
            (item, done)
        })
        .collect();
    conference.tick(&mut tx, &items).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{id}#ready"), Done::Saved)
}

/// What one of ours says, and why.
pub(crate) fn ours_words(locale: Locale, item: Ours) -> (String, String) {
    macro_rules! worded {
        ($what:ident, $why:ident) => {
            (say_in!(locale, ready.$what), say_in!(locale, ready.$why))
        };
    }
    match item {
        Ours::Moments => worded!(moments, moments_why),
        Ours::FamilyEarly => worded!(family_early, family_early_why),
        Ours::Interpreter => worded!(interpreter, interpreter_why),
        Ours::NotYet => worded!(not_yet, not_yet_why),
        Ours::Rehearsed => worded!(rehearsed, rehearsed_why),
        Ours::FamilyKnows => worded!(family_knows, family_knows_why),
        Ours::WorksAtHand => worded!(works_at_hand, works_at_hand_why),
        Ours::WhoCannotCome => worded!(who_cannot_come, who_cannot_come_why),
        Ours::Commitment => worded!(promise, promise_why),
    }
}

/// What an item says, and why, for the page that is being made.
pub(crate) fn item_words(item: &Item) -> (Worded, String) {
    match item {
        Item::Ours(ours) => {
            let (what, why) = ours_words(locale(), *ours);
            (what.into(), why)
        }
        Item::Schools(own) => {
            let here = written(locale());
            match own.words.read_in(&here) {
                Some((language, what, why)) => {
                    let language = (language != here).then_some(language);
                    (Worded { words: what.to_owned(), language }, why.to_owned())
                }
                None => (String::new().into(), String::new()),
            }
        }
    }
}

/// Whether a plan is ready, in words: never a number.
pub(crate) fn said(checklist: &Checklist) -> String {
    if checklist.is_ready() {
        return say!(ready.is_ready);
    }
    let mut open: Vec<String> = checklist.open().map(|line| apart(item_words(&line.item).0.words)).collect();
    let more = open.len() > 2;
    open.truncate(2);
    let open = open.join("; ");
    if more { say!(ready.open_and_more, items = open) } else { say!(ready.open, items = open) }
}

/// The list, to be ticked by the one who leads and read by the advisor.
#[component]
pub fn Ready(checklist: Checklist, to: String, leads: bool, name: String) -> impl IntoView {
    let title = if leads { say!(ready.title) } else { say!(ready.title_of, name = apart(name)) };
    let by_hand = checklist.lines.iter().any(|line| !line.knows_itself);
    let lead = if checklist.is_ready() { say!(ready.is_ready) } else { say!(ready.lead) };
    let rows = checklist.lines.iter().map(|line| row(line, leads)).collect_view();
    let save = (leads && by_hand).then(|| {
        view! { <div class="actions noprint"><button class="btn btn--small">{say!(conference.save)}</button></div> }
    });
    let list = if leads {
        view! { <form method="post" action=to><div class="choices">{rows}</div>{save}</form> }.into_any()
    } else {
        view! { <div class="choices">{rows}</div> }.into_any()
    };
    // What is open stands in its heading; whoever comes from ticking it finds it open.
    view! {
        <details class="fold noprint">
            <summary>{title}</summary>
            <section class="flow" id="ready"><p class="soft">{lead}</p>{list}</section>
        </details>
    }
}

fn row(line: &ChecklistLine, leads: bool) -> AnyView {
    let (what, why) = item_words(&line.item);
    let word = line.item.word().to_owned();
    let words = view! {
        <span><span lang=what.lang() dir="auto">{what.words.clone()}</span> " " <small dir="auto">{why}</small></span>
    };
    if leads && !line.knows_itself {
        return view! {
            <label class="choice">
                <Hidden name=field::OFFERED value=word.clone()/>
                <input type="checkbox" name=field::DONE.wire() value=word checked=line.is_done/>
                {words}
            </label>
        }
        .into_any();
    }
    let state = if line.is_done { say!(ready.done) } else { say!(ready.still_open) };
    let icon = if line.is_done {
        view! { <Icon name="check"/> }.into_any()
    } else {
        view! { <i class="ready__open"></i> }.into_any()
    };
    view! { <div class="choice">{icon} {words} <span class="soft small">{state}</span></div> }.into_any()
}
