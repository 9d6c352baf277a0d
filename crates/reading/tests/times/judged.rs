//! Expressions of time and figures that were judged, and how many of them are found. The README of this folder gives the format.

use std::fmt;
use visavis_corpus::{Day, Language, When};
use visavis_reading::{File, Folder, read};
use visavis_text::{Span, fold};

/// An article: its day and its paragraphs.
struct Judged {
    day: String,
    paragraphs: Vec<Paragraph>,
}

/// A paragraph without its brackets, and what they hold.
struct Paragraph {
    text: String,
    times: Vec<(Span, Value)>,
    figures: Vec<(Span, f64, String)>,
}

/// The days that are meant.
enum Value {
    /// These and no others.
    Exactly(When),
    /// About this day.
    About(Day),
    /// The text does not say.
    Open,
}

/// How many were judged, found in their place, and found as they were judged; and how many were found that nobody judged to be one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) judged: usize,
    pub(crate) found: usize,
    pub(crate) right: usize,
    /// Found, and what is claimed of it is wrong, not only open.
    pub(crate) wrong: usize,
    pub(crate) extra: usize,
}

impl Tally {
    /// The harmonic mean of precision and recall, where only what is as it was judged counts.
    pub(crate) fn f1(&self) -> f64 {
        let all = self.judged + self.found + self.extra;
        if all == 0 { 0.0 } else { 2.0 * self.right as f64 / all as f64 }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { judged, found, right, wrong, extra } = self;
        let f1 = self.f1();
        write!(f, "{found} of {judged} found, {right} right, {wrong} wrong, {extra} more; F1 {f1:.3}")
    }
}

/// What is found of a judged file, expressions of time and figures; both are printed, with what went wrong where it may be seen.
pub(crate) fn measure(name: &str, file: &str, language: Language, seen: bool) -> [Tally; 2] {
    let (mut times, mut figures) = (Tally::default(), Tally::default());
    for article in articles(file) {
        let text: Vec<&str> = article.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let code = if language == Language::French { "fr" } else { "en" };
        let source =
            format!("---\ntitle: A title\ndate: {}\nlanguage: {code}\n---\n{}\n", article.day, text.join("\n\n"));
        let articles = vec![File { path: "a.md".into(), bytes: source.into_bytes() }];
        let corpus = read(&Folder { articles, ..Folder::default() }).expect("a corpus").corpus;
        let found = &corpus.articles[0];
        for paragraph in &article.paragraphs {
            let block =
                found.blocks.iter().position(|block| block.text == paragraph.text).expect("the paragraph") as u32;
            let dates = found.marks.dates.iter().filter(|date| date.block == block);
            let dates: Vec<_> = dates.map(|date| (date.span, date.when)).collect();
            let counted = found.marks.figures.iter().filter(|figure| figure.block == block);
            let counted: Vec<_> =
                counted.map(|f| (f.span, f.value.to_string(), f.noun.clone().unwrap_or_default())).collect();
            let see = |kind: &str, span: Span, said: String| {
                if seen {
                    println!(
                        "    {kind}: {} | {said} | {}",
                        &paragraph.text[span.range()],
                        around(&paragraph.text, span)
                    );
                }
            };
            times.judged += paragraph.times.len();
            for (span, value) in &paragraph.times {
                let Some((_, when)) = dates.iter().find(|(other, _)| meet(*other, *span)) else {
                    see("missed", *span, String::new());
                    continue;
                };
                times.found += 1;
                if value.agrees(*when) {
                    times.right += 1;
                    continue;
                }
                times.wrong += usize::from(value.excludes(*when));
                see("other days", *span, when.map_or_else(|| "open".to_owned(), |when| when.to_string()));
            }
            for (span, when) in
                dates.iter().filter(|(span, _)| !paragraph.times.iter().any(|(other, _)| meet(*span, *other)))
            {
                times.extra += 1;
                see("no time", *span, format!("{when:?}"));
            }
            figures.judged += paragraph.figures.len();
            for (span, number, noun) in &paragraph.figures {
                let Some((_, value, counts)) = counted.iter().find(|(other, ..)| meet(*other, *span)) else {
                    see("missed", *span, String::new());
                    continue;
                };
                figures.found += 1;
                let near =
                    value.parse::<f64>().is_ok_and(|value| (value - number).abs() <= (number.abs() * 0.01).max(0.006));
                let right = near && same_noun(noun, counts);
                figures.right += usize::from(right);
                figures.wrong += usize::from(!near);
                if !right {
                    see("other figure", *span, format!("{value} {counts}"));
                }
            }
            for (span, value, noun) in
                counted.iter().filter(|(span, ..)| !paragraph.figures.iter().any(|(other, ..)| meet(*span, *other)))
            {
                figures.extra += 1;
                see("no figure", *span, format!("{value} {noun}"));
            }
        }
    }
    println!("{name}\n  times:   {times}\n  figures: {figures}");
    [times, figures]
}

