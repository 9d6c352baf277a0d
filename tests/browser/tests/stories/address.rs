//! All state stands in the address: what is shown can be reloaded, sent, and gone back to.

use crate::ARTICLES;
use anyhow::Result;
use visavis_browser_tests::{Engine, Snapshot, visit};

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn back_and_forward_show_exactly_what_was_there() -> Result<()> {
    if Engine::chosen()? == Engine::Webkit {
        println!(
            "SKIPPED back and forward: WebKit passes over steps that no finger made, and its driver has none for all of them"
        );
        return Ok(());
    }
    visit(async |page| {
        page.load("").await?;
        let outlet = page.choices("outlet").await?.remove(0);
        let mut seen: Vec<Snapshot> = vec![page.snapshot().await?];
        page.choose("outlet", &outlet).await?;
        seen.push(page.snapshot().await?);
        let id = page.results().await?.remove(0);
        page.open(&id).await?;
        seen.push(page.snapshot().await?);
        page.click("button[data-kind=place]").await?;
        page.until("location.hash.includes('hide=')").await?;
        seen.push(page.snapshot().await?);
        page.click("button#removed").await?;
        page.until("location.hash.includes('removed=1')").await?;
        seen.push(page.snapshot().await?);

        for expected in seen.iter().rev().skip(1) {
            page.back().await?;
            assert_eq!(&page.snapshot().await?, expected, "going back");
        }
        for expected in seen.iter().skip(1) {
            page.forward().await?;
            assert_eq!(&page.snapshot().await?, expected, "going forward");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_reload_shows_the_same() -> Result<()> {
    visit(async |page| {
        let (a, b) = (ARTICLES[1], ARTICLES[3]);
        for route in [
            "#/explore?q=etat".to_owned(),
            format!("#/explore?pick={a}"),
            format!("#/read/{a}?q=syrie&hide=person,place&removed=1"),
            format!("#/compare/{a}/{b}"),
            "#/about".to_owned(),
        ] {
            page.load(&route).await?;
            let before = page.snapshot().await?;
            page.reload().await?;
            assert_eq!(page.snapshot().await?, before, "{route}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_deep_link_says_the_same_as_the_steps_that_led_to_it() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("damas").await?;
        let entity = page.choices("entity").await?.remove(0);
        page.choose("entity", &entity).await?;
        let walked = page.snapshot().await?;
        page.load(&walked.route).await?;
        assert_eq!(page.snapshot().await?, walked);
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_garbled_address_still_shows_a_view() -> Result<()> {
    visit(async |page| {
        for route in
            ["#/nowhere", "#/explore?q=%E0%A4%A&outlet=&&=", "#/read/", "#/compare/a", "#?%", "#/explore?entity=none"]
        {
            page.load_any(route).await?;
            page.until("document.querySelector('main')?.textContent.trim()").await?;
        }
        Ok(())
    })
    .await
}
