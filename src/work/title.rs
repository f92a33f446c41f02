//! What a work is called when it begins as a file: by the file's name, where a person gave it one.

/// The longest title that is suggested, in characters.
const LONGEST: usize = 80;

/// What cameras, phones and programs call things. A name with nothing else in it says nothing about the work.
const OF_MACHINES: &[&str] = &[
    "img",
    "image",
    "images",
    "imagen",
    "imagem",
    "pxl",
    "dsc",
    "dscn",
    "dscf",
    "dcim",
    "mvimg",
    "vid",
    "video",
    "mov",
    "pic",
    "picture",
    "photo",
    "foto",
    "fb",
    "gopr",
    "screenshot",
    "screen",
    "shot",
    "captura",
    "capture",
    "pantalla",
    "de",
    "whatsapp",
    "signal",
    "telegram",
    "snapchat",
    "instagram",
    "received",
    "download",
    "descarga",
    "unnamed",
    "untitled",
    "unknown",
    "file",
    "document",
    "doc",
    "scan",
    "scanned",
    "escaneado",
    "camscanner",
    "adobe",
    "new",
    "inshot",
    "collage",
    "fullsizerender",
    "portrait",
    "night",
    "burst",
    "cover",
    "hdr",
    "pano",
    "mp",
    "edit",
    "edited",
    "copy",
    "copia",
    "wa",
    "at",
    "am",
    "pm",
    "on",
    "the",
    "a",
    "audio",
    "voice",
    "recording",
    "rec",
    "aud",
    "ptt",
    "clip",
    "temp",
    "tmp",
    "blob",
    "export",
    "output",
    "لقطة",
    "شاشة",
    "صورة",
    "الشاشة",
];

/// The title that a file's name suggests; none when only a machine had a say in it. It is one line that can be seen,
/// without folders, endings and marks that turn the direction of what stands around it.
pub fn suggested_title(file_name: &str) -> Option<String> {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !turns_or_hides(*c)).collect();
    let name = without_copy_number(without_ending(name.trim()));
    let spaced = name.replace('_', " ");
    // "my-volcano-poster" is three words; in "Half-moon, drawn twice" the hyphen is the writer's.
    let spaced = if spaced.trim().contains(char::is_whitespace) { spaced } else { spaced.replace(['-', '+'], " ") };
    let title = shortened(&spaced.split_whitespace().collect::<Vec<_>>().join(" "));
    let title = title.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '.' | ',')).to_owned();
    (is_a_persons(&title) && crate::words::line(&title).as_deref() == Ok(title.as_str())).then_some(title)
}

/// Controls, direction marks, and what leaves no ink; joiners stay, as languages are written with them.
fn turns_or_hides(c: char) -> bool {
    let turns = matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let hides = matches!(c, '\u{00AD}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}');
    turns || hides || (c.is_control() && !c.is_whitespace())
}

/// Without ".jpg": a last part of a few letters and digits that stands right behind a point.
fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((before, ending)) => {
            let looks = (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
            if looks && ending.chars().any(|c| c.is_ascii_alphabetic()) { before } else { name }
        }
        None => name,
    }
}

/// Without the "(1)" of a second download.
fn without_copy_number(name: &str) -> &str {
    let name = name.trim_end();
    match name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        Some((before, number)) if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => before.trim_end(),
        _ => name,
    }
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    match cut.rsplit_once(' ') {
        Some((words, _)) if !words.is_empty() => words.to_owned(),
        _ => cut,
    }
}

/// Whether there is a word in it that a person chose.
fn is_a_persons(title: &str) -> bool {
    let letters_and_digits: String = title.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_an_id = letters_and_digits.len() >= 16 && letters_and_digits.chars().all(|c| c.is_ascii_hexdigit());
    let digits = title.chars().filter(char::is_ascii_digit).count();
    let words: Vec<String> = title
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{200C}' | '\u{200D}'))
        .map(str::to_lowercase)
        .filter(|word| !word.is_empty())
        .collect();
    // A phone adds the name of the program to the moment of a screenshot.
    let is_a_screenshot = digits >= 8 && words.first().is_some_and(|word| is_a_machines(word));
    !is_an_id && !is_a_screenshot && words.iter().any(|word| is_a_word(word))
}

fn is_a_machines(word: &str) -> bool {
    OF_MACHINES.contains(&word)
}

