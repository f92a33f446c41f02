//! Load from this machine to itself, bounded in time: `wrk`, on a core of its own.

use std::process::Command;

use kinfolio_testkit::outside::Or;

/// How long one measurement lasts.
const SECONDS: u32 = 8;

/// Requests a second that `address` answers, with sixteen connections kept open.
pub fn requests_per_second(address: &str, cookie: Option<&str>) -> Or<f64> {
    let mut wrk = Command::new("taskset");
    wrk.args(["-c", "1", "wrk", "-t1", "-c16", &format!("-d{SECONDS}s")]);
    if let Some(cookie) = cookie {
        wrk.args(["-H", &format!("Cookie: {cookie}")]);
    }
    let out =
        wrk.arg(address).output().map_err(|error| format!("wrk (Debian's package `wrk`) cannot be run: {error}"))?;
    let said = String::from_utf8_lossy(&out.stdout);
    if said.contains("Non-2xx") {
        return Err(format!("{address} does not answer 200 under load: {said}").into());
    }
    let line = said.lines().find_map(|line| line.strip_prefix("Requests/sec:")).ok_or("wrk said nothing")?;
    Ok(line.trim().parse()?)
}
