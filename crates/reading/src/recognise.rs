//! Where a text names or describes an entity of the list.
//!
//! All names are put into one tree of folded words, and a text is walked once: at each word the longest name that starts there wins, and
//! the walk goes on after it. Words are those of [`visavis_text`], so that an elision (`d'Alep`), an accent or a hyphen never hides a name.

use std::collections::BTreeMap;
use visavis_corpus::{Block, Confidence, Entity, EntityIx, Kind, Mention, MentionRule};
use visavis_text::{Span, Token, fold, words};

/// The folded words of a name: two names with the same key meet the same places.
pub(crate) fn key(name: &str) -> Vec<String> {
    words(name).map(|word| fold(word.text)).collect()
}

/// What stands between two words of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Space,
    Hyphen,
    Apostrophe,
    /// A full stop and a space, as in `M. Lavrov`, or a full stop alone, as in `J.B.`.
    Stop,
    /// Nothing that a name contains.
    Other,
}

impl Gap {
    fn of(separator: &str) -> Self {
        let mut folded = fold(separator);
        folded.retain(|c| !c.is_whitespace());
        match folded.as_str() {
            "" => Self::Space,
            "-" => Self::Hyphen,
            "'" => Self::Apostrophe,
            "." => Self::Stop,
            _ => Self::Other,
        }
    }

    /// Whether a name written with `self` may stand in a text with `found`.
    const fn allows(self, found: Self) -> bool {
        match self {
            // `Al-Assad` and `Al Assad`.
            Self::Space | Self::Hyphen => matches!(found, Self::Space | Self::Hyphen),
            Self::Apostrophe => matches!(found, Self::Apostrophe),
            Self::Stop => matches!(found, Self::Stop | Self::Space),
            Self::Other => matches!(found, Self::Other),
        }
    }
}

/// A name as it was written in the list.
#[derive(Clone, Debug)]
struct Name {
    entity: EntityIx,
    kind: Kind,
    rule: MentionRule,
    /// For each word, how it is written and what stands before it.
    words: Vec<(String, Gap)>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    next: BTreeMap<String, usize>,
    names: Vec<usize>,
}

/// Finds the entities of a list.
#[derive(Clone, Debug)]
pub(crate) struct Recogniser {
    nodes: Vec<Node>,
    names: Vec<Name>,
}

impl Recogniser {
    /// For the names, aliases and descriptions of `entities`.
    pub(crate) fn new(entities: &[Entity]) -> Self {
        let mut recogniser = Self { nodes: vec![Node::default()], names: vec![] };
        for (entity, ix) in entities.iter().zip(0..) {
            let mut add = |rule, name: &str| recogniser.add(entity, EntityIx(ix), rule, name);
            add(MentionRule::CuratedName, &entity.name);
            entity.aliases.iter().for_each(|alias| add(MentionRule::CuratedAlias, alias));
            entity.descriptions.iter().for_each(|words| add(MentionRule::CuratedDescription, words));
        }
        recogniser
    }

