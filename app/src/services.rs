//! What a request needs.

use std::path::PathBuf;
use std::sync::Arc;

use kinfolio::at::Clock;
use kinfolio::media::MediaStore;
use kinfolio::store::Db;
use kinfolio::together::Rooms;

use crate::shell::assets::AssetNames;

/// Everything that outlives a request, handed to every handler.
#[derive(Clone)]
pub struct Services(Arc<Everything>);

/// See [`Services`].
pub struct Everything {
    pub db: Db,
    pub media: MediaStore,
    pub clock: Clock,
    /// Who writes together now.
    pub rooms: Rooms,
    pub assets: AssetNames,
    pub settings: Settings,
}

/// How this installation is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address people type, without a slash at the end: `https://portfolio.example.org`.
    pub public_url: String,
    /// A school anybody may walk through: the sign-in page lists its people.
    pub demo: bool,
    /// Where uploads wait while they arrive.
    pub waiting_room: PathBuf,
}

impl Settings {
    /// Whether people come over HTTPS, so that cookies can be told to.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The session cookie's name; `__Host-` binds it to this host, and browsers take it over HTTPS only.
    pub fn cookie(&self) -> &'static str {
        if self.is_secure() { "__Host-kinfolio" } else { "kinfolio" }
    }
}

impl Services {
    /// Services made of these.
    pub fn new(everything: Everything) -> Self {
        Self(Arc::new(everything))
    }
}

impl std::ops::Deref for Services {
    type Target = Everything;
    fn deref(&self) -> &Everything {
        &self.0
    }
}
