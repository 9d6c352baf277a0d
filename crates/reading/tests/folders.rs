//! What reading a folder gives, and what it says of a folder with mistakes.

use visavis_corpus::{ArticleId, Ground, Language, Role};
use visavis_reading::{File, Folder, Reading, read};

const TEXT: &str = "Un pont à rénover cette année\n\nLe conseil municipal de Rouen a voté jeudi soir la rénovation du pont.\n\nLes travaux commenceront au printemps et dureront six mois, selon le maire.\n";

fn file(path: &str, content: impl AsRef<[u8]>) -> File {
    File { path: path.into(), bytes: content.as_ref().to_vec() }
}

fn folder(config: &str, entities: &str, articles: &[(&str, &[u8])]) -> Folder {
    Folder {
        config: Some(file("corpus.toml", config)),
        entities: Some(file("entities.toml", entities)),
        articles: articles.iter().map(|(path, bytes)| file(path, bytes)).collect(),
        base: "articles/".into(),
        ..Folder::default()
    }
}

fn good(config: &str, entities: &str) -> Reading {
    read(&folder(config, entities, &[("a.txt", TEXT.as_bytes())])).expect("a folder without mistakes")
}

/// The messages for a folder whose one article is sound.
fn mistakes(config: &str, entities: &str) -> Vec<String> {
    let errors = read(&folder(config, entities, &[("a.txt", TEXT.as_bytes())])).expect_err("a folder with mistakes");
    errors.0.iter().map(ToString::to_string).collect()
}

/// The messages for a folder that holds one more article.
fn mistakes_in(article: &[u8]) -> Vec<String> {
    let reading = read(&folder("", "", &[("a.txt", TEXT.as_bytes()), ("b.txt", article)])).expect("a reading");
    assert_eq!(reading.corpus.articles.len(), 1, "the other article is read");
    let errors = reading.whole().expect_err("an article with a mistake");
    errors.0.iter().map(ToString::to_string).collect()
}

#[test]
fn a_folder_without_settings_is_read() {
    let articles = vec![file("b/c.txt", TEXT), file("a.txt", TEXT)];
    let corpus = read(&Folder { articles, ..Folder::default() }).expect("a corpus").corpus;
    assert_eq!(corpus.meta.languages, [Language::French]);
    let ids: Vec<&ArticleId> = corpus.articles.iter().map(|article| &article.head.id).collect();
    assert_eq!(ids, [&ArticleId("a".into()), &ArticleId("b-c".into())]);
    let head = &corpus.articles[0].head;
    assert_eq!(head.title.value().map(String::as_str), Some("Un pont à rénover cette année"));
    assert_eq!(
        (head.title.ground(), head.outlet.ground(), head.date.ground()),
        (Ground::Inferred, Ground::Unknown, Ground::Unknown)
    );
}

#[test]
fn the_word_of_the_owner_is_curated_and_carries_its_reason() {
    let config = "[[outlet]]\nid = \"o\"\n[[article]]\nfile = \"a.txt\"\nid = \"pont\"\noutlet = \"o\"\ndate = 2016-10-11\ntitle = \"Le pont\"\nbecause = \"vu\"";
    let head = good(config, "").corpus.articles.remove(0).head;
    assert_eq!(head.id.0, "pont");
    for (ground, clues) in [
        (head.title.ground(), head.title.clues()),
        (head.outlet.ground(), head.outlet.clues()),
        (head.date.ground(), head.date.clues()),
    ] {
        assert_eq!((ground, clues[0].detail.as_str()), (Ground::Curated, "vu"));
    }
}

#[test]
fn the_owner_gives_a_line_its_role() {
    let config = "[[article]]\nfile = \"a.txt\"\n[[article.line]]\nquotation = \"printemps\"\nrole = \"caption\"";
    let blocks = good(config, "").corpus.articles.remove(0).blocks;
    let block = blocks.iter().find(|block| block.text.contains("printemps")).expect("the line");
    assert_eq!(block.role, Role::Caption);
    assert!(block.removed_by.is_some());
}

#[test]
fn entities_are_found_in_what_is_read() {
    let corpus = good("", "[[entity]]\nid = \"rouen\"\nkind = \"place\"\nname = \"Rouen\"").corpus;
    assert_eq!(corpus.articles[0].marks.mentions.len(), 1);
}

#[test]
fn windows_1252_is_read_with_a_notice() {
    let reading = read(&folder("", "", &[("a.txt", b"Un \xE9t\xE9 \xE0 Rouen")])).expect("a corpus");
    assert_eq!(reading.notices[0].to_string(), "articles/a.txt:1: read as Windows-1252, since it is not valid UTF-8");
    assert_eq!(reading.corpus.articles[0].blocks[0].text, "Un été à Rouen");
}

