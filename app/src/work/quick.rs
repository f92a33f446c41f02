//! Adding work in two taps: choose what the phone has, and it is a work. Everything else can be said later, so it begins
//! with a title of its own and is its student's alone.

use kinfolio::field;
use kinfolio::id::WorkId;
use kinfolio::language::Language;
use kinfolio::person::{Role, Viewer};
use kinfolio::policy::Audience;
use kinfolio::saved::Saved;
use kinfolio::words::{Problem, Problems};
use kinfolio::work::{Work, Writing, suggested_title};
use leptos::prelude::*;

use super::edit;
use super::fields::ACCEPTED;
use super::pictures::{Brought, kept, take_in};
use crate::asking::{Asking, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{Back, Icon, ProblemSummary};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::when;
use crate::wording::{self, locale_tagged};

/// Nothing but the way to begin.
pub async fn page(asking: Asking) -> Answer {
    asking.as_role(Role::Student)?;
    show(&asking, Form::default()).await
}

/// Begins a work with the files that came.
pub async fn begin(asking: Asking, mut fields: Fields) -> Answer {
    let viewer = asking.as_role(Role::Student)?.clone();
    // Opening files takes its time: nothing is held meanwhile.
    let (brought, wrong) = take_in(&asking, &mut fields).await;
    if brought.is_empty() {
        // There is nothing to begin with.
        let wrong = wrong.unwrap_or_else(|| Problem::Said(say_in!(asking.locale, adding.nothing_chosen)));
        let again = Form::again(&Values::default(), Problems::from([(field::PICTURES, wrong)]));
        return show(&asking, again).await;
    }
    let mut tx = asking.write().await?;
    let mut id = fields.id_or(WorkId::new);
    let mut work = Work::held(&mut tx, &viewer, &id).await?;
    if let Some(there) = &work
        && !there.latest(&mut tx).await?.is_some_and(|latest| latest.is_open(latest.number))
    {
        // Sent from a page that was left open for so long that somebody has answered the first work: this is another.
        id = WorkId::new();
        work = None;
    }
    let work = match work {
        // Sent twice: a file that is there already stays there once.
        Some(there) => there,
        None => {
            let writing = beginning(&asking, &viewer, &brought);
            if Work::save(&mut tx, &viewer, &id, &writing, None, true, asking.now()).await? == Saved::Foreign {
                return Err(Refusal::NotFound);
            }
            Work::held(&mut tx, &viewer, &id).await?.ok_or(Refusal::NotFound)?
        }
    };
    let (_, no_room) = kept(&asking, &mut tx, &work, &brought).await?;
    tx.commit().await?;
    // The others are kept: what is wrong with one of them is said in the form for changing the work.
    if let Some(wrong) = wrong.or(no_room) {
        return edit::again(&asking, id, Problems::from([(field::PICTURES, wrong)])).await;
    }
    go_saying(format!("/work/{id}"), Done::Added)
}

/// A work as it begins: called after its first file where a person named it, after the day otherwise, and its student's
/// alone, so that nothing is shown by surprise.
fn beginning(asking: &Asking, viewer: &Viewer, brought: &[Brought]) -> Writing {
    let language = viewer.writes_in.clone().and([&viewer.languages]).first().cloned().unwrap_or_else(Language::english);
    let locale = locale_tagged(language.tag()).unwrap_or(asking.locale);
    let day = || when::weekday_in(locale, asking.now(), &viewer.time_zone);
    let mut names = brought.iter().map(|file| file.name.as_str());
    let title = names.find_map(suggested_title).unwrap_or_else(day);
    // Nobody has said anything yet that could be in a language.
    Writing { title, audience: Audience::Me, ..Writing::blank(Language::none()) }
}

async fn show(asking: &Asking, form: Form) -> Answer {
    let page = Page::titled(say_in!(asking.locale, work.add)).at(Place::Works).with_quick_add().with_form(form);
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header><Back to="/work" words=say!(work.title)/><h1>{say!(work.add)}</h1></header>
                    <ProblemSummary/>
                    <QuickAdd/>
                </Main>
            }
        })
        .await)
}

/// One big button that is the field: choosing is the first tap, sending the second. The script, where there is one, sends
/// as soon as something is chosen, and takes what is dropped or pasted.
#[component]
pub(super) fn QuickAdd(
    /// Whether something else on the page is said louder.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let class = if beside { "quick quick--beside" } else { "quick" };
    let form = use_context::<Form>().unwrap_or_default();
    let wrong = form.problem(field::PICTURES).map(|wrong| wording::problem(wording::locale(), wrong));
    let is_wrong = wrong.is_some();
    let described = if is_wrong { "field-pictures-problem field-pictures-hint" } else { "field-pictures-hint" };
    // `required` is what lets the styles know that something is chosen; asking for it is left to the answer.
    view! {
        <form method="post" action="/work/quick" enctype="multipart/form-data" class=class novalidate>
            <input type="hidden" name=field::ID.wire() value=WorkId::new().to_string() autocomplete="off"/>
            {wrong.map(|wrong| view! { <p class="error" id="field-pictures-problem"><Icon name="warning"/> {wrong}</p> })}
            <input class="quick__field" type="file" id="field-pictures" name=field::PICTURES.wire() multiple required accept=ACCEPTED
                aria-describedby=described aria-invalid=is_wrong.to_string()/>
            <label class="quick__take" for="field-pictures">
                <Icon name="camera"/>
                <strong>{say!(adding.take)}</strong>
            </label>
            <p class="hint quick__hint" id="field-pictures-hint">{say!(adding.take_hint)}</p>
            <button class="btn btn--big quick__send">{say!(adding.send)}</button>
            <p class="quick__news" role="status" data-sending=say!(adding.sending)></p>
            <p class="small quick__words"><a href="/work/new">{say!(adding.begin_with_words)}</a></p>
        </form>
    }
}
