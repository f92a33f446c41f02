//! `/choice/{choice}`: an advisor moves what a family has chosen, or takes it back and tells them: it never just vanishes.

use kinfolio::field;
use kinfolio::id::ChoiceId;
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::SeenAct;
use kinfolio::time::{ChosenTime, Time};
use kinfolio::words::{Problem, Problems, limit, text};
use leptos::prelude::*;

use super::list::Who;
use super::{about, day_and_span};
use crate::asking::{Asking, In};
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{Back, Hidden, LanguageField, ProblemSummary, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Main, Page, Place, Width};
use crate::wording::apart;

async fn found(asking: &Asking, conn: &mut Conn, id: &ChoiceId) -> Result<(ChosenTime, Student), Refusal> {
    let choice = ChosenTime::find(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let student = asking.student(conn, &choice.student_id, Action::TakeTimeBack).await?;
    Ok((choice, student))
}

/// Who has the time, and what can be done.
pub async fn page(asking: Asking, In(id): In<ChoiceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (choice, student) = found(&asking, &mut conn, &id).await?;
    drop(conn);
    show(&asking, choice, student, Form::default()).await
}

/// Ends it: the family called and cannot come; or the advisor cannot, and says why.
pub async fn end(asking: Asking, In(id): In<ChoiceId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (choice, student) = found(&asking, &mut tx, &id).await?;
    let they_called = fields.get(field::WHY) == "family";
    let mut problems = Problems::default();
    let words = if they_called {
        String::new()
    } else {
        problems.take(field::WORDS, text(fields.get(field::WORDS), limit::WORDS))
    };
    let language = if they_called { Some(Language::english()) } else { Language::tagged(fields.get(field::LANGUAGE)) };
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    let Some(language) = language.filter(|_| problems.is_empty()) else {
        drop(tx);
        return show(&asking, choice, student, Form::again(&fields, problems)).await;
    };
    let before = asking.before(&mut tx, SeenAct::ChooseTime, &student.id).await?;
    choice.end(&mut tx, &viewer.school_id, &viewer.person_id, (&words, &language), asking.now()).await?;
    if !they_called && choice.time.advisor_id == viewer.person_id {
        Time::withdraw(&mut tx, viewer, &choice.time.id).await?;
    }
    let said = if they_called { Done::TimeGivenBack } else { Done::TimeTold };
    asking.done(tx, before, "/times", said).await
}

async fn show(asking: &Asking, choice: ChosenTime, student: Student, form: Form) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let own = asking.viewer()?.languages.clone();
    let title = say_in!(asking.locale, time.choice_title, name = apart(student.called()));
    let page = Page::titled(title.clone()).at(Place::Times).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let here = format!("/choice/{}", choice.choice_id);
            let move_to = format!("/student/{}/time", student.id);
            view! {
                <Main width=Width::Narrow>
                    <header>
                        <Back to="/times" words=say!(time.title)/>
                        <h1>{title}</h1>
                    </header>
                    <ProblemSummary/>
                    <div class="when">
                        <strong>{day_and_span(&choice.time, &zone)}</strong>
                        <p>{about(&choice.time)}</p>
                        <Who choice/>
                    </div>
                    <section class="flow">
                        <h2>{say!(time.choice_move)}</h2>
                        <p>{say!(time.choice_move_do)}</p>
                        <p><a class="btn btn--primary" href=move_to>{say!(time.choice_move_way)}</a></p>
                    </section>
                    <section class="flow">
                        <h2>{say!(time.they_cannot)}</h2>
                        <p>{say!(time.they_cannot_do)}</p>
                        <form method="post" action=here.clone()>
                            <Hidden name=field::WHY value="family"/>
                            <button class="btn">{say!(time.they_cannot_way)}</button>
                        </form>
                    </section>
                    <section class="flow">
                        <h2>{say!(time.i_cannot)}</h2>
                        <p>{say!(time.i_cannot_do)}</p>
                        <form method="post" action=here>
                            <Hidden name=field::WHY value="advisor"/>
                            <TextArea name=field::WORDS label=say!(time.tell) hint=say!(time.tell_hint) rows=4/>
                            <LanguageField own/>
                            <div class="actions"><button class="btn">{say!(time.tell_way)}</button></div>
                        </form>
                    </section>
                </Main>
            }
        })
        .await)
}
