//! Pictures that nobody means well, or that broke on their way: each is taken or refused with words, soon, and with little
//! memory; the server goes on.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, RgbImage};
use kinfolio::media::{MediaError, MediaStore};

use crate::promise;
use crate::work::Written;
use crate::world::{AFile, Visitor, World};

/// What one file may take of the processor, and how far it may let memory grow, in megabytes. What is not optimized may
/// take longer.
const MOST_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
const MOST_GROWTH: u64 = 256;

/// The invalid files of PngSuite, by Willem van Schaik.
const PNG_SUITE: [(&str, &[u8]); 14] = [
    ("xc1n0g08.png", include_bytes!("../files/pngsuite/xc1n0g08.png")),
    ("xc9n2c08.png", include_bytes!("../files/pngsuite/xc9n2c08.png")),
    ("xcrn0g04.png", include_bytes!("../files/pngsuite/xcrn0g04.png")),
    ("xcsn0g01.png", include_bytes!("../files/pngsuite/xcsn0g01.png")),
    ("xd0n2c08.png", include_bytes!("../files/pngsuite/xd0n2c08.png")),
    ("xd3n2c08.png", include_bytes!("../files/pngsuite/xd3n2c08.png")),
    ("xd9n2c08.png", include_bytes!("../files/pngsuite/xd9n2c08.png")),
    ("xdtn0g01.png", include_bytes!("../files/pngsuite/xdtn0g01.png")),
    ("xhdn0g08.png", include_bytes!("../files/pngsuite/xhdn0g08.png")),
    ("xlfn0g04.png", include_bytes!("../files/pngsuite/xlfn0g04.png")),
    ("xs1n0g01.png", include_bytes!("../files/pngsuite/xs1n0g01.png")),
    ("xs2n0g01.png", include_bytes!("../files/pngsuite/xs2n0g01.png")),
    ("xs4n0g01.png", include_bytes!("../files/pngsuite/xs4n0g01.png")),
    ("xs7n0g01.png", include_bytes!("../files/pngsuite/xs7n0g01.png")),
];

promise!(every_invalid_picture_of_pngsuite_is_taken_or_refused_with_words, |world| {
    let mut student = world.student().await;
    for (name, bytes) in PNG_SUITE {
        bring(&mut student, name, bytes).await;
    }
    student.get("/work").await.ok();
});

/// Brings a file with a new work: it is on the work's page then, or its name is on the form, which is there again.
async fn bring(student: &mut Visitor<'_>, name: &str, bytes: &[u8]) -> bool {
    let work = Written::new("Garden").with("keep", "yes");
    let file = AFile { field: "pictures", name, bytes };
    let page = student.post_files("/work/new", &work.fields(), &[file]).await;
    if page.status.as_u16() == 422 {
        page.see(&format!("“{name}”"));
        return false;
    }
    page.leads_to(&work.page());
    true
}

/// The same sequence on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pictures_cut_short_or_bent_anywhere_are_taken_or_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let media = MediaStore::in_folder(&folder.path().join("media")).expect("a store");
    let file = folder.path().join("picture");
    let mut chance = Chance(7);
    for (name, whole) in whole_pictures() {
        assert!(keep(&media, &file, &whole).await, "{name} is whole");
        for _ in 0..20 {
            keep(&media, &file, &whole[..chance.below(whole.len())]).await;
        }
        for _ in 0..40 {
            let mut bent = whole.clone();
            for _ in 0..=chance.below(4) {
                // The head decides most.
                let among = if chance.below(2) == 0 { bent.len().min(200) } else { bent.len() };
                let place = chance.below(among);
                bent[place] ^= 1 << chance.below(8);
            }
            keep(&media, &file, &bent).await;
        }
    }
}

async fn keep(media: &MediaStore, file: &Path, bytes: &[u8]) -> bool {
    std::fs::write(file, bytes).expect("a file");
    match media.keep_picture(file.to_owned()).await {
        Ok(_) => true,
        Err(MediaError::NotAPicture(_) | MediaError::TooManyPixels { .. }) => false,
        Err(error) => panic!("{} bytes, beginning {:?}: {error}", bytes.len(), &bytes[..bytes.len().min(40)]),
    }
}

fn whole_pictures() -> Vec<(&'static str, Vec<u8>)> {
    let picture = RgbImage::from_fn(120, 90, |x, y| image::Rgb([(x * 2) as u8, (y * y) as u8, (x ^ y) as u8]));
    let as_format = |format| {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), format).expect("a picture");
        bytes
    };
    vec![
        ("a JPEG", as_format(ImageFormat::Jpeg)),
        ("a JPEG in passes", in_passes(&picture)),
        ("a PNG", as_format(ImageFormat::Png)),
        ("a GIF", as_format(ImageFormat::Gif)),
        ("a WebP", as_format(ImageFormat::WebP)),
    ]
}

