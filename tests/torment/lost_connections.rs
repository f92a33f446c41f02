//! The connections to PostgreSQL break, at any moment, while people write.

use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use kinfolio_testkit::outside::{How, Or, Program};
use kinfolio_testkit::postgres::Server;
use kinfolio_testkit::trouble::end_connections;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::writing::{Ledger, Refusals, Stops, signed_in, write_again_after, write_with_care};
use crate::{alone, binary, figure, folder, length, runtime};

#[test]
fn connections_that_break_lose_nothing_that_was_acknowledged_and_give_back_the_rest() -> Or<()> {
    let _turn = alone();
    let postgres = Server::start();
    let ended = torment(&format!("{}/postgres", postgres.address()));
    postgres.stop();
    ended
}

fn torment(database: &str) -> Or<()> {
    let words = ["demo", "--database", database].map(str::to_owned).to_vec();
    let program = Program::open_in(binary(), How { words, ..How::default() }, folder().join("connections"))?;
    let (ledger, refusals, stop) = (Ledger::default(), Refusals::default(), AtomicBool::new(false));
    let students = signed_in(&program)?;
    let runtime = runtime()?;
    let mut dice = StdRng::seed_from_u64(7);
    let mut broken = 0;
    std::thread::scope(|threads| {
        let _stops = Stops(&stop);
        for writer in students.iter().cycle().take(length().or(8, 32)) {
            let (program, stop, ledger, refusals) = (&program, &stop, &ledger, &refusals);
            threads.spawn(move || write_with_care(program, writer, None, stop, ledger, refusals));
        }
        let began = Instant::now();
        while began.elapsed() < length().or(Duration::from_secs(3), Duration::from_secs(60)) {
            broken += runtime.block_on(end_connections(database, dice.random_range(1..6)));
            std::thread::sleep(Duration::from_millis(dice.random_range(5..80)));
        }
    });
    let again = write_again_after(&program, &students[0])?;
    let (kept, lost) = (ledger.all().len(), ledger.lost(&program)?);
    let (refused, wordless) = (refusals.count(), refusals.wordless());
    println!("  {kept} acknowledged, {refused} refused, {broken} connections broken");
    figure("connections_lost", lost.len() as f64, "works", 0.0);
    figure("connections_wordless", wordless.len() as f64, "answers", 0.0);
    figure("write_after_connections_s", again.as_secs_f64(), "s", 2.0);
    assert!(kept > 0 && broken > 0, "{kept} were acknowledged, {broken} connections broken");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(wordless.is_empty(), "{wordless:#?}");
    assert!(again <= length().or(Duration::from_secs(10), Duration::from_secs(2)), "writing went on after {again:?}");
    Ok(())
}
