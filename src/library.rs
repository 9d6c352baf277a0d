//! The corpus that is shown: a pack, and the index built from it.

use crate::{
    address::{Choice, Facet, Order},
    corrections::{Correction, Corrections},
};
use std::cmp::Reverse;
use std::sync::{Arc, Mutex, PoisonError};
use visavis_compare::{Background, Comparing, Comparison, Copies, CopyParameters, Counting, WordCounts};
use visavis_corpus::{Article, ArticleIx, Day, EntityIx, Head, Language, Marks, Outlet, Pack, PackError, Role};
use visavis_search::{
    Filters, Found, Hit, Index, Indexing, Line, LineOrder, Month, Query, Results, TermShare, report::SearchReport,
};
use visavis_text::{fold, ordered_by, words};

/// Stands for the value that is not known, in addresses and in the page.
pub const UNKNOWN: &str = "-";

/// A pack and its index.
#[derive(Clone, Debug)]
pub struct Library {
    pack: Pack,
    index: Index,
    counted: Arc<Mutex<Counted>>,
    corrections: Corrections,
}

/// What comparisons are seen against, as far as it was counted.
#[derive(Debug)]
enum Counted {
    /// So many articles of the sample, and a part of the one at hand.
    Part(Counting, usize, Option<Box<Article>>),
    /// All of them.
    Whole(Background),
}

/// Articles of the corpus that rarity is judged by; of a larger corpus as many, evenly spread.
const COUNTED: usize = 150;

/// Titles that are listed while the texts arrive.
const TITLES: usize = 20;

/// A corpus that arrives.
#[derive(Debug)]
pub struct Opening {
    pack: visavis_corpus::Opening<'static>,
    indexing: Option<Indexing>,
    corrections: Corrections,
}

impl Opening {
    /// Nothing of it is there; its entities will be as the reader has corrected them.
    pub fn new(corrections: Corrections) -> Self {
        Self { pack: visavis_corpus::Opening::default(), indexing: None, corrections }
    }

    /// The next bytes of the pack.
    pub fn arrive(&mut self, bytes: &[u8]) {
        self.pack.arrive(bytes);
    }

    /// Takes the next step that the bytes allow, of some milliseconds; false where they allow none. Whether each article fits together is
    /// left to [`crate::load::check`].
    ///
    /// # Errors
    /// [`PackError`] where the bytes are no pack that this program can show.
    pub fn step(&mut self) -> Result<bool, PackError> {
        if self.pack.step()? {
            return Ok(true);
        }
        let Some(pack) = self.pack.begun() else { return Ok(false) };
        if let Some(indexing) = &mut self.indexing {
            return indexing.step(pack);
        }
        pack.amend_entities(|entity| match self.corrections.of(&entity.id) {
            Some(Correction::Hide | Correction::Merge(_)) => entity.hide = true,
            Some(Correction::Retype(kind)) => entity.kind = *kind,
            None => {}
        });
        self.indexing = Some(Indexing::new(pack));
        Ok(true)
    }

    /// Whether titles can be asked for.
    pub fn has_titles(&mut self) -> bool {
        self.pack.begun().is_some()
    }

    /// The first articles in whose titles each word of `typed` begins one: what can be asked while the texts arrive.
    pub fn titles(&mut self, typed: &str) -> Vec<Head> {
        let asked: Vec<String> = words(typed).map(|word| fold(word.text)).collect();
        let Some(pack) = self.pack.begun().filter(|_| !asked.is_empty()) else { return vec![] };
        let has = |title: &str| {
            let there: Vec<String> = words(title).map(|word| fold(word.text)).collect();
            asked.iter().all(|asked| there.iter().any(|word| word.starts_with(asked.as_str())))
        };
        let titles = pack.heads().iter().filter(|head| head.title.value().is_some_and(|title| has(title)));
        titles.take(TITLES).cloned().collect()
    }

    /// How many articles can be asked, of how many; 0 of 0 before that is known.
    pub fn progress(&mut self) -> (usize, usize) {
        let all = self.pack.begun().map_or(0, |pack| pack.heads().len());
        (self.indexing.as_ref().map_or(0, Indexing::counted), all)
    }

    /// The corpus, once nothing is left to do.
    ///
    /// # Errors
    /// [`PackError`] where the bytes are no pack that this program can show, or not all of one.
    pub fn done(&mut self) -> Result<Library, PackError> {
        while self.step()? {}
        let pack = std::mem::take(&mut self.pack).done()?;
        let index = self.indexing.take().map_or_else(|| Index::build(&pack), |indexing| indexing.done(&pack))?;
        let counted = Arc::new(Mutex::new(Counted::Part(Counting::default(), 0, None)));
        Ok(Library { pack, index, counted, corrections: std::mem::take(&mut self.corrections) })
    }
}

