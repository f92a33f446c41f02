//! The installation's own secret, which is not in the database: short codes are kept under it, so that whoever gets hold
//! of the database alone cannot try codes out against it.

use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hmac::{Hmac, KeyInit, Mac};
use rand::Rng;
use sha2::Sha256;

use super::hex;

/// The fewest characters of a key that is given: as many as a new one has bytes.
pub const SHORTEST_KEY: usize = 32;

/// A key for HMAC-SHA256. Several servers of one installation share it.
#[derive(Clone)]
pub struct SecretKey(Arc<[u8]>);

/// A key that is too short to keep anything secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the secret key is too short: it needs at least {SHORTEST_KEY} characters, chosen at random")]
pub struct KeyTooShort;

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never the key itself: what is printed ends up in logs.
        write!(f, "SecretKey({})", self.id())
    }
}

impl SecretKey {
    /// A new one of 256 bits.
    pub fn random() -> Self {
        let mut bytes = [0_u8; 32];
        rand::rng().fill(&mut bytes);
        Self(hex(&bytes).into_bytes().into())
    }

    /// The key that somebody chose, with what an editor adds at the end of a file left out.
    ///
    /// # Errors
    /// When it is too short.
    pub fn given(text: &str) -> Result<Self, KeyTooShort> {
        let text = text.trim();
        if text.chars().count() < SHORTEST_KEY { Err(KeyTooShort) } else { Ok(Self(text.as_bytes().into())) }
    }

