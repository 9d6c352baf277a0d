//! What the page answers while its articles are still on their way.

use anyhow::{Result, ensure};
use visavis_browser_tests::{Dist, Page, visit_dist};

/// The end of the pack does not arrive before `arriveWhole` is called.
const HELD_BACK: &str = "const fetched = window.fetch;
window.fetch = async (what, ...more) => {
  const answer = await fetched(what, ...more);
  if (!String(what).endsWith('.pack')) return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const start = (way) => {
    way.enqueue(bytes.slice(0, -64));
    window.arriveWhole = () => {
      way.enqueue(bytes.slice(-64));
      way.close();
    };
  };
  return new Response(new ReadableStream({ start }));
};
";

/// Visits the page while its pack is held back, with the first paint there and ready to be typed into.
async fn visit_early(story: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let dist = Dist::copy()?;
    dist.run_first(HELD_BACK)?;
    visit_dist(dist.path(), async |page| {
        page.load_any("").await?;
        page.until("window.arriveWhole && document.querySelector('.arriving progress')").await?;
        ensure!(page.count("#results").await? == 0, "the list is there before its articles");
        story(page).await
    })
    .await
}

const READY: &str = "performance.getEntriesByName('visavis-ready').length > 0";
const TITLES: &str =
    "[...document.querySelectorAll('.found a.title')].filter(e => e.checkVisibility()).map(e => e.textContent)";

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn titles_answer_while_the_texts_arrive_and_typing_goes_on_in_the_search() -> Result<()> {
    visit_early(async |page| {
        page.click("#boot-search").await?;
        page.press("ALEP libération").await?;
        page.until(&format!("{TITLES}.length === 1 && {TITLES}[0].includes('libération')")).await?;
        ensure!(page.violations().await?.is_empty(), "{:?}", page.violations().await?);
        page.eval("(arriveWhole(), true)").await?;
        page.until(READY).await?;
        page.until(
            "document.activeElement?.id === 'search' && document.getElementById('search').value === 'ALEP libération'",
        )
        .await?;
        page.press(" poutine").await?;
        page.until("document.getElementById('search').value === 'ALEP libération poutine'").await?;
        page.until("document.querySelectorAll('#results [data-article]').length === 1").await?;
        page.expect("location.hash.includes('poutine') && !document.getElementById('boot')").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_title_that_is_followed_early_is_read_once_it_is_there() -> Result<()> {
    visit_early(async |page| {
        page.click("#boot-search").await?;
        page.press("ayrault").await?;
        page.until(&format!("{TITLES}.length === 1")).await?;
        page.click(".arriving ~ section a.title").await?;
        page.eval("(arriveWhole(), true)").await?;
        page.until(READY).await?;
        page.until("document.querySelector('article[data-article] h1')?.textContent.includes('Ayrault')").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn what_no_title_has_is_said_to_be_sought_in_titles_only() -> Result<()> {
    visit_early(async |page| {
        let all: Vec<String> = page.strings(TITLES).await?;
        ensure!(all.len() == 5, "the page begins with {all:?}");
        page.click("#boot-search").await?;
        page.press("humanitaire").await?;
        page.until(&format!("{TITLES}.length === 0 && document.querySelector('.hint[role=status]')")).await?;
        page.eval("(arriveWhole(), true)").await?;
        page.until("document.querySelectorAll('#results mark.hit').length > 0").await
    })
    .await
}
