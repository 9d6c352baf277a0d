//! How a shared run goes on, word by word, through words dropped, added and replaced.
//!
//! A local alignment as in Smith & Waterman (1981), begun at a run of the same words and given up where it has lost too much since its
//! best point (the X-drop of Altschul et al. 1997), so that its cost is the length of what is shared and not the product of the texts.

use crate::wording::{Word, Wording};

/// What a word in common is worth.
const SAME: i32 = 4;
/// What an article, a pronoun or a preposition in common is worth.
const SAME_LIGHT: i32 = 2;
/// What a word dropped or added costs.
const GAP: i32 = 2;
/// What a word replaced by another costs.
const REPLACED: i32 = 3;
/// What speaks for ending where a sentence ends in both texts.
const BOUNDARY: i32 = 3;
/// An extension that has lost this much since its best point is given up.
const GIVE_UP: i32 = 16;
/// Most cells in a row: a bound for texts made to confuse.
const WIDEST: usize = 96;

/// One step of an alignment of the words of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The same word in both.
    Same,
    /// Another word.
    Replaced,
    /// A word of the first text only.
    Dropped,
    /// A word of the second text only.
    Added,
}

/// What `word` in common is worth.
const fn worth(word: &Word) -> i32 {
    if word.light { SAME_LIGHT } else { SAME }
}

/// What the words in common are worth.
pub(super) fn worth_of(words: &[Word]) -> i32 {
    words.iter().map(worth).sum()
}

/// The words of a text from some point on, forwards or backwards.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way<'t> {
    words: &'t [Word],
    back: bool,
}

impl<'t> Way<'t> {
    /// From `at` to the end of `text`.
    pub(super) fn onwards(text: &'t Wording, at: usize) -> Self {
        Self { words: &text.words()[at..], back: false }
    }

    /// From `at` back to the beginning of `text`.
    pub(super) fn backwards(text: &'t Wording, at: usize) -> Self {
        Self { words: &text.words()[..at], back: true }
    }

    /// The word after `steps` steps.
    fn get(&self, steps: usize) -> Option<&'t Word> {
        let at = if self.back { self.words.len().checked_sub(steps + 1)? } else { steps };
        self.words.get(at)
    }

    /// Whether a sentence ends (or, backwards, begins) after `steps` steps.
    fn rests(&self, steps: usize) -> bool {
        let last = steps.checked_sub(1).and_then(|last| self.get(last));
        last.is_some_and(|word| if self.back { word.opens } else { word.closes })
    }
}

/// How far two texts go together, and how.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Extension {
    /// From the point where it began.
    pub(super) steps: Vec<Step>,
    /// What it is worth.
    pub(super) score: i32,
}

/// A cell of the table: what the way there is worth, and its last step; `None` for the origin and for dead cells.
#[derive(Clone, Copy, Debug)]
struct Cell {
    score: i32,
    step: Option<Step>,
}

/// A cell not worth going on from.
const DEAD: i32 = i32::MIN / 2;

/// The table, row after row in one list: only cells that are worth going on from, and those between them.
#[derive(Debug, Default)]
struct Table {
    cells: Vec<Cell>,
    rows: Vec<Row>,
}

/// The cells of one row.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Column of the first.
    from: usize,
    /// Its place in the list.
    start: usize,
    /// How many.
    len: usize,
}

impl Row {
    fn end(self) -> usize {
        self.from + self.len
    }
}

impl Table {
    fn cell(&self, row: Row, column: usize) -> Option<Cell> {
        let at = column.checked_sub(row.from).filter(|at| *at < row.len)?;
        self.cells.get(row.start + at).copied()
    }

    fn score(&self, row: Row, column: usize) -> i32 {
        self.cell(row, column).map_or(DEAD, |cell| cell.score)
    }

    /// Adds a cell to the row that is being filled; it is dead where it is worth less than `least`.
    fn push(&mut self, score: i32, step: Option<Step>, least: i32) {
        let dead = Cell { score: DEAD, step: None };
        self.cells.push(if score < least { dead } else { Cell { score, step } });
    }

    /// The row whose first cell, in column `from`, stands at `start`, without the dead cells at both ends.
    fn close(&mut self, from: usize, start: usize) -> Row {
        let live = |cell: &Cell| cell.score != DEAD;
        let end = self.cells[start..].iter().rposition(live).map_or(start, |last| start + last + 1);
        self.cells.truncate(end);
        let dead = self.cells[start..].iter().position(live).unwrap_or_default();
        Row { from: from + dead, start: start + dead, len: end - start - dead }
    }
}

/// The best point so far: what it is worth with the sentence's end, and where it is.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    score: i32,
    worth: i32,
    at: [usize; 2],
}

