//! Texts that scroll together, and the ribbons between them.
//!
//! A position in a text is a landmark, a sentence that meets one of the other text, plus the share of the way to the next one: the other
//! text is brought to the same landmark and the same share.

use super::{
    facing::{Facing, copy_key, meeting_key},
    sides::{grade, parts},
};
use crate::{
    browser::{
        page,
        panes::{self, Band, Layout, Ribbon},
    },
    lens::Lens,
    live::{Keeper, Memo, RwSignal, effect},
};
use leptos::prelude::*;
use visavis_compare::CopyClass;
use visavis_text::{gathered, ordered_by};

/// Strength from which a meeting is a landmark.
const LANDMARK: f64 = 0.5;
/// How far below the window's top a part is brought on a narrow screen, in pixels.
const BELOW: i32 = 140;

/// What is kept between events.
#[derive(Clone, Copy)]
struct Kept {
    layouts: RwSignal<Vec<Option<Layout>>>,
    /// The pane that the reader moves; the others follow it.
    leader: RwSignal<usize>,
    shown: RwSignal<usize>,
}

impl Kept {
    /// Whether the view is gone: the browser may still paint once more.
    fn is_over(self) -> bool {
        self.layouts.is_over()
    }
}

/// Keeps the texts together for as long as the view lasts. Gives which text is shown where there is room for one.
pub(super) fn keep(facing: &Facing) -> RwSignal<usize> {
    let kept = Kept { layouts: RwSignal::new(vec![]), leader: RwSignal::new(0), shown: RwSignal::new(0) };
    let listeners = Keeper::new();
    let begin = facing.clone();
    page::before_paint(move || {
        if kept.is_over() {
            return;
        }
        let (moving, resizing) = (begin.clone(), begin.clone());
        let moved = move |pane| moved(&moving, kept, pane);
        let led = move |pane| kept.leader.set(pane);
        let resized = move || arrange(&resizing, kept);
        listeners.put(panes::listen(begin.count(), moved, led, resized));
    });
    let follow = facing.clone();
    let (drawn, parts) = (facing.parts_drawn, parts(facing));
    let whole = Memo::new(move || drawn.get() >= parts);
    let mut before: Option<(Option<String>, bool)> = None;
    effect(move || {
        follow.look.track();
        follow.copies.track();
        let now = (follow.key(), whole.get());
        let key = now.0.clone();
        // What is looked at may stand in a part that was not there yet.
        let chosen = key.clone().filter(|_| before.as_ref().is_some_and(|before| *before != now));
        before = Some(now);
        let (facing, marked) = (follow.clone(), key.clone());
        page::before_paint(move || {
            if kept.is_over() {
                return;
            }
            arrange(&facing, kept);
            panes::choose(marked.as_deref());
            if let Some(key) = chosen {
                bring(&facing, kept, &key);
            }
        });
    });
    kept.shown
}

/// Measures the panes and draws the ribbons.
fn arrange(facing: &Facing, kept: Kept) {
    kept.layouts.set((0..facing.count()).map(panes::layout).collect());
    draw(facing, kept);
}

fn moved(facing: &Facing, kept: Kept, pane: usize) {
    if kept.leader.get_untracked() == pane && facing.look.with_untracked(|look| !look.apart) {
        for other in (0..facing.count()).filter(|&other| other != pane) {
            follow(facing, kept, pane, other);
        }
    }
    draw(facing, kept);
}

/// Scrolls `other` to where `leader` is.
fn follow(facing: &Facing, kept: Kept, leader: usize, other: usize) {
    let Some(((from, height), (_, there))) = panes::view(leader).zip(panes::view(other)) else { return };
    let to = kept.layouts.with_untracked(|layouts| {
        let both = [layouts.get(leader)?.as_ref()?, layouts.get(other)?.as_ref()?];
        let landmarks = landmarks(facing, both, [leader, other]);
        Some(across(&landmarks, from + height / 3) - there / 3)
    });
    if let Some(to) = to {
        panes::scroll(other, to);
    }
}

/// Places that two panes have in common, from top to bottom of the first, with their ends.
fn landmarks(facing: &Facing, layouts: [&Layout; 2], sides: [usize; 2]) -> Vec<[i32; 2]> {
    let mut met = vec![];
    for at in 0..facing.meetings.len() {
        let Some((pair, meeting)) = facing.meeting(at) else { continue };
        let here = pair.sides == sides || pair.sides == [sides[1], sides[0]];
        if !here || meeting.strength < LANDMARK {
            continue;
        }
        let key = meeting_key(at);
        if let (Some(a), Some(b)) = (layouts[0].bands.get(&key), layouts[1].bands.get(&key)) {
            met.push((a.top, (meeting.strength, b.top)));
        }
    }
    let best = |(a, met): (i32, Vec<(f64, i32)>)| {
        let (_, b) = met.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some([a, b])
    };
    let inner = gathered(met).into_iter().filter_map(best);
    let ends = [layouts[0].content, layouts[1].content];
    std::iter::once([0, 0]).chain(inner).chain([ends]).collect()
}

