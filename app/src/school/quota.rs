//! The quota, at `/school/room`: how big a file may be, and how much all files of a student may be together.

use kinfolio::field::{self, FieldName};
use kinfolio::policy::Action;
use kinfolio::quota::{LEAST_MB, MOST_MB, QuotaLimits};
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::{Asking, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::parts::{FormPage, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page, Place};

/// The form.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let limits = QuotaLimits::of(&mut asking.read().await?, &viewer.school_id).await?.ok_or(Refusal::NotFound)?;
    show(&asking, limits, Form::default()).await
}

/// Sets the limits. What is there already stays, also where it is more.
pub async fn set(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::RunSchool)?;
    let mut problems = Problems::default();
    let limits = QuotaLimits {
        file_mb: whole(&fields, field::FILE_MB, &mut problems),
        student_mb: whole(&fields, field::STUDENT_MB, &mut problems),
    };
    if problems.is_empty() && limits.file_mb > limits.student_mb {
        problems.note(field::FILE_MB, Problem::Said(say_in!(asking.locale, school.quota_file_over_student)));
    }
    if !problems.is_empty() {
        return show(&asking, limits, Form::again(&fields, problems)).await;
    }
    let mut tx = asking.write().await?;
    limits.set(&mut tx, &viewer.school_id).await?;
    tx.commit().await?;
    go_saying("/school/room", Done::Saved)
}

/// A whole number of megabytes within what can be chosen.
fn whole(values: &Values, field: FieldName, problems: &mut Problems) -> i64 {
    let number = values.parsed::<i64>(&field).filter(|number| (LEAST_MB..=MOST_MB).contains(number));
    if number.is_none() {
        problems.note(field, Problem::NotANumber { min: LEAST_MB, max: MOST_MB });
    }
    number.unwrap_or(LEAST_MB)
}

async fn show(asking: &Asking, limits: QuotaLimits, form: Form) -> Answer {
    let title = say_in!(asking.locale, school.quota);
    let page = Page::titled(title.clone()).at(Place::Home).working().with_form(form);
    Ok(asking
        .page(page, move || {
            view! {
                <FormPage back="/" back_words=say!(shell.home) title
                    lead=say!(school.quota_lead)
                    action="/school/room" save=say!(work.save)>
                    <TextField name=field::FILE_MB kind="number" label=say!(school.quota_file) hint=say!(school.quota_file_hint)
                        words=false value=limits.file_mb.to_string()/>
                    <TextField name=field::STUDENT_MB kind="number" label=say!(school.quota_student) hint=say!(school.quota_student_hint)
                        words=false value=limits.student_mb.to_string()/>
                </FormPage>
            }
        })
        .await)
}
