//! Narrowing by what is known of an article, and what each further step would leave.

use crate::{
    Index,
    index::{Document, Month, Part},
};
use serde::Serialize;
use visavis_corpus::{EntityIx, Kind, Language, Pack, Role};
use visavis_text::ordered;

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
const FIRST_KIND: u16 = 1 << 5;

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
            index,
            pack,
            bits: pack.entities().iter().map(|entity| facet(entity.kind)).collect(),
        }
    }

    /// The facets whose choice excludes `document`, in whose `parts` the query stands.
    pub(crate) fn fails(&self, document: &Document, parts: u8) -> u16 {
        let missing = if self.only.facets == 0 { 0 } else { self.only.facets & !self.only.has(document, parts) };
        let barred = if self.without.facets == 0 { 0 } else { self.without.has(document, parts) };
        missing | barred
    }

    /// Whether `document` passes, wherever the query stands in it.
    pub(crate) fn passes(&self, document: &Document) -> bool {
        self.fails(document, document.parts_held()) & !ROLE == 0
    }

    /// Counts nothing yet.
    pub(crate) fn tally(&self) -> Tally<'_> {
        let catalogue = self.index.catalogue();
        Tally {
            gate: self,
            outlets: vec![0; self.pack.outlets().len() + 1],
            entities: vec![0; self.pack.entities().len()],
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
        for entity in &document.entities {
            self.entities[entity.index()] += u32::from(counts(self.gate.bits[entity.index()]));
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
            entities: ranked(&self.entities, &catalogue.named_by),
        }
    }
}

/// Entities that some article names, the most frequent first.
fn ranked(counts: &[u32], named_by: &[u32]) -> Vec<EntityCount> {
    let rows = counts.iter().zip(named_by).zip(0..).filter(|((_, named_by), _)| **named_by > 0);
    // One number sorts faster than three.
    let key = |((&count, &named_by), entity): ((&u32, &u32), u32)| {
        u128::from(u32::MAX - count) << 64 | u128::from(u32::MAX - named_by) << 32 | u128::from(entity)
    };
    let keys: Vec<u128> = ordered(rows.map(key).collect(), u128::cmp);
    let row = |key: u128| {
        let entity = EntityIx(key as u32);
        EntityCount { entity, count: counts[entity.index()] as usize }
    };
    keys.into_iter().map(row).collect()
}
