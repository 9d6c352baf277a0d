//! What each of several articles calls the same: the names and descriptions of entities, and competing terms.

use crate::wording::Place;
use serde::Serialize;
use std::cmp::Reverse;
use visavis_corpus::{Article, EntityIx, Mention, Naming};
use visavis_text::{fold, gathered, ordered_by, slice, words};

/// A form under which articles speak of an entity. Forms meet that differ only in case, accents and apostrophes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameForm {
    /// As it is first written.
    pub form: String,
    /// Whether it is no name but a way of speaking of somebody.
    pub description: bool,
    /// Where each article has it.
    pub places: Vec<Vec<Place>>,
}

/// An entity and what each article calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameRow {
    /// Which.
    pub entity: EntityIx,
    /// Its forms: the commonest first, of equals in order of the form.
    pub forms: Vec<NameForm>,
}

impl NameRow {
    /// In how many articles it is named.
    pub fn articles(&self) -> usize {
        let sides = self.forms.first().map_or(0, |form| form.places.len());
        (0..sides).filter(|&side| self.forms.iter().any(|form| !form.places[side].is_empty())).count()
    }

    fn mentions(&self) -> usize {
        self.forms.iter().map(NameForm::count).sum()
    }
}

impl NameForm {
    /// How often all articles together have it.
    pub fn count(&self) -> usize {
        self.places.iter().map(Vec::len).sum()
    }
}

/// What `articles` call the entities that at least two of them name: those with most forms first, then those named most often, then in the
/// order of the corpus.
pub fn compare_names(articles: &[Article]) -> Vec<NameRow> {
    let mut named = vec![];
    for (side, article) in articles.iter().enumerate() {
        for mention in &article.marks.mentions {
            let Some((entity, form)) = mention.entity.zip(read(article, mention)) else { continue };
            named.push(((entity, fold(form)), (side, form, mention)));
        }
    }
    let form = |((entity, _), called): ((EntityIx, String), Vec<Called>)| {
        let &(_, form, mention) = called.first()?;
        let mut places = vec![vec![]; articles.len()];
        for (side, _, mention) in &called {
            places[*side].push(Place { block: mention.block, span: mention.span });
        }
        Some((entity, NameForm { form: form.to_owned(), description: mention.rule.is_description(), places }))
    };
    let forms = gathered(named).into_iter().filter_map(form).collect();
    let row = |(entity, forms)| NameRow { entity, forms: ordered_by(forms, |form: &NameForm| Reverse(form.count())) };
    let rows = gathered(forms).into_iter().map(row).filter(|row| row.articles() > 1).collect();
    ordered_by(rows, |row: &NameRow| Reverse((row.forms.len(), row.mentions())))
}

/// Which article, as printed, and by which mention.
type Called<'a> = (usize, &'a str, &'a Mention);

/// The words of `mention`, where they are read.
fn read<'a>(article: &'a Article, mention: &Mention) -> Option<&'a str> {
    let block = article.blocks.get(mention.block as usize).filter(|block| block.role.is_read())?;
    slice(&block.text, mention.span)
}

/// One of several terms for the same, and where each article has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamingTerm {
    /// As the owner of the corpus writes it.
    pub term: String,
    /// Where each article has it, singular or plural.
    pub places: Vec<Vec<Place>>,
}

/// What is named in several ways, and which of them each article uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamingRow {
    /// What is named, in the words of the owner of the corpus.
    pub referent: String,
    /// The terms that any article has, in the owner's order.
    pub terms: Vec<NamingTerm>,
}

/// Which of the competing terms of `namings` each of `articles` uses where it is read; sets of which none has a term are left out.
///
/// A term is found in the singular and the plural, whatever its case and accents. Where two terms of a set begin at one word, the longer
/// one counts.
pub fn compare_namings(articles: &[Article], namings: &[Naming]) -> Vec<NamingRow> {
    let row = |naming: &Naming| {
        let keys: Vec<Vec<String>> = naming.terms.iter().map(|term| keys(term)).collect();
        let mut terms: Vec<NamingTerm> = naming
            .terms
            .iter()
            .map(|term| NamingTerm { term: term.clone(), places: vec![vec![]; articles.len()] })
            .collect();
        for (side, article) in articles.iter().enumerate() {
            for (term, place) in terms_in(article, &keys) {
                terms[term].places[side].push(place);
            }
        }
        terms.retain(|term| term.places.iter().any(|places| !places.is_empty()));
        NamingRow { referent: naming.referent.clone(), terms }
    };
    namings.iter().map(row).filter(|row| !row.terms.is_empty()).collect()
}

