//! Running a school.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use kinfolio::at::Clock;
use kinfolio::conference::live::Halls;
use kinfolio::live::Hub;
use kinfolio::media::{Converters, Drawer, MediaError, MediaStore};
use kinfolio::store::{Db, StoreError};
use kinfolio::together::Rooms;
use kinfolio_app::services::{Everything, Services, Settings};
use kinfolio_app::translator::Translator;
use tokio::net::TcpListener;

use crate::cli::{CommandResult, DataPlace, DoorArgs, LogFormat, Run, SecretArgs};
use crate::files_open;
use crate::folder::{self, FolderError};
use crate::hosts::Hosts;
use crate::listener::{Doorway, Lines};
use crate::mail::{MailError, Post};
use crate::proxies::Proxies;
use crate::router::router;
use crate::stop::{told_to_stop, within};
use crate::translation_server::{TranslateError, translator};

/// Runs a school until it is told to stop.
pub async fn serve(run: Run) -> CommandResult {
    start_log(run.door.log_format)?;
    let listener = listen(run.door.socket(), "--listen (KINFOLIO_LISTEN)", "--port (KINFOLIO_PORT)").await?;
    let figures = match run.metrics {
        Some(socket) => Some(listen(socket, "--metrics (KINFOLIO_METRICS)", "--metrics (KINFOLIO_METRICS)").await?),
        None => None,
    };
    let public_url = public_url(&run.door, &listener)?;
    let post = Post::of(&run.mail).map_err(StartError::Mail)?;
    let translator = translator(&run.translate).map_err(StartError::Translator)?;
    let reach = Reach { public_url, mails: post.is_some(), translator };
    let services = open_with(&run.place, &run.secrets, Drawer::this_program()?, reach, false).await?;
    if let Some(listener) = figures {
        tokio::spawn(crate::metrics::serve(listener, services.clone()));
    }
    if let Some(post) = post {
        tokio::spawn(post.keep_sending(services.clone()));
    }
    announce(&services);
    let doorway = doorway(&run.door, &listener, &services)?;
    run_at(listener, services, doorway, told_to_stop()).await;
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
    /// The secret key can't be had.
    #[error("{0}. It is chosen with --secret-key-file (KINFOLIO_SECRET_KEY_FILE) or KINFOLIO_SECRET_KEY.")]
    Key(String),
    /// The program does not find itself, which it needs to draw documents.
    #[error("the program's own file can't be found: {0}")]
    Program(std::io::Error),
    /// What was given is no mail server, or no address.
    #[error("mail can't be sent: {0}. It is set with --smtp (KINFOLIO_SMTP) and --mail-from (KINFOLIO_MAIL_FROM).")]
    Mail(MailError),
    /// What was given is no translation server, or its key can't be read.
    #[error(
        "no drafts can be asked for: {0}. The translation server is set with --translate-url (KINFOLIO_TRANSLATE_URL) and \
         --translate-key-file (KINFOLIO_TRANSLATE_KEY_FILE)."
    )]
    Translator(TranslateError),
    /// What was given is no address that people could type.
    #[error("--public-url (KINFOLIO_PUBLIC_URL) is {0:?}, which is no address: it begins with https:// or http://.")]
    PublicUrl(String),
    /// What was given chooses nothing to write in the log.
    #[error("KINFOLIO_LOG is {words:?}, which chooses nothing to log: {error}. An example: info,kinfolio=debug.")]
    Log { words: String, error: String },
}

/// Opens everything a school needs, making what is not there yet; with the secret key in its folder. The folder is held for as
/// long as the services last: with the database in it by this program alone, with PostgreSQL together with other servers.
pub async fn open(place: &DataPlace, public_url: String, demo: bool) -> Result<Services, StartError> {
    let drawer = Drawer::this_program().map_err(StartError::Program)?;
    open_with(place, &SecretArgs::default(), drawer, Reach { public_url, mails: demo, translator: None }, demo).await
}

/// How a school is reached, and whom it reaches itself.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The address people type.
    pub public_url: String,
    /// Whether mail is sent.
    pub mails: bool,
    /// The translation server, where the school has one.
    pub translator: Option<Translator>,
}

/// The same with a key that was chosen, and another program that draws documents: a test is not the program.
pub async fn open_with(
    place: &DataPlace,
    secrets: &SecretArgs,
    drawer: Drawer,
    reach: Reach,
    demo: bool,
) -> Result<Services, StartError> {
    if place.data.exists() {
        folder::warn_of_others(&place.data);
    } else {
        folder::make(&place.data)?;
    }
    let alone = if place.database.is_none() { Some(folder::alone(&place.data)?) } else { None };
    let (waiting_room, waiting) = folder::waiting_room(&place.data)?;
    let secrets = crate::secrets::key(place, secrets).map_err(|error| StartError::Key(error.to_string()))?;
    let db = database(place).await?;
    let media = place.data.join("media");
    folder::make_inside(&media)?;
    let media = MediaStore::in_folder(&media)
        .map_err(|error| StartError::Media { place: media.display().to_string(), error })?
        .with_drawer(drawer)
        .with_converters(Converters::on_this_machine().await);
    let Reach { public_url, mails, translator } = reach;
    let settings = Settings { public_url, demo, mails, translator, waiting_room };
    let clock = Clock::default();
    crate::secrets::bring_up_to_date(&db, &secrets, clock.now()).await.map_err(|error| StartError::Database {
        place: place.database_name(),
        error,
        flag: place.database_flag(),
    })?;
    let hub = Hub::new(db.clone());
    let (rooms, halls) = (Rooms::new(hub.clone(), clock.clone()), Halls::new(hub.clone()));
    let assets = crate::site::names();
    let services = Services::new(Everything { db, media, clock, secrets, hub, rooms, halls, assets, settings });
    services.keep((alone, waiting));
    Ok(services)
}

/// The school's database: the one that is named, or the file in the folder.
async fn database(place: &DataPlace) -> Result<Db, StartError> {
    let name = place.database_name();
    let opened = match &place.database {
        Some(address) => {
            tracing::info!("opening {name}");
            Db::at_address(address).await
        }
        None => {
            let file = place.data.join("kinfolio.db");
            folder::make_file(&file)?;
            // Their own modes follow the database's; these are from before.
            for ending in ["-wal", "-shm"] {
                folder::close_to_others(&place.data.join(format!("kinfolio.db{ending}")), 0o600);
            }
            Db::in_file(&file).await
        }
    };
    opened.map_err(|error| StartError::Database { place: name, error, flag: place.database_flag() })
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
    let listening = tokio::spawn(services.clone().hear_others());
    let workers = crate::uploads::UploadWorkers::of(&services);
    let making_ready = tokio::spawn(crate::uploads::make_ready(services.clone(), workers.clone()));
    let rendering = tokio::spawn(crate::rendering::keep_rendered(services.clone()));
    let statistics = tokio::spawn(crate::statistics::keep_fresh(db.clone()));
    let lines = Lines::new(doorway, router(services.clone()));
    lines.take(listener, stop).await;
    keep(&rooms).await;
    lines.close();
    // Their pages come back by themselves.
    services.hub.close();
    lines.gone().await;
    listening.abort();
    making_ready.abort();
    let _ = making_ready.await;
    rendering.abort();
    statistics.abort();
    let given_back = async { tokio::join!(workers.give_back(&db), services.settled()) };
    within(KEEPING, "giving back what was being made ready, and noting who came by", given_back).await;
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
