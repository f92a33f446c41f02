//! What family members say back.

use crate::at::At;
use crate::id::{PersonId, ReplyId};
use crate::language::Language;

kinds! {
    /// How a reply begins.
    pub enum Starter {
        /// "I noticed…"
        Noticed = "noticed",
        /// "I am proud…"
        Proud = "proud",
        /// "I wonder…"
        Wonder = "wonder",
        /// "At home we…"
        Home = "home",
        /// In their own way.
        Own = "own",
    }
}

/// What a family member said back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "store", derive(sqlx::FromRow))]
pub struct Reply {
    pub id: ReplyId,
    pub author_id: PersonId,
    pub author: String,
    /// In the author's own words: "tía". Empty when they are kin no longer.
    pub kinship: String,
    pub starter: Starter,
    pub text: String,
    pub language: Language,
    pub made_at: At,
}
