use super::{blocks as blocks_among, *};
use proptest::prelude::*;

/// A paragraph that is one, whatever stands around it.
const TEXT: &str = "Le conseil municipal a voté jeudi soir la rénovation du pont, après deux heures de débat.";
const MORE: &str = "Les travaux commenceront au printemps et dureront six mois, selon le maire de la commune.";

/// The blocks of a page that is alone.
fn blocks(source: &Source, overrides: &[Override]) -> Vec<Block> {
    blocks_among(source, overrides, &Recurring::default()).0
}

fn roles(page: &str) -> Vec<(&'static str, String)> {
    blocks(&Source::plain(page), &[]).into_iter().map(|block| (block.role.name(), block.text)).collect()
}

/// The role of the line `line` amid a title and two paragraphs, before the last of them.
fn inside(line: &str) -> &'static str {
    role_in(&format!("Un pont à rénover cette année\n\n{TEXT}\n\n{line}\n\n{MORE}"), line)
}

/// The role of the line `line` after the text.
fn after(line: &str) -> &'static str {
    role_in(&format!("Un pont à rénover cette année\n\n{TEXT}\n\n{MORE}\n\n{line}"), line)
}

fn role_in(page: &str, line: &str) -> &'static str {
    roles(page).into_iter().find(|(_, text)| text == line).map_or("absent", |(role, _)| role)
}

#[test]
fn a_page_has_a_title_a_lead_and_paragraphs() {
    let page = format!("Un pont à rénover cette année\n\n{TEXT}\n\nQuel budget ?\n\n{MORE}");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "lead", "subheading", "body"]);
}

#[test]
fn scraps_around_the_text_are_machinery() {
    let page = format!("Menu\nlogo\n\nUn pont à rénover cette année\n\n{TEXT}\n\n{MORE}\n\nFil info\n0\nHaut de page");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["widget", "widget", "title", "lead", "body", "widget", "widget", "widget"]);
}

#[test]
fn short_titles_are_titles_too() {
    assert_eq!(roles(&format!("Pont rénové\n\n{TEXT}\n\n{MORE}"))[0].0, "title");
    assert_eq!(roles(&format!("Le pont sera rénové cette année.\n{TEXT}\n{MORE}"))[0].0, "title");
}

#[test]
fn a_page_of_two_short_lines_is_read() {
    let found: Vec<&str> = roles("Pont\n\nRouvert hier").iter().map(|(role, _)| *role).collect();
    assert!(!found.contains(&"widget"), "{found:?}");
}

#[test]
fn advertising_is_removed_in_both_languages() {
    for line in ["Publicité", "PUBLICITÉ", "Advertisement", "La suite après cette publicité", "Contenu sponsorisé"]
    {
        assert_eq!(inside(line), "promo", "{line}");
    }
}

#[test]
fn subscription_is_removed_in_both_languages() {
    for line in [
        "S'abonner",
        "Abonnez-vous à notre newsletter !",
        "Suivez-nous sur Facebook et sur Twitter",
        "Subscribe to our newsletter",
        "Sign up",
        "Download our app and never miss a story: click here",
    ] {
        assert_eq!(inside(line), "promo", "{line}");
    }
}

#[test]
fn comment_forms_are_removed_in_both_languages() {
    for line in [
        "Laisser un commentaire",
        "3 commentaires",
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Your email address will not be published. Required fields are marked *",
        "Leave a Reply",
        "Soyez le premier à réagir",
        "Connectez-vous pour commenter",
    ] {
        assert_eq!(after(line), "widget", "{line}");
    }
}

#[test]
fn sentences_with_the_words_of_machinery_are_read() {
    for line in [
        "Interrogé par la presse, le ministre n'a fait aucun commentaire sur la publicité du dossier.",
        "La chaîne a appelé ses abonnés à télécharger moins de films, et à partager leurs comptes avec prudence.",
        "Le journal a perdu un abonné sur dix et mise sur sa newsletter pour les faire revenir.",
        "L'AFP est une agence de presse, a rappelé le ministre devant les députés.",
        "Selon Reuters, le pont sera fermé pendant six mois au moins.",
        "Par ailleurs, le maire a annoncé la fermeture du marché couvert.",
    ] {
        assert_eq!(inside(line), "body", "{line}");
    }
}

