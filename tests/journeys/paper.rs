//! What comes out of the printer: no sheet is empty, on Letter and on A4, with the printer's margins and without; and what a
//! family is handed is a few sheets, not a pile.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use kinfolio_testkit::browser::Look;

use crate::house::{House, letter_for};

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

#[tokio::test]
async fn nothing_that_is_printed_has_an_empty_sheet() {
    let house = House::open().await;
    let mut empty = Vec::new();
    for name in ["Marisol", "Ofelia Lara", "Ruth Adeyemi", "Yvonne Marchetti"] {
        let browser = house.sign_in_as(name, Look::LAPTOP).await;
        for (kind, path) in browser.kinds_of_pages().await {
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

/// The most sheets of what is printed for a family.
const MOST: [(&str, usize); 3] = [("/definition", 3), ("/keepsake", 4), ("/conference/{}/print", 2)];

#[tokio::test]
async fn what_a_family_is_handed_is_a_few_sheets() {
    let house = House::open().await;
    let mut long = Vec::new();
    let readers = [
        ("Marisol", Look::LAPTOP),
        ("Ofelia Lara", Look::PHONE.reading("es")),
        ("Ziad Haddad", Look::PHONE.reading("ar")),
    ];
    for (name, look) in readers {
        let browser = house.sign_in_as(name, look).await;
        for (kind, path) in browser.kinds_of_pages().await {
            let Some((_, most)) = MOST.iter().find(|(ending, _)| kind.ends_with(ending)) else { continue };
            browser.goto(&path).await;
            for paper in [LETTER, A4] {
                let (many, _) = sheets(browser.printed(paper, MARGINS[0]).await);
                if many > *most {
                    long.push(format!("{name} {path} on {paper:?}: {many} sheets, at most {most}"));
                }
            }
        }
        browser.close().await;
    }
    let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP).await;
    letter_for(&advisor, "Marisol Cuevas Lara", "Ofelia Lara").await;
    for (paper, margin) in [LETTER, A4].into_iter().flat_map(|paper| MARGINS.map(|margin| (paper, margin))) {
        let (many, _) = sheets(advisor.printed(paper, margin).await);
        if many != 1 {
            long.push(format!("the letter on {paper:?} with {margin}: {many} sheets"));
        }
    }
    // Nothing that only a screen can do is drawn on paper, and nothing lies over the first words.
    advisor.as_printed().await;
    let over = "const letter = document.querySelector('.letter'), box = letter.getBoundingClientRect();
        const first = letter.firstElementChild.getBoundingClientRect();
        return first.top - box.top >= parseFloat(getComputedStyle(letter).borderTopWidth)";
    assert_eq!(advisor.run(over).await, true, "the weave stands clear of the first words");
    advisor.close().await;
    assert!(long.is_empty(), "{}", long.join("\n"));
}
