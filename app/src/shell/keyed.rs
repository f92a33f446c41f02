//! The key in every form: what tells a form that is sent twice from two forms (see `idempotency`). It is put into the page
//! once it is written, so that no form can be without; the same pass leaves out what only hydration needs.

use kinfolio::field;
use memchr::{memchr, memchr3};

/// Forms that may be sent as often as anybody likes, and stand on every page.
const WITHOUT: [&str; 2] = [" action=\"/language\"", " action=\"/sign-out\""];

/// What browsers read as text up to its end.
const TEXT_INSIDE: [&str; 4] = ["script", "style", "textarea", "title"];

/// What stands between two texts, so that hydration tells them apart.
const MARKER: &str = "<!>";

/// The page, with the key in each of its forms, where there is one: a form that came back brings its own. Without the
/// markers, where nothing hydrates it.
pub(super) fn keyed(html: String, key: Option<&str>, hydrates: bool) -> String {
    match (key, hydrates) {
        (None, true) => html,
        _ => with_key(&html, key, hydrates),
    }
}

fn with_key(html: &str, key: Option<&str>, hydrates: bool) -> String {
    let mut page = String::with_capacity(html.len() + 256);
    let mut rest = html;
    let mut wants_key = false;
    let own = format!(" name=\"{}\"", field::ONCE);
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (text, tag) = rest.split_at(at);
        page.push_str(text);
        if !hydrates && let Some(after) = tag.strip_prefix(MARKER) {
            rest = after;
            continue;
        }
        let (tag, after) = tag.split_at(end_of(tag));
        if tag.starts_with("<form") {
            wants_key = tag.contains(" method=\"post\"") && !WITHOUT.iter().any(|action| tag.contains(action));
        } else if wants_key && tag.starts_with("<input") && tag.contains(&own) {
            wants_key = false;
        } else if let Some(key) = key
            && tag.starts_with("</form>")
            && std::mem::take(&mut wants_key)
        {
            page.push_str(&format!("<input type=\"hidden\" name=\"{}\" value=\"{key}\">", field::ONCE));
        }
        page.push_str(tag);
        rest = after;
    }
    page.push_str(rest);
    page
}

/// Where a tag ends, together with what is text inside it.
fn end_of(tag: &str) -> usize {
    if tag.starts_with("<!--") {
        return tag.find("-->").map_or(tag.len(), |end| end + 3);
    }
    if let Some(name) = TEXT_INSIDE.iter().find(|name| is_called(tag, name)) {
        return tag.find(&format!("</{name}")).unwrap_or(tag.len());
    }
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

fn is_called(tag: &str, name: &str) -> bool {
    let after = tag[1..].strip_prefix(name);
    after.is_some_and(|after| !after.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    fn with_key(page: &str, key: &str) -> String {
        super::with_key(page, Some(key), true)
    }

    #[test]
    fn what_only_hydration_needs_is_left_out_where_nothing_hydrates() {
        let page = "<p>a<!>b<!></p><form method=\"post\"><!>c</form><textarea>&lt;!></textarea>";
        let plain = page.replace("<!>", "");
        assert_eq!(super::keyed(page.into(), None, false), plain);
        assert_eq!(super::keyed(page.into(), Some("k"), false).replace(KEY, ""), plain);
        assert_eq!(super::keyed(page.into(), Some("k"), true).replace(KEY, ""), page);
        assert_eq!(super::keyed(page.into(), None, true), page);
    }

    const KEY: &str = "<input type=\"hidden\" name=\"once\" value=\"k\">";

    #[test]
    fn every_form_that_is_posted_gets_a_key_and_no_other() {
        let page = "<p>a</p><form method=\"post\"><input name=\"a\"><button>b</button></form>\
            <form class=\"row\" method=\"post\" action=\"/x\"></form><form method=\"get\"></form>\
            <form class=\"menu__list\" method=\"post\" action=\"/language\"></form>";
        let with_keys = with_key(page, "k");
        assert_eq!(with_keys.matches(KEY).count(), 2);
        assert!(with_keys.contains(&format!("<button>b</button>{KEY}</form>")));
        assert_eq!(with_keys.replace(KEY, ""), page);
    }

    #[test]
    fn a_form_that_came_back_keeps_its_key() {
        let page = "<form method=\"post\"><input type=\"hidden\" name=\"once\" value=\"before\"/></form>";
        assert_eq!(with_key(page, "k"), page);
    }

    #[test]
    fn words_that_look_like_a_form_are_left_alone() {
        for words in [
            "<textarea>\n&lt;form method=\"post\">it's</form></textarea>",
            "<input value=\"</form><form method='x' > it's\">",
            "<a aria-label=\"a > b\" href='\"</form>'>x</a>",
            "<!-- it's a </form> --> it's </b",
            "<script>let a = \"</form>\"; let b = '<form';</script>",
            "<title>a's </form></title>",
        ] {
            let page = format!("<form method=\"post\">{words}");
            assert_eq!(with_key(&page, "k"), page);
        }
        let page = "<form method=\"post\"><textarea>it's</textarea><input value=\"it's\"></form>";
        assert_eq!(with_key(page, "k").matches(KEY).count(), 1);
        // Cut anywhere, it stays what it was.
        for end in 0..page.len() {
            assert_eq!(with_key(&page[..end], "k"), page[..end]);
        }
    }
}
