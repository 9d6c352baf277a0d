//! What a reader corrects in the list of entities: kept in this browser, and given back as a fragment for `entities.toml`.

use crate::browser::storage;
use std::fmt::Write as _;
use visavis_corpus::{Entity, Kind};

/// The name under which they are kept.
const KEPT: &str = "corrections";

/// What is to become of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// It is not shown.
    Hide,
    /// It is the same as another one, by id.
    Merge(String),
    /// It is of another kind.
    Retype(Kind),
}

/// Corrections, at most one for each entity, in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Corrections(Vec<(String, Correction)>);

impl Corrections {
    /// Those that this browser keeps.
    pub fn kept() -> Self {
        Self::parse(&storage::get(KEPT).unwrap_or_default())
    }

    /// Keeps them in this browser.
    pub fn keep(&self) {
        storage::set(KEPT, &self.written());
    }

    /// Reads what [`Corrections::written`] writes; a line that says nothing is passed over.
    fn parse(text: &str) -> Self {
        let mut read = Self::default();
        for line in text.lines() {
            let mut parts = line.splitn(3, '\t');
            let (Some(id), Some(what)) = (parts.next(), parts.next()) else { continue };
            let to = parts.next().unwrap_or_default();
            let correction = match what {
                "hide" => Some(Correction::Hide),
                "merge" => Some(Correction::Merge(to.to_owned())),
                "retype" => Kind::parse(to).map(Correction::Retype),
                _ => None,
            };
            read = correction.into_iter().fold(read, |read, correction| read.with(id, Some(correction)));
        }
        read
    }

    /// A line for each: id, what, to what.
    fn written(&self) -> String {
        let line = |(id, correction): &(String, Correction)| match correction {
            Correction::Hide => format!("{id}\thide\n"),
            Correction::Merge(other) => format!("{id}\tmerge\t{other}\n"),
            Correction::Retype(kind) => format!("{id}\tretype\t{}\n", kind.name()),
        };
        self.0.iter().map(line).collect()
    }

    /// With `correction` for the entity `id` in the place of the one before, or with none.
    #[must_use]
    pub fn with(mut self, id: &str, correction: Option<Correction>) -> Self {
        self.0.retain(|(other, _)| other != id);
        // Nothing is merged into what is itself merged: that would lead in a circle, or to something that is not shown.
        if let Some(Correction::Merge(into)) = &correction
            && (into == id || self.of(into).is_some())
        {
            return self;
        }
        self.0.extend(correction.map(|correction| (id.to_owned(), correction)));
        self
    }

    /// What is to become of the entity `id`.
    pub fn of(&self, id: &str) -> Option<&Correction> {
        self.0.iter().find(|(other, _)| other == id).map(|(_, correction)| correction)
    }

    /// The ids of the entities that are the same as `id`.
    pub fn merged_into(&self, id: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(_, correction)| matches!(correction, Correction::Merge(into) if into == id))
            .map(|(other, _)| other.as_str())
    }

    /// Whether nothing is corrected.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// A fragment of `entities.toml`: for each entity concerned, its entry as it is to be. `intro` says, as a comment, what to do with it;
    /// `take_out` which entry has to go.
    pub fn to_toml(&self, entities: &[Entity], intro: &str, take_out: fn(&str) -> String) -> String {
        let mut out = format!("# {intro}\n");
        let find = |id: &str| entities.iter().find(|entity| entity.id == id);
        for (id, correction) in &self.0 {
            let Some(entity) = find(id) else { continue };
            match correction {
                Correction::Hide => entry(&mut out, &Entity { hide: true, ..entity.clone() }),
                Correction::Retype(kind) => entry(&mut out, &Entity { kind: *kind, ..entity.clone() }),
                Correction::Merge(_) => {
                    let _ = write!(out, "\n# {}\n", take_out(id));
                }
            }
        }
        for into in entities.iter().filter(|entity| self.merged_into(&entity.id).next().is_some()) {
            let mut whole = into.clone();
            for other in self.merged_into(&into.id).filter_map(find) {
                whole.aliases.push(other.name.clone());
                whole.aliases.extend(other.aliases.iter().cloned());
                whole.descriptions.extend(other.descriptions.iter().cloned());
                whole.same_as.extend(other.same_as.iter().cloned());
            }
            entry(&mut out, &whole);
        }
        out
    }
}

/// An entity as `entities.toml` has it.
fn entry(out: &mut String, entity: &Entity) {
    let _ = write!(
        out,
        "\n[[entity]]\nid = {}\nkind = \"{}\"\nname = {}\n",
        quoted(&entity.id),
        entity.kind.name(),
        quoted(&entity.name)
    );
    for (key, values) in
        [("aliases", &entity.aliases), ("descriptions", &entity.descriptions), ("same_as", &entity.same_as)]
    {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            let _ = writeln!(out, "{key} = [{}]", values.join(", "));
        }
    }
    if entity.hide {
        out.push_str("hide = true\n");
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(id: &str, name: &str) -> Entity {
        Entity {
            id: id.into(),
            kind: Kind::Person,
            name: name.into(),
            aliases: vec![format!("{name} II")],
            descriptions: vec![],
            same_as: vec![],
            hide: false,
            country: None,
            recognised: false,
        }
    }

    fn corrections() -> Corrections {
        Corrections::default()
            .with("a", Some(Correction::Hide))
            .with("b", Some(Correction::Retype(Kind::Place)))
            .with("c", Some(Correction::Merge("d".into())))
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Corrections::parse(&corrections().written()), corrections());
        assert_eq!(Corrections::parse("a\nb\tfly\nc\tretype\tghost"), Corrections::default());
    }

    #[test]
    fn the_last_correction_of_an_entity_counts() {
        let again = corrections().with("a", Some(Correction::Retype(Kind::Event)));
        assert_eq!(again.of("a"), Some(&Correction::Retype(Kind::Event)));
        assert_eq!(again.with("a", None).of("a"), None);
    }

    #[test]
    fn merging_never_leads_in_a_circle() {
        let circle = corrections().with("d", Some(Correction::Merge("c".into())));
        assert_eq!(circle.of("d"), None);
        assert_eq!(corrections().with("x", Some(Correction::Merge("x".into()))).of("x"), None);
    }

    #[test]
    fn the_fragment_is_what_entities_toml_is_to_hold() {
        let entities = [entity("a", "An\"na"), entity("b", "Bern"), entity("c", "Cl"), entity("d", "Do")];
        let expected = "# Put these\n\n[[entity]]\nid = \"a\"\nkind = \"person\"\nname = \"An\\\"na\"\naliases = [\"An\\\"na II\"]\nhide = true\n\
                        \n[[entity]]\nid = \"b\"\nkind = \"place\"\nname = \"Bern\"\naliases = [\"Bern II\"]\n\
                        \n# without c\n\
                        \n[[entity]]\nid = \"d\"\nkind = \"person\"\nname = \"Do\"\naliases = [\"Do II\", \"Cl\", \"Cl II\"]\n";
        assert_eq!(corrections().to_toml(&entities, "Put these", |id| format!("without {id}")), expected);
    }
}
