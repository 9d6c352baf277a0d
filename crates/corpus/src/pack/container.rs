//! The envelope: a header, a directory of sections, and the sections, each compressed and checked on its own.

use super::PackError;
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

/// The version of the format that this program writes and reads.
pub const VERSION: u16 = 1;

/// Signature: the high bit and the line ends make a file that passed through a text-mode copy recognisable, as in PNG.
const MAGIC: [u8; 8] = *b"\x89VAV\r\n\x1a\n";
const HEADER: usize = 28;
const ENTRY: usize = 28;
/// No section may unpack to more than this, whatever it declares.
const MAX_SECTION: u32 = 1 << 28;
const MAX_SECTIONS: u32 = 1 << 16;
/// What `miniz_oxide` spends on looking for repetitions. Numbers of words repeat little: the highest level, 10, makes packs .15 % smaller and
/// takes a quarter longer over them.
const LEVEL: u8 = 6;
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// One entry of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionInfo {
    /// What the section holds, four ASCII letters.
    pub kind: [u8; 4],
    /// Its number among the sections of its kind.
    pub part: u32,
    /// First byte in the file.
    pub offset: u64,
    /// Bytes in the file.
    pub stored: u32,
    /// Bytes once unpacked.
    pub raw: u32,
    crc: u32,
}

impl SectionInfo {
    /// A name for messages, as in `TEXT 0`.
    pub fn name(&self) -> String {
        let kind: String = self.kind.iter().map(|&b| if b.is_ascii_alphanumeric() { b as char } else { '?' }).collect();
        format!("{kind} {}", self.part)
    }
}

/// The content of a section as it is stored.
pub(super) fn compress(kind: [u8; 4], part: u32, raw: &[u8]) -> Stored {
    Stored { kind, part, raw: raw.len() as u32, bytes: compress_to_vec(raw, LEVEL) }
}

/// A section as it stands in the file.
#[derive(Debug)]
pub(super) struct Stored {
    kind: [u8; 4],
    part: u32,
    /// Bytes of what was compressed.
    raw: u32,
    bytes: Vec<u8>,
}

/// Puts `sections` into one file.
pub(super) fn write(sections: Vec<Stored>) -> Vec<u8> {
    put_together(VERSION, sections)
}

/// A file of `sections` that declares `version`.
#[cfg(test)]
pub(super) fn write_version(version: u16, sections: &[([u8; 4], u32, Vec<u8>)]) -> Vec<u8> {
    let stored: Vec<Stored> = sections.iter().map(|(kind, part, raw)| compress(*kind, *part, raw)).collect();
    put_together(version, stored)
}

fn put_together(version: u16, sections: Vec<Stored>) -> Vec<u8> {
    let mut offset = HEADER + ENTRY * sections.len();
    let mut directory = Vec::with_capacity(ENTRY * sections.len());
    for Stored { kind, part, raw, bytes } in &sections {
        directory.extend_from_slice(kind);
        directory.extend_from_slice(&part.to_le_bytes());
        directory.extend_from_slice(&(offset as u64).to_le_bytes());
        directory.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        directory.extend_from_slice(&raw.to_le_bytes());
        directory.extend_from_slice(&CRC.checksum(bytes).to_le_bytes());
        offset += bytes.len();
    }
    let mut file = Vec::with_capacity(offset);
    file.extend_from_slice(&MAGIC);
    file.extend_from_slice(&version.to_le_bytes());
    file.extend_from_slice(&0u16.to_le_bytes());
    file.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    file.extend_from_slice(&(offset as u64).to_le_bytes());
    let mut digest = CRC.digest();
    digest.update(&file);
    digest.update(&directory);
    file.extend_from_slice(&digest.finalize().to_le_bytes());
    file.extend_from_slice(&directory);
    // Each is let go as it is written.
    sections.into_iter().for_each(|section| file.extend_from_slice(&section.bytes));
    file
}

/// What a pack begins with.
#[derive(Clone, Debug)]
pub(super) struct Directory {
    pub(super) sections: Vec<SectionInfo>,
    /// Bytes that the pack says to have.
    pub(super) total: u64,
}

