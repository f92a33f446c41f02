//! The program is killed in the middle of what it does, again and again, while many people write.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kinfolio_testkit::outside::{How, Or};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::writing::{Ledger, signed_in, write_until};
use crate::{alone, demo_school, figure, length};

#[test]
fn what_was_acknowledged_outlives_every_kill() -> Or<()> {
    let _turn = alone();
    let (kills, writers, wanted) = (length().or(3, 100), length().or(8, 32), length().or(30, 10_000));
    let mut dice = StdRng::seed_from_u64(13);
    let mut program = demo_school(How::default())?;
    let students = signed_in(&program)?;
    let ledger = Ledger::default();
    let mut slowest = Duration::ZERO;
    for kill in 1..=kills {
        let stop = AtomicBool::new(false);
        std::thread::scope(|threads| -> Or<()> {
            let writing = threads.spawn(|| write_until(&program, &students, writers, &stop, &ledger));
            // Each round brings its part of what is to be acknowledged, and ends at some moment after that.
            let began = Instant::now();
            while ledger.all().len() < wanted * kill / kills && began.elapsed() < Duration::from_secs(60) {
                std::thread::sleep(Duration::from_millis(2));
            }
            std::thread::sleep(Duration::from_millis(dice.random_range(0..40)));
            kill_now(program.process());
            stop.store(true, Ordering::Relaxed);
            writing.join().map_err(|_| "a writer broke off")?;
            Ok(())
        })?;
        program.kill();
        slowest = slowest.max(ready(&mut program)?);
    }
    let (kept, lost) = (ledger.all().len(), ledger.lost(&program)?);
    println!("  {kept} acknowledged over {kills} kills");
    figure("kills_lost", lost.len() as f64, "works", 0.0);
    figure("ready_ms", slowest.as_secs_f64() * 1000.0, "ms", 1000.0);
    assert!(kept >= wanted, "only {kept} were acknowledged");
    assert!(lost.is_empty(), "{lost:?}");
    Ok(())
}

/// Starts it again; how long until it answers.
fn ready(program: &mut kinfolio_testkit::outside::Program) -> Or<Duration> {
    let began = Instant::now();
    program.start()?;
    match program.get("/healthz", "")?.status {
        200 => Ok(began.elapsed()),
        status => Err(format!("after a kill it answers {status}").into()),
    }
}

fn kill_now(process: u32) {
    let _ = std::process::Command::new("kill").args(["-KILL", &process.to_string()]).status();
}
