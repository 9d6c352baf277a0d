//! What a reader can do and see on the page: the one place that knows its elements.

use crate::{Browser, Engine};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// How long the page may take to do what it was asked.
const PATIENCE: Duration = Duration::from_secs(20);
const PULSE: Duration = Duration::from_millis(25);

/// The page in a browser.
pub struct Page {
    /// The browser that shows it.
    pub browser: Browser,
    home: String,
}

/// What must be the same again after going back, or after a reload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The address after `#`.
    pub route: String,
    /// What the view shows of it.
    pub shown: Value,
}

/// Everything visible that the address decides.
const SHOWN: &str = "({
    search: document.querySelector('input#search')?.value ?? null,
    results: [...document.querySelectorAll('#results [data-article]')].map(e => e.dataset.article),
    checked: [...document.querySelectorAll('input[data-facet]:checked')].map(e => e.dataset.facet + '=' + e.value),
    picked: [...document.querySelectorAll('input[data-compare]:checked')].map(e => e.value),
    article: document.querySelector('article[data-article]')?.dataset.article ?? null,
    kinds: [...document.querySelectorAll('button[data-kind]')].map(e => e.dataset.kind + '=' + e.getAttribute('aria-pressed')),
    marks: document.querySelectorAll('.mark').length,
    removed: document.querySelectorAll('.removed-block').length,
    sides: document.querySelectorAll('section[data-side]').length
})";

impl Page {
    pub(crate) const fn new(browser: Browser, home: String) -> Self {
        Self { browser, home }
    }

    /// Loads the page afresh at `route` and waits until it is ready.
    pub async fn load(&self, route: &str) -> Result<()> {
        self.load_any(route).await?;
        self.ready().await
    }

    /// Waits until the program shows its corpus, and has compared what is to be compared.
    async fn ready(&self) -> Result<()> {
        self.until("performance.getEntriesByName('visavis-ready').length > 0 && !document.getElementById('comparing')")
            .await
    }

    /// Loads the page afresh at `route`, ready or not.
    pub async fn load_any(&self, route: &str) -> Result<()> {
        // From another document, or a changed `#` would not load anything.
        self.browser.session.goto("about:blank").await?;
        Ok(self.browser.session.goto(format!("{}{route}", self.home)).await?)
    }

    /// Reloads, as the browser's button does, and waits until the page is ready.
    pub async fn reload(&self) -> Result<()> {
        if self.browser.engine == Engine::Firefox {
            // Its driver reloads past the service worker, which its button does not.
            let before = self.eval("performance.timeOrigin").await?;
            self.eval("(location.reload(), true)").await?;
            self.until(&format!("performance.timeOrigin !== {before}")).await?;
        } else {
            self.browser.session.refresh().await?;
        }
        self.ready().await
    }

    /// Goes back one step.
    pub async fn back(&self) -> Result<()> {
        Ok(self.browser.session.back().await?)
    }

