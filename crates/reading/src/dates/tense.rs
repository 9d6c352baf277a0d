//! What a word says as a verb: whether what it tells lies before the article or after it.

use super::expression::{Reader, Side};
use visavis_corpus::Language;

/// Words between an auxiliary and its participle: `n'a pas encore été`.
const WITHIN: usize = 3;

impl Reader<'_> {
    /// What the word at `at` says as a verb, alone or with those up to `stop`.
    pub(super) fn tense(&self, at: usize, stop: usize) -> Side {
        match self.language {
            Language::French => self.french_tense(at, stop),
            Language::English => self.english_tense(at, stop),
        }
    }

    fn french_tense(&self, at: usize, stop: usize) -> Side {
        let (word, key) = (self.tokens[at].text, self.key(at));
        let opening = self.is_capital(at) && self.begins(at);
        if self.is_capital(at) && !opening {
            return Side::Unknown;
        }
        if PLANNED.contains(&key) || INTENDED.contains(&key) && !self.has_article(at) {
            return Side::Future;
        }
        // `Interpellé mardi`, `l'attaque menée mardi`
        if stop - at <= BESIDE && is_bare_participle(word, key) && !self.has_article(at) && !self.is_helped(at) {
            return Side::Past;
        }
        if opening && !matches!(key, "a" | "ont" | "est" | "sont") {
            return Side::Unknown;
        }
        let participle = |shape: fn(&str) -> bool| {
            (at + 1..stop.min(at + 2 + WITHIN))
                .take_while(|next| self.joins(*next) || self.gap(*next).trim() == "-t-")
                .map(|next| self.key(next))
                .find(|word| shape(word))
        };
        match key {
            "a" | "ont" | "ai" | "as" | "avons" | "avez" | "avait" | "avaient" | "avais" | "avions" | "eut"
            | "eurent"
                if !word.starts_with(['à', 'À']) =>
            {
                return match participle(is_participle) {
                    Some(word) if PLANNED.contains(&word) => Side::Future,
                    Some(_) => Side::Past,
                    None => Side::Unknown,
                };
            }
            "est" | "sont" | "etait" | "etaient" => {
                let reflexive = matches!(self.before(at), "s" | "se");
                return match participle(if reflexive { is_participle } else { is_motion }) {
                    Some(word) if PLANNED.contains(&word) => Side::Future,
                    Some(_) => Side::Past,
                    None if key.starts_with("et") => Side::Past,
                    None => Side::Unknown,
                };
            }
            "va" | "vont" => {
                return match participle(is_infinitive) {
                    Some(_) => Side::Future,
                    None => Side::Unknown,
                };
            }
            _ => {}
        }
        if is_future(word, key) {
            Side::Future
        } else if is_imperfect(key) || word.ends_with("èrent") || matches!(key, "fut" | "furent" | "eurent") {
            Side::Past
        } else {
            Side::Unknown
        }
    }

    /// Whether an article or the like makes a noun of the word at `at`: `l'arrivée`.
    fn has_article(&self, at: usize) -> bool {
        #[rustfmt::skip]
const ARTICLES: [&str; 23] = [
            "le", "la", "l", "les", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur",
            "leurs", "notre", "nos", "en", "d",
        ];
        ARTICLES.contains(&self.before(at))
    }

    /// Whether an auxiliary right before says more of the tense than the participle at `at`: `sera publié`.
    fn is_helped(&self, at: usize) -> bool {
        #[rustfmt::skip]
const AUXILIARIES: [&str; 20] = [
            "est", "sont", "sera", "seront", "serait", "seraient", "etre", "soit", "soient", "a", "ont", "ai", "avait", "avaient",
            "aura", "auront", "doit", "devra", "pas", "etait",
        ];
        (at.saturating_sub(WITHIN)..at)
            .any(|at| AUXILIARIES.contains(&self.key(at)) && !self.tokens[at].text.starts_with('à'))
    }

    fn english_tense(&self, at: usize, stop: usize) -> Side {
        let (word, key) = (self.tokens[at].text, self.key(at));
        if self.is_capital(at) && at > 0 {
            return Side::Unknown;
        }
        let next = |words: &[&str]| at + 1 < stop && self.joins(at + 1) && words.contains(&self.key(at + 1));
        match key {
            "will" | "would" | "shall" | "could" | "may" | "might" | "should" | "must" | "due" | "scheduled"
            | "expected" | "slated" | "poised" | "starting" | "beginning" | "be" => Side::Future,
            "set" if next(&["to", "for"]) => Side::Future,
            "is" | "are" if next(&["to", "expected", "due", "scheduled", "set", "slated", "planned", "promised"]) => {
                Side::Future
            }
            "plans" | "plan" | "hopes" | "intends" | "going" | "wants" | "ready" if next(&["to"]) => Side::Future,
            _ if is_english_past(word) && !matches!(self.before(at), "is" | "are" | "be" | "being" | "to") => {
                Side::Past
            }
            _ => Side::Unknown,
        }
    }
}

