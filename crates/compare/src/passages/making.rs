//! Which sentences of two articles meet, found in steps, so that long texts do not hold a page up.

use super::near::{Near, surroundings};
use super::terms::{Sentence, Term};
use super::weight::TermFrequencies;
use super::{Crowd, Evidence, Meeting, PassageParameters};
use crate::wording::Place;
use visavis_text::{gathered, ordered};

/// The measure of sharing that is a strength of one half.
const HALF: f64 = 1.5;

/// The sentences of two articles that meet, in the making: each step is told the same sentences.
#[derive(Debug)]
pub(crate) struct Meetings {
    parameters: PassageParameters,
    /// What either article speaks of, in order. Terms go by their place here.
    terms: Vec<Term>,
    /// What each weighs.
    weights: Vec<f64>,
    /// The terms of each sentence of each article.
    own: [Vec<Vec<usize>>; 2],
    /// The sentences that are weighed so far.
    sides: [Vec<Weighed>; 2],
    /// The sentences of the second article that have each term.
    there: Vec<Having>,
    /// What the sentence at hand shares with each of the second article.
    shared: Vec<Shared>,
    /// The next sentence of the first article.
    next: usize,
    strong: Vec<Strong>,
    /// The pairs that are still to be told with their evidence; none before all are found.
    telling: Option<std::vec::IntoIter<Strong>>,
    told: Vec<Meeting>,
}

/// What a sentence is about, in the order of the terms, with the length of the vector of its own weights.
#[derive(Debug)]
struct Weighed {
    terms: Vec<(usize, Near)>,
    norm: f64,
}

/// The sentences of one side that have a term.
#[derive(Clone, Debug, Default)]
struct Having {
    own: Vec<usize>,
    /// With what is left of its weight there.
    lent: Vec<(usize, f64)>,
}

/// Two sentences, by their positions, and how strongly they meet.
#[derive(Clone, Copy, Debug)]
struct Strong {
    sentences: [usize; 2],
    strength: f64,
}

/// What two sentences share, summed up.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    /// The weight of what both have themselves.
    own: f64,
    /// And of what one of them is lent.
    lent: f64,
    /// How many terms; a part of one for what is lent.
    terms: f64,
}

impl Shared {
    /// What is lent counts at most as much as what is there: it tells of whom, not of what.
    fn weight(self) -> f64 {
        self.own + self.lent.min(self.own)
    }
}

impl Meetings {
    /// Begins with what the `sentences` of two articles are about.
    pub(crate) fn new(
        sentences: [&[Sentence]; 2],
        frequencies: &TermFrequencies,
        parameters: PassageParameters,
    ) -> Self {
        let numbered = |side: usize| sentences[side].iter().enumerate().map(move |(at, sentence)| (side, at, sentence));
        let all = [0, 1].into_iter().flat_map(numbered);
        let all = all.flat_map(|(side, at, sentence)| sentence.terms.keys().map(move |term| (term, (side, at))));
        let gathered = gathered(all.collect::<Vec<(&Term, (usize, usize))>>());
        let mut own = sentences.map(|side| vec![vec![]; side.len()]);
        for (number, (_, having)) in gathered.iter().enumerate() {
            having.iter().for_each(|&(side, at)| own[side][at].push(number));
        }
        Self {
            parameters,
            weights: gathered.iter().map(|(term, _)| frequencies.weight(term)).collect(),
            there: vec![Having::default(); gathered.len()],
            terms: gathered.into_iter().map(|(term, _)| term.clone()).collect(),
            shared: vec![Shared::default(); own[1].len()],
            own,
            sides: [vec![], vec![]],
            next: 0,
            strong: vec![],
            telling: None,
            told: vec![],
        }
    }

    /// Takes the next step; whether anything is left to do.
    pub(crate) fn step(&mut self, sentences: [&[Sentence]; 2]) -> bool {
        let unweighed = [1, 0].into_iter().find(|&side| self.sides[side].len() < self.own[side].len());
        match &mut self.telling {
            None if let Some(side) = unweighed => self.weigh(sentences[side], side),
            None if self.next < self.sides[0].len() => {
                self.find();
                self.next += 1;
            }
            None => self.telling = Some(self.strongest().into_iter()),
            Some(telling) => match telling.next() {
                Some(pair) => {
                    let told = self.tell(sentences, pair);
                    self.told.push(told);
                }
                None => return false,
            },
        }
        true
    }

