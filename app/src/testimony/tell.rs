//! `/student/{student}/testimony`: somebody of the family tells something, talking first; beneath it, what they have told.

use kinfolio::field;
use kinfolio::id::{PersonId, TestimonyId};
use kinfolio::language::{Languages, Spoken};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Tx;
use kinfolio::taking_back::SeenAct;
use kinfolio::testimony::{Kind, NewTestimony, Testimony, Told, Whereabouts, limit};
use kinfolio::words::{Problem, Problems, optional_line};
use leptos::prelude::*;

use super::{ToldCard, thanks};
use crate::asking::{Asking, In, in_words};
use crate::definition::saying::{ThreeWays, carried_along, said};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::islands::UnsavedWords;
use crate::media::Bytes;
use crate::parts::{Choice, FormPage, LanguageField, Radios, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::{apart, number};

/// The form.
pub async fn page(asking: Asking, In(id): In<PersonId>) -> Answer {
    let mut conn = asking.read().await?;
    let student = asking.student(&mut conn, &id, Action::Testify).await?;
    let mine = Testimony::told_by(&mut conn, &student, &asking.viewer()?.person_id).await?;
    drop(conn);
    show(&asking, student, mine, Form::default()).await
}

/// Takes what is told.
pub async fn tell(asking: Asking, In(id): In<PersonId>, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let mut bytes = Bytes::default();
    if Bytes::come_with(&fields) {
        asking.student(&mut asking.read().await?, &id, Action::Testify).await?;
        bytes = Bytes::of(&asking, &fields, &mut problems).await;
    }
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let student = asking.student(&mut tx, &id, Action::Testify).await?;
    let told = told(&asking, &mut tx, &fields, &bytes, None, &mut problems).await?;
    if problems.is_empty() {
        let new = NewTestimony { id: fields.id_or(TestimonyId::new), told: told.clone() };
        let before = asking.before(&mut tx, SeenAct::Testify, &new.id).await?;
        match Testimony::tell(&mut tx, &student, viewer, &new, asking.now()).await? {
            Saved::Kept(testimony) => {
                let to = format!("/student/{id}/testimony#t-{testimony}");
                let to = in_words(to, &fields, (Spoken::Testimony, &testimony));
                return asking.done(tx, before, to, Done::Told).await;
            }
            _ => {
                let full = say_in!(asking.locale, testimony.full, max = number(limit::OF_ONE as i64));
                problems.note(field::TEXT, Problem::Said(full));
            }
        }
    }
    let mut values = fields.values.clone();
    carried_along(&mut values, &told.said);
    let mine = Testimony::told_by(&mut tx, &student, &viewer.person_id).await?;
    // What was recorded is kept, so that nobody has to say it twice.
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, student, mine, Form::again(&values, problems)).await
}

/// What a form tells, and what is wrong with it. `before` is what is being put in other words.
pub(super) async fn told(
    asking: &Asking,
    tx: &mut Tx,
    fields: &Fields,
    bytes: &Bytes,
    before: Option<&Told>,
    problems: &mut Problems,
) -> Result<Told, Refusal> {
    let said = said(asking, tx, fields, bytes, before.map(|told| &told.said), problems).await?;
    let title = problems.take(field::TITLE, optional_line(fields.get(field::TITLE)));
    let place = problems.take(field::PLACE, optional_line(fields.get(field::PLACE)));
    let kind = Kind::named(fields.get(field::KIND)).unwrap_or_else(|| {
        problems.note(field::KIND, Problem::Choose);
        Kind::Told
    });
    Ok(Told { kind, title, place, said })
}

/// The fields of what is told.
#[component]
pub(super) fn ToldFields(
    #[prop(optional_no_strip)] own: Option<Told>,
    #[prop(into)] name: String,
    languages: Languages,
) -> impl IntoView {
    let kinds = vec![
        Choice::new(Kind::Told.as_str(), say!(testimony.kind_told, name = name.clone())),
        Choice::new(Kind::Made.as_str(), say!(testimony.kind_made, name = name.clone())),
    ];
    let kind = own.as_ref().map_or(Kind::Told, |told| told.kind);
    let language = own.as_ref().map(|told| told.said.language.tag().to_owned());
    let (title, place) = own.as_ref().map(|told| (told.title.clone(), told.place.clone())).unzip();
    let said = own.map(|told| told.said);
    view! {
        <Radios name=field::KIND label=say!(testimony.kind) choices=kinds value=kind.as_str().to_owned()/>
        <ThreeWays own=said talking_first=true label=say!(testimony.words) hint=say!(testimony.words_hint, name = name)/>
        <TextField name=field::TITLE label=say!(testimony.about) hint=say!(testimony.about_hint) value=title said=true optional=true/>
        <TextField name=field::PLACE label=say!(testimony.place) hint=say!(testimony.place_hint) value=place optional=true/>
        <LanguageField own=languages value=language guess=true/>
    }
}

async fn show(asking: &Asking, student: Student, mine: Vec<Testimony>, form: Form) -> Answer {
    let languages = asking.viewer()?.languages.clone();
    let name = apart(student.called());
    let title = say_in!(asking.locale, testimony.tell, name = name.clone());
    let page = Page::titled(title.clone()).with_form(form.clone()).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let identity = Identity::adds(&form, TestimonyId::new);
            let action = format!("/student/{}/testimony", student.id);
            view! {
                <FormPage back=format!("/student/{}", student.id) back_words=student.name.clone() title
                    lead=say!(testimony.tell_lead)
                    action
                    identity files=true save=say!(testimony.send, name = name.clone()) button="btn btn--family btn--big"
                    beneath=told_before(mine, &student).into_any()>
                    <ToldFields own=None name=name.clone() languages/>
                    <UnsavedWords message=say!(work.unsent) already=!form.problems().is_empty()/>
                    <p class="soft">{say!(testimony.first_read, name = name.clone())}</p>
                </FormPage>
            }
        })
        .await)
}

/// What whoever looks has told, each with where it is now.
fn told_before(mine: Vec<Testimony>, student: &Student) -> Option<impl IntoView + use<>> {
    let cards: Vec<_> = mine
        .into_iter()
        .map(|told| {
            let where_it_is = where_words(&told, student);
            let way = (format!("/testimony/{}", told.id), say!(testimony.change));
            let ways = if told.is_mark() { Vec::new() } else { vec![way] };
            let beneath = thanks(&told, student);
            view! { <ToldCard told ways where_it_is beneath/> }
        })
        .collect();
    (!cards.is_empty()).then(|| {
        view! { <section class="flow"><h2>{say!(testimony.mine)}</h2><div class="flow">{cards}</div></section> }
    })
}

/// Where it is, as its teller reads it.
fn where_words(told: &Testimony, student: &Student) -> String {
    let name = apart(student.called());
    match told.whereabouts() {
        Whereabouts::Waiting => say!(testimony.waits_teller, name = name),
        Whereabouts::Standing => say!(testimony.stands_teller, name = name),
        Whereabouts::Reworded => say!(testimony.reworded_teller, name = name),
        Whereabouts::Between => say!(testimony.between_teller, name = name),
        Whereabouts::Withdrawn => String::new(),
    }
}
