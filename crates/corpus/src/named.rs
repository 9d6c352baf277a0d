//! Which entities a corpus still names once texts of it are gone.

use crate::{Article, Corpus, Entity, EntityIx, Mention, MentionRule};
use std::collections::{BTreeMap, BTreeSet};
use visavis_text::{fold, slice, words};

impl Corpus {
    /// The corpus without the recognised entities that none of its articles names. Those that its owner listed stay.
    #[must_use]
    pub fn without_unnamed(mut self) -> Self {
        let mut named: BTreeSet<EntityIx> = BTreeSet::new();
        for marks in self.articles.iter().map(|article| &article.marks) {
            named.extend(marks.mentions.iter().filter_map(|mention| mention.entity));
            named.extend(marks.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.entity));
        }
        let stays = |entity: &Entity, ix: u32| !entity.recognised || named.contains(&EntityIx(ix));
        let (mut now, mut next) = (Vec::with_capacity(self.entities.len()), 0);
        for (entity, ix) in self.entities.iter().zip(0..) {
            let place = stays(entity, ix).then_some(EntityIx(next));
            next += u32::from(place.is_some());
            now.push(place);
        }
        if next as usize == self.entities.len() {
            return self;
        }
        let place = |entity: &mut Option<EntityIx>| *entity = entity.and_then(|ix| now.get(ix.index()).copied()?);
        for marks in self.articles.iter_mut().map(|article| &mut article.marks) {
            marks.mentions.iter_mut().for_each(|mention| place(&mut mention.entity));
            marks.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()).for_each(|s| place(&mut s.entity));
        }
        let kept = self.entities.into_iter().zip(&now).filter(|(_, place)| place.is_some());
        self.entities = kept.map(|(entity, _)| entity).collect();
        self.entities.iter_mut().for_each(|entity| place(&mut entity.country));
        self
    }

    /// The corpus without the forms of recognised names that stand in none of its articles: an entity whose name is such a form is called
    /// as the articles call it.
    pub(crate) fn without_unread_forms(mut self) -> Self {
        let mut forms: BTreeMap<EntityIx, Forms> = BTreeMap::new();
        for article in &self.articles {
            for mention in &article.marks.mentions {
                if let Some(ix) = mention.entity {
                    forms.entry(ix).or_default().add(article, mention);
                }
            }
        }
        let mut ids: BTreeSet<String> = self.entities.iter().map(|entity| entity.id.clone()).collect();
        for (ix, forms) in &forms {
            let Some(entity) = self.entities.get_mut(ix.index()).filter(|entity| entity.recognised) else { continue };
            entity.aliases.retain(|alias| forms.read.contains_key(&key(alias)));
            if !forms.listed && !forms.read.contains_key(&key(&entity.name)) {
                forms.rename(entity, &mut ids);
            }
        }
        self
    }
}

/// How articles call an entity.
#[derive(Default)]
struct Forms {
    /// Each form by its folded words: how often, and how it is first written.
    read: BTreeMap<String, (usize, String)>,
    /// Whether its name is that of a list that ships with the program.
    listed: bool,
}

impl Forms {
    fn add(&mut self, article: &Article, mention: &Mention) {
        use MentionRule::{Country, Demonym, KnownName, Misspelling};
        self.listed |= matches!(mention.rule, Country | Demonym | KnownName | Misspelling);
        let text = article.blocks.get(mention.block as usize).and_then(|block| slice(&block.text, mention.span));
        if let Some(text) = text.filter(|_| !mention.rule.is_description()) {
            self.read.entry(key(text)).or_insert_with(|| (0, text.into())).0 += 1;
        }
    }

    /// Calls `entity` by the form that is read most.
    fn rename(&self, entity: &mut Entity, ids: &mut BTreeSet<String>) {
        let most = self.read.iter().max_by_key(|(key, (count, _))| (*count, std::cmp::Reverse(*key)));
        let (id, name) = most.map_or_else(|| ("x".into(), "…".into()), |(key, (_, text))| (key.clone(), text.clone()));
        ids.remove(&entity.id);
        let free = (1..).map(|nth| if nth == 1 { id.clone() } else { format!("{id}-{nth}") });
        entity.id = free.into_iter().find(|id| !ids.contains(id)).unwrap_or(id);
        ids.insert(entity.id.clone());
        entity.name = name;
        let own = key(&entity.name);
        entity.aliases.retain(|alias| key(alias) != own);
    }
}

/// The folded words of a name.
fn key(name: &str) -> String {
    words(name).map(|word| fold(word.text)).collect::<Vec<_>>().join("-")
}
