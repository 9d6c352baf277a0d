//! Two to four articles face to face.

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
        page.load(&format!("#/compare/{}/{}?lens=entities", ARTICLES[0], ARTICLES[2])).await?;
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
        page.load(&format!("#/compare/{}/{}?lens=entities", ARTICLES[0], ARTICLES[2])).await?;
        let one = page.eval(names).await?;
        page.load(&format!("#/compare/{}/{}?lens=entities", ARTICLES[2], ARTICLES[0])).await?;
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

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_address_says_the_lens_and_every_lens_has_something_to_say() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[4])).await?;
        for lens in ["copies", "entities", "names", "voices", "words", "figures", "passages"] {
            page.click(&format!("a[data-lens={lens}]")).await?;
            page.until(&format!("document.querySelector('.compare').dataset.lens === '{lens}'")).await?;
            page.expect("document.querySelector('.panel').textContent.trim().length > 20").await?;
            page.expect("document.querySelector('.panel details.how')").await?;
            page.expect(&format!("location.hash.includes('lens={lens}') === ('{lens}' !== 'passages')")).await?;
        }
        page.back().await?;
        page.until("document.querySelector('.compare').dataset.lens === 'figures'").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn n_and_p_go_through_the_passages_that_meet_and_show_their_evidence() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[4])).await?;
        page.until("document.querySelectorAll('.facing-way').length > 1").await?;
        page.until("document.querySelectorAll('.gutter path').length > 0").await?;
        page.press("n").await?;
        page.until("location.hash.includes('at=1') && document.querySelector('#evidence')").await?;
        page.until("document.querySelectorAll('[data-pane=\"0\"] .current').length > 0").await?;
        page.press("p").await?;
        page.until("!location.hash.includes('at=1&') && !location.hash.endsWith('at=1')").await?;
        page.expect("document.querySelector('.facing-way').textContent.includes('§')").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn scrolling_one_text_moves_the_other_unless_they_are_apart() -> Result<()> {
    visit(async |page| {
        let route = format!("#/compare/{}/{}", ARTICLES[1], ARTICLES[2]);
        let scroll = "(() => { const pane = document.querySelector('[data-pane=\"0\"]');
            pane.dispatchEvent(new Event('wheel')); pane.scrollTop = 400; return true; })()";
        let other = "document.querySelector('[data-pane=\"1\"]').scrollTop";
        page.load(&route).await?;
        page.snapshot().await?;
        page.eval(scroll).await?;
        page.until(&format!("{other} > 20")).await?;
        page.load(&format!("{route}?apart=1")).await?;
        page.snapshot().await?;
        page.eval(scroll).await?;
        page.snapshot().await?;
        page.expect(&format!("{other} === 0")).await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_threshold_of_copies_answers_live() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}?lens=copies", ARTICLES[0], ARTICLES[0])).await?;
        page.until("document.querySelectorAll('#sheet-copies tbody tr').length === 1").await?;
        page.load(&format!("#/compare/{}/{}?lens=copies", ARTICLES[0], ARTICLES[2])).await?;
        page.until("/(^|[^0-9])9 (mots|words)/.test(document.querySelector('#copied').textContent)").await?;
        page.eval(
            "(() => { const least = document.querySelector('#least'); least.value = 12;
            least.dispatchEvent(new Event('input', { bubbles: true })); return true; })()",
        )
        .await?;
        page.until("location.hash.includes('least=12')").await?;
        page.until("/(^|[^0-9])12 (mots|words)/.test(document.querySelector('#copied').textContent)").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn four_articles_stand_in_four_columns() -> Result<()> {
    visit(async |page| {
        let ids = [ARTICLES[0], ARTICLES[1], ARTICLES[2], ARTICLES[4]].join("/");
        page.load(&format!("#/compare/{ids}?lens=entities")).await?;
        page.until("document.querySelectorAll('section[data-side]').length === 4").await?;
        page.expect("document.querySelectorAll('#sheet-entities tbody tr').length > 5").await?;
        page.expect("document.querySelectorAll('.gutter').length === 3").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn choosing_an_entity_shows_its_mentions_in_all_texts() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}?lens=entities", ARTICLES[0], ARTICLES[4])).await?;
        page.click("[data-group=both] button.mark").await?;
        page.until("document.querySelectorAll('#mentions .contexts li').length > 1").await?;
        page.expect("location.hash.includes('who=')").await?;
        page.expect("document.querySelectorAll('.pane .chosen').length > 1").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_word_opens_its_places_in_both_texts() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/compare/{}/{}?lens=words", ARTICLES[0], ARTICLES[4])).await?;
        page.expect("document.querySelector('#small')").await?;
        page.click("#sheet-words button.word").await?;
        page.until("document.querySelectorAll('#word-places section').length === 2").await?;
        page.expect("document.querySelectorAll('.pane .chosen').length > 0").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_overview_sets_every_article_against_every_other() -> Result<()> {
    visit(async |page| {
        page.load("#/overview").await?;
        page.until("document.querySelectorAll('#matrix tbody tr').length === 5").await?;
        page.expect("document.querySelectorAll('#matrix td a').length === 20").await?;
        page.click("button[data-measure=entities]").await?;
        page.until("location.hash.includes('sort=entities')").await?;
        page.until("document.querySelectorAll('#sheet-pairs tbody tr').length > 5").await?;
        page.click("#matrix td a").await?;
        page.until("location.hash.startsWith('#/compare/')").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn scripts_compare_as_the_page_does() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let keys = page.eval(&format!("Object.keys(visavis.compare(['{}', '{}']))", ARTICLES[0], ARTICLES[4])).await?;
        for key in ["copies", "passages", "entities", "names", "voices", "words", "figures", "dates"] {
            ensure!(keys.to_string().contains(key), "{key} is missing: {keys}");
        }
        page.expect("visavis.entities().length > 5").await?;
        page.expect("(() => { try { visavis.compare(['nobody', 'x']); return false; } catch { return true; } })()")
            .await
    })
    .await
}
