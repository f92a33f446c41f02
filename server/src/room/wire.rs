//! One WebSocket: not more than somebody can say, not longer than somebody listens.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use tokio::time::{Instant, sleep_until, timeout, timeout_at};

/// How many bytes a socket reads at once.
pub const BUFFER: usize = 8 * 1024;
/// How many messages somebody may say at once, and how many a second in the long run; each kilobyte counts as one more.
const BURST: f64 = 300.0;
const A_SECOND: f64 = 60.0;
/// How long the other side may take to take what it is told.
const SLOWEST: Duration = Duration::from_secs(20);
/// After how long a silence it is asked whether it is still there, and when it is taken for gone.
const SILENCE: Duration = Duration::from_secs(25);
const GONE: Duration = Duration::from_secs(70);
/// How long the last words may take.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// A socket with bounds.
pub struct Wire {
    socket: WebSocket,
    bucket: Bucket,
    heard_at: Instant,
    asked_at: Instant,
}

impl Wire {
    pub fn new(socket: WebSocket) -> Self {
        let now = Instant::now();
        Self { socket, bucket: Bucket { left: BURST, at: now }, heard_at: now, asked_at: now }
    }

    /// What the other side says next; none when it has left, is gone, or says what no browser of ours would say. Whoever says
    /// too much is heard later: nothing of it is lost. It may be given up at any time.
    pub async fn next(&mut self) -> Option<Bytes> {
        loop {
            sleep_until(self.bucket.ready_at()).await;
            let silent = self.heard_at.max(self.asked_at) + SILENCE;
            let Ok(message) = timeout_at(silent, self.socket.recv()).await else {
                if self.heard_at.elapsed() > GONE {
                    return None;
                }
                self.asked_at = Instant::now();
                self.say(Message::Ping(Bytes::new())).await?;
                continue;
            };
            let message = message?.ok()?;
            self.heard_at = Instant::now();
            match message {
                Message::Binary(bytes) => {
                    self.bucket.take(bytes.len(), self.heard_at);
                    return Some(bytes);
                }
                Message::Ping(bytes) | Message::Pong(bytes) => self.bucket.take(bytes.len(), self.heard_at),
                Message::Text(_) | Message::Close(_) => return None,
            }
        }
    }

    /// What was said made as much work as a message of so many bytes more.
    pub fn charge(&mut self, bytes: usize) {
        self.bucket.take(bytes, Instant::now());
    }

    /// Tells the other side something. None when it does not take it.
    pub async fn tell(&mut self, words: Vec<u8>) -> Option<()> {
        self.say(Message::Binary(words.into())).await
    }

    async fn say(&mut self, message: Message) -> Option<()> {
        timeout(SLOWEST, self.socket.send(message)).await.ok()?.ok()
    }

    /// Says the last words, as far as they are still taken, and closes.
    pub async fn close(mut self, words: Option<Vec<u8>>, frame: Option<CloseFrame>) {
        let last = async {
            if let Some(words) = words {
                let _ = self.socket.send(Message::Binary(words.into())).await;
            }
            let _ = self.socket.send(Message::Close(frame)).await;
        };
        let _ = timeout(LAST_WORDS, last).await;
    }
}

/// A rate limit: a token bucket.
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn take(&mut self, bytes: usize, now: Instant) {
        self.left = (self.left + (now - self.at).as_secs_f64() * A_SECOND).min(BURST);
        self.left -= 1.0 + bytes as f64 / 1024.0;
        self.at = now;
    }

    /// When something may be said again.
    fn ready_at(&self) -> Instant {
        self.at + Duration::from_secs_f64((-self.left / A_SECOND).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_says_too_much_is_heard_later() {
        let now = Instant::now();
        let mut bucket = Bucket { left: BURST, at: now };
        (0..300).for_each(|_| bucket.take(0, now));
        assert_eq!(bucket.ready_at(), now);
        (0..60).for_each(|_| bucket.take(0, now));
        assert_eq!(bucket.ready_at(), now + Duration::from_secs(1));
        let later = now + Duration::from_secs(60);
        bucket.take(256 * 1024, later);
        assert!(bucket.ready_at() <= later && bucket.left < BURST - 256.0);
    }
}
