//! The distinct forms of names, numbered, with what the whole corpus says of each.

use super::{weigh::Scores, words::WordId};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use visavis_corpus::Kind;

/// The number of a form: a sequence of folded words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct FormId(pub(super) u32);

impl FormId {
    /// As an index into a list.
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a form.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    /// How it was first written, if possible not in capitals.
    pub(super) written: String,
    /// How often it stands in the corpus.
    pub(super) count: u32,
    /// Sum of what was observed.
    pub(super) scores: Scores,
}

impl Form {
    /// What it most often is.
    pub(super) fn kind(&self) -> Kind {
        let (kind, score, lead) = self.scores.best();
        if score > 0 && lead > 0 { kind } else { Kind::Other }
    }
}

/// All forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// By their words, in order of their numbers.
    all: IndexMap<Box<[WordId]>, Form, FxBuildHasher>,
}

impl Forms {
    /// The number of the form with `words`, written as `written`.
    pub(super) fn number(&mut self, words: &[WordId], written: &str) -> FormId {
        if let Some((at, _, form)) = self.all.get_full_mut(words) {
            if is_upper(&form.written) && !is_upper(written) {
                form.written = spaced(written);
            }
            return FormId(at as u32);
        }
        let (at, _) = self.all.insert_full(words.into(), Form { written: spaced(written), ..Form::default() });
        FormId(at as u32)
    }

    /// Counts one more place where `form` stands.
    pub(super) fn observe(&mut self, form: FormId, scores: Scores) {
        let form = &mut self.all[form.index()];
        form.count += 1;
        form.scores.add(scores);
    }

    /// What is known of `form`.
    pub(super) fn get(&self, form: FormId) -> &Form {
        &self.all[form.index()]
    }

    /// The words of `form`.
    pub(super) fn words(&self, form: FormId) -> &[WordId] {
        self.all.get_index(form.index()).map_or(&[], |(words, _)| words)
    }

    /// Every form with its number and its words.
    pub(super) fn iter(&self) -> impl Iterator<Item = (FormId, &[WordId], &Form)> {
        self.all.iter().zip(0..).map(|((words, form), ix)| (FormId(ix), &**words, form))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}

/// Whether more is written than an acronym, and in capitals only.
fn is_upper(written: &str) -> bool {
    written.len() > 5 && !written.chars().any(char::is_lowercase)
}

/// `written` on one line, with ordinary spaces.
fn spaced(written: &str) -> String {
    let visible: String = written.chars().filter(|&c| c != '\u{ad}').collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
