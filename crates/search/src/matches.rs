//! Which articles hold a term, how often, and how well.

use crate::{
    Index, Scope, Term,
    bits::Bits,
    index::{Counts, Document, Part},
    locate::Locator,
    pattern::{ANY_TONGUE, Class, Grade, Pattern, Place},
    rank,
    scan::Finder,
};
use visavis_corpus::{ArticleIx, Pack};

/// What is known of one term (or of a pair of terms that stand close), article by article.
pub(crate) struct Matches {
    /// How often it stands in each article.
    pub(crate) counts: Vec<Counts>,
    /// The same, weighed by part, by the length of the part, and by how close the word is to what was typed.
    pub(crate) weights: Vec<f32>,
    /// The articles that hold it.
    pub(crate) articles: Bits,
}

impl Matches {
    fn none(index: &Index) -> Self {
        let len = index.documents().len();
        Self { counts: vec![Counts::default(); len], weights: vec![0.0; len], articles: Bits::none(len) }
    }

    /// Where `term` stands.
    pub(crate) fn of(index: &Index, pack: &Pack, term: &Term) -> Self {
        let pattern = Pattern::new(index, term);
        let looks = pattern.places.len() > 1 || matches!(term.scope, Scope::Quote(_));
        if looks { Self::looked_up(index, pack, term, &pattern) } else { Self::posted(index, term, &pattern) }
    }

    /// A single word: postings tell all.
    fn posted(index: &Index, term: &Term, pattern: &Pattern) -> Self {
        let mut matches = Self::none(index);
        let Some(place) = pattern.places.first() else { return matches };
        let title = term.scope == Scope::Title;
        for grade in [Grade::Exact, Grade::Folded, Grade::Related, Grade::Begun, Grade::Misspelt] {
            matches.add(index, place, grade, title);
        }
        matches.settle();
        matches
    }

    /// Adds the words of one grade.
    fn add(&mut self, index: &Index, place: &Place, grade: Grade, title: bool) {
        let documents = index.documents();
        let weight = rank::WEIGHTS.grade(grade);
        let of_grade = || place.0.iter().filter(|class| class.grade == grade);
        let size: usize = of_grade().map(|class| index.postings(&class.words).len()).sum();
        let scoped = |counts: Counts| if title { counts.only(Part::Title) } else { counts };
        // Many postings are added up article by article before they are weighed.
        let mut sums = vec![Counts::default(); if size > documents.len() { documents.len() } else { 0 }];
        for class in of_grade() {
            each_posting(index, class, |article, counts| {
                let counts = scoped(counts);
                match sums.get_mut(article) {
                    Some(sum) => sum.add(counts),
                    None => self.put(&documents[article], article, counts, weight),
                }
            });
        }
        for (article, &sum) in sums.iter().enumerate().filter(|(_, sum)| !sum.is_zero()) {
            self.put(&documents[article], article, sum, weight);
        }
    }

    #[inline]
    fn put(&mut self, document: &Document, article: usize, counts: Counts, weight: f32) {
        self.counts[article].add(counts);
        self.weights[article] += weight * rank::weighed(counts, document);
    }

    fn settle(&mut self) {
        for (article, _) in self.counts.iter().enumerate().filter(|(_, counts)| !counts.is_zero()) {
            self.articles.insert(article);
        }
    }

    /// Several words, or in a quotation: postings tell where to look.
    fn looked_up(index: &Index, pack: &Pack, term: &Term, pattern: &Pattern) -> Self {
        let mut candidates = Bits::all(index.documents().len());
        for place in &pattern.places {
            let mut holding = Bits::none(index.documents().len());
            for class in &place.0 {
                each_posting(index, class, |article, _| holding.insert(article));
            }
            candidates.keep(&holding);
        }
        let mut locator = Locator::new(index, pack, pattern, &candidates);
        Self::seen(index, &candidates, |article| {
            let mut counts = Counts::default();
            locator.each_found(index, pack, article, |found| {
                let stands = match &term.scope {
                    Scope::Text => true,
                    Scope::Title => found.part == Part::Title,
                    Scope::Quote(speaker) => index.is_quoted(pack, article, found, speaker.as_ref()),
                };
                if stands {
                    counts.add(Counts::one(found.part));
                }
            });
            counts
        })
    }

    /// What `look` counts in each of the candidates.
    pub(crate) fn seen(index: &Index, candidates: &Bits, mut look: impl FnMut(ArticleIx) -> Counts) -> Self {
        let mut matches = Self::none(index);
        for article in candidates.iter() {
            let counts = look(ArticleIx(article as u32));
            if !counts.is_zero() {
                matches.put(&index.documents()[article], article, counts, 1.0);
                matches.articles.insert(article);
            }
        }
        matches
    }
}

/// The finders of a pattern for each language; one where the language does not matter.
pub(crate) struct Finders(Vec<(u8, Finder)>);

impl Finders {
    pub(crate) fn new(index: &Index, pattern: &Pattern) -> Self {
        let depends = pattern.places.iter().flat_map(|place| &place.0).any(|class| class.tongues != ANY_TONGUE);
        let tongues: Vec<u8> = if depends {
            index.dictionary().languages().map(crate::index::tongue_bit).collect()
        } else {
            vec![ANY_TONGUE]
        };
        Self(tongues.into_iter().map(|tongue| (tongue, Finder::new(index, pattern, tongue))).collect())
    }

    /// The one for `document`.
    pub(crate) fn of(&self, document: &Document) -> &Finder {
        let own = self.0.iter().find(|(tongue, _)| tongue & document.tongue() != 0);
        &own.unwrap_or(&self.0[0]).1
    }
}

/// Calls `see` at each posting of `class` that counts in the language of its article.
#[inline]
fn each_posting(index: &Index, class: &Class, mut see: impl FnMut(usize, Counts)) {
    for posting in index.postings(&class.words) {
        let article = posting.article.index();
        if class.tongues == ANY_TONGUE || index.documents()[article].tongue() & class.tongues != 0 {
            see(article, posting.counts());
        }
    }
}
