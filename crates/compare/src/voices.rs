//! Voices: who speaks in each of several articles, and how many words each is given.

use crate::copies::Copies;
use crate::wording::Place;
use serde::Serialize;
use visavis_corpus::{Article, EntityIx, Quote, QuoteMode};
use visavis_text::{distinct, fold, gathered, ordered, ordered_by, slice, words};

/// Whose words are reported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "who")]
pub enum Voice {
    /// An entity's.
    Entity(EntityIx),
    /// Those of someone who is described but not known: `un responsable`, folded.
    Anonymous(String),
    /// The text does not say whose.
    Unattributed,
}

/// What one article has of a voice.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Share {
    /// Its quotations, as positions in the article's [`visavis_corpus::Marks::quotes`].
    pub quotes: Vec<usize>,
    /// Words between quotation marks.
    pub direct: usize,
    /// Words reported with a cue.
    pub indirect: usize,
}

/// A voice and what each article has of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoiceRow {
    /// Whose it is.
    pub voice: Voice,
    /// One entry an article, in the order in which they were given.
    pub shares: Vec<Share>,
}

impl VoiceRow {
    /// In how many articles it is heard.
    pub fn articles(&self) -> usize {
        self.shares.iter().filter(|share| !share.quotes.is_empty()).count()
    }

    /// How the first text that has it speaks of whoever speaks, as printed; `None` where no text says who.
    pub fn described<'a>(&self, articles: &'a [Article]) -> Option<&'a str> {
        let (article, share) = articles.iter().zip(&self.shares).find(|(_, share)| !share.quotes.is_empty())?;
        let speaker = article.marks.quotes.get(*share.quotes.first()?)?.speaker.as_ref()?;
        text(article, speaker.block, speaker.span)
    }

    fn words(&self) -> usize {
        self.shares.iter().map(|share| share.direct + share.indirect).sum()
    }
}

/// The voices of `articles`: those heard in most first, then those given most words, then by who they are. Words held at a distance
/// (scare quotes) are nobody's speech.
pub fn compare_voices(articles: &[Article]) -> Vec<VoiceRow> {
    let mut said = vec![];
    for (side, article) in articles.iter().enumerate() {
        said.extend(speech(article).map(|(at, quote)| (voice(article, quote), (side, at, quote))));
    }
    let row = |(voice, said): (Voice, Vec<(usize, usize, &Quote)>)| {
        let mut shares = vec![Share::default(); articles.len()];
        said.into_iter().for_each(|(side, at, quote)| shares[side].add(at, quote, &articles[side]));
        VoiceRow { voice, shares }
    };
    let rows = gathered(said).into_iter().map(row).collect();
    ordered_by(rows, |row: &VoiceRow| std::cmp::Reverse((row.articles(), row.words())))
}

impl Share {
    fn add(&mut self, at: usize, quote: &Quote, article: &Article) {
        let count = own_words(article, at, quote);
        self.quotes.push(at);
        match quote.mode {
            QuoteMode::Direct => self.direct += count,
            QuoteMode::Indirect | QuoteMode::Scare => self.indirect += count,
        }
    }
}

/// The words of a quotation that are not in another inside it: a direct one in a reported clause is counted once, as its speaker's.
fn own_words(article: &Article, at: usize, quote: &Quote) -> usize {
    let count = |quote: &Quote| text(article, quote.block, quote.span).map_or(0, |text| words(text).count());
    let after = article.marks.quotes.iter().skip(at + 1);
    let inside = after.take_while(|other| other.block == quote.block && other.span.start() < quote.span.end());
    let (mut own, mut end) = (count(quote), quote.span.start());
    for inner in inside.filter(|other| other.mode != QuoteMode::Scare && quote.span.contains(other.span)) {
        if inner.span.start() >= end {
            own = own.saturating_sub(count(inner));
            end = inner.span.end();
        }
    }
    own
}

/// The quotations of `article` that are speech and stand where it is read, with their positions.
fn speech(article: &Article) -> impl Iterator<Item = (usize, &Quote)> {
    let read = |block: u32| article.blocks.get(block as usize).is_some_and(|block| block.role.is_read());
    let quotes = article.marks.quotes.iter().enumerate();
    quotes.filter(move |(_, quote)| quote.mode != QuoteMode::Scare && read(quote.block))
}

fn voice(article: &Article, quote: &Quote) -> Voice {
    let Some(speaker) = &quote.speaker else { return Voice::Unattributed };
    match (speaker.entity, text(article, speaker.block, speaker.span)) {
        (Some(entity), _) => Voice::Entity(entity),
        (None, Some(described)) => Voice::Anonymous(fold(described)),
        (None, None) => Voice::Unattributed,
    }
}

fn text(article: &Article, block: u32, span: visavis_text::Span) -> Option<&str> {
    slice(&article.blocks.get(block as usize)?.text, span)
}

/// A quotation that two articles have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SharedQuotation {
    /// The quotation in each, as a position in [`visavis_corpus::Marks::quotes`].
    pub quotes: [usize; 2],
    /// The passage that tells what is the same in both and what differs, as a position in [`Copies::passages`].
    pub passage: usize,
}

/// The quotations that `a` and `b` have in common, after their copies: pairs of quotations that one copied passage sets side by side.
pub fn shared_quotations(a: &Article, b: &Article, copies: &Copies) -> Vec<SharedQuotation> {
    let mut shared = vec![];
    for (passage, copied) in copies.passages.iter().enumerate() {
        for piece in &copied.pieces {
            let [here, there] = [0, 1].map(|side| quotes_at([a, b][side], &piece.places[side]));
            let pairs = here.iter().flat_map(|&x| there.iter().map(move |&y| [x, y]));
            let alike = pairs.filter(|&[x, y]| are_alike(&quoted_words(a, x), &quoted_words(b, y)));
            shared.extend(alike.map(|quotes| SharedQuotation { quotes, passage }));
        }
    }
    distinct(shared)
}

