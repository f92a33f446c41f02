//! `/conference/{conference}/step`: whoever leads goes to another moment, from the big screen or from the phone with the
//! cues.

use kinfolio::conference::Conference;
use kinfolio::conference::live::Step;
use kinfolio::field;
use kinfolio::id::ConferenceId;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::store::Conn;

use crate::asking::{Asking, In, go};
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};

/// The conference with this id and its student, for whoever leads it: on their own device, or on the one with the cues.
pub(super) async fn led(asking: &Asking, conn: &mut Conn, id: &ConferenceId) -> Result<(Conference, Student), Refusal> {
    let viewer = asking.with_cues_of(id)?;
    let conference = Conference::find(conn, &viewer.school_id, id).await?.ok_or(Refusal::NotFound)?;
    let student = Student::seen_by(conn, viewer, &conference.student_id).await?.ok_or(Refusal::NotFound)?;
    let leads = student.standing.may_at_all(Action::LeadConference) && !conference.is_called_off();
    leads.then_some((conference, student)).ok_or(Refusal::NotFound)
}

/// Goes there. A place that is not in the plan any more changes nothing.
pub async fn take(asking: Asking, In(id): In<ConferenceId>, fields: Fields) -> Answer {
    let mut tx = asking.write_again().await?;
    let (conference, _) = led(&asking, &mut tx, &id).await?;
    if fields.has(field::ANEW) {
        conference.step(&mut tx, Step { to: Some(0), dark: None }, asking.now()).await?;
    }
    let step = Step { to: fields.parsed(field::TO), dark: None };
    let moved = conference.step(&mut tx, step, asking.now()).await?;
    tx.commit().await?;
    if let Some(now) = moved {
        asking.services.halls.moved(&id, now).await;
    }
    match (fields.get(field::THEN), moved) {
        ("cues", _) => go(format!("/conference/{id}/cues")),
        (_, Some(now)) => go(format!("/conference/{id}/present/{}", now.place)),
        (_, None) => go(format!("/conference/{id}/present")),
    }
}
