//! Offices and their holders: where a text says who is `le président russe`, the words alone mean that person afterwards.

use super::{
    Hit, Sheet,
    classes::Class,
    decide::Decided,
    link::Links,
    scan::{Book, Reader},
    sheet::Gap,
    words::WordId,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use visavis_corpus::{Confidence, EntityIx, Kind, Mention, MentionRule};
use visavis_text::Span;

/// An office: the words that name it, folded, without the article (`président`, `russe`).
type Office = Box<[WordId]>;

/// Who holds which office, in each article and in the corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Offices {
    holders: FxHashMap<Office, BTreeSet<EntityIx>>,
}

/// A description in a text: the tokens of an office, article included.
struct Described {
    first: usize,
    last: usize,
    office: Office,
}

impl Offices {
    /// Collects what the corpus says: `le président russe Vladimir Poutine`, `Vladimir Poutine, le président russe`.
    pub(super) fn new(
        sheets: &[Vec<Sheet>],
        hits: &[Vec<Hit>],
        decided: &[Vec<Decided>],
        book: &Book,
        links: &Links,
    ) -> Self {
        let mut offices = Self::default();
        for ((sheets, hits), decided) in sheets.iter().zip(hits).zip(decided) {
            for (hit, decided) in hits.iter().zip(decided) {
                let Some(entity) = links.entity(hit, decided).filter(|_| decided.kind == Kind::Person) else {
                    continue;
                };
                let reader = Reader::beside(book, &sheets[hit.sheet as usize]);
                for office in
                    [before(&reader, hit.candidate.first), after(&reader, hit.candidate.last + 1)].into_iter().flatten()
                {
                    offices.holders.entry(office).or_default().insert(entity);
                }
            }
        }
        offices
    }

    /// Adds the offices that stand alone to `mentions`, each with its only holder.
    pub(super) fn describe(&self, mentions: Vec<Mention>, sheets: &[Sheet], book: &Book) -> Vec<Mention> {
        let mut found = vec![];
        for sheet in sheets {
            let reader = Reader::beside(book, sheet);
            for described in descriptions(&reader) {
                let Some(holders) = self.holders.get(&described.office).filter(|holders| holders.len() == 1) else {
                    continue;
                };
                let span =
                    Span::new(sheet.tokens[described.first].span().start(), sheet.tokens[described.last].span().end());
                found.extend(holders.first().map(|&entity| mention(sheet.block, span, entity)));
            }
        }
        merge(mentions, found)
    }
}

fn mention(block: u32, span: Span, entity: EntityIx) -> Mention {
    Mention {
        block,
        span,
        kind: Kind::Person,
        entity: Some(entity),
        rule: MentionRule::Description,
        confidence: Confidence::percent(65),
        metonym: false,
    }
}

/// `mentions` with those of `found` that do not cut one of them: a description takes the place of the demonym inside it.
fn merge(mentions: Vec<Mention>, found: Vec<Mention>) -> Vec<Mention> {
    if found.is_empty() {
        return mentions;
    }
    let mut all = Vec::with_capacity(mentions.len() + found.len());
    let mut old = mentions.into_iter().peekable();
    for new in found {
        while let Some(mention) = old.next_if(|old| (old.block, old.span.end()) <= (new.block, new.span.start())) {
            all.push(mention);
        }
        let mut inside = vec![];
        while let Some(mention) = old.next_if(|old| old.block == new.block && old.span.start() < new.span.end()) {
            inside.push(mention);
        }
        if inside.iter().all(|mention| mention.kind == Kind::People && new.span.contains(mention.span)) {
            all.push(new);
        } else {
            all.extend(inside);
        }
    }
    all.extend(old);
    all
}

/// Every office that stands with an article and without a name beside it.
fn descriptions(reader: &Reader<'_>) -> Vec<Described> {
    let mut found = vec![];
    for at in 1..reader.tokens.len() {
        let article = matches!(reader.text(at - 1), "le" | "la" | "l");
        if !article || !reader.touches(at) || !reader.class(at).has(Class::TITLE) {
            continue;
        }
        let Some(end) = office_end(reader, at) else { continue };
        let named = reader.touches(end + 1) && reader.is_capital(end + 1);
        if !named {
            found.push(Described { first: at - 1, last: end, office: office(reader, at, end) });
        }
    }
    found
}

/// The last word of the office that begins at `at`: a title and the adjective of a nation, or `de` and what is headed.
fn office_end(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let nation = |at: usize| {
        reader.follows(at)
            && reader.tokens.get(at).is_some_and(|token| reader.book.known.demonym_words.contains_key(&token.word))
    };
    if nation(next) {
        return Some(next);
    }
    // `le ministre des Affaires étrangères`, `le chef de la diplomatie russe`: two nouns at most.
    if !(reader.follows(next) && matches!(reader.text(next), "de" | "des" | "du" | "d")) {
        return None;
    }
    let noun = if matches!(reader.text(next + 1), "la" | "l") { next + 2 } else { next + 1 };
    if !reader.touches(noun) || reader.class(noun).has(Class::FUNCTION) {
        return None;
    }
    let last = if reader.touches(noun + 1)
        && !reader.class(noun + 1).has(Class::FUNCTION | Class::SPEECH | Class::AUXILIARY)
        && !reader.is_capital(noun + 1)
    {
        noun + 1
    } else {
        noun
    };
    Some(if nation(last + 1) { last + 1 } else { last })
}

fn office(reader: &Reader<'_>, first: usize, last: usize) -> Office {
    reader.tokens[first..=last].iter().map(|token| token.word).collect()
}

/// The office just before a name.
fn before(reader: &Reader<'_>, name: usize) -> Option<Office> {
    (1..=6).filter(|&back| back <= name).map(|back| name - back).find_map(|at| {
        let titled = reader.class(at).has(Class::TITLE) && !reader.tokens[at].opens();
        let ends = titled.then(|| office_end(reader, at)).flatten()?;
        let beside = ends + 1 == name && matches!(reader.tokens[name].gap, Gap::Space | Gap::Comma);
        beside.then(|| office(reader, at, ends))
    })
}

/// The office in apposition after a name.
fn after(reader: &Reader<'_>, next: usize) -> Option<Office> {
    let comma = reader.tokens.get(next).is_some_and(|token| token.gap == Gap::Comma && !token.opens());
    if !comma {
        return None;
    }
    let at = if reader.class(next).has(Class::ARTICLE) { next + 1 } else { next };
    if !reader.class(at).has(Class::TITLE) {
        return None;
    }
    office_end(reader, at).map(|end| office(reader, at, end))
}