    /// The key in a file; where there is no such file, a new key is made and kept there, readable by its owner alone. Of
    /// two servers that start at once, both end with the same.
    ///
    /// # Errors
    /// When the file can be neither read nor made, or holds no key.
    pub fn in_file(path: &Path) -> io::Result<Self> {
        if !path.try_exists()? {
            make(path)?;
        }
        let text = std::fs::read_to_string(path)?;
        Self::given(&text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    /// How this key is told from another one: nothing that helps to guess it.
    pub fn id(&self) -> String {
        hex(&self.mac("id", ""))[..8].to_owned()
    }

    /// What is kept of a short code, made of its [`super::fingerprint`]. So a fingerprint that was kept before there was a
    /// key can be put under it without knowing the code.
    pub fn keyed(&self, fingerprint: &str) -> String {
        format!("{}:{}", self.id(), hex(&self.mac("code", fingerprint)))
    }

    /// Whether this was made by [`SecretKey::keyed`], with whatever key.
    pub fn is_keyed(kept: &str) -> bool {
        kept.contains(':')
    }

    /// A name for something that shall not stand in the database itself: an address, a username, a device.
    pub fn alias(&self, of: &str) -> String {
        hex(&self.mac("alias", of))
    }

    /// A seal under words that go out and come back in a form, so that we know them again as our own.
    pub fn seal(&self, words: &str) -> String {
        hex(&self.mac("seal", words))
    }

    /// Whether a seal is ours and these words' own; takes as long whatever is wrong with it.
    pub fn sealed(&self, words: &str, seal: &str) -> bool {
        let ours = self.seal(words);
        let differences = ours.bytes().zip(seal.bytes()).fold(0, |found, (ours, theirs)| found | (ours ^ theirs));
        ours.len() == seal.len() && differences == 0
    }

    /// Words that shall be read again, but by nobody who has the database alone: sealed by ChaCha20-Poly1305 under a key for
    /// this purpose, and bound to what they are about.
    pub fn lock(&self, purpose: &str, about: &str, words: &str) -> String {
        let mut nonce = [0_u8; 12];
        rand::rng().fill(&mut nonce);
        let payload = Payload { msg: words.as_bytes(), aad: about.as_bytes() };
        // Only what is longer than any memory cannot be sealed.
        let sealed = self.cipher(purpose).encrypt(&Nonce::from(nonce), payload).unwrap_or_default();
        format!("{}:{}{}", self.id(), hex(&nonce), hex(&sealed))
    }

    /// What was locked in this way; nothing where it was locked with another key, or for something else.
    pub fn unlock(&self, purpose: &str, about: &str, locked: &str) -> Option<String> {
        let bytes = from_hex(locked.strip_prefix(&self.id())?.strip_prefix(':')?)?;
        let (nonce, sealed) = bytes.split_first_chunk::<12>()?;
        let payload = Payload { msg: sealed, aad: about.as_bytes() };
        String::from_utf8(self.cipher(purpose).decrypt(&Nonce::from(*nonce), payload).ok()?).ok()
    }

    fn cipher(&self, purpose: &str) -> ChaCha20Poly1305 {
        let mut key = [0_u8; 32];
        // HMAC-SHA256 gives as many bytes as the cipher takes.
        key.iter_mut().zip(self.mac("lock", purpose)).for_each(|(place, byte)| *place = byte);
        ChaCha20Poly1305::new(&key.into())
    }

    fn mac(&self, purpose: &str, of: &str) -> Vec<u8> {
        // Any length is a key for HMAC; ours are never empty.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(of.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

/// The bytes that hexadecimal digits stand for.
fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
    digits.len().is_multiple_of(2).then(|| digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect())
}

/// Keeps a new key in a file, whole or not at all, unless somebody else was quicker.
fn make(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".key-{}", super::token()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    let bytes = SecretKey::random().0;
    file.write_all(&bytes)?;
    file.sync_all()?;
    // A link is made only where nothing is: whoever comes second finds the first one's key.
    let made = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft)?;
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => std::fs::File::open(folder)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("kinfolio-key-{}", crate::secret::token()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn what_is_kept_of_a_code_needs_the_key_and_tells_which() {
        let (ours, other) = (SecretKey::random(), SecretKey::random());
        let print = crate::secret::fingerprint("7KQ2MNB4XH9T");
        assert_eq!(ours.keyed(&print), ours.clone().keyed(&print));
        assert_ne!(ours.keyed(&print), other.keyed(&print));
        assert!(ours.keyed(&print).starts_with(&ours.id()) && SecretKey::is_keyed(&ours.keyed(&print)));
        assert!(!SecretKey::is_keyed(&print) && !ours.keyed(&print).contains(&print));
        assert_ne!(ours.alias("a"), ours.seal("a"));
        assert!(ours.sealed("words", &ours.seal("words")));
        for seal in ["", "0", other.seal("words").as_str(), ours.seal("word").as_str()] {
            assert!(!ours.sealed("words", seal), "{seal}");
        }
    }

    #[test]
    fn what_is_locked_is_read_with_the_same_key_for_the_same_thing_alone() {
        let key = SecretKey::random();
        let locked = key.lock("a purpose", "somebody", "JBSWY3DP");
        assert_eq!(key.unlock("a purpose", "somebody", &locked).as_deref(), Some("JBSWY3DP"));
        assert_ne!(key.lock("a purpose", "somebody", "JBSWY3DP"), locked, "never the same twice");
        assert!(!locked.contains("JBSWY3DP") && locked.starts_with(&key.id()));
        assert_eq!(key.unlock("another purpose", "somebody", &locked), None);
        assert_eq!(key.unlock("a purpose", "somebody else", &locked), None);
        assert_eq!(SecretKey::random().unlock("a purpose", "somebody", &locked), None);
        for broken in
            ["", ":", "é", &locked[..20], &locked.replace(':', ""), &format!("{locked}0"), &format!("{locked}00")]
        {
            assert_eq!(key.unlock("a purpose", "somebody", broken), None, "{broken}");
        }
    }

    #[test]
    fn a_key_is_made_once_readable_by_its_owner_alone() {
        let folder = folder();
        let path = folder.join("deep").join("key");
        let keys: Vec<SecretKey> = std::thread::scope(|scope| {
            let made: Vec<_> = (0..8).map(|_| scope.spawn(|| SecretKey::in_file(&path).unwrap())).collect();
            made.into_iter().map(|made| made.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| key.id() == keys[0].id()));
        assert_eq!(std::fs::read_dir(folder.join("deep")).unwrap().count(), 1, "no draft is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(!format!("{:?}", keys[0]).contains(&std::fs::read_to_string(&path).unwrap()));
        std::fs::write(&path, "short").unwrap();
        assert!(SecretKey::in_file(&path).is_err());
        let _ = std::fs::remove_dir_all(folder);
    }
}
