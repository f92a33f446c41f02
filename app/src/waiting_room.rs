//! What forms on their way may hold, all together and each sender: on disk and in memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::limits;

/// Bytes that all requests together may hold, and any one sender.
#[derive(Clone, Debug)]
pub struct Budget(Arc<BudgetState>);

#[derive(Debug)]
struct BudgetState {
    all: u64,
    each: u64,
    held: Mutex<(u64, HashMap<String, u64>)>,
}

impl Budget {
    /// A budget of so many bytes, of which one sender may hold so many.
    pub fn new(all: u64, each: u64) -> Self {
        Self(Arc::new(BudgetState { all, each, held: Mutex::default() }))
    }

    /// A share for this sender, with nothing in it yet.
    pub fn share(&self, whose: &str) -> Share {
        Share { budget: self.clone(), whose: whose.to_owned(), held: 0 }
    }

    /// How much is held now.
    pub fn held(&self) -> u64 {
        lock(&self.0.held).0
    }
}

/// What one request holds of a budget, until it is dropped.
#[derive(Debug)]
pub struct Share {
    budget: Budget,
    whose: String,
    held: u64,
}

impl Share {
    /// Holds so many bytes more; `false`, and nothing more is held, when they do not fit.
    pub fn hold(&mut self, more: u64) -> bool {
        let Budget(state) = &self.budget;
        let mut held = lock(&state.held);
        let mine = held.1.get(&self.whose).copied().unwrap_or(0);
        if held.0.saturating_add(more) > state.all || mine.saturating_add(more) > state.each {
            return false;
        }
        held.0 += more;
        held.1.insert(self.whose.clone(), mine + more);
        self.held += more;
        true
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut held = lock(&self.budget.0.held);
        held.0 = held.0.saturating_sub(self.held);
        if let Some(mine) = held.1.get_mut(&self.whose) {
            *mine = mine.saturating_sub(self.held);
            if *mine == 0 {
                held.1.remove(&self.whose);
            }
        }
    }
}

/// What forms on their way may hold.
#[derive(Clone, Debug)]
pub struct WaitingRoom {
    /// Files on disk.
    pub files: Budget,
    /// Words in memory.
    pub words: Budget,
    /// Words in memory of people nobody knows.
    pub words_of_strangers: Budget,
}

impl Default for WaitingRoom {
    fn default() -> Self {
        Self {
            files: Budget::new(limits::FILES_WAITING.0, limits::FILES_WAITING.1),
            words: Budget::new(limits::WORDS_WAITING.0, limits::WORDS_WAITING.1),
            words_of_strangers: Budget::new(limits::STRANGERS_WORDS_WAITING.0, limits::STRANGERS_WORDS_WAITING.1),
        }
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_held_by_share_and_given_back_when_a_form_is_done() {
        let budget = Budget::new(100, 60);
        let (mut one, mut other) = (budget.share("one"), budget.share("other"));
        assert!(one.hold(60));
        assert!(!one.hold(1), "one sender holds no more than their part");
        assert!(!budget.share("one").hold(1), "also not in another form");
        assert!(other.hold(40));
        assert!(!other.hold(1), "all together hold no more than there is");
        assert_eq!(budget.held(), 100);
        drop(one);
        assert_eq!(budget.held(), 40);
        assert!(budget.share("one").hold(60));
        drop(other);
        assert_eq!(budget.held(), 0);
        assert!(lock(&budget.0.held).1.is_empty(), "nobody is remembered");
    }
}