/// Where in the second pane the place `at` of the first one is: the same share of the way between two landmarks.
fn across(landmarks: &[[i32; 2]], at: i32) -> i32 {
    let next = landmarks.iter().position(|mark| mark[0] > at).unwrap_or(landmarks.len().saturating_sub(1)).max(1);
    let (Some(&[a, b]), Some(&[c, d])) = (landmarks.get(next - 1), landmarks.get(next)) else { return at };
    b + ((at - a) * (d - b)) / (c - a).max(1)
}

/// Draws the ribbons between each two neighbouring panes.
fn draw(facing: &Facing, kept: Kept) {
    let current = facing.look.with_untracked(|look| look.at);
    let ribbons = all_ribbons(facing);
    for left in 0..facing.count().saturating_sub(1) {
        kept.layouts.with_untracked(|layouts| {
            let Some((Some(a), Some(b))) = layouts.get(left).zip(layouts.get(left + 1)) else { return };
            let between = ribbons.iter().filter(|(sides, ..)| *sides == [left, left + 1]);
            let ribbon = |(_, at, key, class): &([usize; 2], usize, String, &'static str)| {
                let ends: [Band; 2] = [*a.bands.get(key)?, *b.bands.get(key)?];
                let now = if current == Some(at + 1) { " current" } else { "" };
                Some(Ribbon { ends, class: format!("ribbon {class}{now}") })
            };
            let drawn: Vec<Ribbon> = between.filter_map(ribbon).collect();
            // The one that is looked at lies on top.
            let drawn = ordered_by(drawn, |ribbon| ribbon.class.ends_with("current"));
            panes::draw(left, &drawn);
        });
    }
}

/// What the lens ties together: sides, position, key, and what it looks like.
fn all_ribbons(facing: &Facing) -> Vec<([usize; 2], usize, String, &'static str)> {
    match facing.lens.get_untracked() {
        Lens::Passages => {
            let ribbon = |at: usize| {
                let (pair, meeting) = facing.meeting(at)?;
                Some((pair.sides, at, meeting_key(at), grade(meeting.strength)))
            };
            (0..facing.meetings.len()).filter_map(ribbon).collect()
        }
        Lens::Copies => {
            let class = |class: CopyClass| super::copies::look(class);
            let copies = untrack(|| facing.shown_copies());
            copies.iter().enumerate().map(|(at, (sides, of))| (*sides, at, copy_key(at), class(of.class))).collect()
        }
        _ => vec![],
    }
}

/// Brings the parts of `key` beside each other: where the reader's text stands still, or in the upper third.
fn bring(facing: &Facing, kept: Kept, key: &str) {
    let shown = kept.shown.get_untracked();
    if !(0..facing.count()).any(panes::scrolls) {
        panes::bring(shown, key, BELOW);
        return;
    }
    let leader = kept.leader.get_untracked();
    let band =
        |pane: usize| kept.layouts.with_untracked(|layouts| layouts.get(pane)?.as_ref()?.bands.get(key).copied());
    let level = band(leader).zip(panes::view(leader)).map_or(0, |(band, (top, height))| {
        let now = band.top - top;
        if (0..height).contains(&now) { now } else { height / 4 }
    });
    for pane in 0..facing.count() {
        if let Some(band) = band(pane) {
            panes::scroll(pane, band.top - level);
        }
    }
    draw(facing, kept);
}

/// Shows another text, the passage that faces the uppermost one where that was.
pub(super) fn switch(facing: &Facing, shown: RwSignal<usize>, to: usize) {
    let from = shown.get_untracked();
    let both = |key: &str| {
        let at = key.strip_prefix('m').and_then(|at| at.parse().ok());
        at.and_then(|at: usize| facing.meeting(at))
            .is_some_and(|(pair, _)| pair.sides.contains(&from) && pair.sides.contains(&to))
    };
    let mark = panes::uppermost(from, both);
    shown.set(to);
    if let Some((key, below)) = mark {
        page::before_paint(move || panes::bring(to, &key, below));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_between_two_landmarks_has_the_same_share_of_the_way() {
        let landmarks = [[0, 0], [100, 300], [200, 320], [400, 800]];
        for (at, expected) in [(0, 0), (50, 150), (100, 300), (150, 310), (300, 560), (400, 800)] {
            assert_eq!(across(&landmarks, at), expected, "{at}");
        }
    }

    #[test]
    fn texts_without_landmarks_scroll_by_their_length() {
        assert_eq!(across(&[[0, 0], [200, 400]], 100), 200);
    }
}
