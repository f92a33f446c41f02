//! Documents: the pages of a PDF, drawn. Nothing in it runs, and nothing of it is served but the pictures of its pages. They
//! are drawn by a process of their own (`sandbox`), which another one starts and listens to (`drawer`, `protocol`). What could
//! not be drawn on a page is noted (`lacking`).

mod drawer;
mod lacking;
mod protocol;
mod sandbox;

pub use drawer::{Drawer, Drawing};
pub use sandbox::draw_document_alone;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{DynamicImage, RgbImage, RgbaImage};

use self::lacking::Lacking;
use super::picture::{Ready, WIDTHS, in_three_widths};
use super::{Foreign, MediaError};

/// The most pages of a document that are drawn.
pub const MOST_PAGES: usize = 150;
/// The most pixels of one drawn page.
const MOST_PIXELS: f32 = 8_000_000.0;

fn broken(why: &str) -> MediaError {
    MediaError::NotADocument(why.to_owned())
}

/// A page, drawn.
pub struct Drawn {
    pub picture: Ready,
    /// Whether something on it could not be drawn.
    pub lacks: bool,
}

/// Draws the first pages of a document, one after the other, as long as there is time. Gives how many it has.
fn draw(
    bytes: Vec<u8>,
    has_time: impl Fn() -> bool,
    mut each: impl FnMut(Drawn) -> Result<(), MediaError>,
) -> Result<usize, MediaError> {
    let bytes = Arc::new(bytes);
    let pdf = careful(|| {
        Pdf::new(bytes).map_err(|error| match error {
            LoadPdfError::Decryption(_) => Foreign::Locked.into(),
            LoadPdfError::Invalid => broken("it cannot be read"),
        })
    })??;
    let all = careful(|| pdf.pages().len())?;
    if all == 0 {
        return Err(broken("it has no pages"));
    }
    for place in (0..all.min(MOST_PAGES)).take_while(|place| *place == 0 || has_time()) {
        let (page, lacks) = careful(|| {
            // What was drawn of other pages is not kept: a page at a time is enough to hold.
            let cache = RenderCache::new();
            pdf.pages().get(place).map_or_else(|| Err(broken("a page is missing")), |page| on_white(page, &cache))
        })??;
        each(Drawn { picture: in_three_widths(page)?, lacks })?;
    }
    Ok(all)
}

/// Draws with whatever the document holds: a part that cannot be drawn is an error, and never the end of the program.
fn careful<T>(draw: impl FnOnce() -> T) -> Result<T, MediaError> {
    std::panic::catch_unwind(AssertUnwindSafe(draw)).map_err(|_| broken("it cannot be drawn"))
}

