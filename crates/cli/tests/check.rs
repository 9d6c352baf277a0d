//! `visavis check`, from a folder to what would settle it; and what a pack holds of texts that may not be published whole.

use std::{fs, path::Path, process::Command};
use visavis_corpus::{Pack, Role};

const TEXT: &str = "Le conseil municipal de Rouen a voté jeudi soir la rénovation du pont de pierre, après deux heures de débat et une suspension de séance demandée par l'opposition.\n\nLes travaux commenceront au printemps et dureront six mois, selon le maire, qui promet une passerelle pour les piétons et une navette gratuite entre les deux rives.\n\nLe coût est estimé à quatre millions d'euros, dont un tiers à la charge de la région, et le reste à celle de la ville et du département.\n";

fn folder(config: &str, articles: &[(&str, String)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("articles")).expect("a folder");
    fs::write(dir.path().join("corpus.toml"), config).expect("a file");
    for (name, text) in articles {
        fs::write(dir.path().join("articles").join(name), text).expect("a file");
    }
    dir
}

fn page(title: &str, end: &str) -> String {
    format!("{title}\n\n{TEXT}\n{end}\n")
}

fn findings(dir: &Path) -> Vec<serde_json::Value> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_visavis")).args(["check", "--json"]).arg(dir).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("text");
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn kinds(dir: &Path) -> Vec<String> {
    findings(dir).iter().map(|finding| finding["kind"].as_str().expect("a kind").to_string()).collect()
}

#[test]
fn what_a_page_names_is_proposed_and_settles_the_outlet_once_pasted() {
    let articles = [("a.txt", page("Un pont à rénover cette année", "© Le Courrier 2016 - Tous droits réservés"))];
    let dir = folder("", &articles);
    let found = findings(dir.path());
    let outlet = found.iter().find(|finding| finding["kind"] == "no-outlet").expect("an unknown outlet");
    assert_eq!(outlet["what"], "the outlet is unknown; the page names “Le Courrier”");
    let toml = outlet["toml"].as_str().expect("TOML");
    assert_eq!(
        toml,
        "[[outlet]]\nid = \"le-courrier\"\nname = \"Le Courrier\"\n\n[[article]]\nfile = \"a.txt\"\noutlet = \"le-courrier\"\nbecause = \"…\""
    );
    assert!(!kinds(folder(toml, &articles).path()).contains(&"no-outlet".to_string()));
}

#[test]
fn an_article_that_has_its_table_gets_no_second_one() {
    let dir = folder("[[article]]\nfile = \"a.txt\"\ntitle = \"T\"\n", &[("a.txt", page("Un pont", ""))]);
    let found = findings(dir.path());
    let date = found.iter().find(|finding| finding["kind"] == "no-date").expect("an unknown date");
    assert_eq!(date["toml"], "# under [[article]] file = \"a.txt\"\ndate = \"…\"\nbecause = \"…\"");
}

#[test]
fn a_page_that_names_another_outlet_than_its_owner_is_a_contradiction_and_comes_first() {
    let config = "[[outlet]]\nid = \"c\"\nname = \"Le Courrier\"\n[[outlet]]\nid = \"p\"\nname = \"Le Phare\"\n[[article]]\nfile = \"a.txt\"\noutlet = \"p\"\nbecause = \"vu\"\n";
    let dir = folder(config, &[("a.txt", page("Un pont à rénover", "© Le Courrier - Tous droits réservés"))]);
    let found = findings(dir.path());
    assert_eq!(found[0]["kind"], "contradiction");
    assert_eq!(found[0]["what"], "its outlet is “p”, and the page names “Le Courrier”");
}

#[test]
fn articles_that_read_alike_are_said() {
    let more = "Un habitant a demandé que la circulation des vélos soit maintenue pendant toute la durée du chantier.";
    let other = "La piscine ferme lundi pour trois semaines de nettoyage, a annoncé la ville, et les clubs iront nager à Elbeuf en attendant sa réouverture prévue le mois prochain.";
    let dir = folder(
        "",
        &[
            ("a.txt", page("Un pont à rénover cette année", "")),
            ("b.txt", page("Un pont à rénover cette année", "")),
            ("c.txt", page("Le pont de pierre sera rénové", more)),
            ("d.txt", format!("La piscine fermée\n\n{other}\n\n{other} Encore.")),
        ],
    );
    let found = findings(dir.path());
    let twins: Vec<(&str, &str)> = found
        .iter()
        .filter(|finding| finding["kind"] == "twins")
        .map(|finding| (finding["file"].as_str().expect("a file"), finding["what"].as_str().expect("a text")))
        .collect();
    assert_eq!(twins[0], ("b.txt", "reads the same as a.txt; remove one of the two, unless it is a reprint"));
    assert!(twins[1].0 == "c.txt" && twins[1].1.starts_with("reads nearly the same as a.txt"), "{twins:?}");
    assert_eq!(twins.len(), 2);
}

fn packed(publish: &str) -> visavis_corpus::Article {
    let config = format!(
        "[[outlet]]\nid = \"o\"\npublish = \"{publish}\"\n[[article]]\nfile = \"a.txt\"\noutlet = \"o\"\nbecause = \"vu\"\n"
    );
    let dir = folder(&config, &[("a.txt", page("Un pont à rénover cette année", "Avec AFP"))]);
    fs::write(dir.path().join("entities.toml"), "[[entity]]\nid = \"rouen\"\nkind = \"place\"\nname = \"Rouen\"\n")
        .expect("a file");
    let bytes = visavis_cli::pack(dir.path()).expect("a pack");
    Pack::open(&bytes).and_then(|pack| pack.corpus()).expect("a sound pack").articles.remove(0)
}

#[test]
fn an_excerpt_is_the_title_and_the_first_words() {
    let (full, excerpt) = (packed("full"), packed("excerpt"));
    assert!(full.blocks.iter().any(|block| block.text.contains("quatre millions")));
    let read: String =
        excerpt.blocks.iter().filter(|b| b.role.is_read() && b.role != Role::Title).map(|b| b.text.as_str()).collect();
    assert_eq!(visavis_text::words(&read).count(), visavis_corpus::EXCERPT_WORDS);
    assert!(read.starts_with("Le conseil municipal") && !read.contains("quatre millions"));
    assert_eq!(excerpt.head.title, full.head.title);
    assert_eq!(excerpt.head.credit, full.head.credit);
    assert!(excerpt.marks.mentions.len() <= full.marks.mentions.len());
}

#[test]
fn what_may_not_be_published_is_described_only() {
    let article = packed("none");
    assert!(article.blocks.is_empty() && article.marks.mentions.is_empty());
    assert!(article.head.title.value().is_some() && article.head.outlet.value().is_some());
}
