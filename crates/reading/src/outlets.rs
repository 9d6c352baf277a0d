//! Which outlet it is that a file names.

use crate::{
    formats::{Field, slug},
    read::Named,
};
use std::collections::BTreeMap;
use visavis_corpus::{Outlet, Publish};

/// Finds the outlet that each article's file names among `outlets`, by id or by name; one that the owner does not describe is added,
/// with the name that the file gives it.
pub(crate) fn resolve(mut outlets: Vec<Outlet>, articles: &mut [Named<'_>]) -> Vec<Outlet> {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for outlet in &outlets {
        known.entry(key(&outlet.id)).or_insert_with(|| outlet.id.clone());
        known.entry(key(&outlet.name)).or_insert_with(|| outlet.id.clone());
    }
    for article in articles {
        let Some(name) = article.draft.stated.first(Field::Outlet).filter(|name| !key(name).is_empty()) else {
            continue;
        };
        let id = known.entry(key(name)).or_insert_with(|| {
            let id = key(name);
            outlets.push(Outlet {
                id: id.clone(),
                name: name.into(),
                country: None,
                owner: None,
                kind: None,
                url: None,
                publish: Publish::Full,
            });
            id
        });
        article.outlet = Some(id.clone());
    }
    outlets
}

/// The words of a name: `Le Monde` and `le-monde` are one.
fn key(name: &str) -> String {
    slug(name)
}