impl Library {
    /// What the reader has corrected.
    pub const fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// The pack.
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Words of an article that are read.
    pub fn words(&self, article: ArticleIx) -> usize {
        self.index.words(article) as usize
    }

    /// Answers `query` among the articles that the choices leave.
    pub fn ask(&self, query: &Query, choices: &[Choice]) -> Results {
        self.ask_within(query, choices, None)
    }

    /// Answers `query` among the articles that the choices leave, and that were, or may have been, published in these days. A choice that
    /// the corpus does not know is passed over: [`Library::knows`] tells which those are.
    pub fn ask_within(&self, query: &Query, choices: &[Choice], days: Option<(Day, Day)>) -> Results {
        let mut filters = Filters { days, ..Filters::default() };
        for choice in choices.iter().filter(|choice| self.knows(choice)) {
            let to = if choice.without { &mut filters.without } else { &mut filters.only };
            let known = (choice.value != UNKNOWN).then_some(choice.value.as_str());
            match choice.facet {
                Facet::Outlet => to.outlets.push(known.map(str::to_owned)),
                Facet::Entity => to.entities.extend(self.entity(&choice.value)),
                Facet::Language => to.languages.push(known.and_then(Language::parse)),
                Facet::Credit => to.credits.push(known.map(str::to_owned)),
                Facet::Month => to.months.push(known.and_then(Month::parse)),
                Facet::Role => to.roles.extend(Role::parse(&choice.value)),
            }
        }
        self.index.search(&self.pack, query, &filters)
    }

    /// Whether the corpus has the value that is chosen.
    pub fn knows(&self, choice: &Choice) -> bool {
        let value = &choice.value;
        let unknown = value == UNKNOWN;
        match choice.facet {
            Facet::Outlet => unknown || self.pack.outlet(value).is_some(),
            Facet::Entity => self.entity(value).is_some(),
            Facet::Language => unknown || Language::parse(value).is_some(),
            Facet::Credit => unknown || self.pack.heads().iter().any(|head| head.credit.value() == Some(value)),
            Facet::Month => unknown || Month::parse(value).is_some(),
            Facet::Role => Role::parse(value).is_some_and(Role::is_read),
        }
    }

    /// The articles found, in the order asked for.
    pub fn in_order(&self, found: Vec<Found>, order: Order) -> Vec<Found> {
        let head = |found: &Found| self.head(found.article);
        match order {
            Order::Relevance => found,
            Order::Date => ordered_by(found, |found| {
                let when = head(found).and_then(|head| head.date.value().copied());
                (when.is_none(), when)
            }),
            Order::Outlet => ordered_by(found, |found| {
                head(found).and_then(|head| self.outlet_of(head)).map_or(usize::MAX, |(at, _)| at)
            }),
            Order::Length => ordered_by(found, |found| Reverse(self.words(found.article))),
        }
    }

    /// The first and the last day on which an article was, or may have been, published.
    pub fn days(&self) -> Option<(Day, Day)> {
        let dates = || self.pack.heads().iter().filter_map(|head| head.date.value());
        Some((dates().map(|when| when.first()).min()?, dates().map(|when| when.last()).max()?))
    }

    /// The articles that name `entity`, or one that is merged into it, where they are read, in order of publication.
    pub fn naming(&self, entity: EntityIx) -> Vec<ArticleIx> {
        let Some(id) = self.pack.entity(entity).map(|entity| entity.id.as_str()) else { return vec![] };
        let ask = |id: &str| self.ask(&Query::default(), &[Choice::with(Facet::Entity, id)]).found;
        let mut all = ask(id);
        let merged: Vec<&str> = self.corrections.merged_into(id).collect();
        for found in merged.iter().flat_map(|id| ask(id)) {
            if !all.iter().any(|other| other.article == found.article) {
                all.push(found);
            }
        }
        let all = if merged.is_empty() { all } else { self.in_order(all, Order::Date) };
        all.into_iter().map(|found| found.article).collect()
    }

    /// Every place where `query` stands in `articles`, with at most `width` bytes on either side.
    pub fn concordance(&self, query: &Query, articles: &[ArticleIx], order: LineOrder, width: usize) -> Vec<Line> {
        self.index.concordance(&self.pack, query, articles, order, width).unwrap_or_default()
    }

