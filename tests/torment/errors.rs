//! Things fail now and then while people write: the disk takes nothing, another program holds the database, a folder is gone.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use kinfolio_testkit::outside::{How, Or, Program};
use kinfolio_testkit::trouble::hold_writing;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rustix::fs::{CWD, RenameFlags, renameat_with};

use crate::writing::{Ledger, Refusals, Stops, signed_in, write_again_after, write_with_care};
use crate::{alone, demo_school, figure, length, runtime};

/// What goes wrong for so long, and is right again.
type Trouble = (&'static str, fn(&Program, Duration) -> Or<()>);

const TROUBLES: [Trouble; 4] = [
    ("the disk takes nothing", disk_takes_nothing),
    ("another program writes", another_program_writes),
    ("no folder for media", |program, how_long| is_no_folder(&program.data().join("media"), how_long)),
    ("no folder for what arrives", |program, how_long| is_no_folder(&program.data().join("waiting"), how_long)),
];

#[test]
fn errors_lose_nothing_that_was_acknowledged_and_give_back_the_rest() -> Or<()> {
    let _turn = alone();
    // A limit on how long files may get fails a write; by itself it would end the program as well.
    let before = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"].map(str::to_owned).to_vec();
    let program = demo_school(How { before, ..How::default() })?;
    let (ledger, refusals, stop) = (Ledger::default(), Refusals::default(), AtomicBool::new(false));
    let students = signed_in(&program)?;
    let mut dice = StdRng::seed_from_u64(22);
    std::thread::scope(|threads| -> Or<()> {
        let _stops = Stops(&stop);
        for (number, writer) in students.iter().cycle().take(length().or(8, 32)).enumerate() {
            let photo = (number % 2 == 0).then(|| a_png(number as u8));
            let (program, stop, ledger, refusals) = (&program, &stop, &ledger, &refusals);
            threads.spawn(move || write_with_care(program, writer, photo.as_deref(), stop, ledger, refusals));
        }
        for round in 0..length().or(1, 25) {
            for (name, trouble) in TROUBLES {
                // Now and then longer than whoever writes waits.
                let millis = if round % 5 == 4 { 6_500 } else { dice.random_range(100..400) };
                trouble(&program, Duration::from_millis(millis)).map_err(|error| format!("{name}: {error}"))?;
                std::thread::sleep(Duration::from_millis(dice.random_range(20..120)));
            }
        }
        Ok(())
    })?;
    let again = write_again_after(&program, &students[0])?;
    let (kept, lost) = (ledger.all().len(), ledger.lost(&program)?);
    let (refused, wordless) = (refusals.count(), refusals.wordless());
    println!("  {kept} acknowledged, {refused} refused");
    figure("errors_lost", lost.len() as f64, "works", 0.0);
    figure("errors_wordless", wordless.len() as f64, "answers", 0.0);
    figure("write_after_errors_s", again.as_secs_f64(), "s", 2.0);
    assert!(kept > 0 && refused > 0, "{kept} were acknowledged and {refused} refused: nothing went wrong");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(wordless.is_empty(), "{wordless:#?}");
    assert!(again <= length().or(Duration::from_secs(10), Duration::from_secs(2)), "writing went on after {again:?}");
    Ok(())
}

/// No file of the program gets any longer than a page of the database.
fn disk_takes_nothing(program: &Program, how_long: Duration) -> Or<()> {
    limit_files(program, "4096")?;
    std::thread::sleep(how_long);
    limit_files(program, "unlimited")
}

fn limit_files(program: &Program, most: &str) -> Or<()> {
    let process = program.process().to_string();
    let set = Command::new("prlimit").args(["--pid", &process, &format!("--fsize={most}:unlimited")]).output()?;
    if set.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&set.stderr).into()) }
}

fn another_program_writes(program: &Program, how_long: Duration) -> Or<()> {
    runtime()?.block_on(hold_writing(&program.data().join("kinfolio.db"), how_long));
    Ok(())
}

/// A file stands where a folder was; the folder comes back as it was.
fn is_no_folder(folder: &Path, how_long: Duration) -> Or<()> {
    let away = folder.with_extension("away");
    std::fs::write(&away, "no folder")?;
    let exchange = || renameat_with(CWD, folder, CWD, away.as_path(), RenameFlags::EXCHANGE);
    exchange()?;
    std::thread::sleep(how_long);
    exchange()?;
    Ok(std::fs::remove_file(away)?)
}

/// A picture of one pixel, in a colour of its own.
fn a_png(number: u8) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    let pixel = packer.write_all(&[0, number, 90, 160]).and_then(|()| packer.finish()).unwrap_or_default();
    let chunk = |kind: &[u8; 4], bytes: &[u8]| {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(bytes);
        [&(bytes.len() as u32).to_be_bytes(), &kind[..], bytes, &sum.sum().to_be_bytes()].concat()
    };
    let head = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &pixel), &chunk(b"IEND", &[])].concat()
}
