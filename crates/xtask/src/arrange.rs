//! Puts the functions of the program into the order in which it compresses best, and keeps one of equal ones.
//!
//! The compiler's tools write the largest function first. A compressor finds again what was there some tens of kilobytes before: functions
//! that are alike stand best side by side. What they do, and how fast, does not depend on where they stand.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;
use wasm_encoder::{
    CodeSection, FunctionSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// The module `wasm` with each distinct function once, those that are alike side by side.
pub fn arrange(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut wasm = wasm.to_vec();
    // Functions that call equal ones may be equal themselves once those are one.
    loop {
        let functions = Functions::of(&wasm)?;
        let order = functions.distinct();
        if order.kept.len() == functions.all.len() {
            return rewritten(&wasm, functions.alike());
        }
        wasm = rewritten(&wasm, order)?;
    }
}

/// The functions of a module.
struct Functions<'w> {
    /// How many are imported; those have the first numbers.
    imported: u32,
    /// The type and the body of each other.
    all: Vec<(u32, &'w [u8])>,
}

/// An order of functions.
struct Order {
    imported: u32,
    /// The functions that stay, in their new order.
    kept: Vec<usize>,
    /// The new position of each.
    places: Vec<u32>,
}

impl<'w> Functions<'w> {
    fn of(wasm: &'w [u8]) -> Result<Self> {
        let (mut imported, mut types, mut bodies) = (0, vec![], vec![]);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.context("the built wasm is not one that can be read")? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(Self { imported, all: types.into_iter().zip(bodies).collect() })
    }

    /// The first of each of those that are equal, in their order.
    fn distinct(&self) -> Order {
        let (mut kept, mut places, mut seen) = (vec![], vec![], HashMap::new());
        for (at, function) in self.all.iter().enumerate() {
            let place = *seen.entry(function).or_insert_with(|| {
                kept.push(at);
                kept.len() as u32 - 1
            });
            places.push(place);
        }
        Order { imported: self.imported, kept, places }
    }

    /// All of them, each after those that it has most in common with.
    fn alike(&self) -> Order {
        let grams: Vec<BTreeSet<&[u8]>> = self.all.iter().map(|(_, body)| body.windows(GRAM).collect()).collect();
        let mut having: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (at, grams) in grams.iter().enumerate() {
            grams.iter().for_each(|gram| having.entry(gram).or_default().push(at));
        }
        having.retain(|_, all| (2..COMMON).contains(&all.len()));
        let mut left: BTreeSet<usize> = (0..self.all.len()).collect();
        let mut kept: Vec<usize> = vec![];
        while let Some(&first) = left.first() {
            let mut common: BTreeMap<usize, u32> = BTreeMap::new();
            for gram in kept.iter().rev().take(BEFORE).flat_map(|&before| &grams[before]) {
                for other in having.get(gram).into_iter().flatten().filter(|other| left.contains(other)) {
                    *common.entry(*other).or_default() += 1;
                }
            }
            // A large function has something in common with every other.
            let share = |at: usize, common: u32| f64::from(common) / (libm::pow(grams[at].len() as f64, SIZE) + 1.0);
            let shares = common.into_iter().map(|(at, common)| (at, share(at, common)));
            let next = shares.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map_or(first, |(at, _)| at);
            left.remove(&next);
            kept.push(next);
        }
        let mut places = vec![0; kept.len()];
        kept.iter().zip(0..).for_each(|(&at, place)| places[at] = place);
        Order { imported: self.imported, kept, places }
    }
}

/// Bytes that functions have in common.
const GRAM: usize = 5;
/// What as many functions have in common tells nothing.
const COMMON: usize = 150;
/// How much the size of a function counts against it. This and the numbers above were tried out on the program itself.
const SIZE: f64 = 0.2;
/// How many functions before it the next one is compared with.
const BEFORE: usize = 4;

/// The module with its functions in this order.
fn rewritten(wasm: &[u8], mut order: Order) -> Result<Vec<u8>> {
    let mut module = Module::new();
    order
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the functions of the built wasm cannot be put into another order")?;
    Ok(module.finish())
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function.checked_sub(self.imported).map(|own| own as usize);
        Ok(own.map_or(function, |own| self.imported + self.places[own]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for &at in &self.kept.clone() {
            functions.function(self.type_index(types[at])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for &at in &self.kept.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four functions: two constants that are equal, what calls each of them, and one of these is offered as `a`, the other as `b`.
    const MODULE: &[u8] =
        b"\0asm\x01\0\0\0\x01\x05\x01\x60\0\x01\x7f\x03\x05\x04\0\0\0\0\x07\x09\x02\x01a\0\x01\x01b\0\x03\
        \x0a\x15\x04\x04\0\x41\x07\x0b\x04\0\x10\0\x0b\x04\0\x41\x07\x0b\x04\0\x10\x02\x0b";

    #[test]
    fn equal_functions_become_one_and_what_calls_them_too() {
        let arranged = arrange(MODULE).unwrap();
        assert_eq!(Functions::of(MODULE).unwrap().all.len(), 4);
        assert_eq!(Functions::of(&arranged).unwrap().all.len(), 2);
        let offered = walrus::Module::from_buffer(&arranged).unwrap();
        let functions: Vec<_> = offered.exports.iter().map(|export| (export.name.clone(), export.item)).collect();
        assert_eq!(functions.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert!(
            matches!((&functions[0].1, &functions[1].1), (walrus::ExportItem::Function(a), walrus::ExportItem::Function(b)) if a == b)
        );
    }

    #[test]
    fn what_is_alike_stands_side_by_side_and_is_called_as_before() {
        // Three kinds of functions, of each twenty, that come by turns.
        let mut module = walrus::Module::default();
        for at in 0..60 {
            let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I64]);
            let mut body = builder.func_body();
            body.i64_const(at);
            for step in 8..28 {
                body.i64_const((at % 3 + 1) << step).binop(walrus::ir::BinaryOp::I64Add);
            }
            let function = builder.finish(vec![], &mut module.funcs);
            module.exports.add(&at.to_string(), function);
        }
        let wasm = module.emit_wasm();
        let arranged = arrange(&wasm).unwrap();
        let kinds: Vec<u8> =
            Functions::of(&arranged).unwrap().all.iter().map(|(_, body)| body[body.len() - 4]).collect();
        assert_eq!(kinds.chunk_by(|a, b| a == b).count(), 3, "{kinds:?}");
        let constants = |wasm: &[u8]| -> BTreeMap<String, Vec<u8>> {
            let functions = Functions::of(wasm).unwrap();
            let exports = Parser::new(0).parse_all(wasm).filter_map(|payload| match payload.unwrap() {
                Payload::ExportSection(section) => Some(section),
                _ => None,
            });
            let offered = exports.flatten().map(|export| export.unwrap());
            offered.map(|export| (export.name.to_owned(), functions.all[export.index as usize].1.to_vec())).collect()
        };
        assert_eq!(constants(&arranged), constants(&wasm));
    }
}
