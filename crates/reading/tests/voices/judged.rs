//! The format of the judged quotations, and the count of those found.

use visavis_corpus::{Article, Corpus, QuoteMode};
use visavis_text::{fold, slice};

/// Paragraphs, or the number of a capture, and what is in them.
pub(crate) struct Item {
    pub(crate) text: String,
    pub(crate) expected: Vec<Expected>,
}

/// One quotation as it was judged.
pub(crate) struct Expected {
    mode: QuoteMode,
    /// Names that are right; `-` for nobody.
    speakers: Vec<String>,
    /// Its first words.
    begins: String,
}

/// One quotation as it was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) mode: QuoteMode,
    pub(crate) text: String,
    /// The words and the id of the speaker.
    pub(crate) speaker: Option<(String, Option<String>)>,
    pub(crate) rule: &'static str,
}

impl Found {
    /// The quotations of `article`.
    pub(crate) fn all(corpus: &Corpus, article: &Article) -> Vec<Self> {
        let text =
            |block: u32, span| slice(&article.blocks[block as usize].text, span).expect("whole characters").to_owned();
        let read = article.marks.quotes.iter().filter(|quote| article.blocks[quote.block as usize].role.is_read());
        read.map(|quote| Self {
            mode: quote.mode,
            text: text(quote.block, quote.span),
            speaker: quote
                .speaker
                .as_ref()
                .map(|s| (text(s.block, s.span), s.entity.map(|ix| corpus.entities[ix.index()].id.clone()))),
            rule: quote.speaker.as_ref().map_or("-", |speaker| speaker.rule.name()),
        })
        .collect()
    }
}

/// The items of a judged file.
pub(crate) fn items(file: &str) -> Vec<Item> {
    let (mut items, mut item) = (vec![], Item { text: String::new(), expected: vec![] });
    for line in file.lines().chain([""]) {
        let judged = [("> ", QuoteMode::Direct), ("= ", QuoteMode::Indirect), ("~ ", QuoteMode::Scare)];
        if line.starts_with('#') {
        } else if line.is_empty() {
            if !item.text.is_empty() {
                items.push(std::mem::replace(&mut item, Item { text: String::new(), expected: vec![] }));
            }
        } else if let Some((rest, mode)) =
            judged.iter().find_map(|&(mark, mode)| Some((line.strip_prefix(mark)?, mode)))
        {
            let (speakers, begins) = rest.split_once(" | ").unwrap_or(("", rest));
            let speakers = speakers.split(" / ").map(fold).collect();
            item.expected.push(Expected { mode, speakers, begins: fold(begins) });
        } else {
            item.text += if item.text.is_empty() { "" } else { "\n" };
            item.text += line;
        }
    }
    items
}

/// Found, of how many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) direct: (usize, usize),
    pub(crate) indirect: (usize, usize),
    pub(crate) held: (usize, usize),
    /// Direct quotations that nobody judged to be one.
    pub(crate) surplus: usize,
    missed: Vec<String>,
}

impl Tally {
    /// Counts what is found of `item`.
    pub(crate) fn add(&mut self, item: &Item, found: &[Found]) {
        let mut free: Vec<&Found> = found.iter().collect();
        for expected in &item.expected {
            let begins = |one: &&Found| one.mode == expected.mode && fold(&one.text).starts_with(&expected.begins);
            let place = free.iter().position(begins);
            let one = place.map(|place| free.remove(place));
            let right = one.is_some_and(|one| expected.fits(one));
            let count = match expected.mode {
                QuoteMode::Direct => &mut self.direct,
                QuoteMode::Indirect => &mut self.indirect,
                QuoteMode::Scare => &mut self.held,
            };
            count.0 += usize::from(right);
            count.1 += 1;
            if !right {
                let by = one.map(|one| format!("{:?} {}", one.speaker, one.rule));
                self.missed.push(format!("{:?} {:?} | {}: {by:?}", expected.mode, expected.speakers, expected.begins));
            }
        }
        self.surplus +=
            free.iter().filter(|one| one.mode == QuoteMode::Direct && one.text.split_whitespace().count() > 3).count();
    }

    /// Prints the figures.
    pub(crate) fn print(&self, name: &str) {
        let Self { direct, indirect, held, surplus, .. } = self;
        println!(
            "{name}: direct {}/{} (and {surplus} not judged), reported {}/{}, held at a distance {}/{}",
            direct.0, direct.1, indirect.0, indirect.1, held.0, held.1
        );
    }

    /// Prints what was missed.
    pub(crate) fn print_missed(&self) {
        self.missed.iter().for_each(|line| println!("  {line}"));
    }
}

impl Expected {
    fn fits(&self, found: &Found) -> bool {
        if self.mode == QuoteMode::Scare {
            return true;
        }
        self.speakers.iter().any(|name| match &found.speaker {
            None => name == "-",
            Some((words, id)) => id.as_ref().is_some_and(|id| id == name) || same(&fold(words), name),
        })
    }
}

/// Whether two ways of naming somebody differ by an article or a title at most.
fn same(a: &str, b: &str) -> bool {
    let bare = |name: &str| -> String {
        let name = name.trim_start_matches("l'");
        let words = name.split(' ').filter(|word| {
            !["le", "la", "les", "un", "une", "des", "the", "an", "a", "m.", "mr", "son", "sa"].contains(word)
        });
        words.collect::<Vec<_>>().join(" ")
    };
    bare(a) == bare(b)
}
