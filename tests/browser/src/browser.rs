//! Headless Chromium, with a driver and a profile of its own.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// Quiet, offline, and good for containers.
const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--window-size=1280,900",
    "--force-prefers-reduced-motion",
];

/// The driver's process; ended with the value, so that a failing story leaves nothing running.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A browser with an empty profile.
pub struct Browser {
    /// The session.
    pub session: WebDriver,
    profile: TempDir,
    _driver: Driver,
}

impl Browser {
    /// Starts one.
    pub async fn start() -> Result<Self> {
        let (driver, port) = start_driver()?;
        let profile = tempfile::tempdir()?;
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let session = WebDriver::new(&format!("http://127.0.0.1:{port}"), wanted)
            .await
            .context("chromedriver cannot start Chromium: are both of the same version?")?;
        Ok(Self { session, profile, _driver: driver })
    }

    /// What the page wrote to the console since the last call, and what the browser complained of.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.session.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Every address asked for since the last call.
    pub async fn requests(&self) -> Result<Vec<String>> {
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
    let renders = command.contains("--type=renderer");
    Some(Process { command, parent: u32::try_from(field("PPid:")?).ok()?, renders, resident: field("VmRSS:")? * 1024 })
}

/// Whether a process was started, at whatever remove, by one that names `profile`.
fn descends(process: &Process, profile: &str) -> bool {
    process.command.contains(profile) || self::process(process.parent).is_some_and(|parent| descends(&parent, profile))
}

/// The address in an entry of the performance log, if the entry is a request.
fn requested(message: &str) -> Option<String> {
    let entry: serde_json::Value = serde_json::from_str(message).ok()?;
    let event = &entry["message"];
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" => &event["params"]["url"],
        _ => return None,
    };
    Some(address.as_str()?.to_owned())
}

/// Starts chromedriver on a free port, and says which.
fn start_driver() -> Result<(Driver, u16)> {
    let mut child = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start chromedriver; `cargo xtask test` installs it or says how to")?;
    let stdout = child.stdout.take();
    let driver = Driver(child);
    let mut reader = BufReader::new(stdout.context("chromedriver has no output")?);
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 {
        let port = line.trim().trim_end_matches('.').rsplit_once("successfully on port ");
        if let Some(port) = port.and_then(|(_, port)| port.parse().ok()) {
            // Keep reading, or the driver would one day wait on a full pipe.
            std::thread::spawn(move || reader.read_to_end(&mut Vec::new()));
            return Ok((driver, port));
        }
        line.clear();
    }
    bail!("chromedriver ended before it was ready")
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
