//! HEIC, as iPhones take their photos: decoded a row of tiles at a time, by the process that draws documents, so that whatever
//! is in such a file takes no more memory and time than that process may have.

use heic_rs::context::Context;
use heic_rs::grid::Grid;
use heic_rs::hevc::{self, Frame};
use heic_rs::props::ItemProps;
use heic_rs::{Image, PixelLayout, Transform, transform};
use image::RgbImage;
use image::metadata::Orientation;

use super::fraction::Boxes;
use super::{MAX_PIXELS, MAX_SIDE, OpenPicture, Ready, largest, made_upright};
use crate::media::MediaError;

/// The brands of files that hold pictures in HEVC.
const BRANDS: [&[u8]; 7] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"];

/// Whether a file is one, by its beginning.
pub fn begins(head: &[u8]) -> bool {
    let Some((size, brands)) = head.split_at_checked(8) else { return false };
    let length = u32::from_be_bytes([size[0], size[1], size[2], size[3]]) as usize;
    let brands = &brands[..length.saturating_sub(8).min(brands.len())];
    // What is in AV1 says so, among more general brands.
    size.ends_with(b"ftyp")
        && brands.chunks_exact(4).next().is_some_and(|first| BRANDS.contains(&first))
        && !brands.chunks_exact(4).any(|brand| brand == b"avif" || brand == b"avis")
}

fn broken(error: impl std::fmt::Display) -> MediaError {
    MediaError::NotAPicture(error.to_string())
}

/// Opens such a picture and makes it ready. Memory is the caller's to limit.
pub fn make_ready(bytes: &[u8]) -> Result<Ready, MediaError> {
    let file = Context::open(bytes).map_err(broken)?;
    let item = file.meta.primary;
    let about = file.props(item).map_err(broken)?;
    let (width, height) = file.coded_size(item, &about).map_err(broken)?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE {
        return Err(MediaError::TooManyPixels { width, height });
    }
    let lies =
        about.transforms.iter().filter(|turn| matches!(turn, Transform::Rotate(turn) if turn.swaps_axes())).count() % 2;
    let turned = if lies == 1 { Orientation::Rotate90 } else { Orientation::NoTransforms };
    let mut boxes = Boxes::new((width, height), largest((width, height), turned));
    match file.grid(item).map_err(broken)? {
        Some((grid, _)) if (grid.output_width, grid.output_height) != (width, height) => {
            return Err(broken("it is of another size than it says"));
        }
        Some((grid, tiles)) => of_tiles(&file, &about, &grid, &tiles, &mut boxes)?,
        None => {
            let whole = in_colors(&decoded(&file, item)?, &about)?;
            if (whole.width, whole.height) != (width, height) {
                return Err(broken("it is of another size than it says"));
            }
            whole.data.chunks_exact(3 * width as usize).for_each(|row| boxes.row(row));
        }
    }
    let side = boxes.side();
    let small = boxes.done().ok_or_else(|| broken("rows are missing"))?;
    let picture = upright(small, (width, height), side, &about.transforms)?;
    made_upright(OpenPicture {
        picture,
        orientation: Orientation::NoTransforms,
        profile: about.icc.map(<[u8]>::to_vec),
    })
}

/// A photo stands in tiles: a row of them at a time is decoded, and given on row by row.
fn of_tiles(
    file: &Context<'_>,
    about: &ItemProps<'_>,
    grid: &Grid,
    tiles: &[u32],
    boxes: &mut Boxes,
) -> Result<(), MediaError> {
    let (width, mut rows_left) = (grid.output_width as usize, grid.output_height as usize);
    for row_of_tiles in tiles.chunks(grid.columns.max(1) as usize) {
        let mut strip = Vec::new();
        let (mut across, mut size) = (0, None);
        for tile in row_of_tiles {
            let tile = in_colors(&decoded(file, *tile)?, about)?;
            let (tile_width, tile_height) = (tile.width as usize, tile.height as usize);
            if *size.get_or_insert((tile_width, tile_height)) != (tile_width, tile_height) {
                return Err(broken("tiles are of different sizes"));
            }
            strip.resize(3 * width * tile_height, 0);
            let taken = 3 * tile_width.min(width.saturating_sub(across));
            let rows = strip.chunks_exact_mut(3 * width).zip(tile.data.chunks_exact(3 * tile_width));
            rows.filter(|_| taken > 0).for_each(|(to, from)| {
                to[3 * across..3 * across + taken].copy_from_slice(&from[..taken]);
            });
            across += tile_width;
        }
        if across < width {
            return Err(broken("tiles are missing"));
        }
        for row in strip.chunks_exact(3 * width).take(rows_left) {
            boxes.row(row);
            rows_left -= 1;
        }
    }
    Ok(())
}

