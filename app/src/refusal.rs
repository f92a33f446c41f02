//! Why a request is not answered with what it asked for. Each one becomes a page that looks like the rest and says what
//! to do (`shell::refused`).

use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use kinfolio::person::Opener;
use kinfolio::store::StoreError;

/// What a handler answers.
pub type Answer = Result<Response, Refusal>;

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody is signed in, or not any more. What was typed is kept through signing in.
    SignIn,
    /// The family link has ended, or there never was one: the two are not told apart.
    LinkEnded,
    /// The family link has run out: a new one can be asked for, with the key or the code that it had; without, as whoever was
    /// in through it.
    LinkRanOut(String),
    /// Somebody else opened the form, and is not here any more.
    BegunByAnother(Opener),
    /// There is no such thing, or not for this person: the two look alike, so that nobody can feel their way around.
    NotFound,
    /// There is such a page, but not for this role.
    NotAllowed,
    /// It asks again who they are: their password was typed too long ago for this.
    AskAgain,
    /// Their school asks for a second step of signing in, which has to be set up before anything else.
    SecondStepFirst,
    /// The form came from another site.
    Foreign,
    /// More than any form needs, in megabytes.
    TooLarge { max_mb: u64 },
    /// More than a few short fields need.
    MoreThanFits,
    /// So many files are on their way that there is no room for one more.
    NoRoom,
    /// So much is asked at once that this has to wait, or it took too long.
    Busy,
    /// Asked for under a name that is not ours.
    UnknownHost,
    /// The form arrived broken: the connection ended in the middle of it, most likely.
    Broken,
    /// Too many wrong tries: again in so many seconds.
    TooManyTries { seconds: i64 },
    /// A file that came along could not be kept. The log has the details under this number.
    FileNotKept(String),
    /// Something is wrong on our side. The log has the details under this number.
    Trouble(String),
    /// The very same form was done already, and led there.
    DoneAlready(String),
}

impl Refusal {
    /// Logs what went wrong under a new number, and refuses with that number only.
    pub fn trouble(error: impl std::fmt::Display) -> Self {
        Self::Trouble(logged(error))
    }

    /// Logs why a file could not be kept under a new number, and refuses with that number only.
    pub fn file_not_kept(error: impl std::fmt::Display) -> Self {
        Self::FileNotKept(logged(error))
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::LinkEnded | Self::LinkRanOut(_) => StatusCode::GONE,
            Self::BegunByAnother(_) => StatusCode::CONFLICT,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed | Self::Foreign | Self::AskAgain | Self::SecondStepFirst => StatusCode::FORBIDDEN,
            Self::TooLarge { .. } | Self::MoreThanFits => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::UnknownHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::TooManyTries { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::FileNotKept(_) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Trouble(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::DoneAlready(_) => StatusCode::SEE_OTHER,
        }
    }
}

fn logged(error: impl std::fmt::Display) -> String {
    let number = kinfolio::secret::token()[..8].to_owned();
    tracing::error!(number, %error, "trouble");
    number
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::trouble(error)
    }
}

/// The refusal travels in the response's extensions; `shell::refused` makes the page.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if let Self::DoneAlready(place) = &self {
            return Redirect::to(place).into_response();
        }
        let mut response = self.status().into_response();
        if let Self::TooManyTries { seconds } = self {
            response.headers_mut().insert(http::header::RETRY_AFTER, http::HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
