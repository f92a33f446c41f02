//! The site's files: styles, icons, the browser client and `public/`, embedded by `build/`.

#[cfg(debug_assertions)]
mod from_disk;
#[cfg(test)]
mod styles;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, StatusCode};
use kinfolio_app::shell::assets::AssetNames;
use kinfolio_app::shell::csp;

use crate::compress::takes;

/// A file of the site.
#[derive(Debug)]
pub struct Asset {
    /// What the sources call it: `core.css`.
    pub name: &'static str,
    /// Where it is served: `/assets/core.3f2a9c41d07e.css`.
    pub path: &'static str,
    pub bytes: &'static [u8],
    /// The same, compressed, where that is worth it.
    pub brotli: Option<&'static [u8]>,
    pub content_type: &'static str,
    pub etag: &'static str,
    /// Whether the address changes with the content, so that it may be kept for ever.
    pub hashed: bool,
}

include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// Every file of the site.
pub fn assets() -> &'static [Asset] {
    &ASSETS
}

/// The file served at this address.
pub fn lookup(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// The addresses that pages need.
pub fn names() -> AssetNames {
    #[cfg(debug_assertions)]
    if from_disk::project().is_some() {
        return from_disk::names(embedded());
    }
    embedded()
}

fn embedded() -> AssetNames {
    AssetNames {
        core_css: path("core.css").unwrap_or_default(),
        more_css: path("more.css").unwrap_or_default(),
        icons: path("icons.svg").unwrap_or_default(),
        // Empty data, so that a browser does not go looking for a favicon.ico.
        favicon: path("favicon.svg").unwrap_or("data:,"),
        client: path("client.js").zip(path("client.wasm")),
        editor: path("editor-start.js"),
    }
}

fn named(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

fn path(name: &str) -> Option<&'static str> {
    named(name).map(|asset| asset.path)
}

/// A route for every file.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    #[cfg(debug_assertions)]
    if let Some(project) = from_disk::project() {
        return routed(ASSETS.iter().filter(|asset| asset.hashed)).merge(from_disk::routes(project));
    }
    routed(ASSETS.iter())
}

fn routed<S: Clone + Send + Sync + 'static>(assets: impl Iterator<Item = &'static Asset>) -> Router<S> {
    assets.fold(Router::new(), |router, asset| {
        router.route(asset.path, get(move |headers: HeaderMap| async move { answer(asset, &headers) }))
    })
}

/// The answer to somebody who asks for this file with these headers.
fn answer(asset: &'static Asset, asked: &HeaderMap) -> Response {
    let mut headers: Vec<(HeaderName, &'static str)> = vec![
        (CONTENT_TYPE, asset.content_type),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, if asset.hashed { "public, max-age=31536000, immutable" } else { "public, max-age=3600" }),
    ];
    if !asset.hashed {
        headers.push((ETAG, asset.etag));
    }
    headers.extend(policy(asset.name));
    if asset.brotli.is_some() {
        headers.push((VARY, "accept-encoding"));
    }
    let known = asked.get(IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    if !asset.hashed && known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == asset.etag) {
        return respond(StatusCode::NOT_MODIFIED, headers, Body::empty());
    }
    match asset.brotli {
        Some(brotli) if takes(asked, "br") => {
            headers.push((CONTENT_ENCODING, "br"));
            respond(StatusCode::OK, headers, brotli)
        }
        _ => respond(StatusCode::OK, headers, asset.bytes),
    }
}

/// A worker lives by the policy it came with, not by its page's.
fn policy(name: &str) -> Option<(HeaderName, &'static str)> {
    (name == "offline.js").then_some((CONTENT_SECURITY_POLICY, csp::WORKER))
}

fn respond(status: StatusCode, headers: Vec<(HeaderName, &'static str)>, bytes: impl Into<Body>) -> Response {
    let mut response = Response::new(bytes.into());
    *response.status_mut() = status;
    response
        .headers_mut()
        .extend(headers.into_iter().map(|(name, value)| (name, http::HeaderValue::from_static(value))));
    response
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT_ENCODING;

    use super::*;

    fn asked(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, http::HeaderValue::from_static(value))])
    }

    static FILE: Asset = Asset {
        name: "words.txt",
        path: "/words.txt",
        bytes: b"words words words",
        brotli: Some(b"w"),
        content_type: "text/plain",
        etag: "\"1\"",
        hashed: false,
    };
    static HASHED: Asset = Asset { hashed: true, ..FILE };

    #[test]
    fn brotli_goes_only_to_those_who_take_it() {
        for (value, expected) in [
            ("gzip, br", true),
            ("BR;q=0.5", true),
            ("gzip", false),
            ("br;q=0", false),
            ("br; q=0.0", false),
            ("", false),
        ] {
            let answer = answer(&FILE, &asked(ACCEPT_ENCODING, value));
            assert_eq!(answer.headers().contains_key(CONTENT_ENCODING), expected, "{value}");
            assert_eq!(answer.headers()[VARY], "accept-encoding");
        }
    }

    #[test]
    fn an_address_with_a_hash_may_be_kept_for_ever_and_others_are_asked_for_again() {
        let kept = answer(&HASHED, &HeaderMap::new());
        assert_eq!(kept.headers()[CACHE_CONTROL], "public, max-age=31536000, immutable");
        let plain = answer(&FILE, &HeaderMap::new());
        assert_eq!(plain.headers()[ETAG], "\"1\"");
        assert_eq!(answer(&FILE, &asked(IF_NONE_MATCH, "W/\"1\"")).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answer(&FILE, &asked(IF_NONE_MATCH, "\"2\"")).status(), StatusCode::OK);
    }

    #[test]
    fn every_page_finds_its_styles_and_icons() {
        let names = embedded();
        for path in [names.core_css, names.more_css, names.icons] {
            assert!(lookup(path).is_some_and(|asset| asset.hashed), "{path}");
        }
        let client = names.client.map(|(script, module)| (script.strip_suffix(".js"), module.strip_suffix("_bg.wasm")));
        assert!(client.is_none_or(|(script, module)| script.is_some() && script == module));
    }

    #[test]
    fn no_two_files_share_an_address() {
        let _: Router = routes();
    }
}
