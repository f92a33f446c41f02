//! The world the promises are tested in: two schools with people who stand to one another in every way there is, and
//! visitors who read pages and send forms like a browser without JavaScript.

#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use kinfolio::at::Clock;
use kinfolio::id::{AdvisoryId, PersonId, SchoolId};
use kinfolio::language::Languages;
use kinfolio::media::{Drawer, MediaStore};
use kinfolio::person::deed::Deed;
use kinfolio::person::{Advisory, Person, Role};
use kinfolio::school::School;
use kinfolio::session;
use kinfolio::store::{Db, PoolLimits};
use kinfolio_app::services::{Everything, Services, Settings};
use kinfolio_testkit::folder::{in_memory, of_this_process};
use kinfolio_testkit::postgres::FreshDatabase;
use kinfolio_testkit::template::{FileTemplate, PostgresTemplate};
use tower::ServiceExt;

/// A test on both databases: `promise!(a_title_is_kept, |world| { … });`
#[macro_export]
macro_rules! promise {
    ($(#[$attr:meta])* $name:ident, |$world:ident| $body:block) => {
        $(#[$attr])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn promise($world: $crate::world::World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                promise($crate::world::World::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                promise($crate::world::World::on_postgres().await).await;
            }
        }
    };
}

/// An installation with two schools in it.
pub struct World {
    pub services: Services,
    pub router: Router,
    pub folder: PathBuf,
    pub school: SchoolId,
    pub people: People,
    /// Where it is PostgreSQL.
    pub database: Option<FreshDatabase>,
}

/// Who is there, by how they stand to `student`.
#[derive(Clone, Debug)]
pub struct People {
    pub lead: Person,
    pub advisor: Person,
    pub student: Person,
    /// Kin of `student`: speaks Spanish.
    pub family: Person,
    /// In the same advisory as `student`.
    pub classmate: Person,
    pub classmates_family: Person,
    pub other_advisor: Person,
    pub other_student: Person,
    pub other_school_lead: Person,
    pub other_school_advisor: Person,
    pub other_school_student: Person,
    pub other_school_family: Person,
}

impl World {
    /// An installation with two schools, on SQLite.
    pub async fn on_sqlite() -> Self {
        Self::on_sqlite_within(PoolLimits::FILE).await
    }

    /// An installation with two schools, on PostgreSQL.
    pub async fn on_postgres() -> Self {
        Self::on_postgres_within(PoolLimits::SERVER).await
    }

    /// An installation with two schools, on SQLite, within these limits.
    pub async fn on_sqlite_within(limits: PoolLimits) -> Self {
        let (db, folder) = in_file(limits).await;
        Self::made(db, folder, None).await
    }

    /// An installation with two schools, on PostgreSQL, within these limits.
    pub async fn on_postgres_within(limits: PoolLimits) -> Self {
        let (db, database) = on_a_server(limits).await;
        Self::made(db, folder(), Some(database)).await
    }

    /// An installation with nothing in it yet.
    pub async fn empty() -> Self {
        let (db, folder) = in_file(PoolLimits::FILE).await;
        Self::with_nobody(db, folder, None)
    }

    /// An installation with nothing in it yet, on PostgreSQL.
    pub async fn empty_on_postgres() -> Self {
        let (db, database) = on_a_server(PoolLimits::SERVER).await;
        Self::with_nobody(db, folder(), Some(database))
    }

    fn with_nobody(db: Db, folder: PathBuf, database: Option<FreshDatabase>) -> Self {
        let nobody = Person {
            id: PersonId::new(),
            school_id: SchoolId::new(),
            role: Role::Lead,
            name: String::new(),
            called: None,
            username: None,
            languages: Languages::default(),
        };
        let people = People::all(&nobody);
        let services = services(db, &folder);
        let router = kinfolio_server::router::router(services.clone());
        Self { services, router, folder, school: SchoolId::new(), people, database }
    }

