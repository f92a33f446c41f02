//! `testkit-postgres run -- COMMAND…` runs a command while a PostgreSQL for tests is there, which the command finds in
//! `KINFOLIO_TEST_POSTGRES`. The server is gone afterwards, however the command or this program ends.

use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kinfolio_testkit::postgres::{ADDRESS, Server};
use rustix::process::{Pid, Signal, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [run, dashes, program, arguments @ ..] = &words[..] else { return usage() };
    if run != "run" || dashes != "--" {
        return usage();
    }
    // The signal that asks this program to end.
    let asked_to_end = Arc::new(AtomicUsize::new(0));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let number = usize::try_from(signal).unwrap_or_default();
        if let Err(error) = signal_hook::flag::register_usize(signal, asked_to_end.clone(), number) {
            eprintln!("signal {signal} is not heard: {error}");
        }
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
        Ok(mut child) => code_of(&mut child, &asked_to_end),
        Err(error) => {
            eprintln!("{program}: {error}");
            127
        }
    };
    server.stop();
    ExitCode::from(code)
}

/// Waits for the command, passing on what this program is asked.
fn code_of(child: &mut Child, asked_to_end: &AtomicUsize) -> u8 {
    loop {
        let asked = asked_to_end.swap(0, Ordering::Relaxed);
        // The group is the child's, which nobody has reaped yet.
        if let (Some(signal), Some(group)) = (signal(asked), Pid::from_raw(child.id().cast_signed())) {
            let _ = kill_process_group(group, signal);
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

/// The signal with this number, of those that are listened for.
fn signal(number: usize) -> Option<Signal> {
    let known = [(SIGINT, Signal::INT), (SIGTERM, Signal::TERM), (SIGHUP, Signal::HUP)];
    known.into_iter().find(|(known, _)| usize::try_from(*known) == Ok(number)).map(|(_, signal)| signal)
}

fn usage() -> ExitCode {
    eprintln!("testkit-postgres run -- COMMAND…");
    ExitCode::from(2)
}
