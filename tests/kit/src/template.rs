//! Databases that are made ready once, and copied for every test: bringing the tables up to date takes longer than most
//! tests.

use std::path::{Path, PathBuf};

use tokio::sync::OnceCell;

use crate::postgres::{FreshDatabase, another_like, fresh_database};

/// A PostgreSQL database that the first test makes ready. Nobody may be connected to it while it is copied.
#[derive(Debug, Default)]
pub struct PostgresTemplate(OnceCell<FreshDatabase>);

impl PostgresTemplate {
    /// Nobody has made it yet.
    pub const fn new() -> Self {
        Self(OnceCell::const_new())
    }

    /// A database like it, which is gone when it is dropped. `make` makes the first one ready at its address, and leaves it.
    ///
    /// # Panics
    /// When there is no PostgreSQL; the message says what to install.
    pub async fn copy(&self, make: impl AsyncFnOnce(&str)) -> FreshDatabase {
        let made = self.0.get_or_init(async || {
            let database = fresh_database().await;
            make(database.url()).await;
            database
        });
        another_like(made.await).await
    }
}

/// A SQLite database that the first test makes ready.
#[derive(Debug, Default)]
pub struct FileTemplate(OnceCell<Vec<u8>>);

impl FileTemplate {
    /// Nobody has made it yet.
    pub const fn new() -> Self {
        Self(OnceCell::const_new())
    }

    /// Writes a copy of it there. `make` makes the first one ready in the file it is given, and closes it.
    ///
    /// # Panics
    /// When the disk refuses.
    pub async fn copy_to(&self, file: &Path, make: impl AsyncFnOnce(&Path)) {
        let made = self.0.get_or_init(async || {
            let first = PathBuf::from(format!("{}.first", file.display()));
            make(&first).await;
            let bytes = std::fs::read(&first).expect("it was made");
            std::fs::remove_file(&first).expect("a file of our own can be removed");
            bytes
        });
        std::fs::write(file, made.await).expect("a copy can be written");
    }
}
