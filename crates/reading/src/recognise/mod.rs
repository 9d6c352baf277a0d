//! Where a text names or describes somebody or something, and whom.
//!
//! What the owner listed comes first ([`listed`]). For the rest there is no model, only evidence, in steps that each can be read alone:
//! the words of the whole corpus are numbered and counted ([`words`], [`sheet`], [`counts`]); runs of words that may be a name are found
//! by their capitals, by written lists and by a small grammar ([`scan`], [`grammar`], [`known`]); what speaks for a person, a place or a
//! body is weighed at each place ([`weigh`]), and summed over the article and the corpus ([`decide`]); forms of one name become one
//! entity ([`link`]); offices are given to their holders ([`describe`]), and places that act are marked ([`metonym`]).
//!
//! An English text is read by English words and by a grammar of its own ([`english`]).
//!
//! Every step is linear in the text, and nothing depends on the order of a map: the same corpus gives the same entities.

mod classes;
mod counts;
mod decide;
mod describe;
mod english;
mod forms;
mod grammar;
mod known;
mod link;
mod listed;
mod metonym;
mod misspell;
mod scan;
mod sheet;
mod trie;
mod weigh;
mod words;

pub(crate) use link::slug;
pub(crate) use listed::{is_common, key};

use classes::Class;
use counts::Counts;
use decide::Decided;
use forms::{FormId, Forms};
use known::Known;
use link::Links;
use listed::{Listed, ListedName};
use misspell::{Meant, Misspellings};
use scan::{Book, Candidate, Ground, Reader};
use sheet::{Gap, Token, sheet};
use std::sync::LazyLock;
use visavis_corpus::{Article, Entity, EntityIx, Kind, Language, Mention, OneByOne, Step, Workers};
use visavis_text::Span;
use weigh::{Evidence, weigh};
use words::{WordId, Words};

/// The tokens of one block.
struct Sheet {
    /// Position of the block in its article.
    block: u32,
    tokens: Vec<Token>,
    /// Whether its article is in English.
    english: bool,
}

/// A place where something is named, before it is known what.
struct Hit {
    /// Position of the sheet in its article.
    sheet: u32,
    candidate: Candidate,
    form: FormId,
    /// The owner's word, where there is one.
    listed: Option<ListedName>,
    evidence: Evidence,
    /// The kind that the lists give to it.
    listed_kind: Option<Kind>,
    /// Stands after an opening bracket.
    bracketed: bool,
    /// Only a comma, `et` or `ou` stands between it and the hit before it.
    coordinated: bool,
}

impl Hit {
    /// Numbers its form and counts it.
    fn observe(&mut self, article: &Article, sheets: &[Sheet], forms: &mut Forms) {
        let sheet = &sheets[self.sheet as usize];
        let tokens = &sheet.tokens[self.candidate.first..=self.candidate.last];
        let words: Vec<WordId> = tokens.iter().map(|token| token.word).collect();
        self.form = forms.number(&words, &article.blocks[sheet.block as usize].text[span(tokens).range()]);
        forms.observe(self.form, self.evidence.scores);
    }
}

/// Articles whose words are numbered together: the number of threads changes nothing.
const TOGETHER: usize = 64;

/// So many times as many are numbered at a time.
const AT_A_TIME: usize = 16;

/// The lists that ship and the words in them: read once, and taken over by each corpus.
static SHIPPED: LazyLock<(Words, Known)> = LazyLock::new(|| {
    let mut words = Words::new();
    let known = Known::new(&mut words);
    (words, known)
});

/// Marks whom and what `articles` name, in all blocks but those that are removed. `entities` are those that the owner listed; those that
/// are recognised are added after them.
pub fn recognise(articles: &mut [Article], entities: &mut Vec<Entity>) {
    recognise_with(articles, entities, &OneByOne);
}

