//! Load from this machine to itself, bounded in time: `wrk`, on cores of its own.

use std::process::Command;

use kinfolio_testkit::outside::{BROWSERS_TAKE, Or};

/// How long one measurement lasts.
const SECONDS: u32 = 8;

/// What a load saw.
pub struct Load {
    /// How many pages were answered.
    pub pages: f64,
    pub per_second: f64,
    /// How much of how many cores the load itself took.
    pub cores: f64,
}

/// Requests a second that `address` answers, with sixteen connections kept open, asked as a browser asks.
pub fn requests_per_second(address: &str, cookie: Option<&str>) -> Or<f64> {
    load("1", address, cookie).map(|load| load.per_second)
}

/// The same, from these cores (`0,1`), with what the load itself took.
pub fn load(cores: &str, address: &str, cookie: Option<&str>) -> Or<Load> {
    let mut wrk = vec!["taskset".to_owned(), "-c".into(), cores.into(), "wrk".into(), "-t1".into(), "-c16".into()];
    wrk.extend([format!("-d{SECONDS}s"), "-H".into(), format!("Accept-Encoding: {BROWSERS_TAKE}")]);
    if let Some(cookie) = cookie {
        wrk.extend(["-H".into(), format!("Cookie: {cookie}")]);
    }
    wrk.push(address.to_owned());
    // The shell says what its children took.
    let out = Command::new("bash").args(["-c", r#""$@"; times"#, "load"]).args(&wrk).output()?;
    let said = String::from_utf8_lossy(&out.stdout);
    if said.contains("Non-2xx") {
        return Err(format!("{address} does not answer 200 under load: {said}").into());
    }
    let value = |name: &str| {
        let line = said.lines().find_map(|line| line.strip_prefix(name));
        line.ok_or("wrk (Debian's package `wrk`) cannot be run, or said nothing").map(|line| line.trim().to_owned())
    };
    let per_second: f64 = value("Requests/sec:")?.parse()?;
    let pages = said.lines().find_map(|line| line.trim().split_once(" requests in ")).ok_or("wrk counted nothing")?.0;
    let children = said.lines().last().unwrap_or_default();
    let cpu: f64 = children.split_whitespace().map(seconds).sum::<Or<f64>>()?;
    Ok(Load { pages: pages.trim().parse()?, per_second, cores: cpu / f64::from(SECONDS) })
}

/// `1m2.345s` in seconds.
pub fn seconds(words: &str) -> Or<f64> {
    let (minutes, seconds) = words.trim_end_matches('s').split_once('m').ok_or("the shell says no times")?;
    Ok(minutes.parse::<f64>()? * 60.0 + seconds.parse::<f64>()?)
}