#[test]
fn credits_are_set_apart() {
    for line in [
        "© Jean Martin / AFP",
        "(Reuters)",
        "Avec AFP",
        "AFP",
        "Crédit photo : Jean Martin",
        "Reuters / Jane Smith",
        "With AP",
    ] {
        assert_eq!(after(line), "credit", "{line}");
    }
}

#[test]
fn a_caption_ends_in_its_credit_or_stands_over_it() {
    assert_eq!(inside("Le pont en juin 2015, à Rouen. - JEAN MARTIN / SIPA"), "caption");
    assert_eq!(inside("Le pont en juin 2015, à Rouen (AFP)"), "caption");
    assert_eq!(inside("Le pont vu du ciel © Jean Martin"), "caption");
    let over = "Le pont vu du ciel en juin";
    assert_eq!(
        role_in(&format!("Un pont à rénover cette année\n\n{over}\n© Jean Martin / AFP\n\n{TEXT}\n\n{MORE}"), over),
        "caption"
    );
}

#[test]
fn a_caption_said_twice_is_a_caption_twice() {
    let line = "Le pont de pierre en juin 2015";
    let page = format!("Un pont à rénover cette année\n\n{line} - Jean Martin / AFP\n{line}\n\n{TEXT}\n\n{MORE}");
    assert_eq!(role_in(&page, line), "caption");
}

#[test]
fn a_title_with_the_name_of_its_outlet_is_no_caption() {
    let title = "Un pont à rénover cette année - Le Courrier";
    let page = format!("{title}\n\n{TEXT}\n\n{MORE}\n\nArticles liés\nUne école ouvre - Le Courrier");
    assert_eq!(role_in(&page, title), "title");
}

#[test]
fn small_print_and_buttons_are_machinery() {
    for (line, role) in [
        ("© Le Courrier 2016 - Tous droits réservés", "widget"),
        ("Mentions légales", "widget"),
        ("Nous utilisons des cookies. En poursuivant votre visite, vous acceptez leur dépôt.", "widget"),
        ("facebook twitter google +", "widget"),
        ("Facebook", "widget"),
        ("Partager sur Facebook", "widget"),
        ("Le reste après cette annonce", "promo"),
    ] {
        assert_eq!(inside(line), role, "{line}");
    }
    assert_eq!(inside("Facebook a été condamné jeudi à une amende record par la Commission."), "body");
}

#[test]
fn a_caption_may_be_signed_after_its_full_stop() {
    for line in [
        "Le pont de pierre, le 20 novembre. JEAN MARTIN / REUTERS",
        "Le pont de pierre, à Rouen. Photo AFP",
        "Image caption The old bridge",
    ] {
        assert_eq!(inside(line), "caption", "{line}");
    }
    assert_eq!(inside("Le pont sera fermé pendant six mois, selon le maire. AFP"), "body");
}

#[test]
fn paragraphs_broken_at_a_width_are_whole_again() {
    let page = "Un pont à rénover cette année\n\nLe conseil municipal a voté jeudi soir la\nrénovation du pont de pierre, après deux heures de\ndébat.\n\nLes travaux commenceront au printemps. Ils dureront\nsix mois, selon le maire.\n";
    let blocks = blocks(&Source::plain(page), &[]);
    let found: Vec<(Role, u32, u32)> = blocks.iter().map(|b| (b.role, b.lines.first, b.lines.last)).collect();
    assert_eq!(found, [(Role::Title, 1, 1), (Role::Lead, 3, 5), (Role::Body, 7, 8)]);
    assert_eq!(blocks[2].text, "Les travaux commenceront au printemps. Ils dureront six mois, selon le maire.");
}

