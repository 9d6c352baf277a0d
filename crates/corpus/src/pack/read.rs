//! A corpus as it was packed, to be asked.

use super::{
    CHUNK, PackError,
    lexicon::{Lexicon, Stream, get_leb},
    opening::Opening,
    steps::{self, BlockStep},
};
use crate::{
    Article, ArticleIx, Block, Corpus, Entity, EntityIx, Head, Marks, Mention, MentionRule, Meta, Naming, Outlet, Role,
};
use serde::de::DeserializeOwned;
use std::ops::Range;
use visavis_text::{Span, slice};

/// A corpus as it was packed: heads and words at hand, texts written out one article at a time.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(super) meta: Meta,
    pub(super) outlets: Vec<Outlet>,
    pub(super) entities: Vec<Entity>,
    pub(super) namings: Vec<Naming>,
    pub(super) heads: Vec<Head>,
    pub(super) lexicon: Lexicon,
    /// Those that have arrived.
    pub(super) chunks: Vec<Chunk>,
    /// Most bytes that all texts together may have.
    pub(super) most: u64,
}

/// The texts, blocks and marks of [`CHUNK`] articles, each still encoded.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) text: Joined,
    pub(super) blocks: Joined,
    pub(super) marks: Joined,
}

/// Several byte strings in one.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    name: String,
    bytes: Vec<u8>,
    items: Vec<Range<usize>>,
}

impl Pack {
    /// Opens the pack in `file`, and checks that what will be asked of it is there and fits together.
    ///
    /// # Errors
    /// Any [`PackError`]; never a panic, whatever the bytes.
    pub fn open(file: &[u8]) -> Result<Self, PackError> {
        let pack = Self::begin(file)?;
        pack.check_length()?;
        pack.indices().try_for_each(|ix| pack.check_article(ix))?;
        Ok(pack)
    }

    /// Opens the pack in `file` without writing out its texts, which takes longer than all else: whoever asks for an article learns then
    /// whether it fits together, and [`Pack::check_article`] tells beforehand.
    ///
    /// # Errors
    /// Any [`PackError`]; never a panic, whatever the bytes.
    pub fn begin(file: &[u8]) -> Result<Self, PackError> {
        Opening::of(file).done()
    }

    /// What the owner says of the corpus.
    pub const fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Outlets, in the owner's order.
    pub fn outlets(&self) -> &[Outlet] {
        &self.outlets
    }

    /// The outlet called `id`.
    pub fn outlet(&self, id: &str) -> Option<&Outlet> {
        self.outlets.iter().find(|outlet| outlet.id == id)
    }

    /// Entities; [`EntityIx`] is a position here.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The entity at `ix`.
    pub fn entity(&self, ix: EntityIx) -> Option<&Entity> {
        self.entities.get(ix.index())
    }

    /// Changes what is said of the entities. Their ids and positions stay: marks and addresses name them.
    pub fn amend_entities(&mut self, mut change: impl FnMut(&mut Entity)) {
        for entity in &mut self.entities {
            let id = entity.id.clone();
            change(entity);
            entity.id = id;
        }
    }

    /// Competing terms for one referent.
    pub fn namings(&self) -> &[Naming] {
        &self.namings
    }

    /// What is known of each article; [`ArticleIx`] is a position here.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// Whether the text of an article is there: while a pack arrives ([`Opening`]), those of the first articles are.
    pub fn has(&self, ix: ArticleIx) -> bool {
        ix.index() < self.heads.len() && self.chunk(ix).is_some()
    }

    /// Every position of an article.
    pub fn indices(&self) -> impl Iterator<Item = ArticleIx> + use<> {
        (0..self.heads.len() as u32).map(ArticleIx)
    }

    /// The position of the article called `id`.
    pub fn find(&self, id: &str) -> Option<ArticleIx> {
        // Heads are sorted by id: `check` made sure.
        self.heads.binary_search_by(|head| head.id.0.as_str().cmp(id)).ok().map(|ix| ArticleIx(ix as u32))
    }

