//! Figures and dates side by side: what each article counts, and which days it speaks of.

use crate::wording::Place;
use serde::Serialize;
use visavis_corpus::{Article, DateMention, Figure, Language, When};
use visavis_text::{Tongue, distinct, elides, gathered, ordered_by, stem_key, words};

/// Whether articles that count the same thing agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// Numbers differ between articles. Which is right is not for a program to say; they may not even speak of the same.
    Different,
    /// All that count it give the same numbers.
    Same,
    /// Only one counts it.
    Single,
}

/// A number in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureAt {
    /// Where it stands.
    pub place: Place,
    /// The number, in decimal notation.
    pub value: String,
    /// What qualifies it ("au moins"), as written.
    pub qualifier: Option<String>,
}

/// A thing counted, and the numbers that each article gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    /// What is counted, as first written.
    pub noun: String,
    /// The numbers of each article, in the order in which the articles were given.
    pub figures: Vec<Vec<FigureAt>>,
    /// Whether the articles agree.
    pub agreement: Agreement,
}

/// What `articles` count: the things on which they differ first, then those on which they agree, then those that one alone counts; within
/// each by what is counted. Numbers of nothing named are left out: there is nothing to compare them by.
pub fn compare_figures(articles: &[Article]) -> Vec<FigureRow> {
    let mut counted = vec![];
    for (side, article) in articles.iter().enumerate() {
        let read = article.marks.figures.iter().filter(|figure| is_read(article, figure.block));
        let nouns = read.filter_map(|figure| Some((figure.noun.as_deref()?, figure)));
        counted.extend(nouns.map(|(noun, figure)| (key(noun, article), (side, noun, figure))));
    }
    let row = |(_, counted): (String, Vec<(usize, &str, &Figure)>)| {
        let mut figures = vec![vec![]; articles.len()];
        let noun = counted.first().map_or_else(String::new, |(_, noun, _)| (*noun).to_owned());
        counted.into_iter().for_each(|(side, _, figure)| figures[side].push(at(figure)));
        FigureRow { noun, agreement: agreement(&figures), figures }
    };
    let rows = gathered(counted).into_iter().map(row).collect();
    ordered_by(rows, |row: &FigureRow| row.agreement)
}

/// What is counted, under any form: the stem of its first word; a sign (`%`) as it is.
fn key(noun: &str, article: &Article) -> String {
    let tongue = match article.head.language.value() {
        Some(Language::English) => Tongue::English,
        _ => Tongue::French,
    };
    words(noun)
        .find(|word| !elides(word.text))
        .map_or_else(|| noun.trim().to_owned(), |word| stem_key(word.text, tongue))
}

fn at(figure: &Figure) -> FigureAt {
    FigureAt {
        place: Place { block: figure.block, span: figure.span },
        value: plain(&figure.value.to_string()),
        qualifier: figure.qualifier.clone(),
    }
}

/// A number without the zeros that say nothing: `2.50` and `2.5` are the same.
fn plain(number: &str) -> String {
    let trimmed = if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number };
    trimmed.to_owned()
}

fn agreement(figures: &[Vec<FigureAt>]) -> Agreement {
    let counting: Vec<Vec<&String>> =
        figures.iter().filter(|article| !article.is_empty()).map(|article| numbers(article)).collect();
    match counting.split_first() {
        Some((first, others)) if !others.is_empty() => {
            if others.iter().all(|other| other == first) {
                Agreement::Same
            } else {
                Agreement::Different
            }
        }
        _ => Agreement::Single,
    }
}

fn numbers(article: &[FigureAt]) -> Vec<&String> {
    distinct(article.iter().map(|figure| &figure.value).collect())
}

/// A day, or some days, of which articles speak or on which they appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineRow {
    /// The day or days.
    pub when: When,
    /// Where each article speaks of them.
    pub mentions: Vec<Vec<Place>>,
    /// Whether each article appeared then.
    pub published: Vec<bool>,
}

/// The days of which `articles` speak, and those on which they appeared, in order.
pub fn timeline(articles: &[Article]) -> Vec<TimelineRow> {
    let mut days = vec![];
    for (side, article) in articles.iter().enumerate() {
        let read = article.marks.dates.iter().filter(|date| is_read(article, date.block));
        let place = |date: &DateMention| Place { block: date.block, span: date.span };
        days.extend(read.filter_map(|date| Some((date.when?, (side, Some(place(date)))))));
        days.extend(article.head.date.value().map(|&when| (when, (side, None))));
    }
    let row = |(when, spoken): (When, Vec<(usize, Option<Place>)>)| {
        let mut row =
            TimelineRow { when, mentions: vec![vec![]; articles.len()], published: vec![false; articles.len()] };
        for (side, place) in spoken {
            match place {
                Some(place) => row.mentions[side].push(place),
                None => row.published[side] = true,
            }
        }
        row
    };
    gathered(days).into_iter().map(row).collect()
}

fn is_read(article: &Article, block: u32) -> bool {
    article.blocks.get(block as usize).is_some_and(|block| block.role.is_read())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;
    use visavis_corpus::{Claim, Confidence, Day, Decimal};
    use visavis_text::Span;

    /// An article that counts `figures`, as (digits, scale, noun).
    fn counting(figures: &[(i64, u8, &str)]) -> Article {
        let mut article = article(&["texte"]);
        let figure = |&(digits, scale, noun): &(i64, u8, &str)| Figure {
            block: 0,
            span: Span::new(0, 5),
            value: Decimal { digits, scale },
            noun: (!noun.is_empty()).then(|| noun.to_owned()),
            qualifier: None,
        };
        article.marks.figures = figures.iter().map(figure).collect();
        article
    }

    #[test]
    fn different_numbers_of_one_thing_are_said_to_differ() {
        let articles = [
            counting(&[(25, 0, "civils"), (52, 0, "quartiers supplémentaires"), (3, 0, "navires"), (7, 0, "")]),
            counting(&[(30, 0, "civil"), (520, 1, "quartiers")]),
        ];
        let rows = compare_figures(&articles);
        let found: Vec<(&str, Agreement)> = rows.iter().map(|row| (row.noun.as_str(), row.agreement)).collect();
        assert_eq!(
            found,
            [
                ("civils", Agreement::Different),
                ("quartiers supplémentaires", Agreement::Same),
                ("navires", Agreement::Single),
            ]
        );
    }

    #[test]
    fn days_spoken_of_and_days_of_publication_share_a_timeline() {
        let day = |day: u8| Day::new(2016, 10, day).map(When::day).expect("a day");
        let mut a = article(&["le 12"]);
        a.marks.dates.push(DateMention { block: 0, span: Span::new(0, 5), when: Some(day(12)) });
        let mut b = article(&["le 12"]);
        b.head.date = Claim::inferred(day(12), Confidence::FULL, vec![]);
        let mut c = article(&["hier"]);
        c.marks.dates.push(DateMention { block: 0, span: Span::new(0, 4), when: Some(day(11)) });
        let rows = timeline(&[a, b, c]);
        let found: Vec<(When, Vec<usize>, &[bool])> = rows
            .iter()
            .map(|row| (row.when, row.mentions.iter().map(Vec::len).collect(), &row.published[..]))
            .collect();
        assert_eq!(
            found,
            [(day(11), vec![0, 0, 1], &[false, false, false][..]), (day(12), vec![1, 0, 0], &[false, true, false][..]),]
        );
    }
}