#[test]
fn posts_are_set_apart_with_their_signature() {
    let post = "Le pont est fermé #travaux";
    let page = format!("Un pont à rénover cette année\n{TEXT}\n{post}\n— La Ville (@laville) 3 mai 2019\n{MORE}");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "lead", "embed", "embed", "body"]);
    assert_eq!(inside("Vu ce matin pic.twitter.com/abc123"), "embed");
}

#[test]
fn keywords_follow_their_heading() {
    let page = format!(
        "Un pont à rénover cette année\n\n{TEXT}\n\n{MORE}\n\nMots-clés :\nRouenpontTravaux\n\nTags: eau, ville\n#pont #Rouen"
    );
    let page = page.replace("la commune", "Rouen, et non des travaux");
    let found: Vec<(&str, String)> = roles(&page).into_iter().skip(3).collect();
    let expected = ["Mots-clés :", "Rouen", "pont", "Travaux", "Tags: eau, ville", "#pont #Rouen"];
    assert_eq!(found, expected.map(|text| ("tags", text.to_string())));
}

#[test]
fn other_articles_are_set_apart() {
    let page = format!(
        "Un pont à rénover cette année\n\n{TEXT}\n\n{MORE}\n\nArticles similaires\n\nUne école ouvre\n\n{}",
        "Elle accueille cent enfants depuis lundi."
    );
    let found: Vec<&str> = roles(&page).iter().skip(3).map(|(role, _)| *role).collect();
    assert_eq!(found, ["related", "related", "related"]);
}

#[test]
fn one_link_in_mid_text_does_not_take_the_text_after_it() {
    assert_eq!(inside("Lire aussi : Une école ouvre ses portes"), "related");
    let page =
        format!("Un pont à rénover cette année\n\n{TEXT}\n\nÀ lire aussi\nUne école ouvre\n\n{MORE}\n\n{MORE} Encore.");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "lead", "related", "related", "body", "body"]);
}

#[test]
fn a_list_in_mid_text_ends_where_the_text_goes_on() {
    let list = "Sur le même sujet\nUne école ouvre ses portes\nLe marché couvert change de place";
    let (told, closed) = (format!("{MORE} {TEXT}"), format!("{TEXT} {MORE}"));
    // More labels than paragraphs follow, as on most pages.
    let below = "Les plus lus\nUne foire aux livres en mai\nLe stade attend son toit\nLa piscine rouvre en juin\nUn bal pour la gare";
    let page = format!(
        "Un pont à rénover cette année\n{TEXT}\n{MORE} Oui. {TEXT}\n{TEXT} Non. {MORE}\n{list}\n{told}\n{closed}\n{below}"
    );
    assert_eq!(role_in(&page, "Une école ouvre ses portes"), "related");
    assert_eq!(role_in(&page, &told), "body");
    assert_eq!(role_in(&page, &closed), "body");
}

#[test]
fn a_pictured_link_between_paragraphs_is_another_article() {
    let page = format!(
        "Un pont à rénover cette année\n{TEXT}\nLe pont - Jean Martin / AFP\nUne école ouvre ses portes\n{MORE}"
    );
    assert_eq!(role_in(&page, "Une école ouvre ses portes"), "related");
}

#[test]
fn bylines_are_set_apart() {
    for line in [
        "Par Jeanne Martin",
        "Publié le 12/10/2016 à 10h32",
        "By Jane Smith, in Rouen",
        "12 octobre 2016 à 10:32",
        "Jeanne Martin",
    ] {
        let page = format!("Un pont à rénover cette année\n\n{line}\n\n{TEXT}\n\n{MORE}");
        assert_eq!(role_in(&page, line), "byline", "{line}");
    }
}

#[test]
fn lines_in_another_script_or_language_are_machinery() {
    assert_eq!(after("Заголовок материала"), "widget");
    assert_eq!(after("Here are all the stories of this week for you"), "widget");
}

