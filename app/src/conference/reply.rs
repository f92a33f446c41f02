//! `/conference/{conference}/reply`: a family member says something back; `/reply/{reply}`: in other words;
//! `/reply/{reply}/letter`: the student writes back.

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::conference::reply::{Late, Reply, Said as ReplyWords, TypedReply};
use kinfolio::field;
use kinfolio::id::{ConferenceId, ReplyId, SoundId};
use kinfolio::language::{Language, Spoken};
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::{Conn, Tx};
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::{self, Problem, Problems};
use leptos::prelude::*;

use super::found;
use super::replies::ReplyCard;
use super::reply_form::ReplyFields;
use crate::asking::{Asking, In, go_saying, in_words};
use crate::definition::words::Paragraphs;
use crate::fields::{Fields, Values};
use crate::form::{Form, Identity};
use crate::media::{Bytes, SOUND};
use crate::parts::{FormPage, Hidden, LanguageField, Player, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::when;
use crate::wording::apart;

/// Takes a reply. A form that was opened while replies were taken is taken a little later too; what comes later still is
/// kept for its author.
pub async fn say_back(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let mut bytes = Bytes::default();
    if Bytes::come_with(&fields) {
        found(&asking, &mut asking.read().await?, &id, Action::Reply).await?;
        bytes = Bytes::of(&asking, &fields, &mut problems).await;
    }
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let (conference, student) = found(&asking, &mut tx, &id, Action::Reply).await?;
    let sound = sound(&asking, &mut tx, &fields, &bytes, None).await?;
    let reply = fields.id_or(ReplyId::new);
    let mut values = carried(&fields, sound.as_ref());
    let problems = match ReplyWords::checked(&typed(&fields, sound), problems) {
        Ok((starter, said)) => {
            let opened = opened_at(&asking, &id, &fields)?;
            if conference.takes_reply(opened, asking.now(), &viewer.time_zone) {
                let before = asking.before(&mut tx, SeenAct::Reply, &id).await?;
                if !conference.reply(&mut tx, viewer, &reply, (starter, &said), asking.now()).await?.is_kept() {
                    return Err(Refusal::NotFound);
                }
                conference.forget_late(&mut tx, &viewer.person_id, &reply).await?;
                let to = in_words(format!("/conference/{id}#r-{reply}"), &fields, (Spoken::Reply, &reply));
                return asking.done(tx, before, to, Done::Replied).await;
            }
            conference.keep_late(&mut tx, viewer, &reply, (starter, &said), asking.now()).await?;
            values.set(field::ID, reply.to_string());
            let name = apart(student.called());
            let closed = Problem::Said(say_in!(asking.locale, commitment.closed_now, name = name));
            Problems::from([(field::TEXT, closed)])
        }
        Err(problems) => problems,
    };
    // What was recorded is kept, so that nobody has to say it twice.
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, conference, student, Form::again(&values, problems)).await
}

/// The form, talking first.
pub async fn form(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::Reply).await?;
    let late = conference.late(&mut conn, &asking.viewer()?.person_id).await?;
    drop(conn);
    show(&asking, conference, student, late.map(filled).unwrap_or_default()).await
}

/// The form with what its author wanted to say too late.
fn filled(late: Late) -> Form {
    let mut values = Values::default();
    values.set(field::LATE, "yes");
    values.set(field::ID, late.id.to_string());
    values.set(field::STARTER, late.starter.as_str());
    values.set(field::TEXT, late.said.text);
    values.set(field::TRANSCRIPT, late.said.transcript);
    values.set(field::LANGUAGE, late.said.language.tag());
    if let Some(sound) = late.said.sound {
        values.set(SOUND.kept, sound.to_string());
    }
    Form::filled(values)
}

/// When a form was opened, for its field `opened`, under a seal of ours: what comes back without it counts for nothing.
pub(super) fn opened_now(asking: &Asking, conference: &ConferenceId) -> Result<String, Refusal> {
    let now = asking.now();
    Ok(format!("{}.{}", now.0, asking.services.secrets.seal(&opened_words(asking, conference, now)?)))
}

