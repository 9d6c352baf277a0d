//! Everything without a pointer.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use thirtyfour::Key;
use visavis_browser_tests::{Page, visit};

const IN_SEARCH: &str = "document.activeElement === document.querySelector('input#search')";

/// The article that has the focus.
async fn focused(page: &Page) -> Result<Option<String>> {
    let id = page.eval("document.activeElement?.closest('#results [data-article]')?.dataset.article ?? null").await?;
    Ok(id.as_str().map(str::to_owned))
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn slash_goes_to_the_search_box_and_escape_clears_it() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.press("/").await?;
        page.until(IN_SEARCH).await?;
        page.press("etat").await?;
        page.until("document.querySelector('input#search').value === 'etat'").await?;
        page.press(Key::Escape + "").await?;
        page.until("document.querySelector('input#search').value === ''").await?;
        page.until("!location.hash.includes('q=')").await?;
        assert_eq!(page.results().await?.len(), ARTICLES.len());
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn j_and_k_walk_the_list_and_enter_opens() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let results = page.results().await?;
        page.press("j").await?;
        assert_eq!(focused(page).await?.as_ref(), results.first());
        page.press("j").await?;
        assert_eq!(focused(page).await?.as_ref(), results.get(1));
        page.press("k").await?;
        assert_eq!(focused(page).await?.as_ref(), results.first());
        page.press("j").await?;
        page.press(Key::Enter + "").await?;
        page.find(&format!("article[data-article=\"{}\"]", results[1])).await.map(drop)
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn letters_typed_into_the_search_box_are_only_letters() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.press("/").await?;
        page.until(IN_SEARCH).await?;
        page.press("jk/").await?;
        page.until("document.querySelector('input#search').value === 'jk/'").await?;
        page.expect(IN_SEARCH).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn single_letter_keys_can_be_switched_off_for_good() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.click("#keys").await?;
        page.expect("document.querySelector('#keys-on').checked").await?;
        page.click("#keys-on").await?;
        page.until("!document.querySelector('#keys-on').checked").await?;
        page.press(Key::Escape + "").await?;
        for reloaded in [false, true] {
            if reloaded {
                page.reload().await?;
            }
            page.press("/").await?;
            page.press("j").await?;
            page.snapshot().await?;
            ensure!(!page.holds(IN_SEARCH).await?, "`/` still works, reloaded: {reloaded}");
            ensure!(focused(page).await?.is_none(), "`j` still works, reloaded: {reloaded}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_tab_key_reaches_every_control_and_the_focus_is_seen() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        let mut seen = Vec::new();
        for _ in 0..80 {
            page.press(Key::Tab + "").await?;
            let focus = page
                .eval(
                    "(e => !e || e === document.body ? null : [e.id || e.dataset.kind || e.className || e.tagName,
                        getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).boxShadow !== 'none'])(document.activeElement)",
                )
                .await?;
            if let Some(name) = focus[0].as_str() {
                ensure!(focus[1] == true, "the focus on {name} cannot be seen");
                seen.push(name.to_owned());
            }
        }
        for control in ["language", "theme", "keys", "removed", "person"] {
            ensure!(seen.iter().any(|name| name == control), "Tab does not reach {control}: {seen:?}");
        }
        Ok(())
    })
    .await
}
