use super::*;
use proptest::prelude::*;
use visavis_corpus::{ClueKind, Lines, Role};

/// The dates of `text` in an article of `article`, as `words: value`.
fn read(text: &str, article: &str, language: Language) -> Vec<String> {
    let block = Block { role: Role::Body, lines: Lines::one(1), source: vec![], text: text.into(), removed_by: None };
    let found = mentions(spoken(&[block], language), When::parse(article));
    let shown = |date: &DateMention| {
        let value = date.when.map_or_else(|| "–".into(), |when| when.to_string());
        format!("{}: {value}", &text[date.span.range()])
    };
    found.iter().map(shown).collect()
}

#[test]
fn expressions_are_days_seen_from_the_article() {
    // 12 October 2016 was a Wednesday.
    for (text, expected) in [
        ("Il a appelé, mercredi, la Russie", "mercredi: 2016-10-12"),
        ("Il a déclaré mardi que", "mardi: 2016-10-11"),
        ("une rencontre prévue samedi", "samedi: 2016-10-15"),
        ("une rencontre à Lausanne samedi", "samedi: 2016-10-08/2016-10-15"),
        ("samedi 15 octobre à Lausanne", "samedi 15 octobre: 2016-10-15"),
        ("samedi 15, à Lausanne", "samedi 15: 2016-10-15"),
        ("hier soir", "hier: 2016-10-11"),
        ("Il y a un an, la Russie", "Il y a un an: 2015-04-13/2016-04-11"),
        ("il y a trois jours", "il y a trois jours: 2016-10-09"),
        ("Depuis le 22 septembre, en effet", "22 septembre: 2016-09-22"),
        ("le 21 octobre 2015 à Moscou", "21 octobre 2015: 2015-10-21"),
        ("28 septembre 2016", "28 septembre 2016: 2016-09-28"),
        ("le 12 septembre dernier", "12 septembre dernier: 2016-09-12"),
        ("prévue le 19 octobre", "19 octobre: 2016-10-19"),
        ("remonte à mars dernier", "mars dernier: 2016-03-01/2016-03-31"),
        ("depuis mars", "mars: 2016-03-01/2016-03-31"),
        ("cette semaine", "cette semaine: 2016-10-10/2016-10-16"),
        ("après un calme pendant le week-end, ils", "pendant le week-end: 2016-10-08/2016-10-09"),
        ("la semaine dernière", "la semaine dernière: 2016-10-03/2016-10-09"),
        ("December 9, 2016.", "December 9, 2016: 2016-12-09"),
        ("l'an dernier", "l'an dernier: 2015-01-01/2015-12-31"),
        ("en 2015, la ville", "2015: 2015-01-01/2015-12-31"),
        ("dans les prochaines semaines", "les prochaines semaines: –"),
        ("le 1er mars 2017", "1er mars 2017: 2017-03-01"),
        ("du 3 au 5 mars 2016", "3 au 5 mars 2016: 2016-03-03/2016-03-05"),
        ("le 12/10/2016 à midi", "12/10/2016: 2016-10-12"),
        ("fin septembre 2016", "fin septembre 2016: 2016-09-21/2016-09-30"),
        ("l'été 2015", "été 2015: 2015-06-01/2015-09-30"),
        ("dans les années 1990", "1990: 1990-01-01/1999-12-31"),
        ("du 3 au 7 octobre", "3 au 7 octobre: 2016-10-03/2016-10-07"),
        ("les 3, 4 et 5 octobre", "3, 4 et 5 octobre: 2016-10-03/2016-10-05"),
        ("du lundi 3 au vendredi 7 octobre", "lundi 3 au vendredi 7 octobre: 2016-10-03/2016-10-07"),
        ("du 28 décembre au 3 janvier 2016", "28 décembre au 3 janvier 2016: 2015-12-28/2016-01-03"),
        ("de mars à juin 2015", "mars à juin 2015: 2015-03-01/2015-06-30"),
        ("d'octobre 2014 à mars 2016", "octobre 2014 à mars 2016: 2014-10-01/2016-03-31"),
        ("de 2011 à 2013", "2011 à 2013: 2011-01-01/2013-12-31"),
        ("la guerre (1914-1918)", "1914-1918: 1914-01-01/1918-12-31"),
        ("la saison 2015-16", "2015-16: 2015-01-01/2016-12-31"),
        ("en septembre, le village", "septembre: 2016-09-01/2016-09-30"),
        ("début octobre", "début octobre: 2016-10-01/2016-10-10"),
        ("l'été dernier", "été dernier: 2016-06-01/2016-09-30"),
        ("cet hiver", "hiver: 2016-12-01/2017-03-31"),
        ("au deuxième trimestre 2016", "deuxième trimestre 2016: 2016-04-01/2016-06-30"),
        ("au XXe siècle", "XXe siècle: 1901-01-01/2000-12-31"),
        ("les années soixante-dix", "soixante-dix: 1970-01-01/1979-12-31"),
        ("à la fin de l'année", "fin de l'année: 2016-09-01/2016-12-31"),
        ("dans deux jours", "dans deux jours: 2016-10-14"),
        ("depuis trois semaines", "depuis trois semaines: 2016-09-18/2016-09-24"),
        ("ces trois derniers mois", "ces trois derniers mois: 2016-07-12/2016-10-12"),
        ("il y a un an et demi", "il y a un an et demi: 2015-03-28/2015-04-27"),
        ("dans la nuit de mardi à mercredi", "mardi à mercredi: 2016-10-11/2016-10-12"),
        ("il y a quelques mois", "il y a quelques mois: –"),
        ("le 1er mars 1561", "1er mars 1561: 1561-03-01"),
        ("les attentats du 11-Septembre", "11-Septembre: 2001-09-11"),
        ("le Mardi gras", "Mardi gras: 2017-02-28"),
        ("avant le lundi de Pâques 2016", "lundi de Pâques 2016: 2016-03-28"),
        ("depuis Pâques", "Pâques: 2016-03-27"),
        ("samedi en huit", "samedi en huit: 2016-10-22"),
        ("jeudi prochain", "jeudi prochain: 2016-10-20"),
        ("avant la fin du mois", "fin du mois: 2016-10-21/2016-10-31"),
        ("Interpellé lundi, le maire nie", "lundi: 2016-10-10"),
        ("l'attaque menée mardi", "mardi: 2016-10-11"),
        ("l'attaque sera menée mardi", "mardi: 2016-10-18"),
        ("le livre sort vendredi", "vendredi: 2016-10-14"),
        ("un rapport d'ici à vendredi", "vendredi: 2016-10-14"),
        ("Lundi, on saura tout", "Lundi: 2016-10-17"),
        ("Lundi, il pleuvait", "Lundi: 2016-10-10"),
        ("Il s'est rendu lundi à Alep", "lundi: 2016-10-10"),
        ("Le maire doit être entendu lundi", "lundi: 2016-10-17"),
    ] {
        assert_eq!(read(text, "2016-10-12", Language::French), [expected], "{text}");
    }
}

