//! Whatever the bytes are: no panic, no piece without its place in the file, and no time out of proportion.

use std::{io::Write, path::Path, time::Instant};
use visavis_reading::{File, Folder, Reading, read};

const SEEDS: [(&str, &str); 9] = [
    (
        "a.txt",
        "Un titre sans point\n\nPar Jeanne Martin\n\nUn paragraphe « cité », assez long pour être lu. © AFP\n\nLire aussi\n\nAutre titre\n",
    ),
    (
        "f.txt",
        "HD\tTitre\nBY\tX\nPD\t12 octobre 2016\nSN\tLe Journal\nLP\t\nTexte.\nTD\t\nSuite.\nAN\tDocument JOURN00020161012ecac0000a\n",
    ),
    (
        "l.txt",
        "   1 of 2 DOCUMENTS\n\n  Le Journal\n\n  12 October 2016\n\nTitre\n\nLENGTH: 3 words\n\nTexte.\n\nLANGUAGE: FRENCH\n\n Copyright 2016\n",
    ),
    (
        "a.md",
        "---\ntitle: Un\ntags: [a, b]\nx: {y: z}\n---\n# Un\n\n**Gras** et [lien](u), `code` &eacute;.\n\n> cité\n\n- un\n- deux\n",
    ),
    ("b.md", "+++\ntitle = \"Un\"\ndate = 2016-10-12\n+++\nTexte.\n"),
    (
        "a.html",
        "<!doctype html><html lang=fr><head><meta property='og:title' content='T&eacute;'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\"}</script></head><body><nav>a</nav><article><h1>T</h1><p>Texte <b>gras</b>, assez long&nbsp;.</p></article></body></html>",
    ),
    (
        "e.html",
        "<article><span class='DocPublicationName'>J</span><span class=DocHeader>12 octobre 2016</span><p class=titreArticleVisu>T</p><section><p>Texte.</p></section><footer><p>Numéro de document : n·1</p></footer></article>",
    ),
    (
        "a.json",
        "[{\"id\": \"a\", \"title\": \"T\\u00e9\", \"issued\": {\"date-parts\": [[2016, 10]]}, \"author\": [{\"family\": \"X\"}], \"body\": \"Un.\\n\\nDeux \\ud83d\\ude00.\"}]",
    ),
    ("a.csv", "id,title,text\n1,\"Un, \"\"deux\"\"\",\"Texte\n\nlong\"\n2,b,c\n"),
];

fn folder(name: &str, bytes: &[u8]) -> Folder {
    Folder { articles: vec![File { path: name.into(), bytes: bytes.to_vec() }], ..Folder::default() }
}

/// Reads, and checks what has to hold of every piece.
fn sound(name: &str, bytes: &[u8]) -> Option<Reading> {
    let reading = read(&folder(name, bytes)).ok()?;
    let lines = 1 + bytes.iter().filter(|&&b| b == b'\n' || b == b'\r').count() as u32;
    for block in reading.corpus.articles.iter().flat_map(|article| &article.blocks) {
        assert!(block.source.iter().all(|span| span.end() <= bytes.len()), "{name}: {block:?}");
        assert!(
            !block.source.is_empty() && block.lines.first <= block.lines.last && block.lines.last <= lines,
            "{name}: {block:?}"
        );
    }
    for mention in reading.corpus.articles.iter().flat_map(|article| &article.marks.mentions) {
        assert!(!mention.span.is_empty());
    }
    Some(reading)
}

/// Xorshift: the same numbers every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

const TOKENS: [&[u8]; 24] = [
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"{",
    b"}",
    b"[",
    b"]",
    b"<",
    b"</",
    b"<p>",
    b"<script>",
    b"<!--",
    b"&",
    b"&#x0;",
    b"\n",
    b"\r\n",
    b"---\n",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xE9",
    "«".as_bytes(),
    "\u{F0001}".as_bytes(),
];

