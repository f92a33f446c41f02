//! Taking connections: how many, how long each may take over what, and how they all end.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::extract::Request;
use futures::future::BoxFuture;
use http::StatusCode;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use kinfolio_app::address::ClientAddress;
use kinfolio_app::limits::{self, FOR_SOCKETS, LEFT, LONGEST_HEAD, MAY_GO};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

use crate::connection::{AnswerBody, ConnectionPhase, ConnectionState, StreamTimeouts, TimedStream};
use crate::hosts::Hosts;
use crate::proxies::Proxies;

/// How connections are taken.
#[derive(Clone, Debug)]
pub struct Doorway {
    /// The names we answer to.
    pub hosts: Arc<Hosts>,
    /// Who says for whom they ask.
    pub proxies: Proxies,
    /// How long a request's head may take.
    pub head: Duration,
    /// How long a connection may wait for its next request. Longer than proxies keep theirs: one that is closed under a
    /// proxy's hands loses somebody's form.
    pub idle: Duration,
    /// How long the other side may take nothing up of what is sent.
    pub stall: Duration,
    /// The most connections at once.
    pub most: usize,
    /// How long requests under way may go on when we end.
    pub grace: Duration,
}

impl Doorway {
    /// The usual.
    pub fn new(hosts: Hosts, proxies: Proxies) -> Self {
        Self {
            hosts: Arc::new(hosts),
            proxies,
            head: limits::HEAD_WITHIN,
            idle: limits::IDLE,
            stall: limits::STALL,
            most: crate::files_open::most_connections(),
            grace: limits::GRACE,
        }
    }

    /// The most connections from one address: a whole school may share one, and still others get in.
    fn most_from_one(&self) -> usize {
        limits::most_from_one(self.most)
    }
}

/// Everybody who is connected.
pub struct Lines {
    doorway: Doorway,
    router: Router,
    places: Arc<Semaphore>,
    by_address: Counts,
    /// Others want in.
    crowded: Arc<Notify>,
    /// Requests under way may end, and none is taken any more.
    closing: CancellationToken,
    /// Sockets end.
    sockets: CancellationToken,
    /// Nothing goes on any more.
    cut: CancellationToken,
    tasks: TaskTracker,
}

/// The answer to one request, on its way.
type AnswerFuture = BoxFuture<'static, Result<http::Response<AnswerBody>, Infallible>>;

/// How many connections each address has.
type Counts = Arc<Mutex<HashMap<String, usize>>>;

/// A connection's place among the others, until it ends.
struct PlaceInLine {
    _permit: OwnedSemaphorePermit,
    from: Option<(Counts, String)>,
}

impl Drop for PlaceInLine {
    fn drop(&mut self) {
        let Some((by_address, from)) = self.from.take() else { return };
        let mut counts = by_address.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&from) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&from);
            }
        }
    }
}

impl Lines {
    /// Nobody is connected yet.
    pub fn new(doorway: Doorway, router: Router) -> Self {
        Self {
            places: Arc::new(Semaphore::new(doorway.most)),
            by_address: Arc::default(),
            crowded: Arc::default(),
            closing: CancellationToken::new(),
            sockets: CancellationToken::new(),
            cut: CancellationToken::new(),
            tasks: TaskTracker::new(),
            doorway,
            router,
        }
    }

