//! Coming in: setting up the school, signing in, codes, signing out, the language of the pages.

mod another;
mod attempt;
pub mod called;
pub mod code;
pub mod demo;
pub(crate) mod instead;
mod kept_form;
pub mod language;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;
mod ways_in;
mod welcome_back;
pub mod words_language;

use axum::response::Response;
use kinfolio::id::{GrantId, PersonId, SchoolId};
use kinfolio::person::Person;
use kinfolio::person::device::Device;
use kinfolio::session;
use kinfolio::store::Tx;

use crate::asking::Asking;
use crate::cookies::{with_device, with_session};
use crate::refusal::Refusal;

pub(crate) use another::begun_by_another;
pub(crate) use attempt::origin;
pub(crate) use kept_form::KeptForm;
pub(crate) use ways_in::CodeForm;
pub use ways_in::SignInForm;
pub(crate) use welcome_back::welcome_back;

/// Starts a session in place of whatever session this device had: that one ends here, for every copy of its cookie. Every
/// way in comes through here.
pub(crate) async fn begin_session(
    asking: &Asking,
    tx: &mut Tx,
    (school, person): (&SchoolId, &PersonId),
    grant: Option<&GrantId>,
) -> Result<String, Refusal> {
    end_session(asking, tx).await?;
    Ok(session::start(tx, school, person, grant, asking.now()).await?)
}

/// Ends whatever session this device has.
pub(crate) async fn end_session(asking: &Asking, tx: &mut Tx) -> Result<(), Refusal> {
    if let Some(earlier) = asking.token() {
        session::end(tx, earlier).await?;
    }
    Ok(())
}

/// Somebody who got in with something only they know, on a device that is remembered.
struct Entered {
    token: String,
    device: Device,
}

impl Entered {
    async fn now(asking: &Asking, tx: &mut Tx, person: &Person) -> Result<Self, Refusal> {
        let device = Device::of(asking.device().as_ref().map(Device::token));
        device.remember(tx, &asking.services.secrets, person, asking.now()).await?;
        let token = begin_session(asking, tx, (&person.school_id, &person.id), None).await?;
        Ok(Self { token, device })
    }

    /// The answer, with the cookies of the session and of the device.
    fn answer(&self, asking: &Asking, response: Response) -> Response {
        let response = with_session(response, &asking.services, Some(&self.token));
        with_device(response, &asking.services, &self.device)
    }
}
