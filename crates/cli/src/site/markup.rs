//! Reading the page that Trunk wrote: its tags, with their attributes and places. Enough for a page of our own, minified or not.

use std::ops::Range;

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element<'p> {
    /// Its name.
    pub(super) name: &'p str,
    /// Its attributes, in order; a value is not decoded.
    pub(super) attributes: Vec<(&'p str, &'p str)>,
    /// The bytes of the page that it takes: the tag, and for what holds raw text also that and the end tag.
    pub(super) range: Range<usize>,
}

impl<'p> Element<'p> {
    /// The value of an attribute; empty where it has none.
    pub(super) fn get(&self, name: &str) -> Option<&'p str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// Whether the attribute `name` is there and is `value`.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// The start tags of `page`, in order; comments are passed over.
pub(super) fn elements(page: &str) -> Vec<Element<'_>> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|offset| at + offset) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let element = element(page, start);
            at = element.range.end;
            found.push(element);
        } else {
            at = start + 1;
        }
    }
    found
}

/// The element whose tag begins at `start`.
fn element(page: &str, start: usize) -> Element<'_> {
    let mut at = start + 1;
    let name = word(page, &mut at, |c| c.is_ascii_whitespace() || c == '>' || c == '/');
    let mut attributes = vec![];
    loop {
        at += page[at..].len() - page[at..].trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/').len();
        match page[at..].chars().next() {
            None => break,
            Some('>') => {
                at += 1;
                break;
            }
            Some(_) => attributes.push(attribute(page, &mut at)),
        }
    }
    if name == "script" || name == "style" {
        let close = format!("</{name}>");
        at = page[at..].find(&close).map_or(page.len(), |end| at + end + close.len());
    }
    Element { name, attributes, range: start..at }
}

/// `name`, `name=value`, `name="value"`.
fn attribute<'p>(page: &'p str, at: &mut usize) -> (&'p str, &'p str) {
    let name = word(page, at, |c| c.is_ascii_whitespace() || c == '=' || c == '>');
    let Some(value) = page[*at..].strip_prefix('=') else { return (name, "") };
    *at += 1;
    let Some(quote) = value.chars().next().filter(|&c| c == '"' || c == '\'') else {
        return (name, word(page, at, |c| c.is_ascii_whitespace() || c == '>'));
    };
    *at += 1;
    let value = word(page, at, |c| c == quote);
    *at = page.len().min(*at + 1);
    (name, value)
}

/// What stands at `at` up to `end`; `at` moves there.
fn word<'p>(page: &'p str, at: &mut usize, end: impl Fn(char) -> bool) -> &'p str {
    let from = *at;
    *at = page[from..].find(end).map_or(page.len(), |length| from + length);
    &page[from..*at]
}

/// `text` as the content of an element or of a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let page =
            "<!doctype html><!-- <p> --><link rel=preload href='./a b' as=\"fetch\" crossorigin><br/><p id=x>1 < 2</p>";
        let found = elements(page);
        let names: Vec<&str> = found.iter().map(|element| element.name).collect();
        assert_eq!(names, ["link", "br", "p"]);
        let expected = [("rel", "preload"), ("href", "./a b"), ("as", "fetch"), ("crossorigin", "")];
        assert_eq!(found[0].attributes, expected);
    }

    #[test]
    fn a_script_is_one_element_with_its_content() {
        let page = "a<script type=module>if (1 < 2) '<p>'</script>b";
        assert_eq!(&page[elements(page)[0].range.clone()], &page[1..page.len() - 1]);
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        for page in ["<", "<a", "<a b", "<a b=", "<a b='", "<a =>", "<a ==", "<!--", "<script>", "<a b='é", "</p><é>"]
        {
            let _ = elements(page);
        }
    }

    #[test]
    fn markup_in_a_text_is_escaped() {
        assert_eq!(escaped("<a href=\"x\">l'&</a>"), "&lt;a href=&quot;x&quot;&gt;l&#39;&amp;&lt;/a&gt;");
    }
}