#[test]
fn a_weekday_that_is_dated_elsewhere_is_that_day() {
    let found = read("Une rencontre samedi. Elle aura lieu samedi 15 octobre.", "2016-10-12", Language::French);
    assert_eq!(found, ["samedi: 2016-10-15", "samedi 15 octobre: 2016-10-15"]);
}

#[test]
fn what_no_calendar_reaches_is_no_distance() {
    for text in
        ["il y a deux cents millions de dizaines de siècles", "il y a 400 siècles", "dans neuf cents milliers d'années"]
    {
        let found = read(text, "2016-10-12", Language::French);
        assert!(found.iter().all(|found| found.ends_with('–')), "{text}: {found:?}");
    }
}

#[test]
fn a_year_that_opens_a_passage_holds_for_its_months() {
    let found = read("En 1977, tout change. En juillet, l'armée arrive.", "2016-10-12", Language::French);
    assert_eq!(found, ["1977: 1977-01-01/1977-12-31", "juillet: 1977-07-01/1977-07-31"]);
    let found = read("Le club fondé en 1902 a annoncé en juillet un plan.", "2016-10-12", Language::French);
    assert_eq!(found, ["1902: 1902-01-01/1902-12-31", "juillet: 2016-07-01/2016-07-31"]);
}

#[test]
fn what_the_article_does_not_determine_is_an_interval_or_nothing() {
    assert_eq!(read("Il a dit mardi", "2016-10-11/2016-10-12", Language::French), ["mardi: 2016-10-11"]);
    assert_eq!(read("Hier", "2016-10-11/2016-10-12", Language::French), ["Hier: 2016-10-10/2016-10-11"]);
    assert_eq!(
        read("mercredi, hier, le 9 mai, le 3 mai 2014", "", Language::French),
        ["mercredi: –", "hier: –", "9 mai: –", "3 mai 2014: 2014-05-03"]
    );
}

#[test]
fn what_is_no_date_is_not_one() {
    for text in [
        "la planète Mars",
        "il marche en tête",
        "2016 soldats",
        "le chapitre 15",
        "une note de 12/20",
        "il peut y avoir mai",
        "C'est été",
        "rue du 4 septembre",
        "cette année-là",
        "ce jour-là",
        "« Vendredi », une huile",
        "Anne-Lise Dimanche",
        "salle du 8-Mai-1945",
        "le printemps arabe",
        "une résolution 1973 votée",
    ] {
        assert_eq!(read(text, "2016-10-12", Language::French), [""; 0], "{text}");
    }
    for text in ["Black Friday sales", "Sheffield Wednesday lost", "14 March Road", "the first half of the match"] {
        assert_eq!(read(text, "2016-10-12", Language::English), [""; 0], "{text}");
    }
    assert_eq!(read("he may march on", "2016-10-12", Language::English), [""; 0]);
}

