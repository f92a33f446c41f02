//! Markdown that ends: no text takes longer than its length, however it is nested.
//!
//! Parsing and cleaning both take a step for each level that is open, at each line and at each tag. So levels are few: at the
//! beginning of a line before it is parsed, and among the events after that. What lies deeper goes on flat, and no word is
//! lost. The empty cells that a table's rows are filled up with are few as well.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// How many quotations, lists, emphases and links lie in one another; what is deeper goes on flat.
const DEEPEST: usize = 16;
/// How many signs of a quotation or a list begin a line; the next one is shown as the sign it is.
const MOST_SIGNS: usize = 2 * DEEPEST;
/// How many empty cells at the ends of a text's rows are drawn.
const MOST_FILLING: usize = 2_000;

/// The text, with the signs at the beginning of a line that are more than anybody nests made plain.
pub(super) fn few_signs(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut taken = 0;
    let mut begins = 0;
    for line in text.split_inclusive('\n') {
        if let Some(place) = one_sign_too_many(line) {
            plain.push_str(&text[taken..begins + place]);
            plain.push('\\');
            taken = begins + place;
        }
        begins += line.len();
    }
    if taken == 0 && plain.is_empty() {
        return Cow::Borrowed(text);
    }
    plain.push_str(&text[taken..]);
    Cow::Owned(plain)
}

/// Where a line's first sign beyond [`MOST_SIGNS`] can be made plain.
fn one_sign_too_many(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let (mut place, mut signs) = (0, 0);
    while let Some(byte) = bytes.get(place) {
        let sign = match byte {
            b' ' | b'\t' => {
                place += 1;
                continue;
            }
            b'>' => place,
            b'-' | b'+' | b'*' if is_blank(bytes.get(place + 1)) => place,
            b'0'..=b'9' => {
                let dot = place + bytes[place..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                if !matches!(bytes.get(dot), Some(b'.' | b')')) || !is_blank(bytes.get(dot + 1)) {
                    return None;
                }
                dot
            }
            _ => return None,
        };
        signs += 1;
        if signs > MOST_SIGNS {
            // A line of nothing but dashes is drawn as a line.
            return (!is_rule(line)).then_some(sign);
        }
        place = sign + 1;
    }
    None
}

fn is_blank(byte: Option<&u8>) -> bool {
    byte.is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n'))
}

fn is_rule(line: &str) -> bool {
    let mut signs = line.trim().chars();
    let Some(first @ ('-' | '*')) = signs.next() else { return false };
    signs.all(|sign| sign == first || sign == ' ' || sign == '\t')
}

/// A level that is open.
struct Level {
    /// Whether its tags are written.
    is_kept: bool,
    /// Whether it counts among the [`DEEPEST`].
    counts: bool,
}

/// Events as pages show them: raw HTML as the text it is, no pictures, headings below the page's own, few levels.
pub(super) struct Bounded<'a, I> {
    text: &'a str,
    events: I,
    /// Of the lists with numbers that are open, the number that comes next; of the others, none.
    numbers: Vec<Option<u64>>,
    levels: Vec<Level>,
    depth: usize,
    /// Empty cells that are written once something follows them in their row.
    empty_cells: usize,
    /// Whether a cell was begun and nothing is in it yet.
    in_empty_cell: bool,
    filling_left: usize,
    ready: VecDeque<Event<'a>>,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Bounded<'a, I> {
    /// The events of this text, with their places in it.
    pub fn new(text: &'a str, events: I) -> Self {
        Self {
            text,
            events,
            numbers: Vec::new(),
            levels: Vec::new(),
            depth: 0,
            empty_cells: 0,
            in_empty_cell: false,
            filling_left: MOST_FILLING,
            ready: VecDeque::new(),
        }
    }

    fn start(&mut self, tag: Tag<'a>, place: Range<usize>) {
        if let Tag::List(first) = &tag {
            self.numbers.push(*first);
        }
        let other_number = if matches!(tag, Tag::Item) { self.other_number(place) } else { None };
        let counts = matches!(
            tag,
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }
        );
        let is_kept = match tag {
            Tag::Image { .. } => false,
            Tag::Item => self.levels.last().is_none_or(|list| list.is_kept),
            Tag::TableCell => {
                self.in_empty_cell = true;
                return;
            }
            _ => !counts || self.depth < DEEPEST,
        };
        self.levels.push(Level { is_kept, counts });
        if is_kept {
            self.depth += usize::from(counts);
            if let Some(number) = other_number {
                return self.write(Event::Html(format!("<li value=\"{number}\">").into()));
            }
            self.write(Event::Start(match tag {
                Tag::Heading { level, id, classes, attrs } => Tag::Heading { level: lower(level), id, classes, attrs },
                tag => tag,
            }));
        } else if matches!(tag, Tag::BlockQuote(_) | Tag::Item) {
            // What would stand for itself does not run into what came before, nor into what follows.
            self.ready.push_back(Event::SoftBreak);
        }
    }

    /// The number that somebody gave to an item, where it is not the next one: it stays as it was written.
    fn other_number(&mut self, place: Range<usize>) -> Option<u64> {
        let next = self.numbers.last_mut()?.as_mut()?;
        let item = self.text.get(place)?.trim_start();
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let written: u64 = item[..digits].parse().ok()?;
        let expected = std::mem::replace(next, written + 1);
        (written != expected).then_some(written)
    }

    fn end(&mut self, tag: TagEnd) {
        if matches!(tag, TagEnd::List(_)) {
            self.numbers.pop();
        }
        match tag {
            TagEnd::TableCell if self.in_empty_cell => {
                self.in_empty_cell = false;
                self.empty_cells += 1;
                return;
            }
            TagEnd::TableCell => return self.ready.push_back(Event::End(tag)),
            TagEnd::TableRow | TagEnd::TableHead => {
                let filling = self.empty_cells.min(self.filling_left);
                self.filling_left -= filling;
                self.write_empty_cells(filling);
            }
            _ => {}
        }
        let Some(level) = self.levels.pop() else { return };
        if level.is_kept {
            self.depth -= usize::from(level.counts);
            self.ready.push_back(Event::End(match tag {
                TagEnd::Heading(level) => TagEnd::Heading(lower(level)),
                tag => tag,
            }));
        } else if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) {
            self.ready.push_back(Event::SoftBreak);
        }
    }

    fn write(&mut self, event: Event<'a>) {
        if std::mem::take(&mut self.in_empty_cell) {
            self.write_empty_cells(self.empty_cells);
            self.ready.push_back(Event::Start(Tag::TableCell));
        }
        self.ready.push_back(event);
    }

    fn write_empty_cells(&mut self, how_many: usize) {
        for _ in 0..how_many {
            self.ready.extend([Event::Start(Tag::TableCell), Event::End(TagEnd::TableCell)]);
        }
        self.empty_cells = 0;
    }
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Iterator for Bounded<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            match self.events.next()? {
                (Event::Start(tag), place) => self.start(tag, place),
                (Event::End(tag), _) => self.end(tag),
                (Event::Html(raw) | Event::InlineHtml(raw), _) => self.write(Event::Text(raw)),
                // What somebody typed on lines of its own stays there: a poem, a letter.
                (Event::SoftBreak, _) => self.write(Event::HardBreak),
                (event, _) => self.write(event),
            }
        }
    }
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    use HeadingLevel::*;
    match level {
        H1 => H3,
        H2 => H4,
        H3 => H5,
        _ => H6,
    }
}
