//! The owner's word: `corpus.toml` and `entities.toml`.

mod annotations;
mod corpus;
mod entities;
mod mention;
mod table;

pub(crate) use annotations::{AnnotationsFormat, AnnotationsWord};
pub(crate) use corpus::{ArticleWord, CorpusWord, Override, read_corpus};
pub(crate) use entities::{EntityWords, read_entities};
pub(crate) use mention::correct;
