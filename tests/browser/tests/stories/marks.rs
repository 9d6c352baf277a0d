//! Marks in a text, the cards about them, and what is found beside the text.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use thirtyfour::Key;
use visavis_browser_tests::{Page, visit};

const CARD: &str = "document.querySelector('#mark-card')";

/// Waits until the card is shown and holds something.
async fn card_is_shown(page: &Page) -> Result<()> {
    page.until(&format!("!{CARD}.hidden && {CARD}.textContent.trim().length > 10")).await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_name_that_the_pointer_rests_on_tells_who_it_is_and_how_that_is_known() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        let mark = page.find("article .text-of p .mark.person[data-entity]").await?;
        mark.scroll_into_view().await?;
        page.browser.session.action_chain().move_to_element_center(&mark).perform().await?;
        card_is_shown(page).await?;
        page.expect(&format!("{CARD}.querySelector('a[href^=\"#/entity/\"]')")).await?;
        page.expect(&format!("/\\d/.test({CARD}.textContent)")).await?;
        let inside = format!(
            "(r => r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight)({CARD}.getBoundingClientRect())"
        );
        page.until(&inside).await?;
        page.press(Key::Escape + "").await?;
        page.until(&format!("{CARD}.hidden")).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_keys_go_from_name_to_name_and_enter_opens_its_page() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        page.press("n").await?;
        page.until("document.activeElement?.dataset.mention").await?;
        card_is_shown(page).await?;
        page.press(Key::Enter + "").await?;
        page.until("location.hash.startsWith('#/entity/')").await?;
        page.until(&format!("{CARD}.hidden")).await?;
        page.back().await?;
        page.find("article[data-article]").await.map(drop)
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn one_entity_is_highlighted_throughout_and_another_is_not_marked() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        page.click("button[data-trace]").await?;
        page.until("/[?&]trace=/.test(location.hash)").await?;
        page.until("document.querySelectorAll('article .traced').length > 0").await?;
        page.expect("new Set([...document.querySelectorAll('article .traced')].map(e => e.dataset.entity)).size === 1")
            .await?;
        page.click("button[data-trace]").await?;
        page.until("document.querySelectorAll('article .traced').length === 0").await?;

        page.click("input[data-marked]").await?;
        page.until("document.querySelectorAll('article .unmarked').length > 0").await?;
        let unmarked = page.count("article .unmarked").await?;
        page.reload().await?;
        page.until(&format!("document.querySelectorAll('article .unmarked').length === {unmarked}")).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn copied_text_is_clean() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}?q=alep", ARTICLES[0])).await?;
        page.find("article mark.hit").await?;
        let copied = page
            .eval(
                "(() => { const p = document.querySelector('#p2'); getSelection().selectAllChildren(p);
                    const text = getSelection().toString(); getSelection().removeAllRanges(); return text; })()",
            )
            .await?;
        let text = page.wait_for(&format!("visavis.article('{}')", ARTICLES[0])).await?;
        let blocks = text["blocks"].as_array().cloned().unwrap_or_default();
        let is_block =
            blocks.iter().any(|block| block["text"].as_str().map(str::trim) == copied.as_str().map(str::trim));
        ensure!(is_block, "what is copied is not the paragraph alone: {copied}");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_correction_is_kept_here_and_can_be_undone() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        page.click("aside .named li a.mark").await?;
        page.until("location.hash.startsWith('#/entity/')").await?;
        let route = page.route().await?;
        let name = page.text("main h1").await?.unwrap_or_default();
        page.click("#correct-hide").await?;
        page.until("document.querySelector('#correct-undo')").await?;
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        let named = "[...document.querySelectorAll('aside .named li a')].map(e => e.textContent)";
        ensure!(!page.strings(named).await?.contains(&name), "{name} is still listed");
        page.load(&route).await?;
        page.click("#correct-undo").await?;
        page.until("document.querySelector('main h1') && !document.querySelector('#correct-undo')").await?;
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        ensure!(page.strings(named).await?.contains(&name), "{name} is not listed again");
        Ok(())
    })
    .await
}