/// What is planned lies ahead, in whatever tense that is told.
#[rustfmt::skip]
const PLANNED: [&str; 22] = [
    "prevu", "prevue", "prevus", "prevues", "attendu", "attendue", "attendus", "attendues", "programme", "programmee", "programmes",
    "programmees", "fixe", "fixee", "reporte", "reportee", "convoque", "convoquee", "doit", "doivent", "devrait", "devraient",
];

/// In the present tense, what is to come: `sort mercredi`, `promet une réouverture vendredi`.
#[rustfmt::skip]
const INTENDED: [&str; 36] = [
    "promet", "promettent", "prevoit", "prevoient", "espere", "esperent", "envisage", "envisagent", "veut", "veulent", "sort",
    "sortent", "commence", "commencent", "debute", "debutent", "reprend", "reprennent", "ouvre", "ouvrent", "rouvre", "tient",
    "tiennent", "reunit", "reunissent", "affronte", "affrontent", "recoit", "accueille", "joue", "jouent", "rend", "examine",
    "examinent", "devient", "disputent",
];
/// How near a participle without an auxiliary has to be.
const BESIDE: usize = 5;

/// Whether a word, folded as `key`, is a participle that tells the past by itself: `menée`, `reçues`, `paru`.
fn is_bare_participle(word: &str, key: &str) -> bool {
    #[rustfmt::skip]
const STRONG: [&str; 24] = [
        "recu", "tenu", "paru", "venu", "mis", "pris", "elu", "perdu", "rendu", "ouvert", "conduit", "produit", "ecrit", "inscrit",
        "commis", "remis", "entendu", "survenu", "obtenu", "battu", "vendu", "decouvert", "promis", "transmis",
    ];
    #[rustfmt::skip]
const NONE: [&str; 12] = [
        "annee", "annees", "journee", "soiree", "matinee", "armee", "ete", "cote", "fin", "musee", "comite", "qualite",
    ];
    // `reçues` is a form of `reçu`; `prie` is none of `pris`.
    let forms = ["", "e", "s", "es"];
    let strong = forms.iter().any(|end| key.strip_suffix(end).is_some_and(|stem| STRONG.contains(&stem)));
    !NONE.contains(&key) && (strong || word.len() > 4 && ["é", "ée", "és", "ées"].iter().any(|end| word.ends_with(end)))
}

/// What somebody lets expect.
#[rustfmt::skip]
pub(super) const PROMISED: [&str; 14] = [
    "promis", "promet", "promise", "exige", "demande", "reclame", "assure", "garantit", "promised", "pledged", "vowed", "ordered",
    "demanded", "urged",
];

