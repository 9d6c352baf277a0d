//! The name in a line that says who wrote the text.

use super::{
    pictures::agencies,
    vocabulary::{Found, Topic, is_agency, look_up, plain},
};
use visavis_text::{fold, words};

/// Words with a capital in a line of a signature that are no part of a name.
const NO_NAMES: &[&str] = &[
    "actualise",
    "article",
    "auteur",
    "avec",
    "correspondant",
    "correspondante",
    "correspondent",
    "cree",
    "derniere",
    "editor",
    "envoye",
    "envoyee",
    "il",
    "journaliste",
    "last",
    "le",
    "lecture",
    "lu",
    "maj",
    "mis",
    "mise",
    "modifie",
    "modified",
    "posted",
    "poste",
    "publie",
    "published",
    "publiee",
    "redaction",
    "reporter",
    "staff",
    "temps",
    "texte",
    "the",
    "updated",
    "writer",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "premiers",
    "signataires",
    "edition",
    "photo",
    "photos",
    "suivre",
    "follow",
    "video",
    "source",
];

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "al", "and", "ben", "bin", "d", "da", "de", "del", "der", "des", "di", "dos", "du", "el", "et", "la", "le", "les",
    "of", "van", "von", "y",
];

/// Where a signature begins: the words before the name (`par`, `propos recueillis par`), with a capital after them.
pub(super) fn opening(text: &str, found: &[Found]) -> Option<Found> {
    let signed = || found.iter().filter(|found| found.topic == Topic::Signed && found.before <= 14);
    let before_name = |found: &&Found| {
        let name = words(text).nth(found.before + found.words());
        let own = words(text).nth(found.before);
        // Inside a line, `par` is a small word: `Le 8 octobre par Jeanne Martin`; or it stands after a stroke.
        let inside = found.before > 0
            && found.words() == 1
            && own.is_some_and(|word| {
                let head = text[..word.span.start()].trim_end();
                word.text.starts_with(char::is_uppercase) && !head.ends_with(['/', '|', '-', '–', '•', ':'])
            });
        name.is_some_and(|word| word.text.starts_with(char::is_uppercase)) && !inside
    };
    let of_length = |found: &&Found| (std::cmp::Reverse(found.words()), found.before);
    signed()
        .filter(before_name)
        .min_by_key(of_length)
        .or_else(|| {
            // `Avec notre correspondante à Alger, Jeanne Martin`
            signed()
                .filter(|found| found.words() > 1 && found.before == 0 && text.contains([',', ':']))
                .min_by_key(of_length)
        })
        .copied()
}

/// The name in a byline such as `Par Jeanne Martin, à Alep` or `M.B. - Mis à jour le…`, as it is written.
pub(crate) fn signature(text: &str) -> Option<String> {
    let text = text.trim();
    let text = if text.starts_with("http") { text.split_once(' ')?.1 } else { text };
    if is_desks(text) {
        return Some(text.into());
    }
    if ["par la redaction", "la redaction"].iter().any(|head| fold(text).starts_with(head)) {
        return Some("La rédaction".into());
    }
    let opening = opening(text, &look_up(&plain(text)));
    let start = opening.map(|found| {
        let mut after = words(text).skip(found.before + found.words());
        after.next().map_or(text.len(), |word| word.span.start())
    });
    let rest = &text[start.unwrap_or(0)..];
    if fold(rest).starts_with("la redaction") {
        return Some("La rédaction".into());
    }
    let away = start.is_some() && rest.starts_with(char::is_lowercase);
    let rest = if away { rest.rsplit_once(", ").or_else(|| rest.rsplit_once(": "))?.1 } else { rest };
    let name = name(rest, start.is_some());
    let count = name.split_whitespace().count();
    let initials = name.contains('.') && name.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    let enough = if start.is_some() { count >= 1 } else { count >= 2 || initials };
    (enough && name.len() > 1 && !is_agency(&name) && agencies(&name).is_none()).then_some(name)
}

