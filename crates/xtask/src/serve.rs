//! Builds the page and serves it on this machine.

use crate::{build, project};
use anyhow::{Context, Result};
use std::net::TcpListener;
use visavis_cli::server;

/// Builds, then serves on `port` until interrupted.
pub fn run(port: u16) -> Result<()> {
    // Before the long build, and kept through it: nobody waits minutes to hear that the port is taken.
    let listener = listen(port)?;
    build::run()?;
    let running = server::start(server::Site::new(&project::dist(), "/").context("the page is not there")?, listener)?;
    println!("\nvis-à-vis is on {}  (Ctrl-C stops it)", running.url());
    running.wait();
    Ok(())
}

/// Takes the port, or says how to choose another.
fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        let other = port.checked_add(1).unwrap_or(8080);
        format!("port {port} of 127.0.0.1 cannot be used; choose another: cargo xtask serve --port {other}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_the_way_out() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("--port"), "{error}");
    }
}
