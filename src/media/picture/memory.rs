//! How much memory opening a picture takes, judged by its head alone: a small file can unfold to gigabytes.

use std::io::{BufRead, Read, Seek, SeekFrom};

use image::{ColorType, ImageFormat};

/// The most bytes that may be held at once while a picture is made ready.
pub const MAX_HELD: u64 = 224 * 1024 * 1024;
/// The most bytes that are held for a picture that could be opened at a fraction of its size instead.
pub const MAX_WHOLE: u64 = 80 * 1024 * 1024;

/// How many bytes are held for each pixel when a picture is opened and made into red, green and blue.
pub fn for_each_pixel(format: Option<ImageFormat>, color: ColorType) -> u64 {
    let converted = match color {
        // These are worked on in place.
        ColorType::Rgb8 | ColorType::Rgba8 => 0,
        color if color.has_alpha() => 4,
        _ => 3,
    };
    let beside = match format {
        // What moves is put together on a canvas of its own.
        Some(ImageFormat::Gif) => 4,
        Some(ImageFormat::WebP) => 8,
        _ => 0,
    };
    u64::from(color.bytes_per_pixel()) + converted + beside
}

/// How many bytes the first half of making a picture narrower takes, when it has so many rows.
pub fn half_narrower(to: (u32, u32), rows: u32) -> u64 {
    u64::from(to.0) * u64::from(rows) * 3
}

/// How many bytes are held beside a JPEG that is decoded at a fraction: the coefficients of one that comes in several passes;
/// twice when the last pass is missing, as all that came is handed on at once then.
pub fn coefficients_of_jpeg(mut file: impl BufRead + Seek) -> std::io::Result<u64> {
    let quarters = quarters_beside_jpeg(&mut file)?;
    if quarters == 0 {
        return Ok(0);
    }
    file.rewind()?;
    let passes = Passes::of(file)?;
    // Blocks are whole where the picture ends in the midst of one.
    let side = |length: u16| u64::from(length).div_ceil(32) * 32;
    let once = side(passes.size.0) * side(passes.size.1) * quarters / 4;
    Ok(if passes.is_whole() { once } else { 2 * once })
}

/// What the passes of a JPEG bring.
#[derive(Default)]
struct Passes {
    size: (u16, u16),
    /// Each color's name, and which of its 64 coefficients are all here.
    colors: Vec<(u8, u64)>,
}

impl Passes {
    fn of(mut file: impl BufRead + Seek) -> std::io::Result<Self> {
        let mut passes = Self::default();
        while let Some(marker) = next_marker(&mut file)? {
            if matches!(marker, 0x01 | 0xD0..=0xD8) {
                continue;
            }
            let mut length = [0; 2];
            if marker == 0xD9 || file.read_exact(&mut length).is_err() {
                break;
            }
            let length = u64::from(u16::from_be_bytes(length)).saturating_sub(2);
            if !matches!(marker, 0xC0..=0xC3 | 0xDA) {
                file.seek(SeekFrom::Current(length as i64))?;
                continue;
            }
            let mut said = Vec::new();
            (&mut file).take(length).read_to_end(&mut said)?;
            let _ = if marker == 0xDA { passes.comes(&said) } else { passes.begins(&said) };
        }
        Ok(passes)
    }

    /// A frame: precision, height, width, and three bytes for each color.
    fn begins(&mut self, frame: &[u8]) -> Option<()> {
        let number = |at: usize| Some(u16::from_be_bytes([*frame.get(at)?, *frame.get(at + 1)?]));
        self.size = (number(3)?, number(1)?);
        self.colors = frame.get(6..)?.chunks_exact(3).map(|color| (color[0], 0)).collect();
        Some(())
    }

    /// A pass: which colors, the first and the last coefficient, and how many of their bits are still to come.
    fn comes(&mut self, pass: &[u8]) -> Option<()> {
        let count = usize::from(*pass.first()?);
        let (first, last, bits) = (*pass.get(1 + 2 * count)?, *pass.get(2 + 2 * count)?, pass.get(3 + 2 * count)? & 15);
        if bits == 0 {
            let brings = (first..=last.min(63)).fold(0, |all, place| all | 1_u64 << place);
            for named in pass[1..1 + 2 * count].chunks_exact(2) {
                self.colors.iter_mut().filter(|color| color.0 == named[0]).for_each(|color| color.1 |= brings);
            }
        }
        Some(())
    }

    fn is_whole(&self) -> bool {
        !self.colors.is_empty() && self.colors.iter().all(|color| color.1 == u64::MAX)
    }
}

