//! The page as one file, opened by double click: everything works, and nothing is asked of anybody.

use crate::ARTICLES;
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use tempfile::TempDir;
use visavis_browser_tests::{Engine, visit_file};

fn built() -> PathBuf {
    xtask::project::dist().join("visavis.html")
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_double_click_opens_search_reading_and_comparison() -> Result<()> {
    visit_file(&built(), async |page| {
        page.load("").await?;
        page.search("damas").await?;
        let found = page.results().await?;
        ensure!(!found.is_empty(), "nothing is found");
        page.open(&found[0]).await?;
        page.expect("document.querySelectorAll('article .mark').length > 5").await?;
        page.expect("document.querySelectorAll('article .hit').length > 0").await?;
        let read = page.snapshot().await?;
        page.reload().await?;
        assert_eq!(page.snapshot().await?, read, "after a reload");
        page.back().await?;
        page.until("document.querySelector('#results')").await?;
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[4])).await?;
        page.until("document.querySelectorAll('section[data-side]').length === 2").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn settings_stay_with_the_file() -> Result<()> {
    visit_file(&built(), async |page| {
        page.load("").await?;
        page.click("#theme").await?;
        page.until("document.documentElement.dataset.theme === 'light'").await?;
        page.reload().await?;
        page.expect("document.documentElement.dataset.theme === 'light'").await?;
        // By its own path: every local file shares one storage.
        page.expect("Object.keys(localStorage).every(key => key.startsWith('visavis:' + location.pathname + ':'))")
            .await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn it_offers_no_file_that_is_not_there() -> Result<()> {
    visit_file(&built(), async |page| {
        page.load("#/about").await?;
        page.expect("document.querySelectorAll('main a').length > 4").await?;
        page.expect("[...document.querySelectorAll('a')].every(a => /^(#|https?:)/.test(a.getAttribute('href')))")
            .await?;
        page.expect("!document.querySelector('#one-file') && !document.querySelector('#offline')").await?;
        page.expect("performance.getEntriesByType('resource').length === 0").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_table_can_be_saved() -> Result<()> {
    visit_file(&built(), async |page| {
        if page.browser.engine == Engine::Chromium {
            let wish = serde_json::json!({ "behavior": "allow", "downloadPath": page.browser.folder() });
            page.browser.session.cdp().send_raw("Page.setDownloadBehavior", wish).await?;
        }
        page.load("#/concordance?q=alep").await?;
        page.click("button#save").await?;
        // The small browser of WebKitGTK asks nobody where to put a file.
        if page.browser.engine != Engine::Webkit {
            let file = page.browser.folder().join("concordance.csv");
            let begun = std::time::Instant::now();
            while !file.exists() {
                ensure!(begun.elapsed().as_secs() < 8, "the file does not arrive");
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
        }
        Ok(())
    })
    .await
}

/// A copy of the file in which `script` runs before everything else: what an older engine would lack is taken away.
fn lacking(script: &str) -> Result<(TempDir, PathBuf)> {
    let file = std::fs::read(built()).context("run `cargo xtask build`")?;
    let units: Vec<u16> = file.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let page = String::from_utf16(&units)?;
    let hash = STANDARD.encode(Sha256::digest(script));
    let page = page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1);
    // An engine that does not know these does not ask for them either.
    let unknown = if script.contains("trustedTypes") { "require-trusted-types-for 'script'; " } else { "" };
    let page = page.replacen(unknown, "", 1);
    let page = page.replacen("<title>", &format!("<script>{script}</script><title>"), 1);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("visavis.html");
    let units: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(&file, units)?;
    Ok((folder, file))
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_engine_without_decompression_opens_all_the_same() -> Result<()> {
    let (_folder, file) = lacking("delete window.DecompressionStream")?;
    visit_file(&file, async |page| {
        page.load("").await?;
        page.expect("!('DecompressionStream' in window)").await?;
        assert_eq!(page.results().await?.len(), ARTICLES.len());
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_engine_without_storage_forgets_and_works() -> Result<()> {
    let refuse = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) \
                  Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } })";
    let (_folder, file) = lacking(refuse)?;
    visit_file(&file, async |page| {
        page.load("").await?;
        page.click("#theme").await?;
        page.until("document.documentElement.dataset.theme === 'light'").await?;
        page.search("alep").await?;
        ensure!(!page.results().await?.is_empty(), "nothing is found");
        page.reload().await?;
        page.expect("!document.documentElement.dataset.theme").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_engine_without_trusted_types_or_highlights_works() -> Result<()> {
    let (_folder, file) = lacking("delete window.trustedTypes; delete window.Highlight; delete CSS.highlights")?;
    visit_file(&file, async |page| {
        page.load("#/explore?q=alep").await?;
        page.expect("document.querySelectorAll('#results .hit').length > 0").await
    })
    .await
}

/// What the file of the five articles may be at most, in bytes.
const SIZE_BOUND: u64 = 350_000;

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_file_of_the_five_articles_is_small() -> Result<()> {
    let bytes = std::fs::metadata(built()).context("run `cargo xtask build`")?.len();
    println!("visavis.html: {bytes} bytes");
    ensure!(bytes <= SIZE_BOUND, "visavis.html has {bytes} bytes");
    Ok(())
}
