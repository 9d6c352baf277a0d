//! What has to hold whatever the bytes are.

use visavis_reading::{File, Folder, read};

/// A folder that holds `bytes` under `name` is read or refused, and whatever is read knows its place in the file.
pub fn article(name: &str, bytes: &[u8]) {
    let file = File { path: name.into(), bytes: bytes.to_vec() };
    let Ok(reading) = read(&Folder { articles: vec![file], ..Folder::default() }) else { return };
    let archive = name.ends_with(".zip");
    let blocks = reading.corpus.articles.iter().flat_map(|article| &article.blocks);
    for block in blocks.filter(|_| !archive) {
        assert!(block.source.iter().all(|span| span.end() <= bytes.len()), "{block:?}");
        assert!(block.lines.first <= block.lines.last);
    }
}

/// Settings are read or refused.
pub fn settings(bytes: &[u8]) {
    let file = |name: &str| Some(File { path: name.into(), bytes: bytes.to_vec() });
    let articles = vec![File { path: "a.txt".into(), bytes: b"Un titre\n\nUn texte.".to_vec() }];
    let _ = read(&Folder { config: file("corpus.toml"), entities: file("entities.toml"), articles, base: String::new() });
}
