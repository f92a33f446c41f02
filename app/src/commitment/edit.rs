//! `/conference/{conference}/commitment`: promising something; `/commitment/{commitment}`: in other words.

use kinfolio::commitment::{Commitment, NewCommitment, TypedCommitment};
use kinfolio::day::Day;
use kinfolio::field;
use kinfolio::id::{CommitmentId, ConferenceId, PersonId};
use kinfolio::language::Spoken;
use kinfolio::person::{Kin, Role, Student, said_by};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use leptos::prelude::*;

use super::{CommitmentCard, found};
use crate::asking::{Asking, In, go_saying, in_words};
use crate::definition::words::named;
use crate::fields::Fields;
use crate::form::{Form, Identity};
use crate::parts::{Choice, FormPage, LanguageField, Radios, TextArea, TextField};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Done, Page};
use crate::taking_back::{TakeBack, seen, thrown};
use crate::wording::apart;

/// The form for a new one.
pub async fn fresh(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (_, student) = crate::conference::found(&asking, &mut conn, &id, Action::Commit).await?;
    let kin = may_tell(&asking, &mut conn, &student).await?;
    drop(conn);
    show(&asking, id, CommitmentForm::New(kin), Form::default()).await
}

/// Promises it.
pub async fn commit(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (conference, student) = crate::conference::found(&asking, &mut tx, &id, Action::Commit).await?;
    let kin = may_tell(&asking, &mut tx, &student).await?;
    let me = asking.viewer()?.person_id.clone();
    let author = said_by(fields.get(field::AUTHOR), &me, &kin);
    match NewCommitment::checked(&typed(&fields, author), None, today(&asking)?) {
        Ok((author, new)) => {
            let commitment = fields.id_or(CommitmentId::new);
            let before = asking.before(&mut tx, SeenAct::Commit, &commitment).await?;
            if !conference.commit(&mut tx, &author, &me, &commitment, &new, asking.now()).await?.is_kept() {
                return Err(Refusal::NotFound);
            }
            let to = in_words(format!("/conference/{id}#p-{commitment}"), &fields, (Spoken::Commitment, &commitment));
            asking.done(tx, before, to, Done::Promised).await
        }
        Err(problems) => {
            drop(tx);
            show(&asking, id, CommitmentForm::New(kin), Form::again(&fields, problems)).await
        }
    }
}

/// The form for one's own.
pub async fn page(asking: Asking, In(id): In<CommitmentId>) -> Answer {
    let commitment = own(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, commitment.conference_id.clone(), CommitmentForm::Again(Box::new(commitment)), Form::default()).await
}

/// Puts it in other words. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<CommitmentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let commitment = own(&asking, &mut tx, &id).await?;
    let typed = typed(&fields, Some(commitment.author_id.clone()));
    let form = match NewCommitment::checked(&typed, commitment.by_day, today(&asking)?) {
        Ok((_, new)) => {
            let made_from = fields.version();
            let before = asking.before(&mut tx, SeenAct::Commit, &id).await?;
            if commitment.says(&new) || commitment.reword(&mut tx, made_from, &new).await?.is_kept() {
                let page = format!("/conference/{}#p-{id}", commitment.conference_id);
                return asking.done(tx, before, page, Done::Saved).await;
            }
            Form::stale(&fields, commitment.version, field::WHAT)
        }
        Err(problems) => Form::again(&fields, problems),
    };
    drop(tx);
    show(&asking, commitment.conference_id.clone(), CommitmentForm::Again(Box::new(commitment)), form).await
}

/// `/commitment/{commitment}/take-back`: whoever promised it takes it back, also after it was said how it went.
pub async fn take_back(asking: Asking, In(id): In<CommitmentId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    let promised = Commitment::find(&mut tx, &viewer.school_id, &id).await?.ok_or(Refusal::NotFound)?;
    if promised.author_id != viewer.person_id {
        return Err(Refusal::NotFound);
    }
    seen(&fields)?;
    let student = Student::seen_by(&mut tx, viewer, &promised.student_id).await?;
    let is_open = student.is_some_and(|student| student.standing.may_at_all(Action::SeeConference));
    let became = BinKind::Commitment.throw_away(&mut tx, viewer, &id, &promised.what, asking.now()).await?;
    tx.commit().await?;
    let page = format!("/conference/{}#promises", promised.conference_id);
    go_saying(if is_open { page } else { "/bin".to_owned() }, thrown(&became))
}

/// At the foot of a promise's forms: taking it back, for whoever promised it.
pub(super) fn take_it_back(commitment: &Commitment, viewer: &PersonId) -> Option<AnyView> {
    (commitment.author_id == *viewer).then(|| {
        let to = format!("/commitment/{}/take-back", commitment.id);
        view! { <TakeBack to words=say!(commitment.take_back)/> }.into_any()
    })
}

