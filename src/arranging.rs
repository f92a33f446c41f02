//! Putting things in order, one beside another.
//!
//! A move names the thing and the neighbour it goes to, never a place by number: sent twice it happens once, and one
//! that was made from an old page still means what the person saw.

use crate::field::FieldName;

kinds! {
    /// On which side of another.
    pub enum Side {
        Before = "before",
        After = "after",
    }
}

impl Side {
    /// The field that holds the other.
    pub fn field(self) -> FieldName {
        FieldName::of_kind(self.as_str())
    }
}

/// The order with `what` put just before or after `other`; the order as it was when either is not in it.
pub fn put<T: Clone + PartialEq>(order: &[T], what: &T, side: Side, other: &T) -> Vec<T> {
    let mut rest: Vec<T> = order.to_vec();
    let Some(from) = order.iter().position(|thing| thing == what) else { return rest };
    let moved = rest.remove(from);
    let Some(beside) = rest.iter().position(|thing| thing == other) else { return order.to_vec() };
    let to = match side {
        Side::Before => beside,
        Side::After => beside + 1,
    };
    rest.insert(to, moved);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side() -> impl Strategy<Value = Side> {
        prop_oneof![Just(Side::Before), Just(Side::After)]
    }

    proptest! {
        #[test]
        fn a_move_never_loses_or_doubles_anything(
            order in proptest::collection::hash_set(0_u8..40, 0..20), what in 0_u8..40, side in side(), other in 0_u8..40,
        ) {
            let order: Vec<u8> = order.into_iter().collect();
            let mut before = order.clone();
            let mut after = put(&order, &what, side, &other);
            before.sort_unstable();
            after.sort_unstable();
            prop_assert_eq!(before, after);
        }

        #[test]
        fn a_move_sent_twice_happens_once(
            order in proptest::collection::hash_set(0_u8..20, 0..20), what in 0_u8..20, side in side(), other in 0_u8..20,
        ) {
            let order: Vec<u8> = order.into_iter().collect();
            let once = put(&order, &what, side, &other);
            prop_assert_eq!(put(&once, &what, side, &other), once);
        }

        #[test]
        fn a_move_brings_the_two_side_by_side_and_leaves_the_rest_in_order(
            order in proptest::collection::hash_set(0_u8..20, 2..20), what in any::<prop::sample::Index>(),
            side in side(), other in any::<prop::sample::Index>(),
        ) {
            let order: Vec<u8> = order.into_iter().collect();
            let (what, other) = (order[what.index(order.len())], order[other.index(order.len())]);
            prop_assume!(what != other);
            let after = put(&order, &what, side, &other);
            let at = |thing: u8| after.iter().position(|known| *known == thing).unwrap();
            prop_assert_eq!(at(other), if side == Side::Before { at(what) + 1 } else { at(what) - 1 });
            let others = |order: &[u8]| order.iter().copied().filter(|thing| *thing != what).collect::<Vec<_>>();
            prop_assert_eq!(others(&after), others(&order));
        }
    }

    #[test]
    fn what_is_not_there_moves_nothing() {
        assert_eq!(put(&[1, 2, 3], &9, Side::Before, &1), [1, 2, 3]);
        assert_eq!(put(&[1, 2, 3], &1, Side::After, &9), [1, 2, 3]);
        assert_eq!(put(&[1, 2, 3], &2, Side::After, &2), [1, 2, 3]);
    }
}
