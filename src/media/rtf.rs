//! RTF, as TextEdit and WordPad write it: its words alone. How they looked is not kept, nor are pictures.

use encoding_rs::Encoding;

/// The deepest that groups may stand in each other.
const DEEPEST: usize = 200;
/// Groups that say how words look, or who wrote them.
const ASIDE: [&str; 14] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "listtable",
    "listoverridetable",
    "fldinst",
    "header",
    "footer",
    "themedata",
    "generator",
    "filetbl",
];

/// Whether a file is one, by its beginning.
pub(super) fn begins(head: &[u8]) -> bool {
    head.starts_with(b"{\\rtf")
}

/// What is meant inside a group.
#[derive(Clone, Copy)]
struct RtfGroup {
    aside: bool,
    /// How many letters stand after one in Unicode, for those who cannot read that.
    instead: usize,
}

/// The words of such a text, line by line.
pub(super) fn words(bytes: &[u8]) -> String {
    let mut reader =
        Reader { bytes, place: 0, encoding: encoding_rs::WINDOWS_1252, old: Vec::new(), text: String::new() };
    reader.read();
    reader.text.trim_end().to_owned() + "\n"
}

struct Reader<'a> {
    bytes: &'a [u8],
    place: usize,
    encoding: &'static Encoding,
    /// Letters in that encoding that are still to be read together.
    old: Vec<u8>,
    text: String,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut groups = vec![RtfGroup { aside: false, instead: 1 }];
        let (mut skip, mut high) = (0, None);
        while let Some(byte) = self.next() {
            let Some(group) = groups.last().copied() else { break };
            match byte {
                b'{' if groups.len() < DEEPEST => groups.push(group),
                b'{' => break,
                b'}' => {
                    groups.pop();
                    skip = 0;
                }
                b'\\' => match self.control() {
                    Control::Old(_) if skip > 0 => skip -= 1,
                    Control::Old(byte) if !group.aside => self.old.push(byte),
                    Control::Letter(letter) if !group.aside => self.say(letter),
                    Control::Word(word, number) => {
                        if let Some(group) = groups.last_mut() {
                            group.aside |= ASIDE.contains(&word.as_str());
                            if let ("uc", Some(instead)) = (word.as_str(), number) {
                                group.instead = usize::try_from(instead).unwrap_or(0).min(8);
                            }
                        }
                        if let ("u", Some(unit), false) = (word.as_str(), number, group.aside) {
                            self.unicode(unit as u16, &mut high);
                            skip = group.instead;
                        } else if !group.aside {
                            self.word(&word, number);
                        }
                    }
                    Control::Aside => groups.iter_mut().last().into_iter().for_each(|group| group.aside = true),
                    Control::Old(_) | Control::Letter(_) => {}
                },
                b'\r' | b'\n' => {}
                _ if skip > 0 => skip -= 1,
                byte if !group.aside => self.old.push(byte),
                _ => {}
            }
        }
        self.settle();
    }

    fn next(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.place)?;
        self.place += 1;
        Some(byte)
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Control {
        match self.next() {
            Some(b'\'') => {
                let digits = self.bytes.get(self.place..self.place + 2).and_then(|two| std::str::from_utf8(two).ok());
                self.place += 2;
                digits.and_then(|two| u8::from_str_radix(two, 16).ok()).map_or(Control::Letter(' '), Control::Old)
            }
            Some(b'*') => Control::Aside,
            Some(b'\r' | b'\n') => Control::Letter('\n'),
            Some(b'~') => Control::Letter('\u{A0}'),
            Some(b'_') => Control::Letter('\u{2011}'),
            Some(letter @ (b'\\' | b'{' | b'}')) => Control::Letter(char::from(letter)),
            Some(letter) if letter.is_ascii_alphabetic() => self.control_word(letter),
            _ => Control::Word(String::new(), None),
        }
    }

    fn control_word(&mut self, first: u8) -> Control {
        let mut word = String::from(char::from(first));
        while let Some(letter) = self.bytes.get(self.place).filter(|letter| letter.is_ascii_alphabetic()) {
            word.push(char::from(*letter));
            self.place += 1;
        }
        let mut number = String::new();
        while let Some(digit) = self.bytes.get(self.place) {
            let goes_on = digit.is_ascii_digit() || *digit == b'-' && number.is_empty();
            if !goes_on || number.len() > 10 {
                break;
            }
            number.push(char::from(*digit));
            self.place += 1;
        }
        if self.bytes.get(self.place) == Some(&b' ') {
            self.place += 1;
        }
        Control::Word(word, number.parse().ok())
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        let letter = match word {
            "par" | "line" | "row" | "sect" | "page" => '\n',
            "tab" | "cell" => '\t',
            "emdash" => '—',
            "endash" => '–',
            "bullet" => '•',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            "bin" => {
                self.place =
                    self.place.saturating_add(number.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(0));
                return;
            }
            "ansicpg" => {
                let label = match number.unwrap_or(1252) {
                    932 => "shift_jis".to_owned(),
                    936 => "gbk".to_owned(),
                    949 => "euc-kr".to_owned(),
                    950 => "big5".to_owned(),
                    10_000 => "macintosh".to_owned(),
                    65_001 => "utf-8".to_owned(),
                    page => format!("windows-{page}"),
                };
                self.settle();
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
                return;
            }
            "mac" => return self.encoding = encoding_rs::MACINTOSH,
            _ => return,
        };
        self.say(letter);
    }

    fn unicode(&mut self, unit: u16, high: &mut Option<u16>) {
        let pair = [high.take().unwrap_or(unit), unit];
        match unit {
            0xD800..0xDC00 => *high = Some(unit),
            0xDC00..0xE000 => self.say(String::from_utf16_lossy(&pair).chars().next().unwrap_or('\u{FFFD}')),
            _ => self.say(char::from_u32(u32::from(unit)).unwrap_or('\u{FFFD}')),
        }
    }

    fn say(&mut self, letter: char) {
        self.settle();
        if !letter.is_control() || matches!(letter, '\n' | '\t') {
            self.text.push(letter);
        }
    }

    fn settle(&mut self) {
        let old = std::mem::take(&mut self.old);
        let read = self.encoding.decode_without_bom_handling(&old).0;
        self.text.extend(read.chars().filter(|letter| !letter.is_control() || *letter == '\t'));
    }
}

