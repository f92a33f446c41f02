//! Every kind of page that links lead to, for what has to be true of all of them.

use std::collections::BTreeMap;

use crate::browser::Browser;

/// An address without its ids.
pub fn kind(path: &str) -> String {
    let place = |part: &str| if part.len() == 36 && part.matches('-').count() == 4 { "{}" } else { part }.to_owned();
    path.split('/').map(place).collect::<Vec<_>>().join("/")
}

/// Whether a kind of page is among those looked at, where one of so many is: which, the seed decides.
pub fn is_chosen(kind: &str, seed: u64, one_of: u64) -> bool {
    // FNV: the same on every machine.
    let hash = kind
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash >> 32).is_multiple_of(one_of.max(1))
}

impl Browser {
    /// The addresses that somebody is led to, one of each kind.
    pub async fn kinds_of_pages(&self) -> BTreeMap<String, String> {
        const LINKS: &str =
            "return [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))";
        let mut kinds = BTreeMap::new();
        let mut to_read = vec!["/".to_owned()];
        while let Some(path) = to_read.pop() {
            self.goto(&path).await;
            let links = self.run(LINKS).await;
            for link in links.as_array().into_iter().flatten().filter_map(|link| link.as_str()) {
                let link = link.split(['?', '#']).next().unwrap_or_default();
                let is_a_file = link.rsplit('/').next().unwrap_or_default().contains('.')
                    || ["/assets/", "/picture/", "/photo/", "/file/", "/sound/", "/calendar/", "/language"]
                        .iter()
                        .any(|beginning| link.starts_with(beginning))
                    || link.ends_with("/template");
                if !is_a_file && !kinds.contains_key(&kind(link)) {
                    kinds.insert(kind(link), link.to_owned());
                    to_read.push(link.to_owned());
                }
            }
        }
        kinds
    }

    /// Makes the text of this page so large, in percent, as its reader's settings do.
    pub async fn enlarge_text(&self, percent: u32) {
        self.run(&format!("document.documentElement.style.fontSize = '{percent}%'")).await;
    }
}
