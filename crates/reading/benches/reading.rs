//! How fast articles are read, on two threads: `cargo bench -p visavis-reading --profile pipeline`.
//!
//! On the articles of a file (`-- --corpus FILE.jsonl`, with title and body: `cargo xtask corpus 20000` writes one), else on paragraphs of
//! `../shared/data/piaf`, put together as articles. Each step is measured apart: taking articles out of their files, cleaning and
//! describing them, cutting them into sentences and words, and, by itself, recognising whom and what they name. Each row is measured in a
//! process of its own: memory is its peak, less what it had before, and the allocator keeps nothing of another row.

use std::{
    hint::black_box,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use visavis_reading::{File, Folder, Step, Workers, read_with};
use visavis_text::{sentences, tokens};

/// Runs of which the fastest counts.
const RUNS: usize = 3;
const THREADS: usize = 2;
/// Bytes of an article that is put together.
const ARTICLE: usize = 4500;

/// A paragraph of the press, again and again.
const PLAIN: &str = "Le maire de Rouen l'a dit jeudi, d'accord avec les élus de la région, à plus de 300 personnes. ";
/// Quotations that are opened and never closed.
const OPENING: &str = "« Le maire ";

/// What follows `name` among the arguments.
fn argument(name: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != name).nth(1)
}

fn main() {
    let (source, articles) = argument("--corpus").map_or_else(piaf, |file| {
        (file.clone(), std::fs::read_to_string(file).expect("a file of articles").lines().map(Into::into).collect())
    });
    if let (Some(count), Some(ending)) = (argument("--row"), argument("--ending")) {
        row(&articles[..count.parse().expect("a number of articles")], &ending);
        return;
    }
    println!("{} articles of {source}, {THREADS} threads\n", articles.len());
    println!(
        "articles      MB |   open  clean segment = together | recognise | memory / text, before recognising and after"
    );
    let counts = [1000, 5000, 20_000].into_iter().filter(|&count| count < articles.len());
    for count in counts.chain([articles.len().min(20_000)]) {
        row_apart(count, "jsonl");
    }
    let bytes: usize = articles
        .iter()
        .scan(0, |sum, article| {
            *sum += article.len();
            Some(*sum)
        })
        .take_while(|&sum| sum <= 20_000_000)
        .count();
    println!("\n20 MB as one file of records, as text files and as pages:");
    for form in ["jsonl", "txt", "html"] {
        row_apart(bytes, form);
    }
    paragraphs("plain sentences", PLAIN);
    paragraphs("opening quotation marks", OPENING);
}

/// Two threads, a clock and a look at the memory.
#[derive(Default)]
struct Two {
    times: Mutex<Vec<(Step, Duration)>>,
    /// Peak by the end of cleaning.
    peak: AtomicUsize,
}

impl Two {
    /// How long `step` took so far.
    fn of(&self, step: Step) -> Duration {
        let times = self.times.lock().expect("no panic");
        times.iter().filter(|(other, _)| *other == step).map(|(_, time)| *time).sum()
    }
}

impl Workers for Two {
    fn map<T: Sync, R: Send>(&self, step: Step, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let begun = Instant::now();
        let next = AtomicUsize::new(0);
        let run = || {
            let mut done = vec![];
            while let Some((nth, item)) =
                Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|nth| Some((nth, items.get(nth)?)))
            {
                done.push((nth, work(item)));
            }
            done
        };
        let mut all: Vec<(usize, R)> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..THREADS).map(|_| scope.spawn(run)).collect();
            let mut all = run();
            all.extend(others.into_iter().flat_map(|other| other.join().expect("no panic")));
            all
        });
        all.sort_by_key(|(nth, _)| *nth);
        self.times.lock().expect("no panic").push((step, begun.elapsed()));
        if step == Step::Read {
            self.peak.store(peak(), Ordering::Relaxed);
        }
        all.into_iter().map(|(_, result)| result).collect()
    }

    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        std::thread::scope(|scope| {
            let other = scope.spawn(other);
            (one(), other.join().expect("no panic"))
        })
    }
}

/// Prints the row of the first `count` articles in the form of `ending`, measured in a process of its own.
fn row_apart(count: usize, ending: &str) {
    let this = std::env::current_exe().expect("this program");
    let mut row = std::process::Command::new(this);
    row.args(["--row", &count.to_string(), "--ending", ending]);
    if let Some(file) = argument("--corpus") {
        row.args(["--corpus", &file]);
    }
    assert!(row.status().expect("this program again").success(), "the row of {count} articles failed");
}

