//! Makes the site and hands it to the program: the client (WebAssembly), the styles, the icons and the files of
//! `public/`, each with a brotli copy, as one table in `site.rs` of the output folder.
//!
//! This is what cargo-leptos would do, done here so that plain `cargo run` and `cargo install --path server` are
//! enough. `KINFOLIO_CLIENT=skip` leaves the client out, for a quick check, clippy or test run: every page works
//! without it. `KINFOLIO_CLIENT=last` takes the client that was built last, whatever has changed since, and builds one only
//! where there is none.

mod client;
mod embed;
mod sources;
mod style;

use std::env;
use std::path::{Path, PathBuf};

use embed::{Site, hash};

fn main() {
    let server = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(variable("OUT_DIR"));
    let root = server.parent().expect("the server's folder lies in the workspace");

    println!("cargo::rerun-if-env-changed=KINFOLIO_CLIENT");
    let client = env::var("KINFOLIO_CLIENT").unwrap_or_default();
    let of_client: &[&str] = match client.as_str() {
        "skip" | "last" => &[],
        _ => &["Cargo.toml", "Cargo.lock", "src/wire", "app/editor", "app/islands", "app/browser"],
    };
    for input in ["server/build", "style", "public"].iter().chain(of_client) {
        // Cargo would take a missing path for one that has just changed, every time.
        if root.join(input).exists() {
            println!("cargo::rerun-if-changed={}", root.join(input).display());
        }
    }

    let mut site = Site::new(&out);
    let (core, more) = style::bundle(&root.join("style"));
    site.add_hashed("core.css", core.into_bytes());
    site.add_hashed("more.css", more.into_bytes());
    let icons = sources::icons(&root.join("style/icons")).unwrap_or_else(|problem| panic!("{problem}"));
    site.add_hashed("icons.svg", icons.into_bytes());
    if client != "skip"
        && let Some(client::InBrowser { client, editor }) = client::build(root, &out, client == "last")
    {
        add_client(&mut site, "client", client);
        let (script, module) = add_client(&mut site, "editor", editor);
        // The module's own script only offers to start it.
        let start = format!("import start from \"{script}\";\nstart({{ module_or_path: \"{module}\" }});\n");
        site.add_hashed("editor-start.js", start.into_bytes());
    }
    add_public(&mut site, &root.join("public"), "");
    site.write();
}

/// Adds both files of a client, and gives their addresses. Leptos derives one from the other, so both carry one hash.
fn add_client(site: &mut Site, name: &str, client: client::Client) -> (String, String) {
    let hash = hash(&[client.js.as_bytes(), &client.wasm]);
    let script = format!("/assets/{name}.{hash}.js");
    let module = format!("/assets/{name}.{hash}_bg.wasm");
    site.add(&format!("{name}.js"), script.clone(), client.js.into_bytes(), true);
    site.add(&format!("{name}.wasm"), module.clone(), client.wasm, true);
    (script, module)
}

/// The files of `public/`, at their own addresses.
fn add_public(site: &mut Site, folder: &Path, under: &str) {
    for path in files(folder) {
        let name = format!("{under}/{}", file_name(&path));
        if path.is_dir() {
            add_public(site, &path, &name);
        } else {
            site.add(&name[1..], name.clone(), read(&path), false);
        }
    }
}

/// What lies in a folder, in the order of the names; nothing when there is no such folder. Hidden files stay out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap_or_else(|problem| panic!("{} cannot be listed: {problem}", folder.display())).path())
        .filter(|path| !file_name(path).starts_with('.'))
        .collect();
    paths.sort();
    paths
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_else(|| panic!("{} has no plain name", path.display()))
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|problem| panic!("{} cannot be read: {problem}", path.display()))
}

fn read_text(path: &Path) -> String {
    String::from_utf8(read(path)).unwrap_or_else(|_| panic!("{} is not UTF-8", path.display()))
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}
