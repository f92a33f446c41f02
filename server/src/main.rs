/// Gives memory back to the machine after a photo was opened; the system's own keeps it.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    kinfolio_server::commands::run(kinfolio_server::cli::Cli::read())
}
