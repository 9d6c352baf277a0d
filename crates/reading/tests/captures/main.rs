//! Cleaning, measured on captures whose lines were judged before the rules were written: see `captures/README.md`.
//!
//! `SHOW=tuning cargo test -p visavis-reading --test captures -- --nocapture` prints every piece of the tuned part that has another
//! role than the judges gave it. The part that is held out shows its totals only.

mod learn;

use std::{collections::BTreeMap, env, fs, path::Path};
use visavis_corpus::{Article, Role};
use visavis_reading::{File, Folder, read};
use visavis_text::{fold, words};

/// One piece of a page, from `start` to the next piece or the end of its line.
struct Judged {
    line: u32,
    start: usize,
    end: usize,
    role: Role,
}

/// What happened to the words and pieces of some pages.
#[derive(Debug, Default)]
struct Tally {
    pages: usize,
    article: usize,
    kept: usize,
    others: usize,
    let_through: usize,
    pieces: usize,
    right: usize,
    titles: usize,
    titles_right: usize,
    /// Claims that the judges wrote down, or left out because the page does not make them.
    claims: usize,
    claims_right: usize,
}

impl Tally {
    fn kept(&self) -> f64 {
        self.kept as f64 / self.article as f64
    }

    fn let_through(&self) -> f64 {
        self.let_through as f64 / self.others as f64
    }

    fn roles(&self) -> f64 {
        self.right as f64 / self.pieces as f64
    }

    fn claims(&self) -> f64 {
        self.claims_right as f64 / self.claims as f64
    }
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/captures"))
}

fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder().join(name)).expect("a table");
    text.lines().skip(1).map(|line| line.split('\t').map(String::from).collect()).collect()
}

/// What a page is measured for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What is wrong with it is looked at.
    Tuned,
    /// Likewise, once it had been measured; the model learned from it.
    Learned,
    /// Never looked at; its totals are known while rules change.
    HeldOut,
    /// Composed after the first rules, and measured when they were done; never looked at.
    Afterwards,
    /// Likewise, after those that the pages `d-` to `h-` taught.
    Last,
    /// Likewise, while the model learned from more and more pages: its totals are known meanwhile.
    Unseen,
    /// Likewise; composed last of those that the model of 339 pages was measured on.
    Newest,
    /// Likewise; pages that are hard on purpose.
    Hard,
    /// Measured once at first sight, with what had been learned before; then again when all was learned.
    Mixed,
}

impl Part {
    /// That of a page, which its name alone decides.
    fn of(page: &str) -> Self {
        let hash = page.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        if page.starts_with("w-") || page.starts_with("x-") {
            Self::Mixed
        } else if ["i-", "j-", "l-", "o-", "p-", "q-", "u-", "v-", "y-"].iter().any(|learned| page.starts_with(learned))
        {
            Self::Learned
        } else if page.starts_with("c-") {
            Self::Afterwards
        } else if page.starts_with("e-") || page.starts_with("g-") {
            Self::Last
        } else if page.starts_with("k-") || page.starts_with("m-") {
            Self::Unseen
        } else if page.starts_with("n-") || page.starts_with("t-") {
            Self::Newest
        } else if page.starts_with("r-") {
            Self::Hard
        } else if hash.is_multiple_of(3)
            && !["fresh-", "d-", "f-", "h-"].iter().any(|looked_at| page.starts_with(looked_at))
        {
            // Those were looked at once they had been measured.
            Self::HeldOut
        } else {
            Self::Tuned
        }
    }
}

impl Part {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Tuned, "tuned"),
        (Self::Learned, "learned"),
        (Self::HeldOut, "held out"),
        (Self::Afterwards, "afterwards"),
        (Self::Last, "last"),
        (Self::Unseen, "unseen"),
        (Self::Newest, "newest"),
        (Self::Hard, "hard"),
        (Self::Mixed, "mixed"),
    ];

    /// Whether what is wrong with it may be looked at.
    const fn is_looked_at(self) -> bool {
        matches!(self, Self::Tuned | Self::Learned)
    }

    /// The least of an article's words that is kept, and the most of the others that is let through.
    const fn bounds(self) -> (f64, f64) {
        match self {
            Self::Tuned => (0.99, 0.01),
            Self::Learned | Self::HeldOut | Self::Afterwards => (0.98, 0.03),
            Self::Last => (0.97, 0.03),
            Self::Unseen => (0.97, 0.045),
            Self::Newest => (0.96, 0.045),
            Self::Hard => (0.96, 0.075),
            Self::Mixed => (0.95, 0.05),
        }
    }
}

