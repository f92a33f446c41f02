//! What the documents say is where they say.

use std::fs;
use std::path::{Path, PathBuf};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's folder")
}

/// Every file of the project but what is made when building.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            let made = ["target", ".git", "node_modules", "demo-school"].contains(&name);
            if !made {
                files(&path, found);
            }
        } else {
            found.push(path);
        }
    }
}

/// The documents, with what each holds.
fn documents(files: &[PathBuf]) -> Vec<(&PathBuf, String)> {
    let is_document = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "md");
    files.iter().filter(is_document).map(|path| (path, fs::read_to_string(path).expect("a text"))).collect()
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut all = Vec::new();
    files(&project(), &mut all);
    let mut lost = Vec::new();
    for (path, text) in documents(&all) {
        let folder = path.parent().expect("a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let file = link.split('#').next().unwrap_or_default();
            if !link.contains("://") && !file.is_empty() && !folder.join(file).exists() {
                lost.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_file_that_the_documents_name_is_there() {
    let root = project();
    let mut all = Vec::new();
    files(&root, &mut all);
    let names: Vec<String> =
        all.iter().filter_map(|path| path.strip_prefix(&root).ok()?.to_str().map(str::to_owned)).collect();
    let mut lost = Vec::new();
    for (path, text) in documents(&all) {
        // What changed then may be gone since.
        if path.ends_with("CHANGELOG.md") {
            continue;
        }
        let prose: String = text.split("```").step_by(2).collect();
        for name in prose.split('`').skip(1).step_by(2) {
            let is_file = [".rs", ".css", ".toml", ".js", ".sh"].iter().any(|ending| name.ends_with(ending));
            let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "/._-".contains(letter));
            let is_folder =
                name.ends_with('/') || name.matches('/').count() > 0 && name.starts_with(['s', 'a', 't', 'd']);
            let bare = name.trim_end_matches('/');
            let there = root.join(bare).exists()
                || names
                    .iter()
                    .any(|other| other.ends_with(&format!("/{bare}")) || other.contains(&format!("/{bare}/")))
                || names.iter().any(|other| other.ends_with(&format!("/{bare}.rs")));
            let is_made = name.starts_with("target/");
            if is_plain && !is_made && (is_file || is_folder) && !name.starts_with('/') && !there {
                lost.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}
