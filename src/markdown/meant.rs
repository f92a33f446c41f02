//! What people type, as they mean it. Nobody has to know Markdown: line breaks stay, an indented paragraph is a paragraph, and
//! a sign means something only where it is hardly ever typed by accident. Here a text becomes the Markdown that says so;
//! what meant nothing is escaped.
//!
//! What means something: `- ` (and the bullets that are pasted) and `1. ` where a line begins, `# `, `> `, a line of three
//! dashes, a table of bars, `**strong**`, `*stressed*`, `_stressed_`, `~~struck~~`, `` `as it is` ``, three backticks that are
//! closed again, `[words](https://…)`, and addresses as they stand.

use super::inline::Inline;

/// How deep lists lie in one another; deeper ones go on at that depth.
const DEEPEST_LIST: usize = 16;
/// The longest row of backticks that opens a block.
const LONGEST_FENCE: usize = 12;
/// The longest number of an item of a list; a longer one is a year.
const LONGEST_NUMBER: usize = 3;

/// A text as the Markdown that was meant. It is about as long, and made in time that grows with its length.
pub(super) fn as_meant(text: &str) -> String {
    let mut meant = Meant { out: String::with_capacity(text.len() + text.len() / 8), ..Meant::default() };
    let lines: Vec<&str> = lines(text).collect();
    let closings = last_closings(&lines);
    let mut fence = 0;
    for (number, line) in lines.iter().enumerate() {
        if fence > 0 {
            meant.as_it_is(line);
            if backticks_alone(line).is_some_and(|ticks| ticks >= fence) {
                fence = 0;
            }
            continue;
        }
        match opens_fence(line) {
            Some(ticks) if closings[ticks] > number => {
                fence = ticks;
                meant.close_lists();
                meant.as_it_is(line.trim_start());
                meant.before = Before::Nothing;
            }
            _ => meant.line(line),
        }
    }
    meant.out
}

/// A text's lines, however they end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split(['\r', '\u{2028}', '\u{2029}']))
}

/// For each length of a fence, the last line that closes one of that length.
fn last_closings(lines: &[&str]) -> [usize; LONGEST_FENCE + 1] {
    let mut last = [0; LONGEST_FENCE + 1];
    for (number, line) in lines.iter().enumerate() {
        if let Some(ticks) = backticks_alone(line) {
            last[..=ticks.min(LONGEST_FENCE)].fill(number);
        }
    }
    last
}

/// How many backticks, and nothing else, stand in a line; at least three.
fn backticks_alone(line: &str) -> Option<usize> {
    let line = line.trim();
    (line.len() >= 3 && line.bytes().all(|byte| byte == b'`')).then_some(line.len())
}

/// How many backticks open a block here.
fn opens_fence(line: &str) -> Option<usize> {
    let line = line.trim();
    let ticks = line.len() - line.trim_start_matches('`').len();
    ((3..=LONGEST_FENCE).contains(&ticks) && !line[ticks..].contains('`')).then_some(ticks)
}

/// What stands in the line before.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    #[default]
    Nothing,
    Words,
    Item,
}

#[derive(Default)]
struct Meant {
    out: String,
    before: Before,
    /// How many quotations the line before lay in.
    quotes: usize,
    /// Of the lists that are open: how far each was indented, and how wide its sign is.
    lists: Vec<(usize, usize)>,
}

