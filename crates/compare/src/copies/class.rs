//! What kind of sharing a passage probably is.

use super::CopyParameters;
use super::group::Group;
use crate::frequency::PhraseFrequencies;
use crate::wording::Wording;
use serde::Serialize;

/// What kind of sharing a passage probably is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyClass {
    /// Between quotation marks in both: both quote the same words.
    CommonQuotation,
    /// One of the texts, or both, says that it comes from an agency.
    AgencyCopy,
    /// A title or a phrase that everybody uses.
    SetPhrase,
    /// Neither: one text has it from the other, or both from a third.
    OwnText,
}

impl CopyClass {
    /// Every class, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::CommonQuotation, Self::AgencyCopy, Self::OwnText, Self::SetPhrase];
}

/// The class of `group`, which has `same` words in common.
pub(super) fn classify(
    group: &Group,
    texts: [&Wording; 2],
    same: usize,
    parameters: CopyParameters,
    elsewhere: Option<&PhraseFrequencies>,
) -> CopyClass {
    let words = [0, 1].map(|side| &texts[side].words()[group.best.words[side][0]..group.best.words[side][1]]);
    // Nine words in ten: the cue inside a quotation (`, a-t-il dit, `) may stand outside the marks.
    let quoted = words.iter().all(|words| words.iter().filter(|word| word.quoted).count() * 10 >= words.len() * 9);
    let frequent =
        || elsewhere.is_some_and(|phrases| phrases.articles_with(words[0]) >= parameters.phrase_articles + 2);
    if quoted {
        CopyClass::CommonQuotation
    } else if same < parameters.least_words || frequent() {
        CopyClass::SetPhrase
    } else if texts.iter().any(|text| text.is_credited()) {
        CopyClass::AgencyCopy
    } else {
        CopyClass::OwnText
    }
}
