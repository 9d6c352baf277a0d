//! The comparison and the overview in English.

use super::super::{english::WORDS as PAGE, english_plural};
use super::CompareWords;
use crate::lens::{Against, Lens, Likeness};
use visavis_compare::{Agreement, CopyClass, Term};

/// The catalogue.
pub(crate) static WORDS: CompareWords = CompareWords {
    lens: |lens| match lens {
        Lens::Passages => "Facing passages",
        Lens::Copies => "Copies",
        Lens::Entities => "Entities",
        Lens::Names => "Names",
        Lens::Voices => "Voices",
        Lens::Words => "Words",
        Lens::Figures => "Figures and dates",
    },
    lenses: "What is compared",
    comparing: "The texts are being compared…",
    scroll_together: "scroll together",
    mixed_languages: "These texts are not all in one language: names, figures, dates and voices can be compared; copies and words cannot; passages meet only by names, numbers, dates and a few families of words.",
    glance: "At a glance",
    glance_copied: "of the text in common",
    glance_entities: |count| if count == 2 { "entities: here · both · there" } else { "entities: in all / in any" },
    glance_quoted: "of the text in quotation marks",
    glance_voices: "voices quoted",
    glance_passages: "facing passages",
    nowhere_here: "nowhere",
    and_more: |count| format!("and {} more", PAGE.number(count)),
    in_how_many: |count, all| format!("{count} of {all}"),
    as_table: "As a table",
    save_json: "Save the comparison (JSON)",
    print: "Print",
    counted: |count| {
        format!("The rarity of words and phrases is judged by {}.", english_plural(count, "article", "articles"))
    },

    strength: "strength",
    facing: "facing: ",
    gap: |count| format!("{} facing nothing", english_plural(count, "sentence", "sentences")),
    no_meeting: "No sentence of these texts meets another.",
    meetings: |count| english_plural(count, "facing passage", "facing passages"),
    list_meetings: "List of passages",
    previous_part: "Previous passage",
    next_part: "Next passage",
    evidence: "What the two sentences have in common",
    evidence_heads: ["Item", "Kind", "Weight"],
    term_kind: |term| match term {
        Term::Entity(_) => "entity",
        Term::Number(_) => "number",
        Term::Date(_) => "date",
        Term::Family(_) => "family of words",
        Term::Stem(_) => "word",
    },
    meeting_heads: ["No.", "Strength", "First text", "Second text"],
    how_passages: "Two sentences face each other when they share entities (under any name), numbers, dates or words (of one stem, or one family).\nEach shared item weighs the more the rarer it is: ln(sentences of the corpus / sentences that have it + 1), reduced to as little as a quarter (names, dates, countries) or a half (words, those taking part) where all other articles have it too: the common topic counts for little. A family of words for what is done (bomb, airstrike, raid) weighs 1.6 times, a country 0.7, a bare number 0.6, a word of general meaning 0.2. The weight follows idf (Spärck Jones 1972).\nThe sentence before lends its items at 0.3 of their weight, the one after at 0.15, half of that across paragraphs: never more than what both sentences have themselves.\nMeasure = weights shared × √(number of items) / √(norm of A × norm of B); strength = measure / (measure + 1.5), from 0 to 1.\nParameters: a strength of 0.35 and more; four facing sentences at most for each. Full line from 0.60, medium from 0.50. Choosing a passage shows each item and its weight.",

    threshold: "Count as a copy from",
    least_words: |count| english_plural(count, "word in common", "words in common"),
    show_phrases: "show set phrases too",
    nothing_copied: |lengths, least| {
        let lengths: Vec<String> = lengths.iter().map(|&length| PAGE.number(length)).collect();
        format!(
            "Nothing was copied: no passage of at least {least} words in common, of {} words compared.",
            lengths.join(" and ")
        )
    },
    verbatim: "word for word",
    adapted: "adapted",
    copy_class: |class| match class {
        CopyClass::CommonQuotation => "same quotation",
        CopyClass::AgencyCopy => "agency copy",
        CopyClass::OwnText => "text taken over",
        CopyClass::SetPhrase => "set phrase",
    },
    copy_heads: ["No.", "Kind", "Words in common", "Share of each text", "Identical words", "Word by word"],
    list_copies: |count| english_plural(count, "copied passage", "copied passages"),
    how_copies: "Share = words of a text inside a copied passage / words of the text (title, lead, body, subheadings). Set phrases do not count.\nRuns of three words in common (without case, accents and apostrophes) are the seeds; each is extended by local alignment (Smith & Waterman 1981; X-drop, Altschul et al. 1997): a word in common +4 (+2 where it is short), a word added or dropped −2, a word replaced −3.\nA passage counts from the threshold chosen (9 words at first). “Same quotation”: in quotation marks on both sides; “agency copy”: an agency is credited on one side at least; “set phrase”: shorter than the threshold, or in three other articles.\nIdentical words = 2 × words in common / (words of the passage on each side).",

    no_common_entity: "These texts have no entity in common.",
    entity_heads: ["Entity", "Kind", "Texts"],
    how_entities: "Each mention of an entity is counted in the title, the lead, the body and the subheadings; all forms of a name (aliases, descriptions) count for one entity.\n‰: mentions × 1000 / words of the article. Choosing an entity shows all its mentions.",
    names_title: "What each calls the same",
    name_heads: ["What is named", "Form", "Kind", "Context"],
    term: "term",
    description: "description",
    name: "name",
    context: "context",
    no_common_name: "These texts name nothing in common.",
    how_names: "Competing terms come from the owner of the corpus ([[naming]] in corpus.toml): they are counted in the singular and the plural, without case and accents; the longest wins.\nNames and descriptions are those of the entities that at least two texts name, by the form printed. No term is judged; a word can mean something else than what it is listed under: the context shows it.",

    voice_heads: ["Voice", "Heard", "in quotation marks", "reported", "Quotations"],
    no_voice: "No reported speech was recognised in these texts.",
    anonymous: "not named",
    unattributed: "no speaker given",
    quotes: |count| english_plural(count, "quotation", "quotations"),
    same_words: "The same words.",
    shared_quotations: "The same quotations, side by side",
    how_voices: "A voice is the speaker that the text gives for a quotation: an entity, someone who is described and not named, or nobody.\nWords in quotation marks: those of direct quotations. Words reported: those that a verb or “according to” attributes. Single words held at a distance do not count.\nTwo quotations stand side by side where one copied passage covers both and at least 3 words in 5 of the shorter one are in the other.",
    how_quoted: "Share = words of direct quotations / words of the article, in the title, the lead, the body and the subheadings.",

    words_title: "Words proper to one text",
    words_of: "Words of",
    set_against: "set against",
    against: |against| match against {
        Against::Other => "the other text or texts",
        Against::Rest => "the rest of the corpus",
        Against::Corpus => "the whole corpus",
    },
    words_measured: |words, name, against| {
        format!(
            "{} ({name}) against {} ({against}).",
            english_plural(words[0], "word", "words"),
            english_plural(words[1], "word", "words")
        )
    },
    small_texts: "Fewer than 2,000 words on one side: over so little text these numbers say little. They show where to look, nothing more.",
    word_heads: ["Word", "Here", "There", "Log-likelihood", "Log-ratio", "Paragraphs"],
    sparse: "unsure",
    sparse_long: "Fewer than five occurrences expected on one side: the log-likelihood is unsure.",
    in_corpus: "Concordance in the whole corpus",
    how_words: "Log-likelihood (Dunning 1993, as in Rayson & Garside 2000): LL = 2 Σ observed × ln(observed / expected); from 15.13 on, chance does it less than once in 10,000.\nLog-ratio (Hardie 2014): log₂(frequency here / frequency there), 0.5 standing in for none; +1: twice as frequent, −1: half.\n‰: occurrences in a thousand words. Paragraphs: how many paragraphs of each side have the word. Elided words (l’, qu’) do not count. Beyond 150 articles “the corpus” is an even sample of 150.",

    figures_title: "Figures",
    figure_heads: ["What is counted", "Agreement"],
    agreement: |agreement| match agreement {
        Agreement::Different => "different",
        Agreement::Same => "the same",
        Agreement::Single => "one text only",
    },
    no_figure: "No number of anything was recognised in these texts.",
    how_figures: "Numbers are brought together by the stem of the first word of what they count. “Different” does not say who is right: the texts may not speak of the same thing, or the same moment. Numbers of nothing named are left out.",
    days_title: "Days",
    day_head: "Day",
    published: "published",
    no_day: "No day was recognised in these texts.",
    how_days: "The days that the texts speak of (“Tuesday”, “12 October”), computed from the day of publication, and the days on which they appeared, by their date. An interval is a line.",

    overview_intro: |count| format!("{}, each against all others.", english_plural(count, "article", "articles")),
    overview_progress: |done, all| format!("{} articles read of {}", PAGE.number(done), PAGE.number(all)),
    likeness: |likeness| match likeness {
        Likeness::Copied => "Copied share",
        Likeness::Entities => "Entities in common",
        Likeness::Wording => "Similar words",
    },
    measure: "Measure",
    matrix: "Each article against the others",
    groups_title: "Groups linked by copying",
    no_group: "No article has a fifth of its text in common with another.",
    group: |number, count| format!("Group {number} · {}", english_plural(count, "article", "articles")),
    compare_group: "Face to face",
    pairs_title: "Pairs of articles",
    pair_heads: ["First article", "Second article"],
    pairs_shown: |shown, all| format!("{} of {}", english_plural(shown, "pair", "pairs"), PAGE.number(all)),
    too_few: "It takes two articles at least.",
    way_to_pair: |a, b, value| format!("{a} and {b}: {value}"),
    how_overview: "Copied share: an estimate by fingerprints (winnowing, Schleimer, Wilkerson & Aiken 2003); runs of 5 words, one kept of each window of 4; share = fingerprints in common / fingerprints of the article that has fewer. At least 3 in common; a run that more than 500 articles have does not count.\nEntities in common: entities named in both / entities named in either (Jaccard 1901).\nSimilar words: cosine of weighted frequencies, (1 + ln frequency) × ln(articles / articles that have the word) (Salton & Buckley 1988).\nA group holds the articles that copied shares of a fifth and more link, directly or through others. The view of a pair gives exact shares.",
};
