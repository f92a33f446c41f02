//! What the system allows: files open at once, and connections whose other side has vanished.

use tokio::net::TcpStream;

/// Files that are open beside connections: databases, what is read and written, the log.
const OTHERS: u64 = 200;
/// The most connections, whatever the system allows.
const MOST: u64 = 8_000;

/// Has the system allow as many open files as it ever would.
pub fn raise_limit() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
        if current.is_some()
            && current != maximum
            && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum })
        {
            tracing::warn!(%error, "the limit of open files could not be raised");
        }
    }
}

/// How many connections there is room for: each may need a file beside its own.
pub fn most_connections() -> usize {
    #[cfg(unix)]
    let allowed = rustix::process::getrlimit(rustix::process::Resource::Nofile).current.unwrap_or(u64::MAX);
    #[cfg(not(unix))]
    let allowed = 2 * MOST + OTHERS;
    connections_with(allowed)
}

fn connections_with(files: u64) -> usize {
    usize::try_from((files.saturating_sub(OTHERS) / 2).clamp(16, MOST)).unwrap_or(16)
}

/// Finds out when a phone went out of reach without a word, also where nothing is sent to it.
pub fn notice_when_gone(stream: &TcpStream) {
    #[cfg(target_os = "linux")]
    {
        use rustix::net::sockopt;
        use std::time::Duration;
        let _ = sockopt::set_socket_keepalive(stream, true);
        let _ = sockopt::set_tcp_keepidle(stream, Duration::from_secs(60));
        let _ = sockopt::set_tcp_keepintvl(stream, Duration::from_secs(15));
        let _ = sockopt::set_tcp_keepcnt(stream, 4);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = stream;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_files_for_everything_else() {
        assert_eq!(connections_with(1_024), 412);
        assert_eq!(connections_with(u64::MAX), 8_000);
        assert_eq!(connections_with(64), 16);
    }
}