/// Some of the words on both sides.
fn around(text: &str, span: Span) -> String {
    let start = text[..span.start()].char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let end = text[span.end()..].char_indices().nth(40).map_or(text.len(), |(at, _)| span.end() + at);
    text[start..end].to_owned()
}

fn meet(a: Span, b: Span) -> bool {
    a.start() < b.end() && b.start() < a.end()
}

/// Whether both name the same, but for words beside the noun itself.
fn same_noun(judged: &str, found: &str) -> bool {
    let (judged, found) = (fold(judged), fold(found));
    let ends = |long: &str, short: &str| !short.is_empty() && (long.ends_with(short) || long.starts_with(short));
    ends(&judged, &found) || ends(&found, &judged)
}

impl Value {
    fn parse(value: &str) -> Self {
        match value.strip_prefix('~') {
            Some(day) => Self::About(Day::parse(day).expect("a day")),
            None if value == "?" => Self::Open,
            None => Self::Exactly(When::parse(value).unwrap_or_else(|| panic!("{value} is no day"))),
        }
    }

    fn agrees(&self, when: Option<When>) -> bool {
        match (self, when) {
            (Self::Exactly(days), Some(when)) => *days == when,
            (Self::About(day), Some(when)) => {
                (when.first()..=when.last()).contains(day) && when.last().number() - when.first().number() <= 400
            }
            (Self::Open, None) => true,
            _ => false,
        }
    }

    /// Whether `when` leaves out a day that is meant, or says what the text does not.
    fn excludes(&self, when: Option<When>) -> bool {
        let Some(when) = when else { return false };
        match self {
            Self::Exactly(days) => days.first() < when.first() || days.last() > when.last(),
            Self::About(day) => !(when.first()..=when.last()).contains(day),
            Self::Open => true,
        }
    }
}

fn articles(file: &str) -> Vec<Judged> {
    let mut articles: Vec<Judged> = vec![];
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(day) = line.strip_prefix("# article ") {
            articles.push(Judged { day: day.trim().to_owned(), paragraphs: vec![] });
        } else if !line.starts_with('#') {
            articles.last_mut().expect("a day first").paragraphs.push(paragraph(line));
        }
    }
    articles
}

fn paragraph(line: &str) -> Paragraph {
    let mut read = Paragraph { text: String::new(), times: vec![], figures: vec![] };
    let mut rest = line;
    while let Some(open) = rest.find(['[', '{']) {
        read.text += &rest[..open];
        let is_time = rest[open..].starts_with('[');
        let close = rest.find(if is_time { ']' } else { '}' }).unwrap_or_else(|| panic!("not closed: {line}"));
        let mut parts = rest[open + 1..close].split('|');
        let words = parts.next().unwrap_or_default();
        let span = Span::new(read.text.len(), read.text.len() + words.len());
        read.text += words;
        let value = parts.next().unwrap_or_else(|| panic!("no value: {line}"));
        if is_time {
            read.times.push((span, Value::parse(value)));
        } else {
            let number = value.parse().unwrap_or_else(|_| panic!("{value} is no number"));
            read.figures.push((span, number, parts.next().unwrap_or_default().to_owned()));
        }
        rest = &rest[close + 1..];
    }
    read.text += rest;
    read
}
