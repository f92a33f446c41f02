//! Everything that has a figure, measured on the release binary from outside: `make bench`, `make bench only=NAME`.
//!
//! One line each: `name value unit goal ok|short`. Ends with 0 when it could measure, whatever falls short.

mod bare;
mod building;
mod closely;
mod family_page;
mod following;
mod growing;
mod lighthouse;
mod load;
mod photos;
mod portfolio;
mod rooms;
mod school;
mod screens;
mod spray;

use std::time::Duration;

use kinfolio_testkit::outside::{Or, addresses};
use school::School;

/// One figure, as it is printed.
struct Figure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    /// What it should be: `≤` or `≥` this.
    goal: Goal,
}

#[derive(Clone, Copy)]
enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Figure {
    fn print(&self) {
        let (sign, goal, reached) = match self.goal {
            Goal::AtMost(goal) => ("≤", goal, self.value <= goal),
            Goal::AtLeast(goal) => ("≥", goal, self.value >= goal),
        };
        let word = if reached { "ok" } else { "short" };
        println!("{} {} {} {sign}{} {word}", self.name, tidy(self.value), self.unit, tidy(goal));
    }
}

fn tidy(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

type Measured = Or<Vec<Figure>>;

/// A measurement, and the names of the figures it gives.
struct Measurement {
    names: &'static [&'static str],
    measure: fn() -> Measured,
}

/// What is measured only by name: it builds the house, which takes up to an hour.
const BY_NAME: &[Measurement] = &[
    Measurement { names: &["first_build_cpu"], measure: building::first_build },
    Measurement { names: &["see_a_change_s"], measure: building::see_a_change },
    Measurement { names: &["check_warm_s"], measure: building::check_warm },
];

const MEASUREMENTS: &[Measurement] = &[
    Measurement { names: &["family_page_over_bare"], measure: family_page::over_bare },
    Measurement { names: &["family_page_instructions"], measure: family_page::instructions },
    Measurement { names: &["second_core_gain"], measure: family_page::second_core_gain },
    Measurement { names: &["family_page_bytes", "family_page_script_bytes"], measure: family_page_size },
    Measurement { names: &["upload_peak_mb", "page_ms_during_upload"], measure: upload },
    Measurement { names: &["photo_over_vips"], measure: photos::over_vips },
    Measurement { names: &["photo_growth_mb"], measure: photos::growth },
    Measurement { names: &["page_during_uploads"], measure: photos::page_during_uploads },
    Measurement {
        names: &["portfolio60_kb", "portfolio60_lcp_ms", "portfolio60_cls"],
        measure: portfolio::of_sixty_pictures,
    },
    Measurement { names: &["rest_mb"], measure: at_rest },
    Measurement { names: &["client_kb"], measure: client },
    Measurement { names: &["home_client_kb"], measure: home_client },
    Measurement { names: &["editor_kb"], measure: editor },
    Measurement { names: &["definition_script_bytes"], measure: definition_scripts },
    Measurement { names: &["keystroke_ms"], measure: keystroke },
    Measurement { names: &["follow_ms", "follow_step_kb"], measure: follow },
    Measurement { names: &["statements_per_page", "board_statements"], measure: growing::statements_per_page },
    Measurement { names: &["phone_screens"], measure: screens::on_a_phone },
    Measurement {
        names: &["family_lighthouse", "family_lcp_ms", "family_tbt_ms", "family_script_files"],
        measure: lighthouse::of_a_familys_pages,
    },
    Measurement { names: &["login_spray", "login_spray_kept_out"], measure: login_spray },
    Measurement { names: &["sideways_pages"], measure: closely::large_text },
    Measurement { names: &["axe_findings"], measure: closely::axe },
    Measurement { names: &["page_growth_20_to_2000", "people_page_ms_2000"], measure: growing::page_growth },
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, database, bytes] = words.as_slice()
        && word == bare::BARE
    {
        if let Err(error) = bare::serve(database, bytes) {
            eprintln!("the bare server ended: {error}");
        }
        return;
    }
    let only: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let wanted = |names: &[&str]| names.iter().any(|name| only.iter().any(|wanted| wanted == name));
    let by_name = BY_NAME.iter().filter(|measurement| wanted(measurement.names));
    let others = MEASUREMENTS.iter().filter(|measurement| only.is_empty() || wanted(measurement.names));
    for Measurement { names, measure } in others.chain(by_name) {
        match measure() {
            Ok(figures) => figures
                .iter()
                .filter(|f| only.is_empty() || only.iter().any(|name| name == f.name))
                .for_each(Figure::print),
            Err(error) => {
                eprintln!("{}: could not be measured: {error}", names.join(", "));
                std::process::exit(1);
            }
        }
    }
}

