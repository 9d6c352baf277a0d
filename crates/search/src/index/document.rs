//! An article, as search sees it.

use super::Part;
use serde::Serialize;
use std::fmt;
use visavis_corpus::{ArticleIx, Day, EntityIx, Head, Language, Pack, PackError, When};
use visavis_text::{distinct, ordered_by};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month in which `day` lies.
    pub fn of(day: Day) -> Self {
        Self(day.year() * 12 + i32::from(day.month()) - 1)
    }

    /// Reads `2016-10`.
    pub fn parse(iso: &str) -> Option<Self> {
        Day::parse(&format!("{iso}-01")).map(Self::of)
    }
}

/// `2016-10`
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Dates that leave more months open than this have none.
const VAGUE: i32 = 12;

/// An article, as search sees it.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Words in each part.
    pub(crate) lengths: [u32; 4],
    /// What one occurrence in each part weighs, by its length.
    pub(crate) norms: [f32; 4],
    /// The part of each block; `None` where it is not read.
    pub(crate) parts: Vec<Option<Part>>,
    /// The language that it is known to be in.
    pub(crate) language: Option<Language>,
    /// The same; where it is not known, the main one of the corpus.
    pub(crate) language_or_main: Language,
    /// Position of its outlet in the pack, or `None` where it is not known.
    pub(crate) outlet: Option<u32>,
    /// Position of its credit in the catalogue.
    pub(crate) credit: Option<u32>,
    /// Position of its byline in the catalogue.
    pub(crate) byline: Option<u32>,
    /// When it was published.
    pub(crate) when: Option<When>,
    /// The first and the last month in which that may have been.
    pub(crate) months: Option<(Month, Month)>,
    /// Entities that it names where it is read, in order.
    pub(crate) entities: Vec<EntityIx>,
}

impl Document {
    /// Words in what is read.
    pub(crate) fn length(&self) -> u32 {
        self.lengths.iter().sum()
    }

    /// The parts that it has, one bit each.
    pub(crate) fn parts_held(&self) -> u8 {
        Part::ALL.iter().fold(0, |bits, &part| bits | u8::from(self.lengths[part as usize] > 0) << part as u8)
    }

    /// Its language, as one bit.
    #[inline]
    pub(crate) const fn tongue(&self) -> u8 {
        tongue_bit(self.language_or_main)
    }
}

/// A language as one bit.
#[inline]
pub(crate) const fn tongue_bit(language: Language) -> u8 {
    1 << language as u8
}

/// What the articles have in common.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    /// Distinct credits, sorted.
    pub(crate) credits: Vec<String>,
    /// Distinct bylines, sorted.
    pub(crate) bylines: Vec<String>,
    /// How many articles name each entity.
    pub(crate) named_by: Vec<u32>,
    /// Articles in order of publication, the undated last.
    pub(crate) published: Vec<ArticleIx>,
    /// Entities that some article names: those that most articles name first.
    pub(crate) entities: Vec<EntityIx>,
    /// How many articles each outlet of the pack has; those of no known outlet last.
    pub(crate) of_outlet: Vec<u32>,
    /// Months that have articles, in order.
    pub(crate) months: Vec<Month>,
    /// Languages that have articles; `None` where one is of no known language.
    pub(crate) languages: Vec<Option<Language>>,
}

/// Describes articles, one after the other.
#[derive(Debug)]
pub(crate) struct Describing {
    main: Language,
    credits: Vec<String>,
    bylines: Vec<String>,
}

impl Describing {
    /// Begins with the heads of `pack`.
    pub(crate) fn new(pack: &Pack) -> Self {
        let names = |of: fn(&Head) -> Option<&String>| {
            let names: Vec<&str> = distinct(pack.heads().iter().filter_map(of).map(String::as_str).collect());
            names.into_iter().map(str::to_owned).collect()
        };
        Self {
            main: pack.meta().languages.first().copied().unwrap_or(Language::French),
            credits: names(|head| head.credit.value()),
            bylines: names(|head| head.byline.value()),
        }
    }

    /// The languages that have articles in `pack`; where one is of no known language, the main one.
    pub(crate) fn languages(&self, pack: &Pack) -> Vec<Language> {
        distinct(pack.heads().iter().map(|head| self.language_or_main(head)).collect())
    }

    fn language_or_main(&self, head: &Head) -> Language {
        head.language.value().copied().unwrap_or(self.main)
    }

    pub(crate) fn describe(&self, pack: &Pack, article: ArticleIx) -> Result<Document, PackError> {
        let parts: Vec<Option<Part>> = pack.roles(article)?.into_iter().map(Part::of).collect();
        let head = &pack.heads()[article.index()];
        let place = |names: &[String], name: Option<&String>| Some(names.binary_search(name?).ok()? as u32);
        let when = head.date.value().copied();
        Ok(Document {
            lengths: [0; 4],
            norms: [0.0; 4],
            entities: entities(pack, article, &parts)?,
            parts,
            language: head.language.value().copied(),
            language_or_main: self.language_or_main(head),
            outlet: head.outlet.value().and_then(|id| outlet(pack, id)),
            credit: place(&self.credits, head.credit.value()),
            byline: place(&self.bylines, head.byline.value()),
            when,
            months: when.map(months).filter(|(first, last)| last.0 - first.0 < VAGUE),
        })
    }

    pub(crate) fn finish(self, pack: &Pack, documents: &[Document]) -> Catalogue {
        let mut named_by = vec![0; pack.entities().len()];
        let mut of_outlet = vec![0; pack.outlets().len() + 1];
        let mut months = vec![];
        let languages = distinct(documents.iter().map(|document| document.language).collect());
        for document in documents {
            document.entities.iter().for_each(|entity| named_by[entity.index()] += 1);
            of_outlet[document.outlet.map_or(pack.outlets().len(), |outlet| outlet as usize)] += 1;
            if let Some((first, last)) = document.months {
                months.extend((first.0..=last.0).map(Month));
            }
        }
        let months = distinct(months);
        let named = pack.entities().iter().zip(0..).map(|(_, at)| EntityIx(at));
        let named = named.filter(|entity| named_by[entity.index()] > 0).collect();
        let entities = ordered_by(named, |entity| (u32::MAX - named_by[entity.index()], *entity));
        let when = |article: &ArticleIx| documents[article.index()].when;
        let published =
            ordered_by(pack.indices().collect(), |article| (when(article).is_none(), when(article), *article));
        let Self { credits, bylines, .. } = self;
        Catalogue { credits, bylines, named_by, published, entities, of_outlet, months, languages }
    }
}

/// The position of an outlet in the pack.
fn outlet(pack: &Pack, id: &str) -> Option<u32> {
    pack.outlets().iter().position(|outlet| outlet.id == id).map(|at| at as u32)
}

/// The entities that are shown and that an article names in its `parts`.
fn entities(pack: &Pack, article: ArticleIx, parts: &[Option<Part>]) -> Result<Vec<EntityIx>, PackError> {
    let shown = |entity: &EntityIx| pack.entity(*entity).is_some_and(|entity| !entity.hide);
    let mentions = pack.mentions(article)?;
    let read = mentions.iter().filter(|mention| parts.get(mention.block as usize).is_some_and(Option::is_some));
    Ok(distinct(read.filter_map(|mention| mention.entity.filter(shown)).collect()))
}

fn months(when: When) -> (Month, Month) {
    (Month::of(when.first()), Month::of(when.last()))
}
