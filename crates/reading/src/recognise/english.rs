//! English: what single words do in its sentences, and how its names are built. The French lists say other things of the same letters
//! (`a`, `on`, `son`), and English puts the head of a name last (`Supreme Court`, `Grand Canal`).

use super::{
    classes::Class,
    scan::{Candidate, Ground, Reader},
    sheet::{Gap, Shape},
};

/// What words do in either language.
pub(super) const SHARED: Class = Class::PARTICLE
    .with(Class::FOREIGN_PARTICLE)
    .with(Class::FIRST_NAME)
    .with(Class::FIRM)
    .with(Class::CALENDAR)
    .with(Class::INITIALISM);

/// Each class and its English words.
pub(super) const CLASSES: &[(Class, &str)] = &[
    (
        Class::FUNCTION,
        "the of and in to for with on at by from an a this that these those it its he she they we you i his her their our your my me him \
         them us is was were be been being are am has have had do does did not no nor but or if as so than then when where who whom whose \
         what which how why after before during while there here all some any more most other such only also about into over under \
         between against since until because though although would can could may might must should will shall just even still yet \
         already again once ever never now today yesterday tomorrow tonight however meanwhile moreover nevertheless instead despite \
         according among amid amongst across around behind below beneath beside besides beyond above along within without throughout \
         toward towards upon via per both each every either neither another many much few several own same too very quite rather almost \
         perhaps maybe one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million \
         billion last next yes out up down off through let like unlike",
    ),
    (Class::ARTICLE, "the"),
    (
        Class::CIVILITY,
        "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness viscount duchess marquess count countess \
         prince princess king queen pope cardinal archbishop bishop rev reverend father sister brother rabbi imam ayatollah sheikh sheik \
         emir sultan alhaji rep sen gov gen lt col maj capt cpl sgt sgts cllr hon president general colonel lieutenant major captain commander \
         corporal sergeant admiral brigadier private constable pc insp supt mullah emperor empress tsar",
    ),
    (
        Class::TITLE,
        "minister ministers premier secretary undersecretary senator congressman congresswoman representative councillor councilman \
         councilwoman councilmember alderman mayor governor chancellor ambassador envoy commissioner chairman chairwoman chairperson chair \
         chief director head leader deputy vice spokesman spokeswoman spokesperson judge justice magistrate attorney prosecutor lawyer \
         barrister solicitor counsel detective inspector superintendent officer trooper deputy sheriff analyst economist strategist \
         executive founder co-founder cofounder owner manager coach captain striker midfielder defender goalkeeper keeper winger forward \
         quarterback pitcher batsman bowler fullback scrum-half fly-half player champion boxer sprinter swimmer cyclist jockey driver \
         novelist author writer poet playwright critic journalist reporter correspondent columnist editor photographer broadcaster presenter \
         host actor actress singer rapper musician composer conductor drummer guitarist comedian painter sculptor artist designer architect \
         director filmmaker producer scientist researcher biologist physicist chemist astronomer geologist historian philosopher sociologist \
         psychologist psychiatrist surgeon nurse engineer astronaut farmer fisherman teacher headteacher headmaster principal student pupil \
         activist campaigner candidate lawmaker backbencher whip treasurer secretary-general speaker provost rector vicar priest pastor \
         preacher warlord militant rebel general-secretary ceo cfo coo md boss tycoon billionaire businessman businesswoman entrepreneur \
         taoiseach tanaiste mp mps mep msp mla td kc qc analysts economists researchers scientists engineers lawyers doctors nurses teachers fellow lecturer consultant trader traders strategists resident neighbour neighbor witness survivor victim suspect widow husband wife daughter son mother grandfather grandmother",
    ),
    (
        Class::BODY,
        "ministry department university college institute bank court parliament senate congress assembly council committee commission \
         authority agency party office bureau board union association federation confederation foundation society trust league alliance \
         organisation organization service services police army navy force forces guard corps academy hospital school church laboratory \
         lab observatory museum orchestra theatre theater ballet opera times post herald tribune gazette telegraph guardian mail chronicle \
         newspaper magazine news network corporation company group holdings inc ltd plc corp llc airlines airways motors industries \
         partners bancorp pharmaceuticals club fc rovers wanderers rangers athletic albion hotspur villa democrats republicans greens \
         brigade battalion regiment division fund exchange treasury cabinet tribunal inquiry registry coalition movement front congregation \
         diocese constabulary ambulance chamber rescue campaign centre center clinic institution administration brotherhood council",
    ),
    (
        Class::SITE,
        "street road avenue lane square bridge canal river lake lough loch airport station park island islands isle isles bay hill hills \
         mountain mountains valley county beach palace castle stadium ground forest coast sea ocean peninsula desert strait straits gulf \
         cape harbour harbor port pier estate village quay terrace gardens garden cathedral abbey tower towers plaza mall market prison pass hall house manor farm lodge mill arena hotel museum zoo racecourse speedway \
         reservoir dam falls creek moor heath common glacier reef canyon province district borough parish state states republic kingdom \
         emirates territory highlands lowlands plain plains delta basin archipelago mount fort camp",
    ),
    (
        Class::BESIDE_BODY,
        "company firm group charity magazine newspaper daily agency publisher broadcaster club side bank retailer carmaker network",
    ),
    (
        Class::BESIDE_PLACE,
        "city town village region province district county suburb capital port island state neighbourhood neighborhood borough hamlet \
         municipality coast area outskirts north south east west centre center republic kingdom",
    ),
    (
        Class::SPEECH,
        "said says told tells added adds announced announces warned warns replied replies insisted insists argued argues claimed claims denied \
         denies explained explains admitted admits confirmed confirms wrote writes tweeted asked asks recalled recalls noted notes joked \
         acknowledged stressed urged vowed pledged promised refused rejected condemned welcomed accused blamed criticised criticized praised \
         called believes thinks suggested conceded declared stated revealed remembered agreed hopes fears complained",
    ),
    (Class::AUXILIARY, "has have had will would is was were are could should may might must does did"),
    (
        Class::SOLEMN,
        "state church house congress parliament government crown union internet bible god earth sun moon west north south east",
    ),
    (
        Class::COMPANY,
        "shares share stake stakes subsidiary employees shareholders chief executive boss takeover acquisition merger plant headquarters customers profits",
    ),
    (
        Class::HAPPENING,
        "attack bombing battle siege earthquake fire explosion shooting crash festival people residents streets outskirts north south east west",
    ),
    (
        Class::KIN,
        "brother sister mother father son daughter wife husband widow partner cousin uncle aunt nephew niece family death murder killing",
    ),
];

