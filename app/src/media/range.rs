//! The part of a recording that a player asks for.

use std::ops::RangeInclusive;

use http_range_header::parse_range_header;

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestedRange {
    /// All of it.
    Whole,
    /// From this byte to that, both among them.
    Part(RangeInclusive<u64>),
    /// What lies past the end.
    Nothing,
}

/// What a `Range` header asks of something this long. One that cannot be read, and one that asks for several parts, is
/// answered with all of it, as the standard allows.
pub fn wanted(header: Option<&str>, length: u64) -> RequestedRange {
    let Some(ranges) = header.and_then(|header| parse_range_header(header).ok()) else { return RequestedRange::Whole };
    if ranges.ranges.len() > 1 {
        return RequestedRange::Whole;
    }
    match ranges.validate(length).as_deref() {
        Ok([part]) => RequestedRange::Part(part.clone()),
        _ => RequestedRange::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_part_is_what_players_ask_for() {
        for (header, part) in [
            ("bytes=0-", 0..=99),
            ("bytes=0-1", 0..=1),
            ("bytes=40-", 40..=99),
            ("bytes=-10", 90..=99),
            ("bytes=90-500", 90..=99),
            ("bytes=99-99", 99..=99),
        ] {
            assert_eq!(wanted(Some(header), 100), RequestedRange::Part(part), "{header}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_answered_with_all_of_it() {
        let unread =
            ["", "bytes", "bytes=", "bytes=a-b", "seconds=0-1", "bytes=0-1,5-6", "bytes=99999999999999999999-"];
        for header in unread {
            assert_eq!(wanted(Some(header), 100), RequestedRange::Whole, "{header}");
        }
        assert_eq!(wanted(None, 100), RequestedRange::Whole);
    }

    #[test]
    fn past_the_end_there_is_nothing() {
        for header in ["bytes=100-", "bytes=100-200", "bytes=7-3"] {
            assert_eq!(wanted(Some(header), 100), RequestedRange::Nothing, "{header}");
        }
    }

    proptest! {
        #[test]
        fn a_part_never_leaves_the_whole(header in ".{0,40}", length in 1..u64::MAX) {
            if let RequestedRange::Part(part) = wanted(Some(&header), length) {
                prop_assert!(part.start() <= part.end() && *part.end() < length);
            }
        }

        #[test]
        fn numbers_mean_what_they_say(first in 0..2000_u64, last in 0..2000_u64, length in 1..1000_u64) {
            let header = format!("bytes={first}-{last}");
            let expected = if first < length && first <= last {
                RequestedRange::Part(first..=last.min(length - 1))
            } else {
                RequestedRange::Nothing
            };
            prop_assert_eq!(wanted(Some(&header), length), expected);
        }

        #[test]
        fn the_last_bytes_are_the_last(last in 1..2000_u64, length in 1..1000_u64) {
            let part = wanted(Some(&format!("bytes=-{last}")), length);
            prop_assert!(part == RequestedRange::Part(length.saturating_sub(last)..=length - 1) || last > length);
        }
    }
}
