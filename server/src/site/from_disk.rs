//! In a debug build with `KINFOLIO_SOURCES` set to the project's folder: styles, icons and `public/` are read from there for
//! every request, so that seeing a changed style takes a reload and no compile.
//!
//! Their addresses carry no hash then, since what lies behind them changes, and nothing keeps them (`no-store`). Styles are
//! as they were written, one file after another in the order of their layers: this is for browsers of this year. What a file
//! cannot be read for is said in its place.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::{env, fs};

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use kinfolio_app::shell::assets::AssetNames;

use super::{policy, respond};

#[path = "../../build/sources.rs"]
mod sources;

use sources::{content_type, icons, sheets};

/// The project's folder, where the variable names one.
pub fn project() -> Option<&'static Path> {
    static PROJECT: OnceLock<Option<PathBuf>> = OnceLock::new();
    PROJECT.get_or_init(|| env::var_os("KINFOLIO_SOURCES").map(PathBuf::from)).as_deref()
}

/// The addresses that pages need: those of what is read from the folder, and beside them what is embedded.
pub fn names(embedded: AssetNames) -> AssetNames {
    AssetNames {
        core_css: "/assets/core.css",
        more_css: "/assets/more.css",
        icons: "/assets/icons.svg",
        favicon: "/favicon.svg",
        ..embedded
    }
}

/// A route for both sheets, for the icons, and for each file that `public/` holds now.
pub fn routes<S: Clone + Send + Sync + 'static>(project: &Path) -> Router<S> {
    let styles =
        |project: &Path| sheets(&project.join("style"), |style| format!("/* {} */\n{}", style.name, style.text));
    let mut router = Router::new()
        .merge(made(project, "/assets/core.css", move |project| Ok(styles(project)?.0.into_bytes())))
        .merge(made(project, "/assets/more.css", move |project| Ok(styles(project)?.1.into_bytes())))
        .merge(made(project, "/assets/icons.svg", |project| Ok(icons(&project.join("style/icons"))?.into_bytes())));
    for path in files(&project.join("public")) {
        let Some(name) = path.strip_prefix(project.join("public")).ok().and_then(Path::to_str) else { continue };
        let address = format!("/{name}");
        let read = move |_: &Path| fs::read(&path).map_err(|problem| format!("{}: {problem}", path.display()));
        router = router.merge(made(project, &address, read));
    }
    router
}

/// A route for what is made anew for every request.
fn made<S, F>(project: &Path, address: &str, make: F) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    F: Fn(&Path) -> Result<Vec<u8>, String> + Clone + Send + Sync + 'static,
{
    let project: Arc<Path> = project.into();
    let name: Arc<str> = address.trim_start_matches('/').into();
    Router::new().route(address, get(move || async move { answer(&name, make(&project)) }))
}

fn answer(name: &str, made: Result<Vec<u8>, String>) -> Response {
    let kind = content_type(name).unwrap_or("application/octet-stream");
    let mut headers = vec![(CONTENT_TYPE, kind), (X_CONTENT_TYPE_OPTIONS, "nosniff"), (CACHE_CONTROL, "no-store")];
    headers.extend(policy(name));
    match made {
        Ok(bytes) => respond(StatusCode::OK, headers, bytes),
        Err(problem) => {
            tracing::warn!(name, problem, "a source cannot be read");
            respond(StatusCode::INTERNAL_SERVER_ERROR, headers, format!("/* {problem} */"))
        }
    }
}

/// Every file beneath a folder; none where it cannot be listed.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use http::{HeaderMap, Request};
    use tower::ServiceExt as _;

    use super::*;

    async fn asked(router: &Router, address: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(address).body(Body::empty()).expect("an address");
        let answer = router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.expect("its bytes");
        (status, headers, String::from_utf8_lossy(&bytes).into_owned())
    }

    #[tokio::test]
    async fn a_style_that_is_changed_is_seen_without_a_new_build() {
        let project = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = project.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("room");
            fs::write(path, text).expect("room");
        };
        write("style/layers.css", "/* order */ @layer base, parts, rooms, paper;");
        write("style/base.css", "a { color: red }");
        write("style/parts/b.css", ".b {}");
        write("style/parts/a.css", ".a {}");
        write("style/rooms/home.css", ".home {}");
        write("style/paper.css", "@media print {}");
        write("style/icons/dot.svg", "<svg viewBox=\"0 0 1 1\"><path/></svg>");
        write("public/robots.txt", "before");
        let router: Router = routes(project.path());

        let (status, headers, core) = asked(&router, "/assets/core.css").await;
        assert_eq!((status, &headers[CACHE_CONTROL]), (StatusCode::OK, &"no-store".parse().expect("a value")));
        let places = ["@layer base,parts,rooms,paper;", "color: red", ".a {}", ".b {}", "@media print"];
        let places: Vec<_> = places.iter().map(|what| core.find(what).unwrap_or_else(|| panic!("{what}"))).collect();
        assert!(places.is_sorted() && !core.contains(".home"), "{core}");
        assert_eq!(
            asked(&router, "/assets/more.css").await.2.trim(),
            "@layer rooms{/* style/rooms/home.css */\n.home {}}"
        );
        assert!(asked(&router, "/assets/icons.svg").await.2.contains("<symbol id=\"dot\" viewBox=\"0 0 1 1\">"));

        write("style/base.css", "a { color: blue }");
        write("public/robots.txt", "after");
        assert!(asked(&router, "/assets/core.css").await.2.contains("color: blue"));
        assert_eq!(asked(&router, "/robots.txt").await.2, "after");

        write("style/lost.css", "");
        let (status, _, words) = asked(&router, "/assets/core.css").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(words.contains("style/lost.css is no layer"), "{words}");
    }

    #[test]
    fn pages_ask_for_what_is_read_from_the_folder() {
        let names = names(AssetNames::default());
        let project = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        assert!(project.join("public").join(names.favicon.trim_start_matches('/')).exists());
        let _: Router = routes(project);
    }
}
