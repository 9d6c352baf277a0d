//! From the bytes of a pack to what can be asked, step by step, while they arrive.

use super::{
    CHUNK, PackError, container,
    container::{Directory, SectionInfo},
    kind,
    lexicon::{Lexicon, get_leb},
    read::{Chunk, Joined, Pack, exactly, inconsistent},
};
use crate::Head;
use std::borrow::Cow;

/// All texts written out are at most so many times as long as all sections: French and English prose is not even twice as long.
const MOST_REPEATED: u64 = 64;
/// Bytes of text that are allowed whatever the sections hold.
const MOST_FREE: u64 = 1 << 20;

/// Heads that are read in one step.
const HEADS: usize = 256;

/// A pack of which the beginning is there. Its sections are unpacked in the order of the file, each as soon as it has arrived: what the
/// owner says, the heads, the words, then the articles, some hundred at a time.
#[derive(Debug, Default)]
pub struct Opening<'f> {
    /// What has arrived, until all of it is unpacked.
    file: Cow<'f, [u8]>,
    /// Bytes that have arrived.
    arrived: u64,
    directory: Option<Directory>,
    /// What is there so far.
    pack: Option<Pack>,
    /// The section of heads, while it is being read.
    heads: Option<Unread>,
    /// Whether heads and words are all there, and fit together.
    begun: bool,
}

/// The heads that are not read yet.
#[derive(Debug)]
struct Unread {
    name: String,
    bytes: Vec<u8>,
    /// Where the next one begins.
    at: usize,
    left: u32,
}

impl<'f> Opening<'f> {
    /// A pack that is all there.
    pub const fn of(file: &'f [u8]) -> Self {
        Self {
            file: Cow::Borrowed(file),
            arrived: file.len() as u64,
            directory: None,
            pack: None,
            heads: None,
            begun: false,
        }
    }

    /// The next bytes of the file.
    pub fn arrive(&mut self, bytes: &[u8]) {
        self.arrived += bytes.len() as u64;
        if !self.is_unpacked() {
            self.file.to_mut().extend_from_slice(bytes);
        }
    }

    /// The pack as far as it is there; `None` before all heads and words are. [`Pack::has`] tells which texts are there.
    pub const fn begun(&mut self) -> Option<&mut Pack> {
        if self.begun { self.pack.as_mut() } else { None }
    }

    /// Takes the next step that the bytes allow: a section, or a part of one. False where they allow none.
    ///
    /// # Errors
    /// Any [`PackError`]; never a panic, whatever the bytes.
    pub fn step(&mut self) -> Result<bool, PackError> {
        if self.directory.is_none() {
            self.directory = container::begin(&self.file)?;
            return Ok(self.directory.is_some());
        }
        if self.pack.is_none() {
            self.pack = self.owners_word()?;
            return Ok(self.pack.is_some());
        }
        if self.begun {
            return self.open_chunk();
        }
        let Some(unread) = &mut self.heads else {
            self.heads = self.section(kind::LIST, 0)?.map(Unread::new).transpose()?;
            return Ok(self.heads.is_some());
        };
        match &mut self.pack {
            Some(pack) if !unread.is_read() => unread.read(&mut pack.heads).map(|()| true),
            _ => self.open_words(),
        }
    }

    /// The pack, once nothing is left to do.
    ///
    /// # Errors
    /// Any [`PackError`], where the file is not all there or more than a pack too.
    pub fn done(mut self) -> Result<Pack, PackError> {
        match &self.directory {
            Some(Directory { total, .. }) if self.is_unpacked() && self.arrived != *total => {
                return Err(PackError::Length { declared: *total, found: self.arrived });
            }
            Some(_) if self.is_unpacked() => {}
            _ => drop(container::sections(&self.file)?),
        }
        while self.step()? {}
        self.pack.filter(|_| self.begun).ok_or_else(|| inconsistent("META 0", "it is missing"))
    }

    /// Whether nothing of the file is left to unpack.
    fn is_unpacked(&self) -> bool {
        let pack = self.pack.as_ref().filter(|_| self.begun);
        pack.is_some_and(|pack| pack.chunks.len() == pack.heads.len().div_ceil(CHUNK))
    }

