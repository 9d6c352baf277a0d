//! Annotations made elsewhere: where they are placed, whom they mean, and what is said of those that fit nowhere.

use std::{path::Path, time::Instant};
use visavis_corpus::{Article, MentionRule};
use visavis_reading::{File, Folder, Reading, ReadingErrors, read};

const TEXT: &str = "Un convoi est arrivé à Alep\n\nLire aussi : Alep, la ville coupée en deux\n\n\
    Bachar al-Assad a reçu l’émissaire de l’ONU à Damas, « près d’Alep », dit Zaytouna.\n\n\
    Le convoi de Zaytouna a quitté Alep à l’aube, et Zaytouna l’a confirmé.\n";

fn file(path: &str, content: &str) -> File {
    File { path: path.into(), bytes: content.as_bytes().to_vec() }
}

fn folder(settings: &str, entities: &str, name: &str, annotations: &str, text: &str) -> Folder {
    Folder {
        config: Some(file("corpus.toml", &format!("[[annotations]]\nfile = \"{name}\"\n{settings}"))),
        entities: Some(file("entities.toml", entities)),
        articles: vec![file("a.txt", text)],
        annotations: vec![file(name, annotations)],
        base: "articles/".into(),
    }
}

fn import(settings: &str, name: &str, annotations: &str) -> Reading {
    read(&folder(settings, "", name, annotations, TEXT)).expect("a reading")
}

fn refused(name: &str, annotations: &str) -> ReadingErrors {
    read(&folder("", "", name, annotations, TEXT)).expect_err("a refusal")
}

/// What was imported, in order: `[block] before|words/kind → entity`.
fn imported(reading: &Reading) -> Vec<String> {
    let article = &reading.corpus.articles[0];
    let shown = |mention: &visavis_corpus::Mention| {
        let text = &article.blocks[mention.block as usize].text;
        let before: String =
            text[..mention.span.start()].chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
        let name = mention.entity.map_or("-", |ix| reading.corpus.entities[ix.index()].name.as_str());
        format!("{before}|{}/{} → {name}", &text[mention.span.range()], mention.kind.name())
    };
    let taken = article.marks.mentions.iter().filter(|mention| article.marks.import(mention).is_some());
    taken.map(shown).collect()
}

fn said(reading: &Reading) -> Vec<String> {
    reading.notices.iter().map(ToString::to_string).collect()
}

/// A document as `doc.to_json()` gives it, with offsets in characters of `text`.
fn spacy(text: &str, ents: &[(usize, usize, &str)]) -> String {
    let ents: Vec<_> = ents
        .iter()
        .map(|(start, end, label)| serde_json::json!({"start": start, "end": end, "label": label}))
        .collect();
    serde_json::json!({"text": text, "ents": ents, "tokens": []}).to_string()
}

/// The characters of the `nth` place of `words` in `text`.
fn at(text: &str, words: &str, nth: usize) -> (usize, usize) {
    let byte = text.match_indices(words).nth(nth).expect("the words").0;
    let start = text[..byte].chars().count();
    (start, start + words.chars().count())
}

#[test]
fn offsets_in_characters_of_the_whole_file_find_their_block() {
    let ((a, b), (c, d)) = (at(TEXT, "Zaytouna", 1), at(TEXT, "Alep", 3));
    let reading = import("", "x.json", &spacy(TEXT, &[(a, b, "PER"), (c, d, "LOC")]));
    assert_eq!(imported(&reading), ["oi de |Zaytouna/person → Zaytouna", "uitté |Alep/place → Alep"]);
    assert_eq!(reading.corpus.articles[0].marks.imports, ["x.json"]);
    assert!(said(&reading).is_empty(), "{:?}", said(&reading));
}

#[test]
fn a_text_that_was_cleaned_or_cut_otherwise_is_followed_by_its_words() {
    let cut = "Alep : un convoi.   Le convoi de Zaytouna a quitté Alep à l'aube , et Zaytouna l'a confirmé .";
    let ((a, b), (c, d)) = (at(cut, "Zaytouna", 1), at(cut, "Alep", 1));
    let reading = import("article = \"a.txt\"", "x.json", &spacy(cut, &[(a, b, "PER"), (c, d, "GPE")]));
    assert_eq!(imported(&reading), ["uitté |Alep/place → Alep", "e, et |Zaytouna/person → Zaytouna"]);
}