/// The judged pieces of each page, with the bytes of its file that they span.
fn judgements(name: &str) -> BTreeMap<String, Vec<Judged>> {
    let mut pages: BTreeMap<String, Vec<Judged>> = BTreeMap::new();
    for row in rows(name) {
        let [page, line, byte, role] = &row[..] else { panic!("four columns: {row:?}") };
        let text = fs::read_to_string(folder().join("pages").join(format!("{page}.txt"))).expect("a page");
        let line: usize = line.parse().expect("a line");
        let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let end = before + text.lines().nth(line - 1).expect("the line").len();
        let start = before + byte.parse::<usize>().expect("a byte");
        let pieces = pages.entry(page.clone()).or_default();
        if let Some(last) = pieces.last_mut().filter(|last| last.line == line as u32) {
            last.end = start;
        }
        pieces.push(Judged { line: line as u32, start, end, role: Role::parse(role).expect("a role") });
    }
    pages
}

/// The page, read as a corpus of one.
fn article(page: &str) -> Article {
    let name = format!("{page}.txt");
    let bytes = fs::read(folder().join("pages").join(&name)).expect("a page");
    let folder = Folder { articles: vec![File { path: name, bytes }], ..Folder::default() };
    read(&folder).expect("a corpus").corpus.articles.remove(0)
}

/// The role of the block in which byte `at` of the file stands.
fn role_at(article: &Article, at: usize) -> Option<Role> {
    let holds = |block: &&visavis_corpus::Block| block.source.iter().any(|span| span.range().contains(&at));
    article.blocks.iter().find(holds).map(|block| block.role)
}

fn count_words(tally: &mut Tally, text: &str, piece: &Judged, article: &Article) {
    for word in words(&text[piece.start..piece.end]) {
        let read = role_at(article, piece.start + word.span.start()).is_some_and(Role::is_read);
        let (all, through) = if piece.role.is_read() {
            (&mut tally.article, &mut tally.kept)
        } else {
            (&mut tally.others, &mut tally.let_through)
        };
        *all += 1;
        *through += usize::from(read);
    }
}

fn measure(pages: &BTreeMap<String, Vec<Judged>>, part: Part, show: bool) -> Tally {
    let mut tally = Tally::default();
    let claims: Vec<Vec<String>> = rows("described.tsv");
    for (page, pieces) in pages.iter().filter(|(page, _)| Part::of(page) == part) {
        let (article, text) = (article(page), fs::read_to_string(folder().join("pages").join(format!("{page}.txt"))));
        let text = text.expect("a page");
        tally.pages += 1;
        for piece in pieces {
            count_words(&mut tally, &text, piece, &article);
            let blank = text[piece.start..piece.end].len() - text[piece.start..piece.end].trim_start().len();
            let found = role_at(&article, piece.start + blank);
            tally.pieces += 1;
            tally.right += usize::from(found == Some(piece.role));
            if piece.role == Role::Title {
                tally.titles += 1;
                tally.titles_right += usize::from(found == Some(Role::Title));
            }
            if show && found != Some(piece.role) {
                let found = found.map_or("nothing", Role::name);
                let shown: String = text[piece.start..piece.end].chars().take(110).collect();
                println!("{page}:{} {} was read as {found}: {shown}", piece.line, piece.role.name());
            }
        }
        // The last pages were judged by their lines alone.
        let is_described = claims.iter().any(|row| row[0] == *page);
        for (key, found) in described(&article).into_iter().filter(|_| is_described) {
            let expected = claims.iter().find(|row| row[0] == *page && row[1] == key).map(|row| fold(&row[2]));
            let right = expected == found.as_deref().map(fold);
            tally.claims += 1;
            tally.claims_right += usize::from(right);
            if show && !right {
                println!("{page}: {key} is {expected:?} and was read as {found:?}");
            }
        }
    }
    tally
}

fn described(article: &Article) -> [(&'static str, Option<String>); 4] {
    let head = &article.head;
    [
        ("title", head.title.value().cloned()),
        ("byline", head.byline.value().cloned()),
        ("credit", head.credit.value().cloned()),
        ("language", head.language.value().map(|language| language.tag().into())),
    ]
}

fn say(part: &str, tally: &Tally) {
    println!(
        "{part}: {} pages, {} article words, kept {:.4}; {} others, let through {:.4}; {} pieces, roles {:.4}; {} titles of {}; {} claims, right {:.4}",
        tally.pages,
        tally.article,
        tally.kept(),
        tally.others,
        tally.let_through(),
        tally.pieces,
        tally.roles(),
        tally.titles_right,
        tally.titles,
        tally.claims,
        tally.claims(),
    );
}

#[test]
fn article_words_are_kept_and_others_are_not_let_through() {
    let pages = judgements("judged.tsv");
    let show = env::var("SHOW").is_ok_and(|part| part == "tuning");
    for (part, name) in Part::ALL {
        let tally = measure(&pages, part, show && part.is_looked_at());
        say(name, &tally);
        let (kept, let_through) = part.bounds();
        assert!(tally.kept() >= kept && tally.let_through() <= let_through, "{name}: {tally:?}");
    }
}
