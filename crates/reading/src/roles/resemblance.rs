//! What a piece resembles: the text of articles, or what stands around it.
//!
//! The other passes know what they look for. This one has only seen many pages: each word and each trait of the look and the place of a
//! piece speaks for a class of pieces as much as it did in pages whose lines people judged (a multinomial logistic model; the weights in
//! `resemblance.txt` are learned by `tests/captures/learn.rs`, from pages only that nobody holds out). It is asked last, of pieces that
//! nothing speaks against, and only in pages that hold much more than their article: clean texts are left alone.

use super::{Page, Piece};
use crate::language::Votes;
use rustc_hash::FxHashMap;
use std::{
    collections::BTreeSet,
    fmt::{self, Write as _},
    sync::LazyLock,
};
use visavis_corpus::{ClueKind, Role};
use visavis_text::distinct;

/// The classes of pieces, each by the role that stands for it: what is read, then what is not.
pub const CLASSES: [Role; 7] =
    [Role::Body, Role::Title, Role::Related, Role::Promo, Role::Widget, Role::Caption, Role::Byline];

/// How many of them are read.
const READ: usize = 2;

/// A label is set apart where what is read is less likely than this.
const LEAST: f64 = 0.41;

/// And a paragraph of prose.
const LEAST_OF_PROSE: f64 = 0.25;

/// No sentence of so many words is set apart for its look and place alone: its words have to speak against it too, and so do those of
/// them that not every text is full of,
const SENTENCE: usize = 10;
/// by so many hundredths.
const SAID: i32 = 50;

/// A page with fewer pieces set apart is no capture: what was learned from captures does not hold for it.
const OF_A_CAPTURE: usize = 6;

/// Words that a clue quotes.
const QUOTED: usize = 3;

/// The weights of each feature for the classes, in hundredths; learned. A line for each feature.
const WEIGHTS: &str = include_str!("resemblance.txt");

/// What a feature weighs for each class, in hundredths.
pub type Weights = [i16; CLASSES.len()];

static LEARNED: LazyLock<FxHashMap<&str, Weights>> = LazyLock::new(|| WEIGHTS.lines().filter_map(weights).collect());

/// Reads a line of the weights: `feature 12 -3 0 …`; words are features as they are, traits begin with `@`. `None` where it is no such line.
pub fn weights(line: &str) -> Option<(&str, Weights)> {
    let mut fields = line.split(' ');
    let feature = fields.next()?;
    let mut weights = Weights::default();
    for weight in &mut weights {
        *weight = fields.next()?.parse().ok()?;
    }
    Some((feature, weights))
}

/// How likely each class is, by the sums of the weights for it.
pub fn likely(sums: [f64; CLASSES.len()]) -> [f64; CLASSES.len()] {
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let likely = sums.map(|sum| libm::exp(sum - most));
    let all: f64 = likely.iter().sum();
    likely.map(|one| one / all)
}

/// A piece of a page with what speaks for its class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it begins in the text of the page, in bytes.
    pub start: usize,
    /// How many words it has.
    pub words: usize,
    /// Its words, folded, and its traits, each once.
    pub features: Vec<String>,
}

/// The pieces of a page that is plain text, as the model sees them: to learn from, or to see why.
pub fn examples(text: &str) -> Vec<Example> {
    let source = crate::source::Source::plain(text);
    let page = Page::new(&source, &super::Recurring::default());
    let looks = Looks::of(&page.pieces);
    let example = |(at, piece): (usize, &Piece<'_>)| {
        let mut features: Vec<String> = vec![];
        looks.features(&page.pieces, at, |feature| features.push(feature.to_owned()));
        Example { start: piece.span.start(), words: piece.shape.words, features: distinct(features) }
    };
    page.pieces.iter().enumerate().map(example).collect()
}

/// Sets apart the free pieces that do not resemble the text of an article.
pub(super) fn set_apart(page: &mut Page<'_>) {
    if !is_capture(page) {
        return;
    }
    rescue(page);
    let looks = Looks::of(&page.pieces);
    // All are asked before any is set apart: none depends on the others' fate.
    let free = (0..page.pieces.len()).filter(|&at| page.pieces[at].is_free());
    let found: Vec<(usize, Role, String)> = free
        .filter_map(|at| {
            let likeness = Likeness::of(&looks, &page.pieces, at);
            likeness.class(&looks.pieces[at]).map(|role| (at, role, likeness.words(&page.pieces[at])))
        })
        .collect();
    for (at, role, words) in found {
        page.pieces[at].decide(role, ClueKind::Resemblance, &words);
    }
}

