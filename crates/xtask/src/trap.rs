//! Takes out of an object what only a panic runs.
//!
//! A page has nobody to tell: where the program panics, its message goes nowhere and the program stops. Yet it carries what would have
//! made the message: words, places in the source, code that formats numbers and names, a third of what a small function does. Here the call
//! of what can only end in a stop becomes the stop itself, and what was done for that call goes. This is done before linking, when each name
//! and each reference is still known, so that the linker then leaves out by itself what nobody refers to any more.
//!
//! The formats are those of the WebAssembly core specification and of its tool conventions (`Linking.md`).

mod body;
mod object;

use anyhow::{Result, bail};
use body::{Body, Calls};
use object::Object;

/// What stands in the names of functions that report a panic or the lack of memory. Those of them that return are left alone.
const REPORTS: [&str; 4] = ["9panicking", "18handle_alloc_error", "8rust_oom", "26___rust_alloc_error_handler"];
/// What sets a hook that would be told of a panic.
const HOOKS: [&str; 2] = ["9panicking8set_hook", "5alloc20set_alloc_error_hook"];
/// Where calls become stops, functions become stops, and so on; from the third round on little is found.
const ROUNDS: usize = 4;

/// The relocatable object `wasm` without what only a panic runs.
///
/// # Errors
/// Where it is no such object, or sets a panic hook, which would not be called any more.
pub fn silenced(wasm: &[u8]) -> Result<Vec<u8>> {
    let object = Object::read(wasm)?;
    if let Some(name) = object.names.values().find(|name| HOOKS.iter().any(|hook| name.contains(hook))) {
        bail!("the page sets a panic hook ({name}): it has to be built without taking out what panics say");
    }
    let mut bodies = object.bodies()?;
    for _ in 0..ROUNDS {
        let calls = classify(&object, &bodies);
        bodies.iter_mut().for_each(|body| body.shorten(&calls));
    }
    Ok(object.rewritten(&bodies))
}