/// Goes on from the beginnings of `a` and `b` as far as it pays.
pub(super) fn extend(a: Way<'_>, b: Way<'_>) -> Extension {
    let mut best = Best::default();
    let mut table = Table::default();
    let mut row = first_row(&mut table, &b);
    let mut highest = 0;
    loop {
        table.rows.push(row);
        let i = table.rows.len();
        let Some(word) = a.get(i - 1) else { break };
        row = next_row(&mut table, row, word, &b, highest - GIVE_UP);
        if row.len == 0 {
            break;
        }
        let rests = a.rests(i);
        for j in row.from..row.end() {
            let score = table.score(row, j);
            highest = highest.max(score);
            let worth = if rests && b.rests(j) { score + BOUNDARY } else { score };
            if worth > best.worth {
                best = Best { score, worth, at: [i, j] };
            }
        }
    }
    Extension { steps: trace(&table, best.at), score: best.score }
}

/// No word of the first text yet: words added only.
fn first_row(table: &mut Table, b: &Way<'_>) -> Row {
    table.push(0, None, -GIVE_UP);
    let mut score = -GAP;
    while score >= -GIVE_UP && b.get(table.cells.len() - 1).is_some() {
        table.push(score, Some(Step::Added), -GIVE_UP);
        score -= GAP;
    }
    table.close(0, 0)
}

/// The row after `above`, for `word` of the first text.
fn next_row(table: &mut Table, above: Row, word: &Word, b: &Way<'_>, least: i32) -> Row {
    let start = table.cells.len();
    for j in above.from.. {
        let left = if j == above.from { DEAD } else { table.cells[table.cells.len() - 1].score };
        if table.cells.len() - start >= WIDEST || j > above.end() && left == DEAD {
            break;
        }
        let other = j.checked_sub(1).and_then(|before| b.get(before));
        if j > 0 && other.is_none() {
            break;
        }
        let (score, step) = best_step(table, above, j, left, word, other);
        table.push(score, Some(step), least);
    }
    table.close(above.from, start)
}

/// The best way into column `j`: together, else by a word dropped, else by a word added.
fn best_step(table: &Table, above: Row, j: usize, left: i32, word: &Word, other: Option<&Word>) -> (i32, Step) {
    let before = j.checked_sub(1).map_or(DEAD, |before| table.score(above, before));
    let together = match other {
        Some(other) if other.id == word.id => (before + worth(word), Step::Same),
        _ => (before - REPLACED, Step::Replaced),
    };
    let dropped = (table.score(above, j) - GAP, Step::Dropped);
    let added = (left - GAP, Step::Added);
    let mut best = together;
    for other in [dropped, added] {
        if other.0 > best.0 {
            best = other;
        }
    }
    best
}

/// The steps that lead to `at`.
fn trace(table: &Table, at: [usize; 2]) -> Vec<Step> {
    let [mut i, mut j] = at;
    let mut steps = vec![];
    while let Some(step) = table.rows.get(i).and_then(|row| table.cell(*row, j)?.step) {
        steps.push(step);
        i -= usize::from(step != Step::Added);
        j -= usize::from(step != Step::Dropped);
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Vocabulary;

    /// The steps from the beginnings of both texts, a letter each: = same, r replaced, - dropped, + added.
    fn aligned(a: &str, b: &str) -> String {
        let mut vocabulary = Vocabulary::default();
        let (a, b) = (Wording::of_text(a, &mut vocabulary), Wording::of_text(b, &mut vocabulary));
        let letter = |step: &Step| match step {
            Step::Same => '=',
            Step::Replaced => 'r',
            Step::Dropped => '-',
            Step::Added => '+',
        };
        extend(Way::onwards(&a, 0), Way::onwards(&b, 0)).steps.iter().map(letter).collect()
    }

    #[test]
    fn words_dropped_added_and_replaced_are_told_apart() {
        for (a, b, expected) in [
            ("avions russes bombardent encore Alep", "avions russes bombardent Alep", "===-="),
            ("avions russes bombardent Alep", "avions russes bombardent encore Alep", "===+="),
            ("avions russes bombardent Alep encore", "avions russes pilonnent Alep encore", "==r=="),
        ] {
            assert_eq!(aligned(a, b), expected, "{a} / {b}");
        }
    }

    #[test]
    fn an_alignment_ends_where_the_texts_part() {
        assert_eq!(aligned("avions russes vers la base", "avions russes puis retour chez soi"), "==");
    }

    #[test]
    fn little_is_left_behind_before_the_end_of_a_sentence() {
        assert_eq!(aligned("excède de loin le seul apport naturel. Puis", "excède de loin naturel. Hier"), "===---=");
    }
}
