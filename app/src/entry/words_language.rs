//! `/words/language`: the language of one's own words, where it was guessed wrong.

use kinfolio::field;
use kinfolio::taking_back::Undoable;

use crate::asking::{Asking, go, go_saying};
use crate::fields::Fields;
use crate::own_path::own_path;
use crate::own_words::GuessedLanguage;
use crate::refusal::Answer;
use crate::said::Done;

/// Takes the other language for one's own words.
pub async fn correct(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let then = own_path(fields.get(field::THEN)).to_owned();
    let Some(GuessedLanguage { spoken, id, guessed, instead }) =
        GuessedLanguage::read(fields.get(field::LANGUAGE_GUESS))
    else {
        return go(then);
    };
    let mut tx = asking.write().await?;
    let said = spoken.say(&mut tx, viewer, &id, &guessed, &instead).await?;
    if said {
        viewer.wrote_in(&mut tx, &instead).await?;
        let languages = (&guessed, &instead);
        Undoable::is_in_another_language(&mut tx, viewer, (spoken, &id), languages, asking.now()).await?;
    }
    tx.commit().await?;
    if said { go_saying(then, Done::Saved) } else { go(then) }
}
