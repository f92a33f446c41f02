//! Styles on their way into the program: smaller, and for phones some years old.

use std::path::Path;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};

use crate::sources::{self, Style};

/// Every page's styles, and those of the pages that people work on.
pub fn bundle(folder: &Path) -> (String, String) {
    sources::sheets(folder, minified).unwrap_or_else(|problem| panic!("{problem}"))
}

/// The text without what only people need. What browsers have learnt since layers came (Chrome 99, Safari 15.4, Firefox 97)
/// is written out: nesting, ranges, and colours for light and for dark.
fn minified(style: &Style) -> String {
    let name = &style.name;
    let targets =
        Targets { include: Features::Nesting | Features::MediaRangeSyntax | Features::LightDark, ..Targets::default() };
    let options = ParserOptions { filename: name.clone(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(&style.text, options).unwrap_or_else(|problem| panic!("{problem}"));
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .unwrap_or_else(|problem| panic!("{name}: {problem}"));
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    printed.unwrap_or_else(|problem| panic!("{name}: {problem}")).code
}