/// When the form that comes back was opened, as far as that was said by us, to this person, for this conference.
fn opened_at(asking: &Asking, conference: &ConferenceId, values: &Values) -> Result<Option<At>, Refusal> {
    let Some((millis, seal)) = values.get(field::OPENED).split_once('.') else { return Ok(None) };
    let Ok(at) = millis.parse().map(At) else { return Ok(None) };
    let words = opened_words(asking, conference, at)?;
    Ok(asking.services.secrets.sealed(&words, seal).then_some(at))
}

fn opened_words(asking: &Asking, conference: &ConferenceId, at: At) -> Result<String, Refusal> {
    Ok(format!("reply to {conference} by {} opened at {}", asking.viewer()?.person_id, at.0))
}

async fn show(asking: &Asking, conference: Conference, student: Student, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let name = apart(student.called());
    // A form that comes back keeps the moment at which it was first opened.
    let opened = match opened_at(asking, &conference.id, form.values())? {
        Some(_) => form.value(field::OPENED),
        None => opened_now(asking, &conference.id)?,
    };
    let is_late = form.values().has(field::LATE);
    let before = opened_at(asking, &conference.id, form.values())?;
    let takes = conference.takes_reply(before, asking.now(), &viewer.time_zone);
    let unsent = (!takes).then(|| form.values().clone());
    let identity = Identity::adds(&form, ReplyId::new);
    let title = say_in!(asking.locale, conference.reply);
    let page = Page::titled(title.clone()).with_form(form).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let here = format!("/conference/{}", conference.id);
            let late = (is_late && takes).then(|| view! { <p class="soft">{say!(commitment.late_again)}</p> });
            let last = conference.replies_close_on(&viewer.time_zone);
            let until = last.noon(&viewer.time_zone).map(|noon| when::day(noon, &viewer.time_zone)).unwrap_or_default();
            let about = match takes {
                true => view! {
                    <p class="lead">{say!(conference.reply_lead, name = name.clone())} " " {say!(commitment.open_until, day = until)}</p>
                }
                .into_any(),
                false => view! { <p class="lead">{say!(commitment.closed, day = until, name = name.clone())}</p> }.into_any(),
            };
            let instead = unsent.map(|values| closed(&values, &here));
            view! {
                <FormPage back=here.clone() back_words=say!(conference.title_of, name = name) title
                    about above=late.into_any() instead
                    action=format!("{here}/reply")
                    identity files=true save=say!(conference.reply_send) button="btn btn--family btn--big">
                    <Hidden name=field::OPENED value=opened/>
                    <ReplyFields own=None languages=viewer.languages/>
                </FormPage>
            }
        })
        .await)
}

/// What stands there once nothing is taken any more: what they wanted to say, and what they still can do.
fn closed(values: &Values, conference: &str) -> AnyView {
    let (text, transcript) = (values.get(field::TEXT).to_owned(), values.get(field::TRANSCRIPT).to_owned());
    let sound = SoundId::parse(values.get(SOUND.kept));
    let is_kept = sound.is_some() || !text.trim().is_empty() || !transcript.trim().is_empty();
    let kept = is_kept.then(|| {
        let language = Language::tagged(values.get(field::LANGUAGE)).map(|language| language.tag().to_owned());
        let name = say!(commitment.late_open);
        let sound = sound.map(|sound| view! { <Player sound name/> });
        view! {
            <section class="voice voice--family flow" id="field-text">
                <p class="who">{say!(commitment.late_kept)}</p>
                <div class="said flow" lang=language dir="auto"><Paragraphs text=text/> <Paragraphs text=transcript/></div>
                {sound}
            </section>
        }
    });
    view! {
        {kept}
        <ul class="flow">
            <li><a href=format!("{conference}/commitment")>{say!(commitment.make)}</a></li>
            <li><a href=format!("{conference}/keepsake")>{say!(commitment.keepsake)}</a></li>
        </ul>
    }
    .into_any()
}

