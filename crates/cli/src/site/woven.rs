//! A program as streams of what is alike: codes of instructions, numbers of variables, places in memory, constants, each by itself. They
//! compress by a tenth better than the program. `public/weave.js` puts it together again.
//!
//! The streams leave out what follows from the rest: how long a function is, and how a place in memory is aligned where that is as usual.

/// A program, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Streams {
    /// Where in the first stream, which is the rest of the program, the section of functions has to come.
    pub(super) place: usize,
    /// The rest; how many functions there are, and the variables that each declares; the codes of instructions; then what these are given, as [`GIVEN`] says.
    pub(super) streams: Vec<Vec<u8>>,
}

/// For the instructions from code 0 on, the stream (in base 14) of what they are given. `-` is given nothing; `?` is not known here.
const GIVEN: &[u8; 69] = b"--333-?????-445-67????????--????8889977?aaaaaaaaaaaaaaaaaaaaaaa77cddd";
/// For the instructions after the code [`MORE`], how many numbers they are given.
const GIVEN_MORE: &[u8; 18] = b"000000002121212111";
/// For the instructions from [`MEMORY`] on, how what they read or write is usually aligned: as a power of two.
const ALIGNED: &[u8; 23] = b"23230011001122232301012";

const REST: usize = 0;
const DECLARED: usize = 1;
const CODES: usize = 2;
const TABLES: usize = 5;
const OTHERS: usize = 7;
const PLACES: usize = 10;
const ALIGNMENTS: usize = 11;
const COUNT: usize = 14;

const BLOCKS: std::ops::RangeInclusive<u8> = 0x02..=0x04;
const END: u8 = 0x0b;
const BRANCH_TABLE: u8 = 0x0e;
const CALL_INDIRECT: u8 = 0x11;
/// The first instruction that reads or writes memory.
const MEMORY: u8 = 0x28;
const FLOAT: u8 = 0x43;
const DOUBLE: u8 = 0x44;
/// From here to [`LAST_NUMERIC`], instructions are given nothing.
const FIRST_NUMERIC: u8 = 0x45;
const LAST_NUMERIC: u8 = 0xc4;
const NULL: u8 = 0xd0;
const IS_NULL: u8 = 0xd1;
const FUNCTION: u8 = 0xd2;
/// Added to the code of an instruction that is aligned in another way than usual: no instruction has such a code.
const UNUSUAL: u8 = 0xb0;
const MORE: u8 = 0xfc;

const HEADER: usize = 8;
const CODE_SECTION: u8 = 10;

/// Takes `program` apart. One that holds something unknown here is all rest.
pub(super) fn apart(program: &[u8]) -> Streams {
    taken_apart(program).unwrap_or_else(|| {
        let mut streams = vec![vec![]; COUNT];
        streams[REST] = program.to_vec();
        Streams { place: program.len(), streams }
    })
}

fn taken_apart(program: &[u8]) -> Option<Streams> {
    let mut reader = Reader { bytes: program, at: HEADER };
    loop {
        let start = reader.at;
        let id = reader.byte()?;
        let size = reader.length()?;
        let end = reader.at.checked_add(size).filter(|end| *end <= program.len())?;
        if id == CODE_SECTION {
            let mut weaving = Weaving { reader, streams: vec![vec![]; COUNT] };
            let functions = weaving.number(DECLARED)?;
            (0..functions).try_for_each(|_| weaving.function())?;
            let Weaving { reader, mut streams } = weaving;
            streams[REST] = [&program[..start], &program[end..]].concat();
            return (reader.at == end && functions > 0).then_some(Streams { place: start, streams });
        }
        reader.at = end;
    }
}

struct Reader<'p> {
    bytes: &'p [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// The bytes of a number.
    fn number(&mut self) -> Option<&[u8]> {
        let start = self.at;
        while self.byte()? > 0x7f {}
        Some(&self.bytes[start..self.at])
    }

    /// A number that is not written again, so it has to be as short as can be.
    fn length(&mut self) -> Option<usize> {
        let bytes = self.number()?;
        let is_short = bytes.len() == 1 || bytes.last() != Some(&0);
        (is_short && bytes.len() < 6).then(|| value(bytes))
    }
}

/// What the bytes of a number come to, as one without a sign.
fn value(number: &[u8]) -> usize {
    number.iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f))
}

struct Weaving<'p> {
    reader: Reader<'p>,
    streams: Vec<Vec<u8>>,
}

