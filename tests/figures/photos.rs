//! Photos: how long one takes beside the fastest tool for it, how much memory, and what a crowd of them does to readers.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use kinfolio_testkit::outside::Or;

use kinfolio::media::{MediaStore, WIDTHS};

use super::school::{School, a_large_phone_photo, a_phone_photo};
use super::{Figure, Goal, Measured};

/// How often a photo is made ready; the median counts.
const TIMES: usize = 7;
/// How many photos come at once.
const CROWD: usize = 30;

/// A phone's photo of 12 and one of 50 megapixels to three widths, in this process and in `vips` (Debian's `libvips-tools`),
/// turn by turn; the worse of the two.
pub fn over_vips() -> Measured {
    if Command::new("vipsthumbnail").arg("--version").output().is_err() {
        eprintln!("photo_over_vips: left out, there is no vips here (Debian's package `libvips-tools`)");
        return Ok(Vec::new());
    }
    let mut value: f64 = 0.0;
    for photo in [a_phone_photo(), a_large_phone_photo()] {
        value = value.max(one_over_vips(&photo)?);
    }
    Ok(vec![Figure { name: "photo_over_vips", value, unit: "ratio", goal: Goal::AtMost(1.0) }])
}

fn one_over_vips(jpeg: &[u8]) -> Or<f64> {
    let folder = tempfile::tempdir()?;
    let photo = folder.path().join("photo.jpg");
    std::fs::write(&photo, jpeg)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for time in 0..TIMES {
        // Into a new place each time: what is kept already is not written again.
        let media = MediaStore::in_folder(&folder.path().join(time.to_string()))?;
        let started = Instant::now();
        runtime.block_on(media.keep_picture(photo.clone()))?;
        ours.push(started.elapsed().as_secs_f64() * 1000.0);
        let started = Instant::now();
        vips(&photo, folder.path())?;
        theirs.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    eprintln!("  a photo takes {ours:.0} ms here, {theirs:.0} ms in vips");
    Ok(ours / theirs)
}

fn vips(photo: &Path, folder: &Path) -> Or<()> {
    for width in WIDTHS {
        let to = format!("{}[Q=82,strip]", folder.join(format!("vips-{width}.jpg")).display());
        let done = Command::new("vipsthumbnail").arg(photo).args(["--size", &format!("{width}x"), "-o", &to]).status();
        let done = done.map_err(|error| format!("vips (Debian's package `libvips-tools`) cannot be run: {error}"))?;
        if !done.success() {
            return Err("vips could not make the photo ready".into());
        }
    }
    Ok(())
}

/// The most memory the server takes for a photo beyond what it had: each of three after the other, then one of 50 million
/// pixels.
pub fn growth() -> Measured {
    let school = School::open()?;
    school.look_around()?;
    let before = school.resident_mb()?;
    for _ in 0..3 {
        school.upload_while_reading(&a_phone_photo())?;
    }
    school.upload_while_reading(&a_large_phone_photo())?;
    let grown = school.peak_mb()? - before;
    Ok(vec![Figure { name: "photo_growth_mb", value: grown, unit: "MB", goal: Goal::AtMost(120.0) }])
}

/// A portfolio read while thirty photos come, over the same portfolio read in peace; medians.
pub fn page_during_uploads() -> Measured {
    let school = School::open()?;
    let reader = school.family_with_a_full_portfolio()?;
    let read = || -> Or<f64> {
        let started = Instant::now();
        school.get_text(&reader.page, &reader.cookie)?;
        Ok(started.elapsed().as_secs_f64() * 1000.0)
    };
    let peace: Vec<f64> = (0..200).map(|_| read()).collect::<Result<_, _>>()?;
    let photo = a_phone_photo();
    let mut busy = Vec::new();
    std::thread::scope(|threads| -> Or<()> {
        let uploads: Vec<_> = (0..CROWD)
            .map(|_| threads.spawn(|| school.upload_one(&photo).map_err(|error| error.to_string())))
            .collect();
        while !uploads.iter().all(|upload| upload.is_finished()) {
            busy.push(read()?);
        }
        for upload in uploads {
            upload.join().map_err(|_| "an upload broke off")??;
        }
        Ok(())
    })?;
    let (peace, crowd) = (median(peace), median(busy));
    eprintln!("  a portfolio takes {peace:.1} ms in peace, {crowd:.1} ms in the crowd");
    Ok(vec![Figure { name: "page_during_uploads", value: crowd / peace, unit: "ratio", goal: Goal::AtMost(2.0) }])
}

pub fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
