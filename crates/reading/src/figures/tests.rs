use super::*;
use proptest::prelude::*;

/// The figures of `text` as `value noun (qualifier)`.
fn read(text: &str, language: Language) -> Vec<String> {
    let shown = |found: &Found| {
        let qualifier = found.qualifier.as_ref().map(|words| format!(" ({words})")).unwrap_or_default();
        format!("{} {}{qualifier}", found.value, found.noun)
    };
    in_text(text, &[], language).iter().map(shown).collect()
}

#[test]
fn numbers_count_their_nouns() {
    for (text, expected) in [
        ("où vivent plus de 250 000 personnes.", "250000 personnes (plus de)"),
        ("93 % du territoire", "93 %"),
        ("de 93% du territoire", "93 %"),
        ("52 quartiers supplémentaires", "52 quartiers"),
        ("ont tué vingt-cinq civils", "25 civils"),
        ("ont tué mardi au moins 25 civils.", "25 civils (au moins)"),
        ("un coût de 1,5 million d'euros", "1500000 euros"),
        ("10 milliards de dollars", "10000000000 dollars"),
        ("une hausse de 3,2%", "3.2 %"),
        ("un tiers des habitants", "0.3333 habitants (un tiers)"),
        ("une dizaine de blessés", "10 blessés (une dizaine)"),
        ("des centaines de manifestants", "100 manifestants (centaines)"),
        ("deux mille trois cents emplois", "2300 emplois"),
        ("quelque 1.200 soldats", "1200 soldats (quelque)"),
        ("250\u{202f}000\u{a0}€", "250000 €"),
        ("trois nouvelles victimes", "3 nouvelles victimes"),
        ("la moitié de la population", "0.5 population"),
        ("jusqu'à 40 degrés", "40 degrés (jusqu'à)"),
        ("2 500 soldats", "2500 soldats"),
        ("2016 soldats", "2016 soldats"),
        ("huit porte-avions", "8 porte-avions"),
    ] {
        assert_eq!(read(text, Language::French), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_number_counts_nothing() {
    for text in [
        "en 2016, la ville",
        "le 12 octobre",
        "à 20h30",
        "à 20 h",
        "score de 3-1",
        "au 1er étage",
        "le XXIe siècle",
        "l'article 49.3",
        "n° 12 bis",
        "Europe 1 et France 24",
        "le 24/10/2016",
        "une victime",
        "un tiers lieu",
        "le 06 12 34 56 78",
        "deux et trois",
        "la COP21",
        "Il en reste trois.",
        "G8 et G20",
    ] {
        assert_eq!(read(text, Language::French), [""; 0], "{text}");
    }
}

#[test]
fn english_numbers_count_their_nouns() {
    for (text, expected) in [
        ("at least 25 civilians", "25 civilians (at least)"),
        ("10,000 people", "10000 people"),
        ("$10 billion", "10000000000 $"),
        ("twenty-five new schools", "25 new schools"),
        ("dozens of protesters", "12 protesters (dozens)"),
        ("two hundred and fifty thousand refugees", "250000 refugees"),
        ("half of the voters", "0.5 voters"),
        ("3.5 percent", "3.5 percent"),
    ] {
        assert_eq!(read(text, Language::English), [expected], "{text}");
    }
}

proptest! {
    #[test]
    fn figures_are_whole_characters_in_order(text in "(\\PC|[0-9]{1,4}| |,|\\.|%|million|de |vingt|une dizaine|€){0,30}") {
        for language in [Language::French, Language::English] {
            let mut end = 0;
            for found in in_text(&text, &[], language) {
                prop_assert!(visavis_text::slice(&text, found.span).is_some_and(|words| !words.is_empty()));
                prop_assert!(found.span.start() >= end, "{found:?}");
                end = found.span.end();
            }
        }
    }
}

#[test]
fn both_ends_of_a_range_count() {
    for (text, expected) in [
        ("entre 200 et 300 personnes", ["200 personnes (entre)", "300 personnes"]),
        ("de 5 à 7 % des voix", ["5 %", "7 %"]),
        ("passé de 653 à 507 millions de dollars", ["653000000 dollars", "507000000 dollars"]),
        ("3,5 à 4 millions d'euros", ["3500000 euros", "4000000 euros"]),
        ("trois ou quatre ans", ["3 ans", "4 ans"]),
    ] {
        assert_eq!(read(text, Language::French), expected, "{text}");
    }
    assert_eq!(read("between 20 and 30 people", Language::English), ["20 people", "30 people"]);
}

#[test]
fn shares_and_counts_of_some_are_figures() {
    for (text, expected) in [
        ("Un habitant sur cinq vit ici", "0.2 habitant"),
        ("trois jeunes Français sur quatre", "0.75 jeunes Français"),
        ("deux de ses victimes", "2 victimes"),
        ("trois des accusés", "3 accusés"),
        ("des dizaines de milliers de civils", "10000 civils (dizaines de milliers)"),
        ("deux ans et demi", "2.5 ans"),
        ("huit heures de trêve", "8 heures"),
        ("12 M€ de pertes", "12000000 €"),
        ("1,5 Md€", "1500000000 €"),
        ("à 130 km/h", "130 km/h"),
    ] {
        assert_eq!(read(text, Language::French), [expected], "{text}");
    }
    for text in ["un contrat sur trois saisons", "à huit heures du matin", "les 24 Heures du Mans", "le CAC 40 a perdu"]
    {
        let held = read(text, Language::French);
        assert!(held.iter().all(|found| found == "3 saisons"), "{text}: {held:?}");
    }
    for (text, expected) in [
        ("one in five adults", "0.2 adults"),
        ("three out of four voters", "0.75 voters"),
        ("five and a half years", "5.5 years"),
        ("half a million homes", "500000 homes"),
        ("£48.3m in sales", "48300000 £"),
        ("a third of the population", "0.3333 population"),
    ] {
        let found = read(text, Language::English);
        assert!(found.iter().any(|found| found.starts_with(expected)), "{text}: {found:?}");
    }
}
