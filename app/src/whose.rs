//! Whose words a form sends: those of whoever opened it.

use kinfolio::person::{Viewer, Writer};
use kinfolio::store::StoreError;

use crate::services::Services;

impl Services {
    /// Whoever opened the form with this mark, where that is somebody else than whoever sends it.
    pub(crate) async fn another_writer(&self, mark: &str, sender: &Viewer) -> Result<Option<Writer>, StoreError> {
        match Writer::marked(&self.secrets, mark).filter(|person| *person != sender.person_id) {
            Some(person) => Writer::find(&mut self.db.read().await?, &person).await,
            None => Ok(None),
        }
    }
}
