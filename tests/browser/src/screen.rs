//! What the page is shown on: the size of the screen, paper, pictures of it, and what it takes in memory.

use crate::{Engine, Page};
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
    /// Sets the size of the screen, in pixels of the style sheet. Chromium's driver has any; the windows of the others have a least width, and
    /// it is said where that is in the way.
    pub async fn resize(&self, width: u32, height: u32) -> Result<bool> {
        if self.browser.engine != Engine::Chromium {
            return self.resize_window(width, height).await;
        }
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", screen).await.map(|_| true)
    }

    /// Sets the size of the window so that the page has `width`.
    async fn resize_window(&self, width: u32, height: u32) -> Result<bool> {
        let mut outer = width;
        for _ in 0..2 {
            self.browser.session.set_window_rect(0, 0, outer, height).await?;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            let inner = self.eval("innerWidth").await?.as_u64().and_then(|inner| u32::try_from(inner).ok());
            match inner.context("a page has a width")? {
                inner if inner == width => return Ok(true),
                inner => outer = (outer + width).saturating_sub(inner),
            }
        }
        println!("SKIPPED a screen of {width} pixels: the window of {:?} is not made so narrow", self.browser.engine);
        Ok(false)
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

    /// Keeps a picture of the screen as `target/screenshots/<name>.png`, with the engine before the name where it is not Chromium.
    pub async fn shoot(&self, name: &str) -> Result<()> {
        let folder = xtask::project::root().join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let png = self.browser.session.screenshot_as_png().await?;
        let engine = match self.browser.engine {
            Engine::Chromium => "",
            Engine::Firefox => "firefox-",
            Engine::Webkit => "webkit-",
        };
        let file = folder.join(format!("{engine}{name}.png"));
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
