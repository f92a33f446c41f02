//! What the site is made of, as it lies in the project: `style/` with its icons, and the kinds of files. The build embeds
//! it; a debug server that is told where the project lies reads it anew for every request (`site/from_disk.rs`).

use std::fs;
use std::path::{Path, PathBuf};

/// Layers that only pages need that people work on: they are the second sheet.
const WORKING: [&str; 2] = ["tools", "rooms"];

/// A file of styles.
pub struct Style {
    /// The layer it belongs to: its folder's name, or its own.
    layer: String,
    /// Where it lies, for messages.
    pub name: String,
    pub text: String,
}

/// The sheet of every page and that of the pages people work on. Each file is dressed on its way; the order of the layers
/// is what `layers.css` says, and every layer is a file or a folder of that name.
pub fn sheets(folder: &Path, dress: impl Fn(&Style) -> String) -> Result<(String, String), String> {
    let order = read(&folder.join("layers.css"))?;
    let statement = order.split_once("@layer").and_then(|(_, rest)| rest.split_once(';')).map(|(names, _)| names);
    let statement = statement.ok_or("style/layers.css does not say the order of the layers")?;
    let layers: Vec<&str> = statement.split(',').map(str::trim).collect();
    for path in listed(folder)? {
        let name = file_name(&path)?;
        if !layers.contains(&name.trim_end_matches(".css")) && !["layers.css", "icons"].contains(&name) {
            return Err(format!("style/{name} is no layer that style/layers.css knows"));
        }
    }
    let (mut core, mut more) = (format!("@layer {};\n", layers.join(",")), String::new());
    for layer in layers {
        let sheet = if WORKING.contains(&layer) { &mut more } else { &mut core };
        for style in styles(folder, layer)? {
            sheet.push_str(&format!("@layer {}{{{}}}\n", style.layer, dress(&style)));
        }
    }
    Ok((core, more))
}

/// The files of a layer, in the order of their names.
fn styles(folder: &Path, layer: &str) -> Result<Vec<Style>, String> {
    let style = |path: PathBuf, name: String| {
        Ok(Style { layer: layer.to_owned(), text: read(&path)?, name: format!("style/{name}") })
    };
    let alone = format!("{layer}.css");
    if folder.join(&alone).is_file() {
        return Ok(vec![style(folder.join(&alone), alone)?]);
    }
    let files = listed(&folder.join(layer))?;
    files.into_iter().map(|path| style(path.clone(), format!("{layer}/{}", file_name(&path)?))).collect()
}

/// One drawing that holds every icon as a `<symbol>`, named like its file.
pub fn icons(folder: &Path) -> Result<String, String> {
    let mut symbols = String::new();
    for path in listed(folder)? {
        if let Some(name) = file_name(&path)?.strip_suffix(".svg") {
            symbols.push_str(&symbol(name, &read(&path)?)?);
        }
    }
    Ok(format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>"#))
}

/// The icon's drawing with `<svg …>` turned into `<symbol id=…>`. Its size is left to the page.
fn symbol(name: &str, text: &str) -> Result<String, String> {
    let parts = text
        .split_once("<svg")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(head, rest)| Some((head, rest.rsplit_once("</svg>")?.0)));
    let (head, drawing) = parts.ok_or_else(|| format!("style/icons/{name}.svg holds no <svg>…</svg>"))?;
    if !head.contains("viewBox=") {
        return Err(format!("style/icons/{name}.svg has no viewBox"));
    }
    let kept: String = attributes(head)
        .filter(|(key, _)| !["xmlns", "id", "class", "width", "height", "role", "aria-hidden"].contains(key))
        .map(|(key, value)| format!(r#" {key}="{value}""#))
        .collect();
    let drawing = drawing.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    Ok(format!(r#"<symbol id="{name}"{kept}>{}</symbol>"#, drawing.trim()))
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

/// What a browser is told a file is; nothing for a kind that the site does not know.
pub fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "html" => "text/html; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// What lies in a folder, in the order of the names. Hidden files stay out.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let problem = |problem| format!("{} cannot be listed: {problem}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(problem)? {
        let path = entry.map_err(problem)?.path();
        if !file_name(&path)?.starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> Result<&str, String> {
    path.file_name().and_then(|name| name.to_str()).ok_or_else(|| format!("{} has no plain name", path.display()))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|problem| format!("{} cannot be read: {problem}", path.display()))
}
