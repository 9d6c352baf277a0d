//! Everything the page says, in each language. A string that is missing does not compile.

mod comparing;
mod english;
mod french;

pub use comparing::CompareWords;

use crate::address::Order;
use std::fmt::Write as _;
use visavis_corpus::{ClueKind, Day, Ground, Kind, MentionRule, QuoteMode, Role, When};
use visavis_search::{IssueKind, LineOrder};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tongue {
    /// French.
    #[default]
    French,
    /// English.
    English,
}

impl Tongue {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language whose tag begins like `tag`.
    pub fn parse(tag: &str) -> Option<Self> {
        let begins = |tongue: &Self| tag.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case(tongue.tag()));
        [Self::French, Self::English].into_iter().find(begins)
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::French => Self::English,
            Self::English => Self::French,
        }
    }

    /// Its catalogue.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::French => &french::WORDS,
            Self::English => &english::WORDS,
        }
    }
}

/// The catalogue of one language. What depends on a number or a name is a function.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is named for what it says, and french.rs shows it")]
pub struct Words {
    pub tongue: Tongue,

    // The shell.
    pub skip: &'static str,
    pub tools: &'static str,
    pub search_label: &'static str,
    pub search_in: fn(usize) -> String,
    pub clear: &'static str,
    pub compare_picks: fn(usize) -> String,
    pub compare_choose_first: &'static str,
    pub compare_choose_another: &'static str,
    pub language_switch: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub help: &'static str,
    pub about: &'static str,

    // Loading and failing.
    pub loading: &'static str,
    pub loading_of: fn(usize, usize) -> String,
    pub titles_meanwhile: &'static str,
    pub failed_title: &'static str,
    pub failed_fetch: fn(&str) -> String,
    pub failed_status: fn(u16) -> String,
    pub failed_not_a_pack: &'static str,
    pub failed_version: fn(u16, u16) -> String,
    pub failed_length: fn(u64, u64) -> String,
    pub failed_damaged: fn(&str) -> String,
    pub failed_inconsistent: fn(&str) -> String,
    pub failed_what_to_do: &'static str,
    pub try_again: &'static str,