    /// The distinct words and separators.
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The text of an article as numbers of words and separators, one [`super::BREAK`] after each block.
    /// Empty for a position that does not exist.
    pub fn stream(&self, ix: ArticleIx) -> Stream<'_> {
        Stream::new(self.chunk(ix).and_then(|(chunk, at)| chunk.text.get(at)).unwrap_or_default())
    }

    /// What was found in the text of an article.
    ///
    /// # Errors
    /// [`PackError::Inconsistent`] where the position does not exist or its bytes are not marks.
    pub fn marks(&self, ix: ArticleIx) -> Result<Marks, PackError> {
        let (chunk, at) = self.chunk(ix).ok_or_else(|| inconsistent("LIST 0", "no such article"))?;
        let marks = steps::marks_from_steps(chunk.marks.decode(at)?);
        marks.ok_or_else(|| inconsistent(&chunk.marks.name, "a mark lies beyond all texts"))
    }

    /// What is named in the text of an article: [`Pack::marks`] without the rest.
    ///
    /// # Errors
    /// As [`Pack::marks`].
    pub fn mentions(&self, ix: ArticleIx) -> Result<Vec<Mention>, PackError> {
        let (chunk, at) = self.chunk(ix).ok_or_else(|| inconsistent("LIST 0", "no such article"))?;
        let mentions = chunk.marks.get(at).and_then(|bytes| postcard::take_from_bytes(bytes).ok());
        let mentions = mentions.and_then(|(mentions, _)| steps::mentions_from_steps(mentions));
        mentions.ok_or_else(|| inconsistent(&chunk.marks.name, "its mentions cannot be read"))
    }

    /// The role of each block of an article, without writing out their texts.
    ///
    /// # Errors
    /// As [`Pack::blocks`].
    pub fn roles(&self, ix: ArticleIx) -> Result<Vec<Role>, PackError> {
        let (chunk, at) = self.chunk(ix).ok_or_else(|| inconsistent("LIST 0", "no such article"))?;
        let blocks: Vec<BlockStep> = chunk.blocks.decode(at)?;
        Ok(blocks.iter().map(|block| block.role).collect())
    }

    /// The blocks of an article, with their texts written out.
    ///
    /// # Errors
    /// [`PackError::Inconsistent`] where the position does not exist, or text and blocks do not fit.
    pub fn blocks(&self, ix: ArticleIx) -> Result<Vec<Block>, PackError> {
        let (chunk, at) = self.chunk(ix).ok_or_else(|| inconsistent("LIST 0", "no such article"))?;
        let blocks: Vec<BlockStep> = chunk.blocks.decode(at)?;
        if self.lexicon.length(self.stream(ix)) > self.most {
            return Err(endless(ix));
        }
        let texts = self.lexicon.expand(self.stream(ix));
        texts
            .and_then(|texts| steps::blocks_from_steps(blocks, texts))
            .ok_or_else(|| inconsistent(&chunk.text.name, "the text does not fit its blocks"))
    }

    /// An article whole.
    ///
    /// # Errors
    /// As [`Pack::blocks`] and [`Pack::marks`], and where a mark does not fit its text.
    pub fn article(&self, ix: ArticleIx) -> Result<Article, PackError> {
        let head = self.heads.get(ix.index()).ok_or_else(|| inconsistent("LIST 0", "no such article"))?.clone();
        let (blocks, marks) = (self.blocks(ix)?, self.marks(ix)?);
        if self.fit(&blocks, &marks) {
            return Ok(Article { head, blocks, marks });
        }
        Err(inconsistent(&format!("MARK {}", ix.index() / CHUNK), "a mark does not fit its text"))
    }

    /// Whether an article fits together.
    ///
    /// # Errors
    /// As [`Pack::article`].
    pub fn check_article(&self, ix: ArticleIx) -> Result<(), PackError> {
        self.article(ix).map(drop)
    }

    /// The corpus that was packed.
    ///
    /// # Errors
    /// As [`Pack::article`].
    pub fn corpus(&self) -> Result<Corpus, PackError> {
        Ok(Corpus {
            meta: self.meta.clone(),
            outlets: self.outlets.clone(),
            entities: self.entities.clone(),
            namings: self.namings.clone(),
            articles: self.indices().map(|ix| self.article(ix)).collect::<Result<_, _>>()?,
        })
    }

    fn chunk(&self, ix: ArticleIx) -> Option<(&Chunk, usize)> {
        Some((self.chunks.get(ix.index() / CHUNK)?, ix.index() % CHUNK))
    }

    /// A few long entries, named again and again, would write out a text without end.
    fn check_length(&self) -> Result<(), PackError> {
        let mut length = 0;
        for ix in self.indices() {
            length += self.lexicon.length(self.stream(ix));
            if length > self.most {
                return Err(endless(ix));
            }
        }
        Ok(())
    }

    /// What every other method relies on.
    pub(super) fn check(&self) -> Result<(), PackError> {
        let list = |what: String| Err(inconsistent("LIST 0", &what));
        if let Some(pair) = self.heads.windows(2).find(|pair| pair[0].id >= pair[1].id) {
            return list(format!("articles “{}” and “{}” are not in order", pair[0].id, pair[1].id));
        }
        let known = |id: &String| self.outlet(id).is_some();
        for head in &self.heads {
            let holds = head.title.holds()
                && head.outlet.holds()
                && head.date.holds()
                && head.byline.holds()
                && head.credit.holds()
                && head.language.holds();
            if !holds {
                return list(format!("a claim of article “{}” has a ground without a value", head.id));
            }
            if head.outlet.value().is_some_and(|id| !known(id)) {
                return list(format!("article “{}” names an outlet that does not exist", head.id));
            }
        }
        Ok(())
    }

    /// Whether marks point into texts, and at entities that exist.
    fn fit(&self, blocks: &[Block], marks: &Marks) -> bool {
        let fits = |block: u32, span: Span| {
            blocks.get(block as usize).and_then(|block| slice(&block.text, span)).is_some_and(|text| !text.is_empty())
        };
        let known = |entity: Option<EntityIx>| entity.is_none_or(|ix| self.entity(ix).is_some());
        let ground = |m: &Mention| !matches!(m.rule, MentionRule::Imported(_)) || marks.import(m).is_some();
        marks.mentions.iter().all(|m| fits(m.block, m.span) && known(m.entity) && ground(m))
            && marks.quotes.iter().all(|q| fits(q.block, q.span))
            && marks.quotes.iter().filter_map(|q| q.speaker.as_ref()).all(|s| fits(s.block, s.span) && known(s.entity))
            && marks.figures.iter().all(|f| fits(f.block, f.span))
            && marks.dates.iter().all(|d| fits(d.block, d.span))
    }
}

