//! Starting chromedriver, and speaking to it what WebDriver has no word for.

use std::io::{Read, Write};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::error::ErrorStatus;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::child::{bound_to_its_thread, clear_what_others_left, free_port, outlived};

const MISSING: &str = "The journeys need Chromium and found none. Install Debian's packages `chromium` and \
    `chromium-driver`: apt-get install chromium chromium-driver";

/// How the folders of browsers are called.
pub const PROFILE: &str = "kinfolio-browser-";

static DRIVER: OnceCell<String> = OnceCell::const_new();

/// The address of chromedriver, started when it is first needed and ended with the tests.
pub async fn driver() -> &'static str {
    DRIVER
        .get_or_init(|| async {
            clear_what_others_left(&std::env::temp_dir(), PROFILE);
            let port = free_port();
            let mut driver = bound_to_its_thread("chromedriver", "TERM");
            driver.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            outlived(driver, |_| {}).unwrap_or_else(|error| panic!("{MISSING} ({error})"));
            let address = format!("http://127.0.0.1:{port}");
            let answers = async {
                while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            };
            tokio::time::timeout(Duration::from_secs(20), answers).await.unwrap_or_else(|_| panic!("{MISSING}"));
            address
        })
        .await
}

/// What a new browser is asked to be.
pub fn capabilities(language: &str, profile: &std::path::Path) -> serde_json::Map<String, Value> {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--hide-scrollbars".into(),
        // A microphone that hums, and a person who lets pages listen to it.
        "--use-fake-device-for-media-stream".into(),
        "--use-fake-ui-for-media-stream".into(),
        // Chromium ends when this pipe does: chromedriver leaves it behind otherwise when it is killed.
        "--remote-debugging-pipe".into(),
        format!("--lang={language}"),
        format!("--user-data-dir={}", profile.display()),
    ];
    if rustix::process::geteuid().is_root() {
        arguments.push("--no-sandbox".into());
        arguments.push("--disable-dev-shm-usage".into());
    }
    let wanted = json!({
        "goog:chromeOptions": { "args": arguments, "prefs": { "intl.accept_languages": language } },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    wanted.as_object().cloned().unwrap_or_default()
}

/// A command of Chromium's own: the DevTools protocol, or the browser's log.
#[derive(Debug)]
pub struct Chromium {
    path: &'static str,
    body: Value,
}

impl Chromium {
    /// A command of the DevTools protocol.
    pub fn devtools(command: &str, parameters: Value) -> Self {
        Self { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) }
    }

    /// What pages wrote to the console since it was last asked.
    pub fn console() -> Self {
        Self { path: "se/log", body: json!({ "type": "browser" }) }
    }
}

impl WebDriverCompatibleCommand for Chromium {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Ends a browser from where nothing can be awaited.
pub fn end_session(session: &str) {
    let Some(host) = DRIVER.get().and_then(|address| address.strip_prefix("http://")) else { return };
    let Ok(mut stream) = std::net::TcpStream::connect(host) else { return };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let _ = write!(stream, "DELETE /session/{session} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    let _ = stream.read(&mut [0; 256]);
}

/// Whether an error only says that the page is not that far yet.
pub fn not_yet(error: &fantoccini::error::CmdError) -> bool {
    use fantoccini::error::CmdError;
    match error {
        CmdError::Standard(wrong) => matches!(
            wrong.error,
            ErrorStatus::NoSuchElement
                | ErrorStatus::StaleElementReference
                | ErrorStatus::ElementNotInteractable
                | ErrorStatus::ElementClickIntercepted
                | ErrorStatus::UnknownError
        ),
        _ => false,
    }
}
