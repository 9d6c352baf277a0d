//! The comparison and the overview in French.

use super::super::{french::WORDS as PAGE, french_plural};
use super::CompareWords;
use crate::lens::{Against, Lens, Likeness};
use visavis_compare::{Agreement, CopyClass, Term};

/// The catalogue.
pub(crate) static WORDS: CompareWords = CompareWords {
    lens: |lens| match lens {
        Lens::Passages => "Passages en regard",
        Lens::Copies => "Copies",
        Lens::Entities => "Entités",
        Lens::Names => "Noms",
        Lens::Voices => "Voix",
        Lens::Words => "Mots",
        Lens::Figures => "Chiffres et dates",
    },
    lenses: "Ce qui est comparé",
    comparing: "Les textes sont comparés…",
    scroll_together: "défiler ensemble",
    mixed_languages: "Ces textes ne sont pas tous dans la même langue : noms, chiffres, dates et voix se comparent ; les copies et les mots, non ; les passages ne se rapprochent que par les noms, les nombres, les dates et quelques familles de mots.",
    glance: "En bref",
    glance_copied: "de texte commun",
    glance_entities: |count| {
        if count == 2 { "entités : ici · communes · là" } else { "entités : dans tous / en tout" }
    },
    glance_quoted: "du texte entre guillemets",
    glance_voices: "voix citées",
    glance_passages: "passages en regard",
    nowhere_here: "nulle part",
    and_more: |count| format!("et {} de plus", PAGE.number(count)),
    in_how_many: |count, all| format!("{count} sur {all}"),
    as_table: "En tableau",
    save_json: "Enregistrer la comparaison (JSON)",
    print: "Imprimer",
    counted: |count| {
        format!("La rareté des mots et des tournures est jugée sur {}.", french_plural(count, "article", "articles"))
    },

    strength: "force",
    facing: "en regard : ",
    gap: |count| format!("{} sans vis-à-vis", french_plural(count, "phrase", "phrases")),
    no_meeting: "Aucune phrase de ces textes n’en rejoint une autre.",
    meetings: |count| french_plural(count, "passage en regard", "passages en regard"),
    list_meetings: "Liste des passages",
    previous_part: "Passage précédent",
    next_part: "Passage suivant",
    evidence: "Ce que les deux phrases ont en commun",
    evidence_heads: ["Élément", "Sorte", "Poids"],
    term_kind: |term| match term {
        Term::Entity(_) => "entité",
        Term::Number(_) => "nombre",
        Term::Date(_) => "date",
        Term::Family(_) => "famille de mots",
        Term::Stem(_) => "mot",
    },
    meeting_heads: ["N°", "Force", "Premier texte", "Second texte"],
    how_passages: "Deux phrases sont mises en regard quand elles partagent des entités (sous n’importe quel nom), des nombres, des dates ou des mots (au même radical, ou de la même famille).\nChaque élément commun pèse d’autant plus qu’il est rare : ln(phrases du corpus / phrases qui l’ont + 1), réduit jusqu’au quart (noms, dates, pays) ou à la moitié (mots, participants) quand tous les autres articles l’ont aussi : le sujet commun compte peu. Une famille de mots pour ce qui se fait (bombarder, frappe, raid) pèse 1,6 fois, un pays 0,7, un nombre seul 0,6, un mot de sens général 0,2. Ce poids suit l’idf (Spärck Jones, 1972).\nLa phrase d’avant prête ses éléments à 0,3 de leur poids, celle d’après à 0,15, moitié moins d’un paragraphe à l’autre : jamais plus que ce que les deux phrases ont elles-mêmes.\nMesure = poids partagés × √(nombre d’éléments) / √(norme de A × norme de B) ; force = mesure / (mesure + 1,5), de 0 à 1.\nParamètres : force d’au moins 0,35 ; quatre vis-à-vis au plus par phrase. Trait plein à partir de 0,60, moyen à partir de 0,50. Choisir un passage montre chaque élément et son poids.",

    threshold: "Compter comme copie à partir de",
    least_words: |count| french_plural(count, "mot commun", "mots communs"),
    show_phrases: "montrer aussi les tournures toutes faites",
    nothing_copied: |lengths, least| {
        let lengths: Vec<String> = lengths.iter().map(|&length| PAGE.number(length)).collect();
        format!(
            "Rien n’a été copié : aucun passage d’au moins {least} mots communs, sur {} mots comparés.",
            lengths.join(" et ")
        )
    },
    verbatim: "mot pour mot",
    adapted: "adapté",
    copy_class: |class| match class {
        CopyClass::CommonQuotation => "même citation",
        CopyClass::AgencyCopy => "reprise d’agence",
        CopyClass::OwnText => "texte repris",
        CopyClass::SetPhrase => "tournure toute faite",
    },
    copy_heads: ["N°", "Sorte", "Mots communs", "Part de chaque texte", "Mots identiques", "Mot à mot"],
    list_copies: |count| french_plural(count, "passage copié", "passages copiés"),
    how_copies: "Part = mots d’un texte qui se trouvent dans un passage copié / mots du texte (titre, chapeau, texte, intertitres). Les tournures toutes faites ne comptent pas.\nLes suites de trois mots communs (sans casse, accents ni apostrophes) servent d’amorces ; chacune est prolongée par alignement local (Smith et Waterman, 1981 ; arrêt X-drop, Altschul et al., 1997) : mot commun +4 (+2 s’il est court), mot ajouté ou ôté −2, mot remplacé −3.\nUn passage compte à partir du seuil choisi (9 mots au départ). « Même citation » : entre guillemets des deux côtés ; « reprise d’agence » : un crédit d’agence d’un côté au moins ; « tournure toute faite » : plus courte que le seuil, ou présente dans trois autres articles.\nMots identiques = 2 × mots communs / (mots du passage de chaque côté).",

    no_common_entity: "Ces textes n’ont aucune entité en commun.",
    entity_heads: ["Entité", "Sorte", "Textes"],
    how_entities: "Chaque mention d’une entité est comptée dans le titre, le chapeau, le texte et les intertitres ; les formes d’un même nom (alias, descriptions) comptent pour la même entité.\n‰ : mentions × 1000 / mots de l’article. Choisir une entité montre toutes ses mentions.",
    names_title: "Ce que chacun nomme, et comment",
    name_heads: ["Ce qui est nommé", "Forme", "Sorte", "Contexte"],
    term: "terme",
    description: "description",
    name: "nom",
    context: "contexte",
    no_common_name: "Ces textes ne nomment rien en commun.",
    how_names: "Les termes concurrents viennent de la personne qui tient le corpus ([[naming]] de corpus.toml) : ils sont comptés au singulier et au pluriel, sans casse ni accents ; le plus long l’emporte.\nLes noms et descriptions sont ceux des entités qu’au moins deux textes nomment, par forme écrite. Aucun jugement n’est porté sur un terme ; un mot peut viser autre chose que ce sous quoi il est rangé : le contexte le montre.",

    voice_heads: ["Voix", "Entendue", "entre guillemets", "rapportés", "Citations"],
    no_voice: "Aucune parole rapportée n’a été reconnue dans ces textes.",
    anonymous: "non nommé",
    unattributed: "sans auteur indiqué",
    quotes: |count| french_plural(count, "citation", "citations"),
    same_words: "Les mêmes mots.",
    shared_quotations: "Les mêmes citations, côte à côte",
    how_voices: "Une voix est l’auteur que le texte donne à une citation : une entité, quelqu’un qui est décrit sans être nommé, ou personne.\nMots entre guillemets : ceux des citations directes. Mots rapportés : ceux qu’un verbe ou « selon » attribue. Les mots isolés mis à distance ne comptent pas.\nDeux citations sont mises côte à côte quand un même passage copié les couvre et qu’au moins 3 mots sur 5 de la plus courte sont dans l’autre.",
    how_quoted: "Part = mots des citations directes / mots de l’article, dans le titre, le chapeau, le texte et les intertitres.",

    words_title: "Mots propres à un texte",
    words_of: "Mots de",
    set_against: "comparés à",
    against: |against| match against {
        Against::Other => "l’autre texte, ou les autres",
        Against::Rest => "tout le reste du corpus",
        Against::Corpus => "tout le corpus",
    },
    words_measured: |words, name, against| {
        format!(
            "{} ({name}) face à {} ({against}).",
            french_plural(words[0], "mot", "mots"),
            french_plural(words[1], "mot", "mots")
        )
    },
    small_texts: "Moins de 2 000 mots d’un côté : sur si peu de texte ces nombres disent peu. Ils indiquent où regarder, rien de plus.",
    word_heads: ["Mot", "Ici", "En face", "Log-vraisemblance", "Log-ratio", "Paragraphes"],
    sparse: "peu sûr",
    sparse_long: "Moins de cinq occurrences attendues d’un côté : la log-vraisemblance est peu sûre.",
    in_corpus: "Concordance dans tout le corpus",
    how_words: "Log-vraisemblance (Dunning, 1993 ; forme de Rayson et Garside, 2000) : LL = 2 Σ observé × ln(observé / attendu) ; à partir de 15,13 l’écart arrive par hasard moins d’une fois sur 10 000.\nLog-ratio (Hardie, 2014) : log₂(fréquence ici / fréquence en face), 0,5 remplaçant une absence ; +1 : deux fois plus fréquent, −1 : deux fois moins.\n‰ : occurrences pour mille mots. Paragraphes : combien de paragraphes de chaque côté ont le mot. Les mots élidés (l’, qu’) ne comptent pas. Au-delà de 150 articles, « le corpus » est un échantillon régulier de 150 articles.",

    figures_title: "Chiffres",
    figure_heads: ["Ce qui est compté", "Accord"],
    agreement: |agreement| match agreement {
        Agreement::Different => "différent",
        Agreement::Same => "identique",
        Agreement::Single => "un seul texte",
    },
    no_figure: "Aucun nombre de quelque chose n’a été reconnu dans ces textes.",
    how_figures: "Les nombres sont rapprochés par le radical du premier mot de ce qu’ils comptent. « Différent » ne dit pas qui a raison : les textes peuvent ne pas parler de la même chose, ni du même moment. Les nombres de rien de nommé sont laissés de côté.",
    days_title: "Jours",
    day_head: "Jour",
    published: "parution",
    no_day: "Aucun jour n’a été reconnu dans ces textes.",
    how_days: "Les jours dont les textes parlent (« mardi », « le 12 octobre »), calculés à partir de la date de parution, et les jours où ils ont paru, selon leur date. Un intervalle est un trait.",

    overview_intro: |count| format!("{}, chacun face à tous les autres.", french_plural(count, "article", "articles")),
    overview_progress: |done, all| format!("{} articles lus sur {}", PAGE.number(done), PAGE.number(all)),
    likeness: |likeness| match likeness {
        Likeness::Copied => "Part copiée",
        Likeness::Entities => "Entités communes",
        Likeness::Wording => "Mots semblables",
    },
    measure: "Mesure",
    matrix: "Chaque article face aux autres",
    groups_title: "Groupes liés par la copie",
    no_group: "Aucun article n’a un cinquième de son texte en commun avec un autre.",
    group: |number, count| format!("Groupe {number} · {}", french_plural(count, "article", "articles")),
    compare_group: "Face à face",
    pairs_title: "Paires d’articles",
    pair_heads: ["Premier article", "Second article"],
    pairs_shown: |shown, all| format!("{} sur {}", french_plural(shown, "paire", "paires"), PAGE.number(all)),
    too_few: "Il faut deux articles au moins.",
    way_to_pair: |a, b, value| format!("{a} et {b} : {value}"),
    how_overview: "Part copiée : estimation par empreintes (winnowing, Schleimer, Wilkerson et Aiken, 2003) ; suites de 5 mots, une gardée sur chaque fenêtre de 4 ; part = empreintes communes / empreintes de l’article qui en a le moins. Au moins 3 en commun ; une suite que plus de 500 articles ont ne compte pas.\nEntités communes : entités nommées dans les deux / entités nommées dans l’un ou l’autre (Jaccard, 1901).\nMots semblables : cosinus des fréquences pondérées, (1 + ln fréquence) × ln(articles / articles qui ont le mot) (Salton et Buckley, 1988).\nUn groupe réunit les articles liés, de proche en proche, par une part copiée d’au moins un cinquième. La vue d’une paire donne les parts exactes.",
};
