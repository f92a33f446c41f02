//! ChaCha20-Poly1305 (RFC 8439), small enough for a phone's page: the crate of that name is five times as big there. The
//! tests hold every letter of it to that crate.

#![allow(clippy::needless_range_loop, reason = "several arrays are walked by one place")]

/// How many bytes prove that nothing was changed.
const TAG: usize = 16;
const LOW: u32 = 0x03ff_ffff;

/// The sealed bytes, with their proof behind them. `about` is proved too, and not among them.
pub fn sealed(key: &[u8; 32], nonce: &[u8; 12], about: &[u8], open: &[u8]) -> Vec<u8> {
    let mut bytes = open.to_vec();
    stream(key, nonce, &mut bytes);
    let tag = proof(key, nonce, about, &bytes);
    bytes.extend(tag);
    bytes
}

/// The bytes as they were, if nobody changed anything.
pub fn opened(key: &[u8; 32], nonce: &[u8; 12], about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (bytes, tag) = sealed.split_last_chunk::<TAG>()?;
    let other = proof(key, nonce, about, bytes).iter().zip(tag).fold(0, |other, (one, two)| other | (one ^ two));
    let mut bytes = bytes.to_vec();
    stream(key, nonce, &mut bytes);
    (other == 0).then_some(bytes)
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.iter().skip(at).take(4).rev().fold(0, |word, byte| (word << 8) | u32::from(*byte))
}

/// One block of ChaCha20.
fn block(key: &[u8; 32], nonce: &[u8; 12], number: u32) -> [u8; 64] {
    let mut start = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574, 0, 0, 0, 0, 0, 0, 0, 0, number, 0, 0, 0];
    for place in 0..8 {
        start[4 + place] = word(key, place * 4);
    }
    for place in 0..3 {
        start[13 + place] = word(nonce, place * 4);
    }
    let mut now = start;
    for round in 0..20 {
        for column in 0..4 {
            // Columns, then diagonals.
            let row = |row: usize| row * 4 + (column + if round % 2 == 0 { 0 } else { row }) % 4;
            for (one, two, three, turn) in [(0, 1, 3, 16), (2, 3, 1, 12), (0, 1, 3, 8), (2, 3, 1, 7)] {
                now[row(one)] = now[row(one)].wrapping_add(now[row(two)]);
                now[row(three)] = (now[row(three)] ^ now[row(one)]).rotate_left(turn);
            }
        }
    }
    let mut bytes = [0; 64];
    for (place, four) in bytes.chunks_exact_mut(4).enumerate() {
        four.copy_from_slice(&now[place].wrapping_add(start[place]).to_le_bytes());
    }
    bytes
}

fn stream(key: &[u8; 32], nonce: &[u8; 12], bytes: &mut [u8]) {
    for (number, chunk) in (1..).zip(bytes.chunks_mut(64)) {
        chunk.iter_mut().zip(block(key, nonce, number)).for_each(|(byte, mask)| *byte ^= mask);
    }
}

/// Poly1305 over what it is about, the sealed bytes and their lengths.
fn proof(key: &[u8; 32], nonce: &[u8; 12], about: &[u8], sealed: &[u8]) -> [u8; TAG] {
    let once = block(key, nonce, 0);
    let r = [
        word(&once, 0) & LOW,
        (word(&once, 3) >> 2) & 0x03ff_ff03,
        (word(&once, 6) >> 4) & 0x03ff_c0ff,
        (word(&once, 9) >> 6) & 0x03f0_3fff,
        (word(&once, 12) >> 8) & 0x000f_ffff,
    ];
    let lengths = [(about.len() as u64).to_le_bytes(), (sealed.len() as u64).to_le_bytes()].concat();
    let mut sum = [0_u32; 5];
    for chunk in about.chunks(TAG).chain(sealed.chunks(TAG)).chain([&lengths[..]]) {
        for (place, limb) in sum.iter_mut().enumerate() {
            let bits = word(chunk, place * 3) >> (place * 2);
            *limb += if place < 4 { bits & LOW } else { bits | (1 << 24) };
        }
        sum = product(sum, r);
    }
    // Modulo 2^130 - 5, in full.
    for _ in 0..2 {
        carry(&mut sum);
    }
    let mut less = sum;
    less[0] += 5;
    let over = (0..4).fold(less[0] >> 26, |over, place| (less[place + 1] + over) >> 26);
    if over > 0 {
        sum[0] += 5;
        carry(&mut sum);
        sum[0] = sum[0].wrapping_sub(5) & LOW;
    }
    let whole = (0..5).rev().fold(0_u128, |whole, place| (whole << 26).wrapping_add(u128::from(sum[place])));
    let pad = (0..4).rev().fold(0_u128, |pad, place| (pad << 32) | u128::from(word(&once, 16 + place * 4)));
    whole.wrapping_add(pad).to_le_bytes()
}

