//! What stands after `#` in the address, and the whole state of the view: one is the other.
//!
//! `#/explore?q=alep&outlet=europe1&entity=kerry&pick=000`, `#/read/<id>?p=3`, `#/compare/<id>/<id>`, `#/about`. Values that are the
//! default are left out, so that one view has one address.

use crate::lens::Look;
use form_urlencoded::{Serializer, parse};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use visavis_corpus::{Day, Kind};
use visavis_search::LineOrder;

/// How many results are shown before one asks for more.
pub const PAGE: usize = 30;

/// At most this many articles stand face to face.
pub const SIDES: usize = 4;

/// Fewer than this are no comparison.
pub const LEAST_SIDES: usize = 2;

/// Characters that would end a part of the path.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'/').add(b'?').add(b'#').add(b'%').add(b'"').add(b'<').add(b'>');

/// Which view is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The list of articles that match.
    #[default]
    Explore,
    /// One article, by id.
    Read(String),
    /// Articles face to face, by id.
    Compare(Vec<String>),
    /// One entity through the corpus, by id.
    Entity(String),
    /// Every place where the query stands, line by line; in one article, by id, or in those that the list has.
    Concordance(Option<String>),
    /// Every article against every other.
    Overview,
    /// What the corpus is and how things are computed.
    About,
    /// An address that names no view; the path as it stands.
    Lost(String),
}

/// By what the list is narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Who published it, by id.
    Outlet,
    /// Whom or what it names, by id.
    Entity,
    /// The language, by tag.
    Language,
    /// The agency credited, by name.
    Credit,
    /// When it was published, as `2016-10`.
    Month,
    /// In which part the query stands, by the name of the role.
    Role,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] = [Self::Outlet, Self::Entity, Self::Language, Self::Credit, Self::Month, Self::Role];

    /// The name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Entity => "entity",
            Self::Language => "language",
            Self::Credit => "credit",
            Self::Month => "month",
            Self::Role => "role",
        }
    }
}

/// What is marked in a text and can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Names of one kind.
    Names(Kind),
    /// What is reported as somebody's words.
    Quotes,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 7] = [
        Self::Names(Kind::Person),
        Self::Names(Kind::Place),
        Self::Names(Kind::Organisation),
        Self::Names(Kind::People),
        Self::Names(Kind::Event),
        Self::Names(Kind::Other),
        Self::Quotes,
    ];

    /// The name in addresses, and the class of the marks.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Names(kind) => kind.name(),
            Self::Quotes => "quote",
        }
    }

    /// The layer called `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }
}

/// A value of a facet that is asked for, or shut out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which facet.
    pub facet: Facet,
    /// The value; `-` is the one that is not known.
    pub value: String,
    /// Whether articles that have it are left out.
    pub without: bool,
}

impl Choice {
    /// Articles that have this value.
    pub fn with(facet: Facet, value: impl Into<String>) -> Self {
        Self { facet, value: value.into(), without: false }
    }
}

/// In what order the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// The best answer first; by date where nothing is asked.
    #[default]
    Relevance,
    /// By day of publication, the undated last.
    Date,
    /// By outlet, in the order of the corpus.
    Outlet,
    /// The longest first.
    Length,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Date, Self::Outlet, Self::Length];

    /// The name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Date => "date",
            Self::Outlet => "outlet",
            Self::Length => "length",
        }
    }

    /// The order called `name`; the default for any other name.
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }
}

/// A paragraph to go to: its number, and how it begins, so that the link survives a better cleaning of the article.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Number of the paragraph, from 1.
    pub number: usize,
    /// Its first words; may be empty.
    pub beginning: String,
}

/// The whole state of the view.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Address {
    /// Which view.
    pub view: View,
    /// What is searched, as typed.
    pub query: String,
    /// What the list is narrowed to.
    pub choices: Vec<Choice>,
    /// The first and the last day of publication that it is narrowed to.
    pub days: Option<(Day, Day)>,
    /// In what order it is.
    pub order: Order,
    /// In what order the lines of a concordance are.
    pub lines: LineOrder,
    /// Articles picked for comparison, by id.
    pub picks: Vec<String>,
    /// How many more results than the first [`PAGE`] are shown.
    pub more: usize,
    /// Marks that are not shown.
    pub hidden: Vec<Layer>,
    /// Entities whose marks are not shown, by id.
    pub unmarked: Vec<String>,
    /// The entity that is highlighted throughout the text, by id.
    pub traced: Option<String>,
    /// Whether what was removed from the article is shown.
    pub removed: bool,
    /// The paragraph to go to.
    pub place: Option<Place>,
    /// What of a comparison is shown.
    pub look: Look,
}

