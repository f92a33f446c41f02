//! Colors as screens show them: what a camera or a program wrote for a wider range of colors (Adobe RGB, Display P3, ProPhoto)
//! says so in an ICC profile, and would look pale without it once it is kept without one.

use std::panic::AssertUnwindSafe;

use image::RgbImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The longest profile that is read, in bytes: printers' are the longest, and are not needed here.
const MOST_PROFILE: usize = 4 * 1024 * 1024;

/// The same picture in sRGB. A profile that cannot be read changes nothing.
pub fn as_srgb(picture: RgbImage, profile: Option<&[u8]>) -> RgbImage {
    let Some(profile) = profile.filter(|profile| profile.len() <= MOST_PROFILE) else { return picture };
    let converted = std::panic::catch_unwind(AssertUnwindSafe(|| converted(&picture, profile)));
    converted.ok().flatten().unwrap_or(picture)
}

fn converted(picture: &RgbImage, profile: &[u8]) -> Option<RgbImage> {
    let from = ColorProfile::new_from_slice(profile).ok()?;
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let mut rgb = vec![0; picture.as_raw().len()];
    match from.color_space {
        DataColorSpace::Rgb => {
            let transform = from.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options).ok()?;
            transform.transform(picture.as_raw(), &mut rgb).ok()?;
        }
        DataColorSpace::Gray => {
            let greys: Vec<u8> = picture.pixels().map(|pixel| pixel.0[1]).collect();
            let transform = from.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, options).ok()?;
            transform.transform(&greys, &mut rgb).ok()?;
        }
        // What was made of inks is red, green and blue by now.
        _ => return None,
    }
    RgbImage::from_raw(picture.width(), picture.height(), rgb)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn seen(color: [u8; 3], profile: &[u8]) -> [u8; 3] {
        as_srgb(RgbImage::from_pixel(4, 4, Rgb(color)), Some(profile)).get_pixel(1, 1).0
    }

    fn is_near(seen: [u8; 3], wanted: [u8; 3]) -> bool {
        seen.iter().zip(wanted).all(|(seen, wanted)| seen.abs_diff(wanted) <= 2)
    }

    #[test]
    fn colors_of_a_wider_range_look_as_they_did() {
        // What 200, 60, 60 in sRGB is in each of them.
        for (profile, color) in [
            (ColorProfile::new_srgb(), [200, 60, 60]),
            (ColorProfile::new_adobe_rgb(), [172, 62, 61]),
            (ColorProfile::new_display_p3(), [185, 71, 66]),
        ] {
            let found = seen(color, &profile.encode().unwrap());
            assert!(is_near(found, [200, 60, 60]), "{found:?}");
        }
        let grey = seen([128; 3], &ColorProfile::new_pro_photo_rgb().encode().unwrap());
        assert!(grey[0] > 135 && grey[0] == grey[2], "{grey:?}: ProPhoto's greys are darker than they are written");
    }

    #[test]
    fn a_profile_that_cannot_be_read_changes_nothing() {
        let whole = ColorProfile::new_adobe_rgb().encode().unwrap();
        for length in (0..whole.len()).step_by(17) {
            let _ = seen([1, 2, 3], &whole[..length]);
            let mut bent = whole.clone();
            bent[length] ^= 0x5A;
            let _ = seen([1, 2, 3], &bent);
        }
        assert_eq!(seen([1, 2, 3], b"no profile"), [1, 2, 3]);
    }
}
