//! `/contribution/{contribution}/worry` and its like: whoever reads words says that they worry about a child because of them.
//! First it is said who reads this, that it is kept, and what it is not.

use kinfolio::field;
use kinfolio::hidden::HiddenKind;
use kinfolio::id::{ContributionId, FeedbackId, RemarkId, ReplyId, TestimonyId, WorryId};
use kinfolio::store::{Conn, Tx};
use kinfolio::words::{self, Problems};
use kinfolio::worry::{LONGEST_WHY, NewWorry, WhoHears, may_worry};
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::definition::words::{Paragraphs, list};
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::hiding::said::{WordsRead, contribution, remark, reply, testimony};
use crate::parts::{FormPage, Icon, TextArea, Voice, VoiceCard};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::Page;
use crate::wording::apart;
use crate::work::feedback::read_on_road;

/// Whether whoever asks may worry because of these words.
fn allowed(words: WordsRead) -> Result<WordsRead, Refusal> {
    if may_worry(&words.student, &words.author_id) { Ok(words) } else { Err(Refusal::NotFound) }
}

/// What was said about a version of a work.
async fn feedback(asking: &Asking, conn: &mut Conn, id: &FeedbackId) -> Result<WordsRead, Refusal> {
    let (feedback, work, student) = read_on_road(asking, conn, id).await?;
    Ok(WordsRead {
        kind: HiddenKind::Feedback,
        thing: id.to_string(),
        author: feedback.author,
        copy: feedback.text.clone(),
        words: feedback.text,
        had_sound: false,
        had_photo: false,
        language: feedback.language,
        author_id: feedback.author_id,
        role: feedback.role,
        back: format!("/work/{}#f-{id}", work.id),
        student,
    })
}

/// The form about words of the definition.
pub async fn about_contribution(asking: Asking, In(id): In<ContributionId>) -> Answer {
    let mut conn = asking.read().await?;
    let words = contribution(&asking, &mut conn, &id).await?;
    show(&asking, &mut conn, allowed(words)?, Form::default()).await
}

/// Says it of words of the definition.
pub async fn say_of_contribution(asking: Asking, In(id): In<ContributionId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let words = contribution(&asking, &mut tx, &id).await?;
    say(&asking, tx, allowed(words)?, fields).await
}

/// The form about something said beside the words.
pub async fn about_remark(asking: Asking, In(id): In<RemarkId>) -> Answer {
    let mut conn = asking.read().await?;
    let words = remark(&asking, &mut conn, &id).await?;
    show(&asking, &mut conn, allowed(words)?, Form::default()).await
}

/// Says it of something said beside the words.
pub async fn say_of_remark(asking: Asking, In(id): In<RemarkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let words = remark(&asking, &mut tx, &id).await?;
    say(&asking, tx, allowed(words)?, fields).await
}

/// The form about something said back.
pub async fn about_reply(asking: Asking, In(id): In<ReplyId>) -> Answer {
    let mut conn = asking.read().await?;
    let words = reply(&asking, &mut conn, &id).await?;
    show(&asking, &mut conn, allowed(words)?, Form::default()).await
}

/// Says it of something said back.
pub async fn say_of_reply(asking: Asking, In(id): In<ReplyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let words = reply(&asking, &mut tx, &id).await?;
    say(&asking, tx, allowed(words)?, fields).await
}

/// The form about something told.
pub async fn about_testimony(asking: Asking, In(id): In<TestimonyId>) -> Answer {
    let mut conn = asking.read().await?;
    let words = testimony(&asking, &mut conn, &id).await?;
    show(&asking, &mut conn, allowed(words)?, Form::default()).await
}

/// Says it of something told.
pub async fn say_of_testimony(asking: Asking, In(id): In<TestimonyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let words = testimony(&asking, &mut tx, &id).await?;
    say(&asking, tx, allowed(words)?, fields).await
}

/// The form about feedback.
pub async fn about_feedback(asking: Asking, In(id): In<FeedbackId>) -> Answer {
    let mut conn = asking.read().await?;
    let words = feedback(&asking, &mut conn, &id).await?;
    show(&asking, &mut conn, allowed(words)?, Form::default()).await
}

/// Says it of feedback.
pub async fn say_of_feedback(asking: Asking, In(id): In<FeedbackId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let words = feedback(&asking, &mut tx, &id).await?;
    say(&asking, tx, allowed(words)?, fields).await
}

async fn say(asking: &Asking, mut tx: Tx, about: WordsRead, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut problems = Problems::default();
    let why = problems.take(field::WHY, words::optional_text(fields.get(field::WHY), LONGEST_WHY));
    if !problems.is_empty() {
        return show(asking, &mut tx, about, Form::again(&fields, problems)).await;
    }
    let worry = NewWorry {
        id: &fields.id_or(WorryId::new),
        kind: about.kind,
        thing: &about.thing,
        student: &about.student.id,
        author: &about.author_id,
        author_role: about.role,
        author_name: &about.author,
        language: &about.language,
        text: &about.copy,
        had_sound: about.had_sound,
        had_photo: about.had_photo,
        why: &why,
    };
    worry.keep(&mut tx, viewer, asking.now()).await?;
    tx.commit().await?;
    go_saying(about.back, Done::WorrySaid)
}

async fn show(asking: &Asking, conn: &mut Conn, about: WordsRead, form: Form) -> Answer {
    let who = WhoHears::of(conn, asking.viewer()?, &about.author_id).await?;
    let title = say_in!(asking.locale, worry.title);
    let page = Page::titled(title.clone()).with_form(form.clone());
    Ok(asking
        .page(page, move || {
            let action = about.address("worry");
            let identity = Identity::adds(&form, WorryId::new);
            let by_name = who.iter().all(|one| one.by_name);
            let names: Vec<String> = who.into_iter().map(|one| apart(&one.name)).collect();
            let names = list(&names);
            let who = if by_name { say!(worry.who_named, names = names) } else { say!(worry.who_leads, names = names) };
            let WordsRead { author, words, language, role, back, had_sound, had_photo, .. } = about;
            let media = (had_sound || had_photo).then(|| say!(worry.media));
            let first = view! {
                <p>{who} " " {say!(worry.your_name)}</p>
                <p>{say!(worry.is_kept)} " " {media}</p>
                <p>{say!(worry.stays)}</p>
                <div class="notice notice--info"><Icon name="info"/><p>{say!(worry.no_emergency_line)}</p></div>
            };
            let above = view! {
                <VoiceCard voice=Voice::of(role) name=apart(&author) language><Paragraphs text=words/></VoiceCard>
            };
            view! {
                <FormPage back back_words=say!(hiding.back) title about=first.into_any() above=above.into_any() action identity
                    save=say!(worry.send)>
                    <TextArea name=field::WHY label=say!(worry.why) hint=say!(worry.why_hint) rows=3 optional=true/>
                </FormPage>
            }
        })
        .await)
}
