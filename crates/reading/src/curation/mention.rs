//! `[[article.mention]]`: what the owner says of one place in an article, over whatever is recognised there.

use super::{
    ArticleWord,
    table::{At, Table},
};
use crate::{
    ReadingError,
    error::{Errors, nearest},
};
use visavis_corpus::{Article, Confidence, Entity, EntityIx, Kind, Mention, MentionRule};
use visavis_text::Span;

/// A correction of one mention.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    /// Words of the article, enough of them to be found once.
    quotation: At<String>,
    /// The words among them that are, or are not, a mention; all of them, where this is not said.
    name: Option<At<String>>,
    verdict: Verdict,
}

/// What the words are.
#[derive(Clone, Debug)]
enum Verdict {
    /// They mean the entity of this id.
    Is(At<String>),
    /// They name something of this kind that has no entity here.
    Kind(Kind),
    /// They name nothing.
    Nothing,
}

/// Reads one `[[article.mention]]`.
pub(super) fn correction(table: &Table<'_>) -> Option<Correction> {
    table.only(&["quotation", "name", "is", "kind", "nothing"]);
    let quotation = table.required("quotation")?;
    let bad = |line, value: &str, expected, hint: &str| {
        table.fail(line, ReadingError::BadValue { value: value.into(), expected, hint: hint.into() });
    };
    if quotation.value.trim().is_empty() {
        bad(quotation.line, &quotation.value, "a quotation", "copy some words of the article");
        return None;
    }
    let name = table.text("name");
    if let Some(name) = name.as_ref().filter(|name| name.value.is_empty() || !quotation.value.contains(&name.value)) {
        bad(name.line, &name.value, "part of the quotation", "copy the name from the quotation, or leave it out");
        return None;
    }
    let kind = table.text("kind");
    let verdict = match (table.text("is"), kind, table.flag("nothing")) {
        (Some(id), None, false) => Verdict::Is(id),
        (None, Some(kind), false) => {
            let Some(known) = Kind::parse(&kind.value) else {
                let names = Kind::ALL.map(Kind::name);
                let hint = nearest(&kind.value, names.into_iter(), || format!("write one of {}", names.join(", ")));
                bad(kind.line, &kind.value, "a kind of entity", &hint);
                return None;
            };
            Verdict::Kind(known)
        }
        (None, None, true) => Verdict::Nothing,
        _ => {
            let hint = "give one of is = \"id of an entity\", kind = \"…\", nothing = true";
            bad(table.line, &quotation.value, "said to be one thing", hint);
            return None;
        }
    };
    Some(Correction { quotation, name, verdict })
}

/// Puts the corrections of `word` into its `article`. What cannot be found, or names no entity, is an error in `config`.
pub(crate) fn correct(
    article: &mut Article,
    word: &ArticleWord,
    entities: &[Entity],
    config: &str,
    errors: &mut Errors,
) {
    for correction in &word.mentions {
        let Some((block, span)) = correction.place(article) else {
            let (file, quotation) = (word.file.value.clone(), correction.quotation.value.clone());
            errors.add(config, correction.quotation.line, ReadingError::NoSuchLine { file, quotation });
            continue;
        };
        let mention = |kind, entity| {
            let (rule, confidence) = (MentionRule::CuratedMention, Confidence::FULL);
            Mention { block, span, kind, entity, rule, confidence, metonym: false }
        };
        let new = match &correction.verdict {
            Verdict::Nothing => None,
            Verdict::Kind(kind) => Some(mention(*kind, None)),
            Verdict::Is(id) => {
                let Some((ix, entity)) = find(entities, &id.value) else {
                    let ids = entities.iter().map(|entity| entity.id.as_str());
                    let hint = nearest(&id.value, ids, || "list it in entities.toml".into());
                    errors.add(config, id.line, ReadingError::NoSuchEntity { id: id.value.clone(), hint });
                    continue;
                };
                Some(mention(entity.kind, Some(ix)))
            }
        };
        let mentions = &mut article.marks.mentions;
        mentions.retain(|old| old.block != block || !old.span.overlaps(span));
        mentions.extend(new);
        mentions.sort_by_key(|mention| (mention.block, mention.span));
    }
}

impl Correction {
    /// Where the corrected words stand: the first place that holds the quotation, in a block that is not removed.
    fn place(&self, article: &Article) -> Option<(u32, Span)> {
        let mut shown = article.blocks.iter().zip(0..).filter(|(block, _)| !block.role.is_removed());
        let (start, ix) = shown.find_map(|(block, ix)| Some((block.text.find(&self.quotation.value)?, ix)))?;
        let words = self.name.as_ref().map_or(self.quotation.value.as_str(), |name| name.value.as_str());
        let at = start + self.quotation.value.find(words)?;
        Some((ix, Span::new(at, at + words.len())))
    }
}

fn find<'e>(entities: &'e [Entity], id: &str) -> Option<(EntityIx, &'e Entity)> {
    entities.iter().zip(0..).find(|(entity, _)| entity.id == id).map(|(entity, ix)| (EntityIx(ix), entity))
}
