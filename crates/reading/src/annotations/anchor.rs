//! Where in an article the words of an annotation stand.
//!
//! Texts are compared without their spaces. A note is first looked for where the one before it leads one to expect it; then where a run
//! of [`RUN`] signs at its edges stands that the article holds once; then at the places nearest to the expected one. The place whose
//! surroundings agree best is taken, the nearest of those that agree as well. Each step looks at so many places at most.

use super::{
    Whereabouts,
    dense::{Characters, Dense},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use visavis_corpus::Article;
use visavis_text::Span;

/// Signs of a run that tells one place of an article from the others.
const RUN: usize = 12;
/// Signs by which words are looked up.
const KEY: usize = 4;
/// Signs before and after a note that are compared.
const AROUND: usize = 32;
/// Places on each side of the expected one that are compared.
const TRIED: usize = 32;
/// Signs on each side of the expected place in which words of fewer than [`KEY`] signs are looked for.
const WINDOW: usize = 2000;
/// Signs by which an article is told from others.
const OPENING: usize = 24;

/// The words of an article's blocks, those that are removed aside.
pub(super) struct Surface<'a> {
    article: &'a Article,
    signs: Dense,
    /// For each block that is not removed, its first sign and its position.
    blocks: Vec<(usize, u32)>,
    /// Places of runs that stand once; `u32::MAX` for those that stand more than once.
    runs: FxHashMap<u64, u32>,
    keys: FxHashMap<u64, Vec<u32>>,
}

impl<'a> Surface<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let (mut signs, mut blocks) = (Dense::default(), vec![]);
        for (block, ix) in article.blocks.iter().zip(0..).filter(|(block, _)| !block.role.is_removed()) {
            blocks.push((signs.signs.len(), ix));
            signs.add(&block.text, 0);
        }
        let mut runs = FxHashMap::default();
        for (run, at) in signs.signs.windows(RUN).zip(0..) {
            runs.entry(hash(run)).and_modify(|place| *place = u32::MAX).or_insert(at);
        }
        let mut keys: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (key, at) in signs.signs.windows(KEY).zip(0..) {
            keys.entry(hash(key)).or_default().push(at);
        }
        Self { article, signs, blocks, runs, keys }
    }

    /// The block and the bytes of the signs `at..at + len`, where they are of one block.
    fn span(&self, at: usize, len: usize) -> Option<(u32, Span)> {
        let nth = self.blocks.partition_point(|&(first, _)| first <= at).checked_sub(1)?;
        let (_, ix) = self.blocks[nth];
        let end = self.blocks.get(nth + 1).map_or(self.signs.signs.len(), |&(first, _)| first);
        let last = *self.signs.starts.get(at + len - 1).filter(|_| at + len <= end)? as usize;
        let text = &self.article.blocks[ix as usize].text;
        let wide = text[last..].chars().next().map_or(0, char::len_utf8);
        Some((ix, Span::new(self.signs.starts[at] as usize, last + wide)))
    }
}

fn hash(signs: &[char]) -> u64 {
    let mut hasher = FxHasher::default();
    signs.hash(&mut hasher);
    hasher.finish()
}

/// A text in which notes stand, and how it goes along with the article.
#[derive(Default)]
struct Course {
    signs: Dense,
    /// The last note that was found: its place in the text, and in the article.
    last: (usize, usize),
}

impl Course {
    fn expected(&self, at: usize) -> usize {
        (self.last.1 + at).saturating_sub(self.last.0)
    }
}

/// Finds the places of the notes of an article.
pub(super) struct Anchors<'s> {
    surface: &'s Surface<'s>,
    file: &'s str,
    characters: Option<Characters<'s>>,
    /// The article's file, where a note counts in it.
    in_file: Option<Course>,
    course: Course,
    /// Notes whose offsets do not fit, and whose words do.
    pub(super) moved: usize,
}

/// A place of an article, or the words that have none.
type Placed = Result<(u32, Span), String>;