    async fn made(db: Db, folder: PathBuf, database: Option<FreshDatabase>) -> Self {
        let services = services(db, &folder);
        let (school, people) = populate(&services).await;
        let router = kinfolio_server::router::router(services.clone());
        Self { services, router, folder, school, people, database }
    }

    /// How many rows each table has.
    pub async fn rows(&self) -> std::collections::BTreeMap<String, i64> {
        match &self.database {
            Some(database) => kinfolio_testkit::rows::of_postgres(database.url()).await,
            None => kinfolio_testkit::rows::of_sqlite(&self.folder.join("kinfolio.db")).await,
        }
    }

    /// A visitor whom nobody knows.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor { world: self, cookies: Vec::new(), language: "en", address: None, expects_trouble: false }
    }

    /// A visitor who is signed in as this person.
    pub async fn as_(&self, person: &Person) -> Visitor<'_> {
        let mut tx = self.services.db.write().await.expect("a transaction");
        let token = session::start(&mut tx, &person.school_id, &person.id, None, self.services.clock.now())
            .await
            .expect("a session");
        tx.commit().await.expect("kept");
        let mut visitor = self.visitor();
        visitor.cookies.push((self.services.settings.cookie().to_owned(), token));
        visitor
    }

    /// The student, signed in.
    pub async fn student(&self) -> Visitor<'_> {
        self.as_(&self.people.student).await
    }

    /// The student's family member, signed in.
    pub async fn family(&self) -> Visitor<'_> {
        self.as_(&self.people.family).await
    }

    /// The student's advisor, signed in.
    pub async fn advisor(&self) -> Visitor<'_> {
        self.as_(&self.people.advisor).await
    }

    /// The school lead, signed in.
    pub async fn lead(&self) -> Visitor<'_> {
        self.as_(&self.people.lead).await
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A database with its tables, in a folder of its own.
async fn in_file(limits: PoolLimits) -> (Db, PathBuf) {
    static WITH_TABLES: FileTemplate = FileTemplate::new();
    let folder = folder();
    let file = folder.join("kinfolio.db");
    WITH_TABLES
        .copy_to(&file, async |file: &Path| Db::in_file(file).await.expect("a new database").close().await)
        .await;
    (Db::in_file_within(&file, limits).await.expect("a database"), folder)
}

/// A database with its tables, on the tests' server.
async fn on_a_server(limits: PoolLimits) -> (Db, FreshDatabase) {
    static WITH_TABLES: PostgresTemplate = PostgresTemplate::new();
    let made = async |url: &str| Db::at_address(url).await.expect("a new database").close().await;
    let database = WITH_TABLES.copy(made).await;
    (Db::at_address_within(database.url(), limits).await.expect("a database"), database)
}

/// A folder of one world's own, beside those of the others.
fn folder() -> PathBuf {
    static ALL: LazyLock<PathBuf> = LazyLock::new(|| of_this_process(in_memory(), "kinfolio-promises-"));
    let folder = ALL.join(kinfolio::secret::token());
    std::fs::create_dir_all(folder.join("waiting")).expect("a folder");
    folder
}

/// A store in a folder, with the program that draws documents for the tests, or with the one that is named: `kinfolio`.
pub fn media_in(folder: &Path) -> MediaStore {
    let Some(ours) = option_env!("CARGO_BIN_EXE_draw-document") else { panic!("built without the feature `store`") };
    let program = std::env::var_os("KINFOLIO_TEST_DRAWER").map_or_else(|| PathBuf::from(ours), PathBuf::from);
    MediaStore::in_folder(&folder.join("media")).expect("a media store").with_drawer(Drawer::program(program))
}

fn services(db: Db, folder: &Path) -> Services {
    let clock = Clock::default();
    let hub = kinfolio::live::Hub::new(db.clone());
    Services::new(Everything {
        rooms: kinfolio::together::Rooms::new(hub.clone(), clock.clone()),
        halls: kinfolio::conference::live::Halls::new(hub.clone()),
        hub,
        db,
        media: media_in(folder),
        clock,
        secrets: kinfolio::secret::SecretKey::random(),
        assets: kinfolio_server::site::names(),
        settings: Settings {
            public_url: "http://kinfolio.test".into(),
            demo: false,
            waiting_room: folder.join("waiting"),
        },
    })
}

