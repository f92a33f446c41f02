//! Whether a password is easy to guess: one that many people use, a row of keys or digits, or made of the words that stand
//! around the person who chooses it. Nothing is asked of anybody outside; the list is in the program.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::person::{plain_letter, plain_name};

/// Passwords that many people use, and the words they are made of, in lower case. Gathered from the lists that zxcvbn
/// (MIT) and Django (BSD-3-Clause) bundle: whole passwords of ten characters and more, the most frequent words, and the
/// words of schools and seasons in three languages.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common.txt").lines().filter(|word| !word.is_empty()).collect());

/// The longest word of the list, in characters.
const LONGEST: usize = 24;
/// The shortest word that is looked for inside a password.
const SHORTEST: usize = 4;
/// A password needs at least so many pieces that nobody foresees. A common word or a row of keys counts as two, a word of
/// one's own, a row of digits, a year or the same letter again as one, like every other letter.
const PIECES: usize = 6;
/// The fewest digits of a password of nothing but digits: shorter ones are dates and telephone numbers.
const DIGITS_ALONE: usize = 16;

/// Whether somebody guesses this password first. `about` is what is known of the person: their name, their username, their
/// school's name.
pub fn is_guessable(password: &str, about: &[&str]) -> bool {
    let letters: Vec<char> = password.chars().flat_map(plain_letter).collect();
    if letters.iter().all(|c| c.is_numeric()) && letters.len() < DIGITS_ALONE {
        return true;
    }
    let own: Vec<Vec<char>> = about
        .iter()
        .flat_map(|about| plain_name(about).split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .chain(["kinfolio".to_owned()])
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| word.chars().collect())
        .collect();
    pieces(unrepeated(&letters), &own) < PIECES
}

/// The part of a password that it repeats, or all of it: `abcabcabc` is `abc`.
fn unrepeated(letters: &[char]) -> &[char] {
    let repeats = |unit: &usize| letters.iter().skip(*unit).zip(letters).all(|(later, earlier)| later == earlier);
    let unit = (1..=letters.len() / 2).find(repeats).unwrap_or(letters.len());
    &letters[..unit]
}

/// Of how many pieces a password is made, taking the longest known piece each time.
fn pieces(letters: &[char], own: &[Vec<char>]) -> usize {
    let (mut at, mut pieces) = (0, 0);
    while at < letters.len() {
        let rest = &letters[at..];
        let known =
            [(own_word(rest, own), 1), (common_word(rest), 2), (row(rest), 1), (year(rest), 1), (keys(rest), 2)];
        // A single letter is one piece; a longer piece that costs more than its letters is none.
        let best = known
            .into_iter()
            .filter(|(length, cost)| length > cost)
            .max_by_key(|(length, cost)| (*length, Reverse(*cost)));
        let (length, cost) = best.unwrap_or((1, 1));
        at += length;
        pieces += cost;
    }
    pieces
}

/// How long the common word is that stands here, also with digits and signs for letters.
fn common_word(rest: &[char]) -> usize {
    let is_common = |length: &usize| {
        let typed: String = rest[..*length].iter().collect();
        let read: String = rest[..*length].iter().map(|c| meant(*c)).collect();
        COMMON.contains(typed.as_str()) || COMMON.contains(read.as_str())
    };
    (SHORTEST..=LONGEST.min(rest.len())).rev().find(is_common).unwrap_or_default()
}

/// The same for the words that stand around whoever chooses it: those are known.
fn own_word(rest: &[char], own: &[Vec<char>]) -> usize {
    let stands_here = |word: &&Vec<char>| {
        word.len() <= rest.len()
            && word.iter().zip(rest).all(|(letter, typed)| letter == typed || *letter == meant(*typed))
    };
    own.iter().filter(stands_here).map(Vec::len).max().unwrap_or_default()
}

/// The letter that a digit or a sign often stands for.
fn meant(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    }
}

