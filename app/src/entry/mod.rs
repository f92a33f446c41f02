//! Coming in: setting up the school, signing in, codes, signing out, the language of the pages.

mod attempt;
pub mod called;
pub mod code;
pub mod demo;
pub(crate) mod instead;

pub mod set_up;
pub mod sign_in;
pub mod sign_out;
mod welcome_back;
pub mod words_language;

use axum::response::Response;
use kinfolio::field;
use kinfolio::id::{GrantId, PersonId, SchoolId};
use kinfolio::person::Person;
use kinfolio::person::device::Device;
use kinfolio::session;
use kinfolio::store::Tx;

use crate::asking::{Asking, go};
use crate::cookies::{LANGUAGE_COOKIE, with_device, with_session};
use crate::fields::Fields;
use crate::own_path::own_path;
use crate::refusal::{Answer, Refusal};
use crate::wording::locale_tagged;

pub(crate) use attempt::origin;
pub use sign_in::SignInForm;

/// Remembers the language somebody chose, on this device.
pub async fn choose_language(asking: Asking, fields: Fields) -> Answer {
    use axum::response::IntoResponse;
    let then = own_path(fields.get(field::THEN));
    let Some(locale) = locale_tagged(fields.get(field::LANGUAGE)) else { return go(then) };
    let secure = if asking.services.settings.is_secure() { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; SameSite=Lax; Max-Age=31536000{secure}", locale.as_str());
    Ok(([(http::header::SET_COOKIE, cookie)], go(then)?).into_response())
}

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
