//! Numbers the variables of each function anew, so that functions that do the same use the same numbers.
//!
//! The compiler numbers them as it comes upon them. In the order of how often they are used, the first numbers, which are the shortest, are
//! used most, and those of one function are like those of another. Variables that nobody uses go.

use crate::slim::put_leb;
use anyhow::{Context, Result};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::{
    CodeSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CompositeInnerType, FunctionBody, FunctionSectionReader, Operator, Parser, Payload, TypeSectionReader, ValType,
};

/// The module `wasm` with the variables of its functions in order of use.
pub fn renumber(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut renumbering = Renumbering::of(wasm).context("the built wasm is not one that can be read")?;
    let mut module = Module::new();
    renumbering
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the variables of the built wasm cannot be numbered anew")?;
    Ok(module.finish())
}

struct Renumbering {
    /// How many values each function of the module's own is given, in order.
    given: std::vec::IntoIter<u32>,
}

impl Renumbering {
    fn of(wasm: &[u8]) -> Result<Self> {
        let (mut types, mut functions) = (vec![], vec![]);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => types = given(section)?,
                Payload::FunctionSection(section) => functions = of_type(section)?,
                _ => {}
            }
        }
        let given: Option<Vec<u32>> = functions.into_iter().map(|of| types.get(of as usize).copied()).collect();
        Ok(Self { given: given.context("a function is of a type that is not there")?.into_iter() })
    }
}

/// How many values a function of each type is given.
fn given(section: TypeSectionReader<'_>) -> Result<Vec<u32>> {
    let mut out = vec![];
    for group in section {
        for of in group?.into_types() {
            out.push(match of.composite_type.inner {
                CompositeInnerType::Func(function) => function.params().len() as u32,
                _ => 0,
            });
        }
    }
    Ok(out)
}

fn of_type(section: FunctionSectionReader<'_>) -> Result<Vec<u32>> {
    Ok(section.into_iter().collect::<Result<_, _>>()?)
}

impl Reencode for Renumbering {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Infallible>> {
        let given = self.given.next().unwrap_or_default();
        code.raw(&renumbered(&body, given)?);
        Ok(())
    }
}

/// A body with its variables in order of use. What a function is given keeps its number.
fn renumbered(body: &FunctionBody<'_>, given: u32) -> wasmparser::Result<Vec<u8>> {
    let mut types: Vec<ValType> = vec![];
    for group in body.get_locals_reader()? {
        let (count, of) = group?;
        types.extend((0..count).map(|_| of));
    }
    let (bytes, start) = (body.as_bytes(), body.range().start);
    let mut operators = body.get_operators_reader()?;
    // Each use: where its number stands, and which it is.
    let mut uses = vec![];
    let first = operators.original_position() - start;
    while !operators.eof() {
        let (operator, at) = operators.read_with_offset()?;
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator
        {
            uses.push((at + 1 - start..operators.original_position() - start, local_index));
        }
    }
    let (numbers, types) = order(&types, given, uses.iter().map(|(_, number)| *number));
    let mut out = vec![];
    let groups: Vec<&[ValType]> = types.chunk_by(|a, b| a == b).collect();
    put_leb(&mut out, groups.len());
    for group in groups {
        put_leb(&mut out, group.len());
        wasm_encoder::Encode::encode(&wasm_encoder::ValType::try_from(group[0]).expect("a plain type"), &mut out);
    }
    let mut done = first;
    for (range, number) in uses {
        out.extend_from_slice(&bytes[done..range.start]);
        put_leb(&mut out, numbers.get(&number).copied().unwrap_or(number) as usize);
        done = range.end;
    }
    out.extend_from_slice(&bytes[done..]);
    Ok(out)
}

/// New numbers for the variables that are used, and their types in the new order: those of one type side by side, the most used type and
/// variable first.
fn order(types: &[ValType], given: u32, uses: impl Iterator<Item = u32>) -> (BTreeMap<u32, u32>, Vec<ValType>) {
    // How often each is used, and which use was the first.
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (at, number) in (0..).zip(uses.filter(|number| *number >= given)) {
        counts.entry(number).or_insert((0, at)).0 += 1;
    }
    let of = |number: u32| types[(number - given) as usize];
    let mut by_type: Vec<(ValType, u32, Vec<u32>)> = vec![];
    for (&number, &(count, _)) in &counts {
        let at = by_type.iter().position(|(other, ..)| *other == of(number)).unwrap_or_else(|| {
            by_type.push((of(number), 0, vec![]));
            by_type.len() - 1
        });
        by_type[at].1 += count;
        by_type[at].2.push(number);
    }
    by_type.sort_by_key(|(_, count, _)| Reverse(*count));
    let (mut numbers, mut sorted) = (BTreeMap::new(), vec![]);
    for (of, _, mut all) in by_type {
        all.sort_by_key(|number| (Reverse(counts[number].0), counts[number].1));
        for number in all {
            numbers.insert(number, given + sorted.len() as u32);
            sorted.push(of);
        }
    }
    (numbers, sorted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction as I, TypeSection, ValType as V};

    #[test]
    fn what_is_used_most_comes_first_and_what_nobody_uses_goes() {
        let mut types = TypeSection::new();
        types.ty().function([V::I32], [V::I64]);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut body = Function::new([(2, V::I32), (2, V::I64), (1, V::I32)]);
        // 1 is used never, 2 and 3 once, 5 twice, 4 three times.
        for step in [
            I::LocalGet(0),
            I::LocalTee(2),
            I::LocalTee(5),
            I::LocalSet(5),
            I::LocalGet(3),
            I::LocalTee(4),
            I::LocalSet(4),
            I::LocalGet(4),
            I::End,
        ] {
            body.instruction(&step);
        }
        let mut code = CodeSection::new();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        let module = renumber(&module.finish()).unwrap();
        let body = Parser::new(0).parse_all(&module).find_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let body = body.unwrap();
        let groups: Vec<_> = body.get_locals_reader().unwrap().into_iter().collect::<Result<_, _>>().unwrap();
        assert_eq!(groups, [(2, ValType::I64), (2, ValType::I32)]);
        let numbers = body.get_operators_reader().unwrap().into_iter().filter_map(|operator| match operator.unwrap() {
            Operator::LocalGet { local_index }
            | Operator::LocalSet { local_index }
            | Operator::LocalTee { local_index } => Some(local_index),
            _ => None,
        });
        assert_eq!(numbers.collect::<Vec<_>>(), [0, 4, 3, 3, 2, 1, 1, 1]);
    }

    #[test]
    fn a_module_that_is_cut_short_is_an_error() {
        assert!(renumber(b"\0asm\x01\0\0\0\x01\x7f\0").is_err());
    }
}