impl Weaving<'_> {
    fn function(&mut self) -> Option<()> {
        let size = self.reader.length()?;
        let end = self.reader.at + size;
        for _ in 0..self.number(DECLARED)? {
            self.number(DECLARED)?;
            self.number(DECLARED)?;
        }
        let mut depth = 1_u32;
        while depth > 0 {
            let code = self.instruction()?;
            depth += u32::from(BLOCKS.contains(&code));
            depth -= u32::from(code == END);
        }
        (self.reader.at == end).then_some(())
    }

    /// Takes an instruction, and gives its code.
    fn instruction(&mut self) -> Option<u8> {
        let code = self.reader.byte()?;
        let usual = code.checked_sub(MEMORY).and_then(|at| ALIGNED.get(usize::from(at)));
        if let Some(usual) = usual {
            return self.memory(code, *usual - b'0');
        }
        self.streams[CODES].push(code);
        match code {
            MORE => {
                let more = self.number(CODES)?;
                let count = GIVEN_MORE.get(more)? - b'0';
                (0..count).try_for_each(|_| self.number(OTHERS).map(drop))?;
            }
            BRANCH_TABLE => {
                let count = self.number(TABLES)?;
                (0..=count).try_for_each(|_| self.number(TABLES).map(drop))?;
            }
            FLOAT | DOUBLE => {
                let stream = stream(code)?;
                for _ in 0..if code == FLOAT { 4 } else { 8 } {
                    let byte = self.reader.byte()?;
                    self.streams[stream].push(byte);
                }
            }
            FIRST_NUMERIC..=LAST_NUMERIC | IS_NULL => {}
            NULL | FUNCTION => drop(self.number(OTHERS)?),
            _ if GIVEN.get(usize::from(code)) == Some(&b'-') => {}
            _ => {
                let stream = stream(code)?;
                self.number(stream)?;
                if code == CALL_INDIRECT {
                    self.number(stream)?;
                }
            }
        }
        Some(code)
    }

    /// Takes what an instruction that reads or writes memory is given, which is aligned as `usual` or in another way.
    fn memory(&mut self, code: u8, usual: u8) -> Option<u8> {
        if self.reader.bytes.get(self.reader.at) == Some(&usual) {
            self.reader.at += 1;
            self.streams[CODES].push(code);
        } else {
            self.streams[CODES].push(code + UNUSUAL);
            // A larger number says that more follows than a place.
            (self.number(ALIGNMENTS)? < 32).then_some(())?;
        }
        self.number(PLACES)?;
        Some(code)
    }

    /// Takes a number into a stream, and gives what it comes to.
    fn number(&mut self, stream: usize) -> Option<usize> {
        let bytes = self.reader.number()?;
        self.streams[stream].extend_from_slice(bytes);
        Some(value(bytes))
    }
}

/// The stream of what the instruction with this code is given.
fn stream(code: u8) -> Option<usize> {
    char::from(*GIVEN.get(usize::from(code))?).to_digit(COUNT as u32).map(|digit| digit as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, process::Command};

    /// A module of one function with these instructions.
    fn module(instructions: &[u8]) -> Vec<u8> {
        let mut body = vec![2, 2, 0x7f, 1, 0x7e];
        body.extend_from_slice(instructions);
        body.push(END);
        let number = |value: usize| [(value & 0x7f) as u8 | 0x80, (value >> 7) as u8];
        assert!(body.len() > 125, "sizes of two bytes");
        let mut out = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a".to_vec();
        out.extend(number(body.len() + 3));
        out.push(1);
        out.extend(number(body.len()));
        out.extend(body);
        out.extend(b"\x0b\x01\0");
        out
    }

    /// One of each kind of instruction; it is not one that would run.
    fn every_kind() -> Vec<u8> {
        let mut out = vec![0x02, 0x40, 0x03, 0x7f, 0x04, 0x05, 0x05, 0x0b, 0x0c, 0, 0x0d, 1, 0x0b, 0x0b];
        out.extend([0x0e, 3, 0, 1, 2, 0, 0x10, 0x80, 0x01, 0x11, 5, 0, 0x1a, 0x20, 0x81, 0x01, 0x21, 3, 0x22, 4]);
        out.extend([0x23, 0, 0x24, 0, 0x25, 0, 0x26, 0, 0x3f, 0, 0x40, 0, 0x41, 0x7f, 0x42, 0x80, 0x80, 0x04]);
        out.extend([0x43, 1, 2, 3, 0x0b, 0x44, 1, 2, 3, 4, 5, 6, 7, 0x0b, 0x45, 0xc4, 0xd0, 0x6f, 0xd1, 0xd2, 7]);
        for code in 0..=17 {
            out.extend([MORE, code]);
            out.extend((b'0'..GIVEN_MORE[usize::from(code)]).map(|_| 0));
        }
        for (code, usual) in (MEMORY..).zip(ALIGNED) {
            out.extend([code, usual - b'0', 0x88, 0x01, code, usual - b'0' + 1, 9]);
        }
        out
    }

    #[test]
    fn a_program_comes_back_as_it_was() {
        let programs = [module(&every_kind()), module(&[0x01; 200]), b"\0asm\x01\0\0\0".to_vec(), module(&[0x06; 200])];
        let apart: Vec<Streams> = programs.iter().map(|program| super::apart(program)).collect();
        let known: Vec<bool> = apart.iter().map(|apart| !apart.streams[CODES].is_empty()).collect();
        assert_eq!(known, [true, true, false, false]);
        if Command::new("node").arg("--version").output().is_err() {
            println!("SKIPPED a_program_comes_back_as_it_was: there is no node");
            return;
        }
        let weave = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/weave.js");
        let to = tempfile::NamedTempFile::new().unwrap();
        for (Streams { place, streams }, program) in apart.iter().zip(&programs) {
            let script = format!(
                "global.window = {{ visavisProgram: {{ place: {place}, streams: {streams:?}.map((bytes) => Uint8Array.from(bytes)) }} }}; \
                 const fs = require('fs'); (0, eval)(fs.readFileSync({weave:?}, 'utf8')); fs.writeFileSync({:?}, window.visavisProgram)",
                to.path()
            );
            assert!(Command::new("node").args(["-e", &script]).status().unwrap().success());
            assert_eq!(&fs::read(to.path()).unwrap(), program);
        }
    }

    #[test]
    fn what_would_come_back_otherwise_is_not_taken_apart() {
        let program = module(&[0x01; 200]);
        // A size that is longer than it has to be.
        let at = program.windows(2).position(|two| two == [0x0a, 0xd1]).unwrap() + 1;
        let longer = [&program[..at], &[program[at], program[at + 1] | 0x80, 0], &program[at + 2..]].concat();
        for program in [&longer[..], &program[..program.len() - 10], b"", b"\0asm\x01\0\0\0\x0a"] {
            let apart = apart(program);
            assert!(apart.streams[CODES].is_empty() && apart.streams[REST] == program, "{program:?}");
        }
    }
}
