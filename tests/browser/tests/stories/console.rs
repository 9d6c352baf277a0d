//! `window.visavis`: the page, for scripts.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use visavis_browser_tests::visit;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn ready_is_a_promise_that_is_kept() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.expect("typeof visavis.ready.then === 'function'").await?;
        page.wait_for("visavis.ready.then(() => true)").await.map(drop)
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn articles_are_listed_and_opened_by_id() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let mut ids = page.strings("visavis.articles().map(article => article.id)").await?;
        ids.sort();
        assert_eq!(ids, ARTICLES);
        for id in ARTICLES {
            let article = page.eval(&format!("visavis.article('{id}')")).await?;
            assert_eq!(article["id"], id);
            ensure!(article["blocks"].as_array().is_some_and(|blocks| !blocks.is_empty()), "{id} has no blocks");
            ensure!(article["title"]["value"].is_string(), "{id} has no title: {}", article["title"]);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn spans_are_byte_ranges_into_their_block() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.expect(
            "visavis.articles().every(({ id }) => {
                const article = visavis.article(id);
                return article.mentions.every(mention => {
                    const bytes = new TextEncoder().encode(article.blocks[mention.block].text);
                    return new TextDecoder().decode(bytes.slice(...mention.span)) === mention.text;
                });
            })",
        )
        .await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn search_finds_what_the_search_box_finds() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        for query in ["etat", "damas", "évacuation", "xylophoniste"] {
            page.search(query).await?;
            let mut shown = page.results().await?;
            let mut found = page.strings(&format!("visavis.search('{query}', {{}}).hits.map(hit => hit.id)")).await?;
            shown.sort();
            found.sort();
            assert_eq!(shown, found, "{query}");
            page.expect(&format!("visavis.search('{query}', {{}}).total === {}", found.len())).await?;
        }
        // Of a large corpus not every entity is counted in each answer, unless that is asked for.
        let entities = "search('', { values: 1e9 }).facets.entities";
        page.expect(&format!("visavis.{entities}.length > 3")).await?;
        page.expect("visavis.search('', {}).facets.entities.length <= 100").await?;
        let first = format!("JSON.stringify(visavis.{entities}.slice(0, 3))");
        page.expect(&format!("JSON.stringify(visavis.search('', {{ values: 3 }}).facets.entities) === {first}"))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_script_that_asks_nonsense_gets_an_answer_or_an_error_and_the_page_lives_on() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        for call in
            ["article('no-such')", "article()", "article(7)", "search()", "search(null, null)", "search('a', 7)"]
        {
            page.eval(&format!(
                "(() => {{ try {{ return visavis.{call} ?? null }} catch (error) {{ return null }} }})()"
            ))
            .await?;
        }
        page.search("damas").await?;
        ensure!(!page.results().await?.is_empty(), "the page has stopped");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn stats_are_an_object_of_numbers() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.expect("typeof visavis.stats() === 'object' && Object.values(visavis.stats()).some(value => value === 5)")
            .await
    })
    .await
}
