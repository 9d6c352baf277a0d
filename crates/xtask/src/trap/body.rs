//! A function as a tree of blocks, and how it gets shorter.

use crate::slim::put_leb;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::ops::Range;
use wasmparser::{BlockType, FunctionBody, Operator, OperatorsReader};

/// What calling a function comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calls {
    /// The program stops, and nobody has seen anything before.
    Stop,
    /// Only the program's own memory changes.
    Silent,
    /// The page may see something.
    Seen,
}

/// The body of a function. Ranges are of bytes of the object.
pub(super) struct Body {
    /// The declaration of its variables.
    locals: Range<usize>,
    steps: Vec<Step>,
}

/// One instruction, or a block of them. A branch names the block that it leaves (or the loop that it begins again) by [`Nest::id`].
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// Changes the stack, variables or the program's memory.
    Plain(Range<usize>),
    /// Calls a function by its number.
    Call(u32, Range<usize>),
    /// May be seen from outside.
    Seen(Range<usize>),
    Return(Range<usize>),
    Stop,
    Branch(u32),
    BranchIf(u32),
    /// The last one is the default.
    BranchTable(Vec<u32>),
    Nest(Box<Nest>),
}

/// A block, a loop or a condition.
#[derive(Debug, PartialEq, Eq)]
struct Nest {
    id: u32,
    head: Range<usize>,
    kind: Kind,
    /// Whether it takes nothing from the stack and leaves nothing there.
    is_plain: bool,
    steps: Vec<Step>,
    otherwise: Option<Vec<Step>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Block,
    Loop,
    If,
}

/// The function itself, as what a branch leaves.
const WHOLE: u32 = 0;

impl Body {
    pub(super) fn read(body: &FunctionBody<'_>) -> Result<Self> {
        let mut operators = body.get_operators_reader()?;
        let locals = body.range().start..operators.original_position();
        let mut reading = Reading { open: vec![WHOLE], next: WHOLE + 1 };
        let (steps, _) = reading.steps(&mut operators)?;
        Ok(Self { locals, steps })
    }

    /// Whether the function can come to its end.
    pub(super) fn returns(&self, calls: &[Calls]) -> bool {
        let mut left = BTreeSet::new();
        falls(&self.steps, calls, &mut left) || left.contains(&WHOLE)
    }

    /// Whether what it does may be seen from outside.
    pub(super) fn is_seen(&self, calls: &[Calls]) -> bool {
        !self.steps.iter().all(|step| step.is_silent(calls))
    }

    /// Leaves out what comes to nothing.
    pub(super) fn shorten(&mut self, calls: &[Calls]) {
        cut(&mut self.steps, calls);
        let mut stopping = Stopping::default();
        stopping.redirect(&mut self.steps, false, None);
        let mut left = BTreeSet::new();
        targets(&self.steps, &mut left);
        unwrap(&mut self.steps, &left);
        cut(&mut self.steps, calls);
    }

    /// Writes the body; `source` is the object that it was read from. The pieces of it that come over are told to `copied`, with where they
    /// then begin in `out`.
    pub(super) fn write(&self, source: &[u8], out: &mut Vec<u8>, copied: &mut Vec<(Range<usize>, usize)>) {
        let mut writing = Writing { source, out, copied, open: vec![WHOLE] };
        if self.steps == [Step::Stop] {
            writing.out.push(0);
        } else {
            writing.copy(&self.locals);
        }
        writing.steps(&self.steps);
        writing.out.push(END);
    }
}

struct Reading {
    /// The blocks around, the innermost last.
    open: Vec<u32>,
    next: u32,
}

