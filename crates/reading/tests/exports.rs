//! The exports of press archives. The layouts are the archives'; the words are ours.

use visavis_corpus::{Article, Ground, Role};
use visavis_reading::{File, Folder, read};

fn articles(path: &str, text: &str) -> Vec<Article> {
    let folder = Folder { articles: vec![File { path: path.into(), bytes: text.into() }], ..Folder::default() };
    let reading = read(&folder).expect("a reading");
    assert_eq!(reading.bad, []);
    reading.corpus.articles
}

/// Id, title, outlet, day, byline and language, as stated.
fn about(article: &Article) -> [String; 6] {
    let head = &article.head;
    let text = |claim: &visavis_corpus::Claim<String>| {
        claim.value().filter(|_| claim.ground() == Ground::Stated).cloned().unwrap_or_default()
    };
    let date = head.date.value().filter(|_| head.date.ground() == Ground::Stated).map(ToString::to_string);
    let language =
        head.language.value().filter(|_| head.language.ground() == Ground::Stated).map(|l| l.tag().to_string());
    [
        head.id.0.clone(),
        text(&head.title),
        text(&head.outlet),
        date.unwrap_or_default(),
        text(&head.byline),
        language.unwrap_or_default(),
    ]
}

fn read_texts(article: &Article) -> Vec<&str> {
    article.blocks.iter().filter(|block| block.role.is_read()).map(|block| block.text.as_str()).collect()
}

/// Everything that is not space stands in one block.
fn nothing_is_lost(articles: &[Article], text: &str) {
    let mut taken = vec![0u8; text.len()];
    let spans = articles.iter().flat_map(|article| &article.blocks).flat_map(|block| &block.source);
    spans.flat_map(|span| span.range()).for_each(|at| taken[at] += 1);
    for (at, c) in text.char_indices() {
        assert!(
            taken[at] == 1 || (c.is_whitespace() && taken[at] < 2),
            "{c:?} at {at}: {}",
            &text[at.saturating_sub(20)..at]
        );
    }
}

const ONE: &str = "Le conseil municipal de Rouen a voté jeudi soir la rénovation du pont.";
const TWO: &str = "Les travaux commenceront au printemps et dureront six mois, selon le maire.";

#[test]
fn factiva_with_labels() {
    let one = |id: &str| {
        format!(
            "HD\tUn pont à rénover\nBY\tJeanne Martin\nWC\t80 mots\nPD\t12 octobre 2016\nSN\tLe Journal\nSC\tJOURN\nLA\tFrançais\nCY\tTous droits réservés\nLP\t\n{ONE}\n\nTD\t\n{TWO}\n\nNS\tgtrans : Transports\nPUB\tLe Journal SA\nAN\tDocument {id}\n\n"
        )
    };
    let text = one("JOURN00020161012ecac0000a") + &one("JOURN00020161012ecac0000b") + "Search Summary\nText\tpont\n";
    let found = articles("f.txt", &text);
    assert_eq!(
        about(&found[0]),
        ["JOURN00020161012ecac0000a", "Un pont à rénover", "le-journal", "2016-10-12", "Jeanne Martin", "fr"]
    );
    assert_eq!(about(&found[1])[0], "JOURN00020161012ecac0000b");
    assert_eq!(read_texts(&found[0]), ["Un pont à rénover", ONE, TWO]);
    assert_eq!(read_texts(&found[1]), ["Un pont à rénover", ONE, TWO]);
}

#[test]
fn factiva_without_labels() {
    let text = format!(
        "Un pont à rénover\n\nJeanne Martin\n80 mots\n12 octobre 2016\n07:00\nLe Journal\nJOURN\n3\nFrançais\nCopyright 2016 Le Journal. Tous droits réservés.\n\n{ONE}\n\n{TWO}\n\nDocument JOURN00020161012ecac0000a\n"
    );
    let found = articles("f.txt", &text);
    assert_eq!(
        about(&found[0]),
        ["JOURN00020161012ecac0000a", "Un pont à rénover", "le-journal", "2016-10-12", "Jeanne Martin", "fr"]
    );
    assert_eq!(read_texts(&found[0]), ["Un pont à rénover", ONE, TWO]);
    nothing_is_lost(&found, &text);
}