    /// What each term of `query` adds to the score of an article.
    pub fn explain(&self, query: &Query, article: ArticleIx) -> Vec<TermShare> {
        self.index.explain(&self.pack, query, article)
    }

    /// Sets articles side by side.
    pub fn compare(&self, articles: &[ArticleIx]) -> Comparison {
        let mut comparing = self.comparing(articles);
        while self.compare_further(&mut comparing) {}
        comparing.done()
    }

    /// Begins to do so.
    pub fn comparing(&self, articles: &[ArticleIx]) -> Comparing {
        Comparing::new(articles.iter().filter_map(|&ix| self.pack.article(ix).ok()).collect())
    }

    /// Takes the next step of a comparison; whether anything is left to do. Before the first one the corpus has to be counted.
    pub fn compare_further(&self, comparing: &mut Comparing) -> bool {
        self.count_further() || self.with_background(|background| comparing.step(self.pack.namings(), background))
    }

    /// The copies of a comparison, counted in another way.
    pub fn copies(&self, comparison: &Comparison, parameters: CopyParameters) -> Vec<Copies> {
        self.with_background(|background| comparison.copies(parameters, background))
    }

    /// Goes on counting the corpus, for comparisons to be seen against, mostly by a paragraph; whether anything is left to count.
    pub fn count_further(&self) -> bool {
        let mut kept = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        self.count_one(&mut kept);
        matches!(*kept, Counted::Part(..))
    }

    fn count_one(&self, counted: &mut Counted) {
        let Counted::Part(counting, at, at_hand) = counted else { return };
        if let Some(article) = at_hand {
            if !counting.step(article) {
                *at_hand = None;
            }
            return;
        }
        match self.sampled().nth(*at) {
            Some(ix) => {
                *at_hand = self.pack.article(ix).ok().map(Box::new);
                *at += 1;
            }
            None => *counted = Counted::Whole(std::mem::take(counting).done()),
        }
    }

    /// Asks what is known of the whole corpus; what of it was not counted yet is counted now.
    fn with_background<T>(&self, ask: impl FnOnce(&mut Background) -> T) -> T {
        let mut kept = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match &mut *kept {
                Counted::Whole(background) => return ask(background),
                counted @ Counted::Part(..) => self.count_one(counted),
            }
        }
    }

    /// The words of the articles that are counted, without the one called `without`.
    pub fn word_counts(&self, without: Option<&str>) -> WordCounts {
        let sample = self.sample();
        WordCounts::of_articles(sample.iter().filter(|article| without != Some(article.head.id.0.as_str())))
    }

    fn sample(&self) -> Vec<Article> {
        self.sampled().filter_map(|ix| self.pack.article(ix).ok()).collect()
    }

    fn sampled(&self) -> impl Iterator<Item = ArticleIx> + use<> {
        Background::sample(self.pack.heads().len(), COUNTED).map(|ix| ArticleIx(ix as u32))
    }

    /// The first `limit` of `results`, for programs.
    pub fn report<'a>(&'a self, asked: (&str, &Query), results: &'a Results, limit: Option<usize>) -> SearchReport<'a> {
        SearchReport::new(&self.index, &self.pack, asked, results, limit)
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
        Some((ix, self.read(ix)?))
    }

    /// The article at `ix`, with its text.
    pub fn read(&self, ix: ArticleIx) -> Option<Article> {
        let mut article = self.pack.article(ix).ok()?;
        self.correct(&mut article.marks);
        Some(article)
    }

    /// What was found in the text of the article at `ix`.
    pub fn marks(&self, ix: ArticleIx) -> Option<Marks> {
        let mut marks = self.pack.marks(ix).ok()?;
        self.correct(&mut marks);
        Some(marks)
    }

    /// Applies what the reader has corrected.
    fn correct(&self, marks: &mut Marks) {
        if self.corrections.is_empty() {
            return;
        }
        let into = |ix: EntityIx| match self.corrections.of(&self.pack.entity(ix)?.id) {
            Some(Correction::Merge(other)) => self.entity(other),
            _ => None,
        };
        let merged = |ix: Option<EntityIx>| ix.map(|ix| into(ix).unwrap_or(ix));
        for mention in &mut marks.mentions {
            mention.entity = merged(mention.entity);
            if let Some(entity) = mention.entity.and_then(|ix| self.pack.entity(ix))
                && let Some(Correction::Retype(kind)) = self.corrections.of(&entity.id)
            {
                mention.kind = *kind;
            }
        }
        for speaker in marks.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            speaker.entity = merged(speaker.entity);
        }
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
