//! The days between which articles are listed: two sliders under the timeline, and a stroke across it.

use super::tag::{Tag, button, tag};
use crate::{
    address::Address,
    browser::page,
    explorer::{Explorer, Step, use_explorer},
    live::{Memo, RwSignal},
    settings::use_words,
};
use leptos::prelude::*;
use visavis_corpus::Day;

/// Strokes shorter than this share of the width are clicks.
const CLICK: f64 = 0.01;
/// What the picture leaves empty on either side, as a share of its width.
const MARGIN: f64 = 0.02;

/// Two sliders; nothing where all articles are of one day.
pub fn brush() -> Option<Tag> {
    let words = use_words();
    let explorer = use_explorer();
    let (first, last) = explorer.with(crate::library::Library::days).filter(|(first, last)| first < last)?;
    let whole = last.number() - first.number();
    let day = move |number: i32| first.plus(number.clamp(0, whole)).unwrap_or(first);
    let slider = move |is_last: bool, name: &'static str| {
        let now = Memo::new(move || {
            let (from, to) = explorer.address.with(|address| address.days).unwrap_or((first, last));
            (if is_last { to } else { from }).number() - first.number()
        });
        tag("input")
            .set("type", "range")
            .set("min", "0")
            .set("max", whole.to_string())
            .set("data-brush", if is_last { "last" } else { "first" })
            .set("aria-label", name)
            .live("aria-valuetext", move || Some((words.day)(day(now.get()))))
            .value(move || now.get().to_string())
            .on("input", move |event| {
                let moved = day(event_target_value(&event).parse().unwrap_or(0));
                let (from, to) = explorer.address.with_untracked(|address| address.days).unwrap_or((first, last));
                let days = if is_last { (from.min(moved), moved) } else { (moved, to.max(moved)) };
                narrow(explorer, (first, last), days);
            })
    };
    let said = move || {
        let (from, to) = explorer.address.with(|address| address.days)?;
        Some(if from == to { (words.day)(from) } else { (words.interval)(from, to) })
    };
    let all = button("more", move || explorer.change(|address| address.between(None)))
        .set("id", "all-days")
        .hidden_when(move || explorer.address.with(|address| address.days.is_none()))
        .child(words.all_days);
    Some(
        tag("div")
            .set("class", "brush")
            .set("role", "group")
            .set("aria-label", words.between_days)
            .child(slider(false, words.first_day))
            .child(slider(true, words.last_day))
            .child(tag("span").set("class", "muted").follow(said))
            .child(all),
    )
}

/// Narrows to `days`; to all of them is not to narrow. The first narrowing is a step, what follows changes it.
fn narrow(explorer: Explorer, all: (Day, Day), days: (Day, Day)) {
    let now = explorer.address.get_untracked();
    let days = Some(days).filter(|days| *days != all);
    let step = if now.days.is_some() { Step::Replace } else { Step::Push };
    explorer.go(Address::between(&now, days), step);
}

/// Has a stroke across the picture inside `around` narrow to the days that it passes.
pub fn brushed(around: Tag) -> Tag {
    let explorer = use_explorer();
    let begun = RwSignal::new(None::<f64>);
    around.on("pointerdown", move |event| begun.set(page::across(&event, "svg"))).on("pointerup", move |event| {
        let Some(all) = explorer.with(crate::library::Library::days) else { return };
        let from = begun.get_untracked();
        begun.set(None);
        let Some((from, to)) = from.zip(page::across(&event, "svg")) else { return };
        if (from - to).abs() >= CLICK {
            let day = |share: f64| day_at(all, share);
            narrow(explorer, all, (day(from.min(to)), day(from.max(to))));
        }
    })
}

/// The day that stands at a share of the width of the picture.
#[expect(clippy::cast_possible_truncation, reason = "a number of days")]
fn day_at((first, last): (Day, Day), share: f64) -> Day {
    let whole = last.number() - first.number();
    let inside = ((share - MARGIN) / (1.0 - 2.0 * MARGIN)).clamp(0.0, 1.0);
    first.plus((inside * f64::from(whole) + 0.5) as i32).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_picture_are_the_first_and_the_last_day() {
        let days = (Day::parse("2016-09-29").expect("a day"), Day::parse("2016-12-09").expect("a day"));
        let at = |share| day_at(days, share).to_string();
        assert_eq!([at(0.0), at(0.5), at(1.0)], ["2016-09-29", "2016-11-04", "2016-12-09"]);
    }
}
