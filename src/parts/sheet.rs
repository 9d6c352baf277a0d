//! A table that can be saved, and the answer to "how was this computed?".

use super::tag::{Child, Tag, button, tag};
use crate::{browser::page, settings::use_words};
use leptos::prelude::*;

/// A cell: what is saved, and what is shown where that is more.
pub struct Cell {
    text: String,
    shown: Option<Vec<AnyView>>,
    class: &'static str,
}

/// A cell that shows what is saved.
pub fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), shown: None, class: "" }
}

impl Cell {
    /// Shows `view` in place of the text that is saved.
    #[must_use]
    pub fn shown(mut self, view: impl Child) -> Self {
        view.put(self.shown.get_or_insert_default());
        self
    }

    /// Sets the class.
    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    fn put(self, name: &'static str) -> Tag {
        let cell = tag(name).set_if("class", (!self.class.is_empty()).then_some(self.class));
        match self.shown {
            Some(shown) => cell.child(shown),
            None => cell.child(self.text),
        }
    }
}

/// A table with a button that saves it as `name`.csv. The first cell of each row names it.
pub fn sheet(name: &'static str, caption: &str, heads: Vec<String>, rows: Vec<Vec<Cell>>) -> Tag {
    let words = use_words();
    let texts = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    let csv = csv(&heads, rows.iter().map(texts));
    let save = button("button small", move || page::save(&format!("{name}.csv"), "text/csv", &csv));
    let head: Vec<Tag> = heads.into_iter().map(|head| tag("th").set("scope", "col").child(head)).collect();
    let row = |row: Vec<Cell>| {
        let cells = row
            .into_iter()
            .enumerate()
            .map(|(at, cell)| if at == 0 { cell.put("th").set("scope", "row") } else { cell.put("td") });
        tag("tr").child(cells.collect::<Vec<_>>())
    };
    let rows: Vec<Tag> = rows.into_iter().map(row).collect();
    let table = tag("table")
        .child(tag("caption").set("class", "hidden").child(caption.to_owned()))
        .child(tag("thead").child(tag("tr").child(head)))
        .child(tag("tbody").child(rows));
    tag("div")
        .set("class", "sheet")
        .set("id", format!("sheet-{name}"))
        .child(
            tag("div")
                .set("class", "scroll")
                .set("tabindex", "0")
                .set("role", "region")
                .set("aria-label", caption)
                .child(table),
        )
        .child(save.set("aria-label", format!("{} · {caption}", words.save_csv)).child(words.save_csv))
}

/// Comma-separated values (RFC 4180).
fn csv(heads: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        cells.join(",") + "\r\n"
    };
    let rows: String = rows.map(|row| line(&row)).collect();
    line(heads) + &rows
}

/// A cell in quotation marks. What a spreadsheet would take for a formula begins with an apostrophe.
pub fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
}

/// How a number was computed, to be opened: `what` names it for those who hear the page.
pub fn how(what: &str, said: &str) -> Tag {
    let words = use_words();
    let paragraphs: Vec<Tag> = said.split('\n').map(|line| tag("p").child(line.to_owned())).collect();
    let summary =
        tag("summary").child(words.how_computed).child(tag("span").set("class", "hidden").child(format!(" · {what}")));
    tag("details").set("class", "how").child(summary).child(paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula_and_keeps_its_quotation_marks() {
        assert_eq!(quoted("dit \"non\", puis"), "\"dit \"\"non\"\", puis\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
    }

    #[test]
    fn a_table_is_saved_line_by_line() {
        let rows = [vec!["a, b".to_owned(), "1".to_owned()]];
        assert_eq!(
            csv(&["Nom".to_owned(), "Nombre".to_owned()], rows.into_iter()),
            "\"Nom\",\"Nombre\"\r\n\"a, b\",\"1\"\r\n"
        );
    }
}
