//! Which quotation marks belong together.
//!
//! `« »`, `“ ”`, `„ “`, `‹ ›`, straight marks, and single ones in English. Marks that look the same at both ends are told apart by what
//! stands beside them. What is opened and never closed ends where its paragraph does, unless the next ones go on; a straight mark without
//! its fellow is no quotation (inches, a slip).

use visavis_corpus::Language;
use visavis_text::Span;

/// Marks that are open at once; what would be opened beyond is not looked at.
const DEEPEST: usize = 4;
/// Words that an apostrophe begins.
const CLIPPED: &[&str] = &["em", "til", "till", "tis", "twas", "twere", "n", "cause", "bout", "round", "cos", "un"];
/// Paragraphs over which a quotation can run without a mark at their start.
const FARTHEST: usize = 6;

/// A stretch between quotation marks, in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The words, without marks and outer spaces.
    pub(super) inner: Span,
    /// With the marks.
    pub(super) outer: Span,
    /// How many other stretches hold it.
    pub(super) depth: u8,
    /// Whether it goes on in the next paragraph.
    pub(super) runs_on: bool,
    /// Whether it began in an earlier one.
    pub(super) continues: bool,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    mark: char,
    outer: usize,
    inner: usize,
    continues: bool,
}

/// The stretches of each of `paragraphs`, in order of their start.
pub(super) fn pair(paragraphs: &[&str], language: Language) -> Vec<Vec<Stretch>> {
    let (mut carried, mut all) = (None, vec![]);
    for (at, text) in paragraphs.iter().enumerate() {
        let mut reader = Reader { text, language, stack: vec![], found: vec![] };
        let start = carried.take().map_or(0, |mark| reader.carry_on(mark));
        reader.read(start);
        carried = reader.finish(&paragraphs[at + 1..]);
        let mut found = reader.found;
        found.retain(|stretch| !stretch.inner.is_empty());
        found.sort_by_key(|stretch| (stretch.outer.start(), std::cmp::Reverse(stretch.outer.end())));
        all.push(found);
    }
    all
}

struct Reader<'t> {
    text: &'t str,
    language: Language,
    stack: Vec<Open>,
    found: Vec<Stretch>,
}