    // Explore.
    pub filters: &'static str,
    pub filters_chosen: fn(usize) -> String,
    pub outlets: &'static str,
    pub kinds: fn(Kind) -> &'static str,
    pub show_all: fn(usize) -> String,
    pub show_fewer: &'static str,
    pub results: &'static str,
    pub articles_of: fn(usize, usize) -> String,
    pub occurrences: fn(usize) -> String,
    pub occurrences_of: fn(usize, &str) -> String,
    pub reset: &'static str,
    pub find_value: fn(&str) -> String,
    pub find_value_short: &'static str,
    pub no_such_value: &'static str,
    pub between_days: &'static str,
    pub first_day: &'static str,
    pub last_day: &'static str,
    pub all_days: &'static str,
    pub articles: fn(usize) -> String,
    pub leave_out: fn(&str) -> String,
    pub month: &'static str,
    pub no_credit: &'static str,
    pub found_in: &'static str,
    pub order_label: &'static str,
    pub order: fn(Order) -> &'static str,
    pub query_parts: &'static str,
    pub why_title: &'static str,
    pub why_heads: [&'static str; 4],
    pub why_close: &'static str,
    pub why_sum: &'static str,
    pub why_how: &'static str,
    pub take_away: fn(&str) -> String,
    pub issue: fn(IssueKind, &str) -> String,
    pub way_without: fn(&str) -> String,
    pub way_any: &'static str,
    pub way_unfiltered: &'static str,
    pub way_instead: fn(&str) -> String,
    pub compare_this: &'static str,
    pub compare_article: fn(&str) -> String,
    pub no_result: &'static str,
    pub no_article_has: fn(&str) -> String,
    pub each_found_not_together: &'static str,
    pub filters_exclude: &'static str,
    pub unknown_choice: fn(&str) -> String,
    pub show_more: fn(usize) -> String,
    pub empty_corpus: &'static str,

    // Home.
    pub another_corpus: &'static str,
    pub first_question: &'static str,
    pub sources: fn(usize) -> String,
    pub some_source: &'static str,
    pub ask_compare: fn(&str, &str) -> String,
    pub ask_entity: fn(&str) -> String,
    pub ask_naming: fn(&str) -> String,

    // What is known of an article.
    pub outlet_unknown: &'static str,
    pub date_unknown: &'static str,
    pub untitled: &'static str,
    pub with_credit: fn(&str) -> String,
    pub ground_short: fn(Ground) -> &'static str,
    pub ground_long: fn(Ground) -> &'static str,
    pub word_count: fn(usize) -> String,
    pub grounds_title: &'static str,
    pub title: &'static str,
    pub outlet: &'static str,
    pub date: &'static str,
    pub byline: &'static str,
    pub credit: &'static str,
    pub language: &'static str,
    pub language_name: fn(visavis_corpus::Language) -> &'static str,
    pub value_unknown: &'static str,
    pub clue: fn(ClueKind) -> &'static str,
    pub at_lines: fn(u32, u32) -> String,
    pub source_file: &'static str,

    // Read.
    pub back_to_results: &'static str,
    pub marks: &'static str,
    pub paragraph_link: fn(usize) -> String,
    pub show_removed: fn(usize) -> String,
    pub hide_removed: &'static str,
    pub nothing_removed: &'static str,
    pub removed_because: &'static str,
    pub around_the_text: &'static str,
    pub role: fn(Role) -> &'static str,
    pub named_here: &'static str,
    pub mentions: fn(usize) -> String,
    pub previous_hit: &'static str,
    pub next_hit: &'static str,
    pub articles_naming: fn(&str) -> String,
    pub no_such_article: fn(&str) -> String,
    pub quotes: &'static str,
    pub quote_mode: fn(QuoteMode) -> &'static str,
    pub unattributed: &'static str,
    pub speaker_in_text: &'static str,
    pub figures: &'static str,
    pub dates: &'static str,
    pub date_open: &'static str,
    pub mark_entity: fn(&str) -> String,
    pub trace_entity: fn(&str, usize) -> String,
    pub named_counts: fn(usize, usize) -> String,
    pub no_entity: &'static str,
    pub recognised_by: fn(&str, u8) -> String,
    pub metonym: &'static str,

    // Concordance.
    pub concordance: &'static str,
    pub concordance_hint: &'static str,
    pub concordance_heads: [&'static str; 4],
    pub lines: fn(usize) -> String,
    pub line_order: fn(LineOrder) -> &'static str,
    pub show_more_lines: &'static str,
    pub save_csv: &'static str,

    // Entity.
    pub kind: fn(Kind) -> &'static str,
    pub no_such_entity: fn(&str) -> String,
    pub also_called: fn(&str) -> String,
    pub forms_title: &'static str,
    pub form: &'static str,
    pub company_title: &'static str,
    pub named_with: &'static str,
    pub in_paragraphs: &'static str,
    pub in_articles: &'static str,
    pub mentions_title: &'static str,
    pub rule: fn(MentionRule) -> &'static str,
    pub paragraphs: fn(usize) -> String,
    pub company_how: &'static str,
    pub rules_title: &'static str,
    pub rule_heads: [&'static str; 3],
    pub rules_how: &'static str,

    // Corrections of the reader.
    pub correct_title: &'static str,
    pub correct_what: &'static str,
    pub correct_hide: &'static str,
    pub correct_kind: &'static str,
    pub correct_merge: &'static str,
    pub apply: &'static str,
    pub undo: &'static str,
    pub corrected_hidden: &'static str,
    pub corrected_kind: fn(&str) -> String,
    pub corrected_merged: fn(&str) -> String,
    pub corrections: fn(usize) -> String,
    pub correct_save: &'static str,
    pub correct_forget: &'static str,
    pub correct_intro: &'static str,
    pub correct_take_out: fn(&str) -> String,

    // Overview.
    pub overview: &'static str,

    // Compare.
    pub compare: &'static CompareWords,
    pub compare_title: &'static str,
    pub compare_none: &'static str,
    pub compare_one: &'static str,
    pub compare_to_list: &'static str,
    pub compare_same: &'static str,
    pub compare_too_many: fn(usize) -> String,
    pub swap: &'static str,
    pub entities: &'static str,
    pub only_here: &'static str,
    pub in_both: &'static str,
    pub only_there: &'static str,
    pub none_here: &'static str,
    pub per_thousand: fn(&str) -> String,
    pub how_computed: &'static str,
    pub side: fn(usize) -> String,

    // About.
    pub update_there: &'static str,
    pub update_take: &'static str,
    pub along_title: &'static str,
    pub along_one_file: &'static str,
    pub along_one_file_how: &'static str,
    pub along_plain: &'static str,
    pub along_not_kept: &'static str,
    pub along_kept: &'static str,
    pub along_keep: &'static str,
    pub along_forget: &'static str,
    pub about_removal: &'static str,
    pub about_program: &'static str,
    pub about_licence: &'static str,
    pub about_third_parties: &'static str,
    pub about_corpus: &'static str,
    pub about_articles: &'static str,
    pub about_rights: &'static str,
    pub about_numbers: &'static str,
    pub about_search: &'static str,
    pub about_entities: &'static str,
    pub about_grounds: &'static str,
    pub about_quotes: &'static str,
    pub about_figures: &'static str,
    pub about_outlets: &'static str,
    pub about_outlets_ground: &'static str,
    pub outlet_heads: [&'static str; 5],
    pub about_removed: &'static str,
    pub about_removed_what: &'static str,
    pub removed_counts: &'static str,
    pub removed_heads: [&'static str; 4],
    pub about_downloads: &'static str,
    pub download_pack: &'static str,
    pub download_list: &'static str,
    pub about_privacy_title: &'static str,
    pub about_privacy: &'static str,
    pub about_scripts_title: &'static str,
    pub about_scripts: &'static str,

    // Elsewhere.
    pub lost_title: &'static str,
    pub lost: fn(&str) -> String,
    pub lost_parts: fn(&str, usize, usize) -> String,
    pub to_the_list: &'static str,

    // Keys.
    pub keys_title: &'static str,
    pub keys_on: &'static str,
    pub close: &'static str,
    pub keys: &'static [(&'static str, &'static str)],

    /// Groups thousands.
    pub thousands: char,
    /// Stands before the decimals.
    pub decimal: char,
    /// A day, as `12 octobre 2016`.
    pub day: fn(Day) -> String,
    /// A day on an axis, as `12 oct.`.
    pub tick_day: fn(Day) -> String,
    /// A month on an axis, as `oct. 2016`.
    pub tick_month: fn(Day) -> String,
    /// Two days of one interval.
    pub interval: fn(Day, Day) -> String,
}

impl Words {
    /// A whole number, its thousands set apart.
    pub fn number(&self, value: usize) -> String {
        let digits = value.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        out
    }

    /// A number with one decimal; below 0, 0.
    #[expect(clippy::cast_sign_loss, reason = "the cast saturates")]
    pub fn decimal(&self, value: f64) -> String {
        let tenths = (value * 10.0).round() as usize;
        let mut out = self.number(tenths / 10);
        let _ = write!(out, "{}{}", self.decimal, tenths % 10);
        out
    }

    /// A share as per cent, without decimals; what is little and not nothing is less than one.
    #[expect(clippy::cast_sign_loss, reason = "the cast saturates")]
    pub fn percent(&self, share: f64) -> String {
        let space = if self.tongue == Tongue::French { "\u{a0}" } else { "" };
        let whole = (share * 100.0).round() as usize;
        if whole == 0 && share > 0.0 { format!("<\u{a0}1{space}%") } else { format!("{whole}{space}%") }
    }

    /// A number with two decimals; below 0, 0.
    #[expect(clippy::cast_sign_loss, reason = "the cast saturates")]
    pub fn hundredths(&self, value: f64) -> String {
        let hundredths = (value * 100.0).round() as usize;
        format!("{}{}{:02}", self.number(hundredths / 100), self.decimal, hundredths % 100)
    }

    /// A day or an interval.
    pub fn when(&self, when: When) -> String {
        if when.is_day() { (self.day)(when.first()) } else { (self.interval)(when.first(), when.last()) }
    }
}

/// `one` for 0 and 1 as French has it, else `many`; with the number before it.
fn french_plural(count: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", french::WORDS.number(count), if count < 2 { one } else { many })
}

/// `one` for 1, else `many`; with the number before it.
fn english_plural(count: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", english::WORDS.number(count), if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(iso: &str, tongue: Tongue) -> String {
        tongue.words().when(When::parse(iso).expect("a day"))
    }

    #[test]
    fn days_are_written_in_the_language_of_the_page() {
        for (iso, french, english) in [
            ("2016-10-12", "12 octobre 2016", "12 October 2016"),
            ("2016-10-01", "1er octobre 2016", "1 October 2016"),
            ("2016-10-11/2016-10-12", "11–12 octobre 2016", "11–12 October 2016"),
            ("2016-09-30/2016-10-01", "30 septembre – 1er octobre 2016", "30 September – 1 October 2016"),
            ("2016-12-31/2017-01-01", "31 décembre 2016 – 1er janvier 2017", "31 December 2016 – 1 January 2017"),
        ] {
            assert_eq!(when(iso, Tongue::French).replace('\u{a0}', " "), french);
            assert_eq!(when(iso, Tongue::English).replace('\u{a0}', " "), english);
        }
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Tongue::French.words().number(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(Tongue::English.words().number(999), "999");
        assert_eq!(Tongue::English.words().decimal(1234.56), "1,234.6");
        assert_eq!(Tongue::French.words().decimal(2.0), "2,0");
        assert_eq!(Tongue::French.words().percent(0.1234), "12\u{a0}%");
        assert_eq!(Tongue::English.words().percent(0.001), "<\u{a0}1%");
        assert_eq!(Tongue::English.words().hundredths(0.6049), "0.60");
    }

    #[test]
    fn plurals_follow_the_language() {
        assert_eq!((Tongue::French.words().word_count)(0), "0\u{a0}mot");
        assert_eq!((Tongue::English.words().word_count)(0), "0\u{a0}words");
        assert_eq!((Tongue::English.words().word_count)(1), "1\u{a0}word");
    }
}