/// The capitalised words with which `text` begins, small words between them included; `announced` where a word such as `par` stands
/// before them.
fn name(text: &str, announced: bool) -> String {
    let (mut taken, mut pending): (Vec<&str>, Vec<&str>) = (vec![], vec![]);
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches([',', ';', ':', ')', '|', '»']);
        let folded = fold(bare);
        let shouted = !bare.contains(char::is_lowercase) && bare.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let full = taken.len() >= 2 && taken.iter().skip(1).any(|word| word.contains(char::is_lowercase));
        if bare.starts_with(char::is_uppercase) {
            // The first word after `par` may be any: `Par Le Courrier`, `Par Rédaction`.
            let known = NO_NAMES.contains(&folded.as_str()) && !(taken.is_empty() && announced);
            if known || bare.contains(|c: char| c.is_ascii_digit()) || (shouted && full && !bare.contains('.')) {
                break;
            }
            taken.append(&mut pending);
            taken.push(bare);
        } else if PARTICLES.contains(&folded.as_str()) && !taken.is_empty() {
            pending.push(bare);
        } else {
            break;
        }
        if bare.len() < word.len() || taken.len() > 8 {
            break;
        }
    }
    let name = taken.join(" ");
    // `Kerbrat.` closes; `J.M.` is initials.
    if name.matches('.').count() == 1 && name.contains(' ') { name.trim_end_matches('.').into() } else { name }
}

/// `abc-lkm/def/ghi`: the desks through which a dispatch went.
pub(super) fn is_desks(text: &str) -> bool {
    let desk = |part: &str| {
        let small = part.bytes().all(|b| b.is_ascii_lowercase());
        (2..=4).contains(&part.len()) && (small || text.contains('/') && part.bytes().all(|b| b.is_ascii_uppercase()))
    };
    if !text.bytes().any(|b| b.is_ascii_lowercase()) {
        return false;
    }
    text.len() <= 30 && text.contains('/') && text.split(['/', '-']).all(desk)
}

/// The agencies to which a byline gives credit: `C.G. avec AFP`, `Par Jeanne Martin (avec Reuters)`, `Par AFP`.
pub(crate) fn credited(text: &str) -> Option<String> {
    let mut places: Vec<usize> = vec![0];
    let marks = [" avec ", " with ", "(avec ", " Avec ", "par ", "Par ", "PAR ", "By ", "by ", "/ ", " et ", " and "];
    places.extend(marks.iter().flat_map(|mark| text.match_indices(mark).map(|(at, mark)| at + mark.len())));
    places.sort_unstable();
    places.into_iter().find_map(|at| {
        let rest = &text[at..];
        let end = rest.find(|c: char| matches!(c, ')' | ',' | '|' | '(' | '•' | ';') || c.is_ascii_digit());
        let rest = &rest[..end.unwrap_or(rest.len())];
        let cut = [" le ", " - ", " – ", " — ", " à ", " Journaliste", " publié", " Publié", " on "]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .min();
        agencies(&rest[..cut.unwrap_or(rest.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_out_of_signatures() {
        for (line, expected) in [
            ("Par Jeanne Martin, à Alep", Some("Jeanne Martin")),
            ("M.B. - Mis à jour le . 1 min", Some("M.B.")),
            ("Par Jeanne Martin et Paul de La Tour", Some("Jeanne Martin et Paul de La Tour")),
            ("By JANE SMITH", Some("JANE SMITH")),
            ("Courrier / Par Jeanne MARTIN, le 5 octobre 2018 à 00h00", Some("Jeanne MARTIN")),
            ("8 octobre 2021 à 10:30 par Jeanne Martin", Some("Jeanne Martin")),
            ("Jeanne Martin LE COURRIER", Some("Jeanne Martin")),
            ("Jeanne Martin Journaliste au Courrier", Some("Jeanne Martin")),
            ("Avec notre correspondante à Alger, Jeanne Martin", Some("Jeanne Martin")),
            ("Propos recueillis par Jeanne Martin", Some("Jeanne Martin")),
            ("Jeanne MARTIN.", Some("Jeanne MARTIN")),
            ("Par la rédaction", Some("La rédaction")),
            ("abc-lkm/def", Some("abc-lkm/def")),
            ("Publié le 12 octobre 2016 à 10h32", None),
            ("Publié Le : Dimanche, 17 Mars 2019", None),
            ("Mis à jour à 16h48", None),
            ("Tue 6 Dec 2016 00.01 GMT", None),
            ("Par AFP", None),
            ("Temps de lecture : 3 min", None),
        ] {
            assert_eq!(signature(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn agencies_come_out_of_signatures() {
        for (line, expected) in [
            ("C.G. avec AFP", Some("AFP")),
            ("Par Jeanne Martin (avec Reuters)", Some("Reuters")),
            ("Par Le Courrier avec AFP et Reuters", Some("AFP, Reuters")),
            ("Par AFP le 12 octobre 2016", Some("AFP")),
            ("Par Jeanne Martin", None),
        ] {
            assert_eq!(credited(line).as_deref(), expected, "{line}");
        }
    }
}