impl Reader<'_> {
    /// Opens what the paragraph before left open; gives where to read on, after a mark that repeats it.
    fn carry_on(&mut self, mark: char) -> usize {
        let start = self.text.len() - self.text.trim_start().len();
        let repeated = self.text[start..].chars().next().filter(|&first| repeats(mark, first));
        let inner = start + repeated.map_or(0, char::len_utf8);
        self.stack.push(Open { mark, outer: start, inner, continues: true });
        inner
    }

    fn read(&mut self, start: usize) {
        let mut at = start;
        while let Some(far) = self.text.as_bytes()[at..].iter().position(|&byte| may_begin_mark(byte)) {
            at += far;
            let mut rest = self.text[at..].chars();
            let Some(c) = rest.next() else { return };
            if is_mark(c) {
                self.mark(at, c, self.text[..at].chars().next_back(), rest.next());
            }
            at += c.len_utf8();
        }
    }

    /// Reads the mark `c` at byte `at`.
    fn mark(&mut self, at: usize, c: char, before: Option<char>, after: Option<char>) {
        let side = Side::of(before, after);
        match c {
            '»' => self.close(at, c, &['«']),
            '›' => self.close(at, c, &['‹']),
            '“' if self.top() == Some('„') || (self.top() == Some('“') && side == Side::Closes) => {
                self.close(at, c, &['„', '“']);
            }
            '«' | '„' | '‹' | '“' => self.open(at, c),
            '”' if self.has(&['“', '„', '”']) => self.close(at, c, &['“', '„', '”']),
            '”' | '"' if side == Side::Opens => self.open(at, c),
            '”' => self.close(at, c, &['«', '"']),
            '"' if self.has(&['"']) => self.close(at, c, &['"']),
            '"' if side == Side::Either => self.open(at, c),
            '"' => self.close(at, c, &['“', '«', '”']),
            '‘' if self.language == Language::English && side == Side::Opens => self.open(at, c),
            '’' if self.top() == Some('‘') && ends_single(before, after) => self.close(at, c, &['‘']),
            '\'' if self.top() == Some('\'') && ends_single(before, after) => self.close(at, c, &['\'']),
            '\'' if self.language == Language::English && side == Side::Opens => self.open_single(at),
            _ => {}
        }
    }

    fn top(&self) -> Option<char> {
        self.stack.last().map(|open| open.mark)
    }

    fn has(&self, marks: &[char]) -> bool {
        self.stack.iter().any(|open| marks.contains(&open.mark))
    }

    fn open(&mut self, at: usize, mark: char) {
        if self.stack.len() < DEEPEST {
            self.stack.push(Open { mark, outer: at, inner: at + mark.len_utf8(), continues: false });
        }
    }

    /// Opens a straight single mark, unless it stands for letters left out: `'em`, `the '90s`.
    fn open_single(&mut self, at: usize) {
        let word: String = self.text[at + 1..].chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
        let short = CLIPPED.contains(&word.to_lowercase().as_str());
        let decade = word.len() < 4 && word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s');
        if !short && !decade && !self.has(&['\'']) {
            self.open(at, '\'');
        }
    }

    /// Closes the innermost of `marks` that is open, and what was left open inside.
    fn close(&mut self, at: usize, c: char, marks: &[char]) {
        if let Some(depth) = self.stack.iter().rposition(|open| marks.contains(&open.mark)) {
            let open = self.stack[depth];
            self.lift(depth + 1);
            self.stack.truncate(depth);
            self.push(open, depth, at, at + c.len_utf8(), false);
        }
    }

    /// What stands in openings from `depth` on that are given up is that much less deep.
    fn lift(&mut self, depth: usize) {
        for given_up in self.stack.drain(depth..) {
            let inside = self.found.iter_mut().rev().take_while(|stretch| stretch.outer.start() > given_up.outer);
            inside.for_each(|stretch| stretch.depth = stretch.depth.saturating_sub(1));
        }
    }

    fn push(&mut self, open: Open, depth: usize, inner_end: usize, outer_end: usize, runs_on: bool) {
        let inner = &self.text[open.inner..inner_end];
        let start = open.inner + (inner.len() - inner.trim_start().len());
        self.found.push(Stretch {
            inner: Span::new(start, start + inner.trim().len()),
            outer: Span::new(open.outer, outer_end),
            depth: depth as u8,
            runs_on,
            continues: open.continues,
        });
    }

    /// Ends the paragraph; gives the mark that stays open over the `next` ones.
    fn finish(&mut self, next: &[&str]) -> Option<char> {
        let outermost = *self.stack.first()?;
        let runs_on = runs_on(outermost.mark, next);
        let holds = self.found.iter().any(|stretch| stretch.outer.start() > outermost.outer);
        let bounded = matches!(outermost.mark, '«' | '“' | '„' | '”') && !holds;
        if runs_on || bounded {
            self.lift(1);
            self.push(outermost, 0, self.text.len(), self.text.len(), runs_on);
        } else {
            self.lift(0);
        }
        self.stack.clear();
        runs_on.then_some(outermost.mark)
    }
}

/// Whether the quotation opened by `mark` goes on in the paragraphs `next`: the first repeats the mark, or one closes it before another opens.
fn runs_on(mark: char, next: &[&str]) -> bool {
    if next.first().and_then(|text| text.trim_start().chars().next()).is_some_and(|first| repeats(mark, first)) {
        return true;
    }
    let family: &[char] = match mark {
        '«' => &['«', '»'],
        '“' | '„' | '”' => &['“', '„', '”'],
        '"' => &['"'],
        _ => return false,
    };
    for text in next.iter().take(FARTHEST) {
        if let Some(at) = text.find(family) {
            let rest = &text[at..];
            let mut rest = rest.chars();
            let first = rest.next();
            let side = Side::of(text[..at].chars().next_back(), rest.next());
            return matches!(first, Some('»' | '”')) || (first == Some('"') && side == Side::Closes);
        }
    }
    false
}

/// Whether a paragraph that begins with `first` repeats the open `mark`.
const fn repeats(mark: char, first: char) -> bool {
    match mark {
        '«' => matches!(first, '«' | '»'),
        '“' | '„' | '”' => matches!(first, '“' | '„'),
        '"' | '\'' | '‘' => first == mark,
        _ => false,
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '"' | '‘' | '’' | '\'')
}

/// Whether `byte` is the first of a mark, as few are: most of a text is passed over.
const fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | 0xC2 | 0xE2)
}

/// What a mark can be, by the characters beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

impl Side {
    fn of(before: Option<char>, after: Option<char>) -> Self {
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let starts = after.is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, '[' | '(' | '#' | '@' | '«' | '“' | '‘' | '…' | '.' | '-' | '—')
        });
        let led = space(before)
            || before
                .is_some_and(|c| matches!(c, '(' | '[' | '«' | '“' | '‘' | '\'' | '’' | '-' | '–' | '—' | '/' | ':'));
        match (led && starts, space(before) && space(after)) {
            (true, _) => Self::Opens,
            (_, true) => Self::Either,
            _ => Self::Closes,
        }
    }
}

