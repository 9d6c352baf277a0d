//! A browser without a screen, with a driver and a profile of its own.

use crate::engine::{Engine, Process as Started};
use anyhow::{Context, Result};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// A browser with an empty profile.
pub struct Browser {
    /// The session.
    pub session: WebDriver,
    /// Which it is.
    pub engine: Engine,
    profile: TempDir,
    _processes: Vec<Started>,
}

impl Browser {
    /// Starts one.
    pub async fn start(engine: Engine) -> Result<Self> {
        let (processes, port) = engine.drive()?;
        let profile = tempfile::tempdir()?;
        let wishes = engine.wishes(profile.path())?;
        let wishes = wishes.as_object().cloned().context("wishes are an object")?;
        let session = WebDriver::new(&format!("http://127.0.0.1:{port}"), Capabilities::from(wishes))
            .await
            .with_context(|| format!("the driver cannot start {engine:?}: are both of the same version?"))?;
        Ok(Self { session, engine, profile, _processes: processes })
    }

    /// A folder of its own, empty at first but for what the engine puts there.
    pub fn folder(&self) -> &std::path::Path {
        self.profile.path()
    }

    /// What the page wrote to the console since the last call, and what the browser complained of. Chromium's driver alone can tell.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(vec![]);
        }
        let entries = self.session.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Every address asked for since the last call; elsewhere than in Chromium, what the page that is shown has asked for.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            let script = "return performance.getEntriesByType('resource').map(entry => entry.name);";
            let names = self.session.execute(script, vec![]).await?;
            return Ok(names.convert()?);
        }
        let entries = self.session.get_log("performance").await?;
        Ok(entries.iter().filter_map(|entry| requested(&entry.message)).collect())
    }

    /// Resident bytes of the page's process: of the largest, as the browser keeps a spare one.
    pub fn resident(&self) -> Result<u64> {
        let profile = self.profile.path().display().to_string();
        let largest =
            processes().filter(|process| process.renders && descends(process, &profile)).map(|it| it.resident);
        largest.max().context("no process of this browser shows a page")
    }

    /// Ends the session.
    pub async fn quit(self) -> Result<()> {
        Ok(self.session.quit().await?)
    }
}

/// A process of this machine.
struct Process {
    command: String,
    parent: u32,
    renders: bool,
    resident: u64,
}

/// Every process that can be looked at.
fn processes() -> impl Iterator<Item = Process> {
    let numbers = std::fs::read_dir("/proc").into_iter().flatten();
    numbers.filter_map(|entry| process(entry.ok()?.file_name().to_str()?.parse().ok()?))
}

fn process(number: u32) -> Option<Process> {
    let command = std::fs::read_to_string(format!("/proc/{number}/cmdline")).ok()?;
    let status = std::fs::read_to_string(format!("/proc/{number}/status")).ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    // What the browser draws of itself is larger than many pages.
    let renders = command.contains("--type=renderer") && !command.contains("--top-chrome-webui");
    Some(Process { command, parent: u32::try_from(field("PPid:")?).ok()?, renders, resident: field("VmRSS:")? * 1024 })
}

/// Whether a process was started, at whatever remove, by one that names `profile`.
fn descends(process: &Process, profile: &str) -> bool {
    process.command.contains(profile) || self::process(process.parent).is_some_and(|parent| descends(&parent, profile))
}

/// The address in an entry of the performance log, if the entry is a request.
fn requested(message: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(message).ok()?;
    let event = &entry["message"];
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" => &event["params"]["url"],
        _ => return None,
    };
    Some(address.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_found_in_the_log() {
        let entry =
            r#"{"message":{"method":"Network.requestWillBeSent","params":{"request":{"url":"https://example.org/"}}}}"#;
        assert_eq!(requested(entry).as_deref(), Some("https://example.org/"));
        assert_eq!(requested(r#"{"message":{"method":"Network.dataReceived","params":{}}}"#), None);
    }
}