    /// What the owner says of the corpus, without any article.
    fn owners_word(&self) -> Result<Option<Pack>, PackError> {
        let Some((name, bytes)) = self.section(kind::META, 0)? else { return Ok(None) };
        let (meta, outlets, entities, namings) = exactly(&bytes).ok_or_else(|| unreadable(&name))?;
        let sections = self.directory.iter().flat_map(|directory| &directory.sections);
        let declared: u64 = sections.map(|info| u64::from(info.raw)).sum();
        let most = declared * MOST_REPEATED + MOST_FREE;
        let (heads, chunks) = (vec![], vec![]);
        Ok(Some(Pack { meta, outlets, entities, namings, heads, lexicon: Lexicon::default(), chunks, most }))
    }

    fn open_words(&mut self) -> Result<bool, PackError> {
        let Some((name, bytes)) = self.section(kind::WORDS, 0)? else { return Ok(false) };
        let Some(pack) = &mut self.pack else { return Ok(false) };
        pack.lexicon = Lexicon::decode(&bytes).ok_or_else(|| inconsistent(&name, "it is not a list of words"))?;
        pack.check()?;
        self.begun = true;
        self.heads = None;
        Ok(true)
    }

    /// Opens the texts, blocks and marks of the next articles.
    fn open_chunk(&mut self) -> Result<bool, PackError> {
        let Some(pack) = &self.pack else { return Ok(false) };
        let part = pack.chunks.len();
        let Some(articles) = pack.heads.chunks(CHUNK).nth(part).map(<[Head]>::len) else { return Ok(false) };
        // Nothing is unpacked in vain: all three, or none.
        for kind in [kind::TEXT, kind::BLOCKS, kind::MARKS] {
            if !container::is_there(&self.file, self.entry(kind, part as u32)?) {
                return Ok(false);
            }
        }
        let joined = |kind| Joined::read(self.unpacked(self.entry(kind, part as u32)?)?, articles);
        let (text, blocks, marks) = (joined(kind::TEXT)?, joined(kind::BLOCKS)?, joined(kind::MARKS)?);
        if let Some(pack) = &mut self.pack {
            pack.chunks.push(Chunk { text, blocks, marks });
        }
        if self.is_unpacked() {
            self.file = Cow::default();
        }
        Ok(true)
    }

    /// The name and the content of a section; `None` where it has not arrived.
    fn section(&self, kind: [u8; 4], part: u32) -> Result<Option<(String, Vec<u8>)>, PackError> {
        let info = self.entry(kind, part)?;
        container::is_there(&self.file, info).then(|| self.unpacked(info)).transpose()
    }

    /// The name and the content of a section that has arrived.
    fn unpacked(&self, info: &SectionInfo) -> Result<(String, Vec<u8>), PackError> {
        Ok((info.name(), container::unpack(&self.file, info)?))
    }

    /// The entry of a section in the directory.
    fn entry(&self, kind: [u8; 4], part: u32) -> Result<&SectionInfo, PackError> {
        let mut sections = self.directory.iter().flat_map(|directory| &directory.sections);
        let info = sections.find(|info| info.kind == kind && info.part == part);
        info.ok_or_else(|| inconsistent(&format!("{} {part}", String::from_utf8_lossy(&kind)), "it is missing"))
    }
}

impl Unread {
    fn new((name, bytes): (String, Vec<u8>)) -> Result<Self, PackError> {
        let mut at = 0;
        let left = get_leb(&bytes, &mut at).ok_or_else(|| unreadable(&name))?;
        let unread = Self { name, bytes, at, left };
        unread.check()?;
        Ok(unread)
    }

    const fn is_read(&self) -> bool {
        self.left == 0
    }

    /// Reads some more.
    fn read(&mut self, heads: &mut Vec<Head>) -> Result<(), PackError> {
        for _ in 0..HEADS.min(self.left as usize) {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let (head, rest) = postcard::take_from_bytes(rest).map_err(|_| unreadable(&self.name))?;
            heads.push(head);
            self.at = self.bytes.len() - rest.len();
            self.left -= 1;
        }
        self.check()
    }

    /// Nothing follows the last one.
    fn check(&self) -> Result<(), PackError> {
        if self.is_read() && self.at < self.bytes.len() { Err(unreadable(&self.name)) } else { Ok(()) }
    }
}

fn unreadable(name: &str) -> PackError {
    inconsistent(name, "it is not written in this version’s terms")
}