fn in_passes(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.set_progressive(true);
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder.encode(picture.as_raw(), width, height, jpeg_encoder::ColorType::Rgb).expect("a picture");
    bytes
}

/// Memory belongs to a process, and other tests run in this one.
#[test]
fn small_files_that_unfold_are_no_trouble() {
    let mut alone = Command::new(std::env::current_exe().expect("the tests"));
    alone.args(["--exact", "hostile_media::bombs_alone", "--ignored", "--nocapture"]);
    let done = alone.output().expect("the tests run");
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the test above, in a process of its own"]
async fn bombs_alone() {
    let world = World::on_sqlite().await;
    let mut student = world.student().await;
    let mut files: Vec<(&str, Vec<u8>)> = PNG_SUITE.map(|(name, bytes)| (name, bytes.to_vec())).to_vec();
    files.extend(bombs());
    assert!(bring(&mut student, "ordinary.jpg", &whole_pictures()[0].1).await);
    let before = memory("VmRSS:");
    for (name, bytes) in files {
        // The system forgets the highest it saw.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let started = time_on_processor();
        let taken = bring(&mut student, name, &bytes).await;
        let (took, grown) = (time_on_processor() - started, memory("VmHWM:").saturating_sub(before));
        let word = if taken { "taken" } else { "refused" };
        println!("{name}: {word}, {} ms, {grown} MB more", took.as_millis());
        assert!(took < MOST_TIME, "{name} took {took:?}");
        assert!(grown < MOST_GROWTH, "{name} took {grown} MB");
    }
    student.get("/work").await.ok();
}

/// Small files that claim, or hold, many pixels: as many as are taken, and more.
fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let png = |picture: DynamicImage| {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a picture");
        bytes
    };
    let [jpeg, in_passes] = [0, 1].map(|place| whole_pictures().swap_remove(place).1);
    let claimed = |picture, width, height| claiming_png(png(picture), width, height);
    vec![
        ("grey.png", png(DynamicImage::new_luma8(7000, 7000))),
        ("see-through.png", claimed(DynamicImage::new_rgba8(60, 40), 6000, 6000)),
        ("deep.png", claimed(DynamicImage::new_rgba16(60, 40), 4200, 4200)),
        ("deeper.png", claimed(DynamicImage::new_rgba16(60, 40), 5000, 5000)),
        ("tall.png", claimed(DynamicImage::new_luma8(60, 40), 1700, 29_000)),
        ("wide.png", claimed(DynamicImage::new_luma8(60, 40), 30_000, 1600)),
        ("as-large-as-can-be.jpg", claiming(&jpeg, 7000, 7000)),
        ("too-large.jpg", claiming(&jpeg, 65_535, 65_535)),
        ("large-in-passes.jpg", claiming(&in_passes, 6000, 5000)),
        ("too-large-in-passes.jpg", claiming(&in_passes, 7000, 7000)),
        ("canvas.gif", a_dot_on_a_canvas(5000, 5000)),
        ("larger-canvas.gif", a_dot_on_a_canvas(7000, 7000)),
        ("too-large-canvas.gif", a_dot_on_a_canvas(65_535, 65_535)),
    ]
}

/// A PNG with another size in its head.
fn claiming_png(mut bytes: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = u32::MAX;
    for byte in &bytes[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    bytes[29..33].copy_from_slice(&(!crc).to_be_bytes());
    bytes
}

/// A JPEG with another size in its head.
fn claiming(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg.to_vec();
    let is_frame = |pair: &[u8]| pair == [0xFF, 0xC0] || pair == [0xFF, 0xC2];
    let frame = bytes.windows(2).position(is_frame).expect("a frame");
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

fn a_dot_on_a_canvas(width: u16, height: u16) -> Vec<u8> {
    let mut gif = b"GIF89a".to_vec();
    gif.extend(width.to_le_bytes());
    gif.extend(height.to_le_bytes());
    gif.extend(b"\x80\0\0\xFF\xFF\xFF\0\0\0");
    gif.extend(b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;");
    gif
}

/// What the system says about this process, in megabytes; nothing where it says nothing.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(line)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() / 1024
}

/// How long this process was on a processor: other programs do not count.
fn time_on_processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}
