//! What each candidate is: its own evidence first, then that of the same form in the article and in the corpus, then a full name that
//! explains it.

use super::{
    Hit,
    forms::{FormId, Forms},
    known::Source,
    link::{Links, Surname},
    scan::{Book, Ground},
    weigh::Scores,
};
use rustc_hash::FxHashMap;
use visavis_corpus::{Confidence, Kind, MentionRule};

/// Scores below this, or leads below [`LEAD`], leave the kind unknown.
const SCORE: i32 = 1;
const LEAD: i32 = 1;

/// What was decided of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decided {
    pub(super) kind: Kind,
    pub(super) rule: MentionRule,
    pub(super) confidence: Confidence,
    /// The full name that explains it.
    pub(super) full: Option<FormId>,
}

/// Decides every hit of one article.
pub(super) fn decide(hits: &[Hit], book: &Book, forms: &Forms, links: &Links) -> Vec<Decided> {
    let mut here: FxHashMap<FormId, (Scores, i32)> = FxHashMap::default();
    for hit in hits {
        let (scores, count) = here.entry(hit.form).or_default();
        scores.add(hit.evidence.scores);
        *count += 1;
    }
    let named = links.full_names(hits);
    let deciding = Deciding { book, forms, links, named: &named };
    let mut decided: Vec<Decided> = hits.iter().map(|hit| deciding.hit(hit, here[&hit.form])).collect();
    coordinate(hits, &mut decided);
    decided
}

/// Names in one enumeration are of one kind: a doubtful one takes that of the surest beside it.
fn coordinate(hits: &[Hit], decided: &mut [Decided]) {
    let mut from = 0;
    while from < hits.len() {
        let more = hits[from..].windows(2).take_while(|pair| pair[1].coordinated).count();
        let chain = from..from + more + 1;
        let surest = chain
            .clone()
            .filter(|&at| is_told_apart(decided[at].kind))
            .max_by_key(|&at| (decided[at].confidence, chain.end - at));
        if let Some(model) = surest.map(|at| decided[at]).filter(|model| model.confidence >= Confidence::percent(SURE))
        {
            for at in chain.clone() {
                let doubtful = decided[at].confidence < Confidence::percent(DOUBTFUL)
                    && (is_told_apart(decided[at].kind) || decided[at].kind == Kind::Other);
                if doubtful && decided[at].kind != model.kind && hits[at].listed.is_none() && decided[at].full.is_none()
                {
                    let confidence = Confidence::percent(DOUBTFUL);
                    decided[at] = Decided { kind: model.kind, rule: MentionRule::Enumeration, confidence, full: None };
                }
            }
        }
        from = chain.end;
    }
}

/// From here on a kind is sure enough to be passed on.
const SURE: u8 = 70;
/// Below this it is open to what stands beside it.
const DOUBTFUL: u8 = 62;

const fn is_told_apart(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Place | Kind::Organisation)
}

struct Deciding<'d> {
    book: &'d Book,
    forms: &'d Forms,
    links: &'d Links,
    /// The full names of persons in the article.
    named: &'d [FormId],
}

impl Deciding<'_> {
    fn hit(&self, hit: &Hit, (article, count): (Scores, i32)) -> Decided {
        let certain =
            |kind, rule, percent| Decided { kind, rule, confidence: Confidence::percent(percent), full: None };
        if let Some(listed) = hit.listed {
            return Decided { kind: listed.kind, rule: listed.rule, confidence: listed.confidence(), full: None };
        }
        match hit.candidate.ground {
            Ground::People(_) => certain(Kind::People, MentionRule::Demonym, 90),
            Ground::Body => certain(Kind::Organisation, MentionRule::OrganisationHead, 80),
            Ground::Site => certain(Kind::Place, MentionRule::PlaceHead, 80),
            Ground::Misspelt(entry) => {
                certain(self.book.known.entries[entry as usize].kind, MentionRule::Misspelling, 70)
            }
            Ground::Known(entry) if self.book.known.entries[entry as usize].kind == Kind::Event => {
                certain(Kind::Event, MentionRule::KnownName, 85)
            }
            Ground::Known(_) | Ground::Capitals => self.by_votes(hit, article, count),
        }
    }

    fn by_votes(&self, hit: &Hit, article: Scores, count: i32) -> Decided {
        let own = hit.evidence.scores;
        let corpus = self.forms.get(hit.form);
        let others = i32::try_from(corpus.count).unwrap_or(i32::MAX).saturating_sub(count);
        let mut scores = own;
        scores.add(less(article, own).share(2, count - 1, 10));
        scores.add(less(corpus.scores, article).share(3, others.saturating_mul(2), 8));
        let surname = self.surname(hit);
        match surname {
            Surname::Here(_) | Surname::SeveralHere => scores.person += 12,
            Surname::Elsewhere(_) | Surname::SeveralElsewhere => scores.person += 5,
            Surname::None => {}
        }
        let (kind, score, lead) = scores.best();
        if score < SCORE || lead < LEAD {
            return Decided {
                kind: Kind::Other,
                rule: MentionRule::Capitals,
                confidence: Confidence::percent(30),
                full: None,
            };
        }
        let confidence = Confidence::percent(50 + 4 * u8::try_from(lead.clamp(0, 11)).unwrap_or(0));
        let voted = if own.best().0 == kind { MentionRule::Capitals } else { MentionRule::Votes };
        let rule = hit.evidence.rule(kind).unwrap_or(voted);
        let decided = Decided { kind, rule, confidence, full: None };
        if kind == Kind::Person { explained(decided, surname) } else { decided }
    }

    /// The full name that ends with this one. A country is no surname, nor is what has a full name's own first name.
    fn surname(&self, hit: &Hit) -> Surname {
        let country = match hit.candidate.ground {
            Ground::Known(entry) => self.book.known.entries[entry as usize].source == Source::Country,
            _ => false,
        };
        if country {
            return Surname::None;
        }
        self.links.surname(hit.form, hit.evidence.feminine, self.named, self.book, self.forms)
    }
}

/// A person whose full name is, or is not, known.
fn explained(decided: Decided, surname: Surname) -> Decided {
    match surname {
        Surname::Here(full) => Decided { rule: MentionRule::FullName, full: Some(full), ..decided },
        Surname::Elsewhere(full) => {
            let confidence = decided.confidence.min(Confidence::percent(75));
            Decided { rule: MentionRule::FullName, full: Some(full), confidence, ..decided }
        }
        Surname::SeveralHere | Surname::SeveralElsewhere => {
            let confidence = decided.confidence.min(Confidence::percent(40));
            Decided { rule: MentionRule::Ambiguous, confidence, ..decided }
        }
        Surname::None => decided,
    }
}

fn less(all: Scores, part: Scores) -> Scores {
    Scores { person: all.person - part.person, place: all.place - part.place, body: all.body - part.body }
}
