//! The page in English.

use super::{Tongue, Words, english_plural};
use crate::address::Order;
use visavis_corpus::{ClueKind, Day, Ground, Kind, Language, MentionRule, QuoteMode, Role};
use visavis_search::{IssueKind, LineOrder};

/// The catalogue.
pub(super) static WORDS: Words = Words {
    tongue: Tongue::English,

    skip: "Skip to the content",
    tools: "Tools",
    search_label: "Search the articles",
    search_in: |count| format!("Search {}", english_plural(count, "article", "articles")),
    clear: "Clear the search",
    compare_picks: |count| format!("Compare · {count}"),
    compare_choose_first: "Tick “compare” on two articles",
    compare_choose_another: "Choose a second article",
    language_switch: "Passer au français",
    theme: "Theme",
    theme_auto: "Theme: as the system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    help: "Keyboard shortcuts",
    about: "About",

    loading: "Loading the articles…",
    loading_of: |done, all| format!("Loading the articles: {} of {} kB", done.div_ceil(1000), all.div_ceil(1000)),
    titles_meanwhile: "Searching the titles until the texts are here.",
    failed_title: "The articles could not be opened",
    failed_fetch: |name| {
        format!(
            "The file {name} could not be read: the network does not answer, or the page was opened without a server."
        )
    },
    failed_status: |status| format!("The server did not give the file of articles (it answered {status})."),
    failed_not_a_pack: "The file received is not a vis-à-vis file of articles: it does not carry its signature. The server may have given another page in its place.",
    failed_version: |found, known| {
        format!(
            "The file of articles has format {found}; this page reads format {known}. Reload the page to get a newer one."
        )
    },
    failed_length: |declared, found| {
        format!("The file of articles is incomplete: it declares {declared} bytes, {found} arrived.")
    },
    failed_damaged: |part| format!("The file of articles is damaged in its part {part}: its checksum does not match."),
    failed_inconsistent: |part| {
        format!(
            "The file of articles contradicts itself in its part {part}: it has to be made again with “visavis pack”."
        )
    },
    failed_what_to_do: "Reload the page; if this happens again, tell the person who publishes this site, with the message above.",
    try_again: "Reload",

    filters: "Filters",
    filters_chosen: |count| format!("Filters · {count}"),
    outlets: "Source",
    kinds: |kind| match kind {
        Kind::Person => "People",
        Kind::Place => "Places",
        Kind::Organisation => "Organisations",
        Kind::People => "Peoples",
        Kind::Event => "Events",
        Kind::Other => "Other",
    },
    show_all: |count| format!("Show all ({count})"),
    show_fewer: "Show fewer",
    results: "Articles",
    articles_of: |found, all| format!("{} of {}", english_plural(found, "article", "articles"), WORDS.number(all)),
    occurrences: |count| english_plural(count, "occurrence", "occurrences"),
    occurrences_of: |count, query| format!("{} of “{query}”", english_plural(count, "occurrence", "occurrences")),
    find_value: |facet| format!("Search in: {facet}"),
    find_value_short: "Search…",
    no_such_value: "No value of that name",
    between_days: "Published between two days",
    first_day: "First day",
    last_day: "Last day",
    all_days: "All days",
    reset: "Reset all",
    articles: |count| english_plural(count, "article", "articles"),
    leave_out: |value| format!("Leave out: {value}"),
    month: "Month",
    no_credit: "no agency",
    found_in: "Where the search is found",
    order_label: "Sort by",
    order: |order| match order {
        Order::Relevance => "relevance",
        Order::Date => "date",
        Order::Outlet => "source",
        Order::Length => "length",
    },
    why_title: "Why this result?",
    why_heads: ["Word", "Where, how often", "Rarity", "Adds"],
    why_close: "Closeness of the words",
    why_sum: "In all",
    why_how: "BM25F: a rare word adds more than a common one; the title counts 2.5 times, the opening and subheadings 1.5 times; each repetition adds less than the one before.",
    query_parts: "The search, as understood",
    take_away: |part| format!("Take “{part}” out of the search"),
    issue,
    way_without: |part| format!("Without “{part}”"),
    way_any: "Any one of the words is enough",
    way_unfiltered: "Without the filters",
    way_instead: |word| format!("Did you mean “{word}”?"),
    compare_this: "compare",
    compare_article: |title| format!("Compare: {title}"),
    no_result: "No article matches.",
    no_article_has: |term| format!("No article holds “{term}”."),
    each_found_not_together: "Each word occurs, but no article holds them all.",
    filters_exclude: "The filters chosen exclude the articles that answer the search.",
    unknown_choice: |id| {
        format!("This corpus does not know “{id}”, which the address asks for: that choice is left aside.")
    },
    show_more: |count| format!("Show {count} more"),
    empty_corpus: "This corpus holds no article.",

    another_corpus: "Another corpus, beside this one:",
    first_question: "A first question",
    sources: |count| english_plural(count, "source", "sources"),
    some_source: "an unnamed source",
    ask_compare: |a, b| format!("What do {a} and {b} say of the same days?"),
    ask_entity: |name| format!("What does each source call {name}?"),
    ask_naming: |referent| format!("By which words is this named: {referent}?"),

    outlet_unknown: "Source not stated",
    date_unknown: "date not stated",
    untitled: "Untitled",
    with_credit: |credit| format!("with {credit}"),
    ground_short: |ground| match ground {
        Ground::Stated => "",
        Ground::Curated => "according to the corpus",
        Ground::Inferred => "inferred",
        Ground::Unknown => "unknown",
    },
    ground_long: |ground| match ground {
        Ground::Stated => "Stated in the capture",
        Ground::Curated => "Stated by the keeper of this corpus",
        Ground::Inferred => "Inferred from clues",
        Ground::Unknown => "Unknown",
    },
    word_count: |count| english_plural(count, "word", "words"),
    grounds_title: "Where does this come from?",
    title: "Title",
    outlet: "Source",
    date: "Date",
    byline: "Byline",
    credit: "Agency",
    language: "Language",
    language_name: |language| match language {
        Language::French => "French",
        Language::English => "English",
    },
    value_unknown: "not stated",
    clue,
    at_lines: |first, last| if first == last { format!("line {first}") } else { format!("lines {first}–{last}") },
    source_file: "File",

    back_to_results: "Results",
    marks: "Mark",
    paragraph_link: |number| format!("Link to paragraph {number}"),
    show_removed: |count| format!("Show what was removed ({count})"),
    hide_removed: "Hide what was removed",
    nothing_removed: "Nothing was removed",
    removed_because: "Removed",
    around_the_text: "Around the text",
    role: |role| match role {
        Role::Title => "Title",
        Role::Lead => "Lead",
        Role::Body => "Text",
        Role::Subheading => "Subheading",
        Role::Byline => "Byline",
        Role::Caption => "Caption",
        Role::Credit => "Credit",
        Role::Tags => "Tags",
        Role::Embed => "Embedded post",
        Role::Related => "Other articles",
        Role::Promo => "Promotion",
        Role::Widget => "Part of the page",
    },
    named_here: "Named here",
    mentions: |count| english_plural(count, "mention", "mentions"),
    previous_hit: "Previous occurrence",
    next_hit: "Next occurrence",
    articles_naming: |name| format!("Articles that name {name}"),
    no_such_article: |id| format!("This corpus has no article “{id}”."),
    quotes: "Quotes",
    quote_mode: |mode| match mode {
        QuoteMode::Direct => "direct quote",
        QuoteMode::Indirect => "reported speech",
        QuoteMode::Scare => "words held at a distance",
    },
    unattributed: "not attributed in the text",
    speaker_in_text: "speaker named in the text",
    figures: "Figures",
    dates: "Dates in the text",
    date_open: "the text does not say which day",
    mark_entity: |name| format!("Mark {name} in the text"),
    trace_entity: |name, count| {
        format!("Highlight {name} throughout: {}", english_plural(count, "mention", "mentions"))
    },
    named_counts: |here, articles| {
        format!(
            "Named {} here, in {} of the corpus",
            english_plural(here, "time", "times"),
            english_plural(articles, "article", "articles")
        )
    },
    no_entity: "Not tied to an entity of the corpus",
    recognised_by: |rule, confidence| format!("Recognised by {rule} · certainty {confidence} of 100"),
    metonym: "The place stands for its government here.",

    concordance: "Concordance",
    concordance_hint: "Search for a word: each place where it stands gets a line.",
    concordance_heads: ["Before", "Word", "After", "Source"],
    lines: |count| english_plural(count, "line", "lines"),
    line_order: |order| match order {
        LineOrder::Text => "source and text",
        LineOrder::Left => "words before",
        LineOrder::Right => "words after",
    },
    show_more_lines: "Show more lines",
    save_csv: "Save as CSV",

    kind: |kind| match kind {
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organisation => "Organisation",
        Kind::People => "People",
        Kind::Event => "Event",
        Kind::Other => "Other",
    },
    no_such_entity: |id| format!("This corpus knows no entity “{id}”."),
    also_called: |names| format!("Also recognised as: {names}"),
    forms_title: "What each source calls it",
    form: "Form",
    company_title: "Named in the same paragraphs",
    named_with: "With",
    in_paragraphs: "Paragraphs",
    in_articles: "Articles",
    mentions_title: "Every mention",
    rule,
    paragraphs: |count| english_plural(count, "paragraph", "paragraphs"),
    company_how: "Counted: paragraphs, titles and subheadings that name both. In the picture, the thicker the line, the more of them; thin lines join neighbours that are named together as well.",
    rules_title: "How it was recognised",
    rule_heads: ["Rule", "Mentions", "Certainty"],
    rules_how: "Certainty, of 100, ranks the rules of the program; it is not a probability.",

    correct_title: "Something wrong?",
    correct_what: "What you correct stays in this browser, and can be saved for the keeper of the corpus. The filters of the list follow a merger only once the corpus is built anew.",
    correct_hide: "Hide this entity",
    correct_kind: "It is of another kind",
    correct_merge: "It is the same as",
    apply: "Apply",
    undo: "Undo",
    corrected_hidden: "You have hidden this entity.",
    corrected_kind: |kind| format!("You have changed its kind: {kind}."),
    corrected_merged: |name| format!("You have merged it into {name}."),
    corrections: |count| format!("{} in this browser.", english_plural(count, "correction", "corrections")),
    correct_save: "Save for entities.toml",
    correct_forget: "Undo all",
    correct_intro: "Put these entries into entities.toml, in the place of those with the same id.",
    correct_take_out: |id| {
        format!("Take out the entry “{id}”: its names stand below, in the entry that it is merged into.")
    },

    overview: "Overview",

    compare: &super::comparing::ENGLISH,
    compare_title: "Face to face",
    compare_none: "No article is chosen. Tick “compare” on two articles of the list.",
    compare_one: "Only one article is chosen: choose another in the list.",
    compare_to_list: "Choose in the list",
    compare_same: "An article stands against itself: all is in common.",
    compare_too_many: |count| format!("The address asks for {count} articles: the first four are shown."),
    swap: "Swap the sides",
    entities: "Entities",
    only_here: "Only here",
    in_both: "In both",
    only_there: "Only there",
    none_here: "none",
    per_thousand: |rate| format!("{rate}\u{a0}‰"),
    how_computed: "How is this counted?",
    side: |number| format!("Text {number}"),

    update_there: "A new version of this explorer is ready.",
    update_take: "Show it",
    along_title: "Take this explorer along",
    along_one_file: "Download this explorer as one file",
    along_one_file_how: "(opens by double click, without a network).",
    along_plain: "Read the articles as plain pages, without a program",
    along_not_kept: "This browser keeps no copy for use without a network.",
    along_kept: "This browser keeps a copy: the page opens without a network too.",
    along_keep: "Keep a copy",
    along_forget: "Remove the copy",
    about_removal: "The texts belong to their publishers and authors. To ask for the removal of a text, write to the person who publishes this site, or open a request where its sources are; it will be removed. Search engines are asked not to index these pages.",
    about_program: "The program",
    about_licence: "vis-à-vis is free software under the MIT or the Apache-2.0 licence, as you prefer.",
    about_third_parties: "Software of others, with its licences:",
    about_corpus: "This corpus",
    about_articles: "The articles",
    about_rights: "Rights",
    about_numbers: "How the numbers are computed",
    about_search: "Search: case, accents and elided articles do not count; every word has to be there; the last word, while it is being typed, stands for all that it begins. Words in quotation marks have to follow each other. Title, lead, text and subheadings are searched; what was removed is not.",
    about_entities: "Entities: the names that the keeper of the corpus has listed, the longest first; then names found without a list, by their form and by what stands beside them. Each mention carries the rule that recognised it and a certainty that ranks the rules. A filter counts the articles that name the entity at least once.",
    about_grounds: "Each date, source or byline says where it comes from: stated in the capture, stated by the keeper of the corpus, inferred from clues, or unknown.",
    about_quotes: "Quotes: words between quotation marks, speech reported with a cue such as “according to”, and one to three words held at a distance. A quote has a speaker where the text names one beside it; where it does not, it is shown as not attributed.",
    about_figures: "Figures and dates: numbers with the noun they count and what qualifies them, as written; a date is resolved to a day where the text and the day of publication allow it, and left open where they do not.",
    about_outlets: "The sources",
    about_outlets_ground: "Country, kind and owner are stated by the keeper of the corpus.",
    outlet_heads: ["Source", "Country", "Kind", "Owner", "Articles"],
    about_removed: "What the cleaning removed",
    about_removed_what: "A capture holds more than its article: menus, advertising, other titles, forms. Such lines are removed from reading, search and every count, and each keeps the clue that set it apart; an article shows them on request.",
    removed_counts: "Count what was set apart",
    removed_heads: ["Part", "Clue", "What became of it", "Blocks"],
    about_downloads: "To take away",
    download_pack: "The corpus as this page reads it (binary, its format is in docs/pack.md)",
    download_list: "The list of articles with the ground of each value (CSV)",
    about_privacy_title: "Nothing leaves",
    about_privacy: "This page sends nothing: no search, no reading, no audience measurement. In this browser it keeps only the language, the theme, the keyboard setting and, if you let it, a copy of itself.",
    about_scripts_title: "For scripts",
    about_scripts: "The browser’s console offers window.visavis: ready, articles(), article(id), search(query, options), entities(), compare(ids), stats().",

    lost_title: "This address leads nowhere",
    lost: |path| format!("“{path}” is not a view of this explorer."),
    lost_parts: |view, wanted, found| {
        format!(
            "The address asks for the view “{view}”, which takes {}; it names {found}.",
            if wanted == 1 { "one id" } else { "no id" }
        )
    },
    to_the_list: "See all articles",

    keys_title: "Keyboard shortcuts",
    keys_on: "Single-letter shortcuts",
    close: "Close",
    keys: &[
        ("/", "search"),
        ("Esc", "close the card, clear the search"),
        ("j k", "next, previous article or paragraph"),
        ("o Enter", "open"),
        ("r", "reset everything: search and filters"),
        ("c", "add to the comparison, or take out"),
        ("n p", "next, previous occurrence, facing passage, copy or name"),
        ("e", "show or hide the marks"),
        ("?", "this help"),
    ],

    thousands: ',',
    decimal: '.',
    day,
    tick_day: |day| format!("{}\u{a0}{}", day.day(), month_short(day)),
    tick_month: |day| format!("{} {}", month_short(day), day.year()),
    interval,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(day: Day) -> &'static str {
    MONTHS[usize::from(day.month()) - 1]
}