/// What calling each function comes to.
fn classify(object: &Object<'_>, bodies: &[Body]) -> Vec<Calls> {
    let own = |at: usize| object.imported as usize + at;
    let mut calls = vec![Calls::Seen; own(bodies.len())];
    for (at, body) in bodies.iter().enumerate() {
        let name = object.names.get(&(own(at) as u32)).copied().unwrap_or_default();
        calls[own(at)] = if REPORTS.iter().any(|part| name.contains(part)) && !body.returns(&[]) {
            Calls::Stop
        } else {
            Calls::Silent
        };
    }
    // A function is seen as soon as one that it calls is.
    loop {
        let seen = |at: &usize| calls[own(*at)] == Calls::Silent && bodies[*at].is_seen(&calls);
        let seen: Vec<usize> = (0..bodies.len()).filter(seen).collect();
        if seen.is_empty() {
            break;
        }
        seen.into_iter().for_each(|at| calls[own(at)] = Calls::Seen);
    }
    loop {
        let stops = |at: &usize| calls[own(*at)] == Calls::Silent && !bodies[*at].returns(&calls);
        let stops: Vec<usize> = (0..bodies.len()).filter(stops).collect();
        if stops.is_empty() {
            return calls;
        }
        stops.into_iter().for_each(|at| calls[own(at)] = Calls::Stop);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        BlockType, CodeSection, CustomSection, EntityType, Function, FunctionSection, ImportSection, Instruction as I,
        LinkingSection, Module, SymbolTable, TypeSection, ValType,
    };
    use wasmparser::{KnownCustom, Operator, Parser, Payload};

    /// An object of functions without results: `tell`, which is imported, then those of `bodies` with their names.
    fn object(bodies: &[(&str, Vec<I<'_>>)]) -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        let (mut code, mut symbols) = (CodeSection::new(), SymbolTable::new());
        types.ty().function([ValType::I32], []);
        imports.import("env", "tell", EntityType::Function(0));
        symbols.function(SymbolTable::WASM_SYM_UNDEFINED, 0, None);
        let mut calls = vec![];
        // Where the next body begins in the section: after the number of bodies.
        let mut at = 1;
        for ((name, steps), number) in bodies.iter().zip(1..) {
            functions.function(0);
            symbols.function(0, number, Some(name));
            let mut body = Function::new([]);
            for step in steps.iter().chain([&I::End]) {
                if let I::Call(to) = step {
                    calls.push((at + 2 + body.byte_len(), *to));
                }
                body.instruction(step);
            }
            at += 1 + body.byte_len();
            code.function(&body);
        }
        let mut references = vec![3, calls.len() as u8];
        calls.iter().for_each(|(at, to)| references.extend([0, *at as u8, *to as u8]));
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&code).section(&linking);
        module.section(&CustomSection { name: "reloc.CODE".into(), data: references.into() });
        module.finish()
    }

    /// The instructions of each function, and the functions that it refers to, in order.
    fn read(wasm: &[u8]) -> (Vec<Vec<String>>, Vec<(usize, u32)>) {
        let (mut bodies, mut ranges, mut start, mut references) = (vec![], vec![], 0, vec![]);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::CodeSectionStart { range, .. } => start = range.start,
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap);
                    bodies.push(
                        operators
                            .map(|operator| match operator {
                                Operator::Call { function_index } => format!("call {function_index}"),
                                Operator::BrIf { relative_depth } => format!("br_if {relative_depth}"),
                                other => format!("{other:?}").split([' ', '{']).next().unwrap_or_default().to_owned(),
                            })
                            .collect(),
                    );
                    ranges.push(body.range());
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Reloc(all) = section.as_known() {
                        for entry in all.entries() {
                            let entry = entry.unwrap();
                            let at = start + entry.offset as usize;
                            assert_eq!((wasm[at - 1], u32::from(wasm[at])), (0x10, entry.index), "not at a call");
                            let of = ranges.iter().position(|range: &std::ops::Range<usize>| range.contains(&at));
                            references.push((of.unwrap(), entry.index));
                        }
                    }
                }
                _ => {}
            }
        }
        (bodies, references)
    }

    const PANIC: &str = "_RNvNtCs1_4core9panicking9panic_fmt";

    /// Asks for a condition and leaves the block around where it holds.
    fn leaves_if(depth: u32) -> [I<'static>; 2] {
        [I::LocalGet(0), I::BrIf(depth)]
    }

    #[test]
    fn a_call_that_only_stops_is_a_stop_with_all_that_was_done_for_it() {
        let report = vec![I::LocalGet(0), I::Call(0), I::Unreachable];
        let fails = vec![I::I32Const(1), I::Call(1), I::Unreachable];
        let may_fail = [I::Block(BlockType::Empty)]
            .into_iter()
            .chain(leaves_if(0))
            .chain([I::LocalGet(0), I::Call(0), I::Return, I::End])
            .chain([I::I32Const(7), I::LocalSet(0), I::LocalGet(0), I::Call(2), I::Unreachable]);
        let wasm = silenced(&object(&[(PANIC, report), ("fails", fails), ("may_fail", may_fail.collect())])).unwrap();
        let (bodies, references) = read(&wasm);
        // What the function of that name tells nobody hears.
        assert_eq!(bodies[1], ["Unreachable", "End"]);
        assert_eq!(
            bodies[2],
            ["Block", "LocalGet", "br_if 0", "LocalGet", "call 0", "Return", "End", "Unreachable", "End"]
        );
        assert_eq!(references, [(0, 0), (2, 0)], "the report itself is left to the linker");
    }

    #[test]
    fn what_the_page_may_see_before_a_stop_stays() {
        let throws = vec![I::I32Const(1), I::Call(0), I::Unreachable];
        let calls = vec![I::I32Const(1), I::Call(1), I::I32Const(2), I::Drop, I::Unreachable];
        let (bodies, references) = read(&silenced(&object(&[("throws", throws), ("calls", calls)])).unwrap());
        assert_eq!(bodies[0], ["I32Const", "call 0", "Unreachable", "End"]);
        assert_eq!(bodies[1], ["I32Const", "call 1", "Unreachable", "End"]);
        assert_eq!(references, [(0, 0), (1, 1)]);
    }

    #[test]
    fn blocks_that_lead_to_a_stop_are_one() {
        let panics = vec![I::Unreachable];
        let body = [I::Block(BlockType::Empty), I::Block(BlockType::Empty), I::Loop(BlockType::Empty)]
            .into_iter()
            .chain(leaves_if(1))
            .chain(leaves_if(2))
            .chain([I::LocalGet(0), I::Call(0), I::Br(0), I::End, I::Return, I::End])
            .chain([I::I32Const(1), I::Call(1), I::Unreachable, I::End, I::I32Const(2), I::Call(1), I::Unreachable]);
        let (bodies, _) = read(&silenced(&object(&[(PANIC, panics), ("both", body.collect())])).unwrap());
        let expected = [
            "Block",
            "Loop",
            "LocalGet",
            "br_if 1",
            "LocalGet",
            "br_if 1",
            "LocalGet",
            "call 0",
            "Br",
            "End",
            "Return",
            "End",
            "Unreachable",
            "End",
        ];
        assert_eq!(bodies[1], expected);
    }

    #[test]
    fn a_function_of_that_name_that_returns_is_left_alone() {
        let counts = vec![I::LocalGet(0), I::Drop];
        let asks = vec![I::LocalGet(0), I::Call(1)];
        let (bodies, _) = read(&silenced(&object(&[("_RNv9panicking5count", counts), ("asks", asks)])).unwrap());
        assert_eq!(bodies[1], ["LocalGet", "call 1", "End"]);
    }

    #[test]
    fn a_page_that_wants_to_hear_of_panics_is_refused() {
        let hook = object(&[("_RNvNtCs1_3std9panicking8set_hook", vec![])]);
        assert!(silenced(&hook).unwrap_err().to_string().contains("panic hook"));
        assert!(silenced(b"\0asm\x01\0\0\0").is_err());
        assert!(silenced(b"no object").is_err());
    }
}