impl Address {
    /// Reads what stands after `#`; never fails. Parameters that are not known are passed over.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, parameters) = hash.split_once('?').unwrap_or((hash, ""));
        let mut address = Self { view: view(path), ..Self::default() };
        for (name, value) in parse(parameters.as_bytes()) {
            address.set(&name, &value);
        }
        address
    }

    fn set(&mut self, name: &str, value: &str) {
        match name {
            "q" => value.clone_into(&mut self.query),
            "days" => self.days = days(value),
            "order" => self.order = Order::parse(value),
            "lines" => self.lines = LineOrder::parse(value).unwrap_or_default(),
            "pick" => add(&mut self.picks, value),
            "more" => self.more = value.parse().unwrap_or(0),
            "hide" => {
                for layer in value.split(',').filter_map(Layer::parse) {
                    if !self.hidden.contains(&layer) {
                        self.hidden.push(layer);
                    }
                }
            }
            "unmark" => add(&mut self.unmarked, value),
            "trace" => self.traced = Some(value.to_owned()).filter(|id| !id.is_empty()),
            "removed" => self.removed = value == "1",
            "p" => self.place.get_or_insert_default().number = value.parse().unwrap_or(0),
            "t" => value.clone_into(&mut self.place.get_or_insert_default().beginning),
            _ if self.look.set(name, value) => {}
            _ => {
                let (without, name) = name.strip_prefix('-').map_or((false, name), |name| (true, name));
                let choice = |facet| Choice { facet, value: value.to_owned(), without };
                let known = Facet::ALL.into_iter().find(|facet| facet.name() == name).map(choice);
                let new = known.filter(|choice| !value.is_empty() && !self.choices.contains(choice));
                self.choices.extend(new);
            }
        }
    }

    /// The address of this state, with its `#`.
    pub fn href(&self) -> String {
        let part = |id: &String| format!("/{}", utf8_percent_encode(id, RESERVED));
        let path = match &self.view {
            View::Explore => "/explore".to_owned(),
            View::Read(id) => format!("/read{}", part(id)),
            View::Compare(ids) => format!("/compare{}", ids.iter().map(part).collect::<String>()),
            View::Entity(id) => format!("/entity{}", part(id)),
            View::Concordance(id) => format!("/concordance{}", id.iter().map(part).collect::<String>()),
            View::Overview => "/overview".to_owned(),
            View::About => "/about".to_owned(),
            View::Lost(path) => path.clone(),
        };
        let parameters = self.parameters();
        if parameters.is_empty() { format!("#{path}") } else { format!("#{path}?{parameters}") }
    }

    fn parameters(&self) -> String {
        let mut out = Serializer::new(String::new());
        if !self.query.is_empty() {
            out.append_pair("q", &self.query);
        }
        for choice in &self.choices {
            let name = choice.facet.name();
            if choice.without {
                out.append_pair(&format!("-{name}"), &choice.value);
            } else {
                out.append_pair(name, &choice.value);
            }
        }
        if let Some((first, last)) = self.days {
            out.append_pair("days", &format!("{first}..{last}"));
        }
        for pick in &self.picks {
            out.append_pair("pick", pick);
        }
        if self.order != Order::default() {
            out.append_pair("order", self.order.name());
        }
        if self.lines != LineOrder::default() {
            out.append_pair("lines", self.lines.name());
        }
        if self.more > 0 {
            out.append_pair("more", &self.more.to_string());
        }
        if !self.hidden.is_empty() {
            let names: Vec<&str> = self.hidden.iter().map(|layer| layer.name()).collect();
            out.append_pair("hide", &names.join(","));
        }
        for id in &self.unmarked {
            out.append_pair("unmark", id);
        }
        if let Some(id) = &self.traced {
            out.append_pair("trace", id);
        }
        if self.removed {
            out.append_pair("removed", "1");
        }
        self.look.write(&mut out);
        if let Some(place) = &self.place {
            out.append_pair("p", &place.number.to_string());
            if !place.beginning.is_empty() {
                out.append_pair("t", &place.beginning);
            }
        }
        out.finish()
    }

    /// The list, with the same query, choices and picks.
    #[must_use]
    pub fn explore(&self) -> Self {
        Self { view: View::Explore, place: None, look: Look::default(), ..self.clone() }
    }

    /// The article `id`, with the same query, choices and picks.
    #[must_use]
    pub fn read(&self, id: &str) -> Self {
        Self { view: View::Read(id.to_owned()), place: None, removed: false, look: Look::default(), ..self.clone() }
    }

    /// The articles picked, face to face.
    #[must_use]
    pub fn compare(&self) -> Self {
        Self {
            view: View::Compare(self.compared().to_vec()),
            place: None,
            removed: false,
            look: Look::default(),
            ..self.clone()
        }
    }

    /// The articles that are compared, or picked for it.
    pub fn compared(&self) -> &[String] {
        match &self.view {
            View::Compare(ids) => ids,
            _ => &self.picks,
        }
    }

    /// Another view of the same state.
    #[must_use]
    pub fn view(&self, view: View) -> Self {
        Self { view, place: None, removed: false, look: Look::default(), ..self.clone() }
    }

    /// The same articles, looked at in another way.
    #[must_use]
    pub fn looking(&self, change: impl FnOnce(&mut Look)) -> Self {
        let mut look = self.look.clone();
        change(&mut look);
        Self { look, ..self.clone() }
    }

    /// What the corpus is.
    #[must_use]
    pub fn about(&self) -> Self {
        Self { view: View::About, place: None, look: Look::default(), ..self.clone() }
    }

    /// Another search, from the first result.
    #[must_use]
    pub fn searching(&self, query: &str) -> Self {
        let here = if matches!(self.view, View::Concordance(_)) { self.clone() } else { self.explore() };
        Self { query: query.to_owned(), more: 0, ..here }
    }

    /// With a choice made, or not any more. A value is asked for or shut out, not both.
    #[must_use]
    pub fn toggle_choice(&self, choice: &Choice) -> Self {
        let mut next = Self { more: 0, ..self.clone() };
        let opposite = Choice { without: !choice.without, ..choice.clone() };
        next.choices.retain(|other| *other != opposite);
        toggle(&mut next.choices, choice);
        next
    }

    /// With the article picked, or not any more. The oldest pick makes room.
    #[must_use]
    pub fn toggle_pick(&self, id: &str) -> Self {
        let mut next = self.clone();
        toggle(&mut next.picks, &id.to_owned());
        let surplus = next.picks.len().saturating_sub(SIDES);
        next.picks.drain(..surplus);
        next
    }

    /// With the marks of a layer hidden, or shown again.
    #[must_use]
    pub fn toggle_layer(&self, layer: Layer) -> Self {
        let mut next = self.clone();
        toggle(&mut next.hidden, &layer);
        next
    }

    /// With all marks hidden; or shown again, where none is shown.
    #[must_use]
    pub fn toggle_marks(&self) -> Self {
        let all = Layer::ALL.iter().all(|layer| self.hidden.contains(layer));
        Self { hidden: if all { vec![] } else { Layer::ALL.to_vec() }, ..self.clone() }
    }

    /// With the marks of an entity hidden, or shown again.
    #[must_use]
    pub fn toggle_entity(&self, id: &str) -> Self {
        let mut next = self.clone();
        toggle(&mut next.unmarked, &id.to_owned());
        next
    }

    /// With an entity highlighted throughout, or not any more.
    #[must_use]
    pub fn toggle_trace(&self, id: &str) -> Self {
        let traced = (self.traced.as_deref() != Some(id)).then(|| id.to_owned());
        Self { traced, ..self.clone() }
    }

    /// Without any choice and without a query.
    #[must_use]
    pub fn reset(&self) -> Self {
        Self { query: String::new(), ..self.unnarrowed() }
    }

    /// Without any choice, with the same query.
    #[must_use]
    pub fn unnarrowed(&self) -> Self {
        Self { choices: vec![], days: None, more: 0, ..self.clone() }
    }

    /// Narrowed to the articles of these days.
    #[must_use]
    pub fn between(&self, days: Option<(Day, Day)>) -> Self {
        Self { days, more: 0, ..self.clone() }
    }

    /// Whether the results are narrowed.
    pub fn is_narrowed(&self) -> bool {
        !self.choices.is_empty() || self.days.is_some()
    }
}

