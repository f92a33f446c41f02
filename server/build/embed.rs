//! The table of the site's files that the program includes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

use crate::sources::content_type;

/// The files of the site, on their way into the program.
pub struct Site {
    out: PathBuf,
    table: String,
    count: usize,
    kept: Vec<PathBuf>,
}

impl Site {
    /// An empty site, to be written under this folder.
    pub fn new(out: &Path) -> Self {
        let folder = out.join("site");
        fs::create_dir_all(&folder).expect("the output folder can be written");
        Self { out: folder, table: String::new(), count: 0, kept: Vec::new() }
    }

    /// Adds a file under `/assets/`, with its content's hash in the address.
    pub fn add_hashed(&mut self, name: &str, bytes: Vec<u8>) {
        let (stem, ending) = name.rsplit_once('.').expect("a file of the site has an ending");
        let path = format!("/assets/{stem}.{}.{ending}", hash(&[&bytes]));
        self.add(name, path, bytes, true);
    }

    /// Adds a file at this address.
    pub fn add(&mut self, name: &str, path: String, bytes: Vec<u8>, hashed: bool) {
        let etag = hash(&[&bytes]);
        let plain = self.keep(&etag, || bytes.clone());
        // Pictures are compressed already; the brotli copy must be worth a header.
        let small = self.keep(&format!("{etag}.br"), || compressed(&bytes));
        let worth = fs::metadata(self.out.join(&small)).is_ok_and(|made| made.len() * 20 < bytes.len() as u64 * 19);
        let brotli = if worth { format!("Some({})", included(&small)) } else { "None".to_owned() };
        let content_type = content_type(name)
            .unwrap_or_else(|| panic!("{name} is of a kind that the site does not know; add it to content_type"));
        let bytes = included(&plain);
        writeln!(
            self.table,
            "    Asset {{ name: {name:?}, path: {path:?}, bytes: {bytes}, brotli: {brotli}, \
             content_type: {content_type:?}, etag: \"\\\"{etag}\\\"\", hashed: {hashed} }},"
        )
        .expect("a string can be written");
        self.count += 1;
    }

    /// Writes the table, and throws away what no longer belongs to the site.
    pub fn write(self) {
        for path in crate::files(&self.out) {
            if !self.kept.contains(&path) {
                fs::remove_file(&path).expect("the output folder can be written");
            }
        }
        let text = format!("static ASSETS: [Asset; {}] = [\n{}];\n", self.count, self.table);
        fs::write(self.out.with_extension("rs"), text).expect("the output folder can be written");
    }

    /// Writes a file named after its content, unless it is there: the best compression takes seconds.
    fn keep(&mut self, name: &str, make: impl FnOnce() -> Vec<u8>) -> String {
        let path = self.out.join(name);
        if !path.exists() {
            fs::write(&path, make()).expect("the output folder can be written");
        }
        self.kept.push(path);
        name.to_owned()
    }
}

fn included(name: &str) -> String {
    format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/site/{name}\"))")
}

/// A short name for this content.
pub fn hash(contents: &[&[u8]]) -> String {
    let digest = contents.iter().fold(Sha256::new(), |sum, bytes| sum.chain_update(bytes)).finalize();
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn compressed(mut bytes: &[u8]) -> Vec<u8> {
    let options = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut small, &options).expect("memory can be compressed");
    small
}
