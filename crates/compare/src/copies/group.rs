//! From runs to passages: each run extended, each passage once, with all its places.

use super::CopyParameters;
use super::align::{Extension, Step, Way, extend, worth_of};
use super::seed::{Run, runs};
use crate::wording::Wording;
use visavis_text::ordered_by;

/// Two stretches of words that go together, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alignment {
    /// The words of each text, `[first, end)`.
    pub(super) words: [[usize; 2]; 2],
    /// From the first words on.
    pub(super) steps: Vec<Step>,
    /// What it is worth.
    score: i32,
}

/// Words that are not light, from which a few words are a phrase: `il n'est pas par la` is none.
const LEAST_HEAVY: usize = 3;

/// Most light words that are left out beyond the end of a sentence.
const MOST_SCRAPS: usize = 3;

/// A passage: how its two first places go together, and where else either text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The best alignment.
    pub(super) best: Alignment,
    /// Further places in each text.
    pub(super) others: [Vec<[usize; 2]>; 2],
}

impl Alignment {
    /// Words in common.
    pub(super) fn same(&self) -> usize {
        self.steps.iter().filter(|&&step| step == Step::Same).count()
    }

    /// How many light words in common stand at the end (or, `first`, the beginning) of the alignment beyond a joint sentence boundary.
    fn scraps<'s>(
        &self,
        rests: impl Fn([usize; 2]) -> bool,
        steps: impl Iterator<Item = &'s Step>,
        a: &Wording,
        first: bool,
    ) -> usize {
        let at = |back: usize| self.words.map(|[start, end]| if first { start + back } else { end - 1 - back });
        let light = |back: usize, step: Step| step == Step::Same && a.words()[at(back)[0]].light;
        let tail = steps.zip(0..).take(MOST_SCRAPS).take_while(|&(&step, back)| light(back, step)).count();
        (1..=tail).rev().find(|&back| back < self.steps.len() && rests(at(back))).unwrap_or_default()
    }

    /// From the first words of `a` and `b` in common to the last, around `run`.
    fn around(run: Run, a: &Wording, b: &Wording) -> Self {
        let [i, j] = run.at;
        let before = extend(Way::backwards(a, i), Way::backwards(b, j));
        let after = extend(Way::onwards(a, i + run.len), Way::onwards(b, j + run.len));
        let score = before.score + after.score + worth_of(&a.words()[i..i + run.len]);
        let words = [
            [i - length(&before, Step::Added), i + run.len + length(&after, Step::Added)],
            [j - length(&before, Step::Dropped), j + run.len + length(&after, Step::Dropped)],
        ];
        let mut steps = before.steps;
        steps.reverse();
        steps.extend(std::iter::repeat_n(Step::Same, run.len));
        steps.extend(after.steps);
        Self { words, steps, score }.without_scraps(a, b)
    }

    /// Without the few light words that follow the end of a sentence in both texts, or precede its beginning: many sentences begin with
    /// the same article.
    fn without_scraps(mut self, a: &Wording, b: &Wording) -> Self {
        let scraps =
            self.scraps(|[i, j]| a.words()[i].closes && b.words()[j].closes, self.steps.iter().rev(), a, false);
        for _ in 0..scraps {
            self.steps.pop();
            self.words = [[self.words[0][0], self.words[0][1] - 1], [self.words[1][0], self.words[1][1] - 1]];
        }
        let scraps = self.scraps(|[i, j]| a.words()[i].opens && b.words()[j].opens, self.steps.iter(), a, true);
        self.steps.drain(..scraps);
        self.words = self.words.map(|[first, end]| [first + scraps, end]);
        self
    }

    /// Whether it is long enough for a set phrase of `least` words, and has words enough that carry a meaning.
    fn is_phrase(&self, a: &Wording, least: usize) -> bool {
        let words = &a.words()[self.words[0][0]..self.words[0][1]];
        self.same() >= least && words.iter().filter(|word| !word.light).count() >= LEAST_HEAVY
    }

    fn swapped(self) -> Self {
        let swap = |step: Step| match step {
            Step::Dropped => Step::Added,
            Step::Added => Step::Dropped,
            step => step,
        };
        Self { words: [self.words[1], self.words[0]], steps: self.steps.into_iter().map(swap).collect(), ..self }
    }
}

impl Group {
    /// The same passage with the texts exchanged.
    pub(super) fn swapped(self) -> Self {
        let [here, there] = self.others;
        Self { best: self.best.swapped(), others: [there, here] }
    }
}

/// Steps of an extension that use up a word of the text that `without` does not.
fn length(extension: &Extension, without: Step) -> usize {
    extension.steps.iter().filter(|&&step| step != without).count()
}

