//! A server of the school's own that makes drafts of translations, spoken to as LibreTranslate is. Nothing it answers is believed: it is bounded in time
//! and size, and leads nowhere else.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kinfolio::id::PersonId;
use kinfolio::language::Language;
use kinfolio::words::{limit, optional_text};
use serde::{Deserialize, Serialize};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use url::Url;

/// How long a draft may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long it may take until the server takes a connection.
const CONNECTING: Duration = Duration::from_secs(5);
/// How many drafts are made at once; whoever asks for one more is told to try again.
const AT_ONCE: usize = 4;
/// The longest answer that is read: the longest words, each letter of them escaped, and something around them.
const LONGEST: u64 = (limit::WORDS * 12 + 16 * 1024) as u64;

/// A school's own translation server.
#[derive(Clone)]
pub struct Translator(Arc<AskedServer>);

struct AskedServer {
    /// Where words are posted.
    address: String,
    key: Option<String>,
    agent: Agent,
    places: Arc<Semaphore>,
    /// Who has asked and waits: each for one draft at a time.
    waiting: Mutex<HashSet<PersonId>>,
}

/// Why there is no draft.
#[derive(Debug, thiserror::Error)]
pub enum NoDraft {
    /// Others wait already, or whoever asks does.
    #[error("too many drafts are made already")]
    Busy,
    /// The server can't be reached, takes too long or answers with something else than a translation.
    #[error("{0}")]
    Failed(String),
    /// There are more words than are kept.
    #[error("the draft is too long")]
    TooLong,
}

/// Why this can be no translation server.
#[derive(Debug, thiserror::Error)]
pub enum NoTranslator {
    /// Something else than an address.
    #[error("it is no address: it begins with https:// or http://")]
    Address,
    /// Words would travel in the open, and nobody has said that they may.
    #[error(
        "words would travel to {0} in the open: write https://. If nobody else can listen on the way to it, write \
         http+insecure://"
    )]
    Insecure(String),
}

/// What is asked.
#[derive(Serialize)]
struct DraftQuestion<'a> {
    q: &'a str,
    source: &'a str,
    target: &'a str,
    format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<&'a str>,
}

/// What is answered.
#[derive(Deserialize)]
struct Drafted {
    #[serde(rename = "translatedText")]
    translated_text: String,
}

impl Translator {
    /// The server at this address, with the key it asks for.
    ///
    /// # Errors
    /// When it is no address, or leads over a network without TLS.
    pub fn at(address: &str, key: Option<String>) -> Result<Self, NoTranslator> {
        Self::within(address, key, PATIENCE)
    }

    /// The same, with another patience.
    ///
    /// # Errors
    /// See [`Translator::at`].
    pub fn within(address: &str, key: Option<String>, patience: Duration) -> Result<Self, NoTranslator> {
        let address = posted_to(address)?;
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .timeout_connect(Some(CONNECTING.min(patience)))
            // Words go where they were sent to, and nowhere else: over no proxy, and to no place that an answer names.
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .tls_config(tls(address.starts_with("https:")));
        Ok(Self(Arc::new(AskedServer {
            address,
            key,
            agent: config.build().new_agent(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Mutex::default(),
        })))
    }

    /// A draft of these words in another language. Whoever calls holds no connection to the database: this takes its time.
    pub(crate) async fn draft(
        &self,
        person: &PersonId,
        text: &str,
        (from, to): (&Language, &Language),
    ) -> Result<String, NoDraft> {
        // The place is held until the server has answered, even where whoever asked has gone in the meantime.
        let (place, text) = (self.place(person)?, text.to_owned());
        let (from, to) = (called(from), called(to));
        let asked = tokio::task::spawn_blocking(move || place.held.ask(&text, &from, &to)).await;
        let draft = asked.unwrap_or_else(|error| Err(NoDraft::Failed(error.to_string())))?;
        let draft = optional_text(&draft, limit::WORDS).map_err(|_| NoDraft::TooLong)?;
        if draft.is_empty() { Err(NoDraft::Failed("the draft is empty".into())) } else { Ok(draft) }
    }

    fn place(&self, person: &PersonId) -> Result<DraftPlace, NoDraft> {
        let permit = self.0.places.clone().try_acquire_owned().map_err(|_| NoDraft::Busy)?;
        let mut waiting = self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if !waiting.insert(person.clone()) {
            return Err(NoDraft::Busy);
        }
        Ok(DraftPlace { held: self.0.clone(), person: person.clone(), _permit: permit })
    }
}

impl fmt::Debug for Translator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the key, and without what may stand in the address.
        f.write_str("Translator")
    }
}

/// Somebody's turn, until it is dropped.
struct DraftPlace {
    held: Arc<AskedServer>,
    person: PersonId,
    _permit: OwnedSemaphorePermit,
}