impl<'s> Anchors<'s> {
    /// For the article of `surface`, whose file has the text `file`.
    pub(super) fn new(surface: &'s Surface<'s>, file: &'s str) -> Self {
        Self { surface, file, characters: None, in_file: None, course: Course::default(), moved: 0 }
    }

    /// Goes on with a document that has the text `text`.
    pub(super) fn begin(&mut self, text: &str) {
        self.course = Course { signs: Dense::of(text), last: (0, 0) };
    }

    /// Where a note of the document stands.
    pub(super) fn place(&mut self, place: &Whereabouts) -> Placed {
        match place {
            Whereabouts::Here(span) => {
                let range = self.course.signs.range(span.start(), span.end());
                find(self.surface, &mut self.course, range)
            }
            Whereabouts::Position(start, end) => self.at_position(*start, *end),
            Whereabouts::Quoted { before, exact, after, position } => {
                let expected = position.and_then(|(start, end)| match self.at_position(start, end) {
                    Ok((block, span)) if self.reads(block, span, exact) => Some((block, span)),
                    _ => None,
                });
                if let Some(found) = expected {
                    return Ok(found);
                }
                self.moved += usize::from(position.is_some());
                let text = format!("{before}{exact}{after}");
                let signs = Dense::of(&text);
                let range = signs.range(before.len(), before.len() + exact.len());
                // Without a word on where it stands, it is looked for where the last one of the article was.
                let last = (0, self.in_file.as_ref().map_or(0, |course| course.last.1));
                find(self.surface, &mut Course { signs, last }, range)
            }
            Whereabouts::Nowhere(words) => Err(words.clone()),
        }
    }

    /// Whether `span` of a block has the words `exact`.
    fn reads(&self, block: u32, span: Span, exact: &str) -> bool {
        let text = visavis_text::slice(&self.surface.article.blocks[block as usize].text, span);
        text.is_some_and(|text| Dense::of(text).signs == Dense::of(exact).signs)
    }

    /// Where the characters `start..end` of the file stand.
    fn at_position(&mut self, start: usize, end: usize) -> Placed {
        let none = || Err(format!("the characters {start} to {end} of the file"));
        let characters = self.characters.get_or_insert_with(|| Characters::of(self.file));
        let (Some(from), Some(to)) = (characters.byte(start), characters.byte(end)) else { return none() };
        if from >= to {
            return none();
        }
        let course = self.in_file.get_or_insert_with(|| Course { signs: Dense::of(self.file), last: (0, 0) });
        let range = course.signs.range(from, to);
        find(self.surface, course, range)
    }
}

/// Where the signs `range` of `course` stand in the article.
fn find(surface: &Surface<'_>, course: &mut Course, range: std::ops::Range<usize>) -> Placed {
    let words = || {
        let shown: String = course.signs.signs[range.clone()].iter().take(40).collect();
        format!("“{shown}”")
    };
    if range.is_empty() {
        return Err("an annotation of nothing but space".into());
    }
    let search =
        Search { surface, signs: &course.signs.signs, range: range.clone(), expected: course.expected(range.start) };
    let Some((at, place)) = search.best() else { return Err(words()) };
    course.last = (range.start, at);
    Ok(place)
}

/// A note that is looked for.
struct Search<'s> {
    surface: &'s Surface<'s>,
    signs: &'s [char],
    range: std::ops::Range<usize>,
    expected: usize,
}

