//! The part that each line plays in its page.
//!
//! A page is cut into pieces: lines, or parts of a line that hold more than one thing. Passes go over the pieces from the surest clue to
//! the weakest, and a piece that has a role keeps it; what no pass sets apart is read. So a pass can only err towards showing too much,
//! and every piece becomes a block: nothing is lost.
//!
//! The clues are those that pages share (a line that repeats, a shortcode, a credit, the vocabulary of comment forms), never a page's
//! own sentences. Where they fail, the owner says so in `[[article.line]]`, and that goes before every pass.

mod across;
mod appeals;
mod controls;
mod cut;
mod entries;
mod headings;
mod machinery;
mod pictures;
mod posts;
pub mod resemblance;
mod run_in;
mod sections;
mod shape;
mod signature;
mod vocabulary;
mod wrap;

pub(crate) use across::Recurring;
pub(crate) use pictures::agencies;
pub(crate) use signature::{credited, signature};
pub(crate) use vocabulary::is_wire;

use crate::{
    curation::Override,
    language::Votes,
    source::{Hint, Source},
};
use shape::Shape;
use visavis_corpus::{Block, Clue, ClueKind, Lines, Role};
use visavis_text::Span;
use wrap::{Paragraph, paragraphs};

/// The passes, from the surest clue to the weakest.
const PASSES: &[fn(&mut Page<'_>)] = &[
    headings::run_in,
    machinery::shortcodes,
    machinery::other_scripts,
    appeals::advertising,
    controls::small_print,
    posts::embeds,
    entries::entries,
    controls::letter_heads,
    controls::controls,
    controls::comment_forms,
    sections::comments,
    appeals::appeals,
    posts::tags,
    posts::related,
    pictures::credits,
    pictures::captions,
    machinery::boilerplate,
    headings::bylines,
    across::across_files,
    headings::title,
    headings::lone_names,
    machinery::repeated,
    machinery::fragments,
    sections::head,
    sections::authors,
    sections::notes,
    sections::labels,
    machinery::other_languages,
    sections::tail,
    pictures::linked_titles,
    resemblance::set_apart,
    headings::read,
];

/// What nothing speaks against is the text.
const UNJUDGED: Role = Role::Body;

/// A line of a page, or a part of one.
#[derive(Clone, Debug)]
struct Piece<'t> {
    lines: Lines,
    span: Span,
    text: &'t str,
    shape: Shape,
    /// Whether a blank line stands before it.
    after_blank: bool,
    /// In how many files of the corpus it stands.
    files: u32,
    /// Whether it is a heading that ran into the paragraph after it.
    run_in: bool,
    /// Its role, once a pass has found it, and the clue.
    verdict: Option<(Role, Option<Clue>)>,
}

impl Piece<'_> {
    fn role(&self) -> Option<Role> {
        self.verdict.as_ref().map(|(role, _)| *role)
    }

    /// Whether no pass has given it a role.
    const fn is_free(&self) -> bool {
        self.verdict.is_none()
    }

    const fn is_free_paragraph(&self) -> bool {
        self.is_free() && self.shape.is_paragraph()
    }

    /// Gives it a role, unless it has one.
    fn decide(&mut self, role: Role, kind: ClueKind, detail: &str) {
        if self.is_free() {
            // The clue was seen in the piece itself, whose lines the block gives.
            self.verdict = Some((role, (!role.is_read()).then(|| Clue::new(kind, detail))));
        }
    }

    /// Gives it a role that is read.
    fn read_as(&mut self, role: Role) {
        self.verdict.get_or_insert((role, None));
    }

    /// A part of it, in the same role.
    fn part(&self, part: Span) -> Self {
        let text = &self.text[part.range()];
        Self { span: part.shifted(self.span.start()), text, shape: Shape::of(text), ..self.clone() }
    }

    fn block(self, source: &Source) -> Block {
        let (role, removed_by) = self.verdict.unwrap_or((UNJUDGED, None));
        Block {
            role,
            lines: self.lines,
            source: source.in_file(self.span),
            // A broken line goes on after a space; bytes keep their places.
            text: if is_broken(self.text) { self.text.replace(['\n', '\r'], " ") } else { self.text.into() },
            removed_by,
        }
    }
}

/// Whether `text` has more than one line.
fn is_broken(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'\n' | b'\r'))
}

/// The pieces, with the headings that run into their paragraphs cut off, where a page has several.
fn part_headings(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let long = |piece: &&Piece<'_>| piece.shape.words >= 25;
    let ends: Vec<Option<usize>> =
        pieces.iter().map(|piece| if long(&piece) { run_in::heading_end(piece.text) } else { None }).collect();
    let (found, paragraphs) = (ends.iter().flatten().count(), pieces.iter().filter(long).count());
    if found < 2 || found * 3 < paragraphs {
        return pieces;
    }
    let mut parted = vec![];
    for (piece, end) in pieces.into_iter().zip(ends) {
        let Some(end) = end else {
            parted.push(piece);
            continue;
        };
        let rest = piece.text.len() - piece.text[end..].trim_start().len();
        parted.push(Piece { run_in: true, ..piece.part(Span::new(0, end)) });
        parted.push(Piece { after_blank: false, ..piece.part(Span::new(rest, piece.text.len())) });
    }
    parted
}

