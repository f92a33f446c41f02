//! Looking ahead at a link: what a messenger fetches to show beside a link that was pasted into it. It is shown what every link
//! has in common, whoever it is for; nobody comes in by it, and nothing is noted. A person who is taken for such a robot comes
//! in by the button.

use axum::response::Response;
use kinfolio::grant::Key;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::shell::{Main, Page, Width};

/// What the programs that fetch links for others say of themselves, in small letters.
const ROBOTS: [&str; 16] = [
    "bot",
    "crawl",
    "spider",
    "preview",
    "facebookexternalhit",
    "facebookcatalog",
    "whatsapp",
    "slurp",
    "embedly",
    "google-pagerenderer",
    "vkshare",
    "snap url",
    "kakaotalk-scrap",
    "line-poker",
    "iframely",
    "unfurl",
];

/// Whether somebody asks for a link only to show, or to have ready, what is behind it.
pub(super) fn is_looking_ahead(asking: &Asking) -> bool {
    let says = |name: &str, what: &str| asking.header(name).is_some_and(|value| value.to_lowercase().contains(what));
    let agent = asking.header("user-agent").unwrap_or_default().to_lowercase();
    asking.parts.method == http::Method::HEAD
        || says("purpose", "pre")
        || says("sec-purpose", "pre")
        || says("x-moz", "prefetch")
        || ROBOTS.iter().any(|robot| agent.contains(robot))
}

/// The page, which is the same for every link; the button belongs to this one.
pub(super) async fn page(asking: &Asking, link: &str) -> Response {
    let title = say_in!(asking.locale, family.preview_title);
    let page = Page::titled(title.clone()).previewed(say_in!(asking.locale, family.preview_lead));
    let to = Key::within(link).map(|key| format!("/grant/{}", key.token()));
    asking
        .page(page, move || {
            let open = to.map(|to| {
                view! {
                    <form method="post" action=to>
                        <div class="actions"><button class="btn btn--primary btn--big">{say!(family.code_open)}</button></div>
                    </form>
                }
            });
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(family.preview_lead)}</p></header>
                    {open}
                </Main>
            }
        })
        .await
}