/// Whether a folded word has the shape of a past participle.
fn is_participle(word: &str) -> bool {
    const SHORT: [&str; 16] =
        ["dit", "mis", "pris", "eu", "vu", "du", "lu", "bu", "su", "pu", "ete", "fait", "cru", "nie", "tue", "cree"];
    const NONE: [&str; 12] =
        ["plus", "pas", "puis", "depuis", "sous", "deux", "tres", "moins", "mais", "trois", "jamais", "toujours"];
    SHORT.contains(&word)
        || word.len() > 3
            && !NONE.contains(&word)
            && [
                "e", "ee", "es", "ees", "i", "ie", "is", "ies", "it", "ite", "u", "ue", "us", "ues", "ert", "erte",
                "int", "ort",
            ]
            .iter()
            .any(|end| word.ends_with(end))
}

/// Whether a folded word is the participle of a verb that forms its past with `être`.
fn is_motion(word: &str) -> bool {
    #[rustfmt::skip]
const VERBS: [&str; 22] = [
        "alle", "venu", "arrive", "parti", "ne", "mort", "reste", "rendu", "entre", "sorti", "tombe", "devenu", "retourne", "revenu",
        "rentre", "decede", "passe", "monte", "descendu", "parvenu", "intervenu", "survenu",
    ];
    let stem = word.trim_end_matches('s');
    VERBS.contains(&stem) || stem.strip_suffix('e').is_some_and(|stem| VERBS.contains(&stem))
}

pub(super) fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

/// Whether a word, folded as `key`, looks like a verb in the future tense: `répétera`, but not `opéra`.
fn is_future(word: &str, key: &str) -> bool {
    const KNOWN: [&str; 10] = ["sera", "seront", "aura", "auront", "ira", "iront", "fera", "feront", "dira", "diront"];
    const NONE: [&str; 3] = ["camera", "sierra", "extra"];
    let ends = [
        "era", "ira", "dra", "ura", "rra", "vra", "tra", "eront", "iront", "dront", "uront", "rront", "vront", "tront",
    ];
    KNOWN.contains(&key)
        || key.len() >= 5
            && ends.iter().any(|end| word.ends_with(end))
            && !word.ends_with("éra")
            && !NONE.contains(&key)
}

/// Whether a folded word looks like a verb in the imperfect: `annonçait`, but not `serait` or `portrait`.
fn is_imperfect(key: &str) -> bool {
    #[rustfmt::skip]
const NONE: [&str; 12] = [
        "fait", "lait", "souhait", "parfait", "bienfait", "forfait", "abstrait", "satisfait", "attrait", "imparfait", "plait",
        "connait",
    ];
    let ends = key.ends_with("ait") || key.ends_with("aient");
    // A conditional tells what might be; `devait` what was still to come.
    let other = ["rait", "raient", "devait", "devaient"].iter().any(|end| key.ends_with(end));
    key.len() >= 5 && ends && !other && !NONE.contains(&key)
}

/// Whether an English word looks like a verb in the past: the regular ones, and irregular ones whose past is no present or noun as well.
fn is_english_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") || IRREGULAR.contains(&word)
}

/// Irregular pasts that are no present and no noun as well.
#[rustfmt::skip]
const IRREGULAR: [&str; 88] = [
    "said", "told", "was", "were", "had", "has", "have", "did", "met", "won", "lost", "died", "took", "made", "gave", "went", "came",
    "left", "held", "began", "struck", "found", "led", "broke", "fell", "rose", "saw", "sent", "ran", "wrote", "spoke", "became",
    "brought", "thought", "sold", "shot", "fled", "tore", "flew", "grew", "knew", "threw", "drew", "drove", "rode", "chose", "froze",
    "stole", "woke", "wore", "swore", "bore", "built", "spent", "lent", "bent", "kept", "slept", "swept", "wept", "crept", "felt",
    "dealt", "meant", "heard", "paid", "laid", "fed", "bled", "stood", "understood", "caught", "taught", "bought", "fought", "sought",
    "sank", "sang", "drank", "swam", "rang", "stuck", "hung", "swung", "dug", "sat", "tied", "quit",
];
