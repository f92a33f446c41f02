//! What the pictures of a work show, in words: for those who do not see them.

use kinfolio::field::{self, FieldName};
use kinfolio::id::{PictureId, WorkId};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::words::{self, Problems};
use kinfolio::work::{Picture, Revision, SoFar, Work};
use leptos::prelude::*;

use super::{Shown, found, title_of};
use crate::asking::{Asking, In, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};

/// Where a student is asked what the pictures show, once others look at them and no words stand for them.
pub(super) async fn asked_for(conn: &mut Conn, work: &Work) -> Result<Option<String>, Refusal> {
    let latest = work.latest(conn).await?.ok_or(Refusal::NotFound)?;
    let asks = SoFar::of(work, &latest, &[]).asks_for_descriptions();
    Ok(asks.then(|| format!("/work/{}/describe", work.id)))
}

/// Every picture with its words.
pub async fn page(asking: Asking, In(id): In<WorkId>) -> Answer {
    let mut conn = asking.read().await?;
    let (work, _) = found(&asking, &mut conn, &id, Action::ChangeWork).await?;
    let latest = work.latest(&mut conn).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    show(&asking, work, latest, Form::default()).await
}

/// Keeps the words for each picture, or that it is only decoration. Nobody has to answer for all of them.
pub async fn keep(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
    let decoration: Vec<PictureId> = fields.all_parsed(field::DECORATION);
    let mut problems = Problems::default();
    for picture in &latest.pictures {
        let name = describes(picture);
        if !fields.has(&name) {
            continue;
        }
        match words::optional_line(fields.get(&name)) {
            Ok(words) => work.describe(&mut tx, picture.id.as_str(), &words).await?,
            Err(wrong) => problems.note(name, wrong),
        }
        work.call_decoration(&mut tx, &picture.id, decoration.contains(&picture.id)).await?;
    }
    let latest = work.latest(&mut tx).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    if problems.is_empty() {
        return go_saying(format!("/work/{id}"), Done::Described);
    }
    show(&asking, work, latest, Form::again(&fields, problems)).await
}

fn describes(picture: &Picture) -> FieldName {
    field::DESCRIBE.about(&picture.id)
}

async fn show(asking: &Asking, work: Work, latest: Revision, form: Form) -> Answer {
    let typed = form.values().clone();
    let page = Page::titled(say_in!(asking.locale, adding.describe)).at(Place::Works).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let to = format!("/work/{}", work.id);
            let open = latest.undescribed().count() as i64;
            let lead = match open {
                0 => say!(adding.describe_lead),
                _ => say!(adding.describe_ask, count = open),
            };
            let rows = latest.pictures.into_iter().map(|picture| row(picture, &typed)).collect_view();
            view! {
                <FormPage back=to.clone() back_words=title_of(&work) title=say!(adding.describe)
                    lead action=format!("{to}/describe") save=say!(work.save)
                    beside=view! { <a class="btn btn--quiet" href=to.clone()>{say!(adding.later)}</a> }.into_any()>

                    <ul class="shown">{rows}</ul>
                </FormPage>
            }
        })
        .await)
}

fn row(picture: Picture, typed: &Values) -> AnyView {
    let (name, id) = (describes(&picture), picture.id.to_string());
    let is_decorative = match typed.has(&name) {
        true => typed.all(field::DECORATION).any(|ticked| ticked == id),
        false => picture.is_decorative,
    };
    let words = picture.description.clone();
    view! {
        <li class="shown__one">
            <Shown picture sizes="(min-width: 48rem) 34rem, 100vw" beside_words=true/>
            <TextField name label=say!(work.describe) hint=say!(adding.describe_hint) value=words/>
            <label class="choice"><input type="checkbox" name=field::DECORATION.wire() value=id checked=is_decorative/> <span>{say!(adding.decoration)}</span></label>
        </li>
    }
    .into_any()
}