/// Where `word` stands in each of `articles`, where they are read; whatever its case and accents.
pub fn occurrences(articles: &[Article], word: &str) -> Vec<Vec<Place>> {
    let folded = fold(word);
    let found = |article: &Article| {
        let blocks = article.blocks.iter().zip(0..).filter(|(block, _)| block.role.is_read());
        let places = blocks.flat_map(|(block, at)| words(&block.text).map(move |token| (at, token)));
        let same = places.filter(|(_, token)| fold(token.text) == folded);
        same.map(|(block, token)| Place { block, span: token.span }).collect()
    };
    articles.iter().map(found).collect()
}

/// The terms of a set in `article`, by their positions, in the order of the text.
fn terms_in(article: &Article, terms: &[Vec<String>]) -> Vec<(usize, Place)> {
    let mut found = vec![];
    for (block, number) in article.blocks.iter().zip(0..).filter(|(block, _)| block.role.is_read()) {
        let tokens: Vec<_> = words(&block.text).collect();
        let text: Vec<String> = tokens.iter().map(|token| key(token.text)).collect();
        let mut at = 0;
        while at < text.len() {
            let here = terms.iter().enumerate().filter(|(_, term)| !term.is_empty() && text[at..].starts_with(term));
            match here.max_by_key(|(ix, term)| (term.len(), Reverse(*ix))) {
                Some((ix, term)) => {
                    let last = at + term.len() - 1;
                    let span = visavis_text::Span::new(tokens[at].span.start(), tokens[last].span.end());
                    found.push((ix, Place { block: number, span }));
                    at = last + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The words of a term, without their number.
fn keys(term: &str) -> Vec<String> {
    words(term).map(|word| key(word.text)).collect()
}

/// A word without case, accents and the mark of the plural.
fn key(word: &str) -> String {
    let mut folded = fold(word);
    if folded.len() > 3 && folded.ends_with(['s', 'x']) {
        folded.pop();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, mention};

    #[test]
    fn each_article_has_its_own_names_for_one_entity() {
        let mut a = article(&["Bachar al-Assad a parlé. Assad part."]);
        let mut b = article(&["Le président syrien Assad reste."]);
        a.marks.mentions.extend(mention(&a, "Bachar al-Assad", 1));
        b.marks.mentions.extend(mention(&b, "Assad", 1));
        let rows = compare_names(&[a, b]);
        let forms: Vec<(&str, Vec<usize>)> =
            rows[0].forms.iter().map(|form| (form.form.as_str(), form.places.iter().map(Vec::len).collect())).collect();
        assert_eq!(forms, [("Assad", vec![0, 1]), ("Bachar al-Assad", vec![1, 0])]);
    }

    #[test]
    fn an_entity_of_one_article_has_no_other_name_to_be_set_against() {
        let mut a = article(&["Assad part."]);
        a.marks.mentions.extend(mention(&a, "Assad", 1));
        assert_eq!(compare_names(&[a, article(&["Rien."])]), []);
    }

    #[test]
    fn competing_terms_are_counted_in_singular_and_plural_the_longest_first() {
        let articles = [
            article(&["Un rebelle, des Rebelles. Les groupes armés tiennent."]),
            article(&["Les terroristes, un groupe armé islamiste."]),
        ];
        let terms = ["rebelles", "groupes", "groupes armés", "terroristes", "insurgés"].map(str::to_owned).to_vec();
        let rows = compare_namings(&articles, &[Naming { referent: "eux".into(), terms }]);
        let found: Vec<(&str, Vec<usize>)> =
            rows[0].terms.iter().map(|t| (t.term.as_str(), t.places.iter().map(Vec::len).collect())).collect();
        assert_eq!(found, [("rebelles", vec![2, 0]), ("groupes armés", vec![1, 1]), ("terroristes", vec![0, 1])]);
    }

    #[test]
    fn a_word_is_found_whatever_its_accents() {
        let found = occurrences(&[article(&["Le siège. SIEGE !"]), article(&["rien"])], "siège");
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 0]);
    }
}