    fn add(&mut self, entity: &Entity, ix: EntityIx, rule: MentionRule, name: &str) {
        let (mut at, mut end, mut written) = (0, 0, vec![]);
        for word in words(name) {
            written.push((word.text.to_string(), Gap::of(&name[end..word.span.start()])));
            end = word.span.end();
            let fresh = self.nodes.len();
            at = *self.nodes[at].next.entry(fold(word.text)).or_insert(fresh);
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        if !written.is_empty() {
            self.nodes[at].names.push(self.names.len());
            self.names.push(Name { entity: ix, kind: entity.kind, rule, words: written });
        }
    }

    /// The mentions in all blocks but those that are removed, in order.
    pub(crate) fn mentions(&self, blocks: &[Block]) -> Vec<Mention> {
        let shown = blocks.iter().zip(0..).filter(|(block, _)| !block.role.is_removed());
        shown
            .flat_map(|(block, ix)| self.in_text(&block.text).into_iter().map(move |found| found.mention(ix)))
            .collect()
    }

    fn in_text(&self, text: &str) -> Vec<Found<'_>> {
        let tokens: Vec<Word<'_>> = words_of_names(text);
        let (mut found, mut at) = (vec![], 0);
        while at < tokens.len() {
            match self.longest(text, &tokens[at..]) {
                Some((name, len)) => {
                    let span = Span::new(tokens[at].token.span.start(), tokens[at + len - 1].token.span.end());
                    found.push(Found { name, span });
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest name that `tokens` begin with, and how many of them it takes.
    fn longest(&self, text: &str, tokens: &[Word<'_>]) -> Option<(&Name, usize)> {
        let (mut node, mut best) = (&self.nodes[0], None);
        for (len, word) in tokens.iter().enumerate() {
            if word.linked {
                break;
            }
            let Some(&next) = node.next.get(&word.folded) else { break };
            node = &self.nodes[next];
            let names = node.names.iter().map(|&name| &self.names[name]);
            best = names.filter(|name| name.fits(text, &tokens[..=len])).map(|name| (name, len + 1)).next().or(best);
        }
        best
    }
}

struct Found<'r> {
    name: &'r Name,
    span: Span,
}

impl Found<'_> {
    fn mention(&self, block: u32) -> Mention {
        let confidence = match self.name.rule {
            MentionRule::CuratedName => Confidence::FULL,
            MentionRule::CuratedAlias => Confidence::percent(95),
            MentionRule::CuratedDescription => Confidence::percent(80),
        };
        Mention {
            block,
            span: self.span,
            kind: self.name.kind,
            entity: Some(self.name.entity),
            rule: self.name.rule,
            confidence,
            metonym: false,
        }
    }
}

impl Name {
    /// Whether the name, as it is written, may be read in `tokens`, whose folded forms agree with it.
    fn fits(&self, text: &str, tokens: &[Word<'_>]) -> bool {
        let mut end = None;
        self.words.iter().zip(tokens).all(|((written, gap), word)| {
            let span = word.token.span;
            let found = end.map(|end| Gap::of(&text[end..span.start()]));
            end = Some(span.end());
            // Within a hyphened word a small letter is a matter of taste (`Etats-unis`); elsewhere it makes another word (`Alep est`).
            (found == Some(Gap::Hyphen) || same_case(written, word.token.text))
                && found.is_none_or(|found| gap.allows(found))
        })
    }
}

/// Whether `found` has the capitals that `written` asks for.
fn same_case(written: &str, found: &str) -> bool {
    let upper = |word: &str| word.starts_with(char::is_uppercase);
    let all_upper = |word: &str| word.chars().all(char::is_uppercase);
    if written.chars().count() == 2 && all_upper(written) {
        // `US` is not `us`, nor `Us` at the start of a sentence.
        return all_upper(found);
    }
    !upper(written) || upper(found)
}

/// A word of a text, folded once.
struct Word<'t> {
    token: Token<'t>,
    folded: String,
    /// Part of an address or of a handle, which name nobody.
    linked: bool,
}

fn words_of_names(text: &str) -> Vec<Word<'_>> {
    let mut chunk = (0, 0, false);
    words(text)
        .map(|token| {
            let (start, end) = (token.span.start(), token.span.end());
            if start >= chunk.1 {
                let from = text[chunk.1..start].rfind(char::is_whitespace).map_or(chunk.1, |at| chunk.1 + at);
                let to = text[end..].find(char::is_whitespace).map_or(text.len(), |at| end + at);
                let link = text.get(from..to).is_some_and(|chunk| chunk.contains("://") || chunk.starts_with("www."));
                chunk = (from, to, link);
            }
            let handle = text[..start].ends_with(['@', '_']) || text[end..].starts_with(['_', '@']);
            Word { token, folded: fold(token.text), linked: chunk.2 || handle }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use visavis_corpus::{Lines, Role};

    /// Entities called by their first name, each with its other names.
    fn recogniser(entities: &[(&str, &[&str])]) -> (Recogniser, Vec<Entity>) {
        let entity = |(name, aliases): &(&str, &[&str])| Entity {
            id: (*name).into(),
            kind: Kind::Place,
            name: (*name).into(),
            aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
            descriptions: vec![],
            same_as: vec![],
            hide: false,
        };
        let entities: Vec<Entity> = entities.iter().map(entity).collect();
        (Recogniser::new(&entities), entities)
    }

    /// `text` with each mention in brackets.
    fn marked(entities: &[(&str, &[&str])], text: &str) -> String {
        let (recogniser, _) = recogniser(entities);
        let mut out = text.to_string();
        for found in recogniser.in_text(text).iter().rev() {
            out.insert(found.span.end(), ']');
            out.insert(found.span.start(), '[');
        }
        out
    }

    #[test]
    fn elision_does_not_hide_a_name() {
        let text = "à l'est d'Alep, d’Alep et qu'Alep";
        assert_eq!(marked(&[("Alep", &[])], text), "à l'est d'[Alep], d’[Alep] et qu'[Alep]");
    }

    #[test]
    fn the_longest_name_wins() {
        let entities: &[(&str, &[&str])] =
            &[("Alep", &[]), ("Alep-Est", &[]), ("ONU", &[]), ("Assemblée générale de l'ONU", &[])];
        assert_eq!(marked(entities, "Alep-Est, puis Alep"), "[Alep-Est], puis [Alep]");
        assert_eq!(marked(entities, "l'Assemblée générale de l’ONU"), "l'[Assemblée générale de l’ONU]");
        assert_eq!(marked(entities, "l'Assemblée générale, l'ONU"), "l'Assemblée générale, l'[ONU]");
    }

    #[test]
    fn a_verb_is_no_part_of_a_name() {
        let entities: &[(&str, &[&str])] = &[("Alep", &[]), ("Alep-Est", &[])];
        assert_eq!(marked(entities, "Alors qu'Alep est sous les bombes"), "Alors qu'[Alep] est sous les bombes");
        assert_eq!(marked(entities, "Alep Est"), "[Alep Est]");
    }

    #[test]
    fn accents_case_and_hyphens_do_not_hide_a_name() {
        let entities: &[(&str, &[&str])] = &[("Bachar al-Assad", &["Al-Assad"]), ("États-Unis", &[])];
        assert_eq!(marked(entities, "BACHAR AL-ASSAD, Bachar Al-Assad"), "[BACHAR AL-ASSAD], [Bachar Al-Assad]");
        assert_eq!(marked(entities, "les Etats-unis et Al Assad"), "les [Etats-unis] et [Al Assad]");
    }

    #[test]
    fn a_common_word_is_no_name() {
        let entities: &[(&str, &[&str])] = &[("Tours", &["US"]), ("régime", &[])];
        assert_eq!(marked(entities, "deux tours, Tours, us, Us, US"), "deux tours, [Tours], us, Us, [US]");
        assert_eq!(marked(entities, "Régime, régime"), "[Régime], [régime]");
    }

    #[test]
    fn hashtags_name_and_addresses_do_not() {
        let entities: &[(&str, &[&str])] = &[("Kerry", &[]), ("RT", &[])];
        let text = "#Kerry @Kerry (@RT_com) https://t.co/Kerry Gayane_RT RT.";
        assert_eq!(marked(entities, text), "#[Kerry] @Kerry (@RT_com) https://t.co/Kerry Gayane_RT [RT].");
    }

    #[test]
    fn titles_with_a_stop_are_names() {
        assert_eq!(marked(&[("Lavrov", &["M. Lavrov"])], "selon M. Lavrov"), "selon [M. Lavrov]");
    }

    #[test]
    fn a_sentence_end_parts_two_words() {
        assert_eq!(
            marked(&[("New York", &[])], "Un New. York, New, York, New York"),
            "Un New. York, New, York, [New York]"
        );
    }

    #[test]
    fn removed_blocks_are_not_searched() {
        let (recogniser, _) = recogniser(&[("Alep", &[])]);
        let block = |role| Block { role, lines: Lines::one(1), source: vec![], text: "Alep".into(), removed_by: None };
        let blocks = [block(Role::Related), block(Role::Body), block(Role::Caption)];
        let found: Vec<u32> = recogniser.mentions(&blocks).iter().map(|mention| mention.block).collect();
        assert_eq!(found, [1, 2]);
    }

    proptest! {
        #[test]
        fn mentions_are_in_order_and_fold_to_a_name(text in "(Alep|alep|-|Est|est| |d'|’|é|\u{301}|\u{ad}|@|_|://){0,30}") {
            let (recogniser, entities) = recogniser(&[("Alep", &[]), ("Alep-Est", &["Est d'Alep"])]);
            let mut end = 0;
            for found in recogniser.in_text(&text) {
                prop_assert!(found.span.start() >= end);
                end = found.span.end();
                let words = key(visavis_text::slice(&text, found.span).expect("whole characters"));
                let entity = &entities[found.name.entity.index()];
                prop_assert!(std::iter::once(&entity.name).chain(&entity.aliases).any(|name| key(name) == words));
            }
        }
    }
}
