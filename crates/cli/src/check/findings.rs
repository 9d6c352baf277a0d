//! What the articles, the outlets and the entities of a corpus leave open.

use serde::Serialize;
use visavis_corpus::{Article, Claim, ClueKind, Corpus, Ground, Publish, report::clue};
use visavis_reading::Notice;

/// What a finding is about, the most useful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Every line of a file was set apart.
    NothingRead,
    /// The owner's word and the page disagree, or two clues of a page do.
    Contradiction,
    /// No title was found.
    NoTitle,
    /// The outlet is not known.
    NoOutlet,
    /// The date is not known.
    NoDate,
    /// Two files that read the same, or nearly.
    Twins,
    /// The date is an interval.
    VagueDate,
    /// A line of some length that was set apart, or read, on a weak clue.
    DoubtfulLine,
    /// The language was not recognised.
    NoLanguage,
    /// The owner gives a value and no reason.
    NoReason,
    /// An entity that no article names.
    Unnamed,
    /// Texts that are published in part, or not at all.
    Withheld,
    /// How a file was read.
    Notice,
}

/// Something to look at.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Finding {
    pub(super) kind: Kind,
    /// The file that it is about.
    pub(super) file: String,
    /// What it is, and what to do.
    pub(super) what: String,
    /// What would settle it, ready to be put at the end of `corpus.toml`, or into the table that is named; `…` is the owner's to fill in.
    pub(super) toml: Option<String>,
    /// What was seen.
    pub(super) clues: Vec<String>,
}

impl Finding {
    pub(super) fn new(kind: Kind, file: &str, what: impl Into<String>) -> Self {
        Self { kind, file: file.into(), what: what.into(), toml: None, clues: vec![] }
    }

    fn settled_by(self, toml: String) -> Self {
        Self { toml: Some(toml), ..self }
    }

    fn seen<T>(self, claim: &Claim<T>) -> Self {
        Self { clues: claim.clues().iter().filter(|c| c.kind != ClueKind::Owner).map(clue).collect(), ..self }
    }

    pub(super) fn notice(notice: &Notice) -> Self {
        Self::new(Kind::Notice, &notice.place.to_string(), notice.what.clone())
    }
}

/// Everything that `corpus` leaves open; `config` is the text of its `corpus.toml`.
pub(super) fn findings(corpus: &Corpus, config: &str) -> Vec<Finding> {
    let of_articles = corpus.articles.iter().flat_map(|article| of_article(article, corpus, config));
    of_articles.chain(unnamed(corpus)).chain(withheld(corpus)).collect()
}

/// `text` as a TOML string.
fn quoted(text: &str) -> String {
    // JSON's escapes are TOML's.
    serde_json::to_string(text).unwrap_or_default()
}

/// The table of an article that holds `lines`, or where to put them when it has one already.
fn of_table(article: &Article, config: &str, lines: &str) -> String {
    let file = format!("file = {}", quoted(&article.head.file));
    if config.lines().any(|line| line.trim() == file) {
        format!("# under [[article]] {file}\n{lines}")
    } else {
        format!("[[article]]\n{file}\n{lines}")
    }
}

fn of_article(article: &Article, corpus: &Corpus, config: &str) -> Vec<Finding> {
    let head = &article.head;
    let table = |lines: &str| of_table(article, config, lines);
    let mut found = vec![];
    if !article.blocks.iter().any(|block| block.role.is_read()) {
        let what = "nothing of it is read: every line was set apart; give the lines of the text their role";
        found.push(Finding::new(Kind::NothingRead, &head.file, what).settled_by(table(&line_of(article))));
    }
    if head.title.value().is_none() {
        let what = "no title was found";
        found.push(Finding::new(Kind::NoTitle, &head.file, what).settled_by(table("title = \"…\"")));
    }
    found.extend(outlet(article, corpus, config));
    found.extend(outside(article, config));
    found.extend(date(article, config));
    if head.language.value().is_none() {
        found.push(Finding::new(Kind::NoLanguage, &head.file, "the language was not recognised").seen(&head.language));
    }
    let silent = [head.outlet.clues(), head.date.clues()].into_iter().flatten();
    if silent.into_iter().any(|clue| clue.kind == ClueKind::Owner && clue.detail.is_empty()) {
        let what = "the owner's outlet or date has no reason; readers see it beside the value";
        found.push(Finding::new(Kind::NoReason, &head.file, what).settled_by(table("because = \"…\"")));
    }
    found.extend(doubtful_lines(article, config));
    found
}

/// An override for the longest line that was set apart.
fn line_of(article: &Article) -> String {
    let longest = article.blocks.iter().max_by_key(|block| block.text.len());
    longest.map_or_else(String::new, |block| line_table(&block.text, "body"))
}

/// An `[[article.line]]` for a line that says `text`.
fn line_table(text: &str, role: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(' ').take(8).collect();
    format!("[[article.line]]\nquotation = {}\nrole = \"{role}\"", quoted(words.concat().trim()))
}

