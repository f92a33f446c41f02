//! The traps of leptos 0.8: what it lets through, and that nothing here steps into them.

use std::path::{Path, PathBuf};

use leptos::prelude::*;

/// When this fails, leptos has begun to escape: `escaped` and its `inner_html` can go.
#[test]
fn leptos_does_not_escape_the_text_of_a_textarea_yet() {
    let words = "</textarea><b>".to_owned();
    let html = Owner::new_root(None).with(|| view! { <textarea>{words}</textarea> }.to_html());
    assert!(html.contains("</textarea><b>"), "{html}");
}

/// In a title it escapes, but leaves its marker, which the tab would show.
#[test]
fn leptos_leaves_its_marker_in_a_title_yet() {
    let html = Owner::new_root(None).with(|| view! { <title>{"A title".to_owned()}</title> }.to_html());
    assert!(html.contains("<!>"), "{html}");
}

#[test]
fn escaped_words_stay_words() {
    assert_eq!(super::escaped("</title><script>&amp;"), "&lt;/title&gt;&lt;script&gt;&amp;amp;");
}

#[test]
fn every_textarea_and_title_is_one_that_escapes_and_every_html_one_that_is_safe() {
    let mut seen = 0;
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in sources(app.join("src")).into_iter().chain(sources(app.join("islands/src"))) {
        let text = std::fs::read_to_string(&file).expect("a source file");
        let name = file.display().to_string();
        // These read pages, and make none.
        if ["traps.rs", "keyed.rs", "refill.rs", "tags.rs"].iter().any(|reads| name.ends_with(reads)) {
            continue;
        }
        for tag in ["<textarea", "<title ", "<title>", "<Title"] {
            for (at, _) in text.match_indices(tag) {
                let element = text[at..].split("</").next().unwrap_or_default();
                let safe =
                    element.contains("inner_html=inner") || element.contains("escaped(") || name.ends_with("qr.rs");
                assert!(safe, "{name}: {element}");
                seen += 1;
            }
        }
        for place in ["inner_html", "prop:value", "bind:value"] {
            let allowed = match place {
                // `preview.rs` shows what the server made of words by `markdown`, as on every page.
                "inner_html" => {
                    ["field.rs", "words.rs", "qr.rs", "document.rs", "islands/src/leaving.rs", "islands/src/preview.rs"]
                        .iter()
                        .any(|file| name.ends_with(file))
                }
                // On the server these show nothing: in an island, where there is a second rendering, they may stand.
                _ => text.contains("#[island]"),
            };
            assert!(allowed || !text.contains(place), "{name} has {place}");
        }
    }
    assert!(seen >= 3, "the search finds nothing any more");
}

/// The parts take a `FieldName`; what stands in a page as it is has its name from there too.
#[test]
fn no_field_of_a_page_is_named_by_a_word_of_its_own() {
    for file in sources(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let (text, name) = (std::fs::read_to_string(&file).expect("a source file"), file.display().to_string());
        if name.ends_with("traps.rs") || name.ends_with("keyed.rs") {
            continue;
        }
        for (at, _) in text.match_indices(" name=\"") {
            let tag = text[..at].rsplit('<').next().unwrap_or_default();
            let is_field = ["input", "button", "select", "textarea"].iter().any(|field| tag.starts_with(field));
            assert!(!is_field, "{name}: <{tag} name=…");
        }
    }
}

fn sources(folder: PathBuf) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(sources(path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}
