//! Where the pack comes from, how far it has come, and what to say when it does not.

use crate::{
    browser::{
        fetch::{self, FetchError},
        slices::{self, Turns},
    },
    library::{Library, Opening},
    words::Words,
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
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
    /// All there, and being opened.
    Opening {
        /// Articles that are open.
        done: usize,
        /// Articles in all.
        all: usize,
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

/// Opens the pack that the page was built with, in the page or beside it, in `opening`: bit by bit as it arrives, and in slices,
/// so that the page answers all the while.
///
/// # Errors
/// [`LoadError`], where it does not arrive or is not good.
pub async fn load(opening: Arc<Mutex<Opening>>, progress: impl Fn(Loading)) -> Result<Arc<Library>, LoadError> {
    let mut turns = Turns::new();
    if let Some(bytes) = fetch::embedded() {
        locked(&opening).arrive(&bytes);
    } else {
        let arriving = fetch::open(fetch::pack_name()).await.map_err(LoadError::Fetch)?;
        let mut done = 0;
        while let Some(piece) = arriving.next().await.map_err(LoadError::Fetch)? {
            locked(&opening).arrive(&piece);
            done += piece.len();
            progress(Loading::Arriving { done, all: arriving.announced });
            open_further(&opening, &mut turns, |_, _| {}).await?;
        }
    }
    let mut told = 0;
    let tell = |done, all| {
        if done >= told + TOLD {
            told = done;
            progress(Loading::Opening { done, all });
        }
    };
    open_further(&opening, &mut turns, tell).await?;
    locked(&opening).done().map(Arc::new).map_err(LoadError::Pack)
}

/// Opens what has arrived; `tell` is told how many articles of how many are open.
async fn open_further(
    opening: &Mutex<Opening>,
    turns: &mut Turns,
    mut tell: impl FnMut(usize, usize),
) -> Result<(), LoadError> {
    let mut outcome = Ok(true);
    turns
        .take(|| {
            let mut opening = locked(opening);
            outcome = opening.step();
            let (done, all) = opening.progress();
            drop(opening);
            tell(done, all);
            matches!(outcome, Ok(true))
        })
        .await;
    outcome.map(drop).map_err(LoadError::Pack)
}

/// The corpus that is being opened: from one step to the next, nobody has it.
pub fn locked(opening: &Mutex<Opening>) -> MutexGuard<'_, Opening> {
    opening.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Articles after which the reader is told how far it is.
const TOLD: usize = 1024;

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
