//! What is asked.

use visavis_text::{TokenKind, elides, fold, is_apostrophe, tokens, words};

/// One thing to find: the forms of a word, or of several that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words as they were typed, for showing.
    pub text: String,
    /// The folded words, in order; never empty.
    pub forms: Vec<String>,
    /// Whether the last word may go on: it is still being typed, or ends in `*`.
    pub prefix: bool,
}

/// A query: all of its terms, or any of them.
///
/// Words are joined by AND. Words in quotation marks, of any kind, stand side by side; so do the parts of a hyphenated word
/// (`Alep-Est`). An elided article does not count (`d'Alep` asks for `Alep`). The last word, while it is being typed, also finds what
/// it begins.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// What to find.
    pub terms: Vec<Term>,
    /// Whether one term is enough.
    pub any: bool,
}

impl Query {
    /// Reads what was typed. Never fails: what is not a word is passed over.
    ///
    /// ```
    /// let query = visavis_search::Query::parse("régime « cessez le feu » d’Alep-Est");
    /// let forms: Vec<_> = query.terms.iter().map(|term| term.forms.join(" ")).collect();
    /// assert_eq!(forms, ["regime", "cessez le feu", "alep est"]);
    /// ```
    pub fn parse(typed: &str) -> Self {
        let mut pieces = pieces(typed);
        let open = !typed.ends_with(char::is_whitespace);
        let last = pieces.len();
        let terms = pieces.drain(..).enumerate().filter_map(|(at, piece)| piece.term(open && at + 1 == last)).collect();
        Self { terms, any: false }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// A stretch of what was typed: between spaces, or between quotation marks.
struct Piece<'t> {
    text: &'t str,
    quoted: bool,
}

impl Piece<'_> {
    fn term(&self, open: bool) -> Option<Term> {
        let forms = if self.quoted { words(self.text).map(|word| fold(word.text)).collect() } else { self.forms() };
        let starred = self.text.ends_with('*');
        let prefix = !self.quoted && (starred || open && self.text.ends_with(char::is_alphanumeric));
        (!forms.is_empty()).then(|| Term { text: self.text.trim().to_owned(), forms, prefix })
    }

    /// The folded words, without elided ones that another word follows.
    fn forms(&self) -> Vec<String> {
        let mut forms: Vec<String> = vec![];
        let mut elided = false;
        for token in tokens(self.text) {
            match token.kind {
                TokenKind::Word => {
                    if elided {
                        forms.pop();
                    }
                    forms.push(fold(token.text));
                    elided = false;
                }
                TokenKind::Separator => {
                    elided = token.text.starts_with(is_apostrophe) && forms.last().is_some_and(|word| elides(word));
                }
            }
        }
        forms
    }
}

/// Cuts at spaces and at quotation marks. A mark that is never closed quotes nothing.
fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut rest = typed;
    while let Some((before, inside, after)) = next_quoted(rest) {
        pieces.extend(before.split_whitespace().map(|text| Piece { text, quoted: false }));
        pieces.push(Piece { text: inside, quoted: true });
        rest = after;
    }
    pieces.extend(rest.split_whitespace().map(|text| Piece { text, quoted: false }));
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

fn next_quoted(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find(['"', '“', '«'])?;
    let mark = text[open..].chars().next()?;
    let inside = &text[open + mark.len_utf8()..];
    let close = match mark {
        '“' => inside.find(['”', '"'])?,
        '«' => inside.find('»')?,
        _ => inside.find('"')?,
    };
    let closing = inside[close..].chars().next()?;
    Some((&text[..open], &inside[..close], &inside[close + closing.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(typed: &str) -> Vec<String> {
        let show = |term: &Term| format!("{}{}", term.forms.join(" "), if term.prefix { "*" } else { "" });
        Query::parse(typed).terms.iter().map(show).collect()
    }

    #[test]
    fn a_query_is_read_as_its_words() {
        for (typed, expected) in [
            ("alep", &["alep*"][..]),
            ("alep ", &["alep"]),
            ("l'ONU vote ", &["onu", "vote"]),
            ("aujourd’hui ", &["aujourd'hui"]),
            ("Alep-Est ", &["alep est"]),
            ("\"crimes de guerre\" Paris ", &["crimes de guerre", "paris"]),
            ("« fin de l’année »", &["fin de l annee"]),
            ("“une trêve”", &["une treve"]),
            ("bomb* alep ", &["bomb*", "alep"]),
            ("\"jamais fermé", &["jamais", "ferme*"]),
            ("d'", &["d"]),
            ("  — ", &[]),
        ] {
            assert_eq!(shown(typed), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_typing_is_a_query(typed in "\\PC{0,60}") {
            prop_assert!(Query::parse(&typed).terms.iter().all(|term| !term.forms.is_empty()));
        }
    }
}