    /// Takes connections until `stop` comes.
    pub async fn take(&self, listener: TcpListener, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                () = stop.as_mut() => return,
                (permit, stream, peer) = self.next(&listener) => self.begin(permit, stream, peer),
            }
        }
    }

    /// The next connection for which there is a place. What goes wrong with taking one is waited out: a program that has no
    /// files to open any more for a moment is no reason to end it for everybody.
    async fn next(&self, listener: &TcpListener) -> (OwnedSemaphorePermit, TcpStream, SocketAddr) {
        loop {
            let permit = self.place().await;
            match listener.accept().await {
                Ok((stream, peer)) => return (permit, stream, peer),
                Err(error) if is_theirs(error.kind()) => {}
                Err(error) => {
                    tracing::error!(%error, "no connection can be taken; trying again");
                    self.crowded.notify_waiters();
                    sleep(Duration::from_millis(500)).await;
                }
            }
        }
    }

    async fn place(&self) -> OwnedSemaphorePermit {
        loop {
            if let Ok(permit) = self.places.clone().try_acquire_owned() {
                return permit;
            }
            self.crowded.notify_waiters();
            if let Ok(Ok(permit)) = timeout(Duration::from_millis(100), self.places.clone().acquire_owned()).await {
                return permit;
            }
        }
    }

    fn begin(&self, permit: OwnedSemaphorePermit, stream: TcpStream, peer: SocketAddr) {
        let mut place = PlaceInLine { _permit: permit, from: None };
        if !self.doorway.proxies.are_at(peer.ip()) {
            let from = ClientAddress(peer.ip()).to_string();
            let mut counts = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
            let count = counts.entry(from.clone()).or_default();
            if *count >= self.doorway.most_from_one() {
                self.crowded.notify_waiters();
                return;
            }
            *count += 1;
            place.from = Some((self.by_address.clone(), from));
        }
        let _ = stream.set_nodelay(true);
        crate::files_open::notice_when_gone(&stream);
        self.tasks.spawn(self.last(stream, peer, place));
    }

    /// A connection, from its beginning to its end.
    fn last(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        place: PlaceInLine,
    ) -> impl Future<Output = ()> + Send + 'static {
        let state = ConnectionState::default();
        let timeouts = StreamTimeouts { head: self.doorway.head, stall: self.doorway.stall };
        let timed = TimedStream::new(stream, state.clone(), timeouts, self.sockets.clone().cancelled_owned(), place);
        let answering = self.answering(peer, state.clone());
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(self.doorway.idle).max_buf_size(LONGEST_HEAD);
        let connection = builder.serve_connection(TokioIo::new(timed), service_fn(answering)).with_upgrades();
        let (crowded, closing, cut) = (self.crowded.clone(), self.closing.clone(), self.cut.clone());
        async move {
            let mut connection = std::pin::pin!(connection);
            let mut told = false;
            loop {
                tokio::select! {
                    _ = connection.as_mut() => return,
                    () = cut.cancelled() => return,
                    () = closing.cancelled(), if !told => {
                        told = true;
                        if state.waits_since().is_some() {
                            return;
                        }
                        connection.as_mut().graceful_shutdown();
                    }
                    () = crowded.notified(), if !told => {
                        if state.waits_since().is_some_and(|since| since.elapsed() >= MAY_GO) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /// What answers the requests of one connection.
    fn answering(
        &self,
        peer: SocketAddr,
        state: ConnectionState,
    ) -> impl Fn(http::Request<Incoming>) -> AnswerFuture + use<> {
        let (router, hosts, proxies) = (self.router.clone(), self.doorway.hosts.clone(), self.doorway.proxies.clone());
        move |request| {
            state.is_now(ConnectionPhase::Answering);
            let mut request: Request = request.map(Body::new);
            let client = proxies.client(peer.ip(), request.headers());
            let extensions = request.extensions_mut();
            extensions.insert(ConnectInfo(peer));
            extensions.insert(client);
            extensions.insert(hosts.clone());
            let (router, state) = (router.clone(), state.clone());
            Box::pin(async move {
                let response = router.oneshot(request).await?;
                if response.status() == StatusCode::SWITCHING_PROTOCOLS {
                    state.is_now(ConnectionPhase::Socket);
                }
                Ok(response.map(|body| AnswerBody::new(body, state)))
            })
        }
    }

    /// Takes no requests any more; those under way may end.
    pub fn close(&self) {
        self.tasks.close();
        self.closing.cancel();
    }

    /// Waits until everybody has gone, for as long as there is. Sockets, which go when they are told, are ended a little later;
    /// what is left is cut.
    pub async fn gone(&self) {
        let grace = self.doorway.grace;
        if !self.empty_within(FOR_SOCKETS.min(grace)).await {
            self.sockets.cancel();
            if !self.empty_within(grace.saturating_sub(FOR_SOCKETS).max(LEFT)).await {
                tracing::warn!("some requests did not end by themselves");
            }
        }
        self.cut.cancel();
        let _ = timeout(Duration::from_secs(1), self.tasks.wait()).await;
    }

    /// Whether all places are free, at the latest after this.
    async fn empty_within(&self, longest: Duration) -> bool {
        let all = u32::try_from(self.doorway.most).unwrap_or(u32::MAX);
        timeout(longest, self.places.acquire_many(all)).await.is_ok()
    }
}

/// Whether only the connection that was coming is broken.
fn is_theirs(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset)
}
