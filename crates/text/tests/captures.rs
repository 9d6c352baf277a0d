//! The sentences of the captures in `corpus/articles`, as a reader judged them: for each line of several sentences the first words of
//! each; every other line is one sentence.

use std::path::Path;
use visavis_text::{sentences, slice};

/// (file, [(line, [first words of each sentence])])
type Judged = (&'static str, &'static [(usize, &'static [&'static str])]);

const CAPTURES: [Judged; 5] = [
    (
        "000_ae177ae7a54f42d2.txt",
        &[
            (10, &["Alors qu'une réunion", "\"Nous demandons aux", "\"C'est le préalable\""]),
            (
                15,
                &[
                    "Bombardements \"renforcés\".",
                    "Depuis le 22",
                    "Appuyée par les",
                    "\"Vladimir Poutine a",
                    "Ce qui explique,",
                    "\"J'imagine que cela",
                    "Nous étions favorables",
                    "Il a refusé",
                    "Et ça, je",
                ],
            ),
            (
                17,
                &[
                    "Les civils visés.",
                    "Jean-Marc Ayrault a",
                    "\"Quand [Vladimir Poutine]",
                    "Le ministre français",
                    "Selon lui, la",
                ],
            ),
            (
                22,
                &[
                    "Vers un dégel ?",
                    "Pourrait-il y avoir",
                    "Jean-Marc Ayrault a",
                    "\"Mais cela n'aura",
                    "Cela va dépendre",
                ],
            ),
        ],
    ),
    (
        "001_ee4fae9a13701a75.txt",
        &[
            (4, &["Forces loyal to", "- Sputnik Afrique"]),
            (10, &["« À Alep-Est,", "Nous ne voulons", "Nous sommes prêts"]),
            (12, &["A member of", "- Sputnik Afrique"]),
            (16, &["« Il y aurait", "Premièrement, le département", "La deuxième explication,"]),
            (20, &["Selon M. Lavrov,", "« Nous le savons", "Nous travaillons avec", "Peut-être que ce"]),
            (22, &["Rappelons que ces", "Les troupes gouvernementales"]),
            (24, &["Suivez Sputnik sur", "Pour recevoir les"]),
        ],
    ),
    (
        "002_333defee19a84214.txt",
        &[
            (5, &["Bachar al-Assad et", "- ALEXEY DRUZHININ"]),
            (7, &["Bachar al-Assad et", "– ALEXEY DRUZHININ"]),
            (9, &["Le président russe", "L’« objectif »"]),
            (15, &["Selon le Kremlin,", "Dans la matinée,", "Pour l’année à"]),
            (17, &["« Il faut tout", "En tout cas,", "Signe que la"]),
            (37, &["[GARD align= »center »] Les", "La crise diplomatique"]),
        ],
    ),
    (
        "003_15df5f8cc0ffe991.txt",
        &[(11, &["Cette collaboration entre", "Depuis le 19"]), (12, &["La volonté affichée", "La Russie a"])],
    ),
    (
        "004_3f65650a7f9be164.txt",
        &[
            (5, &["Après un léger", "Moscou a annoncé"]),
            (7, &["Washington et Moscou", "C'est en tous", "Américains et Russes", "Pour l'heure, la"]),
            (9, &["Sur le terrain,", "Des bombardements, les"]),
            (13, &["Il y a un an,", "Depuis, l'armée a"]),
        ],
    ),
];

#[test]
fn the_captures_are_cut_as_judged() {
    for (file, judged) in CAPTURES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/articles").join(file);
        let text = std::fs::read_to_string(&path).expect("a capture");
        let mut judged = judged.iter().copied().peekable();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.replace('\u{a0}', " ");
            let found: Vec<&str> = sentences(&line).map(|span| slice(&line, span).expect("whole characters")).collect();
            let place = format!("{file}:{number}: {found:#?}");
            match judged.next_if(|&(at, _)| at == number) {
                Some((_, expected)) => {
                    assert_eq!(found.len(), expected.len(), "{place}");
                    assert!(found.iter().zip(expected).all(|(sentence, first)| sentence.starts_with(first)), "{place}");
                }
                None => assert_eq!(found.len(), usize::from(!line.trim().is_empty()), "{place}"),
            }
        }
        assert_eq!(judged.next(), None, "{file} has no such line");
    }
}

#[test]
fn a_capture_is_the_sum_of_its_lines() {
    for (file, _) in CAPTURES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/articles").join(file);
        let text = std::fs::read_to_string(&path).expect("a capture");
        assert_eq!(sentences(&text).count(), text.lines().map(|line| sentences(line).count()).sum::<usize>(), "{file}");
    }
}