fn product(sum: [u32; 5], r: [u32; 5]) -> [u32; 5] {
    let mut over = 0;
    let mut made = [0; 5];
    for place in 0..5 {
        let all = (0..5).fold(over, |all, one| {
            let (factor, fold) = if one <= place { (r[place - one], 1) } else { (r[5 + place - one], 5) };
            all + u64::from(sum[one]) * u64::from(factor) * fold
        });
        made[place] = (all & u64::from(LOW)) as u32;
        over = all >> 26;
    }
    let first = u64::from(made[0]) + over * 5;
    made[0] = (first & u64::from(LOW)) as u32;
    made[1] += (first >> 26) as u32;
    made
}

/// Brings every limb under 2^26; what goes over 2^130 comes back five times.
fn carry(sum: &mut [u32; 5]) {
    for place in 0..5 {
        let over = sum[place] >> 26;
        sum[place] &= LOW;
        if place < 4 {
            sum[place + 1] += over;
        } else {
            sum[0] += over * 5;
        }
    }
}

#[cfg(test)]
mod tests {
    use chacha20poly1305::aead::{Aead, Payload};
    use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
    use proptest::prelude::*;

    use super::*;

    fn by_the_crate(key: &[u8; 32], nonce: &[u8; 12], about: &[u8], open: &[u8]) -> Vec<u8> {
        let cipher = ChaCha20Poly1305::new_from_slice(key).unwrap();
        cipher.encrypt(&(*nonce).into(), Payload { msg: open, aad: about }).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn every_letter_is_as_the_standard_has_it(
            key in any::<[u8; 32]>(),
            nonce in any::<[u8; 12]>(),
            about in prop::collection::vec(any::<u8>(), 0..70),
            open in prop::collection::vec(any::<u8>(), 0..400),
        ) {
            let made = sealed(&key, &nonce, &about, &open);
            prop_assert_eq!(&made, &by_the_crate(&key, &nonce, &about, &open));
            prop_assert_eq!(opened(&key, &nonce, &about, &made), Some(open));
        }

        #[test]
        fn bytes_at_the_edges_are_as_the_standard_has_them(
            key in prop::array::uniform32(prop::sample::select(vec![0_u8, 255])),
            nonce in prop::array::uniform12(prop::sample::select(vec![0_u8, 255])),
            open in prop::collection::vec(prop::sample::select(vec![0_u8, 255]), 0..200),
        ) {
            prop_assert_eq!(sealed(&key, &nonce, b"", &open), by_the_crate(&key, &nonce, b"", &open));
        }

        #[test]
        fn nothing_that_was_changed_is_opened(
            key in any::<[u8; 32]>(),
            open in prop::collection::vec(any::<u8>(), 0..100),
            place in any::<prop::sample::Index>(),
            bit in 0..8_u32,
        ) {
            let mut made = sealed(&key, &[3; 12], b"name", &open);
            let place = place.index(made.len());
            made[place] ^= 1 << bit;
            prop_assert_eq!(opened(&key, &[3; 12], b"name", &made), None);
        }
    }
}
