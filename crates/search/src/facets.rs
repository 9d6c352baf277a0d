//! Narrowing by what is known of an article, and what each further step would leave.

use crate::{
    Index,
    bits::Bits,
    index::{Document, Month, Part},
};
use serde::Serialize;
use visavis_corpus::{Day, EntityIx, Kind, Language, Pack, Role};

/// Values of facets. `None` is what is not known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choices {
    /// Outlets by id.
    pub outlets: Vec<Option<String>>,
    /// Entities.
    pub entities: Vec<EntityIx>,
    /// Languages.
    pub languages: Vec<Option<Language>>,
    /// Agencies, as credited.
    pub credits: Vec<Option<String>>,
    /// Months in which an article was, or may have been, published.
    pub months: Vec<Option<Month>>,
    /// Parts in which the query stands.
    pub roles: Vec<Role>,
}

/// What the results are narrowed to. Inside one facet any of the values is enough; across facets all must hold. Each kind of entity is a
/// facet of its own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filters {
    /// Articles have one of these; a facet without choices does not narrow.
    pub only: Choices,
    /// Articles have none of these.
    pub without: Choices,
    /// Articles were, or may have been, published between these days, both included.
    pub days: Option<(Day, Day)>,
}

/// How many of the results an outlet has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutletCount {
    /// The outlet's id; `None` where it is not known.
    pub outlet: Option<String>,
    /// Articles.
    pub count: usize,
}

/// How many of the results name an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EntityCount {
    /// The entity.
    pub entity: EntityIx,
    /// Articles.
    pub count: usize,
}

/// How many of the results are in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageCount {
    /// The language; `None` where it is not known.
    pub language: Option<Language>,
    /// Articles.
    pub count: usize,
}

/// How many of the results credit an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditCount {
    /// The agency, as credited; `None` where none is.
    pub credit: Option<String>,
    /// Articles.
    pub count: usize,
}

/// How many of the results were, or may have been, published in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MonthCount {
    /// The month; `None` where the date is not known, or leaves a year or more open.
    pub month: Option<Month>,
    /// Articles.
    pub count: usize,
}

/// How many of the results have the query in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RoleCount {
    /// The part.
    pub role: Role,
    /// Articles.
    pub count: usize,
}

/// The values of each facet with the number of articles that choosing them would show. A choice inside a facet does not change the
/// counts of its siblings.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Facets {
    /// Outlets in the order of the pack, the unknown one last; all that have an article.
    pub outlets: Vec<OutletCount>,
    /// Entities that some article names, the most frequent first, then by how many articles of the whole corpus name them.
    pub entities: Vec<EntityCount>,
    /// Languages, the unknown one last; all that have an article.
    pub languages: Vec<LanguageCount>,
    /// Agencies in alphabetical order, no agency last.
    pub credits: Vec<CreditCount>,
    /// Months in order, the unknown one last.
    pub months: Vec<MonthCount>,
    /// Parts in reading order; where nothing is asked, the parts that an article has.
    pub roles: Vec<RoleCount>,
}

/// The facets as bits; the kinds of entity follow.
const OUTLET: u16 = 1;
const LANGUAGE: u16 = 1 << 1;
const CREDIT: u16 = 1 << 2;
const MONTH: u16 = 1 << 3;
const ROLE: u16 = 1 << 4;
const DAYS: u16 = 1 << 5;
const FIRST_KIND: u16 = 1 << 6;

fn facet(kind: Kind) -> u16 {
    FIRST_KIND << Kind::ALL.iter().position(|&k| k == kind).unwrap_or(0)
}

/// Choices by position, as documents have them.
struct Chosen {
    outlets: Vec<Option<u32>>,
    kinds: Vec<(u16, Vec<EntityIx>)>,
    languages: Vec<Option<Language>>,
    credits: Vec<Option<u32>>,
    months: Vec<Option<Month>>,
    parts: u8,
    /// The facets that have a choice.
    facets: u16,
}

impl Chosen {
    fn new(index: &Index, pack: &Pack, choices: &Choices) -> Self {
        // A value that the pack does not have matches no article: narrowing to nothing is honest, ignoring it is not.
        let outlet = |id: &Option<String>| match id {
            None => Some(None),
            Some(id) => pack.outlets().iter().position(|outlet| outlet.id == *id).map(|at| Some(at as u32)),
        };
        let credit = |name: &Option<String>| match name {
            None => Some(None),
            Some(name) => index.catalogue().credits.binary_search(name).ok().map(|at| Some(at as u32)),
        };
        let mut kinds: Vec<(u16, Vec<EntityIx>)> = vec![];
        for &entity in &choices.entities {
            let Some(kind) = pack.entity(entity).map(|entity| facet(entity.kind)) else { continue };
            match kinds.iter_mut().find(|(bit, _)| *bit == kind) {
                Some((_, chosen)) => chosen.push(entity),
                None => kinds.push((kind, vec![entity])),
            }
        }
        let has = |bit: u16, empty: bool| if empty { 0 } else { bit };
        Self {
            outlets: choices.outlets.iter().filter_map(outlet).collect(),
            languages: choices.languages.clone(),
            credits: choices.credits.iter().filter_map(credit).collect(),
            months: choices.months.clone(),
            parts: choices.roles.iter().filter_map(|&role| Part::of(role)).fold(0, |bits, part| bits | 1 << part as u8),
            facets: has(OUTLET, choices.outlets.is_empty())
                | has(LANGUAGE, choices.languages.is_empty())
                | has(CREDIT, choices.credits.is_empty())
                | has(MONTH, choices.months.is_empty())
                | has(ROLE, choices.roles.is_empty())
                | kinds.iter().fold(0, |bits, (bit, _)| bits | bit),
            kinds,
        }
    }

