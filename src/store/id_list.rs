//! Many ids as one value of a query: `all!(conn, concat!("… WHERE work.id IN ", ids_in!("$2")), school, Ids::of(&works))`.
//!
//! The two databases unpack arrays in ways of their own. Ids are all of one length, so that a text that holds one behind
//! the other is taken apart by the same words on both.

/// In SQL, in brackets: the ids in the [`Ids`] bound there, as rows.
macro_rules! ids_in {
    ($bind:literal) => {
        concat!(
            "(WITH RECURSIVE listed (place) AS (SELECT 1 WHERE length(",
            $bind,
            ") > 0 UNION ALL SELECT place + 36 FROM listed WHERE place + 36 <= length(",
            $bind,
            ")) SELECT substr(",
            $bind,
            ", place, 36) FROM listed)"
        )
    };
}
pub(crate) use ids_in;

/// Ids for [`ids_in!`], in any order; one that is there twice counts once.
#[derive(Clone, Debug, Default, sqlx::Type)]
#[sqlx(transparent)]
pub(crate) struct Ids(String);

/// The length of an id as it is kept.
const LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

impl Ids {
    /// These.
    pub fn of<'a, I: AsRef<str> + 'a>(ids: impl IntoIterator<Item = &'a I>) -> Self {
        // What has not the shape of an id is the id of nothing.
        Self(ids.into_iter().map(AsRef::as_ref).filter(|id| id.len() == LENGTH && id.is_ascii()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::WorkId;
    use crate::store::{Db, all};

    async fn taken_apart(db: &Db, ids: &[WorkId]) -> Vec<String> {
        let mut conn = db.read().await.expect("a connection");
        let rows: Vec<(String,)> =
            all!(conn, concat!("SELECT * FROM ", ids_in!("$1"), " AS ids"), Ids::of(ids)).expect("rows");
        rows.into_iter().map(|(id,)| id).collect()
    }

    async fn all_come_back(db: Db) {
        for many in [0, 1, 2, 40, 500] {
            let ids: Vec<WorkId> = (0..many).map(|_| WorkId::new()).collect();
            let wanted: Vec<String> = ids.iter().map(ToString::to_string).collect();
            assert_eq!(taken_apart(&db, &ids).await, wanted, "{many}");
        }
    }

    #[tokio::test]
    async fn as_many_ids_come_out_as_went_in_on_sqlite() {
        let folder = tempfile::tempdir().expect("a folder");
        all_come_back(Db::in_file(&folder.path().join("kinfolio.db")).await.expect("a database")).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn as_many_ids_come_out_as_went_in_on_postgres() {
        let database = kinfolio_testkit::postgres::fresh_database().await;
        all_come_back(Db::at_address(database.url()).await.expect("a database")).await;
    }
}
