//! One connection: how long it may take over what, and when it is cut.

use std::io::{Error, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use hyper::body::{Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};
use tokio_util::sync::WaitForCancellationFutureOwned;

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConnectionPhase {
    /// The head of a request is on its way.
    Head,
    /// A request is being answered.
    Answering,
    /// It waits for the next request.
    Idle,
    /// It is a socket now, for as long as both sides like.
    Socket,
}

/// Where a connection stands, for those who look after it.
#[derive(Clone, Debug)]
pub struct ConnectionState(Arc<Mutex<(ConnectionPhase, Instant)>>);

impl Default for ConnectionState {
    /// A connection that has just begun.
    fn default() -> Self {
        Self(Arc::new(Mutex::new((ConnectionPhase::Head, Instant::now()))))
    }
}

impl ConnectionState {
    fn held(&self) -> MutexGuard<'_, (ConnectionPhase, Instant)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it is doing.
    pub fn phase(&self) -> ConnectionPhase {
        self.held().0
    }

    /// It does something else from now on. A socket stays one.
    pub fn is_now(&self, phase: ConnectionPhase) {
        let mut held = self.held();
        if held.0 != ConnectionPhase::Socket {
            *held = (phase, Instant::now());
        }
    }

    /// Whether nobody would lose anything if it were closed, and since when.
    pub fn waits_since(&self) -> Option<Instant> {
        let (phase, since) = *self.held();
        matches!(phase, ConnectionPhase::Head | ConnectionPhase::Idle).then_some(since)
    }
}

/// How long a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct StreamTimeouts {
    /// For the head of a request to come whole.
    pub head: Duration,
    /// For the other side to take up any of what is sent.
    pub stall: Duration,
}

/// The bytes of a connection, with its timeouts. `Place` is given back when it ends, also where it became a socket.
pub struct TimedStream<Io, Place> {
    io: Io,
    state: ConnectionState,
    timeouts: StreamTimeouts,
    head: Option<Pin<Box<Sleep>>>,
    stall: Option<Pin<Box<Sleep>>>,
    over: Pin<Box<WaitForCancellationFutureOwned>>,
    _place: Place,
}

impl<Io, Place> TimedStream<Io, Place> {
    /// A new connection; where it becomes a socket, that lasts no longer than until `over`.
    pub fn new(
        io: Io,
        state: ConnectionState,
        timeouts: StreamTimeouts,
        over: WaitForCancellationFutureOwned,
        place: Place,
    ) -> Self {
        Self { io, state, timeouts, head: None, stall: None, over: Box::pin(over), _place: place }
    }

    /// Nothing is read any more in this phase: is the head overdue?
    fn head_is_overdue(&mut self, cx: &mut Context<'_>) -> bool {
        if self.state.phase() != ConnectionPhase::Head {
            self.head = None;
            return false;
        }
        let timeout = self.timeouts.head;
        self.head.get_or_insert_with(|| Box::pin(sleep(timeout))).as_mut().poll(cx).is_ready()
    }

    /// Nothing can be written any more: has that lasted too long?
    fn stalled<T>(&mut self, cx: &mut Context<'_>, wrote: Poll<std::io::Result<T>>) -> Poll<std::io::Result<T>> {
        if wrote.is_ready() {
            self.stall = None;
            return wrote;
        }
        let timeout = self.timeouts.stall;
        let stall = self.stall.get_or_insert_with(|| Box::pin(sleep(timeout)));
        if stall.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Err(Error::new(ErrorKind::TimedOut, "the other side takes nothing up")));
        }
        Poll::Pending
    }
}

impl<Io: AsyncRead + Unpin, Place: Unpin> AsyncRead for TimedStream<Io, Place> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        if self.over.as_mut().poll(cx).is_ready() && self.state.phase() == ConnectionPhase::Socket {
            // The end, as whoever reads knows it.
            return Poll::Ready(Ok(()));
        }
        let before = buf.filled().len();
        let read = Pin::new(&mut self.io).poll_read(cx, buf);
        if read.is_pending() {
            if self.head_is_overdue(cx) {
                return Poll::Ready(Err(Error::new(ErrorKind::TimedOut, "the head of a request did not come")));
            }
        } else if buf.filled().len() > before && self.state.phase() == ConnectionPhase::Idle {
            self.state.is_now(ConnectionPhase::Head);
            self.head = None;
        }
        read
    }
}

impl<Io: AsyncWrite + Unpin, Place: Unpin> AsyncWrite for TimedStream<Io, Place> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        let wrote = Pin::new(&mut self.io).poll_write(cx, bytes);
        self.stalled(cx, wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        let wrote = Pin::new(&mut self.io).poll_write_vectored(cx, bytes);
        self.stalled(cx, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let flushed = Pin::new(&mut self.io).poll_flush(cx);
        self.stalled(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        let shut = Pin::new(&mut self.io).poll_shutdown(cx);
        self.stalled(cx, shut)
    }
}

/// The body of an answer; when it is over, its connection waits for the next request.
pub struct AnswerBody {
    body: Body,
    state: ConnectionState,
}

impl AnswerBody {
    /// The body of the answer that this connection is giving.
    pub fn new(body: Body, state: ConnectionState) -> Self {
        Self { body, state }
    }
}

impl Drop for AnswerBody {
    fn drop(&mut self) {
        self.state.is_now(ConnectionPhase::Idle);
    }
}

impl hyper::body::Body for AnswerBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
