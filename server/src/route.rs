//! An address of the program: what it asks of whoever comes, how much it takes, and who answers.

use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use kinfolio::policy::Action;
use kinfolio_app::limits::Takes;
use kinfolio_app::services::Services;
use kinfolio_app::work;

use crate::body::{Limit, bounded};

/// What an address asks of whoever comes. The test that walks all of them holds every handler to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requires {
    /// Nothing: signing in, a link, the language.
    Nothing,
    /// To be signed in, as anybody.
    SignedIn,
    /// To be allowed this, in their own school or for the student whose thing it is.
    Permission(Action),
}

/// One address.
pub struct Route {
    /// As the router writes it: `/work/{work}`.
    pub path: &'static str,
    /// What reading it asks; `None` when it can't be read.
    pub reading: Option<Requires>,
    /// What posting to it asks; `None` when nothing can be posted.
    pub posting: Option<Requires>,
    /// What posting to it brings, and so how much of a body is taken.
    pub takes: Takes,
    handler: MethodRouter<Services>,
}

impl Route {
    /// The same address, where posting asks something else than reading.
    pub(crate) fn posting(self, requires: Requires) -> Self {
        Self { posting: Some(requires), ..self }
    }

    /// The same address, where a form brings something else than words.
    pub(crate) fn taking(self, takes: Takes) -> Self {
        Self { takes, ..self }
    }

    /// Says what it speaks to whoever asks by `OPTIONS`.
    pub(crate) fn answering_options<T: 'static>(mut self, options: impl Handler<T, Services>) -> Self {
        self.handler = self.handler.options(options);
        self
    }

    /// The handler, behind the limits of this address.
    pub(crate) fn bounded(self) -> MethodRouter<Services> {
        let asks_somebody = self.posting != Some(Requires::Nothing);
        let limit = Limit { takes: self.takes, asks_somebody };
        self.handler.layer(axum::middleware::from_fn_with_state(limit, bounded))
    }
}

/// What a form brings where nothing else is said: of somebody nobody knows, hardly anything.
fn usual(requires: Requires) -> Takes {
    if requires == Requires::Nothing { Takes::Little } else { Takes::Words }
}

/// An address that is read.
pub(crate) fn page<T: 'static>(path: &'static str, requires: Requires, show: impl Handler<T, Services>) -> Route {
    Route { path, reading: Some(requires), posting: None, takes: usual(requires), handler: get(show) }
}

/// An address with a form: read, and posted to.
pub(crate) fn form<T: 'static, U: 'static>(
    path: &'static str,
    requires: Requires,
    show: impl Handler<T, Services>,
    take: impl Handler<U, Services>,
) -> Route {
    Route {
        path,
        reading: Some(requires),
        posting: Some(requires),
        takes: usual(requires),
        handler: get(show).post(take),
    }
}

/// An address that is only posted to.
pub(crate) fn only_posted<T: 'static>(
    path: &'static str,
    requires: Requires,
    take: impl Handler<T, Services>,
) -> Route {
    Route { path, reading: None, posting: Some(requires), takes: usual(requires), handler: post(take) }
}

/// A resumable upload: asked about, added to (by `PATCH`, or by `POST` where something on the way knows no other), left out.
pub(crate) fn upload(path: &'static str, requires: Requires) -> Route {
    use work::upload::{append, by_post, options, state, terminate};
    let handler = get(state).patch(append).post(by_post).delete(terminate).options(options);
    Route { path, reading: Some(requires), posting: Some(requires), takes: Takes::Piece, handler }
}
