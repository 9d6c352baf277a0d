//! Two articles face to face.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use visavis_browser_tests::visit;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn two_picked_articles_stand_side_by_side() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let (a, b) = (ARTICLES[0], ARTICLES[2]);
        for id in [a, b] {
            page.click(&format!("input[data-compare][value=\"{id}\"]")).await?;
        }
        page.until("location.hash.includes('pick=')").await?;
        page.click("a#compare-link").await?;
        page.until("document.querySelectorAll('section[data-side]').length === 2").await?;
        assert_eq!(page.route().await?.split('?').next(), Some(format!("#/compare/{a}/{b}").as_str()));
        for side in 0..2 {
            page.expect(&format!("document.querySelector('section[data-side=\"{side}\"]').textContent.length > 500"))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn entities_are_sorted_into_here_both_and_there() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2])).await?;
        for group in ["here", "both", "there"] {
            page.expect(&format!("document.querySelector('#entities [data-group={group}]')")).await?;
        }
        page.expect("document.querySelector('#entities [data-group=both]').textContent.includes('Alep')").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn swapping_the_articles_swaps_here_and_there() -> Result<()> {
    visit(async |page| {
        let names = "Object.fromEntries(['here', 'both', 'there'].map(group => [group,
            [...document.querySelectorAll(`#entities [data-group=${group}] li`)].map(e => e.textContent.trim()).length]))";
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2])).await?;
        let one = page.eval(names).await?;
        page.load(&format!("#/compare/{}/{}", ARTICLES[2], ARTICLES[0])).await?;
        let other = page.eval(names).await?;
        assert_eq!((&one["here"], &one["both"], &one["there"]), (&other["there"], &other["both"], &other["here"]));
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn one_picked_article_is_not_yet_a_comparison() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.click(&format!("input[data-compare][value=\"{}\"]", ARTICLES[0])).await?;
        page.until("location.hash.includes('pick=')").await?;
        page.click("a#compare-link").await?;
        page.snapshot().await?;
        ensure!(page.count("section[data-side]").await? < 2, "one article is compared with something");
        page.expect("document.querySelector('main').textContent.trim()").await?;
        Ok(())
    })
    .await
}
