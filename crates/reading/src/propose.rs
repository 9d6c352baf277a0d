//! What the owner of a corpus may want to list: the entities that were recognised, with their contexts, most useful first.

use crate::recognise::recognise;
use std::{collections::BTreeMap, fmt};
use visavis_corpus::{Article, Corpus, Entity, EntityIx, Kind, Mention, MentionRule};
use visavis_text::{slice, words};

/// Contexts shown of each.
const CONTEXTS: usize = 3;
/// Bytes of text on each side of a name in its context.
const AROUND: usize = 45;

/// An entity that may be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// As it would stand in `entities.toml`.
    pub entity: Entity,
    /// How often it is recognised.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
    /// By which rules, with how often each, most often first.
    pub rules: Vec<(MentionRule, usize)>,
    /// Some places: the article's file, and the words around the name.
    pub contexts: Vec<(String, String)>,
    /// How many mentions it has once it and all other proposals are listed.
    pub accepted: usize,
    /// What listing it alone changes; `None` where that was not worked out.
    pub effect: Option<Effect>,
    /// An entity whose name ends like this one's, which may be the same.
    pub like: Option<String>,
}

/// What listing one entity alone changes among the mentions of the whole corpus, as they are recognised: before single ones are
/// corrected, and before annotations are imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Effect {
    /// Places that are mentions then and were none.
    pub gained: usize,
    /// Places that were mentions and are none then.
    pub lost: usize,
    /// Places that are of another entity or another kind then.
    pub changed: usize,
}

/// Bytes of text that may be recognised anew for the effects of proposals, where nobody says for how many these are wanted.
const ANEW: usize = 20_000_000;

/// For how many proposals the effect of each alone is worked out soon enough: the whole corpus is recognised anew for each.
pub fn affordable(corpus: &Corpus) -> usize {
    let blocks = corpus.articles.iter().flat_map(|article| &article.blocks);
    let bytes: usize = blocks.map(|block| block.text.len()).sum();
    ANEW / bytes.max(1)
}

/// What may be listed of `corpus`: what was recognised and is not listed, by the number of articles, then of mentions, then by name; for
/// the first `effects` of them, with what listing each alone changes.
pub fn propose(corpus: &Corpus, effects: usize) -> Vec<Proposal> {
    let mut found: BTreeMap<EntityIx, Vec<(&Article, &Mention)>> = BTreeMap::new();
    for article in &corpus.articles {
        for mention in &article.marks.mentions {
            if let Some(ix) = mention.entity.filter(|ix| corpus.entities[ix.index()].recognised) {
                found.entry(ix).or_default().push((article, mention));
            }
        }
    }
    let accepted = accepted(corpus);
    let endings = endings(corpus);
    let mut proposals: Vec<Proposal> = found
        .into_iter()
        .map(|(ix, places)| {
            let entity = &corpus.entities[ix.index()];
            Proposal {
                accepted: accepted.get(entity.id.as_str()).copied().unwrap_or(0),
                like: like(entity, &endings),
                ..proposal(entity, &places)
            }
        })
        .collect();
    proposals.sort_by(|a, b| {
        (b.articles, b.mentions).cmp(&(a.articles, a.mentions)).then_with(|| a.entity.name.cmp(&b.entity.name))
    });
    let shown = effects.min(proposals.len());
    let before = if shown > 0 { named(corpus, None) } else { Named::new() };
    for proposal in &mut proposals[..shown] {
        proposal.effect = Some(effect(&before, &named(corpus, Some(&proposal.entity))));
    }
    proposals
}

/// The mentions of a corpus, each by its article, its block and its bytes there: its kind, and the id of its entity.
type Named = BTreeMap<(usize, u32, usize, usize), (Kind, Option<String>)>;

/// What is recognised in `corpus` with what its owner listed, and `one` more.
fn named(corpus: &Corpus, one: Option<&Entity>) -> Named {
    let own = corpus.entities.iter().filter(|entity| !entity.recognised).cloned();
    let mut entities: Vec<Entity> = own.chain(one.map(as_listed)).collect();
    let mut articles = corpus.articles.clone();
    recognise(&mut articles, &mut entities);
    let mut named = Named::new();
    for (at, article) in articles.iter().enumerate() {
        for mention in &article.marks.mentions {
            let entity = mention.entity.map(|ix| entities[ix.index()].id.clone());
            named.insert((at, mention.block, mention.span.start(), mention.span.end()), (mention.kind, entity));
        }
    }
    named
}

fn effect(before: &Named, after: &Named) -> Effect {
    let changed = before.iter().filter(|(place, was)| after.get(place).is_some_and(|is| is != *was));
    Effect {
        gained: after.keys().filter(|place| !before.contains_key(place)).count(),
        lost: before.keys().filter(|place| !after.contains_key(place)).count(),
        changed: changed.count(),
    }
}

/// A recognised entity as the owner would list it.
fn as_listed(entity: &Entity) -> Entity {
    Entity { recognised: false, country: None, ..entity.clone() }
}

