//! Everything a shared text makes is accepted and reads the same; everything else is refused, and does no harm.

use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::*;
use crate::together::{LONGEST_EDIT, SharedText, Splice, is_edit, merged, one_splice};

/// A number as the encoding writes it.
fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// One block of a client id from this clock on, and nothing deleted.
fn edit_of(client_id: u64, clock: u64, block: &[u8]) -> Vec<u8> {
    [&[1, 1], &varint(client_id)[..], &varint(clock), block, &[0]].concat()
}

/// A block that begins the text, with this content.
fn begins(kind: u8, content: &[u8]) -> Vec<u8> {
    [&[kind, 1, 5][..], b"words", content].concat()
}

/// Shared texts that were written on at random, each knowing some of the others, and every edit that came of it.
fn written_at_random(dice: &mut StdRng, operations: usize) -> (Vec<SharedText>, Vec<Vec<u8>>) {
    let all_shared: Vec<SharedText> =
        (1..=4).map(|client_id| SharedText::new(ClientId(client_id * 1_000_000_007))).collect();
    let mut edits = Vec::new();
    for _ in 0..operations {
        let (one, other) = (&all_shared[dice.random_range(0..4)], &all_shared[dice.random_range(0..4)]);
        let long = one.text().encode_utf16().count() as u32;
        let edit = match dice.random_range(0..10) {
            0..7 => {
                // Places between letters, as a field has them.
                let text = one.text();
                let places: Vec<u32> = text
                    .char_indices()
                    .map(|(byte, _)| text[..byte].encode_utf16().count() as u32)
                    .chain([long])
                    .collect();
                let mut pick = || places[dice.random_range(0..places.len())];
                let (from, to) = (pick(), pick());
                let new = ["", "a", "ñ", "🏡", "together ", "👩‍👧 ", "كلنا"][dice.random_range(0..7)];
                let gone = if dice.random_bool(0.5) { to.saturating_sub(from).min(6) } else { 0 };
                let gone = if places.contains(&(from + gone)) { gone } else { 0 };
                one.write(&[Splice { at: from, gone, new: new.into() }])
            }
            7 => Some(one.whole()),
            _ => Some(one.missing(&other.seen()).unwrap()),
        };
        let Some(edit) = edit else { continue };
        assert!(is_edit(&edit), "a shared text makes {edit:?}");
        // What builds on what was not seen is refused, and comes again with everything.
        if other.new_clients(&edit).is_ok() {
            other.take(&edit).unwrap()
        } else {
            other.take(&one.whole()).unwrap()
        }
        edits.push(edit);
    }
    (all_shared, edits)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_shared_texts_make_is_accepted_and_reads_the_same(seed: u64, operations in 1..80_usize) {
        let (all_shared, edits) = written_at_random(&mut StdRng::seed_from_u64(seed), operations);
        let (all, together) = (SharedText::new(ClientId(9)), SharedText::new(ClientId(9)));
        for edit in &edits {
            all.take(edit).unwrap();
        }
        // In bundles, as rooms keep them.
        for bundle in edits.chunks(3) {
            let bundle: Vec<&[u8]> = bundle.iter().map(Vec::as_slice).collect();
            let bundle = merged(&bundle);
            prop_assert_eq!(bundle.len(), 1);
            prop_assert!(is_edit(&bundle[0]));
            together.take(&bundle[0]).unwrap();
        }
        prop_assert_eq!(all.text(), together.text());
        prop_assert_eq!(all.pieces(), together.pieces());
        for shared in &all_shared {
            let whole = shared.whole();
            all.take(&whole).unwrap();
            prop_assert!(is_edit(&whole));
            prop_assert!(is_what_was_seen(&shared.seen()));
            for at in 0..6 {
                let mark = shared.mark(at);
                prop_assert!(is_mark(&mark), "{:?}", mark);
                prop_assert!(shared.find(&mark).is_some());
            }
        }
        // Whoever saw everything lacks nothing.
        prop_assert!(SharedText::new(ClientId(8)).new_clients(&all.whole()).is_ok());
        for shared in &all_shared {
            shared.take(&all.whole()).unwrap();
            prop_assert_eq!(shared.text(), all.text());
        }
    }
}