impl Joined {
    pub(super) fn read((name, bytes): (String, Vec<u8>), expected: usize) -> Result<Self, PackError> {
        let bad = || inconsistent(&name, "its table of contents does not fit");
        let mut at = 0;
        let count = get_leb(&bytes, &mut at).ok_or_else(bad)? as usize;
        if count != expected {
            return Err(bad());
        }
        let lengths: Option<Vec<u32>> = (0..count).map(|_| get_leb(&bytes, &mut at)).collect();
        let mut items = Vec::with_capacity(count);
        for len in lengths.ok_or_else(bad)? {
            let end = at.checked_add(len as usize).filter(|&end| end <= bytes.len()).ok_or_else(bad)?;
            items.push(at..end);
            at = end;
        }
        if at == bytes.len() { Ok(Self { name, bytes, items }) } else { Err(bad()) }
    }

    fn get(&self, at: usize) -> Option<&[u8]> {
        self.bytes.get(self.items.get(at)?.clone())
    }

    fn decode<T: DeserializeOwned>(&self, at: usize) -> Result<T, PackError> {
        let bytes = self.get(at).ok_or_else(|| inconsistent(&self.name, "an article is missing"))?;
        exactly(bytes).ok_or_else(|| inconsistent(&self.name, "it is not written in this version’s terms"))
    }
}

/// The value that all of `bytes` encode.
pub(super) fn exactly<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::take_from_bytes(bytes).ok().filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
}

/// The text of an article that is written out longer than a text can be.
fn endless(ix: ArticleIx) -> PackError {
    inconsistent(&format!("TEXT {}", ix.index() / CHUNK), "its texts repeat themselves without end")
}

pub(super) fn inconsistent(part: &str, what: &str) -> PackError {
    PackError::Inconsistent { part: part.into(), what: what.into() }
}
