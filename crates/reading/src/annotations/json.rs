//! Files of JSON: one value, a list, or one after another, each with its line.

use crate::{
    error::{Errors, ReadingError},
    source::{Index, Source},
};
use serde_json::value::RawValue;

/// Most mistakes of one file that are listed.
const MISTAKES: usize = 50;

/// The values of a file.
pub(super) struct Records<'s> {
    source: &'s Source,
    index: Index,
    shown: &'s str,
    pub(super) values: Vec<&'s RawValue>,
    mistakes: usize,
}

impl<'s> Records<'s> {
    /// Those of `source`; `None` where it is not JSON, which `errors` then says.
    pub(super) fn of(source: &'s Source, shown: &'s str, errors: &mut Errors) -> Option<Self> {
        let mut records = Self { source, index: Index::of(source), shown, values: vec![], mistakes: 0 };
        let mut values = serde_json::Deserializer::from_str(source.text()).into_iter::<&RawValue>();
        for value in values.by_ref() {
            match value {
                Ok(value) if value.get().starts_with('[') => {
                    records.values.extend(serde_json::from_str::<Vec<&RawValue>>(value.get()).unwrap_or_default());
                }
                Ok(value) => records.values.push(value),
                Err(error) => {
                    let what = error.to_string();
                    errors.add(shown, error.line() as u32, ReadingError::Json { what });
                    return None;
                }
            }
        }
        Some(records)
    }

    /// The line of the file on which `value` begins.
    pub(super) fn line(&self, value: &RawValue) -> u32 {
        let at = value.get().as_ptr().addr() - self.source.text().as_ptr().addr();
        self.index.line_in(self.source, at)
    }

    /// Says what is wrong with `value`, and what it should be.
    pub(super) fn fail(&mut self, value: &RawValue, what: &str, shape: &'static str, errors: &mut Errors) {
        self.mistakes += 1;
        if self.mistakes <= MISTAKES {
            errors.add(self.shown, self.line(value), ReadingError::NoAnnotation { what: what.into(), shape });
        }
    }

    /// Whether nothing was wrong.
    pub(super) const fn is_sound(&self) -> bool {
        self.mistakes == 0
    }
}
