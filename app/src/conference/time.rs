//! How much time each moment has had. It informs and never alarms: below nothing it does not count.

use std::collections::BTreeMap;

/// Milliseconds, by the moment's place in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times(BTreeMap<u32, u64>);

impl Times {
    /// As it was written; what does not read as a time is left out.
    pub fn read(written: &str) -> Self {
        let pairs = written.split(',').filter_map(|pair| {
            let (moment, spent) = pair.split_once(':')?;
            Some((moment.parse().ok()?, spent.parse().ok()?))
        });
        Self(pairs.collect())
    }

    /// To be kept: `1:120000,2:3500`.
    pub fn written(&self) -> String {
        self.0.iter().map(|(moment, spent)| format!("{moment}:{spent}")).collect::<Vec<_>>().join(",")
    }

    /// More time for a moment.
    pub fn spend(&mut self, moment: u32, millis: u64) {
        let spent = self.0.entry(moment).or_default();
        *spent = spent.saturating_add(millis);
    }

    /// The time a moment has had.
    pub fn of(&self, moment: u32) -> u64 {
        self.0.get(&moment).copied().unwrap_or_default()
    }

    /// How many minutes a moment has left, the one that has begun included.
    pub fn minutes_left(&self, moment: u32, minutes: u32) -> u64 {
        (u64::from(minutes) * 60_000).saturating_sub(self.of(moment)).div_ceil(60_000)
    }

    /// How many whole minutes have passed in all.
    pub fn minutes_spent(&self) -> u64 {
        self.0.values().fold(0_u64, |all, spent| all.saturating_add(*spent)) / 60_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_kept_moment_by_moment_across_pages() {
        let mut times = Times::default();
        times.spend(1, 90_000);
        times.spend(2, 3_500);
        let again = Times::read(&times.written());
        assert_eq!(again, times);
        assert_eq!(again.minutes_spent(), 1);
    }

    #[test]
    fn what_is_left_counts_down_to_nothing_and_never_below() {
        let mut times = Times::default();
        assert_eq!(times.minutes_left(1, 9), 9);
        times.spend(1, 1_000);
        assert_eq!(times.minutes_left(1, 9), 9);
        times.spend(1, 8 * 60_000);
        assert_eq!(times.minutes_left(1, 9), 1);
        times.spend(1, 60 * 60_000);
        assert_eq!(times.minutes_left(1, 9), 0);
    }

    #[test]
    fn what_somebody_wrote_into_the_browsers_memory_breaks_nothing() {
        assert_eq!(Times::read("1:abc,,x,2:5,99999999999999999999:1"), Times::read("2:5"));
        let mut full = Times::read("1:18446744073709551615,2:18446744073709551615");
        full.spend(1, 5);
        assert!(full.minutes_spent() > 0);
    }
}
