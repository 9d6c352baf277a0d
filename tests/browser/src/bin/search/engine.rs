//! One engine in a browser of its own.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use visavis_browser_tests::{Browser, Engine as Program};
use visavis_cli::server::{self, Habits};

/// The page, among the engines.
pub(crate) const OURS: &str = "visavis";

/// The classes of queries, in the order of the report.
pub(crate) const CLASSES: [&str; 6] = ["typed", "rare", "middling", "common", "pairs", "phrases"];

/// Indexes of many articles take their time.
const PATIENCE: Duration = Duration::from_mins(10);

/// Asks the first question as soon as the page has its corpus. The program is to be there by then, as the scripts of the other engines
/// are.
const FIRST_ANSWER: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
    const call = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
        const program = await call.apply(WebAssembly, given);
        window.programReady = performance.now();
        return program;
    };
}
addEventListener('visavis-loaded', () => {
    visavis.search(FIRST, { limit: 10 });
    window.firstAnswer = performance.now();
});";

/// An engine, and the folder in which it is prepared.
pub(crate) struct Engine<'f> {
    name: &'static str,
    folder: &'f Path,
}

/// What was measured of an engine.
pub(crate) struct Measured {
    /// The name of its folder.
    pub(crate) name: &'static str,
    /// Text and index as they travel.
    pub(crate) wire: u64,
    /// Milliseconds from the last byte in memory to the first answer.
    pub(crate) first: f64,
    /// Milliseconds at the median and at the 95th percentile of each of [`CLASSES`]; `None` where it cannot answer them.
    pub(crate) classes: [Option<(f64, f64)>; 6],
    /// Bytes that the page takes by what the browser counts for it, after the first answer.
    pub(crate) counted: u64,
    /// Resident bytes of its process then.
    pub(crate) resident: u64,
}

impl<'f> Engine<'f> {
    pub(crate) const fn new(name: &'static str, folder: &'f Path) -> Self {
        Self { name, folder }
    }

    fn is_ours(&self) -> bool {
        self.name == OURS
    }

    pub(crate) async fn measure(&self, wire: u64) -> Result<Measured> {
        let site = server::Site::new(self.folder, "/")?.with(Habits { isolated: true, ..Habits::default() });
        let running = server::start_anywhere(site)?;
        let browser = Browser::start(Program::Chromium).await?;
        let timeouts = thirtyfour::TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        browser.session.update_timeouts(timeouts).await?;
        let first = if self.is_ours() {
            self.open_page(&browser, &running.url()).await?
        } else {
            self.open(&browser, &running.url()).await?
        };
        let (counted, resident) = memory(&browser).await?;
        let asked = if self.is_ours() { "classes(visavis)" } else { "classes()" };
        let times = wait_for(&browser, asked).await?;
        let time = |class: &str| Some((times[class]["p50"].as_f64()?, times[class]["p95"].as_f64()?));
        let measured = Measured { name: self.name, wire, first, classes: CLASSES.map(time), counted, resident };
        browser.quit().await?;
        Ok(measured)
    }

    /// Loads a peer; gives the milliseconds to its first answer.
    async fn open(&self, browser: &Browser, home: &str) -> Result<f64> {
        browser.session.goto(home).await?;
        wait_for(
            browser,
            "new Promise(done => { const look = () => window.load ? done() : setTimeout(look, 20); look(); })",
        )
        .await?;
        let first = wait_for(browser, &format!("load({})", json!(self.name))).await?;
        first.as_f64().context("no time to the first answer")
    }

    /// Loads the page with this corpus; gives the milliseconds from the last byte of pack and program to the first answer.
    async fn open_page(&self, browser: &Browser, home: &str) -> Result<f64> {
        let log = std::fs::read_to_string(self.folder.join("log.json")).context("no log.json")?;
        let log: Value = serde_json::from_str(&log)?;
        let script = FIRST_ANSWER.replace("FIRST", &log["middling"][0].to_string());
        let cdp = browser.session.cdp();
        // The page refuses scripts that it did not bring along, which is what measuring it takes.
        cdp.send_raw("Page.setBypassCSP", json!({ "enabled": true })).await?;
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        browser.session.goto(format!("{home}{OURS}/")).await?;
        wait_for(browser, "visavis.ready").await?;
        let probe = "new Promise((done, fail) => {
            const script = document.createElement('script');
            Object.assign(script, { type: 'module', src: '../probe.mjs', onload: () => done(), onerror: () => fail('no probe') });
            document.head.append(script);
        })";
        wait_for(browser, probe).await?;
        let pack = "performance.getEntriesByType('resource').find(entry => entry.name.endsWith('.pack')).responseEnd";
        let first = wait_for(browser, &format!("window.firstAnswer - Math.max(window.programReady, {pack})")).await?;
        first.as_f64().context("no time to the first answer")
    }
}

/// What the process of an empty page holds.
pub(crate) async fn empty() -> Result<u64> {
    let browser = Browser::start(Program::Chromium).await?;
    browser.session.goto("about:blank").await?;
    let resident = browser.resident()?;
    browser.quit().await?;
    Ok(resident)
}

/// What the browser counts for the page, and what its process holds, after everything unused is given back.
async fn memory(browser: &Browser) -> Result<(u64, u64)> {
    let cdp = browser.session.cdp();
    for _ in 0..2 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let resident = browser.resident()?;
    let counted = wait_for(browser, "performance.measureUserAgentSpecificMemory().then(all => all.bytes)").await?;
    Ok((counted.as_u64().context("the browser counts no memory")?, resident))
}

/// The value that a promise in the page resolves to.
async fn wait_for(browser: &Browser, promise: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => ({promise})).then(value => done({{ value }}), error => done({{ error: String(error?.stack ?? error) }}));"
    );
    let outcome = browser.session.execute_async(script, vec![]).await.with_context(|| promise.to_owned())?;
    let outcome = outcome.json().clone();
    ensure!(outcome.get("error").is_none(), "{promise}: {}", outcome["error"]);
    Ok(outcome.get("value").cloned().unwrap_or_default())
}
