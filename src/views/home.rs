//! What the list begins with: what this corpus is, and a first question to ask it.

use crate::{
    address::{Address, View},
    browser::page,
    explorer::Explorer,
    library::Library,
    parts::tag::{Tag, link, tag},
    settings::use_words,
    words::Words,
};
use visavis_corpus::{ArticleIx, Day, Head, Kind, Language};
use visavis_search::Query;

/// What the corpus is; during a search it makes room.
pub fn home(explorer: Explorer) -> Tag {
    let words = use_words();
    let meta = explorer.with(|library| library.pack().meta().clone());
    let asking = move || explorer.address.with(|address| !address.query.is_empty() || address.is_narrowed());
    let facts: Vec<Tag> =
        explorer.with(|library| facts(library, words)).into_iter().map(|fact| tag("li").child(fact)).collect();
    let questions: Vec<Tag> = explorer
        .with(|library| questions(library, words))
        .into_iter()
        .map(|(said, to)| {
            let href = move || explorer.address.with(|address| to(address).href());
            tag("li").child(link("question", href).child(said))
        })
        .collect();
    let ask = (!questions.is_empty()).then(|| {
        tag("div")
            .set("class", "questions")
            .child(tag("h2").child(words.first_question))
            .child(tag("ul").child(questions))
    });
    tag("div")
        .class_when("intro", "asking", asking)
        .child(tag("h1").set("tabindex", "-1").child(meta.title))
        .child(tag("p").child(meta.description))
        .child(tag("ul").set("class", "facts").child(facts))
        .child(ask)
        .child(another_corpus(words))
}

/// The way to the corpus beside this one, where there is one.
pub fn another_corpus(words: &Words) -> Option<Tag> {
    let (address, title) = page::another_corpus()?;
    Some(tag("p").child(words.another_corpus).child(" ").child(tag("a").set("href", address).child(title)))
}

/// How many articles, sources, languages and names there are, and from when.
pub fn facts(library: &Library, words: &Words) -> Vec<String> {
    let pack = library.pack();
    let heads = pack.heads();
    let mut facts = vec![(words.articles)(heads.len())];
    let sources =
        pack.outlets().iter().filter(|outlet| heads.iter().any(|head| head.outlet.value() == Some(&outlet.id)));
    facts.push((words.sources)(sources.count()));
    let days = |day: fn(&Head) -> Option<Day>| heads.iter().filter_map(day);
    let first = days(|head| Some(head.date.value()?.first())).min();
    let last = days(|head| Some(head.date.value()?.last())).max();
    if let (Some(first), Some(last)) = (first, last) {
        facts.push(if first == last { (words.day)(first) } else { (words.interval)(first, last) });
    }
    let total: usize = pack.indices().map(|ix| library.words(ix)).sum();
    facts.push((words.word_count)(total));
    let languages = [Language::French, Language::English].into_iter();
    let languages = languages.filter(|language| heads.iter().any(|head| head.language.value() == Some(language)));
    let languages: Vec<&str> = languages.map(words.language_name).collect();
    if !languages.is_empty() {
        facts.push(languages.join(", "));
    }
    facts
}

/// Where a question leads, from the state that is shown.
type Way = Box<dyn Fn(&Address) -> Address + Send>;

/// Questions that this corpus can answer, each with the way to its answer: none is written for one corpus.
fn questions(library: &Library, words: &Words) -> Vec<(String, Way)> {
    let mut all: Vec<(String, Way)> = vec![];
    if let Some((a, b)) = near_pair(library) {
        let ids = [a, b].map(|ix| library.head(ix).map(|head| head.id.0.clone()).unwrap_or_default());
        let names = [a, b].map(|ix| source(library, words, ix));
        let to = move |address: &Address| address.view(View::Compare(ids.to_vec()));
        all.push(((words.ask_compare)(&names[0], &names[1]), Box::new(to)));
    }
    let named = library.ask(&Query::default(), &[]).facets.entities;
    let shown = |kind: Kind| {
        let entities = named.iter().filter_map(|row| library.pack().entity(row.entity));
        entities.into_iter().find(|entity| entity.kind == kind && !entity.hide)
    };
    if let Some(entity) = [Kind::Person, Kind::Organisation, Kind::Place].into_iter().find_map(shown) {
        let id = entity.id.clone();
        let to = move |address: &Address| address.view(View::Entity(id.clone()));
        all.push(((words.ask_entity)(&entity.name), Box::new(to)));
    }
    if let Some(naming) = library.pack().namings().first() {
        let query = naming.terms.iter().map(|term| format!("\"{term}\"")).collect::<Vec<_>>().join(" OR ");
        let to = move |address: &Address| Address { query: query.clone(), ..address.view(View::Concordance(None)) };
        all.push(((words.ask_naming)(&naming.referent), Box::new(to)));
    }
    all
}

/// The name of an article's source.
fn source(library: &Library, words: &Words, ix: ArticleIx) -> String {
    let outlet = library.head(ix).and_then(|head| library.outlet_of(head));
    outlet.map_or_else(|| words.some_source.to_owned(), |(_, outlet)| outlet.name.clone())
}

/// Two articles of different sources that appeared closest to each other; where dates are missing, the first two of different sources.
fn near_pair(library: &Library) -> Option<(ArticleIx, ArticleIx)> {
    let outlet = |ix: ArticleIx| library.head(ix).and_then(|head| head.outlet.value());
    let day = |ix: ArticleIx| Some(library.head(ix)?.date.value()?.first());
    let dated: Vec<ArticleIx> = library.pack().indices().filter(|&ix| day(ix).is_some()).collect();
    let dated = visavis_text::ordered_by(dated, |&ix| day(ix));
    let apart = |pair: &[ArticleIx]| Some(day(pair[1])?.number() - day(pair[0])?.number());
    let closest = dated.windows(2).filter(|pair| outlet(pair[0]) != outlet(pair[1])).min_by_key(|pair| apart(pair));
    let any = || {
        let first = library.pack().indices().next()?;
        Some((first, library.pack().indices().find(|&ix| outlet(ix) != outlet(first))?))
    };
    closest.map(|pair| (pair[0], pair[1])).or_else(any)
}