/// A word, maybe with a number behind it ("chapter2"); not a number, and not what a program shuffled ("a8f3k2").
fn is_a_word(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_numeric());
    // Many a script writes a word with one character; the Latin one does not.
    let enough = letters.chars().count() > 1 || !letters.is_ascii();
    !letters.is_empty() && enough && !letters.contains(char::is_numeric) && !is_a_machines(letters)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_that_a_person_gave_becomes_the_title() {
        for (name, title) in [
            ("My volcano poster.jpg", "My volcano poster"),
            ("my-volcano-poster.PNG", "my volcano poster"),
            ("quilt_for_abuela (2).jpeg", "quilt for abuela"),
            ("Half-moon, drawn twice.webp", "Half-moon, drawn twice"),
            ("Chapter2.jpg", "Chapter2"),
            ("Año nuevo en casa.jpg", "Año nuevo en casa"),
            ("خريطة الحي.jpg", "خريطة الحي"),
            ("می\u{200C}خواهم.jpg", "می\u{200C}خواهم"),
            ("家.jpg", "家"),
            ("Screenshot of my game.png", "Screenshot of my game"),
            ("Mr. Okafor's bridge", "Mr. Okafor's bridge"),
            ("IMG_1234 volcano.jpg", "IMG 1234 volcano"),
        ] {
            assert_eq!(suggested_title(name).as_deref(), Some(title), "{name}");
        }
    }

    #[test]
    fn a_name_that_a_machine_gave_says_nothing() {
        for name in [
            "IMG_1234.jpg",
            "IMG-20261123-WA0007.jpg",
            "image.jpg",
            "image (3).png",
            "PXL_20261123_101112345.MP.jpg",
            "PXL_20261123_101112345.PORTRAIT.jpg",
            "DSC01234.JPG",
            "DSCF0001.jpg",
            "P1010023.jpg",
            "Screenshot 2026-11-23 at 10.30.12 AM.png",
            "Screenshot_20261123-101112_Chrome.png",
            "Captura de pantalla 2026-11-23.png",
            "WhatsApp Image 2026-11-23 at 10.12.33.jpeg",
            "FB_IMG_1700000000000.jpg",
            "3f2504e0-4f89-11d3-9a0c-0305e82c3301.jpg",
            "d41d8cd98f00b204e9800998ecf8427e.png",
            "20261123_101112.jpg",
            "a8f3k2j9x.jpg",
            "unnamed.jpg",
            "1.jpg",
            "x.jpg",
            ".jpg",
            "",
            "...",
            "\u{200B}\u{202E}.jpg",
        ] {
            assert_eq!(suggested_title(name), None, "{name}");
        }
    }

    #[test]
    fn where_a_file_lay_is_nobodys_business() {
        assert_eq!(suggested_title("C:\\Users\\Marisol\\poster of bees.jpg").as_deref(), Some("poster of bees"));
        assert_eq!(suggested_title("../../etc/poster of bees.jpg").as_deref(), Some("poster of bees"));
        assert_eq!(suggested_title("/home/marisol/IMG_1.jpg"), None);
    }

    #[test]
    fn no_mark_turns_the_page_around() {
        assert_eq!(suggested_title("poster\u{202E}gpj.exe of bees.jpg").as_deref(), Some("postergpj.exe of bees"));
        assert_eq!(suggested_title("bees\u{0}\u{7}\nand flowers.jpg").as_deref(), Some("bees and flowers"));
    }

    #[test]
    fn a_long_name_is_cut_between_two_words() {
        let title = suggested_title(&format!("{}.jpg", "bees and ".repeat(60))).expect("a title");
        assert!(title.chars().count() <= LONGEST && title.ends_with("bees"), "{title}");
    }

    proptest! {
        #[test]
        fn whatever_a_file_is_called_the_title_is_one_short_line(name in any::<String>()) {
            if let Some(title) = suggested_title(&name) {
                prop_assert!(title.chars().count() <= LONGEST);
                prop_assert!(!title.contains(['/', '\\']) && !title.chars().any(|c| c.is_control() || turns_or_hides(c)));
                prop_assert_eq!(crate::words::line(&title), Ok(title.clone()));
            }
        }

        #[test]
        fn numbered_pictures_have_no_title(number: u64, maker in "(IMG|DSC|PXL|MVIMG|VID|image|Photo)", mark in "[-_ ]?") {
            prop_assert_eq!(suggested_title(&format!("{maker}{mark}{number}.jpg")), None);
        }

        #[test]
        fn plain_words_stay_as_they_are(words in "(my|our) [a-z]{6,12} (garden|quilt|song)") {
            let (name, folder) = (format!("{words}.jpg"), format!("/somewhere/else/{words}.jpg"));
            prop_assert_eq!(suggested_title(&name), Some(words.clone()));
            prop_assert_eq!(suggested_title(&folder), Some(words));
        }
    }
}