#[test]
fn an_english_page_is_read_as_well() {
    let page = "Bridge to be renovated this year\n\nBy Jane Smith\n\nThe city council voted on Thursday to renovate the old bridge, after two hours of debate.\n\nAdvertisement\n\nThe works will begin in spring and are to last for six months, the mayor said.\n\nRelated Articles\n\nA school opens";
    let found: Vec<&str> = roles(page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "byline", "lead", "promo", "body", "related", "related"]);
}

#[test]
fn a_repeated_line_is_read_once() {
    let page = format!("Un pont à rénover cette année\n\nUn pont à rénover cette année\n\n{TEXT}\n\n{MORE}\n\n{TEXT}");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "widget", "lead", "body", "widget"]);
}

#[test]
fn what_is_not_read_says_why() {
    for block in
        blocks(&Source::plain(&format!("logo\nUn pont à rénover\n\n{TEXT}\n{MORE}\n\nAFP\nChat\n[ad a=1]")), &[])
    {
        assert_eq!(block.removed_by.is_none(), block.role.is_read(), "{}", block.text);
    }
}

#[test]
fn a_title_is_found_under_the_motto_and_the_news_of_the_site() {
    let title = "Un pont à rénover cette année";
    for head in [
        "Les nouvelles du fleuve et de ses rives\nMenu\nRechercher",
        "À la une\nGrève des bacs : un jeudi sans passeur",
    ] {
        let page = format!("{head}\n{title}\n{TEXT}\n{MORE}");
        assert_eq!(role_in(&page, title), "title", "{head}");
    }
}

#[test]
fn labels_between_title_and_text_and_headings_of_nothing_are_machinery() {
    let page = format!("Un pont à rénover cette année\n12 juin 2019\nParcourir la visite guidée\n{TEXT}\n{MORE}");
    assert_eq!(role_in(&page, "Parcourir la visite guidée"), "widget");
    let page = format!("Un pont à rénover cette année\n{TEXT}\nParcourir la visite guidée\nPartager\n{MORE}");
    assert_eq!(role_in(&page, "Parcourir la visite guidée"), "widget");
    assert_eq!(inside("Un budget à revoir"), "subheading");
}

#[test]
fn a_live_page_is_a_row_of_entries() {
    let page = format!(
        "Un pont à rénover cette année\n{TEXT}\n18h32\nMerci de votre patience\n{MORE}\n17h10Le vote est clos\n{TEXT} Et {MORE}\n9h05\n{MORE} Enfin."
    );
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(
        found,
        ["title", "lead", "byline", "subheading", "body", "byline", "subheading", "body", "byline", "body"]
    );
}

#[test]
fn a_post_stands_under_its_handle_up_to_its_date() {
    let page = format!(
        "Un pont à rénover cette année\n{TEXT}\nLa Ville\n@laville\nLe pont est fermé ce soir.\n9:14 AM · 11 juil. 2019\n{MORE}"
    );
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "lead", "embed", "embed", "embed", "embed", "body"]);
}

#[test]
fn the_hour_under_a_signature_opens_no_post() {
    let page =
        format!("Un pont à rénover cette année\nPar Jeanne Martin\n11 juillet 2019, 8:04\n12 partages\n{TEXT}\n{MORE}");
    assert_eq!(role_in(&page, "Par Jeanne Martin"), "byline");
}

#[test]
fn what_changed_and_who_signs_again_is_a_byline() {
    for line in [
        "Mise à jour du 3 mai : le nom du maire a été corrigé.",
        "This article was amended on 3 May to correct a name.",
    ] {
        assert_eq!(inside(line), "byline", "{line}");
    }
    let page =
        format!("Un pont à rénover cette année\nJeanne Martin et Paul Roy\n{TEXT}\n{MORE}\nJeanne Martin et Paul Roy");
    let found: Vec<&str> = roles(&page).iter().map(|(role, _)| *role).collect();
    assert_eq!(found, ["title", "byline", "lead", "body", "byline"]);
}