fn outlet(article: &Article, corpus: &Corpus, config: &str) -> Option<Finding> {
    let (head, claim) = (&article.head, &article.head.outlet);
    let named: Vec<&str> =
        claim.clues().iter().filter(|c| c.kind == ClueKind::OutletNamed).map(|c| c.detail.as_str()).collect();
    let listed = |name: &str| corpus.outlets.iter().find(|outlet| name.starts_with(outlet.name.as_str()));
    if let Some(value) = claim.value() {
        let other = named.iter().find_map(|name| listed(name).filter(|outlet| outlet.id != *value))?;
        let what = format!("its outlet is “{value}”, and the page names “{}”", other.name);
        let toml = of_table(article, config, &format!("outlet = {}\nbecause = \"…\"", quoted(&other.id)));
        return Some(Finding::new(Kind::Contradiction, &head.file, what).settled_by(toml).seen(claim));
    }
    let Some(name) = named.first() else {
        let toml = of_table(article, config, "outlet = \"…\"\nbecause = \"…\"");
        return Some(Finding::new(Kind::NoOutlet, &head.file, "the outlet is unknown").settled_by(toml));
    };
    let id = id_of(name);
    let outlet = format!("[[outlet]]\nid = {}\nname = {}\n\n", quoted(&id), quoted(name));
    let known = corpus.outlets.iter().any(|outlet| outlet.id == id);
    let lines = of_table(article, config, &format!("outlet = {}\nbecause = \"…\"", quoted(&id)));
    let toml = if known { lines } else { format!("{outlet}{lines}") };
    let what = format!("the outlet is unknown; the page names “{name}”");
    Some(Finding::new(Kind::NoOutlet, &head.file, what).settled_by(toml).seen(claim))
}

/// An id for a name: small letters and digits, parted by hyphens.
fn id_of(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// A date that the text does not allow.
fn outside(article: &Article, config: &str) -> Option<Finding> {
    let (head, claim) = (&article.head, &article.head.date);
    let conflict = claim.clues().iter().find(|clue| clue.kind == ClueKind::Conflict)?;
    let what = format!("the date lies outside what its text allows, {}", conflict.detail);
    let toml = of_table(article, config, "date = \"…\"\nbecause = \"…\"");
    Some(Finding::new(Kind::Contradiction, &head.file, what).settled_by(toml).seen(claim))
}

fn date(article: &Article, config: &str) -> Option<Finding> {
    let (head, claim) = (&article.head, &article.head.date);
    let Some(when) = claim.value() else {
        let toml = of_table(article, config, "date = \"…\"\nbecause = \"…\"");
        return Some(Finding::new(Kind::NoDate, &head.file, "the date is unknown").settled_by(toml).seen(claim));
    };
    if when.is_day() {
        return None;
    }
    let own = if claim.ground() == Ground::Curated { "the owner's date" } else { "the date" };
    let what = format!("{own} is an interval, {when}; narrow it if you know the day");
    let lines = format!("date = \"{}\"\nbecause = \"…\"", when.first());
    let toml = if claim.ground() == Ground::Curated {
        format!("# in place of its date, under [[article]] file = {}\n{lines}", quoted(&head.file))
    } else {
        of_table(article, config, &lines)
    };
    Some(Finding::new(Kind::VagueDate, &head.file, what).settled_by(toml).seen(claim))
}

/// How many doubtful lines of one file are shown.
const MAX_LINES: usize = 3;

/// Lines of some length that were set apart by nothing but their place, their look or their likeness to other pages' furniture.
fn doubtful_lines(article: &Article, config: &str) -> Vec<Finding> {
    let weak =
        [ClueKind::Position, ClueKind::LinkedTitle, ClueKind::Fragment, ClueKind::OtherLanguage, ClueKind::Resemblance];
    let set_apart = article.blocks.iter().filter_map(|block| Some((block, block.removed_by.as_ref()?)));
    let doubtful =
        set_apart.filter(|(block, why)| weak.contains(&why.kind) && block.text.split_whitespace().count() >= 8);
    let finding = |(block, why): (&visavis_corpus::Block, &visavis_corpus::Clue)| {
        let what = format!("line {} was set apart as {}; if it is text, say so", block.lines.first, block.role.name());
        let toml = of_table(article, config, &line_table(&block.text, "body"));
        let mut finding = Finding::new(Kind::DoubtfulLine, &article.head.file, what).settled_by(toml);
        finding.clues = vec![clue(why)];
        finding
    };
    doubtful.take(MAX_LINES).map(finding).collect()
}

/// Entities that no article names.
fn unnamed(corpus: &Corpus) -> Vec<Finding> {
    let mut named = vec![false; corpus.entities.len()];
    let mentions = corpus.articles.iter().flat_map(|article| &article.marks.mentions);
    mentions.filter_map(|mention| mention.entity).for_each(|ix| named[ix.index()] = true);
    let silent = corpus.entities.iter().zip(named).filter(|(_, named)| !named);
    let finding = |(entity, _): (&visavis_corpus::Entity, bool)| {
        let what = format!("no article names “{}” ({})", entity.name, entity.id);
        Finding::new(Kind::Unnamed, "entities.toml", what)
    };
    silent.map(finding).collect()
}

/// Outlets whose texts are not published whole.
fn withheld(corpus: &Corpus) -> Vec<Finding> {
    let part = |publish| match publish {
        Publish::Full => None,
        Publish::Excerpt => Some("the first words of its articles"),
        Publish::None => Some("nothing but the description of its articles"),
    };
    let finding = |outlet: &visavis_corpus::Outlet| {
        let what = format!("“{}”: a pack holds {}", outlet.name, part(outlet.publish)?);
        Some(Finding::new(Kind::Withheld, "corpus.toml", what))
    };
    corpus.outlets.iter().filter_map(finding).collect()
}
