//! What the word before a full stop says about it: titles, references, initials. The tables are sorted, for looking up by halves.

/// A word whose full stop need not end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name or an explanation, never last: `M.`, `Dr.`, `cf.`
    Title,
    /// Stands before a number: `p. 12`, `art. L. 123`. Elsewhere it is a word like another (`modern art.`).
    Reference,
    /// Stands anywhere, last too: `Inc.`, `av. J.-C.`, `St.`
    Anywhere,
    /// One capital: `J. Kerry`, but also `plan B.`
    Initial,
    /// Several single letters: `U.S.`, `J.-M.`
    Acronym,
}

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Adm", "Amb", "Brig", "Capt", "Card", "Cdt", "Cf", "Ch", "Cmdr", "Col", "Cpl", "Dr", "Drs", "Fr", "Ft", "Gen", "Gov", "Gén", "Hon",
    "Lt", "M", "MM", "Maj", "Me", "Messrs", "Mgr", "Mlle", "Mlles", "Mme", "Mmes", "Mr", "Mrs", "Ms", "Mt", "Pdt", "Pr", "Pres",
    "Prof", "Prés", "Rep", "Rev", "Sen", "Sgt", "Ste", "Supt", "c.-à-d", "cf", "coll", "e.g", "ex", "i.e", "p.ex", "trad", "viz",
    "vs", "Éd", "éd",
];

#[rustfmt::skip]
const REFERENCES: &[&str] = &[
    "Art", "Chap", "Fig", "N", "No", "Nos", "Nr", "Réf", "Tel", "Tél", "Vol", "al", "alin", "approx", "art", "ca", "ch", "chap",
    "col", "env", "fig", "fol", "ill", "l", "liv", "max", "min", "n", "no", "nos", "p", "par", "pl", "pp", "réf", "s", "sect", "t",
    "tel", "tom", "tél", "v", "vol",
];

#[rustfmt::skip]
const ANYWHERE: &[&str] = &[
    "Apr", "Assn", "Aug", "Av", "Ave", "Bd", "Blvd", "Bros", "Cie", "Co", "Corp", "Dec", "Dept", "Esq", "Feb", "Inc", "J-C", "J.-C",
    "Jan", "Jr", "Jul", "Jun", "Ltd", "Mar", "Nov", "Oct", "Ph.D", "Rd", "Sep", "Sept", "Sr", "St", "Sté", "Univ", "a.m", "ap", "apr", "av",
    "avr", "bd", "déc", "dépt", "févr", "janv", "juil", "nov", "oct", "p.m", "sept",
];

/// Words after which a single capital is a label and not an initial.
#[rustfmt::skip]
const LABELLED: &[&str] = &[
    "annexe", "appendix", "bloc", "category", "catégorie", "class", "classe", "grade", "group", "groupe", "hepatitis", "hépatite",
    "level", "ligne", "ligue", "niveau", "option", "phase", "plan", "point", "pool", "poule", "section", "série", "type", "vitamin",
    "vitamine", "zone",
];

/// Words that begin a sentence far more often than they begin a name.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "A", "About", "Accordingly", "Afin", "After", "Afterwards", "Against", "Ailleurs", "Ainsi", "All", "Alors", "Also", "Although",
    "Among", "An", "And", "Another", "Après", "Are", "As", "At", "Au", "Aucun", "Aucune", "Aujourd", "Aussi", "Autre", "Aux", "Avant",
    "Avec", "Because", "Before", "Between", "Bien", "Bientôt", "Both", "But", "By", "Ce", "Cela", "Celle", "Celui", "Cependant",
    "Certaines", "Certains", "Ces", "Cet", "Cette", "Chacun", "Chacune", "Chaque", "Chez", "Comme", "Comment", "Contre", "Could",
    "Dans", "De", "Depuis", "Des", "Despite", "Deux", "Did", "Do", "Does", "Donc", "Dont", "Du", "During", "Dès", "Désormais", "Each",
    "Earlier", "Elle", "Elles", "En", "Enfin", "Ensuite", "Entre", "Environ", "Est", "Et", "Eux", "Even", "Every", "Face", "Few",
    "Following", "For", "From", "Grâce", "Had", "Has", "Have", "He", "Her", "Here", "Hier", "His", "How", "However", "I", "If", "Il",
    "Ils", "In", "Instead", "Is", "It", "Its", "Je", "Just", "La", "Last", "Later", "Le", "Les", "Leur", "Leurs", "Lors", "Lorsque",
    "Lui", "Mais", "Malgré", "Many", "Meanwhile", "Mon", "More", "Moreover", "Most", "Much", "My", "Même", "Ni", "No", "Nobody",
    "Non", "Nor", "Nos", "Not", "Nothing", "Notre", "Nous", "Now", "Néanmoins", "Of", "On", "Once", "One", "Only", "Or", "Other",
    "Others", "Our", "Outre", "Où", "Par", "Parce", "Parfois", "Parmi", "Pendant", "Perhaps", "Peu", "Plus", "Plusieurs", "Pour",
    "Pourquoi", "Pourtant", "Puis", "Quand", "Quant", "Que", "Quel", "Quelle", "Quelque", "Quelques", "Qui", "Rather", "Rien", "Sa",
    "Sans", "Se", "Selon", "Ses", "Several", "She", "Should", "Si", "Since", "So", "Some", "Sometimes", "Son", "Soon", "Sous",
    "Souvent", "Still", "Such", "Suite", "Sur", "Tandis", "Tant", "Tel", "Telle", "Tels", "Than", "That", "The", "Their", "Then",
    "There", "Therefore", "These", "They", "This", "Those", "Though", "Three", "Through", "Thus", "To", "Today", "Toujours", "Tous",
    "Tout", "Toute", "Toutefois", "Toutes", "Trois", "Two", "Un", "Under", "Une", "Unlike", "Until", "Upon", "Vers", "Voici", "Voilà",
    "Vous", "Was", "We", "Were", "What", "When", "Where", "Whether", "Which", "While", "Who", "Whose", "Why", "Will", "With", "Would",
    "Yesterday", "Yet", "You", "Your", "À", "Ça", "Était", "Été",
];

