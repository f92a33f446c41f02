//! Large pictures, opened at a fraction of their size: what a picture is made narrower by anyway need not be held first. A JPEG
//! is decoded at a half, a quarter or an eighth; a PNG comes row by row, and each square of its pixels becomes one.

use std::fs::File;
use std::io::{BufReader, Seek};
use std::path::Path;

use image::RgbImage;

use super::{memory, trouble};
use crate::media::MediaError;

fn broken(error: impl ToString) -> MediaError {
    MediaError::NotAPicture(error.to_string())
}

/// A JPEG at the smallest fraction that is no smaller than wanted; `None` when even that takes too much memory.
pub fn jpeg(file: &Path, wanted: (u32, u32)) -> Result<Option<RgbImage>, MediaError> {
    let mut file = BufReader::new(File::open(file)?);
    let beside = memory::coefficients_of_jpeg(&mut file)?;
    file.rewind()?;
    let side = |length: u32| u16::try_from(length).map_err(trouble);
    let mut decoder = jpeg_decoder::Decoder::new(file);
    let (width, height) = decoder.scale(side(wanted.0)?, side(wanted.1)?).map_err(broken)?;
    let (width, height) = (u32::from(width), u32::from(height));
    let pixels = u64::from(width) * u64::from(height);
    // Up to four colors each by itself, then together, then as red, green and blue.
    if beside + pixels * 8 + memory::half_narrower(wanted, height) > memory::MAX_HELD {
        return Ok(None);
    }
    let bytes = decoder.decode().map_err(broken)?;
    let format = decoder.info().ok_or_else(|| broken("it has no frame"))?.pixel_format;
    drop(decoder);
    let rgb = match format {
        jpeg_decoder::PixelFormat::RGB24 => bytes,
        jpeg_decoder::PixelFormat::L8 => bytes.iter().flat_map(|grey| [*grey; 3]).collect(),
        jpeg_decoder::PixelFormat::CMYK32 => bytes.chunks_exact(4).flat_map(from_inks).collect(),
        jpeg_decoder::PixelFormat::L16 => return Err(broken("it is deeper than pictures are")),
    };
    RgbImage::from_raw(width, height, rgb).map(Some).ok_or_else(|| broken("it ends too early"))
}

/// Cyan, magenta, yellow and black, as how much light is left of red, green and blue.
fn from_inks(inks: &[u8]) -> [u8; 3] {
    let light = |ink: usize| 255 - u32::from(inks[ink]);
    [0, 1, 2].map(|ink| (light(ink) * light(3) / 255) as u8)
}