/// A page, and whether something on it could not be drawn.
fn on_white<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>) -> Result<(RgbImage, bool), MediaError> {
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return Err(broken("a page has no size"));
    }
    let wide = WIDTHS[2] as f32 / width;
    let scale = wide.min((MOST_PIXELS / (width * height)).sqrt()).min(f32::from(u16::MAX / 4) / height);
    // A page that is nothing but a line has no picture.
    if width * scale < 1.0 || height * scale < 1.0 {
        return Err(broken("a page is too thin"));
    }
    let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let lacking = Lacking::default();
    let drawn = render(page, cache, &lacking.settings(), &RenderSettings::default(), &pixmap);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let pixels = drawn.data_as_u8_slice().to_vec();
    drop(drawn);
    let picture = RgbaImage::from_raw(width, height, pixels).ok_or_else(|| broken("a page has the wrong size"))?;
    // It stands on white: nothing of it is clear.
    let picture = DynamicImage::from(picture).into_rgb8();
    Ok((picture, lacking.noticed() || lacking::has_undrawn_notes(page)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of so many pages of this size, each with a black square; with something that would run when it is opened.
    fn a_pdf(pages: usize, size: &str) -> Vec<u8> {
        let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 3 + 2 * page)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>".to_owned(),
            format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
        ];
        for page in 0..pages {
            objects
                .push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents {} 0 R >>", 4 + 2 * page));
            let drawing = "0 0 100 100 re f";
            objects.push(format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()));
        }
        let mut pdf = String::from("%PDF-1.4\n");
        let mut places = Vec::new();
        for (number, object) in (1..).zip(&objects) {
            places.push(pdf.len());
            pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
        }
        let table = pdf.len();
        pdf.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
        for place in places {
            pdf.push_str(&format!("{place:010} 00000 n \n"));
        }
        pdf.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
        pdf.into_bytes()
    }

    fn drawn(bytes: &[u8]) -> Result<Vec<(u32, u32)>, MediaError> {
        let mut sizes = Vec::new();
        draw(
            bytes.to_vec(),
            || true,
            |page| {
                sizes.push((page.picture.width, page.picture.height));
                Ok(())
            },
        )?;
        Ok(sizes)
    }

    fn lacks(bytes: &[u8]) -> Vec<bool> {
        let mut lacks = Vec::new();
        let each = |page: Drawn| {
            lacks.push(page.lacks);
            Ok(())
        };
        draw(bytes.to_vec(), || true, each).unwrap();
        lacks
    }

    #[test]
    fn a_page_with_letters_that_are_not_in_the_document_says_so() {
        assert_eq!(lacks(include_bytes!("../../tests/files/cjk-not-embedded.pdf")), [true]);
        assert_eq!(lacks(&a_pdf(2, "200 40")), [false, false]);
    }

    #[test]
    fn a_page_with_fields_or_comments_that_are_not_drawn_says_so() {
        let with = |note: &str| {
            let pdf = String::from_utf8(a_pdf(1, "200 40")).unwrap();
            let pdf = pdf.replace("/Type /Page /Parent", &format!("/Type /Page /Annots [<< {note} >>] /Parent"));
            // Where its objects are is found without the table.
            lacks(pdf.replace("startxref", "startxre").as_bytes())
        };
        let place = "/Type /Annot /Rect [10 10 90 30]";
        for undrawn in ["/Subtype /Widget /FT /Tx /V (Ana)", "/Subtype /Text /Contents (Well done)", "/Subtype /Ink"] {
            assert_eq!(with(&format!("{place} {undrawn}")), [true], "{undrawn}");
        }
        for nothing in
            ["/Subtype /Widget /FT /Tx", "/Subtype /Link", "/Subtype /Popup", "/Subtype /Text /Contents (x) /F 2"]
        {
            assert_eq!(with(&format!("{place} {nothing}")), [false], "{nothing}");
        }
    }

    #[test]
    fn a_document_with_a_password_says_that_it_is_locked() {
        let locked = drawn(include_bytes!("../../tests/files/user-password.pdf"));
        assert!(matches!(locked, Err(MediaError::Foreign { kind: Foreign::Locked, .. })), "{locked:?}");
    }

    #[test]
    fn where_time_is_short_the_first_pages_are_drawn_and_all_are_counted() {
        let time = std::cell::Cell::new(3);
        let has_time = || {
            time.set(time.get() - 1);
            time.get() > 0
        };
        let mut drawn = 0;
        let each = |_| {
            drawn += 1;
            Ok(())
        };
        assert_eq!(draw(a_pdf(9, "60 12"), has_time, each).unwrap(), 9);
        assert_eq!(drawn, 3);
        let long = include_bytes!("../../tests/files/pages-75.pdf").to_vec();
        assert_eq!(draw(long, || false, |_| Ok(())).unwrap(), 75);
    }

    #[test]
    fn every_page_of_a_document_becomes_a_picture() {
        let sizes = drawn(&a_pdf(3, "600 300")).unwrap();
        assert_eq!(sizes.len(), 3);
        assert!(sizes.iter().all(|(width, height)| *width == 1600 && height.abs_diff(800) <= 1), "{sizes:?}");
    }

    #[test]
    fn a_page_of_any_size_is_a_picture_of_ours_or_none() {
        for size in ["14400 14400", "1 900000", "900000 1", "0 0", "-5 5", "1e30 1e30", "0.0001 0.0001"] {
            match drawn(&a_pdf(1, size)) {
                Ok(sizes) => {
                    assert!(sizes.iter().all(|(width, height)| width * height <= 8_100_000), "{size}: {sizes:?}")
                }
                Err(error) => assert!(matches!(error, MediaError::NotADocument(_)), "{size}: {error}"),
            }
        }
    }

    #[test]
    fn a_broken_document_is_refused_or_drawn_as_far_as_it_goes() {
        let whole = a_pdf(1, "200 40");
        for bytes in [&b"%PDF-1.7"[..], b"%PDF-1.7\n%%EOF", &whole[..whole.len() / 3]] {
            assert!(matches!(drawn(bytes), Err(MediaError::NotADocument(_))));
        }
        for place in (0..whole.len()).step_by(41) {
            let mut bent = whole.clone();
            bent[place] ^= 0x15;
            assert!(matches!(drawn(&bent), Ok(_) | Err(MediaError::NotADocument(_))), "bent at {place}");
        }
    }
}
