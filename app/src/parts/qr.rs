//! QR codes, drawn into the page.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use super::escaped;

/// A QR code with this in it. Nothing, when it is more than one can hold.
#[component]
pub fn Qr(
    content: String,
    /// What it is, for those who cannot see it.
    title: String,
) -> impl IntoView {
    let code = QrCode::with_error_correction_level(content, EcLevel::M).ok()?;
    // Four modules of quiet around it: cameras look for them.
    let side = code.width() + 8;
    let ink = path(&code.to_colors(), code.width());
    let title = escaped(&title);
    Some(view! {
        <svg role="img" viewBox=format!("0 0 {side} {side}") width="240" height="240" shape-rendering="crispEdges"
            inner_html=format!("<title>{title}</title><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{ink}\"/>")></svg>
    })
}

/// The short code that stands for a QR code, in its groups, for whoever types it.
#[component]
pub fn ShortCode(
    /// As it is kept: groups with hyphens between them.
    code: String,
) -> impl IntoView {
    let groups = code.split('-').map(|group| view! { <span>{group.to_owned()}</span> " " }).collect_view();
    view! { <p class="code" translate="no">{groups}</p> }
}

/// Dark modules as runs: one short stroke each, instead of a square for every module.
fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        while x < row.len() {
            let run = row[x..].iter().take_while(|module| **module == row[x]).count();
            if row[x] == Color::Dark {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + 4, y + 4));
            }
            x += run;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = QrCode::with_error_correction_level("https://portfolio.example.org/grant/0", EcLevel::M).unwrap();
        let colors = code.to_colors();
        let dark = colors.iter().filter(|module| **module == Color::Dark).count();
        let path = path(&colors, code.width());
        let drawn: usize = path.split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }
}
