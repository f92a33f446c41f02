//! Turns `locales/` into the module `i18n`: one key for each word on screen, checked when the program is built.
//!
//! This calls what `leptos_i18n_build` calls, without that crate's generator of ICU data, which brings a WebAssembly
//! runtime and a network client into the build and is not needed here.

use std::path::Path;

use leptos_i18n_codegen::gen_code;
use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");

    let languages = ["en", "es", "ar"];
    let parsed = Config::new(languages[0])
        .and_then(|config| config.add_locales(&languages[1..]))
        .and_then(|config| config.add_namespaces(areas()))
        .map(|config| config.parse_options(ParseOptions::new().interpolate_display(true)))
        .and_then(|config| parse_locales(None, config))
        .unwrap_or_else(|problem| panic!("the locale files cannot be read: {problem}"));

    // A warning is a key that one language has and another has not: a page would fall back to English.
    let problems: Vec<String> = (parsed.diag.errors().iter().map(ToString::to_string))
        .chain(parsed.diag.warnings().iter().map(ToString::to_string))
        .collect();
    assert!(problems.is_empty(), "the locale files do not fit together:\n{}", problems.join("\n"));

    let code = gen_code(&parsed, None, false, None, false).expect("the locale files make a module");
    let out = std::env::var("OUT_DIR").expect("cargo names the output folder");
    std::fs::write(Path::new(&out).join("i18n.rs"), code.to_string()).expect("the output folder can be written");
}

/// One file an area of the product; the English folder says which there are.
fn areas() -> Vec<String> {
    let mut areas: Vec<String> = std::fs::read_dir("locales/en")
        .expect("locales/en is there")
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    areas.sort();
    areas
}
