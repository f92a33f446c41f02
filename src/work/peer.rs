//! Asking the advisory about a work.

use crate::at::At;
use crate::language::Language;

/// That the student asks fellow students, and what about.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PeerAsk {
    /// What they would like to hear about; may be empty.
    pub question: String,
    pub language: Language,
    pub asked_at: At,
}
