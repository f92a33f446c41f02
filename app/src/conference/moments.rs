//! The moments of a plan: adding, changing, putting in order, taking out.

use kinfolio::arranging::Side;
use kinfolio::conference::NewMoment;
use kinfolio::conference::moment::{MOST_MINUTES, MOST_MOMENTS, Moment, MomentWords, Purpose, Showing, Supports};
use kinfolio::field::{self};
use kinfolio::id::{ConferenceId, MomentId, SoundId, WorkId};
use kinfolio::language::Language;
use kinfolio::policy::Action;
use kinfolio::saved::Saved;
use kinfolio::store::Conn;
use kinfolio::words::{Problem, Problems, limit, line, optional_line, optional_text};

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
    let problems = match moment_of(&fields, &desk, opening.clone(), problems) {
        Ok(new) => {
            let moment = fields.id_or(MomentId::new);
            match desk.readable.conference.add_moment(&mut tx, &moment, &new).await? {
                Saved::Kept(()) => {
                    tx.commit().await?;
                    return go_saying(format!("/conference/{id}#m-{moment}"), Done::MomentAdded);
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
    let before = (moment.words.opening_id.as_ref(), None);
    let (opening, _) = bytes.brought(&mut tx, &asking, &fields, before).await?;
    let values = carried(&fields, opening.clone());
    let form = match moment_of(&fields, &desk, opening, problems) {
        Ok(new) => {
            let conference = &desk.readable.conference;
            let made_from = fields.version();
            // A form that was sent twice has changed nothing but the version.
            let again = moment.words == new.words && made_from.checked_add(1) == Some(moment.version);
            if again || conference.change_moment(&mut tx, &id, made_from, &new).await?.is_kept() {
                tx.commit().await?;
                return go_saying(format!("/conference/{}#m-{id}", conference.id), Done::Saved);
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
    if let Some((side, other)) = beside {
        conference.put_moment(&mut tx, &id, side, &other).await?;
        tx.commit().await?;
    }
    go(format!("/conference/{}#m-{id}", conference.id))
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
    conference.remove_moment(&mut tx, &id).await?;
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

/// The moment a form holds. `problems` are those of what it brought.
fn moment_of(
    values: &Values,
    desk: &Desk,
    opening: Option<SoundId>,
    mut problems: Problems,
) -> Result<NewMoment, Problems> {
    let readable = &desk.readable;
    let name = problems.take(field::NAME, line(values.get(field::NAME)));
    let cue_notes = problems.take(field::CUE_NOTES, optional_text(values.get(field::CUE_NOTES), limit::WORDS));
    let minutes = values.parsed::<i64>(field::MINUTES).filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    if minutes.is_none() {
        problems.note(field::MINUTES, Problem::NotANumber { min: 1, max: MOST_MINUTES });
    }
    let purpose = Purpose::named(values.get(field::PURPOSE));
    if purpose.is_none() {
        problems.note(field::PURPOSE, Problem::Choose);
    }
    let language = Language::tagged(values.get(field::LANGUAGE));
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    // Only what was offered: somebody else's work, or one that is gone, is neither shown nor kept.
    let mut statements = Vec::new();
    for ticked in values.all(field::STATEMENTS) {
        match readable.statements.iter().find(|statement| statement.id.as_str() == ticked) {
            Some(statement) => statements.push(statement.id.clone()),
            None => problems.note(field::STATEMENTS, Problem::Choose),
        }
    }
    let mut works = Vec::new();
    for ticked in values.all(field::WORKS) {
        match readable.works.iter().find(|card| card.work.id.as_str() == ticked) {
            Some(card) => works.push(showing_of(values, desk, &card.work.id, &mut problems)),
            None => problems.note(field::WORKS, Problem::Choose),
        }
    }
    let others_do = problems.take(field::OTHERS_DO, optional_text(values.get(field::OTHERS_DO), limit::WORDS));
    let co_speaker = problems.take(field::CO_SPEAKER, optional_line(values.get(field::CO_SPEAKER)));
    let opening_words = problems.take(field::TRANSCRIPT, optional_text(values.get(field::TRANSCRIPT), limit::WORDS));
    let supports = Supports::named(values.all(field::SUPPORTS));
    match (purpose, minutes, language) {
        (Some(purpose), Some(minutes), Some(language)) if problems.is_empty() => {
            let words = MomentWords::new(name, purpose, minutes, language);
            let words =
                MomentWords { cue_notes, others_do, supports, co_speaker, opening_id: opening, opening_words, ..words };
            Ok(NewMoment { words, statements, works })
        }
        _ => Err(problems),
    }
}

/// Which part of a work the form says is shown. A picture that was not offered is none.
fn showing_of(values: &Values, desk: &Desk, work: &WorkId, problems: &mut Problems) -> Showing {
    let field = field::PART.row(work);
    let part = problems.take(field.clone(), optional_line(values.get(&field)));
    let field = field::PICTURE.row(work);
    let chosen = values.get(&field);
    let offered = desk.pictures.iter().filter(|(of, _)| of == work).flat_map(|(_, pictures)| pictures);
    let picture = offered.map(|picture| &picture.id).find(|id| id.as_str() == chosen).cloned();
    if picture.is_none() && !chosen.is_empty() {
        problems.note(field, Problem::Choose);
    }
    Showing { work_id: work.clone(), part, picture_id: picture }
}
