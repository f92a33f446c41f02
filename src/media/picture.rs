//! Pictures: checked, turned the right way up, freed of everything they tell about where they were taken, and made
//! into three widths.

mod color;
mod fraction;
pub(super) mod heic;
mod memory;

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::MediaError;

/// The widths a picture is kept in, in pixels. A smaller picture is kept as it is.
pub const WIDTHS: [u32; 3] = [320, 800, 1600];
/// The most pixels a picture may claim: what phones take in one shot with all their sensor has, and a panorama.
pub const MAX_PIXELS: u64 = 210_000_000;
/// The most pixels along one side: JPEG ends at 65,535.
pub const MAX_SIDE: u32 = 60_000;
/// The most pixels of the largest width: of what is very tall, less is kept.
const MOST_KEPT: u64 = 16_000_000;
/// Of JPEG: beyond it bytes grow faster than anybody sees.
const QUALITY: u8 = 82;
/// Of the smallest width: it stands among others, and its pixels are smaller than the eye tells apart. It is drawn softer
/// too, or it would spend its bytes on a photo's grain: most then come with the first 14 KB that a new connection carries
/// without waiting (RFC 6928).
const QUALITY_SMALL: u8 = 72;
const SHARP: FilterType = FilterType::Lanczos3;
const SOFT: FilterType = FilterType::Mitchell;

/// A picture in three widths, as JPEG.
pub(super) struct Ready {
    pub width: u32,
    pub height: u32,
    pub jpegs: Vec<Vec<u8>>,
}

/// Opens a picture and makes it ready.
pub(super) fn make_ready(file: &Path) -> Result<Ready, MediaError> {
    made_upright(open(file)?)
}

/// Makes a picture into its three widths.
pub(super) fn in_three_widths(picture: RgbImage) -> Result<Ready, MediaError> {
    made_upright(OpenPicture { picture, orientation: Orientation::NoTransforms, profile: None })
}

/// A picture, opened; a large one at a fraction of its size.
struct OpenPicture {
    picture: RgbImage,
    orientation: Orientation,
    /// What its colors mean (ICC).
    profile: Option<Vec<u8>>,
}

/// From the widest down, each made of the one before; turned when little is left to turn, and the full picture is let go
/// as early as can be.
fn made_upright(OpenPicture { picture, orientation, profile }: OpenPicture) -> Result<Ready, MediaError> {
    let (width, height) = largest(picture.dimensions(), orientation);
    let narrow = color::as_srgb(resized(picture, (width, height), SHARP)?, profile.as_deref());
    let mut largest = DynamicImage::ImageRgb8(narrow);
    largest.apply_orientation(orientation);
    let mut from = largest.into_rgb8();
    let (width, height) = from.dimensions();
    let mut jpegs = vec![as_jpeg(&from, QUALITY)?];
    for narrower in WIDTHS.iter().rev().skip(1) {
        if from.width() > *narrower {
            let height = scaled(from.height(), *narrower, from.width());
            let (filter, quality) = if *narrower == WIDTHS[0] { (SOFT, QUALITY_SMALL) } else { (SHARP, QUALITY) };
            from = resized(from, (*narrower, height), filter)?;
            jpegs.insert(0, as_jpeg(&from, quality)?);
        } else {
            jpegs.insert(0, jpegs[0].clone());
        }
    }
    Ok(Ready { width, height, jpegs })
}

/// Opens a picture by what is in it, never by its name; looks at its size before anything is decoded. What would take much
/// memory as a whole is opened at a fraction of its size.
fn open(file: &Path) -> Result<OpenPicture, MediaError> {
    let broken = |error: image::ImageError| MediaError::NotAPicture(error.to_string());
    let size = std::fs::metadata(file)?.len();
    if size > memory::MAX_HELD {
        return Err(MediaError::NotAPicture("too many bytes".into()));
    }
    let reader = opened(file)?;
    let format = reader.format();
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let too_many = || MediaError::TooManyPixels { width, height };
    if pixels > MAX_PIXELS || width.max(height) > MAX_SIDE {
        return Err(too_many());
    }
    let orientation = decoder.orientation().map_err(broken)?;
    let profile = decoder.icc_profile().unwrap_or_default();
    let wanted = largest((width, height), orientation);
    let mut held = pixels * memory::for_each_pixel(format, decoder.color_type());
    if format == Some(ImageFormat::Jpeg) {
        // It is read as a whole.
        held += size + pixels * memory::quarters_beside_jpeg(BufReader::new(File::open(file)?))? / 4;
    }
    held += memory::half_narrower(wanted, height);
    if held <= memory::MAX_WHOLE {
        let picture = on_paper(DynamicImage::from_decoder(decoder).map_err(broken)?)?;
        return Ok(OpenPicture { picture, orientation, profile });
    }
    // What it has read is let go of, and read again when the other way leads nowhere.
    drop(decoder);
    let at_a_fraction = match format {
        Some(ImageFormat::Jpeg) => fraction::jpeg(file, wanted),
        Some(ImageFormat::Png) => fraction::png(file, wanted),
        _ => Ok(None),
    };
    let picture = match at_a_fraction {
        Ok(Some(picture)) => picture,
        Err(error) if held > memory::MAX_HELD => return Err(error),
        Ok(None) if held > memory::MAX_HELD => return Err(too_many()),
        Ok(None) | Err(_) => on_paper(opened(file)?.decode().map_err(broken)?)?,
    };
    Ok(OpenPicture { picture, orientation, profile })
}