/// Takes back what was set apart for its place alone, and resembles the text of an article; what was taken for readers' comments only
/// where nearly all of it does.
fn rescue(page: &mut Page<'_>) {
    let looks = Looks::of(&page.pieces);
    let kind = |at: usize| {
        let (role, clue) = page.pieces[at].verdict.as_ref()?;
        clue.as_ref().filter(|_| !role.is_read()).map(|clue| clue.kind)
    };
    let read = |at: &usize| Likeness::of(&looks, &page.pieces, *at).read() > SURELY;
    let of = |kinds: &[ClueKind]| -> Vec<usize> {
        (0..page.pieces.len()).filter(|&at| kind(at).is_some_and(|kind| kinds.contains(&kind))).collect()
    };
    let mut back = of(&PLACE_ALONE);
    back.retain(read);
    let mut comments = of(&[ClueKind::CommentForm]);
    comments.retain(|&at| looks.pieces[at].prose);
    let all = comments.len();
    comments.retain(read);
    if comments.len() >= COMMENTS && comments.len() * 4 >= all * 3 {
        back.extend(comments);
    }
    back.into_iter().for_each(|at| page.pieces[at].verdict = None);
}

/// Paragraphs taken for comments that are more than chance.
const COMMENTS: usize = 3;

/// What is set apart by these stood in the wrong place, and says nothing itself.
const PLACE_ALONE: [ClueKind; 4] =
    [ClueKind::Position, ClueKind::AfterRelated, ClueKind::Fragment, ClueKind::LinkedTitle];

/// Such a piece is taken back where what is read is likelier than this.
const SURELY: f64 = 0.85;

/// How likely it is, in per cent, that each of some pieces is the title; 0 in a page that is no capture.
pub(super) fn titles(page: &Page<'_>, candidates: &[usize]) -> Vec<u32> {
    if !is_capture(page) {
        return vec![0; candidates.len()];
    }
    let looks = Looks::of(&page.pieces);
    let per_cent = |at: &usize| (Likeness::of(&looks, &page.pieces, *at).classes[1] * 100.0) as i64;
    candidates.iter().map(per_cent).map(|likely| u32::try_from(likely).unwrap_or_default()).collect()
}

/// Whether a page is what a browser saves of one: much stands around its article, and no format says what.
fn is_capture(page: &Page<'_>) -> bool {
    let apart = page.pieces.iter().filter(|piece| piece.role().is_some_and(|role| !role.is_read()));
    !page.is_told && apart.count() >= OF_A_CAPTURE
}

/// How likely each class is, and how much of that the words alone say.
struct Likeness {
    classes: [f64; CLASSES.len()],
    /// What the words weigh for each class, in hundredths.
    words: [i32; CLASSES.len()],
    /// And what those do that are not of the most frequent.
    rarer: [i32; CLASSES.len()],
}

impl Likeness {
    fn of(looks: &Looks, pieces: &[Piece<'_>], at: usize) -> Self {
        let [mut frequent, mut rarer, mut traits] = [[0; CLASSES.len()]; 3];
        let mut seen = BTreeSet::new();
        looks.features(pieces, at, |feature| {
            if let Some((&known, weights)) = LEARNED.get_key_value(feature)
                && seen.insert(known)
            {
                let sums = if known.starts_with('@') {
                    &mut traits
                } else if is_frequent(known) {
                    &mut frequent
                } else {
                    &mut rarer
                };
                sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(*weight));
            }
        });
        let words = std::array::from_fn(|class| frequent[class] + rarer[class]);
        let classes = likely(std::array::from_fn(|class| f64::from(words[class] + traits[class]) / 100.0));
        Self { classes, words, rarer }
    }

    /// How likely it is that the piece is read.
    fn read(&self) -> f64 {
        self.classes[..READ].iter().sum()
    }

    /// The likeliest class that is not read, by its position.
    fn apart(&self) -> usize {
        (READ..CLASSES.len()).max_by(|a, b| self.classes[*a].total_cmp(&self.classes[*b])).unwrap_or(READ)
    }

    /// The class of a piece that is to be set apart.
    fn class(&self, look: &Look) -> Option<Role> {
        let sentence = look.ends && look.words >= SENTENCE;
        let least = if look.prose { LEAST_OF_PROSE } else { LEAST };
        let apart = self.apart();
        let said = !sentence || [self.words, self.rarer].iter().all(|sums| sums[apart] - sums[0] > SAID);
        (said && self.read() < least).then(|| CLASSES[apart])
    }

