//! What the page costs that families open most: beside a bare server, in instructions, and on a second core.

use std::path::{Path, PathBuf};
use std::process::Command;

use kinfolio_testkit::outside::{How, Or, Program};

use super::bare::Bare;
use super::load::{self, Load};
use super::school::{self, Reader, School};
use super::{Figure, Goal, Measured};

/// A program that stands for the state before: `KINFOLIO_BEFORE=/path/to/kinfolio make bench only=family_page_instructions`.
const BEFORE: &str = "KINFOLIO_BEFORE";
/// How often the page is read where instructions are counted.
const FEW: usize = 20;
const MANY: usize = 220;

/// The page as a browser asks for it, compressed, over a server of axum and sqlx alone that asks the same of the same
/// database and writes bytes that lie ready, as many as come over the wire.
pub fn over_bare() -> Measured {
    let school = School::open()?;
    let reader = school.family_with_a_full_portfolio()?;
    let path = reader.page.strip_prefix(&school.address("")).ok_or("the page is elsewhere")?;
    let bytes = school.get_as_a_browser(path, &reader.cookie)?;
    let bare = Bare::open(&school.data().join("kinfolio.db"), bytes)?;
    let plain = load::requests_per_second(&format!("{}{path}", bare.address), Some(&reader.cookie))?;
    let page = load::requests_per_second(&reader.page, Some(&reader.cookie))?;
    eprintln!("  family page {page:.0}/s, bare {plain:.0}/s, {bytes} bytes each");
    let value = page / plain;
    Ok(vec![Figure { name: "family_page_over_bare", value, unit: "ratio", goal: Goal::AtLeast(0.6) }])
}

/// The instructions of one page, as valgrind's callgrind counts them, over those of the program that `KINFOLIO_BEFORE`
/// names; without it, the count alone is said.
pub fn instructions() -> Measured {
    let now = instructions_of(&school::binary())?;
    eprintln!("  {now:.0} thousand instructions a page");
    let Some(before) = std::env::var_os(BEFORE).map(PathBuf::from) else {
        eprintln!("  family_page_instructions: {BEFORE} names no program to compare with");
        return Ok(Vec::new());
    };
    let before = instructions_of(&before)?;
    eprintln!("  {before:.0} thousand before");
    let value = now / before;
    Ok(vec![Figure { name: "family_page_instructions", value, unit: "of before", goal: Goal::AtMost(0.75) }])
}

/// Thousands of instructions of one page: the same school is started twice under valgrind, and the page is read more often
/// the second time, so that what the start takes falls out.
fn instructions_of(binary: &Path) -> Or<f64> {
    let mut school = School(Program::open(binary, How::default())?);
    let reader = school.family_with_a_full_portfolio()?;
    let few = counted(&mut school, &reader, FEW)?;
    let many = counted(&mut school, &reader, MANY)?;
    Ok((many - few) / (MANY - FEW) as f64 / 1000.0)
}

/// The instructions of the program from its start to its end, and this page read so many times between.
fn counted(school: &mut School, reader: &Reader, times: usize) -> Or<f64> {
    let out = school.data().with_extension(format!("{times}.callgrind"));
    let path = reader.page.strip_prefix(&school.address("")).ok_or("the page is elsewhere")?.to_owned();
    let valgrind = ["valgrind", "--tool=callgrind", "--fair-sched=yes", "--trace-children=no"].map(str::to_owned);
    let mut before = valgrind.to_vec();
    before.push(format!("--callgrind-out-file={}", out.display()));
    school.0.start_as(How { before, ..How::default() })?;
    for _ in 0..times {
        school.get_as_a_browser(&path, &reader.cookie)?;
    }
    school.0.end_kindly()?;
    let summary = std::fs::read_to_string(&out)?;
    let mut lines = summary.lines();
    let line = lines.find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    Ok(line.ok_or("callgrind says nothing")?.trim().parse()?)
}

/// Family pages a second on two cores over one. Whoever asks needs a core too, and there are but two: with one core for the
/// school, the load has the other; with two, what the load takes of them is counted as theirs, not as the school's.
pub fn second_core_gain() -> Measured {
    let one = {
        let school = School::open()?;
        let reader = school.family_with_a_full_portfolio()?;
        of_both(&school, &reader, "1")?
    };
    let school = School::open_on("0,1")?;
    let reader = school.family_with_a_full_portfolio()?;
    let two = of_both(&school, &reader, "0,1")?;
    eprintln!(
        "  one core: {:.0}/s, {:.0} µs of CPU a page; two: {:.0}/s beside a load that takes {:.2} cores, {:.0} µs a page",
        one.0.per_second, one.1, two.0.per_second, two.0.cores, two.1
    );
    let left = (2.0 - two.0.cores).max(0.1);
    let value = two.0.per_second / left * 2.0 / one.0.per_second;
    Ok(vec![Figure { name: "second_core_gain", value, unit: "ratio", goal: Goal::AtLeast(1.7) }])
}

/// What the load saw, and microseconds of the school's CPU a page.
fn of_both(school: &School, reader: &Reader, cores: &str) -> Or<(Load, f64)> {
    let before = cpu_seconds(school.process())?;
    let load = load::load(cores, &reader.page, Some(&reader.cookie))?;
    let cpu = cpu_seconds(school.process())? - before;
    let each = cpu / load.pages * 1e6;
    Ok((load, each))
}

/// The CPU that a process has taken, in seconds.
fn cpu_seconds(process: u32) -> Or<f64> {
    let ticks = ticks_a_second()?;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name may hold anything; what follows its bracket is counted from the third field.
    let (_, rest) = stat.rsplit_once(')').ok_or("the system does not say")?;
    let mut fields = rest.split_whitespace().skip(11);
    let mut next = || fields.next().unwrap_or_default().parse::<f64>();
    Ok((next()? + next()?) / ticks)
}

/// What the kernel counts time in.
pub fn ticks_a_second() -> Or<f64> {
    let out = Command::new("getconf").arg("CLK_TCK").output()?;
    Ok(String::from_utf8_lossy(&out.stdout).trim().parse()?)
}