#[test]
fn what_no_shared_text_makes_is_no_edit() {
    let nested = [&[1][..], &[117, 1].repeat(10_000), &[126]].concat();
    let good = edit_of(7, 0, &begins(4, &[1, b'x']));
    assert!(is_edit(&good));
    let refused: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", vec![]),
        ("five bytes for eight gigabytes", vec![0xff, 0xff, 0xff, 0xff, 0x07]),
        ("as many blocks", [&[1][..], &[0xff, 0xff, 0xff, 0xff, 0x0f], &[7, 0]].concat()),
        ("as many deleted", [&[0, 1, 7][..], &[0xff, 0xff, 0xff, 0xff, 0x0f]].concat()),
        ("values within values", edit_of(7, 0, &begins(8, &nested))),
        ("JSON", edit_of(7, 0, &begins(2, &[1, 1, b'1']))),
        ("bytes", edit_of(7, 0, &begins(3, &[1, 1]))),
        ("a picture", edit_of(7, 0, &begins(5, &[2, b'{', b'}']))),
        ("a format", edit_of(7, 0, &begins(6, &[1, b'b', 4, b't', b'r', b'u', b'e']))),
        ("a text within", edit_of(7, 0, &begins(7, &[2]))),
        ("a shared text within", edit_of(7, 0, &begins(9, &[1, b'x', 0]))),
        ("no letters", edit_of(7, 0, &begins(4, &[0]))),
        ("no letters, deleted", edit_of(7, 0, &begins(1, &[0]))),
        ("half a letter", edit_of(7, 0, &begins(4, &[1, 0xc3]))),
        ("a key", edit_of(7, 0, &begins(4 | 0x20, &[1, b'k', 1, b'x']))),
        ("another text", edit_of(7, 0, &[4, 1, 5, b'w', b'o', b'r', b'd', b'z', 1, b'x'])),
        ("within a letter", edit_of(7, 0, &[4, 0, 7, 0, 1, b'x'])),
        ("no client id", edit_of(0, 0, &begins(4, &[1, b'x']))),
        ("a client id beyond all", edit_of(1 << 53, 0, &begins(4, &[1, b'x']))),
        ("a clock that turns over", edit_of(7, u64::from(u32::MAX), &begins(4, &[1, b'x']))),
        ("a hole that turns over", edit_of(7, 5, &[&[10][..], &varint(u64::from(u32::MAX))].concat())),
        ("gone beyond counting", edit_of(7, 0, &[&[0][..], &varint(u64::from(u32::MAX))].concat())),
        ("a client id twice", [&[2][..], &good[1..good.len() - 1], &good[1..]].concat()),
        ("a client id without a word", vec![1, 0, 7, 0, 0]),
        ("something after it", [&good[..], &[0]].concat()),
        ("a number the long way", [&[0x81, 0x00][..], &good[1..]].concat()),
        ("too much", vec![0; LONGEST_HISTORY + 1]),
    ];
    let shared = SharedText::new(ClientId(1));
    shared.write(&one_splice("", "ours"));
    for (what, edit) in refused {
        assert!(!is_edit(&edit), "{what}");
        assert_eq!(shared.take(&edit), Err(BadEdit), "{what}");
        assert_eq!(shared.new_clients(&edit), Err(BadEdit), "{what}");
        assert_eq!(merged(&[&edit, &good]).len(), 2, "{what}");
    }
    // Nothing of client id 7 was seen, so that its sixth letter stands after a gap, though it leans on none of them.
    assert_eq!(shared.new_clients(&edit_of(7, 5, &begins(4, &[1, b'x']))), Err(BadEdit));
    assert_eq!(shared.new_clients(&[0, 1, 7, 1, 0, 3]), Err(BadEdit), "deletes what nobody wrote");
    assert_eq!(shared.text(), "ours");
    for mark in [&b""[..], b"?", &[0, 1], &[0, 1, 0, 0, 0], &[2, 1, 0, 0], &[1, 1, b'x', 0], &[0; 300]] {
        assert!(!is_mark(mark), "{mark:?}");
        assert_eq!(shared.find(mark), None);
    }
    for seen in [&b""[..], &[0xff, 0xff, 0xff, 0xff, 0x0f], &[1, 0, 0], &[0, 0]] {
        assert_eq!(shared.missing(seen), Err(BadEdit), "{seen:?}");
    }
}