fn opened(file: &Path) -> std::io::Result<ImageReader<BufReader<File>>> {
    let mut reader = ImageReader::open(file)?.with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(memory::MAX_HELD);
    reader.limits(limits);
    Ok(reader)
}

/// What is kept at most of a picture of this size, before it is turned.
fn largest((width, height): (u32, u32), orientation: Orientation) -> (u32, u32) {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let lies = matches!(orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH);
    let (across, down) = if lies { (height, width) } else { (width, height) };
    let most = (MOST_KEPT * u64::from(across) / u64::from(down.max(1))).isqrt().max(1);
    let narrow = across.min(WIDTHS[2]).min(u32::try_from(most).unwrap_or(u32::MAX));
    let low = scaled(down, narrow, across);
    if lies { (low, narrow) } else { (narrow, low) }
}

fn scaled(length: u32, to: u32, from: u32) -> u32 {
    (u64::from(length) * u64::from(to) / u64::from(from.max(1))).max(1) as u32
}

/// Without see-through parts: what is behind a picture on these pages is paper.
fn on_paper(picture: DynamicImage) -> Result<RgbImage, MediaError> {
    if !picture.color().has_alpha() {
        return Ok(picture.into_rgb8());
    }
    let see_through = picture.into_rgba8();
    let (width, height) = see_through.dimensions();
    // In place: a second copy of a large picture is what memory cannot spare.
    let mut bytes = see_through.into_raw();
    let pixels = bytes.len() / 4;
    for pixel in 0..pixels {
        let alpha = u32::from(bytes[4 * pixel + 3]);
        for color in 0..3 {
            let over_paper = u32::from(bytes[4 * pixel + color]) * alpha + 255 * (255 - alpha);
            bytes[3 * pixel + color] = (over_paper / 255) as u8;
        }
    }
    bytes.truncate(3 * pixels);
    RgbImage::from_raw(width, height, bytes).ok_or_else(|| trouble("a picture on paper has the wrong size"))
}

fn resized(picture: RgbImage, (width, height): (u32, u32), filter: FilterType) -> Result<RgbImage, MediaError> {
    if picture.dimensions() == (width, height) {
        return Ok(picture);
    }
    let from = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x3).map_err(trouble)?;
    let mut to = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new().resize(&from, &mut to, &options).map_err(trouble)?;
    RgbImage::from_raw(width, height, to.into_vec()).ok_or_else(|| trouble("the resized picture has the wrong size"))
}

fn as_jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, MediaError> {
    let side = |length: u32| u16::try_from(length).map_err(trouble);
    let (width, height) = (side(picture.width())?, side(picture.height())?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    // Fitting Huffman tables would save six of a hundred bytes, but the decoder of `image` misreads some of them.
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).map_err(trouble)?;
    Ok(bytes)
}

