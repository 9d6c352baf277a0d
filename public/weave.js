// Puts the program of the page as one file together again. It stands there as streams of what is alike, which compress better: the rest of
// the program; how many functions there are, and which variables each declares; the codes of instructions; then what these are given,
// numbers in the form in which the program holds them. The codes are those of the WebAssembly specification; the streams are made by
// crates/cli/src/site/woven.rs.
{
  const { place, streams } = window.visavisProgram;
  // For codes from 0 on, the stream of what they are given, in base 14.
  const given = Uint8Array.from("--333-?????-445-67????????--????8889977?aaaaaaaaaaaaaaaaaaaaaaa77cddd", (stream) => parseInt(stream, 14));
  // For those after 0xfc, how many numbers they are given.
  const givenMore = Uint8Array.from("000000002121212111");
  // For those from 0x28 on, how memory is usually aligned.
  const aligned = Uint8Array.from("23230011001122232301012");
  const [rest, , codes] = streams;
  const next = new Uint32Array(streams.length);
  const out = new Uint8Array(streams.reduce((sum, stream) => sum + 2 * stream.length, 64));
  let end = 0;
  // A byte, then a number, of a stream.
  const take = (stream) => (out[end++] = streams[stream][next[stream]++]);
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = take(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  // Writes how much was written after `start`, and closes the gap that was left for it.
  const measure = (start, gap) => {
    let size = end - start - gap;
    const from = start + gap;
    for (; size > 127; size >>>= 7) out[start++] = (size & 127) | 128;
    out[start++] = size;
    out.copyWithin(start, from, end);
    end -= from - start;
  };
  const instruction = () => {
    const said = codes[next[2]++];
    const unusual = said > 0xd7 && said < 0xef;
    const code = unusual ? said - 0xb0 : said;
    out[end++] = code;
    if (code > 0x27 && code < 0x3f) {
      if (unusual) number(11);
      else out[end++] = aligned[code - 0x28];
      number(10);
    } else if (code < 0x43) {
      const stream = given[code];
      let more = stream > 0 ? number(stream) : 0;
      if (code === 0x11) number(stream);
      else if (code === 0x0e) for (; more >= 0; more--) number(stream);
    } else if (code < 0x45) for (let n = code === 0x43 ? 4 : 8; n > 0; n--) take(13);
    else if (code === 0xfc) for (let n = givenMore[number(2)]; n > 0; n--) number(7);
    else if (code === 0xd0 || code === 0xd2) number(7);
    return code;
  };
  const one = () => {
    const start = end;
    end += 5;
    for (let n = number(1); n > 0; n--) number(1), number(1);
    for (let depth = 1; depth > 0; ) {
      const code = instruction();
      if (code > 1 && code < 5) depth++;
      else if (code === 0x0b) depth--;
    }
    measure(start, 5);
  };
  const put = (bytes) => {
    out.set(bytes, end);
    end += bytes.length;
  };
  put(rest.subarray(0, place));
  if (codes.length) {
    out[end++] = 10;
    const start = end;
    end += 5;
    for (let n = number(1); n > 0; n--) one();
    measure(start, 5);
  }
  put(rest.subarray(place));
  window.visavisProgram = out.subarray(0, end);
}
