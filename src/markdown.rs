//! People's text as HTML: the only way that anything a person wrote becomes markup.

mod bounded;
mod inline;
mod meant;
#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use tokio::sync::Semaphore;

use self::bounded::{Bounded, few_signs};
use self::inline::BESIDE;
use self::meant::as_meant;

/// Which way of rendering this is. HTML that is kept says with which it was made, and is made anew once this is another:
/// raise it with every change to what [`render`] gives.
pub const VERSION: i64 = 3;

/// Renders what somebody typed, as they mean it (`meant`): a line break stays one, an address is a link, a sign that nobody
/// meant is shown. Raw HTML is shown as the text it is, pictures become their description (a work's pictures stand beside
/// its text), headings start at level three, below the page's own, and every paragraph runs in the direction of its own
/// first words. It takes about as long as the text is long, whatever the text is.
pub fn render(text: &str) -> String {
    // What a parser fails at is shown as it was typed.
    std::panic::catch_unwind(|| rendered(text)).unwrap_or_else(|_| {
        let mut plain = String::new();
        html::push_html(&mut plain, std::iter::once(Event::Text(text.into())));
        format!("<p>{plain}</p>")
    })
}

/// How many texts are rendered at the same time, apart from those who answer.
static RENDERING: Semaphore = Semaphore::const_new(2);

/// [`render`] for long texts, which other pages do not wait for; none when it could not be done.
pub async fn render_apart(text: String) -> Option<String> {
    let _turn = RENDERING.acquire().await;
    let done = tokio::task::spawn_blocking(move || render(&text)).await;
    done.inspect_err(|error| tracing::error!(%error, "a text could not be rendered")).ok()
}

fn rendered(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    let text = as_meant(text);
    let text = few_signs(&text);
    html::push_html(&mut out, Bounded::new(&text, Parser::new_ext(&text, options()).into_offset_iter()));
    let out = clean(out.replace(BESIDE, ""));
    // The corner of a table often has no words: it heads nothing then, also for those who hear the table.
    each_in_its_direction(&out.replace("<th></th>", "<td></td>"))
}

fn options() -> Options {
    Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS
}

/// A text's words without its signs, its lines and paragraphs as they are: to compare, to read aloud, for a mail.
pub fn plain(text: &str) -> String {
    let text = as_meant(text);
    let text = few_signs(&text);
    let mut words = String::with_capacity(text.len());
    let mut numbers: Vec<Option<u64>> = Vec::new();
    let part = |words: &mut String, lines: usize| {
        if !words.is_empty() {
            let ends = words.len() - words.trim_end_matches('\n').len();
            words.extend(std::iter::repeat_n('\n', lines.saturating_sub(ends)));
        }
    };
    for event in Parser::new_ext(&text, options()) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                words.extend(part.chars().filter(|c| *c != BESIDE));
            }
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            Event::Rule => part(&mut words, 2),
            Event::Start(Tag::List(first)) => {
                part(&mut words, 1);
                numbers.push(first);
            }
            Event::Start(Tag::Item) => {
                part(&mut words, 1);
                match numbers.last_mut() {
                    Some(Some(number)) => {
                        words.push_str(&format!("{number}. "));
                        *number += 1;
                    }
                    _ => words.push_str("• "),
                }
            }
            Event::End(TagEnd::List(_)) => {
                numbers.pop();
                part(&mut words, if numbers.is_empty() { 2 } else { 1 });
            }
            Event::End(TagEnd::TableCell) => words.push_str("  "),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => part(&mut words, 1),
            Event::End(TagEnd::Paragraph) => part(&mut words, if numbers.is_empty() { 2 } else { 1 }),
            Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table) => part(&mut words, 2),
            _ => {}
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Lets every paragraph, item and cell run in the direction of its own first words, so that one text may be in English,
/// Arabic and Hebrew, and each sign stands at the end where it belongs.
fn each_in_its_direction(html: &str) -> String {
    const BLOCKS: [&str; 13] =
        ["p", "li", "ul", "ol", "blockquote", "h3", "h4", "h5", "h6", "td", "th", "pre", "table"];
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut parts = html.split('<');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push('<');
        let name = part.split([' ', '>']).next().unwrap_or_default();
        if name == "a" && is_bare(part) {
            // On paper it would be printed twice.
            out.push_str("a class=\"address\"");
            out.push_str(&part[1..]);
        } else if BLOCKS.contains(&name) {
            out.extend([name, " dir=\"auto\""]);
            if scrolls(name) {
                out.push_str(" tabindex=\"0\"");
            }
            out.push_str(&part[name.len()..]);
        } else {
            out.push_str(part);
        }
    }
    out
}

