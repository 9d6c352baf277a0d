//! `cargo xtask`: the project's chores.

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use xtask::{bench, beside, build, checks, fuzz, generate, hook, link, quality, serve, setup, size, supply};

/// Reading and packing ask for memory many millions of times, on all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The chores of vis-à-vis; each installs what it misses.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what building takes: the wasm target, trunk, wasm-bindgen
    Setup,
    /// Build the page into dist
    Build,
    /// Build the page and serve it on this machine
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every check: format, lints, tests, build, size, browser
    Test,
    /// Give what reads bytes from strangers inputs that reach ever further
    Fuzz {
        /// For how many seconds, each target
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Build the page twice and compare every byte
    Reproduce,
    /// Print what a visitor downloads, against the budget
    Size,
    /// Measure the time to a usable list, and packing and reading; or, with `quality`, how well the program judges
    Bench {
        /// What to measure; speed, when nothing is said
        #[arg(value_enum)]
        what: Option<Measure>,
        /// Articles to measure with, one JSON object a line: id, outlet, date, title, body
        #[arg(long)]
        corpus: Option<PathBuf>,
        /// With `browser`: how many articles to generate; 1000, 5000 and 20000 when nothing is said
        #[arg(long, value_delimiter = ',')]
        articles: Vec<u32>,
    },
    /// Generate press-like French articles for benchmarks
    Corpus {
        /// How many
        articles: u32,
        /// The same seed gives the same articles
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Where to write them; beside it goes a list of the copies that were planted
        #[arg(short, long, default_value = "target/corpus.jsonl")]
        output: PathBuf,
    },
    /// What Trunk runs at the end of a build
    #[command(hide = true)]
    PostBuild,
    /// What `bench` runs in an optimised build
    #[command(hide = true)]
    MeasurePacking { corpus: PathBuf },
    /// What `bench browser` runs in an optimised build
    #[command(hide = true)]
    PrepareSearch { folder: PathBuf, corpus: Option<PathBuf> },
}

/// What `bench` measures.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Measure {
    /// Time
    Speed,
    /// How often recognising, searching and comparing are right
    Quality,
    /// Search in the browser, beside other engines
    Browser,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == link::SIGN) {
        return link::run(&std::env::args_os().skip(1).collect::<Vec<_>>());
    }
    match Arguments::parse().chore {
        Chore::Setup => setup::for_building(),
        Chore::Build => build::run(),
        Chore::Serve { port } => serve::run(port),
        Chore::Test => checks::run(),
        Chore::Fuzz { seconds } => fuzz::run(seconds, None),
        Chore::Reproduce => supply::reproduce(),
        Chore::Size => size::run(),
        Chore::Bench { what: Some(Measure::Quality), .. } => quality::run(),
        Chore::Bench { what: Some(Measure::Browser), corpus, articles } => beside::run(corpus.as_deref(), &articles),
        Chore::Bench { corpus, .. } => bench::run(corpus.as_deref()),
        Chore::Corpus { articles, seed, output } => generate::run(articles, seed, &output),
        Chore::PostBuild => hook::run(),
        Chore::MeasurePacking { corpus } => bench::packing(&corpus),
        Chore::PrepareSearch { folder, corpus } => beside::articles(&folder, corpus.as_deref()),
    }
}
