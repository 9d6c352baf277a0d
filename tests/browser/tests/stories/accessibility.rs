//! axe-core finds nothing wrong with any view, in either language, in light and in dark.

use crate::ARTICLES;
use anyhow::{Result, ensure};
use visavis_browser_tests::{Dist, Engine, Page, visit, visit_dist};

/// Collects what axe finds in every language and colour scheme; in engines that are slow at it, each with one of the other.
async fn hold(page: &Page, view: &str, found: &mut Vec<String>) -> Result<()> {
    let all = page.browser.engine == Engine::Chromium;
    for (language, schemes) in [("fr", ["light", "dark"]), ("en", ["dark", "light"])] {
        page.speak(language).await?;
        for scheme in schemes.into_iter().take(if all { 2 } else { 1 }) {
            page.prefer(scheme).await?;
            page.snapshot().await?;
            let lines = page.violations().await?;
            found.extend(lines.into_iter().map(|line| format!("{view}, {language}, {scheme}: {line}")));
        }
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn every_view_is_accessible_in_both_languages_and_colour_schemes() -> Result<()> {
    visit(async |page| {
        let mut found = Vec::new();
        for route in [
            "#/explore".to_owned(),
            format!("#/explore?q=etat&pick={}", ARTICLES[0]),
            "#/explore?q=xylophoniste".to_owned(),
            format!("#/read/{}?q=syrie&p=2", ARTICLES[0]),
            format!("#/read/{}?removed=1&hide=person", ARTICLES[2]),
            format!("#/compare/{}/{}", ARTICLES[0], ARTICLES[2]),
            format!("#/compare/{}/{}?at=1", ARTICLES[0], ARTICLES[4]),
            format!("#/compare/{}/{}?lens=copies&phrases=1&least=5", ARTICLES[1], ARTICLES[2]),
            format!("#/compare/{}/{}?lens=entities", ARTICLES[0], ARTICLES[4]),
            format!("#/compare/{}/{}?lens=names", ARTICLES[0], ARTICLES[4]),
            format!("#/compare/{}/{}?lens=voices", ARTICLES[0], ARTICLES[4]),
            format!("#/compare/{}/{}?lens=words", ARTICLES[0], ARTICLES[4]),
            format!("#/compare/{}/{}/{}?lens=figures", ARTICLES[0], ARTICLES[1], ARTICLES[4]),
            "#/overview".to_owned(),
            "#/entity/poutine".to_owned(),
            "#/concordance?q=alep".to_owned(),
            "#/about".to_owned(),
            "#/nowhere".to_owned(),
        ] {
            page.load(&route).await?;
            hold(page, &route, &mut found).await?;
        }
        ensure!(found.is_empty(), "axe:\n{}", found.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_help_sheet_is_accessible() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.click("#keys").await?;
        page.find("#keys-on").await?;
        let found = page.violations().await?;
        ensure!(found.is_empty(), "axe:\n{}", found.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_message_of_a_failure_is_accessible() -> Result<()> {
    let dist = Dist::copy()?;
    dist.repack(|_| b"not a pack".to_vec())?;
    visit_dist(dist.path(), async |page| {
        let mut found = Vec::new();
        page.load_any("").await?;
        page.find("#failure").await?;
        // Without articles there is no header, so the page keeps the language that it chose.
        for scheme in ["light", "dark"] {
            page.prefer(scheme).await?;
            page.snapshot().await?;
            found.extend(page.violations().await?.into_iter().map(|line| format!("{scheme}: {line}")));
        }
        ensure!(found.is_empty(), "axe:\n{}", found.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_chosen_language_and_theme_are_kept() -> Result<()> {
    visit(async |page| {
        page.load("").await?;
        page.prefer("light").await?;
        let ground = "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor";
        let light = page.eval(ground).await?;
        for _ in 0..2 {
            // From “as the system” to light, which looks the same, to dark: at most two presses.
            if page.eval(ground).await? == light {
                page.click("#theme").await?;
                page.snapshot().await?;
            }
        }
        let dark = page.eval(ground).await?;
        ensure!(dark != light, "the theme button changes nothing: {dark}");
        for language in ["en", "fr"] {
            page.speak(language).await?;
            page.reload().await?;
            page.until(&format!("document.documentElement.lang === '{language}'")).await?;
            assert_eq!(page.eval(ground).await?, dark, "after a reload");
        }
        Ok(())
    })
    .await
}
