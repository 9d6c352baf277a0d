//! Finds a pattern in many articles: by the positions of common words where these tell all, by reading the text where they do not.

use crate::{
    Index,
    bits::Bits,
    index::{At, Column, Document, Posting},
    matches::Finders,
    pattern::{ANY_TONGUE, Pattern, Place},
    scan::Found,
};
use visavis_corpus::{ArticleIx, Pack};

/// Articles that are sooner read than looked up.
const SOON_READ: usize = 64;

/// A pattern, and what tells where it stands.
pub(crate) struct Locator<'i> {
    finders: Finders,
    /// The common words that may stand at each place.
    places: Vec<Vec<Cursor<'i>>>,
    /// Articles that have to be read: a word that is not common may stand in them.
    read: Bits,
    scratch: Vec<Vec<At>>,
}

/// A common word, and the posting that was looked at last. Articles are looked into in order, so that it only moves on.
struct Cursor<'i> {
    tongues: u8,
    postings: &'i [Posting],
    column: &'i Column,
    at: usize,
}

impl<'i> Cursor<'i> {
    /// The places in `article`, if it comes after the one that was asked for before.
    fn of(&mut self, article: ArticleIx) -> &'i [At] {
        let ahead = &self.postings[self.at..];
        // By steps that double, then by halves: articles lie close or far apart.
        let mut reach = 1;
        while reach < ahead.len() && ahead[reach - 1].article < article {
            reach *= 2;
        }
        let near = &ahead[..reach.min(ahead.len())];
        self.at += near.partition_point(|posting| posting.article < article);
        match self.postings.get(self.at) {
            Some(posting) if posting.article == article => self.column.of(self.at),
            _ => &[],
        }
    }
}

impl<'i> Locator<'i> {
    /// For `pattern`, in `candidates` or fewer.
    pub(crate) fn new(index: &'i Index, pack: &Pack, pattern: &Pattern, candidates: &Bits) -> Self {
        let finders = Finders::new(index, pattern);
        let scratch = vec![vec![]; pattern.places.len()];
        if candidates.count() <= SOON_READ {
            return Self { finders, places: vec![], read: candidates.clone(), scratch };
        }
        let mut read = Bits::none(index.documents().len());
        let places = pattern.places.iter().map(|place| cursors(index, pack, place, &mut read)).collect();
        Self { finders, places, read, scratch }
    }

    /// Calls `see` where the pattern stands in `article`, in order. Articles are to be asked for in order.
    pub(crate) fn each_found(&mut self, index: &Index, pack: &Pack, article: ArticleIx, mut see: impl FnMut(Found)) {
        let document = &index.documents()[article.index()];
        if self.read.contains(article.index()) {
            return index.each_found(pack, article, self.finders.of(document), see);
        }
        self.gather(document, article);
        let Some((first, others)) = self.scratch.split_first() else { return };
        let len = others.len() as u32;
        let mut from = vec![0; others.len()];
        for &at in first {
            let follows = |(step, (places, from)): (usize, (&Vec<At>, &mut usize))| {
                let wanted = at.word() + step as u32 + 1;
                while places.get(*from).is_some_and(|place| place.word() < wanted) {
                    *from += 1;
                }
                places.get(*from).is_some_and(|place| place.word() == wanted)
            };
            if others.iter().zip(&mut from).enumerate().all(follows) {
                see(Found { part: at.part(), first: at.word(), last: at.word() + len });
            }
        }
    }

    /// The places of each word of the pattern in `article`, in order.
    fn gather(&mut self, document: &Document, article: ArticleIx) {
        for (cursors, places) in self.places.iter_mut().zip(&mut self.scratch) {
            places.clear();
            let mut words = 0;
            for cursor in cursors.iter_mut().filter(|cursor| cursor.tongues & document.tongue() != 0) {
                let here = cursor.of(article);
                words += usize::from(!here.is_empty());
                places.extend_from_slice(here);
            }
            if words > 1 {
                *places = visavis_text::ordered_by(std::mem::take(places), |place| place.word());
            }
        }
    }
}

/// The common words of `place`; the articles that hold one of its other words are put into `read`.
fn cursors<'i>(index: &'i Index, pack: &Pack, place: &Place, read: &mut Bits) -> Vec<Cursor<'i>> {
    let mut cursors = vec![];
    for class in &place.0 {
        let mut from = class.words.start;
        for (word, column) in index.positions(pack).among(&class.words) {
            index.postings(&(from..word)).iter().for_each(|posting| read.insert(posting.article.index()));
            let postings = index.postings(&(word..word + 1));
            cursors.push(Cursor { tongues: class.tongues, postings, column, at: 0 });
            from = word + 1;
        }
        let counts = |posting: &&Posting| {
            class.tongues == ANY_TONGUE || index.documents()[posting.article.index()].tongue() & class.tongues != 0
        };
        let rare = index.postings(&(from..class.words.end)).iter().filter(counts);
        rare.for_each(|posting| read.insert(posting.article.index()));
    }
    cursors
}
