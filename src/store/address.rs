//! The address of a database server, and whether what is said to it is encrypted on the way.

use std::net::IpAddr;

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use url::Url;

use super::StoreError;

/// Why a database server is not spoken to.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Over a network, with TLS or without, whichever the server (or whoever stands between) likes.
    #[error(
        "the database at {0} might be spoken to without TLS: leave sslmode out of its address, or write \
         sslmode=verify-full; if nobody else can listen on the way, write sslmode=disable"
    )]
    PerhapsOpen(String),
    /// TLS was not to be had.
    #[error(
        "the database at {0} could not be spoken to with TLS ({1}): give its certificate with sslrootcert=…, or, if \
         nobody else can listen on the way, write sslmode=disable into its address"
    )]
    NoTls(String, sqlx::Error),
}

/// How to connect: with TLS and the server's certificate looked at, unless the address says otherwise or is this machine's.
pub(super) fn options(address: &str) -> Result<PgConnectOptions, StoreError> {
    let options: PgConnectOptions = address.parse()?;
    let named = named_mode(address) || std::env::var_os("PGSSLMODE").is_some();
    if is_here(&options) {
        return Ok(if named { options } else { options.ssl_mode(PgSslMode::Disable) });
    }
    match options.get_ssl_mode() {
        _ if !named => Ok(options.ssl_mode(PgSslMode::VerifyFull)),
        PgSslMode::Prefer | PgSslMode::Allow => Err(AddressError::PerhapsOpen(options.get_host().to_owned()).into()),
        _ => Ok(options),
    }
}

/// A connection that failed for want of TLS says what to do.
pub(super) fn explained(options: &PgConnectOptions, error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Tls(_) => AddressError::NoTls(options.get_host().to_owned(), error).into(),
        error => error.into(),
    }
}

fn named_mode(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.query_pairs().any(|(name, _)| name == "sslmode" || name == "ssl-mode"))
}

/// This very machine: a socket in its file system, or its own address.
fn is_here(options: &PgConnectOptions) -> bool {
    let host = options.get_host().trim_matches(['[', ']']);
    options.get_socket().is_some()
        || host.starts_with('/')
        || host == "localhost"
        || host.parse::<IpAddr>().is_ok_and(|host| host.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(address: &str) -> Option<PgSslMode> {
        options(address).ok().map(|options| options.get_ssl_mode())
    }

    #[test]
    fn a_database_over_a_network_is_spoken_to_with_tls_unless_the_address_says_otherwise() {
        for (address, expected) in [
            ("postgres://kinfolio@db.example.org/kinfolio", Some("VerifyFull")),
            ("postgres://kinfolio@10.0.0.3:5432/kinfolio", Some("VerifyFull")),
            ("postgres://kinfolio@localhost.example.org/kinfolio", Some("VerifyFull")),
            ("postgres://kinfolio@db/kinfolio?sslmode=disable", Some("Disable")),
            ("postgres://kinfolio@db/kinfolio?sslmode=require", Some("Require")),
            ("postgres://kinfolio@db/kinfolio?sslmode=prefer", None),
            ("postgres://kinfolio@db/kinfolio?sslmode=allow", None),
            ("postgres://kinfolio@localhost/kinfolio", Some("Disable")),
            ("postgres://kinfolio@127.0.0.1:5433/kinfolio", Some("Disable")),
            ("postgres://kinfolio@[::1]/kinfolio", Some("Disable")),
            ("postgres://kinfolio@localhost/kinfolio?sslmode=verify-full", Some("VerifyFull")),
            ("postgres://%2Fvar%2Frun%2Fpostgresql/kinfolio", Some("Disable")),
        ] {
            assert_eq!(mode(address).map(|mode| format!("{mode:?}")).as_deref(), expected, "{address}");
        }
    }
}
