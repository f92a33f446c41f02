//! A real Chromium, used the way a person uses it: by the words on the page.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use crate::webdriver::{Chromium, capabilities, driver, not_yet};

/// How long the browser waits for something to be there.
const PATIENCE: Duration = Duration::from_secs(15);
const AXE: &str = include_str!("../vendor/axe.min.js");

/// What kind of browser somebody has.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    pub javascript: bool,
    pub language: &'static str,
    pub forced_colors: bool,
}

impl Look {
    /// A phone: 360 px wide.
    pub const PHONE: Self =
        Self { width: 360, height: 740, dark: false, javascript: true, language: "en", forced_colors: false };
    /// A laptop: 1280 px wide.
    pub const LAPTOP: Self = Self { width: 1280, height: 800, ..Self::PHONE };

    /// With JavaScript off.
    pub const fn without_javascript(self) -> Self {
        Self { javascript: false, ..self }
    }

    /// With a dark screen.
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// In this language.
    pub const fn reading(self, language: &'static str) -> Self {
        Self { language, ..self }
    }
}

/// A browser with one page open.
pub struct Browser {
    client: Client,
    look: Look,
    home: String,
    profile: PathBuf,
}

impl Browser {
    /// Opens a browser whose paths start at `home`: `http://127.0.0.1:1234`.
    ///
    /// # Panics
    /// When there is no Chromium; the message says what to install. Like every method here, also when what is asked for
    /// does not happen in time: these are tests.
    pub async fn open(home: &str, look: Look) -> Self {
        static OPENED: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = OPENED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("kinfolio-browser-{}-{number}", std::process::id()));
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities(look.language, &profile))
            .connect(driver().await)
            .await
            .expect("a browser opens");
        let browser = Self { client, look, home: home.to_owned(), profile };
        browser.resize(look.width, look.height).await;
        let mut media = vec![json!({ "name": "prefers-reduced-motion", "value": "reduce" })];
        media.push(json!({ "name": "prefers-color-scheme", "value": if look.dark { "dark" } else { "light" } }));
        if look.forced_colors {
            media.push(json!({ "name": "forced-colors", "value": "active" }));
        }
        browser.devtools("Emulation.setEmulatedMedia", json!({ "features": media })).await;
        if !look.javascript {
            browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        }
        browser
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.client.issue_cmd(Chromium::devtools(command, parameters)).await.expect("Chromium takes the command")
    }

    /// Gives the window another size, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Takes the network away, or gives it back.
    pub async fn cut_off(&self, offline: bool) {
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// Goes to a path.
    pub async fn goto(&self, path: &str) {
        let address = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.home) };
        self.client.goto(&address).await.expect("the page loads");
    }

    /// Clicks what says these words: a link, a button, a summary, a label.
    pub async fn click(&self, words: &str) {
        let words = quoted(words);
        let clickable = "self::a or self::button or self::summary or self::label or @role='button'";
        let exact = format!("//*[{clickable}][normalize-space(.)={words} or @aria-label={words} or @title={words}]");
        let within = format!("//*[{clickable}][contains(normalize-space(.), {words})]");
        self.act(&[&exact, &within], |element| Box::pin(async move { element.click().await })).await;
    }

    /// Types into the field with this label, in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) {
        let text = text.to_owned();
        let fields = self.fields(label).await;
        self.act(&[&fields], move |element| {
            let text = text.clone();
            Box::pin(async move {
                element.clear().await?;
                element.send_keys(&text).await
            })
        })
        .await;
    }

    /// Sets the value of a field that is awkward to type into (a date, a time), and of nothing else.
    pub async fn set(&self, label: &str, value: &str) {
        let fields = self.fields(label).await;
        let element = self.found(&[&fields]).await;
        let script =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
        let element = serde_json::to_value(&element).expect("an element can be named");
        self.client.execute(script, vec![element, json!(value)]).await.expect("the value is set");
    }

    /// Chooses in the list with this label.
    pub async fn choose(&self, label: &str, words: &str) {
        let fields = self.fields(label).await;
        let words = words.to_owned();
        self.act(&[&fields], move |element| {
            let words = words.clone();
            Box::pin(async move { element.select_by_label(&words).await })
        })
        .await;
    }

    /// Hands a file to the field with this label.
    pub async fn attach(&self, label: &str, file: &Path) {
        let path = file.display().to_string();
        let fields = self.fields(label).await;
        let element = self.found(&[&fields]).await;
        element.send_keys(&path).await.expect("the file is taken");
    }

    /// Presses a key on whatever has the focus: "ArrowRight", "Tab", or a letter.
    pub async fn press(&self, key: &str) {
        let text = if key.chars().count() == 1 { Some(key) } else { None };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({ "type": kind, "key": key, "code": key });
            if let (Some(text), "keyDown") = (text, kind) {
                event["text"] = json!(text);
            }
            let codes =
                [("ArrowLeft", 37), ("ArrowRight", 39), ("Tab", 9), ("Enter", 13), ("Escape", 27), ("PageDown", 34)];
            if let Some((_, code)) = codes.iter().find(|(name, _)| *name == key) {
                event["windowsVirtualKeyCode"] = json!(code);
            }
            self.devtools("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Waits until these words are in sight.
    pub async fn see(&self, words: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            let text = self.text().await;
            if folded(&text).contains(&folded(words)) {
                return;
            }
            if Instant::now() > until {
                self.give_up(&format!("{words:?} is not in sight"), &text).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// These words are not in sight.
    pub async fn dont_see(&self, words: &str) {
        let text = self.text().await;
        if folded(&text).contains(&folded(words)) {
            self.give_up(&format!("{words:?} is in sight"), &text).await;
        }
    }

    /// Everything in sight, as text.
    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// The path of the page.
    pub async fn path(&self) -> String {
        self.client.current_url().await.expect("a page has an address").path().to_owned()
    }

    /// The first address on the page that begins like this.
    pub async fn link(&self, beginning: &str) -> Option<String> {
        let element = self.client.find(Locator::Css(&format!("[href^='{beginning}']"))).await.ok()?;
        element.attr("href").await.ok()?
    }

    /// Runs a script and gives what it returns.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.expect("the script runs")
    }

    /// A picture of the whole page.
    pub async fn screenshot(&self, file: &Path) {
        let shot = self.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true })).await;
        let bytes = base64_decoded(shot["data"].as_str().unwrap_or_default());
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        std::fs::write(file, bytes).expect("the picture can be written");
    }

    /// What the page wrote to the console as errors since it was last asked.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(Chromium::console()).await.unwrap_or_default();
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// The addresses of everything this page loaded.
    pub async fn loaded(&self) -> Vec<String> {
        let names = self.run("return performance.getEntriesByType('resource').map(e => e.name)").await;
        names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// How many pixels the page is wider than its window.
    pub async fn sticks_out(&self) -> i64 {
        let wider = "const d = document.documentElement; return Math.round(d.scrollWidth - d.clientWidth)";
        self.run(wider).await.as_i64().unwrap_or(0)
    }

    /// What axe-core finds wrong with the page, one line each.
    pub async fn barriers(&self) -> Vec<String> {
        let run = format!(
            "const done = arguments[arguments.length - 1]; {AXE};
             axe.run(document, {{ resultTypes: ['violations'] }}).then(
                found => done(found.violations.map(v => v.id + ': ' + v.help + ' — ' +
                    v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | '))),
                error => done(['axe: ' + error]))"
        );
        let found = self.client.execute_async(&run, Vec::new()).await.expect("axe runs");
        found.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
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
            wrong.push(format!("{wider} pixels stick out at {} px", self.look.width));
        }
        // A page that answers 4xx is reported to the console by the browser itself.
        wrong
            .extend(self.console_errors().await.into_iter().filter(|line| !line.contains("the server responded with")));
        assert!(wrong.is_empty(), "{path} ({:?}):\n{}", self.look, wrong.join("\n"));
    }

    /// Closes the browser.
    pub async fn close(self) {
        let _ = self.client.close().await;
        let _ = std::fs::remove_dir_all(&self.profile);
    }

    /// The fields whose label says these words, as an XPath.
    async fn fields(&self, label: &str) -> String {
        let words = quoted(label);
        let says = format!("contains(normalize-space(.), {words})");
        format!(
            "//*[(self::input or self::textarea or self::select)][@id = //label[{says}]/@for or ancestor::label[{says}] \
             or contains(@aria-label, {words})]"
        )
    }

    async fn found(&self, paths: &[&str]) -> Element {
        let until = Instant::now() + PATIENCE;
        loop {
            for path in paths {
                if let Ok(element) = self.client.find(Locator::XPath(path)).await {
                    return element;
                }
            }
            if Instant::now() > until {
                let text = self.text().await;
                self.give_up(&format!("nothing on the page is {}", paths[0]), &text).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Does something with the first element in sight that one of the paths names, once it lets itself be used.
    async fn act<F>(&self, paths: &[&str], act: F)
    where
        F: Fn(Element) -> std::pin::Pin<Box<dyn Future<Output = Result<(), CmdError>> + Send>>,
    {
        let until = Instant::now() + PATIENCE;
        let mut last = String::from("nothing on the page is that");
        loop {
            for path in paths {
                for element in self.client.find_all(Locator::XPath(path)).await.unwrap_or_default() {
                    if !element.is_displayed().await.unwrap_or(false) {
                        continue;
                    }
                    match act(element).await {
                        Ok(()) => return,
                        Err(error) if not_yet(&error) => last = error.to_string(),
                        Err(error) => panic!("{error}"),
                    }
                }
            }
            if Instant::now() > until {
                let text = self.text().await;
                self.give_up(&format!("{}: {last}", paths[0]), &text).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    async fn give_up(&self, why: &str, text: &str) -> ! {
        let shot = std::env::temp_dir().join("kinfolio-last-failure.png");
        self.screenshot(&shot).await;
        let address = self.client.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        panic!("{why}\nat {address}\na picture is in {}\nin sight:\n{text}", shot.display());
    }
}

/// As an XPath string, whatever quotes are in it.
fn quoted(words: &str) -> String {
    let parts: Vec<String> = words.split('"').map(|part| format!("\"{part}\"")).collect();
    if parts.len() == 1 { parts[0].clone() } else { format!("concat({})", parts.join(", '\"', ")) }
}

/// Spaces folded, and capitals: a style may have changed both.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn base64_decoded(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).unwrap_or_default()
}