fn decoded(file: &Context<'_>, item: u32) -> Result<Frame, MediaError> {
    let about = file.props(item).map_err(broken)?;
    let coded = about.hvcc.as_ref().ok_or_else(|| broken("it is not in HEVC"))?;
    let bytes = file.item_data(item).map_err(broken)?;
    let parts = coded.split_nals(&bytes).map_err(broken)?;
    hevc::decode_still(&coded.parameter_sets(), &parts).map_err(broken)
}

fn in_colors(frame: &Frame, about: &ItemProps<'_>) -> Result<Image, MediaError> {
    let nclx = about.nclx.unwrap_or_default();
    heic_rs::color::convert(frame, None, nclx, PixelLayout::Rgb8, MAX_PIXELS, Some(1)).map_err(broken)
}

/// Cut, turned and mirrored as the file says, in its order. What was cut away is never shown: where a square of pixels lies on
/// the edge, it goes.
fn upright(small: RgbImage, full: (u32, u32), side: u32, turns: &[Transform]) -> Result<RgbImage, MediaError> {
    let (mut width, mut height) = full;
    let (small_width, small_height) = small.dimensions();
    let mut picture =
        Image { data: small.into_raw(), width: small_width, height: small_height, layout: PixelLayout::Rgb8 };
    for turn in turns {
        match *turn {
            Transform::Crop(cut) => {
                let (x, y, w, h) = transform::crop_rect(width, height, cut).map_err(broken)?;
                let first = (x.div_ceil(side), y.div_ceil(side));
                let last = (((x + w) / side).min(picture.width), ((y + h) / side).min(picture.height));
                let rgb = RgbImage::from_raw(picture.width, picture.height, picture.data)
                    .filter(|_| last.0 > first.0 && last.1 > first.1)
                    .ok_or_else(|| broken("nothing is left of it"))?;
                let left =
                    image::imageops::crop_imm(&rgb, first.0, first.1, last.0 - first.0, last.1 - first.1).to_image();
                let (left_width, left_height) = left.dimensions();
                picture =
                    Image { data: left.into_raw(), width: left_width, height: left_height, layout: PixelLayout::Rgb8 };
                (width, height) = (w, h);
            }
            Transform::Rotate(turn) => {
                picture = transform::rotate(picture, turn);
                if turn.swaps_axes() {
                    (width, height) = (height, width);
                }
            }
            Transform::Mirror(axis) => picture = transform::mirror(picture, axis),
        }
    }
    RgbImage::from_raw(picture.width, picture.height, picture.data).ok_or_else(|| broken("it has the wrong size"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: &[u8] = include_bytes!("../../../tests/files/IMG_4021.HEIC");

    #[test]
    fn a_photo_of_an_iphone_is_opened() {
        assert!(begins(PHOTO));
        let ready = make_ready(PHOTO).unwrap();
        assert_eq!((ready.width, ready.height), (640, 480));
        assert!(!begins(b"\0\0\0\x1cftypmp42\0\0\0\0isomheic"));
        assert!(!begins(b"\0\0\0\x1cftypmif1\0\0\0\0avifmif1"));
        assert!(!begins(b"\0\0"));
    }

    #[test]
    fn a_photo_that_broke_on_its_way_is_refused_or_opened() {
        for length in (0..PHOTO.len()).step_by(13) {
            let _ = make_ready(&PHOTO[..length]);
            let mut bent = PHOTO.to_vec();
            bent[length] ^= 0x11;
            let _ = std::panic::catch_unwind(|| make_ready(&bent));
        }
    }

    #[test]
    fn what_was_cut_away_is_not_shown_and_turns_come_in_order() {
        use heic_rs::Rotation;
        use heic_rs::props::simple::Clap;

        // Four by four squares of two pixels; the left half is black.
        let small = RgbImage::from_fn(4, 4, |x, _| image::Rgb(if x < 2 { [0; 3] } else { [250; 3] }));
        let cut = Clap { width: (4, 1), height: (8, 1), horiz_off: (2, 1), vert_off: (0, 1) };
        let left = upright(small.clone(), (8, 8), 2, &[Transform::Crop(cut)]).unwrap();
        assert_eq!(left.dimensions(), (2, 4));
        assert!(left.pixels().all(|pixel| pixel.0[0] == 250));
        let turned = upright(small, (8, 8), 2, &[Transform::Crop(cut), Transform::Rotate(Rotation::Ccw90)]).unwrap();
        assert_eq!(turned.dimensions(), (4, 2));
    }
}
