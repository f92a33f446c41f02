//! Bytes become text: tables, plain words and captions, as old and new programs write them.
//!
//! UTF-8 and UTF-16 are known for certain. Anything else says nothing of itself, so it is a guess that somebody should look
//! at: `chardetng` (what Firefox guesses pages with) knows the scripts; what it does not know, letters as old Macs and MS-DOS
//! write them, is told from Windows' by whether accents stand where words have them.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, GB18030, GBK, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs::{WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256};

/// How letters are written as bytes, where a file does not say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding(CharSet);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CharSet {
    Known(&'static encoding_rs::Encoding),
    /// Code page 850: "CSV (MS-DOS)".
    Dos,
}

/// The upper half of code page 850, in order.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

const DOS_LABEL: &str = "IBM850";

impl Encoding {
    /// What a person may choose among where the guess is wrong, the likeliest first.
    pub const OFFERED: [Self; 13] = [
        Self(CharSet::Known(WINDOWS_1252)),
        Self(CharSet::Known(MACINTOSH)),
        Self(CharSet::Dos),
        Self(CharSet::Known(WINDOWS_1256)),
        Self(CharSet::Known(WINDOWS_1251)),
        Self(CharSet::Known(GB18030)),
        Self(CharSet::Known(BIG5)),
        Self(CharSet::Known(WINDOWS_1250)),
        Self(CharSet::Known(WINDOWS_1254)),
        Self(CharSet::Known(WINDOWS_1255)),
        Self(CharSet::Known(WINDOWS_1253)),
        Self(CharSet::Known(EUC_KR)),
        Self(CharSet::Known(SHIFT_JIS)),
    ];

    /// Its name among the IANA's character sets.
    pub fn label(self) -> &'static str {
        match self.0 {
            CharSet::Known(encoding) => encoding.name(),
            CharSet::Dos => DOS_LABEL,
        }
    }

    /// The one with this name.
    pub fn named(label: &str) -> Option<Self> {
        if label == DOS_LABEL {
            return Some(Self(CharSet::Dos));
        }
        encoding_rs::Encoding::for_label(label.as_bytes()).map(|known| Self(CharSet::Known(known)))
    }

    /// The text of bytes written like this, when all of them can be.
    fn read(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self.0 {
            CharSet::Known(encoding) => encoding.decode_without_bom_handling_and_without_replacement(bytes),
            CharSet::Dos => {
                let upper: Vec<char> = DOS.chars().collect();
                let letter = |byte: &u8| match byte.checked_sub(0x80) {
                    None => Some(char::from(*byte)),
                    Some(place) => upper.get(usize::from(place)).copied(),
                };
                bytes.iter().map(letter).collect::<Option<String>>().map(Cow::Owned)
            }
        }
    }
}

/// Text that bytes became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// How its letters were guessed to be written, so that somebody should look whether they are right.
    pub guess: Option<Encoding>,
}

/// The text of a file; `None` for what is none.
pub fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, bom) =
        encoding_rs::Encoding::for_bom(bytes).or_else(|| Some((sixteen_bits(bytes)?, 0))).unwrap_or((UTF_8, 0));
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes[bom..]) {
        return Some(Decoded { text: plain(&text)?, guess: None });
    }
    if encoding != UTF_8 || bom > 0 {
        return None;
    }
    let guess = guessed(bytes);
    Some(Decoded { text: decoded_as(bytes, guess)?, guess: Some(guess) })
}

/// The text of a file, its letters written as somebody says they are.
pub fn decoded_as(bytes: &[u8], encoding: Encoding) -> Option<String> {
    plain(&encoding.read(bytes)?)
}

/// Text without the mark that old programs end it with (Ctrl-Z); `None` when there is something in it that no text has.
fn plain(text: &str) -> Option<String> {
    let end = text.trim_end_matches(|c: char| c == '\u{1A}' || c.is_whitespace());
    let text = if text[end.len()..].contains('\u{1A}') { end } else { text };
    let is_odd =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{0C}') && !('\u{80}'..='\u{9F}').contains(&c);
    (!text.chars().any(is_odd)).then(|| text.to_owned())
}