/// `seed` with some of its bytes changed, taken out, doubled, or something put in.
fn changed(seed: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=numbers.next(4) {
        let at = numbers.next(bytes.len() + 1);
        match numbers.next(5) {
            0 if at < bytes.len() => bytes[at] = numbers.next(256) as u8,
            1 => {
                let end = (at + numbers.next(12)).min(bytes.len());
                bytes.drain(at..end);
            }
            2 => {
                let end = (at + numbers.next(30)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => bytes.truncate(at),
            _ => {
                bytes.splice(at..at, TOKENS[numbers.next(TOKENS.len())].iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn changed_files_are_read_or_refused() {
    let mut numbers = Numbers(0x5eed);
    for (name, seed) in SEEDS {
        assert!(sound(name, seed.as_bytes()).is_some_and(|reading| reading.bad.is_empty()), "{name}");
        for _ in 0..400 {
            sound(name, &changed(seed.as_bytes(), &mut numbers));
        }
    }
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn refused(bytes: &[u8]) -> Vec<String> {
    let reading = read(&folder("z.zip", bytes)).map_or_else(|errors| errors.0, |reading| reading.bad);
    reading.iter().map(ToString::to_string).collect()
}

#[test]
fn archives_are_read_through() {
    let bytes = zip(&[("un/a.txt", b"Un titre\n\nTexte."), ("b.md", b"Texte."), ("c.pdf", b"x"), (".DS_Store", b"x")]);
    let reading = read(&folder("z.zip", &bytes)).expect("a reading");
    let found: Vec<(&str, &str)> =
        reading.corpus.articles.iter().map(|a| (a.head.id.0.as_str(), a.head.file.as_str())).collect();
    assert_eq!(found, [("z-b", "z.zip/b.md"), ("z-un-a", "z.zip/un/a.txt")]);
    assert!(reading.notices[0].to_string().starts_with("z.zip/c.pdf: not read: "));
}

#[test]
fn paths_that_climb_out_are_refused() {
    for name in ["../a.txt", "/etc/a.txt", "un/../../a.txt", "..\\a.txt", "C:\\a.txt"] {
        let bytes = zip(&[(name, b"Texte."), ("b.txt", b"Un titre\n\nTexte.")]);
        assert!(refused(&bytes)[0].contains("leads out of the archive"), "{name}: {:?}", refused(&bytes));
        assert_eq!(read(&folder("z.zip", &bytes)).expect("a reading").corpus.articles.len(), 1, "{name}");
    }
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    writer.add_symlink("a.txt", "/etc/passwd", zip::write::SimpleFileOptions::default()).expect("a link");
    assert!(refused(&writer.finish().expect("an archive").into_inner())[0].contains("a link"));
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b'a'; 50_000_000];
    assert!(refused(&zip(&[("a.txt", &zeros)]))[0].contains("like a bomb"));
    // An archive that declares less than it holds.
    let mut lying = zip(&[("a.txt", &vec![b'a'; 3_000_000])]);
    let declared = 3_000_000u32.to_le_bytes();
    while let Some(at) = lying.windows(4).position(|four| four == declared) {
        lying[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    }
    let found = refused(&lying);
    assert!(
        found[0].contains("inflates to more") || found[0].contains("damaged") || found[0].contains("cannot be read"),
        "{found:?}"
    );
    assert!(refused(&zip(&[("b.zip", &zip(&[("a.txt", b"x")]))]))[0].contains("an archive in an archive"));
    assert!(refused(b"PK\x03\x04 and nothing more")[0].contains("not a zip archive"));
}

#[test]
fn changed_archives_are_read_or_refused() {
    let seed = zip(&[("a.txt", b"Un titre\n\nTexte."), ("b.json", b"{\"title\": \"T\", \"body\": \"Texte.\"}")]);
    let mut numbers = Numbers(0xa5c);
    for _ in 0..600 {
        let _ = read(&folder("z.zip", &changed(&seed, &mut numbers)));
    }
}

/// The naughty strings and the script injections of `../shared/data/hostile`.
fn hostile() -> Option<Vec<String>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile");
    let Ok(strings) = std::fs::read_to_string(data.join("blns.json")) else {
        println!("SKIPPED: ../shared/data/hostile is not there");
        return None;
    };
    let mut strings: Vec<String> = serde_json::from_str(&strings).expect("a list of strings");
    strings
        .extend(std::fs::read_to_string(data.join("xss-payload-list.txt")).expect("payloads").lines().map(Into::into));
    Some(strings)
}

#[test]
fn hostile_strings_are_titles_and_bodies_like_any_other() {
    let Some(strings) = hostile() else { return };
    let letters = |text: &str| text.replace(|c: char| c.is_control() || c.is_whitespace(), "");
    let strings: Vec<&String> = strings.iter().filter(|string| !letters(string).is_empty()).collect();
    let record = |(nth, string): (usize, &&String)| {
        serde_json::json!({ "id": nth.to_string(), "title": string, "body": "Texte." }).to_string() + "\n"
    };
    let lines: String = strings.iter().enumerate().map(record).collect();
    let reading = sound("a.jsonl", lines.as_bytes()).expect("a reading");
    assert_eq!((reading.corpus.articles.len(), reading.bad.len()), (strings.len(), 0));
    for article in &reading.corpus.articles {
        let string = strings[article.head.id.0.parse::<usize>().expect("a number")];
        let shown: String = article.blocks.iter().map(|block| letters(&block.text)).collect();
        // A title is text to its last letter: markup in it is not interpreted.
        assert_eq!(shown, letters(string) + "Texte.");
    }
    // Every string in every form would take minutes without an optimiser; these are spread over all of them.
    for string in strings.iter().step_by(12) {
        let page = format!("<p>{string}</p>");
        let table = format!("title\n{string}\n");
        for (name, text) in
            [("a.txt", string.as_str()), ("a.md", string), ("a.html", &page), ("a.csv", &table), ("a.json", string)]
        {
            sound(name, text.as_bytes());
        }
    }
}

#[test]
fn hostile_strings_are_names_of_files_like_any_other() {
    let Some(strings) = hostile() else { return };
    let file = |string: &String| File { path: format!("{string}.txt"), bytes: b"Un titre\n\nTexte.".to_vec() };
    let mut files: Vec<File> = strings.iter().take(515).map(file).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup();
    let reading = read(&Folder { articles: files.clone(), ..Folder::default() }).expect("a reading");
    assert_eq!((reading.corpus.articles.len(), reading.bad.len()), (files.len(), 0));
}

/// The time that `work` takes, of three times the shortest.
fn time<T>(work: impl Fn() -> T) -> f64 {
    let timed = || {
        let begun = Instant::now();
        drop(work());
        begun.elapsed().as_secs_f64()
    };
    (0..3).map(|_| timed()).fold(f64::INFINITY, f64::min)
}

/// Twice as much takes about twice as long: four times the size in less than eight times the time, noise and all.
fn grows_in_step(what: &str, name: &str, of: impl Fn(usize) -> String) {
    let (small, large) = (of(1), of(4));
    let first = time(|| read(&folder(name, small.as_bytes())));
    let second = time(|| read(&folder(name, large.as_bytes())));
    println!("{what}: {first:.3} s, four times as much {second:.3} s");
    assert!(second < 8.0 * first + 0.05, "{what}: {first:.3} s, then {second:.3} s");
}

#[test]
fn nothing_hostile_takes_more_than_its_share_of_time() {
    let unit = 3000;
    let n = |size: usize| size * unit;
    grows_in_step("opening quotation marks", "a.txt", |size| "« ".repeat(n(size)));
    grows_in_step("one paragraph", "a.txt", |size| "Le maire de Rouen l'a dit, d'accord. ".repeat(n(size) / 8));
    grows_in_step("short lines", "a.txt", |size| "mot\n\n".repeat(n(size) / 4));
    grows_in_step("brackets", "a.txt", |size| "[a ".repeat(n(size)));
    grows_in_step("deep elements", "a.html", |size| "<div>a".repeat(n(size) / 4));
    grows_in_step("ends without beginnings", "a.html", |size| "<b>a</i>".repeat(n(size) / 4));
    grows_in_step("entities that are none", "a.html", |size| "&".repeat(n(size)));
    grows_in_step("paragraphs of a page", "a.html", |size| {
        "<p>Le maire l'a dit, hier, et d'autres aussi, selon lui.</p>".repeat(n(size) / 40)
    });
    grows_in_step("deep lists", "a.json", |size| "[".repeat(n(size)));
    grows_in_step("lines of records", "a.jsonl", |size| {
        (0..n(size) / 40)
            .flat_map(|id| ["{\"id\":".into(), id.to_string(), ",\"title\":\"Un\",\"body\":\"Texte.\"}\n".into()])
            .collect()
    });
    grows_in_step("records without names", "a.jsonl", |size| {
        "{\"title\":\"Un\",\"body\":\"Texte.\"}\n".repeat(n(size) / 40)
    });
    grows_in_step("an open quotation mark", "a.csv", |size| format!("title,text\na,\"{}", "x,\n".repeat(n(size))));
    grows_in_step("marks of emphasis", "a.md", |size| "*a **b ".repeat(n(size) / 4));
    grows_in_step("open front matter", "a.md", |size| format!("---\na: {}\n---\nx", "[".repeat(n(size) / 4)));
}
