//! `/student/{student}/portfolio/cover`: the picture on the front, and the accent.

use kinfolio::field;
use kinfolio::id::{PersonId, PictureId};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::{Accent, Cover, NO_PICTURE};
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::work::{Picture, PictureWidth};
use leptos::prelude::*;

use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::FormPage;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place, Width};

/// What the page shows.
struct Look {
    student: Student,
    cover: Cover,
    pictures: Vec<Picture>,
}

/// The page.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::ArrangePortfolio).await?;
    let look = look(&mut conn, student).await?;
    drop(conn);
    show(&asking, look, Form::default()).await
}

/// Keeps what was chosen.
pub async fn choose(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::ArrangePortfolio).await?;
    let look = look(&mut tx, student).await?;
    let own: Vec<&PictureId> = look.pictures.iter().map(|picture| &picture.id).collect();
    let typed = (fields.get(field::PICTURE), fields.get(field::ACCENT));
    let before = asking.before(&mut tx, SeenAct::ArrangePortfolio, &id).await?;
    let form = match Cover::checked(typed.0, typed.1, fields.version(), &own) {
        Ok(new) => {
            if new.keep(&mut tx, &look.student.school_id, &look.student.id).await?.is_kept() {
                return asking.done(tx, before, format!("/student/{id}/portfolio"), Done::Saved).await;
            }
            Form::stale(&fields, look.cover.version, field::ACCENT)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, look, form).await
}

async fn look(conn: &mut Conn, student: Student) -> Result<Look, Refusal> {
    let cover = Cover::of(conn, &student.school_id, &student.id).await?;
    let pictures = Cover::choices(conn, &student.school_id, &student.id).await?;
    Ok(Look { student, cover, pictures })
}

async fn show(asking: &Asking, look: Look, form: Form) -> Answer {
    let title = say_in!(asking.locale, portfolio.look);
    let page = Page::titled(title.clone()).at(Place::Portfolio).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let back = format!("/student/{}/portfolio", look.student.id);
            let identity = Identity::changes(&form, look.cover.version);
            let stands = (look.cover.clone(), look.pictures.clone());
            view! {
                <FormPage back=back.clone() back_words=say!(portfolio.title) title
                    lead=say!(portfolio.look_lead)
                    reads_now=move || stands_now(&stands.0, &stands.1)
                    action=format!("{back}/cover") identity save=say!(portfolio.save) width=Width::Text>
                    {accents(&look, &form)}
                    {pictures(&look, &form)}
                </FormPage>
            }
        })
        .await)
}

/// An accent, by name.
fn accent_words(accent: Accent) -> String {
    match accent {
        Accent::Oak => say!(portfolio.accent_oak),
        Accent::Indigo => say!(portfolio.accent_indigo),
        Accent::Clay => say!(portfolio.accent_clay),
        Accent::Lagoon => say!(portfolio.accent_lagoon),
        Accent::Plum => say!(portfolio.accent_plum),
        Accent::Moss => say!(portfolio.accent_moss),
    }
}

/// The accent and the picture that were chosen in the meantime.
fn stands_now(cover: &Cover, pictures: &[Picture]) -> impl IntoView + use<> {
    let picture = pictures.iter().find(|picture| Some(&picture.id) == cover.picture_id.as_ref()).map(|picture| {
        let words =
            if picture.description.is_empty() { say!(portfolio.cover_unsaid) } else { picture.description.clone() };
        view! { <img class="thumb" src=picture.address(PictureWidth::Small) alt=words dir="auto"/> }
    });
    view! { <p>{accent_words(cover.accent)}</p> {picture} }
}

/// The accents, each with its name: a colour is never alone.
fn accents(look: &Look, form: &Form) -> impl IntoView + use<> {
    let chosen =
        if form.values().has(field::ACCENT) { form.value(field::ACCENT) } else { look.cover.accent.to_string() };
    let rows = Accent::ALL
        .iter()
        .enumerate()
        .map(|(place, accent)| {
            let id = if place == 0 { "field-accent".to_owned() } else { format!("field-accent-{place}") };
            view! {
                <label class=format!("choice accent accent--{accent}")>
                    <input type="radio" id=id name=field::ACCENT.wire() value=accent.as_str() checked=chosen == accent.as_str()/>
                    <span class="swatch" aria-hidden="true"></span>
                    <span>{accent_words(*accent)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices" aria-describedby="field-accent-hint">
            <legend>{say!(portfolio.accent)}</legend>
            <p class="hint" id="field-accent-hint">{say!(portfolio.accent_hint)}</p>
            <div class="swatch-row">{rows}</div>
        </fieldset>
    }
}

/// The pictures of the student's works, and none.
fn pictures(look: &Look, form: &Form) -> AnyView {
    if look.pictures.is_empty() {
        return view! { <p class="nudge">{say!(portfolio.cover_no_pictures)}</p> }.into_any();
    }
    let stored = look.cover.picture_id.as_ref().map_or(NO_PICTURE.to_owned(), ToString::to_string);
    let chosen = if form.values().has(field::PICTURE) { form.value(field::PICTURE) } else { stored };
    let none = chosen.is_empty() || chosen == NO_PICTURE;
    let rows = look
        .pictures
        .iter()
        .map(|picture| {
            let id = picture.id.to_string();
            let checked = chosen == id;
            let unsaid = picture.description.is_empty();
            let words = if unsaid { say!(portfolio.cover_unsaid) } else { picture.description.clone() };
            view! {
                <label class="pick">
                    <input type="radio" name=field::PICTURE.wire() value=id checked=checked/>
                    <img class="thumb" src=picture.address(PictureWidth::Small) alt=words dir="auto" loading="lazy"
                        width=picture.width.to_string() height=picture.height.to_string()/>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices" aria-describedby="field-picture-hint">
            <legend>{say!(portfolio.cover_picture)}</legend>
            <p class="hint" id="field-picture-hint">{say!(portfolio.cover_hint)}</p>
            <label class="choice">
                <input type="radio" id="field-picture" name=field::PICTURE.wire() value=NO_PICTURE checked=none/>
                <span>{say!(portfolio.cover_none)}</span>
            </label>
            <div class="picks">{rows}</div>
        </fieldset>
    }
    .into_any()
}
