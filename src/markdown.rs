//! People's text as HTML: the only way that anything a person wrote becomes markup.

mod bounded;
#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Options, Parser, html};

use self::bounded::{Bounded, few_signs};

/// Which way of rendering this is. HTML that is kept says with which it was made, and is made anew once this is another:
/// raise it with every change to what [`render`] gives.
pub const VERSION: i64 = 1;

/// Renders Markdown. Raw HTML is shown as the text it is, pictures become their description (a work's pictures stand
/// beside its text), and headings start at level three, below the page's own. It takes about as long as the text is long,
/// whatever the text is.
pub fn render(text: &str) -> String {
    // What a parser fails at is shown as it was typed.
    std::panic::catch_unwind(|| rendered(text)).unwrap_or_else(|_| {
        let mut plain = String::new();
        html::push_html(&mut plain, std::iter::once(Event::Text(text.into())));
        format!("<p>{plain}</p>")
    })
}

fn rendered(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut out = String::with_capacity(text.len() * 3 / 2);
    let text = few_signs(text);
    html::push_html(&mut out, Bounded::new(Parser::new_ext(&text, options)));
    // The corner of a table often has no words: it heads nothing then, also for those who hear the table.
    clean(out).replace("<th></th>", "<td></td>")
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
            .rm_tags(["img"]);
        cleaner
    });
    CLEANER.clean(&html).to_string()
}

/// The first words of a text, without its markup, for lists.
pub fn glimpse(text: &str, characters: usize) -> String {
    // Of a long text only the beginning is read.
    let beginning = text.char_indices().nth(characters * 16 + 1_000).map_or(text, |(end, _)| &text[..end]);
    let mut words = String::new();
    for event in Parser::new(beginning) {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            _ => {}
        }
        if words.chars().count() > characters * 2 {
            break;
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= characters {
        return words;
    }
    let cut: String = words.chars().take(characters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