/// How many bytes are held for each pixel beside a JPEG, in quarters: one that comes in several passes has to be kept as
/// coefficients until the last of them. What cannot be told is taken for the worst.
pub fn quarters_beside_jpeg(mut file: impl BufRead + Seek) -> std::io::Result<u64> {
    const WORST: u64 = 4 * 2 * 3;
    let (mut frame, mut frames) = (Vec::new(), 0);
    while let Some(marker) = next_marker(&mut file)? {
        // These stand alone.
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            continue;
        }
        let mut length = [0; 2];
        if file.read_exact(&mut length).is_err() {
            break;
        }
        let length = u64::from(u16::from_be_bytes(length)).saturating_sub(2);
        match marker {
            0xC0..=0xC3 => {
                (&mut file).take(length).read_to_end(&mut frame)?;
                frame.insert(0, marker);
                frames += 1;
            }
            0xDA => {
                let mut in_first_pass = [0];
                if file.read_exact(&mut in_first_pass).is_err() {
                    break;
                }
                return Ok(if frames == 1 { beside(&frame, in_first_pass[0]).unwrap_or(WORST) } else { WORST });
            }
            _ => {
                file.seek(SeekFrom::Current(length as i64))?;
            }
        }
    }
    Ok(WORST)
}

/// The same, of the frame's marker and what it says: precision, height, width, and three bytes for each component.
fn beside(frame: &[u8], in_first_pass: u8) -> Option<u64> {
    const IN_ONE_SWEEP: [u8; 2] = [0xC0, 0xC1];
    let (marker, components) = (*frame.first()?, *frame.get(6)?);
    if IN_ONE_SWEEP.contains(&marker) && in_first_pass == components {
        return Some(0);
    }
    let samplings = frame.get(7..7 + 3 * usize::from(components))?.chunks_exact(3).map(|component| component[1]);
    let areas: Vec<u64> = samplings.clone().map(|s| u64::from(s >> 4) * u64::from(s & 15)).collect();
    let most = u64::from(samplings.clone().map(|s| s >> 4).max()?) * u64::from(samplings.map(|s| s & 15).max()?);
    // Two bytes for each sample.
    (4 * 2 * areas.iter().sum::<u64>()).checked_div(most)
}

/// The next marker, over whatever stands before it.
fn next_marker(file: &mut impl BufRead) -> std::io::Result<Option<u8>> {
    let mut skipped = Vec::new();
    let mut byte = [0];
    loop {
        skipped.clear();
        // Never more than a piece at a time: a file need not have any.
        if file.take(64 * 1024).read_until(0xFF, &mut skipped)? == 0 {
            return Ok(None);
        }
        if skipped.last() != Some(&0xFF) {
            continue;
        }
        loop {
            if file.read(&mut byte)? == 0 {
                return Ok(None);
            }
            match byte[0] {
                0xFF => {}
                0 => break,
                marker => return Ok(Some(marker)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

    use super::*;

    fn quarters(change: impl Fn(&mut Encoder<&mut Vec<u8>>)) -> u64 {
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, 80);
        change(&mut encoder);
        encoder.encode(&[90; 48 * 32 * 3], 48, 32, ColorType::Rgb).unwrap();
        quarters_beside_jpeg(Cursor::new(jpeg)).unwrap()
    }

    #[test]
    fn a_photo_that_comes_in_passes_is_known_to_need_more() {
        assert_eq!(quarters(|_| {}), 0);
        assert_eq!(quarters(|encoder| encoder.set_progressive(true)), 4 * 3);
        let all_colors = |encoder: &mut Encoder<&mut Vec<u8>>| {
            encoder.set_progressive(true);
            encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
        };
        assert_eq!(quarters(all_colors), 4 * 6);
    }

    #[test]
    fn a_photo_whose_last_pass_is_missing_needs_twice_as_much() {
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, 80);
        encoder.set_progressive(true);
        encoder.encode(&[90; 48 * 32 * 3], 48, 32, ColorType::Rgb).unwrap();
        let held = |jpeg: &[u8]| coefficients_of_jpeg(Cursor::new(jpeg)).unwrap();
        let last = jpeg.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
        assert_eq!((held(&jpeg), held(&jpeg[..last])), (64 * 32 * 3, 2 * 64 * 32 * 3));
        for length in 0..jpeg.len() {
            assert!(held(&jpeg[..length]) <= 2 * 64 * 32 * 6);
        }
    }

    #[test]
    fn what_cannot_be_told_is_taken_for_the_worst() {
        for bytes in [&b""[..], b"\xFF\xD8", b"\xFF\xD8\xFF\xC0\0\x05abc\xFF\xDA\0\x03\x03", b"no jpeg", &[0xFF; 300]] {
            assert_eq!(quarters_beside_jpeg(Cursor::new(bytes)).unwrap(), 24, "{bytes:?}");
        }
    }
}
