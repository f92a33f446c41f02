//! A type's name says one thing: whoever searches for it finds it. And what is compiled on some machines alone stays little.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Names that more than one type has, each with why: in both places they are the same idea.
const TWINS: [(&str, &str); 10] = [
    ("Described", "a line of an imported table: people's, targets'"),
    ("ImportNote", "what is said of a line of an import"),
    ("ImportPlan", "what an import would do"),
    ("Inside", "what is known in a place of several, under its lock: a room, a hall"),
    ("LineOutcome", "what becomes of a line of an import"),
    ("Planned", "what an import would do with a line"),
    ("Read", "an imported table, read"),
    ("Seat", "somebody's place among several, free when it is dropped: in a room, in a hall"),
    ("Starter", "how a sentence for somebody begins, from whoever it comes"),
    ("Trouble", "why a line of an import is skipped"),
];

/// The most lines that are compiled on condition: what only a browser does has crates of its own.
const MOST_CONDITIONS: usize = 20;

/// The sources of the program in these folders, without their tests.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's folder");
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("it can be listed").path();
            let name = path.strip_prefix(&root).expect("it is inside").to_string_lossy().into_owned();
            if path.is_dir() {
                if !name.ends_with("/tests") {
                    folders.push(path);
                }
            } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
                all.push((name, without_tests(&fs::read_to_string(&path).expect("a text")).to_owned()));
            }
        }
    }
    all
}

fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// The type that a line declares. What is indented behind `type` belongs to a trait.
fn declared(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let code = match code.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ")?.1,
        None => code.strip_prefix("pub ").unwrap_or(code),
    };
    let (kind, rest) = code.strip_prefix("unsafe ").unwrap_or(code).split_once(' ')?;
    let is_type = matches!(kind, "struct" | "enum" | "trait") || (kind == "type" && !line.starts_with(' '));
    let name = rest.split(|letter: char| !letter.is_alphanumeric()).next()?;
    (is_type && name.starts_with(|first: char| first.is_ascii_uppercase())).then_some(name)
}

#[test]
fn two_types_share_a_name_only_where_they_are_one_idea() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in sources(&["src", "app", "server/src"]) {
        for name in text.lines().filter_map(declared) {
            places.entry(name.to_owned()).or_default().push(file.clone());
        }
    }
    assert!(places.len() > 500, "the types are found");
    places.retain(|_, files| files.len() > 1);
    let unknown: Vec<_> = places.iter().filter(|(name, _)| TWINS.iter().all(|(twin, _)| twin != name)).collect();
    assert!(unknown.is_empty(), "give each a name of its own: {unknown:#?}");
    let gone: Vec<_> = TWINS.iter().filter(|(twin, _)| !places.contains_key(*twin)).collect();
    assert!(gone.is_empty(), "no twins any more: {gone:?}");
}

#[test]
fn little_is_compiled_on_condition() {
    let mut lines = Vec::new();
    for (file, text) in sources(&["src", "app"]) {
        let is_condition = |line: &&str| {
            ["[cfg(", "[cfg_attr(", "cfg!("].iter().any(|sign| line.contains(sign)) && !line.contains("cfg(test)")
        };
        if !file.starts_with("app/islands/") {
            lines.extend(text.lines().filter(is_condition).map(|line| format!("{file}: {}", line.trim())));
        }
    }
    println!("cfg_lines {}", lines.len());
    assert!(lines.len() <= MOST_CONDITIONS, "{}: {lines:#?}", lines.len());
}

#[test]
fn a_declared_type_is_known_by_its_line() {
    let lines = [
        ("pub struct Work {", Some("Work")),
        ("    pub(crate) enum Kind<'a> {", Some("Kind")),
        ("type Pair = (u8, u8);", Some("Pair")),
        ("    type Error = ();", None),
        ("    let structure = 1;", None),
        ("// struct Nothing", None),
    ];
    for (line, name) in lines {
        assert_eq!(declared(line), name, "{line}");
    }
}
