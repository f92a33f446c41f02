//! Pages asked for from inside: a request that is answered with another page of the program, as that page would be by itself.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use futures::future::BoxFuture;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE, TRANSFER_ENCODING};
use http::request::Parts;
use http::{HeaderValue, Method};

use crate::fields::Lent;

type Answers = dyn Fn(Request) -> BoxFuture<'static, Response> + Send + Sync;

/// Every page of the program; the router puts it into each request.
#[derive(Clone)]
pub struct PagesInside(Arc<Answers>);

impl PagesInside {
    /// Pages that are answered by this.
    pub fn new(answers: impl Fn(Request) -> BoxFuture<'static, Response> + Send + Sync + 'static) -> Self {
        Self(Arc::new(answers))
    }

    /// The page at this address of ours, for whoever asks.
    pub(crate) async fn page(&self, asked: &Parts, path: &str) -> Option<Response> {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = Method::GET;
        *request.uri_mut() = path.parse().ok()?;
        *request.headers_mut() = asked.headers.clone();
        for about_the_body in [CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING] {
            request.headers_mut().remove(about_the_body);
        }
        *request.extensions_mut() = asked.extensions.clone();
        request.extensions_mut().remove::<Lent>();
        Some((self.0)(request).await)
    }
}

/// The same request, with this cookie before those that came.
pub(crate) fn with_cookie(asked: &Parts, cookie: &str) -> Option<Parts> {
    let mut parts = asked.clone();
    let earlier = asked.headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
    parts.headers.insert(COOKIE, HeaderValue::from_str(&format!("{cookie}; {earlier}")).ok()?);
    Some(parts)
}
