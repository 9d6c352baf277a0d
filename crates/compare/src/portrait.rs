//! One entity through several articles: what each calls it, where, and beside whom.

use serde::Serialize;
use std::cmp::Reverse;
use visavis_corpus::{Article, EntityIx, Mention};
use visavis_text::{distinct, fold, gathered, ordered_by, slice};

/// An entity as some articles have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Portrait {
    /// What it is called: the commonest form first, of equals in order of the form.
    pub forms: Vec<FormRow>,
    /// Every mention, in the order of the articles and of their texts.
    pub mentions: Vec<MentionAt>,
    /// Entities named beside it: those in most paragraphs first, then in most articles, then in the order of the corpus.
    pub company: Vec<CompanyRow>,
}

/// A form under which an entity is named. Forms meet that differ only in case, accents and apostrophes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormRow {
    /// As it is first written.
    pub form: String,
    /// Mentions in each article, in the order in which they were given.
    pub counts: Vec<u32>,
}

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MentionAt {
    /// Position of the article among those given.
    pub article: usize,
    /// Position in its [`visavis_corpus::Marks::mentions`].
    pub mention: usize,
}

/// An entity that is named in the same paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CompanyRow {
    /// Which.
    pub entity: EntityIx,
    /// Paragraphs, titles and subheadings that name both.
    pub paragraphs: u32,
    /// Articles in which that happens.
    pub articles: u32,
}

/// How `articles` speak of `entity`, where they are read.
pub fn portrait(entity: EntityIx, articles: &[Article]) -> Portrait {
    let mut forms = vec![];
    let mut mentions = vec![];
    let mut company = vec![];
    for (at, article) in articles.iter().enumerate() {
        let read = |mention: &Mention| article.blocks.get(mention.block as usize).filter(|block| block.role.is_read());
        let mut blocks = vec![];
        for (ix, mention) in article.marks.mentions.iter().enumerate().filter(|(_, m)| m.entity == Some(entity)) {
            let Some(form) = read(mention).and_then(|block| slice(&block.text, mention.span)) else { continue };
            forms.push((fold(form), (at, form)));
            mentions.push(MentionAt { article: at, mention: ix });
            blocks.push(mention.block);
        }
        add_company(&mut company, entity, article, &distinct(blocks));
    }
    let form = |(_, called): (String, Vec<(usize, &str)>)| {
        let mut counts = vec![0; articles.len()];
        called.iter().for_each(|(at, _)| counts[*at] += 1);
        FormRow { form: called.first().map_or_else(String::new, |(_, form)| (*form).to_owned()), counts }
    };
    let forms = gathered(forms).into_iter().map(form).collect();
    let forms = ordered_by(forms, |row: &FormRow| Reverse(row.counts.iter().sum::<u32>()));
    let row = |(entity, paragraphs): (EntityIx, Vec<u32>)| CompanyRow {
        entity,
        paragraphs: paragraphs.iter().sum(),
        articles: paragraphs.len() as u32,
    };
    let company = gathered(company).into_iter().map(row).collect();
    let company = ordered_by(company, |row: &CompanyRow| Reverse((row.paragraphs, row.articles)));
    Portrait { forms, mentions, company }
}

/// Who else is named in `blocks` of `article`, each with the number of those.
fn add_company(company: &mut Vec<(EntityIx, u32)>, entity: EntityIx, article: &Article, blocks: &[u32]) {
    let beside = article.marks.mentions.iter().filter(|mention| blocks.binary_search(&mention.block).is_ok());
    let others = beside.filter_map(|mention| Some((mention.entity.filter(|&other| other != entity)?, mention.block)));
    let pairs = distinct(others.collect::<Vec<(EntityIx, u32)>>());
    company.extend(gathered(pairs).into_iter().map(|(other, blocks)| (other, blocks.len() as u32)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use visavis_corpus::{Confidence, Kind, MentionRule};
    use visavis_text::Span;

    /// An article of one paragraph a line; `[n:…]` is a mention of entity `n`.
    fn article(text: &str) -> Article {
        let mut paragraphs = vec![];
        let mut mentions = vec![];
        for (block, line) in text.lines().enumerate() {
            let mut out = String::new();
            let mut rest = line;
            while let Some((before, after)) = rest.split_once('[') {
                let (entity, after) = after.split_once(':').expect("a number");
                let (name, after) = after.split_once(']').expect("an end");
                out.push_str(before);
                let start = out.len();
                out.push_str(name);
                mentions.push(Mention {
                    block: block as u32,
                    span: Span::new(start, out.len()),
                    kind: Kind::Person,
                    entity: Some(EntityIx(entity.parse().expect("a number"))),
                    rule: MentionRule::CuratedName,
                    confidence: Confidence::FULL,
                    metonym: false,
                });
                rest = after;
            }
            out.push_str(rest);
            paragraphs.push(out);
        }
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        let mut article = testing::article(&paragraphs);
        article.marks.mentions = mentions;
        article
    }

    #[test]
    fn forms_meet_whatever_their_case_and_are_counted_by_article() {
        let articles = [article("[0:Al-Assad] et [0:le président]"), article("[0:al-Assad]\n[1:Kerry]")];
        let portrait = portrait(EntityIx(0), &articles);
        let forms: Vec<(&str, &[u32])> =
            portrait.forms.iter().map(|row| (row.form.as_str(), row.counts.as_slice())).collect();
        assert_eq!(forms, [("Al-Assad", &[1, 1][..]), ("le président", &[1, 0])]);
        assert_eq!(portrait.mentions.len(), 3);
    }

    #[test]
    fn company_is_named_in_the_same_paragraph() {
        let articles = [article("[0:A] [1:B] [1:B]\n[0:A] [2:C]\n[3:D]"), article("[0:A] [2:C]")];
        let company = portrait(EntityIx(0), &articles).company;
        let rows: Vec<(u32, u32, u32)> =
            company.iter().map(|row| (row.entity.0, row.paragraphs, row.articles)).collect();
        assert_eq!(rows, [(2, 2, 2), (1, 1, 1)]);
    }
}
