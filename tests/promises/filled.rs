//! Forms as pages show them, filled in as somebody would who answers every question with the first thing that comes to mind.

use crate::things::YEAR;

/// A form on a page.
#[derive(Clone, Debug)]
pub struct AForm {
    pub action: String,
    pub fields: Vec<AField>,
}

/// One of its fields, or a button.
#[derive(Clone, Debug)]
pub struct AField {
    pub kind: String,
    pub name: String,
    pub value: String,
    /// Ticked, or chosen.
    pub is_on: bool,
}

fn readable(html: &str) -> String {
    let quotes = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    quotes.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(readable(&tag[at..at + tag[at..].find('"')?]))
}

fn has(tag: &str, name: &str) -> bool {
    [format!(" {name}="), format!(" {name} "), format!(" {name}>"), format!(" {name}/>")]
        .iter()
        .any(|form| tag.contains(form))
}

/// The forms on a page that are posted.
pub fn forms_on(path: &str, html: &str) -> Vec<AForm> {
    forms_sent(path, html, &["method=\"post\""])
}

/// And those that ask for another one, such as what looks for somebody.
pub fn forms_and_searches_on(path: &str, html: &str) -> Vec<AForm> {
    forms_sent(path, html, &["method=\"post\"", "method=\"get\""])
}

fn forms_sent(path: &str, html: &str, methods: &[&str]) -> Vec<AForm> {
    let mut forms = Vec::new();
    let mut open: Option<AForm> = None;
    let mut list = String::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let tag = format!("{tag}>");
        let name = tag.split([' ', '>', '/']).next().unwrap_or_default();
        if name == "form" && methods.iter().any(|method| tag.contains(method)) {
            let action = attribute(&tag, "action").unwrap_or_else(|| path.to_owned());
            open = Some(AForm { action, fields: Vec::new() });
        }
        if tag.starts_with("/form") {
            forms.extend(open.take());
        }
        let Some(form) = &mut open else { continue };
        let field = attribute(&tag, "name").unwrap_or_default();
        let value = attribute(&tag, "value");
        match name {
            _ if has(&tag, "disabled") => {}
            "input" | "button" => {
                let plain = if name == "button" { "submit" } else { "text" };
                let kind = attribute(&tag, "type").unwrap_or_else(|| plain.to_owned());
                let is_on = has(&tag, "checked");
                form.fields.push(AField { kind, name: field, value: value.unwrap_or_default(), is_on });
            }
            "textarea" => {
                let value = readable(text).trim_start_matches('\n').to_owned();
                form.fields.push(AField { kind: "textarea".into(), name: field, value, is_on: false });
            }
            "select" => list = field,
            "option" => {
                let value = value.unwrap_or_else(|| readable(text));
                let is_on = has(&tag, "selected");
                form.fields.push(AField { kind: "option".into(), name: list.clone(), value, is_on });
            }
            _ => {}
        }
    }
    forms
}

impl AForm {
    /// Whether it asks for a file that it cannot do without.
    pub fn takes_files(&self) -> bool {
        self.fields.iter().any(|field| field.kind == "file" && field.name == "pictures")
    }

    /// What somebody fills in who presses the button with this number. `ticks` says whether they tick what is not ticked.
    pub fn filled(&self, button: usize, ticks: bool) -> Vec<(String, String)> {
        let mut filled: Vec<(String, String)> = Vec::new();
        let is_filled = |filled: &[(String, String)], name: &str| filled.iter().any(|(there, _)| there == name);
        let chosen = |kind: &str, name: &str| {
            self.fields.iter().any(|field| field.kind == kind && field.name == name && field.is_on)
        };
        for field in self.fields.iter().filter(|field| !field.name.is_empty()) {
            let value = match field.kind.as_str() {
                "hidden" => Some(field.value.clone()),
                "checkbox" if field.is_on || (ticks && !chosen("checkbox", &field.name)) => {
                    Some(field.value.clone()).filter(|_| field.is_on || !is_filled(&filled, &field.name))
                }
                kind @ ("radio" | "option") => {
                    let first =
                        !chosen(kind, &field.name) && !field.value.is_empty() && !is_filled(&filled, &field.name);
                    (field.is_on || first).then(|| field.value.clone())
                }
                "checkbox" | "submit" | "button" | "file" | "reset" => None,
                kind => Some(match (kind, field.value.as_str()) {
                    ("number", "") => "10".to_owned(),
                    ("date", "") => format!("{}-03-18", *YEAR),
                    ("time", "") => "15:00".to_owned(),
                    ("email", "") => "rosa@example.org".to_owned(),
                    (_, "") => format!("We say it here: {}", field.name),
                    (_, there) => there.to_owned(),
                }),
            };
            filled.extend(value.map(|value| (field.name.clone(), value)));
        }
        let buttons: Vec<&AField> = self.fields.iter().filter(|field| field.kind == "submit").collect();
        if let Some(button) = buttons.get(button).filter(|button| !button.name.is_empty()) {
            filled.push((button.name.clone(), button.value.clone()));
        }
        filled
    }

    /// How many buttons send it.
    pub fn buttons(&self) -> usize {
        self.fields.iter().filter(|field| field.kind == "submit").count().max(1)
    }
}
