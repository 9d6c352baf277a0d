//! Whom and what the five captures name, against a judgement by hand (`tests/golden/names.txt`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use visavis_corpus::{Article, Corpus, Entity, EntityIx, Kind, Pack};
use visavis_reading::{Effect, propose};
use visavis_text::fold;

/// One judged mention.
struct Asked<'g> {
    words: &'g str,
    entity: &'g str,
    /// A description, not a name.
    described: bool,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(folder: &Path) -> Corpus {
    Pack::open(&visavis_cli::pack(folder).expect("a pack")).expect("a pack that opens").corpus().expect("a corpus")
}

/// The corpus without the list of its owner, and without what its owner says of single mentions.
fn without_list() -> Corpus {
    with_list("")
}

/// The captures with another list in the place of their owner's.
fn with_list(entities: &str) -> Corpus {
    let folder = tempfile::tempdir().expect("a folder");
    let articles = folder.path().join("articles");
    std::fs::create_dir(&articles).expect("a folder");
    for entry in std::fs::read_dir(root().join("corpus/articles")).expect("the captures") {
        let path = entry.expect("a capture").path();
        std::fs::copy(&path, articles.join(path.file_name().expect("a name"))).expect("a copy");
    }
    std::fs::write(folder.path().join("entities.toml"), entities).expect("a list");
    read(folder.path())
}

fn asked(line: &str) -> Vec<Asked<'_>> {
    let list = line.splitn(3, ' ').nth(2).unwrap_or_default();
    list.split("; ")
        .filter_map(|item| item.split_once('='))
        .map(|(words, entity)| Asked {
            words: words.trim_start_matches('~'),
            entity,
            described: words.starts_with('~'),
        })
        .collect()
}

/// Right, wrong, missed.
#[derive(Debug, Default)]
struct Counted {
    right: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Counted {
    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong.len()).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed.len()).max(1) as f64
    }
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all = self.right + self.missed.len();
        write!(
            f,
            "P {:.3}  R {:.3}  ({} of {all} right, {} wrong)",
            self.precision(),
            self.recall(),
            self.right,
            self.wrong.len()
        )
    }
}

/// Counts the mentions of `corpus`; `same` says whether an entity that was found is the one that is asked for. Without `descriptions`,
/// these are neither right nor wrong.
fn count(corpus: &Corpus, descriptions: bool, same: impl Fn(&Entity, &str) -> bool) -> Counted {
    let golden = std::fs::read_to_string(root().join("tests/golden/names.txt")).expect("the judgement");
    let mut lines = golden.lines().filter(|line| !line.starts_with('#'));
    let mut counted = Counted::default();
    for article in &corpus.articles {
        for (block, at) in article.blocks.iter().zip(0..).filter(|(block, _)| block.role.is_read()) {
            let line = lines.next().expect("a line for each block");
            assert!(line.starts_with(&format!("{} {}", &article.head.file[..3], block.role.name())), "{line}");
            in_block(corpus, article, at, &asked(line), descriptions, &same, &mut counted);
        }
    }
    assert_eq!(lines.next(), None);
    counted
}

