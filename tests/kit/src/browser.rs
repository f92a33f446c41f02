//! A real Chromium, used the way a person uses it: by the words on the page.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

pub use crate::look::Look;
use crate::webdriver::{Chromium, PROFILE, capabilities, driver, end_session, not_yet};

/// How long the browser waits for something to be there.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// A browser with one page open.
pub struct Browser {
    pub(crate) client: Client,
    pub(crate) look: Look,
    home: String,
    profile: PathBuf,
    /// Until it is closed.
    session: Option<String>,
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
        let profile = std::env::temp_dir().join(format!("{PROFILE}{}-{number}", std::process::id()));
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities(look.language, &profile))
            .connect(driver().await)
            .await
            .expect("a browser opens");
        let session = client.session_id().await.expect("a browser has a session");
        let browser = Self { client, look, home: home.to_owned(), profile, session };
        browser.resize(look.width, look.height).await;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "features": look.media() })).await;
        if !look.javascript {
            browser.scripts(false).await;
        }
        browser
    }

    /// Lets the scripts of pages run, or not.
    pub(crate) async fn scripts(&self, run: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !run })).await;
    }

    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Value {
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

    /// Slows what is sent down to so many bytes a second, as a phone far from its mast is.
    pub async fn slow_down(&self, bytes: u32) {
        let conditions = json!({ "offline": false, "latency": 5, "downloadThroughput": -1, "uploadThroughput": bytes });
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// Goes to a path, or to a whole address.
    pub async fn goto(&self, path: &str) {
        let address = if path.starts_with('/') { format!("{}{path}", self.home) } else { path.to_owned() };
        self.client.goto(&address).await.expect("the page loads");
    }

    /// Goes to a path, and says whether anything came from there: without a network nothing does.
    pub async fn goes(&self, path: &str) -> bool {
        self.client.goto(&format!("{}{path}", self.home)).await.is_ok()
    }

    /// Clicks what says these words: a link, a button, a summary, a label.
    pub async fn click(&self, words: &str) {
        let words = quoted(words);
        let clickable = "self::a or self::button or self::summary or self::label or @role='button'";
        // Names inside labels are set apart by marks that nobody sees.
        let label = "translate(@aria-label, '\u{2068}\u{2069}', '')";
        let named = format!("{label}={words} or @title={words} or .//img/@alt={words}");
        let exact = format!(
            "//*[{clickable}][normalize-space(.)={words} or {named}] | //input[@value={words}][@type='submit' or @type='button']"
        );
        let within = format!("//*[{clickable}][contains(normalize-space(.), {words})]");
        self.act(&[exact, within], |element| Box::pin(async move { element.click().await })).await;
    }

    /// Types into the field with this label, in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) {
        let text = text.to_owned();
        let fields = fields(label);
        self.act(&fields, move |element| {
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
        let fields = fields(label);
        let element = self.found(&fields).await;
        let script =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
        let element = serde_json::to_value(&element).expect("an element can be named");
        self.client.execute(script, vec![element, json!(value)]).await.expect("the value is set");
    }

    /// Chooses in the list with this label.
    pub async fn choose(&self, label: &str, words: &str) {
        let fields = fields(label);
        let words = words.to_owned();
        self.act(&fields, move |element| {
            let words = words.clone();
            Box::pin(async move { element.select_by_label(&words).await })
        })
        .await;
    }

    /// Ticks the box, or takes the choice, with this label; once it is ticked nothing happens.
    pub async fn tick(&self, label: &str) {
        let element = self.found(&fields(label)).await;
        if element.is_selected().await.expect("it can be ticked") {
            return;
        }
        if element.is_displayed().await.unwrap_or(false) {
            element.click().await.expect("it lets itself be ticked");
        } else {
            // Drawn by its label.
            self.click(label).await;
        }
    }

    /// What is in the field with this label.
    pub async fn value(&self, label: &str) -> String {
        self.found(&fields(label)).await.prop("value").await.expect("a field has a value").unwrap_or_default()
    }

    /// Hands a file to the field with this label.
    pub async fn attach(&self, label: &str, file: &Path) {
        let path = file.display().to_string();
        let fields = fields(label);
        let element = self.found(&fields).await;
        element.send_keys(&path).await.expect("the file is taken");
    }

    /// Presses a key on whatever has the focus: "ArrowRight", "Enter", "a", "Shift+Tab".
    pub async fn press(&self, keys: &str) {
        let keys: Vec<char> = if keys == "+" { vec!['+'] } else { keys.split('+').map(key).collect() };
        let downs = keys.iter().map(|&value| KeyAction::Down { value });
        let ups = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let typing = downs.chain(ups).fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.client.perform_actions(typing).await.expect("the keys are pressed");
    }

    /// Puts a word together as an input method does: these letters stand in the field until it is done, in place of those
    /// that stood there for it before.
    pub async fn compose(&self, letters: &str) {
        let end = letters.encode_utf16().count();
        let letters = json!({ "text": letters, "selectionStart": end, "selectionEnd": end });
        self.devtools("Input.imeSetComposition", letters).await;
    }

    /// Ends putting a word together: this is it.
    pub async fn composed(&self, word: &str) {
        self.devtools("Input.insertText", json!({ "text": word })).await;
    }

    /// Takes the first element like this and puts it down just beneath the middle of the first like that.
    pub async fn drag(&self, from: &str, to: &str) {
        let from = self.client.find(Locator::Css(from)).await.expect("what is dragged");
        let to = self.client.find(Locator::Css(to)).await.expect("where it goes");
        let duration = Some(Duration::from_millis(120));
        let move_to = |element: Element, y| PointerAction::MoveToElement { element, duration, x: 0.0, y };
        let drag = MouseActions::new("mouse".to_owned())
            .then(move_to(from, 0.0))
            .then(PointerAction::Down { button: 0 })
            .then(move_to(to, 4.0))
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(drag).await.expect("it is dragged");
    }

    /// The path of the page.
    pub async fn path(&self) -> String {
        self.client.current_url().await.expect("a page has an address").path().to_owned()
    }

    /// The first address on the page that begins like this, and leads to another page than this one read aloud.
    pub async fn link(&self, beginning: &str) -> Option<String> {
        let element = self.client.find(Locator::Css(&format!("[href^='{beginning}']:not(.listen *)"))).await.ok()?;
        element.attr("href").await.ok()?
    }

    /// Runs a script and gives what it returns. One that fails is tried again for a while: what it looks for may stand on
    /// a page that is still on its way.
    pub async fn run(&self, script: &str) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.client.execute(script, Vec::new()).await {
                Ok(answer) => return answer,
                Err(error) if Instant::now() > until => panic!("the script runs: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(40)).await,
            }
        }
    }

    /// Closes the browser.
    pub async fn close(mut self) {
        self.session = None;
        let _ = self.client.clone().close().await;
        let _ = std::fs::remove_dir_all(&self.profile);
    }

    async fn found(&self, paths: &[String]) -> Element {
        let until = Instant::now() + PATIENCE;
        loop {
            for path in paths {
                if let Ok(element) = self.client.find(Locator::XPath(path)).await {
                    return element;
                }
            }
            if Instant::now() > until {
                self.give_up(&format!("nothing on the page is {}", paths[0])).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Does something with the first element in sight that one of the paths names, once it lets itself be used.
    async fn act<F>(&self, paths: &[String], act: F)
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
                self.give_up(&format!("{}: {last}", paths[0])).await;
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }
}

impl Drop for Browser {
    /// A test that fails does not come as far as closing it.
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            end_session(&session);
            let _ = std::fs::remove_dir_all(&self.profile);
        }
    }
}

/// The fields with this label, as XPaths: first those whose label is just these words, then those whose label has them
/// in it.
fn fields(label: &str) -> [String; 2] {
    let words = quoted(label);
    let says = |on_label: String, on_field: String| {
        format!(
            "//*[(self::input or self::textarea or self::select)][not(@type='hidden')]\
             [@id = //label[{on_label}]/@for or ancestor::label[{on_label}] or {on_field}]"
        )
    };
    [
        says(format!("normalize-space(.)={words}"), format!("@aria-label={words}")),
        says(format!("contains(normalize-space(.), {words})"), format!("contains(@aria-label, {words})")),
    ]
}

/// What WebDriver calls a key.
fn key(name: &str) -> char {
    let special = match name {
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("no key is called {name:?}"),
            };
        }
    };
    char::from(special)
}

/// As an XPath string, whatever quotes are in it.
fn quoted(words: &str) -> String {
    let parts: Vec<String> = words.split('"').map(|part| format!("\"{part}\"")).collect();
    if parts.len() == 1 { parts[0].clone() } else { format!("concat({})", parts.join(", '\"', ")) }
}
