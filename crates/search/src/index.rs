//! What is worked out once, when a pack is opened.

use std::ops::Range;
use visavis_corpus::{ArticleIx, BREAK, EntityIx, Pack, PackError, Role};
use visavis_text::fold;

/// The number of a form: its position among the sorted forms.
pub(crate) type FormIx = u32;

/// Stands for a separator, which has no form.
const NO_FORM: FormIx = FormIx::MAX;

/// Which articles hold which form, how often, and what else a query needs of each article at once.
#[derive(Clone, Debug)]
pub struct Index {
    /// Distinct folded words, sorted.
    forms: Vec<String>,
    /// The form of each number of the lexicon; [`NO_FORM`] for separators.
    form_of: Vec<FormIx>,
    /// Postings of form `f` are `postings[starts[f]..starts[f + 1]]`, in order of article.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    /// What is known of each article, in the order of the pack.
    documents: Vec<Document>,
    /// Mean length in words.
    mean_length: f64,
}

/// One article holds a form, so many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) article: ArticleIx,
    pub(crate) count: u32,
}

/// An article, as search sees it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    /// Words in the blocks that are read.
    pub(crate) length: u32,
    /// Which blocks are read.
    pub(crate) read: Vec<bool>,
    /// Position of its outlet in the pack, or `None` where it is not known.
    pub(crate) outlet: Option<usize>,
    /// Entities that it names where it is read, in order.
    pub(crate) entities: Vec<EntityIx>,
}

impl Index {
    /// Reads the numbers of every article once.
    ///
    /// # Errors
    /// [`PackError`] where an article of the pack cannot be read.
    pub fn build(pack: &Pack) -> Result<Self, PackError> {
        let (forms, form_of) = forms(pack);
        let mut documents = Vec::with_capacity(pack.heads().len());
        let mut triples = vec![];
        let mut counts = vec![0; forms.len()];
        for article in pack.indices() {
            let mut document = describe(pack, article)?;
            document.length = count(pack, article, &document.read, &form_of, &mut counts, &mut triples);
            documents.push(document);
        }
        let (starts, postings) = by_form(&triples, forms.len());
        let words: u64 = documents.iter().map(|document| u64::from(document.length)).sum();
        let mean_length = words as f64 / documents.len().max(1) as f64;
        Ok(Self { forms, form_of, starts, postings, documents, mean_length })
    }

    /// How many distinct forms the read text has.
    pub fn forms(&self) -> usize {
        self.forms.len()
    }

    /// Words in the blocks of an article that are read.
    pub fn words(&self, article: ArticleIx) -> u32 {
        self.documents.get(article.index()).map_or(0, |document| document.length)
    }

    /// How many articles name `entity` in what is read.
    pub fn naming(&self, entity: EntityIx) -> usize {
        self.documents.iter().filter(|document| document.entities.binary_search(&entity).is_ok()).count()
    }

    pub(crate) fn documents(&self) -> &[Document] {
        &self.documents
    }

    pub(crate) const fn mean_length(&self) -> f64 {
        self.mean_length
    }

    pub(crate) fn form_of(&self, number: u32) -> Option<FormIx> {
        self.form_of.get(number as usize).copied().filter(|&form| form != NO_FORM)
    }

    /// The form `word`, as a range of one; empty where no text has it.
    pub(crate) fn exact(&self, word: &str) -> Range<FormIx> {
        let at = self.forms.partition_point(|form| form.as_str() < word);
        let found = self.forms.get(at).is_some_and(|form| form == word);
        at as FormIx..at as FormIx + FormIx::from(found)
    }

    /// The forms that begin with `start`.
    pub(crate) fn prefixed(&self, start: &str) -> Range<FormIx> {
        let from = self.forms.partition_point(|form| form.as_str() < start);
        let len = self.forms[from..].partition_point(|form| form.starts_with(start));
        from as FormIx..(from + len) as FormIx
    }

    /// The postings of a range of forms, form after form.
    pub(crate) fn postings(&self, forms: &Range<FormIx>) -> &[Posting] {
        let at = |form: FormIx| self.starts.get(form as usize).map_or(self.postings.len(), |&start| start as usize);
        &self.postings[at(forms.start)..at(forms.end)]
    }
}

/// The distinct folded words of the lexicon, sorted, and the form of each of its numbers.
fn forms(pack: &Pack) -> (Vec<String>, Vec<FormIx>) {
    let lexicon = pack.lexicon();
    let mut folded: Vec<(String, u32)> = lexicon
        .iter()
        .filter(|&(number, _)| lexicon.is_word(number))
        .map(|(number, word)| (fold(word), number))
        .collect();
    folded.sort_unstable();
    let mut forms: Vec<String> = vec![];
    let mut form_of = vec![NO_FORM; lexicon.len() + 1];
    for (form, number) in folded {
        if forms.last() != Some(&form) {
            forms.push(form);
        }
        form_of[number as usize] = forms.len() as FormIx - 1;
    }
    (forms, form_of)
}

fn describe(pack: &Pack, article: ArticleIx) -> Result<Document, PackError> {
    let read: Vec<bool> = pack.roles(article)?.into_iter().map(Role::is_read).collect();
    let outlet = pack.heads().get(article.index()).and_then(|head| head.outlet.value());
    let outlet = outlet.and_then(|id| pack.outlets().iter().position(|outlet| outlet.id == *id));
    let shown = |entity: &EntityIx| pack.entity(*entity).is_some_and(|entity| !entity.hide);
    let mentions = pack.marks(article)?.mentions;
    let mut entities: Vec<EntityIx> = mentions
        .iter()
        .filter(|mention| read.get(mention.block as usize).copied().unwrap_or(false))
        .filter_map(|mention| mention.entity.filter(shown))
        .collect();
    entities.sort_unstable();
    entities.dedup();
    Ok(Document { length: 0, read, outlet, entities })
}

/// Counts the forms of one article into `triples` (form, article, count), and gives its length in words.
/// `counts` is scratch space, all zero before and after.
fn count(
    pack: &Pack,
    article: ArticleIx,
    read: &[bool],
    form_of: &[FormIx],
    counts: &mut [u32],
    triples: &mut Vec<(FormIx, Posting)>,
) -> u32 {
    let mut seen: Vec<FormIx> = vec![];
    let mut block = 0;
    let mut length = 0;
    for number in pack.stream(article) {
        if number == BREAK {
            block += 1;
        } else if read.get(block).copied().unwrap_or(false)
            && let Some(&form) = form_of.get(number as usize)
            && form != NO_FORM
        {
            length += 1;
            counts[form as usize] += 1;
            if counts[form as usize] == 1 {
                seen.push(form);
            }
        }
    }
    for form in seen {
        triples.push((form, Posting { article, count: std::mem::take(&mut counts[form as usize]) }));
    }
    length
}

/// Counting sort: stable, so that the postings of a form stay in order of article.
fn by_form(triples: &[(FormIx, Posting)], forms: usize) -> (Vec<u32>, Vec<Posting>) {
    let mut starts = vec![0_u32; forms + 1];
    triples.iter().for_each(|&(form, _)| starts[form as usize + 1] += 1);
    for form in 0..forms {
        starts[form + 1] += starts[form];
    }
    let mut next = starts.clone();
    let mut postings = vec![Posting { article: ArticleIx(0), count: 0 }; triples.len()];
    for &(form, posting) in triples {
        let slot = &mut next[form as usize];
        postings[*slot as usize] = posting;
        *slot += 1;
    }
    (starts, postings)
}
