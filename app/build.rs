//! Notes which page says which sentence: `/translations` shows it to whoever reads the words through.

#[path = "words/tests/pages/mod.rs"]
mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=locales/en");
    let source = Path::new("src");
    let known = known();
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    pages::each_file(source, &mut |path, text| {
        let place = path.strip_prefix(source).unwrap_or(path).with_extension("");
        // `family/mod` is the folder itself.
        let place = place.to_string_lossy().trim_end_matches("/mod").to_owned();
        for key in pages::said_in(text, &known) {
            places.entry(key).or_default().insert(place.clone());
        }
    });
    let mut noted = String::new();
    for (key, places) in places {
        let places: Vec<String> = places.into_iter().collect();
        let _ = writeln!(noted, "{key}\t{}", places.join(" "));
    }
    let out = PathBuf::from(std::env::var("OUT_DIR").unwrap()).join("said_where.tsv");
    if std::fs::read_to_string(&out).ok().as_deref() != Some(noted.as_str()) {
        std::fs::write(out, noted).unwrap();
    }
}

/// The keys of the English files.
fn known() -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for entry in std::fs::read_dir("locales/en").unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let keys = text.lines().filter_map(|line| line.split_once(" ="));
        known.extend(keys.map(|(key, _)| key).filter(|key| !key.contains(' ')).map(str::to_owned));
    }
    known
}