enum Control {
    /// A letter in the text's encoding.
    Old(u8),
    Letter(char),
    Word(String, Option<i64>),
    /// What follows is passed over by whoever does not know it.
    Aside,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_words_of_a_text_are_read() {
        let text = words(include_bytes!("../../tests/files/textedit.rtf"));
        assert_eq!(text, "My essay about the river\nIt begins in the hills.\n");
    }

    #[test]
    fn letters_come_as_they_were_written() {
        let text = |inside: &str| words(format!("{{\\rtf1\\ansi\\ansicpg1252{inside}}}").as_bytes());
        assert_eq!(text(r"A\'f1o \u8212? {\b bold}\par 2\tab\{x\}"), "Año — bold\n2\t{x}\n");
        assert_eq!(text(r"\uc1\u-10179?\u-8704?!"), "😀!\n");
        assert_eq!(text(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt here}}{\info{\author Ana}}."), "here.\n");
        assert_eq!(words(br"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}"), "При\n");
        assert_eq!(words(br"{\rtf1\ansi\ansicpg932 \'82\'a0}"), "あ\n", "two bytes are one letter");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_it_is_read_without_harm(inside in "[\\\\{}'a-z0-9 \\-*]{0,200}") {
            let read = words(format!("{{\\rtf1{inside}").as_bytes());
            prop_assert!(read.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')));
        }
    }
}