/// What a family's phone has to load before it can read: the page and its styles, compressed.
fn family_page_size() -> Measured {
    let school = School::open()?;
    let reader = school.family_with_a_full_portfolio()?;
    let page = school.get_compressed(&reader.page, &reader.cookie)?;
    let html = school.get_text(&reader.page, &reader.cookie)?;
    let mut bytes = page;
    for style in addresses(&html, "<link rel=\"stylesheet\" href=\"") {
        bytes += school.get_compressed(&school.address(&style), &reader.cookie)?;
    }
    let mut scripts = 0;
    for script in addresses(&html, "src=\"").into_iter().filter(|address| address.contains(".js")) {
        scripts += school.get_compressed(&school.address(&script), &reader.cookie)?;
    }
    scripts += html.matches("<script").count() * 1000 + html.matches(".wasm").count() * 1000;
    Ok(vec![
        Figure { name: "family_page_bytes", value: bytes as f64, unit: "bytes", goal: Goal::AtMost(13_312.0) },
        Figure { name: "family_page_script_bytes", value: scripts as f64, unit: "bytes", goal: Goal::AtMost(0.0) },
    ])
}

/// A phone's 12-megapixel photo on its way to three widths: the most memory the server took, and how long another page
/// took at the median while that went on.
fn upload() -> Measured {
    let school = School::open()?;
    let photo = school::a_phone_photo();
    let before = school.peak_mb()?;
    let pages = school.upload_while_reading(&photo)?;
    let peak = school.peak_mb()?;
    eprintln!("  peak before the upload {before:.0} MB");
    Ok(vec![
        Figure { name: "upload_peak_mb", value: peak, unit: "MB", goal: Goal::AtMost(250.0) },
        Figure { name: "page_ms_during_upload", value: pages, unit: "ms", goal: Goal::AtMost(100.0) },
    ])
}

/// The server a little while after a visitor has looked around: what was needed for that goes back to the machine.
fn at_rest() -> Measured {
    const LITTLE_WHILE: Duration = Duration::from_secs(20);
    let school = School::open()?;
    school.look_around()?;
    std::thread::sleep(LITTLE_WHILE);
    Ok(vec![Figure { name: "rest_mb", value: school.resident_mb()?, unit: "MB", goal: Goal::AtMost(60.0) }])
}

/// A thousand passwords over a thousand people, of whom ten have one of the hundred commonest: the accounts they open, and who
/// of three hundred does not get in that sign in from the same address in the same minute.
fn login_spray() -> Measured {
    let (opened, outside) = spray::spray()?;
    Ok(vec![
        Figure { name: "login_spray", value: opened as f64, unit: "accounts", goal: Goal::AtMost(0.0) },
        Figure { name: "login_spray_kept_out", value: outside as f64, unit: "people", goal: Goal::AtMost(0.0) },
    ])
}

/// The client as a whole: its JavaScript and WebAssembly, brotli.
fn client() -> Measured {
    let school = School::open()?;
    let bytes = school.client_bytes()?;
    Ok(vec![Figure { name: "client_kb", value: bytes as f64 / 1024.0, unit: "KB", goal: Goal::AtMost(150.0) }])
}

/// The scripts of a student's *Home* and *My work*, whichever has more, brotli.
fn home_client() -> Measured {
    let school = School::open()?;
    let bytes = school.most_script_bytes(&["/", "/work"])?;
    Ok(vec![Figure { name: "home_client_kb", value: bytes as f64 / 1024.0, unit: "KB", goal: Goal::AtMost(5.0) }])
}

/// What a page on which people write together loads beside its text: the editor, brotli.
fn editor() -> Measured {
    let school = School::open()?;
    let bytes = school.editor_bytes()?;
    Ok(vec![Figure { name: "editor_kb", value: bytes as f64 / 1024.0, unit: "KB", goal: Goal::AtMost(150.0) }])
}

/// The scripts of the definition as a family reads it.
fn definition_scripts() -> Measured {
    let school = School::open()?;
    let html = school.definition_as_family()?;
    let bytes = html.matches("<script").count() * 1000 + html.matches(".wasm").count() * 1000;
    Ok(vec![Figure { name: "definition_script_bytes", value: bytes as f64, unit: "bytes", goal: Goal::AtMost(0.0) }])
}

/// From a keystroke to the other browser, at the median, with two people typing in each of a hundred rooms.
fn keystroke() -> Measured {
    let school = School::open()?;
    let rooms = school.a_hundred_statements()?;
    let value = rooms::keystroke(&school.address(""), &rooms.statements, &rooms.student, &rooms.advisor)
        .map_err(|error| error.to_string())?;
    Ok(vec![Figure { name: "keystroke_ms", value, unit: "ms", goal: Goal::AtMost(200.0) }])
}

/// From a step of whoever leads to those who follow, with fifty conferences of six followers each; and what a follower's
/// device reads for a step, beyond the works' own bytes.
fn follow() -> Measured {
    let school = School::open()?;
    let conferences = school.fifty_conferences()?;
    let following = following::follow(&school.address(""), &conferences).map_err(|error| error.to_string())?;
    let kb = following.bytes as f64 / 1024.0;
    Ok(vec![
        Figure { name: "follow_ms", value: following.millis, unit: "ms", goal: Goal::AtMost(300.0) },
        Figure { name: "follow_step_kb", value: kb, unit: "KB", goal: Goal::AtMost(20.0) },
    ])
}
