//! Everything that is said of two to four articles face to face.

use crate::background::Background;
use crate::copies::{Copies, CopyParameters, Copying, compare_copies, covered, share};
use crate::entities::{EntityRow, compare_entities, read_words};
use crate::figures::{FigureRow, TimelineRow, compare_figures, timeline};
use crate::names::{NameRow, NamingRow, compare_names, compare_namings};
use crate::passages::{Meeting, Meetings, PassageParameters, Sentence};
use crate::voices::{SharedQuotation, VoiceRow, compare_voices, shared_quotations};
use crate::wording::Wording;
use std::collections::VecDeque;
use visavis_corpus::{Article, Language, Naming, QuoteMode};
use visavis_text::{slice, words};

/// Some articles, and what was found by setting them side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The articles, in the order in which they were asked for.
    pub articles: Vec<Article>,
    /// Words of each, where it is read.
    pub lengths: Vec<usize>,
    /// Every two of them, in order.
    pub pairs: Vec<PairReport>,
    /// Whom and what each names.
    pub entities: Vec<EntityRow>,
    /// What each calls those whom several name.
    pub names: Vec<NameRow>,
    /// Which of competing terms each uses.
    pub namings: Vec<NamingRow>,
    /// Who speaks in each.
    pub voices: Vec<VoiceRow>,
    /// What each counts.
    pub figures: Vec<FigureRow>,
    /// The days of which each speaks.
    pub days: Vec<TimelineRow>,
    /// Articles of the corpus against which rarity was judged.
    pub counted: usize,
    wordings: Vec<Wording>,
}

/// What was found between two articles.
#[derive(Clone, Debug)]
pub struct PairReport {
    /// Their positions among those compared.
    pub sides: [usize; 2],
    /// What they share word for word, or nearly.
    pub copies: Copies,
    /// Their sentences on the same matter, the weak ones too, the strongest first.
    pub meetings: Vec<Meeting>,
    /// Quotations that both have.
    pub quotations: Vec<SharedQuotation>,
}

impl Comparison {
    /// Sets `articles` side by side.
    pub fn new(articles: Vec<Article>, namings: &[Naming], background: &mut Background) -> Self {
        let mut comparing = Comparing::new(articles);
        while comparing.step(namings, background) {}
        comparing.done()
    }

    /// The copies of each pair, counted in another way.
    pub fn copies(&self, parameters: CopyParameters, background: &Background) -> Vec<Copies> {
        let copies = |pair: &PairReport| {
            let [a, b] = pair.sides.map(|side| &self.wordings[side]);
            compare_copies(a, b, parameters, Some(background.phrases()))
        };
        self.pairs.iter().map(copies).collect()
    }

    /// The share of each article that any other of them has too, word for word or nearly; set phrases aside.
    pub fn copied_shares(&self) -> Vec<f64> {
        let of = |side: usize| {
            let with = self.pairs.iter().filter_map(|pair| {
                let end = pair.sides.iter().position(|&of| of == side)?;
                Some(pair.copies.passages.iter().map(move |passage| (passage, end)))
            });
            share(covered(with.flatten()), self.wordings[side].len())
        };
        (0..self.articles.len()).map(of).collect()
    }

    /// Words between quotation marks in each article, of what is read.
    pub fn quoted_words(&self) -> Vec<usize> {
        self.articles.iter().map(quoted_words).collect()
    }

    /// Whether the articles are known to be in different languages: their words cannot meet, only names, numbers and days can.
    pub fn mixes_languages(&self) -> bool {
        let languages: Vec<Language> =
            self.articles.iter().filter_map(|article| article.head.language.value().copied()).collect();
        languages.windows(2).any(|two| two[0] != two[1])
    }
}

/// A comparison in the making, in steps of which none takes long but for very long texts: a page can answer in between.
#[derive(Debug)]
pub struct Comparing {
    comparison: Comparison,
    /// Of each article.
    sentences: Vec<Vec<Sentence>>,
    /// What is left to do, in order.
    steps: VecDeque<Step>,
    /// The copies of a pair, while they are found.
    copying: Option<Copying>,
    /// The sentences of a pair that meet, likewise.
    meeting: Option<Meetings>,
}

/// Small steps that find where two articles meet, taken as one: whoever takes steps looks at a clock after each.
const AT_ONCE: usize = 16;

