//! Voices: what stands between quotation marks or is reported, and whose words it is.
//!
//! A paragraph goes through four steps. [`pair`] finds the marks that belong together; [`flow`] takes the words that are the journalist's
//! own, with what each can be (verb of speech, preposition, capital…); [`phrase`] finds the names, descriptions and pronouns among
//! them; [`attribute`] and [`indirect`] apply the rules, and [`story`] remembers who has been spoken of, for what a pronoun or a bare
//! quotation falls back on. Every speaker names the rule that found it; a quotation for which no rule speaks has none.
//!
//! There is no parser and no model: the rules look at a few words on either side, so the time is linear in the text, and each mistake
//! can be traced to a line of a list or to a rule.

mod attribute;
mod clause;
mod conjugate;
mod dialogue;
mod flow;
mod indirect;
mod interview;
mod lexicon;
mod mode;
mod pair;
mod phrase;
mod repeated;
mod story;

use attribute::{Quoted, Verdict};
use clause::Clauses;
use dialogue::Dialogue;
use flow::Flow;
use indirect::{Reported, reported};
use interview::Interview;
use lexicon::Lexicon;
pub(crate) use lexicon::is_womans_name;
use pair::{Stretch, pair};
use std::cmp::Reverse;
use story::{Source, Story};
use visavis_corpus::{Block, Language, Mention, Quote, QuoteMode, Role, Speaker, SpeakerRule};
use visavis_text::Span;

/// Words by which a question is put to somebody.
const ADDRESSED: &[&str] = &["vous", "votre", "vos", "tu", "you", "your"];

/// Words of a paragraph that interrupts somebody: `Silence dans la salle.`
const PAUSE: usize = 8;

/// The quotations of an article in `language`, in order; `mentions` are those of its blocks, in order.
pub(crate) fn quotes(blocks: &[Block], mentions: &[Mention], language: Language) -> Vec<Quote> {
    let mut voices = Voices {
        lexicon: Lexicon::of(language),
        language,
        story: Story::default(),
        heading: false,
        dialogue: Dialogue::default(),
        interview: Interview::default(),
        spoken: vec![],
        last: None,
        found: vec![],
    };
    let shown = |want: fn(Role) -> bool| -> Vec<(u32, &Block)> {
        (0..).zip(blocks).filter(|(_, block)| want(block.role)).collect()
    };
    voices.read(&shown(Role::is_read), mentions);
    repeated::complete(&mut voices.found, blocks);
    mode::headings(&mut voices.found, blocks, mentions, language);
    // Captions and posts are texts of their own.
    for aside in shown(|role| !role.is_read() && !role.is_removed()) {
        voices.story = Story::default();
        voices.read(&[aside], mentions);
    }
    let mut found = voices.found;
    found.sort_by_key(|quote| (quote.block, quote.span.start(), Reverse(quote.span.end())));
    found.dedup_by(|a, b| (a.block, a.span, a.mode) == (b.block, b.span, b.mode));
    found
}

/// What the quotations of an article are found with.
struct Voices {
    lexicon: &'static Lexicon,
    language: Language,
    story: Story,
    /// Whether the paragraph is a heading: it follows nothing.
    heading: bool,
    dialogue: Dialogue,
    interview: Interview,
    /// The paragraphs with a dash that somebody is said to speak, in order.
    spoken: Vec<u32>,
    /// Who said the last direct quotation.
    last: Option<Source>,
    found: Vec<Quote>,
}

/// What comes up while a paragraph is read.
enum Event {
    /// A quotation, by its position among the outermost of its paragraph.
    Quoted(usize),
    Reported(Reported),
}

impl Voices {
    /// Reads blocks that follow each other.
    fn read(&mut self, blocks: &[(u32, &Block)], mentions: &[Mention]) {
        let texts: Vec<&str> = blocks.iter().map(|(_, block)| block.text.as_str()).collect();
        let stretches = pair(&texts, self.language);
        for (&(ix, block), stretches) in blocks.iter().zip(&stretches) {
            let first = mentions.partition_point(|mention| mention.block < ix);
            let last = mentions.partition_point(|mention| mention.block <= ix);
            let flow = Flow::new((ix, &block.text), stretches, &mentions[first..last], self.lexicon);
            self.heading = matches!(block.role, Role::Title | Role::Subheading);
            self.paragraph(&flow, stretches);
        }
        let spoken = std::mem::take(&mut self.spoken);
        let lines: Vec<(u32, &str, bool)> = blocks
            .iter()
            .zip(&stretches)
            .map(|(&(ix, block), stretches)| (ix, block.text.as_str(), stretches.is_empty()))
            .collect();
        self.found.extend(dialogue::unmarked(&lines, &spoken));
    }

