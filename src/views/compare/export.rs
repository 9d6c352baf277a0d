//! The whole comparison, to be taken away.

use super::facing::Facing;
use crate::{
    browser::{api, page},
    parts::tag::{Tag, button, tag},
};
use visavis_compare::ComparisonReport;

/// The buttons that save and print it.
pub(super) fn export(facing: &Facing) -> Tag {
    let say = facing.say;
    let whole = facing.clone();
    let save = button("button", move || {
        let report = ComparisonReport::new(&whole.comparison, whole.library.pack().entities());
        if let Some(json) = api::json(&report) {
            page::save("comparison.json", "application/json", &json);
        }
    });
    let print = button("button", page::print);
    let against = tag("p").set("class", "muted").child((say.counted)(facing.comparison.counted));
    tag("footer")
        .set("class", "export")
        .child(save.set("id", "save-json").child(say.save_json))
        .child(print.set("id", "print").child(say.print))
        .child(against)
}
