//! The targets as a map: each one further along than all it builds on.

use std::collections::{BTreeMap, BTreeSet};

use super::Target;
use crate::id::TargetId;

/// The targets, layer by layer: each stands in the first layer past everything it builds on. Inside a layer, each stands
/// as near as can be to what it builds on.
pub fn layers(targets: &[Target]) -> Vec<Vec<&Target>> {
    let depth = depths(targets);
    let deepest = depth.values().max().map_or(0, |deepest| deepest + 1);
    let mut layers: Vec<Vec<&Target>> = vec![Vec::new(); deepest];
    for target in targets {
        if let Some(layer) = depth.get(&target.id).and_then(|depth| layers.get_mut(*depth)) {
            layer.push(target);
        }
    }
    let mut row: BTreeMap<&TargetId, usize> = BTreeMap::new();
    for layer in &mut layers {
        // Twice the sum over the count, so that whole numbers do: half a row is enough to tell.
        let middle = |target: &&Target| {
            let rows: Vec<usize> = target.builds_on.iter().filter_map(|below| row.get(below)).copied().collect();
            (2 * rows.iter().sum::<usize>()).checked_div(rows.len())
        };
        layer.sort_by_key(middle);
        row.extend(layer.iter().enumerate().map(|(place, target)| (&target.id, place)));
    }
    layers
}

/// The targets subject by subject, each after all it builds on; where nothing says otherwise, in the order they come in.
pub fn in_order(targets: Vec<Target>) -> Vec<Target> {
    let known: BTreeSet<TargetId> = targets.iter().map(|target| target.id.clone()).collect();
    let mut subjects: Vec<(String, Vec<Target>)> = Vec::new();
    for target in &targets {
        if !subjects.iter().any(|(subject, _)| *subject == target.subject) {
            subjects.push((target.subject.clone(), Vec::new()));
        }
    }
    let (mut waiting, mut placed) = (targets, BTreeSet::new());
    while !waiting.is_empty() {
        let is_free = |target: &Target| target.builds_on.iter().all(|on| placed.contains(on) || !known.contains(on));
        // In a circle, which the school cannot make, the first one goes first.
        let next = waiting.remove(waiting.iter().position(is_free).unwrap_or(0));
        placed.insert(next.id.clone());
        if let Some((_, there)) = subjects.iter_mut().find(|(subject, _)| *subject == next.subject) {
            there.push(next);
        }
    }
    subjects.into_iter().flat_map(|(_, targets)| targets).collect()
}

