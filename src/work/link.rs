//! Links of a work: pages elsewhere that belong to it, one on each line, each with words of the student's own behind it.

use url::Url;

/// A page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub address: Url,
    /// What the student calls it; may be empty.
    pub words: String,
}

impl Link {
    /// The link on a line: an address, and words behind it. An address that begins without `https://` is taken as people
    /// say it. Only pages of the web are links, and none that carries a name and password.
    pub fn on(line: &str) -> Option<Self> {
        let (address, words) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
        let address = match address.contains("://") {
            true => Url::parse(address).ok()?,
            false => Url::parse(&format!("https://{address}")).ok()?,
        };
        let is_page = matches!(address.scheme(), "http" | "https");
        let is_open = address.username().is_empty() && address.password().is_none();
        let place = address.host_str()?;
        let has_a_name = place.contains('.') && !place.starts_with('.') && !place.ends_with('.');
        (is_page && is_open && has_a_name).then(|| Self { words: words.trim().to_owned(), address })
    }

    /// Where it leads, for readers: `www.` is left out.
    pub fn place(&self) -> &str {
        let place = self.address.host_str().unwrap_or_default();
        place.strip_prefix("www.").unwrap_or(place)
    }
}

/// The links in what was written, in its order. Lines that are none are passed over.
pub fn links(written: &str) -> Vec<Link> {
    written.lines().filter_map(Link::on).collect()
}

/// The first line of it that is no link, to be put right before others see it.
pub fn no_link(written: &str) -> Option<&str> {
    let mut lines = written.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find(|line| Link::on(line).is_none())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_an_address_and_words_behind_it() {
        let link = Link::on("  https://www.wessick.example/bus/14?day=1   The timetable we measured against ").unwrap();
        assert_eq!(link.address.as_str(), "https://www.wessick.example/bus/14?day=1");
        assert_eq!((link.place(), link.words.as_str()), ("wessick.example", "The timetable we measured against"));
        let said = Link::on("wessick.example/bus").unwrap();
        assert_eq!((said.address.as_str(), said.words.as_str()), ("https://wessick.example/bus", ""));
        assert_eq!(Link::on("www.contes.example/anansi  Krik? Krak!").unwrap().words, "Krik? Krak!");
    }

    #[test]
    fn what_leads_nowhere_or_runs_something_is_no_link() {
        for line in [
            "",
            "homework",
            "javascript:alert(1)",
            "javascript://x.example/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "file:///etc/passwd",
            "https://",
            "https://name:word@bank.example/",
            "https://localhost/",
            "https://example./",
            "ftp://files.example/a",
            "mailto://a.example",
            "https://a b.example",
            "//",
        ] {
            assert_eq!(Link::on(line), None, "{line}");
        }
    }

    #[test]
    fn the_first_line_that_is_no_link_is_named() {
        assert_eq!(no_link("a.example one\n\n b.example"), None);
        assert_eq!(no_link("a.example\n my notes \nmore"), Some("my notes"));
        assert_eq!(links("a.example\nmy notes\nb.example").len(), 2);
    }

    proptest! {
        #[test]
        fn whatever_is_written_every_link_is_a_page_of_the_web(written in "\\PC{0,200}") {
            for link in links(&written) {
                prop_assert!(link.address.as_str().starts_with("http"));
                prop_assert!(!link.place().is_empty());
            }
        }
    }
}