    /// The facets, among those that have a choice, of which `document` has a chosen value.
    fn has(&self, document: &Document, parts: u8) -> u16 {
        let when = |bit: u16, holds: bool| if holds { bit } else { 0 };
        let month = |month: &Option<Month>| match (month, document.months) {
            (None, None) => true,
            (Some(month), Some((first, last))) => first <= *month && *month <= last,
            _ => false,
        };
        let named = |entity: &EntityIx| document.entities.binary_search(entity).is_ok();
        let kinds = self.kinds.iter().filter(|(_, chosen)| chosen.iter().any(named)).map(|(bit, _)| bit);
        kinds.fold(0, |bits, bit| bits | bit)
            | when(OUTLET, self.outlets.contains(&document.outlet))
            | when(LANGUAGE, self.languages.contains(&document.language))
            | when(CREDIT, self.credits.contains(&document.credit))
            | when(MONTH, self.months.iter().any(month))
            | when(ROLE, self.parts & parts != 0)
    }
}

/// Which facets an article fails, one bit each.
pub(crate) struct Gate<'f> {
    only: Chosen,
    without: Chosen,
    days: Option<(Day, Day)>,
    index: &'f Index,
    pack: &'f Pack,
    /// The facet of each entity.
    bits: Vec<u16>,
}

impl<'f> Gate<'f> {
    pub(crate) fn new(index: &'f Index, pack: &'f Pack, filters: &Filters) -> Self {
        Self {
            only: Chosen::new(index, pack, &filters.only),
            without: Chosen::new(index, pack, &filters.without),
            days: filters.days,
            index,
            pack,
            bits: pack.entities().iter().map(|entity| facet(entity.kind)).collect(),
        }
    }

    /// The facets whose choice excludes `document`, in whose `parts` the query stands.
    pub(crate) fn fails(&self, document: &Document, parts: u8) -> u16 {
        let missing = if self.only.facets == 0 { 0 } else { self.only.facets & !self.only.has(document, parts) };
        let barred = if self.without.facets == 0 { 0 } else { self.without.has(document, parts) };
        let inside =
            |(first, last): (Day, Day)| document.when.is_some_and(|when| when.last() >= first && when.first() <= last);
        let outside = if self.days.is_none_or(inside) { 0 } else { DAYS };
        missing | barred | outside
    }

    /// Whether `document` passes, wherever the query stands in it.
    pub(crate) fn passes(&self, document: &Document) -> bool {
        self.fails(document, document.parts_held()) & !ROLE == 0
    }

    /// Whether nothing is narrowed.
    fn is_open(&self) -> bool {
        self.only.facets | self.without.facets == 0 && self.days.is_none()
    }

    /// Counts nothing yet of `answer`, but for the entities where these are sooner counted in the articles that are no answer.
    pub(crate) fn tally(&self, answer: &Bits) -> Tally<'_> {
        let catalogue = self.index.catalogue();
        let documents = self.index.documents();
        let most = self.is_open() && answer.count() * 2 > documents.len();
        let mut entities = vec![0; self.pack.entities().len()];
        if most {
            entities.clone_from(&catalogue.named_by);
            let others = (0..documents.len()).filter(|&at| !answer.contains(at));
            others.flat_map(|at| &documents[at].entities).for_each(|entity| entities[entity.index()] -= 1);
        }
        Tally {
            gate: self,
            outlets: vec![0; self.pack.outlets().len() + 1],
            entities,
            has_entities: most,
            languages: [0; 3],
            credits: vec![0; catalogue.credits.len() + 1],
            months: vec![0; catalogue.months.len() + 1],
            parts: [0; 4],
        }
    }
}

/// Counts of the articles that match, by value of each facet; the unknown value last.
pub(crate) struct Tally<'g> {
    gate: &'g Gate<'g>,
    outlets: Vec<u32>,
    entities: Vec<u32>,
    /// Whether the entities are counted already.
    has_entities: bool,
    languages: [u32; 3],
    credits: Vec<u32>,
    months: Vec<u32>,
    parts: [u32; 4],
}

