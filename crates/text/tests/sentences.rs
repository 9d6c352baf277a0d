//! Sentences of the press, French and English. `¦` stands where one ends and the next begins; it is not part of the text.

use proptest::prelude::*;
use visavis_text::{sentences, slice};

fn cut(text: &str) -> Vec<&str> {
    sentences(text).map(|span| slice(text, span).expect("whole characters")).collect()
}

fn check(cases: &[&str]) {
    let mut wrong = Vec::new();
    for case in cases {
        let text = case.replace('¦', "");
        let expected: Vec<&str> = case.split('¦').map(str::trim).collect();
        let found = cut(&text);
        if found != expected {
            wrong.push(format!("expected {expected:?}\n   found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn abbreviations_do_not_end_a_sentence() {
    check(&[
        "Selon M. Lavrov, certains pays ont une influence.¦ « Nous le savons. »",
        "MM. Kerry et Lavrov se sont vus.¦ Mme Merkel non.",
        "Mme. Le Pen et M. Le Drian ont voté.¦ M. Dupont aussi.",
        "Le Dr. Hamza al-Khatib opère.¦ Il est seul.",
        "Me. Dupond-Moretti plaide.",
        "Voir p. 12, art. 3 et art. L. 123-4 du code.¦ C'est clair.",
        "Voir t. II, chap. IV.¦ Rien de neuf.",
        "Des vivres, des tentes, etc. ont été livrés.¦ Rien n’est arrivé.",
        "Des vivres, des tentes, etc.¦ Les convois attendent.",
        "En 333 av. J.-C. Alexandre prit Tyr, en 3 ap. J.-C. Auguste non.",
        "La ville existait en 2000 av. J.-C.¦ Elle fut prise en 1260.",
        "C.-à-d. que rien ne change, p. ex. Paris et Londres.",
        "Cf. Libération du 3 mai.¦ La suite demain.",
        "Le prix (env. 300 euros) a doublé.¦ Tél. 01 42 00 00 00.",
        "Le musée d’art.¦ Les visiteurs.",
        "Mr. Kerry and Mrs. Clinton met Gen. Petraeus and Sen. McCain.¦ They left.",
        "He met Lt. Gov. Smith in St. Louis.¦ The talks failed.",
        "Apple Inc. said so.¦ Exxon Mobil Corp. Chairman Rex Tillerson left.¦ He left Acme Inc.¦ It closed.",
        "On Sept. 11, 2001, and Jan. 6.¦ No. 10 declined to comment.",
        "The jury, i.e. Parliament, e.g. Members, met at 5 p.m.¦ He said no.¦ They left.",
        "Mr. Jones vs. Smith et al. went on.¦ Modern art.¦ The end.",
    ]);
}

#[test]
fn initials_and_acronyms_do_not_end_a_sentence() {
    check(&[
        "J. Kerry et S. Lavrov ont signé.¦ D. Trump non.",
        "M.B. - Mis à jour le 12 octobre.",
        "John F. Kennedy est mort à Dallas.¦ Harry S. Truman non.",
        "J.-Y. Le Drian et J.-M. Ayrault sont à Moscou.",
        "J-P. Chevènement était là.¦ Ch.-H. Filippi aussi.",
        "Le gouvernement prépare un plan B.¦ Le ministre nie.",
        "Il manque de vitamine D.¦ Paris s’inquiète.",
        "The U.S. Army left.¦ The U.S.¦ The talks between the U.S. and Russia failed.",
        "L’O.N.U. a voté.¦ C’est fait.",
        "U.N. Secretary-General Ban Ki-moon spoke.¦ In the U.S.¦ However, nothing moved.",
        "He has a Ph.D. in law.¦ Washington, D.C.¦ He lives there.",
        "Guerre de l’ONU.¦ Paris et l’UE.¦ Moscou.",
        "Le pape Clément V.¦ Les historiens en doutent.¦ Ni A ni B.¦ Chacun le sait.",
        "Il prend le RER E.¦ Le maire aussi.",
        "President George H. W. Bush met F. W. de Klerk.¦ Both smiled.",
        "The E.U. and the U.S. State Department agreed.¦ It took effect at 9 a.m. Monday.",
        "Il fait −20 °C.¦ Paris gèle.¦ Wii U.¦ Toujours rien.",
        "W. E. B. Du Bois et Albert C. Scholaert sont nés en 1868.",
        "Louis XIV.¦ Il régna.¦ Le G7.¦ Le G 20.",
    ]);
}

#[test]
fn quotation_marks_belong_to_the_sentence_they_close() {
    check(&[
        "« Que veut M. Assad ? » a-t-il dit.¦ Personne n’a répondu.",
        "« Assez ! », s’est écrié M. Kerry.¦ « Non. »",
        "« Assez ! »¦ Puis il est sorti.",
        "« Nous le savons.¦ Nous travaillons avec ces pays », a conclu M. Lavrov.",
        "\"C'est le préalable\" à toute discussion.¦ \"Non.\"¦ Il part.",
        "\"Que faire ?\" demande-t-il.¦ \"Rien !\"¦ Et il rit.",
        "Il dit : \"Il a refusé.¦ Et ça, je le regrette.\"¦ Les civils attendent.",
        "\" Que faire ? \" demande-t-il.¦ \" Rien. \"¦ Puis il rit.",
        "\"We are not leaving,\" he said.¦ \"Not now!\" she cried.¦ \"Why?\"¦ Nobody answered.",
        "He called it \"a mistake.\"¦ The White House declined to comment.",
        "“It is over.”¦ “Is it?” she asked.¦ ‘Yes.’¦ He nodded.",
        "\"It's over.\"¦ He left.¦ 'No.'¦ She stayed.",
        "Bombardements \"renforcés\".¦ Depuis le 22 septembre, rien.",
        "«Le secrétaire d'Etat est responsable», a dit M. Kirby.¦ «Non.»¦ Il part.",
        "« Il est parti ! ».¦ Elle aussi.",
        "« Il a dit : “Non !” » a-t-elle répété.¦ Fin.",
        "Il a vu « Où va-t-on ? » de Dupont.¦ Bien.",
        "« Pourquoi ?¦ — Parce que. »¦ Il rit.",
    ]);
}

#[test]
fn brackets_belong_to_the_sentence_they_close() {
    check(&[
        "Il est venu (enfin !) Paris l’attendait depuis un an.",
        "Il est venu (voir p. 3).¦ Elle aussi.",
        "(Il est venu.)¦ Elle aussi.",
        "L’Observatoire (OSDH) le dit.¦ (AFP)",
        "Il est venu (lundi ?).¦ Elle aussi [sic].¦ Fin.",
        "\"Quand [Vladimir Poutine] bombarde Alep, ce ne sont pas eux.\"¦ Bien.",
        "Il prit Lyon (en 1940 !) mais pas Nice (jamais.)¦ Il mourut.",
        "La ruche meurt (Cruiser, Axoris).¦ 10 % des abeilles restent (c. 1590, v. 1250).",
        "La ville est tombée.[1]¦ Elle est vide.",
    ]);
}

#[test]
fn suspension_points_end_a_sentence_only_before_a_capital() {
    check(&[
        "Il hésite… puis part.¦ Elle reste…¦ Fin.",
        "Il hésite... puis part.¦ Elle reste...¦ Fin.",
        "Nous devons […] agir.¦ […] Ils partent.¦ Nous [...] restons.",
        "« ... et il est parti. »¦ Bien.",
        "« Nous voulons la paix […] Nous ne partirons pas. »".replace("[…] Nous", "[…]¦ Nous").as_str(),
        "« La rouille est venue (...) »¦ Il se tut.¦ « Il ne mourra pas. [...] »¦ Fin.",
        "Un, deux, 3… 4.¦ Voilà.",
        "Quoi… ?¦ Rien !..¦ Bon.",
    ]);
}

#[test]
fn numbers_and_addresses_hold_together() {
    check(&[
        "Il y a 3.5 millions d’habitants et 1.000 morts.¦ 25 civils sont morts.",
        "Rendez-vous à 14h30.¦ Le train part à 15.30.",
        "En 2016.¦ En 2017, 250 000 personnes.",
        "Le 12. 10. 2016, il part.",
        "1. Les faits sont là.¦ 2. Les preuves manquent.",
        "II. Les causes du conflit.",
        "Voir https://t.co/zKHAP1vQMJpic.twitter.com/X1lgDNwjj7 et www.Lemonde.fr/a.B ici.",
        "Écrire à j.Dupont@Lemonde.Fr ou lemonde.fr.¦ Merci.",
        "Fin du direct.¦ https://t.co/x",
        "Sur Europe1.Fr et Europe 1.¦ C’était mercredi.",
        "Version 2.0.¦ Le n°3.¦ Le reste.",
        "It cost $3.5 million.¦ $2 was left.",
    ]);
}

#[test]
fn strong_marks_end_a_sentence_only_before_a_capital() {
    check(&[
        "Vers un dégel ?¦ Pourrait-il y en avoir un ?¦ Non !",
        "Quoi ?!¦ Comment ? !¦ Ah !",
        "Ah ! ces Russes, dit-il.¦ Bon.",
        "Qui ? quand ? où ?¦ On l’ignore.",
        "Combien ?¦ 25 civils.",
        "Oui !¦ – Non !",
    ]);
}

#[test]
fn headings_and_lines_are_sentences() {
    check(&[
        "Les civils visés.¦ Jean-Marc Ayrault a insisté.",
        "Alep\n¦La ville est vide\n¦\n Les rues aussi.".replace("\n¦\n ", "\n\n¦").as_str(),
        "Un titre\r\n¦Une phrase.\u{2028}¦Une autre.",
        "  \u{a0}Une phrase.\u{202f} ¦ Une autre.\u{a0} ",
    ]);
}

#[test]
fn some_sentences_start_with_a_small_letter() {
    check(&[
        "Le régime avance.¦ al-Assad l’a dit.¦ el-Sissi aussi.",
        "Gen. al-Assad et M. al-Jaafari.",
        "Apple a gagné.¦ iPhone et iPad se vendent.",
        "Il a dit oui. mais non.",
    ]);
}

#[test]
fn glued_sentences_are_parted() {
    check(&[
        "La paix en Syrie.¦Le président est là.¦L’armée aussi.",
        "\"La volonté des uns et des autres.\"¦Moscou contre l’élimination.",
        "Fin de la trêve.¦«Nous partons.»¦Il rit.",
        "Vers un dégel ?¦Pourrait-il y en avoir ?",
        "M.Lavrov et Mme.Clinton.¦ L’O.N.U.A dit.",
    ]);
}

#[test]
fn a_text_without_words_is_at_most_one_sentence() {
    assert!(cut(" \n\u{a0}").is_empty());
    assert_eq!(cut("... !"), ["... !"]);
    assert_eq!(cut("— * —"), ["— * —"]);
}

#[test]
fn a_megabyte_of_one_sign_is_cut_in_one_pass() {
    for signs in ["«", "\"", "(", ". ", ".", "!\" ", "[…] ", "M. (", "a.\u{a0}", "? »", "'", "… «"] {
        let text = signs.repeat((1 << 20) / signs.len());
        assert!(sentences(&text).count() > 0, "{signs}");
    }
}

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in sentences(text) {
        prop_assert!(end <= span.start() && !span.is_empty());
        prop_assert!(text[end..span.start()].trim().is_empty());
        let sentence = slice(text, span).expect("whole characters");
        prop_assert_eq!(sentence.trim(), sentence);
        end = span.end();
    }
    prop_assert!(text[end..].trim().is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn spans_are_ordered_and_cover_all_but_white_space(text in any::<String>()) {
        check_spans(&text)?;
    }

    #[test]
    fn spans_cover_what_looks_like_press(text in "([A-ZÉa-zé]{0,4}[.!?…»«\"'’()\\[\\] \u{a0}\n0-9-]{0,4}){0,20}") {
        check_spans(&text)?;
    }

    #[test]
    fn a_sentence_ends_where_the_line_ends(text in "[A-Za-z.«»\" \n]{0,60}") {
        prop_assert!(cut(&text).iter().all(|sentence| !sentence.contains('\n')));
    }
}
