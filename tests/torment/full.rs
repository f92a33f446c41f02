//! The disk is full while people write, and then it is not any more.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use kinfolio::id::WorkId;
use kinfolio_testkit::outside::{How, Or, Program};

use crate::writing::{STUDENTS, add_work};
use crate::{alone, binary, figure, folder};

/// How big the disk is, in megabytes: the demo school and a little more.
const DISK_MB: usize = 96;

#[test]
fn a_full_disk_loses_nothing_and_is_forgotten_once_there_is_room() -> Or<()> {
    let _turn = alone();
    let Some((program, disk)) = on_a_small_disk()? else { return Ok(()) };
    let student = program.sign_in(STUDENTS[1])?;
    let ballast = disk.join("ballast");
    fill(&ballast)?;
    // Until nothing more can be kept: what is in the file already may take a while to be used up.
    let mut kept = Vec::new();
    let words = "These words were typed while the disk was full. ".repeat(40);
    let refused = (0..400).find_map(|_| {
        let id = WorkId::new().to_string();
        match add_work(&program, &student, &id, &words) {
            Ok(answer) if answer.status == 303 => {
                kept.push(id);
                None
            }
            other => Some((id, other)),
        }
    });
    let (id, refused) = refused.ok_or("the disk was never full")?;
    let refused = refused?;
    assert!(refused.status >= 500, "a full disk is answered with {}", refused.status);
    assert!(refused.text.contains("typed while the disk was full"), "the words are not given back: {}", refused.text);
    assert_eq!(program.get("/work", &student)?.status, 200, "pages are read all the same");
    std::fs::remove_file(&ballast)?;
    let began = Instant::now();
    while add_work(&program, &student, &id, &words)?.status != 303 {
        assert!(began.elapsed() < Duration::from_secs(60), "a minute after there is room, nothing can be written");
        std::thread::sleep(Duration::from_millis(20));
    }
    let took = began.elapsed().as_secs_f64();
    figure("write_after_full_s", took, "s", 2.0);
    assert!(took <= 2.0, "writing went on after {took} s");
    kept.push(id);
    for id in kept {
        assert_eq!(program.get(&format!("/work/{id}"), &student)?.status, 200, "{id} was acknowledged and is gone");
    }
    Ok(())
}

/// A school on a disk of its own, and that disk as it is seen from here; none where the system lets nobody mount one.
fn on_a_small_disk() -> Or<Option<(Program, PathBuf)>> {
    let folder = folder().join("small");
    std::fs::create_dir_all(&folder)?;
    let may = std::process::Command::new("unshare").args(["-rm", "true"]).output();
    if !may.is_ok_and(|may| may.status.success()) {
        println!("  a disk of its own cannot be had here: left out");
        return Ok(None);
    }
    let mount = format!("mount -t tmpfs -o size={DISK_MB}m none '{}' && exec \"$@\"", folder.display());
    let before = ["unshare", "-rm", "sh", "-c", &mount, "sh"].map(str::to_owned).to_vec();
    let program = Program::open_in(binary(), How { before, ..How::default() }, folder.clone())?;
    let disk = PathBuf::from(format!("/proc/{}/root{}", program.process(), folder.display()));
    Ok(Some((program, disk)))
}

/// Leaves no byte free.
fn fill(ballast: &std::path::Path) -> Or<()> {
    let mut file = File::create(ballast)?;
    for size in [1 << 20, 4096, 1] {
        let piece = vec![1_u8; size];
        while file.write_all(&piece).is_ok() {}
    }
    Ok(())
}
