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
        "premiers signataires", "les signataires", "signataires", "mise en ligne", "mis en ligne", "mise en ligne le", "mis en ligne le", "publication le",
        "date de publication", "premiere publication", "first published", "originally published", "edition du", "edite le", "fact checked by",
        "article mis a jour", "article modifie", "mise a jour le", "il y a 1 h", "min d ecoute", "minutes read", "mins read", "duree de lecture", "ecrit le",
        "redige le", "transmis le", "last update", "derniere mise a jour", "additional reporting", "with reporting by", "photographs by", "publiee a",
        "diffuse le", "diffusee le", "emission du", "chronique du", "presente par", "presentee par", "presentation par", "realise par", "realisee par",
        "propos recueillis", "propos rapportes par", "avec agences", "avec les agences", "publie ce matin", "mis en ligne a", "mis a jour il y a",
        "publie il y a", "modifie il y a", "publie mis a jour", "actualise a", "parution", "date de parution", "paru le", "parue le", "cree a", "a ete publie",
        "propos ont ete recueillis", "contributed to this story", "contributed to this report", "contributed to this article", "contributed reporting",
        "contributed to this dispatch",
        "edited this story", "produced this story", "adapted it for the web", "edited this report", "produced the broadcast", "edited this interview",
    ]),
    (Topic::Signed, &[
        "par", "by", "de notre correspondant", "de notre correspondante", "de notre envoye special", "de notre envoyee speciale", "de nos envoyes speciaux",
        "avec notre correspondant", "avec notre correspondante", "avec nos correspondants", "avec notre envoye special", "avec notre envoyee speciale",
        "propos recueillis par", "texte par", "recueilli par", "recueillis par", "redige par", "article redige par", "ecrit par", "un article de",
        "publie par", "auteur", "auteurs", "autrice", "author", "written by", "posted by", "reporting by", "story by", "from our correspondent",
        "texte", "textes", "recit", "entretien realise par", "interview realisee par", "reportage de", "enquete de", "analyse de",
        "de l envoye special", "de l envoyee speciale", "des envoyes speciaux", "de notre envoye", "de notre envoyee", "de nos envoyes",
        "de nos correspondants", "notre correspondant", "notre correspondante", "notre envoye special", "notre envoyee speciale", "auteur s", "auteur e s",
        "une enquete de", "une analyse de", "un reportage de", "un entretien de", "un recit de", "une chronique de", "une tribune de",
        "un texte de", "un billet de", "un dossier de", "chronique de", "tribune de", "billet de", "la chronique de", "l edito de", "le billet de",
        "text by", "interview by", "interviewed by", "as told to", "reported by", "compiled by", "edited by",
        "photos et texte", "texte et photos",
        "propos ont ete recueillis par",
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
        "photo illustration", "illustration", "archives", "video grab", "capture d ecran", "screenshot", "handout photo", "crop of image",
        "capture d ecran realisee", "screengrab", "image tiree", "photo prise", "photo transmise", "photo fournie", "courtesy of", "image d archive",
        "photo d archive", "vue d artiste", "infographie", "photo fournie par", "courtoisie", "gracieusete", "photo courtoisie", "photo dr",
        "visuel d illustration", "illustration photo", "capture video", "capture d image", "photo montage", "photomontage", "photo non datee", "undated photo",
        "undated handout",
    ]),
    (Topic::Amended, &[
        "cet article a ete modifie", "cet article a ete corrige", "cet article a ete mis a jour", "cet article a ete actualise",
        "cet article a ete complete", "article mis a jour", "article modifie", "article corrige", "this article was amended", "this article was updated",
        "this article was corrected", "this article has been updated", "this article has been corrected", "this article has been amended",
        "this story has been updated", "this story was updated", "this story has been corrected", "this piece was amended", "this piece has been updated",
        "an earlier version of this", "a previous version of this", "une version precedente de", "une premiere version de", "editor s note",
        "note de la redaction", "note de l editeur", "ndlr", "edit du", "edit", "erratum", "errata", "correction", "corrections", "clarification",
        "rectificatif", "rectification", "precision", "precisions", "mise a jour du", "mise a jour", "mis a jour du", "actualisation du", "ajout du",
        "ajoute le", "update", "updated", "adds", "updates", "recasts", "corrects", "refiles", "releads", "updates with", "adds comment", "corrige le",
        "corrige",
    ]),
];