/// Whose promise an advisor may write down, who was told it on paper or on the phone. Everybody else speaks for themselves.
async fn may_tell(asking: &Asking, conn: &mut Conn, student: &Student) -> Result<Vec<Kin>, Refusal> {
    let advises = asking.viewer()?.role == Role::Advisor;
    Ok(if advises { student.kin(conn).await? } else { Vec::new() })
}

/// Somebody's own promise, as long as nobody has said how it went.
async fn own(asking: &Asking, conn: &mut Conn, id: &CommitmentId) -> Result<Commitment, Refusal> {
    let (commitment, _) = found(asking, conn, id, Action::Commit).await?;
    let own = commitment.is_worded_by(&asking.viewer()?.person_id);
    own.then_some(commitment).ok_or(Refusal::NotFound)
}

/// What a form says of a promise.
fn typed(fields: &Fields, author: Option<PersonId>) -> TypedCommitment<'_> {
    TypedCommitment {
        author,
        what: fields.get(field::WHAT),
        sign: fields.get(field::SIGN),
        by_day: fields.get(field::BY_DAY),
        language: fields.get(field::LANGUAGE),
    }
}

/// The day it is where whoever asks is.
fn today(asking: &Asking) -> Result<Day, Refusal> {
    Ok(Day::of(asking.now(), &asking.viewer()?.time_zone))
}

/// What the form is for.
enum CommitmentForm {
    /// A new promise: one's own, or of one of these who said it.
    New(Vec<Kin>),
    Again(Box<Commitment>),
}

async fn show(asking: &Asking, conference: ConferenceId, writing: CommitmentForm, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let (own, kin) = match writing {
        CommitmentForm::New(kin) => (None, kin),
        CommitmentForm::Again(own) => (Some(*own), Vec::new()),
    };
    let title = match &own {
        Some(own) if own.author_id == viewer.person_id => say_in!(asking.locale, commitment.mine),
        Some(own) => say_in!(asking.locale, commitment.whose_words, name = apart(&own.author)),
        None => say_in!(asking.locale, commitment.make),
    };
    let page = Page::titled(title.clone()).with_form(form.clone()).working();
    Ok(asking
        .page(page, move || {
            let action = match &own {
                Some(own) => format!("/commitment/{}", own.id),
                None => format!("/conference/{conference}/commitment"),
            };
            let identity = Identity::of(&form, own.as_ref().map(|own| own.version), CommitmentId::new);
            let (stands, zone) = (own.clone(), viewer.time_zone.clone());
            let reads_now = move || stands.map(|commitment| view! { <CommitmentCard commitment zone/> });
            let hint = match viewer.role {
                Role::Student => say!(commitment.what_student),
                Role::Family => say!(commitment.what_family),
                Role::Advisor | Role::Lead => say!(commitment.what_school),
            };
            let languages = viewer.languages.clone().and(kin.iter().map(|kin| &kin.languages));
            let beneath = own.as_ref().and_then(|own| take_it_back(own, &viewer.person_id));
            view! {
                <FormPage back=format!("/conference/{conference}#promises") back_words=say!(commitment.title) title
                    lead=say!(commitment.lead) reads_now action identity save=say!(commitment.save) button="btn btn--primary btn--big"
                    beneath=beneath.into_any() note=view! { <p class="soft small">{say!(commitment.readers)}</p> }.into_any()>
                    {whose(&viewer.person_id, &kin)}
                    <TextArea name=field::WHAT label=say!(commitment.what) hint rows=3 value=own.as_ref().map(|own| own.what.clone())/>
                    <TextField name=field::BY_DAY kind="date" label=say!(commitment.day) words=false optional=true
                        value=own.as_ref().and_then(|own| own.by_day).map(|day| day.to_string())/>
                    <TextField name=field::SIGN label=say!(commitment.sign) hint=say!(commitment.sign_hint) optional=true
                        value=own.as_ref().map(|own| own.sign.clone())/>
                    <LanguageField own=languages guess=kin.is_empty() value=own.as_ref().map(|own| own.language.tag().to_owned())/>
                </FormPage>
            }
        })
        .await)
}

/// Whose promise it is: the advisor's own, or of a family member who said it.
fn whose(me: &PersonId, kin: &[Kin]) -> Option<impl IntoView + use<>> {
    (!kin.is_empty()).then(|| {
        let mut people = vec![Choice::new(me.to_string(), say!(commitment.whose_mine))];
        people.extend(kin.iter().map(|kin| {
            let name = named(&kin.name, Some(&kin.kinship));
            Choice::new(kin.id.to_string(), say!(commitment.whose_theirs, name = name))
        }));
        view! { <Radios name=field::AUTHOR label=say!(commitment.whose) choices=people value=me.to_string()/> }
    })
}
