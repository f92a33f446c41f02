//! The program looks after itself: it never waits for itself, says whether it is ready, and changes nothing when it looks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use http::StatusCode;
use kinfolio::person::{Person, Role, Student};
use kinfolio::policy::{Relation, Standing};
use kinfolio::store::PoolLimits;
use kinfolio_server::check;
use kinfolio_server::cli::{DataPlace, SecretArgs};
use kinfolio_server::router::{Requires, routes};
use kinfolio_server::serve;

use crate::promise;
use crate::things::one_of_everything;
use crate::world::World;

/// One connection, and little patience: whoever holds it and asks for another waits for themself, and fails.
const ONE: PoolLimits =
    PoolLimits { connections: 1, to_read: Duration::from_secs(3), to_write: Duration::from_secs(3) };

async fn nothing_waits_for_a_second_connection(world: World) {
    let things = one_of_everything(&world).await;
    let people = &world.people;
    let mut failed = Vec::new();
    for door in routes() {
        let mut path = door.path.to_owned();
        for (name, id) in &things {
            path = path.replace(&format!("{{{name}}}"), id);
        }
        if path.ends_with("/statement/new") {
            path.push_str("?section=values");
        }
        for person in [&people.student, &people.family, &people.advisor, &people.lead] {
            let mut visitor = world.as_(person).await;
            // A visit is noted anew after a while, so that every page of a family member has one to note.
            world.services.clock.move_on(40 * 60 * 1000);
            for (posts, asks) in [(false, door.reading), (true, door.posting)] {
                let Some(_) = asks.filter(|asks| *asks != Requires::Nothing || !posts) else { continue };
                let began = Instant::now();
                let answer = if posts { visitor.post(&path, &[]).await } else { visitor.get(&path).await };
                // Whoever waited for themself and went on without what they waited for took as long as that.
                if answer.status.is_server_error() || began.elapsed() >= ONE.to_read {
                    failed.push(format!("{} gets {} from {path}, posting {posts}", person.name, answer.status));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
    a_visit_shows_at_once(world).await;
}

mod with_one_connection {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite() {
        nothing_waits_for_a_second_connection(World::on_sqlite_within(ONE).await).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn postgres() {
        nothing_waits_for_a_second_connection(World::on_postgres_within(ONE).await).await;
    }
}

promise!(a_visit_shows_at_once_to_the_students_next_read, |world| {
    a_visit_shows_at_once(world).await;
});

async fn a_visit_shows_at_once(world: World) {
    let path = format!("/student/{}", world.people.student.id);
    for _ in 0..3 {
        world.services.clock.move_on(61 * 60 * 1000);
        let visits = visits(&world).await;
        world.family().await.get(&path).await.ok();
        assert_eq!(self::visits(&world).await, visits + 1);
    }
}

/// How many visits the student would be shown.
async fn visits(world: &World) -> usize {
    world.services.settled().await;
    let Person { id, school_id, name, languages, .. } = world.people.student.clone();
    let standing = Standing::new(Role::Student, Relation::Own);
    let looked_at_by = id.clone();
    let student = Student { id, school_id, name, called: None, languages, standing, looked_at_by, last_visit_at: None };
    let mut conn = world.services.db.read().await.expect("a connection");
    kinfolio::grant::visits_of(&mut conn, &student, 100).await.expect("visits").len()
}

promise!(ready_says_so_and_says_what_is_missing_within_two_seconds, |world| {
    assert_eq!(world.visitor().get("/readyz").await.status, StatusCode::OK);
    // An answer holds for a second: another program would not know of it.
    let mut world = world;
    world.router = kinfolio_server::router::router(world.services.clone());
    let mut visitor = world.visitor();
    std::fs::remove_dir_all(world.folder.join("media/arriving")).expect("the media are gone");
    world.services.db.close().await;
    let began = Instant::now();
    let answer = visitor.get("/readyz").await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.text.contains("The database takes no words."), "{}", answer.text);
    assert!(answer.text.contains("The media folder can't be written in."), "{}", answer.text);
    assert_eq!(visitor.get("/healthz").await.status, StatusCode::OK);
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_hangs_is_not_ready_within_two_seconds() {
    let world = World::on_sqlite().await;
    let hanging = world.services.db.write().await.expect("somebody who does not end");
    let began = Instant::now();
    let answer = world.visitor().get("/readyz").await;
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.text.contains("The database does not answer."), "{}", answer.text);
    drop(hanging);
}

promise!(figures_name_addresses_by_their_pattern_only, |world| {
    let path = format!("/student/{}", world.people.student.id);
    world.family().await.get(&path).await.ok();
    let figures = kinfolio_server::metrics::written(&world.services).await;
    for line in [
        "kinfolio_http_requests_total{route=\"/student/{student}\",method=\"GET\",status=\"200\"}",
        "kinfolio_http_request_duration_seconds_bucket{route=\"/student/{student}\",method=\"GET\",le=\"+Inf\"}",
        "kinfolio_open_rooms 0",
        "kinfolio_open_halls 0",
        "kinfolio_waiting_arrivals 0",
        "process_resident_memory_bytes ",
        "kinfolio_database_connections{pool=",
    ] {
        assert!(figures.contains(line), "{line}\n{figures}");
    }
    assert!(!figures.contains(world.people.student.id.as_str()), "an id is no label");
});

/// Every file in a folder, with what is in it.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for entry in std::fs::read_dir(inside).expect("a folder").flatten() {
            if entry.path().is_dir() {
                found.insert(entry.path(), Vec::new());
                folders.push(entry.path());
            } else {
                found.insert(entry.path(), std::fs::read(entry.path()).expect("a file"));
            }
        }
    }
    found
}

/// A school that was left, with files in it: the folder, and a place to look at.
async fn a_school() -> (World, DataPlace) {
    let world = World::on_sqlite().await;
    one_of_everything(&world).await;
    let place = DataPlace { data: world.folder.clone(), database: None };
    (world, place)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looking_changes_nothing_and_says_that_all_is_whole() {
    let (world, place) = a_school().await;
    // While it runs: its log stands beside it.
    let found = check::look(&place, &SecretArgs::default()).await;
    assert_eq!((found.code(), &found.wrong, &found.unseen), (0, &vec![], &vec![]));
    assert!(found.files > 5 && found.unheld.is_empty(), "{found:?}");
    world.services.db.close().await;
    let before = contents(&place.data);
    assert_eq!(check::look(&place, &SecretArgs::default()).await.code(), 0);
    assert!(contents(&place.data) == before, "something was changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_changed_or_nobodys_is_named() {
    let (world, place) = a_school().await;
    world.services.db.close().await;
    let media = contents(&place.data.join("media"));
    let mut files =
        media.keys().filter(|path| path.is_file() && path.parent().is_some_and(|in_| !in_.ends_with("arriving")));
    let (missing, bent) = (files.next().expect("a file"), files.next().expect("another"));
    std::fs::remove_file(missing).expect("it is gone");
    std::fs::write(bent, b"something else").expect("it is bent");
    let nobodys = place.data.join("media/ab/nobodys");
    std::fs::create_dir_all(nobodys.parent().expect("a folder")).expect("a folder");
    std::fs::write(&nobodys, b"left behind").expect("a file");
    let found = check::look(&place, &SecretArgs::default()).await;
    assert_eq!(found.code(), 1);
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    assert!(found.wrong.iter().any(|line| line.contains("missing") && line.contains(&name(missing))), "{found:?}");
    assert!(found.wrong.iter().any(|line| line.contains("changed") && line.contains(&name(bent))), "{found:?}");
    assert_eq!(found.wrong.len(), 2, "{found:?}");
    assert!(found.unheld.len() == 1 && found.unheld[0].contains("nobodys"), "{found:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_database_is_something_wrong() {
    let (world, place) = a_school().await;
    world.services.db.close().await;
    let file = place.data.join("kinfolio.db");
    let mut bytes = std::fs::read(&file).expect("the database");
    let half = bytes.len() / 2;
    bytes[half..].fill(0xA5);
    std::fs::write(&file, bytes).expect("it is damaged");
    let found = check::look(&place, &SecretArgs::default()).await;
    assert_eq!(found.code(), 1, "{found:?}");
    std::fs::write(&file, b"no database at all, but as long as one may be").expect("it is something else");
    assert_eq!(check::look(&place, &SecretArgs::default()).await.code(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_be_looked_at_is_no_damage() {
    let folder = tempfile::tempdir().expect("a folder");
    let nothing = DataPlace { data: folder.path().join("none"), database: None };
    let found = check::look(&nothing, &SecretArgs::default()).await;
    assert_eq!(found.code(), check::COULD_NOT_LOOK, "{found:?}");
    assert!(!nothing.data.exists(), "looking made something");
    let nobody = format!("postgres://kinfolio:secret@127.0.0.1:{}/kinfolio", free_port());
    let found = check::look(&DataPlace { data: nothing.data, database: Some(nobody) }, &SecretArgs::default()).await;
    assert_eq!(found.code(), check::COULD_NOT_LOOK, "{found:?}");
    assert!(!format!("{found:?}").contains("secret"), "{found:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_looked_at_without_making_tables() {
    let database = kinfolio_testkit::postgres::fresh_database().await;
    let folder = tempfile::tempdir().expect("a folder");
    let place = DataPlace { data: folder.path().into(), database: Some(database.url().to_owned()) };
    for _ in 0..2 {
        let found = check::look(&place, &SecretArgs::default()).await;
        assert_eq!(found.code(), check::COULD_NOT_LOOK, "{found:?}");
        assert!(found.unseen[0].contains("no school"), "{found:?}");
    }
    drop(kinfolio::store::Db::at_address(database.url()).await.expect("tables"));
    let found = check::look(&place, &SecretArgs::default()).await;
    assert_eq!((found.code(), found.files), (0, 0), "{found:?}");
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_a_school_is_told_so_and_the_first_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = DataPlace { data: folder.path().join("school"), database: None };
    let first = serve::open(&place, "http://kinfolio.test".into(), false).await.expect("the school opens");
    std::fs::write(first.settings.waiting_room.join("photo"), b"half of it").expect("an upload");
    let Err(error) = serve::open(&place, "http://kinfolio.test".into(), false).await else { panic!("two run on it") };
    let said = error.to_string();
    assert!(said.contains(&place.data.display().to_string()) && said.contains("--data"), "{said}");
    assert!(first.settings.waiting_room.join("photo").exists(), "the first server's upload is gone");
    first.db.close().await;
    drop(first);
    serve::open(&place, "http://kinfolio.test".into(), false).await.expect("the school opens again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_share_a_database_and_a_folder_keep_their_uploads_apart() {
    let database = kinfolio_testkit::postgres::fresh_database().await;
    let folder = tempfile::tempdir().expect("a folder");
    let place = DataPlace { data: folder.path().into(), database: Some(database.url().to_owned()) };
    let open = async || serve::open(&place, "http://kinfolio.test".into(), false).await.expect("the school opens");
    let first = open().await;
    let photo = first.settings.waiting_room.join("photo");
    std::fs::write(&photo, b"half of it").expect("an upload");
    let second = open().await;
    assert!(photo.exists() && first.settings.waiting_room != second.settings.waiting_room);
    drop(first);
    let _third = open().await;
    assert!(!photo.exists(), "nobody waits for it any more");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_school_keeps_nobody_else_on_the_machine_reads() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let place = DataPlace { data: folder.path().join("school"), database: None };
    std::fs::create_dir(&place.data).expect("a folder from before");
    std::fs::write(place.data.join("kinfolio.db"), b"").expect("a database from before");
    std::fs::set_permissions(&place.data, std::fs::Permissions::from_mode(0o700)).expect("the folder");
    let services = serve::open(&place, "http://kinfolio.test".into(), false).await.expect("the school opens");
    services.db.takes_words().await.expect("a write");
    for name in ["kinfolio.db", "kinfolio.db-wal", "kinfolio.db-shm", "kinfolio.lock", "media", "waiting"] {
        let found = std::fs::metadata(place.data.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(found.permissions().mode() & 0o077, 0, "{name} is open to others");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_keeps_it_from_starting_is_named_with_what_to_change_and_soon() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |data: PathBuf, database: Option<String>| DataPlace { data, database };
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let socket = taken.local_addr().expect("its address");
    let said = serve::listen(socket, "--listen", "--port (KINFOLIO_PORT)").await.expect_err("it is taken").to_string();
    assert!(said.contains(&socket.to_string()) && said.contains("KINFOLIO_PORT"), "{said}");

    let file = folder.path().join("a-file");
    std::fs::write(&file, b"no folder").expect("a file");
    let said = failing(&place(file.join("school"), None)).await;
    assert!(said.contains(&file.display().to_string()) && said.contains("KINFOLIO_DATA"), "{said}");

    std::fs::create_dir(folder.path().join("school")).expect("a folder");
    std::fs::write(folder.path().join("school/kinfolio.db"), vec![7; 9_000]).expect("no database");
    let said = failing(&place(folder.path().join("school"), None)).await;
    assert!(said.contains("kinfolio.db") && said.contains("KINFOLIO_DATA"), "{said}");

    let began = Instant::now();
    let nobody = format!("postgres://kinfolio:secret@127.0.0.1:{}/words", free_port());
    let said = failing(&place(folder.path().join("other"), Some(nobody))).await;
    assert!(said.contains("127.0.0.1") && said.contains("words") && said.contains("KINFOLIO_DATABASE"), "{said}");
    assert!(said.to_lowercase().contains("refused") && !said.contains("secret"), "{said}");
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

async fn failing(place: &DataPlace) -> String {
    match serve::open(place, "http://kinfolio.test".into(), false).await {
        Ok(_) => panic!("{place:?} opens"),
        Err(error) => error.to_string(),
    }
}
