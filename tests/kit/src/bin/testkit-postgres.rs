//! `testkit-postgres run -- COMMAND…` runs a command while a PostgreSQL for tests is there, which the command finds in
//! `KINFOLIO_TEST_POSTGRES`. The server is gone afterwards, however the command or this program ends.

use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Duration;

use kinfolio_testkit::postgres::{ADDRESS, Server};

/// The signal that asked this program to end.
static ASKED_TO_END: AtomicI32 = AtomicI32::new(0);

extern "C" fn ask_to_end(signal: libc::c_int) {
    ASKED_TO_END.store(signal, Ordering::Relaxed);
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [run, dashes, program, arguments @ ..] = &words[..] else { return usage() };
    if run != "run" || dashes != "--" {
        return usage();
    }
    for signal in [libc::SIGINT, libc::SIGTERM, libc::SIGHUP] {
        // SAFETY: the handler only stores a number.
        unsafe { libc::signal(signal, ask_to_end as *const () as libc::sighandler_t) };
    }
    let server = Server::start();
    let started = Command::new(program)
        .args(arguments)
        .env(ADDRESS, server.address())
        .stdin(Stdio::null())
        // A group of its own, so that everything the command started can be told to end.
        .process_group(0)
        .spawn();
    let code = match started {
        Ok(mut child) => code_of(&mut child),
        Err(error) => {
            eprintln!("{program}: {error}");
            127
        }
    };
    server.stop();
    ExitCode::from(code)
}

/// Waits for the command, passing on what this program is asked.
fn code_of(child: &mut Child) -> u8 {
    loop {
        let asked = ASKED_TO_END.swap(0, Ordering::Relaxed);
        if asked != 0 {
            // SAFETY: the group is the child's, which nobody has reaped yet.
            unsafe { libc::kill(-child.id().cast_signed(), asked) };
        }
        match child.try_wait() {
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Ok(Some(status)) => {
                let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(1);
                return u8::try_from(code).unwrap_or(1);
            }
            Err(error) => {
                eprintln!("the command cannot be waited for: {error}");
                return 1;
            }
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("testkit-postgres run -- COMMAND…");
    ExitCode::from(2)
}
