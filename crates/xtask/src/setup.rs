//! Installs what is missing, and nothing else.
//!
//! Tools go into the project's own ignored folder, so that no contributor's machine is changed and `cargo clean` keeps them. What is
//! already on `PATH` is used when its version fits. The tools are built without optimisation: that takes a quarter of the time, and
//! they only have to work once a build.

use crate::{process, project};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that Cargo can install.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    options: &'static [&'static str],
}

/// Everything that building the page takes.
pub fn for_building() -> Result<()> {
    wasm_target()?;
    let tools = [
        Tool {
            package: "trunk",
            program: "trunk",
            version: project::TRUNK.to_owned(),
            options: &["--locked", "--no-default-features"],
        },
        // Its own lock file names dependencies that no longer build.
        Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: project::wasm_bindgen()?, options: &[] },
    ];
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !tool.fits()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // Side by side, because each spends part of its time on one core.
    let begun: Result<Vec<_>> = missing.iter().map(|tool| tool.install()).collect();
    process::finish(begun?)
        .context("a tool could not be installed; without a network, put the version named on PATH")?;
    for tool in missing {
        tool.settle()?;
    }
    Ok(())
}

impl Tool {
    /// Whether the program that would be started has the right version.
    fn fits(&self) -> bool {
        let Some(program) = project::find(self.program) else { return false };
        let said = process::output(Command::new(program).arg("--version")).unwrap_or_default();
        said.split_whitespace().any(|word| word == self.version)
    }

    /// Starts the installation.
    fn install(&self) -> Result<process::Quiet> {
        let tools = project::tools();
        std::fs::create_dir_all(&tools).with_context(|| format!("cannot create {}", tools.display()))?;
        let mut command = process::cargo();
        command.args(["install", self.package, "--version", &self.version, "--force", "--root"]).arg(&tools);
        command.args(self.options);
        command.env("CARGO_TARGET_DIR", self.scratch());
        for (key, value) in
            [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("PANIC", "unwind")]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
        }
        let label = format!("installing {} {} into .tools (some minutes, once)", self.package, self.version);
        process::Quiet::start(&label, &mut command, &tools.join(format!("{}.log", self.package)))
    }

    /// Where it is compiled; a folder each, or one would wait for the other.
    fn scratch(&self) -> std::path::PathBuf {
        project::tools().join(format!("build-{}", self.package))
    }

    /// Removes what compiling left behind, and checks the result.
    fn settle(&self) -> Result<()> {
        let scratch = self.scratch();
        if scratch.exists() {
            std::fs::remove_dir_all(&scratch).with_context(|| format!("cannot remove {}", scratch.display()))?;
        }
        if self.fits() {
            return Ok(());
        }
        bail!("{} {} was installed, and `{} --version` says something else", self.package, self.version, self.program)
    }
}

/// The standard library for the browser.
fn wasm_target() -> Result<()> {
    let asked = ["--print", "target-libdir", "--target", WASM];
    let folder = process::output(Command::new("rustc").args(asked).current_dir(project::root()));
    if folder.is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if project::find("rustup").is_none() {
        bail!(
            "this Rust has no {WASM} target, and there is no rustup to add it: install that target's standard library"
        );
    }
    let label = format!("adding the {WASM} target");
    process::run(&label, Command::new("rustup").args(["target", "add", WASM]).current_dir(project::root()))
}

/// `rustfmt` and `clippy`, which a minimal toolchain leaves out.
pub fn components() -> Result<()> {
    let has = |name: &str| process::output(process::cargo().args([name, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command.args(["component", "add", "rustfmt", "clippy"]).current_dir(project::root());
    process::run("adding rustfmt and clippy", &mut command)
}

/// The programs that browser tests need, with the Debian packages that hold them.
const BROWSER: [(&str, &str); 3] = [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("npm", "npm")];
/// What the other two engines need besides.
const OTHERS: [(&str, &str); 3] =
    [("firefox-esr", "firefox-esr"), ("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];
/// The driver of Firefox, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";

/// What tests without a browser read of npm's packages. `Err` where it cannot be had, with the command that would install it.
pub fn for_native_tests() -> Result<()> {
    programs(&[("npm", "npm")])?;
    packages()
}

/// A browser, its driver, and axe-core. `Err` as above.
pub fn for_browsers() -> Result<()> {
    programs(&BROWSER)?;
    packages()
}

/// The other two engines with their drivers. `Err` as above.
pub fn for_other_engines() -> Result<()> {
    programs(&OTHERS)?;
    let driver = Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER.to_owned(),
        options: &["--locked"],
    };
    if driver.fits() {
        return Ok(());
    }
    process::finish(vec![driver.install()?])?;
    driver.settle()
}

/// Sees to it that programs are there.
fn programs(wanted: &[(&str, &'static str)]) -> Result<()> {
    let absent = missing(wanted);
    if !absent.is_empty() && on_debian_as_root() {
        apt_get(&["update"])?;
        apt_get(&[&["install", "--yes", "--no-install-recommends"], absent.as_slice()].concat())?;
    }
    let absent = missing(wanted);
    if !absent.is_empty() {
        bail!("{} missing: run `{}`", absent.join(", "), advice(&absent));
    }
    Ok(())
}

fn missing(wanted: &[(&str, &'static str)]) -> Vec<&'static str> {
    let there = |program: &str| match program {
        "chromium" => ["chromium", "google-chrome", "chrome"].iter().any(|name| project::find(name).is_some()),
        "firefox-esr" => ["firefox-esr", "firefox"].iter().any(|name| project::find(name).is_some()),
        _ => project::find(program).is_some(),
    };
    wanted.iter().filter(|(program, _)| !there(program)).map(|(_, package)| *package).collect()
}

fn on_debian_as_root() -> bool {
    let root = process::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && std::path::Path::new("/etc/debian_version").exists() && project::find("apt-get").is_some()
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&format!("apt-get {}", arguments.join(" ")), &mut command)
}

/// The command that would install what is missing, as far as this machine can be known.
fn advice(packages: &[&str]) -> String {
    if project::find("apt-get").is_some() {
        format!("sudo apt-get install {}", packages.join(" "))
    } else if project::find("brew").is_some() {
        "brew install --cask chromium chromedriver && brew install node geckodriver".to_owned()
    } else {
        "your package manager's command for the browsers, their drivers and npm".to_owned()
    }
}

/// The packages of `tests/npm`, in the versions that the lock file pins.
fn packages() -> Result<()> {
    let folder = project::root().join("tests/npm");
    let (lock, done) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let newer = |a: &std::path::Path, b: &std::path::Path| {
        Some(a.metadata().ok()?.modified().ok()? >= b.metadata().ok()?.modified().ok()?)
    };
    if newer(&done, &lock) == Some(true) {
        return Ok(());
    }
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    process::run("npm ci in tests/npm", &mut command)
}