/// A PNG that comes row by row, made no smaller than wanted; `None` when even that takes too much memory, or its rows come in
/// several passes.
pub fn png(file: &Path, wanted: (u32, u32)) -> Result<Option<RgbImage>, MediaError> {
    let limits = png::Limits { bytes: memory::MAX_HELD as usize / 4 };
    let mut decoder = png::Decoder::new_with_limits(BufReader::new(File::open(file)?), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut rows = decoder.read_info().map_err(broken)?;
    let (width, height) = rows.info().size();
    let mut boxes = Boxes::new((width, height), wanted);
    // A row as it comes, the one before it, and the same in colors.
    let held = boxes.bytes() + u64::from(width) * (8 + 8 + 3) + memory::half_narrower(wanted, boxes.size().1);
    if rows.info().interlaced || held > memory::MAX_HELD {
        return Ok(None);
    }
    let (color, _) = rows.output_color_type();
    let mut rgb = vec![0; 3 * width as usize];
    while let Some(row) = rows.next_row().map_err(broken)? {
        let pixels = row.data().chunks_exact(color.samples());
        if pixels.len() != width as usize {
            return Err(broken("a row is too short"));
        }
        rgb.chunks_exact_mut(3).zip(pixels).for_each(|(to, pixel)| to.copy_from_slice(&on_paper(pixel)));
        boxes.row(&rgb);
    }
    boxes.done().map(Some).ok_or_else(|| broken("it ends too early"))
}

/// A pixel of one to four samples, on paper where it can be seen through.
fn on_paper(pixel: &[u8]) -> [u8; 3] {
    let over =
        |color: u8, alpha: u8| ((u32::from(color) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255) as u8;
    match *pixel {
        [grey] => [grey; 3],
        [grey, alpha] => [over(grey, alpha); 3],
        [red, green, blue] => [red, green, blue],
        [red, green, blue, alpha] => [red, green, blue].map(|color| over(color, alpha)),
        _ => [255; 3],
    }
}

/// Makes a picture smaller while its rows come: of each square of pixels one is left, their mean.
pub struct Boxes {
    /// Of the picture as it comes.
    width: usize,
    /// How many pixels a square is wide and high.
    side: usize,
    /// How many rows are in the squares that are being filled.
    rows: usize,
    sums: Vec<u32>,
    size: (u32, u32),
    pixels: Vec<u8>,
}

impl Boxes {
    /// The widest squares that leave no less than wanted.
    pub fn new((width, height): (u32, u32), wanted: (u32, u32)) -> Self {
        // As many as a sum can hold.
        let side = (width / wanted.0.max(1)).min(height / wanted.1.max(1)).clamp(1, 4096);
        let size = (width.div_ceil(side), height.div_ceil(side));
        let sums = vec![0; 3 * size.0 as usize];
        Self { width: width as usize, side: side as usize, rows: 0, sums, size, pixels: Vec::new() }
    }

    /// What is left of the picture.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// How many pixels a square is wide and high.
    pub fn side(&self) -> u32 {
        self.side as u32
    }

    /// How much it holds at last.
    pub fn bytes(&self) -> u64 {
        u64::from(self.size.0) * (u64::from(self.size.1) * 3 + 12)
    }

    /// The next row, red, green and blue.
    pub fn row(&mut self, rgb: &[u8]) {
        if self.pixels.capacity() == 0 {
            self.pixels.reserve_exact(3 * self.size.0 as usize * self.size.1 as usize);
        }
        if self.side == 1 {
            self.pixels.extend_from_slice(rgb);
            return;
        }
        for (sums, square) in self.sums.chunks_exact_mut(3).zip(rgb.chunks(3 * self.side)) {
            for pixel in square.chunks_exact(3) {
                for (sum, color) in sums.iter_mut().zip(pixel) {
                    *sum += u32::from(*color);
                }
            }
        }
        self.rows += 1;
        if self.rows == self.side {
            self.next_squares();
        }
    }

    fn next_squares(&mut self) {
        for (place, sums) in self.sums.chunks_exact_mut(3).enumerate() {
            let across = self.side.min(self.width - place * self.side);
            let count = (across * self.rows) as u32;
            self.pixels.extend(sums.iter().map(|sum| ((sum + count / 2) / count) as u8));
            sums.fill(0);
        }
        self.rows = 0;
    }

    /// The picture that is left; `None` when rows are missing.
    pub fn done(mut self) -> Option<RgbImage> {
        if self.rows > 0 {
            self.next_squares();
        }
        RgbImage::from_raw(self.size.0, self.size.1, self.pixels)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, Rgb};

    use super::*;

    fn file_with(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture");
        std::fs::write(&path, bytes).unwrap();
        (folder, path)
    }

    #[test]
    fn of_each_square_the_mean_is_left() {
        let mut boxes = Boxes::new((5, 3), (2, 1));
        assert_eq!((boxes.side(), boxes.size()), (2, (3, 2)));
        for row in [[10, 20, 30, 40, 50], [10, 20, 30, 40, 50], [0, 100, 0, 0, 7]] {
            boxes.row(&row.into_iter().flat_map(|grey| [grey; 3]).collect::<Vec<u8>>());
        }
        let greys: Vec<u8> = boxes.done().unwrap().pixels().map(|pixel| pixel.0[0]).collect();
        assert_eq!(greys, [15, 35, 50, 50, 0, 7]);
        let mut short = Boxes::new((4, 4), (2, 2));
        short.row(&[1; 12]);
        assert!(short.done().is_none());
    }

    #[test]
    fn a_png_looks_the_same_row_by_row() {
        let picture = DynamicImage::ImageRgba8(image::RgbaImage::from_fn(90, 60, |x, _| {
            image::Rgba(if x < 45 { [200, 60, 60, 255] } else { [0, 0, 0, 0] })
        }));
        for picture in
            [picture.clone(), picture.to_rgb8().into(), picture.to_luma8().into(), picture.to_rgba16().into()]
        {
            let mut bytes = Vec::new();
            picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
            let (_folder, path) = file_with(&bytes);
            let small = png(&path, (30, 20)).unwrap().unwrap();
            let whole = super::super::on_paper(picture).unwrap();
            assert_eq!(small.dimensions(), (30, 20));
            for (x, y) in [(3, 3), (27, 17)] {
                let (seen, wanted) = (small.get_pixel(x, y), whole.get_pixel(x * 3 + 1, y * 3 + 1));
                assert!(
                    seen.0.iter().zip(wanted.0).all(|(seen, wanted)| seen.abs_diff(wanted) < 2),
                    "{seen:?}, {wanted:?}"
                );
            }
        }
    }

    /// A JPEG in passes with all colors in full, that says it is of this size.
    fn bytes_claiming(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
        encoder.set_progressive(true);
        encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_4_4);
        encoder.encode(&[90; 48 * 32 * 3], 48, 32, jpeg_encoder::ColorType::Rgb).unwrap();
        let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC2]).unwrap();
        bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        bytes
    }

    #[test]
    fn a_jpeg_looks_the_same_at_a_fraction() {
        let picture =
            image::RgbImage::from_fn(640, 480, |x, _| Rgb(if x < 320 { [200, 60, 60] } else { [20, 90, 220] }));
        for passes in [false, true] {
            let mut bytes = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
            encoder.set_progressive(passes);
            encoder.encode(picture.as_raw(), 640, 480, jpeg_encoder::ColorType::Rgb).unwrap();
            let (_folder, path) = file_with(&bytes);
            let small = jpeg(&path, (150, 112)).unwrap().unwrap();
            assert_eq!(small.dimensions(), (160, 120));
            for (x, wanted) in [(20, [200, 60, 60]), (140, [20, 90, 220])] {
                let seen = small.get_pixel(x, 60);
                assert!(seen.0.iter().zip(wanted).all(|(seen, wanted)| seen.abs_diff(wanted) < 6), "{seen:?}");
            }
        }
        let (_folder, path) = file_with(&bytes_claiming(6000, 4000));
        assert!(jpeg(&path, (1600, 1066)).unwrap().is_some(), "24 million pixels in passes, all colors in full");
        let (_folder, path) = file_with(&bytes_claiming(12_000, 9000));
        assert!(jpeg(&path, (1600, 1200)).unwrap().is_none(), "108 million of them take too much");
        let (_folder, print) = file_with(include_bytes!("../../../tests/files/cmyk.jpg"));
        let small = jpeg(&print, (16, 12)).unwrap().unwrap();
        let seen = small.get_pixel(8, 6);
        assert!(seen.0[0] > 200 && seen.0[1] < 60 && seen.0[2] < 60, "{seen:?}");
    }
}