/// Whether `’` ends a quotation rather than shortening a word: `the workers’ strike` goes on.
fn ends_single(before: Option<char>, after: Option<char>) -> bool {
    let closed = |c: char| matches!(c, ',' | '.' | '?' | '!' | '…');
    before.is_some_and(closed)
        || after.is_none_or(|c| matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | ')'))
        || (after.is_some_and(char::is_whitespace) && before.is_some_and(|c| c.is_alphanumeric() && c != 's'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inner(paragraphs: &[&str]) -> Vec<String> {
        inner_in(Language::French, paragraphs)
    }

    fn inner_in(language: Language, paragraphs: &[&str]) -> Vec<String> {
        let found = pair(paragraphs, language);
        let texts = found.iter().zip(paragraphs).flat_map(|(found, text)| found.iter().map(|s| (s, *text)));
        texts.map(|(s, text)| format!("{}{}", "+".repeat(usize::from(s.depth)), &text[s.inner.range()])).collect()
    }

    #[test]
    fn no_mark_is_passed_over() {
        let marks = ('\0'..=char::MAX).filter(|&c| is_mark(c));
        assert!(marks.map(|c| c.encode_utf8(&mut [0; 4]).as_bytes()[0]).all(may_begin_mark));
    }

    #[test]
    fn marks_of_any_kind_belong_together() {
        for (text, expected) in [
            ("Il dit « oui » et \"non\".", vec!["oui", "non"]),
            ("«\u{a0}oui\u{a0}» et «\u{202f}non\u{202f}» et «si»", vec!["oui", "non", "si"]),
            ("“yes” and „ja“", vec!["yes", "ja"]),
            ("« le “bon” mot » dit-il", vec!["le “bon” mot", "+bon"]),
            ("la population d'Alep \"Nous partons \", dit-il", vec!["Nous partons"]),
            ("d'\"incident mineur\" et l'\"autre\"", vec!["incident mineur", "autre"]),
            ("\" Oui \" dit-il, \" non \"", vec!["Oui", "non"]),
            ("\"l'un \"bon\" et l'autre\", dit-il", vec!["l'un \"bon\" et l'autre", "+bon"]),
            ("un écran de 6\" et un de 15\"", vec![]),
            ("« sans fin", vec!["sans fin"]),
            ("« sans fin et « avec »", vec!["avec"]),
            ("il l’a dit, c’est l’été", vec![]),
            ("“mêlé\" et « mêlé\"", vec!["mêlé", "mêlé"]),
        ] {
            assert_eq!(inner(&[text]), expected, "{text}");
        }
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        for (text, expected) in [
            ("'It's over,' she said. 'We can't go on.'", vec!["It's over,", "We can't go on."]),
            ("He called it 'the workers' charter' in '78.", vec!["the workers' charter"]),
            ("the '90s, rock 'n' roll and the miners' strike", vec![]),
            ("'She told me, \"No\",' he said", vec!["She told me, \"No\",", "+No"]),
            ("\"They shouted 'shame' at us,\" he said", vec!["They shouted 'shame' at us,", "+shame"]),
        ] {
            assert_eq!(inner_in(Language::English, &[text]), expected, "{text}");
        }
        assert_eq!(inner(&["l'été 'chaud' d'Alep"]), Vec::<String>::new());
        assert_eq!(inner_in(Language::English, &["'One.", "'Two,' he said."]), ["One.", "Two,"]);
    }

    #[test]
    fn quotations_run_over_paragraphs() {
        assert_eq!(inner(&["« un.", "« deux.", "« trois », dit-il"]), ["un.", "deux.", "trois"]);
        assert_eq!(inner(&["« un.", "» deux »."]), ["un.", "deux"]);
        assert_eq!(inner(&["« un.", "deux », dit-il. « trois »"]), ["un.", "deux", "trois"]);
        assert_eq!(inner(&["\"un.", "deux\", dit-il."]), ["un.", "deux"]);
        assert_eq!(inner(&["« un.", "Il y a « deux »."]), ["un.", "deux"]);
    }

    proptest! {
        #[test]
        fn stretches_are_whole_characters_in_order(text in "[«»“”„\"‘’' a-cé,.\u{a0}]{0,40}") {
            for language in [Language::French, Language::English] {
                let mut start = 0;
                for stretch in &pair(&[&text], language)[0] {
                    prop_assert!(visavis_text::slice(&text, stretch.inner).is_some());
                    prop_assert!(visavis_text::slice(&text, stretch.outer).is_some());
                    prop_assert!(stretch.outer.contains(stretch.inner) && stretch.outer.start() >= start);
                    start = stretch.outer.start();
                }
            }
        }
    }
}
