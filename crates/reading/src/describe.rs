//! What is known of an article, and how.

mod credit;
mod outlet;

use crate::{
    curation::ArticleWord,
    formats::{Field, Stated},
    language::Votes,
    roles::signature,
};
use visavis_corpus::{ArticleId, Block, Claim, Clue, ClueKind, Confidence, Head, Language, Outlet, Role};

/// Describes the article that consists of `blocks`, whose words speak for its language with `votes`: the owner's `word` goes before what the
/// file has `stated`, and that before what is found. Only an outlet that is among `outlets` can be inferred.
pub(crate) fn describe(
    id: ArticleId,
    file: &str,
    blocks: &[Block],
    word: Option<&ArticleWord>,
    votes: Votes,
    stated: &Stated,
    outlets: &[Outlet],
) -> Head {
    let because = word.map_or("", |word| word.because.as_str());
    let own = |value: Option<&String>| value.map(|value| Claim::curated(value.clone(), because));
    let outlet = word.and_then(|word| word.outlet.as_ref()).map(|outlet| Claim::curated(outlet.value.clone(), because));
    let date = word.and_then(|word| word.date).map(|date| Claim::curated(date, because));
    Head {
        id,
        file: file.into(),
        title: own(word.and_then(|word| word.title.as_ref()))
            .or_else(|| stated.text(Field::Title))
            .unwrap_or_else(|| title(blocks)),
        outlet: outlet.map_or_else(
            || outlet::outlet(blocks, outlets),
            |own| own.beside(outlet::outlet(blocks, outlets).clues().to_vec()),
        ),
        date: date.or_else(|| stated.date()).unwrap_or_else(|| Claim::unknown(stated.clues(Field::Date))),
        byline: own(word.and_then(|word| word.byline.as_ref()))
            .or_else(|| stated.text(Field::Byline))
            .unwrap_or_else(|| byline(blocks)),
        credit: own(word.and_then(|word| word.credit.as_ref()))
            .or_else(|| stated.text(Field::Credit))
            .unwrap_or_else(|| credit::credit(blocks)),
        language: stated_language(votes, stated),
        url: word.and_then(|word| word.url.clone()).or_else(|| address(stated)),
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

/// Who signed. Where the first signature is initials and another gives the name they stand for, the name.
fn byline(blocks: &[Block]) -> Claim<String> {
    let signed: Vec<(String, &Block)> =
        of_role(blocks, Role::Byline).filter_map(|block| Some((signature(&block.text)?, block))).collect();
    let Some((first, _)) = signed.first() else { return Claim::unknown(vec![]) };
    let in_full = signed.iter().find(|(name, _)| first.contains('.') && stands_for(first, name));
    in_full.or(signed.first()).map_or_else(
        || Claim::unknown(vec![]),
        |(name, block)| {
            Claim::stated(name.clone(), Clue::new(ClueKind::BylineLine, block.text.clone()).at(block.lines))
        },
    )
}

/// Whether the words of `name` begin with the letters of `initials`.
fn stands_for(initials: &str, name: &str) -> bool {
    let letters = initials.chars().filter(|c| c.is_alphabetic());
    let words: Vec<char> = name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    words.len() > 1 && !name.contains('.') && letters.eq(words)
}

/// The first address that the file states; what does not lead to the web is none.
fn address(stated: &Stated) -> Option<String> {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    stated.first(Field::Url).filter(is_web).map(Into::into)
}

/// What the file states of the language, unless its words say otherwise: pages declare what their template declares.
fn stated_language(votes: Votes, stated: &Stated) -> Claim<Language> {
    let found = language(votes);
    let Some(claim) = stated.language() else { return found };
    match found.value() {
        Some(language) if Some(language) != claim.value() && found.confidence() >= Confidence::percent(80) => {
            let clues = found.clues().iter().chain(claim.clues()).cloned().collect();
            Claim::inferred(*language, found.confidence(), clues)
        }
        _ => claim,
    }
}

fn language(votes: Votes) -> Claim<Language> {
    votes.winner().map_or_else(
        || Claim::unknown(vec![]),
        |language| {
            let (confidence, detail) =
                (Confidence::percent(votes.share()), format!("{} / {}", votes.french, votes.english));
            Claim::inferred(language, confidence, vec![Clue::new(ClueKind::StopWords, format!("fr / en: {detail}"))])
        },
    )
}
