//! Running a school.

use std::future::Future;
use std::net::SocketAddr;
use std::process::ExitCode;

use kinfolio::at::Clock;
use kinfolio::conference::live::Halls;
use kinfolio::media::{Drawer, MediaStore};
use kinfolio::store::Db;
use kinfolio::together::Rooms;
use kinfolio_app::services::{Everything, Services, Settings};
use tokio::net::TcpListener;

use crate::cli::{DoorArgs, Ended, LogFormat, Place, Run};
use crate::mail::Post;
use crate::router::router;

/// Runs a school until it is told to stop.
pub async fn serve(run: Run) -> Ended {
    start_log(run.door.log_format);
    let listener = TcpListener::bind(run.door.socket()).await?;
    let public_url = public_url(&run.door, &listener)?;
    let services = open(&run.place, public_url, false).await?;
    if let Some(post) = Post::of(&run.mail)? {
        tokio::spawn(post.keep_asking(services.clone()));
    }
    announce(&services);
    run_until(listener, services, told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Opens everything a school needs, making what is not there yet.
pub async fn open(place: &Place, public_url: String, demo: bool) -> Result<Services, Box<dyn std::error::Error>> {
    open_with(place, public_url, demo, Drawer::this_program()?).await
}

/// The same, with another program that draws documents: a test is not the program.
pub async fn open_with(
    place: &Place,
    public_url: String,
    demo: bool,
    drawer: Drawer,
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
    let rooms = Rooms::new(db.clone(), clock.clone());
    let halls = Halls::new(db.clone());
    Ok(Services::new(Everything { db, media, clock, rooms, halls, assets: crate::site::names(), settings }))
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

/// Answers requests until `stop` comes; then lets those under way end, and closes the database.
pub async fn run_until(
    listener: TcpListener,
    services: Services,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (db, rooms) = (services.db.clone(), services.rooms.clone());
    let keeping = tokio::spawn(rooms.clone().keep_on());
    let listening = tokio::spawn(services.halls.clone().listen_on());
    let makers = crate::arrivals::Makers::of(&services);
    let making_ready = tokio::spawn(crate::arrivals::make_ready(services.clone(), makers.clone()));
    let rendering = tokio::spawn(crate::rendering::keep_rendered(services.clone()));
    // With the address of whoever asks, for slowing down guesses.
    let service = router(services).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await?;
    keeping.abort();
    listening.abort();
    making_ready.abort();
    let _ = making_ready.await;
    rendering.abort();
    makers.give_back(&db).await;
    if let Err(error) = rooms.keep_all().await {
        tracing::error!(%error, "what was written last could not be kept");
    }
    db.close().await;
    Ok(())
}

/// Ctrl-C, or the polite signal that service managers send.
pub async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(terminate) => terminate,
            Err(_) => return drop(interrupt.await),
        };
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
    tracing::info!("closing: requests under way may end");
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
