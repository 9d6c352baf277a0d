//! Annotations among the mentions of an article, each with its entity.

use crate::{
    curation::AnnotationsWord,
    recognise::{key, slug},
};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{Article, Confidence, Entity, EntityIx, Kind, Mention, MentionRule};
use visavis_text::{Span, slice};

/// An annotation that has its place.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) block: u32,
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whom or what it says is meant.
    pub(super) link: Option<String>,
}

/// Annotations that were not taken over.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// They overlap longer ones.
    pub(super) inside: usize,
    /// The owner lists their words as something else.
    pub(super) listed: usize,
}

/// A name and a kind.
type Named = (Vec<String>, Kind);

/// Knows which entity a name means.
pub(super) struct Linker {
    ids: BTreeSet<String>,
    /// By id and by `same_as`.
    links: BTreeMap<String, EntityIx>,
    names: BTreeMap<Named, EntityIx>,
}

impl Linker {
    /// For `entities`, and the names by which `articles` call them.
    pub(super) fn new(entities: &[Entity], articles: &[Article]) -> Self {
        let mut linker = Self { ids: BTreeSet::new(), links: BTreeMap::new(), names: BTreeMap::new() };
        for (entity, ix) in entities.iter().zip(0..) {
            let ix = EntityIx(ix);
            linker.ids.insert(entity.id.clone());
            for link in std::iter::once(&entity.id).chain(&entity.same_as) {
                linker.links.entry(link.clone()).or_insert(ix);
            }
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                linker.names.entry((key(name), entity.kind)).or_insert(ix);
            }
        }
        for article in articles {
            for (named, ix) in names(article) {
                linker.names.entry(named).or_insert(ix);
            }
        }
        linker
    }

    /// The entity of `name`; a new one, where there is none.
    fn entity(
        &mut self,
        name: &str,
        found: &Found,
        here: &BTreeMap<Named, EntityIx>,
        entities: &mut Vec<Entity>,
    ) -> Option<EntityIx> {
        let named = (key(name), found.kind);
        let link = found.link.as_ref();
        if let Some(&ix) = link.and_then(|link| self.links.get(link)) {
            return Some(ix);
        }
        let address = link.filter(|link| link.contains("://"));
        if let Some(&ix) = here.get(&named).or_else(|| self.names.get(&named)) {
            let entity = &mut entities[ix.index()];
            // Two of one name and of two addresses are two.
            let other = address.is_some() && entity.recognised && !entity.same_as.is_empty();
            if !other {
                if let Some(address) = address.filter(|_| entity.recognised) {
                    entity.same_as.push(address.clone());
                    self.links.insert(address.clone(), ix);
                }
                return Some(ix);
            }
        }
        if named.0.is_empty() || found.kind == Kind::Other {
            return None;
        }
        let ix = EntityIx(entities.len() as u32);
        let id = slug(&mut self.ids, found.kind, name);
        self.links.insert(id.clone(), ix);
        self.links.extend(found.link.clone().map(|link| (link, ix)));
        self.names.entry(named).or_insert(ix);
        entities.push(Entity {
            id,
            kind: found.kind,
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            aliases: vec![],
            descriptions: vec![],
            same_as: address.into_iter().cloned().collect(),
            hide: false,
            recognised: true,
            country: None,
        });
        Some(ix)
    }
}

/// What the names of an article mean there.
fn names(article: &Article) -> BTreeMap<Named, EntityIx> {
    let named = article.marks.mentions.iter().filter(|mention| !mention.rule.is_description());
    let name = |mention: &Mention| {
        let words = slice(&article.blocks.get(mention.block as usize)?.text, mention.span)?;
        Some(((key(words), mention.kind), mention.entity?))
    };
    let mut known = BTreeMap::new();
    for (named, ix) in named.filter_map(name) {
        known.entry(named).or_insert(ix);
    }
    known
}

/// Puts `found` among the mentions of `article`, beside those of the recogniser or in their place.
pub(super) fn put(
    article: &mut Article,
    found: Vec<Found>,
    word: &AnnotationsWord,
    linker: &mut Linker,
    entities: &mut Vec<Entity>,
) -> Counts {
    let here = names(article);
    let source = article.marks.imports.len() as u32;
    article.marks.imports.push(word.file.value.clone());
    let mut counts = Counts::default();
    let found = apart(found, &mut counts);
    let own = std::mem::take(&mut article.marks.mentions);
    let own: Vec<Mention> = own.into_iter().filter(|m| !word.instead || is_the_owners(m.rule)).collect();
    let mut mentions: Vec<Mention> = Vec::with_capacity(own.len() + found.len());
    let mut at = 0;
    for found in found {
        while own.get(at).is_some_and(|m| (m.block, m.span.end()) <= (found.block, found.span.start())) {
            mentions.push(own[at].clone());
            at += 1;
        }
        let over = own[at..].iter().take_while(|m| (m.block, m.span.start()) < (found.block, found.span.end())).count();
        let over = &own[at..at + over];
        // What the owner lists stands, but inside of a longer name.
        if let Some(listed) = over.iter().find(|m| is_the_owners(m.rule) && !is_inside(m.span, found.span)) {
            counts.listed += usize::from(listed.kind != found.kind);
            continue;
        }
        at += over.len();
        let text = slice(&article.blocks[found.block as usize].text, found.span).unwrap_or_default();
        let entity = linker.entity(text, &found, &here, entities);
        let kind = entity.map_or(found.kind, |ix| entities[ix.index()].kind);
        let metonym = over.iter().any(|m| m.metonym && m.span == found.span && m.kind == kind);
        let (rule, confidence) = (MentionRule::Imported(source), Confidence::percent(IMPORTED));
        mentions.push(Mention { block: found.block, span: found.span, kind, entity, rule, confidence, metonym });
    }
    mentions.extend(own[at..].iter().cloned());
    mentions.sort_by_key(|mention| (mention.block, mention.span));
    article.marks.mentions = mentions;
    counts
}

/// Whether `inner` is a part of `outer`, and not all of it.
fn is_inside(inner: Span, outer: Span) -> bool {
    outer.contains(inner) && inner != outer
}

/// Those of `found` that do not overlap, in order: of those that do, the first stands, and the longest of those that begin together.
fn apart(mut found: Vec<Found>, counts: &mut Counts) -> Vec<Found> {
    found.sort_by_key(|found| (found.block, found.span.start(), std::cmp::Reverse(found.span.end()), found.kind));
    found.dedup_by(|a, b| (a.block, a.span, a.kind) == (b.block, b.span, b.kind));
    let mut end = (0, 0);
    found.retain(|found| {
        let free = (found.block, found.span.start()) >= end;
        counts.inside += usize::from(!free);
        if free {
            end = (found.block, found.span.end());
        }
        free
    });
    found
}

/// How surely an annotation made elsewhere is right: between what the owner lists and what the program recognises.
const IMPORTED: u8 = 92;

const fn is_the_owners(rule: MentionRule) -> bool {
    matches!(
        rule,
        MentionRule::CuratedName
            | MentionRule::CuratedAlias
            | MentionRule::CuratedDescription
            | MentionRule::CuratedMention
            | MentionRule::Imported(_)
    )
}
