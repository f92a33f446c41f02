//! A clock that is wrong, for tests of what such a clock does. The demo school alone has one.

use std::path::PathBuf;
use std::time::Duration;

use kinfolio::at::Clock;

/// The variable that names a file with the number of milliseconds by which the demo school's clock is wrong, from when it is
/// open until the file says otherwise.
const VARIABLE: &str = "KINFOLIO_DEMO_CLOCK";
/// How often the file is read.
const OFTEN: Duration = Duration::from_millis(10);
/// The furthest it can be wrong.
const FURTHEST: i64 = 50 * 365 * 24 * 60 * 60 * 1000;

/// Goes wrong as the file says, where one is named.
pub fn go_wrong(clock: Clock) {
    if let Some(file) = std::env::var_os(VARIABLE) {
        tokio::spawn(follow(clock, file.into()));
    }
}

async fn follow(clock: Clock, file: PathBuf) {
    let mut wrong_by = 0;
    loop {
        let said = tokio::fs::read_to_string(&file).await.ok().and_then(|said| said.trim().parse::<i64>().ok());
        if let Some(said) = said.map(|said| said.clamp(-FURTHEST, FURTHEST)).filter(|said| *said != wrong_by) {
            clock.move_on(said - wrong_by);
            wrong_by = said;
        }
        tokio::time::sleep(OFTEN).await;
    }
}