#[derive(Clone, Copy, Debug)]
enum Step {
    /// Counts and numbers the words of an article.
    Words(usize),
    /// Cuts a block of an article into sentences.
    Sentences {
        side: usize,
        block: usize,
    },
    /// What two articles share word for word.
    Copies([usize; 2]),
    /// Where the articles of a pair meet.
    Meetings(usize),
    Entities,
    Names,
    Namings,
    Voices,
    Figures,
    Days,
}

impl Comparing {
    /// Begins to set `articles` side by side.
    pub fn new(articles: Vec<Article>) -> Self {
        let sides = || articles.iter().enumerate();
        let blocks = sides().flat_map(|(side, article)| (0..article.blocks.len()).map(move |block| (side, block)));
        let pairs = || every_two(articles.len());
        let whole = [Step::Entities, Step::Names, Step::Namings, Step::Voices, Step::Figures, Step::Days];
        let steps = (0..articles.len()).map(Step::Words);
        let steps = steps.chain(blocks.map(|(side, block)| Step::Sentences { side, block }));
        let steps = steps.chain(pairs().map(Step::Copies)).chain(pairs().enumerate().map(|(at, _)| Step::Meetings(at)));
        Self {
            steps: steps.chain(whole).collect(),
            sentences: vec![vec![]; articles.len()],
            copying: None,
            meeting: None,
            comparison: Comparison {
                lengths: vec![],
                pairs: vec![],
                entities: vec![],
                names: vec![],
                namings: vec![],
                voices: vec![],
                figures: vec![],
                days: vec![],
                counted: 0,
                wordings: vec![],
                articles,
            },
        }
    }

    /// Takes the next step, against the same `background` each time; whether anything is left to do.
    pub fn step(&mut self, namings: &[Naming], background: &mut Background) -> bool {
        let Self { comparison: of, sentences, steps, copying, meeting } = self;
        let articles = &of.articles;
        of.counted = background.articles();
        match steps.pop_front() {
            Some(Step::Words(side)) => {
                of.lengths.push(read_words(&articles[side]));
                of.wordings.push(background.wording(&articles[side]));
            }
            Some(Step::Sentences { side, block }) => {
                sentences[side].extend(background.terms().sentences_of_block(&articles[side], block));
            }
            Some(Step::Copies(sides)) => {
                let texts = sides.map(|side| &of.wordings[side]);
                let mut found = copying.take().unwrap_or_else(|| Copying::new(texts, CopyParameters::default()));
                if found.step(texts, Some(background.phrases())) {
                    *copying = Some(found);
                    steps.push_front(Step::Copies(sides));
                } else {
                    let copies = found.done(texts);
                    let [a, b] = sides.map(|side| &articles[side]);
                    let quotations = shared_quotations(a, b, &copies);
                    of.pairs.push(PairReport { sides, copies, meetings: vec![], quotations });
                }
            }
            Some(Step::Meetings(at)) => {
                let of_pair = of.pairs[at].sides.map(|side| sentences[side].as_slice());
                let begin = || Meetings::new(of_pair, background.terms(), PassageParameters::RANKED);
                let mut found = meeting.take().unwrap_or_else(begin);
                if (0..AT_ONCE).all(|_| found.step(of_pair)) {
                    *meeting = Some(found);
                    steps.push_front(Step::Meetings(at));
                } else {
                    of.pairs[at].meetings = found.done();
                }
            }
            Some(Step::Entities) => of.entities = compare_entities(articles),
            Some(Step::Names) => of.names = compare_names(articles),
            Some(Step::Namings) => of.namings = compare_namings(articles, namings),
            Some(Step::Voices) => of.voices = compare_voices(articles),
            Some(Step::Figures) => of.figures = compare_figures(articles),
            Some(Step::Days) => of.days = timeline(articles),
            None => {}
        }
        !steps.is_empty()
    }

    /// What was found in the steps so far; all of it once nothing is left to do.
    pub fn done(self) -> Comparison {
        self.comparison
    }
}

/// Every two of `count` positions, in order.
fn every_two(count: usize) -> impl Iterator<Item = [usize; 2]> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| [a, b]))
}

