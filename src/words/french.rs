//! The page in French.

use super::{Tongue, Words, french_plural};
use crate::address::Order;
use visavis_corpus::{ClueKind, Day, Ground, Kind, Language, MentionRule, QuoteMode, Role};
use visavis_search::{IssueKind, LineOrder};

/// The catalogue.
pub(super) static WORDS: Words = Words {
    tongue: Tongue::French,

    skip: "Aller au contenu",
    tools: "Outils",
    search_label: "Chercher dans les articles",
    search_in: |count| format!("Chercher dans {}", french_plural(count, "article", "articles")),
    clear: "Effacer la recherche",
    compare_picks: |count| format!("Comparer · {count}"),
    compare_choose_first: "Cochez « comparer » sur deux articles",
    compare_choose_another: "Choisissez un second article",
    language_switch: "Switch to English",
    theme: "Thème",
    theme_auto: "Thème : selon le système",
    theme_light: "Thème : clair",
    theme_dark: "Thème : sombre",
    help: "Raccourcis clavier",
    about: "À propos",

    loading: "Chargement des articles…",
    loading_of: |done, all| {
        format!("Chargement des articles : {} Ko sur {} Ko", done.div_ceil(1000), all.div_ceil(1000))
    },
    titles_meanwhile: "Recherche dans les titres, le temps que les textes arrivent.",
    failed_title: "Les articles n’ont pas pu être ouverts",
    failed_fetch: |name| {
        format!("Le fichier {name} n’a pas pu être lu : le réseau ne répond pas, ou la page est ouverte sans serveur.")
    },
    failed_status: |status| format!("Le serveur n’a pas donné le fichier des articles (réponse {status})."),
    failed_not_a_pack: "Le fichier reçu n’est pas un fichier d’articles de vis-à-vis : il n’en porte pas la signature. Le serveur a peut-être donné une autre page à sa place.",
    failed_version: |found, known| {
        format!(
            "Le fichier d’articles est au format {found} ; cette page lit le format {known}. Rechargez la page pour en obtenir une version plus récente."
        )
    },
    failed_length: |declared, found| {
        format!("Le fichier d’articles est incomplet : il annonce {declared} octets, {found} sont arrivés.")
    },
    failed_damaged: |part| {
        format!("Le fichier d’articles est abîmé dans sa partie {part} : sa somme de contrôle ne correspond pas.")
    },
    failed_inconsistent: |part| {
        format!("Le fichier d’articles se contredit dans sa partie {part} : il doit être refait avec « visavis pack ».")
    },
    failed_what_to_do: "Rechargez la page ; si cela se répète, signalez-le à la personne qui publie ce site, avec le message ci-dessus.",
    try_again: "Recharger",

    filters: "Filtres",
    filters_chosen: |count| format!("Filtres · {count}"),
    outlets: "Source",
    kinds: |kind| match kind {
        Kind::Person => "Personnes",
        Kind::Place => "Lieux",
        Kind::Organisation => "Organisations",
        Kind::People => "Peuples",
        Kind::Event => "Événements",
        Kind::Other => "Autres",
    },
    show_all: |count| format!("Tout afficher ({count})"),
    show_fewer: "Afficher moins",
    results: "Articles",
    articles_of: |found, all| format!("{} sur {}", french_plural(found, "article", "articles"), WORDS.number(all)),
    occurrences: |count| french_plural(count, "occurrence", "occurrences"),
    occurrences_of: |count, query| format!("{} de « {query} »", french_plural(count, "occurrence", "occurrences")),
    reset: "Tout réinitialiser",
    find_value: |facet| format!("Chercher parmi : {facet}"),
    find_value_short: "Chercher…",
    no_such_value: "Aucune valeur de ce nom",
    between_days: "Publiés entre deux jours",
    first_day: "Premier jour",
    last_day: "Dernier jour",
    all_days: "Tous les jours",
    articles: |count| french_plural(count, "article", "articles"),
    leave_out: |value| format!("Laisser de côté : {value}"),
    month: "Mois",
    no_credit: "sans agence",
    found_in: "Où se trouve la recherche",
    order_label: "Trier par",
    order: |order| match order {
        Order::Relevance => "pertinence",
        Order::Date => "date",
        Order::Outlet => "source",
        Order::Length => "longueur",
    },
    why_title: "Pourquoi ce résultat ?",
    why_heads: ["Mot", "Où, combien de fois", "Rareté", "Apport"],
    why_close: "Proximité des mots",
    why_sum: "En tout",
    why_how: "BM25F : un mot rare apporte plus qu’un mot courant ; le titre compte 2,5 fois, le chapeau et les intertitres 1,5 fois ; chaque répétition apporte moins que la précédente.",
    query_parts: "La recherche, comprise ainsi",
    take_away: |part| format!("Retirer « {part} » de la recherche"),
    issue,
    way_without: |part| format!("Sans « {part} »"),
    way_any: "Un seul des mots suffit",
    way_unfiltered: "Sans les filtres",
    way_instead: |word| format!("Vouliez-vous dire « {word} » ?"),
    compare_this: "comparer",
    compare_article: |title| format!("Comparer : {title}"),
    no_result: "Aucun article ne correspond.",
    no_article_has: |term| format!("Aucun article ne contient « {term} »."),
    each_found_not_together: "Chaque mot existe, mais aucun article ne les réunit tous.",
    filters_exclude: "Les filtres choisis excluent les articles qui répondent à la recherche.",
    unknown_choice: |id| {
        format!("Ce corpus ne connaît pas « {id} », que l’adresse demande : ce choix est laissé de côté.")
    },
    show_more: |count| format!("Afficher {count} de plus"),
    empty_corpus: "Ce corpus ne contient aucun article.",

    another_corpus: "Un autre corpus, à côté de celui-ci :",
    first_question: "Une première question",
    sources: |count| french_plural(count, "source", "sources"),
    some_source: "une source non indiquée",
    ask_compare: |a, b| format!("Que disent {a} et {b} des mêmes jours\u{a0}?"),
    ask_entity: |name| format!("Comment chaque source nomme-t-elle {name}\u{a0}?"),
    ask_naming: |referent| format!("Par quels mots est-ce nommé\u{a0}: {referent}\u{a0}?"),

    outlet_unknown: "Source non indiquée",
    date_unknown: "date non indiquée",
    untitled: "Sans titre",
    with_credit: |credit| format!("avec {credit}"),
    ground_short: |ground| match ground {
        Ground::Stated => "",
        Ground::Curated => "selon le corpus",
        Ground::Inferred => "déduite",
        Ground::Unknown => "inconnue",
    },
    ground_long: |ground| match ground {
        Ground::Stated => "Indiqué dans la capture",
        Ground::Curated => "Indiqué par la personne qui tient ce corpus",
        Ground::Inferred => "Déduit d’indices",
        Ground::Unknown => "Inconnu",
    },
    word_count: |count| french_plural(count, "mot", "mots"),
    grounds_title: "D’où viennent ces indications ?",
    title: "Titre",
    outlet: "Source",
    date: "Date",
    byline: "Signature",
    credit: "Agence",
    language: "Langue",
    language_name: |language| match language {
        Language::French => "français",
        Language::English => "anglais",
    },
    value_unknown: "non indiqué",
    clue,
    at_lines: |first, last| if first == last { format!("ligne {first}") } else { format!("lignes {first}–{last}") },
    source_file: "Fichier",

    back_to_results: "Résultats",
    marks: "Marquer",
    paragraph_link: |number| format!("Lien vers le paragraphe {number}"),
    show_removed: |count| format!("Montrer ce qui a été retiré ({count})"),
    hide_removed: "Masquer ce qui a été retiré",
    nothing_removed: "Rien n’a été retiré",
    removed_because: "Retiré",
    around_the_text: "Autour du texte",
    role: |role| match role {
        Role::Title => "Titre",
        Role::Lead => "Chapeau",
        Role::Body => "Texte",
        Role::Subheading => "Intertitre",
        Role::Byline => "Signature",
        Role::Caption => "Légende",
        Role::Credit => "Crédit",
        Role::Tags => "Mots-clés",
        Role::Embed => "Message intégré",
        Role::Related => "Autres articles",
        Role::Promo => "Promotion",
        Role::Widget => "Élément de la page",
    },
    named_here: "Nommés ici",
    mentions: |count| french_plural(count, "mention", "mentions"),
    previous_hit: "Occurrence précédente",
    next_hit: "Occurrence suivante",
    articles_naming: |name| format!("Articles qui nomment {name}"),
    no_such_article: |id| format!("Ce corpus ne contient pas d’article « {id} »."),
    quotes: "Citations",
    quote_mode: |mode| match mode {
        QuoteMode::Direct => "citation directe",
        QuoteMode::Indirect => "propos rapportés",
        QuoteMode::Scare => "mots tenus à distance",
    },
    unattributed: "sans attribution dans le texte",
    speaker_in_text: "auteur nommé dans le texte",
    figures: "Chiffres",
    dates: "Dates dans le texte",
    date_open: "le texte ne dit pas quel jour",
    mark_entity: |name| format!("Marquer {name} dans le texte"),
    trace_entity: |name, count| {
        format!("Surligner {name} partout\u{a0}: {}", french_plural(count, "mention", "mentions"))
    },
    named_counts: |here, articles| {
        format!(
            "Nommé {} ici, dans {} du corpus",
            french_plural(here, "fois", "fois"),
            french_plural(articles, "article", "articles")
        )
    },
    no_entity: "Rattaché à aucune entité du corpus",
    recognised_by: |rule, confidence| format!("Reconnu par {rule} · certitude {confidence} sur 100"),
    metonym: "Le lieu désigne ici son gouvernement.",

    concordance: "Concordance",
    concordance_hint: "Cherchez un mot : chacune de ses occurrences aura sa ligne.",
    concordance_heads: ["Avant", "Mot", "Après", "Source"],
    lines: |count| french_plural(count, "ligne", "lignes"),
    line_order: |order| match order {
        LineOrder::Text => "source et texte",
        LineOrder::Left => "mots d’avant",
        LineOrder::Right => "mots d’après",
    },
    show_more_lines: "Afficher plus de lignes",
    save_csv: "Enregistrer en CSV",

    kind: |kind| match kind {
        Kind::Person => "Personne",
        Kind::Place => "Lieu",
        Kind::Organisation => "Organisation",
        Kind::People => "Peuple",
        Kind::Event => "Événement",
        Kind::Other => "Autre",
    },
    no_such_entity: |id| format!("Ce corpus ne connaît pas d’entité « {id} »."),
    also_called: |names| format!("Reconnu aussi sous : {names}"),
    forms_title: "Comment chaque source l’appelle",
    form: "Forme",
    company_title: "Nommés dans les mêmes paragraphes",
    named_with: "Avec",
    in_paragraphs: "Paragraphes",
    in_articles: "Articles",
    mentions_title: "Toutes les mentions",
    rule,
    paragraphs: |count| french_plural(count, "paragraphe", "paragraphes"),
    company_how: "Sont comptés les paragraphes, titres et intertitres qui nomment les deux. Sur l’image, plus le trait est épais, plus ils sont nombreux\u{a0}; les traits fins relient les voisins nommés ensemble eux aussi.",
    rules_title: "Comment elle a été reconnue",
    rule_heads: ["Règle", "Mentions", "Certitude"],
    rules_how: "La certitude, sur 100, classe les règles du programme\u{a0}; ce n’est pas une probabilité.",

    correct_title: "Une erreur\u{a0}?",
    correct_what: "Vos corrections restent dans ce navigateur, et peuvent être enregistrées pour qui tient le corpus. Les filtres de la liste ne suivent une fusion qu’une fois le corpus reconstruit.",
    correct_hide: "Masquer cette entité",
    correct_kind: "Elle est d’un autre type",
    correct_merge: "C’est la même que",
    apply: "Appliquer",
    undo: "Annuler",
    corrected_hidden: "Vous avez masqué cette entité.",
    corrected_kind: |kind| format!("Vous avez changé son type\u{a0}: {kind}."),
    corrected_merged: |name| format!("Vous l’avez fusionnée avec {name}."),
    corrections: |count| format!("{} dans ce navigateur.", french_plural(count, "correction", "corrections")),
    correct_save: "Enregistrer pour entities.toml",
    correct_forget: "Tout annuler",
    correct_intro: "À mettre dans entities.toml, à la place des entrées de même id.",
    correct_take_out: |id| {
        format!(
            "Retirer l’entrée «\u{a0}{id}\u{a0}»\u{a0}: ses noms figurent plus bas, dans celle avec laquelle elle est fusionnée."
        )
    },

    overview: "Vue d’ensemble",

    compare: &super::comparing::FRENCH,
    compare_title: "Face à face",
    compare_none: "Aucun article n’est choisi. Cochez « comparer » sur deux articles de la liste.",
    compare_one: "Un seul article est choisi : choisissez-en un autre dans la liste.",
    compare_to_list: "Choisir dans la liste",
    compare_same: "Un article est face à lui-même : tout y est commun.",
    compare_too_many: |count| format!("L’adresse demande {count} articles : les quatre premiers sont montrés."),
    swap: "Échanger les côtés",
    entities: "Entités",
    only_here: "Ici seulement",
    in_both: "Dans les deux",
    only_there: "Là seulement",
    none_here: "aucune",
    per_thousand: |rate| format!("{rate}\u{a0}‰"),
    how_computed: "Comment est-ce compté ?",
    side: |number| format!("Texte {number}"),

    update_there: "Une nouvelle version de cet explorateur est prête.",
    update_take: "L’afficher",
    along_title: "Emporter cet explorateur",
    along_one_file: "Télécharger cet explorateur en un seul fichier",
    along_one_file_how: "(s’ouvre par un double clic, sans réseau).",
    along_plain: "Lire les articles en pages simples, sans programme",
    along_not_kept: "Ce navigateur ne garde pas de copie pour l’usage sans réseau.",
    along_kept: "Ce navigateur garde une copie : la page s’ouvre aussi sans réseau.",
    along_keep: "Garder une copie",
    along_forget: "Supprimer la copie",
    about_removal: "Les textes appartiennent à leurs éditeurs et à leurs auteurs. Pour demander le retrait d’un texte, écrivez à la personne qui publie ce site, ou ouvrez une demande là où sont ses sources ; il sera retiré. Les moteurs de recherche sont priés de ne pas indexer ces pages.",
    about_program: "Le programme",
    about_licence: "vis-à-vis est un logiciel libre, sous licence MIT ou Apache-2.0, au choix.",
    about_third_parties: "Logiciels tiers, avec leurs licences :",
    about_corpus: "Ce corpus",
    about_articles: "Les articles",
    about_rights: "Droits",
    about_numbers: "Comment les nombres sont calculés",
    about_search: "Recherche : la casse, les accents et les articles élidés ne comptent pas ; tous les mots doivent être présents ; le dernier mot, tant qu’il est en cours de frappe, vaut pour tous ceux qu’il commence. Les mots entre guillemets doivent se suivre. Le titre, le chapeau, le texte et les intertitres sont cherchés ; ce qui a été retiré ne l’est pas.",
    about_entities: "Entités\u{a0}: les noms listés par qui tient le corpus, le plus long d’abord\u{a0}; puis les noms trouvés sans liste, par leur forme et par ce qui les entoure. Chaque mention porte la règle qui l’a reconnue et une certitude qui classe les règles. Un filtre compte les articles qui nomment l’entité au moins une fois.",
    about_grounds: "Chaque date, source ou signature dit d’où elle vient : indiquée dans la capture, indiquée par la personne qui tient le corpus, déduite d’indices, ou inconnue.",
    about_quotes: "Citations\u{a0}: les mots entre guillemets, les propos rapportés avec une marque comme «\u{a0}selon\u{a0}», et un à trois mots tenus à distance. Une citation a un auteur là où le texte en nomme un à côté\u{a0}; sinon elle est dite sans attribution.",
    about_figures: "Chiffres et dates\u{a0}: les nombres avec le nom qu’ils comptent et ce qui les nuance, tels qu’écrits\u{a0}; une date est ramenée à un jour là où le texte et le jour de parution le permettent, et reste ouverte ailleurs.",
    about_outlets: "Les sources",
    about_outlets_ground: "Pays, type et propriétaire sont indiqués par qui tient le corpus.",
    outlet_heads: ["Source", "Pays", "Type", "Propriétaire", "Articles"],
    about_removed: "Ce que le nettoyage a retiré",
    about_removed_what: "Une capture contient plus que son article\u{a0}: menus, publicité, autres titres, formulaires. Ces lignes sont retirées de la lecture, de la recherche et de tous les comptes, et chacune garde l’indice qui l’a mise à part\u{a0}; un article les montre à la demande.",
    removed_counts: "Compter ce qui a été mis à part",
    removed_heads: ["Partie", "Indice", "Ce qu’elle devient", "Blocs"],
    about_downloads: "À emporter",
    download_pack: "Le corpus tel que cette page le lit (binaire, son format est dans docs/pack.md)",
    download_list: "La liste des articles avec le fondement de chaque valeur (CSV)",
    about_privacy_title: "Rien ne sort",
    about_privacy: "Cette page n’envoie rien : ni recherche, ni lecture, ni mesure d’audience. Elle ne garde, dans ce navigateur, que la langue, le thème, le réglage du clavier et, si vous la laissez, une copie d’elle-même.",
    about_scripts_title: "Pour les scripts",
    about_scripts: "La console du navigateur offre window.visavis : ready, articles(), article(id), search(query, options), entities(), compare(ids), stats().",

    lost_title: "Cette adresse ne mène nulle part",
    lost: |path| format!("« {path} » n’est pas une vue de cet explorateur."),
    lost_parts: |view, wanted, found| {
        format!(
            "L’adresse demande la vue «\u{a0}{view}\u{a0}», qui prend {}\u{a0}; elle en donne {found}.",
            if wanted == 1 { "un identifiant" } else { "zéro identifiant" }
        )
    },
    to_the_list: "Voir tous les articles",

    keys_title: "Raccourcis clavier",
    keys_on: "Raccourcis d’une seule lettre",
    close: "Fermer",
    keys: &[
        ("/", "chercher"),
        ("Échap", "fermer la fiche, effacer la recherche"),
        ("j k", "article ou paragraphe suivant, précédent"),
        ("o Entrée", "ouvrir"),
        ("r", "tout réinitialiser : recherche et filtres"),
        ("c", "ajouter à la comparaison, ou l’en retirer"),
        ("n p", "occurrence, passage en regard, copie ou nom\u{a0}: suivant, précédent"),
        ("e", "montrer ou masquer les marques"),
        ("?", "cette aide"),
    ],

    thousands: '\u{202f}',
    decimal: ',',
    day,
    tick_day: |day| format!("{}\u{a0}{}", number(day), month_short(day)),
    tick_month: |day| format!("{} {}", month_short(day), day.year()),
    interval,
};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

