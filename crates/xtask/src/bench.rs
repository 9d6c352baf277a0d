//! x
use anyhow::Result;
use std::path::Path;
/// x
pub fn run(_corpus: Option<&Path>) -> Result<()> {
    Ok(())
}
/// x
pub fn packing(_corpus: Option<&Path>) -> Result<()> {
    Ok(())
}