fn trouble(why: impl ToString) -> MediaError {
    MediaError::Trouble(why.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::media::{KeptPicture, MediaStore};

    async fn keep(bytes: &[u8]) -> Result<(KeptPicture, KeptWidths), MediaError> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("as it came");
        std::fs::write(&file, bytes)?;
        let store = MediaStore::in_folder(&folder.path().join("media"))?;
        Ok((store.keep_picture(file).await?, KeptWidths { store, _folder: folder }))
    }

    /// A store whose folder goes with it.
    #[derive(Debug)]
    struct KeptWidths {
        store: MediaStore,
        _folder: tempfile::TempDir,
    }

    impl std::ops::Deref for KeptWidths {
        type Target = MediaStore;

        fn deref(&self) -> &MediaStore {
            &self.store
        }
    }

    #[tokio::test]
    async fn a_photo_becomes_three_widths_and_the_largest_is_no_larger_than_needed() {
        let mut jpeg = Vec::new();
        RgbImage::from_fn(2000, 1000, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
            .write_to(&mut Cursor::new(&mut jpeg), image::ImageFormat::Jpeg)
            .unwrap();
        let (kept, store) = keep(&jpeg).await.unwrap();
        assert_eq!((kept.width, kept.height), (1600, 800));
        for (hash, width) in kept.hashes.iter().zip(WIDTHS) {
            assert!(store.is_whole(hash).await);
            let picture = image::load_from_memory(&store.bytes(hash).await.unwrap()).unwrap();
            assert_eq!(picture.width(), width);
        }
    }

    #[tokio::test]
    async fn a_file_that_claims_to_be_huge_is_refused_before_it_is_opened() {
        // A PNG's head alone: 50,000 × 50,000 pixels.
        let mut png = vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
        png.extend(50_000_u32.to_be_bytes());
        png.extend(50_000_u32.to_be_bytes());
        png.extend([8, 6, 0, 0, 0]);
        let mut crc = 0xFFFF_FFFF_u32;
        for byte in &png[12..] {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            }
        }
        png.extend((!crc).to_be_bytes());
        png.extend([0, 0, 0, 4, b'I', b'D', b'A', b'T', 0, 0, 0, 0, 0, 0, 0, 0]);
        let refused = keep(&png).await.unwrap_err();
        assert!(matches!(refused, MediaError::TooManyPixels { width: 50_000, height: 50_000 }), "{refused}");
    }

    /// A picture that is red at its left and blue at its right, in any of the formats.
    fn red_and_blue(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
            .write_to(&mut Cursor::new(&mut bytes), format)
            .unwrap();
        bytes
    }

    const RED: image::Rgb<u8> = image::Rgb([250, 10, 10]);
    const BLUE: image::Rgb<u8> = image::Rgb([10, 10, 250]);

    fn looks_like(seen: &image::Rgb<u8>, wanted: image::Rgb<u8>) -> bool {
        seen.0.iter().zip(wanted.0).all(|(seen, wanted)| seen.abs_diff(wanted) < 60)
    }

    async fn kept_as(bytes: &[u8]) -> (RgbImage, Vec<u8>) {
        let (kept, store) = keep(bytes).await.unwrap();
        let bytes = store.bytes(&kept.hashes[2]).await.unwrap();
        (image::load_from_memory(&bytes).unwrap().into_rgb8(), bytes)
    }

    /// An Exif segment: the picture was taken with the phone turned (6: a quarter turn), at a place.
    fn exif() -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
        tiff.extend(b"\x0F\x01\x02\0\x10\0\0\0\x26\0\0\0\0\0\0\0");
        tiff.extend(b"40.7N 73.9W here");
        let mut segment = vec![0xFF, 0xE1];
        segment.extend((tiff.len() as u16 + 8).to_be_bytes());
        segment.extend(b"Exif\0\0");
        segment.extend(tiff);
        segment
    }

    #[tokio::test]
    async fn a_photo_stands_upright_and_tells_nothing_about_where_it_was_taken() {
        let mut photo = red_and_blue(80, 40, image::ImageFormat::Jpeg);
        photo.splice(2..2, exif());
        assert!(photo.windows(5).any(|bytes| bytes == b"40.7N"));
        let (kept, bytes) = kept_as(&photo).await;
        assert_eq!(kept.dimensions(), (40, 80));
        assert!(looks_like(kept.get_pixel(20, 10), RED) && looks_like(kept.get_pixel(20, 70), BLUE));
        for tale in [&b"40.7N"[..], b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE"] {
            assert!(!bytes.windows(tale.len()).any(|bytes| bytes == tale));
        }
    }

    #[tokio::test]
    async fn every_format_that_is_offered_is_taken() {
        use image::ImageFormat::{Gif, Jpeg, Png, WebP};
        for format in [Jpeg, Png, WebP, Gif] {
            let (kept, _) = kept_as(&red_and_blue(60, 40, format)).await;
            assert_eq!(kept.dimensions(), (60, 40), "{format:?}");
            assert!(looks_like(kept.get_pixel(5, 20), RED), "{format:?}");
        }
    }

    #[tokio::test]
    async fn pictures_from_printers_and_scanners_are_taken_too() {
        let (print, _) = kept_as(include_bytes!("../../tests/files/cmyk.jpg")).await;
        assert!(print.dimensions() == (64, 48) && looks_like(print.get_pixel(30, 20), image::Rgb([255, 0, 0])));
        let mut scan = Vec::new();
        image::ImageBuffer::<image::Rgb<u16>, _>::from_pixel(30, 20, image::Rgb([64_250_u16, 2570, 2570]))
            .write_to(&mut Cursor::new(&mut scan), image::ImageFormat::Png)
            .unwrap();
        assert!(looks_like(kept_as(&scan).await.0.get_pixel(10, 10), RED));
    }

    #[tokio::test]
    async fn of_a_picture_that_moves_the_first_one_is_kept() {
        let mut moving = Vec::new();
        {
            let mut encoder = image::codecs::gif::GifEncoder::new(&mut moving);
            for color in [RED, BLUE] {
                let frame = DynamicImage::ImageRgb8(RgbImage::from_pixel(20, 20, color)).into_rgba8();
                encoder.encode_frame(image::Frame::new(frame)).unwrap();
            }
        }
        assert!(looks_like(kept_as(&moving).await.0.get_pixel(10, 10), RED));
    }

    #[tokio::test]
    async fn what_can_be_seen_through_lies_on_paper() {
        let mut png = Vec::new();
        image::RgbaImage::from_pixel(10, 10, image::Rgba([0, 0, 0, 0]))
            .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        assert!(looks_like(kept_as(&png).await.0.get_pixel(5, 5), image::Rgb([255, 255, 255])));
    }

    #[tokio::test]
    async fn a_file_that_ends_too_early_is_no_trouble() {
        use image::ImageFormat::{Gif, Jpeg, Png, WebP};
        for format in [Jpeg, Png, WebP, Gif] {
            let whole = red_and_blue(300, 200, format);
            for part in [whole.len() / 3, whole.len() / 2, whole.len() - 3] {
                let kept = keep(&whole[..part]).await;
                assert!(matches!(kept, Ok(_) | Err(MediaError::NotAPicture(_))), "{format:?}, {part} bytes");
            }
        }
    }

    #[test]
    fn a_photo_that_lies_is_made_narrow_before_it_is_turned() {
        use Orientation::{NoTransforms, Rotate90};
        assert_eq!(largest((4000, 3000), NoTransforms), (1600, 1200));
        assert_eq!(largest((4000, 3000), Rotate90), (2133, 1600));
        assert_eq!(largest((2400, 1800), Rotate90), (2133, 1600));
        assert_eq!(largest((300, 200), Rotate90), (300, 200));
        let picture = RgbImage::from_pixel(2400, 1800, RED);
        let ready = made_upright(OpenPicture { picture, orientation: Rotate90, profile: None }).unwrap();
        assert_eq!((ready.width, ready.height), (1600, 2133));
        for (jpeg, width) in ready.jpegs.iter().zip(WIDTHS) {
            assert_eq!(image::load_from_memory(jpeg).unwrap().width(), width);
        }
    }

    #[test]
    fn of_what_is_very_tall_less_is_kept() {
        for (width, height) in [(1080, 20_000), (1, 30_000), (30_000, 1), (1600, 10_000), (5000, 9999)] {
            let (kept, kept_height) = largest((width, height), Orientation::NoTransforms);
            assert!(kept <= width.min(1600) && u64::from(kept) * u64::from(kept_height) <= MOST_KEPT);
        }
        assert_eq!(largest((1600, 10_000), Orientation::NoTransforms), (1600, 10_000));
        assert_eq!(largest((1, 30_000), Orientation::NoTransforms), (1, 30_000));
    }

    #[tokio::test]
    async fn a_thread_of_a_picture_is_refused_rather_than_failing() {
        let thread = red_and_blue(2, 61_000, image::ImageFormat::Png);
        assert!(matches!(keep(&thread).await, Err(MediaError::TooManyPixels { .. })));
    }

    #[tokio::test]
    async fn what_is_no_picture_is_refused_whatever_it_is_called() {
        for bytes in [&b"<script>alert(1)</script>"[..], b"", b"\xFF\xD8\xFF", b"%PDF-1.7", b"GIF89a"] {
            assert!(matches!(keep(bytes).await, Err(MediaError::NotAPicture(_))), "{bytes:?}");
        }
    }
}
