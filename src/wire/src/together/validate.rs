//! What bytes may reach the library that keeps shared texts. It was made for friends: it makes room for as many things as
//! somebody says will follow, and reads values within values by recursion, so that a few bytes could take all memory or end
//! the program. Here is a reader of our own for the little that our editor makes, strings of letters and what was deleted,
//! in the one text there is: it goes once through the bytes, makes room for nothing that is only announced, and never calls
//! itself.
//!
//! The encoding is version 1 of Yjs: numbers are varints; an update is a list of blocks for each client, the highest client
//! first, and then the set of what is deleted.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{BadEdit, ClientId};

/// The name of the one text in a document.
pub(super) const ROOT: &str = "words";
/// The longest shared text, with all its history, in bytes.
pub(super) const LONGEST_HISTORY: usize = 1024 * 1024;
/// How many clients may have written on one shared text. The library goes from one to the next by recursion.
pub const MOST_CLIENTS: usize = 1_000;
/// How many letters one client id may write in all its life: the library counts them in 32 bits, at times with a sign.
const MOST_LETTERS: u32 = 1 << 24;
/// The longest mark, in bytes: a client id, a letter's number, a side.
const LONGEST_MARK: usize = 24;

/// What an edit is about, as far as it has to be known before it is taken in.
#[derive(Debug)]
pub(super) struct Outline {
    /// Which letters it brings, by client id: runs of them, in their order.
    brings: Vec<(ClientId, Range<u32>)>,
    /// Up to which letter of each client id it says something of: stands beside it, or deletes it.
    leans_on: BTreeMap<ClientId, u32>,
}

impl Outline {
    /// Reads an edit.
    ///
    /// # Errors
    /// When it is anything that no shared text makes.
    pub(super) fn read(edit: &[u8]) -> Result<Self, BadEdit> {
        if edit.len() > LONGEST_HISTORY {
            return Err(BadEdit);
        }
        let mut outline = Self { brings: Vec::new(), leans_on: BTreeMap::new() };
        let mut reader = EditReader(edit);
        outline.read_blocks(&mut reader)?;
        outline.read_deleted(&mut reader)?;
        reader.end()?;
        Ok(outline)
    }

    /// The client ids whose letters are new to a shared text that has seen so many of each.
    ///
    /// # Errors
    /// When the edit builds on letters that are neither there nor in it.
    pub(super) fn new_clients(&self, seen: impl Fn(ClientId) -> u32) -> Result<Vec<ClientId>, BadEdit> {
        let mut after: BTreeMap<ClientId, u32> = BTreeMap::new();
        let mut new = Vec::new();
        for (client_id, letters) in &self.brings {
            let had = seen(*client_id);
            let has = after.entry(*client_id).or_insert(had);
            if letters.start > *has {
                return Err(BadEdit);
            }
            *has = letters.end.max(*has);
            if letters.end > had && new.last() != Some(client_id) {
                new.push(*client_id);
            }
        }
        let known = |client_id: &ClientId| after.get(client_id).copied().unwrap_or_else(|| seen(*client_id));
        if self.leans_on.iter().any(|(client_id, up_to)| *up_to > known(client_id)) { Err(BadEdit) } else { Ok(new) }
    }

    /// Whether it brings letters that a shared text has which has seen so many of each.
    pub(super) fn repeats(&self, seen: impl Fn(ClientId) -> u32) -> bool {
        self.brings.iter().any(|(client_id, letters)| letters.start < seen(*client_id))
    }

    fn read_blocks(&mut self, reader: &mut EditReader<'_>) -> Result<(), BadEdit> {
        let mut before = None;
        // Each has at least its number of blocks, its client id, its clock, and a block of two bytes.
        for _ in 0..reader.count(5, MOST_CLIENTS)? {
            // A block has at least what it is, and how long.
            let blocks = reader.count(2, usize::MAX)?;
            let client_id = reader.client_id()?;
            if blocks == 0 || before.is_some_and(|before| before <= client_id) {
                return Err(BadEdit);
            }
            before = Some(client_id);
            let mut clock = reader.clock()?;
            for _ in 0..blocks {
                clock = self.read_block(reader, client_id, clock)?;
            }
        }
        Ok(())
    }

    /// Reads one block, and gives the clock after it.
    fn read_block(&mut self, reader: &mut EditReader<'_>, client_id: ClientId, clock: u32) -> Result<u32, BadEdit> {
        let kind = reader.byte()?;
        let long = match kind {
            // Deleted for good, or a hole in what several edits have in common.
            kind::GONE | kind::HOLE => reader.letters()?,
            _ => {
                for side in [kind::AFTER, kind::BEFORE] {
                    if kind & side != 0 {
                        let (client_id, clock) = (reader.client_id()?, reader.clock()?);
                        self.lean_on(client_id, clock + 1)?;
                    }
                }
                if kind & (kind::AFTER | kind::BEFORE) == 0 && (reader.byte()? != 1 || reader.words()? != ROOT) {
                    return Err(BadEdit);
                }
                match kind & !(kind::AFTER | kind::BEFORE) {
                    kind::DELETED => reader.letters()?,
                    kind::STRING => u32::try_from(reader.words()?.encode_utf16().count()).map_err(|_| BadEdit)?,
                    _ => return Err(BadEdit),
                }
            }
        };
        let end = clock.checked_add(long).filter(|end| *end <= MOST_LETTERS && long > 0).ok_or(BadEdit)?;
        if kind != kind::HOLE {
            match self.brings.last_mut() {
                Some((before, run)) if *before == client_id && run.end == clock => run.end = end,
                _ => self.brings.push((client_id, clock..end)),
            }
        }
        Ok(end)
    }

