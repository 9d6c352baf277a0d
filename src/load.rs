//! Where the pack comes from, how far it has come, and what to say when it does not.

use crate::{
    browser::{
        fetch::{self, FetchError},
        slices,
    },
    corrections::Corrections,
    library::Library,
    words::Words,
};
use std::sync::Arc;
use visavis_corpus::{PackError, VERSION};

/// How far the pack has come.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Loading {
    /// Asked for.
    #[default]
    Waiting,
    /// Some bytes are there.
    Arriving {
        /// Bytes that have arrived.
        done: usize,
        /// Bytes announced, if any were.
        all: Option<usize>,
    },
    /// There, and good.
    Ready,
    /// Not to be had.
    Failed(LoadError),
}

/// Why the corpus cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The file did not arrive.
    Fetch(FetchError),
    /// The file is no pack that this program can show.
    Pack(PackError),
}

impl LoadError {
    /// What happened, in one or two sentences.
    pub fn message(&self, words: &Words) -> String {
        match self {
            Self::Fetch(FetchError::Network { name }) => (words.failed_fetch)(name),
            Self::Fetch(FetchError::Status(status)) => (words.failed_status)(*status),
            Self::Pack(PackError::NotAPack) => words.failed_not_a_pack.to_owned(),
            Self::Pack(PackError::Version { found }) => (words.failed_version)(*found, VERSION),
            Self::Pack(PackError::Length { declared, found }) => (words.failed_length)(*declared, *found),
            Self::Pack(PackError::Damaged { part }) => (words.failed_damaged)(part),
            Self::Pack(PackError::Inconsistent { part, .. }) => (words.failed_inconsistent)(part),
        }
    }
}

/// Opens the pack that the page was built with: in the page, or beside it.
///
/// # Errors
/// [`LoadError`], where it does not arrive or is not good.
pub async fn load(progress: impl Fn(Loading)) -> Result<Arc<Library>, LoadError> {
    let bytes = if let Some(bytes) = fetch::embedded() {
        bytes
    } else {
        let arriving = |done, all| progress(Loading::Arriving { done, all });
        fetch::bytes(&fetch::pack_name(), arriving).await.map_err(LoadError::Fetch)?
    };
    Library::open(&bytes, Corrections::kept()).map(Arc::new).map_err(LoadError::Pack)
}

/// Checks every article in slices, while the page is read already; `failed` is told of the first that does not fit together, as only a
/// pack that was made to mislead can have.
pub fn check(library: Arc<Library>, failed: impl Fn(LoadError) + 'static) {
    let mut indices = library.pack().indices();
    slices::bit_by_bit(Box::new(move || match indices.next().map(|ix| library.pack().check_article(ix)) {
        Some(Ok(())) => true,
        Some(Err(error)) => {
            failed(LoadError::Pack(error));
            false
        }
        None => false,
    }));
}
