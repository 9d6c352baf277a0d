//! Whether an expression speaks of what lies before the article or after it.
//!
//! `a déclaré mercredi` is past, `prévue samedi` is to come; where no verb right by the expression tells, neither is claimed.

use super::expression::{Reader, Side};
use visavis_corpus::Language;

impl Reader<'_> {
    /// Whether the words around say that it is past or to come.
    pub(super) fn side(&self, first: usize, end: usize) -> Side {
        let last = self.key(end - 1);
        if last.starts_with("dernier")
            || last == "ago"
            || matches!(self.key(end), "dernier" | "derniere" | "last") && self.joins(end)
        {
            return Side::Past;
        }
        if last.starts_with("prochain")
            || self.key(end).starts_with("prochain") && self.joins(end)
            || matches!(self.key(first.wrapping_sub(1)), "next" | "ici" | "until")
        {
            return Side::Future;
        }
        if self.key(first.wrapping_sub(1)) == "last"
            || (first.saturating_sub(2)..first).any(|at| {
                matches!(self.key(at), "depuis" | "since" | "remonte" | "remontent" | "remontait" | "date" | "datant")
            })
        {
            return Side::Past;
        }
        self.side_of_verb(first, end)
    }

    /// The side that the nearest verb of the sentence gives: a participle right before (`a déclaré mercredi`), or the verb that follows an opening.
    fn side_of_verb(&self, first: usize, end: usize) -> Side {
        let near = (first.saturating_sub(3)..first)
            .rev()
            .take_while(|&at| self.joins(at + 1) || self.gap(at + 1).trim() == ",");
        for at in near {
            let word = self.tokens[at].text;
            if matches!(
                self.key(at),
                "prevu"
                    | "prevue"
                    | "prevus"
                    | "prevues"
                    | "attendu"
                    | "attendue"
                    | "attendus"
                    | "due"
                    | "scheduled"
                    | "expected"
            ) {
                return Side::Future;
            }
            let participle = ["é", "ée", "és", "ées"].iter().any(|ending| word.ends_with(ending))
                || matches!(
                    self.key(at),
                    "dit"
                        | "fait"
                        | "mis"
                        | "pris"
                        | "eu"
                        | "said"
                        | "told"
                        | "repondu"
                        | "promis"
                        | "soutenu"
                        | "averti"
                        | "reagi"
                        | "tue"
                        | "tues"
                );
            let helped = (at.saturating_sub(4)..at).any(|at| {
                matches!(
                    self.key(at),
                    "a" | "ont" | "avait" | "avaient" | "est" | "sont" | "etait" | "ete" | "had" | "has"
                )
            });
            let english = self.language == Language::English
                && (word.ends_with("ed") || matches!(word, "said" | "told" | "killed"));
            if (participle && helped) || english {
                return Side::Past;
            }
            if is_future(self.key(at)) {
                return Side::Future;
            }
        }
        let opens = first == 0 || self.gap(first).contains(['.', '!', '?']) || (first == 1 && self.key(0).len() <= 2);
        if !opens {
            return Side::Unknown;
        }
        for at in end..self.tokens.len().min(end + 14) {
            if at > end && self.gap(at).contains(['.', '!', '?']) {
                break;
            }
            if is_future(self.key(at)) {
                return Side::Future;
            }
            if matches!(self.key(at), "a" | "ont" | "avait" | "avaient" | "had" | "was" | "were")
                && !self.tokens[at].text.starts_with('à')
            {
                return Side::Past;
            }
        }
        Side::Unknown
    }
}

/// Whether a folded word looks like a verb in the future tense.
fn is_future(word: &str) -> bool {
    let known = matches!(
        word,
        "sera"
            | "seront"
            | "aura"
            | "auront"
            | "doit"
            | "doivent"
            | "devra"
            | "devront"
            | "ira"
            | "iront"
            | "will"
            | "would"
    );
    known
        || (word.len() > 5
            && (word.ends_with("era")
                || word.ends_with("eront")
                || word.ends_with("ira")
                || word.ends_with("iront")
                || word.ends_with("dra")
                || word.ends_with("dront")))
}