impl Reading {
    /// The steps up to the end of a block, and whether an `else` follows.
    fn steps(&mut self, operators: &mut OperatorsReader<'_>) -> Result<(Vec<Step>, bool)> {
        let mut steps = vec![];
        loop {
            let (operator, start) = operators.read_with_offset()?;
            let range = start..operators.original_position();
            let step = match operator {
                Operator::End => return Ok((steps, false)),
                Operator::Else => return Ok((steps, true)),
                Operator::Block { blockty } => self.nest(Kind::Block, blockty, range, operators)?,
                Operator::Loop { blockty } => self.nest(Kind::Loop, blockty, range, operators)?,
                Operator::If { blockty } => self.nest(Kind::If, blockty, range, operators)?,
                Operator::Br { relative_depth } => Step::Branch(self.around(relative_depth)?),
                Operator::BrIf { relative_depth } => Step::BranchIf(self.around(relative_depth)?),
                Operator::BrTable { targets } => {
                    let mut to: Vec<u32> = vec![];
                    for target in targets.targets() {
                        to.push(self.around(target?)?);
                    }
                    to.push(self.around(targets.default())?);
                    Step::BranchTable(to)
                }
                Operator::Return => Step::Return(range),
                Operator::Unreachable => Step::Stop,
                Operator::Call { function_index } => Step::Call(function_index, range),
                ref other if is_plain(other) => Step::Plain(range),
                _ => Step::Seen(range),
            };
            steps.push(step);
        }
    }

    fn nest(
        &mut self,
        kind: Kind,
        of: BlockType,
        head: Range<usize>,
        operators: &mut OperatorsReader<'_>,
    ) -> Result<Step> {
        let id = self.next;
        self.next += 1;
        self.open.push(id);
        let (steps, goes_on) = self.steps(operators)?;
        let otherwise = goes_on.then(|| self.steps(operators)).transpose()?.map(|(steps, _)| steps);
        self.open.pop();
        Ok(Step::Nest(Box::new(Nest { id, head, kind, is_plain: of == BlockType::Empty, steps, otherwise })))
    }

    fn around(&self, depth: u32) -> Result<u32> {
        let at = self.open.len().checked_sub(depth as usize + 1);
        at.map(|at| self.open[at]).context("a branch leaves a block that is not there")
    }
}

/// Whether an instruction touches nothing but the stack, variables and the program's own memory, and goes on to the next. What is not named
/// here is taken for one that does more.
fn is_plain(operator: &Operator<'_>) -> bool {
    use Operator as O;
    match operator {
        O::Drop
        | O::Select
        | O::Nop
        | O::LocalGet { .. }
        | O::LocalSet { .. }
        | O::LocalTee { .. }
        | O::GlobalGet { .. }
        | O::GlobalSet { .. }
        | O::MemorySize { .. }
        | O::MemoryCopy { .. }
        | O::MemoryFill { .. } => true,
        // Constants, loads, stores, comparisons, arithmetic and conversions are named for what they take or give.
        other => {
            let name = format!("{other:?}");
            ["I32", "I64", "F32", "F64"].iter().any(|start| name.starts_with(start)) && !name.contains("Atomic")
        }
    }
}

impl Step {
    /// Whether nothing of it is seen from outside. Leaving for elsewhere is not asked here.
    fn is_silent(&self, calls: &[Calls]) -> bool {
        match self {
            Self::Seen(_) => false,
            Self::Call(function, _) => calls.get(*function as usize).is_some_and(|call| *call != Calls::Seen),
            Self::Nest(nest) => nest.arms().flatten().all(|step| step.is_silent(calls)),
            _ => true,
        }
    }

    /// Whether it leaves for a block that is not itself or in itself.
    fn leaves(&self) -> bool {
        match self {
            Self::Return(_) | Self::Branch(_) | Self::BranchIf(_) | Self::BranchTable(_) => true,
            Self::Nest(nest) => {
                let (mut left, mut own) = (BTreeSet::new(), BTreeSet::new());
                nest.arms().for_each(|steps| targets(steps, &mut left));
                own.insert(nest.id);
                nest.arms().for_each(|steps| ids(steps, &mut own));
                left.difference(&own).next().is_some()
            }
            _ => false,
        }
    }

