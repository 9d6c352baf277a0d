//! How well questions find their paragraph.

use super::support::{article, pack, paragraphs, read};
use std::collections::BTreeMap;
use visavis_corpus::Pack;
use visavis_search::{Filters, Index, Query};

/// How well a set of questions was answered.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    questions: usize,
    first: usize,
    among_ten: usize,
    reciprocal: f64,
}

impl Quality {
    /// How often the right paragraph came first.
    pub(crate) fn precision(&self) -> f64 {
        self.first as f64 / self.questions.max(1) as f64
    }

    /// How often it came among the first ten.
    pub(crate) fn hit(&self) -> f64 {
        self.among_ten as f64 / self.questions.max(1) as f64
    }

    /// The mean of one divided by its rank, 0 beyond the tenth.
    pub(crate) fn reciprocal(&self) -> f64 {
        self.reciprocal / self.questions.max(1) as f64
    }

    fn count(&mut self, rank: Option<usize>) {
        self.questions += 1;
        if let Some(rank) = rank.filter(|&rank| rank < 10) {
            self.first += usize::from(rank == 0);
            self.among_ten += 1;
            self.reciprocal += 1.0 / (rank + 1) as f64;
        }
    }
}

/// The quality on the even and on the odd questions, each `step`-th of both; `None`, said aloud, where the data are not there.
pub(crate) fn measure(step: usize) -> Option<[Quality; 2]> {
    let pack = pack(paragraphs()?.iter().map(|p| article(&p.id, &p.title, &[&p.body])).collect(), vec![], vec![]);
    let index = Index::build(&pack).expect("a good pack");
    let judgements = read("qrels.tsv")?;
    let mut right: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in judgements.lines() {
        let mut fields = line.split('\t');
        if let (Some(question), Some(paragraph)) = (fields.next(), fields.nth(1)) {
            right.entry(question).or_default().push(paragraph);
        }
    }
    let mut quality = [Quality::default(); 2];
    for line in read("queries.tsv")?.lines() {
        let (id, text) = line.split_once('\t').expect("an id and a question");
        let number: usize = id[1..].parse().expect("q and a number");
        if (number / 2).is_multiple_of(step) {
            quality[number % 2].count(rank(&pack, &index, text, &right[id]));
        }
    }
    Some(quality)
}

/// The position of the first of the `right` paragraphs in the answer.
fn rank(pack: &Pack, index: &Index, question: &str, right: &[&str]) -> Option<usize> {
    let query = Query::any_of(question);
    let results = index.search(pack, &query, &Filters::default());
    let id = |article: visavis_corpus::ArticleIx| pack.heads()[article.index()].id.0.as_str();
    results.found.iter().position(|found| right.contains(&id(found.article)))
}