fn view(path: &str) -> View {
    let mut parts = path.trim_start_matches('/').split('/').filter(|part| !part.is_empty());
    let name = parts.next();
    let ids: Vec<String> = parts.map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned()).collect();
    match (name, ids.as_slice()) {
        (None | Some("explore"), []) => View::Explore,
        (Some("read"), [id]) => View::Read(id.clone()),
        (Some("compare"), ids) => View::Compare(ids.to_vec()),
        (Some("entity"), [id]) => View::Entity(id.clone()),
        (Some("concordance"), [] | [_]) => View::Concordance(ids.first().cloned()),
        (Some("overview"), []) => View::Overview,
        (Some("about"), []) => View::About,
        _ => View::Lost(path.to_owned()),
    }
}

/// Reads `2016-10-11..2016-10-12`; two days in the wrong order are taken the other way round.
fn days(value: &str) -> Option<(Day, Day)> {
    let (one, other) = value.split_once("..")?;
    let (one, other) = (Day::parse(one)?, Day::parse(other)?);
    Some((one.min(other), one.max(other)))
}

fn add(values: &mut Vec<String>, value: &str) {
    if !value.is_empty() && !values.iter().any(|known| known == value) {
        values.push(value.to_owned());
    }
}

fn toggle<T: Clone + PartialEq>(values: &mut Vec<T>, value: &T) {
    match values.iter().position(|known| known == value) {
        Some(at) => {
            values.remove(at);
        }
        None => values.push(value.clone()),
    }
}

#[cfg(test)]
mod tests;