    /// The words of `piece` that speak most for a class other than what is read.
    fn words(&self, piece: &Piece<'_>) -> String {
        let apart = self.apart();
        let against = |word: &&str| {
            let weights = LEARNED.get(word)?;
            Some(i32::from(weights[apart]) - i32::from(weights[0])).filter(|weight| *weight > 0)
        };
        let mut known: Vec<(i32, &str)> = distinct(piece.shape.plain.split_ascii_whitespace().collect())
            .into_iter()
            .filter_map(|word| Some((-against(&word)?, word)))
            .collect();
        known.sort_unstable();
        known.into_iter().take(QUOTED).map(|(_, word)| word).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a word is of those that every text is full of: that says nothing of a sentence. `nous` and `you` say who speaks to whom.
fn is_frequent(word: &str) -> bool {
    Votes::hears(word) && !["nous", "vous", "you", "your"].contains(&word)
}

/// What is seen of each piece of a page before its words are read.
struct Looks {
    pieces: Vec<Look>,
    /// How many are prose.
    prose: usize,
    /// The first and the last of those.
    paragraphs: Option<(usize, usize)>,
}

struct Look {
    words: usize,
    ends: bool,
    /// A paragraph of prose: long, and closing like a sentence.
    prose: bool,
    /// How many such stand before it.
    before: usize,
    /// Whether the page has the same line elsewhere.
    repeated: bool,
}

/// A paragraph that is no nearer is nowhere.
const FAR: usize = 40;

/// Words from which a piece that ends is prose.
const PROSE: usize = 18;

impl Looks {
    fn of(pieces: &[Piece<'_>]) -> Self {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        pieces.iter().for_each(|piece| *counts.entry(&piece.shape.plain).or_default() += 1);
        let mut before = 0;
        let look = |piece: &Piece<'_>| {
            let prose = piece.shape.words >= PROSE && piece.shape.ends;
            let look = Look {
                words: piece.shape.words,
                ends: piece.shape.ends,
                prose,
                before,
                repeated: counts[piece.shape.plain.as_str()] > 1,
            };
            before += usize::from(prose);
            look
        };
        let looks: Vec<Look> = pieces.iter().map(look).collect();
        let first = looks.iter().position(|look| look.prose);
        let paragraphs = first.zip(looks.iter().rposition(|look| look.prose));
        Self { pieces: looks, prose: before, paragraphs }
    }

    /// Calls `see` with each feature of the piece at `at`; with a word as often as it stands there.
    fn features(&self, pieces: &[Piece<'_>], at: usize, mut see: impl FnMut(&str)) {
        let (piece, look) = (&pieces[at], &self.pieces[at]);
        piece.shape.plain.split_ascii_whitespace().for_each(&mut see);
        let mut traits = Traits { text: String::new(), see };
        Self::own(piece, look, &mut traits);
        self.neighbours(at, &mut traits);
        self.place(at, &mut traits);
    }

    /// What the piece looks like by itself.
    fn own<S: FnMut(&str)>(piece: &Piece<'_>, look: &Look, traits: &mut Traits<S>) {
        let (words, ends) = (look.words, u8::from(look.ends));
        let size = bin(words, &[0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 90]);
        traits.have(format_args!("words={size}"));
        traits.have(format_args!("words={size},ends={ends}"));
        let long = u8::from(words >= 8);
        let votes = piece.shape.votes.french.max(piece.shape.votes.english) as usize;
        let frequent = bin(per_cent(votes, words), &[0, 10, 20, 30, 40, 50]);
        traits.have(format_args!("frequent={frequent},long={long}"));
        let begins = |word: &&str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
        let spaced = piece.text.split_whitespace().count();
        let capitals = per_cent(piece.text.split_whitespace().filter(begins).count(), spaced);
        let capitals = bin(capitals, &[0, 10, 20, 30, 50, 70, 99]);
        traits.have(format_args!("capitals={capitals},long={long}"));
        let few = bin(words, &[3, 8, 20]);
        let letters = || piece.text.chars().filter(|c| c.is_alphabetic());
        for (name, holds) in [
            ("upper", letters().next().is_some() && letters().all(|c| !c.is_lowercase())),
            ("quotes", piece.text.contains(['«', '“', '"'])),
            ("signs", piece.text.contains(SIGNS) || piece.text.contains("http") || piece.text.contains("www.")),
            ("colon", piece.text.trim_end().ends_with(':')),
            ("asks", piece.text.trim_end().ends_with('?')),
        ] {
            if holds {
                traits.have(format_args!("{name}"));
                traits.have(format_args!("{name},words={few}"));
            }
        }
        let digits = piece.text.bytes().filter(u8::is_ascii_digit).count();
        traits.have(format_args!("digits={}", bin(per_cent(digits, piece.text.len()), &[0, 3, 8, 20])));
        let middling = bin(words, &[8, 20, 40]);
        traits.have(format_args!("sentences={},words={middling}", u8::from(piece.shape.sentences)));
        let commas = bin(piece.text.matches(',').count(), &[0, 1, 3]);
        traits.have(format_args!("commas={commas},words={middling}"));
        if look.repeated {
            traits.have(format_args!("repeated"));
        }
    }

    /// What stands beside it.
    fn neighbours<S: FnMut(&str)>(&self, at: usize, traits: &mut Traits<S>) {
        let beside = |step: isize| at.checked_add_signed(step).and_then(|at| self.pieces.get(at));
        let prose = |step| beside(step).map_or('-', |look| if look.prose { '1' } else { '0' });
        let look = &self.pieces[at];
        let size = bin(look.words, &[4, 8, 14, 25]);
        for step in [-3, -2, -1, 1, 2, 3] {
            match beside(step) {
                Some(other) => {
                    let words = bin(other.words, &[2, 6, 14, 28]);
                    traits.have(format_args!("beside{step}={words},ends={}", u8::from(other.ends)));
                }
                None => traits.have(format_args!("beside{step}=none")),
            }
            traits.have(format_args!("prose{step}={},words={size}", prose(step)));
        }
        let around: String = [-2, -1, 1, 2].into_iter().map(prose).collect();
        let size = bin(look.words, &[4, 14, 28]);
        traits.have(format_args!("around={around},words={size},ends={}", u8::from(look.ends)));
    }

    /// Where it stands in the page.
    fn place<S: FnMut(&str)>(&self, at: usize, traits: &mut Traits<S>) {
        let look = &self.pieces[at];
        let (first, last) = self.paragraphs.unwrap_or((0, self.pieces.len().saturating_sub(1)));
        let size = bin(look.words, &[4, 8, 14, 25]);
        let ends = u8::from(look.ends);
        for (name, past) in [("first", steps(first, at)), ("last", steps(at, last))] {
            let past = bin(past, &[-20, -10, -5, -3, -2, -1, 0, 5]);
            traits.have(format_args!("{name}={past},words={size},ends={ends}"));
        }
        let after = self.prose - look.before - usize::from(look.prose);
        let middling = bin(look.words, &[8, 20]);
        for (name, count) in [("before", look.before), ("after", after)] {
            traits.have(format_args!("{name}={},words={middling}", bin(count, &[0, 1, 2, 4, 8])));
        }
        let next = self.pieces[at + 1..].iter().take(FAR - 1).position(|look| look.prose).map_or(FAR, |at| at + 1);
        let before = self.pieces[..at].iter().rev().take(FAR - 1);
        let previous = before.into_iter().position(|look| look.prose).map_or(FAR, |at| at + 1);
        let [next, previous] = [next, previous].map(|far| bin(far, &[1, 2, 3, 5, 8, 39]));
        traits.have(format_args!("next={next},previous={previous},words={size}"));
        traits.have(format_args!("at={}", bin(per_cent(at, self.pieces.len()), &[5, 10, 20, 40, 60, 80, 90])));
    }
}

/// What sites put between their labels.
const SIGNS: [char; 11] = ['|', '•', '·', '©', '@', '#', '→', '▼', '►', '×', '↓'];

/// Traits, written one after the other in the same place.
struct Traits<S> {
    text: String,
    see: S,
}

impl<S: FnMut(&str)> Traits<S> {
    fn have(&mut self, said: fmt::Arguments<'_>) {
        self.text.clear();
        // A string takes whatever is written.
        let _ = write!(self.text, "@{said}");
        (self.see)(&self.text);
    }
}

/// The first of `edges`, which are in order, that `value` does not pass; one more than the last where it passes all.
fn bin<N: Copy + PartialOrd + std::ops::Add<Output = N> + From<u8>>(value: N, edges: &[N]) -> N {
    let above = edges.iter().copied().find(|edge| value <= *edge);
    above.or_else(|| edges.last().map(|last| *last + N::from(1))).unwrap_or(value)
}

/// How far it is from one position to another.
fn steps(from: usize, to: usize) -> isize {
    to.cast_signed() - from.cast_signed()
}

fn per_cent(part: usize, whole: usize) -> usize {
    (100 * part).checked_div(whole).unwrap_or_default()
}
