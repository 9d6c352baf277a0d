//! Whether an expression speaks of what lies before the article or after it.
//!
//! `a déclaré mercredi` is past, `prévue samedi` is to come, `lundi, on saura` too: the nearest verb of the sentence before the expression
//! tells, and where the expression opens its sentence, the first one after it. Where none tells, neither is claimed.

use super::expression::{Reader, Side};
use super::tense::{PROMISED, is_infinitive};
use visavis_corpus::Language;

/// How many words before an expression a verb is looked for.
const BACK: usize = 12;
/// And after one that opens its sentence.
const AHEAD: usize = 14;

impl Reader<'_> {
    /// Whether the words around say that it is past or to come.
    pub(super) fn side(&self, first: usize, end: usize) -> Side {
        // `jeudi et vendredi derniers`
        if self.after_a_pair(end).starts_with("dernier") {
            return Side::Past;
        }
        let (before, last) = (self.key(first.wrapping_sub(1)), self.key(end - 1));
        let next = if self.joins(end) { self.key(end) } else { "" };
        if ["dernier", "passe"].iter().any(|word| last.starts_with(word) || next.starts_with(word))
            || last == "ago"
            || next == "last"
            || before == "last"
            || self.key(first) == "earlier"
        {
            return Side::Past;
        }
        if last.starts_with("prochain")
            || next.starts_with("prochain")
            || matches!(before, "next" | "ici" | "until" | "coming")
            || before == "a" && self.key(first.wrapping_sub(2)) == "ici"
            || self.key(first) == "later"
        {
            return Side::Future;
        }
        // `planned for Monday`, `prévu pour mars`; `this Sunday` is the coming one, unless a verb says otherwise.
        let for_then = matches!(before, "for" | "pour") || before == "this" && self.key(first.wrapping_sub(2)) == "for";
        if for_then && !matches!(self.key(first), "the" | "les" | "last") {
            return Side::Future;
        }
        let since = ["depuis", "since", "remonte", "remontent", "remontait", "date", "datant"];
        if (first.saturating_sub(2)..first).any(|at| since.contains(&self.key(at))) {
            return Side::Past;
        }
        match self.side_of_verb(first, end) {
            // `a promis une réunion avant Noël`: what was promised lies ahead, and of anything else a limit does not tell.
            Side::Past if matches!(before, "avant" | "by" | "before") => {
                let promised = (self.clause(first)..first).any(|at| PROMISED.contains(&self.key(at)));
                if promised { Side::Future } else { Side::Unknown }
            }
            Side::Unknown if before == "this" && self.language == Language::English => Side::Future,
            side => side,
        }
    }

    /// The word after a second weekday at `end`: `jeudi et vendredi derniers`.
    fn after_a_pair(&self, end: usize) -> &str {
        let joined = matches!(self.key(end), "et" | "and") && (end..end + 3).all(|at| self.joins(at));
        if joined && self.weekday(end + 1).is_some() { self.key(end + 2) } else { "" }
    }

    /// Whether a sentence, or what stands for itself in one, begins at the word `at`.
    pub(super) fn begins(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', '!', '?', ';', '«', '»', ':', '“', '”', '"', '('])
    }

    /// Where what the word `first` stands in begins, as far as it is looked at.
    fn clause(&self, first: usize) -> usize {
        let mut start = first;
        while start > 0 && first - start < BACK && !self.begins(start) {
            start -= 1;
        }
        start
    }

    /// Whether the word `first` opens its sentence: `Le 15 octobre`, `Dès lundi`, with nothing but small words before.
    pub(super) fn opens(&self, first: usize) -> bool {
        let start = self.clause(first);
        self.begins(start) && (start..first).all(|at| self.key(at).len() <= 4)
    }

    /// The side that the nearest verb of the sentence gives: the one before (`a déclaré mercredi`), or the one that follows an opening.
    fn side_of_verb(&self, first: usize, end: usize) -> Side {
        let start = self.clause(first);
        let told = (start..first).rev().map(|at| self.tense(at, first)).find(|side| *side != Side::Unknown);
        if let Some(side) = told {
            return side;
        }
        // `avant de repartir mardi`
        let ahead = self.language == Language::French
            && self.joins(first)
            && is_infinitive(self.key(first - 1))
            && matches!(self.before(first - 1), "de" | "a" | "pour" | "d" | "se" | "s" | "y")
            && !self.tokens[first - 1].text.starts_with(char::is_uppercase);
        if ahead {
            return Side::Future;
        }
        if !self.opens(first) {
            return Side::Unknown;
        }
        let stop = (end + 1..self.tokens.len().min(end + AHEAD)).find(|at| self.begins(*at)).unwrap_or(end + AHEAD);
        let stop = stop.min(self.tokens.len());
        (end..stop).map(|at| self.tense(at, stop)).find(|side| *side != Side::Unknown).unwrap_or(Side::Unknown)
    }
}
