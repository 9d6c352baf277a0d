//! A comparison as programs read it: what `visavis compare --json` prints and `window.visavis.compare` gives.
//!
//! Places carry their words, so that a reader of the JSON needs no other file. Lists inside a row have one entry an article, in the
//! order in which the articles were asked for.

use crate::comparison::{Comparison, PairReport};
use crate::copies::{CopiedPassage, CopyClass, Piece};
use crate::entities::per_thousand;
use crate::figures::Agreement;
use crate::keyness::{KeyWord, WordCounts, keyness};
use crate::passages::{Evidence, Meeting, Term};
use crate::voices::Voice;
use crate::wording::Place;
use serde::Serialize;
use visavis_corpus::{Article, Entity, EntityIx, Kind};
use visavis_text::{Span, slice};

/// Key words that are reported of each article.
const KEY_WORDS: usize = 100;

/// The whole comparison.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "each field is named for what it holds; docs/compare.md describes them")]
pub struct ComparisonReport {
    pub articles: Vec<ArticleRow>,
    pub copies: Vec<CopyReport>,
    pub passages: Vec<MeetingReport>,
    pub entities: Vec<EntityReport>,
    pub names: Vec<NameReport>,
    pub voices: Vec<VoiceReport>,
    pub quotations: Vec<QuotationReport>,
    pub words: Vec<WordsReport>,
    pub figures: Vec<FigureReport>,
    pub dates: Vec<DateReport>,
}

/// An article that is compared.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleRow {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub words: usize,
}

/// A place with its words.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceReport {
    pub article: String,
    pub block: u32,
    pub span: Span,
    pub text: String,
}

/// A passage that two articles share.
#[derive(Clone, Debug, Serialize)]
pub struct CopyReport {
    pub class: CopyClass,
    pub verbatim: f64,
    pub words: usize,
    pub articles: [String; 2],
    pub shares: [f64; 2],
    pub places: Vec<PlaceReport>,
    pub differences: Vec<DifferenceReport>,
}

/// Words that are not the same in both.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceReport {
    pub change: crate::copies::Change,
    pub texts: [String; 2],
}

/// Two sentences on the same matter.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingReport {
    pub strength: f64,
    pub places: [PlaceReport; 2],
    pub evidence: Vec<EvidenceReport>,
}

/// Something that both sentences have.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceReport {
    pub kind: &'static str,
    pub term: String,
    pub weight: f64,
}

/// An entity and how often each article names it.
#[derive(Clone, Debug, Serialize)]
pub struct EntityReport {
    pub entity: String,
    pub name: String,
    pub kind: &'static str,
    pub counts: Vec<u32>,
    pub per_thousand: Vec<f64>,
}

/// A referent and what the articles call it.
#[derive(Clone, Debug, Serialize)]
pub struct NameReport {
    pub entity: Option<String>,
    pub referent: String,
    pub forms: Vec<FormReport>,
}

/// One of its names.
#[derive(Clone, Debug, Serialize)]
pub struct FormReport {
    pub form: String,
    pub kind: &'static str,
    pub counts: Vec<usize>,
    pub places: Vec<PlaceReport>,
}

/// A voice and what each article has of it.
#[derive(Clone, Debug, Serialize)]
pub struct VoiceReport {
    pub kind: &'static str,
    pub entity: Option<String>,
    pub voice: Option<String>,
    pub direct: Vec<usize>,
    pub indirect: Vec<usize>,
    pub quotes: Vec<PlaceReport>,
}

/// A quotation that two articles have.
#[derive(Clone, Debug, Serialize)]
pub struct QuotationReport {
    pub places: Vec<PlaceReport>,
    pub differences: Vec<DifferenceReport>,
}

/// The words of one article against those of the others compared.
#[derive(Clone, Debug, Serialize)]
pub struct WordsReport {
    pub article: String,
    pub against: Vec<String>,
    pub words: [usize; 2],
    pub small: bool,
    pub rows: Vec<KeyWord>,
}

/// A thing counted.
#[derive(Clone, Debug, Serialize)]
pub struct FigureReport {
    pub noun: String,
    pub agreement: Agreement,
    pub figures: Vec<Vec<NumberReport>>,
}

/// A number.
#[derive(Clone, Debug, Serialize)]
pub struct NumberReport {
    pub value: String,
    pub qualifier: Option<String>,
    pub place: PlaceReport,
}

/// A day, or some days.
#[derive(Clone, Debug, Serialize)]
pub struct DateReport {
    pub value: String,
    pub published: Vec<bool>,
    pub places: Vec<PlaceReport>,
}

