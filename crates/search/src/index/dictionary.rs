//! The distinct words of a corpus, and which of them count as the same.

use std::{
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};
use visavis_corpus::{Language, Pack};
use visavis_text::{Tongue, beginnings, distinct, fold, ordered, plain, stem_key};

/// The number of a word: its position among the words sorted by form, then by spelling. Words that differ only in accents are
/// therefore neighbours, and so are words with the same beginning.
pub(crate) type WordIx = u32;

/// Stands for a separator, which is no word.
const NO_WORD: WordIx = WordIx::MAX;

/// Strings end to end.
#[derive(Clone, Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.ends.push(self.text.len() as u32);
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// The first position, from `from` on, whose string is not `before`; the strings are partitioned.
    fn partition_point(&self, from: usize, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(self.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The distinct words of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    /// Distinct folded words, sorted.
    forms: Strings,
    /// The first word of each form; one more for the end.
    form_starts: Vec<WordIx>,
    /// Each word in lower case, with its accents.
    spellings: Strings,
    /// The numbers that the lexicon gives to the printings of each word (`Alep`, `ALEP`), word after word.
    numbers: Vec<u32>,
    /// The first of them for each word; one more for the end.
    number_starts: Vec<u32>,
    /// The word of each number; [`NO_WORD`] for separators.
    word_of: Vec<WordIx>,
    /// The languages that have articles.
    languages: Vec<Language>,
    /// Words with an apostrophe inside, of which the stems take off what stands before it.
    elided: Vec<WordIx>,
    /// Classes of words that were asked for, the last one at the end: what is typed is asked again with each letter.
    classes: Arc<Mutex<Vec<Class>>>,
}

/// The words of a language that share a key, in order.
#[derive(Clone, Debug)]
struct Class {
    language: Language,
    key: String,
    words: Vec<WordIx>,
}

/// Classes that are kept.
const KEPT: usize = 32;

impl Dictionary {
    /// Adds `words`, which are in order and begin otherwise than all before.
    fn extend(&mut self, words: &[Printed]) {
        for (at, word) in words.iter().enumerate() {
            self.push(word, at.checked_sub(1).map(|at| &words[at]));
        }
    }

    /// No word follows.
    fn close(&mut self) {
        self.form_starts.push(self.spellings.len() as WordIx);
        self.number_starts.push(self.numbers.len() as u32);
        let elided = |word: &WordIx| self.spelling(*word).contains('\'');
        self.elided = (0..self.words() as WordIx).filter(elided).collect();
    }

    fn push(&mut self, word: &Printed, before: Option<&Printed>) {
        let new_form = before.is_none_or(|before| before.form != word.form);
        if new_form {
            self.forms.push(&word.form);
            self.form_starts.push(self.spellings.len() as WordIx);
        }
        if new_form || before.is_none_or(|before| before.spelling != word.spelling) {
            self.spellings.push(&word.spelling);
            self.number_starts.push(self.numbers.len() as u32);
        }
        self.word_of[word.number as usize] = self.spellings.len() as WordIx - 1;
        self.numbers.push(word.number);
    }

    /// How many words differ in more than case.
    pub(crate) fn words(&self) -> usize {
        self.spellings.len()
    }

    /// How many words differ in more than case and accents.
    pub(crate) fn forms(&self) -> usize {
        self.forms.len()
    }

    /// The form at `at`, in sorted order.
    pub(crate) fn form(&self, at: usize) -> &str {
        self.forms.get(at)
    }

    /// `word` in lower case, with its accents.
    pub(crate) fn spelling(&self, word: WordIx) -> &str {
        self.spellings.get(word as usize)
    }

    /// The word of a number of the lexicon; `None` for separators.
    #[inline]
    pub(crate) fn word_of(&self, number: u32) -> Option<WordIx> {
        self.word_of.get(number as usize).copied().filter(|&word| word != NO_WORD)
    }

    /// Whether a number of the lexicon is a word.
    #[inline]
    pub(crate) fn is_word(&self, number: u32) -> bool {
        self.word_of(number).is_some()
    }

    /// The numbers of the lexicon that stand for `words`.
    pub(crate) fn numbers(&self, words: &Range<WordIx>) -> &[u32] {
        let at = |word: WordIx| self.number_starts[word as usize] as usize;
        &self.numbers[at(words.start)..at(words.end)]
    }

    /// How many numbers the lexicon has, with the one that ends a block.
    pub(crate) fn lexicon_len(&self) -> usize {
        self.word_of.len()
    }

    /// The words of the forms in a range.
    pub(crate) fn words_of(&self, forms: &Range<usize>) -> Range<WordIx> {
        self.form_starts[forms.start]..self.form_starts[forms.end]
    }

    /// The words that fold to `form`.
    pub(crate) fn folded(&self, form: &str) -> Range<WordIx> {
        let at = self.forms.partition_point(0, |other| other < form);
        let found = at < self.forms.len() && self.forms.get(at) == form;
        self.words_of(&(at..at + usize::from(found)))
    }

    /// The forms that begin with `start`.
    pub(crate) fn beginning(&self, start: &str) -> Range<usize> {
        let from = self.forms.partition_point(0, |form| form < start);
        from..self.forms.partition_point(from, |form| form.starts_with(start))
    }

    /// The first form from `from` on that does not begin with `start`; the ones that do are neighbours.
    pub(crate) fn after(&self, from: usize, start: &[u8]) -> usize {
        self.forms.partition_point(from, |form| form.as_bytes().starts_with(start))
    }

    /// The languages whose stems are known.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        self.languages.iter().copied()
    }

    /// The words that share their stem in `language` with the word typed as `spelling`; where it has no accents, also with the
    /// accented words that it may stand for.
    pub(crate) fn related(&self, spelling: &str, language: Language) -> Vec<WordIx> {
        let mut keys = vec![stem_key(spelling, tongue(language))];
        let form = fold(spelling);
        if form == spelling {
            keys.extend(self.folded(&form).map(|word| stem_key(self.spelling(word), tongue(language))));
            keys = distinct(keys);
        }
        distinct(keys.into_iter().flat_map(|key| self.class(key, language)).collect())
    }

    /// The words whose key in `language` is `key`. No list of them is kept of a whole corpus: it would take longer to make than what is
    /// asked of it, and only words with the same beginning can share a key.
    fn class(&self, key: String, language: Language) -> Vec<WordIx> {
        let mut kept = self.classes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.iter().find(|class| class.language == language && class.key == key) {
            return known.words.clone();
        }
        let tongue = tongue(language);
        // A French key of one letter is that of no longer word, but for an s.
        let ranges = if tongue == Tongue::French && key.chars().nth(1).is_none() {
            vec![self.folded(&key), self.folded(&format!("{key}s"))]
        } else {
            beginnings(&key, tongue).map(|start| self.words_of(&self.beginning(&start))).collect()
        };
        let alike = ranges.into_iter().flatten().chain(self.elided.iter().copied());
        let words = distinct(alike.filter(|&word| stem_key(self.spelling(word), tongue) == key).collect());
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(Class { language, key, words: words.clone() });
        words
    }
}