#[test]
fn english_expressions_are_days() {
    for (text, expected) in [
        ("he said on Tuesday", "Tuesday: 2016-10-11"),
        ("on 9 December 2016", "9 December 2016: 2016-12-09"),
        ("Saturday, October 15, in Lausanne", "Saturday, October 15: 2016-10-15"),
        ("two days ago", "two days ago: 2016-10-10"),
        ("last year", "last year: 2015-01-01/2015-12-31"),
        ("in March 2015", "March 2015: 2015-03-01/2015-03-31"),
        ("05/06/2016", "05/06/2016: –"),
        ("from October 3 to 7", "October 3 to 7: 2016-10-03/2016-10-07"),
        ("between March and June 2015", "March and June 2015: 2015-03-01/2015-06-30"),
        ("in the 1990s", "1990s: 1990-01-01/1999-12-31"),
        ("late last year", "late last year: 2015-09-01/2015-12-31"),
        ("over the past three months", "the past three months: 2016-07-12/2016-10-12"),
        ("in two days' time", "in two days' time: 2016-10-14"),
        ("a fortnight ago", "a fortnight ago: 2016-09-25/2016-10-01"),
        ("last summer", "summer: 2016-06-01/2016-09-30"),
        ("in recent weeks", "recent weeks: –"),
        ("to be published on Monday", "Monday: 2016-10-17"),
        ("this Sunday", "Sunday: 2016-10-16"),
    ] {
        assert_eq!(read(text, "2016-10-12", Language::English), [expected], "{text}");
    }
}

fn block((role, text): (Role, &str)) -> Block {
    Block { role, lines: Lines::one(1), source: vec![], text: text.into(), removed_by: None }
}

/// The claim that blocks allow by themselves: its ground and its value.
fn claim(blocks: &[(Role, &str)], others: Option<&str>) -> (Ground, Option<String>) {
    let blocks: Vec<Block> = blocks.iter().copied().map(block).collect();
    let claim = bounds(&blocks, &spoken(&blocks, Language::French), others.and_then(When::parse)).claim();
    (claim.ground(), claim.value().map(ToString::to_string))
}

#[test]
fn a_page_that_gives_its_date_is_believed() {
    for text in [
        "Publié le 12 octobre 2016 à 10h20",
        "Par Jeanne Martin, le 12/10/2016",
        "Publié le 12 octobre 2016, mis à jour le 14 octobre 2016",
    ] {
        assert_eq!(claim(&[(Role::Byline, text)], None), (Ground::Stated, Some("2016-10-12".into())), "{text}");
    }
}

#[test]
fn no_more_is_inferred_than_the_clues_allow() {
    let unknown = (Ground::Unknown, None);
    let inferred = |days: &str| (Ground::Inferred, Some(days.to_owned()));
    assert_eq!(claim(&[(Role::Body, "Il a parlé mercredi.")], None), unknown);
    assert_eq!(
        claim(&[(Role::Caption, "Moscou, le 21 octobre 2015."), (Role::Body, "Il a parlé vendredi.")], None),
        unknown
    );
    let pictured = [(Role::Caption, "Alep, December 9, 2016."), (Role::Body, "Il a parlé vendredi.")];
    assert_eq!(claim(&pictured, None), inferred("2016-12-09/2016-12-15"));
    let posted =
        [(Role::Embed, "— RT (@RT) 28 septembre 2016"), (Role::Body, "La trêve a été rompue depuis le 19 septembre.")];
    assert_eq!(claim(&posted, None), inferred("2016-09-28/2017-09-18"));
    let dated = [(Role::Lead, "Une rencontre samedi."), (Role::Body, "Elle est prévue samedi 15 octobre.")];
    assert_eq!(claim(&dated, Some("2016-09-29/2016-12-09")), inferred("2016-10-09/2016-10-15"));
    assert_eq!(claim(&dated, None), unknown);
}

#[test]
fn an_owner_who_contradicts_the_text_is_shown_so() {
    let blocks = [block((Role::Embed, "— RT (@RT) 28 septembre 2016"))];
    let kinds = |own: &str| -> Vec<ClueKind> {
        let own = When::parse(own).expect("a day");
        bounds(&blocks, &spoken(&blocks, Language::French), None).beside(own).iter().map(|clue| clue.kind).collect()
    };
    assert_eq!(kinds("2016-09-30"), [ClueKind::TextAllows, ClueKind::EmbedDate]);
    assert_eq!(kinds("2016-09-27"), [ClueKind::Conflict, ClueKind::EmbedDate]);
}

proptest! {
    #[test]
    fn dates_are_whole_characters_in_order(text in "(\\PC|[0-9]{1,4}|lundi|mars|octobre|il y a|un|ans|le |du |au |/|-| |,){0,30}") {
        for language in [Language::French, Language::English] {
            let mut end = 0;
            for found in expressions(&text, language) {
                prop_assert!(visavis_text::slice(&text, found.span).is_some_and(|words| !words.is_empty()));
                prop_assert!(found.span.start() >= end);
                end = found.span.end();
                let _ = resolve(&found, When::parse("2016-10-11/2016-10-12"), &[]);
            }
        }
    }
}
