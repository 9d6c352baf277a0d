//! Whatever host it is: the page needs nothing but its files.

use anyhow::{Result, ensure};
use visavis_browser_tests::{Dist, Engine, PREFIX, visit, visit_site};
use visavis_cli::server::{Habits, Site};
use xtask::project;

/// Opens the page, searches, and reads; the host has the habits given.
async fn works(prefix: &str, habits: Habits) -> Result<()> {
    visit_site(Site::new(&project::dist(), prefix)?.with(habits), async |page| {
        page.load("#/explore?q=damas").await?;
        let found = page.results().await?;
        ensure!(!found.is_empty(), "nothing is found");
        page.open(&found[0]).await?;
        // Only a wrong type of the program is worth a word, and it is the browser's.
        let console = page.browser.console().await?;
        ensure!(console.iter().all(|line| line.contains("application/wasm")), "{console:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn it_works_at_the_root_and_deep_down() -> Result<()> {
    works("/", Habits::default()).await?;
    works("/~marie/été 2016/alep (1)/".replace('é', "%C3%A9").replace(' ', "%20").as_str(), Habits::default()).await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn it_works_compressed() -> Result<()> {
    works(PREFIX, Habits { gzip: true, ..Habits::default() }).await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn it_works_where_the_program_has_another_type() -> Result<()> {
    for kind in ["application/octet-stream", "text/plain", ""] {
        works(PREFIX, Habits { wasm: Some(kind), ..Habits::default() }).await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_second_corpus_opens_beside_the_first_and_leads_back() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.click(".intro a[href='examples/']").await?;
        page.until("location.pathname.endsWith('/examples/') && window.visavis").await?;
        page.wait_for("visavis.ready").await?;
        page.expect("visavis.stats().title.includes('fiction') && visavis.articles().length === 8").await?;
        // An agency's dispatch and what was made of it: here there are copies to see.
        page.expect("visavis.compare(visavis.articles().slice(0, 2).map(({ id }) => id)).copies.length > 0").await?;
        page.click(".intro a[href='../']").await?;
        page.until("!location.pathname.includes('/examples/') && window.visavis").await?;
        page.wait_for("visavis.ready").await?;
        page.expect("visavis.articles().length === 5").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn plain_pages_need_no_script() -> Result<()> {
    visit(async |page| {
        page.load("#/about").await?;
        page.click("a[href='articles/index.html']").await?;
        page.until("location.pathname.endsWith('/articles/index.html')").await?;
        page.expect("document.querySelectorAll('li a').length === 5").await?;
        page.click("li a").await?;
        page.until("document.querySelector('article h1')").await?;
        page.expect("document.body.innerText.length > 1000 && document.scripts.length === 0").await?;
        page.expect("document.querySelector('meta[name=robots]').content === 'noindex'").await
    })
    .await
}

/// A full visit once the page is there, with the network denied where the driver can: whatever is shown is there already.
#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn after_loading_nothing_is_asked_of_the_network() -> Result<()> {
    let dist = Dist::copy()?;
    // Without its worker: what is asked for is then the page's own asking.
    std::fs::remove_file(dist.path().join("sw.js"))?;
    visit_site(Site::new(dist.path(), PREFIX)?, async |page| {
        page.load("").await?;
        page.until("visavis.stats()").await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let watched = page.browser.engine == Engine::Chromium;
        if watched {
            let cdp = page.browser.session.cdp();
            cdp.send_raw("Network.enable", serde_json::json!({})).await?;
            let denied =
                serde_json::json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
            cdp.send_raw("Network.emulateNetworkConditions", denied).await?;
        }
        // What every engine counts itself.
        let count = "performance.getEntriesByType('resource').length";
        let loaded = page.eval(count).await?;
        page.browser.requests().await?;
        page.browser.console().await?;
        let ids = page.strings("visavis.articles().map(article => article.id)").await?;
        let entity = page.strings("visavis.search('', {}).facets.entities.map(row => row.entity)").await?.remove(0);
        for route in [
            format!("#/read/{}?removed=1&q=alep", ids[0]),
            format!("#/compare/{}/{}", ids[1], ids[2]),
            format!("#/entity/{entity}"),
            "#/concordance?q=alep".to_owned(),
            "#/overview".to_owned(),
            "#/about".to_owned(),
            "#/nowhere".to_owned(),
            "#/explore?q=syrie".to_owned(),
        ] {
            page.eval(&format!("(location.hash = {})", serde_json::json!(route))).await?;
            page.snapshot().await?;
        }
        page.click("#language").await?;
        page.snapshot().await?;
        page.press("?").await?;
        page.snapshot().await?;
        let asked = page.browser.requests().await?;
        let asked: Vec<&String> = asked.iter().filter(|address| !address.starts_with("data:")).collect();
        ensure!(asked.is_empty() || !watched, "the page asked for {asked:?}");
        let now = page.eval(count).await?;
        ensure!(now == loaded, "the page asked for {now} things, {loaded} of them while it loaded");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn ways_out_tell_nobody_where_they_come_from() -> Result<()> {
    visit(async |page| {
        page.load("#/about").await?;
        let ids = page.strings("visavis.entities().map(row => row.id)").await?;
        for id in ids.iter().take(12) {
            page.load(&format!("#/entity/{id}")).await?;
            page.expect(
                "[...document.querySelectorAll('a[href^=http]')].every(a => a.rel === 'noopener noreferrer' && !a.target)",
            )
            .await?;
        }
        page.expect("document.querySelector('meta[name=referrer]').content === 'no-referrer'").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_page_makes_no_markup_and_no_script_of_strings() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        if !page.holds("window.trustedTypes").await? {
            return Ok(());
        }
        for sink in [
            "document.createElement('p').innerHTML = '<b>'",
            "document.createElement('script').src = 'x.js'",
            "new Worker('x.js')",
        ] {
            let refused =
                page.eval(&format!("(() => {{ try {{ {sink}; return false }} catch {{ return true }} }})()")).await?;
            ensure!(refused == serde_json::json!(true), "not refused: {sink}");
        }
        let another =
            "(() => { try { trustedTypes.createPolicy('other', {}); return false } catch { return true } })()";
        ensure!(page.eval(another).await? == serde_json::json!(true), "another policy can be made");
        // The browser says what it has refused.
        page.browser.console().await.map(drop)
    })
    .await
}