#[test]
fn an_unknown_key_names_the_nearest_known_one() {
    assert_eq!(
        mistakes("title = \"t\"\ndescripton = \"d\"", ""),
        ["corpus.toml:2: unknown key “descripton” in the file; did you mean “description”?"]
    );
    assert_eq!(
        mistakes("[[article]]\nfile = \"a.txt\"\nxyzzy = 1", ""),
        [
            "corpus.toml:3: unknown key “xyzzy” in [[article]]; the keys here are file, id, outlet, date, title, byline, url, archived, credit, because, line, mention"
        ]
    );
    assert_eq!(
        mistakes("", "[[entity]]\nid = \"a\"\nkind = \"place\"\nname = \"A\"\nalias = [\"B\"]"),
        ["entities.toml:5: unknown key “alias” in [[entity]]; did you mean “aliases”?"]
    );
}

#[test]
fn a_file_that_does_not_exist_is_named_with_the_nearest() {
    assert_eq!(
        mistakes("[[article]]\nfile = \"b.txt\"", ""),
        ["corpus.toml:2: there is no article file “b.txt”; did you mean “a.txt”?"]
    );
}

#[test]
fn ids_that_are_taken_are_errors_with_both_places() {
    let articles = folder(
        "[[article]]\nfile = \"a.txt\"\nid = \"b\"",
        "",
        &[("a.txt", TEXT.as_bytes()), ("b.txt", TEXT.as_bytes())],
    );
    assert_eq!(
        read(&articles).expect_err("a duplicate").to_string(),
        "articles/b.txt: the article id “b” is taken already, at corpus.toml:3; give one of the two another id"
    );
    assert_eq!(
        mistakes("[[outlet]]\nid = \"o\"\n[[outlet]]\nid = \"o\"", ""),
        ["corpus.toml:4: the outlet id “o” is taken already, at corpus.toml:2; give one of the two another id"]
    );
    let entity = "[[entity]]\nid = \"e\"\nkind = \"place\"\n";
    assert_eq!(
        mistakes("", &format!("{entity}name = \"A\"\n{entity}name = \"B\"")),
        ["entities.toml:6: the entity id “e” is taken already, at entities.toml:2; give one of the two another id"]
    );
}

#[test]
fn an_article_described_twice_is_an_error() {
    assert_eq!(
        mistakes("[[article]]\nfile = \"a.txt\"\n[[article]]\nfile = \"a.txt\"", ""),
        [
            "corpus.toml:4: the article “a.txt” is described already, at line 2; put both descriptions into one [[article]]"
        ]
    );
}

#[test]
fn an_alias_of_two_entities_names_both() {
    let entities = "[[entity]]\nid = \"a\"\nkind = \"place\"\nname = \"Al-Bab\"\n[[entity]]\nid = \"b\"\nkind = \"place\"\nname = \"B\"\naliases = [\"al bab\"]";
    assert_eq!(
        mistakes("", entities),
        ["entities.toml:9: “al bab” is claimed by two entities, “a” (line 4) and “b”; remove it from one of them"]
    );
}

#[test]
fn an_empty_alias_is_an_error() {
    let entities = "[[entity]]\nid = \"a\"\nkind = \"place\"\nname = \"A\"\naliases = [\n  \"Bé\",\n  \" - \",\n]";
    assert_eq!(
        mistakes("", entities),
        ["entities.toml:7: entity “a” has an empty alias; remove it, or write the name"]
    );
}

#[test]
fn an_alias_that_would_meet_too_much_is_refused_with_the_reason() {
    for (alias, reason) in [
        ("A", "one letter; write the whole name"),
        ("é", "one letter; write the whole name"),
        ("ville", "a common word; write the capitals that the name has, or more of its words"),
        ("Le", "a common word; write the capitals that the name has, or more of its words"),
    ] {
        let entities = format!("[[entity]]\nid = \"a\"\nkind = \"place\"\nname = \"Alep\"\naliases = [\"{alias}\"]");
        assert_eq!(mistakes("", &entities), [format!("entities.toml:5: alias “{alias}” of entity “a” is {reason}")]);
    }
}