fn number(day: Day) -> String {
    if day.day() == 1 { "1er".into() } else { day.day().to_string() }
}

fn month(day: Day) -> &'static str {
    MONTHS[usize::from(day.month()) - 1]
}

/// Months as an axis names them.
const SHORT: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

fn month_short(day: Day) -> &'static str {
    SHORT[usize::from(day.month()) - 1]
}

fn day(day: Day) -> String {
    format!("{}\u{a0}{} {}", number(day), month(day), day.year())
}

fn interval(first: Day, last: Day) -> String {
    if first.year() != last.year() {
        format!("{} – {}", day(first), day(last))
    } else if first.month() != last.month() {
        format!("{}\u{a0}{} – {}", number(first), month(first), day(last))
    } else {
        format!("{}–{}", number(first), day(last))
    }
}

fn issue(kind: IssueKind, part: &str) -> String {
    let said = match kind {
        IssueKind::TooLong => "La recherche est trop longue : seul son début est lu.",
        IssueKind::TooManyTerms => "Trop de mots : seuls les premiers sont cherchés.",
        IssueKind::TooManyPhrases => "Trop d’expressions : leurs mots sont cherchés où qu’ils se trouvent.",
        IssueKind::TooManyMisspellings => "Trop de mots approchés : celui-ci est cherché tel quel.",
        IssueKind::TooDeep => "Trop de parenthèses les unes dans les autres.",
        IssueKind::UnclosedQuote => "Les guillemets ne sont pas fermés : l’expression va jusqu’au bout.",
        IssueKind::UnclosedParenthesis => "La parenthèse n’est pas fermée : le groupe va jusqu’au bout.",
        IssueKind::StrayParenthesis => "Cette parenthèse ne ferme rien.",
        IssueKind::MissingOperand => "Ce mot ne relie rien.",
        IssueKind::UnknownField(Some(field)) => {
            return format!(
                "« {part} » : ce champ n’existe pas, les mots sont cherchés. Le plus proche est « {field}: »."
            );
        }
        IssueKind::UnknownField(None) => "Ce champ n’existe pas : les mots sont cherchés.",
        IssueKind::EmptyField => "Rien ne suit ce champ.",
        IssueKind::NotADate => "Ce n’est pas une date comme 2016, 2016-10, 2016-10-12 ou 2016-10..2016-12.",
        IssueKind::ReversedDates => "La période finissait avant de commencer : elle est prise dans l’autre sens.",
        IssueKind::NearNeedsTerms => {
            "NEAR relie deux mots ; ici les deux parties doivent seulement se trouver dans l’article."
        }
        IssueKind::TooMisspelt => "Deux lettres au plus peuvent différer.",
    };
    format!("« {part} » : {said}")
}