fn in_block(
    corpus: &Corpus,
    article: &Article,
    block: u32,
    asked: &[Asked<'_>],
    descriptions: bool,
    same: &impl Fn(&Entity, &str) -> bool,
    counted: &mut Counted,
) {
    let text = &article.blocks[block as usize].text;
    // Where each judged mention stands: they are in order.
    let mut from = 0;
    let wanted: Vec<(usize, usize, &Asked<'_>)> = asked
        .iter()
        .map(|asked| {
            let start = from + text[from..].find(asked.words).unwrap_or_else(|| panic!("“{}” in: {text}", asked.words));
            from = start + asked.words.len();
            (start, from, asked)
        })
        .collect();
    let entity = |ix: EntityIx| &corpus.entities[ix.index()];
    let mut met = vec![false; wanted.len()];
    for mention in article.marks.mentions.iter().filter(|mention| mention.block == block) {
        let words = &text[mention.span.range()];
        let (start, end) = (mention.span.start(), mention.span.end());
        let over = wanted.iter().position(|&(from, to, _)| from < end && start < to);
        let is_right = |at: usize| {
            // `M. Lavrov` and `Lavrov`, `le Kremlin` and `Kremlin`: the article and the form of address are free.
            wanted[at].1 == end && mention.entity.is_some_and(|ix| same(entity(ix), wanted[at].2.entity))
        };
        match over {
            Some(at) if is_right(at) && !met[at] => met[at] = true,
            Some(at) if wanted[at].2.described && !descriptions => {}
            _ => counted.wrong.push(format!("{words} in {}", &article.head.file[..3])),
        }
    }
    for ((.., asked), met) in wanted.iter().zip(met).filter(|((.., asked), _)| descriptions || !asked.described) {
        if met {
            counted.right += 1;
        } else {
            counted.missed.push(format!("{} in {}", asked.words, &article.head.file[..3]));
        }
    }
}

#[test]
fn with_the_owners_list_every_mention_is_found_and_means_the_right_entity() {
    let corpus = read(&root().join("corpus"));
    let counted = count(&corpus, true, |entity, id| entity.id == id);
    println!("the five captures, with the owner's list: {counted}");
    assert!(counted.precision() >= 0.99 && counted.recall() >= 0.99, "{counted:#?}");
}

#[test]
fn without_a_list_nearly_every_name_is_found_and_means_the_right_entity() {
    let listed = read(&root().join("corpus"));
    let corpus = without_list();
    let same = |found: &Entity, id: &str| {
        let wanted = listed.entities.iter().find(|entity| entity.id == id).expect("a listed entity");
        std::iter::once(&wanted.name).chain(&wanted.aliases).any(|name| fold(name) == fold(&found.name))
    };
    let counted = count(&corpus, false, same);
    println!("the five captures, without a list: {counted}");
    assert!(counted.precision() >= 0.93 && counted.recall() >= 0.93, "{counted:#?}");
}

/// What `visavis entities` prints of `folder`.
fn proposals(folder: &Path) -> String {
    let command = std::process::Command::new(env!("CARGO_BIN_EXE_visavis")).arg("entities").arg(folder).output();
    let output = command.expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// A folder with one article and with `entities.toml`.
fn folder(article: &str, entities: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("articles")).expect("a folder");
    std::fs::write(folder.path().join("articles/a.txt"), article).expect("an article");
    std::fs::write(folder.path().join("entities.toml"), entities).expect("a list");
    folder
}

const ARTICLE: &str = "Un accord est signé\n\nLa maire de Crest, Geneviève Bernard, a signé un accord avec Julien Morel mardi matin.\n\n\
     « Nous sommes prêts », a dit Geneviève Bernard devant les habitants réunis. Mme Bernard attend une réponse avant l’été.\n";

#[test]
fn proposals_are_ready_to_paste_and_then_are_none() {
    let first = folder(ARTICLE, "");
    let proposed = proposals(first.path());
    let at =
        |name: &str| proposed.find(&format!("name = \"{name}\"")).unwrap_or_else(|| panic!("{name} in {proposed}"));
    assert!(at("Geneviève Bernard") < at("Julien Morel"), "the most useful first: {proposed}");
    assert!(proposed.contains("3 mentions in 1 article"), "{proposed}");
    let second = folder(ARTICLE, &proposed);
    let left = proposals(second.path());
    assert!(!left.contains("[[entity]]"), "{left}");
}

/// Article, block and bytes of a mention.
type Place<'c> = (&'c str, u32, usize, usize);

/// The mentions of a corpus by their places: kind, and id of the entity.
fn mentions(corpus: &Corpus) -> BTreeMap<Place<'_>, (Kind, Option<&str>)> {
    let mut found = BTreeMap::new();
    for article in &corpus.articles {
        for mention in &article.marks.mentions {
            let entity = mention.entity.map(|ix| corpus.entities[ix.index()].id.as_str());
            let place = (article.head.id.0.as_str(), mention.block, mention.span.start(), mention.span.end());
            found.insert(place, (mention.kind, entity));
        }
    }
    found
}

#[test]
fn what_accepting_one_alone_changes_is_what_pasting_it_alone_changes() {
    let corpus = without_list();
    let before = mentions(&corpus);
    let proposals = propose(&corpus, 8);
    assert!(proposals.len() > 8 && proposals[8..].iter().all(|proposal| proposal.effect.is_none()));
    for proposal in &proposals[..8] {
        let corpus = with_list(&proposal.to_string());
        let after = mentions(&corpus);
        let truth = Effect {
            gained: after.keys().filter(|place| !before.contains_key(place)).count(),
            lost: before.keys().filter(|place| !after.contains_key(place)).count(),
            changed: before.iter().filter(|(place, was)| after.get(place).is_some_and(|is| is != *was)).count(),
        };
        assert_eq!(proposal.effect, Some(truth), "{proposal}");
    }
    assert!(proposals[..8].iter().any(|proposal| proposal.effect != Some(Effect::default())), "one changes something");
}
