//! What is known of an article, and how.

use crate::{curation::ArticleWord, language::Votes, roles::agencies};
use visavis_corpus::{ArticleId, Block, Claim, Clue, ClueKind, Confidence, Head, Language, Role};

/// Describes the article that consists of `blocks`; the owner's `word` goes before what is found.
pub(crate) fn describe(id: ArticleId, file: &str, blocks: &[Block], word: Option<&ArticleWord>) -> Head {
    let because = word.map_or("", |word| word.because.as_str());
    let own = |value: Option<&String>| value.map(|value| Claim::curated(value.clone(), because));
    let outlet = word.and_then(|word| word.outlet.as_ref()).map(|outlet| Claim::curated(outlet.value.clone(), because));
    let date = word.and_then(|word| word.date).map(|date| Claim::curated(date, because));
    Head {
        id,
        file: file.into(),
        title: own(word.and_then(|word| word.title.as_ref())).unwrap_or_else(|| title(blocks)),
        outlet: outlet.unwrap_or_else(|| Claim::unknown(vec![])),
        date: date.unwrap_or_else(|| Claim::unknown(vec![])),
        byline: own(word.and_then(|word| word.byline.as_ref())).unwrap_or_else(|| byline(blocks)),
        credit: own(word.and_then(|word| word.credit.as_ref())).unwrap_or_else(|| credit(blocks)),
        language: language(blocks),
        url: word.and_then(|word| word.url.clone()),
        archived: word.and_then(|word| word.archived.clone()),
    }
}

fn of_role(blocks: &[Block], role: Role) -> impl Iterator<Item = &Block> {
    blocks.iter().filter(move |block| block.role == role)
}

/// A plain capture does not mark its title: that the first heading is one is inferred.
fn title(blocks: &[Block]) -> Claim<String> {
    of_role(blocks, Role::Title).next().map_or_else(
        || Claim::unknown(vec![]),
        |block| {
            let clue = Clue::new(ClueKind::FirstHeading, "").at(block.lines);
            Claim::inferred(block.text.clone(), Confidence::percent(90), vec![clue])
        },
    )
}

fn byline(blocks: &[Block]) -> Claim<String> {
    let signed = of_role(blocks, Role::Byline).find_map(|block| Some((signature(&block.text)?, block)));
    signed.map_or_else(
        || Claim::unknown(vec![]),
        |(name, block)| Claim::stated(name, Clue::new(ClueKind::BylineLine, block.text.clone()).at(block.lines)),
    )
}

/// The name in a byline such as `Par Jeanne Martin, à Alep` or `M.B. - Mis à jour le…`.
fn signature(line: &str) -> Option<String> {
    let name = ["Par ", "PAR ", "By ", "BY "].iter().find_map(|opening| line.strip_prefix(opening)).unwrap_or(line);
    let end = [" - ", " – ", " — ", ",", "|", "•", " le "]
        .iter()
        .filter_map(|mark| name.find(mark))
        .min()
        .unwrap_or(name.len());
    let name = name[..end].trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let named = (1..=5).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase));
    // One word is a name only where it is initials: `M.B.`, not `Publié`.
    let initials = name.contains('.') && name.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    (named && (words.len() > 1 || initials) && !name.contains(|c: char| c.is_ascii_digit())).then(|| name.into())
}

/// The agency credited for the text; a credit of a picture is not one.
fn credit(blocks: &[Block]) -> Claim<String> {
    let credited = of_role(blocks, Role::Credit).find_map(|block| Some((agencies(&block.text)?, block)));
    credited.map_or_else(
        || Claim::unknown(vec![]),
        |(agency, block)| Claim::stated(agency, Clue::new(ClueKind::CreditLine, block.text.clone()).at(block.lines)),
    )
}

fn language(blocks: &[Block]) -> Claim<Language> {
    let read = blocks.iter().filter(|block| block.role.is_read());
    let votes = read.map(|block| Votes::of(&block.text)).fold(Votes::default(), Votes::plus);
    votes.winner().map_or_else(
        || Claim::unknown(vec![]),
        |language| {
            let (confidence, detail) =
                (Confidence::percent(votes.share()), format!("{} / {}", votes.french, votes.english));
            Claim::inferred(language, confidence, vec![Clue::new(ClueKind::StopWords, format!("fr / en: {detail}"))])
        },
    )
}
