//! The commands of the command line, run to their end.

use std::process::ExitCode;

use crate::cli::{Cli, Command, PersonCommand};
use crate::{check, demo, person, serve};

/// Runs a command to its end.
pub fn run(cli: Cli) -> ExitCode {
    if matches!(cli.command, Command::DrawDocument) {
        return kinfolio::media::draw_document_alone();
    }
    // Whatever is written is for the program alone: database, pictures, uploads on their way.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    let ended = runtime.block_on(async {
        match cli.command {
            Command::Serve(run) => serve::serve(run).await,
            Command::Demo(demo) => demo::demo(demo).await,
            Command::Check(what) => check::check(what).await,
            Command::Person(PersonCommand::Code(whose)) => person::code(whose).await,
            Command::DrawDocument => Ok(ExitCode::SUCCESS),
        }
    });
    // What is still at work in the background, a picture being opened, keeps nobody waiting.
    runtime.shutdown_background();
    match ended {
        Ok(code) => code,
        Err(error) => failed(error.as_ref()),
    }
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("kinfolio: {error}");
    ExitCode::FAILURE
}
