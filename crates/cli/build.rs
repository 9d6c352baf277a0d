//! Puts the page that `VISAVIS_PAGE` names (the `visavis.html` of a build) into the program, so that a release needs no other file.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=VISAVIS_PAGE");
    let page = match env::var_os("VISAVIS_PAGE") {
        Some(file) => {
            println!("cargo::rerun-if-changed={}", file.display());
            fs::read(&file).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))?
        }
        None => vec![],
    };
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("Cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("page.html"), page)
}