/// What a pass finds: a role, the clue, and its detail.
type Verdict = Option<(Role, ClueKind, String)>;

/// A page while its pieces get their roles.
#[derive(Debug)]
struct Page<'t> {
    pieces: Vec<Piece<'t>>,
    /// What speaks for the page's language.
    votes: Votes,
    /// Whether the format of the file says what some pieces are.
    is_told: bool,
}

impl<'t> Page<'t> {
    fn new(source: &'t Source, recurring: &Recurring) -> Self {
        let (mut pieces, mut after_blank) = (vec![], true);
        for Paragraph { lines, span } in paragraphs(source) {
            let text = source.slice(span);
            let parts = cut::cut(text);
            let blank = parts.is_empty();
            for part in parts {
                let text = &text[part.range()];
                let span = part.shifted(span.start());
                pieces.push(Piece {
                    lines,
                    span,
                    text,
                    shape: Shape::of(text),
                    after_blank,
                    files: recurring.files(text),
                    run_in: false,
                    verdict: None,
                });
                after_blank = false;
            }
            after_blank |= blank;
        }
        let pieces = part_headings(pieces);
        let votes = heard(pieces.iter());
        Self { pieces, votes, is_told: !source.hints().is_empty() }
    }

    /// The title, once it is found.
    fn title(&self) -> Option<&Piece<'t>> {
        self.pieces.iter().find(|piece| piece.role() == Some(Role::Title))
    }

    /// Who signed, as far as lines of their own say: folded names.
    fn bylines(&self) -> impl Iterator<Item = String> + '_ {
        let lines = self.pieces.iter().filter(|piece| piece.role() == Some(Role::Byline));
        lines.filter_map(|piece| signature::signature(piece.text)).map(|name| vocabulary::plain(&name).trim().into())
    }

    /// Asks `verdict` about each free piece by itself.
    fn judge(&mut self, verdict: impl Fn(&Self, &Piece<'t>) -> Verdict) {
        self.judge_at(|page, at| verdict(page, &page.pieces[at]));
    }

    /// Asks `verdict` about each free piece in its place; what it finds is known to the pieces after.
    fn judge_at(&mut self, verdict: impl Fn(&Self, usize) -> Verdict) {
        for at in 0..self.pieces.len() {
            if self.pieces[at].is_free()
                && let Some((role, kind, detail)) = verdict(self, at)
            {
                self.pieces[at].decide(role, kind, &detail);
            }
        }
    }

    /// Gives the lines that the owner quotes the owner's roles.
    fn obey(&mut self, source: &Source, overrides: &[Override]) {
        for line in source.lines() {
            let text = source.slice(line.span);
            let Some(word) = overrides.iter().find(|word| text.contains(&word.quotation.value)) else { continue };
            for piece in
                self.pieces.iter_mut().filter(|piece| (piece.lines.first..=piece.lines.last).contains(&line.number))
            {
                piece.decide(word.role, ClueKind::Owner, "");
                piece.read_as(word.role);
            }
        }
    }

    /// Gives the pieces of which the format of the file says what they are that role.
    fn believe(&mut self, hints: &[Hint]) {
        let mut hints = hints.iter().peekable();
        for piece in &mut self.pieces {
            while hints.next_if(|hint| hint.span.end() <= piece.span.start()).is_some() {}
            let Some(hint) = hints.peek().filter(|hint| hint.span.overlaps(piece.span)) else { continue };
            piece.decide(hint.role, hint.clue.kind, &hint.clue.detail);
        }
    }
}

/// What the words of `pieces` say of their language.
fn heard<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>) -> Votes {
    pieces.map(|piece| piece.shape.votes).fold(Votes::default(), Votes::plus)
}

/// The blocks of a page, in the order of the source, and what the words of those that are read say of the language; `recurring` knows the
/// lines of the other files.
pub(crate) fn blocks(source: &Source, overrides: &[Override], recurring: &Recurring) -> (Vec<Block>, Votes) {
    let mut page = Page::new(source, recurring);
    if !overrides.is_empty() {
        page.obey(source, overrides);
    }
    page.believe(source.hints());
    PASSES.iter().for_each(|pass| pass(&mut page));
    let is_read = |piece: &&Piece<'_>| piece.role().unwrap_or(UNJUDGED).is_read();
    let votes = heard(page.pieces.iter().filter(is_read));
    (page.pieces.into_iter().map(|piece| piece.block(source)).collect(), votes)
}

#[cfg(test)]
mod tests;
