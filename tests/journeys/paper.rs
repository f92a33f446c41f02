//! What comes out of the printer: no sheet is empty, on Letter and on A4, with the printer's margins and without.

use std::collections::BTreeMap;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use kinfolio_testkit::browser::{Browser, Look};

use crate::house::House;

const LETTER: (f64, f64) = (8.5, 11.0);
const A4: (f64, f64) = (8.27, 11.69);
/// What browsers set by themselves, in inches, and none.
const MARGINS: [f64; 2] = [0.4, 0.0];
/// Of every page, this much is drawn to see whether anything is on it.
const SCALE: f32 = 0.5;
/// Pages that are made for paper.
const FOR_PAPER: [&str; 8] = ["print", "slips", "codes", "letter", "keepsake", "day", "bound", "definition"];

/// How many sheets there are, and which of them are empty.
fn sheets(pdf: Vec<u8>) -> (usize, Vec<usize>) {
    let pdf = Pdf::new(Arc::new(pdf)).expect("a PDF");
    let cache = RenderCache::new();
    let is_empty = |place: &usize| {
        let pixmap = PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE };
        let page = &pdf.pages()[*place];
        let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &pixmap);
        drawn.data_as_u8_slice().iter().all(|byte| *byte == 255)
    };
    let many = pdf.pages().len();
    // What is empty is empty at the end, or after the first page that is broken.
    (
        many,
        [1, many.saturating_sub(1)].into_iter().filter(|place| *place > 0 && *place < many).filter(is_empty).collect(),
    )
}

/// An address without its ids.
fn kind(path: &str) -> String {
    let place = |part: &str| if part.len() == 36 && part.matches('-').count() == 4 { "{}" } else { part }.to_owned();
    path.split('/').map(place).collect::<Vec<_>>().join("/")
}

/// The addresses that somebody is led to, one of each kind.
async fn ways(browser: &Browser) -> BTreeMap<String, String> {
    const LINKS: &str =
        "return [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))";
    let mut kinds = BTreeMap::new();
    let mut to_read = vec!["/".to_owned()];
    while let Some(path) = to_read.pop() {
        browser.goto(&path).await;
        let links = browser.run(LINKS).await;
        for link in links.as_array().into_iter().flatten().filter_map(|link| link.as_str()) {
            let link = link.split(['?', '#']).next().unwrap_or_default();
            let is_a_file = link.rsplit('/').next().unwrap_or_default().contains('.')
                || ["/assets/", "/picture/", "/photo/", "/file/", "/sound/", "/calendar/", "/language"]
                    .iter()
                    .any(|beginning| link.starts_with(beginning))
                || link.ends_with("/template");
            if !is_a_file && !kinds.contains_key(&kind(link)) {
                kinds.insert(kind(link), link.to_owned());
                to_read.push(link.to_owned());
            }
        }
    }
    kinds
}

#[tokio::test]
async fn nothing_that_is_printed_has_an_empty_sheet() {
    let house = House::open().await;
    let mut empty = Vec::new();
    for name in ["Marisol", "Ofelia Lara", "Ruth Adeyemi", "Yvonne Marchetti"] {
        let browser = house.sign_in_as(name, Look::LAPTOP).await;
        for (kind, path) in ways(&browser).await {
            browser.goto(&path).await;
            let for_paper = FOR_PAPER.iter().any(|word| kind.ends_with(word));
            let papers = if for_paper { &[LETTER, A4][..] } else { &[LETTER][..] };
            let margins = if for_paper { &MARGINS[..] } else { &MARGINS[..1] };
            for (paper, margin) in papers.iter().flat_map(|paper| margins.iter().map(move |margin| (*paper, *margin))) {
                let (many, none) = sheets(browser.printed(paper, margin).await);
                if many == 0 || !none.is_empty() {
                    empty.push(format!("{name} {path} on {paper:?} with {margin}: {none:?} (from 0) of {many}"));
                }
            }
        }
        browser.close().await;
    }
    assert!(empty.is_empty(), "{} empty sheets:\n{}", empty.len(), empty.join("\n"));
}
