//! Names: what each article calls the same.

use super::{context, facing::Facing};
use crate::{
    browser::page,
    live::RwSignal,
    parts::{
        sheet::{Cell, cell, how, sheet},
        tag::{Tag, tag},
    },
};
use visavis_compare::Place;

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let rows = rows(facing);
    let none = rows.is_empty().then(|| tag("p").set("class", "hint").child(say.no_common_name));
    let mut heads: Vec<String> = say.name_heads[..3].iter().map(|head| (*head).to_owned()).collect();
    heads.extend(facing.names());
    heads.push(say.name_heads[3].to_owned());
    tag("div")
        .set("id", "names")
        .child(none)
        .child((!rows.is_empty()).then(|| sheet("names", say.names_title, heads, rows)))
        .child(how(say.names_title, say.how_names))
}

/// The terms that the owner of the corpus set against each other, then the names of those whom several articles name.
fn rows(facing: &Facing) -> Vec<Vec<Cell>> {
    let (say, mut all) = (facing.say, vec![]);
    for naming in &facing.comparison.namings {
        for (at, term) in naming.terms.iter().enumerate() {
            all.push(row(facing, at, &naming.referent, &term.term, say.term, &term.places));
        }
    }
    for named in &facing.comparison.names {
        let Some(name) = facing.library.name(named.entity) else { continue };
        for (at, form) in named.forms.iter().enumerate() {
            let kind = if form.description { say.description } else { say.name };
            all.push(row(facing, at, &name, &form.form, kind, &form.places));
        }
    }
    all
}

fn row(facing: &Facing, at: usize, referent: &str, form: &str, kind: &str, places: &[Vec<Place>]) -> Vec<Cell> {
    let first = at == 0;
    let mut cells = vec![
        cell(referent)
            .shown(tag("span").set("class", if first { "referent" } else { "hidden" }).child(referent.to_owned())),
        cell(form).class(if first { "first" } else { "" }),
        cell(kind).class("muted"),
    ];
    for places in places {
        let zero = if places.is_empty() { "zero" } else { "" };
        cells.push(cell(facing.words.number(places.len())).class(zero));
    }
    cells.push(cell("").shown(contexts(facing, form, places)));
    cells
}

/// Where each article has a form, to be opened.
fn contexts(facing: &Facing, form: &str, places: &[Vec<Place>]) -> Tag {
    let open = RwSignal::new(false);
    let (facing, places) = (facing.clone(), places.to_vec());
    let summary =
        tag("summary").child(facing.say.context).child(tag("span").set("class", "hidden").child(format!(" · {form}")));
    tag("details")
        .set("class", "in-context")
        .on("toggle", move |event| open.set(page::is_open(&event)))
        .child(summary)
        .follow(move || open.get().then(|| context::columns(&facing, &places)))
}