    fn read_deleted(&mut self, reader: &mut EditReader<'_>) -> Result<(), BadEdit> {
        let mut before = None;
        for _ in 0..reader.count(4, MOST_CLIENTS)? {
            let client_id = reader.client_id()?;
            if before.is_some_and(|before| before >= client_id) {
                return Err(BadEdit);
            }
            before = Some(client_id);
            let mut end = 0;
            for _ in 0..reader.count(2, usize::MAX)? {
                let start = reader.clock()?;
                let long = reader.letters()?;
                if start < end {
                    return Err(BadEdit);
                }
                end = start.checked_add(long).filter(|end| *end <= MOST_LETTERS).ok_or(BadEdit)?;
            }
            self.lean_on(client_id, end)?;
        }
        Ok(())
    }

    fn lean_on(&mut self, client_id: ClientId, up_to: u32) -> Result<(), BadEdit> {
        let before = self.leans_on.entry(client_id).or_default();
        *before = up_to.max(*before);
        if self.leans_on.len() > MOST_CLIENTS { Err(BadEdit) } else { Ok(()) }
    }
}

/// What stands before a block: what it is, and where it has its place.
mod kind {
    pub const GONE: u8 = 0;
    pub const DELETED: u8 = 1;
    pub const STRING: u8 = 4;
    pub const HOLE: u8 = 10;
    pub const AFTER: u8 = 0b1000_0000;
    pub const BEFORE: u8 = 0b0100_0000;
}

/// Whether these bytes say what a shared text has seen.
pub(super) fn is_what_was_seen(seen: &[u8]) -> bool {
    let read = || {
        let mut reader = EditReader(seen);
        for _ in 0..reader.count(2, MOST_CLIENTS)? {
            reader.client_id()?;
            reader.clock()?;
        }
        reader.end()
    };
    read().is_ok()
}

/// Whether these bytes are a mark: beside a letter, or at an end of the text.
pub fn is_mark(mark: &[u8]) -> bool {
    let read = || {
        let mut reader = EditReader(mark);
        match reader.byte()? {
            0 => {
                reader.client_id()?;
                reader.clock()?;
            }
            1 if reader.words()? == ROOT => {}
            _ => return Err(BadEdit),
        }
        // Nought, or minus one, as numbers with a sign are written.
        if matches!(reader.byte()?, 0 | 0x41) { reader.end() } else { Err(BadEdit) }
    };
    mark.len() <= LONGEST_MARK && read().is_ok()
}

struct EditReader<'b>(&'b [u8]);

impl<'b> EditReader<'b> {
    fn byte(&mut self) -> Result<u8, BadEdit> {
        let (first, rest) = self.0.split_first().ok_or(BadEdit)?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number, in the shortest way it can be written.
    fn number(&mut self, most: u64) -> Result<u64, BadEdit> {
        let mut number = 0;
        // Nine times seven bits are more than anything here may have.
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let is_short = byte != 0 || shift == 0;
                return if is_short && number <= most { Ok(number) } else { Err(BadEdit) };
            }
        }
        Err(BadEdit)
    }

    /// How many things follow, of which each takes at least so many bytes: never more than there is room for.
    fn count(&mut self, each: usize, most: usize) -> Result<usize, BadEdit> {
        let count = usize::try_from(self.number(u64::from(u32::MAX))?).map_err(|_| BadEdit)?;
        if count <= most && count <= self.0.len() / each { Ok(count) } else { Err(BadEdit) }
    }

    fn client_id(&mut self) -> Result<ClientId, BadEdit> {
        match self.number(ClientId::MOST)? {
            0 => Err(BadEdit),
            client_id => Ok(ClientId(client_id)),
        }
    }

    fn clock(&mut self) -> Result<u32, BadEdit> {
        u32::try_from(self.number(u64::from(MOST_LETTERS))?).map_err(|_| BadEdit)
    }

    /// How many letters: one at least.
    fn letters(&mut self) -> Result<u32, BadEdit> {
        self.clock().and_then(|letters| if letters > 0 { Ok(letters) } else { Err(BadEdit) })
    }

    fn words(&mut self) -> Result<&'b str, BadEdit> {
        let long = self.count(1, usize::MAX)?;
        let (words, rest) = self.0.split_at_checked(long).ok_or(BadEdit)?;
        self.0 = rest;
        std::str::from_utf8(words).map_err(|_| BadEdit)
    }

    fn end(self) -> Result<(), BadEdit> {
        if self.0.is_empty() { Ok(()) } else { Err(BadEdit) }
    }
}

#[cfg(test)]
#[path = "validate_tests.rs"]
mod tests;