const fn tongue(language: Language) -> Tongue {
    match language {
        Language::French => Tongue::French,
        Language::English => Tongue::English,
    }
}

/// A word of the lexicon.
#[derive(Debug)]
struct Printed {
    /// The first bytes of the form: most comparisons end here.
    head: u64,
    form: String,
    spelling: String,
    number: u32,
}

/// Lists the words of a corpus, some at a time.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    dictionary: Dictionary,
    /// The words of the lexicon by the first byte of their forms: sorted one after the other, they are all sorted.
    buckets: Vec<Vec<Printed>>,
    /// The number of the lexicon that is looked at next.
    number: u32,
    /// The bucket that is sorted next.
    bucket: usize,
}

/// Entries of the lexicon that are looked at in one step.
const ENTRIES: u32 = 1024;

impl Listing {
    /// Begins with the words of `pack`, whose articles are in `languages`.
    pub(crate) fn new(pack: &Pack, languages: Vec<Language>) -> Self {
        let word_of = vec![NO_WORD; pack.lexicon().len() + 1];
        let buckets = std::iter::repeat_with(Vec::new).take(1 << u8::BITS).collect();
        Self { dictionary: Dictionary { word_of, languages, ..Dictionary::default() }, buckets, number: 1, bucket: 0 }
    }

    /// Lists some more; whether anything is left.
    pub(crate) fn step(&mut self, pack: &Pack) -> bool {
        let last = pack.lexicon().len() as u32;
        if self.number <= last {
            let end = last.min(self.number + ENTRIES - 1);
            (self.number..=end).for_each(|number| self.look(pack, number));
            self.number = end + 1;
            return true;
        }
        while let Some(bucket) = self.buckets.get_mut(self.bucket) {
            self.bucket += 1;
            if !bucket.is_empty() {
                let words = in_order(std::mem::take(bucket));
                self.dictionary.extend(&words);
                return true;
            }
        }
        false
    }

    fn look(&mut self, pack: &Pack, number: u32) {
        let lexicon = pack.lexicon();
        let Some(word) = lexicon.get(number).filter(|_| lexicon.is_word(number)) else { return };
        let form = fold(word);
        let bucket = form.bytes().next().unwrap_or_default();
        let word = Printed { head: head(&form), form, spelling: plain(word).into_owned(), number };
        self.buckets[usize::from(bucket)].push(word);
    }

    /// The dictionary, once nothing is left.
    pub(crate) fn done(mut self) -> Dictionary {
        self.dictionary.close();
        self.dictionary
    }
}

/// Words by form, then by spelling.
fn in_order(words: Vec<Printed>) -> Vec<Printed> {
    ordered(words, |a, b| {
        let by_form = || a.form.cmp(&b.form).then_with(|| a.spelling.cmp(&b.spelling)).then(a.number.cmp(&b.number));
        a.head.cmp(&b.head).then_with(by_form)
    })
}

/// The first eight bytes of `text` as a number that sorts like them.
fn head(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(bytes)
}
