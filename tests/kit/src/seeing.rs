//! What can be seen of a page, and what may not be wrong with it.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base64::Engine;
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::{Browser, PATIENCE};
use crate::webdriver::Chromium;

const AXE: &str = include_str!("../vendor/axe.min.js");

/// Something that a page loaded, the page itself among it.
#[derive(Clone, Debug)]
pub struct Resource {
    pub address: String,
    /// What asked for it: "navigation", "script", "link", "img", "css" …
    pub kind: String,
    /// As it was sent, compressed, without headers.
    pub bytes: u64,
}

impl Browser {
    /// Waits until these words are in sight.
    pub async fn see(&self, words: &str) {
        self.wait_for_words(words, true).await;
    }

    /// These words are not in sight, or go away.
    pub async fn dont_see(&self, words: &str) {
        self.wait_for_words(words, false).await;
    }

    async fn wait_for_words(&self, words: &str, wanted: bool) {
        let until = Instant::now() + PATIENCE;
        loop {
            let text = self.readable().await;
            if text.as_deref().is_some_and(|text| folded(text).contains(&folded(words)) == wanted) {
                return;
            }
            if Instant::now() > until {
                self.give_up(&format!("{words:?} is {}in sight", if wanted { "not " } else { "" })).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Everything in sight, as text.
    pub async fn text(&self) -> String {
        self.readable().await.unwrap_or_default()
    }

    /// Everything in sight; nothing between two pages, when there is none to read.
    async fn readable(&self) -> Option<String> {
        self.client.find(Locator::Css("body")).await.ok()?.text().await.ok()
    }

    /// A picture of the whole page.
    pub async fn screenshot(&self, file: &Path) {
        let size = self.devtools("Page.getLayoutMetrics", json!({})).await["cssContentSize"].clone();
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        let shot =
            self.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true, "clip": clip })).await;
        let picture = base64::engine::general_purpose::STANDARD.decode(shot["data"].as_str().unwrap_or_default());
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        std::fs::write(file, picture.expect("a picture")).expect("the picture can be written");
    }

    /// The page as it is printed, as a PDF: on paper of this width and height with a margin all around, in inches.
    pub async fn printed(&self, (width, height): (f64, f64), margin: f64) -> Vec<u8> {
        let paper = json!({
            "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false,
            "marginTop": margin, "marginBottom": margin, "marginLeft": margin, "marginRight": margin,
        });
        let printed = self.devtools("Page.printToPDF", paper).await;
        let pdf = base64::engine::general_purpose::STANDARD.decode(printed["data"].as_str().unwrap_or_default());
        pdf.expect("a PDF")
    }

    /// What the page wrote to the console as errors since it was last asked.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(Chromium::console()).await.expect("Chromium keeps the console");
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// The page and everything it loaded. Ask with JavaScript on: with it off, Chromium still fetches scripts that it
    /// then doesn't run.
    pub async fn resources(&self) -> Vec<Resource> {
        let list = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .map(e => [e.name, e.initiatorType, e.encodedBodySize])";
        let entries = self.run(list).await;
        let entries = entries.as_array().expect("a list").iter();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        entries
            .map(|e| Resource { address: word(&e[0]), kind: word(&e[1]), bytes: e[2].as_u64().unwrap_or(0) })
            .collect()
    }

    /// The addresses of everything this page loaded.
    pub async fn loaded(&self) -> Vec<String> {
        let all = self.resources().await.into_iter();
        all.filter(|resource| resource.kind != "navigation").map(|resource| resource.address).collect()
    }

    /// How many screens the page is long, with nothing unfolded beyond what stands open.
    pub async fn screens(&self) -> f64 {
        let height = self.run("return document.documentElement.scrollHeight").await.as_f64().unwrap_or_default();
        height / f64::from(self.look.height)
    }

    /// Shows the page as it is printed, from here on.
    pub async fn as_printed(&self) {
        self.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await;
    }

    /// How many pixels the page is wider than its window.
    pub async fn sticks_out(&self) -> i64 {
        let wider = "const d = document.documentElement; return Math.round(d.scrollWidth - d.clientWidth)";
        self.run(wider).await.as_i64().expect("a number of pixels")
    }

    /// What axe-core finds wrong with the page, one line each.
    pub async fn barriers(&self) -> Vec<String> {
        self.axe("found.violations").await
    }

    /// The same, and what it could not make out: whether words are told from their ground, above all.
    pub async fn barriers_and_doubts(&self) -> Vec<String> {
        self.axe("[...found.violations, ...found.incomplete]").await
    }

    async fn axe(&self, what: &str) -> Vec<String> {
        let run = format!(
            "const done = arguments[arguments.length - 1]; {AXE};
             axe.run(document, {{ resultTypes: ['violations', 'incomplete'] }}).then(
                found => done({what}.map(v => v.id + ': ' + v.help + ' — ' +
                    v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | '))),
                error => done(['axe: ' + error]))"
        );
        // Where no script may run axe waits forever. The page's own have been passed over by now.
        if !self.look.javascript {
            self.scripts(true).await;
        }
        let found = self.client.execute_async(&run, Vec::new()).await.expect("axe runs");
        if !self.look.javascript {
            self.scripts(false).await;
        }
        let found = found.as_array().expect("axe gives a list").iter();
        found.map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Looks the page over: no barrier, nothing sticking out, no error on the console.
    ///
    /// # Panics
    /// With everything that was found.
    pub async fn look_over(&self) {
        let path = self.path().await;
        let mut wrong = self.barriers().await;
        let wider = self.sticks_out().await;
        if wider > 0 {
            let who = "const wide = document.documentElement.clientWidth;
                return [...document.body.querySelectorAll('*')].filter(element => {
                    const { left, right } = element.getBoundingClientRect();
                    return left < 0 || right > wide;
                }).slice(-3).map(element => element.outerHTML.slice(0, 160)).join(' | ')";
            let who = self.run(who).await;
            wrong.push(format!(
                "{wider} pixels stick out at {} px: {}",
                self.look.width,
                who.as_str().unwrap_or_default()
            ));
        }
        // A page that answers 4xx, and a server that a test has killed, are reported to the console by the browser itself.
        let by_itself = |line: &String| line.contains("the server responded with") || line.contains("net::ERR_");
        wrong.extend(self.console_errors().await.into_iter().filter(|line| !by_itself(line)));
        assert!(wrong.is_empty(), "{path} ({:?}):\n{}", self.look, wrong.join("\n"));
    }

    /// Fails, with what there is to see.
    pub(crate) async fn give_up(&self, why: &str) -> ! {
        static FAILURES: AtomicU32 = AtomicU32::new(0);
        let number = FAILURES.fetch_add(1, Ordering::Relaxed);
        let shot = std::env::temp_dir().join(format!("kinfolio-failure-{}-{number}.png", std::process::id()));
        self.screenshot(&shot).await;
        let address = self.client.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        let text = self.text().await;
        let errors = self.console_errors().await.join("\n");
        panic!("{why}\nat {address}\na picture is in {}\nin sight:\n{text}\n{errors}", shot.display());
    }
}

/// Spaces folded, and capitals: a style may have changed both.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
