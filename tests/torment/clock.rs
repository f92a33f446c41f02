//! The machine's clock is wrong, and keeps changing its mind: by hours back and forth, by years ahead, while people write,
//! write together, and sign in.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use kinfolio::id::WorkId;
use kinfolio_testkit::outside::{How, Or, Program};

use crate::servers::a_statement;
use crate::window::Window;
use crate::writing::{Kept, Ledger, STUDENTS, Stops, Writer, add_work, new_words, signed_in};
use crate::{alone, demo_school, figure, folder, length, runtime};

const HOUR: i64 = 60 * 60 * 1000;
const YEAR: i64 = 365 * 24 * HOUR;

/// Where the clock jumps to, as far as it is from the right time.
const JUMPS: [i64; 10] = [3 * HOUR, -5 * HOUR, YEAR, 26 * HOUR, 0, 3 * YEAR, -HOUR, -2 * YEAR, 10 * YEAR, 40 * HOUR];

/// The clock of a demo school, as it can be put wrong.
struct WrongClock(PathBuf);

impl WrongClock {
    fn is_wrong_by(&self, millis: i64) -> Or<()> {
        // Nobody reads half a number.
        let next = self.0.with_extension("next");
        std::fs::write(&next, millis.to_string())?;
        Ok(std::fs::rename(next, &self.0)?)
    }
}

/// Answers that nobody should get, whatever the clock says.
#[derive(Default)]
struct Troubles(Mutex<Vec<String>>);

