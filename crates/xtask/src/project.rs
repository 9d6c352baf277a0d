//! Where things are in this repository, and which tools it pins.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The Trunk that the page is known to build with.
pub const TRUNK: &str = "0.21.14";

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The data sets for checks and benchmarks; they are not part of the repository and may be absent.
pub fn data() -> PathBuf {
    root().join("../shared/data")
}

/// Where Cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Tools that this project installs for itself; `cargo clean` leaves them alone.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The `PATH` for child processes, with the project's own tools first.
pub fn path() -> Result<OsString> {
    let known = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools().join("bin")).chain(std::env::split_paths(&known));
    std::env::join_paths(folders).context("PATH holds a folder whose name cannot be written in it")
}

/// The file that running `program` would start.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = path().ok()?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The version of wasm-bindgen in `Cargo.lock`: the command-line tool must be the same.
pub fn wasm_bindgen() -> Result<String> {
    let file = root().join("Cargo.lock");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    locked(&text, "wasm-bindgen")
}

/// The version of `package` in a lock file.
fn locked(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let mut versions = packages
        .filter(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .filter_map(|entry| entry.get("version").and_then(toml::Value::as_str));
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version.to_owned()),
        (None, _) => bail!("Cargo.lock names no {package}: is the app a member of the workspace?"),
        (Some(_), Some(_)) => bail!("Cargo.lock names two versions of {package}: run `cargo tree -d`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_the_one_of_that_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn an_absent_package_is_an_error_that_names_it() {
        assert!(locked("", "wasm-bindgen").unwrap_err().to_string().contains("wasm-bindgen"));
    }
}
