//! The comparison in a few numbers, each the way to its lens, with how it was computed.

use super::facing::Facing;
use crate::{
    lens::Lens,
    parts::{
        sheet::how,
        tag::{Tag, link, tag},
    },
};
use visavis_compare::Spread;

/// The strip.
pub(super) fn glance(facing: &Facing) -> Tag {
    let say = facing.say;
    let items = [
        item(facing, Lens::Copies, copied(facing), say.glance_copied, say.how_copies),
        item(facing, Lens::Entities, entities(facing), (say.glance_entities)(facing.count()), say.how_entities),
        item(facing, Lens::Voices, quoted(facing), say.glance_quoted, say.how_quoted),
        item(facing, Lens::Voices, voices(facing), say.glance_voices, say.how_voices),
        item(facing, Lens::Passages, passages(facing), say.glance_passages, say.how_passages),
    ];
    tag("section").set("class", "glance").set("aria-label", say.glance).child(items)
}

fn item(facing: &Facing, lens: Lens, value: String, label: &'static str, said: &'static str) -> Tag {
    let explorer = facing.explorer;
    let href = move || explorer.address.with(|address| address.looking(|look| *look = look.through(lens)).href());
    let way = link("", href).child(tag("b").child(value)).child(" ").child(tag("small").child(label));
    tag("div").set("data-glance", lens.name()).child(way).child(how(label, said))
}

/// The share of each article that is copied.
fn copied(facing: &Facing) -> String {
    let shares: Vec<String> = facing.comparison.copied_shares().iter().map(|&s| facing.words.percent(s)).collect();
    if shares.windows(2).all(|two| two[0] == two[1]) {
        shares.into_iter().next().unwrap_or_default()
    } else {
        shares.join(" / ")
    }
}

/// Entities here, in both, there; of more than two articles, those in all and those in any.
fn entities(facing: &Facing) -> String {
    let pack = facing.library.pack();
    let rows: Vec<_> = facing
        .comparison
        .entities
        .iter()
        .filter(|row| pack.entity(row.entity).is_some_and(|entity| !entity.hide))
        .collect();
    if facing.count() == 2 {
        let count = |spread| rows.iter().filter(|row| row.spread() == Some(spread)).count().to_string();
        return [Spread::Here, Spread::Both, Spread::There].map(count).join(" · ");
    }
    let all = rows.iter().filter(|row| row.articles() == facing.count()).count();
    format!("{} / {}", facing.words.number(all), facing.words.number(rows.len()))
}

/// The share of each article that stands between quotation marks.
fn quoted(facing: &Facing) -> String {
    let words = facing.comparison.quoted_words().into_iter().zip(&facing.comparison.lengths);
    let share =
        |(quoted, &all): (usize, &usize)| facing.words.percent(if all == 0 { 0.0 } else { quoted as f64 / all as f64 });
    words.map(share).collect::<Vec<_>>().join(" / ")
}

/// The speakers of each article.
fn voices(facing: &Facing) -> String {
    let heard = |side: usize| {
        let speak = |row: &&visavis_compare::VoiceRow| {
            row.voice != visavis_compare::Voice::Unattributed && !row.shares[side].quotes.is_empty()
        };
        facing.words.number(facing.comparison.voices.iter().filter(speak).count())
    };
    (0..facing.count()).map(heard).collect::<Vec<_>>().join(" / ")
}

fn passages(facing: &Facing) -> String {
    facing.words.number(facing.meetings.len())
}
