//! Styles and icons.

use std::path::Path;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};

use crate::{file_name, files, read_text};

/// Every page's styles, and those of the pages that people work on: files whose names start with two digits are
/// every page's.
pub fn bundle(folder: &Path) -> (String, String) {
    let (mut core, mut more) = (String::new(), String::new());
    for path in files(folder) {
        let name = file_name(&path);
        if !name.ends_with(".css") {
            continue;
        }
        let is_core = name.len() > 2 && name.bytes().take(2).all(|byte| byte.is_ascii_digit());
        let text = minified(name, &read_text(&path));
        if is_core { core.push_str(&text) } else { more.push_str(&text) }
    }
    (core, more)
}

/// The text without what only people need. Nesting and ranges are written out, for phones some years old.
fn minified(name: &str, text: &str) -> String {
    let targets = Targets { include: Features::Nesting | Features::MediaRangeSyntax, ..Targets::default() };
    let options = ParserOptions { filename: format!("style/{name}"), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(text, options).unwrap_or_else(|problem| panic!("{problem}"));
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .unwrap_or_else(|problem| panic!("style/{name}: {problem}"));
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    printed.unwrap_or_else(|problem| panic!("style/{name}: {problem}")).code
}

/// One drawing that holds every icon as a `<symbol>`, named like its file.
pub fn icons(folder: &Path) -> String {
    let symbols: String = files(folder)
        .iter()
        .filter_map(|path| Some(symbol(file_name(path).strip_suffix(".svg")?, &read_text(path))))
        .collect();
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>"#)
}

/// The icon's drawing with `<svg …>` turned into `<symbol id=…>`. Its size is left to the page.
fn symbol(name: &str, text: &str) -> String {
    let parts = text
        .split_once("<svg")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(head, rest)| Some((head, rest.rsplit_once("</svg>")?.0)));
    let Some((head, drawing)) = parts else { panic!("style/icons/{name}.svg holds no <svg>…</svg>") };
    assert!(head.contains("viewBox="), "style/icons/{name}.svg has no viewBox");
    let kept: String = attributes(head)
        .filter(|(key, _)| !["xmlns", "id", "class", "width", "height", "role", "aria-hidden"].contains(key))
        .map(|(key, value)| format!(r#" {key}="{value}""#))
        .collect();
    let drawing = drawing.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    format!(r#"<symbol id="{name}"{kept}>{}</symbol>"#, drawing.trim())
}

/// `key="value"`, one after the other.
fn attributes(head: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = head;
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once('=')?;
        let quote = after.trim_start().chars().next()?;
        let (value, after) = after.trim_start()[1..].split_once(quote)?;
        rest = after;
        Some((key.trim(), value))
    })
}