/// Starters that also begin names, as in `J.-Y. Le Drian`.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "A", "De", "Des", "Du", "I", "La", "Le", "Les", "No", "Si", "So", "To", "Un",
];

/// Elided words that begin sentences; the first two begin names too.
#[rustfmt::skip]
const ELIDED: &[&str] = &[
    "C", "J", "Jusqu", "Lorsqu", "N", "Puisqu", "Qu", "Quoiqu", "S",
];

/// Bytes of the longest abbreviation and of the longest word of the other tables.
const LONGEST: usize = 11;

fn among(table: &[&str], word: &str) -> bool {
    word.len() <= LONGEST && table.binary_search(&word).is_ok()
}

/// What `word`, which stands before a full stop without it, abbreviates.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let word = word.rsplit(crate::is_apostrophe).next().unwrap_or(word);
    let last = word.rsplit_once('-').map(|(_, last)| last).filter(|last| last.chars().nth(1).is_some());
    let listed = |table| among(table, word) || last.is_some_and(|last| among(table, last));
    if listed(TITLES) {
        Some(Abbreviation::Title)
    } else if listed(ANYWHERE) {
        Some(Abbreviation::Anywhere)
    } else if is_dotted(word) {
        Some(if word.chars().nth(1).is_some() { Abbreviation::Acronym } else { Abbreviation::Initial })
    } else {
        (listed(REFERENCES) || is_small_letter(word)).then_some(Abbreviation::Reference)
    }
}

/// Whether `word` is one small letter, as in `(c. 1590)` and `p. 12`.
fn is_small_letter(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.chars().nth(1).is_none()
}

/// Whether `word` is one capital, or single letters parted by full stops or hyphens (`U.S`, `J.-M`, `J-P`, `Ch.-H`).
fn is_dotted(word: &str) -> bool {
    let single = |part: &str| {
        let mut chars = part.chars();
        matches!((chars.next(), chars.next(), chars.next()), (Some(c), None | Some('h'), None) if c.is_alphabetic())
    };
    let mut parts = word.split(['.', '-']).filter(|part| !part.is_empty());
    word.starts_with(char::is_alphabetic)
        && parts.all(single)
        && (word.contains('.') || word.starts_with(char::is_uppercase) && !word.ends_with('h'))
}

/// Whether a capital after `word` is a label, as in `plan B.`
pub(super) fn labels(word: &str) -> bool {
    among(LABELLED, word)
}

/// Whether `word`, elided or not, begins a sentence rather than a name; `strict` where a name is likely.
pub(super) fn is_starter(word: &str, elided: bool, strict: bool) -> bool {
    if elided && (among(ELIDED, word) || !strict && matches!(word, "D" | "L")) {
        return true;
    }
    among(STARTERS, word) && !(strict && among(PARTICLES, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_their_longest_word_is_known() {
        for table in [TITLES, REFERENCES, ANYWHERE, LABELLED, STARTERS, PARTICLES, ELIDED] {
            assert!(table.is_sorted_by(|a, b| a < b), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
            assert!(table.iter().all(|word| word.len() <= LONGEST), "{:?}", table.iter().max_by_key(|word| word.len()));
        }
    }

    #[test]
    fn words_before_a_full_stop_are_told_apart() {
        use Abbreviation::{Acronym, Anywhere, Initial, Reference, Title};
        for (word, expected) in [
            ("M", Some(Title)),
            ("d’Mme", Some(Title)),
            ("J", Some(Initial)),
            ("J.-M", Some(Acronym)),
            ("U.S", Some(Acronym)),
            ("J.-C", Some(Anywhere)),
            ("l'art", Some(Reference)),
            ("ONU", None),
            ("Alep-Est", None),
            ("lemonde.fr", None),
            ("vingt-et-un", None),
            ("c", Some(Reference)),
            ("", None),
        ] {
            assert_eq!(abbreviation(word), expected, "{word}");
        }
    }
}
