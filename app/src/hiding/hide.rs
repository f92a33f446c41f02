//! `/contribution/{contribution}/hide` and its like: words go out of sight. A student may do it silently; an advisor says why.

use kinfolio::field;
use kinfolio::hidden::{Hiding, may_hide};
use kinfolio::id::{ContributionId, RemarkId, ReplyId, TestimonyId};
use kinfolio::person::Role;
use kinfolio::store::Tx;
use kinfolio::taking_back::SeenAct;
use kinfolio::words::{self, Problems, limit};
use leptos::prelude::*;

use super::said::{WordsRead, contribution, remark, reply, testimony};
use crate::asking::{Asking, In};
use crate::definition::words::Paragraphs;
use crate::fields::Fields;
use crate::form::Form;
use crate::parts::{FormPage, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::wording::apart;

/// Whether whoever asks may hide these words.
fn allowed(words: WordsRead) -> Result<WordsRead, Refusal> {
    if may_hide(&words.student, &words.author_id, words.role) { Ok(words) } else { Err(Refusal::NotFound) }
}

/// The form for words of the definition.
pub async fn of_contribution(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let to_hide = allowed(contribution(&asking, &mut asking.read().await?, &id).await?)?;
    show(&asking, to_hide, Form::default()).await
}

/// Hides words of the definition.
pub async fn hide_contribution(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let to_hide = allowed(contribution(&asking, &mut tx, &id).await?)?;
    hide(&asking, tx, to_hide, fields).await
}

/// The form for something said beside the words.
pub async fn of_remark(asking: Asking, In(id): In<RemarkId>) -> Answer {
    let to_hide = allowed(remark(&asking, &mut asking.read().await?, &id).await?)?;
    show(&asking, to_hide, Form::default()).await
}

/// Hides something said beside the words.
pub async fn hide_remark(asking: Asking, In(id): In<RemarkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let to_hide = allowed(remark(&asking, &mut tx, &id).await?)?;
    hide(&asking, tx, to_hide, fields).await
}

/// The form for something said back.
pub async fn of_reply(asking: Asking, In(id): In<ReplyId>) -> Answer {
    let to_hide = allowed(reply(&asking, &mut asking.read().await?, &id).await?)?;
    show(&asking, to_hide, Form::default()).await
}

/// Hides something said back.
pub async fn hide_reply(asking: Asking, In(id): In<ReplyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let to_hide = allowed(reply(&asking, &mut tx, &id).await?)?;
    hide(&asking, tx, to_hide, fields).await
}

/// The form for something told.
pub async fn of_testimony(asking: Asking, In(id): In<TestimonyId>) -> Answer {
    let to_hide = allowed(testimony(&asking, &mut asking.read().await?, &id).await?)?;
    show(&asking, to_hide, Form::default()).await
}

/// Hides something told.
pub async fn hide_testimony(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let to_hide = allowed(testimony(&asking, &mut tx, &id).await?)?;
    hide(&asking, tx, to_hide, fields).await
}

/// Why words are hidden, as it was typed: a student may say nothing.
pub(crate) fn reason(fields: &Fields, leads: bool, problems: &mut Problems) -> String {
    let typed = fields.get(field::REASON);
    let checked = if leads { words::optional_text(typed, limit::WORDS) } else { words::text(typed, limit::WORDS) };
    problems.take(field::REASON, checked)
}

async fn hide(asking: &Asking, mut tx: Tx, to_hide: WordsRead, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut problems = Problems::default();
    let reason = reason(&fields, viewer.role == Role::Student, &mut problems);
    if !problems.is_empty() {
        drop(tx);
        return show(asking, to_hide, Form::again(&fields, problems)).await;
    }
    let before = asking.before(&mut tx, SeenAct::HideWords, &to_hide.thing).await?;
    let hiding = Hiding {
        kind: to_hide.kind,
        thing: &to_hide.thing,
        student: &to_hide.student.id,
        author: &to_hide.author_id,
        reason: &reason,
    };
    hiding.keep(&mut tx, viewer, asking.now()).await?;
    asking.done(tx, before, to_hide.back, Done::WordsHidden).await
}

async fn show(asking: &Asking, to_hide: WordsRead, form: Form) -> Answer {
    let leads = asking.viewer()?.role == Role::Student;
    let title = say_in!(asking.locale, hiding.title);
    let page = Page::titled(title.clone()).with_form(form);
    Ok(asking
        .page(page, move || {
            let action = to_hide.address("hide");
            let name = apart(&to_hide.author);
            let lead = match leads {
                true => say!(hiding.lead_student, name = name),
                false => say!(hiding.lead_advisor, name = name, student = apart(to_hide.student.called())),
            };
            let hint = if leads { say!(hiding.reason_student) } else { say!(hiding.reason_advisor) };
            let WordsRead { author, words, language, role, back, .. } = to_hide;
            let above = view! {
                <VoiceCard voice=Voice::of(role) name=author language><Paragraphs text=words/></VoiceCard>
            };
            view! {
                <FormPage back back_words=say!(hiding.back) title lead above=above.into_any() action save=say!(hiding.hide)>
                    <TextArea name=field::REASON label=say!(hiding.reason) hint rows=3 optional=leads/>
                </FormPage>
            }
        })
        .await)
}
