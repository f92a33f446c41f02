//! The world the promises are tested in: two schools with people who stand to one another in every way there is, and
//! visitors who read pages and send forms like a browser without JavaScript.

#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::SystemTime;

use axum::Router;
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
use kinfolio_testkit::pages::is_chosen;
use kinfolio_testkit::postgres::FreshDatabase;
use kinfolio_testkit::template::{FileTemplate, PostgresTemplate};

pub use crate::visitor::{AFile, Page, Visitor};

/// A test on both databases: `promise!(a_title_is_kept, |world| { … });` On PostgreSQL see [`is_tried_on_postgres`].
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
                if !$crate::world::is_tried_on_postgres(module_path!()) {
                    eprintln!("not tried on PostgreSQL today");
                    return;
                }
                promise($crate::world::World::on_postgres().await).await;
            }
        }
    };
}

/// Whether a promise is tried on PostgreSQL in this run: one of three is, others every day, for a whole run has to end while
/// somebody waits for it. All are with `KINFOLIO_PROMISES=all` (`make bench` does), and where some are asked for by name.
/// `KINFOLIO_SEED` chooses others.
pub fn is_tried_on_postgres(name: &str) -> bool {
    const ONE_OF: u64 = 3;
    const A_DAY: u64 = 24 * 60 * 60;
    let set = |name: &str| std::env::var(name).ok();
    let is_named = std::env::args().skip(1).any(|word| !word.starts_with('-'));
    let today = || SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs() / A_DAY);
    let seed = set("KINFOLIO_SEED").and_then(|seed| seed.parse().ok()).unwrap_or_else(today);
    is_named || set("KINFOLIO_PROMISES").as_deref() == Some("all") || is_chosen(name, seed, ONE_OF)
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

    /// What each table holds, row by row, but for these columns.
    pub async fn contents(&self, but: &[&str]) -> std::collections::BTreeMap<String, Vec<String>> {
        match &self.database {
            Some(database) => kinfolio_testkit::rows::contents_of_postgres(database.url(), but).await,
            None => kinfolio_testkit::rows::contents_of_sqlite(&self.folder.join("kinfolio.db"), but).await,
        }
    }

    /// A visitor whom nobody knows.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::of(self)
    }

    /// A visitor who is signed in as this person.
    pub async fn as_(&self, person: &Person) -> Visitor<'_> {
        let mut tx = self.services.db.write().await.expect("a transaction");
        let token = session::start(&mut tx, &person.school_id, &person.id, None, self.services.clock.now())
            .await
            .expect("a session");
        tx.commit().await.expect("kept");
        let mut visitor = self.visitor();
        visitor.keep_cookie(self.services.settings.cookie(), &token);
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
            mails: true,
            translator: None,
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
