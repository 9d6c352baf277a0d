//! What the comparison and the overview say, in each language.

mod english;
mod french;

pub(super) use english::WORDS as ENGLISH;
pub(super) use french::WORDS as FRENCH;

use crate::lens::{Against, Lens, Likeness};
use visavis_compare::{Agreement, CopyClass, Term};

/// The catalogue of one language for what compares articles.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named for what it says, and french.rs shows it")]
pub struct CompareWords {
    // Around the lenses.
    pub lens: fn(Lens) -> &'static str,
    pub lenses: &'static str,
    pub comparing: &'static str,
    pub scroll_together: &'static str,
    pub mixed_languages: &'static str,
    pub glance: &'static str,
    pub glance_copied: &'static str,
    pub glance_entities: fn(usize) -> &'static str,
    pub glance_quoted: &'static str,
    pub glance_voices: &'static str,
    pub glance_passages: &'static str,
    pub nowhere_here: &'static str,
    pub and_more: fn(usize) -> String,
    pub in_how_many: fn(usize, usize) -> String,
    pub as_table: &'static str,
    pub save_json: &'static str,
    pub print: &'static str,
    pub counted: fn(usize) -> String,

    // Passages.
    pub strength: &'static str,
    pub facing: &'static str,
    pub gap: fn(usize) -> String,
    pub no_meeting: &'static str,
    pub meetings: fn(usize) -> String,
    pub list_meetings: &'static str,
    pub previous_part: &'static str,
    pub next_part: &'static str,
    pub evidence: &'static str,
    pub evidence_heads: [&'static str; 3],
    pub term_kind: fn(&Term) -> &'static str,
    pub meeting_heads: [&'static str; 4],
    pub how_passages: &'static str,

    // Copies.
    pub threshold: &'static str,
    pub least_words: fn(usize) -> String,
    pub show_phrases: &'static str,
    pub nothing_copied: fn(&[usize], usize) -> String,
    pub verbatim: &'static str,
    pub adapted: &'static str,
    pub copy_class: fn(CopyClass) -> &'static str,
    pub copy_heads: [&'static str; 6],
    pub list_copies: fn(usize) -> String,
    pub how_copies: &'static str,

    // Entities and names.
    pub no_common_entity: &'static str,
    pub entity_heads: [&'static str; 3],
    pub how_entities: &'static str,
    pub names_title: &'static str,
    pub name_heads: [&'static str; 4],
    pub term: &'static str,
    pub description: &'static str,
    pub name: &'static str,
    pub context: &'static str,
    pub no_common_name: &'static str,
    pub how_names: &'static str,

    // Voices.
    pub voice_heads: [&'static str; 5],
    pub no_voice: &'static str,
    pub anonymous: &'static str,
    pub unattributed: &'static str,
    pub quotes: fn(usize) -> String,
    pub same_words: &'static str,
    pub shared_quotations: &'static str,
    pub how_voices: &'static str,
    pub how_quoted: &'static str,

    // Words.
    pub words_title: &'static str,
    pub words_of: &'static str,
    pub set_against: &'static str,
    pub against: fn(Against) -> &'static str,
    pub words_measured: fn([usize; 2], &str, &str) -> String,
    pub small_texts: &'static str,
    pub word_heads: [&'static str; 6],
    pub sparse: &'static str,
    pub sparse_long: &'static str,
    pub in_corpus: &'static str,
    pub how_words: &'static str,

    // Figures and dates.
    pub figures_title: &'static str,
    pub figure_heads: [&'static str; 2],
    pub agreement: fn(Agreement) -> &'static str,
    pub no_figure: &'static str,
    pub how_figures: &'static str,
    pub days_title: &'static str,
    pub day_head: &'static str,
    pub published: &'static str,
    pub no_day: &'static str,
    pub how_days: &'static str,

    // Overview.
    pub overview_intro: fn(usize) -> String,
    pub overview_progress: fn(usize, usize) -> String,
    pub likeness: fn(Likeness) -> &'static str,
    pub measure: &'static str,
    pub matrix: &'static str,
    pub groups_title: &'static str,
    pub no_group: &'static str,
    pub group: fn(usize, usize) -> String,
    pub compare_group: &'static str,
    pub pairs_title: &'static str,
    pub pair_heads: [&'static str; 2],
    pub pairs_shown: fn(usize, usize) -> String,
    pub too_few: &'static str,
    pub way_to_pair: fn(&str, &str, &str) -> String,
    pub how_overview: &'static str,
}