impl Meant {
    fn as_it_is(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn line(&mut self, line: &str) {
        let (mut indent, mut rest) = indented(line);
        let mut quotes = 0;
        while let Some(after) = rest.strip_prefix('>').filter(|after| after.is_empty() || after.starts_with([' ', '>']))
        {
            quotes += 1;
            (indent, rest) = indented(after.strip_prefix(' ').unwrap_or(after));
        }
        if quotes != self.quotes {
            self.other_quotes(quotes, rest.is_empty());
        }
        if rest.is_empty() {
            self.quoted();
            self.before = Before::Nothing;
            self.out.push('\n');
            return;
        }
        self.block(indent, rest);
        self.out.push('\n');
    }

    /// The signs of the quotations that a line lies in.
    fn quoted(&mut self) {
        for _ in 0..self.quotes {
            self.out.push_str("> ");
        }
    }

    /// Whoever stops quoting has ended what they quoted, without an empty line too.
    fn other_quotes(&mut self, quotes: usize, is_empty: bool) {
        self.close_lists();
        if quotes < self.quotes && !is_empty && self.before != Before::Nothing {
            self.out.push('\n');
            self.before = Before::Nothing;
        }
        self.quotes = quotes;
    }

    fn close_lists(&mut self) {
        self.lists.clear();
    }

    /// An empty line between what stands before and what comes.
    fn part(&mut self) {
        if self.before != Before::Nothing {
            self.quoted();
            self.out.push('\n');
            self.before = Before::Nothing;
        }
    }

    fn block(&mut self, indent: usize, rest: &str) {
        if is_rule(rest) {
            self.close_lists();
            self.part();
            self.quoted();
            self.out.push_str("***");
            return;
        }
        if let Some((sign, words)) = item(rest)
            // A number goes on with a list or begins one; in the middle of words it is a number.
            && (self.before != Before::Words || !self.lists.is_empty() || sign == "-" || sign == "1.")
        {
            return self.item(indent, sign, words);
        }
        self.words(indent, rest);
    }

    fn item(&mut self, indent: usize, sign: &str, words: &str) {
        while self.lists.last().is_some_and(|(before, _)| *before >= indent) {
            self.lists.pop();
        }
        self.quoted();
        self.pad();
        self.out.push_str(sign);
        self.out.push(' ');
        if self.lists.len() < DEEPEST_LIST {
            self.lists.push((indent, sign.len() + 1));
        }
        Inline::new(words).write(&mut self.out);
        self.before = Before::Item;
    }

    fn words(&mut self, indent: usize, rest: &str) {
        if indent < 2 && !self.lists.is_empty() {
            // Words at the edge no longer belong to the list above them.
            self.close_lists();
            self.part();
        }
        while self.lists.len() > 1 && self.lists.last().is_some_and(|(before, _)| *before >= indent) {
            self.lists.pop();
        }
        self.quoted();
        self.pad();
        if means_something_else(rest) {
            self.out.push('\\');
        }
        if let Some(dot) = year(rest) {
            self.out.push_str(&rest[..dot]);
            self.out.push('\\');
            Inline::new(&rest[dot..]).write(&mut self.out);
        } else {
            Inline::new(rest).write(&mut self.out);
        }
        self.before = Before::Words;
    }

    /// What a line of the innermost list is indented by.
    fn pad(&mut self) {
        let width: usize = self.lists.iter().map(|(_, width)| width).sum();
        self.out.extend(std::iter::repeat_n(' ', width));
    }
}

/// How far a line is indented, and what comes then.
fn indented(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches([' ', '\t']);
    let tabs = line[..line.len() - rest.len()].bytes().filter(|byte| *byte == b'\t').count();
    (line.len() - rest.len() + tabs * 3, rest.trim_end())
}

/// A line of three dashes or stars, or more.
fn is_rule(rest: &str) -> bool {
    let mut signs = rest.chars().filter(|sign| !matches!(sign, ' ' | '\t'));
    let Some(first @ ('-' | '*' | '_')) = signs.next() else { return false };
    let mut count = 1;
    signs.all(|sign| {
        count += 1;
        sign == first
    }) && count >= 3
}

/// The sign of a list's item, as Markdown has it, and the item's words.
fn item(rest: &str) -> Option<(&str, &str)> {
    let first = rest.chars().next()?;
    let after = &rest[first.len_utf8()..];
    let is_apart = after.starts_with([' ', '\t']);
    match first {
        '-' | '*' if is_apart => return Some(("-", after.trim_start())),
        // As word processors have them; nobody begins a sentence with one.
        '•' | '◦' | '▪' | '●' | '‣' | '■' | '\u{F0B7}' | '\u{F0A7}' | '·' if first != '·' || is_apart => {
            return (!after.trim().is_empty()).then(|| ("-", after.trim_start()));
        }
        'o' if after.starts_with('\t') => return Some(("-", after.trim_start())),
        _ => {}
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = rest.get(..digits + 1).filter(|sign| sign.ends_with(['.', ')']))?;
    let words = rest[digits + 1..].strip_prefix([' ', '\t'])?.trim_start();
    ((1..=LONGEST_NUMBER).contains(&digits) && !words.is_empty()).then_some((sign, words))
}

/// Where the dot stands behind a number that Markdown would make a list of, and that is none: `1986.`, or a number alone.
fn year(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits..].starts_with(['.', ')'])).then_some(digits)
}

/// Whether Markdown would make something of the beginning of this line that nobody means: a heading of the line before, a
/// quotation, a place that links are kept in.
fn means_something_else(rest: &str) -> bool {
    match rest.as_bytes() {
        [b'=' | b'-', ..] => {
            let first = rest.as_bytes()[0];
            rest.bytes().all(|byte| byte == first)
        }
        [b'+', next, ..] => matches!(next, b' ' | b'\t'),
        [b'+' | b'*' | b'>', ..] => rest.len() == 1 || rest.starts_with('>'),
        [b'[', ..] => rest.contains("]:"),
        _ => false,
    }
}