impl ComparisonReport {
    /// Reports `comparison`; `entities` are those of its corpus. Hidden ones are left out.
    pub fn new(comparison: &Comparison, entities: &[Entity]) -> Self {
        let reporter = Reporter { articles: &comparison.articles, entities };
        let pairs = || comparison.pairs.iter();
        Self {
            articles: comparison.articles.iter().zip(&comparison.lengths).map(article_row).collect(),
            copies: pairs()
                .flat_map(|pair| pair.copies.passages.iter().map(|copied| reporter.copy(pair.sides, copied)))
                .collect(),
            passages: pairs()
                .flat_map(|pair| pair.meetings.iter().map(|meeting| reporter.meeting(pair.sides, meeting)))
                .collect(),
            entities: reporter.entities(comparison),
            names: reporter.names(comparison),
            voices: comparison.voices.iter().map(|row| reporter.voice(row)).collect(),
            quotations: pairs().flat_map(|pair| reporter.quotations(pair)).collect(),
            words: words_reports(&comparison.articles),
            figures: reporter.figures(comparison),
            dates: reporter.dates(comparison),
        }
    }
}

fn article_row((article, &words): (&Article, &usize)) -> ArticleRow {
    let head = &article.head;
    ArticleRow {
        id: head.id.0.clone(),
        title: head.title.value().cloned(),
        outlet: head.outlet.value().cloned(),
        words,
    }
}

/// What places and entities refer to.
struct Reporter<'a> {
    articles: &'a [Article],
    entities: &'a [Entity],
}