#[test]
fn lexisnexis_with_numbered_documents() {
    let one = |nth: u32, day: u32| {
        format!(
            "                               {nth} of 2 DOCUMENTS\n\n\n                                  Le Journal\n\n                            {day} octobre 2016 mercredi\n\nUn pont à rénover\n\nAUTEUR: Jeanne Martin\n\nRUBRIQUE: SOCIÉTÉ; Pg. 3\n\nLONGUEUR: 80 mots\n\nLe conseil municipal de Rouen a voté\njeudi soir la rénovation du pont.\n\n{TWO}\n\nDATE-CHARGEMENT: 13 octobre 2016\n\nLANGUE: FRENCH; FRANÇAIS\n\n                       Copyright 2016 Le Journal\n                              Tous Droits Réservés\n\n"
        )
    };
    let text = String::from("Download Request: 1-2\n\n") + &one(1, 12) + &one(2, 13);
    let found = articles("l.txt", &text);
    let id = |day: u32| format!("l-2016-10-{day}-un-pont-a-renover");
    assert_eq!(
        about(&found[0]),
        [id(12).as_str(), "Un pont à rénover", "le-journal", "2016-10-12", "Jeanne Martin", "fr"]
    );
    assert_eq!(about(&found[1])[0], id(13));
    assert_eq!(read_texts(&found[1]), ["Un pont à rénover", ONE, TWO]);
    nothing_is_lost(&found, &text);
}

#[test]
fn nexis_uni_with_an_end_of_each_document() {
    let text = format!(
        "Un pont à rénover\nLe Journal\n12 octobre 2016 mercredi\n\nCopyright 2016 Le Journal Tous Droits Réservés\n\nSection: SOCIÉTÉ; Pg. 3\nLength: 80 words\nByline: Jeanne Martin\nBody\n\n\n{ONE}\n\n{TWO}\n\n\nLoad-Date: October 13, 2016\n\n\nEnd of Document\n"
    );
    let found = articles("n.txt", &text);
    assert_eq!(
        about(&found[0])[..5],
        ["n-2016-10-12-un-pont-a-renover", "Un pont à rénover", "le-journal", "2016-10-12", "Jeanne Martin"]
    );
    assert_eq!(read_texts(&found[0]), ["Un pont à rénover", ONE, TWO]);
    nothing_is_lost(&found, &text);
}

#[test]
fn europresse_pages() {
    let one = |id: &str, day: u32| {
        format!(
            "<article><header><div><span class=\"DocPublicationName\">Le Journal, no. 5968 </span></div><div><span class=\"DocHeader\">Société, mercredi {day} octobre 2016, p. 3</span></div><div><p>TRANSPORTS</p></div><div class=\"titreArticle\"><p class=\"titreArticleVisu\">Un pont <mark>à rénover</mark></p></div><div>Jeanne Martin</div></header><section><div class=\"DocText\"><div class='docOcurrContainer'><p>{ONE}</p> <p>{TWO}</p></div></div></section><aside><div><b>Note(s) : </b></div></aside><footer><small>© 2016 Le Journal. Tous droits réservés.</small><p>Numéro de document : {id}</p></footer></article>\n"
        )
    };
    let text = format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title></head><body><p>Dossier du 14 octobre 2016 : 2 documents</p>{}{}</body></html>",
        one("news·20161012·JO·1", 12),
        one("news·20161013·JO·2", 13)
    );
    let found = articles("e.html", &text);
    assert_eq!(
        about(&found[0])[..5],
        ["news·20161012·JO·1", "Un pont à rénover", "le-journal", "2016-10-12", "Jeanne Martin"]
    );
    assert_eq!(about(&found[1])[3], "2016-10-13");
    assert_eq!(read_texts(&found[0]), ["Un pont à rénover", ONE, TWO]);
    let apart: Vec<(Role, &str)> =
        found[0].blocks.iter().filter(|b| !b.role.is_read()).map(|b| (b.role, b.text.as_str())).collect();
    assert!(
        apart.contains(&(Role::Byline, "Jeanne Martin")) && apart.contains(&(Role::Tags, "TRANSPORTS")),
        "{apart:?}"
    );
    // What the export says before its articles is reachable too.
    assert_eq!(apart[0], (Role::Widget, "Dossier du 14 octobre 2016 : 2 documents"));
}