/// Months as an axis names them.
fn month_short(day: Day) -> &'static str {
    let month = month(day);
    month.get(..3).unwrap_or(month)
}

fn day(day: Day) -> String {
    format!("{}\u{a0}{} {}", day.day(), month(day), day.year())
}

fn interval(first: Day, last: Day) -> String {
    if first.year() != last.year() {
        format!("{} – {}", day(first), day(last))
    } else if first.month() != last.month() {
        format!("{}\u{a0}{} – {}", first.day(), month(first), day(last))
    } else {
        format!("{}–{}", first.day(), day(last))
    }
}

fn issue(kind: IssueKind, part: &str) -> String {
    let said = match kind {
        IssueKind::TooLong => "The search is too long: only its beginning is read.",
        IssueKind::TooManyTerms => "Too many words: only the first ones are searched.",
        IssueKind::TooManyPhrases => "Too many phrases: their words are searched wherever they stand.",
        IssueKind::TooManyMisspellings => "Too many approximate words: this one is searched as it is.",
        IssueKind::TooDeep => "Too many parentheses inside one another.",
        IssueKind::UnclosedQuote => "The quotation mark is not closed: the phrase goes on to the end.",
        IssueKind::UnclosedParenthesis => "The parenthesis is not closed: the group goes on to the end.",
        IssueKind::StrayParenthesis => "This parenthesis closes nothing.",
        IssueKind::MissingOperand => "This word joins nothing.",
        IssueKind::UnknownField(Some(field)) => {
            return format!("“{part}”: there is no such field, the words are searched. The nearest is “{field}:”.");
        }
        IssueKind::UnknownField(None) => "There is no such field: the words are searched.",
        IssueKind::EmptyField => "Nothing follows this field.",
        IssueKind::NotADate => "Not a date such as 2016, 2016-10, 2016-10-12 or 2016-10..2016-12.",
        IssueKind::ReversedDates => "The range ended before it began: it is taken the other way round.",
        IssueKind::NearNeedsTerms => "NEAR joins two words; here both parts only have to stand in the article.",
        IssueKind::TooMisspelt => "At most two letters can differ.",
    };
    format!("“{part}”: {said}")
}

