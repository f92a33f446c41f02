//! How long a moment and the whole have lasted. It informs and never alarms: below nothing it does not count.

/// A clock that the server sets whenever it is heard, and that goes on by itself between. Milliseconds; `at` is when it was
/// set, by the device's own clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MomentClock {
    here: u64,
    whole: u64,
    at: u64,
}

impl MomentClock {
    /// Set just now.
    pub fn set(here: i64, whole: i64, at: u64) -> Self {
        Self { here: u64::try_from(here).unwrap_or_default(), whole: u64::try_from(whole).unwrap_or_default(), at }
    }

    /// As it was written; anything else is a clock that has not begun.
    pub fn read(written: &str, now: u64) -> Self {
        let mut numbers = written.split(',').map(str::parse);
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(here)), Some(Ok(whole)), Some(Ok(at))) => Self { here, whole, at },
            _ => Self { here: 0, whole: 0, at: now },
        }
    }

    /// To be kept across pages.
    pub fn written(&self) -> String {
        format!("{},{},{}", self.here, self.whole, self.at)
    }

    /// The next moment begins.
    pub fn moved(&self, now: u64) -> Self {
        Self { here: 0, whole: self.whole.saturating_add(self.since(now)), at: now }
    }

    /// How long this moment has lasted.
    pub fn here(&self, now: u64) -> u64 {
        self.here.saturating_add(self.since(now))
    }

    /// How many minutes a moment has left, the one that has begun included.
    pub fn minutes_left(&self, minutes: u64, now: u64) -> u64 {
        minutes.saturating_mul(60_000).saturating_sub(self.here(now)).div_ceil(60_000)
    }

    /// How many whole minutes have passed in all.
    pub fn minutes_spent(&self, now: u64) -> u64 {
        self.whole.saturating_add(self.since(now)) / 60_000
    }

    fn since(&self, now: u64) -> u64 {
        now.saturating_sub(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_by_itself_across_moments_and_pages() {
        let clock = MomentClock::set(30_000, 90_000, 1_000);
        assert_eq!((clock.here(31_000), clock.minutes_spent(31_000)), (60_000, 2));
        let next = MomentClock::read(&clock.moved(31_000).written(), 0);
        assert_eq!((next.here(91_000), next.minutes_spent(91_000)), (60_000, 3));
    }

    #[test]
    fn what_is_left_counts_down_to_nothing_and_never_below() {
        let clock = MomentClock::set(0, 0, 0);
        assert_eq!(clock.minutes_left(9, 0), 9);
        assert_eq!(clock.minutes_left(9, 1_000), 9);
        assert_eq!(clock.minutes_left(9, 8 * 60_000 + 1), 1);
        assert_eq!(clock.minutes_left(9, 60 * 60_000), 0);
    }

    #[test]
    fn what_somebody_wrote_into_the_browsers_memory_breaks_nothing() {
        assert_eq!(MomentClock::read("1:abc,,x", 7), MomentClock { here: 0, whole: 0, at: 7 });
        let full = MomentClock::read("18446744073709551615,18446744073709551615,0", 0);
        assert!(full.minutes_spent(u64::MAX) > 0 && full.minutes_left(u64::MAX, u64::MAX) == 0);
        assert_eq!(MomentClock::set(-5, i64::MIN, 3), MomentClock { here: 0, whole: 0, at: 3 });
    }
}
