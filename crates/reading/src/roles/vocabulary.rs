//! What pages say around an article, in French and English: the words of their machinery, of agencies, of social networks.
//!
//! Phrases are folded words with single spaces. They are the vocabulary of publishing, never a sentence of one page.

use visavis_text::{fold_into, words};

/// The folded words of `text` with single spaces, one before and one after.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::from(" ");
    for word in words(text) {
        fold_into(word.text, &mut out);
        out.push(' ');
    }
    out
}

/// Labels of advertising.
pub(super) const ADVERTISING: &[&str] = &[
    "publicite",
    "pub",
    "annonce",
    "annonces",
    "advertisement",
    "advertising",
    "sponsorise",
    "sponsored",
    "contenu sponsorise",
    "sponsored content",
    "contenu partenaire",
];

/// Words beside which an advertisement stands.
pub(super) const BESIDE_ADVERTISING: &[&str] = &[
    "la suite apres",
    "apres cette publicite",
    "apres la publicite",
    "apres cette annonce",
    "article continues",
    "after this advertisement",
];

/// The small print of a site.
pub(super) const SMALL_PRINT: &[&str] = &[
    "tous droits reserves",
    "all rights reserved",
    "mentions legales",
    "conditions generales",
    "conditions d utilisation",
    "terms of use",
    "terms and conditions",
    "politique de confidentialite",
    "privacy policy",
    "gestion des cookies",
    "utilisons des cookies",
    "utilise des cookies",
    "we use cookies",
    "uses cookies",
    "accepter les cookies",
    "accept cookies",
];

/// What buttons for sharing say, word by word.
pub(super) const BUTTONS: &[&str] = &[
    "facebook",
    "twitter",
    "x",
    "whatsapp",
    "telegram",
    "linkedin",
    "instagram",
    "pinterest",
    "messenger",
    "google",
    "reddit",
    "flipboard",
    "tweet",
    "tweeter",
    "partager",
    "share",
    "mail",
    "email",
    "e",
    "print",
    "imprimer",
    "envoyer",
    "copier",
    "lien",
    "plus",
    "classer",
    "reagir",
];

/// Asks that belong to a comment form whatever stands beside them.
pub(super) const COMMENT_FORM: &[&str] = &[
    "e mail ne sera pas publie",
    "e mail ne sera pas publiee",
    "email ne sera pas publie",
    "email ne sera pas publiee",
    "email address will not be published",
    "required fields are marked",
    "champs obligatoires",
    "soyez le premier a",
    "be the first to",
    "leave a reply",
    "leave a comment",
    "laisser un commentaire",
    "laissez un commentaire",
    "ajouter un commentaire",
    "poster un commentaire",
    "post a comment",
    "participer aux discussions",
    "creez vous un compte",
    "creez un compte",
    "creer un compte",
    "create an account",
    "log in to",
    "connectez vous pour",
    "identifiez vous",
    "pour commenter",
    "to comment",
];

/// Words of a comment form where they stand in a short label.
pub(super) const COMMENT_LABEL: &[&str] = &[
    "commentaire",
    "commentaires",
    "comment",
    "comments",
    "reactions",
    "repondre",
    "reply",
    "se connecter",
    "log in",
    "login",
    "sign in",
    "connexion",
];

/// Asks to subscribe, follow, share or download.
pub(super) const SUBSCRIPTION: &[&str] = &[
    "abonnez vous",
    "s abonner",
    "je m abonne",
    "deja abonne",
    "reserve aux abonnes",
    "subscribe",
    "subscribe to",
    "suivez",
    "suivez nous",
    "follow us",
    "sur telegram",
    "sur facebook",
    "sur twitter",
    "sur whatsapp",
    "sur instagram",
    "on facebook",
    "on twitter",
    "on telegram",
    "newsletter",
    "newsletters",
    "inscrivez vous",
    "sign up",
    "telecharger l application",
    "telechargez l application",
    "telechargez notre application",
    "download the app",
    "download our app",
    "recevoir les actualites",
    "recevez les",
    "ne jamais manquer",
    "never miss",
    "cliquer sur le lien",
    "cliquez ici",
    "click here",
    "partager",
    "partagez",
    "partager sur",
    "share on",
    "share this",
    "imprimer",
    "envoyer par e mail",
];

/// Headings over a list of other articles that closes a page.
pub(super) const RELATED_LIST: &[&str] = &[
    "related articles",
    "related posts",
    "related stories",
    "more stories",
    "you may also like",
    "you might also like",
    "articles lies",
    "articles similaires",
    "articles connexes",
    "articles recommandes",
    "vous aimerez aussi",
    "vous pourriez aussi aimer",
    "dans la meme rubrique",
    "les plus lus",
    "most read",
    "more on this story",
    "top stories",
];

/// Words before one other article, or before a few.
pub(super) const RELATED: &[&str] = &[
    "lire aussi",
    "a lire aussi",
    "lire egalement",
    "a lire egalement",
    "lire encore",
    "voir aussi",
    "a voir aussi",
    "sur le meme sujet",
    "sur le meme theme",
    "pour aller plus loin",
    "pour en savoir plus",
    "read also",
    "read more",
    "see also",
    "also read",
    "a lire",
];

/// Headings over keywords.
pub(super) const TAGS: &[&str] = &[
    "tags",
    "tag",
    "mots cles",
    "mot cle",
    "etiquettes",
    "keywords",
    "themes",
    "sujets",
    "topics",
    "filed under",
    "plus sur",
];

/// Words of a line that says when and by whom.
pub(super) const BYLINE: &[&str] = &[
    "mis a jour",
    "mise a jour",
    "publie le",
    "publie a",
    "publie par",
    "modifie le",
    "poste le",
    "ecrit par",
    "redige par",
    "last updated",
    "updated on",
    "updated at",
    "published on",
    "published at",
    "posted on",
    "posted by",
    "written by",
    "min de lecture",
    "temps de lecture",
    "min read",
];

/// Months, French and English.
pub(super) const MONTHS: &[&str] = &[
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Agencies and picture agencies.
const AGENCIES: &[&str] = &[
    "afp",
    "agence france presse",
    "reuters",
    "ap",
    "ap photo",
    "ap photos",
    "associated press",
    "the associated press",
    "ria novosti",
    "sputnik",
    "tass",
    "itar tass",
    "interfax",
    "efe",
    "dpa",
    "ansa",
    "belga",
    "ats",
    "keystone",
    "apa",
    "pa",
    "pti",
    "xinhua",
    "kyodo",
    "anadolu",
    "aa",
    "sana",
    "irna",
    "epa",
    "maxppp",
    "sipa",
    "sipa press",
    "getty",
    "getty images",
    "istock",
    "shutterstock",
    "upi",
    "bloomberg",
    "zuma",
    "zuma press",
    "rea",
    "abaca",
    "abacapress",
    "map",
    "aps",
    "tap",
    "wikimedia commons",
    "wikimedia",
];

/// Whether `name` is an agency.
pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&plain(name).trim())
}

/// How an agency's description of itself goes on after its name.
pub(super) const PRESENTATIONS: &[&str] = &[
    "est une agence",
    "est une agence de presse",
    "est un media",
    "est un site",
    "est un journal",
    "est un quotidien",
    "est une chaine",
    "is a news agency",
    "is an international",
    "is a global",
    "is a news",
    "is a daily",
];

/// What such a description speaks of.
pub(super) const PRESS: &[&str] =
    &["presse", "information", "informations", "actualite", "media", "news", "press", "journalism"];
