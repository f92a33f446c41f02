//! Inside a crate, no files use each other in a circle. A module and its own children are one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Where a module is in its crate: `["work", "page"]`.
type Module = Vec<String>;

/// Every file of a crate as a module, with what it says but for its tests and comments.
fn modules(folder: &Path, within: &[String], found: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let module =
            if ["mod", "lib", "main"].contains(&name.as_str()) { within.to_vec() } else { [within, &[name]].concat() };
        if path.join("Cargo.toml").exists() {
            continue;
        } else if path.is_dir() {
            modules(&path, &module, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let own = text.split("mod tests {").next().unwrap_or_default();
            let lines = own.lines().map(|line| line.split("//").next().unwrap_or_default().trim());
            found.insert(module, lines.collect::<Vec<_>>().join(" "));
        }
    }
}

/// The paths that a text begins with, `a::{b, c::d}` being two.
fn paths(text: &str) -> Vec<Module> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let inner: Vec<Module> = match rest.strip_prefix("::") {
        Some(group) if group.starts_with('{') => {
            let (mut depth, mut begins, mut inner) = (0, 1, Vec::new());
            for (place, letter) in group.char_indices() {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                if (letter == ',' && depth == 1) || depth == 0 {
                    inner.extend(paths(group[begins..place].trim()));
                    begins = place + 1;
                }
                if depth == 0 {
                    break;
                }
            }
            inner
        }
        Some(one) => paths(one),
        None => vec![Module::new()],
    };
    inner.into_iter().map(|path| [vec![first.to_owned()], path].concat()).collect()
}

/// The modules that a module uses by `crate::` and `super::`, but for those it lies in and those that lie in it.
fn used(module: &Module, text: &str, all: &BTreeMap<Module, String>) -> BTreeSet<Module> {
    let begins = |(place, _): &(usize, &str)| {
        !text[..*place].ends_with(|letter: char| letter.is_alphanumeric() || "$:_".contains(letter))
    };
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| text.match_indices(start)).filter(begins);
    let said = starts.flat_map(|(place, _)| paths(&text[place..]));
    let whole = said.filter_map(|path| {
        let up = path.iter().take_while(|part| *part == "super").count();
        let from = if up == 0 { &[][..] } else { &module[..module.len().checked_sub(up)?] };
        let path = [from, &path[up.max(1)..]].concat();
        (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| all.contains_key(module))
    });
    whole.filter(|other| !other.starts_with(module) && !module.starts_with(other)).collect()
}

#[test]
fn no_files_of_a_crate_use_each_other_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in
        ["src", "src/wire/src", "app/src", "app/islands/src", "app/editor/src", "app/browser/src", "server/src"]
    {
        let mut all = BTreeMap::new();
        modules(&root.join(folder), &[], &mut all);
        let mut uses: BTreeMap<_, _> = all.iter().map(|(module, text)| (module, used(module, text, &all))).collect();
        // What uses nothing, and what nothing uses, is in no circle; nor is what is left over once that is gone.
        loop {
            let left: BTreeSet<Module> =
                uses.values().flatten().filter(|module| uses.contains_key(module)).cloned().collect();
            let before = uses.len();
            uses.retain(|module, others| left.contains(*module) && others.iter().any(|other| all.contains_key(other)));
            let there: BTreeSet<Module> = uses.keys().map(|module| (*module).clone()).collect();
            uses.values_mut().for_each(|others| others.retain(|other| there.contains(other)));
            if uses.len() == before {
                break;
            }
        }
        assert!(uses.is_empty(), "a circle in {folder}, each with what it uses of it: {uses:#?}");
    }
}