/// Whether bytes begin like UTF-16, in which plain letters come with zeros.
pub(crate) fn begins_in_sixteen_bits(bytes: &[u8]) -> bool {
    let marked = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    marked.or_else(|| sixteen_bits(bytes)).is_some_and(|encoding| encoding != UTF_8)
}

/// UTF-16 without a mark in front shows by the zeros between the letters of its first line.
fn sixteen_bits(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = bytes.get(..64).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match start.len() / 4 {
        0 => None,
        many if odd > many && even == 0 => Some(UTF_16LE),
        many if even > many && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// How the letters are most likely written.
fn guessed(bytes: &[u8]) -> Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let guess = if guess == GBK { GB18030 } else { guess };
    if !is_latin(bytes) {
        return Encoding(CharSet::Known(guess));
    }
    let latin = if guess.is_single_byte() && !has_a_script_of_its_own(guess) { guess } else { WINDOWS_1252 };
    let candidates = [CharSet::Known(latin), CharSet::Known(MACINTOSH), CharSet::Dos].map(Encoding);
    let like_words = |encoding: &Encoding| encoding.read(bytes).map_or(i64::MIN, |text| likeness(&text));
    let mut best = candidates[0];
    for candidate in candidates {
        if like_words(&candidate) > like_words(&best) {
            best = candidate;
        }
    }
    best
}

/// Whether an encoding is for letters that are not Latin ones.
fn has_a_script_of_its_own(encoding: &'static encoding_rs::Encoding) -> bool {
    encoding.decode_without_bom_handling(&[0xE0, 0xE5, 0xE8, 0xEC]).0.chars().any(|c| u32::from(c) > 0x024F)
}

/// Whether bytes are Latin letters with an accent here and there: those stand alone or in pairs ("Núñez"), beside plain
/// letters. In other scripts they stand in rows.
fn is_latin(bytes: &[u8]) -> bool {
    let (mut few, mut all) = (0_usize, 0_usize);
    let mut before = b' ';
    for row in bytes.chunk_by(|one, next| one.is_ascii() == next.is_ascii()).collect::<Vec<_>>().windows(2) {
        if let [row, next] = row
            && row.first().is_some_and(|byte| !byte.is_ascii())
        {
            let beside = [Some(before), next.first().copied()];
            let is_beside_letters = beside.into_iter().flatten().any(|byte| byte.is_ascii_alphabetic());
            all += row.len();
            few += if row.len() <= 2 && is_beside_letters { row.len() } else { 0 };
        } else if let [row, _] = row {
            before = row.last().copied().unwrap_or(b' ');
        }
    }
    // A quotation mark or a dash stands beside nothing.
    few * 10 >= all * 6
}

/// How much a text looks like words: an accent inside a word speaks for it, a sign there or a capital in its middle against.
fn likeness(text: &str) -> i64 {
    const COMMON: &str = "áéíóúñüçàèìòùâêîôûäëïößãõåøæœýÁÉÍÓÚÑÜÇÀÈÖÄÅØ";
    let letters: Vec<char> = text.chars().collect();
    let mut sum = 0;
    for (at, c) in letters.iter().copied().enumerate().filter(|(_, c)| !c.is_ascii()) {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        let after = letters.get(at + 1).copied().unwrap_or(' ');
        let inside = before.is_alphabetic() && after.is_alphabetic();
        sum += match c {
            c if c.is_alphabetic() => {
                let capital_within =
                    before.is_lowercase() && c.is_uppercase() || c.is_lowercase() && after.is_uppercase();
                let beside_letters = before.is_alphabetic() || after.is_alphabetic();
                match () {
                    () if capital_within => -2,
                    () if !beside_letters => 0,
                    () if COMMON.contains(c) => 2,
                    () => 1,
                }
            }
            '’' if inside => 1 + i64::from(is_apostrophe(&letters[..at], &letters[at + 1..])),
            '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '«' | '»' | '¿' | '¡' | '·' | '•' | '€' | 'º' | 'ª' | '°' => {
                if inside {
                    -2
                } else {
                    1
                }
            }
            '\u{A0}' => 0,
            _ => -2,
        };
    }
    sum
}