    fn paragraph(&mut self, flow: &Flow<'_>, stretches: &[Stretch]) {
        let clauses = Clauses::new(flow, self.language == Language::English);
        let mut heard = 0;
        if stretches.is_empty() && self.answered(&clauses) {
            return;
        }
        for (at, event) in events(flow, &clauses) {
            heard = self.hear(&clauses, heard, at);
            match event {
                Event::Quoted(which) => self.quoted(&clauses, which),
                Event::Reported(one) => self.reported(&clauses, one),
            }
        }
        self.hear(&clauses, heard, flow.words.len());
        self.adopt(flow.block);
        let addressed = || (0..flow.words.len()).any(|at| ADDRESSED.contains(&flow.word(at).to_lowercase().as_str()));
        if stretches.is_empty() && flow.text.trim_end().ends_with('?') && addressed() {
            self.story.ask(flow.block);
        }
        if stretches.is_empty() && !self.heading && flow.words.len() <= PAUSE {
            self.story.pause(flow.block);
        }
        self.nested(flow, stretches);
    }

    /// Quotations within others: theirs whom the outer words name as their speaker, and nobody's whom only the text around would name.
    fn nested(&mut self, flow: &Flow<'_>, stretches: &[Stretch]) {
        let within: Vec<Stretch> = stretches
            .iter()
            .filter(|stretch| stretch.depth > 0)
            .map(|stretch| Stretch { depth: stretch.depth - 1, ..*stretch })
            .collect();
        if within.is_empty() {
            return;
        }
        let inside = Flow::new((flow.block, flow.text), &within, flow.mentions, self.lexicon);
        let clauses = Clauses::new(&inside, self.language == Language::English);
        let outer = |span: Span| {
            stretches
                .iter()
                .filter(|stretch| stretch.depth == 0)
                .map(|stretch| stretch.inner)
                .find(|outer| outer.contains(span))
        };
        for stretch in &within {
            let which = inside.quotes.iter().enumerate().find(|(_, (quote, _))| quote.inner == stretch.inner);
            let named = which.and_then(|(which, &(stretch, at))| {
                let followed = inside.quotes.get(which + 1).is_some_and(|(_, next)| *next == at);
                match (Quoted { clauses: &clauses, stretch, at, followed }).cue(&Story::default(), self.lexicon) {
                    Verdict::By(source, rule) => Some(source.speaker(rule)),
                    _ => None,
                }
            });
            let speaker = named.filter(|speaker| {
                speaker.block == flow.block && outer(stretch.inner).is_some_and(|outer| outer.contains(speaker.span))
            });
            let mode = mode::of_words(&flow.text[stretch.inner.range()]);
            self.found.push(Quote { block: flow.block, span: stretch.inner, mode, speaker });
        }
    }

    /// Whether the paragraph is a labelled answer of an interview, which is taken in.
    fn answered(&mut self, clauses: &Clauses<'_>) -> bool {
        let block = clauses.flow.block;
        let Some((span, source)) = self.interview.answer(clauses, self.story.asked(block)) else { return false };
        let speaker = Some(source.speaker(SpeakerRule::Colon));
        self.story.spoke((block, 0), source);
        self.found.push(Quote { block, span, mode: QuoteMode::Direct, speaker });
        true
    }

    /// Takes in the phrases from `heard` on that begin before the word `to`.
    fn hear(&mut self, clauses: &Clauses<'_>, heard: usize, to: usize) -> usize {
        let end = clauses.phrases.partition_point(|phrase| phrase.first < to).max(heard);
        self.story.hear(clauses.flow, &clauses.phrases[heard..end]);
        end
    }