fn rule(rule: MentionRule) -> &'static str {
    match rule {
        MentionRule::CuratedName => "a name listed by the corpus",
        MentionRule::CuratedAlias => "another form listed by the corpus",
        MentionRule::CuratedDescription => "a description listed by the corpus",
        MentionRule::CuratedMention => "said of this very place by the owner of the corpus",
        MentionRule::Imported(_) => "annotated elsewhere",
        MentionRule::Country => "name of a country or a capital",
        MentionRule::KnownName => "a name that the program knows",
        MentionRule::Demonym => "noun or adjective of a people",
        MentionRule::FirstName => "begins with a first name",
        MentionRule::TitleCue => "a title, an office or an age stands beside it",
        MentionRule::SpeechCue => "a verb of speech stands beside it",
        MentionRule::FullName => "end of a full name written elsewhere",
        MentionRule::PlaceCue => "a preposition or a word of place stands beside it",
        MentionRule::PlaceHead => "begins with a word of place",
        MentionRule::PlaceShape => "has the form of a place name",
        MentionRule::OrganisationHead => "begins with a word of organisations",
        MentionRule::OrganisationCue => "a word of organisations stands beside it",
        MentionRule::Acronym => "acronym",
        MentionRule::MediaCue => "quoted as a medium",
        MentionRule::Misspelling => "one letter from a known name",
        MentionRule::Votes => "what the same name is elsewhere",
        MentionRule::Enumeration => "what the other names of the enumeration are",
        MentionRule::Capitals => "capitals alone",
        MentionRule::Description => "an office whose holder the text names",
        MentionRule::Ambiguous => "could be two people",
    }
}

