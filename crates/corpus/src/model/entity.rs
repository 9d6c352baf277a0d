//! A corpus: its description, its outlets, the entities it names, its articles.

use super::{Article, Language};
use serde::{Deserialize, Serialize};

/// The position of an entity in one corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityIx(pub u32);

impl EntityIx {
    /// As an index into a list.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What kind of thing is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A person.
    Person,
    /// A place: city, country, region.
    Place,
    /// A body: government, party, army, company, medium.
    Organisation,
    /// A people, or the inhabitants of a place.
    People,
    /// An event.
    Event,
    /// Something else, or not known.
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 6] = [Self::Person, Self::Place, Self::Organisation, Self::People, Self::Event, Self::Other];

    /// The name used in JSON and in `entities.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::People => "people",
            Self::Event => "event",
            Self::Other => "other",
        }
    }

    /// The kind called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Someone or something that articles name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its name in addresses and files, unique in the corpus.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// The name shown.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Ways of speaking of it that are not names ("le président russe").
    pub descriptions: Vec<String>,
    /// Where else it is described (Wikidata, VIAF).
    pub same_as: Vec<String>,
    /// Recognised, but not shown.
    pub hide: bool,
    /// Found by the program in the texts; otherwise listed by the owner.
    pub recognised: bool,
    /// Of a people, its country, where the corpus names it.
    pub country: Option<EntityIx>,
}

/// How much of an outlet's text may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Publish {
    /// All of it.
    Full,
    /// The first words only.
    Excerpt,
    /// Nothing but what describes it.
    None,
}

/// Who published an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlet {
    /// Its name in addresses and files, unique in the corpus.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Country, as the owner writes it.
    pub country: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Daily, agency, state broadcaster…, as the owner writes it.
    pub kind: Option<String>,
    /// Home page.
    pub url: Option<String>,
    /// How much may be published.
    pub publish: Publish,
}

/// A referent and the competing terms for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Naming {
    /// What is named.
    pub referent: String,
    /// The terms.
    pub terms: Vec<String>,
}

/// What the owner says of the corpus as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Title.
    pub title: String,
    /// A sentence or two.
    pub description: String,
    /// Languages of the articles.
    pub languages: Vec<Language>,
    /// Whose the texts are.
    pub licence: String,
}

/// A whole corpus, as it is packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus {
    /// What it is.
    pub meta: Meta,
    /// Outlets, in the owner's order.
    pub outlets: Vec<Outlet>,
    /// Entities, in the owner's order.
    pub entities: Vec<Entity>,
    /// Competing terms, in the owner's order.
    pub namings: Vec<Naming>,
    /// Articles, in order of id.
    pub articles: Vec<Article>,
}