impl Reporter<'_> {
    fn text(&self, side: usize, block: u32, span: Span) -> String {
        let block = self.articles.get(side).and_then(|article| article.blocks.get(block as usize));
        block.and_then(|block| slice(&block.text, span)).unwrap_or_default().to_owned()
    }

    fn id(&self, side: usize) -> String {
        self.articles.get(side).map_or_else(String::new, |article| article.head.id.0.clone())
    }

    fn place(&self, side: usize, place: Place) -> PlaceReport {
        let text = self.text(side, place.block, place.span);
        PlaceReport { article: self.id(side), block: place.block, span: place.span, text }
    }

    /// The places of all articles, which stand in `places` by article.
    fn places(&self, places: &[Vec<Place>]) -> Vec<PlaceReport> {
        let of = |(side, places): (usize, &Vec<Place>)| places.iter().map(|&at| self.place(side, at)).collect();
        places.iter().enumerate().flat_map(|row| -> Vec<PlaceReport> { of(row) }).collect()
    }

    fn shown(&self, entity: EntityIx) -> Option<&Entity> {
        self.entities.get(entity.index()).filter(|entity| !entity.hide)
    }

    fn copy(&self, sides: [usize; 2], copied: &CopiedPassage) -> CopyReport {
        let side = |at: usize| copied.sides[at].iter().flat_map(|stretch| &stretch.places).map(move |&p| (at, p));
        CopyReport {
            class: copied.class,
            verbatim: copied.verbatim,
            words: copied.words,
            articles: sides.map(|side| self.id(side)),
            shares: copied.shares,
            places: side(0).chain(side(1)).map(|(at, place)| self.place(sides[at], place)).collect(),
            differences: self.differences(sides, &copied.pieces),
        }
    }

    fn differences(&self, sides: [usize; 2], pieces: &[Piece]) -> Vec<DifferenceReport> {
        let other = pieces.iter().filter(|piece| piece.change != crate::copies::Change::Same);
        let text = |piece: &Piece, at: usize| {
            let words = piece.places[at].iter().map(|place| self.text(sides[at], place.block, place.span));
            words.collect::<Vec<_>>().join(" ")
        };
        other.map(|piece| DifferenceReport { change: piece.change, texts: [text(piece, 0), text(piece, 1)] }).collect()
    }

    fn meeting(&self, sides: [usize; 2], meeting: &Meeting) -> MeetingReport {
        MeetingReport {
            strength: meeting.strength,
            places: [0, 1].map(|at| self.place(sides[at], meeting.sides[at])),
            evidence: meeting.evidence.iter().map(|evidence| self.evidence(evidence)).collect(),
        }
    }

    fn evidence(&self, evidence: &Evidence) -> EvidenceReport {
        let (kind, term) = match &evidence.term {
            Term::Entity(ix) => {
                ("entity", self.entities.get(ix.index()).map_or_else(String::new, |entity| entity.id.clone()))
            }
            Term::Number(digits) => ("number", digits.clone()),
            Term::Date(when) => ("date", when.to_string()),
            Term::Family(word) => ("family", word.clone()),
            Term::Stem(stem) => ("stem", stem.clone()),
        };
        EvidenceReport { kind, term, weight: evidence.weight }
    }

    fn entities(&self, comparison: &Comparison) -> Vec<EntityReport> {
        let report = |row: &crate::entities::EntityRow| {
            let entity = self.shown(row.entity)?;
            let rates = row.counts.iter().zip(&comparison.lengths);
            Some(EntityReport {
                entity: entity.id.clone(),
                name: entity.name.clone(),
                kind: Kind::name(entity.kind),
                counts: row.counts.clone(),
                per_thousand: rates.map(|(&count, &words)| per_thousand(count, words)).collect(),
            })
        };
        comparison.entities.iter().filter_map(report).collect()
    }

    fn names(&self, comparison: &Comparison) -> Vec<NameReport> {
        let form = |form: &str, kind: &'static str, places: &[Vec<Place>]| FormReport {
            form: form.to_owned(),
            kind,
            counts: places.iter().map(Vec::len).collect(),
            places: self.places(places),
        };
        let named = comparison.names.iter().filter_map(|row| {
            let entity = self.shown(row.entity)?;
            let kind = |description| if description { "description" } else { "name" };
            let forms = row.forms.iter().map(|f| form(&f.form, kind(f.description), &f.places)).collect();
            Some(NameReport { entity: Some(entity.id.clone()), referent: entity.name.clone(), forms })
        });
        let termed = comparison.namings.iter().map(|row| {
            let forms = row.terms.iter().map(|term| form(&term.term, "term", &term.places)).collect();
            NameReport { entity: None, referent: row.referent.clone(), forms }
        });
        named.chain(termed).collect()
    }

    fn voice(&self, row: &crate::voices::VoiceRow) -> VoiceReport {
        let (kind, entity, voice) = match &row.voice {
            Voice::Entity(ix) => {
                let entity = self.entities.get(ix.index());
                ("entity", entity.map(|entity| entity.id.clone()), entity.map(|entity| entity.name.clone()))
            }
            Voice::Anonymous(_) => ("anonymous", None, row.described(self.articles).map(str::to_owned)),
            Voice::Unattributed => ("unattributed", None, None),
        };
        let quotes = row.shares.iter().enumerate().flat_map(|(side, share)| {
            let quotes = self.articles.get(side).map_or(&[][..], |article| &article.marks.quotes);
            let at = move |&at: &usize| quotes.get(at);
            share.quotes.iter().filter_map(at).map(move |q| (side, Place { block: q.block, span: q.span }))
        });
        VoiceReport {
            kind,
            entity,
            voice,
            direct: row.shares.iter().map(|share| share.direct).collect(),
            indirect: row.shares.iter().map(|share| share.indirect).collect(),
            quotes: quotes.map(|(side, place)| self.place(side, place)).collect(),
        }
    }

    fn quotations(&self, pair: &PairReport) -> Vec<QuotationReport> {
        let report = |shared: &crate::voices::SharedQuotation| {
            let quote = |at: usize| {
                let side = pair.sides[at];
                let quote = self.articles.get(side)?.marks.quotes.get(shared.quotes[at])?;
                Some(self.place(side, Place { block: quote.block, span: quote.span }))
            };
            let pieces = pair.copies.passages.get(shared.passage).map_or(&[][..], |copied| &copied.pieces);
            QuotationReport {
                places: [0, 1].into_iter().filter_map(quote).collect(),
                differences: self.differences(pair.sides, pieces),
            }
        };
        pair.quotations.iter().map(report).collect()
    }

    fn figures(&self, comparison: &Comparison) -> Vec<FigureReport> {
        let number = |side: usize, figure: &crate::figures::FigureAt| NumberReport {
            value: figure.value.clone(),
            qualifier: figure.qualifier.clone(),
            place: self.place(side, figure.place),
        };
        let numbers = |(side, figures): (usize, &Vec<crate::figures::FigureAt>)| {
            figures.iter().map(|figure| number(side, figure)).collect()
        };
        let row = |row: &crate::figures::FigureRow| FigureReport {
            noun: row.noun.clone(),
            agreement: row.agreement,
            figures: row.figures.iter().enumerate().map(numbers).collect(),
        };
        comparison.figures.iter().map(row).collect()
    }

    fn dates(&self, comparison: &Comparison) -> Vec<DateReport> {
        let row = |row: &crate::figures::TimelineRow| DateReport {
            value: row.when.to_string(),
            published: row.published.clone(),
            places: self.places(&row.mentions),
        };
        comparison.days.iter().map(row).collect()
    }
}

/// The words of each article against those of all others compared.
fn words_reports(articles: &[Article]) -> Vec<WordsReport> {
    let report = |(side, article): (usize, &Article)| {
        let others = || articles.iter().enumerate().filter(move |(at, _)| *at != side).map(|(_, other)| other);
        let found = keyness(&WordCounts::of_articles([article]), &WordCounts::of_articles(others()));
        WordsReport {
            article: article.head.id.0.clone(),
            against: others().map(|other| other.head.id.0.clone()).collect(),
            words: found.words,
            small: found.small,
            rows: found.rows.into_iter().take(KEY_WORDS).collect(),
        }
    };
    articles.iter().enumerate().map(report).collect()
}
