//! Fields: what is known of an article, or where in it a term has to stand.

use serde::Serialize;
use visavis_corpus::{Day, Entity, Kind};
use visavis_text::{Span, fold, words};

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Field {
    /// The term stands in the title.
    Title,
    /// The outlet is called so.
    Source,
    /// The byline has the name.
    Author,
    /// It was, or may have been, published then.
    Date,
    /// It names a person called so.
    Person,
    /// It names a place called so.
    Place,
    /// It names a body called so.
    Organisation,
    /// The term stands in quoted speech.
    Quote,
    /// It quotes a speaker called so.
    SaidBy,
}

impl Field {
    /// Every name of every field, folded.
    const NAMES: [(&'static str, Self); 20] = [
        ("titre", Self::Title),
        ("title", Self::Title),
        ("source", Self::Source),
        ("journal", Self::Source),
        ("outlet", Self::Source),
        ("auteur", Self::Author),
        ("author", Self::Author),
        ("date", Self::Date),
        ("personne", Self::Person),
        ("person", Self::Person),
        ("lieu", Self::Place),
        ("place", Self::Place),
        ("organisation", Self::Organisation),
        ("organization", Self::Organisation),
        ("citation", Self::Quote),
        ("quote", Self::Quote),
        ("dit-par", Self::SaidBy),
        ("said-by", Self::SaidBy),
        ("ditpar", Self::SaidBy),
        ("saidby", Self::SaidBy),
    ];

    /// The field called `name`, in French or English.
    pub fn parse(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::NAMES.iter().find(|(other, _)| *other == name).map(|(_, field)| *field)
    }

    /// The name of a field that is spelt nearly like `name`.
    pub(crate) fn nearest(name: &str) -> Option<&'static str> {
        let name: Vec<char> = fold(name).chars().collect();
        let near = |other: &str| crate::misspelling::distance(&name, &other.chars().collect::<Vec<_>>());
        let near = Self::NAMES.iter().map(|(other, _)| (near(other), *other)).min()?;
        (near.0 <= 2 && near.0 * 2 < name.len()).then_some(near.1)
    }
}

/// Something that is known of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Its outlet is called so.
    Source(Name),
    /// Its byline has the name.
    Author(Name),
    /// It names an entity of this kind called so.
    Names(Kind, Name),
    /// It quotes a speaker called so.
    SaidBy(Name),
    /// It was, or may have been, published between these days, both included.
    Published {
        /// First day, if there is one.
        first: Option<Day>,
        /// Last day, if there is one.
        last: Option<Day>,
    },
}

/// Words of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The folded words, all of which the name has; never empty.
    pub forms: Vec<String>,
    /// Whether the last one may go on.
    pub prefix: bool,
    /// Where it was typed.
    pub span: Span,
}

impl Name {
    /// Whether `name` has all the words.
    pub(crate) fn fits(&self, name: &str) -> bool {
        let has: Vec<String> = words(name).map(|word| fold(word.text)).collect();
        let last = self.forms.len() - 1;
        let found = |(at, form): (usize, &String)| {
            has.iter()
                .any(|word| if self.prefix && at == last { word.starts_with(form.as_str()) } else { word == form })
        };
        self.forms.iter().enumerate().all(found)
    }

    /// Whether `entity` is called so.
    pub(crate) fn fits_entity(&self, entity: &Entity) -> bool {
        self.fits(&entity.name) || entity.aliases.iter().any(|alias| self.fits(alias))
    }
}

/// Reads `2016`, `2016-10`, `2016-10-12`, or two of them with `..` between, one of which may be missing. The last value says whether
/// the range was reversed.
pub(super) fn dates(typed: &str) -> Option<(Option<Day>, Option<Day>, bool)> {
    let Some((from, to)) = typed.split_once("..") else {
        let (first, last) = days(typed)?;
        return Some((Some(first), Some(last), false));
    };
    let side = |text: &str| if text.is_empty() { Some(None) } else { days(text).map(Some) };
    match (side(from)?, side(to)?) {
        (None, None) => None,
        (Some((first, _)), None) => Some((Some(first), None, false)),
        (None, Some((_, last))) => Some((None, Some(last), false)),
        (Some(from), Some(to)) if from.0 > to.1 => Some((Some(to.0), Some(from.1), true)),
        (Some(from), Some(to)) => Some((Some(from.0), Some(to.1), false)),
    }
}

/// The first and the last day of a day, a month, or a year.
fn days(typed: &str) -> Option<(Day, Day)> {
    if let Some(day) = Day::parse(typed) {
        return Some((day, day));
    }
    let mut parts = typed.splitn(2, '-');
    let mut number = |len: usize| {
        let part = parts.next()?;
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<i32>().ok())?
    };
    let year = number(4)?;
    let month = match typed.len() {
        4 => None,
        _ => Some(u8::try_from(number(2)?).ok()?),
    };
    let first = Day::new(year, month.unwrap_or(1), 1)?;
    let last = (28..=31).rev().find_map(|day| Day::new(year, month.unwrap_or(12), day))?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str) -> Option<String> {
        let side = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        dates(typed).map(|(first, last, reversed)| {
            format!("{} {}{}", side(first), side(last), if reversed { " reversed" } else { "" })
        })
    }

    #[test]
    fn dates_are_days_months_years_and_ranges() {
        for (typed, expected) in [
            ("2016-10-12", Some("2016-10-12 2016-10-12")),
            ("2016-02", Some("2016-02-01 2016-02-29")),
            ("2016", Some("2016-01-01 2016-12-31")),
            ("2016-10..2016-12", Some("2016-10-01 2016-12-31")),
            ("2016-10..", Some("2016-10-01 ")),
            ("..2016", Some(" 2016-12-31")),
            ("2017..2016", Some("2016-01-01 2017-12-31 reversed")),
            ("..", None),
            ("2016-13", None),
            ("2016-1", None),
            ("octobre", None),
            ("2016-02-30", None),
            ("2016-10-", None),
        ] {
            assert_eq!(shown(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn a_field_is_known_in_two_languages_and_a_slip_is_named() {
        assert_eq!(Field::parse("Dit-Par"), Some(Field::SaidBy));
        assert_eq!(Field::nearest("tittre"), Some("titre"));
        assert_eq!(Field::nearest("https"), None);
    }
}
