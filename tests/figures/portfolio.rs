//! A portfolio of sixty pictures, as Lighthouse sees it on a slow phone.

use std::path::Path;
use std::process::Command;

use kinfolio_testkit::outside::Or;

use serde_json::Value;

use super::photos::median;
use super::school::{Reader, School, a_photo};
use super::{Figure, Goal, Measured};

/// The one whose mobile settings the figures are about.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";
/// How often it looks; the median counts.
const TIMES: usize = 3;

/// The first view of it, what of it is largest and when that is there, and whether anything moves.
pub fn of_sixty_pictures() -> Measured {
    if Command::new("npx").arg("--version").output().is_err() {
        eprintln!("portfolio60: left out, there is no npx here (Debian's packages `nodejs` and `npm`)");
        return Ok(Vec::new());
    }
    let school = School::open()?;
    // All different, or the browser would load one.
    let reader = school.family_with_a_portfolio(60, |number| Some(a_photo(number as u32)))?;
    let folder = tempfile::tempdir()?;
    let seen = (0..TIMES).map(|_| look(&reader, folder.path())).collect::<Result<Vec<_>, _>>()?;
    let figure = |name, audit: &str, unit, scale: f64, goal| {
        let values = seen.iter().map(|seen| seen["audits"][audit]["numericValue"].as_f64().ok_or("no such audit"));
        let value = median(values.collect::<Result<Vec<f64>, _>>()?) / scale;
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>(Figure { name, value, unit, goal: Goal::AtMost(goal) })
    };
    Ok(vec![
        figure("portfolio60_kb", "total-byte-weight", "KB", 1024.0, 300.0)?,
        figure("portfolio60_lcp_ms", "largest-contentful-paint", "ms", 1.0, 1200.0)?,
        figure("portfolio60_cls", "cumulative-layout-shift", "shift", 1.0, 0.0)?,
    ])
}

/// Looks until there is something to see: now and then Lighthouse misses the beginning of a page.
fn look(reader: &Reader, folder: &Path) -> Or<Value> {
    const TRIES: usize = 3;
    let again = (1..TRIES).find_map(|_| look_once(reader, folder).ok());
    again.map_or_else(|| look_once(reader, folder), Ok)
}

/// What Lighthouse reports of the page with its mobile settings.
fn look_once(reader: &Reader, folder: &Path) -> Or<Value> {
    let report = folder.join("report.json");
    let headers = serde_json::json!({ "Cookie": reader.cookie }).to_string();
    let looked = Command::new("npx")
        .args(["--yes", LIGHTHOUSE, &reader.page, "--quiet", "--only-categories=performance", "--output=json"])
        .args(["--chrome-flags=--headless=new --no-sandbox", "--extra-headers", &headers])
        .arg(format!("--output-path={}", report.display()))
        .env("CHROME_PATH", "/usr/bin/chromium")
        .output()?;
    if !looked.status.success() {
        return Err(String::from_utf8_lossy(&looked.stderr).into());
    }
    let seen: Value = serde_json::from_slice(&std::fs::read(report)?)?;
    let loaded = seen["audits"]["network-requests"]["details"]["items"].as_array().cloned().unwrap_or_default();
    let pictures = loaded.iter().filter(|item| item["resourceType"] == "Image").count();
    let largest = &seen["audits"]["largest-contentful-paint-element"]["details"]["items"][0]["items"][0]["node"];
    eprintln!("  {pictures} pictures came; the largest paint is {}", largest["snippet"].as_str().unwrap_or("unknown"));
    match seen["runtimeError"]["message"].as_str() {
        Some(why) => Err(why.into()),
        None => Ok(seen),
    }
}
