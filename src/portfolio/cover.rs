//! What a portfolio looks like from outside: a picture on its front, and the accent the student chooses.

use crate::field;
use crate::id::PictureId;
use crate::words::Problems;

kinds! {
    /// A colour the student chooses. Each is a pair of tokens in `style/tokens.css`, one for light and one for dark
    /// pages, and readable on both.
    #[derive(Default)]
    pub enum Accent {
        /// The colour of the boards in every portfolio.
        #[default]
        Oak = "oak",
        Indigo = "indigo",
        Clay = "clay",
        Lagoon = "lagoon",
        Plum = "plum",
        Moss = "moss",
    }
}

/// What the student chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Cover {
    pub picture_id: Option<PictureId>,
    pub accent: Accent,
    /// What a change must have been made from; 0 before there is any.
    pub version: i64,
}

/// What forms call having no picture.
pub const NO_PICTURE: &str = "none";

impl Cover {
    /// What a form chooses, checked: one of these pictures, the student's own, or none; and an accent that there is.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn checked(picture: &str, accent: &str, version: i64, pictures: &[&PictureId]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let picture_id = match picture {
            NO_PICTURE | "" => None,
            typed => problems.chosen(field::PICTURE, PictureId::parse(typed).filter(|id| pictures.contains(&id))),
        };
        let accent = problems.chosen(field::ACCENT, Accent::named(accent)).unwrap_or_default();
        problems.or(Self { picture_id, accent, version })
    }
}

mod store {
    use super::*;
    use crate::id::{PersonId, SchoolId};
    use crate::saved::Saved;
    use crate::store::{Conn, StoreError, Tx, all, maybe, run};
    use crate::work::Picture;

    impl Cover {
        /// What a student chose, if they did.
        pub async fn of(conn: &mut Conn, school: &SchoolId, student: &PersonId) -> Result<Self, StoreError> {
            let cover: Option<Self> = maybe!(
                conn,
                "SELECT picture_id, accent, version FROM cover WHERE school_id = $1 AND student_id = $2",
                school,
                student
            )?;
            Ok(cover.unwrap_or_default())
        }

        /// The pictures that can be on the front: those of the student's kept works, as they are now.
        pub async fn choices(
            conn: &mut Conn,
            school: &SchoolId,
            student: &PersonId,
        ) -> Result<Vec<Picture>, StoreError> {
            all!(
                conn,
                "SELECT picture.id, picture.description, picture.width, picture.height
                 FROM work
                 JOIN revision ON revision.work_id = work.id AND revision.number = (
                    SELECT max(newest.number) FROM revision newest WHERE newest.work_id = work.id)
                 JOIN revision_picture ON revision_picture.revision_id = revision.id
                 JOIN picture ON picture.id = revision_picture.picture_id
                 WHERE work.school_id = $1 AND work.student_id = $2 AND work.kept_at IS NOT NULL
                    AND work.binned_at IS NULL
                 ORDER BY work.kept_at DESC, work.id, revision_picture.position, picture.id",
                school,
                student
            )
        }

        /// Keeps this choice, when it was made from the one that is there.
        pub async fn keep(&self, tx: &mut Tx, school: &SchoolId, student: &PersonId) -> Result<Saved, StoreError> {
            let stored = Self::of(tx, school, student).await?;
            if stored.version > 0 && stored.picture_id == self.picture_id && stored.accent == self.accent {
                return Ok(Saved::Kept(()));
            }
            let kept = run!(
                tx,
                "INSERT INTO cover (student_id, school_id, picture_id, accent, version) VALUES ($1, $2, $3, $4, 1)
                 ON CONFLICT (student_id) DO UPDATE SET picture_id = excluded.picture_id, accent = excluded.accent,
                    version = cover.version + 1 WHERE cover.version = $5",
                student,
                school,
                &self.picture_id,
                self.accent,
                self.version
            )?;
            Ok(Saved::unless_stale(kept))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Problem;

    #[test]
    fn a_cover_has_one_of_the_students_pictures_or_none() {
        let own = PictureId::new();
        let checked = |picture: &str, accent| Cover::checked(picture, accent, 3, &[&own]);
        let chosen = Cover { picture_id: Some(own.clone()), accent: Accent::Plum, version: 3 };
        assert_eq!(checked(own.as_str(), "plum"), Ok(chosen));
        assert_eq!(checked(NO_PICTURE, "oak").unwrap().picture_id, None);
        for other in [PictureId::new().as_str(), "\u{0000}", "../cover.png", &"a".repeat(100_000)] {
            assert_eq!(checked(other, "oak"), Err(Problems::from([(field::PICTURE, Problem::Choose)])));
        }
        assert_eq!(checked("", "red;"), Err(Problems::from([(field::ACCENT, Problem::Choose)])));
    }

    const TOKENS: &str = include_str!("../../style/tokens.css");

    /// A token's two colours, in light and in the dark.
    fn values(name: &str) -> [(f64, f64, f64); 2] {
        let line = TOKENS.lines().find_map(|line| line.trim().strip_prefix(&format!("--{name}: light-dark("))).unwrap();
        let (light, dark) = line.trim_end_matches(");").split_once(", ").unwrap();
        [light, dark].map(|value| {
            let digits = value.strip_prefix('#').unwrap();
            let part = |place: usize| f64::from(u32::from_str_radix(&digits[place..place + 2], 16).unwrap());
            (part(0), part(2), part(4))
        })
    }

    /// How bright a colour is, as WCAG 2 reckons it.
    fn luminance((red, green, blue): (f64, f64, f64)) -> f64 {
        let part = |value: f64| {
            let value = value / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    fn contrast(one: (f64, f64, f64), other: (f64, f64, f64)) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_accent_is_readable_on_light_pages_and_on_dark_ones() {
        for accent in Accent::ALL {
            let accents = values(&format!("accent-{accent}"));
            for ground in ["paper", "sheet", "sunk"] {
                for (place, ground_value) in values(ground).into_iter().enumerate() {
                    let found = contrast(accents[place], ground_value);
                    assert!(found >= 4.5, "{accent} on {ground}, {place}: {found:.2}");
                }
            }
            // On paper it stands on white, and its letters are read in grey.
            assert!(contrast(accents[0], (255.0, 255.0, 255.0)) >= 4.5, "{accent} in print");
            // Words that stand on the accent itself.
            for (place, words) in values("on-voice").into_iter().enumerate() {
                let found = contrast(accents[place], words);
                assert!(found >= 4.5, "words on {accent}, {place}: {found:.2}");
            }
        }
    }

    #[test]
    fn contrast_is_reckoned_as_wcag_does() {
        assert!((contrast((0.0, 0.0, 0.0), (255.0, 255.0, 255.0)) - 21.0).abs() < 0.01);
        assert!((contrast((119.0, 119.0, 119.0), (255.0, 255.0, 255.0)) - 4.48).abs() < 0.01);
    }
}