    /// Whether what follows it in its block is never run.
    fn ends(&self) -> bool {
        matches!(self, Self::Stop | Self::Return(_) | Self::Branch(_) | Self::BranchTable(_))
    }
}

impl Nest {
    fn arms(&self) -> impl Iterator<Item = &Vec<Step>> {
        std::iter::once(&self.steps).chain(&self.otherwise)
    }

    fn arms_mut(&mut self) -> impl Iterator<Item = &mut Vec<Step>> {
        std::iter::once(&mut self.steps).chain(&mut self.otherwise)
    }

    /// Whether nothing happens in it but that the program stops.
    fn stops(&self) -> bool {
        self.arms().all(|steps| *steps == [Step::Stop]) && (self.kind != Kind::If || self.otherwise.is_some())
    }
}

/// Whether running `steps` can come to their end. The blocks that they leave are added to `left`.
fn falls(steps: &[Step], calls: &[Calls], left: &mut BTreeSet<u32>) -> bool {
    for step in steps {
        match step {
            Step::Stop => return false,
            Step::Call(function, _) if calls.get(*function as usize) == Some(&Calls::Stop) => return false,
            Step::Return(_) => {
                left.insert(WHOLE);
                return false;
            }
            Step::Branch(to) => {
                left.insert(*to);
                return false;
            }
            Step::BranchIf(to) => {
                left.insert(*to);
            }
            Step::BranchTable(to) => {
                left.extend(to);
                return false;
            }
            Step::Nest(nest) => {
                let mut inside = BTreeSet::new();
                let mut goes_on = nest.kind == Kind::If && nest.otherwise.is_none();
                for arm in nest.arms() {
                    goes_on |= falls(arm, calls, &mut inside);
                }
                // A branch to a loop begins it again.
                goes_on |= inside.remove(&nest.id) && nest.kind != Kind::Loop;
                left.extend(inside);
                if !goes_on {
                    return false;
                }
            }
            Step::Plain(_) | Step::Seen(_) | Step::Call(..) => {}
        }
    }
    true
}

/// Where a call only stops the program, the stop takes its place and that of what was done for it; nothing follows it.
fn cut(steps: &mut Vec<Step>, calls: &[Calls]) {
    for step in &mut *steps {
        match step {
            Step::Call(function, _) if calls.get(*function as usize) == Some(&Calls::Stop) => *step = Step::Stop,
            Step::Nest(nest) => {
                nest.arms_mut().for_each(|steps| cut(steps, calls));
                if nest.stops() {
                    *step = Step::Stop;
                }
            }
            _ => {}
        }
    }
    let Some(end) = steps.iter().position(Step::ends) else { return };
    steps.truncate(end + 1);
    if steps[end] == Step::Stop {
        let before = steps[..end].iter().rposition(|step| !step.is_silent(calls) || step.leaves());
        steps.drain(before.map_or(0, |at| at + 1)..end);
    }
}

/// Adds the blocks that branches in `steps` name.
fn targets(steps: &[Step], left: &mut BTreeSet<u32>) {
    for step in steps {
        match step {
            Step::Branch(to) | Step::BranchIf(to) => {
                left.insert(*to);
            }
            Step::BranchTable(to) => left.extend(to),
            Step::Return(_) => {
                left.insert(WHOLE);
            }
            Step::Nest(nest) => nest.arms().for_each(|steps| targets(steps, left)),
            _ => {}
        }
    }
}

/// Adds the blocks in `steps`.
fn ids(steps: &[Step], inside: &mut BTreeSet<u32>) {
    for step in steps {
        if let Step::Nest(nest) = step {
            inside.insert(nest.id);
            nest.arms().for_each(|steps| ids(steps, inside));
        }
    }
}

