//! `entities.toml`: whom and what to recognise, and under which names.

use super::table::{At, Table, parse};
use crate::{
    Place, ReadingError,
    error::{Errors, nearest},
    recognise::{is_common, key},
    source::Source,
};
use std::collections::BTreeMap;
use visavis_corpus::{Entity, Kind};

/// What `entities.toml` says.
#[derive(Debug, Default)]
pub(crate) struct EntityWords {
    /// Entities, in the order of the file.
    pub(crate) entities: Vec<Entity>,
}

/// Reads `entities.toml`.
pub(crate) fn read_entities(file: &str, source: &Source, errors: &mut Errors) -> EntityWords {
    parse(file, source, errors, |root| {
        root.only(&["entity"]);
        let mut ids: BTreeMap<String, u32> = BTreeMap::new();
        let mut names: BTreeMap<Vec<String>, (String, u32)> = BTreeMap::new();
        let mut entities = vec![];
        for table in root.tables("entity", "[[entity]]") {
            let Some(id) = table.required("id") else { continue };
            if let Some(first) = ids.insert(id.value.clone(), id.line) {
                let first = Place { file: file.into(), line: first };
                table.fail(id.line, ReadingError::DuplicateId { what: "entity", id: id.value.clone(), first });
            }
            entities.extend(entity(&table, &id.value, &mut names));
        }
        EntityWords { entities }
    })
}

type Claimed = BTreeMap<Vec<String>, (String, u32)>;

fn entity(table: &Table<'_>, id: &str, names: &mut Claimed) -> Option<Entity> {
    table.only(&["id", "kind", "name", "aliases", "descriptions", "same_as", "hide"]);
    let name = table.required("name")?;
    let kind = kind(table)?;
    let mut claim = |what, words: &[At<String>]| {
        words.iter().filter(|word| claim(table, id, what, word, names)).map(|word| word.value.clone()).collect()
    };
    let _: Vec<String> = claim("name", std::slice::from_ref(&name));
    Some(Entity {
        id: id.into(),
        kind,
        aliases: claim("alias", &table.texts("aliases")),
        descriptions: claim("description", &table.texts("descriptions")),
        name: name.value,
        same_as: table.texts("same_as").into_iter().map(|link| link.value).collect(),
        hide: table.flag("hide"),
        recognised: false,
        country: None,
    })
}

fn kind(table: &Table<'_>) -> Option<Kind> {
    let word = table.required("kind")?;
    let kind = Kind::parse(&word.value);
    if kind.is_none() {
        let names = Kind::ALL.map(Kind::name);
        let hint = nearest(&word.value, names.into_iter(), || format!("write one of {}", names.join(", ")));
        table.fail(word.line, ReadingError::BadValue { value: word.value, expected: "a kind of entity", hint });
    }
    kind
}

/// Whether `word` may stand for the entity `id`: it holds a word, and no other entity has it.
fn claim(table: &Table<'_>, id: &str, what: &'static str, word: &At<String>, names: &mut Claimed) -> bool {
    let key = key(&word.value);
    if key.is_empty() {
        table.fail(word.line, ReadingError::EmptyName { entity: id.into(), what });
        return false;
    }
    if what == "alias"
        && let Some((why, hint)) = weakness(&word.value)
    {
        let (name, entity) = (word.value.clone(), id.to_string());
        table.fail(word.line, ReadingError::WeakName { what, name, entity, why, hint });
        return false;
    }
    if let Some((first, line)) = names.get(&key).filter(|(first, _)| first != id) {
        let (alias, first, second) = (word.value.clone(), first.clone(), id.to_string());
        table.fail(word.line, ReadingError::SharedAlias { alias, first, line: *line, second });
        return false;
    }
    names.entry(key).or_insert_with(|| (id.into(), word.line));
    true
}

/// Why `name` would meet what it does not mean, and what to do about it.
fn weakness(name: &str) -> Option<(&'static str, &'static str)> {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    if letters == 1 {
        return Some(("one letter", "write the whole name"));
    }
    is_common(name).then_some(("a common word", "write the capitals that the name has, or more of its words"))
}
