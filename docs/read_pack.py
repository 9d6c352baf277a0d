#!/usr/bin/env python3
"""Reads a pack as docs/pack.md describes it, with nothing but Python's standard library, and prints its articles as JSON, one a line.

    python3 docs/read_pack.py corpus.pack

It shows that a pack can be read without the program that wrote it. What it prints has the shapes of docs/pack.md: values by name, spans
as [start, end) in bytes.
"""

import json
import struct
import sys
import zlib

CHUNK = 256
KINDS = ["person", "place", "organisation", "people", "event", "other"]
LANGUAGES = ["fr", "en"]
GROUNDS = ["stated", "curated", "inferred", "unknown"]
ROLES = "title lead body subheading byline caption credit tags embed related promo widget".split()


class Bytes:
    """A place in bytes, and the values that postcard writes."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if self.at + count > len(self.data):
            raise ValueError("a section ends too soon")
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def signed(self):
        value = self.number()
        return (value >> 1) ^ -(value & 1)

    def byte(self):
        return self.take(1)[0]

    def truth(self):
        return self.byte() == 1

    def text(self):
        return self.take(self.number()).decode("utf-8")

    def list(self, item):
        return [item() for _ in range(self.number())]

    def option(self, item):
        return item() if self.truth() else None

    def choice(self, names):
        return names[self.number()]


def sections(file):
    """The unpacked sections, by kind and part; every checksum is held against its bytes."""
    magic, version, _, count, length, crc = struct.unpack_from("<8sHHIQI", file)
    if magic != b"\x89VAV\r\n\x1a\n":
        raise ValueError("this is not a pack")
    directory = file[28 : 28 + 28 * count]
    if zlib.crc32(file[:24] + directory) != crc or length != len(file):
        raise ValueError("the pack is damaged or incomplete")
    if version != 1:
        raise ValueError(f"this reads version 1, and the pack has version {version}")
    found = {}
    for at in range(0, len(directory), 28):
        kind, part, offset, stored, raw, crc = struct.unpack_from("<4sIQIII", directory, at)
        packed = file[offset : offset + stored]
        if zlib.crc32(packed) != crc:
            raise ValueError(f"{kind} {part} is damaged")
        unpacker = zlib.decompressobj(-15)
        # One byte more than declared would be a lie.
        content = unpacker.decompress(packed, raw + 1)
        if len(content) != raw:
            raise ValueError(f"{kind} {part} does not unpack to its length")
        found[kind.decode("ascii"), part] = content
    return found


def lexicon(data):
    """The distinct words and separators; number 0 ends a block."""
    b = Bytes(data)
    count, shared_bytes, rest_bytes = b.number(), b.number(), b.number()
    shared, rest = Bytes(b.take(shared_bytes)), Bytes(b.take(rest_bytes))
    entries, entry = [None], b""
    for _ in range(count):
        entry = entry[: shared.number()] + b.take(rest.number())
        entries.append(entry.decode("utf-8"))
    return entries


def joined(data):
    """One byte string an article."""
    b = Bytes(data)
    lengths = [b.number() for _ in range(b.number())]
    return [b.take(length) for length in lengths]


def texts(data, entries):
    """The text of each block: a single space between two words is not written."""
    b, blocks, block, after_word = Bytes(data), [], "", False
    while b.at < len(data):
        number = b.number()
        if number == 0:
            blocks.append(block)
            block, after_word = "", False
            continue
        entry = entries[number]
        word = entry[0].isalnum()
        block += " " + entry if word and after_word else entry
        after_word = word
    return blocks


def lines(b):
    return [b.number(), b.number()]


def clue(b):
    return {"kind": b.number(), "detail": b.text(), "lines": b.option(lambda: lines(b))}


def claim(b, value):
    value = b.option(value)
    ground, confidence = b.choice(GROUNDS), b.byte()
    return {"value": value, "ground": ground, "confidence": confidence, "clues": b.list(lambda: clue(b))}


def when(b):
    """First and last day, as Julian day numbers."""
    return [b.signed(), b.signed()]


def head(b):
    return {
        "id": b.text(),
        "file": b.text(),
        "title": claim(b, b.text),
        "outlet": claim(b, b.text),
        "date": claim(b, lambda: when(b)),
        "byline": claim(b, b.text),
        "credit": claim(b, b.text),
        "language": claim(b, lambda: b.choice(LANGUAGES)),
        "url": b.option(b.text),
        "archived": b.option(b.text),
    }


def span(b):
    start, length = b.number(), b.number()
    return [start, start + length]


def block(b):
    return {
        "role": b.choice(ROLES),
        "lines": lines(b),
        "source": b.list(lambda: [b.number(), b.number()]),
        "removed_by": b.option(lambda: clue(b)),
    }


def place_blocks(blocks, texts):
    """Gives the blocks their texts, and undoes the steps in which their places travel. Sums wrap at 2^32."""
    line, end, wrap = 1, 0, 1 << 32
    for block, text in zip(blocks, texts, strict=True):
        line = (line + block["lines"][0]) % wrap
        block["lines"] = [line, (line + block["lines"][1]) % wrap]
        left, places = len(text.encode("utf-8")), []
        for at, (gap, length) in enumerate(block["source"]):
            if at + 1 == len(block["source"]):
                length = (length + left) % wrap
            left -= length
            start = (end + gap) % wrap
            end = start + length
            places.append([start, end])
        block["source"], block["text"] = places, text


def place_marks(marks):
    """Undoes the steps from each mark's place to the next."""
    block = start = 0
    for mark in marks:
        start = start if mark["block"] == 0 else 0
        block += mark["block"]
        mark["block"], mark["span"] = block, [start + place for place in mark["span"]]
        start = mark["span"][0]
    return marks


def mention(b):
    """The first of the marks; quotes, figures and dates follow in the same way."""
    return {
        "block": b.number(),
        "span": span(b),
        "kind": b.choice(KINDS),
        "entity": b.option(b.number),
        "rule": b.number(),
        "confidence": b.byte(),
        "metonym": b.truth(),
    }


def articles(file):
    parts = sections(file)
    entries = lexicon(parts["WORD", 0])
    heads = Bytes(parts["LIST", 0])
    heads = heads.list(lambda: head(heads))
    for first in range(0, len(heads), CHUNK):
        part = first // CHUNK
        of = zip(heads[first:], *(joined(parts[kind, part]) for kind in ("TEXT", "BLOK", "MARK")))
        for article, text, blocks, marks in of:
            blocks, marks = Bytes(blocks), Bytes(marks)
            article["blocks"] = blocks.list(lambda: block(blocks))
            place_blocks(article["blocks"], texts(text, entries))
            article["mentions"] = place_marks(marks.list(lambda: mention(marks)))
            yield article


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as file:
        for article in articles(file.read()):
            print(json.dumps(article, ensure_ascii=False))
