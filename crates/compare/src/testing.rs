//! Articles for tests.

use visavis_corpus::{
    Article, ArticleId, Block, Claim, Confidence, EntityIx, Head, Kind, Lines, Marks, Mention, MentionRule, Role,
};
use visavis_text::Span;

/// An article of paragraphs, of which nothing is known and in which nothing is marked.
pub(crate) fn article(paragraphs: &[&str]) -> Article {
    let head = Head {
        id: ArticleId("article".into()),
        file: "article.txt".into(),
        title: Claim::unknown(vec![]),
        outlet: Claim::unknown(vec![]),
        date: Claim::unknown(vec![]),
        byline: Claim::unknown(vec![]),
        credit: Claim::unknown(vec![]),
        language: Claim::unknown(vec![]),
        url: None,
        archived: None,
    };
    let block = |(&text, line): (&&str, u32)| Block {
        role: Role::Body,
        lines: Lines::one(line),
        source: vec![],
        text: text.to_owned(),
        removed_by: None,
    };
    Article { head, blocks: paragraphs.iter().zip(1..).map(block).collect(), marks: Marks::default() }
}

/// The first place of `name` in `article`, as a mention of the entity `ix`.
pub(crate) fn mention(article: &Article, name: &str, ix: u32) -> Option<Mention> {
    let (block, at) = article.blocks.iter().zip(0..).find_map(|(block, ix)| Some((ix, block.text.find(name)?)))?;
    Some(Mention {
        block,
        span: Span::new(at, at + name.len()),
        kind: Kind::Place,
        entity: Some(EntityIx(ix)),
        rule: MentionRule::CuratedName,
        confidence: Confidence::FULL,
        metonym: false,
    })
}
