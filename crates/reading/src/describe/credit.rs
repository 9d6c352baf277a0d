//! The agency credited for the text; a credit of a picture is not one.

use super::of_role;
use crate::roles::{agencies, credited, is_wire};
use visavis_corpus::{Block, Claim, Clue, ClueKind, Role};

/// The agency credited: in a line of its own, in the byline, before the first paragraph, or after the last.
pub(super) fn credit(blocks: &[Block]) -> Claim<String> {
    let line = of_role(blocks, Role::Credit).filter_map(|block| Some((agencies(&block.text)?, block)));
    let byline = of_role(blocks, Role::Byline).filter_map(|block| Some((credited(&block.text)?, block)));
    let text: Vec<&Block> = blocks.iter().filter(|b| matches!(b.role, Role::Lead | Role::Body)).collect();
    // A summary in points may stand over the dateline.
    let first = text
        .iter()
        .filter(|block| block.text.len() >= MAX_DATELINE)
        .take(2)
        .filter_map(|block| Some((dateline(&block.text)?, *block)));
    let last = text.last().and_then(|block| Some((closing(&block.text)?, *block)));
    let mut found = line.chain(byline).chain(first).chain(last);
    let credited = found.find(|(names, _)| names.split(", ").all(is_wire));
    credited.map_or_else(
        || Claim::unknown(vec![]),
        |(agency, block)| {
            let seen = if block.role.is_read() { agency.clone() } else { block.text.clone() };
            Claim::stated(agency, Clue::new(ClueKind::CreditLine, seen).at(block.lines))
        },
    )
}

/// A dateline is over by then, in bytes.
const MAX_DATELINE: usize = 90;
/// More bytes than the dash after it has, with its spaces.
const DASH: usize = 6;

/// The agency in a dateline: `ALEP, 12 oct. 2016 (AFP) -`, `TAP - …`.
fn dateline(text: &str) -> Option<String> {
    let dashes = [" - ", " – ", " — ", ") -", ") –", ") —"];
    let near = &text[..text.floor_char_boundary(MAX_DATELINE + DASH)];
    let end =
        dashes.iter().filter_map(|dash| near.find(dash).map(|at| at + usize::from(dash.starts_with(')')))).min()?;
    let head = text.get(..end).filter(|head| head.len() <= MAX_DATELINE)?;
    let bracket = head.rsplit_once('(').map(|(_, inner)| inner.trim_end_matches(')'));
    let named = bracket.filter(|_| head.trim_end().ends_with(')')).unwrap_or(head);
    agencies(named).filter(|_| named.split_whitespace().count() <= 4)
}

/// The agency after the last full stop, or in brackets at the end.
fn closing(text: &str) -> Option<String> {
    let text = text.trim_end_matches('.').trim_end();
    let bracket = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, inner)| inner);
    let stopped = || text.rsplit_once(['.', '!', '?', '»', '"']).map(|(_, tail)| tail.trim());
    let tail = bracket.or_else(stopped)?;
    agencies(tail).filter(|_| tail.split_whitespace().count() <= 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_stand_before_and_after_a_text() {
        assert_eq!(dateline("Lagos, 14 sept 2017 (AFP) - Dix personnes").as_deref(), Some("AFP"));
        assert_eq!(dateline("TAP - Les exportations").as_deref(), Some("TAP"));
        assert_eq!(dateline("SANTIAGO, Aug 1 (Reuters) — Workers").as_deref(), Some("Reuters"));
        assert_eq!(dateline("(Sherbrooke) Près de cent foyers - dont dix").as_deref(), None);
        assert_eq!(closing("Le pont sera fermé. (avec AFP)").as_deref(), Some("AFP"));
        assert_eq!(closing("Le pont sera fermé, a dit le maire. AFP").as_deref(), Some("AFP"));
        assert_eq!(closing("Il l'a dit à l'AFP").as_deref(), None);
    }
}
