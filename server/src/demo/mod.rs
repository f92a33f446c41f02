//! The demo school: invented people, real work. Its words and pictures are in `server/demo`.

mod clock;
mod data;
mod seed;

use std::process::ExitCode;

use kinfolio::school::School;

use crate::cli::{CommandResult, DataPlace, Demo};
use crate::serve::{announce, doorway, listen, open, public_url, run_at, start_log};
use crate::stop::told_to_stop;

/// Makes the demo school where there is none yet, and runs it.
pub async fn demo(demo: Demo) -> CommandResult {
    start_log(demo.door.log_format)?;
    let listener = listen(demo.door.socket(), "--listen (KINFOLIO_LISTEN)", "--port (KINFOLIO_PORT)").await?;
    if demo.fresh && demo.data.join("kinfolio.db").exists() {
        // Not while another one runs on it.
        let _alone = crate::folder::alone(&demo.data)?;
        std::fs::remove_dir_all(&demo.data)?;
    }
    let place = DataPlace { data: demo.data, database: demo.database };
    let services = open(&place, public_url(&demo.door, &listener)?, true).await?;
    if School::first(&mut services.db.read().await?).await?.is_none() {
        println!("Making the demo school …");
        found(&services).await?;
    }
    clock::go_wrong(services.clock.clone());
    if let Some(socket) = demo.metrics {
        let flag = "--metrics (KINFOLIO_METRICS)";
        tokio::spawn(crate::metrics::serve(listen(socket, flag, flag).await?, services.clone()));
    }
    announce(&services);
    let doorway = doorway(&demo.door, &listener, &services)?;
    run_at(listener, services, doorway, told_to_stop()).await;
    Ok(ExitCode::SUCCESS)
}

/// Fills an empty installation with the demo school.
///
/// # Errors
/// When its files do not fit together, or the database or the disk refuse.
pub async fn found(services: &kinfolio_app::services::Services) -> Result<(), Box<dyn std::error::Error>> {
    seed::seed(services).await
}
