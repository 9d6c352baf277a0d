//! Whether an expression speaks of what lies before the article or after it.
//!
//! `a déclaré mercredi` is past, `prévue samedi` is to come, `lundi, on saura` too: the nearest verb of the sentence before the expression
//! tells, and where the expression opens its sentence, the first one after it. Where none tells, neither is claimed.

use super::expression::{Reader, Side};
use visavis_corpus::Language;

/// How many words before an expression a verb is looked for.
const BACK: usize = 12;
/// And after one that opens its sentence.
const AHEAD: usize = 14;
/// Words between an auxiliary and its participle: `n'a pas encore été`.
const WITHIN: usize = 3;

impl Reader<'_> {
    /// Whether the words around say that it is past or to come.
    pub(super) fn side(&self, first: usize, end: usize) -> Side {
        // `jeudi et vendredi derniers`
        if next_of(self, end).is_some_and(|next| next.starts_with("dernier")) {
            return Side::Past;
        }
        let (before, last) = (self.key(first.wrapping_sub(1)), self.key(end - 1));
        let next = if self.joins(end) { self.key(end) } else { "" };
        if ["dernier", "passe"].iter().any(|word| last.starts_with(word) || next.starts_with(word))
            || last == "ago"
            || next == "last"
            || before == "last"
            || self.key(first) == "earlier"
        {
            return Side::Past;
        }
        if last.starts_with("prochain")
            || next.starts_with("prochain")
            || matches!(before, "next" | "ici" | "until" | "coming")
            || before == "a" && self.key(first.wrapping_sub(2)) == "ici"
            || self.key(first) == "later"
        {
            return Side::Future;
        }
        // `planned for Monday`, `prévu pour mars`; `this Sunday` is the coming one, unless a verb says otherwise.
        let for_then = matches!(before, "for" | "pour") || before == "this" && self.key(first.wrapping_sub(2)) == "for";
        if for_then && !matches!(self.key(first), "the" | "les" | "last") {
            return Side::Future;
        }
        let since = ["depuis", "since", "remonte", "remontent", "remontait", "date", "datant"];
        if (first.saturating_sub(2)..first).any(|at| since.contains(&self.key(at))) {
            return Side::Past;
        }
        match self.side_of_verb(first, end) {
            // `a promis une réunion avant Noël`: what was promised lies ahead, and of anything else a limit does not tell.
            Side::Past if matches!(before, "avant" | "by" | "before") => {
                let promised = (self.clause(first)..first).any(|at| PROMISED.contains(&self.key(at)));
                if promised { Side::Future } else { Side::Unknown }
            }
            Side::Unknown if before == "this" && self.language == Language::English => Side::Future,
            side => side,
        }
    }

    /// Whether a sentence, or what stands for itself in one, begins at the word `at`.
    fn begins(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', '!', '?', ';', '«', '»', ':', '“', '”', '"', '('])
    }

    /// Where what the word `first` stands in begins, as far as it is looked at.
    fn clause(&self, first: usize) -> usize {
        let mut start = first;
        while start > 0 && first - start < BACK && !self.begins(start) {
            start -= 1;
        }
        start
    }

    /// Whether the word `first` opens its sentence: `Le 15 octobre`, `Dès lundi`, with nothing but small words before.
    pub(super) fn opens(&self, first: usize) -> bool {
        let start = self.clause(first);
        self.begins(start) && (start..first).all(|at| self.key(at).len() <= 4)
    }

    /// The side that the nearest verb of the sentence gives: the one before (`a déclaré mercredi`), or the one that follows an opening.
    fn side_of_verb(&self, first: usize, end: usize) -> Side {
        let start = self.clause(first);
        let told = (start..first).rev().map(|at| self.tense(at, first)).find(|side| *side != Side::Unknown);
        if let Some(side) = told {
            return side;
        }
        // `avant de repartir mardi`
        let ahead = self.language == Language::French
            && self.joins(first)
            && is_infinitive(self.key(first - 1))
            && matches!(self.before(first - 1), "de" | "a" | "pour" | "d" | "se" | "s" | "y")
            && !self.tokens[first - 1].text.starts_with(char::is_uppercase);
        if ahead {
            return Side::Future;
        }
        if !self.opens(first) {
            return Side::Unknown;
        }
        let stop = (end + 1..self.tokens.len().min(end + AHEAD)).find(|at| self.begins(*at)).unwrap_or(end + AHEAD);
        let stop = stop.min(self.tokens.len());
        (end..stop).map(|at| self.tense(at, stop)).find(|side| *side != Side::Unknown).unwrap_or(Side::Unknown)
    }

    /// What the word at `at` says as a verb, alone or with those up to `stop`.
    fn tense(&self, at: usize, stop: usize) -> Side {
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
        const ARTICLES: [&str; 23] = [
            "le", "la", "l", "les", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa",
            "ses", "leur", "leurs", "notre", "nos", "en", "d",
        ];
        ARTICLES.contains(&self.before(at))
    }

    /// Whether an auxiliary right before says more of the tense than the participle at `at`: `sera publié`.
    fn is_helped(&self, at: usize) -> bool {
        const AUXILIARIES: [&str; 20] = [
            "est", "sont", "sera", "seront", "serait", "seraient", "etre", "soit", "soient", "a", "ont", "ai", "avait",
            "avaient", "aura", "auront", "doit", "devra", "pas", "etait",
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

/// The word after a second weekday: `jeudi et vendredi derniers`.
fn next_of<'r>(reader: &'r Reader<'_>, end: usize) -> Option<&'r str> {
    let pair =
        matches!(reader.key(end), "et" | "and") && reader.joins(end) && reader.joins(end + 1) && reader.joins(end + 2);
    reader.weekday(end + 1).filter(|_| pair)?;
    Some(reader.key(end + 2))
}

/// What is planned lies ahead, in whatever tense that is told.
const PLANNED: [&str; 22] = [
    "prevu",
    "prevue",
    "prevus",
    "prevues",
    "attendu",
    "attendue",
    "attendus",
    "attendues",
    "programme",
    "programmee",
    "programmes",
    "programmees",
    "fixe",
    "fixee",
    "reporte",
    "reportee",
    "convoque",
    "convoquee",
    "doit",
    "doivent",
    "devrait",
    "devraient",
];

/// In the present tense, what is to come: `sort mercredi`, `promet une réouverture vendredi`.
const INTENDED: [&str; 36] = [
    "promet",
    "promettent",
    "prevoit",
    "prevoient",
    "espere",
    "esperent",
    "envisage",
    "envisagent",
    "veut",
    "veulent",
    "sort",
    "sortent",
    "commence",
    "commencent",
    "debute",
    "debutent",
    "reprend",
    "reprennent",
    "ouvre",
    "ouvrent",
    "rouvre",
    "tient",
    "tiennent",
    "reunit",
    "reunissent",
    "affronte",
    "affrontent",
    "recoit",
    "accueille",
    "joue",
    "jouent",
    "rend",
    "examine",
    "examinent",
    "devient",
    "disputent",
];
/// How near a participle without an auxiliary has to be.
const BESIDE: usize = 5;

/// Whether a word, folded as `key`, is a participle that tells the past by itself: `menée`, `reçues`, `paru`.
fn is_bare_participle(word: &str, key: &str) -> bool {
    const STRONG: [&str; 24] = [
        "recu",
        "tenu",
        "paru",
        "venu",
        "mis",
        "pris",
        "elu",
        "perdu",
        "rendu",
        "ouvert",
        "conduit",
        "produit",
        "ecrit",
        "inscrit",
        "commis",
        "remis",
        "entendu",
        "survenu",
        "obtenu",
        "battu",
        "vendu",
        "decouvert",
        "promis",
        "transmis",
    ];
    const NONE: [&str; 12] = [
        "annee", "annees", "journee", "soiree", "matinee", "armee", "ete", "cote", "fin", "musee", "comite", "qualite",
    ];
    let stem = key.trim_end_matches('s').trim_end_matches('e');
    let strong =
        STRONG.iter().any(|strong| key == *strong || strong.trim_end_matches('s') == stem.trim_end_matches('s'));
    !NONE.contains(&key) && (strong || word.len() > 4 && ["é", "ée", "és", "ées"].iter().any(|end| word.ends_with(end)))
}

/// What somebody lets expect.
const PROMISED: [&str; 14] = [
    "promis", "promet", "promise", "exige", "demande", "reclame", "assure", "garantit", "promised", "pledged", "vowed",
    "ordered", "demanded", "urged",
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
    const VERBS: [&str; 22] = [
        "alle",
        "venu",
        "arrive",
        "parti",
        "ne",
        "mort",
        "reste",
        "rendu",
        "entre",
        "sorti",
        "tombe",
        "devenu",
        "retourne",
        "revenu",
        "rentre",
        "decede",
        "passe",
        "monte",
        "descendu",
        "parvenu",
        "intervenu",
        "survenu",
    ];
    let stem = word.trim_end_matches('s');
    VERBS.contains(&stem) || stem.strip_suffix('e').is_some_and(|stem| VERBS.contains(&stem))
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 3 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end))
}

