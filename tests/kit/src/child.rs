//! Programs that the tests start, and that end with them.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::sync::mpsc;

/// Starts a program on a thread that lives as long as the tests: the kernel ends it with that thread, also when the
/// tests are killed.
pub fn outlived(
    mut command: Command,
    signal: libc::c_int,
    tend: impl FnOnce(&mut Child) + Send + 'static,
) -> std::io::Result<()> {
    // SAFETY: prctl is async-signal-safe, and nothing else happens between fork and exec.
    unsafe {
        command.pre_exec(move || {
            libc::prctl(libc::PR_SET_PDEATHSIG, signal);
            Ok(())
        });
    }
    let (started, is_started) = mpsc::channel();
    std::thread::spawn(move || {
        match command.spawn() {
            Ok(mut child) => {
                let _ = started.send(Ok(()));
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