#[test]
fn a_note_on_the_author_or_the_page_closes_the_page() {
    let long = format!("{TEXT} {MORE} {TEXT} {MORE}");
    let page = |note: &str| format!("Un pont à rénover cette année\n\n{TEXT}\n\n{long}\n\n{long}\n\n{note}");
    for (note, role) in [
        ("Jeanne Martin est professeure de droit à l'université de Rouen.", "byline"),
        ("Pour joindre la rédaction à ce sujet, un seul canal : courrier@fleuve.example.", "widget"),
    ] {
        assert_eq!(role_in(&page(note), note), role, "{note}");
    }
    let last = "Le maire promet de rendre compte de la dépense chaque trimestre.";
    assert_eq!(role_in(&page(last), last), "body");
}

#[test]
fn headings_that_name_a_list_open_it() {
    for heading in
        ["Nos dernières vidéos", "Les articles les plus lus", "Toute l'actualité du fleuve", "More top stories"]
    {
        let page = format!(
            "Un pont à rénover cette année\n{TEXT}\n{MORE}\n{heading}\nUne école ouvre ses portes\nLe bac reprend son service"
        );
        let found: Vec<&str> = roles(&page).iter().skip(3).map(|(role, _)| *role).collect();
        assert_eq!(found, ["related"; 3], "{heading}");
    }
    assert_eq!(inside("Les travaux de trop"), "subheading");
}

#[test]
fn an_author_who_subscribes_is_read() {
    let line = "J'ai reçu trois lettres d'information hier, et l'on m'y disait de m'abonner à une offre par mois, à un magazine, à une newsletter, et je n'ai répondu à aucune.";
    assert_eq!(inside(line), "body");
}

#[test]
fn a_column_of_a_printed_page_is_joined_over_its_hyphens() {
    let page = "Un pont à rénover cette année\n\nLe conseil municipal a voté tard dans la soirée la réno-\nvation du pont de pierre, après deux heures de débat et\nune suspension.\n\nLes travaux doivent commencer, selon la mairie, au prin-\ntemps et dureront six mois, ajoute le maire.\n";
    let found: Vec<(&str, String)> = roles(page);
    assert_eq!(found.len(), 3, "{found:?}");
}

/// The roles of the lines of the first of `pages`.
fn roles_among(pages: &[&str]) -> Vec<&'static str> {
    let recurring = Recurring::of(pages.iter().map(|page| page.as_bytes()));
    blocks_among(&Source::plain(pages[0]), &[], &recurring).0.into_iter().map(|block| block.role.name()).collect()
}

#[test]
fn what_several_pages_share_is_furniture_and_a_shared_text_is_a_reprint() {
    let piscine = "La piscine ferme lundi pour trois semaines de nettoyage, a annoncé la ville jeudi.";
    let furniture = "Le grand journal des rives et des vallées\nTerroirs et marées";
    let club = "Le club des rives réunit chaque année les amis du fleuve autour de sorties et de conférences.";
    let one = format!("{furniture}\nUn pont à rénover cette année\n{TEXT}\n{MORE}\nLe carnet du fleuve ancien\n{club}");
    let two = format!("{furniture}\nUne piscine fermée pour travaux\n{piscine}\nLe carnet du fleuve ancien\n{club}");
    assert_eq!(roles_among(&[&one, &two, &two]), ["widget", "widget", "title", "lead", "body", "widget", "promo"]);
    let reprint = format!("Un pont à rénover cette année\n{TEXT}\n{MORE}");
    assert_eq!(roles_among(&[&reprint, &reprint, &reprint]), ["title", "lead", "body"]);
}

