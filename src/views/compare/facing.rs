//! What the lenses share: the articles, what was found, and what of it is looked at.

use crate::{
    address::{Address, Place as Paragraph},
    explorer::{Explorer, Step},
    lens::{Lens, Look},
    library::Library,
    live::{Memo, RwSignal},
    parts::{
        article::place_of,
        tag::{Tag, link},
    },
    settings::use_words,
    words::{CompareWords, Words},
};
use std::sync::Arc;
use visavis_compare::{
    Comparison, CopiedPassage, Copies, CopyClass, CopyParameters, Meeting, PairReport, PassageParameters, Place, listed,
};
use visavis_corpus::Article;
use visavis_text::{ordered_by, slice};

/// Letters of a title that stand for an article without an outlet.
const SHORT: usize = 24;

/// Articles face to face.
#[derive(Clone)]
pub(super) struct Facing {
    /// The state of the page.
    pub explorer: Explorer,
    /// What the page says.
    pub words: &'static Words,
    /// What these views say.
    pub say: &'static CompareWords,
    /// The corpus.
    pub library: Arc<Library>,
    /// What was found.
    pub comparison: Arc<Comparison>,
    /// What of it is shown.
    pub look: Memo<Look>,
    /// Through which lens.
    pub lens: Memo<Lens>,
    /// The copies of each pair, counted as the address says.
    pub copies: Memo<Arc<Vec<Copies>>>,
    /// The stronger meetings of all pairs, in the order in which the texts are read: the pair, and the position in it.
    pub meetings: Arc<Vec<[usize; 2]>>,
    /// How many parts of each text are there already.
    pub parts_drawn: RwSignal<usize>,
}

impl Facing {
    /// Articles that were compared, as the address looks at them.
    pub(super) fn new(explorer: Explorer, comparison: Arc<Comparison>) -> Self {
        let words = use_words();
        let library = explorer.library();
        let look = Memo::new(move || explorer.address.with(|address| address.look.clone()));
        let lens = Memo::new(move || look.with(|look| look.lens));
        let least = Memo::new(move || look.with(|look| look.least));
        let copies = {
            let (library, comparison) = (library.clone(), comparison.clone());
            Memo::new(move || {
                if least.get() == CopyParameters::default().least_words {
                    return Arc::new(comparison.pairs.iter().map(|pair| pair.copies.clone()).collect());
                }
                let parameters = CopyParameters { least_words: least.get(), ..CopyParameters::default() };
                Arc::new(library.copies(&comparison, parameters))
            })
        };
        let meetings = Arc::new(in_order(&comparison));
        let parts_drawn = RwSignal::new(1);
        Self { explorer, words, say: words.compare, library, comparison, look, lens, copies, meetings, parts_drawn }
    }

    /// How many articles there are.
    pub(super) fn count(&self) -> usize {
        self.comparison.articles.len()
    }

    /// One of them.
    pub(super) fn article(&self, side: usize) -> &Article {
        &self.comparison.articles[side]
    }

    /// What an article is called in a table: its outlet, or how its title begins.
    pub(super) fn name(&self, side: usize) -> String {
        let head = &self.article(side).head;
        let outlet = self.library.outlet_of(head).map(|(_, outlet)| outlet.name.clone());
        outlet.unwrap_or_else(|| {
            let title = self.title(side);
            let short: String = title.chars().take(SHORT).collect();
            if short.len() < title.len() { format!("{}…", short.trim_end()) } else { short }
        })
    }

    /// The names of all, told apart where two are the same.
    pub(super) fn names(&self) -> Vec<String> {
        let names: Vec<String> = (0..self.count()).map(|side| self.name(side)).collect();
        let twice = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
        let told = |(side, name): (usize, &String)| {
            if twice(name) { format!("{name} ({})", side + 1) } else { name.clone() }
        };
        names.iter().enumerate().map(told).collect()
    }

    /// The title of an article.
    pub(super) fn title(&self, side: usize) -> String {
        self.article(side).head.title.value().cloned().unwrap_or_else(|| self.words.untitled.to_owned())
    }

