//! Running a school.

use std::future::Future;
use std::net::SocketAddr;
use std::process::ExitCode;

use kinfolio::at::Clock;
use kinfolio::conference::live::Halls;
use kinfolio::media::{MediaError, MediaStore};
use kinfolio::store::{Db, StoreError};
use kinfolio::together::Rooms;
use kinfolio_app::services::{Everything, Services, Settings};
use tokio::net::TcpListener;

use crate::cli::{DoorArgs, Ended, LogFormat, Place, Run};
use crate::folder::{self, FolderError};
use crate::mail::{MailError, Post};
use crate::router::router;

/// Runs a school until it is told to stop.
pub async fn serve(run: Run) -> Ended {
    start_log(run.door.log_format)?;
    let listener = listen(run.door.socket(), "--listen (KINFOLIO_LISTEN)", "--port (KINFOLIO_PORT)").await?;
    let figures = match run.metrics {
        Some(socket) => Some(listen(socket, "--metrics (KINFOLIO_METRICS)", "--metrics (KINFOLIO_METRICS)").await?),
        None => None,
    };
    let public_url = public_url(&run.door, &listener)?;
    let post = Post::of(&run.mail).map_err(StartError::Mail)?;
    let services = open(&run.place, public_url, false).await?;
    if let Some(listener) = figures {
        tokio::spawn(crate::metrics::serve(listener, services.clone()));
    }
    if let Some(post) = post {
        tokio::spawn(post.keep_asking(services.clone()));
    }
    announce(&services);
    run_until(listener, services, told_to_stop()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Listens at a socket; says which flag chooses another one when that can't be.
pub async fn listen(socket: SocketAddr, address_flag: &str, port_flag: &str) -> Result<TcpListener, StartError> {
    TcpListener::bind(socket).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => StartError::PortTaken { socket, flag: port_flag.to_owned() },
        _ => StartError::Deaf { socket, error, address_flag: address_flag.to_owned(), port_flag: port_flag.to_owned() },
    })
}

/// Why a school could not be opened, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another program listens there.
    #[error("{socket} is taken: another program listens there. Choose another port with {flag}.")]
    PortTaken { socket: SocketAddr, flag: String },
    /// It can't be listened there.
    #[error(
        "{socket} can't be listened at: {error}. The address is chosen with {address_flag}, the port with {port_flag}."
    )]
    Deaf { socket: SocketAddr, error: std::io::Error, address_flag: String, port_flag: String },
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The database can't be reached, or not be brought up to date.
    #[error("{place} can't be opened: {error}. The database is chosen with {flag}.")]
    Database { place: String, error: StoreError, flag: &'static str },
    /// The folder of media can't be used.
    #[error("the folder {place} can't be used: {error}. The folder is chosen with --data (KINFOLIO_DATA).")]
    Media { place: String, error: MediaError },
    /// What was given is no mail server, or no address.
    #[error("mail can't be sent: {0}. It is set with --smtp (KINFOLIO_SMTP) and --mail-from (KINFOLIO_MAIL_FROM).")]
    Mail(MailError),
    /// What was given is no address that people could type.
    #[error("--public-url (KINFOLIO_PUBLIC_URL) is {0:?}, which is no address: it begins with https:// or http://.")]
    PublicUrl(String),
    /// What was given chooses nothing to write in the log.
    #[error("KINFOLIO_LOG is {words:?}, which chooses nothing to log: {error}. An example: info,kinfolio=debug.")]
    Log { words: String, error: String },
}

/// Opens everything a school needs, making what is not there yet. The folder is held for as long as the services last: with
/// the database in it by this program alone, with PostgreSQL together with other servers.
pub async fn open(place: &Place, public_url: String, demo: bool) -> Result<Services, StartError> {
    if place.data.exists() {
        folder::warn_of_others(&place.data);
    } else {
        folder::make(&place.data)?;
    }
    let alone = if place.database.is_none() { Some(folder::alone(&place.data)?) } else { None };
    let (waiting_room, waiting) = folder::waiting_room(&place.data)?;
    let db = database(place).await?;
    let media = place.data.join("media");
    folder::make_inside(&media)?;
    let media = MediaStore::in_folder(&media)
        .map_err(|error| StartError::Media { place: media.display().to_string(), error })?;
    let settings = Settings { public_url, demo, waiting_room };
    let clock = Clock::default();
    let rooms = Rooms::new(db.clone(), clock.clone());
    let halls = Halls::new(db.clone());
    let services = Services::new(Everything { db, media, clock, rooms, halls, assets: crate::site::names(), settings });
    services.keep((alone, waiting));
    Ok(services)
}

/// The school's database: the one that is named, or the file in the folder.
async fn database(place: &Place) -> Result<Db, StartError> {
    let name = place.database_name();
    let (opened, flag) = match &place.database {
        Some(address) => {
            tracing::info!("opening {name}");
            (Db::at_address(address).await, "--database (KINFOLIO_DATABASE)")
        }
        None => {
            let file = place.data.join("kinfolio.db");
            folder::make_file(&file)?;
            // Their own modes follow the database's; these are from before.
            for ending in ["-wal", "-shm"] {
                folder::close_to_others(&place.data.join(format!("kinfolio.db{ending}")), 0o600);
            }
            (Db::in_file(&file).await, "--data (KINFOLIO_DATA)")
        }
    };
    opened.map_err(|error| StartError::Database { place: name, error, flag })
}

/// The address people type: the one that was given, or the socket's own.
pub fn public_url(door: &DoorArgs, listener: &TcpListener) -> Result<String, Box<dyn std::error::Error>> {
    let Some(url) = door.public_url.as_deref() else { return Ok(format!("http://{}", listener.local_addr()?)) };
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if host.is_none_or(|host| host.trim_end_matches('/').is_empty()) {
        return Err(StartError::PublicUrl(url.to_owned()).into());
    }
    Ok(url.trim_end_matches('/').to_owned())
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
    let making_ready = tokio::spawn(crate::arrivals::make_ready(services.clone()));
    // With the address of whoever asks, for slowing down guesses.
    let service = router(services).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await?;
    keeping.abort();
    listening.abort();
    making_ready.abort();
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
pub fn start_log(format: LogFormat) -> Result<(), StartError> {
    let filter = match std::env::var("KINFOLIO_LOG") {
        Ok(words) => words.parse().map_err(|error: tracing_subscriber::filter::ParseError| StartError::Log {
            words: words.clone(),
            error: error.to_string(),
        })?,
        Err(_) => tracing_subscriber::EnvFilter::new("info,sqlx=warn"),
    };
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    Ok(())
}
