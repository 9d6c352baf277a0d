//! Reading one article.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use visavis_browser_tests::visit;

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_title_in_the_list_opens_the_article() -> Result<()> {
    visit(async |page| {
        for id in ARTICLES {
            page.load("").await?;
            page.open(id).await?;
            ensure!(page.route().await?.starts_with(&format!("#/read/{id}")), "{}", page.route().await?);
            ensure!(page.count("article p[id^=p] a.num").await? > 2, "{id} has no numbered paragraphs");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_query_is_marked_in_the_article_that_it_found() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.search("etat").await?;
        let id = page.results().await?.remove(0);
        page.open(&id).await?;
        page.until("document.querySelector('article mark.hit')").await?;
        ensure!(page.route().await?.contains("q=etat"), "{}", page.route().await?);
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_marks_of_a_kind_are_switched_off_and_on() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        let text = page.text("article[data-article]").await?;
        let marks = page.count(".mark.person").await?;
        ensure!(marks > 0, "no person is marked");
        page.expect("document.querySelector('button[data-kind=person]').ariaPressed === 'true'").await?;

        let look = "[...document.querySelectorAll('.mark.person')].map(e => (s => [s.backgroundColor, s.backgroundImage, s.boxShadow,
            s.textDecorationLine, s.borderBottomStyle, s.borderBottomColor].join())(getComputedStyle(e))).join(';')";
        let marked = page.eval(look).await?;

        page.click("button[data-kind=person]").await?;
        page.until("document.querySelector('button[data-kind=person]').ariaPressed === 'false'").await?;
        page.until("location.hash.includes('hide=person')").await?;
        assert_ne!(page.eval(look).await?, marked, "the marks look as before");
        assert_eq!(page.text("article[data-article]").await?, text, "the text is the same without marks");

        page.click("button[data-kind=person]").await?;
        page.until("!location.hash.includes('hide=')").await?;
        page.snapshot().await?;
        assert_eq!(page.eval(look).await?, marked, "the marks look as before they were switched off");
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn what_was_removed_is_shown_on_request() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[0])).await?;
        assert_eq!(page.count(".removed-block").await?, 0);
        page.click("button#removed").await?;
        page.until("document.querySelector('.removed-block')").await?;
        page.expect("[...document.querySelectorAll('.removed-block')].some(e => e.textContent.includes('Publicité'))")
            .await?;
        ensure!(page.route().await?.contains("removed=1"), "{}", page.route().await?);
        page.click("button#removed").await?;
        page.until("document.querySelectorAll('.removed-block').length === 0").await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_paragraph_number_is_a_link_that_survives_a_reload() -> Result<()> {
    visit(async |page| {
        page.load(&format!("#/read/{}", ARTICLES[1])).await?;
        page.click("article p#p3 a.num").await?;
        page.until("/[?&]p=3\\b/.test(location.hash)").await?;
        page.reload().await?;
        page.until("(r => r.top >= 0 && r.top < innerHeight)(document.querySelector('#p3').getBoundingClientRect())")
            .await
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn an_article_that_is_not_there_is_said_to_be_missing() -> Result<()> {
    visit(async |page| {
        page.load_any("#/read/no-such-article").await?;
        page.until("document.querySelector('main')?.textContent.includes('no-such-article')").await
    })
    .await
}