/// As [`recognise`], with the help of `workers`: what looks at one article only is theirs, what sums up the corpus is done in order.
pub(crate) fn recognise_with(articles: &mut [Article], entities: &mut Vec<Entity>, workers: &impl Workers) {
    let (mut words, known) = SHIPPED.clone();
    let listed = Listed::new(entities, &mut words);
    let named = link::named(entities, &mut words);
    let mut sheets = all_sheets(articles, &mut words, workers);
    let book = book(words, known, &sheets, workers);
    let finder = Finder { book: &book, listed: &listed, misspellings: &Misspellings::new(entities, &book.known) };
    let read: Vec<(&Article, &[Sheet])> = articles.iter().zip(&sheets).map(|(a, sheets)| (a, &sheets[..])).collect();
    let mut hits = workers.map(Step::Recognise, &read, |(_, sheets)| finder.hits(sheets));
    let mut forms = Forms::default();
    for ((article, sheets), hits) in read.iter().zip(&mut hits) {
        hits.iter_mut().for_each(|hit| hit.observe(article, sheets, &mut forms));
    }
    let mut links = Links::new(&named, entities, &book, &mut forms, &hits);
    let decided = workers.map(Step::Recognise, &hits, |hits| decide::decide(hits, &book, &forms, &links));
    links.settle(&hits, &decided, &book, &forms, entities);
    let offices = describe::Offices::new(&sheets, &hits, &decided, &book, &links);
    drop(read);
    let places: Vec<usize> = (0..sheets.len()).collect();
    for some in places.chunks(TOGETHER * AT_A_TIME) {
        let found = workers.map(Step::Recognise, some, |&at| {
            let mut mentions = mentions(&sheets[at], &hits[at], &decided[at], &links);
            metonym::mark(&mut mentions, &sheets[at], &hits[at], &book);
            offices.describe(mentions, &sheets[at], &book)
        });
        for (&at, mentions) in some.iter().zip(found) {
            articles[at].marks.mentions = mentions;
            // Nothing asks for these again, and the mentions take their room.
            (sheets[at], hits[at]) = (vec![], vec![]);
        }
    }
}

/// The sheets of all articles. Words are numbered as they are met, whoever meets them.
fn all_sheets(articles: &[Article], words: &mut Words, workers: &impl Workers) -> Vec<Vec<Sheet>> {
    let parts: Vec<&[Article]> = articles.chunks(TOGETHER).collect();
    let mut all = Vec::with_capacity(articles.len());
    // Part by part, each has words of its own: only so many at a time.
    for parts in parts.chunks(AT_A_TIME) {
        let read = workers.map(Step::Recognise, parts, |articles| {
            let mut own = Words::default();
            let sheets: Vec<Vec<Sheet>> = articles.iter().map(|article| sheets(article, &mut own)).collect();
            (own, sheets)
        });
        for (own, mut sheets) in read {
            let numbers = words.take(&own);
            for token in sheets.iter_mut().flatten().flat_map(|sheet| &mut sheet.tokens) {
                token.word = numbers[token.word.index()];
            }
            all.extend(sheets);
        }
    }
    all
}

/// The sheets of all blocks but those that are removed.
fn sheets(article: &Article, words: &mut Words) -> Vec<Sheet> {
    let shown = article.blocks.iter().zip(0..).filter(|(block, _)| !block.role.is_removed());
    let english = article.head.language.value() == Some(&Language::English);
    shown.map(|(block, ix)| Sheet { block: ix, tokens: sheet(&block.text, words), english }).collect()
}

fn book(mut words: Words, known: Known, sheets: &[Vec<Sheet>], workers: &impl Workers) -> Book {
    let parts: Vec<&[Vec<Sheet>]> = sheets.chunks(TOGETHER * AT_A_TIME).collect();
    let counted = workers.map(Step::Recognise, &parts, |part| {
        let mut counts = Counts::new(words.len());
        part.iter().flatten().for_each(|sheet| counts.add(&sheet.tokens));
        counts
    });
    let mut counts = Counts::new(words.len());
    counted.iter().for_each(|part| counts.take(part));
    counts.ask_dictionary(&mut words, sheets.iter().flatten().any(|sheet| sheet.english));
    Book { words, known, counts }
}

/// What names are looked for with.
struct Finder<'f> {
    book: &'f Book,
    listed: &'f Listed,
    misspellings: &'f Misspellings,
}