fn rule(rule: MentionRule) -> &'static str {
    match rule {
        MentionRule::CuratedName => "nom inscrit par le corpus",
        MentionRule::CuratedAlias => "autre forme inscrite par le corpus",
        MentionRule::CuratedDescription => "description inscrite par le corpus",
        MentionRule::CuratedMention => "dit de cet endroit par la personne qui tient le corpus",
        MentionRule::Imported(_) => "annotation faite ailleurs",
        MentionRule::Country => "nom de pays ou de capitale",
        MentionRule::KnownName => "nom connu du programme",
        MentionRule::Demonym => "nom ou adjectif d’un peuple",
        MentionRule::FirstName => "commence par un prénom",
        MentionRule::TitleCue => "un titre, une fonction ou un âge l’accompagne",
        MentionRule::SpeechCue => "un verbe de parole l’accompagne",
        MentionRule::FullName => "fin d’un nom complet écrit ailleurs",
        MentionRule::PlaceCue => "une préposition ou un mot de lieu l’accompagne",
        MentionRule::PlaceHead => "commence par un mot de lieu",
        MentionRule::PlaceShape => "a la forme d’un nom de lieu",
        MentionRule::OrganisationHead => "commence par un mot d’organisation",
        MentionRule::OrganisationCue => "un mot d’organisation l’accompagne",
        MentionRule::Acronym => "sigle",
        MentionRule::MediaCue => "cité comme un média",
        MentionRule::Misspelling => "à une lettre d’un nom connu",
        MentionRule::Votes => "ce que le même nom est ailleurs",
        MentionRule::Enumeration => "ce que sont les autres noms de l’énumération",
        MentionRule::Capitals => "majuscules seules",
        MentionRule::Description => "fonction dont le texte nomme le titulaire",
        MentionRule::Ambiguous => "pourrait désigner deux personnes",
    }
}

