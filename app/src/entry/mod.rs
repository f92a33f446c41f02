//! Coming in: setting up the school, signing in, codes, signing out, the language of the pages.

mod another;
pub(crate) mod attempt;
pub mod called;
pub mod code;
pub mod demo;
pub mod digits;
mod digits_page;
pub(crate) mod instead;
mod kept_form;
pub mod language;
mod let_in;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;
mod ways_in;
mod welcome_back;
pub mod words_language;

use axum::response::Response;
use kinfolio::id::{GrantId, PersonId, SchoolId};
use kinfolio::person::Person;
use kinfolio::person::device::{self, Device};
use kinfolio::person::notice::{self, ToldBy, WayChange};
use kinfolio::record::{NewLine, RecordedAct};
use kinfolio::session;
use kinfolio::session::devices::{self, DeviceKind};
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
    let token = session::start(tx, school, person, grant, asking.now()).await?;
    devices::is_on(tx, &token, kind_of_device(asking)).await?;
    NewLine { what: RecordedAct::SignedIn, by: Some(person), about: person, student: None }
        .write(tx, school, asking.now())
        .await?;
    Ok(token)
}

/// The kind of device that a request comes from, as far as its browser says.
fn kind_of_device(asking: &Asking) -> DeviceKind {
    DeviceKind::of(asking.header("user-agent").unwrap_or_default())
}

/// Ends whatever session this device has.
pub(crate) async fn end_session(asking: &Asking, tx: &mut Tx) -> Result<(), Refusal> {
    if let Some(earlier) = asking.token() {
        session::end(tx, earlier).await?;
    }
    Ok(())
}

/// Somebody who got in with something only they know, on a device that is remembered.
pub(crate) struct Entered {
    token: String,
    device: Device,
}

impl Entered {
    /// Lets them in. Where they came in elsewhere before and this device is new, they are told, wherever they are.
    async fn now(asking: &Asking, tx: &mut Tx, person: &Person) -> Result<Self, Refusal> {
        Self::anew(asking, tx, (&person.school_id, &person.id)).await
    }

    /// The same for somebody who is in, and gets another session in place of theirs.
    pub(crate) async fn anew(asking: &Asking, tx: &mut Tx, whose: (&SchoolId, &PersonId)) -> Result<Self, Refusal> {
        let device = Device::of(asking.device().as_ref().map(Device::token));
        let (secrets, now) = (&asking.services.secrets, asking.now());
        let is_known = device.is_known_to(tx, secrets, std::iter::once(whose.1), now).await?;
        if !is_known && device::has_any(tx, whose.1).await? {
            let told = ToldBy { by: None, kind: Some(kind_of_device(asking)) };
            notice::tell(tx, whose, WayChange::NewDevice, told, now).await?;
        }
        device.remember(tx, secrets, whose, now).await?;
        let token = begin_session(asking, tx, whose, None).await?;
        Ok(Self { token, device })
    }

    /// The answer, with the cookies of the session and of the device.
    pub(crate) fn answer(&self, asking: &Asking, response: Response) -> Response {
        let response = with_session(response, &asking.services, Some(&self.token));
        with_device(response, &asking.services, &self.device)
    }
}