#[test]
fn what_fits_nowhere_is_said_with_file_and_line() {
    let text = "Lyon est loin. Le convoi de Zaytouna a quitté Alep à l’aube.";
    let json = format!(
        "{{\"text\": \"{text}\",\n \"ents\": [\n  {{\"start\": 0, \"end\": 4, \"label\": \"LOC\"}},\n  {{\"start\": 900, \"end\": 904, \"label\": \"LOC\"}}]}}"
    );
    let reading = import("article = \"a\"", "x.json", &json);
    assert_eq!(
        said(&reading),
        [
            "annotations/x.json:3: “Lyon” (LOC) is not in a.txt; mend its offsets, or remove it",
            "annotations/x.json:4: what stands from 900 to 904 of a text without so many characters (LOC) is not in a.txt; mend its offsets, or remove it"
        ]
    );
}

#[test]
fn labels_are_kinds_and_what_is_no_name_is_left_out_aloud() {
    let json = spacy(TEXT, &[(23, 27, "VILLE"), (0, 2, "CARDINAL")]);
    assert_eq!(
        said(&import("", "x.json", &json)),
        [
            "annotations/x.json: annotations that are no names were left out: CARDINAL 1",
            "annotations/x.json: annotations with labels that mean nothing here were left out: VILLE 1; say what they mean under [[annotations]] file = \"x.json\": labels = { \"VILLE\" = \"person\" }, or \"nothing\""
        ]
    );
    let reading = import("labels = { VILLE = \"place\", CARDINAL = \"nothing\" }", "x.json", &json);
    assert_eq!(imported(&reading), ["ivé à |Alep/place → Alep"]);
    assert!(said(&reading).is_empty());
}

#[test]
fn tokens_with_tags_are_put_together_again() {
    let tokens = "-DOCSTART- O\n\nBachar B-PER\nal I-PER\n- I-PER\nAssad I-PER\na O\nreçu O\nl' O\némissaire O\nde O\nl' O\nONU B-ORG\nà O\nDamas B-LOC\n";
    let reading = import("", "x.conll", tokens);
    assert_eq!(
        imported(&reading),
        ["|Bachar al-Assad/person → Bachar al-Assad", " de l’|ONU/organisation → ONU", "ONU à |Damas/place → Damas"]
    );
}

#[test]
fn web_annotations_are_found_by_quotation_and_by_position() {
    let (start, end) = at(TEXT, "Zaytouna", 2);
    let one = |selector: &str, body: &str| {
        format!(
            "{{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"Annotation\", \"body\": {body}, \"target\": {{\"source\": \"https://example.org/articles/a.txt\", \"selector\": {selector}}}}}"
        )
    };
    let page = format!(
        "{{\"type\": \"AnnotationPage\", \"items\": [{}, {}, {}]}}",
        one(
            "{\"type\": \"TextQuoteSelector\", \"exact\": \"Alep\", \"prefix\": \"a quitté \", \"suffix\": \" à l\"}",
            "{\"type\": \"TextualBody\", \"value\": \"place\"}"
        ),
        one(
            &format!("[{{\"type\": \"TextPositionSelector\", \"start\": {start}, \"end\": {end}}}]"),
            "[\"PER\", {\"purpose\": \"identifying\", \"source\": \"http://www.wikidata.org/entity/Q1\"}]"
        ),
        // The offsets are those of another text: the words tell.
        one(
            "[{\"type\": \"TextQuoteSelector\", \"exact\": \"Zaytouna\", \"prefix\": \"dit \"}, {\"type\": \"TextPositionSelector\", \"start\": 3, \"end\": 11}]",
            "{\"value\": \"PER\"}"
        ),
    );
    let reading = import("", "x.jsonld", &page);
    assert_eq!(
        imported(&reading),
        [", dit |Zaytouna/person → Zaytouna", "uitté |Alep/place → Alep", "e, et |Zaytouna/person → Zaytouna"]
    );
    let zaytouna = reading.corpus.entities.iter().find(|entity| entity.name == "Zaytouna").expect("an entity");
    assert_eq!(zaytouna.same_as, ["http://www.wikidata.org/entity/Q1"]);
    assert_eq!(
        said(&reading),
        ["annotations/x.jsonld: 1 annotations of a.txt were placed by their words: their offsets do not fit"]
    );
}

