//! What single words are known to do in a sentence, written out: all folded, one list a class.

use std::ops::{BitOr, BitOrAssign};

/// A set of things that a word does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub(super) const NONE: Self = Self(0);
    /// Articles, prepositions, pronouns, conjunctions, adverbs, auxiliaries: never a name by themselves.
    pub(super) const FUNCTION: Self = Self(1);
    /// Small words inside French names (`de`, `la`, `sur`).
    pub(super) const PARTICLE: Self = Self(1 << 1);
    /// Small words inside names from elsewhere (`al`, `von`, `ben`).
    pub(super) const FOREIGN_PARTICLE: Self = Self(1 << 2);
    /// Forms of address and ranks: what follows is a person.
    pub(super) const CIVILITY: Self = Self(1 << 3);
    /// Offices and occupations: what follows, or is set beside, is a person.
    pub(super) const TITLE: Self = Self(1 << 4);
    /// Heads of the names of bodies, which take what follows into the name (`ministère`, `université`).
    pub(super) const BODY: Self = Self(1 << 5);
    /// Heads that stand beside the name of a body (`groupe`, `association`, `quotidien`).
    pub(super) const BESIDE_BODY: Self = Self(1 << 6);
    /// Powers that a demonym completes (`armée russe`).
    pub(super) const POWER: Self = Self(1 << 7);
    /// Heads of the names of places, which take what follows into the name (`rue`, `gare`, `lac`).
    pub(super) const SITE: Self = Self(1 << 8);
    /// Heads that stand beside the name of a place (`ville`, `région`).
    pub(super) const BESIDE_PLACE: Self = Self(1 << 9);
    /// Prepositions of place that leave little doubt (`vers`, `depuis`).
    pub(super) const TOWARDS: Self = Self(1 << 10);
    /// Verbs of speech and of decision, participles and present: their subject is a person or a power.
    pub(super) const SPEECH: Self = Self(1 << 11);
    /// Forms of `avoir` and `être` that help a participle.
    pub(super) const AUXILIARY: Self = Self(1 << 12);
    /// Months and days.
    pub(super) const CALENDAR: Self = Self(1 << 13);
    /// Ordinary words that are often capitalised without naming (`État`, `Président`).
    pub(super) const SOLEMN: Self = Self(1 << 14);
    /// Acronyms that are no bodies (`TVA`, `PIB`).
    pub(super) const INITIALISM: Self = Self(1 << 15);
    /// Definite articles.
    pub(super) const ARTICLE: Self = Self(1 << 16);
    /// First names; from a list of their own.
    pub(super) const FIRST_NAME: Self = Self(1 << 17);
    /// Ordinary words; from a list of their own.
    pub(super) const ORDINARY: Self = Self(1 << 18);
    /// Whether the list of ordinary words was asked.
    pub(super) const ASKED: Self = Self(1 << 19);
    /// Adjectives that stand inside the names of bodies (`national`, `suprême`).
    pub(super) const BODY_ADJECTIVE: Self = Self(1 << 20);
    /// Words that say that a company is spoken of (`PDG`, `filiale`).
    pub(super) const COMPANY: Self = Self(1 << 21);
    /// Points of the compass, as a suffix (`Alep-Est`).
    pub(super) const COMPASS: Self = Self(1 << 22);
    /// Titles of works and events stand after these (`film`, `roman`, `festival`).
    pub(super) const WORK: Self = Self(1 << 23);
    /// Heads of the names of bodies that need a capital of their own to take a complement (`Front de gauche`, `le front de l'Est`).
    pub(super) const LOOSE_BODY: Self = Self(1 << 25);
    /// Offices that have a seat (`évêque de Luçon`).
    pub(super) const SEATED: Self = Self(1 << 26);
    /// What happens or stands somewhere (`attentat de`, `usine de`).
    pub(super) const HAPPENING: Self = Self(1 << 27);
    /// Words that a firm or a club has in its name (`Airways`, `FC`).
    pub(super) const FIRM: Self = Self(1 << 28);
    /// Single small words that say how old or whose kin somebody is (`ans`, `frère`).
    pub(super) const KIN: Self = Self(1 << 24);

    /// Both.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What of it is among `other`.
    pub(super) const fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether any of `other` is done.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Whether the folded word is of [`Class::FUNCTION`].
pub(super) fn holds_sentences(word: &str) -> bool {
    let lists = CLASSES.iter().filter(|(class, _)| class.has(Class::FUNCTION));
    lists.flat_map(|(_, list)| list.split_ascii_whitespace()).any(|known| known == word)
}

/// Whether the folded word is an article or a particle.
pub(super) fn is_particle(word: &str) -> bool {
    let lists = CLASSES.iter().filter(|(class, _)| class.has(Class::ARTICLE | Class::PARTICLE));
    lists.flat_map(|(_, list)| list.split_ascii_whitespace()).any(|known| known == word)
}