/// The passages that two texts share, in the making.
#[derive(Debug)]
pub(super) struct Grouping {
    parameters: CopyParameters,
    /// What is still to be extended, the longest first.
    runs: std::vec::IntoIter<Run>,
    found: Vec<Alignment>,
    covered: Covered,
    /// What is still to be placed, the best first; none before all runs are extended.
    alignments: Option<std::vec::IntoIter<Alignment>>,
    /// The best first.
    groups: Vec<Group>,
}

impl Grouping {
    /// Begins with the words that `a` and `b` have running in common.
    pub(super) fn new(a: &Wording, b: &Wording, parameters: CopyParameters) -> Self {
        Self {
            parameters,
            runs: runs(a, b, parameters.seed_words).into_iter(),
            found: vec![],
            covered: Covered::default(),
            alignments: None,
            groups: vec![],
        }
    }

    /// Extends one more run of the same two texts, or places one more alignment; whether anything is left to do.
    pub(super) fn step(&mut self, a: &Wording, b: &Wording) -> bool {
        match &mut self.alignments {
            None if let Some(run) = self.runs.next() => self.extend(run, a, b),
            None => {
                let best = |alignment: &Alignment| (i32::MAX - alignment.score, alignment.words);
                self.alignments = Some(ordered_by(std::mem::take(&mut self.found), best).into_iter());
            }
            Some(alignments) => match alignments.next() {
                Some(alignment) => self.place(alignment, a),
                None => return false,
            },
        }
        true
    }

    /// The passages found: with `least_words` in common, or set phrases.
    pub(super) fn done(&mut self) -> Vec<Group> {
        std::mem::take(&mut self.groups)
    }

    fn extend(&mut self, run: Run, a: &Wording, b: &Wording) {
        if !self.covered.has(&run, &self.found) {
            let alignment = Alignment::around(run, a, b);
            self.covered.add(&alignment, self.found.len());
            self.found.push(alignment);
        }
    }

    fn place(&mut self, alignment: Alignment, a: &Wording) {
        let long = alignment.same() >= self.parameters.least_words;
        if long || alignment.is_phrase(a, self.parameters.phrase_words) {
            place(alignment, long, &mut self.groups);
        }
    }
}

/// Puts an alignment among the passages. Where one of its sides is told already, it is a further place of that passage if it has most of
/// it; a passage of its own if it is `long`; else it is a turn that a text uses more than once. Where both are told, it is no news.
fn place(alignment: Alignment, long: bool, groups: &mut Vec<Group>) {
    let told = [0, 1].map(|side| groups.iter().position(|group| group.tells(side, alignment.words[side])));
    let (at, side) = match told {
        [Some(_), Some(_)] => return,
        [None, None] => return groups.push(Group { best: alignment, others: [vec![], vec![]] }),
        [Some(at), None] => (at, 1),
        [None, Some(at)] => (at, 0),
    };
    if alignment.same() * 5 >= groups[at].best.same() * 4 {
        groups[at].others[side].push(alignment.words[side]);
    } else if long {
        groups.push(Group { best: alignment, others: [vec![], vec![]] });
    }
}

impl Group {
    /// Whether most of `words` lies in one of this passage's places.
    fn tells(&self, side: usize, words: [usize; 2]) -> bool {
        let places = std::iter::once(&self.best.words[side]).chain(&self.others[side]);
        let common = |place: &[usize; 2]| place[1].min(words[1]).saturating_sub(place[0].max(words[0]));
        places.into_iter().any(|place| common(place) * 5 >= (words[1] - words[0]) * 4)
    }
}

/// Which runs lie inside an alignment already made: where both its words are within the stretches of one.
#[derive(Clone, Debug, Default)]
struct Covered {
    /// For each word of the first text, the alignments that hold it.
    by_word: std::collections::BTreeMap<usize, Vec<usize>>,
}

/// Words between two entries of [`Covered`].
const STRIDE: usize = 8;

impl Covered {
    fn add(&mut self, alignment: &Alignment, at: usize) {
        let [first, end] = alignment.words[0];
        for cell in first / STRIDE..=end.saturating_sub(1) / STRIDE {
            self.by_word.entry(cell).or_default().push(at);
        }
    }

    fn has(&self, run: &Run, found: &[Alignment]) -> bool {
        let inside = |alignment: &Alignment| {
            [0, 1].iter().all(|&side| {
                let [first, end] = alignment.words[side];
                first <= run.at[side] && run.at[side] + run.len <= end
            })
        };
        let near = self.by_word.get(&(run.at[0] / STRIDE));
        near.is_some_and(|near| near.iter().any(|&at| found.get(at).is_some_and(inside)))
    }
}