fn clue(kind: ClueKind) -> &'static str {
    match kind {
        ClueKind::Owner => "la personne qui tient le corpus",
        ClueKind::Field => "champ du fichier",
        ClueKind::FirstHeading => "première ligne qui se lit comme un titre",
        ClueKind::Position => "place dans la page",
        ClueKind::CreditLine => "ligne de crédit",
        ClueKind::BylineLine => "ligne de signature",
        ClueKind::CaptionLine => "légende d’image",
        ClueKind::Repeated => "ligne répétée",
        ClueKind::Shortcode => "code d’un système de publication",
        ClueKind::Fragment => "fragment sans verbe ni ponctuation finale",
        ClueKind::OtherLanguage => "autre langue ou autre écriture que l’article",
        ClueKind::AfterRelated => "à la suite d’un intitulé d’articles liés",
        ClueKind::Subscription => "invitation à s’abonner, à suivre ou à télécharger",
        ClueKind::CommentForm => "formulaire de commentaires",
        ClueKind::Advertising => "publicité",
        ClueKind::SocialEmbed => "message d’un réseau social",
        ClueKind::TagLine => "à la suite d’un intitulé de mots-clés",
        ClueKind::Boilerplate => "présentation d’une agence",
        ClueKind::LinkedTitle => "titre d’un autre article",
        ClueKind::OutletNamed => "un média est nommé dans le texte",
        ClueKind::FullDate => "date complète dans le texte",
        ClueKind::PartialDate => "jour sans année dans le texte",
        ClueKind::EmbedDate => "date d’un message intégré",
        ClueKind::StopWords => "mots fréquents d’une langue",
        ClueKind::Opening => "ouvre le texte et le résume",
        ClueKind::ShortLine => "ligne courte entre des paragraphes",
        ClueKind::Control => "bouton, menu ou lecteur de la page",
        ClueKind::AcrossFiles => "ligne présente dans plusieurs fichiers",
        ClueKind::TextAllows => "ce que le texte permet",
        ClueKind::Conflict => "contredit le texte, qui permet",
        ClueKind::OtherArticles => "les autres articles",
        ClueKind::OutsideArticle => "hors de l’article, dans la page",
        ClueKind::Resemblance => "ressemble à ce qui entoure les articles",
    }
}
