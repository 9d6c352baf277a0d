//! What can go wrong between the command line and a result.

use std::{io, path::PathBuf};
use visavis_corpus::PackError;
use visavis_reading::ReadingErrors;

/// Why a command has no result.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such folder.
    #[error("{}: there is no such folder; give the folder that holds corpus.toml and articles", path.display())]
    NoFolder {
        /// What was given.
        path: PathBuf,
    },
    /// Something else where a folder is needed.
    #[error("{}: this is not a folder; give the folder that holds corpus.toml and articles", path.display())]
    NotAFolder {
        /// What was given.
        path: PathBuf,
    },
    /// There is neither a folder nor a pack.
    #[error("{}: there is no such folder or pack; give a folder of articles, or a file that `visavis pack` wrote", path.display())]
    NothingThere {
        /// What was given.
        path: PathBuf,
    },
    /// Too few or too many articles to compare.
    #[error("{given} articles given; compare takes two to four ids, as `visavis inspect` lists them")]
    Sides {
        /// How many were given.
        given: usize,
    },
    /// The corpus has no such article.
    #[error("no article “{id}”{}", nearest.as_ref().map_or_else(String::new, |id| format!("; the nearest id is “{id}”")))]
    NoArticle {
        /// What was asked for.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// The system refused.
    #[error("{}: cannot {action}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What was to be done.
        action: &'static str,
        /// Why it was not.
        source: io::Error,
    },
    /// The output cannot be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
    /// What is wrong with the articles, or with what their owner says of them.
    #[error(transparent)]
    Reading(#[from] ReadingErrors),
    /// A page that no corpus can be put into.
    #[error("{}: this is not a page that `cargo xtask build` made: {what}", path.display())]
    Page {
        /// The page.
        path: PathBuf,
        /// What it lacks.
        what: String,
    },
    /// No page was given, and none is in this program.
    #[error(
        "this program was built without a page: give one with --page, the folder `dist` or the file `visavis.html` of a build"
    )]
    NoPage,
    /// A port cannot be served on.
    #[error("port {port} of 127.0.0.1 cannot be used ({source}); choose another with --port")]
    Port {
        /// The port.
        port: u16,
        /// Why not.
        source: io::Error,
    },
    /// The file is no pack that this program can open.
    #[error("{}: {source}", path.display())]
    Pack {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: PackError,
    },
}

impl Failure {
    /// Whether nobody reads the output any more.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
