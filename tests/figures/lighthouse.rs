//! What Lighthouse says with its mobile settings: a slow phone on a slow line.

use std::path::Path;
use std::process::Command;

use kinfolio_testkit::outside::{Or, addresses};
use serde_json::Value;

use super::photos::median;
use super::school::School;
use super::{Figure, Goal, Measured};

/// The one whose mobile settings the figures are about.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";
/// How often a family's page is looked at; the median counts.
const TIMES: usize = 5;
const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];

/// Whether it can be had here.
pub fn is_here() -> bool {
    Command::new("npx").arg("--version").output().is_ok()
}

/// A family's home, portfolio, a work and the definition: the lowest of three scores, when the largest part is there, how
/// long nothing can be done, and how many script files come.
pub fn of_a_familys_pages() -> Measured {
    if !is_here() {
        eprintln!("family_lighthouse: left out, there is no npx here (Debian's packages `nodejs` and `npm`)");
        return Ok(Vec::new());
    }
    let school = School::open()?;
    let reader = school.family_with_a_full_portfolio()?;
    let portfolio = school.get_text(&reader.page, &reader.cookie)?;
    let work = addresses(&portfolio, "href=\"/work/").into_iter().next().ok_or("no work is on the portfolio")?;
    let of = reader.page.trim_end_matches("/portfolio").to_owned();
    let work = school.address(&format!("/work/{work}"));
    // Home leads on to the page of a family's only student, and Lighthouse brings its cookie to the first address alone.
    let pages = [of.clone(), reader.page.clone(), work, format!("{of}/definition")];
    let folder = tempfile::tempdir()?;
    let (mut lowest, mut largest, mut blocked, mut scripts) = (100.0_f64, 0.0_f64, 0.0_f64, 0);
    for page in &pages {
        let seen = (0..TIMES).map(|_| look(page, &reader.cookie, &CATEGORIES, folder.path()));
        let seen = seen.collect::<Or<Vec<Value>>>()?;
        for category in CATEGORIES {
            let score = median(values(&seen, |seen| seen["categories"][category]["score"].as_f64())?) * 100.0;
            eprintln!("  {page} {category} {score:.0}");
            lowest = lowest.min(score);
        }
        let audit = |name: &str| {
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(median(values(&seen, |seen| {
                seen["audits"][name]["numericValue"].as_f64()
            })?))
        };
        largest = largest.max(audit("largest-contentful-paint")?);
        blocked = blocked.max(audit("total-blocking-time")?);
        scripts += seen.first().map_or(0, scripts_of);
    }
    Ok(vec![
        Figure { name: "family_lighthouse", value: lowest, unit: "of 100", goal: Goal::AtLeast(100.0) },
        Figure { name: "family_lcp_ms", value: largest, unit: "ms", goal: Goal::AtMost(1200.0) },
        Figure { name: "family_tbt_ms", value: blocked, unit: "ms", goal: Goal::AtMost(0.0) },
        Figure { name: "family_script_files", value: scripts as f64, unit: "files", goal: Goal::AtMost(0.0) },
    ])
}

fn values(seen: &[Value], of: impl Fn(&Value) -> Option<f64>) -> Or<Vec<f64>> {
    Ok(seen.iter().map(|seen| of(seen).ok_or("Lighthouse does not say")).collect::<Result<_, _>>()?)
}

fn scripts_of(seen: &Value) -> usize {
    let loaded = seen["audits"]["network-requests"]["details"]["items"].as_array().cloned().unwrap_or_default();
    loaded.iter().filter(|item| item["resourceType"] == "Script").count()
}

/// Looks until there is something to see: now and then Lighthouse misses the beginning of a page.
pub fn look(page: &str, cookie: &str, categories: &[&str], folder: &Path) -> Or<Value> {
    const TRIES: usize = 3;
    let again = (1..TIMES.min(TRIES)).find_map(|_| look_once(page, cookie, categories, folder).ok());
    again.map_or_else(|| look_once(page, cookie, categories, folder), Ok)
}

/// What Lighthouse reports of the page with its mobile settings.
fn look_once(page: &str, cookie: &str, categories: &[&str], folder: &Path) -> Or<Value> {
    let report = folder.join("report.json");
    let headers = serde_json::json!({ "Cookie": cookie }).to_string();
    let looked = Command::new("npx")
        .args(["--yes", LIGHTHOUSE, page, "--quiet", "--output=json"])
        .arg(format!("--only-categories={}", categories.join(",")))
        .args(["--chrome-flags=--headless=new --no-sandbox", "--extra-headers", &headers])
        .arg(format!("--output-path={}", report.display()))
        .env("CHROME_PATH", "/usr/bin/chromium")
        .output()?;
    if !looked.status.success() {
        return Err(String::from_utf8_lossy(&looked.stderr).into());
    }
    let seen: Value = serde_json::from_slice(&std::fs::read(report)?)?;
    match seen["runtimeError"]["message"].as_str() {
        Some(why) => Err(why.into()),
        None => Ok(seen),
    }
}
