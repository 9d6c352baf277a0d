//! Finding articles.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use thirtyfour::Key;
use visavis_browser_tests::visit;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_page_opens_on_the_list_of_all_articles() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let mut results = page.results().await?;
        results.sort();
        assert_eq!(results, ARTICLES);
        page.expect("/\\b5\\b/.test(document.querySelector('#count').textContent)").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn accents_and_case_do_not_change_what_is_found() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        for spellings in [["État", "etat", "ÉTAT"], ["évacuant", "evacuant", "Évacuant"]] {
            page.search(spellings[0]).await?;
            let expected = page.results().await?;
            ensure!(!expected.is_empty() && expected.len() < ARTICLES.len(), "{spellings:?} finds {expected:?}");
            for spelling in spellings {
                page.search(spelling).await?;
                assert_eq!(page.results().await?, expected, "{spelling}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn what_was_found_is_marked_in_the_list() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("etat").await?;
        let hits = page.strings("[...document.querySelectorAll('#results mark.hit')].map(e => e.textContent)").await?;
        ensure!(!hits.is_empty(), "no mark.hit in the list");
        for hit in hits {
            ensure!(["état", "etat", "états", "etats"].contains(&hit.to_lowercase().as_str()), "marked: {hit}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_word_that_is_nowhere_empties_the_list_and_clearing_it_fills_it_again() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("xylophoniste").await?;
        assert_eq!(page.results().await?, Vec::<String>::new());
        page.expect("document.querySelector('#count').textContent.trim() !== ''").await?;
        page.search("").await?;
        assert_eq!(page.results().await?.len(), ARTICLES.len());
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_query_of_markup_is_only_text() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("\"><img src=x onerror=alert(1)>").await?;
        page.expect("document.images.length === [...document.images].filter(e => !e.src.endsWith('/x')).length").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn each_facet_narrows_the_list_and_lets_go_of_it() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let all = page.results().await?;
        for facet in ["outlet", "entity"] {
            let choices = page.choices(facet).await?;
            ensure!(!choices.is_empty(), "no choice for {facet}");
            for choice in choices.iter().take(3) {
                page.choose(facet, choice).await?;
                let few = page.results().await?;
                ensure!(!few.is_empty() && few.iter().all(|id| all.contains(id)), "{facet} {choice}: {few:?}");
                ensure!(page.route().await?.contains(&format!("{facet}=")), "{facet} is not in the address");
                page.choose(facet, choice).await?;
                assert_eq!(page.results().await?, all, "after letting go of {facet} {choice}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn outlets_part_the_list() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        let mut found = Vec::new();
        for outlet in page.choices("outlet").await? {
            page.choose("outlet", &outlet).await?;
            found.extend(page.results().await?);
            page.choose("outlet", &outlet).await?;
        }
        found.sort();
        assert_eq!(found, ARTICLES, "each article has one outlet, or none known");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn days_are_chosen_with_the_keys_and_one_key_resets_everything() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.eval("document.querySelector('input[data-brush=first]').focus()").await?;
        page.press(Key::End + "").await?;
        page.until("location.hash.includes('days=')").await?;
        page.snapshot().await?;
        let last = page.results().await?;
        ensure!(!last.is_empty() && last.len() < ARTICLES.len(), "the last day has {last:?}");
        page.back().await?;
        page.until("!location.hash.includes('days=')").await?;
        page.search("alep").await?;
        page.choose("outlet", "europe1").await?;
        page.eval("document.activeElement.blur()").await?;
        page.press("r").await?;
        page.until("location.hash === '#/explore'").await?;
        page.snapshot().await?;
        assert_eq!(page.results().await?.len(), ARTICLES.len());
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_article_opens_at_the_first_place_where_the_query_stands() -> Result<()> {
    visit(async |page| {
        page.load("#/explore?q=Lavrov").await?;
        let found = page.results().await?;
        page.open(&found[0]).await?;
        page.until("document.querySelector('article .text-of p [data-hit].current')").await?;
        page.until(
            "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('[data-hit].current').getBoundingClientRect())",
        )
        .await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn dates_that_no_article_has_are_named() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("alep date:2030..2031").await?;
        page.until("document.querySelector('.nothing')?.textContent.includes('date:2030..2031')").await?;
        page.until("document.querySelectorAll('.ways a').length > 0").await
    })
    .await
}