/// Prints what it takes to read `articles` in the form of `ending`.
fn row(articles: &[String], ending: &str) {
    let folder = Folder { articles: files(articles, ending), ..Folder::default() };
    let bytes: usize = folder.articles.iter().map(|file| file.bytes.len()).sum();
    reset_peak();
    let before = peak();
    let mut best: Option<[Duration; 4]> = None;
    let mut memory = (0, 0);
    for _ in 0..RUNS {
        let two = Two::default();
        let begun = Instant::now();
        let reading = read_with(folder.clone(), &two).expect("articles").whole().expect("articles without mistakes");
        let all = begun.elapsed();
        // Later runs begin with what the allocator kept of this one.
        if memory == (0, 0) {
            memory = (two.peak.load(Ordering::Relaxed), peak());
        }
        let blocks: Vec<&str> = reading
            .corpus
            .articles
            .iter()
            .flat_map(|a| &a.blocks)
            .filter(|b| b.role.is_read())
            .map(|b| b.text.as_str())
            .collect();
        let begun = Instant::now();
        let counts = Two::default().map(Step::Read, &blocks, |text| (sentences(text).count(), tokens(text).count()));
        black_box(counts);
        let found = [
            two.of(Step::Open),
            two.of(Step::Read),
            begun.elapsed(),
            all.saturating_sub(two.of(Step::Open) + two.of(Step::Read)),
        ];
        if best.is_none_or(|best| found[..3].iter().sum::<Duration>() < best[..3].iter().sum::<Duration>()) {
            best = Some(found);
        }
    }
    let [open, clean, segment, recognise] = best.unwrap_or_default().map(|time| time.as_secs_f64());
    let times = |peak: usize| (peak.saturating_sub(before)) as f64 / bytes as f64 + 1.0;
    println!(
        "{:8} {:7.1} | {open:6.2} {clean:6.2} {segment:7.2} = {:6.2} s | {recognise:7.2} s | {:.1} and {:.1}   {ending}",
        articles.len(),
        bytes as f64 / 1e6,
        open + clean + segment,
        times(memory.0),
        times(memory.1),
    );
}

/// Prints what it takes to read and to recognise one paragraph of 1, 2, 4 and 8 megabytes, which repeats `sentence`: twice the text is
/// to take twice the time.
fn paragraphs(name: &str, sentence: &str) {
    println!("\none paragraph, {name}:");
    let mut before: Option<[f64; 2]> = None;
    for size in [1_usize, 2, 4, 8] {
        let text = sentence.repeat((size << 20) / sentence.len());
        let folder =
            Folder { articles: vec![File { path: "a.txt".into(), bytes: text.into_bytes() }], ..Folder::default() };
        let now =
            (0..RUNS).map(|_| paragraph(&folder)).reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1])]).unwrap_or_default();
        let growth = before.map_or_else(String::new, |before| {
            format!("   x {:.1} and x {:.1}", now[0] / before[0], now[1] / before[1])
        });
        println!("{size} MB: {:6.2} s to read, {:6.2} s to recognise and mark{growth}", now[0], now[1]);
        before = Some(now);
    }
}

/// Seconds to read the one article of `folder`, and to recognise and mark whom and what it names.
fn paragraph(folder: &Folder) -> [f64; 2] {
    let two = Two::default();
    let begun = Instant::now();
    black_box(read_with(folder.clone(), &two).expect("an article"));
    let all = begun.elapsed();
    let reading = two.of(Step::Open) + two.of(Step::Read);
    [reading, all.saturating_sub(reading)].map(|time| time.as_secs_f64())
}

fn files(articles: &[String], ending: &str) -> Vec<File> {
    if ending == "jsonl" {
        return vec![File { path: "a.jsonl".into(), bytes: (articles.join("\n") + "\n").into_bytes() }];
    }
    let file = |(nth, line): (usize, &String)| {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| record[key].as_str().unwrap_or_default().to_string();
        let (title, body) = (text("title"), text("body"));
        let text = if ending == "txt" {
            format!("{title}\n\n{body}\n")
        } else {
            let body = body.replace('&', "&amp;").replace('<', "&lt;").replace("\n\n", "</p>\n<p>");
            format!(
                "<html lang=fr><title>{title}</title><nav><a href=/>Accueil</a></nav><article><h1>{title}</h1><p>{body}</p></article>\n"
            )
        };
        File { path: format!("{nth}.{ending}"), bytes: text.into_bytes() }
    };
    articles.iter().enumerate().map(file).collect()
}

/// Paragraphs of the data set as records, 20,000 of them, the same paragraphs again and again.
fn piaf() -> (String, Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let Ok(lines) = std::fs::read_to_string(root.join("../shared/data/piaf/docs.jsonl")) else {
        println!("SKIPPED: neither a file of articles nor ../shared/data/piaf");
        std::process::exit(0);
    };
    let longest = |line: &str| -> Option<String> {
        let record: serde_json::Value = serde_json::from_str(line).ok()?;
        record.as_object()?.values().filter_map(|value| value.as_str()).max_by_key(|text| text.len()).map(Into::into)
    };
    let paragraphs: Vec<String> = lines.lines().filter_map(longest).collect();
    let mut next = paragraphs.iter().cycle();
    let article = |nth: usize| {
        let mut body = String::new();
        while body.len() < ARTICLE {
            body.push_str(next.next().map_or("", String::as_str));
            body.push_str("\n\n");
        }
        serde_json::json!({ "id": nth.to_string(), "title": "Un titre qui dit de quoi il s'agit", "body": body.trim_end() }).to_string()
    };
    ("piaf".into(), (0..20_000).map(article).collect())
}

/// The most memory that this process has had, in bytes; 0 where the system does not say.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok()).unwrap_or_default() * 1024
}

/// Forgets the peak, where the system lets it.
fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
