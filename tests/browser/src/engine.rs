//! The engines that the page is held against, and how each is started without a screen.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// The small browser of `WebKitGTK` with `WebKitWebDriver`; it needs a display, and gets one that nobody sees.
    Webkit,
}

/// Quiet, offline, and good for containers.
const CHROMIUM: [&str; 13] = [
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
    // Stories walk faster than people.
    "--disable-ipc-flooding-protection",
];

/// How long a driver may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// A process that ends with the value, so that a failing story leaves nothing running.
pub(crate) struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Engine {
    /// The engine that `VISAVIS_ENGINE` names; Chromium where it names none.
    pub fn chosen() -> Result<Self> {
        match std::env::var("VISAVIS_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::Webkit),
            Ok(other) => bail!("VISAVIS_ENGINE is “{other}”: it may be chromium, firefox or webkit"),
        }
    }

    /// Whether the chosen engine's driver can do `what`, which Chromium's alone can; where it cannot, that is said.
    pub fn can(what: &str) -> Result<bool> {
        let chosen = Self::chosen()?;
        if chosen != Self::Chromium {
            println!("SKIPPED {what}: the driver of {chosen:?} has no such thing");
        }
        Ok(chosen == Self::Chromium)
    }

    /// Starts the driver, and what it needs; the port that it listens on.
    pub(crate) fn drive(self) -> Result<(Vec<Process>, u16)> {
        match self {
            Self::Chromium => {
                let (driver, port) = announced("chromedriver", &["--port=0"], "successfully on port ")?;
                Ok((vec![driver], port))
            }
            Self::Firefox => {
                let (driver, port) = announced("geckodriver", &["--port", "0"], "Listening on 127.0.0.1:")?;
                Ok((vec![driver], port))
            }
            Self::Webkit => webkit(),
        }
    }

    /// What is asked of the driver. `profile` is an empty folder.
    pub(crate) fn wishes(self, profile: &Path) -> Result<Value> {
        Ok(match self {
            Self::Chromium => {
                let flags = CHROMIUM.iter().map(|flag| (*flag).to_owned());
                let flags: Vec<String> = flags.chain([format!("--user-data-dir={}", profile.display())]).collect();
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": flags },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=900"],
                    // Nothing of its own on the network, no animation.
                    "prefs": {
                        "app.update.enabled": false, "browser.safebrowsing.downloads.enabled": false,
                        "browser.download.dir": profile, "browser.download.folderList": 2,
                        "browser.download.alwaysOpenPanel": false,
                        "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
                        "ui.prefersReducedMotion": 1, "dom.navigation.navigationRateLimit.count": 0, "intl.accept_languages": "en-US",
                    },
                },
            }),
            Self::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        })
    }
}

/// The browser that comes with the libraries of `WebKitGTK`; its folder is named by architecture and version.
fn mini_browser() -> Result<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let folders = ["/usr/lib", "/usr/libexec"].iter().flat_map(|folder| below(Path::new(folder)));
    let nested = folders.flat_map(|folder| below(&folder).into_iter().chain([folder]));
    let found = nested.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file());
    found.context("there is no MiniBrowser: `cargo xtask test` installs webkit2gtk-driver, or says how to")
}

/// `WebKitWebDriver` takes a port and says nothing: it is there when it answers.
fn webkit() -> Result<(Vec<Process>, u16)> {
    let (screen, display) =
        announced("Xvfb", &["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], "")?;
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut driver = Command::new("WebKitWebDriver");
    driver.arg(format!("--port={port}")).env("DISPLAY", format!(":{display}"));
    // Its sandbox does not work for root, and there is no graphics card.
    driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    let driver = driver.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let driver =
        Process(driver.context("cannot start WebKitWebDriver; `cargo xtask test` installs it or says how to")?);
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if begun.elapsed() > PATIENCE {
            bail!("WebKitWebDriver does not answer");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok((vec![driver, screen], port))
}

/// Starts a program that says, after `before`, which number it has chosen.
fn announced(program: &str, arguments: &[&str], before: &str) -> Result<(Process, u16)> {
    let found = xtask::project::find(program).unwrap_or_else(|| program.into());
    let mut child = Command::new(found)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start {program}; `cargo xtask test` installs it or says how to"))?;
    let stdout = child.stdout.take();
    let driver = Process(child);
    let mut reader = BufReader::new(stdout.with_context(|| format!("{program} has no output"))?);
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 {
        if let Some(number) = number_after(&line, before) {
            // Keep reading, or the program would one day wait on a full pipe.
            std::thread::spawn(move || reader.read_to_end(&mut Vec::new()));
            return Ok((driver, number));
        }
        line.clear();
    }
    bail!("{program} ended before it was ready")
}

fn number_after(line: &str, before: &str) -> Option<u16> {
    let (_, rest) = line.split_once(before)?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_that_a_driver_announces_is_read() {
        for (line, before, expected) in [
            ("ChromeDriver was started successfully on port 4567.\n", "successfully on port ", Some(4567)),
            ("1 geckodriver INFO Listening on 127.0.0.1:4444\n", "Listening on 127.0.0.1:", Some(4444)),
            ("99\n", "", Some(99)),
            ("no number\n", "", None),
        ] {
            assert_eq!(number_after(line, before), expected, "{line}");
        }
    }
}
