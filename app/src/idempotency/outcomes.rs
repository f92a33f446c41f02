//! Where forms led that were answered just now.

use std::sync::{Mutex, MutexGuard, PoisonError};

use kinfolio::idempotency::Sending;

/// Where forms led, until that is kept: the answer does not wait for it.
#[derive(Default)]
pub(crate) struct Outcomes(Mutex<Vec<(Sending, String)>>);

impl Outcomes {
    pub(super) fn open(&self) -> MutexGuard<'_, Vec<(Sending, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds one; whether it is the first that waits.
    pub(super) fn add(&self, sending: Sending, place: String) -> bool {
        let mut waiting = self.open();
        waiting.push((sending, place));
        waiting.len() == 1
    }

    /// Where this one led.
    pub(super) fn of(&self, sending: &Sending) -> Option<String> {
        self.open().iter().find(|(waiting, _)| waiting.mark() == sending.mark()).map(|(_, place)| place.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kinfolio::id::{PersonId, SchoolId};

    #[test]
    fn where_a_form_led_is_known_before_it_is_kept() {
        let outcomes = Outcomes::default();
        let (school, person) = (SchoolId::new(), PersonId::new());
        let sending = Sending::of(&school, &person, "a form");
        assert!(outcomes.add(sending.clone(), "/work/1".into()));
        assert!(!outcomes.add(Sending::of(&school, &person, "another"), "/work/2".into()));
        // Another request with the same form.
        assert_eq!(outcomes.of(&Sending::of(&school, &person, "a form")).as_deref(), Some("/work/1"));
        assert_eq!(outcomes.of(&Sending::of(&school, &PersonId::new(), "a form")), None);
    }
}