    /// What was found in the steps so far, the strongest pair first; all of it once nothing is left to do.
    pub(crate) fn done(self) -> Vec<Meeting> {
        self.told
    }

    /// Weighs the next sentence of a side.
    fn weigh(&mut self, sentences: &[Sentence], side: usize) {
        let at = self.sides[side].len();
        let squares: f64 = self.own[side][at].iter().map(|&term| self.weights[term] * self.weights[term]).sum();
        let terms = surroundings(sentences, &self.own[side], at);
        for &(term, near) in terms.iter().filter(|_| side == 1) {
            let having = &mut self.there[term];
            if near.is_own() {
                having.own.push(at);
            } else {
                having.lent.push((at, near.share));
            }
        }
        self.sides[side].push(Weighed { terms, norm: squares.sqrt() });
    }

    /// The sentences that meet the next one. Weights are summed along the terms, so that pairs that share nothing cost nothing.
    fn find(&mut self) {
        let here = &self.sides[0][self.next];
        for &(term, near) in &here.terms {
            let (with, weight) = (&self.there[term], self.weights[term]);
            // What both only borrow is no evidence.
            for &j in &with.own {
                let shared = &mut self.shared[j];
                let sum = if near.is_own() { &mut shared.own } else { &mut shared.lent };
                *sum += weight * near.share;
                shared.terms += near.share;
            }
            for &(j, share) in with.lent.iter().filter(|_| near.is_own()) {
                self.shared[j].lent += weight * share;
                self.shared[j].terms += share;
            }
        }
        for (j, shared) in self.shared.iter_mut().enumerate().filter(|(_, shared)| shared.terms > 0.0) {
            let strength = strength(std::mem::take(shared), here.norm * self.sides[1][j].norm);
            if strength > 0.0 && strength >= self.parameters.least_strength {
                self.strong.push(Strong { sentences: [self.next, j], strength });
            }
        }
    }

    /// The pairs found, the strongest first, without those of a sentence that has enough stronger ones.
    fn strongest(&mut self) -> Vec<Strong> {
        let mut pairs = ordered(std::mem::take(&mut self.strong), |x, y| {
            y.strength.total_cmp(&x.strength).then_with(|| x.sentences.cmp(&y.sentences))
        });
        let mut crowd = Crowd::new(self.parameters.most_per_sentence);
        pairs.retain(|pair| crowd.admits(pair.sentences));
        pairs
    }

    /// A pair with its evidence.
    fn tell(&self, sentences: [&[Sentence]; 2], pair: Strong) -> Meeting {
        let [a, b] = [0, 1].map(|side| &self.sides[side][pair.sentences[side]].terms);
        let shared = |&(at, here): &(usize, Near)| {
            let found = b.binary_search_by(|(other, _)| other.cmp(&at)).ok()?;
            let there = b[found].1;
            let (term, weight) = (&self.terms[at], self.weights[at] * here.share * there.share);
            let places = [(0, here), (1, there)].map(|(side, near)| places(&sentences[side][near.sentence], term));
            (here.is_own() || there.is_own()).then(|| Evidence { term: term.clone(), weight, places })
        };
        let evidence = a.iter().filter_map(shared).collect();
        let evidence =
            ordered(evidence, |x: &Evidence, y| y.weight.total_cmp(&x.weight).then_with(|| x.term.cmp(&y.term)));
        let sides = [0, 1].map(|side| sentences[side][pair.sentences[side]].place);
        Meeting { sides, strength: pair.strength, evidence }
    }
}

/// The weight shared, more of it the more various it is, against the weight of both sentences; 0–1.
fn strength(shared: Shared, norms: f64) -> f64 {
    // The square root of the product of norms: half as severe on long sentences as a cosine.
    let measure = shared.weight() * shared.terms.sqrt() / norms.sqrt().max(f64::MIN_POSITIVE);
    measure / (measure + HALF)
}

fn places(sentence: &Sentence, term: &Term) -> Vec<Place> {
    let spans = sentence.terms.get(term).into_iter().flatten();
    spans.map(|&span| Place { block: sentence.place.block, span }).collect()
}