/// The recording that came with a form.
async fn sound(
    asking: &Asking,
    tx: &mut Tx,
    values: &Values,
    bytes: &Bytes,
    before: Option<&SoundId>,
) -> Result<Option<SoundId>, Refusal> {
    Ok(bytes.brought(tx, asking, values, (before, None)).await?.0)
}

/// What a form says: in words, spoken, or both.
fn typed(values: &Values, sound: Option<SoundId>) -> TypedReply<'_> {
    TypedReply {
        starter: values.get(field::STARTER),
        text: values.get(field::TEXT),
        sound,
        transcript: values.get(field::TRANSCRIPT),
        language: values.get(field::LANGUAGE),
    }
}

/// The values of a form that comes again, with the recording it brought.
fn carried(fields: &Fields, sound: Option<&SoundId>) -> Values {
    let mut values = fields.values.clone();
    if let Some(sound) = sound {
        values.set(SOUND.kept, sound.to_string());
        values.forget(SOUND.leave);
    }
    values
}

/// A reply, found through the conference it was said to.
pub(crate) async fn reply(
    asking: &Asking,
    conn: &mut Conn,
    id: &ReplyId,
    action: Action,
) -> Result<(Reply, Conference, Student), Refusal> {
    let (of, reply) = Reply::find(conn, asking.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
    let (conference, student) = found(asking, conn, &of, action).await?;
    Ok((reply, conference, student))
}

/// The author's own reply.
async fn own(asking: &Asking, conn: &mut Conn, id: &ReplyId) -> Result<(Reply, Conference), Refusal> {
    let (reply, conference, _) = reply(asking, conn, id, Action::Reply).await?;
    let own = reply.author_id == asking.viewer()?.person_id && reply.withdrawn_at.is_none();
    own.then_some((reply, conference)).ok_or(Refusal::NotFound)
}

/// One's own reply, to be put in other words.
pub async fn page(asking: Asking, In(id): In<ReplyId>) -> Answer {
    let (reply, conference) = own(&asking, &mut asking.read().await?, &id).await?;
    edit(&asking, reply, conference, Form::default()).await
}

/// Puts it in other words.
pub async fn change(asking: Asking, In(id): In<ReplyId>, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let mut bytes = Bytes::default();
    if Bytes::come_with(&fields) {
        own(&asking, &mut asking.read().await?, &id).await?;
        bytes = Bytes::of(&asking, &fields, &mut problems).await;
    }
    let mut tx = asking.write().await?;
    let (reply, conference) = own(&asking, &mut tx, &id).await?;
    let sound = sound(&asking, &mut tx, &fields, &bytes, reply.said.sound.as_ref()).await?;
    let values = carried(&fields, sound.as_ref());
    let form = match ReplyWords::checked(&typed(&fields, sound), problems) {
        Ok((starter, said)) => {
            let same = reply.said == said && reply.starter == starter;
            let made_from = fields.version();
            let before = asking.before(&mut tx, SeenAct::Reply, &conference.id).await?;
            if same || reply.reword(&mut tx, made_from, (starter, &said)).await?.is_kept() {
                return asking.done(tx, before, format!("/conference/{}#r-{id}", conference.id), Done::Saved).await;
            }
            Form::stale(&values, reply.version, field::TEXT)
        }
        Err(problems) => Form::again(&values, problems),
    };
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    edit(&asking, reply, conference, form).await
}

/// `/reply/{reply}/take-back`: it goes for everybody, also where its author does not see the conference any more. A letter that
/// the student wrote back stays, beside a mark.
pub async fn take_back(asking: Asking, In(id): In<ReplyId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let found = Reply::find(&mut tx, viewer, &id).await?;
    let (of, reply) = found.ok_or(Refusal::NotFound)?;
    if reply.author_id != viewer.person_id || reply.withdrawn_at.is_some() {
        return Err(Refusal::NotFound);
    }
    seen(&fields)?;
    let is_open = found_at(&asking, &mut tx, &of).await?;
    let ReplyWords { text, transcript, .. } = reply.said;
    let name = if text.is_empty() { transcript } else { text };
    let became = BinKind::Reply.throw_away(&mut tx, viewer, &id, &name, asking.now()).await?;
    tx.commit().await?;
    go_saying(if is_open { format!("/conference/{of}#replies") } else { "/bin".to_owned() }, thrown(&became))
}

/// Whether whoever asks sees the conference.
async fn found_at(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<bool, Refusal> {
    match found(asking, conn, id, Action::SeeConference).await {
        Ok(_) => Ok(true),
        Err(Refusal::NotFound | Refusal::NotAllowed) => Ok(false),
        Err(trouble) => Err(trouble),
    }
}

async fn edit(asking: &Asking, reply: Reply, conference: Conference, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, commitment.reply_mine);
    let page = Page::titled(title.clone()).with_form(form.clone()).with_islands().heard();
    Ok(asking
        .page(page, move || {
            let identity = Identity::changes(&form, reply.version);
            let (stands, zone) = (reply.clone(), viewer.time_zone.clone());
            let reads_now = move || view! { <ReplyCard reply=stands zone/> };
            view! {
                <FormPage back=format!("/conference/{}#replies", conference.id) back_words=say!(conference.replies) title
                    reads_now action=format!("/reply/{}", reply.id) identity files=true save=say!(conference.save) button="btn btn--family btn--big"
                    beneath=view! { <TakeBack to=format!("/reply/{}/take-back", reply.id) words=say!(definition.take_words_back)/> }.into_any()>
                    <ReplyFields own=Some((reply.starter, reply.said.clone())) languages=viewer.languages/>
                </FormPage>
            }
        })
        .await)
}

/// The student writes back.
pub async fn letter_page(asking: Asking, In(id): In<ReplyId>) -> Answer {
    let (reply, conference, _) = reply(&asking, &mut asking.read().await?, &id, Action::LeadConference).await?;
    letter(&asking, reply, conference, Form::default()).await
}

/// Keeps the letter. Written again, the later one stands.
pub async fn write_back(asking: Asking, In(id): In<ReplyId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (reply, conference, _) = reply(&asking, &mut tx, &id, Action::LeadConference).await?;
    match words::said(fields.get(field::TEXT), fields.get(field::LANGUAGE)) {
        Ok((words, language)) => {
            let before = asking.before(&mut tx, SeenAct::WriteBack, &id).await?;
            reply.write_back(&mut tx, &words, &language, asking.now()).await?;
            asking.done(tx, before, format!("/conference/{}#r-{id}", conference.id), Done::WroteBack).await
        }
        Err(problems) => {
            drop(tx);
            letter(&asking, reply, conference, Form::again(&fields, problems)).await
        }
    }
}

async fn letter(asking: &Asking, reply: Reply, conference: Conference, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, commitment.letter_to, name = apart(&reply.author));
    let page = Page::titled(title.clone()).with_form(form).working();
    Ok(asking
        .page(page, move || {
            let before = (!reply.letter.is_empty()).then(|| reply.letter.clone());
            let language = Language::tagged(&reply.letter_language).map(|language| language.tag().to_owned());
            view! {
                <FormPage back=format!("/conference/{}#replies", conference.id) back_words=say!(conference.replies) title
                    above=view! { <ReplyCard reply=reply.clone() zone=viewer.time_zone.clone() bare=true/> }.into_any()
                    action=format!("/reply/{}/letter", reply.id) save=say!(commitment.letter_send)>
                    <TextArea name=field::TEXT label=say!(commitment.letter) hint=say!(commitment.letter_hint) value=before/>
                    <LanguageField own=viewer.languages value=language/>
                </FormPage>
            }
        })
        .await)
}
