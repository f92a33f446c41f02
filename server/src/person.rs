//! `kinfolio person …`: what whoever runs the server can do for somebody who is locked out.

use std::process::ExitCode;

use kinfolio::at::Clock;
use kinfolio::person::code::{self, DAYS, Sheet};
use kinfolio::person::credentials::{self, Named};
use kinfolio::store::Db;

use crate::cli::{CodeArgs, CommandResult, DataPlace};
use crate::secrets;

/// Makes a one-time sign-in code, and says it. Its person is told on their next pages. The school may go on running.
pub async fn code(CodeArgs { username, school, place, secrets }: CodeArgs) -> CommandResult {
    let db = open(&place).await?;
    let key = secrets::key(&place, &secrets)?;
    let said = make(&db, &key, &username, school.as_deref()).await;
    db.close().await;
    println!("{}", said?);
    Ok(ExitCode::SUCCESS)
}

async fn open(place: &DataPlace) -> Result<Db, Box<dyn std::error::Error>> {
    let opened = match &place.database {
        Some(address) => Db::at_address(address).await,
        None => {
            let file = place.data.join("kinfolio.db");
            if !file.try_exists()? {
                return Err(format!("There is no school in {}.", place.data.display()).into());
            }
            Db::in_file(&file).await
        }
    };
    opened.map_err(|error| format!("{} can't be opened: {error}", place.database_name()).into())
}

/// Makes the code, and gives what is said of it.
///
/// # Errors
/// When nobody has that username, or more than one person has, or the database has trouble.
pub async fn make(
    db: &Db,
    key: &kinfolio::secret::SecretKey,
    username: &str,
    school: Option<&str>,
) -> Result<String, Box<dyn std::error::Error>> {
    let typed = credentials::username(username).map_err(|_| format!("{username:?} is no username."))?;
    let mut tx = db.write().await?;
    let mut named = credentials::named(&mut tx, &typed).await?;
    named.retain(|named| school.is_none_or(|school| named.school_name == school));
    let Named { person, school_name } = match named.len() {
        0 => return Err(format!("Nobody who can sign in has the username {typed}.").into()),
        1 => named.remove(0),
        _ => {
            let schools: Vec<&str> = named.iter().map(|named| named.school_name.as_str()).collect();
            let schools = schools.join(", ");
            return Err(format!(
                "Several people have the username {typed}. Say of which school, with --school: {schools}"
            )
            .into());
        }
    };
    let sheet = Sheet::named(&Sheet::new_token()).ok_or("no code could be made")?;
    code::make_on_server(&mut tx, key, &person, &sheet, Clock::default().now()).await?;
    tx.commit().await?;
    Ok(format!(
        "{} ({typed}), {school_name}\nCode: {}\nIt works once, for {DAYS} days, at /sign-in/code. A code from before is ended. \
         Once in, {} reads that it was made.",
        person.name,
        sheet.code_for(&person.id),
        person.called()
    ))
}
