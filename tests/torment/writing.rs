//! People who write all the time, and an outside ledger of what they were told is kept.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use kinfolio::id::WorkId;
use kinfolio_testkit::outside::{Answered, Or, Program};

/// Students of the demo school who write.
pub const STUDENTS: [&str; 4] = ["Marisol Cuevas Lara", "Caleb Strand", "Moussa Ndiaye", "Deja Whitfield"];

/// A work whose keeping was acknowledged.
#[derive(Clone, Debug)]
pub struct Kept {
    pub cookie: String,
    pub id: String,
    pub words: String,
}

/// What was acknowledged, kept outside the program.
#[derive(Clone, Debug, Default)]
pub struct Ledger(Arc<Mutex<Vec<Kept>>>);

impl Ledger {
    fn note(&self, kept: Kept) {
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
        for kept in self.all() {
            let page = program.get(&format!("/work/{}", kept.id), &kept.cookie)?;
            if page.status != 200 || !page.text.contains(&kept.words) {
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
    let fields = [
        ("id", id),
        ("title", &title),
        ("text", words),
        ("form", "story"),
        ("language", "en"),
        ("audience", "me"),
        ("reflection_prompt", ""),
        ("reflection", ""),
        ("keep", "yes"),
    ];
    program.post("/work/new", cookie, &fields)
}

/// Lets so many people write until `stop`, each as fast as they are answered. What was not answered is sent again, as a
/// browser does.
pub fn write_until(program: &Program, cookies: &[String], writers: usize, stop: &AtomicBool, ledger: &Ledger) {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    std::thread::scope(|threads| {
        for writer in 0..writers {
            let cookie = &cookies[writer % cookies.len()];
            threads.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let id = WorkId::new().to_string();
                    let words = format!("word-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                    while !stop.load(Ordering::Relaxed) {
                        match add_work(program, cookie, &id, &words) {
                            Ok(answer) if answer.status == 303 => {
                                ledger.note(Kept { cookie: cookie.clone(), id, words });
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