/// Whether a word, folded as `key`, looks like a verb in the future tense: `répétera`, but not `opéra`.
fn is_future(word: &str, key: &str) -> bool {
    const KNOWN: [&str; 10] = ["sera", "seront", "aura", "auront", "ira", "iront", "fera", "feront", "dira", "diront"];
    const NONE: [&str; 8] = ["camera", "sierra", "riviera", "tibera", "extra", "kippra", "cobra", "infra"];
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
    const NONE: [&str; 12] = [
        "fait",
        "lait",
        "souhait",
        "parfait",
        "bienfait",
        "forfait",
        "abstrait",
        "satisfait",
        "attrait",
        "imparfait",
        "plait",
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

const IRREGULAR: [&str; 88] = [
    "said",
    "told",
    "was",
    "were",
    "had",
    "has",
    "have",
    "did",
    "met",
    "won",
    "lost",
    "died",
    "took",
    "made",
    "gave",
    "went",
    "came",
    "left",
    "held",
    "began",
    "struck",
    "found",
    "led",
    "broke",
    "fell",
    "rose",
    "saw",
    "sent",
    "ran",
    "wrote",
    "spoke",
    "became",
    "brought",
    "thought",
    "sold",
    "shot",
    "fled",
    "tore",
    "flew",
    "grew",
    "knew",
    "threw",
    "drew",
    "drove",
    "rode",
    "chose",
    "froze",
    "stole",
    "woke",
    "wore",
    "swore",
    "bore",
    "built",
    "spent",
    "lent",
    "bent",
    "kept",
    "slept",
    "swept",
    "wept",
    "crept",
    "felt",
    "dealt",
    "meant",
    "heard",
    "paid",
    "laid",
    "fed",
    "bled",
    "stood",
    "understood",
    "caught",
    "taught",
    "bought",
    "fought",
    "sought",
    "sank",
    "sang",
    "drank",
    "swam",
    "rang",
    "stuck",
    "hung",
    "swung",
    "dug",
    "sat",
    "tied",
    "quit",
];
