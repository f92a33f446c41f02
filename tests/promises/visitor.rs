//! Somebody who reads pages and sends forms, as a browser without JavaScript does, and what comes back.

#![allow(dead_code)]

use axum::body::Body;
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use tower::ServiceExt;

use crate::world::World;

/// Somebody with a browser that keeps cookies and runs no JavaScript.
#[derive(Clone)]
pub struct Visitor<'w> {
    world: &'w World,
    cookies: Vec<(String, String)>,
    language: &'static str,
    address: Option<std::net::SocketAddr>,
    expects_trouble: bool,
}

/// A file to send with a form.
pub struct AFile<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

impl<'w> Visitor<'w> {
    /// Somebody whom nobody knows yet.
    pub fn of(world: &'w World) -> Self {
        Self { world, cookies: Vec::new(), language: "en", address: None, expects_trouble: false }
    }
}

impl Visitor<'_> {
    /// The same visitor, with a browser in this language.
    pub fn reading(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// The same visitor, coming from this address.
    pub fn coming_from(mut self, address: &str) -> Self {
        self.address = Some(std::net::SocketAddr::new(address.parse().expect("an address"), 40_000));
        self
    }

    /// What their browser keeps under this name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Has their browser keep this.
    pub fn keep_cookie(&mut self, name: &str, value: &str) {
        self.cookies.retain(|(known, _)| known != name);
        self.cookies.push((name.to_owned(), value.to_owned()));
    }

    /// The same visitor, in a world where something is broken: trouble is an answer like any other.
    pub fn expecting_trouble(mut self) -> Self {
        self.expects_trouble = true;
        self
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    /// Reads with these headers, as players do.
    pub async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Page {
        let request =
            headers.iter().fold(self.request("GET", path), |request, (name, value)| request.header(*name, *value));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = self
            .request("POST", path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.finish()))
            .expect("a request");
        self.send(request).await
    }

    /// Sends a form, and goes where it leads.
    pub async fn post_and_follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields).await;
        match answer.goes_to() {
            Some(place) => self.get(&place).await,
            None => answer,
        }
    }

    /// Sends a form with files.
    pub async fn post_files(&mut self, path: &str, fields: &[(&str, &str)], files: &[AFile<'_>]) -> Page {
        let boundary = "----kinfolio-boundary";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for file in files {
            let head = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                file.field, file.name
            );
            body.extend(head.bytes());
            body.extend(file.bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{boundary}--\r\n").bytes());
        let request = self
            .request("POST", path)
            .header(CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"))
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
    }

    /// Sends bytes, with these headers.
    pub async fn send_bytes(&mut self, method: &str, path: &str, headers: &[(&str, &str)], bytes: &[u8]) -> Page {
        let request =
            headers.iter().fold(self.request(method, path), |request, (name, value)| request.header(*name, *value));
        self.send(request.body(Body::from(bytes.to_vec())).expect("a request")).await
    }

    /// Sends a body of this kind as it comes.
    pub async fn send_body(&mut self, path: &str, kind: &str, body: Body) -> Page {
        let request = self.request("POST", path).header(CONTENT_TYPE, kind).body(body).expect("a request");
        self.send(request).await
    }

    /// Sends a form as another site would.
    pub async fn post_from_elsewhere(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header(HOST, "kinfolio.test")
            .header(ORIGIN, "https://elsewhere.example")
            .header("sec-fetch-site", "cross-site")
            .header(COOKIE, self.cookie_header())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.finish()))
            .expect("a request");
        self.send(request).await
    }

    /// Leaves this visitor without a session, as when it has expired.
    pub fn forget_session(&mut self) {
        self.cookies.clear();
    }

    /// The cookies, as a browser sends them.
    pub fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn request(&self, method: &str, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "kinfolio.test")
            .header(ORIGIN, "http://kinfolio.test")
            .header("sec-fetch-site", "same-origin")
            .header("accept-language", self.language)
            .header(COOKIE, self.cookie_header())
    }

    async fn send(&mut self, mut request: Request<Body>) -> Page {
        if let Some(address) = self.address {
            request.extensions_mut().insert(axum::extract::ConnectInfo(address));
        }
        let path = request.uri().to_string();
        let response = self.world.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let pair = cookie.to_str().expect("a cookie").split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.retain(|(known, _)| known != name);
                if !value.is_empty() {
                    self.cookies.push((name.to_owned(), value.to_owned()));
                }
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        // Marks between texts, that islands' pages have, mean nothing to anybody who reads.
        let text = String::from_utf8_lossy(&bytes).replace("<!>", "");
        let page = Page { path, status: parts.status, headers: parts.headers, bytes, text };
        assert!(
            self.expects_trouble || page.status != StatusCode::INTERNAL_SERVER_ERROR,
            "{} answered with trouble:\n{}",
            page.path,
            page.text
        );
        page
    }
}

/// What came back.
pub struct Page {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub text: String,
}

impl Page {
    /// A header of the answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Where it leads, when it leads on.
    pub fn goes_to(&self) -> Option<String> {
        let place = self.headers.get(LOCATION)?.to_str().ok()?;
        self.status.is_redirection().then(|| place.to_owned())
    }

    /// It is the page that was asked for.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}:\n{}", self.path, self.text);
        self
    }

    /// It has this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}:\n{}", self.path, self.text);
        self
    }

    /// It leads on to a place that begins like this.
    #[track_caller]
    pub fn leads_to(self, place: &str) -> Self {
        let goes_to = self.goes_to();
        assert!(
            goes_to.as_deref().is_some_and(|goes| goes.starts_with(place)),
            "{} leads to {goes_to:?} ({}), not to {place}:\n{}",
            self.path,
            self.status,
            self.text
        );
        self
    }

    /// These words are on it, as text (entities are read as what they stand for).
    #[track_caller]
    pub fn see(self, words: &str) -> Self {
        assert!(self.readable().contains(words), "{words:?} is not on {}:\n{}", self.path, self.text);
        self
    }

    /// These words are not on it.
    #[track_caller]
    pub fn dont_see(self, words: &str) -> Self {
        assert!(!self.readable().contains(words), "{words:?} is on {}:\n{}", self.path, self.text);
        self
    }

    /// This markup is in it, letter by letter.
    #[track_caller]
    pub fn has(self, markup: &str) -> Self {
        assert!(self.text.contains(markup), "{markup:?} is not in {}:\n{}", self.path, self.text);
        self
    }

    /// Its words without markup.
    pub fn words(&self) -> String {
        let parts = self.text.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        readable(&parts.collect::<String>())
    }

    /// This markup is nowhere in it.
    #[track_caller]
    pub fn has_no(self, markup: &str) -> Self {
        assert!(!self.text.contains(markup), "{markup:?} is in {}:\n{}", self.path, self.text);
        self
    }

    /// The value of the first hidden field with this name.
    pub fn hidden(&self, name: &str) -> Option<String> {
        let at = self.text.find(&format!("name=\"{name}\" value=\""))? + format!("name=\"{name}\" value=\"").len();
        let end = self.text[at..].find('"')?;
        Some(readable(&self.text[at..at + end]))
    }

    /// The first address on the page that begins like this.
    pub fn link(&self, beginning: &str) -> Option<String> {
        ["href=\"", "action=\"", "src=\""].iter().find_map(|attribute| {
            let at = self.text.find(&format!("{attribute}{beginning}"))? + attribute.len();
            let end = self.text[at..].find('"')?;
            Some(readable(&self.text[at..at + end]))
        })
    }

    fn readable(&self) -> String {
        readable(&self.text)
    }
}

fn readable(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
