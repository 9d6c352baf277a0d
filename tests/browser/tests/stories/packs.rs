//! What the page says when its articles cannot be shown, or are not to be trusted.

use anyhow::{Result, ensure};
use visavis_browser_tests::{Dist, visit_dist};

/// The page, with its pack changed, says what happened and shows no list.
async fn refuses(change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Result<()> {
    let dist = Dist::copy()?;
    dist.repack(change)?;
    visit_dist(dist.path(), async |page| {
        page.load_any("").await?;
        page.until("document.querySelector('#failure')?.textContent.trim().length > 20").await?;
        ensure!(page.count("#results [data-article]").await? == 0, "a list is shown all the same");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_damaged_pack_is_refused() -> Result<()> {
    refuses(|mut pack| {
        let middle = pack.len() / 2;
        pack[middle] ^= 1;
        pack
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_truncated_pack_is_refused() -> Result<()> {
    refuses(|mut pack| {
        pack.truncate(pack.len() - 7);
        pack
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_empty_pack_is_refused() -> Result<()> {
    refuses(|_| Vec::new()).await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_foreign_file_is_refused() -> Result<()> {
    refuses(|_| b"<!doctype html><title>404</title>Not found, says a host that answers everything with 200.".to_vec())
        .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_missing_pack_is_named() -> Result<()> {
    let dist = Dist::copy()?;
    std::fs::remove_file(dist.pack()?)?;
    visit_dist(dist.path(), async |page| {
        page.load_any("").await?;
        page.until("document.querySelector('#failure')?.textContent.includes('404')").await?;
        // Here, and only here, the browser itself writes to the console.
        let console = page.browser.console().await?;
        ensure!(console.iter().all(|line| line.contains("404") || line.contains("preload")), "{console:?}");
        Ok(())
    })
    .await
}