impl Finder<'_> {
    /// Everything in the sheets of an article that may be a name, its form not yet numbered.
    fn hits(&self, sheets: &[Sheet]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = vec![];
        for (sheet, at) in sheets.iter().zip(0..) {
            let reader = Reader::new(self.book, sheet);
            for (candidate, listed) in self.candidates(&reader) {
                let evidence = if listed.is_some() { Evidence::default() } else { weigh(&reader, &candidate) };
                let (candidate, listed) = self.mend(&reader, candidate, listed, &evidence);
                let tokens = &sheet.tokens[candidate.first..=candidate.last];
                let before = hits.last().filter(|hit| hit.sheet == at).map(|hit| hit.candidate.last);
                hits.push(Hit {
                    sheet: at,
                    candidate,
                    form: FormId::default(),
                    listed,
                    evidence,
                    listed_kind: self.listed_kind(&candidate),
                    bracketed: tokens[0].gap == Gap::Bracket,
                    coordinated: before.is_some_and(|before| reader.are_coordinated(before, candidate.first)),
                });
            }
        }
        hits.shrink_to_fit();
        hits
    }

    /// The owner's names and, around them, what else may be one; in order.
    fn candidates(&self, reader: &Reader<'_>) -> Vec<(Candidate, Option<ListedName>)> {
        let (mut taken, mut found) = (vec![false; reader.tokens.len()], vec![]);
        for (first, len, name) in self.listed.find(reader.tokens) {
            taken[first..first + len].fill(true);
            found.push((Candidate { first, last: first + len - 1, ground: Ground::Capitals }, Some(name)));
        }
        found.extend(reader.candidates(&taken).into_iter().map(|candidate| (candidate, None)));
        found.sort_by_key(|(candidate, _)| candidate.first);
        found
    }

    /// A lone unknown name that is one letter away from a known one, and that nothing makes a person's, is that one misspelt.
    fn mend(
        &self,
        reader: &Reader<'_>,
        candidate: Candidate,
        listed: Option<ListedName>,
        evidence: &Evidence,
    ) -> (Candidate, Option<ListedName>) {
        let open = listed.is_none()
            && candidate.ground == Ground::Capitals
            && candidate.first == candidate.last
            && evidence.scores.person < 4
            && !reader.class(candidate.first).has(Class::ORDINARY | Class::FIRST_NAME);
        let word = reader.tokens[candidate.first].word;
        match open.then(|| self.misspellings.meant(word, &self.book.words)).flatten() {
            Some(Meant::Listed(name)) => (candidate, Some(name)),
            Some(Meant::Entry(entry)) => (Candidate { ground: Ground::Misspelt(entry), ..candidate }, None),
            None => (candidate, listed),
        }
    }

    /// The kind that the lists give to a candidate.
    fn listed_kind(&self, candidate: &Candidate) -> Option<Kind> {
        match candidate.ground {
            Ground::Known(entry) | Ground::Misspelt(entry) => Some(self.book.known.entries[entry as usize].kind),
            _ => None,
        }
    }
}

/// The bytes of `tokens`, of which there is at least one.
fn span(tokens: &[Token]) -> Span {
    Span::new(tokens[0].span().start(), tokens[tokens.len() - 1].span().end())
}

fn mentions(sheets: &[Sheet], hits: &[Hit], decided: &[Decided], links: &Links) -> Vec<Mention> {
    let mention = |(hit, decided): (&Hit, &Decided)| {
        let sheet = &sheets[hit.sheet as usize];
        Mention {
            block: sheet.block,
            span: span(&sheet.tokens[hit.candidate.first..=hit.candidate.last]),
            kind: decided.kind,
            entity: links.entity(hit, decided),
            rule: decided.rule,
            confidence: decided.confidence,
            metonym: false,
        }
    };
    hits.iter().zip(decided).map(mention).collect()
}

/// The position after the last of `entities`.
fn next_ix(entities: &[Entity]) -> EntityIx {
    EntityIx(entities.len() as u32)
}
