//! Whose words a form sends: those of whoever opened it.

use kinfolio::person::{Opener, Viewer};
use kinfolio::store::StoreError;

use crate::services::Services;

impl Services {
    /// Whoever opened the form with this mark, where that is somebody else than whoever sends it.
    pub(crate) async fn another_writer(&self, mark: &str, sender: &Viewer) -> Result<Option<Opener>, StoreError> {
        match Opener::marked(&self.secrets, mark).filter(|person| *person != sender.person_id) {
            Some(person) => Opener::find(&mut self.db.read().await?, &person).await,
            None => Ok(None),
        }
    }
}