/// Every byte that is not space stands in exactly one block, and each block's text is what stands there.
fn nothing_is_lost(page: &str) {
    let source = Source::plain(page);
    let mut taken = vec![0u8; page.len()];
    let mut last = 0;
    for block in blocks(&source, &[]) {
        let text: String = block.source.iter().map(|span| source.slice(*span)).collect();
        assert_eq!(text.replace(['\n', '\r'], " "), block.text);
        for span in block.source {
            assert!(span.start() >= last, "out of order");
            last = span.end();
            taken[span.range()].iter_mut().for_each(|count| *count += 1);
        }
    }
    for (at, c) in page.char_indices() {
        let count = taken[at];
        assert!(count == 1 || (c.is_whitespace() && count == 0), "{c:?} at {at} stands in {count} blocks");
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_of_any_text(page in "(\\PC|\n|\r){0,200}") {
        nothing_is_lost(&page);
    }

    /// Lines made of what the passes look for, in any order.
    #[test]
    fn nothing_is_lost_of_any_page(lines in prop::collection::vec(prop::sample::select(vec![
        "", " ", "logo", "AFP", "Tags:", "AbbaCadaver", "Abba cadaver", "[ad a=1] b [/ad]", "© AFP / Jean MartinDes gens vont là", "Articles liés",
        "Lire aussi", "— Un (@un) 3 mai 2019", "pic.twitter.com/a", "Par Jean", "Un titre de cinq mots", TEXT, MORE, "Шапка", "« Ah »",
        "Le pont - Jean / AFP", "0", "Chat - Le Courrier", "Pont - Le Courrier", "?", "\u{feff}", "[", "L’AFP (AFP) est une agence de presse mondiale.",
    ]), 0..14)) {
        nothing_is_lost(&lines.join("\n"));
    }
}

/// What a capture has around its article, each line with a clue of its own.
const AROUND: &str =
    "Menu\nRechercher\nSe connecter\nS'abonner\nPartager sur Facebook\nImprimer\nMentions légales\nGestion des cookies";

/// A line that no phrase of a list says.
const LABEL: &str = "Cette lecture vous est offerte par nos abonnés.";

#[test]
fn in_a_capture_what_resembles_furniture_is_set_apart_and_says_by_which_words() {
    let page = format!("{AROUND}\nUn pont à rénover cette année\n{TEXT}\n{LABEL}\n{MORE}\n{TEXT} {MORE}");
    let blocks = blocks(&Source::plain(&page), &[]);
    let clue = blocks.iter().find(|block| block.text == LABEL).unwrap().removed_by.as_ref().unwrap();
    assert_eq!(clue.kind, ClueKind::Resemblance);
    let plain = Shape::of(LABEL).plain;
    assert!(clue.detail.split(", ").all(|word| plain.contains(&format!(" {word} "))), "{clue:?}");
    assert_eq!([role_in(&page, TEXT), role_in(&page, MORE)], ["lead", "body"]);
}

#[test]
fn a_text_with_little_around_it_is_left_as_it_is() {
    let page = format!("Un pont à rénover cette année\n{TEXT}\n{LABEL}\n{MORE}\nImprimer");
    assert_eq!(role_in(&page, LABEL), "body");
}

#[test]
fn paragraphs_of_an_article_are_taken_back_from_a_list_of_other_articles() {
    let told = "Le maire a promis aux habitants du quartier que la passerelle resterait ouverte pendant toute la durée du chantier.";
    let page = format!(
        "{AROUND}\nUn pont à rénover cette année\n{TEXT}\nÀ lire aussi\nUne école ouvre\nUne piscine ferme\n{told}\n{MORE}\n{TEXT} {MORE}"
    );
    assert_eq!(role_in(&page, told), "body");
}

#[test]
fn the_last_words_of_an_article_are_taken_back_from_what_follows_it() {
    let dates = "Dates\n1924 Premier pont\n1939 Une passerelle\n1973 Le second pont\n2004 Un chantier";
    let told = "Il avait attendu deux ans. Il a dit mardi qu'il n'attendrait plus.";
    let page = format!(
        "{AROUND}\nUn pont à rénover cette année\n{TEXT}\n{MORE}\n{dates}\n{told}\nMots-clés : pont, passerelle\nÀ vous de réagir\n3 réactions"
    );
    assert_eq!(role_in(&page, told), "body");
}