fn rules(article: &Article) -> Vec<(String, MentionRule)> {
    let text = |m: &visavis_corpus::Mention| article.blocks[m.block as usize].text[m.span.range()].to_string();
    article.marks.mentions.iter().map(|m| (text(m), m.rule)).collect()
}

#[test]
fn beside_keeps_what_is_recognised_and_instead_does_not() {
    let (start, end) = at(TEXT, "Damas", 0);
    let json = spacy(TEXT, &[(start, end, "ORG")]);
    let beside = import("mode = \"beside\"", "x.json", &json);
    let found = rules(&beside.corpus.articles[0]);
    assert!(found.contains(&("Damas".into(), MentionRule::Imported(0))), "{found:?}");
    assert!(found.iter().any(|(text, rule)| text == "Alep" && *rule != MentionRule::Imported(0)), "{found:?}");
    let instead = import("mode = \"instead\"", "x.json", &json);
    assert_eq!(rules(&instead.corpus.articles[0]), [("Damas".into(), MentionRule::Imported(0))]);
    let names: Vec<&str> = instead.corpus.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Damas"], "what nothing names any more is no entity");
}

#[test]
fn what_the_owner_lists_stands_and_gives_its_entity() {
    let entities = "[[entity]]\nid = \"alep\"\nkind = \"place\"\nname = \"Alep\"\n\n[[entity]]\nid = \"assad\"\nkind = \"person\"\nname = \"Assad\"\naliases = [\"Bachar al-Assad\"]\n";
    let [assad, first, last] =
        [("Bachar al-Assad", 0), ("Alep", 0), ("Alep", 3)].map(|(words, nth)| at(TEXT, words, nth));
    let json = spacy(TEXT, &[(assad.0, assad.1, "PER"), (first.0, first.1, "ORG"), (last.0, last.1, "LOC")]);
    let reading = read(&folder("", entities, "x.json", &json, TEXT)).expect("a reading");
    assert_eq!(imported(&reading), Vec::<String>::new());
    assert_eq!(
        said(&reading),
        ["annotations/x.json: 1 annotations of a.txt lie on names that the owner lists as something else, which stand"]
    );
}

#[test]
fn a_short_form_means_whom_the_recogniser_says_it_means() {
    let text = "Un accord\n\nGeneviève Bernard a signé un accord avec la ville de Crest mardi. « Il le faut », a dit Bernard ensuite.\n";
    let (start, end) = at(text, "Bernard", 1);
    let json = spacy(text, &[(start, end, "PER")]);
    let reading = read(&folder("mode = \"instead\"", "", "x.json", &json, text)).expect("a reading");
    assert_eq!(imported(&reading), ["a dit |Bernard/person → Geneviève Bernard"]);
}

#[test]
fn longer_annotations_stand_over_those_inside_them() {
    let (start, end) = at(TEXT, "Bachar al-Assad", 0);
    let json = spacy(TEXT, &[(start + 7, end, "ORG"), (start, end, "PER"), (start, end, "PER")]);
    let reading = import("", "x.json", &json);
    assert_eq!(imported(&reading), ["|Bachar al-Assad/person → Bachar al-Assad"]);
    assert_eq!(said(&reading), ["annotations/x.json: 1 annotations of a.txt overlap longer ones, which stand"]);
}

#[test]
fn files_that_are_no_annotations_are_refused_with_their_line() {
    for (name, content, expected) in [
        ("x.json", "{\"text\": \"a\",\n", "annotations/x.json:2: not valid JSON"),
        ("x.json", "[1]", "annotations/x.json:1: this is no annotation: invalid type: integer `1`"),
        ("x.json", "{\"ents\": []}", "annotations/x.json:1: this is no annotation: it has no \"text\""),
        (
            "x.json",
            "{\"text\": \"a\", \"ents\": [\n{\"start\": -1}]}",
            "annotations/x.json:2: this is no annotation: invalid value",
        ),
        (
            "x.jsonld",
            "{\"type\": \"Annotation\"}",
            "annotations/x.jsonld:1: this is no annotation: it has no \"target\"",
        ),
        (
            "x.conll",
            "Alep B-LOC\nest\n",
            "annotations/x.conll:2: this is no annotation: the last column of “est” is no tag",
        ),
    ] {
        let said = refused(name, content).to_string();
        assert!(said.starts_with(expected), "{content}: {said}");
    }
    let config = file("corpus.toml", "[[annotations]]\nfile = \"y.json\"\nmode = \"insted\"\n");
    let folder = Folder { config: Some(config), ..folder("", "", "x.json", "{}", TEXT) };
    assert_eq!(
        read(&folder).expect_err("mistakes").to_string(),
        "corpus.toml:2: there is no file of annotations “y.json”; did you mean “x.json”?\n\
         corpus.toml:3: “insted” is not a mode; did you mean “instead”?"
    );
}

