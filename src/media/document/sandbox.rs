//! The process that draws one document and ends. It holds nothing but the document, which it reads, and the line it says its
//! pages on; what it may take of the machine is settled before it reads the first byte.

use std::fs::File;
use std::io::Read;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::protocol::{DrawerMessage, say};
use super::{Drawn, broken, draw};
use crate::media::picture::heic;
use crate::media::{Foreign, MediaError};

/// How much memory a document takes at most, beside the program itself: as much as a picture.
#[cfg(unix)]
const MOST_MEMORY: u64 = 224 * 1024 * 1024;
/// How many seconds a page, and a document, have on the processor.
#[cfg(unix)]
const MOST_SECONDS: (u64, u64) = (10, 110);
/// How long it may take until no further page is begun: a document is better read in part than not at all. Its parent waits
/// longer.
const ENOUGH: Duration = Duration::from_secs(120);
/// The biggest document that is opened, in bytes: it is read as a whole.
const MOST_BYTES: u64 = 100 * 1024 * 1024;

/// Draws the document on standard input, and says its pages on standard output, for
/// [`MediaStore::take`](crate::media::MediaStore::take): the whole of the hidden command `draw-document`.
pub fn draw_document_alone() -> ExitCode {
    match limited_to_drawing().and_then(draw_and_say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn draw_and_say(document: File) -> std::io::Result<()> {
    let (mut out, begun) = (std::io::stdout().lock(), Instant::now());
    let drawn = whole(document).and_then(|bytes| {
        if heic::begins(&bytes) {
            let photo = Drawn { picture: heic::make_ready(&bytes)?, lacks: false };
            say(&mut out, &DrawerMessage::Page(photo))?;
            return Ok(1);
        }
        draw(
            bytes,
            || has_time(begun),
            |page| {
                next_page();
                Ok(say(&mut out, &DrawerMessage::Page(page))?)
            },
        )
    });
    match drawn {
        Ok(pages) => say(&mut out, &DrawerMessage::End(pages)),
        Err(MediaError::Foreign { kind: Foreign::Locked, .. }) => say(&mut out, &DrawerMessage::Locked),
        // Nobody listens any more.
        Err(MediaError::Trouble(why)) => Err(std::io::Error::other(why)),
        Err(error) => say(&mut out, &DrawerMessage::Refused(error.to_string())),
    }
}

/// Whether there is time for one more page.
fn has_time(begun: Instant) -> bool {
    begun.elapsed() < ENOUGH && has_time_on_processor()
}

fn whole(mut document: File) -> Result<Vec<u8>, MediaError> {
    let size = document.metadata()?.len();
    if size > MOST_BYTES {
        return Err(broken("it is too long to be opened at once"));
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    (&mut document).take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes away from this process whatever drawing does not need, and gives the document.
#[cfg(unix)]
fn limited_to_drawing() -> std::io::Result<File> {
    use std::os::fd::AsFd;

    use rustix::process::{Resource, Rlimit, nice, setrlimit};

    let document = File::from(std::io::stdin().as_fd().try_clone_to_owned()?);
    let most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, most(mapped() + MOST_MEMORY))?;
    setrlimit(Resource::Cpu, Rlimit { current: Some(MOST_SECONDS.0), maximum: Some(MOST_SECONDS.1) })?;
    setrlimit(Resource::Core, most(0))?;
    setrlimit(Resource::Fsize, most(0))?;
    // Nothing more is opened, neither a file nor a connection.
    setrlimit(Resource::Nofile, most(0))?;
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    // Pages that somebody waits for come first.
    let _ = nice(10);
    Ok(document)
}

/// Where nothing can be limited, nothing is drawn.
#[cfg(not(unix))]
fn limited_to_drawing() -> std::io::Result<File> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// How much is mapped already, in bytes: the program itself.
#[cfg(unix)]
fn mapped() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages.split(' ').next().and_then(|pages| pages.parse::<u64>().ok());
    pages.unwrap_or(0) * rustix::param::page_size() as u64
}

/// Whether a page can have its own time on the processor once more.
#[cfg(unix)]
fn has_time_on_processor() -> bool {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime).tv_sec;
    u64::try_from(used).is_ok_and(|used| used + MOST_SECONDS.0 < MOST_SECONDS.1)
}

#[cfg(not(unix))]
fn has_time_on_processor() -> bool {
    true
}

/// Gives the next page its own time on the processor.
#[cfg(unix)]
fn next_page() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(MOST_SECONDS.1);
    let current = (used + 1 + MOST_SECONDS.0).min(MOST_SECONDS.1);
    // What cannot be raised stays as it is.
    let _ = setrlimit(Resource::Cpu, Rlimit { current: Some(current), maximum: Some(MOST_SECONDS.1) });
}

#[cfg(not(unix))]
fn next_page() {}
