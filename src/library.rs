//! The corpus that is shown: a pack, and the index built from it.

use crate::address::Address;
use visavis_corpus::{Article, ArticleIx, EntityIx, Head, Outlet, Pack, PackError};
use visavis_search::{Choices, Filters, Hit, Index, Query, Results};

/// Stands for the outlet that is not known, in addresses and in the page.
pub const UNKNOWN_OUTLET: &str = "-";

/// A pack and its index.
#[derive(Clone, Debug)]
pub struct Library {
    pack: Pack,
    index: Index,
}

impl Library {
    /// Opens the pack in `file` and builds its index.
    ///
    /// # Errors
    /// [`PackError`] where the bytes are no pack that this program can show.
    pub fn open(file: &[u8]) -> Result<Self, PackError> {
        let pack = Pack::open(file)?;
        let index = Index::build(&pack)?;
        Ok(Self { pack, index })
    }

    /// The pack.
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Words of an article that are read.
    pub fn words(&self, article: ArticleIx) -> usize {
        self.index.words(article) as usize
    }

    /// Answers what the address asks.
    pub fn search(&self, address: &Address) -> Results {
        self.ask(&Query::parse(&address.query), &address.outlets, &address.entities)
    }

    /// Answers `query` among the outlets and entities chosen by id.
    pub fn ask(&self, query: &Query, outlets: &[String], entities: &[String]) -> Results {
        let outlet = |id: &String| (id != UNKNOWN_OUTLET).then(|| id.clone());
        let only = Choices {
            outlets: outlets.iter().map(outlet).collect(),
            entities: entities.iter().filter_map(|id| self.entity(id)).collect(),
            ..Choices::default()
        };
        let filters = Filters { only, ..Filters::default() };
        self.index.search(&self.pack, query, &filters)
    }

    /// Where `query` stands in an article.
    pub fn hits(&self, article: ArticleIx, query: &Query) -> Vec<Hit> {
        self.index.hits(&self.pack, article, query)
    }

    /// The entity called `id`.
    pub fn entity(&self, id: &str) -> Option<EntityIx> {
        self.pack.entities().iter().position(|entity| entity.id == id).map(|ix| EntityIx(ix as u32))
    }

    /// The name of an entity; `None` for one that is recognised and not shown.
    pub fn name(&self, entity: EntityIx) -> Option<String> {
        self.pack.entity(entity).filter(|entity| !entity.hide).map(|entity| entity.name.clone())
    }

    /// The article called `id`, with its text.
    pub fn article(&self, id: &str) -> Option<(ArticleIx, Article)> {
        let ix = self.pack.find(id)?;
        Some((ix, self.pack.article(ix).ok()?))
    }

    /// What is known of an article.
    pub fn head(&self, article: ArticleIx) -> Option<&Head> {
        self.pack.heads().get(article.index())
    }

    /// The outlet of an article, and its position in the pack.
    pub fn outlet_of(&self, head: &Head) -> Option<(usize, &Outlet)> {
        let id = head.outlet.value()?;
        self.pack.outlets().iter().enumerate().find(|(_, outlet)| outlet.id == *id)
    }
}