impl Drop for DraftPlace {
    fn drop(&mut self) {
        self.held.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.person);
    }
}

impl AskedServer {
    fn ask(&self, q: &str, source: &str, target: &str) -> Result<String, NoDraft> {
        let question = DraftQuestion { q, source, target, format: "text", api_key: self.key.as_deref() };
        let question = serde_json::to_vec(&question).map_err(|error| NoDraft::Failed(error.to_string()))?;
        let post = self.agent.post(&self.address).header("content-type", "application/json");
        let mut reply = post.send(&question[..]).map_err(|error| NoDraft::Failed(error.to_string()))?;
        if reply.status() != http::StatusCode::OK {
            return Err(NoDraft::Failed(format!("the server answers {}", reply.status().as_u16())));
        }
        let reply = reply.body_mut().with_config().limit(LONGEST).read_to_vec();
        let reply = reply.map_err(|error| NoDraft::Failed(error.to_string()))?;
        // What is wrong with it is not told: it would quote it.
        let reply: Drafted = serde_json::from_slice(&reply)
            .map_err(|_| NoDraft::Failed("the server answers with no translation".into()))?;
        Ok(reply.translated_text)
    }
}

/// Where words are posted: `/translate` at this address; refused where they would travel in the open without anybody having
/// said so.
fn posted_to(address: &str) -> Result<String, NoTranslator> {
    let (address, in_the_open) = match address.trim().strip_prefix("http+insecure://") {
        Some(rest) => (format!("http://{rest}"), true),
        None => (address.trim().to_owned(), false),
    };
    let mut url = Url::parse(&address).map_err(|_| NoTranslator::Address)?;
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    if !matches!(url.scheme(), "https" | "http") || host.is_empty() {
        return Err(NoTranslator::Address);
    }
    let is_here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|host| host.is_loopback());
    if url.scheme() == "http" && !in_the_open && !is_here {
        return Err(NoTranslator::Insecure(host));
    }
    url.set_query(None);
    url.set_fragment(None);
    let path = url.path().trim_end_matches('/');
    let path = if path.ends_with("/translate") { path.to_owned() } else { format!("{path}/translate") };
    url.set_path(&path);
    Ok(url.into())
}

/// TLS as the rest of the program speaks it: rustls, with the certificates that this machine trusts.
fn tls(is_spoken: bool) -> TlsConfig {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let trusted = if is_spoken { rustls_native_certs::load_native_certs().certs } else { Vec::new() };
    let trusted: Vec<_> = trusted.iter().map(|one| Certificate::from_der(one.as_ref()).to_owned()).collect();
    TlsConfig::builder()
        .root_certs(RootCerts::from(trusted.into_iter()))
        .unversioned_rustls_crypto_provider(provider)
        .build()
}

/// What LibreTranslate calls a language: its first part, and Chinese by how it is written.
fn called(language: &Language) -> String {
    if language.is_none() {
        return "auto".into();
    }
    match language.tag() {
        "zh-Hant" | "zh-TW" | "zh-HK" => "zt".into(),
        tag => tag.split('-').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_travel_in_the_open_only_on_this_machine_or_where_it_is_said() {
        let to = |address: &str| posted_to(address).ok();
        assert_eq!(to("http://127.0.0.1:5000").as_deref(), Some("http://127.0.0.1:5000/translate"));
        assert_eq!(to("http://[::1]:5000/").as_deref(), Some("http://[::1]:5000/translate"));
        assert_eq!(
            to("https://words.school.example/mt/").as_deref(),
            Some("https://words.school.example/mt/translate")
        );
        assert_eq!(to("https://a.example/translate").as_deref(), Some("https://a.example/translate"));
        assert_eq!(to("http+insecure://mt:5000").as_deref(), Some("http://mt:5000/translate"));
        assert!(matches!(posted_to("http://mt:5000"), Err(NoTranslator::Insecure(host)) if host == "mt"));
        for odd in ["", "mt:5000", "ftp://mt", "file:///etc/passwd", "https://"] {
            assert!(matches!(posted_to(odd), Err(NoTranslator::Address)), "{odd}");
        }
    }

    #[test]
    fn languages_are_called_as_the_server_calls_them() {
        let call = |tag: &str| called(&Language::tagged(tag).expect("a language"));
        assert_eq!(["es-MX", "zh-Hans", "zh-Hant", "ar"].map(call), ["es", "zh", "zt", "ar"]);
        assert_eq!(called(&Language::none()), "auto");
    }

    #[test]
    fn it_tells_nothing_of_itself() {
        let one = Translator::at("https://name:password@mt.example", Some("secret".into())).expect("a translator");
        assert_eq!(format!("{one:?}"), "Translator");
    }
}
