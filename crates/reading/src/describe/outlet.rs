//! The outlet, as far as the page names it: in its notice of rights, after its title, under its pictures.
//!
//! A name on a page is a clue, never a statement about the article. An outlet is inferred only where the owner of the corpus listed one
//! of that name and no clue speaks for another; else it is unknown, and the clues say what was seen.

use super::of_role;
use visavis_corpus::{Block, Claim, Clue, ClueKind, Confidence, Outlet, Role};
use visavis_text::fold;

/// A name has no more words.
const MAX_WORDS: usize = 5;

/// The outlet that the page names.
pub(super) fn outlet(blocks: &[Block], outlets: &[Outlet]) -> Claim<String> {
    let mut seen = vec![];
    seen.extend(blocks.iter().filter_map(|block| Some((rights(&block.text)?, 90, block))));
    seen.extend(after_title(blocks));
    seen.extend(under_pictures(blocks));
    let clues: Vec<Clue> =
        seen.iter().map(|(name, _, block)| Clue::new(ClueKind::OutletNamed, *name).at(block.lines)).collect();
    let known: Vec<(&Outlet, u8)> = seen
        .iter()
        .filter_map(|(name, sure, _)| Some((outlets.iter().find(|outlet| is_called(outlet, name))?, *sure)))
        .collect();
    match known.first() {
        Some((outlet, _)) if known.iter().all(|(other, _)| other.id == outlet.id) => {
            let sure = known.iter().map(|(_, sure)| *sure).max().unwrap_or_default();
            Claim::inferred(outlet.id.clone(), Confidence::percent(sure), clues)
        }
        _ => Claim::unknown(clues),
    }
}

/// Whether `name` is that of `outlet`, or begins with it (`Sputnik Afrique`).
fn is_called(outlet: &Outlet, name: &str) -> bool {
    let (own, name) = (fold(&outlet.name), fold(name));
    !own.is_empty() && name.strip_prefix(&own).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The name in a notice of rights: `© Le Courrier 2016 - Tous droits réservés`, `Copyright 2018 WXKT. All rights reserved.`
fn rights(text: &str) -> Option<&str> {
    // Few texts have one of these, and a text is looked through for each many bytes at a time.
    if !["©", "Ⓒ", "Copyright"].iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let (_, after) = text.split_once(['©', 'Ⓒ']).or_else(|| text.split_once("Copyright"))?;
    let folded = fold(text);
    if !["droits", "rights", "reproduction"].iter().any(|word| folded.contains(word)) {
        return None;
    }
    let after = after.trim_start_matches(|c: char| !c.is_alphabetic());
    let after = after.strip_prefix("Copyright").unwrap_or(after).trim_start_matches(|c: char| !c.is_alphabetic());
    let stops = [" - ", " – ", " — ", ",", ". ", " | ", " tous ", " Tous ", " all ", " All ", " Inc", "("];
    let end = stops.iter().filter_map(|stop| after.find(stop)).chain(after.find(|c: char| c.is_ascii_digit())).min();
    name(after[..end.unwrap_or(after.len())].trim())
}

/// `text`, where it is a name of a few words.
fn name(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words = text.split_whitespace().count();
    let named = (1..=MAX_WORDS).contains(&words) && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let general = ["tous", "all", "droits", "photo", "photos", "dr"].contains(&fold(text).as_str());
    (named && !general).then_some(text)
}

/// What stands after the title and a dash, where the page says the title also without it.
fn after_title(blocks: &[Block]) -> Vec<(&str, u8, &Block)> {
    let Some(title) = of_role(blocks, Role::Title).next() else { return vec![] };
    let tail = |block: &'_ Block| -> Option<usize> {
        let rest = block.text.strip_prefix(title.text.as_str())?.trim_start();
        let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '|' | ':' | '•'))?;
        Some(block.text.len() - rest.len() + dash.len_utf8())
    };
    let named = blocks.iter().filter_map(|block| Some((name(block.text[tail(block)?..].trim())?, 85, block)));
    named.collect()
}

/// What several captions end in after a dash.
fn under_pictures(blocks: &[Block]) -> Vec<(&str, u8, &Block)> {
    let ends: Vec<(&str, &Block)> = of_role(blocks, Role::Caption)
        .filter_map(|block| {
            Some((name(block.text.rsplit_once([' ', '\u{a0}']).and(block.text.rsplit_once(" - "))?.1)?, block))
        })
        .collect();
    let shared = ends.iter().filter(|(name, _)| ends.iter().filter(|(other, _)| other == name).count() > 1);
    shared.take(1).map(|&(name, block)| (name, 70, block)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_of_rights_names_its_outlet() {
        for (line, expected) in [
            ("© Le Courrier 2016 - Tous droits réservés", Some("Le Courrier")),
            ("© 2020 Copyright Télé Monde - Tous droits réservés. Le reste.", Some("Télé Monde")),
            ("Copyright 2018 WXKT. All rights reserved.", Some("WXKT")),
            ("© Jean Martin / AFP", None),
            ("Tous droits réservés", None),
        ] {
            assert_eq!(rights(line), expected, "{line}");
        }
    }
}
