//! Running a school.

use std::process::ExitCode;
use std::time::Duration;

use kinfolio::at::Clock;
use kinfolio::conference::live::Halls;
use kinfolio::media::{Drawer, MediaStore};
use kinfolio::secret::SecretKey;
use kinfolio::store::Db;
use kinfolio::together::Rooms;
use kinfolio_app::services::{Everything, Services, Settings};
use tokio::net::TcpListener;

use crate::cli::{DoorArgs, Ended, LogFormat, Place, Run};
use crate::files_open;
use crate::hosts::Hosts;
use crate::listener::{Doorway, Lines};
use crate::mail::Post;
use crate::proxies::Proxies;
use crate::router::router;
use crate::stop::{told_to_stop, within};
use crate::secrets::SecretArgs;

/// Runs a school until it is told to stop.
pub async fn serve(run: Run) -> Ended {
    start_log(run.door.log_format);
    let listener = TcpListener::bind(run.door.socket()).await?;
    let public_url = public_url(&run.door, &listener)?;
    let secrets = crate::secrets::key(&run.place, &run.secrets)?;
    let services = open_with(&run.place, secrets, Drawer::this_program()?, public_url, false).await?;
    if let Some(post) = Post::of(&run.mail)? {
        tokio::spawn(post.keep_asking(services.clone()));
    }
    announce(&services);
    let doorway = doorway(&run.door, &listener, &services)?;
    run_at(listener, services, doorway, told_to_stop()).await;
    Ok(ExitCode::SUCCESS)
}

/// Opens everything a school needs, making what is not there yet; with the secret key in its folder.
pub async fn open(place: &Place, public_url: String, demo: bool) -> Result<Services, Box<dyn std::error::Error>> {
    let secrets = crate::secrets::key(place, &SecretArgs::default())?;
    open_with(place, secrets, Drawer::this_program()?, public_url, demo).await
}

/// The same with a key that was chosen, and another program that draws documents: a test is not the program.
pub async fn open_with(
    place: &Place,
    secrets: SecretKey,
    drawer: Drawer,
    public_url: String,
    demo: bool,
) -> Result<Services, Box<dyn std::error::Error>> {
    let waiting_room = place.data.join("waiting");
    std::fs::create_dir_all(&waiting_room)?;
    // What waited when the program last ended belongs to forms that never came whole.
    for left in std::fs::read_dir(&waiting_room)?.flatten() {
        let _ = std::fs::remove_file(left.path());
    }
    let db = database(place).await?;
    let media = MediaStore::in_folder(&place.data.join("media"))?.with_drawer(drawer);
    let settings = Settings { public_url, demo, waiting_room };
    let clock = Clock::default();
    crate::secrets::bring_up_to_date(&db, &secrets, clock.now()).await?;
    let rooms = Rooms::new(db.clone(), clock.clone());
    let halls = Halls::new(db.clone());
    Ok(Services::new(Everything { db, media, clock, secrets, rooms, halls, assets: crate::site::names(), settings }))
}

/// The school's database: the one that is named, or the file in the folder.
pub async fn database(place: &Place) -> Result<Db, Box<dyn std::error::Error>> {
    Ok(match &place.database {
        Some(address) => Db::at_address(address).await?,
        None => {
            std::fs::create_dir_all(&place.data)?;
            Db::in_file(&place.data.join("kinfolio.db")).await?
        }
    })
}

/// The address people type: the one that was given, or the socket's own.
pub fn public_url(door: &DoorArgs, listener: &TcpListener) -> std::io::Result<String> {
    let own = format!("http://{}", listener.local_addr()?);
    Ok(door.public_url.as_deref().map_or(own, |url| url.trim_end_matches('/').to_owned()))
}

/// Says where it is, on the one line that people look for.
pub fn announce(services: &Services) {
    println!("Kinfolio is open at {}", services.settings.public_url);
}

/// How connections are taken, as it was asked for.
pub fn doorway(door: &DoorArgs, listener: &TcpListener, services: &Services) -> std::io::Result<Doorway> {
    files_open::raise_limit();
    let named = Hosts::at(&services.settings.public_url);
    let also = door.also_at.iter().fold(named, |hosts, name| hosts.and(name));
    let hosts = also.listening_on(listener.local_addr()?, door.public_url.is_some());
    Ok(Doorway::new(hosts, Proxies::new(door.trusted_proxy.clone())))
}

/// Answers requests in the usual way until `stop` comes.
///
/// # Errors
/// When the listener has no address.
pub async fn run_until(
    listener: TcpListener,
    services: Services,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let hosts = Hosts::at(&services.settings.public_url).listening_on(listener.local_addr()?, false);
    run_at(listener, services, Doorway::new(hosts, Proxies::default()), stop).await;
    Ok(())
}

/// How long it may take to keep what rooms hold, and to close the database.
const KEEPING: Duration = Duration::from_secs(3);

/// Answers requests until `stop` comes. Then what rooms hold is kept before anything else, those under way may end, and the
/// database is closed: within twenty seconds, whatever does not want to.
pub async fn run_at(listener: TcpListener, services: Services, doorway: Doorway, stop: impl Future<Output = ()>) {
    let (db, rooms) = (services.db.clone(), services.rooms.clone());
    let keeping = tokio::spawn(rooms.clone().keep_on());
    let listening = tokio::spawn(services.halls.clone().listen_on());
    let makers = crate::arrivals::Makers::of(&services);
    let making_ready = tokio::spawn(crate::arrivals::make_ready(services.clone(), makers.clone()));
    let rendering = tokio::spawn(crate::rendering::keep_rendered(services.clone()));
    let lines = Lines::new(doorway, router(services.clone()));
    lines.take(listener, stop).await;
    keep(&rooms).await;
    lines.close();
    // Their pages come back by themselves.
    services.rooms.close();
    services.halls.close();
    lines.gone().await;
    listening.abort();
    making_ready.abort();
    let _ = making_ready.await;
    rendering.abort();
    within(KEEPING, "giving back what was being made ready", makers.give_back(&db)).await;
    keep(&rooms).await;
    // Whatever is being kept right now has its connection, and closing waits for it.
    within(KEEPING, "the database", db.close()).await;
    keeping.abort();
}

/// Keeps what was written in rooms and is only in memory. Where that takes long it goes on by itself: what is being kept is
/// not thrown away half done.
async fn keep(rooms: &Rooms) {
    let rooms = rooms.clone();
    let keeping = tokio::spawn(async move {
        if let Err(error) = rooms.keep_all().await {
            tracing::error!(%error, "what was written last could not be kept");
        }
    });
    within(KEEPING, "keeping what was written", keeping).await;
}

/// Starts the log, on standard error.
pub fn start_log(format: LogFormat) {
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("KINFOLIO_LOG").unwrap_or_else(|_| "info,sqlx=warn".into());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
}
