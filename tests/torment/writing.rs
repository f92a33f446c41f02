//! People who write all the time, and an outside ledger of what they were told is kept.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use kinfolio::id::WorkId;
use kinfolio_testkit::outside::{Answered, Or, Program, addresses};

/// Students of the demo school who write.
pub const STUDENTS: [&str; 4] = ["Marisol Cuevas Lara", "Caleb Strand", "Moussa Ndiaye", "Deja Whitfield"];

/// Somebody who writes.
#[derive(Clone, Debug)]
pub struct Writer {
    pub student: &'static str,
    pub cookie: String,
}

/// All of them, signed in.
///
/// # Errors
/// When they are not let in.
pub fn signed_in(program: &Program) -> Or<Vec<Writer>> {
    STUDENTS.iter().map(|student| Ok(Writer { student, cookie: program.sign_in(student)? })).collect()
}

/// A work whose keeping was acknowledged.
#[derive(Clone, Debug)]
pub struct Kept {
    pub student: &'static str,
    pub id: String,
    pub words: String,
    /// Whether a photo came with it.
    pub has_photo: bool,
}

impl Kept {
    /// Whether it is there, whole.
    fn is_there(&self, program: &Program, cookie: &str) -> Or<bool> {
        let page = program.get(&format!("/work/{}", self.id), cookie)?;
        if page.status != 200 || !page.text.contains(&self.words) {
            return Ok(false);
        }
        let photo = addresses(&page.text, "src=\"").into_iter().find(|way| way.starts_with("/picture/"));
        match photo {
            Some(photo) => Ok(program.get(&photo, cookie)?.status == 200),
            None => Ok(!self.has_photo),
        }
    }
}

/// What was acknowledged, kept outside the program.
#[derive(Clone, Debug, Default)]
pub struct Ledger(Arc<Mutex<Vec<Kept>>>);

impl Ledger {
    /// Notes what was acknowledged.
    pub fn note(&self, kept: Kept) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(kept);
    }

    /// Everything that was acknowledged so far.
    pub fn all(&self) -> Vec<Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads every work again, and gives those that are not there with their words.
    ///
    /// # Errors
    /// When nobody answers.
    pub fn lost(&self, program: &Program) -> Or<Vec<Kept>> {
        let mut lost = Vec::new();
        let writers = signed_in(program)?;
        for kept in self.all() {
            let writer = writers.iter().find(|writer| writer.student == kept.student).ok_or("nobody wrote it")?;
            if !kept.is_there(program, &writer.cookie)? {
                lost.push(kept);
            }
        }
        Ok(lost)
    }
}

/// Adds a work with these words.
///
/// # Errors
/// When nobody answers.
pub fn add_work(program: &Program, cookie: &str, id: &str, words: &str) -> Or<Answered> {
    let title: String = words.chars().take(60).collect();
    program.post("/work/new", cookie, &fields(id, &title, words))
}

/// The same, with a photo.
fn add_work_with_photo(program: &Program, cookie: &str, id: &str, words: &str, photo: &[u8]) -> Or<Answered> {
    program.post_file("/work/new", cookie, &fields(id, words, words), Some(("pictures", "patch.png", photo)))
}

fn fields<'a>(id: &'a str, title: &'a str, words: &'a str) -> [(&'a str, &'a str); 9] {
    [
        ("id", id),
        ("title", title),
        ("text", words),
        ("form", "story"),
        ("language", "en"),
        ("audience", "me"),
        ("reflection_prompt", ""),
        ("reflection", ""),
        ("keep", "yes"),
    ]
}

/// Answers to what was not taken.
#[derive(Debug, Default)]
pub struct Refusals(Mutex<(usize, Vec<String>)>);

impl Refusals {
    /// Notes an answer; one without the words it is about is remembered as such.
    fn note(&self, answer: &Or<Answered>, words: &str) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.0 += 1;
        match answer {
            Ok(answer) if answer.text.contains(words) => {}
            Ok(answer) => noted.1.push(format!("{words} was answered with {}: {}", answer.status, answer.text)),
            Err(error) => noted.1.push(format!("{words} was not answered: {error}")),
        }
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// Those that did not give the words back.
    pub fn wordless(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.clone()
    }
}

/// Adds works until `stop`, with this photo, and looks at what comes back where one is not taken. It is sent again then.
pub fn write_with_care(
    program: &Program,
    writer: &Writer,
    photo: Option<&[u8]>,
    stop: &AtomicBool,
    ledger: &Ledger,
    refusals: &Refusals,
) {
    while !stop.load(Ordering::Relaxed) {
        let (id, words) = (WorkId::new().to_string(), new_words());
        while !stop.load(Ordering::Relaxed) {
            let answer = match photo {
                Some(photo) => add_work_with_photo(program, &writer.cookie, &id, &words, photo),
                None => add_work(program, &writer.cookie, &id, &words),
            };
            if answer.as_ref().is_ok_and(|answer| answer.status == 303) {
                ledger.note(Kept { student: writer.student, id, words, has_photo: photo.is_some() });
                break;
            }
            refusals.note(&answer, &words);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// How long it takes until something is kept again.
///
/// # Errors
/// When nobody answers, or nothing is kept for a minute.
pub fn write_again_after(program: &Program, writer: &Writer) -> Or<Duration> {
    let (id, began) = (WorkId::new().to_string(), Instant::now());
    while add_work(program, &writer.cookie, &id, "It goes on.")?.status != 303 {
        if began.elapsed() > Duration::from_secs(60) {
            return Err("a minute after the trouble, nothing can be written".into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(began.elapsed())
}

/// Says that it is over when this is dropped, also where something breaks off: nobody writes on for ever.
pub struct Stops<'s>(pub &'s AtomicBool);

impl Drop for Stops<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Words that nobody wrote before.
pub fn new_words() -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    format!("word-{}.", NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// Lets so many people write until `stop`, each as fast as they are answered. What was not answered is sent again, as a
/// browser does.
pub fn write_until(program: &Program, students: &[Writer], writers: usize, stop: &AtomicBool, ledger: &Ledger) {
    std::thread::scope(|threads| {
        for writer in students.iter().cycle().take(writers) {
            threads.spawn(move || {
                let (student, cookie) = (writer.student, &writer.cookie);
                while !stop.load(Ordering::Relaxed) {
                    let id = WorkId::new().to_string();
                    let words = new_words();
                    while !stop.load(Ordering::Relaxed) {
                        match add_work(program, cookie, &id, &words) {
                            Ok(answer) if answer.status == 303 => {
                                ledger.note(Kept { student, id, words, has_photo: false });
                                break;
                            }
                            _ => std::thread::sleep(Duration::from_millis(5)),
                        }
                    }
                }
            });
        }
    });
}
