//! The body limits and timeouts of every address, as its [`Route`](crate::router::Route) states them.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::{Stream, StreamExt};
use kinfolio_app::body_limits::{BodyLimits, Measure};
use kinfolio_app::limits::{BODY_SILENCE, Takes};
use kinfolio_app::refusal::Refusal;
use tokio::time::{Instant, sleep_until, timeout};

/// What an address says of bodies.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub takes: Takes,
    pub asks_somebody: bool,
}

/// Middleware: takes no more of a body than the address states, and answers in time.
pub async fn bounded(State(limit): State<Limit>, mut request: Request, next: Next) -> Response {
    let limits = BodyLimits::new(limit.takes, limit.asks_somebody);
    let measure = limits.measure.clone();
    request.extensions_mut().insert(limits);
    if !request.body().is_end_stream() {
        let measure = measure.clone();
        request = request.map(|body| Body::from_stream(measured(body, measure, limit.takes)));
    }
    in_time(next.run(request), &measure, limit.takes.answer_within()).await
}

/// A body that is counted, ends where it is too much, and is given up where nothing comes any more.
fn measured(body: Body, measure: Arc<Measure>, takes: Takes) -> impl Stream<Item = Result<Bytes, axum::BoxError>> {
    futures::stream::unfold(Some(body.into_data_stream()), move |body| {
        let measure = measure.clone();
        async move {
            let mut body = body?;
            match timeout(BODY_SILENCE, body.next()).await {
                Ok(Some(Ok(bytes))) if measure.count(bytes.len(), takes) => Some((Ok(bytes), Some(body))),
                Ok(Some(Ok(_))) => Some((Err("more than is taken here".into()), None)),
                Ok(Some(Err(error))) => Some((Err(error.into()), None)),
                Ok(None) => None,
                Err(_) => Some((Err("nothing comes any more".into()), None)),
            }
        }
    })
}

/// The answer, unless it takes longer than this after the last of the request has come. How long the answer itself takes to
/// be sent is not counted, nor is an open socket.
async fn in_time(answer: impl Future<Output = Response>, measure: &Measure, within: Duration) -> Response {
    let mut answer = std::pin::pin!(answer);
    loop {
        let deadline = Instant::from_std(measure.last()) + within;
        tokio::select! {
            response = answer.as_mut() => return response,
            () = sleep_until(deadline) => {}
        }
        if Instant::from_std(measure.last()) + within <= Instant::now() {
            tracing::error!("a request was not answered in time");
            return Refusal::Busy.into_response();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn an_answer_that_does_not_come_is_given_up() {
        let measure = Measure::default();
        let response = in_time(std::future::pending(), &measure, Duration::from_secs(60)).await;
        assert_eq!(response.status(), 503);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_falls_silent_ends() {
        let (tell, told) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(1);
        tell.send(Ok("a".into())).await.expect("room for one");
        let stream = futures::stream::unfold(told, |mut told| async { told.recv().await.map(|said| (said, told)) });
        let mut body = Box::pin(measured(Body::from_stream(stream), Arc::default(), Takes::Words));
        assert_eq!(body.next().await.expect("a piece").expect("the piece that came"), "a");
        assert!(body.next().await.expect("an end").is_err());
        assert!(body.next().await.is_none());
    }
}
