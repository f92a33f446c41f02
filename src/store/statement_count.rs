//! How many statements something took: what a page asks the database must not grow with what it shows.

use std::cell::Cell;
use std::future::Future;

tokio::task_local! {
    static STATEMENTS: Cell<u64>;
}

/// Does some work, and says how many statements it ran on the database. What it leaves to other tasks is theirs.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, u64) {
    let within = async {
        let done = work.await;
        (done, so_far())
    };
    let (done, statements) = STATEMENTS.scope(Cell::new(0), within).await;
    add(statements);
    (done, statements)
}

/// How many the work at hand ran so far; none where nobody counts.
pub fn so_far() -> u64 {
    STATEMENTS.try_with(Cell::get).unwrap_or_default()
}

/// One more.
pub(super) fn count() {
    add(1);
}

fn add(more: u64) {
    let _ = STATEMENTS.try_with(|statements| statements.set(statements.get() + more));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_counted_inside_counts_outside_too() {
        count();
        let (inside, outside) = counted(async {
            count();
            let ((), inside) = counted(async { (0..3).for_each(|_| count()) }).await;
            inside
        })
        .await;
        assert_eq!((inside, outside, so_far()), (3, 4, 0));
    }
}
