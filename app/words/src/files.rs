//! Where the words are read from: out of the program itself, or, in a debug build, from the folder it was built in, so that
//! a changed word is there after a restart.

use crate::Locale;

/// A file of words: its name without `.ftl`, and what is in it.
pub struct File {
    pub name: String,
    pub text: String,
}

/// The files of a language, in the order of their names.
pub fn files(locale: Locale) -> Vec<File> {
    let mut files = read(locale.as_str());
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

#[cfg(not(debug_assertions))]
fn read(tag: &str) -> Vec<File> {
    use include_dir::{Dir, include_dir};
    static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../locales");
    let folder = LOCALES.get_dir(tag).into_iter();
    folder.flat_map(|folder| folder.files()).filter_map(|file| named(file.path(), file.contents().to_owned())).collect()
}

#[cfg(debug_assertions)]
fn read(tag: &str) -> Vec<File> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales").join(tag);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|why| {
        panic!("a debug build reads its words from {}, where it was built: {why}", folder.display())
    });
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter_map(|path| named(&path, std::fs::read(&path).ok()?)).collect()
}

fn named(path: &std::path::Path, bytes: Vec<u8>) -> Option<File> {
    let name = path.file_name()?.to_str()?.strip_suffix(".ftl")?.to_owned();
    Some(File { name, text: String::from_utf8(bytes).ok()? })
}