#[test]
fn a_thousand_client_ids_that_lean_on_one_another_do_no_harm() {
    // Each client id's one letter stands after the next lower one's: the library goes down to the lowest before it takes any.
    let most = MOST_CLIENTS as u64;
    let mut edit = varint(most);
    for client_id in (1..=most).rev() {
        edit.push(1);
        edit.extend(varint(client_id));
        edit.push(0);
        if client_id == 1 {
            edit.extend(begins(4, &[1, b'a']));
        } else {
            edit.push(4 | 0x80);
            edit.extend(varint(client_id - 1));
            edit.extend([0, 1, b'a']);
        }
    }
    edit.push(0);
    let shared = SharedText::new(ClientId(5_000));
    shared.take(&edit).unwrap();
    assert_eq!(shared.text().len(), MOST_CLIENTS);
    // And no more than these.
    let one_more = SharedText::new(ClientId(6_000));
    one_more.take(&shared.whole()).unwrap();
    let edit = one_more.write(&one_splice(&shared.text(), "")).unwrap();
    assert_eq!(shared.new_clients(&edit), Ok(vec![]), "deleting needs no client id");
    let edit = one_more.write(&one_splice("", "b")).unwrap();
    assert_eq!(shared.new_clients(&edit), Err(BadEdit));
}

/// Bytes that are nothing, or were an edit until somebody had a hand in it.
fn hostile(dice: &mut StdRng, edits: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = edits[dice.random_range(0..edits.len())].clone();
    for _ in 0..dice.random_range(1..6) {
        let at = dice.random_range(0..=bytes.len());
        match dice.random_range(0..8) {
            0 => bytes = (0..dice.random_range(0..120)).map(|_| dice.random()).collect(),
            1 => bytes.truncate(at),
            2 => drop(bytes.splice(at..at, varint(dice.random()))),
            3 => drop(bytes.splice(at..at, varint(u64::from(u32::MAX) >> dice.random_range(0..20)))),
            4 => drop(bytes.splice(at..at, [117, 1].repeat(dice.random_range(1..300)))),
            5 => bytes.extend(&edits[dice.random_range(0..edits.len())]),
            _ if at < bytes.len() => bytes[at] = dice.random::<u8>() >> dice.random_range(0..8),
            _ => {}
        }
    }
    bytes
}

const NAME: &str = "together::validate::tests::a_million_hostile_bytes_take_no_room_and_end_nothing";

/// In a process of its own: what would end the program ends this one, and nobody else takes room in it.
#[test]
fn a_million_hostile_bytes_take_no_room_and_end_nothing() {
    if std::env::var_os("KINFOLIO_HOSTILE").is_some() {
        return hear_a_million_bytes();
    }
    let own = std::env::current_exe().unwrap();
    let output = std::process::Command::new(own)
        .args(["--exact", NAME, "--nocapture"])
        .env("KINFOLIO_HOSTILE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    if cfg!(target_os = "linux") {
        let grown = said.lines().find_map(|line| line.strip_prefix("grown by kB: ")).expect("a figure");
        assert!(grown.parse::<u64>().unwrap() < 32 * 1024, "{grown} kB");
    }
}

fn hear_a_million_bytes() {
    let mut dice = StdRng::seed_from_u64(20_261_130);
    let (all_shared, edits) = written_at_random(&mut dice, 60);
    let edits: Vec<Vec<u8>> = edits.into_iter().filter(|edit| edit.len() < 600).collect();
    let (before, mut heard, mut taken) = (peak_kb(), 0, 0);
    while heard < 1_000_000 {
        let bytes = hostile(&mut dice, &edits);
        heard += bytes.len();
        // Whoever it is heard by has seen some of what it is made of.
        let shared = SharedText::new(ClientId(3));
        shared.take(&all_shared[dice.random_range(0..4)].whole()).unwrap();
        let text = shared.text();
        if shared.new_clients(&bytes).is_ok() {
            shared.take(&bytes).unwrap();
            taken += 1;
        } else {
            let _ = SharedText::new(ClientId(4)).take(&bytes);
            assert_eq!(shared.text(), text);
        }
        let _ = (shared.missing(&bytes), shared.find(&bytes), merged(&[&bytes, &edits[0]]));
        let written = shared.write(&one_splice(&shared.text(), "still ours")).unwrap_or_default();
        assert!(written.is_empty() || is_edit(&written));
        assert_eq!(shared.text(), "still ours");
        assert!(shared.whole().len() <= LONGEST_EDIT);
    }
    println!("taken: {taken}");
    println!("grown by kB: {}", peak_kb() - before);
}

/// The most memory this process ever had.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