/// Each class and its words.
pub(super) const CLASSES: &[(Class, &str)] = &[
    (
        Class::FUNCTION,
        "aujourd'hui ne nee nes nees le la les l un une des de du d au aux a en dans sur sous par pour avec sans vers chez entre contre depuis pendant \
         avant apres des lors durant selon malgre parmi outre hormis sauf via voici voila et ou mais donc or ni car que qu qui \
         quoi dont quand lorsque lorsqu puisque puisqu si comme comment pourquoi combien parce tandis alors ainsi aussi \
         afin je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y ce c cet cette ces ca cela ceci celui celle \
         ceux celles mon ma mes ton ta tes son sa ses notre nos votre vos quel quelle quels quelles lequel laquelle lesquels \
         lesquelles duquel auquel chaque chacun chacune tout toute tous toutes aucun aucune nul nulle plusieurs quelques quelque \
         certains certaines certain certaine autre autres meme memes tel telle tels telles ne n pas plus moins tres trop peu \
         beaucoup bien mal mieux deja encore toujours jamais souvent parfois ici la-bas maintenant hier demain enfin ensuite puis \
         surtout pourtant cependant toutefois neanmoins certes notamment peut-etre seulement seul seule seuls seules presque \
         environ non oui est sont etait etaient sera seront serait ete etre suis es sommes etes fut furent soit ai as avons avez \
         ont avait avaient aura auront aurait eu avoir fait faire faut doit doivent peut peuvent pouvait va vont deux trois quatre \
         cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille \
         million millions milliard milliards premier premiere premiers premieres deuxieme troisieme second seconde dernier derniere \
         derniers dernieres jusque jusqu quant face grace suite rien personne quiconque autant tant plutot loin pres hors \
         the of and in to for with on at by from an this that these those it its he she they we you his her their our your is are was \
         were be been has have had do does did not but or if as so than then when where who what which how why after before during \
         while there here all some any no more most other such only also about into over under between against since until because \
         though although said says will would can could may might must should i my me him them us one two three four five six seven \
         eight nine ten first last new mr mrs ms",
    ),
    (Class::ARTICLE, "le la les l du des au aux the"),
    (Class::PARTICLE, "de du des d la le les l sur sous en lez les a au aux et saint sainte bois"),
    (
        Class::FOREIGN_PARTICLE,
        "al el ul ad as ash ben bin ibn abu abou abd von van der den ter ten zu zum di da do dos das del della dello degli della ould bint y",
    ),
    (
        Class::CIVILITY,
        "m mm mr mme mmes mlle mlles monsieur madame mademoiselle messieurs mesdames me maitre dr docteur pr professeur mgr \
         monseigneur abbe pere soeur frere sir lady lord dame don dona sheikh cheikh ayatollah imam mollah rabbin cardinal pape roi \
         reine prince princesse duc duchesse comte comtesse baron baronne marquis empereur imperatrice tsar emir sultan general \
         generale colonel colonelle lieutenant commandant capitaine sergent caporal adjudant brigadier amiral marechal mister mrs ms miss saint sainte",
    ),
    (
        Class::TITLE,
        "president presidente copresident copresidente ministre secretaire parole depute deputee senateur \
         senatrice maire eurodepute eurodeputee prefet prefete procureur procureure juge magistrat magistrate avocat avocate avocats \
         chancelier chanceliere premier gouverneur gouverneure ambassadeur ambassadrice conseiller conseillere adjoint adjointe \
         directeur directrice patron patronne pdg dirigeant dirigeante chef cheffe leader numero candidat candidate elu elue \
         militant militante opposant opposante dissident journaliste reporter photographe editorialiste chroniqueur chroniqueuse \
         animateur animatrice presentateur presentatrice ecrivain ecrivaine auteur auteure autrice romancier romanciere poete \
         philosophe historien historienne sociologue politologue economiste chercheur chercheuse specialiste expert experte \
         analyste psychologue psychiatre medecin chirurgien infirmier infirmiere enseignant enseignante acteur actrice comedien \
         comedienne realisateur realisatrice cineaste metteur chanteur chanteuse musicien musicienne compositeur chef rappeur \
         rappeuse peintre sculpteur artiste humoriste danseur danseuse choregraphe producteur productrice editeur editrice \
         styliste couturier architecte entraineur entraineure selectionneur attaquant defenseur milieu gardien ailier buteur \
         joueur joueuse champion championne pilote cycliste coureur coureuse nageur nageuse tennisman boxeur judoka athlete \
         capitaine arbitre entrepreneur homme femme industriel milliardaire agriculteur syndicaliste delegue deleguee responsable fondateur \
         fondatrice cofondateur cofondatrice predecesseur successeur rival homologue collegue ancien ancienne ex eleveur \
         commissaire inspecteur enqueteur policier gendarme militaire soldat temoin victime suspect accuse prevenu terroriste \
         djihadiste jihadiste assassin bâtonnier batonnier recteur doyen eveque archeveque pretre dramaturge scenariste \
         essayiste theologien astronaute physicien biologiste chimiste mathematicien navigateur skieur skieuse star \
         minister secretary senator spokesman spokeswoman chairman governor mayor actor actress singer writer journalist",
    ),
    (
        Class::BODY,
        "ministere prefecture mairie tribunal cour parquet universite ecole lycee college hopital chu chru clinique \
         institut banque parti academie observatoire theatre opera ambassade consulat parlement senat eveche archeveche \
         diocese commissariat gendarmerie rectorat haut-commissariat bibliotheque cinematheque conservatoire faculte \
         ministry department university college bank court",
    ),
    (
        Class::LOOSE_BODY,
        "secretariat agence office conseil comite commission federation confederation union syndicat association fondation ligue \
         mouvement front collectif caisse chambre centre laboratoire orchestre direction delegation assemblee autorite \
         organisation reseau communaute ordre coordination alliance coalition rassemblement police cabinet haute haut fonds programme \
         service groupement consortium protection societe compagnie bureau mission inspection brigade \
         council committee agency party foundation institute association",
    ),
    (
        Class::BESIDE_BODY,
        "groupe societe entreprise compagnie association fondation ong club constructeur operateur geant equipementier \
         fabricant distributeur enseigne marque laboratoire up startup plateforme agence syndicat parti mouvement collectif \
         journal quotidien quotidiens hebdomadaire mensuel bimensuel magazine revue chaine radio site webzine redaction hebdo cabinet maison editions label \
         formation centrale confederation federation ligue reseau milice organisation mutuelle cooperative filiale holding \
         company group newspaper magazine",
    ),
    (
        Class::POWER,
        "armee gouvernement police parlement senat aviation marine etat-major presidence diplomatie justice gendarmerie \
         ministere ambassade chancellerie regime forces troupes douane federation assemblee parti opposition delegation exercice \
         executif army government",
    ),
    (
        Class::SITE,
        "rue avenue boulevard place quai pont gare aeroport stade musee cap pointe hotel chapelle collegiale delta plaine desert lac mont monts ile iles foret vallee golfe mer ocean \
         plateau parc chateau camp detroit baie presqu'ile square jardin jardins palais basilique cathedrale eglise abbaye mosquee \
         synagogue cimetiere prison autoroute col pic faubourg impasse allee esplanade citadelle barrage plage mount lake river street",
    ),
    (
        Class::BESIDE_PLACE,
        "ville villes village villages commune communes region regions departement departements province provinces canton district \
         quartier quartiers arrondissement metropole agglomeration capitale cite banlieue localite bourg bourgade hameau comte \
         enclave oblast gouvernorat wilaya prefecture pays royaume republique territoire zone frontiere bastion fief banlieue \
         environs alentours habitants maire peninsule archipel municipalite periphery city town",
    ),
    (Class::TOWARDS, "vers depuis jusqu via in from towards near"),
    (
        Class::SPEECH,
        "declare dit annonce affirme assure indique precise explique estime juge souligne ajoute confie raconte reconnu rappele \
         repondu reagi denonce accuse demande appele promis propose refuse rejete accepte confirme dementi condamne salue \
         exhorte averti prevenu menace decide voulu souhaite espere regrette deplore insiste martele lance poursuivi conclu \
         exige reclame plaide soutenu critique fustige ordonne signe negocie suspendu rompu renforce bombarde envoye \
         repete commente temoigne admis nie concede resume observe constate considere pense croit veut soutient repond \
         rappelle regit reagit rejette accueille appelle promet refute dement avertit souhaite espere exhorte ecrit tweete \
         poursuit conclut reconnait maintient entend demeure reste fait said says told announced warned",
    ),
    (
        Class::AUXILIARY,
        "a ont avait avaient aura auront aurait auraient ait est sont etait etaient sera seront serait s'est va vont doit doivent peut \
         peuvent veut veulent has have had",
    ),
    (
        Class::CALENDAR,
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi \
         samedi dimanche january february march april may june july august september october november december monday tuesday \
         wednesday thursday friday saturday sunday",
    ),
    (
        Class::SOLEMN,
        "etat etats affaires republique president presidente premier ministre ministres gouvernement constitution eglise bourse internet \
         web net dieu terre histoire nation nations parlement senat roi reine pape prince maire empire resistance liberation \
         renaissance antiquite revolution justice police armee garde chambre conseil cour union departement region ville \
         islam coran bible torah messieurs mesdames monsieur madame maitre docteur professeur code loi livre grand haut \
         grands hauts sud nord est ouest nord-est nord-ouest sud-est sud-ouest hexagone toile lune soleil ciel enfer paradis \
         homme droits etre moi parti front ecole universite bac net euro euros chancelier hotel palais place rue avenue \
         lire voir abonnez photo video crédit credit copyright publicite direct live exclusif interview portrait reportage \
         tribune analyse edito editorial infographie carte enquete dossier mise update monsieur net \
         ancien ancienne nouveau nouvelle jeune petit petite vieux saint sainte",
    ),
    (
        Class::INITIALISM,
        "ong tva pib pnb cdi cdd sms adn arn hlm vtc tgv ter suv rtt pma gpa qr pv cv dvd cd tv gps ia ogm ov ovni irm vih sida csg \
         ir isf ifi smic rsa apl crds dom tom dom-tom bd rer pme eti tpe pmi zad zep zus rep lbd ufo hiv usb html http pdf ceo pdg drh \
         dj vip wc id faq ok rip lgbt lgbti lgbtq lgbtqi qpc opa pacs opex tnt hd rap dna covid sars crispr nba-like cap bep bts dut iut ipo kg km mm cm bac sdf vo \
         cice ttip tafta ceta alena ppp av jc apr ppm nox uv led lcd cnil-like n no p pp s f t",
    ),
    (
        Class::BODY_ADJECTIVE,
        "national nationale nationaux nationales general generale generaux generales regional regionale departemental \
         departementale municipal municipale communal communale local locale central centrale federal federale mondial mondiale \
         international internationale europeen europeenne superieur superieure supreme populaire democratique republicain \
         republicaine socialiste communiste liberal liberale radical radicale ecologiste conservateur travailliste nationaliste \
         islamique islamiste chretien chretienne catholique protestant protestante musulman musulmane juif juive orthodoxe \
         economique social sociale syndical syndicale politique constitutionnel constitutionnelle administratif administrative \
         judiciaire criminel criminelle correctionnel penal penale civil civile militaire scientifique technique technologique \
         agricole industriel industrielle commercial commerciale financier financiere monetaire medical medicale universitaire \
         hospitalier hospitaliere public publique prive privee independant independante unie unies uni unis ouvriere paysanne \
         patriotique progressiste olympique paralympique sportif sportive francais francaise permanent permanente provisoire \
         executif executive electoral electorale interministeriel interministerielle intercommunal urbaine metropolitain \
         populaires democrate democrates republicains verte vert culturel culturelle historique naturel maritime spatial spatiale \
         atomique nucleaire",
    ),
    (
        Class::COMPANY,
        "pdg patron patronne filiale salaries actionnaire actionnaires action actions titre capital rachat racheter racheté fusion \
         usine usines siege maison-mere sous-traitant concurrent concurrente fournisseur client clients chiffre benefice benefices \
         marque modele sa sas inc corp ltd gmbh ag spa company shares",
    ),
    (Class::COMPASS, "est ouest nord sud centre"),
    (
        Class::SEATED,
        "maire prefet prefete eveque archeveque cardinal cure procureur procureure depute deputee senateur senatrice duc duchesse comte comtesse roi reine \
         gouverneur gouverneure emir sultan pretre rabbin imam",
    ),
    (
        Class::HAPPENING,
        "attentat attentats attaque attaques bataille siege bombardement bombardements seisme tremblement incendie explosion fusillade usine \
         usines site sites sommet accords festival maternite gare gares port aeroport aeroports rues route routes plage plages camp \
         prison centrale caserne marche environs banlieue nord sud est ouest centre pres loin originaire originaires natif native venu venue \
         venus venues retour arrive arrivee banlieue carnaval foire derby",
    ),
    (
        Class::FIRM,
        "group groupe inc corp corporation company companies co airways airlines bank university organization organizations foundation fc \
         as rc sc afc cf club records motors press industries institute studios games entertainment partners consulting tv television \
         films pictures media energy pharma technologies systems services telecom capital holding agency association society council committee \
         party union international limited ltd sa sas spa ag gmbh football rugby athletic united city basket handball volley",
    ),
    (
        Class::WORK,
        "film films roman romans livre livres album albums chanson serie series piece pieces spectacle exposition documentaire \
         emission bd jeu festival operation projet programme plan loi intitule intitulee titre baptise baptisee appele appelee nomme nommee dit dite \
         surnomme surnommee logiciel application appli fusee navire bateau satellite ouragan tempete cyclone",
    ),
    (
        Class::KIN,
        "ans frere soeur mere pere fils fille epouse epoux mari femme veuve compagne compagnon cousin oncle neveu ne nee",
    ),
];
