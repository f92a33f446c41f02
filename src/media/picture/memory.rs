//! How much memory opening a picture takes, judged by its head alone: a small file can unfold to gigabytes.

use std::io::{BufRead, Read, Seek, SeekFrom};

use image::{ColorType, ImageFormat};

/// The most bytes that may be held at once while a picture is made ready: enough for every photo within
/// [`MAX_PIXELS`](super::MAX_PIXELS).
pub const MAX_HELD: u64 = 224 * 1024 * 1024;

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
    fn what_cannot_be_told_is_taken_for_the_worst() {
        for bytes in [&b""[..], b"\xFF\xD8", b"\xFF\xD8\xFF\xC0\0\x05abc\xFF\xDA\0\x03\x03", b"no jpeg", &[0xFF; 300]] {
            assert_eq!(quarters_beside_jpeg(Cursor::new(bytes)).unwrap(), 24, "{bytes:?}");
        }
    }
}
