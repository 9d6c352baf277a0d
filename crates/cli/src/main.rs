//! The `visavis` command.

use clap::Parser;
use std::{io::Write, process::ExitCode};

/// Reading and packing ask for memory many millions of times, on all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = visavis_cli::Arguments::parse();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut notices = std::io::stderr().lock();
    let done = visavis_cli::run(&arguments, &mut out, &mut notices).and_then(|()| Ok(out.flush()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output has seen enough (`visavis inspect … | head`).
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do where even this cannot be said.
            let _ = writeln!(notices, "{failure}");
            ExitCode::FAILURE
        }
    }
}
