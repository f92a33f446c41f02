use clap::Parser;

fn main() -> std::process::ExitCode {
    kinfolio_server::cli::run(kinfolio_server::cli::Cli::parse())
}
