//! What is promised of `style/` as it is written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Classes that stand in no view as a word: how each comes about.
const COMPOSED: [(&str, &str); 10] = [
    ("accent--", "`portfolio::Accent`, as the student chose it"),
    ("by--", "`voice::Voice`, in `definition/words.rs`"),
    ("is-", "swatches in `components.rs`"),
    ("m-", "minutes of a moment, in `conference/words.rs`"),
    ("map__patch--", "how a target stands, in `target/picture.rs`"),
    ("room", "`shell::Frame`, the page's own class"),
    ("b", "a line of the drawing in `refusal.rs`"),
    ("c", "the same"),
    ("d", "the same"),
    ("was", "a stitch that is sewn, in `conference/words.rs`"),
];

/// Every file beneath a folder of the project, with what it holds.
fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(PROJECT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| endings.iter().any(|other| ending == *other)) {
                let text = fs::read_to_string(&path).expect("a text");
                found.push((path, text));
            }
        }
    }
    found
}

/// A text without what stands between these two.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut pieces = text.split(open);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(close).map_or("", |(_, rest)| rest))
}

fn is_of_a_class(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The classes that a file's selectors name.
fn classes(text: &str) -> BTreeSet<String> {
    let text: String = without(text, "/*", "*/").split('"').step_by(2).collect();
    let heads = text.split('{').map(|piece| piece.rsplit([';', '}']).next().unwrap_or_default().trim());
    heads
        .filter(|head| !head.starts_with('@'))
        .flat_map(|head| head.split('.').skip(1))
        .map(|rest| rest.chars().take_while(|letter| is_of_a_class(*letter)).collect::<String>())
        .filter(|class| class.starts_with(|first: char| first.is_ascii_alphabetic()))
        .collect()
}

/// The words that may be classes in a source: those of strings on a line that speaks of classes, and of any string whose
/// words look like a part of a block or a kind of it.
fn words_of_views(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut speaks = false;
    for line in text.lines() {
        // A view's attribute may be broken over lines; one line of grace is enough.
        let says_class = line.contains("class") || line.contains("element(");
        for (place, literal) in line.split('"').enumerate() {
            let looks = literal.contains("__") || literal.contains("--");
            if place % 2 == 1 && (says_class || speaks || looks) {
                words.extend(literal.split(|letter| !is_of_a_class(letter) && letter != '{').map(str::to_owned));
            }
        }
        speaks = says_class;
    }
    words
}

#[test]
fn every_class_in_the_styles_is_on_some_page() {
    let sources = ["app", "server/src", "public"].map(|folder| files(folder, &["rs", "js", "html"]));
    let used: BTreeSet<String> = sources.iter().flatten().flat_map(|(_, text)| words_of_views(text)).collect();
    // `who--{voice}` stands for every kind of who.
    let families: Vec<&str> = used.iter().filter_map(|word| Some(word.split_once("--{")?.0)).collect();
    let composed = |class: &str| {
        let kin = class.rsplit_once("--").is_some_and(|(block, _)| families.contains(&block));
        kin || COMPOSED.iter().any(|(start, _)| *start == class || (start.ends_with('-') && class.starts_with(start)))
    };
    let mut dead = Vec::new();
    for (path, text) in files("style", &["css"]) {
        let unused = classes(&text).into_iter().filter(|class| !used.contains(class) && !composed(class));
        dead.extend(unused.map(|class| format!(".{class} in {}", path.display())));
    }
    assert!(dead.is_empty(), "no page has these: {dead:#?}");
}

#[test]
fn a_dead_class_is_found() {
    let found =
        classes("/* .no */ a.one:not(.two) > .three--four { --x: 1.5em } @media (min-width: 1.5em) { .five { } }");
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["five", "one", "three--four", "two"]);
    let words =
        words_of_views("view! { <p class=\"one two\">\"plain words\"</p> }\n\n\nlet x = \"saved\";\nlet y = \"a__b\";");
    let expected = ["one", "two", "a__b"];
    assert!(expected.iter().all(|word| words.contains(*word)) && !words.contains("saved"), "{words:?}");
}

#[test]
fn colours_stand_in_the_tokens_alone_and_each_once() {
    for (path, text) in files("style", &["css"]) {
        let text = without(&text, "/*", "*/");
        let is_tokens = path.ends_with("style/tokens.css");
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            let colour =
                value.contains('#') || value.contains("rgb") || value.contains("hsl") || value.contains("oklch");
            assert!(is_tokens || !colour || line.ends_with('{'), "{}: {line}", path.display());
        }
        if is_tokens {
            let on_screen = text.split("@media").next().unwrap_or_default();
            let names = on_screen.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
            // Letters are said anew for a language that has others.
            let names: Vec<_> = names.map(|(name, _)| name).filter(|name| !["serif", "sans"].contains(name)).collect();
            let once: BTreeSet<_> = names.iter().collect();
            assert_eq!(names.len(), once.len(), "a token is said twice");
        }
    }
}

#[test]
fn each_line_says_one_thing() {
    for (path, text) in files("style", &["css"]) {
        for line in without(&text, "/*", "*/").lines().map(str::trim_end) {
            let several = line.trim_end_matches(';').contains(';') || (line.contains('{') && !line.ends_with('{'));
            assert!(!several, "{}: {line}", path.display());
        }
        assert!(text.lines().count() <= 400, "{} is long", path.display());
    }
}

/// What browsers before 2024 do not know is written out when the site is built.
#[test]
fn older_browsers_get_both_palettes() {
    let core = super::named("core.css").map(|css| String::from_utf8_lossy(css.bytes).into_owned()).unwrap_or_default();
    assert!(core.starts_with("@layer tokens,base,parts,tools,rooms,paper,utilities;"));
    assert!(!core.contains("light-dark(") && core.contains("@media (prefers-color-scheme:dark)"), "{core}");
    for light_and_dark in ["#faf6ee", "#1a1724"] {
        assert!(core.contains(light_and_dark), "{light_and_dark}");
    }
    let layered = iter::once(core.as_str()).flat_map(|sheet| sheet.lines()).all(|line| line.starts_with("@layer "));
    assert!(layered, "every rule is in a layer");
}