    /// The language of an article, for the page.
    pub(super) fn lang(&self, side: usize) -> Option<&'static str> {
        self.article(side).head.language.value().map(|language| language.tag())
    }

    /// The words at a place.
    pub(super) fn text(&self, side: usize, place: Place) -> &str {
        let block = self.article(side).blocks.get(place.block as usize);
        block.and_then(|block| slice(&block.text, place.span)).unwrap_or_default()
    }

    /// The words at some places, one after the other.
    pub(super) fn texts(&self, side: usize, places: &[Place]) -> String {
        places.iter().map(|&place| self.text(side, place)).collect::<Vec<_>>().join(" ")
    }

    /// The paragraph of a place, as `§ 3`; the title has no number.
    pub(super) fn paragraph(&self, side: usize, block: u32) -> String {
        let place = place_of(&self.article(side).blocks, block as usize);
        place.map_or_else(|| self.words.title.to_owned(), |place| format!("§\u{a0}{}", place.number))
    }

    /// The way to a paragraph in the article by itself.
    pub(super) fn way(&self, side: usize, block: u32) -> Tag {
        let id = self.article(side).head.id.0.clone();
        let place: Option<Paragraph> = place_of(&self.article(side).blocks, block as usize);
        let explorer = self.explorer;
        let href =
            move || explorer.address.with(|address| Address { place: place.clone(), ..address.read(&id) }.href());
        link("", href).child(self.paragraph(side, block))
    }

    /// The pair of a meeting, and the meeting.
    pub(super) fn meeting(&self, at: usize) -> Option<(&PairReport, &Meeting)> {
        let [pair, meeting] = *self.meetings.get(at)?;
        let pair = self.comparison.pairs.get(pair)?;
        Some((pair, pair.meetings.get(meeting)?))
    }

    /// The copies that are shown, in the order of the texts: the sides, and the passage.
    pub(super) fn shown_copies(&self) -> Vec<([usize; 2], CopiedPassage)> {
        let phrases = self.look.with(|look| look.phrases);
        let copies = self.copies.get();
        let pairs = self.comparison.pairs.iter().zip(copies.iter());
        let all =
            pairs.flat_map(|(pair, copies)| copies.passages.iter().map(move |copied| (pair.sides, copied.clone())));
        let shown = all.filter(|(_, copied)| phrases || copied.class != CopyClass::SetPhrase);
        ordered_by(shown.collect(), |(sides, copied)| (*sides, copied.sides[0].first().map(|stretch| stretch.words)))
    }

    /// How many parts `n` and `p` go through.
    pub(super) fn parts(&self) -> usize {
        match self.lens.get() {
            Lens::Passages => self.meetings.len(),
            Lens::Copies => self.shown_copies().len(),
            _ => 0,
        }
    }

    /// The key of the parts of what is looked at.
    pub(super) fn key(&self) -> Option<String> {
        let at = self.look.with(|look| look.at)?;
        match self.lens.get() {
            Lens::Passages => Some(meeting_key(at - 1)),
            Lens::Copies => Some(copy_key(at - 1)),
            _ => None,
        }
    }

    /// Goes to the next part, or to the previous one.
    pub(super) fn step(&self, forward: bool) {
        let count = self.parts();
        let now = self.look.with_untracked(|look| look.at);
        let next = match (now, forward) {
            _ if count == 0 => return,
            (None, true) => 1,
            (None, false) => count,
            (Some(at), true) => at % count + 1,
            (Some(at), false) => {
                if at <= 1 {
                    count
                } else {
                    at - 1
                }
            }
        };
        self.go(|look| look.at = Some(next));
    }

    /// Changes what is shown, on the way.
    pub(super) fn go(&self, change: impl FnOnce(&mut Look)) {
        let next = self.explorer.address.with_untracked(|address| address.looking(change));
        self.explorer.go(next, Step::Replace);
    }
}

/// The key of the parts of a meeting.
pub(super) fn meeting_key(at: usize) -> String {
    format!("m{at}")
}

/// The key of the parts of a copy.
pub(super) fn copy_key(at: usize) -> String {
    format!("c{at}")
}

fn in_order(comparison: &Comparison) -> Vec<[usize; 2]> {
    let pairs = comparison.pairs.iter().enumerate();
    let shown = |meetings: &[Meeting]| listed(meetings, PassageParameters::default());
    let all: Vec<[usize; 2]> =
        pairs.flat_map(|(pair, of)| shown(&of.meetings).into_iter().map(move |meeting| [pair, meeting])).collect();
    ordered_by(all, |&[pair, meeting]| (pair, comparison.pairs[pair].meetings[meeting].sides))
}