/// The words of a quotation, folded and sorted.
fn quoted_words(article: &Article, quote: usize) -> Vec<String> {
    let quote = article.marks.quotes.get(quote);
    let text = quote.and_then(|quote| text(article, quote.block, quote.span)).unwrap_or_default();
    ordered(words(text).map(|word| fold(word.text)).collect(), Ord::cmp)
}

/// Whether the shorter of two quotations has most of its words from the longer: a long copied passage holds several quotations.
fn are_alike(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.iter().filter(|word| long.binary_search(word).is_ok()).count();
    common * 5 >= short.len() * 3
}

/// The direct quotations of `article` that `places` touch.
fn quotes_at(article: &Article, places: &[Place]) -> Vec<usize> {
    let touched = |quote: &Quote| places.iter().any(|p| p.block == quote.block && p.span.overlaps(quote.span));
    speech(article).filter(|(_, quote)| quote.mode == QuoteMode::Direct && touched(quote)).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;
    use crate::{CopyParameters, Vocabulary, Wording, compare_copies};
    use visavis_corpus::{Speaker, SpeakerRule};
    use visavis_text::Span;

    /// An article whose first quotation is by `speaker`, found in its text.
    fn quoting(text: &str, mode: QuoteMode, speaker: Option<(&str, Option<u32>)>) -> Article {
        let mut article = article(&[text]);
        let find = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len())).expect("in the text");
        let inside = Span::new(find("«").end(), find("»").start());
        let speaker = speaker.map(|(name, ix)| Speaker {
            entity: ix.map(EntityIx),
            block: 0,
            span: find(name),
            rule: SpeakerRule::VerbSubject,
        });
        article.marks.quotes.push(Quote { block: 0, span: inside, mode, speaker });
        article
    }

    #[test]
    fn voices_are_told_apart_by_who_speaks_and_how() {
        let articles = [
            quoting("« Je pars demain », dit Ayrault.", QuoteMode::Direct, Some(("Ayrault", Some(7)))),
            quoting("Un témoin : « tout brûle ».", QuoteMode::Indirect, Some(("Un témoin", None))),
            quoting("« Rien ».", QuoteMode::Direct, None),
            quoting("les « modérés », dit Ayrault", QuoteMode::Scare, Some(("Ayrault", Some(7)))),
        ];
        let rows = compare_voices(&articles);
        let found: Vec<(&Voice, Vec<[usize; 2]>)> =
            rows.iter().map(|row| (&row.voice, row.shares.iter().map(|s| [s.direct, s.indirect]).collect())).collect();
        assert_eq!(rows[1].described(&articles), Some("Un témoin"));
        let none = [0, 0];
        assert_eq!(
            found,
            [
                (&Voice::Entity(EntityIx(7)), vec![[3, 0], none, none, none]),
                (&Voice::Anonymous("un temoin".into()), vec![none, [0, 2], none, none]),
                (&Voice::Unattributed, vec![none, none, [1, 0], none]),
            ]
        );
    }

    #[test]
    fn words_quoted_inside_a_reported_clause_are_counted_once() {
        let text = "Le maire a dit qu'il « ne partira jamais d'ici » avant mai.";
        let mut article = quoting(text, QuoteMode::Direct, Some(("Le maire", None)));
        let clause = text.find("il «").map(|at| Span::new(at, text.len() - 1)).expect("in the text");
        let direct = article.marks.quotes[0].clone();
        article.marks.quotes.insert(0, Quote { span: clause, mode: QuoteMode::Indirect, ..direct });
        let rows = compare_voices(&[article]);
        // `il`, `avant`, `mai`; `ne`, `partira`, `jamais`, `d`, `ici`.
        assert_eq!([rows[0].shares[0].indirect, rows[0].shares[0].direct], [3, 5]);
    }

    #[test]
    fn a_quotation_cut_differently_is_lined_up() {
        let a = quoting("Il dit : « Il faut tout faire pour que les combats cessent ».", QuoteMode::Direct, None);
        let b = quoting("« Il faut tout faire pour que cessent les combats », dit-il.", QuoteMode::Direct, None);
        let mut vocabulary = Vocabulary::default();
        let [x, y] = [&a, &b].map(|article| Wording::of_article(article, &mut vocabulary));
        let copies = compare_copies(&x, &y, CopyParameters::default(), None);
        assert_eq!(shared_quotations(&a, &b, &copies), [SharedQuotation { quotes: [0, 0], passage: 0 }]);
    }

    #[test]
    fn two_quotations_in_one_copied_passage_are_lined_up_each_with_itself() {
        let text = "Le maire a promis « un port neuf avant la fin » puis la préfète a dit « personne ne paiera cela ».";
        let mut article = quoting(text, QuoteMode::Direct, None);
        let second = text.find("personne").expect("in the text");
        let span = Span::new(second, second + "personne ne paiera cela".len());
        article.marks.quotes.push(Quote { block: 0, span, mode: QuoteMode::Direct, speaker: None });
        let wording = Wording::of_article(&article, &mut Vocabulary::default());
        let copies = compare_copies(&wording, &wording, CopyParameters::default(), None);
        let pairs: Vec<[usize; 2]> = shared_quotations(&article, &article, &copies).iter().map(|s| s.quotes).collect();
        assert_eq!(pairs, [[0, 0], [1, 1]]);
    }
}