/// Those who share a belief or a cause, who are many.
#[rustfmt::skip]
const BELIEVERS: [&str; 24] = [
    "muslim", "muslims", "jew", "jews", "christian", "christians", "anglican", "anglicans", "catholic", "catholics", "protestant", "protestants",
    "hindu", "hindus", "sikh", "sikhs", "buddhist", "buddhists", "democrat", "democrats", "republican", "republicans", "tory", "tories",
];

/// First words of the names of storms and of undertakings.
const NAMED: [&str; 6] = ["storm", "hurricane", "typhoon", "cyclone", "operation", "project"];

/// Last words of the names of what happens, is won or is signed: no person, place or body.
#[rustfmt::skip]
const HAPPENINGS: [&str; 33] = [
    "prize", "prizes", "award", "awards", "cup", "act", "bill", "championship", "championships", "games", "war", "treaty", "agreement", "accord",
    "accords", "open", "festival", "derby", "marathon", "olympics", "paralympics", "summit", "week", "trophy", "medal", "final",
    "finals", "pandemic", "protocol", "convention", "amendment", "deal", "conference",
];

impl Reader<'_> {
    /// A run of capitals of an English text, with what belongs to it.
    pub(super) fn english_run(&self, run: Candidate) -> Option<Candidate> {
        let Candidate { mut first, mut last, .. } = run;
        // `Secretary of State Jane Roe`
        let of_state = first > 1
            && self.text(first) == "state"
            && self.text(first - 1) == "of"
            && self.class(first - 2).has(Class::TITLE);
        if of_state && first == last {
            return None;
        }
        first += usize::from(of_state);
        // `D-Texas`
        if first < last && self.tokens[first].shape == Shape::Initial && self.tokens[first + 1].gap == Gap::Hyphen {
            first += 1;
        }
        let bare = last;
        last = self.past_of(first, last);
        let heads =
            |at: usize| self.tokens[at].shape != Shape::Initial && (at == first || self.tokens[at].gap != Gap::Hyphen);
        let body = |at: usize| self.class(at).has(Class::BODY) && heads(at);
        let site = |at: usize| self.class(at).has(Class::SITE) && heads(at);
        let owned = last > bare && self.tokens[bare + 1].gap == Gap::Apostrophe;
        // `Supreme Court`, `West Midlands Police`, `Department of Health`.
        if last > first
            && (body(bare) || owned && body(last) || last > bare && body(first))
            && !self.is_first_name(first, bare)
        {
            return Some(Candidate { first, last, ground: Ground::Body });
        }
        let placed = site(bare)
            || owned && site(last)
            || matches!(self.text(first), "lake" | "mount" | "river" | "fort" | "camp" | "cape" | "port");
        if last > first
            && placed
            && (owned || !self.is_first_name(first, bare))
            && !self.class(first).has(Class::CIVILITY)
        {
            return Some(Candidate { first, last, ground: Ground::Site });
        }
        if last > bare {
            last = bare;
        }
        // `Emily Carter KC`, `Fianna Fáil TD Paul Geraghty`
        let letters = |at: usize| self.tokens[at].shape == Shape::Upper && self.class(at).has(Class::TITLE);
        while last > first && letters(last) {
            last -= 1;
        }
        if let Some(office) = (first..last).rev().find(|&at| letters(at)) {
            first = office + 1;
        }
        if last > first && NAMED.contains(&self.text(first)) {
            return None;
        }
        if last > first && HAPPENINGS.contains(&self.text(last)) {
            return None;
        }
        // `Home Secretary Jane Roe`: what stands up to the last office is no part of the name.
        let office = |at: usize| self.class(at).has(Class::TITLE | Class::CIVILITY);
        let demonym = |at: usize| self.book.known.demonym_words.contains_key(&self.tokens[at].word);
        let ordinary =
            |at: usize| self.class(at).has(Class::ORDINARY | Class::FUNCTION) && !self.class(at).has(Class::FIRST_NAME);
        let before = |at: &usize| office(*at) || demonym(*at) || ordinary(*at);
        if first < last && demonym(first) && self.class(first + 1).has(Class::FIRST_NAME) {
            first += 1;
        }
        let leading = (first..=last).take_while(before).filter(|&at| office(at)).last();
        if let Some(leading) = leading {
            if leading == last {
                return None;
            }
            first = leading + 1;
        }
        (first < last || self.stands_alone(first)).then_some(Candidate { first, last, ground: Ground::Capitals })
    }

    /// Whether a single capital is a name by itself.
    fn stands_alone(&self, at: usize) -> bool {
        let class = self.class(at);
        // What is left of `Brit Award`, `Storm Brigid`.
        let led = at > 0 && self.follows(at) && self.is_capital(at - 1) && NAMED.contains(&self.text(at - 1));
        if led || BELIEVERS.contains(&self.text(at)) || HAPPENINGS.contains(&self.text(at)) {
            return false;
        }
        if class.has(Class::FUNCTION | Class::TITLE | Class::CIVILITY) || self.tokens[at].shape == Shape::Initial {
            return false;
        }
        let common = class.has(Class::ORDINARY) && (!class.has(Class::FIRST_NAME) || self.tokens[at].opens());
        let titled = at > 0 && self.class(at - 1).has(Class::CIVILITY);
        if common && !titled {
            // `a Republican`, `the League`; an ordinary word is somebody's name where the corpus knows it as one only.
            let governed = at > 0
                && !self.tokens[at].opens()
                && matches!(self.text(at - 1), "a" | "an" | "the" | "of" | "every" | "any");
            let counts = &self.book.counts;
            let word = self.tokens[at].word;
            return !governed
                && !class.has(Class::BODY | Class::SITE | Class::SOLEMN)
                && counts.small(word) == 0
                && !self.tokens[at].opens();
        }
        true
    }

    fn is_first_name(&self, first: usize, last: usize) -> bool {
        let class = self.class(first);
        last > first
            && class.has(Class::FIRST_NAME)
            && !class.has(Class::ORDINARY)
            && !self.class(last).has(Class::BODY | Class::SITE)
    }

    /// The end of `of Appeal`, `of the Interior and Justice`, `for Education` after a run that heads it, and of `'s Hospital`.
    fn past_of(&self, first: usize, last: usize) -> usize {
        let mut end = last;
        // `St James's Hospital`
        let owned =
            self.tokens.get(end + 1).is_some_and(|token| token.gap == Gap::Apostrophe && token.span().len() == 1);
        if owned
            && self.follows(end + 2)
            && self.is_capital(end + 2)
            && self.class(end + 2).has(Class::BODY | Class::SITE)
        {
            return end + 2;
        }
        if !self.class(last).has(Class::BODY | Class::SITE)
            || self.class(first).has(Class::FIRST_NAME) && !self.class(first).has(Class::ORDINARY)
        {
            return end;
        }
        let mut from = end + 1;
        // `Department for Education`
        // `Commission on Human Rights`, `University of Hawaii at Hilo`
        let deliberates = matches!(self.text(last), "commission" | "committee" | "council" | "centre" | "center");
        let joins = |at: usize| match self.text(at) {
            "of" => true,
            "for" => self.class(last).has(Class::BODY),
            "on" => deliberates,
            "at" => self.text(last) == "university" && at > last + 1,
            _ => false,
        };
        while self.follows(from) && joins(from) {
            let article = self.follows(from + 1) && self.text(from + 1) == "the";
            let name = from + 1 + usize::from(article);
            if !(self.follows(name) && self.is_name(name, true)) || self.tokens[name].shape == Shape::Small {
                break;
            }
            end = self.end(name, false);
            // `Health and Human Services`
            let and = end + 1;
            let more =
                self.follows(and) && self.text(and) == "and" && self.follows(and + 1) && self.is_capital(and + 1);
            if more && self.class(and + 1).has(Class::ORDINARY) && !self.class(and + 1).has(Class::FIRST_NAME) {
                end = self.end(and + 1, false);
            }
            from = end + 1;
        }
        end
    }
}