/// How long the row is that begins here: the same letter again, or one after the other as in the alphabet.
fn row(rest: &[char]) -> usize {
    let step = |pair: &[char]| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0]));
    let Some(first) = rest.windows(2).next().map(step).filter(|step| (-1..=1).contains(step)) else { return 0 };
    let length = 1 + rest.windows(2).take_while(|pair| step(pair) == first).count();
    // Two letters that follow one another by chance are no row; the same one twice is.
    if first != 0 && length < 3 { 0 } else { length }
}

/// A year of our time.
fn year(rest: &[char]) -> usize {
    let is_year =
        matches!(rest, ['1', '9', a, b, ..] | ['2', '0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit());
    if is_year { 4 } else { 0 }
}

/// The rows of keyboards, each shifted a little against the one above.
const KEYBOARDS: [[&str; 4]; 4] = [
    ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"],
    ["1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"],
    ["", "azertyuiop", "qsdfghjklm", "wxcvbn"],
    ["", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"],
];

/// How long one can go on from key to neighbouring key.
fn keys(rest: &[char]) -> usize {
    let length = 1 + rest.windows(2).take_while(|pair| are_neighbours(pair[0], pair[1])).count();
    // Shorter ones are in many words: "as", "were" is one of the few of four.
    if length < 4 { 0 } else { length }
}

fn are_neighbours(one: char, other: char) -> bool {
    one == other || KEYBOARDS.iter().any(|keyboard| {
        let place = |key: char| {
            keyboard.iter().enumerate().find_map(|(row, keys)| {
                let column = i32::try_from(keys.chars().position(|k| k == key)?).ok()?;
                let row = i32::try_from(row).ok()?;
                // In halves of a key, so that the shift is whole.
                Some((row, column * 2 + row))
            })
        };
        matches!((place(one), place(other)), (Some((r, x)), Some((s, y))) if (r - s).abs() <= 1 && (x - y).abs() <= 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: [&str; 3] = ["Riverbend School", "Marisol Reyes", "marisol.reyes@school.org"];

    #[test]
    fn what_is_guessed_first_is_refused() {
        for password in [
            "1234567890",
            "0987654321",
            "5551234567",
            "١٢٣٤٥٦٧٨٩٠",
            "passwordpassword",
            "Password1234",
            "P@ssw0rd2026",
            "qwertyuiop",
            "QWERTZUIOP1",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "zxcvbnm,./",
            "aaaaaaaaaa",
            "abababababab",
            "abcdefghijkl",
            "iloveyou123",
            "letmein2026",
            "school2026!",
            "Summer2026!!",
            "otoño2026!!",
            "kinfolio1234",
            "Riverbend2026",
            "marisolreyes1",
            "reyes.marisol",
            "marisol.reyes1",
            "M4risol-R3yes1!",
            "riverbend school",
            "basketball",
            "ضصثقفغعهخح",
        ] {
            assert!(is_guessable(password, &ABOUT), "{password}");
        }
    }

    #[test]
    fn what_somebody_puts_together_is_taken() {
        for password in [
            "three blue kites",
            "my own password",
            "the password here",
            "tres cometas azules",
            "كلمة سر طويلة",
            "grandmother's soup",
            "correct horse battery staple",
            "a kite for marisol",
            "we were here at ten",
            "x7#Kq9-vLm2",
            "8401293847561029",
            "花が咲いた日の朝のこと",
        ] {
            assert!(!is_guessable(password, &ABOUT), "{password}");
        }
    }

    #[test]
    fn hostile_passwords_are_looked_at_quickly() {
        let started = std::time::Instant::now();
        for unit in ["a", "ab", "pa$$w0rd", "\u{10FFFF}", "1q", "é\u{301}"] {
            let _ = is_guessable(&unit.repeat(500), &[&unit.repeat(200), ""]);
        }
        assert!(started.elapsed().as_secs() < 5);
    }
}
