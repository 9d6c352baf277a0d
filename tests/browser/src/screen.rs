//! What the page is shown on: the size of the screen, paper, pictures of it, and what it takes in memory.

use crate::Page;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// What a page holds, after the garbage is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Nodes of the document, and those that were taken out of it and are still held.
    pub nodes: u64,
    /// Listeners on them.
    pub listeners: u64,
    /// Bytes of the JavaScript heap, with the memory of the program where the browser counts it.
    pub heap: u64,
}

impl Page {
    /// Sets the size of the screen, in pixels of the style sheet.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", screen).await.map(drop)
    }

    /// Shows the page as it goes to paper, or on the screen again.
    pub async fn on_paper(&self, paper: bool) -> Result<()> {
        self.command("Emulation.setEmulatedMedia", json!({ "media": if paper { "print" } else { "" } })).await.map(drop)
    }

    /// Has the system set the colours, as where a reader needs strong contrasts.
    pub async fn force_colours(&self) -> Result<()> {
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        self.command("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Keeps a picture of the screen as `target/screenshots/<name>.png`.
    pub async fn shoot(&self, name: &str) -> Result<()> {
        let folder = xtask::project::root().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let png = self.browser.session.screenshot_as_png().await?;
        let file = folder.join(format!("{name}.png"));
        std::fs::write(&file, png).with_context(|| format!("cannot write {}", file.display()))
    }

    /// What the page holds now.
    pub async fn memory(&self) -> Result<Memory> {
        for _ in 0..2 {
            self.command("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let counters = self.command("Memory.getDOMCounters", json!({})).await?;
        let heap = self.command("Runtime.getHeapUsage", json!({})).await?;
        let number = |value: &Value| value.as_u64().unwrap_or_default();
        Ok(Memory {
            nodes: number(&counters["nodes"]),
            listeners: number(&counters["jsEventListeners"]),
            heap: number(&heap["usedSize"]) + number(&heap["backingStorageSize"]),
        })
    }

    async fn command(&self, name: &str, parameters: Value) -> Result<Value> {
        Ok(self.browser.session.cdp().send_raw(name, parameters).await?)
    }
}
