//! What waits on a device until the server has it: words that could not be sent. A device may be shared, so they are
//! sealed: only their author's own pages hold the key (`Viewer::device_key`), and whoever opens
//! the browser's storage in between reads nothing and can put no words into anybody's mouth.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};

/// The cookie that says whose session the device is in, for the worker that keeps a conference.
pub const MARK_COOKIE: &str = "kinfolio-mark";
/// The cookie by which somebody left while there was no network: the mark of the session that is over.
pub const LEFT_COOKIE: &str = "kinfolio-left";
/// The cookie that says what waits on the device and for whom: what it is, then the end of their id; with dots between.
pub const UNSENT_COOKIE: &str = "kinfolio-unsent";
/// A form that was filled in and is sent by itself.
pub const LETTERS: &str = "outbox";
/// Words of a form that its writer has not sent.
pub const WORDS: &str = "words";
/// A statement that several write together; called as it was when devices began to keep it.
pub const SHARED_TEXT: &str = "sheet";

/// What sealed things begin with.
const SEALED: &str = "sealed:";
/// How many bytes make a seal unlike any other.
pub const NONCE: usize = 12;

/// A person's id, as [`UNSENT_COOKIE`] has it: the end of it, which is random.
pub fn short(person: &str) -> &str {
    person.get(24..).unwrap_or_default()
}

/// Seals something that is kept under this name. `nonce` is random and never used again.
pub fn seal(key: &str, name: &str, nonce: [u8; NONCE], open: &[u8]) -> Option<String> {
    let sealed = cipher(key)?.encrypt(&nonce.into(), Payload { msg: open, aad: name.as_bytes() }).ok()?;
    Some(format!("{SEALED}{}{}", hex(&nonce), hex(&sealed)))
}

/// Opens it again: with the same key, and under the same name.
pub fn unseal(key: &str, name: &str, sealed: &str) -> Option<Vec<u8>> {
    let bytes = bytes(sealed.strip_prefix(SEALED)?)?;
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    cipher(key)?.decrypt(&(*nonce).into(), Payload { msg: sealed, aad: name.as_bytes() }).ok()
}

fn cipher(key: &str) -> Option<ChaCha20Poly1305> {
    ChaCha20Poly1305::new_from_slice(&bytes(key)?).ok()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |letter: u8| char::from(letter).to_digit(16).map(|digit| digit as u8);
    hex.as_bytes().chunks(2).map(|pair| Some((digit(*pair.first()?)? << 4) | digit(*pair.get(1)?)?)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const OTHER: &str = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    proptest! {
        #[test]
        fn what_waits_is_read_with_its_own_key_under_its_own_name_and_in_no_other_way(words in ".{0,200}") {
            let sealed = seal(KEY, "outbox", [7; NONCE], words.as_bytes()).unwrap();
            prop_assert_eq!(unseal(KEY, "outbox", &sealed), Some(words.clone().into_bytes()));
            prop_assert_eq!(unseal(OTHER, "outbox", &sealed), None);
            prop_assert_eq!(unseal(KEY, "words", &sealed), None);
            let mut bent = sealed.clone().into_bytes();
            let last = bent.len() - 1;
            bent[last] = if bent[last] == b'0' { b'1' } else { b'0' };
            prop_assert_eq!(unseal(KEY, "outbox", &String::from_utf8(bent).unwrap()), None);
            prop_assert!(words.len() < 4 || !sealed.contains(&words));
        }

        #[test]
        fn what_is_not_sealed_is_not_taken(foreign in ".{0,200}") {
            prop_assert_eq!(unseal(KEY, "outbox", &foreign), None);
            prop_assert_eq!(unseal(KEY, "outbox", &format!("sealed:{foreign}")), None);
            prop_assert_eq!(seal(&foreign, "outbox", [7; NONCE], b"words"), None);
        }
    }
}
