//! One person's requests wait for one another before they wait for anybody else's: however many somebody asks for at once,
//! another one's page comes as if they had asked for a few (a concurrency limit for each session).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kinfolio::session;
use kinfolio_app::cookies::cookie;
use kinfolio_app::limits::AT_ONCE;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many sessions are remembered before those that ask nothing any more are forgotten.
const MANY: usize = 1_000;

/// Whose requests are being answered.
#[derive(Clone)]
pub struct Turns {
    /// The name of the session's cookie.
    cookie: &'static str,
    of_sessions: Arc<Mutex<HashMap<String, Weak<Semaphore>>>>,
}

impl Turns {
    pub fn new(cookie: &'static str) -> Self {
        Self { cookie, of_sessions: Arc::default() }
    }

    /// Waits for the session's turn; it is over when what this gives is dropped.
    async fn of(&self, token: &str) -> Option<OwnedSemaphorePermit> {
        let turns = {
            let mut sessions = self.of_sessions.lock().unwrap_or_else(PoisonError::into_inner);
            if sessions.len() >= MANY {
                sessions.retain(|_, turns| turns.strong_count() > 0);
            }
            // A token is nothing to be kept; its mark tells sessions apart as well.
            let known = sessions.entry(session::mark(token)).or_default();
            known.upgrade().unwrap_or_else(|| {
                let turns = Arc::new(Semaphore::new(AT_ONCE));
                *known = Arc::downgrade(&turns);
                turns
            })
        };
        turns.acquire_owned().await.ok()
    }
}

/// Answers so many pages of one session at once; the others wait. What somebody reads slowly counts no more once it is
/// answered, and who is nobody waits for nobody. What is sent does not count: twenty files on their way are a minute's wait, and
/// have bounds of their own.
pub async fn in_turn(State(turns): State<Turns>, request: Request, next: Next) -> Response {
    let _turn = match cookie(request.headers(), turns.cookie) {
        Some(token) if request.method().is_safe() => turns.of(token).await,
        _ => None,
    };
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::Router;
    use axum::body::Body;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn however_much_somebody_asks_for_at_once_others_are_answered() {
        let (open, most) = (Arc::new(Semaphore::new(0)), Arc::new((AtomicUsize::new(0), AtomicUsize::new(0))));
        let (gate, seen) = (open.clone(), most.clone());
        let waits = get(async move || {
            let now = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
            seen.1.fetch_max(now, Ordering::SeqCst);
            let _ = gate.acquire().await;
            seen.0.fetch_sub(1, Ordering::SeqCst);
        });
        let turns = Turns::new("kinfolio");
        let router = Router::new().route("/slow", waits).route("/quick", get(|| async { "quick" }));
        let router = router.route("/sent", axum::routing::post(|| async { "kept" }));
        let router = router.layer(axum::middleware::from_fn_with_state(turns.clone(), in_turn));
        let asked = |path: &str, token: &str| {
            let request = Request::get(path).header("cookie", format!("kinfolio={token}"));
            router.clone().oneshot(request.body(Body::empty()).expect("a request"))
        };
        let many: Vec<_> = (0..AT_ONCE * 3).map(|_| tokio::spawn(asked("/slow", "greedy"))).collect();
        while most.0.load(Ordering::SeqCst) < AT_ONCE {
            tokio::task::yield_now().await;
        }
        // All of them wait, and somebody else does not.
        assert!(asked("/quick", "another").await.expect("an answer").status().is_success());
        // Nor does what they send themselves.
        let sent = Request::post("/sent").header("cookie", "kinfolio=greedy").body(Body::empty()).expect("a request");
        assert!(router.clone().oneshot(sent).await.expect("an answer").status().is_success());
        open.close();
        for answer in many {
            assert!(answer.await.expect("it ends").expect("an answer").status().is_success());
        }
        assert_eq!(most.1.load(Ordering::SeqCst), AT_ONCE);
        assert_eq!(
            turns.of_sessions.lock().expect("nobody fell").values().filter(|one| one.strong_count() > 0).count(),
            0
        );
    }
}
