//! The map of targets as a picture. The list beside it says the same.

use std::collections::HashMap;

use kinfolio::id::TargetId;
use kinfolio::target::Target;
use kinfolio::target::map::layers;
use kinfolio::target::standing::TargetStanding;
use leptos::prelude::*;

use super::standing_words;
use crate::wording::{apart, direction, locale};

/// A target's patch, and the room between patches.
const WIDE: usize = 208;
const HIGH: usize = 100;
const APART: usize = 56;
const BELOW: usize = 18;
const EDGE: usize = 8;
/// How much of a statement fits on a line, and how many lines on a patch.
const LINE: usize = 26;
const LINES: usize = 3;

/// Where a target's patch begins.
#[derive(Clone, Copy)]
struct GraphPlace {
    x: usize,
    y: usize,
}

/// The picture, in its frame.
#[component]
pub fn MapPicture(targets: Vec<Target>, standings: HashMap<TargetId, TargetStanding>) -> impl IntoView {
    let layers = layers(&targets);
    let longest = layers.iter().map(Vec::len).max().unwrap_or_default();
    let width = 2 * EDGE + layers.len() * (WIDE + APART) - if layers.is_empty() { 0 } else { APART };
    let height = 2 * EDGE + longest * (HIGH + BELOW);
    let mirrored = direction(locale()) == "rtl";
    let mut places: HashMap<&TargetId, GraphPlace> = HashMap::new();
    for (depth, layer) in layers.iter().enumerate() {
        // A short layer stands in the middle, so that threads stay short.
        let above = (longest - layer.len()) * (HIGH + BELOW) / 2;
        for (row, target) in layer.iter().enumerate() {
            let along = EDGE + depth * (WIDE + APART);
            let x = if mirrored { width - along - WIDE } else { along };
            places.insert(&target.id, GraphPlace { x, y: EDGE + above + row * (HIGH + BELOW) });
        }
    }
    let threads: Vec<String> = targets
        .iter()
        .flat_map(|target| target.builds_on.iter().map(move |below| (below, &target.id)))
        .filter_map(|(below, target)| Some(thread(*places.get(below)?, *places.get(target)?, mirrored)))
        .collect();
    let threads = threads.into_iter().map(|d| view! { <path class="map__thread" d=d></path> }).collect_view();
    let patches = targets
        .iter()
        .filter_map(|target| {
            let standing = standings.get(&target.id).copied().unwrap_or(TargetStanding::Ahead);
            Some(patch(*places.get(&target.id)?, &target.statement, standing))
        })
        .collect_view();
    view! {
        <div class="map" role="region" tabindex="0" aria-label=say!(mastery.map_frame)>
            <svg role="img" aria-label=say!(mastery.map_picture) width=width.to_string() height=height.to_string()
                viewBox=format!("0 0 {width} {height}")>
                // A picture is read as one thing: what is drawn in it says nothing by itself, and the list says it all.
                <g aria-hidden="true">{threads} {patches}</g>
            </svg>
        </div>
    }
}

/// From the end of one patch to the beginning of the next.
fn thread(from: GraphPlace, to: GraphPlace, mirrored: bool) -> String {
    let (start, end) = if mirrored { (from.x, to.x + WIDE) } else { (from.x + WIDE, to.x) };
    let (above, below) = (from.y + HIGH / 2, to.y + HIGH / 2);
    let middle = (start + end) / 2;
    format!("M{start} {above} C{middle} {above} {middle} {below} {end} {below}")
}

fn patch(at: GraphPlace, statement: &str, standing: TargetStanding) -> AnyView {
    let middle = (at.x + WIDE / 2).to_string();
    let lines = lines_of(statement)
        .into_iter()
        .enumerate()
        .map(|(row, line)| {
            let y = (at.y + 22 + row * 18).to_string();
            view! { <text class="map__said" x=middle.clone() y=y text-anchor="middle">{apart(line)}</text> }
        })
        .collect_view();
    view! {
        <g class=format!("map__patch map__patch--{standing}")>
            <rect x=at.x.to_string() y=at.y.to_string() width=WIDE.to_string() height=HIGH.to_string() rx="6"></rect>
            {lines}
            <text class="map__state" x=middle.clone() y=(at.y + HIGH - 12).to_string() text-anchor="middle">
                {standing_words(standing)}
            </text>
        </g>
    }
    .into_any()
}

/// A statement in a few lines; what does not fit is in the list.
fn lines_of(statement: &str) -> Vec<String> {
    let wide =
        |text: &str| text.chars().map(|c| if ('\u{1100}'..='\u{FFDC}').contains(&c) { 2 } else { 1 }).sum::<usize>();
    let mut lines = vec![String::new()];
    for word in statement.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if wide(line) + 1 + wide(word) <= LINE {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    // A word longer than a line, or a script without spaces, is broken where the line ends.
    let mut broken: Vec<String> = Vec::new();
    for line in lines {
        let mut rest = String::new();
        for c in line.chars() {
            if wide(&rest) >= LINE {
                broken.push(std::mem::take(&mut rest));
            }
            rest.push(c);
        }
        broken.push(rest);
    }
    if broken.len() > LINES {
        broken.truncate(LINES);
        if let Some(last) = broken.last_mut() {
            last.push('…');
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_fits_its_patch_in_any_script() {
        assert_eq!(lines_of("I can halve anything"), ["I can halve anything"]);
        assert_eq!(lines_of("I can name a part of something and say what the whole is.").len(), 3);
        for statement in ["外婆的算盘为什么不会忘记进位".repeat(9), "a".repeat(200), "word ".repeat(60), String::new()]
        {
            let lines = lines_of(&statement);
            assert!(lines.len() <= LINES && lines.iter().all(|line| line.chars().count() <= LINE + 1), "{lines:?}");
        }
    }

    #[test]
    fn a_thread_goes_from_what_comes_first_to_what_builds_on_it() {
        let (from, to) = (GraphPlace { x: 8, y: 8 }, GraphPlace { x: 272, y: 126 });
        assert_eq!(thread(from, to, false), "M216 58 C244 58 244 176 272 176");
        assert_eq!(thread(to, from, true), "M272 176 C244 176 244 58 216 58");
    }
}