#[test]
fn a_file_that_nobody_asks_for_is_said() {
    let folder = Folder { config: None, ..folder("", "", "x.json", "{}", TEXT) };
    let reading = read(&folder).expect("a reading");
    assert_eq!(
        said(&reading),
        [
            "annotations/x.json: not imported: write [[annotations]] and file = \"x.json\" into corpus.toml, or remove it"
        ]
    );
}

#[test]
fn the_text_says_whose_it_is_where_nothing_else_does() {
    let other =
        "Un autre titre\n\nLa mairie de Crest a ouvert un bureau à Valence, dit Zaytouna, qui y vit depuis dix ans.\n";
    let text = other.split("\n\n").nth(1).expect("a paragraph").trim();
    let (start, end) = at(text, "Zaytouna", 0);
    let mut folder = folder("", "", "x.jsonl", &spacy(text, &[(start, end, "PER")]), TEXT);
    folder.articles.push(file("b.txt", other));
    let reading = read(&folder).expect("a reading");
    let counts: Vec<usize> = reading.corpus.articles.iter().map(|article| article.marks.imports.len()).collect();
    assert_eq!(counts, [0, 1]);
}

#[test]
fn many_annotations_of_one_paragraph_take_time_in_proportion() {
    let sentence = "Le convoi de Zaytouna a quitté Alep à l’aube. ";
    let time = |count: usize, shift: usize| {
        let text = format!("Un titre assez long pour être lu\n\n{}", sentence.repeat(count));
        let title = "Un titre assez long pour être lu\n\n".chars().count();
        let place = |nth: usize| title + nth * sentence.chars().count() + 13 + shift;
        let ents: Vec<_> = (0..count).map(|nth| (place(nth), place(nth) + 8, "PER")).collect();
        let json = spacy(&text, &ents);
        let folder = folder("", "", "x.json", &json, &text);
        let begun = Instant::now();
        let reading = read(&folder).expect("a reading");
        let taken = imported(&reading).len();
        assert!(shift > 0 || taken == count, "{taken} of {count}");
        begun.elapsed().as_secs_f64()
    };
    for shift in [0, 3] {
        let (small, large) = (time(1000, shift), time(10_000, shift));
        // Ten times as many: a hundred times the time would be quadratic.
        assert!(large < 30.0 * small.max(0.05), "shift {shift}: {small} s, then {large} s");
    }
}

#[test]
fn hostile_strings_are_annotations_like_others() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile/blns.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("SKIPPED ../shared/data/hostile is missing");
        return;
    };
    let strings: Vec<String> = serde_json::from_str(&text).expect("a list of strings");
    let body = strings.iter().map(|string| format!("On lit {string} ici. ")).collect::<Vec<_>>().concat();
    let body = format!("Un titre assez long pour être lu\n\n{}", body.replace(['\n', '\r'], " "));
    let mut ents = vec![];
    for (string, nth) in strings.iter().zip(0..) {
        let label = if nth % 2 == 0 { "PER" } else { string.as_str() };
        if let Some(byte) = body.find(string.as_str()).filter(|_| !string.is_empty()) {
            let start = body[..byte].chars().count();
            ents.push((start, start + string.chars().count(), label));
        }
    }
    assert!(ents.len() > 400);
    let reading = read(&folder("", "", "x.json", &spacy(&body, &ents), &body)).expect("a reading");
    assert!(imported(&reading).len() > 100);
    let token = |string: &String| format!("{}\tB-PER\n", string.replace(['\n', '\r', '\t'], " "));
    let tokens = strings.iter().map(token).collect::<Vec<_>>().concat();
    let _ = read(&folder("article = \"a.txt\"", "", "x.conll", &tokens, &body));
    let quoted: Vec<_> = strings
        .iter()
        .map(|string| serde_json::json!({"type": "Annotation", "body": string, "target": {"source": string, "selector": {"exact": string, "prefix": string}}}))
        .collect();
    let _ = read(&folder("article = \"a.txt\"", "", "x.jsonld", &serde_json::json!(quoted).to_string(), &body));
}
