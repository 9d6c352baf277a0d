//! Headings that run into their paragraph: `Les civils visés. Le ministre a insisté…`.
//!
//! One short sentence without a verb is a turn of style; a page in which several paragraphs open so has headings.

use visavis_text::{fold, sentences, words};

/// Words that a heading of this kind does not have: verbs, and what stands for a subject.
#[rustfmt::skip]
const VERBAL: &[&str] = &[
    "a", "ai", "are", "as", "avaient", "avait", "avez", "avons", "c", "ca", "can", "ce", "cela", "did", "do", "does", "doit", "doivent", "elle",
    "elles", "est", "etaient", "etait", "faisait", "fait", "faut", "font", "fut", "had", "has", "have", "he", "i", "il", "ils", "is", "it", "j", "je",
    "n", "ne", "nous", "on", "ont", "peut", "peuvent", "qu", "s", "se", "sera", "serait", "seront", "she", "sont", "suis", "they", "va", "veut",
    "voici", "voila", "vont", "vous", "was", "we", "were", "will", "you",
];

/// First words of a sentence that takes up the one before it, which is then no heading.
const TAKES_UP: &[&str] =
    &["c", "ca", "ce", "cela", "elle", "elles", "il", "ils", "it", "that", "this", "voila", "mais", "et", "but", "and"];

/// The end of the heading that runs into the paragraph `text`, if there is one; the page has to say whether it is the only one.
pub(super) fn heading_end(text: &str) -> Option<usize> {
    if text.starts_with(['«', '"', '“', '-', '–', '—', '•']) {
        return None;
    }
    let first = sentences(text).next().filter(|first| first.start() == 0 && first.end() < text.len())?;
    let (head, rest) = text.split_at(first.end());
    if !(2..=6).contains(&words(head).take(7).count()) || !head.ends_with(['.', '?', '!']) {
        return None;
    }
    let own: Vec<String> = words(head).map(|word| fold(word.text)).collect();
    let next = words(rest).next().map(|word| fold(word.text))?;
    let verbless = own.iter().all(|word| VERBAL.binary_search(&word.as_str()).is_err());
    let long = words(rest).take(20).count() == 20;
    (verbless && long && !TAKES_UP.contains(&next.as_str())).then_some(first.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        let mut sorted = VERBAL.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, VERBAL);
    }

    #[test]
    fn a_sentence_with_a_verb_or_one_that_is_taken_up_is_no_heading() {
        let text = "Le conseil municipal a voté jeudi soir la rénovation du pont de pierre, après deux heures de débat et trois suspensions de séance.";
        let head = |head: &str| heading_end(&format!("{head} {text}")).map(|end| head[..end].to_string());
        assert_eq!(head("Un pont fermé.").as_deref(), Some("Un pont fermé."));
        assert_eq!(head("Vers une réouverture ?").as_deref(), Some("Vers une réouverture ?"));
        assert_eq!(head("Le pont est fermé."), None);
        assert_eq!(heading_end(&format!("Un accident. C'est {text}")), None);
    }
}
