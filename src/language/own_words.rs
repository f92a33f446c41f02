//! The language of one's own words: remembered from the last time, and said otherwise with one tap.

use super::{Language, Languages};
use crate::person::Viewer;
use crate::store::{StoreError, Tx, run};

kinds! {
    /// Words whose language may have been guessed.
    pub enum Spoken {
        Contribution = "contribution",
        Remark = "remark",
        /// To a version, whose id stands for it.
        Answer = "answer",
        Work = "work",
        Feedback = "feedback",
        Reply = "reply",
        Commitment = "commitment",
        Testimony = "testimony",
    }
}

impl Spoken {
    /// The table such words are in.
    pub(crate) const fn table(self) -> &'static str {
        match self {
            Self::Contribution => "contribution",
            Self::Remark => "remark",
            Self::Answer => "affirmation",
            Self::Work => "work",
            Self::Feedback => "feedback",
            Self::Reply => "reply",
            Self::Commitment => "commitment",
            Self::Testimony => "testimony",
        }
    }

    /// Says in which language these words are, instead of `guessed`: only whoever wrote them can, and only while nobody has
    /// said anything else since. Whether there were such words.
    pub async fn say(
        self,
        tx: &mut Tx,
        viewer: &Viewer,
        id: &str,
        guessed: &Language,
        language: &Language,
    ) -> Result<bool, StoreError> {
        macro_rules! say {
            ($table:literal, $whose:literal, $id:literal) => {
                run!(
                    tx,
                    concat!(
                        "UPDATE ",
                        $table,
                        " SET language = $1 WHERE school_id = $2 AND ",
                        $whose,
                        " = $3 AND ",
                        $id,
                        " = $4 AND language = $5"
                    ),
                    language,
                    &viewer.school_id,
                    &viewer.person_id,
                    id,
                    guessed
                )
            };
        }
        let said = match self {
            Self::Contribution => say!("contribution", "written_by", "id"),
            Self::Remark => say!("remark", "author_id", "id"),
            Self::Answer => say!("affirmation", "person_id", "version_id"),
            Self::Work => say!("work", "student_id", "id"),
            Self::Feedback => say!("feedback", "author_id", "id"),
            Self::Reply => say!("reply", "author_id", "id"),
            Self::Commitment => say!("commitment", "author_id", "id"),
            Self::Testimony => say!("testimony", "author_id", "id"),
        };
        Ok(said? > 0)
    }
}

impl Viewer {
    /// Remembers the language somebody wrote in, for their next words.
    pub async fn wrote_in(&self, tx: &mut Tx, language: &Language) -> Result<(), StoreError> {
        if self.writes_in.first() == Some(language) || language.is_none() {
            return Ok(());
        }
        run!(
            tx,
            "UPDATE person SET writes_in = $1 WHERE id = $2 AND school_id = $3",
            Languages(vec![language.clone()]),
            &self.person_id,
            &self.school_id
        )?;
        Ok(())
    }
}