    fn quoted(&mut self, clauses: &Clauses<'_>, which: usize) {
        let flow = clauses.flow;
        let (stretch, at) = flow.quotes[which];
        let followed = flow.quotes.get(which + 1).is_some_and(|(_, next)| *next == at);
        let quoted = Quoted { clauses, stretch, at, followed };
        let cue = quoted.cue(&self.story, self.lexicon);
        let mode = match mode::of(&quoted, &cue) {
            QuoteMode::Scare if cue == Verdict::Silent && mode::goes_on(&quoted) && self.goes_on(&quoted) => {
                QuoteMode::Direct
            }
            mode => mode,
        };
        let verdict = match cue {
            Verdict::Silent if stretch.continues => self.carried(),
            Verdict::Silent if self.dialogue.answers(&quoted) => Verdict::Nobody,
            Verdict::Silent if mode == QuoteMode::Direct && !self.heading => quoted.context(&self.story),
            cue => cue,
        };
        if let (Verdict::By(source, _), QuoteMode::Direct) = (&verdict, mode) {
            self.dialogue.turn(&quoted, source);
        }
        let speaker = match (verdict, mode) {
            (Verdict::By(_, SpeakerRule::Continued), QuoteMode::Scare) => None,
            (Verdict::By(source, rule), _) => {
                let speaker = source.speaker(rule);
                if mode == QuoteMode::Direct {
                    self.last = Some(source.clone());
                    self.story.spoke((flow.block, quoted.sentence()), source);
                }
                Some(speaker)
            }
            _ => {
                self.last = self.last.take().filter(|_| mode != QuoteMode::Direct);
                None
            }
        };
        if stretch.continues
            && let Some(speaker) = &speaker
        {
            self.complete_carried(speaker);
        }
        self.found.push(Quote { block: flow.block, span: stretch.inner, mode, speaker });
    }

    /// Whether the words around leave `quoted` to whoever spoke before.
    fn goes_on(&self, quoted: &Quoted<'_>) -> bool {
        matches!(quoted.context(&self.story), Verdict::By(_, SpeakerRule::Continued))
    }

    /// Who spoke in the paragraph before, where the quotation goes on from there.
    fn carried(&self) -> Verdict {
        self.last.as_ref().map_or(Verdict::Silent, |source| Verdict::By(source.clone(), SpeakerRule::Continued))
    }

    /// Gives `speaker` to the earlier parts of a quotation that runs over paragraphs.
    fn complete_carried(&mut self, speaker: &Speaker) {
        if let Some(last) =
            self.found.last_mut().filter(|quote| quote.speaker.is_none() && quote.mode == QuoteMode::Direct)
        {
            last.speaker = Some(Speaker { rule: SpeakerRule::Continued, ..speaker.clone() });
        }
    }

    /// A quotation without a cue of its own, in a clause that somebody vouches for, is theirs.
    fn adopt(&mut self, block: u32) {
        let first = self.found.iter().rposition(|quote| quote.block != block).map_or(0, |last| last + 1);
        let mut vouched: Vec<(Span, Speaker)> = vec![];
        let mut adopted: Vec<(usize, Span)> = vec![];
        for (at, quote) in self.found.iter().enumerate().skip(first) {
            match (quote.mode, &quote.speaker) {
                (QuoteMode::Indirect, Some(speaker)) => vouched.push((quote.span, speaker.clone())),
                (QuoteMode::Direct, speaker) if speaker.as_ref().is_none_or(|s| s.rule == SpeakerRule::Continued) => {
                    adopted.push((at, quote.span));
                }
                _ => {}
            }
        }
        vouched.sort_by_key(|(clause, _)| clause.start());
        for (at, span) in adopted {
            // Both lists are in order and clauses hardly overlap: the one that begins last before the quotation is the innermost.
            let before = vouched.partition_point(|(clause, _)| clause.start() <= span.start());
            let near = vouched[..before].iter().rev().take(4);
            if let Some((_, speaker)) = near.into_iter().find(|(clause, _)| clause.contains(span)) {
                self.found[at].speaker = Some(speaker.clone());
            }
        }
    }

    fn reported(&mut self, clauses: &Clauses<'_>, one: Reported) {
        let flow = clauses.flow;
        if let Verdict::By(source, rule) = one.cue(clauses, &self.story) {
            let speaker = Some(source.speaker(rule));
            self.story.spoke((flow.block, flow.words[one.cue].sentence), source);
            // A dash opens a line of dialogue: `— Je pars, dit-il.`
            let spoken = dialogue::has_dash(flow.text) && one.opens(flow);
            let mode = if spoken { QuoteMode::Direct } else { QuoteMode::Indirect };
            if spoken {
                self.spoken.push(flow.block);
            }
            self.found.push(Quote { block: flow.block, span: one.span, mode, speaker });
        }
    }
}

/// What comes up in a paragraph, each with the word before which it does, in order.
fn events(flow: &Flow<'_>, clauses: &Clauses<'_>) -> Vec<(usize, Event)> {
    let quoted = flow.quotes.iter().enumerate().map(|(which, (_, at))| (*at, Event::Quoted(which)));
    let reported = reported(clauses).into_iter().map(|one| (one.cue, Event::Reported(one)));
    let mut events: Vec<(usize, Event)> = quoted.chain(reported).collect();
    events.sort_by_key(|(at, event)| (*at, matches!(event, Event::Reported(_))));
    events
}

#[cfg(test)]
mod tests;
