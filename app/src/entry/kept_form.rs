//! The words of a form that was interrupted, as they are carried along through coming in again.

use crate::fields::Values;

/// The words of a form that was interrupted.
#[derive(Clone, Debug)]
pub struct KeptForm(Values);

impl KeptForm {
    /// The words of a form, without its passwords: those are never sent back.
    pub fn of(values: Values) -> Self {
        Self(values.only(|name| !name.starts_with("password")))
    }

    /// What a sign-in form carried along, if it did.
    pub fn read(carried: &str) -> Option<Self> {
        let values: Values = serde_json::from_str(carried).ok()?;
        values.iter().next()?;
        Some(Self::of(values))
    }

    /// As a sign-in form carries it along.
    pub fn written(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The words.
    pub fn values(&self) -> &Values {
        &self.0
    }

    /// The words.
    pub fn into_values(self) -> Values {
        self.0
    }
}
