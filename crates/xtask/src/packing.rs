//! The one place where this crate meets the packer.

use anyhow::Result;
use std::path::{Path, PathBuf};

/// The pack of the corpus in `folder`.
pub fn pack(folder: &Path) -> Result<Vec<u8>> {
    Ok(visavis_cli::pack(folder)?)
}

/// Every file that the pack of `folder` is made from.
pub fn inputs(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(visavis_cli::inputs(folder)?)
}
