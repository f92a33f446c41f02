//! A portfolio of sixty pictures, as Lighthouse sees it on a slow phone.

use std::path::Path;

use kinfolio_testkit::outside::Or;

use serde_json::Value;

use super::lighthouse;
use super::photos::median;
use super::school::{Reader, School, a_photo};
use super::{Figure, Goal, Measured};

/// How often it looks; the median counts.
const TIMES: usize = 3;

/// The first view of it, what of it is largest and when that is there, and whether anything moves.
pub fn of_sixty_pictures() -> Measured {
    if !lighthouse::is_here() {
        eprintln!("portfolio60: left out, there is no npx here (Debian's packages `nodejs` and `npm`)");
        return Ok(Vec::new());
    }
    let school = School::open()?;
    // All different, or the browser would load one.
    let reader = school.family_with_a_portfolio(60, |number| Some(a_photo(number as u32)))?;
    let folder = tempfile::tempdir()?;
    let seen = (0..TIMES).map(|_| seen_once(&reader, folder.path())).collect::<Result<Vec<_>, _>>()?;
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

/// What is seen of it, and which part is the largest.
fn seen_once(reader: &Reader, folder: &Path) -> Or<Value> {
    let seen = lighthouse::look(&reader.page, &reader.cookie, &["performance"], folder)?;
    let loaded = seen["audits"]["network-requests"]["details"]["items"].as_array().cloned().unwrap_or_default();
    let pictures = loaded.iter().filter(|item| item["resourceType"] == "Image").count();
    let largest = &seen["audits"]["largest-contentful-paint-element"]["details"]["items"][0]["items"][0]["node"];
    eprintln!("  {pictures} pictures came; the largest paint is {}", largest["snippet"].as_str().unwrap_or("unknown"));
    Ok(seen)
}
