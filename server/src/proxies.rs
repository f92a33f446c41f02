//! Proxies in front of the program, and whom they speak for.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use http::{HeaderMap, HeaderName};
use ipnet::IpNet;
use kinfolio_app::address::ClientAddress;

/// A network as it is written: `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network(IpNet);

impl FromStr for Network {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let one = || written.parse::<IpAddr>().ok().map(IpNet::from);
        let net = written.parse::<IpNet>().ok().or_else(one);
        net.map(Self).ok_or_else(|| format!("{written} is no address and no network like 10.0.0.0/8"))
    }
}

/// Proxies that are believed when they say for whom they ask.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<Network>);

impl Proxies {
    /// These.
    pub fn new(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    /// Whether a proxy of ours is at this address.
    pub fn are_at(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|Network(net)| net.contains(&address))
    }

    /// Who asks: the last in the chain who is no proxy of ours. What stands before them they could have written themselves.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> ClientAddress {
        let mut client = peer.to_canonical();
        for hop in hops(headers).into_iter().rev() {
            if !self.are_at(client) {
                break;
            }
            let Some(hop) = hop else { break };
            client = hop.to_canonical();
        }
        ClientAddress(client)
    }
}

/// The addresses a request came by, from far to near: `X-Forwarded-For`, or `Forwarded` (RFC 7239) where there is none.
fn hops(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = |name: &'static str| {
        let lines = headers.get_all(HeaderName::from_static(name)).iter();
        lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(','))
    };
    if headers.contains_key("x-forwarded-for") {
        return lines("x-forwarded-for").map(address).collect();
    }
    let told = |hop: &str| {
        let pair = hop.split(';').filter_map(|pair| pair.split_once('='));
        pair.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for")).find_map(|(_, who)| address(who))
    };
    lines("forwarded").map(told).collect()
}

/// An address, with or without quotes, brackets and a port.
fn address(written: &str) -> Option<IpAddr> {
    let written = written.trim().trim_matches('"');
    let bare = written.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| written.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(proxies: &str, peer: &str, headers: &[(&'static str, &'static str)]) -> String {
        let proxies = Proxies::new(proxies.split_whitespace().map(|net| net.parse().expect("a network")).collect());
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().expect("a header"));
        }
        proxies.client(peer.parse().expect("an address"), &map).to_string()
    }

    #[test]
    fn a_proxy_says_who_asks_only_when_it_is_trusted() {
        let said = [("x-forwarded-for", "203.0.113.9")];
        assert_eq!(client("", "10.0.0.2", &said), "10.0.0.2");
        assert_eq!(client("10.0.0.0/8", "198.51.100.7", &said), "198.51.100.7");
        assert_eq!(client("10.0.0.0/8", "10.0.0.2", &said), "203.0.113.9");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &said), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8", "::ffff:10.0.0.2", &said), "203.0.113.9");
    }

    #[test]
    fn what_a_visitor_writes_into_the_chain_is_not_believed() {
        let ours = "10.0.0.0/8 2001:db8:ffff::/48";
        for (chain, who) in [
            ("1.2.3.4, 203.0.113.9", "203.0.113.9"),
            ("10.0.0.9, 203.0.113.9, 10.0.0.3", "203.0.113.9"),
            ("203.0.113.9:4711, 10.0.0.3", "203.0.113.9"),
            ("[2001:db8:1:2::7]:4711, 2001:db8:ffff::1", "2001:db8:1:2::/64"),
            ("10.0.0.9, 10.0.0.3", "10.0.0.9"),
            ("nonsense, 10.0.0.3", "10.0.0.3"),
            ("203.0.113.9, nonsense", "10.0.0.2"),
            ("", "10.0.0.2"),
        ] {
            assert_eq!(client(ours, "10.0.0.2", &[("x-forwarded-for", chain)]), who, "{chain}");
        }
        let lines = [("x-forwarded-for", "1.2.3.4"), ("x-forwarded-for", "203.0.113.9")];
        assert_eq!(client(ours, "10.0.0.2", &lines), "203.0.113.9", "several lines are one chain");
    }

    #[test]
    fn the_standard_header_is_read_where_there_is_no_other() {
        let said = [("forwarded", "for=1.2.3.4, for=\"[2001:db8:1:2::7]:4711\";proto=https, For=10.0.0.3")];
        assert_eq!(client("10.0.0.0/8", "10.0.0.2", &said), "2001:db8:1:2::/64");
        let both = [("forwarded", "for=1.2.3.4"), ("x-forwarded-for", "203.0.113.9")];
        assert_eq!(client("10.0.0.0/8", "10.0.0.2", &both), "203.0.113.9");
    }

    #[test]
    fn a_network_is_written_as_networks_are() {
        for fine in ["10.0.0.0/8", "::1", "192.168.1.1", "2001:db8::/32"] {
            assert!(fine.parse::<Network>().is_ok(), "{fine}");
        }
        for wrong in ["", "proxy", "10.0.0.0/33", "10.0.0"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
