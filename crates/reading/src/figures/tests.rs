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
