//! The network address of whoever asks.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use http::Extensions;

/// The address a request comes from, as the listener found it out: behind a trusted proxy, the one in front of that proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

/// As one household or one school has it: an IPv6 connection is given a whole /64, whose addresses are free to choose.
impl std::fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.to_canonical() {
            IpAddr::V4(address) => address.fmt(f),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                write!(f, "{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        }
    }
}

/// The address behind a request with these extensions.
pub(crate) fn client_address(extensions: &Extensions) -> String {
    let found = extensions.get::<ClientAddress>().copied();
    let peer = || extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| ClientAddress(peer.0.ip()));
    found.or_else(peer).map_or_else(|| "somewhere".to_owned(), |address| address.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_may_choose_among_addresses_has_one_all_the_same() {
        let said = |address: &str| ClientAddress(address.parse().expect("an address")).to_string();
        assert_eq!(said("203.0.113.9"), "203.0.113.9");
        assert_eq!(said("::ffff:203.0.113.9"), "203.0.113.9");
        assert_eq!(said("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(said("2001:db8:1:2:ffff::1"), said("2001:db8:1:2::9"));
        assert_ne!(said("2001:db8:1:3::1"), said("2001:db8:1:2::1"));
    }
}
