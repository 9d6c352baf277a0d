//! The command line.

use crate::{Failure, check, compare, entities, folder, inspect, output, progress::Progress, publish, search};
use clap::{Parser, Subcommand};
use std::{io::Write, path::PathBuf};
use visavis_corpus::Pack;

/// Reads a folder of press articles and packs it for the page.
#[derive(Debug, Parser)]
#[command(name = "visavis", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what is wrong, missing or doubtful in a folder
    Check {
        /// The folder that holds corpus.toml and articles
        dir: PathBuf,
        /// One JSON object a finding, one a line (see docs/check.md)
        #[arg(long)]
        json: bool,
    },
    /// Show what was understood of each article
    Inspect {
        /// A folder, or a pack
        source: PathBuf,
        /// One JSON object an article, one a line (see docs/inspect.md)
        #[arg(long)]
        json: bool,
    },
    /// Set two to four articles face to face
    Compare {
        /// A folder, or a pack
        source: PathBuf,
        /// The articles, by id
        #[arg(required = true)]
        ids: Vec<String>,
        /// One JSON object (see docs/compare.md)
        #[arg(long)]
        json: bool,
    },
    /// Propose entities to list, as TOML ready to paste into entities.toml
    Entities {
        /// The folder that holds corpus.toml and articles
        dir: PathBuf,
        /// How many at most
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// Of how many to say what accepting each alone would change; as many as are quick, where it is left out
        #[arg(long, value_name = "N")]
        effects: Option<usize>,
    },
    /// Write the binary form that the page loads
    Pack {
        /// The folder that holds corpus.toml and articles
        dir: PathBuf,
        /// Where to write it
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Leave out the articles that cannot be read, and say which
        #[arg(long)]
        skip_bad: bool,
    },
    /// Find the articles that answer a query, best first
    Search {
        /// A pack, or a folder
        source: PathBuf,
        #[command(flatten)]
        asked: search::Asked,
    },
    /// Put a corpus into the built page: a folder for any static host, or one file that opens by double click
    Site {
        /// The folder that holds corpus.toml and articles, or a pack
        source: PathBuf,
        /// Where to write it: a folder, or a file whose name ends in .html
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The built page: the folder `dist`, or `visavis.html`
        #[arg(long, value_name = "FILE")]
        page: Option<PathBuf>,
    },
    /// Serve a site, a corpus or a pack on this machine, and print its address
    Serve {
        /// A folder with index.html, a folder of articles, or a pack
        source: PathBuf,
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The built page, for a corpus or a pack: the folder `dist`, or `visavis.html`
        #[arg(long, value_name = "FILE")]
        page: Option<PathBuf>,
    },
}

/// Runs a command: its result goes to `out`, and what its user should know besides to `notices`.
///
/// # Errors
/// Any [`Failure`]; nothing is left half-written.
pub fn run(arguments: &Arguments, out: &mut impl Write, notices: &mut impl Write) -> Result<(), Failure> {
    match &arguments.command {
        Command::Check { dir, json } => check::check(dir, *json, out),
        Command::Inspect { source, json } => inspect::inspect(source, *json, out, notices),
        Command::Compare { source, ids, json } => compare::compare(source, ids, *json, out, notices),
        Command::Entities { dir, limit, effects } => entities::entities(dir, *limit, *effects, out),
        Command::Search { source, asked } => search::search(source, asked, out, notices),
        Command::Pack { dir, output, skip_bad } => {
            let progress = Progress::new();
            let mut reading = folder::read(dir, &progress)?;
            if *skip_bad {
                reading.bad.drain(..).try_for_each(|bad| writeln!(notices, "left out: {bad}"))?;
            }
            let reading = reading.whole()?;
            reading.notices.iter().try_for_each(|notice| writeln!(notices, "{notice}"))?;
            let articles = reading.corpus.articles.len();
            let pack = Pack::write_with(&reading.corpus.published(), &progress);
            output::write(output, &pack)?;
            Ok(writeln!(out, "{}: {articles} articles, {} bytes", output.display(), pack.len())?)
        }
        Command::Site { source, output, page } => publish::site(source, page.as_deref(), output, out, notices),
        Command::Serve { source, port, page } => publish::serve(source, page.as_deref(), *port, out, notices),
    }
}
