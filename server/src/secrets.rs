//! Where the installation's secret key comes from.

use kinfolio::at::At;
use kinfolio::secret::SecretKey;
use kinfolio::store::{Conn, Db, StoreError};
use kinfolio::{grant, person};

use crate::cli::{DataPlace, SecretArgs};

/// The key that is given; else the one in the folder, which is made at the first start.
///
/// # Errors
/// When it is too short, or its file can be neither read nor made. The error names where it was looked for.
pub fn key(place: &DataPlace, args: &SecretArgs) -> Result<SecretKey, Box<dyn std::error::Error>> {
    if let Some(key) = args.secret_key.as_deref().filter(|key| !key.is_empty()) {
        return SecretKey::given(key).map_err(|error| format!("KINFOLIO_SECRET_KEY: {error}").into());
    }
    if let Some(path) = &args.secret_key_file {
        let text =
            std::fs::read_to_string(path).map_err(|error| format!("the secret key in {}: {error}", path.display()))?;
        return SecretKey::given(&text).map_err(|error| format!("{}: {error}", path.display()).into());
    }
    let path = place.data.join("key");
    SecretKey::in_file(&path).map_err(|error| format!("the secret key in {}: {error}", path.display()).into())
}

/// Brings what an earlier version kept up to what this one expects: codes under the key, usernames in one form. Nothing is
/// done a second time.
///
/// # Errors
/// When the database has trouble.
pub async fn bring_up_to_date(db: &Db, key: &SecretKey, now: At) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    grant::put_under_key(&mut tx, key).await?;
    person::code::put_under_key(&mut tx, key).await?;
    tx.commit().await?;
    let (changed, left) = person::credentials::tidy_usernames(db).await?;
    person::listing::tidy_find_as(db).await?;
    if changed + left > 0 {
        tracing::info!(changed, left, "usernames with unseen characters or taken-apart letters were put right");
    }
    let lost = lost_codes(&mut db.read().await?, key, now).await?;
    if lost > 0 {
        tracing::warn!(lost, "codes on paper were made with another secret key and open nothing; new ones can be made");
    }
    Ok(())
}

/// How many codes on paper open nothing, since they were made with another key.
///
/// # Errors
/// When the database has trouble.
pub async fn lost_codes(conn: &mut Conn, key: &SecretKey, now: At) -> Result<i64, StoreError> {
    Ok(grant::under_another_key(conn, key, now).await? + person::code::under_another_key(conn, key, now).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_given_comes_before_the_file_and_a_short_one_is_said_so() {
        let folder = std::env::temp_dir().join(format!("kinfolio-secrets-{}", kinfolio::secret::token()));
        let place = DataPlace { data: folder.clone(), database: None };
        let given = |key: &str| SecretArgs { secret_key: Some(key.to_owned()), secret_key_file: None };
        let long = "0123456789abcdef0123456789abcdef";
        assert_eq!(key(&place, &given(long)).unwrap().id(), key(&place, &given(&format!(" {long}\n"))).unwrap().id());
        assert!(!folder.exists(), "no file is made beside a key that is given");
        let short = key(&place, &given("short")).unwrap_err().to_string();
        assert!(short.contains("KINFOLIO_SECRET_KEY") && short.contains("32"), "{short}");
        let own = key(&place, &SecretArgs::default()).unwrap();
        assert_eq!(key(&place, &SecretArgs::default()).unwrap().id(), own.id(), "it is the same at every start");
        let file = SecretArgs { secret_key: None, secret_key_file: Some(folder.join("nowhere")) };
        assert!(key(&place, &file).unwrap_err().to_string().contains("nowhere"));
        let _ = std::fs::remove_dir_all(folder);
    }
}
