//! Narrowing by outlet and by entity, and what each further step would leave.

use crate::{Index, index::Document};
use serde::Serialize;
use visavis_corpus::{EntityIx, Kind, Pack};

/// What the results are narrowed to. Inside one facet any of the values is enough; across facets all must hold. Each kind of entity is a
/// facet of its own.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filters {
    /// Outlets by id; `None` is an outlet that is not known.
    pub outlets: Vec<Option<String>>,
    /// Entities.
    pub entities: Vec<EntityIx>,
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

/// The values of each facet with the number of articles that choosing them would show. A choice inside a facet does not change the
/// counts of its siblings.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Facets {
    /// Outlets in the order of the pack, the unknown one last; all that have an article.
    pub outlets: Vec<OutletCount>,
    /// Entities that some article names, the most frequent first, then by how many articles of the whole corpus name them.
    pub entities: Vec<EntityCount>,
}

/// The facet of outlets, as a bit; the kinds of entity follow it.
const OUTLET: u8 = 1;

fn facet(kind: Kind) -> u8 {
    OUTLET << (1 + Kind::ALL.iter().position(|&k| k == kind).unwrap_or(0))
}

/// Which facets an article fails, one bit each.
pub(crate) struct Gate<'f> {
    outlets: Option<Vec<Option<usize>>>,
    kinds: Vec<(u8, Vec<EntityIx>)>,
    pack: &'f Pack,
}

impl<'f> Gate<'f> {
    pub(crate) fn new(pack: &'f Pack, filters: &Filters) -> Self {
        // An id that the pack does not have matches no article: narrowing to nothing is honest, ignoring it is not.
        let outlet = |id: &Option<String>| match id {
            None => Some(None),
            Some(id) => pack.outlets().iter().position(|outlet| outlet.id == *id).map(Some),
        };
        let outlets = (!filters.outlets.is_empty()).then(|| filters.outlets.iter().filter_map(outlet).collect());
        let mut kinds: Vec<(u8, Vec<EntityIx>)> = vec![];
        for &entity in &filters.entities {
            let Some(kind) = pack.entity(entity).map(|entity| facet(entity.kind)) else { continue };
            match kinds.iter_mut().find(|(bit, _)| *bit == kind) {
                Some((_, chosen)) => chosen.push(entity),
                None => kinds.push((kind, vec![entity])),
            }
        }
        Self { outlets, kinds, pack }
    }

    /// The facets whose choice excludes `document`.
    pub(crate) fn fails(&self, document: &Document) -> u8 {
        let outlet = self.outlets.as_ref().is_some_and(|chosen| !chosen.contains(&document.outlet));
        let named = |entity: &EntityIx| document.entities.binary_search(entity).is_ok();
        let kinds = self.kinds.iter().filter(|(_, chosen)| !chosen.iter().any(named)).map(|(bit, _)| bit);
        kinds.fold(if outlet { OUTLET } else { 0 }, |failed, bit| failed | bit)
    }

    /// Counts the articles that match, each given with the facets it fails.
    pub(crate) fn count<'d>(&self, index: &Index, matching: impl Iterator<Item = (&'d Document, u8)>) -> Facets {
        let mut outlets = vec![0; self.pack.outlets().len() + 1];
        let mut entities = vec![0; self.pack.entities().len()];
        let slot = |outlet: Option<usize>| outlet.unwrap_or(self.pack.outlets().len());
        let bits: Vec<u8> = self.pack.entities().iter().map(|entity| facet(entity.kind)).collect();
        for (document, failed) in matching {
            outlets[slot(document.outlet)] += usize::from(failed & !OUTLET == 0);
            for entity in &document.entities {
                entities[entity.index()] += usize::from(failed & !bits[entity.index()] == 0);
            }
        }
        let mut has_outlet = vec![false; outlets.len()];
        let mut named_by = vec![0; entities.len()];
        for document in index.documents() {
            has_outlet[slot(document.outlet)] = true;
            document.entities.iter().for_each(|entity| named_by[entity.index()] += 1);
        }
        let ids = self.pack.outlets().iter().map(|outlet| Some(outlet.id.clone())).chain([None]);
        let listed = ids.zip(outlets).zip(has_outlet).filter(|(_, has)| *has);
        let mut ranked: Vec<EntityCount> =
            (0..).map(EntityIx).zip(entities).map(|(entity, count)| EntityCount { entity, count }).collect();
        ranked.retain(|row| named_by[row.entity.index()] > 0);
        ranked.sort_by_key(|row| (usize::MAX - row.count, usize::MAX - named_by[row.entity.index()], row.entity));
        Facets { outlets: listed.map(|((outlet, count), _)| OutletCount { outlet, count }).collect(), entities: ranked }
    }
}