impl People {
    fn all(person: &Person) -> Self {
        let p = || person.clone();
        Self {
            lead: p(),
            advisor: p(),
            student: p(),
            family: p(),
            classmate: p(),
            classmates_family: p(),
            other_advisor: p(),
            other_student: p(),
            other_school_lead: p(),
            other_school_advisor: p(),
            other_school_student: p(),
            other_school_family: p(),
        }
    }
}

async fn populate(services: &Services) -> (SchoolId, People) {
    let now = services.clock.now();
    let mut tx = services.db.write().await.expect("a transaction");
    let mut schools = Vec::new();
    for name in ["Riverbend School", "Hillcrest School"] {
        let school = School {
            id: SchoolId::new(),
            name: name.into(),
            time_zone: "America/New_York".into(),
            languages: Languages::written("en es ar").expect("languages"),
        };
        school.found(&mut tx, now).await.expect("a school");
        schools.push(school.id);
    }
    let mut made = Vec::new();
    for (school, role, name, languages) in [
        (0, Role::Lead, "Denise Okafor", "en"),
        (0, Role::Advisor, "Thomas Byrne", "en"),
        (0, Role::Student, "Marisol Reyes", "en es"),
        (0, Role::Family, "Rosa Reyes", "es"),
        (0, Role::Student, "Amina Diallo", "en fr"),
        (0, Role::Family, "Fatou Diallo", "fr"),
        (0, Role::Advisor, "Grace Lin", "en zh-Hans"),
        (0, Role::Student, "Yusuf Haddad", "en ar"),
        (1, Role::Lead, "Paul Novak", "en"),
        (1, Role::Advisor, "Iris Stone", "en"),
        (1, Role::Student, "Ben Carter", "en"),
        (1, Role::Family, "Ann Carter", "en"),
    ] {
        let person = Person {
            id: PersonId::new(),
            school_id: schools[school].clone(),
            role,
            name: name.into(),
            called: name.split(' ').next().map(str::to_owned),
            username: Some(name.to_lowercase().replace(' ', ".")),
            languages: Languages::written(languages).expect("languages"),
        };
        Deed::Add(person.clone()).carry_out(&mut tx, &person.school_id, now).await.expect("a person");
        made.push(person);
    }
    for (name, members) in [("Room 204", [1, 2, 4].as_slice()), ("Room 207", &[6, 7]), ("North", &[9, 10])] {
        let advisory = Advisory { id: AdvisoryId::new(), name: name.into() };
        let school = &made[members[0]].school_id;
        Deed::Start(advisory.clone()).carry_out(&mut tx, school, now).await.expect("an advisory");
        for member in members {
            let joining = Deed::Join(made[*member].id.clone(), advisory.id.clone());
            joining.carry_out(&mut tx, school, now).await.expect("a member");
        }
    }
    for (student, kin, words) in [(2, 3, "abuela"), (4, 5, "tante"), (10, 11, "mom")] {
        let (student, kin): (&Person, &Person) = (&made[student], &made[kin]);
        let tie = Deed::Tie { student: student.id.clone(), person: kin.id.clone(), words: words.into() };
        tie.carry_out(&mut tx, &student.school_id, now).await.expect("a kinship");
    }
    tx.commit().await.expect("kept");
    let mut made = made.into_iter();
    let mut next = || made.next().expect("as many people as places");
    let people = People {
        lead: next(),
        advisor: next(),
        student: next(),
        family: next(),
        classmate: next(),
        classmates_family: next(),
        other_advisor: next(),
        other_student: next(),
        other_school_lead: next(),
        other_school_advisor: next(),
        other_school_student: next(),
        other_school_family: next(),
    };
    (schools[0].clone(), people)
}

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
