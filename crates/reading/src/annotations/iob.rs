//! Tokens in columns, one a line, with a tag in the last column (`CoNLL`-2002, -2003, IOB1, IOB2, BIOES, BILOU; a `NER=` among the last
//! column's features, as in `CoNLL`-U). An empty line ends a sentence; `-DOCSTART-` and `# newdoc id = …` begin a document.

use super::{Document, Note, Whereabouts};
use crate::error::{Errors, ReadingError};
use visavis_text::Span;

/// Most mistakes of one file that are listed.
const MISTAKES: usize = 50;
const SHAPE: &str = "each line is a token, perhaps other columns, and a tag such as O, B-PER or I-PER";

/// A tag: how it goes on, and its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag<'t> {
    Outside,
    Begins(&'t str),
    Inside(&'t str),
    Ends(&'t str),
    Alone(&'t str),
}

impl<'t> Tag<'t> {
    fn parse(cell: &'t str) -> Option<Self> {
        let named = cell.split('|').find_map(|feature| {
            let (key, value) = feature.split_once('=')?;
            ["NER", "NE", "ner", "ne"].contains(&key).then_some(value)
        });
        let tag = named.unwrap_or(cell);
        if tag == "O" {
            return Some(Self::Outside);
        }
        let (how, label) = tag.split_once(['-', '_'])?;
        let label = Some(label).filter(|label| !label.is_empty())?;
        match how {
            "B" => Some(Self::Begins(label)),
            "I" | "M" => Some(Self::Inside(label)),
            "E" | "L" => Some(Self::Ends(label)),
            "S" | "U" => Some(Self::Alone(label)),
            _ => None,
        }
    }
}

/// A document while it is read.
#[derive(Default)]
struct Open {
    document: Document,
    /// A note that may go on.
    name: Option<Note>,
}

impl Open {
    fn token(&mut self, token: &str, tag: Tag<'_>, line: u32) {
        if !self.document.text.is_empty() {
            self.document.text.push(' ');
        }
        let start = self.document.text.len();
        self.document.text.push_str(token);
        let span = Span::new(start, self.document.text.len());
        let goes_on = |label: &str, name: &Option<Note>| name.as_ref().is_some_and(|name| name.label == label);
        match tag {
            Tag::Outside => self.close(),
            Tag::Inside(label) | Tag::Ends(label) if goes_on(label, &self.name) => self.extend(span),
            Tag::Begins(label) | Tag::Inside(label) | Tag::Ends(label) | Tag::Alone(label) => {
                self.close();
                self.name = Some(Note { line, label: label.into(), link: None, place: Whereabouts::Here(span) });
            }
        }
        if matches!(tag, Tag::Ends(_) | Tag::Alone(_)) {
            self.close();
        }
    }

    fn extend(&mut self, span: Span) {
        if let Some(Note { place: Whereabouts::Here(whole), .. }) = &mut self.name {
            *whole = Span::new(whole.start(), span.end());
        }
    }

    fn close(&mut self) {
        self.document.notes.extend(self.name.take());
    }

    fn finish(&mut self, documents: &mut Vec<Document>) {
        self.close();
        let document = std::mem::take(&mut self.document);
        if !document.text.is_empty() {
            documents.push(document);
        }
    }
}

/// The documents of `text`; `None` where there is something wrong.
pub(super) fn documents(text: &str, shown: &str, errors: &mut Errors) -> Option<Vec<Document>> {
    let numbered = is_numbered(text);
    let (mut documents, mut open, mut mistakes) = (vec![], Open::default(), 0);
    for (line, number) in text.lines().zip(1..) {
        let columns = columns(line);
        let tag = columns.last().and_then(|cell| Tag::parse(cell)).filter(|_| columns.len() > 1);
        match (columns.as_slice(), tag) {
            ([], _) => open.close(),
            (["-DOCSTART-", ..], _) => {
                open.finish(&mut documents);
                open.document.line = number;
            }
            (["#", ..], None) => {
                let name = named_document(line);
                if name.is_some() || is_new_document(line) {
                    open.finish(&mut documents);
                    open.document.line = number;
                    open.document.article = name;
                }
            }
            ([first, ..], None) if first.starts_with('#') => {}
            // A word of several tokens, which follow; a word that is not written.
            ([first, ..], _) if numbered && first.contains(['-', '.']) => {}
            ([first, second, ..], Some(tag)) => open.token(if numbered { second } else { first }, tag, number),
            _ => {
                mistakes += 1;
                if mistakes <= MISTAKES {
                    let what = format!("the last column of “{}” is no tag", line.chars().take(40).collect::<String>());
                    errors.add(shown, number, ReadingError::NoAnnotation { what, shape: SHAPE });
                }
            }
        }
    }
    open.finish(&mut documents);
    (mistakes == 0).then_some(documents)
}

fn columns(line: &str) -> Vec<&str> {
    if line.contains('\t') { line.split('\t').map(str::trim).collect() } else { line.split_whitespace().collect() }
}

/// Whether the first column counts the tokens of a sentence.
fn is_numbered(text: &str) -> bool {
    let tokens = text.lines().map(columns).filter(|columns| columns.len() > 2 && !columns[0].starts_with('#'));
    let firsts: Vec<String> = tokens.take(2).map(|columns| columns[0].into()).collect();
    firsts.first().is_some_and(|first| first == "1" || first.starts_with("1-"))
        && firsts.get(1).is_none_or(|second| second == "2" || second == "1")
}

/// What a comment that begins a document calls it.
fn named_document(line: &str) -> Option<String> {
    let rest = line.trim_start_matches('#').trim();
    let named = |key: &str| Some(rest.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim().to_string());
    named("newdoc id").or_else(|| named("article")).or_else(|| named("file"))
}

/// Whether a comment begins a document without a name.
fn is_new_document(line: &str) -> bool {
    line.trim_start_matches('#').trim() == "newdoc"
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the documents, each with its label.
    fn names(text: &str) -> Vec<String> {
        let documents = documents(text, "a.conll", &mut Errors::default()).expect("documents");
        let name = |document: &Document, note: &Note| match &note.place {
            Whereabouts::Here(span) => format!("{}/{}", &document.text[span.range()], note.label),
            other => panic!("{other:?}"),
        };
        documents.iter().flat_map(|d| d.notes.iter().map(move |n| name(d, n))).collect()
    }

    #[test]
    fn every_scheme_of_tags_gives_the_same_names() {
        let expected = ["Bachar al - Assad/PER", "Alep/LOC", "Paris/LOC"];
        let write = |tags: [&str; 7]| {
            let tokens = ["Bachar", "al", "-", "Assad", "à", "Alep", "Paris"];
            let lines = tokens.iter().zip(tags).map(|(token, tag)| format!("{token}\t{tag}"));
            lines.collect::<Vec<_>>().join("\n")
        };
        for tags in [
            ["B-PER", "I-PER", "I-PER", "I-PER", "O", "B-LOC", "B-LOC"],
            ["I-PER", "I-PER", "I-PER", "I-PER", "O", "I-LOC", "B-LOC"],
            ["B-PER", "I-PER", "I-PER", "E-PER", "O", "S-LOC", "S-LOC"],
            ["B-PER", "I-PER", "I-PER", "L-PER", "O", "U-LOC", "U-LOC"],
        ] {
            assert_eq!(names(&write(tags)), expected, "{tags:?}");
        }
    }

    #[test]
    fn columns_between_are_not_read_and_numbers_are_no_tokens() {
        assert_eq!(names("EU NNP B-NP B-ORG\n2016 CD I-NP O\n# NN I-NP O\n"), ["EU/ORG"]);
        assert_eq!(names("# sent_id = 1\n1\tParis\t_\tNER=B-LOC|SpaceAfter=No\n2\t.\t_\tNER=O\n"), ["Paris/LOC"]);
    }

    #[test]
    fn a_line_without_a_tag_is_said() {
        let mut errors = Errors::default();
        assert_eq!(documents("Paris B-LOC\nest\n", "a.conll", &mut errors), None);
        let said = errors.list()[0].to_string();
        assert!(said.starts_with("a.conll:2: this is no annotation: the last column of “est” is no tag"), "{said}");
    }
}
