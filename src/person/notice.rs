//! That a way into somebody's account was changed. Their next pages say so until they have seen it: if it was not them, they
//! are the first who can tell.

use super::Viewer;
use crate::at::At;
use crate::id::{NoticeId, PersonId, SchoolId};
use crate::record::{NewLine, RecordedAct};
use crate::session::devices::DeviceKind;
use crate::store::{Conn, StoreError, Tx, all, run};

kinds! {
    /// What was done to a way in.
    pub enum WayChange {
        /// The password is another one.
        Password = "password",
        /// Somebody of the school made a sign-in code.
        Code = "code",
        /// Whoever runs the server made one.
        CodeOnServer = "code_on_server",
        /// Signing in takes a second step now.
        StepOn = "step_on",
        /// It takes none any more.
        StepOff = "step_off",
        /// One of the codes for when the phone is not there was used.
        SpareCode = "spare_code",
        /// Somebody signed in on a device that is new.
        NewDevice = "new_device",
    }
}

/// So many of one person are kept: the latest.
const MOST: i64 = 20;

/// That a way in was changed.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AccountNotice {
    pub id: NoticeId,
    pub what: WayChange,
    /// Who did it, where that was somebody else.
    pub by_name: Option<String>,
    /// The kind of device, where it is about one.
    pub kind: Option<DeviceKind>,
    pub at: At,
}

/// Who did it, and on what, as far as that is to be told.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToldBy<'a> {
    /// Somebody else of the school.
    pub by: Option<&'a PersonId>,
    /// The kind of device.
    pub kind: Option<DeviceKind>,
}

/// Leaves word for somebody that a way in of theirs was changed.
pub async fn tell(
    tx: &mut Tx,
    (school, person): (&SchoolId, &PersonId),
    what: WayChange,
    told: ToldBy<'_>,
    now: At,
) -> Result<(), StoreError> {
    run!(
        tx,
        "INSERT INTO account_notice (id, school_id, person_id, what, by_person, kind, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        NoticeId::new(),
        school,
        person,
        what,
        told.by.filter(|by| *by != person),
        told.kind,
        now
    )?;
    if matches!(what, WayChange::Password | WayChange::StepOn | WayChange::StepOff) {
        let line =
            NewLine { what: RecordedAct::WayChanged, by: told.by.or(Some(person)), about: person, student: None };
        line.write(tx, school, now).await?;
    }
    run!(
        tx,
        "DELETE FROM account_notice WHERE person_id = $1 AND id NOT IN
            (SELECT latest.id FROM account_notice latest WHERE latest.person_id = $1
             ORDER BY latest.at DESC, latest.id DESC LIMIT $2)",
        person,
        MOST
    )?;
    Ok(())
}

impl AccountNotice {
    /// What somebody has not seen yet, the latest first.
    pub async fn of(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<Self>, StoreError> {
        all!(
            conn,
            "SELECT account_notice.id, what, maker.name AS by_name, kind, at FROM account_notice
             LEFT JOIN person maker ON maker.id = account_notice.by_person
             WHERE account_notice.school_id = $1 AND account_notice.person_id = $2
             ORDER BY at DESC, account_notice.id DESC",
            &viewer.school_id,
            &viewer.person_id
        )
    }
}

/// Takes away what somebody says they have seen.
pub async fn seen(tx: &mut Tx, viewer: &Viewer, notices: &[NoticeId]) -> Result<(), StoreError> {
    for notice in notices.iter().take(2 * MOST as usize) {
        run!(
            tx,
            "DELETE FROM account_notice WHERE id = $1 AND school_id = $2 AND person_id = $3",
            notice,
            &viewer.school_id,
            &viewer.person_id
        )?;
    }
    Ok(())
}