#[test]
fn values_that_mean_nothing_are_errors_with_a_hint() {
    for (config, expected) in [
        (
            "[[article]]\nfile = \"a.txt\"\ndate = \"2016-13-01\"",
            "corpus.toml:3: “2016-13-01” is not a day; write 2016-10-12, or an interval 2016-10-11/2016-10-12",
        ),
        (
            "[[article]]\nfile = \"a.txt\"\noutlet = \"o\"",
            "corpus.toml:3: there is no [[outlet]] with the id “o”; add one, or remove this key",
        ),
        ("languages = [\"de\"]", "corpus.toml:1: “de” is not a language that this program knows; write one of fr, en"),
        (
            "[[outlet]]\nid = \"o\"\npublish = \"ful\"",
            "corpus.toml:3: “ful” is not a way to publish; did you mean “full”?",
        ),
        ("[[article]]\nid = \"x\"", "corpus.toml:1: [[article]] has no “file”; add file = \"…\""),
        ("title = 3", "corpus.toml:1: “title” must be a text in quotation marks; found integer"),
        (
            "[[article]]\nfile = \"a.txt\"\n[[article.line]]\nquotation = \"pont\"\nrole = \"captoin\"",
            "corpus.toml:5: “captoin” is not a role; did you mean “caption”?",
        ),
        (
            "[[article]]\nfile = \"a.txt\"\n[[article.line]]\nquotation = \"nulle part\"\nrole = \"body\"",
            "corpus.toml:4: no line of “a.txt” contains “nulle part”; copy the words exactly from the file",
        ),
    ] {
        assert_eq!(mistakes(config, ""), [expected]);
    }
    let entities = "[[entity]]\nid = \"a\"\nkind = \"palce\"\nname = \"A\"";
    assert_eq!(mistakes("", entities), ["entities.toml:3: “palce” is not a kind of entity; did you mean “place”?"]);
}

#[test]
fn what_is_not_toml_is_said_with_its_line() {
    let found = mistakes("title = \"a\"\n= 3", "");
    assert!(found[0].starts_with("corpus.toml:2: not valid TOML: "), "{found:?}");
}

#[test]
fn articles_that_cannot_be_read_are_errors() {
    assert_eq!(
        mistakes_in(b" \n\t\n"),
        ["articles/b.txt:1: the article is empty; put its text into the file, or remove the file"]
    );
    assert_eq!(
        mistakes_in(b"un\ndeux \xE9\x81"),
        [
            "articles/b.txt:2: byte 10 is 81, which is not a character, so the file is neither UTF-8 nor Windows-1252; save it again as UTF-8"
        ]
    );
}

#[test]
fn a_line_of_fifty_megabytes_is_an_error_with_its_place() {
    let mut long = b"Titre\n\n".to_vec();
    long.resize(50_000_000, b'x');
    let found = mistakes_in(&long);
    assert!(
        found[0].starts_with("articles/b.txt:3: this line has 49999993 bytes, and a line may have 10000000"),
        "{found:?}"
    );
}

#[test]
fn a_folder_without_articles_says_where_to_put_them() {
    let errors = read(&Folder { base: "x/".into(), ..Folder::default() }).expect_err("nothing to read");
    assert_eq!(
        errors.to_string(),
        "x/: there is no article here; put files (.txt, .md, .html, .json, .jsonl, .csv or .zip) into the folder “articles”"
    );
}

#[test]
fn all_mistakes_are_said_at_once() {
    assert_eq!(mistakes("a = 1\nb = 2\n[[article]]\nfile = \"z.txt\"", "c = 1").len(), 4);
}

/// The mentions of the first article, as text and the id of the entity.
fn mentions(reading: &Reading) -> Vec<(String, Option<String>)> {
    let article = &reading.corpus.articles[0];
    let entity = |ix: visavis_corpus::EntityIx| reading.corpus.entities[ix.index()].id.clone();
    let one = |m: &visavis_corpus::Mention| {
        (article.blocks[m.block as usize].text[m.span.range()].to_string(), m.entity.map(entity))
    };
    article.marks.mentions.iter().map(one).collect()
}

#[test]
fn the_owner_corrects_one_mention() {
    let entities = "[[entity]]\nid = \"rouen\"\nkind = \"place\"\nname = \"Rouen\"\n[[entity]]\nid = \"conseil\"\nkind = \"organisation\"\nname = \"Conseil de Rouen\"";
    let config = |mention: &str| format!("[[article]]\nfile = \"a.txt\"\n[[article.mention]]\n{mention}");
    let found = |mention: &str| mentions(&good(&config(mention), entities));
    let rouen = || vec![("Rouen".to_string(), Some("rouen".to_string()))];
    assert_eq!(mentions(&good("", entities)), rouen());
    let whole = vec![("Le conseil municipal de Rouen".to_string(), Some("conseil".to_string()))];
    assert_eq!(found("quotation = \"Le conseil municipal de Rouen\"\nis = \"conseil\""), whole);
    assert_eq!(found("quotation = \"municipal de Rouen a voté\"\nname = \"Rouen\"\nnothing = true"), []);
    assert_eq!(
        mistakes(&config("quotation = \"de Rouen\"\nis = \"ruen\""), entities),
        ["corpus.toml:5: there is no entity with the id “ruen”; did you mean “rouen”?"]
    );
    assert_eq!(
        mistakes(&config("quotation = \"de Caen\"\nis = \"rouen\""), entities),
        ["corpus.toml:4: no line of “a.txt” contains “de Caen”; copy the words exactly from the file"]
    );
}
