//! Being told to stop.

use std::time::Duration;

/// Ctrl-C, or the polite signal that service managers send. A second one ends the program at once.
pub async fn told_to_stop() {
    once_then_at_once(signal, || {
        tracing::warn!("ended at once, as told");
        std::process::exit(130)
    })
    .await;
    tracing::info!("closing: requests under way may end");
}

/// Waits for a signal; from then on, another one ends it.
async fn once_then_at_once<S>(signal: impl Fn() -> S + Send + 'static, end: impl FnOnce() + Send + 'static)
where
    S: Future<Output = ()> + Send,
{
    signal().await;
    tokio::spawn(async move {
        signal().await;
        end();
    });
    // The one that waits for the second signal is listening by the time the first is acted on.
    tokio::task::yield_now().await;
}

/// The next signal to stop.
async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}

/// Does this, but no longer than that: nothing may keep a program from ending.
pub async fn within<T>(longest: Duration, what: &'static str, task: impl Future<Output = T>) -> Option<T> {
    let done = tokio::time::timeout(longest, task).await;
    if done.is_err() {
        tracing::error!(what, "took too long while ending, and was left");
    }
    done.ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use tokio::sync::{Notify, oneshot};

    use super::*;

    #[tokio::test]
    async fn the_first_signal_closes_and_the_second_ends_at_once() {
        let pressed = Arc::new(Notify::new());
        let (end, mut ended) = oneshot::channel();
        let signals = pressed.clone();
        let signal = move || {
            let signals = signals.clone();
            async move { signals.notified().await }
        };
        let closing = tokio::spawn(once_then_at_once(signal, move || {
            let _ = end.send(());
        }));
        pressed.notify_one();
        closing.await.expect("it closes");
        assert!(ended.try_recv().is_err(), "one signal ends nothing by itself");
        pressed.notify_one();
        ended.await.expect("the second one ends it");
    }
}
