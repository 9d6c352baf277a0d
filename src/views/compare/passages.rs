//! Passages that meet: the list, and what speaks for the one that is looked at.

use super::facing::Facing;
use crate::lens::Lens;
use crate::live::RwSignal;
use crate::parts::{
    sheet::{Cell, cell, how, sheet},
    tag::{Tag, button, link, tag},
};
use visavis_compare::{Evidence, Meeting, PairReport, Place, Term};
use visavis_text::ordered_by;

/// What stands above the texts.
pub(super) fn panel(facing: &Facing) -> Tag {
    let say = facing.say;
    let count = facing.meetings.len();
    let said = if count == 0 { say.no_meeting.to_owned() } else { (say.meetings)(count) };
    let list = {
        let facing = facing.clone();
        let open = RwSignal::new(false);
        let rows = move || open.get().then(|| list(&facing));
        tag("details")
            .set("class", "listing")
            .on("toggle", move |event| open.set(crate::browser::page::is_open(&event)))
            .child(tag("summary").child(say.list_meetings))
            .follow(rows)
    };
    tag("div")
        .child(tag("div").set("class", "steps").child(tag("p").child(said)).child(steps(facing)))
        .child((count > 0).then_some(list))
        .child(how(say.glance_passages, say.how_passages))
}

/// The buttons to the next part and the previous one.
pub(super) fn steps(facing: &Facing) -> Tag {
    let say = facing.say;
    let (back, on, now) = (facing.clone(), facing.clone(), facing.clone());
    let state = move || {
        let count = now.parts();
        now.look.with(|look| look.at).filter(|&at| at <= count).map(|at| format!("{at} / {count}"))
    };
    let none = facing.clone();
    tag("div")
        .set("class", "stepper")
        .hidden_when(move || none.parts() == 0)
        .child(
            button("button", move || back.step(false))
                .set("id", "previous-part")
                .set("aria-label", say.previous_part)
                .child("‹"),
        )
        .child(tag("span").set("role", "status").follow(state))
        .child(
            button("button", move || on.step(true)).set("id", "next-part").set("aria-label", say.next_part).child("›"),
        )
}

/// What the two sentences that are looked at have in common. It stands below the texts, so that choosing a passage moves none of them.
pub(super) fn evidence(facing: &Facing) -> Option<Tag> {
    if facing.lens.get() != Lens::Passages {
        return None;
    }
    let at = facing.look.with(|look| look.at)?;
    let (pair, meeting) = facing.meeting(at.checked_sub(1)?)?;
    let (words, say) = (facing.words, facing.say);
    let rows: Vec<Vec<Cell>> = meeting
        .evidence
        .iter()
        .map(|evidence| {
            let [here, there] = [0, 1]
                .map(|end| facing.texts(pair.sides[end], &evidence.places[end][..1.min(evidence.places[end].len())]));
            vec![
                cell(term(facing, pair.sides[0], evidence)),
                cell((say.term_kind)(&evidence.term)),
                cell(here),
                cell(there),
                cell(words.hundredths(evidence.weight)),
            ]
        })
        .collect();
    let quote = |end: usize| {
        let (side, place) = (pair.sides[end], meeting.sides[end]);
        tag("blockquote")
            .set_if("lang", facing.lang(side))
            .child(facing.text(side, place).to_owned())
            .child(tag("footer").child(facing.name(side)).child(" · ").child(facing.way(side, place.block)))
    };
    let heads: Vec<String> = say.evidence_heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>();
    let names = facing.names();
    let heads = [
        heads[0].clone(),
        heads[1].clone(),
        names[pair.sides[0]].clone(),
        names[pair.sides[1]].clone(),
        heads[2].clone(),
    ];
    Some(
        tag("aside")
            .set("class", "evidence")
            .set("id", "evidence")
            .set("aria-label", say.evidence)
            .child(close(facing))
            .child(
                tag("p")
                    .child(tag("b").child(format!("{} {}", say.strength, words.hundredths(meeting.strength))))
                    .child(" · ")
                    .child(say.evidence),
            )
            .child(tag("div").set("class", "columns").child([quote(0), quote(1)]))
            .child(sheet("evidence", say.evidence, heads.to_vec(), rows)),
    )
}

/// Puts the evidence away.
fn close(facing: &Facing) -> Tag {
    let words = facing.words;
    let facing = facing.clone();
    button("button small close", move || facing.go(|look| look.at = None)).set("aria-label", words.close).child("×")
}

/// What a term is called.
fn term(facing: &Facing, side: usize, evidence: &Evidence) -> String {
    match &evidence.term {
        Term::Entity(ix) => facing.library.name(*ix).unwrap_or_default(),
        Term::Number(digits) => digits.clone(),
        Term::Date(when) => facing.words.when(*when),
        Term::Family(word) => word.clone(),
        // The stem is no word: the page shows the first text's.
        Term::Stem(_) => {
            evidence.places[0].first().map_or_else(String::new, |&place| facing.text(side, place).to_owned())
        }
    }
}

/// Every meeting, the strongest first.
fn list(facing: &Facing) -> Tag {
    let all: Vec<(usize, &PairReport, &Meeting)> =
        (0..facing.meetings.len()).filter_map(|at| facing.meeting(at).map(|(pair, of)| (at, pair, of))).collect();
    let all = ordered_by(all, |(at, _, meeting)| (std::cmp::Reverse((meeting.strength * 10_000.0) as i32), *at));
    let row = |&(at, pair, meeting): &(usize, &PairReport, &Meeting)| {
        let explorer = facing.explorer;
        let href = move || explorer.address.with(|address| address.looking(|look| look.at = Some(at + 1)).href());
        let number = (at + 1).to_string();
        let quoted = |end: usize| {
            let (side, place): (usize, Place) = (pair.sides[end], meeting.sides[end]);
            let text = facing.text(side, place).to_owned();
            let said = tag("span").set("class", "said").set_if("lang", facing.lang(side)).child(text.clone());
            cell(text)
                .shown(tag("small").child(format!("{} {} ", facing.name(side), facing.paragraph(side, place.block))))
                .shown(said)
        };
        vec![
            cell(number.clone()).shown(link("", href).child(number)),
            cell(facing.words.hundredths(meeting.strength)),
            quoted(0),
            quoted(1),
        ]
    };
    let heads = facing.say.meeting_heads.map(str::to_owned).to_vec();
    sheet("passages", facing.say.glance_passages, heads, all.iter().map(row).collect())
}