/// How many targets stand before each one on the longest way to it.
fn depths(targets: &[Target]) -> BTreeMap<TargetId, usize> {
    let mut depth: BTreeMap<TargetId, usize> = targets.iter().map(|target| (target.id.clone(), 0)).collect();
    // A way is never longer than there are targets; a circle, which the school cannot make, would end there too.
    for _ in 0..targets.len() {
        let mut moved = false;
        for target in targets {
            let past =
                target.builds_on.iter().filter_map(|below| depth.get(below)).max().map_or(0, |deepest| deepest + 1);
            if past > depth.get(&target.id).copied().unwrap_or(0) && past < targets.len() {
                depth.insert(target.id.clone(), past);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    depth
}

/// A target in the list that says the same as the map, with those beneath which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch<'t> {
    pub target: &'t Target,
    /// What builds on it. A target that builds on several stands once: beneath the furthest of them.
    pub grows: Vec<Branch<'t>>,
}

/// The map as a list of lists.
pub fn branches(targets: &[Target]) -> Vec<Branch<'_>> {
    let depth = depths(targets);
    let mut above: BTreeMap<Option<&TargetId>, Vec<&Target>> = BTreeMap::new();
    for target in targets {
        let known = target.builds_on.iter().filter(|below| depth.contains_key(below));
        above.entry(known.max_by_key(|below| (depth.get(below), *below))).or_default().push(target);
    }
    fn grown<'t>(
        above: &BTreeMap<Option<&TargetId>, Vec<&'t Target>>,
        on: Option<&TargetId>,
        room: usize,
    ) -> Vec<Branch<'t>> {
        let grows = |target: &&'t Target| {
            let grows = if room == 0 { Vec::new() } else { grown(above, Some(&target.id), room - 1) };
            Branch { target, grows }
        };
        above.get(&on).map(|targets| targets.iter().map(grows).collect()).unwrap_or_default()
    }
    grown(&above, None, targets.len().min(64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn targets(count: usize, edges: &[(usize, usize)]) -> Vec<Target> {
        let ids: Vec<TargetId> = (0..count).map(|_| TargetId::new()).collect();
        let of = |place: usize| edges.iter().filter(|(to, _)| *to == place).map(|(_, on)| ids[*on].clone()).collect();
        (0..count)
            .map(|place| Target {
                id: ids[place].clone(),
                subject: "Mathematics".into(),
                statement: place.to_string(),
                criteria: "Both halves are equal".into(),
                version: 1,
                is_withdrawn: false,
                builds_on: of(place),
            })
            .collect()
    }

    fn words(layers: Vec<Vec<&Target>>) -> Vec<Vec<&str>> {
        layers.into_iter().map(|layer| layer.into_iter().map(|target| target.statement.as_str()).collect()).collect()
    }

    #[test]
    fn a_target_stands_past_everything_it_builds_on_and_near_it() {
        let all = targets(6, &[(2, 0), (3, 1), (4, 0), (5, 2), (5, 1)]);
        assert_eq!(words(layers(&all)), [vec!["0", "1"], vec!["2", "4", "3"], vec!["5"]]);
        assert!(layers(&[]).is_empty());
    }

    #[test]
    fn what_builds_on_nothing_stays_where_it_was() {
        let all = targets(4, &[(0, 3)]);
        let ordered: Vec<String> = in_order(all).into_iter().map(|target| target.statement).collect();
        assert_eq!(ordered, ["1", "2", "3", "0"]);
    }

    fn flat<'t>(branches: &[Branch<'t>], into: &mut Vec<&'t str>) {
        for branch in branches {
            into.push(&branch.target.statement);
            flat(&branch.grows, into);
        }
    }

    proptest! {
        #[test]
        fn in_order_each_comes_after_what_it_builds_on_and_a_subject_stays_together(
            edges in prop::collection::vec((0usize..20, 0usize..20), 0..60), subjects in prop::collection::vec(0u8..3, 20),
        ) {
            let forwards: Vec<_> = edges.into_iter().filter(|(target, below)| target < below).collect();
            let mut all = targets(20, &forwards);
            for (target, subject) in all.iter_mut().zip(subjects) {
                target.subject = subject.to_string();
            }
            let ordered = in_order(all.clone());
            prop_assert_eq!(ordered.len(), all.len());
            let place = |id: &TargetId| ordered.iter().position(|target| target.id == *id);
            for target in &ordered {
                for below in &target.builds_on {
                    let same = ordered.iter().any(|other| other.id == *below && other.subject == target.subject);
                    prop_assert!(!same || place(below) < place(&target.id));
                }
            }
            let mut runs: Vec<&str> = ordered.iter().map(|target| target.subject.as_str()).collect();
            runs.dedup();
            prop_assert_eq!(runs.iter().collect::<BTreeSet<_>>().len(), runs.len());
        }

        #[test]
        fn map_and_list_hold_every_target_once(edges in prop::collection::vec((0usize..20, 0usize..20), 0..60)) {
            let forwards: Vec<_> = edges.into_iter().filter(|(target, below)| target > below).collect();
            let all = targets(20, &forwards);
            let layers = layers(&all);
            let depth: BTreeMap<_, _> =
                layers.iter().enumerate().flat_map(|(depth, layer)| layer.iter().map(move |t| (&t.id, depth))).collect();
            prop_assert_eq!(depth.len(), all.len());
            for target in &all {
                for below in &target.builds_on {
                    prop_assert!(depth[below] < depth[&target.id]);
                }
            }
            let mut listed = Vec::new();
            flat(&branches(&all), &mut listed);
            listed.sort();
            let mut wanted: Vec<_> = all.iter().map(|target| target.statement.as_str()).collect();
            wanted.sort();
            prop_assert_eq!(listed, wanted);
        }
    }
}
