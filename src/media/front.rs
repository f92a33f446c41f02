//! What stands in front of a sound, and what its heads leave open.

use std::io::{Read, Seek, SeekFrom};

/// How long what an ID3v2 tells is, behind its head: seven bits a byte.
pub(super) fn id3_length(head: &[u8; 10]) -> u64 {
    head[6..].iter().fold(0, |length, byte| length << 7 | u64::from(byte & 0x7F))
}

/// Whether the length of the samples says that nobody knew it: a recorder that writes into a pipe puts nothing, or as much as
/// there can be.
pub(super) fn is_piped(length: u64, rest: u64) -> bool {
    length == 0 || (length > rest && length >= 0x7FFF_0000)
}

/// Where a FLAC begins: some programs write an ID3 in front of it.
pub(super) fn flac_begins(file: &mut (impl Read + Seek)) -> std::io::Result<u64> {
    let mut head = [0; 10];
    file.seek(SeekFrom::Start(0))?;
    let is_told = file.read_exact(&mut head).is_ok() && head.starts_with(b"ID3");
    Ok(if is_told { 10 + id3_length(&head) } else { 0 })
}