impl Troubles {
    fn note(&self, what: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[test]
fn a_clock_that_jumps_loses_nothing_and_keeps_nobody_out() -> Or<()> {
    let _turn = alone();
    let clock = WrongClock(folder().join("clock"));
    let variables = vec![("KINFOLIO_DEMO_CLOCK".to_owned(), clock.0.display().to_string())];
    let program = demo_school(How { variables, ..How::default() })?;
    let (ledger, troubles, stop) = (Ledger::default(), Troubles::default(), AtomicBool::new(false));
    let students = signed_in(&program)?;
    let mut together = CoWriter::of(&program)?;
    let mut locked = Duration::ZERO;
    std::thread::scope(|threads| -> Or<()> {
        let stops = Stops(&stop);
        let (program, stop, ledger, troubles) = (&program, &stop, &ledger, &troubles);
        for writer in students.iter().cycle().take(length().or(6, 24)) {
            threads.spawn(move || writes_on(program, writer.clone(), stop, ledger, troubles));
        }
        for name in ["Ofelia Lara", "Ruth Adeyemi"] {
            threads.spawn(move || reads_on(program, name, stop, troubles));
        }
        let writing_together = threads.spawn(|| together.writes_until(stop).map_err(|error| error.to_string()));
        let jumping = jumps(program, &clock).map(|took| locked = took);
        drop(stops);
        writing_together.join().map_err(|_| "the co-writer broke off")??;
        jumping
    })?;
    let (kept, lost, troubles) = (ledger.all().len(), ledger.lost(&program)?, troubles.all());
    println!("  {kept} acknowledged, {} edits, while the clock jumped", together.number);
    figure("clock_lost", lost.len() as f64, "works", 0.0);
    figure("clock_troubles", troubles.len() as f64, "answers", 0.0);
    figure("clock_locked_s", locked.as_secs_f64(), "s", 2.0);
    assert!(kept > 0, "nobody wrote anything");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(troubles.is_empty(), "{troubles:#?}");
    assert!(locked <= Duration::from_secs(2), "signing in was refused for {locked:?} after the clock was right again");
    together.finds_everything_kept()
}

/// Puts the clock wrong again and again, and right in the end. Gives the longest that somebody was kept waiting by tries that a
/// wrong clock had counted.
fn jumps(program: &Program, clock: &WrongClock) -> Or<Duration> {
    let mut longest = Duration::ZERO;
    for round in 0..length().or(1, 10) {
        for to in JUMPS {
            clock.is_wrong_by(to)?;
            std::thread::sleep(Duration::from_millis(length().or(120, 400)));
        }
        // Guesses are slowed down, years ahead; and then the clock is right.
        clock.is_wrong_by(3 * YEAR)?;
        std::thread::sleep(Duration::from_millis(100));
        let guesses = [
            ("/sign-in", vec![("username", format!("nobody.{round}")), ("password", "a guess of mine".to_owned())]),
            ("/grant", vec![("code", "2345-6789-BCDF".to_owned())]),
        ];
        let is_slowed_down = |(path, fields): &(&str, Vec<(&str, String)>)| -> Or<bool> {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Ok(program.post(path, "", &fields)?.status == 429)
        };
        for guess in &guesses {
            let began = Instant::now();
            while !is_slowed_down(guess)? {
                if began.elapsed() > Duration::from_secs(60) {
                    return Err(format!("nobody is slowed down at {}", guess.0).into());
                }
            }
        }
        clock.is_wrong_by(0)?;
        for guess in &guesses {
            let began = Instant::now();
            while is_slowed_down(guess)? && began.elapsed() < Duration::from_secs(20) {
                std::thread::sleep(Duration::from_millis(20));
            }
            longest = longest.max(began.elapsed());
        }
    }
    Ok(longest)
}

/// Adds works until `stop`; who is no longer signed in signs in again and sends the same once more.
fn writes_on(program: &Program, mut writer: Writer, stop: &AtomicBool, ledger: &Ledger, troubles: &Troubles) {
    while !stop.load(Ordering::Relaxed) {
        let (id, words) = (WorkId::new().to_string(), new_words());
        loop {
            match add_work(program, &writer.cookie, &id, &words) {
                Ok(answer) if answer.status == 303 => {
                    ledger.note(Kept { student: writer.student, id, words, has_photo: false });
                    // Whatever is kept is read again in the end: some thousands are enough.
                    std::thread::sleep(Duration::from_millis(50));
                    break;
                }
                Ok(answer) if answer.status == 401 => match program.sign_in(writer.student) {
                    Ok(cookie) => writer.cookie = cookie,
                    Err(error) => return troubles.note(format!("{} does not come in: {error}", writer.student)),
                },
                Ok(answer) => return troubles.note(format!("a work is answered with {}", answer.status)),
                Err(error) => return troubles.note(format!("a work is not answered: {error}")),
            }
        }
    }
}

/// Reads the first page until `stop`.
fn reads_on(program: &Program, name: &str, stop: &AtomicBool, troubles: &Troubles) {
    while !stop.load(Ordering::Relaxed) {
        let page = program.sign_in(name).and_then(|cookie| program.get("/", &cookie));
        match page {
            // Between the two the clock may have jumped over the end of the session.
            Ok(page) if matches!(page.status, 200 | 303 | 401) => {}
            Ok(page) => troubles.note(format!("{name} is answered with {}", page.status)),
            Err(error) => troubles.note(format!("{name} is not answered: {error}")),
        }
    }
}

/// Somebody who writes a statement in its room.
struct CoWriter<'p> {
    program: &'p Program,
    statement: String,
    window: Window,
    number: u32,
}

impl<'p> CoWriter<'p> {
    fn of(program: &'p Program) -> Or<Self> {
        let student = program.sign_in(STUDENTS[0])?;
        let statement = a_statement(program, &student)?;
        let window = Window::of(&program.address(""), &statement, &student);
        Ok(Self { program, statement, window, number: 0 })
    }

    fn words(&self) -> String {
        format!("We wrote it anew, {}.", self.number)
    }

    fn writes_until(&mut self, stop: &AtomicBool) -> Or<()> {
        runtime()?.block_on(async {
            while !stop.load(Ordering::Relaxed) {
                if !self.window.is_in() {
                    self.comes_in().await?;
                }
                self.number += 1;
                self.window.writes(&self.words()).await;
                self.window.listens(Duration::from_millis(20)).await;
            }
            Ok(())
        })
    }

    /// Comes in, signed in anew. In the very moment between the two the session may be over already.
    async fn comes_in(&mut self) -> Or<()> {
        let began = Instant::now();
        loop {
            let cookie = self.program.sign_in(STUDENTS[0])?;
            match self.window.comes_in_as(cookie).await {
                Ok(()) => return Ok(()),
                Err(error) if began.elapsed() > Duration::from_secs(20) => return Err(error),
                Err(_) => {}
            }
        }
    }

    /// What was written last is what everybody reads.
    fn finds_everything_kept(&mut self) -> Or<()> {
        runtime()?.block_on(self.comes_in())?;
        let student = self.program.sign_in(STUDENTS[0])?;
        let (words, began) = (self.words(), Instant::now());
        while !self.program.get_text(&self.statement, &student)?.contains(&words) {
            assert!(began.elapsed() < Duration::from_secs(10), "{words:?} is not kept");
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}
