//! Long work in slices, so that no task holds the page up; above all a long text on its way to the page: its words at once, its marks
//! bit by bit.

use super::{draw, page, window};
use crate::parts::picture::Shape;
use std::{collections::VecDeque, sync::Arc};
use web_sys::Element;

/// Pieces that are drawn before the text is first shown: a screen full.
const AT_ONCE: usize = 160;
/// More pieces below each other than this are a long text.
const LONG: usize = 80;
/// How long a slice may take, in milliseconds: what is left of a frame is enough to answer in, and the browser waits some milliseconds
/// between two.
const SLICE: f64 = 9.0;
/// Paragraphs before the one at which reading begins that are seen with it.
const BEFORE: usize = 4;

/// A text as it is to be written.
#[derive(Clone)]
pub struct Sheet {
    /// What stands below each other, the last element of each with its text unmarked; and the block whose marked text takes its place.
    pub frames: Vec<(Shape, Option<usize>)>,
    /// The block at which reading begins; its marks are drawn first.
    pub first: usize,
    /// A block as pieces, each with its marks.
    pub marked: Arc<dyn Fn(usize) -> Vec<Shape> + Send + Sync>,
    /// Told when all marks are there.
    pub drawn: Arc<dyn Fn() + Send + Sync>,
}

/// Writes a text inside `into`, in the place of what was written there before.
pub fn write(into: Element, sheet: Sheet) {
    into.set_text_content(None);
    // The style sheet lays out what is near the screen of it.
    let _ = into.set_attribute("class", if sheet.frames.len() > LONG { "long" } else { "" });
    let mut waiting = VecDeque::new();
    let mut begins = 0;
    for (frame, block) in &sheet.frames {
        draw::draw(&into, frame, None);
        let text = into.last_element_child().and_then(|frame| frame.last_element_child());
        if let Some(found) = text.zip(*block) {
            begins += usize::from(found.1 < sheet.first);
            waiting.push_back(found);
        }
    }
    waiting.rotate_left(begins.saturating_sub(BEFORE));
    let mut count = 0;
    while count < AT_ONCE
        && let Some((text, block)) = waiting.pop_front()
    {
        count += mark(&text, block, &sheet);
    }
    if waiting.is_empty() {
        (sheet.drawn)();
        return;
    }
    bit_by_bit(Box::new(move || {
        // The text has left the page.
        if !into.is_connected() {
            return false;
        }
        let Some((text, block)) = waiting.pop_front() else {
            (sheet.drawn)();
            return false;
        };
        mark(&text, block, &sheet);
        true
    }));
}

/// Draws the marks of one block, and says how many pieces those were.
fn mark(text: &Element, block: usize, sheet: &Sheet) -> usize {
    let pieces = (sheet.marked)(block);
    // Text without a mark stands as it is.
    if pieces.iter().any(|piece| !piece.name.is_empty()) {
        draw::show(text, &pieces, None);
    }
    pieces.len()
}

/// Takes one `step` after the other until one says that nothing is left: in slices, so that no task holds the page up.
pub fn bit_by_bit(mut step: Box<dyn FnMut() -> bool>) {
    page::later(move || {
        if for_a_while(&mut step, SLICE) {
            bit_by_bit(step);
        }
    });
}

/// How long a turn may take, in milliseconds, while what is waited for is not shown yet: no task is a long one.
const TURN: f64 = 24.0;

/// Turns that long work takes with whatever else happens in the page.
#[derive(Debug)]
pub struct Turns {
    /// When this one is over.
    end: f64,
}

impl Turns {
    /// Begins with the turn at hand.
    pub fn new() -> Self {
        Self { end: now() + TURN }
    }

    /// Takes one `step` after the other until one says that nothing is left for now.
    pub async fn take(&mut self, mut step: impl FnMut() -> bool) {
        loop {
            if now() >= self.end {
                page::turn().await;
                *self = Self::new();
            }
            if !step() {
                return;
            }
        }
    }
}

impl Default for Turns {
    fn default() -> Self {
        Self::new()
    }
}

fn now() -> f64 {
    window().performance().map_or(f64::INFINITY, |clock| clock.now())
}

/// Takes one `step` after the other until one says that nothing is left, or until so many milliseconds are over; whether anything is left.
pub fn for_a_while(step: &mut dyn FnMut() -> bool, milliseconds: f64) -> bool {
    let end = now() + milliseconds;
    while step() {
        if now() >= end {
            return true;
        }
    }
    false
}
