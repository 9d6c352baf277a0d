//! The words of newsrooms: agencies, signatures, dates, pictures.

use super::{Topic, plain};

/// The phrases of newsrooms.
#[rustfmt::skip]
pub(super) const PHRASES: &[(Topic, &[&str])] = &[
    (Topic::Byline, &[
        "mis a jour", "mise a jour", "publie le", "publie a", "publie hier", "publie aujourd'hui", "publie par", "publiee le", "modifie le", "modifie a",
        "poste le", "poste par", "actualise le", "actualise", "cree le", "cree", "article publie", "derniere maj", "maj", "ecrit par", "redige par",
        "article redige par", "recueilli par", "recueillis par", "texte par", "last updated", "last modified", "updated on", "updated at", "published on",
        "published at", "published", "posted on", "posted by", "posted", "written by", "reporting by", "editing by", "min de lecture", "mn de lecture",
        "minutes de lecture", "minute de lecture", "temps de lecture", "lecture en", "min read", "minute read", "edite par", "traduit par",
        "premiers signataires", "les signataires", "signataires",
    ]),
    (Topic::Signed, &[
        "par", "by", "de notre correspondant", "de notre correspondante", "de notre envoye special", "de notre envoyee speciale", "de nos envoyes speciaux",
        "avec notre correspondant", "avec notre correspondante", "avec nos correspondants", "avec notre envoye special", "avec notre envoyee speciale",
        "propos recueillis par", "texte par", "recueilli par", "recueillis par", "redige par", "article redige par", "ecrit par", "un article de",
        "publie par", "auteur", "auteurs", "autrice", "author", "written by", "posted by", "reporting by", "story by", "from our correspondent",
        "texte", "textes", "recit", "entretien realise par", "interview realisee par", "reportage de", "enquete de", "analyse de",
    ]),
    (Topic::Month, &[
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "janv", "fevr", "avr", "juil", "sept", "oct",
        "nov", "dec", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    ]),
    (Topic::Presentation, &[
        "est une agence", "est une agence de presse", "est un media", "est un site", "est un journal", "est un quotidien", "est une chaine",
        "est un hebdomadaire", "is a news agency", "is an international", "is a global", "is a news", "is a daily",
    ]),
    (Topic::Press, &["presse", "information", "informations", "actualite", "media", "news", "press", "journalism"]),
    (Topic::Picture, &[
        "image caption", "photo caption", "legende", "photo d illustration", "image d illustration", "photo d archives", "image d archives", "file photo",
        "photo illustration", "illustration", "archives", "video grab", "capture d ecran", "handout photo", "crop of image",
    ]),
];

/// Agencies and picture agencies.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "afp", "agence france presse", "reuters", "thomson reuters", "ap", "ap photo", "ap photos", "associated press", "the associated press", "ria novosti",
    "sputnik", "tass", "itar tass", "interfax", "efe", "dpa", "ansa", "belga", "ats", "keystone", "keystone ats", "apa", "pa", "pa media", "pti", "xinhua",
    "chine nouvelle", "kyodo", "anadolu", "agence anadolu", "anadolu agency", "aa", "sana", "irna", "epa", "maxppp", "sipa", "sipa press", "getty",
    "getty images", "istock", "shutterstock", "adobe stock", "upi", "bloomberg", "zuma", "zuma press", "rea", "abaca", "abacapress", "map", "aps", "tap",
    "ani", "aip", "aib", "apanews", "panapress", "wikimedia commons", "wikimedia", "la presse canadienne", "presse canadienne", "the canadian press",
    "canadian press", "agences", "agences de presse", "news agencies", "agencies", "wire services", "pool", "hans lucas", "divergence", "alamy",
    "europa press", "lusa", "polaris", "unsplash", "pixabay", "nurphoto", "icon sport", "panoramic", "presse sports", "photopqr", "starface", "bestimage",
    "relaxnews", "afp relaxnews", "ats nxp", "awp", "apic", "picture alliance", "imago", "handout",
];

/// Whether `name` is an agency.
pub(crate) fn is_agency(name: &str) -> bool {
    let plain = plain(name);
    let name = plain.trim();
    AGENCIES.contains(&name) || name.strip_prefix("l ").is_some_and(|name| AGENCIES.contains(&name))
}

/// Agencies that sell pictures and no text.
#[rustfmt::skip]
const OF_PICTURES: &[&str] = &[
    "ap photo", "ap photos", "getty", "getty images", "istock", "shutterstock", "adobe stock", "sipa", "sipa press", "maxppp", "zuma", "zuma press", "rea",
    "abaca", "abacapress", "wikimedia commons", "wikimedia", "pool", "hans lucas", "divergence", "alamy", "polaris", "unsplash", "pixabay", "nurphoto",
    "icon sport", "panoramic", "presse sports", "photopqr", "starface", "bestimage", "picture alliance", "imago", "handout", "epa",
];

/// Whether `name` is an agency whose texts the press prints.
pub(crate) fn is_wire(name: &str) -> bool {
    is_agency(name) && !OF_PICTURES.contains(&plain(name).trim())
}

/// The agency that a dotted or slashed address of pictures names: `afp.com`.
pub(crate) fn is_agency_glued(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(name, domain)| matches!(domain, "com" | "fr" | "org") && is_agency(name))
}