impl Search<'_> {
    /// The best place: its first sign in the article, its block and its bytes.
    fn best(&self) -> Option<(usize, (u32, Span))> {
        let most = self.range.start.min(AROUND) + (self.signs.len() - self.range.end).min(AROUND);
        if let Some((agreed, place)) = self.tried(self.expected).filter(|(agreed, _)| agreed * 2 >= most) {
            debug_assert!(agreed <= most);
            return Some((self.expected, place));
        }
        let candidates = self.by_runs().chain(self.by_words()).chain([self.expected]);
        let tried = candidates.filter_map(|at| self.tried(at).map(|(agreed, place)| (agreed, at, place)));
        tried
            .max_by_key(|&(agreed, at, _)| {
                (agreed, std::cmp::Reverse(at.abs_diff(self.expected)), std::cmp::Reverse(at))
            })
            .map(|(_, at, place)| (at, place))
    }

    /// How many signs around the note agree with those around `at`, where its own stand there.
    fn tried(&self, at: usize) -> Option<(usize, (u32, Span))> {
        let (all, own) = (&self.surface.signs.signs, &self.signs[self.range.clone()]);
        let end = at.checked_add(own.len()).filter(|&end| end <= all.len())?;
        if all[at..end] != *own {
            return None;
        }
        let pairs = |a: &mut dyn Iterator<Item = (&char, &char)>| a.take(AROUND).take_while(|(a, b)| a == b).count();
        let before = pairs(&mut self.signs[..self.range.start].iter().rev().zip(all[..at].iter().rev()));
        let after = pairs(&mut self.signs[self.range.end..].iter().zip(&all[end..]));
        Some((before + after, self.surface.span(at, own.len())?))
    }

    /// Places of the runs before, at and after the edges of the note that the article holds once.
    fn by_runs(&self) -> impl Iterator<Item = usize> + '_ {
        let edges = [
            self.range.start.checked_sub(RUN),
            Some(self.range.start),
            self.range.end.checked_sub(RUN),
            Some(self.range.end),
        ];
        edges.into_iter().flatten().filter_map(|from| {
            let run = self.signs.get(from..from + RUN)?;
            let &at = self.surface.runs.get(&hash(run)).filter(|&&at| at != u32::MAX)?;
            (at as usize + self.range.start).checked_sub(from)
        })
    }

    /// Places of its own words, nearest to the expected one.
    fn by_words(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        let own = &self.signs[self.range.clone()];
        if own.len() < KEY {
            let (from, to) = (self.expected.saturating_sub(WINDOW), self.expected + WINDOW);
            return Box::new(from..to.min(self.surface.signs.signs.len()));
        }
        let places = self.surface.keys.get(&hash(&own[..KEY])).map_or(&[][..], Vec::as_slice);
        let middle = places.partition_point(|&at| (at as usize) < self.expected);
        let near = &places[middle.saturating_sub(TRIED)..(middle + TRIED).min(places.len())];
        Box::new(near.iter().map(|&at| at as usize))
    }
}

/// How articles begin, and their paragraphs: by these a text is known to be one of them.
pub(super) struct Openings(FxHashMap<u64, u32>);

impl Openings {
    /// Of `articles`.
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut openings = FxHashMap::default();
        for (article, at) in articles.iter().zip(0..) {
            for block in article.blocks.iter().filter(|block| block.role.is_read()) {
                let signs = Dense::of(block.text.get(..block.text.ceil_char_boundary(OPENING * 4)).unwrap_or_default());
                if let Some(run) = signs.signs.get(..OPENING) {
                    let place = openings.entry(hash(run)).or_insert(at);
                    *place = if *place == at { at } else { u32::MAX };
                }
            }
        }
        Self(openings)
    }

    /// The article that most paragraphs of `text` are of.
    pub(super) fn article(&self, text: &str) -> Option<usize> {
        let mut votes: FxHashMap<u32, usize> = FxHashMap::default();
        for run in Dense::of(text).signs.windows(OPENING) {
            if let Some(&at) = self.0.get(&hash(run)).filter(|&&at| at != u32::MAX) {
                *votes.entry(at).or_default() += 1;
            }
        }
        let mut votes: Vec<(usize, u32)> = votes.into_iter().map(|(at, count)| (count, at)).collect();
        votes.sort_unstable_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
        match votes.as_slice() {
            [(most, at), rest @ ..] if rest.first().is_none_or(|(next, _)| next < most) => Some(*at as usize),
            _ => None,
        }
    }
}
