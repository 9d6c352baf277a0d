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
async fn a_pack_of_a_newer_version_is_named_as_such() -> Result<()> {
    let dist = Dist::copy()?;
    // Another version has another checksum: a header that is cut there leaves the version as all that can be read.
    dist.repack(|mut pack| {
        pack[8] += 1;
        pack.truncate(40);
        pack
    })?;
    visit_dist(dist.path(), async |page| {
        page.load_any("").await?;
        let known = visavis_corpus::VERSION;
        let newer = known + 1;
        page.until(&format!("/\\b{newer}\\b.*\\b{known}\\b/s.test(document.querySelector('#failure')?.textContent)"))
            .await
    })
    .await
}

/// Strings that would run, load or style something if they ever became markup.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=\"window.broken=1\">",
    "<script>window.broken=1</script>",
    "</title><svg onload=window.broken=1>",
    "<a href=\"javascript:window.broken=1\">x</a>",
    "\" autofocus onfocus=\"window.broken=1",
    "<iframe src=//example.org></iframe><style>*{display:none}</style>",
];

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn text_that_looks_like_markup_stays_text() -> Result<()> {
    let corpus = tempfile::tempdir()?;
    let articles = corpus.path().join("articles");
    std::fs::create_dir(&articles)?;
    let all = HOSTILE.join(" ");
    for (number, title) in HOSTILE.iter().enumerate() {
        let body =
            format!("Le ministre a parlé {all} devant la presse, et la presse a écouté le ministre jusqu’au bout.");
        std::fs::write(
            articles.join(format!("a{number}.txt")),
            format!("Titre {title} du jour\n\n{body}\n\n{body} Fin.\n"),
        )?;
    }
    let quoted = serde_json::to_string(&all)?;
    std::fs::write(corpus.path().join("corpus.toml"), format!("title = {quoted}\ndescription = {quoted}\n"))?;
    let entity = format!("[[entity]]\nid = \"x\"\nkind = \"person\"\nname = {quoted}\naliases = [\"Titre\"]\n");
    std::fs::write(corpus.path().join("entities.toml"), entity)?;
    let pack = visavis_cli::pack(corpus.path())?;
    let dist = Dist::copy()?;
    dist.repack(|_| pack)?;
    visit_dist(dist.path(), async |page| {
        for route in ["", "#/read/a0?removed=1", "#/compare/a1/a2", "#/about", "#/explore?q=%3Cimg+src%3Dx+onerror%3Dbroken%3D1%3E"] {
            page.load(route).await?;
            page.expect("window.broken === undefined").await?;
            page.expect("!document.querySelector('img, iframe, svg:not([width][height]), style, [onerror], [onload], [onfocus], [autofocus], a[href^=javascript]')")
                .await?;
            page.expect("document.querySelectorAll('script').length === 1").await?;
        }
        page.expect("document.body.innerText.includes('onerror')").await
    })
    .await
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
