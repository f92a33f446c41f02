//! `/testimony/{testimony}/answer`: the student thanks, and says whether it stands on the portfolio, where, and for whom.

use kinfolio::field;
use kinfolio::id::{PersonId, ShelfId, TestimonyId};
use kinfolio::language::Languages;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::portfolio::Arrangement;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::testimony::{Decision, Testimony, TypedDecision, Whereabouts};
use kinfolio::words::Problem;
use leptos::prelude::*;

use super::{ToldCard, found};
use crate::asking::{Asking, In};
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::parts::{
    AudienceField, Back, Choice, FormPage, Hidden, LanguageField, Radios, SelectField, TextArea, TypedWordsBack,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::wording::apart;

/// What forms call the two ways to keep it.
const STANDS: &str = "portfolio";
const BETWEEN: &str = "between";

/// The form.
pub async fn page(asking: Asking, In(id): In<TestimonyId>) -> Answer {
    let mut conn = asking.read().await?;
    let (testimony, student) = found(&asking, &mut conn, &id, Action::ArrangePortfolio).await?;
    let shelves = shelves(&mut conn, &student).await?;
    drop(conn);
    show(&asking, testimony, student, shelves, Form::default()).await
}

/// Takes the answer.
pub async fn answer(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let Some(testimony) = Testimony::find(&mut tx, viewer, &id).await? else {
        // It went while the student was writing.
        let of = BinKind::Testimony.kept_of(&mut tx, &viewer.school_id, &id, "student_id").await?;
        let of = of.filter(|of| *of == viewer.person_id.as_str()).ok_or(Refusal::NotFound)?;
        let student = PersonId::parse(&of).ok_or(Refusal::NotFound)?;
        let student = asking.student(&mut tx, &student, Action::ArrangePortfolio).await?;
        drop(tx);
        return Ok(taken_back(&asking, &student, &fields.values).await);
    };
    let student = asking.student(&mut tx, &testimony.student_id, Action::ArrangePortfolio).await?;
    if testimony.withdrawn_at.is_some() {
        drop(tx);
        return Ok(taken_back(&asking, &student, &fields.values).await);
    }
    let shelves = shelves(&mut tx, &student).await?;
    let own: Vec<&ShelfId> = shelves.iter().map(|(id, _)| id).collect();
    let form = match Decision::checked(&typed(&fields), &own) {
        Ok(decision) => {
            let made_from = (fields.version(), fields.parsed(field::ANSWERS).unwrap_or_default());
            let before = asking.before(&mut tx, SeenAct::AnswerTestimony, &id).await?;
            let is_same = testimony.answers_like(&decision) && made_from.0 == testimony.version;
            if is_same || testimony.answer(&mut tx, made_from, &decision, asking.now()).await?.is_kept() {
                let said = if decision.stands { Done::Accepted } else { Done::KeptBetween };
                let page = format!("/student/{}/testimonies#t-{id}", student.id);
                return asking.done(tx, before, page, said).await;
            }
            let mut values = fields.values.clone();
            values.set(field::VERSION, testimony.version.to_string());
            values.set(field::ANSWERS, testimony.answer.answers.to_string());
            let stale = Problem::Said(say_in!(asking.locale, testimony.answer_stale));
            Form::stale_as(values, [(field::STANDS, stale)].into())
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, testimony, student, shelves, form).await
}

/// What a form decides.
fn typed(values: &Values) -> TypedDecision<'_> {
    TypedDecision {
        stands: match values.get(field::STANDS) {
            STANDS => Some(true),
            BETWEEN => Some(false),
            _ => None,
        },
        shelf: values.get(field::SHELF),
        audience: values.get(field::AUDIENCE),
        thanks: values.get(field::THANKS),
        language: values.get(field::LANGUAGE),
    }
}

/// The student's shelves, by name.
async fn shelves(conn: &mut Conn, student: &Student) -> Result<Vec<(ShelfId, String)>, Refusal> {
    let arrangement = Arrangement::of(conn, &student.school_id, &student.id).await?;
    Ok(arrangement.shelves.into_iter().map(|shelf| (shelf.id, shelf.name)).collect())
}

async fn show(
    asking: &Asking,
    testimony: Testimony,
    student: Student,
    shelves: Vec<(ShelfId, String)>,
    form: Form,
) -> Answer {
    let own = asking.viewer()?.languages.clone();
    let title = say_in!(asking.locale, testimony.answer_title, name = apart(&testimony.author));
    let page = Page::titled(title.clone()).at(Place::Portfolio).working().with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, testimony.version);
            let answers: i64 = form.values().parsed(field::ANSWERS).unwrap_or(testimony.answer.answers);
            view! {
                <FormPage back=format!("/student/{}/testimonies", student.id) back_words=say!(testimony.inbox) title
                    above=view! { <ToldCard told=testimony.clone() alone=true/> }.into_any()
                    action=format!("/testimony/{}/answer", testimony.id)
                    identity save=say!(testimony.keep)>
                    <Hidden name=field::ANSWERS value=answers.to_string()/>
                    {fields(&testimony, shelves, own)}
                </FormPage>
            }
        })
        .await)
}

fn fields(testimony: &Testimony, shelves: Vec<(ShelfId, String)>, own: Languages) -> impl IntoView + use<> {
    let stands = match testimony.whereabouts() {
        Whereabouts::Between => BETWEEN,
        _ => STANDS,
    };
    let ways = vec![
        Choice::new(STANDS, say!(testimony.accept)).noted(say!(testimony.accept_note)),
        Choice::new(BETWEEN, say!(testimony.between)).noted(say!(testimony.between_note)),
    ];
    let mut choices = vec![(String::new(), say!(testimony.no_shelf))];
    choices.extend(shelves.into_iter().map(|(id, name)| (id.to_string(), name)));
    let shelf = testimony.answer.shelf_id.as_ref().map(ToString::to_string);
    let answered = testimony.answer.answers > 0;
    let language =
        (answered && !testimony.answer.thanks_language.is_empty()).then(|| testimony.answer.thanks_language.clone());
    view! {
        <TextArea name=field::THANKS label=say!(testimony.thanks) hint=say!(testimony.thanks_hint) rows=3 optional=true
            value=testimony.answer.thanks.clone()/>
        <LanguageField own value=language/>
        <Radios name=field::STANDS label=say!(testimony.decide) choices=ways value=stands.to_owned()/>
        <SelectField name=field::SHELF label=say!(testimony.shelf) choices value=shelf/>
        <AudienceField value=testimony.answer.audience.as_str().to_owned()/>
    }
}

/// The words were taken back in the meantime; what the student wrote is not lost.
async fn taken_back(asking: &Asking, student: &Student, typed: &Values) -> axum::response::Response {
    let (back, typed) = (format!("/student/{}/testimonies", student.id), typed.clone());
    let title = say_in!(asking.locale, testimony.gone);
    let page =
        Page::titled(title.clone()).at(Place::Portfolio).working().status(http::StatusCode::UNPROCESSABLE_ENTITY);
    asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to=back words=say!(testimony.inbox)/>
                        <h1>{title}</h1>
                        <p class="lead">{say!(testimony.gone_do)}</p>
                    </header>
                    <TypedWordsBack typed/>
                </Main>
            }
        })
        .await
}