fn clue(kind: ClueKind) -> &'static str {
    match kind {
        ClueKind::Owner => "the keeper of the corpus",
        ClueKind::Field => "field of the file",
        ClueKind::FirstHeading => "first line that reads like a heading",
        ClueKind::Position => "place in the page",
        ClueKind::CreditLine => "credit line",
        ClueKind::BylineLine => "byline",
        ClueKind::CaptionLine => "picture caption",
        ClueKind::Repeated => "repeated line",
        ClueKind::Shortcode => "code of a publishing system",
        ClueKind::Fragment => "fragment without verb or final punctuation",
        ClueKind::OtherLanguage => "another language or script than the article",
        ClueKind::AfterRelated => "after a heading of related articles",
        ClueKind::Subscription => "asks to subscribe, follow or download",
        ClueKind::CommentForm => "comment form",
        ClueKind::Advertising => "advertising",
        ClueKind::SocialEmbed => "post of a social network",
        ClueKind::TagLine => "after a heading of tags",
        ClueKind::Boilerplate => "describes an agency",
        ClueKind::LinkedTitle => "title of another article",
        ClueKind::OutletNamed => "an outlet is named in the text",
        ClueKind::FullDate => "full date in the text",
        ClueKind::PartialDate => "day without a year in the text",
        ClueKind::EmbedDate => "date of an embedded post",
        ClueKind::StopWords => "frequent words of a language",
        ClueKind::Opening => "opens the text and sums it up",
        ClueKind::ShortLine => "short line between paragraphs",
        ClueKind::Control => "button, menu or player of the page",
        ClueKind::AcrossFiles => "line that several files have",
        ClueKind::TextAllows => "what the text allows",
        ClueKind::Conflict => "contradicts the text, which allows",
        ClueKind::OtherArticles => "the other articles",
        ClueKind::OutsideArticle => "outside the article, in the page",
        ClueKind::Resemblance => "resembles what stands around articles",
    }
}