/// The languages in the order of [`Tally::languages`].
const LANGUAGES: [Option<Language>; 3] = [Some(Language::French), Some(Language::English), None];

impl Tally<'_> {
    /// Counts an article that fails these facets: it counts for the values of a facet if it fails no other.
    pub(crate) fn add(&mut self, document: &Document, parts: u8, failed: u16) {
        // Failing two facets, it shows whatever is chosen in one.
        if failed.count_ones() > 1 {
            return;
        }
        let counts = |bit: u16| failed & !bit == 0;
        let slot = |at: Option<u32>, unknown: usize| at.map_or(unknown, |at| at as usize);
        if counts(OUTLET) {
            let unknown = self.outlets.len() - 1;
            self.outlets[slot(document.outlet, unknown)] += 1;
        }
        if counts(LANGUAGE) {
            self.languages[document.language.map_or(2, |language| language as usize)] += 1;
        }
        if counts(CREDIT) {
            let unknown = self.credits.len() - 1;
            self.credits[slot(document.credit, unknown)] += 1;
        }
        if counts(MONTH) {
            self.add_months(document);
        }
        if counts(ROLE) {
            Part::ALL.iter().for_each(|&part| self.parts[part as usize] += u32::from(parts >> part as u8 & 1));
        }
        if self.has_entities {
            return;
        }
        for entity in &document.entities {
            // Most articles pass every facet: their entities count without a look at the kind of each.
            self.entities[entity.index()] += u32::from(failed == 0 || counts(self.gate.bits[entity.index()]));
        }
    }

    fn add_months(&mut self, document: &Document) {
        let known = &self.gate.index.catalogue().months;
        let Some((first, last)) = document.months else {
            self.months[known.len()] += 1;
            return;
        };
        let from = known.partition_point(|&month| month < first);
        known[from..]
            .iter()
            .take_while(|&&month| month <= last)
            .enumerate()
            .for_each(|(at, _)| self.months[from + at] += 1);
    }

    /// The counts, as they are listed.
    pub(crate) fn finish(self, index: &Index) -> Facets {
        let catalogue = index.catalogue();
        let ids = self.gate.pack.outlets().iter().map(|outlet| Some(outlet.id.clone())).chain([None]);
        let outlets = ids.zip(&self.outlets).zip(&catalogue.of_outlet).filter(|(_, has)| **has > 0);
        let credits = catalogue.credits.iter().cloned().map(Some).chain([None]);
        let months = catalogue.months.iter().copied().map(Some).chain([None]);
        let has_language = |language: &Option<Language>| catalogue.languages.contains(language);
        let languages = LANGUAGES.into_iter().zip(self.languages).filter(|(language, _)| has_language(language));
        let size = |count: u32| count as usize;
        Facets {
            outlets: outlets.map(|((outlet, &count), _)| OutletCount { outlet, count: size(count) }).collect(),
            languages: languages.map(|(language, count)| LanguageCount { language, count: size(count) }).collect(),
            credits: credits.zip(&self.credits).map(|(credit, &n)| CreditCount { credit, count: size(n) }).collect(),
            months: months.zip(&self.months).map(|(month, &n)| MonthCount { month, count: size(n) }).collect(),
            roles: [Part::Title, Part::Lead, Part::Body, Part::Subheading]
                .map(|part| RoleCount { role: part.role(), count: size(self.parts[part as usize]) })
                .to_vec(),
            entities: ranked(&self.entities, &catalogue.entities),
        }
    }
}

/// Entities that some article names, the most frequent first, then in the given order. Counted into place, as this happens at each
/// keystroke.
fn ranked(counts: &[u32], order: &[EntityIx]) -> Vec<EntityCount> {
    let count = |entity: &EntityIx| counts[entity.index()] as usize;
    let most = order.iter().map(count).max().unwrap_or(0);
    let mut next = vec![0; most + 1];
    order.iter().filter(|entity| count(entity) < most).for_each(|entity| next[most - count(entity)] += 1);
    // The place of the first entity with each count, from the greatest count on.
    let mut before = order.len() - next.iter().sum::<usize>();
    next[0] = 0;
    for slot in &mut next[1..] {
        let here = *slot;
        *slot = before;
        before += here;
    }
    let mut rows = vec![EntityCount { entity: EntityIx(0), count: 0 }; order.len()];
    for entity in order {
        let slot = &mut next[most - count(entity)];
        rows[*slot] = EntityCount { entity: *entity, count: count(entity) };
        *slot += 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_stand_by_count_then_in_their_order() {
        let order = [3, 0, 2, 1].map(EntityIx);
        let rows: Vec<(u32, usize)> =
            ranked(&[5, 0, 5, 7], &order).iter().map(|row| (row.entity.0, row.count)).collect();
        assert_eq!(rows, [(3, 7), (0, 5), (2, 5), (1, 0)]);
        assert!(ranked(&[], &[]).is_empty());
        assert_eq!(ranked(&[0, 0], &order[1..2]).len(), 1);
    }
}
