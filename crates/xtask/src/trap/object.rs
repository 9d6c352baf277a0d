//! A relocatable object: its functions, their names, and where they refer to what.

use super::body::Body;
use crate::slim::put_leb;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::{Encode, Module, RawSection};
use wasmparser::{
    FunctionBody, KnownCustom, Linking, Parser, Payload, RelocAddendKind, RelocationEntry, SymbolInfo, TypeRef,
};

/// An object, as far as its functions go. Ranges are of its bytes.
pub(super) struct Object<'o> {
    wasm: &'o [u8],
    /// How many functions are imported; those have the first numbers.
    pub(super) imported: u32,
    /// What a function is called, by its number.
    pub(super) names: BTreeMap<u32, &'o str>,
    bodies: Vec<FunctionBody<'o>>,
    /// What each section holds, in order.
    sections: Vec<(u8, Range<usize>)>,
    /// Which of them holds the functions.
    code: usize,
    /// Which says what they refer to, and what it says.
    references: Option<(usize, Vec<RelocationEntry>)>,
    /// Sections that say where in the functions something for debuggers is.
    for_debuggers: Vec<usize>,
}

impl<'o> Object<'o> {
    pub(super) fn read(wasm: &'o [u8]) -> Result<Self> {
        let broken = "the object is not one that can be read";
        let mut object = Self {
            wasm,
            imported: 0,
            names: BTreeMap::new(),
            bodies: vec![],
            sections: vec![],
            code: 0,
            references: None,
            for_debuggers: vec![],
        };
        let mut code = None;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context(broken)?;
            if let Some((id, range)) = payload.as_section() {
                object.sections.push((id, range));
            }
            let here = object.sections.len().saturating_sub(1);
            match payload {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        object.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { .. } => code = Some(here),
                Payload::CodeSectionEntry(body) => object.bodies.push(body),
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            let Linking::SymbolTable(symbols) = part? else { continue };
                            for symbol in symbols {
                                if let SymbolInfo::Func { index, name: Some(name), .. } = symbol? {
                                    object.names.insert(index, name);
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(references) if Some(references.section_index() as usize) == code => {
                        let all: Result<_, _> = references.entries().into_iter().collect();
                        object.references = Some((here, all?));
                    }
                    KnownCustom::Reloc(_) if section.name().starts_with("reloc..debug") => {
                        object.for_debuggers.push(here);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        object.code = code.context("the object holds no function")?;
        Ok(object)
    }

    pub(super) fn bodies(&self) -> Result<Vec<Body>> {
        self.bodies.iter().map(Body::read).collect()
    }

    /// The object with these bodies of its functions. What places in them are for debuggers goes: they have moved.
    pub(super) fn rewritten(&self, bodies: &[Body]) -> Vec<u8> {
        let (code, copied) = self.code(bodies);
        let mut out = Module::new();
        for (at, (id, range)) in self.sections.iter().enumerate() {
            if at == self.code {
                out.section(&RawSection { id: *id, data: &code });
            } else if let Some((_, references)) = self.references.as_ref().filter(|(here, _)| *here == at) {
                out.section(&RawSection { id: *id, data: &self.referring(references, &copied) });
            } else if !self.for_debuggers.contains(&at) {
                out.section(&RawSection { id: *id, data: &self.wasm[range.clone()] });
            }
        }
        out.finish()
    }

    /// The section of functions, and which bytes of the object stand where in it.
    fn code(&self, bodies: &[Body]) -> (Vec<u8>, Vec<(Range<usize>, usize)>) {
        let (mut out, mut copied) = (vec![], vec![]);
        put_leb(&mut out, bodies.len());
        for body in bodies {
            let (mut one, mut pieces) = (vec![], vec![]);
            body.write(self.wasm, &mut one, &mut pieces);
            put_leb(&mut out, one.len());
            copied.extend(pieces.into_iter().map(|(range, at)| (range, at + out.len())));
            out.append(&mut one);
        }
        (out, copied)
    }

    /// The section that says what the functions refer to, as far as it came over.
    fn referring(&self, references: &[RelocationEntry], copied: &[(Range<usize>, usize)]) -> Vec<u8> {
        let start = self.sections[self.code].1.start;
        let moved = |entry: &RelocationEntry| {
            let at = start + entry.offset as usize;
            let piece = copied.partition_point(|(range, _)| range.end <= at);
            let (range, there) = copied.get(piece).filter(|(range, _)| range.start <= at)?;
            Some((*entry, there + at - range.start))
        };
        let kept: Vec<(RelocationEntry, usize)> = references.iter().filter_map(moved).collect();
        let mut out = vec![];
        put_leb(&mut out, "reloc.CODE".len());
        out.extend_from_slice(b"reloc.CODE");
        put_leb(&mut out, self.code);
        put_leb(&mut out, kept.len());
        for (entry, offset) in kept {
            out.push(entry.ty as u8);
            put_leb(&mut out, offset);
            put_leb(&mut out, entry.index as usize);
            match entry.ty.addend_kind() {
                RelocAddendKind::None => {}
                RelocAddendKind::Addend32 | RelocAddendKind::Addend64 => entry.addend.encode(&mut out),
            }
        }
        out
    }
}
