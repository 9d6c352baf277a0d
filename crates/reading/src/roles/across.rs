//! Lines that several files of a corpus have: the furniture of a site is the same on each of its pages.
//!
//! A text may stand in several files too, where outlets print one dispatch. So a page that shares half of its paragraphs or more is a
//! reprint, and nothing of it is set apart for standing elsewhere.

use super::{Page, Piece};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{ClueKind, Role};

/// In how many files of a corpus each line stands that stands in more than one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recurring(BTreeMap<u64, u32>);

/// From this number of files on, a line is furniture whatever else its page shares.
const SURE: u32 = 3;

impl Recurring {
    /// Counts the lines of `texts`, each the text of one file. One pass; what is kept is eight bytes for each distinct line.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t [u8]>) -> Self {
        let mut files: BTreeMap<u64, u32> = BTreeMap::new();
        for text in texts {
            let lines = text.split(|&byte| byte == b'\n' || byte == b'\r').map(<[u8]>::trim_ascii);
            let own: BTreeSet<u64> = lines.filter(|line| !line.is_empty()).map(hash).collect();
            own.into_iter().for_each(|line| *files.entry(line).or_default() += 1);
        }
        files.retain(|_, count| *count > 1);
        Self(files)
    }

    /// In how many files a line stands that reads `text`.
    pub(super) fn files(&self, text: &str) -> u32 {
        self.0.get(&hash(text.as_bytes().trim_ascii())).copied().unwrap_or(1)
    }
}

/// FNV-1a.
fn hash(line: &[u8]) -> u64 {
    line.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Sets apart what other files have too: labels, and in a page that is no reprint, paragraphs that three files have.
pub(super) fn across_files(page: &mut Page<'_>) {
    let words = |pieces: &mut dyn Iterator<Item = &Piece<'_>>| -> usize { pieces.map(|piece| piece.shape.words).sum() };
    let paragraphs = || page.pieces.iter().filter(|piece| piece.is_free_paragraph());
    let shared = words(&mut paragraphs().filter(|piece| piece.files > 1));
    if shared * 2 > words(&mut paragraphs()) {
        return;
    }
    // One line may be chance (`Contexte`); three are the same site.
    let labels = page.pieces.iter().filter(|piece| piece.files > 1 && !piece.shape.is_paragraph()).count();
    page.judge(|_, piece| {
        let enough = if piece.shape.is_paragraph() || labels < 3 { piece.files >= SURE } else { piece.files > 1 };
        let role = if piece.shape.is_paragraph() { Role::Promo } else { Role::Widget };
        enough.then(|| (role, ClueKind::AcrossFiles, piece.files.to_string()))
    });
}
