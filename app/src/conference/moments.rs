//! The moments of a plan: adding, changing, putting in order, taking out.

use kinfolio::arranging::Side;
use kinfolio::conference::moment::{MOST_MOMENTS, Moment};
use kinfolio::conference::{NewMoment, TypedMoment, TypedShowing};
use kinfolio::field::{self};
use kinfolio::id::{ConferenceId, MomentId, SoundId};
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::taking_back::{BinKind, SeenAct};
use kinfolio::words::{Problem, Problems};

use super::found;
use super::moment_form::{Desk, show};
use super::readable::Readable;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::{Fields, Values};
use crate::form::Form;
use crate::media::{Bytes, SOUND};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::wording::number;

/// `/conference/{conference}/moment/new`. The address can name a statement for it to speak for.
pub async fn fresh(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let desk = Desk::for_new(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, desk, Form::default()).await
}

/// Adds a moment.
pub async fn add(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    if Bytes::come_with(&fields) {
        found(&asking, &mut asking.read().await?, &id, Action::LeadConference).await?;
    }
    let mut problems = Problems::default();
    let bytes = Bytes::of(&asking, &fields, &mut problems).await;
    let mut tx = asking.write().await?;
    let desk = Desk::for_new(&asking, &mut tx, &id).await?;
    let (opening, _) = bytes.brought(&mut tx, &asking, &fields, (None, None)).await?;
    let problems = match NewMoment::checked(&typed(&fields, opening.clone()), &desk.choices(), problems) {
        Ok(new) => {
            let moment = fields.id_or(MomentId::new);
            let before = asking.before(&mut tx, SeenAct::ShapePlan, &id).await?;
            match desk.readable.conference.add_moment(&mut tx, &moment, &new).await? {
                Saved::Kept(()) => {
                    return asking.done(tx, before, format!("/conference/{id}#m-{moment}"), Done::MomentAdded).await;
                }
                Saved::Foreign | Saved::Stale => return Err(Refusal::NotFound),
                Saved::Full => {
                    let full = say_in!(asking.locale, conference.full, max = number(MOST_MOMENTS as i64));
                    Problems::from([(field::NAME, Problem::Said(full))])
                }
            }
        }
        Err(problems) => problems,
    };
    // A recording that came with it is not made twice.
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, desk, Form::again(&carried(&fields, opening), problems)).await
}

/// `/moment/{moment}`.
pub async fn page(asking: Asking, In(id): In<MomentId>) -> Answer {
    let (_, desk) = moment(&asking, &mut asking.read().await?, &id).await?;
    show(&asking, desk, Form::default()).await
}

/// Changes a moment. One that was changed in the meantime is answered with both readings.
pub async fn change(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    if Bytes::come_with(&fields) {
        moment(&asking, &mut asking.read().await?, &id).await?;
    }
    let mut problems = Problems::default();
    let bytes = Bytes::of(&asking, &fields, &mut problems).await;
    let mut tx = asking.write().await?;
    let (moment, desk) = moment(&asking, &mut tx, &id).await?;
    let held = (moment.words.opening_id.as_ref(), None);
    let (opening, _) = bytes.brought(&mut tx, &asking, &fields, held).await?;
    let values = carried(&fields, opening.clone());
    let form = match NewMoment::checked(&typed(&fields, opening), &desk.choices(), problems) {
        Ok(new) => {
            let conference = &desk.readable.conference;
            let made_from = fields.version();
            // A form that was sent twice has changed nothing but the version.
            let before = asking.before(&mut tx, SeenAct::ShapePlan, &conference.id).await?;
            let again = moment.words == new.words && made_from.checked_add(1) == Some(moment.version);
            if again || conference.change_moment(&mut tx, &id, made_from, &new).await?.is_kept() {
                return asking.done(tx, before, format!("/conference/{}#m-{id}", conference.id), Done::Saved).await;
            }
            Form::stale(&values, moment.version, field::NAME)
        }
        Err(problems) => Form::again(&values, problems),
    };
    asking.not_done(&mut tx).await?;
    tx.commit().await?;
    show(&asking, desk, form).await
}

/// Puts a moment before or after its neighbour.
pub async fn put_beside(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (_, desk) = moment(&asking, &mut tx, &id).await?;
    let conference = desk.readable.conference;
    let beside = Side::ALL.iter().find_map(|side| Some((*side, fields.parsed::<MomentId>(side.field())?)));
    let there = format!("/conference/{}#m-{id}", conference.id);
    let Some((side, other)) = beside else { return go(there) };
    let before = asking.before(&mut tx, SeenAct::ShapePlan, &conference.id).await?;
    conference.put_moment(&mut tx, &id, side, &other).await?;
    asking.done(tx, before, there, Done::Saved).await
}

/// Takes a moment out. Sent twice, the second finds it gone, which is what was asked for.
pub async fn remove(asking: Asking, In(id): In<MomentId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let gone = Moment::find(&mut tx, &asking.viewer()?.school_id, &id).await?.is_none();
    let conference = if gone {
        let of: ConferenceId = fields.parsed(field::CONFERENCE).ok_or(Refusal::NotFound)?;
        found(&asking, &mut tx, &of, Action::LeadConference).await?.0
    } else {
        moment(&asking, &mut tx, &id).await?.1.readable.conference
    };
    let name =
        Moment::find(&mut tx, &conference.school_id, &id).await?.map(|moment| moment.words.name).unwrap_or_default();
    conference.hold(&mut tx).await?;
    let _ = BinKind::Moment.throw_away(&mut tx, asking.viewer()?, &id, &name, asking.now()).await?;
    conference.close_ranks(&mut tx).await?;
    tx.commit().await?;
    go_saying(format!("/conference/{}#plan", conference.id), Done::MomentRemoved)
}

/// A moment, found through whoever leads its conference.
async fn moment(asking: &Asking, conn: &mut Conn, id: &MomentId) -> Result<(Moment, Desk), Refusal> {
    let moment = Moment::find(conn, &asking.viewer()?.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let (conference, student) = found(asking, conn, &moment.conference_id, Action::LeadConference).await?;
    let readable = Readable::of(conn, conference, student).await?;
    Ok((moment.clone(), Desk::of(conn, readable, Some(moment)).await?))
}

/// The values of a form that has to come again, with the recording it brought.
fn carried(fields: &Fields, opening: Option<SoundId>) -> Values {
    let mut values = fields.values.clone();
    if let Some(opening) = opening {
        values.set(SOUND.kept, opening.to_string());
        values.forget(SOUND.leave);
    }
    values
}

/// What a form says of a moment.
fn typed(values: &Values, opening: Option<SoundId>) -> TypedMoment<'_> {
    let showing = |work| TypedShowing {
        work,
        part: values.get(field::PART.row(work)),
        picture: values.get(field::PICTURE.row(work)),
    };
    TypedMoment {
        name: values.get(field::NAME),
        purpose: values.get(field::PURPOSE),
        minutes: values.get(field::MINUTES),
        language: values.get(field::LANGUAGE),
        cue_notes: values.get(field::CUE_NOTES),
        others_do: values.get(field::OTHERS_DO),
        supports: values.all(field::SUPPORTS).collect(),
        co_speaker: values.get(field::CO_SPEAKER),
        opening,
        opening_words: values.get(field::TRANSCRIPT),
        statements: values.all(field::STATEMENTS).collect(),
        works: values.all(field::WORKS).map(showing).collect(),
    }
}
