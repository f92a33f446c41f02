//! Things only one person should know: passwords, codes, tokens. Only their hashes are kept.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::Rng;
use sha2::{Digest, Sha256};

mod key;
mod queue;

pub use key::{KeyTooShort, SHORTEST_KEY, SecretKey};
pub use queue::{Busy, HashSlot, MOST_WAITING_IN_A_FLOOD};

/// Letters and digits that nobody mistakes for one another when reading them aloud or off paper.
const READABLE: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new token of 192 bits, for cookies and links: 48 hexadecimal digits.
pub fn token() -> String {
    let mut bytes = [0_u8; 24];
    rand::rng().fill(&mut bytes);
    hex(&bytes)
}

/// A new key of 256 bits: 64 hexadecimal digits.
pub fn key() -> String {
    let mut bytes = [0_u8; 32];
    rand::rng().fill(&mut bytes);
    hex(&bytes)
}

/// A new code to be typed from paper, in groups of four: `7KQ2-MNB4-XH9T` has 58 bits.
pub fn code(groups: usize) -> String {
    let mut rng = rand::rng();
    let group = |rng: &mut rand::rngs::ThreadRng| -> String {
        (0..4).map(|_| READABLE[rng.random_range(0..READABLE.len())] as char).collect()
    };
    (0..groups).map(|_| group(&mut rng)).collect::<Vec<_>>().join("-")
}

/// A code that belongs to a seed and is the same each time it is asked for; as good as the seed is random.
pub fn code_of(seed: &str, groups: usize) -> String {
    let digest = Sha256::digest(format!("code of {seed}").as_bytes());
    let letters: Vec<char> = (digest.chunks_exact(2))
        .map(|pair| READABLE[usize::from(u16::from_be_bytes([pair[0], pair[1]])) % READABLE.len()] as char)
        .take(groups * 4)
        .collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// A code as somebody typed it, in the one way it is hashed: capitals, no spaces, hyphens or other signs, and the digits of
/// other scripts as the ones on paper.
pub fn typed_code(typed: &str) -> String {
    typed
        .chars()
        .map(half_width)
        .map(western_digit)
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// `Ａ` as `A`: what a keyboard in Chinese, Japanese or Korean gives.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// `٧`, `۷` and `৭` as `7`: what a keyboard in Arabic, Urdu or Bangla gives.
fn western_digit(c: char) -> char {
    let zero = ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{FF10}'];
    let digit = zero.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// The hash of a token. It has 192 random bits, so a fast hash is enough; what is kept of a short code is made of it by
/// [`SecretKey::keyed`].
pub fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Argon2id with 19 MiB, two passes, one lane: OWASP's recommendation.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

impl HashSlot {
    /// The hash of a password; takes tens of milliseconds, off the request threads.
    ///
    /// # Errors
    /// When the hash could not be made, which only a lack of memory can cause.
    pub async fn hash(&self, secret: String) -> Result<String, SecretError> {
        let _making = self.acquire().await;
        tokio::task::spawn_blocking(move || {
            Ok(argon2().hash_password(secret.as_bytes()).map_err(|_| SecretError)?.to_string())
        })
        .await
        .map_err(|_| SecretError)?
    }

    /// Whether a secret is the one that was hashed. With no hash to compare it takes as long and says no, so that an
    /// unknown name cannot be told from a wrong password by the clock.
    pub async fn verify(&self, secret: String, hash: Option<String>) -> bool {
        let _making = self.acquire().await;
        tokio::task::spawn_blocking(move || match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => argon2().verify_password(secret.as_bytes(), &hash).is_ok(),
            _ => {
                let _ = argon2().hash_password(secret.as_bytes());
                false
            }
        })
        .await
        .unwrap_or(false)
    }
}

/// A secret could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("a secret could not be hashed")]
pub struct SecretError;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let slot = HashSlot::for_known();
        let kept = slot.hash("correct horse".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(slot.verify("correct horse".into(), Some(kept.clone())).await);
        assert!(!slot.verify("wrong horse".into(), Some(kept)).await);
        assert!(!slot.verify("anything".into(), None).await);
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = code(3);
        assert_eq!(code.len(), 14);
        let sloppy = code.to_lowercase().replace('-', " ");
        assert_eq!(typed_code(&code), typed_code(&sloppy));
        assert_eq!(typed_code("7kq٢ mnb۴"), "7KQ2MNB4");
        assert_eq!(typed_code("７ＫＱ２－ｍｎｂ４"), "7KQ2MNB4");
        assert_eq!(typed_code("（７ＫＱ２ーｍｎｂ４）。"), "7KQ2MNB4");
        assert_ne!(fingerprint(&token()), fingerprint(&token()));
    }

    #[test]
    fn a_seed_has_one_code_and_another_seed_another() {
        let code = code_of("a seed", 3);
        assert_eq!(code, code_of("a seed", 3));
        assert_ne!(code, code_of("another seed", 3));
        assert_eq!(code.len(), 14);
        assert!(typed_code(&code).bytes().all(|letter| READABLE.contains(&letter)));
    }
}