/// Whether a block may be wider than a phone: it scrolls by itself, and the keyboard has to come there.
fn scrolls(name: &str) -> bool {
    matches!(name, "pre" | "table")
}

/// Whether a link's words are its address.
fn is_bare(link: &str) -> bool {
    let address = link.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(address, _)| address);
    let words = link.split_once('>').map(|(_, words)| words);
    address.zip(words).is_some_and(|(address, words)| !words.is_empty() && address.ends_with(words))
}

/// The second lock on the same door: whatever Markdown let through, only harmless markup is left.
fn clean(html: String) -> String {
    static CLEANER: std::sync::LazyLock<ammonia::Builder<'static>> = std::sync::LazyLock::new(|| {
        let mut cleaner = ammonia::Builder::default();
        cleaner
            .url_schemes(["http", "https", "mailto", "tel"].into())
            .link_rel(Some("noopener noreferrer nofollow ugc"))
            .add_tags(["input"])
            .add_tag_attributes("input", ["type", "checked", "disabled"])
            .add_tag_attributes("li", ["value"])
            .rm_tags(["img"]);
        cleaner
    });
    CLEANER.clean(&html).to_string()
}

/// The first words of a text, without its markup, for lists. A text that begins without any is read no further than the
/// words that are taken.
pub fn glimpse(text: &str, characters: usize) -> String {
    plain_beginning(text, characters).unwrap_or_else(|| parsed_beginning(text, characters))
}

/// The first words of a text that is nothing but words, with one space between them; none as soon as something else comes.
fn plain_beginning(text: &str, characters: usize) -> Option<String> {
    let mut words = Glimpse::new(characters);
    let mut before = '\n';
    // Whether what came since the line began may still make something else of the line: `1.`
    let mut counts = true;
    for c in text.chars().take(most_read(characters)) {
        match c {
            '\n' if before == ' ' => return None,
            '\n' => counts = true,
            ' ' if matches!(before, ' ' | '\n') => return None,
            ' ' => counts = false,
            // What means something wherever it stands.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' => return None,
            // What means something where a line begins.
            '#' | '>' | '-' | '+' | '=' if before == '\n' => return None,
            '•' | '◦' | '▪' | '●' | '‣' | '■' | '·' | '\u{F0B7}' | '\u{F0A7}' if before == '\n' => {
                return None;
            }
            'o' if before == '\n' => return None,
            '~' | BESIDE => return None,
            '.' | ')' if counts && before.is_ascii_digit() => return None,
            c if c.is_whitespace() || c.is_control() => return None,
            c => counts &= c.is_ascii_digit(),
        }
        before = c;
        if !words.push(c) {
            // A line of which only digits were read may still be one of a list.
            return (!counts).then(|| words.taken());
        }
    }
    Some(words.taken())
}

/// Of a long text only the beginning is read.
fn most_read(characters: usize) -> usize {
    characters * 16 + 1_000
}

fn parsed_beginning(text: &str, characters: usize) -> String {
    let beginning = text.char_indices().nth(most_read(characters)).map_or(text, |(end, _)| &text[..end]);
    let mut words = Glimpse::new(characters);
    let mut read = 0;
    for event in Parser::new_ext(&as_meant(beginning), options()) {
        match event {
            Event::Text(part) | Event::Code(part) => {
                read += part.chars().count();
                if !part.chars().filter(|c| *c != BESIDE).all(|c| words.push(c)) {
                    break;
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                read += 1;
                words.push(' ');
            }
            _ => {}
        }
        if read > characters * 2 {
            break;
        }
    }
    words.taken()
}

/// Words as they are taken: one space between them, and no more than fit.
struct Glimpse {
    words: String,
    /// How many characters they have.
    count: usize,
    most: usize,
    /// Whether a space comes before the next word.
    between: bool,
    /// Where the last whole word ends that fits, once there is more than fits.
    ends: Option<usize>,
}

impl Glimpse {
    fn new(most: usize) -> Self {
        Self { words: String::with_capacity(most), count: 0, most, between: false, ends: None }
    }

    /// Takes one more character; `false` when there is more than fits.
    fn push(&mut self, c: char) -> bool {
        if c.is_whitespace() {
            self.between = self.count > 0;
            return true;
        }
        if std::mem::take(&mut self.between) && !self.put(' ') {
            return false;
        }
        self.put(c)
    }

    fn put(&mut self, c: char) -> bool {
        if self.count == self.most {
            self.ends = Some(self.words.rfind(' ').unwrap_or(self.words.len()));
            return false;
        }
        self.words.push(c);
        self.count += 1;
        true
    }

    fn taken(mut self) -> String {
        if let Some(ends) = self.ends {
            self.words.truncate(ends);
            self.words.push('…');
        }
        self.words
    }
}