/// The directory of the pack `file`, checked against its checksum and for contiguity, not against the sections' bytes.
///
/// # Errors
/// See [`PackError`].
pub fn sections(file: &[u8]) -> Result<Vec<SectionInfo>, PackError> {
    let found = file.len() as u64;
    match begin(file)? {
        Some(directory) if directory.total == found => Ok(directory.sections),
        Some(directory) => Err(PackError::Length { declared: directory.total, found }),
        None if file.len() < MAGIC.len() => Err(PackError::NotAPack),
        None if file.len() < HEADER => Err(PackError::Length { declared: HEADER as u64, found }),
        None => Err(PackError::Length { declared: u64_at(file, 16), found }),
    }
}

/// The same of a pack of which `file` is the beginning, or all; `None` where the directory is not there yet.
pub(super) fn begin(file: &[u8]) -> Result<Option<Directory>, PackError> {
    if file.iter().zip(MAGIC).any(|(found, expected)| *found != expected) {
        return Err(PackError::NotAPack);
    }
    if file.len() < HEADER {
        return Ok(None);
    }
    let version = u16::from_le_bytes([file[8], file[9]]);
    let count = u32_at(file, 12);
    let total = u64_at(file, 16);
    let end = HEADER as u64 + u64::from(count) * ENTRY as u64;
    let damaged = || PackError::Damaged { part: "header".into() };
    if version == VERSION && (count > MAX_SECTIONS || end > total) {
        return Err(damaged());
    }
    if end > file.len() as u64 {
        // A newer format may have another header: its version is the more useful message, where it is not a flipped bit.
        let newer = version > VERSION && version < 64;
        return if newer { Err(PackError::Version { found: version }) } else { Ok(None) };
    }
    let mut digest = CRC.digest();
    digest.update(&file[..HEADER - 4]);
    digest.update(&file[HEADER..end as usize]);
    if digest.finalize() != u32_at(file, HEADER - 4) {
        return Err(damaged());
    }
    if version != VERSION {
        return Err(PackError::Version { found: version });
    }
    Ok(Some(Directory { sections: directory(&file[HEADER..end as usize], end, total)?, total }))
}

fn directory(bytes: &[u8], mut expected: u64, total: u64) -> Result<Vec<SectionInfo>, PackError> {
    let mut entries = Vec::with_capacity(bytes.len() / ENTRY);
    for entry in bytes.chunks_exact(ENTRY) {
        let info = SectionInfo {
            kind: [entry[0], entry[1], entry[2], entry[3]],
            part: u32_at(entry, 4),
            offset: u64_at(entry, 8),
            stored: u32_at(entry, 16),
            raw: u32_at(entry, 20),
            crc: u32_at(entry, 24),
        };
        let inconsistent = |what: &str| PackError::Inconsistent { part: info.name(), what: what.into() };
        if info.offset != expected {
            return Err(inconsistent("sections do not follow each other"));
        }
        if info.raw > MAX_SECTION {
            return Err(inconsistent("it declares more content than a section may hold"));
        }
        expected += u64::from(info.stored);
        entries.push(info);
    }
    if expected != total {
        return Err(PackError::Length { declared: expected, found: total });
    }
    Ok(entries)
}

/// Whether `file`, the beginning of a pack, has all of the section `info`.
pub(super) fn is_there(file: &[u8], info: &SectionInfo) -> bool {
    info.offset.saturating_add(u64::from(info.stored)) <= file.len() as u64
}

/// The content of one section of `file`, whose directory entry is `info`.
pub(super) fn unpack(file: &[u8], info: &SectionInfo) -> Result<Vec<u8>, PackError> {
    let damaged = || PackError::Damaged { part: info.name() };
    let start = usize::try_from(info.offset).map_err(|_| damaged())?;
    let bytes = start.checked_add(info.stored as usize).and_then(|end| file.get(start..end)).ok_or_else(damaged)?;
    if CRC.checksum(bytes) != info.crc {
        return Err(damaged());
    }
    let inconsistent = |what: &str| PackError::Inconsistent { part: info.name(), what: what.into() };
    let raw = decompress_to_vec_with_limit(bytes, info.raw as usize)
        .map_err(|_| inconsistent("it does not unpack to its declared length"))?;
    if raw.len() == info.raw as usize { Ok(raw) } else { Err(inconsistent("it unpacks to less than it declares")) }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
