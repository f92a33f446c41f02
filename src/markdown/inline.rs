//! The signs inside a line: those that mean something stay, the others are shown as they are.

use std::collections::HashMap;
use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

/// Stands beside a sign that Markdown would not take for one there, and is taken out of what is made of it. It is a
/// noncharacter: nobody types it.
pub(super) const BESIDE: char = '\u{FDD0}';

/// A line on its way.
pub(super) struct Inline<'a> {
    line: &'a str,
    at: usize,
    /// The addresses that stand in it as they are, and which of them comes next.
    addresses: Vec<Range<usize>>,
    next: usize,
    /// Where backticks stand for the last time, so many in a row.
    last_ticks: HashMap<usize, usize>,
}

impl<'a> Inline<'a> {
    pub fn new(line: &'a str) -> Self {
        Self { line, at: 0, addresses: addresses(line), next: 0, last_ticks: last_ticks(line) }
    }

    /// Writes it, with what means nothing escaped.
    pub fn write(mut self, out: &mut String) {
        while let Some(c) = self.rest().chars().next() {
            if self.is_address(out) {
                continue;
            }
            match c {
                '\\' => self.backslash(out),
                '`' => self.backticks(out),
                '<' => self.angle(out),
                '&' => self.escaped(out),
                '~' => self.tildes(out),
                '*' | '_' => self.stress(c, out),
                ']' => self.bracket(out),
                BESIDE => self.at += c.len_utf8(),
                _ => self.taken(c.len_utf8(), out),
            }
        }
    }

    fn rest(&self) -> &'a str {
        &self.line[self.at..]
    }

    /// Takes so many bytes as they are.
    fn taken(&mut self, bytes: usize, out: &mut String) {
        out.push_str(&self.rest()[..bytes]);
        self.at += bytes;
    }

    /// Takes a sign of one byte that means nothing.
    fn escaped(&mut self, out: &mut String) {
        out.push('\\');
        self.taken(1, out);
    }

    /// How often the sign that is next stands in a row.
    fn row(&self, sign: char) -> usize {
        self.rest().len() - self.rest().trim_start_matches(sign).len()
    }

    fn before(&self) -> Option<char> {
        self.line[..self.at].chars().next_back()
    }

    /// A bare address becomes a link.
    fn is_address(&mut self, out: &mut String) -> bool {
        while self.addresses.get(self.next).is_some_and(|place| place.start < self.at) {
            self.next += 1;
        }
        let Some(place) = self.addresses.get(self.next).filter(|place| place.start == self.at) else { return false };
        let address = &self.line[place.clone()];
        // In the words of a link that somebody made themselves.
        let is_named = self.line[place.end..].starts_with("](") || address.contains(['<', '>', '\\']);
        if is_named {
            return false;
        }
        if address.starts_with("www.") {
            out.push('[');
            address.chars().for_each(|c| plain(c, out));
            out.extend(["](<https://", address, ">)"]);
        } else {
            out.extend(["<", address, ">"]);
        }
        self.at = place.end;
        true
    }

    /// Somebody who knows Markdown; or a backslash.
    fn backslash(&mut self, out: &mut String) {
        match self.rest().chars().nth(1) {
            Some(next) if next.is_ascii_punctuation() => self.taken(2, out),
            _ => self.escaped(out),
        }
    }

    fn backticks(&mut self, out: &mut String) {
        let row = self.row('`');
        if self.last_ticks.get(&row).is_none_or(|last| *last <= self.at) {
            return (0..row).for_each(|_| self.escaped(out));
        }
        self.taken(row, out);
        // They are closed by as many.
        loop {
            let words = self.rest().find('`').unwrap_or(self.rest().len());
            self.taken(words, out);
            let closing = self.row('`');
            self.taken(closing, out);
            if closing == row || closing == 0 {
                break;
            }
        }
    }

    /// `<https://…>` is a link; anything else is a sign, a heart, or markup that is shown as it is.
    fn angle(&mut self, out: &mut String) {
        let rest = &self.rest()[1..];
        let ends = rest.find(['>', '<', ' ']).filter(|end| rest[*end..].starts_with('>'));
        match ends {
            Some(end) if has_scheme(rest) => self.taken(end + 2, out),
            _ => self.escaped(out),
        }
    }

    /// Two strike something out; one, or more, are just that.
    fn tildes(&mut self, out: &mut String) {
        match self.row('~') {
            2 => self.taken(2, out),
            row => (0..row).for_each(|_| self.escaped(out)),
        }
    }

    fn stress(&mut self, sign: char, out: &mut String) {
        let row = self.row(sign);
        let (before, after) = (self.before(), self.rest()[row..].chars().next());
        let is = |c: Option<char>, what: fn(char) -> bool| c.is_some_and(what);
        let multiplies = sign == '*' && is(before, is_word) && is(after, is_word);
        // A face: `^_^`.
        let is_face = is(before, is_sign) && is(after, is_sign) && before == after;
        if multiplies || is_face {
            return (0..row).for_each(|_| self.escaped(out));
        }
        // Languages that put no spaces between words: what is stressed may touch anything.
        let beside_cjk = sign == '*' && (is(before, is_cjk) || is(after, is_cjk));
        if beside_cjk && is(before, is_sign) {
            out.push(BESIDE);
        }
        self.taken(row, out);
        if beside_cjk && is(after, is_sign) {
            out.push(BESIDE);
        }
    }

    /// `[words](https://…)` is a link; `[laughs](quietly)` is not.
    fn bracket(&mut self, out: &mut String) {
        let Some(target) = self.rest().strip_prefix("](") else { return self.taken(1, out) };
        let address = target.trim_start_matches('<');
        if has_scheme(address) || address.starts_with(['/', '#']) {
            let end = target.find([' ', '\t']).unwrap_or(target.len());
            return self.taken(2 + end, out);
        }
        if address.starts_with("www.") && address.len() == target.len() {
            out.push_str("](https://");
            self.at += 2;
            let end = target.find([' ', '\t']).unwrap_or(target.len());
            return self.taken(end, out);
        }
        self.taken(1, out);
        self.escaped(out);
    }
}

/// Where addresses stand in a line: with a scheme, with `www.`, or of a mailbox. "3.5" and "v1.2" are none.
fn addresses(line: &str) -> Vec<Range<usize>> {
    if !line.contains("://") && !line.contains("www.") && !line.contains('@') {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let found = finder.links(line).filter(|link| match link.kind() {
        LinkKind::Url => has_scheme(link.as_str()) || link.as_str().starts_with("www."),
        _ => true,
    });
    found.map(|link| link.start()..link.end()).collect()
}

fn has_scheme(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme)))
}

/// Of each row of backticks, the last place where as many stand.
fn last_ticks(line: &str) -> HashMap<usize, usize> {
    let mut last = HashMap::new();
    let mut at = 0;
    while let Some(next) = line[at..].find('`') {
        at += next;
        let row = line[at..].len() - line[at..].trim_start_matches('`').len();
        last.insert(row, at);
        at += row;
    }
    last
}

/// A character that means nothing, whatever it is.
fn plain(c: char, out: &mut String) {
    if c.is_ascii_punctuation() {
        out.push('\\');
    }
    out.push(c);
}

fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '*' | '_' | '~' | '`')
}

/// A letter or digit of a language that puts spaces between its words.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

/// A character of Chinese, Japanese or Korean writing, its punctuation and full-width forms included.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’')
}
