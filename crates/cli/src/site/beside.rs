//! The corpus beside the one that a page shows: the page names it in its head, and the program shows the way there.

use super::markup::{elements, escaped};

/// What marks the element.
const MARK: &str = "data-corpus";

/// `page` that names the corpus `title`, whose page is at `address`; a page that names no pack stays as it is.
pub(super) fn put(page: &str, address: &str, title: &str) -> String {
    let found = elements(page);
    let Some(pack) = found.iter().find(|element| element.has("name", "visavis-pack")) else { return page.to_owned() };
    let (before, after) = page.split_at(pack.range.end);
    let title = escaped(&visavis_text::visible(title));
    format!("{before}<link rel=\"alternate\" href=\"{address}\" title=\"{title}\" {MARK}>{after}")
}

/// `page` that names no other corpus.
pub(super) fn clear(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut at = 0;
    for element in elements(page).iter().filter(|element| element.get(MARK).is_some()) {
        out.push_str(&page[at..element.range.start]);
        at = element.range.end;
    }
    out + &page[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_markup_and_goes_without_a_trace() {
        let page = "<head><meta name=visavis-pack content=c.pack><link rel=preload href=x></head>";
        let both = put(page, "../", "\"><script>x</script>");
        assert!(both.contains("title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\" data-corpus>"), "{both}");
        assert_eq!(elements(&both).len(), elements(page).len() + 1);
        assert_eq!(clear(&both), page);
        assert_eq!(clear(page), page);
    }
}
