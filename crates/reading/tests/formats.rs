//! What each form of file gives: articles, what they state of themselves, and the bytes of every piece.

use visavis_corpus::{Article, Ground, Role};
use visavis_reading::{File, Folder, Reading, read};

fn reading(config: &str, files: &[(&str, &[u8])]) -> Reading {
    let file = |path: &str, bytes: &[u8]| File { path: path.into(), bytes: bytes.to_vec() };
    read(&Folder {
        config: Some(file("corpus.toml", config.as_bytes())),
        articles: files.iter().map(|(path, bytes)| file(path, bytes)).collect(),
        base: "articles/".into(),
        ..Folder::default()
    })
    .expect("settings without mistakes")
}

fn articles(path: &str, text: &str) -> Vec<Article> {
    let reading = reading("", &[(path, text.as_bytes())]);
    assert_eq!(reading.bad, [], "{text}");
    reading.corpus.articles
}

fn only(path: &str, text: &str) -> Article {
    let mut all = articles(path, text);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn texts(article: &Article, role: Role) -> Vec<&str> {
    article.blocks.iter().filter(|block| block.role == role).map(|block| block.text.as_str()).collect()
}

/// What stands in the file under each block with `role`.
fn sources<'t>(article: &Article, role: Role, file: &'t str) -> Vec<String> {
    let of = article.blocks.iter().filter(|block| block.role == role);
    of.map(|block| block.source.iter().map(|span| &file[span.range()]).collect::<Vec<&'t str>>().join("|")).collect()
}

/// Title, outlet, day, byline, language, address: the values that are stated.
fn stated(article: &Article) -> [Option<String>; 6] {
    let head = &article.head;
    let text =
        |claim: &visavis_corpus::Claim<String>| claim.value().filter(|_| claim.ground() == Ground::Stated).cloned();
    let date = head.date.value().filter(|_| head.date.ground() == Ground::Stated).map(ToString::to_string);
    let language =
        head.language.value().filter(|_| head.language.ground() == Ground::Stated).map(|l| l.tag().to_string());
    [text(&head.title), text(&head.outlet), date, text(&head.byline), language, head.url.clone()]
}

fn all(values: [&str; 6]) -> [Option<String>; 6] {
    values.map(|value| (!value.is_empty()).then(|| value.to_string()))
}

const ONE: &str = "Le conseil municipal de Rouen a voté jeudi soir la rénovation du pont, après des mois de débats.";
const TWO: &str = "Les travaux commenceront au printemps et dureront six mois, selon le maire de la ville.";

#[test]
fn front_matter_states_and_marks_are_no_text() {
    let text = "---\ntitle: Un pont à rénover\ndate: 2016-10-12\nsource: {name: Le Journal}\nauthors:\n  - Jeanne Martin\n  - Paul Durand\nlang: fr\nurl: https://exemple.fr/pont\n---\nLe **conseil municipal** de [Rouen](https://rouen.fr) a voté\njeudi soir.\n\n## Les travaux\n\nIls dureront `six` mois, ![image](x.png) selon le maire, qui a présenté le calendrier et le budget aux riverains du quartier.\n";
    let article = only("a.md", text);
    assert_eq!(
        stated(&article),
        all([
            "Un pont à rénover",
            "le-journal",
            "2016-10-12",
            "Jeanne Martin, Paul Durand",
            "fr",
            "https://exemple.fr/pont"
        ])
    );
    assert_eq!(texts(&article, Role::Title), ["Un pont à rénover"]);
    assert_eq!(texts(&article, Role::Subheading), ["Les travaux"]);
    let body: Vec<&str> =
        article.blocks.iter().filter(|b| matches!(b.role, Role::Lead | Role::Body)).map(|b| b.text.as_str()).collect();
    assert_eq!(
        body,
        [
            "Le conseil municipal de Rouen a voté jeudi soir.",
            "Ils dureront six mois,  selon le maire, qui a présenté le calendrier et le budget aux riverains du quartier."
        ]
    );
    assert_eq!(sources(&article, Role::Title, text), ["Un pont à rénover"]);
    assert_eq!(article.head.title.clues()[0].lines.map(|lines| lines.first), Some(2));
}

#[test]
fn toml_front_matter_states_too() {
    let article =
        only("a.md", "+++\ntitle = \"Un pont\"\ndate = 2016-10-12\n[source]\nname = \"Le Journal\"\n+++\nUn texte.\n");
    assert_eq!(stated(&article)[..3], all(["Un pont", "le-journal", "2016-10-12", "", "", ""])[..3]);
}

#[test]
fn a_mistake_in_front_matter_has_its_line_and_the_text_is_read() {
    let reading = reading("", &[("a.md", b"---\ntitle: 'Un pont\n---\nUn texte.\n")]);
    assert!(reading.bad[0].to_string().starts_with("articles/a.md:"), "{:?}", reading.bad);
    assert_eq!(reading.corpus.articles.len(), 1);
}

#[test]
fn a_record_keeps_its_way_back_through_the_escapes_of_its_strings() {
    let text = "{\"id\": \"pont\", \"outlet\": \"Le Journal\",\n \"date\": \"2016-10-12T08:00:00Z\", \"title\": \"Un \\u00e9t\\u00e9 \\\"long\\\"\", \"body\": \"Alep l'\\u00e9t\\u00e9.\\n\\nDamas \\ud83d\\ude00.\"}";
    let article = only("a.json", text);
    assert_eq!(article.head.id.0, "pont");
    assert_eq!(stated(&article)[..3], all(["Un été \"long\"", "le-journal", "2016-10-12", "", "", ""])[..3]);
    assert_eq!(texts(&article, Role::Title), ["Un été \"long\""]);
    assert_eq!(sources(&article, Role::Title, text), ["Un \\u00e9t\\u00e9 \\\"long\\\""]);
    let blocks: Vec<(&str, &str)> =
        article.blocks[1..].iter().map(|b| (b.text.as_str(), &text[b.source[0].range()])).collect();
    assert_eq!(blocks, [("Alep l'été.", "Alep l'\\u00e9t\\u00e9."), ("Damas 😀.", "Damas \\ud83d\\ude00.")]);
    assert!(article.blocks.iter().all(|block| block.lines.first == 2));
}

#[test]
fn a_bad_line_does_not_stop_the_others() {
    let text = "{\"id\":\"a\",\"title\":\"Un\",\"body\":\"Texte un.\"}\n{\"id\":\n\n[1]\n{\"id\":\"b\",\"title\":\"Deux\",\"body\":\"Texte deux.\"}\n{\"id\":\"a\",\"body\":\"Encore.\"}\n{\"id\":\"c\"}\n";
    let reading = reading("", &[("x.jsonl", text.as_bytes()), ("y.txt", b"Un titre ici\n\nUn texte.")]);
    let ids: Vec<&str> = reading.corpus.articles.iter().map(|article| article.head.id.0.as_str()).collect();
    assert_eq!(ids, ["a", "b", "y"]);
    let bad: Vec<String> = reading.bad.iter().map(ToString::to_string).collect();
    assert_eq!(bad.len(), 4, "{bad:#?}");
    for (found, expected) in bad.iter().zip([
        "articles/x.jsonl:2: not valid JSON: ",
        "articles/x.jsonl:4: this is not an object",
        "articles/x.jsonl:6: the article id “a” is taken already, at articles/x.jsonl:1",
        "articles/x.jsonl:7: the article is empty",
    ]) {
        assert!(found.starts_with(expected), "{found}");
    }
}

#[test]
fn fields_say_which_key_holds_what() {
    let config = "[fields]\nid = \"nr\"\ntitle = \"kop.tekst\"\nbody = [\"inhoud\", \"tekst\"]\ndate = \"wanneer\"";
    let text = "{\"nr\": 7, \"kop\": {\"tekst\": \"Een titel\"}, \"tekst\": \"Un texte.\", \"title\": \"non\", \"wanneer\": \"12 octobre 2016\"}";
    let article = reading(config, &[("a.jsonl", text.as_bytes())]).corpus.articles.remove(0);
    assert_eq!(article.head.id.0, "7");
    assert_eq!(stated(&article)[..3], all(["Een titel", "", "2016-10-12", "", "", ""])[..3]);
    let read = texts(&article, Role::Body);
    assert_eq!(read, ["Un texte."]);
}

#[test]
fn lists_and_wrapped_lists_and_bodies_of_markup_are_read() {
    let text = "{\"status\": \"ok\", \"articles\": [{\"source\": {\"id\": null, \"name\": \"RT\"}, \"author\": [{\"name\": \"A B\"}], \"title\": \"Un\", \"publishedAt\": \"2016-10-12\", \"content\": \"<p>L'&eacute;t&eacute; <b>long</b>.</p><p>Fin.</p>\"}, {\"title\": \"Un\", \"publishedAt\": \"2016-10-12\", \"content\": \"Autre.\"}]}";
    let found = articles("a.json", text);
    let ids: Vec<&str> = found.iter().map(|article| article.head.id.0.as_str()).collect();
    assert_eq!(ids, ["a-2016-10-12-un", "a-2016-10-12-un-2"]);
    assert_eq!(stated(&found[0])[..4], all(["Un", "rt", "2016-10-12", "A B", "", ""])[..4]);
    assert_eq!(found[0].blocks[1..].iter().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["L'été long.", "Fin."]);
    let source: Vec<&str> = found[0].blocks[1].source.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(source, ["L'&eacute;t&eacute; ", "long", "."]);
}

#[test]
fn zotero_records_are_read() {
    let text = r#"[{"id": "http://zotero.org/groups/1/items/ABCD", "type": "article-newspaper", "title": "Un titre", "container-title": "Libération", "source": "liberation.fr", "issued": {"date-parts": [[2016, 10, "12"]]}, "author": [{"family": "Durand", "given": "Anne"}, {"literal": "AFP"}], "abstract": "Un résumé.", "URL": "https://liberation.fr/x", "language": "fr"}]"#;
    let article = only("z.json", text);
    assert_eq!(article.head.id.0, "http:--zotero.org-groups-1-items-ABCD");
    assert_eq!(
        stated(&article),
        all(["Un titre", "liberation", "2016-10-12", "Anne Durand, AFP", "fr", "https://liberation.fr/x"])
    );
    assert_eq!(texts(&article, Role::Lead), ["Un résumé."]);
}

#[test]
fn media_cloud_tables_give_what_describes_an_article() {
    let text = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n9f,2023-01-01 00:00:00,fr,lemonde.fr,https://lemonde.fr,2016-10-12,\"Un titre, \"\"cité\"\"\",https://lemonde.fr/a\n";
    let reading = reading("", &[("mc.csv", text.as_bytes())]);
    assert_eq!(reading.bad, []);
    assert_eq!(reading.notices[0].what, "1 of its articles have no text, only what describes them");
    let article = &reading.corpus.articles[0];
    assert_eq!(article.head.id.0, "9f");
    assert_eq!(
        stated(article),
        all(["Un titre, \"cité\"", "lemonde-fr", "2016-10-12", "", "fr", "https://lemonde.fr/a"])
    );
    assert_eq!(sources(article, Role::Title, text), ["Un titre, \"\"cité\"\""]);
    assert_eq!(article.blocks[0].lines.first, 2);
}

#[test]
fn a_table_of_texts_is_read_and_a_broken_row_is_said() {
    let text = "titre;texte;date\r\nUn;\"Premier.\r\n\r\nSecond.\";12/13/2016\r\nDeux;trop;de;cases\r\n";
    let reading = reading("", &[("t.csv", text.as_bytes())]);
    assert_eq!(
        reading.bad[0].to_string().split(';').next(),
        Some("articles/t.csv:5: this row has 4 cells, and the line of headings 3")
    );
    let article = &reading.corpus.articles[0];
    assert_eq!(
        article.blocks.iter().map(|b| (b.text.as_str(), b.lines.first)).collect::<Vec<_>>(),
        [("Un", 2), ("Premier.", 2), ("Second.", 4)]
    );
    let found = read(&Folder {
        articles: vec![File { path: "t.csv".into(), bytes: b"a,b\n1,2\n".to_vec() }],
        ..Folder::default()
    });
    assert!(
        found.expect("a reading").bad[0]
            .to_string()
            .contains("no column holds a title or a text; the columns are a, b")
    );
}

fn page() -> String {
    format!(
        "<!doctype html><html lang=\"fr\"><head><title>Un pont à rénover cette année - Le Journal</title>\n<meta property=\"og:site_name\" content=\"Le Journal\"><meta property=\"og:title\" content=\"Un pont &agrave; r&eacute;nover cette ann&eacute;e\">\n<link rel=\"canonical\" href=\"https://exemple.fr/pont\">\n<script type=\"application/ld+json\">{{\"@graph\": [{{\"@type\": \"WebPage\"}}, {{\"@type\": \"NewsArticle\",\n\"datePublished\": \"2016-10-12T08:00:00+02:00\", \"author\": [{{\"name\": \"Jeanne Martin\"}}]}}]}}</script></head>\n<body><nav><a href=\"/\">Accueil</a> <a href=\"/p\">Politique</a></nav>\n<article><h1>Un pont à rénover cette année</h1>\n<p>{ONE}</p>\n<figure><img src=\"x.jpg\"><figcaption>Le pont en 2015</figcaption></figure>\n<p>Les <a href=\"#\">travaux</a> commenceront au\nprintemps, l'&eacute;t&eacute; au plus tard, et ils dureront six mois, selon le maire de la ville.</p>\n<p>{TWO}</p></article>\n<aside><a href=\"/x\">Un autre article</a></aside><footer>Mentions légales</footer><script>var x = \"<p>non</p>\";</script></body></html>"
    )
}

#[test]
fn a_page_is_read_through_its_markup() {
    let text = page();
    let article = only("a.html", &text);
    assert_eq!(
        stated(&article),
        all([
            "Un pont à rénover cette année",
            "le-journal",
            "2016-10-12",
            "Jeanne Martin",
            "fr",
            "https://exemple.fr/pont"
        ])
    );
    assert_eq!(texts(&article, Role::Title), ["Un pont à rénover cette année"]);
    let read: Vec<&str> =
        article.blocks.iter().filter(|b| matches!(b.role, Role::Lead | Role::Body)).map(|b| b.text.as_str()).collect();
    let second = "Les travaux commenceront au printemps, l'été au plus tard, et ils dureront six mois, selon le maire de la ville.";
    assert_eq!(read, [ONE, second, TWO]);
    assert_eq!(texts(&article, Role::Caption), ["Le pont en 2015"]);
    let removed: Vec<&str> = article.blocks.iter().filter(|b| b.role.is_removed()).map(|b| b.text.as_str()).collect();
    assert_eq!(removed, ["Accueil Politique", "Un autre article", "Mentions légales"]);
    let block = article.blocks.iter().find(|block| block.text == second).expect("the paragraph");
    let source: Vec<&str> = block.source.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(source[..2], ["Les ", "travaux"]);
    assert!(source[2].contains("l'&eacute;t&eacute;"));
    assert_eq!((block.lines.first, block.lines.last), (10, 11));
}

#[test]
fn what_two_places_of_a_page_say_differently_is_shown() {
    let text = page().replace("<body>", "<body><meta itemprop=\"datePublished\" content=\"2016-10-11\">");
    let clues: Vec<String> = only("a.html", &text).head.date.clues().iter().map(|clue| clue.detail.clone()).collect();
    assert_eq!(clues, ["datePublished: 2016-10-12T08:00:00+02:00", "datepublished: 2016-10-11"]);
}

#[test]
fn outlets_are_those_of_the_owner_where_their_names_agree() {
    let config = "[[outlet]]\nid = \"lj\"\nname = \"Le journal\"\nkind = \"quotidien\"";
    let line =
        |id: &str, outlet: &str| format!("{{\"id\": \"{id}\", \"outlet\": \"{outlet}\", \"body\": \"Texte.\"}}\n");
    let text = line("a", "Le Journal") + &line("b", "LJ") + &line("c", "La Gazette") + &line("d", "");
    let corpus = reading(config, &[("x.jsonl", text.as_bytes())]).corpus;
    let named: Vec<Option<&str>> =
        corpus.articles.iter().map(|article| article.head.outlet.value().map(String::as_str)).collect();
    assert_eq!(named, [Some("lj"), Some("lj"), Some("la-gazette"), None]);
    let outlets: Vec<(&str, &str)> =
        corpus.outlets.iter().map(|outlet| (outlet.id.as_str(), outlet.name.as_str())).collect();
    assert_eq!(outlets, [("lj", "Le journal"), ("la-gazette", "La Gazette")]);
    assert_eq!(corpus.articles[0].head.outlet.clues()[0].detail, "outlet: Le Journal");
}

#[test]
fn the_owner_describes_one_article_of_many_by_its_id() {
    let text = "{\"id\": \"a\", \"date\": \"2016-10-11\", \"body\": \"Un.\"}\n{\"id\": \"b\", \"date\": \"2016-10-11\", \"body\": \"Deux.\"}\n";
    let config = "[[article]]\nfile = \"x.jsonl\"\nid = \"b\"\ndate = 2016-10-12\nbecause = \"vu\"";
    let corpus = reading(config, &[("x.jsonl", text.as_bytes())]).corpus;
    let dates: Vec<(Ground, String)> = corpus
        .articles
        .iter()
        .map(|a| (a.head.date.ground(), a.head.date.value().expect("a day").to_string()))
        .collect();
    assert_eq!(dates, [(Ground::Stated, "2016-10-11".into()), (Ground::Curated, "2016-10-12".into())]);
    let folder = Folder {
        config: Some(File { path: "corpus.toml".into(), bytes: config.replace("\"b\"", "\"z\"").into_bytes() }),
        articles: vec![File { path: "x.jsonl".into(), bytes: text.into() }],
        ..Folder::default()
    };
    assert_eq!(
        read(&folder).expect_err("no such article").to_string(),
        "corpus.toml:3: “x.jsonl” holds several articles, and none has the id “z”; `visavis inspect` lists their ids"
    );
}

#[test]
fn no_two_articles_have_one_name() {
    let json = b"{\"id\": \"a\", \"body\": \"Texte.\"}";
    let reading = reading(
        "",
        &[("a.html", page().as_bytes()), ("a.txt", b"Un titre\n\nTexte."), ("b.json", json), ("c.json", json)],
    );
    let ids: Vec<&str> = reading.corpus.articles.iter().map(|article| article.head.id.0.as_str()).collect();
    assert_eq!(ids, ["a", "a-txt", "b-a", "c-a"]);
    assert_eq!(
        reading.notices[0].to_string(),
        "articles/a.txt: called “a-txt”, since “a” is taken, at articles/a.html"
    );
}
