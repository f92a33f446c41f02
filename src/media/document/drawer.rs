//! Having a document drawn by a process of its own, which can take neither the memory nor the time of anybody else.

use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{Instant, timeout_at};

use super::protocol::{DrawerMessage, hear};
use super::{Drawn, MOST_PAGES};
use crate::media::{Foreign, MediaError};

/// The program that draws documents: this one, with its hidden command.
#[derive(Clone, Debug)]
pub struct Drawer {
    program: PathBuf,
    /// How long nothing may come from it, and how long it may take in all.
    patience: (Duration, Duration),
}

impl Drawer {
    /// A program that calls [`draw_document_alone`](super::draw_document_alone) when it is told `draw-document`.
    pub fn program(program: PathBuf) -> Self {
        Self { program, patience: (Duration::from_secs(60), Duration::from_secs(180)) }
    }

    /// This very program, whatever lies in its place by now.
    ///
    /// # Errors
    /// When the system does not say where it is.
    pub fn this_program() -> std::io::Result<Self> {
        let itself = Path::new("/proc/self/exe");
        Ok(Self::program(if itself.exists() { itself.to_owned() } else { std::env::current_exe()? }))
    }

    /// How long nothing may come from it; for tests.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = (patience, self.patience.1);
        self
    }

    /// Nothing of this process is handed on but the open file: no environment, no other file.
    fn start(&self, document: std::fs::File) -> std::io::Result<Child> {
        Command::new(&self.program)
            .arg("draw-document")
            .env_clear()
            .current_dir("/")
            .stdin(document)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }
}

/// A document that is being drawn. The process ends with it.
pub struct Drawing {
    process: Arc<Process>,
    heard: Receiver<Result<DrawerMessage, String>>,
    patience: Duration,
    ends_at: Instant,
    pages: usize,
    all_pages: usize,
}

/// The process, from its start to its end.
#[derive(Default)]
struct Process(Mutex<DrawerStage>);

#[derive(Default)]
enum DrawerStage {
    #[default]
    Starting,
    Running(Child),
    Ended,
}

impl Process {
    fn end(&self) -> String {
        let stage = std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), DrawerStage::Ended);
        let DrawerStage::Running(mut child) = stage else { return "ended".to_owned() };
        // One that has ended by itself is not ended again.
        let _ = child.kill();
        child.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
    }

    /// Notes that it runs; gives what it says, or ends it at once when nobody listens any more.
    fn begin(&self, mut child: Child) -> Option<ChildStdout> {
        let says = child.stdout.take();
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_wanted = matches!(*stage, DrawerStage::Starting);
        *stage = DrawerStage::Running(child);
        drop(stage);
        if !is_wanted {
            self.end();
        }
        says.filter(|_| is_wanted)
    }
}

impl Drawing {
    /// Has a document drawn.
    pub fn start(drawer: &Drawer, document: std::fs::File) -> Result<Self, MediaError> {
        let (tell, heard) = channel(1);
        let process = Arc::new(Process::default());
        let (patience, all) = drawer.patience;
        let (drawer, listening) = (drawer.clone(), process.clone());
        // A thread of its own: the system ends the process together with the thread that started it.
        std::thread::Builder::new()
            .name("drawing".into())
            .spawn(move || listen(&drawer, document, &listening, &tell))?;
        Ok(Self { process, heard, patience, ends_at: Instant::now() + all, pages: 0, all_pages: 0 })
    }

    /// How many pages it has, drawn or not: known after the last.
    pub fn all_pages(&self) -> usize {
        self.all_pages
    }

    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Result<Option<Drawn>, MediaError> {
        let until = self.ends_at.min(Instant::now() + self.patience);
        let why = match timeout_at(until, self.heard.recv()).await {
            Ok(Some(Ok(DrawerMessage::Page(page)))) => {
                self.pages += 1;
                if self.pages <= MOST_PAGES {
                    return Ok(Some(page));
                }
                "more pages than are drawn".to_owned()
            }
            Ok(Some(Ok(DrawerMessage::End(all)))) if self.pages > 0 => {
                self.all_pages = all.max(self.pages);
                return Ok(None);
            }
            Ok(Some(Ok(DrawerMessage::End(_)))) => "a document without pages".to_owned(),
            Ok(Some(Ok(DrawerMessage::Locked))) => return Err(Foreign::Locked.into()),
            Ok(Some(Ok(DrawerMessage::Refused(why)))) => return Err(MediaError::NotADocument(why)),
            Ok(Some(Err(why))) => why,
            Ok(None) => "nothing was said".to_owned(),
            Err(_) => "it takes too long".to_owned(),
        };
        Err(MediaError::NotDrawn(format!("{why}, after {} pages", self.pages)))
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.process.end();
    }
}

/// Starts the process, and passes on what it says until it ends or nobody wants to know.
fn listen(drawer: &Drawer, document: std::fs::File, process: &Process, tell: &Sender<Result<DrawerMessage, String>>) {
    let mut says = match drawer.start(document) {
        Ok(child) => match process.begin(child) {
            Some(says) => says,
            None => return,
        },
        Err(error) => return drop(tell.blocking_send(Err(format!("the drawer does not start: {error}")))),
    };
    loop {
        let said = hear(&mut says);
        let goes_on = matches!(said, Ok(DrawerMessage::Page(_)));
        let said = said.map_err(|error| format!("{error} ({})", process.end()));
        if tell.blocking_send(said).is_err() || !goes_on {
            process.end();
            return;
        }
    }
}
