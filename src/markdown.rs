//! People's text as HTML: the only way that anything a person wrote becomes markup.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Renders Markdown. Raw HTML is shown as the text it is, pictures become their description (a work's pictures stand
/// beside its text), and headings start at level three, below the page's own.
pub fn render(text: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut picture = 0_usize;
    let events = Parser::new_ext(text, options).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Image { .. }) => {
            picture += 1;
            None
        }
        Event::End(TagEnd::Image) => {
            picture = picture.saturating_sub(1);
            None
        }
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Some(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        other => Some(other),
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    // The corner of a table often has no words: it heads nothing then, also for those who hear the table.
    clean(out).replace("<th></th>", "<td></td>")
}

fn lower(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::*;
    match level {
        H1 => H3,
        H2 => H4,
        H3 => H5,
        _ => H6,
    }
}

/// The second lock on the same door: whatever Markdown let through, only harmless markup is left.
#[cfg(feature = "store")]
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

/// In the browser the preview is made of the person's own words only, and raw HTML is off above.
#[cfg(not(feature = "store"))]
fn clean(html: String) -> String {
    html
}

/// The first words of a text, without its markup, for lists.
pub fn glimpse(text: &str, characters: usize) -> String {
    let mut words = String::new();
    for event in Parser::new(text) {
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

#[cfg(all(test, feature = "store"))]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_person_writes_becomes_a_script() {
        for hostile in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "<img src=x onerror=alert(1)>",
            "![x](https://tracker.example/pixel.png)",
            "<a href='data:text/html,<script>'>x</a>",
            "```<script>\n</script>\n```",
        ] {
            let html = render(hostile);
            assert!(!html.contains("<script"), "{hostile} became {html}");
            assert!(!html.contains("<img"), "{hostile} became {html}");
            assert!(!html.contains("href=\"javascript"), "{hostile} became {html}");
            assert!(!html.contains("href=\"data:"), "{hostile} became {html}");
        }
    }

    #[test]
    fn headings_stay_below_the_pages_own() {
        assert!(render("# First").starts_with("<h3>First"));
    }

    #[test]
    fn the_empty_corner_of_a_table_is_no_heading() {
        let table = render("| | rain |\n|---|:-:|\n| first | 44 |\n| | `<th></th>` |");
        assert!(table.contains("<td></td><th>rain</th>") || table.contains("<td></td><th align"), "{table}");
        assert!(!table.contains("<th></th>") && table.contains("&lt;th&gt;&lt;/th&gt;"), "{table}");
    }

    #[test]
    fn a_glimpse_ends_at_a_word() {
        assert_eq!(glimpse("**At first** I only drew pizzas.", 18), "At first I only…");
    }
}
