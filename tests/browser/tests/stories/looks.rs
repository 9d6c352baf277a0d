//! How every view looks: on screens of three widths, in both themes, enlarged, and on paper. The pictures stay in `target/screenshots`.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use visavis_browser_tests::{Engine, Page, visit};

/// Every view, with the name of its picture.
fn views() -> Vec<(&'static str, String)> {
    vec![
        ("home", "#/explore".to_owned()),
        ("explore", format!("#/explore?q=alep&pick={}", ARTICLES[0])),
        ("nothing", "#/explore?q=xylophoniste".to_owned()),
        ("read", format!("#/read/{}?q=alep", ARTICLES[0])),
        ("removed", format!("#/read/{}?removed=1", ARTICLES[2])),
        ("compare", format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2])),
        ("overview", "#/overview".to_owned()),
        ("entity", "#/entity/poutine".to_owned()),
        ("concordance", "#/concordance?q=alep".to_owned()),
        ("about", "#/about".to_owned()),
        ("lost", "#/nowhere".to_owned()),
    ]
}

/// Nothing is wider than the screen but what scrolls by itself.
async fn fits(page: &Page, view: &str, width: u32) -> Result<()> {
    let over = page.eval("document.documentElement.scrollWidth - innerWidth").await?;
    let over = over.as_f64().unwrap_or_default();
    ensure!(over < 1.0, "{view} is {over} pixels wider than a screen of {width}");
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn every_view_fits_every_screen() -> Result<()> {
    visit(async |page| {
        for width in [1280, 820, 390] {
            if !page.resize(width, 900).await? {
                continue;
            }
            for (name, route) in views() {
                page.load(&route).await?;
                for scheme in ["light", "dark"] {
                    page.prefer(scheme).await?;
                    page.snapshot().await?;
                    page.shoot(&format!("{name}-{width}-{scheme}")).await?;
                }
                fits(page, name, width).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn every_view_can_be_enlarged_four_times() -> Result<()> {
    visit(async |page| {
        // 1280 pixels enlarged four times are 320: the measure of WCAG 1.4.10.
        if !page.resize(320, 256).await? {
            return Ok(());
        }
        for (name, route) in views() {
            page.load(&route).await?;
            page.snapshot().await?;
            fits(page, name, 320).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn paper_shows_the_article_and_none_of_the_controls() -> Result<()> {
    if !Engine::can("showing the page as it goes to paper")? {
        return Ok(());
    }
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        page.on_paper(true).await?;
        let seen = "e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 }";
        for control in [".bar", ".article-tools", ".beside", "button", "input"] {
            page.expect(&format!("![...document.querySelectorAll('{control}')].some({seen})")).await?;
        }
        page.expect(&format!("[...document.querySelectorAll('article p')].filter({seen}).length > 3")).await?;
        page.shoot("read-print").await?;
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2])).await?;
        page.expect(&format!("[...document.querySelectorAll('.side p')].filter({seen}).length > 6")).await?;
        // Two texts share the page evenly, whatever stood between them on the screen.
        let widths = "[...document.querySelectorAll('.side')].map(side => side.getBoundingClientRect().width)";
        page.expect(&format!(
            "(([one, other]) => Math.abs(one - other) < 2 && one + other > innerWidth * .7)({widths})"
        ))
        .await?;
        page.shoot("compare-print").await?;
        // What is pressed on the screen is read on paper.
        page.load(&format!("#/compare/{}/{}?lens=words", ARTICLES[0], ARTICLES[2])).await?;
        page.expect(&format!("[...document.querySelectorAll('table .word')].filter({seen}).length > 10")).await?;
        page.on_paper(false).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn colours_of_the_system_still_tell_what_is_chosen() -> Result<()> {
    if !Engine::can("having the system set the colours")? {
        return Ok(());
    }
    visit(async |page| {
        page.force_colours().await?;
        let fill = "e => getComputedStyle(e).backgroundColor";
        for (name, route, chosen, other) in [
            ("read", format!("#/read/{}?hide=place", ARTICLES[0]), "[aria-pressed=true]", "[aria-pressed=false]"),
            (
                "compare",
                format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2]),
                ".lens-link[aria-current]",
                ".lens-link:not([aria-current])",
            ),
        ] {
            page.load(&route).await?;
            page.expect(&format!(
                "(f => f(document.querySelector('{chosen}')) !== f(document.querySelector('{other}')))({fill})"
            ))
            .await?;
            page.shoot(&format!("{name}-forced")).await?;
        }
        // Names keep their lines and give up their grounds, which were made for another colour of letters.
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        page.expect(
            "[...document.querySelectorAll('.text-of p .mark.person')].map(e => getComputedStyle(e)).every(style =>
                style.borderBottomStyle === 'solid' && /, 0\\)$|transparent/.test(style.backgroundColor))",
        )
        .await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn controls_are_at_least_24_pixels_high_and_wide() -> Result<()> {
    visit(async |page| {
        for (name, route) in views() {
            page.load(&route).await?;
            // Links inside a sentence are excepted by WCAG 2.5.8, and so is what has a label around it.
            let small = page
                .strings(
                    "[...document.querySelectorAll('button, select, input, .button, nav a, li > a, th > a, summary')].filter(e => {
                        const inline = getComputedStyle(e).display === 'inline';
                        const small = r => r.height < 23.5 || r.width < 23.5;
                        const boxes = [e, e.closest('label')].filter(Boolean).map(e => e.getBoundingClientRect());
                        return boxes[0].width > 0 && !inline && boxes.every(small);
                    }).map(e => e.outerHTML.slice(0, 90))",
                )
                .await?;
            ensure!(small.is_empty(), "{name}: too small to hit:\n{}", small.join("\n"));
        }
        Ok(())
    })
    .await
}
