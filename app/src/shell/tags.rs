//! A page once it is written, tag by tag: for what is put into it then.

use memchr::{memchr, memchr3};

/// What browsers read as text up to its end.
const TEXT_INSIDE: [&str; 4] = ["script", "style", "textarea", "title"];

/// The text before each tag and the tag, together with what is text inside it; at the end, the text that is left.
pub(super) struct Tags<'a> {
    rest: &'a str,
}

impl<'a> Tags<'a> {
    /// Those of a page.
    pub fn of(html: &'a str) -> Self {
        Self { rest: html }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(at) = memchr(b'<', self.rest.as_bytes()) else { return Some((std::mem::take(&mut self.rest), "")) };
        let (text, tag) = self.rest.split_at(at);
        let (tag, after) = tag.split_at(end_of(tag));
        self.rest = after;
        Some((text, tag))
    }
}

/// Where a tag ends, together with what is text inside it.
fn end_of(tag: &str) -> usize {
    if tag.starts_with("<!--") {
        return tag.find("-->").map_or(tag.len(), |end| end + 3);
    }
    if let Some(name) = TEXT_INSIDE.iter().find(|name| is_called(tag, name)) {
        return tag.find(&format!("</{name}")).unwrap_or(tag.len());
    }
    own_end(tag)
}

/// Where a tag itself ends.
pub(super) fn own_end(tag: &str) -> usize {
    let bytes = tag.as_bytes();
    let mut from = 0;
    while let Some(at) = memchr3(b'>', b'"', b'\'', &bytes[from..]).map(|at| from + at) {
        if bytes[at] == b'>' {
            return at + 1;
        }
        // What is quoted ends with the quote it began with.
        let Some(close) = memchr(bytes[at], &bytes[at + 1..]) else { break };
        from = at + 1 + close + 1;
    }
    tag.len()
}

/// Whether a tag is this element's.
pub(super) fn is_called(tag: &str, name: &str) -> bool {
    let after = tag.strip_prefix('<').and_then(|tag| tag.strip_prefix(name));
    after.is_some_and(|after| !after.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
}

/// The value of an attribute, as it was before it was written into the page.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let (from, to) = place_of(tag, name)?;
    let value = tag[from..to].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(value.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&"))
}

/// Where the value of an attribute stands.
fn place_of(tag: &str, name: &str) -> Option<(usize, usize)> {
    let head = &tag[..own_end(tag)];
    let begins = format!(" {name}=\"");
    let from = head.find(&begins)? + begins.len();
    Some((from, from + head[from..].find('"')?))
}

/// Text as an attribute has it.
pub(super) fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The tag with this attribute, whatever it was.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let value = quoted(value);
    match place_of(tag, name) {
        Some((from, to)) => format!("{}{value}{}", &tag[..from], &tag[to..]),
        None => with_more(tag, &format!(" {name}=\"{value}\"")),
    }
}

/// The tag with an attribute that says yes by being there, or without it.
pub(super) fn with_mark(tag: &str, name: &str, is_there: bool) -> String {
    let end = own_end(tag);
    let mut head = tag[..end].replace(&format!(" {name}=\"\""), "");
    for after in [" ", ">", "/>"] {
        head = head.replace(&format!(" {name}{after}"), after);
    }
    let bare = format!("{head}{}", &tag[end..]);
    if is_there { with_more(&bare, &format!(" {name}")) } else { bare }
}

/// The tag with more at its end.
fn with_more(tag: &str, more: &str) -> String {
    let end = own_end(tag);
    let head =
        tag[..end].strip_suffix("/>").map_or_else(|| (tag[..end].trim_end_matches('>'), ">"), |head| (head, "/>"));
    format!("{}{more}{}{}", head.0, head.1, &tag[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_tags_and_the_text_between_them() {
        let page = "a<p class=\"x > y\">b</p><textarea>\n&lt;p></textarea><!-- <p> -->c";
        let tags: Vec<_> = Tags::of(page).collect();
        assert_eq!(tags.iter().map(|(text, tag)| format!("{text}{tag}")).collect::<String>(), page);
        assert_eq!(tags[0], ("a", "<p class=\"x > y\">"));
        assert!(tags.contains(&("", "<textarea>\n&lt;p>")));
    }

    #[test]
    fn attributes_are_read_and_set_as_they_are_written() {
        let tag = "<input type=\"text\" value=\"a &amp; &quot;b&quot;\"/>";
        assert_eq!(attribute(tag, "value").as_deref(), Some("a & \"b\""));
        assert_eq!(attribute(tag, "name"), None);
        assert_eq!(with_attribute(tag, "value", "<c>"), "<input type=\"text\" value=\"&lt;c&gt;\"/>");
        assert_eq!(with_attribute("<input>", "value", "c"), "<input value=\"c\">");
        assert_eq!(with_mark("<input checked name=\"a\">", "checked", false), "<input name=\"a\">");
        assert_eq!(with_mark("<input name=\"a\" checked=\"\"/>", "checked", true), "<input name=\"a\" checked/>");
        assert_eq!(with_mark("<option value=\"a\">", "selected", true), "<option value=\"a\" selected>");
    }
}
