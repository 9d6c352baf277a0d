// Unpacks the page as one file: LZMA, written in characters of 16 bits. Smaller by a fifth than what browsers unpack by themselves, and the
// same in every browser.

// A character holds two bytes. Those that a page cannot hold stand with their highest bit turned, after U+E000.
const visavisBytes = (text) => {
  const out = new Uint8Array(text.length * 2);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 0xe000) unit = text.charCodeAt(++at) ^ 0x8000;
    out[end++] = unit;
    out[end++] = unit >> 8;
  }
  return out;
};

// The format is described in the LZMA specification (I. Pavlov); the names are its own.
window.visavisUnpack = (text, length) => {
  const packed = visavisBytes(text);
  const out = new Uint8Array(length);
  const properties = packed[0];
  const lc = properties % 9;
  const lp = ((properties / 9) | 0) % 5;
  const pb = (properties / 45) | 0;
  const probabilities = (count) => new Uint16Array(count).fill(1024);

  // Properties, sizes and a zero come before the code.
  let at = 14;
  let range = 0xffffffff;
  let code = 0;
  for (let n = 0; n < 4; n++) code = ((code << 8) | packed[at++]) >>> 0;
  const refill = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    }
  };
  const bit = (table, index) => {
    const probability = table[index];
    const bound = (range >>> 11) * probability;
    let value = 0;
    if (code < bound) {
      range = bound;
      table[index] = probability + ((2048 - probability) >> 5);
    } else {
      range -= bound;
      code -= bound;
      table[index] = probability - (probability >> 5);
      value = 1;
    }
    refill();
    return value;
  };
  const tree = (table, offset, bits) => {
    let value = 1;
    for (let n = 0; n < bits; n++) value = (value << 1) | bit(table, offset + value);
    return value - (1 << bits);
  };
  const reversed = (table, offset, bits) => {
    let node = 1;
    let value = 0;
    for (let n = 0; n < bits; n++) {
      const next = bit(table, offset + node);
      node = (node << 1) | next;
      value |= next << n;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    for (let n = 0; n < bits; n++) {
      range >>>= 1;
      const next = code >= range ? 1 : 0;
      if (next) code -= range;
      value = value * 2 + next;
      refill();
    }
    return value;
  };

  const lengths = () => {
    const [choice, low, middle, high] = [2, 128, 128, 256].map(probabilities);
    return (place) => {
      if (!bit(choice, 0)) return tree(low, place * 8, 3);
      if (!bit(choice, 1)) return 8 + tree(middle, place * 8, 3);
      return 16 + tree(high, 0, 8);
    };
  };
  const [matchLength, repeatLength] = [lengths(), lengths()];
  const [isMatch, isLong] = [192, 192].map(probabilities);
  const [isRepeat, isOlder, isThird, isFourth] = [12, 12, 12, 12].map(probabilities);
  const [slots, places, align] = [256, 128, 16].map(probabilities);
  const literals = probabilities(768 << (lc + lp));

  const distance = (matched) => {
    const slot = tree(slots, Math.min(matched, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reversed(places, base - slot, bits);
    return base + direct(bits - 4) * 16 + reversed(align, 0, 4);
  };

  let end = 0;
  let state = 0;
  let recent = [0, 0, 0, 0];
  const literal = () => {
    const offset = 768 * (((end & ((1 << lp) - 1)) << lc) + ((end ? out[end - 1] : 0) >> (8 - lc)));
    let symbol = 1;
    if (state > 6) {
      let like = out[end - recent[0] - 1];
      while (symbol < 256) {
        const expected = (like >> 7) & 1;
        like <<= 1;
        const next = bit(literals, offset + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | next;
        if (next !== expected) break;
      }
    }
    while (symbol < 256) symbol = (symbol << 1) | bit(literals, offset + symbol);
    out[end++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };

  while (end < length) {
    const place = end & ((1 << pb) - 1);
    if (!bit(isMatch, state * 16 + place)) {
      literal();
      continue;
    }
    let copied;
    if (bit(isRepeat, state)) {
      if (!bit(isOlder, state)) {
        if (!bit(isLong, state * 16 + place)) {
          out[end] = out[end - recent[0] - 1];
          end++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else {
        const which = !bit(isThird, state) ? 1 : !bit(isFourth, state) ? 2 : 3;
        recent.unshift(...recent.splice(which, 1));
      }
      copied = repeatLength(place);
      state = state < 7 ? 8 : 11;
    } else {
      copied = matchLength(place);
      state = state < 7 ? 7 : 10;
      recent = [distance(copied), recent[0], recent[1], recent[2]];
    }
    const from = recent[0] + 1;
    if (from > end) throw new Error("the program in this page is damaged");
    // Byte by byte: what is copied may reach into what it writes.
    for (let n = Math.min(copied + 2, length - end); n > 0; n--, end++) out[end] = out[end - from];
  }
  return out.buffer;
};