/// Blocks after which the program stops: whoever leaves one may as well leave the outermost.
#[derive(Default)]
struct Stopping(BTreeSet<u32>);

impl Stopping {
    /// Sends branches in `steps` that only lead to a stop to the outermost block that does: `sink`, where there is one around already.
    /// `end` says whether a stop comes after these steps.
    fn redirect(&mut self, steps: &mut [Step], end: bool, sink: Option<u32>) {
        for at in 0..steps.len() {
            let leads = steps.get(at + 1).map_or(end, |next| *next == Step::Stop);
            match &mut steps[at] {
                Step::Nest(nest) => {
                    let is_way = leads && nest.is_plain && nest.kind != Kind::Loop;
                    if is_way {
                        self.0.insert(nest.id);
                    }
                    let sink = sink.or(is_way.then_some(nest.id));
                    nest.arms_mut().for_each(|steps| self.redirect(steps, leads, sink));
                }
                Step::Branch(to) if self.0.contains(to) => steps[at] = Step::Stop,
                Step::BranchIf(to) => self.turn(to, sink),
                Step::BranchTable(to) => to.iter_mut().for_each(|to| self.turn(to, sink)),
                _ => {}
            }
        }
    }

    fn turn(&self, to: &mut u32, sink: Option<u32>) {
        if let Some(sink) = sink.filter(|_| self.0.contains(to)) {
            *to = sink;
        }
    }
}

/// Takes the steps out of blocks that no branch leaves.
fn unwrap(steps: &mut Vec<Step>, left: &BTreeSet<u32>) {
    let mut out = Vec::with_capacity(steps.len());
    for step in steps.drain(..) {
        let Step::Nest(mut nest) = step else {
            out.push(step);
            continue;
        };
        nest.arms_mut().for_each(|steps| unwrap(steps, left));
        if nest.kind == Kind::Block && !left.contains(&nest.id) {
            out.append(&mut nest.steps);
        } else {
            out.push(Step::Nest(nest));
        }
    }
    *steps = out;
}

/// Instructions by their codes.
const STOP: u8 = 0x00;
const ELSE: u8 = 0x05;
const END: u8 = 0x0b;
const BRANCH: u8 = 0x0c;
const BRANCH_IF: u8 = 0x0d;
const BRANCH_TABLE: u8 = 0x0e;

struct Writing<'w> {
    source: &'w [u8],
    out: &'w mut Vec<u8>,
    copied: &'w mut Vec<(Range<usize>, usize)>,
    /// The blocks around, the innermost last.
    open: Vec<u32>,
}

impl Writing<'_> {
    fn copy(&mut self, range: &Range<usize>) {
        self.copied.push((range.clone(), self.out.len()));
        self.out.extend_from_slice(&self.source[range.clone()]);
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Plain(range) | Step::Call(_, range) | Step::Seen(range) | Step::Return(range) => self.copy(range),
                Step::Stop => self.out.push(STOP),
                Step::Branch(to) => self.branch(BRANCH, *to),
                Step::BranchIf(to) => self.branch(BRANCH_IF, *to),
                Step::BranchTable(to) => {
                    self.out.push(BRANCH_TABLE);
                    put_leb(self.out, to.len() - 1);
                    to.iter().for_each(|to| self.depth(*to));
                }
                Step::Nest(nest) => {
                    self.copy(&nest.head);
                    self.open.push(nest.id);
                    self.steps(&nest.steps);
                    if let Some(steps) = &nest.otherwise {
                        self.out.push(ELSE);
                        self.steps(steps);
                    }
                    self.open.pop();
                    self.out.push(END);
                }
            }
        }
    }

    fn branch(&mut self, code: u8, to: u32) {
        self.out.push(code);
        self.depth(to);
    }

    fn depth(&mut self, to: u32) {
        let depth = self.open.iter().rev().position(|open| *open == to);
        put_leb(self.out, depth.expect("a branch leaves a block around it"));
    }
}