/// Whether an apostrophe stands where words have one: "O’Brien", "it’s", "l’école", "qu’il".
fn is_apostrophe(before: &[char], after: &[char]) -> bool {
    let start: Vec<char> = before.iter().rev().copied().take_while(|c| c.is_alphabetic()).take(4).collect();
    let end: String = after.iter().copied().take_while(|c| c.is_alphabetic()).take(4).collect();
    start.first().is_some_and(|c| c.is_uppercase())
        || start.len() == 1
        || start.starts_with(&['u', 'q'])
        || matches!(end.as_str(), "s" | "t" | "d" | "m" | "ll" | "re" | "ve")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess_of(text: &str, encoding: Encoding) -> (String, &'static str) {
        let bytes: Vec<u8> = match encoding.0 {
            CharSet::Known(known) => known.encode(text).0.into_owned(),
            CharSet::Dos => text
                .chars()
                .map(|c| match DOS.chars().position(|upper| upper == c) {
                    Some(place) => u8::try_from(place + 0x80).unwrap(),
                    None => u8::try_from(c).unwrap(),
                })
                .collect(),
        };
        let decoded = decoded(&bytes).unwrap();
        (decoded.text, decoded.guess.unwrap().label())
    }

    #[test]
    fn letters_of_many_programs_are_guessed_right() {
        let spanish =
            "role,name,username\nstudent,José Núñez,jose\nstudent,María Ruiz Peña,maria\nstudent,Álvaro Gómez,a\n";
        let french = "rôle,nom\nélève,Hélène Lefèvre\nélève,François Noël\nélève,Aminata l’Écuyer\n";
        let short = "role,name\nstudent,Siobhán O’Brien\n";
        let arabic = "role,name,username\nstudent,أمينة حداد,amina\nstudent,يوسف عبد الله,yusuf\nfamily,سميرة حداد,\n";
        let russian = "роль,имя\nученик,Иван Петров\nученик,Анна Смирнова\n";
        let simplified =
            "role,name,username\nstudent,王小明,wang\nstudent,李丽华,li\nstudent,张伟,zhang\nstudent,陈静,chen\n";
        let traditional =
            "role,name,username\nstudent,陳美玲,chen\nstudent,林志豪,lin\nstudent,黃淑芬,huang\nstudent,張雅婷,z\n";
        for (text, label) in [
            (spanish, "windows-1252"),
            (spanish, "macintosh"),
            (spanish, "IBM850"),
            (french, "windows-1252"),
            (french, "macintosh"),
            (short, "windows-1252"),
            ("name\nGarcía\n", "macintosh"),
            ("name\nNúñez\n", "macintosh"),
            ("name\nNúñez\n", "windows-1252"),
            ("name\nIñaki Peña\n", "IBM850"),
            ("He said it’s “fine” – really…\n", "windows-1252"),
            (arabic, "windows-1256"),
            (russian, "windows-1251"),
            (simplified, "gb18030"),
            (traditional, "Big5"),
        ] {
            assert_eq!(guess_of(text, Encoding::named(label).unwrap()), (text.to_owned(), label));
        }
    }

    #[test]
    fn what_is_certain_is_no_guess() {
        let said = "años después\n";
        let le: Vec<u8> = [0xFF, 0xFE].into_iter().chain(said.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let bare: Vec<u8> = said.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [le, bare, said.into(), [&[0xEF, 0xBB, 0xBF], said.as_bytes()].concat()] {
            assert_eq!(decoded(&bytes), Some(Decoded { text: said.to_owned(), guess: None }));
        }
        assert_eq!(decoded(b"name\r\nA\r\n\x1A").map(|decoded| decoded.text).as_deref(), Some("name\r\nA"));
        for nothing in [&b"\x89PNG\r\n\x1a\n\0\0"[..], b"words\0and more", b"\xFF\xFE\x41", b"a\x1Ab"] {
            assert_eq!(decoded(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn every_encoding_that_is_offered_has_a_name_and_is_found_by_it() {
        assert_eq!(DOS.chars().count(), 128);
        for encoding in Encoding::OFFERED {
            assert_eq!(Encoding::named(encoding.label()), Some(encoding));
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_sent_breaks_it(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            decoded(&bytes);
            for encoding in Encoding::OFFERED {
                decoded_as(&bytes, encoding);
            }
        }
    }
}
