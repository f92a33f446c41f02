//! What is wrong with a form, called by the name of its field: each line at the head of a form that came back says which field
//! it is about, in the words that stand beside that field. They are known once the page is written, and put in then.

/// Where a name belongs: the field's id follows, and the name goes between the tags.
const PLACE: &str = "<strong data-names=\"";

/// The page, with the name of its field in each problem at its head.
pub(super) fn named(html: String) -> String {
    if !html.contains(PLACE) {
        return html;
    }
    let mut page = String::with_capacity(html.len() + 256);
    let mut rest = html.as_str();
    while let Some(at) = rest.find(PLACE) {
        let (before, place) = rest.split_at(at);
        page.push_str(before);
        let Some((id, after)) = place[PLACE.len()..].split_once('"') else { break };
        page.push_str("<strong>");
        if let Some(name) = name_of(&html, id) {
            // The colon is the same in every language that pages are written in.
            page.push_str(&format!("{name}:"));
        }
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    page.push_str(rest);
    page
}

/// What the field with this id is called: by its label, or, where it is one of a group, by what the group is called.
fn name_of(html: &str, id: &str) -> Option<String> {
    let by_label = html.find(&format!(" for=\"{id}\"")).and_then(|at| {
        let label = html[at..].split_once('>')?.1;
        words(label.split("</label>").next()?)
    });
    by_label.or_else(|| {
        let at = html.find(&format!(" id=\"{id}\""))?;
        let group = html[..at].rfind("<fieldset")?;
        let is_open = !html[group..at].contains("</fieldset>");
        let inside = html[group..].split("</fieldset>").next().filter(|_| is_open)?;
        let legend = inside.split_once("<legend")?.1;
        words(legend.split_once('>')?.1.split("</legend>").next()?)
    })
}

/// The words of what a field is called, still as HTML has them, without what is said of it besides.
fn words(label: &str) -> Option<String> {
    let own = label.split("<span class=\"optional\"").next()?;
    let own = own.split("<small").next()?;
    let parts = own.split('<').enumerate().filter_map(|(place, part)| match place {
        0 => Some(part),
        _ => Some(part.split_once('>')?.1),
    });
    let words = parts.collect::<Vec<_>>().join(" ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches([':', '：', '?', '؟']).to_owned();
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<a href=\"#field-a\"><strong data-names=\"field-a\"></strong> Please.</a>";

    #[test]
    fn a_problem_says_the_name_of_its_field() {
        for (field, name) in [
            ("<label for=\"field-a\">Title<!> <span class=\"optional\">(optional)</span></label>", "Title:"),
            ("<label class=\"drop\" for=\"field-a\"><svg></svg><strong>Take a photo</strong></label>", "Take a photo:"),
            ("<fieldset><legend>How was it?</legend><input id=\"field-a\"></fieldset>", "How was it:"),
            ("<fieldset id=\"field-a\"><legend>Which way</legend></fieldset>", "Which way:"),
            ("<label for=\"field-a\">&lt;b&gt;</label>", "&lt;b&gt;:"),
            ("<fieldset><legend>Another</legend></fieldset><input id=\"field-a\">", ""),
        ] {
            let page = named(format!("{HEAD}{field}"));
            assert!(page.starts_with(&format!("<a href=\"#field-a\"><strong>{name}</strong> Please.</a>")), "{page}");
        }
    }

    #[test]
    fn a_page_without_problems_stays_as_it_is() {
        assert_eq!(named("<p>".to_owned()), "<p>");
    }
}
