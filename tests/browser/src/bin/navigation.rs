//! Prints the milliseconds from navigation to a usable list: median of ten, each in a browser without a cache.

use anyhow::{Context, Result};
use visavis_browser_tests::visit_dist;

const RUNS: usize = 10;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let dist = std::env::args_os().nth(1).context("usage: navigation DIST")?;
    let mut times = Vec::new();
    visit_dist(dist.as_ref(), async |page| {
        page.browser
            .session
            .cdp()
            .send_raw("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true }))
            .await?;
        // The first start pays for the browser's own warming up.
        page.load("").await?;
        for _ in 0..RUNS {
            page.load("").await?;
            let ready = page.eval("performance.getEntriesByName('visavis-ready')[0].startTime").await?;
            times.push(ready.as_f64().context("the mark has no time")?);
        }
        Ok(())
    })
    .await?;
    times.sort_by(f64::total_cmp);
    println!(
        "navigation to a usable list: {:.0} ms median of {RUNS} (fastest {:.0}, slowest {:.0})",
        f64::midpoint(times[RUNS / 2 - 1], times[RUNS / 2]),
        times[0],
        times[RUNS - 1]
    );
    Ok(())
}