fn proposal(entity: &Entity, places: &[(&Article, &Mention)]) -> Proposal {
    let mut rules: BTreeMap<MentionRule, usize> = BTreeMap::new();
    let mut contexts: Vec<(String, String)> = vec![];
    let mut articles = 0;
    let mut last = None;
    for (article, mention) in places {
        *rules.entry(mention.rule).or_default() += 1;
        let new = last != Some(&article.head.id);
        last = Some(&article.head.id);
        articles += usize::from(new);
        // One context an article, as long as there are articles.
        if contexts.len() < CONTEXTS && (new || places.len() <= CONTEXTS) {
            contexts.extend(context(article, mention).map(|words| (article.head.file.clone(), words)));
        }
    }
    let mut rules: Vec<(MentionRule, usize)> = rules.into_iter().collect();
    rules.sort_by_key(|&(rule, count)| (std::cmp::Reverse(count), rule));
    let entity = entity.clone();
    Proposal { entity, mentions: places.len(), articles, rules, contexts, accepted: 0, effect: None, like: None }
}

/// The words around a mention, on one line.
fn context(article: &Article, mention: &Mention) -> Option<String> {
    let text = &article.blocks.get(mention.block as usize)?.text;
    let (start, end) = (mention.span.start(), mention.span.end());
    let from = text[..start]
        .char_indices()
        .rev()
        .map(|(at, _)| at)
        .take_while(|&at| start - at <= AROUND)
        .last()
        .unwrap_or(start);
    let to = text[end..]
        .char_indices()
        .map(|(at, c)| end + at + c.len_utf8())
        .take_while(|&at| at - end <= AROUND)
        .last()
        .unwrap_or(end);
    let words = format!("{}[{}]{}", &text[from..start], slice(text, mention.span)?, &text[end..to]);
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// How many mentions each entity has, by id, once all that are recognised are listed.
fn accepted(corpus: &Corpus) -> BTreeMap<String, usize> {
    let mut entities: Vec<Entity> = corpus.entities.iter().map(as_listed).collect();
    let mut articles = corpus.articles.clone();
    recognise(&mut articles, &mut entities);
    let mut counts = BTreeMap::new();
    for mention in articles.iter().flat_map(|article| &article.marks.mentions) {
        if let Some(ix) = mention.entity {
            *counts.entry(entities[ix.index()].id.clone()).or_default() += 1;
        }
    }
    counts
}

/// The entities of each kind by the last word of their names.
fn endings(corpus: &Corpus) -> BTreeMap<(Kind, String), Vec<&Entity>> {
    let mut endings: BTreeMap<_, Vec<&Entity>> = BTreeMap::new();
    for entity in &corpus.entities {
        if let Some(last) = words(&entity.name).last() {
            endings.entry((entity.kind, visavis_text::fold(last.text))).or_default().push(entity);
        }
    }
    endings
}

/// The first other entity of the kind whose name ends with the same word.
fn like(entity: &Entity, endings: &BTreeMap<(Kind, String), Vec<&Entity>>) -> Option<String> {
    let last = words(&entity.name).last()?;
    let group = endings.get(&(entity.kind, visavis_text::fold(last.text)))?;
    group.iter().find(|other| other.id != entity.id).map(|other| other.id.clone())
}

/// The proposal as a piece of `entities.toml`, its reasons as comments.
impl fmt::Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rules: Vec<String> = self.rules.iter().map(|(rule, count)| format!("{} {count}", rule.name())).collect();
        let (mentions, articles) = (self.mentions, self.articles);
        writeln!(f, "# {} in {} ({})", many(mentions, "mention"), many(articles, "article"), rules.join(", "))?;
        for (file, words) in &self.contexts {
            writeln!(f, "#   {file}: {}", comment(words))?;
        }
        match self.accepted.cmp(&mentions) {
            std::cmp::Ordering::Greater => {
                writeln!(
                    f,
                    "# Accepted with all that is proposed here, it has {} more.",
                    many(self.accepted - mentions, "mention")
                )?;
            }
            std::cmp::Ordering::Less => writeln!(
                f,
                "# Accepted with all that is proposed here, it has {} only: other names take the rest, or the rest were descriptions.",
                many(self.accepted, "mention")
            )?,
            std::cmp::Ordering::Equal => {
                writeln!(f, "# Accepted with all that is proposed here, its mentions stay and become certain.")?;
            }
        }
        match self.effect {
            Some(Effect { gained: 0, lost: 0, changed: 0 }) => {
                writeln!(f, "# Accepted alone, it changes no other mention, and makes its own certain.")?;
            }
            Some(Effect { gained, lost, changed }) => writeln!(
                f,
                "# Accepted alone: {} more, {lost} fewer, {changed} of another entity or kind.",
                many(gained, "mention")
            )?,
            None => {}
        }
        if let Some(like) = &self.like {
            writeln!(f, "# If it is the same as “{}”, add its names to that one's aliases instead.", comment(like))?;
        }
        let text = |text: &str| toml::Value::from(text).to_string();
        writeln!(f, "[[entity]]\nid = {}\nkind = {}", text(&self.entity.id), text(self.entity.kind.name()))?;
        writeln!(f, "name = {}", text(&self.entity.name))?;
        if !self.entity.aliases.is_empty() {
            let aliases: Vec<String> = self.entity.aliases.iter().map(|alias| text(alias)).collect();
            writeln!(f, "aliases = [{}]", aliases.join(", "))?;
        }
        Ok(())
    }
}

fn many(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// `text` without what ends a comment or may not stand in one.
fn comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