fn quoted_words(article: &Article) -> usize {
    let direct = article.marks.quotes.iter().filter(|quote| quote.mode == QuoteMode::Direct);
    let read = direct.filter_map(|quote| {
        let block = article.blocks.get(quote.block as usize).filter(|block| block.role.is_read())?;
        slice(&block.text, quote.span)
    });
    read.map(|text| words(text).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;
    use proptest::prelude::*;
    use visavis_corpus::Claim;

    fn compare(texts: &[&[&str]]) -> Comparison {
        let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
        let mut background = Background::new(&articles);
        Comparison::new(articles, &[], &mut background)
    }

    #[test]
    fn every_two_of_four_articles_are_compared() {
        let text: &[&str] = &["Le port de Lessac a fermé hier soir après la tempête, a dit le maire de la ville."];
        let comparison = compare(&[text; 4]);
        let sides: Vec<[usize; 2]> = comparison.pairs.iter().map(|pair| pair.sides).collect();
        assert_eq!(sides, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert!(comparison.pairs.iter().all(|pair| pair.copies.passages.len() == 1));
    }

    #[test]
    fn empty_articles_are_compared_and_share_nothing() {
        let comparison = compare(&[&[], &[""], &["Un mot."]]);
        assert!(comparison.pairs.iter().all(|pair| pair.copies.passages.is_empty() && pair.meetings.is_empty()));
        assert_eq!(comparison.lengths, [0, 0, 2]);
    }

    #[test]
    fn one_word_without_end_is_compared_in_time() {
        let long = "mot ".repeat(100_000);
        let comparison = compare(&[&[long.as_str()], &[long.as_str()], &["mot"]]);
        assert_eq!(comparison.pairs[0].copies.copied, [100_000, 100_000]);
    }

    #[test]
    fn an_article_meets_itself_in_every_sentence() {
        let text: &[&str] =
            &["Le port de Lessac a fermé hier soir après la tempête.", "Les pêcheurs occupent la criée."];
        let comparison = compare(&[text, text]);
        assert_eq!(comparison.copied_shares(), [1.0, 1.0]);
        let best = &comparison.pairs[0].meetings[..2];
        assert!(best.iter().all(|meeting| meeting.sides[0] == meeting.sides[1]), "{best:?}");
    }

    #[test]
    fn two_languages_meet_in_families_and_are_said_to_be_two() {
        let [mut french, mut english] =
            [&["Des raids ont tué quinze civils."], &["Airstrikes killed fifteen civilians."]]
                .map(|text| article(text));
        french.head.language = Claim::stated_by(Language::French, vec![]);
        english.head.language = Claim::stated_by(Language::English, vec![]);
        let mut background = Background::new(&[french.clone(), english.clone()]);
        let comparison = Comparison::new(vec![french, english], &[], &mut background);
        assert!(comparison.mixes_languages());
        assert_eq!((comparison.pairs[0].meetings.len(), comparison.pairs[0].copies.passages.len()), (1, 0));
    }

    #[test]
    fn texts_that_share_nothing_are_compared_and_meet_nowhere() {
        let comparison = compare(&[&["Le chat dort."], &["Une usine ferme demain matin."]]);
        assert!(comparison.pairs[0].meetings.is_empty() && comparison.copied_shares() == [0.0, 0.0]);
        assert!(comparison.entities.is_empty() && comparison.voices.is_empty());
    }

    #[test]
    fn texts_of_very_different_length_are_compared() {
        let sentence = "Le port de Lessac a fermé hier soir après la tempête, a dit le maire. ";
        let long = sentence.repeat(2_000);
        let comparison = compare(&[&[long.as_str()], &[sentence], &["Le maire."], &[""]]);
        assert_eq!(comparison.pairs.len(), 6);
        // No sentence has more than it may, however often the other repeats it.
        assert!(comparison.pairs[0].meetings.len() <= PassageParameters::RANKED.most_per_sentence);
        assert!(comparison.copied_shares()[1] >= 1.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn any_texts_are_compared_without_panic(texts in prop::collection::vec("\\PC{0,160}", 2..5)) {
            let texts: Vec<[&str; 1]> = texts.iter().map(|text| [text.as_str()]).collect();
            let texts: Vec<&[&str]> = texts.iter().map(|text| &text[..]).collect();
            let comparison = compare(&texts);
            for pair in &comparison.pairs {
                prop_assert!(pair.meetings.iter().all(|meeting| (0.0..=1.0).contains(&meeting.strength)));
            }
        }
    }
}