/// Agencies whose texts the press prints, and what stands for them in credits.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "afp", "agence france presse", "reuters", "thomson reuters", "ap", "associated press", "the associated press", "ria novosti", "sputnik", "tass",
    "itar tass", "interfax", "efe", "dpa", "ansa", "belga", "ats", "keystone", "keystone ats", "apa", "pa", "pa media", "pti", "xinhua", "chine nouvelle",
    "kyodo", "anadolu", "agence anadolu", "anadolu agency", "aa", "sana", "irna", "upi", "bloomberg", "map", "aps", "tap", "ani", "aip", "aib", "apanews",
    "panapress", "la presse canadienne", "presse canadienne", "the canadian press", "canadian press", "agences", "agences de presse", "news agencies",
    "agencies", "wire services", "europa press", "lusa", "relaxnews", "afp relaxnews", "ats nxp", "awp", "apic",
];

/// Whether `name` is an agency.
pub(crate) fn is_agency(name: &str) -> bool {
    let plain = plain(name);
    let name = plain.trim();
    let is = |name: &str| AGENCIES.contains(&name) || OF_PICTURES.contains(&name);
    is(name) || name.strip_prefix("l ").is_some_and(is)
}

/// Agencies that sell pictures and no text.
#[rustfmt::skip]
const OF_PICTURES: &[&str] = &[
    "ap photo", "ap photos", "getty", "getty images", "istock", "shutterstock", "adobe stock", "sipa", "sipa press", "maxppp", "zuma", "zuma press", "rea",
    "abaca", "abacapress", "wikimedia commons", "wikimedia", "pool", "hans lucas", "divergence", "alamy", "polaris", "unsplash", "pixabay", "nurphoto",
    "icon sport", "panoramic", "presse sports", "photopqr", "starface", "bestimage", "picture alliance", "imago", "handout", "epa", "dr", "d r", "le pictorium",
    "pictorium", "godong", "photononstop", "riva press", "myop", "agence vu", "magnum", "magnum photos", "tendance floue", "leemage", "bridgeman", "akg images",
    "roger viollet", "photo12", "aurimages", "collection christophel", "ip3 press", "ip3", "sopa images", "lightrocket", "sygma", "corbis", "wireimage", "rex",
    "rex features", "shutterstock com", "swns", "pa wire", "pa images", "press association", "caters", "newscom", "usa today sports", "imagn", "dppi", "kmsp",
    "agence qmi", "qmi", "courtoisie", "gracieusete", "google maps", "google street view", "street view", "maxar", "freepik", "pexels", "depositphotos",
    "dreamstime", "123rf", "flickr", "fotolia", "adobestock", "istockphoto", "gettyimages", "ap images", "science photo library", "spl", "biosphoto",
    "naturimages", "alamy stock photo", "middle east images", "eyepress",
];

/// Whether `name` is an agency whose texts the press prints.
pub(crate) fn is_wire(name: &str) -> bool {
    is_agency(name) && !OF_PICTURES.contains(&plain(name).trim())
}

/// The agency that a dotted or slashed address of pictures names: `afp.com`.
pub(crate) fn is_agency_glued(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(name, domain)| matches!(domain, "com" | "fr" | "org") && is_agency(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_agency_is_written_as_it_is_looked_up_and_stands_once() {
        for (at, name) in AGENCIES.iter().chain(OF_PICTURES).enumerate() {
            assert_eq!(plain(name).trim(), *name);
            assert!(!AGENCIES.iter().chain(OF_PICTURES).skip(at + 1).any(|other| other == name), "{name} stands twice");
        }
    }
}
