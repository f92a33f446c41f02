//! The names this installation answers to.

use std::net::{IpAddr, SocketAddr};

/// The names that are believed in `Host`: the public address, this machine's own, and those that were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosts {
    names: Vec<String>,
    /// Whether any number stands for this machine: pointing a name here does not make a page under a number somebody else's.
    any_number: bool,
}

impl Hosts {
    /// The host of the address people type.
    pub fn at(public_url: &str) -> Self {
        Self::default().and(public_url)
    }

    /// One more, as a name or as an address with one.
    pub fn and(mut self, name: &str) -> Self {
        let authority = name.split_once("://").map_or(name, |(_, rest)| rest);
        self.names.push(without_port(authority.split('/').next().unwrap_or_default()).to_lowercase());
        self
    }

    /// The socket's own address too; where it listens for every interface, any number somebody types on a phone.
    pub fn listening_on(self, socket: SocketAddr, has_public_url: bool) -> Self {
        let any_number = socket.ip().is_unspecified() && !has_public_url;
        let own = self.and(&socket.to_string());
        Self { any_number, ..own }
    }

    /// Whether this is the `Host` of a request to us.
    pub fn know(&self, host: &str) -> bool {
        let name = without_port(host).to_lowercase();
        let number: Option<IpAddr> = name.trim_start_matches('[').trim_end_matches(']').parse().ok();
        let own = name == "localhost" || number.is_some_and(|number| number.is_loopback());
        own || (self.any_number && number.is_some()) || (!name.is_empty() && self.names.contains(&name))
    }
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) && !name.ends_with(':') => {
            // A bare IPv6 address has no port.
            if name.contains(':') && !name.ends_with(']') { authority } else { name }
        }
        _ => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn socket(address: &str) -> SocketAddr {
        address.parse().expect("an address")
    }

    #[test]
    fn only_our_own_names_are_believed() {
        let hosts =
            Hosts::at("https://portfolio.example.org").and("folio.lan").listening_on(socket("0.0.0.0:80"), true);
        for ours in [
            "portfolio.example.org",
            "Portfolio.Example.org:443",
            "folio.lan:5466",
            "localhost:5466",
            "127.0.0.1",
            "[::1]:5466",
        ] {
            assert!(hosts.know(ours), "{ours}");
        }
        for foreign in [
            "",
            ":80",
            "evil.example",
            "portfolio.example.org.evil.example",
            "192.168.1.20:5466",
            "localhost.evil.example",
        ] {
            assert!(!hosts.know(foreign), "{foreign}");
        }
    }

    #[test]
    fn a_demo_for_a_whole_network_is_reached_by_the_number_typed_on_a_phone() {
        let hosts = Hosts::at("http://0.0.0.0:5466").listening_on(socket("0.0.0.0:5466"), false);
        assert!(hosts.know("192.168.1.20:5466"));
        assert!(hosts.know("[fe80::1]:5466"));
        assert!(!hosts.know("evil.example:5466"), "a name may be pointed at this machine by anybody");
        let hosts = Hosts::at("http://10.0.0.5:5466").listening_on(socket("10.0.0.5:5466"), false);
        assert!(hosts.know("10.0.0.5:5466"));
        assert!(!hosts.know("10.0.0.6:5466"));
    }
}
