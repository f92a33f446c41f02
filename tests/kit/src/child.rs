//! Programs that the tests start, and that end with them.

use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc;

/// A program that the kernel sends this signal (`TERM`, `QUIT`) when the thread that starts it is gone: util-linux's
/// `setpriv` asks for that and then becomes the program.
pub fn bound_to_its_thread(program: impl AsRef<std::ffi::OsStr>, signal: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", signal]).arg(program);
    command
}

/// Starts such a program on a thread that lives as long as the tests, so that it ends with them, also when they are
/// killed. Gives the program's process.
pub fn outlived(mut command: Command, tend: impl FnOnce(&mut Child) + Send + 'static) -> std::io::Result<u32> {
    let (started, is_started) = mpsc::channel();
    std::thread::spawn(move || {
        match command.spawn() {
            Ok(mut child) => {
                let _ = started.send(Ok(child.id()));
                tend(&mut child);
                let _ = child.wait();
            }
            Err(error) => drop(started.send(Err(error))),
        }
        loop {
            std::thread::park();
        }
    });
    is_started.recv().unwrap_or_else(|_| Err(std::io::Error::other("the thread that starts it is gone")))
}

/// A port nobody listens on.
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// Removes the folders of tests that were killed before they could: those in this place named `prefix`, then their process.
pub fn clear_what_others_left(place: &Path, prefix: &str) {
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(prefix)) else { continue };
        let process = rest.split('-').next().unwrap_or_default();
        if process.parse::<u32>().is_ok() && !Path::new("/proc").join(process).exists() {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