    /// Goes forward one step.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.browser.session.forward().await?)
    }

    /// The whole address.
    pub async fn address(&self) -> Result<String> {
        Ok(self.browser.session.current_url().await?.to_string())
    }

    /// The value of a JavaScript expression.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        let value = self.browser.session.execute(script, vec![]).await.with_context(|| expression.to_owned())?;
        Ok(value.json().clone())
    }

    /// The value that a JavaScript promise resolves to.
    pub async fn wait_for(&self, promise: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve().then(() => ({promise})).then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let outcome = self
            .browser
            .session
            .execute_async(script, vec![])
            .await
            .with_context(|| promise.to_owned())?
            .json()
            .clone();
        match outcome.get("error") {
            Some(error) => bail!("{promise}: {error}"),
            None => Ok(outcome.get("value").cloned().unwrap_or_default()),
        }
    }

    /// Whether a JavaScript expression holds.
    pub async fn holds(&self, expression: &str) -> Result<bool> {
        Ok(self.eval(&format!("!!({expression})")).await? == json!(true))
    }

    /// Waits until a JavaScript expression holds.
    pub async fn until(&self, expression: &str) -> Result<()> {
        let begun = Instant::now();
        while !self.holds(expression).await? {
            if begun.elapsed() > PATIENCE {
                let failure = self.text("#failure").await?;
                let text = self.eval("document.body.innerText.slice(0, 400)").await?;
                bail!("waited in vain for {expression}\n#failure: {failure:?}\nthe page shows: {text}");
            }
            tokio::time::sleep(PULSE).await;
        }
        Ok(())
    }

    /// Fails, naming the expression, unless it holds now.
    pub async fn expect(&self, expression: &str) -> Result<()> {
        ensure!(self.holds(expression).await?, "does not hold: {expression}");
        Ok(())
    }

    /// The text of the first element that fits, if one does.
    pub async fn text(&self, css: &str) -> Result<Option<String>> {
        let value = self.eval(&format!("document.querySelector({})?.textContent ?? null", json!(css))).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// How many elements fit.
    pub async fn count(&self, css: &str) -> Result<usize> {
        let value = self.eval(&format!("document.querySelectorAll({}).length", json!(css))).await?;
        usize::try_from(value.as_u64().unwrap_or_default()).context("too many elements")
    }

    /// `expression` (an array of strings) as strings.
    pub async fn strings(&self, expression: &str) -> Result<Vec<String>> {
        let value = self.eval(expression).await?;
        let items = value.as_array().with_context(|| format!("no list: {expression}"))?;
        Ok(items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect())
    }

    /// Waits for an element.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.until(&format!("document.querySelector({})", json!(css))).await?;
        Ok(self.browser.session.find(By::Css(css)).await?)
    }

    /// Clicks the first element that fits, as a pointer would.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        element.scroll_into_view().await?;
        self.click_on(&element).await.with_context(|| format!("cannot click {css}"))
    }

    /// Clicks an element. The driver of `WebKitGTK` takes some that lie in a part that scrolls for hidden.
    async fn click_on(&self, element: &WebElement) -> Result<()> {
        match element.click().await {
            Err(_) if self.browser.engine == Engine::Webkit => {
                self.browser.session.execute("arguments[0].click()", vec![element.to_json()?]).await?;
                Ok(())
            }
            clicked => Ok(clicked?),
        }
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.browser.session.action_chain().send_keys(keys).perform().await?)
    }

    /// The address after `#`.
    pub async fn route(&self) -> Result<String> {
        Ok(self.eval("location.hash").await?.as_str().unwrap_or_default().to_owned())
    }

    /// What is shown, once nothing changes any more.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let mut last = None;
        let begun = Instant::now();
        loop {
            let now = Snapshot { route: self.route().await?, shown: self.eval(SHOWN).await? };
            if last.as_ref() == Some(&now) {
                return Ok(now);
            }
            ensure!(begun.elapsed() < PATIENCE, "the page does not come to rest: {now:?}");
            last = Some(now);
            tokio::time::sleep(PULSE * 8).await;
        }
    }

    /// The ids of the articles listed.
    pub async fn results(&self) -> Result<Vec<String>> {
        self.strings("[...document.querySelectorAll('#results [data-article]')].map(e => e.dataset.article)").await
    }

    /// Types a query in place of what the search box holds, and waits for the list to follow.
    pub async fn search(&self, query: &str) -> Result<()> {
        let input = self.find("input#search").await?;
        self.click_on(&input).await?;
        input.send_keys(Key::Control + "a").await?;
        input.send_keys(Key::Delete + "").await?;
        // A driver may take no keys at all for a mistake.
        if !query.is_empty() {
            input.send_keys(query).await?;
        }
        let wanted = json!(query);
        self.until(&format!("(new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') ?? '') === {wanted}"))
            .await?;
        self.snapshot().await.map(drop)
    }

    /// Opens an article from the list.
    pub async fn open(&self, id: &str) -> Result<()> {
        self.click(&format!("#results [data-article=\"{id}\"] a.title")).await?;
        self.find(&format!("article[data-article=\"{id}\"]")).await.map(drop)
    }

    /// The values of the choices of a facet.
    pub async fn choices(&self, facet: &str) -> Result<Vec<String>> {
        self.strings(&format!("[...document.querySelectorAll('input[data-facet=\"{facet}\"]')].map(e => e.value)"))
            .await
    }

    /// Ticks or unticks a choice of a facet.
    pub async fn choose(&self, facet: &str, value: &str) -> Result<()> {
        self.click(&format!("input[data-facet=\"{facet}\"][value={}]", json!(value))).await?;
        self.snapshot().await.map(drop)
    }

    /// Has the page speak `language`, by its own button.
    pub async fn speak(&self, language: &str) -> Result<()> {
        let spoken = format!("document.documentElement.lang === {}", json!(language));
        if !self.holds(&spoken).await? {
            self.click("#language").await?;
        }
        self.until(&spoken).await
    }

    /// Has the system prefer `light` or `dark`; where the driver cannot, the reader chooses it by the page's own button.
    pub async fn prefer(&self, scheme: &str) -> Result<()> {
        if self.browser.engine != Engine::Chromium {
            let chosen = format!("document.documentElement.dataset.theme === {}", json!(scheme));
            for _ in 0..3 {
                if self.holds(&format!("!document.querySelector('#theme') || {chosen}")).await? {
                    break;
                }
                self.click("#theme").await?;
                self.snapshot().await?;
            }
            // A page that says why it failed has no buttons.
            return self.eval(&format!("(document.documentElement.dataset.theme = {})", json!(scheme))).await.map(drop);
        }
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.browser.session.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// What axe-core finds wrong with the page, one line a rule.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let file = xtask::project::root().join("tests/npm/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file)
            .with_context(|| format!("{} is missing: run `cargo xtask test`", file.display()))?;
        self.browser.session.execute(axe, vec![]).await?;
        let found = self
            .wait_for(
                "axe.run(document, { resultTypes: ['violations'] }).then(report => report.violations.map(rule =>
                    `${rule.id} (${rule.impact}): ${rule.help}: ` +
                    rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.html.slice(0, 120) + ' ' +
                        node.any.concat(node.all).map(check => check.message).join(' ').slice(0, 160)).join(' | ')))",
            )
            .await?;
        let lines = found.as_array().context("axe gave no report")?;
        Ok(lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect())
    }
}
