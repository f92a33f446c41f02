//! The clients: the islands, and the editor, built for the browser.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use wasm_bindgen_cli_support::Bindgen;

use crate::{hash, read, read_text, variable};

const TARGET: &str = "wasm32-unknown-unknown";

/// The client's two files.
pub struct Client {
    pub js: String,
    pub wasm: Vec<u8>,
}

/// What runs in the browser: the islands, and the editor, each loaded only by the pages that need it.
pub struct InBrowser {
    pub client: Client,
    pub editor: Client,
}

/// Builds it, or says why the program is made without. With `last`, what was built last is taken as it is.
pub fn build(root: &Path, out: &Path, last: bool) -> Option<InBrowser> {
    let built_last = |package| Some(place(out, package)).filter(|module| last && module.exists());
    let (islands, editor) = match (built_last("kinfolio-islands"), built_last("kinfolio-editor")) {
        (Some(islands), Some(editor)) => (islands, editor),
        _ => {
            if let Err(reason) = have_target(root) {
                println!(
                    "cargo::warning=The program is built without its browser client; every page works, live extras do not."
                );
                println!("cargo::warning={reason}");
                return None;
            }
            (compiled(root, out, "kinfolio-islands"), compiled(root, out, "kinfolio-editor"))
        }
    };
    Some(InBrowser { client: bound(&islands, "client", out), editor: bound(&editor, "editor", out) })
}

/// Makes sure that rustc can build for the browser.
fn have_target(root: &Path) -> Result<(), String> {
    let print = Command::new(variable("RUSTC")).args(["--print", "target-libdir", "--target", TARGET]).output();
    let library = print.ok().filter(|print| print.status.success()).map(|print| text(&print.stdout));
    let library = PathBuf::from(library.as_deref().map(str::trim).unwrap_or_default());
    if library.is_dir() {
        return Ok(());
    }
    // Missing now: look again at the next build.
    println!("cargo::rerun-if-changed={}", library.display());
    match Command::new("rustup").args(["target", "add", TARGET]).current_dir(root).output() {
        Ok(added) if added.status.success() && library.is_dir() => Ok(()),
        Ok(added) => Err(format!("`rustup target add {TARGET}` did not help: {}", last_line(&added))),
        Err(problem) => {
            Err(format!("The Rust target {TARGET} is missing, and rustup cannot be run to add it: {problem}"))
        }
    }
}

/// Cargo's folder for what runs in the browser. One of its own: it holds a lock on the one it is building in just now.
fn target(out: &Path) -> PathBuf {
    out.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists()).unwrap_or(out).join("client")
}

/// Where cargo puts what it made of a package.
fn place(out: &Path, package: &str) -> PathBuf {
    target(out).join(TARGET).join(format!("client/{}.wasm", package.replace('-', "_")))
}

/// Runs cargo for the browser's half and gives the path of what it made.
fn compiled(root: &Path, out: &Path, package: &str) -> PathBuf {
    let mut cargo = Command::new(variable("CARGO"));
    cargo
        .current_dir(root)
        .args(["rustc", "--package", package, "--lib", "--crate-type", "cdylib"])
        .args(["--profile", "client", "--target", TARGET, "--target-dir"])
        .arg(target(out))
        // What is set for the program does not hold for the browser, and clippy need not read the client twice.
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .env_remove("CARGO_BUILD_BUILD_DIR")
        .env_remove("OUT_DIR")
        .env("CARGO_ENCODED_RUSTFLAGS", "");
    let built = cargo.output().unwrap_or_else(|problem| panic!("cargo cannot be run for the client: {problem}"));
    assert!(built.status.success(), "the client does not compile:\n{}", text(&built.stderr));
    place(out, package)
}

/// The JavaScript that loads the module, and the module ready to be loaded; kept until the module, or this file, changes.
fn bound(module: &Path, name: &str, out: &Path) -> Client {
    let bytes = read(module);
    let kept = out.join(format!("{name}-{}", hash(&[&bytes, include_bytes!("client.rs")])));
    let (js_path, wasm_path) = (kept.with_extension("js"), kept.with_extension("wasm"));
    if js_path.exists() && wasm_path.exists() {
        return Client { js: read_text(&js_path), wasm: read(&wasm_path) };
    }
    let mut bindgen = Bindgen::new();
    let made = bindgen
        .input_bytes(name, bytes)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(Bindgen::generate_output);
    let mut made = made.unwrap_or_else(|problem| panic!("wasm-bindgen cannot read the client: {problem:?}"));
    let inline: usize = made.snippets().values().map(Vec::len).sum();
    let extra = inline + made.local_modules().len() + made.npm_dependencies().len();
    assert!(extra == 0, "a dependency of the client brings JavaScript files of its own, which the site does not serve");
    let mut js = without_comments(made.js());
    // What the module asks the browser for is named by a hash, once here and once there: a fiftieth of what a phone loads.
    for (number, import) in made.wasm_mut().imports.iter_mut().enumerate() {
        if is_hashed(&import.name) {
            let short = format!("w{number}");
            js = js.replace(&import.name, &short);
            import.name = short;
        }
    }
    let client = Client { js, wasm: made.wasm_mut().emit_wasm() };
    let keep = std::fs::write(&wasm_path, &client.wasm).and_then(|()| std::fs::write(&js_path, &client.js));
    keep.unwrap_or_else(|problem| panic!("the output folder cannot be written: {problem}"));
    client
}

/// Whether a name ends as wasm-bindgen makes one that is like no other: `__wbg_get_3baa728f9d58d3f6`.
fn is_hashed(name: &str) -> bool {
    let end = name.rsplit('_').next().unwrap_or_default();
    end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// JavaScript without the comments that stand on lines of their own.
fn without_comments(js: &str) -> String {
    let mut within = false;
    let mut kept = String::with_capacity(js.len());
    for line in js.lines() {
        let bare = line.trim();
        within |= bare.starts_with("/*");
        if !within && !bare.is_empty() && !bare.starts_with("//") {
            kept.push_str(bare);
            kept.push('\n');
        }
        within &= !bare.ends_with("*/");
    }
    kept
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn last_line(output: &Output) -> String {
    text(&output.stderr).lines().last().unwrap_or("no word why").to_owned()
}
